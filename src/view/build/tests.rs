//! What the views say of one and the same world, and what they keep to themselves.

mod aid;
mod provider;
mod region;
mod script;
mod unforeseen;

use std::sync::Arc;

use super::options::options;
use super::words::local;
use super::{ClockState, Decided, outcome, preview, public_view, seat_view, wall_view};
use crate::sim::{DecisionKind, Sim};
use crate::view::{
    Asks, CauseEnd, CustomerRow, DeadlineState, PossibleAt, Preview, SeatView, ServiceRow,
};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, Arg, ContainmentOption, DAY, HOUR, Pace, ServiceState,
    SimTime, Text,
};

const BENSHEIM: &str = "06431002";
const HEPPENHEIM: &str = "06431011";
const LORSCH: &str = "06431016";
const COUNTY: &str = "06431";

/// Returns the first scenario at `StartEx`, with the luck of `seed`.
fn world(seed: u64) -> Sim {
    let scenario = crate::scenario::load("einstieg", &[]).expect("the first scenario is right");
    let pact = scenario
        .pacts
        .iter()
        .position(|pact| pact.id == scenario.default_pact)
        .expect("the default pact is there");
    let start = scenario.start_ex;
    let mut sim = Sim::new(Arc::new(scenario));
    sim.reset(seed, 0, pact);
    sim.keep_courses();
    sim.advance_to(start);
    sim
}

fn seat(sim: &Sim, id: &str) -> AdministrationId {
    let all = &sim.scenario().administrations;
    let position = all.iter().position(|one| one.id == id);
    AdministrationId::from_index(position.expect("the place is there"))
}

fn view(sim: &Sim, id: AdministrationId) -> SeatView {
    let clock = ClockState {
        pace: Pace::Stopped,
        stopped_by: None,
        ended: false,
        briefed: true,
        round: None,
    };
    seat_view(sim.known(id), Arc::new(public_view(sim, clock, 1)), 1, None)
}

fn row<'a>(view: &'a SeatView, service: &str) -> &'a ServiceRow {
    let name = Text::new(format!("service-{service}"));
    let mut rows = view.town_hall.services.iter();
    rows.find(|row| row.name == name).expect("it is offered")
}

fn end_key(row: &ServiceRow) -> &str {
    match &row.cause_end {
        CauseEnd::Fine => "fine",
        CauseEnd::Open => "open",
        CauseEnd::Known(text) => &text.key,
    }
}

/// What would help a service, by the keys of the texts.
fn remedies_of(view: &SeatView, service: &str) -> Vec<String> {
    let found = row(view, service).remedies.iter();
    found.map(|one| one.text.key.to_string()).collect()
}

/// A world at `StartEx` in which nobody attacks and nobody says anything.
fn calm_world() -> Sim {
    let mut scenario = crate::scenario::load("einstieg", &[]).expect("the first scenario is right");
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario.notices.clear();
    scenario.injects.clear();
    let mut sim = Sim::new(Arc::new(scenario));
    let pacts = sim.scenario().pacts.len();
    sim.reset(1, 0, pacts - 1);
    sim.advance_to(sim.scenario().start_ex);
    sim
}

#[test]
fn whoever_cut_itself_off_from_a_provider_that_was_not_hit_need_not_wait_for_it() {
    let mut sim = calm_world();
    let lorsch = seat(&sim, LORSCH);
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(DAY));
    let helps = remedies_of(&view(&sim, lorsch), "meldewesen");
    assert!(helps.contains(&"remedy-reconnect".to_owned()), "{helps:?}");
    assert!(
        !helps.contains(&"remedy-wait-provider".to_owned()),
        "{helps:?}"
    );
    // Once the provider has cut its end it is for both sides to be released.
    sim.order_containment(seat(&sim, "datenhaus"), ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    let helps = remedies_of(&view(&sim, lorsch), "meldewesen");
    assert!(!helps.contains(&"remedy-reconnect".to_owned()), "{helps:?}");
    assert!(
        helps.contains(&"remedy-wait-provider".to_owned()),
        "{helps:?}"
    );
}

/// What the seat is told that it could still order, as the keys of the text and of what it names.
fn possible(sim: &Sim, at: AdministrationId) -> Option<(String, PossibleAt)> {
    let found = view(sim, at).possible?;
    let named = found.what.args.first().and_then(|(_, arg)| match arg {
        Arg::Text(text) => Some(text.key.to_string()),
        _ => None,
    });
    Some((named.unwrap_or(found.what.key.to_string()), found.at))
}

