//! The documents of `run`, `drill` and `validate` are what their schemas say, no more and no less.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::Value;

use program::{json, stdout};

mod program;

const RUN_SCHEMA: &str = include_str!("../docs/run.schema.json");
const DRILL_SCHEMA: &str = include_str!("../docs/drill.schema.json");
const DESIGN_SCHEMA: &str = include_str!("../docs/design.schema.json");
const VALIDATE_SCHEMA: &str = include_str!("../docs/validate.schema.json");
const REPORT_SCHEMA: &str = include_str!("../docs/report.schema.json");
const WHATIF_SCHEMA: &str = include_str!("../docs/whatif.schema.json");

fn schema(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn validator(text: &str) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema(text))
        .unwrap()
}

fn validated(validator: &Validator, arguments: &[&str]) -> Value {
    let document = json(arguments);
    let wrong: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(wrong.is_empty(), "{arguments:?}\n{}", wrong.join("\n"));
    document
}

/// Calls with every object of a schema that lists properties.
fn objects(schema: &Value, path: &str, see: &mut impl FnMut(&str, &Value)) {
    let Some(fields) = schema.as_object() else {
        return;
    };
    if fields.contains_key("properties") {
        see(path, schema);
    }
    for (name, inner) in fields {
        objects(inner, &format!("{path}/{name}"), see);
    }
}

#[test]
fn schemas_are_closed_and_every_field_of_a_run_is_always_there() {
    for (text, all_required) in [
        (RUN_SCHEMA, true),
        (DRILL_SCHEMA, false),
        (DESIGN_SCHEMA, false),
        (VALIDATE_SCHEMA, true),
        (WHATIF_SCHEMA, true),
        (REPORT_SCHEMA, true),
    ] {
        let schema = schema(text);
        assert!(jsonschema::meta::is_valid(&schema));
        let mut seen = 0;
        objects(&schema, "", &mut |path, object| {
            seen += 1;
            assert_eq!(object["additionalProperties"], Value::Bool(false), "{path}");
            let names: BTreeSet<&str> = object["properties"]
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            let required: BTreeSet<&str> = object["required"]
                .as_array()
                .unwrap_or_else(|| panic!("{path} requires nothing"))
                .iter()
                .filter_map(Value::as_str)
                .collect();
            if all_required {
                assert_eq!(required, names, "{path}");
            } else {
                assert!(required.is_subset(&names), "{path}");
            }
        });
        assert!(seen >= 3, "{seen} objects");
    }
}

#[test]
fn runs_keep_to_their_schema() {
    let validator = validator(RUN_SCHEMA);
    let usual = validated(&validator, &["run", "einstieg", "--json"]);
    assert!(!usual["aid"].as_array().unwrap().is_empty());
    let variants: &[&[&str]] = &[
        &["--pact", "none", "--seed", "2"],
        &["--response", "passive", "--seed", "18446744073709551615"],
        &["--replication", "5", "--set", "attack.tries_jump=0"],
        &["--until", "400d"],
    ];
    for variant in variants {
        let document = validated(
            &validator,
            &[&["run", "einstieg", "--json"], *variant].concat(),
        );
        assert_ne!(document, usual, "{variant:?} changes nothing");
    }
    let alone = validated(&validator, &["run", "--json", "--set", "aid=off"]);
    assert_eq!(alone["aid"], Value::Array(Vec::new()));
    // One minute after StartEx nothing of what can be missing has happened.
    let early = validated(&validator, &["run", "--json", "--until", "1m"]);
    assert_eq!(early["marks"]["impact"], Value::Null);
    assert!(
        early["services"]
            .as_array()
            .unwrap()
            .iter()
            .all(|service| service["first_down_minute"].is_null() && service["waz_met"].is_null())
    );
}

#[test]
fn a_run_without_services_keeps_to_the_schema_too() {
    let dir = tempfile::tempdir().unwrap();
    let star = dir.path().to_str().unwrap();
    stdout(&["new", star, "--template", "provider-star", "--size", "3"]);
    let document = validated(&validator(RUN_SCHEMA), &["run", star, "--json"]);
    assert_eq!(document["services"], Value::Array(Vec::new()));
    let drill = validated(
        &validator(DRILL_SCHEMA),
        &["drill", star, "--json", "--runs", "3"],
    );
    assert!(drill["metrics"]["lost_service_hours"].is_null());
    let table = stdout(&["run", star, "--csv"]);
    assert!(
        table.starts_with("administration,service,first_down_minute,"),
        "{table}"
    );
    assert_eq!(table.lines().count(), 1, "the header only");
}

#[test]
fn drills_keep_to_their_schema() {
    let validator = validator(DRILL_SCHEMA);
    for variant in [
        &["--runs", "4"][..],
        &["--runs", "1", "--pact", "none", "--response", "passive"],
        &[
            "--runs", "2", "--until", "2h", "--seed", "9", "--set", "aid=off",
        ],
    ] {
        let document = validated(
            &validator,
            &[&["drill", "einstieg", "--json"], variant].concat(),
        );
        assert_eq!(document["runs"].to_string(), variant[1]);
        assert!(document["variants"].is_null());
    }
    let varied = [
        "--vary",
        "pact=none,contract",
        "--vary",
        "service.kfz.waz=24h,48h",
    ];
    let document = validated(
        &validator,
        &[&["drill", "einstieg", "--json", "--runs", "2"], &varied[..]].concat(),
    );
    assert_eq!(document["variants"].as_array().map(Vec::len), Some(4));
}

