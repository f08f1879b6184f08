//! Closed lists that several rooms name: states, kinds, channels.

use serde::{Deserialize, Serialize};

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $id)] $variant),+
        }

        impl $name {
            /// Every entry, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the identifier used in files, JSON and message keys.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }
    };
}
pub(super) use closed_list;

closed_list!(
    /// What a seat knows of one of its IT systems.
    SystemState {
        /// Works and nothing speaks against it.
        Intact = "intact",
        /// May be affected; not yet examined.
        Suspected = "suspected",
        /// Known to be in the attacker's hands.
        Compromised = "compromised",
        /// Encrypted: data and function are gone.
        Encrypted = "encrypted",
        /// Switched off or cut off on purpose.
        SwitchedOff = "switched_off",
        /// Being set up anew or examined by people.
        Rebuilding = "rebuilding",
        /// Rebuilt or examined and released.
        Cleared = "cleared",
        /// Belongs to somebody else who has not reported.
        Unknown = "unknown",
    }
);

closed_list!(
    /// How a service stands for the public.
    ServiceState {
        /// Runs normally (level at least 0.95).
        Operating = "operating",
        /// Emergency operation: at or above the emergency level (MBCO).
        Emergency = "emergency",
        /// Something works, but less than the emergency level.
        Below = "below",
        /// Nothing works.
        Down = "down",
        /// Outside its hours.
        Closed = "closed",
        /// Not reported.
        Unknown = "unknown",
    }
);

closed_list!(
    /// What an IT person is best at.
    Skill {
        /// Networks and firewalls.
        Network = "network",
        /// Directory services and accounts.
        Identity = "identity",
        /// Virtualisation, storage and backup.
        Backup = "backup",
        /// Line-of-business applications.
        Application = "application",
        /// Workplaces and devices.
        Rollout = "rollout",
        /// Evidence and clearance.
        Forensics = "forensics",
    }
);

closed_list!(
    /// The kinds of mutual aid.
    AidKind {
        /// IT staff who travel and work on site.
        ItStaffOnSite = "it_staff_on_site",
        /// IT staff who work over a remote connection.
        RemoteWork = "remote_work",
        /// IT workplaces: guest desks at the helper with the helper's application.
        ItWorkplaces = "it_workplaces",
        /// Clean notebooks on loan.
        LoanNotebooks = "loan_notebooks",
        /// Advice by telephone or video.
        RemoteAdvice = "remote_advice",
        /// One IT person of a skill that is short, on site.
        ItSpecialistOnSite = "it_specialist_on_site",
        /// One desk at the helper for one urgent task.
        SmallDesk = "small_desk",
        /// Clerks of the helper do the asker's cases.
        CaseWork = "case_work",
        /// The provider admits clean notebooks before the own network is cleared.
        ConnectPermission = "connect_permission",
        /// Examiners from the market for the regional team, by the state.
        Forensics = "forensics",
        /// People of another provider for a provider.
        ProviderToProvider = "provider_to_provider",
        /// The team of the state: small, strong, at one place at a time.
        StateTeam = "state_team",
    }
);

closed_list!(
    /// By what requests to the same helper are put in order, one rule after the other.
    AllocationRule {
        /// Services on which life and limb depend come first.
        LifeAndLimb = "life_and_limb",
        /// Payments come first while their pay day is near.
        LivelihoodBeforePayDay = "livelihood_before_pay_day",
        /// Less time left until the tolerable outage is over comes first.
        TimeLeftToMta = "time_left_to_mta",
        /// More inhabitants come first.
        Inhabitants = "inhabitants",
        /// Who has given more hours than it took comes first.
        Reciprocity = "reciprocity",
        /// Who asked first comes first.
        FirstCome = "first_come",
    }
);

