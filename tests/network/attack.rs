//! Many who guess codes at once, from many addresses and at many names.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use russh::client::{self, AuthResult, Handle};
use tokio::net::TcpSocket;

use super::{Program, Trust, runtime};

/// Addresses of this machine that guesses come from; a machine that has one of them only is attacked from there.
const ADDRESSES: u64 = 32;
/// Codes that are tried at a connection, however many of them count.
const TRIES: u64 = 8;
/// How long somebody who was turned away waits before the next try.
const PAUSE: Duration = Duration::from_millis(20);

/// Guessing that goes on until it is ended.
pub struct Attack {
    count: Arc<Count>,
    done: Arc<AtomicBool>,
}

#[derive(Default)]
struct Count {
    guesses: AtomicU64,
    turned_away: AtomicU64,
    let_in: AtomicU64,
}

impl Attack {
    /// Lets so many guess at once.
    pub fn begin(host: &Program, guessers: u64) -> Self {
        let attack = Self {
            count: Arc::default(),
            done: Arc::default(),
        };
        let users: Arc<Vec<String>> = Arc::new(host.codes.keys().cloned().collect());
        for number in 0..guessers {
            let (count, done) = (Arc::clone(&attack.count), Arc::clone(&attack.done));
            let users = Arc::clone(&users);
            let (address, fingerprint) = (host.address, host.fingerprint.clone());
            runtime().spawn(async move {
                let mut at = number << 32;
                while !done.load(Ordering::Relaxed) {
                    let trust = Trust {
                        fingerprint: fingerprint.clone(),
                    };
                    match connect(number % ADDRESSES, address, trust).await {
                        Some(handle) => guess(handle, &users, &mut at, &count).await,
                        None => {
                            count.turned_away.fetch_add(1, Ordering::Relaxed);
                            tokio::time::sleep(PAUSE).await;
                        }
                    }
                }
            });
        }
        attack
    }

    /// Codes that were tried and refused so far.
    pub fn guesses(&self) -> u64 {
        self.count.guesses.load(Ordering::Relaxed)
    }

    /// Connections that were turned away so far.
    pub fn turned_away(&self) -> u64 {
        self.count.turned_away.load(Ordering::Relaxed)
    }

    /// Whether anybody got in.
    pub fn got_in(&self) -> bool {
        self.count.let_in.load(Ordering::Relaxed) > 0
    }
}

impl Drop for Attack {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Relaxed);
    }
}

/// Connects from one of the addresses; `None` if nobody is let in.
async fn connect(from: u64, to: SocketAddr, trust: Trust) -> Option<Handle<Trust>> {
    let socket = TcpSocket::new_v4().ok()?;
    // The host and who plays are at 127.0.0.1.
    let own = Ipv4Addr::new(127, 0, 1, from as u8 + 1);
    let _ = socket.bind((own, 0).into());
    let stream = socket.connect(to).await.ok()?;
    let config = Arc::new(client::Config::default());
    client::connect_stream(config, stream, trust).await.ok()
}

/// Tries codes until the host has enough of it: now and then at a name that exists.
async fn guess(mut handle: Handle<Trust>, users: &[String], at: &mut u64, count: &Count) {
    for _ in 0..TRIES {
        *at += 1;
        let user = match *at % 16 {
            0 => users[(*at / 16) as usize % users.len()].clone(),
            1 => format!("{at:x}").repeat(200),
            _ => format!("guess-{at:x}"),
        };
        let tried = handle
            .authenticate_password(user, format!("{at:08x}"))
            .await;
        match tried {
            Ok(AuthResult::Success) => count.let_in.fetch_add(1, Ordering::Relaxed),
            Ok(AuthResult::Failure { .. }) => count.guesses.fetch_add(1, Ordering::Relaxed),
            Err(_) => return,
        };
    }
}
