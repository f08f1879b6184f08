//! Reads the sources and fails on any use of a room by a room that may not know it.
//!
//! A boundary that nobody checks is gone within a month. The list below is complete: an edge that is not in it
//! is forbidden, tests inside the rooms included. `vocab` is open to all.

use std::fs;
use std::path::{Path, PathBuf};

/// What each room may use besides `vocab` and itself.
const ALLOWED: &[(&str, &[&str])] = &[
    ("vocab", &[]),
    ("scenario", &[]),
    ("sim", &["scenario"]),
    ("command", &["scenario", "sim"]),
    ("view", &["scenario", "sim", "command"]),
    ("exercise", &["scenario", "sim", "command", "view"]),
    ("response", &["scenario", "sim", "command", "exercise"]),
    ("journal", &["scenario", "command", "exercise"]),
    (
        "drill",
        &["scenario", "sim", "command", "exercise", "response"],
    ),
    ("validate", &["scenario", "sim", "exercise", "drill"]),
    (
        "aar",
        &[
            "scenario", "sim", "command", "view", "exercise", "journal", "response", "drill",
            "words",
        ],
    ),
    ("words", &[]),
    ("tui", &["view", "command", "exercise", "words"]),
    (
        "ports",
        &[
            "tui", "view", "command", "words", "exercise", "journal", "response", "drill", "aar",
        ],
    ),
    (
        "cli",
        &[
            "scenario", "sim", "command", "view", "exercise", "response", "journal", "drill",
            "validate", "aar", "words", "tui", "ports",
        ],
    ),
];

/// Of `exercise`, a screen knows only the door.
const DOOR: &[&str] = &["Door", "door"];

/// Names that must not occur in `sim`: no input or output, no wall clock, no terminal.
const NOT_IN_SIM: &[&str] = &[
    "Instant",
    "SystemTime",
    "print",
    "println",
    "eprint",
    "eprintln",
    "dbg",
    "ratatui",
    "crossterm",
];

/// Modules of `std` that must not occur in `sim`.
const NOT_IN_SIM_OF_STD: &[&str] = &["fs", "io", "net", "process", "env", "time"];

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    assert!(
        files.len() > 5,
        "found only {} files: is this the right folder?",
        files.len()
    );
    let mut problems = Vec::new();
    for file in files {
        let name = file
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        problems.extend(check(&name, &fs::read_to_string(&file).unwrap()));
    }
    assert!(
        problems.is_empty(),
        "{} forbidden uses:\n{}",
        problems.len(),
        problems.join("\n")
    );
}

/// Collects the `.rs` files of a folder, in order.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            collect(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
}

/// Returns every forbidden use in one file, each with file, line, edge and what would be allowed.
fn check(file: &str, source: &str) -> Vec<String> {
    let home = module_of(file);
    // `lib.rs` and `main.rs` may use all rooms, but not what belongs to one of them alone.
    let room = home.first().copied();
    let allowed = room.and_then(|room| ALLOWED.iter().find(|(name, _)| *name == room));
    let mut problems = Vec::new();
    let mut problem = |line: usize, what: String| problems.push(format!("{file}:{line}: {what}"));

    if let (Some(room), None) = (room, allowed) {
        problem(
            1,
            format!("`{room}` is no room; add it to the list with what it may use"),
        );
    }
    let tokens = tokens(&blank(source));
    for Use {
        line,
        from_root,
        path,
    } in uses(&tokens, &home)
    {
        let Some((room, may_use)) = allowed else {
            continue;
        };
        if !from_root {
            if *room == "sim" && path.len() > 1 && NOT_IN_SIM_OF_STD.contains(&path[1].as_str()) {
                problem(
                    line,
                    format!(
                        "`sim` uses `{}`: it has no input, output or clock",
                        path.join("::")
                    ),
                );
            }
            continue;
        }
        let target = path.first().map_or("", String::as_str);
        if target == *room || target == "vocab" {
            continue;
        }
        let list = || format!("{room} may use: vocab {}", may_use.join(" "));
        if !ALLOWED.iter().any(|(name, _)| *name == target) {
            problem(
                line,
                format!("{room} -> crate root `{target}`: name a room; {}", list()),
            );
        } else if !may_use.contains(&target) {
            problem(line, format!("{room} -> {target} is forbidden; {}", list()));
        } else if *room == "tui"
            && target == "exercise"
            && !path
                .get(1)
                .is_some_and(|name| DOOR.contains(&name.as_str()))
        {
            problem(
                line,
                format!(
                    "tui -> {}: only exercise::Door or exercise::door",
                    path.join("::")
                ),
            );
        }
    }
    for (index, Token { line, text }) in tokens.iter().enumerate() {
        if text == "bevy_ecs" && room != Some("sim") {
            problem(*line, "only `sim` knows bevy_ecs".to_owned());
        }
        if text.starts_with("fluent") && room != Some("words") {
            problem(*line, format!("only `words` knows Fluent, here `{text}`"));
        }
        if room == Some("sim") && NOT_IN_SIM.contains(&text.as_str()) {
            // A field or method may have the name of a macro.
            let is_macro = tokens.get(index + 1).is_some_and(|next| next.text == "!");
            if text.chars().next().is_some_and(char::is_uppercase)
                || is_macro
                || ["ratatui", "crossterm"].contains(&text.as_str())
            {
                problem(
                    *line,
                    format!("`sim` mentions `{text}`: it has no input, output, clock or terminal"),
                );
            }
        }
        let follows = |back: usize, what: &str| {
            index
                .checked_sub(back)
                .is_some_and(|before| tokens[before].text == what)
        };
        let source_elsewhere = (text == "path" && follows(1, "[") && follows(2, "#"))
            || (text == "include" && tokens.get(index + 1).is_some_and(|next| next.text == "!"));
        if source_elsewhere {
            problem(
                *line,
                format!("`{text}` brings in source from elsewhere, past this test"),
            );
        }
    }
    problems
}

