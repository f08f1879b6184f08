# Evaluation: the council's page, the report, observations.
report-kicker = Exercise – not a real situation
report-title = After-action report
report-one-course = This is one course of events, not a measurement.
report-so-far = So far, up to { $at }: the exercise is not played to its end.
report-assumption-real = Places and inhabitants are real. Everything else is an assumption of the exercise: provider, IT and behaviour. It says nothing about the real administrations.
report-assumption-invented = The names of the places are invented, their inhabitants are those of real ones. Everything else is an assumption of the exercise: provider, IT and behaviour. It says nothing about real administrations.
report-assumption-of_the_scenario = Places and inhabitants are those of the scenario; some of them are invented. All that is not entered as a figure of one's own is an assumption of the exercise: provider, IT and behaviour. It says nothing about real administrations.
report-skip = To the content
report-contents = Contents
report-day = Day { $day }
report-line = line { $line }
report-of-100 = { $count } of 100
report-count-critical_mta = { $count ->
        [one] one service later than tolerable
       *[other] { $count } services later than tolerable
    }
report-count-cross_infection = { $count ->
        [one] one infection
       *[other] { $count } infections
    }
report-of-runs = in { $count } of { $runs }
report-yes = yes
report-no = no

report-h-mission = Mission and participants
report-h-course = Course of events
report-h-services = Services: target and reached
report-h-aid = Mutual aid
report-h-objectives = Objectives
report-h-findings = Strengths and improvements
report-h-hot-wash = Voices of participants
report-h-assumptions = Assumptions
report-h-method = Method and figures

council-what = What was practised?
council-what-text = An attack on the shared IT provider, { $from } to { $until }. { $seats ->
        [one] One administration
       *[other] { $seats } administrations
    } practised. State of the pact: { $pact }.
council-decided = { $count ->
        [0] People decided nothing there.
        [one] People took one decision there.
       *[other] People took { $count } decisions there.
    }
council-deputy = Over all seats, a deputy acted by a fixed plan for { $share }% of the exercise time.
council-deputy-nearly-always = For nearly all of the exercise time a deputy acted there by a fixed plan.
council-services = What stood still?
council-services-text = { $down } of { $services } services of the administrations that practised fell below emergency operation. { $waz } were not back in the planned time, { $mta } were missing for longer than tolerable.
council-still-down = { $count ->
        [0] None was below it any more when the record ended.
        [one] One was below it, still or again, when the record ended.
       *[other] { $count } were below it, still or again, when the record ended.
    }
council-hardest = { $service }, { $place }: { $span } below emergency operation, { $cases ->
        [one] one case
       *[other] { $cases } cases
    } delayed or lost.
council-hardest-still = { $service }, { $place }: below emergency operation for { $span } so far, { $cases ->
        [one] one case
       *[other] { $cases } cases
    } delayed or lost.
council-other-luck = The same decisions, other luck: { $low } to { $high } in 9 of 10 courses.
council-other-luck-open = The same decisions, other luck: at least { $low } in 9 of 10 courses, in some up to the end of the exercise.
council-other-luck-same = The same decisions, other luck: { $span } in 9 of 10 courses.
council-money = Who got no money?
council-money-text = { $people ->
        [0] All payments due of the administrations that practised arrived.
        [one] One payment did not arrive in time.
       *[other] { $people } payments of the administrations that practised did not arrive in time.
    }
council-money-most = It hit most: { $service }, { $place }: { $people }.
council-money-none-due = No payment of the administrations that practised was due during the exercise.
council-money-not-yet-due = So far no payment of the administrations that practised was due.
council-worth = What was help worth?
council-worth-text = Without help, the whole region would have lost { $hours } service-hours more in this course.{ $people ->
        [0] {""}
        [one] {" "}One payment more would not have arrived in time.
       *[other] {" "}{ $people } payments more would not have arrived in time.
    }{ $late ->
        [0] {""}
        [one] {" "}One service more would have been missing for longer than tolerable.
       *[other] {" "}{ $late } services more would have been missing for longer than tolerable.
    }
