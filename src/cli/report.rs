//! `beistand report`: the after-action report of a record.

use std::io::Write as _;
use std::path::Path;

use super::args::{Common, ReportArgs, ReportFormat, tell};
use super::play::attributions_in;
use super::progress::Progress;
use super::record::{otherwise, tell_oddities, unreadable, words_of};
use super::run::no_response;
use super::{Failure, Outcome};
use crate::aar::{self, InfluencePart, PageSettings, Played, ReportDocument, ReportError};
use crate::exercise::{Exercise, World};
use crate::journal::{Folder, open};
use crate::scenario::write_whole;
use crate::vocab::Text;

pub(super) fn report(args: &ReportArgs, common: &Common) -> Outcome {
    let format = format_of(args)?;
    if let Some(out) = &args.out {
        may_write(out, args.force, common)?;
    }
    if let Some(folder) = &args.templates {
        let others = aar::handout_templates();
        tell_unused_templates(folder, &aar::report_templates(), &others, common);
    }
    let record = open(&args.record).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, &args.record, common);
    let played = played(&record, &args.record, common)?;
    let influence = influence(args, &played, common)?;
    let progress = Progress::new(args.runs, common)?;
    let document = aar::report(&record, &played, args.runs, influence, &progress);
    progress.clear();
    let document = document.map_err(|error| no_report(&error, &record, common))?;
    let text = text_of(args, format, &document, &played, common)?;
    match &args.out {
        Some(out) => {
            write_text(out, &text)?;
            let text = Text::new("report-written-as")
                .name("path", out.display().to_string())
                .name("format", format.name());
            common.say(words_of(common, &text));
        }
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(text.as_bytes())?;
            out.flush()?;
        }
    }
    let reckoned = document.totals.futures.as_ref().map(|futures| futures.runs);
    match reckoned {
        Some(runs) if runs < args.runs => Err(Failure::Interrupted),
        None if args.runs > 0 && !document.has_ended => {
            tell(words_of(common, &Text::new("report-no-futures")));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Why there is no report, in the words of the person.
pub(super) fn no_report(error: &ReportError, record: &Folder, common: &Common) -> Failure {
    match error {
        ReportError::Record(error) => unreadable(error, common),
        ReportError::Response(known) => {
            let beginning = &record.beginning;
            no_response(&beginning.scenario, &beginning.response, known)
        }
    }
}

/// Which assumptions move the exercise most; nothing where no other courses are asked for.
fn influence(
    args: &ReportArgs,
    played: &Played,
    common: &Common,
) -> Result<Option<InfluencePart>, Failure> {
    if args.runs == 0 {
        return Ok(None);
    }
    let assumptions = aar::assumptions(&played.beginning)?;
    let ends = u32::try_from(2 * assumptions.len()).unwrap_or(u32::MAX);
    let progress = Progress::new(ends, common)?;
    let found = aar::influence(played, &assumptions, &progress);
    progress.clear();
    match found? {
        None => Err(Failure::Interrupted),
        found => Ok(found.filter(|found| found.assumptions > 0)),
    }
}

/// Plays a record again as it was.
pub(super) fn played(record: &Folder, folder: &Path, common: &Common) -> Result<Played, Failure> {
    Played::of(record).map_err(|difference| {
        // For the calendar.
        let world = World::new(record.beginning.scenario.clone());
        let first = Exercise::new(world, record.beginning.start, Vec::new(), None);
        otherwise(&difference, record, folder, &first, common)
    })
}

fn text_of(
    args: &ReportArgs,
    format: ReportFormat,
    document: &ReportDocument,
    played: &Played,
    common: &Common,
) -> Result<String, Failure> {
    let about = attributions_in(common.lang());
    let settings = PageSettings {
        lang: common.lang(),
        templates: args.templates.as_deref(),
        about: &about,
    };
    let page = |template: &str| {
        aar::page(document, played, template, &settings).map_err(|error| Failure::bad(error.text()))
    };
    let bug = |error: serde_json::Error| Failure::Bad(error.to_string());
    match format {
        ReportFormat::Html => page("report.html"),
        ReportFormat::Markdown => page("report.md"),
        ReportFormat::Csv => aar::table(document).map_err(|error| Failure::Bad(error.to_string())),
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(document).map_err(bug)?;
            Ok(text + "\n")
        }
    }
}

/// The format asked for, or by the file's ending; HTML where it has none.
fn format_of(args: &ReportArgs) -> Result<ReportFormat, Failure> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let ending = args.out.as_ref().and_then(|out| out.extension());
    let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("html" | "htm") => Ok(ReportFormat::Html),
        Some("md" | "markdown") => Ok(ReportFormat::Markdown),
        Some("csv") => Ok(ReportFormat::Csv),
        Some("json") => Ok(ReportFormat::Json),
        Some(other) => Err(Failure::usage(
            Text::new("report-no-ending").name("ending", other),
        )),
    }
}

/// Says which files of a folder of templates replace nothing; those of other pages may lie beside them.
pub(super) fn tell_unused_templates(folder: &Path, own: &[&str], others: &[&str], common: &Common) {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let is_known = |name: &str| own.contains(&name) || others.contains(&name);
    let mut unused: Vec<String> = names
        .filter(|name| !name.starts_with('.') && !is_known(name))
        .collect();
    unused.sort();
    for name in unused {
        let text = Text::new("report-unused-template")
            .name("path", folder.join(name).display().to_string())
            .name("known", own.join(", "));
        tell(words_of(common, &text));
    }
}

/// Says whether a file may be written.
pub(super) fn may_write(out: &Path, force: bool, common: &Common) -> Result<(), Failure> {
    if out.exists() && !force {
        let text = Text::new("report-exists").name("path", out.display().to_string());
        return Err(Failure::Bad(words_of(common, &text)));
    }
    Ok(())
}

/// Writes a file as a whole or not at all; says which one if it cannot.
pub(super) fn write_text(out: &Path, text: &str) -> Result<(), Failure> {
    write_whole(out, text.as_bytes()).map_err(|error| Failure::file(out, &error))
}
