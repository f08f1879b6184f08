//! The whole of what one seat sees, put together.

use std::sync::Arc;

use super::words::local;
use super::{aid, course, decisions, log, options, possible, public, region, town_hall, work};
use crate::sim::Known;
use crate::view::{Outcome, PublicView, SeatView};

/// Returns everything a seat sees at this moment.
#[must_use]
pub fn seat_view(
    known: Known,
    public: Arc<PublicView>,
    revision: u64,
    outcome: Option<Outcome>,
) -> SeatView {
    let log = log::log(known);
    let events = log::events(&log);
    let course = course::course(known, &public.clock, &log);
    let forecast = work::Forecast::of(known);
    let town_hall = town_hall::town_hall(known, &forecast);
    let measures = options::measures(known);
    SeatView {
        revision,
        seat: public::seat_info(known.seat(), known.own()),
        stopped_for: None,
        deputy: known.deputy().map(|(plan, _)| local(&plan.title)),
        plans: known
            .response_plans()
            .iter()
            .map(|plan| (plan.id.clone(), local(&plan.title)))
            .collect(),
        possible: possible::possible(known, &town_hall.services, &measures),
        town_hall,
        work: work::work(known, &forecast),
        decisions: decisions::papers(known),
        measures,
        aid: aid::aid(known),
        region: region::region(known, &course),
        course,
        log,
        events,
        outcome,
        public,
    }
}
