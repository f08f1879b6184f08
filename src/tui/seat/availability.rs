//! Which keys work now, and why not.

use super::super::dialogs::Dialog;
use super::super::frame::first_task;
use super::super::keymap::{Intent, Screen};
use super::super::theme::ColorDepth;
use super::{NEAREST, Notice, Seat, SeatRole};
use crate::vocab::{Refusal, Text};

impl Seat {
    /// Returns why somebody who only looks on cannot do this: before they have filled in a form for it.
    pub(super) fn why_only_looking(&self, intent: Intent) -> Option<Refusal> {
        let is_an_act = matches!(
            intent,
            Intent::Measure(_)
                | Intent::RequestAid
                | Intent::AnswerAid
                | Intent::RecallAid
                | Intent::Deputy
                | Intent::CustomerLine
                | Intent::MoveFirst
                | Intent::Undo
                | Intent::CleanDevices
                | Intent::FileNotice
                | Intent::TableTalk
                | Intent::Forward
                | Intent::Acknowledge
                | Intent::Ready
        );
        let (reason, help) = match self.role {
            SeatRole::Observing => ("refusal-observing", "help-observing"),
            _ => ("refusal-only-looking", "help-only-looking"),
        };
        // A paper can be read; what it would send is nobody's to send here.
        let is_of_paper = matches!(
            intent,
            Intent::Accept | Intent::Defer | Intent::Mark | Intent::TableTalk
        );
        let applies = match &self.dialog {
            None => is_an_act,
            Some(Dialog::Decision(_) | Dialog::Answer(_) | Dialog::Reply(_)) => is_of_paper,
            Some(_) => false,
        };
        (applies && self.role.only_looks())
            .then(|| Refusal::because(Text::new(reason)).unless(Text::new(help)))
    }

    /// Says on an open answer that whoever only looks on cannot send it: nothing that is typed goes anywhere.
    pub(super) fn say_only_looking(&mut self) {
        let is_answer = matches!(self.dialog, Some(Dialog::Answer(_) | Dialog::Reply(_)));
        if is_answer && self.notice.is_none() {
            self.notice = self.why_only_looking(Intent::Accept).map(Notice::refused);
        }
    }

    /// Returns why an intent is not possible now; `None` if it is.
    pub(in crate::tui) fn why_not(&self, intent: Intent) -> Option<Text> {
        let ended = self.view.public.clock.ended;
        let is_of_the_clock = matches!(
            intent,
            Intent::ToggleClock | Intent::NextStop | Intent::Faster | Intent::Slower
        );
        // Where somebody leads, the clock is the facilitator's.
        if is_of_the_clock && self.role.is_led() {
            return Some(Text::new("refusal-clock-is-led"));
        }
        // Who leads can stop it from everywhere. What going on costs, and past whose decision it goes, the desk says.
        let stops = intent == Intent::ToggleClock && self.clock_runs();
        if is_of_the_clock && self.role == SeatRole::Looking && !stops {
            return Some(Text::new("refusal-clock-from-the-desk"));
        }
        if let Some(refusal) = self.why_only_looking(intent) {
            return Some(refusal.reason);
        }
        if let Intent::Measure(at) = intent
            && !ended
        {
            let measure = self.view.measures.get(usize::from(at))?;
            return measure
                .refusal
                .as_ref()
                .map(|refusal| refusal.reason.clone());
        }
        let key = match intent {
            Intent::Measure(_)
            | Intent::ToggleClock
            | Intent::NextStop
            | Intent::Faster
            | Intent::Slower
            | Intent::RequestAid
            | Intent::Deputy
            | Intent::Decide
            | Intent::Ready
            | Intent::TableTalk
            | Intent::Forward
            | Intent::FileNotice
            | Intent::CleanDevices
                if ended =>
            {
                "ui-why-ended"
            }
            Intent::Ready if self.view.public.clock.round.is_none() => "ui-why-no-rounds",
            Intent::Decide if first_task(&self.view).is_none() => match self.role {
                SeatRole::Own => "ui-why-no-decision",
                // Others lead the clock.
                _ => "ui-why-no-decision-led",
            },
            Intent::RequestAid if self.view.aid.choices.is_empty() => "ui-why-no-aid",
            Intent::AnswerAid if self.to_answer().is_empty() => "ui-why-no-answer",
            Intent::Mark | Intent::MarkAll
                if !matches!(
                    self.dialog,
                    Some(
                        Dialog::Compose(_)
                            | Dialog::Decision(_)
                            | Dialog::Reply(_)
                            | Dialog::Forward(_)
                    )
                ) =>
            {
                return self.why_no_mark(intent).map(Text::new);
            }
            Intent::RecallAid if !self.request().is_some_and(|row| row.can_recall) => {
                "ui-why-no-recall"
            }
            Intent::FileNotice if self.notice_to_file().is_none() => "ui-why-no-notice",
            Intent::CustomerLine | Intent::MoveFirst if self.customer().is_none() => {
                "ui-why-no-customer"
            }
            Intent::MoveUp | Intent::MoveDown
                if self.focus.screen == Screen::TownHall && self.customer().is_none() =>
            {
                "ui-why-no-customer"
            }
            Intent::OnlyDeadlines
                if self.focus.screen == Screen::TownHall
                    && self.view.town_hall.services.is_empty() =>
            {
                "ui-why-no-services-here"
            }
            Intent::OnlyDeadlines
                if self.focus.screen == Screen::Aid && self.view.aid.rows.is_empty() =>
            {
                "ui-aid-none"
            }
            Intent::Sheet if let Some(why) = self.why_no_sheet() => why,
            Intent::WhatIf if let Some(why) = self.why_not_asked() => why,
            Intent::Guided if !self.has_guide() => "ui-why-no-first-steps",
            Intent::Acknowledge if self.selected_inject().is_none_or(|of| of.acknowledged) => {
                "ui-why-nothing-to-note"
            }
            Intent::Forward if !self.can_forward() => "ui-why-nothing-to-forward",
            Intent::Export if let Some(why) = self.why_no_export() => why,
            Intent::OpenEntry if self.asked().is_none() && !self.is_of_many() => {
                "ui-why-nothing-asked"
            }
            Intent::MarkRead if self.focus.log.unread(&self.view) == 0 => "ui-why-all-read",
            Intent::Enlarge if self.view.course.curves().next().is_none() => "ui-course-empty",
            Intent::Show(Screen::Outcome) if self.view.outcome.is_none() => "ui-why-not-ended",
            Intent::Why | Intent::ShowAll if self.view.town_hall.services.is_empty() => {
                "ui-why-no-service"
            }
            Intent::Why if self.service().is_none() => "ui-no-deadline-here",
            Intent::Recovery if self.view.town_hall.recovery.is_empty() => "ui-why-no-recovery",
            Intent::OpenPlace if self.view.region.places.is_empty() => "ui-region-empty",
            Intent::OtherDecision if self.view.decisions.len() < 2 => "ui-why-one-decision",
            Intent::Light if self.settings.theme.depth != ColorDepth::True => {
                "ui-why-terminal-colours"
            }
            _ => return self.why_no_effect(intent).map(Text::new),
        };
        Some(Text::new(key))
    }