/// Returns the module path of a file below `src/`; empty for `lib.rs` and `main.rs`.
fn module_of(file: &str) -> Vec<&str> {
    let inner = file
        .strip_prefix("src/")
        .unwrap_or(file)
        .trim_end_matches(".rs");
    let mut path: Vec<&str> = inner.split('/').collect();
    if path.last() == Some(&"mod") || path == ["lib"] || path == ["main"] {
        path.pop();
    }
    path
}

/// A path in the source: from the root of our crate, or of `std`.
struct Use {
    line: usize,
    from_root: bool,
    path: Vec<String>,
}

/// Finds all paths that lead to the root of our crate, and all of `std`.
fn uses(tokens: &[Token], home: &[&str]) -> Vec<Use> {
    let mut found = Vec::new();
    // Inline modules around the present place, each with the depth of its brace.
    let mut inline: Vec<usize> = Vec::new();
    let mut depth = 0;
    let mut index = 0;
    let text = |index: usize| {
        tokens
            .get(index)
            .map_or("", |token: &Token| token.text.as_str())
    };
    while index < tokens.len() {
        match text(index) {
            "mod" if text(index + 2) == "{" => {
                inline.push(depth);
                depth += 1;
                index += 3;
            }
            "{" => {
                depth += 1;
                index += 1;
            }
            "}" => {
                depth -= 1;
                if inline.last() == Some(&depth) {
                    inline.pop();
                }
                index += 1;
            }
            "crate" | "super" | "self" | "beistand" | "std" => {
                let before = |back: usize| index.checked_sub(back).map_or("", text);
                // `pub(crate)` and `pub(super)` are no uses.
                let visibility = before(1) == "(" && before(2) == "pub" && text(index + 1) == ")";
                if visibility {
                    index += 1;
                    continue;
                }
                let mut paths = Vec::new();
                let next = tree(tokens, index, &[], &mut paths);
                let modules = home.len() + inline.len();
                found.extend(
                    paths
                        .into_iter()
                        .filter_map(|(line, path)| resolve(line, &path, modules)),
                );
                index = next;
            }
            _ => index += 1,
        }
    }
    found
}

/// Reads a path or a tree of paths; returns the index after it.
fn tree(
    tokens: &[Token],
    mut index: usize,
    prefix: &[String],
    paths: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let text = |index: usize| {
        tokens
            .get(index)
            .map_or("", |token: &Token| token.text.as_str())
    };
    let mut path = prefix.to_vec();
    let line = tokens[index].line;
    loop {
        if text(index) == "{" {
            index += 1;
            while index < tokens.len() && text(index) != "}" {
                if text(index) == "," {
                    index += 1;
                } else {
                    index = tree(tokens, index, &path, paths);
                }
            }
            return index + 1;
        }
        if !is_name(text(index)) && text(index) != "*" {
            // Something after `::` that is no name, such as generic arguments.
            break;
        }
        path.push(text(index).to_owned());
        index += 1;
        if text(index) != "::" {
            break;
        }
        index += 1;
    }
    paths.push((line, path));
    if text(index) == "as" {
        index += 2;
    }
    // Whatever stands here was not understood; within a group it must not stop us.
    if !prefix.is_empty() && !matches!(text(index), "," | "}") {
        index += 1;
    }
    index
}

