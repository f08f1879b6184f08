//! What the palette offers, and the order that is chosen there.

use super::super::dialogs::{Dialog, Order};
use super::super::frame::town_hall_name;
use super::super::fuzzy::best_first;
use super::super::keymap::{Context, Intent, Screen, rows};
use super::Seat;
use super::update::{moved, rows_moved};
use crate::view::SeatView;
use crate::vocab::Text;

/// What else people call an order: the key of words with commas between them. Most are found by their own word.
fn also_called(view: &SeatView, screen: Screen, intent: Intent) -> Option<&'static str> {
    let is_provider = !view.town_hall.customers.is_empty();
    Some(match (intent, screen) {
        (Intent::Show(Screen::TownHall), _) if is_provider => "ui-also-provider",
        (Intent::Show(Screen::TownHall), _) => "ui-also-town-hall",
        (Intent::Show(Screen::Work), _) if is_provider => "ui-also-work-provider",
        (Intent::Show(Screen::Work), _) => "ui-also-work",
        (Intent::Show(Screen::Region), _) => "ui-also-region",
        (Intent::Show(Screen::Aid), _) => "ui-also-aid",
        (Intent::Show(Screen::Log), _) => "ui-also-log",
        (Intent::MoveFirst | Intent::MoveUp | Intent::MoveDown, Screen::TownHall) => {
            "ui-also-customer-order"
        }
        (Intent::MoveUp | Intent::MoveDown, Screen::Work) => "ui-also-step-order",
        (Intent::CustomerLine, _) => "ui-also-customer",
        _ => return None,
    })
}

impl Seat {
    /// Returns the orders of the present screen that fit what was typed, each once, with their
    /// words: those possible now first, and of them the best.
    pub(in crate::tui) fn orders(&self, typed: &str) -> Vec<Order> {
        let mut named = Vec::new();
        let mut contexts = self.screen_contexts();
        // Leaving a seat is no order of the seat.
        contexts.retain(|context| *context != Context::Visit);
        let all = rows(&contexts).filter(|row| {
            let new = row.intent.has_a_word() && !named.contains(&row.intent);
            named.push(row.intent);
            new
        });
        let orders = all.flat_map(|row| {
            let name = self.words.msg(match row.intent {
                Intent::Show(Screen::TownHall) => town_hall_name(&self.view),
                _ => row.label,
            });
            let word = match row.intent {
                // A screen is often called as what can be done on it.
                Intent::Show(_) => {
                    let screen = Text::new("ui-palette-screen");
                    self.words.say(&screen.name("name", name.clone()))
                }
                _ => name.clone(),
            };
            let order = |word: String| Order {
                intent: row.intent,
                shown: row.shown,
                word,
                why_not: self.why_not(row.intent),
            };
            // Of two of its words that fit alike its own comes first; another one is said beside it.
            let also = also_called(&self.view, self.focus.screen, row.intent);
            let also = also.map_or_else(String::new, |key| self.words.msg(key));
            let mut found = vec![(order(word.clone()), name)];
            for other in also.split(", ").filter(|other| !other.is_empty()) {
                found.push((order(format!("{word} · {other}")), other.to_owned()));
            }
            found
        });
        let measures = (0_u8..).zip(&self.view.measures).map(|(at, measure)| {
            let name = self.words.say(&measure.label);
            let word = Text::new("ui-palette-measure").name("measure", name.clone());
            let order = Order {
                intent: Intent::Measure(at),
                shown: "",
                word: self.words.say(&word),
                why_not: self.why_not(Intent::Measure(at)),
            };
            (order, name)
        });
        // Of the many measures those that are not possible are only for who asks for them.
        let is_asked = !typed.is_empty();
        let measures = measures.filter(|(order, _)| is_asked || order.why_not.is_none());
        let orders = orders.chain(measures);
        let mut fitting: Vec<Order> = Vec::new();
        for (order, _) in best_first(typed, orders) {
            if fitting.iter().all(|found| found.intent != order.intent) {
                fitting.push(order);
            }
        }
        fitting.sort_by_key(|order| order.why_not.is_some());
        fitting
    }

    pub(super) fn in_palette(&mut self, intent: Intent) {
        let Some(Dialog::Palette(form)) = &self.dialog else {
            return;
        };
        let orders = self.orders(form.typed.text());
        let at = form.selected(&orders);
        if let Some(by) = rows_moved(intent) {
            self.choose_order(moved(at, by, orders.len()));
        } else if intent != Intent::Accept {
            self.dialog = None;
        } else if let Some(order) = orders.get(at).filter(|order| order.why_not.is_none()) {
            // One that is not possible stays in sight with its reason.
            self.dialog = None;
            self.act_now(order.intent);
        }
    }

    /// Selects the order at a place of the list.
    pub(super) fn choose_order(&mut self, at: usize) {
        let Some(Dialog::Palette(form)) = &self.dialog else {
            return;
        };
        let orders = self.orders(form.typed.text());
        let chosen = orders.get(at).map(|order| order.intent);
        if let Some(Dialog::Palette(form)) = &mut self.dialog {
            form.chosen = chosen;
        }
    }
}
