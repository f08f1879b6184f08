//! One request is answered on its paper, several in one form; nothing is offered that cannot be given.

use super::{page, sample, seat, text, type_keys};
use crate::command::{AidAnswer, Command};
use crate::view::{DecisionPaper, OptionRow, SeatView};
use crate::vocab::{DecisionId, Refusal, RequestId, Text};
use crate::words::Lang;

fn option(request: RequestId, answer: AidAnswer, label: Text) -> OptionRow {
    OptionRow {
        label,
        command: Some(Command::AnswerAid { request, answer }),
        variants: Vec::new(),
        ..sample::seat_view().decisions[1].options[0].clone()
    }
}

/// The paper of a request of which so much can be given.
fn paper(request: RequestId, most: u32) -> DecisionPaper {
    let yes = |amount: u32| {
        let text = Text::new("option-grant").name("what", format!("{amount} Leute"));
        option(request, AidAnswer::Grant { amount }, text)
    };
    let no = |reason: &str| {
        let words = Text::new(format!("reason-{reason}"));
        let text = Text::new("option-refuse").text("reason", words);
        let reason = reason.to_owned();
        option(request, AidAnswer::Refuse { reason }, text)
    };
    let mut grant = yes(most.max(1));
    grant.variants = (1..=most).map(yes).collect();
    if most == 0 {
        grant.refusal = Some(Refusal::because(Text::new("sample-refusal")));
    }
    let mut refuse = no("no_capacity");
    refuse.variants = vec![no("no_capacity"), no("own_danger")];
    DecisionPaper {
        id: DecisionId(90 + request.0),
        request: Some(request),
        goes: Some(
            Text::new("answer-goes-at-once")
                .name("to", "Odenwaldkreis")
                .name("channel", "Funk"),
        ),
        options: vec![grant, refuse],
        ..sample::seat_view().decisions[1].clone()
    }
}

fn view_with_paper(most: u32) -> SeatView {
    let mut view = sample::seat_view();
    view.decisions = vec![paper(RequestId(16), most)];
    view
}

/// Types keys; returns the choice of the decision that was handed in, its reason, and the page.
fn decided(view: SeatView, keys: &str) -> (Option<(Command, String)>, String) {
    let (mut seat, submitted) = seat(view, Lang::De);
    type_keys(&mut seat, keys);
    let shown = text(&page(&mut seat, 80, 24));
    let submitted = submitted.lock().expect("not poisoned");
    let choice = submitted.iter().find_map(|command| match command {
        Command::RecordDecision { choice, reason, .. } => {
            Some((choice.as_deref().cloned()?, reason.clone()))
        }
        _ => None,
    });
    (choice, shown)
}

#[test]
fn one_request_is_answered_on_its_paper_wherever_it_is_opened() {
    for keys in ["4<enter>", "d", "7f<down><enter>"] {
        let (_, shown) = decided(view_with_paper(2), keys);
        assert!(
            shown.contains("Entscheidungsvorlage 1/1"),
            "{keys}: {shown}"
        );
    }
}

#[test]
fn arrows_choose_how_much_is_given_and_why_not() {
    let grant = |amount| Command::AnswerAid {
        request: RequestId(16),
        answer: AidAnswer::Grant { amount },
    };
    let (given, shown) = decided(view_with_paper(2), "4<enter><left><enter>kurz<enter>");
    assert_eq!(given, Some((grant(1), "kurz".to_owned())));
    assert!(
        shown.contains("Antwort verschickt: Ja: 1 Leute."),
        "{shown}"
    );
    // Whoever says yes need not say why, but a held key says nothing yet.
    let (given, shown) = decided(view_with_paper(2), "4<enter><enter>");
    assert_eq!(given, None);
    assert!(shown.contains("gern mit Grund"), "{shown}");
    assert!(
        shown.contains("Odenwaldkreis (Funk) und ist sofort dort"),
        "{shown}"
    );
    let (given, _) = decided(view_with_paper(2), "4<enter><enter><enter>");
    assert_eq!(given, Some((grant(2), String::new())));
    // Whoever says no has said why: it need not be typed once more.
    let refuse = Command::AnswerAid {
        request: RequestId(16),
        answer: AidAnswer::Refuse {
            reason: "own_danger".to_owned(),
        },
    };
    let (refused, _) = decided(view_with_paper(2), "4<enter>b<right><enter><enter>");
    // The log tells the reason with the answer; it is no second one.
    assert_eq!(refused, Some((refuse.clone(), String::new())));
    let (_, shown) = decided(view_with_paper(2), "4<enter>b<right><enter>");
    assert!(shown.contains("[selbst in Gefahr_"), "{shown}");
    // What is typed takes its place instead of running on from it.
    let typed = |keys: &str| decided(view_with_paper(2), keys).0;
    assert_eq!(
        typed("4<enter>b<right><enter>Nein<enter>"),
        Some((refuse.clone(), "Nein".to_owned()))
    );
    assert_eq!(
        typed("4<enter>b<right><enter><bs>.<enter>"),
        Some((refuse.clone(), "selbst in Gefah.".to_owned()))
    );
    // Another reason takes the place of the one that came with the first; one that was typed stays.
    let keys = "4<enter>b<enter><esc><right><enter>";
    let (_, shown) = decided(view_with_paper(2), keys);
    assert!(shown.contains("[selbst in Gefahr_"), "{shown}");
    let keys = "4<enter>b<enter>Regel<esc><right><enter><enter>";
    assert_eq!(typed(keys), Some((refuse, "Regel".to_owned())));
}

