//! Karte: every place where it lies, with a sign for what was reported of it.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::canvas::{Canvas, Hit};
use super::super::seat::{MapFocus, MapLayer, offset};
use super::super::text::{width, wrap};
use super::super::theme::{GraphSet, Tone, aid_sign, service_sign};
use super::place::{map_line, sign as place_sign};
use crate::view::{AidRow, Place, PlaceLine, RegionView, SeatView};
use crate::vocab::{AidState, DAY, ServiceState, Stamp, Text};
use crate::words::Words;

/// Cells of the legend beside the map.
const LEGEND: u16 = 30;
/// A cell is about twice as high as wide.
const CELL_SHAPE: f64 = 2.0;
/// How much nearer each step of the zoom brings the map.
const ZOOM_STEP: f64 = 1.5;

/// Draws the screen.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, focus: MapFocus) {
    let region = &view.region;
    let words = c.words;
    let Some(selected) = focus.selected(region) else {
        c.line(c.still(format!(" {}", words.msg("ui-map-empty"))));
        return;
    };
    let rest = c.rest();
    let map = Rect {
        width: rest.width - LEGEND,
        height: rest.height.saturating_sub(2),
        ..rest
    };
    let side = Rect {
        x: map.right(),
        width: LEGEND,
        ..map
    };
    let below = Rect {
        y: map.bottom(),
        height: rest.height - map.height,
        ..rest
    };
    Sheet::new(map, region, focus, selected).draw(c, view);
    legend(&mut c.part(side), view, focus);
    let mut lower = c.part(below);
    lower.rule();
    let chosen = words.msg("ui-map-chosen");
    let room = lower.width().saturating_sub(width(&chosen) + 2);
    let said = map_line(words, selected, &view.public.clock.now, room);
    lower.line(lower.signed(&format!(" {chosen} {said}")));
}

/// The drawn map: where each place has its cell.
struct Sheet<'a> {
    area: Rect,
    focus: MapFocus,
    region: &'a RegionView,
    /// Position of the place under the cursor in the list of places.
    selected: usize,
    /// Cells of the places, in the order of the list; `None` outside the map.
    cells: Vec<Option<(u16, u16)>>,
    /// Whether a cell is taken, row by row.
    taken: Vec<bool>,
}

impl<'a> Sheet<'a> {
    fn new(area: Rect, region: &'a RegionView, focus: MapFocus, selected: &Place) -> Self {
        let at = region
            .places
            .iter()
            .position(|place| place.id == selected.id);
        let mut sheet = Self {
            area,
            focus,
            region,
            selected: at.unwrap_or(0),
            cells: vec![None; region.places.len()],
            taken: vec![false; usize::from(area.width) * usize::from(area.height)],
        };
        sheet.lay_out(selected);
        sheet
    }

    /// Gives each place the cell where it lies, or a free one beside it.
    fn lay_out(&mut self, selected: &Place) {
        let positions = || self.region.places.iter().filter_map(|place| place.position);
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for (north, east) in positions() {
            low = (low.0.min(north), low.1.min(east));
            high = (high.0.max(north), high.1.max(east));
        }
        let middle = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
        // Half a map in degrees of latitude; a single place needs some land around it.
        let (half_wide, half_high) = offset(middle, (high.0, high.1));
        let (wide, high) = (f64::from(self.area.width), f64::from(self.area.height));
        let per_row = (half_high * 2.0 / (high - 2.0).max(1.0))
            .max(half_wide * 2.0 * CELL_SHAPE / (wide - 4.0).max(1.0))
            .max(1e-4);
        let zoom = libm::pow(ZOOM_STEP, f64::from(self.focus.zoom));
        let per_row = per_row / zoom;
        let centre = if self.focus.zoom == 0 {
            middle
        } else {
            selected.position.unwrap_or(middle)
        };
        let order = core::iter::once(self.selected)
            .chain((0..self.region.places.len()).filter(|at| *at != self.selected));
        for at in order.collect::<Vec<_>>() {
            let Some(position) = self.region.places[at].position else {
                continue;
            };
            let (east, north) = offset(centre, position);
            let x = wide / 2.0 + east / per_row * CELL_SHAPE;
            let y = high / 2.0 - north / per_row;
            self.cells[at] = self.free_cell(x, y);
        }
    }

