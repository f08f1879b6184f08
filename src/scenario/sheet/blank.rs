//! Writes the sheet that people fill in.

use super::columns::{FIGURES, Section};
use crate::scenario::model::{Scenario, ServiceTemplate};
use crate::vocab::Text;

/// Returns a blank sheet for a German spreadsheet: UTF-8 with its mark, semicolons, CRLF.
///
/// `say` turns a text into words of the language that `german` tells.
#[must_use]
pub fn blank(foundation: &Scenario, german: bool, say: &dyn Fn(&Text) -> String) -> String {
    let language = usize::from(!german);
    let mut rows: Vec<Vec<String>> = ["sheet-intro-1", "sheet-intro-2", "sheet-intro-3"]
        .iter()
        .map(|key| vec![say(&Text::new(*key))])
        .collect();
    for section in Section::ALL {
        rows.push(Vec::new());
        rows.push(vec![format!("[{}]", section.names()[language])]);
        let heads = section.columns().iter();
        rows.push(
            heads
                .map(|column| column.heads[language].to_owned())
                .collect(),
        );
        match section {
            Section::Administration => {
                rows.extend(FIGURES.iter().map(|figure| {
                    let words = |part: &str| say(&Text::new(format!("sheet-{part}-{figure}")));
                    vec![
                        (*figure).to_owned(),
                        words("figure"),
                        String::new(),
                        words("unit"),
                        String::new(),
                        words("why"),
                    ]
                }));
            }
            Section::Services => rows.extend(foundation.services.iter().map(|service| {
                let name = say(&Text::new(format!("service-{}", service.id)));
                let mut row = vec![service.id.clone(), name];
                row.resize(section.columns().len() - 1, String::new());
                row.push(say(&usual(service, german)));
                row
            })),
            Section::Restart => {
                for id in systems_with_work(foundation) {
                    let name = say(&Text::new(format!("system-{id}")));
                    let mut row = vec![id.to_owned(), name];
                    row.resize(section.columns().len() - 1, String::new());
                    row.push(say(&Text::new("sheet-why-restart")));
                    rows.push(row);
                }
            }
        }
    }
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

/// Systems of administrations that people restore, each once, in the order of the kits.
fn systems_with_work(foundation: &Scenario) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for kit in foundation.kits.iter().filter(|kit| kit.id != "provider") {
        for system in kit.systems.iter().filter(|system| system.work.is_some()) {
            if !ids.contains(&system.id.as_str()) {
                ids.push(&system.id);
            }
        }
    }
    ids
}

/// What the catalogue takes if a row stays empty.
fn usual(service: &ServiceTemplate, german: bool) -> Text {
    let hours = |minutes: u32| {
        let hours = f64::from(minutes) / 60.0;
        if german {
            hours.to_string().replace('.', ",")
        } else {
            hours.to_string()
        }
    };
    let percent = |share: f64| libm::round(share * 100.0) as i64;
    Text::new(if service.paper.is_some() {
        "sheet-why-service-paper"
    } else {
        "sheet-why-service"
    })
    .name("waz", hours(service.waz_minutes))
    .name("mta", hours(service.mta_minutes))
    .count("emergency", percent(service.emergency_level))
    .count(
        "paper",
        service.paper.map_or(0, |paper| percent(paper.level)),
    )
    .count(
        "days",
        service.paper.map_or(0, |paper| i64::from(paper.days)),
    )
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
