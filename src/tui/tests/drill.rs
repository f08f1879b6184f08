//! A drill from the start screen: three questions, a wait, a page; and the form for a draft.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::super::drill::{
    DrillChoices, DrillEnd, DrillKind, DrillOrder, DrillReport, DrillScreen, DrillState,
    DrillWords, DrillWorks,
};
use super::super::pact_form::{
    ClauseChoice, FigureChoice, MemberChoice, PactChecked, PactDraft, PactFormInfo,
};
use super::super::start::PactChoice;
use super::super::{Settings, sample};
use super::{events, text};
use crate::tui::LevelBand;
use crate::tui::theme::ColorDepth;
use crate::vocab::Text;
use crate::words::Lang;

/// What the screen asked for.
#[derive(Default)]
struct Asked {
    orders: Vec<DrillOrder>,
    opened: Vec<String>,
    kept: Vec<PactDraft>,
    stopped: u32,
    state: Option<DrillState>,
}

/// Reckons nothing and notes what is asked.
struct FakeWorks(Rc<RefCell<Asked>>);

fn both(text: &str) -> (String, String) {
    (format!("{text} (de)"), format!("{text} (en)"))
}

impl DrillWorks for FakeWorks {
    fn choices(&self) -> DrillChoices {
        let choice = |id: &str, name: &str| PactChoice {
            id: id.to_owned(),
            name: Text::new("local").name("de", name).name("en", name),
        };
        let mut pacts = vec![
            choice("none", "Ohne Pakt"),
            choice("loi", "Absichtserklärung"),
            choice("contract", "Vertrag"),
            choice("practised", "Eingeübt"),
        ];
        let kept = &self.0.borrow().kept;
        pacts.extend(kept.iter().map(|draft| choice(&draft.title, &draft.title)));
        DrillChoices {
            title: sample::start_info().title,
            pacts,
            today: 1,
            is_chosen: true,
            draft: 2,
            places: vec![
                ("06431002".to_owned(), "Bensheim".to_owned()),
                ("06431014".to_owned(), "Lindenfels".to_owned()),
            ],
        }
    }

    fn open(&mut self, path: &str) -> Result<(), Vec<Text>> {
        self.0.borrow_mut().opened.push(path.to_owned());
        let fault = |row: &str| {
            let reason =
                Text::new("sheet-no-duration").name("found", "drei Tage und noch etwas mehr");
            Text::new("sheet-place")
                .name("file", path)
                .name("row", row)
                .name("column", "D")
                .text("reason", reason)
        };
        match path {
            "gut.csv" => Ok(()),
            "leer.csv" => Err(vec![Text::new("ui-drill-no-services")]),
            _ => Err((1..=10).map(|row| fault(&row.to_string())).collect()),
        }
    }

    fn form(&self, _pact: usize) -> PactFormInfo {
        let clause = |id: &str, is_law: bool, per_year_eur: f64| ClauseChoice {
            id: id.to_owned(),
            paragraph: "§ 3".to_owned(),
            applies: 0,
            title: both(id),
            sentence: both("Satz"),
            is_law,
            once_eur: 1000.0,
            per_year_eur,
            staff_hours: 10.0,
        };
        PactFormInfo {
            clauses: vec![
                clause("law", true, 0.0),
                clause("times", false, 2000.0),
                clause("pool", false, 500.0),
            ],
            figures: vec![FigureChoice {
                field: "days_max",
                least: 0,
                most: 12,
                step: 1,
            }],
            members: ["Bensheim", "Heppenheim"]
                .map(|name| MemberChoice {
                    id: name.to_lowercase(),
                    name: name.to_owned(),
                })
                .to_vec(),
            staff_eur_per_hour: 50.0,
            write_off_years: 5.0,
            draft: PactDraft {
                title: "Entwurf".to_owned(),
                clauses: vec!["law".to_owned(), "pool".to_owned()],
                figures: Vec::new(),
                members: None,
            },
        }
    }

    fn check(&self, draft: &PactDraft) -> PactChecked {
        PactChecked {
            holds: vec![Some(10)],
            problems: if draft.clauses.iter().any(|clause| clause == "times") {
                vec![Text::new("check-no-rate")]
            } else {
                Vec::new()
            },
        }
    }

    fn why_not_title(&self, title: &str) -> Option<Text> {
        title.is_empty().then(|| Text::new("ui-pact-no-title"))
    }

    fn keep(&mut self, draft: &PactDraft) -> Result<(usize, PathBuf), Text> {
        self.0.borrow_mut().kept.push(draft.clone());
        Ok((4, PathBuf::from("pacts/entwurf.ron")))
    }

