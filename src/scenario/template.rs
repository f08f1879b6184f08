//! Writes a scenario to start from.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::embedded;
use super::write_whole;

/// What to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template<'a> {
    /// A copy of a scenario of the program, by its name.
    Scenario(&'a str),
    /// The catalogue's own files, to read in or to take kits, services and figures from.
    Catalogue,
    /// The reference workload: providers, each with a star of municipalities.
    ProviderStar,
}

/// Why no template was written.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A file is there already.
    #[error("`{0}` is there already; take another folder, or --force to replace it")]
    Exists(PathBuf),
    /// The size makes no sense.
    #[error("a provider-star has 1 to 99999 municipalities, not {0}")]
    Size(u32),
    /// Writing failed.
    #[error("`{path}` cannot be written: {why}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
}

/// Municipalities of a provider-star if no size is given.
const USUAL_SIZE: u32 = 22;
/// Systems of a municipality.
const SYSTEMS: u32 = 30;

/// Writes the files of a template into a folder and returns their paths.
///
/// `size` is the number of municipalities of a provider-star (1 to 99 999, usually 22).
///
/// # Errors
/// Fails if a file is there already and `force` is not set, and if a file cannot be written.
pub fn write_template(
    dir: &Path,
    template: Template<'_>,
    size: Option<u32>,
    force: bool,
) -> Result<Vec<PathBuf>, TemplateError> {
    let files: Vec<(String, String)> = match template {
        Template::Scenario(name) => copies(embedded::files(name).unwrap_or_default()),
        Template::Catalogue => copies(embedded::catalogue()),
        Template::ProviderStar => provider_star(size.unwrap_or(USUAL_SIZE))?,
    };
    write_files(dir, &files, force)
}

fn copies(files: &[embedded::Text]) -> Vec<(String, String)> {
    let copy = |(name, text): &embedded::Text| ((*name).to_owned(), (*text).to_owned());
    files.iter().map(copy).collect()
}

/// Writes files into a folder, each whole or not at all, and returns their paths.
///
/// # Errors
/// Fails if a file is there already and `force` is not set, and if a file cannot be written.
pub fn write_files(
    dir: &Path,
    files: &[(String, String)],
    force: bool,
) -> Result<Vec<PathBuf>, TemplateError> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| dir.join(name)).collect();
    if !force && let Some(there) = paths.iter().find(|path| path.exists()) {
        return Err(TemplateError::Exists(there.clone()));
    }
    for (path, (_, text)) in paths.iter().zip(files) {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)
            .and_then(|()| write_whole(path, text.as_bytes()))
            .map_err(|why| TemplateError::Write {
                path: path.clone(),
                why,
            })?;
    }
    Ok(paths)
}

/// Returns the number of providers: the two published exceptions, else one per 200 municipalities,
/// rounded, at least one.
const fn providers(municipalities: u32) -> u32 {
    match municipalities {
        421 => 5,
        n => {
            let rounded = (n + 100) / 200;
            if rounded == 0 { 1 } else { rounded }
        }
    }
}

fn provider_star(size: u32) -> Result<Vec<(String, String)>, TemplateError> {
    if !(1..=99_999).contains(&size) {
        return Err(TemplateError::Size(size));
    }
    Ok(vec![
        ("scenario.ron".to_owned(), star_scenario(size)),
        ("administrations.csv".to_owned(), star_administrations(size)),
        ("links.csv".to_owned(), star_links(size)),
    ])
}

fn star_scenario(size: u32) -> String {
    let mut systems = String::new();
    let mut links = String::new();
    for system in 0..SYSTEMS {
        let parent = if system == 0 {
            "provider:core".to_owned()
        } else {
            system_id((system - 1) / 3)
        };
        let rate = if system == 0 { "0.5" } else { "1" };
        let id = system_id(system);
        let _ = writeln!(
            systems,
            "                (id: \"{id}\", needs: [\"{parent}\"], containment: Exp(\"2d\"), crew_repair: Exp(\"12h\")),"
        );
        let _ = writeln!(
            links,
            "                (from: \"{parent}\", to: \"{id}\", spread: Constant({rate})),"
        );
    }
    format!(
        r#"// The reference workload "provider-star": {size} municipalities of {SYSTEMS} systems each.
(
    id: "provider_star",
    title: (de: "Stern um {providers} Dienstleister", en: "Star around {providers} provider(s)"),
    begins: "2027-01-04T00:00",
    start_ex: "2027-01-04T00:00",
    horizon: "90d",
    end: when_quiet,
    administrations_table: "administrations.csv",
    links_table: "links.csv",
    kits: [
        (
            id: "provider",
            systems: [
                (id: "core", containment: Exp("2d"), crew_repair: Exp("12h")),
            ],
        ),
        (
            id: "municipality",
            systems: [
{systems}            ],
            links: [
{links}            ],
        ),
    ],
    attack: (
        entry: ["all_providers:core"],
        entry_at: "2027-01-04T00:00",
        compromised_usable: 0,
        immune_after_rebuild: true,
        tries_jump: 1,
    ),
)
"#,
        providers = providers(size)
    )
}

