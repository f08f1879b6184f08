//! How well a few typed letters fit a name.

/// What a letter at the start of a word is worth beside any other.
const WORD_START: i32 = 8;
/// What a letter right after the one before is worth.
const IN_A_ROW: i32 = 5;
/// What each letter of the name left of the first hit costs.
const LATE: i32 = 1;
/// What it costs to begin amid a word.
const AMID: i32 = 6;

/// Scores by where the last letter stands; letters that fit nowhere have none.
type Scores = Vec<Option<i32>>;

/// Returns how well `typed` fits `name`, `None` if its letters do not all come in this order, or come scattered: they
/// must stand in a row or begin words, and only once may they begin amid one. Capitals and accents make no difference.
#[must_use]
pub fn score(typed: &str, name: &str) -> Option<i32> {
    let typed: Vec<char> = folded(typed).filter(|c| !c.is_whitespace()).collect();
    let name: Vec<char> = folded(name).collect();
    if typed.is_empty() {
        return Some(0);
    }
    // The best way to place the letters so far: at starts of words only, and with one beginning amid a word.
    let mut best: Option<[Scores; 2]> = None;
    for letter in typed {
        best = Some(place(letter, &name, best.as_ref()));
    }
    best.into_iter().flatten().flatten().flatten().max()
}

/// Places one more letter after those that are placed.
fn place(letter: char, name: &[char], best: Option<&[Scores; 2]>) -> [Scores; 2] {
    let mut next = [vec![None; name.len()], vec![None; name.len()]];
    let mut before = [None, None];
    for (at, c) in name.iter().enumerate() {
        if *c == letter {
            let starts = at == 0 || !name[at - 1].is_alphanumeric();
            // The first letter may stand anywhere; each of the others after those before it.
            let from = match best {
                None => [
                    Some(-LATE * i32::try_from(at).unwrap_or(i32::MAX / 2)),
                    None,
                ],
                Some(_) => before,
            };
            let begun = if starts {
                from.map(|score| score.map(|score: i32| score + WORD_START))
            } else {
                [None, from[0].map(|score| score - AMID)]
            };
            for (amid, begun) in begun.into_iter().enumerate() {
                let last = at.checked_sub(1);
                let in_a_row = last.and_then(|last| best?[amid][last]);
                let bonus = IN_A_ROW + if starts { WORD_START } else { 0 };
                let in_a_row = in_a_row.map(|score| score + bonus);
                next[amid][at] = begun.max(in_a_row).map(|score| score + 1);
            }
        }
        for (amid, before) in before.iter_mut().enumerate() {
            *before = (*before).max(best.and_then(|best| best[amid][at]));
        }
    }
    next
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
    fn scattered_letters_do_not_fit() {
        let said = "Kreis Bergstraße: Notschreiben verschickt. Wirksam ab 07:55.";
        assert!(score("notschreiben", said).is_some());
        assert!(score("schreiben", said).is_some());
        assert!(score("kreis wirk", said).is_some());
        for scattered in ["kasse", "bensheim", "telefon"] {
            assert_eq!(score(scattered, said), None, "{scattered}");
        }
        assert!(score("linden", "Lindenfels") > score("lidenf", "Lindenfels"));
        assert_eq!(score("lnfl", "Lindenfels"), None);
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
