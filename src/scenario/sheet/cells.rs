//! From the bytes of a spreadsheet's CSV to cells.

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

/// Reads UTF-8, UTF-16 with its mark, or Windows-1252; semicolons, tabs or commas; any line end.
pub fn cells(bytes: &[u8]) -> Cells {
    let text = decoded(bytes);
    let (text, delimiter) = match text.strip_prefix("sep=") {
        // What Excel writes to tell itself.
        Some(rest) => (text.as_str(), rest.chars().next().unwrap_or(';')),
        None => (text.as_str(), delimiter_of(&text)),
    };
    let (mut rows, open_quote) = split(text, delimiter);
    for row in &mut rows {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
    }
    Cells {
        rows,
        english: delimiter == ',',
        open_quote,
    }
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
    let text = decoded(bytes);
    let (text, delimiter) = match text.strip_prefix("sep=") {
        Some(rest) => (rest, rest.chars().next().unwrap_or(';')),
        None => {
            let head = text.lines().find(|line| !line.trim().is_empty());
            (text.as_str(), delimiter_of(head.unwrap_or_default()))
        }
    };
    let (rows, open_quote) = split(text, delimiter);
    if let Some(row) = open_quote {
        return Err(row + 1);
    }
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

fn decoded(bytes: &[u8]) -> String {
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

/// Splits rows and cells; a quoted cell may hold delimiters, line ends and doubled quotes.
fn split(text: &str, delimiter: char) -> (Vec<Vec<String>>, Option<usize>) {
    let mut rows = vec![vec![String::new()]];
    let mut quoted_since = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let at = rows.len() - 1;
        let row = &mut rows[at];
        let end = row.len() - 1;
        let cell = &mut row[end];
        match letter {
            '"' if quoted_since.is_some() => {
                if letters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    quoted_since = None;
                }
            }
            letter if quoted_since.is_some() => cell.push(letter),
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted_since = Some(at);
            }
            letter if letter == delimiter => row.push(String::new()),
            '\n' | '\r' => {
                if letter == '\r' {
                    letters.next_if_eq(&'\n');
                }
                rows.push(vec![String::new()]);
            }
            letter => cell.push(letter),
        }
    }
    for cell in rows.iter_mut().flatten() {
        // No-break spaces come from copying.
        *cell = cell
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}')
            .to_owned();
    }
    (rows, quoted_since)
}
