//! The whole program in a pseudo-terminal: one keyboard for a facilitator and two seats, a leap, and going on.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;

use self::terminal::Terminal;

mod terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_beistand");

fn start(home: &Path, args: &[&str]) -> Terminal {
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--lang", "de"]);
    command.args(args);
    command.env("XDG_DATA_HOME", home);
    Terminal::start(command, 80, 24)
}

fn records(home: &Path) -> Vec<PathBuf> {
    let folder = home.join("beistand").join("records");
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    found.sort();
    found
}

/// The fingerprint at which a record was left.
fn left_at(record: &Path) -> String {
    let journal = fs::read_to_string(record.join("journal.jsonl")).expect("a journal");
    let mut lines = journal.lines().rev();
    let line = lines.find_map(|line| line.split_once("\"fingerprint\":\""));
    let (_, rest) = line.expect("a fingerprint");
    rest[..16].to_owned()
}

const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";

#[test]
fn two_seats_one_keyboard_a_leap_and_the_same_state_when_it_goes_on() {
    let home = tempfile::tempdir().expect("a folder");
    let mut room = start(home.path(), &["play", "einstieg", "--seed", "3"]);
    room.shows("Übung leiten (ein Raum)");
    room.press("2");
    room.shows("[8 Drehbuch]");
    // The facilitator types what the first seat agreed on.
    room.press("e");
    room.shows("Eintragen für");
    room.press("\tWeber\r");
    room.shows("EINTRAG FÜR");
    room.press("t");
    room.shows("Absprache am Tisch");
    room.press("\tWer trennt?\r");
    room.shows("Eingetragen.");
    room.press("8");
    room.shows("[8 Drehbuch]");
    // The second seat gets the keyboard behind a cover.
    room.press(DOWN);
    room.press("h");
    let cover = room.shows("Bitte übergeben an:");
    assert!(!cover.contains("Drehbuch"), "{cover}");
    assert!(!cover.contains("Tag 1"), "{cover}");
    room.press("\r");
    room.shows("JETZT");
    room.press("t");
    room.shows("Worüber");
    room.press("\tWer ruft an?\r");
    room.shows("Eingetragen.");
    room.press("8");
    let cover = room.shows("Bitte übergeben an: Leitung");
    assert!(!cover.contains("JETZT"), "{cover}");
    room.press("\r");
    room.shows("[8 Drehbuch]");
    // Both talks took their ten minutes.
    room.shows("13:50");
    // A leap of six hours, with bots standing in.
    room.press("j");
    room.shows("Daueraufträge");
    room.press(RIGHT);
    room.press(RIGHT);
    room.shows("6 Std weiter");
    room.press("\r");
    let after = room.shows("19:50");
    assert!(after.contains("STEHT"), "{after}");
    room.press("q");
    room.shows("Die Übung verlassen?");
    room.press("\r");
    room.shows("Aufgezeichnet in");
    room.ends_with(0);

    let found = records(home.path());
    let [record] = &found[..] else {
        panic!("one record: {found:?}");
    };
    let replayed = Command::new(PROGRAM)
        .args(["--lang", "de", "replay"])
        .arg(record)
        .output()
        .expect("a replay");
    assert!(replayed.status.success(), "{replayed:?}");
    let world = left_at(record);

    let mut again = start(home.path(), &["play", "einstieg"]);
    again.shows("Fortsetzen:");
    again.press("7");
    again.shows("einstieg");
    again.press("\r");
    let page = again.shows("[8 Drehbuch]");
    assert!(page.contains("19:50"), "{page}");
    // Looking at a seat and at the background changes nothing.
    again.press("1");
    again.shows("LEITUNG SIEHT");
    // What was agreed at the table stands in the seat's log.
    again.press("/");
    again.press("Wer trennt");
    again.shows("Absprache am Tisch mit");
    again.press("\x1b");
    again.hides("Absprache am Tisch mit");
    again.press("9");
    again.shows("[9 Hintergrund]");
    again.press("q\r");
    again.shows("Aufgezeichnet in");
    again.ends_with(0);
    assert_eq!(left_at(record), world);
}

