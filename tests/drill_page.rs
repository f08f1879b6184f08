//! The page of a drill: what it says is what its document says; draft, clauses and money lead to it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use program::{beistand, stderr, stdout};

mod program;

/// Plays a drill of two pacts; returns its document and both pages.
fn drill(folder: &Path, more: &[&str]) -> (Value, String, String) {
    drill_of("einstieg", folder, more)
}

fn drill_of(scenario: &str, folder: &Path, more: &[&str]) -> (Value, String, String) {
    let out = folder.to_str().unwrap();
    let usual = ["drill", scenario, "--until", "30d", "--out", out, "--force"];
    let mut pages = ["de", "en"].map(|lang| {
        beistand(&[&usual[..], &["--lang", lang], more].concat()).success();
        let name = if lang == "de" {
            "bericht.html"
        } else {
            "index.html"
        };
        fs::read_to_string(folder.join(name)).unwrap()
    });
    let document = fs::read(folder.join("result.json")).unwrap();
    let [de, en] = &mut pages;
    let document = serde_json::from_slice(&document).unwrap();
    (document, std::mem::take(de), std::mem::take(en))
}

/// A number as the German page prints it.
fn german(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    if value < 0.0 && text != "0" {
        text.insert(0, '-');
    }
    text
}

/// A page needs nothing from elsewhere, leaves no key and no variable unsaid, and has each part once.
fn is_whole(page: &str, parts: &[&str]) {
    for unsaid in [
        "«",
        "{ $",
        "{$",
        "undefined",
        "<script",
        "http-equiv",
        "NaN",
        "src=",
    ] {
        assert!(!page.contains(unsaid), "{unsaid}");
    }
    for part in parts {
        let id = format!("id=\"{part}\"");
        assert_eq!(page.matches(&id).count(), 1, "{part}");
    }
    // Each picture says what it shows to who cannot see it.
    let pictures = page.matches("<svg").count();
    assert!(pictures >= 3, "{pictures}");
    assert_eq!(page.matches("role=\"img\" aria-label=\"").count(), pictures);
    assert_eq!(page.matches("<desc>").count(), pictures);
    for tag in ["section", "table", "figure", "svg", "tr", "td", "dl", "ul"] {
        let (opened, closed) = (format!("<{tag}"), format!("</{tag}>"));
        let begins = |rest: &str| rest.starts_with([' ', '>', '\n']);
        let opened = page.split(&opened).skip(1).filter(|rest| begins(rest));
        assert_eq!(opened.count(), page.matches(&closed).count(), "{tag}");
    }
}

