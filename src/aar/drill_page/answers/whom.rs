//! For whom: services and places that gain or lose, and the one that is looked at more closely.

use super::{Answer, Compared, NAMED, answer, hit, listed, mean};
use crate::aar::drill_page::names::{LEAST_FOR_RANGES, Names, as_finely_as};
use crate::drill::{Direction, Head, RecoverySummary, ServiceChange, VariantSummary, Verdict};
use crate::vocab::Text;

/// What fails in a smaller share of runs is not named among what presses most.
const OFTEN: f64 = 0.1;

/// A service that fares otherwise: at how many administrations it fails, and at how many for longer than its maximum.
struct Change<'a> {
    of: &'a ServiceChange,
    criticality: u8,
    /// Administrations in a run, mean, of the first variant and of the draft.
    failed: [f64; 2],
    missed: [f64; 2],
}

impl Change<'_> {
    /// Returns in which direction it goes as far as that may be told: what fails counts before how long it does.
    fn told(&self) -> Option<Direction> {
        self.of.failed.told().or(self.of.maximum_missed.told())
    }

    /// At how many administrations it changes, whichever changes more.
    fn size(&self) -> f64 {
        let by = |of: [f64; 2]| (of[1] - of[0]).abs();
        by(self.failed).max(by(self.missed))
    }

    /// Whether a change that may be told shows in figures as they are printed.
    fn reads_otherwise(&self, names: &Names<'_>) -> bool {
        let differs = |of: [f64; 2]| names.with_decimal(of[0]) != names.with_decimal(of[1]);
        let is_told = |of: Verdict| of.told().is_some();
        (is_told(self.of.failed) && differs(self.failed))
            || (is_told(self.of.maximum_missed) && differs(self.missed))
    }

    fn sentence(&self, names: &Names<'_>) -> Text {
        let part = |same: &'static str, key: &'static str, counts: [f64; 2], verdict: Verdict| {
            let [before, now] = counts.map(|count| names.with_decimal(count));
            let is_same = before == now;
            let text = names
                .text(if is_same { same } else { key })
                .name("before", before)
                .name("now", now);
            if is_same || verdict.told().is_some() {
                text.text("sure", Text::new("dp-told"))
            } else {
                text.text("sure", Text::new("dp-not-told"))
            }
        };
        let (failed, missed) = (self.of.failed, self.of.maximum_missed);
        Text::new(if self.told() == Some(Direction::Less) {
            "dp-whom-better"
        } else {
            "dp-whom-worse"
        })
        .name("service", names.service(&self.of.service))
        .text(
            "failed",
            part("dp-failed-same", "dp-failed", self.failed, failed),
        )
        .text(
            "missed",
            part("dp-missed-same", "dp-missed", self.missed, missed),
        )
    }
}

/// Services of which something may be told, the largest change first; of equal ones the more urgent.
fn changes<'a>(of: &Compared<'a>) -> Vec<Change<'a>> {
    let runs = f64::from(of.result.runs());
    let counts = |variant: &VariantSummary, service: &str| {
        let mta = variant.mta.iter().find(|of| of.service == service)?;
        let by_run = |count: u64| count as f64 / runs;
        Some((by_run(mta.outages), by_run(mta.missed()), mta.criticality))
    };
    let all = of.draft.service_changes.iter().filter_map(|change| {
        let (failed_before, missed_before, _) = counts(of.first, &change.service)?;
        let (failed, missed, criticality) = counts(of.draft, &change.service)?;
        Some(Change {
            of: change,
            criticality,
            failed: [failed_before, failed],
            missed: [missed_before, missed],
        })
    });
    let mut all: Vec<Change<'_>> = all
        .filter(|change| change.reads_otherwise(of.names))
        .collect();
    all.sort_by(|a, b| {
        let by_size = b.size().total_cmp(&a.size());
        by_size.then(a.criticality.cmp(&b.criticality))
    });
    all
}

