//! The pact as data: clauses with a plain sentence and a price, and phases that switch them on.

use serde::{Deserialize, Serialize};

use super::model::{Dist, LocalText};
use crate::vocab::{AidKind, AllocationRule};

/// What a clause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// Holds by law for everybody, members or not.
    Law,
    /// Who belongs to it and what that costs.
    Membership,
    /// Help among administrations.
    Aid,
    /// What members do so that less happens.
    Prevention,
    /// What the shared provider owes.
    Provider,
}

/// What one kind of aid takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AidTerms {
    /// From alarm to first useful work, examination and set-up included.
    pub latency: Dist,
    /// Effect compared with the same on the spot, 0 to 1.
    pub effect: f64,
    /// From a permit to first useful work, where a permit is needed and not held.
    pub after_permit: Option<Dist>,
    /// The same for services that take longer to set up at a neighbour.
    pub latency_slow: Option<Dist>,
    /// Effect from the fourth day on, where it rises.
    pub later_effect: Option<f64>,
    /// Effect on workplaces and devices, where it differs.
    pub rollout_effect: Option<f64>,
    /// Position in [`super::Scenario::clauses`] of the clause that settles the latency; `None` if the
    /// phase itself does.
    pub settled_by: Option<usize>,
}

impl AidTerms {
    /// The latency for a service that is slow to set up at a neighbour, or for anything else.
    #[must_use]
    pub fn latency_for(&self, slow: bool) -> Dist {
        self.latency_slow.filter(|_| slow).unwrap_or(self.latency)
    }
}

/// What members do beforehand; acts on the chances of attack, detection and containment only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precautions {
    /// Chance that backups survive, in place of the one of the attack.
    pub backups_survive: Option<f64>,
    /// Factor on the rate of attack links that are remote access.
    pub remote_access_factor: f64,
    /// Round-the-clock monitoring at every member.
    pub monitoring: bool,
    /// Outside office hours cutting off needs no more time than within: the criterion is agreed.
    pub agreed_cut_off: bool,
    /// Factor on the time until an order to cut or to shut down takes effect.
    pub containment_factor: f64,
}

/// The figures in force between two administrations.
#[derive(Debug, Clone, PartialEq)]
pub struct PactTerms {
    /// Terms by kind; a kind that is missing cannot be asked for.
    pub aid: Vec<(AidKind, AidTerms)>,
    /// Share of the helper's IT staff it may give at most.
    pub staff_cap_share: f64,
    /// Share of the helper's workplaces it may give as desks at most.
    pub desk_cap_share: f64,
    /// Working days from first useful work.
    pub days_max: u32,
    /// Notebooks in the common pool.
    pub notebook_pool: u32,
    /// Notebooks of the pool for one administration at most.
    pub notebooks_per_site: u32,
    /// Examiners from the market that the state may bring in for the region at most.
    pub market_examiners: u32,
    /// Factor on the time until the crisis staff meets.
    pub crisis_staff_factor: f64,
    /// Factor on set-up times of workarounds.
    pub set_up_factor: f64,
    /// From the crisis staff to the paper desk, in place of the usual figure and its factor.
    pub paper_desk: Option<Dist>,
    /// Until the provider admits lent notebooks, in place of the usual figure.
    pub admission: Option<Dist>,
    /// Within so many minutes a provider that finds an attack has told its customers.
    pub notice_within: Option<u32>,
    /// What the asker pays the helper, EUR per person-hour.
    pub eur_per_person_hour: f64,
    /// Whether members reach one another by a channel of their own when mail and telephones are down.
    pub emergency_channel: bool,
    /// Whether permits to do services at another member are held beforehand.
    pub permits_held: bool,
    /// Whether people who help work on clean devices of the house they help.
    pub clean_devices: bool,
    /// In which order requests to the same helper are answered.
    pub allocation: Vec<AllocationRule>,
    /// Prevention.
    pub precautions: Precautions,
}

