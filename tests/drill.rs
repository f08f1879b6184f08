//! `beistand drill --vary`: pairs that are pairs, parts that make a whole, ends that are said.

use std::fs;
use std::path::Path;

use program::{beistand, json, program, stderr, stdout};
use serde_json::Value;

mod program;

const VARIED: [&str; 6] = [
    "drill",
    "einstieg",
    "--vary",
    "pact=none,practised",
    "--until",
    "30d",
];

/// The difference of a drill is that of single runs, to the last bit.
#[test]
fn two_ways_lead_to_one_number() {
    let drill = json(&[&VARIED[..], &["--runs", "3", "--json"]].concat());
    let figure = "weighted_lost_service_hours";
    let single = |pact: &str, replication: &str| {
        let run = json(&[
            "run",
            "einstieg",
            "--until",
            "30d",
            "--pact",
            pact,
            "--replication",
            replication,
            "--json",
        ]);
        run["region"][figure].as_f64().unwrap()
    };
    let pairs = ["0", "1", "2"].map(|run| single("practised", run) - single("none", run));
    // Welford's mean, in the order of the runs.
    let mean = pairs
        .iter()
        .zip(1..)
        .fold(0.0, |mean, (pair, n)| mean + (pair - mean) / f64::from(n));
    let differences = &drill["variants"][1]["differences"];
    assert_eq!(differences[figure]["mean"].as_f64(), Some(mean));
    assert!(pairs.iter().any(|pair| *pair != 0.0), "{pairs:?}");
    let less = pairs.iter().filter(|pair| **pair < 0.0).count();
    assert_eq!(differences[figure]["less"].as_u64(), Some(less as u64));
    // The first variant is what the same drill gives without others.
    let alone = json(&[
        "drill", "einstieg", "--until", "30d", "--runs", "3", "--pact", "none", "--json",
    ]);
    assert_eq!(drill["metrics"], alone["metrics"]);
    assert_eq!(drill["variants"][0]["metrics"], alone["metrics"]);
}

