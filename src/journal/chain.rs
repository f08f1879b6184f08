//! Lines of text, each bound to all before it by a checksum at its end.
//!
//! A power cut leaves a beginning of what was written, so a last line without its end is cut off.
//! Everything else that does not fit was changed afterwards, and is refused with its place.

/// What stands between the fields of a line and its checksum.
const BEFORE: &[u8] = b",\"crc\":\"";
/// What stands after the checksum.
const AFTER: &[u8] = b"\"}";
/// Digits of a checksum.
const DIGITS: usize = 8;

/// A place in a journal that does not say what was written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} (from byte {offset} on) is not what was written")]
pub struct Damage {
    /// Which line, counted from 1.
    pub line: u64,
    /// Where it begins, in bytes from the beginning of the file.
    pub offset: u64,
}

/// The checksum of all lines so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Chain(u32);

/// A line as it was written, without its checksum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Where it begins.
    pub offset: u64,
    /// Its JSON object.
    pub json: String,
}

/// What could be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub links: Vec<Link>,
    /// The checksum after them.
    pub chain: Chain,
    /// How many bytes they take; what follows is a torn line.
    pub length: u64,
}

impl Chain {
    /// Ends a JSON object with the checksum of all lines so far and this one.
    pub fn seal(&mut self, json: &str) -> String {
        let fields = json.strip_suffix('}').unwrap_or(json);
        self.0 = self.after(fields.as_bytes());
        format!("{fields},\"crc\":\"{:08x}\"}}\n", self.0)
    }

    fn after(self, fields: &[u8]) -> u32 {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&self.0.to_le_bytes());
        hasher.update(fields);
        hasher.finalize()
    }

    /// Reads a line without its end of line; `None` if it does not follow on the lines before.
    fn open(self, line: &[u8]) -> Option<(Self, String)> {
        let rest = line.strip_suffix(AFTER)?;
        let (rest, digits) = rest.split_at_checked(rest.len().checked_sub(DIGITS)?)?;
        let fields = rest.strip_suffix(BEFORE)?;
        let chain = Self(self.after(fields));
        let fits = format!("{:08x}", chain.0).as_bytes() == digits;
        let text = core::str::from_utf8(fields).ok()?;
        fits.then(|| (chain, format!("{text}}}")))
    }
}

/// Reads all whole lines.
pub(super) fn read(bytes: &[u8]) -> Result<Links, Damage> {
    let mut all = Links::default();
    let mut rest = bytes;
    let damage = |all: &Links| Damage {
        line: all.links.len() as u64 + 1,
        offset: all.length,
    };
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let Some((chain, json)) = all.chain.open(&rest[..end]) else {
            return Err(damage(&all));
        };
        all.links.push(Link {
            offset: all.length,
            json,
        });
        all.chain = chain;
        all.length += end as u64 + 1;
        rest = &rest[end + 1..];
    }
    // A whole line followed by something else than its end was not cut off but changed.
    if let Some((_, line)) = rest.split_last()
        && all.chain.open(line).is_some()
    {
        return Err(damage(&all));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(objects: &[String]) -> Vec<u8> {
        let mut chain = Chain::default();
        let lines: String = objects.iter().map(|json| chain.seal(json)).collect();
        lines.into_bytes()
    }

    fn objects() -> impl Strategy<Value = Vec<String>> {
        let object = "[ -~äß\u{1f600}]{0,40}".prop_map(|text| {
            let value = serde_json::json!({ "text": text, "number": text.len() });
            value.to_string()
        });
        proptest::collection::vec(object, 1..6)
    }

    proptest! {
        #[test]
        fn whatever_is_cut_off_all_whole_lines_are_there(objects in objects()) {
            let bytes = written(&objects);
            let ends: Vec<usize> = bytes
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte == b'\n')
                .map(|(at, _)| at + 1)
                .collect();
            for length in 0..=bytes.len() {
                let links = read(&bytes[..length]).expect("a cut is no damage");
                let whole = ends.iter().filter(|end| **end <= length).count();
                prop_assert_eq!(links.links.len(), whole);
                for (link, object) in links.links.iter().zip(&objects) {
                    prop_assert_eq!(&link.json, object);
                }
                let kept = if whole == 0 { 0 } else { ends[whole - 1] };
                prop_assert_eq!(links.length, kept as u64);
            }
        }

        #[test]
        fn whichever_byte_is_changed_it_is_noticed_with_its_place(
            objects in objects(),
            change in 1..=255_u8,
        ) {
            let bytes = written(&objects);
            let mut begins = 0;
            let mut line = 1;
            for at in 0..bytes.len() {
                let mut changed = bytes.clone();
                changed[at] ^= change;
                let damage = read(&changed).expect_err("a changed byte");
                prop_assert_eq!(damage, Damage { line, offset: begins });
                if bytes[at] == b'\n' {
                    begins = at as u64 + 1;
                    line += 1;
                }
            }
        }
    }

    #[test]
    fn lines_that_are_missing_doubled_or_swapped_are_noticed() {
        let objects = ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"].map(str::to_owned);
        let bytes = written(&objects);
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        for (order, line) in [
            (&[0, 2][..], 2),
            (&[0, 0, 1, 2], 2),
            (&[0, 2, 1], 2),
            (&[1, 2], 1),
        ] {
            let other: Vec<u8> = order.iter().flat_map(|at| lines[*at].to_vec()).collect();
            let damage = read(&other).expect_err("another order");
            assert_eq!(damage.line, line, "{order:?}");
        }
    }
}