council-worth-cases = { $cases ->
        [one] Without help one case more would have been delayed or lost.
       *[other] Without help { $cases } cases more would have been delayed or lost.
    }
council-worth-cases-fewer = { $cases ->
        [one] But without help one case fewer would have been delayed or lost.
       *[other] But without help { $cases } cases fewer would have been delayed or lost.
    }
council-worth-nothing = In this course help brought the region no service-hours.
council-worth-unknown = The scenario has no services; the worth of help is not reckoned.
council-overstated = All other decisions stay the same in this. So the worth tends to be overstated.
council-worth-bots = If the program decides everywhere, it is { $hours } hours in the region.
council-worth-bots-nothing = If the program decides everywhere, help brings nothing.
council-luck = In { $more } of { $runs } courses with other luck, the region lost more without help. Only luck is tested:
council-few-courses = “Very sure” is said from 100 courses on.
council-price = What did it cost?
council-price-text = In the whole region { $hours } person-hours were given, the largest part by { $most }. At the helpers { $lost } service-hours were left undone.
council-price-cost = By the pact this costs € { $eur }.
council-price-no-rate = No rate is agreed for them: who pays is open.
council-price-partly-no-rate = For { $hours } of the person-hours no rate is agreed: who pays for them is open.
council-price-nothing = Nobody in the region gave person-hours.
council-waited = What was waited for?
council-waited-text = Requests from and to the administrations that practised waited longest for: { $cause } ({ $share }% of the waiting).
council-waited-all = Requests from and to the administrations that practised waited only for: { $cause } (all of the waiting).
council-waited-nothing = No request from or to the administrations that practised waited.
council-missing = In the whole region missed most often in the pact: { $clause }.
council-good = What was good?
council-good-kept = { $kept } of { $all } services of the administrations that practised never fell below emergency operation.
council-good-not-noted = The scenario names no objectives, and nobody noted a strength.
council-objectives = { $met } of { $all } { $met ->
    [one] objectives of the exercise is measured as met
   *[other] objectives of the exercise are measured as met
    }, { $missed } as missed.
council-objectives-people = { $count ->
    [one] One is rated by people.
   *[other] { $count } are rated by people.
    }
council-objectives-unmeasured = { $count ->
    [one] One could not be measured: the clock ran too fast for it, or the case did not arise.
   *[other] { $count } could not be measured: the clock ran too fast for them, or the case did not arise.
    }
council-objectives-second-try = A second try is not scored.
council-objectives-none = None of the { $all } objectives of the exercise is measured.
council-next = What to do next?
council-next-open = Still open: who does what by when? See section 7.
council-sure = How sure is this?
council-inputs = Of 100 inputs, { $own } come from the administrations, { $published } are published or fitted to what is published, { $assumed } are assumptions.
council-hangs-on = This course hangs most on one assumption: { $assumption } (section 9). How often such an attack comes nobody knows.
council-unknown = Other assumptions are not played through here. How often such an attack comes nobody knows.

report-scenario = Scenario
report-time = Exercise time
report-planned-end = planned end { $at }
report-seats = Administrations that practised
report-others = All others
report-others-text = exercise control by the plan “{ $plan }”
report-pact = State of the pact
report-stages = Phases
report-stage = Phase
report-stage-time = Exercise time
report-stage-question = Question to the room
report-stage-practised = practised
report-stage-decided = { $count ->
        [one] yes, one decision
       *[other] yes, { $count } decisions
    }
report-stage-nobody-decided = no, nobody decided
report-stage-clock-stood = the clock stood
report-not-reached = not reached
report-not-practised = Not practised is what the model does not know: police and prosecution, ransom, liability of single persons, real systems.

