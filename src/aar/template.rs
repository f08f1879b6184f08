//! Templates of pages: where they come from, and how they get their words.

use std::io;
use std::path::{Path, PathBuf};

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Value};

use crate::journal::why;
use crate::vocab::{Arg, Text};

/// A template that cannot be used: which, where and why.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// There is no such folder of templates.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// A template cannot be read.
    #[error("{}: {error}", path.display())]
    Unreadable {
        /// Its file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is no template, or it asks for what is not there.
    #[error("{}", with_causes(.0))]
    Wrong(#[from] Error),
}

impl TemplateError {
    /// Returns the same in words of a language; what the reader of templates says stays in English.
    #[must_use]
    pub fn text(&self) -> Text {
        let path = |key: &'static str, path: &Path| {
            Text::new(key).name("path", path.display().to_string())
        };
        match self {
            Self::NoFolder(folder) => path("template-no-folder", folder),
            Self::Unreadable { path: file, error } => {
                path("template-unreadable", file).text("reason", why(error))
            }
            Self::Wrong(error) => Text::new("template-wrong").name("error", with_causes(error)),
        }
    }
}

/// Says an error with its causes, a line each: the last one names the template and the line where it went wrong.
fn with_causes(error: &Error) -> String {
    let first: &dyn std::error::Error = error;
    let causes = std::iter::successors(Some(first), |error| error.source());
    let told: Vec<String> = causes.map(ToString::to_string).collect();
    told.join("\n  ")
}

/// Reads templates: those of the folder where it has them, else those of the program.
pub(super) fn environment(
    own: &[(&'static str, &'static str)],
    folder: Option<&Path>,
) -> Result<Environment<'static>, TemplateError> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(TemplateError::NoFolder(folder.to_owned()));
    }
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_auto_escape_callback(|name| {
        if name
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "html")
        {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    for (name, own) in own {
        let other = folder
            .map(|folder| folder.join(name))
            .filter(|path| path.is_file());
        let text = match other {
            Some(path) => std::fs::read_to_string(&path)
                .map_err(|error| TemplateError::Unreadable { path, error })?,
            None => (*own).to_owned(),
        };
        environment.add_template_owned(*name, text)?;
    }
    Ok(environment)
}

/// Adds `t("key", name=value)`, which says a text.
pub(super) fn add_texts(
    environment: &mut Environment<'static>,
    say: impl Fn(&Text) -> String + Send + Sync + 'static,
) {
    environment.add_function(
        "t",
        move |key: &str, args: Kwargs| -> Result<String, Error> {
            let mut text = Text::new(key.to_owned());
            for name in args.args() {
                text = text.with(name.to_owned(), argument(&args.get::<Value>(name)?));
            }
            args.assert_all_used()?;
            Ok(say(&text))
        },
    );
}

/// A value of a template as an argument of a text: numbers are counts, all else is a name.
fn argument(value: &Value) -> Arg {
    match (value.kind(), f64::try_from(value.clone())) {
        (ValueKind::Number, Ok(number)) => Arg::Count(number.round() as i64),
        _ => Arg::Name(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    /// What is wrong with a template is said in the language asked for, with its file and line.
    #[test]
    fn what_is_wrong_with_a_template_is_said_in_both_languages() {
        let dir = tempfile::tempdir().unwrap();
        let said = |lang: Lang, folder: &Path| {
            let found = environment(&[("page.html", "whole")], Some(folder));
            Words::new(lang).say(&found.expect_err("it cannot be used").text())
        };
        let none = dir.path().join("none");
        assert!(said(Lang::De, &none).starts_with("Fehler: Einen Ordner "));
        assert!(said(Lang::En, &none).starts_with("error: there is no folder "));
        let page = dir.path().join("page.html");
        std::fs::write(&page, [0xff]).unwrap();
        let told = said(Lang::De, dir.path());
        assert!(told.contains("page.html: Das ist kein Text"), "{told}");
        std::fs::write(&page, "<p>\n{% end %}").unwrap();
        let told = said(Lang::De, dir.path());
        assert!(told.starts_with("Fehler: Eine Vorlage"), "{told}");
        assert!(told.contains("(in page.html:2)"), "{told}");
        std::fs::write(&page, "<p>").unwrap();
        assert!(environment(&[("page.html", "whole")], Some(dir.path())).is_ok());
    }
}
