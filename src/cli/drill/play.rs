//! Runs as they come: kept in the folder at once, and summed up.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::super::Failure;
use super::super::args::{Common, DrillArgs, tell};
use super::super::record::{problems_in_words, words_of};
use super::files;
use super::plan::Plan;
use super::precision::{allowed, is_due, is_known_to};
use crate::drill::{Gathered, GridRow, Head, KeptRows, NotKept, Onlooker, Shard, VariantRow, Work};
use crate::vocab::Text;
use crate::words::Words;

/// How often the manifest says how far the runs are.
const SAID_EVERY: Duration = Duration::from_secs(10);

/// A drill that is being played.
pub(super) struct Runs {
    /// What they have in common.
    pub head: Head,
    /// What is kept of them in memory; nothing of a part.
    pub gathered: Gathered,
    /// How many there are.
    pub made: u32,
    /// How many there are to be here.
    pub wanted: u32,
    folder: Option<Folder>,
    precision: Option<f64>,
    is_part: bool,
    is_enough: bool,
}

/// Where runs are kept as they come.
struct Folder {
    path: PathBuf,
    rows: KeptRows,
    said: Instant,
}

impl Runs {
    /// Begins a drill, or goes on with what an interrupted one has left in its folder.
    pub(super) fn begin(
        args: &DrillArgs,
        plan: &Plan,
        folder: Option<&Path>,
        common: &Common,
    ) -> Result<Self, Failure> {
        let mut runs = Self {
            head: plan.head.clone(),
            gathered: Gathered::new(&plan.head),
            made: 0,
            wanted: plan.runs.len() as u32,
            folder: None,
            precision: args.precision,
            is_part: args.shard.is_some(),
            is_enough: false,
        };
        if let Some(path) = folder {
            let rows = runs.rows_in(path, args, plan, common)?;
            if !runs.is_part {
                files::remove_results(path)?;
            }
            runs.folder = Some(Folder {
                path: path.to_owned(),
                rows,
                said: Instant::now(),
            });
            runs.say_how_far()?;
        }
        Ok(runs)
    }

