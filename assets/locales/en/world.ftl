# Texts of the engine: messages, decisions, causes, aid, refusals.

# A name as it is.
named = { $name }

# Seats.
kind-municipality = Municipality
kind-city = City
kind-county = County
kind-provider = IT provider
kind-state = State body
kind-outside = Neighbour from outside
role-none = The program plays this seat.

# Why the clock stands.
stopped-end = end of exercise
stopped-decision = decision
stopped-alarm = message
stopped-stage = phase of the exercise
stopped-news = news

# How a service is delivered.
route-it = with IT
route-paper = by workaround
route-neighbour = at the neighbour
route-mixed = in several ways
route-none = not at all

# What is due next.
deadline-pay-run = Pay run { $service }
deadline-provider-link = Cut the line?
deadline-customers = Cut off customers?
deadline-shutdown = Switch everything off?
deadline-crisis-staff = Convene the crisis staff?
deadline-answer = Answer to a request
deadline-message = Answer to a message
deadline-reconnect = Reconnect?
deadline-lift = Lift measures?

# Questions to decide.
question-provider-link = Cut the line to the provider?
question-customers = Cut off all customers?
question-shutdown = Switch off all our own systems?
question-crisis-staff = Convene the crisis staff?
question-answer = How do we answer the request?
question-answer-from = Answer { $from }: { $what }?
question-reconnect = Reconnect to the provider?
question-lift = Should we lift measures?

