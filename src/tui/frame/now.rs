//! What must be decided or answered now, by when, and by which key.

use ratatui::layout::Rect;

use super::super::canvas::{Canvas, Hit};
use super::super::keymap::{Intent, Screen};
use super::super::text::width;
use super::super::theme::Tone;
use super::{bare_deadline_words, deadline_words, short_deadline_words};
use crate::view::{Asks, DecisionPaper, Possible, PossibleAt, RoundView, SeatView};
use crate::vocab::{HOUR, RequestId, SimTime, Stamp, Text};
use crate::words::Words;

/// What a key opens as the first thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstTask<'v> {
    /// The paper at this place.
    Decision(usize),
    /// The answer to a message, by the name of its inject.
    Message(&'v str),
    /// The requests for aid that wait for an answer.
    Requests,
    /// Those among them that can only be refused, together.
    Refusals,
}

/// Something the seat has to do now.
struct Task<'v> {
    what: FirstTask<'v>,
    text: Text,
    due: Option<Stamp>,
}

impl Task<'_> {
    /// Where a click leads.
    const fn hit(&self) -> Hit {
        match self.what {
            FirstTask::Requests => Hit::Tab(Screen::Aid),
            FirstTask::Decision(_) | FirstTask::Message(_) | FirstTask::Refusals => {
                Hit::Key(Intent::Decide)
            }
        }
    }
}

/// Returns what the page names as the first thing to do.
#[must_use]
pub fn first_task(view: &SeatView) -> Option<FirstTask<'_>> {
    tasks(view).first().map(|task| task.what)
}

/// Returns which of the things to do the paper at a place is, as the page counts them, and how many there are.
#[must_use]
pub fn count_of_paper(view: &SeatView, at: usize) -> (usize, usize) {
    let tasks = tasks(view);
    let is_it = |task: &Task<'_>| task.what == FirstTask::Decision(at);
    // Requests that are answered together have no place of their own.
    let together = |task: &Task<'_>| task.what == FirstTask::Refusals;
    let found = tasks.iter().position(is_it);
    let place = found.or_else(|| tasks.iter().position(together));
    (place.map_or(1, |place| place + 1), tasks.len())
}

/// Whether this is what the page names as the first thing to do.
#[must_use]
pub fn names_first(view: &SeatView, what: &Text) -> bool {
    let tasks = tasks(view);
    tasks.first().is_some_and(|task| task.text == *what)
}

/// What can still be done in time comes first, in the order in which time runs out; what is late comes last.
fn tasks(view: &SeatView) -> Vec<Task<'_>> {
    let papers: Vec<_> = view.decisions.iter().map(|paper| paper.request).collect();
    let refusals = refusals(view);
    let decisions = view.decisions.iter().enumerate();
    // Several that can only be refused are one thing to do.
    let is_single = |paper: &DecisionPaper| {
        let request = paper.request;
        !request.is_some_and(|request| refusals.contains(&request))
    };
    let decisions = decisions.filter(|(_, paper)| is_single(paper));
    let decisions = decisions.map(|(at, paper)| Task {
        what: FirstTask::Decision(at),
        text: paper.question.clone(),
        due: Some(paper.due),
    });
    let requests = view.aid.rows.iter().filter(|row| row.can_answer);
    // What has a paper of its own is not said twice.
    let requests = requests.filter(|row| !papers.contains(&Some(row.id)));
    let requests = requests.map(|row| {
        let amount = Text::new(format!("aid-short-{}", row.kind.id())).count("count", row.asked);
        Task {
            what: FirstTask::Requests,
            text: Text::new("ui-now-answer")
                .name("from", row.from.clone())
                .text("amount", amount),
            due: None,
        }
    });
    let due = |request: &RequestId| view.answer_due(*request).copied();
    let together = (!refusals.is_empty()).then(|| Task {
        what: FirstTask::Refusals,
        text: Text::new("ui-now-refuse")
            .count("count", i64::try_from(refusals.len()).unwrap_or(i64::MAX)),
        due: refusals.iter().filter_map(due).min_by_key(|due| due.at),
    });
    let mut tasks: Vec<Task<'_>> = decisions
        .chain(together)
        .chain(messages(view))
        .chain(requests)
        .collect();
    let now = view.public.clock.now.at;
    tasks.sort_by_key(|task| {
        let due = task.due.map_or(SimTime::NEVER, |due| due.at);
        (due <= now, due)
    });
    tasks
}

/// Returns the requests with a paper that can only be refused, if there are several.
#[must_use]
pub fn refusals(view: &SeatView) -> Vec<RequestId> {
    let rows = view.aid.rows.iter();
    let hopeless = rows.filter(|row| row.can_answer && row.nothing_to_give.is_some());
    let hopeless = hopeless.map(|row| row.id);
    let found: Vec<RequestId> = hopeless
        .filter(|id| view.answer_due(*id).is_some())
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Messages that expect an answer by some time and of which the seat has not taken note.
fn messages(view: &SeatView) -> impl Iterator<Item = Task<'_>> {
    view.log.entries.iter().filter_map(|entry| {
        let inject = entry.inject.as_ref().filter(|of| !of.acknowledged)?;
        let due = inject.due.filter(|_| entry.asks == Some(Asks::Reply))?;
        let text = Text::new("ui-now-message")
            .text("from", entry.from.clone()?)
            .text("text", entry.text.clone());
        Some(Task {
            what: FirstTask::Message(&inject.name),
            text,
            due: Some(due),
        })
    })
}

