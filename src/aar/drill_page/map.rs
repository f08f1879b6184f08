//! Who gains and who pays, where: a scale to both sides that is read by shape and size, colour only helps.

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::{Direction, DrillResult, Head, PlaceHead};
use crate::vocab::Text;

const MARGIN: f64 = 34.0;
/// The largest sign.
const LARGEST: f64 = 22.0;
const SMALLEST: f64 = 3.0;
const HIGHEST: f64 = 560.0;
/// Cells of a name, about.
const LETTER: f64 = 6.4;

struct Sign<'a> {
    place: &'a PlaceHead,
    at: (f64, f64),
    hours: f64,
    direction: Direction,
}

/// Draws all places that offer services and whose position is known; nothing where these are fewer than two.
pub(super) fn map(head: &Head, result: &DrillResult, names: &Names<'_>) -> Option<String> {
    if head.draft() == 0 {
        return None;
    }
    let draft = &result.variants[head.draft()];
    let all = head.places.iter().filter(|place| place.offers_services);
    let all = all.filter_map(|place| Some((place, place.position?)));
    let all: Vec<(&PlaceHead, (f64, f64))> = all.collect();
    if all.len() < 2 {
        return None;
    }
    let ends = |of: fn(&(f64, f64)) -> f64| {
        let values = || all.iter().map(|(_, position)| of(position));
        let low = values().fold(f64::INFINITY, f64::min);
        (low, values().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((south, north), (west, east)) = (ends(|of| of.0), ends(|of| of.1));
    // A degree of longitude is shorter by the cosine of the latitude.
    let narrow = libm::cos(f64::midpoint(south, north) * std::f64::consts::PI / 180.0);
    let wide = ((east - west) * narrow).max(1e-6);
    let tall = (north - south).max(1e-6);
    let inner = WIDTH - 2.0 * MARGIN;
    let scale = (inner / wide).min((HIGHEST - 2.0 * MARGIN) / tall);
    let height = tall * scale + 2.0 * MARGIN;
    let left = (WIDTH - wide * scale) / 2.0;
    let mut signs: Vec<Sign<'_>> = all
        .iter()
        .filter_map(|(place, (latitude, longitude))| {
            let mut of = draft.administrations.iter();
            let of = of.find(|of| of.administration == place.id)?;
            let difference = of.lost_difference.as_ref()?;
            let x = left + (longitude - west) * narrow * scale;
            Some(Sign {
                place,
                at: (x, MARGIN + (north - latitude) * scale),
                hours: difference.mean.unwrap_or(0.0),
                direction: of.verdict.map_or(Direction::Unclear, |of| of.direction),
            })
        })
        .collect();
    let most = signs
        .iter()
        .map(|sign| sign.hours.abs())
        .fold(1.0, f64::max);
    let radius = |sign: &Sign<'_>| match sign.direction {
        Direction::Less | Direction::More => {
            SMALLEST + (LARGEST - SMALLEST) * libm::sqrt(sign.hours.abs() / most)
        }
        _ => SMALLEST,
    };
    // Large ones below small ones; where they are as large, by key.
    signs.sort_by(|a, b| {
        let larger = b.hours.abs().total_cmp(&a.hours.abs());
        larger.then(a.place.id.cmp(&b.place.id))
    });
    let title = names.words().msg("dp-map-title");
    let count = |direction| {
        signs
            .iter()
            .filter(|sign| sign.direction == direction)
            .count()
    };
    let told = Text::new("dp-map-told")
        .count("less", count(Direction::Less) as i64)
        .count("more", count(Direction::More) as i64);
    let mut svg = Svg::new("curve map", height, &title, &names.say(&told));
    for sign in &signs {
        let ((x, y), r) = (sign.at, radius(sign));
        match sign.direction {
            Direction::Less => svg.circle("gain", sign.at, r),
            Direction::More => svg.rectangle("loss", (x - r, y - r), (2.0 * r, 2.0 * r)),
            _ => svg.circle("unclear", sign.at, r),
        }
    }
    label(&mut svg, &signs, radius);
    Some(svg.finish())
}

/// Names places where there is room, those with many inhabitants first.
fn label(svg: &mut Svg, signs: &[Sign<'_>], radius: impl Fn(&Sign<'_>) -> f64) {
    let mut by_size: Vec<&Sign<'_>> = signs.iter().collect();
    by_size.sort_by(|a, b| {
        let larger = b.place.inhabitants.cmp(&a.place.inhabitants);
        larger.then(a.place.id.cmp(&b.place.id))
    });
    let mut taken: Vec<(f64, f64, f64, f64)> = Vec::new();
    for sign in by_size {
        let ((x, y), r) = (sign.at, radius(sign));
        let length = sign.place.name.chars().count() as f64 * LETTER;
        let top = y + r + 2.0;
        let area = (x - length / 2.0, top, x + length / 2.0, top + 13.0);
        let crosses = |other: &(f64, f64, f64, f64)| {
            area.0 < other.2 && other.0 < area.2 && area.1 < other.3 && other.1 < area.3
        };
        if area.0 < 0.0 || area.2 > WIDTH || taken.iter().any(crosses) {
            continue;
        }
        taken.push(area);
        svg.text("scale", (x, top + 10.0), Anchor::Middle, &sign.place.name);
    }
}
