//! `beistand picture`: a screen of the program as an SVG file, for README and documents.
//!
//! It plays a seat with keys given as text, exactly as a person would, and draws what the
//! terminal would show.

use std::fmt::Write as _;
use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ratatui::{Frame, Terminal};

use super::args::{Common, PictureArgs};
use super::drill::Works;
use super::play::{Staged, attributions, begin, seat_of};
use super::run::pact_of;
use super::{Failure, Outcome};
use crate::scenario::write_whole;
use crate::tui::theme::ColorDepth;
use crate::tui::{DrillKind, DrillScreen, Seat, Settings};

/// Width and height of a character cell in the picture.
const CELL: (f64, f64) = (8.4, 17.0);
const PAPER: &str = "#101418";
const INK: &str = "#d8dee4";

pub(super) fn picture(args: &PictureArgs, common: &Common) -> Outcome {
    let staged = Staged::read(&args.scenario)?;
    if args.drill {
        return picture_of_drill(args, &staged, common);
    }
    let seat = seat_of(&staged.scenario, &args.seat)?;
    let pact = pact_of(&staged.scenario, args.pact.as_deref())?;
    let actor = begin(
        &staged.beginning(vec![seat], pact, "by_the_book", args.seed),
        None,
    )?;
    let settings = Settings::new(common.lang(), ColorDepth::True);
    let mut screen = Seat::new(actor.door(), seat, settings, attributions());
    let svg = drawn(&mut screen, args)?;
    drop(actor.leave());
    write(&args.out, &svg)
}

/// What can be reckoned from the start screen.
fn picture_of_drill(args: &PictureArgs, staged: &Staged, common: &Common) -> Outcome {
    let settings = Settings::new(common.lang(), ColorDepth::True);
    let scenario = std::sync::Arc::clone(&staged.scenario);
    let works = Works::new(args.scenario.clone(), scenario, common.clone());
    let mut screen = DrillScreen::new(DrillKind::Compare, Box::new(works), settings);
    let svg = drawn(&mut screen, args)?;
    write(&args.out, &svg)
}

/// A screen that keys are given to.
trait Screen {
    fn poll(&mut self);
    fn clock_runs(&self) -> bool;
    fn update(&mut self, event: &Event);
    fn draw(&mut self, frame: &mut Frame<'_>);
}

macro_rules! screen {
    ($screen:ty) => {
        impl Screen for $screen {
            fn poll(&mut self) {
                <$screen>::poll(self);
            }

            fn clock_runs(&self) -> bool {
                <$screen>::clock_runs(self)
            }

            fn update(&mut self, event: &Event) {
                <$screen>::update(self, event);
            }

            fn draw(&mut self, frame: &mut Frame<'_>) {
                <$screen>::draw(self, frame);
            }
        }
    };
}

screen!(Seat);
screen!(DrillScreen);

/// Gives all keys to a screen and draws what it shows then.
fn drawn(screen: &mut dyn Screen, args: &PictureArgs) -> Result<String, Failure> {
    let backend = TestBackend::new(args.width, args.height);
    let mut terminal = Terminal::new(backend).map_err(|error| Failure::Bad(error.to_string()))?;
    for key in keys_of(&args.keys) {
        wait_for_clock(screen);
        screen.update(&Event::Key(key));
        draw(&mut terminal, screen)?;
    }
    wait_for_clock(screen);
    draw(&mut terminal, screen)?;
    Ok(svg_of(terminal.backend().buffer()))
}

fn draw(terminal: &mut Terminal<TestBackend>, screen: &mut dyn Screen) -> Outcome {
    terminal
        .draw(|frame| screen.draw(frame))
        .map(|_| ())
        .map_err(|error| Failure::Bad(error.to_string()))
}

/// Lets the exercise run until its clock stands again, or the drill until it is done.
fn wait_for_clock(screen: &mut dyn Screen) {
    screen.poll();
    while screen.clock_runs() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        screen.poll();
    }
}

/// Reads keys: each character is a key, `<enter>`, `<tab>`, `<esc>`, `<up>`, `<down>`, `<left>`, `<right>` are named.
fn keys_of(text: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let named = [
            ("<enter>", KeyCode::Enter),
            ("<tab>", KeyCode::Tab),
            ("<esc>", KeyCode::Esc),
            ("<up>", KeyCode::Up),
            ("<down>", KeyCode::Down),
            ("<left>", KeyCode::Left),
            ("<right>", KeyCode::Right),
        ]
        .into_iter()
        .find(|(name, _)| rest.starts_with(name));
        let (length, code) = named
            .map_or((first.len_utf8(), KeyCode::Char(first)), |(name, code)| {
                (name.len(), code)
            });
        keys.push(KeyEvent::new(code, KeyModifiers::NONE));
        rest = &rest[length..];
    }
    keys
}

/// Writes the file whole or not at all.
fn write(out: &Path, text: &str) -> Outcome {
    write_whole(out, text.as_bytes()).map_err(|error| Failure::file(out, &error))
}

/// Draws a screen as SVG: one text element for each stretch of cells of one style.
fn svg_of(buffer: &Buffer) -> String {
    let area = buffer.area;
    let (width, height) = (
        f64::from(area.width) * CELL.0,
        f64::from(area.height) * CELL.1,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"DejaVu Sans Mono, Consolas, monospace\" \
         font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let first = &buffer[(x, y)];
            let end = (x..area.width)
                .find(|column| !same_style(first, &buffer[(*column, y)]))
                .unwrap_or(area.width);
            let text: String = (x..end)
                .map(|column| buffer[(column, y)].symbol())
                .collect();
            stretch(&mut svg, first, &text, (x, y), end - x);
            x = end;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn same_style(one: &Cell, other: &Cell) -> bool {
    one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

fn stretch(svg: &mut String, cell: &Cell, text: &str, (x, y): (u16, u16), cells: u16) {
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (mut ink, mut paper) = (hex(cell.fg, INK), hex(cell.bg, PAPER));
    if reversed {
        core::mem::swap(&mut ink, &mut paper);
    }
    let left = f64::from(x) * CELL.0;
    let top = f64::from(y) * CELL.1;
    let length = f64::from(cells) * CELL.0;
    // Writing into a string cannot fail.
    if paper != PAPER {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{length:.1}\" height=\"{:.1}\" fill=\"{paper}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let weight = if cell.modifier.contains(Modifier::BOLD) {
        " font-weight=\"bold\""
    } else {
        ""
    };
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{length:.1}\" fill=\"{ink}\"{weight} xml:space=\"preserve\">{escaped}</text>",
        top + 13.0
    );
}

fn hex(color: Color, otherwise: &str) -> String {
    match color {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => otherwise.to_owned(),
    }
}
