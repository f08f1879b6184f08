# What is wrong with a scenario, as `check` and every verb that reads one say it.

# How it is shown.
check-level-error = error
check-level-help = help
check-level-note = note
check-in-file = in { $file }
check-more = … and { $count } more
check-count = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
check-at = { $problem } --> { $file }:{ $line }:{ $column }
check-first = { $problem } (and { $count } more)

# What things are called.
check-what-administration = administration
check-what-clause = clause
check-what-figure = figure
check-what-inject = inject
check-what-kit = kit
check-what-objective = objective
check-what-pact = pact
check-what-provider = provider
check-what-question = question
check-what-response = response plan
check-what-service = service
check-what-system = system
check-what-uncertain = uncertain figure

# What is not there, or twice.
check-none = there is no { $what } `{ $id }`
check-none-here = there is no `{ $id }` here
check-twice = the { $what } `{ $id }` is there twice
check-twice-hint = ids are unique in a file; a later file may replace a whole record
check-unknown-value = unknown value `{ $found }`
check-unknown-field = unknown field `{ $found }`
check-unknown-confidence = unknown confidence `{ $found }`
check-unknown-path = unknown path `{ $found }`
check-unknown-column = unknown column `{ $found }`
check-did-you-mean = did you mean `{ $word }`?
check-none-yet = there is none yet
check-known = known: { $words }
check-known-many = known: { $words }, … ({ $count } in all)

# What RON cannot read.
check-missing-field = the field `{ $field }` is missing
check-missing-field-hint = add `{ $field }: ..,` to this record
check-missing-language-hint = texts are needed in both languages: `(de: "..", en: "..")`
check-field-twice = the field `{ $field }` is given twice
check-number-expected = a number is expected here
check-text-expected = a text in quotes is expected here
check-flag-expected = `true` or `false` is expected here
check-list-expected = a list `[ .. ]` is expected here
check-brackets-expected = round brackets are expected here, as in `(field: value)` or `(0.5, 0.8)`
check-comma-expected = a comma is expected before this
check-comma-expected-hint = or a bracket or quote further up is not closed
check-word-expected = a word without quotes is expected here
check-length = { $expected } expected here, not { $found }
check-length-tuple = a tuple of size { $size }
check-length-variant = tuple variant { $variant } with { $size } elements
check-ends-early = the file ends too early
check-ends-early-hint = a bracket `(`, `[` or a quote `"` is not closed
check-colon-expected = expected colon
check-closing-expected = expected closing `)`
check-end-of-text-expected = expected end of string
check-number-out-of-bounds = integer is out of bounds
check-underscore-in-number = unexpected underscore in float
check-underscore-before-number = unexpected leading underscore in a number
check-open-comment = unclosed block comment
check-sign = unexpected char { $sign }
check-trailing = non-whitespace trailing characters
check-foreign = { $error }
check-recipients-expected = `customers` or a list of ids `[".."]` is expected here
check-pay-days-expected = `last_bank_day` or a list of dates `["2027-02-26"]` is expected here
check-receivers-expected = a list of ids `[".."]` or a group without quotes is expected here: `seats`, `hit`, `helpers`, `customers_of("..")`, `receivers_of("..")`

# Files and what they include.
check-no-scenario = there is no scenario `{ $name }`
check-no-scenario-hint = name a .ron file, a folder with scenario.ron, or one of the program's: { $known }
check-unreadable = `{ $name }` cannot be read: { $why }
check-unreadable-here = `{ $name }` cannot be read here
check-why-not-there = there is no such file
check-why-permission = it may not be read
check-why-not-in-program = it is not part of the program
check-why-not-in-copy = it is not part of the copy
check-why-no-utf8 = line { $line } is not UTF-8; save the file as UTF-8
check-why-laid-over = a file of this name lies over the scenario already
check-included-twice = `{ $name }` is included twice
check-included-twice-hint = a file is read once; take this one out
check-included-deeply = fragments include each other too deeply
check-not-included-here = `{ $name }` cannot be included here
check-circle-of-files = files include each other in a circle: { $circle }
check-circle-of-files-hint = one of these must not include the next
check-no-attack = the scenario has no attack
check-with-value = with the value { $value }: { $problem }
check-all-at-lower-end = with every uncertain figure at its lower end: { $problem }
check-all-at-upper-end = with every uncertain figure at its upper end: { $problem }

