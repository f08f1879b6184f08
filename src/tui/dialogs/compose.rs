//! A new request for aid, with a preview of who could help and when.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::frame::footer_line;
use super::super::keymap::{Context, Intent};
use super::super::seat::{Notice, around};
use super::super::text::wrap;
use super::super::theme::Tone;
use super::agreed::at_table;
use crate::command::AidDraft;
use crate::view::{AidChoice, AidView, Candidate, Preview, SeatView};
use crate::vocab::{AdministrationId, ServiceId, Stamp, Text};
use crate::words::Words;

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
    /// Who was chosen; nobody yet means the best.
    helper: Option<AdministrationId>,
    /// Who is asked together, each by a request of its own; nobody: only the helper shown.
    several: BTreeSet<AdministrationId>,
    /// Whether it was talked over at the table with those who are asked.
    pub at_table: bool,
    /// Who is best by the last preview.
    best: Option<AdministrationId>,
    /// The last preview, for which draft and at which revision.
    pub preview: Option<(AidDraft, u64, Preview)>,
}

impl ComposeForm {
    /// Begins a request; for a service or to places, with the kind of aid that fits, if there is one.
    pub fn new(aid: &AidView, service: Option<ServiceId>, places: &[AdministrationId]) -> Self {
        let fits = |choice: &AidChoice| {
            let gives = |(id, _): &(AdministrationId, String)| places.contains(id);
            choice.services.iter().any(|(id, _)| Some(*id) == service)
                || choice.partners.iter().any(gives)
        };
        let (helper, several) = match places {
            [one] => (Some(*one), BTreeSet::new()),
            more => (more.first().copied(), more.iter().copied().collect()),
        };
        Self {
            focus: ComposeField::Kind,
            kind: aid.choices.iter().position(fits).unwrap_or(0),
            service,
            amount: 1,
            days: 5,
            helper,
            several,
            at_table: false,
            best: None,
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
        Some(AidDraft {
            kind: choice.kind,
            helper: self.asked(aid)?,
            amount: self.amount.clamp(1, choice.most.max(1)),
            days: self.days.min(choice.most_days),
            service: self.service_for(choice).map(|(id, _)| *id),
            skill: choice.skill,
        })
    }

    /// Returns who is asked: who was chosen, else the best, else the first.
    fn asked(&self, aid: &AidView) -> Option<AdministrationId> {
        let partners = &self.choice(aid)?.partners;
        let can_give = |of: &AdministrationId| partners.iter().any(|(id, _)| id == of);
        let first = || partners.first().map(|(id, _)| *id);
        self.helper.or(self.best).filter(can_give).or_else(first)
    }

    /// Returns the requests to all who are asked together, or to the helper shown.
    pub fn drafts(&self, aid: &AidView) -> Vec<(String, AidDraft)> {
        let (Some(choice), Some(draft)) = (self.choice(aid), self.draft(aid)) else {
            return Vec::new();
        };
        let together = self.together(choice);
        let partners = choice.partners.iter();
        partners
            .filter(|(id, _)| match together {
                0 => *id == draft.helper,
                _ => self.several.contains(id),
            })
            .map(|(id, name)| {
                let helper = *id;
                let draft = AidDraft {
                    helper,
                    ..draft.clone()
                };
                (name.clone(), draft)
            })
            .collect()
    }

    /// Returns how many are asked together; of those marked, who can give this kind.
    fn together(&self, choice: &AidChoice) -> usize {
        let partners = choice.partners.iter();
        partners.filter(|(id, _)| self.several.contains(id)).count()
    }

    /// Returns against how many of those asked together something speaks.
    fn doubtful(&self) -> usize {
        let preview = self.preview.iter();
        let candidates = preview.flat_map(|(_, _, preview)| &preview.candidates);
        candidates
            .filter(|one| one.objection.is_some() && self.several.contains(&one.helper))
            .count()
    }

    /// Asks the helper shown together with others, or no longer.
    pub fn mark(&mut self, aid: &AidView) {
        if let Some(helper) = self.asked(aid)
            && !self.several.remove(&helper)
        {
            self.several.insert(helper);
        }
    }

    /// Asks all against whom nothing speaks, or nobody together any more; returns whether there are such.
    pub fn mark_round(&mut self) -> bool {
        let preview = self.preview.as_ref().map(|(_, _, preview)| preview);
        let all: BTreeSet<AdministrationId> = preview
            .iter()
            .flat_map(|preview| &preview.candidates)
            .filter(|one| one.objection.is_none())
            .map(|one| one.helper)
            .collect();
        let any = !all.is_empty() || !self.several.is_empty();
        let asked_already = all.is_subset(&self.several);
        self.several = if asked_already { BTreeSet::new() } else { all };
        any
    }

    /// Takes in who is best; returns whether somebody else is asked now.
    pub fn rate(&mut self, aid: &AidView, preview: &Preview) -> bool {
        let before = self.asked(aid);
        self.best = preview.candidates.first().map(|best| best.helper);
        self.asked(aid) != before
    }

    /// Returns all who can be asked, the best first where that is known.
    fn all_helpers(&self, aid: &AidView) -> Vec<AdministrationId> {
        match &self.preview {
            Some((_, _, preview)) if !preview.candidates.is_empty() => {
                preview.candidates.iter().map(|one| one.helper).collect()
            }
            _ => {
                let choice = self.choice(aid);
                let partners = choice.iter().flat_map(|choice| &choice.partners);
                partners.map(|(id, _)| *id).collect()
            }
        }
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
            ComposeField::Kind => {
                self.kind = around(self.kind, by, aid.choices.len());
                self.helper = None;
            }
            ComposeField::Service => {
                let at = self
                    .service_for(choice)
                    .and_then(|(id, _)| choice.services.iter().position(|(other, _)| other == id))
                    .unwrap_or(0);
                let next = around(at, by, choice.services.len());
                self.service = choice.services.get(next).map(|(id, _)| *id);
                self.helper = None;
            }
            ComposeField::Amount => {
                let amount = self.amount.clamp(1, choice.most.max(1));
                self.amount = step(amount, choice.most);
            }
            ComposeField::Days => {
                self.days = step(self.days.min(choice.most_days), choice.most_days);
            }
            ComposeField::Helper => {
                let all = self.all_helpers(aid);
                let asked = self.asked(aid);
                let at = all.iter().position(|id| Some(*id) == asked).unwrap_or(0);
                self.helper = all.get(around(at, by, all.len())).copied();
            }
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
    message(c, form, view, notice);
    while c.rows_left() > 1 {
        c.gap();
    }
    let is_for_a_service = form.draft(&view.aid).is_some_and(|d| d.service.is_some());
    let footer = footer_line(c, &[Context::Compose], |row| {
        row.intent != Intent::AskForPermit || is_for_a_service
    });
    c.line(footer);
}

fn fields(c: &mut Canvas<'_>, form: &ComposeForm, view: &SeatView) {
    let Some(choice) = form.choice(&view.aid) else {
        return;
    };
    let amount = form.amount.clamp(1, choice.most.max(1));
    let days = form.days.min(choice.most_days);
    let none = c.words.msg("ui-compose-no-service");
    // What is for no service may be for a skill.
    let skill = choice.skill.map(|skill| c.words.of("skill", skill.id()));
    let service = match form.service_for(choice) {
        Some((_, name)) => c.words.say(name),
        None => skill.unwrap_or(none),
    };
    let kind = choice.kind.id();
    let amount_text = Text::new(format!("aid-amount-{kind}")).count("count", amount);
    let asked = form.asked(&view.aid);
    let helper = choice.partners.iter().find(|(id, _)| Some(*id) == asked);
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
            c.words.say(&Text::new("ui-days").count("days", days)),
        ),
        (
            ComposeField::Helper,
            "ui-compose-helper",
            helper.map_or_else(String::new, |(_, name)| name.clone()),
        ),
    ];
    let foreseen = form.preview.iter().flat_map(|(_, _, preview)| {
        let texts = foreseen(c.words, preview, asked, &view.public.clock.now);
        let said = texts.iter().map(|text| c.words.say(text));
        let lines: Vec<String> = said.flat_map(|said| wrap(&said, c.width())).collect();
        lines
    });
    let foreseen: Vec<String> = foreseen.collect();
    // Where room is short, all that is foreseen comes before air.
    let spare = c
        .rows_left()
        .saturating_sub(rows.len() + 1 + foreseen.len());
    if spare > 1 {
        c.gap();
    }
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
    let mut talk = vec![c.ink(Tone::Help, "t ")];
    talk.extend(at_table(c, form.at_table));
    c.line(talk);
    if spare > 0 {
        c.gap();
    }
    for line in foreseen {
        c.line(c.ink(Tone::Plain, line));
    }
}

