//! Why a service stands: from its worst need down the suppliers, as far as the seat knows.

use super::words::{Look, WithMoment, of_100, system_name};
use crate::scenario::SystemRole;
use crate::sim::{Known, KnownService, KnownSystem};
use crate::view::{CauseEnd, CauseLink};
use crate::vocab::{SystemId, SystemState, Text};

/// From this share on a system counts as working.
const WORKS: f64 = 0.95;
/// Longer chains are cut: nobody reads them.
const LONGEST: usize = 5;

/// What is behind the state of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Nothing is wrong.
    Nothing,
    /// Knowledge ends.
    Open,
    /// The seat cut its link.
    CutByUs,
    /// The provider cut the link.
    CutByProvider,
    /// The provider is known to be hit.
    ProviderHit,
    /// The seat switched everything off.
    ShutDown,
    /// An own system is out of order, or being restored.
    OwnSystem(SystemId, SystemState),
    /// Too few workplaces.
    Workplaces,
    /// Workplaces are missing because of what is given to others.
    Helping,
}

/// A chain of causes.
#[derive(Debug, Clone)]
pub struct Chain {
    /// Nearest first.
    pub links: Vec<CauseLink>,
    /// What is behind it.
    pub cause: Cause,
}

/// Returns the chain of causes of a service.
pub fn chain(known: Known, service: &KnownService) -> Chain {
    let mut links = Vec::new();
    let Some(mut at) = worst_need(known, service).filter(|_| service.it < WORKS) else {
        let cause = Cause::Nothing;
        return Chain { links, cause };
    };
    loop {
        links.push(link(known, &at));
        let next = worst_supplier(known, &at);
        let found = cause_at(known, &at, next.is_some());
        match (found, next) {
            (None, Some(next)) if links.len() < LONGEST => at = next,
            (found, _) => {
                let cause = found.unwrap_or(Cause::Open);
                return Chain { links, cause };
            }
        }
    }
}

/// Returns a system the way its cause must be told: the link with what was done to it.
fn seen<'a>(known: Known<'a>, system: KnownSystem<'a>) -> KnownSystem<'a> {
    match known.provider_link() {
        Some(link) if link.id == system.id && link.usable == Some(0.0) => KnownSystem {
            state: match system.state {
                SystemState::Intact | SystemState::Suspected | SystemState::Cleared => link.state,
                other => other,
            },
            usable: Some(0.0),
            ..system
        },
        _ => system,
    }
}

fn usable(system: &KnownSystem) -> f64 {
    system.usable.unwrap_or(0.0)
}

/// The need that holds the service down: the worst system, or the workplaces where they are fewer.
fn worst_need<'a>(known: Known<'a>, service: &KnownService<'a>) -> Option<KnownSystem<'a>> {
    let needs = known.needs(service.id);
    let (workplaces, systems): (Vec<_>, Vec<_>) = needs
        .into_iter()
        .map(|system| seen(known, system))
        .partition(|system| system.role == SystemRole::Workplaces);
    let worst = systems
        .into_iter()
        .min_by(|a, b| usable(a).total_cmp(&usable(b)));
    match worst {
        Some(worst) if usable(&worst) < WORKS && usable(&worst) <= service.it + 0.01 => Some(worst),
        worst => workplaces.into_iter().next().or(worst),
    }
}

/// The supplier that does not work; own ones first, since of those the seat knows more.
fn worst_supplier<'a>(known: Known<'a>, of: &KnownSystem<'a>) -> Option<KnownSystem<'a>> {
    known
        .suppliers(of.id)
        .into_iter()
        .map(|system| seen(known, system))
        .filter(|system| usable(system) < WORKS && usable(system) <= usable(of) + 0.01)
        .min_by(|a, b| {
            let is_foreign = |system: &KnownSystem| system.owner != known.seat();
            is_foreign(a)
                .cmp(&is_foreign(b))
                .then(usable(a).total_cmp(&usable(b)))
        })
}

/// What is known to be wrong with a system itself, if anything.
fn cause_at(known: Known, system: &KnownSystem, has_bad_supplier: bool) -> Option<Cause> {
    if system.owner != known.seat() {
        return known.provider_hit().map(|_| Cause::ProviderHit);
    }
    if system.role == SystemRole::ProviderLink
        && !known.link_is_open()
        && let Some((_, by)) = known.link_cut()
    {
        return Some(if by == known.seat() {
            Cause::CutByUs
        } else {
            Cause::CutByProvider
        });
    }
    match system.state {
        SystemState::SwitchedOff if known.is_shut_down() => Some(Cause::ShutDown),
        SystemState::Encrypted
        | SystemState::Compromised
        | SystemState::SwitchedOff
        | SystemState::Rebuilding => Some(Cause::OwnSystem(system.id, system.state)),
        _ if has_bad_supplier => None,
        _ if system.role == SystemRole::Workplaces => Some(if gives(known) {
            Cause::Helping
        } else {
            Cause::Workplaces
        }),
        _ => None,
    }
}

/// Whether the seat gives anything to others at present.
fn gives(known: Known) -> bool {
    known.requests().iter().any(|request| {
        request.draft.helper == known.seat() && request.granted.is_some() && request.ended.is_none()
    })
}

/// Returns a system as a link of a chain.
fn link(known: Known, system: &KnownSystem) -> CauseLink {
    CauseLink {
        thing: system_name(system.name),
        owner: (system.owner != known.seat()).then(|| known.place(system.owner)),
        state: system.state,
        usable_of_100: system.usable.map(of_100),
    }
}

/// Returns the link to the provider as the landing screen shows it.
pub fn provider_link(known: Known) -> Option<CauseLink> {
    let system = known.provider_link()?;
    let in_danger = known.provider_suspected().is_some() || known.provider_hit().is_some();
    let state = match system.state {
        SystemState::Intact if in_danger => SystemState::Suspected,
        state => state,
    };
    Some(CauseLink {
        thing: system_name(system.name),
        owner: known.provider().map(|id| known.place(id)),
        state,
        usable_of_100: system.usable.map(of_100),
    })
}

/// Returns the words for the end of a chain.
pub fn end_of(known: Known, cause: Cause) -> CauseEnd {
    let provider = || {
        known
            .provider()
            .map_or_else(String::new, |id| known.place(id))
    };
    let at = |text: Text, moment: Option<_>| match moment {
        Some(moment) => text.moment("at", known.stamp(moment)),
        None => text.moment("at", known.stamp(known.now())),
    };
    let cut_at = known.link_cut().map(|(at, _)| at);
    let text = match cause {
        Cause::Nothing => return CauseEnd::Fine,
        Cause::Open => return CauseEnd::Open,
        Cause::CutByUs => at(Text::new("cause-cut-by-us"), cut_at),
        Cause::CutByProvider => {
            at(Text::new("cause-cut-by-provider"), cut_at).name("provider", provider())
        }
        Cause::ProviderHit => {
            at(Text::new("cause-provider-hit"), known.provider_hit()).name("provider", provider())
        }
        Cause::ShutDown => at(Text::new("cause-shut-down"), known.shut_down_since()),
        Cause::OwnSystem(_, SystemState::Encrypted) => Text::new("cause-encrypted"),
        Cause::OwnSystem(_, SystemState::Rebuilding) => Text::new("cause-rebuilding"),
        Cause::OwnSystem(_, SystemState::Compromised) => Text::new("cause-compromised"),
        Cause::OwnSystem(..) => Text::new("cause-switched-off"),
        Cause::Workplaces => Text::new("cause-workplaces"),
        Cause::Helping => Text::new("cause-helping"),
    };
    CauseEnd::Known(text)
}
