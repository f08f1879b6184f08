//! The format reference: its examples load.

use std::collections::BTreeMap;

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
