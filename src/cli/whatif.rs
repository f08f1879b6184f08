//! `beistand whatif`: a recorded exercise again with something changed.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::Deserialize;

use super::args::{Common, WhatifArgs, Without, tell};
use super::play::seat_of;
use super::progress::Progress;
use super::record::{tell_oddities, unreadable, words_of};
use super::report::played;
use super::run::{no_response, pact_of};
use super::whatif_curve::Curves;
use super::whatif_document::{Compared, whatif_document};
use super::whatif_told::compared;
use super::{Failure, Outcome};
use crate::aar::{Course, FIGURES, FUTURE_FIGURES, Futures, Question, WhatIf, first_changed};
use crate::command::Command;
use crate::exercise::{Line, Origin, World};
use crate::journal::{Entry, Folder, Lost, open};
use crate::scenario::{Calendar, Scenario, lay_over_copy, load_copied};
use crate::sim::{RunMetrics, ServiceMetrics};
use crate::view::{AidLeftOut, decisions_told, lowest_told};
use crate::vocab::{Arg, HOUR, SimTime, Text, parse_minutes};
use crate::words::Words;

/// Cells of a name in a table.
const NAME: usize = 36;

/// Cells of a figure of the region: the table fits 80.
const SUM: usize = 13;

/// Cells of a figure.
const FIGURE: usize = 14;

/// Cells of whether the longest tolerable outage was kept to, in both courses.
const LATEST: usize = 11;

pub(super) fn whatif(args: &WhatifArgs, common: &Common) -> Outcome {
    let record = open(&args.record).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, &args.record, common);
    let beginning = &record.beginning;
    let world = World::new(Arc::clone(&beginning.scenario));
    let calendar = world.calendar().clone();
    let question = question(args, &record, &calendar, common)?;
    // What does not play as it was recorded cannot be compared with anything.
    let recorded = played(&record, &args.record, common)?;
    let asked = WhatIf::new(beginning, &record.entries, question.clone())
        .map_err(|known| no_response(&question.scenario, &beginning.response, &known))?;
    if let Some(line) = missing(&question, &asked) {
        let text = Text::new("whatif-no-decision").name("line", line.to_string());
        return Err(Failure::Usage(words_of(common, &text)));
    }
    if let Some(early) = too_early(&question, &asked, &calendar) {
        return Err(Failure::Usage(words_of(common, &early)));
    }
    tell_other_pacts(args, &question, common);
    let (played, changed) = (asked.played(), asked.changed());
    if let Some(lost) = played.lost.first() {
        let text = Text::new("whatif-bots-otherwise").name("line", lost.deed.sequence.to_string());
        return Err(Failure::Bad(words_of(common, &text)));
    }
    let mut futures = None;
    if args.runs > 0 {
        let progress = Progress::new(args.runs, common)?;
        let found = asked.futures(args.runs, &progress);
        progress.clear();
        futures = Some(found);
    }
    let curves = Curves::of(&asked, &played, &changed);
    let mut out = std::io::stdout().lock();
    if args.json {
        let document = whatif_document(&Compared {
            record: &record,
            recorded: &recorded,
            question: &question,
            args,
            courses: [&played, &changed],
            aid_left_out: asked.aid_left_out(),
            curves: &curves,
            futures: &futures,
        });
        serde_json::to_writer_pretty(&mut out, &document).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        let page = Page {
            words: Words::new(common.lang()),
            record: &record,
            calendar: &calendar,
            aid_left_out: asked.aid_left_out(),
        };
        writeln!(out, "{}", page.words.msg("run-label"))?;
        for text in compared(&recorded, &question, args) {
            writeln!(out, "{}", page.words.say(&text))?;
        }
        page.print(&mut out, &played, &changed, futures.as_ref())?;
        writeln!(out)?;
        let bands = futures.as_ref().map(|futures| &futures.curves);
        curves.print(&mut out, &page.words, &calendar, bands)?;
        let lowest = lowest_told(curves.lowest);
        writeln!(out, "{}", page.words.say(&lowest))?;
    }
    out.flush()?;
    match futures {
        Some(futures) if futures.runs < args.runs => Err(Failure::Interrupted),
        _ => Ok(()),
    }
}

