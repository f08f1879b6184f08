//! The hash behind the fingerprint: whatever can be serialised is taken in field by field.
//!
//! Numbers enter by their bits, texts and lists by their length and content, variants by their
//! position. Nothing here depends on the machine, the compiler or the build.

use core::convert::Infallible;
use core::fmt::Display;

use serde::ser::{self, Serialize};

/// FNV-1a over 64-bit words with a finaliser (Fowler, Noll, Vo; the multiplication is theirs, a word
/// takes the place of a byte and is mixed once more, as splitmix64 does).
#[derive(Debug)]
pub(super) struct Hash(u64);

/// Where a list ends that did not say how long it is.
const END: u64 = 0xE0D0_F115;

impl Hash {
    pub(super) fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    /// Takes in a word.
    pub(super) fn word(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = (mixed ^ (mixed >> 29)).wrapping_mul(0x0000_0100_0000_01B3);
    }

    /// Takes in a value with all its fields.
    pub(super) fn value(&mut self, value: &impl Serialize) {
        match value.serialize(&mut *self) {
            Ok(()) => {}
            Err(never) => match never.0 {},
        }
    }

    /// Returns 16 hex digits.
    pub(super) fn digits(&self) -> String {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        format!("{:016x}", mixed ^ (mixed >> 29))
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
    }
}

/// Hashing cannot fail.
#[derive(Debug)]
pub(super) struct Never(Infallible);

impl Display for Never {
    fn fmt(&self, _: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {}
    }
}

impl core::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(message: T) -> Self {
        unreachable!("no type of the world refuses to be hashed: {message}")
    }
}

macro_rules! words {
    ($($method:ident: $kind:ty),*) => {
        $(fn $method(self, value: $kind) -> Result<(), Never> {
            self.word(value as u64);
            Ok(())
        })*
    };
}

impl<'a> ser::Serializer for &'a mut Hash {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Parts<'a>;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    words!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32,
        serialize_u64: u64, serialize_char: char
    );

    fn serialize_f32(self, value: f32) -> Result<(), Never> {
        self.word(u64::from(value.to_bits()));
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Never> {
        self.word(value.to_bits());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.bytes(value.as_bytes());
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Never> {
        self.bytes(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.word(0);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        self.word(1);
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        position: u32,
        _: &'static str,
    ) -> Result<(), Never> {
        self.word(u64::from(position));
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        position: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.word(u64::from(position));
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Parts<'a>, Never> {
        self.word(length.map_or(END, |length| length as u64));
        Ok(Parts(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, Never> {
        Ok(Parts(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, Never> {
        Ok(Parts(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        position: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'a>, Never> {
        self.word(u64::from(position));
        Ok(Parts(self))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Parts<'a>, Never> {
        self.serialize_seq(length)
    }

    fn serialize_struct(self, _: &'static str, fields: usize) -> Result<Parts<'a>, Never> {
        // Empty fields may be left out: how many are there tells which.
        self.word(fields as u64);
        Ok(Parts(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        position: u32,
        _: &'static str,
        fields: usize,
    ) -> Result<Parts<'a>, Never> {
        self.word(u64::from(position) << 32 | fields as u64);
        Ok(Parts(self))
    }
}

/// The parts of a list, tuple, record or variant, one after the other.
pub(super) struct Parts<'a>(&'a mut Hash);

impl Parts<'_> {
    fn part<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut *self.0)
    }
}

macro_rules! parts {
    ($($kind:ident: $method:ident),*) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.part(value)
            }

            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        })*
    };
}

parts!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);

macro_rules! named_parts {
    ($($kind:ident),*) => {
        $(impl ser::$kind for Parts<'_> {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                _: &'static str,
                value: &T,
            ) -> Result<(), Never> {
                self.part(value)
            }

            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        })*
    };
}

named_parts!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.part(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.part(value)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Text;

    fn of(value: &impl Serialize) -> String {
        let mut hash = Hash::new();
        hash.value(value);
        hash.digits()
    }

    #[test]
    fn what_differs_differs() {
        let different = [
            of(&(1_u32, 2_u32)),
            of(&(2_u32, 1_u32)),
            of(&vec![1_u32, 2]),
            of(&(vec![1_u32], vec![2_u32])),
            of(&(vec![1_u32, 2], Vec::<u32>::new())),
            of(&(Some(0_u32), 1_u32)),
            of(&(None::<u32>, 1_u32)),
            of(&(0.5_f64, 7_u32)),
            of(&(-0.5_f64, 7_u32)),
            of(&("ab", "c")),
            of(&("a", "bc")),
            of(&Text::new("a").count("n", 1)),
            of(&Text::new("a").count("n", 2)),
        ];
        for (position, one) in different.iter().enumerate() {
            assert!(!different[..position].contains(one), "number {position}");
        }
    }

    /// Test vectors: they are the same on every machine and in every build, and change only on purpose.
    #[test]
    fn the_digits_are_fixed() {
        assert_eq!(of(&1_u32), "4d6f29b38bf0e58b");
        assert_eq!(of(&("beistand", 0.5_f64, Some(7_u16))), "cebd12eb6326459f");
    }
}
