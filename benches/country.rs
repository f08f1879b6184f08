//! The whole country as one world: what a happening costs among 90 administrations and among all of them.
//!
//! `cargo bench --bench country -- FILE.csv` takes a table of municipalities (`ags`, `name`, `inhabitants_2022`,
//! `latitude`, `longitude`), gives each state providers of about 216 customers, and lets the attacker into all of them on
//! the same evening. It plays by the catalogue, 30 days, with bots at all seats; word of a crisis goes and help comes as far
//! as in a county (`reach_km`), since nobody tells ten thousand others. Without a table it is skipped: none is part of the
//! project. `-- FILE.csv --days 10` plays shorter.

mod measure;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use beistand::exercise::{Exercise, Start, World};
use beistand::response::players;
use beistand::scenario::load;
use measure::user_seconds;

const RESPONSE: &str = "by_the_book";
/// Customers of a provider, about.
const CUSTOMERS: usize = 216;
/// How far word goes and help comes, km: in the whole country about ninety others are within reach.
const REACH_KM: u32 = 31;
/// How many municipalities are played; the last is all of them.
const SIZES: [usize; 4] = [90, 900, 3_000, usize::MAX];

/// A row of the table.
struct Municipality {
    key: String,
    name: String,
    inhabitants: u32,
    latitude: f64,
    longitude: f64,
}

fn read(path: &str) -> Vec<Municipality> {
    let mut table = csv::Reader::from_path(path).expect("the table can be read");
    let names = table.headers().expect("a first row").clone();
    let column = |name: &str| {
        let at = names.iter().position(|header| header == name);
        at.unwrap_or_else(|| panic!("{path} has no column `{name}`"))
    };
    let at = ["ags", "name", "inhabitants_2022", "latitude", "longitude"].map(column);
    let rows = table.records().map(|row| {
        let row = row.expect("a row");
        let number = |cell: &str| cell.parse::<f64>().ok();
        Some(Municipality {
            key: row[at[0]].to_owned(),
            name: row[at[1]].to_owned(),
            inhabitants: number(&row[at[2]]).filter(|many| *many > 0.0)? as u32,
            latitude: number(&row[at[3]])?,
            longitude: number(&row[at[4]])?,
        })
    });
    rows.flatten().collect()
}

/// The municipalities nearest to the middle of the country, so that every size has as many neighbours within reach.
fn around_the_middle(all: &[Municipality], size: usize) -> Vec<&Municipality> {
    let middle = |of: fn(&Municipality) -> f64| all.iter().map(of).sum::<f64>() / all.len() as f64;
    let (north, east) = (middle(|of| of.latitude), middle(|of| of.longitude));
    let apart = |of: &Municipality| {
        let east = (of.longitude - east) * north.to_radians().cos();
        (of.latitude - north).hypot(east)
    };
    let mut nearest: Vec<&Municipality> = all.iter().collect();
    nearest.sort_by(|a, b| apart(a).total_cmp(&apart(b)));
    nearest.truncate(size);
    nearest.sort_by(|a, b| a.key.cmp(&b.key));
    nearest
}

