//! Who gains and who pays, where: a scale to both sides that is read by shape and size, colour only helps.

use std::cmp::Reverse;

use super::super::chart::{Anchor, Svg, WIDTH};
use super::names::Names;
use crate::drill::{Direction, DrillResult, Head, PlaceHead, Verdict};
use crate::vocab::Text;

const MARGIN: f64 = 34.0;
/// The largest sign of a difference that may be told, and the smallest.
const LARGEST: f64 = 22.0;
const SMALLEST: f64 = 6.0;
/// A place of which nothing can be said is a dot, whatever its difference.
const DOT: f64 = 3.0;
const HIGHEST: f64 = 560.0;
/// Room of a letter and of a line in the larger letters of a phone; elsewhere there is more.
const LETTER: f64 = 8.6;
const LINE: f64 = 17.0;

struct Sign<'a> {
    place: &'a PlaceHead,
    at: (f64, f64),
    hours: f64,
    /// `None` where nothing may be told.
    direction: Option<Direction>,
}

/// Left, top, right and bottom.
#[derive(Clone, Copy)]
struct Area(f64, f64, f64, f64);

impl Area {
    fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self(x - radius, y - radius, x + radius, y + radius)
    }

    fn crosses(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
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
                direction: of.verdict.and_then(Verdict::told),
            })
        })
        .collect();
    let told = || signs.iter().filter(|sign| sign.direction.is_some());
    let most = told().map(|sign| sign.hours.abs()).fold(1.0, f64::max);
    let radius = |sign: &Sign<'_>| match sign.direction {
        Some(_) => SMALLEST + (LARGEST - SMALLEST) * libm::sqrt(sign.hours.abs() / most),
        None => DOT,
    };
    // Large ones below small ones; where they are as large, by key.
    signs.sort_by(|a, b| {
        let larger = radius(b).total_cmp(&radius(a));
        larger.then(a.place.id.cmp(&b.place.id))
    });
    let title = names.words().msg("dp-map-title");
    let count = |direction| {
        signs
            .iter()
            .filter(|sign| sign.direction == Some(direction))
            .count()
    };
    let told = Text::new("dp-map-told")
        .count("less", count(Direction::Less) as i64)
        .count("more", count(Direction::More) as i64);
    let mut svg = Svg::new("curve map", height, &title, &names.say(&told));
    for sign in &signs {
        let ((x, y), r) = (sign.at, radius(sign));
        match sign.direction {
            Some(Direction::Less) => svg.circle("gain", sign.at, r),
            Some(_) => svg.rectangle("loss", (x - r, y - r), (2.0 * r, 2.0 * r)),
            None => svg.circle("unclear", sign.at, r),
        }
    }
    let areas: Vec<Area> = signs
        .iter()
        .map(|sign| Area::around(sign.at, radius(sign)))
        .collect();
    for (at, anchor, name) in labels(&signs, &areas, height) {
        svg.text("scale", at, anchor, name);
    }
    Some(svg.finish())
}

/// Names places where there is room beside a sign, those of which something may be told first, then those with many
/// inhabitants. No name lies on another one or on a sign; only the first may lie on dots where there is no other room.
fn labels<'a>(
    signs: &[Sign<'a>],
    areas: &[Area],
    height: f64,
) -> Vec<((f64, f64), Anchor, &'a str)> {
    let mut order: Vec<usize> = (0..signs.len()).collect();
    order.sort_by_key(|at| {
        let sign = &signs[*at];
        let is_dot = sign.direction.is_none();
        (is_dot, Reverse(sign.place.inhabitants), &sign.place.id)
    });
    let mut taken: Vec<Area> = Vec::new();
    let mut labels = Vec::new();
    for at in order {
        let (sign, own) = (&signs[at], areas[at]);
        let name = sign.place.name.as_str();
        let (x, y) = sign.at;
        let length = name.chars().count() as f64 * LETTER;
        // Letters stand on a line about a quarter of their room above its lower end.
        let base = |top: f64| top + LINE * 0.75;
        let beside = y - LINE / 2.0;
        let tries = [
            (Anchor::Middle, x, x - length / 2.0, own.3 + 1.0),
            (Anchor::Middle, x, x - length / 2.0, own.1 - 1.0 - LINE),
            (Anchor::Start, own.2 + 3.0, own.2 + 3.0, beside),
            (Anchor::End, own.0 - 3.0, own.0 - 3.0 - length, beside),
        ];
        let free = |are_dots_free: bool| {
            tries.into_iter().find(|(_, _, left, top)| {
                let area = Area(*left, *top, left + length, top + LINE);
                let is_inside =
                    area.0 >= 0.0 && area.2 <= WIDTH && area.1 >= 0.0 && area.3 <= height;
                let mut in_the_way = signs.iter().zip(areas);
                is_inside
                    && !taken.iter().any(|other| area.crosses(other))
                    && !in_the_way.any(|(sign, other)| {
                        (sign.direction.is_some() || !are_dots_free) && area.crosses(other)
                    })
            })
        };
        let may_cover_dots = sign.direction.is_some();
        let free = free(false).or_else(|| may_cover_dots.then(|| free(true)).flatten());
        if let Some((anchor, x, left, top)) = free {
            taken.push(Area(left, top, left + length, top + LINE));
            labels.push(((x, base(top)), anchor, name));
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: &str, inhabitants: u32) -> PlaceHead {
        PlaceHead {
            id: id.to_owned(),
            name: format!("Ort {id}"),
            position: None,
            inhabitants,
            offers_services: true,
        }
    }

    /// In a crowd the small place that gains has its name, the large one of which nothing can be said has none; nothing
    /// lies on anything.
    #[test]
    fn names_go_first_to_those_of_which_something_is_told() {
        let places: Vec<PlaceHead> = (0..40)
            .map(|at| place(&at.to_string(), 1000 + at))
            .collect();
        let signs: Vec<Sign<'_>> = (0_u8..)
            .zip(&places)
            .map(|(at, place)| Sign {
                place,
                at: (
                    300.0 + f64::from(at % 8) * 18.0,
                    200.0 + f64::from(at / 8) * 18.0,
                ),
                hours: -5.0,
                direction: (at == 11).then_some(Direction::Less),
            })
            .collect();
        let areas: Vec<Area> = signs
            .iter()
            .map(|sign| Area::around(sign.at, DOT))
            .collect();
        let labels = labels(&signs, &areas, 400.0);
        assert_eq!(labels[0].2, "Ort 11");
        assert!(
            labels.len() < signs.len() && labels.len() > 4,
            "{}",
            labels.len()
        );
        let area = |((x, y), anchor, name): &((f64, f64), Anchor, &str)| {
            let length = name.chars().count() as f64 * LETTER;
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - length / 2.0,
                Anchor::End => x - length,
            };
            Area(left, y - LINE * 0.75, left + length, y + LINE * 0.25)
        };
        for (nth, label) in labels.iter().enumerate() {
            let own = area(label);
            if nth > 0 {
                assert!(areas.iter().all(|sign| !own.crosses(sign)), "{}", label.2);
            }
            let others = labels[nth + 1..].iter();
            assert!(
                others.map(area).all(|other| !own.crosses(&other)),
                "{}",
                label.2
            );
        }
    }
}