    /// Returns the free cell nearest to a point, and takes it; `None` outside the map.
    fn free_cell(&mut self, x: f64, y: f64) -> Option<(u16, u16)> {
        const AROUND: [(i32, i32); 9] = [
            (0, 0),
            (1, 0),
            (-1, 0),
            (2, 0),
            (-2, 0),
            (0, 1),
            (0, -1),
            (1, 1),
            (-1, -1),
        ];
        let (x, y) = (libm::floor(x) as i32, libm::floor(y) as i32);
        for (right, down) in AROUND {
            let cell = (u16::try_from(x + right), u16::try_from(y + down));
            let (Ok(x), Ok(y)) = cell else { continue };
            if x >= self.area.width || y >= self.area.height {
                continue;
            }
            let taken =
                &mut self.taken[usize::from(y) * usize::from(self.area.width) + usize::from(x)];
            if !*taken {
                *taken = true;
                return Some((x, y));
            }
        }
        None
    }

    fn draw(&mut self, c: &mut Canvas<'_>, view: &SeatView) {
        if self.focus.layer == MapLayer::Help {
            self.draw_ways(c, view);
        }
        let now = &view.public.clock.now;
        for (at, place) in self.region.places.iter().enumerate() {
            let Some((x, y)) = self.cells[at] else {
                continue;
            };
            let (sign, tone) = sign(place, self.focus.layer, now);
            let mut style = c.theme.style(tone);
            if at == self.selected {
                style = style.patch(c.theme.focus());
            }
            self.put(c, x, y, sign, style);
            let cell = Rect {
                x: self.area.x + x,
                y: self.area.y + y,
                width: 1,
                height: 1,
            };
            c.hits.push((cell, Hit::Row(at)));
        }
        self.draw_names(c);
    }

    /// Writes names where they fit: the chosen place, the own, then the largest.
    fn draw_names(&mut self, c: &mut Canvas<'_>) {
        let places = &self.region.places;
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|at| {
            let place = &places[*at];
            let first = *at != self.selected;
            (
                first,
                !place.is_own,
                core::cmp::Reverse(place.inhabitants),
                *at,
            )
        });
        for at in order {
            let Some((x, y)) = self.cells[at] else {
                continue;
            };
            let name = if places[at].is_own {
                places[at].name.to_uppercase()
            } else {
                places[at].name.clone()
            };
            let wide = u16::try_from(width(&name)).unwrap_or(u16::MAX);
            // To the right, else to the left; never over another sign or name.
            let right = x.saturating_add(2);
            let left = x.checked_sub(wide.saturating_add(1));
            let tone = if at == self.selected || places[at].is_own {
                Tone::Strong
            } else {
                Tone::Still
            };
            for start in [Some(right), left].into_iter().flatten() {
                if self.take_row(start, y, wide) {
                    self.put(c, start, y, &name, c.theme.style(tone));
                    break;
                }
            }
        }
    }

    /// Takes cells for a name and one on either side, if all are free.
    fn take_row(&mut self, start: u16, y: u16, wide: u16) -> bool {
        if start.saturating_add(wide) > self.area.width {
            return false;
        }
        let row = usize::from(y) * usize::from(self.area.width);
        let cells = row + usize::from(start)..row + usize::from(start + wide);
        let before = row + usize::from(start.saturating_sub(1));
        let beside = row + usize::from((start + wide).min(self.area.width - 1));
        // A name that touches another sign or name would be read as part of it.
        if self.taken[before] || self.taken[beside] {
            return false;
        }
        if self.taken[cells.clone()].iter().any(|taken| *taken) {
            return false;
        }
        self.taken[cells].fill(true);
        true
    }

    /// Draws a dotted line for each help that is promised or at work.
    fn draw_ways(&self, c: &mut Canvas<'_>, view: &SeatView) {
        let dot = match c.graphs {
            GraphSet::Braille => "\u{2824}",
            GraphSet::Block => "·",
            GraphSet::Ascii => ".",
        };
        let cell = |name: &str| {
            let at = self
                .region
                .places
                .iter()
                .position(|place| place.name == name)?;
            self.cells[at]
        };
        let style = c.theme.style(Tone::Help);
        for row in view.aid.rows.iter().filter(|row| comes(row)) {
            let (Some(from), Some(to)) = (cell(&row.to), cell(&row.from)) else {
                continue;
            };
            let steps = i32::from(from.0.abs_diff(to.0).max(from.1.abs_diff(to.1) * 2));
            for step in 1..steps {
                let between = |a: u16, b: u16| {
                    let whole = i32::from(a) * (steps - step) + i32::from(b) * step;
                    u16::try_from((whole + steps / 2) / steps).unwrap_or(a)
                };
                if step % 2 == 0 {
                    self.put(c, between(from.0, to.0), between(from.1, to.1), dot, style);
                }
            }
        }
    }

    fn put(&self, c: &mut Canvas<'_>, x: u16, y: u16, text: &str, style: Style) {
        let place = Position::new(self.area.x + x, self.area.y + y);
        c.buffer.set_string(place.x, place.y, text, style);
    }
}

