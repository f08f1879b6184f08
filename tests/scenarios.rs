//! Scenario files: the valid ones load, and every fault of the invalid ones is said as in its snapshot.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use beistand::scenario::{
    AdministrationKind, Dist, Problems, Scenario, Template, load, load_text, write_template,
};
use beistand::vocab::{AidKind, SimTime};
use beistand::words::{Lang, Words};
use proptest::prelude::*;

const EINSTIEG: &str = include_str!("../scenarios/einstieg/scenario.ron");

/// Overrides that lead nowhere, or to values that cannot be.
const WRONG_OVERRIDES: &[(&str, &str)] = &[
    ("service.kfzz.waz", "24h"),
    ("service.kfz.wazz", "24h"),
    ("servce.kfz.waz", "24h"),
    ("service.kfz", "24h"),
    ("service.kfz.waz", "24 Stunden"),
    ("admin.06431002.maturity", "70"),
    ("admin.06431002.maturity", "viel"),
    ("pact.contract.aid.cake.latency", "1h"),
    ("pact.contract.notebook_pool", "-3"),
    ("pact.contract.clause.offline_bakup", "on"),
    ("pact.contract.clause.offline_backup", "vielleicht"),
    ("pact.contract.clause", "on"),
    ("clause.exercized.set_up_factor", "0.5"),
    ("clause.exercised.set_up_factor", "-1"),
    ("attack.jumpp.dwell", "1d"),
    ("kit.customer.lann.needs", "[]"),
    ("kit.own.lan.role", "gatewy"),
    ("start_ex", "2027-02-01T00:00"),
    ("default_pact", "loy"),
    ("aid", "on"),
    ("", "1"),
];

/// Returns the scenarios of a folder: `.ron` files, and folders with a `scenario.ron`, sorted.
fn scenarios(name: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/scenarios").join(name);
    let entries = std::fs::read_dir(folder).expect("the folder is part of the project");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|e| e == "ron"));
    paths.sort();
    paths
}

fn load_path(path: &Path) -> Result<Scenario, Problems> {
    load(path.to_str().expect("test paths are UTF-8"), &[])
}

fn loaded(result: Result<Scenario, Problems>) -> Scenario {
    result.unwrap_or_else(|problems| panic!("{problems}"))
}

/// Returns what is wrong with a scenario as people read it.
fn in_words(problems: &Problems, lang: Lang, color: bool) -> String {
    let words = Words::shared(lang);
    problems.render(&|text| words.say(text), color)
}

fn english(problems: &Problems) -> String {
    in_words(problems, Lang::En, false)
}

fn einstieg_with(overrides: &[(&str, &str)]) -> Result<Scenario, Problems> {
    let overrides: Vec<(String, String)> = overrides
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    load("einstieg", &overrides)
}

#[test]
fn valid_scenarios_load() {
    for path in scenarios("valid") {
        loaded(load_path(&path));
    }
}

