//! A hand-written program for the reference workload "provider-star": the bar the engine is measured against.
//!
//! It does what any program must do in which somebody could step in between two happenings: every infection,
//! every containment and every repair happens at its own time, in the order of time, over one agenda. It knows
//! this one workload and nothing else, and spends as little as we know how to:
//!
//! * whole minutes, an agenda with one bucket per minute, and two levels of bits to find the next one in use;
//! * an attempt that would come after its source's containment, or on a target already hit, is never put down;
//! * a municipality is one record of 16 bytes, its thirty systems are bits of it;
//! * exponential times are drawn some at a time, in whole numbers, with logarithms from a table that is exact to a
//!   fraction of a second;
//! * nothing is allocated after construction, and only what a run touched is laid anew.
//!
//! It leaves out on purpose what only such a workload allows: to run the providers one after the other, or to
//! follow a branch of a tree ahead of time. A world in which people act cannot do either. The engine does the first
//! where nobody can act and the world is large, so its ratio at the largest size holds that gain.
//!
//! Plain `std`; the same file serves the benchmark and `tests/lower_bound.rs`, which proves it right.

// Measured: without it the compiler leaves calls on the hot path.
#![allow(clippy::inline_always)]

pub mod plain;

/// How large a reference world is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The name of the row in the reference table.
    pub name: &'static str,
    /// Number of municipalities.
    pub municipalities: u32,
    /// Number of providers.
    pub providers: u32,
}

impl Size {
    /// The smallest world of the reference table.
    pub const SMALL: Self = Self {
        name: "small",
        municipalities: 22,
        providers: 1,
    };
    /// All municipalities of one federal state.
    pub const MEDIUM: Self = Self {
        name: "medium",
        municipalities: 421,
        providers: 5,
    };
    /// All municipalities of the country.
    pub const LARGE: Self = Self {
        name: "large",
        municipalities: 10_800,
        providers: 54,
    };
    /// The three of the reference table, in order.
    pub const ALL: [Self; 3] = [Self::SMALL, Self::MEDIUM, Self::LARGE];

    /// Returns the number of systems of all municipalities.
    pub fn systems(self) -> u32 {
        self.municipalities * SYSTEMS
    }
}

/// What one replication yields.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// Share of the systems that were ever infected, `Z / (n S)`.
    pub ever_infected_share: f64,
    /// The last time at which fewer than 95 % of the systems were operational, in days.
    pub days_to_95pct: f64,
    /// Days lost per system, `D / (n S)`.
    pub system_days_lost: f64,
    /// Infections, containments and repairs: `3 (Z + P)`.
    pub state_changes: u64,
}

/// Systems per municipality.
const SYSTEMS: u32 = 30;
/// In an agenda entry, the place of a system that stands for the provider itself.
const PROVIDER: u32 = 31;
/// Minutes per day.
const DAY: u32 = 1440;

/// Buckets of the agenda. No delay is longer: a mean of two days times `ln 2^32` makes 63 882 minutes.
const BUCKETS: usize = 1 << 16;
/// The end of a list.
const NIL: u32 = u32::MAX;

/// Kinds of happening, in the upper bits of an agenda entry.
const INFECT: u32 = 0;
const CONTAIN: u32 = 1 << 30;
const REPAIR: u32 = 2 << 30;
const KIND: u32 = 3 << 30;

/// For each system the bits of itself and of everything below it.
const BELOW: [u32; SYSTEMS as usize] = {
    let mut below = [0; SYSTEMS as usize];
    let mut system = SYSTEMS as usize;
    while system > 0 {
        system -= 1;
        below[system] |= 1 << system;
        if system > 0 {
            below[(system - 1) / 3] |= below[system];
        }
    }
    below
};

/// What systems 0 to 3 take with them, and what systems 4 to 12 do, by the bits of those that are down.
const UNDER_UPPER: [u32; 16] = taken_along(0);
const UNDER_MIDDLE: [u32; 512] = taken_along(4);

