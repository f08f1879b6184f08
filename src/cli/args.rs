//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

mod design;
mod drill;

pub(super) use design::DesignArgs;
pub(super) use drill::{DrillArgs, DrillVerb, MergeArgs};

use crate::scenario::{Staging, embedded, incidents};
use crate::vocab::{DAY, NoteKind, Rating, Text, VERSION, parse_minutes};
use crate::words::{Lang, Words};

/// Tabletop exercises and crisis simulation for mutual aid between municipalities.
#[derive(Debug, Parser)]
#[command(name = "beistand", version = VERSION, about, propagate_version = true)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(super) struct Common {
    /// Language of screens and tables; by default that of the system.
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
    /// Whether to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Say less on standard error: errors only.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say more on standard error: what was run, how long it took, where figures come from.
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    De,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Common {
    /// The language asked for, or that of the system; German where neither is known.
    pub(super) fn lang(&self) -> Lang {
        match self.lang {
            Some(Language::De) => Lang::De,
            Some(Language::En) => Lang::En,
            None => lang_of_system(),
        }
    }

    /// Says something on standard error, unless less is wanted.
    pub(super) fn say(&self, text: impl std::fmt::Display) {
        if !self.quiet {
            tell(text);
        }
    }

    /// Says something on standard error if more is wanted.
    pub(super) fn say_more(&self, text: impl std::fmt::Display) {
        if self.verbose {
            tell(text);
        }
    }

    /// Whether reports on standard error are coloured.
    pub(super) fn colored_errors(&self) -> bool {
        use std::io::IsTerminal;
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
            }
        }
    }
}

/// The language of the system; German where it is not known.
fn lang_of_system() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::De,
    }
}

/// The language asked for by arguments that cannot be read as a whole.
pub(super) fn lang_of(typed: impl IntoIterator<Item = String>) -> Lang {
    let mut typed = typed.into_iter();
    while let Some(one) = typed.next() {
        let lang = match one.strip_prefix("--lang") {
            Some("") => typed.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        match lang.as_deref() {
            Some("de") => return Lang::De,
            Some("en") => return Lang::En,
            _ => {}
        }
    }
    lang_of_system()
}

/// Writes a line to standard error; if that is closed, nobody is there to be told.
pub(super) fn tell(text: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// The exercise in this terminal (the default).
    Play(PlayArgs),
    /// The exercise led from this terminal, with seats over SSH.
    #[cfg(feature = "host")]
    Host(HostArgs),
    /// One run without a screen, all seats played by bots.
    Run(RunArgs),
    /// Many runs, with means and intervals.
    Drill(DrillArgs),
    /// The cheapest clauses that meet stated targets, and how sure that is.
    Design(DesignArgs),
    /// Replays published incidents and says how near the model comes.
    Validate(ValidateArgs),
    /// Plays a recorded exercise again and proves that it went as recorded.
    Replay(ReplayArgs),
    /// A recorded exercise again with something changed, beside the course that was played.
    Whatif(WhatifArgs),
    /// The after-action report of a recorded exercise, council's page first.
    Report(ReportArgs),
    /// Run book, inject cards, seat sheets, answer cards and questionnaire of a scenario, ready to be printed.
    Print(PrintArgs),
    /// The wall: a page for the projector that follows a running record, public knowledge only.
    Wall(WallArgs),
    /// Notes of observers beside a record, and answers of participants; without a note, lists them.
    Observe(ObserveArgs),
    /// A scenario to start from.
    New(NewArgs),
    /// Says everything that is wrong with scenarios.
    Check(CheckArgs),
    /// Lists the embedded scenarios.
    Scenarios,
    /// Prints completions for a shell.
    Completions(CompletionsArgs),
    /// Prints the manual page, or that of a command.
    Man(ManArgs),
    /// Draws a screen as an SVG file, for documents.
    #[command(hide = true)]
    Picture(PictureArgs),
}

impl Default for Verb {
    fn default() -> Self {
        Self::Play(PlayArgs::default())
    }
}

/// What chooses a scenario and changes it.
#[derive(Debug, Clone, Args, Default)]
pub(super) struct ScenarioArgs {
    /// A `.ron` file, a folder with `scenario.ron`, or the name of an embedded scenario.
    #[arg(default_value = "suedhessen")]
    pub(super) scenario: Option<String>,
    /// Changes one figure, for example `service.kfz.waz=24h` or `aid=off`; may be repeated.
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = parse_override)]
    pub(super) set: Vec<(String, String)>,
    /// Lays a file over the scenario, such as a draft of the pact; may be repeated. Its pacts can then be named.
    #[arg(long, value_name = "FILE")]
    pub(super) with: Vec<PathBuf>,
    /// Starts the exercise on this date, as in 2027-09-03, or up to six days later: all dates move by whole
    /// weeks and pay days follow the calendar.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    start: Option<Date>,
    /// Which names places bear.
    #[arg(long, value_enum, default_value_t = Names::Real)]
    names: Names,
}

