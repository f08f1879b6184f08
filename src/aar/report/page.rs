//! Pages of a report: templates filled from the document, words in one language.

use std::path::Path;
use std::sync::Arc;

use minijinja::{Environment, Value};

use super::amount::{amount, finding, reached};
use super::document::ReportDocument;
use super::lookup::Lookup;
use super::svg;
use crate::aar::played::Played;
use crate::aar::template::{TemplateError, add_texts, environment};
use crate::drill::Sureness;
use crate::vocab::{Measure, Text};
use crate::words::Lang;

/// The templates that are part of the program.
const TEMPLATES: [(&str, &str); 4] = [
    (
        "report.html",
        include_str!("../../../assets/report/report.html"),
    ),
    (
        "council.html",
        include_str!("../../../assets/report/council.html"),
    ),
    (
        "style.css",
        include_str!("../../../assets/report/style.css"),
    ),
    (
        "report.md",
        include_str!("../../../assets/report/report.md"),
    ),
];

/// Returns the names of files that can replace a template of a report.
#[must_use]
pub fn report_templates() -> Vec<&'static str> {
    TEMPLATES.map(|(name, _)| name).to_vec()
}

/// What a page says besides its document.
#[derive(Debug, Clone, Copy)]
pub struct PageSettings<'a> {
    /// Language.
    pub lang: Lang,
    /// A folder whose files replace templates of the same name.
    pub templates: Option<&'a Path>,
    /// Sources and licences.
    pub about: &'a str,
}

/// Draws the report as one HTML page without scripts, or as Markdown.
///
/// # Errors
/// If a template cannot be read or filled.
pub fn page(
    document: &ReportDocument,
    played: &Played,
    template: &str,
    settings: &PageSettings<'_>,
) -> Result<String, TemplateError> {
    let lookup = Arc::new(Lookup::new(played, settings.lang));
    let mut environment = environment(&TEMPLATES, settings.templates)?;
    add_words(&mut environment, &lookup);
    add_objectives(&mut environment, document, &lookup);
    add_curves(&mut environment, document, &lookup);
    let lang = match settings.lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let template = environment.get_template(template)?;
    let page = template.render(minijinja::context! {
        r => Value::from_serialize(document),
        lang,
        about => settings.about,
        place_names => played.beginning.scenario.place_names().id(),
    })?;
    Ok(page)
}

/// Adds what turns ids and figures into words.
fn add_words(environment: &mut Environment<'static>, lookup: &Arc<Lookup>) {
    let own = Arc::clone(lookup);
    add_texts(environment, move |text: &Text| own.words().say(text));
    let own = Arc::clone(lookup);
    environment.add_filter("place", move |key: &str| own.place(key));
    let own = Arc::clone(lookup);
    environment.add_filter("of", move |id: &str, list: &str| own.words().of(list, id));
    let own = Arc::clone(lookup);
    environment.add_filter("title", move |id: Value, of: &str| {
        own.title(of, &id.to_string())
    });
    let own = Arc::clone(lookup);
    environment.add_filter("moment", move |minute: u32| own.moment(minute));
    let own = Arc::clone(lookup);
    environment.add_filter("date", move |minute: u32| own.date(minute));
    let own = Arc::clone(lookup);
    environment.add_filter("day", move |minute: u32| own.day(minute));
    let own = Arc::clone(lookup);
    environment.add_filter("dur", move |minutes: f64| {
        // A number and its unit stay on one line.
        let duration = own.words().duration(minutes.round().max(0.0) as u32);
        duration.replace(' ', "\u{a0}")
    });
    // Where both would read alike though they differ, hours and minutes tell them apart.
    let own = Arc::clone(lookup);
    environment.add_filter("dur_beside", move |minutes: u32, other: u32| {
        let told = own.words().duration_beside(minutes, other);
        told.replace(' ', "\u{a0}")
    });
    environment.add_function("sureness", |share: f64, courses: u32| {
        Sureness::of(share, courses).key()
    });
    let own = Arc::clone(lookup);
    environment.add_filter("num", move |value: f64| {
        own.words().number(value.round() as i64)
    });
    let own = Arc::clone(lookup);
    environment.add_filter("dec", move |value: f64| own.words().decimal(value));
    // A value as files write it: a word, or a number in the way of the language.
    let own = Arc::clone(lookup);
    environment.add_filter("figure", move |value: &str| {
        match (own.words().lang(), value.parse::<f64>()) {
            (Lang::De, Ok(_)) => value.replace('.', ","),
            _ => value.to_owned(),
        }
    });
    let own = Arc::clone(lookup);
    environment.add_filter("act", move |line: u64| own.act(line));
    let own = Arc::clone(lookup);
    environment.add_filter("inject", move |name: &str| own.inject(name));
    let own = Arc::clone(lookup);
    environment.add_filter("message", move |number: &str| {
        own.message(number.parse().unwrap_or(usize::MAX))
    });
}

/// Adds how objectives are told: figures in their units, and what is found of one.
fn add_objectives(
    environment: &mut Environment<'static>,
    document: &ReportDocument,
    lookup: &Arc<Lookup>,
) {
    let own = Arc::clone(lookup);
    environment.add_filter("amount", move |value: f64, of: &str| {
        let measure = Measure::ALL.iter().find(|measure| measure.id() == of);
        let told = measure.map(|measure| own.words().say(&amount(*measure, value)));
        told.unwrap_or_default().replace(' ', "\u{a0}")
    });
    let (own, objectives) = (Arc::clone(lookup), document.objectives.clone());
    environment.add_filter("finding", move |id: &str| {
        let title = own.title("objective", id);
        let objective = objectives.iter().find(|of| of.objective == id);
        objective.map_or(title.clone(), |of| finding(of, &title, own.words()))
    });
    let (own, objectives) = (Arc::clone(lookup), document.objectives.clone());
    environment.add_filter("reached", move |id: &str| {
        let objective = objectives.iter().find(|of| of.objective == id);
        let told = objective.map(|of| reached(of, own.words()));
        told.unwrap_or_default().replace(' ', "\u{a0}")
    });
}

/// Adds the pictures.
fn add_curves(
    environment: &mut Environment<'static>,
    document: &ReportDocument,
    lookup: &Arc<Lookup>,
) {
    let region = svg::region(document, lookup);
    environment.add_function("curve_region", move || {
        Value::from_safe_string(region.clone())
    });
    let (own, document) = (Arc::clone(lookup), document.clone());
    environment.add_function("curve_seat", move |key: &str| {
        Value::from_safe_string(svg::seat(&document, key, &own))
    });
}