#[test]
fn a_seat_in_trouble_is_told_what_it_can_still_order_until_it_has() {
    let mut sim = calm_world();
    let (lorsch, provider) = (seat(&sim, LORSCH), seat(&sim, "datenhaus"));
    assert_eq!(possible(&sim, lorsch), None, "nothing is amiss");
    sim.order_containment(lorsch, ContainmentOption::CutProviderLink);
    sim.advance_to(sim.now().after(3 * DAY));
    let order = |key: &str| Some((key.to_owned(), PossibleAt::Orders));
    assert_eq!(possible(&sim, lorsch), order("option-convene"));
    sim.call_crisis_staff(lorsch);
    assert_eq!(possible(&sim, lorsch), order("option-reconnect"));
    // The way back is not free any more; what is refused is not named.
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    sim.advance_to(sim.now().after(DAY));
    let named = |sim: &Sim| possible(sim, lorsch).map(|(what, _)| what);
    assert_ne!(named(&sim).as_deref(), Some("option-reconnect"));
    sim.secure_pay_file(lorsch);
    let (what, place) = possible(&sim, lorsch).expect("nobody was asked for help");
    assert!(what.starts_with("aid-kind-"), "{what}");
    assert_eq!(place, PossibleAt::Aid);
}

fn desks(sim: &Sim, asker: AdministrationId) -> AidDraft {
    let service = row(&view(sim, asker), "meldewesen").id;
    AidDraft {
        kind: AidKind::ItWorkplaces,
        helper: seat(sim, HEPPENHEIM),
        amount: 2,
        days: 5,
        service: Some(service),
        skill: None,
    }
}

fn notebooks(helper: AdministrationId, amount: u32) -> AidDraft {
    AidDraft {
        kind: AidKind::LoanNotebooks,
        helper,
        amount,
        days: 5,
        service: None,
        skill: None,
    }
}

fn objection(preview: &Preview, helper: AdministrationId) -> Option<&str> {
    let mut candidates = preview.candidates.iter();
    let found = candidates.find(|one| one.helper == helper);
    let candidate = found.expect("everybody who serves citizens is listed");
    candidate.objection.as_ref().map(|text| text.key.as_ref())
}

/// Lets time pass.
fn pass(sim: &mut Sim, minutes: u32) {
    sim.advance_to(sim.now().after(minutes));
}

#[test]
fn a_message_of_ones_own_says_to_whom_it_went() {
    let mut sim = world(1);
    pass(&mut sim, HOUR);
    let notice = sim.scenario().notices[0].clone();
    let provider = view(&sim, AdministrationId::from_index(notice.from));
    let mut entries = provider.log.entries.iter();
    let sent = entries.find(|entry| entry.at.at == notice.at && entry.from.is_none());
    let to = sent.and_then(|entry| entry.to.clone());
    assert_eq!(to, Some(Text::new("script-to-customers")));
    let customer = view(&sim, seat(&sim, BENSHEIM));
    let mut entries = customer.log.entries.iter();
    let got = entries.find(|entry| entry.at.at == notice.at && entry.from.is_some());
    assert_eq!(got.and_then(|entry| entry.to.clone()), None);
}

/// Whoever does it without the paper has answered the question all the same.
#[test]
fn the_first_answer_of_a_paper_is_the_act_that_answers_its_question() {
    use DecisionKind as Kind;
    let sim = world(1);
    for kind in [
        Kind::ProviderLink,
        Kind::Customers,
        Kind::Shutdown,
        Kind::CrisisStaff,
        Kind::Reconnect,
        Kind::Notify,
        Kind::PayFile,
        Kind::Island,
    ] {
        let answers = options(sim.known(seat(&sim, LORSCH)), kind);
        let act = answers[0].command.as_ref().expect("something is done");
        assert_eq!(act.decision_kind(), Some(kind));
        let others = answers[1..].iter().filter_map(|row| row.command.as_ref());
        for other in others {
            assert_ne!(other.decision_kind(), Some(kind), "{other:?}");
        }
    }
}

#[test]
fn at_the_beginning_nothing_is_wrong() {
    let sim = world(1);
    for (index, administration) in sim.scenario().administrations.iter().enumerate() {
        let view = view(&sim, AdministrationId::from_index(index));
        let standing = view.town_hall.standing;
        assert_eq!(
            standing.operating + standing.closed,
            standing.total,
            "{}",
            administration.name
        );
        assert_eq!(view.town_hall.next_deadline, None);
        assert!(view.decisions.is_empty());
        let rows = &view.town_hall.services;
        assert!(rows.iter().all(|row| row.cause_end == CauseEnd::Fine));
        assert!(rows.iter().all(|row| row.remedies.is_empty()));
    }
    // The county pays people: the next run is known and secured while the application works.
    let county = view(&sim, seat(&sim, COUNTY));
    let (cut_off, secured) = row(&county, "sgb2").pay_run.expect("it pays people");
    assert!(secured && cut_off.at > sim.now());
}

