//! Pages in both languages and at the sizes people have.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{events, page, sample, seat, seat_with, text, type_keys, with_graphs};
use crate::tui::theme::{ColorDepth, GraphSet};
use crate::tui::{Settings, Start};
use crate::view::SeatView;
use crate::words::Lang;

/// Compares a page reached by `keys`, in both languages, at 80x24 and 120x40.
fn check(name: &str, view: &SeatView, keys: &str) {
    for (lang, lang_name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            check_one(name, view, keys, lang, lang_name, (width, height));
        }
    }
}

fn check_one(
    name: &str,
    view: &SeatView,
    keys: &str,
    lang: Lang,
    lang_name: &str,
    (width, height): (u16, u16),
) {
    let (mut seat, _) = seat(view.clone(), lang);
    // A first page, so that what depends on the page (previews, scrolling) is known.
    page(&mut seat, width, height);
    type_keys(&mut seat, keys);
    let shown = text(&page(&mut seat, width, height));
    assert!(!shown.contains('«'), "a key has no words:\n{shown}");
    insta::assert_snapshot!(format!("{name}_{lang_name}_{width}x{height}"), shown);
}

#[test]
fn town_hall() {
    check("town_hall", &sample::seat_view(), "");
}

#[test]
fn town_hall_on_a_large_page() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        check_one(
            "town_hall",
            &sample::seat_view(),
            "<down>",
            lang,
            name,
            (200, 60),
        );
    }
}

#[test]
fn a_click_is_a_key() {
    use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let mut click = |column, row| {
        page(&mut seat, 80, 24);
        seat.update(&Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }));
        text(&page(&mut seat, 80, 24))
    };
    assert!(click(10, 10).contains("Warum: „Sterbefälle“"));
    assert!(click(72, 1).contains("[7 Tagebuch ("));
    assert!(click(20, 2).contains("Entscheidungsvorlage"));
    assert!(click(20, 13).contains("► C Alles abschalten"));
}

#[test]
fn town_hall_with_nothing_wrong() {
    check("quiet", &sample::quiet_view(), "");
}

#[test]
fn a_provider_sees_its_customers() {
    check("provider", &sample::provider_view(), "<down>");
    check("customer_line", &sample::provider_view(), "<down>x");
}

#[test]
fn decision() {
    check(
        "decision",
        &sample::seat_view(),
        "<enter><tab><tab><tab>Leitung offen",
    );
}

#[test]
fn decision_refused_and_put_off() {
    check("decision_refused", &sample::seat_view(), "<enter>b");
    check("decision_defer", &sample::seat_view(), "<enter>v<right>");
}

#[test]
fn a_paper_with_much_on_it() {
    let mut view = sample::seat_view();
    let paper = &mut view.decisions[0];
    let more = paper.options[..2].to_vec();
    paper.options.extend(more);
    let known = paper.known.clone();
    paper.known.extend(known.clone());
    paper.known.extend(known);
    check("decision_full", &view, "<enter><down><down><enter>");
}

#[test]
fn region() {
    check("region", &sample::seat_view(), "2");
    check("region_place", &sample::seat_view(), "2<down><enter>");
}

#[test]
fn region_sorted_filtered_and_opened() {
    check(
        "region_filtered",
        &sample::seat_view(),
        "2<pgdn><up><up><up><right>sf",
    );
}

#[test]
fn a_place_that_said_no_more_than_that_it_is_affected_is_shown_as_affected() {
    let mut view = sample::seat_view();
    // Of a closed county as well.
    view.region.places[6].affected_since = Some(sample::stamp(sample::NOW - 60));
    let (mut seat, _) = seat(view, Lang::De);
    let mut shown = |keys, size: (u16, u16)| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, size.0, size.1))
    };
    let line = |shown: &str, of: &str| {
        let line = shown.lines().find(|line| line.contains(of));
        line.unwrap_or_default().to_owned()
    };
    let region = shown("2", (80, 30));
    let affected = line(&region, "Biebesheim");
    assert!(affected.starts_with(" ! Biebesheim am Rhein"), "{region}");
    assert!(
        affected.contains("Krisenstab") && affected.contains("02:40"),
        "{region}"
    );
    assert!(
        line(&region, "2 Gemeinden").contains("1 Krisenst."),
        "{region}"
    );
    let map = shown("3", (80, 24));
    assert!(map.contains("! Biebesheim am Rhein"), "{map}");
    assert!(map.contains("! Krisenstab, mehr unbekannt"), "{map}");
    // Nobody said how its line is.
    let lines = shown("ee", (80, 24));
    assert!(lines.contains("? Biebesheim am Rhein"), "{lines}");
    let found = shown("/biebes", (80, 24));
    assert!(line(&found, "Ort ").contains("! Ort"), "{found}");
}

