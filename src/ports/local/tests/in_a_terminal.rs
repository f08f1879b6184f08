//! The test program starts itself in a pseudo-terminal and watches the screen from outside.

use portable_pty::CommandBuilder;

use super::super::{Beside, Session};
use super::terminal::Terminal;
use crate::tui::sample::{self, FakeDoor};
use crate::tui::theme::ColorDepth;
use crate::tui::{SeatEnd, Settings, StartEnd};
use crate::words::Lang;

/// How the program inside is asked to behave.
const ASK: &str = "BEISTAND_TEST_TERMINAL";

/// Plays the part of the program; does nothing unless asked.
#[test]
fn inside() {
    let Ok(asked) = std::env::var(ASK) else {
        return;
    };
    let settings = Settings::new(Lang::De, ColorDepth::None);
    let mut session = Session::open().expect("a terminal");
    let end = session.run_start(sample::start_info(), settings);
    let end = end.expect("a working terminal");
    let code = match end {
        StartEnd::Left => 10,
        StartEnd::Interrupted => 11,
        StartEnd::GoOn(..) => 12,
        StartEnd::Drill(..) => 13,
        StartEnd::Chosen(_) if asked == "panic" => panic!("as asked"),
        StartEnd::Chosen(choice) => {
            let (door, _) = FakeDoor::new(sample::seat_view());
            let end = session.run_seat(
                Box::new(door),
                choice.seat,
                settings,
                String::new(),
                Beside::default(),
            );
            match end.expect("a working terminal") {
                SeatEnd::Left => 20,
                SeatEnd::Interrupted => 21,
            }
        }
    };
    drop(session);
    std::process::exit(code);
}

/// Starts this test program in a terminal, to be the program.
fn start(asked: &str) -> Terminal {
    let program = std::env::current_exe().expect("this program");
    let mut command = CommandBuilder::new(program);
    let name = "ports::local::tests::in_a_terminal::inside";
    command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
    command.env(ASK, asked);
    Terminal::start(command, 80, 24)
}

#[test]
fn a_seat_is_chosen_played_and_left() {
    let mut outside = start("play");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("JETZT");
    outside.press("\r");
    outside.shows("Entscheidungsvorlage");
    outside.press("\x1b");
    outside.hides("Entscheidungsvorlage");
    outside.press("7");
    outside.shows("[7 Tagebuch (");
    outside.resize(60, 24);
    outside.shows("zu klein");
    outside.resize(80, 24);
    outside.shows("[7 Tagebuch (");
    outside.press("q");
    outside.shows("Ende?");
    outside.press("\r");
    outside.ends_with(20);
}

#[test]
fn a_window_that_is_too_small_is_left_by_the_key_that_leaves_any_program() {
    let mut outside = start("play");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("JETZT");
    outside.resize(60, 24);
    outside.shows("zu klein");
    outside.press("\x03");
    outside.ends_with(21);
}

#[test]
fn leaving_the_start_screen_gives_the_terminal_back() {
    let mut outside = start("start");
    outside.shows("Welchen Platz");
    outside.press("\x03");
    outside.shows("Enter Ja");
    outside.press("\r");
    outside.ends_with(10);
}

#[test]
fn a_signal_ends_the_program_cleanly() {
    let mut outside = start("play");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("JETZT");
    let id = outside.process_id();
    let ended = std::process::Command::new("kill")
        .args(["-TERM", &id.to_string()])
        .status();
    assert!(ended.expect("a signal").success());
    outside.ends_with(21);
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut outside = start("panic");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("as asked");
    outside.ends_with(101);
}
