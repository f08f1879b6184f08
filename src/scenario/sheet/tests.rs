use super::read::Sure;
use super::values::Sureness;
use super::*;
use crate::scenario::load;
use crate::scenario::model::{AdministrationKind, Scenario};

fn catalogue() -> Scenario {
    foundation().unwrap_or_else(|problems| panic!("{problems}"))
}

/// Reads files and returns what was understood, and each fault as `row:column key`.
fn read(files: &[&[u8]]) -> (Vec<OwnAdministration>, Vec<String>) {
    let catalogue = catalogue();
    let mut sheets = Sheets::new(&catalogue);
    for (number, bytes) in files.iter().enumerate() {
        sheets.read(&format!("{number}.csv"), bytes);
    }
    let faults = sheets.faults.iter();
    let faults = faults
        .map(|fault| {
            format!(
                "{}{} {}",
                fault.column_letters(),
                fault.row,
                fault.reason.key
            )
        })
        .collect();
    (sheets.administrations, faults)
}

/// Writes the scenario of the sheets and checks it as `beistand check` does.
fn made(administrations: &[OwnAdministration]) -> Scenario {
    let dir = tempfile::tempdir().unwrap();
    let text = scenario_text(administrations, true);
    std::fs::write(dir.path().join("scenario.ron"), &text).unwrap();
    load(dir.path().to_str().unwrap(), &[]).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

fn blank_german(fill: &[(&str, &str)]) -> String {
    let catalogue = catalogue();
    let mut text = blank(&catalogue, true, &|text| text.key.to_string());
    for (empty, filled) in fill {
        assert!(text.contains(empty), "{empty}\n{text}");
        text = text.replacen(empty, filled, 1);
    }
    text
}

/// The sheet filled in by hand: what stands in it is in the scenario, with its confidence.
#[test]
fn a_filled_in_sheet_becomes_a_scenario() {
    let sheet = blank_german(&[
        ("id;sheet-figure-id;;", "id;sheet-figure-id;6431002;"),
        (
            "name;sheet-figure-name;;",
            "name;sheet-figure-name;Bensheim an der Bergstraße;",
        ),
        ("kind;sheet-figure-kind;;", "kind;sheet-figure-kind;Stadt;"),
        (
            "inhabitants;sheet-figure-inhabitants;;",
            "inhabitants;sheet-figure-inhabitants;40.993;",
        ),
        (
            "inhabitants;sheet-figure-inhabitants;40.993;sheet-unit-inhabitants;;",
            "inhabitants;sheet-figure-inhabitants;40.993;;gemessen;",
        ),
        (
            "provider;sheet-figure-provider;;",
            "provider;sheet-figure-provider;\"Rechenzentrum \"\"Süd\"\"\";",
        ),
        (
            "workplaces;sheet-figure-workplaces;;sheet-unit-workplaces;;",
            "workplaces;sheet-figure-workplaces;350;;gemessen;",
        ),
        (
            "it_staff;sheet-figure-it_staff;;sheet-unit-it_staff;;",
            "it_staff;sheet-figure-it_staff;3,5;;geschätzt;",
        ),
        (
            "start;sheet-figure-start;;",
            "start;sheet-figure-start;12.03.2027;",
        ),
        (
            "as_of;sheet-figure-as_of;;",
            "as_of;sheet-figure-as_of;26.02.2027;",
        ),
        (
            "meldewesen;service-meldewesen;;;;;;;;",
            "meldewesen;service-meldewesen;ja;36;5 Tage;12,5 %;;;Vorgabe;",
        ),
        ("gewerbe;service-gewerbe;;", "gewerbe;service-gewerbe;nein;"),
        (
            "lan;system-lan;;;;;",
            "lan;system-lan;1.234,5;gemessen;3;geschätzt;",
        ),
    ]);
    assert!(sheet.starts_with('\u{feff}') && sheet.contains(";Herkunft;Erläuterung\r\n"));
    let (own, faults) = read(&[sheet.as_bytes()]);
    assert_eq!(faults, Vec::<String>::new());
    let scenario = made(&own);
    let town = scenario
        .administrations
        .iter()
        .find(|a| a.id == "06431002")
        .unwrap();
    assert_eq!(
        (town.name.as_str(), town.inhabitants, town.clients),
        ("Bensheim an der Bergstraße", 40_993, 350)
    );
    assert_eq!(
        town.it_staff.iter().sum::<u32>(),
        4,
        "three and a half posts are four people"
    );
    let provider = &scenario.administrations[town.provider.unwrap()];
    assert_eq!(provider.name, "Rechenzentrum \"Süd\"");
    let offered = |id: &str| {
        let mut positions = town.services.iter().map(|at| &scenario.services[*at]);
        positions.find(|service| service.id == id)
    };
    let registration = offered("meldewesen").unwrap();
    assert_eq!(
        (registration.waz_minutes, registration.mta_minutes),
        (36 * 60, 5 * 1440)
    );
    assert!((registration.emergency_level - 0.125).abs() < 1e-12);
    assert!(offered("gewerbe").is_none() && offered("ausweis").is_some());
    let kit = &scenario.kits[town.kit.unwrap()];
    let lan = kit
        .systems
        .iter()
        .find(|system| system.id == "lan")
        .unwrap();
    let work = lan.work.as_ref().unwrap();
    assert_eq!(
        (work.hours_small, work.hours_large, work.useful_people),
        (1234.5, 1234.5, Some(3))
    );
    // Neighbours keep the kit and the targets of the catalogue.
    let neighbour = scenario
        .administrations
        .iter()
        .find(|a| a.id == "neighbour_a")
        .unwrap();
    assert!(
        neighbour
            .services
            .iter()
            .all(|at| scenario.services[*at].waz_minutes != 36 * 60)
    );
    assert_eq!(scenario.default_pact, "contract");
    assert_eq!(scenario.begins.date().to_string(), "2027-03-01");
    let text = scenario_text(&own, true);
    for piece in [
        "inhabitants: 40993, // measured",
        "clients: 350, // measured",
        "source: \"own, as of 2027-02-26\"",
        "(system: \"lan\", hours: 1234.5, source: \"own\", confidence: \"measured\")",
        "(system: \"lan\", useful_people: 3, source: \"own\", confidence: \"estimate\")",
    ] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
    assert!(
        text.contains("emergency_level: 0.125, source: \"own\", confidence: \"given\""),
        "{text}"
    );
}

/// As German Excel saves it: Windows-1252, semicolons, empty columns and rows at the end.
#[test]
fn a_sheet_saved_by_excel_is_read_in_every_encoding() {
    let german = "[Verwaltung];;;;;\r\nKennung;Angabe;Wert;Einheit;Herkunft;Erläuterung;;\r\n\
        id;;06431011;;;;;\r\nname;;Heppenheim (Bergstraße);;;;;\r\nkind;;Gemeinde;;;;;\r\n\
        inhabitants;;26.912;;;;;\r\nspare_notebooks;;5,0;;geschätzt;;;\r\nmaturity;;45 %;;;;;\r\n\
        monitoring;;Ja;;;;;\r\nlatitude;;49,6414;;;;;\r\nlongitude;;8,6321;;;;;\r\n;;;;;;;\r\n;;;;;;;\r\n";
    let (cp1252, _, lossy) = encoding_rs::WINDOWS_1252.encode(german);
    assert!(!lossy);
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(german.encode_utf16().flat_map(u16::to_le_bytes));
    let english = german
        .replace(';', "\t")
        .replace("26.912", "26,912")
        .replace("5,0", "5.0")
        .replace("49,6414", "49.6414")
        .replace("8,6321", "8.6321")
        .replace("26,912", "\"26,912\"")
        .replace('\t', ",");
    let with_mark = format!("\u{feff}{german}");
    let told = format!("sep=;\r\n{german}");
    let tabs = german.replace(';', "\t");
    let old_mac = german.replace("\r\n", "\r");
    let variants: [&[u8]; 8] = [
        german.as_bytes(),
        &cp1252,
        &utf16,
        with_mark.as_bytes(),
        english.as_bytes(),
        told.as_bytes(),
        tabs.as_bytes(),
        old_mac.as_bytes(),
    ];
    for (number, bytes) in variants.into_iter().enumerate() {
        let (own, faults) = read(&[bytes]);
        assert_eq!(faults, Vec::<String>::new(), "variant {number}");
        let own = &own[0];
        assert_eq!(own.name, "Heppenheim (Bergstraße)", "variant {number}");
        assert_eq!(
            (own.inhabitants.value, own.kind),
            (26_912, AdministrationKind::Municipality)
        );
        assert_eq!(
            own.spare_notebooks,
            Some(Sure {
                value: 5,
                sureness: Sureness::Estimate
            })
        );
        assert_eq!(own.maturity.unwrap().value, 0.45);
        assert!(own.monitoring.unwrap().value);
        let position = own.position.map(|position| position.value);
        assert_eq!(position, Some((49.6414, 8.6321)));
    }
    let scenario = made(&read(&[&cp1252]).0);
    assert_eq!(
        scenario.attack.entry.len(),
        1,
        "a site without a provider is attacked itself"
    );
}

#[test]
fn several_administrations_share_a_provider() {
    let sheet = |id: &str, name: &str, kind: &str, provider: &str| {
        format!(
            "[Verwaltung]\nKennung;Wert\nid;{id}\nname;{name}\nkind;{kind}\ninhabitants;20000\nprovider;{provider}\n\
             [Leistungen]\nKennung;WAZ;MTA\nkasse;{};200\n",
            id.len()
        )
    };
    let first = sheet("06431002", "A", "Stadt", "Haus Süd") + &sheet("06431", "B", "Landkreis", "");
    let second = sheet("06431016", "C", "Gemeinde", "Haus Süd");
    let (own, faults) = read(&[first.as_bytes(), second.as_bytes()]);
    assert_eq!(faults, Vec::<String>::new());
    let scenario = made(&own);
    let at = |id: &str| {
        scenario
            .administrations
            .iter()
            .find(|a| a.id == id)
            .unwrap()
    };
    assert_eq!(at("06431002").provider, at("06431016").provider);
    assert_ne!(at("06431002").provider, at("06431").provider);
    let waz = |id: &str| {
        let mut own = at(id)
            .services
            .iter()
            .map(|position| &scenario.services[*position]);
        own.find(|service| service.id == "kasse")
            .unwrap()
            .waz_minutes
    };
    assert_eq!((waz("06431002"), waz("06431")), (8 * 60, 5 * 60));
}

/// Everything wrong is said at once, by row and column as the spreadsheet counts.
#[test]
fn every_fault_of_a_sheet_is_said_with_row_and_column() {
    let sheet = "Bogen;;;;\r\n\r\n[Verwaltung]\r\nKennung;Angabe;Wert;Einheit;Herkunft;Farbe\r\n\
        id;;06431 002!;;;\r\nkind;;Dorf;;;\r\ninhabitants;;viele;;;\r\nworkplaces;;-3;;gemesen;\r\n\
        maturity;;140 %;;;\r\nspare_notebooks;;01. Mai;;;\r\nlatitude;;496837;;;\r\nas_of;;26.13.2027;;;\r\n\
        it_staff;;#NV;;;\r\nmonitoring;;manchmal;;;\r\ninhabitans;;5;;;\r\nkind;;Stadt;;;\r\n;;7;;;\r\n\
        [Leistungen]\r\nKennung;Leistung;Angeboten;WAZ (Stunden);MTA (Stunden);Auf Papier (%);WAZ\r\n\
        kasse;;;\"5\nTage\";48;;\r\nkfz;;ja;;;;\r\nsterbefall;;;bald;;;\r\nhundesteuer;;;;;;\r\n\
        [Wiederanlauf]\r\nKennung;System;Personen höchstens\r\nlan;;2,5\r\nprovider_link;;2\r\nbackup;;0\r\n\
        [Sonstiges]\r\n";
    let (_, faults) = read(&[sheet.as_bytes()]);
    assert_eq!(
        faults,
        [
            "3 sheet-figure-missing",
            "F4 sheet-no-column",
            "C5 sheet-no-official-key",
            "C6 sheet-no-kind",
            "C7 sheet-no-whole-number",
            "C8 sheet-negative",
            "E8 sheet-no-sureness",
            "C9 sheet-over-100",
            "C10 sheet-became-date",
            "C11 sheet-not-in-germany",
            "C11 sheet-half-position",
            "C12 sheet-no-date",
            "C13 sheet-error-value",
            "C14 sheet-no-flag",
            "A15 sheet-no-key",
            "A16 sheet-key-twice",
            "C17 sheet-row-without-key",
            "G19 sheet-column-twice",
            "D20 sheet-waz-over-mta",
            "C21 sheet-not-in-kit",
            "D22 sheet-no-duration",
            "A23 sheet-no-key",
            "C26 sheet-not-whole",
            "C27 sheet-no-such-system",
            "C28 sheet-too-little",
            "A29 sheet-no-section",
        ]
    );
    for (bytes, fault) in [
        (&b"a;b\n1;2"[..], " 0 sheet-no-sections"),
        (b"", " 0 sheet-no-sections"),
        (b"[Leistungen]\nKennung\n", "A1 sheet-administration-first"),
        (
            b"[Verwaltung]\nKennung;Wert\nname;\"offen\n",
            "3 sheet-open-quote",
        ),
    ] {
        let (_, faults) = read(&[bytes]);
        assert!(
            faults
                .iter()
                .any(|found| found.trim() == fault.replace(" 0 ", "0 ").trim()),
            "{faults:?}: {fault}"
        );
    }
    let twice = "[Verwaltung]\nKennung;Wert\nid;06431002\nname;A\nkind;Stadt\ninhabitants;9000\n";
    let (own, faults) = read(&[twice.as_bytes(), twice.as_bytes()]);
    assert_eq!(
        (own.len(), &faults[..]),
        (1, &["B3 sheet-administration-twice".to_owned()][..])
    );
}

/// What a cell looks like is not what it says: formulas, keys of another kind, shares of a hundredth.
#[test]
fn what_only_looks_like_a_figure_is_said() {
    let sheet = "[Verwaltung]\nKennung;Wert;Herkunft\nid;06431011\nname;\"=HYPERLINK(\"\"http://x\"\")\"\n\
        kind;Landkreis\ninhabitants;9000\nprovider;=A1&B2\nmaturity;0,5 %\nlongitude;8,63\n\
        spare_notebooks;zehn\nworkplaces;=1+2\n";
    let (_, faults) = read(&[sheet.as_bytes()]);
    assert_eq!(
        faults,
        [
            "B3 sheet-key-of-county",
            "B4 sheet-formula",
            "B7 sheet-formula",
            "B8 sheet-under-1-percent",
            "B9 sheet-half-position",
            "B10 sheet-no-whole-number",
            "B11 sheet-formula",
        ]
    );
    for (kind, id, fault) in [
        ("Gemeinde", "06431", Some("B3 sheet-key-of-municipality")),
        ("kreisfreie Stadt", "064110", Some("B3 sheet-key-of-city")),
        ("kreisfreie Stadt", "06411", None),
        ("Landkreis", "6431", None),
        ("Landkreis", "kreis_a", None),
    ] {
        let sheet =
            format!("[Verwaltung]\nKennung;Wert\nid;{id}\nname;A\nkind;{kind}\ninhabitants;9000\n");
        let (_, faults) = read(&[sheet.as_bytes()]);
        assert_eq!(faults.first().map(String::as_str), fault, "{kind} {id}");
    }
}

/// Who reads that a key or a name is taken must find both cells.
#[test]
fn a_key_or_name_in_two_files_names_both_cells() {
    let sheet = |id: &str, name: &str, provider: &str| {
        format!(
            "[Verwaltung]\nKennung;Wert\nid;{id}\nname;{name}\nkind;Stadt\ninhabitants;9000\nprovider;{provider}\n"
        )
    };
    let catalogue = catalogue();
    let mut sheets = Sheets::new(&catalogue);
    for (file, text) in [
        ("a.csv", sheet("06431002", "A", "Haus")),
        ("b.csv", sheet("06431002", "B", "Haus")),
        ("c.csv", sheet("06431003", "A", "Haus")),
        ("d.csv", sheet("06431004", "Haus", "A")),
    ] {
        sheets.read(file, text.as_bytes());
    }
    let faults = sheets.faults.iter().map(|fault| {
        let other: Vec<String> = fault.reason.args[1..]
            .iter()
            .map(|(_, arg)| format!("{arg:?}"))
            .collect();
        format!(
            "{} {}{} {} {}",
            fault.file,
            fault.column_letters(),
            fault.row,
            fault.reason.key,
            other.join(" ")
        )
    });
    let at = |file: &str, cell: &str| format!("Name({file:?}) Name({cell:?})");
    assert_eq!(
        faults.collect::<Vec<_>>(),
        [
            format!("b.csv B3 sheet-administration-twice {}", at("a.csv", "B3")),
            format!("c.csv B4 sheet-name-twice {}", at("a.csv", "B4")),
            format!("d.csv B4 sheet-name-twice {}", at("a.csv", "B7")),
            format!("d.csv B7 sheet-name-twice {}", at("a.csv", "B4")),
        ]
    );
}

#[test]
fn numbers_read_as_the_spreadsheet_means_them() {
    let german = |text: &str| values::number(text, false).map_err(|text| text.key);
    let english = |text: &str| values::number(text, true).map_err(|text| text.key);
    for (text, expected) in [
        ("1.234,5", 1234.5),
        ("1234,5", 1234.5),
        ("1.234", 1234.0),
        ("1.234.567", 1_234_567.0),
        ("0.125", 0.125),
        ("1.5", 1.5),
        ("12,5", 12.5),
        ("1\u{a0}234,5", 1234.5),
        ("1'234", 1234.0),
    ] {
        assert_eq!(german(text), Ok(expected), "{text}");
    }
    for (text, expected) in [
        ("1,234.5", 1234.5),
        ("1,234", 1234.0),
        ("1.234", 1.234),
        ("12,5", 12.5),
    ] {
        assert_eq!(english(text), Ok(expected), "{text}");
    }
    for wrong in ["", ",", "1.2.3,4,5x", "NaN", "inf", "1e400", "--1"] {
        assert_eq!(german(wrong), Err("sheet-no-number".into()), "{wrong}");
    }
    for (text, minutes) in [
        ("72", 4320),
        ("30 min", 30),
        ("1,5 Tage", 2160),
        ("2 Std.", 120),
        ("0,25", 15),
        ("2 Wochen", 20160),
    ] {
        assert_eq!(values::minutes(text, false), Ok(minutes), "{text}");
    }
    assert!(values::minutes("0", false).is_err() && values::minutes("5000 Wochen", false).is_err());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 48, failure_persistence: None, ..proptest::prelude::ProptestConfig::default() })]

    /// Whatever bytes come: faults or a scenario that loads, never a panic.
    #[test]
    fn broken_sheets_are_no_crash(
        at in 0..4000_usize,
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..12),
        keep in 0..8000_usize,
    ) {
        let mut sheet = blank_german(&[]).into_bytes();
        sheet.truncate(keep);
        let at = at.min(sheet.len());
        sheet.splice(at..at, bytes);
        let (own, faults) = read(&[&sheet]);
        if faults.is_empty() {
            made(&own);
        }
    }
}