#[test]
fn a_cut_line_is_told_with_its_cause_and_its_deadlines() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    sim.order_containment(here, ContainmentOption::CutProviderLink);
    pass(&mut sim, HOUR);
    let (cut_at, by) = sim.known(here).link_cut().expect("it is cut by now");
    assert_eq!(by, here);
    let friday = view(&sim, here);
    let desk = row(&friday, "meldewesen");
    assert_eq!(desk.state, ServiceState::Down);
    assert_eq!(end_key(desk), "cause-cut-by-us");
    assert_eq!(desk.causes.len(), 2, "the application, then the line");
    assert_eq!(desk.opens, None);
    assert_eq!(desk.emergency_by.state, DeadlineState::Open);
    let due = desk.emergency_by.at.expect("it runs").at;
    assert_eq!(due, cut_at.after(3 * DAY));
    assert_eq!(
        desk.latest_by.at.expect("it runs").at,
        cut_at.after(10 * DAY)
    );
    // What does not hang on the provider goes on.
    assert_eq!(row(&friday, "telefonie").state, ServiceState::Operating);
    // The web page is out of the provider's house and needs no line of ours.
    assert_eq!(row(&friday, "website").state, ServiceState::Operating);

    pass(&mut sim, DAY);
    let saturday = view(&sim, here);
    let desk = row(&saturday, "meldewesen");
    assert_eq!(desk.state, ServiceState::Down, "it will not open on Monday");
    let opens = desk.opens.expect("it is closed");
    assert_eq!((opens.day, opens.hour), (22, 8));
    assert_eq!(row(&saturday, "telefonie").state, ServiceState::Closed);
}

#[test]
fn the_worst_and_most_urgent_stands_first() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    sim.order_containment(here, ContainmentOption::CutProviderLink);
    pass(&mut sim, HOUR);
    let view = view(&sim, here);
    let services = &view.town_hall.services;
    assert_eq!(services[0].state, ServiceState::Down);
    let urgent: Vec<SimTime> = services
        .iter()
        .filter(|row| row.state == ServiceState::Down)
        .filter_map(|row| row.emergency_by.at)
        .map(|at| at.at)
        .collect();
    assert!(urgent.len() > 2 && urgent.is_sorted(), "{urgent:?}");
    let next = view.town_hall.next_deadline.expect("something is due");
    assert!(next.at.at <= urgent[0]);
    let standing = view.town_hall.standing;
    let sum =
        standing.operating + standing.emergency + standing.below + standing.down + standing.closed;
    assert_eq!(sum, standing.total);
}

/// Lets time pass until the provider has told a customer that it is hit.
fn hear_of_the_hit(sim: &mut Sim, here: AdministrationId, limit: SimTime) {
    let provider = seat(sim, "datenhaus");
    while sim.known(provider).provider_hit().is_none() && sim.advance_to_news(limit) {}
    sim.notify_customers(provider);
    while sim.known(here).provider_hit().is_none() && sim.advance_to_news(limit) {}
}

#[test]
fn a_cause_is_open_until_the_provider_reports() {
    for seed in 0..60 {
        let mut sim = world(seed);
        let here = seat(&sim, BENSHEIM);
        let limit = sim.now().after(6 * DAY);
        let silent = |sim: &Sim| {
            let known = sim.known(here);
            known.provider_hit().is_none()
                && known.own_hit().is_none()
                && known.services().any(|service| service.it < 0.05)
        };
        while !silent(&sim) && sim.advance_to_news(limit) {}
        if !silent(&sim) {
            continue;
        }
        let before = view(&sim, here);
        let down: Vec<&ServiceRow> = before
            .town_hall
            .services
            .iter()
            .filter(|row| row.state == ServiceState::Down)
            .collect();
        assert!(!down.is_empty());
        assert!(down.iter().all(|row| row.cause_end == CauseEnd::Open));
        let foreign = down.iter().filter_map(|row| row.causes.last());
        assert!(foreign.into_iter().all(|link| link.owner.is_some()));
        hear_of_the_hit(&mut sim, here, limit);
        if sim.known(here).own_hit().is_some() {
            continue;
        }
        let after = view(&sim, here);
        let keys: Vec<&str> = after
            .town_hall
            .services
            .iter()
            .filter(|row| row.state == ServiceState::Down && row.level_of_100 == 0)
            .map(end_key)
            .collect();
        assert!(keys.contains(&"cause-provider-hit"), "{keys:?}");
        assert!(!keys.contains(&"open"), "{keys:?}");
        return;
    }
    panic!("in no world did the provider fall silent before it reported");
}

#[test]
fn customers_of_a_hit_provider_are_no_helpers_once_that_is_known() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    let draft = desks(&sim, here);
    let (lorsch, heppenheim) = (seat(&sim, LORSCH), seat(&sim, HEPPENHEIM));
    let county = seat(&sim, COUNTY);
    let before = preview(sim.known(here), &draft);
    assert_eq!(objection(&before, lorsch), None);
    assert_eq!(
        objection(&before, county),
        Some("objection-no-such-service")
    );
    let limit = sim.now().after(20 * DAY);
    hear_of_the_hit(&mut sim, here, limit);
    let after = preview(sim.known(here), &draft);
    assert_eq!(objection(&after, lorsch), Some("objection-same-provider"));
    assert_eq!(objection(&after, heppenheim), None);
    let best = &after.candidates[0];
    assert!(best.objection.is_none());
    let (earliest, latest) = best.at_work.expect("the pact says so");
    assert_eq!(earliest.at, sim.now().after(DAY));
    assert_eq!(latest.at, sim.now().after(3 * DAY));
    assert_eq!(after.effect.key, "effect-workplaces");
}