/// Names of places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Names {
    /// As in the scenario.
    #[default]
    Real,
    /// Invented ones.
    Fiktiv,
}

impl ScenarioArgs {
    /// A scenario as it is.
    pub(super) fn of(name: String) -> Self {
        Self {
            scenario: Some(name),
            ..Self::default()
        }
    }

    /// How the scenario is put on stage.
    pub(super) fn staging(&self) -> Staging {
        Staging {
            start: self.start,
            invented_names: self.names == Names::Fiktiv,
            laid_over: self.with.clone(),
            ..Staging::default()
        }
    }

    pub(super) fn name(&self) -> &str {
        self.scenario.as_deref().unwrap_or("suedhessen")
    }
}

/// Why a value cannot be read. Where clap says it, it is in English, as all that clap says; `usage` says it in German.
#[derive(Debug)]
pub(super) struct Wrong(pub(super) Text);

impl Wrong {
    /// Says what is wrong with what was typed.
    fn new(key: &'static str, typed: &str) -> Self {
        Self(Text::new(key).name("typed", typed))
    }
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Words::shared(Lang::En).say(&self.0))
    }
}

impl std::error::Error for Wrong {}

fn parse_override(text: &str) -> Result<(String, String), Wrong> {
    text.split_once('=')
        .map(|(path, value)| (path.trim().to_owned(), value.trim().to_owned()))
        .filter(|(path, value)| !path.is_empty() && !value.is_empty())
        .ok_or_else(|| Wrong::new("typed-no-override", text))
}

fn parse_date(text: &str) -> Result<Date, Wrong> {
    let date = text.parse::<Date>().ok().filter(|_| text.len() == 10);
    date.filter(|date| (1990..=2100).contains(&date.year()))
        .ok_or_else(|| Wrong::new("typed-no-date", text))
}

/// The longest that runs may go, minutes: ten years, as a scenario's horizon.
const MOST_MINUTES: u32 = 10 * 366 * DAY;

/// How long runs go: a minute to ten years.
fn parse_duration(text: &str) -> Result<u32, Wrong> {
    let minutes = parse_minutes(text).ok();
    minutes
        .filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
        .ok_or_else(|| Wrong::new("typed-no-duration", text))
}

#[derive(Debug, Args, Default)]
pub(super) struct PlayArgs {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    /// Official key of the seat to take; without it the start screen asks.
    #[arg(long)]
    pub(super) seat: Option<String>,
    /// Leads the exercise in one room: sees everything, runs the clock, enters for every seat. It is
    /// recorded, by default in the folder of records.
    #[arg(long, conflicts_with = "seat")]
    pub(super) facilitator: bool,
    #[command(flatten)]
    pub(super) begin: BeginArgs,
    /// Records the exercise in this folder: every decision is on disk before it counts.
    #[arg(long, value_name = "DIR")]
    pub(super) record: Option<PathBuf>,
    /// Replaces a record that is in the folder.
    #[arg(long, requires = "record")]
    pub(super) force: bool,
    /// Goes on with the exercise recorded in this folder, and records on.
    #[arg(
        long,
        value_name = "DIR",
        conflicts_with_all = ["scenario", "set", "with", "start", "names", "seat", "facilitator", "seed", "pact", "response", "record"]
    )]
    pub(super) resume: Option<PathBuf>,
}

/// How a played exercise begins.
#[derive(Debug, Args, Default)]
pub(super) struct BeginArgs {
    /// Seed of all luck.
    #[arg(long)]
    pub(super) seed: Option<u64>,
    /// Phase of the pact.
    #[arg(long)]
    pub(super) pact: Option<String>,
    /// Response plan of the seats that nobody takes.
    #[arg(long)]
    pub(super) response: Option<String>,
}

