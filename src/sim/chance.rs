//! Keyed chance: every draw is a function of what it is for, never of what was drawn before.
//!
//! A draw's bits come from `beistand-mix-1`: the 64-bit finaliser of `SplitMix64` (Stafford's
//! variant 13) over seed, run, purpose, key and occurrence; further bits of a draw are mixed from the bits before. Two runs with the same seed that
//! differ in one decision therefore meet the same luck everywhere else (common random numbers).

use core::convert::Infallible;

use rand::TryRng;

use crate::scenario::Dist;

mod ziggurat;

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const KEY_STEP: u64 = 0xD1B5_4A32_D192_ED03;
const OCCURRENCE_STEP: u64 = 0xABC9_8388_FB8F_AC03;

/// What a draw is for; the numbers are part of `beistand-mix-1` and never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Purpose {
    Spread = 1,
    Containment = 2,
    CrewRepair = 3,
    Dwell = 4,
    Night = 7,
    TriesJump = 8,
    EncryptedShare = 9,
    Encryption = 10,
    EncryptionDelay = 11,
    Backups = 12,
    OrderDelay = 13,
    CrisisStaff = 14,
    SetUp = 15,
    Forensics = 16,
    Effort = 17,
    EffortIncident = 18,
    EffortOrganisation = 19,
    Acceptance = 20,
    AidLatency = 21,
    PayFile = 22,
    Response = 23,
    Admission = 24,
    Presence = 25,
    MarketHelp = 26,
    LeadTime = 27,
    ClientCheck = 28,
    SystemCheck = 29,
    Register = 30,
    Reentry = 31,
    PayFileCopy = 32,
    OwnDetection = 40,
    Reaction = 41,
    SecondAttack = 42,
    SpreadAgain = 43,
    Overlooked = 44,
    CarriedHome = 45,
    Permit = 60,
    StartAfterPermit = 61,
    MobileNumber = 70,
    MessageDelay = 71,
    SecureFile = 72,
    CustomerCut = 73,
    Island = 74,
    OrderOfWork = 80,
    Study = 90,
}

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The luck of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Chance {
    run_key: u64,
}

impl Chance {
    /// Fixes the luck of replication `run` under `seed`.
    pub(crate) const fn new(seed: u64, run: u64) -> Self {
        let seeded = mix(seed.wrapping_add(GOLDEN));
        Self {
            run_key: mix(seeded ^ run.wrapping_mul(KEY_STEP)),
        }
    }

    /// Returns the draw for one purpose, key and occurrence.
    #[inline]
    pub(crate) const fn draw(self, purpose: Purpose, key: u64, occurrence: u32) -> Draw {
        let what = ((purpose as u64) << 56)
            .wrapping_add(key.wrapping_mul(KEY_STEP))
            .wrapping_add((occurrence as u64).wrapping_mul(OCCURRENCE_STEP));
        Draw {
            seed: self.run_key ^ what.wrapping_add(GOLDEN),
        }
    }
}

/// Joins parts of a natural key (asker, helper, kind, ...) into one.
pub(crate) fn key_of(parts: &[u32]) -> u64 {
    parts.iter().fold(0, |key, part| {
        mix(key ^ u64::from(*part)).wrapping_add(GOLDEN)
    })
}

/// Returns a share above 0 and below 1 that belongs to no world: for figures drawn before a run, samples of studies and
/// resampling. It is a function of all that is given.
#[must_use]
pub fn lot(seed: u64, what: &str, parts: &[u32]) -> f64 {
    let letters = what.bytes().map(u32::from);
    let key: Vec<u32> = letters.chain([0]).chain(parts.iter().copied()).collect();
    let chance = Chance::new(seed, 0);
    chance.draw(Purpose::Study, key_of(&key), 0).uniform()
}

/// A stream of random bits that belongs to one draw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draw {
    /// What the next bits are mixed from.
    seed: u64,
}

impl TryRng for Draw {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.bits() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.bits())
    }

    fn try_fill_bytes(&mut self, target: &mut [u8]) -> Result<(), Infallible> {
        for chunk in target.chunks_mut(8) {
            let bytes = self.bits().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
        Ok(())
    }
}

impl Draw {
    const fn bits(&mut self) -> u64 {
        let out = mix(self.seed);
        self.seed = out.wrapping_add(GOLDEN);
        out
    }

