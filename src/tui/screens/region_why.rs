//! Region, below the table: why the selected place stands as it does, as far as the seat can know.

use super::super::canvas::Canvas;
use super::super::text::wrap;
use super::super::theme::system_sign;
use super::{causes, place};
use crate::view::{CauseEnd, CauseLink, Place, SeatView, ServiceRow};
use crate::vocab::Text;
use crate::words::Words;

/// Draws the causes of the selected place under their heading.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, place: &Place) {
    let said = if place.is_own {
        of_own(c.words, view, place)
    } else {
        of_other(c.words, view, place)
    };
    let (title, lines) = said;
    c.line(c.strong(format!(" {title}")));
    for line in lines {
        for piece in wrap(&line, c.width().saturating_sub(3)) {
            let mut line = c.signed(&piece);
            line.spans.insert(0, "   ".into());
            c.line(line);
        }
    }
}

/// The own services that fail, by what is behind them, and what would help most of them.
fn of_own(words: &Words, view: &SeatView, place: &Place) -> (String, Vec<String>) {
    // As in what is reported of a place, whether it is open at this hour or not.
    let fails = |row: &&ServiceRow| {
        row.level_of_100 < row.emergency_of_100 && row.cause_end != CauseEnd::Fine
    };
    let failing: Vec<&ServiceRow> = view.town_hall.services.iter().filter(fails).collect();
    let title = title(words, place, failing.len());
    let behind = |row: &&ServiceRow| (row.causes.last().cloned(), row.cause_end.clone());
    let groups = most_first(failing.iter().map(behind));
    let mut lines: Vec<String> = groups
        .iter()
        .take(3)
        .map(|((link, end), count)| format!("{count} ◄ {}", cause_words(words, link.as_ref(), end)))
        .collect();
    let remedies = failing.iter().filter_map(|row| row.remedies.first());
    let remedies = most_first(remedies.map(|remedy| remedy.text.clone()));
    if let Some((remedy, _)) = remedies.first() {
        let text = Text::new("ui-region-helps-first").text("what", remedy.clone());
        lines.push(words.say(&text));
    }
    if lines.is_empty() {
        lines.push(words.msg("ui-cause-fine"));
    }
    (title, lines)
}

/// Of another place: its line, its provider, its help. Which services stand there nobody reports.
fn of_other(words: &Words, view: &SeatView, place: &Place) -> (String, Vec<String>) {
    let now = &view.public.clock.now;
    let down = place.report.as_ref().map_or(0, |report| report.down);
    let title = title(words, place, usize::try_from(down).unwrap_or(0));
    let mut lines = Vec::new();
    match (&place.report, &place.affected_since) {
        (Some(report), _) if report.is_old => {
            let text =
                Text::new("ui-place-old-report").name("when", words.near(&report.as_of, now));
            lines.push(words.say(&text));
        }
        (Some(_), _) => {}
        (None, Some(since)) => {
            let text = Text::new("ui-place-affected-since").name("when", words.near(since, now));
            lines.push(words.say(&text));
        }
        (None, None) => lines.push(words.msg("ui-place-no-report")),
    }
    if let Some(provider) = &place.provider
        && let Some(hit) = &provider.hit
    {
        let text = Text::new("ui-region-provider-hit")
            .name("name", provider.name.clone())
            .name("when", words.near(hit, now));
        lines.push(format!("◄ {}", words.say(&text)));
    }
    if let Some(line) = place::line_words(words, &place.line, now) {
        lines.push(format!("◄ {line}"));
    }
    if down > 0 {
        lines.push(words.msg("ui-region-causes-not-reported"));
    }
    (title, lines)
}

fn title(words: &Words, place: &Place, fail: usize) -> String {
    let text = Text::new("ui-region-why")
        .name("name", place.name.clone())
        .count("count", i64::try_from(fail).unwrap_or(i64::MAX));
    words.say(&text)
}

fn cause_words(words: &Words, link: Option<&CauseLink>, end: &CauseEnd) -> String {
    let end = causes::end_words(words, end);
    let Some(link) = link else { return end };
    let (sign, _) = system_sign(link.state);
    format!("{} {sign} ◄ {end}", causes::thing_words(words, link))
}

/// Counts what is alike; the most frequent first, else in the order of coming.
fn most_first<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    for one in all {
        match counted.iter_mut().find(|(other, _)| *other == one) {
            Some((_, count)) => *count += 1,
            None => counted.push((one, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    counted
}
