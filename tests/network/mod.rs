//! A host in a terminal, and people who sit down at it: with a client of our own, or with the OpenSSH of the machine.
#![allow(dead_code, reason = "no test needs all of it")]

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use russh::client::{self, AuthResult, Handle, KeyboardInteractiveAuthResponse};
use russh::keys::{HashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg, ChannelWriteHalf, Disconnect};
use tokio::runtime::Runtime;

pub mod attack;
#[path = "../terminal/mod.rs"]
pub mod terminal;

use terminal::{LOOK, PATIENCE, Terminal};

/// Where people sit down.
pub struct Program {
    pub terminal: Terminal,
    pub address: SocketAddr,
    pub fingerprint: String,
    pub codes: BTreeMap<String, String>,
    pub folder: Arc<tempfile::TempDir>,
}

impl Program {
    /// Starts a host of a scenario; `edit` may change the file of places.
    pub fn host(scenario: &str, edit: impl Fn(String) -> String) -> Self {
        let folder = Arc::new(tempfile::tempdir().expect("a folder"));
        let at = folder.path();
        let (seats, cards) = (at.join("seats.ron"), at.join("cards.html"));
        let made = Command::new(env!("CARGO_BIN_EXE_beistand"))
            .args(["host", scenario, "--lang", "de", "--print-seats", "--seats"])
            .arg(&seats)
            .arg("--out")
            .arg(&cards)
            .env("XDG_DATA_HOME", at)
            .output()
            .expect("the program");
        assert!(made.status.success(), "{made:?}");
        let file = std::fs::read_to_string(&seats).expect("places");
        std::fs::write(&seats, edit(file)).expect("places");
        let codes = codes(&std::fs::read_to_string(&cards).expect("cards"));
        Self::start(folder, codes, &[scenario, "--seed", "3", "--record"])
    }

    /// Kills the host as a crash would, and starts one that goes on with its record.
    pub fn killed_and_taken_up(self) -> Self {
        let process = i32::try_from(self.terminal.process_id()).expect("a process");
        let process = nix::unistd::Pid::from_raw(process);
        nix::sys::signal::kill(process, nix::sys::signal::Signal::SIGKILL).expect("a kill");
        // Waits until it is gone, and with it what it held.
        self.terminal.kill();
        Self::start(self.folder, self.codes, &["--resume"])
    }

    fn start(
        folder: Arc<tempfile::TempDir>,
        codes: BTreeMap<String, String>,
        how: &[&str],
    ) -> Self {
        let at = folder.path();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beistand"));
        command.arg("host");
        command.args(how);
        command.arg(at.join("record"));
        command.args(["--lang", "de", "--listen", "127.0.0.1:0", "--seats"]);
        command.arg(at.join("seats.ron"));
        command.env("XDG_DATA_HOME", at);
        let log = at.join("record").join("access.log");
        let before = lines(&log);
        let terminal = Terminal::start(command, 120, 40);
        terminal.shows("Netz");
        let said = std::fs::read_to_string(&log).expect("a log");
        let said = said
            .lines()
            .skip(before)
            .find(|line| line.contains("listens"));
        let said = said.expect("it listens");
        let mut words = said.split(' ').skip(1);
        let address = words
            .next()
            .and_then(|at| at.parse().ok())
            .expect("an address");
        let fingerprint = said.rsplit(' ').next().expect("a key").to_owned();
        Self {
            terminal,
            address,
            fingerprint,
            codes,
            folder,
        }
    }

    pub fn record(&self) -> PathBuf {
        self.folder.path().join("record")
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.record().join("access.log")).expect("a log")
    }

    /// Waits for a line of the log.
    pub fn logs(&self, wanted: &str) {
        wait(|| self.log(), wanted, |log| log.contains(wanted));
    }

    /// Sits down with a client of our own.
    pub fn sit(&self, user: &str, size: (u16, u16)) -> Own {
        Own::sit(self, user, size)
    }

    /// Sits down with the OpenSSH of this machine, in a terminal.
    pub fn sit_with_openssh(&self, user: &str, size: (u16, u16)) -> Terminal {
        let mut terminal = Terminal::start(self.openssh(user), size.0, size.1);
        terminal.shows("Code (Karte / card)");
        terminal.press(&format!("{}\r", self.codes[user]));
        terminal
    }

    /// The command of somebody who signs in.
    pub fn openssh(&self, user: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new("ssh");
        let known = self
            .folder
            .path()
            .join(format!("known-{}", self.address.port()));
        let options = [
            "StrictHostKeyChecking=accept-new".to_owned(),
            format!("UserKnownHostsFile={}", known.display()),
            "IdentityAgent=none".to_owned(),
            "IdentityFile=none".to_owned(),
        ];
        command.args(["-F", "none", "-t"]);
        for option in options {
            command.args(["-o", &option]);
        }
        command.args(["-p", &self.address.port().to_string()]);
        command.arg(format!("{user}@127.0.0.1"));
        command
    }

    /// Kilobytes that the host keeps in memory.
    pub fn memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.terminal.process_id());
        let status = std::fs::read_to_string(path).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().nth(1));
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

