//! The log of a seat as a file that can be handed on: what the seat knows, and nothing else.

use crate::view::{LogEntry, LogKind, SeatView};
use crate::vocab::Text;
use crate::words::Words;

/// Returns the name of the file and what is in it: the whole log as a Markdown table, oldest first.
pub(super) fn log_file(view: &SeatView, words: &Words) -> (String, String) {
    let now = &view.public.clock.now;
    let seat: String = view
        .seat
        .name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let minute = now.at.since(view.public.clock.start_ex.at);
    let name = format!("{}-{seat}-{minute:06}.md", words.msg("ui-export-name"));
    let title = Text::new("ui-export-title").name("seat", view.seat.name.clone());
    let as_of = Text::new("ui-export-as-of").name("moment", words.moment(now));
    let heads = [
        "ui-export-when",
        "ui-export-kind",
        "ui-export-route",
        "ui-export-channel",
        "ui-export-text",
        "ui-export-more",
    ]
    .map(|head| words.msg(head));
    let mut lines = vec![
        format!("# {}", words.say(&title)),
        String::new(),
        format!("**{}** {}", words.msg("ui-export-label"), words.say(&as_of)),
        String::new(),
        words.of("export-assumption", view.public.place_names.id()),
        String::new(),
        row(&heads),
        row(&heads.each_ref().map(|_| "---".to_owned())),
    ];
    let entries = view.log.entries.iter();
    lines.extend(entries.map(|entry| row(&cells(entry, view, words))));
    lines.push(String::new());
    (name.to_lowercase(), lines.join("\n"))
}

fn cells(entry: &LogEntry, view: &SeatView, words: &Words) -> [String; 6] {
    let kind = match entry.kind {
        LogKind::Message => "ui-log-message",
        LogKind::Decision => "ui-log-decision",
        LogKind::Observation => "ui-log-observation",
        LogKind::Aid => "ui-log-aid",
    };
    let us = &view.seat.name;
    let route = match (&entry.from, &entry.to) {
        (Some(from), _) => format!("{} → {us}", words.say(from)),
        (None, Some(to)) => format!("{us} → {}", words.say(to)),
        (None, None) if entry.by_deputy => words.msg("ui-log-deputy"),
        (None, None) if entry.kind == LogKind::Message => us.clone(),
        (None, None) => String::new(),
    };
    let reason = entry.reason.as_ref().filter(|reason| !reason.is_empty());
    let reason = reason.map(|reason| Text::new("ui-log-reason").name("reason", reason.clone()));
    let reply = entry.inject.as_ref().and_then(|of| of.reply.as_ref());
    let reply = reply.map(|reply| Text::new("ui-log-reply").name("reply", reply.clone()));
    let more: Vec<String> = [reason, reply]
        .iter()
        .flatten()
        .map(|text| words.say(text))
        .collect();
    [
        words.moment(&entry.at),
        words.msg(kind),
        route,
        entry
            .channel
            .map_or_else(String::new, |by| words.of("channel", by.id())),
        words.say(&entry.text),
        more.join(" "),
    ]
}

/// A row of the table; what was typed cannot break out of its cell.
fn row(cells: &[String; 6]) -> String {
    let cells = cells.each_ref().map(|cell| {
        let cell: String = cell
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        cell.replace('\\', "\\\\")
            .replace('|', "\\|")
            .replace('<', "&lt;")
    });
    format!("| {} |", cells.join(" | "))
}