#[test]
fn the_paper_tells_options_apart_by_price_and_risk() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    let limit = sim.now().after(DAY);
    while sim.known(here).provider_suspected().is_none() && sim.advance_to_news(limit) {}
    let view = view(&sim, here);
    let paper = view.decisions.first().expect("a suspicion asks for it");
    assert_eq!(paper.options.len(), 5);
    let risk: Vec<f64> = paper
        .options
        .iter()
        .map(|option| option.risk.expect("it is known"))
        .collect();
    let [cut, block, shut, backups, watch] = risk[..] else {
        panic!("five options")
    };
    assert!(cut < block && block < watch, "{risk:?}");
    assert!(
        shut < block && backups.to_bits() == watch.to_bits(),
        "{risk:?}"
    );
    let costs: Vec<&str> = paper
        .options
        .iter()
        .map(|option| option.costs.key.as_ref())
        .collect();
    assert_eq!(
        costs,
        [
            "cost-services-now",
            "cost-remote-access",
            "cost-services-now",
            "cost-backups-offline",
            "cost-nothing"
        ]
    );
    assert_eq!(paper.options[4].command, None);
    assert!(!paper.known.is_empty() && !paper.unknown.is_empty());
    assert!(paper.options.iter().all(|option| option.refusal.is_none()));
}

#[test]
fn a_request_is_seen_from_both_sides() {
    let mut sim = world(1);
    let (here, helper) = (seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM));
    let id = sim.request_aid(here, notebooks(helper, 4));
    assert_eq!(view(&sim, here).town_hall.help.unanswered, 1);
    assert!(view(&sim, helper).aid.rows.is_empty(), "not arrived yet");
    pass(&mut sim, 15);
    let asked = view(&sim, helper);
    assert!(asked.aid.rows[0].can_answer);
    let paper = asked.decisions.first().expect("it must be answered");
    assert_eq!(paper.question.key, "question-answer-from");
    let variants: Vec<usize> = paper.options.iter().map(|of| of.variants.len()).collect();
    assert_eq!(variants.len(), 2, "yes and no");
    assert_eq!(variants[0], 4, "each amount");
    assert!(variants[1] > 2, "each reason: {variants:?}");
    sim.grant_aid(id, 4);
    let help = view(&sim, here).town_hall.help;
    assert_eq!((help.promised, help.unanswered), (4, 0));
    let (earliest, latest) = help.next_arrival.expect("it was promised");
    assert!(earliest.at >= sim.now() && latest.at >= earliest.at);
    let row = &view(&sim, here).aid.rows[0];
    assert!(row.can_recall && row.granted == Some(4));
    assert_eq!(view(&sim, helper).town_hall.help.given, 1, "one request");
}

#[test]
fn curves_begin_at_the_start_and_do_not_run_back() {
    let mut sim = world(3);
    let here = seat(&sim, BENSHEIM);
    sim.order_containment(here, ContainmentOption::EmergencyShutdown);
    sim.call_crisis_staff(here);
    pass(&mut sim, 12 * DAY);
    let course = view(&sim, here).course;
    assert_eq!(course.days.len(), 12);
    for series in &course.series {
        assert_eq!(series.steps[0].0, course.from.at, "{:?}", series.name);
        assert!(series.steps.is_sorted_by(|a, b| a.0 < b.0));
        let in_range = |level: f32| (0.0..=100.0).contains(&level);
        assert!(series.steps.iter().all(|(_, level)| in_range(*level)));
    }
    assert_eq!(course.series[0].service, None);
    assert!(course.series[0].steps.len() > 2);
    let end = outcome(&sim, here);
    assert!(end.services[0].was_down);
    assert!(end.sum.lost_service_hours > 0.0);
}

/// Switches a place off and lets time pass until its work waits for people.
fn with_work(id: &str) -> (Sim, AdministrationId) {
    let mut sim = world(1);
    let here = seat(&sim, id);
    sim.order_containment(here, ContainmentOption::EmergencyShutdown);
    sim.call_crisis_staff(here);
    let limit = sim.now().after(60 * DAY);
    while waiting_for_people(&sim, here).is_none() {
        pass(&mut sim, 6 * HOUR);
        assert!(sim.now() < limit, "no work ever waits for people");
    }
    (sim, here)
}

fn waiting_for_people(sim: &Sim, here: AdministrationId) -> Option<u32> {
    let known = sim.known(here);
    let finish = known.finish_in_order(known.queue());
    let orders = known.orders();
    // With leave and illness nobody may be there at all: then the first waits as well.
    let somebody_works = orders.iter().any(|order| order.people > 0);
    let mut waiting = orders
        .iter()
        .filter(|order| somebody_works && known.queue().first() != Some(&order.id))
        .filter(|order| finish.get(&order.id).is_some_and(Option::is_some))
        .filter(|order| {
            let waits = order.waits_for.as_ref();
            waits.is_some_and(|text| text.key == "waits-people")
        });
    waiting.next_back().map(|order| order.id)
}

