//! A drill from the start screen: three questions, a wait, a page to read.

mod draw;
mod page;
mod works;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::Settings;
use super::canvas::Hit;
use super::field::Field;
use super::fuzzy::best_first;
use super::keymap::{Context, Intent, intent};
use super::pact_form::{FormOutcome, PactForm};
use super::theme::ColorDepth;
use crate::vocab::Text;
use crate::words::{Lang, Words};

pub use works::{
    DrillChoices, DrillKind, DrillOrder, DrillReport, DrillState, DrillWords, DrillWorks, Effort,
};

/// How many lines a page key moves.
const PAGE: usize = 10;

/// The most an hour may be worth: more is a slip of the hand.
const MOST_HOUR_VALUE_EUR: u32 = 100_000;

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrillEnd {
    /// Back to the start screen, with these settings.
    Back(Settings),
    /// The program is left.
    Left,
    /// By a signal from outside.
    Interrupted,
}

/// The screen.
pub struct DrillScreen {
    kind: DrillKind,
    works: Box<dyn DrillWorks>,
    choices: DrillChoices,
    words: Words,
    settings: Settings,
    /// Which question is asked; all answered: three.
    question: usize,
    chosen: [usize; 3],
    /// A file name that is being typed.
    typing: Option<Field>,
    /// What is being typed of the name of an administration.
    finding: Option<Field>,
    /// What a weighted hour is worth, EUR, if somebody said so, and while it is being typed.
    hour_value_eur: Option<u32>,
    pricing: Option<Field>,
    /// What is wrong with the file that was typed last.
    faults: Vec<Text>,
    /// A draft that is being filled in.
    form: Option<PactForm>,
    state: DrillState,
    scroll: usize,
    asking_to_quit: bool,
    notice: Option<Text>,
    hits: Vec<(Rect, Hit)>,
    /// Whether a key may have changed the page.
    touched: bool,
    end: Option<DrillEnd>,
}

impl DrillScreen {
    /// Makes the screen.
    #[must_use]
    pub fn new(kind: DrillKind, works: Box<dyn DrillWorks>, settings: Settings) -> Self {
        let choices = works.choices();
        let mut screen = Self {
            kind,
            chosen: [0; 3],
            choices,
            works,
            words: Words::new(settings.lang),
            settings,
            question: 0,
            typing: None,
            finding: None,
            hour_value_eur: None,
            pricing: None,
            faults: Vec::new(),
            form: None,
            state: DrillState::Resting,
            scroll: 0,
            asking_to_quit: false,
            notice: None,
            hits: Vec::new(),
            touched: true,
            end: None,
        };
        screen.choose_usual();
        screen
    }

    fn choose_usual(&mut self) {
        self.chosen = match self.kind {
            DrillKind::Compare => [self.choices.today, self.choices.draft, 1],
            DrillKind::Own => [0, 0, 1],
        };
    }

    /// Takes in what is new; returns whether there is anything.
    pub fn poll(&mut self) -> bool {
        let touched = std::mem::take(&mut self.touched);
        if !matches!(self.state, DrillState::Running { .. }) {
            return touched;
        }
        let state = self.works.state();
        let is_new = state != self.state;
        if is_new {
            if !matches!(state, DrillState::Running { .. }) {
                // That it is being stopped is over.
                self.notice = None;
            }
            if let DrillState::Failed(why) = &state {
                self.notice = Some(why.clone());
                self.state = DrillState::Resting;
            } else {
                self.state = state;
            }
            self.scroll = 0;
        }
        is_new || touched
    }

    /// Whether something moves without a key.
    #[must_use]
    pub fn clock_runs(&self) -> bool {
        matches!(self.state, DrillState::Running { .. })
    }

    /// Returns how it was left, once it was.
    #[must_use]
    pub fn ended(&self) -> Option<DrillEnd> {
        self.end
    }

    fn context(&self) -> Context {
        match self.state {
            DrillState::Running { .. } => Context::DrillWait,
            DrillState::Done(_) => Context::DrillPage,
            _ if self.form.is_some() => Context::PactForm,
            _ => Context::Drill,
        }
    }

