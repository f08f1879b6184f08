//! The script in a report: what reached whom, and what was made up or typed by the facilitator.

use std::collections::BTreeMap;

use super::document::{FigurePart, InjectPart};
use crate::aar::played::Played;
use crate::command::Command;
use crate::sim::{InjectStage, WhySkipped};
use crate::vocab::{Arg, Text};

/// Returns the script as it stands: what was released and what was skipped; the rest is still to come.
pub(super) fn injects(played: &Played) -> Vec<InjectPart> {
    let sim = played.exercise.sim();
    let script = sim.script();
    let seats = played.seats();
    let made_up = made_up(played);
    let mut made_up = made_up.iter();
    let entries = script.iter();
    entries
        .map(|entry| {
            let messages = || entry.messages.iter().map(|(_, message)| message);
            // Bots answer nothing, and who is only told something need not answer either.
            let at_seats = entry.messages.iter().filter(|(at, _)| seats.contains(at));
            let of_seats = at_seats.map(|(at, message)| {
                let answers = sim.is_dealt_with(*at, message);
                (answers, answers || message.due.is_some())
            });
            let of_seats: Vec<(bool, bool)> = of_seats.collect();
            let (released, skipped) = match entry.stage {
                InjectStage::Released(at) => (Some(*at), None),
                InjectStage::Skipped(at, why) => (None, Some((*at, why))),
                InjectStage::Waiting | InjectStage::Held { .. } => (None, None),
            };
            let receivers = entry.receivers.iter().filter(|_| released.is_some());
            let mut receivers: Vec<String> =
                receivers.map(|at| played.key(*at).to_owned()).collect();
            receivers.sort_unstable();
            let told = entry.text.as_ref().filter(|_| released.is_some());
            let typed = match entry.own {
                Some(own) => Some(own.text.clone()),
                None => told.filter(|_| entry.is_edited).and_then(words_typed),
            };
            InjectPart {
                line: entry.own.and_then(|_| made_up.next().copied()),
                typed,
                figures: told.map(figures).unwrap_or_default(),
                inject: entry.name.clone(),
                core: entry.inject.is_some_and(|inject| inject.core),
                released_minute: released,
                skipped_minute: skipped.map(|(at, _)| at),
                skipped_because: skipped.map(|(_, why)| why_skipped(why)),
                receivers,
                acknowledged: messages().filter(|of| of.acknowledged.is_some()).count() as u32,
                asked: of_seats.iter().filter(|(_, asked)| *asked).count() as u32,
                answered: of_seats.iter().filter(|(answers, _)| *answers).count() as u32,
                is_held: matches!(entry.stage, InjectStage::Held { .. }),
                objectives: entry
                    .inject
                    .map(|inject| inject.objectives.clone())
                    .unwrap_or_default(),
            }
        })
        .collect()
}

/// The lines by which the facilitator made injects up, in the order of their numbers.
fn made_up(played: &Played) -> Vec<u64> {
    let acts = played.acts.iter();
    acts.filter(|act| matches!(act.line.command, Command::Improvise(_)))
        .map(|act| act.sequence)
        .collect()
}

/// The text of an inject that the facilitator typed: the same in both languages.
fn words_typed(text: &Text) -> Option<String> {
    text.args.iter().find_map(|(name, arg)| match arg {
        Arg::Name(words) if name == "de" => Some(words.clone()),
        _ => None,
    })
}

/// What stands for the placeholders that a text has in one of its languages.
fn figures(text: &Text) -> BTreeMap<String, FigurePart> {
    let words = || {
        let args = text.args.iter();
        args.filter_map(|(name, arg)| match arg {
            Arg::Name(words) if name == "de" || name == "en" => Some(words),
            _ => None,
        })
    };
    let stands_in_it = |name: &str| {
        let place = format!("{{{name}}}");
        name != "de" && name != "en" && words().any(|words| words.contains(&place))
    };
    let args = text.args.iter().filter(|(name, _)| stands_in_it(name));
    args.filter_map(|(name, arg)| {
        let figure = match arg {
            Arg::Count(count) => FigurePart::Count(*count),
            Arg::Minutes(minutes) => FigurePart::Count((*minutes).into()),
            Arg::Name(name) => FigurePart::Name(name.clone()),
            Arg::Text(text) => FigurePart::Name(text.key.to_string()),
            Arg::Moment(_) => return None,
        };
        Some((name.to_string(), figure))
    })
    .collect()
}

const fn why_skipped(why: &WhySkipped) -> &'static str {
    match why {
        WhySkipped::Guard => "guard",
        WhySkipped::ConcernsNobody => "concerns_nobody",
        WhySkipped::NotInTime => "not_in_time",
        WhySkipped::WithTheOther => "with_the_other",
        WhySkipped::Facilitator(_) => "facilitator",
    }
}
