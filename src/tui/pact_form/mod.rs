//! A form for a draft of the pact: clauses with what they say and cost, figures with their units and ranges, members, and a
//! field that writes it.

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
    /// Its place among the clauses as they apply: a later one settles what both are about.
    pub applies: usize,
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

/// Who can be a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberChoice {
    /// Its key.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// What a form begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct PactFormInfo {
    /// Every clause, in the order of the contract.
    pub clauses: Vec<ClauseChoice>,
    /// Every figure.
    pub figures: Vec<FigureChoice>,
    /// All who can be members.
    pub members: Vec<MemberChoice>,
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
    /// Members by key; everybody if that is not said.
    pub members: Option<Vec<String>>,
}

/// What the scenario says of a draft.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PactChecked {
    /// What holds, in the order of the figures; `None` where nothing is agreed.
    pub holds: Vec<Option<u32>>,
    /// What is wrong with it.
    pub problems: Vec<Text>,
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
    /// For each who can be a member whether it is one.
    is_in: Vec<bool>,
    checked: PactChecked,
    /// Why it cannot have its title.
    why_not_title: Option<Text>,
    /// The row with the focus: see [`Row`].
    row: usize,
}

/// What stands in a row: the title, then clauses, figures and members, and last what writes the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Title,
    Clause(usize),
    Figure(usize),
    Member(usize),
    Write,
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
        let is_member = |choice: &MemberChoice| match &draft.members {
            Some(members) => members.contains(&choice.id),
            None => true,
        };
        Self {
            is_in: info.members.iter().map(is_member).collect(),
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
        let mut agreed: Vec<&ClauseChoice> = agreed.map(|(clause, _)| clause).collect();
        // Those that were there keep their order, since a later one settles what both are about.
        let before = |id: &String| self.info.draft.clauses.iter().position(|known| known == id);
        agreed.sort_by_key(|clause| (before(&clause.id).unwrap_or(usize::MAX), clause.applies));
        let members = self.info.members.iter().zip(&self.is_in);
        let members = members.filter(|(_, is_in)| **is_in);
        let figures = self.info.figures.iter().zip(&self.set);
        PactDraft {
            title: self.title.text().trim().to_owned(),
            clauses: agreed.into_iter().map(|clause| clause.id.clone()).collect(),
            figures: figures
                .filter_map(|(figure, set)| Some((figure.field.to_owned(), (*set)?)))
                .collect(),
            members: (!self.is_in.iter().all(|is_in| *is_in))
                .then(|| members.map(|(choice, _)| choice.id.clone()).collect()),
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
    pub(super) fn is_right(&self) -> bool {
        self.checked.problems.is_empty() && self.why_not().is_none()
    }

    /// Why the draft cannot be written, as far as the form knows by itself.
    fn why_not(&self) -> Option<Text> {
        let nobody = !self.is_in.is_empty() && !self.is_in.contains(&true);
        let nobody = nobody.then(|| Text::new("ui-pact-no-member"));
        self.why_not_title.clone().or(nobody)
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

    /// The first row of each part.
    fn parts(&self) -> [usize; 5] {
        let figures = 1 + self.info.clauses.len();
        let members = figures + self.info.figures.len();
        [0, 1, figures, members, members + self.info.members.len()]
    }

    fn row(&self, at: usize) -> Row {
        let [_, clauses, figures, members, write] = self.parts();
        match at {
            0 => Row::Title,
            at if at < figures => Row::Clause(at - clauses),
            at if at < members => Row::Figure(at - figures),
            at if at < write => Row::Member(at - members),
            _ => Row::Write,
        }
    }

    /// The row that writes the draft: the last.
    fn write_row(&self) -> usize {
        self.parts()[4]
    }

    /// Puts the focus on a row that was clicked, and takes it as chosen.
    pub(super) fn click(&mut self, row: usize) -> FormOutcome {
        self.row = row.min(self.write_row());
        self.act(Intent::Mark)
    }

    pub(super) fn act(&mut self, intent: Intent) -> FormOutcome {
        match (intent, self.row(self.row)) {
            (Intent::Up, _) => self.row = self.row.saturating_sub(1),
            (Intent::Down, _) => self.row = (self.row + 1).min(self.write_row()),
            (Intent::NextField, _) => {
                let mut parts = self.parts().into_iter();
                self.row = parts.find(|first| *first > self.row).unwrap_or(0);
            }
            (Intent::Mark, Row::Clause(at)) if !self.info.clauses[at].is_law => {
                self.on[at] = !self.on[at];
                return FormOutcome::Stays(true);
            }
            (Intent::Previous | Intent::Next, Row::Figure(at)) => {
                self.change(at, intent == Intent::Next);
                return FormOutcome::Stays(true);
            }
            // As the clauses say.
            (Intent::Mark, Row::Figure(at)) => {
                self.set[at] = None;
                return FormOutcome::Stays(true);
            }
            (Intent::Mark, Row::Member(at)) => {
                self.is_in[at] = !self.is_in[at];
                return FormOutcome::Stays(true);
            }
            (Intent::Mark | Intent::Accept, Row::Write) => return FormOutcome::Write,
            // Nothing is written before somebody has seen what and where.
            (Intent::Accept, _) => self.row = self.write_row(),
            (Intent::Back, _) => return FormOutcome::Left,
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
