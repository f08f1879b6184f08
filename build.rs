//! Names the model that is built: a checksum over the sources that decide how a world runs.
//!
//! Two programs of the same version whose courses may differ must be told apart where their results meet: parts of a
//! drill that are put together, a record that is played again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders whose files decide how a world runs, from the same scenario and the same seed.
const MODEL: [&str; 5] = [
    "src/command",
    "src/response",
    "src/scenario",
    "src/sim",
    "src/vocab",
];

/// Parameters of FNV-1a over 64 bits.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn main() -> io::Result<()> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    for folder in MODEL {
        println!("cargo:rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files)?;
    }
    println!("cargo:rerun-if-changed=Cargo.lock");
    files.sort();
    let mut hash = OFFSET;
    for file in &files {
        // Where a line ends with two characters the model is the same.
        let text = fs::read(file)?;
        for byte in text.into_iter().filter(|byte| *byte != b'\r') {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    let short = hash ^ (hash >> 32);
    println!("cargo:rustc-env=BEISTAND_MODEL={:08x}", short as u32);
    Ok(())
}

/// Adds the sources below a folder; tests decide nothing.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_test = path.file_stem().is_some_and(|name| name == "tests");
        if is_test {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
