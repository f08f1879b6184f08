//! `beistand run`: one run without a screen.

use std::fmt::Write as _;
use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use super::args::{Common, RunArgs, ScenarioArgs};
use super::csv::write_services;
use super::documents::run_document;
use super::drill::default_response;
use super::{Failure, Outcome};
use crate::exercise::{Exercise, Start, World};
use crate::response::players;
use crate::scenario::{Scenario, load_staged};
use crate::sim::RunMetrics;
use crate::tui::text::fit;
use crate::vocab::{Arg, Text};
use crate::words::Words;

/// Reads the scenario, with the changes asked for.
pub(super) fn scenario_of(args: &ScenarioArgs) -> Result<Arc<Scenario>, Failure> {
    load_staged(args.name(), &args.set, &args.staging())
        .map(Arc::new)
        .map_err(Failure::from)
}

/// Finds a pact phase by name; without a name, that of the scenario.
pub(super) fn pact_of(scenario: &Scenario, name: Option<&str>) -> Result<usize, Failure> {
    let name = name.unwrap_or(&scenario.default_pact);
    let position = scenario.pacts.iter().position(|pact| pact.id == name);
    position.ok_or_else(|| {
        let known: Vec<&str> = scenario.pacts.iter().map(|pact| pact.id.as_str()).collect();
        Failure::usage(not_there("cli-no-pact", name, scenario, known.join(", ")))
    })
}

/// Says which response plans there are.
pub(super) fn no_response(scenario: &Scenario, name: &str, known: &[String]) -> Failure {
    Failure::usage(not_there(
        "cli-no-response",
        name,
        scenario,
        known.join(", "),
    ))
}

/// Something of a scenario that there is not, and what there is.
pub(super) fn not_there(key: &'static str, name: &str, scenario: &Scenario, known: String) -> Text {
    Text::new(key)
        .name("name", name)
        .name("scenario", scenario.id.as_str())
        .name("known", known)
}

/// Lets a scenario end so long after `StartEx`; the plan's calendar must reach as far as the run.
pub(super) fn until(scenario: Arc<Scenario>, minutes: Option<u32>) -> Arc<Scenario> {
    match minutes {
        Some(horizon_minutes) => Arc::new(Scenario {
            horizon_minutes,
            ..(*scenario).clone()
        }),
        None => scenario,
    }
}

pub(super) fn run(args: &RunArgs, common: &Common) -> Outcome {
    let scenario = scenario_of(&args.scenario)?;
    let start = Start {
        seed: args.seed,
        run: args.replication,
        pact: pact_of(&scenario, args.pact.as_deref())?,
    };
    let scenario = until(scenario, args.until);
    let response = match &args.response {
        Some(name) => name.clone(),
        None => default_response(&scenario),
    };
    let bots = players(&scenario, &response, &[])
        .map_err(|known| no_response(&scenario, &response, &known))?;
    let began = Instant::now();
    let mut exercise = Exercise::new(World::new(scenario), start, bots, None);
    let end = exercise.end();
    exercise.advance_to(end);
    common.say_more(format_args!(
        "{}: seed {}, replication {}, pact {}, response {response}: {} happenings in {} ms",
        exercise.scenario().id,
        start.seed,
        start.run,
        exercise.scenario().pacts[start.pact].id,
        exercise.sim().events(),
        began.elapsed().as_millis()
    ));
    let metrics = exercise.sim().run_metrics();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        let document = run_document(&exercise, &response, &metrics);
        serde_json::to_writer_pretty(&mut out, &document).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else if args.csv {
        write_services(&mut out, &run_document(&exercise, &response, &metrics))?;
    } else {
        print_table(&mut out, &exercise, &metrics, &Words::new(common.lang()))?;
    }
    out.flush()?;
    Ok(())
}

/// Writes the run as a table for people.
fn print_table(
    out: &mut impl Write,
    exercise: &Exercise,
    metrics: &RunMetrics,
    words: &Words,
) -> std::io::Result<()> {
    let scenario = exercise.scenario();
    let say = |key: &str| words.say(&Text::new(key.to_owned()));
    writeln!(out, "{}", say("run-label"))?;
    writeln!(out)?;
    let head = [
        say("run-place"),
        say("run-service"),
        say("run-emergency"),
        say("run-normal"),
        say("run-lost"),
        "WAZ".to_owned(),
        "MTA".to_owned(),
    ];
    writeln!(out, "{}", line_of(&head))?;
    for service in metrics.services.iter().filter(|s| s.first_down.is_some()) {
        let template = &scenario.services[service.template];
        let kept = |kept: Option<bool>| match kept {
            Some(true) => "ok".to_owned(),
            Some(false) => "!!".to_owned(),
            None => "-".to_owned(),
        };
        // `> horizon` is shown as a dash.
        let span = |minutes: Option<u32>| {
            minutes.map_or_else(|| "-".to_owned(), |minutes| words.duration(minutes))
        };
        let cells = [
            scenario.administrations[service.administration.index()]
                .name
                .clone(),
            say(&format!("service-{}", template.id)),
            span(service.minutes_to_emergency_level),
            span(service.minutes_to_normal),
            words.number(libm::round(service.lost_service_hours) as i64),
            kept(service.waz_met),
            kept(service.mta_broken.map(|broken| !broken)),
        ];
        let later = service
            .later_outage_minutes()
            .map_or_else(String::new, |minutes| {
                let text = Text::new("report-later-outage").with("span", Arg::Minutes(minutes));
                format!("  {}", words.say(&text))
            });
        writeln!(out, "{}{later}", line_of(&cells))?;
    }
    writeln!(out)?;
    for aid in &metrics.aid {
        let text = Text::new("run-aid")
            .name(
                "helper",
                scenario.administrations[aid.helper.index()].name.as_str(),
            )
            .name(
                "asker",
                scenario.administrations[aid.asker.index()].name.as_str(),
            )
            .text("kind", Text::new(format!("aid-kind-{}", aid.kind.id())))
            .count("amount", aid.amount)
            .text("state", Text::new(format!("aid-state-{}", aid.state.id())))
            .count("lost", libm::round(aid.helper_lost_service_hours) as i64);
        writeln!(out, "{}", words.say(&text))?;
    }
    writeln!(out)?;
    let total = Text::new("run-total")
        .count(
            "lost",
            libm::round(metrics.region.lost_service_hours) as i64,
        )
        .count("unpaid", metrics.region.people_unpaid)
        .count("breaches", metrics.region.mta_breaches)
        .name("fingerprint", exercise.sim().fingerprint());
    writeln!(out, "{}", words.say(&total))
}

/// Two names on the left, figures on the right; what is too long ends in `…`.
fn line_of([place, service, figures @ ..]: &[String; 7]) -> String {
    let mut line = format!("{} {}", fit(place, 24), fit(service, 22));
    for (figure, cells) in figures.iter().zip([12, 12, 14, 5, 5]) {
        let _ = write!(line, " {figure:>cells$}");
    }
    line
}
