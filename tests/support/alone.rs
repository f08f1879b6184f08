//! A bot that helps nobody and asks nobody: what a course without aid is held against.

use beistand::command::{AidAnswer, Command};
use beistand::exercise::Player;
use beistand::sim::Known;
use beistand::vocab::SimTime;

/// A bot that neither asks for aid nor grants it.
pub struct Alone(pub Box<dyn Player>);

impl Player for Alone {
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime> {
        let wakes = self.0.decide(known, acts);
        acts.retain(|act| {
            !matches!(
                act,
                Command::RequestAid(_)
                    | Command::AnswerAid {
                        answer: AidAnswer::Grant { .. },
                        ..
                    }
            )
        });
        wakes
    }

    fn plan(&self) -> &str {
        self.0.plan()
    }
}
