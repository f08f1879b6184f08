//! Played on the smallest page, with the longest names there are: nothing that matters is cut off.

use std::sync::Arc;
use std::time::Duration;

use beistand::exercise::{self, Actor, Exercise, Setup, Start, World};
use beistand::response::players;
use beistand::scenario::load;
use beistand::tui::theme::ColorDepth;
use beistand::tui::{Seat, Settings};
use beistand::vocab::AdministrationId;
use beistand::words::Lang;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A seat that is played on 80x24.
struct Player {
    seat: Seat,
    actor: Actor,
    terminal: Terminal<TestBackend>,
}

impl Player {
    fn sit_down(at: u32, seed: u64, lang: Lang) -> Self {
        let mut scenario = load("einstieg", &[]).expect("the scenario is right");
        // Half of all places are the county, half the town with the longest name.
        for (at, administration) in scenario.administrations.iter_mut().enumerate() {
            administration.name = if at % 2 == 0 {
                "Mörfelden-Walldorf".to_owned()
            } else {
                "Landkreis Darmstadt-Dieburg".to_owned()
            };
        }
        let scenario = Arc::new(scenario);
        let id = AdministrationId(at);
        let bots = players(&scenario, "by_the_book", &[id]).expect("the plan is there");
        let start = Start {
            seed,
            run: 0,
            pact: scenario.pacts.len() - 1,
        };
        let mut exercise = Exercise::new(World::new(Arc::clone(&scenario)), start, bots, None);
        exercise.advance_to(scenario.start_ex);
        let actor = exercise::start(Setup {
            exercise,
            persons: vec![id],
            asides: None,
            room: None,
        });
        let settings = Settings::new(lang, ColorDepth::True);
        Self {
            seat: Seat::new(actor.door(), id, settings, String::new()),
            actor,
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a terminal"),
        }
    }

    fn press(&mut self, code: KeyCode) {
        let key = KeyEvent::new(code, KeyModifiers::NONE);
        self.seat.update(&Event::Key(key));
        self.seat.poll();
        while self.seat.clock_runs() {
            std::thread::sleep(Duration::from_millis(1));
            self.seat.poll();
        }
    }

    fn page(&mut self) -> Vec<String> {
        let seat = &mut self.seat;
        self.terminal
            .draw(|frame| seat.draw(frame))
            .expect("a page is drawn");
        let cells = &self.terminal.backend().buffer().content;
        cells
            .chunks(80)
            .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect())
            .collect()
    }
}

/// Lines that end in `…`, but for lists that say how much more there is.
fn cut(lines: &[String]) -> Vec<&String> {
    lines
        .iter()
        .filter(|line| line.contains('…'))
        .filter(|line| !line.trim_start_matches(['│', ' ']).starts_with('…'))
        .collect()
}

fn play(at: u32, lang: Lang) -> u32 {
    let mut papers = 0;
    for seed in 1..4 {
        let mut player = Player::sit_down(at, seed, lang);
        for _ in 0..14 {
            player.press(KeyCode::Char('n'));
            let hall = player.page();
            let shown = hall.join("\n");
            assert!(cut(&hall[..1]).is_empty(), "the header:\n{shown}");
            // When it is due is said whole, even where the name behind it gives way.
            assert!(cut(&hall[5..6]).is_empty(), "the help:\n{shown}");
            let waiting = hall[2].contains('►');
            if !waiting {
                continue;
            }
            player.press(KeyCode::Char('d'));
            papers += 1;
            for _ in 0..5 {
                let paper = player.page();
                let shown = paper.join("\n");
                assert!(cut(&paper).is_empty(), "seat {at}, seed {seed}:\n{shown}");
                player.press(KeyCode::Down);
            }
            // The first that is possible is ordered, so that the exercise goes on.
            for code in [
                KeyCode::Char('a'),
                KeyCode::Enter,
                KeyCode::Char('j'),
                KeyCode::Char('a'),
                KeyCode::Enter,
            ] {
                player.press(code);
            }
            player.press(KeyCode::Esc);
            player.press(KeyCode::Esc);
        }
        drop(player.actor.leave());
    }
    papers
}

/// Names that are not written whole: a word that begins like one and ends otherwise.
fn broken_names(lines: &[String]) -> Vec<&str> {
    lines
        .iter()
        // The message names the key of the log, which has it whole.
        .filter(|line| !line.trim_end().ends_with("…  7"))
        .flat_map(|line| line.split([' ', '(', ')', ',', ':', '.', '│', '„', '“']))
        .filter(|word| word.starts_with("Darm") || word.starts_with("Mörf"))
        .filter(|word| !matches!(*word, "Darmstadt-Dieburg" | "Mörfelden-Walldorf"))
        .collect()
}

#[test]
fn long_names_are_whole_on_every_screen() {
    let mut seen = 0;
    for lang in [Lang::De, Lang::En] {
        for at in [0, 1, 2, 6] {
            let mut player = Player::sit_down(at, 2, lang);
            for round in 0..8 {
                player.press(KeyCode::Char('n'));
                // The best helper is asked for people, then for the next kind.
                player.press(KeyCode::Char('b'));
                if round % 2 == 1 {
                    player.press(KeyCode::Right);
                }
                for form in [
                    None,
                    Some(KeyCode::Enter),
                    Some(KeyCode::Esc),
                    Some(KeyCode::Esc),
                ] {
                    if let Some(code) = form {
                        player.press(code);
                    }
                    let page = player.page();
                    let broken = broken_names(&page);
                    assert!(broken.is_empty(), "{broken:?}:\n{}", page.join("\n"));
                }
                for key in ['1', '4', 'w', 'r'] {
                    player.press(KeyCode::Char(key));
                    let page = player.page();
                    // A list of events may end in the middle of a line; the log has it whole.
                    let (lists, _) = page.split_at(21);
                    let broken = broken_names(lists);
                    assert!(broken.is_empty(), "{key}, {broken:?}:\n{}", page.join("\n"));
                    seen += page
                        .iter()
                        .filter(|line| line.contains("Darmstadt-Dieburg"))
                        .count();
                    player.press(KeyCode::Esc);
                }
            }
            drop(player.actor.leave());
        }
    }
    assert!(seen > 200, "the long names were on {seen} lines only");
}

#[test]
fn decision_papers_are_whole_on_the_smallest_page() {
    for lang in [Lang::De, Lang::En] {
        // The provider, the county, a customer, a town of its own.
        let papers: u32 = [0, 1, 2, 6].into_iter().map(|at| play(at, lang)).sum();
        assert!(papers > 30, "only {papers} papers were seen");
    }
}
