//! What a drill has made is safe as it comes: a full disk, a kill and a study that fails lose no run.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{beistand, stderr, stdout};

mod program;

const VARIED: [&str; 8] = [
    "drill",
    "einstieg",
    "--vary",
    "pact=none,practised",
    "--until",
    "10d",
    "--runs",
    "40",
];
const FILES: [&str; 5] = [
    "result.json",
    "runs.csv",
    "administrations.csv",
    "manifest.json",
    "index.html",
];

fn out(folder: &Path) -> [&str; 2] {
    ["--out", folder.to_str().unwrap()]
}

fn call(arguments: &[&[&str]]) -> assert_cmd::assert::Assert {
    beistand(&arguments.concat())
}

/// A drill on a disk that is full after so many KiB of a file; returns what it said.
fn on_a_small_disk(kib: &str, arguments: &[&str]) -> String {
    let program = assert_cmd::cargo::cargo_bin("beistand");
    // The signal would kill the program: with it off a write fails, as it does where a disk is full.
    let shell = format!("trap '' XFSZ; ulimit -f {kib}; exec \"$0\" \"$@\"");
    let ended = Command::new("bash")
        .args(["-c", &shell])
        .arg(program)
        .args(arguments)
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .expect("bash");
    assert_eq!(ended.status.code(), Some(1));
    String::from_utf8(ended.stderr).unwrap()
}

fn same_files(one: &Path, other: &Path) {
    for name in FILES {
        let read = |folder: &Path| fs::read(folder.join(name)).unwrap();
        assert!(read(one) == read(other), "{name} differs");
    }
}

/// The lines of a file, each with its end.
fn lines_of(path: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(path).unwrap();
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    lines.map(<[u8]>::to_vec).collect()
}

fn lines(path: &Path) -> usize {
    let lines = lines_of(path);
    lines.iter().filter(|line| line.ends_with(b"\n")).count()
}

#[test]
fn a_full_disk_loses_no_run_and_the_drill_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, stopped) = (dir.path().join("whole"), dir.path().join("stopped"));
    let part = stopped.join("shard-1-of-1.jsonl.part");
    call(&[&VARIED, &out(&whole)]).success();
    let said = on_a_small_disk("80", &[&VARIED[..], &out(&stopped)].concat());
    assert!(
        said.contains("of 40 runs are kept in") && said.contains("--resume goes on"),
        "{said}"
    );
    let kept = lines(&part) - 1;
    assert!((1..40).contains(&kept), "{kept} of 40 runs");
    assert!(said.contains(&format!("{kept} of 40")), "{said}");
    // Not by accident: neither lost nor mixed with another drill.
    let again = stderr(&call(&[&VARIED, &out(&stopped)]).code(1));
    assert!(again.contains("--resume goes on with it"), "{again}");
    let seeded = ["--resume", "--seed", "2"];
    let another = stderr(&call(&[&VARIED, &out(&stopped), &seeded]).code(1));
    assert!(another.contains("the seed differs"), "{another}");
    assert_eq!(lines(&part), kept + 1);
    // A line that was cut by a power failure is made again.
    let rows = fs::read(&part).unwrap();
    fs::write(&part, &rows[..rows.len() - 9]).unwrap();
    let went_on = call(&[&VARIED, &out(&stopped), &["--resume"]]).success();
    let said = format!("going on after {} of 40 runs", kept - 1);
    assert!(
        stderr(&went_on).contains(&said),
        "{said}: {}",
        stderr(&went_on)
    );
    same_files(&whole, &stopped);
    assert!(!part.exists());
    // Where nothing is left to go on with what is there stays.
    let done = stderr(&call(&[&VARIED, &out(&stopped), &["--resume"]]).code(1));
    assert!(done.contains("is there already"), "{done}");
}

