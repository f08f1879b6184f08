# The closed lists: one line for each entry, named <list>-<id>.

# How a service stands.
service-state-operating = läuft
service-state-emergency = Notbetrieb
service-state-below = unter Notbetrieb
service-state-down = steht
service-state-closed = geschlossen
service-state-unknown = nicht gemeldet

# What is known of an IT system.
system-state-intact = läuft
system-state-suspected = Verdacht, nicht geprüft
system-state-compromised = in fremder Hand
system-state-encrypted = verschlüsselt
system-state-switched_off = abgeschaltet
system-state-rebuilding = im Aufbau
system-state-cleared = geprüft, frei
system-state-unknown = nicht gemeldet

# What an IT person is best at.
skill-network = Netze
skill-identity = Anmeldung
skill-backup = Server, Sicherung
skill-application = Fachverfahren
skill-rollout = Arbeitsplätze
skill-forensics = Prüfung, Freigabe

# The kinds of aid.
aid-kind-it_staff_on_site = IT-Leute vor Ort
aid-kind-remote_work = IT-Leute aus der Ferne
aid-kind-it_workplaces = Arbeitsplätze beim Helfer
aid-kind-loan_notebooks = Leih-Notebooks
aid-kind-remote_advice = Rat aus der Ferne
aid-kind-it_specialist_on_site = Fachkraft vor Ort
aid-kind-small_desk = Kleiner Schalter
aid-kind-case_work = Fälle beim Helfer
aid-kind-connect_permission = Anschluss-Erlaubnis
aid-kind-forensics = Externe IT-Forensiker
aid-kind-provider_to_provider = Leute eines Dienstleisters
aid-kind-state_team = Team des Landes

# What a request waits for.
wait-answer = bis zur Antwort
wait-way = Anreise
wait-permit = Genehmigung
wait-start = Beginn danach
wait-admin_network = sauberes Netz
wait-helper_application = Verfahren beim Helfer
wait-notebook_set_up = Einrichten
wait-provider_release = Freigabe

ranked-by-life_and_limb = Leib und Leben
ranked-by-livelihood_before_pay_day = Zahltag
ranked-by-time_left_to_mta = Restzeit der Frist
ranked-by-inhabitants = Einwohner
ranked-by-reciprocity = wer mehr gab
ranked-by-first_come = wer zuerst bat

# Where a request stands.
aid-state-requested = angefragt
aid-state-examined = wird geprüft
aid-state-granted = zugesagt
aid-state-under_way = unterwegs
aid-state-briefed = eingewiesen
aid-state-at_work = arbeitet
aid-state-returned = zurück
aid-state-recalled = zurückgerufen
aid-state-refused = abgelehnt

# What can be done against an attack that spreads.
containment-cut_provider_link = Leitung trennen
containment-block_remote_access = Nur Fernwartung sperren
containment-emergency_shutdown = Alles abschalten
containment-cut_all_customers = Alle Kunden trennen
containment-watch = Beobachten
containment-lock_accounts = Admin-Konten sperren
containment-backups_offline = Sicherungen vom Netz
containment-block_internet = Internet sperren

# Who decides.
decider-head = Leitung der Verwaltung
decider-head_of_it = Leitung IT
decider-crisis_staff = Leitung Krisenstab

# How a message travels.
channel-phone = Telefon
channel-mail = E-Mail
channel-in_person = mündlich
channel-radio = Funk
channel-mobile = Handy

# How much aid: a count with its unit.
aid-amount-it_staff_on_site = { $count ->
    [one] { $count } Person
   *[other] { $count } Leute
}
aid-amount-remote_work = { $count ->
    [one] { $count } Person
   *[other] { $count } Leute
}
aid-amount-it_workplaces = { $count ->
    [one] { $count } Platz
   *[other] { $count } Plätze
}
aid-amount-loan_notebooks = { $count ->
    [one] { $count } Gerät
   *[other] { $count } Geräte
}
aid-amount-remote_advice = { $count ->
    [one] { $count } Person
   *[other] { $count } Leute
}
aid-amount-it_specialist_on_site = { $count ->
    [one] { $count } Fachkraft
   *[other] { $count } Fachkräfte
}
aid-amount-small_desk = { $count ->
    [one] { $count } Platz
   *[other] { $count } Plätze
}
aid-amount-case_work = { $count ->
    [one] { $count } Platz mit Kraft
   *[other] { $count } Plätze mit Kraft
}
aid-amount-connect_permission = { $count ->
    [one] { $count } Erlaubnis
   *[other] { $count } Erlaubnisse
}
aid-amount-forensics = { $count ->
    [one] { $count } Prüfer
   *[other] { $count } Prüfer
}
aid-amount-provider_to_provider = { $count ->
    [one] { $count } Person
   *[other] { $count } Leute
}
aid-amount-state_team = { $count ->
    [one] { $count } Person
   *[other] { $count } Leute
}

