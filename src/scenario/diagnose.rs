//! Everything wrong with a scenario, each with file, line, column and a hint, compiler style.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::raw::{Fault, Place};
use super::sources::Sources;
use crate::vocab::{Arg, Text};

/// Problems shown in full; the others are counted.
const SHOWN: usize = 50;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
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
    pub message: Text,
    /// What would be right.
    pub hint: Option<Text>,
    /// Position of its text; names may be shared (overrides).
    source: Option<usize>,
}

impl Problem {
    /// Returns it in one line with its place, for screens that show no sources.
    #[must_use]
    pub fn text(&self) -> Text {
        if self.source.is_none() {
            return self.message.clone();
        }
        Text::new("check-at")
            .text("problem", self.message.clone())
            .name("file", self.file.as_str())
            .name("line", self.line.to_string())
            .name("column", self.column.to_string())
    }
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
    pub(super) fn not_readable(name: &str, fault: Fault) -> Self {
        Self {
            list: vec![Problem {
                file: name.to_owned(),
                span: 0..0,
                line: 1,
                column: 1,
                message: fault.message,
                hint: fault.hint,
                source: None,
            }],
            sources: Sources::default(),
        }
    }

    /// Returns the first problem in one line, and how many more there are.
    #[must_use]
    pub fn in_short(&self) -> Text {
        let first = self.list.first().map(Problem::text);
        let first = first.unwrap_or_else(|| Text::new("check-count").count("count", 0));
        match self.list.len() {
            0 | 1 => first,
            all => Text::new("check-first")
                .text("problem", first)
                .count("count", all as i64 - 1),
        }
    }

    /// Returns the problems as a compiler would show them, each with the line it is about; `say` knows the words of a text.
    #[must_use]
    pub fn render(&self, say: &dyn Fn(&Text) -> String, color: bool) -> String {
        let counted =
            |key: &'static str, count: usize| say(&Text::new(key).count("count", count as i64));
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for problem in self.list.iter().take(SHOWN) {
            text.push_str(&self.render_one(problem, say, &renderer));
            text.push_str("\n\n");
        }
        if self.list.len() > SHOWN {
            text.push_str(&counted("check-more", self.list.len() - SHOWN));
            text.push_str("\n\n");
        }
        text.push_str(&counted("check-count", self.list.len()));
        text.push('\n');
        text
    }

    fn render_one(
        &self,
        problem: &Problem,
        say: &dyn Fn(&Text) -> String,
        renderer: &Renderer,
    ) -> String {
        let level =
            |level: Level<'static>, key: &'static str| level.with_name(say(&Text::new(key)));
        let title = level(Level::ERROR, "check-level-error").primary_title(say(&problem.message));
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
            None => {
                let file = Text::new("check-in-file").name("file", problem.file.as_str());
                title.element(level(Level::NOTE, "check-level-note").message(say(&file)))
            }
        };
        if let Some(hint) = &problem.hint {
            group = group.element(level(Level::HELP, "check-level-help").message(say(hint)));
        }
        renderer.render(&[group])
    }
}

/// For programmers: keys and arguments, not the words of any language.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&bare, false))
    }
}

/// Writes a text as its key and its arguments.
fn bare(text: &Text) -> String {
    let args = text.args.iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Name(name) => format!("`{name}`"),
            Arg::Text(text) => bare(text),
            other => format!("{other:?}"),
        };
        format!(" {name}={arg}")
    });
    let args: String = args.collect();
    format!("{}{args}", text.key)
}

/// Collects problems while a scenario is checked.
#[derive(Debug, Default)]
pub(super) struct Collector {
    found: Vec<(Place, Fault)>,
    syntax: Vec<(usize, Range<usize>, Fault)>,
}

impl Collector {
    /// Notes a problem at a place.
    pub fn error(&mut self, place: Place, message: Text) {
        self.fault(place, Fault::new(message));
    }

    /// Notes a problem and what would be right.
    pub fn error_hint(&mut self, place: Place, message: Text, hint: Text) {
        self.fault(place, Fault::new(message).with_hint(hint));
    }

    /// Notes a fault.
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

    /// Returns the first thing that was noted.
    pub fn first_message(&self) -> Option<Text> {
        let noted = self.found.iter().map(|(_, fault)| fault);
        let mut all = noted.chain(self.syntax.iter().map(|(_, _, fault)| fault));
        all.next().map(|fault| fault.message.clone())
    }

    /// Turns all that was noted into problems, in the order of files and places, each once; those of one place stay in the
    /// order in which they were noted.
    pub fn into_problems(self, sources: Sources) -> Problems {
        let mut located: Vec<(usize, Range<usize>, Fault)> = self.syntax;
        for (place, fault) in self.found {
            let (source, span) = sources.locate(place).unwrap_or((0, 0..0));
            located.push((source, span, fault));
        }
        located.sort_by_key(|(source, span, _)| (*source, span.start, span.end));
        let mut once: Vec<(usize, Range<usize>, Fault)> = Vec::with_capacity(located.len());
        for (source, span, fault) in located {
            let mut here = once
                .iter()
                .rev()
                .take_while(|(other, at, _)| (*other, at) == (source, &span));
            if !here.any(|(_, _, other)| *other == fault) {
                once.push((source, span, fault));
            }
        }
        let list = once
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
