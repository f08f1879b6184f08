//! Values that texts mention, computed when an inject is released.

use jiff::civil::Date;

use crate::scenario::{Figure, Who};
use crate::sim::Sim;
use crate::sim::entities::Person;
use crate::sim::known::{KnownService, KnownSystem};
use crate::vocab::{AdministrationId, Arg, DAY, SystemState, Text};

/// Share of a day's people who come in the morning (estimate).
const IN_THE_MORNING: f64 = 0.5;

impl Sim {
    /// Returns a figure as `each` is told it.
    pub(super) fn figure(&self, figure: &Figure, each: AdministrationId) -> Arg {
        let count = |number: f64| Arg::Count(libm::round(number) as i64);
        let sum = |who: Who, of: &dyn Fn(AdministrationId) -> f64| -> f64 {
            match who {
                Who::One(at) => of(AdministrationId::from_index(at)),
                Who::Each => of(each),
                Who::Anybody => {
                    let all = 0..self.scenario().administrations.len();
                    all.map(|at| of(AdministrationId::from_index(at))).sum()
                }
            }
        };
        let services = |who: Who, of: &dyn Fn(&KnownService) -> f64| {
            sum(who, &|at| {
                self.known(at).services().map(|service| of(&service)).sum()
            })
        };
        match figure {
            Figure::AtTheCounter(who, templates) => count(services(*who, &|service| {
                let template = &service.template.id;
                let mut wanted = templates.iter().map(|at| &self.scenario().services[*at].id);
                if wanted.any(|id| id == template) {
                    service.waiting + IN_THE_MORNING * service.demand_per_day
                } else {
                    0.0
                }
            })),
            Figure::WrongCases(who, months) => {
                let loss = self.scenario().parameters.pay_file_loss_per_month;
                count(services(*who, &|service| {
                    let Some(pay) = &service.template.pay else {
                        return 0.0;
                    };
                    let (low, high) = pay.resubmitted_right;
                    let aged = low + (high - low) / 2.0 - loss * f64::from(months - 1);
                    f64::from(service.recipients) * (1.0 - aged.max(0.0))
                }))
            }
            Figure::Unpaid(who) => {
                count(services(*who, &|service| f64::from(service.people_unpaid)))
            }
            Figure::Recipients(who) => {
                count(services(*who, &|service| f64::from(service.recipients)))
            }
            Figure::PayMonth(who) => {
                let next = self.known(one(*who, each)).next_pay_run();
                let month = next.map(|(day, _)| month_paid_for(day));
                month.map_or_else(unknown, |month| {
                    Arg::Text(Box::new(Text::new(format!("month-{month}"))))
                })
            }
            Figure::PayCutOff(who) => {
                let next = self.known(one(*who, each)).next_pay_run();
                let at = next.map(|(_, cut_off)| self.plan.calendar.stamp(cut_off));
                at.map_or_else(unknown, Arg::Moment)
            }
            Figure::MissingStatements(provider) => {
                let provider = AdministrationId::from_index(*provider);
                Arg::Count(self.missing_statements(provider) as i64)
            }
            Figure::SystemsHit(who) => count(sum(*who, &|at| {
                let known = self.known(at);
                known.systems().filter(is_hit).count() as f64
            })),
            Figure::People(who, skill) => count(sum(*who, &|at| {
                let people = self.index().people_of(at).iter();
                let people = people.filter_map(|entity| self.world.get::<Person>(*entity));
                people.filter(|person| person.skill == *skill).count() as f64
            })),
            Figure::PeopleLent(who) => count(sum(*who, &|at| self.people_lent(at) as f64)),
            Figure::Means(who) => {
                let key = match self.own_means(one(*who, each)) {
                    (true, true) => "figure-means-both",
                    (true, false) => "figure-means-phone",
                    (false, true) => "figure-means-mail",
                    (false, false) => "figure-means-none",
                };
                Arg::Text(Box::new(Text::new(key)))
            }
            Figure::TeamAt(state) => {
                let at = self.team_at(AdministrationId::from_index(*state));
                self.place_name(at)
            }
            Figure::DaysSince(at) => {
                let passed = self.now().0.saturating_sub(at.0) / DAY;
                Arg::Count(i64::from(passed))
            }
            Figure::Asker { to, kind } => {
                let asked = self.requests().find(|request| {
                    let helper = request.draft.helper;
                    request.draft.kind == *kind
                        && match to {
                            Who::One(at) => helper.index() == *at,
                            Who::Each => helper == each,
                            Who::Anybody => true,
                        }
                });
                self.place_name(asked.map(|request| request.asker))
            }
        }
    }

    fn place_name(&self, at: Option<AdministrationId>) -> Arg {
        let places = &self.scenario().administrations;
        at.map_or_else(unknown, |at| Arg::Name(places[at.index()].name.clone()))
    }
}

/// The one a figure speaks of, where it can speak of one only.
fn one(who: Who, each: AdministrationId) -> AdministrationId {
    match who {
        Who::One(at) => AdministrationId::from_index(at),
        Who::Each | Who::Anybody => each,
    }
}

fn unknown() -> Arg {
    Arg::Name("?".to_owned())
}

/// The month, 1 to 12, for which money is that comes on a day: at its end for the next one, at its beginning for this one.
fn month_paid_for(pay_day: Date) -> i8 {
    if pay_day.day() <= 15 {
        pay_day.month()
    } else {
        pay_day.month() % 12 + 1
    }
}

/// Whether its owner knows that a system fell into the actor's hands.
fn is_hit(system: &KnownSystem) -> bool {
    matches!(
        system.state,
        SystemState::Compromised | SystemState::Encrypted
    )
}
