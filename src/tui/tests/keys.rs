//! What keys hand in, and the table they come from.

use std::collections::BTreeSet;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::{events, key, page, sample, seat, text, type_keys};
use crate::command::{AidAnswer, AidDraft, Command};
use crate::tui::keymap::{Context, Intent, Screen, TABLE};
use crate::tui::start::StartEnd;
use crate::tui::theme::ColorDepth;
use crate::tui::{SeatEnd, Settings, Start};
use crate::vocab::{
    AdministrationId, AidKind, ContainmentOption, Decider, DecisionId, Pace, RequestId, ServiceId,
};
use crate::words::Lang;

/// Types keys into a seat and compares what it handed in.
fn check(keys: &str, expected: &[Command]) {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    page(&mut seat, 80, 24);
    type_keys(&mut seat, keys);
    page(&mut seat, 80, 24);
    assert_eq!(*submitted.lock().expect("not poisoned"), expected, "{keys}");
}

#[test]
fn a_paper_is_decided_with_a_reason() {
    let decided = |choice: Option<Command>, decider, reason: &str| {
        [Command::RecordDecision {
            decision: DecisionId(7),
            decider,
            choice: choice.map(Box::new),
            reason: reason.to_owned(),
            revisit_when: String::new(),
            agreed_with: Vec::new(),
        }]
    };
    check(
        "<enter><enter>Leitung offen, q 4?<enter>",
        &decided(
            Some(Command::Contain(ContainmentOption::CutProviderLink)),
            Decider::Head,
            "Leitung offen, q 4?",
        ),
    );
    check(
        "d<down><down><right><enter>x<bs><enter>ja<enter>",
        &decided(
            Some(Command::Contain(ContainmentOption::EmergencyShutdown)),
            Decider::HeadOfIt,
            "ja",
        ),
    );
    check(
        "<enter><tab><tab> <right> <left> <tab>wie besprochen<tab>Nachweis da<enter>",
        &[Command::RecordDecision {
            decision: DecisionId(7),
            decider: Decider::Head,
            choice: Some(Box::new(Command::Contain(
                ContainmentOption::CutProviderLink,
            ))),
            reason: "wie besprochen".to_owned(),
            revisit_when: "Nachweis da".to_owned(),
            agreed_with: vec![super::others()[1]],
        }],
    );
    check(
        "<enter>d<enter>ok<enter>",
        &decided(None, Decider::Head, "ok"),
    );
}

#[test]
fn an_order_says_from_when_it_takes_effect() {
    for (lang, said) in [
        (Lang::De, "Wirkt ab 07:55 bis 08:20."),
        (Lang::En, "Takes effect 07:55 to 08:20."),
    ] {
        let (mut seat, _) = seat(sample::seat_view(), lang);
        type_keys(&mut seat, "d");
        let paper = text(&page(&mut seat, 120, 40));
        let joiner = if lang == Lang::De { "bis" } else { "to" };
        assert!(paper.contains(&format!("07:55 {joiner} ")), "{paper}");
        let paper = text(&page(&mut seat, 80, 24));
        assert!(paper.contains("07:55–08:20"), "{paper}");
        type_keys(&mut seat, "a<enter>weil<enter>");
        let done = text(&page(&mut seat, 80, 24));
        assert!(done.contains(said), "{done}");
    }
}

#[test]
fn a_deputy_is_chosen_from_a_list() {
    check("s", &[]);
    check("s<down><esc>", &[]);
    // Chosen is who acts now: that changes nothing.
    check("s<enter>", &[]);
    let by_the_book = || Some("by_the_book".to_owned());
    check("s<down><enter>", &[Command::StandingOrders(by_the_book())]);
    let mut view = sample::seat_view();
    view.deputy = Some(view.plans[0].1.clone());
    let (mut seat, submitted) = seat(view, Lang::De);
    type_keys(&mut seat, "s<enter>s<up><enter>");
    let submitted = submitted.lock().expect("not poisoned");
    assert_eq!(*submitted, [Command::StandingOrders(None)]);
}

