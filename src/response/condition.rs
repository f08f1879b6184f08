//! When a rule applies: closed conditions over what the seat knows.

use crate::command::Command;
use crate::scenario::{Act, AdministrationKind, Condition, ResponseRule, SetUp};
use crate::sim::{Known, KnownPermit, LIFTABLE};
use crate::vocab::{ContainmentOption, ServiceId, SystemState, ones};

/// Below this share usable, workplaces are missing.
const ENOUGH_WORKPLACES: f64 = 0.85;

/// Conditions that change without a word to the seat: it sees what stands on the tables.
const OF_THE_MOMENT: Bits = Bits::of(&[Condition::WorkplacesShort, Condition::IslandUseful]);
/// The condition that changes only where people are given to work: it sees how they work.
const OF_WORK: Bits = Bits::of(&[Condition::StaffShort]);

/// A set of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bits(u64);

impl Bits {
    /// How many conditions there can be at most.
    pub(super) const CONDITIONS: usize = u64::BITS as usize;

    /// Makes the set of these.
    pub(super) const fn of(conditions: &[Condition]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < conditions.len() {
            set |= 1_u64 << conditions[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// Puts a condition in, or takes it out.
    pub(super) fn put(&mut self, condition: Condition, is_in: bool) {
        let Self(bit) = Self::of(&[condition]);
        self.0 = if is_in { self.0 | bit } else { self.0 & !bit };
    }

    /// The numbers of the conditions in it, the lowest first.
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        ones(self.0)
    }
}

/// What a seat found of each condition: many rules hang on the same ones.
#[derive(Default)]
pub(super) struct Findings {
    /// Revision of the knowledge that the seat last decided with.
    revision: Option<u32>,
    /// The same, of what the conditions were looked at with: that others are affected is part of none.
    own_revision: Option<u32>,
    /// How often people had been given to work then.
    work: Option<u32>,
    looked: u64,
    held: u64,
    hands_short: Option<u32>,
    people_wanted: Option<u32>,
    /// The order of work that was found to be right, and by which act.
    arranged: Option<(Act, Vec<u32>)>,
}

impl Findings {
    /// Begins another look: most conditions hang on what reached the seat, some on its work or on the moment. Returns
    /// whether something reached it.
    pub(super) fn look_anew(&mut self, known: Known) -> bool {
        let (revision, work) = (Some(known.revision()), Some(known.work_revision()));
        let is_news = self.revision != revision;
        self.revision = revision;
        let own_revision = Some(known.own_revision());
        if self.own_revision != own_revision {
            self.own_revision = own_revision;
            self.forget(Bits(u64::MAX));
        }
        if self.work != work {
            self.work = work;
            self.hands_short = None;
            self.forget(OF_WORK);
        }
        self.people_wanted = None;
        self.forget(OF_THE_MOMENT);
        is_news
    }

    fn forget(&mut self, Bits(bits): Bits) {
        self.looked &= !bits;
        self.held &= !bits;
    }

    /// Returns a condition of a rule that does not hold, if there is one. What was found before answers most of the
    /// time; a condition that only news can change comes before one of the moment.
    #[inline]
    pub(super) fn missing(
        &mut self,
        known: Known,
        of: &[Condition],
        Bits(bits): Bits,
    ) -> Option<Condition> {
        let is_missing = |missing: u64| {
            let mut conditions = of.iter().copied();
            conditions.find(|condition| Bits::of(&[*condition]).0 & missing != 0)
        };
        let missing = bits & self.looked & !self.held;
        let found = if missing != 0 {
            let lasting = missing & !OF_THE_MOMENT.0;
            is_missing(if lasting == 0 { missing } else { lasting })
        } else if bits & !self.held == 0 {
            None
        } else {
            let mut conditions = of.iter().copied();
            conditions.find(|condition| !self.hold(known, *condition))
        };
        debug_assert_eq!(
            found.is_none(),
            of.iter().all(|condition| self.look(known, *condition)),
            "one of {of:?} changed unheard"
        );
        found
    }

    /// Whether the rules that hold are those of which this is said, looked at one by one.
    pub(super) fn agree_with(
        &mut self,
        known: Known,
        rules: &[ResponseRule],
        holds: impl Fn(usize) -> bool,
    ) -> bool {
        let mut all = |rule: &ResponseRule| rule.when.iter().all(|of| self.look(known, *of));
        (0..).zip(rules).all(|(at, rule)| all(rule) == holds(at))
    }

    /// Of some conditions those that were not found to be wrong.
    pub(super) fn open(&self, Bits(bits): Bits) -> Bits {
        Bits(bits & !(self.looked & !self.held))
    }

    /// Says whether a condition holds; each is looked at once.
    pub(super) fn hold(&mut self, known: Known, condition: Condition) -> bool {
        let Bits(bit) = Bits::of(&[condition]);
        if self.looked & bit == 0 {
            self.looked |= bit;
            if self.look(known, condition) {
                self.held |= bit;
            }
        }
        self.held & bit != 0
    }

    /// How many more people the order shortest of hands could use.
    pub(super) fn hands_short(&mut self, known: Known) -> u32 {
        let short = *self.hands_short.get_or_insert_with(|| known.hands_short());
        debug_assert_eq!(short, known.hands_short(), "work was given out unheard");
        short
    }

    /// How many more people the work could use, by this reckoning.
    pub(super) fn people_wanted(&mut self, reckon: impl FnOnce(&mut Self) -> u32) -> u32 {
        if let Some(people) = self.people_wanted {
            return people;
        }
        let people = reckon(self);
        *self.people_wanted.insert(people)
    }

    /// Arranges the work, unless it was found to be right by this act as it is: what orders are about never changes.
    pub(super) fn unless_arranged(
        &mut self,
        known: Known,
        act: Act,
        arrange: impl Fn(Known) -> Option<Command>,
    ) -> Option<Command> {
        let queue = known.queue();
        let arranged = self.arranged.as_ref();
        if arranged.is_some_and(|(by, order)| *by == act && order == queue) {
            debug_assert!(arrange(known).is_none(), "what work is about changed");
            return None;
        }
        let new = arrange(known);
        if new.is_none() {
            self.arranged = Some((act, queue.to_vec()));
        }
        new
    }

    /// Says whether a condition holds for a seat, from what it knows.
    fn look(&mut self, known: Known, condition: Condition) -> bool {
        match condition {
            Condition::ProviderSuspected => {
                known.provider_suspected().is_some() && known.provider_cleared().is_none()
            }
            Condition::ProviderHit => provider_is_hit(known),
            Condition::LinkOpen => {
                known.link_is_open() && !known.is_ordered(ContainmentOption::CutProviderLink)
            }
            Condition::LinkCut => known.has_provider_link() && !known.link_is_open(),
            Condition::RemoteAccessOpen => {
                known.link_is_open() && is_free(known, ContainmentOption::BlockRemoteAccess)
            }
            Condition::AccountsOpen => is_free(known, ContainmentOption::LockAccounts),
            Condition::BackupsOnline => {
                known.backups().is_some() && is_free(known, ContainmentOption::BackupsOffline)
            }
            Condition::InternetOpen => {
                known.internet().is_some() && is_free(known, ContainmentOption::BlockInternet)
            }
            Condition::MeasuresInForce => LIFTABLE
                .iter()
                .any(|option| known.in_force(*option).is_some()),
            Condition::CustomersUntold => {
                !known.customers().is_empty()
                    && known.provider_hit().is_some()
                    && known.customers_told().is_none()
            }
            Condition::PayFileMissing => {
                known.pay_file_missing().is_some()
                    && known.pay_file().0.is_none()
                    && !known.is_ready(SetUp::PayFile)
                    && known.pays()
            }
            Condition::IslandUseful => known.island_is_useful(),
            Condition::OwnSystemsHit => {
                known.own_hit().is_some() && known.examined().is_none() && !known.is_shut_down()
            }
            Condition::ServicesBelow => known.services_below().next().is_some(),
            Condition::CrisisStaffNotCalled => known.crisis_staff().0.is_none(),
            Condition::CrisisStaffMet => known.crisis_staff().1.is_some(),
            Condition::OwnSideCleared => known.own_cleared().is_some(),
            Condition::ProviderCleared => {
                let is_in_doubt =
                    known.provider_suspected().is_some() || known.provider_hit().is_some();
                known.provider_cleared().is_some() || !is_in_doubt
            }
            Condition::SystemsEncrypted => known
                .systems()
                .any(|system| system.state == SystemState::Encrypted),
            Condition::DeviceRuleMissing => known.clean_devices().is_none(),
            Condition::NoticeOwed => {
                let mut owed = known.notices().iter();
                owed.any(|owed| known.may_file(owed))
            }
            Condition::WorkToDo => !known.queue().is_empty(),
            Condition::RequestToAnswer => known.has_request_to_answer(),
            Condition::ExaminationOpen => {
                known.recovery_needed().is_some() && known.examined().is_none()
            }
            Condition::StaffShort => self.hands_short(known) > 0,
            Condition::WorkplacesShort => known
                .usable_workplaces()
                .is_some_and(|usable| usable < ENOUGH_WORKPLACES),
            Condition::DesksUseful => known
                .services_below()
                .any(|(_, template, _)| template.at_neighbour),
            Condition::PermitsMissing => missing_permits(known).next().is_some(),
            Condition::IsProvider => known.own().kind == AdministrationKind::Provider,
            Condition::CustomersConnected => {
                !known.customers_cut() && !known.is_ordered(ContainmentOption::CutAllCustomers)
            }
        }
    }
}

/// Whether the provider is known to be hit and not cleared.
pub(super) fn provider_is_hit(known: Known) -> bool {
    known.provider_hit().is_some() && known.provider_cleared().is_none()
}

/// Services below their emergency level whose permit nobody has asked for.
pub(super) fn missing_permits(known: Known<'_>) -> impl Iterator<Item = ServiceId> {
    let held = known.pact_terms().permits_held;
    let below = (!held).then(|| known.services_below());
    let below = below.into_iter().flatten().map(|(id, ..)| id);
    below.filter(move |service| known.permit(*service) == KnownPermit::NotAsked)
}

/// Whether a measure is neither in force nor ordered.
fn is_free(known: Known, option: ContainmentOption) -> bool {
    known.in_force(option).is_none() && !known.is_ordered(option)
}
