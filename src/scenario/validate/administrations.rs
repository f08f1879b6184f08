//! Checks administrations: who they are, in which order, with which figures.

use std::collections::BTreeMap;

use super::check::{Check, Field, Rec, field, origin};
use super::figures;
use super::kits::KitDraft;
use crate::scenario::model::{Administration, AdministrationKind};
use crate::scenario::raw::{Fault, Place, RawAdministration, RawStaff, SkillCounts, Sp, suggest};
use crate::scenario::sheet::{GERMANY_EAST, GERMANY_NORTH, with_leading_zero};
use crate::vocab::Text;

/// Administrations in their final order, with the places of their ids.
pub struct Administrations {
    /// The administrations.
    pub list: Vec<Administration>,
    /// Where each is written.
    pub places: Vec<Place>,
    /// Whether each names a provider, known or not.
    pub names_provider: Vec<bool>,
    /// Position by id.
    pub by_id: BTreeMap<String, usize>,
}

/// What is known of one administration before all of them are.
struct Draft {
    checked: Administration,
    place: Place,
    provider: Option<(String, Place)>,
    staff: Staff,
}

/// IT people as the file gives them.
enum Staff {
    Usual,
    Total(u32),
    BySkill([u32; 6]),
}

/// Checks all administrations and puts them in order: providers first, then by provider and id.
pub fn administrations(
    check: &mut Check,
    records: Vec<Rec<'_, RawAdministration>>,
    kits: &[KitDraft],
) -> Administrations {
    let kit_ids: BTreeMap<&str, usize> = kits
        .iter()
        .enumerate()
        .map(|(position, draft)| (draft.kit.id.as_str(), position))
        .collect();
    names_differ(check, &records);
    let mut drafts: Vec<Draft> = records
        .into_iter()
        .map(|rec| draft(check, rec, &kit_ids))
        .collect();
    sort(&mut drafts);
    let by_id: BTreeMap<String, usize> = drafts
        .iter()
        .enumerate()
        .map(|(position, draft)| (draft.checked.id.clone(), position))
        .collect();
    resolve_providers(check, &mut drafts, &by_id);
    usual_figures(&mut drafts);
    let places = drafts.iter().map(|draft| draft.place).collect();
    let names_provider = drafts.iter().map(|d| d.provider.is_some()).collect();
    Administrations {
        list: drafts.into_iter().map(|draft| draft.checked).collect(),
        places,
        names_provider,
        by_id,
    }
}

/// Holds names to be different: on every screen people tell administrations apart by them alone.
fn names_differ(check: &mut Check, records: &[Rec<'_, RawAdministration>]) {
    fn read(field: &Option<Sp<String>>) -> Option<(&str, Place)> {
        let sp = field.as_ref()?;
        Some((sp.value.as_ref().ok()?.trim(), sp.place))
    }
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for rec in records {
        let (Some((id, _)), Some((name, place))) = (read(&rec.raw.id), read(&rec.raw.name)) else {
            continue;
        };
        let other = *first.entry(name).or_insert(id);
        // The same id twice is said elsewhere.
        if other != id && !name.is_empty() {
            check.problems.error_hint(
                place,
                Text::new("check-name-of-two")
                    .name("name", name)
                    .name("other", other),
                Text::new("check-name-of-two-hint"),
            );
        }
    }
}

fn draft(
    check: &mut Check,
    rec: Rec<'_, RawAdministration>,
    kits: &BTreeMap<&str, usize>,
) -> Draft {
    use AdministrationKind as K;
    origin!(check, rec);
    let id = check.id(field!(rec.id));
    let place = rec.raw.id.as_ref().map_or(rec.place, |id| id.place);
    let name = check
        .text(field!(rec.name))
        .map_or_else(String::new, |(name, _)| name.to_owned());
    let kind = check.need(&field!(rec.kind)).map(|(kind, _)| *kind);
    let serves_people = matches!(kind, Some(K::Municipality | K::City | K::County));
    let id = match with_leading_zero(&id).filter(|_| serves_people) {
        // What else names it by its whole key is right.
        Some(whole) => {
            check.problems.error_hint(
                place,
                Text::new("check-leading-zero").name("key", id),
                Text::new("check-leading-zero-hint").name("key", whole.as_str()),
            );
            whole
        }
        None => id,
    };
    let inhabitants = if serves_people {
        check.large_count(field!(rec.inhabitants), 1..=100_000_000, None)
    } else {
        check.large_count(field!(rec.inhabitants), 0..=100_000_000, Some(0))
    };
    let kind = kind.unwrap_or(K::Municipality);
    let kit = check.maybe(&field!(rec.kit)).and_then(|(kit, place)| {
        let found = kits.get(kit.as_str()).copied();
        if found.is_none() {
            let fault = Fault::none("check-what-kit", kit, kits.keys().copied());
            check.problems.fault(place, fault);
        }
        found
    });
    if kind == K::Provider && rec.raw.kit.is_none() {
        check.problems.error_hint(
            place,
            Text::new("check-provider-without-kit").name("id", id.as_str()),
            Text::new("check-provider-without-kit-hint"),
        );
    }
    let clients = check.large_count(
        field!(rec.clients),
        0..=1_000_000,
        Some(figures::clients(kind, inhabitants)),
    );
    Draft {
        place,
        provider: check
            .maybe(&field!(rec.provider))
            .map(|(id, place)| (id.clone(), place)),
        staff: staff(check, field!(rec.it_staff)),
        checked: Administration {
            id,
            name,
            kind,
            inhabitants,
            position: position(check, field!(rec.position)),
            provider: None,
            kit,
            clients,
            it_staff: [0; 6],
            maturity: check.share(field!(rec.maturity), Some(0.3)),
            spare_notebooks: check.count(
                field!(rec.spare_notebooks),
                0..=1_000_000,
                Some(figures::spare_notebooks(clients)),
            ),
            monitoring: check.flag(field!(rec.monitoring), false),
            data_protection: check.flag(field!(rec.data_protection), true),
            nis2: check.flag(field!(rec.nis2), false),
            crew: check.count(field!(rec.crew), 0..=1_000_000, Some(0)),
            seat: check
                .maybe(&field!(rec.seat))
                .map(|(text, place)| check.both_languages(text, place)),
            services: Vec::new(),
        },
    }
}

fn position(check: &mut Check, field: Field<'_, (f64, f64)>) -> Option<(f64, f64)> {
    let ((latitude, longitude), place) = check.maybe(&field)?;
    // Where Germany would lie, were both the other way round; there is sea.
    if GERMANY_NORTH.contains(longitude) && GERMANY_EAST.contains(latitude) {
        let both = |key: &'static str, latitude: &f64, longitude: &f64| {
            Text::new(key)
                .name("latitude", latitude.to_string())
                .name("longitude", longitude.to_string())
        };
        check.problems.error_hint(
            place,
            both("check-swapped", latitude, longitude),
            both("check-swapped-hint", longitude, latitude),
        );
    }
    Some((
        check.within("latitude", *latitude, place, &(-90.0..=90.0)),
        check.within("longitude", *longitude, place, &(-180.0..=180.0)),
    ))
}

