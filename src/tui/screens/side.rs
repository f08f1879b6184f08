//! Recovery, aid and the latest events, one below the other.

use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::frame::event_words;
use super::super::text::wrap;
use super::super::theme::{Tone, aid_sign};
use super::aid::giver_to_receiver;
use super::recovery;
use crate::view::SeatView;
use crate::vocab::DAY;

/// Draws the steps of the own recovery under their heading.
pub fn recovery_box(c: &mut Canvas<'_>, view: &SeatView) {
    let title = c.words.msg("ui-recovery-title");
    c.line(c.strong(title));
    for line in recovery::lines(c, view, c.width()) {
        c.line(line);
    }
}

/// Writes recovery, aid and what happened last, one below the other.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView) {
    let rest = c.rest();
    let wanted = u16::try_from(view.town_hall.recovery.len() + 3).unwrap_or(u16::MAX);
    let top = Rect {
        height: wanted.min(rest.height / 2),
        ..rest
    };
    recovery_box(&mut c.part(top), view);
    let below = Rect {
        y: rest.y + top.height,
        height: rest.height - top.height,
        ..rest
    };
    let mut lower = c.part(below);
    let c = &mut lower;
    // Where nobody asked and rows are few, messages say more than an empty list.
    if !view.aid.rows.is_empty() || rest.height >= 14 {
        c.rule();
        c.line(c.strong(c.words.msg("ui-tab-aid")));
    }
    if view.aid.rows.is_empty() && rest.height >= 14 {
        c.line(c.still(format!("  {}", c.words.msg("ui-aid-none"))));
    }
    for row in view.aid.rows.iter().take(8) {
        let (sign, tone) = aid_sign(row.state);
        let state = c.words.of("aid-state", row.state.id());
        let kind = c.words.of("aid-kind", row.kind.id());
        c.line(vec![
            c.ink(tone, format!("{sign} {:<12}", format!("{state} "))),
            c.ink(
                Tone::Plain,
                format!("{}: {kind}", giver_to_receiver(c, row, 40)),
            ),
        ]);
    }
    c.rule();
    latest_events(c, view);
}

/// Writes what happened last under its heading, the newest first, as much as there is room for.
pub fn latest_events(c: &mut Canvas<'_>, view: &SeatView) {
    c.line(c.strong(c.words.msg("ui-last-events")));
    let now = &view.public.clock.now;
    let width = c.width().saturating_sub(11);
    for event in view.events.iter().rev() {
        if c.rows_left() == 0 {
            break;
        }
        let when = if now.at.since(event.at.at) < DAY {
            c.words.near(&event.at, now)
        } else {
            c.words.date(&event.at)
        };
        let said = event_words(c.words, event);
        for (at, piece) in wrap(&said, width).into_iter().enumerate() {
            let head = if at == 0 { when.as_str() } else { "" };
            let tone = if event.alarm { Tone::Bad } else { Tone::Plain };
            c.line(vec![c.cell(Tone::Still, head, 11), c.ink(tone, piece)]);
        }
    }
}
