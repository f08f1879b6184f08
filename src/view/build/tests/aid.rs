//! What a helper may give, what help hangs on, and what was done before it came and since.

use super::{
    AidDraft, AidKind, BENSHEIM, COUNTY, DAY, HEPPENHEIM, LORSCH, notebooks, pass, seat, view,
    with_work, world,
};
use crate::view::{Bottleneck, MarkKind};
use crate::vocab::WaitCause;

fn people(sim: &crate::sim::Sim, helper: &str) -> AidDraft {
    AidDraft {
        kind: AidKind::ItStaffOnSite,
        helper: seat(sim, helper),
        amount: 9,
        days: 5,
        service: None,
        skill: None,
    }
}

#[test]
fn a_helper_that_may_give_nothing_is_told_why_before_it_answers() {
    let mut sim = world(1);
    let helper = seat(&sim, COUNTY);
    let first = sim.request_aid(seat(&sim, BENSHEIM), people(&sim, COUNTY));
    let second = sim.request_aid(seat(&sim, LORSCH), people(&sim, COUNTY));
    pass(&mut sim, 15);
    let row = |sim: &crate::sim::Sim, id| {
        let rows = view(sim, helper).aid.rows;
        rows.into_iter().find(|row| row.id == id).expect("it came")
    };
    let before = row(&sim, first);
    assert!((1..9).contains(&before.most_to_give), "{before:?}");
    assert_eq!(before.nothing_to_give, None);
    assert_eq!(before.waits_on, Some(WaitCause::Answer));
    let papers = view(&sim, helper).decisions;
    let paper = papers.iter().find(|paper| paper.request == Some(second));
    let known = &paper.expect("it is asked").known;
    let says = |key: &str| known.iter().any(|text| text.key == key);
    assert!(says("known-cap-left"), "{known:?}");
    sim.grant_aid(first, before.most_to_give);
    let after = row(&sim, second);
    assert_eq!(after.most_to_give, 0);
    let why = after.nothing_to_give.map(|text| text.key);
    assert_eq!(why.as_deref(), Some("give-limit-all-given"));
    // The paper of the request says so too, in place of an amount and of what it would cost.
    let papers = view(&sim, helper).decisions;
    let of = |id| papers.iter().find(|paper| paper.request == Some(id));
    let paper = of(second).expect("it is asked");
    let known: Vec<&str> = paper.known.iter().map(|text| text.key.as_ref()).collect();
    assert!(known.contains(&"known-limit-all-given"), "{known:?}");
    // Telephones work: the answer is there as soon as it is sent.
    let goes = paper.goes.as_ref().map(|text| text.key.as_ref());
    assert_eq!(goes, Some("answer-goes-at-once"));
    assert!(!known.contains(&"known-cap-left"), "{known:?}");
    assert!(!known.contains(&"known-cases-in-all"), "{known:?}");
}

#[test]
fn the_pact_says_where_it_puts_requests_in_order() {
    let sim = world(1);
    let order = view(&sim, seat(&sim, HEPPENHEIM)).aid.order;
    assert!(!order.rules.is_empty());
    let own_rule = order.rules.len() > 1;
    assert_eq!(order.paragraph.is_some(), own_rule, "{order:?}");
}

#[test]
fn what_holds_work_up_is_people_where_more_of_them_could_begin() {
    let (sim, here) = with_work(LORSCH);
    let work = view(&sim, here).work;
    let short = sim.known(here).hands_short();
    match work.bottleneck {
        Some(Bottleneck::People { short: said, .. }) => {
            assert_eq!((said, short > 0), (short, true));
        }
        Some(Bottleneck::Waiting { steps, .. }) => assert!(short == 0 && steps > 0),
        None => panic!("work waits here"),
    }
    let fatigue = work.fatigue.expect("people were called to work");
    assert!(fatigue.minutes_a_day > 0 && fatigue.strength_of_100 <= 100);
    assert_eq!(view(&world(1), here).work.fatigue, None);
}

#[test]
fn the_course_says_what_was_done_before_help_came_and_since() {
    let mut sim = world(1);
    let (here, helper) = (seat(&sim, BENSHEIM), seat(&sim, HEPPENHEIM));
    let id = sim.request_aid(here, notebooks(helper, 1));
    pass(&mut sim, 15);
    sim.grant_aid(id, 1);
    let limit = sim.now().after(30 * DAY);
    let help = |sim: &crate::sim::Sim| {
        let mut marks = view(sim, here).course.marks.into_iter();
        marks.find(|mark| mark.kind == MarkKind::Help)
    };
    while help(&sim).is_none() {
        pass(&mut sim, DAY / 4);
        assert!(sim.now() < limit, "help never works");
    }
    let mark = help(&sim).expect("just looked");
    assert_eq!(mark.before_and_since, Some((100, 100)), "nothing is wrong");
    // Others' curves begin with their first report: nobody reported anything.
    assert!(view(&sim, here).course.others.is_empty());
}
