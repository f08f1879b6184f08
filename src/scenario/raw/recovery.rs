//! Records for what people do about it: response plans, messages, figures of recovery.

use super::{List, RawDist, RawRecipients, Sp, record};
use crate::scenario::model::{Act, Condition, LocalText, NoticeFact};
use crate::vocab::Channel;

record! {
    /// A response plan.
    RawResponse {
        /// Id.
        id: String,
        /// Title.
        title: LocalText,
        /// Rules in order of importance.
        rules: List<RawRule>,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A rule of a response plan.
    RawRule {
        /// Conditions, all of them.
        when: List<Condition>,
        /// How long the seat takes.
        after: RawDist,
        /// What it does.
        act: Act,
    }
}

record! {
    /// A message at a fixed moment.
    RawNotice {
        /// When.
        at: String,
        /// Sender.
        from: String,
        /// Recipients.
        to: RawRecipients,
        /// How.
        channel: Channel,
        /// What.
        text: LocalText,
        /// What follows.
        fact: NoticeFact,
    }
}

record! {
    /// Figures of recovery; what is left out comes from the catalogue.
    RawParameters {
        /// Crisis staff meets after.
        crisis_staff: RawDist,
        /// Hotline after.
        hotline: RawDist,
        /// Crisis page after.
        crisis_page: RawDist,
        /// Paper desk after.
        paper_desk: RawDist,
        /// Resubmitted pay file after.
        pay_file: RawDist,
        /// Forensic team arrives after.
        forensics_arrival: RawDist,
        /// Person-hours of forensics: provider, municipality, county.
        forensics_hours: (f64, f64, f64),
        /// Share at a suspected administration.
        suspected_share: f64,
        /// Acceptance.
        acceptance: RawDist,
        /// Share of people present.
        present_share: f64,
        /// Share of own IT people's time on recovery.
        on_recovery_share: f64,
        /// Until the provider admits clean devices.
        admission: RawDist,
        /// Effort with and without backups.
        backup_factor: (f64, f64),
        /// Coefficients of variation.
        effort_cv: (f64, f64),
        /// Person-hours per notebook.
        notebook_hours: f64,
        /// Effect outside the main skill.
        off_skill_effect: f64,
        /// What aid costs the helper.
        helper_cost: RawHelperCost,
        /// Minutes to cut, and on top out of hours.
        cut_minutes: (Sp<RawDist>, Sp<RawDist>),
        /// Minutes to shut down.
        shutdown_minutes: RawDist,
        /// Minutes to block remote access.
        block_minutes: RawDist,
        /// Extra capacity for the backlog.
        backlog_extra: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// What aid costs the helper.
    RawHelperCost {
        /// Workplaces down without IT staff, share.
        clients_down_without_it: f64,
        /// Workplaces per desk or notebook given.
        clients_per_unit: f64,
    }
}
