//! At what price: hours of helpers, money, and how often an attack must come for it to pay.

use super::mean;
use crate::aar::drill_page::names::Names;
use crate::drill::{Direction, Head, VariantSummary, Verdict};
use crate::vocab::Text;

pub(super) fn cost(
    head: &Head,
    first: &VariantSummary,
    draft: &VariantSummary,
    names: &Names<'_>,
) -> Vec<Text> {
    let given = |of: &VariantSummary| mean(of, "helper_lost_service_hours");
    let mut said = vec![
        Text::new("dp-cost-helpers")
            .name("before", names.rounded(given(first)))
            .name("now", names.rounded(given(draft))),
    ];
    let most = draft
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
    let money = &draft.money;
    if money.extra_per_year_eur <= 0.0 {
        said.push(Text::new("dp-cost-none"));
        return said;
    }
    let extra = money.extra_cost;
    said.push(
        Text::new("dp-cost-money")
            .name("once", names.rounded(extra.once_eur))
            .name("year", names.rounded(extra.per_year_eur))
            .name("hours", names.rounded(extra.staff_hours_per_year)),
    );
    let each = money.extra_per_year_eur / (head.inhabitants as f64).max(1.0);
    said.push(
        Text::new("dp-cost-each")
            .name("total", names.rounded(money.extra_per_year_eur))
            .name("each", names.euros(each)),
    );
    said
}

pub(super) fn pays(draft: &VariantSummary, lost: Verdict, names: &Names<'_>) -> Vec<Text> {
    let money = &draft.money;
    if lost.direction != Direction::Less && money.extra_per_year_eur > 0.0 {
        let is_worse = lost.direction == Direction::More;
        return vec![Text::new(if is_worse {
            "dp-pays-never"
        } else {
            "dp-pays-open"
        })];
    }
    let Some(price) = money.eur_per_avoided_hour_yearly else {
        let key = if money.extra_per_year_eur <= 0.0 {
            "dp-pays-free"
        } else {
            "dp-pays-never"
        };
        return vec![Text::new(key)];
    };
    let (Some(value), Some(years)) = (money.hour_value_eur, money.pays_at_once_in_years) else {
        return vec![
            Text::new("dp-pays-price")
                .name("yearly", names.euros(price))
                .name("ten", names.euros(price * 10.0)),
            Text::new("dp-pays-yours"),
        ];
    };
    let mut said = vec![
        Text::new("dp-pays-years")
            .name("value", names.euros(value))
            .name("years", names.years(years)),
    ];
    if years < 1.0 {
        said = vec![
            Text::new("dp-pays-often")
                .name("value", names.euros(value))
                .name("times", names.years(1.0 / years)),
        ];
    }
    said.push(Text::new("dp-pays-value-is-yours"));
    said
}