/// Arguments of `host`.
#[cfg(feature = "host")]
#[derive(Debug, Args)]
pub(super) struct HostArgs {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    /// Where to listen. By default this machine only; 0.0.0.0:2222 is the whole local network.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:2222")]
    pub(super) listen: std::net::SocketAddr,
    /// The file of places: who may sign in, and for what; `--print-seats` makes one.
    #[arg(long, value_name = "FILE")]
    pub(super) seats: PathBuf,
    /// Prints a card for each place, as one HTML page, and ends. Draws codes for places that have none, and makes
    /// the file of places if there is none.
    #[arg(long)]
    pub(super) print_seats: bool,
    /// With `--print-seats`: draws new codes for all places; the old ones count no longer.
    #[arg(long, requires = "print_seats")]
    pub(super) new_codes: bool,
    /// With `--print-seats`: where to write the cards; by default to standard output.
    #[arg(short, long, value_name = "FILE", requires = "print_seats")]
    pub(super) out: Option<PathBuf>,
    /// With `--print-seats`: the name or address of this machine that stands on the cards.
    #[arg(long, value_name = "NAME", requires = "print_seats")]
    pub(super) address: Option<String>,
    #[command(flatten)]
    pub(super) begin: BeginArgs,
    /// Records the exercise in this folder; by default in the folder of records.
    #[arg(long, value_name = "DIR")]
    pub(super) record: Option<PathBuf>,
    /// Replaces what is there: a record, or a page of cards.
    #[arg(long)]
    pub(super) force: bool,
    /// Goes on with the exercise recorded in this folder, and records on.
    #[arg(
        long,
        value_name = "DIR",
        conflicts_with_all = ["scenario", "set", "start", "names", "seed", "pact", "response", "record", "print_seats"]
    )]
    pub(super) resume: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// Folder of a recorded exercise.
    pub(super) record: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct WhatifArgs {
    /// Folder of a recorded exercise.
    pub(super) record: PathBuf,
    /// From when on it is otherwise: time since the start of the exercise, as in 2d or 12h, or a date of the
    /// scenario, as in 2027-02-22 or 2027-02-22T09:00. By default the whole exercise.
    #[arg(long, value_name = "T")]
    pub(super) from: Option<String>,
    /// Leaves something out: `aid`, or the number of a line of the journal; may be repeated.
    #[arg(long, value_name = "aid|LINE", value_parser = parse_without)]
    pub(super) without: Vec<Without>,
    /// Lets the decision of a line of the journal come earlier or later, as in 41=-2h or 41=+1d; may be repeated.
    #[arg(long = "move", value_name = "LINE=TIME", value_parser = parse_move, allow_hyphen_values = true)]
    pub(super) moved: Vec<(u64, i64)>,
    /// Another phase of the pact.
    #[arg(long)]
    pub(super) pact: Option<String>,
    /// Changes one figure of the scenario, for example `service.kfz.waz=24h`; may be repeated.
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = parse_override)]
    pub(super) set: Vec<(String, String)>,
    /// Lays a file over the scenario of the record, such as a draft of the pact; may be repeated. Its pacts can then be
    /// named.
    #[arg(long, value_name = "FILE")]
    pub(super) with: Vec<PathBuf>,
    /// Adds the acts of this file, one JSON object a line as in the journal: `seat`, `command` and `minute`; without
    /// `minute` at the time of --from.
    #[arg(long, value_name = "FILE")]
    pub(super) command: Option<PathBuf>,
    /// Plays both courses in so many other futures too.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub(super) runs: u32,
    /// Prints a JSON document instead of tables.
    #[arg(long)]
    pub(super) json: bool,
}

/// What is left out of a recorded exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Without {
    Aid,
    Line(u64),
}

fn parse_move(text: &str) -> Result<(u64, i64), Wrong> {
    let wrong = || Wrong::new("typed-no-move", text);
    let (line, by) = text.split_once('=').ok_or_else(wrong)?;
    let line = line.parse().map_err(|_| wrong())?;
    let (sign, span) = match by.strip_prefix('-') {
        Some(span) => (-1, span),
        None => (1, by.strip_prefix('+').unwrap_or(by)),
    };
    let minutes = parse_minutes(span).map_err(|_| wrong())?;
    Ok((line, sign * i64::from(minutes)))
}

