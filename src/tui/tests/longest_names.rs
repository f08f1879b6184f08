//! With the longest names of the region nothing is cut off, neither names nor what stands beside them.

use super::sizes::WAYS;
use super::{page, sample, seat, text, type_keys};
use crate::view::SeatView;
use crate::vocab::{AidKind, Text};
use crate::words::{Lang, Words};

const LONG: [&str; 2] = ["Landkreis Darmstadt-Dieburg", "Mörfelden-Walldorf"];
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Gives every place, partner and customer of a view one of the longest names.
fn with_long_names(mut view: SeatView) -> SeatView {
    let name = |at: usize| LONG[at % LONG.len()].to_owned();
    view.seat.name = name(0);
    // The longest names of counties and of municipalities.
    for (at, place) in view.region.places.iter_mut().enumerate() {
        let is_head = view.region.groups.iter().any(|group| group.head == at);
        place.name = name(usize::from(!is_head));
    }
    for (at, row) in view.aid.rows.iter_mut().enumerate() {
        (row.from, row.to) = (name(at), name(at + 1));
    }
    for choice in &mut view.aid.choices {
        for (at, (_, partner)) in choice.partners.iter_mut().enumerate() {
            *partner = name(at);
        }
    }
    for (at, row) in view.town_hall.customers.iter_mut().enumerate() {
        row.name = name(at);
    }
    for entry in &mut view.log.entries {
        if let Some(to) = &mut entry.to {
            *to = crate::vocab::Text::new("named").name("name", name(0));
        }
    }
    view
}

fn shown(view: &SeatView, lang: Lang, keys: &str, (width, height): (u16, u16)) -> String {
    let (mut seat, _) = seat(view.clone(), lang);
    page(&mut seat, width, height);
    type_keys(&mut seat, keys);
    text(&page(&mut seat, width, height))
}

/// How a page writes names: how many whole, and those it cuts.
fn names(page: &str) -> (usize, Vec<String>) {
    let (mut whole, mut cut) = (0, Vec::new());
    let own = LONG[0].to_uppercase();
    for name in [LONG[0], LONG[1], own.as_str()] {
        let start: String = name.chars().take(5).collect();
        for line in page.lines() {
            for (at, _) in line.match_indices(&start) {
                let pairs = line[at..].chars().zip(name.chars());
                let same = pairs.take_while(|(a, b)| a == b).count();
                let after: String = line[at..].chars().skip(same).collect();
                let next = after.chars().next();
                let (rest, end) = (name.chars().nth(same), after.trim_start().chars().next());
                let at_a_blank = rest == Some(' ') || name.chars().nth(same - 1) == Some(' ');
                match next {
                    _ if rest.is_none() => whole += 1,
                    // A dialog lies over the rest.
                    Some('│' | '┌' | '└') => {}
                    // The name goes on in the next line.
                    _ if at_a_blank && matches!(end, None | Some('│')) => {}
                    // Other words may begin alike.
                    _ if next == Some('…') || same >= 10 => cut.push(line.to_owned()),
                    _ => {}
                }
            }
        }
    }
    (whole, cut)
}

#[test]
fn names_are_written_whole() {
    let mut ways: Vec<(SeatView, &str)> = Vec::new();
    ways.extend(WAYS.map(|keys| (sample::seat_view(), keys)));
    ways.extend(["", "x"].map(|keys| (sample::provider_view(), keys)));
    ways.extend(["4g", "4g<enter>", "4g<enter><enter>"].map(|keys| (sample::county_view(), keys)));
    ways.push((sample::ended_view(), ""));
    ways.push((sample::ended_provider_view(), ""));
    for (view, keys) in ways {
        let view = with_long_names(view);
        for lang in [Lang::De, Lang::En] {
            for size in SIZES {
                let page = shown(&view, lang, keys, size);
                let (whole, cut) = names(&page);
                assert!(cut.is_empty(), "{keys}: {cut:#?}\n{page}");
                // The head names the seat.
                assert!(whole > 0 || keys == "v", "{keys}:\n{page}");
            }
        }
    }
}

#[test]
fn screens_of_names_show_many() {
    let view = with_long_names(sample::seat_view());
    let county = with_long_names(sample::county_view());
    for lang in [Lang::De, Lang::En] {
        for size in SIZES {
            for (view, keys, least) in [
                (&view, "2", 5),
                (&view, "3", 3),
                (&view, "4", 4),
                (&view, "7", 2),
                (&view, "b", 3),
                (&county, "4g<enter>", 4),
            ] {
                let page = shown(view, lang, keys, size);
                assert!(names(&page).0 >= least, "{keys}:\n{page}");
            }
        }
    }
}

#[test]
fn what_is_said_of_a_place_with_a_long_name_is_not_cut() {
    let mut view = with_long_names(sample::seat_view());
    let due = view.region.places[0].report.clone();
    for place in &mut view.region.places {
        place.report.clone_from(&due);
    }
    for lang in [Lang::De, Lang::En] {
        for size in SIZES {
            for keys in ["2", "2<down>", "2<down><down><down><down>", "3", "3<up>"] {
                let page = shown(&view, lang, keys, size);
                let cut = page.lines().find(|line| line.trim_end().ends_with('…'));
                assert_eq!(cut, None, "{keys}:\n{page}");
            }
        }
    }
}

#[test]
fn what_is_asked_for_is_written_whole() {
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for kind in AidKind::ALL {
            let mut view = sample::seat_view();
            for row in &mut view.aid.rows {
                (row.kind, row.asked, row.granted) = (*kind, 2, None);
                (row.from, row.to) = (LONG[1].to_owned(), LONG[1].to_owned());
            }
            let said = Text::new(format!("aid-short-{}", kind.id())).count("count", 2);
            let said = words.say(&said);
            for size in SIZES {
                let page = shown(&view, lang, "4", size);
                let rows = page.lines().filter(|line| line.contains(&said)).count();
                // Four in the list and one in full.
                assert_eq!(rows, 5, "{said}:\n{page}");
            }
        }
    }
}

/// What a move changes is said to its end, however long the steps are called.
#[test]
fn the_preview_of_a_move_is_said_to_its_end() {
    let mut view = sample::seat_view();
    for row in &mut view.work.rows {
        row.name =
            Text::new("named").name("name", "Arbeitsplätze prüfen: lebenswichtige Leistungen");
    }
    let shown = shown(&view, Lang::De, "5<down><down><down>", (80, 24));
    assert!(shown.contains("ändert etwa:"), "{shown}");
}
