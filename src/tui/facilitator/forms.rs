//! What the facilitator's dialogs hold.

use super::super::field::Field;
use super::super::seat::around;
use crate::view::{FacilitatorView, Holder};
use crate::vocab::{
    AdministrationId, DAY, Decider, DecisionId, HOUR, RewindTo, SimTime, Stamp, Text,
};

/// What waits for a seat and is opened for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// A decision.
    Paper(DecisionId),
    /// The answer to an inject.
    Inject(String),
}

/// Who decides what the facilitator enters for a seat.
#[derive(Debug, Clone)]
pub struct EntryForm {
    /// Whose seat.
    pub seat: AdministrationId,
    /// What lies open there, if it is about one thing.
    pub about: Option<Waiting>,
    /// Position in the list of functions.
    pub decider: usize,
    /// Who, as typed.
    pub name: Field,
    /// Whether the name has the focus.
    pub in_name: bool,
}

impl EntryForm {
    pub fn new(seat: AdministrationId, about: Option<Waiting>) -> Self {
        Self {
            seat,
            about,
            decider: 0,
            name: Field::default(),
            in_name: false,
        }
    }

    pub fn decider(&self) -> Decider {
        Decider::ALL[self.decider]
    }
}

/// Where to leap, and who stands in meanwhile.
#[derive(Debug, Clone)]
pub struct LeapForm {
    /// Moments to choose from, with what they are.
    pub targets: Vec<(SimTime, Text)>,
    /// The chosen one.
    pub target: usize,
    /// Seats of persons, and by which plan a bot stands in; one more than the last is nobody.
    pub seats: Vec<(AdministrationId, String, usize)>,
    /// The plans.
    pub plans: Vec<(String, Text)>,
    /// The field with the focus: 0 is the target, then the seats.
    pub field: usize,
}

impl LeapForm {
    /// Makes the form; `to` is the moment that is offered first.
    pub fn new(view: &FacilitatorView, to: Option<SimTime>) -> Self {
        let now = view.public.clock.now.at;
        let end = view.public.clock.end_ex.at;
        let mut targets = Vec::new();
        for stage in &view.stages {
            if stage.number > 0 && stage.begins.at > now {
                let text = Text::new("ui-leap-stage")
                    .count("number", stage.number)
                    .text("title", stage.title.clone());
                targets.push((stage.begins.at, text));
            }
        }
        targets.push((end, Text::new("next-end")));
        for minutes in [HOUR, 6 * HOUR, DAY, 7 * DAY] {
            let text = Text::new("ui-leap-by").with("minutes", crate::vocab::Arg::Minutes(minutes));
            targets.push((now.after(minutes), text));
        }
        targets.retain(|(at, _)| *at <= end);
        // What the line of the next thing leaps to can be chosen whatever it is.
        if let Some(to) = to.filter(|to| targets.iter().all(|(at, _)| at != to)) {
            let stop = view.stops.iter().find(|stop| stop.at.at == to);
            let what = stop.map_or(&view.next.what, |stop| &stop.what);
            targets.insert(0, (to, what.clone()));
        }
        let target = to.and_then(|to| targets.iter().position(|(at, _)| *at == to));
        let by_the_book = view.plans.iter().position(|(id, _)| id == "by_the_book");
        let filled = view.seats.iter().filter(|row| row.holder == Holder::Person);
        Self {
            target: target.unwrap_or(0),
            targets,
            seats: filled
                .map(|row| {
                    let plan = by_the_book.unwrap_or(0);
                    (row.seat.id, row.seat.name.clone(), plan)
                })
                .collect(),
            plans: view.plans.clone(),
            field: 0,
        }
    }

    /// Goes to another field.
    pub fn go(&mut self, by: isize) {
        self.field = around(self.field, by, self.seats.len() + 1);
    }

    /// Takes another value in the present field.
    pub fn shift(&mut self, by: isize) {
        match self.field {
            0 => self.target = around(self.target, by, self.targets.len()),
            field => {
                let choices = self.plans.len() + 1;
                if let Some((.., plan)) = self.seats.get_mut(field - 1) {
                    *plan = around(*plan, by, choices);
                }
            }
        }
    }

    /// When the leap ends.
    pub fn to(&self) -> Option<SimTime> {
        self.targets.get(self.target).map(|(at, _)| *at)
    }

    /// Seats and the plans by which bots stand in.
    pub fn orders(&self) -> Vec<(AdministrationId, String)> {
        let seats = self.seats.iter();
        seats
            .filter_map(|(seat, _, plan)| {
                let (id, _) = self.plans.get(*plan)?;
                Some((*seat, id.clone()))
            })
            .collect()
    }

    /// Returns the moment of a target as a date, where the view knows it.
    pub fn stamp(&self, view: &FacilitatorView) -> Option<Stamp> {
        let to = self.to()?;
        let stages = view.stages.iter().map(|stage| stage.begins);
        let known = stages.chain([view.public.clock.end_ex]);
        known.into_iter().find(|stamp| stamp.at == to)
    }
}

/// Where to begin a second try: at a decision, or so many minutes from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RewindForm {
    /// Position of the decision in the list, the newest first.
    pub chosen: usize,
    /// Minutes after it; below 0 is before.
    pub minutes: i64,
}

impl RewindForm {
    /// Chooses another decision.
    pub fn choose(&mut self, chosen: usize) {
        *self = Self { chosen, minutes: 0 };
    }

    /// Goes so many minutes forth or back; never before the exercise began, nor beyond now.
    pub fn shift(&mut self, by: i64, view: &FacilitatorView) {
        let Some(row) = view.decided.get(self.chosen) else {
            return;
        };
        let clock = &view.public.clock;
        let at = i64::from(row.at.at.0);
        let earliest = i64::from(clock.start_ex.at.0.min(row.at.at.0)) - at;
        let latest = i64::from(clock.now.at.0.max(row.at.at.0)) - at;
        self.minutes = (self.minutes + by).clamp(earliest, latest);
    }

    /// Where the second try begins.
    pub fn to(&self, view: &FacilitatorView) -> Option<RewindTo> {
        let row = view.decided.get(self.chosen)?;
        let at = i64::from(row.at.at.0) + self.minutes;
        Some(RewindTo {
            minute: SimTime(u32::try_from(at).ok()?),
            before: row.number.filter(|_| self.minutes == 0),
        })
    }

    /// Says how far it is from the decision.
    pub fn distance(&self) -> Option<Text> {
        let minutes = crate::vocab::Arg::Minutes(self.minutes.unsigned_abs() as u32);
        let key = match self.minutes {
            0 => return None,
            ..0 => "ui-rewind-before",
            1.. => "ui-rewind-after",
        };
        Some(Text::new(key).with("minutes", minutes))
    }
}
