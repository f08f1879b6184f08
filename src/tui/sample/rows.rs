//! The rows of the sample: services, recovery, aid.

use super::{NOW, next_deadline, stamp, t};
use crate::view::{
    Affected, AidChoice, AidRole, AidRow, AidView, CauseEnd, CauseLink, Deadline, DeadlineState,
    HelpSummary, OrderOfRequests, RecoveryRow, Remedy, ServiceRow, StaffSummary, Standing,
    TownHall,
};
use crate::vocab::{
    AdministrationId, AidKind, AidState, AllocationRule, DAY, HOUR, RequestId, ServiceId,
    ServiceState, SystemState, Text, WaitCause,
};

const NONE: Deadline = Deadline {
    state: DeadlineState::None,
    at: None,
};

fn due(state: DeadlineState, at: u32) -> Deadline {
    Deadline {
        state,
        at: Some(stamp(at)),
    }
}

fn service(id: u32, name: &str, state: ServiceState, level: u8, affected: Affected) -> ServiceRow {
    ServiceRow {
        id: ServiceId(id),
        name: Text::new(format!("service-{name}")),
        criticality: 2,
        state,
        level_of_100: level,
        emergency_of_100: 30,
        route: t("sample-route-it"),
        opens: None,
        emergency_by: NONE,
        latest_by: NONE,
        pay_run: None,
        affected,
        waiting: 0,
        causes: Vec::new(),
        cause_end: CauseEnd::Fine,
        remedies: Vec::new(),
        forecast: None,
        unforeseen: None,
    }
}

/// Returns ten services in every state.
fn services() -> Vec<ServiceRow> {
    use DeadlineState::{Met, Missed, Open};
    use ServiceState::{Below, Closed, Down, Emergency, Operating, Unknown};
    let mut phone = service(0, "telefonie", Down, 0, Affected::Everyone);
    phone.emergency_by = due(Open, NOW + 3 * HOUR + 30);
    phone.latest_by = due(Open, NOW + 19 * HOUR + 30);
    phone.route = t("sample-route-none");
    phone.causes = vec![CauseLink {
        thing: t("system-ad"),
        owner: None,
        state: SystemState::SwitchedOff,
        usable_of_100: Some(0),
    }];
    phone.cause_end = CauseEnd::Known(t("sample-cause-switched-off"));
    let mut deaths = service(1, "sterbefall", Emergency, 60, Affected::CasesPerDay(3));
    deaths.emergency_by = due(Met, NOW);
    deaths.latest_by = due(Open, NOW + 3 * DAY);
    deaths.route = t("sample-route-paper");
    let mut treasury = service(2, "kasse", Down, 0, Affected::PeopleToPay(870));
    treasury.emergency_by = due(Open, NOW + 2 * DAY + 3 * HOUR);
    treasury.latest_by = due(Open, NOW + 8 * DAY);
    treasury.route = t("sample-route-none");
    treasury.pay_run = Some((stamp(NOW + 2 * DAY + 3 * HOUR), false));
    treasury.waiting = 1240;
    treasury.causes = vec![
        CauseLink {
            thing: t("system-p_app"),
            owner: None,
            state: SystemState::Unknown,
            usable_of_100: None,
        },
        CauseLink {
            thing: t("sample-owner-data-centre"),
            owner: Some("Datenhaus Süd".to_owned()),
            state: SystemState::Encrypted,
            usable_of_100: Some(0),
        },
    ];
    treasury.cause_end = CauseEnd::Open;
    treasury.remedies = vec![
        Remedy {
            text: t("sample-remedy-file"),
            asks_for: None,
        },
        Remedy {
            text: t("sample-remedy-desk"),
            asks_for: Some(AidKind::ItWorkplaces),
        },
    ];
    treasury.forecast = Some((stamp(NOW + 8 * DAY), stamp(NOW + 15 * DAY)));
    let mut births = service(3, "standesamt_geburt", Below, 20, Affected::CasesPerDay(12));
    births.emergency_by = due(Missed, NOW - HOUR);
    births.latest_by = due(Missed, NOW - HOUR);
    births.forecast = Some((stamp(NOW + DAY), stamp(NOW + 4 * DAY)));
    let mut office = service(4, "meldewesen", Closed, 0, Affected::CasesPerDay(1280));
    office.opens = Some(stamp(NOW + DAY + 20));
    office.emergency_by = due(Open, NOW + 3 * DAY);
    office.latest_by = due(Open, NOW + 10 * DAY);
    vec![
        treasury,
        phone,
        deaths,
        births,
        office,
        service(5, "portal", Unknown, 0, Affected::Nobody),
        service(6, "wasser", Operating, 100, Affected::Nobody),
        service(7, "feuerwehr", Operating, 100, Affected::Nobody),
        service(8, "email", Down, 0, Affected::Everyone),
        service(9, "ausweis", Down, 0, Affected::CasesPerDay(24)),
        service(10, "ordnung", Emergency, 70, Affected::Nobody),
        service(11, "dms", Down, 0, Affected::Nobody),
    ]
}

