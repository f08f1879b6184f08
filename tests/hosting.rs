//! People sit down over SSH and play: on the screens of the facilitator's room, through the same door.
#![cfg(all(feature = "host", unix))]

mod network;

use std::process::Command;
use std::time::{Duration, Instant};

use network::terminal::{PATIENCE, Terminal};
use network::{Own, Program, Sitter, has_openssh};

const F4: &str = "\x1bOS";
const F8: &str = "\x1b[19~";
const ESC: &str = "\x1b";

/// Zwingenberg reads English.
fn english_at_zwingenberg(file: String) -> String {
    let places = file.lines().map(|line| {
        if line.contains("zwingenberg") {
            line.replace("lang: de", "lang: en")
        } else {
            line.to_owned()
        }
    });
    places.collect::<Vec<_>>().join("\n") + "\n"
}

/// From asking to work: Bensheim asks, Zwingenberg gives, the facilitator leads the clock, and Lorsch learns nothing.
fn aid_from_ask_to_work<S: Sitter>(sit: impl Fn(&Program, &str, (u16, u16)) -> S) {
    let mut host = Program::host("einstieg", english_at_zwingenberg);
    let mut bensheim = sit(&host, "bensheim", (80, 24));
    bensheim.shows("Platz: Bensheim");
    let mut zwingenberg = sit(&host, "zwingenberg", (120, 40));
    zwingenberg.shows("Seat: Zwingenberg");
    let mut lorsch = sit(&host, "lorsch", (200, 60));
    lorsch.shows("Platz: Lorsch");
    host.terminal.press("A");
    host.terminal.shows("3 angemeldet");

    bensheim.press("b");
    bensheim.shows("Neues Ersuchen");
    // A notebook: it works wherever the applications of the provider do not.
    bensheim.press("\x1b[C");
    bensheim.shows("Notebook");
    bensheim.press("\r");
    bensheim.shows("Zwingenberg → wir");
    zwingenberg.press("4");
    zwingenberg.shows("No requests yet.");
    // The clock is the facilitator's.
    bensheim.press(" ");
    bensheim.shows("Uhr");
    host.terminal.press(" ");
    zwingenberg.shows("us → Bensheim");
    host.terminal.shows("STEHT: Entscheidung");
    zwingenberg.press("\r");
    zwingenberg.shows("Answer Bensheim");
    zwingenberg.shows("Decision paper");
    zwingenberg.press("\r");
    zwingenberg.press("we have one\r");
    zwingenberg.shows("Answer sent");
    bensheim.shows("zugesagt 1");
    // On and on until the desk is used, whatever else is to be decided.
    host.terminal.press("u");
    host.terminal.shows("frei · ");
    host.terminal.press("+++");
    host.terminal.shows("6 Std je Sekunde");
    let works = |page: &str| page.contains("●●●●●●");
    let begun = Instant::now();
    while !works(&bensheim.page()) {
        assert!(begun.elapsed() < PATIENCE, "{}", bensheim.page());
        if host.terminal.contents().contains("STEHT") {
            host.terminal.press(" ");
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    zwingenberg.waits_until("work", works);

    // What two agreed on the telephone a third does not know.
    lorsch.press("4");
    let page = lorsch.shows("Noch keine Ersuchen");
    assert!(!page.contains("Bensheim"), "{page}");
    lorsch.press("7");
    let page = lorsch.shows("[7 Tagebuch");
    assert!(!page.contains("bittet"), "{page}");

    // A window that is too small gets a clear word, and the page again when it is large enough.
    bensheim.resize((60, 12));
    bensheim.shows("zu klein");
    bensheim.resize((100, 30));
    bensheim.shows("Zwingenberg → wir");
}

#[test]
fn three_seats_play_aid_from_ask_to_work() {
    aid_from_ask_to_work(Program::sit);
}

#[test]
fn three_seats_play_aid_from_ask_to_work_with_openssh() {
    if !has_openssh() {
        println!("no `ssh` on this machine: played with the client of our own only");
        return;
    }
    aid_from_ask_to_work(Program::sit_with_openssh);
}

#[test]
fn the_end_gives_every_terminal_back() {
    let mut host = Program::host("einstieg", |file| file);
    let own = host.sit("lorsch", (80, 24));
    own.shows("Platz: Lorsch");
    let stock = has_openssh().then(|| host.sit_with_openssh("bensheim", (80, 24)));
    if let Some(stock) = &stock {
        stock.shows("Platz: Bensheim");
    } else {
        println!("no `ssh` on this machine: tried with the client of our own only");
    }
    host.terminal.press("q");
    host.terminal.shows("verlassen");
    host.terminal.press("\r");
    host.terminal.ends_with(0);
    own.ends();
    assert!(
        own.page().contains("Die Übung ist beendet."),
        "{}",
        own.page()
    );
    if let Some(stock) = stock {
        stock.ends_with(0);
    }
}

#[test]
fn a_team_shares_a_seat_and_one_acts() {
    let host = Program::host("einstieg", |file| file);
    let mut first = host.sit("bensheim", (80, 24));
    first.shows("Platz: Bensheim");
    let mut second = host.sit("bensheim", (120, 40));
    second.shows("SIE SEHEN ZU");
    let ask = |who: &mut Own| {
        who.press("b");
        who.shows("Neues Ersuchen");
        who.press("\r");
    };
    ask(&mut second);
    second.shows("Gerade handelt jemand anders");
    second.press(ESC);
    second.hides("Neues Ersuchen");
    // Who types is not taken over from.
    second.press(F4);
    second.shows("Dort tippt gerade jemand.");
    first.press(F4);
    first.shows("SIE SEHEN ZU");
    second.shows("Sie sind dran.");
    ask(&mut second);
    second.shows("→ wir");
    first.press("4");
    first.shows("→ wir");
    // Who acts goes: the other acts, and nobody is asked.
    second.drop_out();
    first.hides("SIE SEHEN ZU");
    ask(&mut first);
    first.waits_until("two requests", |page| page.matches("→ wir").count() >= 2);
}

#[test]
fn everybody_answers_the_questionnaire_for_themselves_and_without_a_name() {
    let host = Program::host("suedhessen", |file| file);
    let mut acts = host.sit("bensheim", (80, 24));
    acts.shows("Platz: Bensheim");
    // Who looks on may order nothing, and is asked all the same.
    let mut looks_on = host.sit("bensheim", (80, 24));
    looks_on.shows("Bensheim");
    for (person, grade) in [(&mut acts, "4"), (&mut looks_on, "2")] {
        person.press("Q");
        person.shows("[Abgeben]");
        person.press(grade);
        person.shows(&format!("[{grade}]"));
        // Up from the second question to the first, and from there to the end.
        person.press("\x1b[A");
        person.press("\x1b[A");
        person.press("\r");
        person.shows("Ihr Bogen ist abgegeben");
        person.press("\r");
        person.hides("Ihr Bogen ist abgegeben");
    }
    let record = host.record();
    let beside = std::fs::read_to_string(record.join("observations.jsonl")).expect("sheets");
    for (sheet, grade) in [(1, 4), (2, 2)] {
        let answer = format!("\"sheet\":{sheet},\"question\":\"useful\",\"grade\":{grade}");
        assert!(beside.contains(&answer), "{beside}");
    }
    assert!(
        !beside.contains("bensheim") && !beside.contains("06431002"),
        "{beside}"
    );
    let journal = std::fs::read_to_string(record.join("journal.jsonl")).expect("a journal");
    assert!(!journal.contains("useful"), "it is no part of the course");
}

#[test]
fn who_drops_out_comes_back_to_the_same_screen() {
    let host = Program::host("einstieg", |file| file);
    let mut bensheim = host.sit("bensheim", (80, 24));
    bensheim.shows("Platz: Bensheim");
    bensheim.press("L");
    bensheim.shows("Seat: Bensheim");
    bensheim.press("4");
    bensheim.shows("[4 Mutual aid]");
    bensheim.press("/");
    bensheim.shows("Search");
    bensheim.press("Bürg");
    bensheim.shows("Bürg");
    bensheim.drop_out();
    host.logs("bensheim leaves");
    // Nothing else happened to the exercise, and another terminal may be larger.
    let mut bensheim = host.sit("bensheim", (100, 30));
    bensheim.shows("Seat: Bensheim");
    bensheim.shows("Bürg");
    bensheim.press(ESC);
    bensheim.hides("Bürg");
    bensheim.shows("[4 Mutual aid]");
    // Who leaves by the key begins anew.
    bensheim.press("q");
    bensheim.shows("The exercise goes on.");
    bensheim.press("\r");
    bensheim.ends();
    assert!(
        bensheim.page().contains("Mit demselben Befehl"),
        "{}",
        bensheim.page()
    );
    let bensheim = host.sit("bensheim", (80, 24));
    bensheim.shows("[1 Rathaus]");
}

#[test]
fn the_facilitator_sees_and_orders() {
    let mut host = Program::host("einstieg", |file| file);
    host.terminal.press("A");
    host.terminal.shows("0 angemeldet");
    let mut bensheim = host.sit("bensheim", (80, 24));
    bensheim.shows("Platz: Bensheim");
    host.terminal.shows("1 angemeldet");
    host.terminal.shows("80×24");
    host.terminal.shows("● Person");
    // Words to one place, with what a terminal would take for an order.
    host.terminal.press("\r");
    host.terminal.shows("Ansage an bensheim");
    host.terminal
        .press("\x1b[200~Bitte \x1b]0;gekapert\x07 anrufen: Bürgerbüro\x1b[201~");
    host.terminal.shows("Bürgerbüro");
    host.terminal.press("\r");
    bensheim.shows("ANSAGE DER LEITUNG");
    let page = bensheim.shows("Bürgerbüro");
    assert!(page.contains("anrufen"), "{page}");
    // Nothing of the page shows through.
    let said = page.lines().find(|line| line.contains("ANSAGE"));
    assert!(
        said.is_some_and(|line| line.trim_end().ends_with("Bürgerbüro")),
        "{page}"
    );
    assert!(
        !bensheim.raw().windows(3).any(|bytes| bytes == b"\x1b]0"),
        "an order came through"
    );
    bensheim.press(F8);
    bensheim.hides("ANSAGE DER LEITUNG");
    // Mute, and not.
    host.terminal.press("m");
    host.terminal.shows("▲ stumm");
    bensheim.press("b");
    bensheim.shows("Neues Ersuchen");
    bensheim.press("\r");
    bensheim.shows("Dieser Platz ist stumm.");
    host.terminal.press("m");
    host.terminal.hides("▲ stumm");
    bensheim.press("\r");
    bensheim.shows("→ wir");
    // Given to the exercise control, and back.
    host.terminal.press("s");
    host.terminal.shows("spielt jetzt die Übungssteuerung");
    host.terminal.press("s");
    host.terminal.shows("spielt jetzt eine Person");
    // Freed: whoever comes finds the place as it was at the beginning.
    host.terminal.press("x");
    bensheim.ends();
    host.terminal.shows("0 angemeldet");
    host.terminal
        .waits_until("control", |page| !page.contains("● Person"));
    let bensheim = host.sit("bensheim", (80, 24));
    bensheim.shows("[1 Rathaus]");
    host.terminal.shows("● Person");
    // Locked: nobody may sit down.
    host.terminal.press("l");
    bensheim.ends();
    host.terminal.shows("■ gesperrt");
    let turned_away = host.sit("bensheim", (80, 24));
    turned_away.ends();
    turned_away.is_disconnected();
    assert!(
        turned_away.page().contains("gesperrt"),
        "{}",
        turned_away.page()
    );
}

#[test]
fn observers_the_wall_and_a_facilitator_connect_too() {
    let host = Program::host("einstieg", |file| file);
    let mut observer = host.sit("beobachtung", (100, 30));
    observer.shows("BEOBACHTUNG");
    observer.shows("Platz: Bensheim");
    observer.press(">");
    observer.shows("Lindenfels · vertreten");
    observer.press("b");
    observer.shows("Beobachtende handeln nicht.");
    assert!(!observer.page().contains("Neues Ersuchen"));
    let wall = host.sit("wand", (120, 40));
    wall.waits_until("the wall", |page| {
        page.contains("ÜBUNG") && page.contains("Stand")
    });
    let mut lead = host.sit("leitung", (120, 40));
    lead.shows("LEITUNG");
    lead.press("A");
    lead.shows("3 angemeldet");
    lead.press("r");
    lead.shows("nur das Gerät, an dem die Übung läuft");
    lead.press(" ");
    lead.waits_until("the clock runs", |page| !page.contains("STEHT"));
    lead.press(" ");
    lead.shows("STEHT");
}

/// Who reads a code from paper and types it without seeing it takes his time. A client that is asked anything meanwhile
/// leaves.
#[test]
fn there_is_time_to_type_a_code() {
    if !has_openssh() {
        return;
    }
    let host = Program::host("einstieg", |file| file);
    let mut terminal = Terminal::start(host.openssh("bensheim"), 80, 24);
    terminal.shows("Code (Karte / card)");
    std::thread::sleep(Duration::from_secs(12));
    terminal.press(&format!("{}\r", host.codes["bensheim"]));
    terminal.shows("Platz: Bensheim");
}

#[test]
fn what_was_confirmed_outlasts_a_kill() {
    let host = Program::host("einstieg", |file| file);
    let mut bensheim = host.sit("bensheim", (80, 24));
    bensheim.shows("Platz: Bensheim");
    bensheim.press("b");
    bensheim.shows("Neues Ersuchen");
    bensheim.press("\r");
    bensheim.shows("Ersuchen verschickt.");
    let known = host.fingerprint.clone();
    let again = host.killed_and_taken_up();
    bensheim.ends();
    assert_eq!(again.fingerprint, known, "clients know the host again");
    let mut bensheim = again.sit("bensheim", (80, 24));
    // Keys typed before the exercise is open again are for nothing that was on the screen, and go nowhere.
    bensheim.shows("Platz: Bensheim");
    bensheim.press("4");
    bensheim.shows("→ wir");
    // The record is whole, and plays to the same world.
    let mut terminal = again.terminal;
    terminal.press("q");
    terminal.shows("verlassen");
    terminal.press("\r");
    bensheim.ends();
    terminal.ends_with(0);
    let record = again.folder.path().join("record");
    let proof = Command::new(env!("CARGO_BIN_EXE_beistand"))
        .arg("replay")
        .arg(record)
        .output();
    let proof = proof.expect("the program");
    assert!(proof.status.success(), "{proof:?}");
}

#[test]
fn what_was_ordered_at_places_outlasts_a_kill() {
    let mut host = Program::host("einstieg", |file| file);
    let seats = ["bensheim", "lindenfels", "lorsch"].map(|user| {
        let own = host.sit(user, (80, 24));
        own.shows("[1 Rathaus]");
        own
    });
    host.terminal.press("A");
    host.terminal.shows("3 angemeldet");
    // The rows stand in the order of the file, which is that of the scenario; the first is chosen.
    let file = std::fs::read_to_string(host.folder.path().join("seats.ron")).expect("places");
    let row = |user: &str| {
        let named = format!("user: \"{user}\"");
        let mut users = file.lines().filter(|line| line.contains("user:"));
        users
            .position(|line| line.contains(&named))
            .expect("a place")
    };
    let state_of = |page: &str, user: &str, state: &str| {
        let mut lines = page.lines();
        lines.any(|line| line.contains(user) && line.contains(state))
    };
    for (user, key, state) in [
        ("bensheim", "m", "▲ stumm"),
        ("lindenfels", "s", "○ Steuerung"),
        ("lorsch", "l", "■ gesperrt"),
    ] {
        let down = "\x1b[B".repeat(row(user));
        host.terminal
            .press(&format!("{}{down}{key}", "\x1b[A".repeat(40)));
        host.terminal
            .waits_until(state, |page| state_of(page, user, state));
    }
    seats[2].ends();
    // Who drops out and comes back does not take the seat from the exercise control, since it was given that under them.
    let [bensheim, lindenfels, _] = seats;
    lindenfels.drop_out();
    host.logs("lindenfels leaves");
    let lindenfels = host.sit("lindenfels", (80, 24));
    lindenfels.shows("vertreten");

    let mut again = host.killed_and_taken_up();
    bensheim.ends();
    let mut bensheim = again.sit("bensheim", (80, 24));
    bensheim.shows("[1 Rathaus]");
    bensheim.press("b");
    bensheim.shows("Neues Ersuchen");
    bensheim.press("\r");
    bensheim.shows("Dieser Platz ist stumm.");
    let lindenfels = again.sit("lindenfels", (80, 24));
    lindenfels.shows("vertreten");
    let lorsch = again.sit("lorsch", (80, 24));
    lorsch.ends();
    assert!(lorsch.page().contains("gesperrt"), "{}", lorsch.page());
    again.terminal.press("A");
    let page = again.terminal.shows("2 angemeldet");
    assert!(state_of(&page, "bensheim", "▲ stumm"), "{page}");
    assert!(state_of(&page, "lindenfels", "○ Steuerung"), "{page}");
    assert!(state_of(&page, "lorsch", "■ gesperrt"), "{page}");
}
