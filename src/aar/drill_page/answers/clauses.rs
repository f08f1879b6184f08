//! Which clauses carry a draft, which harm it, which hardly count, and of which nothing can be said.

use super::{NAMED, listed};
use crate::aar::drill_page::names::Names;
use crate::drill::{ClauseRole, ClauseSummary, DrillResult};
use crate::vocab::Text;

/// Clauses of these roles, those without which most hours change first; as in the contract where nothing is sure.
pub(super) fn of_roles<'a>(
    result: &'a DrillResult,
    roles: &[ClauseRole],
) -> Vec<&'a ClauseSummary> {
    let all = result.clauses.iter();
    let mut all: Vec<_> = all.filter(|of| roles.contains(&of.role)).collect();
    if !roles.contains(&ClauseRole::Open) {
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

/// Says of clauses that carry or harm that all this is small beside what is lost, where it is so.
pub(super) fn all_small(result: &DrillResult) -> Option<Text> {
    let named = of_roles(result, &[ClauseRole::Carries, ClauseRole::Harms]);
    let is_so = !named.is_empty() && named.iter().all(|of| of.is_small);
    is_so.then(|| Text::new("dp-clause-all-small"))
}

pub(super) fn clause(result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    if result.clauses.is_empty() {
        return vec![names.further("dp-clause-open", "dp-clause-open-menu")];
    }
    let one = |key: &'static str, of: &ClauseSummary| {
        let without = &of.weighted_lost_without;
        let hours = without.mean.unwrap_or(0.0).abs();
        let mut ends = [without.ci95_low, without.ci95_high].map(|end| end.unwrap_or(hours).abs());
        ends.sort_by(f64::total_cmp);
        let part = match of.share_of_gain {
            Some(share) => {
                Text::new("dp-clause-part").name("of_100", names.number(share.abs() * 100.0))
            }
            None => Text::new("dp-clause-no-part"),
        };
        Text::new(key)
            .name("clause", names.clause_title(&of.clause))
            .name("hours", names.rounded(hours))
            .name("least", names.rounded(ends[0]))
            .name("most", names.rounded(ends[1]))
            .text("part", part)
            .text("sure", Text::new(of.verdict.sureness.key()))
    };
    let of_people = |key: &'static str, of: &ClauseSummary| {
        let people = of.unpaid_without.mean.unwrap_or(0.0).abs();
        Text::new(key)
            .name("clause", names.clause_title(&of.clause))
            .name("people", names.rounded(people))
            .text("sure", Text::new(of.unpaid_verdict.sureness.key()))
    };
    let each = |role: ClauseRole| of_roles(result, &[role]).into_iter().take(NAMED);
    let mut said: Vec<Text> = Vec::new();
    said.extend(each(ClauseRole::Carries).map(|of| one("dp-clause-one", of)));
    said.extend(each(ClauseRole::Pays).map(|of| of_people("dp-clause-pays", of)));
    if said.is_empty() {
        said.push(Text::new("dp-clause-none"));
    }
    said.extend(each(ClauseRole::Harms).map(|of| one("dp-clause-harms", of)));
    said.extend(each(ClauseRole::Delays).map(|of| of_people("dp-clause-delays", of)));
    said.extend(all_small(result));
    let of_role =
        |key: &'static str, role: ClauseRole| named(key, &of_roles(result, &[role]), names);
    said.extend(of_role("dp-clause-little", ClauseRole::Little));
    let open = of_roles(result, &[ClauseRole::Open]).len();
    if open > 0 {
        said.push(Text::new("dp-clause-idle").count("count", open as i64));
    }
    said.extend(of_role("dp-clause-unused", ClauseRole::Unused));
    said
}
