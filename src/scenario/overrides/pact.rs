//! Paths into the pact: figures of phases and clauses, clauses switched on and off, members in and out.

use super::super::raw::{Fault, List, Place, RawAid, RawPact, RawScenario, Record, Setting, Sp};
use super::{is_word, named, no_field, none_here, ok, records, set_field};
use crate::vocab::{AidKind, Text};

/// Changes what a path beginning with `pact` or `clause` names.
pub fn set(raw: &mut RawScenario, steps: &[&str], value: Setting<'_>) -> Result<(), Fault> {
    match steps {
        ["pact", id, "clause", clause] => switch(raw, id, clause, value),
        ["pact", id, "aid", kind, field] => {
            let of_clauses = kinds_of_clauses(raw);
            named(&mut raw.pacts, id, value, |pact, value| {
                let known = known_kinds(pact, &of_clauses);
                set_aid(&mut pact.aid, kind, field, value, &known)
            })
        }
        ["clause", id, "aid", kind, field] => {
            named(&mut raw.clauses, id, value, |clause, value| {
                let known = kinds(&clause.aid);
                set_aid(&mut clause.aid, kind, field, value, &known)
            })
        }
        ["pact", id, "member", administration] => member(raw, id, administration, value),
        ["pact", id, "members"] if is_word(value, "all") => {
            named(&mut raw.pacts, id, value, |pact, _| {
                pact.members = None;
                Ok(())
            })
        }
        ["pact", id, field] => named(&mut raw.pacts, id, value, |pact, value| {
            set_field(pact, field, value)
        }),
        ["clause", id, field] => named(&mut raw.clauses, id, value, |clause, value| {
            set_field(clause, field, value)
        }),
        _ => Err(no_field(steps)),
    }
}

/// Switches a clause of a phase on or off.
fn switch(
    raw: &mut RawScenario,
    pact: &str,
    clause: &str,
    value: Setting<'_>,
) -> Result<(), Fault> {
    let on = match value.plain.trim().trim_matches('"') {
        "on" => true,
        "off" => false,
        other => {
            let message = Text::new("check-no-clause-value").name("value", other);
            return Err(Fault::new(message).with_hint(Text::new("check-no-clause-value-hint")));
        }
    };
    let items = || raw.clauses.iter().filter_map(ok).flatten();
    let ids: Vec<String> = items()
        .filter_map(super::id_of)
        .map(str::to_owned)
        .collect();
    if !ids.iter().any(|id| id == clause) {
        let known = ids.iter().map(String::as_str);
        return Err(Fault::none("check-what-clause", clause, known));
    }
    named(&mut raw.pacts, pact, value, |pact, value| {
        let is_it = |sp: &Sp<String>| sp.value.as_ref().is_ok_and(|id| id == clause);
        let list = list_of(&mut pact.clauses, value);
        if !on {
            list.retain(|sp| !is_it(sp));
        } else if !list.iter().any(is_it) {
            list.push(Sp::new(Place::of(value.plain), clause.to_owned()));
        }
        Ok(())
    })
}

/// Takes an administration into a phase, or out of it. Where everybody is a member all others stay.
fn member(
    raw: &mut RawScenario,
    pact: &str,
    administration: &str,
    value: Setting<'_>,
) -> Result<(), Fault> {
    let is_in = is_word(value, "in");
    if !is_in && !is_word(value, "out") {
        let message = Text::new("check-no-member-value").name("value", value.plain.trim());
        return Err(Fault::new(message).with_hint(Text::new("check-no-member-value-hint")));
    }
    let everybody: Vec<String> = raw
        .administrations
        .iter()
        .filter_map(ok)
        .flatten()
        .filter_map(super::id_of)
        .map(str::to_owned)
        .collect();
    if !everybody.iter().any(|id| id == administration) {
        let known = everybody.iter().map(String::as_str);
        return Err(Fault::none(
            "check-what-administration",
            administration,
            known,
        ));
    }
    named(&mut raw.pacts, pact, value, |pact, value| {
        let place = Place::of(value.plain);
        let is_it = |sp: &Sp<String>| sp.value.as_ref().is_ok_and(|id| id == administration);
        if pact.members.is_none() {
            let all = everybody.iter().map(|id| Sp::new(place, id.clone()));
            pact.members = Some(Sp::new(place, all.collect()));
        }
        let list = list_of(&mut pact.members, value);
        if !is_in {
            list.retain(|sp| !is_it(sp));
        } else if !list.iter().any(is_it) {
            list.push(Sp::new(place, administration.to_owned()));
        }
        Ok(())
    })
}

