//! The screens: what a person at a terminal sees and what keys mean.
//!
//! Gets plain data through the [`Door`](crate::exercise::Door), hands in commands, keeps only
//! what belongs to the screen: focus, scrolling, open dialogs, language and colours.

mod asked;
mod canvas;
mod dialogs;
mod drill;
mod facilitator;
mod field;
mod frame;
mod fuzzy;
pub mod keymap;
mod pact_form;
mod page;
mod screens;
mod seat;
mod sheet;
mod start;
pub mod text;
pub mod theme;
mod wall;
mod widgets;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use drill::{
    DrillChoices, DrillEnd, DrillKind, DrillOrder, DrillReport, DrillScreen, DrillState,
    DrillWords, DrillWorks, Effort,
};
pub use facilitator::{Facilitator, FacilitatorEnd};
pub use pact_form::{
    ClauseChoice, FigureChoice, MemberChoice, PactChecked, PactDraft, PactFormInfo,
};
pub use seat::{Seat, SeatEnd};
pub use start::{PactChoice, RecordInfo, Role, Start, StartChoice, StartEnd, StartInfo};
pub use wall::Wall;
pub use widgets::band::LevelBand;

use crate::words::Lang;
use theme::{ColorDepth, GraphSet, Theme};

/// How a person wants to see things; kept from the start screen to the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Language.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Signs of curves.
    pub graphs: GraphSet,
    /// Whether the guide speaks.
    pub guided: bool,
}

impl Settings {
    /// Returns the settings for a language and what the terminal can show.
    #[must_use]
    pub const fn new(lang: Lang, depth: ColorDepth) -> Self {
        Self {
            lang,
            theme: Theme {
                depth,
                light: false,
            },
            graphs: GraphSet::Block,
            guided: false,
        }
    }
}

/// The smallest page all screens fit on.
pub const SMALLEST: (u16, u16) = (80, 24);