# How much of which aid, at most 22 characters for two digits.
aid-short-it_staff_on_site = { $count ->
    [one] { $count } Person vor Ort
   *[other] { $count } Leute vor Ort
}
aid-short-remote_work = { $count ->
    [one] { $count } Person aus der Ferne
   *[other] { $count } Leute aus der Ferne
}
aid-short-it_workplaces = { $count ->
    [one] { $count } Platz beim Helfer
   *[other] { $count } Plätze beim Helfer
}
aid-short-loan_notebooks = { $count ->
    [one] { $count } Leih-Notebook
   *[other] { $count } Leih-Notebooks
}
aid-short-remote_advice = { $count ->
    [one] { $count } Person mit Rat
   *[other] { $count } Leute mit Rat
}
aid-short-it_specialist_on_site = { $count ->
    [one] { $count } Fachkraft vor Ort
   *[other] { $count } Fachkräfte vor Ort
}
aid-short-small_desk = { $count ->
    [one] { $count } kleiner Schalter
   *[other] { $count } kleine Schalter
}
aid-short-case_work = { $count ->
    [one] { $count } Platz mit Kraft
   *[other] { $count } Plätze mit Kraft
}
aid-short-connect_permission = { $count ->
    [one] { $count } Anschluss-Erlaubnis
   *[other] { $count } Anschluss-Erlaubnisse
}
aid-short-forensics = { $count ->
    [one] { $count } externer IT-Forensiker
   *[other] { $count } externe IT-Forensiker
}
aid-short-provider_to_provider = { $count ->
    [one] { $count } Person (Dienstleister)
   *[other] { $count } Leute (Dienstleister)
}
aid-short-state_team = { $count ->
    [one] { $count } Person vom Land
   *[other] { $count } Leute vom Land
}

# Services, at most 19 characters.
service-meldewesen = Ummeldung, Auskunft
service-ausweis = Ausweis, Pass
service-standesamt_geburt = Standesamt
service-sterbefall = Sterbefälle
service-kfz = Kfz-Zulassung
service-fuehrerschein = Führerschein
service-sgb12 = Sozialhilfe
service-sgb2 = Jobcenter
service-asylblg = Asyl, Unterbringung
service-wohngeld = Wohngeld
service-uvg = Unterhaltsvorschuss
service-kinderschutz = Kinderschutz
service-jugendhilfe = Jugendhilfe
service-auslaender = Ausländerbehörde
service-gesundheit = Gesundheitsamt
service-veterinaer = Lebensmittel, Tiere
service-kasse = Kasse, Zahllauf
service-personal = Gehälter
service-steuern = Steuern, Gebühren
service-bau = Baugenehmigung
service-geo = Pläne, Leitungen
service-abfall = Müllabfuhr
service-gewerbe = Gewerbe
service-ordnung = Ordnungsamt
service-bussgeld = Bußgelder
service-wahl = Wahlen
service-leitstelle = Leitstelle 112
service-katschutz = Katastrophenschutz
service-feuerwehr = Feuerwehr
service-wasser = Wasser, Abwasser
service-telefonie = Telefon
service-email = E-Mail
service-website = Internetseite
service-portal = Online-Anträge
service-dms = Akten
service-gremien = Sitzungsdienst
service-schule = Schulen
service-kita = Kita
service-vergabe = Beschaffung

