//! Reads filled-in sheets: every fault is noted with row and column, and reading goes on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::cells::cells;
use super::columns::{FIGURES, Section, is_head};
use super::values::{self, GERMANY_EAST, GERMANY_NORTH, Sureness};
use super::{SheetFault, column_letters};
use crate::scenario::model::{AdministrationKind, Kit, Scenario};
use crate::vocab::Text;

/// A figure and how sure people are of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sure<T> {
    /// The figure.
    pub value: T,
    /// How sure.
    pub sureness: Sureness,
}

/// A service as the administration has it; what is `None` is as usual.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnService {
    /// Id in the catalogue.
    pub id: String,
    pub offered: Option<bool>,
    pub waz_minutes: Option<u32>,
    pub mta_minutes: Option<u32>,
    pub emergency_level: Option<f64>,
    pub paper_level: Option<f64>,
    pub paper_days: Option<u32>,
    pub sureness: Sureness,
}

/// A line of the restart plan.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRestart {
    /// System of the kit.
    pub system: String,
    pub hours: Option<Sure<f64>>,
    pub people: Option<Sure<u32>>,
}

/// An administration as its sheet has it.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnAdministration {
    /// Official key.
    pub id: String,
    /// Name.
    pub name: String,
    pub(super) kind: AdministrationKind,
    pub(super) provider: Option<String>,
    /// Figures by row, with how sure they are.
    pub(super) inhabitants: Sure<u32>,
    pub(super) position: Option<Sure<(f64, f64)>>,
    pub(super) workplaces: Option<Sure<u32>>,
    pub(super) it_staff: Option<Sure<u32>>,
    pub(super) spare_notebooks: Option<Sure<u32>>,
    pub(super) maturity: Option<Sure<f64>>,
    pub(super) monitoring: Option<Sure<bool>>,
    pub(super) as_of: Option<Date>,
    pub(super) start: Option<Date>,
    pub(super) services: Vec<OwnService>,
    pub(super) restart: Vec<OwnRestart>,
}

impl OwnAdministration {
    /// Returns the kit of the catalogue that fits it.
    pub(super) fn kit(&self) -> &'static str {
        match (self.kind, &self.provider) {
            (AdministrationKind::County, _) => "county",
            (AdministrationKind::City, _) => "city",
            (_, Some(_)) => "customer",
            (_, None) => "own",
        }
    }
}

/// Sheets as they are read, one file after the other.
pub struct Sheets<'a> {
    foundation: &'a Scenario,
    /// What was read.
    pub administrations: Vec<OwnAdministration>,
    /// What is wrong, in the order of files, rows and columns.
    pub faults: Vec<SheetFault>,
    /// What tells administrations and providers apart, where it was read.
    words: Vec<Word>,
}

/// That an official key stands in two places.
const SAME_KEY: &str = "sheet-administration-twice";

/// What a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Key,
    Administration,
    Provider,
}

/// A key or a name, and where it was read.
#[derive(Debug)]
struct Word {
    text: String,
    stands: Stands,
    file: String,
    /// From 1.
    row: usize,
    /// From 1.
    column: usize,
}

/// Returns what tells an administration apart.
fn words_of(file: &str, part: &Part<'_>, own: &OwnAdministration) -> Vec<Word> {
    let told = [
        ("id", Stands::Key, Some(&own.id)),
        ("name", Stands::Administration, Some(&own.name)),
        ("provider", Stands::Provider, own.provider.as_ref()),
    ];
    let words = told.into_iter().filter_map(|(figure, stands, text)| {
        let mut rows = part.figures.iter();
        let row = rows.find(|row| row.cell("key").is_some_and(|key| key.text == figure))?;
        let at = row.cell("value")?;
        Some(Word {
            text: text?.clone(),
            stands,
            file: file.to_owned(),
            row: at.row + 1,
            column: at.column + 1,
        })
    });
    words.collect()
}

/// A cell with its place.
#[derive(Debug, Clone, Copy)]
struct At<'a> {
    row: usize,
    column: usize,
    text: &'a str,
}

/// A row under its heads.
struct Row<'a> {
    at: usize,
    cells: Vec<(&'static str, At<'a>)>,
}

impl<'a> Row<'a> {
    fn cell(&self, id: &str) -> Option<At<'a>> {
        let found = self.cells.iter().find(|(known, _)| *known == id);
        found.map(|(_, at)| *at).filter(|at| !at.text.is_empty())
    }
}

