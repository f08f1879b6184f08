//! The first words of a drill: questions a council asks, answered in plain sentences.
//!
//! The page and the screen say the same: both are made from these texts.

mod advice;
mod clauses;
mod gain;
mod hangs;
mod price;
mod proposal;
mod unsolved;
mod whom;

use self::advice::Findings;
use super::names::{LEAST_FOR_RANGES, Names};
use crate::drill::{DrillResult, Head, JUDGED_BY, VariantSummary};
use crate::vocab::Text;
use crate::words::Words;

/// Most services and clauses that are named.
const NAMED: usize = 3;

/// A question and its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Key of the question: also what a page calls the part.
    pub id: &'static str,
    /// The question.
    pub question: Text,
    /// The answer, a sentence or two each.
    pub sentences: Vec<Text>,
}

fn answer(id: &'static str, sentences: Vec<Text>) -> Answer {
    let question = Text::new(format!("dp-q-{id}"));
    Answer {
        id,
        question,
        sentences,
    }
}

/// What is looked at: the last variant against the first.
struct Compared<'a> {
    head: &'a Head,
    result: &'a DrillResult,
    first: &'a VariantSummary,
    draft: &'a VariantSummary,
    found: Findings<'a>,
    names: &'a Names<'a>,
}

/// Answers the questions of a council about the last variant against the first, or about the only one.
///
/// # Panics
/// If the result has no variants.
#[must_use]
pub fn answers(head: &Head, result: &DrillResult, words: &Words) -> Vec<Answer> {
    let names = Names::new(head, words);
    let names = &names;
    let (first, draft) = (&result.variants[0], &result.variants[head.draft()]);
    if result.variants.len() == 1 {
        // Who asked about one administration reads of it first.
        let mut all: Vec<Answer> = whom::own(head, first, None, names).into_iter().collect();
        all.push(answer("alone", alone(first, result.runs(), names)));
        all.extend(unsolved::unsolved(first, None, names));
        all.push(answer("unknown", vec![Text::new("dp-unknown")]));
        return all;
    }
    let Some(found) = Findings::of(first, draft, result.runs()) else {
        return Vec::new();
    };
    let of = Compared {
        head,
        result,
        first,
        draft,
        found,
        names,
    };
    let mut all = vec![answer("gain", gain::gain(&of))];
    // Where there is nothing to sign something follows, but nothing is proposed.
    all.push(if head.compares_pacts() {
        answer("proposal", proposal::proposal(&of))
    } else {
        answer("follows", proposal::follows(&of))
    });
    all.push(answer("sure", gain::sure(&of)));
    all.push(answer("whom", whom::whom(&of)));
    all.extend(unsolved::unsolved(draft, Some(first), names));
    all.extend(whom::own(head, first, Some(draft), names));
    all.push(answer("cost", price::cost(&of)));
    if head.compares_pacts() {
        all.push(answer("clause", clauses::clause(result, names)));
    }
    all.push(answer("hangs", hangs::hangs(head, result, names)));
    if head.compares_pacts() {
        all.push(answer("pays", price::pays(&of)));
    }
    all.push(answer("unknown", vec![Text::new("dp-unknown")]));
    for answer in &mut all {
        if answer.id == "gain" && !head.compares_pacts() {
            answer.question = Text::new("dp-q-differs");
        }
    }
    all
}

fn mean(variant: &VariantSummary, figure: &str) -> f64 {
    let found = variant.metrics.get(figure);
    found.and_then(|of| of.mean).unwrap_or(0.0)
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn alone(only: &VariantSummary, runs: u32, names: &Names<'_>) -> Vec<Text> {
    let of = only.metrics.get(JUDGED_BY);
    let figure = |value: Option<f64>| names.rounded(value.unwrap_or(0.0));
    let mut said = vec![Text::new("dp-alone").name("hours", names.rounded(mean(only, JUDGED_BY)))];
    if runs >= LEAST_FOR_RANGES {
        said.push(
            Text::new("dp-alone-range")
                .name("low", figure(of.and_then(|of| of.q05)))
                .name("high", figure(of.and_then(|of| of.q95))),
        );
    }
    said.push(Text::new("dp-hours"));
    let unpaid = mean(only, "people_unpaid");
    if unpaid >= 1.0 {
        said.push(Text::new("dp-alone-unpaid").name("people", names.rounded(unpaid)));
    }
    said
}
