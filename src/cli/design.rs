//! `beistand design`: the cheapest clauses that meet stated targets.

use std::io::{self, Write};
use std::sync::Arc;

use super::args::{Common, DesignArgs};
use super::drill::default_response;
use super::progress::Progress;
use super::run::{no_response, pact_of, until};
use super::{Failure, Outcome};
use crate::drill::Variant;
use crate::drill::design::{
    ClausePrice, Design, DesignPlan, DesignSet, Family, MOST_CLAUSES, Money, Target, TargetKind,
    design as search, to_agree,
};
use crate::scenario::{Scenario, load_staged, numbered};
use crate::vocab::Text;
use crate::words::{Lang, Words};

/// Cells of a cost and of a figure.
const COST: usize = 12;
const FIGURE: usize = 13;
/// How sure a set must be the best for its money to be listed.
const LEAST_SURE: f64 = 0.5;

pub(super) fn design(args: &DesignArgs, common: &Common) -> Outcome {
    let phase = match &args.pact {
        Some(name) => name.clone(),
        // The search switches clauses off: which phase has most is asked once.
        None => largest(&load(args, &[])?)?,
    };
    let build = |set: &[(String, String)]| -> Result<Vec<Variant>, Failure> {
        Ok(vec![variant(args, &phase, set)?])
    };
    let as_it_stands = variant(args, &phase, &[])?;
    let scenario = &as_it_stands.scenario;
    for target in &args.targets {
        if let Some(misfit) = target.misfit(scenario) {
            let text = Text::new("design-misfit")
                .name("target", target.to_string())
                .text("misfit", misfit);
            return Err(Failure::usage(text));
        }
    }
    let clauses = to_agree(scenario, as_it_stands.pact).count();
    if clauses > MOST_CLAUSES {
        let text = Text::new("design-many-clauses")
            .name("pact", phase)
            .name("clauses", clauses.to_string())
            .name("most", MOST_CLAUSES.to_string());
        return Err(Failure::usage(text));
    }
    let plan = DesignPlan {
        seed: args.seed,
        runs: args.runs,
        targets: args.targets.clone(),
        money: Money {
            years: args.years.into(),
            eur_per_hour: args
                .hour_eur
                .map_or(scenario.parameters.clerk_eur_per_hour, f64::from),
        },
    };
    let progress = Progress::new(plan.most_runs(scenario, as_it_stands.pact), common)?;
    let threads = args.threads.map(usize::from);
    let found = search(&plan, threads, &progress, &build);
    progress.clear();
    let found = found?.ok_or(Failure::Interrupted)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if args.json {
        serde_json::to_writer_pretty(&mut out, &found).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        print(&mut out, &found, &args.targets, &Words::new(common.lang()))?;
    }
    out.flush()?;
    Ok(())
}

/// Makes the variant with some clauses switched.
fn variant(
    args: &DesignArgs,
    phase: &str,
    besides: &[(String, String)],
) -> Result<Variant, Failure> {
    let scenario = until(Arc::new(load(args, besides)?), args.until);
    let response = args.response.clone();
    let response = response.unwrap_or_else(|| default_response(&scenario));
    if !scenario.responses.iter().any(|plan| plan.id == response) {
        let known = scenario.responses.iter().map(|plan| plan.id.clone());
        return Err(no_response(
            &scenario,
            &response,
            &known.collect::<Vec<_>>(),
        ));
    }
    Ok(Variant {
        settings: Vec::new(),
        pact: pact_of(&scenario, Some(phase))?,
        response,
        scenario,
        aside: None,
    })
}

fn load(args: &DesignArgs, besides: &[(String, String)]) -> Result<Scenario, Failure> {
    let set = [&args.scenario.set[..], besides].concat();
    load_staged(args.scenario.name(), &set, &args.scenario.staging()).map_err(Failure::from)
}

/// The phase that has most clauses as the scenario stands, the first of several.
fn largest(scenario: &Scenario) -> Result<String, Failure> {
    let mut best: Option<(usize, &str)> = None;
    for pact in &scenario.pacts {
        if best.is_none_or(|(most, _)| pact.clauses.len() > most) {
            best = Some((pact.clauses.len(), &pact.id));
        }
    }
    let none = || Failure::usage(Text::new("design-no-pact"));
    best.map(|(_, id)| id.to_owned()).ok_or_else(none)
}

