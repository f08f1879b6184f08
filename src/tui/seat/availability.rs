//! Which keys work now, and why not.

use super::super::dialogs::Dialog;
use super::super::frame::first_task;
use super::super::keymap::{Intent, Screen};
use super::super::theme::ColorDepth;
use super::{Seat, SeatRole};
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
        let applies = is_an_act && self.dialog.is_none() && self.role.only_looks();
        applies.then(|| Refusal::because(Text::new(reason)).unless(Text::new(help)))
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
            Intent::OpenEntry if self.asked().is_none() => "ui-why-nothing-asked",
            Intent::MarkRead if self.focus.log.unread(&self.view) == 0 => "ui-why-all-read",
            Intent::Enlarge if self.view.course.series.is_empty() => "ui-course-empty",
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
            _ => return None,
        };
        Some(Text::new(key))
    }
}