/// Prevention is bought for no more than the draft costs, and what it brings is that of single runs, to the last bit.
#[test]
fn prevention_costs_no_more_than_the_draft() {
    let drill = json(&[&VARIED[..], &["--runs", "3", "--prevention", "--json"]].concat());
    let found = &drill["prevention"];
    let money = found["money_per_year_eur"].as_f64().unwrap();
    let draft = &drill["variants"][1];
    assert_eq!(Some(money), draft["money"]["extra_per_year_eur"].as_f64());
    let sets = found["sets"].as_array().unwrap();
    assert!(!sets.is_empty());
    let price = |set: &Value| set["per_year_eur"].as_f64().unwrap();
    assert!(sets.iter().all(|set| price(set) <= money), "{money}");
    let figure = "weighted_lost_service_hours";
    let set = &sets[0];
    let clauses: Vec<&str> = set["clauses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect();
    let single = |pact: &str, replication: &str, clauses: &[&str]| {
        let set = clauses.iter().map(|id| format!("pact.none.clause.{id}=on"));
        let set: Vec<String> = set.flat_map(|set| ["--set".to_owned(), set]).collect();
        let run = [
            "run",
            "einstieg",
            "--until",
            "30d",
            "--pact",
            pact,
            "--replication",
            replication,
            "--json",
        ];
        let run: Vec<&str> = run
            .into_iter()
            .chain(set.iter().map(String::as_str))
            .collect();
        json(&run)["region"][figure].as_f64().unwrap()
    };
    let mean = |pairs: [f64; 3]| {
        pairs
            .iter()
            .zip(1..)
            .fold(0.0, |mean, (pair, n)| mean + (pair - mean) / f64::from(n))
    };
    let runs = ["0", "1", "2"];
    let with = runs.map(|run| single("none", run, &clauses));
    let today = runs.map(|run| single("none", run, &[]));
    let with_draft = runs.map(|run| single("practised", run, &[]));
    let less = |other: [f64; 3]| mean([0, 1, 2].map(|run| with[run] - other[run]));
    assert_eq!(
        set["weighted_lost_difference"]["mean"].as_f64(),
        Some(less(today))
    );
    assert_eq!(
        set["weighted_lost_beside_draft"]["mean"].as_f64(),
        Some(less(with_draft))
    );
    assert!(less(today) != 0.0, "{clauses:?} change something");
    // A draft that costs nothing more leaves no money, and one version alone has no draft.
    let free = [
        "drill",
        "einstieg",
        "--vary",
        "pact=practised,none",
        "--until",
        "5d",
        "--runs",
        "2",
        "--prevention",
    ];
    let free = stdout(&[&free[..], &["--lang", "de"]].concat());
    assert!(free.contains("Der Entwurf kostet nicht mehr"), "{free}");
    let alone = beistand(&["drill", "einstieg", "--runs", "2", "--prevention"]).code(2);
    assert!(stderr(&alone).contains("two pacts"), "{}", stderr(&alone));
}

/// A variant that changes nothing differs in nothing.
#[test]
fn a_figure_that_does_nothing_makes_no_difference() {
    let drill = json(&[
        "drill",
        "einstieg",
        "--vary",
        "service.kfz.waz=24h,1d",
        "--runs",
        "3",
        "--until",
        "20d",
        "--json",
    ]);
    for (name, difference) in drill["variants"][1]["differences"].as_object().unwrap() {
        for (what, value) in difference.as_object().unwrap() {
            assert_eq!(value.as_f64(), Some(0.0), "{name} {what}");
        }
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    [
        "result.json",
        "runs.csv",
        "administrations.csv",
        "manifest.json",
        "index.html",
    ]
    .map(|name| (name.to_owned(), fs::read(folder.join(name)).unwrap()))
    .to_vec()
}

/// Three parts, one of them lost and made again, are the whole of one machine with any number of threads.
#[test]
fn parts_make_the_whole() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (whole, parts) = (at("whole"), at("parts"));
    let runs = [&VARIED[..], &["--runs", "8", "--clauses", "--prevention"]].concat();
    let one = stdout(&[&runs[..], &["--threads", "1", "--out", &whole, "--json"]].concat());
    let two = stdout(&[&runs[..], &["--threads", "2", "--json"]].concat());
    assert_eq!(one, two, "threads change no byte");
    let shard = |which: &str| {
        let part = ["--out", &parts, "--shard", which, "--threads", "1"];
        beistand(&[&runs[..], &part].concat())
    };
    for which in ["1/3", "2/3", "3/3"] {
        shard(which).success();
    }
    let again = shard("2/3").code(1);
    assert!(stderr(&again).contains("--force"), "{}", stderr(&again));
    fs::remove_file(dir.path().join("parts/shard-2-of-3.jsonl")).unwrap();
    let missing = beistand(&["drill", "merge", &parts]).code(1);
    let said = stderr(&missing);
    assert!(
        said.contains("3 of 8 runs are missing") && said.contains("2/3"),
        "{said}"
    );
    let job = [&runs[..], &["--out", &parts, "--shard", "auto/3"]].concat();
    program(&job)
        .env("JOB_COMPLETION_INDEX", "1")
        .assert()
        .success();
    let merged = stdout(&["drill", "merge", &parts, "--json"]);
    assert_eq!(merged, one);
    assert_eq!(files(Path::new(&parts)), files(Path::new(&whole)));
    // A part twice under another name, and a part of another drill.
    let copy = dir.path().join("parts/shard-9-of-9.jsonl");
    fs::copy(dir.path().join("parts/shard-1-of-3.jsonl"), &copy).unwrap();
    let twice = beistand(&["drill", "merge", &parts, "--force"]).code(1);
    assert!(stderr(&twice).contains("run 0 is in"), "{}", stderr(&twice));
    fs::remove_file(&copy).unwrap();
    // A stray part of another split is named, not those that belong together; a run twice in one part with its lines.
    let stray = ["--out", &parts, "--shard", "1/2"];
    beistand(&[&runs[..], &stray].concat()).success();
    let named = stderr(&beistand(&["drill", "merge", &parts, "--force"]).code(1));
    let expected = "shard-1-of-2.jsonl is of another drill than";
    assert!(
        named.contains(expected) && named.contains("the number of parts"),
        "{named}"
    );
    fs::remove_file(dir.path().join("parts/shard-1-of-2.jsonl")).unwrap();
    let doubled = dir.path().join("parts/shard-1-of-3.jsonl");
    let good = fs::read_to_string(&doubled).unwrap();
    let again = good.lines().nth(1).unwrap();
    fs::write(&doubled, format!("{good}{again}\n")).unwrap();
    let named = stderr(&beistand(&["drill", "merge", &parts, "--force"]).code(1));
    assert!(
        named.contains("run 0 is in line 2 and in line 5"),
        "{named}"
    );
    fs::write(&doubled, good).unwrap();
    let seeded = ["--out", &parts, "--shard", "2/3", "--force", "--seed", "2"];
    beistand(&[&runs[..], &seeded].concat()).success();
    let another = beistand(&["drill", "merge", &parts, "--force"]).code(1);
    assert!(
        stderr(&another).contains("the seed differs"),
        "{}",
        stderr(&another)
    );
    let mended = ["--out", &parts, "--shard", "2/3", "--force"];
    beistand(&[&runs[..], &mended].concat()).success();
    // Half a line.
    let path = dir.path().join("parts/shard-1-of-3.jsonl");
    let text = fs::read(&path).unwrap();
    fs::write(&path, &text[..text.len() - 40]).unwrap();
    let cut = beistand(&["drill", "merge", &parts, "--force"]).code(1);
    assert!(stderr(&cut).contains("line 4"), "{}", stderr(&cut));
}

/// A version that cannot differ from another takes its runs over: rows are those of drills in which it has no twin, also
/// put together from parts.
#[test]
fn what_is_taken_over_is_what_would_have_been_played() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let usual = ["drill", "einstieg", "--until", "30d", "--runs", "5"];
    let pacts = ["--vary", "pact=none,contract"];
    let pool = ["--vary", "pact.contract.notebook_pool=20,60"];
    let grid = [&usual[..], &pacts, &pool].concat();
    let (whole, parts) = (at("whole"), at("parts"));
    beistand(&[&grid[..], &["--out", &whole]].concat()).success();
    for shard in ["1/2", "2/2"] {
        beistand(&[&grid[..], &["--out", &parts, "--shard", shard]].concat()).success();
    }
    beistand(&["drill", "merge", &parts]).success();
    assert_eq!(files(Path::new(&parts)), files(Path::new(&whole)));
    // A row is: run, pact, (pool,) figures.
    let rows = |folder: &str| -> Vec<Vec<String>> {
        let text = fs::read_to_string(Path::new(folder).join("runs.csv")).unwrap();
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        text.lines().skip(1).map(cells).collect()
    };
    let together = rows(&whole);
    for value in ["20", "60"] {
        let set = format!("pact.contract.notebook_pool={value}");
        let out = at(value);
        beistand(&[&usual[..], &pacts, &["--set", &set, "--out", &out]].concat()).success();
        let own = together.iter().filter(|row| row[2] == value);
        let own: Vec<Vec<String>> = own.map(|row| [&row[..2], &row[3..]].concat()).collect();
        assert_eq!(own, rows(&out), "{value}");
    }
}