/// Reads what is asked.
fn question(
    args: &WhatifArgs,
    record: &Folder,
    calendar: &Calendar,
    common: &Common,
) -> Result<Question, Failure> {
    let usage = |key: &'static str| Failure::Usage(words_of(common, &Text::new(key)));
    let beginning = &record.beginning;
    let as_it_was = args.set.is_empty() && args.with.is_empty();
    let nothing = args.without.is_empty() && args.pact.is_none() && as_it_was;
    if nothing && args.moved.is_empty() && args.command.is_none() {
        return Err(usage("whatif-nothing"));
    }
    if args.from.is_some() && (args.pact.is_some() || !as_it_was) {
        return Err(usage("whatif-from-the-beginning"));
    }
    let from = match &args.from {
        Some(text) => Some(moment(text, &beginning.scenario, calendar).ok_or_else(|| {
            let text = Text::new("whatif-no-moment").name("given", text.as_str());
            Failure::Usage(words_of(common, &text))
        })?),
        None => moment_of_change(args, record),
    };
    let scenario = if as_it_was {
        Arc::clone(&beginning.scenario)
    } else {
        let set = [&beginning.set[..], &args.set].concat();
        lay_over_copy(&beginning.files, &beginning.staging, &args.with)
            .and_then(|(files, staging)| load_copied(&files, &set, &staging))
            .map(Arc::new)?
    };
    let pact = match &args.pact {
        Some(name) => pact_of(&scenario, Some(name))?,
        // A file laid over may bring pacts: the one that was in force keeps its name, not its place.
        None => pact_of(
            &scenario,
            Some(&beginning.scenario.pacts[beginning.start.pact].id),
        )?,
    };
    Ok(Question {
        from,
        without_aid: args.without.contains(&Without::Aid),
        without: left_out(args),
        moved: args.moved.clone(),
        added: match &args.command {
            Some(file) => added(file, from, &scenario, common)?,
            None => Vec::new(),
        },
        scenario,
        pact,
    })
}

/// The moment of the question where it is about decisions only.
fn moment_of_change(args: &WhatifArgs, record: &Folder) -> Option<SimTime> {
    let is_about_all = args.without.contains(&Without::Aid) || args.pact.is_some();
    let is_scenario = !args.set.is_empty() || !args.with.is_empty();
    if is_about_all || is_scenario || args.command.is_some() {
        return None;
    }
    let start_ex = record.beginning.scenario.start_ex;
    first_changed(&record.entries, &left_out(args), &args.moved, start_ex)
}

/// Lines of the journal that are to be left out.
fn left_out(args: &WhatifArgs) -> Vec<u64> {
    let lines = args.without.iter().filter_map(|without| match without {
        Without::Line(line) => Some(*line),
        Without::Aid => None,
    });
    lines.collect()
}

/// Reads a moment: a duration since `StartEx`, or a date and time of the scenario.
pub(super) fn moment(text: &str, scenario: &Scenario, calendar: &Calendar) -> Option<SimTime> {
    if let Ok(minutes) = parse_minutes(text) {
        return Some(scenario.start_ex.after(minutes));
    }
    if let Ok(date) = text.parse::<Date>()
        && !text.contains(['T', ' '])
    {
        return calendar.start_of(date);
    }
    let at: DateTime = text.parse().ok()?;
    let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
    let begins = calendar.start_of(at.date())?;
    let usual = begins.after(u32::from(hour) * HOUR + u32::from(minute));
    // On two days of the year clocks are set.
    let earlier = usual.0.checked_sub(HOUR).map(SimTime);
    let candidates = [Some(usual), earlier, Some(usual.after(HOUR))];
    candidates.into_iter().flatten().find(|at| {
        let stamp = calendar.stamp(*at);
        (stamp.hour, stamp.minute) == (hour, minute)
    })
}

/// An act as it stands in a file.
#[derive(Deserialize)]
struct Added {
    minute: Option<SimTime>,
    seat: String,
    command: Command,
}

/// Reads the acts that are added.
fn added(
    file: &Path,
    from: Option<SimTime>,
    scenario: &Scenario,
    common: &Common,
) -> Result<Vec<Line>, Failure> {
    let named = |key: &'static str, line: usize| {
        Text::new(key)
            .name("path", file.display().to_string())
            .name("line", line.to_string())
    };
    let text = std::fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?;
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let added: Added = serde_json::from_str(line).map_err(|error| {
            let text = named("whatif-line", number).name("error", error.to_string());
            Failure::Bad(words_of(common, &text))
        })?;
        let minute = added.minute.or(from).ok_or_else(|| {
            Failure::Bad(words_of(common, &named("whatif-line-no-minute", number)))
        })?;
        if minute > scenario.start_ex.after(scenario.horizon_minutes) {
            return Err(Failure::Bad(words_of(
                common,
                &named("whatif-line-after-end", number),
            )));
        }
        lines.push(Line {
            minute,
            seat: seat_of(scenario, &added.seat)?,
            // It is who asks that has it done.
            origin: Origin::Facilitator,
            command: added.command,
        });
    }
    Ok(lines)
}

