//! Checks what injects wait for.

use super::super::check::Check;
use super::Cast;
use crate::scenario::inject::{Expression, Who};
use crate::scenario::raw::{Fault, List, Place, RawExpression, Sp};
use crate::vocab::{Text, parse_minutes};

/// The words that stand for somebody else than an administration.
const EACH: &str = "each";
const ANYBODY: &str = "anybody";

/// Something that never holds; it stands in for what cannot be read.
pub fn never() -> Expression {
    Expression::Any(Vec::new())
}

/// Checks an expression. `of_a_receiver` says whether there is a receiver that `each` can mean.
pub fn read(
    check: &mut Check,
    raw: &RawExpression,
    place: Place,
    cast: &Cast<'_>,
    of_a_receiver: bool,
) -> Expression {
    let reader = Reader {
        cast,
        of_a_receiver,
    };
    reader.read(check, raw, place).unwrap_or_else(never)
}

/// Checks of whom something is said; `each` may stand for the receiver.
pub fn who_of(check: &mut Check, sp: &Sp<String>, cast: &Cast<'_>) -> Option<Who> {
    let reader = Reader {
        cast,
        of_a_receiver: true,
    };
    reader.who(check, sp)
}

struct Reader<'a, 'c> {
    cast: &'c Cast<'a>,
    of_a_receiver: bool,
}

impl Reader<'_, '_> {
    fn read(&self, check: &mut Check, raw: &RawExpression, place: Place) -> Option<Expression> {
        use Expression as E;
        use RawExpression as R;
        Some(match raw {
            R::All(parts) => E::All(self.parts(check, parts, place)),
            R::Any(parts) => E::Any(self.parts(check, parts, place)),
            R::Not(part) => {
                let (raw, place) = check.value(part)?;
                E::Not(Box::new(self.read(check, raw, place)?))
            }
            R::At(at) => E::At(self.cast.moment(check, at)?),
            R::After(inject, time) => {
                let inject = self.cast.inject(check, inject);
                let minutes = duration(check, time, "check-duration-after");
                E::After(inject?, minutes?)
            }
            R::Released(inject) => E::Released(self.cast.inject(check, inject)?),
            R::Acknowledged(inject, who) => {
                let inject = self.cast.inject(check, inject);
                E::Acknowledged(inject?, self.who(check, who)?)
            }
            R::Answered(inject, who) => {
                let inject = self.cast.inject(check, inject);
                E::Answered(inject?, self.who(check, who)?)
            }
            R::Decided(who, paper) => {
                let who = self.who(check, who);
                let (paper, _) = check.value(paper)?;
                E::Decided(who?, *paper)
            }
            R::LinkCut(who) => E::LinkCut(self.who(check, who)?),
            R::CustomersCut(who) => E::CustomersCut(self.who(check, who)?),
            R::CrisisStaffMet(who) => E::CrisisStaffMet(self.who(check, who)?),
            R::PayFileSecured(who) => E::PayFileSecured(self.who(check, who)?),
            R::PayRunInDanger(who) => E::PayRunInDanger(self.who(check, who)?),
            R::PayApplicationDown(who) => E::PayApplicationDown(self.who(check, who)?),
            R::PayRunDue(who, time) => {
                let who = self.who(check, who);
                let minutes = duration(check, time, "check-duration-within");
                E::PayRunDue(who?, minutes?)
            }
            R::Unpaid(who) => E::Unpaid(self.who(check, who)?),
            R::AidRequested { from, to, kind } => E::AidRequested {
                from: self.who_or_anybody(check, from.as_ref())?,
                to: self.who_or_anybody(check, to.as_ref())?,
                kind: match kind {
                    Some(kind) => Some(*check.value(kind)?.0),
                    None => None,
                },
            },
            R::Helps(who) => E::Helps(self.who(check, who)?),
            R::LendsPeople(who) => E::LendsPeople(self.who(check, who)?),
            R::TeamAway(state) => E::TeamAway(self.cast.administration(check, state)?),
            R::StatementsMissing(provider) => {
                E::StatementsMissing(self.cast.administration(check, provider)?)
            }
            R::PermitMissing(who) => E::PermitMissing(self.who(check, who)?),
            R::Cleared(who) => E::Cleared(self.who(check, who)?),
            R::ProviderHit(who) => E::ProviderHit(self.who(check, who)?),
            R::Hit(who) => E::Hit(self.who(check, who)?),
            R::Encrypted(who) => E::Encrypted(self.who(check, who)?),
            R::ServiceBelow(who, service) => {
                let who = self.who(check, who);
                E::ServiceBelow(who?, self.cast.service(check, service)?)
            }
            R::PhonesDead(who) => E::PhonesDead(self.who(check, who)?),
            R::MailDead(who) => E::MailDead(self.who(check, who)?),
        })
    }

    fn parts(
        &self,
        check: &mut Check,
        parts: &List<RawExpression>,
        place: Place,
    ) -> Vec<Expression> {
        if parts.is_empty() {
            let message = Text::new("check-nothing-in-list");
            check.problems.error(place, message);
        }
        let mut read = Vec::new();
        for part in parts {
            if let Some((raw, place)) = check.value(part) {
                read.extend(self.read(check, raw, place));
            }
        }
        read
    }

    fn who(&self, check: &mut Check, sp: &Sp<String>) -> Option<Who> {
        let (word, place) = check.value(sp)?;
        match word.as_str() {
            EACH if self.of_a_receiver => Some(Who::Each),
            EACH => {
                let message = Text::new("check-each-nobody");
                let hint = Text::new("check-each-nobody-hint");
                check.problems.error_hint(place, message, hint);
                None
            }
            ANYBODY => Some(Who::Anybody),
            id => {
                let found = self.cast.administrations.by_id.get(id).copied();
                if found.is_none() {
                    let ids = self.cast.administrations.by_id.keys().map(String::as_str);
                    let known = ids.chain([EACH, ANYBODY]);
                    let fault = Fault::none("check-what-administration", id, known);
                    check.problems.fault(place, fault);
                }
                found.map(Who::One)
            }
        }
    }

    fn who_or_anybody(&self, check: &mut Check, sp: Option<&Sp<String>>) -> Option<Who> {
        match sp {
            Some(sp) => self.who(check, sp),
            None => Some(Who::Anybody),
        }
    }
}

fn duration(check: &mut Check, written: &Sp<String>, hint: &'static str) -> Option<u32> {
    let (text, place) = check.value(written)?;
    let minutes = parse_minutes(text).ok();
    if minutes.is_none() {
        let message = Text::new("check-is-no-duration").name("text", text);
        check.problems.error_hint(place, message, Text::new(hint));
    }
    minutes
}
