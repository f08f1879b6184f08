//! `--names fiktiv`: no document, page or table names a real place; keys stay, for documents are compared by them.

use std::fs;
use std::path::Path;

use beistand::scenario::{AdministrationKind, Staging, load};
use beistand::vocab::DAY;

use program::{beistand, stdout};
use support::{Chosen, begin, beginning_with};

mod program;
mod support;

/// The names of all places of Südhessen and of the region, as they stand and without what is in brackets.
fn real_names() -> Vec<String> {
    let scenario = load("suedhessen", &[]).expect("the scenario is faultless");
    let is_place = |kind| {
        use AdministrationKind as K;
        matches!(kind, K::County | K::Municipality | K::City | K::Outside)
    };
    let places = scenario.administrations.iter();
    let places = places.filter(|one| is_place(one.kind));
    let mut names: Vec<String> = places
        .flat_map(|one| {
            let short = one.name.split(" (").next().unwrap_or_default();
            [one.name.clone(), short.to_owned()]
        })
        .collect();
    assert!(names.len() >= 2 * 91);
    names.extend(["Südhessen", "South Hesse"].map(str::to_owned));
    names
}

/// Says where a text names a real place, as a word of its own.
fn named<'a>(text: &'a str, names: &[String]) -> Vec<&'a str> {
    let is_part = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let mut found = Vec::new();
    for name in names {
        for (at, _) in text.match_indices(name.as_str()) {
            let (before, behind) = (&text[..at], &text[at + name.len()..]);
            if !is_part(before.chars().next_back()) && !is_part(behind.chars().next()) {
                let from = before.char_indices().rev().take(30).last();
                let to = behind.char_indices().take(30).last();
                let from = from.map_or(at, |(at, _)| at);
                let to = at + name.len() + to.map_or(0, |(at, _)| at);
                found.push(&text[from..to]);
            }
        }
    }
    found
}

fn nobody_is_named(what: &str, text: &str, names: &[String]) {
    assert!(text.len() > 200, "{what}: {text}");
    let found = named(text, names);
    assert!(found.is_empty(), "{what}: {found:?}");
}

fn files_name_nobody(folder: &Path, names: &[String]) {
    let files = fs::read_dir(folder).unwrap();
    let mut count = 0;
    for file in files {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        nobody_is_named(&path.display().to_string(), &text, names);
        count += 1;
    }
    assert!(count >= 5, "{count} files");
}

#[test]
fn a_name_is_found_as_a_word_of_its_own() {
    let names = ["Messel", "Höchst i. Odw."].map(str::to_owned);
    assert_eq!(named("In Messel, Messelbach", &names).len(), 1);
    assert_eq!(named("Höchst i. Odw. „Messel“", &names).len(), 2);
}

#[test]
fn runs_drills_and_designs_name_no_real_place() {
    let names = real_names();
    let dir = tempfile::tempdir().unwrap();
    let staged = ["suedhessen", "--names", "fiktiv", "--until", "2d"];
    for lang in ["de", "en"] {
        let lang = ["--lang", lang];
        for form in [&[][..], &["--json"], &["--csv"]] {
            let call = [&lang[..], &["run"], &staged, form].concat();
            nobody_is_named("run", &stdout(&call), &names);
        }
        let out = dir.path().join(lang[1]);
        let drill = [
            "drill",
            "--vary",
            "pact=loi,contract",
            "--runs",
            "2",
            "--clauses",
            "--prevention",
            "--own",
            "06431002",
            "--out",
            out.to_str().unwrap(),
        ];
        let told = stdout(&[&lang[..], &drill, &staged].concat());
        nobody_is_named("drill", &told, &names);
        files_name_nobody(&out, &names);
    }
    let drawn = [
        "--assumptions",
        "2",
        "--runs",
        "2",
        "--json",
        "--pact",
        "loi",
    ];
    let told = stdout(&[&["drill"][..], &drawn, &staged].concat());
    nobody_is_named("drill --assumptions", &told, &names);
    let target = ["--runs", "2", "--target", "lost 1% less"];
    let designed = ["design", "suedhessen", "--names", "fiktiv", "--until", "1h"];
    let told = stdout(&[&designed[..], &target].concat());
    nobody_is_named("design", &told, &names);
    // With real names they would be found.
    let real = stdout(&["run", "suedhessen", "--until", "2d"]);
    let found = named(&real, &names).len();
    assert!(found > 80, "{found}");
}

#[test]
fn a_report_names_no_real_place() {
    let names = real_names();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    let staging = Staging {
        invented_names: true,
        ..Staging::default()
    };
    let keys = ["06431", "06431002", "06437001"];
    let beginning = beginning_with("suedhessen", &[], staging, 3)
        .with_persons(&keys)
        .under("contract");
    let mut exercise = begin(&folder, &beginning);
    exercise.advance_to(beginning.scenario.start_ex.after(2 * DAY));
    exercise.record_fingerprint();
    drop(exercise);
    let record = folder.to_str().unwrap();
    for lang in ["de", "en"] {
        for form in ["html", "markdown", "csv", "json"] {
            let call = [
                "--lang", lang, "report", record, "--runs", "0", "--format", form,
            ];
            nobody_is_named(form, &stdout(&call), &names);
        }
    }
    let replayed = ["replay", record];
    beistand(&replayed).success();
}
