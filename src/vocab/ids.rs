//! Dense ids: positions in the plan's tables, given in a fixed order.

use serde::{Deserialize, Serialize};

macro_rules! dense_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the position in a table indexed by this id.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// Makes an id from a position; a table holds fewer than 2^32 rows.
            #[must_use]
            pub const fn from_index(index: usize) -> Self {
                debug_assert!(index <= u32::MAX as usize);
                Self(index as u32)
            }
        }
    };
}

dense_id!(
    /// An administration: municipality, county, provider or state body. A seat has the id of its administration.
    AdministrationId
);
dense_id!(
    /// An IT system of one administration.
    SystemId
);
dense_id!(
    /// A directed link along which an attack may pass.
    LinkId
);
dense_id!(
    /// A service of one administration (for example the vehicle registration of one county).
    ServiceId
);
dense_id!(
    /// A request for aid, counted from 0 in the order of asking.
    RequestId
);
dense_id!(
    /// A decision somebody has to take, counted from 0 in the order of raising.
    DecisionId
);
dense_id!(
    /// An inject: those of the scenario in their order, then those improvised in the order of improvising.
    InjectId
);
