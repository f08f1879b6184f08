//! `beistand observe`: what evaluators noted and participants answered, beside a record.

use std::io::Write as _;
use std::path::Path;

use super::args::{Common, ObserveArgs};
use super::record::{tell_oddities, unreadable, words_of};
use super::report::{no_report, played};
use super::{Failure, Outcome};
use crate::aar::{finding, report};
use crate::journal::{Entry, Folder, Given, Improvement, Note, Noted, Observation, open};
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
    let scenario = &record.beginning.scenario;
    let calendar = calendar(scenario);
    let all = record
        .observations()
        .map_err(|error| unreadable(&error, common))?;
    let notes = all.iter().filter_map(|one| match one {
        Observation {
            sequence,
            noted: Noted::Note(note),
        } => Some((sequence, note)),
        Observation { .. } => None,
    });
    let place = |note: &Note| match &note.seat {
        Some(key) => scenario.name_of(key).to_owned(),
        None => "–".to_owned(),
    };
    let longest = notes.clone().map(|(_, note)| place(note).chars().count());
    let longest = longest.max().unwrap_or(0);
    let mut out = std::io::stdout().lock();
    for (sequence, note) in notes {
        let rating = note.rating.map(Rating::id).unwrap_or_default();
        let mut row = format!(
            "{sequence:>4}  {}  {:<longest$} {:>3} {rating:1} {:<12} {}",
            words.moment(&calendar.stamp(note.minute)),
            place(note),
            note.objective.as_deref().unwrap_or("–"),
            words.of("note-kind", note.about.id()),
            note.text,
        );
        if !note.evidence.is_empty() {
            let lines: Vec<String> = note.evidence.iter().map(u64::to_string).collect();
            let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
            let shown = Text::new("observe-evidence")
                .count("count", count)
                .name("lines", lines.join(", "));
            row = format!("{} {}", row.trim_end(), words.say(&shown));
        }
        writeln!(out, "{}", row.trim_end())?;
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
    let taken = record
        .take_over(sheets)
        .map_err(|error| unreadable(&error, common))?;
    let count = |of: usize| i64::try_from(of).unwrap_or(i64::MAX);
    let mut told = Vec::new();
    if taken.sheets > 0 || taken.known == 0 {
        let sheets = Text::new("observe-sheets").count("count", count(taken.sheets));
        let answers = Text::new("observe-sheet-answers").count("count", count(taken.answers));
        let new = Text::new("observe-answers")
            .text("sheets", sheets)
            .text("answers", answers);
        told.push(words_of(common, &new));
    }
    if taken.known > 0 {
        let known = Text::new("observe-sheets-known").count("count", count(taken.known));
        told.push(words_of(common, &known));
    }
    common.say(told.join(" "));
    Ok(())
}

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
                    let wrong = || {
                        Text::new("observe-no-grade")
                            .name("row", number.to_string())
                            .name("column", &question.id)
                            .name("given", cell)
                    };
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
    if path.exists() && !args.force {
        let text = Text::new("observe-plan-exists").name("path", path.display().to_string());
        return Err(Failure::Bad(words_of(common, &text)));
    }
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
