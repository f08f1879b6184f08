# Texts of the screens. Short, plain, at most 15 words to a sentence.

## Every screen
ui-exercise = EXERCISE
ui-day = day { $day }
ui-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
ui-seat = Seat: { $name }
ui-for = for { $what }
ui-due = by { $at }, { $left } left
ui-due-short = by { $at } ({ $left })
ui-due-bare = by { $at }
ui-coming = { $at }, { $left } left
ui-coming-short = { $at } ({ $left })
ui-overdue = overdue since { $at } ({ $late })
ui-overdue-short = overdue since { $at }
ui-of-100 = { $level } of 100
ui-as-of = (as of { $when })
ui-more = … { $count } more
ui-pact = Pact: { $pact }
ui-reported = Reported { $when }: { $what }
ui-last-events = Latest events
ui-too-small = The window is too small: { $have-width } × { $have-height } characters. beistand needs { $width } × { $height }. Please enlarge it. Ctrl-C leaves.
ui-settled-meanwhile = That has been settled meanwhile.
ui-keyname-space = Space

## Tabs
ui-tab-town-hall = Town hall
ui-tab-provider = Operations
ui-tab-aid = Mutual aid
ui-tab-course = Course
ui-tab-log = Log
ui-tab-outcome = Result

## Clock
ui-clock-stopped = CLOCK STOPPED
ui-clock-held = CLOCK WAITS: form
ui-clock-ended = END OF EXERCISE
ui-clock-runs = { $pace } per second
ui-clock-next-stop = to the next stop
ui-clock-one-to-one = 1 min per minute
ui-clock-leap = leap in time
ui-pace-chosen = Pace chosen: { $pace } per second. Space starts the clock.

## What must be decided now
ui-now = NOW
ui-now-nothing = Nothing to decide. Space starts or stops the clock.
ui-now-overdue = { $count } overdue
ui-now-possible = Nothing presses. Possible: { $what }
ui-possible-notices = file: M
ui-possible-orders = order: :
ui-possible-aid = ask: 4
ui-possible-work = arrange: 5
ui-possible-customers = arrange: 1
ui-now-ended = The exercise is over. Key e shows the result.
ui-now-answer = { $from } asks for { $amount }
ui-now-refuse = { $count } requests for aid that you can only refuse: answer them together
ui-now-go-to-aid = answer: 4

## Town hall
ui-standing-down = { $down } of { $total } services down{ $below ->
    [0] .
   *[other] , { $below } too little.
}
ui-standing-below = { $below } of { $total } services below emergency mode.
ui-standing-none = All { $total } services run{ $emergency ->
    [0] .
   *[other] , { $emergency } of them in emergency mode.
}
ui-next-deadline = Next deadline: { $when } ({ $left } left), { $what }
ui-next-deadline-short = Due { $when } ({ $left }): { $what }
ui-no-deadline = No deadline is running.
ui-help = Aid:
ui-help-nobody = nobody here
ui-help-here = { $count } here
ui-help-promised = { $count } promised
ui-help-from = from { $when }
ui-help-unanswered = { $count } open
ui-help-given = helps with { $count ->
        [one] one request
       *[other] { $count } requests
    }
ui-staff = IT: { $own } own
ui-staff-helpers = { $count ->
    [one] 1 helper
   *[other] { $count } helpers
}
ui-staff-lent = { $count } lent
ui-crisis-staff-met = crisis staff met
ui-crisis-staff-called = crisis staff called
ui-no-services = There are no services for citizens here.
ui-customers = { $cut } of { $total } customers cut{ $affected ->
    [0] .
   *[other] , { $affected } with crisis staff.
}
ui-customers-hint = V K J: order · x: line · ?: not reported
ui-col-rank = No
ui-col-customer = customer
ui-col-line = line to it
ui-col-told = informed
ui-col-reports = staff met
ui-line-open = open
ui-line-cut-by-us = we cut { $when }
ui-line-cut-there = customer cut { $when }
ui-more-services = … { $count } more, { $down } of them down
ui-col-service = Service
ui-col-today = today (of 100)
ui-col-emergency-by = emergency by
ui-col-latest = latest
ui-col-affected = affected
ui-col-route = route
ui-col-waiting = waiting
ui-col-forecast = normal again
ui-today-emergency = emergency { $level }
ui-today-partly = runs at { $level }
ui-today-below = too little { $level }
ui-today-closed = opens { $when }
ui-deadline-met = met
ui-deadline-missed = missed
ui-affected-cases = { $count } a day
ui-affected-people = { $count } people
ui-affected-everyone = everybody
ui-why-title = Why?
ui-why-service = Why: “{ $service }”
ui-cause-fine = nothing wrong
ui-cause-open = cause unknown
ui-what-helps = What helps?
ui-needed = Emergency mode needs { $level } of 100. { $waiting ->
    [0] Nobody is waiting.
    [one] 1 case is waiting.
   *[other] { $waiting } cases are waiting.
}
ui-forecast = Normal again: about { $when }
ui-no-forecast = Normal again: cannot be told yet.
ui-pay-run-open = Pay run { $when } ({ $left } left): not secured !
ui-pay-run-secured = Pay run { $when }: can go out as things are √
ui-recovery-title = Recovery
ui-col-step = Step
ui-col-done = done
ui-col-ready = ready about
ui-col-waits = waits for
ui-step-waits = waits for: { $what }
ui-step-waiting = waiting
ui-step-done = done
ui-step-serves = { $have } of { $all } customers, next { $next }
ui-step-people = { $count ->
    [one] { $count } person on it
   *[other] { $count } people on it
}