#[test]
fn the_order_of_work_decides_who_gets_people() {
    let (mut sim, here) = with_work(LORSCH);
    let id = waiting_for_people(&sim, here).expect("just looked");
    let people = |sim: &Sim, id: u32| {
        let orders = sim.known(here).orders();
        orders
            .iter()
            .find(|order| order.id == id)
            .expect("it is there")
            .people
    };
    let before = sim.known(here).queue().to_vec();
    let first = before[0];
    let place = before
        .iter()
        .position(|other| *other == id)
        .expect("it is open");
    let late = sim.known(here).finish_in_order(&before);
    assert_eq!(people(&sim, id), 0);
    for _ in 0..place {
        sim.move_order(here, id, true);
    }
    let after = sim.known(here).queue().to_vec();
    assert_eq!(after[0], id);
    assert_eq!(after[1], first, "the others keep their order");
    assert!(people(&sim, id) > 0);
    let early = sim.known(here).finish_in_order(&after);
    assert!(early[&id].expect("it is in work").1 < late[&id].expect("it can be told").1);
    // Moving beyond either end changes nothing; moving down undoes moving up.
    sim.move_order(here, id, true);
    assert_eq!(sim.known(here).queue(), after);
    for _ in 0..place {
        sim.move_order(here, id, false);
    }
    assert_eq!(sim.known(here).queue(), before);
    let last = *before.last().expect("work is open");
    sim.move_order(here, last, false);
    assert_eq!(sim.known(here).queue(), before);
}

#[test]
fn work_is_listed_in_its_order_with_what_a_move_would_change() {
    let (mut sim, here) = with_work(LORSCH);
    let rows = view(&sim, here).work.rows;
    let open: Vec<u32> = rows.iter().filter_map(|row| row.order).collect();
    assert_eq!(open, sim.known(here).queue());
    let fixed = rows.iter().take_while(|row| row.order.is_none()).count();
    assert_eq!(fixed + open.len(), rows.len(), "what is fixed comes first");
    // Spans look ahead: what is in work is done before what waits for it.
    for row in rows.iter().filter(|row| row.people > 0) {
        let (earliest, latest) = row.ready.expect("it is in work");
        assert!(sim.now() <= earliest.at && earliest.at < latest.at);
    }
    let mut promised = 0;
    for row in rows.iter().skip(fixed + 1) {
        let Some(shift) = row.if_moved_up.iter().find(|shift| shift.name == row.name) else {
            continue;
        };
        let id = row.order.expect("only open work is moved");
        assert!(
            shift.earlier && shift.minutes.0 <= shift.minutes.1,
            "{row:?}"
        );
        let ready = |sim: &Sim| {
            let rows = view(sim, here).work.rows;
            let row = rows.into_iter().find(|row| row.order == Some(id));
            row.and_then(|row| row.ready).expect("it can be told").1.at
        };
        let before = ready(&sim);
        sim.move_order(here, id, true);
        let by = before.since(ready(&sim));
        sim.move_order(here, id, false);
        assert!(
            by == shift.minutes.0 || by == shift.minutes.1,
            "{by} {shift:?}"
        );
        promised += 1;
    }
    assert!(promised > 0, "no move promises anything");
}

/// The fog: what another place has not reported yet changes nothing here.
#[test]
fn unreported_outages_change_no_region() {
    let (mut plain, mut hit) = (world(2), world(2));
    let here = seat(&plain, BENSHEIM);
    let other = seat(&plain, HEPPENHEIM);
    for sim in [&mut plain, &mut hit] {
        sim.call_crisis_staff(here);
        while sim.known(here).crisis_staff().1.is_none() {
            pass(sim, 1);
        }
        pass(sim, 2 * HOUR);
    }
    let report_of = |sim: &Sim| {
        let places = view(sim, here).region.places;
        let found = places.into_iter().find(|place| place.id == other);
        found.expect("it is listed").report
    };
    assert!(report_of(&plain).is_some(), "everybody has reported");
    hit.order_containment(other, ContainmentOption::EmergencyShutdown);
    hit.call_crisis_staff(other);
    let mut hidden = 0;
    let as_of = |sim: &Sim| report_of(sim).map(|report| report.as_of);
    let before = as_of(&hit);
    loop {
        pass(&mut plain, 1);
        pass(&mut hit, 1);
        // In the next round its silence tells; until then nothing does.
        if as_of(&plain) != before {
            break;
        }
        if hit.known(other).own_report().down > 0 {
            hidden += 1;
            assert_eq!(view(&plain, here).region, view(&hit, here).region);
        }
    }
    assert!(
        hidden > HOUR,
        "it stood for {hidden} min before anybody knew"
    );
    assert_eq!(as_of(&hit), before, "its crisis staff has not met");
    for sim in [&mut plain, &mut hit] {
        pass(sim, DAY);
    }
    assert!(report_of(&hit).expect("it reported").down > 0);
    assert_eq!(report_of(&plain).expect("it reported").down, 0);
    let (now, then) = (
        view(&hit, here).region.served,
        view(&plain, here).region.served,
    );
    assert!(now.now_of_100 < then.now_of_100, "{now:?} {then:?}");
    assert!(now.lowest_of_100 <= now.now_of_100);
}

