//! `beistand new`: a scenario to start from, a sheet for own figures, a scenario from filled-in sheets.

use std::path::{Path, PathBuf};

use super::args::{CATALOGUE, Common, NewArgs, PROVIDER_STAR};
use super::{Failure, Outcome};
use crate::scenario::sheet::{SheetFault, Sheets, blank, foundation, scenario_text};
use crate::scenario::{Template, TemplateError, load, write_files, write_template};
use crate::vocab::Text;
use crate::words::{Lang, Words};

pub(super) fn new(args: &NewArgs, common: &Common) -> Outcome {
    let words = Words::new(common.lang());
    let written = if args.bogen {
        blank_sheet(args, &words)?
    } else if args.from.is_empty() {
        let template = match args.template.as_str() {
            PROVIDER_STAR => Template::ProviderStar,
            CATALOGUE => Template::Catalogue,
            name => Template::Scenario(name),
        };
        write_template(&args.dir, template, args.size, args.force).map_err(not_written)?
    } else {
        from_sheets(&args.dir, &args.from, args.force, common)?
    };
    for file in written {
        common.say(file.display());
    }
    Ok(())
}

fn not_written(error: TemplateError) -> Failure {
    Failure::Bad(format!("error: {error}"))
}

fn blank_sheet(args: &NewArgs, words: &Words) -> Result<Vec<PathBuf>, Failure> {
    let catalogue = foundation().map_err(|problems| Failure::Bad(problems.render(false)))?;
    let german = words.lang() == Lang::De;
    let text = blank(&catalogue, german, &|text| words.say(text));
    let name = if german { "bogen.csv" } else { "sheet.csv" };
    write_files(&args.dir, &[(name.to_owned(), text)], args.force).map_err(not_written)
}

/// Makes a scenario of filled-in sheets.
pub(super) fn from_sheets(
    dir: &Path,
    files: &[PathBuf],
    force: bool,
    common: &Common,
) -> Result<Vec<PathBuf>, Failure> {
    let words = Words::new(common.lang());
    let catalogue = foundation().map_err(|problems| Failure::Bad(problems.render(false)))?;
    let mut sheets = Sheets::new(&catalogue);
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
        sheets.read(&file.display().to_string(), &bytes);
    }
    if !sheets.faults.is_empty() {
        return Err(Failure::Bad(report(&sheets.faults, &words)));
    }
    let text = scenario_text(&sheets.administrations);
    let files = [("scenario.ron".to_owned(), text)];
    let written = write_files(dir, &files, force).map_err(not_written)?;
    // What was written must play at once; if not, it is the program's fault and is said.
    load(&dir.to_string_lossy(), &[])
        .map_err(|problems| Failure::Bad(problems.render(common.colored_errors())))?;
    Ok(written)
}

/// Says every fault on a line of its own, by file, row and column.
fn report(faults: &[SheetFault], words: &Words) -> String {
    let mut lines: Vec<String> = faults
        .iter()
        .map(|fault| words.say(&place(fault)))
        .collect();
    let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
    lines.push(words.say(&Text::new("sheet-faults").count("count", count)));
    lines.join("\n")
}

fn place(fault: &SheetFault) -> Text {
    let key = match (fault.row, fault.column) {
        (0, _) => "sheet-place-file",
        (_, 0) => "sheet-place-row",
        _ => "sheet-place",
    };
    Text::new(key)
        .name("file", fault.file.as_str())
        .name("row", fault.row.to_string())
        .name("column", fault.column_letters())
        .text("reason", fault.reason.clone())
}
