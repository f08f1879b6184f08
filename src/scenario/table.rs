//! Tables: administrations and links as rows, read into the same records as the file, cell by cell as the sheet for own
//! figures is read.

use std::ops::Range;

use super::diagnose::Collector;
use super::model::AdministrationKind;
use super::raw::{
    Fault, List, Place, RawAdministration, RawCount, RawSpread, RawStaff, RawTableLink, Sp,
};
use super::sheet::{
    Cell, flag, grid_by_head, kind, number, percent, plain_text, small_number, with_leading_zero,
    without_dots,
};
use super::sources::Sources;
use crate::vocab::Text;

/// Columns of a table of administrations; all but the first three may be left out.
const ADMINISTRATION: &[&str] = &[
    "id",
    "name",
    "kind",
    "inhabitants",
    "latitude",
    "longitude",
    "provider",
    "kit",
    "clients",
    "it_staff",
    "maturity",
    "spare_notebooks",
    "monitoring",
    "crew",
    "source",
    "confidence",
];
/// Columns of a table of links: ends, and a constant rate or one for each stage, per day.
const LINK: &[&str] = &["from", "to", "per_day", "lateral", "jump", "impact"];

/// Reads a table of administrations.
pub fn administrations(
    sources: &Sources,
    index: usize,
    problems: &mut Collector,
) -> List<RawAdministration> {
    rows(sources, index, ADMINISTRATION, 3, problems, |row| {
        let text = |name| row.text(name);
        RawAdministration {
            id: text("id").map(|id| Sp {
                value: id.value.map(|key| with_leading_zero(&key).unwrap_or(key)),
                ..id
            }),
            name: row.read("name", |text, _| plain_text(text)),
            kind: row.kind("kind"),
            inhabitants: row.count("inhabitants"),
            position: row.position(),
            provider: text("provider"),
            kit: text("kit"),
            clients: row.count("clients"),
            it_staff: row.read("it_staff", |text, english| {
                number(text, english).map(RawStaff::Total)
            }),
            maturity: row.share("maturity"),
            spare_notebooks: row.read("spare_notebooks", number),
            monitoring: row.read("monitoring", |text, _| flag(text)),
            crew: row.read("crew", number),
            source: text("source"),
            confidence: text("confidence"),
            ..RawAdministration::default()
        }
    })
}

/// Reads a table of links between administrations.
pub fn links(sources: &Sources, index: usize, problems: &mut Collector) -> List<RawTableLink> {
    rows(sources, index, LINK, 2, problems, |row| {
        let rate = |name| row.read(name, small_number);
        let spread = match rate("per_day") {
            Some(rate) => Some(Sp::new(rate.place, RawSpread::Constant(rate))),
            None => ["lateral", "jump", "impact"]
                .iter()
                .any(|name| row.cell(name).is_some())
                .then(|| {
                    Sp::new(
                        row.place,
                        RawSpread::ByStage {
                            lateral: rate("lateral"),
                            jump: rate("jump"),
                            impact: rate("impact"),
                        },
                    )
                }),
        };
        RawTableLink {
            from: row.text("from"),
            to: row.text("to"),
            spread,
            ..RawTableLink::default()
        }
    })
}

/// A row of a table: its cells and where they stand.
struct Row<'a> {
    /// Position of each known column in the table.
    columns: &'a [(&'static str, usize)],
    /// The text of the table.
    whole: &'a str,
    /// Contents.
    cells: &'a [Cell],
    /// Whether numbers are written as in English.
    english: bool,
    /// The row as it stands.
    place: Place,
}

impl<'a> Row<'a> {
    /// Returns a cell that is not empty.
    fn cell(&self, name: &str) -> Option<(Place, &'a str)> {
        let (_, column) = self.columns.iter().find(|(known, _)| *known == name)?;
        let cell = self.cells.get(*column)?;
        let place = Place::of(&self.whole[cell.span.clone()]);
        (!cell.text.is_empty()).then_some((place, cell.text.as_str()))
    }

    fn text(&self, name: &str) -> Option<Sp<String>> {
        let (place, text) = self.cell(name)?;
        Some(Sp::new(place, text.to_owned()))
    }

    /// Reads a cell as the sheet for own figures reads it.
    fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&str, bool) -> Result<T, Text>,
    ) -> Option<Sp<T>> {
        let (place, text) = self.cell(name)?;
        let value = read(text, self.english).map_err(|reason| fault(name, text, &reason));
        Some(Sp { place, value })
    }

    /// Reads a whole number that may reach thousands; between these a semicolon table may have points, no other.
    fn count(&self, name: &str) -> Option<Sp<RawCount>> {
        self.read(name, |text, english| {
            let without_dots = without_dots(text).filter(|_| english);
            number(text, english).map(|number| RawCount {
                number,
                without_dots,
            })
        })
    }

    /// Reads a share, also as a percentage.
    fn share(&self, name: &str) -> Option<Sp<f64>> {
        self.read(name, |text, english| {
            if text.ends_with('%') {
                percent(text, english)
            } else {
                small_number(text, english)
            }
        })
    }

    /// Reads a kind by the word a file has for it, or as people call it.
    fn kind(&self, name: &str) -> Option<Sp<AdministrationKind>> {
        let (place, text) = self.cell(name)?;
        let of_people = kind(text).ok();
        let value = match of_people {
            Some(kind) => Ok(kind),
            None => super::raw::read::<AdministrationKind>(text).value,
        };
        let value = value.map_err(|fault| Fault {
            message: Text::new("check-in-column")
                .text("problem", fault.message)
                .name("column", name),
            hint: fault.hint,
        });
        Some(Sp { place, value })
    }

    /// Reads both coordinates; one without the other is none.
    fn position(&self) -> Option<Sp<(f64, f64)>> {
        let names = ("latitude", "longitude");
        let read = |name| self.read(name, small_number);
        let (place, given, missing) = match (read(names.0), read(names.1)) {
            (Some(latitude), Some(longitude)) => {
                return Some(Sp {
                    place: latitude.place,
                    value: latitude.value.and_then(|a| longitude.value.map(|o| (a, o))),
                });
            }
            (Some(latitude), None) => (latitude.place, names.0, names.1),
            (None, Some(longitude)) => (longitude.place, names.1, names.0),
            (None, None) => return None,
        };
        let message = Text::new("check-half-position")
            .name("given", given)
            .name("missing", missing);
        let fault = Fault::new(message).with_hint(Text::new("check-half-position-hint"));
        Some(Sp {
            place,
            value: Err(fault),
        })
    }
}

