//! One table of keys: what each does where, and its words. Footer and guide read it.

mod table;

pub use table::TABLE;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::vocab::Rating;

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The start screen.
    Start,
    /// The records on the start screen.
    Records,
    /// The questions before a drill.
    Drill,
    /// A draft of the pact.
    PactForm,
    /// A drill that is being reckoned.
    DrillWait,
    /// What a drill came to.
    DrillPage,
    /// Every screen of a seat, unless a dialog is open.
    Everywhere,
    /// A seat that is shared over the network, dialogs included.
    Team,
    /// Where somebody only looks on over the network.
    Watch,
    /// Rathaus.
    TownHall,
    /// Region.
    Region,
    /// Karte.
    Map,
    /// Beistand.
    Aid,
    /// Wiederanlauf.
    Work,
    /// Verlauf.
    Course,
    /// Tagebuch.
    Log,
    /// The end screen.
    Outcome,
    /// The decision paper.
    Decision,
    /// Putting a decision off.
    Defer,
    /// A new request for aid.
    Compose,
    /// The answer to a request.
    Answer,
    /// The answer to a message.
    Reply,
    /// To whom a message is forwarded.
    Forward,
    /// A question to be confirmed.
    Confirm,
    /// Who acts at the seat.
    Deputies,
    /// Something to read.
    Reader,
    /// The search.
    Search,
    /// The palette.
    Palette,
    /// The covered screen.
    Covered,
    /// What was agreed at the table.
    Talk,
    /// Every screen of the facilitator.
    Desk,
    /// Drehbuch.
    Script,
    /// Hintergrund.
    Background,
    /// A seat, seen from the facilitator's keyboard.
    Visit,
    /// The cover between two who use one keyboard.
    HandOver,
    /// Who decides what the facilitator enters.
    Entry,
    /// A leap in time.
    Leap,
    /// Going back.
    Rewind,
    /// An inject of the facilitator's own.
    Improvise,
    /// Which seat the facilitator looks at.
    FindSeat,
    /// A question what would have been.
    Asked,
    /// Such a question that is being reckoned.
    AskedWait,
    /// What came of it.
    AskedPage,
    /// A sheet of the questionnaire.
    Sheet,
    /// Beobachtung.
    Observe,
    /// A note that is being typed.
    Note,
    /// Who sits where over the network.
    Attendance,
    /// Words for those who sit there.
    Saying,
}

impl Context {
    /// Every context.
    pub const ALL: &'static [&'static [Self]] = &[Self::PLAYER, Self::DESK];

    /// The contexts of a person at a seat, in the order of the guide.
    pub const PLAYER: &'static [Self] = &[
        Self::Everywhere,
        Self::TownHall,
        Self::Region,
        Self::Map,
        Self::Aid,
        Self::Work,
        Self::Course,
        Self::Log,
        Self::Outcome,
        Self::Decision,
        Self::Defer,
        Self::Compose,
        Self::Answer,
        Self::Reply,
        Self::Forward,
        Self::Talk,
        Self::Confirm,
        Self::Deputies,
        Self::Reader,
        Self::Search,
        Self::Palette,
        Self::Sheet,
        Self::Asked,
        Self::AskedWait,
        Self::AskedPage,
        Self::Covered,
        Self::Team,
        Self::Watch,
        Self::Start,
        Self::Records,
        Self::Drill,
        Self::PactForm,
        Self::DrillWait,
        Self::DrillPage,
    ];

    /// The contexts of the facilitator, in the order of the guide.
    pub const DESK: &'static [Self] = &[
        Self::Desk,
        Self::Script,
        Self::Background,
        Self::Observe,
        Self::Note,
        Self::Attendance,
        Self::Saying,
        Self::Visit,
        Self::HandOver,
        Self::Entry,
        Self::Leap,
        Self::Rewind,
        Self::Improvise,
        Self::FindSeat,
    ];

    /// Returns the key of the context's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "ui-context-start",
            Self::Records => "ui-start-records",
            Self::Drill => "ui-context-drill",
            Self::PactForm => "ui-pact-form-title",
            Self::DrillWait => "ui-context-drill-wait",
            Self::DrillPage => "ui-context-drill-page",
            Self::Everywhere => "ui-context-everywhere",
            Self::Team => "ui-context-team",
            Self::Watch => "ui-context-watch",
            Self::Attendance => "ui-tab-attendance",
            Self::Saying => "ui-context-saying",
            Self::TownHall => "ui-tab-town-hall",
            Self::Region => "ui-tab-region",
            Self::Map => "ui-tab-map",
            Self::Aid => "ui-tab-aid",
            Self::Work => "ui-tab-work",
            Self::Course => "ui-tab-course",
            Self::Log => "ui-tab-log",
            Self::Outcome => "ui-tab-outcome",
            Self::Decision => "ui-decision-title",
            Self::Defer => "ui-context-defer",
            Self::Compose => "ui-compose-title",
            Self::Answer => "ui-answer-title",
            Self::Reply => "ui-reply-title",
            Self::Forward => "ui-forward-title",
            Self::Confirm => "ui-context-confirm",
            Self::Deputies => "ui-deputies-title",
            Self::Reader => "ui-context-reader",
            Self::Search => "ui-search-title",
            Self::Palette => "ui-palette-title",
            Self::Covered => "ui-context-covered",
            Self::Talk => "ui-talk-title",
            Self::Desk => "ui-context-desk",
            Self::Script => "ui-tab-script",
            Self::Background => "ui-tab-background",
            Self::Visit => "ui-context-visit",
            Self::HandOver => "ui-context-hand-over",
            Self::Entry => "ui-context-entry",
            Self::Leap => "ui-leap-title",
            Self::Rewind => "ui-rewind-title",
            Self::Improvise => "ui-improvise-title",
            Self::FindSeat => "ui-find-seat-title",
            Self::Asked => "ui-asked-title",
            Self::AskedWait => "ui-context-asked-wait",
            Self::AskedPage => "ui-context-asked-page",
            Self::Sheet => "ui-sheet-title",
            Self::Observe => "ui-tab-observe",
            Self::Note => "ui-context-note",
        }
    }
}

