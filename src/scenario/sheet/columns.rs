//! Sections, rows and columns of the sheet, by their names in both languages.

/// A part of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who it is.
    Administration,
    /// Its services and their targets.
    Services,
    /// Its restart plan.
    Restart,
}

impl Section {
    pub const ALL: [Self; 3] = [Self::Administration, Self::Services, Self::Restart];

    /// Returns its name in German and English.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Administration => ["Verwaltung", "Administration"],
            Self::Services => ["Leistungen", "Services"],
            Self::Restart => ["Wiederanlauf", "Restart"],
        }
    }

    /// Returns its columns.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Administration => ADMINISTRATION,
            Self::Services => SERVICES,
            Self::Restart => RESTART,
        }
    }

    /// Returns the section that a row begins, as in `[Leistungen]`.
    pub fn begun_by(first: &str) -> Option<Self> {
        let name = first.strip_prefix('[')?.strip_suffix(']')?.trim();
        Self::ALL.into_iter().find(|section| {
            let names = section.names();
            names.iter().any(|known| known.eq_ignore_ascii_case(name))
        })
    }
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// What it is to the program.
    pub id: &'static str,
    /// Its head in German and English; what stands in brackets is for people.
    pub heads: [&'static str; 2],
}

const fn column(id: &'static str, de: &'static str, en: &'static str) -> Column {
    Column {
        id,
        heads: [de, en],
    }
}

const KEY: Column = column("key", "Kennung", "Key");
const SURE: Column = column("sure", "Herkunft", "Origin");
const WHY: Column = column("why", "Erläuterung", "Explanation");

const ADMINISTRATION: &[Column] = &[
    KEY,
    column("label", "Angabe", "Figure"),
    column("value", "Wert", "Value"),
    column("unit", "Einheit", "Unit"),
    SURE,
    WHY,
];

const SERVICES: &[Column] = &[
    KEY,
    column("label", "Leistung", "Service"),
    column("offered", "Angeboten (ja/nein)", "Offered (yes/no)"),
    column("waz", "WAZ (Stunden)", "WAZ (hours)"),
    column("mta", "MTA (Stunden)", "MTA (hours)"),
    column("emergency", "Notbetrieb (%)", "Emergency level (%)"),
    column("paper", "Auf Papier (%)", "On paper (%)"),
    column(
        "paper_days",
        "Papier hält (Arbeitstage)",
        "Paper holds (working days)",
    ),
    SURE,
    WHY,
];

const RESTART: &[Column] = &[
    KEY,
    column("label", "System", "System"),
    column(
        "hours",
        "Aufwand (Personenstunden)",
        "Effort (person-hours)",
    ),
    column("hours_sure", "Herkunft Aufwand", "Origin of effort"),
    column("people", "Personen höchstens", "People at most"),
    column("people_sure", "Herkunft Personen", "Origin of people"),
    WHY,
];

/// Rows of the first section.
pub const FIGURES: &[&str] = &[
    "id",
    "name",
    "kind",
    "inhabitants",
    "provider",
    "latitude",
    "longitude",
    "workplaces",
    "it_staff",
    "spare_notebooks",
    "maturity",
    "monitoring",
    "as_of",
    "start",
];

/// Returns whether a head as it stands in a sheet is this column's.
pub fn is_head(column: &Column, head: &str) -> bool {
    let bare = |text: &str| {
        let name = text.split('(').next().unwrap_or_default();
        name.trim().to_lowercase()
    };
    column.heads.iter().any(|known| bare(known) == bare(head))
}
