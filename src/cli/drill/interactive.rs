//! A drill that a person asks for at the screen: reckoned in a thread, written beside the records.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use super::super::args::{Common, DrillArgs, ScenarioArgs};
use super::super::play::local;
use super::super::{Failure, new, records};
use super::reckoning::{Shared, look_deeper, reckon};
use crate::journal::why;
use crate::scenario::{
    Clause, ClauseKind, PactFigure, PactText, Problem, Scenario, Staging, load, load_staged,
    write_whole,
};
use crate::tui::{
    ClauseChoice, DrillChoices, DrillOrder, DrillState, DrillWorks, FigureChoice, MemberChoice,
    PactChecked, PactChoice, PactDraft, PactFormInfo,
};
use crate::vocab::Text;
use crate::words::Lang;

/// What a draft is called while only its clauses and figures are looked at.
const UNTITLED: &str = "beistand-draft";
/// The pact that a draft is, if the scenario has it.
const DRAFT: &str = "contract";

/// Reckons drills of a scenario.
pub(in crate::cli) struct Works {
    args: ScenarioArgs,
    scenario: Arc<Scenario>,
    /// Drafts that were kept, by their id: the scenario has them laid over it.
    drafts: Vec<(String, PathBuf)>,
    /// The pact that somebody chose to hold, by its id.
    held: Option<String>,
    common: Common,
    running: Option<(Arc<Shared>, JoinHandle<()>)>,
}

impl Works {
    pub(in crate::cli) fn new(args: ScenarioArgs, scenario: Arc<Scenario>, common: Common) -> Self {
        Self {
            args,
            scenario,
            drafts: Vec::new(),
            held: None,
            common,
            running: None,
        }
    }

    /// Lets a pact of the scenario hold, by its place, also with figures from elsewhere.
    #[must_use]
    pub(in crate::cli) fn holding(mut self, pact: usize) -> Self {
        self.held = self.scenario.pacts.get(pact).map(|pact| pact.id.clone());
        self
    }

    /// Takes in the drafts that were kept before, as far as they fit this scenario.
    #[must_use]
    pub(in crate::cli) fn with_kept_drafts(mut self) -> Self {
        let files = drafts_folder().map(std::fs::read_dir);
        let files = files.into_iter().flatten().flatten().flatten();
        let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
        paths.sort();
        for path in paths {
            let Some(id) = path.file_stem().and_then(|stem| stem.to_str()) else {
                continue;
            };
            let draft = (id.to_owned(), path.clone());
            // One that is of another scenario, or was spoilt by hand, is no draft here.
            let _ = self.lay_over(draft);
        }
        self
    }

    /// Lays a draft over the scenario; returns its place among the pacts.
    fn lay_over(&mut self, draft: (String, PathBuf)) -> Result<usize, Failure> {
        let mut drafts = self.drafts.clone();
        if !drafts.contains(&draft) {
            drafts.push(draft.clone());
        }
        let args = self.args_with(&drafts);
        let scenario = load_staged(args.name(), &args.set, &args.staging())?;
        let pact = scenario.pacts.iter().position(|pact| pact.id == draft.0);
        let pact = pact.ok_or_else(|| Failure::Said(Box::new(Text::new("ui-drill-nothing")), 1))?;
        self.scenario = Arc::new(scenario);
        self.drafts = drafts;
        Ok(pact)
    }

