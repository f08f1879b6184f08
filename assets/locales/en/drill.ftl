# beistand drill --vary: what differs between variants

drill-pairs = { $runs ->
        [one] One course
       *[other] { $runs } courses
    } of each variant, course by course with the same luck. Compared with { $base }.
drill-compared = compared
drill-here = here
drill-difference = difference
drill-nine-of-ten = 9 of 10 courses
drill-from-to = { $from } to { $to }
drill-weighted = lost, weighted (h)
drill-lost = lost (h)
drill-unpaid = people without money
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
drill-intolerable = Maximum outage broken, of 100 cases: life and limb (!), then where it changes:
drill-unit-note = h: hours in which a service is due and not there. Maximum outage broken: so many services.
drill-luck-only = This is luck only: other luck under the same assumptions. What other assumptions would change is not in it.
drill-study-kept = { $kept } runs of the study are kept as well
drill-study-going-on = going on after { $kept } runs of the study
drill-precise-difference = after { $runs } runs each difference is known to { $share } % of what is lost today: enough, as asked for. Where the difference itself is smaller, ask for more
drill-precise = after { $runs } runs the mean is known to { $share } %: enough, as asked for
drill-not-precise = { $runs } runs are not enough for a precision of { $share } %
drill-part-empty = part { $index } of { $of } has no runs, for there are { $all } in all: it is empty
drill-interrupted = interrupted: { $made } of { $wanted } runs
drill-kept = { $kept } of { $wanted } runs are kept in { $path }: the same line with --resume goes on from there
drill-going-on = going on after { $kept } of { $wanted } runs
drill-luck-then-figures = Above is luck only: other luck under the same assumptions. What other assumptions would change follows.
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
sensitivity-notes = Low, high: the result at the ends of the range, all else as assumed. Effect: mean change over the whole range, the others being anywhere (Morris μ*); spread: how much that hangs on the others (σ). (!): the sign hangs on it.
sensitivity-notes-shares = Alone, total: share of the variance in per cent (Sobol), for the few that matter most. In brackets: how well that is known (95 of 100); a wide bracket says little.
sensitivity-share = { $value } ({ $from } to { $to })
sensitivity-shares = share of the variance in %: alone { $first }, total { $total }
