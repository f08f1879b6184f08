//! The checked scenario: references resolved to positions, units in minutes, ranges held.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::evaluation::{Objective, Question};
use super::inject::Inject;
use super::pact::{Clause, Pact};
use super::room::{Guide, RoomRules, Stage};
use super::uncertain::Uncertain;
use crate::vocab::{AidKind, Channel, SimTime, Skill};

/// A text in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureOrigin {
    /// From the administration itself: measured, estimated or given by it.
    Own,
    /// Published.
    Published,
    /// Chosen so that published milestones come out.
    Derived,
    /// An estimate of the author of the file.
    Estimate,
    /// The file does not say.
    #[default]
    Unsaid,
}

/// How many figures of a scenario come from where; figures that files leave out do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inputs([u32; 5]);

impl Inputs {
    /// Counts one more.
    pub const fn add(&mut self, origin: FigureOrigin) {
        self.0[origin as usize] += 1;
    }

    /// Returns how many come from there.
    #[must_use]
    pub const fn of(self, origin: FigureOrigin) -> u32 {
        self.0[origin as usize]
    }

    /// Returns how many there are.
    #[must_use]
    pub fn total(self) -> u32 {
        self.0.iter().sum()
    }
}

/// A duration that may differ from run to run, in minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dist {
    /// Always the same.
    Fixed(f64),
    /// Exponential with this mean.
    Exp {
        /// Mean in minutes, above 0.
        mean: f64,
    },
    /// Lognormal with this median and coefficient of variation.
    LogNormal {
        /// Median in minutes, above 0.
        median: f64,
        /// Standard deviation over mean, at least 0.
        cv: f64,
    },
    /// Uniform between two bounds.
    Uniform {
        /// Lower bound in minutes.
        low: f64,
        /// Upper bound in minutes, at least the lower.
        high: f64,
    },
}

/// When a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndRule {
    /// At the horizon.
    Horizon,
    /// When nobody is infectious and nothing is in repair.
    WhenQuiet,
}

/// What kind of administration it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdministrationKind {
    /// A municipality.
    Municipality,
    /// A city that is its own county.
    City,
    /// A county.
    County,
    /// A shared IT provider.
    Provider,
    /// A body of the state, for example its incident response team.
    State,
    /// A neighbour outside the region.
    Outside,
}

/// An administration.
#[derive(Debug, Clone, PartialEq)]
pub struct Administration {
    /// Official key or catalogue id.
    pub id: String,
    /// Name, the same in every language.
    pub name: String,
    /// Kind.
    pub kind: AdministrationKind,
    /// Inhabitants served; for a provider 0.
    pub inhabitants: u32,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
    /// Position of its provider in [`Scenario::administrations`].
    pub provider: Option<usize>,
    /// Position of its kit in [`Scenario::kits`]; `None` has no IT of its own in the model.
    pub kit: Option<usize>,
    /// Workplaces.
    pub clients: u32,
    /// IT people by main skill, in the order of [`Skill::ALL`].
    pub it_staff: [u32; 6],
    /// Preparedness 0 to 1.
    pub maturity: f64,
    /// Spare clean notebooks.
    pub spare_notebooks: u32,
    /// Round-the-clock monitoring.
    pub monitoring: bool,
    /// Whether it answers for personal data of its own (GDPR), so that a breach must be reported.
    pub data_protection: bool,
    /// Whether it falls under NIS 2, so that a significant incident must be reported.
    pub nis2: bool,
    /// Servers of its repair crew, for systems repaired by a crew.
    pub crew: u32,
    /// Whether a person can take this seat, and what it is about.
    pub seat: Option<LocalText>,
    /// Services it offers, by position in [`Scenario::services`]: those of its kind, or its own with the same id.
    pub services: Vec<usize>,
}

/// A supplier of a system or an end of a link, seen from one administration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supplier {
    /// A system of the same administration, by position in its kit.
    Own(usize),
    /// A system of its provider, by id (providers may have different kits).
    Provider(String),
}

/// What a system is to the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SystemRole {
    /// A system like any other.
    Plain,
    /// The workplaces of the administration; its share usable counts them.
    Workplaces,
    /// The link to the provider: open or cut.
    ProviderLink,
    /// The gateway of a provider through which customers connect; once it is restored the provider is released.
    Gateway,
    /// The backups: while the actor does not get at them they survive more often.
    Backup,
    /// The way to the internet, which can be blocked.
    Internet,
    /// The telephones: while they or the mail work on both sides, messages arrive at once.
    Telephony,
    /// The mail.
    Mail,
}

