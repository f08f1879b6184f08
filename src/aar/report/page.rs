//! Pages of a report: templates filled from the document, words in one language.

use std::path::Path;
use std::sync::Arc;

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Value};

use super::document::ReportDocument;
use super::lookup::Lookup;
use super::svg;
use crate::aar::played::Played;
use crate::vocab::{Arg, Text};
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

/// A template that cannot be used: which, where and why.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub struct TemplateError(#[from] Error);

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
    let mut environment = environment(settings.templates)?;
    add_words(&mut environment, &lookup);
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
    })?;
    Ok(page)
}

/// The templates: those of the folder where it has them, else those of the program.
fn environment(folder: Option<&Path>) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_auto_escape_callback(|name| {
        if name.ends_with(".html") {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    for (name, own) in TEMPLATES {
        let other = folder
            .map(|folder| folder.join(name))
            .filter(|path| path.is_file());
        let text = match other {
            Some(path) => std::fs::read_to_string(&path).map_err(|error| {
                let why = format!("{}: {error}", path.display());
                Error::new(ErrorKind::InvalidOperation, why)
            })?,
            None => own.to_owned(),
        };
        environment.add_template_owned(name, text)?;
    }
    Ok(environment)
}

/// Adds what turns ids and figures into words.
fn add_words(environment: &mut Environment<'static>, lookup: &Arc<Lookup>) {
    let own = Arc::clone(lookup);
    environment.add_function(
        "t",
        move |key: &str, args: Kwargs| -> Result<String, Error> {
            let mut text = Text::new(key);
            for name in args.args() {
                text = text.with(name, argument(&args.get::<Value>(name)?));
            }
            args.assert_all_used()?;
            Ok(own.words().say(&text))
        },
    );
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
        own.words().duration(minutes.round().max(0.0) as u32)
    });
    let own = Arc::clone(lookup);
    environment.add_filter("num", move |value: f64| {
        own.words().number(value.round() as i64)
    });
    let own = Arc::clone(lookup);
    environment.add_filter("dec", move |value: f64| {
        let text = format!("{value:.1}");
        match own.words().lang() {
            Lang::De => text.replace('.', ","),
            Lang::En => text,
        }
    });
    let own = Arc::clone(lookup);
    environment.add_filter("act", move |line: u64| own.act(line));
    let own = Arc::clone(lookup);
    environment.add_filter("message", move |number: &str| {
        own.message(number.parse().unwrap_or(usize::MAX))
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

/// A value of a template as an argument of a text: numbers are counts, all else is a name.
fn argument(value: &Value) -> Arg {
    match (value.kind(), f64::try_from(value.clone())) {
        (ValueKind::Number, Ok(number)) => Arg::Count(number.round() as i64),
        _ => Arg::Name(value.to_string()),
    }
}
