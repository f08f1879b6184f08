//! What a person or a script meets at the command line: exit codes, streams, files.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;

fn beistand(arguments: &[&str]) -> assert_cmd::assert::Assert {
    let mut program = Command::cargo_bin("beistand").unwrap();
    program.args(arguments).env("LANG", "de_DE.UTF-8").assert()
}

fn stdout(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

#[test]
fn exit_codes_are_0_for_done_1_for_bad_input_and_2_for_wrong_usage() {
    for good in [
        &["scenarios"][..],
        &["check", "einstieg", "-q"],
        &["run", "einstieg", "--until", "1d"],
        &["--help"],
        &["--version"],
    ] {
        let done = beistand(good).code(0);
        assert!(!stdout(&done).is_empty() || good[0] == "check", "{good:?}");
        assert_eq!(stderr(&done), "", "{good:?}");
    }
    for bad in [
        &["run", "tests/scenarios/invalid/missing.ron"][..],
        &[
            "check",
            "tests/scenarios/invalid/many_faults.ron",
            "einstieg",
        ],
        &["check", "no_such_scenario"],
        &["run", "einstieg", "--set", "service.kfz.waz=soon"],
    ] {
        let failed = beistand(bad).code(1);
        assert_eq!(stdout(&failed), "", "{bad:?}");
        assert!(stderr(&failed).contains("Fehler"), "{bad:?}");
    }
    for wrong in [
        &["rum"][..],
        &["run", "--seed", "one"],
        &["run", "--json", "--csv"],
        &["run", "--until", "soon"],
        &["run", "--pact", "loii"],
        &["run", "--response", "nobody"],
        &["run", "--set", "aid"],
        &["-q", "-v", "scenarios"],
        &["man", "rum"],
        &["completions", "teletype"],
        &["drill", "--runs", "0"],
        &["validate", "--runs", "0"],
        &["validate", "--response", "nobody"],
    ] {
        let failed = beistand(wrong).code(2);
        assert_eq!(stdout(&failed), "", "{wrong:?}");
        assert!(!stderr(&failed).is_empty(), "{wrong:?}");
    }
}

#[test]
fn words_are_on_standard_error_and_only_as_many_as_wanted() {
    let plain = beistand(&["run", "einstieg", "--until", "1d", "--json"]).success();
    let more = beistand(&["run", "einstieg", "--until", "1d", "--json", "-v"]).success();
    assert_eq!(stdout(&plain), stdout(&more));
    assert!(stderr(&more).contains("seed 1"), "{}", stderr(&more));
    let drill = beistand(&["drill", "--runs", "20", "--until", "1h", "-v"]).success();
    let lines = stderr(&drill);
    let last = lines.lines().last();
    assert_eq!(last, Some("20 / 20"), "{lines}");
    assert_eq!(lines.lines().count(), 10, "{lines}");
    let quiet = beistand(&["drill", "--runs", "20", "--until", "1h", "-q"]).success();
    assert_eq!(stderr(&quiet), "");
}

/// The table of a run is written as the screens write; the one for programs has no more decimals than mean something.
#[test]
fn a_run_is_written_for_people_and_for_programs() {
    let run = ["run", "einstieg", "--until", "20d", "--response", "passive"];
    let told = |more: &[&str]| stdout(&beistand(&[&run, more].concat()).success());
    let german = told(&["--lang", "de"]);
    assert!(
        german.contains(" Tage ") && german.contains(" Std "),
        "{german}"
    );
    assert!(
        !german.contains(" h ") && !german.contains(" d "),
        "{german}"
    );
    let english = told(&["--lang", "en"]);
    assert!(english.contains(" days "), "{english}");
    let long = "admin.06431015.name=Verwaltungsgemeinschaft Lindenfels";
    let cut = told(&["--set", long]);
    assert!(cut.contains("Verwaltungsgemeinschaft… "), "{cut}");
    let table = told(&["--csv"]);
    let mut figures = 0;
    for cell in table.lines().flat_map(|line| line.split(',')) {
        let decimals = cell
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        assert!(decimals <= 3, "{cell}");
        figures += usize::from(decimals == 3);
    }
    assert!(figures > 0, "{table}");
}

#[test]
fn errors_come_in_the_language_asked_for() {
    let said = |arguments: &[&str], lang: &str, code: i32| {
        let arguments = [arguments, &["--lang", lang]].concat();
        stderr(&beistand(&arguments).code(code))
    };
    for (arguments, code, german, english) in [
        (
            &["run", "--pact", "x"][..],
            2,
            "keinen Stand des Pakts „x“",
            "no pact phase “x”",
        ),
        (
            &["run", "--response", "y"],
            2,
            "keinen Einsatzplan „y“",
            "no response plan “y”",
        ),
        (
            &["play", "--seat", "12"],
            2,
            "keinen Platz „12“",
            "no seat “12”",
        ),
        (&["play"], 2, "braucht ein Terminal", "needs a terminal"),
        (
            &["check", "tests/scenarios/invalid/no_comma.ron"],
            1,
            "Fehler: Davor fehlt ein Komma",
            "error: a comma is expected before this",
        ),
        (
            &["drill", "--pact", "loi", "--vary", "pact=loi,contract"],
            2,
            "`pact` ist mit --pact gesetzt",
            "`pact` is set by --pact and varied by --vary",
        ),
        (
            &["replay", "Cargo.toml"],
            1,
            "keine Aufzeichnung",
            "no record",
        ),
        (&["replay", "src"], 1, "keine Aufzeichnung", "no record"),
        (
            &["replay", "no/such"],
            1,
            "Den Ordner no/such gibt es nicht",
            "no folder no/such",
        ),
    ] {
        let (de, en) = (said(arguments, "de", code), said(arguments, "en", code));
        assert!(de.contains(german), "{arguments:?}: {de}");
        assert!(en.contains(english), "{arguments:?}: {en}");
        assert!(!(de + &en).contains("os error"), "{arguments:?}");
    }
    let near = said(&["play", "sudhessen"], "de", 1);
    assert!(
        near.contains("Gemeint war vielleicht `suedhessen`?"),
        "{near}"
    );
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for arguments in [
        &["run", "einstieg", "--json"][..],
        &["completions", "bash"],
        &["man"],
    ] {
        let mut child = Process::new(env!("CARGO_BIN_EXE_beistand"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Closed before the program can have written anything of size.
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        let status = child.wait().unwrap();
        assert_eq!(
            (status.code(), said.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
}

/// Ctrl-C during a drill: what is there is printed, and equals the shorter drill.
#[cfg(unix)]
#[test]
fn an_interrupted_drill_keeps_its_runs() {
    let mut child = Process::new(env!("CARGO_BIN_EXE_beistand"))
        .args(["drill", "einstieg", "--runs", "2000"])
        .args(["--until", "1d", "--json", "-v"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The first word of progress: some runs are done, most are not.
    let mut words = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    words.read_line(&mut line).unwrap();
    assert_eq!(line.trim(), "200 / 2000");
    let id = i32::try_from(child.id()).unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(id), nix::sys::signal::SIGINT).unwrap();
    let mut text = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let runs = document["runs"].to_string();
    assert!((1..2000).contains(&runs.parse::<u32>().unwrap()), "{runs}");
    let short = [
        "drill", "einstieg", "--runs", &runs, "--until", "1d", "--json",
    ];
    let short = beistand(&short).success();
    assert_eq!(stdout(&short), text);
}

#[test]
fn every_shell_gets_completions_and_every_command_a_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(&beistand(&["completions", shell]).success());
        for word in ["drill", "--until", "--csv"] {
            let fish = word.trim_start_matches('-');
            assert!(script.contains(fish), "{shell}: {word}");
        }
    }
    let page = stdout(&beistand(&["man"]).success());
    assert!(page.contains(".TH beistand"), "{page}");
    assert!(page.contains("beistand\\-drill"), "{page}");
    let page = stdout(&beistand(&["man", "run"]).success());
    assert!(
        page.contains("\\-\\-until") && page.contains("\\-\\-csv"),
        "{page}"
    );
}

#[test]
fn new_files_are_whole_readable_and_never_replace_others_unasked() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("a").join("b");
    let name = folder.to_str().unwrap();
    beistand(&["new", name]).success();
    let file = folder.join("scenario.ron");
    let whole = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        1,
        "no rest of a temporary file"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o044, 0o044, "others may read it: {mode:o}");
    }
    std::fs::write(&file, "mine").unwrap();
    let refused = beistand(&["new", name]).code(1);
    assert!(stderr(&refused).contains("--force"), "{}", stderr(&refused));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    beistand(&["new", name, "--force", "-q"]).success();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), whole);
    beistand(&["check", name]).success();
}