fn print(
    out: &mut impl Write,
    found: &Design,
    targets: &[Target],
    words: &Words,
) -> io::Result<()> {
    let head = Text::new("design-head")
        .count("clauses", found.clauses.len() as i64)
        .count("sets", found.searched.sets)
        .count("runs", found.searched.runs)
        .count("fresh", found.searched.fresh_runs);
    writeln!(out, "{}", words.say(&head))?;
    let money = Text::new("design-money")
        .count("years", found.years.round() as i64)
        .count("eur", found.eur_per_hour.round() as i64);
    writeln!(out, "{}", words.say(&money))?;
    writeln!(out)?;
    verdict(out, found, targets, words)?;
    writeln!(out)?;
    writeln!(out, "{}", words.msg("design-frontier"))?;
    header(out, words)?;
    row(out, found, &found.sets[0], words)?;
    for family in Family::ALL {
        let sets = found.sets.iter().skip(1);
        let mut best = sets
            .filter(|set| set.family == family && set.on_frontier)
            // What costs money and lets more fall out than nothing is the best of its kind in name only.
            .filter(|set| set.difference.mean.is_some_and(|mean| mean < 0.0))
            .filter(|set| set.best_at_cost_share >= LEAST_SURE)
            .peekable();
        if best.peek().is_some() {
            writeln!(out, "{}", words.msg(family_key(family)))?;
        }
        for set in best {
            row(out, found, set, words)?;
        }
    }
    writeln!(out)?;
    equal_cost(out, found, words)?;
    writeln!(out)?;
    legend(out, found, words)?;
    writeln!(out)?;
    let notes = Text::new("design-notes")
        .count("fresh", found.searched.fresh_runs)
        .name("most", found.searched.told(1.0));
    writeln!(out, "{}", words.say(&notes))
}

/// What the paragraphs are about.
fn legend(out: &mut impl Write, found: &Design, words: &Words) -> io::Result<()> {
    writeln!(out, "{}", words.msg("design-legend"))?;
    let mut clauses: Vec<&ClausePrice> = found.clauses.iter().collect();
    clauses.sort_by_key(|clause| numbered(&clause.paragraph));
    for clause in clauses {
        writeln!(
            out,
            "{:>COST$}  {}",
            words.number(clause.eur_per_year.round() as i64),
            title_of(clause, words)
        )?;
    }
    Ok(())
}

fn title_of(clause: &ClausePrice, words: &Words) -> String {
    let title = match words.lang() {
        Lang::De => &clause.title.de,
        Lang::En => &clause.title.en,
    };
    format!("{} {title}", clause.paragraph)
}

/// A target in words.
fn said(target: &Target, words: &Words) -> Text {
    match &target.kind {
        TargetKind::CriticalityMta(class) => {
            Text::new("design-target-criticality").count("class", *class)
        }
        TargetKind::ServiceMta(id) => {
            let key = format!("service-{id}");
            let service = if words.knows(&key) {
                words.msg(&key)
            } else {
                id.clone()
            };
            Text::new("design-target-service").name("service", service)
        }
        TargetKind::LostLess => Text::new("design-target-lost"),
    }
}

/// The cheapest set that meets the targets, or the one that comes nearest.
fn verdict(
    out: &mut impl Write,
    found: &Design,
    targets: &[Target],
    words: &Words,
) -> io::Result<()> {
    let sure = |share: f64| found.searched.told(share);
    let shown = match found.cheapest {
        Some(at) => {
            let set = &found.sets[at];
            let text = Text::new(if at == 0 {
                "design-cheapest-nothing"
            } else {
                "design-cheapest"
            })
            .name("clauses", titles(found, set, words))
            .with("eur", round(set.eur_per_year))
            .name("meets", sure(set.meets_share))
            .name("sure", sure(set.nothing_cheaper_share));
            writeln!(out, "{}", words.say(&text))?;
            set
        }
        None => {
            let text = Text::new("design-none-meets").name("sure", sure(found.none_meets_share));
            writeln!(out, "{}", words.say(&text))?;
            let set = nearest(&found.sets);
            let text = Text::new("design-nearest")
                .name("clauses", titles(found, set, words))
                .with("eur", round(set.eur_per_year));
            writeln!(out, "{}", words.say(&text))?;
            set
        }
    };
    let reached = shown.targets.iter().zip(&found.sets[0].targets);
    for ((target, nothing), asked) in reached.zip(targets) {
        let share = |value: f64| words.decimal(value * 100.0);
        let text = Text::new("design-target")
            .text("target", said(asked, words))
            .name("wanted", share(target.wanted_share))
            .name("reached", share(target.reached_share))
            .name("nothing", share(nothing.reached_share));
        writeln!(out, "  {}", words.say(&text))?;
    }
    Ok(())
}

