//! Every key of words that a screen names exists in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use crate::vocab::{AidKind, AidState, Channel, Decider, PlaceNames, ServiceState, SystemState};
use crate::words::{Lang, Words};

fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push((path, text));
        }
    }
}

fn room(name: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    sources(&root, &mut found);
    found
}

#[test]
fn every_key_a_screen_names_has_words() {
    let both = [Words::new(Lang::De), Words::new(Lang::En)];
    let mut count = 0;
    for (path, text) in room("tui") {
        for literal in text
            .split('"')
            .filter(|piece| piece.starts_with("ui-") && piece.len() > 3)
        {
            count += 1;
            for words in &both {
                assert!(
                    words.knows(literal),
                    "{}: {literal} has no words in {:?}",
                    path.display(),
                    words.lang()
                );
            }
        }
    }
    assert!(count > 200, "the search finds keys: {count}");
}

#[test]
fn every_entry_of_the_closed_lists_has_words() {
    let mut keys = Vec::new();
    keys.extend(
        ServiceState::ALL
            .iter()
            .map(|e| format!("service-state-{}", e.id())),
    );
    keys.extend(
        SystemState::ALL
            .iter()
            .map(|e| format!("system-state-{}", e.id())),
    );
    keys.extend(
        AidState::ALL
            .iter()
            .map(|e| format!("aid-state-{}", e.id())),
    );
    keys.extend(AidKind::ALL.iter().map(|e| format!("aid-kind-{}", e.id())));
    keys.extend(
        AidKind::ALL
            .iter()
            .map(|e| format!("aid-amount-{}", e.id())),
    );
    keys.extend(Decider::ALL.iter().map(|e| format!("decider-{}", e.id())));
    keys.extend(Channel::ALL.iter().map(|e| format!("channel-{}", e.id())));
    keys.extend(
        Channel::ALL
            .iter()
            .map(|e| format!("channel-by-{}", e.id())),
    );
    for names in PlaceNames::ALL.iter().map(|e| e.id()) {
        keys.extend(
            ["page-assumption", "wall-assumption", "export-assumption"]
                .map(|of| format!("{of}-{names}")),
        );
    }
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for key in &keys {
            assert!(words.knows(key), "{key} has no words in {lang:?}");
        }
    }
}
