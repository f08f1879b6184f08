//! The seats file: who may sign in, for what, and how it looks there. Codes stand in it as hashes only.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::TryRng;
use rand::rngs::SysRng;
use russh::keys::PublicKey;
use serde::{Deserialize, Serialize};

use crate::tui::theme::{ColorDepth, GraphSet};
use crate::view::{PlaceRole, SeatInfo};
use crate::vocab::{AdministrationId, Text};
use crate::words::Lang;

/// Signs of codes: those that nobody confuses on paper.
const SIGNS: &[u8] = b"abcdefghkmnprstuvwxyz23456789";
/// Signs of a code: with 29 signs, some 39 bits, against which a million guesses are nothing.
const CODE: usize = 8;
/// Cost of a hash by Argon2id (RFC 9106) as OWASP recommends for little memory: 7 MiB, five passes, one lane.
const COST: (u32, u32, u32) = (7 * 1024, 5, 1);
/// Most people at one place, unless the file says otherwise.
const TEAM: u8 = 4;

/// What is wrong with a seats file, for people.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SeatsError {
    /// It cannot be read as RON.
    #[error("{0}")]
    Unreadable(String),
    /// It does not fit the scenario or itself.
    #[error("{}", problems.join("\n"))]
    Problems {
        /// All of them.
        problems: Vec<String>,
    },
}

