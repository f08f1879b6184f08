//! What the result hangs on: where inputs come from, and which assumption would turn it.

use super::{NAMED, listed};
use crate::aar::drill_page::names::Names;
use crate::aar::drill_page::tornado;
use crate::drill::{DrillResult, Head, of_100};
use crate::vocab::Text;

pub(super) fn hangs(head: &Head, result: &DrillResult, names: &Names<'_>) -> Vec<Text> {
    let inputs = head.inputs;
    let [own, published, assumed] = of_100([inputs.own, inputs.published, inputs.assumed]);
    let mut said = vec![
        Text::new("dp-hangs-inputs")
            .count("own", own)
            .count("published", published)
            .count("assumed", assumed),
    ];
    let Some(of) = tornado::output(names, result) else {
        said.push(names.further("dp-hangs-open", "dp-hangs-open-menu"));
        return said;
    };
    let mut moving: Vec<_> = tornado::CLASSES
        .iter()
        .flat_map(|(class, _)| tornado::moving(of, *class))
        .collect();
    moving.sort_by(|a, b| {
        b.swing
            .total_cmp(&a.swing)
            .then(a.figure.id.cmp(&b.figure.id))
    });
    let titles = |turning: bool| {
        let named = moving.iter().filter(|row| !turning || row.turns);
        listed(
            named
                .take(NAMED)
                .map(|row| names.own(&row.figure.title).to_owned()),
        )
    };
    if moving.is_empty() {
        said.push(Text::new("dp-hangs-nothing"));
        return said;
    }
    said.push(Text::new("dp-hangs-most").name("figures", titles(false)));
    said.push(if !of.is_settled {
        Text::new("dp-hangs-unsettled")
    } else if moving.iter().any(|row| row.turns) {
        Text::new("dp-hangs-turns").name("figures", titles(true))
    } else {
        Text::new("dp-hangs-holds")
    });
    said
}
