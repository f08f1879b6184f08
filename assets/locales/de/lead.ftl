# Die Übung leiten: Drehbuch, Hintergrund, Plätze, ein Raum. Kurze Sätze.

## Start
ui-start-lead = Übung leiten (ein Raum): { $seats } Plätze{ $minutes ->
    [0] {""}
   *[other] , { $minutes } Minuten
}
ui-start-go-on = Fortsetzen: { $record }
ui-start-records = Fortsetzen
ui-start-record-age = vor { $age }
ui-start-no-record = Es gibt noch keine Aufzeichnung.
ui-second-try = zweiter Versuch
ui-key-lead = Übung leiten
ui-key-go-on-record = Fortsetzen
ui-key-choose-record = Aufzeichnung

## Room
ui-lead-role = Leitung
ui-lead-leads = LEITUNG
ui-lead-second-try = LEITUNG, 2. Versuch
ui-lead-sees = LEITUNG SIEHT
ui-lead-enters = EINTRAG FÜR
ui-lead-room = { $planned ->
    [0] Saal { $elapsed } min
   *[other] Saal { $elapsed }/{ $planned } min
}
ui-lead-secret = NUR FÜR DIE LEITUNG !!
ui-lead-stands = STEHT
ui-lead-talking = Besprechung
ui-lead-runs = { $pace }/s
ui-lead-look = Plätze ansehen
ui-tab-script = Drehbuch
ui-tab-background = Hintergrund
ui-lead-late = { $minutes } min zu spät
ui-lead-early = { $minutes } min voraus
ui-lead-on-time = im Plan
ui-mode-one-to-one = 1:1
ui-mode-free = frei
ui-mode-rounds = Runden
ui-mode-one-to-one-chosen = Uhr 1:1: eine Minute je Minute im Saal.
ui-mode-free-chosen = Uhr frei: Plus und Minus wählen das Tempo.
ui-mode-rounds-chosen = Uhr in Runden: Sie hält, bis alle fertig sind.
ui-lead-pace = Tempo: { $pace } je Sekunde.
ui-lead-next = NÄCHSTES
ui-lead-talk-costs-nothing = Besprechung kostet nichts
ui-lead-never-shown = Diese Seite erscheint nie auf der Wand und nie in Spielerexporten.
ui-lead-question = Frage an alle: { $question }
ui-lead-briefed = Die Einweisung ist beendet. Leer startet die Uhr.
ui-lead-talk = Die Uhr steht für eine Besprechung. Das kostet keine Bedenkzeit.
ui-lead-held-by-control = { $seat } spielt jetzt die Übungssteuerung.
ui-lead-held-by-person = { $seat } spielt jetzt eine Person.
ui-lead-trace-noticed = { $place } bemerkt jetzt eine Spur.
ui-lead-slower = Der Angreifer ist jetzt halb so schnell.
ui-lead-faster = Der Angreifer ist jetzt doppelt so schnell.
ui-lead-quit-question = Die Übung verlassen? Sie ist aufgezeichnet und lässt sich fortsetzen.
ui-lead-go-on-title = Weiter ohne Entscheidung?
ui-lead-go-on-question = { $seats } Trotzdem weiter?
ui-lead-go-on-cost = Das kostet { $minutes } Bedenkzeit.
ui-lead-who-decides = { $count ->
    [one] Bei { $names } ist eine Entscheidung offen.
   *[other] Bei { $names } sind Entscheidungen offen.
}
ui-now-round = Nichts zu entscheiden. Fertig: { $ready } von { $filled }. F meldet Ihren Platz fertig.
ui-now-round-ready = Ihr Platz ist fertig. Fertig sind { $ready } von { $filled }.
ui-why-no-rounds = Die Uhr läuft gerade nicht in Runden.
ui-why-not-free = Das Tempo kommt von der Phase. u stellt die Uhr auf frei.
ui-why-nobody-there = Diesen Platz spielt die Übungssteuerung. s holt eine Person.
ui-why-nothing-decided = Es ist noch nichts entschieden.
ui-why-no-foothold = Der Angreifer ist noch nirgends.
ui-why-no-seat-there = Dort gibt es keinen Platz zum Ansehen.

## Drehbuch
ui-lead-no-phases = Dieses Szenario hat keine Phasen.
ui-lead-phase = Phase { $number } von { $count }  { $title }
ui-lead-minutes = { $minutes } min
ui-lead-clock-stands = Die Uhr steht, es wird gesprochen.
ui-lead-ahead = Als Nächstes hält die Uhr
ui-lead-nothing-ahead = Kein Halt mehr bis zum Ende.
ui-lead-col-seat = Plätze
ui-lead-col-there = da
ui-lead-col-ready = fertig
ui-lead-col-open = offen
ui-lead-col-last = letzte Entscheidung
ui-lead-col-quiet = still seit (Saalzeit)
ui-lead-stands-in = vertreten
ui-lead-control = Steuerung
ui-lead-speak-to = ansprechen

