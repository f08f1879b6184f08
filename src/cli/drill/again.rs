//! Lines for a shell: a drill as it was reckoned or is to be, and the search that goes with it.

use std::path::Path;

use super::super::args::{DrillArgs, ScenarioArgs};

/// Writes the line for a shell.
pub(super) fn again(args: &DrillArgs) -> String {
    let mut words = begun("drill", &args.scenario);
    let mut option = |name: &str, value: &str| {
        words.push(format!("--{name}"));
        words.push(quoted(value));
    };
    for axis in &args.vary {
        option("vary", &format!("{}={}", axis.path, axis.values.join(",")));
    }
    option("runs", &args.runs.to_string());
    if let Some(own) = &args.own {
        option("own", own);
    }
    if let Some(value) = args.money.hour_value {
        option("hour-value", &value.to_string());
    }
    let out = args.out.as_deref().unwrap_or(Path::new("./drill"));
    option("out", &out.display().to_string());
    for (flag, is_on) in [
        ("--clauses", args.clauses),
        ("--prevention", args.prevention),
        ("--sensitivity", args.sensitivity),
    ] {
        if is_on {
            words.push(flag.to_owned());
        }
    }
    words.join(" ")
}

/// Writes the line that chooses among the clauses of a pact and those on prevention.
pub(super) fn design(scenario: &ScenarioArgs, pact: &str) -> String {
    let mut words = begun("design", scenario);
    words.extend(["--pact".to_owned(), quoted(pact)]);
    words.join(" ")
}

/// The beginning of a line: what is done, and the scenario as it is changed and staged.
fn begun(verb: &str, scenario: &ScenarioArgs) -> Vec<String> {
    let mut words = ["beistand", verb, &quoted(scenario.name())]
        .map(str::to_owned)
        .to_vec();
    let mut option = |name: &str, value: &str| {
        words.push(format!("--{name}"));
        words.push(quoted(value));
    };
    for path in &scenario.with {
        option("with", &path.display().to_string());
    }
    for (path, value) in &scenario.set {
        option("set", &format!("{path}={value}"));
    }
    let staging = scenario.staging();
    if let Some(start) = staging.start {
        option("start", &start.to_string());
    }
    if staging.invented_names {
        option("names", "fiktiv");
    }
    words
}

/// A word that a shell takes as it stands.
fn quoted(word: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "_-./=,:+%@".contains(sign);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[test]
    fn what_was_set_is_in_the_line_as_a_shell_takes_it() {
        let mut scenario = ScenarioArgs::of("my town.ron".to_owned());
        let set = |path: &str, value: &str| (path.to_owned(), value.to_owned());
        scenario.set = vec![
            set("service.kfz.waz", "24h"),
            set("parameters.crisis_staff", "LogNormal(\"2d\", 0.8)"),
        ];
        let pacts = ["none", "contract"].map(str::to_owned).to_vec();
        let args = DrillArgs::of_pacts(scenario, pacts, 40);
        assert_eq!(
            again(&args),
            "beistand drill 'my town.ron' --set service.kfz.waz=24h \
             --set 'parameters.crisis_staff=LogNormal(\"2d\", 0.8)' --vary pact=none,contract \
             --runs 40 --out ./drill"
        );
        assert_eq!(
            design(&args.scenario, "contract"),
            "beistand design 'my town.ron' --set service.kfz.waz=24h \
             --set 'parameters.crisis_staff=LogNormal(\"2d\", 0.8)' --pact contract"
        );
        assert_eq!(quoted("it's"), "'it'\\''s'");
    }

    /// What was played without anybody's name, on another date, at a value of an hour, stays so in the line.
    #[test]
    fn how_it_was_staged_and_valued_is_in_the_line() {
        #[derive(Parser)]
        struct Line {
            #[command(flatten)]
            scenario: ScenarioArgs,
        }
        let typed = "beistand einstieg --names fiktiv --start 2027-09-03";
        let line = Line::parse_from(typed.split(' '));
        let pacts = ["none", "contract"].map(str::to_owned).to_vec();
        let mut args = DrillArgs::of_pacts(line.scenario, pacts, 40);
        args.money.hour_value = Some(40.0);
        assert_eq!(
            again(&args),
            "beistand drill einstieg --start 2027-09-03 --names fiktiv --vary pact=none,contract \
             --runs 40 --hour-value 40 --out ./drill"
        );
        assert_eq!(
            design(&args.scenario, "contract"),
            "beistand design einstieg --start 2027-09-03 --names fiktiv --pact contract"
        );
    }
}
