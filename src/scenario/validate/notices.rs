//! Checks messages that come at fixed moments.

use jiff::civil::DateTime;

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, field};
use super::crossings::administration;
use crate::scenario::model::{Notice, Recipients};
use crate::scenario::raw::{List, RawNotice, RawRecipients};
use crate::vocab::{Channel, SimTime};

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
                check.problems.error(place, "the list `to` is empty");
            }
            let ids: Vec<_> = ids.iter().filter_map(|sp| check.value(sp)).collect();
            Recipients::These(
                ids.into_iter()
                    .filter_map(|(id, place)| administration(check, id, place, administrations))
                    .collect(),
            )
        }
        Some((RawRecipients::Customers, place)) => {
            let served = administrations
                .list
                .iter()
                .any(|a| a.provider == Some(from));
            if !served && rec.raw.from.is_some() {
                check.problems.error(place, "the sender has no customers");
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
