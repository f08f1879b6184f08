//! Small files beside a journal that may be lost: the exercise does not depend on them.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::folder::write_synced;

/// What stands in such a file: the name of its form, then its fields.
#[derive(Serialize, Deserialize)]
struct Written<S, T> {
    schema: S,
    #[serde(flatten)]
    content: T,
}

/// Writes one. What cannot be written is lost.
pub(super) fn write_beside(path: &Path, schema: &str, content: &impl Serialize) {
    let written = Written { schema, content };
    if let Ok(mut text) = serde_json::to_string(&written) {
        text.push('\n');
        let _ = write_synced(path, text.as_bytes());
    }
}

/// Reads one; `None` where it cannot be read or has another form.
pub(super) fn read_beside<T: DeserializeOwned>(path: &Path, schema: &str) -> Option<T> {
    let text = fs::read(path).ok()?;
    let written: Written<String, T> = serde_json::from_slice(&text).ok()?;
    (written.schema == schema).then_some(written.content)
}
