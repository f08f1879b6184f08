//! Checks services: targets, paper, payments, and that every kit has what they need.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, empty_list, field, origin};
use super::crossings::Systems;
use super::kits::KitDraft;
use super::moments;
use crate::scenario::calendar::{is_bank_day, last_bank_day_until};
use crate::scenario::model::{
    AdministrationKind, OpenHoursKind, Paper, Pay, PermitFrom, ServicePermit, ServiceTemplate,
    SetUp, SystemRole,
};
use crate::scenario::raw::{
    Fault, List, Place, RawPaper, RawPay, RawPayDays, RawPermit, RawService, suggest,
};
use crate::vocab::{Text, format_minutes};

/// Returns the services that are offered: all of them, or those that `offers` names, in its order.
pub fn offered<'a>(
    check: &mut Check,
    services: &Field<'a, List<RawService>>,
    offers: &Field<'a, List<String>>,
) -> Vec<Rec<'a, RawService>> {
    let all = check.records(services);
    if offers.value.is_none() {
        return all;
    }
    let known = || {
        let ids = all.iter().filter_map(|rec| rec.raw.id.as_ref());
        ids.filter_map(|id| id.value.as_ref().ok().map(String::as_str))
    };
    let mut chosen: Vec<Rec<'a, RawService>> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for (name, place) in check.some_items(offers) {
        let found = known().position(|id| id == name);
        if names.contains(&name.as_str()) {
            let message = Text::new("check-offered-twice").name("id", name);
            check.problems.error(place, message);
        } else if let Some(found) = found {
            chosen.push(all[found]);
            names.push(name);
        } else {
            let fault = Fault::none("check-what-service", name, known());
            check.problems.fault(place, fault);
        }
    }
    chosen
}

