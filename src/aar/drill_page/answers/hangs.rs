//! What the result hangs on: where inputs come from, what can be negotiated, bought or only admitted, and which assumption
//! would turn it.

use std::collections::BTreeSet;

use super::{NAMED, listed};
use crate::aar::drill_page::names::Names;
use crate::aar::drill_page::tornado;
use crate::drill::sensitivity::FigureEffect;
use crate::drill::{DrillResult, Head, of_100};
use crate::scenario::UncertainClass;
use crate::vocab::Text;

pub(super) fn hangs(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    let inputs = head.inputs;
    let [own, published, assumed] = of_100([inputs.own, inputs.published, inputs.assumed]);
    let mut said = vec![
        Text::new("dp-hangs-inputs")
            .count("own", own)
            .count("published", published)
            .count("assumed", assumed),
    ];
    let Some(of) = tornado::output(names, result) else {
        said.push(names.further("dp-hangs-open", "dp-hangs-open-menu"));
        return said;
    };
    let (mut assumptions, mut decisions) = (Vec::new(), Vec::new());
    let before = said.len();
    for (class, _) in tornado::CLASSES {
        let all = tornado::moving(of, class);
        let turns = all.iter().copied().filter(|row| row.turns).collect();
        let turns = each_clause_once(turns).into_iter();
        let turning = match class {
            UncertainClass::Assumption => &mut assumptions,
            _ => &mut decisions,
        };
        turning.extend(turns.map(|row| title(row, names)));
        let moving = each_clause_once(all);
        if !moving.is_empty() {
            let most = moving.iter().take(NAMED).map(|row| title(row, names));
            said.push(Text::new(class_key(class)).name("figures", listed(most)));
        }
    }
    if said.len() == before {
        said.push(Text::new("dp-hangs-nothing"));
        return said;
    }
    if !of.is_settled {
        said.push(Text::new("dp-hangs-unsettled"));
        return said;
    }
    let named = |key: &'static str, figures: Vec<String>| {
        let count = figures.len() as i64;
        let more = figures.len().saturating_sub(NAMED) as i64;
        Text::new(key)
            .count("count", count)
            .name("figures", listed(figures.into_iter().take(NAMED)))
            .count("more", more)
    };
    said.push(if assumptions.is_empty() {
        Text::new("dp-hangs-holds")
    } else {
        named("dp-hangs-turns", assumptions)
    });
    if !decisions.is_empty() {
        said.push(named("dp-hangs-turns-decided", decisions));
    }
    said
}

const fn class_key(class: UncertainClass) -> &'static str {
    match class {
        UncertainClass::Clause => "dp-hangs-clause",
        UncertainClass::Preparedness => "dp-hangs-preparedness",
        UncertainClass::Assumption => "dp-hangs-assumption",
    }
}

/// The clause that a figure switches, or one of whose terms it is.
fn clause_of(row: &FigureEffect) -> Option<&str> {
    let (path, _) = row.figure.set.first()?;
    let steps: Vec<&str> = path.split('.').collect();
    match steps[..] {
        ["clause", clause, ..] | ["pact", _, "clause", clause] => Some(clause),
        _ => None,
    }
}

/// Leaves of each clause the figure that moves most: its terms and itself are one thing to negotiate about.
fn each_clause_once(mut rows: Vec<&FigureEffect>) -> Vec<&FigureEffect> {
    let mut seen = BTreeSet::new();
    rows.retain(|row| clause_of(row).is_none_or(|clause| seen.insert(clause)));
    rows
}

/// A figure in words; a term of a clause with the clause.
fn title(row: &FigureEffect, names: &Names<'_>) -> String {
    let own = names.own(&row.figure.title);
    let clause = clause_of(row).and_then(|id| names.clause(id).map(|_| names.clause_title(id)));
    match clause {
        Some(clause) if clause != own => format!("{clause} ({own})"),
        _ => own.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(path: &str, swing: f64) -> FigureEffect {
        FigureEffect::bar(path, 0.0, swing)
    }

    #[test]
    fn a_clause_and_its_terms_are_named_once() {
        let rows = [
            row("clause.notebook_pool.notebook_pool", 9.0),
            row("pact.contract.clause.notebook_pool", 8.0),
            row("clause.caps_and_duration.days_max", 7.0),
            row("clause.caps_and_duration.staff_cap_share", 6.0),
            row("parameters.acceptance", 5.0),
            row("parameters.present_share", 4.0),
        ];
        let once = each_clause_once(rows.iter().collect());
        let swings: Vec<f64> = once.iter().map(|row| row.swing).collect();
        assert_eq!(swings, [9.0, 7.0, 5.0, 4.0]);
    }
}