impl PactTerms {
    /// Returns what holds where nothing is written: the caps of the law, and no kind of aid.
    #[must_use]
    pub fn unwritten() -> Self {
        Self {
            aid: Vec::new(),
            staff_cap_share: 0.25,
            desk_cap_share: 0.02,
            days_max: 10,
            notebook_pool: 0,
            notebooks_per_site: u32::MAX,
            market_examiners: 0,
            crisis_staff_factor: 1.0,
            set_up_factor: 1.0,
            paper_desk: None,
            admission: None,
            notice_within: None,
            eur_per_person_hour: 0.0,
            emergency_channel: false,
            permits_held: false,
            clean_devices: false,
            allocation: vec![AllocationRule::FirstCome],
            precautions: Precautions {
                backups_survive: None,
                remote_access_factor: 1.0,
                monitoring: false,
                agreed_cut_off: false,
                containment_factor: 1.0,
            },
        }
    }

    /// Returns the terms of a kind of aid, if it can be asked for.
    #[must_use]
    pub fn of(&self, kind: AidKind) -> Option<AidTerms> {
        let found = self.aid.iter().find(|(of, _)| *of == kind);
        found.map(|(_, terms)| *terms)
    }
}

/// A clause that phases can switch on.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Id.
    pub id: String,
    /// What it is about.
    pub kind: ClauseKind,
    /// Where it stands in the contract.
    pub paragraph: String,
    /// Title.
    pub title: LocalText,
    /// What it says, in one plain sentence.
    pub sentence: LocalText,
    /// Once, for all members together, euro.
    pub cost_eur_once: f64,
    /// Per year, for all members together, euro.
    pub cost_eur_per_year: f64,
    /// Working hours per year, for all members together.
    pub staff_hours_per_year: f64,
    /// What it brings against waiting.
    pub brings: Brings,
}

/// What a clause brings against waiting, to say whether it was missing where it is not in force.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Brings {
    /// Latencies by kind of aid.
    pub latency: Vec<(AidKind, Dist)>,
    /// Permits held beforehand.
    pub permits_held: bool,
    /// Notebooks in the common pool.
    pub notebook_pool: u32,
    /// Examiners from the market.
    pub market_examiners: u32,
    /// Within so many minutes a provider tells its customers.
    pub notice_within: Option<u32>,
    /// An order of requests other than first come, first served.
    pub orders_requests: bool,
}

impl Clause {
    /// Returns where it stands in the contract: what holds by law first, then by the number of its paragraph and what
    /// follows, as in § 9, § 9a, § 10.
    #[must_use]
    pub fn in_the_contract(&self) -> (bool, u32, &str) {
        let (number, rest) = numbered(&self.paragraph);
        (self.kind != ClauseKind::Law, number, rest)
    }
}

/// Parts a paragraph into its number and what follows.
#[must_use]
pub fn numbered(paragraph: &str) -> (u32, &str) {
    let from = paragraph.find(|sign: char| sign.is_ascii_digit());
    let text = &paragraph[from.unwrap_or(paragraph.len())..];
    let end = text.find(|sign: char| !sign.is_ascii_digit());
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    (number.parse().unwrap_or(u32::MAX), rest)
}

/// A phase of the pact: members, and the clauses that are in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Pact {
    /// Id: `none`, `loi`, `contract`, `practised`, ...
    pub id: String,
    /// Title.
    pub title: LocalText,
    /// The rule in one plain sentence.
    pub sentence: LocalText,
    /// Members by position of the administration, in order; `None` = everybody.
    pub members: Option<Vec<usize>>,
    /// Positions in [`super::Scenario::clauses`] of what is switched on, in the order in which they apply.
    pub clauses: Vec<usize>,
    /// What holds among members.
    pub terms: PactTerms,
    /// What holds with and among others.
    pub by_law: PactTerms,
}

impl Pact {
    /// Whether an administration (by position) is a member.
    #[must_use]
    pub fn is_member(&self, administration: usize) -> bool {
        let members = self.members.as_ref();
        members.is_none_or(|members| members.contains(&administration))
    }

    /// Returns what holds for one administration alone.
    #[must_use]
    pub fn with(&self, administration: usize) -> &PactTerms {
        if self.is_member(administration) {
            &self.terms
        } else {
            &self.by_law
        }
    }

    /// Returns what holds between two administrations.
    #[must_use]
    pub fn between(&self, one: usize, other: usize) -> &PactTerms {
        if self.is_member(one) {
            self.with(other)
        } else {
            &self.by_law
        }
    }
}
