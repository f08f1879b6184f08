# The closed lists: one line for each entry, named <list>-<id>.

# How a service stands.
service-state-operating = running
service-state-emergency = emergency mode
service-state-below = below emergency
service-state-down = down
service-state-closed = closed
service-state-unknown = not reported

# What is known of an IT system.
system-state-intact = running
system-state-suspected = suspected, not examined
system-state-compromised = in the attacker's hands
system-state-encrypted = encrypted
system-state-switched_off = switched off
system-state-rebuilding = being rebuilt
system-state-cleared = examined, cleared
system-state-unknown = not reported

# What an IT person is best at.
skill-network = networks
skill-identity = sign-in
skill-backup = servers, backup
skill-application = applications
skill-rollout = workplaces
skill-forensics = examination, clearance

# The kinds of aid.
aid-kind-it_staff_on_site = IT staff on site
aid-kind-remote_work = IT staff, remote
aid-kind-it_workplaces = Desks at the helper
aid-kind-loan_notebooks = Notebooks on loan
aid-kind-remote_advice = Advice, remote
aid-kind-it_specialist_on_site = Specialist on site
aid-kind-small_desk = Small desk
aid-kind-case_work = Cases at the helper
aid-kind-connect_permission = Permission to connect
aid-kind-forensics = External examiners
aid-kind-provider_to_provider = People of a provider
aid-kind-state_team = Team of the state

# What a request waits for.
wait-answer = the answer to arrive
wait-way = travel
wait-permit = permit
wait-start = start after it
wait-admin_network = clean network
wait-helper_application = helper's application
wait-notebook_set_up = set-up
wait-provider_release = release

ranked-by-life_and_limb = life and limb
ranked-by-livelihood_before_pay_day = pay day
ranked-by-time_left_to_mta = time left
ranked-by-inhabitants = inhabitants
ranked-by-reciprocity = who gave more
ranked-by-first_come = who asked first

# Where a request stands.
aid-state-requested = asked
aid-state-examined = examined
aid-state-granted = granted
aid-state-under_way = under way
aid-state-briefed = briefed
aid-state-at_work = at work
aid-state-returned = returned
aid-state-recalled = called back
aid-state-refused = refused

# What can be done against an attack that spreads.
containment-cut_provider_link = Cut the line
containment-block_remote_access = Block remote access only
containment-emergency_shutdown = Switch everything off
containment-cut_all_customers = Cut all customers
containment-watch = Watch
containment-lock_accounts = Lock admin accounts
containment-backups_offline = Backups off the network
containment-block_internet = Block the internet

# Who decides.
decider-head = Head of administration
decider-head_of_it = Head of IT
decider-crisis_staff = Head of crisis staff

# How a message travels.
channel-phone = telephone
channel-mail = e-mail
channel-in_person = in person
channel-radio = radio
channel-mobile = mobile