# Figures set by their path.
check-path-without-field = the path `{ $path }` names no field
check-path-attack = write attack.FIELD or attack.PHASE.FIELD
check-path-service = write service.ID.FIELD, service.ID.paper.FIELD or service.ID.pay.FIELD
check-path-admin = write admin.ID.FIELD
check-path-inject = write inject.ID.FIELD
check-path-objective = write objective.ID.FIELD
check-path-kit = write kit.ID.SYSTEM.FIELD or kit.ID.SYSTEM.work.FIELD
check-path-pact = write pact.ID.FIELD, pact.ID.aid.KIND.FIELD, pact.ID.clause.CLAUSE=on or pact.ID.member.ADMIN=out
check-path-clause = write clause.ID.FIELD or clause.ID.aid.KIND.FIELD
check-path-parameters = write parameters.FIELD
check-path-aid = write aid=off
check-no-aid-value = `aid` cannot be `{ $value }`
check-no-aid-value-hint = write aid=off; single terms are pact.ID.aid.KIND.latency and .effect
check-no-clause-value = a clause cannot be `{ $value }`
check-no-clause-value-hint = write on or off
check-no-member-value = a member cannot be `{ $value }`
check-no-member-value-hint = write in or out

# Tables.
check-in-column = { $problem } in column `{ $column }`
check-cell-date = `{ $text }` in column `{ $column }` is a date; the spreadsheet made it of a number
check-cell-date-hint = make the column one of text, and write the number again
check-cell-error = `{ $text }` in column `{ $column }` is an error of the spreadsheet
check-cell-error-hint = write what is meant
check-cell-formula = `{ $text }` in column `{ $column }` is a formula
check-cell-formula-hint = write what comes out of it
check-cell-negative = `{ $text }` in column `{ $column }` is less than zero
check-cell-flag = `{ $text }` in column `{ $column }` is neither yes nor no
check-cell-flag-hint = write true or false
check-cell-over-100 = `{ $text }` in column `{ $column }` is more than 100 %
check-cell-over-100-hint = write a share from 0 to 1
check-cell-under-1 = `{ $text }` in column `{ $column }` is less than 1 %
check-cell-under-1-hint = a share from 0 to 1 stands without a percent sign
check-cell-number = `{ $text }` in column `{ $column }` is not a number
check-cell-number-hint = write it as in 12000 or 0.5
check-half-position = there is a `{ $given }` but no `{ $missing }`
check-half-position-hint = give both, or none for an administration off the map
check-open-quote = a quote opened in this row is never closed
check-open-quote-hint = a quote within a quoted cell is written twice
check-cells = this row has { $cells } cells, the header has { $header }
check-cells-hint = cells are separated by commas (or all by semicolons); put a cell that has one in quotes
check-column-twice = the column `{ $column }` is there twice
check-column-missing = the column `{ $column }` is missing
check-column-missing-hint = known columns: { $columns }

