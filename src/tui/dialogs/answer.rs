//! The answer to a request for aid: how much is given, or why not.

use super::super::canvas::{Canvas, Hit};
use super::super::frame::footer_line;
use super::super::keymap::{Context, Intent};
use super::super::seat::Notice;
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::command::{AidAnswer, Command};
use crate::view::{AidRow, SeatView};
use crate::vocab::{Arg, RequestId, Text};

/// The reasons for a refusal, as the engine names them, with their words.
pub const REASONS: [(&str, &str); 6] = [
    ("own_danger", "ui-answer-own-danger"),
    ("own_services", "ui-answer-own-services"),
    ("no_capacity", "ui-answer-no-capacity"),
    ("same_provider", "ui-answer-same-provider"),
    ("pay_or_election_week", "ui-answer-pay-week"),
    ("contamination", "ui-answer-contamination"),
];

/// What has been chosen as an answer.
pub struct AnswerForm {
    pub request: RequestId,
    /// 0 is yes, the others are the reasons for a no.
    pub option: usize,
    amount: u32,
    asked: u32,
}

impl AnswerForm {
    pub fn new(row: &AidRow) -> Self {
        Self {
            request: row.id,
            option: 0,
            amount: row.asked.max(1),
            asked: row.asked.max(1),
        }
    }

    /// The last option.
    pub const LAST: usize = REASONS.len();

    /// Gives one less.
    pub fn less(&mut self) {
        self.amount = self.amount.saturating_sub(1).max(1);
    }

    /// Gives one more.
    pub fn more(&mut self) {
        self.amount = (self.amount + 1).min(self.asked);
    }

    /// Returns the answer as it stands.
    pub fn command(&self) -> Command {
        let answer = match self.option.checked_sub(1).and_then(|at| REASONS.get(at)) {
            None => AidAnswer::Grant {
                amount: self.amount,
            },
            Some((reason, _)) => AidAnswer::Refuse {
                reason: (*reason).to_owned(),
            },
        };
        Command::AnswerAid {
            request: self.request,
            answer,
        }
    }
}

/// Draws the answer over the page.
pub fn draw(page: &mut Canvas<'_>, form: &AnswerForm, view: &SeatView, notice: Option<&Notice>) {
    let Some(row) = view.aid.rows.iter().find(|row| row.id == form.request) else {
        return;
    };
    let words = page.words;
    let title = words.msg("ui-answer-title");
    let wide = page.area.width.min(90);
    let mut inside = page.framed((wide, 21), &title, "");
    let c = &mut inside;
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
    let unit = Text::new(format!("aid-amount-{}", row.kind.id())).count("count", form.amount);
    let yes = Text::new("ui-answer-yes")
        .text("amount", unit)
        .count("asked", row.asked);
    option(c, form, 0, &words.say(&yes));
    for (at, (_, label)) in REASONS.iter().enumerate() {
        option(c, form, at + 1, &words.msg(label));
    }
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

fn option(c: &mut Canvas<'_>, form: &AnswerForm, at: usize, text: &str) {
    let chosen = form.option == at;
    let mark = if chosen { "►" } else { " " };
    let letter = ["A", "B", "C", "D", "E", "F", "G"][at.min(6)];
    c.row(
        c.ink(Tone::Plain, format!("{mark} {letter} {text}")),
        chosen,
        u8::try_from(at).ok().map(|at| Hit::Key(Intent::Option(at))),
    );
}
