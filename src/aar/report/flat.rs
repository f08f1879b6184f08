//! The report as a table: every figure with the path at which the JSON has it.

use serde_json::Value;

use super::document::ReportDocument;

/// Returns the report as CSV: `path,value`, one row for each value. What did not happen is empty.
///
/// # Errors
/// If a value cannot be written, which is a bug.
pub fn table(document: &ReportDocument) -> Result<String, csv::Error> {
    let value = serde_json::to_value(document).map_err(std::io::Error::from)?;
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["path", "value"])?;
    walk(&value, "", &mut table)?;
    let bytes = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn walk(value: &Value, path: &str, table: &mut csv::Writer<Vec<u8>>) -> csv::Result<()> {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                walk(inner, &path, table)?;
            }
            Ok(())
        }
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.try_for_each(|(at, inner)| walk(inner, &format!("{path}.{at}"), table))
        }
        Value::Null => table.write_record([path, ""]),
        Value::String(text) => table.write_record([path, text]),
        other => table.write_record([path, &other.to_string()]),
    }
}
