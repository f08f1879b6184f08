//! Whether the answer is the same under what is varied besides: one pair of versions for each combination.

use serde::Serialize;

use super::advice::{Advice, Findings};
use super::{Answer, Compared, Hours, NAMED, answer, lost_hours};
use crate::aar::drill_page::names::Names;
use crate::aar::drill_page::tables::{assured, judged, span};
use crate::drill::{ContrastSummary, Direction, DrillResult, Head};
use crate::vocab::Text;

/// What may be said of one pair.
#[derive(PartialEq)]
struct Said {
    direction: Option<Direction>,
    /// Where a pact is compared: what is proposed, in short.
    advice: Option<&'static str>,
}

impl Said {
    fn of(found: &Findings<'_>, head: &Head) -> Self {
        let direction = match found.lost.direction {
            Direction::Same => Some(Direction::Same),
            _ => found.lost.told(),
        };
        let advice = in_short_of(head, found);
        Self { direction, advice }
    }
}

/// The key of what is proposed, in a few words.
const fn in_short(advice: Advice) -> &'static str {
    match advice {
        Advice::Sign => "dp-short-sign",
        Advice::SignIfOnceIn(_) | Advice::SignIfWorth => "dp-short-sign-if",
        Advice::TooDear(_) => "dp-short-too-dear",
        Advice::Small | Advice::Nothing | Advice::Same => "dp-short-no-reason",
        Advice::Worse => "dp-short-not",
        Advice::Contrary | Advice::Unreliable => "dp-short-not-yet",
        Advice::Open | Advice::TooFew => "dp-short-open",
    }
}

/// Says whether all pairs tell the same, and names those that do not; nothing where there is one pair only.
pub(super) fn elsewhere(of: &Compared<'_>) -> Option<Answer> {
    let contrasts = &of.result.contrasts;
    if contrasts.len() < 2 {
        return None;
    }
    let runs = of.result.runs();
    let found = contrasts.iter();
    let found: Vec<(&ContrastSummary, Findings<'_>)> = found
        .filter_map(|contrast| Some((contrast, Findings::of(contrast, runs)?)))
        .collect();
    let here = Said::of(&of.found, of.head);
    let others: Vec<_> = found
        .iter()
        .filter(|(_, found)| Said::of(found, of.head) != here)
        .collect();
    if others.is_empty() {
        return Some(answer("elsewhere", same(of, &here, &found)));
    }
    let mut said = vec![
        Text::new("dp-elsewhere-differs")
            .count("others", others.len() as i64)
            .count("all", found.len() as i64),
    ];
    let named = others.iter().take(NAMED);
    said.extend(named.map(|(contrast, found)| one(of, contrast, found)));
    let more = others.len().saturating_sub(NAMED);
    if more > 0 {
        said.push(Text::new("dp-elsewhere-more").count("more", more as i64));
    }
    Some(answer("elsewhere", said))
}

fn same(of: &Compared<'_>, here: &Said, found: &[(&ContrastSummary, Findings<'_>)]) -> Vec<Text> {
    let key = match here.direction {
        Some(Direction::Less) => "dp-elsewhere-less",
        Some(Direction::More) => "dp-elsewhere-more-lost",
        Some(Direction::Same) => "dp-elsewhere-same",
        _ => "dp-elsewhere-open",
    };
    let ends = |of: &mut dyn Iterator<Item = f64>| {
        of.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let (low, high) = ends(&mut found.iter().filter_map(|(_, of)| of.difference.mean));
    let mut said = vec![Text::new(key).count("all", found.len() as i64)];
    if here.direction.is_some_and(|of| of != Direction::Same) {
        let (least, most) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
        said.push(
            Text::new("dp-elsewhere-hours")
                .name("least", of.names.rounded(least))
                .name("most", of.names.rounded(most)),
        );
    }
    if let Some(advice) = here.advice {
        said.push(Text::new("dp-elsewhere-advice").text("advice", Text::new(advice)));
    }
    let mut often = found.iter().filter_map(|(_, of)| match of.advice() {
        Advice::SignIfOnceIn(years) | Advice::TooDear(years) => Some(years),
        _ => None,
    });
    let (often, seldom) = ends(&mut often);
    if often.is_finite() {
        said.push(
            Text::new("dp-elsewhere-often")
                .text("often", of.names.how_often(often))
                .text("seldom", of.names.how_often(seldom)),
        );
    }
    said
}

fn one(of: &Compared<'_>, contrast: &ContrastSummary, found: &Findings<'_>) -> Text {
    let names = of.names;
    let hours = found.difference.mean.unwrap_or(0.0);
    let text = match in_short_of(of.head, found) {
        Some(advice) => Text::new("dp-elsewhere-one-advice").text("advice", Text::new(advice)),
        None => Text::new("dp-elsewhere-one"),
    };
    text.name("besides", names.settings(&contrast.settings))
        .text("difference", lost_hours(hours, Hours::Weighted))
        .name("sure", assured(found.lost, names))
}

fn in_short_of(head: &Head, found: &Findings<'_>) -> Option<&'static str> {
    head.compares_pacts().then(|| in_short(found.advice()))
}

/// One pair in a line.
#[derive(Debug, Serialize)]
pub(in crate::aar::drill_page) struct ContrastRow {
    besides: String,
    before: String,
    /// Mean, with its interval of 95 %.
    difference: Option<String>,
    /// In how many courses less is lost, and in how many more.
    courses: String,
    judged: String,
    per_year: String,
    advice: Option<String>,
    often: Option<String>,
}

/// All pairs, where there are several.
pub(in crate::aar::drill_page) fn contrasts(
    head: &Head,
    result: &DrillResult,
    names: &Names<'_>,
) -> Vec<ContrastRow> {
    if result.contrasts.len() < 2 {
        return Vec::new();
    }
    let found = result.contrasts.iter();
    let found = found.filter_map(|of| Some((of, Findings::of(of, result.runs())?)));
    found
        .map(|(contrast, found)| {
            let difference = found.difference;
            let (low, high) = (difference.ci95_low, difference.ci95_high);
            let precision = span(low, high, |hours| names.signed(hours), names);
            let mean = difference.mean.map(|mean| names.signed(mean));
            let count = |courses: u32| names.number(f64::from(courses));
            ContrastRow {
                besides: names.settings(&contrast.settings),
                before: names.number(found.before),
                difference: mean.map(|mean| match precision {
                    Some(precision) => format!("{mean} ({precision})"),
                    None => mean,
                }),
                courses: format!("{} / {}", count(difference.less), count(difference.more)),
                judged: judged(found.lost, names),
                per_year: names.signed(contrast.money.extra_per_year_eur),
                advice: in_short_of(head, &found).map(|key| names.words().msg(key)),
                often: match found.advice() {
                    Advice::SignIfOnceIn(years) | Advice::TooDear(years) => {
                        Some(names.say(&names.how_often(years)))
                    }
                    _ => None,
                },
            }
        })
        .collect()
}
