//! Bytes that a terminal sends, turned into keys, clicks and pasted text.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long an ESC waits for what makes a key of it; alone it is the key Esc.
pub(super) const ESC_WAITS: Duration = Duration::from_millis(30);
/// Longest sequence of a key; what is longer is none.
const LONGEST: usize = 32;
/// Most bytes of pasted text that are kept: more than any field takes.
const MOST_PASTED: usize = 8192;

const ESC: u8 = 0x1b;
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// What is asked of a terminal to hear from it (DSR), and what it answers.
pub(super) const PING: &[u8] = b"\x1b[5n";
const PONG: &[u8] = b"\x1b[0n";

/// What a terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sent {
    /// A key, a click, pasted text.
    Event(Event),
    /// The answer to a ping.
    Pong,
}

/// Takes bytes in as they come.
#[derive(Debug, Default)]
pub(super) struct Keys {
    begun: Vec<u8>,
    pasting: Option<Vec<u8>>,
}

impl Keys {
    /// Takes bytes in and hands out what they mean.
    pub fn take(&mut self, bytes: &[u8], mut sent: impl FnMut(Sent)) {
        for byte in bytes {
            if let Some(something) = self.byte(*byte, &mut sent) {
                sent(something);
            }
        }
    }

    /// Whether an ESC waits for what comes after it.
    pub fn waits(&self) -> bool {
        self.begun == [ESC]
    }

    /// Nothing came after the ESC: it was the key.
    pub fn nothing_came(&mut self) -> Option<Sent> {
        let waited = self.waits();
        if waited {
            self.begun.clear();
        }
        waited.then(|| Sent::Event(Event::Key(esc())))
    }

    fn byte(&mut self, byte: u8, sent: &mut impl FnMut(Sent)) -> Option<Sent> {
        if let Some(pasted) = &mut self.pasting {
            pasted.push(byte);
            if pasted.ends_with(PASTE_ENDS) {
                pasted.truncate(pasted.len() - PASTE_ENDS.len());
                let text = String::from_utf8_lossy(pasted).into_owned();
                self.pasting = None;
                return Some(Sent::Event(Event::Paste(text)));
            }
            if pasted.len() > MOST_PASTED {
                // The end of what is too much may still be recognised.
                let tail = pasted.len() - PASTE_ENDS.len();
                let kept = MOST_PASTED - 2 * PASTE_ENDS.len();
                pasted.drain(kept..tail);
            }
            return None;
        }
        if byte == ESC && self.waits() {
            // The first was a key of its own, whatever the second begins.
            sent(Sent::Event(Event::Key(esc())));
            return None;
        }
        self.begun.push(byte);
        if self.waits() {
            return None;
        }
        if self.begun == PASTE_BEGINS {
            self.begun.clear();
            self.pasting = Some(Vec::new());
            return None;
        }
        if self.begun == PONG {
            self.begun.clear();
            return Some(Sent::Pong);
        }
        if is_click_outside(&self.begun) {
            self.begun.clear();
            return None;
        }
        match terminput::Event::parse_from(&self.begun) {
            Ok(Some(event)) => {
                self.begun.clear();
                let event = terminput_crossterm::to_crossterm(event).ok()?;
                // How large the window is says the connection, not what is typed.
                (!matches!(event, Event::Resize(..))).then_some(Sent::Event(event))
            }
            Ok(None) if self.begun.len() < LONGEST => None,
            _ => {
                self.begun.clear();
                None
            }
        }
    }
}

fn esc() -> KeyEvent {
    KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)
}

