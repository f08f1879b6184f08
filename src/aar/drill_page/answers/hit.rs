//! Who was hit, what it gains, and how much of all that is gained is helpers who give less.

use super::{Compared, Hours, NAMED, listed, lost_hours, mean};
use crate::aar::drill_page::tables::assured;
use crate::drill::{AdministrationSummary, VariantSummary};
use crate::vocab::Text;

/// Who loses less of its own than this share of what the one loses that loses most was not the one that was hit.
const LEAST_HIT_SHARE: f64 = 0.01;

/// An administration that loses hours of its own, not only by what it gives.
struct Hit<'a> {
    before: &'a AdministrationSummary,
    now: &'a AdministrationSummary,
}

/// Service-hours that are lost for other reasons than that people were given to others.
fn own_hours(of: &AdministrationSummary) -> f64 {
    of.lost_service_hours - of.given_service_hours
}

/// Those that lose hours of their own today, or would with the draft; who loses most first.
fn all_hit<'a>(of: &Compared<'a>) -> Vec<Hit<'a>> {
    let all = of
        .first
        .administrations
        .iter()
        .zip(&of.draft.administrations);
    let mut all: Vec<Hit<'_>> = all.map(|(before, now)| Hit { before, now }).collect();
    let hours = |hit: &Hit<'_>| own_hours(hit.before).max(own_hours(hit.now));
    let most = all.iter().map(hours).fold(0.0, f64::max);
    // A place that loses an hour in the mean because the attack reached it once is not who was hit.
    all.retain(|hit| hours(hit) >= 1.0 && hours(hit) >= LEAST_HIT_SHARE * most);
    all.sort_by(|a, b| hours(b).total_cmp(&hours(a)));
    all
}

pub(super) fn hit(of: &Compared<'_>) -> Vec<Text> {
    let hit = all_hit(of);
    let mut said: Vec<Text> = if hit.len() <= NAMED {
        hit.iter().map(|hit| one(of, hit)).collect()
    } else {
        vec![together(of, &hit)]
    };
    said.extend(helpers(of));
    said
}

fn one(of: &Compared<'_>, hit: &Hit<'_>) -> Text {
    let names = of.names;
    let difference = hit.now.lost_difference.as_ref();
    let hours = difference.and_then(|of| of.mean).unwrap_or(0.0);
    let ends = difference.and_then(|of| of.ci95_low.zip(of.ci95_high));
    // None where both ends would read as nothing.
    let ends = ends.filter(|(low, high)| low.abs().max(high.abs()) >= 0.5);
    let verdict = hit.now.verdict.map(|verdict| assured(verdict, names));
    let told = names
        .text("dp-hit-one")
        .name("place", names.place(&hit.now.administration))
        .text("difference", lost_hours(hours, Hours::Plain))
        .name("before", names.number(hit.before.lost_service_hours));
    let sure = verdict.into_iter();
    let sure =
        sure.chain(ends.map(|ends| names.say(&precision(ends, |hours| names.number(hours)))));
    told.name("sure", listed(sure))
}

/// How exactly the mean is known, in the words of less and more.
fn precision((low, high): (f64, f64), say: impl Fn(f64) -> String) -> Text {
    let number = |value: f64| say(value.abs());
    if low < 0.0 && high > 0.0 {
        return Text::new("dp-hit-precision-both")
            .name("less", number(low))
            .name("more", number(high));
    }
    let (key, nearer, farther) = if low < 0.0 {
        ("dp-hit-precision-less", high, low)
    } else {
        ("dp-hit-precision-more", low, high)
    };
    Text::new(key)
        .name("low", number(nearer))
        .name("high", number(farther))
}

/// Many are told together: who they are stands in the table.
fn together(of: &Compared<'_>, hit: &[Hit<'_>]) -> Text {
    let sum = |hours: fn(&Hit<'_>) -> f64| hit.iter().map(hours).sum::<f64>();
    let (before, now) = (
        sum(|hit| hit.before.lost_service_hours),
        sum(|hit| hit.now.lost_service_hours),
    );
    let most = hit.iter().take(NAMED);
    let most = listed(most.map(|hit| of.names.place(&hit.now.administration)));
    of.names
        .text("dp-hit-many")
        .count("count", hit.len() as i64)
        .name("most", most)
        .text("difference", lost_hours(now - before, Hours::Plain))
        .name("before", of.names.number(before))
}

/// What of the gain is no gain of those who were hit: helpers who give less lose less.
fn helpers(of: &Compared<'_>) -> Option<Text> {
    let by = |figure: &str| {
        let of_variant = |variant: &VariantSummary| mean(variant, figure);
        of_variant(of.first) - of_variant(of.draft)
    };
    let (avoided, given) = (by("lost_service_hours"), by("helper_lost_service_hours"));
    (avoided >= 1.0 && given >= 1.0).then(|| {
        Text::new("dp-hit-helpers")
            .name("avoided", of.names.number(avoided))
            .name("given", of.names.number(given.min(avoided)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    /// The range is told in the words of less and more, the smaller number first.
    #[test]
    fn how_exact_a_mean_is_says_less_and_more() {
        let words = Words::new(Lang::De);
        for (ends, told) in [
            ((-98.2, -2.0), "2 bis 98 weniger"),
            ((3.0, 5.4), "3 bis 5 mehr"),
            ((-98.2, 2.4), "98 weniger bis 2 mehr"),
            ((-4.0, 0.0), "0 bis 4 weniger"),
        ] {
            let said = words.say(&precision(ends, |value| {
                words.number(libm::round(value) as i64)
            }));
            assert_eq!(said, format!("Rechengenauigkeit: {told}"));
        }
    }
}
