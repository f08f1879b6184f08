//! Checks messages that come at fixed moments.

use jiff::civil::DateTime;

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, empty_list, field};
use super::crossings::administration;
use crate::scenario::model::{Notice, Recipients};
use crate::scenario::raw::{List, RawNotice, RawRecipients};
use crate::vocab::{Channel, SimTime, Text};

/// Checks all messages.
pub fn notices(
    check: &mut Check,
    field: &Field<'_, List<RawNotice>>,
    begins: DateTime,
    administrations: &Administrations,
) -> Vec<Notice> {
    check
        .records(field)
        .into_iter()
        .map(|rec| notice(check, rec, begins, administrations))
        .collect()
}

/// Finds administrations by their ids and notes those named twice.
pub fn each_once(
    check: &mut Check,
    ids: &List<String>,
    administrations: &Administrations,
) -> Vec<usize> {
    let mut found = Vec::new();
    for sp in ids {
        let Some((id, place)) = check.value(sp) else {
            continue;
        };
        let Some(at) = administration(check, id, place, administrations) else {
            continue;
        };
        if found.contains(&at) {
            let message = Text::new("check-receiver-twice").name("id", id);
            let hint = Text::new("check-receiver-twice-hint");
            check.problems.error_hint(place, message, hint);
        } else {
            found.push(at);
        }
    }
    found
}

fn notice(
    check: &mut Check,
    rec: Rec<'_, RawNotice>,
    begins: DateTime,
    administrations: &Administrations,
) -> Notice {
    check.need(&field!(rec.at));
    let at = check
        .moment(field!(rec.at), begins)
        .unwrap_or(SimTime::ZERO);
    let from = check
        .need(&field!(rec.from))
        .and_then(|(id, place)| administration(check, id, place, administrations))
        .unwrap_or(0);
    let to = match check.need(&field!(rec.to)) {
        Some((RawRecipients::These(ids), place)) => {
            if ids.is_empty() {
                check.problems.error(place, empty_list("to"));
            }
            Recipients::These(each_once(check, ids, administrations))
        }
        Some((RawRecipients::Customers, place)) => {
            let served = administrations
                .list
                .iter()
                .any(|a| a.provider == Some(from));
            if !served && rec.raw.from.is_some() {
                let message = Text::new("check-sender-without-customers");
                check.problems.error(place, message);
            }
            Recipients::Customers
        }
        None => Recipients::Customers,
    };
    Notice {
        at,
        from,
        to,
        channel: check
            .need(&field!(rec.channel))
            .map_or(Channel::Phone, |(channel, _)| *channel),
        text: check.local_text(field!(rec.text)),
        fact: check.maybe(&field!(rec.fact)).map(|(fact, _)| *fact),
    }
}
