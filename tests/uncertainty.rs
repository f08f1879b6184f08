//! `beistand drill --assumptions` and `--sensitivity`: what is drawn, what is kept apart, what matters.

use std::fs;
use std::path::Path;

use serde_json::Value;

use program::{beistand, json, stderr, stdout};

mod program;

const JUDGED: &str = "weighted_lost_service_hours";
const NESTED: [&str; 10] = [
    "drill",
    "einstieg",
    "--vary",
    "pact=none,practised",
    "--until",
    "20d",
    "--runs",
    "2",
    "--assumptions",
    "4",
];

/// Rows of a CSV file by the names of its columns.
fn rows(path: &Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut table = csv::Reader::from_path(path).unwrap();
    let names = table.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        let cells = names.iter().zip(record.iter());
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    table.records().map(|record| row(record.unwrap())).collect()
}

/// Threads, parts and order change no byte; a row is what a single run gives with the figures of its draw.
#[test]
fn draws_are_the_same_however_they_are_played() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (whole, parts) = (at("whole"), at("parts"));
    let one = stdout(&[&NESTED[..], &["--threads", "1", "--out", &whole, "--json"]].concat());
    let three = stdout(&[&NESTED[..], &["--threads", "3", "--json"]].concat());
    assert_eq!(one, three, "threads change no byte");
    for which in ["3/3", "1/3"] {
        beistand(&[&NESTED[..], &["--shard", which, "--out", &parts]].concat()).success();
    }
    let missing = stderr(&beistand(&["drill", "merge", &parts]).code(1));
    let said = "2 of 8 runs are missing, the first is run 2, of shard 2/3";
    assert!(missing.contains(said), "{missing}");
    beistand(&[&NESTED[..], &["--shard", "2/3", "--out", &parts]].concat()).success();
    assert_eq!(stdout(&["drill", "merge", &parts, "--json"]), one);
    for name in [
        "result.json",
        "runs.csv",
        "assumptions.csv",
        "manifest.json",
    ] {
        let read = |folder: &str| fs::read(Path::new(folder).join(name)).unwrap();
        assert_eq!(read(&whole), read(&parts), "{name}");
    }
    // Run 5 belongs to draw 2: played alone with its figures it gives the same number.
    let document: Value = serde_json::from_str(&one).unwrap();
    let drawn = rows(&dir.path().join("whole/assumptions.csv"));
    let mut settings: Vec<String> = Vec::new();
    for figure in document["assumptions"]["figures"].as_array().unwrap() {
        assert_eq!(figure["class"], "assumption");
        let is_it = |row: &&std::collections::BTreeMap<String, String>| {
            row["draw"] == "2" && row["figure"] == figure["id"].as_str().unwrap()
        };
        let value = &drawn.iter().find(is_it).unwrap()["value"];
        let of_draw: f64 = value.parse().unwrap();
        for pair in figure["set"].as_array().unwrap() {
            let template = pair[1].as_str().unwrap();
            // Factors of the catalogue are few; a value is put in as the program says it does.
            let mut text = String::new();
            for (at, piece) in template.split('{').enumerate() {
                let (place, rest) = piece.split_once('}').unwrap_or(("", piece));
                if at > 0 {
                    let factor: f64 = place.strip_prefix('*').unwrap_or("1").parse().unwrap();
                    let number: f64 = format!("{:.3e}", of_draw * factor).parse().unwrap();
                    text.push_str(&number.to_string());
                }
                text.push_str(rest);
            }
            settings.push(format!("{}={text}", pair[0].as_str().unwrap()));
        }
    }
    assert!(settings.len() >= 20, "{settings:?}");
    let mut single = vec![
        "run",
        "einstieg",
        "--until",
        "20d",
        "--replication",
        "5",
        "--pact",
        "none",
        "--json",
    ];
    for setting in &settings {
        single.extend(["--set", setting]);
    }
    let alone = json(&single)["region"][JUDGED].as_f64().unwrap();
    let of_drill = rows(&dir.path().join("whole/runs.csv"));
    let is_it = |row: &&std::collections::BTreeMap<String, String>| {
        row["run"] == "5" && row["pact"] == "none"
    };
    let row = of_drill.iter().find(is_it).unwrap();
    assert_eq!(row["draw"], "2");
    assert_eq!(row[JUDGED].parse(), Ok(alone));
    let usual = json(&single[..9])["region"][JUDGED].as_f64().unwrap();
    assert_ne!(usual, alone, "the draw changes something");
    // What is told apart is what the rows give (one-way analysis of variance), and adds up.
    let split = &document["variants"][1]["differences"][JUDGED]["split"];
    let of = |name: &str| split[name].as_f64().unwrap();
    assert_eq!((of("draws"), of("runs_per_draw")), (4.0, 2.0));
    let lost = |run: usize, pact: &str| -> f64 {
        let is_it = |row: &&std::collections::BTreeMap<String, String>| {
            row["run"] == run.to_string() && row["pact"] == pact
        };
        of_drill.iter().find(is_it).unwrap()[JUDGED]
            .parse()
            .unwrap()
    };
    let pairs: Vec<f64> = (0..8)
        .map(|run| lost(run, "practised") - lost(run, "none"))
        .collect();
    let variance = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let squares = values.iter().map(|value| (value - mean).powi(2));
        squares.sum::<f64>() / (values.len() - 1) as f64
    };
    let draws: Vec<&[f64]> = pairs.chunks(2).collect();
    let means: Vec<f64> = draws
        .iter()
        .map(|draw| f64::midpoint(draw[0], draw[1]))
        .collect();
    let luck = draws.iter().map(|draw| variance(draw)).sum::<f64>() / 4.0;
    let between = variance(&means);
    assert!(luck > 0.0 && between > 0.0, "{pairs:?}");
    let near = |name: &str, expected: f64| {
        let found = of(name);
        let off = (found - expected).abs();
        assert!(
            off <= 1e-9 * expected.abs(),
            "{name}: {found}, not {expected}"
        );
    };
    let assumptions = (between - luck / 2.0).max(0.0);
    near("luck_variance", luck);
    near("assumptions_variance", assumptions);
    near("standard_error", (between / 4.0).sqrt());
    near("standard_error_of_draws", (assumptions / 4.0).sqrt());
    near("standard_error_of_runs", (luck / 8.0).sqrt());
}