/// Whether these bytes report a click at column or row 0, which no terminal has: a parser would count below zero.
fn is_click_outside(bytes: &[u8]) -> bool {
    let Some(text) = bytes.strip_prefix(b"\x1b[") else {
        return false;
    };
    if !matches!(bytes.last(), Some(b'M' | b'm')) {
        return false;
    }
    let text = String::from_utf8_lossy(&text[..text.len() - 1]);
    let numbers = text.trim_start_matches('<').split(';').skip(1);
    numbers
        .into_iter()
        .any(|number| number.parse::<u32>() == Ok(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(portions: &[&[u8]]) -> Vec<Sent> {
        let mut keys = Keys::default();
        let mut found = Vec::new();
        for portion in portions {
            keys.take(portion, |sent| found.push(sent));
        }
        found.extend(keys.nothing_came());
        found
    }

    fn key(code: KeyCode) -> Sent {
        Sent::Event(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    #[test]
    fn keys_are_the_same_however_their_bytes_are_cut() {
        let typed = "q\x1b[Bä€\r\x1b[19~\x1bOS\x1b[<0;12;7M\t\x7f".as_bytes();
        let whole = all(&[typed]);
        assert_eq!(whole[0], key(KeyCode::Char('q')));
        assert_eq!(whole[1], key(KeyCode::Down));
        assert_eq!(whole[2], key(KeyCode::Char('ä')));
        assert_eq!(whole[5], key(KeyCode::F(8)));
        assert_eq!(whole[6], key(KeyCode::F(4)));
        assert_eq!(whole.len(), 10);
        for cut in 1..typed.len() {
            let (first, second) = typed.split_at(cut);
            assert_eq!(all(&[first, second]), whole, "cut at {cut}");
        }
        let bytes: Vec<&[u8]> = typed.chunks(1).collect();
        assert_eq!(all(&bytes), whole);
    }

    #[test]
    fn a_lone_esc_is_a_key_and_two_are_two() {
        assert_eq!(all(&[b"\x1b"]), [key(KeyCode::Esc)]);
        assert_eq!(all(&[b"\x1b\x1b"]), [key(KeyCode::Esc), key(KeyCode::Esc)]);
        assert_eq!(all(&[b"\x1b\x1b[A"]), [key(KeyCode::Esc), key(KeyCode::Up)]);
    }

    #[test]
    fn pasted_text_comes_whole_and_never_without_end() {
        let pasted = |text: &str| Sent::Event(Event::Paste(text.to_owned()));
        assert_eq!(
            all(&[b"\x1b[200~Stra\xc3\x9fe\x1b[20", b"1~"]),
            [pasted("Straße")]
        );
        let mut keys = Keys::default();
        keys.take(PASTE_BEGINS, |_| ());
        let much = vec![b'x'; 10 * MOST_PASTED];
        keys.take(&much, |_| ());
        assert!(
            keys.pasting
                .as_ref()
                .is_some_and(|kept| kept.len() <= MOST_PASTED + 1)
        );
        let mut found = Vec::new();
        keys.take(PASTE_ENDS, |sent| found.push(sent));
        keys.take(b"q", |sent| found.push(sent));
        assert_eq!(found.len(), 2);
        assert_eq!(found[1], key(KeyCode::Char('q')));
    }

    #[test]
    fn an_answer_to_a_ping_is_no_key() {
        assert_eq!(all(&[PONG]), [Sent::Pong]);
        assert_eq!(all(&[b"\x1b[<0;0;0M"]), []);
    }

    proptest! {
        #[test]
        fn rubbish_never_fails_and_is_never_kept(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut keys = Keys::default();
            keys.take(&bytes, |_| ());
            prop_assert!(keys.begun.len() <= LONGEST);
        }

        #[test]
        fn rubbish_that_looks_like_sequences_never_fails(
            parts in proptest::collection::vec(
                prop_oneof![
                    Just("\x1b["), Just("\x1b"), Just("\x1bO"), Just("\x1b[<"), Just("\x1b[M"), Just(";"),
                    Just("0"), Just("65535"), Just("99999999999"), Just("M"), Just("m"), Just("u"), Just("~"),
                    Just("R"), Just(":"), Just("?"), Just("200~"), Just("é"), Just("1"),
                ],
                0..60,
            )
        ) {
            let mut keys = Keys::default();
            keys.take(parts.concat().as_bytes(), |_| ());
        }
    }
}