#[test]
fn invalid_scenarios_are_explained() {
    for path in scenarios("invalid") {
        let Err(problems) = load_path(&path) else {
            panic!("{} loads", path.display());
        };
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let shown = english(&problems).replace('\\', "/");
        insta::with_settings!({
            snapshot_path => "scenarios/expected",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}

/// In German every fault of all these scenarios, and no word of English but those of the files themselves.
#[test]
fn invalid_scenarios_are_explained_in_german() {
    let words = Words::shared(Lang::De);
    let mut said = String::new();
    let mut say = |name: &str, problems: &Problems| {
        let _ = writeln!(said, "{name}");
        for problem in problems.list() {
            let _ = writeln!(said, "  {}: {}", problem.line, words.say(&problem.message));
            if let Some(hint) = &problem.hint {
                let _ = writeln!(said, "      {}", words.say(hint));
            }
        }
    };
    for path in scenarios("invalid") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        say(name, &load_path(&path).unwrap_err());
    }
    say("overrides", &einstieg_with(WRONG_OVERRIDES).unwrap_err());
    let labelled = load_path(Path::new("tests/scenarios/invalid/no_comma.ron")).unwrap_err();
    let labelled = in_words(&labelled, Lang::De, false).replace('\\', "/");
    let missing = load("einstig", &[]).unwrap_err();
    let missing = in_words(&missing, Lang::De, false);
    insta::with_settings!({
        snapshot_path => "scenarios/expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("german", format!("{said}\n{labelled}\n{missing}"));
    });
}

/// Words that nobody says are not kept, and nothing is said without words.
#[test]
fn texts_of_faults_are_those_that_the_checks_use() {
    let locale = include_str!("../assets/locales/en/check.ftl");
    let keys = locale.lines().filter_map(|line| line.split_once(" ="));
    let keys: BTreeSet<&str> = keys.map(|(key, _)| key).collect();
    let mut used = BTreeSet::new();
    let mut folders = vec![PathBuf::from("src/scenario")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("part of the project") {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let literals = source
                .split('"')
                .filter(|piece| piece.starts_with("check-"));
            used.extend(literals.map(str::to_owned));
        }
    }
    let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
    assert!(used.len() > 200, "{}", used.len());
    assert_eq!(used, keys);
}

#[test]
fn a_dozen_faults_are_said_in_one_go() {
    let problems = load_path(Path::new("tests/scenarios/invalid/many_faults.ron")).unwrap_err();
    assert!(problems.list().len() >= 12, "{problems}");
    for problem in problems.list() {
        assert!(problem.line >= 1 && problem.column >= 1, "{problem:?}");
        assert!(!problem.span.is_empty(), "{problem:?}");
    }
}

/// Twenty faults of different kinds are twenty findings, each as a compiler would show it.
#[test]
fn twenty_faults_are_twenty_findings_with_place_and_hint() {
    let problems = load_path(Path::new("tests/scenarios/invalid/twenty")).unwrap_err();
    let shown = english(&problems);
    assert_eq!(problems.list().len(), 20, "{shown}");
    for problem in problems.list() {
        let text = std::fs::read_to_string(&problem.file).unwrap();
        let line = text.lines().nth(problem.line - 1).unwrap();
        assert!(
            (1..=line.chars().count() + 1).contains(&problem.column),
            "{problem:?}"
        );
        assert!(problem.hint.is_some(), "{problem:?}");
        let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
        assert!(shown.contains(&place), "{place}\n{shown}");
        assert!(shown.contains(line.trim_end()), "{line}\n{shown}");
    }
}

#[test]
fn figures_are_counted_by_where_they_come_from() {
    let of = |scenario: &Scenario| {
        use beistand::scenario::FigureOrigin as F;
        [F::Own, F::Published, F::Derived, F::Estimate, F::Unsaid].map(|o| scenario.inputs.of(o))
    };
    let text = |confidence: &str| {
        format!(
            "(id: \"x\", title: (de: \"x\", en: \"x\"), begins: \"2027-02-08T00:00\",
            administrations: [
                (id: \"a\", name: \"A\", kind: municipality, inhabitants: 1000, clients: 9, kit: \"k\", {confidence}
                    restart: [(system: \"lan\", hours: 4, source: \"own\", confidence: \"measured\")]),
            ],
            kits: [(id: \"k\", systems: [(id: \"lan\", work: (skill: network, hours_small: 3))])])"
        )
    };
    let plain = of(&loaded(load_text("x", &text(""), &[])));
    let noted = text("source: \"own\", confidence: \"estimate\",");
    let noted = of(&loaded(load_text("x", &noted, &[])));
    assert_eq!(plain[0], 1, "hours of the restart plan");
    assert_eq!(noted[0], 3, "inhabitants and workplaces as well");
    assert_eq!(plain[4], noted[4] + 2);
    assert!(plain[2] > 0, "figures of the catalogue are derived");
    let published = text("confidence: \"published\",");
    assert_eq!(of(&loaded(load_text("x", &published, &[])))[1], 2);
}

#[test]
fn own_targets_and_efforts_hold_for_one_administration_alone() {
    let scenario = loaded(einstieg_with(&[
        (
            "admin.06431002.services",
            "[(id: \"kasse\", waz: \"7h\", paper_level: 0), (id: \"kita\", offered: false)]",
        ),
        ("admin.06431002.restart", "[(system: \"lan\", hours: 77)]"),
    ]));
    let service = |admin: &str, id: &str| {
        let admin = scenario
            .administrations
            .iter()
            .find(|a| a.id == admin)
            .unwrap();
        let mut offered = admin.services.iter().map(|at| &scenario.services[*at]);
        offered.find(|service| service.id == id).cloned()
    };
    let (own, usual) = (
        service("06431002", "kasse").unwrap(),
        service("06431015", "kasse").unwrap(),
    );
    assert_eq!((own.waz_minutes, own.paper), (420, None));
    assert_eq!(
        (usual.waz_minutes, own.mta_minutes),
        (2880, usual.mta_minutes)
    );
    assert!(usual.paper.is_some());
    assert!(service("06431002", "kita").is_none() && service("06431015", "kita").is_some());
    let hours = |admin: &str| {
        let admin = scenario
            .administrations
            .iter()
            .find(|a| a.id == admin)
            .unwrap();
        let kit = &scenario.kits[admin.kit.unwrap()];
        let lan = kit
            .systems
            .iter()
            .find(|system| system.id == "lan")
            .unwrap();
        lan.work.as_ref().unwrap().hours_small
    };
    assert_eq!((hours("06431002"), hours("06431015")), (77.0, 18.0));
    for (field, value) in [
        ("services", "[(id: \"kassse\")]"),
        ("services", "[(id: \"kasse\"), (id: \"kasse\")]"),
        ("services", "[(id: \"kfz\")]"),
        ("services", "[(id: \"kasse\", waz: \"20d\")]"),
        ("restart", "[(system: \"lann\", hours: 1)]"),
        ("restart", "[(system: \"lan\")]"),
        (
            "restart",
            "[(system: \"lan\", hours: 1), (system: \"lan\", hours: 2)]",
        ),
    ] {
        let path = format!("admin.06431002.{field}");
        let problems = einstieg_with(&[(path.as_str(), value)]).unwrap_err();
        assert_eq!(problems.list().len(), 1, "{value}: {problems}");
    }
}

#[test]
fn what_cannot_be_meant_is_said() {
    for (path, value, message) in [
        ("admin.06431002.clients", "50000", "more workplaces"),
        ("admin.06431002.it_staff", "4000", "more IT people"),
        ("attack.entry_at", "2027-08-01T00:00", "after the end"),
        (
            "service.sgb2.pay.pay_days",
            "[\"2027-02-27\"]",
            "banks are closed",
        ),
    ] {
        let problems = english(&einstieg_with(&[(path, value)]).unwrap_err());
        assert!(problems.contains(message), "{problems}");
    }
}

#[test]
fn what_comes_later_wins_as_a_whole_record() {
    let scenario = loaded(load("tests/scenarios/valid/include", &[]));
    let [a, b] = &scenario.administrations[..] else {
        panic!("{:?}", scenario.administrations);
    };
    assert_eq!((a.name.as_str(), a.inhabitants), ("A neu", 2000));
    assert!(
        (a.maturity - 0.3).abs() < 1e-12,
        "not that of the fragment: {}",
        a.maturity
    );
    assert!((b.maturity - 0.9).abs() < 1e-12);
    assert_eq!(scenario.parameters.hotline, Dist::Fixed(60.0));
    assert!((scenario.parameters.notebook_hours - 2.0).abs() < 1e-12);
}

#[test]
fn a_table_may_come_from_a_german_spreadsheet() {
    let scenario = loaded(load("tests/scenarios/valid/tables", &[]));
    assert_eq!(scenario.administrations[0].name, "Bensheim; Stadt");
    assert!(scenario.administrations[0].monitoring);
    assert_eq!(scenario.administrations[1].position, None);
    assert_eq!(scenario.links.len(), 2);
}

/// The table of a large region as German Excel saves it is the same region.
#[test]
fn a_table_saved_by_german_excel_is_the_same_table() {
    let dir = tempfile::tempdir().unwrap();
    write_template(dir.path(), Template::Scenario("suedhessen"), None, false).unwrap();
    let plain = loaded(load_path(dir.path()));
    let path = dir.path().join("administrations.csv");
    let table = std::fs::read_to_string(&path).unwrap();
    let head = table.lines().next().unwrap().split(',').collect::<Vec<_>>();
    let rows = table.lines().map(|line| {
        let cells = line
            .split(',')
            .zip(&head)
            .map(|(cell, column)| match (*column, cell) {
                ("id", key) if key.starts_with('0') => key[1..].to_owned(),
                ("inhabitants", count) if count.len() > 3 && count != "inhabitants" => {
                    let (thousands, rest) = count.split_at(count.len() - 3);
                    if thousands.len() > 3 {
                        count.to_owned()
                    } else {
                        format!("{thousands}.{rest}")
                    }
                }
                ("maturity", "0.6") => "60 %".to_owned(),
                ("kind", "county") => "Landkreis".to_owned(),
                (_, "true") => "WAHR".to_owned(),
                (_, "false") => "FALSCH".to_owned(),
                ("latitude" | "longitude" | "maturity", number) => number.replace('.', ","),
                (_, text) => text.to_owned(),
            });
        cells.collect::<Vec<_>>().join(";") + ";;\r\n"
    });
    let german = rows.collect::<String>() + ";;;;\r\n";
    let (cp1252, _, lossy) = encoding_rs::WINDOWS_1252.encode(&german);
    assert!(!lossy && german.contains("161.767;49,8717;8,6503") && german.contains("\n6431;"));
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(german.encode_utf16().flat_map(u16::to_le_bytes));
    let told = format!("sep=;\r\n{german}");
    let tabs = german.replace(';', "\t");
    for bytes in [&*cp1252, &utf16, told.as_bytes(), tabs.as_bytes()] {
        std::fs::write(&path, bytes).unwrap();
        let mut scenario = loaded(load_path(dir.path()));
        scenario.hash.clone_from(&plain.hash);
        assert!(scenario == plain, "{:?}", &bytes[..20]);
    }
}

/// A moment that cannot be read is said once; nothing else is held against what stands in for it.
#[test]
fn a_date_that_cannot_be_read_is_one_fault() {
    for (path, value) in [
        ("begins", "08.02.2027 00:00"),
        ("start_ex", "19.02.2027 13:30"),
        ("horizon", "90 Tage"),
        ("attack.entry_at", "16.02.2027 21:40"),
        ("attack.lateral_movement.starts_at", "19.02.2027 13:12"),
    ] {
        let set = [(path.to_owned(), value.to_owned())];
        let problems = load("suedhessen", &set).unwrap_err();
        assert_eq!(problems.list().len(), 1, "{path}: {problems}");
    }
}

#[test]
fn einstieg_stands_as_its_story_tells() {
    let scenario = loaded(einstieg_with(&[]));
    assert_eq!(scenario.administrations[0].id, "datenhaus");
    let ids: Vec<&str> = scenario
        .administrations
        .iter()
        .map(|a| a.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "datenhaus",
            "06431",
            "06431002",
            "06431015",
            "06431016",
            "06431022",
            "06431011",
            "06431020",
            "landesteam"
        ]
    );
    for administration in &scenario.administrations {
        let is_state = administration.kind == AdministrationKind::State;
        assert_eq!(
            administration.seat.is_none(),
            is_state,
            "{}",
            administration.id
        );
    }
    assert_eq!(scenario.start_ex, SimTime(11 * 1440 + 13 * 60 + 30));
    assert_eq!(scenario.horizon_minutes, 90 * 1440);
    assert_eq!(scenario.administrations[8].it_staff, [1, 1, 1, 0, 1, 12]);
    let bensheim = &scenario.administrations[2];
    assert_eq!((bensheim.clients, bensheim.spare_notebooks), (369, 7));
    assert_eq!(bensheim.it_staff.iter().sum::<u32>(), 4);
}

#[test]
fn the_guide_speaks_in_short_sentences_to_a_seat() {
    let scenario = loaded(einstieg_with(&[]));
    let guide = scenario.guide.expect("a first exercise is guided");
    assert_eq!(scenario.administrations[guide.seat].name, "Lindenfels");
    let (last, before) = guide.steps.split_last().expect("there are steps");
    assert_eq!(last.until, None, "the last step stays");
    assert!(before.iter().all(|step| step.until.is_some()));
    for text in guide.steps.iter().flat_map(|s| [&s.text.de, &s.text.en]) {
        for sentence in text.split_inclusive(['.', '!', '?']) {
            assert!(sentence.split_whitespace().count() <= 15, "{sentence}");
        }
    }
}

#[test]
fn the_large_region_is_played_in_five_phases() {
    let scenario = loaded(load("suedhessen", &[]));
    let minutes: Vec<u32> = scenario.stages.iter().map(|s| s.room_minutes).collect();
    assert_eq!(minutes, [12, 15, 20, 23, 18, 7, 25]);
    assert_eq!(minutes.iter().sum::<u32>(), 120);
    // The clock stands in the briefing and in the hot wash.
    let paces: Vec<u16> = scenario.stages.iter().map(|s| s.pace).collect();
    assert_eq!(paces, [0, 1, 2, 15, 120, 1440, 0]);
    let night = &scenario.stages[2];
    assert_eq!(night.pace_at(night.begins.after(179)), 2);
    assert_eq!(night.pace_at(night.begins.after(180)), 5);
    assert_eq!(scenario.stages[0].begins, scenario.start_ex);
    let end = scenario.start_ex.after(scenario.horizon_minutes);
    assert_eq!(scenario.stages[6].begins, end);
    // Dates move with the start, by whole weeks.
    let stop = |scenario: &Scenario| scenario.stages[3].stops[1].since(scenario.start_ex);
    assert_eq!(stop(&scenario), 2 * 1440 + 19 * 60 + 30);
}

#[test]
fn seat_sentences_are_short() {
    let scenario = loaded(einstieg_with(&[]));
    let seats = scenario
        .administrations
        .iter()
        .filter_map(|a| a.seat.as_ref());
    for text in seats.flat_map(|seat| [&seat.de, &seat.en]) {
        for sentence in text.split_inclusive(['.', '!', '?']) {
            assert!(sentence.split_whitespace().count() <= 15, "{sentence}");
        }
    }
}

#[test]
fn every_kind_of_path_changes_its_field() {
    let scenario = loaded(einstieg_with(&[
        ("service.kfz.waz", "24h"),
        ("service.kfz.emergency_level", "0.5"),
        ("service.*.deferrable_share", "0.25"),
        ("service.sgb2.paper.level", "0.1"),
        ("service.sgb2.pay.recipients_per_10k", "700"),
        ("admin.06431002.maturity", "0.7"),
        ("admin.06431002.it_staff", "10"),
        ("admin.06431015.clients", "50"),
        ("kit.customer.lan.work.hours_small", "99"),
        ("kit.customer.mail.containment", "Exp(\"2d\")"),
        ("attack.tries_jump", "0.3"),
        ("attack.entry_at", "2027-02-10T00:00"),
        ("attack.jump.dwell", "LogNormal(\"2d\", 0.3)"),
        ("pact.contract.notebook_pool", "60"),
        ("pact.contract.aid.remote_work.latency", "2h"),
        ("pact.*.aid.*.effect", "0.125"),
        ("parameters.hotline", "Uniform(\"1h\", \"2h\")"),
        ("parameters.helper_cost.clients_per_unit", "2"),
        ("horizon", "30d"),
        ("start_ex", "2027-02-19T14:00"),
        ("default_pact", "none"),
        ("end", "horizon"),
    ]));
    let service = |id: &str| scenario.services.iter().find(|s| s.id == id).unwrap();
    let admin = |id: &str| {
        scenario
            .administrations
            .iter()
            .find(|a| a.id == id)
            .unwrap()
    };
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
    assert_eq!(service("kfz").waz_minutes, 1440);
    close(service("kfz").emergency_level, 0.5);
    assert!(
        scenario
            .services
            .iter()
            .all(|s| (s.deferrable_share - 0.25).abs() < 1e-12)
    );
    close(service("sgb2").paper.unwrap().level, 0.1);
    close(
        service("sgb2").pay.as_ref().unwrap().recipients_per_10k,
        700.0,
    );
    close(admin("06431002").maturity, 0.7);
    assert_eq!(admin("06431002").it_staff.iter().sum::<u32>(), 10);
    assert_eq!(
        (admin("06431015").clients, admin("06431015").spare_notebooks),
        (50, 1)
    );
    let customer = scenario.kits.iter().find(|k| k.id == "customer").unwrap();
    close(customer.systems[0].work.as_ref().unwrap().hours_small, 99.0);
    let mail = customer.systems.iter().find(|s| s.id == "mail").unwrap();
    assert_eq!(mail.containment, Some(Dist::Exp { mean: 2880.0 }));
    close(scenario.attack.tries_jump, 0.3);
    assert_eq!(scenario.attack.entry_at, SimTime(2 * 1440));
    let jump = &scenario.attack.phases[5];
    assert_eq!(
        jump.dwell,
        Dist::LogNormal {
            median: 2880.0,
            cv: 0.3
        }
    );
    let contract = scenario.pacts.iter().find(|p| p.id == "contract").unwrap();
    assert_eq!(contract.terms.notebook_pool, 60);
    let remote = contract.terms.of(AidKind::RemoteWork).unwrap();
    assert_eq!(remote.latency, Dist::Fixed(120.0));
    assert!(
        contract
            .terms
            .aid
            .iter()
            .all(|(_, terms)| (terms.effect - 0.125).abs() < 1e-12)
    );
    assert_eq!(
        scenario.parameters.hotline,
        Dist::Uniform {
            low: 60.0,
            high: 120.0
        }
    );
    close(scenario.parameters.helper_cost.clients_per_unit, 2.0);
    assert_eq!(scenario.horizon_minutes, 30 * 1440);
    assert_eq!(scenario.default_pact, "none");
}

#[test]
fn all_aid_can_be_switched_off() {
    let with = loaded(einstieg_with(&[]));
    let without = loaded(einstieg_with(&[("aid", "off")]));
    assert!(with.pacts.iter().all(|pact| !pact.terms.aid.is_empty()));
    assert!(without.pacts.iter().all(|pact| pact.terms.aid.is_empty()));
    assert_ne!(with.hash, without.hash);
    assert_eq!(with.pacts.len(), without.pacts.len());
}

#[test]
fn injects_and_objectives_are_changed_by_their_paths() {
    let set = [
        ("inject.E5.within", "3h"),
        ("inject.E5.core", "true"),
        ("objective.8.target", "90m"),
    ];
    let set: Vec<(String, String)> = set
        .iter()
        .map(|(path, value)| ((*path).to_owned(), (*value).to_owned()))
        .collect();
    let usual = loaded(load("suedhessen", &[]));
    let changed = loaded(load("suedhessen", &set));
    let inject = |of: &Scenario| of.injects.iter().find(|one| one.id == "E5").cloned();
    let (before, after) = (inject(&usual).unwrap(), inject(&changed).unwrap());
    assert_eq!((before.core, after.core), (false, true));
    assert_eq!(after.within, Some(180));
    let target = |of: &Scenario| of.objective("8").and_then(|one| one.measured);
    assert_eq!(target(&changed).unwrap().target, 90.0);
    assert_ne!(usual.hash, changed.hash);
}

#[test]
fn wrong_overrides_are_explained_like_files() {
    let problems = einstieg_with(WRONG_OVERRIDES).unwrap_err();
    insta::with_settings!({
        snapshot_path => "scenarios/expected",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("overrides", english(&problems));
    });
}

#[test]
fn the_hash_knows_every_text_and_override() {
    let hash = |overrides: &[(&str, &str)]| loaded(einstieg_with(overrides)).hash;
    let plain = hash(&[]);
    assert_eq!(plain.len(), 16);
    assert_eq!(plain, hash(&[]));
    assert_ne!(plain, hash(&[("service.kfz.waz", "24h")]));
    let changed = EINSTIEG.replace("90d", "89d");
    assert_ne!(plain, loaded(load_text("x", &changed, &[])).hash);
}

#[test]
fn an_unknown_scenario_is_said_with_those_there_are() {
    let problems = english(&load("einstig", &[]).unwrap_err());
    assert!(problems.contains("did you mean `einstieg`?"), "{problems}");
    let problems = english(&load("no/such/file.ron", &[]).unwrap_err());
    assert!(problems.contains("there is no such file"), "{problems}");
}

#[test]
fn the_copy_of_einstieg_is_the_embedded_one() {
    let dir = tempfile::tempdir().unwrap();
    write_template(dir.path(), Template::Scenario("einstieg"), None, false).unwrap();
    let copy = loaded(load_path(dir.path()));
    assert_eq!(copy, loaded(einstieg_with(&[])));
}

#[test]
fn a_text_that_is_no_utf8_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("scenario.ron");
    std::fs::write(&path, b"(id: \"x\",\n title: \"\xe4\")").unwrap();
    let problems = english(&load_path(&path).unwrap_err());
    assert!(problems.contains("line 2 is not UTF-8"), "{problems}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_cut_anywhere_is_no_crash(at in 0..EINSTIEG.len()) {
        let cut = (0..=at).rev().find(|at| EINSTIEG.is_char_boundary(*at)).unwrap();
        if let Err(problems) = load_text("cut.ron", &EINSTIEG[..cut], &[]) {
            prop_assert!(!english(&problems).is_empty());
        }
    }

    #[test]
    fn flipped_bytes_are_no_crash(flips in prop::collection::vec((0..EINSTIEG.len(), any::<u8>()), 1..6)) {
        let mut bytes = EINSTIEG.as_bytes().to_vec();
        for (at, byte) in flips {
            bytes[at] = byte;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Err(problems) = load_text("flipped.ron", &text, &[]) {
            prop_assert!(!in_words(&problems, Lang::De, true).is_empty());
        }
    }

    #[test]
    fn swapped_and_doubled_lines_are_no_crash(
        swaps in prop::collection::vec((0..2000_usize, 0..2000_usize), 1..5),
        double in 0..2000_usize,
    ) {
        let whole = include_str!("../assets/catalogue/kits_small.ron");
        let mut lines: Vec<&str> = EINSTIEG.lines().chain(whole.lines()).collect();
        let count = lines.len();
        for (a, b) in swaps {
            lines.swap(a % count, b % count);
        }
        lines.insert(double % count, lines[(double / 2) % count]);
        // As one file, and as the two it was made of.
        let cut = EINSTIEG.lines().count();
        for text in [lines.join("\n"), lines[..cut].join("\n")] {
            if let Err(problems) = load_text("swapped.ron", &text, &[]) {
                prop_assert!(!english(&problems).is_empty());
            }
        }
    }

    #[test]
    fn any_override_is_no_crash(path in "[a-z0-9_.*]{0,24}", value in "\\PC{0,12}") {
        let result = load("einstieg", &[(path, value)]);
        if let Err(problems) = result {
            prop_assert!(!english(&problems).is_empty());
        }
    }

    #[test]
    fn broken_tables_are_no_crash(
        table in "(id|name|kind|kit)?,?(id,name,kind,inhabitants,kit)?[\n\r]{0,2}([a-z0-9\";,.\n\rä]{0,20}\n){0,6}"
    ) {
        let dir = tempfile::tempdir().unwrap();
        let source = "(id: \"t\", title: (de: \"t\", en: \"t\"), begins: \"2027-02-08T00:00\", \
            administrations_table: \"t.csv\", links_table: \"t.csv\")";
        std::fs::write(dir.path().join("scenario.ron"), source).unwrap();
        std::fs::write(dir.path().join("t.csv"), &table).unwrap();
        if let Err(problems) = load(dir.path().to_str().unwrap(), &[]) {
            prop_assert!(!english(&problems).is_empty());
        }
    }
}
