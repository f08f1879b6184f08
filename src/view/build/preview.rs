//! What a draft of a request would bring, from what the seat knows.

use core::cmp::Reverse;

use super::aid::partners;
use super::options::{price, refusal_of};
use super::words::{Look, WithMoment, of_100, service_name, whole};
use crate::command::Command;
use crate::sim::{Gift, Giver, Known, KnownPermit, KnownService, kind_rule};
use crate::view::{Candidate, Preview};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, HOUR, SimTime, SystemState, Text,
};

/// By when an answer may be expected.
const ANSWER_WITHIN: u32 = 4 * HOUR;
/// Kilometres per degree of latitude.
const KM_PER_DEGREE: f64 = 111.0;

/// How much speaks against a helper: nothing, a drawback, a reason not to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Nothing,
    Drawback,
    Against,
}

/// Returns what a draft would do: who could help, when, what it brings and costs.
#[must_use]
pub fn preview(known: Known, draft: &AidDraft) -> Preview {
    let service = draft
        .service
        .and_then(|id| known.services().find(|service| service.id == id));
    let span = expected(known, draft.helper, draft);
    let mut rated: Vec<(Weight, Reverse<u32>, u32, Candidate)> = partners(known, draft.kind)
        .map(|helper| {
            let most = known.most_another_gives(helper, draft.kind);
            let (weight, objection) = match objection(known, helper, draft, service.as_ref()) {
                Some((weight, text)) => (weight, Some(text)),
                None => (Weight::Nothing, None),
            };
            let candidate = Candidate {
                helper,
                name: known.place(helper),
                at_work: expected(known, helper, draft)
                    .filter(|_| weight != Weight::Against)
                    .map(|span| known.span(span)),
                most: Some(most),
                objection,
            };
            let enough = Reverse(most.min(draft.amount));
            (weight, enough, distance(known, helper), candidate)
        })
        .collect();
    // Can it give, how much of what is asked for, how soon, how near.
    rated.sort_by_key(|(weight, enough, far, one)| {
        let soonest = one.at_work.map(|(from, to)| (from.at, to.at));
        (*weight, *enough, soonest, *far, one.helper)
    });
    Preview {
        candidates: rated.into_iter().map(|(.., candidate)| candidate).collect(),
        effect: effect(known, draft, service.as_ref(), span),
        cost: price(known, draft.helper, draft.kind, granted(known, draft)),
        channel: channel(known, draft.helper),
        refusal: refusal_of(known, &Command::RequestAid(draft.clone())),
    }
}

/// When useful work is to be expected if it is asked for now.
fn expected(
    known: Known,
    helper: AdministrationId,
    draft: &AidDraft,
) -> Option<(SimTime, SimTime)> {
    let slow = draft.service.is_some_and(|id| {
        known
            .services()
            .any(|own| own.id == id && own.template.slow_at_neighbour)
    });
    let latency = known.terms_with(helper, draft.kind)?.latency_for(slow);
    let (low, high) = known.expected_span(latency);
    Some((known.now().after(low), known.now().after(high)))
}

/// What the helper of a draft can give of it at most.
fn granted(known: Known, draft: &AidDraft) -> u32 {
    draft
        .amount
        .min(known.most_another_gives(draft.helper, draft.kind))
}

/// Why a helper makes no sense, as far as the seat knows.
fn objection(
    known: Known,
    helper: AdministrationId,
    draft: &AidDraft,
    service: Option<&KnownService>,
) -> Option<(Weight, Text)> {
    let against = |text: Text| Some((Weight::Against, text));
    let other = &known.administrations()[helper.index()];
    let rule = kind_rule(draft.kind);
    let desks = rule.is_for_a_service();
    let lacks = |service: &KnownService| {
        !known
            .offered_by(helper)
            .any(|offered| offered.id == service.template.id)
    };
    if desks && service.is_some_and(lacks) {
        return against(Text::new("objection-no-such-service"));
    }
    if let (Some(provider), Some(_)) = (known.own().provider, known.provider_hit())
        && rule.giver == Giver::Neighbour
        && other.provider == Some(provider)
    {
        return against(Text::new("objection-same-provider"));
    }
    let asked_already = known.requests().iter().any(|request| {
        request.asker == known.seat()
            && request.ended.is_none()
            && request.draft.helper == helper
            && request.draft.kind == draft.kind
            && request.state != AidState::AtWork
    });
    if asked_already {
        return against(Text::new("objection-already-asked"));
    }
    if known.most_another_gives(helper, draft.kind) == 0 {
        return against(Text::new("objection-no-capacity"));
    }
    let drawback = |text: Text| Some((Weight::Drawback, text));
    let reported = known.affected().iter().find(|(who, _)| *who == helper);
    if let Some((_, at)) = reported {
        return drawback(Text::new("objection-affected").moment("at", known.stamp(*at)));
    }
    if let Some(text) = service
        .filter(|_| desks)
        .and_then(|service| permit(known, service))
    {
        return drawback(text);
    }
    if known.gives_part_time(helper, draft.kind) {
        return drawback(Text::new("objection-part-time"));
    }
    None
}

