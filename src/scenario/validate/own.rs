//! What an administration has otherwise than all of its kind: targets of services, its restart plan.
//!
//! A service with own figures becomes a service of its own with the same id; a kit with own
//! efforts becomes a kit of its own with the same systems. So the rest of the program knows one
//! kind of service and one kind of kit only.

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, field, origin};
use crate::scenario::model::{Administration, Kit, Paper, ServiceTemplate, SetUp};
use crate::scenario::raw::{
    Fault, List, RawAdministration, RawOwnService, RawOwnWork, suggest, twice,
};
use crate::vocab::Text;

/// Checks the own figures of all administrations and notes which services each offers.
pub fn figures(
    check: &mut Check,
    records: &[Rec<'_, RawAdministration>],
    administrations: &mut Administrations,
    kits: &mut Vec<Kit>,
    services: &mut Vec<ServiceTemplate>,
) {
    let (common, usual_kits) = (services.len(), kits.len());
    for administration in &mut administrations.list {
        let kind = administration.kind;
        let of_kind = (0..common).filter(|at| services[*at].offered_by.contains(&kind));
        administration.services = of_kind.collect();
    }
    for rec in records {
        let id = rec.raw.id.as_ref().and_then(|id| id.value.as_ref().ok());
        let Some(at) = id.and_then(|id| administrations.by_id.get(id)) else {
            continue;
        };
        let administration = &mut administrations.list[*at];
        if rec.raw.services.is_some() {
            administration.services = own_services(
                check,
                &field!(rec.services),
                administration,
                &kits[..usual_kits],
                services,
                common,
            );
        }
        let kit = administration.kit.map(|kit| &kits[kit]);
        if let Some(own) = restart(check, &field!(rec.restart), kit) {
            administration.kit = Some(kits.len());
            kits.push(own);
        }
    }
}

/// Checks the services of one administration: which it offers, and those with own figures.
///
/// Returns positions in `services`; services with own figures are added there.
fn own_services(
    check: &mut Check,
    own: &Field<'_, List<RawOwnService>>,
    administration: &Administration,
    kits: &[Kit],
    services: &mut Vec<ServiceTemplate>,
    common: usize,
) -> Vec<usize> {
    let of_kind = administration.services.iter();
    let mut offered: Vec<(usize, usize)> = of_kind.map(|at| (*at, *at)).collect();
    let mut seen: Vec<usize> = Vec::new();
    for rec in check.records(own) {
        origin!(check, rec);
        let Some((id, place)) = check.need(&field!(rec.id)) else {
            continue;
        };
        let Some(at) = services[..common]
            .iter()
            .position(|service| service.id == *id)
        else {
            let known = services[..common].iter().map(|s| s.id.as_str());
            let fault = Fault::none("check-what-service", id, known);
            check.problems.fault(place, fault);
            continue;
        };
        if seen.contains(&at) {
            check.problems.error(place, twice("check-what-service", id));
            continue;
        }
        seen.push(at);
        let own = with_own_figures(check, rec, &services[at]);
        offered.retain(|(common, _)| *common != at);
        if !check.flag(field!(rec.offered), true) {
            continue;
        }
        let kit = administration.kit.map(|kit| &kits[kit]);
        for need in &own.needs {
            if let Some(kit) = kit
                && !kit.systems.iter().any(|system| system.id == *need)
            {
                let message = Text::new("check-service-lacks-system")
                    .name("id", id)
                    .name("system", need)
                    .name("kit", kit.id.as_str());
                let hint = Text::new("check-service-lacks-system-hint");
                check.problems.error_hint(place, message, hint);
            }
        }
        offered.push((at, services.len()));
        services.push(own);
    }
    offered.sort_unstable();
    offered.into_iter().map(|(_, position)| position).collect()
}

fn with_own_figures(
    check: &mut Check,
    rec: Rec<'_, RawOwnService>,
    common: &ServiceTemplate,
) -> ServiceTemplate {
    let waz_minutes = check.minutes(field!(rec.waz), Some(common.waz_minutes));
    let mta_minutes = check.minutes(field!(rec.mta), Some(common.mta_minutes));
    if waz_minutes > mta_minutes {
        let place = rec.raw.waz.as_ref().map_or(rec.place, |waz| waz.place);
        check.problems.error_hint(
            place,
            Text::new("check-own-target-too-long")
                .name("waz", waz_minutes.to_string())
                .name("mta", mta_minutes.to_string()),
            Text::new("check-target-too-long-hint"),
        );
    }
    let usual = common
        .paper
        .map_or((0.0, 10), |paper| (paper.level, paper.days));
    let level = check.share(field!(rec.paper_level), Some(usual.0));
    let days = check.count(field!(rec.paper_days), 0..=3660, Some(usual.1));
    let set_up = common.paper.map_or(SetUp::PaperDesk, |paper| paper.set_up);
    ServiceTemplate {
        waz_minutes,
        mta_minutes,
        emergency_level: check.share(field!(rec.emergency_level), Some(common.emergency_level)),
        paper: (level > 0.0).then_some(Paper {
            level,
            days,
            set_up,
        }),
        ..common.clone()
    }
}

/// Checks the restart plan of one administration.
///
/// Returns the kit with its own efforts, if it has a plan.
fn restart(
    check: &mut Check,
    plan: &Field<'_, List<RawOwnWork>>,
    kit: Option<&Kit>,
) -> Option<Kit> {
    let records = check.records(plan);
    if records.is_empty() {
        return None;
    }
    let Some(kit) = kit else {
        let message = Text::new("check-nothing-to-restart");
        check.problems.error(plan.record, message);
        return None;
    };
    let mut own = kit.clone();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for rec in records {
        origin!(check, rec);
        let Some((id, place)) = check.need(&field!(rec.system)) else {
            continue;
        };
        let with_work = || own.systems.iter().filter(|system| system.work.is_some());
        if !with_work().any(|system| system.id == *id) {
            let hint = suggest(id, with_work().map(|system| system.id.as_str()));
            let message = Text::new("check-no-own-work")
                .name("kit", own.id.as_str())
                .name("id", id);
            check.problems.error_hint(place, message, hint);
            continue;
        }
        let hours = rec.raw.hours.is_some();
        let people = rec.raw.useful_people.is_some();
        if !hours && !people {
            let message = Text::new("check-nothing-said").name("id", id);
            let hint = Text::new("check-nothing-said-hint");
            check.problems.error_hint(place, message, hint);
        }
        for (given, figure) in [(hours, "hours"), (people, "useful_people")] {
            if given && seen.contains(&(id, figure)) {
                let message = Text::new("check-figure-twice")
                    .name("figure", figure)
                    .name("id", id);
                check.problems.error(place, message);
            }
            if given {
                seen.push((id, figure));
            }
        }
        let system = own.systems.iter_mut().find(|system| system.id == *id);
        let Some(work) = system.and_then(|system| system.work.as_mut()) else {
            continue;
        };
        if hours {
            let hours = check.number(field!(rec.hours), 0.0..=1e6, None);
            // The same at every size: it is this one's own figure.
            (work.hours_small, work.hours_large) = (hours, hours);
            (work.hours_per_client, work.hours_per_customer) = (0.0, 0.0);
        }
        if people {
            work.useful_people = Some(check.count(field!(rec.useful_people), 1..=10_000, None));
        }
    }
    Some(own)
}
