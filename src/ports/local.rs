//! The local terminal: one session for the start screen and the seat, restored whatever happens.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    Event, KeyCode, KeyModifiers,
};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;

use super::backend::CleanBackend;
use super::client::{Client, HungWall};
use crate::exercise::Door;
use crate::exercise::door::{
    AnswerBox, Asking, Attendance, FacilitatorDoor, Notebook, ReadMarks, Shelf,
};
use crate::tui::theme::ColorDepth;
use crate::tui::{
    DrillEnd, DrillKind, DrillScreen, DrillWorks, Facilitator, FacilitatorEnd, SMALLEST, Seat,
    SeatEnd, Settings, Start, StartEnd, StartInfo, Wall,
};
use crate::view::WallView;
use crate::vocab::{AdministrationId, Text};

/// How long a signal leaves the program to end by itself.
#[cfg(unix)]
const GRACE: Duration = Duration::from_millis(500);
/// Exit code of a program that was interrupted.
#[cfg(unix)]
const INTERRUPTED: i32 = 130;
/// How long a wait for keys lasts while the clock runs.
const WHILE_RUNNING: Duration = Duration::from_millis(15);
/// How long a wait for keys lasts while it stands.
const WHILE_STOPPED: Duration = Duration::from_millis(50);
/// The shortest time between two pages that no key asked for: about thirty a second.
const BETWEEN_PAGES: Duration = Duration::from_millis(33);

/// Why the terminal cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Input or output is a file or a pipe.
    #[error(
        "this needs a terminal; input or output goes to a file or a pipe (use `beistand run` there)"
    )]
    NoTerminal,
    /// The terminal refused.
    #[error("the terminal cannot be used: {0}")]
    Io(#[from] io::Error),
}

/// Says how many colours the terminal shows, from `--color` and the environment.
///
/// `never` is `--color never`; `NO_COLOR` counts if it is set and not empty.
#[must_use]
pub fn color_depth(never: bool, variable: impl Fn(&str) -> Option<String>) -> ColorDepth {
    let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let term = variable("TERM").unwrap_or_default();
    if never || set("NO_COLOR") || term == "dumb" {
        return ColorDepth::None;
    }
    let many = variable("COLORTERM").is_some_and(|value| {
        let value = value.to_ascii_lowercase();
        value.contains("truecolor") || value.contains("24bit")
    });
    // Windows Terminal shows 24 bit and names itself otherwise.
    if many || set("WT_SESSION") || term.contains("direct") {
        ColorDepth::True
    } else {
        ColorDepth::Sixteen
    }
}

/// What lies beside a record that is played; nothing does where nothing is recorded.
#[derive(Default)]
pub struct Beside {
    /// Objectives and notes of observers.
    pub notebook: Option<Box<dyn Notebook>>,
    /// What plays the record again with one thing changed.
    pub asking: Option<Box<dyn Asking>>,
    /// Where people hand in the questionnaire.
    pub answers: Option<Box<dyn AnswerBox>>,
    /// Where logs of seats are kept as files.
    pub shelf: Option<Arc<dyn Shelf>>,
    /// What was read at the seats.
    pub read: Option<Arc<dyn ReadMarks>>,
    /// What went wrong before, to be said first.
    pub said: Option<Text>,
    /// Where it is recorded, as people read it.
    pub recorded: Option<String>,
}

/// The terminal of this process, taken over until dropped.
pub struct Session {
    terminal: Terminal<CleanBackend<BufWriter<Stdout>>>,
    signals: Signals,
}

impl Session {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// If input or output is no terminal, or the terminal refuses.
    pub fn open() -> Result<Self, OpenError> {
        if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
            return Err(OpenError::NoTerminal);
        }
        let signals = Signals::listen()?;
        restore_on_panic();
        enable_raw_mode()?;
        // From here on a failure must give the terminal back.
        let taken = take_over();
        match taken {
            Ok(terminal) => Ok(Self { terminal, signals }),
            Err(error) => {
                restore();
                Err(error.into())
            }
        }
    }

    /// Shows the start screen until something is chosen.
    ///
    /// # Errors
    /// If the terminal fails.
    pub fn run_start(&mut self, info: StartInfo, settings: Settings) -> io::Result<StartEnd> {
        let mut start = Start::new(info, settings);
        loop {
            self.terminal.draw(|frame| start.draw(frame))?;
            // Wait for something to happen, looking for signals in between.
            while !event::poll(WHILE_STOPPED)? {
                if self.signals.came() {
                    return Ok(StartEnd::Interrupted);
                }
            }
            while event::poll(Duration::ZERO)? {
                start.update(&event::read()?);
                if let Some(end) = start.ended() {
                    return Ok(end.clone());
                }
            }
            if self.signals.came() {
                return Ok(StartEnd::Interrupted);
            }
        }
    }

    /// Plays a seat until it is left.
    ///
    /// # Errors
    /// If the terminal fails.
    pub fn run_seat(
        &mut self,
        door: Box<dyn Door>,
        id: AdministrationId,
        settings: Settings,
        about: String,
        beside: Beside,
    ) -> io::Result<SeatEnd> {
        let mut seat = Seat::new(door, id, settings, about);
        if let Some(asking) = beside.asking {
            seat = seat.with_asking(asking);
        }
        if let Some(answers) = beside.answers {
            seat = seat.with_answers(answers);
        }
        if let Some(shelf) = beside.shelf {
            seat = seat.with_shelf(shelf);
        }
        if let Some(read) = beside.read {
            seat = seat.with_read_marks(read);
        }
        Ok(self.follow(&mut seat)?.unwrap_or(SeatEnd::Interrupted))
    }

    /// Asks, reckons and shows a drill until it is left.
    ///
    /// # Errors
    /// If the terminal fails.
    pub fn run_drill(
        &mut self,
        kind: DrillKind,
        works: Box<dyn DrillWorks>,
        settings: Settings,
    ) -> io::Result<DrillEnd> {
        let mut screen = DrillScreen::new(kind, works, settings);
        Ok(self.follow(&mut screen)?.unwrap_or(DrillEnd::Interrupted))
    }

    /// Draws and asks a client of an exercise until it ends; returns how, or nothing if a signal ended it.
    fn follow<C: Client>(&mut self, client: &mut C) -> io::Result<Option<C::End>> {
        let mut drawn = None::<Instant>;
        let mut is_unseen = false;
        let mut stale = true;
        let mut pressed = true;
        loop {
            stale |= client.poll();
            let due = drawn.is_none_or(|at| at.elapsed() >= BETWEEN_PAGES);
            if stale && (pressed || due) {
                let page = self.terminal.draw(|frame| client.draw(frame))?;
                is_unseen = page.area.width < SMALLEST.0 || page.area.height < SMALLEST.1;
                drawn = Some(Instant::now());
                stale = false;
            }
            let wait = if client.clock_runs() || stale {
                WHILE_RUNNING
            } else {
                WHILE_STOPPED
            };
            pressed = event::poll(wait)?;
            let mut more = pressed;
            while more {
                let event = event::read()?;
                stale |= matches!(event, Event::Resize(..));
                more = event::poll(Duration::ZERO)?;
                // Nobody acts on a page that they cannot see.
                if is_unseen && !matches!(event, Event::Resize(..)) {
                    if is_interrupt(&event) {
                        return Ok(None);
                    }
                    continue;
                }
                client.update(&event);
                if let Some(end) = client.ended() {
                    return Ok(Some(end));
                }
            }
            if self.signals.came() {
                return Ok(None);
            }
        }
    }
}

