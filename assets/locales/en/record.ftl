# Records: to write, read, go on with, play again, ask "what if".
refusal-not-recorded = Not recorded and therefore not ordered: { $reason }
help-not-recorded = Remove the cause and order it again. Everything before is safe.
stopped-resumed = resumed
stopped-not-recorded = not recorded

record-why-full = The disk is full.
record-why-permission = The right to read or write this is missing. Have it given to you, or take another place.
record-why-not-there = There is no such file or folder. Check the name.
record-why-no-text = This is no text in UTF-8.
record-why-other = { $error }
record-otherwise = The record says something else.

record-where = Recorded in { $path }. Go on with: beistand play --resume { $path }
record-exists = There is something in { $path } already. Name a new folder; --force replaces a record that is there.
record-none = { $path } is no record: the file record.json is missing. Name the folder that you gave with --record.
record-no-journal = { $path } is missing or empty although somebody played here. Without that file nothing can be restored: take it back from a backup, or begin in another folder.
record-no-folder = There is no folder { $path }. Check the name: it is the one that you gave with --record.
record-incomplete = { $path } is missing. The record cannot be read without it; take the file from a backup.
record-no-write = Nothing can be written in { $path }: { $reason } Reading it works all the same: replay, report, whatif.
record-in-use = Another program is writing to { $path }. End the exercise there, or take another folder.
record-io = { $path }: { $reason }
record-manifest = { $path } cannot be understood: { $reason }. Take the file from a backup.
record-manifest-changed = { $path } was changed after the exercise, or the journal belongs to another record. Take the file from a backup.
record-why-no-json = no valid JSON from line { $line }, character { $column } on
record-why-field = a field is missing or does not fit ({ $error })
record-why-outside = “{ $name }” lies outside of the record
record-why-no-date = “{ $name }” is no date
record-why-unknown = the scenario has no “{ $name }”
record-plan = { $path } is no improvement plan: { $reason }
record-plan-columns = The first row names a column “{ $given }”. Each of these columns may stand there once: { $columns }.
record-plan-row = Row { $row } has more cells than the first row. Put text with separators in quotes.
record-plan-quote = In row { $row } a quote begins that never ends.
record-blank = { $path }: The journal is empty. Nothing of this exercise is recorded.
record-form = { $path } has the form { $schema } and was written by version { $version }. Take that version of the program.
record-other-scenario = The scenario in { $path } is not the one that was played. It was changed afterwards; take it from a backup.
record-scenario = The scenario in { $path } cannot be read:
    { $error }
record-damaged = { $path }, line { $line } (from byte { $offset } on): this is not what was written. Take the file from a backup. What stands before this line is intact: without a backup, copy the folder and delete this line and all below it from the file in the copy; the record then goes up to there, can be read and can be gone on with.
record-damaged-first = { $path }, line { $line } (from byte { $offset } on): this is not what was written. Take the file from a backup. Before this line stands nothing that could be gone on with.
record-no-seat = Nobody has a seat in { $path }.
record-no-home = No folder for records is known. Name one with --record.
record-none-to-rewind = This exercise is not recorded, so there is no going back.
record-torn = { $path }: the last line was not written to its end ({ $bytes ->
        [one] one byte
       *[other] { $bytes } bytes
    }) and does not count. Everything before it is there.
record-other-version = It was recorded by version { $recorded }; this is { $here }.
resumed-torn = The last line of the record was not written to its end and does not count. Everything before it is there.
resumed-in-a-leap = A leap was interrupted. The people are back at their seats; j leaps on.

replay-holds = The record holds: { $acts ->
        [one] one act
       *[other] { $acts } acts
    }, { $fingerprints ->
        [one] one fingerprint
       *[other] { $fingerprints } fingerprints
    }, until { $at }, world { $fingerprint }.
replay-refused = { $path }, line { $line } ({ $at }): this act is not possible in the replay: { $reason }
replay-fingerprint = { $path }, line { $line } ({ $at }): the world is another one in the replay: { $found } instead of { $recorded }.
replay-bot = { $path }, line { $line } ({ $at }): a seat without a person decides otherwise in the replay.
replay-cause-unknown = The course depends on scenario, seed and journal only. This is a fault of the program; please report it with the folder.

