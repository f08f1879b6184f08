//! Seat cards: how somebody sits down at a place over the network, on a quarter of a page.

use std::sync::Arc;

use serde::Serialize;

use super::super::report::PageSettings;
use super::super::template::{TemplateError, add_texts, environment};
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// The templates of the page.
const TEMPLATES: [(&str, &str); 3] = [
    super::PAGE,
    super::STYLE,
    (
        "cards.html",
        include_str!("../../../assets/print/cards.html"),
    ),
];

/// The card of a place.
#[derive(Debug, Clone, Serialize)]
pub struct SeatCard {
    /// The name to sign in with.
    pub user: String,
    /// What the place is called, in the language of the page.
    pub title: String,
    /// Its code; `None` if it stands on an earlier card.
    pub code: Option<String>,
    /// Whether people decide there.
    pub decides: bool,
}

/// All cards, and what stands on each of them.
#[derive(Debug, Clone, Serialize)]
pub struct SeatCards {
    /// The exercise.
    pub title: String,
    /// Name or address of the host; `None` where it has to be filled in by hand.
    pub host: Option<String>,
    /// Port of the host.
    pub port: u16,
    /// Fingerprint of the host key, as clients show it.
    pub fingerprint: String,
    /// The cards.
    pub cards: Vec<SeatCard>,
}

/// Draws the cards as one HTML page that is ready to be printed.
///
/// # Errors
/// If a template cannot be read or filled.
pub fn seat_cards(cards: &SeatCards, settings: &PageSettings<'_>) -> Result<String, TemplateError> {
    let words = Arc::new(Words::new(settings.lang));
    let mut environment = environment(&TEMPLATES, settings.templates)?;
    add_texts(&mut environment, move |text: &Text| words.say(text));
    let lang = match settings.lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let template = environment.get_template("cards.html")?;
    let page = template.render(minijinja::context! {
        p => minijinja::Value::from_serialize(cards),
        lang,
        version => env!("CARGO_PKG_VERSION"),
    })?;
    Ok(page)
}