/// Checks all services.
pub fn services(
    check: &mut Check,
    records: &[Rec<'_, RawService>],
    begins: Option<DateTime>,
    kits: &[KitDraft],
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Vec<ServiceTemplate> {
    let list: Vec<ServiceTemplate> = records
        .iter()
        .map(|rec| service(check, *rec, begins))
        .collect();
    for (service, rec) in list.iter().zip(records) {
        needs_are_there(check, service, *rec, kits, systems, administrations);
    }
    workplaces_suffice(check, &list, records);
    list
}

fn service(
    check: &mut Check,
    rec: Rec<'_, RawService>,
    begins: Option<DateTime>,
) -> ServiceTemplate {
    origin!(check, rec);
    let waz_minutes = check.minutes(field!(rec.waz), None);
    let mta_minutes = check.minutes(field!(rec.mta), None);
    let both_read = [&rec.raw.waz, &rec.raw.mta].iter().all(|sp| sp.is_some());
    if both_read && waz_minutes > mta_minutes && mta_minutes > 0 {
        let place = rec.raw.waz.as_ref().map_or(rec.place, |waz| waz.place);
        check.problems.error_hint(
            place,
            Text::new("check-target-too-long")
                .name("waz", format_minutes(waz_minutes))
                .name("mta", format_minutes(mta_minutes)),
            Text::new("check-target-too-long-hint"),
        );
    }
    let offered_by = check.some_items(&field!(rec.offered_by));
    ServiceTemplate {
        id: check.id(field!(rec.id)),
        offered_by: offered_by.into_iter().map(|(kind, _)| *kind).collect(),
        criticality: u8::try_from(check.count(field!(rec.criticality), 1..=4, None)).unwrap_or(4),
        waz_minutes,
        mta_minutes,
        emergency_level: check.share(field!(rec.emergency_level), None),
        paper: rec
            .raw
            .paper
            .as_ref()
            .and_then(|sp| check.open(sp))
            .map(|rec| paper(check, rec)),
        demand_per_10k_day: check.number(field!(rec.demand_per_10k_day), 0.0..=1e6, None),
        deferrable_share: check.share(field!(rec.deferrable_share), Some(0.5)),
        hours: check
            .maybe(&field!(rec.hours))
            .map_or(OpenHoursKind::Office, |(hours, _)| *hours),
        needs: check
            .items(&field!(rec.needs))
            .into_iter()
            .map(|(id, _)| id.clone())
            .collect(),
        workplaces_share: check.share(field!(rec.workplaces_share), Some(0.0)),
        at_neighbour: check.flag(field!(rec.at_neighbour), false),
        permit: rec
            .raw
            .permit
            .as_ref()
            .and_then(|sp| check.open(sp))
            .map(|rec| permit(check, rec)),
        slow_at_neighbour: check.flag(field!(rec.slow_at_neighbour), false),
        register_admission: check.flag(field!(rec.register_admission), false),
        island_level: check.share(field!(rec.island_level), Some(0.0)),
        pay: rec
            .raw
            .pay
            .as_ref()
            .and_then(|sp| check.open(sp))
            .map(|rec| pay(check, rec, begins)),
    }
}

fn paper(check: &mut Check, rec: Rec<'_, RawPaper>) -> Paper {
    Paper {
        level: check.share(field!(rec.level), None),
        days: check.count(field!(rec.days), 0..=3660, None),
        set_up: check
            .maybe(&field!(rec.set_up))
            .map_or(SetUp::PaperDesk, |(set_up, _)| *set_up),
    }
}

fn permit(check: &mut Check, rec: Rec<'_, RawPermit>) -> ServicePermit {
    ServicePermit {
        takes: check.dist(field!(rec.takes), None),
        from: check
            .need(&field!(rec.from))
            .map_or(PermitFrom::Notice, |(from, _)| *from),
    }
}

fn pay(check: &mut Check, rec: Rec<'_, RawPay>, begins: Option<DateTime>) -> Pay {
    let pay_days = match check.need(&field!(rec.pay_days)) {
        Some((RawPayDays::LastBankDay, _)) => last_bank_days(begins),
        Some((RawPayDays::These(list), place)) => these_days(check, list, place, begins),
        None => Vec::new(),
    };
    let resubmitted_right = match check.maybe(&field!(rec.resubmitted_right)) {
        Some(((low, high), place)) => {
            let low = check.within("resubmitted_right", *low, place, &(0.0..=1.0));
            let high = check.within("resubmitted_right", *high, place, &(0.0..=1.0));
            if high < low {
                check
                    .problems
                    .error(place, Text::new("check-bounds-swapped"));
            }
            (low, high)
        }
        None => (0.8, 0.95),
    };
    Pay {
        recipients_per_10k: check.number(field!(rec.recipients_per_10k), 0.0..=10_000.0, None),
        pay_days,
        resubmitted_right,
    }
}

/// Months after the beginning of a scenario for which pay days are derived.
const PAY_MONTHS: usize = 30;

/// Returns the last bank day of each month from the beginning on.
fn last_bank_days(begins: Option<DateTime>) -> Vec<Date> {
    let Some(begins) = begins else {
        return Vec::new();
    };
    let month_ends = std::iter::successors(Some(begins.date().last_of_month()), |end| {
        end.tomorrow().ok().map(Date::last_of_month)
    });
    month_ends
        .take(PAY_MONTHS)
        .filter_map(last_bank_day_until)
        .filter(|day| *day >= begins.date())
        .collect()
}

/// Reads pay days that are given one by one.
fn these_days(
    check: &mut Check,
    list: &List<String>,
    place: Place,
    begins: Option<DateTime>,
) -> Vec<Date> {
    if list.is_empty() {
        check.problems.error(place, empty_list("pay_days"));
    }
    let mut pay_days: Vec<Date> = Vec::new();
    for sp in list {
        let Some((text, place)) = check.value(sp) else {
            continue;
        };
        match moments::date(text).and_then(|date| check.moved(date)) {
            Ok(date) if pay_days.last().is_some_and(|last| *last >= date) => {
                let message = Text::new("check-pay-days-order");
                let hint = Text::new("check-pay-days-order-hint");
                check.problems.error_hint(place, message, hint);
            }
            Ok(date) if begins.is_some_and(|begins| date < begins.date()) => {
                let message = Text::new("check-pay-day-early").name("day", date.to_string());
                check.problems.error(place, message);
            }
            Ok(date) => {
                if !is_bank_day(date) {
                    check.problems.error_hint(
                        place,
                        Text::new("check-banks-closed").name("day", date.to_string()),
                        Text::new("check-banks-closed-hint"),
                    );
                }
                pay_days.push(date);
            }
            Err(fault) => check.problems.fault(place, fault),
        }
    }
    pay_days
}

/// Every administration that offers a service must have the systems it needs.
fn needs_are_there(
    check: &mut Check,
    service: &ServiceTemplate,
    rec: Rec<'_, RawService>,
    kits: &[KitDraft],
    systems: &Systems<'_>,
    administrations: &Administrations,
) {
    // One example administration for each kit that must have the systems.
    let mut concerned: BTreeMap<usize, &str> = BTreeMap::new();
    for administration in &administrations.list {
        if let Some(kit) = administration.kit
            && service.offered_by.contains(&administration.kind)
        {
            concerned.entry(kit).or_insert(&administration.id);
        }
    }
    for (id, place) in check.items(&field!(rec.needs)) {
        for (&kit, example) in &concerned {
            if systems.get(kit, id).is_none() {
                let message = Text::new("check-service-lacks-system-of")
                    .name("id", service.id.as_str())
                    .name("system", id)
                    .name("kit", systems.kit_id(kit))
                    .name("example", *example);
                let hint = suggest(id, systems.ids(kit));
                check.problems.error_hint(place, message, hint);
            }
        }
    }
    if service.workplaces_share > 0.0 {
        let place = share_place(rec);
        for (&kit, example) in &concerned {
            let systems = &kits[kit].kit.systems;
            if !systems.iter().any(|s| s.role == SystemRole::Workplaces) {
                let message = Text::new("check-no-workplaces")
                    .name("id", service.id.as_str())
                    .name("kit", kits[kit].kit.id.as_str())
                    .name("example", *example);
                let hint = Text::new("check-no-workplaces-hint");
                check.problems.error_hint(place, message, hint);
            }
        }
    }
}

fn share_place(rec: Rec<'_, RawService>) -> Place {
    let share = rec.raw.workplaces_share.as_ref();
    share.map_or(rec.place, |share| share.place)
}

/// The clerks of all services of an administration cannot have more than all workplaces.
fn workplaces_suffice(
    check: &mut Check,
    services: &[ServiceTemplate],
    records: &[Rec<'_, RawService>],
) {
    use AdministrationKind as K;
    const TOLERANCE: f64 = 1e-9;
    for kind in [
        K::Municipality,
        K::City,
        K::County,
        K::Provider,
        K::State,
        K::Outside,
    ] {
        let mut sum = 0.0;
        for (service, rec) in services.iter().zip(records) {
            if !service.offered_by.contains(&kind) {
                continue;
            }
            let before = sum;
            sum += service.workplaces_share;
            if before <= 1.0 + TOLERANCE && sum > 1.0 + TOLERANCE {
                check.problems.error_hint(
                    share_place(*rec),
                    Text::new("check-share-of-workplaces").name("share", format!("{sum:.2}")),
                    Text::new("check-share-of-workplaces-hint"),
                );
            }
        }
    }
}
