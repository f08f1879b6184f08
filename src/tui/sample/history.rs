//! What the sample has to decide, has seen, and came to.

use super::{NOW, stamp, t};
use crate::command::Command;
use crate::view::{
    AidOutcome, Asks, ClauseOutcome, CourseMark, CourseSum, CourseView, CustomersOutcome,
    DecisionPaper, Event, Ghost, GhostKind, LogEntry, LogKind, LogView, LostDecision, MarkKind,
    MeasureRow, OptionRow, Outcome, ProviderOutcome, Series, ServiceOutcome,
};
use crate::vocab::{
    AidKind, AidState, Arg, Channel, ContainmentOption, DAY, DecisionId, HOUR, Refusal, RequestId,
    ServiceId, SimTime, Text, WaitCause,
};

/// Returns what can be ordered: one measure that is possible, and one that is not.
pub fn measures() -> Vec<MeasureRow> {
    let of = |option: ContainmentOption, refusal| {
        let label = Text::new(format!("containment-{}", option.id()));
        MeasureRow {
            question: Text::new("measure-question")
                .text("label", label.clone())
                .text("costs", t("sample-cost-cut"))
                .text("back", t("sample-back-proof")),
            costs: t("sample-cost-cut"),
            way_back: t("sample-back-proof"),
            effective: (stamp(NOW + 15), stamp(NOW + 40)),
            label,
            command: Command::Contain(option),
            refusal,
        }
    };
    vec![
        of(ContainmentOption::CutProviderLink, None),
        of(
            ContainmentOption::EmergencyShutdown,
            Some(Refusal::because(t("sample-refusal"))),
        ),
    ]
}

pub fn decisions() -> Vec<DecisionPaper> {
    let option =
        |label: &'static str, effective, costs: &'static str, back: &'static str, risk, command| {
            OptionRow {
                label: t(label),
                effective,
                costs: t(costs),
                way_back: t(back),
                risk: Some(risk),
                command,
                refusal: None,
                variants: Vec::new(),
            }
        };
    let mut remote = option(
        "containment-block_remote_access",
        Some((stamp(NOW + 10), stamp(NOW + 10))),
        "sample-cost-remote",
        "sample-back-now",
        0.42,
        Some(Command::Contain(ContainmentOption::BlockRemoteAccess)),
    );
    remote.refusal = Some(Refusal::because(t("sample-refusal")).unless(t("sample-remedy")));
    let first = DecisionPaper {
        request: None,
        goes: None,
        id: DecisionId(7),
        question: t("sample-question"),
        raised: stamp(NOW - 20),
        due: stamp(NOW + 50),
        known: vec![t("sample-known-provider"), t("sample-known-link")],
        unknown: vec![t("sample-unknown-here"), t("sample-unknown-when")],
        options: vec![
            option(
                "containment-cut_provider_link",
                Some((stamp(NOW + 15), stamp(NOW + 40))),
                "sample-cost-cut",
                "sample-back-proof",
                0.11,
                Some(Command::Contain(ContainmentOption::CutProviderLink)),
            ),
            remote,
            option(
                "containment-emergency_shutdown",
                Some((stamp(NOW + 25), stamp(NOW + 75))),
                "sample-cost-all",
                "sample-back-days",
                0.04,
                Some(Command::Contain(ContainmentOption::EmergencyShutdown)),
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

pub fn events() -> Vec<Event> {
    vec![
        Event {
            at: stamp(NOW - 9 * HOUR),
            from: None,
            text: t("sample-log-screen"),
            alarm: true,
        },
        Event {
            at: stamp(NOW - 5),
            from: Some(Text::new("named").name("name", "Kreis Bergstraße")),
            text: t("sample-log-note"),
            alarm: false,
        },
    ]
}

pub fn log() -> LogView {
    let entry = |at, kind, from: Option<&'static str>, channel, text: &'static str| LogEntry {
        at: stamp(at),
        kind,
        from: from.map(t),
        channel,
        text: t(text),
        reason: None,
        alarm: false,
        by_deputy: false,
        to: None,
        asks: None,
        report: None,
        inject: None,
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
    let mut sent = entry(NOW - 90, LogKind::Decision, None, None, "sample-log-asked");
    sent.to = Some(Text::new("named").name("name", "Landkreis Darmstadt-Dieburg"));
    let mut asked = entry(
        NOW - 60,
        LogKind::Message,
        Some("sample-from-long"),
        Some(Channel::Phone),
        "sample-log-request",
    );
    asked.asks = Some(Asks::Answer(RequestId(16)));
    let mut warned = entry(
        NOW - 20,
        LogKind::Message,
        Some("sample-from-provider"),
        Some(Channel::Phone),
        "sample-log-warning",
    );
    warned.alarm = true;
    warned.asks = Some(Asks::Decision(DecisionId(7)));
    let mut settled = entry(
        NOW - 5 * HOUR,
        LogKind::Message,
        Some("sample-from-provider"),
        Some(Channel::Phone),
        "sample-log-settled",
    );
    settled.asks = Some(Asks::Done);
    LogView {
        entries: vec![
            entry(
                NOW - 26 * HOUR,
                LogKind::Aid,
                None,
                Some(Channel::Mail),
                "sample-log-aid",
            ),
            settled,
            screen,
            entry(
                NOW - 3 * HOUR,
                LogKind::Message,
                Some("sample-from-county"),
                Some(Channel::Radio),
                "sample-log-note",
            ),
            cut,
            sent,
            asked,
            entry(
                NOW - 25,
                LogKind::Message,
                Some("sample-from-gate"),
                Some(Channel::InPerson),
                "sample-log-queue",
            ),
            warned,
        ],
    }
}

pub fn course() -> CourseView {
    let to = 17 * DAY;
    let mark = |at, kind, text: &'static str| CourseMark {
        at: stamp(at),
        kind,
        text: t(text),
        before_and_since: (kind == MarkKind::Help).then_some((12, 48)),
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
        others: vec![Series {
            service: None,
            name: Text::new("named").name("name", "Lindenfels"),
            steps: vec![(SimTime(2 * DAY), 60.0), (SimTime(6 * DAY), 90.0)],
            emergency_of_100: 0,
            waiting: 0,
            notes: Vec::new(),
        }],
        marks: vec![
            mark(37 * HOUR, MarkKind::Alarm, "sample-mark-alarm"),
            mark(38 * HOUR, MarkKind::Encryption, "sample-mark-encryption"),
            mark(42 * HOUR, MarkKind::Decision, "sample-mark-cut"),
            mark(5 * DAY, MarkKind::Decision, "sample-mark-desks"),
            mark(7 * DAY, MarkKind::Help, "sample-mark-help"),
        ],
    }
}

fn sum(hours: f64, unpaid: u32, late: u32, last: f32) -> CourseSum {
    CourseSum {
        lost_service_hours: hours,
        people_unpaid: unpaid,
        too_late: late,
        steps: [
            (0, 98.0),
            (38 * HOUR, 5.0),
            (9 * DAY, 30.0),
            (12 * DAY, last),
        ]
        .into_iter()
        .map(|(at, level)| (SimTime(at), level))
        .collect(),
    }
}

pub fn outcome() -> Outcome {
    let service = |name: &'static str, was_down, achieved, broken, normal| ServiceOutcome {
        name: t(name),
        criticality: 2,
        was_down,
        emergency_minutes: (achieved, DAY),
        later_outage_minutes: (was_down && broken).then_some(12 * DAY),
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
                waited: vec![(WaitCause::Permit, 2 * DAY), (WaitCause::Way, 20 * HOUR)],
                helper_lost_service_hours: 31.6,
            },
            AidOutcome {
                kind: AidKind::ItStaffOnSite,
                from: "Bensheim".to_owned(),
                to: "Mörfelden-Walldorf".to_owned(),
                waited_minutes: None,
                state: AidState::Refused,
                reason: Some(t("sample-own-danger")),
                waited: Vec::new(),
                helper_lost_service_hours: 0.0,
            },
        ],
        clauses: vec![
            clause("§ 3", "sample-clause-times", (3 * u64::from(DAY), 1, 0)),
            clause("§ 7", "sample-clause-permits", (0, 0, 2)),
        ],
        sum: sum(4321.0, 870, 1, 48.0),
        ghosts: vec![
            Ghost {
                kind: GhostKind::WithoutAid,
                sum: sum(5210.0, 870, 2, 20.0),
                lost: vec![
                    LostDecision {
                        at: stamp(3 * DAY),
                        reason: t("sample-refusal"),
                    };
                    4
                ],
            },
            Ghost {
                kind: GhostKind::Bots,
                sum: sum(3980.0, 12, 0, 88.0),
                lost: Vec::new(),
            },
        ],
        ghosts_to_come: 0,
        provider: None,
        marks: vec![t("sample-outcome-entry"), t("sample-outcome-here")],
        was_hit: false,
    }
}

