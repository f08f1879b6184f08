//! Everything wrong with a scenario, each with file, line, column and a hint, compiler style.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::raw::{Fault, Place};
use super::sources::Sources;

/// Problems shown in full; the others are counted.
const SHOWN: usize = 50;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File, table or override it is about; as given, or relative to the scenario.
    pub file: String,
    /// Bytes of the file it is about; empty at the end if it is about the file as a whole.
    pub span: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
    /// Position of its text; names may be shared (overrides).
    source: Option<usize>,
}

/// All problems of a scenario, in the order of files and places.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    list: Vec<Problem>,
    sources: Sources,
}

impl std::error::Error for Problems {}

impl Problems {
    /// Returns every problem.
    #[must_use]
    pub fn list(&self) -> &[Problem] {
        &self.list
    }

    /// Makes the problem that a scenario cannot be opened at all.
    pub(super) fn not_readable(name: &str, message: String, hint: Option<String>) -> Self {
        Self {
            list: vec![Problem {
                file: name.to_owned(),
                span: 0..0,
                line: 1,
                column: 1,
                message,
                hint,
                source: None,
            }],
            sources: Sources::default(),
        }
    }

    /// Returns the problems as a compiler would show them, each with the line it is about.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for problem in self.list.iter().take(SHOWN) {
            text.push_str(&self.render_one(problem, &renderer));
            text.push_str("\n\n");
        }
        if self.list.len() > SHOWN {
            text.push_str(&format!("… and {} more\n\n", self.list.len() - SHOWN));
        }
        text.push_str(&match self.list.len() {
            1 => "1 error\n".to_owned(),
            n => format!("{n} errors\n"),
        });
        text
    }

    fn render_one(&self, problem: &Problem, renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(problem.message.as_str());
        let mut group = match problem.source.map(|index| self.sources.get(index)) {
            Some(source) => {
                let lines = lines_around(&source.text, &problem.span);
                let shift = |at: usize| at - lines.start;
                let span = shift(problem.span.start)..shift(problem.span.end);
                title.element(
                    Snippet::source(&source.text[lines.clone()])
                        .path(problem.file.as_str())
                        .line_start(problem.line)
                        .annotation(AnnotationKind::Primary.span(span)),
                )
            }
            None => title.element(Level::NOTE.message(format!("in {}", problem.file))),
        };
        if let Some(hint) = &problem.hint {
            group = group.element(Level::HELP.message(hint.as_str()));
        }
        renderer.render(&[group])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

/// Collects problems while a scenario is checked.
#[derive(Debug, Default)]
pub(super) struct Collector {
    found: Vec<(Place, Fault)>,
    syntax: Vec<(usize, Range<usize>, Fault)>,
}

impl Collector {
    /// Notes a problem at a place.
    pub fn error(&mut self, place: Place, message: impl Into<String>) {
        self.found.push((
            place,
            Fault {
                message: message.into(),
                hint: None,
            },
        ));
    }

    /// Notes a problem and what would be right.
    pub fn error_hint(
        &mut self,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.fault(
            place,
            Fault {
                message: message.into(),
                hint: Some(hint.into()),
            },
        );
    }

    /// Notes a fault found while reading.
    pub fn fault(&mut self, place: Place, fault: Fault) {
        self.found.push((place, fault));
    }

    /// Notes a problem in bytes of a text of [`Sources`].
    pub fn in_text(&mut self, source: usize, span: Range<usize>, fault: Fault) {
        self.syntax.push((source, span, fault));
    }

    /// Returns whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.syntax.is_empty()
    }

    /// Returns the first thing that was noted, in words.
    pub fn first_message(&self) -> Option<String> {
        let noted = self.found.iter().map(|(_, fault)| fault);
        let mut all = noted.chain(self.syntax.iter().map(|(_, _, fault)| fault));
        all.next().map(|fault| fault.message.clone())
    }

    /// Turns all that was noted into problems, in the order of files and places, each once.
    pub fn into_problems(self, sources: Sources) -> Problems {
        let mut located: Vec<(usize, Range<usize>, Fault)> = self.syntax;
        for (place, fault) in self.found {
            let (source, span) = sources.locate(place).unwrap_or((0, 0..0));
            located.push((source, span, fault));
        }
        located.sort_by(|a, b| {
            (a.0, a.1.start, a.1.end, &a.2.message).cmp(&(b.0, b.1.start, b.1.end, &b.2.message))
        });
        located.dedup();
        let list = located
            .into_iter()
            .map(|(index, span, fault)| {
                let source = sources.get(index);
                let start = source.text.floor_char_boundary(span.start);
                let span = start..source.text.ceil_char_boundary(span.end);
                let (line, column) = line_and_column(&source.text, span.start);
                Problem {
                    file: source.name.clone(),
                    span,
                    line,
                    column,
                    message: fault.message,
                    hint: fault.hint,
                    source: Some(index),
                }
            })
            .collect();
        Problems { list, sources }
    }
}

/// Returns line and column (in characters) of a byte, both from 1.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, text[line_start..at].chars().count() + 1)
}

/// Returns the byte at a line and column (in characters), both from 1; the end if there is none.
pub(super) fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(newline) => start += newline + 1,
            None => return text.len(),
        }
    }
    text[start..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

/// Returns the bytes of the whole lines a span touches.
fn lines_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |newline| span.end + newline);
    start..end
}