/// For each set of systems from `first` on, the bits of these and of everything below them.
const fn taken_along<const N: usize>(first: usize) -> [u32; N] {
    let mut along = [0; N];
    let mut set = 1;
    while set < N {
        let lowest = set.trailing_zeros() as usize;
        along[set] = along[set & (set - 1)] | BELOW[first + lowest];
        set += 1;
    }
    along
}

/// A municipality: its thirty systems as bits.
#[derive(Clone, Copy)]
struct Municipality {
    /// Systems ever infected.
    hit: u32,
    /// Systems infectious or contained.
    down: u32,
    /// Systems that are down or stand below one that is; without regard to the provider.
    blocked: u32,
    /// The provider.
    provider: u32,
}

/// A provider, its crew and its queue.
#[derive(Clone, Copy)]
struct Provider {
    /// The first client; clients are numbered without gaps.
    first: u32,
    /// One past the last client.
    end: u32,
    /// Servers of the crew.
    crew: u32,
    /// Servers without work.
    free: u32,
    /// Next place in `queue` to serve.
    head: u32,
    /// Next place in `queue` to fill.
    tail: u32,
    /// Blocked systems of all clients.
    blocked: u32,
    /// Whether the provider itself waits for a server.
    waits: bool,
    /// Whether the provider itself is down.
    down: bool,
}

/// One entry of the agenda: what happens, and the next entry of the same minute.
#[derive(Clone, Copy)]
struct Entry {
    next: u32,
    what: u32,
}

/// The agenda: one list per minute, and bits that tell which lists are in use.
struct Agenda {
    heads: Box<[u32; BUCKETS]>,
    used: Box<[u64; BUCKETS / 64]>,
    used_words: [u64; BUCKETS / 64 / 64],
    entries: Vec<Entry>,
    free: u32,
}

impl Agenda {
    fn new() -> Self {
        Self {
            heads: vec![NIL; BUCKETS].try_into().expect("as many as asked for"),
            used: Box::new([0; BUCKETS / 64]),
            used_words: [0; BUCKETS / 64 / 64],
            entries: Vec::new(),
            free: NIL,
        }
    }

    /// Puts `what` down for the minute `at`.
    #[inline(always)]
    fn push(&mut self, at: u32, what: u32) {
        let bucket = at as usize % BUCKETS;
        let (word, bit) = (bucket / 64, 1 << (bucket % 64));
        let next = if self.used[word] & bit == 0 {
            NIL
        } else {
            self.heads[bucket]
        };
        self.used[word] |= bit;
        self.used_words[word / 64] |= 1 << (word % 64);
        let entry = Entry { next, what };
        if self.free == NIL {
            self.heads[bucket] =
                u32::try_from(self.entries.len()).expect("fewer than 2^32 entries");
            self.entries.push(entry);
        } else {
            self.heads[bucket] = self.free;
            let slot = &mut self.entries[self.free as usize];
            self.free = slot.next;
            *slot = entry;
        }
    }

    /// Takes the first list at or after the minute `now`: its minute and its first entry.
    ///
    /// The bits of minutes gone by are clear, and no delay reaches round the wheel into the word of the present
    /// minute, so the lowest bit of the next word in use is the one.
    #[inline(always)]
    fn pop(&mut self, now: u32) -> Option<(u32, u32)> {
        let start = now as usize % BUCKETS;
        let mut group = start / 64 / 64;
        let mut words = self.used_words[group] & (!0 << (start / 64 % 64));
        if words == 0 {
            group = self.next_group(group)?;
            words = self.used_words[group];
        }
        let word = group * 64 + words.trailing_zeros() as usize;
        let bits = self.used[word];
        let bucket = word * 64 + bits.trailing_zeros() as usize;
        let rest = bits & (bits - 1);
        self.used[word] = rest;
        self.used_words[group] &= !(u64::from(rest == 0) << (word % 64));
        let ahead = (bucket.wrapping_sub(start) % BUCKETS) as u32;
        Some((now + ahead, self.heads[bucket]))
    }

