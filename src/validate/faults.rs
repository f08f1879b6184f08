//! What is wrong with milestones of somebody's own: words that nobody knows, shares that are none, places that are not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::measure;
use super::milestones::{At, Calibration, Milestone, What};
use crate::exercise::{Exercise, Start, World};
use crate::scenario::{Scenario, suggest};

/// Says everything that is wrong with milestones, a sentence each, as far as it can be said without the scenarios.
#[must_use]
pub fn faults(calibration: &Calibration) -> Vec<String> {
    let mut faults = Vec::new();
    if calibration.incidents.is_empty() {
        faults.push("`incidents` is empty: name at least one with its scenario".to_owned());
    }
    let mut incidents = BTreeSet::new();
    for incident in &calibration.incidents {
        if !incidents.insert(incident.id.as_str()) {
            faults.push(format!("there are two incidents `{}`", incident.id));
        }
        if calibration.of(&incident.id).is_empty() {
            faults.push(format!("incident `{}` has no milestone", incident.id));
        }
    }
    let mut ids = BTreeSet::new();
    for milestone in &calibration.milestones {
        let id = &milestone.id;
        if !ids.insert(id.as_str()) {
            faults.push(format!("there are two milestones `{id}`"));
        }
        if !incidents.contains(milestone.incident.as_str()) {
            let hint = suggest(&milestone.incident, incidents.iter().copied());
            let unknown = &milestone.incident;
            faults.push(format!(
                "milestone `{id}`: unknown incident `{unknown}`; {hint}"
            ));
        }
        let (first, last) = milestone.days;
        if first > last {
            faults.push(format!(
                "milestone `{id}`: the first day ({first}) is after the last ({last})"
            ));
        }
        if milestone.what == What::FirstProducts(0) {
            faults.push(format!("milestone `{id}`: it names no product"));
        }
        faults.extend(
            shares_of(&milestone.what)
                .into_iter()
                .flatten()
                .filter_map(|share| {
                    let is_share = share > 0.0 && share <= 1.0;
                    let fault =
                        || format!("milestone `{id}`: {share} is no share above 0 and up to 1");
                    (!is_share).then(fault)
                }),
        );
    }
    faults
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
pub fn faults_in(scenario: &Arc<Scenario>, milestones: &[&Milestone]) -> Vec<String> {
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
                wrong.push("it names no service".to_owned());
            }
            let unknown = named
                .iter()
                .filter(|name| !services().any(|of| of == *name));
            wrong
                .extend(unknown.map(|name| {
                    format!("unknown service `{name}`; {}", suggest(name, services()))
                }));
        }
        if let At::Ids(named) = &milestone.at {
            let unknown = named.iter().filter(|name| !places().any(|of| of == *name));
            wrong.extend(unknown.map(|name| {
                format!(
                    "unknown administration `{name}`; {}",
                    suggest(name, places())
                )
            }));
        }
        if wrong.is_empty() && !measure::is_anywhere(exercise.sim(), milestone) {
            wrong.push(
                "no place of the scenario that `at` means has what `what` looks at".to_owned(),
            );
        }
        let id = &milestone.id;
        faults.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("milestone `{id}`: {wrong}")),
        );
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
        assert_eq!(all(&good), Vec::<String>::new());
        assert_eq!(all(""), ["incident `W` has no milestone"]);
        for (what, at, days, said) in [
            (
                "All([\"kase\"])",
                "Ids([\"05954036\"])",
                "(1, 2)",
                "did you mean `kasse`?",
            ),
            (
                "All([])",
                "Ids([\"05954036\"])",
                "(1, 2)",
                "names no service",
            ),
            (
                "All([\"kasse\"])",
                "Ids([\"05954035\"])",
                "(1, 2)",
                "did you mean `05954036`?",
            ),
            (
                "All([\"kasse\"])",
                "Customers([county])",
                "(1, 2)",
                "no place of the scenario",
            ),
            (
                "System(\"mainframe\")",
                "Ids([\"05954036\"])",
                "(1, 2)",
                "no place of the scenario",
            ),
            (
                "Share(90)",
                "Ids([\"05954036\"])",
                "(1, 2)",
                "90 is no share",
            ),
            (
                "Share(0.9)",
                "Ids([\"05954036\"])",
                "(3, 2)",
                "is after the last",
            ),
        ] {
            let found = all(&milestone(what, at, days));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].contains(said), "{found:?}");
        }
        let twice = all(&(good.clone() + &good));
        assert_eq!(twice, ["there are two milestones `m`"]);
        let of_another = all(&good.replace("incident: \"W\"", "incident: \"V\""));
        assert!(
            of_another
                .iter()
                .any(|said| said.contains("unknown incident `V`"))
        );
    }
}