/// Follows `crate`, `self` and `super`; `None` if the path stays within the room.
fn resolve(line: usize, path: &[String], modules: usize) -> Option<Use> {
    let rest = |skip: usize| {
        path[skip..]
            .iter()
            .filter(|name| *name != "self")
            .cloned()
            .collect()
    };
    match path[0].as_str() {
        "std" => Some(Use {
            line,
            from_root: false,
            path: path.to_vec(),
        }),
        "crate" | "beistand" => Some(Use {
            line,
            from_root: true,
            path: rest(1),
        }),
        _ => {
            let relative = path
                .iter()
                .take_while(|name| *name == "self" || *name == "super")
                .count();
            let up = path[..relative]
                .iter()
                .filter(|name| *name == "super")
                .count();
            (up >= modules && up > 0).then(|| Use {
                line,
                from_root: true,
                path: rest(relative),
            })
        }
    }
}

/// A word or a sign of the source.
struct Token {
    line: usize,
    text: String,
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Splits blanked source into names, `::` and single signs.
fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (index, line) in source.lines().enumerate() {
        let mut rest = line.trim_start();
        while !rest.is_empty() {
            let name = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            let sign = rest.chars().next().map_or(0, char::len_utf8);
            let length = if name > 0 {
                name
            } else if rest.starts_with("::") {
                2
            } else {
                sign
            };
            tokens.push(Token {
                line: index + 1,
                text: rest[..length].to_owned(),
            });
            rest = rest[length..].trim_start();
        }
    }
    // `r#crate` is not a thing, `r#view` is: the raw mark says nothing here.
    let mut plain: Vec<Token> = Vec::new();
    for token in tokens {
        let length = plain.len();
        if length > 1
            && plain[length - 1].text == "#"
            && plain[length - 2].text == "r"
            && is_name(&token.text)
        {
            plain.truncate(length - 2);
        }
        plain.push(token);
    }
    plain
}

/// Replaces comments, strings and characters by blanks; lines stay where they are.
fn blank(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let mut out = String::with_capacity(source.len());
    let mut index = 0;
    while index < chars.len() {
        let word_before = index > 0 && (at(index - 1).is_alphanumeric() || at(index - 1) == '_');
        let end = match at(index) {
            '/' if at(index + 1) == '/' => line_end(&chars, index),
            '/' if at(index + 1) == '*' => comment_end(&chars, index),
            '"' => string_end(&chars, index),
            'r' | 'b' | 'c' if !word_before => prefixed_end(&chars, index),
            '\'' => character_end(&chars, index),
            _ => index,
        };
        if end == index {
            out.push(at(index));
            index += 1;
        } else {
            out.extend(
                chars[index..end]
                    .iter()
                    .map(|&c| if c == '\n' { '\n' } else { ' ' }),
            );
            index = end;
        }
    }
    out
}

fn line_end(chars: &[char], start: usize) -> usize {
    (start..chars.len())
        .find(|&index| chars[index] == '\n')
        .unwrap_or(chars.len())
}

/// Block comments nest.
fn comment_end(chars: &[char], start: usize) -> usize {
    let mut depth = 0;
    let mut index = start;
    while index < chars.len() {
        match (chars[index], chars.get(index + 1)) {
            ('/', Some('*')) => {
                depth += 1;
                index += 2;
            }
            ('*', Some('/')) => {
                depth -= 1;
                index += 2;
                if depth == 0 {
                    return index;
                }
            }
            _ => index += 1,
        }
    }
    index
}

fn string_end(chars: &[char], start: usize) -> usize {
    let mut index = start + 1;
    while index < chars.len() && chars[index] != '"' {
        index += if chars[index] == '\\' { 2 } else { 1 };
    }
    (index + 1).min(chars.len())
}

/// `r"..."`, `br#"..."#`, `b"..."`, `c"..."`; `start` itself if it is a plain name.
fn prefixed_end(chars: &[char], start: usize) -> usize {
    let letters = (start..chars.len())
        .take_while(|&i| matches!(chars[i], 'r' | 'b' | 'c'))
        .count();
    let marks = chars[start + letters..]
        .iter()
        .take_while(|&&c| c == '#')
        .count();
    let quote = start + letters + marks;
    if letters > 2 || chars.get(quote) != Some(&'"') {
        return start;
    }
    if !chars[start..start + letters].contains(&'r') {
        return if marks == 0 {
            string_end(chars, quote)
        } else {
            start
        };
    }
    let closes = |index: usize| {
        chars[index] == '"' && chars[index + 1..].iter().take_while(|&&c| c == '#').count() >= marks
    };
    (quote + 1..chars.len())
        .find(|&index| closes(index))
        .map_or(chars.len(), |index| index + 1 + marks)
}