    /// Finds the next group of words in use after `group`, round the wheel and back to `group` itself.
    #[inline(never)]
    fn next_group(&self, group: usize) -> Option<usize> {
        let groups = self.used_words.len();
        (1..=groups)
            .map(|step| (group + step) % groups)
            .find(|&group| self.used_words[group] != 0)
    }
}

/// An exponential time of mean one.
#[derive(Clone, Copy)]
struct Draw {
    /// In units of 2^-24; below 2^29.
    time: u32,
}

impl Draw {
    /// Returns this time with the mean of so many minutes, in whole minutes, half up.
    #[inline(always)]
    fn minutes(self, mean: u32) -> u32 {
        ((u64::from(self.time) * u64::from(mean) + (1 << 23)) >> 24) as u32
    }
}

/// Draws made at one go: the time of one does not have to be waited for while something happens.
const AHEAD: usize = 32;

/// Random numbers: `SplitMix64`, and exponential times from a table of logarithms.
struct Chance {
    state: u64,
    ahead: [Draw; AHEAD],
    taken: usize,
    /// `-ln` at the left end of each 256th of [1/2, 1), and by how much it falls until the next.
    logarithms: [(u32, u32); 256],
}

impl Chance {
    fn new() -> Self {
        // In units of 2^-24.
        #[allow(clippy::cast_sign_loss)]
        let minus_ln =
            |step: usize| (-(step as f64 / 512.0).ln() * f64::from(1 << 24)).round() as u32;
        Self {
            state: 0,
            ahead: [Draw { time: 0 }; AHEAD],
            taken: AHEAD,
            logarithms: std::array::from_fn(|i| {
                (minus_ln(256 + i), minus_ln(256 + i) - minus_ln(257 + i))
            }),
        }
    }

    fn seed(&mut self, seed: u64) {
        self.state = seed.wrapping_mul(0xd6e8_feb8_6659_fd93) ^ 0x2545_f491_4f6c_dd1d;
        self.taken = AHEAD;
    }

    #[inline(always)]
    fn draw(&mut self) -> Draw {
        if self.taken == AHEAD {
            self.refill();
        }
        let draw = self.ahead[self.taken];
        self.taken += 1;
        draw
    }

    #[inline(never)]
    fn refill(&mut self) {
        for index in 0..AHEAD / 2 {
            let bits = self.bits();
            self.ahead[2 * index] = self.timed(bits as u32);
            self.ahead[2 * index + 1] = self.timed((bits >> 32) as u32);
        }
        self.taken = 0;
    }

    #[inline(always)]
    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.state;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// Returns `-ln(number / 2^32)`: so many halvings, and the rest from the table.
    #[inline(always)]
    fn timed(&self, number: u32) -> Draw {
        const LN_2: u32 = 11_629_080;
        let number = number | 1;
        let zeros = number.leading_zeros();
        let mantissa = number << zeros;
        let (left, fall) = self.logarithms[(mantissa >> 23) as usize & 255];
        let time = zeros * LN_2 + left - ((fall * (mantissa >> 8 & 0x7fff)) >> 15);
        Draw { time }
    }
}

/// The reference workload at one size, to be run again and again.
pub struct LowerBound {
    size: Size,
    agenda: Agenda,
    chance: Chance,
    municipalities: Vec<Municipality>,
    providers: Vec<Provider>,
    /// One stretch per provider, as long as it has systems: who waits, in the order of containment.
    queue: Vec<u32>,
    /// Systems that are not operational.
    out: u32,
    infected: u32,
}