# How much aid: a count with its unit.
aid-amount-it_staff_on_site = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
aid-amount-remote_work = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
aid-amount-it_workplaces = { $count ->
    [one] { $count } desk
   *[other] { $count } desks
}
aid-amount-loan_notebooks = { $count ->
    [one] { $count } device
   *[other] { $count } devices
}
aid-amount-remote_advice = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
aid-amount-it_specialist_on_site = { $count ->
    [one] { $count } specialist
   *[other] { $count } specialists
}
aid-amount-small_desk = { $count ->
    [one] { $count } desk
   *[other] { $count } desks
}
aid-amount-case_work = { $count ->
    [one] { $count } desk with clerk
   *[other] { $count } desks with clerk
}
aid-amount-connect_permission = { $count ->
    [one] { $count } permission
   *[other] { $count } permissions
}
aid-amount-forensics = { $count ->
    [one] { $count } examiner
   *[other] { $count } examiners
}
aid-amount-provider_to_provider = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
aid-amount-state_team = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# How much of which aid, at most 22 characters for two digits.
aid-short-it_staff_on_site = { $count ->
    [one] { $count } person on site
   *[other] { $count } people on site
}
aid-short-remote_work = { $count ->
    [one] { $count } person, remote
   *[other] { $count } people, remote
}
aid-short-it_workplaces = { $count ->
    [one] { $count } desk at helper
   *[other] { $count } desks at helper
}
aid-short-loan_notebooks = { $count ->
    [one] { $count } loan notebook
   *[other] { $count } loan notebooks
}
aid-short-remote_advice = { $count ->
    [one] { $count } person to advise
   *[other] { $count } people to advise
}
aid-short-it_specialist_on_site = { $count ->
    [one] { $count } specialist on site
   *[other] { $count } specialists on site
}
aid-short-small_desk = { $count ->
    [one] { $count } small desk
   *[other] { $count } small desks
}
aid-short-case_work = { $count ->
    [one] { $count } desk with clerk
   *[other] { $count } desks with clerk
}
aid-short-connect_permission = { $count ->
    [one] { $count } permission to connect
   *[other] { $count } permissions to connect
}
aid-short-forensics = { $count ->
    [one] { $count } external examiner
   *[other] { $count } external examiners
}
aid-short-provider_to_provider = { $count ->
    [one] { $count } person (provider)
   *[other] { $count } people (provider)
}
aid-short-state_team = { $count ->
    [one] { $count } person of the state
   *[other] { $count } people of the state
}

# Services, at most 19 characters.
service-meldewesen = Residents' register
service-ausweis = ID cards, passports
service-standesamt_geburt = Births, marriages
service-sterbefall = Deaths, burials
service-kfz = Vehicles
service-fuehrerschein = Driving licences
service-sgb12 = Social assistance
service-sgb2 = Job centre
service-asylblg = Asylum, housing
service-wohngeld = Housing benefit
service-uvg = Child maintenance
service-kinderschutz = Child protection
service-jugendhilfe = Youth welfare
service-auslaender = Immigration office
service-gesundheit = Public health
service-veterinaer = Food, animals
service-kasse = Treasury, payments
service-personal = Staff pay
service-steuern = Taxes and fees
service-bau = Building permits
service-geo = Maps, utility lines
service-abfall = Waste collection
service-gewerbe = Business register
service-ordnung = Public order office
service-bussgeld = Traffic fines
service-wahl = Elections
service-leitstelle = Control centre 112
service-katschutz = Civil protection
service-feuerwehr = Fire brigade
service-wasser = Water, sewage
service-telefonie = Telephone
service-email = E-mail
service-website = Website
service-portal = Online applications
service-dms = Files and records
service-gremien = Council meetings
service-schule = Schools
service-kita = Day care
service-vergabe = Procurement