## Decision paper
ui-decision-title = Decision paper
ui-decision-known = What we know
ui-decision-unknown = What we do not know
ui-decision-option = Option
ui-decision-effective = effective
ui-decision-costs = costs today
ui-decision-way-back = way back
ui-decision-risk = Risk of being hit ourselves by tomorrow, by what we know today:
ui-decision-risk-of-ten = Risk by tomorrow, by what we know today (of 10):
ui-risk = about { $tenths } in 10
ui-risk-low = below 1 in 10
ui-risk-high = almost certain
ui-decision-not-possible = Not possible:
ui-agreed = Agreed with
ui-agreed-nobody = nobody
ui-agreed-all = Space: yes/no. So far: { $names }
ui-key-agree = Agreed
ui-decision-decides = Decided by
ui-decision-reason = Reason
ui-decision-revisit = Revisit when
ui-decision-give-reason = { $what }: please enter the reason in short. Enter then gives the order.
ui-decision-no-such-letter = There is no such letter here, only A to { $last }.
ui-decision-stays-open = The question stays open: more measures may follow.
ui-decision-variants = ← → change amount or reason.
ui-decision-reason-free = { $what }. Enter sends the answer, with a reason if you like.
ui-decision-reason-taken = { $what }. Enter sends the answer, typing replaces the reason.
ui-decision-at-once = at once
ui-decision-reason-short = “{ $found }” is no reason yet. Please add a word.
ui-decision-reason-there = { $what }: Enter orders it for this reason.
ui-decision-price = Costs: { $costs }. Way back: { $back }.
ui-decision-done-from = Ordered: { $what }. Takes effect { $when }.
ui-decision-done = Ordered: { $what }.
ui-decision-deferred = Put off. The decision will come back.
ui-decision-defer-by = Put off by ◄ { $time } ►
ui-decision-defer-note = Putting off is a decision too and goes into the log.

## Mutual aid
ui-aid-rule = Rule:
ui-aid-balance = Given { $given } working hours · received { $received } · own services lost { $lost } h by it
ui-col-partner = who → for whom
ui-aid-us = us
ui-col-what = what
ui-col-state = state
ui-col-steps = steps
ui-aid-none = No requests yet.
ui-aid-none-hint = Press b to ask for aid.
ui-aid-detail = { $from } asks { $to }
ui-aid-granted = { $count } granted
ui-aid-works-from = Starts about { $when }
ui-aid-works-since = At work since { $when }
ui-aid-reason = Reason: { $reason }
ui-aid-note = Note: { $reason }
ui-aid-ends = ends { $when }
ui-aid-answer-hint = Enter: answer. You may also give less. m: mark several.
ui-aid-turn = By the rule of the pact it is number { $turn } of { $of }.
ui-aid-waited = Waited for: { $what }.
ui-outcome-clauses = What the pact did
ui-clause-missing = { $count ->
    [one] Missing for one request.
   *[other] Missing for { $count } requests.
}
ui-clause-broken = { $count ->
    [one] Not kept once.
   *[other] Not kept { $count } times.
}
ui-clause-binding = Waited under this rule: { $time }.
ui-aid-recall-hint = x: end this aid early.
ui-aid-filter-hint = f: with deadline only
ui-aid-hangs-on = What help hangs on now
ui-aid-hangs-on-nothing = on nothing
ui-aid-order = Order if several ask
ui-aid-order-by-pact = Order if several ask (pact { $paragraph })
ui-aid-steps-legend = Steps: asked · examined · granted · under way · briefed · at work
ui-compose-title = New request
ui-compose-preview-note = preview, from what we know
ui-compose-kind = What
ui-compose-service = For
ui-compose-amount = Amount
ui-compose-days = How long
ui-compose-helper = To
ui-compose-no-service = all services
ui-compose-effect = Use: { $effect }
ui-compose-cost = Price there: { $cost }
ui-compose-channel = Way: { $way }
ui-compose-useful = Help after a yes: { $when }.
ui-compose-one = Enter asks { $to } for { $amount } for { $days }.
ui-compose-who = Who could?
ui-compose-from = starts { $when }
ui-compose-most = { $count } at most
ui-compose-less = gives at most { $count } of { $wanted }
ui-compose-done = Request sent. The answer will be here and in the log.
ui-permit-done = The permit has been asked for.
ui-answer-sent = Answer sent: { $what }.
ui-answer-nothing-to-give = Yes: not possible now, there is nothing to give.
ui-answer-at-most = at most { $most }
ui-answer-title = Request to you
ui-answer-asked = { $from } asks for { $amount }, { $days }.
ui-answer-for = It is about: { $service }.
ui-answer-own-staff = At home: { $own } own IT people, { $lent } lent.
ui-answer-yes = Yes, we give ◄ { $amount } ► (asked: { $asked })
ui-answer-yes-capped = Yes, we give ◄ { $amount } ► (asked: { $asked }, by the pact at most { $most })
ui-answer-own-danger = No: we are in danger ourselves.
ui-answer-same-provider = No: our provider is down as well.
ui-answer-own-services = No: our own services come first.
ui-answer-pay-week = No: a pay run or an election is due.
ui-answer-contamination = No: we fear for our systems.
ui-answer-no-capacity = No: we have nobody free.
ui-answer-done = Answer sent.
ui-recall-title = End this aid?
ui-recall-question = { $kind }, { $to } for { $from }: end it early, now? The way back takes time.
ui-recall-done = The aid is being ended.

