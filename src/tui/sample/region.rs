//! The region of the sample: places with long names, without and with old reports.

use super::{NOW, SEAT, stamp, t};
use crate::view::{
    Helpers, NextDeadline, Place, PlaceGroup, PlaceHelp, PlaceLine, PlaceProvider, PlaceReport,
    RegionView, Series, Served,
};
use crate::vocab::{AdministrationId, DAY, HOUR, ServiceState, SimTime};

fn place(
    id: u32,
    name: &str,
    position: (f64, f64),
    report: Option<(ServiceState, [u32; 3], u32)>,
) -> Place {
    Place {
        id: AdministrationId(id),
        name: name.to_owned(),
        inhabitants: 5_009 + id * 31_000,
        position: Some(position),
        is_own: AdministrationId(id) == SEAT,
        affected_since: None,
        report: report.map(|(state, [running, emergency, down], age)| PlaceReport {
            as_of: stamp(NOW - age),
            is_old: age > 6 * HOUR,
            state,
            running,
            emergency,
            down,
            served_of_100: 34,
            next: None,
        }),
        line: match report {
            None => PlaceLine::Unknown,
            Some(_) if id.is_multiple_of(2) => PlaceLine::Open,
            Some((_, _, age)) => PlaceLine::Cut {
                since: stamp(NOW - age - 7 * HOUR),
                is_reported: AdministrationId(id) != SEAT,
            },
        },
        provider: Some(PlaceProvider {
            name: "Datenhaus Süd".to_owned(),
            hit: Some(stamp(NOW - 9 * HOUR)),
        }),
        help: report.map(|_| PlaceHelp::default()),
    }
}

/// Returns two counties, two cities and a place that is known to be affected only.
pub fn region() -> RegionView {
    use ServiceState::{Below, Down, Emergency, Operating};
    let due = |place: &mut Place, what: &'static str, at: u32| {
        if let Some(report) = &mut place.report {
            report.next = Some(NextDeadline {
                what: t(what),
                at: stamp(at),
            });
        }
    };
    let mut county = place(
        2,
        "Kreis Bergstraße",
        (49.64, 8.63),
        Some((Down, [6, 5, 12], 35)),
    );
    due(&mut county, "service-kasse", NOW + 2 * DAY);
    let mut own = place(3, "Bensheim", (49.68, 8.62), Some((Down, [5, 4, 13], 0)));
    due(&mut own, "service-telefonie", NOW + 3 * HOUR + 30);
    let mut hills = place(
        4,
        "Lindenfels",
        (49.68, 8.78),
        Some((Below, [3, 6, 4], 15 * HOUR)),
    );
    due(&mut hills, "service-sterbefall", NOW - 2 * HOUR);
    for place in [&mut county, &mut own] {
        let help = place.help.as_mut().expect("it reported");
        (help.unanswered, help.promised, help.at_work) = (2, 1, 3);
    }
    let mut large = place(
        0,
        "Landkreis Darmstadt-Dieburg",
        (49.86, 8.75),
        Some((Below, [9, 6, 11], 8 * HOUR)),
    );
    due(&mut large, "service-kasse", NOW + 9 * DAY);
    let mut city = place(
        5,
        "Darmstadt",
        (49.87, 8.65),
        Some((Operating, [24, 0, 0], 45)),
    );
    if let Some(help) = &mut city.help {
        help.gives = 2;
    }
    (city.line, city.provider) = (PlaceLine::None, None);
    let mut silent = place(7, "Biebesheim am Rhein", (49.78, 8.47), None);
    silent.affected_since = Some(stamp(NOW - 5 * HOUR));
    let places = vec![
        county,
        own,
        hills,
        place(
            6,
            "Viernheim",
            (49.54, 8.58),
            Some((Emergency, [9, 7, 0], 70)),
        ),
        large,
        place(
            8,
            "Groß-Umstadt",
            (49.87, 8.93),
            Some((Down, [1, 2, 14], 9 * HOUR)),
        ),
        place(9, "Mühltal", (49.82, 8.7), None),
        city,
        silent,
        place(
            1,
            "Mörfelden-Walldorf",
            (49.98, 8.57),
            Some((Operating, [22, 0, 0], 50)),
        ),
    ];
    let group = |head: usize, end: usize| PlaceGroup {
        head,
        members: head + 1..end,
    };
    RegionView {
        helpers: Some(Helpers {
            places: 1,
            requests: 2,
            undone_of_100: 3,
        }),
        places,
        groups: vec![
            group(0, 4),
            group(4, 7),
            group(7, 8),
            group(8, 9),
            group(9, 10),
        ],
        served: Served {
            now_of_100: Some(34),
            yesterday_of_100: Some(39),
            lowest_of_100: Some(31),
            heard: 8,
            young: 5,
            oldest: Some(stamp(NOW - 15 * HOUR)),
            of: 10,
        },
        curve: Series {
            service: None,
            name: t("sample-mean"),
            steps: vec![
                (SimTime(0), 100.0),
                (SimTime(38 * HOUR), 31.0),
                (SimTime(41 * HOUR), 34.0),
            ],
            emergency_of_100: 0,
            waiting: 0,
            notes: Vec::new(),
        },
    }
}
