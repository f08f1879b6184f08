//! The report as a table: every figure with the path at which the JSON has it.

use serde_json::Value;

use super::document::ReportDocument;

/// Returns the report as CSV: `path,value`, one row for each value. What did not happen is empty.
///
/// # Errors
/// If a value cannot be written, which is a bug.
pub fn table(document: &ReportDocument) -> Result<String, serde_json::Error> {
    let value = serde_json::to_value(document)?;
    let mut rows = vec!["path,value".to_owned()];
    walk(&value, "", &mut rows);
    rows.push(String::new());
    Ok(rows.join("\n"))
}

fn walk(value: &Value, path: &str, rows: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                walk(inner, &path, rows);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                walk(inner, &format!("{path}.{at}"), rows);
            }
        }
        Value::Null => rows.push(format!("{path},")),
        Value::String(text) => rows.push(format!("{path},{}", quoted(text))),
        other => rows.push(format!("{path},{other}")),
    }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