## Course
ui-course-title = { $service }: cases done, of 100 ({ $at }/{ $count })
ui-course-needed = emergency mode needs { $level } of 100
ui-course-title-narrow = { $service }: done of 100 ({ $at }/{ $count })
ui-course-beside = ─ compared with: { $service }
ui-course-choose-other = kept: ←→ chooses the curve beside it
ui-course-since = before { $before }, after { $since } of 100
ui-course-empty = Nothing has been recorded yet.
ui-course-no-marks = No marks yet: A attack, V encryption, D decision, H help.

## Log
ui-box-inbox = Inbox
ui-box-outbox = Outbox
ui-box-decisions = Decisions
ui-box-aid = Aid
ui-box-all = All
ui-filter-none = Filter: –
ui-filter-open = open only
ui-filter-unread = new only
ui-filter-alarms = alarms only
ui-entry-open = open
ui-entry-new = new
ui-entry-read = read
ui-entry-done = done
ui-log-none-pass = There is no such entry here.
ui-log-route = { $from } to { $to }
ui-log-asks-decision = To decide, { $due }: { $question }
ui-log-asks-answer = The request waits for your answer.
ui-log-asks-done = Decided or answered.
ui-log-empty = Nothing here yet.
ui-log-self = we
ui-log-from-many = { $count } administrations
ui-log-from-customers = { $count } customers
ui-log-many-open = Enter shows each of the { $count } entries by itself.
ui-log-many-close = Enter puts the { $count } entries into one line again.
ui-log-message = message
ui-log-decision = decision
ui-log-observation = observation
ui-log-aid = mutual aid
ui-log-reason = Reason: “{ $reason }”

## Result
ui-outcome-title = What was achieved?
ui-outcome-label = one course, not a measurement
ui-outcome-lost = Services were missing for { $hours } hours altogether (service-hours: each service counts by itself).
ui-outcome-lost-customers = With your customers, services were missing for { $hours } hours altogether (service-hours: each service counts by itself).
ui-outcome-unpaid = { $count ->
    [0] All payments arrived in time.
    [one] 1 payment to a person did not arrive in time.
   *[other] { $count } payments to people did not arrive in time.
}
ui-outcome-hit = The attacker was in your own systems.
ui-outcome-not-hit = The attacker did not get into your own systems.
ui-outcome-provider = What your work was for
ui-outcome-provider-services = Services of your customers that hang on your systems
ui-outcome-provider-legend = In time: of the affected customers, in emergency mode again by the target. Too late: down for longer than the latest moment allows.
ui-outcome-provider-never = { $count ->
    [0] None fell below emergency mode at any customer.
    [one] 1 service fell below emergency mode at no customer.
   *[other] { $count } services fell below emergency mode at no customer.
}
ui-outcome-provider-waits = What open work waits for at the end
ui-outcome-provider-waits-nothing = For nothing: none is open, or it is being worked on.
ui-outcome-of = { $count } of { $all }
ui-col-fell-at = affected
ui-col-in-time = in time
ui-col-too-late = too late
ui-col-normal-again = normal
ui-outcome-never-down = never below emergency mode
ui-outcome-not-yet = not yet
ui-outcome-aid = Mutual aid and its price
ui-outcome-no-aid = There were no requests.
ui-outcome-aid-after = Was at work { $time } after the request.
ui-outcome-aid-never = Never got to work.
ui-outcome-aid-price = Price at { $helper }: { $hours } h without own services.
ui-ghost-title = How it could have gone as well
ui-ghost-hours = hours lost
ui-ghost-unpaid = payments late
ui-ghost-late = services too late
ui-ghost-number = { $count }
ui-ghost-played = as played
ui-ghost-without-aid = without help
ui-ghost-bots = program decides
ui-ghost-to-come = More courses are being worked out …
ui-ghost-legend = █ { $most } to 100 of 100 cases done, ▄ from { $half }, ░ from { $little }, · less
ui-ghost-label-without-aid = Without help, that is nobody helps anybody in the region: one course, not a measurement. All else was decided alike; this tends to overstate what help is worth.
ui-ghost-label-bots = Program decides: the same luck, the program acts at all seats. This too is one course, not a measurement.
ui-ghost-lost = { $count ->
    [one] 1 decision was no longer possible there:
   *[other] { $count } decisions were no longer possible there:
}
ui-outcome-marks = What everybody may know now
ui-outcome-honest = Good decisions can have bad luck. Another course may end differently.
ui-col-back-in-emergency = emergency in
ui-col-target = target
ui-col-latest-in = at the latest
ui-col-normal-in = normal in

