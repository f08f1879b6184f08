//! A form for a draft of the pact: clauses with what they say and cost, figures with their units and ranges.

mod draw;

use crossterm::event::KeyEvent;

use super::field::Field;
use super::keymap::Intent;
use crate::vocab::Text;

/// A text in both languages: German, English.
pub type Both = (String, String);

/// A clause that can be agreed.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseChoice {
    /// Its id.
    pub id: String,
    /// Where it stands in the contract.
    pub paragraph: String,
    /// Title.
    pub title: Both,
    /// What it says.
    pub sentence: Both,
    /// Whether it holds by law, agreed or not.
    pub is_law: bool,
    /// Once, for all members together, EUR.
    pub once_eur: f64,
    /// In every year, EUR.
    pub per_year_eur: f64,
    /// Working hours in every year.
    pub staff_hours: f64,
}

/// A figure that can be agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChoice {
    /// Its field in a pact; the keys of its words are made of it.
    pub field: &'static str,
    /// The least that makes sense.
    pub least: u32,
    /// The most.
    pub most: u32,
    /// By how much a key changes it.
    pub step: u32,
}

/// What a form begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct PactFormInfo {
    /// Every clause, in the order of the contract.
    pub clauses: Vec<ClauseChoice>,
    /// Every figure.
    pub figures: Vec<FigureChoice>,
    /// What an hour of work costs, EUR.
    pub staff_eur_per_hour: f64,
    /// Over how many years what is paid once is spread.
    pub write_off_years: f64,
    /// The draft to begin with.
    pub draft: PactDraft,
}

/// A draft as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PactDraft {
    /// What people call it.
    pub title: String,
    /// Clauses by id, in the order in which they apply.
    pub clauses: Vec<String>,
    /// Figures agreed otherwise than the clauses say, by field.
    pub figures: Vec<(String, u32)>,
}

/// What the scenario says of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PactChecked {
    /// What holds, in the order of the figures; `None` where nothing is agreed.
    pub holds: Vec<Option<u32>>,
    /// What is wrong with it.
    pub problems: Vec<String>,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormOutcome {
    /// The form stays; whether the draft changed.
    Stays(bool),
    /// It is to be written.
    Write,
    /// It is left.
    Left,
}

/// The form.
pub(super) struct PactForm {
    info: PactFormInfo,
    title: Field,
    /// For each clause whether it is agreed.
    on: Vec<bool>,
    /// For each figure what is agreed otherwise.
    set: Vec<Option<u32>>,
    checked: PactChecked,
    /// Why it cannot have its title.
    why_not_title: Option<Text>,
    /// The row with the focus: the title, then clauses, then figures.
    row: usize,
}

impl PactForm {
    pub(super) fn new(info: PactFormInfo, checked: PactChecked) -> Self {
        let draft = &info.draft;
        let on = info.clauses.iter();
        let on = on.map(|clause| clause.is_law || draft.clauses.contains(&clause.id));
        let of = |field: &str| {
            let found = draft.figures.iter().find(|(known, _)| known == field);
            found.map(|(_, value)| *value)
        };
        let mut title = Field::default();
        title.paste(&draft.title);
        Self {
            on: on.collect(),
            set: info.figures.iter().map(|figure| of(figure.field)).collect(),
            title,
            checked,
            why_not_title: None,
            info,
            row: 1,
        }
    }

    /// The draft as it is filled in.
    pub(super) fn draft(&self) -> PactDraft {
        let agreed = self.info.clauses.iter().zip(&self.on);
        let agreed = agreed.filter(|(_, on)| **on);
        let mut clauses: Vec<String> = agreed.map(|(clause, _)| clause.id.clone()).collect();
        // Those that were there keep their order, since a later one settles what both are about.
        let before = |id: &String| self.info.draft.clauses.iter().position(|known| known == id);
        clauses.sort_by_key(|id| before(id).unwrap_or(usize::MAX));
        let figures = self.info.figures.iter().zip(&self.set);
        PactDraft {
            title: self.title.text().trim().to_owned(),
            clauses,
            figures: figures
                .filter_map(|(figure, set)| Some((figure.field.to_owned(), (*set)?)))
                .collect(),
        }
    }