# IT systems, in words a mayor uses.
system-power = Server room power
system-wan = Internet line
system-fw = Outer protection
system-lan = House network
system-vpn_provider = Line to the provider
system-mgmt = New clean network
system-forensic_clear = Examiners' clearance
system-virt = Own servers
system-backup = Backups
system-ad = Sign-in
system-file = Shared files
system-mail = Mail and calendar
system-voip = Telephone system
system-clients = Workplaces
system-ts = Remote workplaces
system-print = Printers, card readers
system-dms = Records system
system-own_app = Own application
system-portal_own = Own website
system-p_access = Access to the provider
system-p_net = Provider's network
system-p_ad = Sign-in at the provider
system-p_virt = Provider's servers
system-p_backup = Provider's backups
system-p_app = Application at the provider
system-p_print = Print centre
system-bund_reg = National registers
system-identity = Sign-in
system-provider_link = Line to the provider
system-website = Website
system-virtualisation = Servers
system-workplaces = Workplaces
system-phone = Telephone system
system-files = Shared files
system-finance = Finance application
system-registration = Residents' register app
system-civil_registry = Civil registry app
system-childcare = Day care app
system-vehicles = Vehicle register app
system-social = Social welfare app
system-health = Public health app
system-alarm = Alarm system
system-water_control = Waterworks control
system-dispatch = Control centre computer
system-network = Data centre network
system-gateway = Data centre access
system-app_finance = Finance, data centre
system-app_registration = Residents' register, data centre
system-app_civil_registry = Civil registry, data centre
system-app_childcare = Day care, data centre
system-app_vehicles = Vehicles, data centre
system-app_social = Social welfare, data centre
system-app_portal = Online forms, data centre
system-payroll = Payroll application
system-taxes = Tax application
system-trade = Trade application
system-fines = Fines application
system-elections = Elections application
system-portal = Online forms
system-waste = Waste application
system-job_centre = Job centre application
system-youth_welfare = Youth application
system-driving_licences = Licence application
system-foreigners = Foreigners application
system-housing_benefit = Housing application
system-food_control = Food application
system-building = Building application
system-maps = Maps and plans
system-council = Council application
system-schools = Schools application
system-procurement = Procurement portal
system-crisis_tools = Situation and warning
system-documents = Document store
system-other_applications = Smaller applications
system-app_payroll = Payroll, data centre
system-app_taxes = Taxes, data centre
system-app_trade = Trade register, data centre
system-app_fines = Fines, data centre
system-app_elections = Elections, data centre
system-app_website = Web page, data centre
system-app_waste = Waste fees, data centre
system-app_job_centre = Job centre, data centre
system-app_youth_welfare = Youth welfare, data centre
system-app_driving_licences = Driving licences, data centre
system-app_foreigners = Foreigners, data centre
system-app_invoices = Invoices, data centre
system-app_time_recording = Time recording, data centre
system-app_travel_expenses = Travel expenses, data centre
system-app_recruiting = Recruiting, data centre
system-app_e_payment = E-payment, data centre
system-app_signature = Signature, data centre
system-app_archive = Archive, data centre
system-app_forms = Forms, data centre
system-app_intranet = Intranet, data centre
system-app_appointments = Appointments, data centre
system-app_enforcement = Enforcement, data centre
system-app_inventory = Inventory, data centre
system-app_cemetery = Cemetery, data centre
system-app_parking = Residents' parking, data centre
system-app_levies = Dog tax, data centre
system-app_markets = Markets, data centre
system-app_events = Events, data centre
system-app_library = Library, data centre
system-app_halls = Halls, data centre
system-app_building_yard = Building yard, data centre
system-app_energy = Energy, data centre
system-app_trees = Trees, data centre
system-app_roads = Roads, data centre
system-app_street_lighting = Street lighting, data centre
system-app_sewage_fees = Sewage fees, data centre
system-app_water_billing = Water billing, data centre
system-app_complaints = Complaints, data centre
system-app_lost_property = Lost property, data centre
system-app_land_register = Land, data centre
system-app_weapons = Weapons, data centre
system-app_hunting = Hunting, data centre
system-app_nature = Nature conservation, data centre
system-app_water_law = Water law, data centre
system-app_rescue_billing = Rescue billing, data centre
system-app_school_transport = School transport, data centre
system-app_training_grants = Training grants, data centre
system-app_guardianship = Guardianship, data centre
system-app_care_homes = Care homes, data centre
system-app_adult_education = Adult education, data centre
system-app_fleet = Fleet, data centre
system-app_integration = Integration, data centre
system-app_pest_control = Agriculture, data centre
system-internet = internet access

# The table of a run without a screen.
run-label = Exercise. One course, not a measurement.
run-place = administration
run-service = service
run-emergency = emergency
run-normal = normal
run-lost = lost (h)
run-aid = { $helper } → { $asker }: { $kind }{ $amount ->
    [0] { "" }
   *[other] { " " }({ $amount })
}, { $state }{ $lost ->
    [0] { "" }
   *[other] ; costs the helper { $lost } h of service
}
run-total = In all: { $lost } hours of service lost; payments late: { $unpaid }; “latest” missed: { $breaches }. Fingerprint of the course: { $fingerprint }
