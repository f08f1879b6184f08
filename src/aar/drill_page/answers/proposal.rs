//! What to do: sign, not yet, not at this price; and what follows where there is nothing to sign.

use super::Compared;
use super::advice::Advice;
use super::clauses::{all_small, named, of_roles};
use super::prevention;
use crate::drill::{ClauseRole, Direction};
use crate::vocab::Text;

/// With fewer runs it is worth while to play more before anything is said to be open.
const MANY_RUNS: u32 = 400;

pub(super) fn proposal(of: &Compared<'_>) -> Vec<Text> {
    let (names, money) = (of.names, of.found.money);
    let advice = of.found.advice();
    let price = |text: Text| {
        let yearly = money.eur_per_avoided_hour_yearly.unwrap_or(0.0);
        text.name("yearly", names.euros(yearly))
            .name("ten", names.euros(yearly * 10.0))
    };
    let value = || names.euros(money.hour_value_eur.unwrap_or(0.0));
    let mut said = vec![match advice {
        Advice::TooFew => Text::new("dp-proposal-too-few"),
        Advice::Same => Text::new("dp-proposal-same"),
        Advice::Worse => Text::new("dp-proposal-not"),
        Advice::Contrary => Text::new("dp-proposal-contrary"),
        Advice::Open => Text::new("dp-proposal-unclear"),
        Advice::Nothing => nothing(of),
        Advice::Unreliable => Text::new("dp-proposal-open"),
        Advice::Sign => Text::new("dp-proposal-sign"),
        Advice::SignIfOnceIn(years) => Text::new("dp-proposal-sign-if-often")
            .text("often", names.how_often(years))
            .name("value", value()),
        Advice::TooDear(years) => Text::new("dp-proposal-too-dear")
            .text("often", names.how_often(years))
            .name("value", value()),
        Advice::Small => price(Text::new("dp-proposal-small")),
        Advice::SignIfWorth => price(Text::new("dp-proposal-sign-if-worth")),
    }];
    if advice == Advice::Open && of.result.runs() < MANY_RUNS {
        said.push(Text::new("dp-proposal-more-runs"));
    }
    said.extend(of_the_own_place(of));
    said.extend(prevention::is_better(of));
    said.extend(of_clauses(of));
    said
}

/// What is said of a draft that changes next to nothing: what it saves may still be worth it.
fn nothing(of: &Compared<'_>) -> Text {
    match of.found.saves_eur_per_year() {
        Some(saved) => {
            Text::new("dp-proposal-nothing-saves").name("total", of.names.rounded(saved))
        }
        None => Text::new("dp-proposal-nothing"),
    }
}

/// What is proposed for all may be wrong for one.
fn of_the_own_place(of: &Compared<'_>) -> Option<Text> {
    let key = of.head.own.as_ref()?;
    let mut all = of.draft.administrations.iter();
    let own = all.find(|own| own.administration == *key)?;
    let hours = own.lost_difference.as_ref()?.mean?;
    let verdict = own.verdict?;
    let key = match verdict.told() {
        Some(Direction::Less) => "dp-proposal-own-less",
        Some(_) => "dp-proposal-own-more",
        None if verdict.direction == Direction::Same => "dp-proposal-own-same",
        None if hours > 0.0 => "dp-proposal-own-open-more",
        None => "dp-proposal-own-open-less",
    };
    Some(
        Text::new(key)
            .name("place", of.names.place(&own.administration))
            .name("hours", of.names.rounded(hours.abs()))
            .text("sure", Text::new(verdict.sureness.key())),
    )
}

fn of_clauses(of: &Compared<'_>) -> Vec<Text> {
    let (result, names) = (of.result, of.names);
    let mut said = Vec::new();
    let advice = of.found.advice();
    let is_gain = of.found.lost.direction == Direction::Less && advice != Advice::TooFew;
    let is_to_sign = matches!(
        advice,
        Advice::Sign | Advice::SignIfOnceIn(_) | Advice::SignIfWorth
    );
    if is_to_sign && result.clauses.is_empty() {
        said.push(Text::new("dp-proposal-clauses-open"));
    }
    let mut name = |key: &'static str, roles: &[ClauseRole], is_paid: bool| {
        let clauses = of_roles(result, roles).into_iter();
        let of =
            clauses.filter(|of| !is_paid || of.cost.per_year_eur > 0.0 || of.cost.once_eur > 0.0);
        said.extend(named(key, &of.collect::<Vec<_>>(), names));
    };
    // Where there is no reason to sign, nothing is "not to be left out".
    let carrying = if is_to_sign || advice == Advice::Contrary {
        "dp-proposal-keep"
    } else {
        "dp-proposal-carries"
    };
    if is_gain {
        name(carrying, &[ClauseRole::Carries, ClauseRole::Pays], false);
    }
    name(
        "dp-proposal-strike",
        &[ClauseRole::Harms, ClauseRole::Delays],
        false,
    );
    name("dp-proposal-little", &[ClauseRole::Little], false);
    if is_gain {
        name("dp-proposal-talk", &[ClauseRole::Open], true);
    }
    if is_gain {
        said.extend(all_small(result));
    }
    said
}

/// What follows of two courses of action, neither of which can be signed.
pub(super) fn follows(of: &Compared<'_>) -> Vec<Text> {
    let (names, found) = (of.names, &of.found);
    let both = |key: &'static str| {
        let sure = Text::new(found.lost.sureness.key());
        names.text(key).text("sure", sure)
    };
    let mut said = vec![match found.advice() {
        Advice::TooFew => Text::new("dp-proposal-too-few"),
        Advice::Same => both("dp-follows-same"),
        Advice::Worse => both("dp-follows-more"),
        Advice::Contrary => both("dp-follows-contrary"),
        Advice::Open => both("dp-follows-open"),
        Advice::Nothing => both("dp-follows-nothing"),
        Advice::Unreliable
        | Advice::Sign
        | Advice::SignIfOnceIn(_)
        | Advice::TooDear(_)
        | Advice::Small
        | Advice::SignIfWorth => both("dp-follows-less"),
    }];
    if found.advice() == Advice::Open && of.result.runs() < MANY_RUNS {
        said.push(Text::new("dp-proposal-more-runs"));
    }
    said
}