fn recovery() -> Vec<RecoveryRow> {
    let step = |name: &'static str, done, people, waits: Option<&'static str>, ready| RecoveryRow {
        name: Text::new(format!("system-{name}")),
        done_of_100: done,
        people,
        waits_for: waits.map(t),
        ready,
    };
    vec![
        step("mgmt", 100, 0, None, None),
        step(
            "forensic_clear",
            60,
            2,
            None,
            Some((stamp(NOW + DAY), stamp(NOW + 4 * DAY))),
        ),
        step(
            "voip",
            30,
            1,
            None,
            Some((stamp(NOW + 5 * HOUR), stamp(NOW + 11 * HOUR))),
        ),
        step("ad", 0, 0, Some("sample-waits-clearance"), None),
        step(
            "vpn_provider",
            0,
            0,
            Some("sample-waits-people"),
            Some((stamp(NOW + 9 * DAY), stamp(NOW + 20 * DAY))),
        ),
    ]
}

/// Returns the landing screen.
pub fn town_hall() -> TownHall {
    TownHall {
        notices: Vec::new(),
        standing: Standing {
            operating: 2,
            emergency: 2,
            below: 1,
            down: 13,
            closed: 4,
            total: 22,
        },
        next_deadline: Some(next_deadline()),
        help: HelpSummary {
            at_work: 0,
            promised: 1,
            unanswered: 2,
            next_arrival: Some((stamp(NOW + 24 * HOUR), stamp(NOW + 30 * HOUR))),
            given: 0,
        },
        staff: StaffSummary {
            own: 3,
            helpers: 0,
            lent: 0,
            crisis_staff_met: Some(stamp(NOW - 4 * HOUR)),
            crisis_staff_called: true,
        },
        services: services(),
        customers: Vec::new(),
        provider_link: Some(CauseLink {
            thing: t("system-vpn_provider"),
            owner: None,
            state: SystemState::Suspected,
            usable_of_100: Some(100),
        }),
        recovery: recovery(),
        as_of: stamp(NOW - 30),
    }
}

/// Returns requests of many municipalities that all wait for one county.
pub fn requests_to_a_county() -> Vec<AidRow> {
    let asking = [
        ("Biebesheim am Rhein", AidKind::ItStaffOnSite, 2),
        ("Mörfelden-Walldorf", AidKind::LoanNotebooks, 6),
        ("Groß-Umstadt", AidKind::RemoteWork, 1),
        ("Mühltal", AidKind::ItWorkplaces, 1),
        ("Viernheim", AidKind::ItStaffOnSite, 1),
        ("Lindenfels", AidKind::LoanNotebooks, 5),
        ("Bensheim", AidKind::RemoteWork, 1),
    ];
    let mut rows = aid().rows;
    let waiting = rows.remove(0);
    let of = u32::try_from(asking.len()).expect("few");
    (1..=of)
        .zip(asking)
        .map(|(turn, (from, kind, asked))| AidRow {
            id: RequestId(20 + turn),
            asker: AdministrationId(10 + turn),
            from: from.to_owned(),
            to: "Landkreis Darmstadt-Dieburg".to_owned(),
            kind,
            asked,
            most_to_give: asked,
            turn: Some((turn, of)),
            ..waiting.clone()
        })
        .collect()
}

