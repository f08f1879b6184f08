//! Where a find of the search leads.

use super::super::dialogs::{Dialog, Found, finds};
use super::super::keymap::{Intent, Screen};
use super::Seat;
use super::update::{moved, rows_moved};
use crate::vocab::AdministrationId;

impl Seat {
    /// Goes back to the best find: something else was typed.
    pub(super) fn search_changed(&mut self) {
        match &mut self.dialog {
            Some(Dialog::Search(form)) => form.selected = 0,
            Some(Dialog::Palette(form)) => form.chosen = None,
            _ => {}
        }
    }

    pub(super) fn in_search(&mut self, intent: Intent) {
        let Some(Dialog::Search(form)) = &mut self.dialog else {
            return;
        };
        let found = finds(&self.words, &self.view, form.typed.text());
        if let Some(by) = rows_moved(intent) {
            form.selected = moved(form.selected, by, found.len());
        } else if intent != Intent::Accept {
            self.dialog = None;
        } else if let Some((find, _)) = found.get(form.selected.min(found.len().saturating_sub(1)))
        {
            let find = *find;
            self.dialog = None;
            self.go_to(find);
        }
    }

    fn go_to(&mut self, find: Found) {
        match find {
            Found::Place(place) if self.shows_customer(place) => {}
            Found::Place(place) => {
                if self.focus.screen != Screen::Map {
                    self.focus.screen = Screen::Region;
                }
                self.point_at(place);
            }
            Found::Service(service) => {
                self.focus.screen = Screen::TownHall;
                self.focus.only_due.services = false;
                self.focus.service = Some(service);
            }
            Found::Step(at) => {
                self.focus.screen = Screen::Work;
                self.focus.work = at;
            }
            Found::Request(id) => {
                self.focus.screen = Screen::Aid;
                self.focus.only_due.requests = false;
                self.focus.request = Some(id);
            }
            Found::Message(at) => self.show_entry(at),
        }
    }

    /// Selects a customer in the provider's own list, if that is the page in sight; says whether it did.
    fn shows_customer(&mut self, place: AdministrationId) -> bool {
        let mut customers = self.view.town_hall.customers.iter();
        let found = customers.position(|row| row.id == place);
        let found = found.filter(|_| self.focus.screen == Screen::TownHall);
        if let Some(at) = found {
            self.focus.customer = at;
        }
        found.is_some()
    }
}