    /// Takes in what happened at the terminal.
    pub fn update(&mut self, event: &Event) {
        self.touched = true;
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                if self.typing.is_some() && !self.asking_to_quit {
                    self.type_key(key);
                    return;
                }
                if !self.asking_to_quit && (self.find_key(key) || self.price_key(key)) {
                    return;
                }
                let typed = self.form.as_mut().filter(|form| form.is_typing());
                if !self.asking_to_quit && typed.is_some_and(|form| form.type_key(key)) {
                    self.check_title();
                    return;
                }
                let context = if self.asking_to_quit {
                    Context::Confirm
                } else {
                    self.context()
                };
                if let Some(intent) = intent(&[context], key) {
                    self.act(intent);
                }
            }
            Event::Paste(text) => {
                let typed = self.typing.as_mut().or(self.finding.as_mut());
                if let Some(field) = typed.or(self.pricing.as_mut()) {
                    field.paste(text);
                    self.choose_found();
                } else if let Some(form) = &mut self.form {
                    form.paste(text);
                    self.check_title();
                }
            }
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => {
                    let place = Position::new(mouse.column, mouse.row);
                    let mut hits = self.hits.iter().rev();
                    let hit = hits.find(|(area, _)| area.contains(place));
                    match hit.map(|(_, hit)| *hit) {
                        Some(Hit::Row(at)) if self.form.is_some() => {
                            let outcome = self.form.as_mut().map(|form| form.click(at));
                            self.after_form(outcome);
                        }
                        Some(Hit::Row(at)) if self.question < 3 => self.chosen[self.question] = at,
                        Some(Hit::Key(intent)) => self.act(intent),
                        _ => {}
                    }
                }
                MouseEventKind::ScrollUp => self.act(Intent::Up),
                MouseEventKind::ScrollDown => self.act(Intent::Down),
                _ => {}
            },
            _ => {}
        }
    }

    /// Keys while the name of an administration is typed; returns whether it was one.
    fn find_key(&mut self, key: &KeyEvent) -> bool {
        let Some(field) = &mut self.finding else {
            return false;
        };
        if field.typed(key) {
            self.choose_found();
            return true;
        }
        // Enter takes what was found, as without a search; Esc goes on without one.
        let ends = matches!(key.code, KeyCode::Esc | KeyCode::Enter);
        if ends {
            self.finding = None;
        }
        key.code == KeyCode::Esc
    }

    /// Keys while the value of an hour is typed; returns whether it was one.
    fn price_key(&mut self, key: &KeyEvent) -> bool {
        let Some(field) = &mut self.pricing else {
            return false;
        };
        self.notice = None;
        if field.typed(key) {
            return true;
        }
        match key.code {
            KeyCode::Esc => self.pricing = None,
            KeyCode::Enter => match hour_value(field.text()) {
                Ok(value) => {
                    self.hour_value_eur = value;
                    self.pricing = None;
                }
                // What was typed stays to be mended.
                Err(why) => self.notice = Some(why),
            },
            // The program can be left from everywhere.
            _ => return intent(&[self.context()], key) != Some(Intent::Quit),
        }
        true
    }

    /// Chooses the administration that fits best what was typed of its name; none where nothing does.
    fn choose_found(&mut self) {
        let Some(field) = self.finding.as_ref().filter(|field| !field.is_empty()) else {
            return;
        };
        let places = self.choices.places.iter().enumerate();
        let named = places.map(|(at, (_, name))| (at, name.clone()));
        if let Some((at, _)) = best_first(field.text(), named).first() {
            self.chosen[1] = *at;
        }
    }

    /// Whether the question that is asked has a long list to search.
    fn asks_for_place(&self) -> bool {
        (self.kind, self.question) == (DrillKind::Own, 1)
    }

    /// Keys while a file name is typed.
    fn type_key(&mut self, key: &KeyEvent) {
        let Some(field) = &mut self.typing else {
            return;
        };
        if field.typed(key) {
            return;
        }
        match key.code {
            KeyCode::Esc => {
                self.typing = None;
                self.faults.clear();
            }
            KeyCode::Enter => {
                let path = field.text().trim().to_owned();
                // What was typed stays until it can be read: a fault is mended in the file, a slip in the name.
                self.faults.clear();
                match self.works.open(&path) {
                    Ok(()) => {
                        self.typing = None;
                        self.choices = self.works.choices();
                        self.choose_usual();
                        self.chosen[0] = 1;
                        self.question = 1;
                    }
                    Err(faults) => self.faults = faults,
                }
            }
            // What else is a command of the field means nothing, but the program can be left from everywhere.
            _ if intent(&[self.context()], key) == Some(Intent::Quit) => self.asking_to_quit = true,
            _ => {}
        }
    }

    fn act(&mut self, intent: Intent) {
        self.notice = None;
        if self.asking_to_quit {
            match intent {
                Intent::Accept => {
                    self.works.stop();
                    self.end = Some(DrillEnd::Left);
                }
                Intent::Back => self.asking_to_quit = false,
                _ => {}
            }
            return;
        }
        match intent {
            Intent::Language => {
                self.settings.lang = self.settings.lang.other();
                self.words = Words::new(self.settings.lang);
                return;
            }
            Intent::Light if self.settings.theme.depth != ColorDepth::True => {
                self.notice = Some(Text::new("ui-why-terminal-colours"));
                return;
            }
            Intent::Light => self.settings.theme.light = !self.settings.theme.light,
            Intent::Graphs => self.settings.graphs = self.settings.graphs.next(),
            Intent::Quit => self.asking_to_quit = true,
            _ => {}
        }
        match self.state {
            DrillState::Running { .. } => {
                if intent == Intent::Back {
                    self.works.stop();
                    self.notice = Some(Text::new("ui-drill-stopping"));
                }
            }
            DrillState::Done(_) => self.read(intent),
            _ if self.form.is_some() => {
                let outcome = self.form.as_mut().map(|form| form.act(intent));
                self.after_form(outcome);
            }
            _ => self.ask(intent),
        }
    }

    /// Holds the form against the scenario.
    fn check_form(&mut self) {
        if let Some(form) = &mut self.form {
            form.check(self.works.check(&form.draft()));
        }
    }

    /// Looks at the title alone: it changes nothing of what the scenario says of the draft.
    fn check_title(&mut self) {
        self.notice = None;
        if let Some(form) = &mut self.form {
            let why = self.works.why_not_title(&form.draft().title);
            form.check_title(why);
        }
    }

    fn after_form(&mut self, outcome: Option<FormOutcome>) {
        match (outcome, &self.form) {
            (Some(FormOutcome::Left), _) => self.form = None,
            (Some(FormOutcome::Stays(true)), _) => self.check_form(),
            (Some(FormOutcome::Write), Some(form)) if form.is_right() => {
                match self.works.keep(&form.draft()) {
                    Ok((pact, path)) => {
                        self.choices = self.works.choices();
                        self.form = None;
                        self.chosen[1] = pact;
                        self.question = 1;
                        let path = path.display().to_string();
                        self.notice = Some(Text::new("ui-pact-written").name("path", path));
                    }
                    Err(why) => self.notice = Some(why),
                }
            }
            (Some(FormOutcome::Write), _) => self.notice = Some(Text::new("ui-pact-not-yet")),
            _ => {}
        }
    }

    fn read(&mut self, intent: Intent) {
        match intent {
            Intent::Up => self.scroll = self.scroll.saturating_sub(1),
            Intent::Down => self.scroll += 1,
            Intent::PageUp => self.scroll = self.scroll.saturating_sub(PAGE),
            Intent::PageDown => self.scroll += PAGE,
            Intent::Back | Intent::Accept => {
                self.state = DrillState::Resting;
                self.scroll = 0;
            }
            _ => {}
        }
    }

    fn ask(&mut self, intent: Intent) {
        let last = self.options(self.question).len().saturating_sub(1);
        let asks_for_place = self.asks_for_place();
        let chosen = &mut self.chosen[self.question];
        match intent {
            Intent::Up => *chosen = chosen.saturating_sub(1),
            Intent::Down => *chosen = (*chosen + 1).min(last),
            Intent::PageUp => *chosen = chosen.saturating_sub(PAGE),
            Intent::PageDown => *chosen = (*chosen + PAGE).min(last),
            Intent::NextField => self.turn_to(self.question + 1),
            Intent::PreviousField => self.turn_to(self.question.saturating_sub(1)),
            Intent::Search if asks_for_place => self.finding = Some(Field::default()),
            Intent::NewDraft if self.kind == DrillKind::Compare => {
                let info = self.works.form(self.chosen[1]);
                let checked = self.works.check(&info.draft);
                self.form = Some(PactForm::new(info, checked));
                self.check_title();
            }
            Intent::HourValue if self.kind == DrillKind::Compare => {
                let mut field = Field::default();
                if let Some(value) = self.hour_value_eur {
                    field.suggest(&value.to_string());
                }
                self.pricing = Some(field);
            }
            Intent::Accept if self.kind == DrillKind::Own && self.question == 0 && *chosen == 1 => {
                self.typing = Some(Field::default());
            }
            Intent::Accept if self.question < 2 => {
                self.question += 1;
                self.refuse_the_same();
            }
            Intent::Accept => self.begin(),
            Intent::Back if self.question > 0 => self.question -= 1,
            Intent::Back => self.end = Some(DrillEnd::Back(self.settings)),
            _ => {}
        }
    }

    /// Whether what is chosen also looks at what the result hangs on.
    fn in_depth(&self) -> bool {
        Effort::ALL[self.chosen[2]].0.in_depth
    }

    fn turn_to(&mut self, question: usize) {
        self.question = question.min(2);
        self.finding = None;
    }

    /// Asks for another draft where it is what holds today: at once, and whichever question was gone back to.
    fn refuse_the_same(&mut self) -> bool {
        let is_same = self.kind == DrillKind::Compare
            && self.question == 2
            && self.chosen[0] == self.chosen[1];
        if is_same {
            self.notice = Some(Text::new("ui-drill-same"));
            self.question = 1;
        }
        is_same
    }

    fn begin(&mut self) {
        if self.refuse_the_same() {
            return;
        }
        let choices = &self.choices;
        let pact = |at: usize| choices.pacts.get(at).map(|pact| pact.id.clone());
        let (today, draft) = match self.kind {
            DrillKind::Compare => (pact(self.chosen[0]), pact(self.chosen[1])),
            DrillKind::Own => (pact(choices.today), None),
        };
        let Some(today) = today else {
            return;
        };
        let place = choices.places.get(self.chosen[1]);
        let (effort, _) = Effort::ALL[self.chosen[2]];
        let order = DrillOrder {
            effort,
            hour_value_eur: self.hour_value_eur.filter(|_| draft.is_some()),
            today,
            draft,
            place: match self.kind {
                DrillKind::Own => place.map(|(key, _)| key.clone()),
                DrillKind::Compare => None,
            },
        };
        self.works.begin(&order);
        self.state = DrillState::Running {
            done: 0,
            of: 0,
            seconds_left: None,
        };
    }

    /// The question at a place.
    fn title_of(&self, question: usize) -> &'static str {
        match (self.kind, question) {
            (DrillKind::Compare, 0) => "ui-drill-ask-today",
            (DrillKind::Compare, 1) => "ui-drill-ask-draft",
            (DrillKind::Own, 0) => "ui-drill-ask-whose",
            (DrillKind::Own, 1) => "ui-drill-ask-place",
            _ => "ui-drill-ask-effort",
        }
    }

    /// What can be answered.
    fn options(&self, question: usize) -> Vec<String> {
        let words = &self.words;
        match (self.kind, question) {
            (DrillKind::Compare, 0 | 1) => {
                let pacts = self.choices.pacts.iter();
                pacts.map(|pact| words.say(&pact.name)).collect()
            }
            (DrillKind::Own, 0) => {
                let title = match words.lang() {
                    Lang::De => &self.choices.title.0,
                    Lang::En => &self.choices.title.1,
                };
                vec![title.clone(), words.msg("ui-drill-own-file")]
            }
            (DrillKind::Own, 1) => {
                let places = self.choices.places.iter();
                places.map(|(_, name)| name.clone()).collect()
            }
            _ => {
                let efforts = Effort::ALL.iter();
                let is_alone = self.kind == DrillKind::Own;
                efforts
                    .map(|(effort, key)| {
                        let key = if is_alone { alone_key(key) } else { key };
                        words.say(&Text::new(key).count("runs", effort.runs))
                    })
                    .collect()
            }
        }
    }
}

/// Reads what an hour is worth, in whole euros; nothing typed is no value.
///
/// # Errors
/// What can be typed.
fn hour_value(typed: &str) -> Result<Option<u32>, Text> {
    let typed = typed.trim().trim_end_matches('€').trim_end();
    if typed.is_empty() {
        return Ok(None);
    }
    let value = typed.parse::<u32>().ok();
    let value = value.filter(|value| (1..=MOST_HOUR_VALUE_EUR).contains(value));
    value
        .map(Some)
        .ok_or_else(|| Text::new("ui-drill-hour-value-wrong").count("most", MOST_HOUR_VALUE_EUR))
}

/// How an effort is called where no clause is left out.
fn alone_key(key: &'static str) -> &'static str {
    match key {
        "ui-drill-council" => "ui-drill-council-alone",
        "ui-drill-thorough" => "ui-drill-thorough-alone",
        rough => rough,
    }
}
