//! `beistand design`: the cheapest clauses are found, for the same price whatever the threads, and what misfits is said.

use serde_json::Value;

use program::{beistand, json, stdout};

mod program;

const CERTAIN: &str = "tests/scenarios/certain.ron";

fn design(more: &[&str]) -> Value {
    let usual = [
        "design", CERTAIN, "--pact", "agreed", "--runs", "4", "--json",
    ];
    json(&[&usual[..], more].concat())
}

fn clauses(set: &Value) -> Vec<&str> {
    let clauses = set["clauses"].as_array().unwrap();
    clauses.iter().map(|id| id.as_str().unwrap()).collect()
}

/// Three clauses: two do the same for different prices, one does nothing. Nothing is left to chance.
#[test]
fn the_cheaper_of_two_that_do_the_same_is_found() {
    let found = design(&["--target", "lost 1% less"]);
    assert_eq!(found["pact"], "agreed");
    let sets = found["sets"].as_array().unwrap();
    let best = &sets[found["cheapest"].as_u64().unwrap() as usize];
    assert_eq!(clauses(best), ["cheap"]);
    // 3 000 a year, a fifth of 5 000, 100 hours at the 45 of the scenario: by what a drill reckons, too.
    assert_eq!(best["eur_per_year"].as_f64(), Some(8_500.0));
    let drill = json(&[
        "drill",
        CERTAIN,
        "--vary",
        "pact=none,agreed",
        "--runs",
        "1",
        "--json",
    ]);
    let hour = &drill["variants"][1]["money"]["staff_eur_per_hour"];
    assert_eq!((hour, hour.as_f64()), (&found["eur_per_hour"], Some(45.0)));
    let dearer = design(&[
        "--target",
        "lost 1% less",
        "--set",
        "parameters.clerk_eur_per_hour=60",
    ]);
    assert_eq!(dearer["eur_per_hour"].as_f64(), Some(60.0));
    assert_eq!(best["meets_share"].as_f64(), Some(1.0));
    assert!(best["difference"]["mean"].as_f64().unwrap() < 0.0);
    let frontier: Vec<Vec<&str>> = sets
        .iter()
        .filter(|set| set["family"] == "pact" && set["on_frontier"] == true)
        .map(clauses)
        .collect();
    assert_eq!(
        frontier,
        [vec![], vec!["cheap"]],
        "nothing else is worth its price"
    );
    // What stands there was not what the search looked at.
    let searched = &found["searched"];
    assert!(searched["first_fresh_run"].as_u64().unwrap() >= 4);
    assert!(searched["sets"].as_u64().unwrap() > 10);
    // The number is that of a drill with the same clauses.
    let set = ["dear=off", "idle=off"].map(|switch| format!("pact.agreed.clause.{switch}"));
    let run = json(&[
        "run",
        CERTAIN,
        "--pact",
        "agreed",
        "--json",
        "--set",
        &set[0],
        "--set",
        &set[1],
        "--replication",
        &searched["first_fresh_run"].to_string(),
    ]);
    let lost = run["region"]["weighted_lost_service_hours"].as_f64();
    assert_eq!(best["weighted_lost_service_hours"].as_f64(), lost);
}

#[test]
fn a_higher_price_makes_another_choice_and_threads_make_none() {
    // At nothing an hour the cheap one costs 4 000; at 2 000 euro an hour the dear one is cheaper.
    let price = |eur: &str| {
        let found = design(&["--target", "lost 1% less", "--hour-eur", eur]);
        let at = found["cheapest"].as_u64().unwrap() as usize;
        clauses(&found["sets"][at]).join(",")
    };
    assert_eq!(price("0"), "cheap");
    assert_eq!(price("2000"), "dear");
    let call = |threads: &str| {
        stdout(&[
            "design",
            CERTAIN,
            "--pact",
            "agreed",
            "--runs",
            "4",
            "--json",
            "--target",
            "lost 1% less",
            "--threads",
            threads,
        ])
    };
    assert_eq!(call("1"), call("3"));
}

#[test]
fn tables_say_what_to_agree_on_in_both_languages() {
    let call = |lang: &str, target: &str| {
        stdout(&[
            "design", CERTAIN, "--pact", "agreed", "--runs", "4", "--lang", lang, "--target",
            target,
        ])
    };
    let de = call("de", "lost 1% less");
    for said in [
        "Am günstigsten erfüllen die Ziele: § 1 Geübt. Das kostet 8\u{a0}500 € im Jahr.",
        "weniger Ausfall als ohne Vereinbarung: verlangt 1,0 %, erreicht",
        // The table has paragraphs; what they are stands under it.
        "§ 2 Teuer geübt",
    ] {
        assert!(de.contains(said), "{said}: {de}");
    }
    // In the order of the contract.
    let at = |title: &str| de.rfind(title).unwrap_or_else(|| panic!("{title}: {de}"));
    assert!(at("§ 2 Teuer") < at("§ 3 Ohne") && at("§ 3 Ohne") < at("§ 11 "));
    let urgent = call("de", "criticality 2 MTA 1%");
    assert!(
        urgent.contains(
            "Ausfälle in der Höchstzeit zu Ende, Leistungen der Kritikalität 2: verlangt 1,0 %"
        ),
        "{urgent}"
    );
    let service = call("de", "service meldewesen MTA 1%");
    assert!(
        service.contains("Ausfälle in der Höchstzeit zu Ende, "),
        "{service}"
    );
    for typed in ["criticality", "MTA", "less"] {
        assert!(!urgent.contains(typed) && !service.contains(typed) && !de.contains(typed));
    }
    assert!(
        call("en", "lost 1% less").contains(
            "The cheapest that meets the targets: § 1 Exercised. It costs 8,500 € a year."
        )
    );
    assert!(call("en", "lost 99% less").contains("No set that was tried meets all targets"));
    assert!(call("en", "criticality 2 MTA 0%").contains("The targets are met with nothing agreed"));
}

/// A search knows sets as bits: more clauses than it has bits would be left out without a word.
#[test]
fn more_clauses_than_can_be_searched_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scenario.ron");
    let text = std::fs::read_to_string(CERTAIN).unwrap();
    let one = |at: u32| {
        format!(
            "(id: \"more_{at}\", kind: prevention, paragraph: \"§ 9\", title: (de: \"x\", en: \"x\"), \
             sentence: (de: \"x\", en: \"x\"), paper_desk: \"1d\", \
             cost_eur_once: 0, cost_eur_per_year: 0, staff_hours_per_year: 0),"
        )
    };
    let more = (0..56).map(one).collect::<Vec<_>>().concat();
    std::fs::write(
        &path,
        text.replacen("clauses: [", &format!("clauses: [{more}"), 1),
    )
    .unwrap();
    let failed = beistand(&[
        "design",
        path.to_str().unwrap(),
        "--pact",
        "agreed",
        "--target",
        "lost 1% less",
    ])
    .code(2);
    let said = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
    assert!(
        said.contains("64 clauses") && said.contains("63 are the most"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_a_target_is_said() {
    for (target, word) in [
        ("criticality 1", "criticality 1 MTA 95%"),
        ("criticality 4 MTA 95%", "no service has the criticality 4"),
        ("service kfz MTA 95%", "meldewesen"),
    ] {
        let failed = beistand(&["design", CERTAIN, "--target", target]).code(2);
        let said = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
        assert!(said.contains(word), "{target}: {said}");
    }
}
