//! The answer to a request for aid: how much is given, or why not.

use super::super::canvas::{Canvas, Hit};
use super::super::field::Field;
use super::super::frame::footer_line;
use super::super::keymap::{Context, Intent};
use super::super::seat::Notice;
use super::super::text::{clip, width, wrap};
use super::super::theme::Tone;
use super::agreed::at_table;
use crate::command::{AidAnswer, Command};
use crate::view::{AidRow, SeatView};
use crate::vocab::{Arg, RequestId, Text};
use crate::words::Words;

/// The reasons for a refusal, as the engine names them, with their words.
pub const REASONS: [(&str, &str); 6] = [
    ("own_danger", "ui-answer-own-danger"),
    ("own_services", "ui-answer-own-services"),
    ("no_capacity", "ui-answer-no-capacity"),
    ("same_provider", "ui-answer-same-provider"),
    ("pay_or_election_week", "ui-answer-pay-week"),
    ("contamination", "ui-answer-contamination"),
];

/// What has been chosen as an answer, to one request or to several at once.
pub struct AnswerForm {
    /// The requests, in the order in which they are answered, with the most that each can get.
    pub requests: Vec<(RequestId, u32)>,
    /// 0 is yes, the others are the reasons for a no.
    pub option: usize,
    /// The most that each gets.
    amount: u32,
    /// Why nothing can be given to any of them.
    nothing: Option<Text>,
    /// Whether it was talked over at the table with those who ask.
    pub at_table: bool,
    /// Why, as typed; it is written to each answer.
    pub reason: Field,
    /// Whether the reason has the focus.
    pub in_reason: bool,
}

impl AnswerForm {
    pub fn new(rows: &[&AidRow]) -> Self {
        let requests: Vec<_> = rows.iter().map(|row| (row.id, most_for(row))).collect();
        let can_give = requests.iter().any(|(_, most)| *most > 0);
        let mut reasons = rows.iter().filter_map(|row| row.nothing_to_give.clone());
        let nothing = reasons.next().filter(|_| !can_give);
        // Where nothing can be given, the no is chosen that is true.
        let no_capacity = REASONS.iter().position(|(id, _)| *id == "no_capacity");
        let mut form = Self {
            requests,
            option: nothing.as_ref().and(no_capacity).map_or(0, |at| at + 1),
            amount: 1,
            nothing,
            at_table: false,
            reason: Field::default(),
            in_reason: false,
        };
        form.amount = form.most().max(1);
        form
    }

    /// Whether one of them can get something.
    pub fn can_give(&self) -> bool {
        self.nothing.is_none()
    }

    /// The last option.
    pub const LAST: usize = REASONS.len();

    /// Returns the most that one of them can get.
    fn most(&self) -> u32 {
        let most = self.requests.iter().map(|(_, most)| *most);
        most.max().unwrap_or(0)
    }

    /// Keeps the requests that still wait for an answer.
    pub fn keep(&mut self, waits: impl Fn(RequestId) -> bool) {
        self.requests.retain(|(id, _)| waits(*id));
    }

    /// Gives one less.
    pub fn less(&mut self) {
        self.amount = self.amount.saturating_sub(1).max(1);
    }

    /// Gives one more.
    pub fn more(&mut self) {
        self.amount = (self.amount + 1).min(self.most().max(1));
    }

    /// Returns why: what was typed, else the reason that is chosen for a no, in its words; a yes needs none.
    pub fn reason(&self, words: &Words) -> String {
        let typed = self.reason.text().trim();
        let chosen = self.option.checked_sub(1).and_then(|at| REASONS.get(at));
        match chosen {
            Some((reason, _)) if typed.is_empty() => words.of("reason", reason),
            _ => typed.to_owned(),
        }
    }

    /// Returns the answers as they stand, one for each request.
    pub fn commands(&self) -> Vec<(RequestId, Command)> {
        // Who can get nothing is asked all the same: the reason comes back.
        let answer = |most: u32| match self.option.checked_sub(1).and_then(|at| REASONS.get(at)) {
            None => AidAnswer::Grant {
                amount: self.amount.min(most.max(1)),
            },
            Some((reason, _)) => AidAnswer::Refuse {
                reason: (*reason).to_owned(),
            },
        };
        let requests = self.requests.iter();
        requests
            .map(|(request, most)| {
                let request = *request;
                let answer = answer(*most);
                (request, Command::AnswerAid { request, answer })
            })
            .collect()
    }
}

/// The most that a request can get.
fn most_for(row: &AidRow) -> u32 {
    match row.nothing_to_give {
        Some(_) => 0,
        None => row.asked.min(row.most_to_give),
    }
}