#[test]
fn all_that_a_deputy_did_can_be_read() {
    let mut view = sample::seat_view();
    let mut entry = view.log.entries[0].clone();
    entry.by_deputy = true;
    entry.reason = Some("nach Plan".to_owned());
    let acts = (0..40).map(|at| crate::view::LogEntry {
        text: crate::vocab::Text::new("named").name("name", format!("Tat {at}")),
        ..entry.clone()
    });
    view.log.entries = acts.collect();
    for lang in [Lang::De, Lang::En] {
        let (mut seat, _) = seat(view.clone(), lang);
        type_keys(&mut seat, "s");
        let list = text(&page(&mut seat, 80, 24));
        assert!(list.contains(": 40"), "{list}");
        type_keys(&mut seat, "w");
        let first = text(&page(&mut seat, 80, 24));
        assert!(
            first.contains("Tat 39") && first.contains("nach Plan"),
            "{first}"
        );
        assert!(!first.contains("Tat 0 "), "{first}");
        type_keys(&mut seat, "<pgdn><pgdn><pgdn><pgdn>");
        let last = text(&page(&mut seat, 80, 24));
        assert!(last.contains("Tat 0 "), "{last}");
    }
}

#[test]
fn what_is_refused_is_not_handed_in() {
    check("<enter>b<enter><enter>", &[]);
    check("<enter><esc>", &[]);
    check("<enter>a<enter>typed<esc><esc>", &[]);
}

#[test]
fn a_slip_of_a_finger_is_no_reason() {
    check("<enter>a<enter>e<enter>", &[]);
    check("<enter>a<enter>7<enter>", &[]);
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "<enter>a<enter>e<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("„e“ ist noch kein Grund"), "{shown}");
}

#[test]
fn one_key_leaves_a_paper_on_which_nothing_was_typed() {
    let paper_is_open = |keys: &str| {
        let (mut seat, _) = seat(sample::seat_view(), Lang::De);
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 80, 24)).contains("Entscheidungsvorlage")
    };
    // The reason is missing, which the paper says.
    assert!(paper_is_open("<enter><enter>"));
    assert!(!paper_is_open("<enter><enter><esc>"));
    // What was typed is not lost by one key.
    assert!(paper_is_open("<enter><enter>x<esc>"));
    assert!(!paper_is_open("<enter><enter>x<esc><esc>"));
}

#[test]
fn a_held_key_orders_nothing() {
    check(&"<enter>".repeat(20), &[]);
}

#[test]
fn a_decision_is_put_off() {
    check(
        "<enter>v<right><enter>",
        &[Command::DeferDecision {
            decision: DecisionId(7),
            minutes: 120,
        }],
    );
    check("<enter>v<esc><esc>", &[]);
}

#[test]
fn aid_is_asked_for() {
    check(
        "b<down><down><right><right><down><left><down><down><down><right><enter>",
        &[Command::RequestAid(AidDraft {
            kind: AidKind::ItWorkplaces,
            helper: AdministrationId(9),
            amount: 3,
            days: 4,
            service: Some(ServiceId(4)),
            skill: None,
        })],
    );
}

#[test]
fn a_permit_is_asked_for_where_desks_are() {
    check("bg<esc>", &[Command::AskForPermit(ServiceId(2))]);
    // What is for no service needs none.
    check("b<right>g<esc>", &[]);
}

