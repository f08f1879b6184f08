//! The test program starts itself in a pseudo-terminal and watches the screen from outside.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::super::Session;
use crate::tui::sample::{self, FakeDoor};
use crate::tui::theme::ColorDepth;
use crate::tui::{SeatEnd, Settings, StartEnd};
use crate::words::Lang;

/// How the program inside is asked to behave.
const ASK: &str = "BEISTAND_TEST_TERMINAL";
const PATIENCE: Duration = Duration::from_secs(20);

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
        StartEnd::Chosen(_) if asked == "panic" => panic!("as asked"),
        StartEnd::Chosen(choice) => {
            let (door, _) = FakeDoor::new(sample::seat_view());
            let end = session.run_seat(Box::new(door), choice.seat, settings, String::new());
            match end.expect("a working terminal") {
                SeatEnd::Left => 20,
                SeatEnd::Interrupted => 21,
            }
        }
    };
    drop(session);
    std::process::exit(code);
}

struct Outside {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    // Dropping it would hang the terminal up.
    pty: Box<dyn MasterPty + Send>,
}

impl Outside {
    fn start(asked: &str) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let program = std::env::current_exe().expect("this program");
        let mut command = CommandBuilder::new(program);
        let name = "ports::local::tests::in_a_terminal::inside";
        command.args(["--exact", name, "--nocapture", "--test-threads=1"]);
        command.env(ASK, asked);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("a start");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(24, 80, 0)));
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                shared
                    .lock()
                    .expect("not poisoned")
                    .process(&bytes[..count]);
            }
        });
        Self {
            child,
            keys,
            screen,
            pty: pair.master,
        }
    }

    fn shows(&self, wanted: &str) {
        let begin = Instant::now();
        loop {
            let screen = self.screen.lock().expect("not poisoned");
            let contents = screen.screen().contents();
            drop(screen);
            if contents.contains(wanted) {
                return;
            }
            assert!(begin.elapsed() < PATIENCE, "no `{wanted}` in\n{contents}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("a terminal");
        self.keys.flush().expect("a terminal");
    }

    /// Waits for the end and checks that the terminal is as it was.
    fn ends_with(mut self, code: u32) {
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            assert!(begin.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        };
        assert_eq!(status.exit_code(), code);
        // What was written last may still be on its way.
        let restored = || {
            let parser = self.screen.lock().expect("not poisoned");
            let screen = parser.screen();
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        };
        while !restored() {
            assert!(begin.elapsed() < PATIENCE, "the terminal is not given back");
            std::thread::sleep(Duration::from_millis(5));
        }
        drop(self.pty);
    }
}

#[test]
fn a_seat_is_chosen_played_and_left() {
    let mut outside = Outside::start("play");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("JETZT");
    outside.press("\r");
    outside.shows("Entscheidungsvorlage");
    outside.press("\x1b");
    outside.shows("Anleitung");
    outside.press("7");
    outside.shows("[7 Tagebuch (");
    let larger = PtySize {
        rows: 24,
        cols: 60,
        pixel_width: 0,
        pixel_height: 0,
    };
    outside.pty.resize(larger).expect("a resize");
    outside.shows("zu klein");
    outside.press("q\r");
    outside.ends_with(20);
}

#[test]
fn leaving_the_start_screen_gives_the_terminal_back() {
    let mut outside = Outside::start("start");
    outside.shows("Welchen Platz");
    outside.press("\x03");
    outside.shows("Enter Ja");
    outside.press("\r");
    outside.ends_with(10);
}

#[test]
fn a_signal_ends_the_program_cleanly() {
    let mut outside = Outside::start("play");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("JETZT");
    let id = outside.child.process_id().expect("a process");
    let ended = std::process::Command::new("kill")
        .args(["-TERM", &id.to_string()])
        .status();
    assert!(ended.expect("a signal").success());
    outside.ends_with(21);
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut outside = Outside::start("panic");
    outside.shows("Welchen Platz");
    outside.press("\r");
    outside.shows("as asked");
    outside.ends_with(101);
}