/// Changes the terms of a kind of aid, or of all known ones with `*`; terms that stand in a clause
/// get an entry of their own.
fn set_aid(
    aid: &mut Option<Sp<List<RawAid>>>,
    kind: &str,
    field: &str,
    value: Setting<'_>,
    known: &[AidKind],
) -> Result<(), Fault> {
    let wanted: Vec<AidKind> = known
        .iter()
        .copied()
        .filter(|of| kind == "*" || of.id() == kind)
        .collect();
    if wanted.is_empty() {
        return Err(none_here(kind, known.iter().map(|kind| kind.id())));
    }
    if !RawAid::FIELDS.contains(&field) {
        return Err(Fault::unknown("check-unknown-field", field, RawAid::FIELDS));
    }
    for of in wanted {
        let place = Place::of(value.plain);
        let list = list_of(aid, value);
        let is_it = |sp: &Sp<RawAid>| ok(sp).and_then(kind_of) == Some(of);
        if !list.iter().any(is_it) {
            let terms = RawAid {
                kind: Some(Sp::new(place, of)),
                ..RawAid::default()
            };
            list.push(Sp::new(place, terms));
        }
        for terms in records(aid).filter(|terms| kind_of(terms) == Some(of)) {
            set_field(terms, field, value)?;
        }
    }
    Ok(())
}

/// Returns a list, an empty one if there is none or it cannot be read.
fn list_of<'a, T>(field: &'a mut Option<Sp<List<T>>>, value: Setting<'_>) -> &'a mut List<T> {
    if !matches!(field, Some(Sp { value: Ok(_), .. })) {
        *field = Some(Sp::new(Place::of(value.plain), Vec::new()));
    }
    match field {
        Some(Sp {
            value: Ok(list), ..
        }) => list,
        _ => unreachable!("the field was just made readable"),
    }
}

fn kind_of(terms: &RawAid) -> Option<AidKind> {
    terms.kind.as_ref().and_then(ok).copied()
}

fn kinds(aid: &Option<Sp<List<RawAid>>>) -> Vec<AidKind> {
    let items = aid.iter().filter_map(ok).flatten().filter_map(ok);
    items.filter_map(kind_of).collect()
}

/// The kinds of aid that each clause has terms for.
fn kinds_of_clauses(raw: &RawScenario) -> Vec<(String, Vec<AidKind>)> {
    let clauses = raw.clauses.iter().filter_map(ok).flatten().filter_map(ok);
    clauses
        .filter_map(|clause| {
            let id = clause.id.as_ref().and_then(ok)?;
            Some((id.clone(), kinds(&clause.aid)))
        })
        .collect()
}

/// The kinds of aid that a phase has terms for, of its own or by its clauses.
fn known_kinds(pact: &RawPact, of_clauses: &[(String, Vec<AidKind>)]) -> Vec<AidKind> {
    let mut known = kinds(&pact.aid);
    let clauses = pact.clauses.iter().filter_map(ok).flatten();
    for clause in clauses.filter_map(ok) {
        let found = of_clauses.iter().find(|(id, _)| id == clause);
        known.extend(found.iter().flat_map(|(_, kinds)| kinds));
    }
    known.sort_unstable();
    known.dedup();
    known
}
