//! A request for aid as asker, helper and world share it.

use serde::{Deserialize, Serialize};

use super::{AdministrationId, AidKind, ServiceId, Skill};

/// A request for aid before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AidDraft {
    /// What is asked for.
    pub kind: AidKind,
    /// Who is asked.
    pub helper: AdministrationId,
    /// People, workplaces or devices, at least 1.
    pub amount: u32,
    /// Working days the aid is wanted for, 1 to 10.
    pub days: u32,
    /// The own service it is for; needed where a desk or a clerk is asked for.
    pub service: Option<ServiceId>,
    /// The skill that is short; needed for [`AidKind::ItSpecialistOnSite`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Skill>,
}
