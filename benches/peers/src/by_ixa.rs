//! The reference workload by `ixa`: plans in its queue, the world in a data plugin, its own random numbers.
//!
//! Written for speed within its rules: one context for each replication, a node is an index, no plan is made for an attempt
//! that would come after its source is contained, as in the programs it stands beside.

use std::collections::VecDeque;
use std::rc::Rc;

use ixa::prelude::*;

use crate::star::{Outcome, Star};

define_rng!(Luck);

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Susceptible,
    Infectious,
    Contained,
    Repaired,
}

struct World {
    star: Option<Rc<Star>>,
    state: Vec<State>,
    /// Whether a node and all above it are susceptible or repaired.
    operational: Vec<bool>,
    queue: Vec<VecDeque<usize>>,
    free: Vec<usize>,
    down: usize,
    infected: usize,
    state_changes: u64,
    lost: f64,
    since: f64,
    below: f64,
}

define_data_plugin!(
    WorldPlugin,
    World,
    World {
        star: None,
        state: Vec::new(),
        operational: Vec::new(),
        queue: Vec::new(),
        free: Vec::new(),
        down: 0,
        infected: 0,
        state_changes: 0,
        lost: 0.0,
        since: 0.0,
        below: 0.0,
    }
);

impl World {
    fn star(&self) -> Rc<Star> {
        Rc::clone(self.star.as_ref().expect("the world is laid out"))
    }

    /// Enters a change of a node's state at a time.
    fn change(&mut self, node: usize, state: State, now: f64) {
        let star = self.star();
        self.state[node] = state;
        self.state_changes += 1;
        self.lost += self.down as f64 * (now - self.since);
        self.since = now;
        let works = |state: State| matches!(state, State::Susceptible | State::Repaired);
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            let above = star.parent[node].is_none_or(|parent| self.operational[parent]);
            let is = works(self.state[node]) && above;
            if is != self.operational[node] {
                self.operational[node] = is;
                if node >= star.providers {
                    self.down = if is { self.down - 1 } else { self.down + 1 };
                }
                open.extend(&star.children[node]);
            }
        }
        let systems = star.systems();
        let needed = (95 * systems).div_ceil(100);
        if systems - self.down < needed {
            self.below = f64::INFINITY;
        } else if self.below == f64::INFINITY {
            self.below = now;
        }
    }
}

fn exponential(context: &mut Context, rate: f64) -> f64 {
    let share: f64 = context.sample_range(Luck, 0.0..1.0);
    -(1.0 - share).ln() / rate
}

fn infect(context: &mut Context, node: usize) {
    let now = context.get_current_time();
    let world = context.get_data_mut(WorldPlugin);
    if world.state[node] != State::Susceptible {
        return;
    }
    world.change(node, State::Infectious, now);
    let star = world.star();
    if node >= star.providers {
        world.infected += 1;
    }
    let contained = exponential(context, 0.5);
    context.add_plan(now + contained, move |context| contain(context, node));
    for (target, rate) in &star.links[node] {
        let delay = exponential(context, *rate);
        let target = *target;
        let open = context.get_data(WorldPlugin).state[target] == State::Susceptible;
        if open && delay < contained {
            context.add_plan(now + delay, move |context| infect(context, target));
        }
    }
}

fn contain(context: &mut Context, node: usize) {
    let now = context.get_current_time();
    let world = context.get_data_mut(WorldPlugin);
    world.change(node, State::Contained, now);
    let star = world.star();
    let provider = star.provider_of[node];
    if node == provider {
        world.queue[provider].push_front(node);
    } else {
        world.queue[provider].push_back(node);
    }
    serve(context, provider);
}

fn serve(context: &mut Context, provider: usize) {
    let world = context.get_data_mut(WorldPlugin);
    if world.free[provider] == 0 {
        return;
    }
    let Some(node) = world.queue[provider].pop_front() else {
        return;
    };
    world.free[provider] -= 1;
    let done = context.get_current_time() + exponential(context, 2.0);
    context.add_plan(done, move |context| repair(context, node, provider));
}

fn repair(context: &mut Context, node: usize, provider: usize) {
    let now = context.get_current_time();
    let world = context.get_data_mut(WorldPlugin);
    world.change(node, State::Repaired, now);
    world.free[provider] += 1;
    serve(context, provider);
}

/// Plays a replication.
pub fn replicate(star: &Rc<Star>, seed: u64) -> Outcome {
    let mut context = Context::new();
    context.init_random(seed);
    let nodes = star.parent.len();
    let world = context.get_data_mut(WorldPlugin);
    world.star = Some(Rc::clone(star));
    world.state = vec![State::Susceptible; nodes];
    world.operational = vec![true; nodes];
    world.queue = vec![VecDeque::new(); star.providers];
    world.free.clone_from(&star.servers);
    for provider in 0..star.providers {
        context.add_plan(0.0, move |context| infect(context, provider));
    }
    context.execute();
    let world = context.get_data(WorldPlugin);
    let systems = star.systems() as f64;
    Outcome {
        ever_infected_share: world.infected as f64 / systems,
        days_to_95pct: world.below,
        system_days_lost: world.lost / systems,
        state_changes: world.state_changes,
    }
}
