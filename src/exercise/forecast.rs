//! What is likely if nobody acts, reckoned beside the exercise in a thread of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::view::{Outlook, OutlookState};
use crate::vocab::SimTime;

/// Plays futures from a moment on; `None` once the flag says that nobody wants them.
pub type Forecast = Arc<dyn Fn(SimTime, &AtomicBool) -> Option<Outlook> + Send + Sync>;

/// The futures that are being reckoned, and the last that were.
pub(super) struct Forecasting {
    forecast: Forecast,
    /// Set when what runs is not wanted any more.
    cancelled: Arc<AtomicBool>,
    came: (Sender<Done>, Receiver<Done>),
    state: OutlookState,
}

struct Done {
    /// The flag it was begun with: what comes late is recognised by it.
    begun: Arc<AtomicBool>,
    outlook: Option<Outlook>,
}

impl Forecasting {
    pub fn new(forecast: Forecast) -> Self {
        Self {
            forecast,
            cancelled: Arc::default(),
            came: channel(),
            state: OutlookState::NotAsked,
        }
    }

    /// Begins to reckon from a moment on; what still runs is cancelled.
    pub fn begin(&mut self, now: SimTime) {
        self.cancelled.store(true, Ordering::Relaxed);
        let begun = Arc::new(AtomicBool::new(false));
        self.cancelled = Arc::clone(&begun);
        let (forecast, reply) = (Arc::clone(&self.forecast), self.came.0.clone());
        let thread = std::thread::Builder::new().name("forecast".to_owned());
        let started = thread.spawn(move || {
            let outlook = forecast(now, &begun);
            // Nobody waits for it once the exercise is left.
            let _ = reply.send(Done { begun, outlook });
        });
        if started.is_ok() {
            self.state = OutlookState::ToCome;
        }
    }

    /// Takes in what is ready; returns whether anything is.
    pub fn collect(&mut self) -> bool {
        let mut news = false;
        while let Ok(done) = self.came.1.try_recv() {
            if !Arc::ptr_eq(&done.begun, &self.cancelled) {
                continue;
            }
            self.state = match done.outlook {
                Some(outlook) => OutlookState::There(Arc::new(outlook)),
                None => OutlookState::NotAsked,
            };
            news = true;
        }
        news
    }

    pub fn state(&self) -> OutlookState {
        self.state.clone()
    }
}

impl Drop for Forecasting {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}
