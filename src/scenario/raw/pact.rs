//! Records of the pact: clauses and phases. Both may give the same figures; a phase wins over its clauses.

use super::{List, RawDist, record};
use crate::scenario::model::LocalText;
use crate::scenario::pact::ClauseKind;
use crate::vocab::{AidKind, AllocationRule};

/// Declares a record that may give figures of the pact besides its own fields.
macro_rules! with_figures {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        record! {
            $(#[$doc])*
            $name {
                $($(#[$field_doc])* $field: $type,)+
                /// Terms by kind of aid.
                aid: List<RawAid>,
                /// Share of IT staff a helper may give.
                staff_cap_share: f64,
                /// Share of workplaces a helper may give.
                desk_cap_share: f64,
                /// Working days at most.
                days_max: f64,
                /// Notebooks in the common pool.
                notebook_pool: f64,
                /// Notebooks of the pool for one administration at most.
                notebooks_per_site: f64,
                /// Examiners from the market at most.
                market_examiners: f64,
                /// Factor on convening the crisis staff.
                crisis_staff_factor: f64,
                /// Factor on set-up times.
                set_up_factor: f64,
                /// From the crisis staff to the paper desk.
                paper_desk: RawDist,
                /// Until the provider admits lent notebooks.
                admission: RawDist,
                /// Within which time a provider that finds an attack tells its customers.
                notice_within: String,
                /// What the asker pays the helper, EUR per person-hour.
                eur_per_person_hour: f64,
                /// How requests to the same helper are put in order.
                allocation: List<AllocationRule>,
                /// Whether requests and answers go by a channel of their own when mail and telephones are down.
                emergency_channel: bool,
                /// Whether permits to do services at another member are held beforehand.
                permits_held: bool,
                /// Whether people who help work on clean devices of the house they help.
                clean_devices: bool,
                /// Chance that backups survive.
                backups_survive: f64,
                /// Factor on attack links that are remote access.
                remote_access_factor: f64,
                /// Round-the-clock monitoring at every member.
                monitoring: bool,
                /// Outside office hours cutting off needs no more time.
                agreed_cut_off: bool,
                /// Factor on the time until a containment order takes effect.
                containment_factor: f64,
                /// Where the figures come from.
                source: String,
                /// How sure they are.
                confidence: String,
            }
        }
    };
}

with_figures! {
    /// A clause.
    RawClause {
        /// Id.
        id: String,
        /// What it is about.
        kind: ClauseKind,
        /// Where it stands in the contract.
        paragraph: String,
        /// Title.
        title: LocalText,
        /// What it says, in one sentence.
        sentence: LocalText,
        /// Euro, once.
        cost_eur_once: f64,
        /// Euro per year.
        cost_eur_per_year: f64,
        /// Working hours per year.
        staff_hours_per_year: f64,
    }
}

with_figures! {
    /// A phase of the pact.
    RawPact {
        /// Id.
        id: String,
        /// Title.
        title: LocalText,
        /// The rule in one sentence.
        sentence: LocalText,
        /// Ids of the members; everybody if it is left out.
        members: List<String>,
        /// Ids of the clauses that are switched on.
        clauses: List<String>,
    }
}

record! {
    /// Terms of one kind of aid.
    RawAid {
        /// Kind.
        kind: AidKind,
        /// From alarm to first useful work.
        latency: RawDist,
        /// Effect, 0 to 1.
        effect: f64,
        /// The same for services that take longer to set up at a neighbour.
        latency_slow: RawDist,
        /// From a permit to first useful work.
        after_permit: RawDist,
        /// Effect from the fourth day on.
        later_effect: f64,
        /// Effect on workplaces and devices.
        rollout_effect: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}
