//! Draws questions and the wait.

use ratatui::Frame;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::dialogs::draw_confirm;
use super::super::frame::footer_line;
use super::super::keymap::Intent;
use super::super::page::{body_and_foot, draw_page, heading};
use super::super::text::wrap;
use super::super::theme::{ColorDepth, Tone};
use super::super::widgets::progress;
use super::{DrillKind, DrillScreen, DrillState, page};
use crate::vocab::{Arg, Text};
use crate::words::Lang;

const MINUTE: u32 = 60;

impl DrillScreen {
    /// Draws everything on the frame.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let (most, hits) = draw_page(frame, &self.settings, &self.words, |page| {
            let most = self.page(page);
            if self.asking_to_quit {
                let title = self.words.msg("ui-quit-title");
                let question = self.words.msg("ui-start-quit-question");
                draw_confirm(page, &title, &question);
            }
            most
        });
        self.scroll = self.scroll.min(most.unwrap_or(0));
        self.hits = hits;
    }

    /// Draws the page; returns how far it can be scrolled.
    fn page(&self, c: &mut Canvas<'_>) -> usize {
        let words = &self.words;
        let title = words.msg(match self.kind {
            DrillKind::Compare => "ui-start-compare-title",
            DrillKind::Own => "ui-start-own-title",
        });
        let reckoned = words.msg("ui-drill-kicker");
        heading(c, &format!("beistand │ {title}"), &reckoned);
        let (body, foot) = body_and_foot(c.rest());
        let mut inside = c.part(body);
        let most = match &self.state {
            DrillState::Running {
                done,
                of,
                seconds_left,
            } => {
                self.wait(&mut inside, (*done, *of), *seconds_left);
                0
            }
            DrillState::Resting | DrillState::Failed(_) if self.form.is_some() => {
                if let Some(form) = &self.form {
                    form.draw(&mut inside);
                }
                0
            }
            DrillState::Done(report) => page::page(&mut inside, report, self.scroll),
            _ => {
                self.questions(&mut inside);
                0
            }
        };
        let mut below = c.part(foot);
        let c = &mut below;
        c.rule();
        match &self.notice {
            Some(notice) => c.line(c.ink(Tone::Warn, format!(" {}", words.say(notice)))),
            None if most > 0 => {
                let place = Text::new("ui-drill-more-below");
                let said = if self.scroll < most {
                    words.say(&place)
                } else {
                    String::new()
                };
                c.line(c.still(format!(" {said}")));
            }
            None => c.gap(),
        }
        let works = |row: &super::super::keymap::Binding| match row.intent {
            Intent::Light => self.settings.theme.depth == ColorDepth::True,
            Intent::NewDraft | Intent::HourValue => self.kind == DrillKind::Compare,
            Intent::Search => self.asks_for_place(),
            _ => true,
        };
        let mut footer = footer_line(c, &[self.context()], works);
        footer.spans.insert(0, Span::raw(" "));
        c.line(footer);
        most
    }

    fn questions(&self, c: &mut Canvas<'_>) {
        let words = &self.words;
        let title = match words.lang() {
            Lang::De => &self.choices.title.0,
            Lang::En => &self.choices.title.1,
        };
        c.line(c.strong(format!("  {title}")));
        c.paragraph(
            &words.msg(match self.kind {
                DrillKind::Compare => "ui-drill-compare-what",
                DrillKind::Own => "ui-drill-own-what",
            }),
            2,
            Tone::Plain,
        );
        if self.kind == DrillKind::Own {
            let key = if self.choices.is_chosen {
                "ui-drill-own-holds"
            } else {
                "ui-drill-own-holds-there"
            };
            if let Some(pact) = self.choices.pacts.get(self.choices.today) {
                let text = Text::new(key).name("pact", words.say(&pact.name));
                c.paragraph(&words.say(&text), 2, Tone::Plain);
            }
        }
        c.gap();
        for question in 0..3 {
            let asked = question == self.question;
            let options = self.options(question);
            let chosen = self.chosen[question].min(options.len().saturating_sub(1));
            let said = words.msg(self.title_of(question));
            let number = question + 1;
            if !asked {
                let answer = options.get(chosen).cloned().unwrap_or_default();
                let tone = if question < self.question {
                    Tone::Strong
                } else {
                    Tone::Still
                };
                c.line(vec![
                    c.still(format!("  {number} {said}  ")),
                    c.ink(tone, answer),
                ]);
                continue;
            }
            c.line(c.strong(format!("  {number} {said}")));
            if let Some(field) = &self.typing {
                let room = c.width().saturating_sub(8).min(70);
                c.line(vec![
                    c.ink(Tone::Help, "    ► "),
                    c.strong(field.shown(room, true)),
                ]);
                if self.faults.is_empty() {
                    c.paragraph(&words.msg("ui-drill-own-file-how"), 6, Tone::Still);
                } else {
                    self.faults(c, field.text().trim(), 2 - question);
                }
                continue;
            }
            if let Some(field) = &self.finding {
                let room = c.width().saturating_sub(8).min(70);
                c.line(vec![
                    c.strong("    / "),
                    c.ink(Tone::Help, field.shown(room, true)),
                ]);
            }
            // The questions below and a gap must fit, and what an hour is worth.
            let worth = self.worth(c.width()).len();
            let below = 3 - question + worth + usize::from(worth > 0);
            let room = c.rows_left().saturating_sub(below).max(2);
            let first = first_shown(chosen, options.len(), room);
            let shown = options.iter().enumerate().skip(first).take(room);
            for (at, option) in shown {
                let mark = if at == chosen { "►" } else { " " };
                let more = at + 1 == first + room && at + 1 < options.len();
                let more = if more { " ↓" } else { "" };
                c.row(
                    vec![Span::raw(format!("    {mark} {option}")), c.still(more)],
                    at == chosen,
                    Some(Hit::Row(at)),
                );
            }
        }
        let worth = self.worth(c.width());
        if !worth.is_empty() {
            c.gap();
        }
        for (row, said) in worth.into_iter().enumerate() {
            let Some(field) = self.pricing.as_ref().filter(|_| row == 0) else {
                c.line(c.still(format!("  {said}")));
                continue;
            };
            c.line(vec![
                c.strong(format!("  {said}  ")),
                c.ink(Tone::Help, field.shown(10, true)),
                c.strong(" €"),
            ]);
        }
        if self.question == 2 && self.in_depth() {
            c.gap();
            let key = match self.kind {
                DrillKind::Compare => "ui-drill-in-depth",
                DrillKind::Own => "ui-drill-in-depth-alone",
            };
            c.paragraph(&words.msg(key), 6, Tone::Still);
        }
    }

    /// What an hour is worth, and what follows, where a draft has a price; while it is typed, what may be typed.
    fn worth(&self, width: usize) -> Vec<String> {
        if self.kind != DrillKind::Compare {
            return Vec::new();
        }
        let words = &self.words;
        let room = width.saturating_sub(4);
        if self.pricing.is_some() {
            let mut lines = vec![words.msg("ui-drill-hour-value-ask")];
            lines.extend(wrap(&words.msg("ui-drill-hour-value-how"), room));
            return lines;
        }
        let text = match self.hour_value_eur {
            Some(value) => Text::new("ui-drill-hour-value").count("value", value),
            None => Text::new("ui-drill-hour-value-none"),
        };
        wrap(&words.say(&text), room)
    }

    /// What is wrong with a file: how much, the first of it in full, and where the rest is to be seen.
    fn faults(&self, c: &mut Canvas<'_>, path: &str, rows_below: usize) {
        let words = &self.words;
        if self.faults.len() > 1 {
            let text = Text::new("ui-drill-faults")
                .count("count", self.faults.len() as i64)
                .name("path", path);
            c.paragraph(&words.say(&text), 6, Tone::Warn);
        }
        for (at, fault) in self.faults.iter().enumerate() {
            let said = words.say(fault);
            let rows = wrap(&said, c.width().saturating_sub(6)).len();
            // Of one fault as much is shown as there is room for; of several only whole ones.
            if at > 0 && rows + rows_below > c.rows_left() {
                break;
            }
            c.paragraph(&said, 6, Tone::Plain);
        }
    }

    fn wait(&self, c: &mut Canvas<'_>, (done, of): (u32, u32), seconds_left: Option<u32>) {
        let words = &self.words;
        c.gap();
        c.line(c.strong(format!("  {}", words.msg("ui-drill-running"))));
        c.gap();
        progress::bar(c, done, of);
        let text = if of == 0 {
            Text::new("ui-drill-preparing")
        } else {
            Text::new("ui-drill-progress")
                .count("done", done)
                .count("of", of)
        };
        let mut said = words.say(&text);
        if let Some(seconds) = seconds_left {
            let left = if seconds < MINUTE {
                Text::new("ui-drill-soon")
            } else {
                let minutes = Arg::Minutes(seconds.div_ceil(MINUTE));
                Text::new("ui-drill-left").with("left", minutes)
            };
            said = format!("{said}  {}", words.say(&left));
        }
        c.line(c.ink(Tone::Plain, format!("  {said}")));
        c.gap();
        c.paragraph(&words.msg("ui-drill-esc"), 2, Tone::Still);
    }
}
