//! Draws a seat: the frame, its screen, the open dialog.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::dialogs::{
    Dialog, GUIDE_OF_A_SEAT, Reading, about_lines, bulk_lines, deputy_lines, draw_answer,
    draw_compose, draw_confirm, draw_decision, draw_deputies, draw_forward, draw_palette,
    draw_reader, draw_reply, draw_search, draw_talk, effect_words, guide_lines,
};
use super::super::frame::{
    cover, footer_line, guide_box, header, message, names_first, newest_event, now_lines, tabs,
    town_hall_name,
};
use super::super::keymap::{Context, Screen};
use super::super::page::draw_page;
use super::super::screens::{
    aid, causes, course, log, map, outcome, place, recovery, region, town_hall, work,
};
use super::super::theme::Tone;
use super::{Seat, screen_context};
use crate::view::SeatView;
use crate::vocab::{AdministrationId, Arg, Text};

/// From so many rows on, a page has room for more than one line of each kind.
const TALL: u16 = 34;

impl Seat {
    /// Draws everything on the frame.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        self.refresh_preview();
        // Drawn with what the seat has, so it is taken out meanwhile.
        let mut asked = self.asked.take();
        let (told, hits) = draw_page(frame, &self.settings, &self.words, |page| {
            if self.covered {
                cover(page);
                return (None, None);
            }
            if let Some(asked) = &mut asked {
                asked.draw(page);
                return (None, None);
            }
            let (most_outcome, below_guide) = self.page(page);
            let most_scroll = self.dialog(page, below_guide);
            self.said(page);
            (most_outcome, most_scroll)
        });
        self.asked = asked;
        let (most_outcome, most_scroll) = told.unwrap_or_default();
        if let Some(most) = most_scroll {
            self.clamp_reader(most);
        }
        if let Some(most) = most_outcome {
            self.focus.outcome = self.focus.outcome.min(most);
        }
        self.hits = hits;
    }

    /// Draws the frame and the screen; returns how far the end screen can be scrolled, and the row below the guide if
    /// the guide speaks.
    fn page(&self, page: &mut Canvas<'_>) -> (Option<usize>, Option<u16>) {
        let view = &*self.view;
        header(page, view, self.role.head(), self.held.is_some());
        tabs(page, view, self.focus.screen, self.focus.log.unread(view));
        let most = if page.area.height >= TALL { 2 } else { 1 };
        now_lines(page, view, most, self.role.is_led());
        let below_guide = self.guide_step_in_sight().map(|(at, count, step)| {
            guide_box(page, at, count, &step.text);
            page.rest().y
        });
        page.rule();
        let rest = page.rest();
        // A rule, the message, the footer.
        let rows: u16 = if page.area.height >= TALL { 2 } else { 1 };
        let body = Rect {
            height: rest.height.saturating_sub(2 + rows),
            ..rest
        };
        let below = Rect {
            y: body.bottom(),
            height: rest.height.saturating_sub(body.height),
            ..rest
        };
        let scroll = self.screen(&mut page.part(body));
        self.below(&mut page.part(below), usize::from(rows));
        (scroll, below_guide)
    }

    fn screen(&self, c: &mut Canvas<'_>) -> Option<usize> {
        match self.focus.screen {
            Screen::TownHall => {
                let hall = &self.view.town_hall;
                let selected = if hall.services.is_empty() {
                    self.focus.customer
                } else {
                    self.selected_service()
                };
                let list = town_hall::List {
                    selected,
                    shown: &self.shown_services(),
                    show_all: self.focus.show_all,
                };
                town_hall::draw(c, &self.view, &list);
            }
            Screen::Region => region::draw(c, &self.view, &self.focus.region),
            Screen::Map => map::draw(c, &self.view, self.focus.map),
            Screen::Work => work::draw(c, &self.view, self.focus.work),
            Screen::Aid => {
                let list = aid::List {
                    selected: self.selected_request(),
                    shown: &self.shown_requests(),
                    marked: &self.focus.marked,
                };
                aid::draw(c, &self.view, &list);
            }
            Screen::Course => {
                let marks = self.view.course.marks.len();
                let mark = self.focus.mark.min(marks.saturating_sub(1));
                let shown = course::Shown {
                    curve: self.focus.series,
                    beside: self.focus.beside,
                    mark,
                    enlarged: self.focus.enlarged,
                };
                course::draw(c, &self.view, &shown);
            }
            Screen::Log => log::draw(c, &self.view, &self.focus.log),
            Screen::Outcome => return Some(outcome::draw(c, &self.view, self.focus.outcome)),
        }
        None
    }

    /// Draws the message line and the footer.
    fn below(&self, c: &mut Canvas<'_>, rows: usize) {
        c.rule();
        match &self.notice {
            Some(notice) if self.dialog.is_none() => {
                let cells = c.width().saturating_sub(2);
                let said = notice.say_within(&self.words, rows, cells);
                message(c, notice.tone, &said, rows, false);
            }
            _ => {
                let stop = stop_to_say(&self.view);
                let rest = rows - usize::from(stop.is_some());
                if let Some(stop) = stop {
                    message(c, Tone::Warn, &self.words.say(stop), 1, true);
                }
                if rest > 0 {
                    newest_event(c, &self.view, rest);
                }
            }
        }
        while c.rows_left() > 1 {
            c.gap();
        }
        let contexts = self.screen_contexts();
        let mut footer = footer_line(c, &contexts, |row| self.why_not(row.intent).is_none());
        footer.spans.insert(0, ratatui::text::Span::raw(" "));
        c.line(footer);
    }

    /// Draws the open dialog; returns how far a reader can be scrolled.
    fn dialog(&self, page: &mut Canvas<'_>, below_guide: Option<u16>) -> Option<usize> {
        self.dialog.as_ref()?;
        let view = &*self.view;
        let notice = self.notice.as_ref();
        let words = &self.words;
        // The first lines stay: where am I, and what the guide says.
        let top = below_guide.map_or(page.area.y + 1, |row| self.guide_over(page, row));
        let area = Rect {
            y: top,
            height: page.area.bottom().saturating_sub(top),
            ..page.area
        };
        let screen = match self.focus.screen {
            Screen::TownHall => town_hall_name(view),
            other => screen_context(other).name(),
        };
        let screen = self.words.msg(screen);
        let mut over = page.part(area).opened_from(screen);
        let c = &mut over;
        match self.dialog.as_ref()? {
            Dialog::Decision(form) => draw_decision(c, form, view, notice),
            Dialog::Compose(form) => draw_compose(c, form, view, notice),
            Dialog::Answer(form) => draw_answer(c, form, view, notice),
            Dialog::Reply(form) => draw_reply(c, form, view, notice),
            Dialog::Forward(form) => draw_forward(c, form, notice),
            Dialog::Search(form) => draw_search(c, form, view),
            Dialog::Palette(form) => draw_palette(c, form, &self.orders(form.typed.text())),
            Dialog::Talk(form) => draw_talk(c, form, notice),
            Dialog::Sheet => self.sheet.as_ref()?.draw(c),
            Dialog::Deputies(chosen) => draw_deputies(c, *chosen, view),
            Dialog::Quit => {
                draw_confirm(
                    c,
                    &words.msg("ui-quit-title"),
                    &words.msg(if self.team.is_some() {
                        "ui-team-quit-question"
                    } else if self.asking.is_some() {
                        // What can be played again with one thing changed is on record.
                        "ui-lead-quit-question"
                    } else {
                        "ui-quit-question"
                    }),
                );
            }
            Dialog::Measure(measure) => {
                let title = words.msg("ui-measure-title");
                let now = &view.public.clock.now;
                let when = effect_words(words, &measure.effective, now);
                let question = measure.question.clone().name("when", when);
                draw_confirm(c, &title, &words.say(&question));
            }
            Dialog::Line(act) => {
                draw_confirm(c, &words.msg("ui-line-title"), &words.say(&act.question));
            }
            Dialog::Notice(act) => {
                draw_confirm(c, &words.msg("ui-notice-title"), &words.say(&act.question));
            }
            Dialog::Recall(id) => {
                let row = view.aid.rows.iter().find(|row| row.id == *id)?;
                let text = Text::new("ui-recall-question")
                    .text("kind", Text::new(format!("aid-kind-{}", row.kind.id())))
                    .name("from", row.from.clone())
                    .name("to", row.to.clone());
                draw_confirm(c, &words.msg("ui-recall-title"), &words.say(&text));
            }
            Dialog::Reader(..) => return self.reader(c),
        }
        None
    }

    /// Keeps what the guide says in sight above a dialog; returns the row below it. On a small page it takes the place of
    /// the tabs, which lead nowhere meanwhile.
    fn guide_over(&self, page: &mut Canvas<'_>, below_guide: u16) -> u16 {
        if page.area.height >= TALL {
            return below_guide;
        }
        let Some((at, count, step)) = self.guide_step() else {
            return page.area.y + 1;
        };
        let area = Rect {
            y: page.area.y + 1,
            height: page.area.height.saturating_sub(1),
            ..page.area
        };
        page.clear(Rect {
            height: below_guide.saturating_sub(area.y),
            ..area
        });
        let mut over = page.part(area);
        guide_box(&mut over, at, count, &step.text);
        over.rest().y
    }

    /// What a place belongs to, and its name: `Kreis Bergstraße ► Bensheim`.
    fn county_and_place(&self, id: AdministrationId) -> String {
        let region = &self.view.region;
        let Some(at) = region.places.iter().position(|place| place.id == id) else {
            return String::new();
        };
        let county = region
            .groups
            .iter()
            .find(|group| group.members.contains(&at))
            .map(|group| region.places[group.head].name.clone());
        let parts: Vec<String> = county
            .into_iter()
            .chain([region.places[at].name.clone()])
            .collect();
        parts.join(" ► ")
    }

    fn reader(&self, c: &mut Canvas<'_>) -> Option<usize> {
        let (reading, scroll) = self.reading()?;
        let title = match (reading, self.service()) {
            (Reading::Why, Some(service)) => {
                let text = Text::new("ui-why-service").text("service", service.name.clone());
                self.words.say(&text)
            }
            (Reading::Place(id), _) => self.county_and_place(id),
            _ => self.words.msg(reading.title()),
        };
        let most = draw_reader(c, &title, scroll, |c, cells| match reading {
            Reading::Guide => guide_lines(c, cells, GUIDE_OF_A_SEAT, Context::PLAYER),
            Reading::About => about_lines(
                &self.words,
                self.view.public.place_names,
                &self.about,
                cells,
            ),
            Reading::Deputy => deputy_lines(c, &self.view, cells),
            Reading::Bulk => bulk_lines(c, &self.bulk, cells),
            Reading::Recovery => recovery::lines(c, &self.view, cells),
            Reading::Place(id) => place::lines(c, &self.view, id, cells),
            Reading::Why => match self.service() {
                Some(row) => causes::lines(c, &self.view, row, cells),
                None => Vec::new(),
            },
        });
        Some(most)
    }
}

/// What the clock stands for, unless the page says it already: as the first thing to do, or as what was reported last.
fn stop_to_say(view: &SeatView) -> Option<&Text> {
    let stop = view.stopped_for.as_ref()?;
    let Some((_, Arg::Text(what))) = stop.args.first() else {
        return Some(stop);
    };
    let is_reported = view.events.last().is_some_and(|event| event.text == **what);
    (!is_reported && !names_first(view, what)).then_some(stop)
}
