//! The command line: what a person types, and the documents and exit codes that come back.

mod answer_box;
mod args;
mod asking;
mod check;
mod csv;
mod design;
mod documents;
mod drill;
mod dry_run;
#[cfg(feature = "host")]
mod host;
mod lead;
mod new;
mod notebook;
mod observe;
mod picture;
mod play;
mod print;
mod progress;
mod read_marks;
mod record;
mod records;
mod replay;
mod report;
mod run;
mod shelf;
mod shell;
mod usage;
mod validate;
mod wall;
mod whatif;
mod whatif_curve;
mod whatif_document;
mod whatif_told;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::journal::why;
use crate::scenario::Problems;
use crate::vocab::Text;
use args::{Cli, Verb};

/// What went wrong, and with which exit code the program ends.
#[derive(Debug)]
enum Failure {
    /// Input or result is bad (exit code 1); the text is ready to print.
    Bad(String),
    /// The program was called in a way that cannot be (exit code 2).
    Usage(String),
    /// The same in words that are still to be said in the language asked for, with the exit code.
    Said(Box<Text>, u8),
    /// A scenario cannot be used (exit code 1).
    Scenario(Box<Problems>),
    /// Interrupted (exit code 130).
    Interrupted,
    /// Whoever read the output has gone; there is nobody to tell.
    ClosedPipe,
}

type Outcome = Result<(), Failure>;

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::bad(Text::new("cli-output").text("reason", why(&error)))
        }
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Scenario(Box::new(problems))
    }
}

impl Failure {
    /// Input or result is bad.
    fn bad(text: Text) -> Self {
        Self::Said(Box::new(text), 1)
    }

    /// The program was called in a way that cannot be.
    fn usage(text: Text) -> Self {
        Self::Said(Box::new(text), 2)
    }

    /// A file cannot be read or written.
    fn file(path: &Path, error: &std::io::Error) -> Self {
        let text = Text::new("cli-file")
            .name("path", path.display().to_string())
            .text("reason", why(error));
        Self::bad(text)
    }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error),
    };
    let outcome = match cli.verb.unwrap_or_default() {
        Verb::Play(args) => play::play(&args, &cli.common),
        #[cfg(feature = "host")]
        Verb::Host(args) => host::host(&args, &cli.common),
        Verb::Run(args) => run::run(&args, &cli.common),
        Verb::Design(args) => design::design(&args, &cli.common),
        Verb::Drill(args) => drill::drill(&args, &cli.common),
        Verb::Validate(args) => validate::validate(&args, &cli.common),
        Verb::Replay(args) => replay::replay(&args, &cli.common),
        Verb::Whatif(args) => whatif::whatif(&args, &cli.common),
        Verb::Report(args) => report::report(&args, &cli.common),
        Verb::Print(args) => print::print(&args, &cli.common),
        Verb::Wall(args) => wall::wall(&args, &cli.common),
        Verb::Observe(args) => observe::observe(&args, &cli.common),
        Verb::New(args) => new::new(&args, &cli.common),
        Verb::Check(args) => check::check(&args, &cli.common),
        Verb::Picture(args) => picture::picture(&args, &cli.common),
        Verb::Scenarios => check::scenarios(&cli.common),
        Verb::Completions(args) => shell::completions(&args),
        Verb::Man(args) => shell::man(&args),
    };
    match outcome {
        Ok(()) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Bad(text)) => fail(&text, 1),
        Err(Failure::Usage(text)) => fail(&text, 2),
        Err(Failure::Said(text, code)) => fail(&record::words_of(&cli.common, &text), code),
        Err(Failure::Scenario(problems)) => {
            let color = cli.common.colored_errors();
            fail(&record::problems_in_words(&problems, color, &cli.common), 1)
        }
        Err(Failure::Interrupted) => ExitCode::from(130),
    }
}

fn fail(text: &str, code: u8) -> ExitCode {
    args::tell(text.trim_end());
    ExitCode::from(code)
}