pub(super) fn whom(of: &Compared<'_>) -> Vec<Text> {
    let (names, draft) = (of.names, of.draft);
    let mut said = hit::hit(of);
    // A count that is the same in a few courses tells nothing.
    let changes = if of.result.runs() < LEAST_FOR_RANGES {
        Vec::new()
    } else {
        changes(of)
    };
    let told = |direction: Direction| {
        let of = changes
            .iter()
            .filter(move |of| of.told() == Some(direction));
        of.take(NAMED).map(|of| of.sentence(names))
    };
    let (better, worse): (Vec<Text>, Vec<Text>) = (
        told(Direction::Less).collect(),
        told(Direction::More).collect(),
    );
    match (better.is_empty(), worse.is_empty()) {
        (true, false) => said.push(Text::new("dp-whom-none-better")),
        (false, true) => said.push(Text::new("dp-whom-none-worse")),
        _ => {}
    }
    let has_cases = !better.is_empty() || !worse.is_empty();
    said.extend(better.into_iter().chain(worse));
    if has_cases {
        said.push(Text::new("dp-whom-case"));
    }
    let unpaid = draft.verdicts.get("people_unpaid").and_then(|of| of.told());
    if let Some(direction) = unpaid {
        let (before, now) = (
            mean(of.first, "people_unpaid"),
            mean(draft, "people_unpaid"),
        );
        let key = if direction == Direction::Less {
            "dp-whom-unpaid-less"
        } else {
            "dp-whom-unpaid-more"
        };
        said.push(
            names
                .text(key)
                .name("people", names.rounded((now - before).abs()))
                .name("before", names.number(as_finely_as(before, now - before))),
        );
    }
    said.extend(places(of));
    said
}

/// How many places gain and lose, and who loses most.
fn places(of: &Compared<'_>) -> Vec<Text> {
    let mut losing = Vec::new();
    let (mut less, mut same, mut all) = (0, 0, 0);
    for place in of.head.places.iter().filter(|place| place.offers_services) {
        all += 1;
        let mut own = of.draft.administrations.iter();
        let own = own.find(|own| own.administration == place.id);
        let Some((own, verdict)) = own.and_then(|own| Some((own, own.verdict?))) else {
            continue;
        };
        match verdict.told() {
            Some(Direction::Less) => less += 1,
            Some(_) => {
                let hours = own.lost_difference.as_ref().and_then(|of| of.mean);
                losing.push((hours.unwrap_or(0.0), &place.name));
            }
            None => same += u32::from(verdict.direction == Direction::Same),
        }
    }
    let more = losing.len() as u32;
    let mut said = vec![
        Text::new("dp-whom-places")
            .count("less", less)
            .count("more", more)
            .count("same", same)
            .count("rest", all - less - more - same)
            .count("all", all),
    ];
    losing.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    if !losing.is_empty() {
        let named = losing.iter().take(NAMED);
        let named = listed(named.map(|(hours, name)| {
            let text = Text::new("dp-whom-loser")
                .name("place", (*name).clone())
                .name("hours", of.names.rounded(*hours));
            of.names.say(&text)
        }));
        said.push(Text::new("dp-whom-losing").name("places", named));
    }
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
        Some(draft) => names
            .text("dp-own-lost")
            .name("place", names.place(key))
            .name("before", names.number(lost(first)))
            .name("now", names.number(lost(draft))),
        None => Text::new("dp-own-alone")
            .name("place", names.place(key))
            .name("hours", names.rounded(lost(first))),
    }];
    let shown = draft.unwrap_or(first);
    let services = shown.own_recovery.as_ref()?;
    let is_late = |of: &&RecoverySummary| of.within_waz_share.is_some_and(|share| share < 0.9);
    let mut late: Vec<_> = services.iter().filter(is_late).collect();
    let variant = if draft.is_some() { head.draft() } else { 0 };
    said.push(
        Text::new("dp-own-plan")
            .name("variant", names.side(variant))
            .count("late", late.len() as i64)
            .count("kept", (services.len() - late.len()) as i64)
            .count("all", services.len() as i64),
    );
    // What hardly ever fails presses least, however late it comes back then.
    late.retain(|of| of.down_share >= OFTEN);
    late.sort_by(|a, b| {
        let urgency = a.criticality.cmp(&b.criticality);
        urgency.then(b.down_share.total_cmp(&a.down_share))
    });
    if !late.is_empty() {
        let named = late.iter().take(NAMED);
        let named = listed(named.map(|of| names.service(&of.service)));
        said.push(Text::new("dp-own-late").name("services", named));
    }
    Some(answer("own", said))
}
