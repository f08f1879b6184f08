//! Reads a scenario with everything it includes, then has it checked.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::diagnose::{Collector, Problems, byte_at};
use super::embedded;
use super::model::Scenario;
use super::names;
use super::origin::{Origin, why};
use super::raw::{Fault, List, Place, RawScenario, Setting, Sp, explain, options};
use super::sources::{ScenarioFiles, Sources, hash_of};
use super::{merge, overrides, table, validate};
use crate::vocab::Text;

/// Where copies of files are kept that were laid over the scenario.
const LAID_OVER: &str = "laid-over";
/// How deep fragments may include others.
const DEPTH_MAX: usize = 8;

/// How a scenario is put on stage, without a change to what it says.
#[derive(Debug, Clone, Default)]
pub struct Staging {
    /// The exercise starts on this date or in the six days after: all dates move by whole weeks,
    /// so that days of the week stay. Pay days that follow from the calendar are derived anew.
    pub start: Option<Date>,
    /// Whether places bear invented names.
    pub invented_names: bool,
    /// Files laid over the scenario, one after the other, such as a draft of the pact.
    pub laid_over: Vec<PathBuf>,
    /// How many of the last figures set from outside are values that are compared: what is wrong with them was typed there.
    pub varied: usize,
}

/// Reads and checks a scenario.
///
/// `name_or_path` is a `.ron` file, a folder with a `scenario.ron`, or the name of a scenario
/// that is part of the program (see [`super::embedded()`]). `overrides` are pairs of a path and a value,
/// applied in order after those of the file, for example `("service.kfz.waz", "24h")`:
///
/// | path | changes |
/// |---|---|
/// | `id`, `begins`, `start_ex`, `horizon`, `end`, `default_pact` | the field itself |
/// | `attack.FIELD`, `attack.PHASE.FIELD` | the attack, one of its phases |
/// | `service.ID.FIELD`, also `.paper.FIELD`, `.pay.FIELD` | a service |
/// | `admin.ID.FIELD` | an administration |
/// | `kit.ID.SYSTEM.FIELD`, `kit.ID.SYSTEM.work.FIELD` | a system of a kit |
/// | `pact.ID.FIELD`, `pact.ID.aid.KIND.FIELD` | a phase of the pact; wins over its clauses |
/// | `pact.ID.clause.CLAUSE` with `on` or `off` | whether a clause is in force in a phase |
/// | `pact.ID.members` with `all`, `pact.ID.member.ADMIN` with `in` or `out` | who is a member |
/// | `attack.second_entry`, `attack.PHASE.starts_at` with `none` | no second attack; no fixed beginning |
/// | `clause.ID.FIELD`, `clause.ID.aid.KIND.FIELD` | a clause, in every phase that has it |
/// | `parameters.FIELD`, `parameters.helper_cost.FIELD` | figures of recovery |
/// | `aid` with the value `off` | takes every kind of aid out of every phase of the pact |
///
/// `*` in place of an id means all of them. Values are written as in a file; texts need no quotes.
///
/// # Errors
/// Returns every problem of every file and override at once.
pub fn load(name_or_path: &str, overrides: &[(String, String)]) -> Result<Scenario, Problems> {
    load_staged(name_or_path, overrides, &Staging::default())
}

