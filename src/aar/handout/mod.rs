//! What is printed before an exercise: run book, inject cards, briefings of seats, cards to fill in, questionnaire.

mod cards;
mod content;

use std::sync::Arc;

pub use self::cards::{SeatCard, SeatCards, seat_cards};

use self::content::content;
use super::report::PageSettings;
use super::template::{TemplateError, add_texts, environment};
use crate::scenario::Scenario;
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// What every page to be printed stands in, and how it looks.
const PAGE: (&str, &str) = ("page.html", include_str!("../../../assets/print/page.html"));
const STYLE: (&str, &str) = ("print.css", include_str!("../../../assets/print/print.css"));

/// The templates that are part of the program.
const TEMPLATES: [(&str, &str); 8] = [
    PAGE,
    STYLE,
    ("all.html", include_str!("../../../assets/print/all.html")),
    (
        "run_book.html",
        include_str!("../../../assets/print/run_book.html"),
    ),
    (
        "injects.html",
        include_str!("../../../assets/print/injects.html"),
    ),
    (
        "seats.html",
        include_str!("../../../assets/print/seats.html"),
    ),
    (
        "answers.html",
        include_str!("../../../assets/print/answers.html"),
    ),
    (
        "questionnaire.html",
        include_str!("../../../assets/print/questionnaire.html"),
    ),
];

/// Returns the names of files that can replace a template of what is printed.
#[must_use]
pub fn handout_templates() -> Vec<&'static str> {
    TEMPLATES.map(|(name, _)| name).to_vec()
}

/// Something to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handout {
    /// Everything one person needs to lead the exercise.
    RunBook,
    /// A card for each inject, to read out or hand over.
    Injects,
    /// A page for each seat.
    Seats,
    /// Cards to fill in: requests, answers, decisions, situation reports.
    Answers,
    /// The questionnaire of the hot wash.
    Questionnaire,
}

impl Handout {
    /// Every handout, in the order in which they are printed.
    pub const ALL: [Self; 5] = [
        Self::RunBook,
        Self::Injects,
        Self::Seats,
        Self::Answers,
        Self::Questionnaire,
    ];

    /// Returns the name of its file, in the language of those who look for it in a folder.
    #[must_use]
    pub const fn file(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, _) => self.template(),
            (Lang::De, Self::RunBook) => "ablaufplan.html",
            (Lang::De, Self::Injects) => "einlagen.html",
            (Lang::De, Self::Seats) => "plaetze.html",
            (Lang::De, Self::Answers) => "antworten.html",
            (Lang::De, Self::Questionnaire) => "fragebogen.html",
        }
    }

    /// Returns the name of its template.
    const fn template(self) -> &'static str {
        match self {
            Self::RunBook => "run_book.html",
            Self::Injects => "injects.html",
            Self::Seats => "seats.html",
            Self::Answers => "answers.html",
            Self::Questionnaire => "questionnaire.html",
        }
    }
}

/// Draws handouts of a scenario as one HTML page that is ready to be printed.
///
/// # Errors
/// If a template cannot be read or filled.
pub fn handout(
    scenario: &Arc<Scenario>,
    which: &[Handout],
    settings: &PageSettings<'_>,
) -> Result<String, TemplateError> {
    let words = Arc::new(Words::new(settings.lang));
    let mut environment = environment(&TEMPLATES, settings.templates)?;
    let own = Arc::clone(&words);
    add_texts(&mut environment, move |text: &Text| own.say(text));
    let lang = match settings.lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let parts: Vec<&str> = which.iter().map(|handout| handout.template()).collect();
    let template = environment.get_template("all.html")?;
    let page = template.render(minijinja::context! {
        p => minijinja::Value::from_serialize(content(scenario, &words)),
        parts,
        lang,
        place_names => scenario.place_names().id(),
        about => settings.about,
        version => env!("CARGO_PKG_VERSION"),
    })?;
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Staging, load_staged};

    /// Who is briefed hears whose names the places bear, and the foot of the pages says the same.
    #[test]
    fn who_is_briefed_hears_whose_names_places_bear() {
        for (lang, real, invented) in [
            (Lang::De, "sind echt", "Namen der Orte"),
            (Lang::En, "are real", "names of the places"),
        ] {
            for invented_names in [false, true] {
                let staging = Staging {
                    invented_names,
                    ..Staging::default()
                };
                let scenario = Arc::new(load_staged("suedhessen", &[], &staging).unwrap());
                let settings = PageSettings {
                    lang,
                    templates: None,
                    about: "",
                };
                let page = handout(&scenario, &[Handout::RunBook], &settings).unwrap();
                let count = |words: &str| page.matches(words).count();
                let expected = if invented_names { (0, 2) } else { (2, 0) };
                assert_eq!((count(real), count(invented)), expected, "{lang:?}");
                assert!(!page.contains('«'), "{lang:?}");
            }
        }
    }
}
