//! From the bytes of a spreadsheet's CSV to cells.

use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1252};

/// A sheet as rows of cells; rows and columns count as in the spreadsheet, from 0 here.
#[derive(Debug)]
pub struct Cells {
    /// The cells, without blanks around them; trailing empty ones are left out.
    pub rows: Vec<Vec<String>>,
    /// Whether a comma separates cells, so that a lone point separates decimals.
    pub english: bool,
    /// Row of a quote that is never closed.
    pub open_quote: Option<usize>,
}

/// A cell of a text.
#[derive(Debug)]
pub struct Cell {
    /// What stands in it, without quotes and without blanks around.
    pub text: String,
    /// The bytes of the text it takes, quotes included.
    pub span: Range<usize>,
}

/// A text as rows of cells.
#[derive(Debug)]
pub struct Grid {
    /// The cells; rows count as in the spreadsheet, from 0 here.
    pub rows: Vec<Vec<Cell>>,
    /// Whether a comma separates cells, so that a lone point separates decimals.
    pub english: bool,
    /// Row of a quote that is never closed.
    pub open_quote: Option<usize>,
}

/// Reads UTF-8, UTF-16 with its mark, or Windows-1252; semicolons, tabs or commas; any line end.
pub fn cells(bytes: &[u8]) -> Cells {
    let grid = grid(&decoded(bytes), delimiter_of);
    let mut rows = texts(grid.rows);
    for row in &mut rows {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
    }
    Cells {
        rows,
        english: grid.english,
        open_quote: grid.open_quote,
    }
}

/// Splits a text of which the first row says what separates its cells.
pub fn grid_by_head(text: &str) -> Grid {
    grid(text, |text| {
        let head = text.lines().find(|line| !line.trim().is_empty());
        delimiter_of(head.unwrap_or_default())
    })
}

fn grid(text: &str, delimiter_of: impl Fn(&str) -> char) -> Grid {
    // What Excel writes to tell itself.
    const TOLD: &str = "sep=";
    let (from, delimiter) = match text.strip_prefix(TOLD) {
        Some(rest) => (TOLD.len(), rest.chars().next().unwrap_or(';')),
        None => (0, delimiter_of(text)),
    };
    let (rows, open_quote) = split(text, from, delimiter);
    Grid {
        rows,
        english: delimiter == ',',
        open_quote,
    }
}

fn texts(rows: Vec<Vec<Cell>>) -> Vec<Vec<String>> {
    let row = |row: Vec<Cell>| row.into_iter().map(|cell| cell.text).collect();
    rows.into_iter().map(row).collect()
}

/// A table whose first row names its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns, without empty ones at the end.
    pub head: Vec<String>,
    /// The other rows that are not empty, each with its number in the spreadsheet; empty cells at their ends are left out.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Reads a table as spreadsheets save it, in the same letters as [`cells`]. What separates its cells, the first row
/// says: below it people write sentences, and these have commas and semicolons of their own.
///
/// # Errors
/// The number of the row that opens a quote which is never closed.
pub fn table(bytes: &[u8]) -> Result<Table, usize> {
    let grid = grid_by_head(&decoded(bytes));
    if let Some(row) = grid.open_quote {
        return Err(row + 1);
    }
    let rows = texts(grid.rows);
    let mut filled = (1..).zip(rows).filter_map(|(number, mut row)| {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
        (!row.is_empty()).then_some((number, row))
    });
    let head = filled.next().map(|(_, head)| head).unwrap_or_default();
    Ok(Table {
        head,
        rows: filled.collect(),
    })
}

/// Turns bytes into text: UTF-8, UTF-16 with its mark, or Windows-1252.
pub fn decoded(bytes: &[u8]) -> String {
    let known = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    match (known, std::str::from_utf8(bytes)) {
        (None, Ok(text)) => text.to_owned(),
        (known, _) => known.unwrap_or(WINDOWS_1252).decode(bytes).0.into_owned(),
    }
}

/// A semicolon or tab if half of the written lines have one, else a comma.
fn delimiter_of(text: &str) -> char {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let common = |delimiter: char| {
        let with = lines.iter().filter(|line| line.contains(delimiter)).count();
        with > 0 && with * 2 >= lines.len()
    };
    [';', '\t']
        .into_iter()
        .find(|delimiter| common(*delimiter))
        .unwrap_or(',')
}

/// Splits rows and cells from a byte on; a quoted cell may hold delimiters, line ends and doubled quotes.
fn split(text: &str, from: usize, delimiter: char) -> (Vec<Vec<Cell>>, Option<usize>) {
    let begun = |at: usize| Cell {
        text: String::new(),
        span: at..at,
    };
    let mut rows = vec![vec![begun(from)]];
    let mut quoted_since = None;
    let mut letters = text[from..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let (at, behind) = (from + at, from + at + letter.len_utf8());
        let last = rows.len() - 1;
        let row = &mut rows[last];
        let end = row.len() - 1;
        let cell = &mut row[end];
        match letter {
            '"' if quoted_since.is_some() => {
                if letters.next_if(|(_, next)| *next == '"').is_some() {
                    cell.text.push('"');
                } else {
                    quoted_since = None;
                }
            }
            letter if quoted_since.is_some() => cell.text.push(letter),
            '"' if cell.text.trim().is_empty() => {
                cell.text.clear();
                quoted_since = Some(last);
            }
            letter if letter == delimiter => {
                cell.span.end = at;
                row.push(begun(behind));
            }
            '\n' | '\r' => {
                cell.span.end = at;
                let mut next = behind;
                if letter == '\r' && letters.next_if(|(_, next)| *next == '\n').is_some() {
                    next += 1;
                }
                rows.push(vec![begun(next)]);
            }
            letter => cell.text.push(letter),
        }
    }
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.span.end = text.len();
    }
    for cell in rows.iter_mut().flatten() {
        // No-break spaces come from copying.
        cell.text = cell
            .text
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}')
            .to_owned();
    }
    (rows, quoted_since)
}