/// Says why a cell cannot be read.
fn fault(name: &str, text: &str, reason: &Text) -> Fault {
    let (message, hint) = match &*reason.key {
        "sheet-became-date" => ("check-cell-date", "check-cell-date-hint"),
        "sheet-error-value" => ("check-cell-error", "check-cell-error-hint"),
        "sheet-formula" => ("check-cell-formula", "check-cell-formula-hint"),
        "sheet-negative" => ("check-cell-negative", "check-not-negative"),
        "sheet-no-flag" => ("check-cell-flag", "check-cell-flag-hint"),
        "sheet-over-100" => ("check-cell-over-100", "check-cell-over-100-hint"),
        "sheet-under-1-percent" => ("check-cell-under-1", "check-cell-under-1-hint"),
        _ => ("check-cell-number", "check-cell-number-hint"),
    };
    let message = Text::new(message).name("text", text).name("column", name);
    Fault::new(message).with_hint(Text::new(hint))
}

/// Reads every row of a table with these columns, of which the first `needed` must be there.
fn rows<T>(
    sources: &Sources,
    index: usize,
    known: &'static [&'static str],
    needed: usize,
    problems: &mut Collector,
    make: impl Fn(&Row<'_>) -> T,
) -> List<T> {
    let text: &str = &sources.get(index).text;
    let grid = grid_by_head(text);
    if let Some(row) = grid.open_quote {
        let fault =
            Fault::new(Text::new("check-open-quote")).with_hint(Text::new("check-open-quote-hint"));
        problems.in_text(index, span_of(&grid.rows[row]), fault);
        return Vec::new();
    }
    let mut filled = grid
        .rows
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.text.is_empty()));
    let header: &[Cell] = filled
        .next()
        .map_or(&[], |header| without_empty_end(header));
    let columns = columns_of(header, known, needed, index, problems);
    let mut list = Vec::new();
    for cells in filled {
        let span = span_of(cells);
        let written = without_empty_end(cells).len();
        if cells.len() < header.len() || written > header.len() {
            let message = Text::new("check-cells")
                .name("cells", cells.len().to_string())
                .name("header", header.len().to_string());
            let fault = Fault::new(message).with_hint(Text::new("check-cells-hint"));
            problems.in_text(index, span, fault);
            continue;
        }
        let row = Row {
            columns: &columns,
            whole: text,
            cells,
            english: grid.english,
            place: Place::of(&text[span]),
        };
        list.push(Sp::new(row.place, make(&row)));
    }
    list
}

/// Finds the known columns in the header; unknown, double and missing ones are problems.
fn columns_of(
    header: &[Cell],
    known: &'static [&'static str],
    needed: usize,
    index: usize,
    problems: &mut Collector,
) -> Vec<(&'static str, usize)> {
    let mut columns: Vec<(&'static str, usize)> = Vec::new();
    for (column, Cell { text: name, span }) in header.iter().enumerate() {
        match known.iter().find(|word| *word == name) {
            Some(word) if columns.iter().any(|(seen, _)| seen == word) => {
                let message = Text::new("check-column-twice").name("column", name);
                problems.in_text(index, span.clone(), Fault::new(message));
            }
            Some(word) => columns.push((word, column)),
            None => {
                let fault = Fault::unknown("check-unknown-column", name, known);
                problems.in_text(index, span.clone(), fault);
            }
        }
    }
    for word in &known[..needed] {
        if !columns.iter().any(|(seen, _)| seen == word) {
            let hint = Text::new("check-column-missing-hint").name("columns", known.join(", "));
            let message = Text::new("check-column-missing").name("column", *word);
            problems.in_text(index, span_of(header), Fault::new(message).with_hint(hint));
        }
    }
    columns
}

/// Returns the bytes from the first cell to the last.
fn span_of(cells: &[Cell]) -> Range<usize> {
    match (cells.first(), cells.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => 0..0,
    }
}

/// Leaves out what a spreadsheet adds on the right.
fn without_empty_end(cells: &[Cell]) -> &[Cell] {
    let last = cells.iter().rposition(|cell| !cell.text.is_empty());
    &cells[..last.map_or(0, |last| last + 1)]
}
