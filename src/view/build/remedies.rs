//! What would help a service, by what is behind its state.

use super::causes::Cause;
use super::deadlines::pay_run;
use crate::scenario::SetUp;
use crate::sim::{Known, KnownService, ProviderSide};
use crate::view::Remedy;
use crate::vocab::{AidKind, SystemState, Text};

/// Returns what would help, the nearest at hand first.
pub fn remedies(known: Known, service: &KnownService, cause: Cause) -> Vec<Remedy> {
    let mut found = Vec::new();
    let needs_file = matches!(pay_run(known, service), Some((_, false)));
    let is_below = service.is_below();
    if cause == Cause::Nothing && !is_below && !needs_file {
        return found;
    }
    by_workaround(known, service, &mut found);
    by_island(known, service, &mut found);
    by_cause(known, cause, &mut found);
    if is_below && service.template.at_neighbour && known.terms(AidKind::ItWorkplaces).is_some() {
        found.push(aid("remedy-ask-workplaces", AidKind::ItWorkplaces));
    }
    found
}

fn order(key: &'static str) -> Remedy {
    Remedy {
        text: Text::new(key),
        asks_for: None,
    }
}

fn aid(key: &'static str, kind: AidKind) -> Remedy {
    Remedy {
        text: Text::new(key),
        asks_for: Some(kind),
    }
}

/// A workaround waits for the crisis staff, or is on its way.
fn by_workaround(known: Known, service: &KnownService, found: &mut Vec<Remedy>) {
    let Some(paper) = service.template.paper else {
        return;
    };
    if service.paper_open || known.is_ready(paper.set_up) {
        return;
    }
    let (called, _) = known.crisis_staff();
    if called.is_none() {
        found.push(order("remedy-convene-crisis-staff"));
        return;
    }
    found.push(order(match paper.set_up {
        SetUp::Hotline => "remedy-wait-hotline",
        SetUp::CrisisPage => "remedy-wait-page",
        SetUp::PaperDesk => "remedy-wait-paper",
        SetUp::PayFile => "remedy-wait-pay-file",
    }));
}

/// An emergency island is on its way, or could carry mail.
fn by_island(known: Known, service: &KnownService, found: &mut Vec<Remedy>) {
    if known.island_will_carry(service.id) {
        found.push(order("remedy-wait-island"));
    } else if service.template.island_level > 0.0 && known.island_is_useful() {
        found.push(order("remedy-order-island"));
    }
}

fn by_cause(known: Known, cause: Cause, found: &mut Vec<Remedy>) {
    match cause {
        Cause::Nothing | Cause::Open | Cause::Helping => {}
        Cause::ProviderHit => found.push(order("remedy-wait-provider")),
        Cause::CutByUs | Cause::CutByProvider => {
            let way_back = known.way_back();
            if !way_back.own_side_is_free {
                by_staff(known, found, "remedy-clear-own-side");
            }
            if way_back.provider != ProviderSide::Free {
                found.push(order("remedy-wait-provider"));
            }
            if way_back.is_possible() {
                found.push(order(match way_back.provider {
                    ProviderSide::Free => "remedy-reconnect",
                    _ => "remedy-reconnect-at-risk",
                }));
            }
        }
        Cause::ShutDown
        | Cause::OwnSystem(
            _,
            SystemState::Encrypted | SystemState::Compromised | SystemState::SwitchedOff,
        ) => by_staff(known, found, "remedy-restore"),
        Cause::OwnSystem(..) => by_staff(known, found, "remedy-in-work"),
        Cause::Workplaces => {
            if known.terms(AidKind::LoanNotebooks).is_some() {
                found.push(aid("remedy-ask-notebooks", AidKind::LoanNotebooks));
            } else {
                found.push(order("remedy-in-work"));
            }
        }
    }
    if cause == Cause::Helping {
        found.push(order("remedy-recall-aid"));
    }
}

/// Own people do it; where they are too few, others can help.
fn by_staff(known: Known, found: &mut Vec<Remedy>, own: &'static str) {
    found.push(order(own));
    let is_short = known
        .orders()
        .iter()
        .any(|order| !order.is_done && order.waits_for == Some(Text::new("waits-people")));
    if is_short && known.terms(AidKind::ItStaffOnSite).is_some() {
        found.push(aid("remedy-ask-staff", AidKind::ItStaffOnSite));
    }
}
