//! Seats over SSH: whoever has a code sits down at a place, on the same screens and at the same door as here.
//!
//! A connection is served by tasks of its own and a thread that draws; none waits for another. What they share is
//! the hall, which knows who sits where, and the doors of the exercise.

mod audit;
mod codes;
mod doors;
mod gate;
mod hall;
mod host_key;
mod keys;
mod line;
mod screen;
mod seats;
mod sitting;
mod visitor;

use std::borrow::Cow;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use russh::server::{Config, run_stream};
use russh::{MethodKind, MethodSet, SshId};
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Runtime;

use audit::Audit;
use gate::Gate;
use hall::{Hall, PersonId};
use line::{Line, LineState};
use visitor::Visitor;

pub use host_key::{HostKey, HostKeyError};
pub use seats::{Place, Seats, SeatsError};

use super::REMOTE;
use crate::exercise::door::{AnswerBox, Attendance, Notebook, PlaceOrder, ReadMarks};
use crate::exercise::{Doors, PlaceRecord};
use crate::tui::Seat;
use crate::view::{AttendanceView, WallView};
use crate::vocab::{AdministrationId, Refusal, Text};

/// How long somebody may take to sign in and to sit down.
const GRACE: Duration = Duration::from_mins(1);
/// How often a client is asked whether it is alive, and how often it may fail to answer. The library asks whoever is
/// connected; clients of OpenSSH that have not signed in yet take the question for a mistake and leave. So it comes only
/// when the time for signing in is over. Whether a terminal is there is known sooner: it is asked itself (`screen`).
const KEEPALIVE: Duration = Duration::from_secs(75);
const MISSED: usize = 1;
const _: () = assert!(KEEPALIVE.as_secs() > GRACE.as_secs());
/// How long a client that takes nothing is borne with.
const STUCK: Duration = Duration::from_mins(2);
/// Bytes of pages that the operating system may hold back for a client that is slow: a few pages, no more.
const SEND_BUFFER: u32 = 64 * 1024;
/// Bytes that a client may send before they are read.
const WINDOW: u32 = 64 * 1024;

/// How long a host that ends waits for those who sit there to be gone.
const PARTING: Duration = Duration::from_secs(2);

/// What the wall asks for what is new.
pub type News = dyn FnMut() -> Option<Result<Box<WallView>, Text>> + Send;

/// An exercise that people sit down at.
pub struct Floor {
    /// Opens doors to it.
    pub doors: Doors,
    /// Whether it is a second try.
    pub is_second_try: bool,
    /// The response plan by which the exercise control plays seats that nobody fills.
    pub plan: String,
    /// Makes what the wall asks for what is new.
    pub news: Box<dyn Fn() -> Option<Box<News>> + Send + Sync>,
    /// Opens the notebook of observers.
    pub notebook: Box<dyn Fn() -> Option<Box<dyn Notebook>> + Send + Sync>,
    /// Opens where people hand in the questionnaire.
    pub answers: Box<dyn Fn() -> Option<Box<dyn AnswerBox>> + Send + Sync>,
    /// What was read at the seats.
    pub read: Option<Arc<dyn ReadMarks>>,
    number: u64,
}

