//! A rich seat made by hand, and a door that remembers what was handed in.

mod door;
mod rows;

pub use door::{FakeDoor, Submitted};

use std::sync::Arc;

use super::start::{PactChoice, StartInfo};
use crate::command::Command;
use crate::view::{
    AidOutcome, CourseMark, CourseView, DecisionPaper, Event, LogEntry, LogKind, LogView, MarkKind,
    OptionRow, Outcome, PublicView, SeatInfo, SeatView, Series, ServiceOutcome,
};
use crate::view::{ClockView, NextDeadline};
use crate::vocab::{
    AdministrationId, AidKind, AidState, Channel, DAY, DecisionId, HOUR, Pace, Refusal, ServiceId,
    SimTime, Stamp, Text, Weekday,
};
use crate::words::{Lang, Words};

/// The minute of Sunday 07:40, counted from Friday 13:30.
pub const NOW: u32 = 42 * HOUR + 10;

/// The seat the sample is seen from.
pub const SEAT: AdministrationId = AdministrationId(3);

/// Returns words that know the sample's texts.
pub fn words(lang: Lang) -> Words {
    let extra = match lang {
        Lang::De => include_str!("de.ftl"),
        Lang::En => include_str!("en.ftl"),
    };
    Words::with_extra(lang, &[extra])
}

/// Returns a moment of the sample: minutes after Friday 19 February 2027, 13:30.
pub fn stamp(at: u32) -> Stamp {
    const LENGTHS: [u32; 4] = [28, 31, 30, 31];
    let since_midnight = at + 13 * HOUR + 30;
    let days = since_midnight / DAY;
    let mut day = 19 + days;
    let mut month = 2;
    for length in LENGTHS {
        if day <= length {
            break;
        }
        day -= length;
        month += 1;
    }
    let weekday = [
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
    ][(days % 7) as usize];
    Stamp {
        at: SimTime(at),
        year: 2027,
        month,
        day: u8::try_from(day).expect("a day of a month"),
        weekday,
        hour: u8::try_from(since_midnight % DAY / HOUR).expect("an hour"),
        minute: u8::try_from(since_midnight % HOUR).expect("a minute"),
        exercise_day: i32::try_from(days + 1).expect("a day"),
    }
}

fn t(key: &str) -> Text {
    Text::new(key)
}

fn seat(id: u32, name: &str, county: bool) -> SeatInfo {
    let (kind, role) = if county {
        ("sample-kind-county", "sample-role-county")
    } else {
        ("sample-kind-town", "sample-role-town")
    };
    SeatInfo {
        id: AdministrationId(id),
        key: format!("0643100{id}"),
        name: name.to_owned(),
        kind: t(kind),
        role: t(role),
    }
}

/// Returns the start screen's scenario.
pub fn start_info() -> StartInfo {
    StartInfo {
        title: (
            "Erste Stunde, erster Tag".to_owned(),
            "First hour, first day".to_owned(),
        ),
        seats: seats(),
        pacts: ["none", "loi", "contract", "drilled"]
            .into_iter()
            .map(|id| PactChoice {
                id: id.to_owned(),
                name: Text::new(format!("sample-pact-{id}")),
            })
            .collect(),
        first_pact: 1,
        about: "Einwohnerzahlen: Statistische Ämter.\nOrtslagen: GeoNames, CC BY 4.0.".to_owned(),
    }
}

fn seats() -> Vec<SeatInfo> {
    vec![
        seat(0, "Landkreis Darmstadt-Dieburg", true),
        seat(1, "Mörfelden-Walldorf", false),
        seat(2, "Kreis Bergstraße", true),
        seat(3, "Bensheim", false),
        seat(4, "Lindenfels", false),
    ]
}

/// Returns the seat in the middle of its worst Sunday.
pub fn seat_view() -> SeatView {
    let public = PublicView {
        title: (
            "Südhessen, erste Tage".to_owned(),
            "South Hesse, first days".to_owned(),
        ),
        clock: ClockView {
            now: stamp(NOW),
            pace: Pace::Stopped,
            stopped_by: Some(t("sample-stop")),
            start_ex: stamp(0),
            end_ex: stamp(21 * DAY),
            ended: false,
        },
        pact: t("sample-pact-loi"),
        seats: seats(),
        seed: 1,
    };
    SeatView {
        revision: 1,
        public: Arc::new(public),
        seat: seat(3, "Bensheim", false),
        town_hall: rows::town_hall(),
        decisions: decisions(),
        aid: rows::aid(),
        log: log(),
        course: course(),
        events: events(),
        outcome: None,
    }
}

