//! What was played beside the variants of a drill: the draft without each clause, and prevention for its money.

use std::io::{self, Write};

use super::compare::said;
use crate::drill::DrillResult;
use crate::vocab::Text;
use crate::words::Words;

pub(super) fn print(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    clauses(out, result, words)?;
    prevention(out, result, words)
}

fn clauses(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    if result.clauses.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    writeln!(out, "{}", words.msg("drill-without-each-clause"))?;
    for of in &result.clauses {
        let hours = &of.weighted_lost_without;
        let told = said(of.verdict, hours, result.runs(), words);
        writeln!(out, "  {}: {told}", of.clause)?;
    }
    Ok(())
}

fn prevention(out: &mut impl Write, result: &DrillResult, words: &Words) -> io::Result<()> {
    let Some(found) = &result.prevention else {
        return Ok(());
    };
    let eur = |value: f64| words.number(value.round() as i64);
    writeln!(out)?;
    let cheapest = found.cheapest_per_year_eur.map(eur);
    let head = match (found.money_per_year_eur > 0.0, &cheapest) {
        (false, _) => Text::new("drill-prevention-no-money"),
        (true, None) => Text::new("drill-prevention-none"),
        (true, Some(price)) if found.sets.is_empty() => Text::new("drill-prevention-too-dear")
            .name("money", eur(found.money_per_year_eur))
            .name("price", price.as_str()),
        (true, Some(_)) => {
            Text::new("drill-prevention").name("money", eur(found.money_per_year_eur))
        }
    };
    writeln!(out, "{}", words.say(&head))?;
    for set in &found.sets {
        let named = Text::new("drill-prevention-set")
            .name("clauses", set.clauses.join(" + "))
            .name("price", eur(set.per_year_eur));
        writeln!(out, "  {}", words.say(&named))?;
        for (key, verdict, difference) in [
            (
                "drill-prevention-today",
                set.verdict,
                &set.weighted_lost_difference,
            ),
            (
                "drill-prevention-draft",
                set.verdict_beside_draft,
                &set.weighted_lost_beside_draft,
            ),
        ] {
            let told = said(verdict, difference, result.runs(), words);
            writeln!(out, "    {}: {told}", words.msg(key))?;
        }
    }
    if !found.sets.is_empty() {
        writeln!(out, "{}", words.msg("dp-prevention-not-averted"))?;
    }
    Ok(())
}
