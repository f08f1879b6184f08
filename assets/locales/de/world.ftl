# Texts of the engine: messages, decisions, causes, aid, refusals.

# A name as it is.
named = { $name }

# Seats.
kind-municipality = Gemeinde
kind-city = Stadt
kind-county = Landkreis
kind-provider = IT-Dienstleister
kind-state = Landesstelle
kind-outside = Nachbar von außen
role-none = Diesen Platz spielt das Programm.

# Why the clock stands.
stopped-end = Übungsende
stopped-decision = Entscheidung
stopped-alarm = Meldung
stopped-stage = Phase der Übung
stopped-news = Neues

# How a service is delivered.
route-it = mit IT
route-paper = auf Ersatzweg
route-neighbour = beim Nachbarn
route-mixed = auf mehreren Wegen
route-none = gar nicht

# What is due next.
deadline-pay-run = Zahllauf { $service }
deadline-provider-link = Leitung trennen?
deadline-customers = Kunden trennen?
deadline-shutdown = Alles abschalten?
deadline-crisis-staff = Krisenstab einberufen?
deadline-answer = Antwort auf Ersuchen
deadline-message = Antwort auf eine Meldung
deadline-reconnect = Wieder anschließen?
deadline-lift = Sperren aufheben?

# Questions to decide.
question-provider-link = Leitung zum Dienstleister trennen?
question-customers = Alle Kunden trennen?
question-shutdown = Alle eigenen Systeme abschalten?
question-crisis-staff = Krisenstab einberufen?
question-answer = Wie antworten wir auf das Ersuchen?
question-answer-from = Antwort an { $from }: { $what }?
question-reconnect = Wieder mit dem Dienstleister verbinden?
question-lift = Sollen wir Sperren aufheben?

# What is known.
known-provider-suspected = { $provider } prüft einen Verdacht ({ $at })
known-provider-hit = { $provider } ist angegriffen ({ $at })
known-suspicion-here = Wir prüfen einen Verdacht ({ $at })
known-hit-here = Der Angreifer ist in unserem Netz ({ $at })
known-own-hit = Eigene Systeme sind betroffen ({ $at })
known-examined-hit = Prüfung: Der Angreifer war bei uns ({ $at })
known-examined-clean = Prüfung: keine Spur bei uns ({ $at })
known-link-open = Die Leitung zu uns ist offen
known-link-cut = Die Leitung ist getrennt ({ $at })
known-access-blocked = Die Fernwartung ist gesperrt, die Leitung offen
known-in-force = In Kraft seit { $at }: { $measure }
known-customers = { $count ->
    [one] Ein Kunde hängt an uns
   *[other] { $count } Kunden hängen an uns
}
known-others-affected = { $count ->
    [one] Bei einer anderen Verwaltung tagt der Krisenstab ({ $at })
   *[other] Bei { $count } anderen Verwaltungen tagt der Krisenstab ({ $at })
}
known-services-below = { $count } von { $total } Leistungen unter Notbetrieb
known-own-cleared = Unsere Seite ist geprüft und frei ({ $at })
known-provider-cleared = { $provider } ist geprüft und frei ({ $at })
known-provider-line-open = Leitung beim Dienstleister offen, aber nicht geprüft ({ $at })
known-request = Gefragt { $at }, für { $days ->
    [one] 1 Arbeitstag
   *[other] { $days } Arbeitstage
}
known-own-staff = IT-Leute hier: { $own }, verliehen: { $lent }
answer-goes-at-once = Sie geht an { $to } ({ $channel }) und ist sofort dort.
answer-goes-by = Sie geht an { $to } ({ $channel }) und ist wohl bis { $by } dort.
known-cap-left = Nach dem Pakt höchstens: { $what }
known-limit-all-given = Alles, was wir nach dem Pakt geben dürfen, ist vergeben
known-limit-nobody-of-the-skill = Mit dieser Fachkunde ist bei uns niemand frei
known-limit-none-in-stock = Weder hier noch im gemeinsamen Vorrat liegt ein Gerät
known-limit-too-few = Nach dem Pakt dürfen wir weniger als eins davon geben
known-cases-in-all = Bei uns bleiben so etwa { $cases } Anliegen in { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} liegen

# What is not known.
unknown-actor-here = ob der Angreifer schon bei uns ist
unknown-provider-hit = ob { $provider } angegriffen ist
unknown-provider-cuts = ob { $provider } selbst trennt, und wann
unknown-customers-reached = welche Kunden schon betroffen sind
unknown-duration = wie lange der Ausfall dauert
unknown-how-far = wie weit der Angreifer gekommen ist
unknown-backups = ob die Sicherungen noch gut sind
unknown-cause = was genau dahinter steckt
unknown-actor-returns = ob der Angreifer einen Weg zurück hat
unknown-need-there = wie lange die Hilfe dort gebraucht wird
unknown-hit-next = ob wir selbst als Nächste betroffen sind