/// Returns the seat of a place with a very long name, with nothing to do and the clock running.
pub fn quiet_view() -> SeatView {
    let mut view = seat_view();
    let mut public = (*view.public).clone();
    public.clock.pace = Pace::MinutesPerSecond(15);
    public.clock.stopped_by = None;
    view.public = Arc::new(public);
    view.seat = seat(0, "Landkreis Darmstadt-Dieburg", true);
    view.decisions.clear();
    view.aid.rows.clear();
    view.town_hall.services.clear();
    view.town_hall.recovery.clear();
    view.town_hall.next_deadline = None;
    view.town_hall.standing = crate::view::Standing::default();
    view.log.entries.clear();
    view.course.series.clear();
    view.course.marks.clear();
    view.events.clear();
    view
}

/// Returns the seat after the end of the exercise.
pub fn ended_view() -> SeatView {
    let mut view = seat_view();
    let mut public = (*view.public).clone();
    public.clock.ended = true;
    public.clock.now = stamp(21 * DAY);
    public.clock.stopped_by = None;
    view.public = Arc::new(public);
    view.decisions.clear();
    view.outcome = Some(outcome());
    view.revision = 99;
    view
}

fn decisions() -> Vec<DecisionPaper> {
    let option = |label: &str, effective, costs: &str, back: &str, risk, command| OptionRow {
        label: t(label),
        effective,
        costs: t(costs),
        way_back: t(back),
        risk: Some(risk),
        command,
        refusal: None,
    };
    let mut remote = option(
        "containment-block_remote_access",
        Some(stamp(NOW + 10)),
        "sample-cost-remote",
        "sample-back-now",
        0.42,
        Some(Command::BlockRemoteAccess),
    );
    remote.refusal = Some(Refusal::because(t("sample-refusal")).unless(t("sample-remedy")));
    let first = DecisionPaper {
        id: DecisionId(7),
        question: t("sample-question"),
        raised: stamp(NOW - 20),
        due: stamp(NOW + 50),
        known: vec![t("sample-known-provider"), t("sample-known-link")],
        unknown: vec![t("sample-unknown-here"), t("sample-unknown-when")],
        options: vec![
            option(
                "containment-cut_provider_link",
                Some(stamp(NOW + 20)),
                "sample-cost-cut",
                "sample-back-proof",
                0.11,
                Some(Command::CutProviderLink),
            ),
            remote,
            option(
                "containment-emergency_shutdown",
                Some(stamp(NOW + 40)),
                "sample-cost-all",
                "sample-back-days",
                0.04,
                Some(Command::EmergencyShutdown),
            ),
            option(
                "containment-watch",
                None,
                "sample-cost-none",
                "sample-back-now",
                0.7,
                None,
            ),
        ],
    };
    let mut second = first.clone();
    second.id = DecisionId(8);
    second.question = t("sample-question-pay");
    second.due = stamp(NOW + 2 * DAY);
    second.options = vec![option(
        "sample-wait",
        None,
        "sample-cost-none",
        "sample-back-now",
        0.0,
        None,
    )];
    second.options[0].risk = None;
    vec![first, second]
}

fn events() -> Vec<Event> {
    vec![
        Event {
            at: stamp(NOW - 9 * HOUR),
            text: t("sample-log-screen"),
            alarm: true,
        },
        Event {
            at: stamp(NOW - 5),
            text: t("sample-log-note"),
            alarm: false,
        },
    ]
}

