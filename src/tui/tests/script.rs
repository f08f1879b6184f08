//! Messages of the script: what a seat and the facilitator see of them, and what their keys hand in.

use super::{events, page, sample, seat, text, type_keys};
use crate::command::Command;
use crate::exercise::door::{ReadMark, ReadMarks, Shelf};
use crate::tui::sample::FakeLead;
use crate::tui::theme::ColorDepth;
use crate::tui::{Facilitator, Settings};
use crate::view::{Asks, Holder, LogEntry, LogInject, LogKind, Possible, PossibleAt, SeatView};
use crate::vocab::{Channel, Decider, MessageClass, PlaceNames, Text};
use crate::words::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A view whose newest message is an inject.
fn with_message(class: MessageClass) -> SeatView {
    let mut view = sample::seat_view();
    let due = view.public.clock.end_ex;
    let last = view.log.entries.last().expect("the log has entries");
    view.log.entries.push(LogEntry {
        at: last.at,
        kind: LogKind::Message,
        from: Some(
            Text::new("local")
                .name("de", "Pforte")
                .name("en", "Front desk"),
        ),
        to: None,
        channel: Some(Channel::InPerson),
        text: Text::new("local")
            .name("de", "Vor der Tür stehen {people} Menschen. Was sagen wir?")
            .name("en", "{people} people stand at the door. What do we say?")
            .count("people", 1_040),
        reason: None,
        alarm: true,
        by_deputy: false,
        asks: Some(Asks::Reply),
        report: None,
        inject: Some(LogInject {
            name: "E6".to_owned(),
            class,
            due: Some(due),
            acknowledged: false,
            reply: None,
            answer_by: Channel::InPerson,
        }),
    });
    view
}

#[test]
fn a_message_is_read_and_answered() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let (mut seat, _) = seat(with_message(MessageClass::Stop), lang);
            type_keys(&mut seat, "7");
            let log = text(&page(&mut seat, width, height));
            assert!(!log.contains('«') && !log.contains('{'), "{log}");
            insta::assert_snapshot!(format!("message_{name}_{width}x{height}"), log);
            type_keys(&mut seat, "<enter>Ausweise gibt es im Nachbarort.<right>");
            let form = text(&page(&mut seat, width, height));
            assert!(!form.contains('«') && !form.contains('{'), "{form}");
            insta::assert_snapshot!(format!("reply_{name}_{width}x{height}"), form);
        }
    }
}

#[test]
fn keys_take_note_and_answer() {
    let inject = || "E6".to_owned();
    for (keys, expected) in [
        ("7z", Command::AcknowledgeInject { inject: inject() }),
        (
            "7<enter>Wir kommen.<enter>",
            Command::AnswerInject {
                inject: inject(),
                decider: Decider::Head,
                text: "Wir kommen.".to_owned(),
                agreed_with: Vec::new(),
            },
        ),
        (
            "7<enter>Ja, <tab> <tab>so<enter>",
            Command::AnswerInject {
                inject: inject(),
                decider: Decider::Head,
                text: "Ja, so".to_owned(),
                agreed_with: vec![super::others()[0]],
            },
        ),
        (
            "7<enter><enter>Ja<right><enter>",
            Command::AnswerInject {
                inject: inject(),
                decider: Decider::HeadOfIt,
                text: "Ja".to_owned(),
                agreed_with: Vec::new(),
            },
        ),
    ] {
        let (mut seat, submitted) = seat(with_message(MessageClass::Stop), Lang::De);
        type_keys(&mut seat, keys);
        let submitted = submitted.lock().expect("not poisoned");
        let acts: Vec<&Command> = submitted.iter().collect();
        assert_eq!(acts, [&expected], "{keys}");
    }
}