/// A place as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    user: String,
    role: Role,
    /// Of a player: official key of the seat.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    seat: String,
    /// Of an observer: official keys of the seats; empty is all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    watches: Vec<String>,
    #[serde(default)]
    lang: Language,
    #[serde(default, skip_serializing_if = "is_default")]
    colors: Colors,
    #[serde(default, skip_serializing_if = "is_default")]
    light: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    graphs: Graphs,
    /// Most people at once; 0 is the usual number.
    #[serde(default, skip_serializing_if = "is_default")]
    people: u8,
    /// The hash of the code, as a PHC string; empty if only keys count.
    #[serde(default)]
    code: String,
    /// Public keys as in `authorized_keys`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    keys: Vec<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    places: Vec<Written>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Role {
    Player,
    Observer,
    Wall,
    Facilitator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Language {
    #[default]
    De,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Colors {
    #[default]
    Auto,
    None,
    Sixteen,
    True,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Graphs {
    #[default]
    Auto,
    Braille,
    Block,
    Ascii,
}

/// A place that people can sit down at.
#[derive(Debug, Clone)]
pub struct Place {
    /// The name people sign in with.
    pub user: String,
    /// What it is for.
    pub role: PlaceRole,
    /// Of a player its seat, of an observer those it may watch.
    pub seats: Vec<AdministrationId>,
    /// What it is called.
    pub title: Text,
    /// Language at the beginning.
    pub lang: Lang,
    /// Colours, unless the terminal decides.
    pub colors: Option<ColorDepth>,
    /// Whether the page is light.
    pub light: bool,
    /// Signs of curves, unless the terminal decides.
    pub graphs: Option<GraphSet>,
    /// Most people at once.
    pub people: usize,
    code: Option<PasswordHash>,
    keys: Vec<PublicKey>,
}

impl Place {
    /// Says whether the code is right. Takes tens of milliseconds and 7 MiB.
    #[must_use]
    pub fn takes(&self, code: &str) -> bool {
        match &self.code {
            Some(hash) => fits(code, hash),
            None => {
                take_as_long(code);
                false
            }
        }
    }

    /// Whether a key of this place was shown.
    #[must_use]
    pub fn knows(&self, key: &PublicKey) -> bool {
        let mut keys = self.keys.iter();
        keys.any(|known| known.key_data() == key.key_data())
    }

    /// Whether keys count here at all.
    #[must_use]
    pub fn has_keys(&self) -> bool {
        !self.keys.is_empty()
    }
}

/// The hash of a code that nobody has.
const NOBODY: &str =
    "$argon2id$v=19$m=7168,t=5,p=1$bm9ib2R5IGlzIGhlcmU$7qzJwEHB9wM3XkQ0x2K9o1d4n8Zc5b6Yf0gT3uRvLhE";

/// Takes as long as a code at a place that exists: who guesses names learns nothing from the time.
pub(super) fn take_as_long(code: &str) {
    if let Ok(hash) = PasswordHash::new(NOBODY) {
        let _ = fits(code, &hash);
    }
}

fn hasher() -> Argon2<'static> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).expect("the costs are within bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn fits(code: &str, hash: &PasswordHash) -> bool {
    hasher()
        .verify_password(plain(code).as_bytes(), hash)
        .is_ok()
}

/// A code as it is compared: hyphens, blanks and capitals do not matter.
fn plain(code: &str) -> String {
    let signs = code.chars().filter(|c| c.is_alphanumeric());
    signs.flat_map(char::to_lowercase).take(64).collect()
}

/// Draws a code from the luck of the operating system: `k7mx-p3tw`.
fn draw() -> Result<String, SeatsError> {
    let mut code = String::new();
    while code.len() < CODE {
        let drawn = SysRng
            .try_next_u32()
            .map_err(|error| SeatsError::Unreadable(error.to_string()))?;
        // The tail of the range is drawn anew, so that all signs are as likely.
        let count = SIGNS.len() as u32;
        if drawn < u32::MAX - u32::MAX % count {
            code.push(char::from(SIGNS[(drawn % count) as usize]));
        }
    }
    code.insert(CODE / 2, '-');
    Ok(code)
}

/// The places of a file, with what is drawn anew of it.
#[derive(Debug)]
pub struct Seats {
    file: File,
    /// Codes that were drawn just now, by user.
    pub fresh: Vec<(String, String)>,
}

impl Seats {
    /// Begins a file for a scenario: its seats, somebody who watches, the wall, the facilitator.
    #[must_use]
    pub fn for_scenario(seats: &[SeatInfo], lang: Lang) -> Self {
        let lang = match lang {
            Lang::De => Language::De,
            Lang::En => Language::En,
        };
        let place = |user: String, role: Role, seat: String| Written {
            user,
            role,
            seat,
            watches: Vec::new(),
            lang,
            colors: Colors::Auto,
            light: false,
            graphs: Graphs::Auto,
            people: 0,
            code: String::new(),
            keys: Vec::new(),
        };
        let mut used = BTreeSet::new();
        let mut places: Vec<Written> = Vec::new();
        for seat in seats {
            let mut user = name_of(&seat.name);
            if !used.insert(user.clone()) {
                user = format!("{user}-{}", name_of(&seat.key));
                used.insert(user.clone());
            }
            places.push(place(user, Role::Player, seat.key.clone()));
        }
        let (watch, wall, lead) = match lang {
            Language::De => ("beobachtung", "wand", "leitung"),
            Language::En => ("observer", "wall", "facilitator"),
        };
        for (user, role) in [
            (watch, Role::Observer),
            (wall, Role::Wall),
            (lead, Role::Facilitator),
        ] {
            places.push(place(user.to_owned(), role, String::new()));
        }
        Self {
            file: File { places },
            fresh: Vec::new(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// If it is no RON of this form; with line and column.
    pub fn read(text: &str) -> Result<Self, SeatsError> {
        let file =
            ron::from_str(text).map_err(|error| SeatsError::Unreadable(error.to_string()))?;
        Ok(Self {
            file,
            fresh: Vec::new(),
        })
    }

    /// Draws codes: at places that have neither code nor key, or at all of them.
    ///
    /// # Errors
    /// If the operating system gives no luck.
    pub fn draw_codes(&mut self, all: bool) -> Result<(), SeatsError> {
        for place in &mut self.file.places {
            if all || place.code.is_empty() && place.keys.is_empty() {
                let code = draw()?;
                let hash = hasher().hash_password(plain(&code).as_bytes());
                let hash: PasswordHash =
                    hash.map_err(|error| SeatsError::Unreadable(error.to_string()))?;
                place.code = hash.to_string();
                self.fresh.push((place.user.clone(), code));
            }
        }
        Ok(())
    }

    /// Writes the file; codes stand in it as hashes.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::from(
            "// Seats of `beistand host`; see docs/HOSTING.md. Codes are kept as hashes (Argon2id).\n",
        );
        let pretty = ron::ser::PrettyConfig::default().depth_limit(2);
        // Plain data: names, words and numbers.
        let body = ron::ser::to_string_pretty(&self.file, pretty).unwrap_or_default();
        let _ = writeln!(text, "{body}");
        text
    }

    /// Checks everything against the seats of a scenario.
    ///
    /// # Errors
    /// All problems at once.
    pub fn places(&self, seats: &[SeatInfo]) -> Result<Vec<Place>, SeatsError> {
        let mut problems = Vec::new();
        let mut users = BTreeSet::new();
        let mut taken = BTreeSet::new();
        let mut places = Vec::new();
        for written in &self.file.places {
            let user = &written.user;
            let mut wrong =
                |what: String| problems.push(format!("error: place `{}`: {what}", shown(user)));
            let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
            if user.is_empty() || user.len() > 32 || !user.chars().all(good) {
                wrong("a name has 1 to 32 of a-z, 0-9, - and _".to_owned());
            }
            if !users.insert(user.clone()) {
                wrong("the name is there twice".to_owned());
            }
            let mut find = |key: &String| {
                let found = seats.iter().find(|seat| seat.key == *key);
                if found.is_none() {
                    let known: Vec<&str> = seats.iter().map(|seat| seat.key.as_str()).collect();
                    wrong(format!(
                        "there is no seat `{}`; seats are {}",
                        shown(key),
                        known.join(", ")
                    ));
                }
                found
            };
            let (ids, title) = match written.role {
                Role::Player => match find(&written.seat) {
                    Some(seat) => (
                        vec![seat.id],
                        Text::new("local")
                            .name("de", seat.name.clone())
                            .name("en", seat.name.clone()),
                    ),
                    None => continue,
                },
                Role::Observer if written.watches.is_empty() => (
                    seats.iter().map(|seat| seat.id).collect(),
                    Text::new("ui-place-observer"),
                ),
                Role::Observer => (
                    written
                        .watches
                        .iter()
                        .filter_map(&mut find)
                        .map(|seat| seat.id)
                        .collect(),
                    Text::new("ui-place-observer"),
                ),
                Role::Wall => (Vec::new(), Text::new("ui-place-wall")),
                Role::Facilitator => (Vec::new(), Text::new("ui-place-facilitator")),
            };
            if written.role == Role::Player && !taken.insert(ids[0]) {
                wrong("another place has this seat; a team shares one place".to_owned());
            }
            let code = match written.code.as_str() {
                "" => None,
                text => match PasswordHash::new(text) {
                    Ok(hash) if hash.algorithm.as_str() == "argon2id" => Some(hash),
                    _ => {
                        wrong("`code` is no hash; let it be drawn with --print-seats".to_owned());
                        None
                    }
                },
            };
            let mut keys = Vec::new();
            for key in &written.keys {
                match PublicKey::from_openssh(key) {
                    Ok(key) => keys.push(key),
                    Err(error) => wrong(format!("a key cannot be read: {error}")),
                }
            }
            places.push(Place {
                user: user.clone(),
                role: match written.role {
                    Role::Player => PlaceRole::Player,
                    Role::Observer => PlaceRole::Observer,
                    Role::Wall => PlaceRole::Wall,
                    Role::Facilitator => PlaceRole::Facilitator,
                },
                seats: ids,
                title,
                lang: match written.lang {
                    Language::De => Lang::De,
                    Language::En => Lang::En,
                },
                colors: match written.colors {
                    Colors::Auto => None,
                    Colors::None => Some(ColorDepth::None),
                    Colors::Sixteen => Some(ColorDepth::Sixteen),
                    Colors::True => Some(ColorDepth::True),
                },
                light: written.light,
                graphs: match written.graphs {
                    Graphs::Auto => None,
                    Graphs::Braille => Some(GraphSet::Braille),
                    Graphs::Block => Some(GraphSet::Block),
                    Graphs::Ascii => Some(GraphSet::Ascii),
                },
                people: usize::from(if written.people == 0 {
                    TEAM
                } else {
                    written.people
                }),
                code,
                keys,
            });
        }
        if places.iter().all(|place| place.role != PlaceRole::Player) && problems.is_empty() {
            problems.push("error: there is no place for a player".to_owned());
        }
        if problems.is_empty() {
            Ok(places)
        } else {
            Err(SeatsError::Problems { problems })
        }
    }
}

/// What somebody wrote, harmless in a message.
pub(super) fn shown(text: &str) -> String {
    text.chars()
        .take(64)
        .flat_map(char::escape_default)
        .collect()
}

/// A name to sign in with, from that of a place: `Heppenheim (Bergstraße)` is `heppenheim`.
fn name_of(place: &str) -> String {
    let mut name = String::new();
    // What stands in brackets tells places apart that have other keys too.
    let place = place.split('(').next().unwrap_or(place);
    for c in place.to_lowercase().chars() {
        match c {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(24);
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats() -> Vec<SeatInfo> {
        [("06431002", "Bensheim"), ("06431", "Kreis Bergstraße")]
            .into_iter()
            .zip(0..)
            .map(|((key, name), id)| SeatInfo {
                id: AdministrationId(id),
                key: key.to_owned(),
                name: name.to_owned(),
                kind: Text::new("kind-city"),
                role: Text::new("local"),
            })
            .collect()
    }

    #[test]
    fn a_fresh_file_has_a_place_for_everybody_and_hashes_only() {
        let mut made = Seats::for_scenario(&seats(), Lang::De);
        made.draw_codes(false).expect("luck");
        let text = made.write();
        let users: Vec<&str> = made.fresh.iter().map(|(user, _)| user.as_str()).collect();
        assert_eq!(
            users,
            [
                "bensheim",
                "kreis-bergstrasse",
                "beobachtung",
                "wand",
                "leitung"
            ]
        );
        for (_, code) in &made.fresh {
            assert!(!text.contains(code.as_str()), "a code in the open");
        }
        let read = Seats::read(&text).expect("it was just written");
        let places = read.places(&seats()).expect("it is right");
        let code = &made.fresh[0].1;
        assert!(places[0].takes(code));
        assert!(places[0].takes(&code.to_uppercase().replace('-', " ")));
        assert!(!places[1].takes(code), "a code of another place");
        assert!(!places[0].takes(""));
        assert_eq!(places[2].seats.len(), 2, "who watches may watch all");
    }

    #[test]
    fn codes_stay_unless_others_are_asked_for() {
        let mut made = Seats::for_scenario(&seats()[..1], Lang::En);
        made.draw_codes(false).expect("luck");
        let text = made.write();
        let mut again = Seats::read(&text).expect("it was just written");
        again.draw_codes(false).expect("luck");
        assert!(again.fresh.is_empty());
        assert_eq!(again.write(), text);
        again.draw_codes(true).expect("luck");
        assert_eq!(again.fresh.len(), 4);
        assert_ne!(again.write(), text);
    }

    #[test]
    fn a_name_that_nobody_has_costs_what_another_costs() {
        let hash = PasswordHash::new(NOBODY).expect("a hash");
        let params = Params::try_from(&hash).expect("costs");
        let cost = (params.m_cost(), params.t_cost(), params.p_cost());
        assert_eq!(cost, COST);
    }

    #[test]
    fn all_problems_are_named_at_once() {
        let file = r#"(places: [
            (user: "Bensheim", role: player, seat: "06431002", code: "geheim"),
            (user: "b", role: player, seat: "06431002"),
            (user: "b", role: player, seat: "0"),
            (user: "c", role: observer, watches: ["1"], keys: ["ssh-rsa x"]),
        ])"#;
        let places = Seats::read(file).expect("it is RON").places(&seats());
        let Err(SeatsError::Problems { problems }) = places else {
            panic!("it is wrong")
        };
        assert_eq!(problems.len(), 7, "{problems:#?}");
        assert!(Seats::read("(places: [(user: 1)])").is_err());
    }
}
