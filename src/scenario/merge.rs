//! Puts files together: what comes later wins, a record with an id as a whole.

use std::collections::BTreeMap;

use super::diagnose::Collector;
use super::raw::{
    List, RawAdministration, RawClause, RawKit, RawPact, RawResponse, RawScenario, RawService,
    Record, Sp,
};

/// A record that others name by its id.
pub trait Named {
    /// What such a record is called in messages.
    const WHAT: &'static str;
    /// Its id, if it has a readable one.
    fn id(&self) -> Option<&Sp<String>>;
}

macro_rules! named {
    ($($type:ty = $what:literal),+ $(,)?) => {
        $(impl Named for $type {
            const WHAT: &'static str = $what;
            fn id(&self) -> Option<&Sp<String>> {
                self.id.as_ref()
            }
        })+
    };
}
named!(
    RawAdministration = "administration",
    RawClause = "clause",
    RawKit = "kit",
    RawPact = "pact",
    RawResponse = "response plan",
    RawService = "service",
);

/// Returns the id of a record, if it can be read.
pub fn id_of<T: Named>(sp: &Sp<T>) -> Option<&str> {
    let id = sp.value.as_ref().ok()?.id()?;
    id.value.as_ref().ok().map(String::as_str)
}

/// Notes records of one file that have the same id.
pub fn note_doubles(raw: &RawScenario, problems: &mut Collector) {
    doubles(&raw.administrations, problems);
    doubles(&raw.clauses, problems);
    doubles(&raw.kits, problems);
    doubles(&raw.pacts, problems);
    doubles(&raw.responses, problems);
    doubles(&raw.services, problems);
}

fn doubles<T: Named>(list: &Option<Sp<List<T>>>, problems: &mut Collector) {
    let mut seen = BTreeMap::new();
    for sp in list
        .iter()
        .filter_map(|sp| sp.value.as_ref().ok())
        .flatten()
    {
        let Some(id) = id_of(sp) else { continue };
        if seen.insert(id, ()).is_some() {
            let place = sp.value.as_ref().ok().and_then(|record| record.id());
            let place = place.map_or(sp.place, |id| id.place);
            let message = format!("the {} `{id}` is there twice", T::WHAT);
            let hint = "ids are unique in a file; a later file may replace a whole record";
            problems.error_hint(place, message, hint);
        }
    }
}

/// Lays a later file over what is there.
pub fn lay_over(base: &mut RawScenario, mut later: RawScenario) {
    by_id(&mut base.administrations, &mut later.administrations);
    by_id(&mut base.clauses, &mut later.clauses);
    by_id(&mut base.kits, &mut later.kits);
    by_id(&mut base.pacts, &mut later.pacts);
    by_id(&mut base.responses, &mut later.responses);
    by_id(&mut base.services, &mut later.services);
    append(&mut base.links, &mut later.links);
    append(&mut base.notices, &mut later.notices);
    append(&mut base.set, &mut later.set);
    by_field(&mut base.attack, &mut later.attack);
    by_field(&mut base.parameters, &mut later.parameters);
    base.overlay(later);
}

/// Replaces records with the same id in place and appends the others.
fn by_id<T: Named>(base: &mut Option<Sp<List<T>>>, later: &mut Option<Sp<List<T>>>) {
    let (Some(Sp { value: Ok(old), .. }), Some(Sp { value: Ok(_), .. })) = (&mut *base, &*later)
    else {
        return;
    };
    let Some(Sp { value: Ok(new), .. }) = later.take() else {
        return;
    };
    let known = old.iter().enumerate();
    let positions: BTreeMap<String, usize> = known
        .filter_map(|(at, sp)| Some((id_of(sp)?.to_owned(), at)))
        .collect();
    for sp in new {
        match id_of(&sp).and_then(|id| positions.get(id)) {
            Some(at) => old[*at] = sp,
            None => old.push(sp),
        }
    }
}

/// Lays the fields of a record that has no id over those that are there.
fn by_field<R: Record>(base: &mut Option<Sp<R>>, later: &mut Option<Sp<R>>) {
    if let (
        Some(Sp { value: Ok(old), .. }),
        Some(Sp {
            value: Ok(new),
            place,
        }),
    ) = (&mut *base, &mut *later)
    {
        old.overlay(std::mem::take(new));
        // What is missing is missed where the record was written last.
        let place = *place;
        *later = None;
        if let Some(base) = base {
            base.place = place;
        }
    }
}

fn append<T>(base: &mut Option<Sp<List<T>>>, later: &mut Option<Sp<List<T>>>) {
    if let (Some(Sp { value: Ok(old), .. }), Some(Sp { value: Ok(new), .. })) =
        (&mut *base, &mut *later)
    {
        old.append(new);
        *later = None;
    }
}