#[test]
fn the_page_says_what_the_document_says() {
    let dir = tempfile::tempdir().unwrap();
    let more = [
        "--vary",
        "pact=none,contract",
        "--runs",
        "12",
        "--clauses",
        "--prevention",
        "--own",
        "06431002",
        "--hour-value",
        "2000",
    ];
    let (document, de, en) = drill(dir.path(), &more);
    let parts = [
        "council",
        "course",
        "differences",
        "recovery",
        "maximum",
        "places",
        "clauses",
        "money",
        "method",
        "own",
    ];
    is_whole(&de, &parts);
    is_whole(&en, &parts);
    let (base, draft) = (&document["variants"][0], &document["variants"][1]);
    assert_eq!(document["variants"].as_array().map(Vec::len), Some(2));
    // Figures of the table.
    let mean = |of: &Value| of["mean"].as_f64().unwrap();
    let figure = "weighted_lost_service_hours";
    for value in [
        mean(&base["metrics"][figure]),
        mean(&draft["metrics"][figure]),
        mean(&draft["differences"][figure]),
        draft["money"]["extra_per_year_eur"].as_f64().unwrap(),
    ] {
        assert!(de.contains(&german(value)), "{value}");
    }
    // Every clause of the draft that today has not, in the order of the contract, each with its price.
    let clauses = document["clauses"].as_array().unwrap();
    assert_eq!(clauses.len(), 14);
    assert!(
        clauses
            .iter()
            .all(|clause| clause["clause"] != "assistance_by_law")
    );
    assert!(de.contains("§ 9a Forensik auf Abruf") && en.contains("§ 9a Forensics on call"));
    // Cost: 14 clauses add up to what the draft costs beyond today.
    let sum = |of: &str| -> f64 {
        let costs = clauses
            .iter()
            .map(|clause| clause["cost"][of].as_f64().unwrap());
        costs.sum()
    };
    let extra = &draft["money"]["extra_cost"];
    for of in ["once_eur", "per_year_eur", "staff_hours_per_year"] {
        assert_eq!(extra[of].as_f64(), Some(sum(of)), "{of}");
    }
    let staff = draft["money"]["staff_eur_per_hour"].as_f64().unwrap();
    let yearly = sum("once_eur") / 5.0 + sum("per_year_eur") + sum("staff_hours_per_year") * staff;
    assert_eq!(draft["money"]["extra_per_year_eur"].as_f64(), Some(yearly));
    let avoided = draft["money"]["avoided_service_hours"].as_f64().unwrap();
    assert_eq!(avoided, -mean(&draft["differences"][figure]));
    let years = draft["money"]["pays_at_once_in_years"].as_f64();
    assert_eq!(years, (avoided > 0.0).then(|| avoided * 2000.0 / yearly));
    // What is said of services follows the shares of their cases, and all that have a maximum are judged.
    let share = |of: &Value, list: &str, service: &Value, name: &str| -> f64 {
        let mut all = of[list].as_array().unwrap().iter();
        let found = all.find(|of| of["service"] == *service).unwrap();
        found[name].as_f64().unwrap()
    };
    let changes = draft["service_changes"].as_array().unwrap();
    assert_eq!(changes.len(), draft["mta"].as_array().unwrap().len());
    assert!(base["service_changes"].is_null());
    for change in changes {
        let service = &change["service"];
        for (verdict, list, name, sign) in [
            ("failed", "mta", "outages", 1.0),
            ("maximum_missed", "mta", "held_share", -1.0),
        ] {
            let (before, now) = (
                share(base, list, service, name),
                share(draft, list, service, name),
            );
            let by = sign * (now - before);
            match change[verdict]["direction"].as_str().unwrap() {
                "less" => assert!(by < 0.0, "{service} {verdict} {by}"),
                "more" => assert!(by > 0.0, "{service} {verdict} {by}"),
                "same" => assert!(by.abs() < 1e-9, "{service} {verdict} {by}"),
                _ => {}
            }
        }
    }
    // The same money for prevention: what is told is the set with which least is lost, beside its price.
    let found = &document["prevention"];
    let sets = found["sets"].as_array().unwrap();
    let lost = |set: &Value| set["weighted_lost_difference"]["mean"].as_f64().unwrap();
    let best = &sets[found["best"].as_u64().unwrap() as usize];
    assert!(sets.iter().all(|set| lost(set) >= lost(best)));
    assert!(de.contains("Was brächte dasselbe Geld für Vorsorge?"));
    assert!(de.contains("<h3 id=\"prevention\">"));
    let price = best["per_year_eur"].as_f64().unwrap();
    assert!(de.contains(&german(price)), "{price}");
    assert!(
        de.contains("§ 11 Sicherung vom Netz getrennt") || de.contains("§ 12"),
        "clauses have their titles"
    );
    // What stays unsolved: the urgent service whose maximum holds least often, of its outages.
    let missed = missed_of(draft, "own_mta", "kasse");
    let missed = format!("Kasse, Zahllauf ({missed} Ausfällen, heute ");
    assert!(
        de.contains("Was löst der Entwurf nicht?") && de.contains(&missed),
        "{missed}"
    );
    // A dozen courses are counted, and nobody signs because of them.
    assert!(de.contains("von 12 Verläufen") && !de.contains("In 9 von 10 Verläufen"));
    assert!(!de.contains("Den Entwurf unterschreiben"));
    // The own place has its own verdict in the proposal, whatever becomes of the region.
    let own = draft["administrations"].as_array().unwrap().iter();
    let own = own
        .clone()
        .find(|of| of["administration"] == "06431002")
        .unwrap();
    let said = match (&own["verdict"]["direction"], &own["verdict"]["sureness"]) {
        (direction, sureness) if sureness == "open" && direction != "same" => "Ob in Bensheim",
        (direction, _) if direction == "less" => "In Bensheim fällt damit weniger aus",
        (direction, _) if direction == "more" => "In Bensheim fällt damit mehr aus",
        _ => "In Bensheim ändert sich nichts",
    };
    assert!(de.contains(said), "{said}");
    // The administration that is looked at more closely.
    assert!(de.contains("<h3 id=\"own\">Bensheim</h3>"));
    let own = draft["own_recovery"].as_array().unwrap();
    assert!(!own.is_empty() && own.len() < draft["recovery"].as_array().unwrap().len());
}

