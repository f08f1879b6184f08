# The page of a drill: what a draft brings, for whom, at whose cost, and how sure that is.
dp-kicker = Reckoned – no measurement, no forecast
dp-title = What does “{ $draft }” bring against “{ $base }”?
dp-title-changes = What changes if “{ $draft }” holds instead of “{ $base }”?
dp-set-with = with { $title }
dp-set-without = without { $title }
dp-set-entry = way in: { $entry }
dp-set-second-entry = second attack: { $entry }
dp-set-second = a second attack
dp-set-no-second = no second attack
dp-set-second-chance = a second attack in { $of_100 } of 100 cases
dp-set-no-aid = without any aid
dp-set-all-places = all administrations
dp-set-all-services = all services
dp-set-field = { $whose }, { $field }: { $value }
dp-set-figure = { $title }: { $value }
dp-set-yes = yes
dp-set-no = no
dp-idle = Under “{ $pact }” “{ $figure }” changes nothing: versions that differ there in this alone are the same.
dp-title-besides = { $title } (with: { $besides })
dp-title-alone = How long does recovery take with “{ $draft }”?
dp-title-own = How long does recovery take at { $place }? (What holds: “{ $draft }”)
dp-the-draft = the draft
dp-the-draft-first = The draft
dp-the-today = today
dp-the-today-first = Today
dp-called = “{ $name }”
dp-with = with “{ $name }”
dp-with-first = With “{ $name }”
dp-in-courses = in { $count } of { $all } courses
dp-in-all-courses = in all courses
dp-basis = { $scenario }. { $runs } courses of an attack were played, of { $days } days each.
dp-basis-one = { $scenario }. One course of an attack was played, of { $days } days.

dp-cut-short = Ended early: { $wanted } were wanted.

dp-q-gain = What does the draft bring?
dp-q-differs = What changes?
dp-q-proposal = Proposal
dp-q-follows = What follows from it?
dp-q-elsewhere = Does that hold elsewhere, too?
dp-q-sure = How sure is that?
dp-q-whom = For whom?
dp-q-unsolved = What does { $draft } not solve?
dp-q-unsolved-alone = What stays unsolved?
dp-q-own = And for us?
dp-q-cost = At whose cost?
dp-q-clause = Which clause carries the result?
dp-q-hangs = What does it hang on?
dp-q-pays = From when does it pay?
dp-q-prevention = What would the same money for prevention bring?
dp-q-unknown = What do we not know?
dp-q-alone = What fails?
dp-q-region = And in the region?

dp-gain-less = In such an attack less is lost: { $hours } weighted hours in the mean. That is { $of_100 } of 100; { $today } { $before } are lost.
dp-gain-more = In such an attack more is lost: { $hours } weighted hours in the mean. That is { $of_100 } of 100; { $today } { $before } are lost.
dp-gain-negligible = { $draft_first } changes practically nothing: in the mean the difference is below { $hours } weighted hours, which is { $of_100 } of 100; { $today } { $before } are lost.
dp-gain-hardly = In practice that is nothing: { $hours } at the most in the mean.
dp-gain-plain-more = Without weights it is the other way round: { $hours } service-hours more are lost in the mean ({ $sure }).
dp-gain-plain-less = Without weights it is the other way round: { $hours } service-hours less are lost in the mean ({ $sure }).
dp-hours = A service-hour means: one service of one administration stands still for an hour. Weighted hours are the same, only that urgent services and large places count more.
dp-gain-under-one = less than 1
dp-far-mean = The mean lies outside of 9 of 10 courses: a few courses go very far off and move it.
dp-gain-spread-less = In 9 of 10 courses it is { $low } to { $high } less.
dp-gain-spread-more = In 9 of 10 courses it is { $low } to { $high } more.
dp-gain-spread-through-zero = In 9 of 10 courses it lies between { $less } less and { $more } more.
dp-gain-unclear = So many courses do not tell whether more or less is lost. { $today_first } { $before } weighted hours are lost.
dp-gain-same = Nothing: in no course more or less is lost.
dp-gain-too-few = One course tells nothing.