/// What comes of the request, in the order in which it comes: how it goes and when an answer may be there, from when help
/// is of use, what it brings here, and what it costs there.
fn foreseen(
    words: &Words,
    preview: &Preview,
    asked: Option<AdministrationId>,
    now: &Stamp,
) -> Vec<Text> {
    let mut candidates = preview.candidates.iter();
    let asked = candidates.find(|one| Some(one.helper) == asked);
    let span = asked.and_then(|one| one.at_work.as_ref());
    let useful = span.map(|span| {
        let when = words.span(span, now);
        Text::new("ui-compose-useful").name("when", when)
    });
    let channel = Text::new("ui-compose-channel").text("way", preview.channel.clone());
    let effect = Text::new("ui-compose-effect").text("effect", preview.effect.clone());
    let cost = Text::new("ui-compose-cost").text("cost", preview.cost.clone());
    [Some(channel), useful, Some(effect), Some(cost)]
        .into_iter()
        .flatten()
        .collect()
}

fn candidates(c: &mut Canvas<'_>, preview: &Preview, view: &SeatView, form: &ComposeForm) {
    let asked = form.asked(&view.aid);
    let wanted = form.draft(&view.aid).map_or(0, |draft| draft.amount);
    let all = &preview.candidates;
    let at = all.iter().position(|one| Some(one.helper) == asked);
    let mut title = c.words.msg("ui-compose-who");
    if let Some(at) = at {
        title = format!("{title} ({}/{})", at + 1, all.len());
    }
    c.line(c.still(format!("  {title}")));
    let blocks: Vec<Vec<Line<'static>>> = all
        .iter()
        .map(|one| {
            let together = form.several.contains(&one.helper);
            let is_asked = Some(one.helper) == asked;
            candidate_lines(c, one, view, wanted, (is_asked, together))
        })
        .collect();
    // Who is asked is always seen, with one row left for how many more there are.
    let at = at.unwrap_or(0);
    let tall = |from: usize| -> usize { blocks[from..=at].iter().map(Vec::len).sum() };
    let mut first = 0;
    while first < at && tall(first) + 1 > c.rows_left() {
        first += 1;
    }
    let total = blocks.len();
    for (at, block) in blocks.into_iter().enumerate().skip(first) {
        let more = total - at;
        let room = c.rows_left().saturating_sub(usize::from(more > 1));
        if block.len() > room {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            let text = c.words.say(&Text::new("ui-more").count("count", more));
            c.line(c.still(format!("  {text}")));
            return;
        }
        for line in block {
            c.line(line);
        }
    }
}