impl LowerBound {
    /// Lays out a world of this size.
    pub fn new(size: Size) -> Self {
        let mut municipalities = Vec::with_capacity(size.municipalities as usize);
        let mut providers = Vec::with_capacity(size.providers as usize);
        let mut first = 0;
        for provider in 0..size.providers {
            let clients = (size.municipalities - provider).div_ceil(size.providers);
            let end = first + clients;
            let crew = (clients * SYSTEMS).div_ceil(200);
            providers.push(Provider {
                first,
                end,
                crew,
                free: crew,
                head: 0,
                tail: 0,
                blocked: 0,
                waits: false,
                down: true,
            });
            municipalities.extend((first..end).map(|_| Municipality {
                hit: 0,
                down: 0,
                blocked: 0,
                provider,
            }));
            first = end;
        }
        Self {
            size,
            agenda: Agenda::new(),
            chance: Chance::new(),
            municipalities,
            providers,
            queue: vec![0; size.systems() as usize],
            out: 0,
            infected: 0,
        }
    }

    /// Plays one replication to its end. Equal seeds give equal outcomes.
    pub fn replicate(&mut self, seed: u64) -> Outcome {
        self.reset(seed);
        let systems = self.size.systems();
        // ceil(0.95 n) operational is the same as at most floor(n / 20) out.
        let tolerated = systems / 20;
        for provider in 0..self.size.providers {
            self.infect_provider(provider);
        }
        let (mut now, mut restored, mut lost) = (0, 0, 0);
        while let Some((minute, first)) = self.agenda.pop(now) {
            lost += u64::from(self.out) * u64::from(minute - now);
            now = minute;
            if self.out > tolerated {
                restored = now;
            }
            let mut slot = first;
            while slot != NIL {
                let Entry { next, what } = self.agenda.entries[slot as usize];
                self.agenda.entries[slot as usize].next = self.agenda.free;
                self.agenda.free = slot;
                slot = next;
                match what & KIND {
                    INFECT => self.infect(now, what),
                    CONTAIN => self.contain(now, what & !KIND),
                    _ => self.repair(now, what & !KIND),
                }
            }
        }
        let lost = lost as f64;
        Outcome {
            ever_infected_share: f64::from(self.infected) / f64::from(systems),
            days_to_95pct: f64::from(restored) / f64::from(DAY),
            system_days_lost: lost / f64::from(DAY) / f64::from(systems),
            state_changes: 3 * u64::from(self.infected + self.size.providers),
        }
    }

    fn reset(&mut self, seed: u64) {
        self.chance.seed(seed);
        for municipality in &mut self.municipalities {
            *municipality = Municipality {
                hit: 0,
                down: 0,
                blocked: 0,
                ..*municipality
            };
        }
        for provider in &mut self.providers {
            let start = provider.first * SYSTEMS;
            *provider = Provider {
                free: provider.crew,
                head: start,
                tail: start,
                blocked: 0,
                waits: false,
                down: true,
                ..*provider
            };
        }
        self.out = self.size.systems();
        self.infected = 0;
    }

    /// The provider is infectious from the start, its clients' first systems are at stake.
    fn infect_provider(&mut self, index: u32) {
        let containment = self.chance.draw();
        let Provider { first, end, .. } = self.providers[index as usize];
        self.agenda.push(
            containment.minutes(2 * DAY),
            CONTAIN | index << 5 | PROVIDER,
        );
        for client in first..end {
            let attempt = self.chance.draw();
            // Both have the rate 0.5.
            if attempt.time < containment.time {
                self.agenda
                    .push(attempt.minutes(2 * DAY), INFECT | client << 5);
            }
        }
    }

