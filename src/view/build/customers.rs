//! A provider's customers: their lines, what they were told, what they reported.

use super::words::Look;
use crate::command::Command;
use crate::sim::Known;
use crate::view::{CustomerRow, LineAct};
use crate::vocab::{AdministrationId, Text};

/// Returns the customers of a provider, those with an open line first; none for anybody else.
pub fn customers(known: Known) -> Vec<CustomerRow> {
    let mut rows: Vec<CustomerRow> = known
        .customers_in_order()
        .iter()
        .zip(0..)
        .map(|(customer, place)| CustomerRow {
            id: *customer,
            place,
            line: line(known, *customer),
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

/// What can be done with the line to a customer, and what is asked before.
fn line(known: Known, customer: AdministrationId) -> LineAct {
    let cut_here = known
        .line_to_customer_cut(customer)
        .is_some_and(|(_, own_end)| own_end);
    let without_clearance = !known.may_admit_cleared(customer);
    let (key, command) = match (cut_here, without_clearance) {
        (false, _) => ("line-cut-question", Command::CutCustomer(customer)),
        (true, false) => ("line-admit-question", admit(customer, false)),
        (true, true) => ("line-admit-uncleared-question", admit(customer, true)),
    };
    LineAct {
        question: Text::new(key).name("place", known.place(customer)),
        command,
    }
}

fn admit(customer: AdministrationId, without_clearance: bool) -> Command {
    Command::AdmitCustomer {
        customer,
        without_clearance,
    }
}
