# Leading the exercise: script, background, seats, one room. Short sentences.

## Start
ui-start-lead = Lead an exercise (one room): { $seats } seats{ $minutes ->
    [0] {""}
   *[other] , { $minutes } minutes
}
ui-start-go-on = Go on: { $record }
ui-start-records = Go on
ui-start-record-age = { $age } ago
ui-start-no-record = There is no record yet.
ui-second-try = second try
ui-key-lead = lead an exercise
ui-key-go-on-record = go on
ui-key-choose-record = record

## Room
ui-lead-role = Facilitator
ui-lead-leads = FACILITATOR
ui-lead-second-try = FACILITATOR, 2nd try
ui-lead-sees = LOOKING AT
ui-lead-enters = ENTERING FOR
ui-lead-room = { $planned ->
    [0] room { $elapsed } min
   *[other] room { $elapsed }/{ $planned } min
}
ui-lead-secret = FACILITATOR ONLY !!
ui-lead-stands = STOPPED
ui-lead-talking = discussion
ui-lead-runs = { $pace }/s
ui-lead-look = look at seats
ui-tab-script = Script
ui-tab-background = Background
ui-lead-late = { $minutes } min late
ui-lead-early = { $minutes } min early
ui-lead-on-time = on time
ui-mode-one-to-one = 1:1
ui-mode-free = free
ui-mode-rounds = rounds
ui-mode-one-to-one-chosen = Clock 1:1: one minute per minute in the room.
ui-mode-free-chosen = Clock free: plus and minus choose the pace.
ui-mode-rounds-chosen = Clock in rounds: it stops until all are ready.
ui-lead-pace = Pace: { $pace } per second.
ui-lead-next = NEXT
ui-lead-talk-costs-nothing = a discussion costs nothing
ui-lead-never-shown = This page never appears on the wall and never in exports for players.
ui-lead-question = Ask the room: { $question }
ui-lead-briefed = The briefing is over. Space starts the clock.
ui-lead-talk = The clock stands for a discussion. That costs no time to think.
ui-lead-held-by-control = { $seat } is now played by exercise control.
ui-lead-held-by-person = { $seat } is now played by a person.
ui-lead-trace-noticed = { $place } now notices a trace.
ui-lead-slower = The attacker is now half as fast.
ui-lead-faster = The attacker is now twice as fast.
ui-lead-quit-question = Leave the exercise? It is recorded and you can go on later.
ui-lead-go-on-title = Go on without a decision?
ui-lead-go-on-question = { $seats } Go on all the same?
ui-lead-go-on-cost = That costs { $minutes } of time to think.
ui-lead-who-decides = { $count ->
    [one] A decision is open at { $names }.
   *[other] Decisions are open at { $names }.
}
ui-now-round = Nothing to decide. Ready: { $ready } of { $filled }. F says your seat is ready.
ui-now-round-ready = Your seat is ready. Ready are { $ready } of { $filled }.
ui-why-no-rounds = The clock does not run in rounds at present.
ui-why-not-free = The pace comes from the phase. u sets the clock free.
ui-why-nobody-there = Exercise control plays this seat. s brings a person.
ui-why-nothing-decided = Nothing has been decided yet.
ui-why-no-foothold = The attacker is nowhere yet.
ui-why-no-seat-there = There is no seat to look at.

## Drehbuch
ui-lead-no-phases = This scenario has no phases.
ui-lead-phase = Phase { $number } of { $count }  { $title }
ui-lead-minutes = { $minutes } min
ui-lead-clock-stands = The clock stands, people talk.
ui-lead-ahead = Next the clock stops
ui-lead-nothing-ahead = No more stops until the end.
ui-lead-col-seat = Seats
ui-lead-col-there = who
ui-lead-col-ready = ready
ui-lead-col-open = open
ui-lead-col-last = last decision
ui-lead-col-quiet = quiet for (room time)
ui-lead-stands-in = stand-in
ui-lead-control = control
ui-lead-speak-to = ask them

## Hintergrund
ui-back-attacker = Attacker
ui-back-phase = phase { $number } of { $count }: { $name }
ui-back-no-phase = not there yet
ui-back-entry = got in { $when }
ui-back-detected = first noticed { $when }
ui-back-impact = encryption { $when }
ui-back-contained = ways closed { $when }
ui-back-tempo-usual = speed as planned
ui-back-tempo-faster = { $times } times as fast
ui-back-tempo-slower = { $times ->
    [2] half as fast
    [4] a quarter as fast
   *[other] an eighth as fast
}
ui-back-systems = Holds systems: providers { $held } of { $of } · others { $there } of { $others }
ui-back-nothing = No footholds yet.
ui-back-col-place = footholds
ui-back-col-since = since
ui-back-col-way = way
ui-back-col-held = holds
ui-back-col-encrypted = encr.
ui-back-col-noticed = noticed
ui-back-way-entry = entry
ui-back-way-remote = remote maint.
ui-back-way-accounts = accounts
ui-back-way-line = line
ui-back-outlook-ask = g reckons what is likely if no seat acts.
ui-back-outlook-comes = Reckoning what is likely …
ui-back-outlook = If no seat acts ({ $futures } courses, from { $from })
ui-back-further = further places hit: in 1 h { $hour } · 6 h { $six } · 24 h { $day }
ui-back-seats-hit = newly hit in 24 h: { $seats }
ui-back-pay = Pay run { $at } fails: { $seats }
ui-back-nobody = no seat
ui-back-never = never
ui-back-always = always
ui-of-10 = { $count } of 10
ui-back-col-knows = what seats know
ui-back-col-provider = provider down
ui-back-col-own = own trace
ui-back-col-others = neighbours hit
ui-back-of = { $heard } of { $of }
ui-yes = yes
ui-no = no

