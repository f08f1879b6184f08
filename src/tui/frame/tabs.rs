//! The tabs of a seat: which screens there are, which one is shown, and where something waits.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit};
use super::super::keymap::Screen;
use super::super::text::{clip, width};
use super::super::theme::Tone;
use crate::view::SeatView;
use crate::words::Words;

/// The tabs: number, screen, key of the words.
const TABS: [(char, Screen, &str); 8] = [
    ('1', Screen::TownHall, "ui-tab-town-hall"),
    ('2', Screen::Region, "ui-tab-region"),
    ('3', Screen::Map, "ui-tab-map"),
    ('4', Screen::Aid, "ui-tab-aid"),
    ('5', Screen::Work, "ui-tab-work"),
    ('6', Screen::Course, "ui-tab-course"),
    ('7', Screen::Log, "ui-tab-log"),
    ('e', Screen::Outcome, "ui-tab-outcome"),
];

/// Of more things than these a tab that is short of room says only that they are more.
const MOST_COUNTED: usize = 99;

/// Blanks before the first tab and between two of them, the brackets of the one that is shown included or not.
#[derive(Clone, Copy)]
struct Gaps {
    before: usize,
    between: usize,
    /// Whether brackets stand where blanks would.
    in_blanks: bool,
}

/// From wide to narrow. Two tabs never touch: between the brackets of one and the next there is a blank.
const GAPS: [Gaps; 4] = [
    Gaps {
        before: 1,
        between: 3,
        in_blanks: true,
    },
    Gaps {
        before: 1,
        between: 2,
        in_blanks: true,
    },
    Gaps {
        before: 1,
        between: 1,
        in_blanks: false,
    },
    Gaps {
        before: 0,
        between: 1,
        in_blanks: false,
    },
];

impl Gaps {
    /// Cells that so many tabs take beside what they say.
    fn cells(self, tabs: usize) -> usize {
        let between = self.between * tabs.saturating_sub(1);
        self.before + between + if self.in_blanks { 1 } else { 2 }
    }

    /// Blanks before a tab, by what stands before it.
    fn blanks(self, before: Before, is_shown: bool) -> usize {
        let bracket = usize::from(self.in_blanks);
        match before {
            // The bracket of the first one stands at the edge.
            Before::Nothing if is_shown => 0,
            Before::Nothing => self.before,
            Before::Shown => self.between - bracket,
            Before::Other => self.between - if is_shown { bracket } else { 0 },
        }
    }
}

/// What stands before a tab.
#[derive(Clone, Copy)]
enum Before {
    Nothing,
    Shown,
    Other,
}

/// Draws the tabs of the screens there are.
pub fn tabs(c: &mut Canvas<'_>, view: &SeatView, shown: Screen, unread: usize) {
    let place = c.rest();
    let (all, gaps) = tabs_that_fit(c.words, view, (shown, unread), c.width());
    let mut spans = Vec::new();
    let mut x = place.x;
    let mut before = Before::Nothing;
    for (screen, text) in all {
        let is_shown = screen == shown;
        let blanks = gaps.blanks(before, is_shown);
        before = if is_shown {
            Before::Shown
        } else {
            Before::Other
        };
        let (tone, text) = if is_shown {
            (Tone::Strong, format!("[{text}]"))
        } else {
            (Tone::Still, text)
        };
        // The blanks before a name belong to it: whoever clicks a little beside it means it.
        let wide = u16::try_from(blanks + width(&text)).unwrap_or(0);
        let area = Rect {
            x,
            y: place.y,
            width: wide,
            height: 1,
        };
        c.hits.push((area.intersection(c.area), Hit::Tab(screen)));
        x = x.saturating_add(wide);
        spans.push(Span::raw(" ".repeat(blanks)));
        spans.push(c.ink(tone, text));
    }
    c.line(spans);
}

/// The tabs as widely as there is room: first with what they are called, then with short names, at last with names cut
/// off, which no page of 80 cells needs.
fn tabs_that_fit(
    words: &Words,
    view: &SeatView,
    (shown, unread): (Screen, usize),
    cells: usize,
) -> (Vec<(Screen, String)>, Gaps) {
    for is_short in [false, true] {
        let all = tab_texts(words, view, unread, is_short);
        let said: usize = all.iter().map(|(_, text)| width(text)).sum();
        let fits = |gaps: &&Gaps| said + gaps.cells(all.len()) <= cells;
        if let Some(gaps) = GAPS.iter().find(fits) {
            return (all, *gaps);
        }
    }
    let mut all = tab_texts(words, view, unread, true);
    let gaps = GAPS[GAPS.len() - 1];
    let said = cells.saturating_sub(gaps.cells(all.len()));
    shorten(&mut all, said, shown);
    (all, gaps)
}

/// Number, name and what waits, for the screens there are.
fn tab_texts(
    words: &Words,
    view: &SeatView,
    unread: usize,
    is_short: bool,
) -> Vec<(Screen, String)> {
    TABS.iter()
        .filter(|(_, screen, _)| *screen != Screen::Outcome || view.outcome.is_some())
        .map(|(key, screen, label)| {
            let label = match screen {
                Screen::Work if is_short => words.msg("ui-tab-work-short"),
                Screen::TownHall => words.msg(town_hall_name(view)),
                _ => words.msg(label),
            };
            let text = match waiting(view, *screen, unread) {
                0 => format!("{key} {label}"),
                waiting if is_short && waiting > MOST_COUNTED => {
                    format!("{key} {label} ({MOST_COUNTED}+)")
                }
                waiting => format!("{key} {label} ({waiting})"),
            };
            (*screen, text)
        })
        .collect()
}

/// The key of what the first screen is called: a provider sits in no town hall.
pub fn town_hall_name(view: &SeatView) -> &'static str {
    if view.town_hall.customers.is_empty() {
        "ui-tab-town-hall"
    } else {
        "ui-tab-provider"
    }
}

/// How many things wait for the seat on a screen.
fn waiting(view: &SeatView, screen: Screen, unread: usize) -> usize {
    match screen {
        _ if view.public.clock.ended => 0,
        Screen::Log => unread,
        Screen::Aid => view.aid.rows.iter().filter(|row| row.can_answer).count(),
        _ => 0,
    }
}

/// Shortens the longest names of tabs that are not shown until all say no more than so many cells.
fn shorten(tabs: &mut [(Screen, String)], cells: usize, shown: Screen) {
    const SHORTEST: usize = 6;
    while tabs.iter().map(|(_, text)| width(text)).sum::<usize>() > cells {
        let longest = tabs
            .iter_mut()
            .filter(|(screen, text)| *screen != shown && width(text) > SHORTEST)
            .max_by_key(|(_, text)| width(text));
        let Some((_, text)) = longest else { return };
        *text = clip(text, width(text) - 1);
    }
}
