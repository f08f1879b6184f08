//! The start screen: choose a seat and a phase of the pact; only entries that work.

mod draw;

use std::path::PathBuf;

use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::Settings;
use super::canvas::Hit;
use super::dialogs::Reading;
use super::drill::DrillKind;
use super::keymap::{Context, Intent, intent};
use super::seat::around;
use super::theme::ColorDepth;
use crate::view::SeatInfo;
use crate::vocab::{AdministrationId, PlaceNames, Text};
use crate::words::Words;

/// A phase of the pact that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct PactChoice {
    /// The id the scenario uses.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// Who somebody is in an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A person at a seat.
    Player,
    /// Leads the exercise.
    Facilitator,
}

/// A record that can be taken up again.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordInfo {
    /// Its folder.
    pub path: PathBuf,
    /// The same as people read it.
    pub shown: String,
    /// Title of its scenario: German, English.
    pub title: (String, String),
    /// Minutes since it was last written to.
    pub age_minutes: u32,
    /// Day of the exercise at which it was left, where that can be told.
    pub day: Option<u32>,
    /// Names of the seats of persons.
    pub seats: Vec<String>,
    /// Whether a facilitator leads it.
    pub is_led: bool,
    /// Whether it is a second try.
    pub is_second_try: bool,
}

/// What the start screen needs to know of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct StartInfo {
    /// Title: German, English.
    pub title: (String, String),
    /// Whether the attack begins at a provider that others share.
    pub begins_at_provider: bool,
    /// Whose names places bear.
    pub place_names: PlaceNames,
    /// The seats that can be taken.
    pub seats: Vec<SeatInfo>,
    /// The phases of the pact.
    pub pacts: Vec<PactChoice>,
    /// Which phase is chosen at first.
    pub first_pact: usize,
    /// Minutes planned in the room; 0 where no phases are.
    pub room_minutes: u32,
    /// Records that can be taken up again, the newest first.
    pub records: Vec<RecordInfo>,
    /// On whose work the program is built.
    pub about: String,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct StartChoice {
    /// The seat; with the guide, the one that is guided counts instead.
    pub seat: AdministrationId,
    /// The phase of the pact, by its id.
    pub pact: String,
    /// Who the person is; a facilitator takes no seat.
    pub role: Role,
    /// Language, colours and signs.
    pub settings: Settings,
}

/// How the start screen was left.
#[derive(Debug, Clone, PartialEq)]
pub enum StartEnd {
    /// With a choice.
    Chosen(StartChoice),
    /// With a record to go on with.
    GoOn(PathBuf, Settings),
    /// With a question that a drill answers, and the phase of the pact that was chosen, by its place.
    Drill(DrillKind, usize, Settings),
    /// Without one.
    Left,
    /// By a signal from outside.
    Interrupted,
}

/// The start screen.
pub struct Start {
    info: StartInfo,
    words: Words,
    settings: Settings,
    seat: usize,
    pact: usize,
    asking: bool,
    reading: Option<(Reading, usize)>,
    /// The record that is chosen, while they are shown.
    record: Option<usize>,
    notice: Option<Text>,
    hits: Vec<(Rect, Hit)>,
    end: Option<StartEnd>,
}

impl Start {
    /// Makes the start screen of a scenario.
    #[must_use]
    pub fn new(info: StartInfo, settings: Settings) -> Self {
        Self::with_words(info, settings, Words::new(settings.lang))
    }

    pub(super) fn with_words(info: StartInfo, settings: Settings, words: Words) -> Self {
        let pact = info.first_pact.min(info.pacts.len().saturating_sub(1));
        Self {
            info,
            words,
            settings,
            seat: 0,
            pact,
            asking: false,
            reading: None,
            record: None,
            notice: None,
            hits: Vec::new(),
            end: None,
        }
    }

    /// Returns how the screen was left, once it was.
    #[must_use]
    pub fn ended(&self) -> Option<&StartEnd> {
        self.end.as_ref()
    }

