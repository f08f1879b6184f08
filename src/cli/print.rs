//! `beistand print`: run book, cards, seat sheets and questionnaire of a scenario, ready to be printed.

use super::args::{Common, HandoutName, PrintArgs};
use super::play::attributions_in;
use super::record::words_of;
use super::report::{may_write, tell_unused_templates, write_text};
use super::run::scenario_of;
use super::{Failure, Outcome};
use crate::aar::{self, Handout, PageSettings};
use crate::vocab::Text;

pub(super) fn print(args: &PrintArgs, common: &Common) -> Outcome {
    let scenario = scenario_of(&args.scenario)?;
    let about = attributions_in(common.lang());
    let settings = PageSettings {
        lang: common.lang(),
        templates: args.templates.as_deref(),
        about: &about,
    };
    if let Some(folder) = &args.templates {
        let others = aar::report_templates();
        tell_unused_templates(folder, &aar::handout_templates(), &others, common);
    }
    let which: Vec<Handout> = match args.only {
        Some(name) => vec![name.into()],
        None => Handout::ALL.to_vec(),
    };
    let page = |which: &[Handout]| {
        aar::handout(&scenario, which, &settings).map_err(|error| Failure::bad(error.text()))
    };
    let written = |path: &std::path::Path| {
        let text = Text::new("print-written").name("path", path.display().to_string());
        common.say(words_of(common, &text));
    };
    let is_file = args.out.extension().is_some_and(|ending| ending == "html");
    if is_file {
        may_write(&args.out, args.force, common)?;
        write_text(&args.out, &page(&which)?)?;
        written(&args.out);
        return Ok(());
    }
    for one in &which {
        may_write(&args.out.join(one.file(settings.lang)), args.force, common)?;
    }
    std::fs::create_dir_all(&args.out).map_err(|error| Failure::file(&args.out, &error))?;
    for one in which {
        let path = args.out.join(one.file(settings.lang));
        write_text(&path, &page(&[one])?)?;
        written(&path);
    }
    Ok(())
}

impl From<HandoutName> for Handout {
    fn from(name: HandoutName) -> Self {
        match name {
            HandoutName::RunBook => Self::RunBook,
            HandoutName::Injects => Self::Injects,
            HandoutName::Seats => Self::Seats,
            HandoutName::Answers => Self::Answers,
            HandoutName::Questionnaire => Self::Questionnaire,
        }
    }
}
