//! The wall: one page for a projector, large and quiet, that takes no keys but the one to leave.

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Settings;
use super::canvas::Canvas;
use super::page::draw_page;
use super::screens::place::report_sign;
use super::text::{clip, fit, width, wrap};
use super::theme::Tone;
use super::widgets::chart;
use crate::view::{WallDecision, WallPlace, WallView};
use crate::vocab::Text;
use crate::words::Words;

/// Cells of a count, and on a wide page.
const COUNT: usize = 9;
const COUNT_WIDE: usize = 11;
/// Cells of the next deadline.
const NEXT: usize = 30;
/// Rows of the places that are shown at least: rule, heading, two places, how many more.
const PLACES_ROWS: u16 = 5;
/// Rows of the curve with what it says, beside the decisions and above them.
const LEAST_BESIDE: u16 = 7;
const LEAST_ABOVE: u16 = 6;
/// Most decisions that are named.
const DECISIONS: usize = 3;

/// The page.
pub struct Wall {
    words: Words,
    settings: Settings,
    view: Option<WallView>,
    /// Why nothing new is shown, if something is wrong with the record.
    trouble: Option<Text>,
    left: bool,
}

impl Wall {
    /// Hangs an empty wall.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            words: Words::new(settings.lang),
            settings,
            view: None,
            trouble: None,
            left: false,
        }
    }

    /// Shows what everybody knows by now.
    pub fn show(&mut self, view: WallView) {
        self.view = Some(view);
        self.trouble = None;
    }

    /// Says why nothing new is shown; what was shown stays.
    pub fn stay(&mut self, why: Text) {
        self.trouble = Some(why);
    }

    /// Whether somebody left.
    #[must_use]
    pub const fn was_left(&self) -> bool {
        self.left
    }

    /// Takes in what happened at the terminal: only leaving means anything.
    pub fn update(&mut self, event: &Event) {
        let Event::Key(key) = event else { return };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let leaves =
            matches!(key.code, KeyCode::Char('q')) || control && key.code == KeyCode::Char('c');
        self.left |= key.kind != KeyEventKind::Release && leaves;
    }

    /// Draws the page.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        draw_page(frame, &self.settings, &self.words, |page| {
            if let Some(view) = &self.view {
                wall(page, view, self.trouble.as_ref());
                return;
            }
            let why = self.trouble.clone();
            let text = why.unwrap_or_else(|| Text::new("wall-empty"));
            page.gap();
            page.paragraph(&self.words.say(&text), 2, Tone::Strong);
        });
    }
}

fn wall(c: &mut Canvas<'_>, view: &WallView, trouble: Option<&Text>) {
    let words = c.words;
    head(c, view);
    c.rule();
    let rest = c.rest();
    // The last two rows: what is assumed, or what is wrong with the record.
    let foot = Rect {
        y: rest.bottom().saturating_sub(2),
        height: 2,
        ..rest
    };
    let body = Rect {
        height: rest.height.saturating_sub(2),
        ..rest
    };
    let wide = body.width >= 110;
    let least = if wide { LEAST_BESIDE } else { LEAST_ABOVE };
    // That reports are old takes a row of its own.
    let least = least + u16::from(view.served.has_old());
    let tall = (body.height / 3).clamp(least, 16);
    let top = Rect {
        height: tall,
        ..body
    };
    let below = Rect {
        y: top.bottom(),
        height: body.height - tall,
        ..body
    };
    if wide {
        let half = Rect {
            width: body.width / 2,
            ..top
        };
        let right = Rect {
            x: half.right() + 2,
            width: body.width - half.width - 2,
            ..top
        };
        served(&mut c.part(half), view);
        decisions(&mut c.part(right), view, usize::from(right.height));
        let mut lower = c.part(below);
        lower.rule();
        places(&mut lower, view);
    } else {
        served(&mut c.part(top), view);
        // The decisions are named before the last of the places, of which a few are shown in any case.
        let lines = named(view).into_iter();
        let lines = lines.map(|decision| said(words, decision, view, told_cells(c)).len());
        let named = u16::try_from(lines.sum::<usize>()).unwrap_or(u16::MAX);
        let most = below.height.saturating_sub(PLACES_ROWS).max(3);
        let middle = Rect {
            height: (named.saturating_add(2))
                .clamp(3, most)
                .max(below.height / 3),
            ..below
        };
        let mut part = c.part(middle);
        part.rule();
        decisions(&mut part, view, usize::from(middle.height) - 1);
        let lower = Rect {
            y: middle.bottom(),
            height: below.height - middle.height,
            ..below
        };
        let mut lower = c.part(lower);
        lower.rule();
        places(&mut lower, view);
    }
    let mut foot = c.part(foot);
    match trouble {
        Some(why) => foot.paragraph(&words.say(why), 1, Tone::Bad),
        None => foot.paragraph(
            &words.of("wall-assumption", view.place_names.id()),
            1,
            Tone::Still,
        ),
    }
}

