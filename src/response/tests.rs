//! A deputy acts while a seat is away; a bot hears what is refused.

mod aid;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{StandIns, players};
use crate::command::Command;
use crate::exercise::{Exercise, Origin, Player, Start, World};
use crate::scenario::{Act, Condition, Dist, ResponseRule, load};
use crate::sim::{Known, LogRecordKind};
use crate::vocab::{AdministrationId, DAY, SimTime};

const START: Start = Start {
    seed: 1,
    run: 0,
    pact: 2,
};

/// An exercise in which nobody sits at the town hall of Lorsch.
fn exercise() -> (Exercise, AdministrationId) {
    let scenario = Arc::new(load("einstieg", &[]).unwrap());
    let all = &scenario.administrations;
    let lorsch = all.iter().position(|one| one.id == "06431016").unwrap();
    let lorsch = AdministrationId::from_index(lorsch);
    let bots = players(&scenario, "by_the_book", &[lorsch]).unwrap();
    let deputies = Box::new(StandIns(Arc::clone(&scenario)));
    let world = World::new(Arc::clone(&scenario));
    let mut exercise = Exercise::new(world, START, bots, None).with_deputies(deputies);
    exercise.advance_to(scenario.start_ex);
    (exercise, lorsch)
}

/// The seat's own acts in its log: all, and those of the deputy.
fn acts(exercise: &Exercise, seat: AdministrationId) -> (usize, usize) {
    let known = exercise.known(seat);
    let decided = known
        .log()
        .iter()
        .filter(|record| record.kind == LogRecordKind::Decision)
        .filter(|record| record.text.key.starts_with("act-"));
    let of_deputy = decided.clone().filter(|record| record.by_deputy).count();
    (decided.count(), of_deputy)
}

fn pass(exercise: &mut Exercise, minutes: u32) {
    let until = exercise.sim().now().after(minutes);
    exercise.advance_to(until);
}

#[test]
fn a_deputy_acts_until_the_seat_is_back() {
    let (mut exercise, lorsch) = exercise();
    pass(&mut exercise, 2 * DAY);
    assert_eq!(acts(&exercise, lorsch), (0, 0), "nobody sits there");
    let order = Command::StandingOrders(Some("by_the_book".to_owned()));
    let appointed = exercise.sim().now();
    let done = exercise.submit(lorsch, Origin::Person, order.clone());
    done.unwrap();
    let known = exercise.known(lorsch);
    let (plan, since) = known.deputy().expect("it was appointed");
    assert_eq!((plan.id.as_str(), since), ("by_the_book", appointed));
    // The appointment is the person's own act.
    assert_eq!(acts(&exercise, lorsch), (1, 0));
    pass(&mut exercise, 4 * DAY);
    let (all, of_deputy) = acts(&exercise, lorsch);
    assert!(of_deputy >= 2, "{of_deputy}");
    assert_eq!(all, of_deputy + 1);
    assert!(exercise.known(lorsch).crisis_staff().0.is_some());
    // The same plan twice makes no second deputy.
    assert!(exercise.submit(lorsch, Origin::Person, order).is_err());
    let back = Command::StandingOrders(None);
    exercise
        .submit(lorsch, Origin::Person, back.clone())
        .unwrap();
    assert!(exercise.known(lorsch).deputy().is_none());
    assert!(exercise.submit(lorsch, Origin::Person, back).is_err());
    let before = acts(&exercise, lorsch);
    pass(&mut exercise, 20 * DAY);
    assert_eq!(acts(&exercise, lorsch), before, "the deputy is gone");
}

#[test]
fn a_change_of_plan_leaves_one_deputy() {
    let (mut exercise, lorsch) = exercise();
    pass(&mut exercise, 2 * DAY);
    for plan in ["by_the_book", "passive"] {
        let order = Command::StandingOrders(Some(plan.to_owned()));
        exercise.submit(lorsch, Origin::Person, order).unwrap();
    }
    let unknown = Command::StandingOrders(Some("nobody".to_owned()));
    assert!(exercise.submit(lorsch, Origin::Person, unknown).is_err());
    pass(&mut exercise, 10 * DAY);
    let known = exercise.known(lorsch);
    assert_eq!(known.deputy().unwrap().0.id, "passive");
    // A passive deputy never cuts; the careful one before it would have, within the hour.
    let cut = |key: &str| known.log().iter().any(|record| record.text.key == key);
    assert!(cut("act-convene_crisis_staff"));
    assert!(!cut("act-cut_provider_link"));
}

