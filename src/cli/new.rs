//! `beistand new`: a scenario to start from.

use super::args::{Common, NewArgs, TemplateName};
use super::{Failure, Outcome};
use crate::scenario::{Template, write_template};

pub(super) fn new(args: &NewArgs, common: &Common) -> Outcome {
    let template = match args.template {
        TemplateName::Einstieg => Template::Einstieg,
        TemplateName::ProviderStar => Template::ProviderStar,
    };
    let files = write_template(&args.dir, template, args.size, args.force)
        .map_err(|error| Failure::Bad(format!("error: {error}")))?;
    for file in files {
        common.say(file.display());
    }
    Ok(())
}