#[test]
fn an_old_report_says_how_old_it_is_and_whom_to_talk_to() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "2<down>");
    let shown = text(&page(&mut seat, 80, 24));
    let old = "Alte Meldung von Lindenfels (15 Std): 4 von 13 zu wenig · t Absprache";
    assert!(shown.contains(old), "{shown}");
    type_keys(&mut seat, "t");
    let talk = text(&page(&mut seat, 80, 24));
    assert!(talk.contains("[Lindenfels ◄►]"), "{talk}");
}

#[test]
fn who_asks_and_gives_is_said_as_both() {
    let mut view = sample::seat_view();
    let help = view.region.places[1]
        .help
        .as_mut()
        .expect("it is the own place");
    help.gives = 1;
    let (mut seat, _) = seat(view, Lang::De);
    type_keys(&mut seat, "2");
    let shown = text(&page(&mut seat, 80, 24));
    let own = shown.lines().find(|line| line.contains("  Bensheim  "));
    assert!(own.is_some_and(|line| line.contains("2?1►3♦◄1")), "{shown}");
    type_keys(&mut seat, "3");
    let map = text(&page(&mut seat, 120, 40));
    assert!(map.contains("Hilfe 2? 1► 3♦ ◄1"), "{map}");
}

#[test]
fn what_runs_on_its_proper_way_is_not_called_emergency_operation() {
    let mut view = sample::seat_view();
    let row = view.town_hall.services.iter_mut();
    let row = row.filter(|row| row.state == crate::vocab::ServiceState::Emergency);
    for row in row {
        row.route = crate::vocab::Text::new("route-it");
        row.level_of_100 = 93;
    }
    let (mut seat, _) = seat(view, Lang::De);
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("läuft zu 93"), "{shown}");
    assert!(!shown.contains("Notbetrieb 93"), "{shown}");
}

#[test]
fn what_was_reported_names_who_said_it_once() {
    let mut view = sample::seat_view();
    let (mut first, _) = seat(view.clone(), Lang::De);
    let shown = text(&page(&mut first, 120, 40));
    assert!(
        shown.contains("Gemeldet 07:35: Kreis Bergstraße: Notschreiben"),
        "{shown}"
    );
    let named = |name: &str| crate::vocab::Text::new("named").name("name", name);
    let event = view.events.last_mut().expect("something happened");
    event.text = named("Kreis Bergstraße bittet um Beistand.");
    let (mut second, _) = seat(view, Lang::De);
    let shown = text(&page(&mut second, 120, 40));
    assert!(
        shown.contains("Gemeldet 07:35: Kreis Bergstraße bittet"),
        "{shown}"
    );
}

#[test]
fn on_a_narrow_page_both_curves_are_named_whole() {
    for lang in [Lang::De, Lang::En] {
        let (mut seat, _) = seat(sample::seat_view(), lang);
        type_keys(&mut seat, "6c<right>");
        let shown = text(&page(&mut seat, 80, 24));
        let title = shown.lines().find(|line| line.contains("(2/3)"));
        assert!(title.is_some_and(|title| !title.contains('…')), "{shown}");
    }
}

#[test]
fn a_dialog_does_not_make_keys_of_the_page_below_work() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let before = text(&page(&mut seat, 80, 24));
    type_keys(&mut seat, "s");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("Wer entscheidet hier?"), "{shown}");
    for shown in [before, shown] {
        assert!(!shown.contains("Zurücknehmen"), "{shown}");
    }
}

#[test]
fn two_curves_stand_beside_each_other() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    let mean = shown("6");
    assert!(
        mean.contains("(1/3)") && !mean.contains("zum Vergleich"),
        "{mean}"
    );
    assert!(mean.contains("davor 12, danach 48 von 100"), "{mean}");
    // The mean is kept, another administration is looked at; it reported from the third day on.
    let both = shown("c<left>");
    assert!(both.contains("Lindenfels: erledigte"), "{both}");
    assert!(both.contains("─ zum Vergleich: Alle Leistungen"), "{both}");
    let top = both.lines().nth(6).unwrap_or_default();
    assert!(top.contains(" 100 ┤─"), "the other curve is a line: {both}");
    let one = shown("c");
    assert!(!one.contains("zum Vergleich"), "{one}");
}