#[test]
fn a_rule_pauses_after_its_act_whatever_happens_in_between() {
    let mut scenario = load("einstieg", &[]).unwrap();
    scenario.attack.entry.clear();
    scenario.attack.phases.clear();
    scenario.notices.clear();
    let at_once = Dist::Fixed(0.0);
    scenario.parameters.cut_minutes = (at_once, at_once);
    let rule = |condition: Condition, act: Act| ResponseRule {
        when: vec![condition],
        after: at_once,
        act,
    };
    scenario.responses[0].rules = vec![
        rule(Condition::LinkOpen, Act::CutProviderLink),
        rule(Condition::LinkCut, Act::ReconnectProviderLink),
    ];
    let plan = scenario.responses[0].id.clone();
    let scenario = Arc::new(scenario);
    let bots = players(&scenario, &plan, &[]).unwrap();
    let world = World::new(Arc::clone(&scenario));
    let mut exercise = Exercise::new(world, START, bots, None);
    // They look for the first time where time stops.
    for until in [scenario.start_ex, scenario.start_ex.after(DAY)] {
        exercise.advance_to(until);
    }
    let all = &scenario.administrations;
    let lorsch = all.iter().position(|one| one.id == "06431016").unwrap();
    let known = exercise.known(AdministrationId::from_index(lorsch));
    for key in ["act-cut_provider_link", "act-reconnect_provider_link"] {
        let acts = known.log().iter().filter(|record| record.text.key == key);
        let minutes: Vec<u32> = acts.map(|record| record.at.0).collect();
        assert!(minutes.len() > 2, "{key}: {minutes:?}");
        assert!(
            minutes.windows(2).all(|two| two[1] - two[0] >= 30),
            "{key}: {minutes:?}"
        );
    }
}

#[test]
fn a_refused_act_is_not_done_and_comes_again_later_each_time() {
    let (mut exercise, lorsch) = exercise();
    pass(&mut exercise, 4 * DAY);
    let bots = players(exercise.scenario(), "passive", &[]).unwrap();
    let mut bots = bots.into_iter();
    let (_, mut bot) = bots.find(|(seat, _)| *seat == lorsch).unwrap();
    let end = exercise.sim().now().after(6 * DAY);
    let mut tries = Vec::new();
    loop {
        let known = exercise.known(lorsch);
        let mut acts = Vec::new();
        let mut wakes = bot.decide(known, &mut acts);
        if acts.contains(&Command::ConveneCrisisStaff) {
            tries.push(known.now());
        }
        if !acts.is_empty() {
            let all: Vec<usize> = (0..acts.len()).collect();
            wakes = bot.hear_refusals(known, &all);
        }
        let Some(at) = wakes.filter(|at| *at < end) else {
            break;
        };
        exercise.advance_to(at);
    }
    let pauses: Vec<u32> = tries.windows(2).map(|two| two[1].since(two[0])).collect();
    assert_eq!(pauses[..7], [30, 60, 120, 240, 480, 960, 960]);
    // Once it is taken there is no more to do.
    let done = exercise.submit(lorsch, Origin::Person, Command::ConveneCrisisStaff);
    done.unwrap();
    let mut acts = Vec::new();
    pass(&mut exercise, DAY);
    bot.decide(exercise.known(lorsch), &mut acts);
    assert!(!acts.contains(&Command::ConveneCrisisStaff), "{acts:?}");
}

/// A player whose acts, and those refused, are counted.
struct Counted {
    player: Box<dyn Player>,
    acts: Arc<[AtomicUsize; 2]>,
}

impl Player for Counted {
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime> {
        let wakes = self.player.decide(known, acts);
        self.acts[0].fetch_add(acts.len(), Ordering::Relaxed);
        wakes
    }

    fn hear_refusals(&mut self, known: Known, refused: &[usize]) -> Option<SimTime> {
        self.acts[1].fetch_add(refused.len(), Ordering::Relaxed);
        self.player.hear_refusals(known, refused)
    }

    fn plan(&self) -> &str {
        self.player.plan()
    }
}

#[test]
fn bots_ask_for_next_to_nothing_that_is_refused() {
    for plan in ["by_the_book", "ad_hoc"] {
        let scenario = Arc::new(load("einstieg", &[]).unwrap());
        let acts = Arc::new([AtomicUsize::new(0), AtomicUsize::new(0)]);
        let bots = players(&scenario, plan, &[]).unwrap();
        let counted = bots.into_iter().map(|(seat, player)| {
            let acts = Arc::clone(&acts);
            let player: Box<dyn Player> = Box::new(Counted { player, acts });
            (seat, player)
        });
        let counted = counted.collect();
        let mut exercise = Exercise::new(World::new(scenario), START, counted, None);
        let end = exercise.end();
        exercise.advance_to(end);
        let [all, refused] = [0, 1].map(|of| acts[of].load(Ordering::Relaxed));
        // Two rules of a plan may say the same in the same minute.
        assert!(all > 100 && refused <= 3, "{plan}: {refused} of {all}");
    }
}
