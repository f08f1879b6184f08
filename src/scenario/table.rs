//! Tables: administrations and links as rows, read into the same records as the file.

use std::ops::Range;

use super::diagnose::Collector;
use super::raw::{
    Fault, List, Place, RawAdministration, RawSpread, RawStaff, RawTableLink, Sp, suggest,
};
use super::sources::Sources;

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
        let position = match (row.number("latitude"), row.number("longitude")) {
            (Some(latitude), Some(longitude)) => Some(Sp {
                place: latitude.place,
                value: latitude.value.and_then(|a| longitude.value.map(|o| (a, o))),
            }),
            _ => None,
        };
        RawAdministration {
            id: text("id"),
            name: text("name"),
            kind: row.word("kind"),
            inhabitants: row.number("inhabitants"),
            position,
            provider: text("provider"),
            kit: text("kit"),
            clients: row.number("clients"),
            it_staff: row.number("it_staff").map(|total| Sp {
                place: total.place,
                value: total.value.map(RawStaff::Total),
            }),
            maturity: row.number("maturity"),
            spare_notebooks: row.number("spare_notebooks"),
            monitoring: row.word("monitoring"),
            crew: row.number("crew"),
            source: text("source"),
            confidence: text("confidence"),
            ..RawAdministration::default()
        }
    })
}

/// Reads a table of links between administrations.
pub fn links(sources: &Sources, index: usize, problems: &mut Collector) -> List<RawTableLink> {
    rows(sources, index, LINK, 2, problems, |row| {
        let spread = match row.number("per_day") {
            Some(rate) => Some(Sp::new(rate.place, RawSpread::Constant(rate))),
            None => ["lateral", "jump", "impact"]
                .iter()
                .any(|name| row.cell(name).is_some())
                .then(|| {
                    Sp::new(
                        row.place,
                        RawSpread::ByStage {
                            lateral: row.number("lateral"),
                            jump: row.number("jump"),
                            impact: row.number("impact"),
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
    /// Contents.
    record: &'a csv::StringRecord,
    /// Bytes of each cell within the row.
    spans: Vec<Range<usize>>,
    /// The row as it stands.
    place: Place,
}

impl Row<'_> {
    /// Returns a cell that is not empty.
    fn cell(&self, name: &str) -> Option<(Place, &str)> {
        let (_, column) = self.columns.iter().find(|(known, _)| *known == name)?;
        let text = self.record.get(*column)?.trim();
        if text.is_empty() {
            return None;
        }
        let span = self.spans.get(*column)?;
        let place = Place {
            start: self.place.start + span.start,
            end: self.place.start + span.end,
        };
        Some((place, text))
    }

    fn text(&self, name: &str) -> Option<Sp<String>> {
        let (place, text) = self.cell(name)?;
        Some(Sp::new(place, text.to_owned()))
    }

    fn number(&self, name: &str) -> Option<Sp<f64>> {
        let (place, text) = self.cell(name)?;
        let value = text.parse::<f64>().map_err(|_| Fault {
            message: format!("`{text}` in column `{name}` is not a number"),
            hint: Some("write it with a point, as in 0.5 or 12000".to_owned()),
        });
        Some(Sp { place, value })
    }

    fn word<T: for<'de> serde::Deserialize<'de>>(&self, name: &str) -> Option<Sp<T>> {
        let (place, text) = self.cell(name)?;
        let value = super::raw::read::<T>(text).value.map_err(|fault| Fault {
            message: format!("{} in column `{name}`", fault.message),
            hint: fault.hint,
        });
        Some(Sp { place, value })
    }
}

/// Reads every row of a table with these columns, of which the first `needed` must be there.
fn rows<T>(
    sources: &Sources,
    index: usize,
    known: &'static [&'static str],
    needed: usize,
    problems: &mut Collector,
    mut make: impl FnMut(&Row<'_>) -> T,
) -> List<T> {
    let text: &str = &sources.get(index).text;
    let delimiter = delimiter_of(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.in_text(index, 0..0, unreadable(&error));
            return Vec::new();
        }
    };
    let columns = columns_of(&header, delimiter, known, needed, index, text, problems);
    let mut list = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = skip_line_ends(text, byte(reader.position()));
        match reader.read_record(&mut record) {
            Ok(false) => return list,
            Ok(true) => {
                let raw = text[start..byte(reader.position())].trim_end_matches(['\r', '\n']);
                let row = Row {
                    columns: &columns,
                    record: &record,
                    spans: cell_spans(raw, delimiter),
                    place: Place::of(raw),
                };
                let value = make(&row);
                list.push(Sp::new(row.place, value));
            }
            Err(error) => {
                let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
                problems.in_text(index, start..end, unreadable(&error));
                if reader.is_done() || byte(reader.position()) <= start {
                    return list;
                }
            }
        }
    }
}

/// Finds the known columns in the header; unknown, double and missing ones are problems.
fn columns_of(
    header: &csv::StringRecord,
    delimiter: u8,
    known: &'static [&'static str],
    needed: usize,
    index: usize,
    text: &str,
    problems: &mut Collector,
) -> Vec<(&'static str, usize)> {
    let start = skip_line_ends(text, 0);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let spans = cell_spans(text[start..line_end].trim_end_matches('\r'), delimiter);
    let mut columns: Vec<(&'static str, usize)> = Vec::new();
    for (column, name) in header.iter().enumerate() {
        let span = spans.get(column).cloned().unwrap_or(0..0);
        let span = start + span.start..start + span.end;
        let name = name.trim();
        match known.iter().find(|word| **word == name) {
            Some(word) if columns.iter().any(|(seen, _)| seen == word) => {
                let message = format!("the column `{name}` is there twice");
                problems.in_text(
                    index,
                    span,
                    Fault {
                        message,
                        hint: None,
                    },
                );
            }
            Some(word) => columns.push((word, column)),
            None => {
                let message = format!("unknown column `{name}`");
                let hint = Some(suggest(name, known.iter().copied()));
                problems.in_text(index, span, Fault { message, hint });
            }
        }
    }
    for word in &known[..needed] {
        if !columns.iter().any(|(seen, _)| seen == word) {
            let fault = Fault {
                message: format!("the column `{word}` is missing"),
                hint: Some(format!("known columns: {}", known.join(", "))),
            };
            problems.in_text(index, start..line_end, fault);
        }
    }
    columns
}

fn unreadable(error: &csv::Error) -> Fault {
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("this row has {len} cells, the header has {expected_len}"),
        _ => format!("this row cannot be read: {error}"),
    };
    Fault {
        message,
        hint: Some("cells are separated by commas (or all by semicolons); put a cell that has one in quotes".to_owned()),
    }
}

/// Returns how far the reader is.
#[allow(clippy::cast_possible_truncation)]
fn byte(position: &csv::Position) -> usize {
    position.byte() as usize
}

/// Returns what separates cells: a comma, or a semicolon if the header has only those.
fn delimiter_of(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    if header.contains(';') && !header.contains(',') {
        b';'
    } else {
        b','
    }
}

/// Returns the position of the next byte that is not a line end.
fn skip_line_ends(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    from + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

/// Returns the bytes of each cell of a row, quotes included.
fn cell_spans(row: &str, delimiter: u8) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            _ if byte == delimiter && !quoted => {
                spans.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    spans.push(start..row.len());
    spans
}
