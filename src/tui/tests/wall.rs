//! The wall on small pages: what the room decided is named before all else that has room.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{sample, text};
use crate::tui::theme::ColorDepth;
use crate::tui::{Settings, Wall};
use crate::view::{
    CourseView, PlaceReport, Series, Served, StageView, WallDecision, WallPlace, WallView,
};
use crate::vocab::{DAY, HOUR, ServiceState, Text};
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

fn view() -> WallView {
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
        now,
        ended: false,
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
    let mut wall = Wall::new(Settings::new(lang, ColorDepth::True));
    wall.show(view());
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
