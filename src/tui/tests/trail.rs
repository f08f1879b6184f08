//! Where am I: the frame of a dialog begins with the screen it was opened from.

use super::{page, sample, seat, text, type_keys};
use crate::view::SeatView;
use crate::words::{Lang, Words};

/// Returns the upper edge of the dialog that keys open.
fn edge(view: SeatView, lang: Lang, keys: &str, width: u16) -> String {
    let (mut seat, _) = seat(view, lang);
    page(&mut seat, width, 24);
    type_keys(&mut seat, keys);
    let shown = text(&page(&mut seat, width, 24));
    let mut edges = shown.lines().filter(|line| line.contains('┌'));
    edges
        .next_back()
        .unwrap_or_else(|| panic!("{shown}"))
        .to_owned()
}

const SCREENS: [(&str, &str); 7] = [
    ("1", "ui-tab-town-hall"),
    ("2", "ui-tab-region"),
    ("3", "ui-tab-map"),
    ("4", "ui-tab-aid"),
    ("5", "ui-tab-work"),
    ("6", "ui-tab-course"),
    ("7", "ui-tab-log"),
];

#[test]
fn every_dialog_says_from_which_screen_it_was_opened() {
    let dialogs = [
        ("d", "ui-decision-title"),
        ("/", "ui-search-title"),
        (":", "ui-palette-title"),
        ("?", "ui-guide-title"),
        ("i", "ui-about-title"),
        ("q", "ui-quit-title"),
    ];
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for (screen_key, screen) in SCREENS {
            for (dialog_key, title) in dialogs {
                let keys = format!("{screen_key}{dialog_key}");
                let edge = edge(sample::seat_view(), lang, &keys, 80);
                let way = format!("┌ {} ► {}", words.msg(screen), words.msg(title));
                assert!(edge.contains(&way), "{way}\n{edge}");
            }
        }
    }
}

#[test]
fn a_place_is_told_with_its_county() {
    let way = "┌ Region ► Kreis Bergstraße ► Lindenfels ─";
    let edge_of = |keys: &str| edge(sample::seat_view(), Lang::De, keys, 80);
    assert!(edge_of("2<down><enter>").contains(way));
    let map = edge_of("3<right><enter>");
    assert!(map.contains("┌ Karte ► Kreis Bergstraße ► Lindenfels ─"));
}

#[test]
fn what_has_no_room_for_the_way_keeps_its_own_title() {
    let mut view = sample::seat_view();
    let service = &mut view.town_hall.services[0];
    service.name = crate::vocab::Text::new("local")
        .name(
            "de",
            "Kfz-Zulassung, Führerscheine und Parkausweise für Anwohner",
        )
        .name("en", "");
    let edge = edge(view, Lang::De, "w", 80);
    assert!(edge.contains("┌ Warum: „Kfz-Zulassung"), "{edge}");
    assert!(edge.contains("Anwohner“"), "{edge}");
}
