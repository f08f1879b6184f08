//! The table of keys itself.

use crossterm::event::KeyCode;

use super::Key::{self, Char, Code, Ctrl};
use super::{Binding, Context as C, Intent as I, Screen};

const fn row(
    context: C,
    keys: &'static [Key],
    intent: I,
    shown: &'static str,
    label: &'static str,
    footer: bool,
) -> Binding {
    Binding {
        context,
        keys,
        intent,
        shown,
        label,
        footer,
    }
}

const UP: &[Key] = &[Code(KeyCode::Up)];
const DOWN: &[Key] = &[Code(KeyCode::Down)];
const LEFT: &[Key] = &[Code(KeyCode::Left)];
const RIGHT: &[Key] = &[Code(KeyCode::Right)];
const PAGE_UP: &[Key] = &[Code(KeyCode::PageUp)];
const PAGE_DOWN: &[Key] = &[Code(KeyCode::PageDown)];
const ENTER: &[Key] = &[Code(KeyCode::Enter)];
const ESC: &[Key] = &[Code(KeyCode::Esc)];
const TAB: &[Key] = &[Code(KeyCode::Tab)];
const BACK_TAB: &[Key] = &[Code(KeyCode::BackTab)];
const QUIT: &[Key] = &[Char('q'), Ctrl('c')];
const CTRL_C: &[Key] = &[Ctrl('c')];

