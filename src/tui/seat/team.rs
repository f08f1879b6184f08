//! A seat that several people share at terminals of their own, and what the facilitator says to them.

use ratatui::layout::Rect;

use super::super::canvas::{Canvas, Hit};
use super::super::keymap::Intent;
use super::super::text::wrap;
use super::super::theme::Tone;
use super::{Notice, Seat, SeatRole};
use crate::exercise::door::Team;
use crate::view::TeamView;
use crate::vocab::{AdministrationId, Text};

/// How the seat is shared.
pub(super) struct Sharing {
    team: Box<dyn Team>,
    view: TeamView,
    /// Seats that somebody who only looks may watch; empty for players.
    watched: Vec<AdministrationId>,
}

impl Sharing {
    /// Whether others are at the seat now.
    pub(super) const fn has_others(&self) -> bool {
        self.view.others > 0
    }
}

impl Seat {
    /// Shares the seat with others at terminals of their own. Who only looks may go from one to the next of `watched`.
    #[must_use]
    pub fn with_team(mut self, team: Box<dyn Team>, watched: Vec<AdministrationId>) -> Self {
        let view = team.look();
        self.team = Some(Sharing {
            team,
            view,
            watched,
        });
        self.take_role_in_team();
        self.open_box();
        self
    }

    /// Looks how the team stands.
    pub(super) fn look_at_team(&mut self) {
        let Some(sharing) = &mut self.team else {
            return;
        };
        let view = sharing.team.look();
        if view == sharing.view {
            return;
        }
        let acted = std::mem::replace(&mut sharing.view, view).acts;
        let acts = sharing.view.acts;
        self.changed = true;
        self.take_role_in_team();
        if acts && !acted {
            self.notice = Some(Notice::good(Text::new("ui-team-your-turn")));
            self.open_box();
        }
    }

    fn take_role_in_team(&mut self) {
        let Some(sharing) = &self.team else { return };
        self.role = match &sharing.view {
            view if view.only_looks => SeatRole::Observing,
            view if view.acts => SeatRole::Acting,
            _ => SeatRole::WithTeam,
        };
    }

    /// Acts on a key of the team; returns whether it was one.
    pub(super) fn act_in_team(&mut self, intent: Intent) -> bool {
        let Some(sharing) = &self.team else {
            return false;
        };
        match intent {
            Intent::PassOn => {
                let result = sharing.team.pass_on();
                self.look_at_team();
                if let Err(refusal) = result {
                    self.notice = Some(Notice::refused(refusal));
                }
            }
            Intent::Heard => {
                sharing.team.heard();
                self.look_at_team();
            }
            Intent::NextSeat | Intent::PreviousSeat => {
                let watched = &sharing.watched;
                let at = watched.iter().position(|seat| *seat == self.id);
                let by = if intent == Intent::NextSeat { 1 } else { -1 };
                let next = super::around(at.unwrap_or(0), by, watched.len());
                if let Some(seat) = watched.get(next) {
                    self.id = *seat;
                    self.view = self.door.view(self.id);
                    self.dialog = None;
                }
            }
            _ => return false,
        }
        true
    }

    /// Draws over the first lines what the facilitator said, until somebody has taken note of it.
    pub(super) fn said(&self, page: &mut Canvas<'_>) {
        let said = self.team.as_ref().and_then(|of| of.view.said.as_ref());
        let Some(said) = said else { return };
        let text = Text::new("ui-team-said").name("text", said.clone());
        let lines = wrap(&page.words.say(&text), page.width().saturating_sub(2));
        let rows = (lines.len() as u16 + 2).min(page.area.height);
        let area = Rect {
            height: rows,
            ..page.area
        };
        page.clear(area);
        page.hits.push((area, Hit::Key(Intent::Heard)));
        let mut over = page.part(area);
        over.rule();
        for line in lines.iter().take(usize::from(rows.saturating_sub(2))) {
            over.line(over.ink(Tone::Warn, format!(" {line}")));
        }
        let heard = over.words.msg("ui-team-heard");
        over.rule_saying(&[heard]);
    }
}