#[test]
fn uncertain_drills_keep_to_their_schema() {
    let certain = "tests/scenarios/certain.ron";
    let validator = validator(DRILL_SCHEMA);
    let varied = [
        "--vary",
        "pact=none,contract",
        "--runs",
        "2",
        "--assumptions",
        "3",
    ];
    let sensitivity = [
        "--sensitivity",
        "--point-runs",
        "1",
        "--trajectories",
        "2",
        "--sobol",
        "2",
    ];
    let document = validated(
        &validator,
        &[&["drill", certain, "--json"], &varied[..], &sensitivity[..]].concat(),
    );
    assert!(document["variants"][1]["differences"]["lost_service_hours"]["split"].is_object());
    assert_eq!(
        document["sensitivity"]["outputs"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn designs_keep_to_their_schema() {
    let certain = "tests/scenarios/certain.ron";
    let validator = validator(DESIGN_SCHEMA);
    let call = |more: &[&str]| {
        let usual = [
            "design", certain, "--pact", "agreed", "--json", "--runs", "4",
        ];
        validated(&validator, &[&usual[..], more].concat())
    };
    let found = call(&["--target", "lost 1% less"]);
    assert_eq!(found["sets"][0]["clauses"], Value::Array(Vec::new()));
    let none = call(&[
        "--target",
        "lost 100% less",
        "--target",
        "service meldewesen MTA 100%",
    ]);
    assert!(none["cheapest"].is_null());
}

#[test]
fn validation_keeps_to_its_schema_and_to_its_bytes_for_any_number_of_threads() {
    let call = |threads: &'static str| {
        let runs = ["validate", "--json", "--runs", "2", "--threads", threads];
        stdout(&runs)
    };
    let text = call("1");
    assert_eq!(text, call("3"), "threads change no byte");
    let document: Value = serde_json::from_str(&text).unwrap();
    let wrong: Vec<String> = validator(VALIDATE_SCHEMA)
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(text.starts_with("{\n  \"schema\": \"beistand.validate/1\",\n  \"version\": \""));
    let rows = document["rows"].as_array().unwrap();
    let ids: Vec<&str> = rows
        .iter()
        .map(|row| row["milestone"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 35);
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
    // Totals are those of the rows, each row in one part, and each incident is left out once.
    let counted = |evidence: &str| {
        let of = rows.iter().filter(|row| row["evidence"] == evidence);
        of.filter(|row| row["overlaps"] == true).count()
    };
    for part in ["structural", "latency"] {
        assert_eq!(document[part]["overlap"], counted(part), "{part}");
    }
    for without in document["without"].as_array().unwrap() {
        let others = rows
            .iter()
            .filter(|row| row["incident"] != without["incident"]);
        assert_eq!(without["all"]["rows"], others.count());
    }
}

/// What `design` promises of every document besides its fields.
#[test]
fn a_document_begins_with_its_schema_is_sorted_and_names_nobody() {
    let text = stdout(&["run", "einstieg", "--json"]);
    assert_eq!(
        text,
        stdout(&["run", "einstieg", "--json"]),
        "equal runs, equal bytes"
    );
    let beginning: Vec<&str> = text.lines().take(3).map(str::trim).collect();
    assert_eq!(beginning[..2], ["{", "\"schema\": \"beistand.run/1\","]);
    assert!(beginning[2].starts_with("\"version\": \""), "{beginning:?}");
    assert!(!text.contains("Bensheim"), "ids, never names");
    let document: Value = serde_json::from_str(&text).unwrap();
    let keys = |list: &str, fields: &[&str]| -> Vec<Vec<String>> {
        let items = document[list].as_array().unwrap().iter();
        items
            .map(|item| fields.iter().map(|f| item[*f].to_string()).collect())
            .collect()
    };
    let services = keys("services", &["administration", "service"]);
    assert!(services.windows(2).all(|pair| pair[0] < pair[1]));
    let aid = keys("aid", &["from", "to", "kind"]);
    assert!(aid.windows(2).all(|pair| pair[0] <= pair[1]), "{aid:?}");
}

#[test]
fn the_table_of_services_says_what_the_document_says() {
    let document: Value = json(&["run", "einstieg", "--json", "--seed", "3"]);
    let text = stdout(&["run", "einstieg", "--csv", "--seed", "3"]);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let header = table.headers().unwrap().clone();
    let services = document["services"].as_array().unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), services.len());
    let mut empty = 0;
    for (row, service) in rows.iter().zip(services) {
        let fields = service.as_object().unwrap();
        assert_eq!(header.len(), fields.len());
        for (name, cell) in header.iter().zip(row) {
            let expected = match &fields[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            empty += u32::from(expected.is_empty());
            // A table for people has three decimals; the document has all.
            match (fields[name].as_f64(), cell.parse::<f64>()) {
                (Some(exact), Ok(rounded)) => {
                    assert!((exact - rounded).abs() <= 0.0005, "{name}: {cell}");
                }
                _ => assert_eq!(cell, expected, "{name}"),
            }
        }
    }
    assert!(empty > 0, "some service was never down");
}
