//! What fails at one place ends that place only: its terminal is given back, the others play on.
#![cfg(all(feature = "host", unix))]

mod network;
mod support;

use beistand::ports::ssh::{Floor, Host, HostKey, HostSetup, Seats};
use beistand::view::seats;
use beistand::words::Lang;
use network::{Own, Sitter, connect_to, try_code};
use support::{begin, beginning_of, lead};

#[test]
fn a_panic_at_one_place_ends_that_place_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let beginning = beginning_of("einstieg", 3);
    let known = seats(&beginning.scenario);
    let mut file = Seats::for_scenario(&known, Lang::De);
    file.draw_codes(false).expect("luck");
    let key = HostKey::at(&folder.path().join("host_key")).expect("a key");
    let fingerprint = key.fingerprint();
    let audit = folder.path().join("access.log");
    let host = Host::start(HostSetup {
        listen: "127.0.0.1:0".parse().expect("an address"),
        key,
        places: file.places(&known).expect("it is right"),
        ordered: Vec::new(),
        audit: audit.clone(),
        about: String::new(),
    })
    .expect("it listens");
    let sit = |user: &str| {
        let code = file.fresh.iter().find(|(of, _)| of == user);
        let (_, code) = code.expect("a code was drawn");
        let mut handle = connect_to(host.address(), &fingerprint);
        assert!(try_code(&mut handle, user, code));
        Own::open(handle, (80, 24))
    };
    // Who comes before the exercise waits for it.
    let early = sit("lindenfels");
    early.shows("Die Übung beginnt gleich.");
    let (actor, _) = lead(begin(&folder.path().join("record"), &beginning), &beginning);
    let floor = Floor::new(
        actor.doors().expect("a room has doors"),
        false,
        "by_the_book".to_owned(),
        Box::new(|| panic!("the record of the wall is broken")),
        Box::new(|| None),
        Box::new(|| None),
        None,
    );
    host.open(floor, true);
    early.shows("Platz: Lindenfels");
    let mut player = sit("bensheim");
    player.shows("Platz: Bensheim");
    let wall = sit("wand");
    wall.ends();
    assert!(
        wall.page().contains("Dieser Platz hatte einen Fehler."),
        "{}",
        wall.page()
    );
    let log = std::fs::read_to_string(audit).expect("a log");
    assert!(
        log.contains("panicked: the record of the wall is broken"),
        "{log}"
    );
    player.press("b");
    player.shows("Neues Ersuchen");
    player.press("\r");
    player.shows("→ wir");
    // The exercise is closed: everybody waits for the next one.
    host.close();
    player.shows("Die Übung beginnt gleich.");
    drop(host);
    player.ends();
    assert!(actor.leave().is_some(), "the exercise itself is whole");
}
