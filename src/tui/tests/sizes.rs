//! No size, no name and no lack of data breaks a page; colours and signs can be switched off.

use crossterm::event::KeyCode;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;

use super::{page, sample, seat, seat_with, text, type_keys, with_graphs};
use crate::tui::theme::{ColorDepth, GraphSet, ascii_sign};
use crate::tui::{Settings, Start};
use crate::view::{Place, PlaceLine, PublicView, WallView};
use crate::vocab::{PlaceNames, Text};
use crate::words::{Lang, Words};

/// Ways to every screen and dialog.
pub(super) const WAYS: [&str; 28] = [
    "2<down><down><down>mgb",
    "4m<enter>",
    "f",
    "4f",
    "7ffff",
    ":e",
    "3",
    "3ee++",
    "3e",
    "5<down><down><down>",
    "/e",
    "v",
    "",
    "a",
    "2",
    "2<down><down><right>s",
    "2<enter>",
    "4",
    "6",
    "7",
    "<enter>",
    "<enter>v",
    "b",
    "4<enter>",
    "4<down>x",
    "w",
    "r",
    "?",
];

#[test]
fn every_size_is_drawn() {
    let sizes = [1, 2, 5, 23, 24, 25, 40, 79, 80, 81, 119, 160, 240];
    for width in sizes {
        for height in [1, 2, 3, 10, 23, 24, 25, 33, 34, 60] {
            for view in [
                sample::seat_view(),
                sample::quiet_view(),
                sample::ended_view(),
                sample::ended_provider_view(),
            ] {
                for way in WAYS {
                    let (mut seat, _) = seat(view.clone(), Lang::De);
                    type_keys(&mut seat, way);
                    page(&mut seat, width, height);
                }
            }
            let settings = Settings::new(Lang::En, ColorDepth::True);
            let mut start = Start::new(sample::start_info(), settings);
            let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
            terminal.draw(|frame| start.draw(frame)).expect("a page");
        }
    }
}

#[test]
fn a_small_window_says_so() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let shown = text(&page(&mut seat, 60, 20));
    assert!(shown.contains("zu klein"), "{shown}");
    assert!(shown.contains("80"), "{shown}");
}

#[test]
fn long_names_keep_the_page_in_shape() {
    let mut view = sample::seat_view();
    view.seat.name = "Verwaltungsgemeinschaft Mörfelden-Walldorf an der Bergstraße".to_owned();
    for row in &mut view.aid.rows {
        row.to = "日本".repeat(40);
        row.from = "Gemeinsame IT-Stelle ".repeat(9);
    }
    for way in WAYS {
        let (mut seat, _) = seat(view.clone(), Lang::De);
        type_keys(&mut seat, way);
        page(&mut seat, 80, 24);
    }
}

/// Returns the longest name a step of recovery can have in a language.
fn longest_step(lang: Lang) -> Text {
    let words = Words::new(lang);
    let catalogue = include_str!("../../../assets/locales/de/catalogue.ftl");
    let systems = catalogue.lines().filter_map(|line| {
        let (key, _) = line.split_once(" = ")?;
        (key.starts_with("system-") && !key.starts_with("system-state")).then_some(key)
    });
    let steps = systems.flat_map(|key| {
        ["order-core", "order-rest"].map(|step| Text::new(step).text("system", Text::new(key)))
    });
    steps
        .max_by_key(|step| words.say(step).chars().count())
        .expect("there are systems")
}

#[test]
fn the_longest_steps_are_written_whole() {
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        let mut view = sample::seat_view();
        let long = longest_step(lang);
        view.work.rows[3].name = long.clone();
        view.town_hall.recovery[3].name = long.clone();
        let said = words.say(&long);
        assert!(said.chars().count() > 36, "{said}");
        for width in [80, 120] {
            for way in ["5<down><down>", "r"] {
                let (mut seat, _) = seat(view.clone(), lang);
                type_keys(&mut seat, way);
                let shown = text(&page(&mut seat, width, 24));
                assert!(shown.contains(&said), "{said}:\n{shown}");
            }
        }
        // What the selected step waits for is said on a narrow page too.
        let (mut seat, _) = seat(view.clone(), lang);
        type_keys(&mut seat, "5<down><down><down>");
        let shown = text(&page(&mut seat, 80, 24));
        let waits = Text::new("ui-step-waits").text("what", Text::new("system-identity"));
        assert!(shown.contains(&words.say(&waits)), "{shown}");
    }
}