    fn begin(&mut self, order: &DrillOrder) {
        self.0.borrow_mut().orders.push(order.clone());
    }

    fn stop(&mut self) {
        self.0.borrow_mut().stopped += 1;
    }

    fn state(&self) -> DrillState {
        let running = DrillState::Running {
            done: 20,
            of: 100,
            seconds_left: Some(130),
        };
        self.0.borrow().state.clone().unwrap_or(running)
    }
}

fn screen(kind: DrillKind, lang: Lang) -> (DrillScreen, Rc<RefCell<Asked>>) {
    let asked = Rc::new(RefCell::new(Asked::default()));
    let works = Box::new(FakeWorks(Rc::clone(&asked)));
    let settings = Settings::new(lang, ColorDepth::True);
    (DrillScreen::new(kind, works, settings), asked)
}

fn press(screen: &mut DrillScreen, keys: &str) {
    for event in events(keys) {
        screen.update(&event);
        screen.poll();
    }
}

fn page(screen: &mut DrillScreen, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal.draw(|frame| screen.draw(frame)).expect("a page");
    text(terminal.backend().buffer())
}

fn report() -> DrillReport {
    let said = |lang: &str| DrillWords {
        heading: format!("Vertrag gegen Absicht? ({lang})"),
        answers: vec![
            (
                format!("Was bringt es? ({lang})"),
                vec!["Weniger fällt aus.".to_owned(), "Im Mittel 190.".to_owned()],
            ),
            (
                format!("Für wen? ({lang})"),
                ["Kasse", "Meldewesen", "Standesamt"]
                    .map(str::to_owned)
                    .to_vec(),
            ),
        ],
        recovery: Vec::new(),
        figures: vec![
            [
                "ausgefallene Leistungsstunden",
                "5 989",
                "5 803",
                "-187",
                "-440 bis +91",
            ]
            .map(str::to_owned),
        ],
        names: ["Absichtserklärung", "Vertrag"].map(str::to_owned),
        written: PathBuf::from("drills/bericht.html"),
        deeper: vec![(
            "Welche Annahme würde das Ergebnis drehen?".to_owned(),
            "beistand drill suedhessen --vary pact=loi,contract --sensitivity".to_owned(),
        )],
    };
    let band = |deep: f64| LevelBand {
        low: vec![100.0, deep, 60.0, 90.0],
        median: vec![100.0, deep + 20.0, 80.0, 100.0],
        high: vec![100.0, deep + 40.0, 95.0, 100.0],
    };
    DrillReport {
        de: said("de"),
        en: said("en"),
        bands: vec![band(10.0), band(40.0)],
        days: 90,
        runs: (80, 100),
    }
}

#[test]
fn three_answers_make_an_order() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter><enter><down><enter>");
    let orders = asked.borrow().orders.clone();
    assert_eq!(orders.len(), 1);
    let order = &orders[0];
    assert_eq!(
        (order.today.as_str(), order.draft.as_deref()),
        ("loi", Some("contract"))
    );
    assert_eq!((order.effort.runs, order.effort.in_depth), (400, true));
    assert_eq!(order.place, None);
}

#[test]
fn today_and_draft_must_differ() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter><up><enter>");
    assert!(asked.borrow().orders.is_empty());
    let said = page(&mut screen, 80, 24);
    assert!(said.contains("Heute und Entwurf sind gleich"), "{said}");
}

/// What an hour is worth is asked where a draft has a price, and nothing is made up.
#[test]
fn the_value_of_an_hour_is_whatever_was_typed() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("Wert einer gewichteten Stunde: keine Angabe") && said.contains("w Wert"),
        "{said}"
    );
    press(&mut screen, "w4x<enter>");
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("4x____") && said.contains("von 1 bis 100"),
        "{said}"
    );
    press(&mut screen, "<bs>0<enter>");
    let said = page(&mut screen, 80, 24);
    assert!(said.contains("gewichteten Stunde: 40 €"), "{said}");
    press(&mut screen, "<enter><enter><enter>");
    asked.borrow_mut().state = Some(DrillState::Failed(Text::new("ui-drill-nothing")));
    screen.poll();
    // Esc leaves it as it was; nothing typed is no value.
    press(&mut screen, "w7<esc><enter>");
    asked.borrow_mut().state = Some(DrillState::Failed(Text::new("ui-drill-nothing")));
    screen.poll();
    press(&mut screen, "w<bs><bs><enter><enter>");
    let values = |asked: &Asked| -> Vec<Option<u32>> {
        asked
            .orders
            .iter()
            .map(|order| order.hour_value_eur)
            .collect()
    };
    assert_eq!(values(&asked.borrow()), [Some(40), Some(40), None]);
}

