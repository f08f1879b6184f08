//! How messages between two administrations travel, and how long they take.
//!
//! While telephones or mail work on both sides, what is said arrives as soon as it is said. Without
//! them it goes by private mobile telephones or is carried, and that takes hours. How long it
//! takes between two places is drawn once per run: it is mostly a matter of distance and of who
//! has whose number.

use super::chance::{Chance, Purpose, key_of};
use super::columns::Columns;
use super::plan::Plan;
use crate::scenario::{Dist, Pact};
use crate::vocab::{AdministrationId, Channel, SystemId};

/// At this share usable or more, telephones and mail carry what has to be said.
const CARRIES: f32 = 0.5;

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way {
    /// By what.
    pub(crate) channel: Channel,
    /// Minutes on the way, on top of what writing and reading take anyhow.
    pub(crate) minutes: u32,
}

impl Way {
    fn at_once(channel: Channel) -> Self {
        Self {
            channel,
            minutes: 0,
        }
    }
}

/// Whether telephones and mail of an administration work. Who has no such systems in the model
/// speaks by means outside of it.
pub(crate) fn own_means(plan: &Plan, columns: &Columns, at: AdministrationId) -> (bool, bool) {
    let planned = &plan.administrations[at.index()];
    let works = |system: Option<SystemId>| {
        system.is_none_or(|system| columns.available(plan, system.0) >= CARRIES)
    };
    (works(planned.telephony), works(planned.mail))
}

/// How a message from one administration to another travels if it is sent now.
pub(crate) fn way(
    plan: &Plan,
    columns: &Columns,
    chance: Chance,
    pact: &Pact,
    (from, to): (AdministrationId, AdministrationId),
) -> Way {
    let (phone, mail) = own_means(plan, columns, from);
    let (phone_there, mail_there) = own_means(plan, columns, to);
    let open = (phone && phone_there, mail && mail_there);
    let channel = channel(plan, chance, pact, (from, to), open);
    let Some(dist) = on_the_way(plan, channel) else {
        return Way::at_once(channel);
    };
    let mut draw = chance.draw(Purpose::MessageDelay, key_of(&[from.0, to.0]), 0);
    Way {
        channel,
        minutes: draw.minutes(dist),
    }
}

/// By what a message goes, given whether telephones and mail are open between the two.
pub(crate) fn channel(
    plan: &Plan,
    chance: Chance,
    pact: &Pact,
    (from, to): (AdministrationId, AdministrationId),
    (phone, mail): (bool, bool),
) -> Channel {
    if phone {
        return Channel::Phone;
    }
    if mail {
        return Channel::Mail;
    }
    if pact.between(from.index(), to.index()).emergency_channel {
        return Channel::Radio;
    }
    // Who has whose private number: both have it, or neither.
    let key = key_of(&[from.0.min(to.0), from.0.max(to.0)]);
    let share = plan.scenario.parameters.mobile_known_share;
    if chance.draw(Purpose::MobileNumber, key, 0).happens(share) {
        Channel::Mobile
    } else {
        Channel::InPerson
    }
}

/// How long messages by a channel are on the way; `None` if they arrive at once.
pub(crate) fn on_the_way(plan: &Plan, channel: Channel) -> Option<Dist> {
    let parameters = &plan.scenario.parameters;
    match channel {
        Channel::Phone | Channel::Mail | Channel::Radio => None,
        Channel::Mobile => Some(parameters.message_by_mobile),
        Channel::InPerson => Some(parameters.message_in_person),
    }
}
