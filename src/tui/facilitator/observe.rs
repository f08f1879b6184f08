//! Key 0: what an observer looks at and writes down. It changes nothing in the exercise.

use super::super::field::Field;
use super::super::keymap::{Context, DeskScreen, Intent};
use super::super::seat::{Notice, moved, rows_moved};
use super::Facilitator;
use crate::exercise::door::Notebook;
use crate::view::{NoteDraft, ObserveView};
use crate::vocab::{NoteKind, Rating, Text};

/// Which field takes what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Typing {
    /// The note.
    Text,
    /// Numbers of journal lines.
    Evidence,
}

/// What the observer is about to write.
#[derive(Default)]
pub(in crate::tui) struct Observing {
    pub(super) notebook: Option<Box<dyn Notebook>>,
    /// What there is, or why it cannot be looked at.
    pub(super) view: Option<Result<ObserveView, Text>>,
    /// How much was written when it was looked at.
    written: u64,
    /// The chosen objective.
    pub(super) chosen: usize,
    /// The chosen seat, by its position among the seats; `None` is all.
    pub(super) seat: Option<usize>,
    pub(super) about: Option<NoteKind>,
    pub(super) rating: Option<Rating>,
    pub(super) text: Field,
    pub(super) evidence: Field,
    pub(super) typing: Option<Typing>,
}

impl Observing {
    /// Returns where keys are looked up.
    pub(super) const fn context(&self) -> Context {
        match self.typing {
            Some(_) => Context::Note,
            None => Context::Observe,
        }
    }

    /// The field that takes what is typed.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        match self.typing? {
            Typing::Text => Some(&mut self.text),
            Typing::Evidence => Some(&mut self.evidence),
        }
    }

    fn objectives(&self) -> usize {
        match &self.view {
            Some(Ok(view)) => view.objectives.len(),
            _ => 0,
        }
    }

    /// Forgets what was about to be written.
    fn clear(&mut self) {
        self.about = None;
        self.rating = None;
        self.text = Field::default();
        self.evidence = Field::default();
        self.typing = None;
    }
}

impl Facilitator {
    /// Lays a notebook on the desk.
    #[must_use]
    pub fn with_notebook(mut self, notebook: Box<dyn Notebook>) -> Self {
        self.observing.notebook = Some(notebook);
        self
    }

    /// Reads the notebook again: objectives are scored up to the last line on disk.
    pub(super) fn look_at_notes(&mut self) {
        let notebook = self.observing.notebook.as_ref();
        self.observing.written = notebook.map_or(0, |notebook| notebook.written());
        self.observing.view = Some(match notebook {
            Some(notebook) => notebook.look(),
            None => Err(Text::new("ui-observe-no-record")),
        });
    }

    /// Looks again if somebody at another terminal has noted something, while the screen is seen and nobody types;
    /// returns whether there is anything new to draw.
    pub(super) fn look_for_notes(&mut self) -> bool {
        let observing = &self.observing;
        let is_seen =
            self.screen == DeskScreen::Observe && matches!(self.place, super::Place::Desk);
        let is_asked = is_seen && observing.typing.is_none();
        let notebook = observing.notebook.as_ref().filter(|_| is_asked);
        let is_new = notebook.is_some_and(|notebook| notebook.written() != observing.written);
        if is_new {
            self.look_at_notes();
        }
        is_new
    }

    /// Acts on a key of the screen; returns whether it was one.
    pub(super) fn act_on_notes(&mut self, intent: Intent) -> bool {
        let seats = self.view.seats.len();
        let observing = &mut self.observing;
        match intent {
            Intent::Rate(rating) => {
                let again = observing.rating == Some(rating);
                observing.rating = Some(rating).filter(|_| !again);
            }
            Intent::NoteKind => {
                let all = NoteKind::ALL;
                let now = observing.about.unwrap_or(all[0]);
                let at = all.iter().position(|kind| *kind == now).unwrap_or(0);
                observing.about = Some(all[(at + 1) % all.len()]);
            }
            Intent::WriteNote => observing.typing = Some(Typing::Text),
            Intent::NextField | Intent::PreviousField => {
                observing.typing = match observing.typing {
                    Some(Typing::Text) => Some(Typing::Evidence),
                    _ => Some(Typing::Text),
                };
            }
            // All seats come before the first.
            Intent::Previous => {
                observing.seat = match observing.seat {
                    None => seats.checked_sub(1),
                    Some(at) => at.checked_sub(1),
                };
            }
            Intent::Next => {
                let next = observing.seat.map_or(0, |at| at + 1);
                observing.seat = Some(next).filter(|at| *at < seats);
            }
            Intent::Back => observing.typing = None,
            Intent::Accept => self.write_note(),
            Intent::Refresh => self.look_at_notes(),
            other => match rows_moved(other) {
                Some(by) => {
                    let count = observing.objectives();
                    observing.chosen = moved(observing.chosen, by, count);
                }
                None => return false,
            },
        }
        true
    }

    fn write_note(&mut self) {
        let observing = &self.observing;
        if observing.text.is_empty() && observing.rating.is_none() {
            self.notice = Some(Notice::why_not(Text::new("ui-observe-nothing")));
            return;
        }
        let Some(Ok(view)) = &observing.view else {
            return;
        };
        let Some(evidence) = lines(observing.evidence.text(), view.last_line) else {
            let text = Text::new("ui-observe-no-line").name("last", view.last_line.to_string());
            self.notice = Some(Notice::why_not(text));
            return;
        };
        let seat = observing.seat.and_then(|at| self.view.seats.get(at));
        let draft = NoteDraft {
            at: self.view.public.clock.now.at,
            seat: seat.map(|row| row.seat.id),
            objective: view
                .objectives
                .get(observing.chosen)
                .map(|row| row.id.clone()),
            about: observing.about.unwrap_or(NoteKind::Observation),
            rating: observing.rating,
            text: observing.text.text().to_owned(),
            evidence,
        };
        let Some(notebook) = &observing.notebook else {
            return;
        };
        match notebook.write(draft) {
            Ok(number) => {
                self.observing.clear();
                self.look_at_notes();
                let text = Text::new("ui-observe-noted").name("number", number.to_string());
                self.notice = Some(Notice::good(text));
            }
            Err(why) => self.notice = Some(Notice::why_not(why)),
        }
    }
}

/// Reads numbers of lines; `None` if one of them is not in the journal.
fn lines(text: &str, last: u64) -> Option<Vec<u64>> {
    let pieces = text.split(|c: char| c == ',' || c.is_whitespace());
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| piece.parse().ok().filter(|line| (1..=last).contains(line)))
        .collect()
}
