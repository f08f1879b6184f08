//! Whom a seat may ask, nearest first.

use crate::sim::{Giver, Known, KnownRequest, Nearest, kind_rule};
use crate::vocab::{
    AdministrationId, AidKind, AidState, DAY, Positions, RequestId, ServiceId, SimTime,
};

/// Who refuses because of a pay run is asked again after this; it refuses within two days before one.
const PAY_WEEK: u32 = 3 * DAY;

/// Those whom one seat may ask.
#[derive(Default)]
pub(super) struct Partners {
    neighbours: Row,
    /// Providers and the state.
    supra_local: Row,
    /// What was asked for so far, by kind of aid.
    asked: [Asked; AidKind::ALL.len()],
}

impl Partners {
    /// Returns what to ask of the nearest who may be asked for a kind of aid and from whom there is something to have: of
    /// neighbours only of those who are not known to be affected, and whom a hit of the seat's own provider leaves alone,
    /// if it is hit; and of none who is at it already, for this service if it is for one, or has a standing refusal.
    pub(super) fn best_offer<T>(
        &mut self,
        known: Known,
        (kind, service): (AidKind, Option<ServiceId>),
        provider_is_hit: bool,
        offer_of: impl Fn(AdministrationId) -> Offer<T>,
    ) -> Option<T> {
        let nearest = known.nearest(kind);
        let is_local = kind_rule(kind).giver == Giver::Neighbour;
        let row = if is_local {
            &mut self.neighbours
        } else {
            &mut self.supra_local
        };
        row.ruled_out.empty(nearest.ids().len());
        if is_local {
            row.hear_of(nearest, known.affected());
            row.ruled_out.put_all_of(&row.affected);
            if provider_is_hit {
                row.ruled_out.put_all_of(nearest.of_own_provider());
            }
        }
        let asked = &mut self.asked[kind as usize];
        asked.rule_out(known, (kind, service), nearest, &mut row.ruled_out);
        let ids = nearest.ids();
        let never = &mut asked.never;
        row.ruled_out
            .missing(ids.len())
            .find_map(|place| match offer_of(ids[place]) {
                Offer::Worth(offer) => Some(offer),
                Offer::NotNow => None,
                Offer::Never => {
                    never.put(place, true);
                    None
                }
            })
    }
}

/// What there is to have from somebody.
pub(super) enum Offer<T> {
    /// What is worth asking for.
    Worth(T),
    /// Nothing that is worth it as things are.
    NotNow,
    /// Nothing, whatever happens in this run: by what it is, or by what the pact lets it give.
    Never,
}

/// What a request means for asking the same of the same helper once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It gave and went home as agreed, or the pay run for which it refused is over: nothing, for good.
    Over,
    /// It refused, whatever it was asked for, for good.
    Refused,
    /// The same for now: a pay run is near.
    RefusedForNow,
    /// It is at it, or ended otherwise: the same is not asked of it for the same service.
    Stands,
}

impl Standing {
    fn of(known: Known, request: &KnownRequest) -> Self {
        let Some(ended) = request.ended else {
            return Self::Stands;
        };
        match request.state {
            AidState::Returned if request.at_work.is_some() => Self::Over,
            AidState::Refused if !request.is_refused_for_pay_week() => Self::Refused,
            AidState::Refused if known.now() >= ended.after(PAY_WEEK) => Self::Over,
            AidState::Refused => Self::RefusedForNow,
            _ => Self::Stands,
        }
    }
}

/// The requests of one kind that a seat sent. Most are refused within hours, and then nobody need look at them again.
#[derive(Default)]
struct Asked {
    /// So many were looked at.
    seen: usize,
    /// Those that may still come to mean something else, in the order of asking.
    open: Vec<RequestId>,
    /// Places of those who refused for good, or have nothing to give of it.
    never: Positions,
}

impl Asked {
    /// Adds whom it does not ask for a service, or for all. Looks at what is new, and at what may have changed.
    fn rule_out(
        &mut self,
        known: Known,
        (kind, service): (AidKind, Option<ServiceId>),
        nearest: &Nearest,
        ruled_out: &mut Positions,
    ) {
        let all = known.asked_for(kind);
        if self.never.is_for_none() {
            self.never.empty(nearest.ids().len());
        }
        let new = all[self.seen..].iter().map(|(request, _)| *request);
        self.open.extend(new);
        self.seen = all.len();
        let never = &mut self.never;
        self.open.retain(|request| {
            let Some(request) = known.request(*request) else {
                return false;
            };
            let put_into = |set: &mut Positions| {
                if let Some(place) = nearest.place(request.draft.helper) {
                    set.put(place, true);
                }
            };
            match Standing::of(known, &request) {
                Standing::Over => return false,
                Standing::Refused => {
                    put_into(never);
                    return false;
                }
                Standing::Stands if request.draft.service != service => {}
                Standing::Stands | Standing::RefusedForNow => put_into(ruled_out),
            }
            true
        });
        ruled_out.put_all_of(never);
    }
}

/// Which of those whom a seat may ask it does not. Sets of them are sets of places, so that whoever looks for the nearest
/// looks at no other.
#[derive(Default)]
struct Row {
    /// Who is known to be affected, of so many of those who said so: nobody ever takes it back.
    affected: Positions,
    heard: usize,
    /// Those whom it does not ask this time; here to be used again.
    ruled_out: Positions,
}

