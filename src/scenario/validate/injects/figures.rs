//! Checks what texts mention: each `{name}` is a figure, and each figure is mentioned.

use std::collections::BTreeSet;

use super::super::check::{Check, Field, field};
use super::Cast;
use super::expression::who_of;
use crate::scenario::inject::Figure;
use crate::scenario::model::LocalText;
use crate::scenario::raw::{List, Place, RawFigure, RawFigureForm, suggest, twice};
use crate::vocab::Text;

/// Oldest payment file that is spoken of, months.
const OLDEST_FILE: u32 = 24;

/// Checks the figures of an inject.
pub fn figures(
    check: &mut Check,
    field: &Field<'_, List<RawFigure>>,
    cast: &Cast<'_>,
) -> Vec<(String, Figure)> {
    let mut figures: Vec<(String, Figure)> = Vec::new();
    for rec in check.records(field) {
        let name = check.id(field!(rec.name));
        if figures.iter().any(|(other, _)| *other == name) {
            let message = twice("check-what-figure", &name);
            check.problems.error(rec.place, message);
        }
        let form = check.need(&field!(rec.value));
        let figure = form.and_then(|(form, _)| figure(check, form, cast));
        figures.extend(figure.map(|figure| (name, figure)));
    }
    figures
}

fn figure(check: &mut Check, form: &RawFigureForm, cast: &Cast<'_>) -> Option<Figure> {
    use RawFigureForm as R;
    Some(match form {
        R::AtTheCounter(who, services) => {
            let who = who_of(check, who, cast)?;
            let found = services.iter().filter_map(|id| cast.service(check, id));
            Figure::AtTheCounter(who, found.collect())
        }
        R::WrongCases(who, months) => {
            let who = who_of(check, who, cast)?;
            let (months, place) = check.value(months)?;
            Figure::WrongCases(who, check.whole("months", *months, place, 1..=OLDEST_FILE))
        }
        R::Unpaid(who) => Figure::Unpaid(who_of(check, who, cast)?),
        R::Recipients(who) => Figure::Recipients(who_of(check, who, cast)?),
        R::PayMonth(who) => Figure::PayMonth(who_of(check, who, cast)?),
        R::PayCutOff(who) => Figure::PayCutOff(who_of(check, who, cast)?),
        R::MissingStatements(id) => Figure::MissingStatements(cast.administration(check, id)?),
        R::SystemsHit(who) => Figure::SystemsHit(who_of(check, who, cast)?),
        R::People(who, skill) => {
            let who = who_of(check, who, cast)?;
            Figure::People(who, *check.value(skill)?.0)
        }
        R::PeopleLent(who) => Figure::PeopleLent(who_of(check, who, cast)?),
        R::DaysSince(at) => Figure::DaysSince(cast.moment(check, at)?),
        R::Means(who) => Figure::Means(who_of(check, who, cast)?),
        R::TeamAt(state) => Figure::TeamAt(cast.administration(check, state)?),
        R::Asker { to, kind } => Figure::Asker {
            to: who_of(check, to, cast)?,
            kind: *check.value(kind)?.0,
        },
    })
}

/// Holds texts to the figures that are there, and figures to texts that mention them.
pub fn are_used(
    check: &mut Check,
    field: &Field<'_, List<RawFigure>>,
    texts: &[(LocalText, Place)],
) {
    let list = field.value.as_ref().and_then(|sp| sp.value.as_ref().ok());
    let records = list
        .into_iter()
        .flatten()
        .filter_map(|sp| sp.value.as_ref().ok());
    let names = records.filter_map(|record| record.name.as_ref());
    let given: Vec<(String, Place)> = names
        .filter_map(|name| Some((name.value.as_ref().ok()?.clone(), name.place)))
        .collect();
    let mut used = BTreeSet::new();
    for (text, place) in texts {
        for (language, words) in [("de", &text.de), ("en", &text.en)] {
            for name in placeholders(words) {
                if given.iter().any(|(known, _)| known == name) {
                    used.insert(name.to_owned());
                    continue;
                }
                let known = given.iter().map(|(name, _)| name.as_str());
                let message = Text::new("check-no-figure")
                    .name("language", language)
                    .name("figure", format!("{{{name}}}"));
                check
                    .problems
                    .error_hint(*place, message, suggest(name, known));
            }
        }
    }
    for (name, place) in given {
        if !used.contains(&name) {
            let hint = Text::new("check-unused-figure-hint").name("mention", format!("{{{name}}}"));
            let message = Text::new("check-unused-figure").name("figure", name);
            check.problems.error_hint(place, message, hint);
        }
    }
}

/// Returns the names in braces of a text, in their order.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('{').skip(1);
    pieces.map(|piece| piece.split_once('}').map_or(piece, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_what_stands_in_braces() {
        let found: Vec<&str> = placeholders("a {b} c {d_e}, {f").collect();
        assert_eq!(found, ["b", "d_e", "f"]);
    }
}
