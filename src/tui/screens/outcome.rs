//! The end screen: what was to be achieved, what was, and what aid cost.

use ratatui::text::{Line, Span};

use super::super::canvas::Canvas;
use super::super::text::wrap;
use super::super::theme::{Tone, aid_sign};
use super::outcome_provider;
use crate::view::{AidOutcome, ClauseOutcome, Outcome, SeatView, ServiceOutcome};
use crate::vocab::Text;

/// Draws the screen; returns how far it can be scrolled.
pub fn draw(c: &mut Canvas<'_>, view: &SeatView, scroll: usize) -> usize {
    let Some(outcome) = &view.outcome else {
        c.line(c.still(format!(" {}", c.words.msg("ui-why-not-ended"))));
        return 0;
    };
    let label = c.words.msg("ui-outcome-label");
    c.both_ends(
        vec![c.strong(format!(" {}", c.words.msg("ui-outcome-title")))],
        vec![c.ink(Tone::Warn, format!("{label} "))],
    );
    let lines = lines(c, view, outcome);
    let room = c.rows_left();
    let most = lines.len().saturating_sub(room);
    let scroll = scroll.min(most);
    for line in lines.into_iter().skip(scroll).take(room) {
        c.line(line);
    }
    most
}

fn whole(hours: f64) -> i64 {
    libm::round(hours) as i64
}