impl Row {
    /// Notes who is known to be affected, those who said so since the last time.
    fn hear_of(&mut self, nearest: &Nearest, affected: &[(AdministrationId, SimTime)]) {
        if self.heard == 0 {
            self.affected.empty(nearest.ids().len());
        }
        for (who, _) in &affected[self.heard..] {
            if let Some(place) = nearest.place(*who) {
                self.affected.put(place, true);
            }
        }
        self.heard = affected.len();
        debug_assert!(
            (0..).zip(nearest.ids()).all(|(place, of)| {
                self.affected.has(place) == affected.iter().any(|(who, _)| who == of)
            }),
            "what was said of others changed"
        );
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::sync::Arc;

    use super::*;
    use crate::exercise::World;
    use crate::scenario::load;
    use crate::vocab::{AidDraft, HOUR, Text};

    const KIND: AidKind = AidKind::ItWorkplaces;

    /// All who are looked at if nobody has anything that is worth asking for.
    fn looked_at(
        partners: &mut Partners,
        known: Known,
        wanted: (AidKind, Option<ServiceId>),
        provider_is_hit: bool,
    ) -> Vec<AdministrationId> {
        let all = RefCell::new(Vec::new());
        let nothing = partners.best_offer(known, wanted, provider_is_hit, |helper| {
            all.borrow_mut().push(helper);
            Offer::<()>::NotNow
        });
        assert_eq!(nothing, None);
        all.into_inner()
    }

    fn asked(known: Known, kind: AidKind, provider_is_hit: bool) -> Vec<AdministrationId> {
        looked_at(
            &mut Partners::default(),
            known,
            (kind, None),
            provider_is_hit,
        )
    }

    #[test]
    fn who_has_nothing_to_give_is_looked_at_once() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(scenario);
        let known = sim.known(AdministrationId(3));
        let mut partners = Partners::default();
        let wanted = (KIND, None);
        let all = looked_at(&mut partners, known, wanted, false);
        let best = partners.best_offer(known, wanted, false, |helper| match helper {
            helper if helper == all[1] => Offer::NotNow,
            helper if helper == all[3] => Offer::Worth(helper),
            _ => Offer::Never,
        });
        assert_eq!(best, Some(all[3]));
        let left = looked_at(&mut partners, known, wanted, false);
        assert_eq!(left, [&all[1..2], &all[3..]].concat());
        // It says nothing about aid of another kind.
        let others = looked_at(&mut partners, known, (AidKind::ItStaffOnSite, None), false);
        assert_eq!(others, all);
    }

    #[test]
    fn who_is_at_it_or_refused_is_left_out() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let (mut sim, seat) = (World::new(scenario), AdministrationId(3));
        sim.reset(1, 0, 0);
        sim.advance_to(sim.scenario().start_ex);
        let services: Vec<ServiceId> = sim.known(seat).services().map(|of| of.id).collect();
        let mut partners = Partners::default();
        let mut whom = |sim: &World, service: usize| -> Vec<AdministrationId> {
            let wanted = (KIND, Some(services[service]));
            looked_at(&mut partners, sim.known(seat), wanted, false)
        };
        let all = whom(&sim, 0);
        let ask = |sim: &mut World, helper: usize| {
            let draft = AidDraft {
                kind: KIND,
                helper: all[helper],
                amount: 1,
                days: 10,
                service: Some(services[0]),
                skill: None,
            };
            sim.request_aid(seat, draft)
        };
        let requests = [0, 2, 3].map(|helper| ask(&mut sim, helper));
        // For another service the same are asked.
        assert_eq!(whom(&sim, 0)[..2], [all[1], all[4]]);
        assert_eq!(whom(&sim, 1), all);
        // Who refuses does so for all services, and that stands.
        sim.advance_to(sim.now().after(HOUR));
        sim.refuse_aid(requests[1], Text::new("reason-no_capacity"));
        sim.refuse_aid(requests[2], Text::new("reason-pay_or_election_week"));
        sim.advance_to(sim.now().after(2 * DAY));
        assert_eq!(whom(&sim, 0)[..2], [all[1], all[4]]);
        assert_eq!(whom(&sim, 1)[..3], [all[0], all[1], all[4]]);
        // But for a pay run, which is over one day.
        sim.advance_to(sim.now().after(2 * DAY));
        assert_eq!(whom(&sim, 1)[..4], [all[0], all[1], all[3], all[4]]);
    }

    #[test]
    fn who_hangs_on_the_same_hit_provider_is_not_asked() {
        let scenario = Arc::new(load("suedhessen", &[]).expect("a scenario"));
        let sim = World::new(Arc::clone(&scenario));
        let provider = |of: AdministrationId| scenario.administrations[of.index()].provider;
        let is_customer = |of: &AdministrationId| provider(*of).is_some();
        let seats = (0..scenario.administrations.len()).map(AdministrationId::from_index);
        let mut left_alone = 0;
        for seat in seats.filter(is_customer) {
            let known = sim.known(seat);
            let some = asked(known, AidKind::ItWorkplaces, true);
            let all = asked(known, AidKind::ItWorkplaces, false).into_iter();
            let others: Vec<AdministrationId> =
                all.filter(|of| provider(*of) != provider(seat)).collect();
            assert_eq!(some, others, "{seat:?}");
            left_alone += some.len();
            // The state does not hang on it.
            let state = asked(known, AidKind::Forensics, true);
            assert_eq!(state, asked(known, AidKind::Forensics, false));
        }
        assert!(left_alone > 0, "there is somebody outside");
    }
}