fn parse_without(text: &str) -> Result<Without, Wrong> {
    match text {
        "aid" => Ok(Without::Aid),
        line => line
            .parse()
            .map(Without::Line)
            .map_err(|_| Wrong::new("typed-no-line", line)),
    }
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    /// Folder of a recorded exercise.
    pub(super) record: PathBuf,
    /// Where to write it; by default to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// The form; by default as the file ends (.html, .md, .csv, .json), HTML where it has no ending.
    #[arg(long, value_enum)]
    pub(super) format: Option<ReportFormat>,
    /// Plays the decisions in so many other futures too, to say what luck did, and with each assumption at both ends of
    /// its spread, to say which of them matter; 0 leaves both out.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub(super) runs: u32,
    /// A folder whose files replace templates of the same name: report.html, council.html, style.css, report.md.
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Replaces what is there.
    #[arg(long)]
    pub(super) force: bool,
}

/// Forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    Html,
    Markdown,
    Csv,
    Json,
}

impl ReportFormat {
    /// Its name, as people know it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    /// A folder for one page each, or a file that ends with .html for all in one.
    #[arg(short, long, value_name = "DIR|FILE")]
    pub(super) out: PathBuf,
    /// Only one of them.
    #[arg(long, value_enum)]
    pub(super) only: Option<HandoutName>,
    /// A folder whose files replace templates of the same name.
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Replaces what is there.
    #[arg(long)]
    pub(super) force: bool,
}

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HandoutName {
    RunBook,
    Injects,
    Seats,
    Answers,
    Questionnaire,
}

#[derive(Debug, Args)]
pub(super) struct WallArgs {
    /// Folder of a recorded exercise; it may be running. Without one the record that was written last.
    pub(super) record: Option<PathBuf>,
    /// Prints the page once as text and ends.
    #[arg(long)]
    pub(super) once: bool,
    /// Columns of `--once`.
    #[arg(long, default_value_t = 120, requires = "once", value_parser = clap::value_parser!(u16).range(20..=500))]
    pub(super) width: u16,
    /// Lines of `--once`.
    #[arg(long, default_value_t = 40, requires = "once", value_parser = clap::value_parser!(u16).range(5..=300))]
    pub(super) height: u16,
}

#[derive(Debug, Args)]
pub(super) struct ObserveArgs {
    /// Folder of a recorded exercise; it may be running.
    pub(super) record: PathBuf,
    /// What was seen, in words.
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
    /// Official key of the seat it is about; by default all.
    #[arg(long)]
    pub(super) seat: Option<String>,
    /// Id of the objective it is about.
    #[arg(long, value_name = "ID")]
    pub(super) objective: Option<String>,
    /// How the objective was reached: P without challenges, S with some, M with major ones, U unable.
    #[arg(long, value_enum, ignore_case = true)]
    pub(super) rating: Option<RatingName>,
    /// What the note is.
    #[arg(long, value_enum)]
    pub(super) kind: Option<NoteKindName>,
    /// Numbers of journal lines that show it, as in 41,42.
    #[arg(long, value_delimiter = ',', value_name = "LINES")]
    pub(super) evidence: Vec<u64>,
    /// When it was seen, as in `whatif --from`; by default at the last line of the journal.
    #[arg(long, value_name = "T")]
    pub(super) at: Option<String>,
    /// Takes over answers of the questionnaire: a table (CSV) with a column for each question and a row for each sheet.
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["note", "rating", "plan"])]
    pub(super) answers: Option<PathBuf>,
    /// Writes the improvement plan into the record (improvements.csv), to be filled in.
    #[arg(long, conflicts_with_all = ["note", "rating"])]
    pub(super) plan: bool,
    /// Replaces an improvement plan that is there.
    #[arg(long, requires = "plan")]
    pub(super) force: bool,
}

/// Ratings as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RatingName {
    P,
    S,
    M,
    U,
}

impl From<RatingName> for Rating {
    fn from(name: RatingName) -> Self {
        match name {
            RatingName::P => Self::Performed,
            RatingName::S => Self::SomeChallenges,
            RatingName::M => Self::MajorChallenges,
            RatingName::U => Self::Unable,
        }
    }
}

/// Kinds of notes as they are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum NoteKindName {
    Observation,
    Strength,
    Improvement,
}

