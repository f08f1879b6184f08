//! `beistand observe`: what evaluators noted and participants answered, beside a record.

use std::io::Write as _;
use std::path::Path;

use super::args::{Common, ObserveArgs};
use super::record::{tell_oddities, unreadable, words_of};
use super::report::{may_write, no_report, played};
use super::{Failure, Outcome};
use crate::aar::{finding, report};
use crate::journal::{Entry, Folder, Improvement, Note, Noted, Observation, open};
use crate::scenario::sheet::{Table, table};
use crate::scenario::{Calendar, Question, QuestionKind, Scenario};
use crate::vocab::{NoteKind, Rating, Text};
use crate::words::Words;

pub(super) fn observe(args: &ObserveArgs, common: &Common) -> Outcome {
    let record = open(&args.record).map_err(|error| unreadable(&error, common))?;
    tell_oddities(&record, &args.record, common);
    if args.plan {
        return plan(args, &record, common);
    }
    if let Some(file) = &args.answers {
        return answers(file, &record, common);
    }
    if args
        .note
        .as_ref()
        .is_some_and(|note| note.trim().is_empty())
    {
        return Err(Failure::usage(Text::new("cli-note-needs-words")));
    }
    if args.note.is_none() && args.rating.is_none() {
        return list(&record, common);
    }
    let note = note(args, &record, common)?;
    let sequence = record
        .observe(Noted::Note(note))
        .map_err(|error| unreadable(&error, common))?;
    let done = Text::new("observe-noted").name("number", sequence.to_string());
    common.say(words_of(common, &done));
    Ok(())
}

fn note(args: &ObserveArgs, record: &Folder, common: &Common) -> Result<Note, Failure> {
    let scenario = &record.beginning.scenario;
    let usage = |key: &'static str, given: &str| {
        let text = Text::new(key).name("given", given);
        Failure::Usage(words_of(common, &text))
    };
    if let Some(seat) = &args.seat {
        super::play::seat_of(scenario, seat)?;
    }
    if let Some(id) = &args.objective
        && scenario.objective(id).is_none()
    {
        return Err(usage("observe-no-objective", id));
    }
    if args.rating.is_some() && args.objective.is_none() {
        return Err(usage("observe-rating-of-what", ""));
    }
    let last = record.entries.last().map_or(1, |entry| entry.sequence);
    if let Some(line) = args
        .evidence
        .iter()
        .find(|line| !(1..=last).contains(*line))
    {
        return Err(usage("observe-no-line", &line.to_string()));
    }
    let minute = match &args.at {
        Some(text) => super::whatif::moment(text, scenario, &calendar(scenario))
            .ok_or_else(|| usage("whatif-no-moment", text))?,
        None => record
            .entries
            .last()
            .map_or(scenario.start_ex, Entry::minute),
    };
    Ok(Note {
        minute,
        seat: args.seat.clone(),
        objective: args.objective.clone(),
        about: args.kind.map_or(NoteKind::Observation, Into::into),
        rating: args.rating.map(Into::into),
        text: args.note.clone().unwrap_or_default(),
        evidence: args.evidence.clone(),
    })
}

fn calendar(scenario: &Scenario) -> Calendar {
    Calendar::new(scenario.begins, scenario.start_ex, scenario.horizon_minutes)
}

/// Prints the notes of a record.
fn list(record: &Folder, common: &Common) -> Outcome {
    let words = Words::new(common.lang());
    let calendar = calendar(&record.beginning.scenario);
    let all = record
        .observations()
        .map_err(|error| unreadable(&error, common))?;
    let mut out = std::io::stdout().lock();
    for Observation { sequence, noted } in &all {
        let Noted::Note(note) = noted else { continue };
        let rating = note.rating.map(Rating::id).unwrap_or_default();
        writeln!(
            out,
            "{sequence:>4}  {}  {:<10} {:>3} {rating:1} {:<12} {}",
            words.moment(&calendar.stamp(note.minute)),
            note.seat.as_deref().unwrap_or("–"),
            note.objective.as_deref().unwrap_or("–"),
            words.of("note-kind", note.about.id()),
            note.text,
        )?;
    }
    out.flush()?;
    Ok(())
}