fn staff(check: &mut Check, field: Field<'_, RawStaff>) -> Staff {
    const MOST: u32 = 100_000;
    match check.maybe(&field) {
        None => Staff::Usual,
        Some((RawStaff::Total(people), place)) => {
            Staff::Total(check.whole("it_staff", *people, place, 0..=MOST))
        }
        Some((RawStaff::BySkill(counts), place)) => {
            check.strays(&**counts);
            let raw: &SkillCounts = counts;
            let rec = Rec { raw, place };
            let mut count = |field| check.count(field, 0..=MOST, Some(0));
            Staff::BySkill([
                count(field!(rec.network)),
                count(field!(rec.identity)),
                count(field!(rec.backup)),
                count(field!(rec.application)),
                count(field!(rec.rollout)),
                count(field!(rec.forensics)),
            ])
        }
    }
}

/// Providers first by id; then the customers of the first provider by id, of the second, and so
/// on; at last those without a provider.
fn sort(drafts: &mut [Draft]) {
    fn key(draft: &Draft) -> (bool, bool, Option<&str>, &str) {
        let is_customer = draft.checked.kind != AdministrationKind::Provider;
        let provider = draft.provider.as_ref().filter(|_| is_customer);
        (
            is_customer,
            is_customer && provider.is_none(),
            provider.map(|(id, _)| id.as_str()),
            &draft.checked.id,
        )
    }
    drafts.sort_by(|a, b| key(a).cmp(&key(b)));
}

fn resolve_providers(check: &mut Check, drafts: &mut [Draft], by_id: &BTreeMap<String, usize>) {
    let kinds: Vec<AdministrationKind> = drafts.iter().map(|d| d.checked.kind).collect();
    let providers = || {
        let ids = by_id.iter();
        ids.filter(|(_, at)| kinds[**at] == AdministrationKind::Provider)
            .map(|(id, _)| id.as_str())
    };
    for draft in drafts.iter_mut() {
        let Some((id, place)) = &draft.provider else {
            continue;
        };
        if draft.checked.kind == AdministrationKind::Provider {
            let message = Text::new("check-provider-of-provider");
            check.problems.error(*place, message);
            continue;
        }
        match by_id.get(id) {
            Some(at) if kinds[*at] == AdministrationKind::Provider => {
                draft.checked.provider = Some(*at);
            }
            Some(_) => {
                let hint = suggest(id, providers());
                let message = Text::new("check-is-no-provider").name("id", id.as_str());
                check.problems.error_hint(*place, message, hint);
            }
            None => {
                let fault = Fault::none("check-what-provider", id, providers());
                check.problems.fault(*place, fault);
            }
        }
    }
}

fn usual_figures(drafts: &mut [Draft]) {
    let mut served = vec![0_u32; drafts.len()];
    for draft in drafts.iter() {
        if let Some(provider) = draft.checked.provider {
            served[provider] = served[provider].saturating_add(draft.checked.clients);
        }
    }
    for (draft, served) in drafts.iter_mut().zip(served) {
        let kind = draft.checked.kind;
        draft.checked.it_staff = match draft.staff {
            Staff::BySkill(split) => split,
            Staff::Total(people) => figures::by_skill(kind, people),
            Staff::Usual => {
                let people = figures::it_people(kind, draft.checked.clients, served);
                figures::by_skill(kind, people)
            }
        };
    }
}