report-course-intro = The curve shows how many of 100 cases are done in the whole region. Below it stand attack, decisions and help.
report-curve-region = Cases done of 100, whole region
report-curve-seat = Cases done of 100, { $place }
report-curve-told = { $curve }: lowest value { $lowest } ({ $at }), { $last } at the end.
report-curve-played = played
report-curve-without = without help
report-curve-bots = program decides
report-curve-bots-without = program, without help
report-lane-attack = Attack
report-lane-decisions = Decision
report-lane-aid = Help
report-overstates = “Without help” keeps all other decisions as they were. People would have decided otherwise without help, so the worth of help tends to be overstated. Beside it stands the same course with the program deciding everywhere.
report-compare = This course and others
report-course-of = Course
report-lost-hours = service-hours lost
report-unpaid = late payments
report-waz-missed = planned time missed
report-mta-breaches = tolerable time exceeded
report-cases = cases delayed or lost
report-helper-lost = service-hours lost at helpers
report-luck = Luck: the same decisions, other luck
report-luck-intro = { $runs } pairs of courses with the same assumptions. Given are the middle and, in brackets, the middle 90 of 100.
report-luck-more = more without help
report-figure = Figure
report-lost-decisions = { $count ->
        [one] One decision was not possible any more without help:
       *[other] { $count } decisions were not possible any more without help:
    }
report-timeline = Timeline
report-when = When
report-who = Who
report-happened = What
report-evidence = Evidence
report-reason = Reason: “{ $reason }”
report-revisit-when = Revisit when: { $when }
report-agreed-with = Agreed with
report-by-facilitator = entered by the facilitator
report-aid-began = Help at work: { $kind }
report-message = To { $to }: “{ $text }”
report-to-customers = all customers
report-attack-first_compromise = The attacker gets into the first system.
report-attack-detected = For the first time it is certain that somebody is hit.
report-attack-impact = Encryption begins.
report-attack-contained = The attack is noticed, and no way to customers is open to the attacker any more.

report-services-intro = √ deadline kept, × deadline missed, – not reached by the end. “Target” is the time to emergency operation (WAZ, RTO), “at the latest” the longest tolerable time (MTA, MTPD). Counted from the first due minute below emergency operation. For payments, “at the latest” counts only from the pay day on which money was missing.
report-service = Service
report-down-from = below emergency operation from
report-waz = target
report-reached = reached
report-mta = at the latest
report-beyond = too late by { $by }
report-later-outage = a later outage: { $span }
report-normal = normal after
report-cases-delayed = delayed, lost
report-waiting-cases = backlog at the end
report-services-kept = { $kept } of { $all } services never fell below emergency operation.

report-ledger = Account of each administration
report-ledger-intro = In the order of official keys, no ranking. Administrations that practised are in bold.
report-ledger-empty = So far no help has worked.
report-administration = Administration
report-aids-given = helped (times)
report-aids-got = got help (times)
report-hours-given = given (h)
report-hours-got = got (h)
report-credit = credit (€)
report-debit = debit (€)
report-lost-by-giving = lost there (service-hours)
report-waiting = What help waited for
report-waiting-intro = All requests of and to the administrations that practised together.
report-waiting-empty = No request waited.
report-cause = Cause
report-waited = waited
report-requests = requests
report-clauses = What the pact did
report-clauses-intro = All requests of the region. Binding: so long all requests together waited by this rule; their times are added up. Broken: the promise was not kept. Missing: the rule is not in force but would have helped.
report-clause = Clause
report-in-force = in force
report-binding = binding, together
report-broken = broken
report-missing = missing
report-requests-of-seats = Requests of and to the administrations that practised
report-what = What
report-from = helper
report-to = asks
report-requested = requested
report-granted = granted
report-at-work = at work from
report-state = state
report-hours = hours

