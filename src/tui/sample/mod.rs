//! A rich seat made by hand, and a door that remembers what was handed in.

mod door;
mod facilitator;
mod history;
mod region;
mod rows;
mod work;

pub use door::{FakeDoor, MOST_TO_GIVE, Submitted};
pub use facilitator::{Directed, FakeLead, facilitator_view};

use std::sync::Arc;

use super::start::{PactChoice, StartInfo};
use crate::command::Command;
use crate::view::{
    ClockView, GuideStepView, GuideView, NextDeadline, PublicView, SeatInfo, SeatView, StageView,
};
use crate::vocab::{
    AdministrationId, DAY, GuideScreen, GuideUntil, HOUR, Pace, PlaceNames, SimTime, Stamp, Text,
    Weekday,
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

fn t(key: &'static str) -> Text {
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
        begins_at_provider: true,
        place_names: PlaceNames::Real,
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
        room_minutes: 120,
        records: Vec::new(),
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
        place_names: PlaceNames::Real,
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
            round: None,
        },
        stage: Some(StageView {
            number: 2,
            title: t("sample-stage"),
            ends: stamp(NOW + DAY),
            room_minutes: 20,
            pace: 5,
            question: t("sample-stage-question"),
        }),
        guide: Some(GuideView {
            seat: SEAT,
            steps: vec![
                GuideStepView {
                    text: t("sample-guide-log"),
                    until: Some(GuideUntil::Shown(GuideScreen::Log)),
                },
                GuideStepView {
                    text: t("sample-guide-paper"),
                    until: Some(GuideUntil::PaperOpen),
                },
                GuideStepView {
                    text: t("sample-guide-last"),
                    until: None,
                },
            ],
        }),
        pact: t("sample-pact-loi"),
        seats: seats(),
        seed: 1,
    };
    SeatView {
        stopped_for: None,
        deputy: None,
        plans: vec![("by_the_book".to_owned(), t("sample-plan"))],
        revision: 1,
        public: Arc::new(public),
        seat: seat(3, "Bensheim", false),
        town_hall: rows::town_hall(),
        decisions: history::decisions(),
        measures: history::measures(),
        possible: None,
        region: region::region(),
        work: work::work(),
        aid: rows::aid(),
        log: history::log(),
        course: history::course(),
        events: history::events(),
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
    view.work.rows.clear();
    view.region.places.clear();
    view.region.groups.clear();
    view.region.served = crate::view::Served::default();
    view
}

/// Returns the seat of a county that many ask for help at once.
pub fn county_view() -> SeatView {
    let mut view = seat_view();
    view.seat = seat(0, "Landkreis Darmstadt-Dieburg", true);
    view.aid.rows = rows::requests_to_a_county();
    view
}

/// Returns the provider, with customers in every state.
pub fn provider_view() -> SeatView {
    let mut view = seat_view();
    view.seat = SeatInfo {
        name: "Datenhaus Süd".to_owned(),
        ..seat(5, "", false)
    };
    view.town_hall.services.clear();
    view.town_hall.provider_link = None;
    view.aid.rows.clear();
    let customer = |name: &str, cut, told, affected| crate::view::CustomerRow {
        id: AdministrationId(3),
        place: 0,
        name: name.to_owned(),
        cut,
        told,
        affected,
        line: crate::view::LineAct {
            question: Text::new("line-cut-question").name("place", name),
            command: Command::CutCustomer(AdministrationId(3)),
        },
    };
    let (told, affected) = (Some(stamp(NOW - 3 * HOUR)), Some(stamp(NOW - HOUR)));
    let customers = vec![
        customer("Mörfelden-Walldorf", None, None, None),
        customer("Lindenfels", None, told, affected),
        customer(
            "Landkreis Darmstadt-Dieburg",
            Some((stamp(NOW - 2 * HOUR), true)),
            told,
            None,
        ),
        customer(
            "Bensheim",
            Some((stamp(NOW - 20 * HOUR), false)),
            told,
            affected,
        ),
    ];
    view.town_hall.customers = (0..)
        .zip(customers)
        .map(|(place, row)| crate::view::CustomerRow { place, ..row })
        .collect();
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
    view.outcome = Some(history::outcome());
    view.revision = 99;
    view
}

/// Returns the provider after the end of the exercise.
pub fn ended_provider_view() -> SeatView {
    let ended = ended_view();
    let mut view = provider_view();
    view.public = ended.public;
    view.decisions.clear();
    view.outcome = Some(history::outcome_of_provider());
    view.revision = 99;
    view
}

/// Returns the next deadline of the sample.
fn next_deadline() -> NextDeadline {
    NextDeadline {
        what: t("service-telefonie"),
        at: stamp(NOW + 3 * HOUR + 30),
    }
}
