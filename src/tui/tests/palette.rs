//! The palette offers what the keys do, and says why one does nothing now.

use super::{page, sample, seat, text, type_keys};
use crate::command::Command;
use crate::tui::keymap::{Context, Intent, TABLE};
use crate::view::SeatView;
use crate::vocab::{ContainmentOption, Pace};
use crate::words::Lang;

/// Types keys; returns what was handed in and the page afterwards.
fn played(view: SeatView, keys: &str) -> (Vec<Command>, String) {
    let (mut seat, submitted) = seat(view, Lang::De);
    page(&mut seat, 80, 24);
    type_keys(&mut seat, keys);
    let shown = text(&page(&mut seat, 80, 24));
    let submitted = submitted.lock().expect("not poisoned").clone();
    (submitted, shown)
}

#[test]
fn whoever_chose_to_wait_finds_the_measure_here_and_is_asked_before_it_is_done() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, ":trennen<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("Anordnen?"), "{shown}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
    type_keys(&mut seat, "<enter>");
    let cut = Command::Contain(ContainmentOption::CutProviderLink);
    assert_eq!(*submitted.lock().expect("not poisoned"), [cut]);
    // What is not possible says why, and only to those who ask.
    type_keys(&mut seat, ":");
    let shown = text(&page(&mut seat, 120, 40));
    assert!(!shown.contains("Anordnen: Not"), "{shown}");
}

#[test]
fn every_order_of_a_screen_is_offered_once() {
    let screens = [
        ("1", Context::TownHall),
        ("2", Context::Region),
        ("3", Context::Map),
        ("4", Context::Aid),
        ("5", Context::Work),
        ("6", Context::Course),
        ("7", Context::Log),
    ];
    for (key, context) in screens {
        let (mut seat, _) = seat(sample::seat_view(), Lang::De);
        type_keys(&mut seat, key);
        let offered: Vec<Intent> = seat.orders("").iter().map(|one| one.intent).collect();
        let of_the_screen = |row: &&crate::tui::keymap::Binding| {
            row.context == context || row.context == Context::Everywhere
        };
        for row in TABLE.iter().filter(of_the_screen) {
            let times = offered.iter().filter(|one| **one == row.intent).count();
            let expected = usize::from(row.intent.has_a_word());
            assert_eq!(times, expected, "{:?} in {context:?}", row.intent);
        }
    }
}

#[test]
fn every_order_has_a_key_and_a_word_of_its_own() {
    for lang in [Lang::De, Lang::En] {
        for key in ["1", "2", "3", "4", "5", "6", "7"] {
            let (mut seat, _) = seat(sample::seat_view(), lang);
            type_keys(&mut seat, key);
            let mut words = Vec::new();
            for order in seat.orders("") {
                let word = order.word;
                // A measure has no key: papers ask for it.
                let is_measure = matches!(order.intent, Intent::Measure(_));
                assert_eq!(order.shown.is_empty(), is_measure, "{word}");
                assert!(!words.contains(&word), "{word} twice on screen {key}");
                words.push(word);
            }
        }
    }
}

#[test]
fn what_is_chosen_is_done_as_by_its_key() {
    let shown = played(sample::seat_view(), ":tageb<enter>").1;
    assert!(shown.contains("[7 Tagebuch"), "{shown}");
    let shown = played(sample::seat_view(), ":beist<enter>").1;
    assert!(shown.contains("Neues Ersuchen"), "{shown}");
    let (submitted, _) = played(sample::seat_view(), ":uhr<enter>");
    let pace = Pace::MinutesPerSecond(5);
    assert_eq!(submitted, [Command::SetClock(pace)]);
    let (submitted, shown) = played(sample::seat_view(), ":uhr<esc>");
    assert!(submitted.is_empty() && !shown.contains("┌"), "{shown}");
}

#[test]
fn what_is_not_possible_says_why_and_stays() {
    let (submitted, shown) = played(sample::seat_view(), "4<down>:antwo<enter>");
    assert!(shown.contains("┌"), "the palette is still open: {shown}");
    let whole = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        whole.contains("Dieses Ersuchen wartet nicht auf Ihre Antwort."),
        "{shown}"
    );
    assert!(submitted.is_empty());
    let (_, shown) = played(sample::seat_view(), ":qqq<enter>");
    assert!(shown.contains("Kein Befehl heißt so."), "{shown}");
}

