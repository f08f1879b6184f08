//! Draws the facilitator's desk, visits and covers.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::dialogs::{
    GUIDE_OF_THE_DESK, draw_confirm, draw_entry, draw_improvise, draw_leap, draw_reader,
    draw_rewind, guide_lines,
};
use super::super::frame::{footer_rows, hand_over, message};
use super::super::keymap::{Context, DeskScreen, Intent};
use super::super::page::draw_page;
use super::super::screens::desk::SEATS_BY_DIGIT;
use super::super::screens::{background, desk, observe, script, script_table};
use super::super::text::wrap;
use super::super::theme::Tone;
use super::observe::Typing;
use super::{CoverFor, Facilitator, LeadDialog, Place};
use crate::view::SeatRow;
use crate::vocab::{Arg, Intervention, NoteKind, Text};

impl Facilitator {
    /// Draws everything on the frame.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        if let Place::Seat(seat, _) = &mut self.place {
            seat.draw(frame);
            return;
        }
        if let Place::Asked(asked) = &mut self.place {
            let (_, hits) = draw_page(frame, &self.settings, &self.words, |page| asked.draw(page));
            self.hits = hits;
            return;
        }
        let (most, hits) = draw_page(frame, &self.settings, &self.words, |page| {
            if let Place::Sheet(sheet) = &self.place {
                sheet.draw(page);
                return None;
            }
            if let Place::Cover(cover) = &self.place {
                self.cover(page, *cover);
                return None;
            }
            self.desk(page);
            self.dialog(page)
        });
        let most = most.flatten();
        if let (
            Some(most),
            Some(
                LeadDialog::Guide(scroll)
                | LeadDialog::Terms(scroll)
                | LeadDialog::Inject(_, scroll)
                | LeadDialog::Decided(_, scroll)
                | LeadDialog::Ready(_, scroll),
            ),
        ) = (most, &mut self.dialog)
        {
            *scroll = (*scroll).min(most);
        }
        self.hits = hits;
    }

    /// Draws who gets the keyboard, and nothing of any seat.
    fn cover(&self, page: &mut Canvas<'_>, cover: CoverFor) {
        let to = match cover {
            CoverFor::Seat(seat) => self.name_of(seat),
            CoverFor::Facilitator => self.words.msg("ui-lead-role"),
        };
        let seats: Vec<String> = (1..)
            .zip(&self.view.seats)
            .map(|(number, row)| match number {
                // The others are reached with the arrows.
                1..=SEATS_BY_DIGIT => format!("{number} {}", row.seat.name),
                _ => row.seat.name.clone(),
            })
            .collect();
        // Whoever leads says with the other key that the keyboard is theirs: one key by mistake shows nothing.
        let is_seat = cover != CoverFor::Facilitator;
        hand_over(page, &to, &seats, |intent| {
            is_seat || intent != Intent::Back
        });
    }

    fn desk(&self, page: &mut Canvas<'_>) {
        let view = &*self.view;
        let is_script = self.screen == DeskScreen::Script;
        let is_hidden = self.screen == DeskScreen::Background;
        desk::header(page, view, self.is_second_try, is_hidden);
        desk::tabs(page, view, self.screen, self.attending.is_hosted());
        match self.screen {
            DeskScreen::Script => desk::next(page, view, self.talks(), self.chosen()),
            DeskScreen::Background => desk::warning(page),
            DeskScreen::Observe | DeskScreen::Attendance => {}
        }
        page.rule();
        let contexts = self.screen_contexts();
        let ended = view.public.clock.ended;
        // What could have been is a matter of the hot wash; before it works too, but has its place in the guide.
        let works = |row: &super::super::keymap::Binding| {
            (ended || row.intent != Intent::WhatIf) && self.why_not(row.intent).is_none()
        };
        let footer = footer_rows(page, &contexts, 2, works);
        let rest = page.rest();
        // A rule, a message or the question, the keys.
        let said = if is_script { 2 } else { 1 };
        let below = footer.len() as u16 + 1 + said;
        let body = Rect {
            height: rest.height.saturating_sub(below),
            ..rest
        };
        let under = Rect {
            y: body.bottom(),
            height: rest.height.saturating_sub(body.height),
            ..rest
        };
        match self.screen {
            DeskScreen::Script => {
                let injects = script::Injects {
                    listed: &self.listed(),
                    selected: self.selected_inject(),
                    has_focus: self.script.is_here,
                };
                script::draw(&mut page.part(body), view, self.seat, &injects);
            }
            DeskScreen::Background => {
                background::draw(&mut page.part(body), view, self.foothold, self.knowledge);
            }
            DeskScreen::Observe => self.notes(&mut page.part(body)),
            DeskScreen::Attendance => self.places(&mut page.part(body)),
        }
        let mut under = page.part(under);
        let c = &mut under;
        c.rule();
        match &self.notice {
            Some(notice) if self.dialog.is_none() => {
                message(
                    c,
                    notice.tone,
                    &notice.say(&self.words),
                    usize::from(said),
                    false,
                );
            }
            _ if is_script => desk::standing(c, view),
            _ => {}
        }
        while c.rows_left() > footer.len() {
            c.gap();
        }
        for line in footer {
            c.line(line);
        }
    }

    fn notes(&self, c: &mut Canvas<'_>) {
        let observing = &self.observing;
        let view = match &observing.view {
            Some(Ok(view)) => view,
            Some(Err(why)) => {
                c.paragraph(&self.words.say(why), 1, Tone::Warn);
                return;
            }
            None => return,
        };
        let seat = observing.seat.and_then(|at| self.view.seats.get(at));
        let draft = observe::Draft {
            chosen: observing.chosen,
            seat: seat.map(|row| row.seat.name.as_str()),
            about: observing.about.unwrap_or(NoteKind::Observation),
            rating: observing.rating,
            text: (&observing.text, observing.typing == Some(Typing::Text)),
            evidence: (
                &observing.evidence,
                observing.typing == Some(Typing::Evidence),
            ),
        };
        observe::draw(c, view, &draft, &self.view.public.clock.now);
    }

    fn dialog(&self, page: &mut Canvas<'_>) -> Option<usize> {
        let view = &*self.view;
        let words = &self.words;
        let area = Rect {
            y: page.area.y + 1,
            height: page.area.height.saturating_sub(1),
            ..page.area
        };
        let mut over = page.part(area);
        let c = &mut over;
        match self.dialog.as_ref()? {
            LeadDialog::Quit => {
                let mut said = words.msg("ui-lead-quit-question");
                if let Some(folder) = &self.recorded {
                    said = format!("{said} {folder}");
                }
                draw_confirm(c, &words.msg("ui-quit-title"), &said);
            }
            LeadDialog::GoOn => {
                let text = Text::new("ui-lead-go-on-question").text("seats", self.who_decides());
                let charge = view.room.charge_minutes;
                let cost = Text::new("ui-lead-go-on-cost").with("minutes", Arg::Minutes(charge));
                let mut said = words.say(&text);
                if charge > 0 {
                    said.push(' ');
                    said.push_str(&words.say(&cost));
                }
                draw_confirm(c, &words.msg("ui-lead-go-on-title"), &said);
            }
            LeadDialog::Confirm(form) => {
                let at = view.decided.get(form.chosen);
                let at = Arg::Moment(at.map_or(view.public.clock.now, |row| row.at));
                let text = match form.distance() {
                    None => Text::new("ui-rewind-question").with("at", at),
                    Some(distance) => Text::new("ui-rewind-question-near")
                        .with("at", at)
                        .text("distance", distance),
                };
                draw_confirm(c, &words.msg("ui-rewind-title"), &words.say(&text));
            }
            LeadDialog::Intervene(intervention) => {
                let (title, key) = match intervention {
                    Intervention::NoticeTrace => ("ui-key-notice-trace", "ui-lead-notice-question"),
                    Intervention::SlowAttack => ("ui-key-slow-attack", "ui-lead-slow-question"),
                    Intervention::HastenAttack => {
                        ("ui-key-hasten-attack", "ui-lead-hasten-question")
                    }
                };
                let foothold = self.view.background.footholds.get(self.foothold);
                let place = foothold.map_or("–", |foothold| foothold.name.as_str());
                let text = Text::new(key).name("place", place);
                let said = format!("{} {}", words.say(&text), words.msg("ui-lead-on-record"));
                draw_confirm(c, &words.msg(title), &said);
            }
            LeadDialog::Terms(scroll) => {
                let title = words.msg("ui-terms-title");
                return Some(draw_reader(c, &title, *scroll, |c, cells| {
                    background::term_lines(c, &view.background, cells)
                }));
            }
            LeadDialog::LeaveOut(name, _) => {
                let row = self.inject_named(name)?;
                let text = Text::new("ui-script-leave-out-question")
                    .name("inject", name.clone())
                    .text("title", row.title.clone());
                let title = words.msg("ui-key-skip-inject");
                draw_confirm(c, &title, &words.say(&text));
            }
            LeadDialog::Leap(form) => draw_leap(c, form, view),
            LeadDialog::Rewind(form) => draw_rewind(c, view, *form),
            LeadDialog::Entry(form) => draw_entry(c, form, &self.name_of(form.seat)),
            LeadDialog::Improvise(form) => {
                draw_improvise(c, form, &self.addressees(), self.form_notice());
            }
            LeadDialog::FindSeat(form) => form.draw(c, view),
            LeadDialog::Inject(name, scroll) => {
                let row = self.inject_named(name)?;
                let now = &view.public.clock.now;
                return Some(draw_reader(c, name, *scroll, |c, cells| {
                    let lines = script_table::in_full(c, row, now, cells).into_iter();
                    lines.map(|(tone, line)| c.ink(tone, line).into()).collect()
                }));
            }
            LeadDialog::Ready(findings, scroll) => {
                let title = words.msg("ui-ready-title");
                return Some(draw_reader(c, &title, *scroll, |c, cells| {
                    ready_lines(c, findings, cells)
                }));
            }
            LeadDialog::Decided(seat, scroll) => {
                let row = self.view.seats.iter().find(|row| row.seat.id == *seat)?;
                let text = Text::new("ui-lead-decided-at").name("seat", row.seat.name.clone());
                return Some(draw_reader(c, &words.say(&text), *scroll, |c, cells| {
                    decided_lines(c, row, cells)
                }));
            }
            LeadDialog::Guide(scroll) => {
                let title = words.msg("ui-guide-title");
                return Some(draw_reader(c, &title, *scroll, |c, cells| {
                    let mut lines = guide_lines(c, cells, GUIDE_OF_THE_DESK, Context::DESK);
                    if let Some(text) = self.where_recorded() {
                        let said = wrap(&words.say(&text), cells);
                        let at = lines.iter().position(|line| line.spans.is_empty());
                        let at = at.unwrap_or(lines.len());
                        lines.splice(at..at, said.into_iter().map(Line::from));
                    }
                    lines
                }));
            }
        }
        None
    }

    /// Names the seats with open decisions.
    fn who_decides(&self) -> Text {
        let now = self.view.public.clock.now.at;
        let seats = self.view.seats.iter();
        let people = seats.filter(|row| row.holder == crate::view::Holder::Person);
        let open = people.filter(|row| row.pressing(now).next().is_some());
        let names: Vec<&str> = open.map(|row| row.seat.name.as_str()).collect();
        let count = names.len() as i64;
        Text::new("ui-lead-who-decides")
            .count("count", count)
            .name("names", names.join(", "))
    }
}

