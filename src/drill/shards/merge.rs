//! Parts put together: no row is kept, each is read when its turn comes.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::{Path, PathBuf};

use super::file::{FirstLine, PartFile};
use super::{PREFIX, SUFFIX, ShardFault};
use crate::drill::head::Head;
use crate::drill::numbers::Gathered;

/// Most parts held open at once: runs take turns among the parts, and opening one reads what is common to all again.
const MOST_OPEN: usize = 64;

/// Where a run lies.
struct Place {
    run: u32,
    /// Position of the file among all.
    file: usize,
    line: usize,
    offset: u64,
}

/// Reads all parts in a folder: what they have in common, and what is kept of their runs.
///
/// # Errors
/// If a part cannot be read, is of another drill, or runs are missing or there twice.
pub fn merge(folder: &Path) -> Result<(Head, Gathered), ShardFault> {
    let files = parts_in(folder)?;
    let (first, places) = places(folder, &files)?;
    let head = first.head;
    let mut gathered = Gathered::new(&head);
    let mut open: BTreeMap<usize, PartFile> = BTreeMap::new();
    for place in places {
        if !open.contains_key(&place.file) && open.len() == MOST_OPEN {
            open.clear();
        }
        let part = match open.entry(place.file) {
            Entry::Occupied(part) => part.into_mut(),
            Entry::Vacant(free) => free.insert(PartFile::open(&files[place.file])?),
        };
        gathered.add(&head, &part.at(place.line, place.offset)?);
    }
    Ok((head, gathered))
}

fn parts_in(folder: &Path) -> Result<Vec<PathBuf>, ShardFault> {
    let fault = |source| ShardFault::Io {
        path: folder.to_owned(),
        source,
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Looks through all parts, so that nothing is made of parts that do not make a whole; returns where each run lies.
fn places(folder: &Path, files: &[PathBuf]) -> Result<(FirstLine, Vec<Place>), ShardFault> {
    let first = common(folder, files)?;
    let mut places: Vec<Place> = Vec::new();
    for (file, path) in files.iter().enumerate() {
        let mut part = PartFile::open(path)?;
        while let Some(placed) = part.next(false)? {
            places.push(Place {
                run: placed.row.run,
                file,
                line: placed.line,
                offset: placed.offset,
            });
        }
    }
    places.sort_by_key(|place| place.run);
    if let Some(pair) = places.windows(2).find(|pair| pair[0].run == pair[1].run) {
        let at = |place: &Place| (files[place.file].clone(), place.line);
        return Err(ShardFault::Twice {
            run: pair[0].run,
            first: at(&pair[0]),
            again: at(&pair[1]),
        });
    }
    let (head, of) = (&first.head, first.shard.of);
    let missing = head.runs - places.len() as u32;
    if missing > 0 {
        let there = |run: &u32| places.binary_search_by_key(run, |place| place.run).is_ok();
        let run = (0..head.runs).find(|run| !there(run)).unwrap_or(0);
        return Err(ShardFault::Missing {
            count: missing,
            of: head.runs,
            first: run,
            shard: format!("{}/{of}", run / head.runs_per_draw() % of + 1),
        });
    }
    Ok((first, places))
}

/// Returns what all parts have in common; where some are of another drill, which: those that are fewer.
fn common(folder: &Path, files: &[PathBuf]) -> Result<FirstLine, ShardFault> {
    let mut drills: Vec<(FirstLine, Vec<usize>)> = Vec::new();
    for (file, path) in files.iter().enumerate() {
        let first = PartFile::open(path)?.first;
        match drills
            .iter_mut()
            .find(|(of, _)| of.differs(&first).is_none())
        {
            Some((_, parts)) => parts.push(file),
            None => drills.push((first, vec![file])),
        }
    }
    let most = drills.iter().map(|(_, parts)| parts.len()).max();
    let Some(at) = drills
        .iter()
        .position(|(_, parts)| Some(parts.len()) == most)
    else {
        return Err(ShardFault::Empty(folder.to_owned()));
    };
    let (first, parts) = drills.swap_remove(at);
    drills.sort_by_key(|(_, parts)| parts[0]);
    let what = drills.first().and_then(|(other, _)| other.differs(&first));
    let Some(what) = what else { return Ok(first) };
    let others = drills.iter().flat_map(|(_, parts)| parts);
    Err(ShardFault::Another {
        paths: others.map(|file| files[*file].clone()).collect(),
        first: files[parts[0]].clone(),
        what,
    })
}
