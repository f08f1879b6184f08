//! The questionnaire: at one keyboard that goes round, and at a seat of one's own.

use std::sync::{Arc, Mutex};

use super::facilitator::{shown_in_words as shown, type_keys as typed};
use super::{page, sample, seat, text, type_keys};
use crate::exercise::door::AnswerBox;
use crate::tui::sample::FakeLead;
use crate::tui::theme::ColorDepth;
use crate::tui::{Facilitator, Settings};
use crate::view::{SheetAnswer, SheetQuestion};
use crate::vocab::Text;
use crate::words::Lang;

type HandedIn = Arc<Mutex<Vec<(Option<u32>, Vec<SheetAnswer>)>>>;

struct FakeBox(HandedIn);

impl AnswerBox for FakeBox {
    fn questions(&self) -> Vec<SheetQuestion> {
        let question = |id: &str, de: &str, en: &str, is_scale| SheetQuestion {
            id: id.to_owned(),
            text: Text::new("local").name("de", de).name("en", en),
            is_scale,
        };
        vec![
            question(
                "useful",
                "Die Übung hat uns genützt.",
                "It was useful.",
                true,
            ),
            question(
                "rules",
                "Die Regeln des Pakts haben mir beim Entscheiden in dieser langen Nacht sehr geholfen.",
                "The rules of the pact were of great help to me when I had to decide in that long night.",
                true,
            ),
            question(
                "first",
                "Was ändern wir zuerst?",
                "What do we change first?",
                false,
            ),
        ]
    }

    fn hand_in(&self, sheet: Option<u32>, answers: Vec<SheetAnswer>) -> Result<u32, Text> {
        let mut handed_in = self.0.lock().expect("not poisoned");
        handed_in.push((sheet, answers));
        Ok(sheet.unwrap_or(handed_in.len() as u32))
    }
}

fn given(question: &str, grade: Option<u8>, text: &str) -> SheetAnswer {
    SheetAnswer {
        question: question.to_owned(),
        grade,
        text: text.to_owned(),
    }
}

fn desk(lang: Lang) -> (Facilitator, HandedIn) {
    let (door, _) = FakeLead::new(sample::facilitator_view());
    let settings = Settings::new(lang, ColorDepth::True);
    let words = sample::words(lang);
    let handed_in = HandedIn::default();
    let desk = Facilitator::with_words(Box::new(door), settings, String::new(), false, words);
    let answers = Box::new(FakeBox(Arc::clone(&handed_in)));
    (desk.with_answers(answers), handed_in)
}

#[test]
fn digits_answer_and_the_sheet_says_what_they_mean() {
    let (mut desk, _) = desk(Lang::De);
    typed(&mut desk, "0f3");
    let sheet = shown(&mut desk, 80, 24);
    assert!(sheet.contains("[3]"), "{sheet}");
    assert!(sheet.contains("1 gar nicht – 5 voll und ganz"), "{sheet}");
    assert!(sheet.contains("1-5 Antwort"), "{sheet}");
    // What is no answer is said, and nothing else happens.
    for digit in ["0", "7"] {
        typed(&mut desk, digit);
        let sheet = shown(&mut desk, 80, 24);
        assert!(
            sheet.contains("Hier gelten die Ziffern 1 bis 5."),
            "{sheet}"
        );
    }
    typed(&mut desk, "5");
    let sheet = shown(&mut desk, 80, 24);
    assert!(sheet.contains("[3]") && sheet.contains("[5]"), "{sheet}");
    assert!(!sheet.contains("Hier gelten"), "{sheet}");
}

#[test]
fn one_keyboard_goes_from_person_to_person() {
    let (mut desk, handed_in) = desk(Lang::De);
    typed(&mut desk, "0f");
    let sheet = shown(&mut desk, 80, 24);
    // Whoever answers sees nothing of the desk.
    assert!(
        !sheet.contains("LEITUNG") && !sheet.contains("Drehbuch"),
        "{sheet}"
    );
    typed(&mut desk, "4<down>q8, 5 und Esc<enter>");
    let sheet = shown(&mut desk, 80, 24);
    assert!(sheet.contains("q8, 5 und Esc"), "{sheet}");
    typed(&mut desk, "<enter>");
    let thanks = shown(&mut desk, 80, 24);
    assert!(thanks.contains("Danke"), "{thanks}");
    // The next person finds nothing of the one before, and can be somebody who says nothing.
    typed(&mut desk, "<enter>");
    assert!(!shown(&mut desk, 80, 24).contains("q8, 5"));
    typed(&mut desk, "<up><enter>");
    assert!(shown(&mut desk, 80, 24).contains("Noch ist nichts beantwortet."));
    typed(&mut desk, "<down><left><up><enter>");
    typed(&mut desk, "<esc>");
    let cover = shown(&mut desk, 80, 24);
    assert!(cover.contains("Bitte übergeben an: Leitung"), "{cover}");
    typed(&mut desk, "<enter>");
    assert!(shown(&mut desk, 80, 24).contains("[0 Beobachtung]"));
    assert_eq!(
        *handed_in.lock().expect("not poisoned"),
        [
            (
                None,
                vec![
                    given("useful", Some(4), ""),
                    given("first", None, "q8, 5 und Esc"),
                ]
            ),
            (None, vec![given("useful", Some(1), "")]),
        ]
    );
}

#[test]
fn the_sheet_reads_well() {
    for (lang, name) in [(Lang::De, "de"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let (mut desk, _) = desk(lang);
            typed(&mut desk, "0f45Mail");
            let sheet = shown(&mut desk, width, height);
            insta::assert_snapshot!(format!("sheet_{name}_{width}x{height}"), sheet);
        }
    }
}

#[test]
fn at_an_own_seat_a_sheet_can_be_corrected() {
    let handed_in = HandedIn::default();
    let (own, submitted) = seat(sample::seat_view(), Lang::De);
    let mut own = own.with_answers(Box::new(FakeBox(Arc::clone(&handed_in))));
    type_keys(&mut own, "Q3<down><down><enter>");
    let thanks = text(&page(&mut own, 80, 24));
    assert!(thanks.contains("Danke"), "{thanks}");
    type_keys(&mut own, "<enter>");
    assert!(!text(&page(&mut own, 80, 24)).contains("Danke"));
    // It has its number now, and an answer can be another one.
    type_keys(&mut own, "Q<enter>");
    type_keys(&mut own, "Q<esc>");
    let sheets = handed_in.lock().expect("not poisoned").clone();
    assert_eq!(sheets, [(None, vec![given("useful", Some(3), "")])]);
    // Nothing of it is an act in the exercise.
    assert!(submitted.lock().expect("not poisoned").is_empty());
}
