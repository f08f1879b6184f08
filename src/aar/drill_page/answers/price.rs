//! At what price: hours of helpers, money, and how often an attack must come for it to pay.

use super::advice::Advice;
use super::{Compared, mean};
use crate::drill::Direction;
use crate::vocab::Text;

/// The prices that come with the program are meant for about so many administrations together
/// (`assets/catalogue/pacts.ron`).
const PRICED_FOR: u32 = 90;

pub(super) fn cost(of: &Compared<'_>) -> Vec<Text> {
    let names = of.names;
    let given = |of| mean(of, "helper_lost_service_hours");
    let (before, now) = (given(of.first), given(of.draft));
    let by = names.rounded((now - before).abs());
    let mut said = vec![match by.as_str() {
        "0" => names.text("dp-cost-helpers-same"),
        _ if now < before => names.text("dp-cost-helpers-less"),
        _ => names.text("dp-cost-helpers-more"),
    }];
    said[0] = said[0]
        .clone()
        .name("by", by)
        .name("now", names.rounded(now));
    let most = of
        .draft
        .administrations
        .iter()
        .max_by(|a, b| a.given_service_hours.total_cmp(&b.given_service_hours));
    if let Some(most) = most.filter(|of| of.given_service_hours >= 1.0) {
        said.push(
            Text::new("dp-cost-most")
                .name("place", names.place(&most.administration))
                .name("hours", names.rounded(most.given_service_hours)),
        );
    }
    let money = &of.draft.money;
    if money.extra_per_year_eur <= 0.0 {
        said.push(match of.found.saves_eur_per_year() {
            Some(saved) => names
                .text("dp-cost-saves")
                .name("total", names.rounded(saved)),
            None => names.text("dp-cost-none"),
        });
        return said;
    }
    let extra = money.extra_cost;
    said.push(
        names
            .text("dp-cost-money")
            .name("once", names.rounded(extra.once_eur))
            .name("year", names.rounded(extra.per_year_eur))
            .name("hours", names.rounded(extra.staff_hours_per_year)),
    );
    let members = of.head.members();
    let each = money.extra_per_year_eur / (of.head.inhabitants as f64).max(1.0);
    said.push(
        Text::new("dp-cost-each")
            .name("total", names.rounded(money.extra_per_year_eur))
            .count("members", members)
            .name("inhabitants", names.number(of.head.inhabitants as f64))
            .name("each", names.euros(each)),
    );
    if !(PRICED_FOR / 2..=PRICED_FOR * 2).contains(&members) {
        said.push(Text::new("dp-cost-priced-for").count("members", PRICED_FOR));
    }
    said
}

pub(super) fn pays(of: &Compared<'_>) -> Vec<Text> {
    let (names, money) = (of.names, &of.draft.money);
    let saved = of.found.saves_eur_per_year();
    let or_saves = |key: &'static str, saving: &'static str| match saved {
        Some(saved) => vec![names.text(saving).name("total", names.rounded(saved))],
        None => vec![names.text(key)],
    };
    match of.found.lost.direction {
        Direction::Same => return or_saves("dp-pays-never", "dp-pays-saves"),
        Direction::More | Direction::Unclear if of.found.negligible().is_some() => {
            return or_saves("dp-pays-nothing", "dp-pays-saves");
        }
        Direction::More => return or_saves("dp-pays-never", "dp-pays-saves-at-a-price"),
        Direction::Unclear | Direction::TooFew => return vec![Text::new("dp-pays-open")],
        Direction::Less if of.found.advice() == Advice::Nothing => {
            return or_saves("dp-pays-nothing", "dp-pays-saves");
        }
        Direction::Less => {}
    }
    if money.extra_per_year_eur <= 0.0 {
        return vec![names.text("dp-pays-free")];
    }
    let Some(price) = money.eur_per_avoided_hour_yearly else {
        return vec![names.text("dp-pays-never")];
    };
    let (Some(value), Some(years)) = (money.hour_value_eur, money.pays_at_once_in_years) else {
        return vec![
            Text::new("dp-pays-price")
                .name("yearly", names.euros(price))
                .name("ten", names.euros(price * 10.0)),
            names.further("dp-pays-yours", "dp-pays-yours-menu"),
        ];
    };
    vec![
        names
            .text("dp-pays-often")
            .name("value", names.euros(value))
            .text("often", names.how_often(years)),
        Text::new("dp-pays-value-is-yours"),
    ]
}
