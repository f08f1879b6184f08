//! The cheapest clauses: which sets of them lose least for their price, and which is the cheapest that meets targets.
//!
//! Every set meets the same luck. A search over a growing pool of sets plays few runs; the worse half of each family is
//! dropped while runs double (successive halving: K. Jamieson and A. Talwalkar, *AISTATS* 2016); what is left is played
//! again on runs that the search has not seen, so that no set looks good because it was picked for its luck.

mod pool;
mod result;
mod search;
mod sure;
mod target;

pub use pool::{Family, MOST_CLAUSES, Money, Priced, price, to_agree};
pub use result::{ClausePrice, Design, DesignSet, EqualCost, Searched, TargetResult};
pub use search::{DesignPlan, SetRow, design};
pub use target::{Target, TargetKind};
