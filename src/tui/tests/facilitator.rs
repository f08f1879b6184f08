//! The facilitator's pages, and what its keys ask of the room.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{events, sample, text};
use crate::tui::sample::{Directed, FakeLead};
use crate::tui::theme::ColorDepth;
use crate::tui::{Facilitator, FacilitatorEnd, Settings};
use crate::view::{FacilitatorView, OutlookState, StoppedFor};
use crate::vocab::RewindTo;
use crate::words::Lang;

fn desk(view: FacilitatorView, lang: Lang) -> (Facilitator, Directed) {
    let (door, directed) = FakeLead::new(view);
    let settings = Settings::new(lang, ColorDepth::True);
    let words = sample::words(lang);
    let desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    (desk, directed)
}

fn shown(desk: &mut Facilitator, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| desk.draw(frame)).expect("a page");
    text(terminal.backend().buffer())
}

/// The same, where every key must have its words.
pub(super) fn shown_in_words(desk: &mut Facilitator, width: u16, height: u16) -> String {
    let page = shown(desk, width, height);
    assert!(!page.contains('«'), "a key has no words:\n{page}");
    page
}

pub(super) fn type_keys(desk: &mut Facilitator, keys: &str) {
    for event in events(keys) {
        desk.update(&event);
    }
}

/// Compares a page reached by `keys`, in both languages, at 80x24 and 120x40.
fn check(name: &str, view: &FacilitatorView, keys: &str) {
    for (lang, lang_name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let (mut desk, _) = desk(view.clone(), lang);
            type_keys(&mut desk, keys);
            let page = shown_in_words(&mut desk, width, height);
            let name = format!("lead_{name}_{lang_name}_{width}x{height}");
            insta::assert_snapshot!(name, page);
        }
    }
}

#[test]
fn script() {
    check("script", &sample::facilitator_view(), "");
}

#[test]
fn background() {
    check("background", &sample::facilitator_view(), "9");
}

#[test]
fn dialogs() {
    let view = sample::facilitator_view();
    check("leap", &view, "j");
    check("rewind", &view, "r");
    check("entry", &view, "e<tab>Weber");
    check("go_on", &view, " ");
    check("cover", &view, "h");
}

#[test]
fn guide() {
    check("guide", &sample::facilitator_view(), "?");
}

/// Types keys and compares what was asked of the room.
fn asks(keys: &str, expected: &[&str]) {
    let (mut desk, directed) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, keys);
    assert_eq!(*directed.lock().expect("not poisoned"), expected, "{keys}");
}

#[test]
fn keys_lead_the_room() {
    // A decision is open: whoever goes on is asked first.
    asks(" ", &[]);
    asks(" <enter>", &["GoOn"]);
    asks("u", &["Mode(Free)"]);
    asks("<down><down><down>f", &["ready 3 false"]);
    asks(
        "s",
        &["Hold { seat: AdministrationId(0), plan: Some(\"by_the_book\") }"],
    );
    asks(
        "<down>s",
        &["Hold { seat: AdministrationId(1), plan: None }"],
    );
    // What changes the truth is asked first.
    asks("9<down>m<esc>no<esc>", &[]);
    asks("9<down>m<enter>", &["3 Intervene(NoticeTrace)"]);
    asks("9n<enter>", &["0 Intervene(SlowAttack)"]);
    asks("9o<enter>", &["0 Intervene(HastenAttack)"]);
    // Looking at a page is no act; only what is reckoned aside is asked for.
    let (mut unasked, directed) = desk(
        FacilitatorView {
            outlook: OutlookState::NotAsked,
            ..sample::facilitator_view()
        },
        Lang::De,
    );
    type_keys(&mut unasked, "9898");
    assert_eq!(directed.lock().expect("not poisoned")[0], "Outlook");
}

#[test]
fn the_next_thing_is_one_key_away() {
    // A decision is open at a seat: it can be entered at once.
    asks(
        "<enter><right><tab>Weber<enter>",
        &["Enter { decider: HeadOfIt, name: \"Weber\" }"],
    );
}