/// A screen of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Rathaus.
    TownHall,
    /// Region.
    Region,
    /// Karte.
    Map,
    /// Beistand.
    Aid,
    /// Wiederanlauf.
    Work,
    /// Verlauf.
    Course,
    /// Tagebuch.
    Log,
    /// The end screen.
    Outcome,
}

/// A screen of the facilitator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeskScreen {
    /// Drehbuch.
    Script,
    /// Hintergrund.
    Background,
    /// Beobachtung.
    Observe,
    /// Who sits where over the network.
    Attendance,
}

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Intent {
    /// Shows another screen.
    Show(Screen),
    /// Stops the clock or lets it go.
    ToggleClock,
    /// Makes the clock faster.
    Faster,
    /// Makes the clock slower.
    Slower,
    /// Runs to the next stop.
    NextStop,
    /// Opens the decision paper.
    Decide,
    /// Asks whether to order the measure at this place of the seat's list; it has a word and no key.
    Measure(u8),
    /// Opens a new request for aid.
    RequestAid,
    /// Ask for the permit to do the chosen service at a neighbour.
    AskForPermit,
    /// Answers the selected request.
    AnswerAid,
    /// Marks the selected entry for one order to several, or takes the mark away.
    Mark,
    /// Marks all that the order can be for, or takes all marks away.
    MarkAll,
    /// Ends the selected aid.
    RecallAid,
    /// Choose who acts at the seat: its people, or a deputy by a plan.
    Deputy,
    /// Cut or open the line to the selected customer.
    CustomerLine,
    /// Order that whoever helps works on clean devices.
    CleanDevices,
    /// Hand in the most urgent report that the law asks for.
    FileNotice,
    /// Enlarges the chain of causes.
    Why,
    /// Shows the steps of the own recovery.
    Recovery,
    /// Shows the whole table.
    ShowAll,
    /// Shows other entries.
    Filter,
    /// Counts all messages as read.
    MarkRead,
    /// Forwards the selected message to other seats.
    Forward,
    /// Keeps the log as a file.
    Export,
    /// Moves between the two tables of a page.
    OtherTable,
    /// Releases the selected inject.
    ReleaseInject,
    /// Holds the selected inject back, or lets it come.
    HoldInject,
    /// Skips the selected inject.
    SkipInject,
    /// Enters for all seats that they have taken note of the selected inject.
    AcknowledgeForAll,
    /// Gives the selected inject another text.
    EditInject,
    /// Shows the selected inject in full.
    ReadInject,
    /// Reads all that was decided at the seat with the focus.
    ReadDecided,
    /// Makes up an inject.
    Improvise,
    /// Leaves out the next choice inject.
    Shorten,
    /// Takes note of the selected message.
    Acknowledge,
    /// Opens what the selected entry asks for.
    OpenEntry,
    /// Gives the curve the whole screen, or takes it back.
    Enlarge,
    /// Shows the selected place in full.
    OpenPlace,
    /// Sorts by something else.
    Sort,
    /// Shows something else on the map.
    Layer,
    /// Brings the map nearer.
    ZoomIn,
    /// Takes the map farther away.
    ZoomOut,
    /// Serves the selected customer before all others.
    MoveFirst,
    /// Moves the selected work or customer up.
    MoveUp,
    /// Moves the selected work or customer down.
    MoveDown,
    /// Takes back the last move.
    Undo,
    /// Keeps the curve that is shown beside those looked at next, or not any more.
    Compare,
    /// Looks for places, services and messages.
    Search,
    /// Looks for what can be ordered, by its word.
    Palette,
    /// Covers the screen, or shows it again.
    Cover,
    /// Shows only what has a deadline.
    OnlyDeadlines,
    /// Goes up.
    Up,
    /// Goes down.
    Down,
    /// Goes a page up.
    PageUp,
    /// Goes a page down.
    PageDown,
    /// Takes the previous value.
    Previous,
    /// Takes the next value.
    Next,
    /// Goes to the next field.
    NextField,
    /// Goes to the field before.
    PreviousField,
    /// Chooses an option by its letter.
    Option(u8),
    /// Goes to the next open decision.
    OtherDecision,
    /// Puts the decision off.
    Defer,
    /// Confirms, sends, orders.
    Accept,
    /// Closes, goes back.
    Back,
    /// Switches the language.
    Language,
    /// Switches light and dark.
    Light,
    /// Switches the signs.
    Graphs,
    /// Shows the guide.
    Guide,
    /// Shows what the program is and whose work it uses.
    About,
    /// Lets the guide speak, or silences it; on the start screen: begins with it.
    Guided,
    /// Asks whether to leave.
    Quit,
    /// Begins to lead an exercise.
    Lead,
    /// Goes on with a record.
    GoOnRecord,
    /// Asks what a draft of the pact brings against today.
    CompareDrafts,
    /// Fills in a draft of the pact.
    NewDraft,
    /// Says what an hour that citizens lose is worth.
    HourValue,
    /// Asks how an administration recovers by its own plan.
    CheckOwn,
    /// Says that the seat is ready to go on, or not any more.
    Ready,
    /// Writes down what was agreed at the table.
    TableTalk,
    /// Shows a screen of the facilitator.
    Desk(DeskScreen),
    /// Looks at the seat of this number.
    LookAtSeat(u8),
    /// Looks for a seat by its name.
    FindSeat,
    /// Asks what would have been with one thing changed.
    WhatIf,
    /// Opens a sheet of the questionnaire.
    Sheet,
    /// Answers a question of the questionnaire by a grade.
    Grade(u8),
    /// Looks at the next seat.
    NextSeat,
    /// Looks at the seat before.
    PreviousSeat,
    /// Does the next thing.
    NextThing,
    /// Leads the clock in another way.
    ClockMode,
    /// Leaps in time.
    Leap,
    /// Goes back to a decision, as a second try.
    Rewind,
    /// Shows what stands against beginning.
    CheckReady,
    /// Enters what the people of a seat decide.
    EnterFor,
    /// Hands the keyboard to a seat.
    HandOver,
    /// Gives a seat to a bot, or to a person again.
    Hold,
    /// Lets a trace of the attack be noticed.
    NoticeTrace,
    /// Makes the attack slower.
    SlowAttack,
    /// Makes the attack faster.
    HastenAttack,
    /// Says what the phases of the attack are called elsewhere.
    Terms,
    /// Has reckoned what is likely if nobody acts.
    Outlook,
    /// Rates the chosen objective.
    Rate(Rating),
    /// Makes the note of another kind.
    NoteKind,
    /// Begins to type a note.
    WriteNote,
    /// Looks again at what there is.
    Refresh,
    /// Lets the next of the team act.
    PassOn,
    /// Takes note of what the facilitator said.
    Heard,
    /// Says something to those at a place.
    SayThere,
    /// Says something to everybody.
    SayToAll,
    /// Lets nobody sit down at a place, or lets people again.
    LockPlace,
    /// Lets people at a place look on only, or act again.
    MutePlace,
    /// Sends away who sits at a place.
    FreePlace,
}

