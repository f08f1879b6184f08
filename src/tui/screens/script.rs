//! Drehbuch: the phase, what comes next in it, and how the seats are doing.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::width;
use super::super::theme::{GraphSet, Tone};
use super::script_table;
use crate::view::{FacilitatorView, Holder, SeatRow, StageRow};
use crate::vocab::Text;
use crate::words::Words;

/// The injects that are listed, the selected one, and whether it or a seat has the focus.
pub struct Injects<'f> {
    pub listed: &'f [usize],
    pub selected: usize,
    pub has_focus: bool,
}

/// Draws the screen; `chosen` is the selected seat.
pub fn draw(c: &mut Canvas<'_>, view: &FacilitatorView, chosen: usize, injects: &Injects<'_>) {
    phase(c, view);
    let rest = c.rest();
    let wanted = view.seats.len() + 2;
    let most = usize::from(rest.height) * 3 / 5;
    let tall = wanted.min(most.max(4)) as u16;
    let upper = Rect {
        height: rest.height.saturating_sub(tall),
        ..rest
    };
    let lower = Rect {
        y: upper.bottom(),
        height: tall,
        ..rest
    };
    if view.script.rows.is_empty() {
        ahead(&mut c.part(upper), view);
    } else {
        table(&mut c.part(upper), view, injects);
    }
    let mut lower = c.part(lower);
    lower.rule();
    let chosen = (chosen, !injects.has_focus);
    seats(&mut lower, view, chosen);
}

/// The phase the room is in, and how far it is.
fn phase(c: &mut Canvas<'_>, view: &FacilitatorView) {
    let words = c.words;
    let Some(stage) = view.stage.and_then(|at| view.stages.get(at)) else {
        c.line(c.still(format!(" {}", words.msg("ui-lead-no-phases"))));
        return;
    };
    let count = view.stages.iter().filter(|stage| stage.number > 0).count() as i64;
    let name = if stage.number > 0 {
        let text = Text::new("ui-lead-phase")
            .count("number", stage.number)
            .count("count", count)
            .text("title", stage.title.clone());
        words.say(&text)
    } else {
        words.say(&stage.title)
    };
    let minutes = Text::new("ui-lead-minutes").count("minutes", stage.room_minutes);
    let minutes = words.say(&minutes);
    let mut spans = vec![c.strong(format!(" {name}  "))];
    if stage.number == 0 {
        spans.push(c.still(words.msg("ui-lead-clock-stands")));
    } else {
        let now = &view.public.clock.now;
        let (from, to) = (words.near(&stage.begins, now), words.near(&stage.ends, now));
        let used = width(&name) + width(&from) + width(&to) + width(&minutes) + 10;
        let cells = c.width().saturating_sub(used).clamp(8, 60);
        spans.push(c.still(format!("{from} ")));
        spans.extend(bar(c, stage, cells));
        spans.push(c.still(format!(" {to}")));
    }
    let right = vec![c.still(format!("{minutes} "))];
    c.both_ends(spans, right);
}

fn bar(c: &Canvas<'_>, stage: &StageRow, cells: usize) -> [Span<'static>; 2] {
    let full = libm::round(stage.done * cells as f64) as usize;
    let (done, open) = match c.graphs {
        GraphSet::Ascii => ("#", "."),
        _ => ("█", "░"),
    };
    [
        c.ink(Tone::Good, done.repeat(full.min(cells))),
        c.still(open.repeat(cells.saturating_sub(full))),
    ]
}

/// The script, and below it the selected inject in full where there is room.
fn table(c: &mut Canvas<'_>, view: &FacilitatorView, injects: &Injects<'_>) {
    let now = &view.public.clock.now;
    let room = c.rows_left();
    let row = view.script.rows.get(injects.selected);
    let cells = c.width().saturating_sub(3);
    let full = row.map(|row| script_table::in_full(c, row, now, cells));
    // The list comes first: what is written below it never takes more than a third.
    let below = full.filter(|lines| lines.len() < room / 3);
    let taken = below.as_ref().map_or(0, |lines| lines.len() + 1);
    let selected = injects.has_focus.then_some(injects.selected);
    let rows = room - taken;
    script_table::draw(c, &view.script, injects.listed, selected, now, rows);
    let Some(lines) = below else { return };
    while c.rows_left() > taken {
        c.gap();
    }
    c.rule();
    for (tone, line) in lines {
        c.line(c.ink(tone, format!("  {line}")));
    }
}

/// Moments ahead at which the clock stops.
fn ahead(c: &mut Canvas<'_>, view: &FacilitatorView) {
    let words = c.words;
    let now = &view.public.clock.now;
    if c.rows_left() == 0 {
        return;
    }
    c.line(c.still(format!("   {}", words.msg("ui-lead-ahead"))));
    if view.stops.is_empty() {
        c.line(c.still(format!("   {}", words.msg("ui-lead-nothing-ahead"))));
    }
    for (at, stop) in view.stops.iter().enumerate() {
        if c.rows_left() == 0 {
            break;
        }
        let (mark, tone) = if at == 0 {
            ("►", Tone::Strong)
        } else {
            ("·", Tone::Plain)
        };
        let when = words.near(&stop.at, now);
        c.line(vec![
            c.ink(Tone::Help, format!(" {mark} ")),
            c.cell(tone, &when, 14),
            c.ink(tone, words.say(&stop.what)),
        ]);
    }
}

