//! A facilitator's view made by hand, and a door that remembers how the room was led.

use std::sync::{Arc, Mutex};

use super::{FakeDoor, NOW, seat_view, seats, stamp, t};
use crate::command::Command;
use crate::exercise::Door;
use crate::exercise::door::{Direction, FacilitatorDoor, Visit};
use crate::view::{
    BackgroundView, DecidedRow, FacilitatorView, FootholdRow, Holder, KnowledgeRow, NextAct,
    NextThing, Outlook, OutlookState, RoomView, RoundView, ScriptRow, ScriptState, ScriptView,
    SeatRow, StageRow, StageState, StopRow, Way,
};
use crate::vocab::{
    AdministrationId, Channel, ClockMode, DAY, DecisionId, HOUR, MessageClass, Refusal, Stamp, Text,
};

/// What was asked of the room, in the order in which it was.
pub type Directed = Arc<Mutex<Vec<String>>>;

/// A facilitator's door that shows one view.
pub struct FakeLead {
    view: Arc<FacilitatorView>,
    directed: Directed,
}

impl FakeLead {
    /// Makes a door and what it remembers.
    pub fn new(view: FacilitatorView) -> (Self, Directed) {
        let directed = Directed::default();
        let door = Self {
            view: Arc::new(view),
            directed: Arc::clone(&directed),
        };
        (door, directed)
    }

    fn note(&self, what: String) {
        self.directed.lock().expect("not poisoned").push(what);
    }
}

impl FacilitatorDoor for FakeLead {
    fn view(&self) -> Arc<FacilitatorView> {
        Arc::clone(&self.view)
    }

    fn seat(&self, visit: Visit) -> Box<dyn Door> {
        self.note(format!("{visit:?}"));
        Box::new(FakeDoor::new(seat_view()).0)
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        self.note(format!("ready {} {ready}", seat.0));
        Ok(())
    }

    fn direct(&self, direction: Direction) -> Result<(), Refusal> {
        self.note(format!("{direction:?}"));
        Ok(())
    }

    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        self.note(format!("{} {command:?}", seat.0));
        Ok(())
    }
}

fn stage(number: u32, begins: u32, ends: u32, state: StageState) -> StageRow {
    StageRow {
        number,
        title: t("sample-stage"),
        begins: stamp(begins),
        ends: stamp(ends),
        room_minutes: 20,
        question: t("sample-stage-question"),
        done: if state == StageState::Now { 0.35 } else { 0.0 },
        state,
    }
}

fn seat_rows() -> Vec<SeatRow> {
    let question = t("question-provider-link");
    let rows = seats().into_iter().enumerate();
    rows.map(|(at, seat)| SeatRow {
        seat,
        holder: match at {
            1 => Holder::StandsIn(t("sample-stage")),
            2 => Holder::Control,
            _ => Holder::Person,
        },
        ready: at == 3,
        open: if at == 0 {
            vec![(DecisionId(8), question.clone(), stamp(NOW + 50))]
        } else {
            Vec::new()
        },
        unanswered: Vec::new(),
        decided: decided(at),
        quiet_minutes: (at == 0 || at > 2).then_some(4 * at as u32 + 3),
        is_quiet: at > 3,
    })
    .collect()
}

/// At one seat a stand-in did much, at every other one somebody decided once.
fn decided(at: usize) -> Vec<(Stamp, Text, bool)> {
    let act = |hours_ago: u32, by_deputy: bool| {
        let when = stamp(NOW - hours_ago * HOUR);
        (when, t("act-cut_provider_link"), by_deputy)
    };
    match at {
        1 => (0..40).map(|back| act(back, back < 30)).collect(),
        _ if at.is_multiple_of(2) => vec![act(3, false)],
        _ => Vec::new(),
    }
}

fn background() -> BackgroundView {
    let foothold = |at: u32, name: &str, since: u32, by, encrypted, noticed| FootholdRow {
        at: AdministrationId(at),
        name: name.to_owned(),
        since: stamp(since),
        by,
        held: 5 + encrypted,
        encrypted,
        systems: 29,
        noticed,
        is_seat: true,
    };
    let known = |name: &str, provider, own, others| KnowledgeRow {
        name: name.to_owned(),
        provider,
        own,
        others,
    };
    BackgroundView {
        phase: Some((9, 9, t("attack-phase-impact"))),
        entry: Some(stamp(0)),
        detected: Some(stamp(NOW - 20 * HOUR)),
        impact: Some(stamp(NOW - 4 * HOUR)),
        contained: None,
        tempo: -1,
        systems: [(61, 85), (12, 89)],
        footholds: vec![
            foothold(9, "Datenhaus Süd", 0, Way::Entry, 41, true),
            foothold(3, "Bensheim", NOW - 8 * HOUR, Way::RemoteAccess, 0, false),
            foothold(2, "Lindenfels", NOW - 6 * HOUR, Way::Accounts, 4, false),
            foothold(
                0,
                "Landkreis Bergstraße",
                NOW - 2 * HOUR,
                Way::Line,
                0,
                true,
            ),
        ],
        known: vec![
            known("Bensheim", Some(true), Some(false), (2, 5)),
            known("Lindenfels", Some(false), Some(true), (0, 5)),
            known("Darmstadt", None, None, (5, 5)),
            known("Landkreis Bergstraße", Some(true), Some(true), (1, 5)),
        ],
    }
}