fn star_administrations(size: u32) -> String {
    let providers = providers(size);
    let mut text = String::from("id,name,kind,inhabitants,provider,kit,maturity,crew\n");
    for provider in 0..providers {
        let customers = size / providers + u32::from(provider < size % providers);
        let crew = (customers * SYSTEMS).div_ceil(200);
        let id = provider_id(provider);
        let _ = writeln!(text, "{id},Provider {id},provider,,,provider,0,{crew}");
    }
    for municipality in 0..size {
        let id = municipality_id(municipality);
        let provider = provider_id(municipality % providers);
        let _ = writeln!(
            text,
            "{id},Municipality {id},municipality,12000,{provider},municipality,0,0"
        );
    }
    text
}

/// Each municipality is linked with the next customer of its provider, both ways, in a ring.
fn star_links(size: u32) -> String {
    let providers = providers(size);
    let mut text = String::from("from,to,per_day\n");
    for provider in 0..providers {
        let ring: Vec<u32> = (provider..size).step_by(providers as usize).collect();
        if ring.len() < 2 {
            continue;
        }
        for (at, &here) in ring.iter().enumerate() {
            let next = ring[(at + 1) % ring.len()];
            let (a, b) = (municipality_id(here), municipality_id(next));
            let root = system_id(0);
            let _ = writeln!(text, "{a}:{root},{b}:{root},0.1\n{b}:{root},{a}:{root},0.1");
        }
    }
    text
}

fn provider_id(provider: u32) -> String {
    format!("p{provider:03}")
}

fn municipality_id(municipality: u32) -> String {
    format!("m{municipality:05}")
}

fn system_id(system: u32) -> String {
    format!("s{system:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, load};

    fn star(size: u32) -> Scenario {
        let dir = tempfile::tempdir().unwrap();
        write_template(dir.path(), Template::ProviderStar, Some(size), false).unwrap();
        load(dir.path().to_str().unwrap(), &[]).unwrap_or_else(|problems| panic!("{problems}"))
    }

    #[test]
    fn the_published_sizes_have_the_published_structure() {
        for (size, providers, crew) in [(22, 1, 4), (421, 5, 65)] {
            let star = star(size);
            assert_eq!(star.administrations.len(), (size + providers) as usize);
            assert_eq!(star.attack.entry.len(), providers as usize);
            assert_eq!(
                star.administrations.iter().map(|a| a.crew).sum::<u32>(),
                crew
            );
            assert_eq!(star.links.len(), 2 * size as usize);
            assert_eq!(star.kits[1].systems.len(), SYSTEMS as usize);
        }
    }

    #[test]
    fn customers_of_a_provider_stand_in_the_order_of_the_ring() {
        let star = star(421);
        let first: Vec<&str> = star.administrations[5..8]
            .iter()
            .map(|a| a.id.as_str())
            .collect();
        assert_eq!(first, ["m00000", "m00005", "m00010"]);
        assert!(
            star.administrations[5..90]
                .iter()
                .all(|a| a.provider == Some(0))
        );
        assert_eq!(star.administrations[90].provider, Some(1));
    }

    #[test]
    fn small_rings_are_as_published() {
        assert_eq!(star(1).links.len(), 0);
        let two = star(2);
        let both_ways = |from, to| {
            two.links
                .iter()
                .filter(|l| (l.from, l.to) == (from, to))
                .count()
        };
        assert_eq!((both_ways(1, 2), both_ways(2, 1)), (2, 2));
    }

    #[test]
    fn nothing_existing_is_replaced_unless_asked() {
        let dir = tempfile::tempdir().unwrap();
        write_template(dir.path(), Template::Scenario("einstieg"), None, false).unwrap();
        let again = write_template(dir.path(), Template::Scenario("einstieg"), None, false);
        assert!(matches!(again, Err(TemplateError::Exists(_))), "{again:?}");
        write_template(dir.path(), Template::Scenario("einstieg"), None, true).unwrap();
    }
}