#[test]
fn the_best_helper_is_asked_until_somebody_chooses() {
    let asked = |keys: &str| {
        let mut view = sample::seat_view();
        // The best is not the first in the book.
        for choice in &mut view.aid.choices {
            choice.partners.reverse();
        }
        let (mut seat, submitted) = seat(view, Lang::De);
        page(&mut seat, 80, 24);
        for one in events(keys) {
            seat.update(&one);
            page(&mut seat, 80, 24);
        }
        let submitted = submitted.lock().expect("not poisoned");
        match submitted.last() {
            Some(Command::RequestAid(draft)) => draft.helper.0,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(asked("b<enter>"), 9);
    assert_eq!(asked("b<up><right><enter>"), 1, "the second best");
    assert_eq!(asked("b<up><left><enter>"), 0, "the last");
    assert_eq!(
        asked("b<up><right><down><right><enter>"),
        9,
        "another kind begins anew"
    );
}

#[test]
fn requests_are_answered() {
    let answer = |answer| {
        [Command::AnswerAid {
            request: RequestId(16),
            answer,
        }]
    };
    check(
        "4<enter><left><enter>",
        &answer(AidAnswer::Grant { amount: 1 }),
    );
    check(
        "4<enter>c<enter>",
        &answer(AidAnswer::Refuse {
            reason: "own_services".to_owned(),
        }),
    );
    check("4<down><enter><enter>", &[]);
}

#[test]
fn a_talk_at_the_table_is_written_down_before_the_act_it_led_to() {
    let talk = |with: AdministrationId, about: &str| Command::TableTalk {
        with: vec![with],
        about: about.to_owned(),
    };
    let other = super::others()[0];
    let decided = Command::RecordDecision {
        decision: DecisionId(7),
        decider: Decider::Head,
        choice: Some(Box::new(Command::Contain(
            ContainmentOption::CutProviderLink,
        ))),
        reason: "so".to_owned(),
        revisit_when: String::new(),
        agreed_with: vec![other],
    };
    let question = "Leitung zum Dienstleister trennen?";
    check(
        "<enter>t<tab><tab> <tab>so<enter>",
        &[talk(other, question), decided.clone()],
    );
    // With whom is asked for; marked and taken back it is none.
    check("<enter>t<tab><tab><tab>so<enter>", &[]);
    check("<enter>tt<tab><tab> <tab>so<enter>", &[decided]);
    let answer = Command::AnswerAid {
        request: RequestId(16),
        answer: AidAnswer::Grant { amount: 1 },
    };
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "4<enter>t<left><enter>");
    let submitted = submitted.lock().expect("not poisoned");
    let Command::TableTalk { with, about } = &submitted[0] else {
        panic!("no talk: {submitted:?}");
    };
    assert_eq!(*with, [AdministrationId(9)], "whoever asks");
    assert!(about.starts_with("Ersuchen: "), "{about}");
    assert_eq!(submitted[1..], [answer]);
}

#[test]
fn the_guide_stays_in_sight_above_a_dialog() {
    for (width, height) in [(80, 24), (100, 30), (200, 60)] {
        let (mut seat, _) = seat(sample::seat_view(), Lang::De);
        for keys in ["G", "d", "<esc>b", "<esc>7<enter>"] {
            type_keys(&mut seat, keys);
            let shown = text(&page(&mut seat, width, height));
            assert!(shown.contains("ANLEITUNG "), "{keys}\n{shown}");
            let above = shown.lines().position(|line| line.contains("ANLEITUNG "));
            let frame = shown.lines().position(|line| line.contains('┌'));
            assert!(frame.is_none() || above < frame, "{keys}\n{shown}");
        }
    }
}

#[test]
fn aid_is_ended_after_a_question() {
    check("4<down>x<esc>", &[]);
    check(
        "4<down>x<enter>",
        &[Command::RecallAid {
            request: RequestId(10),
        }],
    );
}

#[test]
fn work_is_moved_in_its_order() {
    check(
        "5<down><down><down>K",
        &[Command::MoveOrder { order: 6, up: true }],
    );
    // The selection goes with the work.
    check(
        "5<down><down>JJ",
        &[
            Command::MoveOrder {
                order: 5,
                up: false,
            },
            Command::MoveOrder {
                order: 6,
                up: false,
            },
        ],
    );
    // What is done has no place in the order.
    check("5K", &[]);
}

#[test]
fn a_move_is_said_and_taken_back() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 100, 30))
    };
    let before = shown("5<down><down><down>");
    let last = |shown: &str| shown.lines().last().unwrap_or_default().to_owned();
    assert!(
        last(&before).contains("K Vorziehen  J Zurückstellen"),
        "{before}"
    );
    assert!(!last(&before).contains("Zurücknehmen"), "{before}");
    let moved = shown("K");
    assert!(moved.contains("u nimmt zurück: „"), "{moved}");
    assert!(last(&moved).contains("u Zurücknehmen"), "{moved}");
    let back = shown("u");
    assert!(back.contains("Zurückgenommen."), "{back}");
    assert!(shown("u").contains("nichts zurückzunehmen"));
    let moves = |up| Command::MoveOrder { order: 6, up };
    assert_eq!(
        *submitted.lock().expect("not poisoned"),
        [moves(true), moves(false)]
    );
}

