//! What a provider reads at the end: what its work was for, and what it waited for.

use std::collections::BTreeSet;

use super::{AdministrationId, Arc, Arg, ContainmentOption, DAY, HOUR, Sim, Text, outcome, pass};

#[test]
fn a_provider_reads_what_its_work_was_for_and_what_it_waited_for() {
    let mut scenario = crate::scenario::load("suedhessen", &[]).expect("the scenario is right");
    let all = &scenario.administrations;
    let find = |id: &str| all.iter().position(|one| one.id == id);
    let at = find("datenhaus").expect("it is there");
    let bystander = AdministrationId::from_index(find("rheinwerk").expect("it is there"));
    let provider = AdministrationId::from_index(at);
    scenario.pacts[0].terms.notice_within = Some(4 * HOUR);
    scenario.pacts[0].by_law.notice_within = Some(4 * HOUR);
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(1, 0, 0);
    while sim.known(provider).own_hit().is_none() {
        pass(&mut sim, HOUR);
    }
    pass(&mut sim, 2 * HOUR);
    let customers = sim.known(provider).customers().len() as i64;
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    let of = |sim: &Sim| outcome(sim, provider).provider.expect("it has customers");
    let step = |sim: &Sim, key: &str| {
        let mut steps = of(sim).steps.into_iter();
        steps.find(|(_, text)| text.key == key)
    };
    let number = |(_, text): &(Option<bool>, Text), name: &str| {
        let arg = text.args.iter().find(|(other, _)| other == name);
        match arg {
            Some((_, Arg::Count(count))) => *count,
            other => panic!("{name} is a count: {other:?}"),
        }
    };
    // In time and late, by the promise of the pact.
    let told = "outcome-provider-told-promised";
    assert!(step(&sim, "outcome-provider-not-told-promised").is_some());
    sim.notify_customers(provider);
    assert_eq!(step(&sim, told).and_then(|(kept, _)| kept), Some(true));
    pass(&mut sim, 2 * DAY);
    let lines = step(&sim, "outcome-provider-lines").expect("there are lines");
    assert_eq!(
        (number(&lines, "open"), number(&lines, "all")),
        (0, customers)
    );
    let closed = step(&sim, "outcome-provider-line-own-release").expect("it is not released");
    assert_eq!(number(&closed, "count"), customers);
    let waits = |sim: &Sim| {
        let said = of(sim).waits.into_iter();
        let what = |text: Text| match text.args.into_iter().find(|(name, _)| name == "what") {
            Some((_, Arg::Text(what))) => what.key.to_string(),
            other => panic!("it names what: {other:?}"),
        };
        said.map(what).collect::<Vec<_>>()
    };
    let mut waited = BTreeSet::new();
    for _ in 0..40 {
        pass(&mut sim, DAY);
        waited.extend(waits(&sim));
    }
    assert!(waited.contains("outcome-waits-own-work"), "{waited:?}");
    let services = of(&sim).services;
    assert!(services.len() > 5, "{services:?}");
    for row in &services {
        assert!(row.down > 0 && row.down <= row.customers, "{row:?}");
        assert!(row.in_time + row.too_late <= row.down, "{row:?}");
        assert!(i64::from(row.customers) <= customers, "{row:?}");
    }
    assert!(services.is_sorted_by(|a, b| a.too_late >= b.too_late));
    assert!(services[0].too_late > 0, "forty days are too long");
    // Whoever was never hit has kept everything up.
    let outside = outcome(&sim, bystander).provider.expect("it has customers");
    assert!(outside.waits.is_empty());
    assert_eq!(outside.steps[0].1.key, "outcome-provider-not-noticed");
}