/// What it is, when, and what the room talks about.
fn head(c: &mut Canvas<'_>, view: &WallView) {
    let words = c.words;
    let day = Text::new("report-day").count("day", view.now.exercise_day.max(1));
    let now = format!("{} · {}", words.moment(&view.now), words.say(&day));
    let exercise = if view.is_second_try {
        "wall-second-try"
    } else {
        "wall-exercise"
    };
    let left = vec![
        c.strong(format!(" {}", words.msg(exercise))),
        c.still("  │  "),
        c.strong(now),
    ];
    let right = match &view.stage {
        _ if view.ended => vec![c.strong(format!("{} ", words.msg("wall-ended")))],
        Some(stage) => vec![c.strong(format!("{} ", words.say(&stage.title)))],
        None => Vec::new(),
    };
    c.both_ends(left, right);
    if let Some(question) = &view.question {
        let question = Text::new("wall-question").text("question", question.clone());
        c.paragraph(&words.say(&question), 1, Tone::Help);
    }
}

/// How much is served, as a sentence and over time.
fn served(c: &mut Canvas<'_>, view: &WallView) {
    let words = c.words;
    match view.served.now_of_100 {
        None => c.line(c.strong(format!(" {}", words.msg("wall-unknown")))),
        Some(level) => {
            let key = if view.served.is_of_then() {
                "ui-region-served-then"
            } else {
                "ui-region-served"
            };
            let text = Text::new(key).count("level", level);
            let basis = Text::new("ui-region-basis")
                .count("heard", view.served.heard)
                .count("of", view.served.of);
            c.both_ends(
                vec![c.strong(format!(" {}", words.say(&text)))],
                vec![c.still(format!("{} ", words.say(&basis)))],
            );
        }
    }
    if let Some(oldest) = view
        .served
        .oldest
        .as_ref()
        .filter(|_| view.served.has_old())
    {
        let text = Text::new("wall-old-reports")
            .count("young", view.served.young)
            .count("heard", view.served.heard)
            .name("oldest", words.near(oldest, &view.now));
        c.line(c.ink(Tone::Warn, format!(" {}", words.say(&text))));
    }
    let labels = vec![String::new(); view.course.marks.len()];
    let rest = c.rest();
    chart::draw(
        &mut c.part(rest),
        &view.course,
        &view.curve,
        &labels,
        usize::MAX,
    );
}

/// The decisions that are named, newest first.
fn named(view: &WallView) -> Vec<&WallDecision> {
    let mut named: Vec<&WallDecision> = view.decisions.iter().take(DECISIONS).collect();
    named.sort_by_key(|decision| core::cmp::Reverse(decision.at.at));
    named
}

/// Cells for a line of a decision.
fn told_cells(c: &Canvas<'_>) -> usize {
    c.width().saturating_sub(4)
}

/// What the room decided last, and what followed: all are named before it is told of one what followed.
fn decisions(c: &mut Canvas<'_>, view: &WallView, rows: usize) {
    let words = c.words;
    c.line(c.strong(format!(" {}", words.msg("wall-decisions"))));
    if view.decisions.is_empty() {
        c.line(c.still(format!("   {}", words.msg("wall-no-decisions"))));
        return;
    }
    let cells = told_cells(c);
    let mut left = rows.saturating_sub(1);
    let mut told: Vec<(&WallDecision, Vec<Line<'static>>)> = Vec::new();
    let named = named(view);
    let count = named.len();
    for (at, decision) in named.into_iter().enumerate() {
        // The newest is named as a whole as long as each of the others has a row.
        let most = left.saturating_sub(count - at - 1).max(1).min(left);
        let mut lines = said(words, decision, view, cells);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = clip(&format!("{last} …"), cells);
            }
        }
        left -= lines.len();
        let lines = lines.into_iter();
        let lines = lines.map(|piece| Line::from(c.ink(Tone::Plain, format!("   {piece}"))));
        told.push((decision, lines.collect()));
    }
    for (decision, lines) in &mut told {
        for more in what_followed(c, decision, view, cells) {
            if more.len() <= left {
                left -= more.len();
                lines.extend(more);
            }
        }
    }
    for line in told.into_iter().flat_map(|(_, lines)| lines) {
        c.line(line);
    }
}

/// When who decided what.
fn said(words: &Words, decision: &WallDecision, view: &WallView, cells: usize) -> Vec<String> {
    let said = format!(
        "{}  {}: {}",
        words.near(&decision.at, &view.now),
        decision.seat,
        words.say(&decision.text)
    );
    wrap(&said, cells)
}