/// Takes over answers of the questionnaire: a row for each sheet, a column for each question.
fn answers(file: &Path, record: &Folder, common: &Common) -> Outcome {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let questions = &record.beginning.scenario.questionnaire;
    let sheets = sheets(&bytes, questions)
        .map_err(|why| Failure::Bad(format!("{}: {}", file.display(), words_of(common, &why))))?;
    let count: usize = sheets.iter().map(Vec::len).sum();
    let done = record.hand_in(None, sheets);
    done.map_err(|error| unreadable(&error, common))?;
    let done = Text::new("observe-answers").count("count", i64::try_from(count).unwrap_or(0));
    common.say(words_of(common, &done));
    Ok(())
}

/// An answer: the question, a grade or words.
type Given = (String, Option<u8>, String);

/// Reads the sheets of a table, as a spreadsheet saves it.
fn sheets(bytes: &[u8], questions: &[Question]) -> Result<Vec<Vec<Given>>, Text> {
    let Table { head, rows } =
        table(bytes).map_err(|row| Text::new("record-plan-quote").name("row", row.to_string()))?;
    let column = |id: &String| {
        let found = questions.iter().find(|question| question.id == *id);
        found.ok_or_else(|| {
            let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
            Text::new("observe-no-question")
                .name("given", id)
                .name("ids", ids.join(", "))
        })
    };
    let columns: Vec<&Question> = head.iter().map(column).collect::<Result<_, _>>()?;
    let mut sheets = Vec::new();
    for (number, row) in rows {
        if row.len() > columns.len() {
            return Err(Text::new("record-plan-row").name("row", number.to_string()));
        }
        let mut answers = Vec::new();
        for (question, cell) in columns.iter().zip(&row) {
            if cell.is_empty() {
                continue;
            }
            let grade = match question.answer {
                QuestionKind::Scale => {
                    let grade = cell.parse().ok().filter(|grade| (1..=5).contains(grade));
                    let wrong = || Text::new("observe-no-grade").name("given", cell);
                    Some(grade.ok_or_else(wrong)?)
                }
                QuestionKind::Text => None,
            };
            let words = if grade.is_some() { "" } else { cell };
            answers.push((question.id.clone(), grade, words.to_owned()));
        }
        sheets.push(answers);
    }
    Ok(sheets)
}

/// Writes the improvement plan as it would begin, to be filled in.
fn plan(args: &ObserveArgs, record: &Folder, common: &Common) -> Outcome {
    let path = record.improvements_path();
    may_write(&path, args.force, common)?;
    let played = played(record, &args.record, common)?;
    let document =
        report(record, &played, 0, None, &()).map_err(|error| no_report(&error, record, common))?;
    let words = Words::new(common.lang());
    let scenario = &record.beginning.scenario;
    // What was missed says so, with target and value.
    let found = |id: &str| {
        let objective = scenario.objective(id)?;
        let title = words.say(&super::play::local(&objective.title));
        let scored = document.objectives.iter().find(|of| of.objective == id)?;
        Some(finding(scored, &title, &words))
    };
    let rows: Vec<Improvement> = document
        .improvements
        .iter()
        .map(|row| {
            let objective = row.objective.clone().unwrap_or_default();
            let finding = if row.finding.is_empty() {
                found(&objective).unwrap_or_default()
            } else {
                row.finding.clone()
            };
            Improvement {
                objective,
                finding,
                measure: row.measure.clone(),
                owner: row.owner.clone(),
                due: row.due.clone(),
                status: row.status.clone(),
            }
        })
        .collect();
    let written = record.write_improvements(&rows);
    written.map_err(|error| unreadable(&error, common))?;
    let done = Text::new("report-written").name("path", path.display().to_string());
    common.say(words_of(common, &done));
    Ok(())
}
