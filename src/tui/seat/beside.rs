//! What stands beside the exercise at a seat: what would have been, and the questionnaire.

use std::sync::Arc;

use super::super::asked::AskedScreen;
use super::super::dialogs::Dialog;
use super::super::keymap::Intent;
use super::super::sheet::SheetForm;
use super::log_file::log_file;
use super::{Notice, Seat, SeatRole};
use crate::exercise::door::{AnswerBox, Asking, ReadMark, ReadMarks, Shelf};
use crate::vocab::Text;

impl Seat {
    /// Lets the record be asked what would have been, once the exercise has ended.
    #[must_use]
    pub fn with_asking(mut self, asking: Box<dyn Asking>) -> Self {
        self.asking = Some(asking);
        self
    }

    /// Lets whoever sits here hand in the questionnaire.
    #[must_use]
    pub fn with_answers(mut self, answers: Box<dyn AnswerBox>) -> Self {
        self.sheet = Some(Box::new(SheetForm::new(answers, false)));
        self
    }

    /// Lets whoever sits here keep the log as a file.
    #[must_use]
    pub fn with_shelf(mut self, shelf: Arc<dyn Shelf>) -> Self {
        self.shelf = Some(shelf);
        self
    }

    /// Begins with what was read at the seat before, and keeps what is read from now on.
    #[must_use]
    pub fn with_read_marks(mut self, marks: Arc<dyn ReadMarks>) -> Self {
        self.focus.log.begin_with(marks.read(self.id));
        self.read_marks = Some(marks);
        self
    }

    /// Keeps what was read; who only looks at a seat has read nothing for it.
    pub(super) fn keep_read(&self, read: &[ReadMark]) {
        let reads = !matches!(self.role, SeatRole::Looking | SeatRole::Observing);
        if let Some(marks) = self.read_marks.as_ref().filter(|_| reads)
            && !read.is_empty()
        {
            marks.note(self.id, read);
        }
    }

    /// Keeps the log as a file and says where it lies.
    pub(super) fn export_log(&mut self) {
        let Some(shelf) = &self.shelf else {
            return;
        };
        let (name, content) = log_file(&self.view, &self.words);
        self.notice = Some(match shelf.keep(&name, &content) {
            Ok(place) => Notice::good(Text::new("ui-export-done").name("file", place)),
            Err(why) => Notice::why_not(why),
        });
    }

    /// Returns why the log cannot be kept as a file here; `None` if it can.
    pub(super) fn why_no_export(&self) -> Option<&'static str> {
        match &self.shelf {
            None => Some("ui-why-no-export"),
            Some(_) if self.view.log.entries.is_empty() => Some("ui-log-empty"),
            Some(_) => None,
        }
    }

    pub(super) fn open_asked(&mut self) {
        if let Some(asking) = self.asking.take() {
            self.asked = Some(Box::new(AskedScreen::new(asking)));
        }
    }

    /// Acts on a key while the page of what would have been is open; returns whether it is.
    pub(super) fn act_on_asked(&mut self, intent: Intent) -> bool {
        let Some(asked) = &mut self.asked else {
            return false;
        };
        let quits = intent == Intent::Quit;
        if !quits {
            asked.act(intent);
        }
        if (quits || asked.was_left())
            && let Some(asked) = self.asked.take()
        {
            self.asking = Some(asked.into_works());
            self.dialog = quits.then_some(Dialog::Quit);
        }
        true
    }

    /// Chooses a row of what stands beside the exercise, as a click does; returns whether any of it is open.
    pub(super) fn choose_beside(&mut self, at: usize) -> bool {
        if let Some(asked) = &mut self.asked {
            asked.choose(at);
            return true;
        }
        let sheet = self.sheet.as_mut();
        let sheet = sheet.filter(|_| matches!(self.dialog, Some(Dialog::Sheet)));
        sheet.map(|sheet| sheet.choose(at)).is_some()
    }

    pub(super) fn in_sheet(&mut self, intent: Intent) {
        let stays = self.sheet.as_mut().is_some_and(|sheet| sheet.act(intent));
        if !stays {
            self.dialog = None;
        }
    }

    /// Returns why no sheet can be filled in here; `None` if one can.
    pub(super) fn why_no_sheet(&self) -> Option<&'static str> {
        match &self.sheet {
            // At the facilitator's keyboard the sheets go round from the desk.
            None if matches!(self.role, SeatRole::Own) => Some("ui-observe-no-record"),
            None => Some("ui-why-sheet-at-desk"),
            Some(sheet) if !sheet.has_questions() => Some("ui-why-no-questions"),
            Some(_) => None,
        }
    }

    /// Returns why the record cannot be asked here; `None` if it can.
    pub(super) fn why_not_asked(&self) -> Option<&'static str> {
        match &self.asking {
            _ if self.view.outcome.is_none() => Some("ui-why-not-ended"),
            Some(_) => None,
            None if matches!(self.role, SeatRole::Own) => Some("ui-observe-no-record"),
            None => Some("ui-why-asked-at-desk"),
        }
    }
}