/// How many of a service's outages lasted too long, as the page says it.
fn missed_of(variant: &Value, list: &str, service: &str) -> String {
    let mut all = variant[list].as_array().unwrap().iter();
    let of = all.find(|of| of["service"] == *service).unwrap();
    let outages = of["outages"].as_f64().unwrap();
    let missed = 1.0 - of["outages_held_share"].as_f64().unwrap();
    if outages < 100.0 {
        format!("{:.0} von {outages:.0}", missed * outages)
    } else {
        let of_100 = match missed * 100.0 {
            most if most > 99.0 && most < 100.0 => 99.0,
            of_100 => of_100,
        };
        format!("{of_100:.0} von 100")
    }
}

/// Of one town hall that is hit alone, 24 others to which nothing happened do not make its maximum hold; and a comparison
/// hides nothing of what it leaves unsolved.
#[test]
fn towns_that_nothing_happened_to_keep_no_maximum() {
    let dir = tempfile::tempdir().unwrap();
    let town = "06431002";
    let more = ["--vary", "pact=none,contract", "--runs", "20"];
    let (document, de, en) = drill_of("einzelfall", dir.path(), &more);
    let draft = &document["variants"][1];
    let mut all = draft["mta"].as_array().unwrap().iter();
    let cash = all.find(|of| of["service"] == "kasse").unwrap();
    let (of_all, of_outages) = (&cash["held_share"], &cash["outages_held_share"]);
    assert!(of_all.as_f64() > Some(0.9), "{of_all}");
    assert!(of_outages.as_f64() < of_all.as_f64(), "{of_outages}");
    // Few outages are told as they were counted, as restart times are.
    let outages = cash["outages"].as_f64().unwrap();
    assert!(outages < 100.0);
    let held = (of_outages.as_f64().unwrap() * outages).round();
    let (_, maximum) = de.split_once("id=\"maximum\"").unwrap();
    let (maximum, _) = maximum.split_once("</section>").unwrap();
    assert!(maximum.contains(&format!(">{held} von {outages}</td>")));
    let own = ["--own", town];
    let (document, own_de, own_en) =
        drill_of("einzelfall", dir.path(), &[&more[..], &own[..]].concat());
    for (page, question) in [
        (&de, "Was löst der Entwurf nicht?"),
        (&own_de, "Was löst der Entwurf nicht?"),
        (&en, "What does the draft not solve?"),
        (&own_en, "What does the draft not solve?"),
    ] {
        assert!(page.contains(question));
    }
    let own = &document["variants"][1]["own_mta"]
        .as_array()
        .unwrap()
        .clone();
    let missed = own.iter().filter(|of| {
        let held = of["outages_held_share"].as_f64();
        of["criticality"].as_u64() <= Some(2) && held.is_some_and(|held| held < 0.9)
    });
    let mut missed: Vec<&Value> = missed.collect();
    missed.retain(|of| of["held_everywhere_share"].as_f64() < Some(0.95));
    assert!(!missed.is_empty());
    let named = missed.iter().filter(|of| {
        let service = of["service"].as_str().unwrap();
        let told = missed_of(&document["variants"][1], "own_mta", service);
        own_de.contains(&format!("({told} Ausfällen, heute "))
    });
    assert!(named.count() >= missed.len().min(3));
    assert!(own_de.contains("In Bensheim dauern mehr als 10 von 100 Ausfällen länger"));
}

/// The parts of a course: nothing fell before the attack, and bands are in order everywhere.
#[test]
fn bands_and_distributions_hold_all_runs() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "pact=none,contract", "--runs", "20"];
    let (document, ..) = drill(dir.path(), &more);
    for variant in document["variants"].as_array().unwrap() {
        let course = &variant["course"];
        let of = |name: &str| -> Vec<f64> {
            let values = course[name].as_array().unwrap().iter();
            values.map(|value| value.as_f64().unwrap()).collect()
        };
        let (low, median, high) = (of("q05_of_100"), of("median_of_100"), of("q95_of_100"));
        let step = course["step_minutes"].as_u64().unwrap();
        assert_eq!(low.len() as u64, 30 * 1440 / step + 1);
        assert_eq!(high[0], 100.0, "in some runs nothing has begun yet");
        for (low, (median, high)) in low.iter().zip(median.iter().zip(&high)) {
            assert!((0.0..=*median).contains(low), "{low} {median}");
            assert!((*median..=100.0).contains(high), "{median} {high}");
        }
        assert!(low.iter().any(|level| *level < 90.0), "the attack shows");
    }
    let counts = document["variants"][1]["distribution"]["counts"].as_array();
    let all: u64 = counts.unwrap().iter().filter_map(Value::as_u64).sum();
    assert_eq!(all, 20);
}

