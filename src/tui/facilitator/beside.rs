//! What stands beside the exercise at the desk: what would have been, and the questionnaire that goes round.

use std::sync::Arc;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::super::asked::AskedScreen;
use super::super::canvas::Hit;
use super::super::keymap::{Context, Intent, intent};
use super::super::sheet::SheetForm;
use super::{CoverFor, Facilitator, LeadDialog, Place};
use crate::exercise::door::{AnswerBox, Asking, ReadMarks, Shelf};

impl Facilitator {
    /// Lets the record be asked what would have been.
    #[must_use]
    pub fn with_asking(mut self, asking: Box<dyn Asking>) -> Self {
        self.asking = Some(asking);
        self
    }

    /// Lets people hand in the questionnaire here.
    #[must_use]
    pub fn with_answers(mut self, answers: Box<dyn AnswerBox>) -> Self {
        self.answers = Some(answers);
        self
    }

    /// Lets the log of a seat that is visited be kept as a file.
    #[must_use]
    pub fn with_shelf(mut self, shelf: Arc<dyn Shelf>) -> Self {
        self.shelf = Some(shelf);
        self
    }

    /// Lets what was read at a seat that is visited be known at the next visit.
    #[must_use]
    pub fn with_read_marks(mut self, marks: Arc<dyn ReadMarks>) -> Self {
        self.read_marks = Some(marks);
        self
    }

    /// Whether the scenario has a questionnaire.
    pub(super) fn has_questions(&self) -> bool {
        let answers = self.answers.as_ref();
        answers.is_some_and(|answers| !answers.questions().is_empty())
    }

    pub(super) fn open_asked(&mut self) {
        if let Some(asking) = self.asking.take() {
            self.place = Place::Asked(Box::new(AskedScreen::new(asking)));
        }
    }

    /// Opens an empty sheet; the keyboard goes from person to person.
    pub(super) fn open_sheet(&mut self) {
        if let Some(answers) = self.answers.take() {
            self.place = Place::Sheet(Box::new(SheetForm::new(answers, true)));
        }
    }

    /// Hands what happened to the page that stands in place of the desk.
    pub(super) fn at_page(&mut self, event: &Event) {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if self.page_field().is_some_and(|field| field.typed(key)) {
                    return;
                }
                let context = match &self.place {
                    Place::Asked(asked) => asked.context(),
                    _ => Context::Sheet,
                };
                if let Some(intent) = intent(&[context], key) {
                    self.on_page(intent);
                }
            }
            Event::Paste(text) => {
                if let Some(field) = self.page_field() {
                    field.paste(text);
                }
            }
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollUp => self.on_page(Intent::Up),
                MouseEventKind::ScrollDown => self.on_page(Intent::Down),
                MouseEventKind::Down(MouseButton::Left) => {
                    let place = Position::new(mouse.column, mouse.row);
                    let mut hits = self.hits.iter().rev();
                    let hit = hits.find(|(area, _)| area.contains(place));
                    match (hit.map(|(_, hit)| *hit), &mut self.place) {
                        (Some(Hit::Row(at)), Place::Asked(asked)) => asked.choose(at),
                        (Some(Hit::Row(at)), Place::Sheet(sheet)) => sheet.choose(at),
                        _ => {}
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn page_field(&mut self) -> Option<&mut super::super::field::Field> {
        match &mut self.place {
            Place::Sheet(sheet) => sheet.field(),
            _ => None,
        }
    }

    fn on_page(&mut self, intent: Intent) {
        match &mut self.place {
            Place::Asked(asked) => {
                let quits = intent == Intent::Quit;
                if !quits {
                    asked.act(intent);
                }
                if quits || asked.was_left() {
                    if let Place::Asked(asked) = std::mem::replace(&mut self.place, Place::Desk) {
                        self.asking = Some(asked.into_works());
                    }
                    self.dialog = quits.then_some(LeadDialog::Quit);
                }
            }
            Place::Sheet(sheet) => {
                let stays = intent != Intent::Quit && sheet.act(intent);
                if stays {
                    return;
                }
                // Whoever has the keyboard hands it back before anything of the desk is seen.
                let cover = Place::Cover(CoverFor::Facilitator);
                if let Place::Sheet(sheet) = std::mem::replace(&mut self.place, cover) {
                    self.answers = Some(sheet.into_box());
                }
            }
            _ => {}
        }
    }
}
