//! A hundred people over SSH: what they cost the host, and how long a key takes to its page.
//!
//! `cargo bench --bench seats -- [--clients 100] [--seconds 600] [--guessers 0]`. A tenth of the clients reads nothing, a
//! tenth drops out and comes back all the time; the others press keys now and then while the clock runs as fast as it can.
//! So many guess codes all the while, from other addresses. Other programs disturb: the load of the machine is told.
//! At the end the record is played again without anybody, and must come to the same fingerprints.

#[cfg(all(feature = "host", unix))]
#[path = "../tests/network/mod.rs"]
mod network;

#[cfg(all(feature = "host", unix))]
fn main() {
    load::main();
}

#[cfg(not(all(feature = "host", unix)))]
fn main() {
    println!("needs the feature `host` on Unix");
}

#[cfg(all(feature = "host", unix))]
mod load {
    use std::process::Command;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Mutex};
    use std::time::{Duration, Instant};

    use crate::network::attack::Attack;
    use crate::network::{Own, Program, Sitter};

    /// How long between two keys of somebody who plays.
    const BETWEEN_KEYS: Duration = Duration::from_millis(1500);
    /// When memory is first looked at.
    const WARM: f64 = 0.2;
    /// Keys that show another page each, and what that page shows.
    const PAGES: [(&str, &str); 5] = [
        ("2", "[2 "),
        ("3", "[3 "),
        ("4", "[4 "),
        ("6", "[6 "),
        ("1", "[1 "),
    ];

    fn argument(name: &str, default: u64) -> u64 {
        let mut all = std::env::args().skip_while(|argument| argument != name);
        all.nth(1)
            .and_then(|value| value.parse().ok())
            .unwrap_or(default)
    }

    pub fn main() {
        let clients = argument("--clients", 100) as usize;
        let seconds = argument("--seconds", 600);
        let mut host = Program::host("suedhessen", |file| {
            let seats = file.matches("role: player").count();
            // Who comes back may be there before the host knows that they were gone.
            let people = clients.div_ceil(seats) + clients / 10;
            file.replace("code:", &format!("people: {people}, code:"))
        });
        let players: Vec<String> = host
            .codes
            .keys()
            .filter(|user| !["beobachtung", "wand", "leitung"].contains(&user.as_str()))
            .cloned()
            .collect();
        println!(
            "{clients} clients at {} seats for {seconds} s",
            players.len()
        );
        let done = Arc::new(AtomicBool::new(false));
        let waits: Arc<Mutex<Vec<Duration>>> = Arc::default();
        let begun = Instant::now();
        let all: Vec<(usize, String, Own)> = (0..clients)
            .map(|number| {
                let user = players[number % players.len()].clone();
                let own = host.sit(&user, (120, 40));
                (number, user, own)
            })
            .collect();
        for (_, user, own) in &all {
            own.waits_until(user, |page| !page.is_empty());
            assert!(!own.ended.load(Ordering::Acquire), "{user}\n{}", own.page());
        }
        println!("all sit after {:.1} s", begun.elapsed().as_secs_f64());
        // The clock runs free, as fast as it can.
        while !host.terminal.contents().contains("frei · ") {
            host.terminal.press("u");
            std::thread::sleep(Duration::from_millis(500));
        }
        host.terminal.press("++++++++ ");
        let host = Arc::new(Mutex::new(host));
        let threads: Vec<_> = all
            .into_iter()
            .map(|(number, user, own)| {
                let (done, waits, host) =
                    (Arc::clone(&done), Arc::clone(&waits), Arc::clone(&host));
                std::thread::spawn(move || match number % 10 {
                    0 => reads_nothing(&host, &user, own, &done),
                    1 => reconnects(&host, &user, own, &done),
                    _ => plays(own, number, &done, &waits),
                })
            })
            .collect();
        let guessers = argument("--guessers", 0);
        let attack = Attack::begin(&host.lock().expect("not poisoned"), guessers);
        let started = Instant::now();
        let whole = Duration::from_secs(seconds);
        let mut early = None;
        while started.elapsed() < whole {
            std::thread::sleep(Duration::from_secs(1));
            if early.is_none() && started.elapsed().as_secs_f64() >= whole.as_secs_f64() * WARM {
                early = Some(host.lock().expect("not poisoned").memory());
                waits.lock().expect("not poisoned").clear();
            }
            // Alarms stop the clock: on it goes.
            let mut host = host.lock().expect("not poisoned");
            let page = host.terminal.contents();
            if page.contains("Trotzdem weiter") {
                host.terminal.press("\r");
            } else if page.contains("STEHT") {
                host.terminal.press(" ");
            }
        }
        let late = host.lock().expect("not poisoned").memory();
        done.store(true, Ordering::Relaxed);
        for thread in threads {
            thread.join().expect("a client");
        }
        let mut waits = waits.lock().expect("not poisoned").clone();
        waits.sort();
        let share =
            |share: f64| waits[((waits.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        println!("load of the machine     {}", load.trim());
        println!("codes guessed           {}", attack.guesses());
        assert!(!attack.got_in(), "a code was guessed");
        drop(attack);
        println!("keys answered           {}", waits.len());
        println!("key to page, median     {:.1} ms", share(0.5));
        println!("key to page, 99 of 100  {:.1} ms", share(0.99));
        println!("longest                 {:.1} ms", share(1.0));
        let early = early.unwrap_or(late);
        println!(
            "memory at {:.0} s          {:.1} MiB",
            whole.as_secs_f64() * WARM,
            early as f64 / 1024.0
        );
        println!(
            "memory at the end       {:.1} MiB ({:+.1})",
            late as f64 / 1024.0,
            (late as f64 - early as f64) / 1024.0
        );
        let host = Arc::into_inner(host)
            .expect("nobody else")
            .into_inner()
            .expect("not poisoned");
        println!(
            "{}",
            host.terminal.contents().lines().next().unwrap_or_default()
        );
        let record = host.record();
        let mut terminal = host.terminal;
        terminal.press("q");
        terminal.shows("verlassen");
        terminal.press("\r");
        terminal.ends_with(0);
        let proof = Command::new(env!("CARGO_BIN_EXE_beistand"))
            .arg("replay")
            .arg(record)
            .output();
        let proof = proof.expect("the program");
        println!(
            "played again alone: {}",
            if proof.status.success() {
                "the same course"
            } else {
                "ANOTHER COURSE"
            }
        );
        assert!(
            proof.status.success(),
            "{}",
            String::from_utf8_lossy(&proof.stderr)
        );
    }

    /// Presses keys, and takes the time until each page is there.
    fn plays(mut own: Own, number: usize, done: &AtomicBool, waits: &Mutex<Vec<Duration>>) {
        std::thread::sleep(BETWEEN_KEYS.mul_f64((number % 17) as f64 / 17.0));
        let mut at = number;
        while !done.load(Ordering::Relaxed) {
            let (key, shown) = PAGES[at % PAGES.len()];
            at += 1;
            let pressed = Instant::now();
            own.press(key);
            let mut boxed = false;
            while !own.page().contains(shown) {
                if done.load(Ordering::Relaxed) {
                    return;
                }
                let waited = pressed.elapsed();
                assert!(
                    waited < Duration::from_mins(2),
                    "`{key}` is not answered\n{}",
                    own.page()
                );
                // A message that must be answered opens by itself and takes the key: it is closed.
                if !boxed && own.page().contains('┌') {
                    boxed = true;
                    own.press("\x1b");
                    std::thread::sleep(Duration::from_millis(100));
                    own.press(key);
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            if !boxed {
                waits.lock().expect("not poisoned").push(pressed.elapsed());
            }
            std::thread::sleep(BETWEEN_KEYS);
        }
    }

    /// Takes no page until it is cut off, and comes back for more of that.
    fn reads_nothing(host: &Mutex<Program>, user: &str, own: Own, done: &AtomicBool) {
        let mut own = own;
        own.stopped.store(true, Ordering::Relaxed);
        while !done.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(200));
            if own.handle.is_closed() {
                own = host.lock().expect("not poisoned").sit(user, (120, 40));
                own.stopped.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Drops out and comes back, again and again.
    fn reconnects(host: &Mutex<Program>, user: &str, own: Own, done: &AtomicBool) {
        let mut own = own;
        while !done.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_secs(2));
            own.drop_out();
            own = host.lock().expect("not poisoned").sit(user, (100, 30));
        }
    }
}
