//! Both languages say the same things, and dates and numbers read as people write them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lang, Words};
use crate::vocab::{Arg, DAY, HOUR, PlaceNames, SimTime, Stamp, Text, Weekday};

/// Returns every key of a language with the variables its words use.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in lang.files() {
        let mut key = String::new();
        for line in source.lines() {
            let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if starts && let Some((name, _)) = line.split_once(" =") {
                key = name.to_owned();
                let doubled = keys.insert(key.clone(), BTreeSet::new());
                assert!(doubled.is_none(), "{key} is there twice in {lang:?}");
            }
            if line.starts_with('#') {
                continue;
            }
            for variable in line.split('$').skip(1) {
                let name: String = variable
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                    .collect();
                keys.entry(key.clone()).or_default().insert(name);
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (de, en) = (keys(Lang::De), keys(Lang::En));
    let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| {
        a.keys()
            .filter(|key| !b.contains_key(*key))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(only(&de, &en), Vec::<String>::new(), "only in German");
    assert_eq!(only(&en, &de), Vec::<String>::new(), "only in English");
    for (key, variables) in &de {
        assert_eq!(variables, &en[key], "{key}");
    }
    assert!(de.len() > 300, "{}", de.len());
}

#[test]
fn every_line_can_be_read() {
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for key in keys(lang).keys() {
            assert!(words.knows(key), "{key} in {lang:?}");
        }
        for source in lang.files() {
            let read = fluent_bundle::FluentResource::try_new((*source).to_owned());
            assert!(read.is_ok(), "{:?}", read.err());
        }
    }
}

/// Whether places are real is said for each way in which they may be named, and nowhere else.
#[test]
fn real_places_are_claimed_only_where_they_are_meant() {
    for (lang, claim) in [(Lang::De, "sind echt"), (Lang::En, "are real")] {
        let words = Words::new(lang);
        let keys = keys(lang);
        let claims = keys.keys().filter(|key| words.msg(key).contains(claim));
        let mut found = 0;
        for key in claims {
            let of = key.strip_suffix(PlaceNames::Real.id());
            let of = of.unwrap_or_else(|| panic!("{key} in {lang:?} claims it of all"));
            for names in PlaceNames::ALL {
                assert!(words.knows(&format!("{of}{}", names.id())), "{of}");
            }
            found += 1;
        }
        assert_eq!(found, 5, "{lang:?}");
    }
}

#[test]
fn names_of_services_fit_their_column() {
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for key in keys(lang).keys() {
            let is_service = key.starts_with("service-") && !key.starts_with("service-state-");
            if is_service {
                assert!(words.msg(key).chars().count() <= 19, "{key} in {lang:?}");
            }
        }
    }
}

/// Returns Sunday 21 February 2027, 07:40, and so many minutes later within the month.
fn moment(later: u32) -> Stamp {
    let minutes = 7 * HOUR + 40 + later;
    let days = minutes / DAY;
    let weekday = [
        Weekday::Sunday,
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
    ][(days % 7) as usize];
    Stamp {
        at: SimTime(10_000 + later),
        year: 2027,
        month: 2,
        day: u8::try_from(21 + days).unwrap_or(28),
        weekday,
        hour: u8::try_from(minutes % DAY / HOUR).unwrap_or(0),
        minute: u8::try_from(minutes % HOUR).unwrap_or(0),
        exercise_day: 3,
    }
}

#[test]
fn durations_read_as_people_say_them() {
    let (de, en) = (Words::new(Lang::De), Words::new(Lang::En));
    for (minutes, german, english) in [
        (0, "0 min", "0 min"),
        (50, "50 min", "50 min"),
        (119, "119 min", "119 min"),
        (120, "2 Std", "2 h"),
        (210, "3½ Std", "3½ h"),
        (47 * HOUR + 59, "47½ Std", "47½ h"),
        (2 * DAY, "2 Tage", "2 days"),
        (2 * DAY + 13 * HOUR, "2½ Tage", "2½ days"),
        (7 * DAY + 13 * HOUR, "7 Tage", "7 days"),
        (59 * DAY, "59 Tage", "59 days"),
        (59 * DAY + 23 * HOUR, "59 Tage", "59 days"),
        (60 * DAY, "60 Tage", "60 days"),
        (u32::MAX, "2\u{a0}982\u{a0}616 Tage", "2,982,616 days"),
    ] {
        assert_eq!(de.duration(minutes), german);
        assert_eq!(en.duration(minutes), english);
    }
}