    fn rows_in(
        &mut self,
        folder: &Path,
        args: &DrillArgs,
        plan: &Plan,
        common: &Common,
    ) -> Result<KeptRows, Failure> {
        let shard = args.shard.unwrap_or(Shard::WHOLE);
        if args.resume {
            let each = &mut |row| self.add(row);
            match KeptRows::go_on(folder, shard, &plan.head, &plan.runs, each) {
                Ok(Some(rows)) => {
                    let (kept, wanted) = (rows.rows(), self.wanted);
                    let text = Text::new("drill-going-on")
                        .count("kept", kept)
                        .count("wanted", wanted);
                    tell(words_of(common, &text));
                    return Ok(rows);
                }
                Ok(None) => {}
                Err(NotKept::Another { .. }) if args.force => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Ok(KeptRows::begin(folder, shard, &plan.head)?)
    }

    /// Plays what is missing.
    pub(super) fn play(
        &mut self,
        plan: &Plan,
        args: &DrillArgs,
        common: &Common,
        onlooker: &dyn Onlooker,
    ) -> Result<(), Failure> {
        if self.is_enough {
            return Ok(());
        }
        let missing = &plan.runs[self.made as usize..];
        let work = Work {
            seed: args.seed,
            threads: args.threads.map(usize::from),
            batches: &plan.batches(missing),
            build: &|point| plan.variants(point, args),
            play: &VariantRow::play,
            onlooker,
        };
        let played = work.play(&mut |_, run, mut variants| {
            for (row, variant) in variants.iter_mut().zip(&self.head.variants) {
                if variant.aside.is_some() {
                    row.keep_figures_only();
                }
            }
            self.take(GridRow { run, variants })?;
            Ok(if self.is_enough {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        });
        played.map_err(|failure| self.with_what_is_kept(failure, common))
    }

    fn take(&mut self, row: GridRow) -> Result<(), Failure> {
        if let Some(folder) = &mut self.folder {
            folder.rows.keep(&row)?;
        }
        self.add(row);
        let is_time = |folder: &Folder| folder.said.elapsed() >= SAID_EVERY;
        if self.folder.as_ref().is_some_and(is_time) {
            self.say_how_far()?;
        }
        Ok(())
    }

    /// Adds the next run; none once the precision asked for is reached: then the drill is as if no more had been asked
    /// for.
    fn add(&mut self, row: GridRow) {
        if self.is_enough {
            return;
        }
        self.made += 1;
        if self.is_part {
            return;
        }
        self.gathered.add(&self.head, &row);
        let Some(share) = self.precision else { return };
        if is_due(&self.head, self.made) && is_known_to(share, &self.head, &self.gathered) {
            self.is_enough = true;
            self.head.runs = self.made;
            self.wanted = self.made;
            let draws = self.made / self.head.runs_per_draw();
            if let Some(drawn) = &mut self.head.assumptions {
                drawn.draws = draws;
            }
        }
    }

    /// Whether all runs that were wanted are there.
    pub(super) const fn is_complete(&self) -> bool {
        self.made == self.wanted
    }

    /// Says whether the precision asked for was reached, and what it is about.
    pub(super) fn say_how_precise(&self, common: &Common) {
        let Some(share) = self.precision else { return };
        let is_of_one = self.head.variants.len() == 1;
        let key = match is_known_to(share, &self.head, &self.gathered) {
            false => "drill-not-precise",
            true if is_of_one => "drill-precise",
            true => "drill-precise-difference",
        };
        let words = Words::new(common.lang());
        let text = Text::new(key)
            .count("runs", self.made)
            .name("share", words.decimal(share * 100.0))
            .name(
                "half",
                allowed(share, &self.head, &self.gathered)
                    .map_or_else(|| "–".to_owned(), |half| words.number(half.round() as i64)),
            );
        tell(words.say(&text));
    }

    /// Parts of one folder would write over one another's manifest; of a part its own file says how far it is.
    fn say_how_far(&mut self) -> Result<(), Failure> {
        let Some(folder) = self.folder.as_mut().filter(|_| !self.is_part) else {
            return Ok(());
        };
        folder.said = Instant::now();
        files::write_manifest(&folder.path, &self.head, self.made)
    }

    /// A failure, with what is kept in spite of it and how to go on.
    pub(super) fn with_what_is_kept(&self, failure: Failure, common: &Common) -> Failure {
        with_how(failure, self.how_to_go_on(common), common)
    }

    /// What is kept of a drill that did not come to its end, and how to go on.
    pub(super) fn how_to_go_on(&self, common: &Common) -> Option<String> {
        let rows = &self.folder.as_ref()?.rows;
        let text = Text::new("drill-kept")
            .count("kept", rows.rows())
            .count("wanted", self.wanted)
            .name("path", rows.path().display().to_string());
        Some(words_of(common, &text))
    }

    /// Takes away the rows: what was made of them is there, or there are none.
    pub(super) fn discard(self) -> Result<(), Failure> {
        match self.folder {
            Some(folder) => Ok(folder.rows.discard()?),
            None => Ok(()),
        }
    }

    /// Leaves nothing of a drill that was stopped before its first run.
    pub(super) fn discard_all(self) -> Result<(), Failure> {
        if let Some(folder) = &self.folder
            && !self.is_part
        {
            files::remove_manifest(&folder.path)?;
        }
        self.discard()
    }

    /// Gives a part that is whole its name.
    pub(super) fn finish_part(self, shard: Shard, common: &Common) -> Result<(), Failure> {
        let how = self.how_to_go_on(common);
        let Some(folder) = self.folder else {
            return Ok(());
        };
        let finished = folder.rows.finish(shard);
        finished.map_err(|fault| with_how(fault.into(), how, common))
    }
}

/// A failure, and behind it how to go on.
fn with_how(failure: Failure, how: Option<String>, common: &Common) -> Failure {
    let why = match failure {
        Failure::Bad(why) => why,
        Failure::Said(text, 1) => words_of(common, &text),
        Failure::Scenario(problems) => problems_in_words(&problems, false, common),
        other => return other,
    };
    let how = how.map_or_else(String::new, |how| format!("\n{how}"));
    Failure::Bad(format!("{}{how}", why.trim_end()))
}
