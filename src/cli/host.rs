//! `beistand host`: an exercise led from this terminal, with seats over SSH.

use std::io::ErrorKind;
use std::net::{IpAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::answer_box::RecordAnswers;
use super::args::{Common, HostArgs};
use super::lead::{self, Network};
use super::notebook::RecordNotebook;
use super::play::{
    Prepared, Staged, attributions, left, local, open_session, pact_and_response, set_up, settings,
    take_up_again,
};
use super::record::{tell_where, unreadable, words_of};
use super::report::{may_write, write_text};
use super::wall::Follower;
use super::{Failure, Outcome, records};
use crate::aar::{PageSettings, SeatCard, SeatCards, seat_cards};
use crate::exercise::Actor;
use crate::exercise::door::{Attendance, Notebook, ReadMarks};
use crate::journal::{Beginning, create, may_create, read_room, why};
use crate::ports::ssh::{
    Floor, Host, HostKey, HostKeyError, HostSetup, News, Place, Seats, SeatsError,
};
use crate::scenario::{Fault, Scenario, explain};
use crate::view::{PlaceRole, SeatInfo, seats};
use crate::vocab::Text;
use crate::words::Words;

/// Name of the log of the network door, in the folder of the record.
const ACCESS_LOG: &str = "access.log";

pub(super) fn host(args: &HostArgs, common: &Common) -> Outcome {
    if args.print_seats {
        return print_seats(args, common);
    }
    match &args.resume {
        Some(folder) => {
            let prepared = take_up_again(folder, common)?;
            if !prepared.beginning.is_led {
                let text = Text::new("host-not-led").name("path", folder.display().to_string());
                return Err(Failure::Bad(words_of(common, &text)));
            }
            lead_hosted(args, common, prepared, false)
        }
        None => {
            let prepared = begin(args, common)?;
            lead_hosted(args, common, prepared, true)
        }
    }
}

/// Begins an exercise with persons at all seats of the file.
fn begin(args: &HostArgs, common: &Common) -> Result<Prepared, Failure> {
    let staged = Staged::read(&args.scenario)?;
    let scenario = &staged.scenario;
    let (pact, response) = pact_and_response(&args.begin, scenario)?;
    let places = read_places(&args.seats, &seats(scenario), common)?;
    let persons = places
        .iter()
        .filter(|place| place.role == PlaceRole::Player)
        .flat_map(|place| place.seats.iter().copied())
        .collect();
    let seed = args.begin.seed.unwrap_or_else(|| staged.fresh_seed(pact));
    let beginning = Beginning {
        is_led: true,
        ..staged.beginning(persons, pact, response, seed)
    };
    let folder = match &args.record {
        Some(folder) => folder.clone(),
        None => lead::record_folder(scenario, common)?,
    };
    may_create(&folder, args.force).map_err(|error| unreadable(&error, common))?;
    let recorder =
        create(&folder, &beginning, args.force).map_err(|error| unreadable(&error, common))?;
    records::remember(&folder);
    let mut prepared = set_up(&beginning, Some(recorder))?;
    prepared.exercise.advance_to(beginning.scenario.start_ex);
    prepared.record = Some(folder);
    Ok(prepared)
}

/// Listens, and leads the exercise in this terminal.
fn lead_hosted(args: &HostArgs, common: &Common, prepared: Prepared, is_new: bool) -> Outcome {
    let known = seats(&prepared.beginning.scenario);
    let places = read_places(&args.seats, &known, common)?;
    let record = prepared.record.clone().unwrap_or_default();
    let setup = HostSetup {
        listen: args.listen,
        key: host_key(common)?,
        places,
        ordered: read_room(&record).places,
        audit: record.join(ACCESS_LOG),
        about: attributions(),
    };
    let fingerprint = setup.key.fingerprint();
    let host = Host::start(setup).map_err(|error| cannot_listen(args, &error))?;
    let here_only = host.address().ip().is_loopback();
    let key = if here_only {
        "host-listens-here"
    } else {
        "host-listens"
    };
    let text = Text::new(key)
        .name("address", host.address().to_string())
        .name("key", fingerprint);
    common.say(words_of(common, &text));
    let network = Hosted {
        host,
        response: prepared.beginning.response.clone(),
        is_new: std::cell::Cell::new(is_new),
    };
    let mut session = open_session()?;
    let settings = settings(common);
    let end = lead::lead(&mut session, prepared, settings, common, Some(&network));
    drop(session);
    tell_where(&record, common);
    left(end?)
}

/// Why nobody can sign in at the address.
fn cannot_listen(args: &HostArgs, error: &std::io::Error) -> Failure {
    let reason = match error.kind() {
        ErrorKind::AddrInUse => Text::new("host-address-used"),
        ErrorKind::AddrNotAvailable => Text::new("host-address-none"),
        _ => why(error),
    };
    let text = Text::new("host-no-listening").name("address", args.listen.to_string());
    Failure::bad(text.text("reason", reason))
}

/// The host, for the one who leads.
struct Hosted {
    host: Host,
    response: String,
    /// Whether the next exercise to be opened begins anew.
    is_new: std::cell::Cell<bool>,
}

impl Network for Hosted {
    fn open(
        &self,
        actor: &Actor,
        is_second_try: bool,
        record: Option<&Path>,
        read: Option<Arc<dyn ReadMarks>>,
    ) {
        let Some(doors) = actor.doors() else { return };
        let record = record.map(Path::to_owned);
        let (beside, handed_in) = (record.clone(), record.clone());
        let news = move || {
            let mut follower = Follower::of(record.as_ref()?).ok()?;
            Some(Box::new(move || follower.news()) as Box<News>)
        };
        let notebook = move || {
            let notebook = RecordNotebook::of(beside.as_ref()?).ok()?;
            Some(Box::new(notebook) as Box<dyn Notebook>)
        };
        let answers = move || RecordAnswers::beside(handed_in.as_deref());
        let floor = Floor::new(
            doors,
            is_second_try,
            self.response.clone(),
            Box::new(news),
            Box::new(notebook),
            Box::new(answers),
            read,
        );
        self.host.open(floor, self.is_new.replace(false));
    }

    fn close(&self) {
        self.host.close();
    }

    fn attendance(&self) -> Box<dyn Attendance> {
        self.host.attendance()
    }
}

fn read_seats(path: &Path, common: &Common) -> Result<Seats, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?;
    Seats::read(&text).map_err(|error| wrong_seats(path, &error, common))
}

