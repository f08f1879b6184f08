//! Rows of the page's tables: words and figures as they are printed.

use serde::Serialize;

use super::answers::{clauses_of_prevention, far_mean};
use super::names::{LEAST_FOR_RANGES, Names};
use super::tornado;
use crate::drill::sensitivity::Sign;
use crate::drill::{
    ClauseRole, DifferenceSummary, Direction, DrillResult, Head, JUDGED_BY, Money, MtaSummary,
    RecoverySummary, VariantSummary, Verdict,
};
use crate::scenario::UncertainClass;
use crate::vocab::Text;

/// Figures that are shown, with the key of their name and whether they are shares.
const FIGURES: [(&str, bool); 6] = [
    (JUDGED_BY, false),
    ("lost_service_hours", false),
    ("helper_lost_service_hours", false),
    ("people_unpaid", false),
    ("mta_breaches", false),
    ("minimum_level_share", true),
];

/// A figure of the region in the first variant and in the draft.
#[derive(Debug, Serialize)]
pub(super) struct FigureRow {
    name: String,
    base: String,
    draft: String,
    difference: Option<String>,
    span: Option<String>,
    /// The mean lies outside of the span.
    is_far: bool,
}

impl FigureRow {
    /// Name, today, draft, difference, span.
    pub(super) fn cells(self) -> [String; 5] {
        let dash = || "–".to_owned();
        [
            self.name,
            self.base,
            self.draft,
            self.difference.unwrap_or_else(dash),
            self.span.unwrap_or_else(dash),
        ]
    }
}

pub(super) fn span(
    low: Option<f64>,
    high: Option<f64>,
    say: impl Fn(f64) -> String,
    names: &Names<'_>,
) -> Option<String> {
    let text = Text::new("dp-from-to")
        .name("from", say(low?))
        .name("to", say(high?));
    Some(names.say(&text))
}

