//! What a drill is ordered with and what comes back: all that the screen knows of who reckons.

use std::path::PathBuf;

use crate::tui::pact_form::{PactChecked, PactDraft, PactFormInfo};
use crate::tui::start::PactChoice;
use crate::tui::widgets::band::LevelBand;
use crate::vocab::Text;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrillKind {
    /// What a draft brings against today.
    Compare,
    /// How an administration recovers by its own plan.
    Own,
}

/// What can be chosen of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct DrillChoices {
    /// Its title: German, English.
    pub title: (String, String),
    /// Phases of the pact.
    pub pacts: Vec<PactChoice>,
    /// Which of them holds today.
    pub today: usize,
    /// Whether somebody chose that on the start screen, or the scenario says it.
    pub is_chosen: bool,
    /// Which of them is the draft.
    pub draft: usize,
    /// Administrations with services, by name: key and name.
    pub places: Vec<(String, String)>,
}

/// How much is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Runs of each version.
    pub runs: u32,
    /// Whether also what the result hangs on: the draft without each clause, prevention for its money, every assumption at
    /// both ends.
    pub in_depth: bool,
}

impl Effort {
    /// From rough to thorough, with the keys of their words.
    pub(super) const ALL: [(Self, &'static str); 3] = [
        (
            Self {
                runs: 30,
                in_depth: false,
            },
            "ui-drill-rough",
        ),
        (
            Self {
                runs: 100,
                in_depth: true,
            },
            "ui-drill-council",
        ),
        (
            Self {
                runs: 400,
                in_depth: true,
            },
            "ui-drill-thorough",
        ),
    ];
}

/// What is to be reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillOrder {
    /// The pact that holds today, by its id.
    pub today: String,
    /// The draft, by its id; `None` where nothing is compared.
    pub draft: Option<String>,
    /// The administration that is looked at more closely, by its key.
    pub place: Option<String>,
    /// How much is played.
    pub effort: Effort,
    /// What a weighted lost service-hour is worth, EUR, if somebody said so.
    pub hour_value_eur: Option<u32>,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrillWords {
    /// What it answers.
    pub heading: String,
    /// Questions, with the sentences of their answers.
    pub answers: Vec<(String, Vec<String>)>,
    /// Rows of a table: name, today, draft, difference, span of nine of ten runs.
    pub figures: Vec<[String; 5]>,
    /// Of the administration that is looked at more closely: service, when it runs again, target, latest, how often the
    /// target holds, and when it runs again in few words.
    pub recovery: Vec<[String; 6]>,
    /// What holds today, and the draft.
    pub names: [String; 2],
    /// Where the page for the browser lies.
    pub written: PathBuf,
    /// What else can be answered, and the lines that do.
    pub deeper: Vec<(String, String)>,
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrillReport {
    /// In German.
    pub de: DrillWords,
    /// In English.
    pub en: DrillWords,
    /// Today, then the draft; one alone where nothing is compared.
    pub bands: Vec<LevelBand>,
    /// Days that the bands span.
    pub days: u32,
    /// Runs that were played, and that were wanted.
    pub runs: (u32, u32),
}

/// How far the reckoning is.
#[derive(Debug, Clone, PartialEq)]
pub enum DrillState {
    /// Nothing is reckoned.
    Resting,
    /// It runs.
    Running {
        /// Runs that are done.
        done: u32,
        /// Of how many.
        of: u32,
        /// Time left, once it can be told.
        seconds_left: Option<u32>,
    },
    /// It is done.
    Done(Box<DrillReport>),
    /// It failed.
    Failed(Text),
}

/// Who reckons, in a thread of its own.
pub trait DrillWorks {
    /// Returns what can be chosen.
    fn choices(&self) -> DrillChoices;

    /// Takes another scenario, or a filled-in sheet, from a file.
    ///
    /// # Errors
    /// All that is wrong with it.
    fn open(&mut self, path: &str) -> Result<(), Vec<Text>>;

    /// Returns what a form for a draft like one of the pacts begins with.
    fn form(&self, pact: usize) -> PactFormInfo;

    /// Holds a draft against the scenario; its title does not count.
    fn check(&self, draft: &PactDraft) -> PactChecked;

    /// Returns why a draft cannot have this title.
    fn why_not_title(&self, title: &str) -> Option<Text>;

    /// Writes a draft; from then on it is one of the pacts. Returns which one, and where it was written.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn keep(&mut self, draft: &PactDraft) -> Result<(usize, PathBuf), Text>;

    /// Begins to reckon.
    fn begin(&mut self, order: &DrillOrder);

    /// Ends with the runs that are done.
    fn stop(&mut self);

    /// Returns how far it is.
    fn state(&self) -> DrillState;
}
