//! What things of a drill are called in words.

use super::AskedFrom;
use super::settings::{figure, setting};
pub(super) use crate::drill::LEAST_FOR_RANGES;
use crate::drill::{ClauseHead, Head, LEAST_FOR_SHARES, Setting, VariantHead};
use crate::scenario::LocalText;
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// Names by id.
pub(super) struct Names<'a> {
    head: &'a Head,
    words: &'a Words,
    asked: AskedFrom<'a>,
}

impl<'a> Names<'a> {
    pub(super) const fn new(head: &'a Head, words: &'a Words, asked: AskedFrom<'a>) -> Self {
        Self { head, words, asked }
    }

    /// A sentence that says how to ask further: to who sits in the menu not with an option of the command line.
    pub(super) fn further(&self, typed: &'static str, in_menu: &'static str) -> Text {
        Text::new(match self.asked {
            AskedFrom::Line => typed,
            AskedFrom::Menu(_) => in_menu,
        })
    }

    pub(super) const fn words(&self) -> &'a Words {
        self.words
    }

    /// A text of the scenario in this language.
    pub(super) fn own<'b>(&self, text: &'b LocalText) -> &'b str {
        match self.words.lang() {
            Lang::De => &text.de,
            Lang::En => &text.en,
        }
    }

    /// The name of a variant by its settings of these axes; of the pact, where nothing is varied.
    fn variant(&self, variant: &VariantHead, is_told: impl Fn(&Setting) -> bool) -> String {
        let told = variant.settings.iter().filter(|set| is_told(set));
        let parts: Vec<String> = told.map(|set| self.setting(set)).collect();
        if parts.is_empty() {
            return self.own(&variant.pact_title).to_owned();
        }
        parts.join(", ")
    }

    /// The variant at a position.
    pub(super) fn at(&self, position: usize) -> String {
        self.variant(&self.head.variants[position], |_| true)
    }

    /// One of the two versions that are held against each other, by the only thing they differ in.
    pub(super) fn side(&self, position: usize) -> String {
        let principal = self.head.principal();
        let is_told = |set: &Setting| principal.is_none_or(|axis| axis.path == set.path);
        self.variant(&self.head.variants[position], is_told)
    }

    /// Position of the draft.
    pub(super) fn draft(&self) -> usize {
        self.head.draft()
    }

    /// What both versions have alike of what is varied; nothing where one thing is varied only.
    pub(super) fn besides(&self) -> Option<String> {
        let principal = self.head.principal()?;
        let settings = self.head.variants[0].settings.iter();
        let others: Vec<Setting> = settings
            .filter(|set| set.path != principal.path)
            .cloned()
            .collect();
        (!others.is_empty()).then(|| self.settings(&others))
    }

    /// Several settings in words.
    pub(super) fn settings(&self, settings: &[Setting]) -> String {
        let all = settings.iter().map(|set| self.setting(set));
        all.collect::<Vec<_>>().join(", ")
    }

    /// One setting in words.
    fn setting(&self, set: &Setting) -> String {
        setting(self.head, set, self)
    }

    /// Where something that is varied changes nothing, a sentence for each pact under which that is so.
    pub(super) fn idle(&self) -> Vec<String> {
        let idle = self.head.idle().into_iter();
        idle.map(|(axis, variant)| {
            let text = Text::new("dp-idle")
                .name("figure", figure(self.head, &axis.path, self))
                .name("pact", self.own(&variant.pact_title));
            self.say(&text)
        })
        .collect()
    }

    /// A sentence that speaks of what is compared: `draft` and `today`, and as they begin a sentence `draft_first` and
    /// `today_first`. Where no pact is compared there is no draft, and both are called by their names.
    pub(super) fn text(&self, key: &'static str) -> Text {
        let called = |of: &str, named: &'static str, at: usize| {
            if self.head.compares_pacts() {
                Text::new(format!("dp-the-{of}"))
            } else {
                Text::new(named).name("name", self.side(at))
            }
        };
        let draft = self.head.draft();
        Text::new(key)
            .text("draft", called("draft", "dp-called", draft))
            .text("draft_first", called("draft-first", "dp-called", draft))
            .text("today", called("today", "dp-with", 0))
            .text("today_first", called("today-first", "dp-with-first", 0))
    }

    /// A service; one of the scenario's own that has no words keeps its id.
    pub(super) fn service(&self, id: &str) -> String {
        let key = format!("service-{id}");
        if self.words.knows(&key) {
            self.words.msg(&key)
        } else {
            id.to_owned()
        }
    }

    /// An administration.
    pub(super) fn place(&self, key: &str) -> String {
        let place = self.head.places.iter().find(|place| place.id == key);
        place.map_or_else(|| key.to_owned(), |place| place.name.clone())
    }

    /// A clause of the draft.
    pub(super) fn clause(&self, id: &str) -> Option<&'a ClauseHead> {
        self.head.clauses.iter().find(|clause| clause.id == id)
    }

    /// A clause with its paragraph.
    pub(super) fn clause_title(&self, id: &str) -> String {
        let clause = self.clause(id);
        clause.map_or_else(|| id.to_owned(), |clause| self.with_paragraph(clause))
    }

    /// A clause on prevention that today has not, with its paragraph.
    pub(super) fn prevention_title(&self, id: &str) -> String {
        let mut offered = self.head.prevention.iter().flatten();
        let clause = offered.find(|clause| clause.id == id);
        clause.map_or_else(|| id.to_owned(), |clause| self.with_paragraph(clause))
    }

    fn with_paragraph(&self, clause: &ClauseHead) -> String {
        format!("{} {}", clause.paragraph, self.own(&clause.title))
    }

    /// A whole number.
    pub(super) fn number(&self, value: f64) -> String {
        // A minus before nothing would puzzle.
        self.words.number(libm::round(value) as i64)
    }

    /// A whole number with its sign.
    pub(super) fn signed(&self, value: f64) -> String {
        let text = self.number(value);
        if value > 0.0 && text != "0" {
            format!("+{text}")
        } else {
            text
        }
    }

    /// A number of about two digits that matter.
    pub(super) fn rounded(&self, value: f64) -> String {
        self.number(two_digits(value))
    }

    /// A share of a hundred: almost all is not all, and hardly any not none.
    pub(super) fn share_of_100(&self, share: f64) -> String {
        let rounded = share * 100.0;
        self.number(if share < 1.0 && rounded > 99.0 {
            99.0
        } else if share > 0.0 && rounded < 1.0 {
            1.0
        } else {
            rounded
        })
    }

    /// A share of what was counted: of a hundred where there are so many, else as it was counted.
    pub(super) fn of_counted(&self, share: f64, all: u64) -> String {
        if all >= u64::from(LEAST_FOR_SHARES) {
            return self.share_of_100(share);
        }
        self.say(&self.share_of_all(share, all))
    }

    /// The same share in the words of [`Self::of_all`].
    pub(super) fn share_of_all(&self, share: f64, all: u64) -> Text {
        // A share of what was counted: a whole number, never negative.
        #[allow(clippy::cast_sign_loss)]
        let count = libm::round(share * all as f64) as u64;
        self.of_all(count, all)
    }

    /// So many of all: of a hundred where there are so many, else as they were counted.
    pub(super) fn of_all(&self, count: u64, all: u64) -> Text {
        let (count, all) = if all >= u64::from(LEAST_FOR_SHARES) {
            (self.share_of_100(count as f64 / all as f64), 100)
        } else {
            (self.number(count as f64), all)
        };
        Text::new("dp-of-all")
            .name("count", count)
            .name("all", self.number(all as f64))
    }

    /// Euros, with cents where they are few.
    pub(super) fn euros(&self, value: f64) -> String {
        if value.abs() >= 20.0 {
            return self.number(two_digits(value));
        }
        let text = format!("{value:.2}");
        match self.words.lang() {
            Lang::De => text.replace('.', ","),
            Lang::En => text,
        }
    }

    /// How many, of years or in the mean, with a decimal where they are few.
    pub(super) fn with_decimal(&self, value: f64) -> String {
        if value >= 10.0 {
            return self.number(value);
        }
        let text = self.words.decimal(value);
        let whole = text.strip_suffix(",0").or(text.strip_suffix(".0"));
        whole.map_or(text.clone(), str::to_owned)
    }

    /// How often at least: once in so many years, or so many times a year where it is more often than that. Two digits
    /// that matter, rounded to the more frequent side: what is said is enough.
    pub(super) fn how_often(&self, years: f64) -> Text {
        let (key, name, count) = if years >= 1.0 {
            ("dp-once-in-years", "years", rounded_down(years))
        } else {
            ("dp-times-a-year", "times", rounded_up(1.0 / years))
        };
        match self.with_decimal(count) {
            one if one == "1" => Text::new("dp-once-a-year"),
            count => Text::new(key).name(name, count),
        }
    }

    /// Hours as people say them.
    pub(super) fn hours(&self, value: f64) -> String {
        // Never negative.
        #[allow(clippy::cast_sign_loss)]
        let minutes = libm::round(value * 60.0).max(0.0) as u32;
        self.words.duration(minutes)
    }

    /// Minutes from the start of the exercise to the end of each run.
    pub(super) const fn until_minutes(&self) -> u32 {
        self.head.until_minutes
    }

    /// Words with names and figures.
    pub(super) fn say(&self, text: &Text) -> String {
        self.words.say(text)
    }
}