#[test]
fn the_paper_that_is_named_next_lies_open_at_the_seat() {
    let (mut desk, _) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, "<enter><enter>");
    let page = shown(&mut desk, 80, 24);
    // It is not the one that the seat itself names first.
    assert!(page.contains("sample-question-pay"), "{page}");
    assert!(page.contains("2/3"), "{page}");
}

#[test]
fn what_the_seats_know_is_all_shown_on_the_smallest_page() {
    let mut view = sample::facilitator_view();
    let row = view.background.known[0].clone();
    for number in view.background.known.len()..6 {
        view.background.known.push(crate::view::KnowledgeRow {
            name: format!("Gemeinde {number}"),
            ..row.clone()
        });
    }
    let names: Vec<String> = view
        .background
        .known
        .iter()
        .map(|of| of.name.clone())
        .collect();
    let (mut desk, _) = desk(view, Lang::De);
    type_keys(&mut desk, "9<tab>");
    let page = shown_in_words(&mut desk, 80, 24);
    let below = page.split("Wissen der Plätze").nth(1).unwrap_or_default();
    for name in names {
        assert!(below.contains(&name), "{name}: {page}");
    }
    type_keys(&mut desk, "T");
    let page = shown_in_words(&mut desk, 80, 24);
    assert!(page.contains("TA0001"), "{page}");
}

#[test]
fn the_last_decision_is_said_in_few_words_and_who_decided() {
    for (lang, what, whose) in [
        (Lang::De, "Leitung: trennen", "V: Leitung: trennen"),
        (Lang::En, "line: cut", "D: line: cut"),
    ] {
        let (mut desk, _) = desk(sample::facilitator_view(), lang);
        let page = shown_in_words(&mut desk, 80, 24);
        let row = |number: &str| {
            let mut rows = page.lines().filter(|line| line.starts_with(number));
            rows.next_back().unwrap_or_default()
        };
        assert!(row(" 1 ").contains(what), "{page}");
        assert!(!row(" 1 ").contains(whose), "{page}");
        assert!(row(" 2 ").contains(whose), "{page}");
    }
    // Whatever is decided has such words.
    let world = include_str!("../../../assets/locales/de/world.ftl");
    let acts = world
        .lines()
        .filter_map(|line| line.strip_prefix("act-")?.split(' ').next());
    let acts = acts.filter(|act| !act.starts_with("deputy") && *act != "forward");
    let words = sample::words(Lang::De);
    let mut count = 0;
    for act in acts {
        assert!(words.knows(&format!("did-{act}")), "{act}");
        count += 1;
    }
    assert!(count > 20, "only {count} acts");
}

#[test]
fn a_leap_names_who_stands_in() {
    asks(
        "j<enter>",
        &[
            "Leap { to: SimTime(3970), orders: [(AdministrationId(0), \"by_the_book\"), \
(AdministrationId(3), \"by_the_book\"), (AdministrationId(4), \"by_the_book\")] }",
        ],
    );
}

