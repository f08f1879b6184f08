//! The questionnaire of the hot wash, on one sheet for each person.

use ratatui::text::Span;

use super::canvas::{Canvas, Hit};
use super::field::Field;
use super::frame::footer_line;
use super::keymap::{Context, Intent};
use super::seat::around;
use super::text::wrap;
use super::theme::Tone;
use crate::exercise::door::AnswerBox;
use crate::view::{SheetAnswer, SheetQuestion};
use crate::vocab::Text;

/// Cells of a line to write on.
const BLANK: usize = 30;
/// The best grade of a scale.
const MOST: u8 = 5;

/// What a person has answered of one question.
#[derive(Debug, Clone, Default)]
struct Answer {
    grade: Option<u8>,
    text: Field,
}

/// A sheet that is being filled in.
pub(super) struct SheetForm {
    answer_box: Box<dyn AnswerBox>,
    questions: Vec<SheetQuestion>,
    answers: Vec<Answer>,
    /// The question with the focus; one more than the last hands in.
    at: usize,
    /// The number under which it was handed in.
    sheet: Option<u32>,
    /// Whether it was handed in and nothing was answered since.
    is_done: bool,
    /// Whether the next person answers on another sheet.
    goes_round: bool,
    notice: Option<Text>,
}

impl SheetForm {
    /// Takes a sheet; `goes_round` says that one keyboard goes from person to person.
    pub fn new(answer_box: Box<dyn AnswerBox>, goes_round: bool) -> Self {
        let questions = answer_box.questions();
        Self {
            answers: vec![Answer::default(); questions.len()],
            answer_box,
            questions,
            at: 0,
            sheet: None,
            is_done: false,
            goes_round,
            notice: None,
        }
    }

