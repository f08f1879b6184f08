//! What a checked command does; it cannot fail.

use super::{AidAnswer, Command, Permit};
use crate::sim::{DecisionKind, Sim, left_as_it_is, notice, question};
use crate::vocab::{
    AdministrationId, AidKind, ContainmentOption, Decider, DecisionId, InjectId, Intervention,
    OwnInject, RequestId, Text,
};

/// Longest reason that is kept, in characters.
const REASON_LENGTH: usize = 400;
/// Longest message that is kept, in characters.
const MESSAGE_LENGTH: usize = 1000;

/// Does what a permit allows. The permit must come from a check of the same command at the same moment.
///
/// [`Command::SetClock`] changes nothing in the world: the clock belongs to the exercise.
pub fn apply(_permit: Permit, seat: AdministrationId, command: &Command, sim: &mut Sim) {
    let kind = command.decision_kind();
    act(seat, command, sim, None);
    if let Some(kind) = kind {
        close_matching(sim, seat, kind);
    }
}

/// Carries out an act and writes it down, with the reason if it came with a decision.
fn act(
    seat: AdministrationId,
    command: &Command,
    sim: &mut Sim,
    reason: Option<(Decider, String)>,
) {
    if command.is_told() {
        debug_assert!(
            description(command, sim, seat).is_some(),
            "an act without words: {command:?}"
        );
        let text = |sim: &Sim| {
            let text = description(command, sim, seat);
            text.expect("what is told has words")
        };
        sim.write_down(seat, text, reason);
    }
    match command {
        Command::Contain(option) => sim.order_containment(seat, *option),
        Command::Lift(option) => sim.lift(seat, *option),
        Command::ReconnectProviderLink => sim.reconnect(seat),
        Command::ConveneCrisisStaff => sim.call_crisis_staff(seat),
        Command::RequestAid(draft) => {
            sim.request_aid(seat, draft.clone());
        }
        Command::AskForPermit(service) => sim.ask_for_permit(*service),
        Command::AnswerAid { request, answer } => match answer {
            AidAnswer::Grant { amount } => sim.grant_aid(*request, *amount),
            AidAnswer::Refuse { reason } => {
                sim.refuse_aid(*request, Text::new(format!("reason-{reason}")));
            }
        },
        Command::RecallAid { request } => sim.recall_aid(*request, seat),
        Command::RecordDecision {
            decision,
            decider,
            choice,
            reason,
            ..
        } => {
            let reason = Some((*decider, clean(reason)));
            match choice {
                Some(choice) => act(seat, choice, sim, reason),
                None => {
                    if let Some(kind) = kind_of(sim, seat, *decision) {
                        sim.write_down(seat, |_: &Sim| left_as_it_is(kind), reason);
                    }
                }
            }
            if !choice.as_deref().is_some_and(Command::leaves_open) {
                sim.close_decision(*decision);
            }
        }
        Command::NotifyCustomers => sim.notify_customers(seat),
        Command::CutCustomer(customer) => sim.cut_customer(seat, *customer),
        Command::PlaceCustomer { customer, place } => {
            sim.place_customer(seat, *customer, *place as usize);
        }
        Command::AdmitCustomer { customer, .. } => sim.admit_customer(seat, *customer),
        Command::RequireCleanDevices => sim.require_clean_devices(seat),
        Command::FileNotice(duty) => sim.file_notice(seat, *duty),
        Command::SecurePayFile => sim.secure_pay_file(seat),
        Command::SetUpIsland => sim.set_up_island(seat),
        Command::MoveOrder { order, up } => sim.move_order(seat, *order, *up),
        Command::ArrangeWork { queue } => sim.arrange_work(seat, queue),
        Command::DeferDecision { decision, minutes } => sim.defer_decision(*decision, *minutes),
        Command::StandingOrders(plan) => {
            let plans = &sim.scenario().responses;
            let position = |id: &String| plans.iter().position(|plan| plan.id == *id);
            let position = plan.as_ref().and_then(position);
            sim.set_deputy(seat, position);
        }
        Command::AcknowledgeInject { inject } => {
            if let Some(id) = sim.find_inject(inject) {
                sim.acknowledge_inject(seat, id);
            }
        }
        Command::AnswerInject {
            inject,
            decider,
            text,
            ..
        } => {
            if let Some(id) = sim.find_inject(inject) {
                sim.answer_inject(seat, id, *decider, clean_to(text, MESSAGE_LENGTH));
            }
        }
        Command::ForwardInject { inject, to } => {
            if let Some(id) = sim.find_inject(inject) {
                sim.forward_message(seat, id, to);
            }
        }
        Command::ForwardEntry { entry, to } => sim.forward_entry(seat, *entry, to),
        Command::LeadExercise => sim.lead_exercise(),
        Command::Improvise(own) => sim.improvise(OwnInject {
            from: clean(&own.from),
            text: clean_to(&own.text, MESSAGE_LENGTH),
            ..own.clone()
        }),
        Command::ReleaseInject { inject }
        | Command::HoldInject { inject }
        | Command::LetInjectCome { inject }
        | Command::SkipInject { inject, .. }
        | Command::EditInject { inject, .. } => {
            if let Some(id) = sim.find_inject(inject) {
                lead(sim, id, command);
            }
        }
        Command::TableTalk { with, about } => {
            let about = clean(about);
            let names: Vec<String> = with.iter().map(|other| name_of(sim, *other)).collect();
            let own = talk(names.join(", "), &about);
            sim.note_table_talk(seat, own);
            for other in with {
                let text = talk(name_of(sim, seat), &about);
                sim.note_table_talk(*other, text);
            }
        }
        Command::Intervene(intervention) => match intervention {
            Intervention::NoticeTrace => sim.let_trace_be_noticed(seat),
            Intervention::SlowAttack => sim.change_tempo(false),
            Intervention::HastenAttack => sim.change_tempo(true),
        },
        // The clock and who sits where belong to the exercise.
        Command::SetClock(_) | Command::Deliberate { .. } | Command::TakeSeat => {}
    }
}

