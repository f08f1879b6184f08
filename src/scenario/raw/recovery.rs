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
        /// Chance that people who help carry the attack home.
        carry_home_share: f64,
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
        /// Minutes to cut, and on top of any order out of hours.
        cut_minutes: (Sp<RawDist>, Sp<RawDist>),
        /// Minutes to shut down.
        shutdown_minutes: RawDist,
        /// Minutes to cut all customers.
        cut_all_minutes: RawDist,
        /// Minutes to block remote access.
        block_minutes: RawDist,
        /// Minutes to lock privileged accounts.
        lock_minutes: RawDist,
        /// Minutes to take backups off the network.
        backups_minutes: RawDist,
        /// Minutes to block the way to the internet.
        internet_minutes: RawDist,
        /// Until a message arrives by private mobile telephones.
        message_by_mobile: RawDist,
        /// Until a message arrives that somebody carries.
        message_in_person: RawDist,
        /// Share of pairs of administrations that have each other's private numbers.
        mobile_known_share: f64,
        /// To bring last month's payment file out of the network while its application runs.
        pay_file_export: RawDist,
        /// To get it back from the bank, with access and signatures, once the application stands.
        pay_file_from_bank: RawDist,
        /// Until a customer is reached that the provider tells of an attack.
        notify_minutes: RawDist,
        /// Until it is decided what an emergency island consists of.
        island_decision: RawDist,
        /// From that decision to its own line and mail.
        island_mail: RawDist,
        /// From that decision until a vendor runs one application for it.
        island_instance: RawDist,
        /// What such an application carries at most of its service: it has neither interfaces nor old cases.
        island_instance_level: f64,
        /// Stand-alone workplaces of an island, share of all.
        island_share: f64,
        /// Person-hours for each of them.
        island_hours_per_client: f64,
        /// Hours worked on a weekday, a Saturday, a Sunday: to day 13 after mobilisation, to day 27, later.
        shift_hours: ((f64, f64, f64), (f64, f64, f64), (f64, f64, f64)),
        /// 14-day mean of daily hours at which the effect of people begins to fall, and at which it has fallen.
        fatigue_hours: (f64, f64),
        /// Effect of people who are worn out.
        fatigue_effect: f64,
        /// From mobilisation to the first people hired on the market.
        market_help_from: RawDist,
        /// Over which the help of the market rises.
        market_help_rise: RawDist,
        /// Most people of the market, as a share of the own ones.
        market_help_share: f64,
        /// Effect of people of the market.
        market_help_effect: f64,
        /// Own IT people below which the market helps nobody.
        market_help_least_staff: f64,
        /// Useful helpers at most: at least the first, or the second times the own IT people.
        helpers_useful: (f64, f64),
        /// Hours a day that each helper takes of a local.
        newcomer_hours: f64,
        /// Power of the workplaces served with which the work on a provider's platform grows.
        provider_exponent: f64,
        /// Person-hours of work for which one more person is of use, where the work does not say.
        hours_per_useful_person: f64,
        /// Most people of use on one piece of work, where the work does not say.
        useful_people_at_most: f64,
        /// Share of a provider's people that operate its products once all are live again.
        operating_share: f64,
        /// Share of a platform's work that is its core; of the identity at an administration.
        core_share: (f64, f64),
        /// Applications that the core of the platform carries.
        core_products: f64,
        /// Until a new build is whole where backups are lost, at 1 000 workplaces.
        lead_time: RawDist,
        /// From the crisis staff to the instruction by which workplaces are checked.
        client_check_after: RawDist,
        /// Effort of checking a workplace, as a share of setting it up anew.
        client_check_share: f64,
        /// From product and clearance until a register of the state admits a service again.
        register_admission: RawDist,
        /// Share of services that wait longer after a new build.
        register_new_build_share: f64,
        /// How long these wait.
        register_new_build: RawDist,
        /// Extra capacity for the backlog.
        backlog_extra: f64,
        /// Share of the usual work that gets done in the first time after an outage.
        restart_share: f64,
        /// Outages at least so long are followed by such a time.
        restart_from: String,
        /// How long that time lasts.
        restart_for: String,
        /// The same once people are hired for it.
        backlog_extra_hired: f64,
        /// From the first outage until people can be hired for the backlog.
        hire_after: String,
        /// Days of demand that must be waiting for anybody to be hired.
        hire_from_days: f64,
        /// Cost of an hour of work hired for the backlog, EUR.
        clerk_eur_per_hour: f64,
        /// Effort of entering a case served on paper into the application, as a share of a case: from, to.
        reentry_share: (f64, f64),
        /// Chance that a copy of the payment file lies outside and the bank can be reached: with maturity 0 and 1.
        pay_file_copy: (f64, f64),
        /// Share of a payment file that goes wrong with each month of age.
        pay_file_loss_per_month: f64,
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