/// All that is wrong with a file of seats.
fn wrong_seats(path: &Path, error: &SeatsError, common: &Common) -> Failure {
    let path = path.display();
    match error {
        SeatsError::Form(error) => {
            let at = error.span.start;
            let Fault { message, hint } = explain(&error.code);
            let text = Text::new("host-seats-unreadable")
                .name("path", format!("{path}:{}:{}", at.line, at.col))
                .text("error", message);
            let mut said = words_of(common, &text);
            if let Some(hint) = hint {
                said = format!("{said}\n  {}", words_of(common, &hint));
            }
            Failure::Bad(said)
        }
        SeatsError::Problems(problems) => {
            let said = problems.iter().map(|text| words_of(common, text));
            Failure::Bad(said.collect::<Vec<_>>().join("\n"))
        }
        SeatsError::NoLuck(error) => Failure::bad(Text::new("host-no-luck").name("error", error)),
    }
}

fn read_places(path: &Path, known: &[SeatInfo], common: &Common) -> Result<Vec<Place>, Failure> {
    if !path.exists() {
        let text = Text::new("host-no-seats").name("path", path.display().to_string());
        return Err(Failure::Bad(words_of(common, &text)));
    }
    let places = read_seats(path, common)?.places(known);
    places.map_err(|error| wrong_seats(path, &error, common))
}