#[test]
fn a_talk_at_the_table_comes_before_the_answer() {
    let (mut seat, submitted) = seat(with_message(MessageClass::Stop), Lang::De);
    type_keys(&mut seat, "7<enter>Ja<tab>t<enter>");
    assert!(submitted.lock().expect("not poisoned").is_empty());
    let asks = text(&page(&mut seat, 80, 24));
    assert!(asks.contains("mit wem Sie gesprochen haben"), "{asks}");
    type_keys(&mut seat, " <enter>");
    let submitted = submitted.lock().expect("not poisoned");
    let with = vec![super::others()[0]];
    let [talk, answer] = &submitted[..] else {
        panic!("two acts: {submitted:?}");
    };
    let about = "Vor der Tür stehen 1.040 Menschen. Was sagen wir?";
    let said = matches!(talk, Command::TableTalk { with: other, about: of } if *other == with && plain(of) == about);
    assert!(said, "{talk:?}");
    let agreed =
        matches!(answer, Command::AnswerInject { agreed_with, .. } if *agreed_with == with);
    assert!(agreed, "{answer:?}");
}

/// A text with usual blanks and points, whatever parts a number.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], ".")
        .replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn a_message_is_forwarded() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let (mut seat, submitted) = seat(with_message(MessageClass::Stop), lang);
            type_keys(&mut seat, "7w<enter>");
            assert!(submitted.lock().expect("not poisoned").is_empty());
            type_keys(&mut seat, " <right> ");
            let form = text(&page(&mut seat, width, height));
            assert!(!form.contains('«') && !form.contains('{'), "{form}");
            insta::assert_snapshot!(format!("forward_{name}_{width}x{height}"), form);
            type_keys(&mut seat, "<enter>");
            let expected = Command::ForwardInject {
                inject: "E6".to_owned(),
                to: super::others()[..2].to_vec(),
            };
            assert_eq!(*submitted.lock().expect("not poisoned"), [expected]);
        }
    }
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "7w");
    let shown = text(&page(&mut seat, 120, 40));
    assert!(shown.contains("nur Nachrichten an diesen Platz"), "{shown}");
}

/// Remembers what was kept.
#[derive(Default)]
struct FakeShelf(std::sync::Mutex<Vec<(String, String)>>);

impl Shelf for FakeShelf {
    fn keep(&self, name: &str, content: &str) -> Result<String, Text> {
        let mut kept = self.0.lock().expect("not poisoned");
        kept.push((name.to_owned(), content.to_owned()));
        Ok(format!("logs/{name}"))
    }
}

#[test]
fn the_log_is_kept_as_a_file() {
    for lang in [Lang::De, Lang::En] {
        let shelf = std::sync::Arc::new(FakeShelf::default());
        let (seat, _) = seat(with_message(MessageClass::Stop), lang);
        let mut seat = seat.with_shelf(shelf.clone());
        type_keys(&mut seat, "7x");
        let kept = shelf.0.lock().expect("not poisoned");
        let [(name, content)] = &kept[..] else {
            panic!("one file: {kept:?}");
        };
        let shown = text(&page(&mut seat, 120, 40));
        assert!(shown.contains(&format!("logs/{name}")), "{shown}");
        insta::assert_snapshot!(format!("log_file_{lang:?}").to_lowercase(), content);
    }
    // A message that the seat itself sent says by whom and to whom.
    let mut view = with_message(MessageClass::Stop);
    let us = view.seat.name.clone();
    for entry in &mut view.log.entries {
        (entry.kind, entry.from) = (LogKind::Message, None);
        entry.to = Some(Text::new("script-to-customers"));
    }
    let last = view.log.entries.last_mut().expect("a message");
    last.to = None;
    let public = std::sync::Arc::make_mut(&mut view.public);
    public.place_names = PlaceNames::Invented;
    let shelf = std::sync::Arc::new(FakeShelf::default());
    let (seat, _) = seat(view, Lang::De);
    type_keys(&mut seat.with_shelf(shelf.clone()), "7x");
    let kept = shelf.0.lock().expect("not poisoned");
    let content = &kept[0].1;
    assert!(
        content.contains(&format!("| {us} → alle Kunden |")),
        "{content}"
    );
    assert!(content.contains(&format!("| {us} |")), "{content}");
    let claims = ["Orte sind erfunden", "sind echt"].map(|claim| content.contains(claim));
    assert_eq!(claims, [true, false], "{content}");
    let (mut nowhere, _) = super::seat(with_message(MessageClass::Stop), Lang::De);
    type_keys(&mut nowhere, "7x");
    let shown = text(&page(&mut nowhere, 120, 40));
    assert!(shown.contains("keine Datei"), "{shown}");
}

