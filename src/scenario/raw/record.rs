//! Records of a file: named fields, read one by one, whatever is wrong with some of them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::sp::{Place, Sp, read};

/// A field that a record does not know, or that it has twice.
#[derive(Debug, Clone)]
pub struct Stray {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    /// Whether the record knows it (then it stands there twice).
    pub known: bool,
}

/// The value of an override: the text as given, and the same text in quotes.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// As given.
    pub plain: &'a str,
    /// In quotes, so that `waz=24h` needs none on the command line.
    pub quoted: &'a str,
}

impl<'a> Setting<'a> {
    /// Reads the value as a field would in a file.
    pub fn read<T: Deserialize<'a>>(self) -> Sp<T> {
        let plain = read::<T>(self.plain);
        if plain.value.is_ok() {
            return plain;
        }
        let quoted = read::<T>(self.quoted);
        let is_ron = ron::value::RawValue::from_ron(self.plain).is_ok();
        if quoted.value.is_ok() || !is_ron {
            return quoted;
        }
        plain
    }
}

/// A record of a file.
pub trait Record: Default {
    /// The names of all fields.
    const FIELDS: &'static [&'static str];
    /// Reads the value of one field.
    fn read_field<'de, A: MapAccess<'de>>(
        &mut self,
        name: &'de str,
        map: &mut A,
    ) -> Result<(), A::Error>;
    /// Replaces one field; `false` if there is no such field.
    fn set(&mut self, name: &str, value: Setting<'_>) -> bool;
    /// Returns where a field that is given stands.
    fn place(&self, name: &str) -> Option<Place>;
    /// Takes over every field that `later` has.
    fn overlay(&mut self, later: Self);
    /// Fields that are too many.
    fn strays(&self) -> &[Stray];
    /// Notes a field that is too many.
    fn add_stray(&mut self, stray: Stray);
}

/// Reads the fields of a record into it.
pub struct RecordVisitor<R>(pub PhantomData<R>);

impl<'de, R: Record> Visitor<'de> for RecordVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let mut record = R::default();
        while let Some(Name(name)) = map.next_key()? {
            if R::FIELDS.contains(&name) {
                record.read_field(name, &mut map)?;
            } else {
                let _: Sp<IgnoredAny> = map.next_value()?;
                record.add_stray(Stray {
                    name: name.to_owned(),
                    place: Place::of(name),
                    known: false,
                });
            }
        }
        Ok(record)
    }
}

/// The name of a field, as it stands in the source.
struct Name<'de>(&'de str);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowed;
        impl<'de> Visitor<'de> for Borrowed {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }
            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(name))
            }
        }
        deserializer.deserialize_identifier(Borrowed)
    }
}

/// Declares a record: every field optional here, so that all missing ones can be said at once.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Option<$crate::scenario::raw::Sp<$type>>,)+
            /// Fields that are too many.
            pub strays: Vec<$crate::scenario::raw::Stray>,
        }

        impl $crate::scenario::raw::Record for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn read_field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                name: &'de str,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match name {
                    $(stringify!($field) => {
                        let value = map.next_value()?;
                        if self.$field.is_some() {
                            self.strays.push($crate::scenario::raw::Stray {
                                name: name.to_owned(),
                                place: $crate::scenario::raw::Place::of(name),
                                known: true,
                            });
                        } else {
                            self.$field = Some(value);
                        }
                    })+
                    _ => {}
                }
                Ok(())
            }

            fn set(&mut self, name: &str, value: $crate::scenario::raw::Setting<'_>) -> bool {
                match name {
                    $(stringify!($field) => self.$field = Some(value.read()),)+
                    _ => return false,
                }
                true
            }

            fn place(&self, name: &str) -> Option<$crate::scenario::raw::Place> {
                match name {
                    $(stringify!($field) => self.$field.as_ref().map(|sp| sp.place),)+
                    _ => None,
                }
            }

            fn overlay(&mut self, later: Self) {
                $(if later.$field.is_some() { self.$field = later.$field; })+
                self.strays.extend(later.strays);
            }

            fn strays(&self) -> &[$crate::scenario::raw::Stray] {
                &self.strays
            }

            fn add_stray(&mut self, stray: $crate::scenario::raw::Stray) {
                self.strays.push(stray);
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_struct(
                    "",
                    <Self as $crate::scenario::raw::Record>::FIELDS,
                    $crate::scenario::raw::RecordVisitor(std::marker::PhantomData::<Self>),
                )
            }
        }
    };
}
pub(in crate::scenario) use record;