# Options.
option-wait = Abwarten
option-convene = Krisenstab einberufen
option-reconnect = Wieder anschließen
option-lift = Aufheben: { $measure }
option-grant = Ja: { $what }
option-refuse = Nein: { $reason }
cost-nothing = nichts
cost-nothing-running = nichts Laufendes
cost-services-now = { $now ->
    [one] 1 Leistung steht
   *[other] { $now } Leistungen stehen
}
cost-services-later = { $later ->
    [one] 1 Leistung fehlt ab { $from }
   *[other] { $later } Leistungen fehlen ab { $from }
}
cost-services-now-and-later = { $now ->
    [one] 1 Leistung steht
   *[other] { $now } Leistungen stehen
}, { $later } mehr ab { $from }
cost-remote-access = keine Fernhilfe
cost-lock-accounts = keine Systempflege
cost-backups-offline = neue Daten ungesichert
cost-stay-narrow = die Nachteile bleiben
cost-customers = { $count ->
    [one] Fachverfahren bei 1 Kunden stehen
   *[other] Fachverfahren bei { $count } Kunden stehen
}
cost-crisis-staff = Zeit der Führungskräfte
cost-wait-crisis-staff = Ersatzwege beginnen später
cost-reconnect = nichts; ein Rest Gefahr bleibt
cost-stay-cut = { $count ->
    [one] 1 Leistung bleibt eingeschränkt
   *[other] { $count } Leistungen bleiben eingeschränkt
}
cost-refuse = dort fehlt die Hilfe
cost-hardly = kaum spürbar
cost-workplaces = { $workplaces ->
    [one] 1 Arbeitsplatz fehlt
   *[other] { $workplaces } Arbeitsplätze fehlen
}
cost-cases = { $cases ->
    [one] etwa 1 Anliegen am Tag
   *[other] etwa { $cases } Anliegen am Tag
}
cost-workplaces-and-cases = { $workplaces ->
    [one] 1 Arbeitsplatz
   *[other] { $workplaces } Arbeitsplätze
}, etwa { $cases } Anliegen am Tag
back-any-time = jederzeit
measure-question = { $label }? Wirkt ab { $when }. Kostet: { $costs }. Zurück: { $back }.
back-palette = jederzeit mit Taste :
back-proof = Tage, mit Nachweis
back-days = Tage, nach Prüfung
back-cut-again = erneut trennen
back-recall = jederzeit
back-cleared = nach Freigabe
back-order-again = erneut anordnen
back-none = neues Ersuchen
back-never = nicht möglich

# Why a service stands.
cause-cut-by-us = von uns getrennt, { $at }
cause-cut-by-provider = von { $provider } getrennt, { $at }
cause-provider-hit = { $provider } ist angegriffen, gemeldet { $at }
cause-shut-down = von uns abgeschaltet, { $at }
cause-encrypted = verschlüsselt
cause-rebuilding = wird wiederhergestellt
cause-compromised = in fremder Hand
cause-switched-off = vorsorglich abgeschaltet
cause-workplaces = zu wenige Arbeitsplätze
cause-helping = Leute oder Geräte sind verliehen

# What would help.
remedy-convene-crisis-staff = Krisenstab einberufen: Er öffnet den Ersatzweg
remedy-wait-hotline = Bürgertelefon kommt, der Krisenstab kümmert sich
remedy-wait-page = Krisenseite kommt, der Krisenstab kümmert sich
remedy-wait-paper = Papierschalter kommt, der Krisenstab kümmert sich
remedy-wait-pay-file = Der Krisenstab richtet den Ersatzweg zur Bank ein
remedy-reconnect = Wieder anschließen: Beide Seiten sind frei
remedy-reconnect-at-risk = Auf eigene Gefahr wieder anschließen: Der Dienstleister hat seine Seite nicht freigegeben
remedy-clear-own-side = Die eigene Seite prüfen und freigeben lassen
remedy-wait-provider = Warten, bis der Dienstleister seine Seite freigibt
remedy-restore = Prüfen und wiederherstellen
remedy-in-work = Eigene Leute arbeiten daran
remedy-recall-aid = Verliehene Hilfe zurückrufen
remedy-ask-staff = IT-Leute anfordern
remedy-ask-workplaces = Arbeitsplätze beim Nachbarn anfordern
remedy-ask-notebooks = Leih-Notebooks anfordern

# Own recovery.
order-examination = Prüfung
order-notebooks = Leih-Notebooks einrichten
order-restore = { $system }
order-core = { $system }: Kern
order-rest = { $system }: Rest
order-check-1 = Arbeitsplätze prüfen: lebenswichtige Leistungen
order-check-2 = Arbeitsplätze prüfen: dringend, erste Stelle
order-check-3 = Arbeitsplätze prüfen: dringend, alle Stellen
order-check-4 = Arbeitsplätze prüfen: übrige Leistungen
order-check-5 = Arbeitsplätze prüfen: was warten kann
order-workplaces-1 = Arbeitsplätze: lebenswichtige Leistungen
order-workplaces-2 = Arbeitsplätze: dringend, erste Stelle
order-workplaces-3 = Arbeitsplätze: dringend, alle Stellen
order-workplaces-4 = Arbeitsplätze: übrige Leistungen
order-workplaces-5 = Arbeitsplätze: was warten kann
waits-forensics = Prüfer
waits-instruction = Hinweise, wonach zu suchen ist
waits-equipment = neue Technik
waits-people = freie IT-Leute

# Why nobody can tell when a piece of work is done, or a service runs again.
unforeseen-examiners = Wann die Prüfer Zeit haben, weiß hier niemand.
unforeseen-instruction = Wann der Hinweis kommt, wonach zu suchen ist, weiß hier niemand.
unforeseen-equipment = Wann die neue Technik geliefert wird, weiß hier niemand.
unforeseen-nobody = Hier arbeitet zurzeit niemand, der das tun kann.
unforeseen-far = Mit den Leuten von heute kann es bis nach dem Ende der Übung dauern.
unforeseen-behind = Vorher muss „{ $what }“ fertig sein. { $why }
unforeseen-open = Die Ursache ist noch offen.
unforeseen-cut = Erst muss die Leitung zum Dienstleister wieder offen sein.
unforeseen-provider = Wann der Dienstleister so weit ist, weiß hier niemand.
unforeseen-helping = Erst muss zurück sein, was Sie anderen geben.
unforeseen-accepting = Die Arbeiten sind getan. Abnahme oder Anschluss fehlen noch.
unforeseen-no-work = An „{ $what }“ wird noch nicht gearbeitet.
unforeseen-others = „{ $what }“ gehört zu { $owner }: Wann es läuft, weiß hier niemand.

