//! What is said of records on the command line.

use std::path::Path;
use std::time::SystemTime;

use super::args::{Common, tell};
use super::{Failure, records};
use crate::exercise::Exercise;
use crate::journal::{Difference, Folder, RecordError};
use crate::scenario::Problems;
use crate::vocab::{SimTime, Text, VERSION};
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
            .with("at", crate::vocab::Arg::Moment(stamp(minute)))
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

fn cause(record: &Folder) -> Text {
    if record.version == VERSION {
        Text::new("replay-cause-unknown")
    } else {
        other_version(record)
    }
}
