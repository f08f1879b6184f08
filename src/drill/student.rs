//! Student's distribution: how wide an interval of few values is, and what luck alone would do.

/// The quantile 0.975 of the normal distribution.
const Z_975: f64 = 1.959_963_984_540_054;
/// The quantiles 0.975 of Student's distribution with 1 to 4 degrees of freedom (any table of it).
const T_975: [f64; 4] = [12.706_205, 4.302_653, 3.182_446, 2.776_445];

/// Returns half the width of an interval of 95 % for the mean of so many independent values, in standard errors.
///
/// It is the quantile 0.975 of Student's distribution: with few values the standard error is itself not known well, and
/// 1.96 would make intervals far too narrow. From five degrees of freedom on by the expansion of Cornish and Fisher
/// (Abramowitz and Stegun, *Handbook of Mathematical Functions*, 26.7.5), off by less than 0.0003. Infinite with fewer
/// than two values.
#[must_use]
pub fn t_95(values: u64) -> f64 {
    let freedom = values.saturating_sub(1);
    let Some(before) = freedom.checked_sub(1) else {
        return f64::INFINITY;
    };
    // A place beyond the table is beyond it on every machine.
    let place = usize::try_from(before).unwrap_or(usize::MAX);
    if let Some(quantile) = T_975.get(place) {
        return *quantile;
    }
    let (z, per) = (Z_975, 1.0 / freedom as f64);
    let z2 = z * z;
    let terms = [
        z * (z2 + 1.0) / 4.0,
        z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0,
        z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0,
        z * ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92_160.0,
    ];
    let correction = terms.iter().rev().fold(0.0, |sum, term| (sum + term) * per);
    z + correction
}

/// Returns how probable it is that a mean of normal values lies so many standard errors or more from 0, to either side, if it
/// is 0: by Student's distribution with this many degrees of freedom, at least 1. Not a number of standard errors where
/// nothing spreads is 0 if there is a difference, else 1.
#[must_use]
pub fn by_luck(standard_errors: f64, freedom: u64) -> f64 {
    if standard_errors.is_nan() {
        return 1.0;
    }
    let (freedom, square) = (freedom.max(1) as f64, standard_errors * standard_errors);
    beta(freedom / (freedom + square), freedom / 2.0, 0.5)
}

/// The regularised incomplete beta function by its continued fraction (NIST, *Digital Library of Mathematical Functions*,
/// 8.17.22), evaluated by the method of Lentz.
fn beta(x: f64, a: f64, b: f64) -> f64 {
    const STEPS: u32 = 100_000;
    const LEAST: f64 = 1e-300;
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    // Beyond this the fraction converges slowly.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta(1.0 - x, b, a);
    }
    let away = |value: f64| if value.abs() < LEAST { LEAST } else { value };
    let (mut fraction, mut above, mut below) = (1.0, 1.0, 0.0);
    for step in 0..STEPS {
        let m = f64::from(step / 2);
        let term = match step {
            0 => 1.0,
            _ if step % 2 == 0 => m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            _ => -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        };
        below = 1.0 / away(1.0 + term * below);
        above = away(1.0 + term / above);
        fraction *= above * below;
        if step > 0 && (above * below - 1.0).abs() < 1e-15 {
            break;
        }
    }
    let logarithm = a * libm::log(x) + b * libm::log1p(-x) + libm::lgamma(a + b)
        - libm::lgamma(a)
        - libm::lgamma(b);
    libm::exp(logarithm) / a * (fraction - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_widen_as_tables_of_student_have_it() {
        let table = [
            (2, 12.706),
            (3, 4.303),
            (5, 2.776),
            (6, 2.571),
            (11, 2.228),
            (31, 2.042),
            (101, 1.984),
            (100_001, 1.960),
        ];
        for (values, quantile) in table {
            let found = t_95(values);
            assert!((found - quantile).abs() < 0.001, "{values}: {found}");
        }
        assert_eq!((t_95(0), t_95(1)), (f64::INFINITY, f64::INFINITY));
    }

    #[test]
    fn luck_is_as_probable_as_tables_of_student_have_it() {
        for (t, freedom, expected) in [
            (12.706_205, 1, 0.05),
            (2.228_139, 10, 0.05),
            (3.169_273, 10, 0.01),
            (1.959_964, 100_000_000, 0.05),
            (0.0, 5, 1.0),
            (1.0, 1, 0.5),
        ] {
            let found = by_luck(t, freedom);
            assert!((found - expected).abs() < 1e-6, "{t} {freedom}: {found}");
        }
        assert_eq!(by_luck(f64::NEG_INFINITY, 7), 0.0);
        assert_eq!(by_luck(f64::NAN, 7), 1.0);
        // What an interval of 95 % excludes is less probable than one in twenty.
        for values in [2, 3, 6, 30, 4_000] {
            let found = by_luck(t_95(values), values - 1);
            assert!((found - 0.05).abs() < 3e-5, "{values}: {found}");
        }
    }
}
