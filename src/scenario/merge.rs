//! Puts files together: what comes later wins, a record with an id as a whole.

use std::collections::BTreeMap;

use super::diagnose::Collector;
use super::raw::{
    List, RawAdministration, RawClause, RawInject, RawKit, RawLink, RawObjective, RawPact,
    RawQuestion, RawResponse, RawScenario, RawService, RawSystem, RawUncertain, Record, Sp,
    suggest, twice,
};
use crate::vocab::Text;

/// A record that others name by its id.
pub trait Named {
    /// What such a record is called in messages: the key of its words.
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
    RawAdministration = "check-what-administration",
    RawClause = "check-what-clause",
    RawInject = "check-what-inject",
    RawKit = "check-what-kit",
    RawObjective = "check-what-objective",
    RawPact = "check-what-pact",
    RawQuestion = "check-what-question",
    RawResponse = "check-what-response",
    RawService = "check-what-service",
    RawSystem = "check-what-system",
    RawUncertain = "check-what-uncertain",
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
    doubles(&raw.injects, problems);
    doubles(&raw.kits, problems);
    doubles(&raw.objectives, problems);
    doubles(&raw.pacts, problems);
    doubles(&raw.questionnaire, problems);
    doubles(&raw.responses, problems);
    doubles(&raw.services, problems);
    doubles(&raw.uncertain, problems);
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
            let hint = Text::new("check-twice-hint");
            problems.error_hint(place, twice(T::WHAT, id), hint);
        }
    }
}

/// Lays a later file over what is there.
pub fn lay_over(base: &mut RawScenario, mut later: RawScenario) {
    by_id(&mut base.administrations, &mut later.administrations);
    by_id(&mut base.clauses, &mut later.clauses);
    by_id(&mut base.injects, &mut later.injects);
    by_id(&mut base.kits, &mut later.kits);
    by_id(&mut base.objectives, &mut later.objectives);
    by_id(&mut base.pacts, &mut later.pacts);
    by_id(&mut base.questionnaire, &mut later.questionnaire);
    by_id(&mut base.responses, &mut later.responses);
    by_id(&mut base.services, &mut later.services);
    by_id(&mut base.uncertain, &mut later.uncertain);
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

/// Gives every kit that is `like` another the systems and links of that one.
///
/// Its own systems take the place of those of the same id and come last otherwise, so that what an
/// administration has in common with the catalogue stands in the catalogue only.
pub fn complete_kits(merged: &mut RawScenario, problems: &mut Collector) {
    let Some(Sp {
        value: Ok(kits), ..
    }) = &mut merged.kits
    else {
        return;
    };
    // In the order of the list: a kit may be like one that stands before it, completed by then.
    for position in 0..kits.len() {
        let (before, rest) = kits.split_at_mut(position);
        let Ok(kit) = &mut rest[0].value else {
            continue;
        };
        let Some(Sp {
            value: Ok(like),
            place,
        }) = &kit.like
        else {
            continue;
        };
        let model = before.iter().find(|other| id_of(other) == Some(like));
        match model.and_then(|model| model.value.as_ref().ok()) {
            Some(model) => complete_kit(kit, model, problems),
            None => {
                let known = suggest(like, before.iter().filter_map(id_of));
                let message = Text::new("check-no-kit-before").name("id", like);
                problems.error_hint(*place, message, known);
            }
        }
    }
}

fn complete_kit(kit: &mut RawKit, model: &RawKit, problems: &mut Collector) {
    let listed = |list: &Option<Sp<List<String>>>| -> List<String> {
        let list = list.as_ref().and_then(|sp| sp.value.as_ref().ok());
        list.cloned().unwrap_or_default()
    };
    let left_out = listed(&kit.without);
    let is_left_out = |name: &str| {
        let mut names = left_out.iter().filter_map(|sp| sp.value.as_ref().ok());
        names.any(|left_out| left_out == name)
    };
    if let Some(Sp {
        value: Ok(systems), ..
    }) = &model.systems
    {
        let known: Vec<&str> = systems.iter().filter_map(id_of).collect();
        for sp in &left_out {
            let Ok(name) = &sp.value else { continue };
            if !known.contains(&name.as_str()) {
                let hint = suggest(name, known.iter().copied());
                let message = Text::new("check-not-in-that-kit").name("id", name);
                problems.error_hint(sp.place, message, hint);
            }
        }
    }
    let mut systems = model.systems.clone();
    if let Some(Sp {
        value: Ok(list), ..
    }) = &mut systems
    {
        list.retain(|system| !id_of(system).is_some_and(is_left_out));
    }
    by_id(&mut systems, &mut kit.systems);
    // Fails only if either list cannot be read, which is said where it stands.
    kit.systems = kit.systems.take().or(systems);
    let touches = |end: &Option<Sp<String>>| {
        let name = end.as_ref().and_then(|sp| sp.value.as_ref().ok());
        name.is_some_and(|name| is_left_out(name))
    };
    let mut links = model.links.clone();
    if let Some(Sp {
        value: Ok(list), ..
    }) = &mut links
    {
        list.retain(|sp| {
            let ends = |link: &RawLink| [&link.from, &link.to, &link.via].into_iter().any(touches);
            !sp.value.as_ref().is_ok_and(ends)
        });
    }
    append(&mut links, &mut kit.links);
    kit.links = kit.links.take().or(links);
    kit.source = kit.source.take().or_else(|| model.source.clone());
    kit.confidence = kit.confidence.take().or_else(|| model.confidence.clone());
}
