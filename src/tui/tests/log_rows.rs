//! What comes in many at one time stands as one line of the log, and opens.

use super::{page, sample, seat, text, type_keys};
use crate::view::{Asks, LogEntry, LogKind, SeatView};
use crate::vocab::{Channel, HOUR, RequestId, Text};
use crate::words::Lang;

/// A message of one customer that its crisis staff has met, the newest last.
fn notice(number: u32) -> LogEntry {
    let name = format!("Kunde {number}");
    LogEntry {
        at: sample::stamp(sample::NOW - 600 + number),
        kind: LogKind::Message,
        from: Some(Text::new("named").name("name", name.clone())),
        to: None,
        channel: Some(Channel::Phone),
        text: Text::new("log-partner-affected").name("place", name),
        reason: None,
        alarm: false,
        by_deputy: false,
        asks: None,
        report: None,
        inject: None,
    }
}

fn encrypted(number: u32) -> LogEntry {
    LogEntry {
        kind: LogKind::Observation,
        from: None,
        channel: None,
        text: Text::new("log-encrypted").text("system", Text::new("system-identity")),
        ..notice(number)
    }
}

/// A provider that 85 customers told the same.
fn provider() -> SeatView {
    let mut view = sample::provider_view();
    view.log.entries = (1..=85).map(notice).collect();
    view
}

fn shown(view: &SeatView, lang: Lang, keys: &str) -> String {
    let (mut seat, _) = seat(view.clone(), lang);
    page(&mut seat, 80, 24);
    type_keys(&mut seat, keys);
    text(&page(&mut seat, 80, 24))
}

#[test]
fn notices_of_many_customers_are_one_line_with_the_newest() {
    for (lang, who, what) in [
        (Lang::De, "85 Kunden", "Krisenstab tagt, zuletzt: Kunde 85"),
        (
            Lang::En,
            "85 customers",
            "Crisis staff has met, latest: Kunde 85",
        ),
    ] {
        let page = shown(&provider(), lang, "7");
        let lines: Vec<&str> = page.lines().filter(|line| line.contains(what)).collect();
        assert_eq!(lines.len(), 1, "{page}");
        assert!(lines[0].contains(who), "{page}");
        // Below it stand who they are, and how to see each.
        assert!(page.contains("Kunde 84"), "{page}");
        assert!(page.contains("Enter"), "{page}");
        assert!(!page.contains('«'), "{page}");
    }
    // Who serves nobody has no customers.
    let mut view = provider();
    view.town_hall.customers.clear();
    let page = shown(&view, Lang::De, "7");
    assert!(page.contains("85 Verwaltungen"), "{page}");
}

#[test]
fn the_line_opens_and_closes_again() {
    let page = shown(&provider(), Lang::De, "7<enter>");
    let each = page.matches("Unser Krisenstab tagt.").count();
    assert!(each > 5, "{page}");
    assert!(!page.contains("zuletzt"), "{page}");
    let page = shown(&provider(), Lang::De, "7<enter><down><down><enter>");
    assert!(page.contains("zuletzt: Kunde 85"), "{page}");
}

#[test]
fn whoever_stands_on_the_line_has_read_all_of_it() {
    let page = shown(&provider(), Lang::De, "");
    assert!(page.contains("7 Tagebuch (85)"), "{page}");
    let page = shown(&provider(), Lang::De, "71");
    let tabs = page.lines().nth(1).expect("the tabs");
    assert!(tabs.ends_with("7 Tagebuch"), "{page}");
}

#[test]
fn what_asks_for_something_stands_for_itself() {
    let mut view = provider();
    view.log.entries[40].asks = Some(Asks::Answer(RequestId(16)));
    view.log.entries[41].alarm = true;
    let page = shown(&view, Lang::De, "7");
    assert!(page.contains("83 Kunden"), "{page}");
    let apart = page.lines().filter(|line| line.starts_with(" ! "));
    assert_eq!(apart.count(), 2, "{page}");
}

#[test]
fn two_are_not_many_and_those_of_another_day_are_others() {
    let mut view = provider();
    view.log.entries.truncate(2);
    let page = shown(&view, Lang::De, "7");
    assert_eq!(page.matches("Unser Krisenstab tagt.").count(), 3, "{page}");
    // Three of before, three of now.
    let before = (1..=3).map(|number| LogEntry {
        at: sample::stamp(sample::NOW - 40 * HOUR + number),
        ..notice(number)
    });
    view.log.entries = before.chain((4..=6).map(notice)).collect();
    let page = shown(&view, Lang::De, "7");
    assert_eq!(
        page.matches("3 Kunden").count(),
        3,
        "two lines, one in full:\n{page}"
    );
}

#[test]
fn what_was_encrypted_is_one_line_too() {
    let mut view = provider();
    view.log.entries = (1..=61).map(encrypted).collect();
    let page = shown(&view, Lang::De, "7<left>");
    assert!(
        page.contains("Verschlüsselt: 61 Systeme, zuletzt:"),
        "{page}"
    );
}

#[test]
fn a_found_message_is_shown_itself() {
    let page = shown(&provider(), Lang::De, "/Kunde 17<enter>");
    assert!(page.contains("Kunde 17 an Datenhaus"), "{page}");
}