## Hintergrund
ui-back-attacker = Angreifer
ui-back-phase = Phase { $number } von { $count }: { $name }
ui-back-no-phase = noch nicht da
ui-back-entry = Einstieg { $when }
ui-back-detected = zuerst bemerkt { $when }
ui-back-impact = Verschlüsselung { $when }
ui-back-contained = Wege geschlossen { $when }
ui-back-tempo-usual = Tempo wie geplant
ui-back-tempo-faster = { $times }-mal so schnell
ui-back-tempo-slower = { $times ->
    [2] halb so schnell
    [4] ein Viertel so schnell
   *[other] ein Achtel so schnell
}
ui-back-systems = Hält Systeme: Dienstleister { $held } von { $of } · andere { $there } von { $others }
ui-back-nothing = Noch keine Fußspuren.
ui-back-col-place = Fußspuren
ui-back-col-since = seit
ui-back-col-way = Weg
ui-back-col-held = hält
ui-back-col-encrypted = versch.
ui-back-col-noticed = bemerkt
ui-back-way-entry = Einstieg
ui-back-way-remote = Fernwartung
ui-back-way-accounts = Konten
ui-back-way-line = Leitung
ui-back-outlook-ask = g rechnet aus, was wahrscheinlich ist, wenn kein Platz handelt.
ui-back-outlook-comes = Es wird gerechnet, was wahrscheinlich ist …
ui-back-outlook = Wenn kein Platz handelt ({ $futures } Verläufe, ab { $from })
ui-back-further = weitere Verwaltung: in 1 Std { $hour } · 6 Std { $six } · 24 Std { $day }
ui-back-seats-hit = neu betroffen in 24 Std: { $seats }
ui-back-pay = Zahllauf { $at } scheitert: { $seats }
ui-back-nobody = kein Platz
ui-back-never = nie
ui-back-always = immer
ui-of-10 = { $count } von 10
ui-back-col-knows = Wissen der Plätze
ui-back-col-provider = Dienstleister aus
ui-back-col-own = eigene Spur
ui-back-col-others = betroffene Nachbarn
ui-back-of = { $heard } von { $of }
ui-yes = ja
ui-no = nein

## Dialogs
ui-entry-title = Eintragen für { $seat }
ui-entry-decider = Entscheidet
ui-entry-name = Name (freiwillig)
ui-entry-note = Im Journal steht, wer entschieden hat, in welcher Funktion, und dass die Leitung getippt hat.
ui-leap-title = Zeitsprung
ui-leap-to = Springen bis
ui-leap-stage = Phase { $number }: { $title }
ui-leap-by = { $minutes } weiter
ui-leap-orders = Daueraufträge: So handelt eine Vertretung, bis der Sprung endet.
ui-leap-nobody = niemand, der Platz wartet
ui-rewind-title = Zurück zu
ui-rewind-note = Ein zweiter Versuch beginnt vor dieser Entscheidung. Der erste bleibt erhalten, gewertet wird nur er.
ui-rewind-at = { $at }
ui-rewind-question = Ab { $at } ein zweiter Versuch? Die bisherige Aufzeichnung bleibt, wie sie ist.
ui-hand-over = Bitte übergeben an: { $to }
ui-hand-over-look-away = Alle anderen sehen bitte weg.
ui-talk-title = Absprache am Tisch
ui-talk-with = Mit
ui-talk-about = Worüber
ui-talk-note = Nur was hier steht, kann ausgewertet werden. Eine Absprache dauert 10 Übungsminuten.
ui-talk-noted = Eingetragen. Die Absprache dauert 10 Übungsminuten.

