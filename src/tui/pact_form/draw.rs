//! Draws the form of a draft.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{fit, wrap};
use super::super::theme::Tone;
use super::{Both, PactForm};
use crate::vocab::Text;
use crate::words::Lang;

/// Cells of a paragraph's number.
const PARAGRAPH: usize = 11;
/// Cells of a price.
const PRICE: usize = 11;
/// Rows in which the chosen clause is said in full.
const SAID: usize = 3;

/// The keys of a figure's name, and of its value with the unit.
fn words_of(field: &str) -> (&'static str, &'static str) {
    match field {
        "staff_cap_share" => ("ui-pact-staff_cap_share", "ui-pact-staff_cap_share-value"),
        "desk_cap_share" => ("ui-pact-desk_cap_share", "ui-pact-desk_cap_share-value"),
        "days_max" => ("ui-pact-days_max", "ui-pact-days_max-value"),
        "notebook_pool" => ("ui-pact-notebook_pool", "ui-pact-notebook_pool-value"),
        "notebooks_per_site" => (
            "ui-pact-notebooks_per_site",
            "ui-pact-notebooks_per_site-value",
        ),
        "market_examiners" => ("ui-pact-market_examiners", "ui-pact-market_examiners-value"),
        "eur_per_person_hour" => (
            "ui-pact-eur_per_person_hour",
            "ui-pact-eur_per_person_hour-value",
        ),
        _ => ("ui-pact-notice_within", "ui-pact-notice_within-value"),
    }
}

impl PactForm {
    pub(in crate::tui) fn draw(&self, c: &mut Canvas<'_>) {
        let words = c.words;
        let lang = words.lang();
        let of = |both: &Both| match lang {
            Lang::De => both.0.clone(),
            Lang::En => both.1.clone(),
        };
        let name = c.width().saturating_sub(24).min(60);
        c.row(
            vec![
                c.still(format!("  {}  ", words.msg("ui-pact-title"))),
                c.strong(self.title.shown(name, self.row == 0)),
            ],
            self.row == 0,
            Some(Hit::Row(0)),
        );
        c.gap();
        let title = c.width().saturating_sub(PARAGRAPH + PRICE + 10).max(10);
        c.line(c.still(format!(
            "        {}{}{:>PRICE$}",
            fit("", PARAGRAPH),
            fit(&words.msg("ui-pact-clauses"), title),
            words.msg("ui-pact-per-year"),
        )));
        let clauses = self.info.clauses.len();
        let all = clauses + 1 + self.info.figures.len();
        // Price, what is said of the row, problems, and a gap.
        let room = c.rows_left().saturating_sub(SAID + 4).max(3);
        // The heading of the figures is a row of its own.
        let focus = match self.row {
            0 => 0,
            row if row <= clauses => row - 1,
            row => row,
        };
        let first = first_shown(focus, all, room);
        for at in first..(first + room).min(all) {
            if at == clauses {
                c.line(c.still(format!("      {}", words.msg("ui-pact-figures"))));
                continue;
            }
            if at < clauses {
                let clause = &self.info.clauses[at];
                let (sign, tone) = match (clause.is_law, self.on[at]) {
                    (true, _) => ("[=]", Tone::Still),
                    (false, true) => ("[x]", Tone::Strong),
                    (false, false) => ("[ ]", Tone::Still),
                };
                let focus = self.row == at + 1;
                let mark = if focus { "►" } else { " " };
                let price =
                    self.in_a_year(clause.once_eur, clause.per_year_eur, clause.staff_hours);
                let price = words.number(price.round() as i64);
                c.row(
                    vec![
                        Span::raw(format!("  {mark} ")),
                        c.ink(tone, format!("{sign} ")),
                        c.cell(tone, &clause.paragraph, PARAGRAPH),
                        c.cell(tone, &of(&clause.title), title),
                        c.still(format!("{price:>PRICE$}")),
                    ],
                    focus,
                    Some(Hit::Row(at + 1)),
                );
            } else {
                self.figure(c, at - clauses - 1, clauses);
            }
        }
        c.gap();
        self.said(c, &of);
        self.cost(c);
    }

    fn figure(&self, c: &mut Canvas<'_>, at: usize, clauses: usize) {
        let words = c.words;
        let figure = &self.info.figures[at];
        let row = clauses + 1 + at;
        let focus = self.row == row;
        let mark = if focus { "►" } else { " " };
        let holds = self.checked.holds.get(at).copied().flatten();
        let (name, unit) = words_of(figure.field);
        let value = match self.set[at].or(holds) {
            Some(value) => words.say(&Text::new(unit).count("value", value)),
            None => words.msg("ui-pact-open"),
        };
        let own = if self.set[at].is_some() {
            words.msg("ui-pact-own")
        } else {
            words.msg("ui-pact-by-clause")
        };
        let tone = if self.set[at].is_some() {
            Tone::Strong
        } else {
            Tone::Plain
        };
        c.row(
            vec![
                Span::raw(format!("  {mark} ")),
                c.cell(Tone::Plain, &words.msg(name), 34),
                c.cell(tone, &value, 24),
                c.still(own),
            ],
            focus,
            Some(Hit::Row(row)),
        );
    }

    /// What the row with the focus says.
    fn said(&self, c: &mut Canvas<'_>, of: &dyn Fn(&Both) -> String) {
        let words = c.words;
        let clauses = self.info.clauses.len();
        let text = match self.row {
            0 => words.msg("ui-pact-title-how"),
            row if row <= clauses => {
                let clause = &self.info.clauses[row - 1];
                let price = Text::new("ui-pact-clause-price")
                    .count("once", clause.once_eur.round() as i64)
                    .count("year", clause.per_year_eur.round() as i64)
                    .count("hours", clause.staff_hours.round() as i64);
                let law = if clause.is_law {
                    format!(" {}", words.msg("ui-pact-is-law"))
                } else {
                    String::new()
                };
                format!("{} {}{law}", of(&clause.sentence), words.say(&price))
            }
            row => {
                let figure = &self.info.figures[row - clauses - 1];
                let text = Text::new("ui-pact-figure-how")
                    .count("least", figure.least)
                    .count("most", figure.most);
                words.say(&text)
            }
        };
        let lines = wrap(&text, c.width().saturating_sub(4));
        for at in 0..SAID {
            let line = lines.get(at).cloned().unwrap_or_default();
            c.line(c.ink(Tone::Help, format!("  {line}")));
        }
    }

    fn cost(&self, c: &mut Canvas<'_>) {
        let words = c.words;
        if let Some(why) = &self.why_not_title {
            c.line(c.ink(Tone::Bad, format!("  × {}", words.say(why))));
            return;
        }
        if let Some(problem) = self.checked.problems.first() {
            c.line(c.ink(Tone::Bad, format!("  × {problem}")));
            return;
        }
        let (once, year, hours, all) = self.price();
        let round = |value: f64| value.round() as i64;
        let price = Text::new("ui-pact-price")
            .count("once", round(once))
            .count("year", round(year))
            .count("hours", round(hours))
            .count("all", round(all))
            .count("years", round(self.info.write_off_years))
            .count("rate", round(self.info.staff_eur_per_hour));
        c.paragraph(&words.say(&price), 2, Tone::Strong);
    }
}