/// How a system is restored by people.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkTemplate {
    /// Skill the work needs.
    pub skill: Skill,
    /// Person-hours at a municipality with 110 workplaces (for a provider: at 22 000 workplaces served).
    pub hours_small: f64,
    /// Person-hours at a county with 1200 workplaces; between them a power law.
    pub hours_large: f64,
    /// Person-hours per workplace, in addition.
    pub hours_per_client: f64,
    /// Person-hours per customer that uses it, in addition (provider products).
    pub hours_per_customer: f64,
    /// Useful people at most; `None` = person-hours / 20, in 1..8.
    pub useful_people: Option<u32>,
    /// Kit positions of systems whose restoration must be finished before.
    pub after: Vec<usize>,
    /// Effort of a check instead of a rebuild, as a share; used when only suspected.
    pub check_share: f64,
    /// It stands outside the domain: as long as it is not hit itself it is only checked, within this time.
    pub check_only: Option<Dist>,
}

/// A system of a kit.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemTemplate {
    /// Id, unique in its kit; texts name it `system-<id>`.
    pub id: String,
    /// Role.
    pub role: SystemRole,
    /// All of these must work.
    pub needs: Vec<Supplier>,
    /// Of each group one must work.
    pub any_of: Vec<Vec<Supplier>>,
    /// How people restore it; `None` if it needs no work of its own.
    pub work: Option<WorkTemplate>,
    /// Time from compromise to containment without anybody's doing; `None` = never by itself.
    pub containment: Option<Dist>,
    /// Repair by a crew of the provider after containment; `None` = by work or not at all.
    pub crew_repair: Option<Dist>,
}

/// Rates of an attack link by stage of the attack, per day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spread {
    /// The same at all times.
    Constant(f64),
    /// By stage: none while the actor has only a foothold.
    ByStage {
        /// While the actor moves inside the provider.
        lateral: f64,
        /// Once it tries to reach customers.
        jump: f64,
        /// After the impact.
        impact: f64,
    },
}

/// An attack link of a kit.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkTemplate {
    /// Where the attack comes from.
    pub from: Supplier,
    /// Where it goes.
    pub to: Supplier,
    /// How fast.
    pub spread: Spread,
    /// Kit position of the provider link it passes through; cutting that slows it.
    pub via: Option<usize>,
    /// Whether it is remote access, which can be blocked by itself.
    pub remote_access: bool,
    /// Whether it takes privileged accounts, which can be locked.
    pub privileged: bool,
    /// Whether it is a jump to a customer (subject to `tries_jump` and maturity).
    pub jump: bool,
}

/// A kit: the systems of one kind of administration, copied for each that uses it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kit {
    /// Id.
    pub id: String,
    /// Systems, in order.
    pub systems: Vec<SystemTemplate>,
    /// Attack links.
    pub links: Vec<LinkTemplate>,
}

/// One attack link between two administrations, from a table.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkRow {
    /// Position of the source administration.
    pub from: usize,
    /// Kit position of the source system.
    pub from_system: usize,
    /// Position of the target administration.
    pub to: usize,
    /// Kit position of the target system.
    pub to_system: usize,
    /// How fast.
    pub spread: Spread,
}

/// Which preparation opens a workaround.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetUp {
    /// A telephone hotline.
    Hotline,
    /// A crisis page on the web.
    CrisisPage,
    /// A desk that works on paper.
    PaperDesk,
    /// Last month's payment file, handed in again.
    PayFile,
}

/// How a service goes on without its application.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Level reached, 0 to 1.
    pub level: f64,
    /// Working days it holds before it falls.
    pub days: u32,
    /// What must be set up first.
    pub set_up: SetUp,
}

/// From when on the permit for a service takes its time, if nobody asks for it earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PermitFrom {
    /// From the notice that the own side must be examined.
    Notice,
    /// From the meeting of the crisis staff.
    CrisisStaff,
}

/// The permit without which a service must not be done at a neighbour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServicePermit {
    /// How long it takes.
    pub takes: Dist,
    /// From when on, at the latest.
    pub from: PermitFrom,
}

