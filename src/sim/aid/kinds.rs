//! What each kind of aid is: who gives it, what is given, how much of it, and what it waits for.
//!
//! All that differs between kinds stands in this table; delays and effects stand in the pact.

use crate::vocab::{AidKind, Skill, WaitCause};

/// Who can give a kind of aid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// Any administration with IT of its own, but providers.
    Neighbour,
    /// The state.
    State,
    /// Another provider; only a provider asks for it.
    OtherProvider,
    /// The asker's own provider.
    OwnProvider,
}

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gift {
    /// IT people.
    People,
    /// Desks of the helper for one service, with its application.
    Desks,
    /// Notebooks.
    Notebooks,
    /// Examiners for the regional team.
    Examiners,
    /// A permission.
    Permission,
}

/// How much may be given at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// A share of the helper's IT people.
    StaffShare,
    /// One person of the skill asked for, within that share.
    OneOfTheSkill,
    /// All people but examiners, at one place at a time.
    WholeTeam,
    /// A share of the helper's workplaces.
    DeskShare,
    /// One desk, within that share.
    OneDesk,
    /// The notebooks at hand and in the pool.
    Stock,
    /// So many examiners for the region as the pact names.
    Examiners,
    /// It is given or not.
    One,
}

/// What a kind of aid is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KindRule {
    /// Who gives it.
    pub giver: Giver,
    /// What is given.
    pub gift: Gift,
    /// How much of it.
    pub cap: Cap,
    /// What it may have to wait for when it has arrived, in this order.
    pub gates: &'static [WaitCause],
    /// Of people: who goes first.
    pub prefers: &'static [Skill],
    /// What it takes of the helper, compared with a whole person, desk or notebook away (estimates).
    pub burden: f64,
}

impl KindRule {
    /// Whether it is for one service of the asker.
    #[must_use]
    pub fn is_for_a_service(&self) -> bool {
        self.gift == Gift::Desks
    }

    /// Whether guests work with an application of the helper.
    pub(crate) fn needs_application(&self) -> bool {
        self.gates.contains(&WaitCause::Application)
    }

    /// Whether giving it takes something of the helper's own services.
    #[must_use]
    pub fn costs_the_helper(&self) -> bool {
        !matches!(self.gift, Gift::Examiners | Gift::Permission)
    }
}

const AT_A_DESK: &[WaitCause] = &[WaitCause::Permit, WaitCause::Application];
const ON_SITE: &[Skill] = &[Skill::Rollout, Skill::Identity, Skill::Network];
const FROM_AFAR: &[Skill] = &[Skill::Identity, Skill::Backup, Skill::Network];
const FOR_A_PROVIDER: &[Skill] = &[Skill::Backup, Skill::Identity, Skill::Application];

/// People of the helper.
const PEOPLE: KindRule = KindRule {
    giver: Giver::Neighbour,
    gift: Gift::People,
    cap: Cap::StaffShare,
    gates: &[],
    prefers: ON_SITE,
    burden: 1.0,
};

/// Desks of the helper.
const DESKS: KindRule = KindRule {
    gift: Gift::Desks,
    cap: Cap::DeskShare,
    gates: AT_A_DESK,
    prefers: &[],
    ..PEOPLE
};

/// Returns what a kind of aid is.
#[must_use]
pub const fn kind_rule(kind: AidKind) -> KindRule {
    match kind {
        AidKind::ItStaffOnSite => PEOPLE,
        AidKind::RemoteWork => KindRule {
            gates: &[WaitCause::Network],
            prefers: FROM_AFAR,
            ..PEOPLE
        },
        // Who advises has two thirds of the day for the own house.
        AidKind::RemoteAdvice => KindRule {
            prefers: FROM_AFAR,
            burden: 0.33,
            ..PEOPLE
        },
        AidKind::ItSpecialistOnSite => KindRule {
            cap: Cap::OneOfTheSkill,
            prefers: &[],
            ..PEOPLE
        },
        AidKind::ItWorkplaces => DESKS,
        AidKind::SmallDesk => KindRule {
            cap: Cap::OneDesk,
            ..DESKS
        },
        // A desk of the helper, and the clerk at it.
        AidKind::CaseWork => KindRule {
            burden: 2.0,
            ..DESKS
        },
        AidKind::LoanNotebooks => KindRule {
            gift: Gift::Notebooks,
            cap: Cap::Stock,
            gates: &[WaitCause::SetUp],
            prefers: &[],
            ..PEOPLE
        },
        AidKind::ConnectPermission => KindRule {
            giver: Giver::OwnProvider,
            gift: Gift::Permission,
            cap: Cap::One,
            gates: &[WaitCause::Release],
            prefers: &[],
            burden: 0.0,
        },
        AidKind::Forensics => KindRule {
            giver: Giver::State,
            gift: Gift::Examiners,
            cap: Cap::Examiners,
            prefers: &[],
            burden: 0.0,
            ..PEOPLE
        },
        AidKind::ProviderToProvider => KindRule {
            giver: Giver::OtherProvider,
            prefers: FOR_A_PROVIDER,
            ..PEOPLE
        },
        AidKind::StateTeam => KindRule {
            giver: Giver::State,
            cap: Cap::WholeTeam,
            prefers: FROM_AFAR,
            ..PEOPLE
        },
    }
}