impl Floor {
    /// An exercise with these doors, the plan of the exercise control, and what lies beside it.
    #[must_use]
    pub fn new(
        doors: Doors,
        is_second_try: bool,
        plan: String,
        news: Box<dyn Fn() -> Option<Box<News>> + Send + Sync>,
        notebook: Box<dyn Fn() -> Option<Box<dyn Notebook>> + Send + Sync>,
        answers: Box<dyn Fn() -> Option<Box<dyn AnswerBox>> + Send + Sync>,
        read: Option<Arc<dyn ReadMarks>>,
    ) -> Self {
        static NUMBERS: AtomicU64 = AtomicU64::new(1);
        Self {
            doors,
            is_second_try,
            plan,
            news,
            notebook,
            answers,
            read,
            number: NUMBERS.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// Lets the exercise control play a seat until somebody sits down.
    fn leave_to_control(&self, seat: AdministrationId) {
        self.doors.leave_to_control(seat, self.plan.clone());
    }
}

/// A screen that waits for its person to come back.
struct Parked {
    id: PersonId,
    address: SocketAddr,
    /// Of which exercise.
    floor: u64,
    seat: Box<Seat>,
}

/// What a host is started with.
pub struct HostSetup {
    /// Where to listen; port 0 is any free one.
    pub listen: SocketAddr,
    /// By what clients know the host.
    pub key: HostKey,
    /// The places.
    pub places: Vec<Place>,
    /// What was ordered at them before, where an exercise is taken up again.
    pub ordered: Vec<PlaceRecord>,
    /// Where it is written down who came.
    pub audit: PathBuf,
    /// On whose work the program builds.
    pub about: String,
}

/// A host that listens until it is dropped.
pub struct Host {
    hall: Arc<Hall>,
    gate: Arc<Gate>,
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Host {
    /// Listens. Who signs in waits until an exercise is open.
    ///
    /// # Errors
    /// If the address cannot be listened at, or the log cannot be opened.
    pub fn start(setup: HostSetup) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(4)
            .thread_name(format!("{REMOTE}network"))
            .enable_all()
            .build()?;
        let listener = runtime.block_on(async { listen(setup.listen) })?;
        let address = listener.local_addr()?;
        let audit = Audit::open(&setup.audit)?;
        let fingerprint = setup.key.fingerprint();
        audit.note(Some(address), "", &format!("listens, key {fingerprint}"));
        let hall = Arc::new(Hall::new(
            setup.places,
            &setup.ordered,
            setup.about,
            audit,
            fingerprint,
            address.to_string(),
        ));
        let config = Arc::new(config(setup.key));
        let gate = Gate::new();
        runtime.spawn(accept(
            listener,
            config,
            Arc::clone(&hall),
            Arc::clone(&gate),
        ));
        Ok(Self {
            hall,
            gate,
            address,
            runtime: Some(runtime),
        })
    }

    /// Returns where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Opens an exercise to all who sit there; one that begins anew has the exercise control at all seats.
    pub fn open(&self, floor: Floor, is_new: bool) {
        if is_new {
            // Before anybody can sit down: who does takes the seat over from the exercise control.
            for seat in self.hall.seats() {
                floor.leave_to_control(seat);
            }
        }
        self.hall.set_floor(Some(floor));
        self.hall.keep_orders();
        for place in 0..self.hall.places.len() {
            self.hall.tell(place);
        }
    }

    /// Closes the exercise; who sits there waits for another.
    pub fn close(&self) {
        self.hall.set_floor(None);
    }

    /// Returns who sits where.
    #[must_use]
    pub fn attendance(&self) -> Box<dyn Attendance> {
        Box::new(HallAttendance(Arc::clone(&self.hall)))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Terminals at the other end are given back; who does not take that is not waited for.
        self.hall.end();
        let begun = Instant::now();
        while self.gate.count() > 0 && begun.elapsed() < PARTING {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.hall.audit.note(Some(self.address), "", "ends");
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// What the facilitator sees of the hall and orders in it.
struct HallAttendance(Arc<Hall>);

impl Attendance for HallAttendance {
    fn look(&self) -> AttendanceView {
        self.0.attendance()
    }

    fn order(&self, place: Option<&str>, order: PlaceOrder) -> Result<(), Refusal> {
        self.0.order(place, &order)
    }
}

fn config(key: HostKey) -> Config {
    Config {
        // Neither version nor library: nobody needs to know them.
        server_id: SshId::Standard(Cow::Borrowed("SSH-2.0-beistand")),
        methods: MethodSet::from(
            &[
                MethodKind::PublicKey,
                MethodKind::KeyboardInteractive,
                MethodKind::Password,
            ][..],
        ),
        auth_rejection_time: Duration::from_millis(300),
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![key.0],
        window_size: WINDOW,
        channel_buffer_size: 4,
        event_buffer_size: 2,
        max_auth_attempts: 8,
        inactivity_timeout: Some(STUCK),
        keepalive_interval: Some(KEEPALIVE),
        keepalive_max: MISSED,
        nodelay: true,
        ..Config::default()
    }
}

fn listen(at: SocketAddr) -> io::Result<TcpListener> {
    let socket = if at.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    // A host that comes back after a crash must not wait for the ends of old connections.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(at)?;
    socket.listen(128)
}

async fn accept(listener: TcpListener, config: Arc<Config>, hall: Arc<Hall>, gate: Arc<Gate>) {
    loop {
        let Ok((stream, address)) = listener.accept().await else {
            // Too many open files, say: it passes.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // Where both kinds of addresses are listened to, those of the old kind come in a form of the new one.
        let address = SocketAddr::new(address.ip().to_canonical(), address.port());
        let state = LineState::new();
        let Some(ticket) = gate.enter(address.ip(), &state) else {
            continue;
        };
        let _ = stream.set_nodelay(true);
        let line = Line::new(stream, Arc::clone(&state));
        let visitor = Visitor::new(
            Arc::clone(&hall),
            Arc::clone(&gate),
            ticket,
            Arc::clone(&state),
            address,
        );
        let config = Arc::clone(&config);
        tokio::spawn(async move {
            let grace = tokio::time::sleep(GRACE);
            tokio::pin!(grace);
            let session = tokio::select! {
                session = run_stream(config, line, visitor) => session,
                () = &mut grace => return,
            };
            let Ok(session) = session else { return };
            tokio::pin!(session);
            tokio::select! {
                _ = &mut session => return,
                () = &mut grace => {}
            }
            if !state.has_sat_down() {
                state.cut();
            }
            let _ = session.await;
        });
    }
}
