//! The most useful thing that a seat can still order when nothing asks for a decision.
//!
//! Nothing is guessed here: an order is possible if it is not refused, and useful if it is owed by law, if it is what
//! would help a service, or if what it is for has begun.

use super::deadlines::pay_run;
use crate::command::Command;
use crate::sim::{Known, ProviderSide, notice};
use crate::view::{MeasureRow, Possible, PossibleAt, ServiceRow};
use crate::vocab::{AidKind, Text};

/// Returns what is possible and most useful, if anything is; `services` stand worst first.
pub fn possible(
    known: Known,
    services: &[ServiceRow],
    measures: &[MeasureRow],
) -> Option<Possible> {
    owed(known)
        .or_else(|| order(known, measures))
        .or_else(|| aid(known, services))
        .or_else(|| work(known))
}

/// A report that the law asks for, the most urgent first.
fn owed(known: Known) -> Option<Possible> {
    let owed = known.notices().iter().filter(|owed| known.may_file(owed));
    let first = owed.min_by_key(|owed| owed.due)?;
    let key = if first.due < known.now() {
        "possible-notice-late"
    } else {
        "possible-notice"
    };
    Some(Possible {
        what: Text::new(key).text("notice", notice(first.duty)),
        at: PossibleAt::Notices,
    })
}

/// An order that is not refused and whose time has come.
fn order(known: Known, measures: &[MeasureRow]) -> Option<Possible> {
    let is_useful = |command: &Command| match command {
        Command::ConveneCrisisStaff => is_in_trouble(known),
        Command::ReconnectProviderLink => known.way_back().provider == ProviderSide::Free,
        Command::SecurePayFile => {
            let mut services = known.services();
            services.any(|service| matches!(pay_run(known, &service), Some((_, false))))
        }
        // Refused where there is no reason for them.
        Command::NotifyCustomers | Command::SetUpIsland => true,
        _ => false,
    };
    let mut free = measures.iter().filter(|row| row.refusal.is_none());
    let found = free.find(|row| is_useful(&row.command))?;
    Some(Possible {
        what: Text::new("possible-order").text("order", found.label.clone()),
        at: PossibleAt::Orders,
    })
}

/// Whether the seat knows of something that is down or hit.
fn is_in_trouble(known: Known) -> bool {
    let is_hit = known.recovery_needed().is_some() && known.own_cleared().is_none();
    is_hit || known.services_below().next().is_some()
}

/// Help that nobody has been asked for yet.
fn aid(known: Known, services: &[ServiceRow]) -> Option<Possible> {
    let is_short = known.hands_short() > 0;
    let is_examined = known.recovery_needed().is_none() || known.examined().is_some();
    let for_services = services.iter().flat_map(|row| &row.remedies);
    let for_services = for_services.filter_map(|remedy| remedy.asks_for);
    let serves = !known.customers().is_empty();
    let others = [
        (AidKind::Forensics, !is_examined),
        (AidKind::ProviderToProvider, serves && is_short),
        (AidKind::ItStaffOnSite, is_short),
    ];
    let others = others.into_iter().filter(|(_, is_useful)| *is_useful);
    let kind = for_services
        .chain(others.map(|(kind, _)| kind))
        .find(|kind| may_be_asked_for(known, *kind))?;
    Some(Possible {
        what: Text::new("possible-aid").text("kind", Text::new(format!("aid-kind-{}", kind.id()))),
        at: PossibleAt::Aid,
    })
}

/// Whether the pact knows the kind, somebody could give it, and nobody was asked.
fn may_be_asked_for(known: Known, kind: AidKind) -> bool {
    let mut givers = known.may_be_asked(kind);
    known.terms(kind).is_some()
        && givers.any(|helper| known.acts(helper) && known.may_give(helper, kind))
        && known.asked_for(kind).is_empty()
}

/// The order of the customers, if nobody set it, or of the work that waits for people.
fn work(known: Known) -> Option<Possible> {
    let waits = known.hands_short() > 0 && known.queue().len() > 1;
    if !waits {
        return None;
    }
    let (key, at) = if known.customers().is_empty() || known.has_set_order_of_customers() {
        ("possible-order-of-work", PossibleAt::Work)
    } else {
        ("possible-order-of-customers", PossibleAt::Customers)
    };
    Some(Possible {
        what: Text::new(key),
        at,
    })
}