/// A payment service.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// People paid per 10 000 inhabitants.
    pub recipients_per_10k: f64,
    /// Days on which the money must be there.
    pub pay_days: Vec<Date>,
    /// Share of last month's file that is still right, lower and upper bound.
    pub resubmitted_right: (f64, f64),
}

/// A service as every administration of some kinds offers it.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceTemplate {
    /// Id; texts name it `service-<id>`.
    pub id: String,
    /// Kinds of administration that offer it.
    pub offered_by: Vec<AdministrationKind>,
    /// 1 life and limb to 4 can wait.
    pub criticality: u8,
    /// Emergency operation due within (WAZ, RTO), minutes.
    pub waz_minutes: u32,
    /// Tolerable at the most (MTA, MTPD), minutes.
    pub mta_minutes: u32,
    /// Level of emergency operation (MBCO), 0 to 1.
    pub emergency_level: f64,
    /// How it goes on without its application.
    pub paper: Option<Paper>,
    /// Cases per 10 000 inhabitants and due day.
    pub demand_per_10k_day: f64,
    /// Share of cases that wait rather than go away, 0 to 1.
    pub deferrable_share: f64,
    /// When it is due.
    pub hours: OpenHoursKind,
    /// Ids of the systems it needs, in the kit of its administration.
    pub needs: Vec<String>,
    /// Share of all workplaces on which its clerks work, 0 to 1; 0 needs none.
    pub workplaces_share: f64,
    /// Whether it can be done at a neighbour's desk.
    pub at_neighbour: bool,
    /// The permit it needs to be done at a neighbour's desk.
    pub permit: Option<ServicePermit>,
    /// Whether it takes longer than others to set up at a neighbour.
    pub slow_at_neighbour: bool,
    /// Whether a register of the state must admit it again after an attack.
    pub register_admission: bool,
    /// What the line and mail of an emergency island carry of it, 0 to 1.
    pub island_level: f64,
    /// Payments.
    pub pay: Option<Pay>,
}

impl ServiceTemplate {
    /// Whether a level, 0 to 1, is below emergency operation; the difference a sum of shares may
    /// be off by does not count.
    #[must_use]
    pub fn is_below(&self, level: impl Into<f64>) -> bool {
        level.into() < self.emergency_level - 1e-6
    }
}

/// When a service is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenHoursKind {
    /// Monday to Friday, 08:00 to 16:00, not on holidays.
    Office,
    /// Always.
    Always,
}

/// A phase of the attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseId {
    /// First access at the provider.
    InitialAccess,
    /// Running code, staying in.
    Persistence,
    /// Higher rights.
    PrivilegeEscalation,
    /// Hiding.
    DefenseEvasion,
    /// Moving inside the provider.
    LateralMovement,
    /// Jump to customers.
    Jump,
    /// Collecting and carrying off data.
    Exfiltration,
    /// Destroying the means of recovery.
    InhibitRecovery,
    /// Encryption.
    Impact,
}

impl PhaseId {
    /// Returns the word by which files and paths name it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::InitialAccess => "initial_access",
            Self::Persistence => "persistence",
            Self::PrivilegeEscalation => "privilege_escalation",
            Self::DefenseEvasion => "defense_evasion",
            Self::LateralMovement => "lateral_movement",
            Self::Jump => "jump",
            Self::Exfiltration => "exfiltration",
            Self::InhibitRecovery => "inhibit_recovery",
            Self::Impact => "impact",
        }
    }
}

/// One phase and how long the actor dwells in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Which.
    pub id: PhaseId,
    /// A fixed beginning; otherwise it begins when the one before ends.
    pub starts_at: Option<SimTime>,
    /// How long until the next.
    pub dwell: Dist,
    /// Chance that the owner of held systems notices it without, and with round-the-clock monitoring.
    pub detection: (f64, f64),
    /// Share of runs in which it begins at night (22:00 to 05:00) or on a day off; moved to the night that follows if need be.
    pub at_night_share: f64,
}

/// Where the attack begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPoint {
    /// Position of the administration.
    pub administration: usize,
    /// Kit position of the system.
    pub system: usize,
}