    /// Uniform in the open interval (0, 1).
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Whether something of this chance happens.
    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        self.uniform() < chance
    }

    /// Standard normal, by inversion of one uniform.
    pub(crate) fn normal(&mut self) -> f64 {
        standard_normal_quantile(self.uniform())
    }

    /// Exponential with mean 1.
    #[inline]
    pub(crate) fn exponential(&mut self) -> f64 {
        ziggurat::exponential(self)
    }

    /// Gamma with a positive shape and scale 1 (Marsaglia and Tsang 2000, below 1 by their section 6).
    fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let boosted = self.gamma(shape + 1.0);
            return boosted * libm::pow(self.uniform(), 1.0 / shape);
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let v = v * v * v;
            if libm::log(self.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v;
            }
        }
    }

    /// Beta with positive parameters.
    pub(crate) fn beta(&mut self, a: f64, b: f64) -> f64 {
        let x = self.gamma(a);
        let y = self.gamma(b);
        if x + y > 0.0 {
            return x / (x + y);
        }
        // Both too small for a number: then all of it lies at the ends.
        f64::from(u8::from(self.happens(a / (a + b))))
    }

    /// A duration in minutes, not rounded.
    #[inline]
    pub(crate) fn duration(&mut self, dist: Dist) -> f64 {
        match dist {
            Dist::Exp { mean } => mean * self.exponential(),
            other => self.other_duration(other),
        }
    }

    /// The distributions that the kernel draws from less often.
    #[inline(never)]
    fn other_duration(&mut self, dist: Dist) -> f64 {
        match dist {
            Dist::Fixed(minutes) => minutes,
            Dist::Exp { mean } => mean * self.exponential(),
            Dist::LogNormal { median, cv } => median * self.lognormal_factor(cv),
            Dist::Uniform { low, high } => low + (high - low) * self.uniform(),
        }
    }

    /// A lognormal factor with median 1 and this coefficient of variation.
    pub(crate) fn lognormal_factor(&mut self, cv: f64) -> f64 {
        let sigma = libm::log1p(cv * cv).sqrt();
        libm::exp(sigma * self.normal())
    }

    /// A duration in whole minutes, half up.
    #[inline]
    pub(crate) fn minutes(&mut self, dist: Dist) -> u32 {
        whole_minutes(self.duration(dist))
    }
}

/// The minutes that a draw came to: asked for the same draw again, nobody works them out anew.
#[derive(Debug, Clone, Copy, Default)]
pub struct DrawnMinutes {
    /// Of which draw, and how many.
    last: Option<(u64, u32)>,
}

impl DrawnMinutes {
    /// Returns the minutes of a draw from a distribution, always from the same one.
    pub(crate) fn of(&mut self, mut draw: Draw, dist: Dist) -> u32 {
        let seed = draw.seed;
        match self.last {
            Some((of, minutes)) if of == seed => {
                debug_assert_eq!(minutes, draw.minutes(dist), "another distribution");
                minutes
            }
            _ => {
                let minutes = draw.minutes(dist);
                self.last = Some((seed, minutes));
                minutes
            }
        }
    }
}

/// Rounds a duration to whole minutes, half up; far durations become "never".
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(crate) fn whole_minutes(duration: f64) -> u32 {
    // The cast saturates: a duration beyond u32 is later than every horizon.
    (duration + 0.5) as u32
}