/// Does to an inject of the script what the facilitator ordered.
fn lead(sim: &mut Sim, id: InjectId, command: &Command) {
    match command {
        Command::ReleaseInject { .. } => sim.release_inject(id),
        Command::HoldInject { .. } => sim.hold_inject(id),
        Command::LetInjectCome { .. } => sim.let_inject_come(id),
        Command::SkipInject { reason, .. } => sim.skip_inject(id, clean(reason)),
        Command::EditInject { text, .. } => sim.edit_inject(id, clean_to(text, MESSAGE_LENGTH)),
        _ => {}
    }
}

fn name_of(sim: &Sim, at: AdministrationId) -> String {
    sim.scenario().administrations[at.index()].name.clone()
}

fn talk(with: String, about: &str) -> Text {
    Text::new("log-table-talk")
        .name("with", with)
        .name("about", about)
}

fn forwarded(sim: &Sim, to: &[AdministrationId], sender: Text, text: Text) -> Text {
    let to: Vec<String> = to.iter().map(|other| name_of(sim, *other)).collect();
    Text::new("act-forward")
        .name("to", to.join(", "))
        .text("sender", sender)
        .text("text", text)
}

fn kind_of(sim: &Sim, seat: AdministrationId, decision: DecisionId) -> Option<DecisionKind> {
    sim.known(seat)
        .decisions()
        .iter()
        .find(|open| open.id == decision)
        .map(|open| open.kind)
}

/// An act done without its decision paper answers the open question all the same.
fn close_matching(sim: &mut Sim, seat: AdministrationId, kind: DecisionKind) {
    let open: Vec<DecisionId> = sim
        .known(seat)
        .decisions()
        .iter()
        .filter(|decision| decision.kind == kind)
        .map(|decision| decision.id)
        .collect();
    for decision in open {
        sim.close_decision(decision);
    }
}