/// Who asks about one administration alone has no price to weigh.
#[test]
fn without_a_draft_no_hour_has_a_value() {
    let (mut screen, asked) = self::screen(DrillKind::Own, Lang::De);
    press(&mut screen, "w<enter><enter><enter>");
    let said = page(&mut screen, 80, 24);
    assert!(!said.contains("Wert einer"), "{said}");
    assert_eq!(asked.borrow().orders[0].hour_value_eur, None);
}

/// Of ninety administrations nobody looks for one line by line: letters find it, whatever keys they are elsewhere.
#[test]
fn an_administration_is_found_by_its_letters() {
    let (mut screen, asked) = screen(DrillKind::Own, Lang::De);
    press(&mut screen, "<enter>/lind");
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("/ lind_") && said.contains("► Lindenfels"),
        "{said}"
    );
    // What fits nothing leaves the choice as it is; Esc ends the search alone.
    press(&mut screen, "qq<esc>");
    let said = page(&mut screen, 80, 24);
    assert!(
        !said.contains("/ lind") && said.contains("► Lindenfels"),
        "{said}"
    );
    press(&mut screen, "/bens<enter><enter>");
    let asked = asked.borrow();
    let chosen: Vec<_> = asked
        .orders
        .iter()
        .map(|order| order.place.as_deref())
        .collect();
    assert_eq!(chosen, [Some("06431002")]);
}

#[test]
fn own_figures_are_read_from_a_file_and_faults_are_said() {
    let (mut screen, asked) = screen(DrillKind::Own, Lang::De);
    press(&mut screen, "<down><enter>leer.csv<enter>");
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("bietet keine Verwaltung Leistungen an"),
        "{said}"
    );
    // Of many faults the first are told in full, and what was typed is still there to be typed on.
    press(
        &mut screen,
        "<bs><bs><bs><bs><bs><bs><bs><bs>schlecht.csv<enter>",
    );
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("10 Fehler. Alle zeigt: beistand check schlecht.csv"),
        "{said}"
    );
    assert!(said.contains("► schlecht.csv_"), "{said}");
    assert!(
        said.contains("Zeile 2, Spalte D") && said.contains("30 min, 3 Tage."),
        "{said}"
    );
    assert!(
        said.contains("Wie sicher soll es sein?"),
        "the questions below stay: {said}"
    );
    let back = "<bs><bs><bs><bs><bs><bs><bs><bs><bs><bs><bs><bs>";
    press(
        &mut screen,
        &format!("{back}gut.csv<enter><down><enter><up><enter>"),
    );
    let asked = asked.borrow();
    assert_eq!(asked.opened, ["leer.csv", "schlecht.csv", "gut.csv"]);
    assert_eq!(asked.orders.len(), 1);
    let order = &asked.orders[0];
    assert_eq!(order.place.as_deref(), Some("06431014"));
    assert_eq!((order.effort.runs, order.effort.in_depth), (30, false));
    assert_eq!(order.draft, None, "nothing is compared");
}

#[test]
fn who_asks_about_one_administration_reads_its_targets_beside_what_is_reached() {
    let (mut screen, asked) = screen(DrillKind::Own, Lang::De);
    press(&mut screen, "<enter><enter><enter>");
    assert_eq!(asked.borrow().orders[0].today, "loi");
    let mut done = report();
    let row = [
        "Führerscheine",
        "37 Tage (12 Tage bis später), aus 80 Ausfällen",
        "2 Tage",
        "4 Tage",
        "0 von 80",
        "37 Tage (12 Tage–später)",
    ];
    done.de.recovery = vec![row.map(str::to_owned)];
    asked.borrow_mut().state = Some(DrillState::Done(Box::new(done)));
    screen.poll();
    let said = page(&mut screen, 100, 50);
    assert!(said.contains("Ziel hält: in so vielen von allen"), "{said}");
    let line = said.lines().find(|line| line.contains("Führerscheine"));
    let line = line.expect("the service is there");
    let at = |part: &str| line.find(part).expect("it is in the line");
    assert!(
        at(" 2 Tage") < at(" 4 Tage") && at(" 4 Tage") < at("37 Tage"),
        "{line}"
    );
    // How sure that is has its place on the smallest page, too, and what “later” is later than is said below it.
    let small = page(&mut screen, 80, 50);
    assert!(small.contains("Führerscheine"), "{small}");
    assert!(small.contains("37 Tage (12 Tage–später)"), "{small}");
    // Of how many outages that is stands there as well.
    assert!(small.contains(" 0 von 80 "), "{small}");
    let in_one_line = small.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(in_one_line.contains("nach den 90 Tagen"), "{small}");
    assert!(!said.contains("ausgefallene Leistungsstunden"), "{said}");
}