/// Draws the answer over the page.
pub fn draw(page: &mut Canvas<'_>, form: &AnswerForm, view: &SeatView, notice: Option<&Notice>) {
    let of = |id| view.aid.rows.iter().find(move |row| row.id == id);
    let rows: Vec<&AidRow> = form.requests.iter().filter_map(|(id, _)| of(*id)).collect();
    let Some(first) = rows.first() else {
        return;
    };
    let words = page.words;
    let title = words.msg("ui-answer-title");
    let wide = page.area.width.min(90);
    let mut inside = page.framed((wide, 23), &title, "");
    let c = &mut inside;
    let yes = if rows.len() == 1 {
        one(c, first);
        let unit = Text::new(format!("aid-amount-{}", first.kind.id())).count("count", form.amount);
        let key = if first.most_to_give < first.asked {
            "ui-answer-yes-capped"
        } else {
            "ui-answer-yes"
        };
        Text::new(key)
            .text("amount", unit)
            .count("asked", first.asked)
            .count("most", first.most_to_give)
    } else {
        several(c, &rows, form);
        Text::new("ui-answer-yes-several").count("most", form.amount)
    };
    c.gap();
    c.paragraph(&words.say(&view.aid.rule), 0, Tone::Help);
    let staff = &view.town_hall.staff;
    let own = Text::new("ui-answer-own-staff")
        .count("own", staff.own)
        .count("lent", staff.lent);
    c.paragraph(&words.say(&own), 0, Tone::Plain);
    if let Some(next) = &view.town_hall.next_deadline {
        let now = &view.public.clock.now;
        let text = Text::new("ui-next-deadline")
            .text("what", next.what.clone())
            .name("when", words.near(&next.at, now))
            .with("left", Arg::Minutes(next.at.at.since(now.at)));
        c.paragraph(&words.say(&text), 0, Tone::Plain);
    }
    c.gap();
    let yes = if form.can_give() {
        words.say(&yes)
    } else {
        words.msg("ui-answer-nothing-to-give")
    };
    option(c, form, 0, &yes);
    if let Some(why) = &form.nothing {
        c.paragraph(&words.say(why), 4, Tone::Warn);
    }
    for (at, (_, label)) in REASONS.iter().enumerate() {
        option(c, form, at + 1, &words.msg(label));
    }
    c.gap();
    c.line(at_table(c, form.at_table));
    reason(c, form);
    while c.rows_left() > 4 {
        c.gap();
    }
    if let Some(notice) = notice {
        for piece in wrap(&notice.say(words), c.width()).into_iter().take(2) {
            c.line(c.ink(notice.tone, piece));
        }
    }
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Answer], |_| true);
    c.line(footer);
}

/// Why, as it will stand with each answer.
fn reason(c: &mut Canvas<'_>, form: &AnswerForm) {
    let label = format!("{} ", c.words.msg("ui-decision-reason"));
    let cells = c.width().saturating_sub(width(&label) + 2);
    let (tone, shown) = if form.in_reason || !form.reason.is_empty() {
        (Tone::Plain, form.reason.shown(cells, form.in_reason))
    } else {
        (Tone::Still, clip(&form.reason(c.words), cells))
    };
    let line = vec![c.still(label), c.ink(tone, format!("[{shown}]"))];
    c.row(line, form.in_reason, Some(Hit::Key(Intent::NextField)));
}

/// Says what one request asks for.
fn one(c: &mut Canvas<'_>, row: &AidRow) {
    let words = c.words;
    let amount = Text::new(format!("aid-short-{}", row.kind.id())).count("count", row.asked);
    let asked = Text::new("ui-answer-asked")
        .name("from", row.from.clone())
        .text("amount", amount)
        .text("days", Text::new("ui-days").count("days", row.days));
    c.paragraph(&words.say(&asked), 0, Tone::Strong);
    if let Some(service) = &row.service {
        let text = Text::new("ui-answer-for").text("service", service.clone());
        c.paragraph(&words.say(&text), 0, Tone::Plain);
    }
}

/// Says who asks for what, as many as there is room for.
fn several(c: &mut Canvas<'_>, rows: &[&AidRow], form: &AnswerForm) {
    /// Lines that leave room for the answers.
    const ROOM: usize = 4;
    let words = c.words;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let head = Text::new("ui-answer-several").count("count", count(rows.len()));
    c.paragraph(&words.say(&head), 0, Tone::Strong);
    let shown = if rows.len() > ROOM {
        ROOM - 1
    } else {
        rows.len()
    };
    for row in &rows[..shown] {
        let amount = Text::new(format!("aid-short-{}", row.kind.id())).count("count", row.asked);
        let mut asked = format!("  {}: {}", row.from, words.say(&amount));
        let most = form.requests.iter().find(|(id, _)| *id == row.id);
        let most = most.map_or(row.asked, |(_, most)| *most);
        if most < row.asked {
            let least = Text::new("ui-answer-at-most").count("most", most);
            asked = format!("{asked} · {}", words.say(&least));
        }
        c.line(c.ink(Tone::Plain, asked));
    }
    if shown < rows.len() {
        let more = Text::new("ui-more").count("count", count(rows.len() - shown));
        c.line(c.still(format!("  {}", words.say(&more))));
    }
}

fn option(c: &mut Canvas<'_>, form: &AnswerForm, at: usize, text: &str) {
    let chosen = form.option == at;
    let tone = if at == 0 && !form.can_give() {
        Tone::Still
    } else {
        Tone::Plain
    };
    let mark = if chosen { "►" } else { " " };
    let letter = ["A", "B", "C", "D", "E", "F", "G"][at.min(6)];
    c.row(
        c.ink(tone, format!("{mark} {letter} {text}")),
        chosen,
        u8::try_from(at).ok().map(|at| Hit::Key(Intent::Option(at))),
    );
}
