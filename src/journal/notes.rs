//! Observations beside the journal: what evaluators noted and participants answered.
//!
//! They change nothing in the exercise, so they stand in a file of their own, with checksums and synced as the journal
//! is. Every note takes the lock of this file for itself: several observers may write while the exercise runs.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::chain::{self, Links};
use super::folder::{Folder, RecordError};
use crate::vocab::{NoteKind, Rating, SimTime};

/// Name of the form of the file.
const SCHEMA: &str = "beistand.observations/1";
pub(super) const OBSERVATIONS: &str = "observations.jsonl";
const LOCK: &str = "observations.lock";
/// Most characters of a text; the rest is cut off.
const TEXT_LENGTH: usize = 2000;

/// What an evaluator noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// When in the exercise.
    pub minute: SimTime,
    /// Official key of the seat it is about; `None` is about all.
    pub seat: Option<String>,
    /// Id of the objective it is about.
    pub objective: Option<String>,
    /// What it is.
    pub about: NoteKind,
    /// How the objective was reached.
    pub rating: Option<Rating>,
    /// In words; may be empty beside a rating.
    pub text: String,
    /// Numbers of journal lines that show it.
    pub evidence: Vec<u64>,
}

/// One answer of the questionnaire, without a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Which sheet; all answers of one person have the same.
    pub sheet: u32,
    /// Id of the question.
    pub question: String,
    /// 1 to 5, for a scale.
    pub grade: Option<u8>,
    /// Own words.
    pub text: String,
}

/// An answer as it is handed in: the question, a grade or words.
pub type Given = (String, Option<u8>, String);

/// What came of taking over sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TakenOver {
    /// Sheets that are new.
    pub sheets: usize,
    /// Answers on these.
    pub answers: usize,
    /// Sheets that were there already.
    pub known: usize,
}

/// An entry of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noted {
    /// What an evaluator noted.
    Note(Note),
    /// An answer of the questionnaire.
    Reply(Reply),
}

/// An entry with its number, which is that of its line in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Its number.
    pub sequence: u64,
    /// What it holds.
    pub noted: Noted,
}

/// A line as it is written. Lines of the file are never changed: a later rating of the same objective and seat counts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Written {
    Begins {
        sequence: u64,
        schema: String,
        /// Checksum of the record's manifest.
        record: String,
    },
    Note {
        sequence: u64,
        #[serde(flatten)]
        note: Note,
    },
    Reply {
        sequence: u64,
        #[serde(flatten)]
        reply: Reply,
    },
}

impl Folder {
    /// Reads the observations of the record, oldest first.
    ///
    /// # Errors
    /// If they were changed, with the place.
    pub fn observations(&self) -> Result<Vec<Observation>, RecordError> {
        let path = self.path().join(OBSERVATIONS);
        match fs::read(&path) {
            Ok(bytes) => understood(&path, &bytes, self.checksum()).map(|(found, _)| found),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(RecordError::io(&path)(error)),
        }
    }

    /// Returns how many bytes of observations there are now; 0 if there are none.
    #[must_use]
    pub fn observations_length(&self) -> u64 {
        let found = fs::metadata(self.path().join(OBSERVATIONS));
        found.map_or(0, |found| found.len())
    }

    /// Adds an observation and returns its number once it will outlast a power cut.
    ///
    /// # Errors
    /// If the file was changed or cannot be written.
    pub fn observe(&self, noted: Noted) -> Result<u64, RecordError> {
        let (sequence, ()) = self.add(|_| (vec![noted], ()))?;
        Ok(sequence)
    }

    /// Takes in sheets of the questionnaire, each as questions with grade or words, and returns the number of the
    /// first once they will outlast a power cut. A sheet that has a number already is corrected.
    ///
    /// # Errors
    /// If the file was changed or cannot be written.
    pub fn hand_in(&self, sheet: Option<u32>, sheets: Vec<Vec<Given>>) -> Result<u32, RecordError> {
        let (_, first) = self.add(|there| {
            let first = sheet.unwrap_or_else(|| next_sheet(there));
            (replies(first, sheets), first)
        })?;
        Ok(first)
    }

    /// Takes over sheets from a table. One that has the same answers as a sheet of the record is that sheet, so that a
    /// table can be taken over again with what was added to it.
    ///
    /// # Errors
    /// If the file was changed or cannot be written.
    pub fn take_over(&self, sheets: Vec<Vec<Given>>) -> Result<TakenOver, RecordError> {
        let (_, taken) = self.add(|there| {
            let mut known: Vec<Sheet> = sheets_of(there).into_values().collect();
            let mut taken = TakenOver::default();
            let mut new = Vec::new();
            for answers in sheets {
                // Two people may have answered alike: each sheet of the record stands for one of the table.
                let same = sheet_of(&answers);
                if let Some(at) = known.iter().position(|one| *one == same) {
                    known.swap_remove(at);
                    taken.known += 1;
                } else {
                    taken.sheets += 1;
                    taken.answers += answers.len();
                    new.push(answers);
                }
            }
            (replies(next_sheet(there), new), taken)
        })?;
        Ok(taken)
    }