impl<'a> Sheets<'a> {
    /// Begins without any sheet.
    #[must_use]
    pub const fn new(foundation: &'a Scenario) -> Self {
        Self {
            foundation,
            administrations: Vec::new(),
            faults: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Says where a key or a name stands already, if it does. Administrations may share a provider.
    fn taken(&self, word: &Word) -> Option<SheetFault> {
        let is_key = word.stands == Stands::Key;
        let both_providers =
            |other: &Word| word.stands == Stands::Provider && other.stands == Stands::Provider;
        let other = self.words.iter().find(|other| {
            other.text == word.text
                && is_key == (other.stands == Stands::Key)
                && !both_providers(other)
        })?;
        let key = if is_key { SAME_KEY } else { "sheet-name-twice" };
        Some(SheetFault {
            file: word.file.clone(),
            row: word.row,
            column: word.column,
            reason: Text::new(key)
                .name("found", word.text.as_str())
                .name("file", other.file.as_str())
                .name(
                    "cell",
                    format!("{}{}", column_letters(other.column), other.row),
                ),
        })
    }

    /// Reads one file; it may hold several administrations, one below the other.
    pub fn read(&mut self, file: &str, bytes: &[u8]) {
        let cells = cells(bytes);
        let mut reader = Reader {
            file,
            english: cells.english,
            foundation: self.foundation,
            faults: Vec::new(),
            parts: Vec::new(),
        };
        if let Some(row) = cells.open_quote {
            reader.fault(row, None, Text::new("sheet-open-quote"));
        }
        reader.split(&cells.rows);
        let parts = std::mem::take(&mut reader.parts);
        for part in &parts {
            let Some(own) = reader.administration(part) else {
                continue;
            };
            let words = words_of(file, part, &own);
            let mut twice = words.iter().filter_map(|word| self.taken(word)).peekable();
            if let Some(again) = twice.next_if(|fault| fault.reason.key == SAME_KEY) {
                reader.faults.push(again);
                continue;
            }
            reader.faults.extend(twice);
            self.words.extend(words);
            self.administrations.push(own);
        }
        reader.faults.sort_by_key(|fault| (fault.row, fault.column));
        self.faults.append(&mut reader.faults);
    }
}

/// The rows that belong to one administration.
#[derive(Default)]
struct Part<'a> {
    row: usize,
    figures: Vec<Row<'a>>,
    services: Vec<Row<'a>>,
    restart: Vec<Row<'a>>,
}

struct Reader<'a> {
    file: &'a str,
    english: bool,
    foundation: &'a Scenario,
    faults: Vec<SheetFault>,
    parts: Vec<Part<'a>>,
}

impl<'a> Reader<'a> {
    fn fault(&mut self, row: usize, column: Option<usize>, reason: Text) {
        self.faults.push(SheetFault {
            file: self.file.to_owned(),
            row: row + 1,
            column: column.map_or(0, |column| column + 1),
            reason,
        });
    }

    fn fault_at(&mut self, at: At<'_>, reason: Text) {
        self.fault(at.row, Some(at.column), reason);
    }

    /// Finds sections and heads, and hands every row to its section.
    fn split(&mut self, rows: &'a [Vec<String>]) {
        let mut section = None;
        let mut heads: Option<Vec<Option<&'static str>>> = None;
        for (at, row) in rows.iter().enumerate() {
            let first = row.first().map_or("", String::as_str);
            if row.is_empty() {
                continue;
            }
            if let Some(begun) = Section::begun_by(first) {
                if begun == Section::Administration {
                    self.parts.push(Part {
                        row: at,
                        ..Part::default()
                    });
                } else if self.parts.is_empty() {
                    self.fault(at, Some(0), Text::new("sheet-administration-first"));
                    self.parts.push(Part {
                        row: at,
                        ..Part::default()
                    });
                }
                (section, heads) = (Some(begun), None);
                continue;
            }
            if first.starts_with('[') {
                self.fault(
                    at,
                    Some(0),
                    Text::new("sheet-no-section").name("found", first),
                );
                section = None;
                continue;
            }
            // What stands before the first section is for people.
            let Some(section) = section else { continue };
            let Some(heads) = &heads else {
                heads = Some(self.heads(section, at, row));
                continue;
            };
            let cells = row.iter().enumerate().filter_map(|(column, text)| {
                let id = (*heads.get(column)?)?;
                Some((
                    id,
                    At {
                        row: at,
                        column,
                        text,
                    },
                ))
            });
            let row = Row {
                at,
                cells: cells.collect(),
            };
            let Some(part) = self.parts.last_mut() else {
                continue;
            };
            match section {
                Section::Administration => part.figures.push(row),
                Section::Services => part.services.push(row),
                Section::Restart => part.restart.push(row),
            }
        }
        if self.parts.is_empty() {
            self.faults.push(SheetFault {
                file: self.file.to_owned(),
                row: 0,
                column: 0,
                reason: Text::new("sheet-no-sections"),
            });
        }
    }