    #[inline(always)]
    fn infect(&mut self, now: u32, what: u32) {
        let (place, system) = ((what >> 5) as usize, what & 31);
        let municipality = &mut self.municipalities[place];
        let bit = 1 << system;
        if municipality.hit & bit != 0 {
            return;
        }
        municipality.hit |= bit;
        municipality.down |= bit;
        self.infected += 1;
        let newly = BELOW[system as usize] & !municipality.blocked;
        if newly != 0 {
            municipality.blocked |= newly;
            let newly = newly.count_ones();
            let provider = &mut self.providers[municipality.provider as usize];
            provider.blocked += newly;
            if !provider.down {
                self.out += newly;
            }
        }

        let containment = self.chance.draw();
        self.agenda
            .push(now + containment.minutes(2 * DAY), CONTAIN | what);
        let child = system * 3 + 1;
        if child < SYSTEMS {
            // Rates 1 and 0.5.
            for target in child..SYSTEMS.min(child + 3) {
                let attempt = self.chance.draw();
                if attempt.time < 2 * containment.time {
                    self.agenda
                        .push(now + attempt.minutes(DAY), INFECT | (what & !31) | target);
                }
            }
        }
        if system == 0 {
            self.infect_ring(now, what >> 5, containment);
        }
    }

    /// A municipality's first system may hit those of its two neighbours in the ring.
    fn infect_ring(&mut self, now: u32, place: u32, containment: Draw) {
        let Provider { first, end, .. } =
            self.providers[self.municipalities[place as usize].provider as usize];
        if end - first < 2 {
            return;
        }
        let next = if place + 1 == end { first } else { place + 1 };
        let previous = if place == first { end - 1 } else { place - 1 };
        for target in [next, previous] {
            let attempt = self.chance.draw();
            // Rates 0.1 and 0.5.
            if 5 * attempt.time < containment.time
                && self.municipalities[target as usize].hit & 1 == 0
            {
                self.agenda
                    .push(now + attempt.minutes(10 * DAY), INFECT | target << 5);
            }
        }
    }

    #[inline(always)]
    fn contain(&mut self, now: u32, node: u32) {
        let itself = node & 31 == PROVIDER;
        let index = node >> 5;
        let owner = if itself {
            index
        } else {
            self.municipalities[index as usize].provider
        };
        let provider = &mut self.providers[owner as usize];
        if provider.free > 0 {
            provider.free -= 1;
            self.start(now, node);
        } else if itself {
            provider.waits = true;
        } else {
            self.queue[provider.tail as usize] = node;
            provider.tail += 1;
        }
    }

    #[inline(always)]
    fn start(&mut self, now: u32, node: u32) {
        let after = self.chance.draw().minutes(DAY / 2);
        self.agenda.push(now + after, REPAIR | node);
    }

    #[inline(always)]
    fn repair(&mut self, now: u32, node: u32) {
        let system = node & 31;
        let index = node >> 5;
        let owner;
        if system == PROVIDER {
            owner = index;
            let provider = &mut self.providers[owner as usize];
            provider.down = false;
            self.out -= (provider.end - provider.first) * SYSTEMS - provider.blocked;
        } else {
            let municipality = &mut self.municipalities[index as usize];
            owner = municipality.provider;
            municipality.down &= !(1 << system);
            let blocked = blocked_by(municipality.down);
            let freed = municipality.blocked & !blocked;
            if freed != 0 {
                municipality.blocked = blocked;
                let freed = freed.count_ones();
                let provider = &mut self.providers[owner as usize];
                provider.blocked -= freed;
                if !provider.down {
                    self.out -= freed;
                }
            }
        }
        let provider = &mut self.providers[owner as usize];
        if provider.waits {
            provider.waits = false;
            self.start(now, owner << 5 | PROVIDER);
        } else if provider.head < provider.tail {
            let next = self.queue[provider.head as usize];
            provider.head += 1;
            self.start(now, next);
        } else {
            provider.free += 1;
        }
    }
}

/// Returns the systems that are down or stand below one that is.
#[inline(always)]
fn blocked_by(down: u32) -> u32 {
    down | UNDER_UPPER[(down & 15) as usize] | UNDER_MIDDLE[(down >> 4 & 511) as usize]
}