/// Draws what must be decided, until when, in at most `most` lines. Where somebody leads, the clock is theirs.
pub fn now_lines(c: &mut Canvas<'_>, view: &SeatView, most: usize, is_led: bool) {
    let words = c.words;
    let label = words.msg("ui-now");
    if view.public.clock.ended {
        c.line(c.still(format!(" {label}   {}", words.msg("ui-now-ended"))));
        return;
    }
    let tasks = tasks(view);
    if tasks.is_empty() {
        let text = match &view.public.clock.round {
            Some(round) => round_words(words, view, round),
            None if is_led => words.msg("ui-now-nothing-led"),
            None => words.msg("ui-now-nothing"),
        };
        match &view.possible {
            Some(possible) => possible_line(c, view, possible),
            None => c.line(c.still(format!(" {label}   {text}"))),
        }
        return;
    }
    let count = tasks.len();
    let now = view.public.clock.now.at;
    let hidden = tasks.iter().skip(most);
    let hidden_overdue = hidden.filter(|task| task.due.is_some_and(|due| due.is_over(now)));
    let hidden_overdue = hidden_overdue.count();
    for (at, task) in tasks.into_iter().take(most).enumerate() {
        let place = Rect {
            height: 1,
            ..c.rest()
        };
        let hit = task.hit();
        c.hits.push((place, hit));
        let label = if at == 0 {
            label.clone()
        } else {
            " ".repeat(width(&label))
        };
        let head = format!(" {label} {}/{count} ► {}", at + 1, words.say(&task.text));
        let (tone, due) = match task.due {
            Some(due) => {
                let now = &view.public.clock.now;
                let soon = due.at.since(now.at) < HOUR;
                let tone = if soon { Tone::Bad } else { Tone::Warn };
                let when = if c.width() < 100 {
                    short_deadline_words(words, &due, now)
                } else {
                    deadline_words(words, &due, now)
                };
                (tone, when)
            }
            None => (Tone::Warn, words.msg("ui-now-go-to-aid")),
        };
        let mut due = format!("{due} ");
        let mut overdue = if at + 1 == most && hidden_overdue > 0 {
            let text = Text::new("ui-now-overdue").count("count", hidden_overdue as i64);
            format!("· {} ", words.say(&text))
        } else {
            String::new()
        };
        // Where the last one shown is late, so is all that follows: how many those are stands before it.
        let is_late = task.due.is_some_and(|due| due.is_over(now));
        if is_late && width(&head) + width(&due) + width(&overdue) > c.width() {
            overdue.clear();
        }
        // Who asks is said in full before how much time is left.
        let fits = width(&head) + width(&due) + width(&overdue) <= c.width();
        if let Some(by) = task.due.filter(|_| !fits && !overdue.is_empty()) {
            due = format!(
                "{} ",
                bare_deadline_words(words, &by, &view.public.clock.now)
            );
        }
        let right = vec![c.ink(tone, due), c.ink(Tone::Bad, overdue)];
        c.both_ends(vec![c.ink(Tone::Strong, head)], right);
    }
}

/// Draws what could be done though nothing presses, and by which key; in rounds, for whom the room waits.
fn possible_line(c: &mut Canvas<'_>, view: &SeatView, possible: &Possible) {
    let words = c.words;
    let (key, hit) = match possible.at {
        PossibleAt::Notices => ("ui-possible-notices", Hit::Key(Intent::FileNotice)),
        PossibleAt::Orders => ("ui-possible-orders", Hit::Key(Intent::Palette)),
        PossibleAt::Aid => ("ui-possible-aid", Hit::Tab(Screen::Aid)),
        PossibleAt::Work => ("ui-possible-work", Hit::Tab(Screen::Work)),
        PossibleAt::Customers => ("ui-possible-customers", Hit::Tab(Screen::TownHall)),
    };
    let place = Rect {
        height: 1,
        ..c.rest()
    };
    c.hits.push((place, hit));
    let said = Text::new("ui-now-possible").text("what", possible.what.clone());
    let said = format!(" {}   {}", words.msg("ui-now"), words.say(&said));
    let round = view.public.clock.round.as_ref();
    let round = round.map_or_else(String::new, |round| {
        let key = if round.ready.contains(&view.seat.id) {
            "ui-now-round-ready-short"
        } else {
            "ui-now-round-short"
        };
        format!("· {} ", words.say(&of_round(key, round)))
    });
    let right = vec![
        c.ink(Tone::Help, format!("{} ", words.msg(key))),
        c.still(round),
    ];
    c.both_ends(vec![c.ink(Tone::Plain, said)], right);
}

/// For whom the room waits, and whether this seat has said that it is ready.
fn round_words(words: &Words, view: &SeatView, round: &RoundView) -> String {
    let key = if round.ready.contains(&view.seat.id) {
        "ui-now-round-ready"
    } else {
        "ui-now-round"
    };
    words.say(&of_round(key, round))
}

fn of_round(key: &'static str, round: &RoundView) -> Text {
    Text::new(key)
        .count("ready", round.ready.len() as i64)
        .count("filled", round.filled)
}