# What aid that has arrived waits for.
waits-admin-network = Erst muss das Netz hier geprüft und frei sein.
waits-helper-application = Das Verfahren läuft beim Helfer gerade nicht.
waits-notebook-set-up = Die Notebooks werden noch eingerichtet.
waits-provider-release = Der Dienstleister ist noch nicht frei.
waits-permit = Die Genehmigung, es beim Nachbarn zu tun, fehlt noch.
waits-start = Die Genehmigung ist da, die Arbeit beginnt in einigen Tagen.

# Aid: who could help, what it brings, how it travels.
objection-no-such-service = bietet diese Leistung nicht an
objection-same-provider = gleicher Dienstleister, steht auch
objection-already-asked = schon angefragt
objection-no-capacity = darf nach dem Pakt niemanden oder nichts geben
give-limit-all-given = Alles, was Sie nach dem Pakt geben dürfen, ist vergeben. Frei wird es, wenn eine Hilfe endet (x auf der Seite Beistand).
give-limit-nobody-of-the-skill = Niemand mit dieser Fachkunde ist bei Ihnen frei. Ein Ersuchen um Leute ohne Fach können Sie vielleicht erfüllen.
give-limit-none-in-stock = Weder bei Ihnen noch im gemeinsamen Vorrat liegt dafür ein Gerät.
give-limit-too-few = Sie haben zu wenige davon: Was Sie nach dem Pakt geben dürfen, ist weniger als eins.
objection-affected = dort tagt der Krisenstab, gemeldet { $at }
objection-part-time = nur zwei Tage in der Woche
objection-permit-not-asked = die Genehmigung ist noch nicht beantragt
objection-permit-by = die Genehmigung fehlt noch, wohl bis { $at }
effect-none = Von hier ist keine Hilfe zu erwarten.
effect-staff = { $count ->
    [one] 1 Fachkraft
   *[other] { $count } Fachkräfte
}, frühestens ab { $from }. So viel wie { $like ->
    [one] eine eigene
   *[other] { $like } eigene
}.
effect-remote = { $count ->
    [one] 1 Fachkraft
   *[other] { $count } Fachkräfte
} aus der Ferne, frühestens ab { $from }. So viel wie { $like ->
    [one] eine eigene
   *[other] { $like } eigene
}.
effect-staff-no-work = { $count ->
    [one] 1 Fachkraft
   *[other] { $count } Fachkräfte
}, frühestens ab { $from }. Zurzeit ist hier keine Arbeit für sie offen.
effect-choose-service = Bitte wählen Sie eine Leistung.
effect-examiners = { $count ->
    [one] 1 Prüfer mehr
   *[other] { $count } Prüfer mehr
} für das Team der Region, frühestens ab { $from }.
effect-permission = Saubere Notebooks dürfen ans Netz des Dienstleisters, frühestens ab { $from }.
effect-workplaces = { $service }: etwa { $then } von 100 Anliegen (jetzt { $now }), ab { $from }.
effect-notebooks = { $count ->
    [one] 1 Arbeitsplatz
   *[other] { $count } Arbeitsplätze
} mehr von { $clients }, frühestens ab { $from }.
effect-notebooks-no-need = { $count } von { $clients } Arbeitsplätzen, ab { $from }. Zurzeit fehlt keiner.
channel-by-phone = Telefon. Antwort wohl bis { $by }.
channel-by-mail = E-Mail, denn die Telefone stehen. Antwort wohl bis { $by }.
channel-by-radio = Notfallkanal, denn Telefon und E-Mail stehen. Antwort wohl bis { $by }.
channel-by-mobile = Handy, denn Telefon und E-Mail stehen. Antwort frühestens { $by }.
channel-by-in_person = Bote, denn Telefon und E-Mail stehen. Antwort frühestens { $by }.

# Reasons for refusing a request.
reason-own_danger = selbst in Gefahr
reason-own_services = eigene Leistungen gehen vor
reason-no_capacity = niemand frei
reason-same_provider = der eigene Dienstleister steht auch
reason-pay_or_election_week = Zahllauf oder Wahl in dieser Woche
reason-contamination = Sorge um die eigenen Systeme
days-used-up = die Tage waren vorbei, bevor es losgehen konnte
recalled-by-helper = vom Helfer zurückgerufen
sent-home = nicht mehr gebraucht

# Own acts in the log.
act-cut_provider_link = Angeordnet: Leitung zum Dienstleister trennen.
act-block_remote_access = Angeordnet: Fernwartung sperren.
act-emergency_shutdown = Angeordnet: alles abschalten.
act-cut_all_customers = Angeordnet: alle Kunden trennen.
act-lock_accounts = Angeordnet: Admin-Konten sperren.
act-backups_offline = Angeordnet: Sicherungen vom Netz nehmen.
act-block_internet = Angeordnet: Internet sperren.
act-lift = Angeordnet: aufheben. { $measure }
act-reconnect_provider_link = Angeordnet: wieder an den Dienstleister anschließen.
act-convene_crisis_staff = Krisenstab einberufen.
act-request_aid = Beistand bei { $to } erbeten: { $kind } ({ $amount }).
act-ask_for_permit = Genehmigung beantragt: { $service } beim Nachbarn.
act-grant_aid = Beistand für { $to } zugesagt: { $kind } ({ $amount }).
act-refuse_aid = Ersuchen von { $to } abgelehnt: { $reason }.
act-recall_aid = Vorzeitig beendet: { $kind }, { $from } für { $to }.
act-watch = Entschieden, weiter zu beobachten: „{ $question }“
act-wait = Entschieden, abzuwarten: „{ $question }“
act-defer = Um { $minutes } vertagt: „{ $question }“

