//! Records for who takes part and what they run: administrations, kits, services.

use super::{List, RawCount, RawDist, RawPayDays, RawSpread, RawStaff, record};
use crate::scenario::model::{
    AdministrationKind, LocalText, OpenHoursKind, PermitFrom, SetUp, SystemRole,
};
use crate::vocab::Skill;

record! {
    /// An administration.
    RawAdministration {
        /// Official key or catalogue id.
        id: String,
        /// Name.
        name: String,
        /// Kind.
        kind: AdministrationKind,
        /// Inhabitants.
        inhabitants: RawCount,
        /// Latitude and longitude, degrees.
        position: (f64, f64),
        /// Id of its provider.
        provider: String,
        /// Id of its kit.
        kit: String,
        /// Workplaces.
        clients: RawCount,
        /// IT people.
        it_staff: RawStaff,
        /// Preparedness 0 to 1.
        maturity: f64,
        /// Spare clean notebooks.
        spare_notebooks: f64,
        /// Round-the-clock monitoring.
        monitoring: bool,
        /// Whether it answers for personal data of its own.
        data_protection: bool,
        /// Whether it falls under NIS 2.
        nis2: bool,
        /// Servers of the repair crew.
        crew: f64,
        /// What the seat is about.
        seat: LocalText,
        /// Services that it has otherwise than others.
        services: List<RawOwnService>,
        /// Its own restart plan.
        restart: List<RawOwnWork>,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A service as one administration has it.
    RawOwnService {
        /// Id of the service.
        id: String,
        /// Whether it offers it.
        offered: bool,
        /// Emergency operation due within.
        waz: String,
        /// Tolerable at the most.
        mta: String,
        /// Level of emergency operation.
        emergency_level: f64,
        /// Level on paper.
        paper_level: f64,
        /// Working days on paper.
        paper_days: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A line of the restart plan of one administration.
    RawOwnWork {
        /// System of its kit.
        system: String,
        /// Person-hours of a rebuild.
        hours: f64,
        /// Useful people at most.
        useful_people: f64,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A kit.
    RawKit {
        /// Id.
        id: String,
        /// Kit that it starts from.
        like: String,
        /// Systems of that kit that it does not have.
        without: List<String>,
        /// Systems in order.
        systems: List<RawSystem>,
        /// Attack links.
        links: List<RawLink>,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A system of a kit.
    RawSystem {
        /// Id.
        id: String,
        /// Role.
        role: SystemRole,
        /// All of these must work.
        needs: List<String>,
        /// Of each group one must work.
        any_of: List<List<String>>,
        /// How people restore it.
        work: RawWork,
        /// Containment by itself.
        containment: RawDist,
        /// Repair by the crew.
        crew_repair: RawDist,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// How people restore a system.
    RawWork {
        /// Skill.
        skill: Skill,
        /// Person-hours, small.
        hours_small: f64,
        /// Person-hours, large; as small if left out.
        hours_large: f64,
        /// Person-hours per workplace.
        hours_per_client: f64,
        /// Person-hours per customer.
        hours_per_customer: f64,
        /// Useful people at most.
        useful_people: f64,
        /// Systems that come first.
        after: List<String>,
        /// Share of effort when only checked.
        check_share: f64,
        /// Time of a check, where nothing more is needed outside the domain.
        check_only: RawDist,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// An attack link of a kit.
    RawLink {
        /// Source.
        from: String,
        /// Target.
        to: String,
        /// Rates per day.
        spread: RawSpread,
        /// Provider link it passes.
        via: String,
        /// Whether it is remote access.
        remote_access: bool,
        /// Whether it takes privileged accounts; as `remote_access` if left out.
        privileged: bool,
        /// Whether it is a jump to a customer.
        jump: bool,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// An attack link between two administrations, each end `administration:system`.
    RawTableLink {
        /// Source.
        from: String,
        /// Target.
        to: String,
        /// Rates per day.
        spread: RawSpread,
    }
}

record! {
    /// A service.
    RawService {
        /// Id.
        id: String,
        /// Kinds that offer it.
        offered_by: List<AdministrationKind>,
        /// 1 to 4.
        criticality: f64,
        /// Emergency operation due within.
        waz: String,
        /// Tolerable at the most.
        mta: String,
        /// Level of emergency operation.
        emergency_level: f64,
        /// On paper.
        paper: RawPaper,
        /// Cases per 10 000 inhabitants and due day.
        demand_per_10k_day: f64,
        /// Share that waits.
        deferrable_share: f64,
        /// When it is due.
        hours: OpenHoursKind,
        /// Systems it needs.
        needs: List<String>,
        /// Share of workplaces.
        workplaces_share: f64,
        /// Whether a neighbour's desk can do it.
        at_neighbour: bool,
        /// Whether it takes longer than others to set up there.
        slow_at_neighbour: bool,
        /// The permit it needs there.
        permit: RawPermit,
        /// Whether a register of the state must admit it again.
        register_admission: bool,
        /// What the line and mail of an emergency island carry.
        island_level: f64,
        /// Payments.
        pay: RawPay,
        /// Where the figures come from.
        source: String,
        /// How sure they are.
        confidence: String,
    }
}

record! {
    /// A service on paper.
    RawPaper {
        /// Level.
        level: f64,
        /// Working days.
        days: f64,
        /// Preparation.
        set_up: SetUp,
    }
}

record! {
    /// A permit to do a service elsewhere.
    RawPermit {
        /// How long it takes.
        takes: RawDist,
        /// From when on, if nobody asks earlier.
        from: PermitFrom,
    }
}

record! {
    /// Payments of a service.
    RawPay {
        /// People paid per 10 000 inhabitants.
        recipients_per_10k: f64,
        /// Pay days.
        pay_days: RawPayDays,
        /// Share of last month's file that is right.
        resubmitted_right: (f64, f64),
    }
}
