# Texts of the screens. Short, plain, at most 15 words to a sentence.

## Every screen
ui-exercise = ÜBUNG
ui-day = Tag { $day }
ui-days = { $days ->
    [one] { $days } Arbeitstag
   *[other] { $days } Arbeitstage
}
ui-seat = Platz: { $name }
ui-for = für { $what }
ui-due = bis { $at }, noch { $left }
ui-due-short = bis { $at } ({ $left })
ui-due-bare = bis { $at }
ui-coming = { $at }, noch { $left }
ui-coming-short = { $at } ({ $left })
ui-overdue = überfällig seit { $at } ({ $late })
ui-overdue-short = überfällig seit { $at }
ui-of-100 = { $level } von 100
ui-as-of = (Stand { $when })
ui-more = … { $count } weitere
ui-pact = Pakt: { $pact }
ui-reported = Gemeldet { $when }: { $what }
ui-last-events = Letzte Ereignisse
ui-too-small = Das Fenster ist zu klein: { $have-width } × { $have-height } Zeichen. beistand braucht { $width } × { $height }. Bitte vergrößern. Strg-C beendet.
ui-settled-meanwhile = Das hat sich inzwischen erledigt.
ui-keyname-space = Leer

## Tabs
ui-tab-town-hall = Rathaus
ui-tab-provider = Betrieb
ui-tab-aid = Beistand
ui-tab-course = Verlauf
ui-tab-log = Tagebuch
ui-tab-outcome = Ergebnis

## Clock
ui-clock-stopped = UHR STEHT
ui-clock-held = UHR WARTET: Eingabe
ui-clock-ended = ÜBUNGSENDE
ui-clock-runs = { $pace } je Sekunde
ui-clock-next-stop = bis zum nächsten Halt
ui-clock-one-to-one = 1 min je Minute
ui-clock-leap = Zeitsprung
ui-pace-chosen = Tempo gewählt: { $pace } je Sekunde. Leertaste startet die Uhr.

## What must be decided now
ui-now = JETZT
ui-now-nothing = Nichts zu entscheiden. Leertaste startet oder hält die Uhr.
ui-now-overdue = { $count } überfällig
ui-now-possible = Nichts drängt. Möglich: { $what }
ui-possible-notices = abgeben: M
ui-possible-orders = anordnen: :
ui-possible-aid = anfragen: 4
ui-possible-work = ordnen: 5
ui-possible-customers = ordnen: 1
ui-now-ended = Die Übung ist beendet. Das Ergebnis zeigt Taste e.
ui-now-answer = { $from } bittet um { $amount }
ui-now-refuse = { $count } Bitten um Beistand, die Sie nur ablehnen können: zusammen antworten
ui-now-go-to-aid = antworten: 4

## Rathaus
ui-standing-down = { $down } von { $total } Leistungen { $down ->
    [one] steht
   *[other] stehen
}{ $below ->
    [0] .
   *[other] , { $below } zu wenig.
}
ui-standing-below = { $below } von { $total } Leistungen unter Notbetrieb.
ui-standing-none = Alle { $total } Leistungen laufen{ $emergency ->
    [0] .
   *[other] , davon { $emergency } im Notbetrieb.
}
ui-next-deadline = Nächste Frist: { $when } (noch { $left }), { $what }
ui-next-deadline-short = Frist { $when } ({ $left }): { $what }
ui-no-deadline = Keine Frist läuft.
ui-help = Hilfe:
ui-help-nobody = niemand hier
ui-help-here = { $count } hier
ui-help-promised = { $count } zugesagt
ui-help-from = ab { $when }
ui-help-unanswered = { $count } offen
ui-help-given = hilft bei { $count ->
        [one] einem Ersuchen
       *[other] { $count } Ersuchen
    }
ui-staff = IT: { $own } eigene
ui-staff-helpers = { $count } Helfer
ui-staff-lent = { $count } verliehen
ui-crisis-staff-met = Stab tagt
ui-crisis-staff-called = Stab gerufen
ui-no-services = Hier gibt es keine Leistungen für Bürger.
ui-customers = { $cut } von { $total } Kunden getrennt{ $affected ->
    [0] .
   *[other] , { $affected } mit Krisenstab.
}
ui-customers-hint = V K J: Reihenfolge · x: Leitung · ?: nichts gemeldet
ui-col-rank = Nr
ui-col-customer = Kunde
ui-col-line = Leitung zu ihm
ui-col-told = informiert
ui-col-reports = Krisenstab
ui-line-open = offen
ui-line-cut-by-us = wir trennten { $when }
ui-line-cut-there = Kunde trennte { $when }
ui-more-services = … { $count } weitere, davon { $down ->
    [one] { $down } steht
   *[other] { $down } stehen
}
ui-col-service = Leistung
ui-col-today = heute (von 100)
ui-col-emergency-by = Notbetrieb bis
ui-col-latest = spätest.
ui-col-affected = betroffen
ui-col-route = Weg
ui-col-waiting = wartet
ui-col-forecast = wieder normal
ui-today-emergency = Notbetrieb { $level }
ui-today-partly = läuft zu { $level }
ui-today-below = zu wenig { $level }
ui-today-closed = zu bis { $when }
ui-deadline-met = erfüllt
ui-deadline-missed = verfehlt
ui-affected-cases = { $count } am Tag
ui-affected-people = { $count } Leute
ui-affected-everyone = alle
ui-why-title = Warum?
ui-why-service = Warum: „{ $service }“
ui-cause-fine = keine Störung
ui-cause-open = Ursache offen
ui-what-helps = Was hilft?
ui-needed = Notbetrieb nötig: { $level } von 100. { $waiting ->
    [0] Niemand wartet.
    [one] 1 Anliegen wartet.
   *[other] { $waiting } Anliegen warten.
}
ui-forecast = Wieder normal: etwa { $when }
ui-no-forecast = Wieder normal: noch nicht absehbar.
ui-pay-run-open = Zahllauf { $when } (noch { $left }): nicht gesichert !
ui-pay-run-secured = Zahllauf { $when }: geht, wie es steht √
ui-recovery-title = Wiederanlauf
ui-col-step = Schritt
ui-col-done = Stand
ui-col-ready = fertig etwa
ui-col-waits = wartet auf
ui-step-waits = wartet auf: { $what }
ui-step-waiting = wartet
ui-step-done = fertig
ui-step-serves = { $have } von { $all } Kunden, als Nächstes { $next }
ui-step-people = { $count ->
    [one] { $count } Person daran
   *[other] { $count } Leute daran
}

