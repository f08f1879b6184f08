//! The page of a drill: what a draft brings against today, for whom, at whose cost, and how sure that is.
//!
//! Every figure of it is in the document of the drill; names and titles come with its head.

mod answers;
mod bands;
mod clauses;
mod map;
mod names;
mod rows;
mod settings;
mod spans;
mod spread;
mod tables;
mod tornado;

use std::sync::Arc;

use minijinja::Value;

use self::answers::answers;
use self::names::Names;
use super::template::{TemplateError, add_texts, environment};
use crate::drill::sensitivity::OutputEffects;
use crate::drill::{DrillResult, Head};
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// The templates that are part of the program.
const TEMPLATES: [(&str, &str); 3] = [
    (
        "drill.html",
        include_str!("../../../assets/report/drill.html"),
    ),
    (
        "style.css",
        include_str!("../../../assets/report/style.css"),
    ),
    (
        "drill.css",
        include_str!("../../../assets/report/drill.css"),
    ),
];

/// A line that answers more: what, and how it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Deeper {
    /// What it answers, and about how long that takes.
    pub what: Text,
    /// The line for a shell.
    pub line: String,
}

/// Where a drill was asked for: so the page says how to ask further.
#[derive(Debug, Clone, Copy)]
pub enum AskedFrom<'a> {
    /// In a line that was typed.
    Line,
    /// In the menu; these lines answer what is not reckoned there.
    Menu(&'a [Deeper]),
}

impl<'a> AskedFrom<'a> {
    const fn deeper(self) -> &'a [Deeper] {
        match self {
            Self::Line => &[],
            Self::Menu(deeper) => deeper,
        }
    }
}

/// The first words of a drill in one language, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct DrillSummary {
    /// What it answers.
    pub heading: String,
    /// Questions, with the sentences of their answers.
    pub answers: Vec<(String, Vec<String>)>,
    /// Rows of a table: name, today, draft, difference, span of nine of ten runs.
    pub figures: Vec<[String; 5]>,
    /// Of the administration that is looked at: service, when it runs again, target, latest, how often the target holds,
    /// and when it runs again in few words.
    pub recovery: Vec<[String; 6]>,
    /// What holds today, and the draft.
    pub names: [String; 2],
    /// What else can be answered, and the lines that do.
    pub deeper: Vec<(String, String)>,
}

/// Says in a few words what a drill came to.
///
/// # Panics
/// If the result has no variants.
#[must_use]
pub fn drill_summary(
    head: &Head,
    result: &DrillResult,
    lang: Lang,
    asked: AskedFrom<'_>,
) -> DrillSummary {
    let words = Words::new(lang);
    let names = Names::new(head, &words, asked);
    let answers = answers(head, result, &names).into_iter().map(|answer| {
        let sentences = answer.sentences.iter().map(|text| words.say(text));
        (words.say(&answer.question), sentences.collect())
    });
    DrillSummary {
        heading: heading(head, &names),
        answers: answers.collect(),
        figures: tables::figures(head, result, &names)
            .into_iter()
            .map(tables::FigureRow::cells)
            .collect(),
        recovery: own_recovery(head, result, &names),
        names: [names.side(0), names.side(head.draft())],
        deeper: deeper(asked, &words),
    }
}

fn deeper(asked: AskedFrom<'_>, words: &Words) -> Vec<(String, String)> {
    let lines = asked.deeper().iter();
    lines
        .map(|of| (words.say(&of.what), of.line.clone()))
        .collect()
}

/// Returns the name of the page's file in a language.
#[must_use]
pub const fn page_name(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "bericht.html",
        Lang::En => "index.html",
    }
}