/// What took effect of a decision and how the region has fared since, each in its lines.
fn what_followed(
    c: &Canvas<'_>,
    decision: &WallDecision,
    view: &WallView,
    cells: usize,
) -> Vec<Vec<Line<'static>>> {
    let words = c.words;
    let below = |tone: Tone, said: String| -> Vec<Line<'static>> {
        let pieces = wrap(&said, cells.saturating_sub(2)).into_iter();
        let lines = pieces.map(|piece| Line::from(c.ink(tone, format!("     {piece}"))));
        lines.collect()
    };
    let mut all = Vec::new();
    for text in &decision.followed {
        all.push(below(Tone::Help, format!("→ {}", words.say(text))));
    }
    if let (Some(then), Some(now)) = (decision.served_then_of_100, view.served.now_of_100)
        && then != now
    {
        let text = Text::new("wall-since")
            .count("then", then)
            .count("now", now);
        all.push(below(Tone::Still, words.say(&text)));
    }
    all
}

/// How the places stand, with room between them where there is room.
fn places(c: &mut Canvas<'_>, view: &WallView) {
    let words = c.words;
    let names = view.places.iter().map(|place| width(&place.name));
    let name = names.max().unwrap_or(0).clamp(16, 30) + 1;
    let wide = c.width() >= 110;
    let count = if wide { COUNT_WIDE } else { COUNT };
    let mut head = vec![c.still(format!("   {}", fit(&words.msg("wall-place"), name)))];
    for key in ["wall-running", "wall-emergency", "wall-down"] {
        head.push(c.cell(Tone::Still, &words.msg(key), count));
    }
    head.push(c.cell(Tone::Still, &words.msg("wall-served"), count));
    if wide {
        head.push(c.cell(Tone::Still, &words.msg("wall-next"), NEXT));
    }
    head.push(c.still(words.msg("wall-as-of")));
    c.line(Line::from(head));
    let room = c.rows_left();
    let seats = view.places.iter().filter(|place| place.is_seat).count();
    let spaced = room >= 2 * seats.max(6);
    let most = if spaced { room / 2 } else { room };
    let shown = view.places.len().min(most);
    // One row says how many are not shown.
    let shown = if shown < view.places.len() {
        shown.saturating_sub(1)
    } else {
        shown
    };
    for place in &view.places[..shown] {
        c.line(row(c, view, place, name, wide));
        if spaced {
            c.gap();
        }
    }
    let more = view.places.len() - shown;
    if more > 0 {
        let count = i64::try_from(more).unwrap_or(i64::MAX);
        let text = Text::new("wall-more").count("count", count);
        c.line(c.still(format!("   {}", words.say(&text))));
    }
}

fn row(
    c: &Canvas<'_>,
    view: &WallView,
    place: &WallPlace,
    name: usize,
    wide: bool,
) -> Line<'static> {
    let words = c.words;
    let Some(report) = &place.report else {
        let unknown = words.msg("wall-nothing-heard");
        return Line::from(vec![
            c.still(" ? "),
            c.ink(Tone::Plain, fit(&place.name, name)),
            c.still(unknown),
        ]);
    };
    let count = if wide { COUNT_WIDE } else { COUNT };
    let is_unknown = report.says_nothing_of(&view.now);
    let (sign, tone) = report_sign(report, &view.now);
    let mut spans: Vec<Span<'static>> = vec![
        c.ink(tone, format!(" {sign} ")),
        if place.is_seat {
            c.strong(fit(&place.name, name))
        } else {
            c.ink(Tone::Plain, fit(&place.name, name))
        },
    ];
    for (of, tone) in [
        (report.running, Tone::Good),
        (report.emergency, Tone::Warn),
        (report.down, Tone::Bad),
    ] {
        let is_quiet = of == 0 || report.is_old;
        let tone = if is_quiet { Tone::Still } else { tone };
        spans.push(c.cell(tone, &of.to_string(), count));
    }
    let served = if is_unknown {
        "?".to_owned()
    } else {
        report.served_of_100.to_string()
    };
    let tone = if report.is_old {
        Tone::Still
    } else {
        Tone::Strong
    };
    spans.push(c.cell(tone, &served, count));
    if wide {
        let next = report.next.as_ref().map_or_else(
            || "–".to_owned(),
            |next| {
                format!(
                    "{} {}",
                    words.say(&next.what),
                    words.near(&next.at, &view.now)
                )
            },
        );
        spans.push(c.cell(Tone::Plain, &next, NEXT));
    }
    let as_of = words.near(&report.as_of, &view.now);
    spans.push(if report.is_old {
        let old = Text::new("ui-region-old").name("when", as_of);
        c.ink(Tone::Warn, words.say(&old))
    } else {
        c.still(as_of)
    });
    Line::from(spans)
}
