//! Writes the scenario that filled-in sheets come to.

use std::fmt::Write as _;

use jiff::Span;
use jiff::civil::Date;

use super::INCLUDES;
use super::read::{OwnAdministration, OwnRestart, OwnService, Sure};
use super::values::Sureness;
use crate::scenario::model::AdministrationKind;

/// Id of the provider for administrations of a kind that no kit lets stand alone.
const USUAL_PROVIDER: &str = "Dienstleister";
/// The Friday on which the usual story begins.
const USUAL_START: Date = Date::constant(2027, 2, 19);
/// Days of the scenario before the exercise starts; the attacker comes in on the second.
const DAYS_BEFORE: i64 = 11;

/// Returns the text of `scenario.ron` for these administrations.
///
/// Around them stand the services, systems, pact and plans of the catalogue, two invented
/// neighbours that can help, and a forensic team of the state, named in the language of who asks.
#[must_use]
pub fn scenario_text(administrations: &[OwnAdministration], german: bool) -> String {
    let [other_centre, neighbour, state_team] = if german {
        ["Anderes Rechenzentrum", "Nachbarstadt", "Landesteam"]
    } else {
        ["Other data centre", "Neighbour town", "State team"]
    };
    let start = administrations.iter().find_map(|own| own.start);
    let start = start.unwrap_or(USUAL_START);
    let before = |days: i64| start.checked_sub(Span::new().days(days)).unwrap_or(start);
    let providers = providers(administrations);
    let names: Vec<&str> = administrations
        .iter()
        .map(|own| own.name.as_str())
        .collect();
    let names = one_line(&names.join(", "));
    let (entry, noticed_by) = match (providers.first(), administrations.first()) {
        (Some(provider), _) => (format!("{}:gateway", provider.0), Some(provider.0.as_str())),
        (None, own) => (
            format!("{}:workplaces", own.map_or("", |own| &own.id)),
            None,
        ),
    };
    let mut text = format!(
        "// Made from filled-in sheets. Figures with `source: \"own\"` come from there; all others are\n\
         // those of the catalogue. Provider, neighbours and attack are invented for the exercise.\n\
         (\n    id: \"own_data\",\n    title: (de: {de}, en: {en}),\n    begins: \"{begins}T00:00\",\n    \
         start_ex: \"{start}T13:30\",\n    horizon: \"90d\",\n    default_pact: \"contract\",\n    {INCLUDES}\n    administrations: [\n",
        de = quoted(&format!("Eigene Daten: {names}")),
        en = quoted(&format!("Own data: {names}")),
        begins = before(DAYS_BEFORE),
    );
    for (id, name) in &providers {
        let _ = writeln!(
            text,
            "        (\n            id: \"{id}\", name: {}, kind: provider, kit: \"provider\", maturity: 0.5,\n            \
             seat: (de: \"Sie betreiben die Fachverfahren Ihrer Kunden und ordnen den Wiederanlauf.\", \
             en: \"You run the applications of your customers and decide what is restored first.\"),\n            \
             source: \"invented\", confidence: \"estimate\",\n        ),",
            quoted(name)
        );
    }
    for own in administrations {
        administration(&mut text, own, &providers);
    }
    // Helpers that hang on another data centre can help when the own one is down.
    let _ = writeln!(
        text,
        "        (id: \"other_provider\", name: \"{other_centre}\", kind: provider, kit: \"provider\", maturity: 0.5, \
         source: \"invented\", confidence: \"estimate\"),",
    );
    for (id, letter, inhabitants) in [("neighbour_a", 'A', 30_000), ("neighbour_b", 'B', 45_000)] {
        let _ = writeln!(
            text,
            "        (\n            id: \"{id}\", name: \"{neighbour} {letter}\", kind: outside, inhabitants: {inhabitants}, \
             provider: \"other_provider\", kit: \"city\", maturity: 0.5,\n            \
             seat: (de: \"Ihre Stadt hängt an einem anderen Rechenzentrum und kann helfen.\", \
             en: \"Your town uses another data centre and can help.\"),\n            \
             source: \"invented\", confidence: \"estimate\",\n        ),"
        );
    }
    let _ = writeln!(
        text,
        "        (id: \"state_team\", name: \"{state_team}\", kind: state, it_staff: (forensics: 12), maturity: 0.9, \
         source: \"invented\", confidence: \"estimate\"),\n    ],",
    );
    let _ = writeln!(
        text,
        "    attack: (entry: [\"{entry}\"], entry_at: \"{}T21:40\"),\n    set: [(\"attack.lateral_movement.starts_at\", \"{start}T13:12\")],",
        before(DAYS_BEFORE - 1)
    );
    if let Some(provider) = noticed_by {
        let _ = writeln!(
            text,
            "    notices: [\n        (\n            at: \"{start}T13:40\", from: \"{provider}\", to: customers, channel: phone, fact: provider_suspected,\n            \
             text: (\n                de: \"Um 13:12 hat sich jemand aus einem fremden Netz mit einem Fernwartungskonto angemeldet. Wir prüfen. Ihre Verfahren laufen normal.\",\n                \
             en: \"At 13:12 someone logged in from an unknown network with a remote-maintenance account. We are checking. Your applications run normally.\",\n            ),\n        ),\n    ],"
        );
    }
    text.push_str(")\n");
    text
}