/// Rounds to two digits that matter: more would pretend to know.
pub(super) fn two_digits(value: f64) -> f64 {
    as_finely_as(value, value)
}

/// Rounds a value to the step that another one is rounded to with two digits: what a difference is taken from is told as
/// finely as the difference.
pub(super) fn as_finely_as(value: f64, other: f64) -> f64 {
    let size = other.abs();
    if size < 10.0 {
        return libm::round(value);
    }
    let step = libm::pow(10.0, libm::floor(libm::log10(size)) - 1.0);
    libm::round(value / step) * step
}

/// Rounds a frequency or span down to two digits that matter; what is as good as a step stays.
fn rounded_down(value: f64) -> f64 {
    let step = second_digit(value);
    libm::floor(value / step + ALMOST) * step
}

/// The same upwards.
fn rounded_up(value: f64) -> f64 {
    let step = second_digit(value);
    libm::ceil(value / step - ALMOST) * step
}

/// What a division may be off by.
const ALMOST: f64 = 1e-9;

/// What the second digit of a value above 0 counts; no finer than a tenth.
fn second_digit(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    step.max(0.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_at_least_is_enough() {
        for (value, down, up) in [
            (489.0, 480.0, 490.0),
            (70.46, 70.0, 71.0),
            (9.87, 9.8, 9.9),
            (1234.0, 1200.0, 1300.0),
            (50.0, 50.0, 50.0),
            (1.0, 1.0, 1.0),
            (2.8, 2.8, 2.8),
        ] {
            assert!((rounded_down(value) - down).abs() < 1e-6, "{value}");
            assert!((rounded_up(value) - up).abs() < 1e-6, "{value}");
        }
    }

    /// 2 886 less of 165 005: not 160 000 instead of 170 000.
    #[test]
    fn what_a_difference_is_taken_from_is_rounded_no_coarser() {
        assert_eq!(as_finely_as(165_005.0, -2886.0), 165_000.0);
        assert_eq!(as_finely_as(162_119.0, -2886.0), 162_100.0);
        assert_eq!(as_finely_as(96.4, 3.2), 96.0);
    }

    #[test]
    fn two_digits_are_kept() {
        for (value, rounded) in [
            (4.6, 5.0),
            (12.4, 12.0),
            (1234.0, 1200.0),
            (-98_765.0, -99_000.0),
            (0.0, 0.0),
            (99.7, 100.0),
        ] {
            assert_eq!(two_digits(value), rounded);
        }
    }
}
