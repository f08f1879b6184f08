//! The first words of a drill: questions a council asks, answered in plain sentences.
//!
//! The page and the screen say the same: both are made from these texts.

mod price;
mod whom;

use self::price::{cost, pays};
use self::whom::{own, whom};
use super::names::Names;
use super::tornado;
use crate::drill::{
    ClauseSummary, Direction, DrillResult, Head, JUDGED_BY, Sureness, VariantSummary, Verdict,
    of_100,
};
use crate::vocab::Text;
use crate::words::Words;

/// Most services and clauses that are named.
const NAMED: usize = 3;
/// With fewer runs it is worth while to play more before anything is said to be open.
const MANY_RUNS: u32 = 400;

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
        let mut all: Vec<Answer> = own(head, first, None, names).into_iter().collect();
        all.push(answer("alone", alone(first, names)));
        all.push(answer("unknown", vec![Text::new("dp-unknown")]));
        return all;
    }
    let lost = draft.verdicts.get(JUDGED_BY).copied();
    let Some(lost) = lost else {
        return Vec::new();
    };
    let mut all = vec![
        answer("gain", gain(first, draft, lost, names)),
        answer("proposal", proposal(result, lost, names)),
        answer("sure", sure(draft, lost, result.runs())),
        answer("whom", whom(head, first, draft, names)),
    ];
    all.extend(own(head, first, Some(draft), names));
    all.extend([
        answer("cost", cost(head, first, draft, names)),
        answer("clause", clause(result, names)),
        answer("hangs", hangs(head, result, names)),
        answer("pays", pays(draft, lost, names)),
        answer("unknown", vec![Text::new("dp-unknown")]),
    ]);
    all
}

fn mean(variant: &VariantSummary, figure: &str) -> f64 {
    let found = variant.metrics.get(figure);
    found.and_then(|of| of.mean).unwrap_or(0.0)
}

fn alone(only: &VariantSummary, names: &Names<'_>) -> Vec<Text> {
    let of = only.metrics.get(JUDGED_BY);
    let figure = |value: Option<f64>| names.rounded(value.unwrap_or(0.0));
    let mut said = vec![
        Text::new("dp-alone")
            .name("hours", names.rounded(mean(only, JUDGED_BY)))
            .name("low", figure(of.and_then(|of| of.q05)))
            .name("high", figure(of.and_then(|of| of.q95))),
    ];
    let unpaid = mean(only, "people_unpaid");
    if unpaid >= 1.0 {
        said.push(Text::new("dp-alone-unpaid").name("people", names.rounded(unpaid)));
    }
    said
}

fn gain(
    first: &VariantSummary,
    draft: &VariantSummary,
    lost: Verdict,
    names: &Names<'_>,
) -> Vec<Text> {
    let (before, now) = (mean(first, JUDGED_BY), mean(draft, JUDGED_BY));
    let difference = &draft.differences[JUDGED_BY];
    let hours = (now - before).abs();
    let key = match lost.direction {
        Direction::Less => "dp-gain-less",
        Direction::More => "dp-gain-more",
        Direction::Unclear => {
            let figure = |value: Option<f64>| names.rounded(value.unwrap_or(0.0).abs());
            let text = Text::new("dp-gain-unclear")
                .name("less", figure(difference.q05.map(|low| low.min(0.0))))
                .name("more", figure(difference.q95.map(|high| high.max(0.0))))
                .name("before", names.rounded(before));
            return vec![text];
        }
        Direction::Same => return vec![Text::new("dp-gain-same")],
        Direction::TooFew => return vec![Text::new("dp-gain-too-few")],
    };
    let of_100 = if before > 0.0 {
        hours / before * 100.0
    } else {
        0.0
    };
    let text = Text::new(key)
        .name("hours", names.rounded(hours))
        .name("before", names.rounded(before));
    let mut said = vec![if of_100 < 1.0 {
        text.text("of_100", Text::new("dp-gain-under-one"))
    } else {
        text.name("of_100", names.number(of_100))
    }];
    if let (Some(q05), Some(q95)) = (difference.q05, difference.q95) {
        said.push(if q05 < 0.0 && q95 > 0.0 {
            Text::new("dp-gain-spread-through-zero")
                .name("less", names.rounded(-q05))
                .name("more", names.rounded(q95))
        } else {
            let (low, high) = (q05.abs().min(q95.abs()), q05.abs().max(q95.abs()));
            Text::new("dp-gain-spread")
                .name("low", names.rounded(low))
                .name("high", names.rounded(high))
        });
    }
    said
}

/// Whether it is at least fairly sure that more is lost without a clause.
fn carries(of: &ClauseSummary) -> bool {
    of.verdict.direction == Direction::More && of.verdict.sureness > Sureness::Open
}

/// Clauses without which more is lost, the heaviest first.
fn carrying(result: &DrillResult) -> Vec<&ClauseSummary> {
    let mut all: Vec<_> = result.clauses.iter().collect();
    all.retain(|of| carries(of));
    all.sort_by(|a, b| {
        let of = |clause: &ClauseSummary| clause.weighted_lost_without.mean.unwrap_or(0.0);
        of(b).total_cmp(&of(a))
    });
    all
}