#[test]
fn a_provider_takes_back_a_place_it_gave() {
    let (mut seat, submitted) = seat(sample::provider_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 100, 30))
    };
    let footer = shown("<down>")
        .lines()
        .last()
        .unwrap_or_default()
        .to_owned();
    assert!(footer.contains("V Zuerst beliefern"), "{footer}");
    let placed = shown("V");
    assert!(
        placed.contains("Lindenfels wird jetzt als Nr 1 beliefert."),
        "{placed}"
    );
    shown("u");
    let places = submitted.lock().expect("not poisoned");
    let places: Vec<u32> = places
        .iter()
        .filter_map(|command| match command {
            Command::PlaceCustomer { place, .. } => Some(*place),
            _ => None,
        })
        .collect();
    assert_eq!(places, [0, 1]);
}

#[test]
fn every_key_a_footer_names_does_something() {
    let views = [
        sample::seat_view(),
        sample::quiet_view(),
        sample::provider_view(),
    ];
    for (view, way) in views
        .iter()
        .flat_map(|view| ["1", "2", "3", "4", "5", "6", "7"].map(|way| (view, way)))
    {
        let fresh = || {
            let (mut seat, _) = seat(view.clone(), Lang::De);
            type_keys(&mut seat, way);
            seat
        };
        let (contexts, works) = {
            let seat = fresh();
            let contexts = seat.screen_contexts();
            let rows = crate::tui::keymap::rows(&contexts).filter(|row| row.footer);
            let works: Vec<_> = rows
                .filter(|row| seat.why_not(row.intent).is_none())
                .collect();
            let works: Vec<_> = works
                .into_iter()
                .map(|row| (row.context, row.label))
                .collect();
            (contexts, works)
        };
        for (context, label) in works {
            // Of a pair of keys, one may be at its end.
            let pair = TABLE
                .iter()
                .filter(|row| (row.context, row.label) == (context, label));
            let does = pair.clone().any(|row| {
                let mut seat = fresh();
                // What is selected shows in its colours only.
                let before = page(&mut seat, 120, 40);
                seat.act(row.intent);
                seat.poll();
                seat.ended().is_some() || page(&mut seat, 120, 40) != before
            });
            assert!(does, "{label} does nothing on screen {way} ({contexts:?})");
        }
    }
}

#[test]
fn a_find_leads_to_its_place() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    let found = shown("/umst");
    assert!(found.contains("Groß-Umstadt"), "{found}");
    let region = shown("<enter>");
    assert!(region.contains("[2 Region]"), "{region}");
    // Its county was closed; now it is seen and selected.
    assert!(
        region.contains("Groß-Umstadt: warum reichen 14 Leistungen nicht?"),
        "{region}"
    );
    let service = shown("/kasse<enter>");
    assert!(service.contains("[1 Rathaus]"), "{service}");
    assert!(service.contains("„Kasse, Zahllauf“"), "{service}");
    let message = shown("/40 menschen<enter>");
    assert!(message.contains("[7 Tagebuch ("), "{message}");
    assert!(
        message.contains("Die ersten warten seit 6 Uhr"),
        "{message}"
    );
    let nothing = shown("/xyzxyz");
    assert!(nothing.contains("Nichts gefunden"), "{nothing}");
    let back = shown("<enter><esc>");
    assert!(back.contains("[7 Tagebuch ("), "{back}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn a_covered_screen_shows_nothing_and_takes_no_orders() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "v");
    let covered = text(&page(&mut seat, 80, 24));
    assert!(covered.contains("abgedeckt"), "{covered}");
    for word in ["Bensheim", "Telefon", "Rathaus", "07:40"] {
        assert!(!covered.contains(word), "{covered}");
    }
    type_keys(&mut seat, " n<enter>q<enter>");
    assert_eq!(seat.ended(), None);
    assert!(submitted.lock().expect("not poisoned").is_empty());
    type_keys(&mut seat, "v");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("[1 Rathaus]"), "{shown}");
}

#[test]
fn the_clock_is_set() {
    // The phase of the sample plans five minutes per second.
    check(" ", &[Command::SetClock(Pace::MinutesPerSecond(5))]);
    check("++ ", &[Command::SetClock(Pace::MinutesPerSecond(60))]);
    check("-----n", &[Command::SetClock(Pace::NextStop)]);
    let (mut seat, submitted) = seat(sample::quiet_view(), Lang::De);
    type_keys(&mut seat, "+ ");
    let expected = [
        Command::SetClock(Pace::MinutesPerSecond(15)),
        Command::SetClock(Pace::Stopped),
    ];
    assert_eq!(*submitted.lock().expect("not poisoned"), expected);
}