#[test]
fn the_selected_order_stays_selected_while_the_list_changes() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "4:<down><down>");
    let selected = text(&page(&mut seat, 80, 24));
    let orders = seat.orders("");
    assert_eq!(orders[2].intent, Intent::Mark, "{selected}");
    // Meanwhile nobody can be asked for aid any more: the first order goes to the end.
    let mut changed = sample::seat_view();
    changed.aid.choices.clear();
    seat.view = std::sync::Arc::new(changed);
    assert_eq!(seat.orders("")[1].intent, Intent::Mark);
    type_keys(&mut seat, "<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("1 markiert"), "{shown}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn a_screen_is_found_by_its_name_alone() {
    let (seat, _) = seat(sample::seat_view(), Lang::De);
    let found: Vec<String> = seat
        .orders("seite")
        .into_iter()
        .map(|one| one.word)
        .collect();
    assert!(found.is_empty(), "{found:?}");
    let found = seat.orders("karte");
    assert_eq!(found[0].word, "Seite: Karte");
    assert_eq!(found.len(), 1);
}

#[test]
fn what_works_comes_first() {
    for keys in ["", "2", "4<down>", "7"] {
        let (mut seat, _) = seat(sample::seat_view(), Lang::De);
        type_keys(&mut seat, keys);
        let works: Vec<bool> = seat
            .orders("e")
            .iter()
            .map(|order| order.why_not.is_none())
            .collect();
        assert!(works.is_sorted_by(|a, b| a >= b), "{works:?}");
        assert!(works.contains(&true) && works.contains(&false), "{keys}");
    }
}

#[test]
fn what_a_provider_calls_its_products_and_customers_leads_to_them() {
    use crate::tui::keymap::Screen;
    for (lang, keys, typed, expected) in [
        (Lang::De, "1", "prod", Intent::Show(Screen::Work)),
        (Lang::En, "1", "prod", Intent::Show(Screen::Work)),
        (Lang::De, "5", "kunde", Intent::Show(Screen::TownHall)),
        (Lang::En, "5", "customer", Intent::Show(Screen::TownHall)),
        (Lang::De, "1", "kundenreih", Intent::Show(Screen::TownHall)),
        (Lang::De, "1", "kunde", Intent::MoveFirst),
        (Lang::En, "1", "customer", Intent::MoveFirst),
        (Lang::De, "5", "produkt", Intent::MoveUp),
        (Lang::En, "5", "product", Intent::MoveUp),
    ] {
        let (mut seat, _) = seat(sample::provider_view(), lang);
        type_keys(&mut seat, keys);
        let orders = seat.orders(typed);
        let found = orders.iter().any(|order| order.intent == expected);
        assert!(found, "{typed} on screen {keys}");
    }
    // What was typed is said beside the order that it found.
    let (seat, _) = seat(sample::provider_view(), Lang::De);
    assert_eq!(
        seat.orders("prod")[0].word,
        "Seite: Wiederanlauf · Produkte"
    );
    assert_eq!(seat.orders("betrieb")[0].word, "Seite: Betrieb");
}

#[test]
fn the_search_leads_to_a_step_of_the_work_and_to_a_request() {
    let mut view = sample::seat_view();
    let kind = view.aid.rows[0].kind;
    let name = crate::vocab::Text::new("named").name("name", "12 von 89");
    view.work.rows[4].serves = Some(name);
    let (mut town, _) = seat(view, Lang::De);
    type_keys(&mut town, "/prod");
    let shown = text(&page(&mut town, 80, 24));
    assert!(shown.contains("Arbeit     Produkt: E-Mail"), "{shown}");
    type_keys(&mut town, "<esc>/anmeldung");
    let shown = text(&page(&mut town, 80, 24));
    assert!(shown.contains("Arbeit     Anmeldung"), "{shown}");
    type_keys(&mut town, "<enter>");
    assert_eq!(town.focus.work, 2);
    let shown = text(&page(&mut town, 80, 24));
    assert!(shown.contains("[5 Anlauf]"), "{shown}");
    let (mut town, _) = seat(sample::seat_view(), Lang::De);
    let typed = sample::words(Lang::De).of("aid-kind", kind.id());
    type_keys(&mut town, &format!("/{typed}<enter>"));
    let shown = text(&page(&mut town, 80, 24));
    assert!(shown.contains("[4 Beistand"), "{shown}");
}
