//! The format reference: its examples load, its tables list the fields that the program reads, and it names every word
//! of rules and systems.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assert_cmd::Command;
use beistand::scenario::load;

const REFERENCE: &str = include_str!("../docs/SCENARIOS.md");

/// Returns the fenced blocks of the reference: what the fence says, its line, and the text.
fn blocks() -> Vec<(String, usize, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, usize, String)> = None;
    for (line, text) in REFERENCE.lines().enumerate() {
        match (text.strip_prefix("```"), open.take()) {
            (Some(kind), None) => open = Some((kind.to_owned(), line + 2, String::new())),
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some((kind, first, mut inside))) => {
                inside.push_str(text);
                inside.push('\n');
                open = Some((kind, first, inside));
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

/// Loads the first scenario of the reference with something laid over it.
fn load_with(files: &[(&str, &str)], main: &str, set: &[(String, String)]) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    let base = &blocks()[0];
    assert_eq!(
        base.0, "ron scenario",
        "the first block is the base of the others"
    );
    std::fs::write(dir.path().join("base.ron"), &base.2).unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    std::fs::write(dir.path().join("scenario.ron"), main).unwrap();
    load(dir.path().to_str().unwrap(), set)
        .map(drop)
        .map_err(|problems| problems.to_string())
}

/// Holds the first scenario of the reference against milestones.
fn milestones(text: &str) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("scenario.ron"), &blocks()[0].2).unwrap();
    let file = dir.path().join("milestones.ron");
    std::fs::write(&file, text).unwrap();
    let mut program = Command::cargo_bin("beistand").unwrap();
    let done = program
        .args(["validate", "--runs", "1", "--response", "by_the_book"])
        .arg(&file)
        .output();
    let done = done.unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if !done.status.success() {
        return Err(said(&done.stderr));
    }
    let table = said(&done.stdout);
    assert!(table.contains("register, first"), "{table}");
    assert!(table.contains("here_neighbour"), "{table}");
    Ok(())
}

#[test]
fn every_example_loads() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for (kind, line, text) in blocks() {
        let result = match kind.as_str() {
            "ron scenario" => load_with(&[], &text, &[]),
            "ron part" => load_with(
                &[("part.ron", &text)],
                "(include: [\"base.ron\", \"part.ron\"])",
                &[],
            ),
            "csv administrations" => load_with(
                &[("table.csv", &text)],
                "(include: [\"base.ron\"], administrations_table: \"table.csv\")",
                &[],
            ),
            "csv links" => load_with(
                &[("table.csv", &text)],
                "(include: [\"base.ron\"], links_table: \"table.csv\")",
                &[],
            ),
            "ron milestones" => milestones(&text),
            "set" => text.lines().try_for_each(|path| {
                let (path, value) = path.split_once('=').expect("PATH=VALUE");
                let set = [(path.to_owned(), value.to_owned())];
                load_with(&[], "(include: [\"base.ron\"])", &set)
            }),
            other => panic!("line {line}: what is a block `{other}`?"),
        };
        if let Err(problems) = result {
            panic!("docs/SCENARIOS.md, block at line {line}:\n{problems}");
        }
        *seen.entry(kind).or_default() += 1;
    }
    assert!(
        seen["ron scenario"] >= 2 && seen["ron part"] >= 7,
        "{seen:?}"
    );
}

/// Returns the fields of every record the program reads, from its source.
fn records_of_the_source() -> BTreeMap<String, BTreeSet<String>> {
    let mut records: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folder = Path::new("src/scenario/raw");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        // Fields that a macro of its own adds to several records.
        let shared = text
            .split_once("macro_rules! with_")
            .map_or("", |(_, rest)| {
                rest.split_once("\n}\n").map_or("", |(body, _)| body)
            });
        let shared: BTreeSet<String> = fields(shared);
        for (opening, adds) in [("\nrecord! {\n", false), ("\nwith_figures! {\n", true)] {
            for piece in text.split(opening).skip(1) {
                let body = piece.split_once("\n}\n").map_or(piece, |(body, _)| body);
                let head = body.lines().find(|line| line.ends_with('{')).unwrap();
                let name = head.trim().trim_end_matches(" {").to_owned();
                let mut found = fields(body);
                if adds {
                    found.extend(shared.iter().cloned());
                }
                records.insert(name, found);
            }
        }
    }
    records
}

/// Returns the names before a colon in lines such as `name: type,`.
fn fields(body: &str) -> BTreeSet<String> {
    let lines = body.lines().map(str::trim);
    lines
        .filter(|line| line.ends_with(',') && !line.starts_with(['/', '$']))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, _)| name.to_owned())
        .filter(|name| {
            name.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        })
        .collect()
}

/// Returns the fields of every record of the reference.
fn records_of_the_reference() -> BTreeMap<String, BTreeSet<String>> {
    let mut records = BTreeMap::new();
    for piece in REFERENCE.split("<!-- record: ").skip(1) {
        let (name, rest) = piece.split_once(" -->\n").unwrap();
        let rows = rest
            .lines()
            .take_while(|line| line.starts_with('|'))
            .skip(2);
        let names = rows.map(|row| {
            let cell = row.split('|').nth(1).unwrap();
            cell.trim().trim_matches('`').to_owned()
        });
        records.insert(name.to_owned(), names.collect());
    }
    records
}

#[test]
fn the_reference_lists_every_field_and_no_other() {
    let source = records_of_the_source();
    let reference = records_of_the_reference();
    assert!(
        source.len() >= 20 && source["RawScenario"].len() >= 18,
        "{source:?}"
    );
    let names = |records: &BTreeMap<String, BTreeSet<String>>| -> Vec<String> {
        records.keys().cloned().collect()
    };
    assert_eq!(
        names(&source),
        names(&reference),
        "records of the source, of the reference"
    );
    for (name, fields) in &source {
        assert_eq!(
            fields, &reference[name],
            "fields of {name}: source, reference"
        );
    }
}

/// Returns the words of a closed list of the program, as a file writes them.
fn words_of(list: &str) -> Vec<String> {
    let source = std::fs::read_to_string("src/scenario/model.rs").unwrap();
    let (_, rest) = source.split_once(&format!("pub enum {list} {{\n")).unwrap();
    let (body, _) = rest.split_once("\n}\n").unwrap();
    let variants = body.lines().filter_map(|line| line.strip_prefix("    "));
    variants
        .filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()))
        .map(|line| {
            let mut word = String::new();
            for letter in line.chars().take_while(char::is_ascii_alphanumeric) {
                if letter.is_ascii_uppercase() && !word.is_empty() {
                    word.push('_');
                }
                word.push(letter.to_ascii_lowercase());
            }
            word
        })
        .collect()
}

#[test]
fn the_reference_names_every_word_of_rules_and_systems() {
    for list in ["Condition", "Act", "SystemRole", "SetUp"] {
        let words = words_of(list);
        assert!(words.len() >= 4, "{list}: {words:?}");
        for word in words {
            let forms = [format!("`{word}`"), format!("`{word}(")];
            let is_there = forms.iter().any(|form| REFERENCE.contains(form.as_str()));
            assert!(is_there, "nothing is said of `{word}` ({list})");
        }
    }
}