#[test]
fn who_can_give_nothing_is_told_what_is_possible() {
    let mut view = sample::seat_view();
    let row = &mut view.aid.rows[0];
    row.most_to_give = 0;
    row.nothing_to_give = Some(crate::vocab::Text::new("give-limit-all-given"));
    let (mut seat, _) = seat(view.clone(), Lang::De);
    type_keys(&mut seat, "4<enter>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("A Ja: zurzeit nicht möglich"), "{shown}");
    assert!(shown.contains("Frei wird es,"), "{shown}");
    assert!(
        shown.contains("► D Nein: Wir haben niemanden frei."),
        "{shown}"
    );
    // Less than asked can be given.
    let row = &mut view.aid.rows[0];
    (row.most_to_give, row.nothing_to_give) = (1, None);
    let (mut seat, _) = super::seat(view, Lang::De);
    type_keys(&mut seat, "4<enter><right>");
    let shown = text(&page(&mut seat, 80, 24));
    assert!(shown.contains("◄ 1 "), "{shown}");
    assert!(
        shown.contains("gefragt: 2, nach dem Pakt höchstens 1"),
        "{shown}"
    );
}

#[test]
fn map() {
    check("map", &sample::seat_view(), "3");
    check("map_help", &sample::seat_view(), "3e<up>+");
    check("map_place", &sample::seat_view(), "3<right><enter>");
}

#[test]
fn map_in_other_signs() {
    for (graphs, name) in [(GraphSet::Braille, "braille"), (GraphSet::Ascii, "ascii")] {
        let (mut seat, _) = seat_with(sample::seat_view(), with_graphs(Lang::De, graphs));
        type_keys(&mut seat, "3e");
        insta::assert_snapshot!(format!("map_{name}"), text(&page(&mut seat, 80, 24)));
    }
}

#[test]
fn the_cursor_of_the_map_goes_where_the_arrow_points() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let mut at = |keys| {
        type_keys(&mut seat, keys);
        let shown = text(&page(&mut seat, 80, 24));
        let line = shown.lines().nth(20).unwrap_or_default().to_owned();
        let chosen = line.split_once(": ").map_or("", |(_, place)| place);
        let sign = |c| matches!(c, '●' | '▲' | '▼' | '■' | '?' | '!');
        chosen
            .split(sign)
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    assert_eq!(at("3"), "BENSHEIM");
    assert_eq!(at("<right>"), "Lindenfels");
    assert_eq!(at("<left>"), "BENSHEIM");
    assert_eq!(at("<down>"), "Kreis Bergstraße");
    assert_eq!(at("<down>"), "Viernheim");
    assert_eq!(at("<down>"), "Viernheim", "nothing lies farther south");
}

#[test]
fn work() {
    check("work", &sample::seat_view(), "5<down><down><down>");
    // The last one has no date, and says why.
    check(
        "work_unforeseen",
        &sample::seat_view(),
        "5<down><down><down><down>",
    );
}

#[test]
fn work_of_people_who_will_tire() {
    let mut view = sample::seat_view();
    let day = |days: u32| sample::stamp(sample::NOW + days * crate::vocab::DAY);
    let fatigue = view.work.fatigue.as_mut().expect("they were called");
    fatigue.ahead = Some(crate::view::FatigueAhead {
        sinks: Some(day(3)),
        least: Some((day(7), 85)),
        whole_again: Some(day(16)),
    });
    check("work_tiring", &view, "5<down>");
}

#[test]
fn a_place_is_told_with_what_is_counted() {
    for (lang, counted) in [
        (Lang::De, "Leistungen reichen nicht"),
        (Lang::En, "services do too little"),
    ] {
        let (mut seat, _) = seat(sample::seat_view(), lang);
        type_keys(&mut seat, "2");
        let shown = text(&page(&mut seat, 80, 24));
        assert!(shown.contains(counted), "{shown}");
    }
}

#[test]
fn on_a_very_wide_page_a_row_of_the_region_stays_together() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    type_keys(&mut seat, "2");
    let shown = text(&page(&mut seat, 240, 60));
    let head = shown.lines().find(|line| line.contains("Verwaltung "));
    let head = head.expect("the table has a head");
    assert!(head.chars().count() < 180, "{head}");
}