## Dialogs
ui-entry-title = Entering for { $seat }
ui-entry-decider = Decides
ui-entry-name = Name (optional)
ui-entry-note = The journal says who decided, in which function, and that the facilitator typed it.
ui-leap-title = Leap in time
ui-leap-to = Leap to
ui-leap-stage = phase { $number }: { $title }
ui-leap-by = { $minutes } on
ui-leap-orders = Standing orders: this is how a stand-in acts until the leap ends.
ui-leap-nobody = nobody, the seat waits
ui-rewind-title = Back to
ui-rewind-note = A second try begins before this decision. The first one stays, and only it is scored.
ui-rewind-at = { $at }
ui-rewind-question = A second try from { $at } on? The record so far stays as it is.
ui-hand-over = Please hand over to: { $to }
ui-hand-over-look-away = Everybody else please look away.
ui-talk-title = Agreement at the table
ui-talk-with = With
ui-talk-about = About
ui-talk-note = Only what is written here can be evaluated. An agreement takes 10 exercise minutes.
ui-talk-noted = Written down. The agreement takes 10 exercise minutes.

## Keys
ui-context-desk = Facilitator, everywhere
ui-context-visit = At a seat (facilitator)
ui-context-hand-over = Handing over the keyboard
ui-context-entry = Who decides
ui-key-next-thing = next
ui-key-enter-for = enter for
ui-key-hand-over = hand over
ui-key-seat-ready = ready
ui-key-hold = person/control
ui-key-look-at = look at seat
ui-key-find-seat = find seat
ui-find-seat-title = Which seat to look at?
ui-key-notice-trace = let a trace be noticed
ui-key-slow-attack = slow the attack
ui-key-hasten-attack = speed it up
ui-key-outlook = outlook
ui-key-leap = leap in time
ui-rewind-before = { $minutes } before
ui-rewind-after = { $minutes } after
ui-rewind-question-near = A second try, { $distance } ({ $at })? The record so far stays as it is.
ui-key-rewind-quarter = 15 min
ui-key-rewind-minute = 1 min
ui-key-rewind = back
ui-key-rewind-there = anew from here
ui-key-clock-mode = clock 1:1/free/rounds
ui-key-to-desk = to the desk
ui-key-other-seat = another seat
ui-key-hand-over-done = go on
ui-key-to-facilitator = to the facilitator
ui-key-to-seat = to the seat
ui-key-ready = say you are ready
ui-key-table-talk = agreement at the table
ui-key-talk-with = with whom
ui-key-note-talk = write down

## The script
ui-script-number = No
ui-script-when = when
ui-script-to = to
ui-script-title = Inject
ui-script-state = state
ui-script-expected = expected
ui-script-by = by { $moment }
ui-script-from = from { $moment }
ui-script-quote = “{ $text }”
ui-script-waits = waits
ui-script-ready = ready
ui-script-armed = armed
ui-script-held = held
ui-script-held-due = due!
ui-script-released = released
ui-script-seen = seen
ui-script-answered = answered
ui-script-skipped = skipped
ui-script-answers = { $answered } of { $got } answered
ui-script-head = { $number } { $title } · { $from } to { $to } · { $channel }
ui-script-edited = The facilitator changed the text.
ui-script-expects = Expected: { $expects } (objective { $objectives })
ui-script-contingency = Contingency if nothing follows from { $other }.
ui-script-cue = Comes: { $cue }.
ui-script-why = Skipped: { $why }.
ui-script-reply = { $place }, { $when }: “{ $answer }”
ui-script-shortened = shortened
ui-script-done-released = { $inject } is released.
ui-script-done-held = { $inject } is held back. z lets it come.
ui-script-done-comes = { $inject } comes by itself again.
ui-script-done-skipped = { $inject } is skipped.
ui-script-done-edited = { $inject } has a new text.
ui-script-done-improvised = Your own inject is released.
ui-why-inject-over = This inject is released or skipped already.
ui-why-nothing-to-leave-out = There is no choice inject left to drop.
ui-why-no-script = This scenario has no script.
ui-improvise-title = Own inject
ui-improvise-edit = New text for
ui-improvise-from = Who speaks
ui-improvise-to = To
ui-improvise-channel = By
ui-improvise-class = Effect
ui-improvise-text = What is said
ui-key-other-table = injects/seats
ui-key-release = release
ui-key-hold-inject = hold
ui-key-improvise = own inject
ui-key-shorten = shorten
ui-key-read-inject = full text
ui-key-skip-inject = skip
ui-key-edit-inject = edit text
class-log = log only
class-alert = alert
class-stop = stops the clock
class-box = stops the clock and opens
stop-inject = { $name } “{ $title }”

