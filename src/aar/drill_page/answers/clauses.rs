//! Which clauses carry a draft, which harm it, and of which nothing can be said.

use super::{NAMED, listed};
use crate::aar::drill_page::names::Names;
use crate::drill::{ClauseRole, ClauseSummary, DrillResult};
use crate::vocab::Text;

/// Clauses of one role, those without which the most changes first; as in the contract where nothing is sure.
pub(super) fn of_role(result: &DrillResult, role: ClauseRole) -> Vec<&ClauseSummary> {
    let all = result.clauses.iter();
    let mut all: Vec<_> = all.filter(|of| of.role() == role).collect();
    if matches!(role, ClauseRole::Carries | ClauseRole::Harms) {
        let size = |of: &ClauseSummary| of.weighted_lost_without.mean.unwrap_or(0.0).abs();
        all.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }
    all
}

/// A sentence that names some of them and says how many more there are; nothing of none.
pub(super) fn named(
    key: &'static str,
    clauses: &[&ClauseSummary],
    names: &Names<'_>,
) -> Option<Text> {
    let titles = clauses.iter().take(NAMED);
    let titles = listed(titles.map(|of| names.clause_title(&of.clause)));
    let more = clauses.len().saturating_sub(NAMED);
    (!clauses.is_empty()).then(|| {
        Text::new(key)
            .name("clauses", titles)
            .count("more", more as i64)
    })
}

pub(super) fn clause(result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    if result.clauses.is_empty() {
        return vec![Text::new("dp-clause-open")];
    }
    let carrying = of_role(result, ClauseRole::Carries);
    let one = |key: &'static str, of: &ClauseSummary| {
        let hours = of.weighted_lost_without.mean.unwrap_or(0.0).abs();
        Text::new(key)
            .name("clause", names.clause_title(&of.clause))
            .name("hours", names.rounded(hours))
            .text("sure", Text::new(of.verdict.sureness.key()))
    };
    let mut said = Vec::new();
    if carrying.is_empty() {
        said.push(Text::new("dp-clause-none"));
    }
    let carrying = carrying.into_iter().take(NAMED);
    said.extend(carrying.map(|of| one("dp-clause-one", of)));
    let harming = of_role(result, ClauseRole::Harms).into_iter().take(NAMED);
    said.extend(harming.map(|of| one("dp-clause-harms", of)));
    let open = of_role(result, ClauseRole::Open).len();
    if open > 0 {
        said.push(Text::new("dp-clause-idle").count("count", open as i64));
    }
    said.extend(named(
        "dp-clause-unused",
        &of_role(result, ClauseRole::Unused),
        names,
    ));
    said
}
