//! Whether a command is possible now, and if not, why; from what the seat knows.

use super::{AidAnswer, Command, inject};
use crate::scenario::SetUp;
use crate::sim::{Cap, DecisionKind, Known, KnownPermit, KnownRequest, Sim, kind_rule};
use crate::vocab::{
    AdministrationId, AidDraft, AidState, Channel, ContainmentOption, DAY, DecisionId,
    Intervention, NoticeDuty, Pace, Refusal, RequestId, ServiceId, Skill, Text,
};

/// Reasons with which a request may be refused.
pub const REFUSAL_REASONS: [&str; 6] = [
    "own_danger",
    "same_provider",
    "own_services",
    "pay_or_election_week",
    "contamination",
    "no_capacity",
];

/// Proof that a command was checked; only [`check`] makes one.
#[derive(Debug)]
pub struct Permit(());

/// A refusal for a reason, `refusal-…`, and what would help: the text `help-…` of the same name.
pub(super) fn no(reason: Text) -> Refusal {
    let help = reason.key.replacen("refusal-", "help-", 1);
    Refusal::because(reason).unless(Text::new(help))
}

pub(super) fn ensure(holds: bool, key: &'static str) -> Result<(), Refusal> {
    if holds {
        Ok(())
    } else {
        Err(no(Text::new(key)))
    }
}