## Guide
ui-lead-guide-what = You lead the exercise. You see everything, also what the seats do not know.
ui-lead-guide-next = The third line says what comes next. Enter does it.
ui-lead-guide-clock = In rounds the clock stops until all seats are ready. Who goes on earlier pays for the thinking. A discussion, by Space, costs nothing.
ui-lead-guide-seats = With 1 to 7 you look at a seat, with / you find it by its name. With e you enter what is decided there. With h you hand the keyboard on.
ui-lead-guide-record = Everything is recorded. r begins a second try before a decision.

ui-key-check-ready = ready? what is missing before the start
ui-ready-title = Ready to begin?
ui-ready-note = None of this keeps you from beginning. The script was run dry twice: nobody decides, and all act by plan.
ready-title = { $scenario }: script run dry
ready-inject = inject
ready-nobody-decides = nobody decides
ready-by-plan = all act by plan
ready-never = does not come
ready-no-plan = The scenario has no such plan.
ready-seats = All { $count } seats are filled with persons.
ready-seats-open = { $count } seats with persons. Exercise control plays: { $open }
ready-languages = All texts stand in both languages, with their figures.
ready-languages-broken = Texts with gaps: { $ids }
ready-objectives = Every objective has an inject.
ready-objectives-without = Objectives without inject: { $ids }
ready-injects = Every inject serves an objective.
ready-injects-without = Injects without objective: { $ids }
ready-script = Each of the { $count } injects comes in one of the two courses.
ready-script-never = In neither course there come: { $ids }
ready-busy = No seat is without news for more than { $minutes } minutes in the room.
ready-idle = { $seat } gets nothing new from minute { $from } to { $to } in the room.
ready-dense = Phase “{ $stage }” is too dense: { $injects } injects in { $minutes } minutes in the room.
ready-no-slack = Phase “{ $stage }” has no slack: { $injects } injects in { $minutes } minutes in the room.
ready-core-dense = { $core } core injects in { $minutes } minutes: that will be rushed.
ready-slack = Every phase has time for talk.
ready-unmeasurable = Objective { $objective } is not measurable: the clock runs at { $pace } per second.

## What would have been
ui-key-what-if = what if
ui-asked-title = What if …?
ui-asked-what = One thing is changed, all else stays: the same decisions, the same luck. Seats without a person decide anew.
ui-asked-luck = Other luck (Tab):
ui-asked-one-course = this one course only
ui-asked-futures = and { $runs } other courses from the moment of the question on
ui-asked-without-aid = Nobody would have helped
ui-asked-pact = Another state of the pact:
ui-asked-absent = not decided
ui-asked-earlier = { $by } earlier
ui-asked-later = { $by } later
ui-asked-of-decision = { $at }, { $seat }: { $what } ({ $how })
ui-asked-running = Both courses are being played
ui-asked-progress = { $done } of { $of } courses
ui-asked-esc = Esc ends it. The exercise stays as it is.
ui-asked-nothing = Nothing came of it. Please try again.
ui-asked-shade = Shaded: where the middle 90 of 100 courses lie with other luck.
ui-asked-middle = middle 90 of 100
ui-asked-mta = latest
ui-asked-never-down = Nothing was down here.
ui-context-asked-wait = What if: while it is reckoned
ui-context-asked-page = What if: the answer
ui-key-choose-change = what
ui-key-how-changed = how
ui-key-futures = other luck
ui-key-reckon = reckon
ui-key-stop-asked = stop
ui-why-asked-at-desk = The facilitator asks that: W at the desk.

## Questionnaire
ui-key-sheet = questionnaire
ui-key-question = question
ui-key-grade = grade
ui-sheet-title = Questionnaire
ui-sheet-hand-in = Hand in
ui-sheet-empty = Nothing is answered yet.
ui-sheet-thanks = Thank you. Your sheet is handed in, without a name.
ui-sheet-next-person = Please hand the keyboard on. Enter shows an empty sheet to the next person, Esc gives it back to the facilitator.
ui-sheet-correct = Enter closes it. You can open the sheet again and change it.
ui-why-no-questions = This scenario has no questionnaire.
ui-why-sheet-at-desk = The facilitator passes the questionnaire round: f on the page Observe.