## Keys
ui-context-desk = Leitung, überall
ui-context-visit = An einem Platz (Leitung)
ui-context-hand-over = Tastatur übergeben
ui-context-entry = Wer entscheidet
ui-key-next-thing = Nächstes
ui-key-enter-for = Eintragen für
ui-key-hand-over = Übergeben
ui-key-seat-ready = fertig
ui-key-hold = Person/Steuerung
ui-key-look-at = Platz ansehen
ui-key-find-seat = Platz suchen
ui-find-seat-title = Welchen Platz ansehen?
ui-key-notice-trace = Spur bemerken lassen
ui-key-slow-attack = Angriff bremsen
ui-key-hasten-attack = beschleunigen
ui-key-outlook = Ausblick
ui-key-leap = Zeitsprung
ui-rewind-before = { $minutes } davor
ui-rewind-after = { $minutes } danach
ui-rewind-question-near = Ein zweiter Versuch, { $distance } ({ $at })? Die bisherige Aufzeichnung bleibt, wie sie ist.
ui-key-rewind-quarter = 15 min
ui-key-rewind-minute = 1 min
ui-key-rewind = Zurück
ui-key-rewind-there = Ab hier neu
ui-key-clock-mode = Uhr 1:1/frei/Runden
ui-key-to-desk = zur Leitung
ui-key-other-seat = anderer Platz
ui-key-hand-over-done = Weiter
ui-key-to-facilitator = zur Leitung
ui-key-to-seat = Zum Platz
ui-key-ready = Fertig melden
ui-key-table-talk = Absprache am Tisch
ui-key-talk-with = mit wem
ui-key-note-talk = Eintragen

## The script
ui-script-number = Nr
ui-script-when = wann
ui-script-to = an
ui-script-title = Einlage
ui-script-state = Stand
ui-script-expected = erwartet
ui-script-by = bis { $moment }
ui-script-from = ab { $moment }
ui-script-quote = „{ $text }“
ui-script-waits = wartet
ui-script-ready = bereit
ui-script-armed = scharf
ui-script-held = zurück
ui-script-held-due = fällig!
ui-script-released = ausgelöst
ui-script-seen = gesehen
ui-script-answered = beantw.
ui-script-skipped = entfällt
ui-script-answers = { $answered } von { $got } geantwortet
ui-script-head = { $number } { $title } · { $from } an { $to } · { $channel }
ui-script-edited = Der Text ist von der Leitung geändert.
ui-script-expects = Erwartet: { $expects } (Ziel { $objectives })
ui-script-contingency = Ersatz, wenn auf { $other } nichts folgt.
ui-script-cue = Kommt: { $cue }.
ui-script-why = Entfällt: { $why }.
ui-script-reply = { $place }, { $when }: „{ $answer }“
ui-script-shortened = gekürzt
ui-script-done-released = { $inject } ist ausgelöst.
ui-script-done-held = { $inject } ist zurückgehalten. z lässt sie kommen.
ui-script-done-comes = { $inject } kommt wieder von selbst.
ui-script-done-skipped = { $inject } entfällt.
ui-script-done-edited = { $inject } hat einen neuen Text.
ui-script-done-improvised = Die eigene Einlage ist ausgelöst.
ui-why-inject-over = Diese Einlage ist schon ausgelöst oder entfallen.
ui-why-nothing-to-leave-out = Es gibt keine Wahl-Einlage mehr zum Kürzen.
ui-why-no-script = Dieses Szenario hat kein Drehbuch.
ui-improvise-title = Eigene Einlage
ui-improvise-edit = Neuer Text für
ui-improvise-from = Wer spricht
ui-improvise-to = An
ui-improvise-channel = Weg
ui-improvise-class = Wirkung
ui-improvise-text = Was gesagt wird
ui-key-other-table = Einlagen/Plätze
ui-key-release = Auslösen
ui-key-hold-inject = Zurückhalten
ui-key-improvise = Eigene Einlage
ui-key-shorten = Kürzen
ui-key-read-inject = Wortlaut
ui-key-skip-inject = Auslassen
ui-key-edit-inject = Text ändern
class-log = nur im Tagebuch
class-alert = Hinweis
class-stop = hält die Uhr an
class-box = hält die Uhr an und öffnet sich
stop-inject = { $name } „{ $title }“

## Guide
ui-lead-guide-what = Sie leiten die Übung. Sie sehen alles, auch was die Plätze nicht wissen.
ui-lead-guide-next = Die dritte Zeile sagt, was als Nächstes kommt. Enter tut es.
ui-lead-guide-clock = In Runden hält die Uhr, bis alle Plätze fertig sind. Wer vorher weitergeht, zahlt Bedenkzeit. Eine Besprechung mit der Leertaste kostet nichts.
ui-lead-guide-seats = Mit 1 bis 7 sehen Sie einem Platz zu, mit / suchen Sie ihn. Mit e tragen Sie ein, was dort entschieden wird. Mit h geben Sie die Tastatur weiter.
ui-lead-guide-record = Alles ist aufgezeichnet. r beginnt vor einer Entscheidung einen zweiten Versuch.

