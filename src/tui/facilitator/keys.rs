//! What keys, clicks and pasted text change at the facilitator's desk.

use crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::super::canvas::Hit;
use super::super::keymap::{Context, DeskScreen, Intent, intent};
use super::super::screens::script_table;
use super::super::seat::{SeatRole, around};
use super::{CoverFor, Facilitator, FacilitatorEnd, LeadDialog, Place};
use crate::exercise::door::Visit;
use crate::vocab::AdministrationId;

impl Facilitator {
    /// Takes in what happened at the terminal.
    pub fn update(&mut self, event: &Event) {
        self.changed = true;
        match &mut self.place {
            Place::Seat(..) => self.at_seat(event),
            Place::Asked(_) | Place::Sheet(_) => self.at_page(event),
            Place::Cover(cover) => {
                let cover = *cover;
                if let Event::Key(key) = event
                    && key.kind != KeyEventKind::Release
                    && let Some(intent) = intent(&[Context::HandOver], key)
                {
                    self.at_cover(cover, intent);
                }
            }
            Place::Desk => match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key),
                Event::Paste(text) => {
                    if let Some(LeadDialog::Entry(form)) = &mut self.dialog {
                        form.name.paste(text);
                    } else if let Some(LeadDialog::Improvise(form)) = &mut self.dialog
                        && let Some(field) = form.text_field()
                    {
                        field.paste(text);
                    } else if self.dialog.is_none()
                        && self.screen == DeskScreen::Observe
                        && let Some(field) = self.observing.field()
                    {
                        field.paste(text);
                    } else if self.dialog.is_none()
                        && self.screen == DeskScreen::Attendance
                        && let Some((_, field)) = &mut self.attending.saying
                    {
                        field.paste(text);
                    }
                }
                Event::Mouse(mouse) => self.mouse(*mouse),
                _ => {}
            },
        }
    }

    /// Hands what happened to the seat, unless it leads away from it.
    fn at_seat(&mut self, event: &Event) {
        let Place::Seat(seat, id) = &mut self.place else {
            return;
        };
        let id = *id;
        let role = seat.role();
        if let Event::Key(key) = event
            && key.kind != KeyEventKind::Release
            && seat.is_free()
            && let Some(intent) = intent(&[Context::Visit], key)
        {
            self.leave_seat(role, intent, id);
            return;
        }
        seat.update(event);
        if seat.ended().is_some() {
            self.leave_seat(role, Intent::Desk(DeskScreen::Script), id);
        }
    }

    fn leave_seat(&mut self, role: SeatRole, intent: Intent, id: AdministrationId) {
        if role == SeatRole::HandedOver {
            // Nothing of the desk is seen before the facilitator has the keyboard again.
            self.return_to_desk();
            self.place = Place::Cover(CoverFor::Facilitator);
            return;
        }
        let at = self.view.seats.iter().position(|row| row.seat.id == id);
        match intent {
            Intent::NextSeat | Intent::PreviousSeat if role == SeatRole::Looking => {
                let by = if intent == Intent::NextSeat { 1 } else { -1 };
                let count = self.view.seats.len();
                let next = around(at.unwrap_or(0), by, count);
                self.return_to_desk();
                self.look_at(next);
            }
            Intent::WhatIf => {
                self.return_to_desk();
                self.act(Intent::WhatIf);
            }
            Intent::Desk(screen) => {
                self.return_to_desk();
                self.screen = screen;
                if screen == DeskScreen::Observe {
                    // Who watched a seat notes about that seat.
                    self.observing.seat = at;
                    self.look_at_notes();
                }
                if let Some(at) = at {
                    self.seat = at;
                }
            }
            _ => {}
        }
    }

    /// Looks at the seat at a position of the list.
    pub(super) fn look_at(&mut self, at: usize) {
        if let Some(row) = self.view.seats.get(at) {
            let id = row.seat.id;
            self.seat = at;
            self.visit(id, Visit::Look);
        }
    }

    fn at_cover(&mut self, cover: CoverFor, intent: Intent) {
        match intent {
            Intent::LookAtSeat(number) => {
                let row = self.view.seats.get(usize::from(number).saturating_sub(1));
                if let Some(row) = row {
                    self.place = Place::Cover(CoverFor::Seat(row.seat.id));
                }
            }
            Intent::Previous | Intent::Next => {
                let by = if intent == Intent::Next { 1 } else { -1 };
                let seats = &self.view.seats;
                let at = match cover {
                    CoverFor::Seat(id) => seats.iter().position(|row| row.seat.id == id),
                    CoverFor::Facilitator => None,
                };
                let next = match at {
                    Some(at) => around(at, by, seats.len()),
                    None => self.seat,
                };
                if let Some(row) = seats.get(next) {
                    self.place = Place::Cover(CoverFor::Seat(row.seat.id));
                }
            }
            Intent::Accept => match cover {
                CoverFor::Seat(seat) => self.visit(seat, Visit::HandedOver),
                CoverFor::Facilitator => self.place = Place::Desk,
            },
            Intent::Back => self.place = Place::Cover(CoverFor::Facilitator),
            _ => {}
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.typed(key) {
            return;
        }
        let found = match &self.dialog {
            Some(dialog) => intent(&[dialog.context()], key),
            None => intent(&self.screen_contexts(), key),
        };
        if let Some(intent) = found {
            self.act(intent);
        }
    }

    /// Hands a key to the text field that has the focus; returns whether it was for the field.
    fn typed(&mut self, key: &KeyEvent) -> bool {
        let field = match &mut self.dialog {
            Some(LeadDialog::Improvise(form)) => form.text_field(),
            Some(LeadDialog::Entry(form)) => form.in_name.then_some(&mut form.name),
            Some(LeadDialog::FindSeat(form)) => {
                let is_for_field = form.typed.typed(key);
                if is_for_field {
                    form.chosen = 0;
                }
                return is_for_field;
            }
            Some(_) => None,
            None => match self.screen {
                DeskScreen::Observe => self.observing.field(),
                DeskScreen::Attendance => self.attending.saying.as_mut().map(|(_, field)| field),
                _ => None,
            },
        };
        field.is_some_and(|field| field.typed(key))
    }

    fn mouse(&mut self, mouse: MouseEvent) {
        match mouse.kind {
            MouseEventKind::ScrollUp => self.act(Intent::Up),
            MouseEventKind::ScrollDown => self.act(Intent::Down),
            MouseEventKind::Down(MouseButton::Left) => {
                let place = Position::new(mouse.column, mouse.row);
                let mut hits = self.hits.iter().rev();
                let hit = hits.find(|(area, _)| area.contains(place));
                match hit.map(|(_, hit)| *hit) {
                    Some(Hit::Row(at)) => self.choose(at),
                    Some(Hit::Key(intent)) if self.dialog.is_none() => self.act(intent),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn choose(&mut self, at: usize) {
        match (&mut self.dialog, self.screen) {
            (Some(LeadDialog::Rewind(form)), _) => form.choose(at),
            (Some(LeadDialog::FindSeat(form)), _) => form.chosen = at,
            (Some(_), _) => {}
            // Rows of the seats come after those of the script.
            (None, DeskScreen::Script) => match at.checked_sub(script_table::SEATS_FROM) {
                Some(seat) => {
                    self.seat = seat;
                    self.script.is_here = false;
                }
                None => self.choose_inject(at),
            },
            (None, DeskScreen::Background) => self.foothold = at,
            (None, DeskScreen::Observe) => self.observing.chosen = at,
            (None, DeskScreen::Attendance) => self.attending.chosen = at,
        }
    }

    /// Leaves the desk.
    pub(super) fn leave(&mut self, end: FacilitatorEnd) {
        self.end = Some(end);
    }
}
