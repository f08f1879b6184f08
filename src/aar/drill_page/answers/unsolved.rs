//! What a draft leaves as it is: urgent services whose outages often last longer than their maximum.

use super::{Answer, NAMED, answer, listed};
use crate::aar::drill_page::names::Names;
use crate::drill::{Head, MtaSummary, VariantSummary};
use crate::vocab::Text;

/// A maximum that holds in fewer outages is no maximum.
const HELD_LEAST: f64 = 0.9;
/// What holds everywhere in so many courses is rare, however long it lasts.
const HELD_EVERYWHERE: f64 = 0.95;
/// Services that can wait are not listed: life and limb, and what people live on.
const MOST_URGENT: u8 = 2;

/// What is looked at, in so many runs: all administrations, or the one that was asked about.
struct Looked<'a> {
    own: Option<&'a str>,
    before: &'a [MtaSummary],
    runs: u32,
    names: &'a Names<'a>,
}

/// Names the services of which that is so, the most urgent first; nothing where all hold.
///
/// Asked are outages, not administrations: where nothing happened nothing was held. Where one administration was asked
/// about they are its own.
pub(super) fn unsolved(
    head: &Head,
    shown: &VariantSummary,
    before: Option<&VariantSummary>,
    (runs, names): (u32, &Names<'_>),
) -> Option<Answer> {
    let own = head.own.as_deref();
    let mut missed: Vec<&MtaSummary> = mta_of(shown, own)
        .iter()
        .filter(|of| of.criticality <= MOST_URGENT && is_missed(of))
        .collect();
    if missed.is_empty() {
        return None;
    }
    missed.sort_by(|a, b| {
        let urgency = a.criticality.cmp(&b.criticality);
        urgency.then(a.held_everywhere_share.total_cmp(&b.held_everywhere_share))
    });
    let looked = Looked {
        own,
        before: before.map(|of| mta_of(of, own)).unwrap_or_default(),
        runs,
        names,
    };
    let named = missed.iter().take(NAMED);
    let named = listed(named.map(|of| names.say(&looked.one(of))));
    let more = missed.len().saturating_sub(NAMED);
    let text = match own {
        Some(place) => Text::new("dp-unsolved-own").name("place", names.place(place)),
        None => Text::new("dp-unsolved"),
    };
    let text = text.name("services", named).count("more", more as i64);
    let mut said = answer("unsolved", vec![text]);
    said.question = if before.is_some() {
        names.text("dp-q-unsolved")
    } else {
        Text::new("dp-q-unsolved-alone")
    };
    Some(said)
}

/// Of all administrations, or of the one that was asked about.
fn mta_of<'a>(variant: &'a VariantSummary, own: Option<&str>) -> &'a [MtaSummary] {
    let found = own.and(variant.own_mta.as_deref());
    found.unwrap_or(&variant.mta)
}

fn is_missed(of: &MtaSummary) -> bool {
    of.outages_held_share.is_some_and(|held| held < HELD_LEAST)
        && of.held_everywhere_share < HELD_EVERYWHERE
}

impl Looked<'_> {
    fn one(&self, now: &MtaSummary) -> Text {
        let names = self.names;
        let missed = |of: &MtaSummary| names.of_all(of.missed(), of.outages);
        let mut all = self.before.iter();
        let before = all.find(|of| of.service == now.service && of.outages > 0);
        let text = match before {
            Some(before) => names.text("dp-unsolved-one").text("before", missed(before)),
            None => Text::new("dp-unsolved-alone"),
        };
        let held = Text::new(if self.own.is_some() {
            "dp-unsolved-held"
        } else {
            "dp-unsolved-held-everywhere"
        });
        let courses = names.share_of_all(now.held_everywhere_share, u64::from(self.runs));
        text.name("service", names.service(&now.service))
            .text("now", missed(now))
            .text("held", held.text("courses", courses))
    }
}