/// Whether this machine has an OpenSSH client.
pub fn has_openssh() -> bool {
    Command::new("ssh")
        .arg("-V")
        .output()
        .is_ok_and(|out| out.status.success())
}

fn lines(path: &Path) -> usize {
    std::fs::read_to_string(path).map_or(0, |text| text.lines().count())
}

fn codes(cards: &str) -> BTreeMap<String, String> {
    let between = |text: &str, from: &str, to: &str| {
        let rest = text.split_once(from)?.1;
        Some(rest.split_once(to)?.0.to_owned())
    };
    let cards = cards.split("<article").skip(1);
    cards
        .filter_map(|card| {
            let user = between(card, "class=\"whole\">", "@")?;
            Some((user, between(card, "class=\"big\">", "<")?))
        })
        .collect()
}

/// Waits for what is asked; `what` names it if it never comes.
pub fn wait(look: impl Fn() -> String, what: &str, holds: impl Fn(&str) -> bool) -> String {
    let begun = Instant::now();
    loop {
        let seen = look();
        if holds(&seen) {
            return seen;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "waited in vain: `{what}`\n{seen}"
        );
        std::thread::sleep(LOOK);
    }
}

/// Somebody at a terminal at the other end, by whichever client.
pub trait Sitter: Sized {
    fn press(&mut self, keys: &str);
    fn page(&self) -> String;
    fn resize(&mut self, size: (u16, u16));

    fn shows(&self, wanted: &str) -> String {
        self.waits_until(wanted, |page| page.contains(wanted))
    }

    fn hides(&self, unwanted: &str) -> String {
        self.waits_until(unwanted, |page| !page.contains(unwanted))
    }

    fn waits_until(&self, what: &str, holds: impl Fn(&str) -> bool) -> String {
        wait(|| self.page(), what, holds)
    }
}

impl Sitter for Terminal {
    fn press(&mut self, keys: &str) {
        Self::press(self, keys);
    }

    fn page(&self) -> String {
        self.contents()
    }

    fn resize(&mut self, size: (u16, u16)) {
        Self::resize(self, size.0, size.1);
    }
}

/// What a client of our own expects of the host.
pub struct Trust {
    fingerprint: String,
}

impl client::Handler for Trust {
    type Error = russh::Error;

    async fn check_server_key(
        &mut self,
        key: &PublicKeyOrCertificate,
    ) -> Result<bool, Self::Error> {
        Ok(match key {
            PublicKeyOrCertificate::PublicKey { key, .. } => {
                key.fingerprint(HashAlg::Sha256).to_string() == self.fingerprint
            }
            PublicKeyOrCertificate::Certificate(_) => false,
        })
    }
}

/// The runtime of all clients of our own.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: std::sync::OnceLock<Runtime> = std::sync::OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime")
    })
}

/// A connection by a client of our own, before anybody has signed in.
pub fn connect(program: &Program) -> Handle<Trust> {
    connect_to(program.address, &program.fingerprint)
}

/// A connection to a host that is known by its key.
pub fn connect_to(address: SocketAddr, fingerprint: &str) -> Handle<Trust> {
    let trust = Trust {
        fingerprint: fingerprint.to_owned(),
    };
    let config = Arc::new(client::Config::default());
    let connected = runtime().block_on(client::connect(config, address, trust));
    connected.expect("a connection")
}

/// Tries a code as people type it; returns whether it was right.
pub fn try_code(handle: &mut Handle<Trust>, user: &str, code: &str) -> bool {
    runtime().block_on(async {
        let begun = handle
            .authenticate_keyboard_interactive_start(user, None)
            .await;
        match begun {
            Ok(KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. }) => {
                assert_eq!(prompts.len(), 1);
                assert!(!prompts[0].echo, "a code is not shown while it is typed");
                let code = vec![code.to_owned()];
                let answered = handle.authenticate_keyboard_interactive_respond(code).await;
                matches!(answered, Ok(KeyboardInteractiveAuthResponse::Success))
            }
            _ => false,
        }
    })
}