## Vorlage
ui-decision-title = Entscheidungsvorlage
ui-decision-known = Was wir wissen
ui-decision-unknown = Was wir nicht wissen
ui-decision-option = Möglichkeit
ui-decision-effective = wirkt ab
ui-decision-costs = kostet heute
ui-decision-way-back = zurück
ui-decision-risk = Risiko nach heutigem Wissen, bis morgen selbst betroffen zu sein:
ui-decision-risk-of-ten = Risiko bis morgen nach heutigem Wissen (von 10):
ui-risk = etwa { $tenths } von 10
ui-risk-low = unter 1 von 10
ui-risk-high = fast sicher
ui-decision-not-possible = Nicht möglich:
ui-agreed = Abgestimmt mit
ui-agreed-nobody = niemandem
ui-agreed-all = Leertaste: ja/nein. Bisher: { $names }
ui-key-agree = Abgestimmt
ui-decision-decides = Entscheidet
ui-decision-reason = Grund
ui-decision-revisit = Umkehren, wenn
ui-decision-give-reason = { $what }: bitte kurz den Grund eintragen. Enter ordnet dann an.
ui-decision-no-such-letter = Diesen Buchstaben gibt es hier nicht, nur A bis { $last }.
ui-decision-stays-open = Die Frage bleibt offen: Weitere Maßnahmen können folgen.
ui-decision-variants = ← → ändern Menge oder Grund.
ui-decision-reason-free = { $what }. Enter schickt die Antwort, gern mit Grund.
ui-decision-reason-taken = { $what }. Enter schickt die Antwort, Tippen ersetzt den Grund.
ui-decision-at-once = sofort
ui-decision-reason-short = „{ $found }“ ist noch kein Grund. Bitte ein Wort mehr.
ui-decision-reason-there = { $what }: Enter ordnet mit diesem Grund an.
ui-decision-price = Kostet: { $costs }. Zurück: { $back }.
ui-decision-done-from = Angeordnet: { $what }. Wirkt ab { $when }.
ui-decision-done = Angeordnet: { $what }.
ui-decision-deferred = Vertagt. Die Entscheidung kommt wieder.
ui-decision-defer-by = Vertagen um ◄ { $time } ►
ui-decision-defer-note = Vertagen ist auch eine Entscheidung und steht im Tagebuch.

## Beistand
ui-aid-rule = Regel:
ui-aid-balance = Gegeben { $given } Arbeitsstunden · bekommen { $received } · dafür standen eigene Leistungen { $lost } Std
ui-col-partner = wer → für wen
ui-aid-us = wir
ui-col-what = was
ui-col-state = Stand
ui-col-steps = Weg
ui-aid-none = Noch keine Ersuchen.
ui-aid-none-hint = Mit b fordern Sie Beistand an.
ui-aid-detail = { $from } bittet { $to }
ui-aid-granted = zugesagt { $count }
ui-aid-works-from = Beginnt etwa { $when }
ui-aid-works-since = Arbeitet seit { $when }
ui-aid-reason = Grund: { $reason }
ui-aid-note = Hinweis: { $reason }
ui-aid-ends = endet { $when }
ui-aid-answer-hint = Enter: antworten. Sie können auch weniger geben. m: mehrere markieren.
ui-aid-turn = Nach der Regel des Pakts an { $turn }. Stelle von { $of }.
ui-aid-waited = Gewartet: { $what }.
ui-outcome-clauses = Was der Pakt getan hat
ui-clause-missing = { $count ->
    [one] Fehlte bei einem Ersuchen.
   *[other] Fehlte bei { $count } Ersuchen.
}
ui-clause-broken = { $count ->
    [one] Einmal nicht eingehalten.
   *[other] { $count } Mal nicht eingehalten.
}
ui-clause-binding = Gewartet unter dieser Regel: { $time }.
ui-aid-recall-hint = x: diese Hilfe vorzeitig beenden.
ui-aid-filter-hint = f: nur mit Frist
ui-aid-hangs-on = Woran Hilfe gerade hängt
ui-aid-hangs-on-nothing = an nichts
ui-aid-order = Reihenfolge, wenn mehrere bitten
ui-aid-order-by-pact = Reihenfolge, wenn mehrere bitten (Pakt { $paragraph })
ui-aid-steps-legend = Schritte: angefragt · geprüft · zugesagt · unterwegs · eingewiesen · arbeitet
ui-compose-title = Neues Ersuchen
ui-compose-preview-note = Vorschau nach dem, was wir wissen
ui-compose-kind = Was
ui-compose-service = Wofür
ui-compose-amount = Menge
ui-compose-days = Dauer
ui-compose-helper = An
ui-compose-no-service = alle Leistungen
ui-compose-effect = Nutzen: { $effect }
ui-compose-cost = Preis dort: { $cost }
ui-compose-channel = Weg: { $way }
ui-compose-useful = Hilfe nach einem Ja: { $when }.
ui-compose-one = Enter bittet { $to } um { $amount } für { $days }.
ui-compose-who = Wer könnte?
ui-compose-from = beginnt { $when }
ui-compose-most = höchstens { $count }
ui-compose-less = gibt höchstens { $count } von { $wanted }
ui-compose-done = Ersuchen verschickt. Die Antwort steht hier und im Tagebuch.
ui-permit-done = Die Genehmigung ist beantragt.
ui-answer-sent = Antwort verschickt: { $what }.
ui-answer-nothing-to-give = Ja: zurzeit nicht möglich, es ist nichts zu vergeben.
ui-answer-at-most = höchstens { $most }
ui-answer-title = Ersuchen an Sie
ui-answer-asked = { $from } bittet um { $amount }, { $days }.
ui-answer-for = Dort geht es um: { $service }.
ui-answer-own-staff = Bei Ihnen: { $own } eigene IT-Leute da, { $lent } verliehen.
ui-answer-yes = Ja, wir geben ◄ { $amount } ► (gefragt: { $asked })
ui-answer-yes-capped = Ja, wir geben ◄ { $amount } ► (gefragt: { $asked }, nach dem Pakt höchstens { $most })
ui-answer-own-danger = Nein: Wir sind selbst in Gefahr.
ui-answer-same-provider = Nein: Unser Dienstleister steht auch.
ui-answer-own-services = Nein: Unsere eigenen Leistungen gehen vor.
ui-answer-pay-week = Nein: Zahllauf oder Wahl steht an.
ui-answer-contamination = Nein: Wir fürchten um unsere Systeme.
ui-answer-no-capacity = Nein: Wir haben niemanden frei.
ui-answer-done = Antwort verschickt.
ui-recall-title = Hilfe beenden?
ui-recall-question = { $kind }, { $to } für { $from }: jetzt vorzeitig beenden? Der Rückweg kostet Zeit.
ui-recall-done = Die Hilfe wird beendet.

