//! Checks the pact: its clauses, and the phases that switch them on.

use super::check::{Check, Rec, field, origin, origin_within};
use crate::scenario::model::{Administration, Dist};
use crate::scenario::pact::{AidTerms, Brings, Clause, ClauseKind, Pact, PactTerms};
use crate::scenario::raw::{Fault, List, RawAid, RawClause, RawPact};
use crate::vocab::{AidKind, Text};

/// Most notebooks, euro and hours that make sense.
const MOST: u32 = 1_000_000_000;
const MOST_NOTEBOOKS: u32 = 1_000_000;

/// Lays the figures that a record gives over what holds before; what it leaves out stays.
macro_rules! lay_over {
    ($check:ident, $rec:ident, $terms:ident, $settled_by:expr) => {{
        aid_terms($check, &field!($rec.aid), &mut $terms.aid, $settled_by);
        let before: &mut PactTerms = $terms;
        before.staff_cap_share =
            $check.share(field!($rec.staff_cap_share), Some(before.staff_cap_share));
        before.desk_cap_share =
            $check.share(field!($rec.desk_cap_share), Some(before.desk_cap_share));
        before.days_max = $check.count(field!($rec.days_max), 0..=3660, Some(before.days_max));
        before.notebook_pool = $check.count(
            field!($rec.notebook_pool),
            0..=MOST_NOTEBOOKS,
            Some(before.notebook_pool),
        );
        before.notebooks_per_site = $check.count(
            field!($rec.notebooks_per_site),
            0..=MOST_NOTEBOOKS,
            Some(before.notebooks_per_site),
        );
        before.market_examiners = $check.count(
            field!($rec.market_examiners),
            0..=MOST_NOTEBOOKS,
            Some(before.market_examiners),
        );
        before.crisis_staff_factor = $check.number(
            field!($rec.crisis_staff_factor),
            0.0..=10.0,
            Some(before.crisis_staff_factor),
        );
        before.set_up_factor = $check.number(
            field!($rec.set_up_factor),
            0.0..=10.0,
            Some(before.set_up_factor),
        );
        if let Some(dist) = $check.maybe_dist(field!($rec.paper_desk)) {
            before.paper_desk = Some(dist);
        }
        if let Some(dist) = $check.maybe_dist(field!($rec.admission)) {
            before.admission = Some(dist);
        }
        if $rec.raw.notice_within.is_some() {
            before.notice_within = Some($check.minutes(field!($rec.notice_within), None));
        }
        before.eur_per_person_hour = $check.number(
            field!($rec.eur_per_person_hour),
            0.0..=10_000.0,
            Some(before.eur_per_person_hour),
        );
        before.emergency_channel =
            $check.flag(field!($rec.emergency_channel), before.emergency_channel);
        before.permits_held = $check.flag(field!($rec.permits_held), before.permits_held);
        before.clean_devices = $check.flag(field!($rec.clean_devices), before.clean_devices);
        if $rec.raw.allocation.is_some() {
            let rules = $check.some_items(&field!($rec.allocation));
            before.allocation = rules.into_iter().map(|(rule, _)| *rule).collect();
        }
        let precautions = &mut before.precautions;
        if $rec.raw.backups_survive.is_some() {
            precautions.backups_survive =
                Some($check.share(field!($rec.backups_survive), Some(0.0)));
        }
        precautions.remote_access_factor = $check.share(
            field!($rec.remote_access_factor),
            Some(precautions.remote_access_factor),
        );
        precautions.monitoring = $check.flag(field!($rec.monitoring), precautions.monitoring);
        precautions.agreed_cut_off =
            $check.flag(field!($rec.agreed_cut_off), precautions.agreed_cut_off);
        precautions.containment_factor = $check.number(
            field!($rec.containment_factor),
            0.0..=10.0,
            Some(precautions.containment_factor),
        );
    }};
}

