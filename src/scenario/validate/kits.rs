//! Checks kits: systems, what they need, how they are restored, how an attack passes.

use std::collections::BTreeMap;

use super::check::{Check, Field, Rec, field, origin, origin_within};
use super::cycles;
use super::values::RATE;
use crate::scenario::model::{
    Kit, LinkTemplate, Spread, Supplier, SystemRole, SystemTemplate, WorkTemplate,
};
use crate::scenario::raw::{Place, RawKit, RawLink, RawSpread, RawSystem, RawWork, suggest};
use crate::vocab::{Skill, Text};

/// Highest rate per day of an attack link.
const RATE_MAX: f64 = 1440.0;

/// A checked kit, and the references to its provider that are checked when that is known.
pub struct KitDraft {
    /// The kit.
    pub kit: Kit,
    /// Ids of systems of the provider that it names, and where.
    pub of_provider: Vec<(String, Place)>,
}

/// The systems of one kit by id.
type Names<'a> = BTreeMap<&'a str, usize>;

/// Checks one kit.
pub fn kit(check: &mut Check, rec: Rec<'_, RawKit>) -> KitDraft {
    origin!(check, rec);
    let id = check.id(field!(rec.id));
    check.some_items(&field!(rec.systems));
    let systems = check.records(&field!(rec.systems));
    let mut names = Names::new();
    for (position, system) in systems.iter().enumerate() {
        let Some((id, place)) = check.maybe(&field!(system.id)) else {
            continue;
        };
        if names.contains_key(id.as_str()) {
            let message = Text::new("check-system-twice").name("id", id);
            check.problems.error(place, message);
        } else {
            names.insert(id, position);
        }
    }
    let mut seen = Resolver {
        names,
        of_provider: Vec::new(),
    };
    let templates: Vec<SystemTemplate> = systems
        .iter()
        .map(|system| system_template(check, *system, &mut seen))
        .collect();
    roles(check, &systems, &templates);
    let links = check
        .records(&field!(rec.links))
        .into_iter()
        .filter_map(|link| link_template(check, link, &mut seen, &templates))
        .collect();
    no_cycles(check, &systems, &templates);
    KitDraft {
        kit: Kit {
            id,
            systems: templates,
            links,
        },
        of_provider: seen.of_provider,
    }
}

/// Turns names of systems into positions.
struct Resolver<'a> {
    names: Names<'a>,
    of_provider: Vec<(String, Place)>,
}

impl Resolver<'_> {
    fn own(&self, check: &mut Check, id: &str, place: Place) -> Option<usize> {
        let found = self.names.get(id).copied();
        if found.is_none() {
            check.problems.error_hint(
                place,
                Text::new("check-no-system").name("id", id),
                suggest(id, self.names.keys().copied()),
            );
        }
        found
    }

    fn supplier(&mut self, check: &mut Check, text: &str, place: Place) -> Option<Supplier> {
        match text.split_once(':') {
            Some(("provider", id)) => {
                self.of_provider.push((id.to_owned(), place));
                Some(Supplier::Provider(id.to_owned()))
            }
            Some((other, id)) => {
                let hint = Text::new("check-no-prefix-hint").name("id", id);
                let message = Text::new("check-no-prefix").name("prefix", other);
                check.problems.error_hint(place, message, hint);
                None
            }
            None => self.own(check, text, place).map(Supplier::Own),
        }
    }
}

fn system_template(
    check: &mut Check,
    rec: Rec<'_, RawSystem>,
    seen: &mut Resolver<'_>,
) -> SystemTemplate {
    origin_within!(check, rec);
    let needs = check
        .items(&field!(rec.needs))
        .into_iter()
        .filter_map(|(id, place)| seen.supplier(check, id, place))
        .collect();
    let mut any_of = Vec::new();
    for (group, place) in check.items(&field!(rec.any_of)) {
        if group.is_empty() {
            check.problems.error(place, Text::new("check-empty-group"));
        }
        let members = group
            .iter()
            .filter_map(|sp| check.value(sp))
            .collect::<Vec<_>>();
        any_of.push(
            members
                .into_iter()
                .filter_map(|(id, place)| seen.supplier(check, id, place))
                .collect(),
        );
    }
    SystemTemplate {
        id: check.id(field!(rec.id)),
        role: check
            .maybe(&field!(rec.role))
            .map_or(SystemRole::Plain, |(role, _)| *role),
        needs,
        any_of,
        work: rec
            .raw
            .work
            .as_ref()
            .and_then(|sp| check.open(sp))
            .map(|work| work_template(check, work, seen)),
        containment: check.maybe_dist(field!(rec.containment)),
        crew_repair: check.maybe_dist(field!(rec.crew_repair)),
    }
}

fn work_template(check: &mut Check, rec: Rec<'_, RawWork>, seen: &Resolver<'_>) -> WorkTemplate {
    const HOURS: std::ops::RangeInclusive<f64> = 0.0..=1e6;
    origin_within!(check, rec);
    let hours_small = check.number(field!(rec.hours_small), HOURS, Some(0.0));
    WorkTemplate {
        skill: check
            .need(&field!(rec.skill))
            .map_or(Skill::Network, |(skill, _)| *skill),
        hours_small,
        hours_large: check.number(field!(rec.hours_large), HOURS, Some(hours_small)),
        hours_per_client: check.number(field!(rec.hours_per_client), 0.0..=1000.0, Some(0.0)),
        hours_per_customer: check.number(field!(rec.hours_per_customer), 0.0..=1e4, Some(0.0)),
        useful_people: rec
            .raw
            .useful_people
            .is_some()
            .then(|| check.count(field!(rec.useful_people), 1..=10_000, None)),
        after: check
            .items(&field!(rec.after))
            .into_iter()
            .filter_map(|(id, place)| seen.own(check, id, place))
            .collect(),
        check_share: check.share(field!(rec.check_share), Some(0.2)),
        check_only: check.maybe_dist(field!(rec.check_only)),
    }
}