#[test]
fn many_lines_are_counted_in_whole_words() {
    let mut view = sample::seat_view();
    view.aid.rows.clear();
    let report = view.region.places[1].report.clone();
    for place in &mut view.region.places {
        place.report.clone_from(&report);
    }
    let place = view.region.places[1].clone();
    let with = |line| Place {
        line,
        ..place.clone()
    };
    let cut = with(PlaceLine::Cut {
        since: place.report.as_ref().expect("it reported").as_of,
        is_reported: true,
    });
    view.region.places = vec![cut; 184];
    view.region.places.push(with(PlaceLine::Open));
    for (lang, open) in [(Lang::De, "1\u{a0}offen"), (Lang::En, "1\u{a0}open")] {
        let (mut seat, _) = seat(view.clone(), lang);
        type_keys(&mut seat, "3");
        let shown = text(&page(&mut seat, 80, 24));
        assert!(shown.contains("184"), "{shown}");
        assert!(shown.contains(open), "{shown}");
    }
}

#[test]
fn the_start_screen_says_roles_and_phases_whole() {
    let local = |de: &str, en: &str| Text::new("local").name("de", de).name("en", en);
    let role = (
        "Sie leiten eine Stadt mit vollem Bürgerbüro. Alle Fachverfahren laufen beim Dienstleister.",
        "You lead a town with a busy citizens' office. All applications run at the provider, they say.",
    );
    let phases = [
        ("Ohne Pakt", "Without a pact"),
        ("Absichtserklärung", "Letter of intent"),
        ("Vertrag", "Contract"),
        ("Eingespielter Vertrag", "Practised contract"),
    ];
    for lang in [Lang::De, Lang::En] {
        let of = |(de, en): (&'static str, &'static str)| match lang {
            Lang::De => de,
            Lang::En => en,
        };
        let mut info = sample::start_info();
        info.seats[0].role = local(role.0, role.1);
        for (pact, (de, en)) in info.pacts.iter_mut().zip(phases) {
            pact.name = local(de, en);
        }
        let mut start = Start::new(info.clone(), Settings::new(lang, ColorDepth::True));
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
        terminal.draw(|frame| start.draw(frame)).expect("a page");
        let shown = text(terminal.backend().buffer());
        for phase in phases {
            assert!(shown.contains(&format!(") {}", of(phase))), "{shown}");
        }
        let joined: Vec<&str> = shown.split_whitespace().collect();
        assert!(joined.join(" ").contains(of(role)), "{shown}");
        for seat in &info.seats[..3] {
            assert!(shown.contains(&seat.name), "{shown}");
        }
        assert!(shown.contains("(•)"), "{shown}");
    }
}

/// Nobody is told that places are real where their names were invented, or where they are those of a scenario of one's own.
#[test]
fn every_page_says_whose_names_places_bear() {
    for (names, german, english) in [
        (PlaceNames::Real, "sind echt", "are real"),
        (PlaceNames::Invented, "sind erfunden", "are invented"),
        (
            PlaceNames::OfTheScenario,
            "eigene Angabe",
            "figure of one's own",
        ),
    ] {
        for (lang, said) in [(Lang::De, german), (Lang::En, english)] {
            let mut info = sample::start_info();
            info.place_names = names;
            let mut view = sample::seat_view();
            let public = PublicView {
                place_names: names,
                ..PublicView::clone(&view.public)
            };
            view.public = public.into();
            let start = |key: Option<char>| {
                let settings = Settings::new(lang, ColorDepth::True);
                let mut start = Start::new(info.clone(), settings);
                if let Some(key) = key {
                    start.update(&super::key(KeyCode::Char(key)));
                }
                let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
                terminal.draw(|frame| start.draw(frame)).expect("a page");
                text(terminal.backend().buffer())
            };
            let (mut seat, _) = seat(view, lang);
            type_keys(&mut seat, "i");
            let wall = WallView {
                place_names: names,
                ..super::wall::view()
            };
            let words = Words::new(lang);
            for (key, shown) in [
                ("page-assumption", start(None)),
                ("page-assumption", start(Some('i'))),
                ("page-assumption", text(&page(&mut seat, 80, 24))),
                ("wall-assumption", super::wall::page_of(wall, lang, 80, 24)),
            ] {
                let told = words.of(key, names.id());
                assert!(told.contains(said), "{told}");
                let shown_whole = shown.replace('│', " ");
                let shown_whole: Vec<&str> = shown_whole.split_whitespace().collect();
                assert!(shown_whole.join(" ").contains(&told), "{told}\n{shown}");
            }
        }
    }
}

