//! Vorlage: what is known, what is not, and what can be done.

use super::options;
use super::words::{Look, WithMoment, amount_of, whole};
use crate::sim::{DecisionKind, Known, KnownDecision, KnownRequest, LIFTABLE, question};
use crate::view::DecisionPaper;
use crate::vocab::{ContainmentOption, RequestId, ServiceState, SimTime, Text};

/// Returns the decisions a seat has to take, most urgent first.
pub fn papers(known: Known) -> Vec<DecisionPaper> {
    known
        .decisions()
        .into_iter()
        .map(|decision| paper(known, decision))
        .collect()
}

fn paper(known: Known, decision: KnownDecision) -> DecisionPaper {
    let (facts, unknown) = facts(known, decision.kind);
    DecisionPaper {
        id: decision.id,
        request: match decision.kind {
            DecisionKind::Answer(request) => Some(request),
            _ => None,
        },
        goes: way_of_answer(known, decision.kind),
        question: asked(known, decision.kind),
        raised: known.stamp(decision.raised),
        due: known.stamp(decision.due),
        known: facts,
        unknown,
        options: options::options(known, decision.kind),
    }
}

/// To whom and how an answer goes if it is sent now, as far as the seat can tell.
fn way_of_answer(known: Known, kind: DecisionKind) -> Option<Text> {
    let DecisionKind::Answer(id) = kind else {
        return None;
    };
    let asker = request(known, id)?.asker;
    let (channel, (_, most)) = known.way_to(asker);
    let key = if most == 0 {
        "answer-goes-at-once"
    } else {
        "answer-goes-by"
    };
    let text = Text::new(key)
        .name("to", known.place(asker))
        .text("channel", Text::new(format!("channel-{}", channel.id())))
        .moment("by", known.stamp(known.now().after(most)));
    Some(text)
}

/// Returns the question, with who asks where somebody does.
fn asked(known: Known, kind: DecisionKind) -> Text {
    match kind {
        DecisionKind::Answer(id) => request(known, id).map_or_else(
            || question(kind),
            |request| {
                Text::new("question-answer-from")
                    .name("from", known.place(request.asker))
                    .text("what", amount_of(request.draft.kind, request.draft.amount))
            },
        ),
        _ => question(kind),
    }
}

