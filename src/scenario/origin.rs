//! Where the files of a scenario lie; besides templates the one place of this room that opens files.

use std::path::{Path, PathBuf};

use super::diagnose::Problems;
use super::embedded;
use super::raw::{Fault, foreign, suggest};
use super::sheet::decoded;
use super::sources::ScenarioFiles;
use crate::vocab::Text;

/// Where the files of a scenario lie.
pub enum Origin {
    /// In a folder.
    Folder(PathBuf),
    /// In the program.
    Embedded(String),
    /// There is one text only.
    Text(String),
    /// They were copied when they were read.
    Copied(ScenarioFiles),
}

impl Origin {
    /// Finds what a person means, and the name of its main file.
    pub fn of(name_or_path: &str) -> Result<(Self, String), Problems> {
        const MAIN: &str = "scenario.ron";
        let path = Path::new(name_or_path);
        if path.is_dir() {
            return Ok((Self::Folder(path.to_owned()), MAIN.to_owned()));
        }
        let is_ron = path.extension().is_some_and(|extension| extension == "ron");
        if path.is_file() || is_ron {
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let file = path.file_name().unwrap_or_default();
            return Ok((Self::Folder(folder), file.to_string_lossy().into_owned()));
        }
        if embedded::files(name_or_path).is_some() {
            return Ok((Self::Embedded(name_or_path.to_owned()), MAIN.to_owned()));
        }
        let known = embedded::embedded().iter().chain(embedded::incidents());
        let known = suggest(name_or_path, known.copied());
        let fault = Fault::new(Text::new("check-no-scenario").name("name", name_or_path))
            .with_hint(Text::new("check-no-scenario-hint").text("known", known));
        Err(Problems::not_readable(name_or_path, fault))
    }

    /// Reads a file; `name` is relative to the scenario.
    pub fn read(&self, name: &str) -> Result<String, Text> {
        // A copy holds the catalogue as it was; that of the program may be another by now.
        if let Self::Copied(copy) = self
            && let Some(text) = copy.files.get(name)
        {
            return Ok(text.clone());
        }
        if let Some(text) = embedded::fragment(name) {
            return Ok(text.to_owned());
        }
        match self {
            Self::Folder(folder) => read_file(&folder.join(name)),
            Self::Embedded(scenario) => embedded::file(scenario, name)
                .map(str::to_owned)
                .ok_or_else(|| Text::new("check-why-not-in-program")),
            Self::Text(text) => Ok(text.clone()),
            Self::Copied(_) => Err(Text::new("check-why-not-in-copy")),
        }
    }

    /// Reads a table; spreadsheets save in letters of their own.
    pub fn read_table(&self, name: &str) -> Result<String, Text> {
        match self {
            Self::Folder(folder) => bytes_of(&folder.join(name)).map(|bytes| decoded(&bytes)),
            _ => self.read(name),
        }
    }

    /// Whether this is a copy in which a file is missing.
    pub fn lacks(&self, name: &str) -> bool {
        matches!(self, Self::Copied(copy) if !copy.files.contains_key(name))
    }

    /// Returns how a file is named to people.
    pub fn label(&self, name: &str) -> String {
        match self {
            _ if embedded::fragment(name).is_some() => name.to_owned(),
            Self::Folder(folder) => folder.join(name).display().to_string(),
            Self::Embedded(scenario) => format!("{scenario}/{name}"),
            Self::Text(_) | Self::Copied(_) => name.to_owned(),
        }
    }
}

/// Says why a file cannot be read.
pub fn why(error: &std::io::Error) -> Text {
    match error.kind() {
        std::io::ErrorKind::NotFound => Text::new("check-why-not-there"),
        std::io::ErrorKind::PermissionDenied => Text::new("check-why-permission"),
        _ => foreign(error.to_string()),
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Text> {
    std::fs::read(path).map_err(|error| why(&error))
}

fn read_file(path: &Path) -> Result<String, Text> {
    let bytes = bytes_of(path)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        Text::new("check-why-no-utf8").name("line", (line + 1).to_string())
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
