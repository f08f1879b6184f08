//! What a drill varies: every combination of the values given, each met by the same luck.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::aside::Aside;
use super::money::Cost;
use crate::scenario::{Brings, Clause, Scenario};
use crate::vocab::Text;

/// A figure that is varied, and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// `pact`, `response`, or the path of a figure as in `--set`.
    pub path: String,
    /// Its values, the first of which is compared with.
    pub values: Vec<String>,
}

/// One combination of values.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Value of each axis, in the order of the axes.
    pub settings: Vec<(String, String)>,
    /// The scenario with its figures.
    pub scenario: Arc<Scenario>,
    /// Position of the pact phase in the scenario.
    pub pact: usize,
    /// Response plan of all seats.
    pub response: String,
    /// What this variant is, if it is none of the combinations.
    pub aside: Option<Aside>,
}

impl Variant {
    /// Returns the clauses that its pact switches on.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> + Clone {
        self.scenario.clauses_of(self.pact)
    }

    /// Returns what they cost together.
    #[must_use]
    pub fn cost(&self) -> Cost {
        self.clauses().map(Cost::of).sum()
    }

    /// Tells whether its runs are those of another variant to the last bit, though both were set differently.
    ///
    /// What was set says where to look, and the compiled scenarios decide: they are equal in all that a run can tell.
    pub(super) fn plays_as(&self, other: &Self) -> bool {
        let is_candidate = self.aside.is_none()
            && other.aside.is_none()
            && (self.pact, &self.response) == (other.pact, &other.response)
            && self.differs_idly(other);
        is_candidate && self.played() == other.played()
    }

    /// Whether all that is set differently should change nothing under its pact.
    fn differs_idly(&self, other: &Self) -> bool {
        let pact = &self.scenario.pacts[self.pact].id;
        let mut pairs = self.settings.iter().zip(&other.settings);
        pairs.all(|(own, others)| {
            let has_clause = |id: &str| self.clauses().any(|clause| clause.id == id);
            own == others || (own.0 == others.0 && is_idle(&own.0, pact, has_clause))
        })
    }

    /// The scenario as far as the row of a run can tell: of the pacts only its own, of clauses that this one has not only
    /// that they are there, and not the texts that its figures were read from.
    ///
    /// What such a clause would have brought is looked at for the account of a single run, which no row has.
    fn played(&self) -> Scenario {
        let mut played = Scenario {
            pacts: vec![self.scenario.pacts[self.pact].clone()],
            hash: String::new(),
            ..Scenario::clone(&self.scenario)
        };
        let in_force = &played.pacts[0].clauses;
        let clauses = played.clauses.iter_mut().enumerate();
        for (_, clause) in clauses.filter(|(at, _)| !in_force.contains(at)) {
            clause.brings = Brings::default();
            clause.cost_eur_once = 0.0;
            clause.cost_eur_per_year = 0.0;
            clause.staff_hours_per_year = 0.0;
        }
        played
    }
}

/// Tells whether a path changes nothing under a pact: it belongs to another pact, or to a clause that this one has not.
pub(super) fn is_idle(path: &str, pact: &str, mut has_clause: impl FnMut(&str) -> bool) -> bool {
    let steps: Vec<&str> = path.split('.').collect();
    match steps[..] {
        ["pact", of, ..] => of != "*" && of != pact,
        ["clause", clause, ..] => clause != "*" && !has_clause(clause),
        _ => false,
    }
}

impl Axis {
    /// Reads `PATH=A,B,..`; commas within brackets and quotes belong to a value.
    ///
    /// # Errors
    /// What is missing: a path, or a second value; or the value that is there twice.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let wrong = || Text::new("typed-no-axis").name("typed", text);
        let (path, values) = text.split_once('=').ok_or_else(wrong)?;
        let path = path.trim().to_owned();
        let values = split(values);
        if path.is_empty() || values.iter().any(String::is_empty) {
            return Err(wrong());
        }
        if values.len() < 2 {
            return Err(Text::new("typed-one-value").name("path", path));
        }
        if let Some(twice) = (1..values.len()).find(|at| values[..*at].contains(&values[*at])) {
            let text = Text::new("typed-value-twice").name("path", path);
            return Err(text.name("value", values[twice].clone()));
        }
        Ok(Self { path, values })
    }
}