/// The first line that is to be left out and is no decision.
fn missing(question: &Question, asked: &WhatIf) -> Option<u64> {
    let is_there = |line: &u64| asked.decided().iter().any(|deed| deed.sequence == *line);
    let moved = question.moved.iter().map(|(line, _)| line);
    let mut lines = question.without.iter().chain(moved);
    lines.find(|line| !is_there(line)).copied()
}

/// What is said of a decision that would come before the exercise begins.
fn too_early(question: &Question, asked: &WhatIf, calendar: &Calendar) -> Option<Text> {
    let start_ex = question.scenario.start_ex;
    question.moved.iter().find_map(|(line, by)| {
        let mut decided = asked.decided().iter();
        let at = decided.find(|deed| deed.sequence == *line)?.line.minute;
        let most = at.0.saturating_sub(start_ex.0);
        (*by < -i64::from(most)).then(|| {
            Text::new("whatif-too-early")
                .name("line", line.to_string())
                .with("at", Arg::Moment(calendar.stamp(start_ex)))
                .name("minutes", most.to_string())
        })
    })
}

/// Says which figures are those of a pact that is not in force: they change nothing.
fn tell_other_pacts(args: &WhatifArgs, question: &Question, common: &Common) {
    let in_force = &question.scenario.pacts[question.pact].id;
    for (path, _) in &args.set {
        let mut parts = path.split('.');
        if let (Some("pact"), Some(other)) = (parts.next(), parts.next())
            && other != in_force
        {
            let text = Text::new("whatif-other-pact")
                .name("path", path)
                .name("other", other)
                .name("pact", in_force);
            tell(words_of(common, &text));
        }
    }
}

/// What people read.
struct Page<'a> {
    words: Words,
    record: &'a Folder,
    calendar: &'a Calendar,
    /// What is left out where nobody helps.
    aid_left_out: Option<AidLeftOut>,
}

