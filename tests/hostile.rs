//! Whoever means harm at the network door: nothing falls, nothing is let in, nobody else notices.
#![cfg(all(feature = "host", unix))]

mod network;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use network::attack::Attack;
use network::{Own, Program, Sitter, connect, nobody, runtime, try_code};
use russh::ChannelMsg;

/// Somebody who plays on, whatever happens around them: keys are answered.
struct Witness(Own);

impl Witness {
    fn at(host: &Program, user: &str) -> Self {
        let own = host.sit(user, (80, 24));
        own.shows("[1 Rathaus]");
        Self(own)
    }

    fn plays_on(&mut self) {
        self.0.press("2");
        self.0.shows("[2 Region]");
        self.0.press("1");
        self.0.shows("[1 Rathaus]");
    }
}

#[test]
fn wrong_codes_let_nobody_in_and_keep_nobody_out() {
    let host = Program::host("einstieg", |file| file);
    let mut witness = Witness::at(&host, "lindenfels");
    let mut tried = 0;
    for user in [
        "bensheim",
        "lorsch",
        "root",
        "admin",
        "leitung",
        "",
        "x; rm -rf /",
        "\u{1b}[31m",
    ] {
        let mut handle = connect(&host);
        assert!(!nobody(&mut handle, user), "`{user}` needs a code");
        for code in [
            "",
            "aaaa-aaaa",
            "' or 1=1 --",
            &host.codes["viernheim"],
            &"k".repeat(3000),
        ] {
            assert!(
                !try_code(&mut handle, user, code),
                "`{code}` let `{user}` in"
            );
            tried += 1;
        }
        // What was never signed in gets no channel.
        let opened = runtime().block_on(handle.channel_open_session());
        assert!(opened.is_err(), "`{user}` got a channel");
    }
    // Three count at each connection; the others are not even compared.
    let log = host.log();
    let wrong = log.matches("wrong code").count();
    assert!((16..=tried).contains(&wrong), "{wrong} of {tried}");
    assert!(
        !log.contains('\u{1b}'),
        "what was typed commands whoever reads the log"
    );
    for code in host.codes.values() {
        assert!(!log.contains(code.as_str()), "a code is in the log");
    }
    witness.plays_on();
    // Who has the code gets in, though somebody guessed at the name.
    host.sit("bensheim", (80, 24)).shows("Platz: Bensheim");
}

/// Wrong codes after which the host is taken to bear any number: three count at a connection, eight are tried there.
const BY_THE_THOUSAND: u64 = 2000;
/// How many guess at once: more than may stand at the door.
const GUESSERS: u64 = 120;
/// Kilobytes that may come on top while they do.
const MEMORY: u64 = 64 * 1024;

#[test]
fn wrong_codes_by_the_thousand_disturb_nobody() {
    let host = Program::host("einstieg", |file| file);
    let mut witness = Witness::at(&host, "lindenfels");
    let before = host.memory();
    let attack = Attack::begin(&host, GUESSERS);
    let begun = Instant::now();
    let mut rounds = 0;
    let mut comes = None;
    while attack.guesses() < BY_THE_THOUSAND {
        witness.plays_on();
        rounds += 1;
        std::thread::sleep(Duration::from_millis(50));
        // In the middle of it somebody signs in from elsewhere.
        if comes.is_none() && attack.guesses() > BY_THE_THOUSAND / 2 {
            let bensheim = host.sit("bensheim", (80, 24));
            bensheim.shows("Platz: Bensheim");
            comes = Some(bensheim);
        }
        assert!(
            begun.elapsed() < Duration::from_mins(5),
            "{} guesses only",
            attack.guesses()
        );
    }
    let grown = host.memory().saturating_sub(before);
    assert!(comes.is_some(), "who has a code got in");
    assert!(!attack.got_in(), "a code was guessed");
    assert!(attack.turned_away() > 0, "there is a limit to connections");
    assert!(grown < MEMORY, "{grown} KiB more");
    println!(
        "{} guesses, {} turned away, {rounds} rounds of the witness, {grown} KiB more, {:.0} s",
        attack.guesses(),
        attack.turned_away(),
        begun.elapsed().as_secs_f64()
    );
    drop(attack);
    witness.plays_on();
    host.sit("lorsch", (80, 24)).shows("Platz: Lorsch");
    let log = host.log();
    assert!(log.lines().all(|line| line.len() < 400), "names are cut");
    for code in host.codes.values() {
        assert!(!log.contains(code.as_str()), "a code is in the log");
    }
}