/// When help is there, in few words; `None` where nobody can tell, or it is.
fn there(words: &Words, row: &AidRow, now: &Stamp) -> Option<String> {
    let span = row.at_work.as_ref()?;
    let comes = row.state != AidState::AtWork;
    let text = Text::new("ui-map-there").name("when", words.span(span, now));
    comes.then(|| words.say(&text))
}

/// Whether help is promised, on its way or at work.
const fn comes(row: &AidRow) -> bool {
    matches!(
        row.state,
        AidState::Granted | AidState::UnderWay | AidState::Briefed | AidState::AtWork
    )
}

/// Returns the sign of a place in a layer; what nobody said is a question mark.
fn sign(place: &Place, layer: MapLayer, now: &Stamp) -> (&'static str, Tone) {
    let unknown = service_sign(ServiceState::Unknown);
    match layer {
        MapLayer::State => place_sign(place, now),
        MapLayer::Help => match &place.help {
            None => unknown,
            Some(help) if help.at_work > 0 => ("♦", Tone::Help),
            Some(help) if help.promised > 0 => ("►", Tone::Help),
            Some(help) if help.unanswered > 0 => ("!", Tone::Warn),
            Some(help) if help.gives > 0 => ("◄", Tone::Good),
            Some(_) => ("○", Tone::Still),
        },
        MapLayer::Link => match &place.line {
            PlaceLine::Unknown => unknown,
            PlaceLine::Open => ("●", Tone::Good),
            PlaceLine::Cut { .. } => ("×", Tone::Bad),
            PlaceLine::None => ("○", Tone::Still),
        },
        MapLayer::Deadline => match place.report.as_ref().map(|report| &report.next) {
            None => unknown,
            Some(Some(next)) if next.at.at < now.at => ("?", Tone::Still),
            Some(Some(next)) if next.at.at.since(now.at) < DAY => ("!", Tone::Warn),
            Some(Some(_)) => ("·", Tone::Plain),
            Some(None) => ("○", Tone::Still),
        },
    }
}