/// Whether it is the key by which any program can be left.
fn is_interrupt(event: &Event) -> bool {
    let Event::Key(key) = event else { return false };
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

impl Session {
    /// Leads an exercise until the room is left; returns how, and with which language and colours.
    ///
    /// # Errors
    /// If the terminal fails.
    pub fn run_facilitator(
        &mut self,
        door: Box<dyn FacilitatorDoor>,
        settings: Settings,
        about: String,
        is_second_try: bool,
        beside: Beside,
        attendance: Option<Box<dyn Attendance>>,
    ) -> io::Result<(FacilitatorEnd, Settings)> {
        let mut desk = Facilitator::new(door, settings, about, is_second_try);
        if let Some(folder) = beside.recorded {
            desk = desk.recorded_in(folder);
        }
        if let Some(why) = beside.said {
            desk = desk.told(why);
        }
        if let Some(notebook) = beside.notebook {
            desk = desk.with_notebook(notebook);
        }
        if let Some(asking) = beside.asking {
            desk = desk.with_asking(asking);
        }
        if let Some(answers) = beside.answers {
            desk = desk.with_answers(answers);
        }
        if let Some(shelf) = beside.shelf {
            desk = desk.with_shelf(shelf);
        }
        if let Some(read) = beside.read {
            desk = desk.with_read_marks(read);
        }
        if let Some(attendance) = attendance {
            desk = desk.with_attendance(attendance);
        }
        let end = self.follow(&mut desk)?;
        Ok((end.unwrap_or(FacilitatorEnd::Interrupted), desk.settings()))
    }
}

impl Session {
    /// Shows the wall until it is left; `news` is asked for what is new. Returns whether a signal ended it.
    ///
    /// # Errors
    /// If the terminal fails.
    pub fn run_wall(
        &mut self,
        wall: Wall,
        news: impl FnMut() -> Option<Result<Box<WallView>, Text>>,
    ) -> io::Result<bool> {
        let left = self.follow(&mut HungWall::new(wall, news))?;
        Ok(left.is_none())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

fn take_over() -> io::Result<Terminal<CleanBackend<BufWriter<Stdout>>>> {
    let mut out = BufWriter::new(io::stdout());
    execute!(
        out,
        EnterAlternateScreen,
        Clear(ClearType::All),
        EnableMouseCapture,
        EnableBracketedPaste,
        cursor::Hide
    )?;
    // Cleared above, since `Terminal::clear` would wait for the terminal to tell its cursor.
    Terminal::new(CleanBackend::new(out, None))
}

/// Gives the terminal back; goes on where a step fails, since there is nothing better to do.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// Lets a panic give the terminal back before it is reported.
fn restore_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // A seat on the network that fails is none of this terminal's business.
            if super::is_remote_thread() {
                return;
            }
            restore();
            before(info);
        }));
    });
}

/// Whether somebody outside wants the program to end.
struct Signals {
    came: Arc<AtomicBool>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let came = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
            let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
            let flag = Arc::clone(&came);
            std::thread::Builder::new()
                .name("signals".to_owned())
                .spawn(move || {
                    if signals.forever().next().is_some() {
                        flag.store(true, Ordering::Relaxed);
                        // A terminal that is gone reads as an endless end of input, in which the
                        // wait for keys never returns: then nobody is left to look at the flag.
                        std::thread::sleep(GRACE);
                        restore();
                        std::process::exit(INTERRUPTED);
                    }
                })?;
        }
        Ok(Self { came })
    }

    fn came(&self) -> bool {
        self.came.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests;
