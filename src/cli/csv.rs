//! `beistand run --csv`: the services of a run as a table for other programs.

use std::io::Write;

use super::Failure;
use super::documents::{RunDocument, ServicePart};

/// Writes one row per administration and service; the columns are the fields of `services` in the
/// JSON document, an empty cell is its null.
pub(super) fn write_services(
    out: &mut impl Write,
    document: &RunDocument<'_>,
) -> Result<(), Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    for service in &document.services {
        table.serialize(service).map_err(std::io::Error::from)?;
    }
    if document.services.is_empty() {
        // The names of the columns come with a row; of this one only they are kept.
        table
            .serialize(ServicePart::default())
            .map_err(std::io::Error::from)?;
    }
    let text = table.into_inner().map_err(|error| error.into_error())?;
    let end = match document.services.is_empty() {
        true => text
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1),
        false => text.len(),
    };
    out.write_all(&text[..end])?;
    Ok(())
}
