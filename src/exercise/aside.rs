//! Courses that did not happen, reckoned beside the exercise, each in a thread of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::view::{Ghost, GhostKind};
use crate::vocab::AdministrationId;

/// Plays one course for a seat to its end; `None` once the flag says that nobody wants it.
pub type Asides =
    Arc<dyn Fn(AdministrationId, GhostKind, &AtomicBool) -> Option<Ghost> + Send + Sync>;

/// What is being reckoned, and what has been.
pub(super) struct Reckoning {
    asides: Asides,
    /// Set when what runs is not wanted any more.
    cancelled: Arc<AtomicBool>,
    came: (Sender<Done>, Receiver<Done>),
    ghosts: Vec<(AdministrationId, Ghost)>,
    to_come: Vec<AdministrationId>,
}

struct Done {
    seat: AdministrationId,
    /// The flag of those that were begun together: what comes late is recognised by it.
    begun: Arc<AtomicBool>,
    ghost: Option<Ghost>,
}

impl Reckoning {
    pub fn new(asides: Asides) -> Self {
        Self {
            asides,
            cancelled: Arc::default(),
            came: channel(),
            ghosts: Vec::new(),
            to_come: Vec::new(),
        }
    }

    /// Begins the courses of these seats; what still runs is cancelled.
    pub fn begin(&mut self, seats: &[AdministrationId]) {
        self.cancel();
        let cancelled = Arc::new(AtomicBool::new(false));
        self.cancelled = Arc::clone(&cancelled);
        for seat in seats {
            for kind in GhostKind::ALL {
                let (seat, asides, begun) = (*seat, Arc::clone(&self.asides), cancelled.clone());
                let reply = self.came.0.clone();
                let thread = std::thread::Builder::new().name("ghost".to_owned());
                let started = thread.spawn(move || {
                    let ghost = asides(seat, kind, &begun);
                    // Nobody waits for it once the exercise is left.
                    let _ = reply.send(Done { seat, begun, ghost });
                });
                // Without a thread there is no ghost, and the end screen stands all the same.
                if started.is_ok() {
                    self.to_come.push(seat);
                }
            }
        }
    }

    /// Forgets what has been reckoned and stops what runs.
    pub fn cancel(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
        self.ghosts.clear();
        self.to_come.clear();
    }

    /// Takes in what is ready; returns whether anything is.
    pub fn collect(&mut self) -> bool {
        let mut news = false;
        while let Ok(done) = self.came.1.try_recv() {
            if !Arc::ptr_eq(&done.begun, &self.cancelled) {
                continue;
            }
            if let Some(at) = self.to_come.iter().position(|seat| *seat == done.seat) {
                self.to_come.remove(at);
            }
            self.ghosts
                .extend(done.ghost.map(|ghost| (done.seat, ghost)));
            news = true;
        }
        self.ghosts.sort_by_key(|(seat, ghost)| (*seat, ghost.kind));
        news
    }

    /// Returns the ghosts of a seat, and how many are still to come.
    pub fn of(&self, seat: AdministrationId) -> (Vec<Ghost>, u32) {
        let own = self.ghosts.iter().filter(|(of, _)| *of == seat);
        let waiting = self.to_come.iter().filter(|of| **of == seat).count();
        (
            own.map(|(_, ghost)| ghost.clone()).collect(),
            u32::try_from(waiting).unwrap_or(0),
        )
    }
}

impl Drop for Reckoning {
    fn drop(&mut self) {
        self.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::CourseSum;
    use std::time::{Duration, Instant};

    fn ghost(kind: GhostKind, hours: f64) -> Ghost {
        Ghost {
            kind,
            sum: CourseSum {
                lost_service_hours: hours,
                ..CourseSum::default()
            },
            lost: Vec::new(),
        }
    }

    fn wait(mut until: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !until() {
            assert!(begun.elapsed() < Duration::from_secs(10), "it never comes");
            std::thread::yield_now();
        }
    }

    #[test]
    fn both_courses_come_in_their_order() {
        let mut reckoning =
            Reckoning::new(Arc::new(|_, kind, _: &AtomicBool| Some(ghost(kind, 1.0))));
        let (here, there) = (AdministrationId(1), AdministrationId(2));
        reckoning.begin(&[here]);
        assert_eq!(reckoning.of(here).1, 2);
        assert_eq!(reckoning.of(there).1, 0);
        wait(|| {
            reckoning.collect();
            reckoning.of(here).1 == 0
        });
        let kinds: Vec<GhostKind> = reckoning.of(here).0.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, GhostKind::ALL);
        assert!(reckoning.of(there).0.is_empty());
    }

    #[test]
    fn a_newer_beginning_cancels_the_older_one() {
        let rounds = Arc::new(std::sync::atomic::AtomicU32::new(0));
        let count = Arc::clone(&rounds);
        let mut reckoning = Reckoning::new(Arc::new(move |_, kind, cancelled: &AtomicBool| {
            // The first two never end by themselves.
            if count.fetch_add(1, Ordering::Relaxed) < 2 {
                while !cancelled.load(Ordering::Relaxed) {
                    std::thread::yield_now();
                }
                return Some(ghost(kind, 1.0));
            }
            Some(ghost(kind, 2.0))
        }));
        let here = AdministrationId(1);
        reckoning.begin(&[here]);
        wait(|| rounds.load(Ordering::Relaxed) == 2);
        reckoning.begin(&[here]);
        wait(|| {
            reckoning.collect();
            reckoning.of(here).1 == 0
        });
        let hours: Vec<f64> = reckoning
            .of(here)
            .0
            .iter()
            .map(|one| one.sum.lost_service_hours)
            .collect();
        assert_eq!(hours, [2.0, 2.0], "what was cancelled counts no more");
    }
}
