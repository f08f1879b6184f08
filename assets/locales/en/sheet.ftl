# The sheet for own data: explanations, and what is wrong with a filled-in one.

sheet-intro-1 = Sheet for one administration. Empty cells stay as usual in the catalogue.
sheet-intro-2 = Origin: measured, estimated or given. Without it a figure counts as estimated.
sheet-intro-3 = Several administrations: a file each, or all three sections once more below.

sheet-figure-id = Official key
sheet-figure-name = Name
sheet-figure-kind = Kind
sheet-figure-inhabitants = Inhabitants
sheet-figure-provider = IT provider
sheet-figure-latitude = Latitude
sheet-figure-longitude = Longitude
sheet-figure-workplaces = IT workplaces
sheet-figure-it_staff = IT posts
sheet-figure-spare_notebooks = Spare notebooks
sheet-figure-maturity = Preparedness
sheet-figure-monitoring = Round-the-clock monitoring
sheet-figure-as_of = Figures as of
sheet-figure-start = Start of the exercise

sheet-unit-id = { "" }
sheet-unit-name = { "" }
sheet-unit-kind = { "" }
sheet-unit-inhabitants = people
sheet-unit-provider = { "" }
sheet-unit-latitude = degrees
sheet-unit-longitude = degrees
sheet-unit-workplaces = devices
sheet-unit-it_staff = posts
sheet-unit-spare_notebooks = devices
sheet-unit-maturity = %
sheet-unit-monitoring = yes/no
sheet-unit-as_of = date
sheet-unit-start = date

sheet-why-id = Needed. Eight digits for municipalities, five for counties; the first zero may be missing.
sheet-why-name = Needed.
sheet-why-kind = Needed. Municipality, town, city (its own county) or county.
sheet-why-inhabitants = Needed. Cases follow from it, and workplaces where they are missing.
sheet-why-provider = Name of the shared provider; empty means it runs everything itself.
sheet-why-latitude = For the map, for example 49.6837.
sheet-why-longitude = For the map, for example 8.6184.
sheet-why-workplaces = Usual: 9 per 1,000 inhabitants, in a county 4.5.
sheet-why-it_staff = Usual: one post per 60 to 120 workplaces. The reckoning has whole people: 4.5 posts are five.
sheet-why-spare_notebooks = Clean devices that were never on the network. Usual: 2 per 100 workplaces.
sheet-why-maturity = 0 means unprepared, 100 means exercised and hardened. Usual: 30.
sheet-why-monitoring = Does somebody watch alarms at night and at weekends? Usual: no.
sheet-why-as_of = For example 2027-02-26.
sheet-why-start = For example 2027-02-26. Empty means 2027-02-19.
sheet-why-service = Usual: emergency by { $waz } h, latest { $mta } h, emergency level { $emergency } %, nothing on paper.
sheet-why-service-paper = Usual: emergency by { $waz } h, latest { $mta } h, emergency level { $emergency } %, on paper { $paper } % for { $days } days.
sheet-why-restart = Work until it is built anew after encryption; how many can usefully work at once.

sheet-place = { $file }, row { $row }, column { $column }: { $reason }
sheet-place-row = { $file }, row { $row }: { $reason }
sheet-place-file = { $file }: { $reason }
sheet-faults = { $count ->
    [one] 1 fault. Nothing was written.
   *[other] { $count } faults. Nothing was written.
}

sheet-no-number = “{ $found }” is not a number. Write it like 1234.5.
sheet-no-whole-number = “{ $found }” is not a whole number. Write it like 1234.
sheet-negative = “{ $found }” is below zero.
sheet-too-much = “{ $found }” is too large for this figure.
sheet-too-little = “{ $found }” is too small; { $least } at least.
sheet-not-whole = “{ $found }” must be a whole number.
sheet-over-100 = “{ $found }” is more than 100 %.
sheet-under-1-percent = “{ $found }” is less than 1 %. Is { $meant } % meant? Then write { $meant }, else 0 or 1.
sheet-no-duration = “{ $found }” is not a duration. Write it like 72, 30 min, 3 days.
sheet-duration-range = “{ $found }” is no usable duration; from one minute to ten years.
sheet-no-date = “{ $found }” is not a date. Write it like 2027-02-26.
sheet-became-date = “{ $found }” is a date. The spreadsheet probably turned a number into it.
sheet-error-value = “{ $found }” is an error message of the spreadsheet.
sheet-formula = “{ $found }” is a formula. Please write what comes out of it.
sheet-no-flag = “{ $found }” is neither yes nor no.
sheet-no-sureness = “{ $found }” is no origin. Allowed: measured, estimated, given.
sheet-no-kind = “{ $found }” is no kind. Allowed: municipality, town, city, county.
sheet-no-official-key = “{ $found }” is no key: only digits and plain letters.
sheet-key-of-county = “{ $found }” is no key of a county: that has five digits, as 06431.
sheet-key-of-city = “{ $found }” is no key of a city that is its own county: that has five digits or eight, as 06411000.
sheet-key-of-municipality = “{ $found }” is no key of a municipality: that has eight digits, as 06431002.
sheet-half-position = Latitude and longitude belong together. Please write both or none.
sheet-not-in-germany = “{ $found }” does not lie in Germany. Write it like 49.6837.
sheet-waz-over-mta = “Emergency by” ({ $waz } h) is later than “latest” ({ $mta } h).
sheet-not-in-kit = This kind of administration lacks “{ $system }” and cannot offer this.
sheet-no-such-system = The administration does not have this system itself in the model.
sheet-no-key = “{ $found }” is not a key. Perhaps “{ $near }” is meant.
sheet-key-twice = “{ $found }” is there twice.
sheet-row-without-key = This row has no key in its first column.
sheet-figure-missing = Missing: { $figure }.
sheet-administration-twice = The key { $found } stands in { $file }, cell { $cell }, already.
sheet-name-twice = “{ $found }” stands as a name in { $file }, cell { $cell }, already. Please tell them apart, as in “Kassel” and “Landkreis Kassel”.
sheet-administration-first = [Administration] is missing before this section.
sheet-no-section = { $found } is no section. Allowed: [Administration], [Services], [Restart].
sheet-no-sections = No section found. Is this the filled-in sheet?
sheet-no-column = The column “{ $found }” is unknown.
sheet-column-twice = The column “{ $found }” is there twice.
sheet-column-missing = The column “{ $column }” is missing.
sheet-open-quote = A quotation mark is not closed.

sheet-taken = { $administrations ->
    [one] One administration
   *[other] { $administrations } administrations
}; { $own ->
    [one] one figure of their own
   *[other] { $own } figures of their own
}, { $assumed } from the catalogue or estimated
new-exists = error: `{ $path }` is there already; take another folder, or --force to replace it
new-star-size = error: a provider-star has 1 to 99999 municipalities, not { $size }
new-next = Go on with one of these lines:
    {"  "}beistand check { $path }          checks it
    {"  "}beistand play { $path }           practises with it
    {"  "}beistand drill { $path } --runs 30    reckons with it

# What `check` and `check -v` say of the origin of figures.
check-right = { $scenario }: no fault. { $taken }.
check-sheet-right = { $file }: no fault. A scenario is made of it by: beistand new DIR --from { $file }
check-objectives-without-inject = Note, { $scenario }: objectives without an inject: { $ids }
check-injects-without-objective = Note, { $scenario }: injects without an objective: { $ids }
check-inputs = { $scenario }: { $total } figures; own { $own }, published { $published }, derived { $derived }, estimated { $estimate }, not said { $unsaid }