/// Remembers what was read.
#[derive(Default)]
struct FakeMarks(std::sync::Mutex<Vec<ReadMark>>);

impl ReadMarks for FakeMarks {
    fn read(&self, _: crate::vocab::AdministrationId) -> Vec<ReadMark> {
        self.0.lock().expect("not poisoned").clone()
    }

    fn note(&self, seat: crate::vocab::AdministrationId, marks: &[ReadMark]) {
        assert_eq!(seat, sample::SEAT);
        self.0.lock().expect("not poisoned").extend(marks);
    }
}

#[test]
fn what_was_read_is_read_when_the_seat_is_taken_again() {
    let view = || with_message(MessageClass::Alert);
    let unread = |marks: &std::sync::Arc<FakeMarks>, view: SeatView| {
        let (seat, _) = seat(view, Lang::De);
        let seat = seat.with_read_marks(marks.clone());
        seat.focus.log.unread(&seat.view)
    };
    let marks = std::sync::Arc::new(FakeMarks::default());
    let all = unread(&marks, view());
    assert!(all > 2, "{all}");
    // The newest is read as the log is opened, and the one below it by going there.
    let (own, _) = seat(view(), Lang::De);
    let mut own = own.with_read_marks(marks.clone());
    type_keys(&mut own, "7<down>");
    assert_eq!(unread(&marks, view()), all - 2);
    // A message of another minute in the same place is another message.
    let mut other = view();
    let last = other.log.entries.last_mut().expect("entries");
    last.at = sample::stamp(sample::NOW + 7);
    assert_eq!(unread(&marks, other), all - 1);
    type_keys(&mut own, "k");
    assert_eq!(unread(&marks, view()), 0);
}

#[test]
fn whoever_only_looks_at_a_seat_has_read_nothing_for_it() {
    use crate::tui::seat::SeatRole;
    for (role, reads) in [(SeatRole::Looking, false), (SeatRole::HandedOver, true)] {
        let marks = std::sync::Arc::new(FakeMarks::default());
        let (seat, _) = seat(with_message(MessageClass::Alert), Lang::De);
        let seat = seat.with_read_marks(marks.clone());
        let mut seat = seat.in_role(role, Decider::Head);
        type_keys(&mut seat, "7k");
        assert_eq!(!marks.0.lock().expect("not poisoned").is_empty(), reads);
    }
}

fn desk(lang: Lang) -> (Facilitator, crate::tui::sample::Directed) {
    let (door, directed) = FakeLead::new(sample::facilitator_view());
    let settings = Settings::new(lang, ColorDepth::True);
    let words = sample::words(lang);
    let desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    (desk, directed)
}

#[test]
fn the_facilitator_reads_and_makes_up_injects() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (page, keys) in [
            ("inject", "w"),
            ("improvise", "iPresse<tab><right>"),
            ("edit", "t"),
        ] {
            let (mut desk, _) = desk(lang);
            for event in events(keys) {
                desk.update(&event);
            }
            let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
            terminal.draw(|frame| desk.draw(frame)).expect("a page");
            let shown = text(terminal.backend().buffer());
            assert!(!shown.contains('«'), "{shown}");
            insta::assert_snapshot!(format!("lead_{page}_{name}"), shown);
        }
    }
}