/// The sheet as written, filled in, and the scenario made from it: checked, run, with own targets.
#[test]
fn a_sheet_is_written_filled_in_and_played() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    for (lang, name) in [("de", "bogen.csv"), ("en", "sheet.csv")] {
        beistand(&["new", &at("sheets"), "--bogen", "--lang", lang]).success();
        let sheet = std::fs::read_to_string(dir.path().join("sheets").join(name)).unwrap();
        assert!(!sheet.contains('\u{ab}'), "a text is missing: {sheet}");
        // Cells that nobody filled in are said to be missing, in the language asked for.
        let refused = beistand(&[
            "new",
            &at("own"),
            "--from",
            &at(&format!("sheets/{name}")),
            "--lang",
            lang,
        ])
        .code(1);
        let said = stderr(&refused);
        assert_eq!(said.lines().count(), 5, "{said}");
        assert!(
            said.contains(if lang == "de" { "Zeile 7" } else { "row 7" }),
            "{said}"
        );
        assert!(!dir.path().join("own").exists(), "nothing was written");
        let mut filled = sheet;
        for (key, value) in [
            ("id", "6431002"),
            ("name", "Bensheim"),
            ("kind", "Stadt"),
            ("inhabitants", "40.993"),
        ] {
            let row = filled
                .lines()
                .find(|line| line.starts_with(&format!("{key};")))
                .unwrap()
                .to_owned();
            let mut cells: Vec<&str> = row.split(';').collect();
            cells[2] = value;
            filled = filled.replace(&row, &cells.join(";"));
        }
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(filled.trim_start_matches('\u{feff}'));
        std::fs::write(dir.path().join("filled.csv"), bytes).unwrap();
        let made = at(&format!("made-{lang}"));
        beistand(&["check", &at("filled.csv")]).success();
        let new = ["new", &made, "--from", &at("filled.csv"), "--lang", lang];
        let said = stderr(&beistand(&new).success());
        // What was taken, and what to type next.
        let taken = if lang == "de" {
            "5 Verwaltungen; eine eigene Zahl,"
        } else {
            "5 administrations; one figure of their own,"
        };
        for piece in [taken, &format!("beistand play {made}")] {
            assert!(said.contains(piece), "{piece}: {said}");
        }
        let checked = beistand(&["check", &made, "-v", "--lang", "en"]).success();
        assert!(
            stderr(&checked).contains("own_data:"),
            "{}",
            stderr(&checked)
        );
        let run = beistand(&["run", &made, "--csv", "--until", "30d"]).success();
        assert!(
            stdout(&run).contains("\n06431002,meldewesen,"),
            "{}",
            stdout(&run)
        );
    }
}