    /// The scenario with these drafts laid over it.
    fn args_with<'d>(
        &self,
        drafts: impl IntoIterator<Item = &'d (String, PathBuf)>,
    ) -> ScenarioArgs {
        let mut args = self.args.clone();
        args.with
            .extend(drafts.into_iter().map(|(_, path)| path.clone()));
        args
    }

    /// A title that no pact of the scenario has.
    fn free_title(&self) -> String {
        let title = match self.common.lang() {
            Lang::De => "Entwurf",
            Lang::En => "Draft",
        };
        let mut titles = (2..).map(|number| format!("{title} {number}"));
        if self.why_not_title(title).is_none() {
            return title.to_owned();
        }
        let free = titles.find(|title| self.why_not_title(title).is_none());
        free.unwrap_or_default()
    }

    /// All who can be members: those with services by name, then those that serve others.
    fn members(&self) -> Vec<MemberChoice> {
        let mut all: Vec<_> = self.scenario.administrations.iter().collect();
        all.sort_by(|a, b| (a.services.is_empty(), &a.name).cmp(&(b.services.is_empty(), &b.name)));
        all.into_iter()
            .map(|of| MemberChoice {
                id: of.id.clone(),
                name: of.name.clone(),
            })
            .collect()
    }

    fn write_off_years(&self) -> f64 {
        let usual = DrillArgs::of_pacts(self.args.clone(), Vec::new(), 1);
        usual.money.valuation().write_off_years
    }

    /// The scenario with a draft laid over it, from a file that is gone afterwards.
    fn with_draft(&self, text: &PactText) -> Result<Scenario, Text> {
        let said = |error: std::io::Error| why(&error);
        let mut file = tempfile::Builder::new()
            .suffix(".ron")
            .tempfile()
            .map_err(said)?;
        std::io::Write::write_all(&mut file, text.text().as_bytes()).map_err(said)?;
        let mut staging: Staging = self.args_with(&self.drafts).staging();
        staging.laid_over.push(file.path().to_owned());
        load_staged(self.args.name(), &self.args.set, &staging).map_err(|problems| {
            // The file is gone when this is read: its place says nothing.
            let first = problems.list().first();
            first.map_or_else(|| Text::new("ui-drill-nothing"), |one| one.message.clone())
        })
    }

    /// Waits for the thread; what it reckoned is lost.
    fn leave(&mut self) {
        if let Some((shared, thread)) = self.running.take() {
            shared.stop();
            // A thread that panicked has said so already.
            let _ = thread.join();
        }
    }
}

/// Letters and digits that a title needs.
const LEAST_OF_TITLE: usize = 3;

impl Drop for Works {
    fn drop(&mut self) {
        self.leave();
    }
}

/// An error as it stands on the screen: these are texts of the command line.
fn plain(failure: Failure) -> Text {
    let said = match failure {
        Failure::Bad(said) | Failure::Usage(said) => said,
        Failure::Said(text, _) => return *text,
        Failure::Scenario(problems) => return problems.in_short(),
        Failure::Interrupted | Failure::ClosedPipe => return Text::new("ui-drill-nothing"),
    };
    untranslated(said.lines().next().unwrap_or_default().to_owned())
}

fn untranslated(said: String) -> Text {
    Text::new("local").name("de", said.clone()).name("en", said)
}

/// Reads a scenario, or makes one of a filled-in sheet; returns where it lies.
fn read(path: &str, common: &Common) -> Result<(Scenario, String), Vec<Text>> {
    let file = Path::new(path);
    let one = |failure| vec![plain(failure)];
    let name = if new::is_sheet(file) {
        let faults = new::faults_of(file).map_err(one)?;
        if !faults.is_empty() {
            return Err(faults);
        }
        let folder = own_folder(path).ok_or_else(|| vec![Text::new("ui-drill-no-folder")])?;
        let files = [PathBuf::from(path)];
        new::from_sheets(&folder, &files, true, common).map_err(one)?;
        folder.to_string_lossy().into_owned()
    } else {
        path.to_owned()
    };
    let scenario = load(&name, &[]).map_err(|problems| {
        let all = problems.list().iter();
        all.map(Problem::text).collect::<Vec<Text>>()
    })?;
    Ok((scenario, name))
}

/// Least, most and step of a figure in a form.
const fn range(figure: PactFigure) -> (u32, u32, u32) {
    match figure {
        PactFigure::StaffCap => (0, 100, 5),
        PactFigure::DeskCap | PactFigure::MarketExaminers => (0, 100, 1),
        PactFigure::Days => (0, 60, 1),
        PactFigure::NotebookPool | PactFigure::NotebooksPerSite => (0, 1_000, 10),
        PactFigure::HourlyRate => (0, 500, 5),
        PactFigure::Notice => (1, 168, 1),
    }
}