impl Intent {
    /// Whether a word can stand for it; moving a selection is what arrows are for.
    #[must_use]
    pub const fn has_a_word(self) -> bool {
        !matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::Previous
                | Self::Next
                | Self::Palette
        )
    }
}

/// A key on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character as typed.
    Char(char),
    /// Control and a letter.
    Ctrl(char),
    /// Any other key.
    Code(KeyCode),
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it works.
    pub context: Context,
    /// The keys.
    pub keys: &'static [Key],
    /// What it means.
    pub intent: Intent,
    /// The name of the key as written in footer and guide; empty if a row above says it already.
    pub shown: &'static str,
    /// The key of its words.
    pub label: &'static str,
    /// Whether the footer shows it.
    pub footer: bool,
}

/// Returns what a key means in the first of the contexts that knows it.
#[must_use]
pub fn intent(contexts: &[Context], event: &KeyEvent) -> Option<Intent> {
    let key = key(event)?;
    contexts.iter().find_map(|context| {
        TABLE
            .iter()
            .find(|binding| binding.context == *context && binding.keys.contains(&key))
            .map(|binding| binding.intent)
    })
}

/// Returns the rows of the contexts, in order.
pub fn rows(contexts: &[Context]) -> impl Iterator<Item = &'static Binding> {
    contexts
        .iter()
        .flat_map(|context| TABLE.iter().filter(move |row| row.context == *context))
}

fn key(event: &KeyEvent) -> Option<Key> {
    match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            Some(Key::Ctrl(c.to_ascii_lowercase()))
        }
        KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::ALT) => None,
        KeyCode::Char(c) => Some(Key::Char(c)),
        code => Some(Key::Code(code)),
    }
}