/// A second attack: quick, with what the first one taught.
#[derive(Debug, Clone, PartialEq)]
pub struct SecondAttack {
    /// Where it begins.
    pub entry: EntryPoint,
    /// From the first impact to its beginning.
    pub after: Dist,
    /// Chance that it comes at all.
    pub chance: f64,
}

/// The attack.
#[derive(Debug, Clone, PartialEq)]
pub struct Attack {
    /// Where it begins; empty = no attack.
    pub entry: Vec<EntryPoint>,
    /// When.
    pub entry_at: SimTime,
    /// Phases in order; empty = stage "jump" from the start (a plain epidemic).
    pub phases: Vec<Phase>,
    /// Share of a compromised, not yet encrypted system that its users still have: 1 hidden, 0 down at once.
    pub compromised_usable: f64,
    /// Whether a rebuilt system is immune.
    pub immune_after_rebuild: bool,
    /// Chance that the actor tries to reach customers at all.
    pub tries_jump: f64,
    /// Rate through a cut link or blocked access, as a share.
    pub cut_factor: f64,
    /// Rate along privileged links once accounts are locked, as a share.
    pub lock_factor: f64,
    /// Rate inside a house once its way to the internet is blocked, as a share.
    pub internet_factor: f64,
    /// Jump rate is multiplied by 1 - this x maturity of the customer.
    pub maturity_factor: f64,
    /// Share of reached systems that is encrypted: the two parameters of a Beta distribution.
    pub encrypted_share: (f64, f64),
    /// Delay from impact (or later compromise) to encryption of a system.
    pub encryption_delay: Dist,
    /// Chance that backups survive which the actor got at.
    pub backups_survive: f64,
    /// The same at a provider.
    pub provider_backups_survive: f64,
    /// Chance that backups are good which the actor never got at.
    pub backups_kept: f64,
    /// Whether the actor watches for containment and may strike early.
    pub reacts: bool,
    /// Chance that the actor notices a measure where it holds systems, for each measure.
    pub reaction: f64,
    /// From the measure to the early impact.
    pub reaction_delay: Dist,
    /// A second attack on another administration.
    pub second: Option<SecondAttack>,
}

/// What aid costs the helper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HelperCost {
    /// Share of workplaces that are out of order at the helper if all its IT staff were away.
    pub clients_down_without_it: f64,
    /// Workplaces of the helper that one guest desk or lent notebook takes.
    pub clients_per_unit: f64,
}