report-no-objectives = The scenario names no objectives.
report-objectives-intro = Measured objectives are scored by the program from the journal. Observed ones are rated by people: P without challenges, S with some, M with major challenges, U unable.
report-verdict-met = met
report-verdict-missed = missed
report-verdict-open = still open
report-verdict-not_arisen = did not arise
report-verdict-not_measurable = not measurable
report-verdict-rated_by_people = to be rated by people
report-verdict-rated = rated by people
report-target = Target
report-value = Reached
report-expects = Expected:
report-terms = { $count ->
        [one] one measurement
       *[other] { $count } measurements
    }
report-term-from = from
report-term-to = to
report-not-until = not by { $at }
report-already = already before
report-once-not-managed = not managed at least once
report-pieces-not-measured = { $count ->
    [one] one measurement does not count: the clock ran too fast, or a deputy sat there
   *[other] { $count } measurements do not count: the clock ran too fast, or a deputy sat there
    }
report-stood-in = deputy
report-latest = at the latest { $span }
report-people-rate = People rate:
report-not-rated = not rated yet
report-rating-replaced = rated anew later
report-missed = Missed: { $title }. Target: { $target }, reached: { $value }.
report-missed-once = Missed: { $title }. Target: { $target }, not managed at least once.
report-answered-line = answer: line { $line }
report-facilitator-for = facilitator, for { $seat }
report-rate = rate agreed
report-no-rate = no rate
report-measurable-rule = A time is not measurable if the clock ran too fast: the target must last at least 15 seconds in the room. Such objectives are never scored by the program.
happening-impact = encryption
happening-attack_known = knows of the attack
happening-service_below = service below emergency operation
happening-first_request = first request
happening-request_arrived = request arrives
happening-request_answered = answered
happening-people_requested = people requested
happening-helper_at_work = helper at work
happening-desk_at_work = desk at work
happening-link_question = question of the link raised
happening-link_decided = decided with a reason
happening-breach_known = knows of the breach
happening-notice_filed = reported
happening-devices_on_site = deployments on others' ground
happening-pay_run = pay runs
happening-outage_tolerable = outage up to the latest deadline
happening-hours_worked = person-hours
rating-P = performed without challenges
rating-S = performed with some challenges
rating-M = performed with major challenges
rating-U = unable to be performed

report-strengths = Strengths
report-objective-met = Objective { $id } met: { $title }
report-spread-not-luck = Decisions are judged by all possible courses, never by the one that was drawn. A good decision with bad luck remains a good decision.
report-improvements = Improvement plan
report-nr = No.
report-finding = Finding
report-measure = Measure
report-owner = who
report-due = by when
report-status = State
report-objective = objective { $id }
report-plan-where = The plan lies as the table improvements.csv beside the record. Fill it in and make the report again to see it here.
report-none-noted = Nothing was noted.
report-observations = Observations

report-hot-wash-intro = { $sheets ->
        [one] One sheet, without a name.
       *[other] { $sheets } sheets, without names.
    } 1 means “not at all”, 5 means “fully”.
report-hot-wash-empty = There are no answers.
report-question = Question
report-mean = Mean

report-origin = Origin of inputs
report-figures = Number of inputs
report-origin-own = from the administrations
report-origin-published = published
report-origin-derived = fitted to what is published
report-origin-estimate = estimated
report-origin-unsaid = not said
report-origin-total = together
report-influence = Assumptions this course hangs on most
report-influence-intro = Each of the { $assumptions } assumptions that belong to this exercise was played at both ends of its spread: the same decisions, the same luck, all else as in the exercise. There { $hours } service-hours were lost. Listed are up to ten that change most.
report-influence-what = Assumption
report-influence-span = Spread
report-influence-hours = Service-hours lost at the lower and at the upper end
report-influence-swing = Difference
report-influence-note = One course each, no measurement: small changes too can let luck fall otherwise. With other assumptions the seats might have decided otherwise. Where the spreads come from stands in the version in figures (JSON).
report-influence-none = None of them changes anything.
report-unit-d = days
report-unit-h = h
report-unit-m = min
report-assumptions-limits = Which assumptions count most was not reckoned here: “beistand report” with --runs above 0 says it.

