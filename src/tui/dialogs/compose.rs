//! A new request for aid, with a preview of who could help and when.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::Canvas;
use super::super::frame::footer_line;
use super::super::keymap::Context;
use super::super::seat::{Notice, around};
use super::super::theme::Tone;
use crate::command::AidDraft;
use crate::view::{AidChoice, AidView, Candidate, Preview, SeatView};
use crate::vocab::{ServiceId, Text};

/// The most working days aid can be asked for.
const MOST_DAYS: u32 = 10;

/// A field of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComposeField {
    /// What is asked for.
    Kind,
    /// For which service.
    Service,
    /// How much.
    Amount,
    /// For how long.
    Days,
    /// Who is asked.
    Helper,
}

impl ComposeField {
    const ALL: [Self; 5] = [
        Self::Kind,
        Self::Service,
        Self::Amount,
        Self::Days,
        Self::Helper,
    ];

    /// Returns the field some places further, in a ring.
    pub fn moved(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|field| *field == self);
        Self::ALL[around(at.unwrap_or(0), by, Self::ALL.len())]
    }
}

/// What has been chosen for a request.
pub struct ComposeForm {
    pub focus: ComposeField,
    kind: usize,
    service: Option<ServiceId>,
    amount: u32,
    days: u32,
    helper: usize,
    /// The last preview, for which draft and at which revision.
    pub preview: Option<(AidDraft, u64, Preview)>,
}

impl ComposeForm {
    /// Begins a request; for a service, with the kind of aid that serves it, if there is one.
    pub fn new(aid: &AidView, service: Option<ServiceId>) -> Self {
        let serves =
            |choice: &AidChoice| choice.services.iter().any(|(id, _)| Some(*id) == service);
        Self {
            focus: ComposeField::Kind,
            kind: aid.choices.iter().position(serves).unwrap_or(0),
            service,
            amount: 1,
            days: 5,
            helper: 0,
            preview: None,
        }
    }

    fn choice<'a>(&self, aid: &'a AidView) -> Option<&'a AidChoice> {
        aid.choices
            .get(self.kind.min(aid.choices.len().saturating_sub(1)))
    }

    /// Returns the service as the chosen kind allows it: none, the wanted one, or the first.
    fn service_for<'a>(&self, choice: &'a AidChoice) -> Option<&'a (ServiceId, Text)> {
        choice
            .services
            .iter()
            .find(|(id, _)| Some(*id) == self.service)
            .or_else(|| choice.services.first())
    }

    /// Returns the request as it stands; `None` if there is nothing to ask for or nobody to ask.
    pub fn draft(&self, aid: &AidView) -> Option<AidDraft> {
        let choice = self.choice(aid)?;
        let (helper, _) = aid.partners.get(self.helper)?;
        Some(AidDraft {
            kind: choice.kind,
            helper: *helper,
            amount: self.amount.clamp(1, choice.most.max(1)),
            days: self.days,
            service: self.service_for(choice).map(|(id, _)| *id),
        })
    }

    /// Changes the field that has the focus.
    pub fn change(&mut self, aid: &AidView, by: isize) {
        let step = |value: u32, most: u32| {
            let moved = if by < 0 {
                value.saturating_sub(1)
            } else {
                value + 1
            };
            moved.clamp(1, most.max(1))
        };
        let Some(choice) = self.choice(aid) else {
            return;
        };
        match self.focus {
            ComposeField::Kind => self.kind = around(self.kind, by, aid.choices.len()),
            ComposeField::Service => {
                let at = self
                    .service_for(choice)
                    .and_then(|(id, _)| choice.services.iter().position(|(other, _)| other == id))
                    .unwrap_or(0);
                let next = around(at, by, choice.services.len());
                self.service = choice.services.get(next).map(|(id, _)| *id);
            }
            ComposeField::Amount => {
                let amount = self.amount.clamp(1, choice.most.max(1));
                self.amount = step(amount, choice.most);
            }
            ComposeField::Days => self.days = step(self.days, MOST_DAYS),
            ComposeField::Helper => self.helper = around(self.helper, by, aid.partners.len()),
        }
    }
}

/// Draws the request over the page.
pub fn draw(page: &mut Canvas<'_>, form: &ComposeForm, view: &SeatView, notice: Option<&Notice>) {
    let title = page.words.msg("ui-compose-title");
    let corner = page.words.msg("ui-compose-preview-note");
    let wide = page.area.width.min(120);
    let tall = page.area.height.min(22);
    let mut inside = page.framed((wide, tall), &title, &corner);
    let area = inside.area;
    let left_wide = (area.width / 2).max(40).min(area.width);
    let body = area.height.saturating_sub(4);
    let left = Rect {
        width: left_wide,
        height: body,
        ..area
    };
    let right = Rect {
        x: area.x + left_wide + 1,
        width: area.width.saturating_sub(left_wide + 1),
        height: body,
        ..area
    };
    fields(&mut inside.part(left), form, view);
    if let Some((_, _, preview)) = &form.preview {
        candidates(&mut inside.part(right), preview, view, form);
    }
    let below = Rect {
        y: area.y + body,
        height: area.height - body,
        ..area
    };
    let c = &mut inside.part(below);
    c.rule();
    message(c, form, notice);
    while c.rows_left() > 1 {
        c.gap();
    }
    let footer = footer_line(c, &[Context::Compose], |_| true);
    c.line(footer);
}