/// The others.
fn idle(result: &DrillResult) -> Vec<&ClauseSummary> {
    let all = result.clauses.iter();
    all.filter(|of| !carries(of)).collect()
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn proposal(result: &DrillResult, lost: Verdict, names: &Names<'_>) -> Vec<Text> {
    let mut said = vec![Text::new(match (lost.direction, lost.sureness) {
        (Direction::Less, Sureness::Open) => "dp-proposal-open",
        (Direction::Less, _) => "dp-proposal-sign",
        (Direction::More, _) => "dp-proposal-not",
        (Direction::Unclear | Direction::Same, _) => "dp-proposal-unclear",
        (Direction::TooFew, _) => "dp-proposal-too-few",
    })];
    if lost.direction == Direction::Unclear && result.runs() < MANY_RUNS {
        said.push(Text::new("dp-proposal-more-runs"));
    }
    if lost.direction != Direction::Less {
        return said;
    }
    if result.clauses.is_empty() {
        said.push(Text::new("dp-proposal-clauses-open"));
        return said;
    }
    let carrying = carrying(result);
    if !carrying.is_empty() {
        let named = carrying.iter().take(NAMED);
        let named = listed(named.map(|of| names.clause_title(&of.clause)));
        said.push(Text::new("dp-proposal-keep").name("clauses", named));
    }
    let paid = idle(result)
        .into_iter()
        .filter(|of| of.cost.per_year_eur > 0.0 || of.cost.once_eur > 0.0);
    let paid: Vec<String> = paid.map(|of| names.clause_title(&of.clause)).collect();
    if !paid.is_empty() {
        let named = listed(paid.iter().take(NAMED).cloned());
        let more = paid.len().saturating_sub(NAMED);
        said.push(
            Text::new("dp-proposal-talk")
                .name("clauses", named)
                .count("more", more as i64),
        );
    }
    said
}

fn sure(draft: &VariantSummary, lost: Verdict, runs: u32) -> Vec<Text> {
    let (key, courses) = match lost.direction {
        Direction::Less => ("dp-sure-less", lost.less_of_100),
        Direction::More => ("dp-sure-more", lost.more_of_100),
        _ => {
            let text = Text::new("dp-sure-open")
                .count("less", lost.less_of_100)
                .count("more", lost.more_of_100);
            return vec![text];
        }
    };
    let mut said = vec![
        Text::new(key)
            .text("sure", Text::new(lost.sureness.key()))
            .count("of_100", courses),
    ];
    if runs < 100 {
        said.push(Text::new("dp-sure-few-runs").count("runs", runs));
    }
    if let Some(unpaid) = draft.verdicts.get("people_unpaid")
        && unpaid.direction == Direction::Less
        && lost.direction == Direction::Less
    {
        said.push(Text::new("dp-sure-unpaid").text("sure", Text::new(unpaid.sureness.key())));
    }
    let split = draft
        .differences
        .get(JUDGED_BY)
        .and_then(|of| of.split.as_ref());
    said.push(match split {
        None => Text::new("dp-sure-luck"),
        Some(split) => {
            let (less, more) = (split.draws_below_zero, split.draws_above_zero);
            let [less, more, _] = of_100([less, more, split.draws.saturating_sub(less + more)]);
            Text::new("dp-sure-assumptions")
                .count("draws", split.draws)
                .count("less", less)
                .count("more", more)
        }
    });
    said
}

fn clause(result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    if result.clauses.is_empty() {
        return vec![Text::new("dp-clause-open")];
    }
    let carrying = carrying(result);
    if carrying.is_empty() {
        return vec![Text::new("dp-clause-none")];
    }
    let named = carrying.iter().take(NAMED);
    let mut said: Vec<Text> = named
        .map(|of| {
            Text::new("dp-clause-one")
                .name("clause", names.clause_title(&of.clause))
                .name(
                    "hours",
                    names.rounded(of.weighted_lost_without.mean.unwrap_or(0.0)),
                )
                .text("sure", Text::new(of.verdict.sureness.key()))
        })
        .collect();
    let idle = idle(result).len();
    if idle > 0 {
        said.push(Text::new("dp-clause-idle").count("count", idle as i64));
    }
    said
}

fn hangs(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    let inputs = head.inputs;
    let [own, published, assumed] = of_100([inputs.own, inputs.published, inputs.assumed]);
    let mut said = vec![
        Text::new("dp-hangs-inputs")
            .count("own", own)
            .count("published", published)
            .count("assumed", assumed),
    ];
    let Some(of) = tornado::output(result) else {
        said.push(Text::new("dp-hangs-open"));
        return said;
    };
    let mut moving: Vec<_> = tornado::CLASSES
        .iter()
        .flat_map(|(class, _)| tornado::moving(of, *class))
        .collect();
    moving.sort_by(|a, b| {
        b.swing
            .total_cmp(&a.swing)
            .then(a.figure.id.cmp(&b.figure.id))
    });
    let titles = |turning: bool| {
        let named = moving.iter().filter(|row| !turning || row.turns);
        listed(
            named
                .take(NAMED)
                .map(|row| names.own(&row.figure.title).to_owned()),
        )
    };
    if moving.is_empty() {
        said.push(Text::new("dp-hangs-nothing"));
        return said;
    }
    said.push(Text::new("dp-hangs-most").name("figures", titles(false)));
    said.push(if !of.is_settled {
        Text::new("dp-hangs-unsettled")
    } else if moving.iter().any(|row| row.turns) {
        Text::new("dp-hangs-turns").name("figures", titles(true))
    } else {
        Text::new("dp-hangs-holds")
    });
    said
}