/// Returns what the log says of an act that is about to happen; `None` for what no log tells.
#[must_use]
pub fn description(command: &Command, sim: &Sim, seat: AdministrationId) -> Option<Text> {
    let name = |id: AdministrationId| sim.scenario().administrations[id.index()].name.clone();
    let kind = |kind: AidKind| Text::new(format!("aid-kind-{}", kind.id()));
    let asked = |request: RequestId| {
        sim.known(seat)
            .request(request)
            .map(|request| (request.asker, request.draft.helper, request.draft.kind))
    };
    Some(match command {
        Command::Contain(option) => Text::new(format!("act-{}", option.id())),
        Command::Lift(option) => {
            Text::new("act-lift").text("measure", Text::new(format!("containment-{}", option.id())))
        }
        Command::ReconnectProviderLink => Text::new("act-reconnect_provider_link"),
        Command::ConveneCrisisStaff => Text::new("act-convene_crisis_staff"),
        Command::NotifyCustomers => Text::new("act-notify_customers"),
        Command::CutCustomer(customer) => {
            Text::new("act-cut_customer").name("place", name(*customer))
        }
        Command::AdmitCustomer {
            customer,
            without_clearance,
        } => Text::new(if *without_clearance {
            "act-admit_uncleared"
        } else {
            "act-admit_customer"
        })
        .name("place", name(*customer)),
        Command::RequireCleanDevices => Text::new("act-require_clean_devices"),
        Command::FileNotice(duty) => Text::new("act-file_notice").text("notice", notice(*duty)),
        Command::SecurePayFile => Text::new("act-secure_pay_file"),
        Command::SetUpIsland => Text::new("act-set_up_island"),
        Command::RequestAid(draft) => Text::new("act-request_aid")
            .count("amount", draft.amount)
            .text("kind", kind(draft.kind))
            .name("to", name(draft.helper)),
        Command::AskForPermit(service) => {
            let own = sim.known(seat).services().find(|own| own.id == *service)?;
            let name = Text::new(format!("service-{}", own.template.id));
            Text::new("act-ask_for_permit").text("service", name)
        }
        Command::AnswerAid { request, answer } => {
            let (asker, _, of) = asked(*request)?;
            match answer {
                AidAnswer::Grant { amount } => Text::new("act-grant_aid")
                    .count("amount", *amount)
                    .text("kind", kind(of))
                    .name("to", name(asker)),
                AidAnswer::Refuse { reason } => Text::new("act-refuse_aid")
                    .name("to", name(asker))
                    .text("reason", Text::new(format!("reason-{reason}"))),
            }
        }
        Command::RecallAid { request } => {
            let (asker, helper, of) = asked(*request)?;
            Text::new("act-recall_aid")
                .text("kind", kind(of))
                .name("from", name(helper))
                .name("to", name(asker))
        }
        Command::DeferDecision { decision, minutes } => Text::new("act-defer")
            .text("question", question(kind_of(sim, seat, *decision)?))
            .with("minutes", crate::vocab::Arg::Minutes(*minutes)),
        Command::StandingOrders(None) => Text::new("act-deputy-ends"),
        Command::StandingOrders(Some(plan)) => {
            let plans = &sim.scenario().responses;
            let title = &plans.iter().find(|other| other.id == *plan)?.title;
            let title = Text::new("local")
                .name("de", title.de.clone())
                .name("en", title.en.clone());
            Text::new("act-deputy").text("plan", title)
        }
        Command::AnswerInject { inject, text, .. } => {
            let message = sim.known(seat).message_named(inject)?;
            Text::new("act-answer_inject")
                .text("sender", message.from.clone())
                .name("answer", clean_to(text, MESSAGE_LENGTH))
        }
        Command::ForwardInject { inject, to } => {
            let message = sim.message(seat, sim.find_inject(inject)?)?;
            forwarded(sim, to, message.from.clone(), message.text.clone())
        }
        Command::ForwardEntry { entry, to } => {
            let record = sim.known(seat).log().get(*entry as usize)?;
            let sender = Text::new("named").name("name", name(record.from?));
            forwarded(sim, to, sender, record.text.clone())
        }
        _ => {
            debug_assert!(!command.is_told(), "an act without words: {command:?}");
            return None;
        }
    })
}

/// Takes control characters and overlong text out of what somebody typed.
fn clean(text: &str) -> String {
    clean_to(text, REASON_LENGTH)
}

/// The same, with at most so many characters.
fn clean_to(text: &str, most: usize) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(most)
        .collect::<String>()
        .trim()
        .to_owned()
}

impl Command {
    /// Whether an act chosen on a paper leaves its question open: more measures may follow.
    #[must_use]
    pub fn leaves_open(&self) -> bool {
        matches!(
            self,
            Self::Contain(
                ContainmentOption::LockAccounts
                    | ContainmentOption::BackupsOffline
                    | ContainmentOption::BlockInternet
            ) | Self::Lift(_)
        )
    }

    /// The kind of decision that this act answers.
    #[must_use]
    pub fn decision_kind(&self) -> Option<DecisionKind> {
        match self {
            Self::Contain(ContainmentOption::CutProviderLink) => Some(DecisionKind::ProviderLink),
            Self::Contain(ContainmentOption::CutAllCustomers) => Some(DecisionKind::Customers),
            Self::Contain(ContainmentOption::EmergencyShutdown) => Some(DecisionKind::Shutdown),
            Self::ReconnectProviderLink => Some(DecisionKind::Reconnect),
            Self::ConveneCrisisStaff => Some(DecisionKind::CrisisStaff),
            Self::NotifyCustomers => Some(DecisionKind::Notify),
            Self::SecurePayFile => Some(DecisionKind::PayFile),
            Self::SetUpIsland => Some(DecisionKind::Island),
            Self::AnswerAid { request, .. } => Some(DecisionKind::Answer(*request)),
            _ => None,
        }
    }
}
