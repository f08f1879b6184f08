//! How much a helper may give.

use super::kinds::{Cap, KindRule};
use crate::scenario::PactTerms;

/// A small helper gives one person for two days a week.
const TWO_DAYS_A_WEEK: f64 = 0.4;
/// From this many IT people on, one may go for two days a week although the cap is below one.
const SMALL_HELPER_STAFF: u32 = 2;

/// What a helper has of all that can be given.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Holdings {
    /// IT people, examiners left out.
    pub(crate) staff: u32,
    /// Of these with the skill asked for and at home.
    pub(crate) of_the_skill: u32,
    /// Workplaces.
    pub(crate) clients: u32,
    /// Notebooks at hand, with those of the pool that the asker may get.
    pub(crate) notebooks: u32,
    /// IT people given to others.
    pub(crate) staff_given: u32,
    /// Of these with the skill asked for.
    pub(crate) of_the_skill_given: u32,
    /// Desks given to others.
    pub(crate) desks_given: u32,
    /// Examiners from the market at work or on the way for anybody.
    pub(crate) examiners_given: u32,
}

/// Most that may be given, and the share of working time each person gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Means {
    pub(crate) most: u32,
    pub(crate) share: f64,
}

/// What a helper may give at most by the caps of the pact.
pub(crate) fn means(rule: &KindRule, pact: &PactTerms, of: Holdings) -> Means {
    let floor = |share: f64, of: u32| libm::floor(share * f64::from(of) + 1e-9) as u32;
    let whole = |most: u32| Means { most, share: 1.0 };
    let staff = || {
        let by_cap = floor(pact.staff_cap_share, of.staff);
        let (cap, share) =
            if by_cap == 0 && of.staff >= SMALL_HELPER_STAFF && pact.staff_cap_share > 0.0 {
                (1, TWO_DAYS_A_WEEK)
            } else {
                (by_cap, 1.0)
            };
        Means {
            most: cap.saturating_sub(of.staff_given),
            share,
        }
    };
    let desks = floor(pact.desk_cap_share, of.clients).saturating_sub(of.desks_given);
    match rule.cap {
        Cap::StaffShare => staff(),
        Cap::OneOfTheSkill => {
            let by_share = staff();
            let one = 1_u32.saturating_sub(of.of_the_skill_given);
            Means {
                most: by_share.most.min(one).min(of.of_the_skill),
                ..by_share
            }
        }
        // The next one waits until the team is back; where nobody may go, it may not either.
        Cap::WholeTeam => {
            let stays = of.staff_given > 0 || pact.staff_cap_share <= 0.0;
            whole(if stays { 0 } else { of.staff })
        }
        Cap::DeskShare => whole(desks),
        Cap::OneDesk => whole(desks.min(1)),
        Cap::Stock => whole(of.notebooks),
        Cap::Examiners => whole(pact.market_examiners.saturating_sub(of.examiners_given)),
        Cap::One => whole(1),
    }
}

/// Why a helper may give nothing of what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiveLimit {
    /// All it may give is given to others.
    AllGiven,
    /// Nobody with the skill asked for is at home.
    NobodyOfTheSkill,
    /// There is none in stock.
    NoneInStock,
    /// It has too few for the share it may give.
    TooFew,
}

impl GiveLimit {
    /// Returns the identifier used in names of texts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AllGiven => "all-given",
            Self::NobodyOfTheSkill => "nobody-of-the-skill",
            Self::NoneInStock => "none-in-stock",
            Self::TooFew => "too-few",
        }
    }
}