/// Returns requests in every state that matters on the screen.
pub fn aid() -> AidView {
    let row = |id, role, kind, from: &str, to: &str, asked, state| AidRow {
        id: RequestId(id),
        role,
        asker: AdministrationId(9),
        kind,
        from: from.to_owned(),
        to: to.to_owned(),
        asked,
        granted: None,
        days: 5,
        service: None,
        state,
        requested: stamp(NOW - 20 * HOUR),
        at_work: None,
        until: None,
        reason: None,
        turn: None,
        waited: Vec::new(),
        waits_on: None,
        skill: None,
        most_to_give: asked,
        nothing_to_give: None,
        can_answer: false,
        can_recall: false,
    };
    let mut incoming = row(
        16,
        AidRole::Helper,
        AidKind::ItStaffOnSite,
        "Landkreis Darmstadt-Dieburg",
        "Bensheim",
        2,
        AidState::Requested,
    );
    incoming.can_answer = true;
    incoming.waits_on = Some(WaitCause::Answer);
    incoming.turn = Some((1, 3));
    incoming.service = Some(t("service-kasse"));
    let mut desks = row(
        10,
        AidRole::Asker,
        AidKind::ItWorkplaces,
        "Bensheim",
        "Heidelberg",
        2,
        AidState::Briefed,
    );
    desks.granted = Some(2);
    desks.service = Some(t("service-meldewesen"));
    desks.at_work = Some((stamp(NOW + 24 * HOUR), stamp(NOW + 30 * HOUR)));
    desks.until = Some(stamp(NOW + 8 * DAY));
    desks.reason = Some(t("sample-waits-access"));
    desks.waited = vec![(WaitCause::Permit, 9 * DAY), (WaitCause::Answer, 2 * HOUR)];
    desks.waits_on = Some(WaitCause::Permit);
    desks.can_recall = true;
    let mut work = row(
        4,
        AidRole::Asker,
        AidKind::RemoteWork,
        "Bensheim",
        "Mörfelden-Walldorf",
        1,
        AidState::AtWork,
    );
    work.granted = Some(1);
    work.at_work = Some((stamp(NOW - DAY), stamp(NOW - DAY)));
    work.can_recall = true;
    let mut refused = row(
        7,
        AidRole::Asker,
        AidKind::LoanNotebooks,
        "Bensheim",
        "Kreis Bergstraße",
        10,
        AidState::Refused,
    );
    refused.reason = Some(t("sample-own-danger"));
    AidView {
        rows: vec![incoming, desks, work, refused],
        choices: vec![
            AidChoice {
                kind: AidKind::ItStaffOnSite,
                most: 4,
                most_days: 10,
                partners: partners(),
                skill: None,
                services: Vec::new(),
            },
            AidChoice {
                kind: AidKind::ItWorkplaces,
                most: 6,
                most_days: 10,
                partners: partners(),
                skill: None,
                services: vec![
                    (ServiceId(2), t("service-kasse")),
                    (ServiceId(4), t("service-meldewesen")),
                ],
            },
        ],
        hours_given: 46.2,
        hours_received: 8.0,
        own_lost_service_hours: 12.4,
        rule: t("sample-rule"),
        order: OrderOfRequests {
            paragraph: Some("§ 5".to_owned()),
            rules: AllocationRule::ALL.to_vec(),
        },
    }
}

/// Who can be asked for aid.
fn partners() -> Vec<(AdministrationId, String)> {
    let named = |id, name: &str| (AdministrationId(id), name.to_owned());
    vec![
        named(9, "Heidelberg"),
        named(0, "Landkreis Darmstadt-Dieburg"),
        named(1, "Mörfelden-Walldorf"),
    ]
}