/// Figures of recovery that are not of one system.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameters {
    /// From the call to the first meeting of the crisis staff.
    pub crisis_staff: Dist,
    /// From the crisis staff to the hotline.
    pub hotline: Dist,
    /// From the crisis staff to the crisis page.
    pub crisis_page: Dist,
    /// From the crisis staff to the paper desk.
    pub paper_desk: Dist,
    /// From the crisis staff to a resubmitted pay file.
    pub pay_file: Dist,
    /// Arrival of the forensic team.
    pub forensics_arrival: Dist,
    /// Effort of forensics at a provider with 22 000 workplaces, at a municipality, at a county, in person-hours.
    pub forensics_hours: (f64, f64, f64),
    /// Effort at a suspected administration as a share of that at a hit one.
    pub suspected_share: f64,
    /// Acceptance and data check after restoration.
    pub acceptance: Dist,
    /// Share of people present (leave, illness).
    pub present_share: f64,
    /// Chance that people who help on ground in the actor's hands carry the attack home on their own devices; 0 is off.
    pub carry_home_share: f64,
    /// Share of their time that an administration's own IT people give to recovery.
    pub on_recovery_share: f64,
    /// From clean devices at hand, or the provider's release, until the provider admits them.
    pub admission: Dist,
    /// Factor on infrastructure effort if backups survived, and if not.
    pub backup_factor: (f64, f64),
    /// Coefficient of variation of effort up to 40 person-hours, and of the factor per incident and organisation.
    pub effort_cv: (f64, f64),
    /// Effort to enter one notebook into service, person-hours.
    pub notebook_hours: f64,
    /// Effect of a person outside the main skill.
    pub off_skill_effect: f64,
    /// What aid costs the helper.
    pub helper_cost: HelperCost,
    /// Minutes until a cut link is effective in office hours, and what comes on top of any order out of hours.
    pub cut_minutes: (Dist, Dist),
    /// Minutes until a full shutdown is effective.
    pub shutdown_minutes: Dist,
    /// Minutes until a provider has cut all its customers.
    pub cut_all_minutes: Dist,
    /// Minutes until remote access is blocked.
    pub block_minutes: Dist,
    /// Minutes until privileged accounts are locked.
    pub lock_minutes: Dist,
    /// Minutes until backups are off the network.
    pub backups_minutes: Dist,
    /// Minutes until the way to the internet is blocked.
    pub internet_minutes: Dist,
    /// Until a message arrives by private mobile telephones, where telephones and mail stand still.
    pub message_by_mobile: Dist,
    /// Until a message arrives that somebody carries.
    pub message_in_person: Dist,
    /// Share of pairs of administrations that have each other's private numbers.
    pub mobile_known_share: f64,
    /// To bring last month's payment file out of the network while its application runs.
    pub pay_file_export: Dist,
    /// To get it back from the bank, with access and signatures, once the application stands.
    pub pay_file_from_bank: Dist,
    /// Until a customer is reached that the provider tells of an attack.
    pub notify_minutes: Dist,
    /// Until it is decided what an emergency island consists of.
    pub island_decision: Dist,
    /// From that decision to its own line and mail.
    pub island_mail: Dist,
    /// From that decision until a vendor runs one application for it.
    pub island_instance: Dist,
    /// What such an application carries at most of its service: it has neither interfaces nor old cases.
    pub island_instance_level: f64,
    /// Stand-alone workplaces of an island, share of all.
    pub island_share: f64,
    /// Effort to set up one of them, person-hours.
    pub island_hours_per_client: f64,
    /// Hours worked on a weekday, a Saturday, a Sunday: to day 13 after mobilisation, to day 27, later.
    pub shift_hours: [(f64, f64, f64); 3],
    /// 14-day mean of daily hours at which the effect of people begins to fall, and at which it has fallen.
    pub fatigue_hours: (f64, f64),
    /// Effect of people who are worn out.
    pub fatigue_effect: f64,
    /// From mobilisation to the first people hired on the market.
    pub market_help_from: Dist,
    /// Over which the help of the market rises.
    pub market_help_rise: Dist,
    /// Most people of the market, as a share of the own ones.
    pub market_help_share: f64,
    /// Effect of people of the market.
    pub market_help_effect: f64,
    /// Own IT people below which the market helps nobody.
    pub market_help_least_staff: u32,
    /// Useful helpers at most: at least the first, or the second times the own IT people.
    pub helpers_useful: (f64, f64),
    /// Hours a day that each helper takes of a local.
    pub newcomer_hours: f64,
    /// Power of the workplaces served with which the work on a provider's platform grows.
    pub provider_exponent: f64,
    /// Person-hours of work for which one more person is of use, where the work does not say.
    pub hours_per_useful_person: f64,
    /// Most people of use on one piece of work, where the work does not say.
    pub useful_people_at_most: u32,
    /// Share of a provider's people that operate its products once all are live again.
    pub operating_share: f64,
    /// Share of a platform's work that is its core; of the identity at an administration.
    pub core_share: (f64, f64),
    /// Applications that the core of the platform carries.
    pub core_products: u32,
    /// Until a new build is whole where backups are lost, at 1 000 workplaces.
    pub lead_time: Dist,
    /// From the crisis staff to the instruction by which workplaces are checked.
    pub client_check_after: Dist,
    /// Effort of checking a workplace, as a share of setting it up anew.
    pub client_check_share: f64,
    /// From product and clearance until a register of the state admits a service again.
    pub register_admission: Dist,
    /// Share of services that wait longer after a new build.
    pub register_new_build_share: f64,
    /// How long these wait.
    pub register_new_build: Dist,
    /// Additional capacity to work off a backlog, as a share of the normal.
    pub backlog_extra: f64,
    /// Share of the usual work that gets done in the first time after an outage.
    pub restart_share: f64,
    /// Outages at least so long are followed by such a time.
    pub restart_from: u32,
    /// How long that time lasts.
    pub restart_for: u32,
    /// The same once people are hired for it.
    pub backlog_extra_hired: f64,
    /// From the first outage until people can be hired for the backlog.
    pub hire_after: u32,
    /// Days of demand that must be waiting for anybody to be hired.
    pub hire_from_days: f64,
    /// Cost of an hour of work hired for the backlog, EUR.
    pub clerk_eur_per_hour: f64,
    /// Effort of entering a case served on paper into the application, as a share of a case: from, to.
    pub reentry_share: (f64, f64),
    /// Chance that a copy of the payment file lies outside and the bank can be reached: with maturity 0 and 1.
    pub pay_file_copy: (f64, f64),
    /// Share of a payment file that goes wrong with each month of age.
    pub pay_file_loss_per_month: f64,
}

