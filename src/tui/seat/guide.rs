//! The guide of a first exercise: which step is due, from what is on the screen and known.

use super::super::dialogs::{Dialog, Reading};
use super::super::keymap::Screen;
use super::Seat;
use crate::view::{AidRole, GuideStepView, GuideView, LogKind};
use crate::vocab::{GuideScreen, GuideUntil};

impl Seat {
    /// Returns the guide, if there is one for this seat.
    fn guide(&self) -> Option<&GuideView> {
        let guide = self.view.public.guide.as_ref();
        guide.filter(|guide| guide.seat == self.id)
    }

    /// Whether the guide can speak at this seat.
    pub(super) fn has_guide(&self) -> bool {
        self.guide().is_some()
    }

    /// Goes on to the first step that is not done yet.
    pub(super) fn go_on_in_guide(&mut self) {
        while let Some((_, _, step)) = self.guide_step()
            && step.until.is_some_and(|until| self.is_done(until))
        {
            self.guide_at += 1;
        }
    }

    /// Returns the step that is due, counted from 1, and how many there are; nothing while the
    /// guide is silent.
    pub(super) fn guide_step(&self) -> Option<(usize, usize, &GuideStepView)> {
        if !self.settings.guided || self.view.public.clock.ended {
            return None;
        }
        let steps = &self.guide()?.steps;
        let step = steps.get(self.guide_at)?;
        Some((self.guide_at + 1, steps.len(), step))
    }

    /// The same while it fits what is open: over a paper a step is silent whose key means one of the options there.
    pub(super) fn guide_step_in_sight(&self) -> Option<(usize, usize, &GuideStepView)> {
        let step = self.guide_step()?;
        let names_a_letter = matches!(
            step.2.until,
            Some(GuideUntil::RequestOpen | GuideUntil::WhyOpen)
        );
        let over_a_paper = matches!(self.dialog, Some(Dialog::Decision(_)));
        (!names_a_letter || !over_a_paper).then_some(step)
    }

    fn is_done(&self, until: GuideUntil) -> bool {
        let view = &*self.view;
        match until {
            GuideUntil::Shown(screen) => self.focus.screen == shown(screen),
            GuideUntil::TimePassed => {
                let clock = &view.public.clock;
                clock.now.at > clock.start_ex.at
            }
            GuideUntil::Asked => !view.decisions.is_empty(),
            GuideUntil::PaperOpen => matches!(self.dialog, Some(Dialog::Decision(_))),
            GuideUntil::Decided => {
                let mut log = view.log.entries.iter();
                log.any(|entry| entry.kind == LogKind::Decision)
            }
            GuideUntil::WhyOpen => matches!(self.dialog, Some(Dialog::Reader(Reading::Why, _))),
            GuideUntil::RequestOpen => matches!(self.dialog, Some(Dialog::Compose(_))),
            GuideUntil::AidAsked => {
                let mut rows = view.aid.rows.iter();
                rows.any(|row| row.role == AidRole::Asker)
            }
        }
    }
}

const fn shown(screen: GuideScreen) -> Screen {
    match screen {
        GuideScreen::TownHall => Screen::TownHall,
        GuideScreen::Region => Screen::Region,
        GuideScreen::Map => Screen::Map,
        GuideScreen::Aid => Screen::Aid,
        GuideScreen::Recovery => Screen::Work,
        GuideScreen::Course => Screen::Course,
        GuideScreen::Log => Screen::Log,
    }
}