/// The key of this host, in the folder of data.
fn host_key(common: &Common) -> Result<HostKey, Failure> {
    let data = records::folder().and_then(|folder| Some(folder.parent()?.to_owned()));
    let data: PathBuf =
        data.ok_or_else(|| Failure::Bad(words_of(common, &Text::new("record-no-home"))))?;
    let path = data.join("host_key");
    HostKey::at(&path).map_err(|error| {
        let at = |key: &'static str| Text::new(key).name("path", path.display().to_string());
        match error {
            HostKeyError::Open => Failure::bad(at("host-key-open")),
            HostKeyError::Unreadable(error) => {
                Failure::bad(at("host-key-unreadable").name("error", error))
            }
            HostKeyError::File(error) => Failure::file(&path, &error),
        }
    })
}

/// Makes the file of places if there is none, draws codes where there are none, and prints the cards.
fn print_seats(args: &HostArgs, common: &Common) -> Outcome {
    let staged = Staged::read(&args.scenario)?;
    let scenario = &staged.scenario;
    let known = seats(scenario);
    if let Some(out) = &args.out {
        may_write(out, args.force, common)?;
    }
    let mut file = if args.seats.exists() {
        read_seats(&args.seats, common)?
    } else {
        Seats::for_scenario(&known, common.lang())
    };
    let wrong = |error: SeatsError| wrong_seats(&args.seats, &error, common);
    file.places(&known).map_err(wrong)?;
    file.draw_codes(args.new_codes).map_err(wrong)?;
    let places = file.places(&known).map_err(wrong)?;
    if !file.fresh.is_empty() || !args.seats.exists() {
        write_text(&args.seats, &file.write())?;
        let text = Text::new("host-seats-written")
            .count("count", file.fresh.len() as i64)
            .name("path", args.seats.display().to_string());
        common.say(words_of(common, &text));
    }
    let cards = SeatCards {
        title: title_of(scenario, common),
        host: args.address.clone().or_else(|| address_of(args)),
        port: args.listen.port(),
        fingerprint: host_key(common)?.fingerprint(),
        cards: cards(&places, &file, common),
    };
    let page = seat_cards(
        &cards,
        &PageSettings {
            lang: common.lang(),
            templates: None,
            about: "",
        },
    )
    .map_err(|error| Failure::bad(error.text()))?;
    match &args.out {
        Some(out) => {
            write_text(out, &page)?;
            let text = Text::new("print-written").name("path", out.display().to_string());
            common.say(words_of(common, &text));
        }
        None => {
            use std::io::Write as _;
            let mut out = std::io::stdout().lock();
            out.write_all(page.as_bytes())?;
            out.flush()?;
        }
    }
    Ok(())
}

fn title_of(scenario: &Scenario, common: &Common) -> String {
    words_of(common, &local(&scenario.title))
}

fn cards(places: &[Place], file: &Seats, common: &Common) -> Vec<SeatCard> {
    let words = Words::new(common.lang());
    let code = |user: &str| {
        let mut fresh = file.fresh.iter();
        fresh
            .find(|(of, _)| of == user)
            .map(|(_, code)| code.clone())
    };
    places
        .iter()
        .map(|place| SeatCard {
            user: place.user.clone(),
            title: words.say(&place.title),
            code: code(&place.user),
            decides: place.role == PlaceRole::Player,
        })
        .collect()
}

/// The address at which others find this machine; `None` if nobody can know it. Nothing is sent.
fn address_of(args: &HostArgs) -> Option<String> {
    let ip = args.listen.ip();
    if !ip.is_unspecified() {
        return Some(ip.to_string());
    }
    // Which of its addresses a machine uses shows when it would send: to a network for documentation (RFC 5737).
    let socket = UdpSocket::bind(("0.0.0.0", 0)).ok()?;
    socket.connect(("192.0.2.1", 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        ip @ IpAddr::V4(_) if !ip.is_unspecified() && !ip.is_loopback() => Some(ip.to_string()),
        _ => None,
    }
}