/// What a provider reads: promises kept and broken, services in every state.
pub fn outcome_of_provider() -> Outcome {
    let service = |name: &'static str, down, in_time, too_late, normal| CustomersOutcome {
        name: t(name),
        customers: 89,
        down,
        in_time,
        too_late,
        normal,
        lost_service_hours: 40.0,
    };
    let step = |kept, text: Text| (kept, text);
    let after = |key: &'static str, minutes| Text::new(key).with("after", Arg::Minutes(minutes));
    let waits = |what: &'static str, count: u32| {
        let text = Text::new("outcome-provider-waits").count("count", count);
        text.text("what", t(what))
    };
    let told = after("outcome-provider-told-promised", 90);
    let report = |key: &'static str| Text::new(key).text("report", t("notice-nis2_early_warning"));
    Outcome {
        services: Vec::new(),
        aid: Vec::new(),
        provider: Some(ProviderOutcome {
            steps: vec![
                step(
                    None,
                    Text::new("outcome-provider-noticed").with("at", Arg::Moment(stamp(NOW))),
                ),
                step(Some(true), told.with("promised", Arg::Minutes(4 * HOUR))),
                step(None, after("outcome-provider-examined", 9 * DAY)),
                step(None, Text::new("outcome-provider-not-released")),
                step(
                    None,
                    Text::new("outcome-provider-lines")
                        .count("open", 3_u32)
                        .count("all", 89_u32),
                ),
                step(
                    None,
                    Text::new("outcome-provider-line-own-release").count("count", 86_u32),
                ),
                step(
                    None,
                    Text::new("outcome-provider-products")
                        .count("whole", 12_u32)
                        .count("part", 4_u32)
                        .count("all", 60_u32),
                ),
                step(Some(false), report("outcome-report-late")),
            ],
            services: vec![
                service("service-standesamt_geburt", 89, 0, 80, 12),
                service("service-kasse", 89, 60, 0, 40),
                service("service-portal", 4, 4, 0, 4),
            ],
            never_down: 2,
            waits: vec![
                waits("waits-people", 41),
                waits("outcome-waits-own-work", 1),
            ],
        }),
        ..outcome()
    }
}

fn clause(paragraph: &'static str, title: &'static str, of: (u64, u32, u32)) -> ClauseOutcome {
    ClauseOutcome {
        paragraph: paragraph.to_owned(),
        title: t(title),
        binding_minutes: of.0,
        broken: of.1,
        missing: of.2,
    }
}