/// Says whether the seat may do this now.
///
/// # Errors
/// The reason, and what would help.
pub fn check(known: Known, command: &Command) -> Result<Permit, Refusal> {
    match command {
        Command::Contain(option) => may_contain(known, *option)?,
        Command::Lift(option) => may_lift(known, *option)?,
        Command::ReconnectProviderLink => may_reconnect(known)?,
        Command::ConveneCrisisStaff => {
            ensure(
                known.crisis_staff().0.is_none(),
                "refusal-crisis-staff-called",
            )?;
        }
        Command::RequestAid(draft) => may_request(known, draft)?,
        Command::AskForPermit(service) => may_ask_for_permit(known, *service)?,
        Command::AnswerAid { request, answer } => may_answer(known, *request, answer)?,
        Command::RecallAid { request } => {
            let request = find_request(known, *request)?;
            let runs = matches!(
                request.state,
                AidState::Granted | AidState::UnderWay | AidState::Briefed | AidState::AtWork
            );
            ensure(runs, "refusal-nothing-to-recall")?;
        }
        Command::NotifyCustomers => may_notify(known)?,
        Command::CutCustomer(customer) => may_cut_customer(known, *customer)?,
        Command::PlaceCustomer { customer, place } => {
            is_customer(known, *customer)?;
            let order = known.customers_in_order();
            let is_another = order
                .get(*place as usize)
                .is_some_and(|other| other != customer);
            ensure(is_another, "refusal-customer-is-there")?;
        }
        Command::AdmitCustomer {
            customer,
            without_clearance,
        } => {
            is_customer(known, *customer)?;
            let cut_here = known
                .line_to_customer_cut(*customer)
                .is_some_and(|(_, own_end)| own_end);
            ensure(cut_here, "refusal-customer-not-cut")?;
            let cleared = *without_clearance || known.may_admit_cleared(*customer);
            ensure(cleared, "refusal-customer-not-cleared")?;
        }
        Command::RequireCleanDevices => {
            ensure(known.clean_devices().is_none(), "refusal-device-rule-set")?;
        }
        Command::FileNotice(duty) => may_file(known, *duty)?,
        Command::SecurePayFile => {
            ensure(known.pays(), "refusal-nothing-to-pay")?;
            ensure(!known.is_ready(SetUp::PayFile), "refusal-pay-file-ready")?;
            ensure(known.pay_file().0.is_none(), "refusal-already-ordered")?;
        }
        Command::SetUpIsland => {
            ensure(known.island_ordered().is_none(), "refusal-already-ordered")?;
            let met = known.crisis_staff().1.is_some();
            ensure(met, "refusal-crisis-staff-not-met")?;
            ensure(known.island_is_useful(), "refusal-island-not-needed")?;
        }
        Command::MoveOrder { order, up } => may_move(known, *order, *up)?,
        Command::ArrangeWork { queue } => {
            let (mut asked, mut open) = (queue.clone(), known.queue().to_vec());
            asked.sort_unstable();
            open.sort_unstable();
            ensure(asked == open, "refusal-order-not-open")?;
        }
        Command::RecordDecision {
            decision,
            choice,
            agreed_with,
            ..
        } => {
            find_decision(known, *decision)?;
            are_partners(known, agreed_with)?;
            if let Some(choice) = choice {
                let is_an_act = !matches!(
                    **choice,
                    Command::RecordDecision { .. }
                        | Command::DeferDecision { .. }
                        | Command::StandingOrders(_)
                        | Command::SetClock(_)
                        | Command::Deliberate { .. }
                        | Command::TakeSeat
                        | Command::TableTalk { .. }
                        | Command::Intervene(_)
                ) && !choice.is_of_facilitator();
                ensure(is_an_act, "refusal-not-your-decision")?;
                check(known, choice)?;
            }
        }
        Command::DeferDecision { decision, minutes } => {
            find_decision(known, *decision)?;
            ensure((15..=1440).contains(minutes), "refusal-defer-range")?;
        }
        Command::StandingOrders(None) => {
            ensure(known.deputy().is_some(), "refusal-no-deputy")?;
        }
        Command::StandingOrders(Some(plan)) => {
            let plans = known.response_plans();
            let exists = plans.iter().any(|other| other.id == *plan);
            ensure(exists, "refusal-no-such-plan")?;
            let is_new = known.deputy().is_none_or(|(other, _)| other.id != *plan);
            ensure(is_new, "refusal-deputy-acts")?;
        }
        Command::SetClock(pace) => {
            let possible = match pace {
                Pace::MinutesPerSecond(minutes) => (1..=1440).contains(minutes),
                Pace::Stopped | Pace::NextStop | Pace::OneToOne | Pace::Until(_) => true,
            };
            ensure(possible, "refusal-pace-range")?;
        }
        Command::AcknowledgeInject { inject } => inject::may_acknowledge(known, inject)?,
        Command::AnswerInject {
            inject,
            text,
            agreed_with,
            ..
        } => {
            inject::may_answer(known, inject, text)?;
            are_partners(known, agreed_with)?;
        }
        Command::ForwardInject { inject, to } => {
            inject::may_forward(known, inject)?;
            may_be_told(known, to)?;
        }
        Command::ForwardEntry { entry, to } => {
            let record = known.log().get(*entry as usize);
            let is_report = record.is_some_and(|record| record.is_report_to(known.seat()));
            ensure(is_report, "refusal-no-such-message")?;
            may_be_told(known, to)?;
        }
        Command::Deliberate { minutes } => {
            ensure((1..=DAY).contains(minutes), "refusal-deliberation-range")?;
        }
        Command::TakeSeat => {
            ensure(known.own().seat.is_some(), "refusal-not-a-seat")?;
            ensure(known.deputy().is_none(), "refusal-deputy-acts")?;
        }
        Command::TableTalk { with, about } => may_talk(known, with, about)?,
        Command::Intervene(_)
        | Command::LeadExercise
        | Command::ReleaseInject { .. }
        | Command::HoldInject { .. }
        | Command::LetInjectCome { .. }
        | Command::SkipInject { .. }
        | Command::EditInject { .. }
        | Command::Improvise(_) => return Err(no(Text::new("refusal-facilitator-only"))),
    }
    Ok(Permit(()))
}

/// Says whether a facilitator may do this for a seat now: what only a facilitator does, by how things
/// stand; all else as the seat itself.
///
/// # Errors
/// The reason, and what would help.
pub fn check_for_facilitator(
    sim: &Sim,
    seat: AdministrationId,
    command: &Command,
) -> Result<Permit, Refusal> {
    if let Command::Intervene(intervention) = command {
        may_intervene(sim, seat, *intervention)?;
        return Ok(Permit(()));
    }
    if command.is_of_facilitator() {
        inject::may_lead(sim, command)?;
        return Ok(Permit(()));
    }
    check(sim.known(seat), command)
}