fn lines(c: &Canvas<'_>, view: &SeatView, outcome: &Outcome) -> Vec<Line<'static>> {
    let words = c.words;
    let width = c.width().saturating_sub(2);
    let mut lines = Vec::new();
    let mut say = |tone: Tone, text: &str| {
        for piece in wrap(text, width) {
            lines.push(Line::from(c.ink(tone, format!(" {piece}"))));
        }
    };
    let lost = Text::new(if outcome.provider.is_some() {
        "ui-outcome-lost-customers"
    } else {
        "ui-outcome-lost"
    })
    .count("hours", whole(outcome.sum.lost_service_hours));
    say(Tone::Plain, &words.say(&lost));
    let unpaid = Text::new("ui-outcome-unpaid").count("count", outcome.sum.people_unpaid);
    let tone = if outcome.sum.people_unpaid > 0 {
        Tone::Bad
    } else {
        Tone::Good
    };
    say(tone, &words.say(&unpaid));
    let hit = if outcome.was_hit {
        "ui-outcome-hit"
    } else {
        "ui-outcome-not-hit"
    };
    say(Tone::Plain, &words.msg(hit));
    lines.push(Line::default());
    match &outcome.provider {
        Some(provider) => lines.extend(outcome_provider::lines(c, provider)),
        // The state's team has neither services nor customers.
        None if outcome.services.is_empty() => {}
        None => lines.push(service_head(c)),
    }
    for service in &outcome.services {
        lines.push(service_line(c, service));
        if let Some(minutes) = service.later_outage_minutes {
            let span = crate::vocab::Arg::Minutes(minutes);
            let text = Text::new("report-later-outage").with("span", span);
            lines.push(Line::from(
                c.ink(Tone::Warn, format!("     {}", words.say(&text))),
            ));
        }
    }
    lines.push(Line::default());
    if let Some(provider) = &outcome.provider {
        lines.extend(outcome_provider::waits(c, provider));
        lines.push(Line::default());
    }
    lines.extend(super::ghosts::lines(c, view, outcome));
    lines.push(Line::default());
    lines.push(Line::from(
        c.strong(format!(" {}", words.msg("ui-outcome-aid"))),
    ));
    if outcome.aid.is_empty() {
        lines.push(Line::from(
            c.still(format!("   {}", words.msg("ui-outcome-no-aid"))),
        ));
    }
    for aid in &outcome.aid {
        lines.extend(aid_lines(c, aid));
    }
    if !outcome.clauses.is_empty() {
        lines.push(Line::default());
        let title = words.msg("ui-outcome-clauses");
        lines.push(Line::from(c.strong(format!(" {title}"))));
    }
    for clause in &outcome.clauses {
        lines.extend(clause_lines(c, clause));
    }
    lines.push(Line::default());
    lines.push(Line::from(
        c.strong(format!(" {}", words.msg("ui-outcome-marks"))),
    ));
    for mark in &outcome.marks {
        for (at, piece) in wrap(&words.say(mark), width.saturating_sub(4))
            .into_iter()
            .enumerate()
        {
            let bullet = if at == 0 { "·" } else { " " };
            lines.push(Line::from(
                c.ink(Tone::Plain, format!("   {bullet} {piece}")),
            ));
        }
    }
    lines.push(Line::default());
    for piece in wrap(&words.msg("ui-outcome-honest"), width) {
        lines.push(Line::from(c.still(format!(" {piece}"))));
    }
    lines
}

/// Widths: name, back in emergency operation, target, latest, normal.
const fn widths(wide: bool) -> [usize; 5] {
    if wide {
        [32, 24, 16, 24, 18]
    } else {
        [21, 17, 12, 14, 12]
    }
}

fn service_head(c: &Canvas<'_>) -> Line<'static> {
    let w = widths(c.width() >= 120);
    let keys = [
        "ui-col-service",
        "ui-col-back-in-emergency",
        "ui-col-target",
        "ui-col-latest-in",
        "ui-col-normal-in",
    ];
    let mut spans = vec![Span::raw("   ")];
    for (key, cells) in keys.into_iter().zip(w) {
        spans.push(c.cell(Tone::Still, &c.words.msg(key), cells));
    }
    Line::from(spans)
}

fn service_line(c: &Canvas<'_>, service: &ServiceOutcome) -> Line<'static> {
    let words = c.words;
    let w = widths(c.width() >= 120);
    let (achieved, target) = service.emergency_minutes;
    let in_time = achieved.is_some_and(|minutes| minutes <= target);
    let (sign, tone) = match (service.was_down, in_time, service.mta_broken) {
        (false, _, _) => ("●", Tone::Good),
        (true, true, false) => ("√", Tone::Good),
        (true, _, true) => ("×", Tone::Bad),
        (true, false, false) => ("▼", Tone::Warn),
    };
    let name = c.cell(Tone::Plain, &words.say(&service.name), w[0]);
    let head = c.ink(tone, format!(" {sign} "));
    if !service.was_down {
        let always = words.msg("ui-outcome-never-down");
        return Line::from(vec![head, name, c.ink(Tone::Good, always)]);
    }
    let after = |minutes: Option<u32>| match minutes {
        Some(minutes) => words.duration(minutes),
        None => words.msg("ui-outcome-not-yet"),
    };
    // A mark beside two times that read alike would puzzle.
    let reached = achieved.map_or_else(
        || words.msg("ui-outcome-not-yet"),
        |minutes| words.duration_beside(minutes, target),
    );
    let latest = if service.mta_broken {
        format!("{} ×", words.msg("ui-deadline-missed"))
    } else {
        format!("{} √", words.msg("ui-deadline-met"))
    };
    Line::from(vec![
        head,
        name,
        c.cell(tone, &reached, w[1]),
        c.cell(
            Tone::Still,
            &words.duration_beside(target, achieved.unwrap_or(target)),
            w[2],
        ),
        c.cell(tone, &latest, w[3]),
        c.cell(Tone::Plain, &after(service.normal_minutes), w[4]),
    ])
}

fn clause_lines(c: &Canvas<'_>, clause: &ClauseOutcome) -> Vec<Line<'static>> {
    let words = c.words;
    let head = format!("   {} {}", clause.paragraph, words.say(&clause.title));
    let mut said = Vec::new();
    if clause.missing > 0 {
        said.push(Text::new("ui-clause-missing").count("count", clause.missing));
    }
    if clause.broken > 0 {
        said.push(Text::new("ui-clause-broken").count("count", clause.broken));
    }
    if clause.binding_minutes > 0 {
        let minutes = u32::try_from(clause.binding_minutes).unwrap_or(u32::MAX);
        let time = crate::vocab::Arg::Minutes(minutes);
        said.push(Text::new("ui-clause-binding").with("time", time));
    }
    let said: Vec<String> = said.iter().map(|text| words.say(text)).collect();
    let mut lines = vec![Line::from(c.ink(Tone::Plain, head))];
    for piece in wrap(&said.join(" "), c.width().saturating_sub(6)) {
        lines.push(Line::from(c.still(format!("     {piece}"))));
    }
    lines
}

fn aid_lines(c: &Canvas<'_>, aid: &AidOutcome) -> Vec<Line<'static>> {
    let words = c.words;
    let (sign, tone) = aid_sign(aid.state);
    let state = words.of("aid-state", aid.state.id());
    let waited = match aid.waited_minutes {
        Some(minutes) => words.say(
            &Text::new("ui-outcome-aid-after").with("time", crate::vocab::Arg::Minutes(minutes)),
        ),
        None => words.msg("ui-outcome-aid-never"),
    };
    let mut lines = vec![Line::from(vec![
        c.ink(tone, format!(" {sign} ")),
        c.ink(
            Tone::Plain,
            format!(
                "{}: {} → {}, {state}",
                words.of("aid-kind", aid.kind.id()),
                aid.to,
                aid.from
            ),
        ),
    ])];
    let mut second = waited;
    if let Some(causes) = super::aid::waited(words, &aid.waited) {
        second = format!("{second} {causes}");
    }
    let hours = whole(aid.helper_lost_service_hours);
    if hours > 0 {
        let price = Text::new("ui-outcome-aid-price")
            .name("helper", aid.to.clone())
            .count("hours", hours);
        second = format!("{second} {}", words.say(&price));
    }
    if let Some(reason) = &aid.reason {
        let reason = Text::new("ui-aid-reason").text("reason", reason.clone());
        second = format!("{second} {}", words.say(&reason));
    }
    for piece in wrap(&second, c.width().saturating_sub(6)) {
        lines.push(Line::from(c.still(format!("     {piece}"))));
    }
    lines
}