fn text_of(draft: &PactDraft) -> PactText {
    let named = |field: &str| {
        let mut all = PactFigure::ALL.into_iter();
        all.find(|figure| figure.field() == field)
    };
    let figures = draft.figures.iter();
    PactText {
        title: draft.title.clone(),
        clauses: draft.clauses.clone(),
        figures: figures
            .filter_map(|(field, value)| Some((named(field)?, *value)))
            .collect(),
        members: draft.members.clone(),
    }
}

/// Where drafts are kept.
fn drafts_folder() -> Option<PathBuf> {
    Some(records::drills()?.join("pacts"))
}

/// The file of a draft among the others.
fn draft_in(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.ron"))
}

/// Where the scenario of a sheet is kept.
fn own_folder(sheet: &str) -> Option<PathBuf> {
    let stem = Path::new(sheet).file_stem()?.to_string_lossy().into_owned();
    Some(records::drills()?.join("own").join(stem))
}

impl DrillWorks for Works {
    fn choices(&self) -> DrillChoices {
        let scenario = &self.scenario;
        let pacts = scenario.pacts.iter();
        let position = |id: &str| scenario.pacts.iter().position(|pact| pact.id == id);
        let held = self.held.as_deref().and_then(position);
        let today = held
            .or_else(|| position(&scenario.exercise_pact))
            .unwrap_or(0);
        let last = scenario.pacts.len().saturating_sub(1);
        let draft = position(DRAFT).filter(|draft| *draft != today);
        let offering = scenario.administrations.iter();
        let offering = offering.filter(|one| !one.services.is_empty());
        let mut places: Vec<(String, String)> = offering
            .map(|one| (one.id.clone(), one.name.clone()))
            .collect();
        places.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
        DrillChoices {
            title: (scenario.title.de.clone(), scenario.title.en.clone()),
            pacts: pacts
                .map(|pact| PactChoice {
                    id: pact.id.clone(),
                    name: local(&pact.title),
                })
                .collect(),
            today,
            is_chosen: held.is_some(),
            draft: draft.unwrap_or(last),
            places,
        }
    }

    fn open(&mut self, path: &str) -> Result<(), Vec<Text>> {
        if path.is_empty() {
            return Err(vec![Text::new("ui-drill-no-path")]);
        }
        let (scenario, name) = read(path, &self.common)?;
        if scenario
            .administrations
            .iter()
            .all(|one| one.services.is_empty())
        {
            return Err(vec![Text::new("ui-drill-no-services")]);
        }
        self.scenario = Arc::new(scenario);
        self.args = ScenarioArgs::of(name);
        self.drafts.clear();
        Ok(())
    }

    fn form(&self, pact: usize) -> PactFormInfo {
        let scenario = &self.scenario;
        let both = |text: &crate::scenario::LocalText| (text.de.clone(), text.en.clone());
        let mut clauses: Vec<(usize, &Clause)> = scenario.clauses.iter().enumerate().collect();
        clauses.sort_by_key(|(_, clause)| clause.in_the_contract());
        let pact = pact.min(scenario.pacts.len() - 1);
        let draft = PactText::like(scenario, pact, self.free_title());
        PactFormInfo {
            clauses: clauses
                .into_iter()
                .map(|(applies, clause)| ClauseChoice {
                    applies,
                    id: clause.id.clone(),
                    paragraph: clause.paragraph.clone(),
                    title: both(&clause.title),
                    sentence: both(&clause.sentence),
                    is_law: clause.kind == ClauseKind::Law,
                    once_eur: clause.cost_eur_once,
                    per_year_eur: clause.cost_eur_per_year,
                    staff_hours: clause.staff_hours_per_year,
                })
                .collect(),
            figures: PactFigure::ALL
                .map(|figure| {
                    let (least, most, step) = range(figure);
                    FigureChoice {
                        field: figure.field(),
                        least,
                        most,
                        step,
                    }
                })
                .to_vec(),
            members: self.members(),
            staff_eur_per_hour: scenario.parameters.clerk_eur_per_hour,
            write_off_years: self.write_off_years(),
            draft: PactDraft {
                title: draft.title,
                clauses: draft.clauses,
                figures: Vec::new(),
                members: draft.members,
            },
        }
    }

