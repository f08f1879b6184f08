//! Exponential times by the ziggurat method of Marsaglia and Tsang (2000), 256 layers.
//!
//! The kernel draws one for nearly every event; this needs a logarithm in one draw of 256 only.

use std::sync::LazyLock;

use super::Draw;

const LAYERS: usize = 256;
/// Where the tail begins, and the area of each layer (Marsaglia and Tsang, section 3).
const TAIL: f64 = 7.697_117_470_131_05;
const AREA: f64 = 0.003_949_659_822_581_557;

/// Right ends of the layers, and the density there.
struct Layers {
    x: [f64; LAYERS + 1],
    density: [f64; LAYERS + 1],
}

static EXPONENTIAL: LazyLock<Layers> = LazyLock::new(|| {
    let mut x = [0.0; LAYERS + 1];
    x[0] = AREA / libm::exp(-TAIL);
    x[1] = TAIL;
    for layer in 2..LAYERS {
        x[layer] = -libm::log(AREA / x[layer - 1] + libm::exp(-x[layer - 1]));
    }
    Layers {
        x,
        density: x.map(|x| libm::exp(-x)),
    }
});

/// Draws an exponential time with mean 1.
#[inline]
pub(super) fn exponential(draw: &mut Draw) -> f64 {
    let layers = &*EXPONENTIAL;
    let bits = draw.bits();
    let layer = (bits & 0xFF) as usize;
    let x = unit(bits) * layers.x[layer];
    if x < layers.x[layer + 1] {
        x
    } else {
        beside_the_layer(draw, layer, x)
    }
}

/// The rare cases: the tail, or the wedge between two layers.
#[cold]
fn beside_the_layer(draw: &mut Draw, mut layer: usize, mut x: f64) -> f64 {
    let layers = &*EXPONENTIAL;
    loop {
        if layer == 0 {
            return TAIL - libm::log(draw.uniform());
        }
        let (low, high) = (layers.density[layer], layers.density[layer + 1]);
        if low + (high - low) * draw.uniform() < libm::exp(-x) {
            return x;
        }
        let bits = draw.bits();
        layer = (bits & 0xFF) as usize;
        x = unit(bits) * layers.x[layer];
        if x < layers.x[layer + 1] {
            return x;
        }
    }
}

/// The upper 53 bits as a number in [0, 1); the lower ones choose the layer.
#[inline]
fn unit(bits: u64) -> f64 {
    // From a signed number the conversion is one instruction.
    (bits >> 11).cast_signed() as f64 * (1.0 / 9_007_199_254_740_992.0)
}

#[cfg(test)]
mod tests {
    use super::super::{Chance, Purpose};
    use super::*;

    #[test]
    fn layers_have_equal_areas() {
        for layer in 1..LAYERS {
            let area = EXPONENTIAL.x[layer]
                * (EXPONENTIAL.density[layer + 1] - EXPONENTIAL.density[layer]);
            assert!((area - AREA).abs() < 1e-9, "layer {layer}: {area}");
        }
    }

    #[test]
    fn the_distribution_is_exponential_up_to_the_tail() {
        // Kolmogorov-Smirnov against 1 - exp(-x); 1.95 / sqrt(n) is exceeded once in 1000.
        let n = 200_000_u32;
        let chance = Chance::new(11, 0);
        let mut times: Vec<f64> = (0..n)
            .map(|key| exponential(&mut chance.draw(Purpose::Spread, u64::from(key), 0)))
            .collect();
        times.sort_by(f64::total_cmp);
        let n = f64::from(n);
        let distance = (0_u32..)
            .zip(&times)
            .map(|(rank, time)| {
                let expected = 1.0 - libm::exp(-time);
                (expected - f64::from(rank) / n)
                    .abs()
                    .max((f64::from(rank + 1) / n - expected).abs())
            })
            .fold(0.0, f64::max);
        assert!(distance < 1.95 / n.sqrt(), "{distance}");
        let beyond = times.iter().filter(|time| **time > TAIL).count() as f64;
        let expected = n * libm::exp(-TAIL);
        assert!(
            (beyond - expected).abs() < 4.0 * expected.sqrt(),
            "{beyond} of {expected}"
        );
    }
}
