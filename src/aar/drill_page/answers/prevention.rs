//! What prevention would bring for the money of the draft.

use super::{Compared, listed};
use crate::aar::drill_page::names::Names;
use crate::drill::{
    DifferenceSummary, Direction, PreventionSet, PreventionSummary, SMALL_SHARE, Verdict,
};
use crate::vocab::Text;

pub(super) fn prevention(of: &Compared<'_>) -> Vec<Text> {
    let names = of.names;
    let Some(found) = &of.result.prevention else {
        return vec![names.further("dp-prevention-open", "dp-prevention-open-menu")];
    };
    let money = found.money_per_year_eur;
    if money <= 0.0 {
        return vec![names.text("dp-prevention-no-money")];
    }
    let Some(cheapest) = found.cheapest_per_year_eur else {
        return vec![Text::new("dp-prevention-none")];
    };
    let Some(best) = best(found) else {
        return vec![
            names
                .text("dp-prevention-too-dear")
                .name("money", names.rounded(money))
                .name("price", names.rounded(cheapest)),
        ];
    };
    let mut said = vec![
        names
            .text("dp-prevention-set")
            .name("money", names.rounded(money))
            .name("clauses", clauses(best, names))
            .name("price", names.rounded(best.per_year_eur)),
        against_today(of, best),
        against_draft(of, best),
    ];
    if found.sets.len() > 1 {
        said.push(Text::new("dp-prevention-best-of").count("sets", found.sets.len() as i64));
    }
    said.push(Text::new("dp-prevention-not-averted"));
    said
}

/// Where prevention for the same money is better beyond doubt, whoever signs should know.
pub(super) fn is_better(of: &Compared<'_>) -> Option<Text> {
    let best = best(of.result.prevention.as_ref()?)?;
    let (beside, verdict) = (&best.weighted_lost_beside_draft, best.verdict_beside_draft);
    let is_better = verdict.told() == Some(Direction::Less);
    let counts = beside.mean?.abs() >= SMALL_SHARE * of.found.before;
    (is_better && counts).then(|| told(of, "dp-proposal-prevention", beside, verdict))
}

fn best(found: &PreventionSummary) -> Option<&PreventionSet> {
    found.sets.get(found.best?)
}

/// Its clauses in words.
pub(in crate::aar::drill_page) fn clauses(set: &PreventionSet, names: &Names<'_>) -> String {
    listed(set.clauses.iter().map(|id| names.prevention_title(id)))
}

fn against_today(of: &Compared<'_>, best: &PreventionSet) -> Text {
    let key = match best.verdict.told() {
        Some(Direction::Less) => "dp-prevention-less",
        Some(_) => "dp-prevention-more",
        None if best.verdict.direction == Direction::Same => "dp-prevention-same",
        None => "dp-prevention-unclear",
    };
    told(of, key, &best.weighted_lost_difference, best.verdict)
}

fn against_draft(of: &Compared<'_>, best: &PreventionSet) -> Text {
    let beside = &best.weighted_lost_beside_draft;
    let is_alike = beside.is_within(SMALL_SHARE * of.found.before);
    let key = match best.verdict_beside_draft.told() {
        _ if is_alike => "dp-prevention-like-draft",
        Some(Direction::Less) => "dp-prevention-beats-draft",
        Some(_) => "dp-prevention-below-draft",
        None => "dp-prevention-or-draft",
    };
    told(of, key, beside, best.verdict_beside_draft)
}

/// A sentence about the mean of a difference, and how sure it is.
fn told(
    of: &Compared<'_>,
    key: &'static str,
    difference: &DifferenceSummary,
    verdict: Verdict,
) -> Text {
    let hours = difference.mean.unwrap_or(0.0).abs();
    of.names
        .text(key)
        .name("hours", of.names.rounded(hours))
        .text("sure", Text::new(verdict.sureness.key()))
}