/// Returns why nothing may be given; `None` if something may.
pub(crate) fn give_limit(rule: &KindRule, pact: &PactTerms, of: Holdings) -> Option<GiveLimit> {
    if means(rule, pact, of).most > 0 {
        return None;
    }
    let nothing_given = Holdings {
        staff_given: 0,
        of_the_skill_given: 0,
        desks_given: 0,
        examiners_given: 0,
        ..of
    };
    Some(match rule.cap {
        Cap::Stock => GiveLimit::NoneInStock,
        _ if means(rule, pact, nothing_given).most > 0 => GiveLimit::AllGiven,
        Cap::OneOfTheSkill if of.of_the_skill == 0 => GiveLimit::NobodyOfTheSkill,
        _ => GiveLimit::TooFew,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::aid::kinds::kind_rule;
    use crate::vocab::AidKind;

    fn most(kind: AidKind, of: Holdings) -> (u32, f64) {
        let pact = PactTerms {
            market_examiners: 4,
            ..PactTerms::unwritten()
        };
        let means = means(&kind_rule(kind), &pact, of);
        (means.most, means.share)
    }

    fn staff(staff: u32, staff_given: u32) -> Holdings {
        Holdings {
            staff,
            staff_given,
            ..Holdings::default()
        }
    }

    #[test]
    fn a_quarter_of_the_people_goes_or_one_for_two_days_a_week() {
        let people = |of: Holdings| most(AidKind::ItStaffOnSite, of);
        assert_eq!(people(staff(8, 0)), (2, 1.0));
        assert_eq!(people(staff(8, 1)), (1, 1.0));
        assert_eq!(people(staff(8, 3)), (0, 1.0));
        assert_eq!(people(staff(3, 0)), (1, 0.4));
        assert_eq!(people(staff(2, 0)), (1, 0.4));
        assert_eq!(people(staff(2, 1)), (0, 0.4));
        assert_eq!(people(staff(1, 0)).0, 0);
    }

    #[test]
    fn one_specialist_of_a_skill_goes_if_there_is_one() {
        let skilled = |of_the_skill, of_the_skill_given, staff_given| Holdings {
            of_the_skill,
            of_the_skill_given,
            ..staff(16, staff_given)
        };
        let one = |of: Holdings| most(AidKind::ItSpecialistOnSite, of).0;
        assert_eq!(one(skilled(3, 0, 0)), 1);
        assert_eq!(one(skilled(2, 1, 1)), 0);
        assert_eq!(one(skilled(0, 0, 0)), 0);
        assert_eq!(one(skilled(3, 0, 4)), 0);
    }

    #[test]
    fn the_state_team_is_at_one_place_at_a_time() {
        assert_eq!(most(AidKind::StateTeam, staff(4, 0)), (4, 1.0));
        assert_eq!(most(AidKind::StateTeam, staff(4, 4)).0, 0);
        assert_eq!(most(AidKind::StateTeam, staff(4, 1)).0, 0);
        let nobody = PactTerms {
            staff_cap_share: 0.0,
            ..PactTerms::unwritten()
        };
        let team = kind_rule(AidKind::StateTeam);
        assert_eq!(means(&team, &nobody, staff(4, 0)).most, 0);
    }

    #[test]
    fn who_may_give_nothing_is_told_why() {
        let pact = PactTerms::unwritten();
        let limit = |kind: AidKind, of: Holdings| give_limit(&kind_rule(kind), &pact, of);
        let people = |of: Holdings| limit(AidKind::ItStaffOnSite, of);
        assert_eq!(people(staff(8, 1)), None);
        assert_eq!(people(staff(8, 2)), Some(GiveLimit::AllGiven));
        assert_eq!(people(staff(1, 0)), Some(GiveLimit::TooFew));
        let specialist = |of| limit(AidKind::ItSpecialistOnSite, of);
        assert_eq!(specialist(staff(16, 0)), Some(GiveLimit::NobodyOfTheSkill));
        let notebooks = limit(AidKind::LoanNotebooks, Holdings::default());
        assert_eq!(notebooks, Some(GiveLimit::NoneInStock));
    }

    #[test]
    fn desks_examiners_and_devices_have_their_caps() {
        let of = |desks_given, examiners_given| Holdings {
            clients: 199,
            notebooks: 5,
            desks_given,
            examiners_given,
            ..Holdings::default()
        };
        assert_eq!(most(AidKind::ItWorkplaces, of(0, 0)).0, 3);
        assert_eq!(most(AidKind::CaseWork, of(2, 0)).0, 1);
        assert_eq!(most(AidKind::SmallDesk, of(0, 0)).0, 1);
        assert_eq!(most(AidKind::SmallDesk, of(3, 0)).0, 0);
        assert_eq!(most(AidKind::LoanNotebooks, of(0, 0)).0, 5);
        assert_eq!(most(AidKind::Forensics, of(0, 0)).0, 4);
        assert_eq!(most(AidKind::Forensics, of(0, 3)).0, 1);
        assert_eq!(most(AidKind::ConnectPermission, of(0, 0)).0, 1);
    }
}