pub(super) fn figures(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<FigureRow> {
    let (base, draft) = (&result.variants[0], &result.variants[head.draft()]);
    let shown = FIGURES.iter().filter_map(|(figure, is_share)| {
        let scale = if *is_share { 100.0 } else { 1.0 };
        let mean = |of: &VariantSummary| of.metrics.get(*figure)?.mean;
        let difference = draft.differences.get(*figure);
        let say = |value: f64| names.signed(value * scale);
        let span_of_nine = difference.and_then(|of| of.nine_of_ten(result.runs()));
        let mean_and_span = difference.and_then(|of| of.mean).zip(span_of_nine);
        let far = mean_and_span.and_then(|(mean, (low, high))| far_mean((mean, low, high)));
        Some(FigureRow {
            is_far: far.is_some(),
            name: names.words().msg(&format!("dp-figure-{figure}")),
            base: names.number(mean(base)? * scale),
            draft: names.number(mean(draft)? * scale),
            difference: difference.and_then(|of| of.mean).map(say),
            span: span_of_nine.and_then(|(low, high)| span(Some(low), Some(high), say, names)),
        })
    });
    shown.collect()
}

/// One variant in a line.
#[derive(Debug, Serialize)]
pub(super) struct VariantRow {
    name: String,
    lost: String,
    difference: Option<String>,
    sure: Option<String>,
    unpaid: String,
    per_year: String,
}

pub(super) fn variants(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<VariantRow> {
    let all = head.grid().map(|(at, _)| at).zip(&result.variants);
    all.map(|(at, of)| {
        let mean = |figure: &str| of.metrics.get(figure).and_then(|of| of.mean);
        let difference = of.differences.get(JUDGED_BY);
        VariantRow {
            name: names.at(at),
            lost: names.number(mean(JUDGED_BY).unwrap_or(0.0)),
            difference: difference
                .and_then(|of| of.mean)
                .map(|mean| names.signed(mean)),
            sure: of.verdicts.get(JUDGED_BY).map(|of| judged(*of, names)),
            unpaid: names.number(mean("people_unpaid").unwrap_or(0.0)),
            per_year: names.signed(of.money.extra_per_year_eur),
        }
    })
    .collect()
}

pub(super) fn judged(of: Verdict, names: &Names<'_>) -> String {
    let key = match of.told() {
        Some(Direction::Less) => "dp-judged-less",
        Some(_) => "dp-judged-more",
        None if of.direction == Direction::Same => "dp-judged-same",
        None => "dp-judged-unclear",
    };
    let text = Text::new(key).text("sure", Text::new(of.sureness.key()));
    names.say(&text)
}

/// How sure it is where the direction was said already.
pub(super) fn assured(of: Verdict, names: &Names<'_>) -> String {
    match of.told() {
        Some(_) => names.words().msg(of.sureness.key()),
        None if of.direction == Direction::Same => names.words().msg("dp-in-all-courses"),
        None => names.words().msg("dp-not-sure"),
    }
}

/// Restart times of a service.
#[derive(Debug, Serialize)]
pub(super) struct RecoveryRow {
    service: String,
    waz: String,
    mta: String,
    /// Median, with quantiles 0.05 and 0.95.
    base: Option<String>,
    draft: Option<String>,
    base_within: Option<String>,
    draft_within: Option<String>,
    /// The draft's in few words.
    #[serde(skip)]
    short: Option<String>,
    /// In how many of all the draft's outages the target held.
    #[serde(skip)]
    counted: Option<String>,
}

impl RecoveryRow {
    /// What stands in the terminal where nothing is compared.
    pub(super) fn cells(self) -> [String; 6] {
        let open = || "–".to_owned();
        [
            self.service,
            self.draft.unwrap_or_else(open),
            self.waz,
            self.mta,
            self.counted.unwrap_or_else(open),
            self.short.unwrap_or_else(open),
        ]
    }
}

pub(super) fn recovery(
    base: &[RecoverySummary],
    draft: &[RecoverySummary],
    names: &Names<'_>,
) -> Vec<RecoveryRow> {
    let mut pairs: Vec<_> = base.iter().zip(draft).collect();
    pairs.retain(|(before, now)| before.outages > 0 || now.outages > 0);
    pairs.sort_by_key(|(of, _)| of.criticality);
    let beyond = || names.words().msg("dp-beyond-end");
    let say = |hours: Option<f64>| hours.map_or_else(beyond, |hours| names.hours(hours));
    // Of a handful of outages no nine in ten can be told.
    let are_few = |of: &RecoverySummary| of.outages < u64::from(LEAST_FOR_RANGES);
    let times = |of: &RecoverySummary| {
        of.within_waz_share?;
        let (from, to) = (say(of.q05_hours), say(of.q95_hours));
        let text = if are_few(of) {
            Text::new("dp-between-few")
        } else {
            Text::new("dp-between").name("from", from).name("to", to)
        };
        let text = text
            .name("median", say(of.median_hours))
            .count("outages", of.outages as i64);
        Some(names.say(&text))
    };
    let in_few_words = |of: &RecoverySummary| {
        of.within_waz_share?;
        let median = say(of.median_hours);
        if are_few(of) {
            return Some(median);
        }
        let (from, to) = (say(of.q05_hours), say(of.q95_hours));
        let text = Text::new("dp-between-short")
            .name("median", median)
            .name("from", without_unit_of(&from, &to))
            .name("to", to.as_str());
        Some(names.say(&text))
    };
    let within = |of: &RecoverySummary| {
        let share = of.within_waz_share?;
        Some(names.of_counted(share, of.outages))
    };
    let counted = |of: &RecoverySummary| {
        let held = libm::round(of.within_waz_share? * of.outages as f64);
        let text = Text::new("dp-of-all")
            .name("count", names.number(held))
            .name("all", names.number(of.outages as f64));
        Some(names.say(&text))
    };
    pairs
        .into_iter()
        .map(|(before, now)| RecoveryRow {
            service: names.service(&before.service),
            waz: names.words().duration(before.waz_minutes),
            mta: names.words().duration(before.mta_minutes),
            base: times(before),
            draft: times(now),
            base_within: within(before),
            draft_within: within(now),
            short: in_few_words(now),
            counted: counted(now),
        })
        .collect()
}

/// Leaves out a unit that stands behind the other duration, too: 7 to 23 days.
fn without_unit_of<'a>(from: &'a str, to: &str) -> &'a str {
    let unit = |of: &'a str| of.rsplit_once(' ');
    match (unit(from), to.rsplit_once(' ')) {
        (Some((number, own)), Some((_, other))) if own == other => number,
        _ => from,
    }
}

