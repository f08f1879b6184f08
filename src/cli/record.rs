//! What is said of records on the command line.

use std::path::Path;
use std::time::SystemTime;

use super::args::{Common, tell};
use super::{Failure, records};
use crate::exercise::Exercise;
use crate::journal::{Difference, Folder, RecordError};
use crate::scenario::{Calendar, Problems, Scenario};
use crate::vocab::{Arg, SimTime, Text, VERSION};
use crate::words::Words;

pub(super) fn words_of(common: &Common, text: &Text) -> String {
    Words::new(common.lang()).say(text)
}

/// A record that cannot be written or read, in the words of the person.
pub(super) fn unreadable(error: &RecordError, common: &Common) -> Failure {
    // Here there is room for all that is wrong with its scenario.
    if let RecordError::Scenario(folder, problems) = error {
        let said = problems_in_words(problems, false, common);
        let text = named("record-scenario", folder).name("error", said);
        return Failure::Bad(words_of(common, &text));
    }
    Failure::Bad(words_of(common, &error.text()))
}

/// All that is wrong with a scenario, in the words of the person.
pub(super) fn problems_in_words(problems: &Problems, color: bool, common: &Common) -> String {
    let words = Words::new(common.lang());
    problems.render(&|text| words.say(text), color)
}

fn named(key: &'static str, folder: &Path) -> Text {
    Text::new(key).name("path", folder.display().to_string())
}

pub(super) fn no_seat(folder: &Path) -> Text {
    named("record-no-seat", folder)
}

/// Says where the exercise was recorded and how to go on; after a second try that is its record.
pub(super) fn tell_where(folder: &Path, common: &Common) {
    let last = records::played_since(folder, SystemTime::UNIX_EPOCH);
    let folder = last.as_deref().unwrap_or(folder);
    common.say(words_of(common, &named("record-where", folder)));
}

/// Says what is odd about a record that can be read all the same.
pub(super) fn tell_oddities(record: &Folder, folder: &Path, common: &Common) {
    if record.torn > 0 {
        let bytes = i64::try_from(record.torn).unwrap_or(i64::MAX);
        let torn = named("record-torn", folder).count("bytes", bytes);
        tell(words_of(common, &torn));
    }
    if record.is_blank() {
        tell(words_of(common, &named("record-blank", folder)));
    }
    if record.version != VERSION {
        tell(words_of(common, &other_version(record)));
    }
}

fn other_version(record: &Folder) -> Text {
    Text::new("record-other-version")
        .name("recorded", record.version.as_str())
        .name("here", VERSION)
}

/// A record that does not play as it was recorded: where, and why that may be.
pub(super) fn otherwise(
    difference: &Difference,
    record: &Folder,
    folder: &Path,
    exercise: &Exercise,
    common: &Common,
) -> Failure {
    let stamp = |minute: SimTime| exercise.sim().calendar().stamp(minute);
    let at = |key: &'static str, sequence: u64, minute: SimTime| {
        named(key, folder)
            .name("line", sequence.to_string())
            .with("at", Arg::Moment(stamp(minute)))
    };
    let text = match difference {
        Difference::Refused(refused) => at("replay-refused", refused.sequence, refused.minute)
            .text("reason", refused.refusal.reason.clone()),
        Difference::Fingerprint {
            sequence,
            minute,
            recorded,
            found,
        } => at("replay-fingerprint", *sequence, *minute)
            .name("recorded", recorded)
            .name("found", found),
        Difference::Bot { sequence, minute } => at("replay-bot", *sequence, *minute),
    };
    Failure::Bad(words_of(common, &text) + "\n" + &words_of(common, &cause(record)))
}

/// The same in few words, for a screen.
pub(super) fn cannot_play_on(difference: &Difference, scenario: &Scenario) -> Text {
    let end = scenario.start_ex.after(scenario.horizon_minutes);
    let calendar = Calendar::new(scenario.begins, scenario.start_ex, end.0);
    let at = |key: &'static str, sequence: u64, minute: SimTime| {
        Text::new(key)
            .name("line", sequence.to_string())
            .with("at", Arg::Moment(calendar.stamp(minute)))
    };
    let where_and_why = match difference {
        Difference::Refused(of) => {
            at("wall-refused", of.sequence, of.minute).text("reason", of.refusal.reason.clone())
        }
        Difference::Fingerprint {
            sequence, minute, ..
        } => at("wall-fingerprint", *sequence, *minute),
        Difference::Bot { sequence, minute } => at("wall-bot", *sequence, *minute),
    };
    Text::new("wall-otherwise").text("error", where_and_why)
}

fn cause(record: &Folder) -> Text {
    if record.version == VERSION {
        Text::new("replay-cause-unknown")
    } else {
        other_version(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::words::Lang;

    /// What keeps a record from playing on is said in the language asked for, with its line and moment.
    #[test]
    fn what_does_not_play_on_is_said_in_both_languages() {
        let scenario = load("einstieg", &[]).unwrap();
        let (sequence, minute) = (12, scenario.start_ex);
        let bot = Difference::Bot { sequence, minute };
        let world = Difference::Fingerprint {
            sequence,
            minute,
            recorded: "00aa".to_owned(),
            found: "00bb".to_owned(),
        };
        for (difference, german, english) in [
            (
                bot,
                "entscheidet ein Platz ohne Person anders.",
                "decides otherwise.",
            ),
            (
                world,
                "ist die Welt eine andere als aufgezeichnet.",
                "not the one recorded.",
            ),
        ] {
            let text = cannot_play_on(&difference, &scenario);
            for (lang, line, end) in [
                (Lang::De, "Zeile 12 (", german),
                (Lang::En, "line 12 (", english),
            ] {
                let said = Words::new(lang).say(&text);
                assert!(said.contains(line) && said.ends_with(end), "{said}");
                // The wall has two rows for it.
                assert!(said.chars().count() <= 2 * 76, "{said}");
            }
        }
    }
}
