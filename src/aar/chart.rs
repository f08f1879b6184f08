//! Pictures as SVG, written by hand: no scripts, colours from the page's style, and a text for who cannot see them.

use std::fmt::Write as _;

/// Width of every picture, in its own units; the page scales it.
pub(super) const WIDTH: f64 = 760.0;

/// A picture that is being drawn.
pub(super) struct Svg(String);

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Svg {
    /// Begins a picture with a title and a description in words.
    pub(super) fn new(class: &str, height: f64, title: &str, told: &str) -> Self {
        let (title, told) = (escaped(title), escaped(told));
        Self(format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{title}. {told}\">\
             <title>{title}</title><desc>{told}</desc>"
        ))
    }

    /// Draws a straight line.
    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.0,
            "<line class=\"{class}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
            short(from.0),
            short(to.0),
            short(from.1),
            short(to.1)
        );
    }

    /// Writes a text.
    pub(super) fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let _ = write!(
            self.0,
            "<text class=\"{class}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            short(at.0),
            short(at.1),
            escaped(text)
        );
    }

    /// Draws a line through points.
    pub(super) fn polyline(&mut self, class: &str, points: impl Iterator<Item = (f64, f64)>) {
        self.through("polyline", class, points);
    }

    /// Fills the part between points.
    pub(super) fn polygon(&mut self, class: &str, points: impl Iterator<Item = (f64, f64)>) {
        self.through("polygon", class, points);
    }

    fn through(&mut self, shape: &str, class: &str, points: impl Iterator<Item = (f64, f64)>) {
        let points = points.map(|(x, y)| format!("{x:.1},{y:.1}"));
        let points: Vec<String> = points.collect();
        let _ = write!(
            self.0,
            "<{shape} class=\"{class}\" points=\"{}\"/>",
            points.join(" ")
        );
    }

    /// Draws a circle.
    pub(super) fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let _ = write!(
            self.0,
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            short(x),
            short(y),
            short(radius)
        );
    }

    /// Draws a rectangle.
    pub(super) fn rectangle(&mut self, class: &str, at: (f64, f64), size: (f64, f64)) {
        let _ = write!(
            self.0,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            short(at.0),
            short(at.1),
            short(size.0),
            short(size.1)
        );
    }

    /// Ends the picture.
    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}

/// A number as short as a picture needs it.
fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
