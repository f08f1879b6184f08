//! Checks the figures of recovery; the catalogue has filled in what the scenario leaves out.

use super::attack::pair;
use super::check::{Check, Field, Rec, field, origin};
use crate::scenario::model::{Dist, HelperCost, Parameters};
use crate::scenario::raw::{RawHelperCost, RawParameters};

/// Checks the figures of recovery.
pub fn parameters(check: &mut Check, rec: Rec<'_, RawParameters>) -> Parameters {
    const MOST_HOURS: f64 = 1e6;
    origin!(check, rec);
    let mut dist = |field| check.dist(field, None);
    let crisis_staff = dist(field!(rec.crisis_staff));
    let hotline = dist(field!(rec.hotline));
    let crisis_page = dist(field!(rec.crisis_page));
    let paper_desk = dist(field!(rec.paper_desk));
    let pay_file = dist(field!(rec.pay_file));
    let forensics_arrival = dist(field!(rec.forensics_arrival));
    let acceptance = dist(field!(rec.acceptance));
    let admission = dist(field!(rec.admission));
    let shutdown_minutes = dist(field!(rec.shutdown_minutes));
    let cut_all_minutes = dist(field!(rec.cut_all_minutes));
    let block_minutes = dist(field!(rec.block_minutes));
    let lock_minutes = dist(field!(rec.lock_minutes));
    let backups_minutes = dist(field!(rec.backups_minutes));
    let internet_minutes = dist(field!(rec.internet_minutes));
    let forensics_hours = match check.need(&field!(rec.forensics_hours)) {
        Some(((provider, municipality, county), place)) => {
            let mut hours =
                |hours: f64| check.within("forensics_hours", hours, place, &(0.0..=MOST_HOURS));
            (hours(*provider), hours(*municipality), hours(*county))
        }
        None => (0.0, 0.0, 0.0),
    };
    let cut_minutes = match check.need(&field!(rec.cut_minutes)) {
        Some(((office, on_top), _)) => {
            let mut dist = |sp| {
                let Some((raw, place)) = check.value(sp) else {
                    return Dist::Fixed(0.0);
                };
                check.dist_of(raw, place)
            };
            (dist(office), dist(on_top))
        }
        None => (Dist::Fixed(0.0), Dist::Fixed(0.0)),
    };
    check.need(&field!(rec.backup_factor));
    check.need(&field!(rec.fatigue_hours));
    check.need(&field!(rec.helpers_useful));
    check.need(&field!(rec.core_share));
    check.need(&field!(rec.reentry_share));
    check.need(&field!(rec.pay_file_copy));
    check.need(&field!(rec.effort_cv));
    check.need(&field!(rec.helper_cost));
    Parameters {
        crisis_staff,
        hotline,
        crisis_page,
        paper_desk,
        pay_file,
        forensics_arrival,
        forensics_hours,
        suspected_share: check.share(field!(rec.suspected_share), None),
        acceptance,
        present_share: check.share(field!(rec.present_share), None),
        on_recovery_share: check.share(field!(rec.on_recovery_share), None),
        carry_home_share: check.share(field!(rec.carry_home_share), None),
        admission,
        backup_factor: pair(check, field!(rec.backup_factor), 0.0, 100.0, (0.0, 0.0)),
        effort_cv: pair(check, field!(rec.effort_cv), 0.0, 10.0, (0.0, 0.0)),
        notebook_hours: check.number(field!(rec.notebook_hours), 0.0..=1000.0, None),
        off_skill_effect: check.share(field!(rec.off_skill_effect), None),
        helper_cost: match rec.raw.helper_cost.as_ref().and_then(|sp| check.open(sp)) {
            Some(rec) => helper_cost(check, rec),
            None => HelperCost {
                clients_down_without_it: 0.0,
                clients_per_unit: 0.0,
            },
        },
        cut_minutes,
        shutdown_minutes,
        cut_all_minutes,
        block_minutes,
        lock_minutes,
        backups_minutes,
        internet_minutes,
        message_by_mobile: check.dist(field!(rec.message_by_mobile), None),
        message_in_person: check.dist(field!(rec.message_in_person), None),
        mobile_known_share: check.share(field!(rec.mobile_known_share), None),
        pay_file_export: check.dist(field!(rec.pay_file_export), None),
        pay_file_from_bank: check.dist(field!(rec.pay_file_from_bank), None),
        notify_minutes: check.dist(field!(rec.notify_minutes), None),
        island_decision: check.dist(field!(rec.island_decision), None),
        island_mail: check.dist(field!(rec.island_mail), None),
        island_instance: check.dist(field!(rec.island_instance), None),
        island_instance_level: check.share(field!(rec.island_instance_level), None),
        island_share: check.share(field!(rec.island_share), None),
        island_hours_per_client: check.number(
            field!(rec.island_hours_per_client),
            0.0..=1000.0,
            None,
        ),
        shift_hours: shift_hours(check, field!(rec.shift_hours)),
        fatigue_hours: pair(check, field!(rec.fatigue_hours), 0.0, 24.0, (0.0, 0.0)),
        fatigue_effect: check.share(field!(rec.fatigue_effect), None),
        market_help_from: check.dist(field!(rec.market_help_from), None),
        market_help_rise: check.dist(field!(rec.market_help_rise), None),
        market_help_share: check.number(field!(rec.market_help_share), 0.0..=10.0, None),
        market_help_effect: check.share(field!(rec.market_help_effect), None),
        market_help_least_staff: check.count(
            field!(rec.market_help_least_staff),
            0..=100_000,
            None,
        ),
        helpers_useful: pair(check, field!(rec.helpers_useful), 0.0, 1000.0, (0.0, 0.0)),
        newcomer_hours: check.number(field!(rec.newcomer_hours), 0.0..=24.0, None),
        provider_exponent: check.number(field!(rec.provider_exponent), 0.0..=2.0, None),
        hours_per_useful_person: check.number(
            field!(rec.hours_per_useful_person),
            1.0..=1000.0,
            None,
        ),
        useful_people_at_most: check.count(field!(rec.useful_people_at_most), 1..=1000, None),
        operating_share: check.share(field!(rec.operating_share), None),
        core_share: pair(check, field!(rec.core_share), 0.0, 1.0, (0.0, 0.0)),
        core_products: check.count(field!(rec.core_products), 0..=100_000, None),
        lead_time: check.dist(field!(rec.lead_time), None),
        client_check_after: check.dist(field!(rec.client_check_after), None),
        client_check_share: check.share(field!(rec.client_check_share), None),
        register_admission: check.dist(field!(rec.register_admission), None),
        register_new_build_share: check.share(field!(rec.register_new_build_share), None),
        register_new_build: check.dist(field!(rec.register_new_build), None),
        restart_share: check.share(field!(rec.restart_share), None),
        restart_from: check.minutes(field!(rec.restart_from), None),
        restart_for: check.minutes(field!(rec.restart_for), None),
        backlog_extra_hired: check.number(field!(rec.backlog_extra_hired), 0.0..=10.0, None),
        hire_after: check.minutes(field!(rec.hire_after), None),
        hire_from_days: check.number(field!(rec.hire_from_days), 0.0..=10000.0, None),
        clerk_eur_per_hour: check.number(field!(rec.clerk_eur_per_hour), 0.0..=10000.0, None),
        reentry_share: pair(check, field!(rec.reentry_share), 0.0, 10.0, (0.0, 0.0)),
        pay_file_copy: pair(check, field!(rec.pay_file_copy), 0.0, 1.0, (0.0, 0.0)),
        pay_file_loss_per_month: check.share(field!(rec.pay_file_loss_per_month), None),
        backlog_extra: check.number(field!(rec.backlog_extra), 0.0..=10.0, None),
    }
}

/// Hours of a weekday, a Saturday and a Sunday.
type Hours = (f64, f64, f64);

/// Hours of a day in three stretches of time.
fn shift_hours(check: &mut Check, field: Field<'_, (Hours, Hours, Hours)>) -> [Hours; 3] {
    let Some(((first, second, later), place)) = check.need(&field) else {
        return [(0.0, 0.0, 0.0); 3];
    };
    [*first, *second, *later].map(|(weekday, saturday, sunday)| {
        let mut hours = |hours: f64| check.within("shift_hours", hours, place, &(0.0..=16.0));
        (hours(weekday), hours(saturday), hours(sunday))
    })
}

fn helper_cost(check: &mut Check, rec: Rec<'_, RawHelperCost>) -> HelperCost {
    HelperCost {
        clients_down_without_it: check.share(field!(rec.clients_down_without_it), None),
        clients_per_unit: check.number(field!(rec.clients_per_unit), 0.0..=100.0, None),
    }
}
