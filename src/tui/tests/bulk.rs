//! One order to several: what is handed in, what is said of those that were refused.

use super::{events, page, sample, seat, text, type_keys};
use crate::command::{AidAnswer, Command};
use crate::view::SeatView;
use crate::vocab::{AdministrationId, RequestId};
use crate::words::Lang;

/// Types keys; returns what was handed in and the page afterwards.
fn played(view: SeatView, keys: &str) -> (Vec<Command>, String) {
    let (mut seat, submitted) = seat(view, Lang::De);
    page(&mut seat, 80, 24);
    for event in events(keys) {
        seat.update(&event);
        // The page is drawn between keys, as for a person: previews come with it.
        page(&mut seat, 80, 24);
    }
    let shown = text(&page(&mut seat, 80, 24));
    let submitted = submitted.lock().expect("not poisoned").clone();
    (submitted, shown)
}

fn answers(submitted: &[Command]) -> Vec<(u32, AidAnswer)> {
    let answer = |command: &Command| match command {
        Command::AnswerAid { request, answer } => Some((request.0, answer.clone())),
        _ => None,
    };
    submitted.iter().filter_map(answer).collect()
}

fn grants(submitted: &[Command]) -> Vec<(u32, u32)> {
    let amount = |(request, answer)| match answer {
        AidAnswer::Grant { amount } => Some((request, amount)),
        AidAnswer::Refuse { .. } => None,
    };
    answers(submitted).into_iter().filter_map(amount).collect()
}

fn helpers(submitted: &[Command]) -> Vec<u32> {
    let helper = |command: &Command| match command {
        Command::RequestAid(draft) => Some(draft.helper.0),
        _ => None,
    };
    submitted.iter().filter_map(helper).collect()
}

#[test]
fn all_open_requests_are_answered_one_by_one() {
    let (submitted, shown) = played(sample::county_view(), "4g<enter><enter>");
    let asked = [
        (21, 2),
        (22, 6),
        (23, 1),
        (24, 1),
        (25, 1),
        (26, 5),
        (27, 1),
    ];
    assert_eq!(grants(&submitted), asked);
    // What was refused is said together where the reason is the same.
    assert!(shown.contains("Bei 5 von 7 angenommen."), "{shown}");
    assert!(
        shown.contains(
            "× Mörfelden-Walldorf (6 Leih-Notebooks), Lindenfels (5 Leih-Notebooks): Das"
        ),
        "{shown}"
    );
}

#[test]
fn nobody_gets_more_than_was_chosen() {
    let (submitted, shown) = played(sample::county_view(), "4g<enter><left><left><left><enter>");
    let most = sample::MOST_TO_GIVE - 1;
    let given: Vec<u32> = grants(&submitted).iter().map(|(_, n)| *n).collect();
    assert_eq!(given, [2, most, 1, 1, 1, most, 1]);
    assert!(shown.contains("7 Antworten verschickt."), "{shown}");
}

#[test]
fn only_what_is_marked_is_answered() {
    let (submitted, _) = played(sample::county_view(), "4m<down>m<down>mm<enter>d<enter>");
    let no = AidAnswer::Refuse {
        reason: "no_capacity".to_owned(),
    };
    assert_eq!(answers(&submitted), [(21, no.clone()), (22, no)]);
    // Twice all is none: then the selected one is answered.
    let (submitted, _) = played(sample::county_view(), "4gg<down><enter><enter>");
    assert_eq!(grants(&submitted), [(22, 6)]);
}

#[test]
fn what_asks_nothing_of_us_cannot_be_marked() {
    let (submitted, shown) = played(sample::seat_view(), "4<down>m");
    assert!(shown.contains("wartet nicht auf Ihre Antwort"), "{shown}");
    assert!(!shown.contains("markiert"), "{shown}");
    assert!(submitted.is_empty());
}

#[test]
fn marks_go_with_what_they_were_for() {
    let (mut seat, _) = seat(sample::county_view(), Lang::De);
    type_keys(&mut seat, "4g");
    let mut settled = sample::county_view();
    settled.aid.rows.retain(|row| row.id != RequestId(23));
    settled.revision += 1;
    seat.view = std::sync::Arc::new(settled);
    seat.forget_settled_marks();
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("6 markiert"), "{shown}");
}

#[test]
fn several_are_asked_each_by_a_request_of_its_own() {
    let (submitted, shown) = played(sample::seat_view(), "bm<up><right>m<right>m<enter>");
    assert_eq!(helpers(&submitted), [9, 0, 1]);
    assert!(shown.contains("Bei 2 von 3 angenommen."), "{shown}");
    assert!(shown.contains("× Landkreis Darmstadt-Dieburg: "), "{shown}");
    // A round call asks those against whom nothing speaks.
    assert_eq!(helpers(&played(sample::seat_view(), "br<enter>").0), [1]);
    assert_eq!(helpers(&played(sample::seat_view(), "brr<enter>").0), [9]);
}

#[test]
fn a_request_that_nobody_takes_stays_open() {
    let (submitted, shown) = played(sample::seat_view(), "b<up><left>m<enter>");
    assert_eq!(helpers(&submitted), [0]);
    assert!(shown.contains("Neues Ersuchen"), "{shown}");
    assert!(shown.contains("Das Datenhaus hat schon alle"), "{shown}");
}

#[test]
fn places_of_a_region_are_asked_together() {
    let to_county = "2<down><down><down>";
    let (submitted, _) = played(sample::seat_view(), &format!("{to_county}mgb<enter>"));
    assert_eq!(helpers(&submitted), [9, 0]);
    // Without marks, the selected place is asked.
    let (submitted, _) = played(sample::seat_view(), &format!("{to_county}b<enter>"));
    assert_eq!(helpers(&submitted), [AdministrationId(0).0]);
    let (_, shown) = played(sample::seat_view(), "2g");
    assert!(shown.contains("niemanden um Hilfe bitten"), "{shown}");
}