# Single values.
check-name-rate = rate per day
check-name-variation = coefficient of variation
check-range = `{ $field }` must be { $low } to { $high }, not { $number }
check-at-least = `{ $field }` must be { $low } or more, not { $number }
check-not-negative = it cannot be negative
check-no-number = write a number
check-per-cent = { $number } per cent is written as { $share }
check-unit-latitude = degrees north of the equator, as in 49.68
check-unit-longitude = degrees east of Greenwich, as in 8.62
check-unit-criticality = 1 is life and limb, 2 urgent, 3 normal, 4 can wait
check-unit-inhabitants = people who live there, a whole number
check-unit-clients = IT workplaces, a whole number
check-unit-rate = so many times a day: 0.5 is once in two days
check-unit-variation = how far it spreads as a share of its middle: 0.4 is 40 per cent
check-unit-share = a share from 0, none of it, to 1, all of it: 30 per cent is 0.3
check-unit-hours = the unit is hours
check-unit-days = the unit is days
check-unit-euros = the unit is euros
check-unit-kilometres = the unit is kilometres
check-unit-per-10k = so many for every 10000 inhabitants
check-unit-factor = a factor: 1 changes nothing
check-unit-none = a number without a unit, such as people, devices or times
check-whole = `{ $field }` must be a whole number
check-thousands = thousands are written without a dot: { $number }
check-not-whole = `{ $field }` must be a whole number, not { $number }
check-write-either = write { $below } or { $above }
check-ten-years = `{ $text }` is longer than ten years
check-no-duration = `{ $text }` is not a duration
check-no-duration-hint = write minutes, hours, days or weeks, as in 30m, 12h, 1.5d, 2w
check-is-no-duration = `{ $text }` is no duration
check-duration-after = write how long after it, as in "60m"
check-duration-within = write within how long, as in "5d"
check-bounds-swapped = the upper bound lies below the lower bound
check-duration-zero = this duration must be longer than 0 minutes
check-empty = `{ $field }` is empty
check-empty-hint = write something between the quotes
check-no-id = `{ $id }` cannot be an id
check-no-id-hint = an id has letters a to z, digits, `_` and `-` only
check-empty-language = the text `{ $language }` is empty
check-empty-language-hint = texts are needed in both languages
check-empty-list = the list `{ $field }` is empty
check-empty-list-hint = write at least one element between the brackets

# Dates.
check-no-moment = `{ $text }` is not a local date and time
check-no-moment-hint = write it as in 2027-02-19T13:30
check-no-date = `{ $text }` is not a date
check-no-date-hint = write it as in 2027-02-26
check-write = write { $value }
check-year = the year { $year } is out of reach
check-year-hint = years go from 1990 to 2100
check-seconds = `{ $text }` has seconds
check-seconds-hint = moments are whole minutes
check-clock-gap = `{ $text }` does not exist: the clocks go forward in this hour
check-clock-gap-hint = take a time before 02:00 or from 03:00 on
check-not-moved = `{ $text }` cannot be moved by { $days } days
check-before-beginning = `{ $text }` lies before the scenario begins ({ $begins })
check-before-beginning-hint = move `begins` to an earlier day, or correct this date
check-too-far = `{ $text }` lies too far away
check-no-horizon = the horizon must be longer than 0

# Administrations.
check-name-of-two = `{ $name }` is the name of `{ $other }` as well
check-name-of-two-hint = give each a name of its own, as in `Kassel` and `Landkreis Kassel`
check-leading-zero = the official key `{ $key }` lacks its leading zero
check-leading-zero-hint = write `{ $key }`; spreadsheets drop it unless the column is text
check-provider-without-kit = the provider `{ $id }` has no kit
check-provider-without-kit-hint = give it `kit: ".."`, the systems its customers use
check-swapped = latitude { $latitude } and longitude { $longitude } look swapped
check-swapped-hint = the latitude comes first: { $latitude }, { $longitude }
check-provider-of-provider = a provider cannot have a provider itself
check-is-no-provider = `{ $id }` is not a provider
check-without-kit = `{ $id }` has no kit: no attack reaches it and it offers nothing
check-without-kit-hint = give it `kit: ".."`, the systems on which its services run
check-many-workplaces = `{ $id }` has more workplaces ({ $clients }) than inhabitants ({ $inhabitants })
check-many-workplaces-hint = `clients` are IT workplaces; usual are 9 per 1 000 inhabitants, 4.5 in a county
check-many-it-people = `{ $id }` has more IT people ({ $people }) than workplaces ({ $clients })
check-many-it-people-hint = `it_staff` are people; usual is one per 60 to 120 workplaces

