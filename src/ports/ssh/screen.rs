//! The terminal at the other end of a connection: keys come in from it, pages go out to whoever can keep up.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::Terminal;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::{Paragraph, Wrap};
use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;

use super::hall::{Hall, PersonId};
use super::keys::{ESC_WAITS, Keys, PING, Sent};
use super::line::LineState;
use super::{Floor, STUCK};
use crate::ports::backend::CleanBackend;
use crate::ports::client::Client;
use crate::words::Words;

/// How long a wait for keys lasts while the clock runs, and while it stands.
const WHILE_RUNNING: Duration = Duration::from_millis(30);
const WHILE_STOPPED: Duration = Duration::from_millis(80);
/// The shortest time between two pages that no key asked for, with few people and for each of them more.
const BETWEEN_PAGES: Duration = Duration::from_millis(50);
const FOR_EACH: Duration = Duration::from_millis(4);
const MOST_BETWEEN: Duration = Duration::from_millis(500);
/// How often a terminal is asked to answer.
const BETWEEN_PINGS: Duration = Duration::from_secs(4);
/// Clicks and the wheel are reported, movements are not (xterm 1000 and 1006): if a connection breaks, the terminal at the
/// other end stays so, and every movement would type something there.
const CLICKS: &str = "\x1b[?1000h\x1b[?1006h";
/// Portions of input that may wait to be read, and that are read in one go; what comes then waits at the other end.
pub(super) const WAITING: usize = 8;
/// Smallest and largest window that is believed.
const SMALLEST: Size = Size::new(10, 3);
const LARGEST: Size = Size::new(320, 120);

/// What comes in from a connection.
pub(super) enum Input {
    Bytes(Vec<u8>),
    Size(Size),
}

/// Both directions of a connection; when either end is dropped, it is over.
pub(super) struct Wire {
    pub input: Receiver<Input>,
    /// Pages to be sent; there is room for one only, so that who is slow gets the newest.
    pub pages: Sender<Vec<u8>>,
    /// Dropped when nobody sits there any more: then the connection ends, whether or not the last page was taken.
    pub _over: oneshot::Sender<()>,
}

/// Keeps a size within what is believed.
pub(super) fn clamp(cols: u32, rows: u32) -> Size {
    let within = |value: u32, least: u16, most: u16| {
        u16::try_from(value).unwrap_or(u16::MAX).clamp(least, most)
    };
    Size {
        width: within(cols, SMALLEST.width, LARGEST.width),
        height: within(rows, SMALLEST.height, LARGEST.height),
    }
}

/// How a client at a place ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// By its own key.
    Left,
    /// The connection is gone.
    Gone,
    /// The facilitator sent them away; why.
    SentAway(&'static str),
    /// Another exercise is open now.
    OtherFloor,
}

impl End {
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::Left => Some("remote-left"),
            Self::SentAway(why) => Some(why),
            Self::Gone | Self::OtherFloor => None,
        }
    }
}

/// A page that is being drawn.
#[derive(Clone, Default)]
struct Page(Rc<RefCell<Vec<u8>>>);

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal at the other end of a connection.
pub(super) struct Screen<'a> {
    hall: &'a Arc<Hall>,
    id: PersonId,
    wire: Wire,
    terminal: Terminal<CleanBackend<Page>>,
    page: Page,
    keys: Keys,
    line: Arc<LineState>,
    /// Whether this kind of terminal answers.
    answers: bool,
    pinged: Option<Instant>,
    answered: bool,
}

impl<'a> Screen<'a> {
    pub fn open(
        hall: &'a Arc<Hall>,
        id: PersonId,
        (line, term, size): (&Arc<LineState>, &str, Size),
        wire: Wire,
    ) -> Option<Self> {
        let mut page = Page::default();
        queue!(
            page,
            EnterAlternateScreen,
            Clear(ClearType::All),
            Print(CLICKS),
            EnableBracketedPaste,
            cursor::Hide
        )
        .ok()?;
        let terminal = Terminal::new(CleanBackend::new(page.clone(), Some(size))).ok()?;
        Some(Self {
            hall,
            id,
            wire,
            terminal,
            page,
            keys: Keys::default(),
            line: Arc::clone(line),
            answers: term != "dumb" && !term.is_empty(),
            pinged: None,
            answered: true,
        })
    }

    /// Sends what was drawn, if there is room for it.
    fn send(&mut self) {
        let bytes = self.page.0.take();
        // Who draws has seen that there is room; who is gone misses nothing.
        let _ = self.wire.pages.try_send(bytes);
    }

    fn has_room(&self) -> bool {
        self.wire.pages.capacity() > 0
    }