#[test]
fn the_region_lists_every_county_before_its_municipalities() {
    let sim = world(1);
    let here = seat(&sim, LORSCH);
    let region = view(&sim, here).region;
    assert_eq!(region.groups.len(), 1);
    let group = &region.groups[0];
    assert_eq!(region.places[group.head].id, seat(&sim, COUNTY));
    assert_eq!(group.members, 1..7);
    let own: Vec<_> = region.places.iter().filter(|place| place.is_own).collect();
    assert_eq!(own.len(), 1);
    assert!(own[0].id == here && own[0].report.is_some());
    let others = region.places.iter().filter(|place| !place.is_own);
    assert_eq!(others.filter(|place| place.report.is_some()).count(), 0);
    assert_eq!((region.served.heard, region.served.of), (1, 7));
    assert_eq!(region.served.now_of_100, Some(100));
}

/// The fog: what nobody noticed changes nothing that anybody sees.
#[test]
fn hidden_compromise_changes_no_view() {
    let mut compared = 0;
    for seed in 1..4 {
        let (mut plain, mut hit) = (world(seed), world(seed));
        let here = seat(&plain, BENSHEIM);
        let identity = plain
            .known(here)
            .systems()
            .find(|system| system.name == "identity")
            .expect("it signs people in")
            .id;
        hit.compromise_hidden(identity);
        assert!(hit.was_hit(here) && !plain.was_hit(here));
        for sim in [&mut plain, &mut hit] {
            sim.order_containment(here, ContainmentOption::BlockRemoteAccess);
            sim.call_crisis_staff(here);
            let draft = desks(sim, here);
            sim.request_aid(here, draft);
        }
        let draft = desks(&plain, here);
        let detected = |sim: &Sim| {
            (0..sim.scenario().administrations.len())
                .map(AdministrationId::from_index)
                .filter(|id| {
                    sim.scenario().administrations[id.index()]
                        .provider
                        .is_some()
                })
                .any(|id| sim.known(id).own_hit().is_some())
        };
        for hour in 0..20 * 24 {
            for sim in [&mut plain, &mut hit] {
                // What is switched off looks the same, whoever held it.
                if hour == 6 {
                    sim.order_containment(here, ContainmentOption::EmergencyShutdown);
                }
                pass(sim, HOUR);
            }
            if detected(&plain) || detected(&hit) {
                break;
            }
            for index in 0..plain.scenario().administrations.len() {
                let id = AdministrationId::from_index(index);
                assert_eq!(view(&plain, id), view(&hit, id), "seed {seed}");
                let systems =
                    |sim: &Sim| format!("{:?}", sim.known(id).systems().collect::<Vec<_>>());
                assert_eq!(systems(&plain), systems(&hit), "seed {seed}");
            }
            assert_eq!(
                preview(plain.known(here), &draft),
                preview(hit.known(here), &draft)
            );
            // The wall is for all: nothing hidden, and nothing that one of the seats has not heard.
            let seats = [here, seat(&plain, HEPPENHEIM)];
            let wall = wall_view(&plain, &seats, &[], true, false);
            assert_eq!(
                wall,
                wall_view(&hit, &seats, &[], true, false),
                "seed {seed}"
            );
            let reports = || wall.places.iter().filter_map(|place| place.report.as_ref());
            let young = reports().filter(|report| !report.is_old).count();
            assert_eq!(wall.served.young, young as u32);
            let oldest = reports().map(|report| report.as_of.at).min();
            assert_eq!(wall.served.oldest.map(|oldest| oldest.at), oldest);
            assert_eq!(wall.curve.steps.is_empty(), oldest.is_none());
            for place in &wall.places {
                let Some(report) = &place.report else {
                    continue;
                };
                let mut all = (0..).zip(&plain.scenario().administrations);
                let found = all.find(|(_, one)| one.name == place.name);
                let id = AdministrationId(found.expect("it is there").0);
                for looking in seats.iter().filter(|seat| **seat != id) {
                    let heard = plain.known(*looking).heard_of(id);
                    assert!(heard.is_some_and(|(at, _)| at >= report.as_of.at));
                }
            }
            compared += 1;
        }
    }
    assert!(compared > 20, "only {compared} hours were compared");
}