/// What --set or a scenario settles is not drawn; without anything to draw only luck is left.
#[test]
fn what_is_settled_is_not_drawn() {
    let figures = |more: &[&str]| -> Vec<String> {
        let document = json(&[&NESTED[..], more, &["--json"]].concat());
        let figures = document["assumptions"]["figures"].as_array().unwrap();
        let ids = figures
            .iter()
            .map(|figure| figure["id"].as_str().unwrap().to_owned());
        ids.collect()
    };
    let usual = figures(&[]);
    assert!(usual.contains(&"acceptance".to_owned()), "{usual:?}");
    assert!(
        !usual.contains(&"maturity".to_owned()),
        "preparedness is no assumption"
    );
    let settled = figures(&["--set", "parameters.acceptance=2d"]);
    let left: Vec<String> = usual
        .iter()
        .filter(|id| *id != "acceptance")
        .cloned()
        .collect();
    assert_eq!(settled, left);
    for (arguments, word) in [
        (&["--assumptions", "1"][..], "1 is not in 2"),
        (&["--assumptions", "3", "--runs", "1"], "--runs 2 or more"),
    ] {
        let failed = beistand(&[&["drill", "einstieg"], arguments].concat()).code(2);
        assert!(stderr(&failed).contains(word), "{}", stderr(&failed));
    }
}

/// With every spread 0 and every chance 0 or 1 all runs are one.
#[test]
fn without_any_chance_nothing_varies() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scenario.ron");
    fs::write(&path, CERTAIN).unwrap();
    let path = path.to_str().unwrap();
    let document = json(&[
        "drill",
        path,
        "--runs",
        "6",
        "--vary",
        "pact=none,contract",
        "--json",
    ]);
    let metrics = document["metrics"].as_object().unwrap();
    assert!(
        metrics[JUDGED]["mean"].as_f64().unwrap() > 0.0,
        "{metrics:?}"
    );
    for variant in document["variants"].as_array().unwrap() {
        let parts = [&variant["metrics"], &variant["differences"]];
        for part in parts.into_iter().filter_map(Value::as_object) {
            for (name, figure) in part {
                assert_eq!(
                    figure["standard_deviation"].as_f64(),
                    Some(0.0),
                    "{name}: {figure}"
                );
            }
        }
    }
    // The same with a single chance left varies: the zero above is no matter of course.
    let varied = json(&[
        "drill",
        path,
        "--runs",
        "6",
        "--set",
        "parameters.crisis_staff=LogNormal(\"2d\", 0.8)",
        "--out",
        dir.path().join("out").to_str().unwrap(),
        "--json",
    ]);
    let spread = varied["metrics"][JUDGED]["standard_deviation"]
        .as_f64()
        .unwrap();
    assert!(spread > 0.0);
}

