//! Scenarios and fragments that are part of the program.

/// A text of the program by its name.
pub type Text = (&'static str, &'static str);

/// Fragments that every scenario may include as `catalogue/NAME.ron`.
const CATALOGUE: &[Text] = &[
    (
        UNCERTAIN,
        include_str!("../../assets/catalogue/assumptions.ron"),
    ),
    (
        "catalogue/attack.ron",
        include_str!("../../assets/catalogue/attack.ron"),
    ),
    (
        "catalogue/kits.ron",
        include_str!("../../assets/catalogue/kits.ron"),
    ),
    (
        "catalogue/kits_small.ron",
        include_str!("../../assets/catalogue/kits_small.ron"),
    ),
    (PACTS, include_str!("../../assets/catalogue/pacts.ron")),
    (
        PARAMETERS,
        include_str!("../../assets/catalogue/parameters.ron"),
    ),
    (
        "catalogue/responses.ron",
        include_str!("../../assets/catalogue/responses.ron"),
    ),
    (
        "catalogue/services.ron",
        include_str!("../../assets/catalogue/services.ron"),
    ),
];

/// The files of each scenario; the first one is `scenario.ron`.
const SCENARIOS: &[(&str, &[Text])] = &[
    (
        "einstieg",
        &[(
            "scenario.ron",
            include_str!("../../scenarios/einstieg/scenario.ron"),
        )],
    ),
    (
        "einzelfall",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/einzelfall/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!("../../scenarios/einzelfall/administrations.csv"),
            ),
        ],
    ),
    (
        "suedhessen",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/suedhessen/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!("../../scenarios/suedhessen/administrations.csv"),
            ),
            (
                "injects.ron",
                include_str!("../../scenarios/suedhessen/injects.ron"),
            ),
            (
                "objectives.ron",
                include_str!("../../scenarios/suedhessen/objectives.ron"),
            ),
        ],
    ),
];

/// The files of each rebuilt incident: scenarios like the others, but no exercises.
const INCIDENTS: &[(&str, &[Text])] = &[
    (
        "anhalt_bitterfeld_2021",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/incidents/anhalt_bitterfeld_2021/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!(
                    "../../scenarios/incidents/anhalt_bitterfeld_2021/administrations.csv"
                ),
            ),
        ],
    ),
    (
        "schwerin_2021",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/incidents/schwerin_2021/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!("../../scenarios/incidents/schwerin_2021/administrations.csv"),
            ),
        ],
    ),
    (
        "suedwestfalen_2023",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/incidents/suedwestfalen_2023/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!("../../scenarios/incidents/suedwestfalen_2023/administrations.csv"),
            ),
        ],
    ),
    (
        "witten_2021",
        &[
            (
                "scenario.ron",
                include_str!("../../scenarios/incidents/witten_2021/scenario.ron"),
            ),
            (
                "administrations.csv",
                include_str!("../../scenarios/incidents/witten_2021/administrations.csv"),
            ),
        ],
    ),
];

/// Name of the fragment that holds the usual figures of recovery; read before every scenario.
pub const PARAMETERS: &str = "catalogue/parameters.ron";
/// Name of the fragment that holds the clauses and phases of the pact; read before every scenario.
pub const PACTS: &str = "catalogue/pacts.ron";

/// Name of the fragment that holds the usual spreads; read before every scenario.
pub const UNCERTAIN: &str = "catalogue/assumptions.ron";

/// Returns the names of the published incidents that are part of the program as scenarios.
#[must_use]
pub fn incidents() -> &'static [&'static str] {
    &[
        "anhalt_bitterfeld_2021",
        "schwerin_2021",
        "suedwestfalen_2023",
        "witten_2021",
    ]
}

/// Returns the names of the exercises that are part of the program.
#[must_use]
pub fn embedded() -> &'static [&'static str] {
    &["einstieg", "einzelfall", "suedhessen"]
}

/// Returns the fragments of the catalogue, `catalogue/NAME.ron` each.
pub fn catalogue() -> &'static [Text] {
    CATALOGUE
}

/// Returns the text of a fragment of the catalogue.
pub fn fragment(name: &str) -> Option<&'static str> {
    find(CATALOGUE, name)
}

/// Returns the files of a scenario that is part of the program.
pub fn files(scenario: &str) -> Option<&'static [Text]> {
    let mut all = SCENARIOS.iter().chain(INCIDENTS);
    let found = all.find(|(name, _)| *name == scenario);
    found.map(|(_, files)| *files)
}

/// Returns one file of a scenario that is part of the program.
pub fn file(scenario: &str, name: &str) -> Option<&'static str> {
    files(scenario).and_then(|files| find(files, name))
}

fn find(texts: &'static [Text], name: &str) -> Option<&'static str> {
    texts
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_its_files() {
        for name in embedded().iter().chain(incidents()) {
            assert!(file(name, "scenario.ron").is_some(), "{name}");
        }
        assert_eq!(embedded().len(), SCENARIOS.len());
        assert_eq!(incidents().len(), INCIDENTS.len());
        assert!(fragment(PARAMETERS).is_some());
        assert!(fragment(PACTS).is_some());
    }
}