/// The set that misses fewest targets; of several, by least in all; of those the cheapest, for sets stand by rising cost.
fn nearest(sets: &[DesignSet]) -> &DesignSet {
    let missed = |set: &DesignSet| set.targets.iter().filter(|target| !target.met).count();
    let by = |set: &DesignSet| -> f64 {
        let gaps = set
            .targets
            .iter()
            .map(|of| of.wanted_share - of.reached_share);
        gaps.filter(|gap| *gap > 0.0).sum()
    };
    let better =
        |a: &&DesignSet, b: &&DesignSet| missed(a).cmp(&missed(b)).then(by(a).total_cmp(&by(b)));
    sets.iter().min_by(better).unwrap_or(&sets[0])
}

fn header(out: &mut impl Write, words: &Words) -> io::Result<()> {
    writeln!(
        out,
        "{:>COST$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}{:>7}  {}",
        words.msg("design-cost"),
        words.msg("design-lost"),
        words.msg("drill-difference"),
        words.msg("design-precision"),
        words.msg("design-sure"),
        words.msg("design-clauses"),
    )
}

fn row(out: &mut impl Write, found: &Design, set: &DesignSet, words: &Words) -> io::Result<()> {
    let number = |value: f64| words.number(value.round() as i64);
    let interval = set.difference.ci95_low.zip(set.difference.ci95_high);
    let half = interval.map_or(0.0, |(low, high)| (high - low) / 2.0);
    writeln!(
        out,
        "{:>COST$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}{:>7}  {}",
        number(set.eur_per_year),
        number(set.weighted_lost_service_hours),
        number(set.difference.mean.unwrap_or(0.0)),
        format!("±{}", number(half)),
        found.searched.told(set.best_at_cost_share),
        paragraphs(found, set),
    )
}

/// What the same money brings as prevention, or as both.
fn equal_cost(out: &mut impl Write, found: &Design, words: &Words) -> io::Result<()> {
    writeln!(out, "{}", words.msg("design-equal"))?;
    writeln!(
        out,
        "{:>COST$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}",
        words.msg("design-at-most"),
        words.msg("design-as-pact"),
        words.msg("design-as-prevention"),
        words.msg("design-as-both"),
    )?;
    for line in &found.at_equal_cost {
        let lost = |at: Option<usize>| {
            let difference = |at: usize| found.sets[at].difference.mean.unwrap_or(0.0);
            at.map_or_else(
                || "–".to_owned(),
                |at| words.number(difference(at).round() as i64),
            )
        };
        writeln!(
            out,
            "{:>COST$}{:>FIGURE$}{:>FIGURE$}{:>FIGURE$}",
            words.number(line.eur_per_year.round() as i64),
            lost(Some(line.pact)),
            lost(line.prevention),
            lost(line.both),
        )?;
    }
    Ok(())
}

fn round(value: f64) -> crate::vocab::Arg {
    crate::vocab::Arg::Count(value.round() as i64)
}

/// The paragraphs of a set's clauses, in their order; the legend has their titles.
fn paragraphs(found: &Design, set: &DesignSet) -> String {
    listed(found, set, ", ", |clause| clause.paragraph.clone())
}

/// The same with their titles.
fn titles(found: &Design, set: &DesignSet, words: &Words) -> String {
    listed(found, set, "; ", |clause| title_of(clause, words))
}

fn listed(
    found: &Design,
    set: &DesignSet,
    between: &str,
    say: impl Fn(&ClausePrice) -> String,
) -> String {
    if set.clauses.is_empty() {
        return "–".to_owned();
    }
    let of = |id: &String| found.clauses.iter().find(|clause| clause.id == *id);
    let clauses = set.clauses.iter().filter_map(of);
    clauses.map(say).collect::<Vec<_>>().join(between)
}

const fn family_key(family: Family) -> &'static str {
    match family {
        Family::Pact => "design-family-pact",
        Family::Prevention => "design-family-prevention",
        Family::Both => "design-family-both",
    }
}