/// Returns ids and names of all providers, each once, in the order of the sheets.
fn providers(administrations: &[OwnAdministration]) -> Vec<(String, String)> {
    let mut providers: Vec<(String, String)> = Vec::new();
    for own in administrations {
        let Some(name) = provider_name(own) else {
            continue;
        };
        if !providers.iter().any(|(_, known)| known == name) {
            providers.push((format!("provider_{}", providers.len() + 1), name.to_owned()));
        }
    }
    providers
}

/// Returns the provider of an administration. The kits of counties and of cities that are their
/// own county have applications at one; without a name in the sheet it gets an invented one.
fn provider_name(own: &OwnAdministration) -> Option<&str> {
    match own.kind {
        AdministrationKind::County | AdministrationKind::City => {
            Some(own.provider.as_deref().unwrap_or(USUAL_PROVIDER))
        }
        _ => own.provider.as_deref(),
    }
}

fn administration(text: &mut String, own: &OwnAdministration, providers: &[(String, String)]) {
    let kind = match own.kind {
        AdministrationKind::County => "county",
        AdministrationKind::City => "city",
        _ => "municipality",
    };
    let _ = writeln!(
        text,
        "        (\n            id: \"{}\",\n            name: {},\n            kind: {kind},\n            kit: \"{}\",",
        own.id,
        quoted(&own.name),
        own.kit()
    );
    if let Some(provider) =
        provider_name(own).and_then(|name| providers.iter().find(|(_, known)| known == name))
    {
        let _ = writeln!(text, "            provider: \"{}\",", provider.0);
    }
    if let Some(position) = own.position {
        let (latitude, longitude) = position.value;
        let _ = writeln!(
            text,
            "            position: ({latitude}, {longitude}), // {}",
            position.sureness.id()
        );
    }
    let mut weakest: Option<Sureness> = None;
    figure(text, "inhabitants", Some(own.inhabitants), &mut weakest);
    figure(text, "clients", own.workplaces, &mut weakest);
    figure(text, "it_staff", own.it_staff, &mut weakest);
    figure(text, "spare_notebooks", own.spare_notebooks, &mut weakest);
    figure(text, "maturity", own.maturity, &mut weakest);
    figure(text, "monitoring", own.monitoring, &mut weakest);
    text.push_str(
        "            seat: (de: \"Sie leiten diese Verwaltung.\", en: \"You lead this administration.\"),\n",
    );
    if !own.services.is_empty() {
        text.push_str("            services: [\n");
        for own in &own.services {
            service(text, own);
        }
        text.push_str("            ],\n");
    }
    if !own.restart.is_empty() {
        text.push_str("            restart: [\n");
        for own in &own.restart {
            restart(text, own);
        }
        text.push_str("            ],\n");
    }
    let source = match own.as_of {
        Some(date) => format!("own, as of {date}"),
        None => "own".to_owned(),
    };
    let confidence = weakest.map_or("given", Sureness::id);
    let _ = writeln!(
        text,
        "            source: \"{source}\",\n            confidence: \"{confidence}\",\n        ),"
    );
}

/// Writes a figure with a note how sure it is; a record is as sure as its least sure figure.
fn figure<T: std::fmt::Display>(
    text: &mut String,
    name: &str,
    figure: Option<Sure<T>>,
    weakest: &mut Option<Sureness>,
) {
    let Some(figure) = figure else { return };
    let sureness = figure.sureness;
    *weakest = Some(weakest.map_or(sureness, |so_far| so_far.min(sureness)));
    let _ = writeln!(
        text,
        "            {name}: {}, // {}",
        figure.value,
        sureness.id()
    );
}

fn service(text: &mut String, own: &OwnService) {
    let _ = write!(text, "                (id: \"{}\"", own.id);
    if let Some(offered) = own.offered {
        let _ = write!(text, ", offered: {offered}");
    }
    for (name, minutes) in [("waz", own.waz_minutes), ("mta", own.mta_minutes)] {
        if let Some(minutes) = minutes {
            let _ = write!(text, ", {name}: \"{minutes}m\"");
        }
    }
    for (name, share) in [
        ("emergency_level", own.emergency_level),
        ("paper_level", own.paper_level),
    ] {
        if let Some(share) = share {
            let _ = write!(text, ", {name}: {share}");
        }
    }
    if let Some(days) = own.paper_days {
        let _ = write!(text, ", paper_days: {days}");
    }
    let confidence = own.sureness.id();
    let _ = writeln!(text, ", source: \"own\", confidence: \"{confidence}\"),");
}

/// One record for each figure, since each has its own confidence.
fn restart(text: &mut String, own: &OwnRestart) {
    let hours = own
        .hours
        .map(|sure| ("hours", sure.value.to_string(), sure.sureness));
    let people = own
        .people
        .map(|sure| ("useful_people", sure.value.to_string(), sure.sureness));
    for (name, value, sureness) in [hours, people].into_iter().flatten() {
        let _ = writeln!(
            text,
            "                (system: \"{}\", {name}: {value}, source: \"own\", confidence: \"{}\"),",
            own.system,
            sureness.id()
        );
    }
}

/// Writes a text as RON does.
fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        one_line(text).replace('\\', "\\\\").replace('"', "\\\"")
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
