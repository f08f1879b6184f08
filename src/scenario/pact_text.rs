//! A draft of the pact as the file that `--with` lays over a scenario.

use std::fmt::Write as _;

use super::model::Scenario;
use super::pact::PactTerms;
use crate::vocab::{HOUR, plain_name};

/// Figures of a pact that people negotiate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PactFigure {
    /// Share of the helper's IT staff it may give at most, of 100.
    StaffCap,
    /// Share of the helper's workplaces it may give as desks at most, of 100.
    DeskCap,
    /// Working days from first useful work.
    Days,
    /// Notebooks in the common pool.
    NotebookPool,
    /// Notebooks of the pool for one administration at most.
    NotebooksPerSite,
    /// Examiners from the market that the state may bring in at most.
    MarketExaminers,
    /// What the asker pays the helper, EUR per person-hour.
    HourlyRate,
    /// Hours within which a provider that finds an attack has told its customers.
    Notice,
}

impl PactFigure {
    /// Every figure, in the order in which a form shows them.
    pub const ALL: [Self; 8] = [
        Self::StaffCap,
        Self::DeskCap,
        Self::Days,
        Self::NotebookPool,
        Self::NotebooksPerSite,
        Self::MarketExaminers,
        Self::HourlyRate,
        Self::Notice,
    ];

    /// Returns its field in a pact.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::StaffCap => "staff_cap_share",
            Self::DeskCap => "desk_cap_share",
            Self::Days => "days_max",
            Self::NotebookPool => "notebook_pool",
            Self::NotebooksPerSite => "notebooks_per_site",
            Self::MarketExaminers => "market_examiners",
            Self::HourlyRate => "eur_per_person_hour",
            Self::Notice => "notice_within",
        }
    }

    /// Returns what holds, in the unit of the form; `None` where no limit or no duty is agreed.
    #[must_use]
    pub fn of(self, terms: &PactTerms) -> Option<u32> {
        let of_100 = |share: f64| {
            // A share: between 0 and 100.
            #[allow(clippy::cast_sign_loss)]
            let of_100 = libm::round(share * 100.0) as u32;
            Some(of_100)
        };
        match self {
            Self::StaffCap => of_100(terms.staff_cap_share),
            Self::DeskCap => of_100(terms.desk_cap_share),
            Self::Days => Some(terms.days_max),
            Self::NotebookPool => Some(terms.notebook_pool),
            Self::NotebooksPerSite => {
                Some(terms.notebooks_per_site).filter(|most| *most != u32::MAX)
            }
            Self::MarketExaminers => Some(terms.market_examiners),
            // Not negative.
            #[allow(clippy::cast_sign_loss)]
            Self::HourlyRate => Some(libm::round(terms.eur_per_person_hour) as u32),
            Self::Notice => terms.notice_within.map(|minutes| minutes / HOUR),
        }
    }

    /// Writes a value of the form as the file has it.
    fn written(self, value: u32) -> String {
        match self {
            Self::StaffCap | Self::DeskCap => format!("{}", f64::from(value) / 100.0),
            Self::Notice => format!("\"{value}h\""),
            _ => value.to_string(),
        }
    }
}

/// A draft: which clauses of a scenario are in force, and which figures are agreed otherwise than they say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PactText {
    /// What people call it, the same in every language.
    pub title: String,
    /// Clauses by id, in the order in which they apply.
    pub clauses: Vec<String>,
    /// Figures that are agreed, in the units of [`PactFigure`].
    pub figures: Vec<(PactFigure, u32)>,
    /// Members by key; everybody if that is not said.
    pub members: Option<Vec<String>>,
}

impl PactText {
    /// Returns the id that stands for it in `--pact` and `--vary`: letters and digits of the title.
    #[must_use]
    pub fn id(&self) -> String {
        let id = plain_name(&self.title, '_');
        // An id begins with a letter.
        match id.chars().next() {
            Some(first) if first.is_ascii_alphabetic() => id,
            _ => format!("pact_{id}").trim_end_matches('_').to_owned(),
        }
    }