## Start
ui-start-exercise = EXERCISE – not a real event
ui-start-what = An attack hits the shared IT provider. You decide what is switched off and who helps whom. The program works out what that means for citizens.
ui-start-what-alone = An attack hits one administration; the others run. You decide what is switched off and who helps whom. The program computes what that means for citizens.
ui-start-seat = Which seat do you take?
ui-start-pact = State of the pact
ui-start-signs = Sign test:
ui-start-signs-ask = Boxes or question marks? → Z
ui-start-no-seat = This scenario has no seat to take.
ui-start-quit-question = Leave the program?
page-assumption-real = Places and inhabitants are real. Provider, IT and behaviour of all administrations are exercise assumptions and say nothing about the real ones.
page-assumption-invented = The names of the places are invented, numbers of inhabitants are those of real ones. Provider, IT and behaviour of all administrations are exercise assumptions.
page-assumption-of_the_scenario = Places and inhabitants are those of the scenario, some of them invented. What is not entered as a figure of one's own is an exercise assumption.
ui-quit-title = Leave?
ui-quit-question = Leave the exercise? This course ends here.

## Why a key does not work now
ui-why-ended = The exercise is over. Key e shows the result.
ui-why-no-decision = There is nothing to decide right now. Key n goes on.
ui-why-no-decision-led = There is nothing to decide here right now.
ui-why-no-aid = There is no aid for you to ask for.
ui-why-no-answer = This request does not wait for your answer. ↑↓ chooses another.
ui-why-no-recall = You cannot end this aid now. ↑↓ chooses another.
ui-why-not-ended = The result comes at the end of the exercise. Space starts the clock.
ui-why-no-service = There is no service to explain here.
ui-why-no-recovery = No recovery is under way. It begins after an attack.
ui-why-nothing-asked = This entry asks for nothing. Filter f shows the open ones.
ui-why-all-read = Everything has been read.
ui-why-one-decision = This is the only paper.
ui-why-terminal-colours = Your terminal decides the colours here.

## Keys
ui-context-start = Start
ui-context-everywhere = Everywhere
ui-context-defer = Putting off
ui-context-confirm = Question
ui-context-reader = Reading
ui-key-choose-seat = Seat
ui-key-choose-pact = Pact
ui-key-go = Go
ui-key-language = Deutsch
ui-key-light = Light
ui-key-graphs = Signs
ui-key-about = About
ui-key-guide = Guide
ui-key-quit = Leave
ui-key-choose-service = Choose a service
ui-key-decide = Decide
ui-key-why = Why
ui-key-request-aid = Ask for aid
ui-key-show-all = All
ui-key-recovery = Recovery
ui-key-choose-request = Choose a request
ui-key-answer = Answer
ui-key-recall = End aid
ui-key-choose-series = Curve
ui-key-choose-mark = Mark
ui-key-choose-entry = Entry
ui-key-filter = Filter
ui-key-box = Box
ui-key-open-entry = Open
ui-key-mark-read = All read
ui-key-enlarge = Enlarge
ui-key-scroll = Scroll
ui-key-clock = Clock
ui-key-next-stop = Next stop
ui-key-faster = Faster
ui-key-slower = Slower
ui-key-home = To the town hall
ui-key-choose-option = Choose
ui-key-choose-letter = Option by its letter
ui-key-choose-decider = Who decides
ui-key-field = Field
ui-key-order = Order
ui-key-defer = Put off
ui-key-other-decision = Next
ui-key-back = Back
ui-key-how-long = How long
ui-key-value = Change
ui-key-send = Send
ui-key-ask-permit = Permit
ui-key-choose-answer = Choose
ui-key-amount = Amount
ui-key-send-answer = Answer
ui-key-reason = Reason
ui-key-yes = Yes
ui-key-no = No