/// The facilitator changes the course of the attack, by what is really there.
fn may_intervene(
    sim: &Sim,
    seat: AdministrationId,
    intervention: Intervention,
) -> Result<(), Refusal> {
    match intervention {
        Intervention::NoticeTrace => {
            ensure(sim.has_trace(seat), "refusal-no-trace")?;
            let known = sim.known(seat);
            let is_new = known.own_hit().is_none() || known.examined().is_some();
            ensure(is_new, "refusal-trace-noticed")
        }
        Intervention::SlowAttack => ensure(sim.may_change_tempo(false), "refusal-tempo"),
        Intervention::HastenAttack => ensure(sim.may_change_tempo(true), "refusal-tempo"),
    }
}

/// A provider tells its customers once, and only what it knows.
fn may_notify(known: Known) -> Result<(), Refusal> {
    ensure(
        !known.customers().is_empty(),
        "refusal-no-customers-to-tell",
    )?;
    ensure(known.provider_hit().is_some(), "refusal-nothing-to-tell")?;
    ensure(known.customers_told().is_none(), "refusal-already-told")
}

/// A report is handed in once, while its clock runs or after it has run out, and the last one when there is
/// something to say.
fn may_file(known: Known, duty: NoticeDuty) -> Result<(), Refusal> {
    let owed = known.notices().iter().find(|owed| owed.duty == duty);
    let owed = owed.ok_or_else(|| no(Text::new("refusal-no-notice-owed")))?;
    ensure(owed.filed.is_none(), "refusal-notice-filed")?;
    ensure(known.may_file(owed), "refusal-final-report-early")
}

fn is_customer(known: Known, customer: AdministrationId) -> Result<(), Refusal> {
    let is_one = known.customers().contains(&customer);
    ensure(is_one, "refusal-not-a-customer")
}

fn may_cut_customer(known: Known, customer: AdministrationId) -> Result<(), Refusal> {
    is_customer(known, customer)?;
    let cut_here = known
        .line_to_customer_cut(customer)
        .is_some_and(|(_, own_end)| own_end);
    ensure(!cut_here, "refusal-customer-cut")?;
    ensure(!known.is_cutting(customer), "refusal-already-ordered")?;
    not_ordered(known, &[ContainmentOption::CutAllCustomers])
}

/// What speaks against ordering a containment now.
fn may_contain(known: Known, option: ContainmentOption) -> Result<(), Refusal> {
    use ContainmentOption as Option_;
    match option {
        Option_::CutProviderLink => {
            ensure(known.has_provider_link(), "refusal-no-provider-link")?;
            ensure(known.link_cut_here().is_none(), "refusal-link-already-cut")?;
            not_ordered(known, &[option, Option_::EmergencyShutdown])
        }
        Option_::EmergencyShutdown => {
            ensure(known.own().kit.is_some(), "refusal-nothing-to-shut-down")?;
            ensure(!known.is_shut_down(), "refusal-already-shut-down")?;
            not_ordered(known, &[option])
        }
        Option_::CutAllCustomers => {
            ensure(!known.customers().is_empty(), "refusal-no-customers")?;
            ensure(!known.customers_cut(), "refusal-already-ordered")?;
            not_ordered(known, &[option])
        }
        Option_::BlockRemoteAccess => {
            has_open_link(known)?;
            is_new(known, option)
        }
        Option_::LockAccounts => {
            ensure(known.own().kit.is_some(), "refusal-nothing-to-shut-down")?;
            is_new(known, option)
        }
        Option_::BackupsOffline => {
            ensure(known.backups().is_some(), "refusal-no-backups")?;
            is_new(known, option)
        }
        Option_::BlockInternet => {
            ensure(known.internet().is_some(), "refusal-no-internet")?;
            is_new(known, option)
        }
        Option_::Watch => Err(no(Text::new("refusal-not-an-order"))),
    }
}

