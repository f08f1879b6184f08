//! Checks the attack: where it begins, its phases, its chances.

use jiff::civil::DateTime;

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, field, origin, origin_within};
use super::crossings::{Systems, system_of};
use crate::scenario::model::{AdministrationKind, Attack, Dist, EntryPoint, Phase, SecondAttack};
use crate::scenario::raw::{Place, RawAttack, RawPhase, suggest};
use crate::vocab::{SimTime, Text};

/// Returns the attack of a scenario that has none.
pub fn none() -> Attack {
    Attack {
        entry: Vec::new(),
        entry_at: SimTime::ZERO,
        phases: Vec::new(),
        compromised_usable: 1.0,
        immune_after_rebuild: false,
        tries_jump: 0.3,
        cut_factor: 0.02,
        lock_factor: 0.2,
        internet_factor: 0.3,
        maturity_factor: 0.8,
        encrypted_share: (2.8, 2.2),
        encryption_delay: Dist::Uniform {
            low: 0.0,
            high: 240.0,
        },
        backups_survive: 0.5,
        provider_backups_survive: 0.5,
        backups_kept: 0.95,
        reacts: false,
        reaction: 0.5,
        reaction_delay: Dist::Uniform {
            low: 30.0,
            high: 240.0,
        },
        second: None,
    }
}

/// Checks the attack.
pub fn attack(
    check: &mut Check,
    rec: Rec<'_, RawAttack>,
    begins: DateTime,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Attack {
    origin!(check, rec);
    let usual = none();
    let entry = entry_points(check, rec, systems, administrations);
    let entry_at = check
        .moment(field!(rec.entry_at), begins)
        .unwrap_or(SimTime::ZERO);
    let phases = phases(check, rec, begins, entry_at);
    let second = second(check, rec, systems, administrations);
    let backups_survive = check.share(field!(rec.backups_survive), Some(usual.backups_survive));
    Attack {
        entry,
        entry_at,
        phases,
        compromised_usable: check.share(field!(rec.compromised_usable), Some(1.0)),
        immune_after_rebuild: check.flag(field!(rec.immune_after_rebuild), false),
        tries_jump: check.share(field!(rec.tries_jump), Some(usual.tries_jump)),
        cut_factor: check.share(field!(rec.cut_factor), Some(usual.cut_factor)),
        lock_factor: check.share(field!(rec.lock_factor), Some(usual.lock_factor)),
        internet_factor: check.share(field!(rec.internet_factor), Some(usual.internet_factor)),
        maturity_factor: check.share(field!(rec.maturity_factor), Some(usual.maturity_factor)),
        encrypted_share: pair(
            check,
            field!(rec.encrypted_share),
            0.01,
            1000.0,
            usual.encrypted_share,
        ),
        encryption_delay: check.dist(field!(rec.encryption_delay), Some(usual.encryption_delay)),
        backups_survive,
        provider_backups_survive: check
            .share(field!(rec.provider_backups_survive), Some(backups_survive)),
        backups_kept: check.share(field!(rec.backups_kept), Some(usual.backups_kept)),
        reacts: check.flag(field!(rec.reacts), usual.reacts),
        reaction: check.share(field!(rec.reaction), Some(usual.reaction)),
        reaction_delay: check.dist(field!(rec.reaction_delay), Some(usual.reaction_delay)),
        second,
    }
}

/// The second attack, if there is to be one.
fn second(
    check: &mut Check,
    rec: Rec<'_, RawAttack>,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Option<SecondAttack> {
    let (text, place) = check.maybe(&field!(rec.second_entry))?;
    let entry = system_of(check, text, place, systems, administrations);
    let after = check.dist(field!(rec.second_after), None);
    let chance = check.share(field!(rec.second_chance), Some(1.0));
    Some(SecondAttack {
        entry: entry?,
        after,
        chance,
    })
}

/// Reads a pair of numbers, each within the same bounds.
pub fn pair(
    check: &mut Check,
    field: Field<'_, (f64, f64)>,
    low: f64,
    high: f64,
    default: (f64, f64),
) -> (f64, f64) {
    check.count_figure(&field);
    match check.maybe(&field) {
        Some(((a, b), place)) => (
            check.within(field.name, *a, place, &(low..=high)),
            check.within(field.name, *b, place, &(low..=high)),
        ),
        None => default,
    }
}

fn entry_points(
    check: &mut Check,
    rec: Rec<'_, RawAttack>,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Vec<EntryPoint> {
    let mut entry: Vec<EntryPoint> = Vec::new();
    for (text, place) in check.items(&field!(rec.entry)) {
        let points = match text.strip_prefix("all_providers:") {
            Some(system) => every_provider(check, system, place, systems, administrations),
            None => system_of(check, text, place, systems, administrations)
                .into_iter()
                .collect(),
        };
        for point in points {
            if entry.contains(&point) {
                check.problems.error(place, Text::new("check-entry-twice"));
            } else {
                entry.push(point);
            }
        }
    }
    entry
}

fn every_provider(
    check: &mut Check,
    system: &str,
    place: Place,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Vec<EntryPoint> {
    let mut points = Vec::new();
    for (position, provider) in administrations.list.iter().enumerate() {
        if provider.kind != AdministrationKind::Provider {
            continue;
        }
        let Some(kit) = provider.kit else { continue };
        match systems.get(kit, system) {
            Some(system) => points.push(EntryPoint {
                administration: position,
                system,
            }),
            None => {
                let message = Text::new("check-provider-lacks-system")
                    .name("id", provider.id.as_str())
                    .name("system", system);
                check
                    .problems
                    .error_hint(place, message, suggest(system, systems.ids(kit)));
            }
        }
    }
    points
}

fn phases(
    check: &mut Check,
    rec: Rec<'_, RawAttack>,
    begins: DateTime,
    entry_at: SimTime,
) -> Vec<Phase> {
    let mut list: Vec<Phase> = Vec::new();
    let mut latest = entry_at;
    for phase in check.records(&field!(rec.phases)) {
        let Some(checked) = one_phase(check, phase, begins) else {
            continue;
        };
        let id_place = phase.raw.id.as_ref().map_or(phase.place, |id| id.place);
        if let Some(last) = list.last()
            && last.id >= checked.id
        {
            check.problems.error_hint(
                id_place,
                Text::new("check-phase-order"),
                Text::new("check-phase-order-hint"),
            );
        }
        if let (Some(starts), Some(sp)) = (checked.starts_at, &phase.raw.starts_at) {
            if starts < latest {
                check
                    .problems
                    .error(sp.place, Text::new("check-phase-early"));
            }
            latest = latest.max(starts);
        }
        list.push(checked);
    }
    list
}

fn one_phase(check: &mut Check, rec: Rec<'_, RawPhase>, begins: DateTime) -> Option<Phase> {
    origin_within!(check, rec);
    let starts_at = check.moment(field!(rec.starts_at), begins);
    let dwell = check.dist(field!(rec.dwell), None);
    let detection = pair(check, field!(rec.detection), 0.0, 1.0, (0.0, 0.0));
    let at_night_share = check.share(field!(rec.at_night_share), Some(0.0));
    let (id, _) = check.need(&field!(rec.id))?;
    Some(Phase {
        id: *id,
        starts_at,
        dwell,
        detection,
        at_night_share,
    })
}