## Verlauf
ui-course-title = { $service }: erledigte Anliegen je 100 ({ $at }/{ $count })
ui-course-needed = Notbetrieb nötig: { $level } von 100
ui-course-title-narrow = { $service }: je 100 erledigt ({ $at }/{ $count })
ui-course-beside = ─ zum Vergleich: { $service }
ui-course-choose-other = festgehalten: ←→ wählt die Kurve daneben
ui-course-since = davor { $before }, danach { $since } von 100
ui-course-empty = Noch ist nichts aufgezeichnet.
ui-course-no-marks = Noch keine Marken: A Angriff, V Verschlüsselung, D Entscheidung, H Hilfe.

## Tagebuch
ui-box-inbox = Eingang
ui-box-outbox = Ausgang
ui-box-decisions = Entscheidungen
ui-box-aid = Beistand
ui-box-all = Alles
ui-filter-none = Filter: –
ui-filter-open = nur offene
ui-filter-unread = nur neue
ui-filter-alarms = nur Alarme
ui-entry-open = offen
ui-entry-new = neu
ui-entry-read = gelesen
ui-entry-done = erledigt
ui-log-none-pass = Dafür gibt es hier keinen Eintrag.
ui-log-route = { $from } an { $to }
ui-log-asks-decision = Zu entscheiden, { $due }: { $question }
ui-log-asks-answer = Das Ersuchen wartet auf Ihre Antwort.
ui-log-asks-done = Entschieden oder beantwortet.
ui-log-empty = Hier steht noch nichts.
ui-log-self = wir
ui-log-from-many = { $count } Verwaltungen
ui-log-from-customers = { $count } Kunden
ui-log-many-open = Enter zeigt jeden der { $count } Einträge für sich.
ui-log-many-close = Enter stellt die { $count } Einträge wieder in eine Zeile.
ui-log-message = Nachricht
ui-log-decision = Entscheidung
ui-log-observation = Beobachtung
ui-log-aid = Beistand
ui-log-reason = Grund: „{ $reason }“

## Ergebnis
ui-outcome-title = Was wurde erreicht?
ui-outcome-label = ein Verlauf, kein Messwert
ui-outcome-lost = Leistungen fehlten zusammen { $hours } Stunden lang (Leistungsstunden: jede Leistung zählt für sich).
ui-outcome-lost-customers = Bei Ihren Kunden fehlten Leistungen zusammen { $hours } Stunden lang (Leistungsstunden: jede Leistung zählt für sich).
ui-outcome-unpaid = { $count ->
    [0] Alle Zahlungen kamen pünktlich an.
    [one] 1 Zahlung an Menschen kam nicht pünktlich an.
   *[other] { $count } Zahlungen an Menschen kamen nicht pünktlich an.
}
ui-outcome-hit = Der Angreifer war in Ihren eigenen Systemen.
ui-outcome-not-hit = Der Angreifer kam nicht in Ihre eigenen Systeme.
ui-outcome-provider = Wofür Ihre Arbeit war
ui-outcome-provider-services = Leistungen Ihrer Kunden, die an Ihren Systemen hängen
ui-outcome-provider-legend = In der Frist: von den betroffenen Kunden wieder im Notbetrieb bis zum Soll. Zu spät: länger ausgefallen als spätestens erlaubt.
ui-outcome-provider-never = { $count ->
    [0] Keine fiel bei einem Kunden unter den Notbetrieb.
    [one] 1 Leistung fiel bei keinem Kunden unter den Notbetrieb.
   *[other] { $count } Leistungen fielen bei keinem Kunden unter den Notbetrieb.
}
ui-outcome-provider-waits = Worauf offene Arbeiten am Ende warten
ui-outcome-provider-waits-nothing = Auf nichts: Nichts ist offen, oder es wird daran gearbeitet.
ui-outcome-of = { $count } von { $all }
ui-col-fell-at = betroffen
ui-col-in-time = in der Frist
ui-col-too-late = zu spät
ui-col-normal-again = normal
ui-outcome-never-down = nie unter Notbetrieb
ui-outcome-not-yet = noch nicht
ui-outcome-aid = Beistand und sein Preis
ui-outcome-no-aid = Es gab keine Ersuchen.
ui-outcome-aid-after = Arbeitete { $time } nach der Bitte.
ui-outcome-aid-never = Kam nicht zum Arbeiten.
ui-outcome-aid-price = Preis bei { $helper }: { $hours } Std ohne eigene Leistung.
ui-ghost-title = Wie es auch hätte gehen können
ui-ghost-hours = Std ausgefallen
ui-ghost-unpaid = Zahlungen verspätet
ui-ghost-late = Leistungen zu spät
ui-ghost-number = { $count }
ui-ghost-played = wie gespielt
ui-ghost-without-aid = ohne Hilfe
ui-ghost-bots = Programm entscheidet
ui-ghost-to-come = Weitere Verläufe werden gerechnet …
ui-ghost-legend = █ { $most } bis 100 von 100 Anliegen erledigt, ▄ ab { $half }, ░ ab { $little }, · weniger
ui-ghost-label-without-aid = Ohne Hilfe, das heißt: niemand in der Region hilft jemandem: ein Verlauf, kein Messwert. Alles andere blieb gleich entschieden; der Wert der Hilfe ist so eher zu hoch geschätzt.
ui-ghost-label-bots = Programm entscheidet: derselbe Zufall, an allen Plätzen handelt das Programm. Auch das ist ein Verlauf, kein Messwert.
ui-ghost-lost = { $count ->
    [one] 1 Entscheidung war dort nicht mehr möglich:
   *[other] { $count } Entscheidungen waren dort nicht mehr möglich:
}
ui-outcome-marks = Was jetzt alle wissen dürfen
ui-outcome-honest = Gute Entscheidungen können Pech haben. Ein anderer Verlauf kann anders enden.
ui-col-back-in-emergency = Notbetrieb nach
ui-col-target = Soll
ui-col-latest-in = spätestens
ui-col-normal-in = normal nach