#[test]
fn a_precision_ends_a_drill_and_is_the_drill_of_so_many_runs() {
    let call = |precision: &str| {
        json(
            &[
                &VARIED[..],
                &["--runs", "400", "--precision", precision, "--json"],
            ]
            .concat(),
        )
    };
    let rough = call("0.2");
    let runs = rough["runs"].as_u64().unwrap();
    assert!(runs < 400, "{runs} runs");
    let difference = &rough["variants"][1]["differences"]["weighted_lost_service_hours"];
    let half = (difference["ci95_high"].as_f64().unwrap()
        - difference["ci95_low"].as_f64().unwrap())
        / 2.0;
    let mean = rough["metrics"]["weighted_lost_service_hours"]["mean"]
        .as_f64()
        .unwrap();
    assert!(half <= 0.2 * mean, "{half} of {mean}");
    let said = stderr(&beistand(
        &[&VARIED[..], &["--runs", "400", "--precision", "0.2"]].concat(),
    ));
    let grouped = |value: f64| {
        let (thousands, rest) = (value as u64 / 1000, value as u64 % 1000);
        if thousands > 0 {
            format!("{thousands},{rest:03}")
        } else {
            rest.to_string()
        }
    };
    let known = format!(
        "20.0 % of what is lost today, that is ± {}",
        grouped((0.2 * mean).round())
    );
    assert!(said.contains(&known), "{known}: {said}");
    let same = json(&[&VARIED[..], &["--runs", &runs.to_string(), "--json"]].concat());
    assert_eq!(rough, same);
    let out = beistand(&[
        "drill",
        "einstieg",
        "--precision",
        "0.1",
        "--shard",
        "1/2",
        "--out",
        "x",
    ]);
    out.code(2);
}

#[test]
fn what_cannot_be_varied_is_said() {
    for (arguments, word) in [
        (&["--vary", "pact=none"][..], "one value only"),
        (&["--vary", "pact=none,nome"], "nome"),
        (&["--vary", "response=passive,bold"], "bold"),
        (&["--vary", "pact=none,loi", "--pact", "loi"], "--pact"),
        (
            &["--vary", "pact=none,loi", "--vary", "pact=loi,none"],
            "varied twice",
        ),
        (&["--shard", "3/2", "--out", "x"], "3/2"),
        (&["--shard", "auto/2", "--out", "x"], "SLURM_ARRAY_TASK_ID"),
        (&["--precision", "2"], "below 1"),
    ] {
        let failed = beistand(&[&["drill", "einstieg", "--runs", "2"], arguments].concat()).code(2);
        assert!(
            stderr(&failed).contains(word),
            "{arguments:?}: {}",
            stderr(&failed)
        );
    }
    let unknown = beistand(&["drill", "einstieg", "--runs", "2", "--vary", "no.such=1,2"]).code(1);
    assert!(
        stderr(&unknown).contains("--vary:1:1"),
        "{}",
        stderr(&unknown)
    );
}

/// Phases that begin at a fixed moment do not move with the entry: who varies that is told before the first run.
#[test]
fn an_entry_that_moves_little_is_said() {
    let varied = "attack.entry_at=2027-02-09T21:40,2027-02-10T21:40";
    let usual = [
        "drill", "einstieg", "--runs", "1", "--until", "2d", "--vary", varied,
    ];
    let said = stderr(&beistand(&usual).success());
    assert!(
        said.contains("--set attack.lateral_movement.starts_at=none"),
        "{said}"
    );
    let free = ["--set", "attack.*.starts_at=none"];
    let said = stderr(&beistand(&[&usual[..], &free].concat()).success());
    assert!(!said.contains("starts_at"), "{said}");
}
