//! Small words that several views share: names, shares of 100, moments.

use crate::scenario::{LocalText, ServiceTemplate};
use crate::sim::Known;
use crate::vocab::{AdministrationId, AidKind, Arg, SimTime, Stamp, Text};

/// Returns a text that a scenario brings in both languages.
pub fn local(text: &LocalText) -> Text {
    Text::new("local")
        .name("de", text.de.clone())
        .name("en", text.en.clone())
}

/// Returns the name of a service.
pub fn service_name(template: &ServiceTemplate) -> Text {
    Text::new(format!("service-{}", template.id))
}

/// Returns the name of a system.
pub fn system_name(id: &str) -> Text {
    Text::new(format!("system-{id}"))
}

/// Returns an amount of aid with its unit and kind: "2 Leute vor Ort".
pub fn amount_of(kind: AidKind, amount: u32) -> Text {
    Text::new(format!("aid-short-{}", kind.id())).count("count", amount)
}

/// Returns a level between 0 and 1 as so many of 100.
#[expect(clippy::cast_sign_loss, reason = "between 0 and 100")]
pub fn of_100(level: f64) -> u8 {
    libm::round(level.clamp(0.0, 1.0) * 100.0) as u8
}

/// Returns a count that is never negative as a whole number.
#[expect(clippy::cast_sign_loss, reason = "clamped to the range")]
pub fn whole(count: f64) -> u32 {
    libm::round(count.clamp(0.0, f64::from(u32::MAX))) as u32
}

/// What every view asks of the seat besides the facts.
pub trait Look {
    /// Returns a moment ready to be written.
    fn stamp(&self, at: SimTime) -> Stamp;

    /// Returns the bounds of a span ready to be written.
    fn span(&self, span: (SimTime, SimTime)) -> (Stamp, Stamp) {
        (self.stamp(span.0), self.stamp(span.1))
    }

    /// Returns the name of an administration.
    fn place(&self, id: AdministrationId) -> String;

    /// Returns the seat's provider, if it has one.
    fn provider(&self) -> Option<AdministrationId>;
}

impl Look for Known<'_> {
    fn stamp(&self, at: SimTime) -> Stamp {
        self.calendar().stamp(at)
    }

    fn place(&self, id: AdministrationId) -> String {
        self.administrations()[id.index()].name.clone()
    }

    fn provider(&self) -> Option<AdministrationId> {
        self.own().provider.map(AdministrationId::from_index)
    }
}

/// Adds a moment to a text.
pub trait WithMoment {
    /// Adds a moment.
    fn moment(self, name: &'static str, at: Stamp) -> Self;

    /// Adds a duration.
    fn minutes(self, name: &'static str, minutes: u32) -> Self;
}

impl WithMoment for Text {
    fn moment(self, name: &'static str, at: Stamp) -> Self {
        self.with(name, Arg::Moment(at))
    }

    fn minutes(self, name: &'static str, minutes: u32) -> Self {
        self.with(name, Arg::Minutes(minutes))
    }
}
