//! Values with more than one way to write them.

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::fault::{Fault, explain};
use super::sp::{options, read};
use super::{List, Sp, record};
use crate::scenario::sheet::without_dots;
use crate::vocab::Text;
use ron::value::RawValue;

/// A duration that may differ from run to run: `Fixed("30m")` or just `"30m"`, `Exp("2d")`,
/// `LogNormal("0.8d", 0.4)`, `Uniform("4h", "24h")`.
#[derive(Debug, Clone)]
pub struct RawDist(pub DistForm);

/// The written forms of a distribution.
#[derive(Debug, Clone, Deserialize)]
pub enum DistForm {
    /// Always the same.
    Fixed(Sp<String>),
    /// Mean.
    Exp(Sp<String>),
    /// Median and coefficient of variation.
    LogNormal(Sp<String>, Sp<f64>),
    /// Bounds.
    Uniform(Sp<String>, Sp<String>),
}

impl<'de> Deserialize<'de> for RawDist {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        if text.starts_with('"') {
            return Ok(Self(DistForm::Fixed(read(text))));
        }
        form(text).map(Self)
    }
}

/// Rates of an attack link per day: `Constant(0.5)` or `ByStage(lateral: .., jump: .., impact: ..)`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    clippy::large_enum_variant,
    reason = "there are a handful, each read once and checked"
)]
pub enum RawSpread {
    /// The same at all times.
    Constant(Sp<f64>),
    /// By stage of the attack.
    ByStage {
        /// While the actor moves inside the provider.
        #[serde(default)]
        lateral: Option<Sp<f64>>,
        /// Once it tries to reach customers.
        #[serde(default)]
        jump: Option<Sp<f64>>,
        /// After the impact.
        #[serde(default)]
        impact: Option<Sp<f64>>,
    },
}

record! {
    /// IT people by main skill.
    SkillCounts {
        /// Networks and firewalls.
        network: f64,
        /// Directory services.
        identity: f64,
        /// Virtualisation and backup.
        backup: f64,
        /// Applications.
        application: f64,
        /// Workplaces.
        rollout: f64,
        /// Evidence and clearance.
        forensics: f64,
    }
}

/// A whole number that may reach thousands.
#[derive(Debug, Clone)]
pub struct RawCount {
    /// As RON reads it.
    pub number: f64,
    /// The number that is meant where dots stand between thousands, as in `161.767`.
    pub without_dots: Option<String>,
}

impl<'de> Deserialize<'de> for RawCount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        form(text).map(|number| Self {
            number,
            without_dots: without_dots(text),
        })
    }
}

/// IT people: a number, or numbers by main skill.
#[derive(Debug, Clone)]
pub enum RawStaff {
    /// So many, split by the usual shares.
    Total(f64),
    /// By main skill.
    BySkill(Box<SkillCounts>),
}

impl<'de> Deserialize<'de> for RawStaff {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        if text.starts_with('(') {
            form(text).map(|counts| Self::BySkill(Box::new(counts)))
        } else {
            form(text).map(Self::Total)
        }
    }
}

/// Who gets a notice: `customers`, or a list of ids.
#[derive(Debug, Clone)]
pub enum RawRecipients {
    /// All customers of the sender.
    Customers,
    /// These.
    These(List<String>),
}

impl<'de> Deserialize<'de> for RawRecipients {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        match text {
            "customers" => Ok(Self::Customers),
            list if list.starts_with('[') => form(list).map(Self::These),
            _ => Err(Fault::new(Text::new("check-recipients-expected")).through_serde()),
        }
    }
}

/// Days on which money must be there: `last_bank_day` of each month, or a list of dates.
#[derive(Debug, Clone)]
pub enum RawPayDays {
    /// The last bank day of each month.
    LastBankDay,
    /// These.
    These(List<String>),
}

impl<'de> Deserialize<'de> for RawPayDays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&'de RawValue>::deserialize(deserializer)?.get_ron().trim();
        match text {
            "last_bank_day" => Ok(Self::LastBankDay),
            list if list.starts_with('[') => form(list).map(Self::These),
            _ => Err(Fault::new(Text::new("check-pay-days-expected")).through_serde()),
        }
    }
}

/// Reads one form, saying in our words what is wrong.
pub(super) fn form<'de, T: Deserialize<'de>, E: Error>(text: &'de str) -> Result<T, E> {
    let read = options().from_str::<T>(text);
    read.map_err(|error| explain(&error.code).through_serde())
}