/// A fact that a notice brings to those who get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeFact {
    /// The provider suspects an attack.
    ProviderSuspected,
}

/// Who gets a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipients {
    /// All customers of the sender.
    Customers,
    /// These administrations, by position.
    These(Vec<usize>),
}

/// A message that comes at a fixed moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// When.
    pub at: SimTime,
    /// Position of the sender.
    pub from: usize,
    /// To whom.
    pub to: Recipients,
    /// How.
    pub channel: Channel,
    /// What.
    pub text: LocalText,
    /// What follows from it.
    pub fact: Option<NoticeFact>,
}

/// A condition of a response rule, over what the seat knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The provider is suspected to be attacked.
    ProviderSuspected,
    /// The provider is known to be hit.
    ProviderHit,
    /// The own link to the provider is open.
    LinkOpen,
    /// The own link to the provider is cut.
    LinkCut,
    /// Remote access is not blocked.
    RemoteAccessOpen,
    /// Own systems are known to be hit.
    OwnSystemsHit,
    /// A service is below its emergency level.
    ServicesBelow,
    /// The crisis staff is not called yet.
    CrisisStaffNotCalled,
    /// The crisis staff has met.
    CrisisStaffMet,
    /// The own side is cleared.
    OwnSideCleared,
    /// The provider has released its side, or nothing speaks against it.
    ProviderCleared,
    /// A request to this seat waits for an answer.
    RequestToAnswer,
    /// More work is ready than people can do.
    StaffShort,
    /// Workplaces are missing.
    WorkplacesShort,
    /// A service that neighbours can do stands below its emergency level.
    DesksUseful,
    /// This is a provider.
    IsProvider,
    /// The customers of this provider are not cut yet.
    CustomersConnected,
    /// The own backups hang on the network.
    BackupsOnline,
    /// Privileged accounts are not locked.
    AccountsOpen,
    /// The way to the internet is open.
    InternetOpen,
    /// A measure is in force that can be lifted by itself.
    MeasuresInForce,
    /// Nobody has asked yet for a permit that a service below its emergency level needs at a neighbour.
    PermitsMissing,
    /// The own side must be examined and is not yet.
    ExaminationOpen,
    /// The customers of this provider are not told yet that it is hit.
    CustomersUntold,
    /// No payment file was found outside the network, and nobody is on the way to get one.
    PayFileMissing,
    /// Work of the own recovery is open.
    WorkToDo,
    /// The seat has no rule yet that helpers work on clean devices.
    DeviceRuleMissing,
    /// The clock of a report that the law asks for runs, and the report can be handed in.
    NoticeOwed,
    /// Own systems are known to be encrypted.
    SystemsEncrypted,
    /// The crisis staff has met, a network is known to be hit, and an emergency island could carry something that is lost.
    IslandUseful,
}

/// What a response rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Cut the link to the provider.
    CutProviderLink,
    /// Block remote access.
    BlockRemoteAccess,
    /// Switch everything off.
    EmergencyShutdown,
    /// Provider: cut all customers.
    CutAllCustomers,
    /// Lock privileged accounts.
    LockAccounts,
    /// Take backups off the network.
    BackupsOffline,
    /// Block the way to the internet.
    BlockInternet,
    /// Lift whatever measure may be lifted.
    LiftMeasures,
    /// Reconnect to the provider.
    ReconnectProviderLink,
    /// Convene the crisis staff.
    ConveneCrisisStaff,
    /// Provider: tell the customers that it is hit.
    NotifyCustomers,
    /// Order that whoever helps works on clean devices of the house that is helped.
    RequireCleanDevices,
    /// Hand in every report that the law asks for and that can be handed in.
    FileNotices,
    /// Secure last month's payment file outside the network.
    SecurePayFile,
    /// Set up an emergency island.
    SetUpIsland,
    /// Answer every open request: give what the caps allow, refuse in danger of one's own.
    AnswerRequests,
    /// Give people to the applications in the order of the most critical service that needs them.
    ArrangeWork,
    /// Give people to the own work as it comes: all else at random, then the applications that an
    /// essential service needs, then the others, each at random.
    ShuffleWork,
    /// Ask for aid of this kind, for what is short, at the partner best placed as far as is known.
    RequestAid(AidKind),
    /// Ask for the permits to do services at a neighbour that are not asked for yet.
    AskForPermits,
}

