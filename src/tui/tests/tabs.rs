//! No two tabs touch and none is cut, at whatever seat, in whatever language, however much waits.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{page, sample, seat, text, type_keys};
use crate::tui::sample::FakeLead;
use crate::tui::theme::ColorDepth;
use crate::tui::{Facilitator, Settings};
use crate::view::{AttendanceView, SeatView};
use crate::words::{Lang, Words};

const WIDTHS: [u16; 5] = [80, 81, 90, 100, 120];

/// The tabs of a line: what stands between the keys that begin them, without brackets and blanks.
fn check_tabs(line: &str, expected: &[String]) {
    let bare: Vec<String> = line
        .replace(['[', ']'], " ")
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let said = bare.join(" ");
    let wanted = expected.join(" ");
    assert!(said.starts_with(&wanted), "{wanted}:\n{line}");
    let signs: Vec<char> = line.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let beside = match sign {
            '[' => at.checked_sub(1).map(|before| signs[before]),
            ']' => signs.get(at + 1).copied(),
            _ => continue,
        };
        assert!(beside.is_none_or(|c| c == ' '), "two tabs touch:\n{line}");
    }
    assert_eq!(line.matches('[').count(), 1, "one is shown:\n{line}");
    assert_eq!(line.matches(']').count(), 1, "and all of it:\n{line}");
}

/// The tabs a seat should have on a narrow page, without what waits.
fn names(view: &SeatView, lang: Lang, is_short: bool) -> Vec<String> {
    let words = Words::new(lang);
    let first = if view.town_hall.customers.is_empty() {
        "ui-tab-town-hall"
    } else {
        "ui-tab-provider"
    };
    let work = if is_short {
        "ui-tab-work-short"
    } else {
        "ui-tab-work"
    };
    let keys = [
        first,
        "ui-tab-region",
        "ui-tab-map",
        "ui-tab-aid",
        work,
        "ui-tab-course",
        "ui-tab-log",
    ];
    let numbered = (1..).zip(keys);
    let mut names: Vec<String> = numbered
        .map(|(number, key)| format!("{number} {}", words.msg(key)))
        .collect();
    if view.outcome.is_some() {
        names.push(format!("e {}", words.msg("ui-tab-outcome")));
    }
    names
}

#[test]
fn no_tabs_of_a_seat_touch_or_are_cut() {
    let views = [
        sample::seat_view(),
        sample::quiet_view(),
        sample::county_view(),
        sample::provider_view(),
        sample::ended_view(),
        sample::ended_provider_view(),
    ];
    for mut view in views {
        // Nothing waits: then the names alone are on the line.
        view.log.entries.clear();
        view.aid.rows.clear();
        for lang in [Lang::De, Lang::En] {
            for width in WIDTHS {
                for key in ["1", "2", "3", "4", "5", "6", "7", "e"] {
                    let (mut seat, _) = seat(view.clone(), lang);
                    type_keys(&mut seat, key);
                    let shown = text(&page(&mut seat, width, 24));
                    let line = shown.lines().nth(1).expect("the tabs");
                    let is_short =
                        line.contains(&format!("5 {}", Words::new(lang).msg("ui-tab-work-short")));
                    check_tabs(line, &names(&view, lang, is_short && lang == Lang::De));
                }
            }
        }
    }
}

#[test]
fn however_much_waits_each_tab_is_whole() {
    for (unread, to_answer) in [(7, 1), (85, 12), (1234, 9), (1234, 99)] {
        for mut view in [sample::seat_view(), sample::provider_view()] {
            let mut entry = sample::seat_view().log.entries[0].clone();
            entry.kind = crate::view::LogKind::Message;
            view.log.entries = vec![entry; unread];
            let mut rows = sample::county_view().aid.rows.into_iter();
            let row = rows.find(|row| row.can_answer).expect("it asks");
            view.aid.rows = vec![row; to_answer];
            for lang in [Lang::De, Lang::En] {
                for key in ["1", "2", "3", "4", "5", "6"] {
                    let (mut seat, _) = seat(view.clone(), lang);
                    type_keys(&mut seat, key);
                    let shown = text(&page(&mut seat, 80, 24));
                    let line = shown.lines().nth(1).expect("the tabs");
                    let waiting = |count: usize| match count {
                        100.. => "99+".to_owned(),
                        count => count.to_string(),
                    };
                    let mut names = names(&view, lang, lang == Lang::De);
                    names[3] = format!("{} ({})", names[3], waiting(to_answer));
                    let of_unread = if line.contains("(99+)") {
                        waiting(unread)
                    } else {
                        unread.to_string()
                    };
                    names[6] = format!("{} ({of_unread})", names[6]);
                    check_tabs(line, &names);
                }
            }
        }
    }
}