/// The first line is the longest by far: a kill or a full disk may leave a part of it.
#[test]
fn a_first_line_that_is_not_whole_is_no_beginning() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, torn) = (dir.path().join("whole"), dir.path().join("torn"));
    let part = torn.join("shard-1-of-1.jsonl.part");
    call(&[&VARIED, &out(&whole)]).success();
    on_a_small_disk("80", &[&VARIED[..], &out(&torn)].concat());
    let first = lines_of(&part).remove(0);
    for kept in [2_000, first.len() - 1] {
        fs::create_dir_all(&torn).unwrap();
        fs::write(&part, &first[..kept]).unwrap();
        call(&[&VARIED, &out(&torn), &["--resume", "--force"]]).success();
        same_files(&whole, &torn);
        fs::remove_dir_all(&torn).unwrap();
    }
}

/// Nothing of an older drill stands beside the runs of one that is begun with other luck and interrupted.
#[test]
fn a_drill_that_is_begun_anew_takes_the_old_result_away() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("drill");
    call(&[&VARIED, &out(&folder)]).success();
    let anew = [&VARIED[..], &out(&folder), &["--force", "--seed", "2"]].concat();
    on_a_small_disk("80", &anew);
    assert!(!folder.join("result.json").exists());
    assert!(folder.join("shard-1-of-1.jsonl.part").exists());
}

/// A page of the other language is nobody's to take away unasked.
#[test]
fn no_file_is_taken_away_unasked_in_whatever_language() {
    for (lang, page) in [("de", "index.html"), ("en", "bericht.html")] {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("drill");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(page), "my own page").unwrap();
        let refused = call(&[&VARIED, &out(&folder), &["--lang", lang]]).code(1);
        assert!(stderr(&refused).contains(page), "{}", stderr(&refused));
        assert_eq!(fs::read(folder.join(page)).unwrap(), b"my own page");
        call(&[&VARIED, &out(&folder), &["--lang", lang, "--force"]]).success();
    }
}

/// All runs are made, but what they come to cannot be written: it is printed, and the rows stay.
#[test]
fn a_page_that_cannot_be_written_loses_no_run() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, stopped) = (dir.path().join("whole"), dir.path().join("stopped"));
    call(&[&VARIED, &out(&whole)]).success();
    call(&[&VARIED, &out(&stopped), &["--force"]]).success();
    // Something stands where the page is to be.
    fs::remove_file(stopped.join("index.html")).unwrap();
    fs::create_dir_all(stopped.join("index.html/x")).unwrap();
    let failed = call(&[&VARIED, &out(&stopped), &["--force", "--json"]]).code(1);
    let said = stderr(&failed);
    assert!(said.contains("40 of 40 runs are kept in"), "{said}");
    let printed = String::from_utf8(failed.get_output().stdout.clone()).unwrap();
    assert_eq!(printed, stdout(&[&VARIED[..], &["--json"]].concat()));
    fs::remove_dir_all(stopped.join("index.html")).unwrap();
    call(&[&VARIED, &out(&stopped), &["--resume"]]).success();
    same_files(&whole, &stopped);
}

/// Each figure can be what it is at both ends of its spread, but not both at once: that comes out on the way.
#[test]
fn a_study_that_fails_loses_no_run() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = dir.path().join("scenario.ron");
    let text = fs::read_to_string("scenarios/einstieg/scenario.ron").unwrap();
    let figure = |id: &str, spread: &str, path: &str| {
        format!(
            "(id: \"{id}\", title: (de: \"x\", en: \"x\"), class: assumption, spread: {spread}, set: [(\"{path}\", \"{{}}h\")], source: \"own\", confidence: \"given\"),"
        )
    };
    let late = figure("late", "Uniform(10, 100)", "service.kfz.waz");
    let soon = figure("soon", "Uniform(30, 120)", "service.kfz.mta");
    let own = format!("uncertain: [{late}{soon}],\n    id: \"einstieg\"");
    fs::write(&scenario, text.replacen("id: \"einstieg\"", &own, 1)).unwrap();
    let folder = dir.path().join("out");
    let study = [
        "drill",
        scenario.to_str().unwrap(),
        "--vary",
        "pact=none,practised",
        "--until",
        "5d",
        "--runs",
        "3",
        "--sensitivity",
        "--point-runs",
        "1",
        "--trajectories",
        "8",
        "--sobol",
        "0",
    ];
    let failed = call(&[&study, &out(&folder)]).code(1);
    let said = stderr(&failed);
    assert!(said.contains("longer than what is tolerable"), "{said}");
    assert!(said.contains("3 of 3 runs are kept in"), "{said}");
    assert!(
        !failed.get_output().stdout.is_empty(),
        "what runs say is printed"
    );
    for name in FILES {
        assert!(folder.join(name).exists(), "{name}");
    }
}

