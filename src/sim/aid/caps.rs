//! How much a helper may give.

use crate::scenario::PactTerms;
use crate::vocab::AidKind;

/// A small helper gives one person for two days a week.
const TWO_DAYS_A_WEEK: f64 = 0.4;
/// From this many IT people on, one may go for two days a week although the cap is below one.
const SMALL_HELPER_STAFF: u32 = 2;

/// What a request asks of a helper, and the helper's means.
pub(crate) struct Means {
    /// Most it may give by the caps.
    pub(crate) most: u32,
    /// Share of working time each person gives.
    pub(crate) share: f64,
}

/// What a helper may give at most by the caps of the pact, with nothing given yet to others than `given` units.
pub(crate) fn means(
    kind: AidKind,
    pact: &PactTerms,
    staff: u32,
    clients: u32,
    notebooks: u32,
    given: u32,
) -> Means {
    let floor = |share: f64, of: u32| libm::floor(share * f64::from(of) + 1e-9) as u32;
    let (most, share) = match kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            let by_cap = floor(pact.staff_cap_share, staff);
            if by_cap == 0 && staff >= SMALL_HELPER_STAFF && pact.staff_cap_share > 0.0 {
                (1, TWO_DAYS_A_WEEK)
            } else {
                (by_cap, 1.0)
            }
        }
        AidKind::ItWorkplaces => (floor(pact.desk_cap_share, clients), 1.0),
        AidKind::LoanNotebooks => (notebooks + given, 1.0),
    };
    Means {
        most: most.saturating_sub(given),
        share,
    }
}