/// What the signs mean, and which help goes where.
fn legend(c: &mut Canvas<'_>, view: &SeatView, focus: MapFocus) {
    let words = c.words;
    for row in 0..c.area.height {
        let style = c.theme.style(Tone::Still);
        c.buffer.set_string(c.area.x, c.area.y + row, "│", style);
    }
    let inside = Rect {
        x: c.area.x + 2,
        width: c.area.width - 2,
        ..c.area
    };
    let mut inner = c.part(inside);
    let c = &mut inner;
    let (title, signs): (&str, &[(&str, Tone, &str)]) = match focus.layer {
        MapLayer::State => (
            "ui-map-state",
            &[
                ("●", Tone::Good, "ui-map-operating"),
                ("▲", Tone::Warn, "ui-map-emergency"),
                ("▼", Tone::Warn, "ui-map-below"),
                ("■", Tone::Bad, "ui-map-down"),
                ("!", Tone::Attack, "ui-map-affected"),
            ],
        ),
        MapLayer::Help => (
            "ui-map-help",
            &[
                ("♦", Tone::Help, "ui-map-at-work"),
                ("►", Tone::Help, "ui-map-promised"),
                ("!", Tone::Warn, "ui-map-unanswered"),
                ("◄", Tone::Good, "ui-map-gives"),
            ],
        ),
        MapLayer::Link => (
            "ui-map-link",
            &[
                ("●", Tone::Good, "ui-link-open"),
                ("×", Tone::Bad, "ui-link-cut"),
                ("○", Tone::Still, "ui-map-no-link"),
            ],
        ),
        MapLayer::Deadline => (
            "ui-map-deadline",
            &[
                ("!", Tone::Warn, "ui-map-within-a-day"),
                ("·", Tone::Plain, "ui-map-later"),
                ("○", Tone::Still, "ui-map-none"),
            ],
        ),
    };
    c.line(c.strong(words.msg(title)));
    for (sign, tone, key) in signs {
        let label = words.msg(key);
        c.line(vec![
            c.ink(*tone, *sign),
            c.ink(Tone::Plain, format!(" {label}")),
        ]);
    }
    // Signs of help take more rows than the others: these two share one.
    let none = match focus.layer {
        MapLayer::Help => format!("○ {}  ", words.msg("ui-map-none")),
        _ => String::new(),
    };
    c.line(c.still(format!("{none}? {}", words.msg("ui-map-unknown"))));
    c.gap();
    c.line(c.strong(words.msg("ui-map-aid")));
    let coming: Vec<&AidRow> = view.aid.rows.iter().filter(|row| comes(row)).collect();
    if coming.is_empty() {
        c.line(c.still(words.msg("ui-map-no-aid")));
    }
    for row in &coming {
        // The longest names take two lines; who gives and who gets are written whole.
        let cells = c.width() - 2;
        let mut way = wrap(&format!("{} ►", row.to), cells);
        way.extend(wrap(&row.from, cells));
        if c.rows_left() < way.len() + 2 {
            break;
        }
        let (sign, tone) = aid_sign(row.state);
        for (at, piece) in way.into_iter().enumerate() {
            let sign = if at == 0 { sign } else { " " };
            c.line(vec![
                c.ink(tone, format!("{sign} ")),
                c.ink(Tone::Plain, piece),
            ]);
        }
        let count = row.granted.unwrap_or(row.asked);
        let amount = Text::new(format!("aid-short-{}", row.kind.id())).count("count", count);
        c.line(c.still(format!("  {}", words.say(&amount))));
        if let Some(when) = there(words, row, &view.public.clock.now)
            && c.rows_left() > 3
        {
            c.line(c.still(format!("  {when}")));
        }
    }
    if c.rows_left() >= 2 {
        let count = |is: fn(&PlaceLine) -> bool| {
            let lines = view.region.places.iter().map(|place| &place.line);
            i64::try_from(lines.filter(|line| is(line)).count()).unwrap_or(i64::MAX)
        };
        let text = Text::new("ui-map-links")
            .count("cut", count(|line| matches!(line, PlaceLine::Cut { .. })))
            .count("open", count(|line| *line == PlaceLine::Open))
            .count("none", count(|line| *line == PlaceLine::None))
            .count("unknown", count(|line| *line == PlaceLine::Unknown));
        let said = words.say(&text);
        // Two lines without a gap are better than one line that is cut.
        if c.rows_left() > wrap(&said, c.width()).len() {
            c.gap();
        }
        c.paragraph(&said, 0, Tone::Still);
    }
}