/// One rule of a response plan.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseRule {
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// How long the seat takes to act.
    pub after: Dist,
    /// What it does.
    pub act: Act,
}

/// A response plan: how a seat acts that nobody fills.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponsePlan {
    /// Id: `by_the_book`, `passive`, ...
    pub id: String,
    /// Title.
    pub title: LocalText,
    /// Rules in order of importance.
    pub rules: Vec<ResponseRule>,
}

/// A checked scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Id.
    pub id: String,
    /// Title.
    pub title: LocalText,
    /// Local date and time of minute 0, Europe/Berlin.
    pub begins: DateTime,
    /// Start of the exercise.
    pub start_ex: SimTime,
    /// Minutes from `start_ex` to the end.
    pub horizon_minutes: u32,
    /// When a run ends.
    pub end: EndRule,
    /// Pact phase of a run without a choice.
    pub default_pact: String,
    /// Pact phase of an exercise without a choice: what is not signed yet is what people try out.
    pub exercise_pact: String,
    /// Whether all places were given invented names.
    pub has_invented_names: bool,
    /// Administrations, providers first, then by provider and id.
    pub administrations: Vec<Administration>,
    /// Kits.
    pub kits: Vec<Kit>,
    /// Links between administrations.
    pub links: Vec<LinkRow>,
    /// How far word of a crisis goes and neighbours help, in km; `None` if everybody hears and may be asked.
    pub reach_km: Option<f64>,
    /// Services.
    pub services: Vec<ServiceTemplate>,
    /// The attack.
    pub attack: Attack,
    /// Clauses that pact phases can switch on.
    pub clauses: Vec<Clause>,
    /// Pact phases.
    pub pacts: Vec<Pact>,
    /// Response plans.
    pub responses: Vec<ResponsePlan>,
    /// Messages at fixed moments.
    pub notices: Vec<Notice>,
    /// Injects of the script, in their order.
    pub injects: Vec<Inject>,
    /// Phases of the exercise in the room, in their order.
    pub stages: Vec<Stage>,
    /// Objectives of the exercise, in their order.
    pub objectives: Vec<Objective>,
    /// What everybody is asked at the end.
    pub questionnaire: Vec<Question>,
    /// What the room pays for and watches.
    pub room: RoomRules,
    /// The first minutes of one seat, spoken through.
    pub guide: Option<Guide>,
    /// Figures of recovery.
    pub parameters: Parameters,
    /// Figures that nobody knows for sure, with their spread; some may be about things that are not here.
    pub uncertain: Vec<Uncertain>,
    /// 16 hex digits over all source texts and overrides.
    pub hash: String,
    /// How many of its figures come from where.
    pub inputs: Inputs,
}

impl Scenario {
    /// Returns the clauses that a pact switches on, by its position.
    ///
    /// # Panics
    /// If there is no such pact.
    pub fn clauses_of(&self, pact: usize) -> impl Iterator<Item = &Clause> + Clone {
        let on = self.pacts[pact].clauses.iter();
        on.map(|at| &self.clauses[*at])
    }

    /// Returns the name of an administration by its official key; the key itself where there is none.
    #[must_use]
    pub fn name_of<'a>(&'a self, key: &'a str) -> &'a str {
        let mut all = self.administrations.iter();
        all.find(|one| one.id == key)
            .map_or(key, |one| one.name.as_str())
    }

    /// Returns whether somebody acts for an administration: a person or a bot. Besides seats these
    /// are all with IT of their own and the state, where there are services to keep up.
    #[must_use]
    pub fn acts(&self, administration: usize) -> bool {
        let found = self.administrations.get(administration);
        found.is_some_and(|one| {
            let has_work = one.kit.is_some() || one.kind == AdministrationKind::State;
            one.seat.is_some() || (has_work && !self.services.is_empty())
        })
    }
}