/// What `B` at the desk finds is what the check of the scenario finds, whatever the luck of the course.
#[test]
fn the_desk_finds_what_the_check_finds() {
    let home = tempfile::tempdir().expect("a folder");
    let checked = Command::new(PROGRAM)
        .args(["--lang", "de", "check", "--dry-run", "suedhessen"])
        .output()
        .expect("a check");
    let checked = String::from_utf8(checked.stdout).expect("UTF-8");
    let found: Vec<&str> = checked
        .lines()
        .rev()
        .take_while(|line| !line.is_empty())
        .collect();
    assert!(found.len() > 5, "{checked}");
    // With the luck of the second one seat would hear nothing for long.
    for seed in ["3", "121245"] {
        let args = ["play", "suedhessen", "--facilitator", "--seed", seed];
        let mut room = start(home.path(), &args);
        room.shows("[8 Drehbuch]");
        room.press("B");
        let page = room.shows("Nichts davon hindert");
        let signs = page
            .lines()
            .filter(|line| line.starts_with("│ √") || line.starts_with("│ !"));
        assert_eq!(signs.count(), found.len(), "{page}");
        for line in &found {
            // A long one goes on in the next line of the page.
            let said = line.trim_start_matches([' ', '√', '!']).trim();
            let begins: String = said.chars().take(40).collect();
            assert!(page.contains(begins.trim()), "{begins}: {page}");
        }
        room.press("\x1b");
        // What follows at once would be one key with it.
        std::thread::sleep(std::time::Duration::from_millis(300));
        room.press("q");
        room.shows("Die Übung verlassen?");
        room.press("\r");
        room.ends_with(0);
    }
}

/// A record begun in a folder that somebody named is offered again, and the wall finds it without a name.
#[test]
fn a_record_that_lies_elsewhere_is_found_again() {
    let home = tempfile::tempdir().expect("a folder");
    let wall = || {
        Command::new(PROGRAM)
            .args(["--lang", "de", "wall", "--once"])
            .env("XDG_DATA_HOME", home.path())
            .output()
            .expect("a wall")
    };
    let none = wall();
    assert!(!none.status.success());
    let said = String::from_utf8_lossy(&none.stderr).into_owned();
    assert!(said.contains("noch keine Aufzeichnung"), "{said}");
    let elsewhere = home.path().join("workshop-am-freitag");
    let folder = elsewhere.to_str().expect("a name");
    // An older one in the own folder.
    let mut own = start(home.path(), &["play", "einstieg", "--facilitator"]);
    own.shows("[8 Drehbuch]");
    own.press("q");
    own.shows("Die Übung verlassen?");
    own.press("\r");
    own.ends_with(0);
    let args = ["play", "einstieg", "--facilitator", "--record", folder];
    let mut room = start(home.path(), &args);
    room.shows("Aufgezeichnet in");
    let page = room.shows("beistand wall");
    assert!(page.contains("workshop-am-freitag"), "{page}");
    room.press("q");
    let page = room.shows("Die Übung verlassen?");
    assert!(page.contains("workshop-am-freitag"), "{page}");
    room.press("\r");
    room.ends_with(0);
    let hung = wall();
    assert!(hung.status.success(), "{hung:?}");
    let said = String::from_utf8_lossy(&hung.stderr).into_owned();
    assert!(said.contains("workshop-am-freitag"), "{said}");
    let mut again = start(home.path(), &["play", "einstieg"]);
    again.press("7");
    let page = again.shows("workshop-am-freitag");
    let at = |name: &str| page.lines().position(|line| line.contains(name));
    let newest = at("workshop-am-freitag").expect("it is listed");
    assert!(
        at("einstieg-20").is_some_and(|other| newest < other),
        "{page}"
    );
    again.press("\r");
    again.shows("[8 Drehbuch]");
    again.press("q");
    again.shows("Die Übung verlassen?");
    again.press("\r");
    again.ends_with(0);
    // What is gone is not offered.
    fs::remove_dir_all(&elsewhere).expect("it was there");
    let mut after = start(home.path(), &["play", "einstieg"]);
    after.press("7");
    let page = after.shows("einstieg-20");
    assert!(!page.contains("workshop-am-freitag"), "{page}");
}

/// Who names a seat on the command line is asked nothing; the guide made for that seat speaks all the same.
#[test]
fn a_seat_named_on_the_command_line_has_its_guide() {
    let home = tempfile::tempdir().expect("a folder");
    let guided = start(home.path(), &["play", "einstieg", "--seat", "06431015"]);
    guided.shows("ANLEITUNG 1/");
    guided.kill();
    let other = start(home.path(), &["play", "einstieg", "--seat", "06431002"]);
    let page = other.shows("Platz: Bensheim");
    assert!(!page.contains("ANLEITUNG 1/"), "{page}");
    other.kill();
}