#[test]
fn what_cannot_be_given_is_not_offered() {
    let (_, shown) = decided(view_with_paper(0), "4<enter>");
    assert!(shown.contains("► B Nein"), "{shown}");
    let (given, shown) = decided(view_with_paper(0), "4<enter>a<enter>x<enter>");
    assert_eq!(given, None);
    assert!(
        shown.contains("Das Datenhaus hat schon alle getrennt."),
        "{shown}"
    );
}

#[test]
fn several_requests_say_how_much_each_can_get() {
    let with_rows = |most: [u32; 7]| {
        let mut view = sample::county_view();
        let rows = view.aid.rows.iter_mut();
        let asked = rows.filter(|row| (21..=27).contains(&row.id.0));
        for (row, most) in asked.zip(most) {
            row.most_to_give = most;
            row.nothing_to_give = (most == 0).then(|| Text::new("give-limit-all-given"));
        }
        view
    };
    let (mut some, submitted) = seat(with_rows([1, 0, 1, 1, 1, 5, 1]), Lang::De);
    type_keys(&mut some, "4g<enter>");
    let shown = text(&page(&mut some, 80, 24));
    assert!(shown.contains("· höchstens 1"), "{shown}");
    assert!(shown.contains("· höchstens 0"), "{shown}");
    type_keys(&mut some, "<enter>");
    let given: Vec<u32> = submitted
        .lock()
        .expect("not poisoned")
        .iter()
        .filter_map(|command| match command {
            Command::AnswerAid {
                answer: AidAnswer::Grant { amount },
                ..
            } => Some(*amount),
            _ => None,
        })
        .collect();
    assert_eq!(given[0], 1, "no more than it can get");
    let (mut none, submitted) = seat(with_rows([0; 7]), Lang::De);
    type_keys(&mut none, "4g<enter>a<enter>");
    let shown = text(&page(&mut none, 80, 24));
    assert!(shown.contains("Ja: zurzeit nicht möglich"), "{shown}");
    assert!(submitted.lock().expect("not poisoned").is_empty());
}

#[test]
fn several_answers_say_why_on_the_paper_of_each() {
    let reasons = |keys: &str| {
        let mut view = sample::county_view();
        view.decisions = (21..=27).map(|id| paper(RequestId(id), 2)).collect();
        let (mut seat, submitted) = seat(view, Lang::De);
        type_keys(&mut seat, keys);
        let shown = text(&page(&mut seat, 80, 24));
        let submitted = submitted.lock().expect("not poisoned");
        let said = submitted.iter().map(|command| match command {
            Command::RecordDecision {
                decision,
                choice: Some(choice),
                reason,
                ..
            } => match &**choice {
                Command::AnswerAid { request, .. } if decision.0 == 90 + request.0 => {
                    reason.clone()
                }
                other => panic!("another choice: {other:?}"),
            },
            other => panic!("no decision: {other:?}"),
        });
        let said: Vec<String> = said.collect();
        assert_eq!(said.len() == 7, keys.ends_with("<enter>"), "{shown}");
        (said, shown)
    };
    // The reason that is chosen stands there and goes with each answer.
    let (_, shown) = reasons("4g<enter>b");
    assert!(shown.contains("[selbst in Gefahr]"), "{shown}");
    let (said, _) = reasons("4g<enter>b<enter>");
    assert!(said.iter().all(|reason| reason == "selbst in Gefahr"));
    // What is typed takes its place; letters are no options then.
    let (said, _) = reasons("4g<enter>b<tab>bald<enter>");
    assert!(said.iter().all(|reason| reason == "bald"), "{said:?}");
    // Who says yes need not say why.
    let (said, _) = reasons("4g<enter>a<enter>");
    assert!(said.iter().all(String::is_empty), "{said:?}");
}

#[test]
fn several_requests_that_can_only_be_refused_are_one_thing_to_do() {
    let mut view = sample::county_view();
    let hopeless = [RequestId(21), RequestId(22)];
    for row in &mut view.aid.rows {
        if hopeless.contains(&row.id) {
            row.nothing_to_give = Some(Text::new("give-limit-too-few"));
        }
    }
    view.decisions = hopeless.map(|request| paper(request, 0)).to_vec();
    let (mut seat, submitted) = seat(view, Lang::De);
    let shown = text(&page(&mut seat, 120, 40));
    assert!(
        shown.contains("2 Bitten um Beistand, die Sie nur ablehnen können"),
        "{shown}"
    );
    type_keys(&mut seat, "d<enter>");
    let submitted = submitted.lock().expect("not poisoned");
    let refused = submitted.iter().filter_map(|command| match command {
        Command::RecordDecision { choice, .. } => match choice.as_deref() {
            Some(Command::AnswerAid {
                request,
                answer: AidAnswer::Refuse { reason },
            }) => Some((*request, reason.as_str())),
            _ => None,
        },
        _ => None,
    });
    let refused: Vec<(RequestId, &str)> = refused.collect();
    assert_eq!(refused, hopeless.map(|request| (request, "no_capacity")));
}