/// Returns a request the seat knows of.
pub fn request(known: Known<'_>, id: RequestId) -> Option<KnownRequest<'_>> {
    known
        .requests()
        .into_iter()
        .find(|request| request.id == id)
}

fn facts(known: Known, kind: DecisionKind) -> (Vec<Text>, Vec<Text>) {
    match kind {
        DecisionKind::ProviderLink => (
            [
                attack(known),
                vec![link_state(known)],
                in_force(known),
                others(known),
            ]
            .concat(),
            about_attack(known),
        ),
        DecisionKind::Customers => (
            [attack(known), customers(known), others(known)].concat(),
            vec![
                Text::new("unknown-customers-reached"),
                Text::new("unknown-duration"),
            ],
        ),
        DecisionKind::Shutdown => (
            [attack(known), link_if_any(known), in_force(known)].concat(),
            vec![
                Text::new("unknown-how-far"),
                Text::new("unknown-backups"),
                Text::new("unknown-duration"),
            ],
        ),
        DecisionKind::CrisisStaff => (
            [attack(known), standing(known), others(known)].concat(),
            vec![Text::new("unknown-cause"), Text::new("unknown-duration")],
        ),
        DecisionKind::Reconnect => (
            [released(known), standing(known)].concat(),
            vec![Text::new("unknown-actor-returns")],
        ),
        DecisionKind::Lift => (
            [released(known), in_force(known)].concat(),
            vec![Text::new("unknown-actor-returns")],
        ),
        DecisionKind::Notify => (
            [attack(known), customers(known), others(known)].concat(),
            vec![
                Text::new("unknown-customers-reached"),
                Text::new("unknown-how-far"),
            ],
        ),
        DecisionKind::PayFile => (
            [attack(known), pay_runs(known)].concat(),
            vec![Text::new("unknown-pay-file"), Text::new("unknown-duration")],
        ),
        DecisionKind::Island => (
            [attack(known), standing(known)].concat(),
            vec![Text::new("unknown-duration"), Text::new("unknown-how-far")],
        ),
        DecisionKind::Answer(id) => about_request(known, id),
    }
}

/// How many customers a provider has.
fn customers(known: Known) -> Vec<Text> {
    vec![Text::new("known-customers").count("count", count(known.customers().len()))]
}

/// The next pay run: when its file is due, and how many people it pays.
fn pay_runs(known: Known) -> Vec<Text> {
    let next = known
        .services()
        .filter_map(|service| {
            let (at, _) = super::deadlines::pay_run(known, &service)?;
            Some((at, service))
        })
        .min_by_key(|(at, service)| (*at, service.id));
    let said = next.map(|(at, service)| {
        Text::new("known-pay-run")
            .text("service", super::words::service_name(service.template))
            .count("people", service.recipients)
            .moment("at", known.stamp(at))
    });
    let missing = known
        .pay_file_missing()
        .map(|at| Text::new("known-pay-file-missing").moment("at", known.stamp(at)));
    said.into_iter().chain(missing).collect()
}

/// The measures in force, with since when.
fn in_force(known: Known) -> Vec<Text> {
    let since = |option: &ContainmentOption| {
        let at = known.in_force(*option)?;
        let text = Text::new("known-in-force")
            .text("measure", Text::new(format!("containment-{}", option.id())))
            .moment("at", known.stamp(at));
        Some(text)
    };
    LIFTABLE.iter().filter_map(since).collect()
}

fn count(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}

/// What is known of the attack, newest first.
fn attack(known: Known) -> Vec<Text> {
    let provider = known.provider();
    let name = || provider.map_or_else(|| known.own().name.clone(), |id| known.place(id));
    let told = |key: &'static str, own: &'static str| match provider {
        Some(_) => Text::new(key).name("provider", name()),
        None => Text::new(own),
    };
    let mut dated: Vec<(SimTime, Text)> = Vec::new();
    if let Some(at) = known.provider_hit() {
        dated.push((at, told("known-provider-hit", "known-hit-here")));
    } else if let Some(at) = known.provider_suspected() {
        dated.push((at, told("known-provider-suspected", "known-suspicion-here")));
    }
    if let Some(at) = known
        .own_hit()
        .filter(|_| provider.is_some() || known.provider_hit().is_none())
    {
        dated.push((at, Text::new("known-own-hit")));
    }
    if let Some((at, hit)) = known.examined() {
        let key = if hit {
            "known-examined-hit"
        } else {
            "known-examined-clean"
        };
        dated.push((at, Text::new(key)));
    }
    if let (Some(at), None) = (known.provider_line_open(), known.provider_cleared()) {
        dated.push((at, Text::new("known-provider-line-open")));
    }
    dated.sort_by_key(|(at, _)| core::cmp::Reverse(*at));
    dated
        .into_iter()
        .map(|(at, text)| text.moment("at", known.stamp(at)))
        .collect()
}

fn link_state(known: Known) -> Text {
    Text::new(if known.access_blocked() {
        "known-access-blocked"
    } else {
        "known-link-open"
    })
}

fn link_if_any(known: Known) -> Vec<Text> {
    match known.link_cut() {
        Some((at, _)) => vec![Text::new("known-link-cut").moment("at", known.stamp(at))],
        None if known.has_provider_link() => vec![link_state(known)],
        None => Vec::new(),
    }
}

/// How many others reported to be affected.
fn others(known: Known) -> Vec<Text> {
    match known.affected().iter().map(|(_, at)| *at).max() {
        None => Vec::new(),
        Some(newest) => vec![
            Text::new("known-others-affected")
                .count("count", count(known.affected().len()))
                .moment("at", known.stamp(newest)),
        ],
    }
}

fn about_attack(known: Known) -> Vec<Text> {
    let mut unknown = Vec::new();
    if known.own_hit().is_none() {
        unknown.push(Text::new("unknown-actor-here"));
    }
    let provider = known
        .provider()
        .map_or_else(String::new, |id| known.place(id));
    if known.provider_hit().is_none() {
        unknown.push(Text::new("unknown-provider-hit").name("provider", provider.clone()));
    }
    unknown.push(Text::new("unknown-provider-cuts").name("provider", provider));
    unknown
}

fn standing(known: Known) -> Vec<Text> {
    let states = known
        .services()
        .map(|service| super::services::state_of(&service));
    let states: Vec<ServiceState> = states.collect();
    let is_below =
        |state: &&ServiceState| matches!(state, ServiceState::Down | ServiceState::Below);
    let below = states.iter().filter(is_below).count();
    if below == 0 {
        return Vec::new();
    }
    let text = Text::new("known-services-below")
        .count("count", count(below))
        .count("total", count(states.len()));
    vec![text]
}

fn released(known: Known) -> Vec<Text> {
    let mut dated = Vec::new();
    if let Some(at) = known.own_cleared() {
        dated.push((at, Text::new("known-own-cleared")));
    }
    if let Some(at) = known.provider_cleared() {
        let provider = known
            .provider()
            .map_or_else(String::new, |id| known.place(id));
        dated.push((
            at,
            Text::new("known-provider-cleared").name("provider", provider),
        ));
    }
    if let (Some(at), None) = (known.provider_line_open(), known.provider_cleared()) {
        dated.push((at, Text::new("known-provider-line-open")));
    }
    dated.sort_by_key(|(at, _)| core::cmp::Reverse(*at));
    dated
        .into_iter()
        .map(|(at, text)| text.moment("at", known.stamp(at)))
        .collect()
}

fn about_request(known: Known, id: RequestId) -> (Vec<Text>, Vec<Text>) {
    let Some(request) = request(known, id) else {
        return (Vec::new(), Vec::new());
    };
    let (own, lent, _) = known.staff();
    let kind = request.draft.kind;
    let limit = known.why_nothing_to_give(&request);
    let mut facts = vec![
        Text::new("known-request")
            .count("days", request.draft.days)
            .moment("at", known.stamp(request.requested)),
        Text::new("known-own-staff")
            .count("own", own)
            .count("lent", lent),
        match limit {
            Some(limit) => Text::new(format!("known-limit-{}", limit.id())),
            None => Text::new("known-cap-left")
                .text("what", amount_of(kind, known.most_to_give(&request))),
        },
    ];
    let days = request.draft.days;
    let undone = known.cases_undone(known.seat(), kind, request.draft.amount);
    // What it would cost does not matter where it cannot be given.
    if limit.is_none() && whole(undone * f64::from(days)) > 0 {
        facts.push(
            Text::new("known-cases-in-all")
                .count("cases", whole(undone * f64::from(days)))
                .count("days", days),
        );
    }
    facts.extend(attack(known));
    let mut unknown = vec![Text::new("unknown-need-there")];
    if known.own_hit().is_none() {
        unknown.push(Text::new("unknown-hit-next"));
    }
    (facts, unknown)
}
