//! A door to nowhere.

use std::sync::{Arc, Mutex};

use super::{NOW, stamp, t};
use crate::command::{AidAnswer, AidDraft, Command};
use crate::exercise::Door;
use crate::view::{Candidate, Preview, PublicView, SeatView};
use crate::vocab::{AdministrationId, DAY, HOUR, Refusal, Text};

/// The most that is given to one who asks.
pub const MOST_TO_GIVE: u32 = 4;

/// The commands a door took in.
pub type Submitted = Arc<Mutex<Vec<Command>>>;

/// A door that shows one view, remembers commands and sets the clock. It refuses to convene the crisis
/// staff, aid from one county, and to give more than a few.
pub struct FakeDoor {
    view: Mutex<Arc<SeatView>>,
    submitted: Submitted,
}

impl FakeDoor {
    /// Makes a door and what it remembers.
    pub fn new(view: SeatView) -> (Self, Submitted) {
        let submitted = Submitted::default();
        let door = Self {
            view: Mutex::new(Arc::new(view)),
            submitted: Arc::clone(&submitted),
        };
        (door, submitted)
    }
}

impl Door for FakeDoor {
    fn public(&self) -> Arc<PublicView> {
        Arc::clone(&self.view.lock().expect("not poisoned").public)
    }

    fn view(&self, _: AdministrationId) -> Arc<SeatView> {
        Arc::clone(&self.view.lock().expect("not poisoned"))
    }

    fn preview(&self, _: AdministrationId, draft: &AidDraft) -> Preview {
        let candidate = |id, name: &str| Candidate {
            helper: AdministrationId(id),
            name: name.to_owned(),
            at_work: Some((stamp(NOW + 3 * DAY), stamp(NOW + 3 * DAY + 4 * HOUR))),
            most: Some(2),
            objection: None,
        };
        let mut county = candidate(0, "Landkreis Darmstadt-Dieburg");
        county.at_work = None;
        county.objection = Some(t("sample-same-provider"));
        let mut outside = candidate(9, "Heidelberg");
        outside.objection = Some(t("sample-permit"));
        Preview {
            candidates: vec![outside, candidate(1, "Mörfelden-Walldorf"), county],
            effect: t("sample-effect"),
            cost: Text::new("cost-cases").count("cases", 30),
            channel: t("sample-channel"),
            refusal: (draft.helper == AdministrationId(0))
                .then(|| Refusal::because(t("sample-same-provider"))),
        }
    }

    fn ready(&self, _: AdministrationId, _: bool) -> Result<(), Refusal> {
        Ok(())
    }

    fn submit(&self, _: AdministrationId, command: Command) -> Result<(), Refusal> {
        let refused = match &command {
            Command::ConveneCrisisStaff => true,
            Command::RequestAid(draft) => draft.helper == AdministrationId(0),
            Command::AnswerAid {
                answer: AidAnswer::Grant { amount },
                ..
            } => *amount > MOST_TO_GIVE,
            _ => false,
        };
        if let Command::SetClock(pace) = command {
            let mut view = self.view.lock().expect("not poisoned");
            let mut public = (*view.public).clone();
            public.clock.pace = pace;
            public.clock.stopped_by = None;
            let mut changed = (**view).clone();
            changed.public = Arc::new(public);
            changed.revision += 1;
            *view = Arc::new(changed);
        }
        self.submitted.lock().expect("not poisoned").push(command);
        if refused {
            return Err(Refusal::because(t("sample-refusal")));
        }
        Ok(())
    }
}
