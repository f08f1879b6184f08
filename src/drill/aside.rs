//! Versions beside the combinations of the axes: each is played to answer one more question about the draft.

use serde::{Deserialize, Serialize};

use super::clauses::clauses_beyond;
use super::grid::Variant;

/// What such a version is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// The draft without this clause.
    Without(String),
    /// What holds today, with these clauses on prevention.
    Prevention(Vec<String>),
}

impl Aside {
    /// Returns every version that leaves out a clause which the draft has and today has not.
    #[must_use]
    pub fn without_each_clause(first: &Variant, draft: &Variant) -> Vec<Self> {
        let own = clauses_beyond(first.clauses(), draft.clauses());
        own.map(|clause| Self::Without(clause.id.clone())).collect()
    }

    /// Returns the clause that is left out.
    #[must_use]
    pub fn left_out(&self) -> Option<&str> {
        match self {
            Self::Without(clause) => Some(clause),
            Self::Prevention(_) => None,
        }
    }

    /// Returns the clauses on prevention that hold besides.
    #[must_use]
    pub fn prevention(&self) -> Option<&[String]> {
        match self {
            Self::Prevention(clauses) => Some(clauses),
            Self::Without(_) => None,
        }
    }

    /// Returns the clauses that it changes in the pact it is made of, and what is set there.
    pub fn switched(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let (clauses, to) = match self {
            Self::Without(clause) => (core::slice::from_ref(clause), "off"),
            Self::Prevention(clauses) => (&clauses[..], "on"),
        };
        clauses.iter().map(move |clause| (clause.as_str(), to))
    }
}