# Kits, systems and links.
check-no-kit-before = no kit before this one is called `{ $id }`
check-not-in-that-kit = that kit has no system `{ $id }`
check-system-twice = the system `{ $id }` is there twice in this kit
check-no-system = there is no system `{ $id }` in this kit
check-no-prefix = `{ $prefix }:` is not understood here
check-no-prefix-hint = a system of the provider is written `provider:{ $id }`
check-empty-group = this group is empty
check-no-provider-link = `{ $id }` is not a link to the provider
check-no-provider-link-hint = `via` names the system with `role: provider_link`
check-link-to-itself = this link leads to where it comes from
check-no-jump = this link is no jump to a customer
check-no-jump-hint = a jump leads from `provider:..` to a system of this kit
check-no-rate = no rate is given
check-no-rate-hint = write for example ByStage(lateral: 0.5, jump: 1, impact: 3)
check-role-taken = `{ $id }` has this role already in this kit
check-circle-of-needs = systems need each other in a circle: { $circle }
check-circle-of-orders = orders wait for each other in a circle: { $circle }
check-circle-hint = one of these arrows must go
check-no-system-named = `{ $text }` does not name a system
check-no-system-named-hint = write administration and system, as in "06431002:identity"
check-no-kit-no-system = `{ $id }` has no kit and so no system `{ $system }`
check-kit-lacks-system = `{ $id }` (kit `{ $kit }`) has no system `{ $system }`
check-provider-lacks-system = the provider `{ $id }` has no system `{ $system }`
check-provider-kit-lacks-system = the provider `{ $id }` (kit `{ $kit }`) has no system `{ $system }`
check-needs-provider = `{ $id }` has no provider, but its kit `{ $kit }` needs one
check-needs-provider-hint = give it `provider: ".."` or another kit
check-no-crew = systems of `{ $id }` are repaired by the crew of `{ $provider }`, which has none
check-no-crew-hint = give it `crew: 1` or more
check-never-quiet = a run would never be quiet: `{ $system }` (kit `{ $kit }`) is not contained and repaired by itself
check-never-quiet-hint = give every system `containment` and `crew_repair`, or take `end: horizon`

# Services.
check-offered-twice = the service `{ $id }` is offered twice
check-target-too-long = the target (WAZ { $waz }) is longer than what is tolerable (MTA { $mta })
check-own-target-too-long = WAZ ({ $waz } min) is longer than MTA ({ $mta } min)
check-target-too-long-hint = emergency operation must be due before the outage becomes intolerable
check-pay-days-order = pay days must be in order, each once
check-pay-days-order-hint = put the earlier date first
check-pay-day-early = the pay day { $day } lies before the scenario begins
check-banks-closed = on { $day } banks are closed, so nobody can be paid
check-banks-closed-hint = take a working day of banks, or `last_bank_day`
check-service-lacks-system = `{ $id }` needs `{ $system }`, but the kit `{ $kit }` has no such system
check-service-lacks-system-hint = write `offered: false`, or take another kit
check-service-lacks-system-of = `{ $id }` needs `{ $system }`, but the kit `{ $kit }` of `{ $example }` has no such system
check-no-workplaces = the clerks of `{ $id }` need workplaces, but the kit `{ $kit }` of `{ $example }` has none
check-no-workplaces-hint = add a system with `role: workplaces`, or leave `workplaces_share` out
check-share-of-workplaces = the services of one administration take { $share } of all its workplaces up to here
check-share-of-workplaces-hint = all `workplaces_share` together must not exceed 1
check-nothing-to-restart = an administration without a kit has nothing to restart
check-no-own-work = the kit `{ $kit }` has no system `{ $id }` with work of its own
check-nothing-said = nothing is said of `{ $id }`
check-nothing-said-hint = give `hours` or `useful_people`
check-figure-twice = `{ $figure }` of `{ $id }` is given twice

# The attack.
check-entry-twice = this entry point is there twice
check-phase-order = phases must follow each other in their order, each once
check-phase-order-hint = initial_access, persistence, privilege_escalation, defense_evasion, lateral_movement, jump, exfiltration, inhibit_recovery, impact
check-phase-early = this phase would begin before the one before it, or before entry
check-attack-after-end = the attack begins after the end of the run
check-attack-after-end-hint = move `entry_at` to an earlier moment, or lengthen `horizon`