#[test]
fn a_provider_sees_its_lines_and_only_what_customers_reported() {
    let mut sim = world(1);
    let (provider, here) = (seat(&sim, "datenhaus"), seat(&sim, BENSHEIM));
    let customers = |sim: &Sim| view(sim, provider).town_hall.customers;
    let begin = customers(&sim);
    assert_eq!(begin.len(), sim.known(provider).customers().len());
    assert!(begin.len() > 3);
    assert!(begin.iter().all(|row| row.cut.is_none()));
    assert!(begin.iter().all(|row| row.told.is_none()));
    assert!(begin.iter().all(|row| row.affected.is_none()));
    assert!(view(&sim, here).town_hall.customers.is_empty());
    sim.order_containment(here, ContainmentOption::CutProviderLink);
    pass(&mut sim, HOUR);
    let rows = customers(&sim);
    let (last, others) = rows.split_last().expect("there are customers");
    assert_eq!(last.name, "Bensheim", "open lines come first");
    assert_eq!(last.cut.map(|(_, by_us)| by_us), Some(false));
    assert!(others.iter().all(|row| row.cut.is_none()));
    sim.order_containment(provider, ContainmentOption::CutAllCustomers);
    pass(&mut sim, 6 * HOUR);
    let rows = customers(&sim);
    let by_us = |row: &CustomerRow| row.cut.is_some_and(|(_, by_us)| by_us);
    assert!(rows.iter().all(by_us), "both ends are cut, one is ours");
    sim.call_crisis_staff(here);
    pass(&mut sim, 3 * DAY);
    let rows = customers(&sim);
    let town = rows.iter().find(|row| row.name == "Bensheim");
    assert!(town.is_some_and(|row| row.affected.is_some()));
    // Nobody but a provider looks at the lines of others.
    let known = sim.known(seat(&sim, LORSCH));
    assert_eq!(known.line_to_customer_cut(here), None);
    assert_eq!(known.customer_told(here), None);
}

#[test]
fn a_provider_notes_whom_it_told() {
    let mut sim = world(1);
    let provider = seat(&sim, "datenhaus");
    let limit = sim.now().after(20 * DAY);
    while sim.known(provider).provider_hit().is_none() && sim.advance_to_news(limit) {}
    sim.notify_customers(provider);
    pass(&mut sim, 4 * HOUR);
    let rows = view(&sim, provider).town_hall.customers;
    let found = sim.known(provider).provider_hit().expect("it noticed");
    assert!(
        rows.iter()
            .all(|row| row.told.is_some_and(|at| at.at > found))
    );
}

#[test]
fn a_message_asks_until_it_is_answered_or_decided() {
    let mut sim = world(1);
    let (asker, helper) = (seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM));
    let asked = |sim: &Sim| {
        let log = view(sim, helper).log.entries;
        let found = log.into_iter().find(|e| e.text.key == "log-aid-asked");
        found.and_then(|entry| entry.asks)
    };
    let request = sim.request_aid(asker, desks(&sim, asker));
    assert_eq!(asked(&sim), None, "it has not arrived");
    pass(&mut sim, DAY);
    assert_eq!(asked(&sim), Some(Asks::Answer(request)));
    sim.grant_aid(request, 1);
    assert_eq!(asked(&sim), Some(Asks::Done));
    // The asker is asked for nothing: the answer is a step of aid.
    let own = view(&sim, asker).log.entries;
    assert!(own.iter().all(|entry| entry.asks != Some(Asks::Done)));
}

#[test]
fn what_a_report_raised_is_decided_or_open() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    let mut asked = None;
    for _ in 0..40 {
        pass(&mut sim, 2 * HOUR);
        let log = view(&sim, here).log.entries;
        asked = log.iter().find_map(|entry| match entry.asks {
            Some(Asks::Decision(id)) => Some((entry.at.at, id)),
            _ => None,
        });
        if asked.is_some() {
            break;
        }
    }
    let (at, id) = asked.expect("the provider reports within days");
    let raised = sim.known(here).decisions();
    let raised = raised.iter().find(|decision| decision.id == id);
    assert_eq!(raised.map(|decision| decision.raised), Some(at));
    let minute = sim.now();
    for decision in sim.known(here).decisions() {
        sim.close_decision(decision.id);
    }
    sim.advance_to(minute);
    let log = view(&sim, here).log.entries;
    let entry = log
        .iter()
        .find(|entry| entry.at.at == at && entry.asks.is_some());
    assert_eq!(entry.and_then(|entry| entry.asks), Some(Asks::Done));
}

#[test]
fn a_provider_is_measured_by_the_services_of_its_customers() {
    let scenario =
        Arc::new(crate::scenario::load("suedhessen", &[]).expect("the scenario is right"));
    let all = &scenario.administrations;
    let find = |id: &str| {
        let at = all.iter().position(|one| one.id == id);
        AdministrationId::from_index(at.expect("it is there"))
    };
    let (provider, town) = (find("datenhaus"), find("06431002"));
    let mut sim = Sim::new(Arc::clone(&scenario));
    sim.reset(1, 0, 0);
    sim.keep_courses();
    sim.advance_to(scenario.start_ex.after(5 * DAY));
    let of = |seat| outcome(&sim, seat);
    let (of_provider, of_town) = (of(provider), of(town));
    assert!(of_provider.provider.is_some() && of_provider.services.is_empty());
    assert!(of_town.provider.is_none() && !of_town.services.is_empty());
    assert!(of_town.sum.lost_service_hours > 0.0);
    assert!(of_provider.sum.lost_service_hours > of_town.sum.lost_service_hours);
}

