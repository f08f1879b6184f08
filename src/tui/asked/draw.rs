//! Draws what can be changed, and the wait.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::dialogs::{draw_reader, guide_lines};
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::page::{body_and_foot, heading};
use super::super::theme::Tone;
use super::super::widgets::progress;
use super::{AskedScreen, FUTURES, Row, SHIFTS, page};
use crate::view::{Askable, AskableClause, AskedState, Change};
use crate::vocab::{Arg, Text};

/// What the guide tells first: what is compared, and how to read it.
const GUIDE: &[&str] = &["ui-asked-what", "ui-asked-guide", "ui-asked-shade"];

impl AskedScreen {
    /// Draws the page and keeps the scrolling within what there is.
    pub fn draw(&mut self, c: &mut Canvas<'_>) {
        self.draw_page(c);
        self.draw_guide(c);
    }

    fn draw_page(&mut self, c: &mut Canvas<'_>) {
        let words = c.words;
        let title = format!("beistand │ {}", words.msg("ui-asked-title"));
        heading(c, &title, &words.msg("run-label"));
        let (body, foot) = body_and_foot(c.rest());
        let mut inside = c.part(body);
        let mut most = 0;
        match (&self.state, &self.choices) {
            (_, Err(why)) => inside.paragraph(&words.say(why), 2, Tone::Warn),
            (AskedState::Running { done, of }, _) => wait(&mut inside, *done, *of),
            (AskedState::Done(answer), Ok(choices)) => {
                let asked = self.asked.as_ref();
                let asked = asked.map(|change| told(words, change, choices));
                most = page::page(&mut inside, answer, &asked.unwrap_or_default(), self.scroll);
            }
            (_, Ok(choices)) => self.list(&mut inside, choices),
        }
        self.scroll = self.scroll.min(most);
        let mut below = c.part(foot);
        let c = &mut below;
        c.rule();
        match &self.notice {
            Some(notice) => c.line(c.ink(Tone::Warn, format!(" {}", words.say(notice)))),
            None if self.scroll < most => {
                c.line(c.still(format!(" {}", words.msg("ui-drill-more-below"))));
            }
            None => c.gap(),
        }
        let mut footer = footer_line(c, &[self.context_of_page()], |_| true);
        footer.spans.insert(0, Span::raw(" "));
        c.line(footer);
    }

    /// Draws the guide over the page while it is open.
    fn draw_guide(&mut self, page: &mut Canvas<'_>) {
        let Some(scroll) = self.guide else {
            return;
        };
        let title = page.words.msg("ui-guide-title");
        let most = draw_reader(page, &title, scroll, |c, cells| {
            guide_lines(c, cells, GUIDE, &[Context::Asked, Context::AskedPage])
        });
        self.guide = Some(scroll.min(most));
    }