/// Reads and checks a scenario as [`load()`] does, at another date or with other names.
///
/// # Errors
/// Returns every problem of every file and override at once.
pub fn load_staged(
    name_or_path: &str,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<Scenario, Problems> {
    load_with_files(name_or_path, overrides, staging).map(|(scenario, _)| scenario)
}

/// Reads and checks a scenario as [`load_staged()`] does; returns with it what it was read from.
///
/// # Errors
/// Returns every problem of every file and override at once.
pub fn load_with_files(
    name_or_path: &str,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<(Scenario, ScenarioFiles), Problems> {
    let (origin, main) = Origin::of(name_or_path)?;
    Loader::new(origin).load(&main, overrides, staging)
}

/// Reads and checks a scenario from a copy of its files.
///
/// # Errors
/// Returns every problem of every file and override at once.
pub fn load_copied(
    copy: &ScenarioFiles,
    overrides: &[(String, String)],
    staging: &Staging,
) -> Result<Scenario, Problems> {
    let origin = Origin::Copied(copy.clone());
    let loaded = Loader::new(origin).load(&copy.main, overrides, staging);
    loaded.map(|(scenario, _)| scenario)
}

/// Lays more files over the copy of a scenario, after those that were laid over it before.
///
/// # Errors
/// If a file cannot be read, or one of its name was laid over before: a copy keeps one of each name.
pub fn lay_over_copy(
    copy: &ScenarioFiles,
    staging: &Staging,
    more: &[PathBuf],
) -> Result<(ScenarioFiles, Staging), Problems> {
    let (mut files, mut staging) = (copy.clone(), staging.clone());
    for path in more {
        let label = path.display().to_string();
        let unreadable = |why| Problems::not_readable(&label, unreadable(&label, why));
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(why(&error)))?;
        let name = name_laid_over(path);
        if files.files.insert(name, text).is_some() {
            return Err(unreadable(Text::new("check-why-laid-over")));
        }
        staging.laid_over.push(path.clone());
    }
    Ok((files, staging))
}

/// Says that a file cannot be read.
fn unreadable(name: &str, why: Text) -> Fault {
    let message = Text::new("check-unreadable")
        .name("name", name)
        .text("why", why);
    Fault::new(message)
}

/// The name in a copy of a file that is laid over.
fn name_laid_over(path: &Path) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{LAID_OVER}/{file}")
}

/// Checks a scenario given as a text, for tests and for editors; it may include the catalogue only.
///
/// # Errors
/// Returns every problem at once.
pub fn load_text(
    name: &str,
    text: &str,
    overrides: &[(String, String)],
) -> Result<Scenario, Problems> {
    let origin = Origin::Text(text.to_owned());
    let loaded = Loader::new(origin).load(name, overrides, &Staging::default());
    loaded.map(|(scenario, _)| scenario)
}

/// Reads files one after the other and notes what is wrong with them.
pub(super) struct Loader {
    origin: Origin,
    pub(super) sources: Sources,
    pub(super) problems: Collector,
    /// All files laid over one another, changed figures included.
    pub(super) merged: RawScenario,
    seen: Vec<String>,
    /// Files that are being read, each included by the one before it.
    open: Vec<String>,
    copy: ScenarioFiles,
}

impl Loader {
    pub(super) fn new(origin: Origin) -> Self {
        Self {
            origin,
            sources: Sources::default(),
            problems: Collector::default(),
            merged: RawScenario::default(),
            seen: Vec::new(),
            open: Vec::new(),
            copy: ScenarioFiles::default(),
        }
    }

    fn load(
        mut self,
        main: &str,
        overrides: &[(String, String)],
        staging: &Staging,
    ) -> Result<(Scenario, ScenarioFiles), Problems> {
        match self.scenario(main, overrides, staging)? {
            Some(scenario) => Ok((scenario, self.copy)),
            None => Err(self.problems.into_problems(self.sources)),
        }
    }

    /// Reads and checks everything; `None` if problems were noted.
    pub(super) fn scenario(
        &mut self,
        main: &str,
        overrides: &[(String, String)],
        staging: &Staging,
    ) -> Result<Option<Scenario>, Problems> {
        main.clone_into(&mut self.copy.main);
        let text = self.read(main).map_err(|why| {
            let label = self.origin.label(main);
            Problems::not_readable(&label, unreadable(&label, why))
        })?;
        let label = self.origin.label(main);
        let first = self.sources.add(label, text);
        self.seen.push(main.to_owned());
        self.include_usual_figures();
        self.open.push(main.to_owned());
        let mut readable = self.lay_over(first, 0);
        self.open.clear();
        for path in &staging.laid_over {
            readable &= self.lay_file_over(path)?;
        }
        merge::complete_kits(&mut self.merged, &mut self.problems);
        self.apply_file_overrides();
        self.apply_overrides(overrides, staging.varied);
        // What stages the scenario is part of what it is: another date, another hash.
        if let Some(start) = staging.start {
            self.sources.add("--start", start.to_string());
        }
        if !readable {
            return Ok(None);
        }
        let parts = self.sources.all().iter().map(|source| &*source.text);
        let hash = hash_of(parts);
        let whole = Place::of(&self.sources.get(first).text).head(0);
        let scenario =
            validate::scenario(&self.merged, whole, hash, staging.start, &mut self.problems);
        match scenario {
            Some(mut scenario) if self.problems.is_empty() => {
                if staging.invented_names {
                    names::invent(&mut scenario);
                }
                Ok(Some(scenario))
            }
            _ => Ok(None),
        }
    }