/// What a study has played is kept too: it goes on with the points that are missing and comes to the same bytes.
#[test]
fn a_study_goes_on_where_the_disk_was_full() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, stopped) = (dir.path().join("whole"), dir.path().join("stopped"));
    let study = [
        &["drill", "einstieg", "--vary", "pact=none,practised"][..],
        &["--until", "5d", "--runs", "3", "--sensitivity"],
        &["--point-runs", "1", "--trajectories", "4", "--sobol", "0"],
    ]
    .concat();
    call(&[&study, &out(&whole)]).success();
    let points = stopped.join("sensitivity.jsonl.part");
    let said = on_a_small_disk("100", &[&study[..], &out(&stopped)].concat());
    assert!(said.contains("sensitivity.jsonl.part"), "{said}");
    let played = lines(&points) - 1;
    assert!(played > 10, "{played} runs were kept");
    let on = call(&[&study, &out(&stopped), &["--resume"]]).success();
    let said = stderr(&on);
    let going_on = format!("going on after {played} runs of the study");
    assert!(said.contains(&going_on), "{said}");
    same_files(&whole, &stopped);
    assert!(!points.exists(), "nothing of it is left");
    assert!(!whole.join("sensitivity.jsonl.part").exists());
}

#[test]
fn parts_without_runs_make_the_whole_too() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, parts) = (dir.path().join("whole"), dir.path().join("parts"));
    let few = [&VARIED[..6], &["--runs", "2"]].concat();
    call(&[&few, &out(&whole)]).success();
    for which in ["1/4", "2/4", "3/4", "4/4"] {
        let made = call(&[&few, &out(&parts), &["--shard", which]]).success();
        let is_empty = stderr(&made).contains("has no runs, for there are 2 in all");
        assert_eq!(is_empty, which > "2/4", "{which}: {}", stderr(&made));
    }
    beistand(&["drill", "merge", parts.to_str().unwrap()]).success();
    same_files(&whole, &parts);
}

/// A line with the checksum that it would have had.
fn sealed(line: &str) -> String {
    let (fields, _) = line.rsplit_once(",\"crc\":\"").unwrap();
    let crc = crc32fast::hash(fields.as_bytes());
    format!("{fields},\"crc\":\"{crc:08x}\"}}\n")
}