dp-proposal-sign = Sign the draft: it costs no more than today.
dp-proposal-sign-if-often = Sign the draft if you expect such an attack at least { $often }. Else it costs more than it saves at { $value } € per weighted hour.
dp-proposal-sign-if-worth = Sign the draft if it is worth this to you: if such an attack comes every year, an avoided weighted hour costs { $yearly } €; if it comes every ten years, it costs { $ten } €.
dp-proposal-too-dear = Do not sign at this price: at { $value } € per weighted hour the attack would have to come at least { $often }.
dp-proposal-small = This reckoning is no reason to sign: the draft avoids less than 1 of 100 hours, and each costs { $yearly } € if such an attack comes every year.
dp-proposal-nothing = This reckoning is no reason to sign: the draft changes practically nothing.
dp-proposal-nothing-saves = Decide by the price: the draft changes practically nothing of what is lost. It saves { $total } € a year.
dp-proposal-same = This reckoning is no reason to sign: the draft changes nothing.
dp-proposal-contrary = Do not sign yet: by weighted hours less is lost, by service-hours more.
dp-proposal-own-less = In { $place } less is lost by it: { $hours } service-hours in the mean ({ $sure }).
dp-proposal-own-more = In { $place } more is lost by it: { $hours } service-hours in the mean ({ $sure }). For { $place } alone that speaks against signing.
dp-proposal-own-same = In { $place } nothing changes.
dp-proposal-own-open-less = Whether less is lost in { $place } cannot be said ({ $hours } service-hours less in the mean).
dp-proposal-own-open-more = Whether more is lost in { $place } cannot be said ({ $hours } service-hours more in the mean).
dp-proposal-open = Do not sign yet: the draft helps in the mean, but not reliably.
dp-proposal-not = Do not sign the draft as it is: more is lost than today.
dp-proposal-unclear = Do not base the decision on this reckoning.
dp-proposal-more-runs = Play more courses first.
dp-proposal-too-few = Play more courses first.
dp-follows-less = Less is lost than { $today } ({ $sure }).
dp-follows-more = More is lost than { $today } ({ $sure }).
dp-follows-contrary = Nothing clear: by weighted hours less is lost, by service-hours more.
dp-follows-open = Nothing that would be sure.
dp-follows-nothing = In this attack it is practically the same.
dp-follows-same = In this attack it is the same.
dp-proposal-clauses-open = Which clauses that takes is not reckoned yet.
dp-proposal-keep = Do not leave out: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-proposal-carries = What it brings comes mostly from: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-proposal-strike = Strike or change, for less is lost without: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-proposal-little = Neither keep nor strike for their effect, for each changes less than 1 of 100 hours: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-proposal-talk = Talk about the price, for it is not sure that leaving them out changes anything here: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }

dp-elsewhere-differs = No. In { $others } of { $all } settings that were played the answer is another one.
dp-elsewhere-one = With { $besides }: { $difference } in the mean ({ $sure }).
dp-elsewhere-one-advice = With { $besides }: { $difference } in the mean ({ $sure }). Proposal there: { $advice }.
dp-elsewhere-more = { $more ->
        [one] One more setting is
       *[other] { $more } more settings are
    } in the part “Difference, course by course”.
dp-elsewhere-less = Yes. In all { $all } settings that were played less is lost.
dp-elsewhere-more-lost = Yes. In all { $all } settings that were played more is lost.
dp-elsewhere-same = Yes. In all { $all } settings that were played nothing changes.
dp-elsewhere-open = In none of the { $all } settings that were played it can be said for sure.
dp-elsewhere-hours = In the mean it is { $least } to { $most } weighted hours, depending on the setting.
dp-elsewhere-advice = The proposal is the same everywhere: { $advice }.
dp-elsewhere-often = To pay for itself the attack has to come at least { $often } to { $seldom }, depending on the setting.
dp-short-sign = sign
dp-short-sign-if = sign if it is worth it
dp-short-too-dear = not at this price
dp-short-no-reason = no reason to sign
dp-short-not = do not sign
dp-short-not-yet = do not sign yet
dp-short-open = open
dp-besides = Setting
dp-contrasts-intro = “{ $draft }” against “{ $base }”, weighted hours, in each setting by itself: all else is the same on both sides. The first row is that of the first page.
dp-difference-span = difference (how exact)
dp-courses = courses: less / more
dp-pays-at = pays from
dp-all-variants-intro = The difference is the one to the first row. Where more than one thing differs it says nothing about the draft.

dp-sure-less = That less is lost: { $sure }. It holds { $courses }.
dp-sure-more = That more is lost: { $sure }. It holds { $courses }.
dp-sure-same = It is the same in all courses.
dp-sure-open = Open: { $less } less is lost, { $more } more.
dp-sure-few-runs = { $runs ->
        [one] This is one course
       *[other] These are only { $runs } courses
    }; “very sure” is said from 100 on.
