//! What a draft leaves as it is: urgent services whose maximum tolerable outage often does not hold.

use super::{Answer, NAMED, answer, listed};
use crate::aar::drill_page::names::Names;
use crate::drill::{Head, MtaSummary, VariantSummary};
use crate::vocab::Text;

/// A maximum that holds in fewer cases is no maximum.
const HELD_LEAST: f64 = 0.9;
/// Services that can wait are not listed: life and limb, and what people live on.
const MOST_URGENT: u8 = 2;

/// Names the services of which that is so, the most urgent first; nothing where all hold.
///
/// Where nothing is compared and one administration was asked about, they are its own.
pub(super) fn unsolved(
    head: &Head,
    shown: &VariantSummary,
    before: Option<&VariantSummary>,
    names: &Names<'_>,
) -> Option<Answer> {
    let own = head.own.as_deref().filter(|_| before.is_none());
    let own = own.zip(shown.own_mta.as_deref());
    let all = own.map_or(&shown.mta[..], |(_, mta)| mta).iter();
    let mut missed: Vec<&MtaSummary> = all
        .filter(|of| of.criticality <= MOST_URGENT && of.held_share < HELD_LEAST)
        .collect();
    if missed.is_empty() {
        return None;
    }
    missed.sort_by(|a, b| {
        let urgency = a.criticality.cmp(&b.criticality);
        urgency.then(a.held_share.total_cmp(&b.held_share))
    });
    let of_100 = |of: &MtaSummary| names.share_of_100(1.0 - of.held_share);
    let named = missed.iter().take(NAMED).map(|now| {
        let mut all = before.iter().flat_map(|of| &of.mta);
        let before = all.find(|of| of.service == now.service);
        let text = match before {
            Some(before) => names.text("dp-unsolved-one").name("before", of_100(before)),
            None => Text::new("dp-unsolved-alone"),
        };
        let text = text
            .name("service", names.service(&now.service))
            .name("now", of_100(now));
        names.say(&text)
    });
    let more = missed.len().saturating_sub(NAMED);
    let text = match own {
        Some((place, _)) => Text::new("dp-unsolved-own").name("place", names.place(place)),
        None => Text::new("dp-unsolved"),
    };
    let text = text
        .name("services", listed(named))
        .count("more", more as i64);
    let mut said = answer("unsolved", vec![text]);
    if before.is_some() {
        said.question = names.text("dp-q-unsolved");
    } else {
        said.question = Text::new("dp-q-unsolved-alone");
    }
    Some(said)
}
