//! The wall on small pages: what the room decided is named before all else that has room.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{sample, text};
use crate::tui::theme::ColorDepth;
use crate::tui::{Settings, Wall};
use crate::view::{
    CourseView, PlaceReport, Series, Served, StageView, WallDecision, WallPlace, WallView,
};
use crate::vocab::{DAY, HOUR, PlaceNames, ServiceState, Text};
use crate::words::Lang;

fn said(text: &str) -> Text {
    Text::new("local").name("de", text).name("en", text)
}

const SEATS: [&str; 4] = [
    "Odenwaldkreis",
    "Kreis Bergstraße",
    "Bensheim",
    "Lindenfels",
];

pub(super) fn view() -> WallView {
    let now = sample::stamp(sample::NOW);
    let decisions = SEATS.iter().enumerate().map(|(at, seat)| WallDecision {
        at: sample::stamp(sample::NOW - HOUR * at as u32),
        seat: (*seat).to_owned(),
        text: said("Angeordnet: Leitung zum Dienstleister trennen, bis der Nachweis da ist"),
        followed: vec![said("Leitung getrennt")],
        served_then_of_100: Some(60),
    });
    let places = (0..20).map(|at| WallPlace {
        name: SEATS
            .get(at)
            .map_or_else(|| format!("Ort {at}"), |seat| (*seat).to_owned()),
        is_seat: at < SEATS.len(),
        report: Some(PlaceReport {
            as_of: now,
            is_old: false,
            state: ServiceState::Down,
            running: 3,
            emergency: 4,
            down: 5,
            served_of_100: 40,
            next: None,
        }),
    });
    WallView {
        title: said("Südhessen"),
        place_names: PlaceNames::Real,
        now,
        ended: false,
        is_second_try: false,
        question: Some(said("Wer erreicht wen ohne Mail?")),
        stage: Some(StageView {
            number: 2,
            title: said("Die Nacht"),
            ends: now,
            room_minutes: 20,
            pace: 5,
            question: said("Wer erreicht wen ohne Mail?"),
        }),
        pact: said("Absichtserklärung"),
        served: Served {
            now_of_100: Some(40),
            yesterday_of_100: Some(60),
            lowest_of_100: Some(35),
            heard: 20,
            young: 20,
            oldest: Some(now),
            of: 89,
        },
        course: CourseView {
            from: sample::stamp(0),
            to: now,
            days: vec![sample::stamp(DAY)],
            series: Vec::new(),
            others: Vec::new(),
            marks: Vec::new(),
        },
        curve: Series {
            service: None,
            name: said("Region"),
            steps: vec![(sample::stamp(0).at, 0.6), (now.at, 0.4)],
            emergency_of_100: 0,
            waiting: 0,
            notes: Vec::new(),
        },
        places: places.collect(),
        decisions: decisions.collect(),
    }
}

fn page(lang: Lang, width: u16, height: u16) -> String {
    page_of(view(), lang, width, height)
}

pub(super) fn page_of(view: WallView, lang: Lang, width: u16, height: u16) -> String {
    let mut wall = Wall::new(Settings::new(lang, ColorDepth::True));
    wall.show(view);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| wall.draw(frame)).expect("a page");
    text(terminal.backend().buffer())
}

#[test]
fn the_latest_three_decisions_are_named_on_the_smallest_page() {
    for lang in [Lang::De, Lang::En] {
        for (width, height) in [(80, 24), (100, 24), (120, 24), (120, 40)] {
            let page = page(lang, width, height);
            for seat in &SEATS[..3] {
                let named = format!("{seat}: Angeordnet");
                assert!(page.contains(&named), "{width}x{height}: {seat}\n{page}");
            }
            assert!(!page.contains("Lindenfels: Angeordnet"), "{page}");
            // Something of the places has its rows all the same.
            assert!(
                page.contains("3        4        5") || width >= 110,
                "{page}"
            );
        }
    }
    insta::assert_snapshot!("wall_de_80x24", page(Lang::De, 80, 24));
    insta::assert_snapshot!("wall_de_120x40", page(Lang::De, 120, 40));
}

#[test]
fn what_followed_is_told_where_there_is_room_left() {
    assert!(!page(Lang::De, 80, 24).contains("→ Leitung getrennt"));
    assert!(page(Lang::De, 80, 50).contains("→ Leitung getrennt"));
}

#[test]
fn what_rests_on_old_reports_says_so() {
    let mut old = view();
    let then = sample::stamp(sample::NOW - 20 * HOUR);
    (old.served.young, old.served.oldest) = (19, Some(then));
    if let Some(report) = &mut old.places[0].report {
        (report.is_old, report.as_of, report.served_of_100) = (true, then, 97);
    }
    for (width, height) in [(80, 24), (120, 24), (120, 40)] {
        let some = page_of(old.clone(), Lang::De, width, height);
        assert!(
            some.contains("Von 100 Anliegen werden 40 erledigt"),
            "{some}"
        );
        assert!(some.contains("19 von 20 Meldungen jünger als 6"), "{some}");
        let place = some.lines().find(|line| line.contains("alt "));
        let place = place.unwrap_or_else(|| panic!("the old one is marked: {some}"));
        assert!(!place.starts_with(" ? Odenwaldkreis"), "{place}");
        assert!(place.contains("97"), "{place}");
        // Of more than a day ago it says nothing of now.
        let mut older = old.clone();
        if let Some(report) = &mut older.places[0].report {
            report.as_of = sample::stamp(sample::NOW - 25 * HOUR);
        }
        let older = page_of(older, Lang::De, width, height);
        let place = older.lines().find(|line| line.contains("alt "));
        let place = place.unwrap_or_else(|| panic!("the old one is marked: {older}"));
        assert!(place.starts_with(" ? Odenwaldkreis"), "{place}");
        assert!(!place.contains("97"), "{place}");
        // None is young: nothing is said of now.
        let mut all = old.clone();
        all.served.young = 0;
        let all = page_of(all, Lang::De, width, height);
        assert!(
            all.contains("Zuletzt gemeldet: 40 von 100 erledigt"),
            "{all}"
        );
        assert!(!all.contains("werden 40 erledigt"), "{all}");
    }
    assert!(!page(Lang::De, 80, 24).contains("jünger"));
}

#[test]
fn nothing_is_drawn_of_what_nobody_heard_and_a_second_try_is_named() {
    let mut silent = view();
    silent.served = Served {
        of: 89,
        ..Served::default()
    };
    silent.curve.steps.clear();
    silent.is_second_try = true;
    let shown = page_of(silent, Lang::De, 120, 40);
    assert!(
        shown.contains("Noch hat keine Meldung alle erreicht"),
        "{shown}"
    );
    let is_drawn = |page: &str| page.contains(['█', '▄']);
    assert!(!is_drawn(&shown), "{shown}");
    let mut told = view();
    for (_, level) in &mut told.curve.steps {
        *level *= 100.0;
    }
    assert!(is_drawn(&page_of(told, Lang::De, 120, 40)));
    assert!(shown.contains("ÜBUNG, 2. Versuch"), "{shown}");
}