/// Writes a scenario of some of the municipalities; returns the number of providers.
fn write(folder: &std::path::Path, all: &[Municipality], size: usize, days: u32) -> usize {
    let size = size.min(all.len());
    let mut states: BTreeMap<&str, Vec<&Municipality>> = BTreeMap::new();
    for one in around_the_middle(all, size) {
        // A small world is one state: providers of a handful of customers are another matter.
        let state = if size < 2_000 { "de" } else { &one.key[..2] };
        states.entry(state).or_default().push(one);
    }
    let mut table = csv::Writer::from_path(folder.join("administrations.csv")).expect("a file");
    let names = [
        "id",
        "name",
        "kind",
        "inhabitants",
        "latitude",
        "longitude",
        "provider",
        "kit",
    ];
    table.write_record(names).expect("a row");
    let mut providers = String::new();
    let mut count = 0;
    for (state, towns) in &states {
        let of_state = towns.len().div_ceil(CUSTOMERS);
        for (number, customers) in towns.chunks(towns.len().div_ceil(of_state)).enumerate() {
            let id = format!("provider_{state}_{number}");
            let _ = writeln!(
                providers,
                "(id: \"{id}\", name: \"{id}\", kind: provider, kit: \"provider\", maturity: 0.5),"
            );
            count += 1;
            for town in customers {
                let cells = [
                    town.key.clone(),
                    // There are dozens of places called Neustadt, and names must differ.
                    format!("{} {}", town.name, town.key),
                    "municipality".to_owned(),
                    town.inhabitants.to_string(),
                    town.latitude.to_string(),
                    town.longitude.to_string(),
                    id.clone(),
                    "customer".to_owned(),
                ];
                table.write_record(&cells).expect("a row");
            }
        }
    }
    table.flush().expect("the table is written");
    let scenario = format!(
        "(id: \"country\", title: (de: \"Land\", en: \"Country\"), begins: \"2027-02-08T00:00\", \
         start_ex: \"2027-02-19T13:30\", horizon: \"{days}d\", \
         reach_km: {REACH_KM}, include: [\"catalogue/attack.ron\", \
         \"catalogue/kits.ron\", \"catalogue/responses.ron\", \"catalogue/services.ron\"], \
         administrations_table: \"administrations.csv\", administrations: [{providers}], \
         attack: (entry: [\"all_providers:gateway\"], entry_at: \"2027-02-09T21:40\", tries_jump: 1))\n"
    );
    std::fs::write(folder.join("scenario.ron"), scenario).expect("the scenario is written");
    count
}

fn is_table(argument: &str) -> bool {
    let path = std::path::Path::new(argument);
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = arguments.iter().find(|argument| is_table(argument)) else {
        println!(
            "skipped: name a table of municipalities, as in `cargo bench --bench country -- FILE.csv`"
        );
        return;
    };
    let days = arguments.iter().position(|argument| argument == "--days");
    let days = days.and_then(|at| arguments.get(at + 1));
    let days: u32 = days.map_or(30, |days| days.parse().expect("a number of days"));
    let all = read(path);
    println!(
        "{} municipalities in {path}; {days} days, {RESPONSE}",
        all.len()
    );
    println!(
        "{:>15} {:>9} {:>11} {:>9} {:>11} {:>13}",
        "administrations", "providers", "set-up s", "run s", "happenings", "ns/happening"
    );
    for size in SIZES {
        let dir = tempfile::tempdir().expect("a folder");
        let providers = write(dir.path(), &all, size, days);
        let before = user_seconds();
        let path = dir.path().to_str().expect("the path is UTF-8");
        let scenario = load(path, &[]).unwrap_or_else(|problems| panic!("{problems}"));
        let scenario = Arc::new(scenario);
        let pact = scenario
            .pacts
            .iter()
            .position(|pact| pact.id == scenario.default_pact)
            .expect("the scenario has its default pact");
        // As a drill plays it: nobody will read the logs.
        let mut world = World::new(Arc::clone(&scenario)).without_logs();
        let set_up = user_seconds() - before;
        // The first run touches its memory for the first time and is not counted, where that takes not too long.
        let runs = if size > 3_000 { 1 } else { 3 };
        let (mut seconds, mut happenings) = (0.0, 0);
        for run in 0..runs {
            let start = Start { seed: 7, run, pact };
            let bots = players(&scenario, RESPONSE, &[]).expect("the scenario has the plan");
            let before = user_seconds();
            let mut exercise = Exercise::new(world, start, bots, None);
            let end = exercise.end();
            exercise.advance_to(end);
            if run > 0 || runs == 1 {
                seconds += user_seconds() - before;
                happenings += exercise.sim().events();
            }
            world = exercise.into_sim();
        }
        let counted = (runs - 1).max(1);
        println!(
            "{:>15} {providers:>9} {set_up:>11.2} {:>9.2} {:>11} {:>13.0}",
            scenario.administrations.len(),
            seconds / counted as f64,
            happenings / counted,
            seconds * 1e9 / happenings as f64
        );
    }
}
