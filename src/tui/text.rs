//! Text that fits: clipping, filling and wrapping by what a terminal really shows.

use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns how many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Cuts a text to `cells`, with `…` where something is missing.
#[must_use]
pub fn clip(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    if cells == 0 {
        return String::new();
    }
    let mut kept = String::new();
    let mut used = 0;
    for c in text.chars() {
        let w = c.width().unwrap_or(0);
        if used + w > cells - 1 {
            break;
        }
        used += w;
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// Cuts or fills a text to exactly `cells`, aligned left.
#[must_use]
pub fn fit(text: &str, cells: usize) -> String {
    let mut text = clip(text, cells);
    let missing = cells.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// Cuts a line of several spans to `cells`, with `…` where something is missing.
#[must_use]
pub fn clip_line(line: Line<'static>, cells: usize) -> Line<'static> {
    if line.width() <= cells {
        return line;
    }
    let mut kept: Vec<Span<'static>> = Vec::new();
    let mut left = cells;
    for span in line.spans {
        let w = span.width();
        if w < left {
            left -= w;
            kept.push(span);
            continue;
        }
        // One cell stays free for the sign that something is missing.
        let mut text = clip(&span.content, left);
        if w == left {
            text = clip(&format!("{text} "), left);
        }
        kept.push(Span::styled(text, span.style));
        break;
    }
    Line::from(kept).style(line.style)
}

/// Breaks a text into lines of at most `cells`, at spaces where there are any.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let mut word = word.to_owned();
            let joined = width(&line) + usize::from(!line.is_empty()) + width(&word);
            if joined <= cells {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(&word);
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            while width(&word) > cells {
                let head = head(&word, cells);
                word.drain(..head.len());
                lines.push(head);
            }
            line = word;
        }
        // A sign wider than a line has had a line of its own already.
        if !line.is_empty() || paragraph.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// Returns the longest start of a word that fits; at least one character, so that wrapping ends.
fn head(word: &str, cells: usize) -> String {
    let mut kept = String::new();
    for c in word.chars() {
        if !kept.is_empty() && width(&kept) + c.width().unwrap_or(0) > cells {
            break;
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clipping_counts_cells_and_shows_what_is_missing() {
        assert_eq!(clip("Mörfelden-Walldorf", 18), "Mörfelden-Walldorf");
        assert_eq!(clip("Mörfelden-Walldorf", 10), "Mörfelden…");
        assert_eq!(clip("日本語", 4), "日…");
        assert_eq!(clip("abc", 0), "");
        assert_eq!(fit("ab", 4), "ab  ");
    }

    #[test]
    fn lines_of_spans_are_clipped_as_one() {
        let line = Line::from(vec![Span::raw("abc"), Span::raw("def")]);
        assert_eq!(clip_line(line.clone(), 6).to_string(), "abcdef");
        assert_eq!(clip_line(line.clone(), 5).to_string(), "abcd…");
        assert_eq!(clip_line(line.clone(), 3).to_string(), "ab…");
        assert_eq!(clip_line(line, 0).to_string(), "");
    }

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(wrap("Donaudampf", 4), ["Dona", "udam", "pf"]);
        assert_eq!(wrap("a\n\nb", 4), ["a", "", "b"]);
        assert_eq!(wrap("日本", 1), ["日", "本"]);
    }
}