    /// Reads the heads of a section: unknown, double and missing ones are faults.
    fn heads(&mut self, section: Section, at: usize, row: &[String]) -> Vec<Option<&'static str>> {
        let mut found: Vec<Option<&'static str>> = Vec::new();
        for (column, head) in row.iter().enumerate() {
            let known = section.columns().iter().find(|known| is_head(known, head));
            let id = known.map(|known| known.id);
            if id.is_none() && !head.is_empty() {
                let text = Text::new("sheet-no-column").name("found", head.as_str());
                self.fault(at, Some(column), text);
            }
            if id.is_some() && found.contains(&id) {
                let text = Text::new("sheet-column-twice").name("found", head.as_str());
                self.fault(at, Some(column), text);
            }
            found.push(id);
        }
        let needed: &[&str] = match section {
            Section::Administration => &["key", "value"],
            Section::Services | Section::Restart => &["key"],
        };
        for id in needed {
            if !found.contains(&Some(*id)) {
                let column = section.columns().iter().find(|column| column.id == *id);
                let head = column.map_or("", |column| column.heads[0]);
                let text = Text::new("sheet-column-missing").name("column", head);
                self.fault(at, None, text);
            }
        }
        found
    }

    /// Returns the rows by their keys; rows without figures need no key.
    fn keyed<'r>(&mut self, rows: &'r [Row<'a>], known: &[&str]) -> BTreeMap<&'a str, &'r Row<'a>> {
        let mut by_key: BTreeMap<&'a str, &'r Row<'a>> = BTreeMap::new();
        for row in rows {
            let Some(key) = row.cell("key") else {
                let filled = row.cells.iter().find(|(id, at)| {
                    !at.text.is_empty() && !matches!(*id, "label" | "unit" | "why")
                });
                if let Some((_, at)) = filled {
                    self.fault_at(*at, Text::new("sheet-row-without-key"));
                }
                continue;
            };
            if !known.contains(&key.text) {
                let near = known
                    .iter()
                    .min_by_key(|word| strsim::osa_distance(key.text, word));
                let text = Text::new("sheet-no-key")
                    .name("found", key.text)
                    .name("near", near.copied().unwrap_or_default());
                self.fault_at(key, text);
                continue;
            }
            match by_key.entry(key.text) {
                Entry::Occupied(_) => {
                    self.fault_at(key, Text::new("sheet-key-twice").name("found", key.text));
                }
                Entry::Vacant(place) => {
                    place.insert(row);
                }
            }
        }
        by_key
    }

    fn read<T>(
        &mut self,
        cell: Option<At<'_>>,
        read: impl FnOnce(&str, bool) -> Result<T, Text>,
    ) -> Option<T> {
        let cell = cell?;
        match read(cell.text, self.english) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.fault_at(cell, reason);
                None
            }
        }
    }

    fn sureness(&mut self, cell: Option<At<'_>>) -> Sureness {
        self.read(cell, |text, _| values::sureness(text))
            .unwrap_or(Sureness::Estimate)
    }

    fn administration(&mut self, part: &Part<'a>) -> Option<OwnAdministration> {
        let rows = self.keyed(&part.figures, FIGURES);
        let cell = |figure: &str| rows.get(figure).and_then(|row| row.cell("value"));
        for needed in ["id", "name", "kind", "inhabitants"] {
            if cell(needed).is_none() {
                let row = rows.get(needed).map_or(part.row, |row| row.at);
                let text = Text::new("sheet-figure-missing")
                    .text("figure", Text::new(format!("sheet-figure-{needed}")));
                self.fault(row, None, text);
            }
        }
        let id = self.read(cell("id"), |text, _| official_key(text));
        let kind = self.read(cell("kind"), |text, _| kind(text));
        if let (Some(id), Some(kind), Some(at)) = (&id, kind, cell("id"))
            && let Some(reason) = not_of_kind(id, kind)
        {
            self.fault_at(at, reason);
        }
        let name = self.read(cell("name"), |text, _| values::plain_text(text));
        let provider = self.read(cell("provider"), |text, _| values::plain_text(text));
        let sure = |reader: &mut Self, figure: &str| {
            reader.sureness(rows.get(figure).and_then(|row| row.cell("sure")))
        };
        macro_rules! figure {
            ($figure:literal, $read:expr) => {{
                let sureness = sure(self, $figure);
                self.read(cell($figure), $read)
                    .map(|value| Sure { value, sureness })
            }};
        }
        let inhabitants = figure!("inhabitants", |t, e| whole(t, e, 1, 100_000_000));
        let latitude = figure!("latitude", |t, e| degrees(t, e, &GERMANY_NORTH));
        let longitude = figure!("longitude", |t, e| degrees(t, e, &GERMANY_EAST));
        if let (Some(alone), None) | (None, Some(alone)) = (cell("latitude"), cell("longitude")) {
            self.fault_at(alone, Text::new("sheet-half-position"));
        }
        let workplaces = figure!("workplaces", |t, e| whole(t, e, 1, 1_000_000));
        let it_staff = figure!("it_staff", posts);
        let spare_notebooks = figure!("spare_notebooks", |t, e| whole(t, e, 0, 1_000_000));
        let maturity = figure!("maturity", values::percent);
        let monitoring = figure!("monitoring", |t, _| values::flag(t));
        let as_of = self.read(cell("as_of"), |t, _| values::date(t));
        let start = self.read(cell("start"), |t, _| values::date(t));
        let mut own = OwnAdministration {
            id: id.clone().unwrap_or_default(),
            name: name.unwrap_or_default(),
            kind: kind.unwrap_or(AdministrationKind::Municipality),
            provider,
            inhabitants: inhabitants.unwrap_or(Sure {
                value: 1,
                sureness: Sureness::Estimate,
            }),
            position: latitude.zip(longitude).map(|(latitude, longitude)| Sure {
                value: (latitude.value, longitude.value),
                sureness: latitude.sureness.min(longitude.sureness),
            }),
            workplaces,
            it_staff,
            spare_notebooks,
            maturity,
            monitoring,
            as_of,
            start,
            services: Vec::new(),
            restart: Vec::new(),
        };
        let foundation = self.foundation;
        let kit = foundation.kits.iter().find(|kit| kit.id == own.kit())?;
        own.services = self.services(&part.services, kit);
        own.restart = self.restart(&part.restart, kit);
        id.is_some().then_some(own)
    }

    fn services(&mut self, rows: &[Row<'a>], kit: &Kit) -> Vec<OwnService> {
        let foundation = self.foundation;
        let known: Vec<&str> = foundation.services.iter().map(|s| s.id.as_str()).collect();
        let mut services = Vec::new();
        for (id, row) in self.keyed(rows, &known) {
            let Some(template) = foundation.services.iter().find(|s| s.id == id) else {
                continue;
            };
            let own = OwnService {
                id: id.to_owned(),
                offered: self.read(row.cell("offered"), |t, _| values::flag(t)),
                waz_minutes: self.read(row.cell("waz"), values::minutes),
                mta_minutes: self.read(row.cell("mta"), values::minutes),
                emergency_level: self.read(row.cell("emergency"), values::percent),
                paper_level: self.read(row.cell("paper"), values::percent),
                paper_days: self.read(row.cell("paper_days"), |t, e| whole(t, e, 0, 3660)),
                sureness: self.sureness(row.cell("sure")),
            };
            let waz = own.waz_minutes.unwrap_or(template.waz_minutes);
            let mta = own.mta_minutes.unwrap_or(template.mta_minutes);
            let targets = row.cell("waz").or_else(|| row.cell("mta"));
            if let Some(at) = targets.filter(|_| waz > mta) {
                let text = Text::new("sheet-waz-over-mta")
                    .name("waz", hours(waz, self.english))
                    .name("mta", hours(mta, self.english));
                self.fault_at(at, text);
            }
            let missing = template
                .needs
                .iter()
                .find(|need| !kit.systems.iter().any(|system| system.id == **need));
            if let (Some(need), Some(at), Some(true)) = (missing, row.cell("offered"), own.offered)
            {
                let text = Text::new("sheet-not-in-kit")
                    .text("system", Text::new(format!("system-{need}")));
                self.fault_at(at, text);
            }
            let says_something = row.cells.iter().any(|(id, at)| {
                !at.text.is_empty() && !matches!(*id, "key" | "label" | "sure" | "why")
            });
            if says_something && missing.is_none() {
                services.push(own);
            }
        }
        services
    }

    fn restart(&mut self, rows: &[Row<'a>], kit: &Kit) -> Vec<OwnRestart> {
        let foundation = self.foundation;
        let systems = foundation.kits.iter().flat_map(|kit| &kit.systems);
        let known: Vec<&str> = systems.map(|system| system.id.as_str()).collect();
        let mut plan = Vec::new();
        for (id, row) in self.keyed(rows, &known) {
            let hours = self.read(row.cell("hours"), |t, e| within(t, e, 1e6));
            let people = self.read(row.cell("people"), |t, e| whole(t, e, 1, 10_000));
            let hours_sure = self.sureness(row.cell("hours_sure"));
            let people_sure = self.sureness(row.cell("people_sure"));
            let Some(filled) = row.cell("hours").or_else(|| row.cell("people")) else {
                continue;
            };
            let mut systems = kit.systems.iter();
            if !systems.any(|system| system.id == id && system.work.is_some()) {
                self.fault_at(filled, Text::new("sheet-no-such-system"));
                continue;
            }
            plan.push(OwnRestart {
                system: id.to_owned(),
                hours: hours.map(|value| Sure {
                    value,
                    sureness: hours_sure,
                }),
                people: people.map(|value| Sure {
                    value,
                    sureness: people_sure,
                }),
            });
        }
        plan
    }
}

/// Reads an official key; a zero in front that a spreadsheet dropped is put back.
fn official_key(text: &str) -> Result<String, Text> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(whole) = values::with_leading_zero(&plain) {
        return Ok(whole);
    }
    match plain.len() {
        1.. if plain
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') =>
        {
            Ok(plain)
        }
        _ => Err(Text::new("sheet-no-official-key").name("found", text)),
    }
}