impl From<NoteKindName> for NoteKind {
    fn from(name: NoteKindName) -> Self {
        match name {
            NoteKindName::Observation => Self::Observation,
            NoteKindName::Strength => Self::Strength,
            NoteKindName::Improvement => Self::Improvement,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    /// Seed of all luck.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Replication under the seed.
    #[arg(long, default_value_t = 0)]
    pub(super) replication: u64,
    /// Phase of the pact; by default that of the scenario.
    #[arg(long)]
    pub(super) pact: Option<String>,
    /// Response plan of all seats; by default `by_the_book`.
    #[arg(long)]
    pub(super) response: Option<String>,
    /// How long to run from the start of the exercise, as in 90d or 12h; by default the scenario's horizon.
    #[arg(long, value_parser = parse_duration)]
    pub(super) until: Option<u32>,
    /// Prints a JSON document instead of a table.
    #[arg(long)]
    pub(super) json: bool,
    /// Prints the services as CSV instead of a table: comma, point, one row per administration and service.
    #[arg(long, conflicts_with = "json")]
    pub(super) csv: bool,
}

#[derive(Debug, Args)]
pub(super) struct ValidateArgs {
    /// Milestones of your own, in a RON file beside the scenarios it names; without it, the published ones of the
    /// program.
    #[arg(value_name = "FILE")]
    pub(super) milestones: Option<PathBuf>,
    /// How many runs of each incident.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) runs: u32,
    /// Seed of all luck.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Response plan of all seats.
    #[arg(long, default_value = "ad_hoc")]
    pub(super) response: String,
    /// Changes one figure in all incidents, as in `run`; may be repeated.
    #[arg(long = "set", value_name = "PATH=VALUE", value_parser = parse_override)]
    pub(super) set: Vec<(String, String)>,
    /// Threads; by default one for each processor. The result is the same for any number.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    /// Prints a JSON document instead of a table.
    #[arg(long, conflicts_with = "markdown")]
    pub(super) json: bool,
    /// Prints the table as docs/VALIDATION.md has it.
    #[arg(long, hide = true)]
    pub(super) markdown: bool,
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// Folder to write to; it is made if it does not exist.
    pub(super) dir: PathBuf,
    /// What to start from: a scenario of the program, `provider-star`, or `catalogue`, the files that the others
    /// include as `catalogue/NAME.ron`, to look things up in.
    #[arg(long, default_value = "einstieg", value_parser = templates())]
    pub(super) template: String,
    /// A filled-in sheet (CSV of a spreadsheet) to make a scenario from; may be repeated.
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["bogen", "template", "size"])]
    pub(super) from: Vec<PathBuf>,
    /// Writes a sheet to fill in, for the figures of an administration.
    #[arg(long, conflicts_with_all = ["template", "size"])]
    pub(super) bogen: bool,
    /// How many municipalities, for `provider-star`.
    #[arg(long)]
    pub(super) size: Option<u32>,
    /// Overwrites what is there.
    #[arg(long)]
    pub(super) force: bool,
}

/// The template that is made anew each time.
pub(super) const PROVIDER_STAR: &str = "provider-star";
/// The template that holds what all scenarios may include.
pub(super) const CATALOGUE: &str = "catalogue";

fn templates() -> clap::builder::PossibleValuesParser {
    let scenarios = embedded().iter().chain(incidents()).copied();
    scenarios
        .chain([PROVIDER_STAR, CATALOGUE])
        .collect::<Vec<_>>()
        .into()
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Files, folders or names of embedded scenarios.
    #[arg(required = true)]
    pub(super) scenarios: Vec<String>,
    /// Lays a file over each of them first, such as a draft of the pact; may be repeated.
    #[arg(long, value_name = "FILE")]
    pub(super) with: Vec<PathBuf>,
    /// Runs the script dry as well, where nobody decides and where bots do, and says what stands against beginning.
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct PictureArgs {
    #[command(flatten)]
    pub(super) scenario: ScenarioArgs,
    /// Where to write it.
    #[arg(short, long)]
    pub(super) out: PathBuf,
    /// Draws what can be reckoned from the start screen instead of a seat.
    #[arg(long)]
    pub(super) drill: bool,
    /// Official key of the seat.
    #[arg(long, default_value = "06431002")]
    pub(super) seat: String,
    /// Keys to press first; `<enter>`, `<tab>`, `<esc>` and arrows are named.
    #[arg(long, default_value = "")]
    pub(super) keys: String,
    /// Columns.
    #[arg(long, default_value_t = 100)]
    pub(super) width: u16,
    /// Lines.
    #[arg(long, default_value_t = 30)]
    pub(super) height: u16,
    /// Seed of all luck.
    #[arg(long, default_value_t = 1)]
    pub(super) seed: u64,
    /// Phase of the pact.
    #[arg(long)]
    pub(super) pact: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// A command, as in `run`; without one, the program as a whole.
    pub(super) command: Option<String>,
}