    /// Lays a file over the scenario that is none of its own; it may include what the scenario may.
    fn lay_file_over(&mut self, path: &Path) -> Result<bool, Problems> {
        let label = path.display().to_string();
        let name = name_laid_over(path);
        let read = match &self.origin {
            Origin::Copied(copy) => {
                let text = copy.files.get(&name).cloned();
                text.ok_or_else(|| Text::new("check-why-not-in-copy"))
            }
            _ => std::fs::read_to_string(path).map_err(|error| why(&error)),
        };
        let text = read.map_err(|why| Problems::not_readable(&label, unreadable(&label, why)))?;
        self.copy.files.insert(name, text.clone());
        let index = self.sources.add(label, text);
        Ok(self.lay_over(index, 0))
    }

    /// Reads a file and keeps a copy of it.
    fn read(&mut self, name: &str) -> Result<String, Text> {
        let text = self.origin.read(name)?;
        self.copy.files.insert(name.to_owned(), text.clone());
        Ok(text)
    }

    /// Reads a table, in whichever letters a spreadsheet saved it, and keeps a copy of it.
    fn read_table(&mut self, name: &str) -> Result<String, Text> {
        let text = self.origin.read_table(name)?;
        self.copy.files.insert(name.to_owned(), text.clone());
        Ok(text)
    }

    fn include_usual_figures(&mut self) {
        for name in [embedded::PARAMETERS, embedded::PACTS, embedded::UNCERTAIN] {
            // A copy from before there were spreads has none, and is no other scenario for that.
            if name == embedded::UNCERTAIN && self.origin.lacks(name) {
                continue;
            }
            let text = self.read(name).unwrap_or_default();
            let index = self.sources.add(name, text);
            self.seen.push(name.to_owned());
            self.lay_over(index, 0);
        }
    }

    /// Reads one text, its fragments first, and lays it over what is there; `false` if it is no RON.
    fn lay_over(&mut self, index: usize, depth: usize) -> bool {
        let Some(mut raw) = self.parse(index) else {
            return false;
        };
        let mut names: Vec<String> = Vec::new();
        for include in list_of(&raw.include) {
            if let Ok(name) = &include.value {
                if names.contains(name) {
                    let message = Text::new("check-included-twice").name("name", name);
                    let hint = Text::new("check-included-twice-hint");
                    self.problems.error_hint(include.place, message, hint);
                    continue;
                }
                names.push(name.clone());
            }
            self.include(&include, depth);
        }
        self.tables(&mut raw);
        merge::note_doubles(&raw, &mut self.problems);
        merge::lay_over(&mut self.merged, raw);
        true
    }

    fn parse(&mut self, index: usize) -> Option<RawScenario> {
        let text: &str = &self.sources.get(index).text;
        let parsed = options().from_str::<Sp<RawScenario>>(text);
        let (at, fault) = match parsed {
            Ok(Sp { value: Ok(raw), .. }) => return Some(raw),
            Ok(Sp {
                value: Err(fault),
                place,
            }) => (place.start - Place::of(text).start, fault),
            Err(error) => {
                let end = error.span.end;
                (byte_at(text, end.line, end.col), explain(&error.code))
            }
        };
        let letter = text[at..].chars().next().map_or(0, char::len_utf8);
        self.problems.in_text(index, at..at + letter, fault);
        None
    }