## Start
ui-start-exercise = ÜBUNG – keine echte Lage
ui-start-what = Ein Angriff trifft den gemeinsamen IT-Dienstleister. Sie entscheiden, was abgeschaltet wird und wer wem hilft. Das Programm rechnet, was das für Bürgerinnen und Bürger bedeutet.
ui-start-what-alone = Ein Angriff trifft eine Verwaltung; die anderen laufen. Sie entscheiden, was abgeschaltet wird und wer wem hilft. Das Programm rechnet, was das für Bürgerinnen und Bürger bedeutet.
ui-start-seat = Welchen Platz nehmen Sie ein?
ui-start-pact = Stand des Pakts
ui-start-signs = Zeichenprobe:
ui-start-signs-ask = Kästchen oder Fragezeichen? → Z
ui-start-no-seat = In diesem Szenario gibt es keinen Platz zu besetzen.
ui-start-quit-question = Das Programm beenden?
page-assumption-real = Orte und Einwohner sind echt. Dienstleister, IT-Ausstattung und Verhalten aller Verwaltungen sind Übungsannahmen und sagen nichts über die wirklichen.
page-assumption-invented = Die Namen der Orte sind erfunden, die Einwohnerzahlen stammen von wirklichen. Dienstleister, IT-Ausstattung und Verhalten aller Verwaltungen sind Übungsannahmen.
page-assumption-of_the_scenario = Orte und Einwohner sind die des Szenarios, einige davon erfunden. Was nicht als eigene Angabe eingetragen ist, ist eine Übungsannahme.
ui-quit-title = Ende?
ui-quit-question = Die Übung verlassen? Dieser Verlauf endet hier.

## Why a key does not work now
ui-why-ended = Die Übung ist beendet. Das Ergebnis zeigt Taste e.
ui-why-no-decision = Gerade ist nichts zu entscheiden. Taste n geht weiter.
ui-why-no-decision-led = Gerade ist hier nichts zu entscheiden.
ui-why-no-aid = Für Sie gibt es keine Hilfe anzufordern.
ui-why-no-answer = Dieses Ersuchen wartet nicht auf Ihre Antwort. ↑↓ wählt ein anderes.
ui-why-no-recall = Diese Hilfe können Sie jetzt nicht beenden. ↑↓ wählt eine andere.
ui-why-not-ended = Das Ergebnis gibt es am Ende der Übung. Leertaste startet die Uhr.
ui-why-no-service = Hier gibt es keine Leistung zu erklären.
ui-why-no-recovery = Es läuft kein Wiederanlauf. Er beginnt nach einem Angriff.
ui-why-nothing-asked = Dieser Eintrag fragt nichts. Filter f zeigt die offenen.
ui-why-all-read = Alles ist gelesen.
ui-why-one-decision = Es gibt nur diese eine Vorlage.
ui-why-terminal-colours = Die Farben bestimmt hier Ihr Terminal.

## Keys
ui-context-start = Startseite
ui-context-everywhere = Überall
ui-context-defer = Vertagen
ui-context-confirm = Rückfrage
ui-context-reader = Lesen
ui-key-choose-seat = Platz
ui-key-choose-pact = Pakt
ui-key-go = Los
ui-key-language = English
ui-key-light = Hell
ui-key-graphs = Zeichen
ui-key-about = Über
ui-key-guide = Anleitung
ui-key-quit = Ende
ui-key-choose-service = Leistung wählen
ui-key-decide = Entscheiden
ui-key-why = Warum
ui-key-request-aid = Beistand
ui-key-show-all = Alle
ui-key-recovery = Wiederanlauf
ui-key-choose-request = Ersuchen wählen
ui-key-answer = Antworten
ui-key-recall = Hilfe beenden
ui-key-choose-series = Kurve
ui-key-choose-mark = Marke
ui-key-choose-entry = Eintrag
ui-key-filter = Filter
ui-key-box = Fach
ui-key-open-entry = Öffnen
ui-key-mark-read = Alles gelesen
ui-key-enlarge = Groß
ui-key-scroll = Blättern
ui-key-clock = Uhr
ui-key-next-stop = Weiter
ui-key-faster = Schneller
ui-key-slower = Langsamer
ui-key-home = Zum Rathaus
ui-key-choose-option = Wählen
ui-key-choose-letter = Möglichkeit nach Buchstabe
ui-key-choose-decider = Wer entscheidet
ui-key-field = Feld
ui-key-order = Anordnen
ui-key-defer = Vertagen
ui-key-other-decision = Nächste
ui-key-back = Zurück
ui-key-how-long = Wie lange
ui-key-value = Ändern
ui-key-send = Absenden
ui-key-ask-permit = Genehmigung
ui-key-choose-answer = Wählen
ui-key-amount = Menge
ui-key-send-answer = Antworten
ui-key-reason = Grund
ui-key-yes = Ja
ui-key-no = Nein

