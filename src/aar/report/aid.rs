//! Aid in a report: requests, accounts, what was waited for, and what clauses did.

use std::collections::BTreeMap;

use super::document::{AidPart, ClausePart, LedgerPart, WaitPart};
use crate::aar::played::Played;
use crate::sim::AidMetrics;
use crate::vocab::{AdministrationId, WaitCause};

/// Returns the requests of the seats and to them, in the order of asking.
pub(super) fn requests(played: &Played, all: &[AidMetrics]) -> Vec<AidPart> {
    let seats = played.seats();
    all.iter()
        .filter(|aid| seats.contains(&aid.asker) || seats.contains(&aid.helper))
        .map(|aid| request(played, aid))
        .collect()
}

fn request(played: &Played, aid: &AidMetrics) -> AidPart {
    let asked = played.aid_lines.asked(aid.id);
    let causes = WaitCause::ALL.iter().zip(aid.waited_minutes);
    AidPart {
        line: asked.map(|asked| asked.line),
        answered_line: played.aid_lines.answered(aid.id),
        of_room: asked.is_some_and(|asked| asked.of_room),
        kind: aid.kind.id(),
        from: played.key(aid.helper).to_owned(),
        to: played.key(aid.asker).to_owned(),
        requested_minute: aid.requested,
        granted_minute: aid.granted,
        amount: aid.amount,
        at_work_minute: aid.at_work,
        ended_minute: aid.ended,
        state: aid.state.id(),
        waited_minutes: causes
            .filter(|(_, minutes)| *minutes > 0)
            .map(|(cause, minutes)| (cause.id(), minutes))
            .collect(),
        person_hours: aid.person_hours,
        cost_eur: aid.cost_eur,
        helper_lost_service_hours: aid.helper_lost_service_hours,
    }
}

/// Returns the accounts of all that gave or got something, by official key. There is no ranking.
pub(super) fn ledger(played: &Played, all: &[AidMetrics]) -> Vec<LedgerPart> {
    let seats = played.seats();
    let mut accounts: BTreeMap<&str, LedgerPart> = BTreeMap::new();
    let came = all.iter().filter(|aid| aid.at_work.is_some());
    for aid in came {
        let mut account = |id: AdministrationId, enter: &dyn Fn(&mut LedgerPart)| {
            let key = played.key(id);
            enter(accounts.entry(key).or_insert_with(|| LedgerPart {
                administration: key.to_owned(),
                is_seat: seats.contains(&id),
                aids_given: 0,
                aids_got: 0,
                hours_given: 0.0,
                hours_got: 0.0,
                credit_eur: 0.0,
                debit_eur: 0.0,
                lost_by_giving_service_hours: 0.0,
            }));
        };
        account(aid.helper, &|part| {
            part.aids_given += 1;
            part.hours_given += aid.person_hours;
            part.credit_eur += aid.cost_eur;
            part.lost_by_giving_service_hours += aid.helper_lost_service_hours;
        });
        account(aid.asker, &|part| {
            part.aids_got += 1;
            part.hours_got += aid.person_hours;
            part.debit_eur += aid.cost_eur;
        });
    }
    accounts.into_values().collect()
}

/// Returns what requests waited for, the longest first.
pub(super) fn waiting(requests: &[AidPart]) -> Vec<WaitPart> {
    let mut causes: Vec<WaitPart> = WaitCause::ALL
        .iter()
        .map(|cause| {
            let waited = requests
                .iter()
                .filter_map(|of| of.waited_minutes.get(cause.id()));
            WaitPart {
                cause: cause.id(),
                minutes: waited.clone().map(|minutes| u64::from(*minutes)).sum(),
                requests: waited.count() as u32,
            }
        })
        .filter(|part| part.requests > 0)
        .collect();
    causes.sort_by(|a, b| b.minutes.cmp(&a.minutes).then(a.cause.cmp(b.cause)));
    causes
}

/// Returns the clauses that did something for any request, or were missed.
pub(super) fn clauses(played: &Played) -> Vec<ClausePart> {
    let scenario = &played.beginning.scenario;
    let all = played.exercise.sim().clause_metrics().into_iter();
    all.filter(|of| of.binding_minutes > 0 || of.broken > 0 || of.missing > 0)
        .map(|of| {
            let clause = &scenario.clauses[of.clause];
            ClausePart {
                clause: clause.id.clone(),
                paragraph: clause.paragraph.clone(),
                in_force: of.in_force,
                binding_minutes: of.binding_minutes,
                broken: of.broken,
                missing: of.missing,
            }
        })
        .collect()
}