/// A terminal tells what the page tells: the same counts, the same range, and none where the page has none.
#[test]
fn the_terminal_tells_what_the_page_tells() {
    for (more, has_range) in [
        (&["--runs", "10"][..], false),
        (&["--runs", "4", "--assumptions", "5"], true),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let usual = [
            &["drill", "einstieg", "--until", "10d", "--lang", "en"][..],
            &["--vary", "pact=none,practised", "--out"],
            &[dir.path().to_str().unwrap()],
        ];
        let said = stdout(&[&usual.concat()[..], more].concat());
        let page = fs::read_to_string(dir.path().join("index.html")).unwrap();
        let row = said.lines().find(|line| line.starts_with("lost, weighted"));
        let range = row.unwrap().rsplit("  ").next().unwrap();
        let (_, cells) = page
            .split_once("<th scope=\"row\">lost weighted hours</th>")
            .unwrap();
        let (cells, _) = cells.split_once("</tr>").unwrap();
        let (_, last) = cells
            .strip_suffix("</td>")
            .unwrap()
            .rsplit_once('>')
            .unwrap();
        if has_range {
            assert!(range.contains(" to "), "{said}");
            assert_eq!(range, last);
        } else {
            assert_eq!((range, last), ("–", "–"), "{said}");
        }
        let sure = said
            .lines()
            .find(|line| line.contains(" courses."))
            .unwrap();
        let (sure, _) = sure.split_once(" courses.").unwrap();
        assert!(page.contains(sure), "{sure}");
        assert!(!said.contains("of 100 courses"), "{said}");
    }
}

/// What is said follows the figures: a draft that is today's pact brings nothing, and nobody is told to sign it.
#[test]
fn nobody_is_told_to_sign_what_brings_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "service.kfz.waz=24h,1d", "--runs", "5"];
    let (document, de, en) = drill(dir.path(), &more);
    assert_eq!(
        document["variants"][1]["verdicts"]["lost_service_hours"]["direction"],
        "same"
    );
    assert!(de.contains("Nichts: In keinem Verlauf fällt mehr oder weniger aus."));
    assert!(!de.contains("Den Entwurf unterschreiben") && !en.contains("Sign the draft."));
    let money = &document["variants"][1]["money"];
    assert_eq!(money["extra_per_year_eur"].as_f64(), Some(0.0));
    assert!(money["pays_at_once_in_years"].is_null());
}

/// Who gives up a practised pact loses more and saves money: that is no gain, but not for nothing either.
#[test]
fn a_worse_draft_never_pays() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "pact=practised,none", "--runs", "20"];
    let (document, de, en) = drill(dir.path(), &more);
    let draft = &document["variants"][1];
    let figure = "weighted_lost_service_hours";
    assert_eq!(draft["verdicts"][figure]["direction"], "more");
    assert!(draft["money"]["extra_per_year_eur"].as_f64() < Some(0.0));
    assert!(de.contains("Kein Ausfall wird vermieden: Der Entwurf spart"));
    assert!(de.contains("Den Entwurf so nicht unterschreiben") && !de.contains("Sofort:"));
    assert!(en.contains("No loss is avoided. The draft saves") && !en.contains("At once."));
}

/// Of what persons do nothing can be signed: there is no draft on the page.
#[test]
fn without_pacts_there_is_no_draft() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "response=by_the_book,passive", "--runs", "5"];
    let (_, de, en) = drill(dir.path(), &more);
    assert!(de.contains("Was folgt daraus?") && !de.contains("Entwurf"));
    assert!(en.contains("What follows from it?") && !en.contains("draft is"));
    assert!(!en.contains("the draft") && !en.contains("The draft"));
    assert!(de.contains("als mit „Nach Handbuch“") || de.contains("Nichts, was sicher wäre"));
}

