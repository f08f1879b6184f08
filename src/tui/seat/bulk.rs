//! One order to several: marks, and one act for each of those marked.
//!
//! An order to several is nothing of its own: each act is handed in, checked and written down by itself.

use super::super::dialogs::{AnswerForm, Dialog, Reading};
use super::super::keymap::{Intent, Screen};
use super::{Notice, Seat};
use crate::command::{AidDraft, Command};
use crate::view::AidRow;
use crate::vocab::{AdministrationId, Refusal, RequestId, Text};

/// What became of an order to several.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct BulkOutcome {
    /// For whom it was accepted.
    pub done: Vec<String>,
    /// For whom it was refused, and why; those with the same reason together.
    pub refused: Vec<(Vec<String>, Refusal)>,
}

impl BulkOutcome {
    fn refuse(&mut self, name: String, refusal: Refusal) {
        let same = |(_, other): &&mut (Vec<String>, Refusal)| *other == refusal;
        match self.refused.iter_mut().find(same) {
            Some((names, _)) => names.push(name),
            None => self.refused.push((vec![name], refusal)),
        }
    }
}

impl Seat {
    /// Returns the requests that the next answer is for: those marked, else the selected one.
    pub(super) fn to_answer(&self) -> Vec<&AidRow> {
        let marked = self.answerable(|row| self.focus.marked.contains(&row.id));
        if !marked.is_empty() {
            return marked;
        }
        let selected = self.request().map(|row| row.id);
        self.answerable(|row| Some(row.id) == selected)
    }

    /// Opens what requests are answered on: one has its paper, several share a form.
    pub(super) fn answer_to(&mut self, requests: &[RequestId]) {
        let mut papers = self.view.decisions.iter();
        if let [one] = requests
            && let Some(at) = papers.position(|paper| paper.request == Some(*one))
        {
            self.open_decision(at);
            return;
        }
        let rows = self.view.aid.rows.iter();
        let rows: Vec<&AidRow> = rows.filter(|row| requests.contains(&row.id)).collect();
        if !rows.is_empty() {
            self.dialog = Some(Dialog::Answer(AnswerForm::new(&rows)));
        }
    }

    /// Returns requests that wait for this seat, in the order of the pact.
    fn answerable(&self, wanted: impl Fn(&AidRow) -> bool) -> Vec<&AidRow> {
        let rows = self.view.aid.rows.iter();
        rows.filter(|row| row.can_answer && wanted(row)).collect()
    }

    /// Forgets marks of requests that somebody has settled meanwhile.
    pub(in crate::tui) fn forget_settled_marks(&mut self) {
        let rows = &self.view.aid.rows;
        self.focus
            .marked
            .retain(|id| rows.iter().any(|row| row.id == *id && row.can_answer));
    }