#[test]
fn between_two_people_nothing_of_a_seat_is_seen() {
    let view = sample::facilitator_view();
    let (mut desk, directed) = desk(view, Lang::De);
    let secret = ["Angreifer", "Drehbuch", "Leistung", "JETZT", "Fußspuren"];
    type_keys(&mut desk, "<down><down><down>h");
    let cover = shown(&mut desk, 80, 24);
    assert!(cover.contains("Bitte übergeben an: Bensheim"), "{cover}");
    for word in secret {
        assert!(!cover.contains(word), "{word} is seen:\n{cover}");
    }
    type_keys(&mut desk, "<enter>");
    let seat = shown(&mut desk, 80, 24);
    assert!(seat.contains("JETZT"), "{seat}");
    assert!(!seat.contains("LEITUNG"), "{seat}");
    // The clock is not the players'.
    type_keys(&mut desk, " ");
    let refused = shown(&mut desk, 80, 24);
    assert!(refused.contains("Die Uhr führt die Leitung"), "{refused}");
    // However the seat is left, the cover comes first.
    for key in ["8", "9", "q"] {
        type_keys(&mut desk, key);
        let cover = shown(&mut desk, 80, 24);
        assert!(
            cover.contains("Bitte übergeben an: Leitung"),
            "{key}: {cover}"
        );
        // What the key would do it does already.
        assert!(!cover.contains("Esc"), "{cover}");
        for word in secret {
            assert!(!cover.contains(word), "{word} is seen:\n{cover}");
        }
        type_keys(&mut desk, "4");
        let next = shown(&mut desk, 80, 24);
        assert!(next.contains("Bitte übergeben an: Bensheim"), "{next}");
        type_keys(&mut desk, "<enter>");
    }
    type_keys(&mut desk, "8<enter>");
    assert!(shown(&mut desk, 80, 24).contains("[8 Drehbuch]"));
    let visits = directed.lock().expect("not poisoned");
    assert!(
        visits.iter().all(|visit| visit == "HandedOver"),
        "{visits:?}"
    );
}

#[test]
fn a_visit_says_whose_keyboard_it_is() {
    let (mut desk, directed) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, "4");
    let page = shown(&mut desk, 80, 24);
    assert!(page.contains("LEITUNG SIEHT"), "{page}");
    assert!(page.contains("8 Zur Leitung"), "{page}");
    type_keys(&mut desk, ">");
    type_keys(&mut desk, "8e<enter>");
    let page = shown(&mut desk, 80, 24);
    assert!(page.contains("EINTRAG FÜR"), "{page}");
    let visits = directed.lock().expect("not poisoned").clone();
    assert_eq!(
        visits,
        ["Look", "Look", "Enter { decider: Head, name: \"\" }"]
    );
}

#[test]
fn going_back_is_asked_twice() {
    let (mut desk, _) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, "r<down><enter>");
    assert!(desk.ended().is_none());
    assert!(shown(&mut desk, 80, 24).contains("ein zweiter Versuch?"));
    type_keys(&mut desk, "<enter>");
    let to = RewindTo {
        minute: crate::vocab::SimTime(sample::NOW - 5 * crate::vocab::HOUR),
        before: Some(0),
    };
    assert_eq!(desk.ended(), Some(FacilitatorEnd::Rewind(to)));
}

#[test]
fn a_second_try_can_begin_at_any_minute() {
    let (mut desk, _) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, "r<down><left>--");
    let page = shown(&mut desk, 80, 24);
    assert!(page.contains("17 min davor"), "{page}");
    type_keys(&mut desk, "<enter>");
    assert!(shown(&mut desk, 80, 24).contains("17 min davor"));
    type_keys(&mut desk, "<enter>");
    let to = RewindTo {
        minute: crate::vocab::SimTime(sample::NOW - 5 * crate::vocab::HOUR - 17),
        before: None,
    };
    assert_eq!(desk.ended(), Some(FacilitatorEnd::Rewind(to)));
}

#[test]
fn every_size_is_drawn() {
    for (width, height) in [
        (79, 24),
        (80, 24),
        (80, 25),
        (100, 30),
        (120, 40),
        (200, 60),
    ] {
        for lang in [Lang::De, Lang::En] {
            for keys in ["", "9", "j", "r", "e", "h", "?", "1"] {
                let (mut desk, _) = desk(sample::facilitator_view(), lang);
                type_keys(&mut desk, keys);
                let page = shown(&mut desk, width, height);
                assert!(!page.trim().is_empty());
            }
        }
    }
}

/// A notebook that keeps what is written.
struct Notes(std::sync::Arc<std::sync::Mutex<Vec<crate::view::NoteDraft>>>);