/// Says why an official key cannot be that of such a kind. Keys with letters are people's own.
fn not_of_kind(key: &str, kind: AdministrationKind) -> Option<Text> {
    let fits = match kind {
        AdministrationKind::County => key.len() == 5,
        AdministrationKind::City => matches!(key.len(), 5 | 8),
        _ => key.len() == 8,
    };
    if fits || !key.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let reason = match kind {
        AdministrationKind::County => "sheet-key-of-county",
        AdministrationKind::City => "sheet-key-of-city",
        _ => "sheet-key-of-municipality",
    };
    Some(Text::new(reason).name("found", key))
}

/// Reads the kind of an administration as people call it.
pub fn kind(text: &str) -> Result<AdministrationKind, Text> {
    use AdministrationKind as K;
    match text.to_lowercase().as_str() {
        "gemeinde" | "stadt" | "markt" | "municipality" | "town" => Ok(K::Municipality),
        "kreisfreie stadt" | "kreisfrei" | "stadtkreis" | "city" => Ok(K::City),
        "landkreis" | "kreis" | "county" => Ok(K::County),
        _ => Err(Text::new("sheet-no-kind").name("found", text)),
    }
}

fn within(text: &str, english: bool, most: f64) -> Result<f64, Text> {
    let number = values::number(text, english)?;
    if number > most {
        return Err(Text::new("sheet-too-much").name("found", text));
    }
    Ok(number)
}