    /// Adds what is made from what is there; nobody writes in between. Returns the number of the last line.
    fn add<T>(
        &self,
        make: impl FnOnce(&[Observation]) -> (Vec<Noted>, T),
    ) -> Result<(u64, T), RecordError> {
        let lock_path = self.path().join(LOCK);
        let mut options = OpenOptions::new();
        let lock = options.write(true).create(true).truncate(false);
        let lock: File = lock
            .open(&lock_path)
            .map_err(RecordError::no_write(self.path()))?;
        lock.lock().map_err(RecordError::no_write(self.path()))?;
        let path = self.path().join(OBSERVATIONS);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(RecordError::io(&path)(error)),
        };
        let (
            there,
            Links {
                links,
                mut chain,
                length,
            },
        ) = understood(&path, &bytes, self.checksum())?;
        let mut lines = String::new();
        let mut sequence = links.len() as u64 + 1;
        if links.is_empty() {
            let record = self.checksum().to_owned();
            let schema = SCHEMA.to_owned();
            let begins = Written::Begins {
                sequence,
                schema,
                record,
            };
            lines.push_str(&chain.seal(&json(&begins)));
            sequence += 1;
        }
        let (added, told) = make(&there);
        for noted in added {
            lines.push_str(&chain.seal(&json(&written(sequence, noted))));
            sequence += 1;
        }
        append(&path, length, lines.as_bytes()).map_err(RecordError::io(&path))?;
        Ok((sequence - 1, told))
    }
}

/// The answers of a sheet by their question, as they are kept.
type Sheet = BTreeMap<String, (Option<u8>, String)>;

fn sheet_of(answers: &[Given]) -> Sheet {
    let answers = answers.iter();
    let kept = answers.map(|(question, grade, text)| (question.clone(), (*grade, clean(text))));
    kept.filter(|(_, answer)| is_answered(answer)).collect()
}

const fn is_answered((grade, text): &(Option<u8>, String)) -> bool {
    grade.is_some() || !text.is_empty()
}

/// The sheets that are there, by number; a later answer corrects an earlier one.
fn sheets_of(there: &[Observation]) -> BTreeMap<u32, Sheet> {
    let mut sheets: BTreeMap<u32, Sheet> = BTreeMap::new();
    for one in there {
        if let Noted::Reply(reply) = &one.noted {
            let sheet = sheets.entry(reply.sheet).or_default();
            sheet.insert(reply.question.clone(), (reply.grade, reply.text.clone()));
        }
    }
    for sheet in sheets.values_mut() {
        sheet.retain(|_, answer| is_answered(answer));
    }
    sheets
}

/// The number of the next sheet.
fn next_sheet(there: &[Observation]) -> u32 {
    sheets_of(there).keys().last().map_or(1, |last| last + 1)
}

/// Numbers sheets from `first` on.
fn replies(first: u32, sheets: Vec<Vec<Given>>) -> Vec<Noted> {
    let numbered = (first..).zip(sheets);
    let replies = numbered.flat_map(|(sheet, answers)| {
        answers.into_iter().map(move |(question, grade, text)| {
            Noted::Reply(Reply {
                sheet,
                question,
                grade,
                text,
            })
        })
    });
    replies.collect()
}

fn written(sequence: u64, noted: Noted) -> Written {
    match noted {
        Noted::Note(mut note) => {
            note.text = clean(&note.text);
            Written::Note { sequence, note }
        }
        Noted::Reply(mut reply) => {
            reply.text = clean(&reply.text);
            Written::Reply { sequence, reply }
        }
    }
}

/// Writes behind the last whole line; what was torn is cut off.
fn append(path: &Path, length: u64, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.set_len(length)?;
    file.seek(SeekFrom::Start(length))?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn json(written: &Written) -> String {
    // Plain data: neither maps with odd keys nor floats.
    serde_json::to_string(written).expect("an observation can always be written")
}

/// Takes control characters and overlong text out of what somebody typed.
fn clean(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(TEXT_LENGTH)
        .collect();
    text.trim().to_owned()
}

fn understood(
    path: &Path,
    bytes: &[u8],
    record: &str,
) -> Result<(Vec<Observation>, Links), RecordError> {
    let damaged = |damage| RecordError::Damaged {
        path: path.to_owned(),
        damage,
    };
    let links = chain::read(bytes).map_err(damaged)?;
    let mut found = Vec::new();
    for (number, link) in (1..).zip(&links.links) {
        let noted = match serde_json::from_str::<Written>(&link.json) {
            Ok(Written::Begins {
                sequence: 1,
                schema,
                record: of,
            }) if number == 1 && schema == SCHEMA && of == record => {
                continue;
            }
            Ok(Written::Note { sequence, note }) if sequence == number => Some(Noted::Note(note)),
            Ok(Written::Reply { sequence, reply }) if sequence == number => {
                Some(Noted::Reply(reply))
            }
            _ => None,
        };
        let noted = noted.filter(|_| number > 1).ok_or_else(|| {
            damaged(chain::Damage {
                line: number,
                offset: link.offset,
            })
        })?;
        found.push(Observation {
            sequence: number,
            noted,
        });
    }
    Ok((found, links))
}