whatif-nothing = Say what shall be otherwise: --without aid, --without LINE, --move, --pact, --set, --with or --command.
whatif-from-the-beginning = The pact and the figures of the scenario hold from the beginning; --from goes only with --without and --command.
whatif-no-moment = "{ $given }" is no moment of the exercise. Write the time since it began (2d, 12h) or a date (2027-02-22, 2027-02-22T09:00).
whatif-no-decision = Line { $line } of the journal is no decision of a person or of the facilitator.
whatif-too-early = Line { $line } cannot come so early: nobody decides before the exercise begins ({ $at }). The furthest is --move { $line }=-{ $minutes }m.
whatif-other-pact = Note: { $path } changes nothing here. The pact “{ $other }” is not in force in this course, but “{ $pact }”. It is with --pact { $other }.
whatif-bots-otherwise = In this version of the program, seats without a person decide otherwise than in the exercise: line { $line } of the journal is not possible any more. Take the version that recorded it.
whatif-line = { $path }, line { $line }: { $error }. A line looks as in the journal, with minute, seat and command.
whatif-line-no-minute = { $path }, line { $line }: minute is missing. Add it, or name it with --from.
whatif-line-after-end = { $path }, line { $line }: this minute is after the end of the exercise.
whatif-recorded-until = Recorded until { $at }. After that, the seats of persons decide nothing in either course.
whatif-was = Played: pact “{ $pact }”.
whatif-is = Changed: { $what }.
whatif-is-pact = pact “{ $pact }”
whatif-is-without-aid = nobody asks for aid or gives it
whatif-is-without-aid-from = from { $at } on nobody asks for aid or gives it
whatif-is-set = { $path } = { $value }
whatif-is-laid-over = { $file } is laid over the scenario
whatif-is-decision = line { $line }, { $at }, { $seat }: { $what } ({ $how })
whatif-is-added = { $at }, { $seat }: { $what } (added)
whatif-curve = Of 100 cases of citizens in the region so many are done that day:
whatif-curve-futures = middle 90 of 100 courses, played and changed
whatif-curve-lowest = Lowest point: played { $played }, changed { $changed }.
whatif-region = Region
whatif-played = played
whatif-changed = changed
whatif-difference = difference
whatif-lost-hours = service hours lost
whatif-unpaid = late payments
whatif-waz = “emergency by” missed (services)
whatif-mta = “latest” missed (services)
whatif-delayed = cases that had to wait
whatif-cases-lost = cases that nobody served
whatif-helpers = service hours lost by helping
whatif-aid-cost = cost of aid (€)
whatif-backlog-cost = cost of the backlog (€)
whatif-emergency = emergency
whatif-normal = normal
whatif-never-down = never down
whatif-lost = { $count ->
        [0] All decisions were possible this way too.
        [one] One decision no longer possible:
       *[other] { $count } decisions no longer possible:
    }
whatif-lost-rest = { $count ->
        [0] All other decisions were possible this way too.
        [one] Of the others, one decision no longer possible:
       *[other] Of the others, { $count } decisions no longer possible:
    }
whatif-aid-left-out = { $count ->
        [one] One decision of the room about aid is left out
       *[other] { $count } decisions of the room about aid are left out
    }: asked { $asked }, granted { $granted }, refused { $refused }, recalled { $recalled }.
whatif-lost-line = line { $line }, { $at }, { $seat }: { $reason }
whatif-lost-added = added, { $at }, { $seat }: { $reason }
whatif-overstates = All other decisions stay, although people would have decided otherwise without help: this rather overstates what help is worth.
whatif-futures = With other luck ({ $runs } pairs of courses, the same decisions):
whatif-middle = the middle 90 of 100 courses
whatif-less = less
whatif-more = more

## Command line
cli-output = error: the output cannot be written. { $reason }
cli-file = error: { $path }: { $reason }
template-no-folder = error: there is no folder { $path } of templates
template-unreadable = error: { $path }: { $reason }
template-wrong = error: a template cannot be used: { $error }
cli-no-pact = error: there is no pact phase “{ $name }” in “{ $scenario }”. There are: { $known }
cli-no-response = error: there is no response plan “{ $name }” in “{ $scenario }”. There are: { $known }
cli-no-seat = error: there is no seat “{ $name }” in “{ $scenario }”. There are:
    { $known }
cli-no-terminal = This needs a terminal; input or output goes to a file or a pipe. There “beistand run” helps.
cli-note-needs-words = error: a note needs words
host-seats-unreadable = error: { $path } is no file of seats: { $error }. A new one is made by “beistand host --seats NEW.ron --print-seats”.
record-why-not-a-folder = A folder is expected here, this is a file.
usage-unknown = error: there is no “{ $arg }” here.
usage-unknown-command = error: there is no command “{ $command }”.
usage-no-value = error: “{ $arg }” lacks a value.
usage-value = error: “{ $value }” does not fit “{ $arg }”.
usage-value-why = error: “{ $value }” does not fit “{ $arg }”: { $why }
usage-value-more = error: “{ $value }” is too much: “{ $arg }” takes no other value.
usage-twice = error: “{ $arg }” may stand only once.
usage-conflict = error: “{ $arg }” does not go with { $others }.
usage-conflict-any = error: “{ $arg }” does not go with something else that stands there.
usage-missing = error: missing: { $args }
usage-missing-command = error: “{ $command }” lacks a command.
usage-no-number = it is no number that fits here.
usage-bounds = it goes from { $least } to { $most }.
usage-possible = Possible are: { $values }
usage-similar = Perhaps { $words } was meant.
usage-call = Usage: { $usage }
usage-help = --help says more.
typed-no-override = `{ $typed }` is not PATH=VALUE, as in service.kfz.waz=24h
typed-no-date = `{ $typed }` is not a date from 1990 to 2100, as in 2027-09-03
typed-no-duration = `{ $typed }` is not from a minute to ten years, as in 90d or 12h
typed-no-move = `{ $typed }` is not a line and a time, as in 41=-2h or 41=+1d
typed-no-line = `{ $typed }` is neither `aid` nor the number of a line
typed-not-positive = `{ $typed }` is not a number above 0
typed-no-trajectories = `{ $typed }` is not 0 and not a number from 2 to 10000
typed-no-share = `{ $typed }` is not a share above 0 and below 1, as in 0.01
typed-no-array = `{ $typed }` needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, as array jobs have them
typed-no-shard = `{ $typed }` is not I/N with I from 1 to N, as in 3/8
typed-no-axis = `{ $typed }` is not PATH=A,B, as in pact=none,contract
typed-one-value = `{ $path }` has one value only: with nothing to compare it belongs to --set, --pact or --response
typed-value-twice = `{ $path }` has the value `{ $value }` twice
typed-no-target = `{ $typed }` is not `criticality 1 MTA 95%`, `service kfz MTA 90%` or `lost 10% less`
cli-no-command = error: there is no command `{ $name }`; there are { $known }
