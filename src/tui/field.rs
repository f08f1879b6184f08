//! A text field for one sentence.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::text::width;

/// The most characters a field takes, as the engine does.
pub const LONGEST: usize = 400;

/// Typed text, always edited at its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// Whether the text was put there for whoever types, who has not touched it yet.
    is_suggested: bool,
}

impl Field {
    /// Returns what has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts a text there that the first typed character replaces.
    pub fn suggest(&mut self, text: &str) {
        *self = Self::default();
        self.paste(text);
        self.is_suggested = true;
    }

    /// Says whether the text is one that was put there, and not touched.
    #[must_use]
    pub const fn is_suggested(&self) -> bool {
        self.is_suggested
    }

    /// Says whether nothing but blanks has been typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Says whether what stands there is too little to be a sentence, as after a slip of a finger. Nothing at all is not.
    #[must_use]
    pub fn is_a_slip(&self) -> bool {
        const A_WORD: usize = 2;
        !self.is_empty() && self.text.chars().filter(|c| c.is_alphabetic()).count() < A_WORD
    }

    /// Takes in a key; returns whether it was for the field: a character or the key that takes the last one away.
    pub fn typed(&mut self, key: &KeyEvent) -> bool {
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        // AltGr arrives as control and alt, and types a character.
        let is_command = key.modifiers.intersects(both) && !key.modifiers.contains(both);
        match key.code {
            KeyCode::Char(c) if !is_command => self.push(c),
            KeyCode::Backspace => self.pop(),
            _ => return false,
        }
        true
    }

    /// Adds a character, unless it is a control character or the field is full.
    pub fn push(&mut self, c: char) {
        let c = if c == '\n' || c == '\r' || c == '\t' {
            ' '
        } else {
            c
        };
        if c.is_control() {
            return;
        }
        if std::mem::take(&mut self.is_suggested) {
            self.text.clear();
        }
        if self.text.chars().count() < LONGEST {
            self.text.push(c);
        }
    }

    /// Adds pasted text, cleaned as typed text is.
    pub fn paste(&mut self, text: &str) {
        for c in text.replace("\r\n", "\n").chars().take(LONGEST) {
            self.push(c);
        }
    }

    /// Takes the last character away.
    pub fn pop(&mut self) {
        self.is_suggested = false;
        self.text.pop();
    }

    /// Returns what fits into `cells`: the end of the text and, with the focus, a place for the next character.
    #[must_use]
    pub fn shown(&self, cells: usize, focus: bool) -> String {
        let room = cells.saturating_sub(usize::from(focus));
        let mut start = 0;
        while width(&self.text[start..]) > room {
            start += self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
        let mut shown = self.text[start..].to_owned();
        let blank = cells.saturating_sub(width(&shown));
        shown.extend(std::iter::repeat_n('_', blank));
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_is_cleaned_and_cut() {
        let mut field = Field::default();
        field.paste("eins\r\nzwei\u{1b}[31m\u{7}\tdrei");
        assert_eq!(field.text(), "eins zwei[31m drei");
        field.paste(&"x".repeat(1000));
        assert_eq!(field.text().chars().count(), LONGEST);
    }

    #[test]
    fn commands_are_no_text_and_alt_gr_types() {
        let mut field = Field::default();
        let mut typed = |code, modifiers| field.typed(&KeyEvent::new(code, modifiers));
        let (control, alt) = (KeyModifiers::CONTROL, KeyModifiers::ALT);
        assert!(typed(KeyCode::Char('a'), KeyModifiers::NONE));
        assert!(typed(KeyCode::Char('B'), KeyModifiers::SHIFT));
        assert!(typed(KeyCode::Char('@'), control | alt));
        assert!(!typed(KeyCode::Char('c'), control));
        assert!(!typed(KeyCode::Char('x'), alt));
        assert!(!typed(KeyCode::Enter, KeyModifiers::NONE));
        assert!(typed(KeyCode::Backspace, KeyModifiers::NONE));
        assert_eq!(field.text(), "aB");
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_was_suggested() {
        let mut field = Field::default();
        field.suggest("niemand frei");
        assert_eq!((field.text(), field.is_suggested()), ("niemand frei", true));
        field.paste("nach Regel");
        assert_eq!((field.text(), field.is_suggested()), ("nach Regel", false));
        // Whoever takes a character away has made the text their own.
        field.suggest("niemand frei");
        field.pop();
        field.push('!');
        assert_eq!(field.text(), "niemand fre!");
    }

    #[test]
    fn the_end_of_a_long_text_is_shown() {
        let mut field = Field::default();
        field.paste("Leitung offen");
        assert_eq!(field.shown(6, false), " offen");
        assert_eq!(field.shown(6, true), "offen_");
        assert_eq!(field.shown(15, true), "Leitung offen__");
        assert_eq!(field.shown(0, true), "");
    }
}