fn fields(c: &mut Canvas<'_>, form: &ComposeForm, view: &SeatView) {
    let Some(choice) = form.choice(&view.aid) else {
        return;
    };
    let amount = form.amount.clamp(1, choice.most.max(1));
    let none = c.words.msg("ui-compose-no-service");
    let service = form
        .service_for(choice)
        .map_or(none, |(_, name)| c.words.say(name));
    let kind = choice.kind.id();
    let amount_text = Text::new(format!("aid-amount-{kind}")).count("count", amount);
    let helper = view.aid.partners.get(form.helper);
    let rows = [
        (
            ComposeField::Kind,
            "ui-compose-kind",
            c.words.of("aid-kind", kind),
        ),
        (ComposeField::Service, "ui-compose-service", service),
        (
            ComposeField::Amount,
            "ui-compose-amount",
            c.words.say(&amount_text),
        ),
        (
            ComposeField::Days,
            "ui-compose-days",
            c.words.say(&Text::new("ui-days").count("days", form.days)),
        ),
        (
            ComposeField::Helper,
            "ui-compose-helper",
            helper.map_or_else(String::new, |(_, name)| name.clone()),
        ),
    ];
    c.gap();
    for (field, label, value) in rows {
        let label = c.words.msg(label);
        c.row(
            vec![
                c.cell(Tone::Still, &label, 9),
                c.ink(Tone::Plain, format!("◄ {value} ►")),
            ],
            field == form.focus,
            None,
        );
    }
    c.gap();
    if let Some((_, _, preview)) = &form.preview {
        for (label, text) in [
            ("ui-compose-effect", &preview.effect),
            ("ui-compose-cost", &preview.cost),
            ("ui-compose-channel", &preview.channel),
        ] {
            let said = format!("{} {}", c.words.msg(label), c.words.say(text));
            c.paragraph(&said, 0, Tone::Plain);
        }
    }
}

fn candidates(c: &mut Canvas<'_>, preview: &Preview, view: &SeatView, form: &ComposeForm) {
    c.line(c.still(format!("  {}", c.words.msg("ui-compose-who"))));
    let asked = view.aid.partners.get(form.helper).map(|(id, _)| *id);
    // The one who is asked comes first, whatever the order of the others.
    let mut order: Vec<&Candidate> = preview.candidates.iter().collect();
    order.sort_by_key(|candidate| Some(candidate.helper) != asked);
    let total = order.len();
    for (at, candidate) in order.into_iter().enumerate() {
        let more = total - at;
        if c.rows_left() <= 1 && more > 1 {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            let text = c.words.say(&Text::new("ui-more").count("count", more));
            c.line(c.still(format!("  {text}")));
            return;
        }
        candidate_rows(c, candidate, view, Some(candidate.helper) == asked);
    }
}

fn candidate_rows(c: &mut Canvas<'_>, candidate: &Candidate, view: &SeatView, asked: bool) {
    let words = c.words;
    let now = &view.public.clock.now;
    let (mark, tone) = if asked {
        ("► ", Tone::Strong)
    } else {
        ("  ", Tone::Plain)
    };
    c.line(vec![Span::raw(mark), c.ink(tone, candidate.name.clone())]);
    let mut facts = Vec::new();
    if let Some(span) = &candidate.at_work {
        let from = Text::new("ui-compose-from").name("when", words.span(span, now));
        facts.push(words.say(&from));
    }
    if let Some(most) = candidate.most {
        facts.push(words.say(&Text::new("ui-compose-most").count("count", most)));
    }
    // Who is not asked has one line less.
    if !facts.is_empty() && (asked || candidate.objection.is_none()) {
        c.paragraph(&facts.join(" · "), 4, Tone::Plain);
    }
    if let Some(objection) = &candidate.objection {
        let tone = if asked { Tone::Warn } else { Tone::Still };
        c.paragraph(&words.say(objection), 4, tone);
    }
}

fn message(c: &mut Canvas<'_>, form: &ComposeForm, notice: Option<&Notice>) {
    let refusal = form
        .preview
        .as_ref()
        .and_then(|(_, _, preview)| preview.refusal.clone())
        .map(Notice::refused);
    if let Some(notice) = notice.or(refusal.as_ref()) {
        let width = c.width();
        for piece in super::super::text::wrap(&notice.say(c.words), width)
            .into_iter()
            .take(2)
        {
            c.line(c.ink(notice.tone, piece));
        }
    }
}