/// Checks the clauses, each for itself; one that no phase switches on is checked as well.
pub fn clauses(check: &mut Check, records: &[Rec<'_, RawClause>]) -> Vec<Clause> {
    records.iter().map(|rec| clause(check, *rec)).collect()
}

fn clause(check: &mut Check, rec: Rec<'_, RawClause>) -> Clause {
    origin!(check, rec);
    let kind = check.need(&field!(rec.kind));
    let mut number = |field| check.number(field, 0.0..=f64::from(MOST), None);
    let cost_eur_once = number(field!(rec.cost_eur_once));
    let cost_eur_per_year = number(field!(rec.cost_eur_per_year));
    let staff_hours_per_year = number(field!(rec.staff_hours_per_year));
    // A clause may change terms that another one brings: here all kinds of aid are taken as known.
    let known = AidTerms {
        latency: Dist::Fixed(0.0),
        effect: 0.0,
        after_permit: None,
        latency_slow: None,
        later_effect: None,
        rollout_effect: None,
        settled_by: None,
    };
    let mut terms = PactTerms::unwritten();
    terms.aid = AidKind::ALL.iter().map(|kind| (*kind, known)).collect();
    let so_far = &mut terms;
    lay_over!(check, rec, so_far, Some(0));
    let brings = Brings {
        latency: terms
            .aid
            .iter()
            .filter(|(_, terms)| terms.settled_by.is_some())
            .map(|(kind, terms)| (*kind, terms.latency))
            .collect(),
        permits_held: terms.permits_held,
        notebook_pool: terms.notebook_pool,
        market_examiners: terms.market_examiners,
        notice_within: terms.notice_within,
        orders_requests: terms.allocation != PactTerms::unwritten().allocation,
    };
    Clause {
        id: check.id(field!(rec.id)),
        kind: kind.map_or(ClauseKind::Aid, |(kind, _)| *kind),
        paragraph: check
            .text(field!(rec.paragraph))
            .map_or_else(String::new, |(text, _)| text.to_owned()),
        title: check.local_text(field!(rec.title)),
        sentence: check.local_text(field!(rec.sentence)),
        cost_eur_once,
        cost_eur_per_year,
        staff_hours_per_year,
        brings,
    }
}

/// Checks one phase of the pact.
pub fn pact(
    check: &mut Check,
    rec: Rec<'_, RawPact>,
    clauses: &[Clause],
    raw_clauses: &[Rec<'_, RawClause>],
    administrations: &[Administration],
) -> Pact {
    origin!(check, rec);
    let members = rec.raw.members.is_some().then(|| {
        let ids = check.some_items(&field!(rec.members));
        let known = || administrations.iter().map(|one| one.id.as_str());
        let mut members: Vec<usize> = ids
            .into_iter()
            .filter_map(|(id, place)| {
                let position = known().position(|known| known == id);
                if position.is_none() {
                    let fault = Fault::none("check-what-administration", id, known());
                    check.problems.fault(place, fault);
                }
                position
            })
            .collect();
        members.sort_unstable();
        members
    });
    let switched_on = switched_on(check, rec, clauses);
    let mut terms = PactTerms::unwritten();
    let mut by_law = PactTerms::unwritten();
    for position in &switched_on {
        let clause = raw_clauses[*position];
        let so_far = &mut terms;
        lay_over!(check, clause, so_far, Some(*position));
        if clauses[*position].kind == ClauseKind::Law {
            let so_far = &mut by_law;
            lay_over!(check, clause, so_far, Some(*position));
        }
    }
    let so_far = &mut terms;
    lay_over!(check, rec, so_far, None);
    Pact {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        sentence: check.local_text(field!(rec.sentence)),
        members,
        clauses: switched_on,
        terms,
        by_law,
    }
}

/// Returns the clauses that a phase switches on, by position.
fn switched_on(check: &mut Check, rec: Rec<'_, RawPact>, clauses: &[Clause]) -> Vec<usize> {
    let mut positions = Vec::new();
    for (id, place) in check.items(&field!(rec.clauses)) {
        let known = || clauses.iter().map(|clause| clause.id.as_str());
        let Some(position) = known().position(|known| known == id) else {
            let fault = Fault::none("check-what-clause", id, known());
            check.problems.fault(place, fault);
            continue;
        };
        if positions.contains(&position) {
            let message = Text::new("check-clause-twice").name("id", id);
            check.problems.error(place, message);
            continue;
        }
        positions.push(position);
    }
    positions
}

/// Lays terms of aid over those that hold: a kind that is there keeps what is not given anew.
fn aid_terms(
    check: &mut Check,
    field: &super::check::Field<'_, List<RawAid>>,
    aid: &mut Vec<(AidKind, AidTerms)>,
    settled_by: Option<usize>,
) {
    let mut seen = Vec::new();
    for rec in check.records(field) {
        origin_within!(check, rec);
        let Some((kind, place)) = check.need(&field!(rec.kind)) else {
            continue;
        };
        if seen.contains(kind) {
            let message = Text::new("check-terms-twice").name("kind", kind.id());
            check.problems.error(place, message);
        }
        seen.push(*kind);
        let before = aid.iter().position(|(of, _)| of == kind);
        let known = before.map(|position| aid[position].1);
        let terms = AidTerms {
            latency: check.dist(field!(rec.latency), known.map(|known| known.latency)),
            effect: check.share(field!(rec.effect), known.map(|known| known.effect)),
            after_permit: check
                .maybe_dist(field!(rec.after_permit))
                .or(known.and_then(|known| known.after_permit)),
            latency_slow: check
                .maybe_dist(field!(rec.latency_slow))
                .or(known.and_then(|known| known.latency_slow)),
            later_effect: match rec.raw.later_effect {
                Some(_) => Some(check.share(field!(rec.later_effect), None)),
                None => known.and_then(|known| known.later_effect),
            },
            rollout_effect: match rec.raw.rollout_effect {
                Some(_) => Some(check.share(field!(rec.rollout_effect), None)),
                None => known.and_then(|known| known.rollout_effect),
            },
            settled_by: if rec.raw.latency.is_some() {
                settled_by
            } else {
                known.and_then(|known| known.settled_by)
            },
        };
        match before {
            Some(position) => aid[position].1 = terms,
            None => aid.push((*kind, terms)),
        }
    }
}
