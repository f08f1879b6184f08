//! Checks the figures of recovery; the catalogue has filled in what the scenario leaves out.

use super::attack::pair;
use super::check::{Check, Rec, field, origin};
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
        backlog_extra: check.number(field!(rec.backlog_extra), 0.0..=10.0, None),
    }
}

fn helper_cost(check: &mut Check, rec: Rec<'_, RawHelperCost>) -> HelperCost {
    HelperCost {
        clients_down_without_it: check.share(field!(rec.clients_down_without_it), None),
        clients_per_unit: check.number(field!(rec.clients_per_unit), 0.0..=100.0, None),
    }
}