/// Neither in force nor ordered.
fn is_new(known: Known, option: ContainmentOption) -> Result<(), Refusal> {
    ensure(known.in_force(option).is_none(), "refusal-already-ordered")?;
    not_ordered(known, &[option])
}

/// A measure is lifted only when what it was for is over.
fn may_lift(known: Known, option: ContainmentOption) -> Result<(), Refusal> {
    ensure(known.in_force(option).is_some(), "refusal-not-in-force")?;
    if known.recovery_needed().is_some() && known.own_cleared().is_none() {
        return Err(no(Text::new("refusal-own-side-not-cleared")));
    }
    if known.provider_suspected().is_some() && known.provider_cleared().is_none() {
        return Err(no(Text::new("refusal-provider-not-cleared")));
    }
    Ok(())
}

fn has_open_link(known: Known) -> Result<(), Refusal> {
    ensure(known.has_provider_link(), "refusal-no-provider-link")?;
    ensure(known.link_is_open(), "refusal-link-already-cut")
}

fn not_ordered(known: Known, options: &[ContainmentOption]) -> Result<(), Refusal> {
    let ordered = options.iter().any(|option| known.is_ordered(*option));
    ensure(!ordered, "refusal-already-ordered")
}

/// Reconnecting needs clearance on both sides.
fn may_reconnect(known: Known) -> Result<(), Refusal> {
    ensure(known.has_provider_link(), "refusal-no-provider-link")?;
    ensure(!known.link_is_open(), "refusal-link-open")?;
    if let Some((a_day, 0)) = known.connections_left() {
        return Err(no(
            Text::new("refusal-connections-used-up").count("count", a_day)
        ));
    }
    let way_back = known.way_back();
    ensure(way_back.own_side_is_free, "refusal-own-side-not-cleared")?;
    ensure(way_back.is_possible(), "refusal-provider-not-cleared")
}

/// Open orders of the own recovery can change places; an examination is the forensic team's.
fn may_move(known: Known, order: u32, up: bool) -> Result<(), Refusal> {
    let queue = known.queue();
    let place = queue.iter().position(|other| *other == order);
    let Some(place) = place else {
        return Err(no(Text::new("refusal-order-not-open")));
    };
    if up {
        ensure(place > 0, "refusal-order-is-first")
    } else {
        ensure(place + 1 < queue.len(), "refusal-order-is-last")
    }
}

fn may_request(known: Known, draft: &AidDraft) -> Result<(), Refusal> {
    let in_pact = known.terms_with(draft.helper, draft.kind).is_some();
    ensure(in_pact, "refusal-aid-not-in-pact")?;
    ensure(draft.helper != known.seat(), "refusal-aid-self")?;
    let can_help = known.may_give(draft.helper, draft.kind);
    ensure(can_help, "refusal-aid-not-a-helper")?;
    ensure((1..=500).contains(&draft.amount), "refusal-aid-amount")?;
    let most_days = known.longest_help(draft.helper);
    if !(1..=most_days).contains(&draft.days) {
        return Err(no(Text::new("refusal-aid-days").count("most", most_days)));
    }
    let rule = kind_rule(draft.kind);
    if rule.cap == Cap::OneOfTheSkill {
        let has_skill = draft.skill.is_some_and(|skill| skill != Skill::Forensics);
        ensure(has_skill, "refusal-aid-skill-missing")?;
    }
    if rule.is_for_a_service() {
        let Some(service) = draft.service else {
            return Err(no(Text::new("refusal-aid-service-missing")));
        };
        let at_neighbour = known
            .services()
            .any(|own| own.id == service && own.template.at_neighbour);
        ensure(at_neighbour, "refusal-aid-service-not-at-neighbour")?;
    }
    let asked_already = known.asked_and_running().any(|request| {
        request.draft.kind == draft.kind
            && request.draft.helper == draft.helper
            && request.draft.service == draft.service
            && request.draft.skill == draft.skill
            && request.ended.is_none()
    });
    ensure(!asked_already, "refusal-aid-already-asked")
}