/// A character literal; `start` itself if it is a lifetime.
fn character_end(chars: &[char], start: usize) -> usize {
    if chars.get(start + 1) == Some(&'\\') {
        let close = (start + 3..chars.len()).find(|&index| chars[index] == '\'');
        return close.map_or(chars.len(), |index| index + 1);
    }
    if chars.get(start + 2) == Some(&'\'') {
        start + 3
    } else {
        start
    }
}

mod proves_itself {
    use super::check;

    /// The source must be refused, with this in the message.
    #[track_caller]
    fn refused(file: &str, source: &str, message: &str) {
        let problems = check(file, source);
        assert!(
            problems.iter().any(|p| p.contains(message)),
            "{source}\n{problems:?} lacks {message}"
        );
    }

    #[track_caller]
    fn accepted(file: &str, source: &str) {
        let problems = check(file, source);
        assert!(problems.is_empty(), "{source}\n{problems:?}");
    }

    #[test]
    fn plain_uses() {
        refused(
            "src/tui/mod.rs",
            "use crate::sim::Sim;",
            "src/tui/mod.rs:1: tui -> sim is forbidden",
        );
        refused(
            "src/tui/mod.rs",
            "\n\nuse crate::sim;",
            "mod.rs:3: tui -> sim",
        );
        refused("src/tui/a/b.rs", "pub use crate::sim::*;", "tui -> sim");
        refused(
            "src/sim/a.rs",
            "pub(crate) use crate::view::SeatView as V;",
            "sim -> view",
        );
        refused(
            "src/vocab/a.rs",
            "use crate::scenario::X;",
            "vocab -> scenario",
        );
        refused(
            "src/words/mod.rs",
            "use crate :: view\n:: X;",
            "words -> view",
        );
        refused(
            "src/journal/mod.rs",
            "use crate::sim::X;",
            "journal may use: vocab scenario command exercise",
        );
    }

    #[test]
    fn groups() {
        refused(
            "src/sim/a.rs",
            "use crate::{scenario::Plan, view};",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "use crate::{\n  scenario::{A, b::{C, D}},\n  tui::{E},\n};",
            "a.rs:3: sim -> tui",
        );
        refused(
            "src/sim/a.rs",
            "use crate::{vocab::{self, X}, {{aar::Y}}};",
            "sim -> aar",
        );
        refused(
            "src/sim/a.rs",
            "use {crate::vocab::X, crate::view::Y};",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "use crate::{scenario as s, view as v};",
            "sim -> view",
        );
        accepted(
            "src/sim/a.rs",
            "use crate::{scenario::{A as B, c::*}, vocab::{self, SimTime}, sim::Sim};",
        );
    }

    #[test]
    fn paths_in_the_code() {
        refused(
            "src/sim/a.rs",
            "fn f() -> crate::view::X { todo!() }",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "fn f() { crate::view::make::<u8>(1); }",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "type X = Vec<crate::view::Y>;",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "impl crate::view::T for X {}",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "macro_rules! m { () => { $crate::view::X } }",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "pub(in crate::view) fn f() {}",
            "sim -> view",
        );
        refused("src/sim/a.rs", "use crate::r#view::X;", "sim -> view");
        refused("src/sim/a.rs", "use beistand::view::X;", "sim -> view");
        refused(
            "src/sim/a.rs",
            "use ::beistand::{vocab, view};",
            "sim -> view",
        );
    }

    #[test]
    fn upwards() {
        refused("src/sim/mod.rs", "use super::view::X;", "sim -> view");
        refused("src/sim/a.rs", "use super::super::view::X;", "sim -> view");
        refused(
            "src/sim/a/b.rs",
            "use self::super::super::super::view::X;",
            "sim -> view",
        );
        refused(
            "src/sim/a/mod.rs",
            "use super::super::{vocab, view::X};",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "use super::{b, super::view::X};",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "#[cfg(test)]\nmod tests {\n use super::super::super::view::X;\n}",
            "a.rs:3: sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "mod t { fn f() { { } } } fn g() { super::super::view::f() }",
            "sim -> view",
        );
        accepted("src/sim/a.rs", "use super::view::X;");
        accepted(
            "src/sim/a.rs",
            "mod tests { use super::super::view::X; use super::*; }",
        );
        accepted(
            "src/sim/mod.rs",
            "use self::view::X; pub(super) fn f() {} pub(crate) fn g() {}",
        );
    }

    #[test]
    fn tests_in_rooms_obey_too() {
        refused(
            "src/view/a.rs",
            "#[cfg(test)]\nmod tests {\n    use crate::tui::App;\n}",
            "a.rs:3: view -> tui",
        );
    }

