//! The seats file: who may sign in, for what, and how it looks there. Codes stand in it as hashes only.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use argon2::password_hash::phc::PasswordHash;
use ron::error::SpannedError;
use russh::keys::PublicKey;
use serde::{Deserialize, Serialize};

use super::codes;
use crate::tui::theme::{ColorDepth, GraphSet};
use crate::view::{PlaceRole, SeatInfo};
use crate::vocab::{AdministrationId, Text, plain_name};
use crate::words::Lang;

/// Most people at one place, unless the file says otherwise.
const TEAM: u8 = 4;
/// Most signs of a name to sign in with.
pub(super) const LONGEST_NAME: usize = 32;

/// What is wrong with a seats file, for people.
#[derive(Debug, Clone, PartialEq)]
pub enum SeatsError {
    /// It cannot be read as RON.
    Form(Box<SpannedError>),
    /// It does not fit the scenario or itself: all problems.
    Problems(Vec<Text>),
    /// No codes can be drawn.
    NoLuck(String),
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
    /// The hash of the code; none if only keys count.
    #[must_use]
    pub const fn code(&self) -> Option<&PasswordHash> {
        self.code.as_ref()
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
        let (watch, wall, lead) = match lang {
            Language::De => ("beobachtung", "wand", "leitung"),
            Language::En => ("observer", "wall", "facilitator"),
        };
        let mut used: BTreeSet<String> = [watch, wall, lead].map(str::to_owned).into();
        let mut places: Vec<Written> = Vec::new();
        for seat in seats {
            let user = name_of(seat, &used);
            used.insert(user.clone());
            places.push(place(user, Role::Player, seat.key.clone()));
        }
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
        let file = ron::from_str(text).map_err(|error| SeatsError::Form(Box::new(error)))?;
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
                let code = codes::draw().map_err(SeatsError::NoLuck)?;
                let hash = codes::hash(&code).map_err(SeatsError::NoLuck)?;
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
        // The word of colours is one of RON too, which would be marked as no such; it is read without the mark.
        let body = body.replace(": r#true", ": true");
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
            let mut wrong = |what: Text| {
                let text = Text::new("host-place-wrong").name("user", shown(user));
                problems.push(text.text("what", what));
            };
            let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
            if user.is_empty() || user.len() > LONGEST_NAME || !user.chars().all(good) {
                wrong(Text::new("host-place-name").count("most", LONGEST_NAME as i64));
            }
            if !users.insert(user.clone()) {
                wrong(Text::new("host-place-twice"));
            }
            let mut find = |key: &String| {
                let found = seats.iter().find(|seat| seat.key == *key);
                if found.is_none() {
                    let known: Vec<&str> = seats.iter().map(|seat| seat.key.as_str()).collect();
                    let text = Text::new("host-place-no-seat").name("seat", shown(key));
                    wrong(text.name("known", known.join(", ")));
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
                wrong(Text::new("host-place-taken"));
            }
            let code = match written.code.as_str() {
                "" => None,
                text => match PasswordHash::new(text) {
                    Ok(hash) if hash.algorithm.as_str() == "argon2id" => Some(hash),
                    _ => {
                        wrong(Text::new("host-place-code"));
                        None
                    }
                },
            };
            let mut keys = Vec::new();
            for key in &written.keys {
                match PublicKey::from_openssh(key) {
                    Ok(key) => keys.push(key),
                    Err(error) => {
                        wrong(Text::new("host-place-key").name("error", error.to_string()));
                    }
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
            problems.push(Text::new("host-place-no-player"));
        }
        if problems.is_empty() {
            Ok(places)
        } else {
            Err(SeatsError::Problems(problems))
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

/// A name to sign in with that nobody has yet, from that of a place: `Heppenheim (Bergstraße)` is `heppenheim`.
fn name_of(seat: &SeatInfo, used: &BTreeSet<String>) -> String {
    // What stands in brackets tells places apart that have other keys too.
    let name = seat.name.split('(').next().unwrap_or(&seat.name);
    let (name, key) = (plain_name(name, '-'), plain_name(&seat.key, '-'));
    let is_free =
        |name: &String| !name.is_empty() && name.len() <= LONGEST_NAME && !used.contains(name);
    // Long names are cut so that what tells them apart has room.
    let cut = |most: usize| {
        name[..name.len().min(most)]
            .trim_end_matches('-')
            .to_owned()
    };
    let with_key = format!("{}-{key}", cut(LONGEST_NAME.saturating_sub(key.len() + 1)));
    let with_key = with_key.trim_start_matches('-').to_owned();
    let numbered = (2_u32..).map(|number| format!("{}-{number}", cut(LONGEST_NAME - 11)));
    let mut names = [cut(24), with_key].into_iter().chain(numbered);
    names.find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn named(seats: &[(&str, &str)]) -> Vec<SeatInfo> {
        let of = |(id, (key, name)): (u32, &(&str, &str))| SeatInfo {
            id: AdministrationId(id),
            key: (*key).to_owned(),
            name: (*name).to_owned(),
            kind: Text::new("kind-city"),
            role: Text::new("local"),
        };
        (0..).zip(seats).map(of).collect()
    }

    fn seats() -> Vec<SeatInfo> {
        named(&[("06431002", "Bensheim"), ("06431", "Kreis Bergstraße")])
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
        let mut comparing = codes::Comparing::default();
        assert!(comparing.fits(code, places[0].code()));
        assert!(!comparing.fits(code, places[1].code()), "of another place");
        assert_eq!(places[2].seats.len(), 2, "who watches may watch all");
    }

    #[test]
    fn names_to_sign_in_with_are_short_enough_and_never_the_same() {
        let long = "Verbandsgemeinde Obermoschel-Niederkirchen";
        let known = named(&[
            ("06431011", "Heppenheim (Bergstraße)"),
            ("06431012", "Heppenheim (Ried)"),
            ("07333001", long),
            ("07333002", long),
            ("a-key-that-is-longer-than-any-name-may-be", long),
            ("06431013", "Wand"),
            ("06431014", "Афины"),
        ]);
        let made = Seats::for_scenario(&known, Lang::De);
        let users: Vec<&str> = made
            .file
            .places
            .iter()
            .map(|place| place.user.as_str())
            .collect();
        assert_eq!(
            users[..7],
            [
                "heppenheim",
                "heppenheim-06431012",
                "verbandsgemeinde-obermos",
                "verbandsgemeinde-obermo-07333002",
                "verbandsgemeinde-ober-2",
                "wand-06431013",
                "06431014",
            ]
        );
        assert!(made.places(&known).is_ok(), "a file that is made is right");
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
    fn what_somebody_wrote_is_written_back_in_the_same_words() {
        let file =
            r#"(places: [(user: "b", role: player, seat: "06431002", colors: true, light: true)])"#;
        let read = Seats::read(file).expect("it is RON");
        let text = read.write();
        assert!(text.contains("colors: true, light: true"), "{text}");
        let again = Seats::read(&text).expect("it was just written");
        assert_eq!(again.file, read.file);
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
        let Err(SeatsError::Problems(problems)) = places else {
            panic!("it is wrong")
        };
        assert_eq!(problems.len(), 7, "{problems:#?}");
        for (lang, first) in [
            (
                Lang::De,
                "Fehler: Platz `Bensheim`: Ein Name hat 1 bis 32 Zeichen",
            ),
            (Lang::En, "error: place `Bensheim`: a name has 1 to 32 of"),
        ] {
            let words = Words::new(lang);
            let said: Vec<String> = problems.iter().map(|text| words.say(text)).collect();
            assert!(said[0].starts_with(first), "{said:#?}");
            assert!(said.iter().all(|one| !one.contains('«')), "{said:#?}");
        }
        assert!(Seats::read("(places: [(user: 1)])").is_err());
    }
}
