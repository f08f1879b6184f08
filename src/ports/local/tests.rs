//! A real pseudo-terminal: start, play, quit, signals and a panic, and the terminal is given back.

use super::*;

#[cfg(unix)]
mod in_a_terminal;
#[cfg(unix)]
mod terminal;

fn depth(never: bool, variables: &[(&str, &str)]) -> ColorDepth {
    color_depth(never, |name| {
        variables
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn colours_follow_the_environment() {
    assert_eq!(depth(false, &[("TERM", "xterm")]), ColorDepth::Sixteen);
    assert_eq!(
        depth(false, &[("COLORTERM", "truecolor")]),
        ColorDepth::True
    );
    assert_eq!(depth(true, &[("COLORTERM", "truecolor")]), ColorDepth::None);
    let off = [("COLORTERM", "truecolor"), ("NO_COLOR", "1")];
    assert_eq!(depth(false, &off), ColorDepth::None);
    let empty = [("COLORTERM", "24bit"), ("NO_COLOR", "")];
    assert_eq!(depth(false, &empty), ColorDepth::True);
    assert_eq!(depth(false, &[("TERM", "dumb")]), ColorDepth::None);
}
