//! The script as a table: number, when, to whom, what, where it stands; the selected inject in full below.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{fit, width, wrap};
use super::super::theme::Tone;
use crate::view::{Comes, ScriptRow, ScriptState, ScriptView};
use crate::vocab::{MessageClass, Stamp, Text};

/// Rows of the table of seats are told from those of the script by their number.
pub const SEATS_FROM: usize = 10_000;

/// Draws the table with the selected row; `shown` are the positions of the rows that are listed.
pub fn draw(
    c: &mut Canvas<'_>,
    script: &ScriptView,
    shown: &[usize],
    selected: Option<usize>,
    now: &Stamp,
    rows: usize,
) {
    let layout = Layout::of(c, script, shown, now);
    c.line(c.still(layout.heading(c)));
    let rows = rows.saturating_sub(1).max(1);
    let nearest = selected.or(script.next);
    let place = shown.iter().position(|at| Some(*at) == nearest);
    // Where nothing is to come, the last one that came.
    let place = place.unwrap_or(shown.len().saturating_sub(1));
    let first = first_shown(place, shown.len(), rows);
    for at in shown.iter().skip(first).take(rows) {
        let Some(row) = script.rows.get(*at) else {
            continue;
        };
        let spans = layout.row(c, row, now, script.next == Some(*at));
        c.row(spans, Some(*at) == selected, Some(Hit::Row(*at)));
    }
}

/// Widths of the columns.
struct Layout {
    number: usize,
    when: usize,
    to: usize,
    title: usize,
    state: usize,
    expected: usize,
}

impl Layout {
    fn of(c: &Canvas<'_>, script: &ScriptView, shown: &[usize], now: &Stamp) -> Self {
        let rows = || shown.iter().filter_map(|at| script.rows.get(*at));
        let longest = |of: &dyn Fn(&ScriptRow) -> String| {
            let cells = rows().map(|row| width(&of(row)));
            cells.max().unwrap_or(0)
        };
        let number = longest(&|row| row.name.clone()).clamp(3, 6);
        let when = longest(&|row| when(c, row, now)).clamp(8, 26);
        let to = longest(&|row| c.words.say(&row.to)).clamp(6, 20);
        let state = longest(&|row| state_words(c, row)).clamp(6, 14);
        let fixed = 3 + number + 1 + when + 1 + to + 1 + 1 + state + 1;
        let free = c.width().saturating_sub(fixed);
        // On a small page what is expected stands below, with the inject in full.
        let wide = free >= 56;
        let title = if wide {
            longest(&|row| c.words.say(&row.title)).clamp(10, 32)
        } else {
            free.saturating_sub(8)
        };
        Self {
            number,
            when,
            to,
            title,
            state,
            expected: free.saturating_sub(title + 1),
        }
    }

    fn heading(&self, c: &Canvas<'_>) -> String {
        let word = |key: &str| c.words.msg(key);
        format!(
            "   {} {} {} {} {} {}",
            fit(&word("ui-script-number"), self.number),
            fit(&word("ui-script-when"), self.when),
            fit(&word("ui-script-to"), self.to),
            fit(&word("ui-script-title"), self.title),
            fit(&word("ui-script-state"), self.state),
            word("ui-script-expected"),
        )
    }

    fn row(
        &self,
        c: &Canvas<'_>,
        row: &ScriptRow,
        now: &Stamp,
        is_next: bool,
    ) -> Vec<Span<'static>> {
        let (sign, tone) = if is_next {
            ("►", Tone::Help)
        } else {
            sign(row)
        };
        let text_tone = if row.state.is_open() {
            Tone::Plain
        } else {
            Tone::Still
        };
        let gap = || Span::raw(" ");
        vec![
            c.ink(tone, format!(" {sign} ")),
            c.cell(Tone::Strong, &row.name, self.number),
            gap(),
            c.cell(Tone::Still, &when(c, row, now), self.when),
            gap(),
            c.cell(text_tone, &c.words.say(&row.to), self.to),
            gap(),
            c.cell(text_tone, &c.words.say(&row.title), self.title),
            gap(),
            c.cell(state_tone(row.state), &state_words(c, row), self.state),
            gap(),
            c.ink(
                text_tone,
                fit(&expected(c, row, self.expected), self.expected),
            ),
        ]
    }
}

/// When it came or comes; with nothing known, what it waits for.
fn when(c: &Canvas<'_>, row: &ScriptRow, now: &Stamp) -> String {
    let moment = row.at.as_ref().map(|at| c.words.near(at, now));
    let cue = row.cue.as_ref().filter(|_| row.state.is_open());
    match (moment, cue) {
        (Some(moment), _) => match row.comes {
            Comes::Then => moment,
            Comes::AtTheLatest => c
                .words
                .say(&Text::new("ui-script-by").name("moment", moment)),
            Comes::AtTheEarliest => c
                .words
                .say(&Text::new("ui-script-from").name("moment", moment)),
        },
        (None, Some(cue)) => c.words.say(cue),
        (None, None) => "–".to_owned(),
    }
}

/// Done is what nobody is still to react to.
fn sign(row: &ScriptRow) -> (&'static str, Tone) {
    match row.state {
        ScriptState::Answered if row.silent.is_empty() => ("√", Tone::Good),
        ScriptState::Answered | ScriptState::Released | ScriptState::Acknowledged => {
            ("●", Tone::Good)
        }
        ScriptState::Skipped | ScriptState::Averted => ("×", Tone::Still),
        ScriptState::Held | ScriptState::HeldDue => ("■", Tone::Warn),
        ScriptState::Armed => ("R", Tone::Warn),
        ScriptState::Ready | ScriptState::Waiting => ("·", Tone::Plain),
    }
}