fn candidate_lines(
    c: &Canvas<'_>,
    candidate: &Candidate,
    view: &SeatView,
    wanted: u32,
    (asked, together): (bool, bool),
) -> Vec<Line<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let tone = if asked { Tone::Strong } else { Tone::Plain };
    let mark = match (asked, together) {
        (true, true) => "►*",
        (true, false) => "► ",
        (false, true) => " *",
        (false, false) => "  ",
    };
    let name = c.ink(tone, candidate.name.clone());
    let mut lines = vec![Line::from(vec![Span::raw(mark), name])];
    let mut add = |tone: Tone, text: &str| {
        for piece in wrap(text, c.width().saturating_sub(4)) {
            lines.push(Line::from(c.ink(tone, format!("    {piece}"))));
        }
    };
    let mut facts = Vec::new();
    if let Some(span) = &candidate.at_work {
        let from = Text::new("ui-compose-from").name("when", words.span(span, now));
        facts.push(words.say(&from));
    }
    let mut tone = Tone::Plain;
    if let Some(most) = candidate.most {
        let mut text = Text::new("ui-compose-most");
        if most < wanted {
            text = Text::new("ui-compose-less").count("wanted", wanted);
            tone = Tone::Warn;
        }
        facts.push(words.say(&text.count("count", most)));
    }
    // Who is not asked has one line less.
    if !facts.is_empty() && (asked || candidate.objection.is_none()) {
        add(tone, &facts.join(" · "));
    }
    if let Some(objection) = &candidate.objection {
        let tone = if asked { Tone::Warn } else { Tone::Still };
        add(tone, &words.say(objection));
    }
    lines
}

/// Says why it cannot be sent, or else what is sent to whom.
fn message(c: &mut Canvas<'_>, form: &ComposeForm, view: &SeatView, notice: Option<&Notice>) {
    let together = form
        .choice(&view.aid)
        .map_or(0, |choice| form.together(choice));
    let to_several = form.draft(&view.aid).filter(|_| together > 0).map(|draft| {
        let amount = Text::new(format!("aid-short-{}", draft.kind.id()));
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let asks = Text::new("ui-compose-several")
            .count("count", count(together))
            .text("amount", amount.count("count", draft.amount));
        let mut notice = Notice::good(asks);
        let doubtful = form.doubtful();
        if doubtful > 0 {
            let text = Text::new("ui-compose-several-doubtful").count("count", count(doubtful));
            notice.texts.push(text);
        }
        notice
    });
    // Who of several cannot be asked is said after sending.
    let refusal = form
        .preview
        .as_ref()
        .and_then(|(_, _, preview)| preview.refusal.clone())
        .map(Notice::refused);
    let to_one = form
        .drafts(&view.aid)
        .into_iter()
        .next()
        .map(|(name, draft)| {
            let amount = Text::new(format!("aid-short-{}", draft.kind.id()));
            let asks = Text::new("ui-compose-one")
                .name("to", name)
                .text("amount", amount.count("count", draft.amount))
                .text("days", Text::new("ui-days").count("days", draft.days));
            Notice::good(asks)
        });
    let told = notice.or(to_several.as_ref()).or(refusal.as_ref());
    if let Some(notice) = told.or(to_one.as_ref()) {
        let width = c.width();
        for piece in wrap(&notice.say(c.words), width).into_iter().take(2) {
            c.line(c.ink(notice.tone, piece));
        }
    }
}
