//! How far a drill is, on standard error; and Ctrl-C, which ends it with what is there.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::args::{Common, tell};
use crate::drill::Onlooker;

/// How long nothing new is said at the most on a line that is written over: of a long study a hundredth takes minutes.
const SILENT: Duration = Duration::from_secs(1);

/// Counts finished runs and says so.
pub(super) struct Progress {
    runs: u32,
    counted: Mutex<Counted>,
    began: Instant,
    how: Saying,
    interrupted: Arc<AtomicBool>,
}

struct Counted {
    done: u32,
    said: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Saying {
    /// One line that is written over.
    OnOneLine,
    /// A line for every tenth part.
    InLines,
    Nothing,
}

impl Progress {
    pub(super) fn new(runs: u32, common: &Common) -> Result<Self, std::io::Error> {
        let how = if common.quiet {
            Saying::Nothing
        } else if std::io::stderr().is_terminal() {
            Saying::OnOneLine
        } else if common.verbose {
            Saying::InLines
        } else {
            Saying::Nothing
        };
        let interrupted = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            // The second one ends the program at once.
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&interrupted))?;
            signal_hook::flag::register(signal, Arc::clone(&interrupted))?;
        }
        let began = Instant::now();
        if how == Saying::OnOneLine {
            let _ = write!(std::io::stderr(), "\r  0 %  0 / {runs}  ");
        }
        Ok(Self {
            runs,
            counted: Mutex::new(Counted {
                done: 0,
                said: began,
            }),
            began,
            how,
            interrupted,
        })
    }

    /// Leaves the line as it was.
    pub(super) fn clear(&self) {
        if self.how == Saying::OnOneLine {
            let _ = write!(std::io::stderr(), "\r{:60}\r", "");
        }
    }
}

impl Onlooker for Progress {
    fn run_done(&self) {
        // Held until it is said: of two threads the one that is further must not speak first.
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted.done += 1;
        let done = counted.done;
        let part = |done: u32, parts: u64| u64::from(done) * parts / u64::from(self.runs);
        let grew = |parts| part(done, parts) > part(done - 1, parts);
        match self.how {
            Saying::OnOneLine if grew(100) || counted.said.elapsed() >= SILENT => {
                counted.said = Instant::now();
                let percent = part(done, 100);
                let spent = self.began.elapsed().as_secs_f64();
                let left = spent / f64::from(done) * f64::from(self.runs - done);
                let (minutes, seconds) = ((left / 60.0) as u64, (left % 60.0) as u64);
                let line = format!(
                    "\r{percent:>3} %  {done} / {}  -{minutes}:{seconds:02}  ",
                    self.runs
                );
                let _ = std::io::stderr().write_all(line.as_bytes());
            }
            Saying::InLines if grew(10) => tell(format_args!("{done} / {}", self.runs)),
            _ => {}
        }
    }

    fn wants_stop(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }
}
