//! The fill-in sheet: a table for a spreadsheet, and scenarios made from filled-in ones.
//!
//! What is wrong with a sheet is said as keys with arguments, each with row and column, all at once.

mod blank;
mod build;
mod cells;
mod columns;
mod read;
#[cfg(test)]
mod tests;
mod values;

pub use blank::blank;
pub use build::scenario_text;
pub(super) use cells::{Cell, decoded, grid_by_head};
pub use cells::{Table, table};
pub(super) use read::kind;
pub use read::{OwnAdministration, Sheets};
pub(super) use values::{
    GERMANY_EAST, GERMANY_NORTH, flag, german_date, number, percent, plain_text, small_number,
    with_leading_zero, without_dots,
};

use super::diagnose::Problems;
use super::load::load_text;
use super::model::Scenario;
use crate::vocab::Text;

/// Fragments of the catalogue that a scenario made from sheets stands on.
const INCLUDES: &str = r#"include: [
        "catalogue/attack.ron",
        "catalogue/kits.ron",
        "catalogue/responses.ron",
        "catalogue/services.ron",
    ],"#;

/// Returns the services and kits of the catalogue, around one town that stands for all.
///
/// # Errors
/// Never, as long as the catalogue is faultless; a test holds it to that.
pub fn foundation() -> Result<Scenario, Problems> {
    let text = format!(
        r#"(
    id: "catalogue",
    title: (de: "Katalog", en: "Catalogue"),
    begins: "2027-01-04T00:00",
    {INCLUDES}
    administrations: [
        (id: "town", name: "Town", kind: municipality, inhabitants: 10000, kit: "own"),
    ],
    attack: (entry: ["town:workplaces"], entry_at: "1d"),
)"#
    );
    load_text("catalogue", &text, &[])
}

/// Something wrong in a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetFault {
    /// The file, as it was named.
    pub file: String,
    /// Row as the spreadsheet counts, from 1; 0 if it is about the file as a whole.
    pub row: usize,
    /// Column, from 1; 0 if it is about the row as a whole.
    pub column: usize,
    /// What is wrong.
    pub reason: Text,
}

impl SheetFault {
    /// Returns the column as the spreadsheet names it: `A` to `Z`, `AA`, ...
    #[must_use]
    pub fn column_letters(&self) -> String {
        column_letters(self.column)
    }
}

fn column_letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
