//! A provider's customers: their lines, what they were told, what they reported.

use super::words::Look;
use crate::sim::Known;
use crate::view::CustomerRow;

/// Returns the customers of a provider, those with an open line first; none for anybody else.
pub fn customers(known: Known) -> Vec<CustomerRow> {
    let mut rows: Vec<CustomerRow> = known
        .customers()
        .iter()
        .map(|customer| CustomerRow {
            name: known.place(*customer),
            cut: known
                .line_to_customer_cut(*customer)
                .map(|(at, by_us)| (known.stamp(at), by_us)),
            told: known.customer_told(*customer).map(|at| known.stamp(at)),
            affected: known
                .affected()
                .iter()
                .find(|(who, _)| who == customer)
                .map(|(_, at)| known.stamp(*at)),
        })
        .collect();
    // The order of the customers is kept within each part.
    rows.sort_by_key(|row| row.cut.is_some());
    rows
}