/// A permit is asked for once, where one is needed and not held.
fn may_ask_for_permit(known: Known, service: ServiceId) -> Result<(), Refusal> {
    match known.permit(service) {
        KnownPermit::NotAsked => Ok(()),
        KnownPermit::NotNeeded => Err(no(Text::new("refusal-permit-not-needed"))),
        KnownPermit::Held => Err(no(Text::new("refusal-permit-held"))),
        KnownPermit::Asked(..) => Err(no(Text::new("refusal-permit-asked"))),
        KnownPermit::There(_) => Err(no(Text::new("refusal-permit-there"))),
    }
}

fn may_answer(known: Known, request: RequestId, answer: &AidAnswer) -> Result<(), Refusal> {
    let request = find_request(known, request)?;
    ensure(
        request.draft.helper == known.seat(),
        "refusal-not-your-request",
    )?;
    ensure(
        request.state == AidState::Examined,
        "refusal-request-not-open",
    )?;
    match answer {
        AidAnswer::Refuse { reason } => ensure(
            REFUSAL_REASONS.contains(&reason.as_str()),
            "refusal-unknown-reason",
        ),
        AidAnswer::Grant { amount } => {
            ensure(
                (1..=request.draft.amount).contains(amount),
                "refusal-aid-amount",
            )?;
            let most = known.most_to_give(&request);
            if *amount > most {
                return Err(no(Text::new("refusal-over-cap").count("most", most)));
            }
            let is_for_a_service = kind_rule(request.draft.kind).is_for_a_service();
            let service = request.draft.service;
            let runs_here = service.is_some_and(|service| known.can_seat_guests_for(service));
            if is_for_a_service && !runs_here {
                return Err(no(Text::new("refusal-helper-application-down")));
            }
            Ok(())
        }
    }
}

/// At the table people hear each other; in the exercise they need a telephone, radio or mail for it.
fn may_talk(known: Known, with: &[AdministrationId], about: &str) -> Result<(), Refusal> {
    ensure(!about.trim().is_empty(), "refusal-talk-about-nothing")?;
    ensure(!with.is_empty(), "refusal-talk-to-nobody")?;
    can_be_reached(known, with)
}

/// Others to whom something is forwarded.
fn may_be_told(known: Known, to: &[AdministrationId]) -> Result<(), Refusal> {
    ensure(!to.is_empty(), "refusal-forward-to-nobody")?;
    can_be_reached(known, to)
}

/// Whether these are other seats that can be spoken to without a messenger.
fn can_be_reached(known: Known, with: &[AdministrationId]) -> Result<(), Refusal> {
    are_partners(known, with)?;
    for other in with {
        if known.way_to(*other).0 == Channel::InPerson {
            let place = &known.administrations()[other.index()].name;
            return Err(no(
                Text::new("refusal-talk-no-channel").name("place", place.clone())
            ));
        }
    }
    Ok(())
}

/// Whether these are other seats that somebody acts for, each once.
fn are_partners(known: Known, with: &[AdministrationId]) -> Result<(), Refusal> {
    with.iter().enumerate().try_for_each(|(at, other)| {
        let is_another = *other != known.seat() && !with[..at].contains(other);
        ensure(is_another && known.acts(*other), "refusal-talk-to-nobody")
    })
}

fn find_request(known: Known<'_>, request: RequestId) -> Result<KnownRequest<'_>, Refusal> {
    known
        .request(request)
        .ok_or_else(|| no(Text::new("refusal-not-your-request")))
}

fn find_decision(known: Known, decision: DecisionId) -> Result<DecisionKind, Refusal> {
    known
        .decisions()
        .iter()
        .find(|open| open.id == decision)
        .map(|open| open.kind)
        .ok_or_else(|| no(Text::new("refusal-decision-closed")))
}