# Region
ui-tab-region = Region
ui-key-choose-place = Ort wählen
ui-key-open = Öffnen
ui-key-fold = Auf/Zu
ui-key-sort = Sortieren
ui-key-only-deadlines = Nur mit Frist
ui-region-empty = In diesem Szenario bedient keine Verwaltung Bürgerinnen und Bürger.
ui-region-unknown = Wie viel heute erledigt wird, hat noch niemand gemeldet.
ui-region-served = Von 100 Anliegen werden { $level } erledigt
ui-region-before = (gestern { $yesterday }, tiefst { $lowest })
ui-region-basis = { $heard } von { $of } Orten
ui-region-served-then = Zuletzt gemeldet: { $level } von 100 erledigt
ui-region-mostly-old = { $old } von { $heard } Meldungen älter als 6 Std
ui-region-what-counts = Was zählt jetzt
ui-region-silent = ohne Meldung: { $silent } · Meldung älter als 6 Std: { $old }
ui-region-help = Ersuchen: { $open } ohne Antwort · { $promised } zugesagt · bei { $working } arbeitet Hilfe
ui-region-due-one = { $when }  { $name }: { $what }
ui-region-due-several = { $when }  { $what }: { $count } Verwaltungen
ui-region-affected-only = Krisenstab tagt, sonst nichts gemeldet: { $count }
ui-region-oldest-ours = am längsten offen: wir an { $place }, { $what }, { $time }
ui-region-oldest-to-us = am längsten offen: { $place } an uns, { $what }, { $time }
ui-region-helpers = Helfer: { $places } bei { $requests } Ersuchen; dort bleiben { $undone } von 100 liegen
ui-region-affected = Krisenstab
ui-region-why = { $name }: { $count ->
    [0] was ist bekannt?
    [one] warum reicht 1 Leistung nicht?
   *[other] warum reichen { $count } Leistungen nicht?
}
ui-region-helps-first = Den meisten hilft zuerst: { $what }
ui-region-provider-hit = Dienstleister { $name } angegriffen, bekannt seit { $when }
ui-region-causes-not-reported = Welche Leistungen das sind, wird nicht gemeldet. Ursache offen.
ui-region-no-deadline = Nirgends läuft eine Frist, die gemeldet wurde.
ui-region-open-county = Enter öffnet den Kreis.
ui-region-by-deadline = nach Frist
ui-region-by-down = nach Stillstand
ui-region-only-deadlines = nur mit Frist
ui-without-deadline = { $count } ohne Frist
ui-no-deadline-here = Keine Leistung hat eine offene Frist.
ui-aid-no-deadline = Kein Ersuchen hat eine Frist.
ui-aid-answer-due = Antwort { $when }
ui-why-no-services-here = Hier stehen keine Leistungen für Bürgerinnen und Bürger.
ui-region-folded = … { $count } Gemeinden
ui-region-folded-affected = { $count } Krisenst.
ui-region-folded-due = { $count ->
    [one] 1 Frist !
   *[other] { $count } Fristen !
}
ui-region-folded-cut = { $count } getr.
ui-region-folded-missing = { $count ->
    [one] 1 fehlt
   *[other] { $count } fehlen
}
ui-region-gives = gibt { $count }
ui-region-old = alt { $when }
ui-link-open = offen
ui-link-cut = getrennt
ui-col-place = Verwaltung
ui-col-inhabitants = Einw.
ui-col-served = erled.
ui-col-next-deadline = Frist
ui-col-help = Hilfe
ui-col-link = Leitung
ui-col-as-of = Stand
ui-place-silent = keine Meldung
ui-place-only-affected = Krisenstab gemeldet { $when }, sonst nichts
ui-place-old = Alte Meldung von { $name } ({ $age }): { $said }
ui-place-talk = t Absprache
ui-place-line-open = Leitung offen
ui-place-line-cut = Leitung getrennt { $when }
ui-place-help-signs = Hilfe { $signs }
ui-place-counts = { $down ->
    [0] alle { $all } Leistungen reichen
    [one] 1 von { $all } Leistungen reicht nicht
   *[other] { $down } von { $all } Leistungen reichen nicht
}
ui-place-counts-short = { $down ->
    [0] alle { $all } reichen
   *[other] { $down } von { $all } zu wenig
}
ui-place-next = nächste Frist: { $what }, { $when }
ui-place-next-short = nächste Frist: { $when }
ui-place-inhabitants = { $count } Einwohnerinnen und Einwohner
ui-place-affected-since = Meldete, dass der Krisenstab tagt: { $when }
ui-place-no-report = Von dort kam noch keine Meldung.
ui-place-report = Meldung von { $when }
ui-place-old-report = Alte Meldung von { $when }. Was seitdem war, ist nicht bekannt.
ui-place-running = laufen: { $count }
ui-place-emergency = im Notbetrieb: { $count }
ui-place-down = stehen oder reichen nicht: { $count }
ui-place-served = Von 100 Anliegen werden { $level } erledigt.
ui-place-link-open = Leitung zum Dienstleister: offen
ui-place-link-cut = Leitung zum Dienstleister: getrennt seit { $when }
ui-place-link-cut-reported = Leitung zum Dienstleister: getrennt, gemeldet { $when }
ui-place-help = Hilfe: { $open } offen, { $promised } zugesagt, { $working } arbeiten, gibt { $gives }
ui-place-between = Zwischen Ihnen und diesem Ort
ui-place-nothing-between = Kein Ersuchen.

