//! What keys do while a dialog is open.

use super::super::dialogs::{
    AnswerForm, DecisionField, DecisionForm, Dialog, Reading, effect_words, letter,
};
use super::super::keymap::{Context, Intent};
use super::update::around;
use super::{Notice, Seat};
use crate::command::{AidAnswer, Command};
use crate::vocab::{AdministrationId, Decider, Refusal, Stamp, Text};

/// By how many minutes a decision can be put off.
pub(in crate::tui) const DEFER_MINUTES: [u32; 6] = [30, 60, 120, 240, 720, 1440];

impl Seat {
    pub(super) fn act_in_dialog(&mut self, intent: Intent) {
        if intent == Intent::Quit {
            self.dialog = Some(Dialog::Quit);
            return;
        }
        match self.dialog_context() {
            Some(Context::Decision) => self.in_decision(intent),
            Some(Context::Defer) => self.in_defer(intent),
            Some(Context::Compose) => self.in_compose(intent),
            Some(Context::Answer) => self.in_answer(intent),
            Some(Context::Reply) => self.in_reply(intent),
            Some(Context::Forward) => self.in_forward(intent),
            Some(Context::Confirm) => self.in_confirm(intent),
            Some(Context::Deputies) => self.in_deputies(intent),
            Some(Context::Reader) => self.in_reader(intent),
            Some(Context::Search) => self.in_search(intent),
            Some(Context::Palette) => self.in_palette(intent),
            Some(Context::Talk) => self.in_talk(intent),
            Some(Context::Sheet) => self.in_sheet(intent),
            _ => self.dialog = None,
        }
    }

