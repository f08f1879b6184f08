//! `beistand new`: a scenario to start from, a sheet for own figures, a scenario from filled-in sheets.

use std::path::{Path, PathBuf};

use super::args::{CATALOGUE, Common, NewArgs, PROVIDER_STAR};
use super::{Failure, Outcome};
use crate::scenario::sheet::{SheetFault, Sheets, blank, foundation, scenario_text};
use crate::scenario::{
    FigureOrigin, Scenario, Template, TemplateError, load, write_files, write_template,
};
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
        let (scenario, written) = from_sheets(&args.dir, &args.from, args.force, common)?;
        say_what_was_taken(&scenario, &args.dir, &words, common);
        written
    };
    for file in written {
        common.say(file.display());
    }
    Ok(())
}

fn not_written(error: TemplateError) -> Failure {
    match error {
        TemplateError::Exists(path) => {
            Failure::bad(Text::new("new-exists").name("path", path.display().to_string()))
        }
        TemplateError::Size(size) => {
            Failure::bad(Text::new("new-star-size").name("size", size.to_string()))
        }
        TemplateError::Write { path, why } => Failure::file(&path, &why),
    }
}

fn blank_sheet(args: &NewArgs, words: &Words) -> Result<Vec<PathBuf>, Failure> {
    let catalogue = foundation()?;
    let german = words.lang() == Lang::De;
    let text = blank(&catalogue, german, &|text| words.say(text));
    let name = if german { "bogen.csv" } else { "sheet.csv" };
    write_files(&args.dir, &[(name.to_owned(), text)], args.force).map_err(not_written)
}

/// Whether a file is a sheet and no scenario, by its name.
pub(super) fn is_sheet(file: &Path) -> bool {
    let ending = file.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Returns all that is wrong with a filled-in sheet, each with its place; its name is known to who asks.
pub(super) fn faults_of(file: &Path) -> Result<Vec<Text>, Failure> {
    let catalogue = foundation()?;
    let sheets = read_all(&catalogue, &[file.to_owned()])?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let faults = sheets.faults.iter();
    Ok(faults.map(|fault| place(&name, fault)).collect())
}

fn read_all<'a>(catalogue: &'a Scenario, files: &[PathBuf]) -> Result<Sheets<'a>, Failure> {
    let mut sheets = Sheets::new(catalogue);
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
        sheets.read(&file.display().to_string(), &bytes);
    }
    Ok(sheets)
}

/// Makes a scenario of filled-in sheets; returns it and the files it was written to.
pub(super) fn from_sheets(
    dir: &Path,
    files: &[PathBuf],
    force: bool,
    common: &Common,
) -> Result<(Scenario, Vec<PathBuf>), Failure> {
    let words = Words::new(common.lang());
    let catalogue = foundation()?;
    let sheets = read_all(&catalogue, files)?;
    if !sheets.faults.is_empty() {
        return Err(Failure::Bad(report(&sheets.faults, &words)));
    }
    let text = scenario_text(&sheets.administrations, words.lang() == Lang::De);
    let files = [("scenario.ron".to_owned(), text)];
    let written = write_files(dir, &files, force).map_err(not_written)?;
    // What was written must play at once; if not, it is the program's fault and is said.
    let scenario = load(&dir.to_string_lossy(), &[])?;
    Ok((scenario, written))
}

/// Says how much of a new scenario comes from its sheets, and what can be done with it.
fn say_what_was_taken(scenario: &Scenario, dir: &Path, words: &Words, common: &Common) {
    common.say(words.say(&taken(scenario)));
    let next = Text::new("new-next").name("path", dir.display().to_string());
    common.say(words.say(&next));
}

/// How many administrations a scenario has, and how many of its figures are their own.
pub(super) fn taken(scenario: &Scenario) -> Text {
    let own = scenario.inputs.of(FigureOrigin::Own);
    Text::new("sheet-taken")
        .count("administrations", scenario.administrations.len() as i64)
        .count("own", own)
        .count("assumed", scenario.inputs.total() - own)
}

/// Says every fault on a line of its own, by file, row and column.
fn report(faults: &[SheetFault], words: &Words) -> String {
    let mut lines: Vec<String> = faults
        .iter()
        .map(|fault| words.say(&place(&fault.file, fault)))
        .collect();
    let count = i64::try_from(faults.len()).unwrap_or(i64::MAX);
    lines.push(words.say(&Text::new("sheet-faults").count("count", count)));
    lines.join("\n")
}

fn place(file: &str, fault: &SheetFault) -> Text {
    let key = match (fault.row, fault.column) {
        (0, _) => "sheet-place-file",
        (_, 0) => "sheet-place-row",
        _ => "sheet-place",
    };
    Text::new(key)
        .name("file", file)
        .name("row", fault.row.to_string())
        .name("column", fault.column_letters())
        .text("reason", fault.reason.clone())
}