# The pact, and figures with a spread.
check-clause-twice = the clause `{ $id }` is switched on twice
check-terms-twice = terms of `{ $kind }` are there twice
check-spread-rising = the first number must be less than the second
check-spread-positive = both numbers must be above 0 and the first less than the second
check-spread-triangular = the numbers must rise: lowest, most likely, highest
check-spread-whole = the first number must be less than the second, and neither beyond a million
check-spread-words = at least two words are needed
check-no-place-for-value = `{ $template }` has no place for the value
check-no-place-for-value-hint = write `{"{}"}` where it stands, or `{"{*0.5}"}` for half of it

# The exercise in the room.
check-stages-overlap = this phase begins before the one before it ends
check-stages-overlap-hint = phases stand in their order and do not overlap
check-stage-ends-first = the phase ends before it begins
check-stage-outside = the phase lies outside the exercise
check-stage-outside-hint = phases lie between `start_ex` and the end of the `horizon`
check-stage-too-slow = at this pace the phase takes { $takes } in the room, planned are { $planned }
check-stage-too-slow-hint = make `pace` faster, the phase shorter, or plan more `room_minutes`
check-clock-stands = the clock stands in this phase
check-clock-stands-hint = where the clock `stands`, `begins` and `room_minutes` say it all
check-pace-outside = this pace begins outside its phase or before the one before it
check-room-minutes = `room_minutes` must be a whole number from 1 to 600
check-no-pace = `{ $text }` cannot be a pace
check-no-pace-hint = write exercise time per second, from "1m" to "1d"
check-stop-outside = the stop `{ $text }` lies outside its phase
check-deliberation = `deliberation` must be a whole number from 0 to 60
check-deliberation-hint = so many exercise minutes pass for each minute of thinking in the room
check-quiet-after = `{ $text }` cannot be when a seat counts as quiet
check-quiet-after-hint = write minutes in the room, from "1m" to "2h"
check-no-seat = `{ $id }` has no seat to guide
check-no-steps = the guide has no steps

# Objectives.
check-without-measure = `{ $field }` is there without a `measure`
check-without-measure-hint = name a `measure`, or let observers rate it and leave this out
check-starts-outside = `starts` lies outside the exercise
check-starts-outside-hint = it lies between `start_ex` and the end of the `horizon`
check-no-target = this cannot be the target of `{ $measure }`
check-target-duration = write a duration above 0, as in "60m" or "4h"
check-target-quotes = write a duration in quotes, as in "60m" or "4h"
check-target-of-100 = write a number from 1 to 100, so many of 100
check-target-count = write a whole number from 0 on

# Messages and injects.
check-receiver-twice = `{ $id }` gets this twice
check-receiver-twice-hint = name each receiver once; take this one out
check-sender-without-customers = the sender has no customers
check-no-customers = it has no customers
check-no-customers-to-reconnect = it has no customers to reconnect
check-nothing-in-list = nothing stands in the list
check-each-nobody = `each` means nobody here
check-each-nobody-hint = it stands for the receiver in `whose`, `variants` and `figures`; take "anybody" or an id
check-no-figure = the text `{ $language }` mentions `{ $figure }`, which is no figure
check-unused-figure = no text mentions the figure `{ $figure }`
check-unused-figure-hint = write `{ $mention }` where it belongs, or leave it out
check-later-inject = the inject `{ $id }` does not stand before this one
check-later-inject-hint = an inject refers to earlier ones only, so that none waits for itself
check-never-reached = `{ $text }` is never reached: the exercise ends before
check-never-reached-hint = moments of injects lie before the end of the `horizon`
check-given-up-first = it is given up before it comes
check-until-hint = `until` must lie after the moment in `when`
check-offer-over = the offer is over when the inject comes
check-no-team = only the state has such a team
check-no-team-hint = name an administration of the kind `state`
