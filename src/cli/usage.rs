//! What is wrong with how the program was called, in German. In English clap says it itself.

use std::error::Error as _;
use std::num::{ParseFloatError, ParseIntError};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Wrong, lang_of, tell};
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// Says what is wrong with a call, or what was asked of clap: its help, its version.
pub(super) fn answer(error: &clap::Error) -> ExitCode {
    let typed = std::env::args_os().map(|one| one.to_string_lossy().into_owned());
    if lang_of(typed) == Lang::De
        && let Some(said) = said(error, &Words::new(Lang::De))
    {
        tell(said);
        return ExitCode::from(2);
    }
    error.exit()
}

/// What is wrong, what was perhaps meant, how the command is called; `None` for what clap says itself.
fn said(error: &clap::Error, words: &Words) -> Option<String> {
    let mut lines = vec![words.say(&what(error, words)?)];
    if let Some(values) = strings(error, ContextKind::ValidValue).filter(|of| !of.is_empty()) {
        let text = Text::new("usage-possible").name("values", values.join(", "));
        lines.push(words.say(&text));
    }
    let similar = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    for word in similar.into_iter().filter_map(|of| strings(error, of)) {
        let text = Text::new("usage-similar").name("words", quoted(&word));
        lines.push(words.say(&text));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim().trim_start_matches("Usage:").trim_start();
        lines.push(words.say(&Text::new("usage-call").name("usage", usage)));
    }
    lines.push(words.msg("usage-help"));
    Some(lines.join("\n"))
}

fn what(error: &clap::Error, words: &Words) -> Option<Text> {
    let arg = || string(error, ContextKind::InvalidArg);
    let value = || string(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => Text::new("usage-unknown").name("arg", arg()?),
        ErrorKind::InvalidSubcommand => {
            let command = string(error, ContextKind::InvalidSubcommand)?;
            Text::new("usage-unknown-command").name("command", command)
        }
        ErrorKind::InvalidValue if value()?.is_empty() => {
            Text::new("usage-no-value").name("arg", arg()?)
        }
        ErrorKind::InvalidValue => wrong_value(arg()?, value()?),
        ErrorKind::ValueValidation => {
            let text = wrong_value(arg()?, value()?);
            match error.source().and_then(|source| why(source, words)) {
                Some(why) => Text::new("usage-value-why")
                    .name("why", why)
                    .name("arg", arg()?)
                    .name("value", value()?),
                None => text,
            }
        }
        ErrorKind::TooManyValues => Text::new("usage-value-more")
            .name("arg", arg()?)
            .name("value", value()?),
        ErrorKind::ArgumentConflict => conflict(arg()?, strings(error, ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg)?;
            Text::new("usage-missing").name("args", quoted(&missing))
        }
        ErrorKind::MissingSubcommand => {
            let command = string(error, ContextKind::InvalidSubcommand)?;
            Text::new("usage-missing-command").name("command", command)
        }
        _ => return None,
    })
}

fn wrong_value(arg: &str, value: &str) -> Text {
    Text::new("usage-value")
        .name("arg", arg)
        .name("value", value)
}

/// What cannot stand together, or twice.
fn conflict(arg: &str, others: Option<Vec<String>>) -> Text {
    let others = others.unwrap_or_default();
    match &others[..] {
        [other] if other == arg => Text::new("usage-twice").name("arg", arg),
        [] => Text::new("usage-conflict-any").name("arg", arg),
        others => Text::new("usage-conflict")
            .name("arg", arg)
            .name("others", quoted(others)),
    }
}

/// Why a value cannot be read, where that can be said in German.
fn why(source: &(dyn std::error::Error + 'static), words: &Words) -> Option<String> {
    if let Some(Wrong(text)) = source.downcast_ref() {
        return Some(words.say(text));
    }
    if source.is::<ParseIntError>() || source.is::<ParseFloatError>() {
        return Some(words.msg("usage-no-number"));
    }
    // What clap says of a number: `0 is not in 1..=100`.
    let said = source.to_string();
    let (_, bounds) = said.split_once(" is not in ")?;
    let (least, most) = bounds.split_once("..=")?;
    let text = Text::new("usage-bounds").name("least", least);
    Some(words.say(&text.name("most", most)))
}

fn string(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(said) => Some(said),
        _ => None,
    }
}