impl crate::exercise::door::Notebook for Notes {
    fn ready(&self) -> Result<Vec<(bool, crate::vocab::Text)>, crate::vocab::Text> {
        use crate::vocab::Text;
        let idle = Text::new("ready-idle")
            .name("seat", "Darmstadt")
            .count("from", 12_u32)
            .count("to", 47_u32);
        Ok(vec![(true, Text::new("ready-languages")), (false, idle)])
    }

    fn look(&self) -> Result<crate::view::ObserveView, crate::vocab::Text> {
        use crate::view::{NoteRow, ObjectiveRow, ObserveView};
        use crate::vocab::{Arg, NoteKind, Rating, Text};
        let local = |de: &str, en: &str| Text::new("local").name("de", de).name("en", en);
        let minutes =
            |of: u32| Some(Text::new("observe-minutes").with("minutes", Arg::Minutes(of)));
        let row = |id: &str, title: Text, is_met: Option<bool>| ObjectiveRow {
            id: id.to_owned(),
            title,
            expects: Some(local("Was man sehen will.", "What one wants to see.")),
            rated: None,
            target: minutes(60),
            value: minutes(48),
            verdict: Text::new("report-verdict-open"),
            is_met,
            ratings: Vec::new(),
            evidence: 0,
            why_not_measured: None,
        };
        let mut rated = row("9", local("Nach der Regel", "By the rule"), None);
        rated.ratings = vec![(None, Rating::MajorChallenges)];
        rated.evidence = 17;
        rated.why_not_measured = Some(Text::new("ui-observe-too-fast"));
        (rated.target, rated.value) = (None, None);
        let mut in_part = row("6", local("Zahllauf", "Pay run"), Some(false));
        in_part.rated = Some(local("Neue Fälle sind gelistet", "New cases are listed"));
        Ok(ObserveView {
            objectives: vec![
                row(
                    "1",
                    local("Alarm ohne Mail", "Alarm without mail"),
                    Some(true),
                ),
                in_part,
                rated,
            ],
            notes: {
                let note = |text: &str| NoteRow {
                    at: sample::facilitator_view().public.clock.now,
                    seat: Some("Lindenfels".to_owned()),
                    objective: Some("3".to_owned()),
                    about: NoteKind::Improvement,
                    rating: None,
                    text: text.to_owned(),
                };
                let written = self.0.lock().expect("not poisoned");
                let written = written.iter().map(|of| note(&of.text));
                written.chain([note("Fragt dreimal nach.")]).collect()
            },
            last_line: 42,
        })
    }

    fn written(&self) -> u64 {
        self.0.lock().expect("not poisoned").len() as u64
    }

    fn write(&self, note: crate::view::NoteDraft) -> Result<u64, crate::vocab::Text> {
        let mut notes = self.0.lock().expect("not poisoned");
        notes.push(note);
        Ok(notes.len() as u64)
    }
}

#[test]
fn before_the_start_the_desk_says_what_is_missing() {
    let written = std::sync::Arc::default();
    let (desk, _) = desk(sample::facilitator_view(), Lang::De);
    let mut desk = desk.with_notebook(Box::new(Notes(written)));
    type_keys(&mut desk, "B");
    let page = shown(&mut desk, 80, 24);
    assert!(!page.contains('«'), "{page}");
    for told in [
        "Bereit zu beginnen?",
        "√  Alle Texte",
        "!  Darmstadt bekommt von Minute 12 bis 47",
    ] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    type_keys(&mut desk, "<esc>");
    assert!(!shown(&mut desk, 80, 24).contains("Bereit zu beginnen?"));
}

