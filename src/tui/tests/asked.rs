//! What if, on the desk and on the end screen: what is asked, and how the answer reads.

use std::sync::{Arc, Mutex};

use super::facilitator::{self, type_keys as typed};
use super::{page, sample, seat, text, type_keys};
use crate::exercise::door::Asking;
use crate::tui::sample::FakeLead;
use crate::tui::theme::ColorDepth;
use crate::tui::{Facilitator, Settings};
use crate::view::{
    AidLeftOut, Askable, AskableClause, AskedAnswer, AskedCurve, AskedFigure, AskedFuture,
    AskedLost, AskedService, AskedState, AskedTimes, Change, DecidedLine,
};
use crate::vocab::{DAY, HOUR, Text};
use crate::words::Lang;

type Begun = Arc<Mutex<Vec<(Change, u32)>>>;

/// Has the answer at once, and remembers what was asked.
struct FakeAsking {
    begun: Begun,
    answers: bool,
}

fn local(de: &str, en: &str) -> Text {
    Text::new("local").name("de", de).name("en", en)
}

fn answer() -> AskedAnswer {
    let times = |emergency: Option<u32>, mta_broken| AskedTimes {
        was_down: true,
        emergency,
        later_outage: emergency.map(|minutes| minutes + DAY),
        normal: emergency.map(|minutes| minutes + 9 * DAY),
        mta_broken: Some(mta_broken),
    };
    let days = 31_u32;
    let course = |deep: f64| -> Vec<f64> {
        (0..days)
            .map(|day| match day {
                0..2 => 100.0,
                2..14 => deep,
                _ => (deep + f64::from(day - 13) * 4.0).min(100.0),
            })
            .collect()
    };
    let courses = [course(38.0), course(21.0)];
    let around = |of: &Vec<f64>| of.iter().map(|at| (at - 12.0, at + 15.0)).collect();
    AskedAnswer {
        recorded_until: Some(sample::stamp(20 * DAY)),
        figures: vec![
            AskedFigure {
                key: "whatif-lost-hours",
                played: 92_310.4,
                changed: 118_700.2,
            },
            AskedFigure {
                key: "whatif-unpaid",
                played: 0.0,
                changed: 12_400.0,
            },
            AskedFigure {
                key: "whatif-mta",
                played: 3.0,
                changed: 7.0,
            },
        ],
        services: vec![
            (
                "Landkreis Darmstadt-Dieburg".to_owned(),
                vec![AskedService {
                    name: local("Kasse und Zahllauf", "Cash desk and pay run"),
                    times: [times(Some(3 * DAY), false), times(None, true)],
                }],
            ),
            ("Viernheim".to_owned(), Vec::new()),
        ],
        curve: AskedCurve {
            days: (0..days).map(|day| sample::stamp(day * DAY)).collect(),
            lowest: [36.4, 20.6],
            bands: Some([around(&courses[0]), around(&courses[1])]),
            courses,
        },
        futures: Some((
            20,
            ["whatif-lost-hours", "whatif-mta", "whatif-helpers"]
                .map(|key| AskedFuture {
                    key,
                    middle: [(81_000.0, 120_000.0), (99_000.0, 151_000.0)],
                    difference: 26_000.0,
                    less: 1,
                    more: 19,
                })
                .to_vec(),
        )),
        aid_left_out: None,
        lost: vec![AskedLost {
            line: 61,
            at: sample::stamp(3 * DAY),
            seat: "Bensheim".to_owned(),
            reason: Text::new("refusal-not-your-request"),
        }],
    }
}

impl Asking for FakeAsking {
    fn choices(&self) -> Result<Askable, Text> {
        let decided = |line, at, seat: &str, de: &str, en: &str| DecidedLine {
            line,
            at: sample::stamp(at),
            seat: seat.to_owned(),
            what: local(de, en),
        };
        Ok(Askable {
            pacts: vec![
                ("none".to_owned(), local("kein Pakt", "no pact")),
                ("contract".to_owned(), local("Vertrag", "contract")),
            ],
            clauses: vec![
                AskableClause {
                    id: "named_partner".to_owned(),
                    title: local("§ 2 Kontaktliste", "§ 2 Contact list"),
                    held: true,
                },
                AskableClause {
                    id: "devices".to_owned(),
                    title: local("§ 5 Vorrat an Geräten", "§ 5 Stock of devices"),
                    held: false,
                },
            ],
            decided: vec![
                decided(
                    61,
                    3 * DAY,
                    "Bensheim",
                    "Vormonatsdatei von außen",
                    "Last month's file from outside",
                ),
                decided(
                    17,
                    HOUR,
                    "Landkreis Bergstraße",
                    "Leitung trennen",
                    "Cut the line",
                ),
            ],
        })
    }

