//! The three sets of signs say the same on every screen: signs differ, never words or widths.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::sizes::WAYS;
use super::{page, sample, seat_with, type_keys, with_graphs};
use crate::tui::Start;
use crate::tui::theme::{GraphSet, ascii_sign};
use crate::view::SeatView;
use crate::words::Lang;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Returns the page that keys lead to.
fn drawn(view: &SeatView, lang: Lang, graphs: GraphSet, keys: &str, size: (u16, u16)) -> Buffer {
    let (mut seat, _) = seat_with(view.clone(), with_graphs(lang, graphs));
    page(&mut seat, size.0, size.1);
    type_keys(&mut seat, keys);
    page(&mut seat, size.0, size.1)
}

/// Returns the start screen without the probe of the set in use, which differs as it should.
fn start(lang: Lang, graphs: GraphSet, size: (u16, u16)) -> Buffer {
    let (settings, words) = (with_graphs(lang, graphs), sample::words(lang));
    let probe = words.msg("ui-start-signs");
    let mut start = Start::with_words(sample::start_info(), settings, words);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
    terminal.draw(|frame| start.draw(frame)).expect("a page");
    let mut page = terminal.backend().buffer().clone();
    let mut rows = page.content.chunks_mut(usize::from(size.0));
    let row = rows.find(|row| {
        let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        line.contains(&probe)
    });
    for cell in row.expect("the probe") {
        cell.reset();
    }
    page
}

/// Compares the pages of the three sets, cell by cell; returns how many cells differ.
fn compare(name: &str, of: impl Fn(GraphSet) -> Buffer) -> usize {
    let (block, braille, ascii) = (
        of(GraphSet::Block),
        of(GraphSet::Braille),
        of(GraphSet::Ascii),
    );
    let mut differ = 0;
    let signs = block.content.iter().zip(&braille.content);
    for (at, ((one, dots), plain)) in signs.zip(&ascii.content).enumerate() {
        let place = block.pos_of(at);
        let sign = one.symbol().chars().next().unwrap_or(' ');
        let expected = ascii_sign(sign).unwrap_or(sign).to_string();
        assert_eq!(plain.symbol(), expected, "{name} at {place:?}");
        differ += usize::from(plain.symbol() != one.symbol());
        if one.symbol() != dots.symbol() {
            let is_curve = |symbol: &str| {
                let sign = symbol.chars().next().unwrap_or(' ');
                matches!(sign, ' ' | '·' | '█' | '▄' | '░' | '\u{2800}'..='\u{28ff}')
            };
            assert!(
                is_curve(one.symbol()) && is_curve(dots.symbol()),
                "{name} at {place:?}: {} {}",
                one.symbol(),
                dots.symbol()
            );
            differ += 1;
        }
    }
    differ
}

#[test]
fn every_screen_says_the_same_in_every_set() {
    let mut ways: Vec<(SeatView, &str)> = Vec::new();
    ways.extend(WAYS.map(|keys| (sample::seat_view(), keys)));
    ways.extend(["", "x", "4", "7"].map(|keys| (sample::provider_view(), keys)));
    ways.extend(["4g", "4g<enter>", "4g<enter><enter>"].map(|keys| (sample::county_view(), keys)));
    ways.extend(["", "1", "2", "6"].map(|keys| (sample::ended_view(), keys)));
    ways.push((sample::ended_provider_view(), ""));
    ways.push((sample::quiet_view(), ""));
    for lang in [Lang::De, Lang::En] {
        for size in SIZES {
            for (view, keys) in &ways {
                let name = format!("{keys} of {} at {size:?}", view.seat.name);
                let differ = compare(&name, |set| drawn(view, lang, set, keys, size));
                // The covered page has no sign at all.
                assert!(differ > 0 || *keys == "v", "{name}");
            }
            compare("start", |set| start(lang, set, size));
        }
    }
}
