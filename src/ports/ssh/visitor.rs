//! What a connection may ask for: to sign in at a place, and for one terminal there. All else is refused.

use std::borrow::Cow;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use ratatui::layout::Size;
use russh::keys::ssh_key::PublicKey;
use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Response, Session, VerifiedPublicKey,
};
use russh::{Channel, ChannelId, MethodKind, MethodSet, Pty};

use super::gate::{Gate, Ticket};
use super::hall::Hall;
use super::line::LineState;
use super::screen::{Input, WAITING, Wire, clamp};
use super::sitting::{Arrival, serve};
use crate::ports::REMOTE;

/// Wrong codes that one connection may try.
const TRIES: u32 = 3;
/// How long somebody who sends too much is kept waiting at a time.
const PAUSE: Duration = Duration::from_millis(5);
/// How long somebody whose sitting is over has to take the last page and go.
const LAST_PAGE: Duration = Duration::from_secs(2);
/// What is asked for when somebody signs in.
const PROMPT: &str = "Code (Karte / card): ";

/// Somebody at the other end of a connection.
pub(super) struct Visitor {
    hall: Arc<Hall>,
    gate: Arc<Gate>,
    ticket: Ticket,
    line: Arc<LineState>,
    address: SocketAddr,
    /// Where they signed in.
    place: Option<usize>,
    wrong: u32,
    channel: Option<ChannelId>,
    terminal: Terminal,
}

/// What has come of the one terminal of a connection; there is no way back.
enum Terminal {
    /// None was asked for yet.
    None,
    /// It is known what it calls itself and how large it is.
    Asked(String, Size),
    /// Somebody sits there; where to their input goes.
    Sitting(SyncSender<Input>),
    /// It sends nothing any more.
    Over,
}

impl Visitor {
    pub fn new(
        hall: Arc<Hall>,
        gate: Arc<Gate>,
        ticket: Ticket,
        line: Arc<LineState>,
        address: SocketAddr,
    ) -> Self {
        Self {
            hall,
            gate,
            ticket,
            line,
            address,
            place: None,
            wrong: 0,
            channel: None,
            terminal: Terminal::None,
        }
    }

    fn reject(&self, user: &str) -> Auth {
        let place = self.hall.place_of(user);
        let mut methods = MethodSet::empty();
        if self.wrong < TRIES {
            if place.is_some_and(|place| self.hall.places[place].has_keys()) {
                methods.push(MethodKind::PublicKey);
            }
            methods.push(MethodKind::KeyboardInteractive);
            methods.push(MethodKind::Password);
        }
        Auth::Reject {
            proceed_with_methods: Some(methods),
            partial_success: false,
        }
    }

    /// Compares a code, one at a time in the whole host, after the wait that earlier guesses have earned.
    async fn compare(&mut self, user: &str, code: &str) -> Auth {
        let ip = self.address.ip();
        if self.wrong >= TRIES {
            return self.reject(user);
        }
        let gate = Arc::clone(&self.gate);
        tokio::time::sleep(gate.wait(ip, user)).await;
        let mut alone = Arc::clone(&gate.comparing).lock_owned().await;
        let place = self.hall.place_of(user);
        let hall = Arc::clone(&self.hall);
        let code = code.to_owned();
        let compared = tokio::task::spawn_blocking(move || {
            alone.fits(&code, place.and_then(|place| hall.places[place].code()))
        });
        let is_right = compared.await.unwrap_or(false);
        match place.filter(|_| is_right) {
            Some(place) => {
                gate.note_right(ip, user);
                self.sign_in(place, "signs in with a code");
                Auth::Accept
            }
            None => {
                self.wrong += 1;
                gate.note_wrong(ip, user);
                self.hall.note_refused();
                self.hall.audit.note(Some(self.address), user, "wrong code");
                self.reject(user)
            }
        }
    }

    fn sign_in(&mut self, place: usize, how: &str) {
        self.place = Some(place);
        self.line.sign_in();
        self.ticket.sign_in();
        let user = &self.hall.places[place].user;
        self.hall.audit.note(Some(self.address), user, how);
    }

    fn knows(&self, user: &str, key: &PublicKey) -> Option<usize> {
        let place = self.hall.place_of(user)?;
        self.hall.places[place].knows(key).then_some(place)
    }

    fn note_refused(&self, what: &str) {
        let user = self.place.map_or("", |place| &self.hall.places[place].user);
        let what = format!("refused: {what}");
        self.hall.audit.note(Some(self.address), user, &what);
    }

    fn refuse(
        &self,
        what: &str,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        self.note_refused(what);
        session.channel_failure(channel)
    }

    /// Says why there is nothing to be had. To a refusal clients would say something of their own and drop the words.
    fn say_that_a_terminal_is_needed(
        &self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), russh::Error> {
        self.note_refused("no terminal");
        session.channel_success(channel)?;
        let text = "beistand: ein Terminal ist nötig / a terminal is needed: ssh -t\r\n";
        session.data(channel, text.as_bytes().to_vec())?;
        session.exit_status_request(channel, 1)?;
        session.eof(channel)?;
        session.close(channel)
    }