    /// Waits for an exercise to be open.
    pub fn wait_for_floor(&mut self, words: &Words) -> Result<Arc<Floor>, End> {
        let text = words.msg("remote-wait");
        let mut drawn = false;
        loop {
            let tidings = self.hall.tidings(self.id);
            if let Some(why) = tidings.sent_away {
                return Err(End::SentAway(why));
            }
            if let Some(floor) = tidings.floor {
                return Ok(floor);
            }
            if !drawn && self.has_room() {
                let done = self.terminal.draw(|frame| {
                    let area = frame.area();
                    let middle = Rect {
                        y: area.height / 2,
                        height: area.height - area.height / 2,
                        ..area
                    };
                    let text = Paragraph::new(text.as_str()).centered();
                    frame.render_widget(text.wrap(Wrap { trim: true }), middle);
                });
                drawn = done.is_ok();
                self.send();
            } else if self.has_room() && self.ping() {
                self.send();
            }
            match self.wire.input.recv_timeout(WHILE_STOPPED) {
                Ok(Input::Size(size)) => {
                    self.resize(size);
                    drawn = false;
                }
                Ok(Input::Bytes(bytes)) if bytes.contains(&3) => return Err(End::Left),
                // Keys are for nothing that is on the screen; that the terminal answers is heard.
                Ok(Input::Bytes(bytes)) => self.keys.take(&bytes, |sent| {
                    if sent == Sent::Pong {
                        self.line.note_answer();
                    }
                }),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(End::Gone),
            }
        }
    }

    fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size);
        self.hall.note_size(self.id, size);
    }

    /// Draws and asks a client until it ends.
    pub fn follow<C: Client>(&mut self, client: &mut C, floor: &Arc<Floor>) -> End {
        let mut drawn = None::<Instant>;
        let mut stale = true;
        let mut pressed = true;
        let mut took = Instant::now();
        let _ = self.terminal.clear();
        loop {
            let tidings = self.hall.tidings(self.id);
            if let Some(why) = tidings.sent_away {
                return End::SentAway(why);
            }
            if tidings.floor.is_none_or(|now| now.number != floor.number) {
                return End::OtherFloor;
            }
            // Who does not take pages asks for nothing: no view is made for them.
            if self.has_room() {
                took = Instant::now();
                stale |= client.poll();
                let between = (BETWEEN_PAGES + FOR_EACH * tidings.people as u32).min(MOST_BETWEEN);
                let due = drawn.is_none_or(|at| at.elapsed() >= between);
                if stale && (pressed || due) {
                    self.ping();
                    if self.terminal.draw(|frame| client.draw(frame)).is_ok() {
                        self.send();
                    }
                    drawn = Some(Instant::now());
                    stale = false;
                    pressed = false;
                } else if self.ping() {
                    self.send();
                }
            } else if took.elapsed() > STUCK {
                return End::Gone;
            }
            let wait = if self.keys.waits() {
                ESC_WAITS
            } else if client.clock_runs() || stale {
                WHILE_RUNNING
            } else {
                WHILE_STOPPED
            };
            match self.wire.input.recv_timeout(wait) {
                Ok(input) => {
                    // What waited is taken in before the next page; who never stops sending gets pages in between.
                    let more = self.wire.input.try_iter().take(WAITING - 1);
                    let inputs: Vec<Input> = core::iter::once(input).chain(more).collect();
                    for input in inputs {
                        match input {
                            Input::Size(size) => {
                                self.resize(size);
                                stale = true;
                            }
                            Input::Bytes(bytes) => pressed |= self.take(&bytes, client),
                        }
                        if client.ended().is_some() {
                            return End::Left;
                        }
                    }
                    stale |= pressed;
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(Sent::Event(event)) = self.keys.nothing_came() {
                        client.update(&event);
                        pressed = true;
                        stale = true;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return End::Gone,
            }
            if client.ended().is_some() {
                return End::Left;
            }
        }
    }

    /// Hands keys to a client; returns whether there were any.
    fn take<C: Client>(&mut self, bytes: &[u8], client: &mut C) -> bool {
        let mut events = Vec::new();
        let mut pong = false;
        self.keys.take(bytes, |sent| match sent {
            Sent::Event(event) => events.push(event),
            Sent::Pong => pong = true,
        });
        if pong {
            if let (Some(at), false) = (self.pinged, self.answered) {
                self.hall.note_latency(self.id, at.elapsed());
            }
            self.answered = true;
            self.line.note_answer();
        }
        if events.is_empty() {
            return false;
        }
        self.hall.note_key(self.id);
        for event in &events {
            client.update(event);
            if client.ended().is_some() {
                break;
            }
        }
        true
    }

    /// Asks the terminal to answer, now and then; returns whether it was time.
    fn ping(&mut self) -> bool {
        let due = self.pinged.is_none_or(|at| at.elapsed() >= BETWEEN_PINGS);
        let asks = self.answers && due;
        if asks {
            self.page.0.borrow_mut().extend_from_slice(PING);
            self.pinged = Some(Instant::now());
            self.answered = false;
        }
        asks
    }
}

/// Gives the terminal at the other end back as it was.
pub(super) fn give_back(bytes: &mut Vec<u8>) -> io::Result<()> {
    queue!(
        bytes,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        cursor::Show
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_clamped() {
        assert_eq!(clamp(80, 24), Size::new(80, 24));
        assert_eq!(clamp(u32::MAX, 70_000), LARGEST);
        assert_eq!(clamp(0, 0), SMALLEST);
    }
}