    fn begin(&mut self, change: &Change, futures: u32) {
        let mut begun = self.begun.lock().expect("not poisoned");
        begun.push((change.clone(), futures));
    }

    fn stop(&mut self) {
        let mut begun = self.begun.lock().expect("not poisoned");
        begun.clear();
    }

    fn state(&self) -> AskedState {
        if self.answers {
            let mut answer = answer();
            let begun = self.begun.lock().expect("not poisoned");
            if let Some((Change::WithoutAid, _)) = begun.last() {
                answer.aid_left_out = Some(AidLeftOut {
                    asked: 4,
                    granted: 2,
                    refused: 1,
                    recalled: 0,
                });
            }
            AskedState::Done(Box::new(answer))
        } else {
            AskedState::Running { done: 3, of: 22 }
        }
    }
}

fn desk(lang: Lang, answers: bool) -> (Facilitator, Begun) {
    let (door, _) = FakeLead::new(sample::facilitator_view());
    let settings = Settings::new(lang, ColorDepth::True);
    let words = sample::words(lang);
    let begun = Begun::default();
    let asking = FakeAsking {
        begun: Arc::clone(&begun),
        answers,
    };
    let desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    (desk.with_asking(Box::new(asking)), begun)
}

fn shown(desk: &mut Facilitator, width: u16, height: u16) -> String {
    desk.poll();
    facilitator::shown_in_words(desk, width, height)
}

#[test]
fn every_change_can_be_asked() {
    for (keys, change, futures) in [
        ("W<enter>", Change::WithoutAid, 20),
        ("W<tab><enter>", Change::WithoutAid, 100),
        (
            "W<down><right><enter>",
            Change::Pact("contract".to_owned()),
            20,
        ),
        (
            "W<down><down><enter>",
            Change::Clause("named_partner".to_owned(), false),
            20,
        ),
        (
            "W<down><down><right><enter>",
            Change::Clause("devices".to_owned(), true),
            20,
        ),
        ("W<down><down><down><enter>", Change::Without(61), 20),
        (
            "W<down><down><down><down><right><enter>",
            Change::Moved(17, -i64::from(HOUR)),
            20,
        ),
        (
            "W<down><down><down><left><enter>",
            Change::Moved(61, i64::from(DAY)),
            20,
        ),
    ] {
        let (mut desk, begun) = desk(Lang::De, true);
        typed(&mut desk, keys);
        assert_eq!(
            *begun.lock().expect("not poisoned"),
            [(change, futures)],
            "{keys}"
        );
    }
}

#[test]
fn the_list_and_the_answer_read_well() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let (mut desk, _) = desk(lang, true);
            typed(&mut desk, "W<down><down><down><right>");
            let list = shown(&mut desk, width, height);
            insta::assert_snapshot!(format!("asked_list_{name}_{width}x{height}"), list);
            typed(&mut desk, "<enter>");
            let page = shown(&mut desk, width, height);
            insta::assert_snapshot!(format!("asked_page_{name}_{width}x{height}"), page);
            // The rest of the page is found by scrolling, and no further.
            typed(&mut desk, "<pgdn><pgdn><pgdn><pgdn><pgdn><pgdn>");
            let end = shown(&mut desk, width, height);
            assert!(end.contains("Bensheim"), "{end}");
            insta::assert_snapshot!(format!("asked_end_{name}_{width}x{height}"), end);
        }
    }
}