#[test]
fn an_observer_rates_and_notes_and_typed_letters_are_no_keys() {
    use crate::vocab::{NoteKind, Rating};
    let written = std::sync::Arc::default();
    let (desk, directed) = desk(sample::facilitator_view(), Lang::De);
    let mut desk = desk.with_notebook(Box::new(Notes(std::sync::Arc::clone(&written))));
    type_keys(&mut desk, "0");
    let page = shown(&mut desk, 80, 24);
    assert!(!page.contains('«'), "{page}");
    for told in [
        "[0 Beobachtung]",
        "Alarm ohne Mail",
        "48 min",
        "√",
        "× bitte urteilen",
        "Fragt dreimal nach.",
    ] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    type_keys(&mut desk, "<down>");
    let page = shown(&mut desk, 80, 24);
    assert!(
        page.contains("Menschen beurteilen: Neue Fälle sind gelistet"),
        "{page}"
    );
    type_keys(&mut desk, "<up>");
    // Nothing to save yet.
    type_keys(&mut desk, "<enter>");
    assert!(written.lock().expect("not poisoned").is_empty());
    type_keys(&mut desk, "<down><down>m<right>knqjx<tab>41, 7<enter>");
    let notes = written.lock().expect("not poisoned").clone();
    let [note] = &notes[..] else {
        panic!("{notes:?}")
    };
    assert_eq!(note.objective.as_deref(), Some("9"));
    assert_eq!(note.rating, Some(Rating::MajorChallenges));
    assert_eq!(note.about, NoteKind::Strength);
    assert_eq!(note.text, "qjx");
    assert_eq!(note.evidence, [41, 7]);
    assert!(note.seat.is_some());
    // A line that is not there is refused, and what was typed stays.
    type_keys(&mut desk, "n!<tab>43<enter>");
    assert_eq!(written.lock().expect("not poisoned").len(), 1);
    assert!(shown(&mut desk, 80, 24).contains("1 bis 42"));
    assert!(desk.ended().is_none());
    drop(directed);
}

#[test]
fn what_another_observer_notes_is_seen_without_leaving_the_page() {
    let written: std::sync::Arc<std::sync::Mutex<Vec<crate::view::NoteDraft>>> =
        std::sync::Arc::default();
    let (desk, _) = desk(sample::facilitator_view(), Lang::De);
    let mut desk = desk.with_notebook(Box::new(Notes(std::sync::Arc::clone(&written))));
    type_keys(&mut desk, "0<down><down>");
    let page = shown_in_words(&mut desk, 80, 24);
    for told in ["Belege", "17", "Nicht messbar: Die Uhr lief zu schnell."] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    let draft = crate::view::NoteDraft {
        at: crate::vocab::SimTime(0),
        seat: None,
        objective: None,
        about: crate::vocab::NoteKind::Observation,
        rating: None,
        text: "Von nebenan.".to_owned(),
        evidence: Vec::new(),
    };
    written.lock().expect("not poisoned").push(draft.clone());
    assert!(desk.poll());
    assert!(shown(&mut desk, 80, 24).contains("Von nebenan."));
    // Whoever types is not disturbed.
    type_keys(&mut desk, "nx");
    desk.poll();
    let later = crate::view::NoteDraft {
        text: "Noch eine.".to_owned(),
        ..draft
    };
    written.lock().expect("not poisoned").push(later);
    desk.poll();
    assert!(!shown(&mut desk, 80, 24).contains("Noch eine."));
}

#[test]
fn more_seats_than_digits_are_found_by_name_and_by_arrows() {
    let mut view = sample::facilitator_view();
    let row = view.seats[3].clone();
    for number in view.seats.len()..12 {
        let mut row = row.clone();
        row.seat.id = crate::vocab::AdministrationId(number as u32);
        row.seat.name = format!("Gemeinde {number}");
        view.seats.push(row);
    }
    let (mut desk, directed) = desk(view, Lang::De);
    assert!(shown(&mut desk, 80, 24).contains("1-7 / Plätze"));
    type_keys(&mut desk, "/meinde 11");
    let page = shown(&mut desk, 80, 24);
    assert!(page.contains("12  ● Gemeinde 11"), "{page}");
    type_keys(&mut desk, "<enter>");
    assert!(shown(&mut desk, 80, 24).contains("LEITUNG SIEHT"));
    assert_eq!(*directed.lock().expect("not poisoned"), ["Look"]);
    // On the cover the arrows go through all of them.
    type_keys(&mut desk, "8h");
    assert!(shown(&mut desk, 80, 24).contains("übergeben an: Gemeinde 11"));
    type_keys(&mut desk, "<left>");
    assert!(shown(&mut desk, 80, 24).contains("übergeben an: Gemeinde 10"));
    type_keys(&mut desk, "<esc><right>");
    assert!(shown(&mut desk, 80, 24).contains("übergeben an: Gemeinde 11"));
}

