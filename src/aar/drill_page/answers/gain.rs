//! What a draft brings, and how sure that is.

use super::{Compared, mean};
use crate::aar::drill_page::names::{Names, as_finely_as};
use crate::drill::{Direction, LEAST_FOR_VERY_SURE, Sureness, Verdict, few_courses};
use crate::vocab::Text;

/// From so many of a hundred on it would be very sure.
const VERY_SURE_OF_100: u32 = 95;

/// A sentence about so many hours of so many.
fn of_all(text: Text, hours: f64, before: f64, names: &Names<'_>) -> Text {
    let share = if before > 0.0 {
        hours.abs() / before * 100.0
    } else {
        0.0
    };
    let text = text
        .name("hours", names.rounded(hours.abs()))
        .name("before", names.number(as_finely_as(before, hours)));
    if share < 1.0 {
        text.text("of_100", Text::new("dp-gain-under-one"))
    } else {
        text.name("of_100", names.number(share))
    }
}

pub(super) fn gain(of: &Compared<'_>) -> Vec<Text> {
    let (found, names) = (&of.found, of.names);
    let hours = found.difference.mean.unwrap_or(0.0);
    let negligible = found.negligible();
    let mut said = match found.lost.direction {
        Direction::Less => vec![of_all(
            names.text("dp-gain-less"),
            hours,
            found.before,
            names,
        )],
        Direction::More => vec![of_all(
            names.text("dp-gain-more"),
            hours,
            found.before,
            names,
        )],
        Direction::Unclear if negligible.is_some() => Vec::new(),
        Direction::Unclear => {
            let before = as_finely_as(found.before, hours.abs().max(10.0));
            vec![
                names
                    .text("dp-gain-unclear")
                    .name("before", names.number(before)),
            ]
        }
        Direction::Same => vec![Text::new("dp-gain-same")],
        Direction::TooFew => vec![Text::new("dp-gain-too-few")],
    };
    if let Some(most) = negligible {
        // What it is a share of was said with the mean.
        said.push(if said.is_empty() {
            of_all(names.text("dp-gain-negligible"), most, found.before, names)
        } else {
            Text::new("dp-gain-hardly").name("hours", names.rounded(most))
        });
    }
    let spread = spread(of);
    let difference = found.difference;
    let span = difference.mean.zip(difference.q05).zip(difference.q95);
    let far = span.and_then(|((mean, low), high)| far_mean((mean, low, high)));
    said.extend(
        spread
            .into_iter()
            .flat_map(|text| [Some(text), far.clone()])
            .flatten(),
    );
    if let Some(plain) = found.contrary() {
        let is_told = found.plain_verdict.and_then(Verdict::told);
        let sureness = match is_told {
            Some(_) => found.plain_verdict.map_or(Sureness::Open, |of| of.sureness),
            None => Sureness::Open,
        };
        said.push(
            Text::new(if plain > 0.0 {
                "dp-gain-plain-more"
            } else {
                "dp-gain-plain-less"
            })
            .name("hours", names.rounded(plain.abs()))
            .text("sure", Text::new(sureness.key())),
        );
    }
    said.push(Text::new("dp-hours"));
    said
}

/// A mean outside of what nine of ten courses come to looks like a mistake and is none.
pub(in crate::aar::drill_page) fn far_mean((mean, low, high): (f64, f64, f64)) -> Option<Text> {
    let is_within = (low..=high).contains(&mean);
    (!is_within).then(|| Text::new("dp-far-mean"))
}

/// Between what nine of ten courses lie, where there are enough of them.
fn spread(of: &Compared<'_>) -> Option<Text> {
    let (found, names) = (&of.found, of.names);
    let is_one = matches!(
        found.lost.direction,
        Direction::Less | Direction::More | Direction::Unclear
    );
    let (q05, q95) = found
        .difference
        .nine_of_ten(of.result.runs())
        .filter(|_| is_one)?;
    Some(if q05 < 0.0 && q95 > 0.0 {
        Text::new("dp-gain-spread-through-zero")
            .name("less", names.rounded(-q05))
            .name("more", names.rounded(q95))
    } else {
        let (low, high) = (q05.abs().min(q95.abs()), q05.abs().max(q95.abs()));
        let is_less = q05 < 0.0 || found.lost.direction == Direction::Less;
        Text::new(if is_less {
            "dp-gain-spread-less"
        } else {
            "dp-gain-spread-more"
        })
        .name("low", names.rounded(low))
        .name("high", names.rounded(high))
    })
}

pub(super) fn sure(of: &Compared<'_>) -> Vec<Text> {
    let (found, names, runs) = (&of.found, of.names, of.result.runs());
    let (lost, difference) = (found.lost, found.difference);
    let mut said = vec![lost.how_sure(difference, runs)];
    let split = difference.split.as_ref();
    if let Some(few) = few_courses(runs) {
        said.push(few);
    } else if let Some(split) = split
        && split.draws < LEAST_FOR_VERY_SURE
        && lost.less_of_100.max(lost.more_of_100) >= VERY_SURE_OF_100
    {
        said.push(Text::new("dp-sure-few-draws").count("draws", split.draws));
    }
    let unpaid = of.draft.verdicts.get("people_unpaid");
    if let Some(unpaid) = unpaid
        && unpaid.told() == Some(Direction::Less)
    {
        let (before, now) = (
            mean(of.first, "people_unpaid"),
            mean(of.draft, "people_unpaid"),
        );
        // However sure it is: how many they are says what it is worth.
        said.push(
            names
                .text("dp-sure-unpaid")
                .text("sure", Text::new(unpaid.sureness.key()))
                .name("fewer", names.rounded(before - now))
                .name("before", names.number(as_finely_as(before, before - now))),
        );
    }
    said.push(match split {
        None => Text::new("dp-sure-luck"),
        Some(split) => {
            let [less, more, all] = split.turned();
            Text::new("dp-sure-assumptions")
                .count("less", less)
                .count("more", more)
                .count("all", all)
                .count("draws", split.draws)
        }
    });
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mean_outside_of_its_span_is_explained() {
        assert_eq!(
            far_mean((-300.0, -290.0, 40.0)),
            Some(Text::new("dp-far-mean"))
        );
        assert_eq!(far_mean((-300.0, -300.0, 40.0)), None);
    }
}