#[test]
fn half_open_connections_keep_nobody_out() {
    let host = Program::host("einstieg", |file| file);
    let mut open = Vec::new();
    for number in 0..40 {
        let mut stream = TcpStream::connect(host.address).expect("a connection");
        let said: &[u8] = match number % 4 {
            0 => b"",
            1 => b"SSH-2.0-half",
            2 => b"GET / HTTP/1.1\r\n\r\n",
            _ => b"SSH-2.0-rubbish\r\n\xff\xff\xff\xff\x00\x01\x02\x03",
        };
        stream.write_all(said).expect("it takes bytes");
        open.push(stream);
    }
    let mut witness = Witness::at(&host, "bensheim");
    witness.plays_on();
    // Of those that sent rubbish, each is ended by itself.
    let rubbish = open.iter_mut().skip(3).step_by(4);
    for stream in rubbish {
        stream
            .set_read_timeout(Some(Duration::from_mins(1)))
            .expect("a limit");
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        assert!(all.starts_with(b"SSH-2.0-beistand"), "{all:?}");
    }
    // More than may stand at the door are turned away at once, and who sits there stays.
    let more: Vec<TcpStream> = (0..120)
        .filter_map(|_| TcpStream::connect(host.address).ok())
        .collect();
    witness.plays_on();
    drop((open, more));
    // Once they are gone, there is room again.
    let begun = Instant::now();
    loop {
        let mut stream = TcpStream::connect(host.address).expect("a connection");
        let mut said = [0; 8];
        if stream.read_exact(&mut said).is_ok() {
            assert_eq!(&said, b"SSH-2.0-");
            break;
        }
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "the door stays shut"
        );
    }
    Witness::at(&host, "lorsch").plays_on();
}

#[test]
fn there_is_no_shell_no_file_and_no_way_through() {
    let host = Program::host("einstieg", |file| file);
    let sign_in = |user: &str| {
        let mut handle = connect(&host);
        assert!(try_code(&mut handle, user, &host.codes[user]));
        handle
    };
    for ask in ["exec", "subsystem", "x11", "agent"] {
        let handle = sign_in("bensheim");
        let refused = runtime().block_on(async {
            let mut channel = handle.channel_open_session().await.expect("a channel");
            match ask {
                "exec" => channel.exec(true, "id; cat /etc/passwd").await,
                "subsystem" => channel.request_subsystem(true, "sftp").await,
                "x11" => {
                    channel
                        .request_x11(true, false, "MIT-MAGIC-COOKIE-1", "00", 0)
                        .await
                }
                _ => channel.agent_forward(true).await,
            }
            .expect("it is asked for");
            let mut came = Vec::new();
            loop {
                match channel.wait().await {
                    Some(ChannelMsg::Failure) => break,
                    Some(ChannelMsg::Success) => panic!("{ask} was granted"),
                    Some(ChannelMsg::Data { data }) => came.extend_from_slice(&data),
                    Some(_) => {}
                    None => panic!("{ask} was not answered"),
                }
            }
            came
        });
        assert!(refused.is_empty(), "{ask}: {refused:?}");
    }
    // Without a terminal there are a few words and the end.
    let handle = sign_in("bensheim");
    let said = runtime().block_on(async {
        let mut channel = handle.channel_open_session().await.expect("a channel");
        channel.request_shell(true).await.expect("it is asked for");
        let mut said = Vec::new();
        while let Some(message) = channel.wait().await {
            if let ChannelMsg::Data { data } = message {
                said.extend_from_slice(&data);
            }
        }
        String::from_utf8(said).expect("words")
    });
    assert!(
        said.lines().count() == 1 && said.contains("terminal"),
        "{said}"
    );
    // A connection gets one sitting: who ends it does not get another.
    let handle = sign_in("bensheim");
    runtime().block_on(async {
        let mut channel = handle.channel_open_session().await.expect("a channel");
        let pty = channel.request_pty(true, "xterm", 80, 24, 0, 0, &[]);
        pty.await.expect("a terminal");
        channel.request_shell(true).await.expect("a seat");
        channel.eof().await.expect("it is said");
        for _ in 0..5 {
            // Once the connection is over nothing can be asked for.
            if channel.request_shell(true).await.is_err() {
                break;
            }
        }
        while channel.wait().await.is_some() {}
    });
    host.logs("bensheim leaves");
    let log = host.log();
    let sat = log.lines().filter(|line| line.ends_with("sits down"));
    assert_eq!(sat.count(), 1, "{log}");
    let handle = sign_in("bensheim");
    runtime().block_on(async {
        let through = handle
            .channel_open_direct_tcpip("127.0.0.1", 22, "127.0.0.1", 1)
            .await;
        assert!(through.is_err(), "a way through");
        let through = handle
            .channel_open_direct_streamlocal("/var/run/docker.sock")
            .await;
        assert!(through.is_err(), "a way to a socket");
        let back = handle.tcpip_forward("0.0.0.0", 0).await;
        assert!(back.is_err(), "a way back");
        // One terminal to a connection.
        let _first = handle.channel_open_session().await.expect("a channel");
        assert!(
            handle.channel_open_session().await.is_err(),
            "a second channel"
        );
    });
    // Variables of the other end change nothing.
    let handle = sign_in("lorsch");
    let channel = runtime().block_on(async {
        let channel = handle.channel_open_session().await.expect("a channel");
        for name in ["LANG", "LD_PRELOAD", "XDG_DATA_HOME", "TERM"] {
            channel
                .set_env(true, name, "en_GB; rm -rf /")
                .await
                .expect("it is asked for");
        }
        channel
    });
    drop((channel, handle));
    let log = host.log();
    for refused in [
        "refused: exec",
        "refused: subsystem",
        "refused: x11",
        "refused: no terminal",
    ] {
        assert!(log.contains(refused), "{refused}\n{log}");
    }
    Witness::at(&host, "lindenfels").plays_on();
}

