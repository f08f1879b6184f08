//! What is wrong with milestones of somebody's own: words that nobody knows, shares that are none, places that are not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::measure;
use super::milestones::{At, Calibration, Milestone, What};
use crate::exercise::{Exercise, Start, World};
use crate::scenario::{Scenario, suggest};
use crate::vocab::Text;

/// Says everything that is wrong with milestones, a sentence each, as far as it can be said without the scenarios.
#[must_use]
pub fn faults(calibration: &Calibration) -> Vec<Text> {
    let mut faults = Vec::new();
    if calibration.incidents.is_empty() {
        faults.push(Text::new("validate-fault-no-incident"));
    }
    let mut incidents = BTreeSet::new();
    for incident in &calibration.incidents {
        if !incidents.insert(incident.id.as_str()) {
            faults.push(Text::new("validate-fault-incident-twice").name("id", &incident.id));
        }
        if calibration.of(&incident.id).is_empty() {
            faults.push(Text::new("validate-fault-bare-incident").name("id", &incident.id));
        }
    }
    let mut ids = BTreeSet::new();
    for milestone in &calibration.milestones {
        let id = &milestone.id;
        if !ids.insert(id.as_str()) {
            faults.push(Text::new("validate-fault-milestone-twice").name("id", id));
        }
        if !incidents.contains(milestone.incident.as_str()) {
            let hint = suggest(&milestone.incident, incidents.iter().copied());
            let unknown = Text::new("validate-fault-unknown-incident")
                .name("found", &milestone.incident)
                .text("hint", hint);
            faults.push(of(milestone, unknown));
        }
        let (first, last) = milestone.days;
        if first > last {
            let days = Text::new("validate-fault-days")
                .name("first", first.to_string())
                .name("last", last.to_string());
            faults.push(of(milestone, days));
        }
        if milestone.what == What::FirstProducts(0) {
            faults.push(of(milestone, Text::new("validate-fault-no-product")));
        }
        let shares = shares_of(&milestone.what).into_iter().flatten();
        let no_shares = shares.filter(|share| *share <= 0.0 || *share > 1.0);
        faults.extend(no_shares.map(|share| {
            let fault = Text::new("validate-fault-no-share").name("share", share.to_string());
            of(milestone, fault)
        }));
    }
    faults
}

/// Says of which milestone something is said.
fn of(milestone: &Milestone, fault: Text) -> Text {
    Text::new("validate-fault-of")
        .name("id", &milestone.id)
        .text("fault", fault)
}

fn shares_of(what: &What) -> [Option<f64>; 2] {
    match what {
        What::Share(share)
        | What::WorkplacesOnWholePlatform(share)
        | What::GroupWorkplaces(share)
        | What::Products(share) => [Some(*share), None],
        What::Applications(share, workplaces) => [Some(*share), Some(*workplaces)],
        What::All(_) | What::Any(_) | What::System(_) | What::FirstProducts(_) => [None, None],
    }
}

