//! What is wrong with kept runs and with parts, in words that say what to do.

use std::path::Path;

use super::super::Failure;
use crate::drill::{Differs, LineFault, NotKept, ShardFault};
use crate::vocab::Text;

/// What helps where runs are gone on from.
const GO_ON: &str = "drill-help-go-on";
/// What helps where parts are put together.
const AGAIN: &str = "drill-help-again";

impl From<NotKept> for Failure {
    fn from(fault: NotKept) -> Self {
        match fault {
            NotKept::Io { path, source } => Self::file(&path, &source),
            NotKept::Busy(path) => Self::bad(named("drill-kept-busy", &path)),
            NotKept::Damaged(fault) => of_parts(fault, GO_ON),
            NotKept::Another { path, what } => {
                Self::bad(named("drill-kept-another", &path).text("what", differs(what)))
            }
        }
    }
}

/// Why parts cannot be put together.
pub(super) fn not_merged(fault: ShardFault) -> Failure {
    of_parts(fault, AGAIN)
}

fn of_parts(fault: ShardFault, help: &'static str) -> Failure {
    let text = match fault {
        ShardFault::Io { path, source } => return Failure::file(&path, &source),
        ShardFault::Line { path, line, why } => {
            let help = match (&why, line) {
                // Without what all lines have in common the others are worth nothing.
                (LineFault::Form(_), _) | (_, 1) => AGAIN,
                _ => help,
            };
            named("drill-part-line", &path)
                .count("line", line as i64)
                .text("why", of_line(why))
                .text("help", Text::new(help).count("line", line as i64))
        }
        ShardFault::Empty(folder) => named("drill-part-none", &folder),
        ShardFault::Another { paths, first, what } => {
            let paths: Vec<String> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            named("drill-part-another", &first)
                .name("others", paths.join(", "))
                .text("what", differs(what))
        }
        ShardFault::Twice { run, first, again } if first.0 == again.0 => {
            named("drill-part-twice-in-one", &first.0)
                .count("run", run)
                .count("line", first.1 as i64)
                .count("again", again.1 as i64)
                .text("help", Text::new(AGAIN))
        }
        ShardFault::Twice { run, first, again } => named("drill-part-twice", &first.0)
            .count("run", run)
            .name("other", again.0.display().to_string()),
        ShardFault::Missing {
            count,
            of,
            first,
            shard,
        } => Text::new("drill-part-missing")
            .count("count", count)
            .count("of", of)
            .count("first", first)
            .name("shard", shard),
    };
    Failure::bad(text)
}

fn named(key: &'static str, path: &Path) -> Text {
    Text::new(key).name("path", path.display().to_string())
}

fn of_line(fault: LineFault) -> Text {
    match fault {
        LineFault::Changed => Text::new("drill-line-changed"),
        LineFault::Form(form) => Text::new("drill-line-form").name("form", form),
        LineFault::Impossible => Text::new("drill-line-impossible"),
        LineFault::Misfit => Text::new("drill-line-misfit"),
        LineFault::OutOfOrder => Text::new("drill-line-out-of-order"),
    }
}

fn differs(what: Differs) -> Text {
    Text::new(match what {
        Differs::Version => "drill-differs-version",
        Differs::Scenario => "drill-differs-scenario",
        Differs::Seed => "drill-differs-seed",
        Differs::Runs => "drill-differs-runs",
        Differs::Until => "drill-differs-until",
        Differs::Varied => "drill-differs-varied",
        Differs::Assumptions => "drill-differs-assumptions",
        Differs::Figure => "drill-differs-figure",
        Differs::Parts => "drill-differs-parts",
    })
}