dp-sure-few-draws = “Very sure” is said here from 100 sets of assumptions on; there are { $draws }, however many courses were played.
dp-sure-unpaid = That more payments to people come in time: { $sure }. In the mean they are { $fewer } more; { $before } come too late { $today }.
dp-sure-assumptions = Tested are luck and assumptions: under { $less } of { $all } { $all ->
        [100] conceivable
       *[other] played
    } sets of assumptions less is lost in the mean, under { $more } more{ $all ->
        [100] {" "}({ $draws } were played).
       *[other] .
    }
dp-sure-luck = Tested is luck: other chance, the same assumptions.

dp-hit-one = { $place } is hit: { $difference } in the mean ({ $sure }); { $today } { $before } are lost there.
dp-hit-many = { $count } administrations are hit, most of all { $most }: together { $difference } in the mean; { $today } { $before } are lost there.
dp-hit-precision-less = precision: { $low } to { $high } fewer
dp-hit-precision-more = precision: { $low } to { $high } more
dp-hit-precision-both = precision: { $less } fewer to { $more } more
dp-hours-less = { $hours ->
        [one] one service-hour
       *[other] { $hours } service-hours
    } fewer lost
dp-hours-more = { $hours ->
        [one] one service-hour
       *[other] { $hours } service-hours
    } more lost
dp-hours-same = a difference of less than one service-hour
dp-weighted-less = { $hours ->
        [one] one weighted hour
       *[other] { $hours } weighted hours
    } fewer lost
dp-weighted-more = { $hours ->
        [one] one weighted hour
       *[other] { $hours } weighted hours
    } more lost
dp-weighted-same = a difference of less than one weighted hour
dp-hit-helpers = Of { $avoided } service-hours avoided, { $given } are due to helpers who give less.
dp-whom-better = { $service } gets better: { $failed }, { $missed }.
dp-whom-worse = { $service } gets worse: { $failed }, { $missed }.
dp-whom-none-better = No service is sure to get better.
dp-whom-none-worse = No service is sure to get worse.
dp-whom-case = Outages: administrations at which the service fails, in the mean of courses.
dp-failed = outages { $now } instead of { $before }{ $sure }
dp-failed-same = outages { $now } as { $today }
dp-missed = of these beyond the maximum { $now } instead of { $before }{ $sure }
dp-missed-same = of these beyond the maximum { $now } as { $today }
dp-of-all = { $count } of { $all }
dp-told = {""}
dp-not-told = {" "}(not sure)
dp-whom-unpaid-less = Late payments to people: { $people } fewer in the mean; { $today } there are { $before }.
dp-whom-unpaid-more = Late payments to people: { $people } more in the mean; { $today } there are { $before }.
dp-whom-places = Of { $all } administrations: { $less } lose less, { $more } lose more.{ $same ->
        [0] {""}
       *[other] {" "}For { $same } nothing changes.
    }{ $rest ->
        [0] {""}
       *[other] {" "}For { $rest } it cannot be said.
    }
dp-whom-losing = The largest losses (service-hours): { $places }.
dp-whom-loser = { $place } +{ $hours }
dp-unsolved = More than 10 of 100 outages last longer than the maximum for: { $services }{ $more ->
        [0] .
       *[other] {" "}and { $more } more urgent services.
    }
dp-unsolved-one = { $service } ({ $now } outages, { $today } { $before }; { $held })
dp-unsolved-alone = { $service } ({ $now } outages; { $held })
dp-unsolved-held = it holds in { $courses } courses
dp-unsolved-held-everywhere = it holds everywhere in { $courses } courses
dp-unsolved-own = At { $place } more than 10 of 100 outages last longer than the maximum for: { $services }{ $more ->
        [0] .
       *[other] {" "}and { $more } more urgent services.
    }

dp-own-lost = { $place }: { $now } service-hours are lost in the mean, { $today } { $before }.
dp-own-alone = { $place }: { $hours } service-hours are lost in the mean.
dp-own-plan = { $late ->
        [0] With “{ $variant }” all { $all } services reach emergency operation reliably by their targets: when they fail, in at least 9 of 10 cases.
        [one] With “{ $variant }” one of { $all } services does not reach emergency operation reliably by its target: when it fails, in fewer than 9 of 10 cases.
       *[other] With “{ $variant }” { $late } of { $all } services do not reach emergency operation reliably by their targets: when they fail, in fewer than 9 of 10 cases.
    }