# What happened.
log-attack-noticed = Unsere Leute finden einen Angreifer in unserem Netz.
log-effective-cut_provider_link = Die Leitung zum Dienstleister ist jetzt getrennt.
log-effective-block_remote_access = Die Fernwartung ist jetzt gesperrt.
log-effective-emergency_shutdown = Alle eigenen Systeme sind jetzt abgeschaltet.
log-effective-cut_all_customers = Alle Kunden sind jetzt getrennt.
log-effective-watch = Wir beobachten weiter.
log-effective-lock_accounts = Die Admin-Konten sind jetzt gesperrt.
log-effective-backups_offline = Die Sicherungen sind jetzt vom Netz.
log-effective-block_internet = Das Internet ist jetzt gesperrt.
log-lifted = Aufgehoben: { $measure }.
log-provider-cut-us = Der Dienstleister hat unsere Leitung getrennt.
log-provider-hit = { $provider } ist angegriffen. Wie weit, wird dort geprüft.
log-provider-cleared = { $provider } ist geprüft und frei. Anschluss ist wieder möglich.
log-provider-line-open = { $provider } hat die Leitung zu uns wieder geöffnet, ist aber nicht geprüft. Wer anschließt, tut es auf eigenes Risiko.
log-encrypted = Verschlüsselt: { $system }.
# Told by the place itself, whose name stands before it.
log-many-affected = Krisenstab tagt, zuletzt: { $newest }
log-many-encrypted = Verschlüsselt: { $count } Systeme, zuletzt: { $newest }
log-many-cut = Getrennt: { $count } Kunden, zuletzt: { $newest }
log-partner-affected = Unser Krisenstab tagt.
log-slow-message = Bei { $to } ist niemand zu erreichen. Die Nachricht geht auf anderem Weg: { $channel }.
log-reconnected = Die Leitung zum Dienstleister ist wieder offen.
log-crisis-staff-met = Der Krisenstab tagt.
log-hotline-ready = Das Bürgertelefon ist geschaltet.
log-page-ready = Die Krisenseite ist im Internet.
log-paper-ready = Der Papierschalter ist offen.
log-pay-file-missing = Es gibt keine Zahldatei außerhalb des Netzes. Der Vormonat lässt sich nicht wiederholen.
log-pay-file-ready = Die Zahldatei vom Vormonat liegt bei der Bank.
log-examined-hit = Prüfung fertig: Der Angreifer war in unseren Systemen.
log-examined-clean = Prüfung fertig: keine Spur des Angreifers bei uns.
log-paid = { $service }: Der Zahllauf ist bei der Bank. Alle bekommen ihr Geld.
log-unpaid = { $service }: { $people ->
    [one] Ein Mensch bekommt
   *[other] { $people } Menschen bekommen
} kein Geld.
log-decision-lapsed = Frist verstrichen, nichts entschieden: „{ $question }“
log-aid-asked = { $from } bittet um Beistand: { $kind } ({ $amount }).
log-aid-step = { $kind }, { $from } für { $to }: { $state }.
log-aid-idle = { $kind }, { $from } für { $to }: ruht, das Verfahren läuft beim Helfer gerade nicht.
log-aid-goes-on = { $kind }, { $from } für { $to }: geht weiter, das Verfahren läuft beim Helfer wieder.
log-aid-refused = { $from } lehnt ab ({ $kind }): { $reason }.
log-permit-there = Die Genehmigung ist da: { $service } darf beim Nachbarn stattfinden.
log-aid-recalled = { $kind }, { $from } für { $to } beendet: { $reason }.
log-services-fallen = { $count ->
    [one] Unter Notbetrieb: { $service }.
   *[other] { $count } Leistungen fallen unter Notbetrieb, darunter { $service }.
}
log-services-fallen-again = { $count ->
    [one] Wieder unter Notbetrieb: { $service }.
   *[other] { $count } Leistungen fallen wieder unter Notbetrieb, darunter { $service }.
}
log-services-back = { $count ->
    [one] Der Notbetrieb ist erreicht: { $service }.
   *[other] { $count } Leistungen erreichen den Notbetrieb, darunter { $service }.
}

# The course.
course-region = Alle Orte, die meldeten
course-mean = Alle Leistungen
mark-attack-known = Angriff oder Verdacht bekannt
mark-provider-hit = Angriff auf { $provider } gemeldet
mark-own-encryption = Verschlüsselung bei uns
mark-help = { $place }: { $what } im Einsatz
mark-help-given = Für { $place }: { $what } im Einsatz
note-emergency-open = Frist Notbetrieb { $at }: noch offen
note-emergency-met = Frist Notbetrieb { $at }: erfüllt √
note-emergency-missed = Frist Notbetrieb { $at }: verfehlt um { $by }
note-emergency-overdue = Frist Notbetrieb { $at }: um { $by } verfehlt
note-latest-open = Spätestens { $at }: noch offen
note-latest-met = Spätestens { $at }: erfüllt √
note-latest-missed = Spätestens { $at }: verfehlt um { $by }
note-latest-overdue = Spätestens { $at }: um { $by } verfehlt
note-backlog = { $waiting ->
    [one] Rückstand: 1 Anliegen
   *[other] Rückstand: { $waiting } Anliegen
}
note-backlog-takes = Rückstand { $waiting } Anliegen. Abbau dauert etwa { $from } bis { $to }.
note-unpaid = { $people ->
    [one] Ein Mensch blieb ohne Geld
   *[other] { $people } Menschen blieben ohne Geld
}

# The end.
outcome-first-compromise = { $at }: Der Angreifer kommt in das erste System.
outcome-detected = { $at }: Der Angriff wird zum ersten Mal bemerkt.
outcome-impact = { $at }: Die Verschlüsselung beginnt.
outcome-contained = { $at }: Der Angriff ist bemerkt, und kein Weg zu Kunden steht dem Angreifer mehr offen.

