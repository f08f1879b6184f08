//! Draws the form of a draft.

use ratatui::text::Span;

use super::super::canvas::{Canvas, Hit, first_shown};
use super::super::text::{fit, wrap};
use super::super::theme::Tone;
use super::{Both, PactForm, Row};
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
        let [_, clauses, figures, members, write] = self.parts();
        // Headings are rows of their own.
        let mut lines: Vec<Result<usize, &str>> = (clauses..figures).map(Ok).collect();
        for (rows, heading) in [
            (figures..members, "ui-pact-figures"),
            (members..write, "ui-pact-members"),
        ] {
            if !rows.is_empty() {
                lines.push(Err(heading));
                lines.extend(rows.map(Ok));
            }
        }
        // Price, what is said of the row, the field that writes, problems, and gaps.
        let room = c.rows_left().saturating_sub(SAID + 5).max(3);
        let focus = lines.iter().position(|line| *line == Ok(self.row));
        let focus = focus.unwrap_or(if self.row == 0 { 0 } else { lines.len() - 1 });
        let first = first_shown(focus, lines.len(), room);
        for line in lines.into_iter().skip(first).take(room) {
            match line.map(|row| (row, self.row(row))) {
                Err("ui-pact-members") => {
                    let text = Text::new("ui-pact-members")
                        .count(
                            "in",
                            self.is_in.iter().filter(|is_in| **is_in).count() as i64,
                        )
                        .count("all", self.is_in.len() as i64);
                    c.line(c.still(format!("      {}", words.say(&text))));
                }
                Err(heading) => c.line(c.still(format!("      {}", words.msg(heading)))),
                Ok((row, Row::Clause(at))) => self.clause(c, (row, at), title, &of),
                Ok((row, Row::Figure(at))) => self.figure(c, (row, at)),
                Ok((row, Row::Member(at))) => self.member(c, (row, at)),
                Ok(_) => {}
            }
        }
        let is_writing = self.row == write;
        let mark = if is_writing { "►" } else { " " };
        c.row(
            vec![
                Span::raw(format!("  {mark} ")),
                c.strong(words.msg("ui-pact-write")),
            ],
            is_writing,
            Some(Hit::Row(write)),
        );
        c.gap();
        self.said(c, &of);
        self.cost(c);
    }

    fn clause(
        &self,
        c: &mut Canvas<'_>,
        (row, at): (usize, usize),
        title: usize,
        of: &dyn Fn(&Both) -> String,
    ) {
        let clause = &self.info.clauses[at];
        let (sign, tone) = match (clause.is_law, self.on[at]) {
            (true, _) => ("[=]", Tone::Still),
            (false, true) => ("[x]", Tone::Strong),
            (false, false) => ("[ ]", Tone::Still),
        };
        let focus = self.row == row;
        let mark = if focus { "►" } else { " " };
        let price = self.in_a_year(clause.once_eur, clause.per_year_eur, clause.staff_hours);
        let price = c.words.number(price.round() as i64);
        c.row(
            vec![
                Span::raw(format!("  {mark} ")),
                c.ink(tone, format!("{sign} ")),
                c.cell(tone, &clause.paragraph, PARAGRAPH),
                c.cell(tone, &of(&clause.title), title),
                c.still(format!("{price:>PRICE$}")),
            ],
            focus,
            Some(Hit::Row(row)),
        );
    }

    fn member(&self, c: &mut Canvas<'_>, (row, at): (usize, usize)) {
        let (sign, tone) = if self.is_in[at] {
            ("[x]", Tone::Strong)
        } else {
            ("[ ]", Tone::Still)
        };
        let focus = self.row == row;
        let mark = if focus { "►" } else { " " };
        let name = c.width().saturating_sub(10);
        c.row(
            vec![
                Span::raw(format!("  {mark} ")),
                c.ink(tone, format!("{sign} ")),
                c.cell(tone, &self.info.members[at].name, name),
            ],
            focus,
            Some(Hit::Row(row)),
        );
    }

    fn figure(&self, c: &mut Canvas<'_>, (row, at): (usize, usize)) {
        let words = c.words;
        let figure = &self.info.figures[at];
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
        let text = match self.row(self.row) {
            Row::Title => words.msg("ui-pact-title-how"),
            Row::Clause(at) => {
                let clause = &self.info.clauses[at];
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
            Row::Figure(at) => {
                let figure = &self.info.figures[at];
                let text = Text::new("ui-pact-figure-how")
                    .count("least", figure.least)
                    .count("most", figure.most);
                words.say(&text)
            }
            Row::Member(_) => words.msg("ui-pact-member-how"),
            Row::Write => {
                let text = Text::new("ui-pact-write-how").name("title", self.title.text().trim());
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
        if let Some(why) = self.why_not() {
            c.line(c.ink(Tone::Bad, format!("  × {}", words.say(&why))));
            return;
        }
        if let Some(problem) = self.checked.problems.first() {
            c.line(c.ink(Tone::Bad, format!("  × {}", words.say(problem))));
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
