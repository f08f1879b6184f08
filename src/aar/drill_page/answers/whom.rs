//! For whom: services and places that gain or lose, and the one that is looked at more closely.

use super::{Answer, NAMED, answer, listed, mean};
use crate::aar::drill_page::names::{Names, two_digits};
use crate::drill::{Direction, Head, RecoverySummary, VariantSummary};
use crate::vocab::Text;

/// A shorter gain in recovery is not worth a line.
const LEAST_HOURS: f64 = 6.0;

pub(super) fn whom(
    head: &Head,
    first: &VariantSummary,
    draft: &VariantSummary,
    names: &Names<'_>,
) -> Vec<Text> {
    let mut said = Vec::new();
    let pairs = first.recovery.iter().zip(&draft.recovery);
    let mut sooner: Vec<_> = pairs
        .filter_map(|(before, now)| {
            // Of those that fell each variant has others: all are compared.
            let (a, b) = (before.all_median_hours?, now.all_median_hours?);
            // What reads alike is no gain to speak of.
            let differs = a - b >= LEAST_HOURS && names.hours(a) != names.hours(b);
            differs.then_some((a - b, before, a, b))
        })
        .collect();
    // Life and limb first, then by what is gained.
    sooner.sort_by(|x, y| {
        let urgency = x.1.criticality.cmp(&y.1.criticality);
        urgency.then(y.0.total_cmp(&x.0))
    });
    for (_, service, before, now) in sooner.into_iter().take(NAMED) {
        said.push(
            Text::new("dp-whom-service")
                .name("service", names.service(&service.service))
                .name("before", names.hours(before))
                .name("now", names.hours(now)),
        );
    }
    let unpaid = |of: &VariantSummary| mean(of, "people_unpaid");
    let (before, now) = (unpaid(first), unpaid(draft));
    if two_digits(before) != two_digits(now) {
        said.push(
            Text::new("dp-whom-unpaid")
                .name("before", names.rounded(before))
                .name("now", names.rounded(now)),
        );
    }
    let offering = head.places.iter().filter(|place| place.offers_services);
    let (mut less, mut more, mut all) = (0, 0, 0);
    for place in offering {
        all += 1;
        let of = draft
            .administrations
            .iter()
            .find(|of| of.administration == place.id);
        match of.and_then(|of| of.verdict).map(|of| of.direction) {
            Some(Direction::Less) => less += 1,
            Some(Direction::More) => more += 1,
            _ => {}
        }
    }
    said.push(
        Text::new("dp-whom-places")
            .count("less", less)
            .count("more", more)
            .count("rest", all - less - more)
            .count("all", all),
    );
    said
}

/// What the administration that is looked at more closely has of it.
pub(super) fn own(
    head: &Head,
    first: &VariantSummary,
    draft: Option<&VariantSummary>,
    names: &Names<'_>,
) -> Option<Answer> {
    let key = head.own.as_ref()?;
    let lost = |of: &VariantSummary| {
        let found = of
            .administrations
            .iter()
            .find(|of| of.administration == *key);
        found.map_or(0.0, |of| of.lost_service_hours)
    };
    let mut said = vec![match draft {
        Some(draft) => Text::new("dp-own-lost")
            .name("place", names.place(key))
            .name("before", names.number(lost(first)))
            .name("now", names.number(lost(draft))),
        None => Text::new("dp-own-alone")
            .name("place", names.place(key))
            .name("hours", names.rounded(lost(first))),
    }];
    let shown = draft.unwrap_or(first);
    let services = shown.own_recovery.as_ref()?;
    let fell = services.iter().filter(|of| of.within_waz_share.is_some());
    let late = |of: &&RecoverySummary| of.within_waz_share < Some(0.9);
    let late_ones: Vec<_> = fell.clone().filter(late).collect();
    said.push(
        Text::new("dp-own-plan")
            .count("late", late_ones.len() as i64)
            .count("all", services.len() as i64),
    );
    let mut worst = late_ones;
    worst.sort_by_key(|of| of.criticality);
    if !worst.is_empty() {
        let named = worst.iter().take(NAMED);
        let named = listed(named.map(|of| names.service(&of.service)));
        said.push(Text::new("dp-own-late").name("services", named));
    }
    Some(answer("own", said))
}