# Region
ui-tab-region = Region
ui-key-choose-place = Choose place
ui-key-open = Open
ui-key-fold = Unfold/fold
ui-key-sort = Sort
ui-key-only-deadlines = With deadline only
ui-region-empty = No administration in this scenario serves citizens.
ui-region-unknown = Nobody has reported yet how much gets done today.
ui-region-served = Of 100 requests { $level } get done
ui-region-before = (yesterday { $yesterday }, lowest { $lowest })
ui-region-basis = { $heard } of { $of } places
ui-region-served-then = Last reported: { $level } of 100 done
ui-region-mostly-old = { $old } of { $heard } reports older than 6 h
ui-region-what-counts = What counts now
ui-region-silent = no report: { $silent } · report older than 6 h: { $old }
ui-region-help = Requests: { $open } without answer · { $promised } granted · help at work for { $working }
ui-region-due-one = { $when }  { $name }: { $what }
ui-region-due-several = { $when }  { $what }: { $count } administrations
ui-region-affected-only = crisis staff has met, no more said: { $count }
ui-region-oldest-ours = open longest: we to { $place }, { $what }, { $time }
ui-region-oldest-to-us = open longest: { $place } to us, { $what }, { $time }
ui-region-helpers = Helpers: { $places } for { $requests } requests; { $undone } of 100 are left undone there
ui-region-affected = staff met
ui-region-why = { $name }: { $count ->
    [0] what is known?
    [one] why does 1 service do too little?
   *[other] why do { $count } services do too little?
}
ui-region-helps-first = Helps most of them first: { $what }
ui-region-provider-hit = provider { $name } attacked, known since { $when }
ui-region-causes-not-reported = Which services these are is not reported. Cause open.
ui-region-no-deadline = No reported deadline is running anywhere.
ui-region-open-county = Enter opens the county.
ui-region-by-deadline = by deadline
ui-region-by-down = by outage
ui-region-only-deadlines = with deadline only
ui-without-deadline = { $count } without deadline
ui-no-deadline-here = No service has an open deadline.
ui-aid-no-deadline = No request has a deadline.
ui-aid-answer-due = Answer { $when }
ui-why-no-services-here = There are no services for citizens here.
ui-region-folded = … { $count } municipalities
ui-region-folded-affected = { $count } staff met
ui-region-folded-due = { $count ->
    [one] 1 due !
   *[other] { $count } due !
}
ui-region-folded-cut = { $count } cut
ui-region-folded-missing = { $count } missing
ui-region-gives = gives { $count }
ui-region-old = old { $when }
ui-link-open = open
ui-link-cut = cut
ui-col-place = Administration
ui-col-inhabitants = Inhab.
ui-col-served = done
ui-col-next-deadline = Deadline
ui-col-help = Aid
ui-col-link = Line
ui-col-as-of = As of
ui-place-silent = no report
ui-place-only-affected = crisis staff has met, said { $when }, no more
ui-place-old = Old report of { $name } ({ $age }): { $said }
ui-place-talk = t talk
ui-place-line-open = line open
ui-place-line-cut = line cut { $when }
ui-place-help-signs = aid { $signs }
ui-place-counts = { $down ->
    [0] all { $all } services do enough
    [one] 1 of { $all } services does too little
   *[other] { $down } of { $all } services do too little
}
ui-place-counts-short = { $down ->
    [0] all { $all } do enough
   *[other] { $down } of { $all } too little
}
ui-place-next = next deadline: { $what }, { $when }
ui-place-next-short = next deadline: { $when }
ui-place-inhabitants = { $count } inhabitants
ui-place-affected-since = Said its crisis staff has met: { $when }
ui-place-no-report = No report has come from there yet.
ui-place-report = Report of { $when }
ui-place-old-report = Old report of { $when }. What happened since is not known.
ui-place-running = running: { $count }
ui-place-emergency = in emergency operation: { $count }
ui-place-down = standing still or too little: { $count }
ui-place-served = Of 100 requests { $level } get done.
ui-place-link-open = Line to the provider: open
ui-place-link-cut = Line to the provider: cut since { $when }
ui-place-link-cut-reported = Line to the provider: cut, reported { $when }
ui-place-help = Aid: { $open } open, { $promised } promised, { $working } at work, gives { $gives }
ui-place-between = Between you and this place
ui-place-nothing-between = No request.

