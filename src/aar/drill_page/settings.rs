//! What a version sets, in words: nobody in a council reads paths.

use super::names::Names;
use crate::drill::{Head, Setting};
use crate::scenario::LocalText;
use crate::vocab::Text;

/// Names a setting; one that has no words yet is told as it was typed.
pub(super) fn setting(head: &Head, set: &Setting, names: &Names<'_>) -> String {
    let typed = || format!("{} = {}", set.path, set.value);
    known(head, set, names).unwrap_or_else(typed)
}

fn known(head: &Head, set: &Setting, names: &Names<'_>) -> Option<String> {
    let steps: Vec<&str> = set.path.split('.').collect();
    let value = set.value.as_str();
    match steps[..] {
        ["pact"] => of_a_version(head, set, |of| &of.pact_title, names),
        ["response"] => of_a_version(head, set, |of| &of.response_title, names),
        ["pact", _, "clause", _] => {
            let key = match value {
                "on" => "dp-set-with",
                _ => "dp-set-without",
            };
            let title = title(head, &set.path)?;
            Some(names.say(&Text::new(key).name("title", names.own(title))))
        }
        ["attack", "entry"] => {
            let entry = Text::new("dp-set-entry").name("entry", entries(value, names)?);
            Some(names.say(&entry))
        }
        ["attack", "second_entry"] => {
            let entry = Text::new("dp-set-second-entry").name("entry", entries(value, names)?);
            Some(names.say(&entry))
        }
        ["attack", "second_chance"] => Some(second_attack(value.parse().ok()?, names)),
        ["aid"] => Some(names.words().msg("dp-set-no-aid")),
        ["admin", place, field] => {
            let place = match place {
                "*" => names.words().msg("dp-set-all-places"),
                key => names.place(key),
            };
            let key = format!("sheet-figure-{field}");
            field_of(&place, &key, &in_unit(field, value, names), names)
        }
        ["service", service, field @ ("waz" | "mta")] => {
            let service = match service {
                "*" => names.words().msg("dp-set-all-services"),
                id => names.service(id),
            };
            let value = names.words().switched(value);
            field_of(&service, &format!("dp-{field}"), &value, names)
        }
        _ => {
            let text = Text::new("dp-set-figure")
                .name("title", names.own(title(head, &set.path)?))
                .name("value", names.words().switched(value));
            Some(names.say(&text))
        }
    }
}

/// A title that each version with this setting has.
fn of_a_version<'a>(
    head: &'a Head,
    set: &Setting,
    title: impl Fn(&'a crate::drill::VariantHead) -> &'a LocalText,
    names: &Names<'_>,
) -> Option<String> {
    let mut variants = head.variants.iter();
    let of = variants.find(|of| of.settings.contains(set))?;
    Some(names.own(title(of)).to_owned())
}

/// What the scenario calls the figure of an axis.
fn title<'a>(head: &'a Head, path: &str) -> Option<&'a LocalText> {
    let at = head.varied.iter().position(|axis| axis.path == path)?;
    head.titles.get(at)?.as_ref()
}

/// A figure that is varied, whatever its value.
pub(super) fn figure(head: &Head, path: &str, names: &Names<'_>) -> String {
    title(head, path).map_or_else(|| path.to_owned(), |title| names.own(title).to_owned())
}

fn field_of(whose: &str, key: &str, value: &str, names: &Names<'_>) -> Option<String> {
    names.words().knows(key).then(|| {
        let text = Text::new("dp-set-field")
            .name("whose", whose)
            .name("field", names.words().msg(key))
            .name("value", value);
        names.say(&text)
    })
}

/// A value of an administration in the unit of the sheet for own figures, where shares are of a hundred.
fn in_unit(field: &str, value: &str, names: &Names<'_>) -> String {
    let unit = names.words().msg(&format!("sheet-unit-{field}"));
    match (unit.as_str(), value.parse::<f64>(), value) {
        ("%", Ok(share), _) => format!("{}\u{a0}%", names.number(share * 100.0)),
        (_, _, "true") => names.words().msg("dp-set-yes"),
        (_, _, "false") => names.words().msg("dp-set-no"),
        _ => names.words().switched(value),
    }
}

fn second_attack(chance: f64, names: &Names<'_>) -> String {
    let text = if chance <= 0.0 {
        Text::new("dp-set-no-second")
    } else if chance >= 1.0 {
        Text::new("dp-set-second")
    } else {
        Text::new("dp-set-second-chance").name("of_100", names.number(chance * 100.0))
    };
    names.say(&text)
}

/// Where an attack gets in: places, each with its systems; `None` if that is not how it is written.
fn entries(value: &str, names: &Names<'_>) -> Option<String> {
    let mut places: Vec<(&str, Vec<String>)> = Vec::new();
    for entry in value.trim_matches(['[', ']']).split(',') {
        let (place, system) = entry.trim().trim_matches('"').split_once(':')?;
        let key = format!("system-{system}");
        let system = if names.words().knows(&key) {
            names.words().msg(&key)
        } else {
            system.to_owned()
        };
        match places.iter_mut().find(|(other, _)| *other == place) {
            Some((_, systems)) => systems.push(system),
            None => places.push((place, vec![system])),
        }
    }
    let told = places
        .iter()
        .map(|(place, systems)| format!("{} ({})", names.place(place), systems.join(", ")));
    Some(told.collect::<Vec<_>>().join("; "))
}