impl Page<'_> {
    fn print(
        &self,
        out: &mut impl Write,
        played: &Course,
        changed: &Course,
        futures: Option<&Futures>,
    ) -> std::io::Result<()> {
        let words = &self.words;
        let metrics = [played, changed].map(|course| course.exercise.sim().run_metrics());
        let entries = &self.record.entries;
        let last = entries.last().map(Entry::minute);
        if let Some(last) = last.filter(|last| *last < played.exercise.end()) {
            let until = Text::new("whatif-recorded-until").with("at", self.moment(last));
            writeln!(out, "{}", words.say(&until))?;
        }
        writeln!(out)?;
        self.region(out, &metrics)?;
        writeln!(out)?;
        self.services(out, &metrics)?;
        self.lost(out, &changed.lost)?;
        if self.aid_left_out.is_some() {
            writeln!(out, "{}", words.msg("whatif-overstates"))?;
        }
        match futures {
            Some(futures) => self.futures(out, futures),
            None => Ok(()),
        }
    }

    fn moment(&self, at: SimTime) -> Arg {
        Arg::Moment(self.calendar.stamp(at))
    }

    fn number(&self, value: f64) -> String {
        self.words.number(value.round() as i64)
    }

    /// A figure with its sign.
    fn by(&self, value: f64) -> String {
        let rounded = value.round() as i64;
        if rounded > 0 {
            format!("+{}", self.words.number(rounded))
        } else {
            self.words.number(rounded)
        }
    }

    fn region(&self, out: &mut impl Write, metrics: &[RunMetrics; 2]) -> std::io::Result<()> {
        let words = &self.words;
        writeln!(
            out,
            "{:<NAME$} {:>SUM$} {:>SUM$} {:>SUM$}",
            words.msg("whatif-region"),
            words.msg("whatif-played"),
            words.msg("whatif-changed"),
            words.msg("whatif-difference")
        )?;
        for (key, figure) in FIGURES {
            let [played, changed] = [0, 1].map(|at| figure(&metrics[at]));
            writeln!(
                out,
                "{:<NAME$} {:>SUM$} {:>SUM$} {:>SUM$}",
                words.msg(key),
                self.number(played),
                self.number(changed),
                self.by(changed.round() - played.round())
            )?;
        }
        Ok(())
    }

    /// The services of persons' seats that were down in one of the courses.
    fn services(&self, out: &mut impl Write, metrics: &[RunMetrics; 2]) -> std::io::Result<()> {
        let words = &self.words;
        let scenario = &self.record.beginning.scenario;
        for seat in &self.record.beginning.persons {
            let both = metrics[0].services.iter().zip(&metrics[1].services);
            let own = both.filter(|(played, changed)| {
                played.administration == *seat
                    && (played.first_down.is_some() || changed.first_down.is_some())
            });
            let mut own = own.peekable();
            let name = &scenario.administrations[seat.index()].name;
            if own.peek().is_none() {
                writeln!(out, "{name}\n  {}\n", words.msg("ui-asked-never-down"))?;
                continue;
            }
            writeln!(
                out,
                "{name:<NAME$} {:>FIGURE$} {:>FIGURE$} {:>FIGURE$} {:>FIGURE$} {:>LATEST$}",
                words.msg("whatif-emergency"),
                words.msg("whatif-changed"),
                words.msg("whatif-normal"),
                words.msg("whatif-changed"),
                words.msg("ui-asked-mta"),
            )?;
            for (played, changed) in own {
                let template = &scenario.services[played.template];
                let name = words.msg(&format!("service-{}", template.id));
                let name: String = name.chars().take(NAME).collect();
                writeln!(
                    out,
                    "{name:<NAME$} {:>FIGURE$} {:>FIGURE$} {:>FIGURE$} {:>FIGURE$} {:>LATEST$}",
                    self.span(played, |of| of.minutes_to_emergency_level),
                    self.span(changed, |of| of.minutes_to_emergency_level),
                    self.span(played, |of| of.minutes_to_normal),
                    self.span(changed, |of| of.minutes_to_normal),
                    format!("{} {}", kept(played), kept(changed)),
                )?;
                self.later_outages(out, [played, changed])?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    /// A service that came back and fell again for longer: the figures above are those of its first outage.
    fn later_outages(
        &self,
        out: &mut impl Write,
        both: [&ServiceMetrics; 2],
    ) -> std::io::Result<()> {
        let words = &self.words;
        let courses = ["whatif-played", "whatif-changed"];
        for (course, of) in courses.into_iter().zip(both) {
            if let Some(minutes) = of.later_outage_minutes() {
                let text = Text::new("report-later-outage").with("span", Arg::Minutes(minutes));
                writeln!(out, "  {}, {}", words.msg(course), words.say(&text))?;
            }
        }
        Ok(())
    }

    fn span(&self, of: &ServiceMetrics, figure: fn(&ServiceMetrics) -> Option<u32>) -> String {
        match (of.first_down, figure(of)) {
            (None, _) => self.words.msg("whatif-never-down"),
            (_, Some(minutes)) => self.words.duration(minutes),
            (_, None) => "-".to_owned(),
        }
    }

    fn lost(&self, out: &mut impl Write, lost: &[Lost]) -> std::io::Result<()> {
        let words = &self.words;
        for text in decisions_told(self.aid_left_out, lost.len()) {
            writeln!(out, "{}", words.say(&text))?;
        }
        let scenario = &self.record.beginning.scenario;
        for Lost { deed, refusal } in lost {
            let key = if deed.sequence == 0 {
                "whatif-lost-added"
            } else {
                "whatif-lost-line"
            };
            let seat = &scenario.administrations[deed.line.seat.index()].name;
            let line = Text::new(key)
                .name("line", deed.sequence.to_string())
                .with("at", self.moment(deed.line.minute))
                .name("seat", seat.as_str())
                .text("reason", refusal.reason.clone());
            writeln!(out, "  {}", words.say(&line))?;
        }
        Ok(())
    }

    fn futures(&self, out: &mut impl Write, futures: &Futures) -> std::io::Result<()> {
        let words = &self.words;
        let runs = Text::new("whatif-futures").count("runs", i64::from(futures.runs));
        writeln!(out, "\n{}", words.say(&runs))?;
        writeln!(
            out,
            "{:<NAME$} {:>24} {:>24} {:>FIGURE$} {:>9} {:>9}",
            words.msg("whatif-middle"),
            words.msg("whatif-played"),
            words.msg("whatif-changed"),
            words.msg("whatif-difference"),
            words.msg("whatif-less"),
            words.msg("whatif-more"),
        )?;
        for (figure, key) in FUTURE_FIGURES {
            let Some(compared) = futures.figures.get(figure) else {
                continue;
            };
            let range = |of: &crate::aar::Spread| {
                format!("{} .. {}", self.number(of.q05), self.number(of.q95))
            };
            writeln!(
                out,
                "{:<NAME$} {:>24} {:>24} {:>FIGURE$} {:>9} {:>9}",
                words.msg(key),
                range(&compared.played),
                range(&compared.changed),
                self.by(compared.difference.mean().unwrap_or(0.0)),
                compared.less,
                compared.more
            )?;
        }
        Ok(())
    }
}

fn kept(service: &ServiceMetrics) -> &'static str {
    match service.mta_broken {
        Some(true) => "!!",
        Some(false) => "ok",
        None => "-",
    }
}