    fn list(&self, c: &mut Canvas<'_>, choices: &Askable) {
        let words = c.words;
        c.paragraph(&words.msg("ui-asked-what"), 2, Tone::Plain);
        let futures = match FUTURES[self.futures] {
            0 => words.msg("ui-asked-one-course"),
            runs => words.say(&Text::new("ui-asked-futures").count("runs", runs)),
        };
        c.line(vec![
            c.still(format!("  {} ", words.msg("ui-asked-luck"))),
            c.strong(format!("[{futures}]")),
        ]);
        c.gap();
        let rows = self.rows();
        let room = c.rows_left();
        let first = first_shown(self.chosen, rows.len(), room);
        for (at, row) in rows.iter().enumerate().skip(first).take(room) {
            let is_chosen = at == self.chosen;
            let mark = if is_chosen { "► " } else { "  " };
            let mut spans = vec![Span::raw(format!("  {mark}"))];
            match row {
                Row::WithoutAid => spans.push(c.strong(words.msg("ui-asked-without-aid"))),
                Row::Pact => {
                    let title = choices.pacts.get(self.pact);
                    let title = title.map_or_else(String::new, |(_, title)| words.say(title));
                    spans.push(c.strong(format!("{} ", words.msg("ui-asked-pact"))));
                    spans.push(c.strong(format!("[{title} ◄►]")));
                }
                Row::Clause => {
                    let clause = choices.clauses.get(self.clause);
                    let rule = clause.map_or_else(String::new, |clause| {
                        words.say(&ruled(clause, !clause.held))
                    });
                    spans.push(c.strong(format!("{} ", words.msg("ui-asked-rule"))));
                    spans.push(c.strong(format!("[{rule} ◄►]")));
                }
                Row::Decision(at) => {
                    let Some(decided) = choices.decided.get(*at) else {
                        continue;
                    };
                    spans.push(c.cell(Tone::Still, &words.moment(&decided.at), 17));
                    spans.push(c.cell(Tone::Strong, &decided.seat, 19));
                    spans.push(Span::raw(" "));
                    if is_chosen {
                        let how = words.say(&shifted(SHIFTS[self.shift]));
                        spans.push(c.strong(format!("[{how} ◄►] ")));
                    }
                    spans.push(c.ink(Tone::Plain, words.say(&decided.what)));
                }
            }
            c.row(spans, is_chosen, Some(Hit::Row(at)));
        }
    }
}

/// Says whether a clause holds.
fn ruled(clause: &AskableClause, on: bool) -> Text {
    let key = if on {
        "ui-asked-rule-on"
    } else {
        "ui-asked-rule-off"
    };
    Text::new(key).text("rule", clause.title.clone())
}

/// Says how a decision is shifted.
fn shifted(minutes: i64) -> Text {
    let by = Arg::Minutes(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX));
    match minutes {
        0 => Text::new("ui-asked-absent"),
        ..0 => Text::new("ui-asked-earlier").with("by", by),
        1.. => Text::new("ui-asked-later").with("by", by),
    }
}

/// Says what was asked.
fn told(words: &crate::words::Words, change: &Change, choices: &Askable) -> String {
    let decided = |line: &u64, how: Text| {
        let mut all = choices.decided.iter();
        let found = all.find(|decided| decided.line == *line);
        let text = found.map(|decided| {
            Text::new("ui-asked-of-decision")
                .with("at", Arg::Moment(decided.at))
                .name("seat", decided.seat.clone())
                .text("what", decided.what.clone())
                .text("how", how)
        });
        text.map_or_else(String::new, |text| words.say(&text))
    };
    match change {
        Change::WithoutAid => words.msg("ui-asked-without-aid"),
        Change::Pact(id) => {
            let mut pacts = choices.pacts.iter();
            let title = pacts.find(|(other, _)| other == id);
            let title = title.map_or_else(String::new, |(_, title)| words.say(title));
            format!("{} {title}", words.msg("ui-asked-pact"))
        }
        Change::Clause(id, on) => {
            let mut clauses = choices.clauses.iter();
            let rule = clauses.find(|clause| clause.id == *id);
            let rule = rule.map_or_else(String::new, |rule| words.say(&ruled(rule, *on)));
            format!("{} {rule}", words.msg("ui-asked-rule"))
        }
        Change::Without(line) => decided(line, shifted(0)),
        Change::Moved(line, minutes) => decided(line, shifted(*minutes)),
    }
}

fn wait(c: &mut Canvas<'_>, done: u32, of: u32) {
    let words = c.words;
    c.gap();
    c.line(c.strong(format!("  {}", words.msg("ui-asked-running"))));
    c.gap();
    progress::bar(c, done, of);
    let text = Text::new("ui-asked-progress")
        .count("done", done)
        .count("of", of);
    c.line(c.ink(Tone::Plain, format!("  {}", words.say(&text))));
    c.gap();
    c.paragraph(&words.msg("ui-asked-esc"), 2, Tone::Still);
}