# Karte, Wiederanlauf, Suche, Abdecken
ui-tab-map = Karte
ui-tab-work = Wiederanlauf
ui-tab-work-short = Anlauf
ui-key-place = Ort
ui-key-layer = Ebene
ui-key-zoom-in = Näher
ui-key-zoom-out = Weiter weg
ui-key-choose-step = Schritt
ui-key-move-up = Vorziehen
ui-key-move-down = Zurückstellen
ui-key-search = Suchen
ui-key-cover = Bildschirm abdecken
ui-key-uncover = Wieder zeigen
ui-key-choose-find = Wählen
ui-key-go-there = Hingehen
ui-context-covered = Abgedeckt
ui-covered = ÜBUNG · Bildschirm abgedeckt
ui-map-empty = In diesem Szenario hat kein Ort eine Lage.
ui-map-state = Zustand
ui-map-help = Hilfe
ui-map-link = Leitung zum Dienstleister
ui-map-deadline = Frist
ui-map-operating = läuft
ui-map-emergency = Notbetrieb
ui-map-below = zu wenig
ui-map-down = die Hälfte steht
ui-map-affected = Krisenstab, mehr unbekannt
ui-map-chosen = Gewählt:
ui-map-there = da { $when }
ui-map-at-work = arbeitet dort
ui-map-promised = zugesagt, unterwegs
ui-map-unanswered = ohne Antwort
ui-map-gives = gibt anderen
ui-map-no-link = keine
ui-map-within-a-day = in weniger als 24 Std
ui-map-later = später
ui-map-none = keine
ui-map-unknown = nicht gemeldet
ui-map-aid = Zugesagte Hilfe
ui-map-no-aid = keine
ui-map-links = Leitungen: { $cut } getrennt, { $open } offen, { $none } ohne, { $unknown } ?
ui-work-order-fixed = Arbeiten
ui-work-order = Reihenfolge: K und J schieben
ui-work-people = Leute heute: { $own } eigene, { $helpers } Helfer, { $lent } verliehen
ui-work-fixed = Die Reihenfolge dieses Schritts bestimmen Sie nicht.
ui-work-is-first = Dieser Schritt bekommt als erster Leute.
ui-work-is-last = Dieser Schritt bekommt schon als letzter Leute.
ui-work-moved-up = u nimmt zurück: „{ $this }“ kommt jetzt vor „{ $other }“.
ui-work-moved-down = u nimmt zurück: „{ $this }“ kommt jetzt nach „{ $other }“.
ui-work-no-bottleneck = Engpass: keiner. An allem, was beginnen kann, wird gearbeitet.
ui-work-bottleneck-people = Engpass: Leute. { $short } mehr hätten sofort zu tun, am meisten: { $skill }.
ui-work-bottleneck-waiting = Engpass: { $what }, nicht Köpfe: { $steps ->
    [one] 1 Schritt wartet
   *[other] { $steps } Schritte warten
} darauf.
ui-work-not-tired = Im Mittel { $hours } am Tag (14 Tage); erst ab { $begins } sinkt die Leistung.
ui-work-never-tired = Im Mittel { $hours } am Tag (14 Tage). Nach Schichtplan sinkt die Leistung nicht.
ui-work-tires = Ab { $from } sinkt sie bis { $at } auf { $strength } von 100; wieder ganz: { $again }.
ui-work-tires-once = Am { $at } sinkt sie auf { $strength } von 100; wieder ganz: { $again }.
ui-work-tires-on = Sie sinkt noch bis { $at } auf { $strength } von 100; wieder ganz: { $again }.
ui-work-rests = Ab jetzt steigt sie; wieder ganz: { $again }.
ui-work-not-in-sight = offen
ui-work-tired = Müdigkeit: im Mittel { $hours } am Tag. Leistung noch { $strength } von 100.
ui-undone = Zurückgenommen.
ui-why-nothing-to-undo = Es gibt nichts zurückzunehmen.
ui-why-nothing-to-choose = Hier gibt es nichts zu wählen.
ui-why-nothing-to-fold = Diese Zeile hat keine Gemeinden zum Auf- und Zuklappen.
ui-why-farthest = Weiter weg geht es nicht: Alle Orte sind zu sehen.
ui-why-nearest = Näher geht es nicht.
ui-why-one-curve = Es gibt noch keine zweite Kurve.
ui-customer-placed = { $name } wird jetzt als Nr { $place } beliefert. u nimmt es zurück.
ui-customer-is-first = Dieser Kunde wird schon zuerst beliefert.
ui-customer-is-last = Dieser Kunde wird schon zuletzt beliefert.
ui-key-undo = Zurücknehmen
ui-key-compare-curves = Vergleichen
ui-work-unforeseen = ? Kein Termin: { $why }
ui-work-if-moved = K: „{ $this }“ vor „{ $other }“ ändert etwa:
ui-work-no-change = Nichts wird merklich früher oder später.
ui-work-earlier = { $by } früher
ui-work-later = { $by } später
ui-work-span = { $from } bis { $to }
ui-search-title = Suchen
ui-search-place = Ort
ui-search-service = Leistung
ui-search-step = Arbeit
ui-search-product = Produkt: { $name }
ui-search-request = Ersuchen
ui-search-message = Meldung
ui-search-nothing = Nichts gefunden. Seiten und Befehle sucht die Taste : (Doppelpunkt).
ui-key-palette = Befehl
ui-palette-screen = Seite: { $name }
ui-measure-title = Anordnen?
ui-palette-measure = Anordnen: { $measure }
ui-palette-title = Befehl
ui-key-do-it = Ausführen
ui-palette-not-now = jetzt nicht möglich
ui-palette-nothing = Kein Befehl heißt so. Orte, Leistungen, Arbeiten, Ersuchen und Meldungen sucht die Taste /.

# What else people call a screen or an order, for whoever types it; commas between them.
ui-also-provider = Kunden, Kundenreihenfolge, Reihenfolge der Kunden, Leitungen
ui-also-town-hall = Leistungen, Fristen
ui-also-work-provider = Produkte, Verfahren, Produktreihenfolge, Reihenfolge der Produkte, Arbeiten, Schritte
ui-also-work = Reihenfolge der Arbeiten, Arbeiten, Schritte, Verfahren
ui-also-region = Gemeinden, Nachbarn, Lage
ui-also-aid = Hilfe, Ersuchen, Unterstützung
ui-also-log = Meldungen, Nachrichten, Eingang
ui-also-customer-order = Kunde, Reihenfolge der Kunden
ui-also-step-order = Produkt, Schritt, Reihenfolge
ui-also-customer = Kunde

ui-key-customer-first = Zuerst beliefern
ui-key-customer-up = Eher beliefern
ui-key-customer-down = Später beliefern
ui-key-customer-line = Leitung trennen oder öffnen
ui-key-clean-devices = Helfer nur mit sauberen Geräten
ui-clean-devices-done = Gilt ab jetzt: Helfer arbeiten auf sauberen Geräten.
ui-key-file-notice = Meldung abgeben
ui-notice-open = Meldung: { $notice } { $due }
ui-notice-key = M Meldung abgeben
ui-notice-title = Meldung nach Gesetz
ui-notice-question = { $notice }: Die Meldung jetzt abgeben? Was noch fehlt, wird nachgereicht.
ui-notice-done = Gemeldet.
ui-why-no-notice = Es ist keine Meldung offen, die Sie jetzt abgeben können.
ui-why-no-customer = Nur ein Dienstleister hat Leitungen zu Kunden.
ui-line-title = Leitung zum Kunden
ui-line-done = Angeordnet.
ui-key-deputy = Vertretung bestellen oder beenden
ui-seat-deputy = Platz: { $name } · Vertretung: { $plan }
ui-seat-deputy-short = { $name } · vertreten
ui-log-deputy = Vertretung
ui-deputies-title = Wer entscheidet hier?
ui-deputies-note = Eine Vertretung entscheidet nach einem Plan, bis Sie den Platz zurücknehmen.
ui-deputies-own = Sie selbst
ui-deputies-plan = Vertretung: { $plan }
ui-deputies-now = jetzt
ui-deputies-acts = Bisher von einer Vertretung entschieden: { $count }
ui-deputies-did = Was die Vertretung entschied
ui-deputies-nothing = Bisher hat hier keine Vertretung entschieden.
ui-key-choose-deputy = Wählen
ui-key-deputy-did = Was sie tat
ui-deputy-set = Vertretung handelt für Sie: { $plan }. s wechselt.
ui-deputy-ends = Sie handeln wieder selbst.
# Phases and guide
ui-stage = Phase { $number }
ui-guided-step = ANLEITUNG { $at }/{ $count } ►
ui-key-first-steps = Anleitung an/aus
ui-key-guided = Ausprobieren
ui-start-guided = Ausprobieren: eine Gemeinde, angeleitet, etwa 10 Minuten
ui-why-no-first-steps = Dieses Szenario hat hier keine Anleitung. Taste 1 der Startseite bietet eine.