#[test]
fn the_guide_speaks_when_it_is_asked() {
    check("guided", &sample::seat_view(), "G7");
}

#[test]
fn only_what_has_a_deadline() {
    check("town_hall_due", &sample::seat_view(), "f");
    let mut view = sample::seat_view();
    view.decisions[1].request = Some(crate::vocab::RequestId(16));
    check("aid_due", &view, "4f");
    check("log_due", &view, "7ffff");
}

#[test]
fn search_and_cover() {
    check("search", &sample::seat_view(), "/e<down>");
    check("covered", &sample::seat_view(), "v");
}

#[test]
fn palette() {
    check("palette", &sample::seat_view(), "4:");
    check("palette_not_now", &sample::seat_view(), "4:er<pgdn>");
}

#[test]
fn places_without_a_deadline_are_left_out_on_demand() {
    let (mut seat, _) = seat(sample::seat_view(), Lang::De);
    let mut shown = |keys| {
        type_keys(&mut seat, keys);
        text(&page(&mut seat, 120, 40))
    };
    let all = shown("2");
    assert!(
        all.contains("Viernheim") && all.contains("Darmstadt  "),
        "{all}"
    );
    let filtered = shown("f");
    assert!(
        !filtered.contains("Viernheim") && !filtered.contains("Darmstadt  "),
        "{filtered}"
    );
    assert!(filtered.contains("Lindenfels"), "{filtered}");
    // Back again, with the most standing services first within a county.
    let sorted = shown("fss");
    let line = |name: &str| sorted.lines().position(|line| line.contains(name));
    assert!(line(" Bensheim  ") < line(" Lindenfels  "), "{sorted}");
    assert!(line(" Lindenfels  ") < line(" Viernheim  "), "{sorted}");
}

#[test]
fn aid() {
    check("aid", &sample::seat_view(), "4<down>");
}

#[test]
fn request() {
    check("compose", &sample::seat_view(), "b");
    check("compose_refused", &sample::seat_view(), "4b<up><left>");
}

#[test]
fn one_order_to_several() {
    check("aid_marked", &sample::county_view(), "4g");
    check("answer_several", &sample::county_view(), "4g<enter>");
    check("bulk_outcome", &sample::county_view(), "4g<enter><enter>");
    check("compose_several", &sample::seat_view(), "bm<up><right>m");
    let marked = "2<down><down><down>mg";
    check("region_marked", &sample::seat_view(), marked);
}

#[test]
fn answer_and_recall() {
    check("answer", &sample::seat_view(), "4<enter>");
    check("recall", &sample::seat_view(), "4<down>x");
}

#[test]
fn course() {
    check("course", &sample::seat_view(), "6<down>");
    check("course_enlarged", &sample::seat_view(), "6<down><enter>");
}

#[test]
fn course_in_other_signs() {
    for (graphs, name) in [(GraphSet::Braille, "braille"), (GraphSet::Ascii, "ascii")] {
        let (mut seat, _) = seat_with(sample::seat_view(), with_graphs(Lang::De, graphs));
        type_keys(&mut seat, "6");
        insta::assert_snapshot!(format!("course_{name}"), text(&page(&mut seat, 80, 24)));
    }
}

#[test]
fn log() {
    check("log", &sample::seat_view(), "7");
    check("log_all", &sample::seat_view(), "7<left><down><down><down>");
}

#[test]
fn outcome() {
    check("outcome", &sample::ended_view(), "");
    check("outcome_provider", &sample::ended_provider_view(), "");
}

#[test]
fn things_to_read() {
    check("guide", &sample::seat_view(), "?");
    check("why", &sample::seat_view(), "w");
    check("recovery", &sample::seat_view(), "r");
    check("quit", &sample::seat_view(), "q");
    check("about", &sample::seat_view(), "i");
}

#[test]
fn start() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let settings = Settings::new(lang, ColorDepth::True);
            let mut start = Start::with_words(sample::start_info(), settings, sample::words(lang));
            for event in events("<down>") {
                start.update(&event);
            }
            let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
            terminal.draw(|frame| start.draw(frame)).expect("a page");
            insta::assert_snapshot!(
                format!("start_{name}_{width}x{height}"),
                text(terminal.backend().buffer())
            );
        }
    }
}