fn inject(name: &str, at: Option<u32>, state: ScriptState, core: bool) -> ScriptRow {
    ScriptRow {
        name: name.to_owned(),
        title: t("sample-stage"),
        state,
        at: at.map(stamp),
        comes: crate::view::Comes::Then,
        cue: None,
        from: t("sample-kind-county"),
        to: t("sample-kind-town"),
        places: vec!["Bensheim".to_owned()],
        channel: Channel::Phone,
        class: MessageClass::Alert,
        text: Some(t("sample-stage-question")),
        has_variants: false,
        is_edited: false,
        core,
        contingency_of: None,
        fallbacks: Vec::new(),
        expects: Some(t("sample-stage-question")),
        due: None,
        objectives: vec!["8".to_owned()],
        counts: (1, 0, 0),
        replies: Vec::new(),
        silent: Vec::new(),
        why: None,
    }
}

/// Returns the view of a Sunday in the middle of an exercise.
pub fn facilitator_view() -> FacilitatorView {
    let view = seat_view();
    let mut public = (*view.public).clone();
    public.clock.round = Some(RoundView {
        ready: vec![AdministrationId(3)],
        filled: 4,
    });
    let stop = |at: u32, what: &'static str| StopRow {
        at: stamp(at),
        what: Text::new(what)
            .count("number", 2)
            .text("title", t("sample-stage")),
    };
    FacilitatorView {
        revision: 1,
        public: Arc::new(public),
        room: RoomView {
            elapsed_minutes: 52,
            planned_minutes: 120,
            late_minutes: 4,
            since_start_minutes: NOW,
            mode: ClockMode::Rounds,
            free_pace: 15,
            talking: false,
            stopped_for: None,
            charge_minutes: 20,
            filled: 4,
            ready: 1,
        },
        stages: vec![
            stage(0, 0, 0, StageState::Done),
            stage(1, 0, 4 * HOUR, StageState::Done),
            stage(2, NOW - 4 * HOUR, NOW + 12 * HOUR, StageState::Now),
            stage(3, NOW + DAY, NOW + 3 * DAY, StageState::ToCome),
        ],
        stage: Some(2),
        next: NextThing {
            what: Text::new("next-decision")
                .name("seat", "Landkreis Darmstadt-Dieburg")
                .text("question", t("question-provider-link")),
            at: Some(stamp(NOW + 50)),
            act: NextAct::Decide(AdministrationId(0), DecisionId(8)),
        },
        stops: vec![
            stop(NOW + HOUR, "stop-planned"),
            stop(NOW + 12 * HOUR, "stop-stage-ends"),
            stop(NOW + DAY, "stop-stage-begins"),
        ],
        script: ScriptView {
            rows: vec![
                inject("E4", Some(NOW - 4 * HOUR), ScriptState::Acknowledged, true),
                inject("E5", Some(NOW + HOUR), ScriptState::Ready, false),
                inject("E6", Some(NOW + DAY), ScriptState::Held, false),
                inject("E8", None, ScriptState::Waiting, true),
            ],
            next: Some(1),
            is_led: true,
        },
        seats: seat_rows(),
        decided: vec![
            DecidedRow {
                at: stamp(NOW - 3 * HOUR),
                seat: Some(AdministrationId(0)),
                number: Some(1),
                what: t("act-cut_provider_link"),
            },
            DecidedRow {
                at: stamp(NOW - 5 * HOUR),
                seat: Some(AdministrationId(3)),
                number: Some(0),
                what: t("act-convene_crisis_staff"),
            },
        ],
        plans: vec![("by_the_book".to_owned(), t("sample-stage"))],
        background: background(),
        outlook: OutlookState::There(Arc::new(Outlook {
            from: stamp(NOW),
            futures: 100,
            further: [68, 97, 100],
            seats: vec![("Bensheim".to_owned(), 43), ("Darmstadt".to_owned(), 0)],
            pay: vec![("Bensheim".to_owned(), 50)],
            pay_at: Some(stamp(4 * DAY)),
        })),
    }
}