    /// Returns why a key of the present screen would change nothing.
    fn why_no_effect(&self, intent: Intent) -> Option<&'static str> {
        // In a dialog these keys are the dialog's; all others stay those of the page below it.
        let is_shared = is_up_or_down(intent) || matches!(intent, Intent::Previous | Intent::Next);
        if self.dialog.is_some() && is_shared {
            return None;
        }
        if intent == Intent::Undo {
            return self.undo.is_none().then_some("ui-why-nothing-to-undo");
        }
        match self.focus.screen {
            Screen::TownHall => self.why_customer_stays(intent),
            Screen::Region => self.why_region_stays(intent),
            Screen::Map => self.why_map_stays(intent),
            Screen::Work => self.why_work_stays(intent),
            Screen::Course => self.why_course_stays(intent),
            Screen::Log if is_up_or_down(intent) => {
                let entries = self.focus.log.rows(&self.view).len();
                (entries < 2).then_some("ui-why-nothing-to-choose")
            }
            _ => None,
        }
    }

    fn why_customer_stays(&self, intent: Intent) -> Option<&'static str> {
        let place = self.customer()?.place;
        let all = u32::try_from(self.view.town_hall.customers.len()).unwrap_or(u32::MAX);
        match intent {
            Intent::MoveFirst | Intent::MoveUp if place == 0 => Some("ui-customer-is-first"),
            Intent::MoveDown if place + 1 >= all => Some("ui-customer-is-last"),
            _ => None,
        }
    }

    fn why_region_stays(&self, intent: Intent) -> Option<&'static str> {
        match intent {
            Intent::Sort | Intent::OnlyDeadlines if self.view.region.places.is_empty() => {
                Some("ui-region-empty")
            }
            Intent::Previous | Intent::Next if self.region_members().is_empty() => {
                Some("ui-why-nothing-to-fold")
            }
            _ => None,
        }
    }

    fn why_map_stays(&self, intent: Intent) -> Option<&'static str> {
        let is_empty = self.focus.map.selected(&self.view.region).is_none();
        match intent {
            Intent::Layer | Intent::ZoomIn | Intent::ZoomOut | Intent::Previous | Intent::Next
                if is_empty =>
            {
                Some("ui-map-empty")
            }
            _ if is_up_or_down(intent) && is_empty => Some("ui-map-empty"),
            Intent::ZoomOut if self.focus.map.zoom == 0 => Some("ui-why-farthest"),
            Intent::ZoomIn if self.focus.map.zoom >= NEAREST => Some("ui-why-nearest"),
            _ => None,
        }
    }

    fn why_work_stays(&self, intent: Intent) -> Option<&'static str> {
        match intent {
            Intent::MoveUp => self.to_move(true).err(),
            Intent::MoveDown => self.to_move(false).err(),
            _ if is_up_or_down(intent) && self.view.work.rows.len() < 2 => {
                Some("ui-why-nothing-to-choose")
            }
            _ => None,
        }
    }

    fn why_course_stays(&self, intent: Intent) -> Option<&'static str> {
        let course = &self.view.course;
        match intent {
            Intent::Compare | Intent::Previous | Intent::Next if course.curves().count() < 2 => {
                Some("ui-why-one-curve")
            }
            _ if is_up_or_down(intent) && course.marks.len() < 2 => {
                Some("ui-why-nothing-to-choose")
            }
            _ => None,
        }
    }
}

const fn is_up_or_down(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Up | Intent::Down | Intent::PageUp | Intent::PageDown
    )
}