/// Inverse of the standard normal distribution function: Wichura (1988), algorithm AS 241, PPND16.
fn standard_normal_quantile(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ];
    const B: [f64; 8] = [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ];
    const C: [f64; 8] = [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ];
    const E: [f64; 8] = [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ];
    fn ratio(above: &[f64; 8], below: &[f64; 8], x: f64) -> f64 {
        let horner = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, k| sum * x + k);
        horner(above) / horner(below)
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(&A, &B, 0.180_625 - q * q);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-libm::log(tail)).sqrt();
    let z = if r <= 5.0 {
        ratio(&C, &D, r - 1.6)
    } else {
        ratio(&E, &F, r - 5.0)
    };
    if q < 0.0 { -z } else { z }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::RngExt;

    fn check(actual: f64, expected: f64, tolerance: f64) {
        assert!(
            (actual - expected).abs() <= tolerance,
            "{actual} is not within {tolerance} of {expected}"
        );
    }

    #[test]
    fn beistand_mix_1_keeps_its_test_vectors() {
        let bits = |seed, run, purpose, key, occurrence| {
            let mut draw = Chance::new(seed, run).draw(purpose, key, occurrence);
            [draw.bits(), draw.bits()]
        };
        // Computed by an independent program from the description at the head of this file.
        let vectors = [
            (
                bits(1, 0, Purpose::Spread, 0, 0),
                [0xa4d9_3ab5_afe5_364a, 0xa0e5_7e6b_d077_adb1],
            ),
            (
                bits(1, 0, Purpose::Spread, 0, 1),
                [0x255c_9cdb_ac00_90c7, 0xd638_d53a_253a_f3ad],
            ),
            (
                bits(1, 0, Purpose::Spread, 1, 0),
                [0xd8eb_fd80_b463_40b6, 0x8e90_b589_2d0f_bbbf],
            ),
            (
                bits(1, 0, Purpose::Containment, 0, 0),
                [0x72af_098f_b9c3_d335, 0xe1fb_d67d_f8e0_373e],
            ),
            (
                bits(1, 1, Purpose::Spread, 0, 0),
                [0x0684_a3c2_9040_2d69, 0xdd06_c275_b28d_6271],
            ),
            (
                bits(u64::MAX, u64::MAX, Purpose::Response, u64::MAX, u32::MAX),
                [0xe019_26d8_b12a_baee, 0x44fa_b47e_1b80_2267],
            ),
        ];
        for (number, (actual, expected)) in vectors.into_iter().enumerate() {
            assert_eq!(actual, expected, "vector {number}");
        }
    }

    #[test]
    fn normal_quantiles_match_published_values() {
        // NIST handbook, table of the standard normal distribution.
        check(standard_normal_quantile(0.5), 0.0, 1e-15);
        check(
            standard_normal_quantile(0.975),
            1.959_963_984_540_054,
            1e-12,
        );
        check(
            standard_normal_quantile(0.01),
            -2.326_347_874_040_841,
            1e-12,
        );
        check(
            standard_normal_quantile(1e-12),
            -7.034_483_825_301_131,
            1e-9,
        );
    }

    #[test]
    fn neighbouring_keys_are_independent() {
        let chance = Chance::new(1, 0);
        let n = 40_000;
        let (mut sum, mut product) = (0.0, 0.0);
        let mut last = 0.5;
        for key in 0..n {
            let u = chance.draw(Purpose::Spread, key, 0).uniform();
            sum += u;
            product += (u - 0.5) * (last - 0.5);
            last = u;
        }
        check(sum / n as f64, 0.5, 0.005);
        check(product / n as f64, 0.0, 0.001);
    }

    #[test]
    fn samplers_have_their_moments() {
        let chance = Chance::new(3, 0);
        let n = 40_000_u64;
        let mean = |f: &dyn Fn(&mut Draw) -> f64| {
            (0..n)
                .map(|key| f(&mut chance.draw(Purpose::Effort, key, 0)))
                .sum::<f64>()
                / n as f64
        };
        check(mean(&|d| d.exponential()), 1.0, 0.02);
        check(mean(&|d| d.normal()), 0.0, 0.02);
        check(mean(&|d| d.beta(2.8, 2.2)), 2.8 / 5.0, 0.005);
        // Second moment: a (a + 1) / ((a + b) (a + b + 1)).
        let square = |d: &mut Draw| libm::pow(d.beta(2.8, 2.2), 2.0);
        check(mean(&square), 2.8 * 3.8 / 30.0, 0.005);
        for (a, b) in [(0.5, 0.3), (0.01, 0.02), (1000.0, 0.01)] {
            check(mean(&|d| d.beta(a, b)), a / (a + b), 0.01);
        }
        // Gamma has mean and variance equal to its shape.
        for shape in [0.1, 0.5, 1.0, 2.5] {
            let off = |d: &mut Draw| d.gamma(shape) - shape;
            check(mean(&off), 0.0, 0.03);
            check(mean(&|d| libm::pow(off(d), 2.0)), shape, 0.1);
        }
        // Lognormal: mean = median * sqrt(1 + cv^2).
        let dist = Dist::LogNormal {
            median: 100.0,
            cv: 0.5,
        };
        check(mean(&|d| d.duration(dist)), 100.0 * 1.25_f64.sqrt(), 1.5);
        let uniform = Dist::Uniform {
            low: 10.0,
            high: 20.0,
        };
        check(mean(&|d| d.duration(uniform)), 15.0, 0.1);
    }

    #[test]
    fn draws_serve_the_methods_of_rand() {
        let mut draw = Chance::new(1, 0).draw(Purpose::Effort, 7, 0);
        let x: u32 = draw.random_range(0..10);
        assert!(x < 10);
        let (mut again, mut draw) = (draw, draw);
        let words: [u64; 4] = std::array::from_fn(|_| draw.random());
        assert_eq!(words, std::array::from_fn(|_| again.bits()));
        let mut bytes = [0; 3];
        draw.fill(&mut bytes);
        assert_ne!(bytes, [0; 3]);
        // Every bit of half a word is set at times, and at times not.
        let halves: [u32; 64] = std::array::from_fn(|_| draw.random());
        let (set, kept) = halves
            .iter()
            .fold((0, u32::MAX), |(set, kept), half| (set | half, kept & half));
        assert_eq!((set, kept), (u32::MAX, 0));
    }

    #[test]
    fn far_durations_are_never() {
        assert_eq!(whole_minutes(f64::INFINITY), u32::MAX);
        assert_eq!(whole_minutes(0.49), 0);
        assert_eq!(whole_minutes(0.5), 1);
    }
}