    fn include(&mut self, include: &Sp<String>, depth: usize) {
        let Ok(name) = &include.value else { return };
        let refused = if depth + 1 >= DEPTH_MAX {
            Some(Text::new("check-included-deeply"))
        } else if matches!(self.origin, Origin::Text(_)) && embedded::fragment(name).is_none() {
            Some(Text::new("check-not-included-here").name("name", name))
        } else {
            None
        };
        if let Some(message) = refused {
            self.problems.error(include.place, message);
            return;
        }
        if let Some(at) = self.open.iter().position(|open| open == name) {
            let circle: Vec<&str> = self.open[at..].iter().map(String::as_str).collect();
            let circle = format!("{} → {name}", circle.join(" → "));
            let message = Text::new("check-circle-of-files").name("circle", circle);
            let hint = Text::new("check-circle-of-files-hint");
            self.problems.error_hint(include.place, message, hint);
            return;
        }
        if self.seen.contains(name) {
            return;
        }
        self.seen.push(name.clone());
        match self.read(name) {
            Ok(text) => {
                let index = self.sources.add(self.origin.label(name), text);
                self.open.push(name.clone());
                self.lay_over(index, depth + 1);
                self.open.pop();
            }
            Err(why) => self.problems.fault(include.place, unreadable(name, why)),
        }
    }

    /// Reads the tables a file names and adds their rows to its lists.
    fn tables(&mut self, raw: &mut RawScenario) {
        if let Some(index) = self.table(raw.administrations_table.take()) {
            let rows = table::administrations(&self.sources, index, &mut self.problems);
            add_rows(&mut raw.administrations, rows);
        }
        if let Some(index) = self.table(raw.links_table.take()) {
            let rows = table::links(&self.sources, index, &mut self.problems);
            add_rows(&mut raw.links, rows);
        }
    }

    fn table(&mut self, name: Option<Sp<String>>) -> Option<usize> {
        let Sp { place, value } = name?;
        let fault = match value {
            Ok(name) if !matches!(self.origin, Origin::Text(_)) => match self.read_table(&name) {
                Ok(text) => return Some(self.sources.add(self.origin.label(&name), text)),
                Err(why) => unreadable(&name, why),
            },
            Ok(name) => Fault::new(Text::new("check-unreadable-here").name("name", name)),
            Err(fault) => fault,
        };
        self.problems.fault(place, fault);
        None
    }

    /// Applies `set: [..]` of the files.
    fn apply_file_overrides(&mut self) {
        for entry in list_of(&self.merged.set) {
            let (path, value) = match entry.value {
                Ok(pair) => pair,
                Err(fault) => {
                    self.problems.fault(entry.place, fault);
                    continue;
                }
            };
            let text = match self.sources.locate(value.place) {
                Some((index, span)) => &self.sources.get(index).text[span],
                None => continue,
            };
            let setting = Setting {
                plain: text,
                quoted: text,
            };
            match path.value {
                Ok(name) => {
                    if let Err(fault) = overrides::set(&mut self.merged, &name, setting) {
                        self.problems.fault(path.place, fault);
                    }
                }
                Err(fault) => self.problems.fault(path.place, fault),
            }
        }
    }

    /// Applies overrides from outside; each is a source of its own, `PATH=VALUE`.
    fn apply_overrides(&mut self, overrides: &[(String, String)], varied: usize) {
        let first_varied = overrides.len().saturating_sub(varied);
        for (at, (path, value)) in overrides.iter().enumerate() {
            let option = if at < first_varied { "--set" } else { "--vary" };
            let index = self.sources.add(option, format!("{path}={value}"));
            let quoted = format!("{path}={}", in_quotes(value));
            let quoted_index = self.sources.add(option, quoted);
            let setting = Setting {
                plain: &self.sources.get(index).text[path.len() + 1..],
                quoted: &self.sources.get(quoted_index).text[path.len() + 1..],
            };
            if let Err(fault) = overrides::set(&mut self.merged, path, setting) {
                self.problems.in_text(index, 0..path.len(), fault);
            }
        }
    }
}

pub(super) fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn add_rows<T>(list: &mut Option<Sp<List<T>>>, mut rows: List<T>) {
    match list {
        Some(Sp {
            value: Ok(list), ..
        }) => list.append(&mut rows),
        _ => *list = Some(Sp::new(Place::default(), rows)),
    }
}

fn list_of<T: Clone>(list: &Option<Sp<List<T>>>) -> List<T> {
    match list {
        Some(Sp {
            value: Ok(list), ..
        }) => list.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_scenario_is_faultless() {
        for name in embedded::embedded().iter().chain(embedded::incidents()) {
            if let Err(problems) = load(name, &[]) {
                panic!("{problems}");
            }
        }
    }
}