/// Figures that do nothing have exactly no effect; those that do something are found, in the right class.
#[test]
fn what_matters_is_found_and_the_rest_is_exactly_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scenario.ron");
    let text = fs::read_to_string("scenarios/einstieg/scenario.ron").unwrap();
    let idle = "uncertain: [\n(\n id: \"idle\", title: (de: \"Nichts\", en: \"Nothing\"), class: assumption, \
        spread: Uniform(2, 20), set: [(\"service.kfz.waz\", \"{}h\")], source: \"own\", confidence: \"given\",\n),\n],\n    id: \"einstieg\"";
    fs::write(&path, text.replacen("id: \"einstieg\"", idle, 1)).unwrap();
    let pages = dir.path().join("pages");
    let call = |threads: &str| {
        stdout(&[
            "drill",
            path.to_str().unwrap(),
            "--vary",
            "pact=none,contract",
            "--until",
            "10d",
            "--runs",
            "2",
            "--sensitivity",
            "--point-runs",
            "2",
            "--trajectories",
            "2",
            "--sobol",
            "4",
            "--threads",
            threads,
            "--json",
            "--lang",
            "de",
            "--out",
            pages.to_str().unwrap(),
            "--force",
        ])
    };
    let text = call("1");
    assert_eq!(text, call("2"), "threads change no byte");
    let document: Value = serde_json::from_str(&text).unwrap();
    let outputs = document["sensitivity"]["outputs"].as_array().unwrap();
    assert_eq!(outputs.len(), 2);
    for output in outputs {
        let of = |id: &str| {
            let figures = output["figures"].as_array().unwrap();
            let found = figures.iter().find(|figure| figure["id"] == id);
            found.unwrap_or_else(|| panic!("{id} is not there")).clone()
        };
        let idle = of("idle");
        for name in ["swing", "mu", "mu_star", "sigma"] {
            assert_eq!(idle[name].as_f64(), Some(0.0), "{name}");
        }
        assert!(idle["sobol"].is_null());
        assert_eq!(of("clause_notebook_pool")["class"], "clause");
        assert_eq!(of("clause_offline_backup")["class"], "preparedness");
        assert_eq!(of("acceptance")["class"], "assumption");
    }
    // The page says how sure shares are, in its own language, and no sign of what two courses leave open.
    let page = fs::read_to_string(pages.join("bericht.html")).unwrap();
    assert!(!page.contains("left out or in force") && !page.contains("estimate"));
    assert!(page.contains("Spanne geschätzt"));
    let figures = outputs[1]["figures"].as_array().unwrap();
    let share = &figures.iter().find(|of| !of["sobol"].is_null()).unwrap()["sobol"]["total"];
    let of_100 = |name: &str| (share[name].as_f64().unwrap() * 100.0).round() as i64;
    let (value, from, to) = (of_100("value"), of_100("ci95_low"), of_100("ci95_high"));
    assert!(page.contains(&format!("{value} ({from} bis {to})")));
    let open = outputs[1]["is_settled"] == false;
    assert_eq!(page.contains("class=\"sign open\""), open);
    assert!(!open || !page.contains("(dreht das Ergebnis)"));
    // With nothing agreed no clause matters; the assumptions do.
    let figures = outputs[0]["figures"].as_array().unwrap();
    for figure in figures.iter().filter(|figure| figure["class"] == "clause") {
        assert_eq!(figure["mu_star"].as_f64(), Some(0.0), "{figure}");
    }
    let moved = |figure: &&Value| figure["mu_star"].as_f64().unwrap() > 0.0;
    assert!(figures.iter().filter(moved).count() >= 5);
    let few = figures.iter().filter(|figure| !figure["sobol"].is_null());
    assert!((1..=6).contains(&few.count()));
    beistand(&[
        "drill",
        "einstieg",
        "--sensitivity",
        "--shard",
        "1/2",
        "--out",
        "x",
    ])
    .code(2);
}