/// Says everything of the milestones of one incident that its scenario does not have.
#[must_use]
pub fn faults_in(scenario: &Arc<Scenario>, milestones: &[&Milestone]) -> Vec<Text> {
    let start = Start {
        seed: 1,
        run: 0,
        pact: 0,
    };
    let world = World::new(Arc::clone(scenario));
    let exercise = Exercise::new(world, start, Vec::new(), None);
    let services = || scenario.services.iter().map(|of| of.id.as_str());
    let places = || scenario.administrations.iter().map(|of| of.id.as_str());
    let mut faults = Vec::new();
    for milestone in milestones {
        let mut wrong = Vec::new();
        if let What::All(named) | What::Any(named) = &milestone.what {
            if named.is_empty() {
                wrong.push(Text::new("validate-fault-no-service"));
            }
            let unknown = named
                .iter()
                .filter(|name| !services().any(|of| of == *name));
            wrong.extend(unknown.map(|name| {
                Text::new("validate-fault-unknown-service")
                    .name("found", name)
                    .text("hint", suggest(name, services()))
            }));
        }
        if let At::Ids(named) = &milestone.at {
            let unknown = named.iter().filter(|name| !places().any(|of| of == *name));
            wrong.extend(unknown.map(|name| {
                Text::new("validate-fault-unknown-administration")
                    .name("found", name)
                    .text("hint", suggest(name, places()))
            }));
        }
        if wrong.is_empty() && !measure::is_anywhere(exercise.sim(), milestone) {
            wrong.push(Text::new("validate-fault-nowhere"));
        }
        faults.extend(wrong.into_iter().map(|wrong| of(milestone, wrong)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::validate::read_milestones;

    fn own(rest: &str) -> Calibration {
        let text =
            format!("(incidents: [(id: \"W\", scenario: \"witten_2021\")], milestones: [{rest}])");
        read_milestones(&text).unwrap_or_else(|error| panic!("{error}"))
    }

    fn milestone(what: &str, at: &str, days: &str) -> String {
        format!(
            "(id: \"m\", incident: \"W\", what: {what}, reached: partial, via: own, at: {at}, days: {days}, \
             evidence: structural, source: \"told\"),"
        )
    }

    #[test]
    fn all_that_is_wrong_is_said_with_what_may_be_meant() {
        let good = milestone("All([\"kasse\"])", "Ids([\"05954036\"])", "(16, 22)");
        let witten = Arc::new(load("witten_2021", &[]).expect("faultless"));
        let all = |rest: &str| {
            let own = own(rest);
            let mut all = faults(&own);
            all.extend(faults_in(&witten, &own.of("W")));
            all
        };
        let alone = |key: &'static str, id: &str| vec![Text::new(key).name("id", id)];
        let word = |word: &str| Text::new("check-did-you-mean").name("word", word);
        assert_eq!(all(&good), []);
        assert_eq!(all(""), alone("validate-fault-bare-incident", "W"));
        for (what, at, days, said) in [
            (
                "All([\"kase\"])",
                "Ids([\"05954036\"])",
                "(1, 2)",
                Text::new("validate-fault-unknown-service")
                    .name("found", "kase")
                    .text("hint", word("kasse")),
            ),
            (
                "All([])",
                "Ids([\"05954036\"])",
                "(1, 2)",
                Text::new("validate-fault-no-service"),
            ),
            (
                "All([\"kasse\"])",
                "Ids([\"05954035\"])",
                "(1, 2)",
                Text::new("validate-fault-unknown-administration")
                    .name("found", "05954035")
                    .text("hint", word("05954036")),
            ),
            (
                "All([\"kasse\"])",
                "Customers([county])",
                "(1, 2)",
                Text::new("validate-fault-nowhere"),
            ),
            (
                "System(\"mainframe\")",
                "Ids([\"05954036\"])",
                "(1, 2)",
                Text::new("validate-fault-nowhere"),
            ),
            (
                "Share(90)",
                "Ids([\"05954036\"])",
                "(1, 2)",
                Text::new("validate-fault-no-share").name("share", "90"),
            ),
            (
                "Share(0.9)",
                "Ids([\"05954036\"])",
                "(3, 2)",
                Text::new("validate-fault-days")
                    .name("first", "3")
                    .name("last", "2"),
            ),
        ] {
            let of_it = Text::new("validate-fault-of").name("id", "m");
            let found = all(&milestone(what, at, days));
            assert_eq!(found, [of_it.text("fault", said)]);
        }
        let twice = all(&(good.clone() + &good));
        assert_eq!(twice, alone("validate-fault-milestone-twice", "m"));
        let of_another = all(&good.replace("incident: \"W\"", "incident: \"V\""));
        let unknown = Text::new("validate-fault-unknown-incident")
            .name("found", "V")
            .text("hint", word("W"));
        let of_it = Text::new("validate-fault-of").name("id", "m");
        assert!(of_another.contains(&of_it.text("fault", unknown)));
    }
}