/// Somebody who sits down with a client of our own.
pub struct Own {
    pub handle: Handle<Trust>,
    write: Option<ChannelWriteHalf<client::Msg>>,
    screen: Arc<Mutex<vt100::Parser>>,
    raw: Arc<Mutex<Vec<u8>>>,
    pub ended: Arc<AtomicBool>,
    /// Bytes that came so far.
    pub came: Arc<AtomicU64>,
    /// While it is set, nothing is read.
    pub stopped: Arc<AtomicBool>,
}

impl Own {
    fn sit(program: &Program, user: &str, size: (u16, u16)) -> Self {
        let mut handle = connect(program);
        assert!(
            try_code(&mut handle, user, &program.codes[user]),
            "the code is right"
        );
        Self::open(handle, size)
    }

    /// Asks for a terminal on a connection that has signed in.
    pub fn open(handle: Handle<Trust>, (cols, rows): (u16, u16)) -> Self {
        let channel: Channel<client::Msg> = runtime().block_on(async {
            let channel = handle.channel_open_session().await.expect("a channel");
            let size = (u32::from(cols), u32::from(rows));
            let pty = channel.request_pty(true, "xterm-256color", size.0, size.1, 0, 0, &[]);
            pty.await.expect("a terminal");
            channel.request_shell(true).await.expect("a seat");
            channel
        });
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, cols, 0)));
        let (mut read, write) = channel.split();
        let own = Self {
            handle,
            write: Some(write),
            screen: Arc::clone(&screen),
            raw: Arc::default(),
            ended: Arc::default(),
            came: Arc::default(),
            stopped: Arc::default(),
        };
        let raw = Arc::clone(&own.raw);
        let ended = Arc::clone(&own.ended);
        let came = Arc::clone(&own.came);
        let stopped = Arc::clone(&own.stopped);
        runtime().spawn(async move {
            while let Some(message) = read.wait().await {
                if let ChannelMsg::Data { data } = message {
                    screen.lock().expect("not poisoned").process(&data);
                    let mut raw = raw.lock().expect("not poisoned");
                    // Long runs keep the end only.
                    if raw.len() > 4 << 20 {
                        raw.clear();
                    }
                    raw.extend_from_slice(&data);
                    came.fetch_add(data.len() as u64, Ordering::Relaxed);
                }
                while stopped.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
            ended.store(true, Ordering::Release);
        });
        own
    }

    /// Sends bytes as they are.
    pub fn send(&self, bytes: &[u8]) {
        let write = self.write.as_ref().expect("it is open");
        // Who was thrown out learns it elsewhere.
        let _ = runtime().block_on(write.data_bytes(bytes.to_vec()));
    }

    /// Says that the window has this size, whatever it is.
    pub fn claim_size(&self, cols: u32, rows: u32) {
        let write = self.write.as_ref().expect("it is open");
        let _ = runtime().block_on(write.window_change(cols, rows, 0, 0));
    }

    /// Everything that came, as it came.
    pub fn raw(&self) -> Vec<u8> {
        self.raw.lock().expect("not poisoned").clone()
    }

    /// Waits until the other end is gone.
    pub fn ends(&self) {
        let look = || self.ended.load(Ordering::Acquire).to_string();
        wait(look, "the end", |ended| ended == "true");
    }

    /// Waits until the connection is over, which the host ends some time after the terminal.
    pub fn is_disconnected(&self) {
        let look = || self.handle.is_closed().to_string();
        wait(look, "the end of the connection", |closed| closed == "true");
    }

    /// Goes without a word, as a laptop does that falls asleep.
    pub fn drop_out(mut self) {
        self.write = None;
        let gone = self.handle.disconnect(Disconnect::ByApplication, "", "");
        let _ = runtime().block_on(gone);
    }
}

impl Sitter for Own {
    fn press(&mut self, keys: &str) {
        self.send(keys.as_bytes());
    }

    fn page(&self) -> String {
        self.screen
            .lock()
            .expect("not poisoned")
            .screen()
            .contents()
    }

    fn resize(&mut self, (cols, rows): (u16, u16)) {
        self.screen
            .lock()
            .expect("not poisoned")
            .screen_mut()
            .set_size(rows, cols);
        self.claim_size(u32::from(cols), u32::from(rows));
    }
}

/// Whether somebody may sign in without any code.
pub fn nobody(handle: &mut Handle<Trust>, user: &str) -> bool {
    let tried = runtime().block_on(handle.authenticate_none(user));
    matches!(tried, Ok(AuthResult::Success))
}