#[test]
fn the_clock_waits_behind_a_form_and_goes_on_after_it() {
    let running = |keys: &str| {
        let mut view = sample::seat_view();
        let mut public = (*view.public).clone();
        public.clock.pace = Pace::MinutesPerSecond(60);
        public.clock.stopped_by = None;
        view.public = std::sync::Arc::new(public);
        let (mut seat, submitted) = seat(view, Lang::De);
        page(&mut seat, 80, 24);
        type_keys(&mut seat, keys);
        seat.poll();
        let shown = text(&page(&mut seat, 80, 24));
        let paces: Vec<Pace> = submitted
            .lock()
            .expect("not poisoned")
            .iter()
            .filter_map(|command| match command {
                Command::SetClock(pace) => Some(*pace),
                _ => None,
            })
            .collect();
        (shown.lines().next().unwrap_or_default().to_owned(), paces)
    };
    let (stop, go) = (Pace::Stopped, Pace::MinutesPerSecond(60));
    for form in ["d", "b", "4<enter>", "4<down>x", "q"] {
        let (header, paces) = running(form);
        assert_eq!(paces, [stop], "{form}");
        assert!(header.contains("UHR WARTET"), "{form}: {header}");
        let (header, paces) = running(&format!("{form}<esc>"));
        assert_eq!(paces, [stop, go], "{form}");
        assert!(!header.contains("UHR"), "{form}: {header}");
    }
    assert_eq!(running("d<enter>ok<enter>").1, [stop, go], "after an order");
    assert_eq!(running("b<enter>").1, [stop, go], "after a request");
    for reading in ["?", "w", "r"] {
        assert_eq!(running(reading).1, [], "{reading}");
    }
}

#[test]
fn pasted_text_is_never_keys() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    seat.update(&Event::Paste("q\r 4\u{1b}".to_owned()));
    assert_eq!(seat.ended(), None);
    type_keys(&mut seat, "<enter><tab><tab><tab>");
    seat.update(&Event::Paste("erste\r\nzweite\u{7}".to_owned()));
    type_keys(&mut seat, "<enter>");
    let submitted = submitted.lock().expect("not poisoned");
    let Some(Command::RecordDecision { reason, .. }) = submitted.last() else {
        panic!("nothing was decided");
    };
    assert_eq!(reason, "erste zweite");
}

#[test]
fn leaving_is_asked_first() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "q<esc>");
    assert_eq!(seat.ended(), None);
    let ctrl_c = Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    type_keys(&mut seat, "<enter><tab><tab><tab>");
    seat.update(&ctrl_c);
    assert_eq!(seat.ended(), None);
    seat.update(&key(KeyCode::Enter));
    assert_eq!(seat.ended(), Some(SeatEnd::Left));
}

