# beistand drill --vary: what differs between variants

drill-pairs = { $runs ->
        [one] One course
       *[other] { $runs } courses
    } of each variant, course by course with the same luck. Compared with { $base }.
drill-idle = Under pact={ $pact } { $path } changes nothing: versions that differ there in this alone are the same.
drill-contrasts = { $draft } against { $base }, all else the same on both sides (weighted hours):
drill-without-each-clause = The draft without one clause, against the whole draft (weighted hours, all clauses judged together):
drill-prevention = Prevention for what the draft costs beyond the first, { $money } € a year (weighted hours, all sets judged together):
drill-prevention-no-money = Prevention for the same money: the draft costs no more than the first.
drill-prevention-none = Prevention for the same money: the scenario has none that is not agreed already.
drill-prevention-too-dear = Prevention for the same money: the cheapest costs { $price } € a year, the draft { $money } € more than the first.
drill-prevention-set = { $clauses }: { $price } € a year
drill-prevention-today = against the first
drill-prevention-draft = against the draft
drill-compared = compared
drill-here = here
drill-difference = difference
drill-nine-of-ten = 9 of 10 courses
drill-from-to = { $from } to { $to }
drill-weighted = lost, weighted (h)
drill-lost = lost (h)
drill-unpaid = late payments
drill-mta-broken = maximum outage broken
drill-helpers = lost by helping (h)
drill-lowest = lowest level (of 100)
drill-mean = mean
drill-deviation = deviation
drill-not-by-the-end = in { $runs } not by the end
drill-figure-days_to_95pct = days until 95 of 100 systems run
drill-figure-ever_infected_share = ever infected (of 100 systems)
drill-figure-system_days_lost = system-days lost
drill-figure-system_days_lost_per_system = the same per system
drill-one-note = Precision: so far may the mean still be off after so many courses (95 of 100). Deviation: how far courses lie apart.
drill-mean-less = On average { $least } to { $most } less.
drill-mean-more = On average { $least } to { $most } more.
drill-no-range = What 9 of 10 courses come to is told from { $least } courses on.
drill-very-sure = very sure
drill-rather-sure = rather sure
drill-fairly-sure = fairly sure
drill-open = open
drill-intolerable = Maximum outage broken, of 100 outages: life and limb (!), then where it changes:
drill-unit-note = h: hours in which a service is due and not there. Maximum outage broken: so many services.
drill-luck-only = This is luck only: other luck under the same assumptions. What other assumptions would change is not in it.
drill-study-kept = { $kept } runs of the study are kept as well
drill-study-going-on = going on after { $kept } runs of the study
drill-precise-difference = after { $runs } runs each difference is known to { $share } % of what is lost today, that is ± { $half } (95 of 100): enough, as asked for. Where the difference itself is smaller, ask for more
drill-precise = after { $runs } runs the loss is known to { $share } %, that is ± { $half } (95 of 100): enough, as asked for
drill-not-precise = { $runs } runs are not enough for a precision of { $share } % of what is lost today (± { $half }, 95 of 100)
drill-part-empty = part { $index } of { $of } has no runs, for there are { $all } in all: it is empty
drill-not-drawn = not drawn, for they are settled here: { $names }
drill-no-folder = error: { $path }: there is no such folder
drill-left = error: { $path } is what an interrupted drill has left. --resume goes on with it, --force begins anew.
drill-there = error: { $path } is there already. --force replaces it.
drill-kept-busy = error: { $path }: another drill is writing it or has just finished it. Wait for it, or take another folder.
drill-kept-another = error: { $path } is of another drill: { $what } differs. --force without --resume begins anew.
drill-part-line = error: { $path }, line { $line }: { $why } { $help }
drill-line-changed = The line is not what was written (checksum).
drill-line-form = The form is “{ $form }”: another version of the program wrote the file.
drill-line-impossible = The line says what cannot be.
drill-line-misfit = The line does not fit the first one.
drill-line-out-of-order = Another run is due here.
drill-help-go-on = Delete this line and all behind it, then --resume goes on from there. --force without --resume begins anew.
drill-help-again = Make this part again: the line that made it, with --force.
drill-part-none = error: { $path } holds no part of a drill (shard-I-of-N.jsonl).
drill-part-another = error: { $others } is of another drill than { $path }: { $what } differs. Take out of the folder what does not belong there.
drill-part-twice = error: run { $run } is in { $path } and in { $other }. Take one of the two files out of the folder.
drill-part-twice-in-one = error: { $path }: run { $run } is in line { $line } and in line { $again }. { $help }
drill-part-missing = error: { $count } of { $of } runs are missing, the first is run { $first }, of shard { $shard }. Make that part: --shard { $shard }
drill-differs-version = the version of the program
drill-differs-scenario = the scenario
drill-differs-seed = the seed
drill-differs-runs = the number of runs
drill-differs-until = the end of the runs
drill-differs-varied = what is varied
drill-differs-assumptions = what is drawn
drill-differs-figure = a figure of the scenario, the pact or the response
drill-differs-parts = the number of parts
drill-interrupted = interrupted: { $made } of { $wanted } runs
drill-kept = { $kept } of { $wanted } runs are kept in { $path }: the same line with --resume goes on from there
drill-going-on = going on after { $kept } of { $wanted } runs
drill-luck-then-figures = Above is luck only: other luck under the same assumptions. What other assumptions would change follows.
drill-entry-pinned = note: attack.entry_at moves the entry only. These phases begin at a fixed moment (starts_at) and stay where they are: { $phases }. With this they move along: { $free }
drill-no-clause-beyond = error: --clauses needs two pacts to compare, as in --vary pact=loi,contract: `{ $pact }` has no clause beyond the first
drill-prevention-of-what = error: --prevention spends what a draft costs beyond today and so needs two pacts to compare, as in --vary pact=loi,contract --prevention
drill-written = Written: { $path }
drill-split = How sure this is: { $draws } sets of assumptions with { $runs } courses each
drill-split-above = Above, “9 of 10 courses” is luck and assumptions together. Here each stands for itself, from 20 courses or sets of assumptions on.
drill-split-luck = luck
drill-split-assumptions = assumptions
drill-split-precision = precision
drill-split-share = share
drill-split-luck-note = Luck: in 9 of 10 courses, if assumptions are middling.
drill-split-assumptions-note = Assumptions: the mean under 9 of 10 conceivable sets of them.
drill-split-precision-note = Precision: how far the mean may be off since no more was played.
drill-split-share-note = Share: what of the spread comes from assumptions.
drill-split-less = Under { $less } of { $all } sets of assumptions less is lost on average, under { $more } more.

