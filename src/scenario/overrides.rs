//! One field changed by its path: `--set service.kfz.waz=24h`, or `set: [("service.kfz.waz", "24h")]`.
//!
//! | path | changes |
//! |---|---|
//! | `id begins start_ex horizon end default_pact` | the field itself |
//! | `attack.FIELD`, `attack.PHASE.FIELD` | the attack, one of its phases |
//! | `attack.second_entry`, `attack.PHASE.starts_at` with `none` | no second attack; a phase that begins when the one before ends |
//! | `service.ID.FIELD`, `service.ID.paper.FIELD`, `service.ID.pay.FIELD` | a service |
//! | `admin.ID.FIELD` | an administration |
//! | `kit.ID.SYSTEM.FIELD`, `kit.ID.SYSTEM.work.FIELD` | a system of a kit |
//! | `pact.ID.FIELD`, `pact.ID.aid.KIND.FIELD` | a phase of the pact; wins over its clauses |
//! | `pact.ID.clause.CLAUSE` with `on` or `off` | whether a clause is in force in a phase |
//! | `pact.ID.members` with `all` | everybody is a member |
//! | `pact.ID.member.ADMIN` with `in` or `out` | whether an administration is a member |
//! | `clause.ID.FIELD`, `clause.ID.aid.KIND.FIELD` | a clause, in every phase that has it |
//! | `inject.ID.FIELD` | an inject of the script |
//! | `objective.ID.FIELD` | an objective |
//! | `parameters.FIELD`, `parameters.helper_cost.FIELD` | figures of recovery |
//! | `aid` with the value `off` | no kind of aid in any phase of the pact |
//!
//! `*` in place of an id means all of them. Values are written as in a file; a text needs no quotes.

mod pact;

use super::merge::{Named, id_of};
use super::raw::{Fault, List, Place, RawScenario, Record, Setting, Sp, suggest};
use crate::vocab::Text;

/// Fields of the file itself that a path may change.
const TOP: &[&str] = &["id", "begins", "start_ex", "horizon", "end", "default_pact"];
/// Words a path may begin with.
const FIRST: &[&str] = &[
    "id",
    "begins",
    "start_ex",
    "horizon",
    "end",
    "default_pact",
    "attack",
    "service",
    "admin",
    "kit",
    "pact",
    "clause",
    "inject",
    "objective",
    "parameters",
    "aid",
];

/// Changes the field at a path; says what is wrong with the path otherwise.
pub fn set(raw: &mut RawScenario, path: &str, value: Setting<'_>) -> Result<(), Fault> {
    let steps: Vec<&str> = path.trim().split('.').collect();
    match steps.as_slice() {
        ["aid"] => aid_off(raw, value),
        [field] if TOP.contains(field) => set_field(raw, field, value),
        ["attack", "second_entry"] if is_word(value, "none") => {
            open(&mut raw.attack, value).second_entry = None;
            Ok(())
        }
        ["attack", field] => set_field(open(&mut raw.attack, value), field, value),
        ["attack", phase, field] => {
            let phases = &mut open(&mut raw.attack, value).phases;
            let known: Vec<String> = phase_ids(phases);
            each(
                phases,
                value,
                known,
                phase,
                |p| p.id.as_ref().and_then(ok).map(|id| id.id().to_owned()),
                |p, v| {
                    if *field == "starts_at" && is_word(v, "none") {
                        p.starts_at = None;
                        return Ok(());
                    }
                    set_field(p, field, v)
                },
            )
        }
        ["parameters", "helper_cost", field] => set_field(
            open(&mut open(&mut raw.parameters, value).helper_cost, value),
            field,
            value,
        ),
        ["parameters", field] => set_field(open(&mut raw.parameters, value), field, value),
        ["service", id, "paper", field] => named(&mut raw.services, id, value, |service, value| {
            set_field(open(&mut service.paper, value), field, value)
        }),
        ["service", id, "pay", field] => named(&mut raw.services, id, value, |service, value| {
            set_field(open(&mut service.pay, value), field, value)
        }),
        ["service", id, field] => named(&mut raw.services, id, value, |service, value| {
            set_field(service, field, value)
        }),
        ["admin", id, field] => named(&mut raw.administrations, id, value, |a, value| {
            set_field(a, field, value)
        }),
        ["inject", id, field] => named(&mut raw.injects, id, value, |inject, value| {
            set_field(inject, field, value)
        }),
        ["objective", id, field] => named(&mut raw.objectives, id, value, |objective, value| {
            set_field(objective, field, value)
        }),
        ["kit", id, rest @ ..] if matches!(rest.len(), 2 | 3) => {
            named(&mut raw.kits, id, value, |kit, value| {
                set_system(&mut kit.systems, rest, value)
            })
        }
        ["pact" | "clause", ..] => pact::set(raw, &steps, value),
        [first, ..] if FIRST.contains(first) && !TOP.contains(first) => Err(no_field(&steps)),
        [first, ..] => Err(Fault::unknown("check-unknown-path", first, FIRST)),
        [] => Err(Fault::unknown("check-unknown-path", "", FIRST)),
    }
}