# Map, recovery, search, cover
ui-tab-map = Map
ui-tab-work = Recovery
ui-tab-work-short = Recovery
ui-key-place = Place
ui-key-layer = Layer
ui-key-zoom-in = Nearer
ui-key-zoom-out = Farther
ui-key-choose-step = Step
ui-key-move-up = Move up
ui-key-move-down = Move down
ui-key-search = Search
ui-key-cover = Cover the screen
ui-key-uncover = Show it again
ui-key-choose-find = Choose
ui-key-go-there = Go there
ui-context-covered = Covered
ui-covered = EXERCISE · screen covered
ui-map-empty = No place in this scenario has a position.
ui-map-state = State
ui-map-help = Aid
ui-map-link = Line to the provider
ui-map-deadline = Deadline
ui-map-operating = running
ui-map-emergency = emergency operation
ui-map-below = too little
ui-map-down = half stands still
ui-map-affected = crisis staff met, no more
ui-map-chosen = Chosen:
ui-map-there = there { $when }
ui-map-at-work = at work there
ui-map-promised = promised, on the way
ui-map-unanswered = no answer
ui-map-gives = gives to others
ui-map-no-link = none
ui-map-within-a-day = in less than 24 h
ui-map-later = later
ui-map-none = none
ui-map-unknown = not reported
ui-map-aid = Aid promised
ui-map-no-aid = none
ui-map-links = Lines: { $cut } cut, { $open } open, { $none } without, { $unknown } ?
ui-work-order-fixed = Work
ui-work-order = Order: move with K and J
ui-work-people = People today: { $own } own, { $helpers } helpers, { $lent } lent
ui-work-fixed = You do not set the order of this step.
ui-work-is-first = This step gets people first.
ui-work-is-last = This step gets people last already.
ui-work-moved-up = u takes back: “{ $this }” now comes before “{ $other }”.
ui-work-moved-down = u takes back: “{ $this }” now comes after “{ $other }”.
ui-work-no-bottleneck = Bottleneck: none. All that can begin is being worked on.
ui-work-bottleneck-people = Bottleneck: people. { $short } more could start at once, above all: { $skill }.
ui-work-bottleneck-waiting = Bottleneck: { $what }, not heads: { $steps ->
    [one] 1 step waits
   *[other] { $steps } steps wait
} for it.
ui-work-not-tired = On average { $hours } a day (14 days); strength sinks from { $begins } on.
ui-work-never-tired = On average { $hours } a day (14 days). By planned shifts strength does not sink.
ui-work-tires = { $from } to { $at } it sinks to { $strength } of 100; whole again: { $again }.
ui-work-tires-once = On { $at } it sinks to { $strength } of 100; whole again: { $again }.
ui-work-tires-on = It sinks on until { $at } to { $strength } of 100; whole again: { $again }.
ui-work-rests = From now on it rises; whole again: { $again }.
ui-work-not-in-sight = open
ui-work-tired = Fatigue: on average { $hours } a day. Strength left: { $strength } of 100.
ui-undone = Taken back.
ui-why-nothing-to-undo = There is nothing to take back.
ui-why-nothing-to-choose = There is nothing to choose here.
ui-why-nothing-to-fold = This line has no municipalities to fold or unfold.
ui-why-farthest = No farther: all places are in sight.
ui-why-nearest = No nearer.
ui-why-one-curve = There is no second curve yet.
ui-customer-placed = { $name } is now served as number { $place }. u takes it back.
ui-customer-is-first = This customer is served first already.
ui-customer-is-last = This customer is served last already.
ui-key-undo = Take back
ui-key-compare-curves = Compare
ui-work-unforeseen = ? No date: { $why }
ui-work-if-moved = K: “{ $this }” before “{ $other }”. Roughly, this changes:
ui-work-no-change = Nothing gets notably earlier or later.
ui-work-earlier = { $by } earlier
ui-work-later = { $by } later
ui-work-span = { $from } to { $to }
ui-search-title = Search
ui-search-place = place
ui-search-service = service
ui-search-message = message
ui-search-step = work
ui-search-product = product: { $name }
ui-search-request = request
ui-search-nothing = Nothing found. For screens and commands use the key : (colon).
ui-key-palette = Command
ui-palette-screen = Screen: { $name }
ui-measure-title = Order this?
ui-palette-measure = Order: { $measure }
ui-palette-title = Command
ui-key-do-it = Do it
ui-palette-not-now = not possible now
ui-palette-nothing = No command is called that. For places, services, work, requests and messages use the key /.

# What else people call a screen or an order, for whoever types it; commas between them.
ui-also-provider = customers, customer order, order of customers, lines
ui-also-town-hall = services, deadlines
ui-also-work-provider = products, applications, product order, order of products, work, steps
ui-also-work = order of work, work, steps, applications
ui-also-region = municipalities, neighbours, situation
ui-also-aid = help, requests, support
ui-also-log = messages, inbox
ui-also-customer-order = customer, order of customers
ui-also-step-order = product, step, order
ui-also-customer = customer