fn whole(text: &str, english: bool, least: u32, most: u32) -> Result<u32, Text> {
    let number = within(text, english, f64::from(most)).map_err(|reason| {
        if reason.key == "sheet-no-number" {
            Text::new("sheet-no-whole-number").name("found", text)
        } else {
            reason
        }
    })?;
    if number.fract() != 0.0 {
        return Err(Text::new("sheet-not-whole").name("found", text));
    }
    let number = number as u32;
    if number < least {
        return Err(Text::new("sheet-too-little")
            .name("found", text)
            .count("least", least));
    }
    Ok(number)
}

/// Posts as whole persons: half a post is one person who has also something else to do.
fn posts(text: &str, english: bool) -> Result<u32, Text> {
    within(text, english, 100_000.0).map(|posts| libm::ceil(posts) as u32)
}

/// Degrees within a span that holds Germany.
fn degrees(text: &str, english: bool, within: &RangeInclusive<f64>) -> Result<f64, Text> {
    let degrees = values::small_number(text, english)?;
    if within.contains(&degrees) {
        Ok(degrees)
    } else {
        Err(Text::new("sheet-not-in-germany").name("found", text))
    }
}

/// Hours as the sheet writes numbers.
fn hours(minutes: u32, english: bool) -> String {
    let hours = (f64::from(minutes) / 60.0).to_string();
    if english {
        hours
    } else {
        hours.replace('.', ",")
    }
}