/// Help that comes before the permit is in vain.
fn permit(known: Known, service: &KnownService) -> Option<Text> {
    match known.permit(service.id) {
        KnownPermit::NotNeeded | KnownPermit::Held | KnownPermit::There(_) => None,
        KnownPermit::NotAsked => Some(Text::new("objection-permit-not-asked")),
        KnownPermit::Asked(_, by) => {
            Some(Text::new("objection-permit-by").moment("at", known.stamp(by)))
        }
    }
}

/// Kilometres as the crow flies; far away where a place is not known.
fn distance(known: Known, helper: AdministrationId) -> u32 {
    let here = known.own().position;
    let there = known.administrations()[helper.index()].position;
    let (Some((lat, lon)), Some((lat_there, lon_there))) = (here, there) else {
        return u32::MAX;
    };
    let north = (lat_there - lat) * KM_PER_DEGREE;
    let east = (lon_there - lon) * KM_PER_DEGREE * libm::cos(lat.to_radians());
    whole((north * north + east * east).sqrt())
}

/// What the aid would bring.
fn effect(
    known: Known,
    draft: &AidDraft,
    service: Option<&KnownService>,
    span: Option<(SimTime, SimTime)>,
) -> Text {
    let amount = granted(known, draft);
    let (Some(terms), Some((from, _)), true) =
        (known.terms_with(draft.helper, draft.kind), span, amount > 0)
    else {
        return Text::new("effect-none");
    };
    let from = known.stamp(from);
    match kind_rule(draft.kind).gift {
        Gift::People => {
            let has_work = known.orders().iter().any(|order| !order.is_done);
            let key = match (has_work, draft.kind) {
                (false, _) => "effect-staff-no-work",
                (true, AidKind::RemoteWork | AidKind::RemoteAdvice) => "effect-remote",
                (true, _) => "effect-staff",
            };
            // "2 people do as much as 1 of yours" is what people can picture.
            let like = (f64::from(amount) * terms.effect).max(0.5);
            Text::new(key)
                .count("count", amount)
                .count("like", whole(like).max(1))
                .moment("from", from)
        }
        Gift::Examiners => Text::new("effect-examiners")
            .count("count", amount)
            .moment("from", from),
        Gift::Permission => Text::new("effect-permission").moment("from", from),
        Gift::Desks => {
            let Some(service) = service else {
                return Text::new("effect-choose-service");
            };
            let desks = f64::from(amount) * terms.effect / service.desks;
            let room = (1.0 - service.it - service.hosted).max(0.0);
            let then = (service.level + desks.min(room)).min(1.0);
            Text::new("effect-workplaces")
                .text("service", service_name(service.template))
                .count("then", of_100(then))
                .count("now", of_100(service.level))
                .moment("from", from)
        }
        Gift::Notebooks => {
            let missing = known.systems().any(|system| {
                system.role == crate::scenario::SystemRole::Workplaces
                    && system.usable.is_some_and(|usable| usable < 0.95)
                    || system.state == SystemState::Encrypted
            });
            let key = if missing {
                "effect-notebooks"
            } else {
                "effect-notebooks-no-need"
            };
            Text::new(key)
                .count("count", amount)
                .count("clients", known.own().clients)
                .moment("from", from)
        }
    }
}

/// How the request travels, as far as the seat can tell, and when an answer may be there.
fn channel(known: Known, helper: AdministrationId) -> Text {
    let (channel, (least, _)) = known.way_to(helper);
    // Without telephones and mail the answer has to come the same way back.
    let by = if least == 0 { ANSWER_WITHIN } else { 2 * least };
    Text::new(format!("channel-by-{}", channel.id()))
        .moment("by", known.stamp(known.now().after(by)))
}