    /// Returns why nothing can be marked, if so.
    pub(super) fn why_no_mark(&self, intent: Intent) -> Option<&'static str> {
        let all = intent == Intent::MarkAll;
        match self.focus.screen {
            Screen::Aid if all => self.answerable(|_| true).is_empty(),
            Screen::Aid => !self.request().is_some_and(|row| row.can_answer),
            _ => {
                let wanted = if all {
                    self.region_members()
                } else {
                    self.region_place().into_iter().collect()
                };
                let none = !wanted.iter().any(|id| self.can_be_asked(*id));
                return none.then_some("ui-why-not-to-be-asked");
            }
        }
        .then_some("ui-why-no-answer")
    }

    /// Whether a place can be asked for any kind of aid.
    fn can_be_asked(&self, place: AdministrationId) -> bool {
        let mut choices = self.view.aid.choices.iter();
        choices.any(|choice| choice.partners.iter().any(|(id, _)| *id == place))
    }

    pub(super) fn mark(&mut self) {
        if self.focus.screen == Screen::Aid {
            if let Some(id) = self.request().map(|row| row.id)
                && !self.focus.marked.remove(&id)
            {
                self.focus.marked.insert(id);
            }
        } else if let Some(place) = self.region_place()
            && !self.focus.region.marked.remove(&place)
        {
            self.focus.region.marked.insert(place);
        }
    }

    /// Marks all requests that wait, or all municipalities of a county; if they are, takes the marks away.
    pub(super) fn mark_all(&mut self) {
        if self.focus.screen == Screen::Aid {
            let all: Vec<RequestId> = self.answerable(|_| true).iter().map(|row| row.id).collect();
            let marked = &mut self.focus.marked;
            if all.iter().all(|id| marked.contains(id)) {
                marked.clear();
            } else {
                marked.extend(all);
            }
            return;
        }
        let mut all = self.region_members();
        all.retain(|id| self.can_be_asked(*id));
        let marked = &mut self.focus.region.marked;
        if all.iter().all(|id| marked.contains(id)) {
            marked.retain(|id| !all.contains(id));
        } else {
            marked.extend(all);
        }
    }

    /// Sends the request, to one or to several.
    pub(super) fn send_requests(&mut self, drafts: Vec<(String, AidDraft)>) {
        if drafts.is_empty() {
            return;
        }
        let sent = if let [(_, draft)] = &drafts[..] {
            let done = Text::new("ui-compose-done");
            self.submit(Command::RequestAid(draft.clone()), Some(done))
        } else {
            let request = |(name, draft)| (name, Command::RequestAid(draft));
            let acts = drafts.into_iter().map(request);
            self.submit_each(acts.collect(), "ui-bulk-asked")
        };
        if sent {
            self.focus.region.marked.clear();
            self.focus.screen = Screen::Aid;
            self.focus.request = None;
            self.show_refusals();
        }
    }

    /// Puts each answer on the paper that asks for it, with who decides and why; without a paper it goes by itself.
    pub(super) fn on_papers(
        &self,
        answers: Vec<(RequestId, Command)>,
        reason: &str,
    ) -> Vec<(RequestId, Command)> {
        let papers = &self.view.decisions;
        let on_paper = |(request, answer): (RequestId, Command)| {
            let paper = papers.iter().find(|of| of.request == Some(request));
            let command = match paper {
                Some(paper) => Command::RecordDecision {
                    decision: paper.id,
                    decider: self.decider,
                    choice: Some(Box::new(answer)),
                    reason: reason.to_owned(),
                    revisit_when: String::new(),
                    agreed_with: Vec::new(),
                },
                None => answer,
            };
            (request, command)
        };
        answers.into_iter().map(on_paper).collect()
    }

    /// Sends the answer, to one request or to several.
    pub(super) fn send_answers(&mut self, answers: Vec<(RequestId, Command)>) {
        let sent = if let [(_, answer)] = &answers[..] {
            self.submit(answer.clone(), Some(Text::new("ui-answer-done")))
        } else {
            let rows = &self.view.aid.rows;
            // One administration may have asked for several things.
            let name = |row: &AidRow| {
                let amount = Text::new(format!("aid-short-{}", row.kind.id()));
                let amount = amount.count("count", row.asked);
                format!("{} ({})", row.from, self.words.say(&amount))
            };
            let asked = |id| rows.iter().find(|row| row.id == id);
            let named = answers
                .into_iter()
                .map(|(id, answer)| (asked(id).map_or_else(String::new, name), answer));
            let acts = named.collect();
            self.submit_each(acts, "ui-bulk-answered")
        };
        if sent {
            self.focus.marked.clear();
            self.show_refusals();
        }
    }

    /// Returns who asks for what is answered, each once, and for what.
    pub(super) fn asked_by(
        &self,
        answers: &[(RequestId, Command)],
    ) -> (Vec<AdministrationId>, Text) {
        let rows = self.view.aid.rows.iter();
        let rows = rows.filter(|row| answers.iter().any(|(id, _)| *id == row.id));
        let mut with = Vec::new();
        let mut about = Vec::new();
        for row in rows {
            let from = row.asker;
            if !with.contains(&from) {
                with.push(from);
            }
            let amount = Text::new(format!("aid-short-{}", row.kind.id()));
            let amount = amount.count("count", row.asked);
            about.push(format!("{}: {}", row.from, self.words.say(&amount)));
        }
        let about = Text::new("ui-talk-about-aid").name("asked", about.join("; "));
        (with, about)
    }

    /// Returns who is asked, and for what.
    pub(super) fn asked_for(&self, drafts: &[(String, AidDraft)]) -> Text {
        let asked = drafts.iter().map(|(name, draft)| {
            let amount = Text::new(format!("aid-short-{}", draft.kind.id()));
            let amount = amount.count("count", draft.amount);
            format!("{name}: {}", self.words.say(&amount))
        });
        let asked: Vec<String> = asked.collect();
        Text::new("ui-talk-about-aid").name("asked", asked.join("; "))
    }

    /// Hands in one act after the other; returns whether any was accepted.
    ///
    /// If none was, the form stays as it is and the first refusal is said.
    fn submit_each(&mut self, acts: Vec<(String, Command)>, done: &'static str) -> bool {
        let mut outcome = BulkOutcome::default();
        for (name, command) in acts {
            match self.door.submit(self.id, command) {
                Ok(()) => outcome.done.push(name),
                Err(refusal) => outcome.refuse(name, refusal),
            }
        }
        let count = i64::try_from(outcome.done.len()).unwrap_or(i64::MAX);
        self.notice = match outcome.refused.first() {
            Some((_, refusal)) if count == 0 => Some(Notice::refused(refusal.clone())),
            _ => Some(Notice::good(Text::new(done).count("count", count))),
        };
        self.bulk = outcome;
        count > 0
    }

    /// Closes the form; shows for whom the order was refused, if there is anybody.
    fn show_refusals(&mut self) {
        self.dialog = None;
        if !self.bulk.refused.is_empty() {
            self.read(Reading::Bulk);
        }
    }
}
