//! A connection that can be cut from outside, and that tells how far it came and when it was last heard from.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use std::sync::{Mutex, PoisonError};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A terminal that was not heard from for so long is as good as gone: it is asked every few seconds.
const GONE: Duration = Duration::from_secs(15);
/// Bytes that somebody may send who has not signed in: a few times what a client needs for it.
const BEFORE_SIGNING_IN: u64 = 128 * 1024;

/// How a connection stands.
#[derive(Debug)]
pub(super) struct LineState {
    since: Instant,
    /// Milliseconds since `since` at which something last came.
    heard: AtomicU64,
    read: AtomicU64,
    signed_in: AtomicBool,
    sat_down: AtomicBool,
    answers: AtomicBool,
    cut: AtomicBool,
    /// Who waits for bytes, and who waits to write some.
    wakers: Mutex<[Option<Waker>; 2]>,
}

impl LineState {
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            since: Instant::now(),
            heard: AtomicU64::new(0),
            read: AtomicU64::new(0),
            signed_in: AtomicBool::new(false),
            sat_down: AtomicBool::new(false),
            answers: AtomicBool::new(false),
            cut: AtomicBool::new(false),
            wakers: Mutex::new([None, None]),
        })
    }

    /// Ends the connection, in whatever state it is.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::Release);
        let mut wakers = self.wakers.lock().unwrap_or_else(PoisonError::into_inner);
        for waker in wakers.iter_mut().filter_map(Option::take) {
            waker.wake();
        }
    }

    /// Somebody signed in.
    pub fn sign_in(&self) {
        self.signed_in.store(true, Ordering::Release);
    }

    fn has_signed_in(&self) -> bool {
        self.signed_in.load(Ordering::Acquire)
    }

    /// Somebody sat down at a place.
    pub fn sit_down(&self) {
        self.sat_down.store(true, Ordering::Release);
    }

    pub fn has_sat_down(&self) -> bool {
        self.sat_down.load(Ordering::Acquire)
    }

    #[cfg(test)]
    pub fn is_over(&self) -> bool {
        self.cut.load(Ordering::Acquire)
    }

    /// The terminal answered that it is there.
    pub fn note_answer(&self) {
        self.answers.store(true, Ordering::Release);
    }

    /// Whether it is as good as gone: a terminal that used to answer does so no more. Of one that never did nobody knows.
    pub fn seems_gone(&self) -> bool {
        let heard = Duration::from_millis(self.heard.load(Ordering::Relaxed));
        let silent = self.since.elapsed().saturating_sub(heard);
        self.answers.load(Ordering::Acquire) && silent > GONE
    }

    fn note(&self, bytes: usize) -> bool {
        let now = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.heard.store(now, Ordering::Relaxed);
        let read = self.read.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        self.has_signed_in() || read <= BEFORE_SIGNING_IN
    }

    /// Whether it was cut; else it wakes this one when it is.
    fn is_cut(&self, side: usize, context: &Context<'_>) -> bool {
        let mut wakers = self.wakers.lock().unwrap_or_else(PoisonError::into_inner);
        wakers[side] = Some(context.waker().clone());
        self.cut.load(Ordering::Acquire)
    }
}

/// The connection itself.
pub(super) struct Line {
    stream: TcpStream,
    state: Arc<LineState>,
}

impl Line {
    pub fn new(stream: TcpStream, state: Arc<LineState>) -> Self {
        Self { stream, state }
    }
}

fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionAborted, "the host ended it")
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.state.is_cut(0, context) {
            return Poll::Ready(Err(cut()));
        }
        let before = buffer.filled().len();
        let done = Pin::new(&mut self.stream).poll_read(context, buffer);
        let came = buffer.filled().len() - before;
        if came > 0 && !self.state.note(came) {
            return Poll::Ready(Err(cut()));
        }
        done
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.state.is_cut(1, context) {
            return Poll::Ready(Err(cut()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