/// 49 hours beside a limit of two days do not read as "2 days" that missed "2 days".
#[test]
fn durations_that_differ_do_not_read_alike_beside_one_another() {
    let (de, en) = (Words::new(Lang::De), Words::new(Lang::En));
    assert_eq!(de.duration_beside(49 * HOUR, 2 * DAY), "49 Std");
    assert_eq!(en.duration_beside(48 * HOUR + 20, 2 * DAY), "48 h 20 min");
    assert_eq!(de.duration_beside(2 * DAY, 2 * DAY), "2 Tage");
    assert_eq!(en.duration_beside(5 * DAY, 2 * DAY), "5 days");
}

#[test]
fn dates_and_spans_are_as_short_as_they_are_clear() {
    let (de, en) = (Words::new(Lang::De), Words::new(Lang::En));
    let now = moment(0);
    assert_eq!(de.moment(&now), "So 21.02. 07:40");
    assert_eq!(en.moment(&now), "Sun 21 Feb 07:40");
    assert_eq!(de.near(&moment(50), &now), "08:30");
    assert_eq!(de.near(&moment(DAY), &now), "Mo 07:40");
    assert_eq!(de.near(&moment(7 * DAY), &now), "So 28.02.");
    assert_eq!(de.day(&moment(50), &now), "08:30");
    assert_eq!(de.day(&moment(DAY), &now), "Mo");
    assert_eq!(en.day(&moment(7 * DAY), &now), "28 Feb");
    assert_eq!(de.span(&(moment(60), moment(120)), &now), "08:40 bis 09:40");
    assert_eq!(de.span(&(moment(60), moment(60)), &now), "08:40");
    assert_eq!(
        en.span(&(moment(DAY), moment(DAY + 120)), &now),
        "Mon 07:40 to 09:40"
    );
    assert_eq!(de.span(&(moment(DAY), moment(4 * DAY)), &now), "Mo bis Do");
    assert_eq!(
        de.span(&(moment(DAY), moment(7 * DAY)), &now),
        "22.02. bis 28.02."
    );
}

#[test]
fn numbers_are_grouped_and_counted() {
    let (de, en) = (Words::new(Lang::De), Words::new(Lang::En));
    assert_eq!(de.number(271_617), "271\u{a0}617");
    assert_eq!(en.number(-1_271_617), "-1,271,617");
    let people = |count: i64| Text::new("aid-amount-it_staff_on_site").count("count", count);
    assert_eq!(de.say(&people(1)), "1 Person");
    assert_eq!(de.say(&people(1200)), "1\u{a0}200 Leute");
    assert_eq!(en.say(&people(1200)), "1,200 people");
}

#[test]
fn texts_nest_and_missing_ones_show_themselves() {
    let words = Words::new(Lang::De);
    let text = Text::new("ui-for").text("what", Text::new("service-kasse"));
    assert_eq!(words.say(&text), "für Kasse, Zahllauf");
    assert_eq!(words.msg("no-such-key"), "«no-such-key»");
    assert_eq!(words.say(&Text::new("ui-for")), "für {$what}");
    let due = Text::new("ui-due")
        .name("at", "08:30")
        .with("left", Arg::Minutes(50));
    assert_eq!(words.say(&due), "bis 08:30, noch 50 min");
}

#[test]
fn figures_of_a_text_in_both_languages_are_filled_in() {
    let text = Text::new("local")
        .name("de", "Es sind {people} in {place}, {de} und {unknown}.")
        .name("en", "There are {people} in {place}.")
        .count("people", 33_410)
        .name("place", "Bensheim");
    let de = Words::new(Lang::De).say(&text);
    assert_eq!(de, "Es sind 33\u{a0}410 in Bensheim, {de} und {unknown}.");
    let en = Words::new(Lang::En).say(&text);
    assert_eq!(en, "There are 33,410 in Bensheim.");
}

#[test]
fn a_date_at_the_end_of_a_sentence_brings_its_full_stop_along() {
    let words = Words::with_extra(Lang::De, &["test-by = Bis { $by }. Dann { $by } weiter."]);
    let say = |by: &str| words.say(&Text::new("test-by").name("by", by));
    assert_eq!(say("05.03."), "Bis 05.03. Dann 05.03. weiter.");
    assert_eq!(say("Fr 09:00"), "Bis Fr 09:00. Dann Fr 09:00 weiter.");
}