ui-key-customer-first = Serve first
ui-key-customer-up = Serve earlier
ui-key-customer-down = Serve later
ui-key-customer-line = Cut or open line
ui-key-clean-devices = Helpers on clean devices only
ui-clean-devices-done = From now on helpers work on clean devices.
ui-key-file-notice = Hand in report
ui-notice-open = Report: { $notice } { $due }
ui-notice-key = M hand in report
ui-notice-title = Report by law
ui-notice-question = { $notice }: hand in the report now? What is missing will follow.
ui-notice-done = Reported.
ui-why-no-notice = No report is owed that you can hand in now.
ui-why-no-customer = Only a provider has lines to customers.
ui-line-title = Line to a customer
ui-line-done = Ordered.
ui-key-deputy = Appoint or end a deputy
ui-seat-deputy = Seat: { $name } · deputy: { $plan }
ui-seat-deputy-short = { $name } · deputy
ui-log-deputy = Deputy
ui-deputies-title = Who decides here?
ui-deputies-note = A deputy decides by a plan until you take the seat back.
ui-deputies-own = You
ui-deputies-plan = Deputy: { $plan }
ui-deputies-now = now
ui-deputies-acts = Decided by a deputy so far: { $count }
ui-deputies-did = What the deputy decided
ui-deputies-nothing = No deputy has decided here so far.
ui-key-choose-deputy = Choose
ui-key-deputy-did = What it did
ui-deputy-set = A deputy acts for you: { $plan }. s changes it.
ui-deputy-ends = You act yourself again.
# Phases and guide
ui-stage = Phase { $number }
ui-guided-step = GUIDE { $at }/{ $count } ►
ui-key-first-steps = Guide on/off
ui-key-guided = Try it out
ui-start-guided = Try it out: one municipality, guided, about 10 minutes
ui-why-no-first-steps = This scenario has no guide here. Key 1 on the start screen offers one.

# One order to several
ui-key-mark = Mark
ui-key-mark-all = All open
ui-key-mark-county = Whole county
ui-key-ask-also = Ask also
ui-key-ask-round = Round call
ui-aid-marked = { $count } marked, Enter answers all at once
ui-region-marked = { $count } marked, b asks all at once
ui-why-not-to-be-asked = There is nobody here to ask for help. ↑↓ chooses another place.
ui-why-no-round = Something speaks against each of them. m chooses one all the same.
ui-compose-several = Enter asks { $count ->
    [one] { $count } administration
   *[other] { $count } administrations at once, each by itself
} for { $amount }.
ui-compose-several-doubtful = Something speaks against { $count } of them.
ui-answer-several = { $count } requests to you, in turn:
ui-answer-yes-several = Yes: to each what it asks for, at most ◄ { $most } ►
ui-bulk-title = One order to several
ui-bulk-accepted = Accepted for { $done } of { $of }.
ui-bulk-asked = { $count ->
    [one] { $count } request sent.
   *[other] { $count } requests sent. The answers stand here and in the log.
}
ui-bulk-answered = { $count ->
    [one] { $count } answer sent.
   *[other] { $count } answers sent.
}

# Messages of the script
ui-reply-title = Answer
ui-reply-due = Answer { $due }
ui-reply-goes = Goes to: { $to }, way: { $channel }, there at once. The message then counts as answered.
ui-reply-orders-nothing = It orders nothing: deeds go by paper (d) and request (b).
ui-reply-answer = Your answer
ui-reply-decides = Decided by: { $who }   ←→
ui-reply-type-first = Please type the answer first.
ui-reply-done = The answer is given.
ui-acknowledged = Noted.
ui-key-acknowledge = Take note
ui-why-nothing-to-note = This message needs no note.
ui-log-asks-reply = Answer { $due }. Enter answers.
ui-log-asks-note = Enter answers.
ui-now-message = { $from }: { $text }
ui-log-to-note = z: take note
ui-log-reply = Your answer: { $reply }