/// How often a maximum holds.
#[derive(Debug, Serialize)]
pub(super) struct MtaRow {
    service: String,
    /// Of a hundred outages, of fewer as counted; none where there is no outage.
    base: Option<String>,
    draft: Option<String>,
    base_everywhere: String,
    draft_everywhere: String,
}

pub(super) fn mta(
    result: &DrillResult,
    base: usize,
    draft: usize,
    names: &Names<'_>,
) -> Vec<MtaRow> {
    let pairs = result.variants[base].mta.iter();
    let mut pairs: Vec<(&MtaSummary, &MtaSummary)> =
        pairs.zip(&result.variants[draft].mta).collect();
    pairs.sort_by_key(|(of, _)| of.criticality);
    let held = |of: &MtaSummary| Some(names.of_counted(of.outages_held_share?, of.outages));
    let everywhere = |of: &MtaSummary| {
        let runs = u64::from(result.runs());
        names.of_counted(of.held_everywhere_share, runs)
    };
    pairs
        .into_iter()
        .map(|(before, now)| MtaRow {
            service: names.service(&before.service),
            base: held(before),
            draft: held(now),
            base_everywhere: everywhere(before),
            draft_everywhere: everywhere(now),
        })
        .collect()
}

/// An administration.
#[derive(Debug, Serialize)]
pub(super) struct PlaceRow {
    name: String,
    base: String,
    draft: String,
    difference: Option<String>,
    judged: Option<String>,
    given: String,
    owes: String,
}

