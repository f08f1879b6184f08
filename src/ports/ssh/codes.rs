//! Codes that people sign in with: drawn by luck, kept as hashes, compared one at a time.

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use rand::TryRng;
use rand::rngs::SysRng;

/// Signs of codes: those that nobody confuses on paper.
const SIGNS: &[u8] = b"abcdefghkmnprstuvwxyz23456789";
/// Signs of a code: with 29 signs, some 39 bits, against which a million guesses are nothing.
const CODE: usize = 8;
/// Cost of a hash by Argon2id (RFC 9106) as OWASP recommends for little memory: 7 MiB, five passes, one lane.
const COST: (u32, u32, u32) = (7 * 1024, 5, 1);
/// The hash of a code that nobody has.
const NOBODY: &str =
    "$argon2id$v=19$m=7168,t=5,p=1$bm9ib2R5IGlzIGhlcmU$7qzJwEHB9wM3XkQ0x2K9o1d4n8Zc5b6Yf0gT3uRvLhE";

/// Compares codes in one piece of memory. It is kept: what is given back after each comparison leaves holes into which the
/// next does not fit, and a flood of guesses would let the host grow by hundreds of MiB.
#[derive(Default)]
pub struct Comparing(Vec<Block>);

impl Comparing {
    /// Says whether a code is that of a hash; it never is where there is no hash, and that takes as long: whoever
    /// guesses names learns nothing from the time. Tens of milliseconds and, from the first time on, 7 MiB.
    pub fn fits(&mut self, code: &str, hash: Option<&PasswordHash>) -> bool {
        match hash {
            Some(hash) => self.compare(code, hash) == Some(true),
            None => {
                let _ = PasswordHash::new(NOBODY).map(|nobody| self.compare(code, &nobody));
                false
            }
        }
    }

    /// `None` for a hash that none of ours can be like.
    fn compare(&mut self, code: &str, hash: &PasswordHash) -> Option<bool> {
        let (salt, expected) = (hash.salt.as_ref()?, hash.hash.as_ref()?);
        let params = Params::try_from(hash).ok()?;
        let version = Version::try_from(hash.version?).ok()?;
        self.0.resize(params.block_count(), Block::default());
        let argon2 = Argon2::new(Algorithm::Argon2id, version, params);
        let mut out = vec![0; expected.len()];
        let code = plain(code);
        let memory = &mut self.0;
        argon2
            .hash_password_into_with_memory(code.as_bytes(), salt.as_ref(), &mut out, memory)
            .ok()?;
        // `Output` compares without telling by the time where a difference is.
        Some(Output::new(&out).ok()? == *expected)
    }
}

/// Makes the hash of a code, or says why it cannot.
pub(super) fn hash(code: &str) -> Result<PasswordHash, String> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).expect("the costs are within bounds");
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password(plain(code).as_bytes());
    hash.map_err(|error| error.to_string())
}

/// A code as it is compared: hyphens, blanks and capitals do not matter.
fn plain(code: &str) -> String {
    let signs = code.chars().filter(|c| c.is_alphanumeric());
    signs.flat_map(char::to_lowercase).take(64).collect()
}

/// Draws a code from the luck of the operating system: `k7mx-p3tw`.
pub(super) fn draw() -> Result<String, String> {
    let mut code = String::new();
    while code.len() < CODE {
        let drawn = SysRng.try_next_u32().map_err(|error| error.to_string())?;
        // The tail of the range is drawn anew, so that all signs are as likely.
        let count = SIGNS.len() as u32;
        if drawn < u32::MAX - u32::MAX % count {
            code.push(char::from(SIGNS[(drawn % count) as usize]));
        }
    }
    code.insert(CODE / 2, '-');
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_compared_as_people_type_them_and_in_memory_that_was_used_before() {
        let code = draw().expect("luck");
        let kept = hash(&code).expect("a hash");
        let mut comparing = Comparing::default();
        for _ in 0..2 {
            assert!(comparing.fits(&code, Some(&kept)));
            assert!(comparing.fits(&code.to_uppercase().replace('-', " "), Some(&kept)));
            assert!(!comparing.fits("", Some(&kept)));
            assert!(!comparing.fits(&format!("{code}2"), Some(&kept)));
            assert!(!comparing.fits(&code, None));
        }
        // A file may hold a hash of another program, with other costs.
        let other =
            "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$OYPBXEOFFVJj5J1xgMAECNIBSXMWGjnn8SxBMSfiyrk";
        let other = PasswordHash::new(other).expect("a hash");
        assert!(!comparing.fits(&code, Some(&other)));
        assert!(comparing.fits(&code, Some(&kept)));
    }

    #[test]
    fn a_name_that_nobody_has_costs_what_another_costs() {
        let hash = PasswordHash::new(NOBODY).expect("a hash");
        let params = Params::try_from(&hash).expect("costs");
        let cost = (params.m_cost(), params.t_cost(), params.p_cost());
        assert_eq!(cost, COST);
    }
}