/// What was looked at before the exercise begins, each with its sign.
fn ready_lines(c: &Canvas<'_>, findings: &[(bool, Text)], cells: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (go, text) in findings {
        let (sign, tone) = if *go {
            ("√", Tone::Good)
        } else {
            ("!", Tone::Warn)
        };
        let said = c.words.say(text);
        for (at, piece) in wrap(&said, cells.saturating_sub(3)).into_iter().enumerate() {
            let head = if at == 0 { sign } else { " " };
            lines.push(c.ink(tone, format!("{head}  {piece}")).into());
        }
    }
    lines.push(Line::default());
    for piece in wrap(&c.words.msg("ui-ready-note"), cells) {
        lines.push(c.still(piece).into());
    }
    lines
}

/// All that was decided at a seat, each in full; what a stand-in did says so.
fn decided_lines(c: &Canvas<'_>, row: &SeatRow, cells: usize) -> Vec<Line<'static>> {
    let words = c.words;
    if row.decided.is_empty() {
        return vec![Line::from(c.still(words.msg("ui-lead-decided-nothing")))];
    }
    let said = row.decided.iter().flat_map(|(at, what, by_deputy)| {
        let who = if *by_deputy {
            format!(" ({})", words.msg("ui-log-deputy"))
        } else {
            String::new()
        };
        wrap(
            &format!("{}  {}{who}", words.moment(at), words.say(what)),
            cells,
        )
    });
    said.map(|piece| Line::from(c.ink(Tone::Plain, piece)))
        .collect()
}