#[test]
fn a_provider_that_shuts_down_takes_away_what_its_customers_work_with() {
    let mut sim = world(1);
    let (provider, here) = (seat(&sim, "datenhaus"), seat(&sim, BENSHEIM));
    let price = |sim: &Sim, option: ContainmentOption| {
        let label = Text::new(format!("containment-{}", option.id()));
        let measures = view(sim, provider).measures;
        let row = measures.into_iter().find(|row| row.label == label);
        row.expect("it can be ordered").costs
    };
    let customers = |count: usize| Text::new("cost-customers").count("count", count as i64);
    let all = sim.known(provider).customers().len();
    for option in [
        ContainmentOption::EmergencyShutdown,
        ContainmentOption::CutAllCustomers,
    ] {
        assert_eq!(price(&sim, option), customers(all));
    }
    sim.order_containment(here, ContainmentOption::CutProviderLink);
    pass(&mut sim, HOUR);
    assert_eq!(
        price(&sim, ContainmentOption::EmergencyShutdown),
        customers(all - 1)
    );
}

#[test]
fn the_wall_tells_of_each_decision_what_followed_from_it() {
    let mut sim = world(1);
    let here = seat(&sim, BENSHEIM);
    let at = sim.now();
    let decided = |text: Text, on_paper: bool| Decided {
        seat: here,
        at,
        text,
        on_paper,
    };
    sim.order_containment(here, ContainmentOption::BackupsOffline);
    pass(&mut sim, 12 * HOUR);
    let refused = |from: &str| Text::new("act-refuse_aid").name("to", from.to_owned());
    let mut all = vec![
        decided(Text::new("act-secure_pay_file"), true),
        decided(Text::new("act-backups_offline"), true),
    ];
    all.extend((0..21).map(|number| decided(refused(&format!("Ort {number}")), false)));
    let wall = wall_view(&sim, &[here], &all, true, false);
    let said: Vec<(&str, usize)> = wall
        .decisions
        .iter()
        .map(|of| (of.text.key.as_ref(), of.followed.len()))
        .collect();
    assert_eq!(
        said,
        [
            ("act-backups_offline", 1),
            ("act-secure_pay_file", 0),
            ("wall-and-more", 0),
        ]
    );
    let followed = &wall.decisions[0].followed[0];
    assert_eq!(followed.key, "log-effective-backups_offline");
    let [_, (_, crate::vocab::Arg::Count(20))] = &wall.decisions[2].text.args[..] else {
        panic!("{:?}", wall.decisions[2].text);
    };
    assert_eq!(wall.course.marks.len(), 3);
}

#[test]
fn before_the_first_report_no_curve_says_that_all_is_well() {
    let sim = world(1);
    let seats = [seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM)];
    let wall = wall_view(&sim, &seats, &[], true, false);
    assert!(wall.places.iter().all(|place| place.report.is_none()));
    assert_eq!(wall.curve.steps, []);
    assert_eq!(wall.served.now_of_100, None);
    // A provider serves no citizens itself: it knows what it heard and no more.
    let region = view(&sim, seat(&sim, "datenhaus")).region;
    assert_eq!((region.served.heard, region.curve.steps), (0, Vec::new()));
    // A town knows of itself.
    assert!(!view(&sim, seats[0]).region.curve.steps.is_empty());
}

#[test]
fn the_wall_asks_the_question_of_a_phase_until_the_next_one_begins() {
    let scenario = crate::scenario::load("suedhessen", &[]).expect("the scenario is right");
    let scenario = Arc::new(scenario);
    let mut sim = Sim::new(Arc::clone(&scenario));
    sim.reset(1, 0, 0);
    sim.advance_to(scenario.start_ex);
    let asked = |sim: &Sim, briefed: bool| {
        let wall = wall_view(sim, &[AdministrationId(0)], &[], briefed, false);
        let position = |text: &Text| {
            let mut stages = scenario.stages.iter();
            stages.position(|stage| local(&stage.question) == *text)
        };
        wall.question.as_ref().and_then(position)
    };
    // What stands before the first phase is said to who leads.
    assert!(scenario.stages[0].stands());
    assert_eq!(asked(&sim, false), None);
    assert_eq!(asked(&sim, true), Some(1));
    sim.advance_to(scenario.stages[1].ends);
    assert_eq!(asked(&sim, true), Some(1));
    sim.advance_to(SimTime(scenario.stages[2].begins.0 - 1));
    assert_eq!(asked(&sim, true), Some(1));
    sim.advance_to(scenario.stages[2].begins);
    assert_eq!(asked(&sim, true), Some(2));
}

#[test]
fn the_pages_say_the_same_of_when_a_step_is_done() {
    let mut sim = world(1);
    let end = sim.now().after(60 * DAY);
    let mut compared = 0;
    while sim.now() < end {
        sim.advance_to(sim.now().after(5 * DAY));
        for at in [seat(&sim, BENSHEIM), seat(&sim, "datenhaus")] {
            let view = view(&sim, at);
            for step in &view.town_hall.recovery {
                let mut rows = view.work.rows.iter();
                let row = rows
                    .find(|row| row.name == step.name)
                    .expect("it is listed");
                assert_eq!(row.ready, step.ready, "{:?}", row.name);
                compared += usize::from(row.ready.is_some());
            }
        }
    }
    assert!(compared > 0);
}