/// Draws a drill as one HTML page without scripts.
///
/// # Errors
/// If a template cannot be filled.
///
/// # Panics
/// If the result has no variants.
pub fn drill_page(
    head: &Head,
    result: &DrillResult,
    lang: Lang,
    asked: AskedFrom<'_>,
    about: &str,
) -> Result<String, TemplateError> {
    let words = Arc::new(Words::new(lang));
    let mut environment = environment(&TEMPLATES, None)?;
    let own = Arc::clone(&words);
    add_texts(&mut environment, move |text: &Text| own.say(text));
    let names = Names::new(head, &words, asked);
    let lang = match lang {
        Lang::De => "de",
        Lang::En => "en",
    };
    let picture = |svg: Option<String>| svg.map(Value::from_safe_string);
    let first = answers(head, result, &names).into_iter();
    let first = first.map(|answer| {
        let sentences = answer.sentences.iter().map(|text| words.say(text));
        minijinja::context! {
            id => answer.id,
            question => words.say(&answer.question),
            sentences => sentences.collect::<Vec<_>>(),
        }
    });
    let (base, draft) = (0, head.draft());
    // A few are enough; what is proposed is always among them. Held against the first is what differs in one thing.
    let is_one_axis = result.contrasts.len() == 1;
    let others = (1..result.variants.len()).filter(|at| (is_one_axis && *at < 5) || *at == draft);
    let pairs: Vec<Vec<usize>> = if draft == base {
        vec![vec![base]]
    } else {
        others.map(|at| vec![base, at]).collect()
    };
    let axis = bands::Axis::of(&pairs.concat(), result);
    let bands = pairs.iter().map(|pair| {
        let name = names.side(pair[pair.len() - 1]);
        let picture = bands::bands(pair, axis, result, &names);
        minijinja::context! { name, picture => Value::from_safe_string(picture) }
    });
    let page = environment.get_template("drill.html")?.render(minijinja::context! {
        lang,
        about,
        version => &head.version,
        heading => heading(head, &names),
        scenario => names.own(&head.title),
        compares => draft != base,
        money_intro => names.say(&names.text("dp-money-intro")),
        place_names => head.place_names.id(),
        few => result.runs() < names::LEAST_FOR_RANGES,
        base => names.side(base),
        draft => names.side(draft),
        runs => names.number(f64::from(result.runs())),
        one_run => result.runs() == 1,
        cut_short => (result.runs() < head.runs).then(|| names.number(f64::from(head.runs))),
        days => names.number(f64::from(head.until_minutes) / 1440.0),
        first => first.collect::<Vec<_>>(),
        bands => bands.collect::<Vec<_>>(),
        bands_from => (axis.from > 0.0).then(|| names.number(axis.from)),
        spread => picture(spread::spread(&result.variants[draft], &names)),
        recovery_picture => picture(spans::recovery(result, base, draft, &names)),
        mta_picture => picture(rows::mta(result, base, draft, &names)),
        map => picture(map::map(head, result, &names)),
        hangs_open => tornado::output(&names, result).is_some_and(OutputEffects::is_open),
        is_screened => result.sensitivity.as_ref().is_some_and(|of| of.trajectories > 0),
        has_shares => result.sensitivity.as_ref().is_some_and(|of| of.sobol_rows > 0),
        tornado => picture(tornado::tornado(result, &names)),
        sensitivity => tables::sensitivity(result, &names),
        clause_picture => picture(clauses::clauses(result, &names)),
        figures => tables::figures(head, result, &names),
        variants => tables::variants(head, result, &names),
        idle => names.idle(),
        contrasts => answers::contrasts(head, result, &names),
        recovery => tables::recovery(&result.variants[base].recovery, &result.variants[draft].recovery, &names),
        own => head.own.as_ref().map(|key| names.place(key)),
        own_recovery => result.variants[base].own_recovery.as_ref()
            .zip(result.variants[draft].own_recovery.as_ref())
            .map(|(base, draft)| tables::recovery(base, draft, &names)),
        mta => tables::mta(result, base, draft, &names),
        places => tables::places(head, result, &names),
        clauses => tables::clauses(result, &names),
        prevention => tables::prevention(result, draft, &names),
        money_how => names.say(&names.further("dp-money-how", "dp-money-how-menu")),
        money => tables::money(&result.variants[draft], &names),
        precision => tables::precision(head, result, &names),
        deeper => deeper(asked, &words),
        seed => result.seed().to_string(),
        hash => &head.variants[draft].scenario_hash,
    })?;
    Ok(page)
}

/// How the services of the administration that is looked at recover, as far as they fell: name, when they run again,
/// target, latest, how often the target holds.
fn own_recovery(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<[String; 6]> {
    let own = result.variants[head.draft()].own_recovery.as_ref();
    own.map_or_else(Vec::new, |own| {
        let rows = tables::recovery(own, own, names).into_iter();
        rows.map(tables::RecoveryRow::cells).collect()
    })
}

fn heading(head: &Head, names: &Names<'_>) -> String {
    let draft = head.draft();
    let text = if let (0, Some(own)) = (draft, &head.own) {
        Text::new("dp-title-own")
            .name("place", names.place(own))
            .name("draft", names.at(0))
    } else if draft == 0 {
        Text::new("dp-title-alone").name("draft", names.at(0))
    } else {
        // Only a pact brings something: of all else it is asked what would change.
        Text::new(if head.compares_pacts() {
            "dp-title"
        } else {
            "dp-title-changes"
        })
        .name("draft", names.side(draft))
        .name("base", names.side(0))
    };
    match names.besides() {
        Some(besides) => names.say(
            &Text::new("dp-title-besides")
                .text("title", text)
                .name("besides", besides),
        ),
        None => names.say(&text),
    }
}