#[test]
fn the_boxes_of_the_log_are_whole_with_every_filter() {
    let mut view = sample::seat_view();
    let mut entries = Vec::new();
    for entry in &view.log.entries {
        entries.extend(std::iter::repeat_n(entry.clone(), 150));
    }
    view.log.entries = entries;
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for keys in ["7", "7f", "7ff", "7fff", "7ffff", "7<right><right>ffff"] {
            let (mut seat, _) = seat(view.clone(), lang);
            type_keys(&mut seat, keys);
            let shown = text(&page(&mut seat, 80, 24));
            let line = shown.lines().nth(4).expect("the boxes");
            assert!(!line.contains('…'), "{line}");
            for key in [
                "ui-box-inbox",
                "ui-box-outbox",
                "ui-box-decisions",
                "ui-box-aid",
                "ui-box-all",
            ] {
                assert!(line.contains(&words.msg(key)), "{key}: {line}");
            }
        }
    }
}

/// Nobody on the network yet, but a host that waits for them.
struct Empty;

impl crate::exercise::door::Attendance for Empty {
    fn look(&self) -> AttendanceView {
        AttendanceView::default()
    }

    fn order(
        &self,
        _: Option<&str>,
        _: crate::exercise::door::PlaceOrder,
    ) -> Result<(), crate::vocab::Refusal> {
        Ok(())
    }
}

#[test]
fn no_tabs_of_the_desk_touch_or_are_cut() {
    for late in [-123, -4, 0, 4, 123] {
        for is_hosted in [false, true] {
            let mut view = sample::facilitator_view();
            view.room.late_minutes = late;
            let of_seven = view.seats.clone();
            view.seats.extend(of_seven);
            for lang in [Lang::De, Lang::En] {
                let words = Words::new(lang);
                let keys = if is_hosted { "890A" } else { "890" };
                for key in keys.chars() {
                    let (door, _) = FakeLead::new(view.clone());
                    let settings = Settings::new(lang, ColorDepth::True);
                    let said = sample::words(lang);
                    let mut desk = Facilitator::with_words(
                        Box::new(door),
                        settings,
                        String::new(),
                        false,
                        said,
                    );
                    if is_hosted {
                        desk = desk.with_attendance(Box::new(Empty));
                    }
                    super::facilitator::type_keys(&mut desk, &key.to_string());
                    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
                    terminal.draw(|frame| desk.draw(frame)).expect("a page");
                    let shown = text(terminal.backend().buffer());
                    let line = shown.lines().nth(1).expect("the tabs");
                    let mut names = vec!["1-7 /".to_owned()];
                    for (key, name) in [
                        ("8", "ui-tab-script"),
                        ("9", "ui-tab-background"),
                        ("0", "ui-tab-observe"),
                    ] {
                        names.push(format!("{key} {}", words.msg(name)));
                    }
                    if is_hosted {
                        names.push(format!("A {}", words.msg("ui-tab-attendance")));
                    }
                    let look = if line.contains(&words.msg("ui-lead-look")) {
                        "ui-lead-look"
                    } else {
                        "ui-lead-look-short"
                    };
                    names[0] = format!("1-7 / {}", words.msg(look));
                    check_tabs(line, &names);
                    let minutes = late.abs().to_string();
                    assert!(late == 0 || line.contains(&minutes), "{line}");
                }
            }
        }
    }
}
