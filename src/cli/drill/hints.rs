//! What is worth knowing before the first run: a figure that is compared may have less in its hand than it seems.

use super::super::args::{Common, DrillArgs};
use super::super::record::words_of;
use crate::drill::Variant;
use crate::vocab::Text;

/// The path of the moment at which an attack enters.
const ENTRY_AT: &str = "attack.entry_at";

/// Says which phases do not move with the entry, where that is what is compared.
pub(super) fn say(args: &DrillArgs, variants: &[Variant], common: &Common) {
    if !args.vary.iter().any(|axis| axis.path == ENTRY_AT) {
        return;
    }
    let pinned = variants.iter().flat_map(|variant| {
        let phases = variant.scenario.attack.phases.iter();
        phases.filter(|phase| phase.starts_at.is_some())
    });
    let mut ids: Vec<&str> = pinned.map(|phase| phase.id.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return;
    }
    let free = ids
        .iter()
        .map(|id| format!("--set attack.{id}.starts_at=none"));
    let text = Text::new("drill-entry-pinned")
        .name("phases", ids.join(", "))
        .name("free", free.collect::<Vec<_>>().join(" "));
    common.say(words_of(common, &text));
}
