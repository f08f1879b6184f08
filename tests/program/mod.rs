//! The program at the command line, as tests start it: in English, and as no part of somebody's cluster.
#![allow(dead_code, reason = "no test needs all of it")]

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;

/// The program with these words behind its name.
pub fn program(arguments: &[&str]) -> Command {
    let mut program = Command::cargo_bin("beistand").expect("the program");
    program.env("LC_ALL", "en_US.UTF-8");
    for name in [
        "SLURM_ARRAY_TASK_ID",
        "SLURM_ARRAY_TASK_MIN",
        "JOB_COMPLETION_INDEX",
    ] {
        program.env_remove(name);
    }
    program.args(arguments);
    program
}

/// Runs the program to its end.
pub fn beistand(arguments: &[&str]) -> Assert {
    program(arguments).assert()
}

/// What it writes to standard output when all goes well.
pub fn stdout(arguments: &[&str]) -> String {
    text(&beistand(arguments).success().get_output().stdout)
}

/// What it wrote to standard error.
pub fn stderr(ended: &Assert) -> String {
    text(&ended.get_output().stderr)
}

/// The document it writes to standard output.
pub fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(arguments)).expect("a document")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
