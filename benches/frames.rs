//! What a person at a terminal waits for: the first page, a page, a key while time runs.
//!
//! `cargo bench --bench frames` starts the program in a pseudo-terminal of 200x60 and looks at it
//! as a terminal would. `-- SCENARIO SEAT` measures another scenario and seat.
//!
//! - *first page*: from the start of the program to its first page on the screen (target 100 ms).
//! - *page*: user CPU time to draw a page and to write what changed (target 4 ms).
//! - *key*: from a key press to the changed screen, while a day passes per second (target 16 ms).
//! - *order*: from the key that stops or starts the clock to the page that says so: through the check, the
//!   journal and the thread of the exercise and back (target 16 ms).
//!
//! All but the pages are wall-clock time, so they need a machine with nothing else to do.

#[cfg(not(unix))]
fn main() {
    println!("user CPU time and pseudo-terminals are measured on Unix only");
}

#[cfg(unix)]
fn main() {
    unix::main();
}

#[cfg(unix)]
mod measure;

#[cfg(unix)]
#[path = "../tests/terminal/mod.rs"]
mod terminal;

#[cfg(unix)]
mod unix {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use crate::measure::user_seconds;
    use crate::terminal::{LOOK, PATIENCE, Terminal};
    use beistand::exercise::{self, Exercise, Setup, Start, World};
    use beistand::response::players;
    use beistand::scenario::load;
    use beistand::tui::theme::ColorDepth;
    use beistand::tui::{Seat, Settings};
    use beistand::vocab::{AdministrationId, DAY};
    use beistand::words::Lang;
    use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
    use portable_pty::CommandBuilder;
    use ratatui::backend::CrosstermBackend;
    use ratatui::layout::Rect;
    use ratatui::{TerminalOptions, Viewport};

    const WIDE: u16 = 200;
    const TALL: u16 = 60;
    const STARTS: usize = 30;
    const KEYS: usize = 200;
    const PAGES: usize = 400;

    pub fn main() {
        let mut words = std::env::args()
            .skip(1)
            .filter(|word| !word.starts_with("--"));
        let scenario = words.next().unwrap_or_else(|| "einstieg".to_owned());
        let seat = words.next().unwrap_or_else(|| "06431002".to_owned());
        println!("scenario {scenario}, seat {seat}, page {WIDE}x{TALL}; milliseconds");
        println!("{:<34}{:>8}{:>8}{:>8}", "", "median", "95 %", "most");
        let start = ["play", &scenario, "--seed", "1", "--lang", "de"];
        let sit = [&start[..], &["--seat", &seat]].concat();
        tell("first page: start screen", first_pages(&start, "Enter Los"));
        tell("first page: town hall", first_pages(&sit, "[1 Rathaus"));
        tell("page, user CPU", pages(&scenario, &seat));
        tell("key, a day per second", keys(&sit));
        tell("order, a day per second", orders(&sit));
    }

    fn tell(what: &str, mut seconds: Vec<f64>) {
        seconds.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let last = seconds.len() - 1;
            1e3 * seconds[(share * last as f64).round() as usize]
        };
        println!(
            "{what:<34}{:>8.2}{:>8.2}{:>8.2}",
            at(0.5),
            at(0.95),
            at(1.0)
        );
    }

    fn first_pages(arguments: &[&str], wanted: &str) -> Vec<f64> {
        (0..STARTS)
            .map(|_| {
                let begun = Instant::now();
                let program = start(arguments);
                program.shows(wanted);
                let taken = begun.elapsed().as_secs_f64();
                program.kill();
                taken
            })
            .collect()
    }

    /// User CPU time of each of many pages, every one another screen than the last.
    fn pages(scenario: &str, key: &str) -> Vec<f64> {
        let scenario = load(scenario, &[]).unwrap_or_else(|problems| panic!("{problems}"));
        let scenario = Arc::new(scenario);
        let position = scenario
            .administrations
            .iter()
            .position(|administration| administration.id == key)
            .expect("there is such a seat");
        let seat = AdministrationId::from_index(position);
        let start = Start {
            seed: 1,
            run: 0,
            pact: scenario.pacts.len() - 1,
        };
        // A bot at the seat as well, so that there is much to show after ten days.
        let bots = players(&scenario, "by_the_book", &[]).expect("the plan is there");
        let mut world = World::new(Arc::clone(&scenario));
        world.keep_courses();
        let mut exercise = Exercise::new(world, start, bots, None);
        exercise.advance_to(scenario.start_ex.after(10 * DAY));
        let actor = exercise::start(Setup {
            exercise,
            persons: vec![seat],
            asides: None,
            room: None,
        });
        let settings = Settings::new(Lang::De, ColorDepth::True);
        let mut screen = Seat::new(actor.door(), seat, settings, String::new());
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, WIDE, TALL)),
        };
        let backend = CrosstermBackend::new(std::io::sink());
        let mut terminal = ratatui::Terminal::with_options(backend, options).expect("a terminal");
        let mut taken = Vec::new();
        let tabs = ['1', '4', '6', '7'];
        for at in 0..PAGES {
            let code = KeyCode::Char(tabs[at % tabs.len()]);
            screen.update(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)));
            let before = user_seconds();
            terminal
                .draw(|frame| screen.draw(frame))
                .expect("a page is drawn");
            taken.push(user_seconds() - before);
        }
        drop(actor.leave());
        taken
    }

    /// Time from a key to the screen it asks for, while the clock runs.
    fn keys(arguments: &[&str]) -> Vec<f64> {
        let mut program = start(arguments);
        program.shows("[1 Rathaus");
        // As fast as the clock goes: a day per second.
        program.press("++++++");
        let mut taken = Vec::new();
        let tabs = [("4", "[4 "), ("7", "[7 "), ("6", "[6 "), ("1", "[1 ")];
        for at in 0..KEYS {
            // An alarm stops the clock; it has to run while the key is measured.
            if program.contents().contains("UHR STEHT") {
                program.press(" ");
            }
            // In no fixed relation to the thirty pages a second.
            std::thread::sleep(Duration::from_millis(20 + (at as u64 * 7) % 33));
            let (key, wanted) = tabs[at % tabs.len()];
            let begun = Instant::now();
            program.press(key);
            program.shows(wanted);
            taken.push(begun.elapsed().as_secs_f64());
        }
        program.kill();
        taken
    }

    /// Time from the key of an order to the page that shows it done.
    fn orders(arguments: &[&str]) -> Vec<f64> {
        let mut program = start(arguments);
        program.shows("[1 Rathaus");
        program.press("++++++");
        let stands = |program: &Terminal| program.contents().contains("UHR STEHT");
        let mut taken = Vec::new();
        for at in 0..KEYS {
            std::thread::sleep(Duration::from_millis(20 + (at as u64 * 7) % 33));
            let before = stands(&program);
            let begun = Instant::now();
            program.press(" ");
            while stands(&program) == before {
                assert!(begun.elapsed() < PATIENCE, "{}", program.contents());
                std::thread::sleep(LOOK);
            }
            taken.push(begun.elapsed().as_secs_f64());
        }
        program.kill();
        taken
    }

    fn start(arguments: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beistand"));
        command.args(arguments);
        command.env("COLORTERM", "truecolor");
        Terminal::start(command, WIDE, TALL)
    }
}