# What is known.
known-provider-suspected = { $provider } is checking a suspicion ({ $at })
known-provider-hit = { $provider } is under attack ({ $at })
known-suspicion-here = We are checking a suspicion ({ $at })
known-hit-here = The attacker is in our network ({ $at })
known-own-hit = Systems of our own are affected ({ $at })
known-examined-hit = Examination: the attacker was here ({ $at })
known-examined-clean = Examination: no trace here ({ $at })
known-link-open = The line to us is open
known-link-cut = The line is cut ({ $at })
known-access-blocked = Remote maintenance is blocked, the line is open
known-in-force = In force since { $at }: { $measure }
known-customers = { $count ->
    [one] One customer depends on us
   *[other] { $count } customers depend on us
}
known-others-affected = { $count ->
    [one] At one other administration the crisis staff has met ({ $at })
   *[other] At { $count } other administrations the crisis staff has met ({ $at })
}
known-services-below = { $count } of { $total } services below emergency operation
known-own-cleared = Our side is examined and released ({ $at })
known-provider-cleared = { $provider } is examined and released ({ $at })
known-provider-line-open = Line open at the provider, but not examined ({ $at })
known-request = Asked { $at }, for { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
known-own-staff = IT people here: { $own }, lent: { $lent }
answer-goes-at-once = It goes to { $to } ({ $channel }) and is there at once.
answer-goes-by = It goes to { $to } ({ $channel }) and is probably there by { $by }.
known-cap-left = By the pact at most: { $what }
known-limit-all-given = All we may give by the pact is given
known-limit-nobody-of-the-skill = Nobody with this skill is free here
known-limit-none-in-stock = Neither here nor in the common pool is there a device
known-limit-too-few = By the pact we may give less than one of it
known-cases-in-all = Here about { $cases } cases would stay undone in { $days ->
    [one] 1 day
   *[other] { $days } days
}

# What is not known.
unknown-actor-here = whether the attacker is here already
unknown-provider-hit = whether { $provider } is really under attack
unknown-provider-cuts = whether { $provider } will cut the line, and when
unknown-customers-reached = which customers are affected already
unknown-duration = how long the outage will last
unknown-how-far = how far the attacker has come
unknown-backups = whether the backups are still good
unknown-cause = what exactly is behind it
unknown-actor-returns = whether the attacker has a way back
unknown-need-there = how long the help will be needed there
unknown-hit-next = whether we are the next to be hit

# Options.
option-wait = Wait
option-convene = Convene the crisis staff
option-reconnect = Reconnect
option-lift = Lift: { $measure }
option-grant = Yes: { $what }
option-refuse = No: { $reason }
cost-nothing = nothing
cost-nothing-running = nothing that runs
cost-services-now = { $now ->
    [one] 1 service stops
   *[other] { $now } services stop
}
cost-services-later = { $later ->
    [one] 1 service is missing from { $from }
   *[other] { $later } services are missing from { $from }
}
cost-services-now-and-later = { $now ->
    [one] 1 service stops
   *[other] { $now } services stop
}, { $later } more from { $from }
cost-remote-access = no remote help
cost-lock-accounts = no system upkeep
cost-backups-offline = new data not saved
cost-stay-narrow = the drawbacks remain
cost-customers = { $count ->
    [one] Applications stop at 1 customer
   *[other] Applications stop at { $count } customers
}
cost-crisis-staff = time of those in charge
cost-wait-crisis-staff = workarounds begin later
cost-reconnect = nothing; some danger remains
cost-stay-cut = { $count ->
    [one] 1 service stays limited
   *[other] { $count } services stay limited
}
cost-refuse = they lack the help
cost-hardly = hardly noticeable
cost-workplaces = { $workplaces ->
    [one] 1 workplace is missing
   *[other] { $workplaces } workplaces are missing
}
cost-cases = { $cases ->
    [one] about 1 case a day
   *[other] about { $cases } cases a day
}
cost-workplaces-and-cases = { $workplaces ->
    [one] 1 workplace
   *[other] { $workplaces } workplaces
}, about { $cases } cases a day
back-any-time = at any time
measure-question = { $label }? Takes effect { $when }. Costs: { $costs }. Back: { $back }.
back-palette = any time with key :
back-proof = days, with proof
back-days = days, once examined
back-cut-again = cut again
back-recall = at any time
back-cleared = once cleared
back-order-again = order it again
back-none = new request
back-never = not possible

# Why a service stands.
cause-cut-by-us = cut by us, { $at }
cause-cut-by-provider = cut by { $provider }, { $at }
cause-provider-hit = { $provider } is under attack, reported { $at }
cause-shut-down = switched off by us, { $at }
cause-encrypted = encrypted
cause-rebuilding = being restored
cause-compromised = in the attacker's hands
cause-switched-off = switched off as a precaution
cause-workplaces = too few workplaces
cause-helping = people or devices are lent to others

# What would help.
remedy-convene-crisis-staff = Convene the crisis staff: it opens the workaround
remedy-wait-hotline = The citizens' hotline is coming, the crisis staff sees to it
remedy-wait-page = The crisis page is coming, the crisis staff sees to it
remedy-wait-paper = The paper desk is coming, the crisis staff sees to it
remedy-wait-pay-file = The crisis staff is setting up the way round to the bank
remedy-reconnect = Reconnect: both sides are released
remedy-reconnect-at-risk = Reconnect at our own risk: the provider has not released its side
remedy-clear-own-side = Have your own side examined and released
remedy-wait-provider = Wait until the provider releases its side
remedy-restore = Examine and restore
remedy-in-work = Your own people are working on it
remedy-recall-aid = Recall the help you lent
remedy-ask-staff = Ask for IT people
remedy-ask-workplaces = Ask for workplaces at a neighbour
remedy-ask-notebooks = Ask for notebooks on loan

# Own recovery.
order-examination = Examination
order-notebooks = Setting up notebooks on loan
order-restore = { $system }
order-core = { $system }: core
order-rest = { $system }: rest
order-check-1 = Check of workplaces: vital services
order-check-2 = Check of workplaces: urgent, first site
order-check-3 = Check of workplaces: urgent, all sites
order-check-4 = Check of workplaces: other services
order-check-5 = Check of workplaces: what can wait
order-workplaces-1 = Workplaces: vital services
order-workplaces-2 = Workplaces: urgent, first site
order-workplaces-3 = Workplaces: urgent, all sites
order-workplaces-4 = Workplaces: other services
order-workplaces-5 = Workplaces: what can wait
waits-forensics = examiners
waits-instruction = word of what to look for
waits-equipment = new equipment
waits-people = free IT people

# Why nobody can tell when a piece of work is done, or a service runs again.
unforeseen-examiners = Nobody here knows when examiners have time.
unforeseen-instruction = Nobody here knows when word comes of what to look for.
unforeseen-equipment = Nobody here knows when the new equipment is delivered.
unforeseen-nobody = Nobody works here at present who can do it.
unforeseen-far = With the people of today it may take until after the exercise.
unforeseen-behind = “{ $what }” must be done before. { $why }
unforeseen-open = The cause is still open.
unforeseen-cut = First the link to the provider must be open again.
unforeseen-provider = Nobody here knows when the provider will be ready.
unforeseen-helping = First what you give to others must be back.
unforeseen-accepting = The work is done. Acceptance or connection is still missing.
unforeseen-no-work = Nobody works on “{ $what }” yet.
unforeseen-others = “{ $what }” belongs to { $owner }: nobody here knows when it will run.

# What aid that has arrived waits for.
waits-admin-network = First the network here must be examined and released.
waits-helper-application = The application is not running at the helper now.
waits-notebook-set-up = The notebooks are still being set up.
waits-provider-release = The provider is not released yet.
waits-permit = The permit to do it at a neighbour is still missing.
waits-start = The permit is there; the work begins in some days.

# Aid: who could help, what it brings, how it travels.
objection-no-such-service = does not offer this service
objection-same-provider = same provider, is down as well
objection-already-asked = asked already
objection-no-capacity = may give nobody or nothing by the pact
give-limit-all-given = All you may give by the pact is given. Some is free again when an aid ends (x on the page Mutual aid).
give-limit-nobody-of-the-skill = Nobody with this skill is free at yours. You may be able to meet a request for people without it.
give-limit-none-in-stock = Neither you nor the common pool has a device for it.
give-limit-too-few = You have too few: what you may give by the pact is less than one.
objection-affected = crisis staff has met there, reported { $at }
objection-part-time = only two days a week
objection-permit-not-asked = the permit is not asked for yet
objection-permit-by = the permit is missing, likely until { $at }
effect-none = No help can be expected from there.
effect-staff = { $count ->
    [one] 1 specialist
   *[other] { $count } specialists
}, from { $from } at the earliest. As much as { $like ->
    [one] one of your own
   *[other] { $like } of your own
}.
effect-remote = { $count ->
    [one] 1 specialist
   *[other] { $count } specialists
} working remotely, from { $from } at the earliest. As much as { $like ->
    [one] one of your own
   *[other] { $like } of your own
}.
effect-staff-no-work = { $count ->
    [one] 1 specialist
   *[other] { $count } specialists
}, from { $from } at the earliest. At present there is no work for them here.
effect-choose-service = Please choose a service.
effect-examiners = { $count ->
    [one] 1 more examiner
   *[other] { $count } more examiners
} for the team of the region, from { $from } at the earliest.
effect-permission = Clean notebooks may connect to the provider, from { $from } at the earliest.
effect-workplaces = { $service }: about { $then } of 100 cases (now { $now }), from { $from }.
effect-notebooks = { $count ->
    [one] 1 workplace
   *[other] { $count } workplaces
} more of { $clients }, from { $from } at the earliest.
effect-notebooks-no-need = { $count } of { $clients } workplaces, from { $from }. At present none is missing.
channel-by-phone = Telephone. Answer probably by { $by }.
channel-by-mail = Mail, since telephones are down. Answer probably by { $by }.
channel-by-radio = Emergency channel, since telephone and mail are down. Answer probably by { $by }.
channel-by-mobile = Mobile phone, since telephone and mail are down. Answer { $by } at the earliest.
channel-by-in_person = Messenger, since telephone and mail are down. Answer { $by } at the earliest.

# Reasons for refusing a request.
reason-own_danger = in danger itself
reason-own_services = own services come first
reason-no_capacity = nobody is free
reason-same_provider = its own provider is down as well
reason-pay_or_election_week = pay run or election this week
reason-contamination = fear for its own systems
days-used-up = the days were over before it could begin
recalled-by-helper = recalled by the helper
sent-home = no longer needed

# Own acts in the log.
act-cut_provider_link = Ordered: cut the line to the provider.
act-block_remote_access = Ordered: block remote maintenance.
act-emergency_shutdown = Ordered: switch everything off.
act-cut_all_customers = Ordered: cut off all customers.
act-lock_accounts = Ordered: lock administrator accounts.
act-backups_offline = Ordered: take backups off the network.
act-block_internet = Ordered: block the internet.
act-lift = Ordered: lift. { $measure }
act-reconnect_provider_link = Ordered: reconnect to the provider.
act-convene_crisis_staff = Crisis staff convened.
act-request_aid = Asked { $to } for aid: { $kind } ({ $amount }).
act-ask_for_permit = Asked for the permit: { $service } at a neighbour.
act-grant_aid = Granted aid to { $to }: { $kind } ({ $amount }).
act-refuse_aid = Refused the request of { $to }: { $reason }.
act-recall_aid = Ended early: { $kind }, { $from } for { $to }.
act-watch = Decided to go on watching: “{ $question }”
act-wait = Decided to wait: “{ $question }”
act-defer = Put off by { $minutes }: “{ $question }”

# What happened.
log-attack-noticed = Our people find an attacker in our network.
log-effective-cut_provider_link = The line to the provider is cut now.
log-effective-block_remote_access = Remote maintenance is blocked now.
log-effective-emergency_shutdown = All our own systems are switched off now.
log-effective-cut_all_customers = All customers are cut off now.
log-effective-watch = We go on watching.
log-effective-lock_accounts = Administrator accounts are locked now.
log-effective-backups_offline = The backups are off the network now.
log-effective-block_internet = The internet is blocked now.
log-lifted = Lifted: { $measure }.
log-provider-cut-us = The provider has cut our line.
log-provider-hit = { $provider } is under attack. How far is being examined there.
log-provider-cleared = { $provider } is examined and released. Reconnecting is possible again.
log-provider-line-open = { $provider } has opened its line to us again but is not examined. Whoever reconnects does so at their own risk.
log-encrypted = Encrypted: { $system }.
# Told by the place itself, whose name stands before it.
log-many-affected = Crisis staff has met, latest: { $newest }
log-many-encrypted = Encrypted: { $count } systems, latest: { $newest }
log-many-cut = Cut: { $count } customers, latest: { $newest }
log-partner-affected = Our crisis staff has met.
log-slow-message = Nobody can be reached at { $to }. The message goes another way: { $channel }.
log-reconnected = The line to the provider is open again.
log-crisis-staff-met = The crisis staff has met.
log-hotline-ready = The citizens' hotline is staffed.
log-page-ready = The crisis page is on the web.
log-paper-ready = The paper desk is open.
log-pay-file-missing = There is no payment file outside the network. Last month cannot be repeated.
log-pay-file-ready = Last month's payment file is at the bank.
log-examined-hit = Examination done: the attacker was in our systems.
log-examined-clean = Examination done: no trace of the attacker here.
log-paid = { $service }: the pay run is at the bank. Everybody gets their money.
log-unpaid = { $service }: { $people ->
    [one] one person gets
   *[other] { $people } people get
} no money.
log-decision-lapsed = Deadline passed, nothing decided: “{ $question }”
log-aid-asked = { $from } asks for aid: { $kind } ({ $amount }).
log-aid-step = { $kind }, { $from } for { $to }: { $state }.
log-aid-idle = { $kind }, { $from } for { $to }: idle, the application is down at the helper.
log-aid-goes-on = { $kind }, { $from } for { $to }: goes on, the application runs again at the helper.
log-aid-refused = { $from } refuses ({ $kind }): { $reason }.
log-permit-there = The permit is there: { $service } may be done at a neighbour.
log-aid-recalled = { $kind }, { $from } for { $to } has ended: { $reason }.
log-services-fallen = { $count ->
    [one] Below emergency operation: { $service }.
   *[other] { $count } services fall below emergency operation, { $service } among them.
}
log-services-fallen-again = { $count ->
    [one] Below emergency operation again: { $service }.
   *[other] { $count } services fall below emergency operation again, { $service } among them.
}
log-services-back = { $count ->
    [one] Emergency operation is reached: { $service }.
   *[other] { $count } services reach emergency operation, { $service } among them.
}

# The course.
course-region = All places that reported
course-mean = All services
mark-attack-known = Attack or suspicion known
mark-provider-hit = Attack on { $provider } reported
mark-own-encryption = Encryption here
mark-help = { $place }: { $what } at work
mark-help-given = For { $place }: { $what } at work
note-emergency-open = Emergency operation by { $at }: still open
note-emergency-met = Emergency operation by { $at }: met √
note-emergency-missed = Emergency operation by { $at }: missed by { $by }
note-emergency-overdue = Emergency operation by { $at }: overdue for { $by }
note-latest-open = At the latest { $at }: still open
note-latest-met = At the latest { $at }: met √
note-latest-missed = At the latest { $at }: missed by { $by }
note-latest-overdue = At the latest { $at }: overdue for { $by }
note-backlog = { $waiting ->
    [one] Backlog: 1 case
   *[other] Backlog: { $waiting } cases
}
note-backlog-takes = Backlog { $waiting } cases. Working it off takes about { $from } to { $to }.
note-unpaid = { $people ->
    [one] One person got no money
   *[other] { $people } people got no money
}

# The end.
outcome-first-compromise = { $at }: The attacker gets into the first system.
outcome-detected = { $at }: The attack is noticed for the first time.
outcome-impact = { $at }: Encryption begins.
outcome-contained = { $at }: The attack is noticed, and no way to customers is open to the attacker any more.

# Why something is not possible.
help-order-not-open = Choose an open step of your list.
help-order-is-first = Move another one down, or get people.
help-order-is-last = Move another one up.
refusal-order-not-open = This step is done or not yours.
refusal-order-is-first = This step is the first already.
refusal-order-is-last = This step is the last already.
refusal-ended = The exercise has ended.
refusal-not-a-seat = There is no such seat in the exercise.
help-not-a-seat = Choose a seat that can be taken.
refusal-exercise-gone = The exercise is not running any more.
refusal-no-provider-link = You have no line to a provider.
refusal-link-already-cut = The line is cut already.
refusal-already-ordered = This has been ordered already.
refusal-not-in-force = This is not in force.
refusal-not-an-order = This is no order.
refusal-no-backups = You have no backups of your own.
refusal-no-internet = You have no internet access of your own.
refusal-link-open = The line is open.
refusal-own-side-not-cleared = Our side has not been examined and released yet.
refusal-provider-not-cleared = The provider has not released its side yet.
refusal-no-customers = You have no customers to cut off.
refusal-already-shut-down = Everything is switched off already.
refusal-nothing-to-shut-down = You have no systems of your own.
refusal-crisis-staff-called = The crisis staff has been convened already.
refusal-aid-not-in-pact = The pact does not provide for this kind of aid.
refusal-aid-self = You cannot ask yourself.
refusal-aid-not-a-helper = No aid can come from there.
refusal-aid-amount = This amount is not possible.
refusal-aid-days = { $most ->
    [0] The pact provides for no day of help.
    [one] 1 working day is possible.
   *[other] 1 to { $most } working days are possible.
}
refusal-aid-service-missing = It is missing which service the desk is for.
refusal-aid-skill-missing = It is missing which skill is needed.
refusal-aid-service-not-at-neighbour = This service cannot be done at a neighbour's desk.
refusal-aid-already-asked = You have asked them for this already.
refusal-permit-not-needed = This service needs no permit.
refusal-permit-held = The permit is held already, by the pact.
refusal-permit-asked = The permit has been asked for already.
refusal-permit-there = The permit is there already.
refusal-not-your-request = This request was not sent to you.
refusal-request-not-open = This request does not wait for an answer any more.
refusal-over-cap = The pact allows { $most } at most now.
refusal-helper-application-down = Your own application is not running now.
refusal-nothing-to-recall = There is no aid to end here.
refusal-not-your-decision = This decision is not yours.
refusal-decision-closed = This has been decided or settled already.
refusal-defer-range = You can put it off by 15 minutes to 24 hours.
refusal-pace-range = The clock cannot run that fast.
refusal-unknown-reason = There is no such reason.

# Why the clock stands at a deadline.
stopped-deadline = deadline

# What would help where something is not possible.
help-no-provider-link = Protect your own systems: switch everything off.
help-link-already-cut = You can reconnect once both sides are released.
help-already-ordered = Please wait: the log tells you when it takes effect.
help-not-in-force = You can order it now.
help-not-an-order = Watching needs no order.
help-no-backups = Ask who backs up your data.
help-no-internet = Ask who runs your access.
help-link-open = Nothing needs doing, the connection stands.
help-own-side-not-cleared = Have your own side examined and released (town hall, key r).
help-provider-not-cleared = Wait for its release; the log will tell you.
help-no-customers = Cut your own line, if you have one.
help-already-shut-down = Next comes examining and restoring (town hall, key r).
help-nothing-to-shut-down = All you can do here is support others.
help-crisis-staff-called = The log tells you when it meets.
help-aid-not-in-pact = Choose another kind of aid.
help-aid-self = Choose another administration.
help-aid-not-a-helper = Choose another administration.
help-aid-amount = Choose a smaller amount, at least 1.
help-aid-days = Ask again afterwards if it takes longer.
help-aid-service-missing = Choose the service that the desk is for.
help-aid-skill-missing = Choose a skill.
help-aid-service-not-at-neighbour = Choose another service, or notebooks on loan.
help-aid-already-asked = Ask somebody else, or wait for the answer.
help-permit-not-needed = Choose another service.
help-permit-held = You can ask for desks at once.
help-permit-asked = Wait for the answer.
help-permit-there = You can ask for desks at once.
help-not-your-request = Your requests are on the page Mutual aid.
help-request-not-open = The page Mutual aid shows how it went on.
help-over-cap = Give less.
help-helper-application-down = Refuse, or answer as soon as it runs.
help-nothing-to-recall = You can end only aid that is promised or at work.
help-not-your-decision = The line NOW shows what you have to decide.
help-decision-closed = The log says how it ended.
help-defer-range = Choose a time in between.
help-pace-range = Choose one day per second at most.
help-unknown-reason = Choose one of the reasons of the list.

question-notify = Should we tell our customers?
question-pay-file = Should we secure the payment file?
deadline-notify = Tell customers?
deadline-pay-file = Secure payment file?
option-notify = Tell all customers now
option-secure-pay-file = Secure payment file, bank access and two signatures
cost-notify = many calls and questions, from the press too
cost-silence = customers act without what we know
cost-pay-file = some hours of the cashier's office; the file goes to the bank only through the crisis staff, or once the bank takes it before that
cost-no-pay-file = a pay day without a payment file is possible
known-pay-run = { $service }: payment file due { $at }, { $people } people
known-pay-file-missing = no payment file lies outside the network ({ $at })
unknown-pay-file = whether a copy lies outside the network
act-notify_customers = Ordered: tell all customers
act-cut_customer = Ordered: cut off { $place }
act-admit_customer = Released: open the line to { $place }
act-admit_uncleared = Admitted without clearance: { $place }
act-require_clean_devices = House rule: helpers work on clean devices only
refusal-device-rule-set = This rule holds in your house already.
help-device-rule-set = It holds for helpers here and your own people there.
notice-data_protection = data protection to the authority
notice-nis2_early_warning = early warning to the BSI
notice-nis2_notification = incident notification to the BSI
notice-nis2_final_report = final report to the BSI
act-file_notice = Handed in: report { $notice }
log-notice-reminder = Due soon: report { $notice }
log-notice-missed = Deadline passed, not reported: { $notice }
refusal-no-notice-owed = This report is not owed.
help-no-notice-owed = The clock begins when your house knows of the breach.
refusal-notice-filed = This report is handed in already.
help-notice-filed = Your log shows when.
refusal-final-report-early = The final report still lacks the examination.
help-final-report-early = Three days before the deadline a report of progress will do.
act-secure_pay_file = Ordered: secure the payment file
log-customer-cut = { $place } is cut off now.
log-pay-file-secured = Payment file, bank access and signatures are ready outside the network. The file goes to the bank once the crisis staff has set up the way round, or the bank takes it before that.
line-cut-question = Cut the line to { $place }? All our applications stop there.
line-admit-question = Open the line to { $place }? Both sides are cleared.
line-admit-uncleared-question = Admit { $place } without clearance? The actor may get across again.
refusal-customer-not-cut = The line is open at your end.
help-customer-not-cut = The customer cut it. Talk to them.
refusal-customer-not-cleared = One of the two sides is not cleared.
help-customer-not-cleared = Wait for the examination, or admit explicitly without clearance.
refusal-customer-cut = This line is cut already.
help-customer-cut = You can open it again.
refusal-customer-is-there = This customer stands there already, or there are not that many places.
refusal-not-a-customer = That is none of your customers.
help-customer-is-there = Choose another place in the list.
help-not-a-customer = Choose a customer of the list.
refusal-no-customers-to-tell = You have no customers.
help-no-customers-to-tell = Call your provider.
refusal-nothing-to-tell = You know of no attack here.
help-nothing-to-tell = Wait until your people find something.
refusal-already-told = Your customers know already.
help-already-told = The list of customers shows who was reached when.
refusal-nothing-to-pay = Your house pays nobody.
help-nothing-to-pay = Payments run at your county.
refusal-pay-file-ready = The payment file is ready already.
help-pay-file-ready = The next payment can go out.
act-deputy = A deputy acts from now on: { $plan }
act-deputy-ends = People take the seat; the deputy's time ends
refusal-no-deputy = Nobody deputises for you.
help-no-deputy = Appoint a deputy first.
refusal-no-such-plan = There is no such plan.
help-no-such-plan = Choose a plan of the scenario.
refusal-deputy-acts = Your deputy acts like that already.
help-deputy-acts = Choose another plan.

# Emergency island.
question-island = Should we set up an emergency island?
deadline-island = Set up emergency island?
option-island = Emergency island: clean workplaces, a line and e-mail of its own
cost-island = IT people are missing in recovery for some days
cost-no-island = nothing works apart from the network until it stands again
act-set_up_island = Ordered: set up an emergency island
order-island = Workplaces of the emergency island
log-island-decided = The emergency island is decided: line, e-mail and devices are ordered.
log-island-workplaces = The workplaces of the emergency island stand.
log-island-mail = The emergency island has a line of its own. E-mail works again in part.
log-island-instance = The vendor now runs the application for { $service } for the emergency island.
possible-notice = file a report: { $notice }
possible-notice-late = file a report (overdue): { $notice }
possible-order = { $order } (not ordered yet)
possible-aid = ask for { $kind } (not tried yet)
possible-order-of-work = check the order of the work, people are short
possible-order-of-customers = set the order of the customers (not done yet)
remedy-order-island = Set up an emergency island: a line and e-mail of its own
remedy-wait-island = The emergency island is being set up
refusal-crisis-staff-not-met = The crisis staff has not met yet.
help-crisis-staff-not-met = Convene it and wait for its first meeting.
refusal-island-not-needed = An emergency island brings nothing now.
help-island-not-needed = It helps when an attack stops the network or the provider.

# Injects of the script
act-answer_inject = Answer to { $sender }: { $answer }
act-forward = Forwarded to { $to }, from { $sender }: { $text }
log-inject-answered = Answer to your message: “{ $answer }”
log-forwarded = Forwarded, from { $sender }: { $text }
refusal-forward-to-nobody = It does not say to whom it goes.
help-forward-to-nobody = Choose another seat.
refusal-no-such-message = You did not get this message.
help-no-such-message = Choose a message of the inbox.
refusal-message-acknowledged = You have taken note of this message already.
help-message-acknowledged = You can still answer it.
refusal-message-answered = This message is answered already.
help-message-answered = The answer stands in the log.
refusal-text-empty = The text is missing.
help-text-empty = Type at least one word.
refusal-text-too-long = The text is too long.
help-text-too-long = 1,000 characters at most.
refusal-sender-empty = It is missing who speaks.
help-sender-empty = Name a sender.
refusal-led-already = The exercise is led already.
help-led-already = There is nothing more to do.
refusal-no-such-inject = There is no such inject.
help-no-such-inject = The script shows all injects.
refusal-inject-released = The inject is released already.
help-inject-released = An inject of your own can follow it up.
refusal-inject-skipped = The inject is skipped.
help-inject-skipped = An inject of your own can make up for it.
refusal-inject-held = The inject is held back already.
help-inject-held = You can release it or let it come.
refusal-inject-not-held = The inject is not held back.
help-inject-not-held = It comes by itself.
refusal-inject-for-nobody = This inject has no receivers at present.
help-inject-for-nobody = Wait, or write an inject of your own.
refusal-connections-used-up = The provider connects { $count } administrations a day at most. Today it is done.
help-connections-used-up = It goes on tomorrow. The order is a matter of agreement.
figure-means-both = Mail and landline still work.
figure-means-phone = Mail is dead. The landline still works.
figure-means-mail = The landline is dead. Mail still works.
figure-means-none = Mail and landline in the building are dead.
script-made-up = Own: { $text }
script-to-customers = all customers
script-to-seats = all seats
script-to-hit = all that are hit
script-to-helpers = all that help
script-to-nobody = nobody
script-to-several = { $count } seats
script-skipped-guard = does not fit the situation
script-skipped-nobody = concerns nobody any more
script-skipped-not-in-time = what it waited for did not come in time
script-skipped-with-the-other = its main inject was dropped
script-skipped-facilitator = skipped by the facilitator
script-skipped-reason = skipped: { $reason }
## The facilitator's room
log-table-talk = Agreed at the table with { $with }: { $about }
refusal-deliberation-range = Time to think is between 1 minute and 1 day.
help-deliberation-range = Otherwise let the clock run on with Space.
refusal-talk-about-nothing = It does not say what it is about.
help-talk-about-nothing = Write one sentence.
refusal-talk-to-nobody = It does not say whom you talk to.
help-talk-to-nobody = Choose another seat.
refusal-talk-no-channel = { $place } cannot be reached now: no telephone, no mail, no radio.
help-talk-no-channel = A messenger takes hours. Wait until one of them works again.
refusal-no-trace = There is nothing there to be noticed.
help-no-trace = Choose a place where the attacker is.
refusal-trace-noticed = The attack has been noticed there already.
help-trace-noticed = Choose another place.
refusal-tempo = The speed cannot be changed any further.
help-tempo = Three times in a row at most.
refusal-facilitator-only = Only the facilitator can do that.
help-facilitator-only = Tell the facilitator.
refusal-only-looking = You only look at this seat.
help-only-looking = Enter for it: 8, then e. Hand over: 8, then h.
refusal-clock-is-led = The facilitator runs the clock.
help-clock-is-led = Say with F that you are ready.
refusal-clock-from-the-desk = The clock goes on from the script: 8, then space.
refusal-no-rounds = This exercise is not played in rounds.
refusal-nobody-sits-there = Nobody sits there at present.
refusal-person-sits-there = Somebody sits there already.
refusal-leap-back = A leap in time only goes forward.
stop-stage-begins = phase { $number } begins: { $title }
stop-stage-ends = phase { $number } ends: { $title }
stop-deadline = deadline runs out: { $service }
stop-leap-ends = the leap in time is over
stopped-for = The clock stands: { $what }
stopped-for-another = The clock stands for another seat.
stop-planned = planned stop, phase { $number }
next-hot-wash = Hot wash: what do we write into the pact?
next-end-briefing = end the briefing, then the exercise begins
next-end = Let the exercise run to its end
next-decision = { $seat } decides: { $question }
next-reply = { $seat } answers { $inject } ({ $from })
next-leap = Leap to “{ $title }”
next-leap-to-stop = Leap to: { $what }
next-go-on = start the clock
next-go-on-unready = start the clock (not ready yet: { $seats })
attack-phase-initial-access = First access
attack-phase-persistence = Settling in
attack-phase-privilege-escalation = Higher rights
attack-phase-defense-evasion = Hiding
attack-phase-lateral-movement = Spreading at the provider
attack-phase-jump = Jump to the customers
attack-phase-exfiltration = Carrying off data
attack-phase-inhibit-recovery = Destroying backups
attack-phase-impact = Encryption

# Months in which money is paid.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The end screen of a provider.
outcome-provider-not-noticed = No attack was noticed in your house.
outcome-provider-noticed = Attack in your own house noticed: { $at }.
outcome-provider-suspected = Suspicion in your own house: { $at }.
outcome-provider-told = You told your customers { $after } later.
outcome-provider-told-promised = You told your customers { $after } later (promised: { $promised } at most).
outcome-provider-not-told = Your customers never heard of it from you.
outcome-provider-not-told-promised = Your customers never heard of it from you (promised: { $promised } at most).
outcome-provider-examined = Your house was examined { $after } later.
outcome-provider-not-examined = Your house was not fully examined by the end.
outcome-provider-released = Your side was released for connecting customers { $after } later.
outcome-provider-not-released = Your side was not released for connecting customers by the end.
outcome-provider-lines = Lines to customers open: { $open } of { $all }.
outcome-provider-line-theirs = Cut by the customer itself: { $count }.
outcome-provider-line-yours = Cut by you although both sides are released: { $count }.
outcome-provider-line-own-release = Cut by you because your own release is missing: { $count }.
outcome-provider-line-statement = Cut by you because the customer is not released yet: { $count }.
outcome-provider-order = You set the order of customers yourself.
outcome-provider-products = Products ready again: { $whole } of { $all } for all customers, { $part } for some.
outcome-report-in-time = { $report }: handed in in time.
outcome-report-late = { $report }: handed in too late.
outcome-report-missed = { $report }: not handed in, the deadline has passed.
outcome-report-open = { $report }: not handed in, the deadline still runs.
outcome-provider-waits = { $what }: { $count ->
    [one] 1 piece of work
   *[other] { $count } pieces of work
}
outcome-waits-own-work = other work of your own