#[test]
fn another_text_keeps_the_places_of_its_figures() {
    let mut view = sample::facilitator_view();
    let row = &mut view.script.rows[1];
    row.text = Some(
        Text::new("local")
            .name("de", "Vor der Tür stehen {people} Menschen.")
            .name("en", "{people} people stand at the door.")
            .count("people", 29),
    );
    row.has_variants = true;
    let (door, directed) = FakeLead::new(view);
    let settings = Settings::new(Lang::De, ColorDepth::True);
    let words = sample::words(Lang::De);
    let mut desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    for event in events("t") {
        desk.update(&event);
    }
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
    terminal.draw(|frame| desk.draw(frame)).expect("a page");
    let shown = text(terminal.backend().buffer());
    assert!(
        shown.contains("wenn die Einlage kommt: {people}"),
        "{shown}"
    );
    assert!(shown.contains("in jeder Lage"), "{shown}");
    for event in events(" Und?<enter>") {
        desk.update(&event);
    }
    let told = directed.lock().expect("not poisoned");
    assert!(
        told[0].contains("stehen {people} Menschen. Und?"),
        "{told:?}"
    );
}

#[test]
fn keys_lead_the_script() {
    for (keys, expected) in [
        ("x", r#"0 ReleaseInject { inject: "E5" }"#),
        ("z", r#"0 HoldInject { inject: "E5" }"#),
        ("<tab><down>z", r#"0 LetInjectCome { inject: "E6" }"#),
        ("a<enter>", r#"0 SkipInject { inject: "E5", reason: "" }"#),
        ("<tab><down><down>x", r#"0 ReleaseInject { inject: "E8" }"#),
        (
            "k<enter>",
            r#"0 SkipInject { inject: "E5", reason: "gekürzt" }"#,
        ),
        (
            "iPresse<tab><right><tab><tab><tab>Na?<enter>",
            r#"0 Improvise(OwnInject { from: "Presse", to: [AdministrationId(1)], channel: Phone, class: Stop, text: "Na?" })"#,
        ),
    ] {
        let (mut desk, directed) = desk(Lang::De);
        for event in events(keys) {
            desk.update(&event);
        }
        assert_eq!(
            *directed.lock().expect("not poisoned"),
            [expected],
            "{keys}"
        );
    }
    // Nothing is left out before somebody has said yes.
    for keys in ["a<esc>", "k<esc>", "a"] {
        let (mut desk, directed) = desk(Lang::De);
        for event in events(keys) {
            desk.update(&event);
        }
        assert!(directed.lock().expect("not poisoned").is_empty(), "{keys}");
    }
    // What is over cannot be released again.
    let (mut desk, directed) = desk(Lang::De);
    for event in events("<tab><up><up>xza") {
        desk.update(&event);
    }
    assert!(directed.lock().expect("not poisoned").is_empty());
}

#[test]
fn the_key_to_decide_opens_what_the_page_names_first() {
    let mut view = with_message(MessageClass::Stop);
    view.decisions.clear();
    let (mut seat, _) = seat(view, Lang::De);
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("JETZT 1/"), "{shown}");
    type_keys(&mut seat, "d");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("Ihre Antwort"), "{shown}");
}

#[test]
fn a_paper_is_counted_among_all_that_the_page_asks_for() {
    let (mut seat, _) = seat(with_message(MessageClass::Stop), Lang::De);
    let shown = text(&page(&mut seat, 80, 24));
    // Two papers, the message, and a request that is answered on the page of aid.
    assert_eq!(seat.view.decisions.len(), 2);
    assert!(shown.contains("JETZT 1/4"), "{shown}");
    type_keys(&mut seat, "d");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("Entscheidungsvorlage 1/4"), "{shown}");
}

#[test]
fn whoever_looks_on_is_refused_before_they_type() {
    use crate::tui::seat::SeatRole;
    let (seat, submitted) = seat(with_message(MessageClass::Stop), Lang::De);
    let mut seat = seat.in_role(SeatRole::Looking, Decider::Head);
    for key in ["b", "t"] {
        type_keys(&mut seat, key);
        let shown = text(&page(&mut seat, 80, 24));
        assert!(shown.contains("nur zu"), "{key}: {shown}");
    }
    // A paper can be read, but nothing is typed into it.
    type_keys(&mut seat, "d<tab><tab><tab>unbemerkt");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(!shown.contains("unbemerkt"), "{shown}");
    assert!(!shown.contains("Enter Senden"), "{shown}");
    type_keys(&mut seat, "<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("nur zu"), "{shown}");
    // An answer says so as it opens, and at whatever is typed.
    for keys in ["<esc>7<enter>", "unbemerkt", "<tab>"] {
        type_keys(&mut seat, keys);
        let shown = text(&page(&mut seat, 80, 24));
        assert!(shown.contains("Ihre Antwort"), "{keys}: {shown}");
        assert!(shown.contains("nur zu"), "{keys}: {shown}");
        assert!(!shown.contains("unbemerkt"), "{keys}: {shown}");
    }
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn a_message_that_opens_by_itself_opens_once_and_for_its_people() {
    use crate::tui::seat::SeatRole;
    for (role, opens) in [(SeatRole::HandedOver, true), (SeatRole::Looking, false)] {
        let (seat, _) = seat(with_message(MessageClass::Box), Lang::De);
        let mut seat = seat.in_role(role, Decider::Head);
        let shown = text(&page(&mut seat, 80, 24));
        assert_eq!(shown.contains("Ihre Antwort"), opens, "{shown}");
        if opens {
            type_keys(&mut seat, "<esc>");
            seat.poll();
            let shown = text(&page(&mut seat, 80, 24));
            assert!(!shown.contains("Ihre Antwort"), "{shown}");
        }
    }
}

#[test]
fn all_seats_take_note_by_one_key_where_no_answer_is_asked_for() {
    let noted = |due: bool| {
        let mut view = sample::facilitator_view();
        let people = view.seats.iter().filter(|row| row.holder == Holder::Person);
        let silent: Vec<String> = people.map(|row| row.seat.name.clone()).collect();
        let end = view.public.clock.end_ex;
        let row = &mut view.script.rows[0];
        assert!(!row.state.is_open());
        (row.due, row.silent) = (due.then_some(end), silent.clone());
        // Who is played by the program does so itself.
        row.silent.push("Gemeinde ohne Person".to_owned());
        let (door, directed) = FakeLead::new(view);
        let settings = Settings::new(Lang::De, ColorDepth::True);
        let words = sample::words(Lang::De);
        let mut desk =
            Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
        for event in events("<tab><up><up><up>b") {
            desk.update(&event);
        }
        let directed = directed.lock().expect("not poisoned").clone();
        (directed, silent.len())
    };
    let (entered, seats) = noted(false);
    assert!(seats > 1);
    assert_eq!(entered.len(), seats);
    assert!(entered.iter().all(|visit| visit.starts_with("Enter")));
    assert!(noted(true).0.is_empty(), "an answer is nobody else's");
}

#[test]
fn where_nothing_presses_the_page_names_what_could_be_done_and_its_key() {
    let mut view = sample::quiet_view();
    let possible = |what: &'static str, at| Possible {
        what: Text::new(what),
        at,
    };
    for (what, at, key) in [
        ("possible-order-of-work", PossibleAt::Work, "5"),
        ("possible-order-of-customers", PossibleAt::Customers, "1"),
    ] {
        view.possible = Some(possible(what, at));
        let (mut seat, _) = seat(view.clone(), Lang::De);
        let shown = text(&page(&mut seat, 80, 24));
        assert!(
            shown.contains("Nichts drängt. Möglich: Reihenfolge"),
            "{shown}"
        );
        assert!(shown.contains(&format!("ordnen: {key}")), "{shown}");
        assert!(!shown.contains("Nichts zu entscheiden"), "{shown}");
    }
}