/// Says that a path begins well and then names no field.
fn no_field(steps: &[&str]) -> Fault {
    let message = Text::new("check-path-without-field").name("path", steps.join("."));
    Fault::new(message).with_hint(Text::new(form_of(steps[0])))
}

/// Returns the key of what says how a path goes on after its first word.
fn form_of(first: &str) -> &'static str {
    match first {
        "attack" => "check-path-attack",
        "service" => "check-path-service",
        "admin" => "check-path-admin",
        "inject" => "check-path-inject",
        "objective" => "check-path-objective",
        "kit" => "check-path-kit",
        "pact" => "check-path-pact",
        "clause" => "check-path-clause",
        "parameters" => "check-path-parameters",
        _ => "check-path-aid",
    }
}

/// Whether a value is a word, with quotes or without.
fn is_word(value: Setting<'_>, word: &str) -> bool {
    value.plain.trim().trim_matches('"') == word
}

fn aid_off(raw: &mut RawScenario, value: Setting<'_>) -> Result<(), Fault> {
    if !matches!(value.plain.trim(), "off" | "\"off\"") {
        let message = Text::new("check-no-aid-value").name("value", value.plain.trim());
        return Err(Fault::new(message).with_hint(Text::new("check-no-aid-value-hint")));
    }
    for pact in records(&mut raw.pacts) {
        pact.aid = None;
    }
    for clause in records(&mut raw.clauses) {
        clause.aid = None;
    }
    Ok(())
}

fn set_system(
    systems: &mut Option<Sp<List<super::raw::RawSystem>>>,
    rest: &[&str],
    value: Setting<'_>,
) -> Result<(), Fault> {
    let known = systems.iter().filter_map(ok).flatten().filter_map(ok);
    let known = known
        .filter_map(|s| s.id.as_ref().and_then(ok).cloned())
        .collect();
    let id = |system: &super::raw::RawSystem| system.id.as_ref().and_then(ok).cloned();
    each(
        systems,
        value,
        known,
        rest[0],
        id,
        |system, value| match rest {
            [_, "work", field] => set_field(open(&mut system.work, value), field, value),
            [_, field] => set_field(system, field, value),
            _ => Err(Fault::unknown("check-unknown-field", rest[1], &["work"])),
        },
    )
}

/// Changes a record of a list by its id, or all of them with `*`.
fn named<T: Named>(
    list: &mut Option<Sp<List<T>>>,
    id: &str,
    value: Setting<'_>,
    mut change: impl FnMut(&mut T, Setting<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let items = || list.iter().filter_map(ok).flatten();
    if id != "*" && !items().any(|sp| id_of(sp) == Some(id)) {
        return Err(Fault::none(T::WHAT, id, items().filter_map(id_of)));
    }
    let wanted = |record: &T| id == "*" || record.id().and_then(ok).is_some_and(|own| own == id);
    for record in records(list).filter(|record| wanted(record)) {
        change(record, value)?;
    }
    Ok(())
}

/// Changes an element of a list that is named by something else than an id.
fn each<T>(
    list: &mut Option<Sp<List<T>>>,
    value: Setting<'_>,
    known: Vec<String>,
    wanted: &str,
    name: impl Fn(&T) -> Option<String>,
    mut change: impl FnMut(&mut T, Setting<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut found = wanted == "*";
    for record in records(list) {
        if wanted == "*" || name(record).is_some_and(|name| name == wanted) {
            found = true;
            change(record, value)?;
        }
    }
    if found {
        return Ok(());
    }
    Err(none_here(wanted, known.iter().map(String::as_str)))
}

/// Says that there is nothing of such a name in a list, and which name may have been meant.
fn none_here<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Fault {
    let message = Text::new("check-none-here").name("id", wanted);
    Fault::new(message).with_hint(suggest(wanted, known))
}

fn set_field<R: Record>(record: &mut R, field: &str, value: Setting<'_>) -> Result<(), Fault> {
    if record.set(field, value) {
        Ok(())
    } else {
        Err(Fault::unknown("check-unknown-field", field, R::FIELDS))
    }
}

/// Returns the record of a field, a new one if there is none or it cannot be read.
fn open<'a, R: Record>(field: &'a mut Option<Sp<R>>, value: Setting<'_>) -> &'a mut R {
    if !matches!(field, Some(Sp { value: Ok(_), .. })) {
        *field = None;
    }
    let sp = field.get_or_insert_with(|| Sp::new(Place::of(value.plain), R::default()));
    match &mut sp.value {
        Ok(record) => record,
        Err(_) => unreachable!("the field was just made readable"),
    }
}

fn records<T>(list: &mut Option<Sp<List<T>>>) -> impl Iterator<Item = &mut T> {
    let items = list.iter_mut().filter_map(|sp| sp.value.as_mut().ok());
    items.flatten().filter_map(|sp| sp.value.as_mut().ok())
}

fn ok<T>(sp: &Sp<T>) -> Option<&T> {
    sp.value.as_ref().ok()
}

fn phase_ids(phases: &Option<Sp<List<super::raw::RawPhase>>>) -> Vec<String> {
    let items = phases.iter().filter_map(ok).flatten().filter_map(ok);
    items
        .filter_map(|p| p.id.as_ref().and_then(ok).map(|id| id.id().to_owned()))
        .collect()
}