report-method-1 = The program plays the journal of the exercise again and holds it to fingerprints of the world. The figures of this report come from this course or from courses with the same random numbers. Only where other luck is spoken of, the random numbers are others. Where a figure names no lines of its own (services, sums, curves), it follows from all lines of the journal together.
report-method-2 = A service-hour is lost if a service is not rendered at all for a due hour; half rendered counts half.
report-method-3 = Three uncertainties are kept apart. Luck: other luck, the same assumptions. Assumptions: other plausible figures. Precision: the number of courses, no statement about the world.
report-seed = Seed / replication
report-world = World at the end
report-versions = Program
report-recorded-by = recorded with { $version }
report-precision = Precision
report-precision-text = { $runs } pairs of courses; more make the spans more precise, not more true.
report-numbers = All figures are in the data too: “beistand report … --format json” or “csv”. “Line n” is the number in the journal of the record.
report-sources = Sources and licences

report-written = Written: { $path }
report-written-as = Written: { $path } ({ $format })
report-no-ending = No report ends in .{ $ending }. There are .html, .md, .csv and .json; with --format any name will do.
report-unused-template = Note: { $path } replaces no template and is not used. Templates are: { $known }
report-exists = { $path } exists already. Give another name, or replace it with --force.
report-no-futures = The exercise is not played to its end; what other luck would have brought the report says only after that.
observe-noted = Noted (no. { $number }).
observe-answers = { $sheets } with { $answers } taken over.
observe-sheets = { $count ->
        [one] One sheet
       *[other] { $count } sheets
    }
observe-sheet-answers = { $count ->
        [one] one answer
       *[other] { $count } answers
    }
observe-sheets-known = { $count ->
        [one] One sheet was there already, with the same answers; it was not taken twice.
       *[other] { $count } sheets were there already, with the same answers; they were not taken twice.
    }
observe-evidence = { $count ->
        [one] (line { $lines })
       *[other] (lines { $lines })
    }
observe-plan-exists = { $path } is there already. Fill in that file, or move it away; --force writes it anew, and what was filled in is lost.
observe-no-objective = There is no objective “{ $given }” in this scenario.
observe-rating-of-what = A rating belongs to an objective: --objective ID.{ $given }
observe-no-line = There is no line { $given } in the journal.
observe-no-question = There is no question “{ $given }”. The first row names the short names of the questions: { $ids }.
observe-no-grade = Row { $row }, column { $column }: “{ $given }” is no grade from 1 to 5.
note-kind-observation = observation
note-kind-strength = strength
note-kind-improvement = improvement
report-more-terms = { $count ->
        [one] One more measurement is in the data.
       *[other] { $count } more measurements are in the data.
    }
report-more-requests = { $count ->
        [one] One more request to them was not granted; it is in the data.
       *[other] { $count } more requests to them were not granted; they are in the data.
    }
report-second-try = Second try from { $at } on: it is not scored.
report-verdict-not_scored = second try, not scored
report-of-facilitator = facilitator
report-inject = { $inject }, { $from }: “{ $text }”
report-injects = Injects
report-inject-name = Inject
report-inject-to = to
report-inject-answered = answered or done
report-inject-skipped = skipped
report-inject-to-come = still to come
report-inject-never = did not come up
report-inject-held = held back
report-inject-nothing-asked = no answer needed
report-inject-nobody = no answer
report-inject-all = { $asked ->
        [one] yes
       *[other] by all { $asked } seats
    }
