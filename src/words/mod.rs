//! Words for people: turns keys, durations and moments into German or English.
//!
//! The only room that knows Fluent. A text is a key with arguments until it is drawn.

mod format;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

use crate::vocab::{Arg, Stamp, Text};

/// Key of a text that carries its words in both languages.
const LOCAL: &str = "local";

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// German.
    De,
    /// English.
    En,
}

impl Lang {
    /// Returns the other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::De => Self::En,
            Self::En => Self::De,
        }
    }

    /// Returns the locale files of the language, in the order in which they are read.
    const fn files(self) -> &'static [&'static str] {
        match self {
            Self::De => &[
                include_str!("../../assets/locales/de/ui.ftl"),
                include_str!("../../assets/locales/de/guide.ftl"),
                include_str!("../../assets/locales/de/catalogue.ftl"),
                include_str!("../../assets/locales/de/world.ftl"),
                include_str!("../../assets/locales/de/sheet.ftl"),
                include_str!("../../assets/locales/de/check.ftl"),
                include_str!("../../assets/locales/de/validate.ftl"),
                include_str!("../../assets/locales/de/record.ftl"),
                include_str!("../../assets/locales/de/design.ftl"),
                include_str!("../../assets/locales/de/drill.ftl"),
                include_str!("../../assets/locales/de/drill_page.ftl"),
                include_str!("../../assets/locales/de/lead.ftl"),
                include_str!("../../assets/locales/de/report.ftl"),
                include_str!("../../assets/locales/de/print.ftl"),
                include_str!("../../assets/locales/de/host.ftl"),
            ],
            Self::En => &[
                include_str!("../../assets/locales/en/ui.ftl"),
                include_str!("../../assets/locales/en/guide.ftl"),
                include_str!("../../assets/locales/en/catalogue.ftl"),
                include_str!("../../assets/locales/en/world.ftl"),
                include_str!("../../assets/locales/en/sheet.ftl"),
                include_str!("../../assets/locales/en/check.ftl"),
                include_str!("../../assets/locales/en/validate.ftl"),
                include_str!("../../assets/locales/en/record.ftl"),
                include_str!("../../assets/locales/en/design.ftl"),
                include_str!("../../assets/locales/en/drill.ftl"),
                include_str!("../../assets/locales/en/drill_page.ftl"),
                include_str!("../../assets/locales/en/lead.ftl"),
                include_str!("../../assets/locales/en/report.ftl"),
                include_str!("../../assets/locales/en/print.ftl"),
                include_str!("../../assets/locales/en/host.ftl"),
            ],
        }
    }
}