# Why something is not possible.
help-order-not-open = Wählen Sie einen offenen Schritt Ihrer Liste.
help-order-is-first = Stellen Sie einen anderen zurück oder holen Sie Leute.
help-order-is-last = Ziehen Sie einen anderen vor.
refusal-order-not-open = Dieser Schritt ist fertig oder nicht Ihrer.
refusal-order-is-first = Dieser Schritt ist schon der erste.
refusal-order-is-last = Dieser Schritt ist schon der letzte.
refusal-ended = Die Übung ist beendet.
refusal-not-a-seat = Diesen Platz gibt es in der Übung nicht.
help-not-a-seat = Wählen Sie einen Platz, der besetzt werden kann.
refusal-exercise-gone = Die Übung läuft nicht mehr.
refusal-no-provider-link = Sie haben keine Leitung zu einem Dienstleister.
refusal-link-already-cut = Die Leitung ist schon getrennt.
refusal-already-ordered = Das ist schon angeordnet.
refusal-not-in-force = Das ist gar nicht in Kraft.
refusal-not-an-order = Das ist keine Anordnung.
refusal-no-backups = Sie haben keine eigenen Sicherungen.
refusal-no-internet = Sie haben keinen eigenen Internetzugang.
refusal-link-open = Die Leitung ist offen.
refusal-own-side-not-cleared = Unsere Seite ist noch nicht geprüft und frei.
refusal-provider-not-cleared = Der Dienstleister hat seine Seite noch nicht freigegeben.
refusal-no-customers = Sie haben keine Kunden, die Sie trennen könnten.
refusal-already-shut-down = Es ist schon alles abgeschaltet.
refusal-nothing-to-shut-down = Sie haben keine eigenen Systeme.
refusal-crisis-staff-called = Der Krisenstab ist schon einberufen.
refusal-aid-not-in-pact = Diese Art Beistand sieht der Pakt nicht vor.
refusal-aid-self = Sie können sich nicht selbst bitten.
refusal-aid-not-a-helper = Von dort kann kein Beistand kommen.
refusal-aid-amount = Diese Menge ist nicht möglich.
refusal-aid-days = { $most ->
    [0] Der Pakt sieht keinen Tag Beistand vor.
    [one] Möglich ist 1 Arbeitstag.
   *[other] Möglich sind 1 bis { $most } Arbeitstage.
}
refusal-aid-service-missing = Es fehlt, für welche Leistung der Platz ist.
refusal-aid-skill-missing = Es fehlt, welches Fachgebiet gebraucht wird.
refusal-aid-service-not-at-neighbour = Diese Leistung geht nicht beim Nachbarn.
refusal-aid-already-asked = Darum haben Sie dort schon gebeten.
refusal-permit-not-needed = Diese Leistung braucht keine Genehmigung.
refusal-permit-held = Die Genehmigung liegt schon vor, der Pakt regelt es.
refusal-permit-asked = Die Genehmigung ist schon beantragt.
refusal-permit-there = Die Genehmigung ist schon da.
refusal-not-your-request = Dieses Ersuchen ist nicht an Sie gerichtet.
refusal-request-not-open = Dieses Ersuchen wartet nicht mehr auf eine Antwort.
refusal-over-cap = Der Pakt erlaubt jetzt höchstens { $most }.
refusal-helper-application-down = Ihr eigenes Verfahren läuft gerade nicht.
refusal-nothing-to-recall = Hier gibt es keine Hilfe zu beenden.
refusal-not-your-decision = Diese Entscheidung liegt nicht bei Ihnen.
refusal-decision-closed = Das ist schon entschieden oder erledigt.
refusal-defer-range = Vertagen geht um 15 Minuten bis 24 Stunden.
refusal-pace-range = So schnell kann die Uhr nicht laufen.
refusal-unknown-reason = Diesen Grund gibt es nicht.

# Why the clock stands at a deadline.
stopped-deadline = Frist

# What would help where something is not possible.
help-no-provider-link = Schützen Sie die eigenen Systeme: alles abschalten.
help-link-already-cut = Wieder anschließen geht, wenn beide Seiten frei sind.
help-already-ordered = Bitte warten: Das Tagebuch meldet, wenn es wirkt.
help-not-in-force = Sie können es jetzt anordnen.
help-not-an-order = Beobachten brauchen Sie nicht anzuordnen.
help-no-backups = Fragen Sie, wer Ihre Daten sichert.
help-no-internet = Fragen Sie, wer Ihren Zugang betreibt.
help-link-open = Es ist nichts zu tun, die Verbindung steht.
help-own-side-not-cleared = Lassen Sie die eigene Seite prüfen und freigeben (Rathaus, Taste r).
help-provider-not-cleared = Warten Sie auf seine Freigabe; sie steht dann im Tagebuch.
help-no-customers = Trennen Sie die eigene Leitung, wenn Sie eine haben.
help-already-shut-down = Als Nächstes wird geprüft und wiederhergestellt (Rathaus, Taste r).
help-nothing-to-shut-down = Hier hilft nur, andere zu unterstützen.
help-crisis-staff-called = Das Tagebuch meldet, wenn er tagt.
help-aid-not-in-pact = Wählen Sie eine andere Art von Hilfe.
help-aid-self = Wählen Sie eine andere Verwaltung.
help-aid-not-a-helper = Wählen Sie eine andere Verwaltung.
help-aid-amount = Wählen Sie eine kleinere Menge, mindestens 1.
help-aid-days = Bitten Sie danach neu, wenn es länger dauert.
help-aid-service-missing = Wählen Sie die Leistung, für die der Platz ist.
help-aid-skill-missing = Wählen Sie ein Fachgebiet.
help-aid-service-not-at-neighbour = Wählen Sie eine andere Leistung oder Leih-Notebooks.
help-aid-already-asked = Fragen Sie jemand anderen, oder warten Sie die Antwort ab.
help-permit-not-needed = Wählen Sie eine andere Leistung.
help-permit-held = Sie können gleich um Plätze bitten.
help-permit-asked = Warten Sie auf den Bescheid.
help-permit-there = Sie können gleich um Plätze bitten.
help-not-your-request = Ihre Ersuchen stehen auf der Seite Beistand.
help-request-not-open = Die Seite Beistand zeigt, wie es weiterging.
help-over-cap = Geben Sie weniger.
help-helper-application-down = Sagen Sie ab, oder antworten Sie, sobald es läuft.
help-nothing-to-recall = Beenden können Sie nur zugesagte oder laufende Hilfe.
help-not-your-decision = Was Sie entscheiden müssen, zeigt die Zeile JETZT.
help-decision-closed = Im Tagebuch steht, wie es ausging.
help-defer-range = Wählen Sie eine Zeit dazwischen.
help-pace-range = Wählen Sie höchstens einen Tag je Sekunde.
help-unknown-reason = Wählen Sie einen der Gründe aus der Liste.