/// By name: no ranking.
pub(super) fn places(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<PlaceRow> {
    let base = &result.variants[0].administrations;
    let draft = &result.variants[head.draft()].administrations;
    let offering = head.places.iter();
    let mut offering: Vec<_> = offering.filter(|place| place.offers_services).collect();
    offering.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let rows = offering.into_iter().filter_map(|place| {
        let before = base.iter().find(|of| of.administration == place.id)?;
        let now = draft.iter().find(|of| of.administration == place.id)?;
        let difference = now.lost_difference.as_ref();
        Some(PlaceRow {
            name: place.name.clone(),
            base: names.number(before.lost_service_hours),
            draft: names.number(now.lost_service_hours),
            difference: difference
                .and_then(|of| of.mean)
                .map(|mean| names.signed(mean)),
            judged: now.verdict.map(|of| judged(of, names)),
            given: names.number(now.given_service_hours),
            owes: names.signed(now.aid_cost_eur),
        })
    });
    rows.collect()
}

/// Prevention for the money of the draft, and the draft itself to compare it with.
#[derive(Debug, Serialize)]
pub(super) struct PreventionRow {
    clauses: String,
    is_draft: bool,
    per_year: String,
    today: JudgedCell,
    /// None of the draft itself.
    beside_draft: Option<JudgedCell>,
    unpaid: Option<String>,
}

/// A difference: what may be said of it, and its figures.
#[derive(Debug, Serialize)]
struct JudgedCell {
    judged: String,
    /// Mean, and how well it is known.
    figures: Option<String>,
}

impl JudgedCell {
    fn of(verdict: Verdict, difference: &DifferenceSummary, names: &Names<'_>) -> Self {
        let say = |value: f64| names.signed(value);
        let span = span(difference.ci95_low, difference.ci95_high, say, names);
        let mean = difference.mean.map(say);
        Self {
            judged: judged(verdict, names),
            figures: mean.map(|mean| match span {
                Some(span) => format!("{mean} ({span})"),
                None => mean,
            }),
        }
    }
}

pub(super) fn prevention(
    result: &DrillResult,
    draft: usize,
    names: &Names<'_>,
) -> Vec<PreventionRow> {
    let sets = result.prevention.iter().flat_map(|found| &found.sets);
    let sets = sets.map(|of| PreventionRow {
        clauses: clauses_of_prevention(of, names),
        is_draft: false,
        per_year: names.number(of.per_year_eur),
        today: JudgedCell::of(of.verdict, &of.weighted_lost_difference, names),
        beside_draft: Some(JudgedCell::of(
            of.verdict_beside_draft,
            &of.weighted_lost_beside_draft,
            names,
        )),
        unpaid: of.unpaid_beside_draft.mean.map(|mean| names.signed(mean)),
    });
    let sets: Vec<PreventionRow> = sets.collect();
    let of = &result.variants[draft];
    let yardstick = of
        .verdicts
        .get(JUDGED_BY)
        .zip(of.differences.get(JUDGED_BY));
    let yardstick = yardstick.filter(|_| !sets.is_empty());
    let yardstick = yardstick.map(|(verdict, difference)| PreventionRow {
        clauses: names.say(&Text::new("dp-prevention-draft").name("draft", names.side(draft))),
        is_draft: true,
        per_year: names.number(of.money.extra_per_year_eur),
        today: JudgedCell::of(*verdict, difference, names),
        beside_draft: None,
        unpaid: None,
    });
    yardstick.into_iter().chain(sets).collect()
}

/// A clause of the draft.
#[derive(Debug, Serialize)]
pub(super) struct ClauseRow {
    title: String,
    sentence: String,
    lost: String,
    span: Option<String>,
    unpaid: String,
    judged: String,
    once: String,
    per_year: String,
    staff_hours: String,
}

pub(super) fn clauses(result: &DrillResult, names: &Names<'_>) -> Vec<ClauseRow> {
    let rows = result.clauses.iter();
    rows.map(|of| ClauseRow {
        title: names.clause_title(&of.clause),
        sentence: names
            .clause(&of.clause)
            .map_or_else(String::new, |clause| names.own(&clause.sentence).to_owned()),
        lost: names.signed(of.weighted_lost_without.mean.unwrap_or(0.0)),
        span: span(
            of.weighted_lost_without.ci95_low,
            of.weighted_lost_without.ci95_high,
            |value| names.signed(value),
            names,
        ),
        unpaid: names.signed(of.unpaid_without.mean.unwrap_or(0.0)),
        judged: match of.role {
            ClauseRole::Unused => names.words().msg("dp-judged-unused"),
            ClauseRole::Little => names.words().msg("dp-judged-little"),
            _ => judged(of.verdict, names),
        },
        once: names.number(of.cost.once_eur),
        per_year: names.number(of.cost.per_year_eur),
        staff_hours: names.number(of.cost.staff_hours_per_year),
    })
    .collect()
}

/// An uncertain figure.
#[derive(Debug, Serialize)]
pub(super) struct EffectRow {
    title: String,
    low: String,
    high: String,
    effect: Option<String>,
    alone: Option<String>,
    total: Option<String>,
    turns: bool,
    /// How well its spread is founded; of what is decided nothing.
    origin: Option<String>,
}

/// Figures of a class that move the difference.
#[derive(Debug, Serialize)]
pub(super) struct EffectPart {
    title: String,
    rows: Vec<EffectRow>,
}

pub(super) fn sensitivity(result: &DrillResult, names: &Names<'_>) -> Vec<EffectPart> {
    let Some(of) = tornado::output(names, result) else {
        return Vec::new();
    };
    let parts = tornado::CLASSES.iter().map(|(class, key)| {
        let rows = tornado::moving(of, *class).into_iter().map(|row| {
            let end = |typed: &str, value: f64| {
                format!("{}: {}", names.words().switched(typed), names.signed(value))
            };
            let origin = || {
                let key = format!("dp-origin-{}", row.figure.confidence);
                names.words().msg(&key)
            };
            EffectRow {
                title: names.own(&row.figure.title).to_owned(),
                low: end(&row.low, row.at_low),
                high: end(&row.high, row.at_high),
                effect: row.mu_star.map(|effect| names.number(effect)),
                alone: row.sobol.map(|of| names.say(&of.first.told())),
                total: row.sobol.map(|of| names.say(&of.total.told())),
                turns: of.sign(row) == Sign::Turns,
                origin: (*class == UncertainClass::Assumption).then(origin),
            }
        });
        EffectPart {
            title: names.words().msg(key),
            rows: rows.collect(),
        }
    });
    parts.filter(|part| !part.rows.is_empty()).collect()
}

/// Cost beside gain.
#[derive(Debug, Serialize)]
pub(super) struct MoneyPart {
    once: String,
    per_year: String,
    staff_hours: String,
    staff_eur_per_hour: String,
    write_off_years: String,
    total: String,
    avoided: Option<String>,
    avoided_span: Option<String>,
    /// How often an attack comes, and what an avoided hour costs then; none where it is open whether any is avoided.
    prices: Vec<(String, String)>,
    hour_value: Option<String>,
    years: Option<String>,
    years_span: Option<String>,
}

pub(super) fn money(draft: &VariantSummary, names: &Names<'_>) -> MoneyPart {
    let money: &Money = &draft.money;
    let extra = money.extra_cost;
    let price = money.eur_per_avoided_hour_yearly;
    let often = [1.0, 5.0, 10.0, 20.0, 50.0];
    let lost = draft.verdicts.get(JUDGED_BY).copied();
    let is_gain = lost.and_then(Verdict::told) == Some(Direction::Less);
    let prices = price.filter(|_| is_gain).into_iter().flat_map(|price| {
        often.map(|years| {
            (
                names.say(&names.how_often(years)),
                names.euros(price * years),
            )
        })
    });
    MoneyPart {
        once: names.number(extra.once_eur),
        per_year: names.number(extra.per_year_eur),
        staff_hours: names.number(extra.staff_hours_per_year),
        staff_eur_per_hour: names.euros(money.staff_eur_per_hour),
        write_off_years: names.with_decimal(money.write_off_years),
        total: names.number(money.extra_per_year_eur),
        avoided: money.avoided_service_hours.map(|hours| names.number(hours)),
        avoided_span: span(
            money.avoided_service_hours_ci95_low,
            money.avoided_service_hours_ci95_high,
            |hours| names.number(hours),
            names,
        ),
        prices: prices.collect(),
        hour_value: money.hour_value_eur.map(|value| names.euros(value)),
        years: money
            .pays_at_once_in_years
            .filter(|_| is_gain)
            .map(|years| names.say(&names.how_often(years))),
        years_span: span(
            money.pays_at_once_in_years_low,
            money.pays_at_once_in_years_high,
            |years| names.say(&names.how_often(years)),
            names,
        ),
    }
}

/// How well a mean is known after so many runs.
#[derive(Debug, Serialize)]
pub(super) struct PrecisionRow {
    name: String,
    mean: String,
    error: Option<String>,
}

pub(super) fn precision(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<PrecisionRow> {
    let draft = &result.variants[head.draft()];
    let shown = FIGURES.iter().filter(|(_, is_share)| !is_share);
    let rows = shown.filter_map(|(name, _)| Some((name, draft.differences.get(*name)?)));
    rows.map(|(name, of)| PrecisionRow {
        name: names.words().msg(&format!("dp-figure-{name}")),
        mean: names.signed(of.mean.unwrap_or(0.0)),
        error: of
            .ci95_high
            .zip(of.ci95_low)
            .map(|(high, low)| names.number((high - low) / 2.0)),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_said_once_where_it_is_the_same() {
        assert_eq!(without_unit_of("7 Tage", "23 Tage"), "7");
        assert_eq!(without_unit_of("15 Std", "3 Tage"), "15 Std");
        assert_eq!(without_unit_of("12 Tage", "später"), "12 Tage");
    }
}