/// The words of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Returns the words of a language as all screens of the process share them.
    #[must_use]
    pub fn shared(lang: Lang) -> Arc<Self> {
        static ALL: [OnceLock<Arc<Words>>; 2] = [OnceLock::new(), OnceLock::new()];
        let of = match lang {
            Lang::De => &ALL[0],
            Lang::En => &ALL[1],
        };
        Arc::clone(of.get_or_init(|| Arc::new(Self::new(lang))))
    }

    /// Reads the words of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::with_extra(lang, &[])
    }

    /// Reads the words of a language and some more, such as those of a scenario.
    ///
    /// Lines that cannot be read are left out; a key that is there twice keeps its first words.
    #[must_use]
    pub fn with_extra(lang: Lang, extra: &[&str]) -> Self {
        let locale = match lang {
            Lang::De => langid!("de"),
            Lang::En => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        match lang {
            Lang::De => bundle.set_formatter(Some(|value, _| grouped(value, Lang::De))),
            Lang::En => bundle.set_formatter(Some(|value, _| grouped(value, Lang::En))),
        }
        for source in lang.files().iter().chain(extra) {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // A doubled key is found by a test, not by the person who plays.
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// Returns the language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the words of a text; a missing key shows itself as `«key»`.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        if text.key == LOCAL {
            return self.own_language(text);
        }
        let mut args = FluentArgs::with_capacity(text.args.len());
        for (name, arg) in &text.args {
            args.set(name.as_ref(), self.value(arg));
        }
        one_full_stop(self.look_up(&text.key, &args), &args)
    }

    /// Returns the words of a text that a scenario brings in both languages.
    fn own_language(&self, text: &Text) -> String {
        let lang = match self.lang {
            Lang::De => "de",
            Lang::En => "en",
        };
        let words = text.args.iter().find_map(|(name, arg)| match arg {
            Arg::Name(words) if name == lang => Some(words.clone()),
            _ => None,
        });
        let Some(mut words) = words else {
            return format!("«{LOCAL}»");
        };
        let figures = text
            .args
            .iter()
            .filter(|(name, _)| !matches!(name.as_ref(), "de" | "en"));
        for (name, arg) in figures {
            let place = format!("{{{name}}}");
            if words.contains(&place) {
                words = words.replace(&place, &self.plain(arg));
            }
        }
        words
    }

    /// Returns a value as it stands in the middle of a sentence.
    fn plain(&self, arg: &Arg) -> String {
        match arg {
            Arg::Name(name) => name.clone(),
            Arg::Text(text) => self.say(text),
            Arg::Count(count) => self.number(*count),
            Arg::Minutes(minutes) => self.duration(*minutes),
            Arg::Moment(stamp) => self.moment(stamp),
        }
    }

    /// Returns the words of a key without arguments.
    #[must_use]
    pub fn msg(&self, key: &str) -> String {
        self.look_up(key, &FluentArgs::new())
    }

    /// Returns the words of `prefix-id`, as the closed lists name their entries.
    #[must_use]
    pub fn of(&self, prefix: &str, id: &str) -> String {
        self.msg(&format!("{prefix}-{id}"))
    }

    /// Says whether there are words for a key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    fn look_up(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return format!("«{key}»");
        };
        // A missing variable shows itself as {$name}.
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Name(name) => FluentValue::String(name.clone().into()),
            Arg::Text(text) => FluentValue::String(self.say(text).into()),
            Arg::Count(count) => FluentValue::from(*count as f64),
            Arg::Minutes(minutes) => FluentValue::String(self.duration(*minutes).into()),
            Arg::Moment(stamp) => FluentValue::String(self.moment(stamp).into()),
        }
    }

    /// Returns a value of the scenario as people read it: switches in words, all others as they are typed.
    #[must_use]
    pub fn switched(&self, typed: &str) -> String {
        match typed {
            "on" => self.msg("switched-on"),
            "off" => self.msg("switched-off"),
            number if self.lang == Lang::De && number.parse::<f64>().is_ok() => {
                number.replace('.', ",")
            }
            other => other.to_owned(),
        }
    }

    /// Returns a duration as people say it: minutes, then hours and days, rounded down.
    #[must_use]
    pub fn duration(&self, minutes: u32) -> String {
        format::duration(self.lang, minutes)
    }

    /// Returns a duration that is held against another one: in hours and minutes where both would read alike though they
    /// differ.
    #[must_use]
    pub fn duration_beside(&self, minutes: u32, other: u32) -> String {
        format::duration_beside(self.lang, minutes, other)
    }

    /// Returns a whole number with its thousands set apart.
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        format::number(self.lang, value)
    }

    /// Returns a number with one decimal: `2,5` or `2.5`.
    #[must_use]
    pub fn decimal(&self, value: f64) -> String {
        format::decimal(self.lang, value)
    }

    /// Returns weekday, date and clock: `So 21.02. 07:40`.
    #[must_use]
    pub fn moment(&self, stamp: &Stamp) -> String {
        format!("{} {}", self.date(stamp), self.clock(stamp))
    }

    /// Returns weekday and date: `So 21.02.`.
    #[must_use]
    pub fn date(&self, stamp: &Stamp) -> String {
        format::date(self.lang, stamp)
    }

    /// Returns the clock time: `07:40`.
    #[must_use]
    pub fn clock(&self, stamp: &Stamp) -> String {
        format!("{:02}:{:02}", stamp.hour, stamp.minute)
    }

    /// Returns a moment as short as it is clear from `now`: `08:30`, `So 11:10` or `Fr 26.02.`.
    #[must_use]
    pub fn near(&self, stamp: &Stamp, now: &Stamp) -> String {
        format::near(self.lang, stamp, now)
    }

    /// Returns the day of a moment, as short as it is clear from `now`: `08:30` today, else `Mo` or `26.02.`.
    #[must_use]
    pub fn day(&self, stamp: &Stamp, now: &Stamp) -> String {
        format::day(self.lang, stamp, now)
    }

    /// Returns a span of moments, as short as it is clear from `now`: `Fr bis Mo`.
    #[must_use]
    pub fn span(&self, span: &(Stamp, Stamp), now: &Stamp) -> String {
        format::span(self.lang, span, now)
    }

    /// Returns the same with a dash, for columns: `13:45–14:10`.
    #[must_use]
    pub fn narrow_span(&self, span: &(Stamp, Stamp), now: &Stamp) -> String {
        format::narrow_span(self.lang, span, now)
    }
}

/// What ends with a full stop itself, as a date does in German, needs none behind it.
fn one_full_stop(mut said: String, args: &FluentArgs<'_>) -> String {
    for (_, value) in args.iter() {
        if let FluentValue::String(value) = value
            && value.ends_with('.')
        {
            said = said.replace(&format!("{value}."), value);
        }
    }
    said
}

/// Writes Fluent's numbers as this language groups them.
fn grouped(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format::number(lang, number.value as i64))
        }
        _ => None,
    }
}