/// A damaged part is said with its place, whatever is damaged, even where the checksum fits.
#[test]
fn damaged_parts_are_said_with_their_place() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("parts");
    let nested = [&VARIED[..6], &["--runs", "2", "--assumptions", "2"]].concat();
    call(&[&nested, &out(&folder), &["--shard", "1/1"]]).success();
    let path: PathBuf = folder.join("shard-1-of-1.jsonl");
    let good = fs::read_to_string(&path).unwrap();
    let (first, rows) = good.split_once('\n').unwrap();
    let head = |from: &str, to: &str| {
        assert!(first.contains(from), "{from}");
        format!("{}\n{rows}", first.replacen(from, to, 1))
    };
    let row = |from: &str, to: &str| {
        assert!(rows.contains(from), "{from}");
        format!("{first}\n{}", rows.replacen(from, to, 1))
    };
    // The first service that is offered is one that there is not.
    let list = "\"offered\":[";
    let (before, after) = first.split_once(list).unwrap();
    let (_, after) = after.split_once(',').unwrap();
    // A maximum outage that neither held nor broke.
    let letters = "\"mta\":\"";
    let (above, below) = rows.split_once(letters).unwrap();
    for (damaged, line) in [
        (head("\"of\":1", "\"of\":0"), 1),
        (head("\"index\":1", "\"index\":2"), 1),
        (head("\"runs_per_draw\":2", "\"runs_per_draw\":0"), 1),
        (head("\"runs\":4", "\"runs\":4000000000"), 1),
        (
            head("\"course_step_minutes\":180", "\"course_step_minutes\":0"),
            1,
        ),
        (format!("{before}{list}999,{after}\n{rows}"), 1),
        (head("\"offered_by\":[", "\"offered_by\":[999,"), 1),
        (format!("{first}\n{above}{letters}x{}", &below[1..]), 2),
        (row("\"people_unpaid\"", "\"mta_breaches \""), 2),
        (row("\"recovery\":[", "\"recovery\":[0,"), 2),
        (row("\"run\":1", "\"run\":7"), 3),
    ] {
        let resealed: String = damaged.lines().map(sealed).collect();
        for (damaged, why) in [(damaged, "checksum"), (resealed, "line")] {
            fs::write(&path, damaged).unwrap();
            let failed = beistand(&["drill", "merge", folder.to_str().unwrap()]).code(1);
            let said = stderr(&failed);
            assert!(
                said.contains(&format!("shard-1-of-1.jsonl, line {line}: "))
                    && said.contains(why)
                    && said.contains("--force"),
                "{said}"
            );
        }
    }
    fs::write(&path, good).unwrap();
    beistand(&["drill", "merge", folder.to_str().unwrap()]).success();
}

/// One digit of a figure is enough: neither is it put together nor gone on from, and it is said what helps.
#[test]
fn a_digit_that_was_changed_is_no_result() {
    let dir = tempfile::tempdir().unwrap();
    let (whole, folder) = (dir.path().join("whole"), dir.path().join("parts"));
    let few = [&VARIED[..6], &["--runs", "6"]].concat();
    call(&[&few, &out(&whole)]).success();
    for which in ["1/2", "2/2"] {
        call(&[&few, &out(&folder), &["--shard", which]]).success();
    }
    let (path, unfinished) = (
        folder.join("shard-2-of-2.jsonl"),
        folder.join("shard-2-of-2.jsonl.part"),
    );
    let good = lines_of(&path);
    let mut damaged = good.clone();
    let text = String::from_utf8(damaged[2].clone()).unwrap();
    let (before, after) = text.split_once("\"lost_service_hours\":").unwrap();
    let digit = if after.starts_with('1') { '2' } else { '1' };
    damaged[2] = format!("{before}\"lost_service_hours\":{digit}{}", &after[1..]).into_bytes();
    fs::write(&path, damaged.concat()).unwrap();
    let merge = ["drill", "merge", folder.to_str().unwrap()];
    let said = stderr(&beistand(&merge).code(1));
    assert!(said.contains("shard-2-of-2.jsonl, line 3: "), "{said}");
    let german = stderr(&beistand(&[&merge[..], &["--lang", "de"]].concat()).code(1));
    assert!(
        german.contains("Zeile 3: ") && german.contains("noch einmal"),
        "{german}"
    );
    // Gone on from it is not either; what helps is what is said.
    fs::rename(&path, &unfinished).unwrap();
    let resume = [&few[..], &out(&folder), &["--shard", "2/2", "--resume"]].concat();
    let said = stderr(&call(&[&resume]).code(1));
    assert!(
        said.contains("line 3: ") && said.contains("Delete this line and all behind it"),
        "{said}"
    );
    fs::write(&unfinished, good[..2].concat()).unwrap();
    call(&[&resume]).success();
    beistand(&merge).success();
    same_files(&whole, &folder);
    // A part without checksums is one of another version.
    let old =
        String::from_utf8(good.concat())
            .unwrap()
            .replacen("drill_shard/3", "drill_shard/2", 1);
    fs::write(&path, old).unwrap();
    let said = stderr(&beistand(&[&merge[..], &["--force"]].concat()).code(1));
    assert!(said.contains("another version of the program"), "{said}");
}