sensitivity-head = What matters: { $figures } figures, { $points } points of { $runs ->
        [one] one course
       *[other] { $runs } courses
    } each, with the same luck everywhere
sensitivity-begins = What matters: { $figures } figures, at most { $points } points of { $each } { $each ->
        [one] course
       *[other] courses
    } in { $versions } { $versions ->
        [one] version
       *[other] versions
    }, { $all } courses in all. Ctrl-C stops; with --out it can go on later.
sensitivity-metric = lost weighted hours with { $of }; as assumed { $value }
sensitivity-metric-alone = lost weighted hours; as assumed { $value }
sensitivity-difference = difference in weighted loss, { $of } against the first; as assumed { $value }
sensitivity-clause = Clauses: they can be negotiated
sensitivity-preparedness = Preparedness: it can be bought
sensitivity-assumption = Assumptions: they can only be admitted
switched-on = on
switched-off = off
sensitivity-low = low
sensitivity-high = high
sensitivity-effect = effect
sensitivity-bends = spread
sensitivity-first = alone
sensitivity-total = total
sensitivity-more = and { $count } more that matter less
sensitivity-none = without any effect: { $count }
sensitivity-turns = (!) The sign hangs on it.
sensitivity-open = So few courses do not tell whether the difference is above or below zero, nor what turns it. More courses: --point-runs.
sensitivity-nothing-turns = No figure by itself turns the sign.
sensitivity-notes = Low, high: the result at the ends of the range, all else as assumed. (!): the sign hangs on it.
sensitivity-notes-screening = Effect: mean change over the whole range, the others being anywhere (Morris μ*); spread: how much that hangs on the others (σ).
sensitivity-notes-shares = Alone, total: share of the variance in per cent (Sobol), for the few that matter most. In brackets: how well that is known (95 of 100); a wide bracket says little.
sensitivity-share = { $value } ({ $from } to { $to })
sensitivity-shares = share of the variance in %: alone { $first }, total { $total }

# What cannot be asked for.
drill-no-own = error: there is no administration `{ $id }` with services in `{ $scenario }`
drill-many-variants = error: --vary gives { $count } combinations; { $most } are the most
drill-set-and-varied = error: `{ $path }` is set by --{ $path } and varied by --vary
drill-varied-twice = error: `{ $path }` is varied twice
drill-one-run-of-a-draw = error: --assumptions needs --runs 2 or more: one run of a draw does not show what luck does
drill-many-draws = error: { $draws } draws of { $runs } runs are too many; { $most } runs are the most