question-notify = Sollen wir unsere Kunden benachrichtigen?
question-pay-file = Sollen wir die Zahldatei sichern?
deadline-notify = Kunden benachrichtigen?
deadline-pay-file = Zahldatei sichern?
option-notify = Alle Kunden jetzt benachrichtigen
option-secure-pay-file = Zahldatei, Bankzugang und zwei Unterschriften sichern
cost-notify = viele Anrufe und Fragen, auch der Presse
cost-silence = Kunden handeln ohne unser Wissen
cost-pay-file = einige Stunden der Kasse; zur Bank geht die Datei erst über den Krisenstab, oder wenn die Bank sie vorher annimmt
cost-no-pay-file = Zahltag ohne Zahldatei möglich
known-pay-run = { $service }: Zahldatei fällig { $at }, { $people } Personen
known-pay-file-missing = außerhalb des Netzes liegt keine Zahldatei ({ $at })
unknown-pay-file = ob eine Kopie außerhalb des Netzes liegt
act-notify_customers = Angeordnet: alle Kunden benachrichtigen
act-cut_customer = Angeordnet: { $place } trennen
act-admit_customer = Freigegeben: Leitung zu { $place } öffnen
act-admit_uncleared = Ohne Freigabe zugelassen: { $place }
act-require_clean_devices = Hausregel: Helfer arbeiten nur auf sauberen Geräten
refusal-device-rule-set = Diese Regel gilt in Ihrem Haus schon.
help-device-rule-set = Sie gilt für Helfer hier und eigene Leute dort.
notice-data_protection = Datenschutz an die Aufsicht
notice-nis2_early_warning = Frühwarnung an das BSI
notice-nis2_notification = Vorfallmeldung an das BSI
notice-nis2_final_report = Abschlussbericht an das BSI
act-file_notice = Abgegeben: Meldung { $notice }
log-notice-reminder = Bald fällig: Meldung { $notice }
log-notice-missed = Frist verstrichen, nicht gemeldet: { $notice }
refusal-no-notice-owed = Diese Meldung ist nicht fällig.
help-no-notice-owed = Die Frist beginnt, wenn Ihr Haus von der Verletzung weiß.
refusal-notice-filed = Diese Meldung ist schon abgegeben.
help-notice-filed = Ihr Tagebuch zeigt, wann.
refusal-final-report-early = Für den Abschlussbericht fehlt noch die Prüfung.
help-final-report-early = Drei Tage vor der Frist genügt ein Bericht zum Stand.
act-secure_pay_file = Angeordnet: Zahldatei sichern
log-customer-cut = { $place } ist jetzt getrennt.
log-pay-file-secured = Zahldatei, Bankzugang und Unterschriften liegen außerhalb des Netzes bereit. Zur Bank geht die Datei, sobald der Krisenstab den Ersatzweg eingerichtet hat oder die Bank sie vorher annimmt.
line-cut-question = Die Leitung zu { $place } trennen? Dort stehen dann alle unsere Anwendungen.
line-admit-question = Die Leitung zu { $place } öffnen? Beide Seiten sind freigegeben.
line-admit-uncleared-question = { $place } ohne Freigabe zulassen? Der Angreifer kann wieder hinüber.
refusal-customer-not-cut = Die Leitung ist auf Ihrer Seite offen.
help-customer-not-cut = Getrennt hat sie der Kunde selbst. Sprechen Sie mit ihm.
refusal-customer-not-cleared = Eine der beiden Seiten ist nicht freigegeben.
help-customer-not-cleared = Warten Sie auf die Prüfung, oder lassen Sie ausdrücklich ohne Freigabe zu.
refusal-customer-cut = Diese Leitung ist schon getrennt.
help-customer-cut = Sie können sie wieder öffnen.
refusal-customer-is-there = Dort steht dieser Kunde schon, oder so viele Plätze gibt es nicht.
refusal-not-a-customer = Das ist keiner Ihrer Kunden.
help-customer-is-there = Wählen Sie einen anderen Platz in der Liste.
help-not-a-customer = Wählen Sie einen Kunden aus der Liste.
refusal-no-customers-to-tell = Sie haben keine Kunden.
help-no-customers-to-tell = Melden Sie sich bei Ihrem Dienstleister.
refusal-nothing-to-tell = Bei Ihnen ist kein Angriff bekannt.
help-nothing-to-tell = Warten Sie, bis Ihre Leute etwas finden.
refusal-already-told = Ihre Kunden wissen es schon.
help-already-told = Die Liste der Kunden zeigt, wer wann erreicht wurde.
refusal-nothing-to-pay = Ihr Haus zahlt keine Leistungen aus.
help-nothing-to-pay = Zahlungen laufen bei Ihrem Kreis.
refusal-pay-file-ready = Die Zahldatei liegt schon bereit.
help-pay-file-ready = Die nächste Zahlung kann hinausgehen.
act-deputy = Vertretung handelt jetzt: { $plan }
act-deputy-ends = Menschen übernehmen den Platz; die Vertretung endet
refusal-no-deputy = Es vertritt Sie niemand.
help-no-deputy = Bestellen Sie erst eine Vertretung.
refusal-no-such-plan = Diesen Plan gibt es nicht.
help-no-such-plan = Wählen Sie einen Plan des Szenarios.
refusal-deputy-acts = Ihre Vertretung handelt schon so.
help-deputy-acts = Wählen Sie einen anderen Plan.

