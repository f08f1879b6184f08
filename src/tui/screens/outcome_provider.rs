//! The end screen of a provider: what its work was for, its promises, and what it waited for.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::wrap;
use super::super::theme::Tone;
use crate::view::{CustomersOutcome, ProviderOutcome};
use crate::vocab::Text;

/// Returns what became of promises, lines and products, and of the services of customers.
pub fn lines(c: &Canvas<'_>, outcome: &ProviderOutcome) -> Vec<Line<'static>> {
    let words = c.words;
    let mut lines = vec![heading(c, "ui-outcome-provider")];
    for (kept, text) in &outcome.steps {
        let (sign, tone) = match kept {
            Some(true) => ("√", Tone::Good),
            Some(false) => ("×", Tone::Bad),
            None => ("·", Tone::Plain),
        };
        said(c, (sign, tone), &words.say(text), &mut lines);
    }
    lines.push(Line::default());
    lines.push(heading(c, "ui-outcome-provider-services"));
    if !outcome.services.is_empty() {
        lines.push(head(c));
        lines.extend(outcome.services.iter().map(|row| service(c, row)));
        let legend = words.msg("ui-outcome-provider-legend");
        for piece in wrap(&legend, c.width().saturating_sub(4)) {
            lines.push(Line::from(c.still(format!("   {piece}"))));
        }
    }
    let never = Text::new("ui-outcome-provider-never").count("count", outcome.never_down);
    if outcome.never_down > 0 || outcome.services.is_empty() {
        said(c, ("●", Tone::Good), &words.say(&never), &mut lines);
    }
    lines
}

/// Returns what held up the work at the end.
pub fn waits(c: &Canvas<'_>, outcome: &ProviderOutcome) -> Vec<Line<'static>> {
    let mut lines = vec![heading(c, "ui-outcome-provider-waits")];
    for text in &outcome.waits {
        said(c, ("·", Tone::Plain), &c.words.say(text), &mut lines);
    }
    if outcome.waits.is_empty() {
        let nothing = c.words.msg("ui-outcome-provider-waits-nothing");
        lines.push(Line::from(c.still(format!("   {nothing}"))));
    }
    lines
}

fn heading(c: &Canvas<'_>, key: &'static str) -> Line<'static> {
    Line::from(c.strong(format!(" {}", c.words.msg(key))))
}

fn said(
    c: &Canvas<'_>,
    (sign, tone): (&'static str, Tone),
    text: &str,
    lines: &mut Vec<Line<'static>>,
) {
    for (at, piece) in wrap(text, c.width().saturating_sub(4))
        .into_iter()
        .enumerate()
    {
        let sign = if at == 0 { sign } else { " " };
        lines.push(Line::from(c.ink(tone, format!(" {sign} {piece}"))));
    }
}

/// Widths: name, where it stood, in time, too late, normal again.
const fn widths(wide: bool) -> [usize; 5] {
    if wide {
        [40, 22, 18, 18, 18]
    } else {
        [27, 14, 14, 9, 12]
    }
}

fn head(c: &Canvas<'_>) -> Line<'static> {
    let keys = [
        "ui-col-service",
        "ui-col-fell-at",
        "ui-col-in-time",
        "ui-col-too-late",
        "ui-col-normal-again",
    ];
    let mut spans = vec![Span::raw("   ")];
    for (key, cells) in keys.into_iter().zip(widths(c.width() >= 120)) {
        spans.push(c.cell(Tone::Still, &c.words.msg(key), cells));
    }
    Line::from(spans)
}

fn service(c: &Canvas<'_>, row: &CustomersOutcome) -> Line<'static> {
    let words = c.words;
    let w = widths(c.width() >= 120);
    let (sign, tone) = if row.too_late > 0 {
        ("×", Tone::Bad)
    } else if row.in_time < row.down {
        ("▼", Tone::Warn)
    } else {
        ("√", Tone::Good)
    };
    let fell = Text::new("ui-outcome-of")
        .count("count", row.down)
        .count("all", row.customers);
    let number = |count: u32| words.number(i64::from(count));
    Line::from(vec![
        c.ink(tone, format!(" {sign} ")),
        c.cell(Tone::Plain, &words.say(&row.name), w[0]),
        c.cell(Tone::Plain, &words.say(&fell), w[1]),
        c.cell(Tone::Plain, &number(row.in_time), w[2]),
        c.cell(tone, &number(row.too_late), w[3]),
        c.cell(Tone::Plain, &number(row.normal), w[4]),
    ])
}