    fn in_talk(&mut self, intent: Intent) {
        let Some(Dialog::Talk(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::NextField | Intent::PreviousField => form.in_about = !form.in_about,
            Intent::Previous => form.shift(-1),
            Intent::Next => form.shift(1),
            Intent::Accept => {
                let talk = Command::TableTalk {
                    with: form.with(),
                    about: form.about.text().to_owned(),
                };
                if self.submit(talk, Some(Text::new("ui-talk-noted"))) {
                    self.dialog = None;
                }
            }
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    fn in_decision(&mut self, intent: Intent) {
        let Some(Dialog::Decision(form)) = &mut self.dialog else {
            return;
        };
        let Some(at) = self
            .view
            .decisions
            .iter()
            .position(|p| p.id == form.decision)
        else {
            self.dialog = None;
            return;
        };
        let paper = &self.view.decisions[at];
        let last = paper.options.len().saturating_sub(1);
        match intent {
            Intent::Up => form.choose(form.option.saturating_sub(1)),
            Intent::Down => form.choose((form.option + 1).min(last)),
            Intent::Option(option) if usize::from(option) <= last => {
                form.choose(usize::from(option));
                form.focus = DecisionField::Options;
            }
            // What was taken is on the paper no more, and the letters moved up.
            Intent::Option(_) => {
                let text = Text::new("ui-decision-no-such-letter");
                let last = letter(last).to_string();
                self.notice = Some(Notice::refused(Refusal::because(text.name("last", last))));
            }
            Intent::Previous | Intent::Next => {
                let by = if intent == Intent::Next { 1 } else { -1 };
                let is_variant =
                    form.focus == DecisionField::Options && form.change_variant(paper, by);
                match form.focus {
                    DecisionField::Agreed => form.agreed.shift(by),
                    _ if is_variant => {}
                    _ => form.decider = around(form.decider, by, Decider::ALL.len()),
                }
            }
            Intent::Mark if form.focus == DecisionField::Agreed => form.agreed.mark(),
            Intent::TableTalk => form.agreed.at_table = !form.agreed.at_table,
            Intent::NextField => form.focus = form.focus.next(),
            Intent::PreviousField => form.focus = form.focus.previous(),
            Intent::Defer => form.defer = Some(1),
            Intent::OtherDecision => {
                let other = around(at, 1, self.view.decisions.len());
                let paper = &self.view.decisions[other];
                let form = DecisionForm::new(paper, self.decider, &self.view);
                self.dialog = Some(Dialog::Decision(form));
            }
            Intent::Accept => self.accept_decision(at),
            // What has been typed is not lost by one key.
            Intent::Back
                if matches!(form.focus, DecisionField::Reason | DecisionField::Revisit)
                    && !(form.reason.is_empty() && form.revisit.is_empty()) =>
            {
                form.focus = DecisionField::Options;
            }
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    fn accept_decision(&mut self, at: usize) {
        let Some(Dialog::Decision(form)) = &mut self.dialog else {
            return;
        };
        let paper = &self.view.decisions[at];
        let Some(option) = form.chosen(paper) else {
            return;
        };
        if let Some(refusal) = &option.refusal {
            self.notice = Some(Notice::refused(refusal.clone()));
            return;
        }
        // An order is not given by a slip or a held key: a reason has to be typed in between.
        let has_typed = matches!(form.focus, DecisionField::Reason | DecisionField::Revisit);
        // Who says yes to a request need not say why.
        let is_yes = option.command.as_ref().is_some_and(is_grant);
        if !has_typed || form.reason.is_empty() && !is_yes {
            form.focus = DecisionField::Reason;
            // Who says no to a request has said why.
            let reason = option.command.as_ref().and_then(reason_of_refusal);
            let key = match reason.filter(|_| form.reason.is_empty()) {
                Some(reason) => {
                    form.take_reason(&self.words.say(&reason));
                    "ui-decision-reason-taken"
                }
                None if is_yes => "ui-decision-reason-free",
                None if !form.reason.is_empty() => "ui-decision-reason-there",
                None => "ui-decision-give-reason",
            };
            let text = Text::new(key).text("what", option.label.clone());
            let mut notice = Notice::good(text);
            // Before it is sent it is said who gets it, how and when.
            notice.texts.extend(paper.goes.clone());
            self.notice = Some(notice);
            return;
        }
        if form.reason.is_a_slip() {
            form.focus = DecisionField::Reason;
            self.notice = Some(Notice::why_not(no_reason(form.reason.text())));
            return;
        }
        if form.agreed.lacks_partner() {
            form.focus = DecisionField::Agreed;
            self.notice = Some(Notice::good(Text::new("ui-talk-choose-with")));
            return;
        }
        let talk = form.agreed.talk();
        let command = Command::RecordDecision {
            decision: form.decision,
            decider: form.decider(),
            choice: option.command.clone().map(Box::new),
            reason: form.typed_reason(),
            revisit_when: form.revisit.text().trim().to_owned(),
            agreed_with: form.agreed.with(),
        };
        let done = if paper.request.is_some() {
            Text::new("ui-answer-sent").text("what", option.label.clone())
        } else {
            self.ordered(option.label.clone(), option.effective.as_ref())
        };
        let has_effect = option.effective.is_some();
        let price = has_effect.then(|| price(&option.costs, &option.way_back));
        let about = paper.question.clone();
        let stays = option.command.as_ref().is_some_and(Command::leaves_open);
        if self.talked_first(talk, &about) && self.submit(command, Some(done)) {
            self.dialog = None;
            if let Some(notice) = self.notice.as_mut().filter(|_| stays) {
                notice.texts.push(Text::new("ui-decision-stays-open"));
            }
            self.say_if_room(price);
        }
    }

    /// What is said once something is ordered: what, and from when it takes effect.
    fn ordered(&self, what: Text, effective: Option<&(Stamp, Stamp)>) -> Text {
        let now = &self.view.public.clock.now;
        match effective {
            Some(span) => Text::new("ui-decision-done-from")
                .name("when", effect_words(&self.words, span, now)),
            None => Text::new("ui-decision-done"),
        }
        .text("what", what)
    }

    /// Adds to what is said what there may be no room for.
    fn say_if_room(&mut self, more: Option<Text>) {
        if let Some(notice) = &mut self.notice {
            notice.if_room = more;
        }
    }

    fn in_defer(&mut self, intent: Intent) {
        let Some(Dialog::Decision(form)) = &mut self.dialog else {
            return;
        };
        let step = form.defer.unwrap_or(1);
        match intent {
            Intent::Previous => form.defer = Some(step.saturating_sub(1)),
            Intent::Next => form.defer = Some((step + 1).min(DEFER_MINUTES.len() - 1)),
            Intent::Accept => {
                let command = Command::DeferDecision {
                    decision: form.decision,
                    minutes: DEFER_MINUTES[step.min(DEFER_MINUTES.len() - 1)],
                };
                form.defer = None;
                if self.submit(command, Some(Text::new("ui-decision-deferred"))) {
                    self.dialog = None;
                }
            }
            _ => form.defer = None,
        }
    }

    fn in_compose(&mut self, intent: Intent) {
        let Some(Dialog::Compose(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::NextField => form.focus = form.focus.moved(1),
            Intent::PreviousField => form.focus = form.focus.moved(-1),
            Intent::Previous => form.change(&self.view.aid, -1),
            Intent::Next => form.change(&self.view.aid, 1),
            Intent::Mark => form.mark(&self.view.aid),
            Intent::MarkAll => {
                let nobody = !form.mark_round();
                self.notice = nobody.then(|| Notice::why_not(Text::new("ui-why-no-round")));
            }
            Intent::TableTalk => form.at_table = !form.at_table,
            Intent::Accept => {
                let drafts = form.drafts(&self.view.aid);
                let helpers = drafts.iter().map(|(_, draft)| draft.helper);
                let talk = form.at_table.then(|| helpers.collect());
                let about = self.asked_for(&drafts);
                if self.talked_first(talk, &about) {
                    self.send_requests(drafts);
                }
            }
            Intent::AskForPermit => {
                let draft = form.draft(&self.view.aid);
                if let Some(service) = draft.and_then(|draft| draft.service) {
                    let done = Text::new("ui-permit-done");
                    self.submit(Command::AskForPermit(service), Some(done));
                }
            }
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    fn in_answer(&mut self, intent: Intent) {
        let Some(Dialog::Answer(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::Up => form.option = form.option.saturating_sub(1),
            Intent::Down => form.option = (form.option + 1).min(AnswerForm::LAST),
            Intent::Option(option) => form.option = usize::from(option).min(AnswerForm::LAST),
            Intent::Previous => form.less(),
            Intent::Next => form.more(),
            Intent::TableTalk => form.at_table = !form.at_table,
            Intent::NextField | Intent::PreviousField => form.in_reason = !form.in_reason,
            Intent::Accept if form.option == 0 && !form.can_give() => {
                self.notice = Some(Notice::why_not(Text::new("ui-answer-nothing-to-give")));
            }
            Intent::Accept if form.reason.is_a_slip() => {
                form.in_reason = true;
                self.notice = Some(Notice::why_not(no_reason(form.reason.text())));
            }
            Intent::Accept => {
                let (answers, at_table) = (form.commands(), form.at_table);
                let reason = form.reason(&self.words);
                let (with, about) = self.asked_by(&answers);
                if self.talked_first(at_table.then_some(with), &about) {
                    self.send_answers(self.on_papers(answers, &reason));
                }
            }
            // What has been typed is not lost by one key.
            Intent::Back if form.in_reason => form.in_reason = false,
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    fn in_reply(&mut self, intent: Intent) {
        let Some(Dialog::Reply(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::Previous => form.change(-1),
            Intent::Next => form.change(1),
            Intent::NextField | Intent::PreviousField => form.in_agreed = !form.in_agreed,
            Intent::Mark => form.agreed.mark(),
            Intent::TableTalk => form.agreed.at_table = !form.agreed.at_table,
            Intent::Accept if form.answer.is_empty() => {
                self.notice = Some(Notice::good(Text::new("ui-reply-type-first")));
            }
            Intent::Accept if form.agreed.lacks_partner() => {
                form.in_agreed = true;
                self.notice = Some(Notice::good(Text::new("ui-talk-choose-with")));
            }
            Intent::Accept => {
                let (command, talk) = (form.command(), form.agreed.talk());
                let about = form.entry(&self.view).map(|entry| entry.text.clone());
                let done = Some(Text::new("ui-reply-done"));
                if self.talked_first(talk, &about.unwrap_or_else(|| Text::new("ui-reply-title")))
                    && self.submit(command, done)
                {
                    self.dialog = None;
                }
            }
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    fn in_forward(&mut self, intent: Intent) {
        let Some(Dialog::Forward(form)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::Previous => form.to.shift(-1),
            Intent::Next => form.to.shift(1),
            Intent::Mark => form.to.mark(),
            Intent::Accept => match form.command() {
                Some(command) => {
                    if self.submit(command, Some(Text::new("ui-forward-done"))) {
                        self.dialog = None;
                    }
                }
                None => self.notice = Some(Notice::good(Text::new("ui-forward-choose"))),
            },
            Intent::Back => self.dialog = None,
            _ => {}
        }
    }

    /// Writes down a talk at the table that an act came from, as an act before it; returns whether the act may follow.
    /// What was written down once is not again if the act itself is refused.
    fn talked_first(&mut self, with: Option<Vec<AdministrationId>>, about: &Text) -> bool {
        let Some(with) = with else {
            return true;
        };
        let about = self.words.say(about);
        let is_noted = self.submit(Command::TableTalk { with, about }, None);
        if is_noted {
            match &mut self.dialog {
                Some(Dialog::Decision(form)) => form.agreed.at_table = false,
                Some(Dialog::Reply(form)) => form.agreed.at_table = false,
                Some(Dialog::Answer(form)) => form.at_table = false,
                Some(Dialog::Compose(form)) => form.at_table = false,
                _ => {}
            }
        }
        is_noted
    }

    fn in_confirm(&mut self, intent: Intent) {
        match (&self.dialog, intent) {
            (Some(Dialog::Quit), Intent::Accept) => self.leave(),
            (Some(Dialog::Measure(measure)), Intent::Accept) => {
                let command = measure.command.clone();
                let done = self.ordered(measure.label.clone(), Some(&measure.effective));
                let price = price(&measure.costs, &measure.way_back);
                if self.submit(command, Some(done)) {
                    self.say_if_room(Some(price));
                }
                self.dialog = None;
            }
            (Some(Dialog::Line(act)), Intent::Accept) => {
                let command = act.command.clone();
                self.submit(command, Some(Text::new("ui-line-done")));
                self.dialog = None;
            }
            (Some(Dialog::Notice(act)), Intent::Accept) => {
                let command = act.command.clone();
                self.submit(command, Some(Text::new("ui-notice-done")));
                self.dialog = None;
            }
            (Some(Dialog::Recall(request)), Intent::Accept) => {
                let command = Command::RecallAid { request: *request };
                self.submit(command, Some(Text::new("ui-recall-done")));
                self.dialog = None;
            }
            _ => self.dialog = None,
        }
    }

    fn in_reader(&mut self, intent: Intent) {
        let Some(Dialog::Reader(_, scroll)) = &mut self.dialog else {
            return;
        };
        match intent {
            Intent::Up => *scroll = scroll.saturating_sub(1),
            Intent::Down => *scroll += 1,
            Intent::PageUp => *scroll = scroll.saturating_sub(10),
            Intent::PageDown => *scroll += 10,
            Intent::Accept | Intent::Back => self.dialog = None,
            _ => self.general(intent),
        }
    }

    /// Fetches what a draft would do, if it changed since the last time.
    pub(super) fn refresh_preview(&mut self) {
        let Some(Dialog::Compose(form)) = &mut self.dialog else {
            return;
        };
        let Some(mut draft) = form.draft(&self.view.aid) else {
            return;
        };
        let revision = self.view.revision;
        let fresh = form
            .preview
            .as_ref()
            .is_some_and(|(known, at, _)| *known == draft && *at == revision);
        if !fresh {
            let mut preview = self.door.preview(self.id, &draft);
            if form.rate(&self.view.aid, &preview)
                && let Some(better) = form.draft(&self.view.aid)
            {
                draft = better;
                preview = self.door.preview(self.id, &draft);
            }
            form.preview = Some((draft, revision, preview));
        }
    }

    /// Keeps the scrolling of a reader within what there is to read.
    pub(super) fn clamp_reader(&mut self, most: usize) {
        if let Some(Dialog::Reader(_, scroll)) = &mut self.dialog {
            *scroll = (*scroll).min(most);
        }
    }

    pub(super) fn reading(&self) -> Option<(Reading, usize)> {
        match &self.dialog {
            Some(Dialog::Reader(reading, scroll)) => Some((*reading, *scroll)),
            _ => None,
        }
    }
}

/// Whether a request is granted.
const fn is_grant(command: &Command) -> bool {
    matches!(
        command,
        Command::AnswerAid {
            answer: AidAnswer::Grant { .. },
            ..
        }
    )
}

/// Says that what was typed is no reason yet.
fn no_reason(typed: &str) -> Text {
    Text::new("ui-decision-reason-short").name("found", typed.trim())
}

/// The reason for which a request is refused, if that is what a command does.
fn reason_of_refusal(command: &Command) -> Option<Text> {
    match command {
        Command::AnswerAid {
            answer: AidAnswer::Refuse { reason },
            ..
        } => Some(Text::new(format!("reason-{reason}"))),
        _ => None,
    }
}

/// What an order costs, and how it is taken back.
fn price(costs: &Text, way_back: &Text) -> Text {
    Text::new("ui-decision-price")
        .text("costs", costs.clone())
        .text("back", way_back.clone())
}