# Emergency island.
question-island = Sollen wir eine Notinsel aufbauen?
deadline-island = Notinsel aufbauen?
option-island = Notinsel: saubere Arbeitsplätze, eigene Leitung und E-Mail
cost-island = IT-Leute fehlen einige Tage beim Wiederanlauf
cost-no-island = nichts arbeitet abseits, bis das Netz wieder steht
act-set_up_island = Angeordnet: Notinsel aufbauen
order-island = Arbeitsplätze der Notinsel
log-island-decided = Die Notinsel ist beschlossen: Leitung, E-Mail und Geräte sind bestellt.
log-island-workplaces = Die Arbeitsplätze der Notinsel stehen.
log-island-mail = Die Notinsel hat eine eigene Leitung. E-Mail geht wieder eingeschränkt.
log-island-instance = Der Hersteller betreibt die Anwendung für { $service } jetzt für die Notinsel.
possible-notice = Meldung abgeben: { $notice }
possible-notice-late = Meldung nachholen (überfällig): { $notice }
possible-order = { $order } (noch nicht angeordnet)
possible-aid = { $kind } anfragen (noch nicht versucht)
possible-order-of-work = Reihenfolge der Arbeiten prüfen, es fehlen Leute
possible-order-of-customers = Reihenfolge der Kunden festlegen (noch nicht geschehen)
remedy-order-island = Notinsel aufbauen: eigene Leitung und E-Mail
remedy-wait-island = Notinsel ist im Aufbau
refusal-crisis-staff-not-met = Der Krisenstab hat noch nicht getagt.
help-crisis-staff-not-met = Berufen Sie ihn ein, und warten Sie seine erste Sitzung ab.
refusal-island-not-needed = Eine Notinsel bringt jetzt nichts.
help-island-not-needed = Sie hilft, wenn ein Angriff das Netz oder den Dienstleister lahmlegt.

# Injects of the script
act-answer_inject = Antwort an { $sender }: { $answer }
act-forward = Weitergeleitet an { $to }, von { $sender }: { $text }
log-inject-answered = Antwort auf Ihre Meldung: „{ $answer }“
log-forwarded = Weitergeleitet, von { $sender }: { $text }
refusal-forward-to-nobody = Es fehlt, an wen es gehen soll.
help-forward-to-nobody = Wählen Sie einen anderen Platz.
refusal-no-such-message = Diese Meldung haben Sie nicht bekommen.
help-no-such-message = Wählen Sie eine Meldung aus dem Eingang.
refusal-message-acknowledged = Sie haben diese Meldung schon zur Kenntnis genommen.
help-message-acknowledged = Sie können sie noch beantworten.
refusal-message-answered = Diese Meldung ist schon beantwortet.
help-message-answered = Die Antwort steht im Tagebuch.
refusal-text-empty = Es fehlt der Text.
help-text-empty = Schreiben Sie mindestens ein Wort.
refusal-text-too-long = Der Text ist zu lang.
help-text-too-long = Höchstens 1 000 Zeichen.
refusal-sender-empty = Es fehlt, wer spricht.
help-sender-empty = Nennen Sie einen Absender.
refusal-led-already = Die Übung wird schon geleitet.
help-led-already = Es ist nichts weiter zu tun.
refusal-no-such-inject = Diese Einlage gibt es nicht.
help-no-such-inject = Das Drehbuch zeigt alle Einlagen.
refusal-inject-released = Die Einlage ist schon ausgelöst.
help-inject-released = Mit einer eigenen Einlage können Sie nachlegen.
refusal-inject-skipped = Die Einlage ist ausgelassen.
help-inject-skipped = Mit einer eigenen Einlage holen Sie sie nach.
refusal-inject-held = Die Einlage ist schon zurückgehalten.
help-inject-held = Sie können sie auslösen oder kommen lassen.
refusal-inject-not-held = Die Einlage ist nicht zurückgehalten.
help-inject-not-held = Sie kommt von selbst.
refusal-inject-for-nobody = Für diese Einlage gibt es gerade keine Empfänger.
help-inject-for-nobody = Warten Sie ab, oder schreiben Sie eine eigene Einlage.
refusal-connections-used-up = Der Dienstleister schließt am Tag höchstens { $count } Verwaltungen an. Heute ist er fertig.
help-connections-used-up = Morgen geht es weiter. Die Reihenfolge ist Verhandlungssache.
figure-means-both = Mail und Festnetz gehen noch.
figure-means-phone = Mail ist tot. Das Festnetz geht noch.
figure-means-mail = Das Festnetz ist tot. Mail geht noch.
figure-means-none = Mail und Festnetz im Haus sind tot.
script-made-up = Eigen: { $text }
script-to-customers = alle Kunden
script-to-seats = alle Plätze
script-to-hit = alle Betroffenen
script-to-helpers = alle, die helfen
script-to-nobody = niemand
script-to-several = { $count } Plätze
script-skipped-guard = passt nicht zur Lage
script-skipped-nobody = betrifft niemanden mehr
script-skipped-not-in-time = kam nicht rechtzeitig dazu
script-skipped-with-the-other = Hauptlage entfiel
script-skipped-facilitator = von der Leitung ausgelassen
script-skipped-reason = ausgelassen: { $reason }
## The facilitator's room
log-table-talk = Absprache am Tisch mit { $with }: { $about }
refusal-deliberation-range = Bedenkzeit liegt zwischen 1 Minute und 1 Tag.
help-deliberation-range = Lassen Sie die Uhr sonst mit Leer weiterlaufen.
refusal-talk-about-nothing = Es steht nicht da, worum es geht.
help-talk-about-nothing = Schreiben Sie einen Satz dazu.
refusal-talk-to-nobody = Es fehlt, mit wem Sie sprechen.
help-talk-to-nobody = Wählen Sie einen anderen Platz.
refusal-talk-no-channel = { $place } ist gerade nicht zu erreichen: kein Telefon, keine Mail, kein Funk.
help-talk-no-channel = Ein Bote braucht Stunden. Warten Sie, bis etwas davon wieder geht.
refusal-no-trace = Dort ist nichts, was man bemerken könnte.
help-no-trace = Wählen Sie einen Ort, an dem der Angreifer ist.
refusal-trace-noticed = Der Angriff ist dort schon bemerkt.
help-trace-noticed = Wählen Sie einen anderen Ort.
refusal-tempo = Noch weiter lässt sich das Tempo nicht ändern.
help-tempo = Höchstens dreimal hintereinander.
refusal-facilitator-only = Das kann nur die Leitung.
help-facilitator-only = Sagen Sie der Leitung Bescheid.
refusal-only-looking = Sie sehen diesem Platz nur zu.
help-only-looking = Eintragen: 8, dann e. Übergeben: 8, dann h.
refusal-clock-is-led = Die Uhr führt die Leitung.
help-clock-is-led = Sagen Sie mit F, dass Sie fertig sind.
refusal-clock-from-the-desk = Die Uhr geht vom Drehbuch aus weiter: 8, dann Leertaste.
refusal-no-rounds = Hier wird nicht in Runden gespielt.
refusal-nobody-sits-there = Dort sitzt gerade niemand.
refusal-person-sits-there = Dort sitzt schon jemand.
refusal-leap-back = Ein Zeitsprung geht nur nach vorn.
stop-stage-begins = Phase { $number } beginnt: { $title }
stop-stage-ends = Phase { $number } endet: { $title }
stop-deadline = Frist läuft ab: { $service }
stop-leap-ends = der Zeitsprung ist zu Ende
stopped-for = Die Uhr steht: { $what }
stopped-for-another = Die Uhr steht für einen anderen Platz.
stop-planned = geplanter Halt, Phase { $number }
next-hot-wash = Nachbesprechung: Was schreiben wir in den Pakt?
next-end-briefing = Einweisung beenden, dann beginnt die Übung
next-end = Übung zu Ende laufen lassen
next-decision = { $seat } entscheidet: { $question }
next-reply = { $seat } antwortet auf { $inject } ({ $from })
next-leap = Springen zu „{ $title }“
next-leap-to-stop = Springen bis: { $what }
next-go-on = Uhr starten
next-go-on-unready = Uhr starten (noch nicht fertig: { $seats })
attack-phase-initial-access = Erster Zugang
attack-phase-persistence = Festsetzen
attack-phase-privilege-escalation = Höhere Rechte
attack-phase-defense-evasion = Verstecken
attack-phase-lateral-movement = Ausbreiten beim Dienstleister
attack-phase-jump = Sprung zu den Kunden
attack-phase-exfiltration = Daten abziehen
attack-phase-inhibit-recovery = Sicherungen zerstören
attack-phase-impact = Verschlüsselung