/// Who plays with invented names is not told that places are real.
#[test]
fn invented_names_are_called_invented() {
    let dir = tempfile::tempdir().unwrap();
    let real = "Orte und Einwohner sind echt.";
    let more = ["--names", "fiktiv", "--pact", "contract", "--runs", "2"];
    let (_, de, en) = drill(dir.path(), &more);
    assert!(de.contains("Die Namen der Orte sind erfunden") && !de.contains(real));
    assert!(en.contains("The names of the places are invented"));
    let (_, de, _) = drill(dir.path(), &more[2..]);
    assert!(de.contains(real));
}

/// Without a figure of the person who asks no worth of an hour is assumed.
#[test]
fn no_value_of_an_hour_is_made_up() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "pact=none,contract", "--runs", "5"];
    let (document, de, _) = drill(dir.path(), &more);
    let money = &document["variants"][1]["money"];
    assert!(money["hour_value_eur"].is_null() && money["pays_at_once_in_years"].is_null());
    assert!(!de.contains("trägt sich bei einem Angriff"));
}

/// One variant alone has a page too: recovery against targets.
#[test]
fn one_pact_alone_is_held_against_its_targets() {
    let dir = tempfile::tempdir().unwrap();
    let (document, de, en) = drill(dir.path(), &["--pact", "contract", "--runs", "5"]);
    assert_eq!(document["variants"].as_array().map(Vec::len), Some(1));
    for page in [&de, &en] {
        is_whole(
            page,
            &[
                "council", "course", "recovery", "maximum", "places", "method",
            ],
        );
        assert!(!page.contains("id=\"money\"") && !page.contains("id=\"clauses\""));
    }
    let recovery = document["variants"][0]["recovery"].as_array().unwrap();
    let mut fell = recovery
        .iter()
        .filter(|of| of["down_share"].as_f64() > Some(0.0));
    assert!(fell.any(|of| of["median_hours"].is_number()));
    // A handful of outages has no range, and shares of it stand as they were counted.
    let outages = |of: &&Value| of["outages"].as_u64().unwrap();
    let mut few = recovery
        .iter()
        .filter(|of| (2..20).contains(&outages(of)))
        .peekable();
    assert!(few.peek().is_some());
    for of in few {
        let many = outages(&of);
        let within = of["within_waz_share"].as_f64().unwrap() * many as f64;
        assert!(de.contains(&format!("(aus {many} Ausfällen)")), "{of}");
        assert!(de.contains(&format!(">{within:.0} von {many}<")), "{of}");
    }
    // Of how many outages a time is stands beside it; no share is of those to whom nothing happened.
    let mut many = recovery.iter().filter(|of| outages(of) >= 20).peekable();
    assert!(many.peek().is_some());
    for of in many {
        let of_outages = german(outages(&of) as f64);
        assert!(
            de.contains(&format!("), aus {of_outages} Ausfällen<")),
            "{of}"
        );
    }
    assert!(!de.contains("von 100 fallen aus"));
}

/// A draft in a file is one of the pacts, in a drill and in a run, and its clauses count.
#[test]
fn a_draft_laid_over_a_scenario_can_be_compared() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("entwurf.ron");
    let draft = r#"(pacts: [(
        id: "entwurf",
        title: (de: "Entwurf vom Mai", en: "Draft of May"),
        sentence: (de: "Nur Notebooks.", en: "Notebooks only."),
        clauses: ["assistance_by_law", "membership", "named_partner", "notebook_pool"],
        notebook_pool: 60,
        confidence: "estimate",
    )])"#;
    fs::write(&file, draft).unwrap();
    let with = file.to_str().unwrap();
    let out = dir.path().join("out");
    let more = [
        "--with",
        with,
        "--vary",
        "pact=loi,entwurf",
        "--runs",
        "3",
        "--clauses",
    ];
    let (document, de, en) = drill(&out, &more);
    assert!(de.contains("Was bringt „Entwurf vom Mai“ gegenüber „Absichtserklärung“?"));
    assert!(en.contains("Draft of May"));
    let clauses = document["clauses"].as_array().unwrap();
    let ids: Vec<&Value> = clauses.iter().map(|clause| &clause["clause"]).collect();
    assert_eq!(ids, ["notebook_pool"]);
    beistand(&[
        "run", "einstieg", "--with", with, "--pact", "entwurf", "--until", "5d",
    ])
    .success();
    let unknown = beistand(&["run", "einstieg", "--pact", "entwurf", "--until", "5d"]);
    unknown.code(2);
    let missing = beistand(&["run", "einstieg", "--with", "no-such-file.ron"]).code(1);
    let said = stderr(&missing);
    assert!(said.contains("no-such-file.ron"), "{said}");
}

