//! `beistand run --csv`: the services of a run as a table for other programs, figures to three decimals.

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
        table
            .serialize(service.rounded())
            .map_err(std::io::Error::from)?;
    }
    if document.services.is_empty() {
        // The names of the columns come with a row; of this one only they are kept.
        table
            .serialize(ServicePart::default())
            .map_err(std::io::Error::from)?;
    }
    let text = table
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    let end = if document.services.is_empty() {
        let newline = text.iter().position(|byte| *byte == b'\n');
        newline.map_or(0, |at| at + 1)
    } else {
        text.len()
    };
    out.write_all(&text[..end])?;
    Ok(())
}