# Monate, für die gezahlt wird.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

# The end screen of a provider.
outcome-provider-not-noticed = In Ihrem Haus wurde kein Angriff bemerkt.
outcome-provider-noticed = Angriff im eigenen Haus bemerkt: { $at }.
outcome-provider-suspected = Verdacht im eigenen Haus: { $at }.
outcome-provider-told = Die Kunden haben Sie { $after } danach unterrichtet.
outcome-provider-told-promised = Die Kunden haben Sie { $after } danach unterrichtet (zugesagt: höchstens { $promised }).
outcome-provider-not-told = Die Kunden haben es von Ihnen nie erfahren.
outcome-provider-not-told-promised = Die Kunden haben es von Ihnen nie erfahren (zugesagt: höchstens { $promised }).
outcome-provider-examined = Geprüft war Ihr Haus { $after } danach.
outcome-provider-not-examined = Ihr Haus war bis zum Ende nicht fertig geprüft.
outcome-provider-released = Frei für den Anschluss der Kunden war Ihre Seite { $after } danach.
outcome-provider-not-released = Ihre Seite war bis zum Ende nicht frei für den Anschluss der Kunden.
outcome-provider-lines = Leitungen zu Kunden offen: { $open } von { $all }.
outcome-provider-line-theirs = Vom Kunden selbst getrennt: { $count }.
outcome-provider-line-yours = Von Ihnen getrennt, obwohl beide Seiten frei sind: { $count }.
outcome-provider-line-own-release = Von Ihnen getrennt, weil Ihre eigene Freigabe fehlt: { $count }.
outcome-provider-line-statement = Von Ihnen getrennt, weil der Kunde noch nicht freigegeben ist: { $count }.
outcome-provider-order = Die Reihenfolge der Kunden haben Sie selbst gesetzt.
outcome-provider-products = Produkte wieder bereit: { $whole } von { $all } für alle Kunden, { $part } für einen Teil.
outcome-report-in-time = { $report }: in der Frist abgegeben.
outcome-report-late = { $report }: zu spät abgegeben.
outcome-report-missed = { $report }: nicht abgegeben, die Frist ist vorbei.
outcome-report-open = { $report }: nicht abgegeben, die Frist läuft noch.
outcome-provider-waits = { $what }: { $count ->
    [one] 1 Arbeit
   *[other] { $count } Arbeiten
}
outcome-waits-own-work = andere eigene Arbeiten