#[test]
fn a_key_that_does_not_work_says_why() {
    let (mut seat, _) = seat(sample::quiet_view(), Lang::De);
    type_keys(&mut seat, "<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("nichts zu entscheiden"), "{shown}");
    let footer = shown.lines().last().unwrap_or_default();
    assert!(!footer.contains("Entscheiden"), "{footer}");
    assert!(footer.contains("Anleitung"), "{footer}");
}

#[test]
fn the_start_screen_hands_over_a_choice() {
    let settings = Settings::new(Lang::De, ColorDepth::True);
    let mut start = Start::new(sample::start_info(), settings);
    for event in events("<down><down><right>LHZ<enter>") {
        start.update(&event);
    }
    let Some(StartEnd::Chosen(choice)) = start.ended() else {
        panic!("nothing was chosen");
    };
    assert_eq!(choice.seat, AdministrationId(2));
    assert_eq!(choice.pact, "contract");
    assert_eq!(choice.settings.lang, Lang::En);
    assert!(choice.settings.theme.light);
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for context in Context::ALL.iter().copied().flatten() {
        let mut seen = BTreeSet::new();
        for row in TABLE.iter().filter(|row| row.context == *context) {
            for key in row.keys {
                assert!(
                    seen.insert(format!("{key:?}")),
                    "{key:?} twice in {context:?}"
                );
            }
        }
        assert!(!seen.is_empty(), "{context:?} has no keys");
    }
}

#[test]
fn every_meaning_has_a_key() {
    use Intent::{
        About, Accept, AnswerAid, Back, CleanDevices, Cover, CustomerLine, Decide, Defer, Deputy,
        Down, Enlarge, Faster, FileNotice, Filter, Graphs, Guide, Language, Layer, Light, Mark,
        MarkAll, MarkRead, MoveDown, MoveFirst, MoveUp, Next, NextField, NextStop, OnlyDeadlines,
        OpenEntry, OpenPlace, OtherDecision, PageDown, PageUp, Palette, Previous, PreviousField,
        Quit, RecallAid, Recovery, RequestAid, Search, ShowAll, Slower, Sort, ToggleClock, Up, Why,
        ZoomIn, ZoomOut,
    };
    let plain = [
        About,
        Accept,
        AnswerAid,
        Back,
        Decide,
        Defer,
        Down,
        Faster,
        Filter,
        Graphs,
        Guide,
        Language,
        Light,
        Next,
        NextField,
        NextStop,
        OnlyDeadlines,
        OpenPlace,
        OtherDecision,
        PageDown,
        PageUp,
        Previous,
        PreviousField,
        Quit,
        RecallAid,
        Mark,
        MarkAll,
        CleanDevices,
        CustomerLine,
        FileNotice,
        MoveFirst,
        Deputy,
        Recovery,
        RequestAid,
        ShowAll,
        Cover,
        Layer,
        MoveDown,
        MoveUp,
        Search,
        Palette,
        ZoomIn,
        ZoomOut,
        Slower,
        Sort,
        MarkRead,
        OpenEntry,
        Enlarge,
        ToggleClock,
        Up,
        Why,
    ];
    let screens = [
        Screen::TownHall,
        Screen::Region,
        Screen::Map,
        Screen::Work,
        Screen::Aid,
        Screen::Course,
        Screen::Log,
        Screen::Outcome,
    ];
    let all = plain
        .into_iter()
        .chain(screens.map(Intent::Show))
        .chain((0..6).map(Intent::Option));
    for intent in all {
        assert!(TABLE.iter().any(|row| row.intent == intent), "{intent:?}");
    }
}

#[test]
fn screens_do_not_hide_keys_that_work_everywhere() {
    let screens = [
        Context::TownHall,
        Context::Region,
        Context::Map,
        Context::Work,
        Context::Aid,
        Context::Course,
        Context::Log,
        Context::Outcome,
    ];
    for everywhere in TABLE.iter().filter(|r| r.context == Context::Everywhere) {
        for row in TABLE.iter().filter(|r| screens.contains(&r.context)) {
            for key in row.keys {
                // On a map, plus and minus mean the map, as they do everywhere in the world.
                let of_the_map =
                    matches!(row.intent, Intent::Layer | Intent::ZoomIn | Intent::ZoomOut);
                assert!(
                    !everywhere.keys.contains(key) || everywhere.intent == row.intent || of_the_map,
                    "{key:?} in {:?}",
                    row.context
                );
            }
        }
    }
}

#[test]
fn every_meaning_is_written_once_in_its_place() {
    for row in TABLE.iter().filter(|row| row.shown.is_empty()) {
        let told = TABLE.iter().any(|other| {
            other.context == row.context && other.label == row.label && !other.shown.is_empty()
        });
        // In dialogs, leaving by Control-C and closing by Enter go without saying.
        let silent = matches!(row.label, "ui-key-quit" | "ui-key-yes" | "ui-key-back");
        assert!(told || silent, "{:?} in {:?}", row.intent, row.context);
        assert!(!row.footer, "a footer entry needs a name: {:?}", row.intent);
    }
}

#[test]
fn messages_are_read_where_they_are_shown_and_nowhere_else() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    // Five messages came; nobody has looked yet.
    let before = shown("6");
    assert!(before.contains("7 Tagebuch (5)"), "{before}");
    let newest = shown("7");
    assert!(newest.contains("7 Tagebuch (4)"), "{newest}");
    let next = shown("<down>");
    assert!(next.contains("7 Tagebuch (3)"), "{next}");
    // Three new ones, and the one that is being read; what was read has left.
    let unread = shown("ff");
    assert!(unread.contains("nur neue"), "{unread}");
    assert!(!unread.contains("40 Menschen"), "{unread}");
    let all = shown("k");
    assert!(!all.contains("7 Tagebuch ("), "{all}");
    let why = shown("k");
    assert!(why.contains("Alles ist gelesen"), "{why}");
    let looked = submitted.lock().expect("not poisoned");
    assert!(looked.is_empty(), "reading is no act: {looked:?}");
}