closed_list!(
    /// Where a request for aid stands.
    AidState {
        /// Sent, not yet read.
        Requested = "requested",
        /// The helper examines it.
        Examined = "examined",
        /// Granted, wholly or in part; the helper mobilises.
        Granted = "granted",
        /// People or devices travel.
        UnderWay = "under_way",
        /// Arrived; being briefed or set up, or waiting for a gate.
        Briefed = "briefed",
        /// Doing useful work.
        AtWork = "at_work",
        /// Ended as agreed.
        Returned = "returned",
        /// Called back by the helper, or sent home by the asker.
        Recalled = "recalled",
        /// Refused.
        Refused = "refused",
    }
);

closed_list!(
    /// What a request for aid waits for.
    WaitCause {
        /// The request is on its way, or the helper examines it.
        Answer = "answer",
        /// Granted: the helper mobilises, travels, is briefed.
        Way = "way",
        /// The permit to do the service elsewhere.
        Permit = "permit",
        /// The permit is there; the work begins only after some days.
        Start = "start",
        /// The network of the asker, on which all else is built.
        Network = "admin_network",
        /// The application at the helper.
        Application = "helper_application",
        /// Devices are being set up.
        SetUp = "notebook_set_up",
        /// The provider is not released yet, or takes its time after that.
        Release = "provider_release",
    }
);

impl WaitCause {
    /// Whether it keeps aid that has arrived from working.
    #[must_use]
    pub const fn is_gate(self) -> bool {
        !matches!(self, Self::Answer | Self::Way)
    }

    /// Whether the days of aid that came before it are used up while it waits: it was too early.
    #[must_use]
    pub const fn uses_up_days(self) -> bool {
        matches!(self, Self::Permit | Self::Start)
    }
}

closed_list!(
    /// What a customer or provider can do against a spreading attack.
    ContainmentOption {
        /// The customer cuts its link to the provider.
        CutProviderLink = "cut_provider_link",
        /// Remote maintenance by the provider is blocked; applications go on.
        BlockRemoteAccess = "block_remote_access",
        /// Everything is switched off.
        EmergencyShutdown = "emergency_shutdown",
        /// The provider cuts all customers.
        CutAllCustomers = "cut_all_customers",
        /// Nothing is cut; people watch.
        Watch = "watch",
        /// Privileged accounts are locked; systems go on, nobody administers them.
        LockAccounts = "lock_accounts",
        /// Backups are taken off the network.
        BackupsOffline = "backups_offline",
        /// The way to the internet is blocked.
        BlockInternet = "block_internet",
    }
);

closed_list!(
    /// In which function somebody decides.
    Decider {
        /// Head of the administration.
        Head = "head",
        /// Head of IT.
        HeadOfIt = "head_of_it",
        /// Head of the crisis staff.
        CrisisStaff = "crisis_staff",
    }
);

closed_list!(
    /// How a message travels.
    Channel {
        /// Telephone.
        Phone = "phone",
        /// Mail.
        Mail = "mail",
        /// In person.
        InPerson = "in_person",
        /// Radio.
        Radio = "radio",
        /// Mobile phone.
        Mobile = "mobile",
    }
);

/// How fast the exercise clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// The clock stands; people still decide.
    Stopped,
    /// So many exercise minutes per second of room time, 1 to 1440.
    MinutesPerSecond(u16),
    /// Runs as fast as it can to the next stop and stands there.
    NextStop,
    /// One exercise minute per minute in the room.
    OneToOne,
    /// Runs as fast as it can to this moment; only what concerns a seat that nobody stands in for
    /// stops it before.
    Until(super::SimTime),
}

closed_list!(
    /// How much a message asks of whoever gets it.
    MessageClass {
        /// It stands in the log.
        Log = "log",
        /// It is marked as an alert.
        Alert = "alert",
        /// It stops the clock.
        Stop = "stop",
        /// It stops the clock and opens over the page.
        Box = "box",
    }
);

closed_list!(
    /// Whose names places bear.
    PlaceNames {
        /// Real places, by their official keys.
        Real = "real",
        /// All were given invented names.
        Invented = "invented",
        /// Those of whoever wrote the scenario: not all are official.
        OfTheScenario = "of_the_scenario",
    }
);
