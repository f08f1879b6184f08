//! The line that reckons a drill again.

use super::super::args::DrillArgs;

/// Writes the line for a shell.
pub(super) fn again(args: &DrillArgs) -> String {
    let mut words = vec!["beistand".to_owned(), "drill".to_owned()];
    words.push(quoted(args.scenario.name()));
    let mut option = |name: &str, value: &str| {
        words.push(format!("--{name}"));
        words.push(quoted(value));
    };
    for path in &args.scenario.with {
        option("with", &path.display().to_string());
    }
    for (path, value) in &args.scenario.set {
        option("set", &format!("{path}={value}"));
    }
    for axis in &args.vary {
        option("vary", &format!("{}={}", axis.path, axis.values.join(",")));
    }
    option("runs", &args.runs.to_string());
    if let Some(own) = &args.own {
        option("own", own);
    }
    option("out", "./drill");
    if args.clauses {
        words.push("--clauses".to_owned());
    }
    words.join(" ")
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
    use super::super::super::args::ScenarioArgs;
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
        assert_eq!(quoted("it's"), "'it'\\''s'");
    }
}