fn link_template(
    check: &mut Check,
    rec: Rec<'_, RawLink>,
    seen: &mut Resolver<'_>,
    systems: &[SystemTemplate],
) -> Option<LinkTemplate> {
    origin_within!(check, rec);
    let mut end = |field: Field<'_, String>, check: &mut Check| {
        let (text, place) = check.need(&field)?;
        seen.supplier(check, text, place)
    };
    let from = end(field!(rec.from), check);
    let to = end(field!(rec.to), check);
    let spread = match check.need(&field!(rec.spread)) {
        Some((raw, place)) => spread(check, raw, place),
        None => Spread::Constant(0.0),
    };
    let mut via = None;
    if let Some((id, place)) = check.maybe(&field!(rec.via)) {
        via = seen.own(check, id, place);
        if via.is_some_and(|via| systems[via].role != SystemRole::ProviderLink) {
            check.problems.error_hint(
                place,
                Text::new("check-no-provider-link").name("id", id),
                Text::new("check-no-provider-link-hint"),
            );
        }
    }
    let (from, to) = (from?, to?);
    if from == to {
        let place = rec.raw.to.as_ref().map_or(rec.place, |to| to.place);
        check
            .problems
            .error(place, Text::new("check-link-to-itself"));
    }
    let jump = check.flag(field!(rec.jump), false);
    let to_customer = matches!((&from, &to), (Supplier::Provider(_), Supplier::Own(_)));
    if jump && !to_customer {
        let place = rec.raw.jump.as_ref().map_or(rec.place, |jump| jump.place);
        check.problems.error_hint(
            place,
            Text::new("check-no-jump"),
            Text::new("check-no-jump-hint"),
        );
    }
    let remote_access = check.flag(field!(rec.remote_access), false);
    Some(LinkTemplate {
        from,
        to,
        spread,
        via,
        remote_access,
        privileged: check.flag(field!(rec.privileged), remote_access),
        jump,
    })
}

/// Checks the rates of a link.
pub fn spread(check: &mut Check, raw: &RawSpread, place: Place) -> Spread {
    match raw {
        RawSpread::Constant(rate) => Spread::Constant(rate_of(check, RATE, Some(rate))),
        RawSpread::ByStage {
            lateral,
            jump,
            impact,
        } => {
            if lateral.is_none() && jump.is_none() && impact.is_none() {
                let hint = Text::new("check-no-rate-hint");
                let message = Text::new("check-no-rate");
                check.problems.error_hint(place, message, hint);
            }
            Spread::ByStage {
                lateral: rate_of(check, "lateral", lateral.as_ref()),
                jump: rate_of(check, "jump", jump.as_ref()),
                impact: rate_of(check, "impact", impact.as_ref()),
            }
        }
    }
}

fn rate_of(check: &mut Check, name: &str, rate: Option<&crate::scenario::raw::Sp<f64>>) -> f64 {
    rate.and_then(|rate| check.value(rate))
        .map_or(0.0, |(rate, place)| {
            check.within(name, *rate, place, &(0.0..=RATE_MAX))
        })
}

/// Each special role is played by one system at the most.
fn roles(check: &mut Check, systems: &[Rec<'_, RawSystem>], templates: &[SystemTemplate]) {
    for role in [
        SystemRole::Workplaces,
        SystemRole::ProviderLink,
        SystemRole::Gateway,
        SystemRole::Backup,
        SystemRole::Internet,
        SystemRole::Telephony,
        SystemRole::Mail,
    ] {
        let mut players = templates
            .iter()
            .zip(systems)
            .filter(|(t, _)| t.role == role);
        let Some((first, _)) = players.next() else {
            continue;
        };
        for (_, rec) in players {
            let place = rec.raw.role.as_ref().map_or(rec.place, |role| role.place);
            let message = Text::new("check-role-taken").name("id", first.id.as_str());
            check.problems.error(place, message);
        }
    }
}

fn no_cycles(check: &mut Check, systems: &[Rec<'_, RawSystem>], templates: &[SystemTemplate]) {
    let own = |supplier: &Supplier| match supplier {
        Supplier::Own(position) => Some(*position),
        Supplier::Provider(_) => None,
    };
    let needs: Vec<Vec<usize>> = templates
        .iter()
        .map(|system| {
            let any_of = system.any_of.iter().flatten();
            system.needs.iter().chain(any_of).filter_map(own).collect()
        })
        .collect();
    let after: Vec<Vec<usize>> = templates
        .iter()
        .map(|system| {
            system
                .work
                .as_ref()
                .map_or(Vec::new(), |work| work.after.clone())
        })
        .collect();
    let name = |position: usize| templates[position].id.clone();
    for (key, arrows) in [
        ("check-circle-of-needs", needs),
        ("check-circle-of-orders", after),
    ] {
        if let Some(cycle) = cycles::find(&arrows) {
            let rec = systems[cycle[0]];
            let place = rec.raw.id.as_ref().map_or(rec.place, |id| id.place);
            let message = Text::new(key).name("circle", cycles::describe(&cycle, name));
            let hint = Text::new("check-circle-hint");
            check.problems.error_hint(place, message, hint);
        }
    }
}