    /// Whether the scenario asks anything.
    pub fn has_questions(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Gives back where sheets are handed in.
    pub fn into_box(self) -> Box<dyn AnswerBox> {
        self.answer_box
    }

    /// The field that takes what is typed.
    pub fn field(&mut self) -> Option<&mut Field> {
        if self.is_done {
            return None;
        }
        let question = self.questions.get(self.at)?;
        let answer = self.answers.get_mut(self.at)?;
        (!question.is_scale).then_some(&mut answer.text)
    }

    /// Chooses a question, as a click does.
    pub fn choose(&mut self, at: usize) {
        self.at = at.min(self.questions.len());
        self.is_done = false;
    }

    /// Acts on a key; returns whether the sheet stays open.
    pub fn act(&mut self, intent: Intent) -> bool {
        self.notice = None;
        if intent == Intent::Back {
            return false;
        }
        if self.is_done {
            // Whoever comes next finds an empty sheet.
            let goes_on = self.goes_round && intent == Intent::Accept;
            if goes_on {
                self.clear();
            }
            return goes_on || intent != Intent::Accept;
        }
        let rows = self.questions.len() + 1;
        let is_scale = self
            .questions
            .get(self.at)
            .is_some_and(|question| question.is_scale);
        match intent {
            Intent::PreviousField => self.at = around(self.at, -1, rows),
            Intent::NextField => self.at = around(self.at, 1, rows),
            Intent::Grade(grade) if is_scale && (1..=MOST).contains(&grade) => {
                self.answers[self.at].grade = Some(grade);
                self.at += 1;
            }
            // A digit that does nothing would look like one that was taken.
            Intent::Grade(_) if is_scale => self.notice = Some(Text::new("ui-sheet-digits")),
            Intent::Previous | Intent::Next if is_scale => {
                let grade = &mut self.answers[self.at].grade;
                *grade = Some(match (*grade, intent) {
                    (Some(grade), Intent::Previous) => grade.saturating_sub(1).max(1),
                    (Some(grade), _) => (grade + 1).min(MOST),
                    (None, Intent::Previous) => 1,
                    (None, _) => MOST,
                });
            }
            Intent::Accept if self.at < self.questions.len() => self.at += 1,
            Intent::Accept => self.hand_in(),
            _ => {}
        }
        true
    }

    fn clear(&mut self) {
        self.answers = vec![Answer::default(); self.questions.len()];
        self.at = 0;
        self.sheet = None;
        self.is_done = false;
    }

    fn hand_in(&mut self) {
        let both = self.questions.iter().zip(&self.answers);
        let answers = both.map(|(question, answer)| SheetAnswer {
            question: question.id.clone(),
            grade: answer.grade,
            text: answer.text.text().trim().to_owned(),
        });
        // An answer that was taken back counts only where it was given before.
        let was_handed_in = self.sheet.is_some();
        let answers: Vec<SheetAnswer> = answers
            .filter(|answer| was_handed_in || answer.grade.is_some() || !answer.text.is_empty())
            .collect();
        if answers.is_empty() {
            self.notice = Some(Text::new("ui-sheet-empty"));
            return;
        }
        match self.answer_box.hand_in(self.sheet, answers) {
            Ok(sheet) => {
                self.sheet = Some(sheet);
                self.is_done = true;
            }
            Err(why) => self.notice = Some(why),
        }
    }

    /// Draws the sheet over the page.
    pub fn draw(&self, page: &mut Canvas<'_>) {
        let words = page.words;
        let size = (page.area.width.min(100), page.area.height.min(34));
        let mut inside = page.framed(size, &words.msg("ui-sheet-title"), "");
        let c = &mut inside;
        if self.is_done {
            self.thanks(c);
        } else {
            self.questions(c);
        }
        while c.rows_left() > 1 {
            c.gap();
        }
        let works = |row: &super::keymap::Binding| !self.is_done || row.intent != Intent::Grade(1);
        let footer = footer_line(c, &[Context::Sheet], works);
        c.line(footer);
    }

    fn thanks(&self, c: &mut Canvas<'_>) {
        let words = c.words;
        c.gap();
        c.paragraph(&words.msg("ui-sheet-thanks"), 0, Tone::Good);
        c.gap();
        let next = if self.goes_round {
            "ui-sheet-next-person"
        } else {
            "ui-sheet-correct"
        };
        c.paragraph(&words.msg(next), 0, Tone::Plain);
    }

    fn questions(&self, c: &mut Canvas<'_>) {
        let words = c.words;
        c.paragraph(&words.msg("print-questionnaire-intro"), 0, Tone::Still);
        // Above the digits stands what they mean: as a grade at school 1 would be the best.
        let scale = words.msg("ui-sheet-scale");
        if self.questions.iter().any(|question| question.is_scale) {
            c.both_ends(Vec::new(), vec![c.still(scale)]);
        } else {
            c.gap();
        }
        // What is typed may need more than a row; where room is short, the others show their first one.
        let room = c.rows_left().saturating_sub(3);
        let spare = room.saturating_sub(self.rows(c.width(), 0));
        let mut skipped = self.first(c.width(), room);
        for (at, (question, answer)) in self.questions.iter().zip(&self.answers).enumerate() {
            if skipped > 0 {
                skipped -= 1;
                continue;
            }
            if c.rows_left() <= 3 {
                break;
            }
            let focus = at == self.at;
            let said = words.say(&question.text);
            if question.is_scale {
                self.scale(c, &said, at, answer.grade);
            } else {
                c.row(c.strong(said), focus, Some(Hit::Row(at)));
                let cells = c.width().saturating_sub(4);
                let typed = if focus {
                    format!("{}_", answer.text.text())
                } else {
                    answer.text.text().to_owned()
                };
                let lines = wrap(&typed, cells);
                let most = if focus { 1 + spare.min(3) } else { 1 };
                let hidden = lines.len().saturating_sub(most);
                if typed.is_empty() {
                    c.line(c.still(format!("  {}", "_".repeat(BLANK))));
                    continue;
                }
                for line in &lines[hidden..] {
                    c.line(c.ink(Tone::Plain, format!("  {line}")));
                }
            }
        }
        while c.rows_left() > 3 {
            c.gap();
        }
        let hand_in = words.msg("ui-sheet-hand-in");
        let is_last = self.at == self.questions.len();
        let row = Hit::Row(self.questions.len());
        c.row(c.strong(format!("[{hand_in}]")), is_last, Some(row));
        match &self.notice {
            Some(notice) => c.line(c.ink(Tone::Warn, words.say(notice))),
            None => c.gap(),
        }
    }

    fn scale(&self, c: &mut Canvas<'_>, said: &str, at: usize, grade: Option<u8>) {
        let mut grades = String::new();
        for one in 1..=MOST {
            grades.push_str(&if grade == Some(one) {
                format!("[{one}]")
            } else {
                format!(" {one} ")
            });
        }
        let cells = c.width().saturating_sub(3 * usize::from(MOST) + 1);
        let mut lines = wrap(said, cells).into_iter();
        let first = lines.next().unwrap_or_default();
        let tone = if grade.is_some() {
            Tone::Good
        } else {
            Tone::Plain
        };
        let spans = vec![
            c.cell(Tone::Strong, &first, cells),
            Span::raw(" "),
            c.ink(tone, grades),
        ];
        c.row(spans, at == self.at, Some(Hit::Row(at)));
        for line in lines {
            c.line(c.strong(line));
        }
    }

    /// Rows that the questions from one on need.
    fn rows(&self, cells: usize, from: usize) -> usize {
        let questions = self.questions.iter().skip(from);
        let scale = cells.saturating_sub(3 * usize::from(MOST) + 1);
        questions
            .map(|question| {
                // As long as most of them are; a longer one only takes from what is spare.
                let rows_of_scale = 1 + usize::from(scale < 48);
                if question.is_scale { rows_of_scale } else { 2 }
            })
            .sum()
    }

    /// The first question that is shown, so that the one with the focus is.
    fn first(&self, cells: usize, room: usize) -> usize {
        let mut first = 0;
        while first < self.at && self.rows(cells, first) > room {
            first += 1;
        }
        first
    }
}