    #[test]
    fn ways_around_the_root() {
        refused("src/sim/a.rs", "use crate as root;", "sim -> crate root");
        refused("src/sim/a.rs", "use crate::*;", "sim -> crate root `*`");
        refused(
            "src/sim/a.rs",
            "use crate::{self as root};",
            "sim -> crate root",
        );
        refused(
            "src/sim/a.rs",
            "extern crate self as root;",
            "sim -> crate root",
        );
        refused(
            "src/sim/a.rs",
            "use crate::Reexported;",
            "sim -> crate root `Reexported`",
        );
        refused("src/sim/mod.rs", "use super::*;", "sim -> crate root `*`");
        refused(
            "src/sim/a.rs",
            "#[path = \"../view/x.rs\"] mod x;",
            "brings in source",
        );
        refused(
            "src/sim/a.rs",
            "include!(\"../view/x.rs\");",
            "brings in source",
        );
        refused("src/utils/a.rs", "", "`utils` is no room");
    }

    #[test]
    fn the_door_alone() {
        refused(
            "src/tui/a.rs",
            "use crate::exercise::Exercise;",
            "only exercise::Door",
        );
        refused(
            "src/tui/a.rs",
            "use crate::exercise;",
            "only exercise::Door",
        );
        refused(
            "src/tui/a.rs",
            "use crate::exercise::{Door, Actor};",
            "tui -> exercise::Actor",
        );
        accepted(
            "src/tui/a.rs",
            "use crate::exercise::Door; use crate::exercise::door::{Door, X};",
        );
        accepted("src/ports/a.rs", "use crate::exercise::Exercise;");
    }

    #[test]
    fn libraries_of_one_room() {
        refused(
            "src/view/a.rs",
            "use bevy_ecs::world::World;",
            "only `sim` knows bevy_ecs",
        );
        refused(
            "src/lib.rs",
            "pub use bevy_ecs;",
            "only `sim` knows bevy_ecs",
        );
        refused(
            "src/tui/a.rs",
            "use fluent_bundle::FluentBundle;",
            "only `words` knows Fluent",
        );
        accepted("src/sim/a.rs", "use bevy_ecs::world::World;");
        accepted("src/words/a.rs", "use fluent_bundle::FluentBundle;");
    }

    #[test]
    fn sim_is_alone_with_its_time() {
        for source in [
            "use std::fs::File;",
            "use std::{collections::BTreeMap, io::{self, Write}};",
            "fn f() { ::std::fs::read(p); }",
            "use std::time::Duration;",
            "fn f() { let t = Instant::now(); }",
            "fn f(t: SystemTime) {}",
            "fn f() { println!(\"\"); }",
            "fn f() { dbg!(1); }",
            "use ratatui::Frame;",
            "use crossterm::event;",
        ] {
            refused("src/sim/a.rs", source, "`sim`");
            assert!(check("src/ports/a.rs", source).is_empty(), "{source}");
        }
        accepted(
            "src/sim/a.rs",
            "use std::collections::BTreeMap; fn print(io: u8) { x.print(); }",
        );
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        accepted(
            "src/sim/a.rs",
            "//! crate::view\n/* use crate::view; /* nested */ crate::tui */ fn f() {}",
        );
        accepted(
            "src/sim/a.rs",
            r##"const A: &str = "crate::view \" crate::tui"; const B: &str = r#"crate::view " "#;"##,
        );
        accepted(
            "src/sim/a.rs",
            r#"const A: &[u8] = b"crate::view"; const B: &[u8] = br"crate::view\";"#,
        );
        // And what follows them is code again.
        refused(
            "src/sim/a.rs",
            "/* /* */ */ use crate::view::X;",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            r#"const Q: char = '"'; use crate::view::X; const R: char = '"';"#,
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            r"const Q: char = '\''; use crate::view::X;",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "fn f<'a>(x: &'a u8) -> crate::view::X<'a> {}",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "const A: &str = r\"\\\"; use crate::view::X;",
            "sim -> view",
        );
        refused(
            "src/sim/a.rs",
            "let bar = \"\"; use crate::view::X; // \"",
            "sim -> view",
        );
    }

    #[test]
    fn the_roof_sees_everything() {
        accepted("src/main.rs", "use beistand::{cli, sim::Sim, view};");
        accepted("src/lib.rs", "pub mod sim; pub use crate::view::SeatView;");
        accepted(
            "src/cli/run.rs",
            "use crate::{sim::Sim, view, aar, tui::App, drill};",
        );
    }
}
