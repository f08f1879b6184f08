//! The first words of a drill: questions a council asks, answered in plain sentences.
//!
//! The page and the screen say the same: both are made from these texts.

mod advice;
mod clauses;
mod elsewhere;
mod gain;
mod hangs;
mod hit;
mod prevention;
mod price;
mod proposal;
mod unsolved;
mod whom;

use self::advice::Findings;
pub(super) use self::elsewhere::contrasts;
pub(super) use self::gain::far_mean;
pub(super) use self::prevention::clauses as clauses_of_prevention;
use super::names::{LEAST_FOR_RANGES, Names};
use crate::drill::{DrillResult, Head, JUDGED_BY, VariantSummary};
use crate::vocab::Text;

/// Most services and clauses that are named.
const NAMED: usize = 3;

/// A question and its answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
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

/// What is looked at: the draft against the first variant.
struct Compared<'a> {
    head: &'a Head,
    result: &'a DrillResult,
    first: &'a VariantSummary,
    draft: &'a VariantSummary,
    found: Findings<'a>,
    names: &'a Names<'a>,
}

/// Answers the questions of a council about the draft against the first variant, or about the only one.
///
/// # Panics
/// If the result has no variants.
pub(super) fn answers(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<Answer> {
    let (first, draft) = (&result.variants[0], &result.variants[head.draft()]);
    if result.variants.len() == 1 {
        // Who asked about one administration reads of it first.
        let mut all: Vec<Answer> = whom::own(head, first, None, names).into_iter().collect();
        let lost = alone(head, first, result.runs(), names);
        let unsolved = unsolved::unsolved(head, first, None, (result.runs(), names));
        if head.own.is_some() {
            all.extend(unsolved);
            all.push(answer("region", lost));
        } else {
            all.push(answer("alone", lost));
            all.extend(unsolved);
        }
        all.push(answer("unknown", vec![Text::new("dp-unknown")]));
        return all;
    }
    let contrast = result.contrasts.first();
    let Some(found) = contrast.and_then(|of| Findings::of(of, result.runs())) else {
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
    all.extend(elsewhere::elsewhere(&of));
    all.push(answer("sure", gain::sure(&of)));
    all.push(answer("whom", whom::whom(&of)));
    let counted = (result.runs(), names);
    all.extend(unsolved::unsolved(head, draft, Some(first), counted));
    all.extend(whom::own(head, first, Some(draft), names));
    all.push(answer("cost", price::cost(&of)));
    if head.compares_pacts() {
        all.push(answer("clause", clauses::clause(result, names)));
    }
    all.push(answer("hangs", hangs::hangs(head, result, names)));
    if head.compares_pacts() {
        all.push(answer("pays", price::pays(&of)));
        all.push(answer("prevention", prevention::prevention(&of)));
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

/// Which hours are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hours {
    /// Each counts the same.
    Plain,
    /// By urgency and inhabitants.
    Weighted,
}

/// So many hours less or more are lost: a negative difference is a gain.
fn lost_hours(difference: f64, of: Hours) -> Text {
    if difference == 0.0 {
        return Text::new("dp-judged-same");
    }
    let hours = libm::round(difference.abs()) as i64;
    let key = match (of, hours, difference < 0.0) {
        (Hours::Plain, 0, _) => "dp-hours-same",
        (Hours::Plain, _, true) => "dp-hours-less",
        (Hours::Plain, _, false) => "dp-hours-more",
        (Hours::Weighted, 0, _) => "dp-weighted-same",
        (Hours::Weighted, _, true) => "dp-weighted-less",
        (Hours::Weighted, _, false) => "dp-weighted-more",
    };
    Text::new(key).count("hours", hours)
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

/// What a region loses under one pact; where one administration was asked about, each sentence says that it is not of it.
fn alone(head: &Head, only: &VariantSummary, runs: u32, names: &Names<'_>) -> Vec<Text> {
    let of = only.metrics.get(JUDGED_BY);
    let figure = |value: Option<f64>| names.rounded(value.unwrap_or(0.0));
    let of_region = |key: &'static str, of_region: &'static str| {
        Text::new(if head.own.is_some() { of_region } else { key })
    };
    let hours = names.rounded(mean(only, JUDGED_BY));
    let mut said = vec![of_region("dp-alone", "dp-alone-region").name("hours", hours)];
    if runs >= LEAST_FOR_RANGES {
        said.push(
            Text::new("dp-alone-range")
                .name("low", figure(of.and_then(|of| of.q05)))
                .name("high", figure(of.and_then(|of| of.q95))),
        );
        let mean = of.and_then(|of| Some((of.mean?, of.q05?, of.q95?)));
        said.extend(mean.and_then(far_mean));
    }
    said.push(Text::new("dp-hours"));
    let unpaid = mean(only, "people_unpaid");
    if unpaid >= 1.0 {
        let people = names.rounded(unpaid);
        said.push(of_region("dp-alone-unpaid", "dp-alone-unpaid-region").name("people", people));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    /// What is told of a difference says the way it goes, and one hour is one.
    #[test]
    fn a_difference_says_whether_less_is_lost() {
        for (difference, german, english) in [
            (
                -3.2,
                "3 Leistungsstunden weniger Ausfall",
                "3 service-hours fewer lost",
            ),
            (
                1.4,
                "eine Leistungsstunde mehr Ausfall",
                "one service-hour more lost",
            ),
            (
                1234.0,
                "1 234 Leistungsstunden mehr Ausfall",
                "1,234 service-hours more lost",
            ),
            (
                -0.4,
                "weniger als eine Leistungsstunde Unterschied",
                "a difference of less than one service-hour",
            ),
        ] {
            for (lang, told) in [(Lang::De, german), (Lang::En, english)] {
                let said = Words::new(lang).say(&lost_hours(difference, Hours::Plain));
                assert_eq!(said.replace('\u{a0}', " "), told, "{difference}");
            }
        }
        let none = lost_hours(0.0, Hours::Plain);
        assert_eq!(Words::new(Lang::De).say(&none), "kein Unterschied");
        let weighted = lost_hours(-1.0, Hours::Weighted);
        assert_eq!(
            Words::new(Lang::De).say(&weighted),
            "eine gewichtete Stunde weniger Ausfall"
        );
    }
}
