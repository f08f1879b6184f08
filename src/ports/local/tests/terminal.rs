//! A program in a pseudo-terminal, watched from outside as a person would: by its screen, with keys.
#![allow(dead_code, reason = "no test needs all of it")]

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a page may take: on a machine with much else to do, too.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// How often the screen is looked at.
pub const LOOK: Duration = Duration::from_micros(100);

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    // Dropping it would hang the terminal up.
    pty: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the command in a terminal of so many columns and rows.
    pub fn start(mut command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(size(cols, rows))
            .expect("a terminal");
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).expect("a start");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, cols, 0)));
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let mut screen = shared.lock().expect("not poisoned");
                screen.process(&bytes[..count]);
            }
        });
        Self {
            child,
            keys,
            screen,
            pty: pair.master,
        }
    }

    pub fn contents(&self) -> String {
        self.look(vt100::Screen::contents)
    }

    fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.screen.lock().expect("not poisoned").screen())
    }

    /// Waits for the text and gives the whole page.
    pub fn shows(&self, wanted: &str) -> String {
        self.waits_until(wanted, |page| page.contains(wanted))
    }

    /// Waits until the text is gone: what a half-drawn page still shows of the last one counts for nothing.
    /// Needed after Esc, which together with the next key would be read as Alt and that key.
    pub fn hides(&self, unwanted: &str) -> String {
        self.waits_until(unwanted, |page| !page.contains(unwanted))
    }

    /// Waits for what is asked of the page; `what` names it if it never comes.
    pub fn waits_until(&self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let page = self.contents();
            if holds(&page) {
                return page;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "waited in vain: `{what}`\n{page}"
            );
            std::thread::sleep(LOOK);
        }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("a terminal");
        self.keys.flush().expect("a terminal");
    }

    pub fn resize(&self, cols: u16, rows: u16) {
        self.pty.resize(size(cols, rows)).expect("a resize");
    }

    pub fn process_id(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Waits for the end and checks that the terminal is as it was.
    pub fn ends_with(mut self, code: u32) {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            let page = self.contents();
            assert!(
                begun.elapsed() < PATIENCE,
                "the program does not end\n{page}"
            );
            std::thread::sleep(LOOK);
        };
        assert_eq!(status.exit_code(), code, "{}", self.contents());
        // What was written last may still be on its way.
        let restored = |screen: &vt100::Screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        };
        while !self.look(restored) {
            assert!(begun.elapsed() < PATIENCE, "the terminal is not given back");
            std::thread::sleep(LOOK);
        }
    }

    /// Ends a program that is of no further use.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}
