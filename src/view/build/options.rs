//! The possible answers of a decision paper: effect, price today, way back, risk.

use super::decisions::request;
use super::words::{Look, WithMoment, whole};
use crate::command::{AidAnswer, Command, REFUSAL_REASONS, check};
use crate::sim::{DecisionKind, Known, KnownRequest, LIFTABLE};
use crate::view::{MeasureRow, OptionRow};
use crate::vocab::{
    ContainmentOption, DAY, HOUR, Refusal, RequestId, SimTime, Stamp, SystemId, Text,
};

/// The evening up to which people look ahead, and the least they look ahead.
const EVENING: u32 = 20 * HOUR;
const LOOK_AHEAD: u32 = 12 * HOUR;
/// Moments of effect are said in steps of so many minutes: they are estimates.
const STEP: u32 = 5;
/// So many amounts can be chosen from.
const MOST_AMOUNTS: u32 = 8;

/// Why a command is not possible now, if it is not.
pub fn refusal_of(known: Known, command: &Command) -> Option<Refusal> {
    check(known, command).err()
}

/// Returns the possible answers to a decision.
pub fn options(known: Known, kind: DecisionKind) -> Vec<OptionRow> {
    match kind {
        DecisionKind::ProviderLink => choice(
            known,
            &[
                ContainmentOption::CutProviderLink,
                ContainmentOption::BlockRemoteAccess,
                ContainmentOption::EmergencyShutdown,
                ContainmentOption::BackupsOffline,
            ],
            true,
        ),
        DecisionKind::Customers => choice(
            known,
            &[
                ContainmentOption::CutAllCustomers,
                ContainmentOption::LockAccounts,
                ContainmentOption::BackupsOffline,
                ContainmentOption::BlockInternet,
            ],
            false,
        ),
        DecisionKind::Shutdown => choice(
            known,
            &[
                ContainmentOption::EmergencyShutdown,
                ContainmentOption::LockAccounts,
                ContainmentOption::BackupsOffline,
                ContainmentOption::BlockInternet,
            ],
            false,
        ),
        DecisionKind::Lift => LIFTABLE
            .into_iter()
            .filter(|option| known.in_force(*option).is_some())
            .map(|option| lift(known, option))
            .chain([wait("cost-stay-narrow")])
            .collect(),
        DecisionKind::Notify => vec![notify(known), wait("cost-silence")],
        DecisionKind::PayFile => vec![secure_file(known), wait("cost-no-pay-file")],
        DecisionKind::Island => vec![set_up_island(known), wait("cost-no-island")],
        DecisionKind::CrisisStaff => vec![convene(known), wait("cost-wait-crisis-staff")],
        DecisionKind::Answer(id) => request(known, id)
            .map(|request| answers(known, &request))
            .unwrap_or_default(),
        DecisionKind::Reconnect => vec![reconnect(known), stay_cut(known)],
    }
}

/// Returns what a seat can order without being asked: whoever chose to wait, or lifted a measure, comes back to it here. A
/// seat always has the same ones in the same order.
pub fn measures(known: Known) -> Vec<MeasureRow> {
    use ContainmentOption as Option;
    let serves = !known.customers().is_empty();
    let is_served = known.has_provider_link();
    let of_line = [Option::CutProviderLink, Option::BlockRemoteAccess];
    let of_line = of_line.into_iter().filter(|_| is_served);
    let of_customers = serves.then_some(Option::CutAllCustomers);
    let own = [
        Option::LockAccounts,
        Option::BackupsOffline,
        Option::BlockInternet,
        Option::EmergencyShutdown,
    ];
    let contain = of_line.chain(of_customers).chain(own);
    let contain = contain.map(|option| containment(known, option, false));
    let lifts = LIFTABLE.into_iter();
    let lifts = lifts.filter(|option| is_served || *option != Option::BlockRemoteAccess);
    let pays = known
        .services()
        .any(|service| service.template.pay.is_some());
    core::iter::once(convene(known))
        .chain(contain)
        .chain(is_served.then(|| reconnect(known)))
        .chain(lifts.map(|option| lift(known, option)))
        .chain(serves.then(|| notify(known)))
        .chain(pays.then(|| secure_file(known)))
        .chain([set_up_island(known)])
        .filter_map(measure)
        .collect()
}