const fn state_tone(state: ScriptState) -> Tone {
    match state {
        ScriptState::Answered | ScriptState::Acknowledged => Tone::Good,
        ScriptState::Released | ScriptState::Armed | ScriptState::Held | ScriptState::HeldDue => {
            Tone::Warn
        }
        ScriptState::Ready => Tone::Plain,
        ScriptState::Waiting | ScriptState::Averted | ScriptState::Skipped => Tone::Still,
    }
}

fn state_words(c: &Canvas<'_>, row: &ScriptRow) -> String {
    c.words.msg(match row.state {
        ScriptState::Waiting => "ui-script-waits",
        ScriptState::Ready => "ui-script-ready",
        ScriptState::Armed => "ui-script-armed",
        ScriptState::Averted => "ui-script-averted",
        ScriptState::Held => "ui-script-held",
        ScriptState::HeldDue => "ui-script-held-due",
        ScriptState::Released => "ui-script-released",
        ScriptState::Acknowledged => "ui-script-seen",
        ScriptState::Answered => "ui-script-answered",
        ScriptState::Skipped => "ui-script-skipped",
    })
}

/// Core or choice and whether it stops the clock, then what is expected or how many have answered.
fn expected(c: &Canvas<'_>, row: &ScriptRow, room: usize) -> String {
    let (got, _, answered) = row.counts;
    if let Some(why) = &row.why {
        return c.words.say(why);
    }
    if !row.state.is_open() {
        let heard = got.saturating_sub(row.silent.len() as u32);
        // Whoever leads would take what was answered for settled.
        let comes = row.fallbacks.iter().find(|of| !of.asks_for_answer);
        let comes = comes.filter(|_| answered > 0);
        if room < 20 {
            let comes = comes.map_or_else(String::new, |of| format!(" {}", of.name));
            return format!("{heard}/{got}{comes}");
        }
        let text = Text::new("ui-script-heard")
            .count("heard", heard)
            .count("answered", answered)
            .count("got", got);
        let said = c.words.say(&text);
        let Some(comes) = comes else { return said };
        let comes = Text::new("ui-script-comes-anyway").name("number", comes.name.clone());
        return format!("{said} · {}", c.words.say(&comes));
    }
    let kind = match (&row.contingency_of, row.core) {
        (Some(_), _) => "R",
        (None, true) => "K",
        (None, false) => "W",
    };
    let stops = if row.class >= MessageClass::Stop {
        " ■"
    } else {
        ""
    };
    let brief = format!("{kind}{stops}");
    match &row.expects {
        Some(expects) if room > 20 => format!("{brief}  {}", c.words.say(expects)),
        _ => brief,
    }
}

/// Returns the selected inject in full, in lines of so many cells.
pub fn in_full(c: &Canvas<'_>, row: &ScriptRow, now: &Stamp, cells: usize) -> Vec<(Tone, String)> {
    let words = c.words;
    let mut lines = Vec::new();
    let mut say = |tone: Tone, text: String| {
        lines.extend(wrap(&text, cells).into_iter().map(|piece| (tone, piece)));
    };
    let head = Text::new("ui-script-head")
        .name("number", row.name.clone())
        .text("title", row.title.clone())
        .text("from", row.from.clone())
        .text("to", row.to.clone())
        .name("channel", words.of("channel", row.channel.id()));
    say(Tone::Strong, words.say(&head));
    if let Some(text) = &row.text {
        let quoted = Text::new("ui-script-quote").text("text", text.clone());
        say(Tone::Plain, words.say(&quoted));
    }
    if row.is_edited {
        say(Tone::Warn, words.msg("ui-script-edited"));
    }
    if let Some(expects) = &row.expects {
        let objectives = row.objectives.join(", ");
        let key = if row.objectives.is_empty() {
            "ui-script-expects-only"
        } else {
            "ui-script-expects"
        };
        let text = Text::new(key)
            .text("expects", expects.clone())
            .name("objectives", objectives);
        say(Tone::Plain, words.say(&text));
    }
    for fallback in &row.fallbacks {
        let (tone, key) = if fallback.asks_for_answer {
            (Tone::Still, "ui-script-fallback-answer")
        } else {
            (Tone::Warn, "ui-script-fallback-deed")
        };
        let cue = fallback.cue.clone();
        let text = Text::new(key)
            .name("number", fallback.name.clone())
            .text("title", fallback.title.clone())
            .text(
                "cue",
                cue.unwrap_or_else(|| Text::new("ui-script-fallback-cue")),
            );
        say(tone, words.say(&text));
    }
    if let Some(other) = &row.contingency_of {
        let text = Text::new("ui-script-contingency").name("other", other.clone());
        say(Tone::Still, words.say(&text));
    }
    if let Some(cue) = row.cue.as_ref().filter(|_| row.state.is_open()) {
        let text = Text::new("ui-script-cue").text("cue", cue.clone());
        say(Tone::Still, words.say(&text));
    }
    if let Some(why) = &row.why {
        let text = Text::new("ui-script-why").text("why", why.clone());
        say(Tone::Still, words.say(&text));
    }
    let silent = row.silent.len();
    if row.state.is_open() || row.counts.0 == 0 {
        // Nobody has got it yet.
    } else if silent > 0 {
        let text = Text::new("ui-script-silent")
            .count("count", silent as i64)
            .name("names", row.silent.join(", "));
        say(Tone::Warn, words.say(&text));
    } else {
        say(Tone::Good, words.msg("ui-script-all-heard"));
    }
    for reply in &row.replies {
        let text = Text::new("ui-script-reply")
            .name("place", reply.place.clone())
            .name("when", words.near(&reply.at, now))
            .name("answer", reply.text.clone());
        say(Tone::Good, words.say(&text));
    }
    lines
}
