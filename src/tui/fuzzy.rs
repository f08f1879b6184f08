//! How well a few typed letters fit a name.

/// What a letter at the start of a word is worth beside any other.
const WORD_START: i32 = 8;
/// What a letter right after the one before is worth.
const IN_A_ROW: i32 = 5;
/// What each letter of the name left of the first hit costs.
const LATE: i32 = 1;

/// Returns how well `typed` fits `name`, `None` if its letters do not all come in this order.
/// Capitals and accents make no difference.
#[must_use]
pub fn score(typed: &str, name: &str) -> Option<i32> {
    let typed: Vec<char> = folded(typed).filter(|c| !c.is_whitespace()).collect();
    let name: Vec<char> = folded(name).collect();
    // The best way to place the letters so far, by where the last of them stands.
    let mut best: Vec<Option<i32>> = vec![None; name.len()];
    for (nth, letter) in typed.iter().enumerate() {
        let mut next = vec![None; name.len()];
        let mut before: Option<i32> = None;
        for (at, c) in name.iter().enumerate() {
            if c == letter {
                let starts = at == 0 || !name[at - 1].is_alphanumeric();
                let bonus = if starts { WORD_START } else { 0 };
                let far = at.checked_sub(1).and_then(|last| best[last]);
                let here = if nth == 0 {
                    Some(-LATE * i32::try_from(at).unwrap_or(i32::MAX / 2))
                } else {
                    before.max(far.map(|score| score + IN_A_ROW))
                };
                next[at] = here.map(|score| score + 1 + bonus);
            }
            before = before.max(best[at]);
        }
        best = next;
    }
    if typed.is_empty() {
        return Some(0);
    }
    best.into_iter().flatten().max()
}

/// Returns what fits, the best first; what fits alike stays in its order.
pub fn best_first<T>(typed: &str, named: impl Iterator<Item = (T, String)>) -> Vec<(T, String)> {
    let mut fits: Vec<(i32, (T, String))> = named
        .filter_map(|one| Some((score(typed, &one.1)?, one)))
        .collect();
    fits.sort_by_key(|(score, _)| core::cmp::Reverse(*score));
    fits.into_iter().map(|(_, one)| one).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase).map(|c| match c {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        'ß' => 's',
        'é' | 'è' => 'e',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
        let fits = names
            .iter()
            .filter_map(|name| Some((score(typed, name)?, *name)));
        fits.max_by_key(|(score, _)| *score).map(|(_, name)| name)
    }

    #[test]
    fn letters_must_come_in_order() {
        assert!(score("bns", "Bensheim").is_some());
        assert_eq!(score("nbs", "Bensheim"), None);
        assert_eq!(score("bensheimm", "Bensheim"), None);
        assert!(score("", "Bensheim").is_some());
    }

    #[test]
    fn starts_of_words_and_letters_in_a_row_fit_better() {
        let names = [
            "Landkreis Darmstadt-Dieburg",
            "Lindenfels",
            "Darmstadt",
            "Mörfelden-Walldorf",
        ];
        assert_eq!(best("ld", &names), Some("Landkreis Darmstadt-Dieburg"));
        assert_eq!(best("darm", &names), Some("Darmstadt"));
        assert_eq!(best("morf", &names), Some("Mörfelden-Walldorf"));
        assert_eq!(best("fels", &names), Some("Lindenfels"));
        assert!(score("ind", "Lindenfels") > score("ine", "Lindenfels"));
        assert!(score("kas", "Kasse, Zahllauf") > score("kas", "Bankasse"));
    }
}