#[test]
fn a_draft_without_a_title_is_not_written() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter>n<up><bs><bs><bs><bs><bs><bs><bs>");
    let said = page(&mut screen, 80, 24);
    assert!(said.contains("braucht einen Namen"), "{said}");
    press(&mut screen, "<enter><enter>");
    assert!(asked.borrow().kept.is_empty());
    press(&mut screen, "<tab>Bund<enter><enter>");
    assert_eq!(asked.borrow().kept[0].title, "Bund");
}

#[test]
fn esc_keeps_what_is_done_and_says_so() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter><enter><enter>");
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("20 von 100 Verläufen aller Fassungen  noch etwa 3 min"),
        "{said}"
    );
    press(&mut screen, "<esc>");
    assert_eq!(asked.borrow().stopped, 1);
    assert!(screen.ended().is_none(), "the page comes first");
    asked.borrow_mut().state = Some(DrillState::Done(Box::new(report())));
    assert!(screen.poll());
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("80 von 100 Verläufen sind gerechnet"),
        "{said}"
    );
    // Back to the questions, then to the start screen.
    press(&mut screen, "<esc><esc><esc><esc>");
    assert!(matches!(screen.ended(), Some(DrillEnd::Back(_))));
}

#[test]
fn a_drill_that_fails_says_why_and_asks_again() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::En);
    press(&mut screen, "<enter><enter><enter>");
    asked.borrow_mut().state = Some(DrillState::Failed(Text::new("ui-drill-nothing")));
    screen.poll();
    let said = page(&mut screen, 80, 24);
    assert!(said.contains("No course was done yet"), "{said}");
    assert!(said.contains("How sure shall it be?"), "{said}");
}

#[test]
fn a_draft_is_filled_in_and_becomes_a_choice() {
    let (mut screen, asked) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter>n");
    // The law stays, the second clause is a fault, the third goes; a figure is agreed.
    press(&mut screen, " <down> ");
    let said = page(&mut screen, 80, 24);
    assert!(said.contains("Es steht keine Rate da"), "{said}");
    press(&mut screen, "<enter><enter>");
    assert!(
        asked.borrow().kept.is_empty(),
        "a draft with a fault is not written"
    );
    press(
        &mut screen,
        "<up><up><up><up><up> <down><down><right><right><right>",
    );
    press(&mut screen, "<down><down> <enter>");
    assert!(
        asked.borrow().kept.is_empty(),
        "nothing is written by one key"
    );
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("► Entwurf speichern") && said.contains("in eine Datei"),
        "{said}"
    );
    press(&mut screen, "<enter>");
    let kept = asked.borrow().kept.clone();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].clauses, ["law", "pool"]);
    assert_eq!(
        kept[0].figures,
        [("days_max".to_owned(), 12)],
        "not beyond its range"
    );
    assert_eq!(kept[0].members, Some(vec!["bensheim".to_owned()]));
    let said = page(&mut screen, 80, 24);
    assert!(
        said.contains("pacts/entwurf.ron") && said.contains("► Entwurf"),
        "{said}"
    );
}

#[test]
fn the_price_of_a_draft_is_that_of_its_clauses() {
    let (mut screen, _) = screen(DrillKind::Compare, Lang::De);
    press(&mut screen, "<enter>n");
    // Two clauses: 2 000 once over 5 years, 500 a year, 20 hours of 50.
    let said = page(&mut screen, 120, 40);
    assert!(said.contains("= 1\u{a0}900 € im Jahr"), "{said}");
    press(&mut screen, "<down><down> ");
    let said = page(&mut screen, 120, 40);
    assert!(said.contains("= 700 € im Jahr"), "{said}");
}

#[test]
fn pages_of_a_drill() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut shots = Vec::new();
            let (mut asking, _) = screen(DrillKind::Own, lang);
            press(&mut asking, "<enter>");
            shots.push(page(&mut asking, width, height));
            let (mut form, _) = screen(DrillKind::Compare, lang);
            press(&mut form, "<enter>n<down>");
            shots.push(page(&mut form, width, height));
            let (mut done, asked) = screen(DrillKind::Compare, lang);
            press(&mut done, "<enter><enter><enter>");
            asked.borrow_mut().state = Some(DrillState::Done(Box::new(report())));
            done.poll();
            shots.push(page(&mut done, width, height));
            insta::assert_snapshot!(format!("drill_{name}_{width}x{height}"), shots.join("\n"));
        }
    }
}
