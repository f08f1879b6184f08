# beistand drill --vary: what differs between variants

drill-pairs = { $runs } courses of each variant, course by course with the same luck. Compared with { $base }.
drill-compared = compared
drill-here = here
drill-difference = difference
drill-nine-of-ten = in 9 of 10 courses
drill-from-to = { $from } to { $to }
drill-weighted = lost, weighted (service-hours)
drill-lost = lost (service-hours)
drill-unpaid = people without money
drill-mta-broken = maximum outage broken (services)
drill-helpers = lost by helping (service-hours)
drill-lowest = lowest level (of 100 cases)
drill-less = That less is lost: { $sure } (in { $count } of 100 courses). On average { $least } to { $most } less.
drill-more = That more is lost: { $sure } (in { $count } of 100 courses). On average { $least } to { $most } more.
drill-unclear = So many courses do not tell whether less is lost (less in { $less } of 100, more in { $more }).
drill-no-difference = In no course more or less is lost.
drill-too-few = Nothing follows from one course.
drill-very-sure = very sure
drill-rather-sure = rather sure
drill-fairly-sure = fairly sure
drill-open = open
drill-intolerable = Maximum outage broken, of 100 cases:
drill-luck-only = This is luck only: other luck under the same assumptions. What other assumptions would change is not in it.
drill-written = Written: { $path }
