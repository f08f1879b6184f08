//! `beistand check` and `beistand scenarios`.

use std::io::Write;

use super::args::{CheckArgs, Common};
use super::{Failure, Outcome};
use crate::scenario::{embedded, load};
use crate::words::Lang;

/// Checks every scenario named and prints everything that is wrong with any of them.
pub(super) fn check(args: &CheckArgs, common: &Common) -> Outcome {
    let reports: Vec<String> = args
        .scenarios
        .iter()
        .filter_map(|name| load(name, &[]).err())
        .map(|problems| problems.render(common.colored_errors()))
        .collect();
    if reports.is_empty() {
        Ok(())
    } else {
        Err(Failure::Bad(reports.join("\n")))
    }
}

/// Lists the embedded scenarios with their titles.
pub(super) fn scenarios(common: &Common) -> Outcome {
    let mut out = std::io::stdout().lock();
    for name in embedded() {
        let scenario = load(name, &[]).map_err(|problems| Failure::Bad(problems.render(false)))?;
        let title = match common.lang() {
            Lang::De => &scenario.title.de,
            Lang::En => &scenario.title.en,
        };
        writeln!(out, "{name:<14} {title}")?;
    }
    Ok(())
}