# Ein Auftrag an mehrere
ui-key-mark = Markieren
ui-key-mark-all = Alle offenen
ui-key-mark-county = Ganzer Kreis
ui-key-ask-also = Auch fragen
ui-key-ask-round = Rundruf
ui-aid-marked = { $count } markiert, Enter antwortet allen zugleich
ui-region-marked = { $count } markiert, b bittet alle zugleich
ui-why-not-to-be-asked = Hier können Sie niemanden um Hilfe bitten. ↑↓ wählt einen anderen Ort.
ui-why-no-round = Gegen jeden spricht etwas. m wählt trotzdem einen aus.
ui-compose-several = Enter bittet { $count ->
    [one] { $count } Verwaltung
   *[other] { $count } Verwaltungen zugleich, jede für sich
} um { $amount }.
ui-compose-several-doubtful = Gegen { $count } davon spricht etwas.
ui-answer-several = { $count } Ersuchen an Sie, der Reihe nach:
ui-answer-yes-several = Ja: jedem wie erbeten, höchstens ◄ { $most } ►
ui-bulk-title = Auftrag an mehrere
ui-bulk-accepted = Bei { $done } von { $of } angenommen.
ui-bulk-asked = { $count ->
    [one] { $count } Ersuchen verschickt.
   *[other] { $count } Ersuchen verschickt. Die Antworten stehen hier und im Tagebuch.
}
ui-bulk-answered = { $count ->
    [one] { $count } Antwort verschickt.
   *[other] { $count } Antworten verschickt.
}

# Messages of the script
ui-reply-title = Antwort
ui-reply-due = Antwort { $due }
ui-reply-goes = Geht an: { $to }, Weg: { $channel }, sofort dort. Damit gilt die Meldung als beantwortet.
ui-reply-orders-nothing = Angeordnet ist damit nichts: Taten gehen über Vorlage (d) und Ersuchen (b).
ui-reply-answer = Ihre Antwort
ui-reply-decides = Entscheidet: { $who }   ←→
ui-reply-type-first = Bitte schreiben Sie zuerst die Antwort.
ui-reply-done = Die Antwort ist gegeben.
ui-acknowledged = Zur Kenntnis genommen.
ui-key-acknowledge = Zur Kenntnis
ui-why-nothing-to-note = Diese Meldung braucht keine Kenntnisnahme.
ui-log-asks-reply = Antwort { $due }. Enter antwortet.
ui-log-asks-note = Enter antwortet.
ui-now-message = { $from }: { $text }
ui-log-to-note = z: zur Kenntnis nehmen
ui-log-reply = Ihre Antwort: { $reply }

# Drill vom Startbild aus
ui-start-compare = Vertrag vergleichen: Was ist welche Klausel wert?
ui-start-own = Eigene Verwaltung prüfen: Wie lange dauert der Wiederanlauf?
ui-start-compare-title = Vertrag vergleichen
ui-start-own-title = Eigene Verwaltung prüfen
ui-context-drill = Fragen vor dem Rechnen
ui-context-drill-wait = Während gerechnet wird
ui-context-drill-page = Ergebnis der Rechnung
ui-key-compare = Vertrag vergleichen
ui-key-check-own = Eigene Verwaltung prüfen
ui-key-go-on = Weiter
ui-key-next-question = Nächste Frage
ui-key-stop-drill = Aufhören, Fertiges behalten
ui-drill-compare-what = Das Programm spielt denselben Angriff viele Male durch: einmal wie heute, einmal mit dem Entwurf, beide Male mit demselben Glück.
ui-drill-own-what = Das Programm spielt einen Angriff viele Male durch. Es zählt, wann jede Leistung wieder läuft, und hält das gegen den Plan.
ui-drill-ask-today = Was gilt heute?
ui-drill-ask-draft = Was ist der Entwurf?
ui-drill-ask-whose = Mit wessen Zahlen?
ui-drill-ask-place = Welche Verwaltung?
ui-drill-ask-effort = Wie sicher soll es sein?
ui-drill-own-holds = Es gilt „{ $pact }“, wie auf dem Startbildschirm gewählt. Dort lässt es sich ändern.
ui-drill-own-holds-there = Es gilt „{ $pact }“, wie in der Datei vorgegeben.
ui-drill-faults = { $count } Fehler. Alle zeigt: beistand check { $path }
ui-drill-own-file = eigene Zahlen aus einer Datei
ui-drill-own-file-how = Ausgefüllter Bogen (.csv) oder Szenario (.ron oder Ordner). Den leeren Bogen schreibt: beistand new ORDNER --bogen
ui-drill-rough = grob: { $runs } Verläufe
ui-drill-council = für den Rat: { $runs } Verläufe und woran es hängt
ui-drill-thorough = gründlich: { $runs } Verläufe und woran es hängt
ui-drill-thorough-alone = gründlich: { $runs } Verläufe und woran es hängt
ui-drill-council-alone = genauer: { $runs } Verläufe und woran es hängt
ui-drill-in-depth = Gerechnet werden dazu: der Entwurf ohne jede einzelne Klausel, Vorsorge für dasselbe Geld und jede Annahme an beiden Enden ihrer Spanne. Das dauert Minuten.
ui-drill-in-depth-alone = Gerechnet wird dazu: jede Annahme an beiden Enden ihrer Spanne. Das dauert Minuten.
ui-drill-hour-value-none = Wert einer gewichteten Stunde: keine Angabe. Die Seite sagt, was eine vermiedene Stunde kostet. Mit w geben Sie Ihren Wert an.
ui-drill-hour-value = Wert einer gewichteten Stunde: { $value } €, Ihre Angabe. Die Seite sagt, wie oft der Angriff kommen muss, damit es sich trägt. w ändert sie.
ui-drill-hour-value-ask = Was ist Ihnen eine gewichtete Stunde ohne Ausfall wert?
ui-drill-hour-value-how = Ganze Euro, Enter übernimmt. Leer heißt: keine Angabe. Je dringender die Leistung und je größer der Ort, desto mehr zählt eine Stunde.
ui-drill-hour-value-wrong = Eine ganze Zahl von 1 bis { $most } oder nichts.
ui-key-hour-value = Wert
ui-drill-same = Heute und Entwurf sind gleich. Bitte einen anderen Entwurf wählen.
ui-drill-kicker = Gerechnet, nicht gemessen
ui-drill-running = Es wird gerechnet.
ui-drill-preparing = Die Welt wird aufgebaut.
ui-drill-progress = { $done } von { $of } Verläufen aller Fassungen
ui-drill-left = noch etwa { $left }
ui-drill-soon = noch weniger als eine Minute
ui-drill-esc = Esc hört auf und behält, was fertig ist. Mehr Verläufe machen das Ergebnis genauer, nicht wahrer.
ui-drill-stopping = Es wird aufgehört. Was fertig ist, bleibt.
ui-drill-nothing = Noch war kein Verlauf fertig. Es gibt nichts zu zeigen.
ui-drill-cut-short = Vorzeitig beendet: { $played } von { $wanted } Verläufen sind gerechnet.
ui-drill-bands = Bearbeitete Anliegen, von 100 (Schatten: 9 von 10 Verläufen)
ui-drill-days = Tag { $days }
ui-drill-written = Die ganze Seite mit Bildern, zum Öffnen im Browser und zum Drucken: { $path }
ui-drill-more-below = ↓ Es geht weiter.
ui-drill-no-services = In dieser Datei bietet keine Verwaltung Leistungen an.
ui-drill-no-folder = Kein Ordner für das Ergebnis bekannt.
ui-drill-recovery-within = Ziel hält
ui-drill-recovery-note = Ziel hält: in so vielen von allen Ausfällen. In Klammern: 9 von 10 Ausfällen. Gezählt bis zum ersten Notbetrieb, auch auf Papier; ob er trägt, steht unten. „Später“ heißt: nach den { $days } Tagen, die gespielt sind.
ui-drill-recovery-mta = spätestens
ui-drill-recovery-waz = Ziel
ui-drill-recovery-runs = läuft wieder nach
ui-drill-recovery-service = Leistung
ui-drill-no-path = Geben Sie an, wo die Datei liegt.

