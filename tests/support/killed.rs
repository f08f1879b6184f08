//! A test program that plays and is killed: its test `inside` plays, and says which act is confirmed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Said by the program that plays, once an act is confirmed.
pub fn confirm(number: usize) {
    let mut out = std::io::stdout();
    writeln!(out, "confirmed {number}").expect("a line");
    out.flush().expect("a line");
}

/// Plays until so many acts are confirmed and a moment more, then kills; returns the last number confirmed. `asks`
/// names the variable by which this very program is asked to play in the folder.
pub fn played_until_killed(asks: &str, folder: &Path, confirmed: usize, more: Duration) -> usize {
    let mut child = Command::new(std::env::current_exe().expect("a program"))
        .args(["--exact", "inside", "--nocapture", "--test-threads=1"])
        .env(asks, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a program");
    let out = child.stdout.take().expect("its words");
    let lines = BufReader::new(out).lines().map_while(Result::ok);
    let mut numbers = lines.filter_map(|line| {
        let (_, number) = line.rsplit_once("confirmed ")?;
        number.parse::<usize>().ok()
    });
    let mut last = 0;
    while last < confirmed
        && let Some(number) = numbers.next()
    {
        last = number;
    }
    std::thread::sleep(more);
    // SIGKILL: nothing of it can be caught.
    child.kill().expect("a kill");
    child.wait().expect("an end");
    numbers.last().unwrap_or(last)
}
