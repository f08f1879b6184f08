//! What an inject watches: it is looked at when something of that has settled, never on the hour.

use crate::scenario::{Expression, Inject, Receivers};
use crate::sim::agenda::HappeningKind;
use crate::sim::columns::Due;
use crate::sim::kernel::Kernel;
use crate::vocab::SimTime;

/// Returns what must have settled for an expression to come to hold.
pub(super) fn watched(expression: &Expression) -> Due {
    use Expression as E;
    let mut watched = Due::SCRIPT;
    expression.visit(&mut |part| {
        let bits: &[Due] = match part {
            E::All(_)
            | E::Any(_)
            | E::Not(_)
            | E::At(_)
            | E::PayRunDue(..)
            | E::After(..)
            | E::Released(_)
            | E::Acknowledged(..)
            | E::Answered(..) => &[],
            E::Decided(..)
            | E::LinkCut(_)
            | E::CustomersCut(_)
            | E::ProviderHit(_)
            | E::Hit(_)
            | E::Encrypted(_) => &[Due::KNOWLEDGE],
            E::CrisisStaffMet(_)
            | E::PayFileSecured(_)
            | E::Cleared(_)
            | E::StatementsMissing(_) => &[Due::RECOVERY, Due::KNOWLEDGE],
            E::PayRunInDanger(_) | E::PayApplicationDown(_) => &[Due::SERVICES, Due::RECOVERY],
            E::AidRequested { .. }
            | E::Helps(_)
            | E::LendsPeople(_)
            | E::TeamAway(_)
            | E::PermitMissing(_) => &[Due::AID, Due::KNOWLEDGE],
            E::Unpaid(_) | E::ServiceBelow(..) | E::PhonesDead(_) | E::MailDead(_) => {
                &[Due::SERVICES]
            }
        };
        for bit in bits {
            watched.set(*bit);
        }
    });
    watched
}

/// Returns which injects change the course where nobody plays and nobody reads: those that bring a fact, and those by
/// which such a one may come or not.
pub(super) fn with_consequences(injects: &[Inject]) -> Vec<bool> {
    let mut have: Vec<bool> = injects.iter().map(|inject| inject.fact.is_some()).collect();
    let mut to_follow: Vec<usize> = (0..injects.len()).filter(|at| have[*at]).collect();
    while let Some(at) = to_follow.pop() {
        hangs_on(&injects[at], &mut |other| {
            if !core::mem::replace(&mut have[other], true) {
                to_follow.push(other);
            }
        });
    }
    have
}

/// Calls `each` for every inject on which it hangs whether this one comes, and to whom.
fn hangs_on(inject: &Inject, each: &mut impl FnMut(usize)) {
    use Expression as E;
    let expressions = [
        Some(&inject.when),
        inject.guard.as_ref(),
        inject.whose.as_ref(),
    ];
    for expression in expressions.into_iter().flatten() {
        expression.visit(&mut |part| match part {
            E::After(other, _)
            | E::Released(other)
            | E::Acknowledged(other, _)
            | E::Answered(other, _) => each(*other),
            _ => {}
        });
    }
    if let Receivers::ReceiversOf(other) = inject.to {
        each(other);
    }
    inject.contingency_of.into_iter().for_each(each);
}

/// Enters the moments that injects wait for by themselves.
pub(crate) fn enter_moments(kernel: &mut Kernel) {
    let plan = kernel.plan;
    for (id, inject) in (0_u32..).zip(&plan.scenario.injects) {
        let mut enter = |at: SimTime| {
            let agenda = &mut kernel.columns.agenda;
            agenda.push(at, HappeningKind::InjectDue, id, 0);
        };
        inject.when.visit(&mut |part| {
            if let Expression::At(at) = part {
                enter(*at);
            }
        });
        inject.until.into_iter().for_each(enter);
    }
}