    /// Takes in what happened at the terminal.
    pub fn update(&mut self, event: &Event) {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let context = if self.asking {
                    Context::Confirm
                } else if self.reading.is_some() {
                    Context::Reader
                } else if self.record.is_some() {
                    Context::Records
                } else {
                    Context::Start
                };
                if let Some(intent) = intent(&[context], key) {
                    self.act(intent);
                }
            }
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => {
                    let place = Position::new(mouse.column, mouse.row);
                    let hit = self
                        .hits
                        .iter()
                        .rev()
                        .find(|(area, _)| area.contains(place));
                    match (hit, &mut self.record) {
                        (Some((_, Hit::Row(at))), Some(record)) => *record = *at,
                        (Some((_, Hit::Row(at))), None) => self.seat = *at,
                        (Some((_, Hit::Key(intent))), _) => self.act(*intent),
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

    fn act(&mut self, intent: Intent) {
        self.notice = None;
        if self.asking {
            match intent {
                Intent::Accept => self.end = Some(StartEnd::Left),
                Intent::Back => self.asking = false,
                _ => {}
            }
        } else if let Some((_, scroll)) = &mut self.reading {
            match intent {
                Intent::Up => *scroll = scroll.saturating_sub(1),
                Intent::Down => *scroll += 1,
                Intent::PageUp => *scroll = scroll.saturating_sub(10),
                Intent::PageDown => *scroll += 10,
                Intent::Accept | Intent::Back => self.reading = None,
                other => self.settings_or_quit(other),
            }
        } else if self.record.is_some() {
            self.choose_record(intent);
        } else {
            self.choose(intent);
        }
    }

    fn choose_record(&mut self, intent: Intent) {
        let Some(at) = &mut self.record else { return };
        let last = self.info.records.len().saturating_sub(1);
        match intent {
            Intent::Up => *at = at.saturating_sub(1),
            Intent::Down => *at = (*at + 1).min(last),
            Intent::Accept => {
                let record = self.info.records.get(*at);
                self.end = record.map(|record| StartEnd::GoOn(record.path.clone(), self.settings));
            }
            Intent::Back => self.record = None,
            other => self.settings_or_quit(other),
        }
    }

    fn choose(&mut self, intent: Intent) {
        let last = self.info.seats.len().saturating_sub(1);
        match intent {
            Intent::Up => self.seat = self.seat.saturating_sub(1),
            Intent::Down => self.seat = (self.seat + 1).min(last),
            Intent::Previous => self.pact = around(self.pact, -1, self.info.pacts.len()),
            Intent::Next => self.pact = around(self.pact, 1, self.info.pacts.len()),
            Intent::Guide => self.reading = Some((Reading::Guide, 0)),
            Intent::About => self.reading = Some((Reading::About, 0)),
            Intent::GoOnRecord if self.info.records.is_empty() => {
                self.notice = Some(Text::new("ui-start-no-record"));
            }
            Intent::GoOnRecord => self.record = Some(0),
            Intent::CompareDrafts => {
                self.end = Some(StartEnd::Drill(
                    DrillKind::Compare,
                    self.pact,
                    self.settings,
                ));
            }
            Intent::CheckOwn => {
                self.end = Some(StartEnd::Drill(DrillKind::Own, self.pact, self.settings));
            }
            Intent::Accept | Intent::Guided | Intent::Lead => {
                self.settings.guided = intent == Intent::Guided;
                let seat = self.info.seats.get(self.seat);
                let pact = self.info.pacts.get(self.pact);
                match seat {
                    Some(seat) => {
                        self.end = Some(StartEnd::Chosen(StartChoice {
                            seat: seat.id,
                            pact: pact.map(|pact| pact.id.clone()).unwrap_or_default(),
                            role: if intent == Intent::Lead {
                                Role::Facilitator
                            } else {
                                Role::Player
                            },
                            settings: self.settings,
                        }));
                    }
                    None => self.notice = Some(Text::new("ui-start-no-seat")),
                }
            }
            other => self.settings_or_quit(other),
        }
    }

    fn settings_or_quit(&mut self, intent: Intent) {
        match intent {
            Intent::Language => {
                self.settings.lang = self.settings.lang.other();
                self.words = Words::new(self.settings.lang);
            }
            Intent::Light if self.settings.theme.depth != ColorDepth::True => {
                self.notice = Some(Text::new("ui-why-terminal-colours"));
            }
            Intent::Light => self.settings.theme.light = !self.settings.theme.light,
            Intent::Graphs => self.settings.graphs = self.settings.graphs.next(),
            Intent::Quit => {
                self.reading = None;
                self.record = None;
                self.asking = true;
            }
            _ => {}
        }
    }
}