/// Cuts at commas that lie in no brackets and no quotes.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut quoted) = (0_i32, false);
    for sign in text.chars() {
        match sign {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth <= 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(sign);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// Returns every combination of the axes' values; the first value of all comes first, the last axis changes fastest.
#[must_use]
pub fn combinations(axes: &[Axis]) -> Vec<Vec<(String, String)>> {
    let mut all = vec![Vec::new()];
    for axis in axes {
        all = all
            .iter()
            .flat_map(|before: &Vec<(String, String)>| {
                axis.values.iter().map(|value| {
                    let mut settings = before.clone();
                    settings.push((axis.path.clone(), value.clone()));
                    settings
                })
            })
            .collect();
    }
    all
}

/// Returns the axis along which two versions are held against each other: that of pacts, else one that changes a pact,
/// else the first. `None` if nothing is varied.
#[must_use]
pub fn principal(axes: &[Axis]) -> Option<usize> {
    let at = |is: fn(&str) -> bool| axes.iter().position(|axis| is(&axis.path));
    at(|path| path == "pact")
        .or_else(|| at(|path| path.starts_with("pact.")))
        .or((!axes.is_empty()).then_some(0))
}

/// Returns what is held against what: positions in [`combinations()`] of the first and the last value of the principal
/// axis, for each combination of the others. With the first value of all others comes first; none if nothing is varied.
///
/// Never opposite corners: what differs between two such versions comes from one axis alone.
#[must_use]
pub fn contrasts(axes: &[Axis]) -> Vec<(usize, usize)> {
    let Some(principal) = principal(axes) else {
        return Vec::new();
    };
    let count = |axes: &[Axis]| axes.iter().map(|axis| axis.values.len()).product::<usize>();
    let values = axes[principal].values.len();
    let step = count(&axes[principal + 1..]);
    let firsts = (0..count(axes)).filter(|at| at / step % values == 0);
    firsts.map(|at| (at, at + (values - 1) * step)).collect()
}

/// Returns the position in [`combinations()`] of what is looked at first: the last value of the principal axis, at the
/// first of all others. That is held against the very first.
#[must_use]
pub fn draft_position(axes: &[Axis]) -> usize {
    contrasts(axes).first().map_or(0, |(_, draft)| *draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Along the axis of pacts, wherever it stands, and with all others alike.
    #[test]
    fn only_what_differs_in_one_axis_is_held_against_each_other() {
        let axes: Vec<Axis> = ["a=1,2", "pact=none,loi,contract", "b=x,y"]
            .map(|text| Axis::parse(text).expect("an axis"))
            .to_vec();
        let all = combinations(&axes);
        let held = contrasts(&axes);
        assert_eq!(held.len(), 4);
        assert_eq!(held[0], (0, draft_position(&axes)));
        for (base, draft) in held {
            let pairs = all[base].iter().zip(&all[draft]);
            let differs: Vec<_> = pairs.filter(|(base, draft)| base != draft).collect();
            let [(base, draft)] = differs[..] else {
                panic!("{differs:?}");
            };
            assert_eq!((base.1.as_str(), draft.1.as_str()), ("none", "contract"));
        }
        let one = [Axis::parse("a=1,2,3").expect("an axis")];
        assert_eq!(contrasts(&one), [(0, 2)]);
        let none: [Axis; 0] = [];
        assert_eq!((contrasts(&none), draft_position(&none)), (vec![], 0));
        let changed = ["response=x,y", "pact.loi.days_max=1,2"].map(Axis::parse);
        let changed: Vec<Axis> = changed.into_iter().flatten().collect();
        assert_eq!(contrasts(&changed), [(0, 1), (2, 3)]);
    }

    fn values(text: &str) -> Vec<String> {
        Axis::parse(text).expect("an axis").values
    }

    #[test]
    fn values_are_parted_by_commas_outside_of_brackets_and_quotes() {
        assert_eq!(values("pact=none, loi"), ["none", "loi"]);
        assert_eq!(
            values("x=Uniform(\"1h\", \"2h\"),Fixed(3)"),
            ["Uniform(\"1h\", \"2h\")", "Fixed(3)"]
        );
        assert_eq!(values("x=[\"a,b\"],\"c,d\""), ["[\"a,b\"]", "\"c,d\""]);
    }

    #[test]
    fn what_is_no_axis_is_said() {
        for wrong in ["pact", "=a,b", "pact=", "pact=a,,b", "pact=a", "pact=a,b,a"] {
            assert!(Axis::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_combination_is_there_once_and_the_first_values_come_first() {
        let axis = |text: &str| Axis::parse(text).expect("an axis");
        let all = combinations(&[axis("a=1,2"), axis("b=x,y,z")]);
        let written: Vec<String> = all
            .iter()
            .map(|settings| settings.iter().map(|(_, value)| value.as_str()).collect())
            .collect();
        assert_eq!(written, ["1x", "1y", "1z", "2x", "2y", "2z"]);
        assert_eq!(combinations(&[]), [vec![]]);
    }
}