/// Widths: number and name, there, ready, open, last decision.
fn widths(cells: usize) -> [usize; 5] {
    let there = if cells >= 110 { 13 } else { 4 };
    let fixed = [20, there, 7, 6];
    let quiet = 21;
    let last = cells.saturating_sub(fixed.iter().sum::<usize>() + quiet + 2);
    [fixed[0], fixed[1], fixed[2], fixed[3], last]
}

fn seats(c: &mut Canvas<'_>, view: &FacilitatorView, (chosen, has_focus): (usize, bool)) {
    let words = c.words;
    let cells = widths(c.width());
    let heads = [
        "ui-lead-col-seat",
        "ui-lead-col-there",
        "ui-lead-col-ready",
        "ui-lead-col-open",
        "ui-lead-col-last",
    ];
    let mut spans = vec![Span::raw(" ")];
    for (key, cells) in heads.into_iter().zip(cells) {
        spans.push(c.cell(Tone::Still, &words.msg(key), cells));
    }
    spans.push(c.still(words.msg("ui-lead-col-quiet")));
    c.line(spans);
    let room = c.rows_left();
    let count = view.seats.len();
    let first = first_shown(chosen, count, room);
    for (at, row) in view.seats.iter().enumerate().skip(first).take(room) {
        let spans = seat(c, view, row, at, cells);
        let hit = Hit::Row(script_table::SEATS_FROM + at);
        c.row(spans, has_focus && at == chosen, Some(hit));
    }
}

/// When something was decided, what in a few words, and whether a deputy did: as much of it as there is room for. What
/// was decided counts most, then who did.
fn last_decision(
    words: &Words,
    (at, what, by_deputy): (&str, &Text, bool),
    cells: usize,
) -> String {
    let what = words.say(&in_short(what));
    let by = |key: &str| {
        let who = words.msg(key);
        if by_deputy { who } else { String::new() }
    };
    let deputy = by("ui-lead-by-deputy");
    let short = by("ui-lead-by-deputy-short");
    let forms = [
        format!("{at} {what}{deputy}"),
        format!("{at} {short}{what}"),
        format!("{short}{what}"),
    ];
    let fits = forms.iter().position(|form| width(form) < cells);
    let [.., last] = &forms;
    fits.map_or_else(|| last.clone(), |at| forms[at].clone())
}

/// What was done, in the few words of a column.
fn in_short(what: &Text) -> Text {
    let act = what.key.strip_prefix("act-").unwrap_or(&what.key);
    Text {
        key: format!("did-{act}").into(),
        args: what.args.clone(),
    }
}

fn seat(
    c: &Canvas<'_>,
    view: &FacilitatorView,
    row: &SeatRow,
    at: usize,
    cells: [usize; 5],
) -> Vec<Span<'static>> {
    let words = c.words;
    let now = &view.public.clock.now;
    let number = if at < super::desk::SEATS_BY_DIGIT {
        (at + 1).to_string()
    } else {
        " ".to_owned()
    };
    let (there_tone, there) = match &row.holder {
        Holder::Person => (Tone::Good, "●".to_owned()),
        Holder::StandsIn(_) => (Tone::Help, format!("► {}", words.msg("ui-lead-stands-in"))),
        Holder::Control => (Tone::Still, format!("○ {}", words.msg("ui-lead-control"))),
    };
    // Where room is short the sign alone is said.
    let there = if cells[1] < 10 {
        there.chars().take(1).collect()
    } else {
        there
    };
    let ready = if row.ready { "√" } else { "–" };
    let is_overdue = row.open.iter().any(|(.., due)| due.is_over(now.at));
    // A paper stays until somebody decides; of messages those that can still be answered in time.
    let messages = row.unanswered.iter();
    let messages = messages.filter(|(.., due)| !due.is_over(now.at));
    let count = row.open.len() + messages.count();
    let (open_tone, sign) = match count {
        0 => (Tone::Still, ""),
        _ if is_overdue => (Tone::Bad, " !!"),
        _ => (Tone::Warn, ""),
    };
    let open = format!("{count}{sign}");
    let last = match row.decided.first() {
        Some((at, what, by_deputy)) => {
            last_decision(words, (&words.near(at, now), what, *by_deputy), cells[4])
        }
        None => "–".to_owned(),
    };
    let mut spans = vec![
        Span::raw(" "),
        c.cell(
            Tone::Strong,
            &format!("{number} {}", row.seat.name),
            cells[0] - 1,
        ),
        Span::raw(" "),
        c.cell(there_tone, &there, cells[1]),
        c.cell(
            if row.ready { Tone::Good } else { Tone::Still },
            ready,
            cells[2],
        ),
        c.cell(open_tone, &open, cells[3]),
        c.cell(Tone::Plain, &last, cells[4].saturating_sub(1)),
        Span::raw(" "),
    ];
    if let Some(minutes) = row.quiet_minutes {
        let text = Text::new("ui-lead-minutes").count("minutes", minutes);
        let minutes = words.say(&text);
        if row.is_quiet {
            let speak = words.msg("ui-lead-speak-to");
            spans.push(c.ink(Tone::Warn, format!("{minutes}  ◄ {speak}")));
        } else {
            spans.push(c.still(minutes));
        }
    }
    spans
}
