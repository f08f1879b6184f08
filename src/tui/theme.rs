//! Colours and signs: a word and a sign carry every state, colour only helps.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::vocab::{AidState, ServiceState, SystemState};

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColorDepth {
    /// 24 bit.
    True,
    /// The 16 colours every terminal has.
    Sixteen,
    /// No colour at all (`NO_COLOR`, `--color never`).
    None,
}

/// Which signs the terminal's font shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GraphSet {
    /// Signs of the WGL4 set, curves in braille dots.
    Braille,
    /// Signs of the WGL4 set, curves in half blocks.
    Block,
    /// ASCII signs only.
    Ascii,
}

impl GraphSet {
    /// Returns the next set.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Braille => Self::Block,
            Self::Block => Self::Ascii,
            Self::Ascii => Self::Braille,
        }
    }
}

/// What a piece of text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Plain text.
    Plain,
    /// A heading or what must be read first.
    Strong,
    /// Frames, hints, what can wait.
    Still,
    /// Runs.
    Good,
    /// Emergency operation, deadline near.
    Warn,
    /// Stands, missed.
    Bad,
    /// Aid.
    Help,
    /// Suspicion, attack.
    Attack,
}

/// The colours in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// How many colours there are.
    pub depth: ColorDepth,
    /// Dark on light instead of light on dark.
    pub light: bool,
}

const fn rgb(hex: u32) -> Color {
    let [_, r, g, b] = hex.to_be_bytes();
    Color::Rgb(r, g, b)
}

impl Theme {
    /// Returns the style of plain text with the page's background.
    #[must_use]
    pub fn page(self) -> Style {
        match (self.depth, self.light) {
            (ColorDepth::True, false) => Style::new().fg(rgb(0x00E6_E6E6)).bg(rgb(0x0010_1418)),
            (ColorDepth::True, true) => Style::new().fg(rgb(0x001A_1A1A)).bg(rgb(0x00FF_FFFF)),
            _ => Style::new(),
        }
    }

    /// Returns the style of a tone, to be laid over the page.
    #[must_use]
    pub fn style(self, tone: Tone) -> Style {
        let weight = match tone {
            Tone::Strong | Tone::Bad => Modifier::BOLD,
            _ => Modifier::empty(),
        };
        let color = match self.depth {
            ColorDepth::None => None,
            ColorDepth::Sixteen => sixteen(tone),
            ColorDepth::True => okabe_ito(tone, self.light),
        };
        let style = Style::new().add_modifier(weight);
        color.map_or(style, |color| style.fg(color))
    }

    /// Returns the style of what has the focus: reversed, without colour of its own.
    #[must_use]
    pub fn focus(self) -> Style {
        self.page().add_modifier(Modifier::REVERSED)
    }
}

const fn sixteen(tone: Tone) -> Option<Color> {
    match tone {
        Tone::Plain | Tone::Strong | Tone::Still => None,
        Tone::Good => Some(Color::Green),
        Tone::Warn => Some(Color::Yellow),
        Tone::Bad => Some(Color::Red),
        Tone::Help => Some(Color::Cyan),
        Tone::Attack => Some(Color::Magenta),
    }
}

/// The palette after Okabe and Ito, contrast at least 4.5 on either background.
const fn okabe_ito(tone: Tone, light: bool) -> Option<Color> {
    let (dark_page, light_page) = match tone {
        Tone::Plain | Tone::Strong => return None,
        Tone::Still => (0x0099_9999, 0x005F_5F5F),
        Tone::Good => (0x0000_9E73, 0x0000_7A59),
        Tone::Warn => (0x00E6_9F00, 0x008F_6000),
        Tone::Bad => (0x00D5_5E00, 0x00B3_4700),
        Tone::Help => (0x0056_B4E9, 0x0000_5F96),
        Tone::Attack => (0x00CC_79A7, 0x00A0_477D),
    };
    Some(rgb(if light { light_page } else { dark_page }))
}

/// Returns sign and tone of a service's state.
#[must_use]
pub const fn service_sign(state: ServiceState) -> (&'static str, Tone) {
    match state {
        ServiceState::Operating => ("●", Tone::Good),
        ServiceState::Emergency => ("▲", Tone::Warn),
        ServiceState::Below => ("▼", Tone::Warn),
        ServiceState::Down => ("■", Tone::Bad),
        ServiceState::Closed => ("○", Tone::Still),
        ServiceState::Unknown => ("?", Tone::Still),
    }
}

/// Returns sign and tone of what is known of a system.
#[must_use]
pub const fn system_sign(state: SystemState) -> (&'static str, Tone) {
    match state {
        SystemState::Intact => ("●", Tone::Good),
        SystemState::Cleared => ("√", Tone::Good),
        SystemState::Suspected | SystemState::Compromised => ("!", Tone::Attack),
        SystemState::Encrypted => ("■", Tone::Bad),
        SystemState::SwitchedOff => ("○", Tone::Still),
        SystemState::Rebuilding => ("►", Tone::Help),
        SystemState::Unknown => ("?", Tone::Still),
    }
}

/// Returns sign and tone of where a request for aid stands.
#[must_use]
pub const fn aid_sign(state: AidState) -> (&'static str, Tone) {
    match state {
        AidState::Requested | AidState::Examined => ("?", Tone::Warn),
        AidState::Granted => ("√", Tone::Help),
        AidState::UnderWay | AidState::Briefed => ("►", Tone::Help),
        AidState::AtWork => ("♦", Tone::Help),
        AidState::Returned => ("○", Tone::Still),
        AidState::Recalled | AidState::Refused => ("×", Tone::Bad),
    }
}

/// Rewrites a drawn page in ASCII signs; letters with accents stay.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut chars = cell.symbol().chars();
        if let (Some(sign), None) = (chars.next(), chars.next())
            && let Some(plain) = ascii_sign(sign)
        {
            cell.set_char(plain);
        }
    }
}

/// Returns the ASCII stand-in of a sign, `None` for letters and what is ASCII already.
#[must_use]
pub const fn ascii_sign(sign: char) -> Option<char> {
    Some(match sign {
        '●' | '•' => 'o',
        '▲' | '↑' => '^',
        '▼' | '↓' => 'v',
        '■' | '█' | '\u{2800}'..='\u{28ff}' => '#',
        '▄' | '▀' => '=',
        '░' | '▒' | '▓' => ':',
        '○' | '·' => '.',
        '…' => '~',
        '►' | '→' => '>',
        '◄' | '←' => '<',
        '♦' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '×' => 'x',
        '√' => '*',
        '─' | '–' => '-',
        '│' => '|',
        '„' | '“' | '”' | '«' | '»' => '"',
        '’' => '\'',
        '\u{a0}' => ' ',
        _ => return None,
    })
}