# IT systems, in words a mayor uses.
system-power = Strom im Serverraum
system-wan = Internetanschluss
system-fw = Schutz nach außen
system-lan = Netz im Haus
system-vpn_provider = Leitung zum Dienstleister
system-mgmt = Neues Verwaltungsnetz
system-forensic_clear = Freigabe der Prüfer
system-virt = Eigene Server
system-backup = Sicherungen
system-ad = Anmeldung
system-file = Dateiablage
system-mail = E-Mail und Kalender
system-voip = Telefonanlage
system-clients = Arbeitsplätze
system-ts = Fern-Arbeitsplätze
system-print = Drucker und Kartenleser
system-dms = Aktenverwaltung
system-own_app = Eigenes Fachverfahren
system-portal_own = Eigene Internetseite
system-p_access = Zugang zum Dienstleister
system-p_net = Netz des Dienstleisters
system-p_ad = Anmeldung beim Dienstleister
system-p_virt = Server des Dienstleisters
system-p_backup = Sicherungen des Dienstleisters
system-p_app = Fachverfahren beim Dienstleister
system-p_print = Druckzentrum
system-bund_reg = Register von Bund und Land
system-identity = Anmeldung
system-provider_link = Leitung zum Dienstleister
system-website = Internetseite
system-virtualisation = Server
system-workplaces = Arbeitsplätze
system-phone = Telefonanlage
system-files = Dateiablage
system-finance = Finanzverfahren
system-registration = Verfahren Meldewesen
system-civil_registry = Verfahren Standesamt
system-childcare = Verfahren Kita
system-vehicles = Verfahren Kfz-Zulassung
system-social = Verfahren Soziales
system-health = Verfahren Gesundheitsamt
system-alarm = Alarmierung
system-water_control = Steuerung Wasserwerk
system-dispatch = Leitrechner Leitstelle
system-network = Netz des Rechenzentrums
system-gateway = Zugang zum Rechenzentrum
system-app_finance = Finanzen im Rechenzentrum
system-app_registration = Meldewesen im Rechenzentrum
system-app_civil_registry = Standesamt im Rechenzentrum
system-app_childcare = Kita im Rechenzentrum
system-app_vehicles = Kfz-Zulassung im Rechenzentrum
system-app_social = Soziales im Rechenzentrum
system-app_portal = Online-Anträge im Rechenzentrum
system-payroll = Verfahren Gehälter
system-taxes = Verfahren Steuern
system-trade = Verfahren Gewerbe
system-fines = Verfahren Bußgelder
system-elections = Verfahren Wahlen
system-portal = Online-Anträge
system-waste = Verfahren Abfall
system-job_centre = Verfahren Jobcenter
system-youth_welfare = Verfahren Jugendamt
system-driving_licences = Verfahren Führerschein
system-foreigners = Verfahren Ausländer
system-housing_benefit = Verfahren Wohngeld
system-food_control = Verfahren Lebensmittel
system-building = Verfahren Bauamt
system-maps = Karten und Pläne
system-council = Sitzungsdienst
system-schools = Schulverfahren
system-procurement = Vergabeportal
system-crisis_tools = Lagebild und Warnung
system-documents = Aktenverwaltung
system-other_applications = Kleine Fachverfahren
system-app_payroll = Gehälter im Rechenzentrum
system-app_taxes = Steuern im Rechenzentrum
system-app_trade = Gewerbe im Rechenzentrum
system-app_fines = Bußgelder im Rechenzentrum
system-app_elections = Wahlen im Rechenzentrum
system-app_website = Internetseite im Rechenzentrum
system-app_waste = Abfallgebühren im Rechenzentrum
system-app_job_centre = Jobcenter im Rechenzentrum
system-app_youth_welfare = Jugendamt im Rechenzentrum
system-app_driving_licences = Führerschein im Rechenzentrum
system-app_foreigners = Ausländerbehörde im Rechenzentrum
system-app_invoices = Rechnungen im Rechenzentrum
system-app_time_recording = Zeiterfassung im Rechenzentrum
system-app_travel_expenses = Reisekosten im Rechenzentrum
system-app_recruiting = Bewerbungen im Rechenzentrum
system-app_e_payment = Bezahldienst im Rechenzentrum
system-app_signature = Unterschrift im Rechenzentrum
system-app_archive = Archiv im Rechenzentrum
system-app_forms = Formulare im Rechenzentrum
system-app_intranet = Intranet im Rechenzentrum
system-app_appointments = Termine im Rechenzentrum
system-app_enforcement = Vollstreckung im Rechenzentrum
system-app_inventory = Inventar im Rechenzentrum
system-app_cemetery = Friedhof im Rechenzentrum
system-app_parking = Bewohnerparken im Rechenzentrum
system-app_levies = Hundesteuer im Rechenzentrum
system-app_markets = Märkte im Rechenzentrum
system-app_events = Veranstaltungen im Rechenzentrum
system-app_library = Bücherei im Rechenzentrum
system-app_halls = Hallen im Rechenzentrum
system-app_building_yard = Bauhof im Rechenzentrum
system-app_energy = Energie im Rechenzentrum
system-app_trees = Bäume im Rechenzentrum
system-app_roads = Straßen im Rechenzentrum
system-app_street_lighting = Beleuchtung im Rechenzentrum
system-app_sewage_fees = Abwassergebühren im Rechenzentrum
system-app_water_billing = Wassergebühren im Rechenzentrum
system-app_complaints = Mängelmelder im Rechenzentrum
system-app_lost_property = Fundbüro im Rechenzentrum
system-app_land_register = Grundstücke im Rechenzentrum
system-app_weapons = Waffenrecht im Rechenzentrum
system-app_hunting = Jagd im Rechenzentrum
system-app_nature = Naturschutz im Rechenzentrum
system-app_water_law = Wasserrecht im Rechenzentrum
system-app_rescue_billing = Rettungsdienst im Rechenzentrum
system-app_school_transport = Schülerfahrten im Rechenzentrum
system-app_training_grants = Ausbildungsförderung im Rechenzentrum
system-app_guardianship = Betreuung im Rechenzentrum
system-app_care_homes = Heimaufsicht im Rechenzentrum
system-app_adult_education = Volkshochschule im Rechenzentrum
system-app_fleet = Fuhrpark im Rechenzentrum
system-app_integration = Eingliederungshilfe im Rechenzentrum
system-app_pest_control = Landwirtschaft im Rechenzentrum
system-internet = Internetzugang

# The table of a run without a screen.
run-label = Übung. Ein Verlauf, kein Messwert.
run-place = Verwaltung
run-service = Leistung
run-emergency = Notbetrieb
run-normal = normal
run-lost = verloren (Std)
run-aid = { $helper } → { $asker }: { $kind }{ $amount ->
    [0] { "" }
   *[other] { " " }({ $amount })
}, { $state }{ $lost ->
    [0] { "" }
   *[other] ; kostet den Helfer { $lost } Std Leistung
}
run-total = Zusammen: { $lost } Stunden Leistung verloren; Zahlungen zu spät: { $unpaid }; MTA verfehlt: { $breaches }. Prüfwert des Verlaufs: { $fingerprint }