dp-own-late = The most urgent of them: { $services }.

dp-cost-most = { $place } gives most: { $hours } service-hours.
dp-cost-helpers-less = Those who help leave work of their own undone: { $now } service-hours in the mean, { $by } less than { $today }.
dp-cost-helpers-more = Those who help leave work of their own undone: { $now } service-hours in the mean, { $by } more than { $today }.
dp-cost-helpers-same = Those who help leave work of their own undone: { $now } service-hours in the mean, as many as { $today }.
dp-cost-none = In money { $draft } costs no more than { $today }.
dp-cost-saves = In money { $draft } costs { $total } € a year less than { $today }.
dp-cost-money = Money, more than { $today }: { $once } € once, { $year } € and { $hours } working hours every year.
dp-cost-each = Together that is { $total } € a year for all { $members } administrations, { $each } € per inhabitant (of { $inhabitants } inhabitants).
dp-cost-priced-for = The prices that come with the program are estimated for about { $members } administrations; with a number so different put in your own.

dp-clause-open = That is not reckoned here. For it the draft is played without each of its clauses (option --clauses).
dp-clause-open-menu = That is not reckoned here. In the menu “for the council” does it: it plays the draft without each of its clauses.
dp-clause-none = None alone: of none it is sure that appreciably more is lost without it.
dp-clause-one = { $clause } carries it: without this clause { $hours } weighted hours more are lost in the mean{ $part } ({ $sure }; precision: { $least } to { $most }).
dp-clause-harms = { $clause } does harm here: without this clause { $hours } weighted hours less are lost in the mean{ $part } ({ $sure }; precision: { $least } to { $most }). So strike or change it.
dp-clause-part = , which is { $of_100 } of 100 of what the draft brings
dp-clause-no-part = {""}
dp-clause-all-small = Beside all that is lost this is little: each of these clauses changes less than 1 of 100 hours.
dp-clause-pays = Without { $clause } { $people } people more do not get their money in time in the mean ({ $sure }).
dp-clause-delays = Without { $clause } { $people } people fewer do not get their money in time in the mean ({ $sure }): it does harm here, so strike or change it.
dp-clause-little = Practically nothing changes without (each less than 1 of 100 hours, and no good part of the gain): { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-clause-unused = Not needed in this attack, so not put to the test: { $clauses }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-clause-idle = { $count ->
        [one] For one clause it is not sure that leaving it out changes anything.
       *[other] For { $count } clauses it is not sure that leaving them out changes anything.
    }

dp-hangs-inputs = Of 100 inputs { $own } come from the administrations, { $published } are published or fitted to what is published, { $assumed } are assumptions.
dp-hangs-clause = To be negotiated (clauses, the most important first): { $figures }.
dp-hangs-preparedness = To be bought (preparedness): { $figures }.
dp-hangs-assumption = Only to be admitted (assumptions): { $figures }.
dp-hangs-turns = { $count ->
        [one] This assumption
       *[other] Each of these assumptions alone
    } would turn the result: { $figures }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-hangs-turns-decided = This would turn it, too, but is yours to decide: { $figures }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
dp-hangs-holds = No assumption alone turns the result.
dp-hangs-unsettled = Whether a figure turns it, so few courses do not tell.
dp-hangs-nothing = None of the figures tested moves the result.
dp-hangs-open = Which assumption would turn the result is not reckoned here (option --sensitivity).
dp-hangs-open-menu = A rough reckoning does not look at which assumption would turn the result. Choose a more thorough one.

dp-pays-free = At once. { $draft_first } brings something and costs no more than { $today }.
dp-pays-open = That is open as long as the gain is.
dp-pays-never = Never. { $draft_first } avoids no loss.
dp-pays-nothing = Never to any extent. { $draft_first } changes practically nothing.
dp-pays-saves = At once, but in money only. { $draft_first } saves { $total } € a year and changes practically nothing of what is lost.
dp-pays-saves-at-a-price = No loss is avoided. { $draft_first } saves { $total } € a year; for that more is lost in an attack.
dp-pays-price = If such an attack comes every year, an avoided weighted hour costs { $yearly } €. If it comes every ten years, it costs { $ten } €.
dp-pays-yours = What a weighted hour is worth is for you to say.
dp-pays-yours-menu = What a weighted hour is worth is for you to say: where the questions are, with the key w.
dp-pays-often = At { $value } € per weighted hour the attack must come at least { $often }. If it comes more rarely, the draft costs more than it saves.
dp-pays-value-is-yours = This value is your figure, not a result.

dp-prevention-open = That is not reckoned here (option --prevention). What would bring the same for less is answered by the command beistand design.
dp-prevention-open-menu = A rough reckoning does not look at that. Choose a more thorough one.
dp-prevention-no-money = { $draft_first } costs no more a year than { $today }. So there is no money that could go into prevention instead.
dp-prevention-none = The scenario knows no prevention that is not agreed already.
dp-prevention-too-dear = { $draft_first } costs { $money } € a year more than { $today }. No prevention can be had for that: the cheapest costs { $price } €.
dp-prevention-set = { $draft_first } costs { $money } € a year more than { $today }. Instead this could be agreed, for { $price } € a year: { $clauses }.
dp-prevention-less = If the attack comes, { $hours } weighted hours fewer are lost with it than today ({ $sure }).
dp-prevention-more = If the attack comes, { $hours } weighted hours more are lost with it than today ({ $sure }).
dp-prevention-same = If the attack comes that changes nothing of what is lost: all courses are the same.
dp-prevention-unclear = Whether less is lost with it than today, these courses leave open.
dp-prevention-beats-draft = That is { $hours } hours fewer than with the draft ({ $sure }): the same money brings more as prevention.
dp-prevention-below-draft = With the draft { $hours } hours fewer are lost than with this prevention ({ $sure }).
dp-prevention-like-draft = The draft and this prevention bring practically the same.
dp-prevention-or-draft = Whether the draft or this prevention brings more, these courses leave open.
dp-prevention-best-of = Reckoned were { $sets } sets for this money at most; this is the one with which least is lost on average.
dp-prevention-not-averted = In every course the attack has happened. That prevention averts some attacks altogether is not counted and comes on top.
dp-proposal-prevention = But: the same money for prevention would bring { $hours } weighted hours more than the draft ({ $sure }).
dp-prevention-intro = What could be agreed on prevention in place of “{ $draft }” for no more money a year, and what would it bring? Minus means: less is lost; in brackets: precision (95 of 100). First come sets beside which no other prevention could be paid, then each by itself.
dp-prevention-clauses = Prevention
dp-per-year-all = € a year
dp-against = Lost against “{ $variant }” (weighted hours)
dp-prevention-draft = To compare: { $draft }
dp-unpaid-against = Late payments against “{ $variant }”

dp-h-deeper = How to go deeper
dp-deeper-how = These lines are typed outside the program. Times are measured on this reckoning.
dp-deeper-council = Which clause carries the result, and what would the same money for prevention bring? Takes about { $time }.
dp-deeper-runs = The same with 100 courses, so more exact. Takes about { $time }.
dp-deeper-together = How do assumptions act together, and what share has each? Takes up to { $time }.
dp-deeper-turns = Which assumption would turn the result? Takes up to { $time }.
dp-deeper-hangs = Which assumption does the loss hang on most? Takes up to { $time }.
dp-deeper-cheapest = Which clauses would bring the same for less money? Takes up to { $time }.

dp-unknown = How often such an attack comes. Whether provider and helpers act as assumed. What people in a town hall do otherwise than the program.

dp-alone = In the mean { $hours } weighted hours are lost.
dp-alone-region = In the whole region { $hours } weighted hours are lost in the mean.
dp-alone-range = In 9 of 10 courses it is { $low } to { $high }.
dp-alone-unpaid = In the mean { $people } payments to people do not come in time.
dp-alone-unpaid-region = In the whole region { $people } payments to people do not come in time in the mean.

dp-h-course = Course of services
dp-h-differences = Difference, course by course
dp-h-figures = Figures of the region
dp-h-recovery = Recovery: target and achieved
dp-h-mta = Does the maximum hold?
dp-h-places = Who gains, who gives
dp-h-places-alone = Loss and help by administration
dp-h-clauses = What is missing without a clause?
dp-h-hangs = What the result hangs on
dp-h-money = Cost and gain
dp-h-method = Method and precision

dp-course-intro = Of 100 cases in the whole region, this many are dealt with. The line is the middle course; 9 of 10 courses lie within the band.
dp-bands-title = Cases dealt with, of 100
dp-bands-told = { $variant }: lowest level in the middle course { $lowest }, at the lower edge of the band { $worst }.
dp-bands-caption = Line: middle course. Band: 9 of 10 courses.
dp-bands-from = The axis begins at { $from }, not at nought.
dp-bands-caption-few = Line: middle course. Band: nearly all courses.
dp-course-intro-few = Of 100 cases in the whole region, this many are dealt with. The line is the middle course, nearly all lie within the band. For “9 of 10” there are too few.
dp-days-since = days since the exercise began

dp-differences-intro = Every course is played twice, with “{ $base }” and with “{ $draft }”, both times with the same luck. What differs comes from that alone.
dp-spread-title = Difference in weighted hours, number of courses
dp-spread-told = In { $less } courses less is lost, in { $more } more.
dp-spread-mean = mean { $hours }
dp-spread-under = difference in weighted hours: left less is lost, right more
dp-spread-caption = Height: number of courses.
dp-less-lost = less is lost
dp-more-lost = more is lost
dp-figure = figure
dp-mean = mean
dp-difference = difference
dp-nine-of-ten = in 9 of 10 courses
dp-from-to = { $from } to { $to }
dp-figure-lost_service_hours = lost service-hours
dp-figure-weighted_lost_service_hours = lost weighted hours
dp-figure-people_unpaid = late payments to people
dp-figure-mta_breaches = services beyond their maximum
dp-figure-helper_lost_service_hours = service-hours lost by helping
dp-figure-minimum_level_share = lowest level, of 100 cases
dp-all-variants = All versions
dp-variant = version
dp-judged = verdict
dp-extra-per-year = extra cost a year (€)
dp-judged-less = less, { $sure }
dp-judged-more = more, { $sure }
dp-judged-same = no difference
dp-judged-unclear = cannot be said
dp-not-sure = not sure
dp-judged-unused = not needed here
dp-judged-little = practically nothing

dp-recovery-intro = This is how long it takes, when a service fails, until it is in emergency operation again for the first time, on paper too: the middle of the outages, in brackets 9 of 10. Behind it stands of how many outages that is, counted over all courses. Where a service did not fail nothing is counted. “Within target” is of 100 outages, of fewer than 100 as counted. If a workaround does not last long enough the service fails once more: whether the maximum holds is therefore told in the next section.
dp-recovery-title = Time to emergency operation, by service
dp-sideways = The picture can be moved sideways.
dp-recovery-told = { $services } services fail in at least one course; the figures are in the table below.
dp-recovery-caption = Dot: middle outage. Bar: 9 of 10 outages. Time is compressed. ► reaches beyond the end.
dp-recovery-none = No service fails.
dp-waz = emergency operation by (target)
dp-mta = at the latest (maximum)
dp-service = service
dp-median = time to emergency operation
dp-between = { $median } ({ $from } to { $to }), of { $outages } outages
dp-between-few = { $median } (of { $outages ->
        [one] one outage
       *[other] { $outages } outages
    })
dp-between-short = { $median } ({ $from }–{ $to })
dp-within = within target, of 100 outages
dp-within-of = within target, of 100 outages: { $variant }
dp-beyond-end = later
dp-all-places = All administrations

dp-mta-intro = The maximum is the time after which an outage can no longer be borne. Only those count at which the service failed at all: not an administration to which nothing happened. Who gives people may have outages, too. An outage that is not over at the end does not count as held. Of fewer than 100 outages or courses the table says how many were counted.
dp-mta-title = How often the maximum holds, of 100 outages
dp-mta-told = For { $services } services it is missed in at least one course; the figures are in the table below.
dp-mta-caption = How often the maximum holds, of 100 outages. The farther right, the better.
dp-held = held, of 100 outages
dp-held-of = held, of 100 outages: { $variant }
dp-everywhere = held everywhere, of 100 courses
dp-everywhere-of = held everywhere, of 100 courses: { $variant }

dp-places-intro = The list is in order of names. It is no ranking: luck and the number of inhabitants differ from place to place.
dp-map-title = Gain and burden by administration
dp-map-told = { $less } administrations lose less, { $more } lose more; the figures are in the table below.
dp-map-caption = Size of disc and square: difference in service-hours. A small ring says nothing of the size. North is up. Names stand where there is room.
dp-map-unclear = cannot be said
dp-place = administration
dp-lost-of = lost service-hours, { $variant }
dp-given = of these by helping
dp-owes = pays to others (€; minus: gets)

dp-clauses-intro = “{ $draft }” is also played without each single clause, with the same luck. The figures do not add up: some clauses need one another, others stand in for one another.
dp-clauses-title = So many more weighted hours are lost without this clause
dp-clauses-told = { $clauses } clauses; the figures are in the table below.
dp-clauses-caption = Bar: mean in weighted hours. Line: precision (95 of 100).
dp-clause = clause
dp-clause-helps = the clause helps
dp-clause-hinders = less is lost without it
dp-lost-without = lost without it: difference in weighted hours
dp-unpaid-without = late payments without it: difference
dp-precision-span = precision
dp-once = once (€)
dp-per-year = every year (€)
dp-staff-hours = working hours a year

dp-hangs-intro = Every uncertain figure is reckoned at both ends of its range, all else as assumed. The longer the bar, the more the result hangs on it. Clauses can be negotiated, preparedness can be bought, assumptions can only be admitted.
dp-tornado-title = How far each figure moves the result
dp-tornado-told = { $figures } figures; the numbers are in the tables below.
dp-tornado-keeps = sign stays
dp-tornado-turns = sign turns
dp-tornado-open = whether the sign stays, so few courses do not tell
dp-tornado-caption = Bar: from one end of the range to the other, in weighted hours. Dashed: as assumed.
dp-class-clause = Clauses
dp-class-preparedness = Preparedness
dp-class-assumption = Assumptions
dp-uncertain = figure
dp-turns = (turns the result)
dp-origin-published = range published
dp-origin-derived = range fitted to what is published
dp-origin-estimate = range estimated
dp-origin-measured = range measured
dp-origin-given = range given by the administrations
dp-origin-note = Where each range comes from is said more closely in result.json.

dp-money-intro = Here are the costs beyond what holds { $today }. They come without an attack too, the gain comes only with one. Nobody knows how often that is. So it says here how often it would have to come.
dp-money-total = all together in a year (€)
dp-money-avoided = avoided weighted hours per attack
dp-money-value = worth of a weighted hour, your figure (€)
dp-money-years = pays for itself if the attack comes so often
dp-once-in-years = once in { $years } years
dp-once-a-year = once a year
dp-times-a-year = { $times } times a year
dp-money-assumed = Assumptions of this reckoning: an hour of work costs { $rate } €. What is paid once is spread over { $years } years. What helpers lose is taken off the gain.
dp-money-prices = What does an avoided weighted hour cost?
dp-money-often = Such an attack comes
dp-money-price = per avoided weighted hour (€)
dp-money-how = With --hour-value the program reckons from when on that pays for itself.
dp-money-how-menu = Who says with the key w, where the questions are, what it is worth reads here from when on that pays for itself.

dp-method-1 = Two figures measure what is lost. Service-hours: every hour counts the same. Weighted hours: one counts more the more urgent the service is and the more people it concerns: from a quarter for “can wait” to one for “life and limb”, times inhabitants over the mean of inhabitants. The program plays the attack many times. Course 1 has the same luck in every version, so has course 2, and so on. So the difference shows the version and not chance.
dp-method-2 = Three uncertainties are kept apart. Luck: other chance, the same assumptions. Assumptions: other inputs that are possible as well. Precision: the number of courses; it tells nothing of the world.
dp-method-3 = Words for sureness: “very sure” holds in at least 95 of 100 courses, “rather sure” in 80, “fairly sure” in 60. Else it is “open”; also where so few courses do not show in which direction it goes on average. “Very sure” is said from 100 courses on; where assumptions are drawn, from 100 sets of them, for courses under the same assumptions share whatever is wrong with these. “Practically nothing” means: the difference with its precision is below 1 of 100.
dp-method-many = Where many administrations or clauses are judged at once the bound is narrower (Holm's procedure): in at most 5 of 100 such reckonings any of them is called “less” or “more” though nothing differs for it.
dp-judged-together = The judgement holds for all at once (section on method).
dp-precision-one = One course says nothing of how well the means are known.
dp-precision = Precision
dp-precision-intro = This is how well the means are known after { $runs } courses (95 of 100). More courses make them better known.
dp-precision-error = ± (95 of 100)
dp-method-again = The same reckoning comes again, sign by sign, with version { $version } of the program, seed { $seed } and checksum { $hash }. All figures are in result.json too, all courses in runs.csv.