#[test]
fn nothing_of_the_answer_is_cut_and_the_curve_names_days() {
    for lang in [Lang::De, Lang::En] {
        let words = sample::words(lang);
        for (width, height) in [(80, 90), (120, 90)] {
            let (mut desk, _) = desk(lang, true);
            typed(&mut desk, "W<enter>");
            let page = shown(&mut desk, width, height);
            let (title, rest) = page.split_at(page.find('\n').unwrap());
            assert!(title.contains('…') && !rest.contains('…'), "{page}");
            for day in [" 5 ", " 10 ", " 20 ", " 25 "] {
                let is_axis =
                    |line: &&str| line.trim_start().starts_with("0 ") && !line.contains('┤');
                let axis = page.lines().find(is_axis);
                let axis = axis.expect("an axis");
                assert!(axis.contains(day), "{day} in {axis}");
            }
            // The shading is explained before it is seen, and what is left out is counted.
            let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
            let shade = words.msg("ui-asked-shade");
            let shade = shade.split(' ').next().expect("a word");
            assert!(at(shade) < at("100 ┤"), "{page}");
            let left_out = ["7 Entscheidungen des Raums", "7 decisions of the room"];
            at(left_out[usize::from(lang == Lang::En)]);
        }
    }
}

#[test]
fn the_guide_opens_over_the_list_and_over_the_answer() {
    let (mut at_desk, begun) = desk(Lang::De, true);
    for keys in ["W", "<enter>"] {
        typed(&mut at_desk, keys);
        let before = shown(&mut at_desk, 80, 24);
        typed(&mut at_desk, "?");
        let guide = shown(&mut at_desk, 80, 24);
        assert!(guide.contains("Links vom Pfeil"), "{guide}");
        typed(&mut at_desk, "<pgdn><esc>");
        assert_eq!(shown(&mut at_desk, 80, 24), before);
    }
    assert_eq!(begun.lock().expect("not poisoned").len(), 1);
    let (ended, _) = seat(sample::ended_view(), Lang::En);
    let mut ended = ended.with_asking(Box::new(FakeAsking {
        begun: Begun::default(),
        answers: true,
    }));
    type_keys(&mut ended, "W?");
    let guide = text(&page(&mut ended, 80, 24));
    assert!(guide.contains("Left of an arrow"), "{guide}");
}

#[test]
fn reckoning_can_be_left_and_the_desk_is_as_it_was() {
    let (mut desk, begun) = desk(Lang::De, false);
    let before = shown(&mut desk, 80, 24);
    typed(&mut desk, "W<enter>");
    let wait = shown(&mut desk, 80, 24);
    assert!(wait.contains("3 von 22"), "{wait}");
    typed(&mut desk, "<esc>");
    assert!(begun.lock().expect("not poisoned").is_empty());
    assert!(shown(&mut desk, 80, 24).contains("Niemand hätte geholfen"));
    typed(&mut desk, "<esc>");
    assert_eq!(shown(&mut desk, 80, 24), before);
    // It can be asked again.
    typed(&mut desk, "W");
    assert!(shown(&mut desk, 80, 24).contains("Niemand hätte geholfen"));
}

#[test]
fn without_a_record_it_says_why_not() {
    let (door, _) = FakeLead::new(sample::facilitator_view());
    let settings = Settings::new(Lang::De, ColorDepth::True);
    let words = sample::words(Lang::De);
    let mut desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    typed(&mut desk, "W");
    assert!(shown(&mut desk, 80, 24).contains("nicht aufgezeichnet"));
}

#[test]
fn whoever_played_alone_asks_from_the_end_screen() {
    let begun = Begun::default();
    let asking = || {
        Box::new(FakeAsking {
            begun: Arc::clone(&begun),
            answers: true,
        })
    };
    // While it is played nobody is told.
    let (playing, _) = seat(sample::seat_view(), Lang::De);
    let mut playing = playing.with_asking(asking());
    type_keys(&mut playing, "eW<enter>");
    assert!(begun.lock().expect("not poisoned").is_empty());
    let (ended, _) = seat(sample::ended_view(), Lang::De);
    let mut ended = ended.with_asking(asking());
    assert!(text(&page(&mut ended, 80, 24)).contains("W Was wäre, wenn"));
    type_keys(&mut ended, "W<enter>");
    ended.poll();
    let read = text(&page(&mut ended, 80, 24));
    assert!(read.contains("verlorene Leistungsstunden"), "{read}");
    assert_eq!(begun.lock().expect("not poisoned").len(), 1);
    type_keys(&mut ended, "<esc><esc>");
    let back = text(&page(&mut ended, 80, 24));
    assert!(back.contains("W Was wäre, wenn"), "{back}");
}
