//! Templates of pages: where they come from, and how they get their words.

use std::path::Path;

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Value};

use crate::vocab::{Arg, Text};

/// A template that cannot be used: which, where and why.
#[derive(Debug, thiserror::Error)]
#[error("{}", with_causes(.0))]
pub struct TemplateError(#[from] Error);

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
) -> Result<Environment<'static>, Error> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let why = format!("{}: there is no such folder of templates", folder.display());
        return Err(Error::new(ErrorKind::InvalidOperation, why));
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
            Some(path) => std::fs::read_to_string(&path).map_err(|error| {
                let why = format!("{}: {error}", path.display());
                Error::new(ErrorKind::InvalidOperation, why)
            })?,
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