/// Without ways through the figures each is still looked at by itself: the same bars, and no effect is made up.
#[test]
fn without_a_screening_the_bars_are_the_same() {
    let call = |trajectories: &str| {
        json(&[
            "drill",
            "einstieg",
            "--until",
            "6d",
            "--runs",
            "2",
            "--vary",
            "pact=none,contract",
            "--sensitivity",
            "--point-runs",
            "1",
            "--sobol",
            "0",
            "--trajectories",
            trajectories,
            "--json",
        ])
    };
    let (bars, screened) = (call("0"), call("2"));
    for (output, full) in [0, 1].map(|at| {
        (
            &bars["sensitivity"]["outputs"][at],
            &screened["sensitivity"]["outputs"][at],
        )
    }) {
        let pairs = output["figures"]
            .as_array()
            .unwrap()
            .iter()
            .zip(full["figures"].as_array().unwrap());
        assert!(
            pairs
                .clone()
                .any(|(bar, _)| bar["swing"].as_f64() > Some(0.0))
        );
        for (bar, full) in pairs {
            for name in ["id", "at_low", "at_high", "swing", "turns"] {
                assert_eq!(bar[name], full[name], "{name}");
            }
            assert!(bar["mu"].is_null() && bar["mu_star"].is_null() && full["mu_star"].is_number());
        }
    }
    let text = stdout(&[
        "drill",
        "einstieg",
        "--until",
        "6d",
        "--runs",
        "2",
        "--sensitivity",
        "--point-runs",
        "1",
        "--sobol",
        "0",
        "--trajectories",
        "0",
        "--lang",
        "en",
    ]);
    assert!(
        text.contains("What matters") && !text.contains("Morris") && !text.contains("spread"),
        "{text}"
    );
    let one = beistand(&["drill", "einstieg", "--sensitivity", "--trajectories", "1"]).code(2);
    assert!(stderr(&one).contains("2 to 10000"), "{}", stderr(&one));
}

/// A spread that cannot be is said with its place.
#[test]
fn spreads_are_checked_at_both_ends() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scenario.ron");
    let text = fs::read_to_string("scenarios/einstieg/scenario.ron").unwrap();
    let check = |spread: &str, set: &str| {
        let record = format!(
            "uncertain: [(id: \"own\", title: (de: \"x\", en: \"x\"), class: assumption, spread: {spread}, set: [{set}], source: \"own\", confidence: \"given\")],\n    id: \"einstieg\""
        );
        fs::write(&path, text.replacen("id: \"einstieg\"", &record, 1)).unwrap();
        beistand(&["check", path.to_str().unwrap(), "--color", "never"])
    };
    check("Uniform(0.1, 1)", "(\"parameters.present_share\", \"{}\")").success();
    for (spread, set, said) in [
        (
            "Uniform(0.1, 1.5)",
            "(\"parameters.present_share\", \"{}\")",
            "with the value 1.5",
        ),
        (
            "Uniform(0.1, 1)",
            "(\"parameters.presnt_share\", \"{}\")",
            "present_share",
        ),
        (
            "Uniform(0.1, 1)",
            "(\"parameters.present_share\", \"0.5\")",
            "no place for the value",
        ),
        (
            "Uniform(1, 0.1)",
            "(\"parameters.present_share\", \"{}\")",
            "less than the second",
        ),
        (
            "LogUniform(0, 1)",
            "(\"parameters.present_share\", \"{}\")",
            "above 0",
        ),
    ] {
        let failed = stderr(&check(spread, set).code(1));
        assert!(failed.contains(said), "{spread} {set}: {failed}");
        assert!(failed.contains("scenario.ron:"), "{failed}");
    }
}

/// A small scenario in which nothing is left to chance.
const CERTAIN: &str = include_str!("scenarios/certain.ron");
