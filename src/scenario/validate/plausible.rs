//! Looks for what is possible but cannot be meant: figures out of proportion, places nothing reaches.

use super::administrations::Administrations;
use super::check::{Check, Rec};
use crate::scenario::model::{AdministrationKind, Attack, ServiceTemplate};
use crate::scenario::raw::{Place, RawAdministration, RawScenario, Sp};
use crate::vocab::{SimTime, Text};

fn place_of<T>(field: &Option<Sp<T>>, otherwise: Place) -> Place {
    field.as_ref().map_or(otherwise, |sp| sp.place)
}

fn read<T>(field: &Option<Sp<T>>) -> Option<&T> {
    field.as_ref()?.value.as_ref().ok()
}

/// Checks administrations against themselves and against the services of their kind.
pub fn administrations(
    check: &mut Check,
    records: &[Rec<'_, RawAdministration>],
    administrations: &Administrations,
    services: &[ServiceTemplate],
) {
    use AdministrationKind as K;
    for rec in records {
        let id = read(&rec.raw.id);
        let Some(at) = id.and_then(|id| administrations.by_id.get(id)) else {
            continue;
        };
        let own = &administrations.list[*at];
        let serves_people = matches!(own.kind, K::Municipality | K::City | K::County);
        let has_services = services.iter().any(|s| s.offered_by.contains(&own.kind));
        if serves_people && has_services && rec.raw.kit.is_none() {
            check.problems.error_hint(
                place_of(&rec.raw.id, rec.place),
                Text::new("check-without-kit").name("id", own.id.as_str()),
                Text::new("check-without-kit-hint"),
            );
        }
        // What stands in for inhabitants that cannot be read is no measure.
        let inhabitants_read = read(&rec.raw.inhabitants).is_some_and(|count| {
            count.without_dots.is_some() || count.number >= f64::from(own.inhabitants)
        });
        if serves_people
            && inhabitants_read
            && rec.raw.clients.is_some()
            && own.clients > own.inhabitants
        {
            check.problems.error_hint(
                place_of(&rec.raw.clients, rec.place),
                Text::new("check-many-workplaces")
                    .name("id", own.id.as_str())
                    .name("clients", own.clients.to_string())
                    .name("inhabitants", own.inhabitants.to_string()),
                Text::new("check-many-workplaces-hint"),
            );
        }
        let people: u32 = own.it_staff.iter().fold(0, |sum, n| sum.saturating_add(*n));
        if serves_people && rec.raw.it_staff.is_some() && people > own.clients.max(1) {
            check.problems.error_hint(
                place_of(&rec.raw.it_staff, rec.place),
                Text::new("check-many-it-people")
                    .name("id", own.id.as_str())
                    .name("people", people.to_string())
                    .name("clients", own.clients.to_string()),
                Text::new("check-many-it-people-hint"),
            );
        }
    }
}

/// An attack that begins after the end would never be seen.
pub fn attack_in_time(check: &mut Check, raw: &RawScenario, attack: &Attack, end: SimTime) {
    let entry_at = raw.attack.as_ref().and_then(|sp| sp.value.as_ref().ok());
    let entry_at = entry_at.and_then(|attack| attack.entry_at.as_ref());
    if let Some(sp) = entry_at
        && !attack.entry.is_empty()
        && attack.entry_at >= end
    {
        check.problems.error_hint(
            sp.place,
            Text::new("check-attack-after-end"),
            Text::new("check-attack-after-end-hint"),
        );
    }
}