    fn check(&self, draft: &PactDraft) -> PactChecked {
        let text = PactText {
            title: UNTITLED.to_owned(),
            ..text_of(draft)
        };
        match self.with_draft(&text) {
            Ok(scenario) => {
                let pact = scenario.pacts.iter().find(|pact| pact.id == text.id());
                let holds = PactFigure::ALL.map(|figure| figure.of(&pact?.terms));
                PactChecked {
                    holds: holds.to_vec(),
                    problems: Vec::new(),
                }
            }
            Err(why) => PactChecked {
                holds: Vec::new(),
                problems: vec![why],
            },
        }
    }

    fn why_not_title(&self, title: &str) -> Option<Text> {
        let title = title.trim();
        if title.is_empty() {
            return Some(Text::new("ui-pact-no-title"));
        }
        // A single letter is a slip of the hand, and says nothing in a list of drafts.
        if title.chars().filter(|sign| sign.is_alphanumeric()).count() < LEAST_OF_TITLE {
            return Some(Text::new("ui-pact-title-short").count("least", LEAST_OF_TITLE as i64));
        }
        let named = |known: &str| known.to_lowercase() == title.to_lowercase();
        let id = PactText::named(title).id();
        let is_taken = self.scenario.pacts.iter().any(|pact| {
            named(&pact.title.de) || named(&pact.title.en) || named(&pact.id) || pact.id == id
        });
        // One of another scenario may lie there: it is not written over either.
        let lies_there = drafts_folder().is_some_and(|folder| draft_in(&folder, &id).exists());
        (is_taken || lies_there).then(|| Text::new("ui-pact-title-taken"))
    }

    fn keep(&mut self, draft: &PactDraft) -> Result<(usize, PathBuf), Text> {
        if let Some(why) = self.why_not_title(&draft.title) {
            return Err(why);
        }
        let text = text_of(draft);
        let folder = drafts_folder().ok_or_else(|| Text::new("ui-drill-no-folder"))?;
        let path = draft_in(&folder, &text.id());
        std::fs::create_dir_all(&folder)
            .and_then(|()| write_whole(&path, text.text().as_bytes()))
            .map_err(|error| plain(Failure::file(&path, &error)))?;
        let pact = self.lay_over((text.id(), path.clone())).map_err(plain)?;
        Ok((pact, path))
    }

    fn begin(&mut self, order: &DrillOrder) {
        self.leave();
        let pacts = core::iter::once(&order.today).chain(&order.draft);
        let pacts: Vec<String> = pacts.cloned().collect();
        // Drafts that are not compared are no part of what is reckoned.
        let drafts = self.drafts.iter().filter(|(id, _)| pacts.contains(id));
        let scenario = self.args_with(drafts);
        let mut args = DrillArgs::of_pacts(scenario, pacts, order.effort.runs);
        args.own.clone_from(&order.place);
        args.money.hour_value = order.hour_value_eur.map(f64::from);
        if order.effort.in_depth {
            look_deeper(&mut args, order, &self.scenario);
        }
        let shared = Arc::new(Shared::default());
        let (scenario, common) = (Arc::clone(&self.scenario), self.common.clone());
        let seen = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            let outcome = reckon(&args, &scenario, &common, &seen);
            seen.end(outcome.map_err(plain));
        });
        self.running = Some((shared, thread));
    }

    fn stop(&mut self) {
        if let Some((shared, _)) = &self.running {
            shared.stop();
        }
    }

    fn state(&self) -> DrillState {
        let Some((shared, thread)) = &self.running else {
            return DrillState::Resting;
        };
        // Asked before: once the thread has ended, it has said what came out, unless it panicked.
        let has_ended = thread.is_finished();
        match shared.outcome() {
            Some(outcome) => outcome,
            None if has_ended => DrillState::Failed(Text::new("ui-drill-nothing")),
            None => shared.how_far(),
        }
    }
}
