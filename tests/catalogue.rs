//! The embedded scenarios, and the catalogue they are made from.

use beistand::scenario::{Staging, embedded, load, load_staged};
use beistand::words::{Lang, Words};

#[test]
fn every_service_and_system_has_a_name_in_both_languages() {
    for lang in [Lang::De, Lang::En] {
        let words = Words::new(lang);
        for scenario in embedded() {
            let scenario = load(scenario, &[]).unwrap();
            let services = scenario
                .services
                .iter()
                .map(|s| format!("service-{}", s.id));
            let systems = scenario.kits.iter().flat_map(|kit| &kit.systems);
            let systems = systems.map(|s| format!("system-{}", s.id));
            for key in services.chain(systems) {
                assert!(words.knows(&key), "{key} in {lang:?}");
            }
        }
    }
}

#[test]
fn a_moved_start_keeps_the_week_and_derives_pay_days_anew() {
    let usual = load("einstieg", &[]).unwrap();
    let start = Some("2027-12-15".parse().unwrap());
    let staging = Staging {
        start,
        ..Staging::default()
    };
    let moved = load_staged("einstieg", &[], &staging).unwrap();
    // 19 February 2027 is a Friday, and so is 17 December, 43 weeks later.
    assert_eq!(usual.begins.to_string(), "2027-02-08T00:00:00");
    assert_eq!(moved.begins.to_string(), "2027-12-06T00:00:00");
    assert_eq!(moved.start_ex, usual.start_ex);
    assert_eq!(moved.notices[0].at, usual.notices[0].at);
    assert_eq!(moved.attack.entry_at, usual.attack.entry_at);
    assert_ne!(moved.hash, usual.hash);
    let pay_days = |scenario: &beistand::scenario::Scenario| {
        let service = scenario.services.iter().find(|s| s.id == "sgb2").unwrap();
        let days = &service.pay.as_ref().unwrap().pay_days;
        days.iter()
            .take(3)
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(pay_days(&usual), ["2027-02-26", "2027-03-31", "2027-04-30"]);
    assert_eq!(pay_days(&moved), ["2027-12-31", "2028-01-31", "2028-02-29"]);
}

#[test]
fn an_offer_of_an_unknown_service_and_a_wrong_pay_day_are_said() {
    let text = r#"(id: "x", title: (de: "x", en: "x"), begins: "2027-02-08T00:00", start_ex: "11d",
    include: ["catalogue/kits_small.ron", "catalogue/services.ron"],
    offers: ["kasse", "kase", "kasse"],
    set: [("service.kasse.pay", (recipients_per_10k: 1, pay_days: monthly))],
    administrations: [(id: "p", name: "P", kind: provider, kit: "provider")])"#;
    let problems = beistand::scenario::load_text("x.ron", text, &[]).unwrap_err();
    let words = Words::new(Lang::En);
    let said = problems.list().iter().map(|one| words.say(&one.message));
    let said: Vec<String> = said.collect();
    assert_eq!(
        said,
        [
            "there is no service `kase`",
            "the service `kasse` is offered twice",
            "`last_bank_day` or a list of dates `[\"2027-02-26\"]` is expected here",
        ]
    );
}

#[test]
fn south_hesse_is_whole_and_has_six_seats() {
    use beistand::scenario::AdministrationKind as Kind;
    let scenario = load("suedhessen", &[]).unwrap();
    let places: Vec<_> = scenario
        .administrations
        .iter()
        .filter(|a| a.id.starts_with("064"))
        .collect();
    let counties = places.iter().filter(|a| a.kind == Kind::County).count();
    assert_eq!((places.len(), counties), (90, 5));
    let provider_of = |id: &str| {
        let found = places.iter().find(|a| a.id == id).unwrap();
        scenario.administrations[found.provider.unwrap()]
            .id
            .as_str()
    };
    let connected = places.iter().filter(|a| provider_of(&a.id) == "datenhaus");
    assert_eq!(connected.count(), 89);
    assert_eq!(provider_of("06411000"), "rheinwerk");
    let inhabitants = places.iter().filter(|a| a.kind != Kind::County);
    assert_eq!(inhabitants.map(|a| a.inhabitants).sum::<u32>(), 1_443_882);
    let seats: Vec<&str> = scenario
        .administrations
        .iter()
        .filter(|a| a.seat.is_some())
        .map(|a| a.id.as_str())
        .collect();
    let cast = [
        "datenhaus",
        "06431",
        "06431002",
        "06431015",
        "06437",
        "06411000",
    ];
    assert_eq!(seats, cast);
    // All with IT act, and the state with its team.
    assert!((0..scenario.administrations.len()).all(|at| scenario.acts(at)));
}