#[test]
fn ascii_signs_are_ascii() {
    for way in WAYS {
        let settings = with_graphs(Lang::De, GraphSet::Ascii);
        let (mut seat, _) = seat_with(sample::seat_view(), settings);
        type_keys(&mut seat, way);
        let shown = text(&page(&mut seat, 120, 40));
        let strange: Vec<char> = shown
            .chars()
            .filter(|c| !c.is_ascii() && !c.is_alphabetic() && !matches!(c, '½' | '×' | '§'))
            .collect();
        assert!(strange.is_empty(), "{way}: {strange:?}\n{shown}");
        assert!(!shown.chars().any(|c| ascii_sign(c).is_some()), "{way}");
    }
}

#[test]
fn other_signs_are_of_the_windows_set() {
    // Besides braille, which has a set of its own.
    let allowed = "●▲▼■○►◄♦×√─│┌┐└┘├┤┼█▄░…·–„“”«»½§↑↓←→•\u{a0}’";
    for lang in [Lang::De, Lang::En] {
        for way in WAYS {
            let (mut seat, _) = seat(sample::seat_view(), lang);
            type_keys(&mut seat, way);
            let shown = text(&page(&mut seat, 200, 60));
            let strange: Vec<char> = shown
                .chars()
                .filter(|c| !c.is_ascii() && !c.is_alphabetic() && !allowed.contains(*c))
                .collect();
            assert!(strange.is_empty(), "{way}: {strange:?}");
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    for light in [false, true] {
        for way in WAYS {
            let mut settings = Settings::new(Lang::De, ColorDepth::None);
            settings.theme.light = light;
            let (mut seat, _) = seat_with(sample::seat_view(), settings);
            type_keys(&mut seat, way);
            let buffer = page(&mut seat, 120, 40);
            for cell in &buffer.content {
                assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{way}");
            }
        }
    }
}

#[test]
fn sixteen_colours_stay_sixteen() {
    for way in WAYS {
        let settings = Settings::new(Lang::De, ColorDepth::Sixteen);
        let (mut seat, _) = seat_with(sample::seat_view(), settings);
        type_keys(&mut seat, way);
        for cell in &page(&mut seat, 120, 40).content {
            assert!(!matches!(cell.fg, Color::Rgb(..)), "{way}");
            assert_eq!(cell.bg, Color::Reset, "{way}");
        }
    }
}

/// Returns how bright a colour is, after WCAG.
fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else {
        panic!("a page in 24 bit has no {color:?}");
    };
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            libm::pow((value + 0.055) / 1.055, 2.4)
        }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

#[test]
fn every_colour_can_be_read() {
    for light in [false, true] {
        for way in WAYS {
            let mut settings = Settings::new(Lang::De, ColorDepth::True);
            settings.theme.light = light;
            let (mut seat, _) = seat_with(sample::seat_view(), settings);
            type_keys(&mut seat, way);
            for cell in &page(&mut seat, 120, 40).content {
                let (a, b) = (luminance(cell.fg), luminance(cell.bg));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(
                    contrast >= 4.5,
                    "{:?} on {:?}: {contrast}",
                    cell.fg,
                    cell.bg
                );
            }
        }
    }
}
