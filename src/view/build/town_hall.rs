//! Rathaus: the ten-second answer for a mayor.

use super::words::{Look, of_100};
use super::work::Forecast;
use super::{causes, customers, deadlines, notices, services};
use crate::sim::{Known, KnownOrder, KnownRequest};
use crate::view::{HelpSummary, RecoveryRow, StaffSummary, TownHall};
use crate::vocab::AidState;

/// Returns the landing screen of a player.
pub fn town_hall(known: Known, forecast: &Forecast) -> TownHall {
    let rows = services::rows(known, forecast);
    TownHall {
        standing: services::standing(&rows),
        next_deadline: deadlines::next(known),
        help: help(known),
        staff: staff(known),
        services: rows,
        customers: customers::customers(known),
        notices: notices::notices(known),
        provider_link: causes::provider_link(known),
        recovery: recovery(known, &forecast.orders),
        as_of: known.stamp(known.now()),
    }
}

/// Whether something was promised that does not work yet.
const fn is_promised(state: AidState) -> bool {
    matches!(
        state,
        AidState::Granted | AidState::UnderWay | AidState::Briefed
    )
}

fn help(known: Known) -> HelpSummary {
    let amount = |request: &KnownRequest| request.granted.map_or(0, |(_, amount)| amount);
    let requests = known.requests();
    let (own, others): (Vec<_>, Vec<_>) = requests
        .iter()
        .partition(|request| request.asker == known.seat());
    let next = own
        .iter()
        .filter(|request| is_promised(request.state))
        .filter_map(|request| known.expected_at_work(request))
        .min();
    HelpSummary {
        at_work: own
            .iter()
            .filter(|request| request.state == AidState::AtWork)
            .map(|request| amount(request))
            .sum(),
        promised: own
            .iter()
            .filter(|request| is_promised(request.state))
            .map(|request| amount(request))
            .sum(),
        unanswered: own
            .iter()
            .filter(|request| matches!(request.state, AidState::Requested | AidState::Examined))
            .map(|_| 1)
            .sum(),
        next_arrival: next.map(|span| known.span(span)),
        given: others
            .iter()
            .filter(|request| request.ended.is_none() && amount(request) > 0)
            .map(|_| 1)
            .sum(),
    }
}

fn staff(known: Known) -> StaffSummary {
    let (own, lent, helpers) = known.staff();
    let (called, met) = known.crisis_staff();
    StaffSummary {
        own,
        helpers,
        lent,
        crisis_staff_met: met.map(|at| known.stamp(at)),
        crisis_staff_called: called.is_some() && met.is_none(),
    }
}

fn recovery(known: Known, orders: &[KnownOrder]) -> Vec<RecoveryRow> {
    orders
        .iter()
        .map(|order| RecoveryRow {
            done_of_100: of_100(order.done_share),
            people: order.people,
            waits_for: order.waits_for.clone(),
            ready: order.ready.map(|span| known.span(span)),
            name: order.name.clone(),
        })
        .collect()
}