    /// Takes in what the scenario says of the draft.
    pub(super) fn check(&mut self, checked: PactChecked) {
        self.checked = checked;
    }

    /// Takes in why the draft cannot have its title, if it cannot.
    pub(super) fn check_title(&mut self, why: Option<Text>) {
        self.why_not_title = why;
    }

    /// Whether the draft can be written.
    pub(super) const fn is_right(&self) -> bool {
        self.checked.problems.is_empty() && self.why_not_title.is_none()
    }

    /// Whether letters go into the title.
    pub(super) const fn is_typing(&self) -> bool {
        self.row == 0
    }

    /// Takes in a key while the title has the focus; `false` if it means what it means elsewhere.
    pub(super) fn type_key(&mut self, key: &KeyEvent) -> bool {
        self.title.typed(key)
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.is_typing() {
            self.title.paste(text);
        }
    }

    fn rows(&self) -> usize {
        1 + self.info.clauses.len() + self.info.figures.len()
    }

    /// Puts the focus on a row that was clicked, and takes it as chosen.
    pub(super) fn click(&mut self, row: usize) -> FormOutcome {
        self.row = row.min(self.rows() - 1);
        self.act(Intent::Mark)
    }

    pub(super) fn act(&mut self, intent: Intent) -> FormOutcome {
        let clauses = self.info.clauses.len();
        match intent {
            Intent::Up => self.row = self.row.saturating_sub(1),
            Intent::Down => self.row = (self.row + 1).min(self.rows() - 1),
            Intent::NextField => {
                self.row = match self.row {
                    0 => 1,
                    row if row <= clauses => clauses + 1,
                    _ => 0,
                }
            }
            Intent::Mark if (1..=clauses).contains(&self.row) => {
                let at = self.row - 1;
                if !self.info.clauses[at].is_law {
                    self.on[at] = !self.on[at];
                    return FormOutcome::Stays(true);
                }
            }
            Intent::Previous | Intent::Next if self.row > clauses => {
                self.change(self.row - clauses - 1, intent == Intent::Next);
                return FormOutcome::Stays(true);
            }
            // As the clauses say.
            Intent::Mark if self.row > clauses => {
                self.set[self.row - clauses - 1] = None;
                return FormOutcome::Stays(true);
            }
            Intent::Accept => return FormOutcome::Write,
            Intent::Back => return FormOutcome::Left,
            _ => {}
        }
        FormOutcome::Stays(false)
    }

    fn change(&mut self, at: usize, up: bool) {
        let figure = &self.info.figures[at];
        let holds = self.checked.holds.get(at).copied().flatten();
        let now = self.set[at].or(holds).unwrap_or(figure.least);
        let next = if up {
            now.saturating_add(figure.step)
        } else {
            now.saturating_sub(figure.step)
        };
        self.set[at] = Some(next.clamp(figure.least, figure.most));
    }

    /// Once, every year and working hours of what is agreed; and all of it in a year.
    fn price(&self) -> (f64, f64, f64, f64) {
        let agreed = self.info.clauses.iter().zip(&self.on);
        let agreed = agreed.filter(|(_, on)| **on).map(|(clause, _)| clause);
        let (once, year, hours) = agreed.fold((0.0, 0.0, 0.0), |sum, clause| {
            (
                sum.0 + clause.once_eur,
                sum.1 + clause.per_year_eur,
                sum.2 + clause.staff_hours,
            )
        });
        (once, year, hours, self.in_a_year(once, year, hours))
    }

    /// All that is due in a year: what is paid once spread over the years, and hours of work at their price.
    fn in_a_year(&self, once: f64, year: f64, hours: f64) -> f64 {
        once / self.info.write_off_years + year + hours * self.info.staff_eur_per_hour
    }
}