fn strings(error: &clap::Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::String(said) => Some(vec![said.clone()]),
        ContextValue::Strings(said) => Some(said.clone()),
        _ => None,
    }
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("„{word}“")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::super::args::Cli;
    use super::*;

    fn wrong(typed: &[&str]) -> clap::Error {
        let all = ["beistand"].iter().chain(typed);
        Cli::try_parse_from(all).expect_err("it cannot be read")
    }

    fn check(typed: &[&str], expected: &str) {
        let said = said(&wrong(typed), &Words::new(Lang::De)).expect("it is said in German");
        assert!(said.starts_with(expected), "{typed:?}:\n{said}");
        assert!(said.ends_with("--help."), "{said}");
        for english in ["error", "Usage", "argument", "similar", " value", "found"] {
            assert!(!said.contains(english), "{english}:\n{said}");
        }
        assert!(!said.contains('«'), "a key has no words:\n{said}");
    }

    #[test]
    fn wrong_calls_are_answered_in_german() {
        check(
            &["run", "--sed", "1"],
            "Fehler: „--sed“ gibt es hier nicht.\nGemeint war vielleicht „--se",
        );
        check(
            &["runn"],
            "Fehler: Den Befehl „runn“ gibt es nicht.\nGemeint war vielleicht „run“",
        );
        check(
            &["run", "--seed"],
            "Fehler: Nach „--seed <SEED>“ fehlt ein Wert.",
        );
        check(
            &["run", "--color", "bunt"],
            "Fehler: „bunt“ passt nicht zu „--color <COLOR>“.\nMöglich ist: auto, always, never",
        );
        check(
            &["run", "--seed", "viel"],
            "Fehler: „viel“ passt nicht zu „--seed <SEED>“: Es ist keine Zahl, die hier passt.",
        );
        check(
            &["drill", "--runs", "0"],
            "Fehler: „0“ passt nicht zu „--runs <RUNS>“: Es geht von 1 bis 10000000.",
        );
        check(
            &["run", "-q", "-v"],
            "Fehler: „--quiet“ geht nicht zusammen mit „--verbose“.",
        );
        check(&["replay"], "Fehler: Es fehlt: „<RECORD>“");
        check(
            &["run", "--seed", "1", "--seed", "2"],
            "Fehler: „--seed <SEED>“ darf nur einmal stehen.",
        );
    }

    #[test]
    fn what_own_values_lack_is_said_in_both_languages() {
        for (typed, german, english) in [
            (
                ["run", "--set", "x"],
                "ist nicht PATH=VALUE",
                "is not PATH=VALUE",
            ),
            (
                ["run", "--start", "morgen"],
                "ist kein Datum",
                "is not a date",
            ),
            (["drill", "--shard", "9/8"], "ist nicht I/N", "is not I/N"),
            (
                ["drill", "--vary", "pact=loi"],
                "hat nur einen Wert",
                "has one value only",
            ),
            (
                ["design", "--target", "alles"],
                "ist nicht `criticality",
                "is not `criticality",
            ),
        ] {
            let error = wrong(&typed);
            let said = said(&error, &Words::new(Lang::De)).expect("German");
            assert!(said.contains(german), "{said}");
            assert!(!said.contains(english), "{said}");
            let said = error.to_string();
            assert!(said.contains(english), "{said}");
        }
    }

    #[test]
    fn help_and_version_stay_those_of_clap() {
        for typed in [["--help"], ["--version"]] {
            let asked = Cli::try_parse_from(["beistand"].iter().chain(&typed));
            let asked = asked.expect_err("it is no call");
            assert_eq!(said(&asked, &Words::new(Lang::De)), None);
        }
    }

    #[test]
    fn the_language_is_found_in_a_call_that_cannot_be_read() {
        let lang = |typed: &str| lang_of(typed.split(' ').map(str::to_owned));
        assert_eq!(lang("beistand runn --lang en"), Lang::En);
        assert_eq!(lang("beistand --lang=en runn"), Lang::En);
        assert_eq!(lang("beistand --lang de runn --quatsch"), Lang::De);
    }
}