#[test]
fn the_desk_says_for_what_the_clock_stands() {
    for (width, height) in [(80, 24), (120, 40)] {
        let mut view = sample::facilitator_view();
        let what = crate::vocab::Text::new("question-provider-link");
        let seat = view.seats[1].seat.id;
        view.room.stopped_for = Some(StoppedFor {
            seats: vec![seat],
            what,
        });
        let name = view.seats[1].seat.name.clone();
        let (mut desk, _) = desk(view, Lang::De);
        let page = shown(&mut desk, width, height);
        let line = format!("Die Uhr steht für {name}:");
        assert!(page.contains(&line), "{page}");
    }
}

#[test]
fn the_desk_says_whose_decision_is_overdue() {
    let mut view = sample::facilitator_view();
    let late = sample::stamp(sample::NOW - 100);
    view.seats[0].open[0].2 = late;
    view.next.at = Some(late);
    for (lang, since) in [
        (Lang::De, "überfällig seit 06:00"),
        (Lang::En, "overdue since 06:00"),
    ] {
        let (mut desk, _) = desk(view.clone(), lang);
        let page = shown_in_words(&mut desk, 80, 24);
        let next = page.lines().nth(2).unwrap_or_default();
        assert!(next.contains(since), "{page}");
        let row = page.lines().find(|line| line.starts_with(" 1 Landkreis"));
        assert!(row.is_some_and(|row| row.contains("1 !!")), "{page}");
    }
}

#[test]
fn messages_count_as_open_while_they_can_be_answered_in_time() {
    let from = crate::vocab::Text::new("sample-stage");
    let mut view = sample::facilitator_view();
    let waits = |minute| ("E4".to_owned(), from.clone(), sample::stamp(minute));
    view.seats[0].unanswered = vec![waits(sample::NOW + 30), waits(sample::NOW)];
    let (mut desk, _) = desk(view, Lang::De);
    let page = shown_in_words(&mut desk, 80, 24);
    let row = page.lines().find(|line| line.starts_with(" 1 Landkreis"));
    let row = row.unwrap_or_else(|| panic!("the first seat: {page}"));
    // A paper and a message; what lapsed this minute is waited for no longer.
    assert!(row.contains(" 2 "), "{row}");
    assert!(!row.contains("!!"), "{row}");
}

#[test]
fn all_that_was_decided_at_a_seat_can_be_read() {
    let (mut desk, _) = desk(sample::facilitator_view(), Lang::De);
    type_keys(&mut desk, "<down>d");
    let page = shown_in_words(&mut desk, 80, 24);
    assert!(page.contains("Entschieden: Mörfelden-Walldorf"), "{page}");
    assert!(page.contains("(Vertretung)"), "{page}");
    assert!(page.contains("/40"), "{page}");
    type_keys(&mut desk, "<esc><down><down>d");
    let page = shown_in_words(&mut desk, 80, 24);
    assert!(page.contains("noch nichts entschieden"), "{page}");
}

#[test]
fn the_desk_says_which_phase_stops_the_clock() {
    let mut view = sample::facilitator_view();
    let what = crate::vocab::Text::new("stop-stage-begins")
        .count("number", 3)
        .name("title", "Zahllauf");
    let seats = Vec::new();
    view.room.stopped_for = Some(StoppedFor { seats, what });
    let (mut desk, _) = desk(view, Lang::De);
    let page = shown(&mut desk, 80, 24);
    let said = "Die Uhr steht: Phase 3 beginnt: Zahllauf";
    assert!(page.contains(said), "{page}");
    assert!(page.contains("Frage an alle"), "{page}");
}