ui-key-check-ready = Bereit? Was vor dem Beginn fehlt
ui-ready-title = Bereit zu beginnen?
ui-ready-note = Nichts davon hindert Sie zu beginnen. Das Drehbuch wurde zweimal trocken gespielt: Niemand entscheidet, und alle handeln nach Plan.
ready-title = { $scenario }: Drehbuch trocken gespielt
ready-inject = Einlage
ready-nobody-decides = niemand entscheidet
ready-by-plan = alle handeln nach Plan
ready-never = kommt nicht
ready-no-plan = Das Szenario hat diesen Plan nicht.
ready-seats = Alle { $count } Plätze sind mit Personen besetzt.
ready-seats-open = { $count } Plätze mit Personen. Übungssteuerung spielt: { $open }
ready-languages = Alle Texte stehen in beiden Sprachen, mit ihren Zahlen.
ready-languages-broken = Texte mit Lücken: { $ids }
ready-objectives = Jedes Ziel hat eine Einlage.
ready-objectives-without = Ziele ohne Einlage: { $ids }
ready-injects = Jede Einlage dient einem Ziel.
ready-injects-without = Einlagen ohne Ziel: { $ids }
ready-script = Jede der { $count } Einlagen kommt in einem der beiden Verläufe.
ready-script-never = In keinem der beiden Verläufe kommen: { $ids }
ready-busy = Kein Platz ist länger als { $minutes } Minuten im Saal ohne Neues.
ready-idle = { $seat } bekommt von Minute { $from } bis { $to } im Saal nichts Neues.
ready-dense = Phase „{ $stage }“ ist zu dicht: { $injects } Einlagen in { $minutes } Minuten im Saal.
ready-no-slack = Phase „{ $stage }“ hat keine Luft: { $injects } Einlagen in { $minutes } Minuten im Saal.
ready-core-dense = { $core } Kern-Einlagen in { $minutes } Minuten: Das wird gehetzt.
ready-slack = Jede Phase hat Zeit für Gespräche.
ready-unmeasurable = Ziel { $objective } ist nicht messbar: Die Uhr läuft mit { $pace } je Sekunde.

## What would have been
ui-key-what-if = Was wäre, wenn
ui-asked-title = Was wäre, wenn …?
ui-asked-what = Eines wird geändert, alles andere bleibt: dieselben Entscheidungen, dasselbe Glück. Plätze ohne Person entscheiden neu.
ui-asked-luck = Anderes Glück (Tab):
ui-asked-one-course = nur dieser eine Verlauf
ui-asked-futures = dazu { $runs } andere Verläufe ab dem Zeitpunkt der Frage
ui-asked-without-aid = Niemand hätte geholfen
ui-asked-pact = Ein anderer Stand des Pakts:
ui-asked-absent = nicht entschieden
ui-asked-earlier = { $by } früher
ui-asked-later = { $by } später
ui-asked-of-decision = { $at }, { $seat }: { $what } ({ $how })
ui-asked-running = Beide Verläufe werden gespielt
ui-asked-progress = { $done } von { $of } Verläufen
ui-asked-esc = Esc bricht ab. Die Übung bleibt, wie sie ist.
ui-asked-nothing = Daraus ist nichts geworden. Bitte noch einmal.
ui-asked-shade = Schattiert: wo bei anderem Glück die mittleren 90 von 100 Verläufen liegen.
ui-asked-middle = mittlere 90 von 100
ui-asked-mta = spätestens
ui-asked-never-down = Hier stand nichts still.
ui-context-asked-wait = Was wäre, wenn: beim Rechnen
ui-context-asked-page = Was wäre, wenn: Antwort
ui-key-choose-change = was
ui-key-how-changed = wie
ui-key-futures = anderes Glück
ui-key-reckon = Rechnen
ui-key-stop-asked = Abbrechen
ui-why-asked-at-desk = Das fragt die Leitung: W am Pult.

## Questionnaire
ui-key-sheet = Fragebogen
ui-key-question = Frage
ui-key-grade = Note
ui-sheet-title = Fragebogen
ui-sheet-hand-in = Abgeben
ui-sheet-empty = Noch ist nichts beantwortet.
ui-sheet-thanks = Danke. Ihr Bogen ist abgegeben, ohne Namen.
ui-sheet-next-person = Bitte geben Sie die Tastatur weiter. Enter zeigt der nächsten Person einen leeren Bogen, Esc gibt an die Leitung zurück.
ui-sheet-correct = Enter schließt. Sie können den Bogen noch einmal öffnen und ändern.
ui-why-no-questions = Dieses Szenario hat keinen Fragebogen.
ui-why-sheet-at-desk = Den Fragebogen gibt die Leitung weiter: f auf der Seite Beobachtung.