    /// Hands input on; who sends more than can be read waits.
    async fn hand_on(&mut self, mut input: Input) {
        while let Terminal::Sitting(sender) = &self.terminal {
            match sender.try_send(input) {
                Ok(()) => return,
                Err(TrySendError::Full(back)) => {
                    input = back;
                    tokio::time::sleep(PAUSE).await;
                }
                Err(TrySendError::Disconnected(_)) => {
                    self.terminal = Terminal::Over;
                    return;
                }
            }
        }
    }
}

impl Handler for Visitor {
    type Error = russh::Error;

    async fn auth_none(&mut self, user: &str) -> Result<Auth, Self::Error> {
        Ok(self.reject(user))
    }

    async fn auth_password(&mut self, user: &str, password: &str) -> Result<Auth, Self::Error> {
        Ok(self.compare(user, password).await)
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        user: &str,
        _: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        let Some(mut response) = response else {
            return Ok(Auth::Partial {
                name: Cow::Borrowed(""),
                instructions: Cow::Borrowed(""),
                prompts: Cow::Owned(vec![(Cow::Borrowed(PROMPT), false)]),
            });
        };
        let code = response.next().unwrap_or_default();
        let code = String::from_utf8_lossy(&code).into_owned();
        Ok(self.compare(user, &code).await)
    }

    async fn auth_publickey_offered(
        &mut self,
        user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        Ok(match self.knows(user, offer.public_key) {
            Some(_) => Auth::Accept,
            None => self.reject(user),
        })
    }

    async fn auth_publickey(
        &mut self,
        user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        Ok(match self.knows(user, key.public_key) {
            Some(place) => {
                self.sign_in(place, "signs in with a key");
                Auth::Accept
            }
            None => self.reject(user),
        })
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        // One terminal to a connection; the reply refuses when it is dropped.
        if self.channel.is_none() && self.place.is_some() {
            self.channel = Some(channel.id());
            reply.accept().await;
        }
        Ok(())
    }

    async fn pty_request(
        &mut self,
        channel: ChannelId,
        term: &str,
        cols: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let name = |c: char| c.is_ascii_alphanumeric() || "-_+.".contains(c);
        let is_new = matches!(self.terminal, Terminal::None);
        if !is_new || term.len() > 64 || !term.chars().all(name) {
            return self.refuse("terminal", channel, session);
        }
        self.terminal = Terminal::Asked(term.to_owned(), clamp(cols, rows));
        session.channel_success(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let (Some(place), Terminal::Asked(term, size)) = (self.place, &self.terminal) else {
            return self.say_that_a_terminal_is_needed(channel, session);
        };
        let (input, received) = sync_channel(WAITING);
        let (pages, mut drawn) = tokio::sync::mpsc::channel::<Vec<u8>>(1);
        let (over, is_over) = tokio::sync::oneshot::channel();
        let arrival = Arrival {
            place,
            address: self.address,
            line: Arc::clone(&self.line),
            term: term.clone(),
            size: *size,
        };
        self.terminal = Terminal::Sitting(input);
        session.channel_success(channel)?;
        let handle = session.handle();
        tokio::spawn(async move {
            while let Some(page) = drawn.recv().await {
                if handle.data(channel, page).await.is_err() {
                    return;
                }
            }
            let _ = handle.exit_status_request(channel, 0).await;
            let _ = handle.eof(channel).await;
            let _ = handle.close(channel).await;
        });
        let line = Arc::clone(&self.line);
        tokio::spawn(async move {
            // Nothing is ever sent: whoever serves drops it, however that ends.
            let _ = is_over.await;
            tokio::time::sleep(LAST_PAGE).await;
            line.cut();
        });
        let wire = Wire {
            input: received,
            pages,
            _over: over,
        };
        let hall = Arc::clone(&self.hall);
        let name = format!("{REMOTE}{}", hall.places[place].user);
        let thread = std::thread::Builder::new().name(name);
        // No thread, no seat: the channel closes, since the wire is dropped.
        let _ = thread.spawn(move || serve(&hall, &arrival, wire));
        Ok(())
    }

    async fn window_change_request(
        &mut self,
        _: ChannelId,
        cols: u32,
        rows: u32,
        _: u32,
        _: u32,
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        let now = clamp(cols, rows);
        if let Terminal::Asked(_, size) = &mut self.terminal {
            *size = now;
        }
        self.hand_on(Input::Size(now)).await;
        Ok(())
    }

    async fn data(
        &mut self,
        _: ChannelId,
        data: &[u8],
        _: &mut Session,
    ) -> Result<(), Self::Error> {
        self.hand_on(Input::Bytes(data.to_vec())).await;
        Ok(())
    }

    async fn channel_eof(&mut self, _: ChannelId, _: &mut Session) -> Result<(), Self::Error> {
        self.terminal = Terminal::Over;
        Ok(())
    }

    async fn channel_close(&mut self, _: ChannelId, _: &mut Session) -> Result<(), Self::Error> {
        self.terminal = Terminal::Over;
        Ok(())
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        _: &[u8],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.refuse("exec", channel, session)?;
        session.close(channel)
    }

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.refuse("subsystem", channel, session)?;
        session.close(channel)
    }

    async fn x11_request(
        &mut self,
        channel: ChannelId,
        _: bool,
        _: &str,
        _: &str,
        _: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.refuse("x11", channel, session)
    }

    async fn env_request(
        &mut self,
        channel: ChannelId,
        _: &str,
        _: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(channel)
    }
}