#[test]
fn floods_rubbish_and_huge_windows_harm_nobody() {
    let host = Program::host("einstieg", |file| file);
    let mut witness = Witness::at(&host, "lindenfels");
    let before = host.memory();
    let flooder = host.sit("bensheim", (80, 24));
    flooder.shows("Platz: Bensheim");
    for number in 0..200_u32 {
        flooder.claim_size(number * 7919, u32::MAX - number);
    }
    let mut rubbish = Vec::new();
    let mut state = 1_u64;
    while rubbish.len() < 1 << 20 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        // No `q` and no Ctrl-C: whoever leaves floods no longer.
        let byte = (state >> 33) as u8;
        rubbish.push(if matches!(byte, b'q' | 3) { b'x' } else { byte });
    }
    for portion in rubbish.chunks(16 * 1024) {
        flooder.send(portion);
    }
    witness.plays_on();
    flooder.send(&b"\x1b[200~".repeat(1000));
    flooder.send(&vec![b'9'; 1 << 20]);
    flooder.send(b"\x1b[201~");
    witness.plays_on();
    flooder.claim_size(80, 24);
    flooder.waits_until("a page again, or the end", |page| {
        page.contains("Bensheim") || page.is_empty()
    });
    witness.plays_on();
    let grown = host.memory().saturating_sub(before);
    assert!(grown < 64 * 1024, "{grown} KiB more");
    // Two who stop reading delay nobody.
    let stopped: Vec<Own> = ["lorsch", "viernheim"]
        .iter()
        .map(|user| host.sit(user, (200, 60)))
        .collect();
    for own in &stopped {
        own.shows("[1 Rathaus]");
        own.stopped
            .store(true, std::sync::atomic::Ordering::Relaxed);
        own.send(&b"1234567".repeat(4000));
    }
    witness.plays_on();
}

#[test]
fn two_who_fight_for_a_seat_never_act_both() {
    let host = Program::host("einstieg", |file| file);
    let first = host.sit("bensheim", (80, 24));
    first.shows("Platz: Bensheim");
    // Only who is served sits: the other must not come before.
    let second = host.sit("bensheim", (80, 24));
    second.shows("SIE SEHEN ZU");
    let mut both = [first, second];
    for _ in 0..10 {
        for own in &mut both {
            own.press("\x1bOS\x1bOSb\r\x1bOS");
        }
    }
    for own in &mut both {
        // Whoever drove last may have a box open, and keys may still be on their way.
        let begun = Instant::now();
        while own.page().contains("Neues Ersuchen") {
            assert!(begun.elapsed() < Duration::from_mins(1), "a box stays");
            own.press("\x1b");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    let looks_on = |own: &Own| own.page().contains("SIE SEHEN ZU");
    let begun = Instant::now();
    while looks_on(&both[0]) == looks_on(&both[1]) {
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "both act, or none"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
    Witness::at(&host, "lorsch").plays_on();
}
