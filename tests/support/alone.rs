//! A bot that helps nobody and asks nobody: what a course without aid is held against.

use beistand::command::{AidAnswer, Command};
use beistand::exercise::Player;
use beistand::sim::Known;
use beistand::vocab::SimTime;

/// A bot that neither asks for aid nor grants it.
pub struct Alone {
    player: Box<dyn Player>,
    /// Of the acts it hands in: their places among those the player within decided on.
    places: Vec<usize>,
}

impl Alone {
    /// Keeps a player from all aid.
    pub fn keeping(player: Box<dyn Player>) -> Box<dyn Player> {
        Box::new(Self {
            player,
            places: Vec::new(),
        })
    }
}

impl Player for Alone {
    fn decide(&mut self, known: Known, acts: &mut Vec<Command>) -> Option<SimTime> {
        let wakes = self.player.decide(known, acts);
        let begins_aid = |act: &Command| {
            matches!(
                act,
                Command::RequestAid(_)
                    | Command::AnswerAid {
                        answer: AidAnswer::Grant { .. },
                        ..
                    }
            )
        };
        self.places = (0..acts.len())
            .filter(|place| !begins_aid(&acts[*place]))
            .collect();
        acts.retain(|act| !begins_aid(act));
        wakes
    }

    fn hear_refusals(&mut self, known: Known, refused: &[usize]) -> Option<SimTime> {
        let within: Vec<usize> = refused.iter().map(|place| self.places[*place]).collect();
        self.player.hear_refusals(known, &within)
    }

    fn plan(&self) -> &str {
        self.player.plan()
    }
}
