//! The file as a whole.

use serde::de::IgnoredAny;

use super::{
    List, RawAdministration, RawAttack, RawClause, RawGuide, RawInject, RawKit, RawNotice,
    RawObjective, RawPact, RawParameters, RawQuestion, RawResponse, RawRoom, RawService, RawStage,
    RawTableLink, RawUncertain, Sp, record,
};
use crate::scenario::model::{EndRule, LocalText};

/// One override in a file: a path and a value.
pub type RawSet = (Sp<String>, Sp<IgnoredAny>);

record! {
    /// A scenario, or a fragment of one: the same fields, all of them optional.
    RawScenario {
        /// Id.
        id: String,
        /// Title.
        title: LocalText,
        /// Local date and time of minute 0.
        begins: String,
        /// Start of the exercise.
        start_ex: String,
        /// Time from there to the end.
        horizon: String,
        /// `horizon` or `when_quiet`.
        end: EndRule,
        /// Pact of a run without a choice.
        default_pact: String,
        /// Fragments, read before this file.
        include: List<String>,
        /// Administrations.
        administrations: List<RawAdministration>,
        /// Table of administrations.
        administrations_table: String,
        /// Kits.
        kits: List<RawKit>,
        /// Links between administrations.
        links: List<RawTableLink>,
        /// Table of links.
        links_table: String,
        /// How far word goes and neighbours help, in km.
        reach_km: f64,
        /// Services.
        services: List<RawService>,
        /// Which of the services are offered here, in this order; all of them if left out.
        offers: List<String>,
        /// The attack.
        attack: RawAttack,
        /// Clauses of the pact.
        clauses: List<RawClause>,
        /// Pact phases.
        pacts: List<RawPact>,
        /// Response plans.
        responses: List<RawResponse>,
        /// Messages.
        notices: List<RawNotice>,
        /// Injects of the script.
        injects: List<RawInject>,
        /// Phases of the exercise in the room.
        stages: List<RawStage>,
        /// Objectives of the exercise.
        objectives: List<RawObjective>,
        /// Questions that everybody answers at the end.
        questionnaire: List<RawQuestion>,
        /// What the room pays for and watches.
        room: RawRoom,
        /// The first minutes, spoken through.
        guide: RawGuide,
        /// Figures of recovery.
        parameters: RawParameters,
        /// Figures that nobody knows for sure, with their spread.
        uncertain: List<RawUncertain>,
        /// Overrides.
        set: List<RawSet>,
    }
}