#[test]
fn clauses_need_two_pacts_and_own_an_administration_with_services() {
    for (arguments, word) in [
        (&["--clauses"][..], "two pacts"),
        (&["--vary", "pact=contract,loi", "--clauses"], "two pacts"),
        (&["--own", "99999999"], "99999999"),
        (&["--hour-value", "0"], "above 0"),
    ] {
        let failed = beistand(&[&["drill", "einstieg", "--runs", "2"], arguments].concat()).code(2);
        let said = stderr(&failed);
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
}

/// Two pacts at two places of entry are no pact against another place: what is said of the pact is the same attack with and
/// without it, and each other place has its own line.
#[test]
fn a_grid_is_judged_along_one_axis() {
    let dir = tempfile::tempdir().unwrap();
    let more = [
        "--vary",
        "response=by_the_book,passive",
        "--vary",
        "pact=none,contract",
        "--runs",
        "20",
        "--hour-value",
        "2000",
    ];
    let (document, de, en) = drill(dir.path(), &more);
    is_whole(&de, &["council", "elsewhere"]);
    is_whole(&en, &["council", "elsewhere"]);
    let contrasts = document["contrasts"].as_array().unwrap();
    let variants = document["variants"].as_array().unwrap();
    let places: Vec<_> = contrasts
        .iter()
        .map(|of| (of["base"].as_u64(), of["draft"].as_u64()))
        .collect();
    assert_eq!(places, [(Some(0), Some(1)), (Some(2), Some(3))]);
    let figure = "weighted_lost_service_hours";
    let mean = |of: &Value| of["mean"].as_f64().unwrap();
    for (contrast, pair) in contrasts.iter().zip(variants.chunks(2)) {
        assert_eq!(contrast["settings"][0], pair[0]["settings"][0]);
        let by = mean(&pair[1]["metrics"][figure]) - mean(&pair[0]["metrics"][figure]);
        let told = mean(&contrast["differences"][figure]);
        assert!((by - told).abs() < 1e-6, "{by} {told}");
        assert!(de.contains(&german(told)), "{told}");
    }
    // The first page is that of one axis alone, at the first value of the other.
    assert_eq!(contrasts[0]["money"], variants[1]["money"]);
    let alone = tempfile::tempdir().unwrap();
    let (_, page, _) = drill(alone.path(), &more[2..]);
    let part = |page: &str, from: &str| {
        let rest = &page[page.find(from).unwrap()..];
        rest[..rest.find("</dd>").unwrap()].to_owned()
    };
    for question in ["Vorschlag</dt>", "Wie sicher ist das?", "Ab wann lohnt"] {
        assert_eq!(part(&de, question), part(&page, question));
    }
    assert!(de.contains("„Vertrag“ gegenüber „Ohne Pakt“? (bei: Nach Handbuch)"));
    assert!(de.contains("Gilt das auch sonst?") && !page.contains("Gilt das auch sonst?"));
}

/// Nobody in a council reads paths, and a second attack brings nothing.
#[test]
fn what_is_varied_is_told_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let title = |scenario: &str, vary: &[&str]| {
        let axes = vary.iter().flat_map(|axis| ["--vary", axis]);
        let more: Vec<&str> = axes.chain(["--runs", "2"]).collect();
        let (_, de, en) = drill_of(scenario, dir.path(), &more);
        [de, en].map(|page| {
            let from = page.find("<h1 id=\"council-title\">").unwrap() + 23;
            page[from..from + page[from..].find("</h1>").unwrap()].to_owned()
        })
    };
    let entry = "attack.entry=[\"06431002:workplaces\"],[\"06431016:workplaces\"]";
    let [de, en] = title("einzelfall", &["pact=none,loi", entry]);
    assert!(
        de.ends_with("(bei: Einstieg: Bensheim (Arbeitsplätze))"),
        "{de}"
    );
    assert!(en.starts_with("What does “Letter of intent” bring"), "{en}");
    let [de, _] = title("einstieg", &["pact.contract.clause.notebook_pool=off,on"]);
    let (with, without) = ("mit § 8 Notebook-Pool", "ohne § 8 Notebook-Pool");
    assert_eq!(de, format!("Was bringt „{with}“ gegenüber „{without}“?"));
    let [de, en] = title("einstieg", &["admin.06431002.maturity=0.3,0.9"]);
    let field = "Bensheim, Vorbereitung";
    let told = format!("wenn „{field}: 90\u{a0}%“ gilt statt „{field}: 30\u{a0}%“?");
    assert_eq!(de, format!("Was ändert sich, {told}"));
    assert!(!en.contains("bring"), "{en}");
}