# A drill from the start screen
ui-start-compare = Compare pacts: what is which clause worth?
ui-start-own = Check your own administration: how long does recovery take?
ui-start-compare-title = Compare pacts
ui-start-own-title = Check your own administration
ui-context-drill = Questions before the reckoning
ui-context-drill-wait = While it is reckoned
ui-context-drill-page = What came out
ui-key-compare = Compare pacts
ui-key-check-own = Check your own administration
ui-key-go-on = Go on
ui-key-next-question = Next question
ui-key-stop-drill = Stop, keep what is done
ui-drill-compare-what = The program plays the same attack many times: once as today, once with the draft, both times with the same luck.
ui-drill-own-what = The program plays an attack many times. It counts when every service is back and holds that against the plan.
ui-drill-ask-today = What holds today?
ui-drill-ask-draft = What is the draft?
ui-drill-ask-whose = With whose figures?
ui-drill-ask-place = Which administration?
ui-drill-ask-effort = How sure shall it be?
ui-drill-own-holds = “{ $pact }” holds, as chosen on the start screen. It can be changed there.
ui-drill-own-holds-there = “{ $pact }” holds, as the file says.
ui-drill-faults = { $count } faults. All are shown by: beistand check { $path }
ui-drill-own-file = own figures from a file
ui-drill-own-file-how = A filled-in sheet (.csv) or a scenario (.ron or folder). The empty sheet is written by: beistand new FOLDER --bogen
ui-drill-rough = rough: { $runs } courses
ui-drill-council = for the council: { $runs } courses and what it hangs on
ui-drill-thorough = thorough: { $runs } courses and what it hangs on
ui-drill-thorough-alone = thorough: { $runs } courses and what it hangs on
ui-drill-council-alone = closer: { $runs } courses and what it hangs on
ui-drill-in-depth = Reckoned besides: the draft without each single clause, prevention for the same money, and each assumption at both ends of its range. That takes minutes.
ui-drill-in-depth-alone = Reckoned besides: each assumption at both ends of its range. That takes minutes.
ui-drill-hour-value-none = Worth of a weighted hour: not said. The page tells what an avoided hour costs. With w you say what it is worth to you.
ui-drill-hour-value = Worth of a weighted hour: { $value } EUR, as you said. The page tells how often the attack must come for it to pay. w changes it.
ui-drill-hour-value-ask = What is a weighted hour without an outage worth to you?
ui-drill-hour-value-how = Whole euros, Enter takes it. Nothing means: not said. The more urgent the service and the larger the place, the more an hour counts.
ui-drill-hour-value-wrong = A whole number from 1 to { $most }, or nothing.
ui-key-hour-value = Worth
ui-drill-same = Today and the draft are the same. Please choose another draft.
ui-drill-kicker = Reckoned, not measured
ui-drill-running = It is being reckoned.
ui-drill-preparing = The world is being built.
ui-drill-progress = { $done } of { $of } courses of all versions
ui-drill-left = about { $left } left
ui-drill-soon = less than a minute left
ui-drill-esc = Esc stops and keeps what is done. More courses make the result more precise, not more true.
ui-drill-stopping = Stopping. What is done stays.
ui-drill-nothing = No course was done yet. There is nothing to show.
ui-drill-cut-short = Ended early: { $played } of { $wanted } courses are reckoned.
ui-drill-bands = Cases dealt with, of 100 (shade: 9 of 10 courses)
ui-drill-days = day { $days }
ui-drill-written = The whole page with pictures, to open in a browser and to print: { $path }
ui-drill-more-below = ↓ There is more.
ui-drill-no-services = In this file no administration offers services.
ui-drill-no-folder = No folder is known for the result.
ui-drill-recovery-within = in target
ui-drill-recovery-note = In target: in so many of all outages. In brackets: 9 of 10 outages. Counted to the first emergency operation, on paper too; whether it lasts is told below. “Later” means: after the { $days } days that are played.
ui-drill-recovery-mta = latest
ui-drill-recovery-waz = target
ui-drill-recovery-runs = runs again after
ui-drill-recovery-service = Service
ui-drill-no-path = Say where the file lies.

# A draft of the pact
ui-pact-form-title = Draft of the pact
ui-key-new-draft = Own draft
ui-key-choose-row = Row
ui-key-clause = On, off
ui-key-change-figure = Figure
ui-key-next-part = Next part
ui-key-write-draft = Save
ui-pact-title = Name of the draft
ui-pact-title-how = So the draft is called among the pacts and on the page. Its letters make the name for --pact and --vary.
ui-pact-clauses = Clauses
ui-pact-per-year = € a year
ui-pact-figures = Figures
ui-pact-members = Members: { $in } of { $all }
ui-pact-member-how = Space takes in or strikes off. Who is no member gives and gets only what the law says. The price of the clauses stays as it is.
ui-pact-no-member = A draft without members holds for nobody. Take in at least one.
ui-pact-write = Save the draft
ui-pact-write-how = Enter writes “{ $title }” to a file. From then on the draft can be chosen, the next time as well.
ui-pact-title-short = The name needs at least { $least } letters or digits.
ui-pact-is-law = This holds by law.
ui-pact-clause-price = Cost for all together: { $once } € once, { $year } € and { $hours } working hours every year.
ui-pact-figure-how = From { $least } to { $most }. ←→ changes it, space takes again what the clauses say. The price of the clauses stays as it is.
ui-pact-price = Price for all: once { $once } € (over { $years } years) + { $year } € a year + { $hours } h at { $rate } € = { $all } € a year
ui-pact-own = agreed
ui-pact-by-clause = by clauses
ui-pact-open = not agreed
ui-pact-written = Written: { $path }
ui-pact-not-yet = Not like this yet: the draft needs a name and must have no fault.
ui-pact-title-taken = A state of the pact has this name already. Please choose another one.
ui-pact-no-title = The draft needs a name.
ui-pact-staff_cap_share = To be given at most, IT people
ui-pact-staff_cap_share-value = { $value } of 100
ui-pact-desk_cap_share = To be given at most, desks
ui-pact-desk_cap_share-value = { $value } of 100
ui-pact-days_max = Longest help
ui-pact-days_max-value = { $value ->
        [one] one working day
       *[other] { $value } working days
    }
ui-pact-notebook_pool = Notebooks in the pool
ui-pact-notebook_pool-value = { $value } devices
ui-pact-notebooks_per_site = of these for one place
ui-pact-notebooks_per_site-value = { $value } devices
ui-pact-market_examiners = External examiners
ui-pact-market_examiners-value = { $value ->
        [one] one person
       *[other] { $value } people
    }
ui-pact-eur_per_person_hour = Refund per hour
ui-pact-eur_per_person_hour-value = { $value } €
ui-pact-notice_within = Provider gives notice within
ui-pact-notice_within-value = { $value ->
        [one] one hour
       *[other] { $value } hours
    }
