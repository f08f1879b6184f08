//! A checksum at the end of each line: a digit that was changed on a disk or on the way is not taken for a result.

/// What stands between the fields of a line and its checksum.
const BEFORE: &[u8] = b",\"crc\":\"";
/// What stands after the checksum.
const AFTER: &[u8] = b"\"}\n";
/// Digits of a checksum.
const DIGITS: usize = 8;

/// Ends a JSON object that has a field with the checksum (CRC-32) of all before it, and with the end of its line.
pub(super) fn seal(object: &mut Vec<u8>) {
    object.pop();
    let digits = checksum(object);
    object.extend_from_slice(BEFORE);
    object.extend_from_slice(digits.as_bytes());
    object.extend_from_slice(AFTER);
}

/// Tells whether a line, with its end, is what was sealed.
pub(super) fn is_intact(line: &[u8]) -> bool {
    let parts = || {
        let rest = line.strip_suffix(AFTER)?;
        let (rest, digits) = rest.split_at_checked(rest.len().checked_sub(DIGITS)?)?;
        Some((rest.strip_suffix(BEFORE)?, digits))
    };
    parts().is_some_and(|(fields, digits)| checksum(fields).as_bytes() == digits)
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_can_be_changed_unseen() {
        let mut line = br#"{"run":3,"lost":12.5}"#.to_vec();
        seal(&mut line);
        assert!(is_intact(&line));
        assert!(serde_json::from_slice::<serde_json::Value>(&line).is_ok());
        for at in 0..line.len() {
            let mut changed = line.clone();
            changed[at] ^= 1;
            assert!(!is_intact(&changed), "byte {at}");
            assert!(!is_intact(&line[..at]), "cut at {at}");
        }
    }
}
