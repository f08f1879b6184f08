//! The risk of each option, as people say chances.

use ratatui::text::Line;

use super::super::canvas::Canvas;
use super::super::text::width;
use super::super::theme::Tone;
use super::decision_options::letter;
use crate::view::DecisionPaper;
use crate::vocab::Text;

/// Returns a chance in tenths.
fn tenths(risk: f64) -> i64 {
    libm::round(risk.clamp(0.0, 1.0) * 10.0) as i64
}

/// Returns a chance as people say it: `etwa 7 von 10`.
fn in_words(c: &Canvas<'_>, risk: f64) -> String {
    match tenths(risk) {
        0 => c.words.msg("ui-risk-low"),
        10 => c.words.msg("ui-risk-high"),
        n => c.words.say(&Text::new("ui-risk").count("tenths", n)),
    }
}

fn of_each(paper: &DecisionPaper, say: impl Fn(f64) -> String) -> Vec<String> {
    paper
        .options
        .iter()
        .enumerate()
        .filter_map(|(at, option)| Some(format!("{} {}", letter(at), say(option.risk?))))
        .collect()
}

/// Returns the risk of all options in words over two lines, or in figures on one where the words
/// do not fit; nothing where no risk is known.
pub fn risk_lines(c: &Canvas<'_>, paper: &DecisionPaper, cells: usize) -> Vec<Line<'static>> {
    let known = of_each(paper, |risk| in_words(c, risk)).join("   ");
    if known.is_empty() {
        return Vec::new();
    }
    if width(&known) > cells {
        return risk_short(c, paper, cells).into_iter().collect();
    }
    vec![
        Line::from(c.still(c.words.msg("ui-decision-risk"))),
        Line::from(c.ink(Tone::Attack, known)),
    ]
}

/// Returns the risk of all options in figures of ten, on one line.
pub fn risk_short(c: &Canvas<'_>, paper: &DecisionPaper, cells: usize) -> Option<Line<'static>> {
    let figures = of_each(paper, |risk| match tenths(risk) {
        0 => "<1".to_owned(),
        n => n.to_string(),
    });
    if figures.is_empty() {
        return None;
    }
    let label = c.words.msg("ui-decision-risk-of-ten");
    let wide = figures.join("   ");
    let figures = if width(&label) + 1 + width(&wide) > cells {
        figures.join(" ")
    } else {
        wide
    };
    Some(Line::from(vec![
        c.still(format!("{label} ")),
        c.ink(Tone::Attack, figures),
    ]))
}