#[test]
fn an_open_message_leads_to_its_paper_and_its_answer() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    let paper = shown("7<enter>");
    assert!(paper.contains("Entscheidungsvorlage"), "{paper}");
    let open = shown("<esc>f");
    assert!(open.contains("nur offene"), "{open}");
    assert!(!open.contains("40 Menschen"), "{open}");
    let answer = shown("<down><enter>");
    assert!(answer.contains("Ersuchen an Sie"), "{answer}");
    let nothing = shown("<esc>ffff<down><enter>");
    assert!(nothing.contains("Dieser Eintrag fragt nichts"), "{nothing}");
}

#[test]
fn the_outbox_holds_what_was_sent() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "7<right>");
    let sent = text(&page(&mut seat, 80, 24));
    assert!(sent.contains("[Ausgang 1]"), "{sent}");
    assert!(sent.contains("→ Landkreis Darmstadt-Dieburg"), "{sent}");
    assert!(!sent.contains("Leitung zum Datenhaus getrennt"), "{sent}");
}

#[test]
fn the_guide_goes_on_as_its_steps_are_done() {
    let (mut seat, submitted) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    assert!(!shown("1").contains("ANLEITUNG"), "silent unless wanted");
    let first = shown("G");
    assert!(first.contains("ANLEITUNG 1/3 ► Eine Meldung"), "{first}");
    let elsewhere = shown("6");
    assert!(elsewhere.contains("ANLEITUNG 1/3"), "{elsewhere}");
    let second = shown("7");
    assert!(second.contains("ANLEITUNG 2/3 ► Drücken Sie d"), "{second}");
    let last = shown("d<esc>1");
    assert!(last.contains("ANLEITUNG 3/3"), "{last}");
    assert!(!shown("G").contains("ANLEITUNG"), "it can be silenced");
    let acts = submitted.lock().expect("not poisoned");
    let looked = acts.iter().all(|act| matches!(act, Command::SetClock(_)));
    assert!(looked, "the guide orders nothing: {acts:?}");
}

#[test]
fn another_seat_has_no_guide() {
    let mut view = sample::seat_view();
    let mut public = (*view.public).clone();
    if let Some(guide) = &mut public.guide {
        guide.seat = crate::vocab::AdministrationId(0);
    }
    view.public = std::sync::Arc::new(public);
    let (mut seat, _) = seat(view, Lang::De);
    type_keys(&mut seat, "G");
    let shown = text(&page(&mut seat, 120, 40));
    assert!(!shown.contains("ANLEITUNG"), "{shown}");
    assert!(shown.contains("hat hier keine Anleitung"), "{shown}");
}

#[test]
fn the_header_names_the_phase_where_there_is_room() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let wide = text(&page(&mut seat, 120, 40));
    assert!(wide.contains("Phase 2 Die Nacht"), "{wide}");
    let header = wide.lines().next().unwrap_or_default();
    assert!(header.contains("Platz: Bensheim"), "{header}");
}

#[test]
fn the_history_of_a_provider_speaks_of_curves_not_of_services() {
    let mut view = sample::provider_view();
    // It gets no services of its own; its curves are those of its customers.
    let series = std::mem::take(&mut view.course.series);
    view.course.others = series
        .into_iter()
        .map(|one| crate::view::Series {
            service: None,
            name: crate::vocab::Text::new("named").name("name", "Lindenfels"),
            notes: Vec::new(),
            ..one
        })
        .collect();
    for (lang, curve, service) in [
        (Lang::De, "←→ Kurve", "Leistung"),
        (Lang::En, "←→ Curve", "ervice"),
    ] {
        let (mut seat, _) = seat(view.clone(), lang);
        type_keys(&mut seat, "6");
        let shown = text(&page(&mut seat, 80, 24));
        assert!(shown.contains(curve), "{shown}");
        assert!(!shown.contains(service), "{shown}");
    }
}