fn measure(row: OptionRow) -> Option<MeasureRow> {
    let question = Text::new("measure-question")
        .text("label", row.label.clone())
        .text("costs", row.costs.clone())
        .text("back", row.way_back.clone());
    Some(MeasureRow {
        question,
        effective: row.effective?,
        label: row.label,
        costs: row.costs,
        way_back: row.way_back,
        command: row.command?,
        refusal: row.refusal,
    })
}

/// The great answers to a question, possible or not; of the measures beside them those that are
/// possible now; and to watch.
fn choice(known: Known, options: &[ContainmentOption], with_risk: bool) -> Vec<OptionRow> {
    let beside = |option: &ContainmentOption| {
        LIFTABLE.contains(option) && *option != ContainmentOption::BlockRemoteAccess
    };
    options
        .iter()
        .map(|option| (beside(option), containment(known, *option, with_risk)))
        .filter(|(beside, row)| !beside || row.refusal.is_none())
        .map(|(_, row)| row)
        .chain([containment(known, ContainmentOption::Watch, with_risk)])
        .collect()
}

fn lift(known: Known, option: ContainmentOption) -> OptionRow {
    let command = Command::Lift(option);
    OptionRow {
        label: Text::new("option-lift")
            .text("measure", Text::new(format!("containment-{}", option.id()))),
        effective: Some(at_once(known)),
        costs: Text::new("cost-reconnect"),
        way_back: Text::new("back-order-again"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

/// An option that changes nothing now.
fn wait(costs: &'static str) -> OptionRow {
    OptionRow {
        label: Text::new("option-wait"),
        effective: None,
        costs: Text::new(costs),
        way_back: Text::new("back-palette"),
        risk: None,
        command: None,
        refusal: None,
        variants: Vec::new(),
    }
}

/// A span in steps that people say, nothing of it in the past.
fn about(known: Known, (from, to): (SimTime, SimTime)) -> (Stamp, Stamp) {
    let now = known.now();
    let first = SimTime(from.0 / STEP * STEP).max(now);
    let last = SimTime(to.0.div_ceil(STEP) * STEP).max(first);
    // What happens at once happens now, not in the next step.
    let last = if to <= now { now } else { last };
    (known.stamp(first), known.stamp(last))
}

/// What takes effect as it is ordered.
fn at_once(known: Known) -> (Stamp, Stamp) {
    about(known, (known.now(), known.now()))
}

/// How far ahead the risk is told: until this evening, at least half a day.
pub fn look_ahead(known: Known) -> u32 {
    let now = known.stamp(known.now());
    let minute_of_day = u32::from(now.hour) * HOUR + u32::from(now.minute);
    EVENING.saturating_sub(minute_of_day).clamp(LOOK_AHEAD, DAY)
}

fn containment(known: Known, option: ContainmentOption, with_risk: bool) -> OptionRow {
    let (costs, way_back) = match option {
        ContainmentOption::CutProviderLink => {
            let link = known.provider_link().map(|link| link.id);
            (services_that_stop(known, Reach::Behind(link)), "back-proof")
        }
        ContainmentOption::BlockRemoteAccess => (Text::new("cost-remote-access"), "back-proof"),
        ContainmentOption::EmergencyShutdown => {
            let own = services_that_stop(known, Reach::Everything);
            // Whoever serves others takes away what they work with, whatever runs in the own house.
            (customers_that_stop(known).unwrap_or(own), "back-days")
        }
        ContainmentOption::CutAllCustomers => {
            let nobody = || Text::new("cost-nothing-running");
            (
                customers_that_stop(known).unwrap_or_else(nobody),
                "back-proof",
            )
        }
        ContainmentOption::LockAccounts => (Text::new("cost-lock-accounts"), "back-cleared"),
        ContainmentOption::BackupsOffline => (Text::new("cost-backups-offline"), "back-cleared"),
        ContainmentOption::BlockInternet => (
            services_that_stop(known, Reach::Behind(known.internet())),
            "back-cleared",
        ),
        ContainmentOption::Watch => (Text::new("cost-nothing"), "back-palette"),
    };
    let command = (option != ContainmentOption::Watch).then_some(Command::Contain(option));
    OptionRow {
        label: Text::new(format!("containment-{}", option.id())),
        effective: command
            .is_some()
            .then(|| about(known, known.effective_between(option))),
        costs,
        way_back: Text::new(way_back),
        risk: with_risk
            .then(|| known.risk_within(look_ahead(known), option))
            .flatten(),
        refusal: command
            .as_ref()
            .and_then(|command| refusal_of(known, command)),
        command,
        variants: Vec::new(),
    }
}

/// At how many customers the applications of this provider stop: at all whose line is open. `None` if at none.
fn customers_that_stop(known: Known) -> Option<Text> {
    let customers = known.customers().iter();
    let open = customers.filter(|id| known.line_to_customer_cut(**id).is_none());
    let count = i64::try_from(open.count()).unwrap_or(i64::MAX);
    (count > 0).then(|| Text::new("cost-customers").count("count", count))
}

/// What an order switches off.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// What hangs on this system: the link to the provider, the way to the internet.
    Behind(Option<SystemId>),
    /// All own systems.
    Everything,
}

/// How many services that work now would stop, and from when the others, which are closed now.
fn services_that_stop(known: Known, reach: Reach) -> Text {
    let (mut now, mut later, mut from) = (0_u32, 0_u32, SimTime::NEVER);
    for service in known.services() {
        let stops = match reach {
            Reach::Everything => true,
            Reach::Behind(system) => known
                .needs(service.id)
                .iter()
                .any(|need| system.is_some_and(|system| hangs_on(known, need.id, system))),
        };
        if !service.application_runs() || !stops {
            continue;
        }
        if service.is_open {
            now += 1;
        } else {
            let opens = known
                .calendar()
                .next_open(service.template.hours, known.now());
            later += 1;
            from = from.min(opens);
        }
    }
    match (now, later) {
        (0, 0) => Text::new("cost-nothing-running"),
        (now, 0) => Text::new("cost-services-now").count("now", now),
        (0, later) => Text::new("cost-services-later")
            .count("later", later)
            .moment("from", known.stamp(from)),
        (now, later) => Text::new("cost-services-now-and-later")
            .count("now", now)
            .count("later", later)
            .moment("from", known.stamp(from)),
    }
}

fn hangs_on(known: Known, system: SystemId, on: SystemId) -> bool {
    system == on
        || known
            .suppliers(system)
            .iter()
            .any(|supplier| hangs_on(known, supplier.id, on))
}

fn convene(known: Known) -> OptionRow {
    let (low, high) = known.expected_span(known.parameters().crisis_staff);
    let factor = known.pact_terms().crisis_staff_factor;
    let at = |minutes: u32| known.now().after(whole(f64::from(minutes) * factor));
    let command = Command::ConveneCrisisStaff;
    OptionRow {
        label: Text::new("option-convene"),
        effective: Some(about(known, (at(low), at(high)))),
        costs: Text::new("cost-crisis-staff"),
        way_back: Text::new("back-any-time"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn notify(known: Known) -> OptionRow {
    let (low, high) = known.expected_span(known.parameters().notify_minutes);
    let command = Command::NotifyCustomers;
    OptionRow {
        label: Text::new("option-notify"),
        effective: Some(about(
            known,
            (known.now().after(low), known.now().after(high)),
        )),
        costs: Text::new("cost-notify"),
        way_back: Text::new("back-never"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn secure_file(known: Known) -> OptionRow {
    let command = Command::SecurePayFile;
    OptionRow {
        label: Text::new("option-secure-pay-file"),
        effective: Some(about(known, known.pay_file_between())),
        costs: Text::new("cost-pay-file"),
        way_back: Text::new("back-any-time"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn set_up_island(known: Known) -> OptionRow {
    let command = Command::SetUpIsland;
    OptionRow {
        label: Text::new("option-island"),
        effective: Some(about(known, known.island_between())),
        costs: Text::new("cost-island"),
        way_back: Text::new("back-never"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn reconnect(known: Known) -> OptionRow {
    let command = Command::ReconnectProviderLink;
    OptionRow {
        label: Text::new("option-reconnect"),
        effective: Some(at_once(known)),
        costs: Text::new("cost-reconnect"),
        way_back: Text::new("back-cut-again"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn stay_cut(known: Known) -> OptionRow {
    let link = known.provider_link().map(|link| link.id);
    let waiting = known
        .services()
        .filter(|service| service.it < 0.95)
        .filter(|service| {
            let needs = known.needs(service.id);
            needs
                .iter()
                .any(|need| link.is_some_and(|link| hangs_on(known, need.id, link)))
        })
        .count();
    let costs = Text::new("cost-stay-cut").count("count", i64::try_from(waiting).unwrap_or(0));
    OptionRow {
        costs,
        ..wait("cost-nothing")
    }
}

/// Yes with an amount, and no with a reason; keys go through the others of both.
fn answers(known: Known, request: &KnownRequest) -> Vec<OptionRow> {
    let most = known.most_to_give(request).min(request.draft.amount);
    let yes = if most == 0 {
        let yes = grant(known, request, request.draft.amount);
        let why = yes.refusal.as_ref().map(|refusal| refusal.reason.clone());
        OptionRow {
            // What would be the price does not matter where it cannot be given.
            costs: why.unwrap_or(yes.costs),
            effective: None,
            ..yes
        }
    } else {
        let smaller = amounts(most).into_iter();
        OptionRow {
            variants: several(smaller.map(|amount| grant(known, request, amount))),
            ..grant(known, request, most)
        }
    };
    let in_danger = known.own_hit().is_some() && known.own_cleared().is_none();
    let likeliest = match most {
        _ if in_danger => "own_danger",
        0 => "no_capacity",
        _ => "own_services",
    };
    // What stands first is chosen where nothing can be given: it must be true.
    let mut reasons = REFUSAL_REASONS;
    reasons.sort_by_key(|reason| *reason != likeliest);
    let reasons = reasons.into_iter();
    let no = OptionRow {
        variants: several(reasons.map(|reason| refuse(known, request.id, reason))),
        ..refuse(known, request.id, likeliest)
    };
    vec![yes, no]
}

/// The amounts that can be chosen, the smallest first: all of a few, else steps.
fn amounts(most: u32) -> Vec<u32> {
    let steps = most.min(MOST_AMOUNTS);
    (1..=steps)
        .map(|step| (most * step).div_ceil(steps))
        .collect()
}

/// Variants, where there is more than one.
fn several(rows: impl Iterator<Item = OptionRow>) -> Vec<OptionRow> {
    let rows: Vec<OptionRow> = rows.collect();
    if rows.len() < 2 { Vec::new() } else { rows }
}

fn grant(known: Known, request: &KnownRequest, amount: u32) -> OptionRow {
    let command = Command::AnswerAid {
        request: request.id,
        answer: AidAnswer::Grant { amount },
    };
    let kind = request.draft.kind;
    OptionRow {
        label: Text::new("option-grant").text(
            "what",
            Text::new(format!("aid-amount-{}", kind.id())).count("count", amount),
        ),
        effective: known
            .expected_at_work(request)
            .map(|span| about(known, span)),
        costs: price(known, request.draft.helper, kind, amount),
        way_back: Text::new("back-recall"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

fn refuse(known: Known, id: RequestId, reason: &str) -> OptionRow {
    let command = Command::AnswerAid {
        request: id,
        answer: AidAnswer::Refuse {
            reason: reason.to_owned(),
        },
    };
    OptionRow {
        label: Text::new("option-refuse").text("reason", Text::new(format!("reason-{reason}"))),
        effective: None,
        costs: Text::new("cost-refuse"),
        way_back: Text::new("back-none"),
        risk: None,
        refusal: refusal_of(known, &command),
        command: Some(command),
        variants: Vec::new(),
    }
}

/// What giving costs a helper: workplaces that are missing there and cases that stay undone.
pub fn price(
    known: Known,
    helper: crate::vocab::AdministrationId,
    kind: crate::vocab::AidKind,
    amount: u32,
) -> Text {
    let workplaces = whole(known.workplaces_taken(helper, kind, amount));
    let cases = whole(known.cases_undone(helper, kind, amount));
    match (workplaces, cases) {
        (0, 0) => Text::new("cost-hardly"),
        (workplaces, 0) => Text::new("cost-workplaces").count("workplaces", workplaces),
        (0, cases) => Text::new("cost-cases").count("cases", cases),
        (workplaces, cases) => Text::new("cost-workplaces-and-cases")
            .count("workplaces", workplaces)
            .count("cases", cases),
    }
}