# Ein Entwurf des Vertrags
ui-pact-form-title = Entwurf des Vertrags
ui-key-new-draft = Eigener Entwurf
ui-key-choose-row = Zeile
ui-key-clause = An, ab
ui-key-change-figure = Wert
ui-key-next-part = Nächster Teil
ui-key-write-draft = Speichern
ui-pact-title = Name des Entwurfs
ui-pact-title-how = So heißt der Entwurf in der Auswahl und auf der Seite. Aus den Buchstaben wird der Name für --pact und --vary.
ui-pact-clauses = Klauseln
ui-pact-per-year = € im Jahr
ui-pact-figures = Werte
ui-pact-members = Mitglieder: { $in } von { $all }
ui-pact-member-how = Leertaste nimmt auf oder streicht. Wer nicht Mitglied ist, gibt und bekommt nur, was das Gesetz sagt. Der Preis der Klauseln bleibt dabei, wie er ist.
ui-pact-no-member = Ein Entwurf ohne Mitglieder gilt für niemanden. Nehmen Sie wenigstens eines auf.
ui-pact-write = Entwurf speichern
ui-pact-write-how = Enter schreibt „{ $title }“ in eine Datei. Danach steht der Entwurf zur Wahl, auch beim nächsten Mal.
ui-pact-title-short = Der Name braucht wenigstens { $least } Buchstaben oder Ziffern.
ui-pact-is-law = Das gilt von Gesetzes wegen.
ui-pact-clause-price = Kosten für alle zusammen: einmal { $once } €, jedes Jahr { $year } € und { $hours } Arbeitsstunden.
ui-pact-figure-how = Von { $least } bis { $most }. ←→ ändert, Leertaste nimmt wieder, was die Klauseln sagen. Der Preis der Klauseln bleibt dabei, wie er ist.
ui-pact-price = Preis für alle: einmal { $once } € (auf { $years } Jahre) + jährlich { $year } € + { $hours } Std. zu { $rate } € = { $all } € im Jahr
ui-pact-own = vereinbart
ui-pact-by-clause = laut Klauseln
ui-pact-open = nicht vereinbart
ui-pact-written = Geschrieben: { $path }
ui-pact-not-yet = So geht es noch nicht: Der Entwurf braucht einen Namen und darf keinen Fehler haben.
ui-pact-title-taken = So heißt schon ein Stand des Pakts. Bitte einen anderen Namen.
ui-pact-no-title = Der Entwurf braucht einen Namen.
ui-pact-staff_cap_share = Höchstens geben, IT-Leute
ui-pact-staff_cap_share-value = { $value } von 100
ui-pact-desk_cap_share = Höchstens geben, Arbeitsplätze
ui-pact-desk_cap_share-value = { $value } von 100
ui-pact-days_max = Längste Hilfe
ui-pact-days_max-value = { $value ->
        [one] ein Arbeitstag
       *[other] { $value } Arbeitstage
    }
ui-pact-notebook_pool = Notebooks im Vorrat
ui-pact-notebook_pool-value = { $value } Stück
ui-pact-notebooks_per_site = davon für einen Ort
ui-pact-notebooks_per_site-value = { $value } Stück
ui-pact-market_examiners = Externe IT-Forensiker
ui-pact-market_examiners-value = { $value ->
        [one] eine Person
       *[other] { $value } Leute
    }
ui-pact-eur_per_person_hour = Erstattung je Stunde
ui-pact-eur_per_person_hour-value = { $value } €
ui-pact-notice_within = Dienstleister meldet binnen
ui-pact-notice_within-value = { $value ->
        [one] einer Stunde
       *[other] { $value } Stunden
    }