report-inject-answers = by { $answered } of { $asked } seats
report-not-yet = not yet
report-inject-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }
report-skipped-guard = The situation was another one.
report-skipped-concerns_nobody = It concerned nobody.
report-skipped-not_in_time = What it waited for did not come in time.
report-skipped-with_the_other = The inject it belongs to was skipped.
report-skipped-facilitator = The facilitator left it out.
report-acknowledged = Inject { $inject } taken note of.
report-held = Inject { $inject } held back.
report-let-come = Inject { $inject } may come again.
report-released = Inject { $inject } released.
report-edited = Text of inject { $inject } changed.
report-skipped = Inject { $inject } left out: { $reason }
report-skipped-bare = Inject { $inject } left out.
report-intervene-trace = Intervention: a trace of the attacker is noticed.
report-intervene-slow = Intervention: the attack gets slower.
report-intervene-hasten = Intervention: the attack gets faster.

wall-exercise = EXERCISE
wall-second-try = EXERCISE, 2nd try
wall-empty = Nothing is recorded yet.
wall-no-record = There is no record yet. Name its folder: beistand wall FOLDER
wall-follows = The newest record: { $path }
wall-ended = Exercise is over
wall-question = Question: { $question }
wall-unknown = No report has reached everybody yet.
wall-old-reports = { $young } of { $heard } reports younger than 6 h, oldest { $oldest }
wall-decisions = Decided last
wall-no-decisions = nothing yet
wall-mark = { $seat }: { $text }
wall-and-more = { $text } ({ $count ->
    [one] and 1 more of the kind
   *[other] and { $count } more of the kind
})
wall-since = Cases done in the region since, for all reasons: { $then } → { $now } of 100
wall-place = Administration
wall-running = running
wall-emergency = emerg.
wall-down = standing
wall-served = of 100
wall-next = next deadline
wall-as-of = as of
wall-nothing-heard = no report that reached everybody
wall-more = … { $count ->
        [one] one more
       *[other] { $count } more
    }
wall-assumption-real = All of this: what everybody in the room may know. Places and inhabitants are real, all else is an assumption of the exercise.
wall-assumption-invented = All of this: what everybody in the room may know. Names of places are invented; all but numbers of inhabitants is an assumption of the exercise.
wall-assumption-of_the_scenario = All of this: what everybody in the room may know. Some places are invented; what is not a figure of one's own is an assumption of the exercise.
wall-otherwise = The record cannot be played on: { $error }
wall-refused = line { $line } ({ $at }) is not possible: { $reason }
wall-fingerprint = in line { $line } ({ $at }) the world is not the one recorded.
wall-bot = in line { $line } ({ $at }) a seat without a person decides otherwise.

ui-tab-observe = Observation
ui-context-note = Write a note
ui-key-choose-objective = Objective
ui-key-which-seat = Seat
ui-key-rate-p = No challenges
ui-key-rate-s = Some
ui-key-rate-m = Major
ui-key-rate-u = Unable
ui-key-note-kind = Kind
ui-key-write-note = Note
ui-key-save-note = Save
ui-key-refresh = Score again
ui-observe-objective = Objective
ui-observe-rating = Rating
ui-observe-all-seats = all
ui-observe-no-rating = –
ui-observe-head = Note on objective { $objective } · seat: { $seat } · kind: { $kind } · rating: { $rating }
ui-observe-evidence = Evidence, line
ui-observe-shown-by = Evidence
ui-observe-too-fast = Not measurable: the clock ran too fast. Please rate it yourself.
ui-observe-latest = Latest notes
ui-observe-no-record = This exercise is not recorded. Notes need a record.
ui-observe-no-objectives = This scenario names no objectives.
ui-observe-nothing = First a rating (p s m u) or a note (n), then save.
ui-observe-no-line = Evidence is lines of the journal, 1 to { $last }.
ui-observe-noted = Noted (no. { $number }).
ui-observe-to-rate = please rate
ui-observe-not-yet = not yet
ui-observe-not-scored = not scored
observe-minutes = { $minutes }
observe-count = { $count }
check-unmeasurable = Note, { $scenario }: objective { $objective } cannot be measured. In its phase the clock runs at { $pace } per second. Make the phase slower or the target longer.
