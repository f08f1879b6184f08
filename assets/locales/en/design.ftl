# beistand design: the cheapest clauses

design-head = { $clauses } clauses to choose from. Searched among { $sets } sets in { $runs } courses; what stands below was played again in { $fresh } new courses.
design-money = Costs a year: running costs, what is paid once spread over { $years } years, an hour of staff at { $eur } €.
design-cheapest = The cheapest that meets the targets: { $clauses }. It costs { $eur } € a year. How sure it is that it meets them: { $meets }; that nothing cheaper does: { $sure }.
design-cheapest-nothing = The targets are met with nothing agreed (so sure: { $meets }).
design-none-meets = No set that was tried meets all targets (so sure: { $sure }).
design-nearest = Nearest comes: { $clauses }, for { $eur } € a year.
design-target = { $target }: wanted { $wanted } %, reached { $reached } %, with nothing agreed { $nothing } %
design-target-criticality = outages over within the maximum, services of criticality { $class }
design-target-service = outages over within the maximum, { $service }
design-target-lost = less lost than with nothing agreed
design-legend = The clauses, with their costs a year
design-frontier = What leaves least loss for its money (weighted hours)
design-cost = €/year
design-lost = lost
design-precision = precision
design-sure = sure
design-clauses = paragraphs
design-family-pact = aid and provider
design-family-prevention = prevention only
design-family-both = both
design-equal = The same money spent otherwise: loss against nothing agreed (both: at least one clause of each; below zero is less lost)
design-at-most = at most
design-as-pact = pact
design-as-prevention = prevention
design-as-both = both
design-notes = "Sure": in so many resamples nothing that costs as much or less leaves less loss; below 50 a set is in --json only. After { $fresh } courses nothing is surer than { $most }. An attack has happened in every course; that prevention may avert attacks altogether does not count here. How far assumptions change the result is shown by "drill --sensitivity".

# What cannot be asked for.
design-misfit = error: `{ $target }`: { $misfit }
design-no-criticality = no service has the criticality { $class }
design-no-service = there is no service `{ $id }`; there are { $known }
design-many-clauses = error: `{ $pact }` and prevention have { $clauses } clauses to choose among; { $most } are the most
design-no-pact = error: the scenario has no pact