fn log() -> LogView {
    let entry = |at, kind, from: Option<&str>, channel, text: &str| LogEntry {
        at: stamp(at),
        kind,
        from: from.map(t),
        channel,
        text: t(text),
        reason: None,
        alarm: false,
    };
    let mut screen = entry(
        NOW - 4 * HOUR,
        LogKind::Observation,
        None,
        None,
        "sample-log-screen",
    );
    screen.alarm = true;
    let mut cut = entry(
        NOW - 2 * HOUR,
        LogKind::Decision,
        None,
        None,
        "sample-log-cut",
    );
    cut.reason = Some("Leitung offen, Rechenzentrum verloren".to_owned());
    LogView {
        entries: vec![
            entry(
                NOW - 26 * HOUR,
                LogKind::Aid,
                None,
                Some(Channel::Mail),
                "sample-log-aid",
            ),
            screen,
            entry(
                NOW - 3 * HOUR,
                LogKind::Message,
                Some("sample-from-county"),
                Some(Channel::Radio),
                "sample-log-note",
            ),
            cut,
            entry(
                NOW - 25,
                LogKind::Message,
                Some("sample-from-gate"),
                Some(Channel::InPerson),
                "sample-log-queue",
            ),
        ],
    }
}

fn course() -> CourseView {
    let to = 17 * DAY;
    let mark = |at, kind, text: &str| CourseMark {
        at: stamp(at),
        kind,
        text: t(text),
    };
    let steps: Vec<(SimTime, f32)> = [
        (0, 98.0),
        (38 * HOUR, 20.0),
        (40 * HOUR, 5.0),
        (9 * DAY, 12.0),
        (12 * DAY, 35.0),
        (15 * DAY, 48.0),
    ]
    .into_iter()
    .map(|(at, level)| (SimTime(at), level))
    .collect();
    CourseView {
        from: stamp(0),
        to: stamp(to),
        days: (0..17)
            .map(|day| stamp(day * DAY + 10 * HOUR + 30))
            .collect(),
        series: vec![
            Series {
                service: None,
                name: t("sample-mean"),
                steps: steps.clone(),
                emergency_of_100: 30,
                waiting: 720,
                notes: vec![t("sample-note-missed")],
            },
            Series {
                service: Some(ServiceId(1)),
                name: t("service-kasse"),
                steps,
                emergency_of_100: 25,
                waiting: 12,
                notes: Vec::new(),
            },
        ],
        marks: vec![
            mark(37 * HOUR, MarkKind::Alarm, "sample-mark-alarm"),
            mark(38 * HOUR, MarkKind::Encryption, "sample-mark-encryption"),
            mark(42 * HOUR, MarkKind::Decision, "sample-mark-cut"),
            mark(5 * DAY, MarkKind::Decision, "sample-mark-desks"),
            mark(7 * DAY, MarkKind::Help, "sample-mark-help"),
        ],
    }
}

fn outcome() -> Outcome {
    let service = |name: &str, was_down, achieved, broken, normal| ServiceOutcome {
        name: t(name),
        criticality: 2,
        was_down,
        emergency_minutes: (achieved, DAY),
        mta_minutes: 3 * DAY,
        mta_broken: broken,
        normal_minutes: normal,
        lost_service_hours: 40.0,
    };
    Outcome {
        services: vec![
            service("service-kasse", true, Some(9 * DAY), true, None),
            service(
                "service-standesamt_geburt",
                true,
                Some(30 * HOUR),
                false,
                Some(15 * DAY),
            ),
            service(
                "service-telefonie",
                true,
                Some(20 * HOUR),
                false,
                Some(6 * DAY),
            ),
            service("service-wasser", false, None, false, None),
        ],
        aid: vec![
            AidOutcome {
                kind: AidKind::ItWorkplaces,
                from: "Bensheim".to_owned(),
                to: "Landkreis Darmstadt-Dieburg".to_owned(),
                waited_minutes: Some(3 * DAY),
                state: AidState::Returned,
                reason: None,
                helper_lost_service_hours: 31.6,
            },
            AidOutcome {
                kind: AidKind::ItStaffOnSite,
                from: "Bensheim".to_owned(),
                to: "Mörfelden-Walldorf".to_owned(),
                waited_minutes: None,
                state: AidState::Refused,
                reason: Some(t("sample-own-danger")),
                helper_lost_service_hours: 0.0,
            },
        ],
        lost_service_hours: 4321.0,
        people_unpaid: 870,
        marks: vec![t("sample-outcome-entry"), t("sample-outcome-here")],
        was_hit: false,
    }
}

/// Returns the next deadline of the sample.
fn next_deadline() -> NextDeadline {
    NextDeadline {
        what: t("service-telefonie"),
        at: stamp(NOW + 3 * HOUR + 30),
    }
}
