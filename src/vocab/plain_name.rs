//! Names for machines, made from names for people.

/// Returns small ASCII letters and digits of a title, umlauts spelled out, `between` where something else stood:
/// `Kreis Bergstraße` is `kreis-bergstrasse`. It neither begins nor ends with `between`, and may be empty.
#[must_use]
pub fn plain_name(title: &str, between: char) -> String {
    let mut name = String::new();
    for c in title.to_lowercase().chars() {
        match c {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with(between) || name.is_empty() => {}
            _ => name.push(between),
        }
    }
    name.truncate(name.trim_end_matches(between).len());
    name
}