/// The table. Rows of a screen come before those that work everywhere.
#[rustfmt::skip] // One row to a line: it is read as a table.
pub const TABLE: &[Binding] = &[
    row(C::Start,      UP,           I::Up,                     "↑↓",    "ui-key-choose-seat",    true),
    row(C::Start,      DOWN,         I::Down,                   "",      "ui-key-choose-seat",    false),
    row(C::Start,      LEFT,         I::Previous,               "←→",    "ui-key-choose-pact",    true),
    row(C::Start,      RIGHT,        I::Next,                   "",      "ui-key-choose-pact",    false),
    row(C::Start,      &[Char('1')], I::Guided,                 "1",     "ui-key-guided",         true),
    row(C::Start,      ENTER,        I::Accept,                 "Enter", "ui-key-go",             true),
    row(C::Start,      &[Char('L')], I::Language,               "L",     "ui-key-language",       true),
    row(C::Start,      &[Char('H')], I::Light,                  "H",     "ui-key-light",          true),
    row(C::Start,      &[Char('Z')], I::Graphs,                 "Z",     "ui-key-graphs",         false),
    row(C::Start,      &[Char('i')], I::About,                  "i",     "ui-key-about",          true),
    row(C::Start,      &[Char('?')], I::Guide,                  "?",     "ui-key-guide",          true),
    row(C::Start,      QUIT,         I::Quit,                   "q",     "ui-key-quit",           true),

    row(C::TownHall,   UP,           I::Up,                     "↑↓",    "ui-key-choose-service", false),
    row(C::TownHall,   DOWN,         I::Down,                   "",      "ui-key-choose-service", false),
    row(C::TownHall,   PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-service", false),
    row(C::TownHall,   PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-service", false),
    row(C::TownHall,   ENTER,        I::Decide,                 "Enter", "ui-key-decide",         true),
    row(C::TownHall,   &[Char('w')], I::Why,                    "w",     "ui-key-why",            true),
    row(C::TownHall,   &[Char('b')], I::RequestAid,             "b",     "ui-key-request-aid",    true),
    row(C::TownHall,   &[Char('a')], I::ShowAll,                "a",     "ui-key-show-all",       true),
    row(C::TownHall,   &[Char('r')], I::Recovery,               "r",     "ui-key-recovery",       true),
    row(C::TownHall,   &[Char('f')], I::OnlyDeadlines,          "f",     "ui-key-only-deadlines", false),
    row(C::TownHall,   &[Char('s')], I::Deputy,                 "s",     "ui-key-deputy",         false),
    row(C::TownHall,   &[Char('x')], I::CustomerLine,           "x",     "ui-key-customer-line",  false),

    row(C::Region,     UP,           I::Up,                     "↑↓",    "ui-key-choose-place",   false),
    row(C::Region,     DOWN,         I::Down,                   "",      "ui-key-choose-place",   false),
    row(C::Region,     PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-place",   false),
    row(C::Region,     PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-place",   false),
    row(C::Region,     ENTER,        I::OpenPlace,              "Enter", "ui-key-open",           true),
    row(C::Region,     LEFT,         I::Previous,               "←→",    "ui-key-fold",           true),
    row(C::Region,     RIGHT,        I::Next,                   "",      "ui-key-fold",           false),
    row(C::Region,     &[Char('s')], I::Sort,                   "s",     "ui-key-sort",           true),
    row(C::Region,     &[Char('f')], I::OnlyDeadlines,          "f",     "ui-key-only-deadlines", true),
    row(C::Region,     &[Char('b')], I::RequestAid,             "b",     "ui-key-request-aid",    true),
    row(C::Region,     &[Char('m')], I::Mark,                   "m",     "ui-key-mark",           true),
    row(C::Region,     &[Char('g')], I::MarkAll,                "g",     "ui-key-mark-county",    true),

    row(C::Map,        LEFT,         I::Previous,               "←↑↓→",  "ui-key-place",          true),
    row(C::Map,        RIGHT,        I::Next,                   "",      "ui-key-place",          false),
    row(C::Map,        UP,           I::Up,                     "",      "ui-key-place",          false),
    row(C::Map,        DOWN,         I::Down,                   "",      "ui-key-place",          false),
    row(C::Map,        ENTER,        I::OpenPlace,              "Enter", "ui-key-open",           true),
    row(C::Map,        &[Char('e')], I::Layer,                  "e",     "ui-key-layer",          true),
    row(C::Map,        &[Char('+')], I::ZoomIn,                 "+",     "ui-key-zoom-in",        true),
    row(C::Map,        &[Char('-')], I::ZoomOut,                "-",     "ui-key-zoom-out",       true),

    row(C::Aid,        UP,           I::Up,                     "↑↓",    "ui-key-choose-request", false),
    row(C::Aid,        DOWN,         I::Down,                   "",      "ui-key-choose-request", false),
    row(C::Aid,        PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-request", false),
    row(C::Aid,        PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-request", false),
    row(C::Aid,        &[Char('b')], I::RequestAid,             "b",     "ui-key-request-aid",    true),
    row(C::Aid,        ENTER,        I::AnswerAid,              "Enter", "ui-key-answer",         true),
    row(C::Aid,        &[Char('m')], I::Mark,                   "m",     "ui-key-mark",           true),
    row(C::Aid,        &[Char('g')], I::MarkAll,                "g",     "ui-key-mark-all",       true),
    row(C::Aid,        &[Char('x')], I::RecallAid,              "x",     "ui-key-recall",         true),
    row(C::Aid,        &[Char('f')], I::OnlyDeadlines,          "f",     "ui-key-only-deadlines", false),

    row(C::Work,       UP,           I::Up,                     "↑↓",    "ui-key-choose-step",    true),
    row(C::Work,       DOWN,         I::Down,                   "",      "ui-key-choose-step",    false),
    row(C::Work,       PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-step",    false),
    row(C::Work,       PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-step",    false),
    row(C::Work,       &[Char('K')], I::MoveUp,                 "K",     "ui-key-move-up",        true),
    row(C::Work,       &[Char('J')], I::MoveDown,               "J",     "ui-key-move-down",      true),

    row(C::Course,     LEFT,         I::Previous,               "←→",    "ui-key-choose-series",  true),
    row(C::Course,     RIGHT,        I::Next,                   "",      "ui-key-choose-series",  false),
    row(C::Course,     ENTER,        I::Enlarge,                "Enter", "ui-key-enlarge",        true),
    row(C::Course,     UP,           I::Up,                     "↑↓",    "ui-key-choose-mark",    true),
    row(C::Course,     DOWN,         I::Down,                   "",      "ui-key-choose-mark",    false),
    row(C::Course,     PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-mark",    false),
    row(C::Course,     PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-mark",    false),

    row(C::Log,        UP,           I::Up,                     "↑↓",    "ui-key-choose-entry",   true),
    row(C::Log,        DOWN,         I::Down,                   "",      "ui-key-choose-entry",   false),
    row(C::Log,        PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-entry",   false),
    row(C::Log,        PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-entry",   false),
    row(C::Log,        ENTER,        I::OpenEntry,              "Enter", "ui-key-open-entry",     true),
    row(C::Log,        LEFT,         I::Previous,               "←→",    "ui-key-box",            true),
    row(C::Log,        RIGHT,        I::Next,                   "",      "ui-key-box",            false),
    row(C::Log,        &[Char('z')], I::Acknowledge,            "z",     "ui-key-acknowledge",    true),
    row(C::Log,        &[Char('f')], I::Filter,                 "f",     "ui-key-filter",         true),
    row(C::Log,        &[Char('k')], I::MarkRead,               "k",     "ui-key-mark-read",      true),

    row(C::Outcome,    UP,           I::Up,                     "↑↓",    "ui-key-scroll",         true),
    row(C::Outcome,    DOWN,         I::Down,                   "",      "ui-key-scroll",         false),
    row(C::Outcome,    PAGE_UP,      I::PageUp,                 "",      "ui-key-scroll",         false),
    row(C::Outcome,    PAGE_DOWN,    I::PageDown,               "",      "ui-key-scroll",         false),

    row(C::Everywhere, &[Char('d')], I::Decide,                 "d",     "ui-key-decide",         true),
    row(C::Everywhere, &[Char(' ')], I::ToggleClock,            "␣",     "ui-key-clock",          true),
    row(C::Everywhere, &[Char('n')], I::NextStop,               "n",     "ui-key-next-stop",      true),
    row(C::Everywhere, &[Char('+')], I::Faster,                 "+",     "ui-key-faster",         false),
    row(C::Everywhere, &[Char('-')], I::Slower,                 "-",     "ui-key-slower",         false),
    row(C::Everywhere, &[Char('1')], I::Show(Screen::TownHall), "1",     "ui-tab-town-hall",      false),
    row(C::Everywhere, &[Char('2')], I::Show(Screen::Region),   "2",     "ui-tab-region",         false),
    row(C::Everywhere, &[Char('3')], I::Show(Screen::Map),      "3",     "ui-tab-map",            false),
    row(C::Everywhere, &[Char('4')], I::Show(Screen::Aid),      "4",     "ui-tab-aid",            false),
    row(C::Everywhere, &[Char('5')], I::Show(Screen::Work),     "5",     "ui-tab-work",           false),
    row(C::Everywhere, &[Char('6')], I::Show(Screen::Course),   "6",     "ui-tab-course",         false),
    row(C::Everywhere, &[Char('7')], I::Show(Screen::Log),      "7",     "ui-tab-log",            false),
    row(C::Everywhere, &[Char('e')], I::Show(Screen::Outcome),  "e",     "ui-tab-outcome",        false),
    row(C::Everywhere, &[Char('/')], I::Search,                 "/",     "ui-key-search",         true),
    row(C::Everywhere, &[Char(':')], I::Palette,                ":",     "ui-key-palette",        true),
    row(C::Everywhere, &[Char('v')], I::Cover,                  "v",     "ui-key-cover",          false),
    row(C::Everywhere, &[Char('L')], I::Language,               "L",     "ui-key-language",       false),
    row(C::Everywhere, &[Char('H')], I::Light,                  "H",     "ui-key-light",          false),
    row(C::Everywhere, &[Char('Z')], I::Graphs,                 "Z",     "ui-key-graphs",         false),
    row(C::Everywhere, &[Char('G')], I::Guided,                 "G",     "ui-key-first-steps",    false),
    row(C::Everywhere, &[Char('i')], I::About,                  "i",     "ui-key-about",          false),
    row(C::Everywhere, ESC,          I::Back,                   "Esc",   "ui-key-home",           false),
    row(C::Everywhere, &[Char('?')], I::Guide,                  "?",     "ui-key-guide",          true),
    row(C::Everywhere, QUIT,         I::Quit,                   "q",     "ui-key-quit",           true),

    row(C::Decision,   UP,           I::Up,                     "↑↓",    "ui-key-choose-option",  true),
    row(C::Decision,   DOWN,         I::Down,                   "",      "ui-key-choose-option",  false),
    row(C::Decision,   &[Char('a')], I::Option(0),              "a-f",   "ui-key-choose-letter",  false),
    row(C::Decision,   &[Char('b')], I::Option(1),              "",      "ui-key-choose-letter",  false),
    row(C::Decision,   &[Char('c')], I::Option(2),              "",      "ui-key-choose-letter",  false),
    row(C::Decision,   &[Char('d')], I::Option(3),              "",      "ui-key-choose-letter",  false),
    row(C::Decision,   &[Char('e')], I::Option(4),              "",      "ui-key-choose-letter",  false),
    row(C::Decision,   &[Char('f')], I::Option(5),              "",      "ui-key-choose-letter",  false),
    row(C::Decision,   LEFT,         I::Previous,               "←→",    "ui-key-choose-decider", false),
    row(C::Decision,   RIGHT,        I::Next,                   "",      "ui-key-choose-decider", false),
    row(C::Decision,   TAB,          I::NextField,              "Tab",   "ui-key-field",          true),
    row(C::Decision,   BACK_TAB,     I::PreviousField,          "",      "ui-key-field",          false),
    row(C::Decision,   ENTER,        I::Accept,                 "Enter", "ui-key-order",          true),
    row(C::Decision,   &[Char('v')], I::Defer,                  "v",     "ui-key-defer",          true),
    row(C::Decision,   &[Char('n')], I::OtherDecision,          "n",     "ui-key-other-decision", true),
    row(C::Decision,   ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Decision,   CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Defer,      LEFT,         I::Previous,               "←→",    "ui-key-how-long",       true),
    row(C::Defer,      RIGHT,        I::Next,                   "",      "ui-key-how-long",       false),
    row(C::Defer,      ENTER,        I::Accept,                 "Enter", "ui-key-defer",          true),
    row(C::Defer,      ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Defer,      CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Compose,    UP,           I::PreviousField,          "↑↓",    "ui-key-field",          true),
    row(C::Compose,    DOWN,         I::NextField,              "",      "ui-key-field",          false),
    row(C::Compose,    TAB,          I::NextField,              "",      "ui-key-field",          false),
    row(C::Compose,    BACK_TAB,     I::PreviousField,          "",      "ui-key-field",          false),
    row(C::Compose,    LEFT,         I::Previous,               "←→",    "ui-key-value",          true),
    row(C::Compose,    RIGHT,        I::Next,                   "",      "ui-key-value",          false),
    row(C::Compose,    &[Char('r')], I::MarkAll,                "r",     "ui-key-ask-round",      true),
    row(C::Compose,    &[Char('g')], I::AskForPermit,           "g",     "ui-key-ask-permit",     true),
    row(C::Compose,    ENTER,        I::Accept,                 "Enter", "ui-key-send",           true),
    row(C::Compose,    &[Char('m')], I::Mark,                   "m",     "ui-key-ask-also",       true),
    row(C::Compose,    ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Compose,    CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Answer,     UP,           I::Up,                     "↑↓",    "ui-key-choose-answer",  true),
    row(C::Answer,     DOWN,         I::Down,                   "",      "ui-key-choose-answer",  false),
    row(C::Answer,     &[Char('a')], I::Option(0),              "a-g",   "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('b')], I::Option(1),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('c')], I::Option(2),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('d')], I::Option(3),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('e')], I::Option(4),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('f')], I::Option(5),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     &[Char('g')], I::Option(6),              "",      "ui-key-choose-letter",  false),
    row(C::Answer,     LEFT,         I::Previous,               "←→",    "ui-key-amount",         true),
    row(C::Answer,     RIGHT,        I::Next,                   "",      "ui-key-amount",         false),
    row(C::Answer,     ENTER,        I::Accept,                 "Enter", "ui-key-send-answer",    true),
    row(C::Answer,     ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Answer,     CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Reply,      LEFT,         I::Previous,               "←→",    "ui-key-choose-decider", true),
    row(C::Reply,      RIGHT,        I::Next,                   "",      "ui-key-choose-decider", false),
    row(C::Reply,      ENTER,        I::Accept,                 "Enter", "ui-key-send-answer",    true),
    row(C::Reply,      ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Reply,      CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Confirm,    ENTER,        I::Accept,                 "Enter", "ui-key-yes",            true),
    row(C::Confirm,    CTRL_C,       I::Accept,                 "",      "ui-key-yes",            false),
    row(C::Confirm,    ESC,          I::Back,                   "Esc",   "ui-key-no",             true),

    row(C::Reader,     UP,           I::Up,                     "↑↓",    "ui-key-scroll",         true),
    row(C::Reader,     DOWN,         I::Down,                   "",      "ui-key-scroll",         false),
    row(C::Reader,     PAGE_UP,      I::PageUp,                 "",      "ui-key-scroll",         false),
    row(C::Reader,     PAGE_DOWN,    I::PageDown,               "",      "ui-key-scroll",         false),
    row(C::Reader,     ENTER,        I::Accept,                 "",      "ui-key-back",           false),
    row(C::Reader,     ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Reader,     &[Char('L')], I::Language,               "L",     "ui-key-language",       false),
    row(C::Reader,     QUIT,         I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Search,     UP,           I::Up,                     "↑↓",    "ui-key-choose-find",    true),
    row(C::Search,     DOWN,         I::Down,                   "",      "ui-key-choose-find",    false),
    row(C::Search,     PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-find",    false),
    row(C::Search,     PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-find",    false),
    row(C::Search,     ENTER,        I::Accept,                 "Enter", "ui-key-go-there",       true),
    row(C::Search,     ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Search,     CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Palette,    UP,           I::Up,                     "↑↓",    "ui-key-choose-find",    true),
    row(C::Palette,    DOWN,         I::Down,                   "",      "ui-key-choose-find",    false),
    row(C::Palette,    PAGE_UP,      I::PageUp,                 "",      "ui-key-choose-find",    false),
    row(C::Palette,    PAGE_DOWN,    I::PageDown,               "",      "ui-key-choose-find",    false),
    row(C::Palette,    ENTER,        I::Accept,                 "Enter", "ui-key-do-it",          true),
    row(C::Palette,    ESC,          I::Back,                   "Esc",   "ui-key-back",           true),
    row(C::Palette,    CTRL_C,       I::Quit,                   "",      "ui-key-quit",           false),

    row(C::Covered,    &[Char('v')], I::Cover,                  "v",     "ui-key-uncover",        true),
];
