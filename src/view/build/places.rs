//! What a seat knows of a place besides its counts: its line to its provider, and who helps whom.

use super::words::Look;
use crate::sim::{Known, KnownRequest, SituationReport};
use crate::view::{PlaceHelp, PlaceLine, PlaceProvider};
use crate::vocab::{AdministrationId, SimTime};

/// Returns what is known of the line between a place and its provider: by the seat's own eyes where it is one of its
/// ends, else as reported. Who has no provider is public.
pub fn line(known: Known, id: AdministrationId) -> PlaceLine {
    if known.administrations()[id.index()].provider.is_none() {
        return PlaceLine::None;
    }
    let seen = |cut: Option<SimTime>| match cut {
        Some(at) => PlaceLine::Cut {
            since: known.stamp(at),
            is_reported: false,
        },
        None => PlaceLine::Open,
    };
    if id == known.seat() {
        return seen(known.link_cut().map(|(at, _)| at));
    }
    if known.customers().contains(&id) {
        return seen(known.line_to_customer_cut(id).map(|(at, _)| at));
    }
    let Some((_, said)) = known.heard_of(id) else {
        return PlaceLine::Unknown;
    };
    match said.last().and_then(|last| last.link_open) {
        None => PlaceLine::None,
        Some(true) => PlaceLine::Open,
        Some(false) => {
            let so_far = said.iter().rev();
            let first = so_far.take_while(|report| report.link_open == Some(false));
            let since = first.last().map_or(known.now(), |report| report.at);
            PlaceLine::Cut {
                since: known.stamp(since),
                is_reported: true,
            }
        }
    }
}

/// Returns whose systems a place depends on, which is public, and whether the seat heard that these are hit.
pub fn provider(known: Known, id: AdministrationId) -> Option<PlaceProvider> {
    let provider = known.administrations()[id.index()].provider;
    let provider = AdministrationId::from_index(provider?);
    let reported = || {
        let mut affected = known.affected().iter();
        affected
            .find(|(who, _)| *who == provider)
            .map(|(_, at)| *at)
    };
    let hit = if provider == known.seat() {
        known.own_hit()
    } else if Some(provider) == known.provider() {
        known.provider_hit().or_else(reported)
    } else {
        reported()
    };
    Some(PlaceProvider {
        name: known.place(provider),
        hit: hit.map(|at| known.stamp(at)),
    })
}

/// Returns who helps a place and whom it helps. A report is hours old; of the requests between the place and the seat
/// the seat knows better.
pub fn help(known: Known, id: AdministrationId) -> Option<PlaceHelp> {
    let of_report = |report: &SituationReport| PlaceHelp {
        at_work: report.help[0].into(),
        promised: report.help[1].into(),
        unanswered: report.help[2].into(),
        gives: report.gives.into(),
    };
    if id == known.seat() {
        return Some(of_report(&known.own_report()));
    }
    let heard = known
        .heard_of(id)
        .and_then(|(at, said)| Some((at, of_report(said.last()?))));
    let between: Vec<KnownRequest> = known
        .requests()
        .into_iter()
        .filter(|request| request.asker == id || request.draft.helper == id)
        .collect();
    if heard.is_none() && between.is_empty() {
        return None;
    }
    let (written, mut help) = heard.unwrap_or((SimTime(0), PlaceHelp::default()));
    for request in &between {
        if let Some(count) = count_of(&mut help, id, request, step(request, written)) {
            *count = count.saturating_sub(1);
        }
        if let Some(count) = count_of(&mut help, id, request, step(request, known.now())) {
            *count += 1;
        }
    }
    Some(help)
}

/// How far a request had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Unanswered,
    Promised,
    AtWork,
}

/// Returns how far a request had come at a moment, as far as the seat knows; `None` before and after.
fn step(request: &KnownRequest, at: SimTime) -> Option<Step> {
    let by_then = |moment: Option<SimTime>| moment.is_some_and(|moment| moment <= at);
    if request.requested > at || by_then(request.ended) {
        None
    } else if by_then(request.at_work) {
        Some(Step::AtWork)
    } else if by_then(request.granted.map(|(granted, _)| granted)) {
        Some(Step::Promised)
    } else {
        Some(Step::Unanswered)
    }
}

/// Returns where a request of this step counts for a place: as the one that asked, or as the one that gives.
fn count_of<'a>(
    help: &'a mut PlaceHelp,
    id: AdministrationId,
    request: &KnownRequest,
    step: Option<Step>,
) -> Option<&'a mut u32> {
    let is_asker = request.asker == id;
    match step? {
        Step::Unanswered if is_asker => Some(&mut help.unanswered),
        Step::Promised if is_asker => Some(&mut help.promised),
        Step::AtWork if is_asker => Some(&mut help.at_work),
        Step::Promised | Step::AtWork => Some(&mut help.gives),
        Step::Unanswered => None,
    }
}
