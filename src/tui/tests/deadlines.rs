//! Lists that are cut down to what has a deadline.

use super::sample::NOW;
use super::{page, sample, seat, text, type_keys};
use crate::tui::Seat;
use crate::view::{Asks, DeadlineState, SeatView};
use crate::vocab::{HOUR, RequestId, ServiceState};
use crate::words::Lang;

/// A seat where one of the requests to it must be answered by some time.
fn view_with_a_due_answer() -> SeatView {
    let mut view = sample::seat_view();
    view.decisions[1].request = Some(RequestId(16));
    view
}

fn shown(seat: &mut Seat, keys: &str) -> String {
    type_keys(seat, keys);
    text(&page(seat, 80, 40))
}

#[test]
fn services_without_a_deadline_are_left_out_on_demand() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let all = shown(&mut seat, "");
    assert!(all.contains("● Wasser, Abwasser"), "{all}");
    let due = shown(&mut seat, "f");
    assert!(due.contains("nur mit Frist · "), "{due}");
    assert!(due.contains("■ Telefon"), "{due}");
    assert!(!due.contains("● Wasser"), "{due}");
    assert!(!due.contains("? Online-Anträge"), "{due}");
    let listed = |page: &str| {
        let names = ["■ Kasse", "■ Telefon", "▲ Sterbefälle", "▼ Standesamt"];
        names.map(|name| page.contains(name))
    };
    // Met or missed, but at the latest there is time yet: that is open.
    assert_eq!(listed(&due), [true, true, true, false], "{due}");
    assert_eq!(shown(&mut seat, "f"), all, "the same key shows all again");
}

#[test]
fn arrows_go_through_what_is_shown() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let names = |seat: &mut Seat| {
        let page = shown(seat, "");
        let why = page.lines().find(|line| line.contains("Warum: „"));
        why.unwrap_or_default().to_owned()
    };
    type_keys(&mut seat, "f");
    let due: Vec<_> = seat.view.town_hall.services.clone();
    let due: Vec<_> = due.iter().filter(|row| row.has_deadline()).collect();
    for row in &due {
        let name = crate::tui::sample::words(Lang::De).say(&row.name);
        let line = names(&mut seat);
        assert!(line.contains(&name), "{name}: {line}");
        type_keys(&mut seat, "<down>");
    }
    // A find leads to a service without one all the same.
    let found = shown(&mut seat, "/wasser<enter>");
    assert!(found.contains("Warum: „Wasser"), "{found}");
    assert!(!found.contains("nur mit Frist"), "{found}");
}

#[test]
fn without_any_deadline_the_list_says_so() {
    let mut view = sample::seat_view();
    for row in &mut view.town_hall.services {
        row.emergency_by.state = DeadlineState::None;
        row.latest_by.state = DeadlineState::None;
        row.pay_run = None;
        row.state = ServiceState::Operating;
    }
    let (mut seat, submitted) = seat(view, Lang::De);
    let page = shown(&mut seat, "f");
    assert!(
        page.contains("Keine Leistung hat eine offene Frist."),
        "{page}"
    );
    // Nothing is selected: there is nothing to explain.
    let page = shown(&mut seat, "w");
    assert!(!page.contains('┌'), "{page}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn requests_without_a_deadline_are_left_out_on_demand() {
    let (mut seat, _) = seat(view_with_a_due_answer(), Lang::De);
    let due = shown(&mut seat, "4f");
    assert!(due.contains("── nur mit Frist ─"), "{due}");
    assert!(due.contains("wir → Landkreis Darmstadt-Dieburg"), "{due}");
    assert!(due.contains("Antwort bis Di 07:40"), "{due}");
    assert!(!due.contains("Heidelberg → wir"), "{due}");
    // What is not shown is neither answered nor ended.
    let (mut seat, submitted) = super::seat(sample::seat_view(), Lang::De);
    let none = shown(&mut seat, "4f<enter>x");
    assert!(none.contains("Kein Ersuchen hat eine Frist."), "{none}");
    assert!(!none.contains('┌'), "{none}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn messages_without_a_deadline_are_left_out_on_demand() {
    let count = |view: &SeatView| {
        let asks = |asks: &Asks| match asks {
            Asks::Decision(_) => true,
            Asks::Answer(id) => view.answer_due(*id).is_some(),
            Asks::Done | Asks::Reply => false,
        };
        let entries = view.log.entries.iter();
        entries
            .filter_map(|e| e.asks.as_ref())
            .filter(|one| asks(one))
            .count()
    };
    let (without, with) = (sample::seat_view(), view_with_a_due_answer());
    assert_eq!((count(&without), count(&with)), (1, 2));
    for view in [without, with] {
        let expected = count(&view);
        let (mut seat, _) = seat(view, Lang::De);
        let page = shown(&mut seat, "7ffff");
        // After head, tabs, two lines of what is due, a rule: the boxes, and after a rule the list.
        let boxes = page.lines().nth(5).unwrap_or_default();
        assert!(boxes.contains("nur mit Frist"), "{page}");
        let list = page.lines().skip(7);
        let rows = list.take_while(|line| !line.starts_with('─') && !line.is_empty());
        assert_eq!(rows.count(), expected, "{page}");
    }
}

/// A seat whose first paper should have been decided two hours ago.
fn view_with_an_overdue_paper() -> SeatView {
    let mut view = sample::seat_view();
    view.decisions[0].due = sample::stamp(NOW - 2 * HOUR);
    view
}

#[test]
fn what_was_not_decided_in_time_says_since_when() {
    for (lang, since, more) in [
        (Lang::De, "überfällig seit 05:40", "· 1 überfällig"),
        (Lang::En, "overdue since 05:40", "· 1 overdue"),
    ] {
        let (mut seat, _) = seat(view_with_an_overdue_paper(), lang);
        // Where there is one line, what there is time for stands in it; that more is late is said beside.
        let small = text(&page(&mut seat, 80, 24));
        let now = small.lines().nth(2).unwrap_or_default();
        assert!(now.contains(more), "{small}");
        let mut view = view_with_an_overdue_paper();
        view.decisions.truncate(1);
        view.log.entries.clear();
        view.aid.rows.clear();
        let (mut seat, _) = super::seat(view, lang);
        let large = text(&page(&mut seat, 120, 40));
        assert!(large.contains(since), "{large}");
        let paper = shown(&mut seat, "d");
        assert!(paper.contains(&format!("{since} (2 ")), "{paper}");
    }
}