/// What a figure of one pact sets changes nothing under another: that is said before it is taken for a result.
#[test]
fn versions_that_cannot_differ_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let more = [
        "--vary",
        "pact=none,contract",
        "--vary",
        "pact.contract.notebook_pool=20,60",
        "--runs",
        "3",
    ];
    let (document, de, en) = drill(dir.path(), &more);
    let variants = document["variants"].as_array().unwrap();
    assert_eq!(variants[0]["metrics"], variants[1]["metrics"]);
    assert!(de.contains("Unter „Ohne Pakt“ bewirkt „Notebooks im Pool“ nichts"));
    assert!(!de.contains("Unter „Vertrag“ bewirkt") && en.contains("changes nothing: versions"));
}

/// What is the same in all courses is not called open, and the draft stands above to compare with.
#[test]
fn prevention_that_changes_nothing_is_said_to() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "pact=loi,contract", "--runs", "6", "--prevention"];
    let (document, de, en) = drill(dir.path(), &more);
    let found = &document["prevention"];
    let best = &found["sets"][found["best"].as_u64().unwrap() as usize];
    assert_eq!(best["verdict"]["direction"], "same");
    assert!(de.contains("ändert das am Ausfall nichts: In allen Verläufen ist es gleich."));
    assert!(en.contains("that changes nothing of what is lost: all courses are the same."));
    let extra = &document["variants"][1]["money"]["extra_per_year_eur"];
    let draft = format!(
        "<tr class=\"seat\"><th scope=\"row\">Zum Vergleich: Vertrag</th><td data-label=\"€ im Jahr\">{}</td>",
        german(extra.as_f64().unwrap())
    );
    assert!(de.contains(&draft), "{draft}");
    // Of the proposal the first sentence is read first.
    let (_, proposal) = de.split_once("<dd class=\"proposal\">").unwrap();
    assert!(proposal.trim_start().starts_with("<strong>"));
}

/// Who was hit is named, and helpers who give less are not taken for its gain.
#[test]
fn who_was_hit_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let more = ["--vary", "pact=none,contract", "--runs", "20"];
    let (document, de, en) = drill_of("einzelfall", dir.path(), &more);
    let variants = document["variants"].as_array().unwrap();
    let of = |variant: &Value| {
        let mut all = variant["administrations"].as_array().unwrap().iter();
        all.find(|of| of["administration"] == "06431002")
            .unwrap()
            .clone()
    };
    let before = of(&variants[0])["lost_service_hours"].as_f64().unwrap();
    let by = of(&variants[1])["lost_difference"]["mean"]
        .as_f64()
        .unwrap();
    assert!(by < -1.5, "{by}");
    let told = format!(
        "Getroffen ist Bensheim: im Mittel {} Leistungsstunden weniger Ausfall",
        german(-by)
    );
    assert!(de.contains(&told), "{told}");
    assert!(de.contains(&format!("heute fallen dort {} aus", german(before))));
    assert!(en.contains("Bensheim is hit:"));
    let avoided = |figure: &str| {
        let mean = |of: &Value| of["metrics"][figure]["mean"].as_f64().unwrap();
        mean(&variants[0]) - mean(&variants[1])
    };
    let (all, given) = (
        avoided("lost_service_hours"),
        avoided("helper_lost_service_hours"),
    );
    assert!(given > 1.0 && all > given, "{all} {given}");
    let told = format!(
        "Von {} vermiedenen Leistungsstunden kommen {}",
        german(all),
        german(given)
    );
    assert!(de.contains(&told), "{told}");
}