    /// Returns a draft in which nothing is agreed.
    #[must_use]
    pub fn named(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            clauses: Vec::new(),
            figures: Vec::new(),
            members: None,
        }
    }

    /// Returns the draft that a pact of a scenario is, with nothing agreed otherwise.
    #[must_use]
    pub fn like(scenario: &Scenario, pact: usize, title: String) -> Self {
        let pact = &scenario.pacts[pact];
        let clauses = pact.clauses.iter();
        let member = |at: &usize| scenario.administrations[*at].id.clone();
        let members = pact.members.as_ref();
        Self {
            title,
            clauses: clauses.map(|at| scenario.clauses[*at].id.clone()).collect(),
            figures: Vec::new(),
            members: members.map(|members| members.iter().map(member).collect()),
        }
    }

    /// Writes the file.
    #[must_use]
    pub fn text(&self) -> String {
        let title = self.title.replace('\\', "\\\\").replace('"', "\\\"");
        let mut text = String::from("(\n    pacts: [\n        (\n");
        let _ = writeln!(text, "            id: \"{}\",", self.id());
        let _ = writeln!(
            text,
            "            title: (de: \"{title}\", en: \"{title}\"),"
        );
        let _ = writeln!(
            text,
            "            sentence: (de: \"{title}\", en: \"{title}\"),"
        );
        let _ = writeln!(text, "            clauses: [");
        for clause in &self.clauses {
            let _ = writeln!(text, "                \"{clause}\",");
        }
        let _ = writeln!(text, "            ],");
        for (figure, value) in &self.figures {
            let value = figure.written(*value);
            let _ = writeln!(text, "            {}: {value},", figure.field());
        }
        if let Some(members) = &self.members {
            let _ = writeln!(text, "            members: [");
            for member in members {
                let _ = writeln!(text, "                \"{member}\",");
            }
            let _ = writeln!(text, "            ],");
        }
        text.push_str("            confidence: \"estimate\",\n        ),\n    ],\n)\n");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Staging, load, load_staged};

    fn with(text: &str) -> Result<Scenario, crate::scenario::Problems> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("draft.ron");
        std::fs::write(&path, text).unwrap();
        let staging = Staging {
            laid_over: vec![path],
            ..Staging::default()
        };
        load_staged("einstieg", &[], &staging)
    }

    #[test]
    fn a_draft_is_a_pact_of_the_scenario_it_is_laid_over() {
        let usual = load("einstieg", &[]).unwrap();
        let contract = usual.pacts.iter().position(|pact| pact.id == "contract");
        let mut draft =
            PactText::like(&usual, contract.unwrap(), "Entwurf \"Süd\" 3.5.".to_owned());
        draft.clauses.retain(|clause| clause != "permits_held");
        draft.figures = PactFigure::ALL.map(|figure| (figure, 7)).to_vec();
        assert_eq!(draft.id(), "entwurf_sued_3_5");
        let scenario = with(&draft.text()).unwrap_or_else(|problems| panic!("{problems}"));
        assert_ne!(scenario.hash, usual.hash);
        let pact = scenario.pacts.iter().find(|pact| pact.id == draft.id());
        let pact = pact.expect("the draft");
        assert_eq!(pact.title.de, draft.title);
        assert!(!pact.terms.permits_held);
        for figure in PactFigure::ALL {
            assert_eq!(figure.of(&pact.terms), Some(7), "{figure:?}");
        }
        // What nobody touched holds as the clauses say.
        draft.figures.clear();
        let scenario = with(&draft.text()).unwrap_or_else(|problems| panic!("{problems}"));
        let terms = |scenario: &Scenario, id: &str| {
            let found = scenario.pacts.iter().find(|pact| pact.id == id);
            found.map(|pact| pact.terms.clone()).expect("a pact")
        };
        let mut own = terms(&scenario, &draft.id());
        own.permits_held = true;
        assert_eq!(own.notebook_pool, terms(&usual, "contract").notebook_pool);
        assert_eq!(own.notice_within, terms(&usual, "contract").notice_within);
    }

    #[test]
    fn what_a_draft_cannot_be_is_said_with_its_place() {
        let draft = PactText {
            title: "x".to_owned(),
            clauses: vec!["no_such_clause".to_owned()],
            figures: vec![(PactFigure::StaffCap, 140)],
            members: None,
        };
        let problems = with(&draft.text()).expect_err("a clause that is not there");
        let said = problems.to_string();
        assert!(
            said.contains("no_such_clause") && said.contains("draft.ron"),
            "{said}"
        );
        assert!(said.contains("1.4"), "{said}");
    }

    #[test]
    fn ids_are_made_of_any_title() {
        let id = |title: &str| {
            let title = title.to_owned();
            PactText {
                title,
                ..PactText::default()
            }
            .id()
        };
        assert_eq!(id("Vertrag, 2. Fassung"), "vertrag_2_fassung");
        assert_eq!(id("2027"), "pact_2027");
        assert_eq!(id("§§"), "pact");
    }
}
