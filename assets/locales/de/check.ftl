# Was an einem Szenario falsch ist, wie es `check` sagt und jeder Befehl, der eins liest.

# Wie es gezeigt wird.
check-level-error = Fehler
check-level-help = Hilfe
check-level-note = Hinweis
check-in-file = in { $file }
check-more = … und { $count } weitere
check-count = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler
}
check-at = { $problem } --> { $file }:{ $line }:{ $column }
check-first = { $problem } (und { $count } weitere)

# Wie die Dinge heißen.
check-what-administration = Verwaltung
check-what-clause = Klausel
check-what-figure = Zahl
check-what-inject = Einlage
check-what-kit = Kit
check-what-objective = Ziel
check-what-pact = Stand des Pakts
check-what-provider = Dienstleister
check-what-question = Frage
check-what-response = Einsatzplan
check-what-service = Leistung
check-what-system = System
check-what-uncertain = unsichere Zahl

# Was es nicht gibt, oder zweimal.
check-none = { $what } `{ $id }` gibt es nicht
check-none-here = `{ $id }` gibt es hier nicht
check-twice = { $what } `{ $id }` steht zweimal da
check-twice-hint = Jede Kennung steht in einer Datei nur einmal; eine spätere Datei darf einen ganzen Eintrag ersetzen
check-unknown-value = Unbekannter Wert `{ $found }`
check-unknown-field = Unbekanntes Feld `{ $found }`
check-unknown-confidence = Unbekannte Herkunft `{ $found }` in `confidence`
check-unknown-path = Unbekannter Pfad `{ $found }`
check-unknown-column = Unbekannte Spalte `{ $found }`
check-did-you-mean = Gemeint war vielleicht `{ $word }`?
check-none-yet = Es gibt noch keine
check-known = Bekannt: { $words }
check-known-many = Bekannt: { $words }, … (insgesamt { $count })

# Was sich nicht als RON lesen lässt.
check-missing-field = Das Feld `{ $field }` fehlt
check-missing-field-hint = `{ $field }: ..,` in diesem Eintrag ergänzen
check-missing-language-hint = Texte in beiden Sprachen schreiben: `(de: "..", en: "..")`
check-field-twice = Das Feld `{ $field }` steht zweimal da
check-number-expected = Hier muss eine Zahl stehen
check-text-expected = Hier muss ein Text in Anführungszeichen stehen
check-flag-expected = Hier muss `true` oder `false` stehen
check-list-expected = Hier muss eine Liste `[ .. ]` stehen
check-brackets-expected = Hier müssen runde Klammern stehen, wie in `(feld: wert)` oder `(0.5, 0.8)`
check-comma-expected = Davor fehlt ein Komma
check-comma-expected-hint = Oder weiter oben ist eine Klammer oder ein Anführungszeichen nicht geschlossen
check-word-expected = Hier muss ein Wort ohne Anführungszeichen stehen
check-length = Hier müssen { $expected } stehen, nicht { $found }
check-length-tuple = { $size } Werte
check-length-variant = { $size } Werte für `{ $variant }`
check-ends-early = Die Datei endet zu früh
check-ends-early-hint = Eine Klammer `(`, `[` oder ein Anführungszeichen `"` ist nicht geschlossen
check-colon-expected = Hier fehlt ein Doppelpunkt
check-closing-expected = Hier fehlt eine Klammer `)`
check-end-of-text-expected = Hier fehlt das Anführungszeichen am Ende des Textes
check-number-out-of-bounds = Diese Zahl ist zu groß oder zu klein
check-underscore-in-number = In dieser Zahl darf kein Unterstrich stehen
check-underscore-before-number = Vor dieser Zahl darf kein Unterstrich stehen
check-open-comment = Ein Kommentar `/*` ist nicht geschlossen
check-sign = Das Zeichen { $sign } kann hier nicht stehen
check-trailing = Dahinter steht etwas, das nicht dazugehört
check-foreign = Lesefehler: { $error }
check-recipients-expected = Hier muss `customers` oder eine Liste von Kennungen `[".."]` stehen
check-pay-days-expected = Hier muss `last_bank_day` oder eine Liste von Tagen `["2027-02-26"]` stehen
check-receivers-expected = Hier muss eine Liste von Kennungen `[".."]` oder eine Gruppe ohne Anführungszeichen stehen: `seats`, `hit`, `helpers`, `customers_of("..")`, `receivers_of("..")`

# Dateien, und was sie einschließen.
check-no-scenario = Das Szenario `{ $name }` gibt es nicht
check-no-scenario-hint = Eine .ron-Datei nennen, einen Ordner mit scenario.ron oder ein Szenario des Programms. { $known }
check-unreadable = `{ $name }` ist nicht zu lesen: { $why }
check-unreadable-here = `{ $name }` ist hier nicht zu lesen
check-why-not-there = Diese Datei gibt es nicht
check-why-permission = Das Recht, sie zu lesen, fehlt
check-why-not-in-program = Sie gehört nicht zum Programm
check-why-not-in-copy = Sie gehört nicht zur Kopie
check-why-no-utf8 = Zeile { $line } ist kein UTF-8; die Datei als UTF-8 speichern
check-why-laid-over = Eine Datei dieses Namens liegt schon über dem Szenario
check-included-twice = `{ $name }` ist zweimal eingeschlossen
check-included-twice-hint = Eine Datei wird einmal gelesen; diese hier streichen
check-included-deeply = Dateien schließen einander über zu viele Stufen ein
check-not-included-here = `{ $name }` lässt sich hier nicht einschließen
check-circle-of-files = Dateien schließen einander im Kreis ein: { $circle }
check-circle-of-files-hint = Eine davon darf die nächste nicht einschließen
check-no-attack = Das Szenario hat keinen Angriff
check-with-value = Mit dem Wert { $value }: { $problem }
check-all-at-lower-end = Mit allen unsicheren Zahlen am unteren Ende: { $problem }
check-all-at-upper-end = Mit allen unsicheren Zahlen am oberen Ende: { $problem }

# Zahlen, die über ihren Pfad gesetzt werden.
check-path-without-field = Der Pfad `{ $path }` nennt kein Feld
check-path-attack = attack.FELD oder attack.PHASE.FELD schreiben
check-path-service = service.KENNUNG.FELD, service.KENNUNG.paper.FELD oder service.KENNUNG.pay.FELD schreiben
check-path-admin = admin.KENNUNG.FELD schreiben
check-path-inject = inject.KENNUNG.FELD schreiben
check-path-objective = objective.KENNUNG.FELD schreiben
check-path-kit = kit.KENNUNG.SYSTEM.FELD oder kit.KENNUNG.SYSTEM.work.FELD schreiben
check-path-pact = pact.KENNUNG.FELD, pact.KENNUNG.aid.ART.FELD, pact.KENNUNG.clause.KLAUSEL=on oder pact.KENNUNG.member.VERWALTUNG=out schreiben
check-path-clause = clause.KENNUNG.FELD oder clause.KENNUNG.aid.ART.FELD schreiben
check-path-parameters = parameters.FELD schreiben
check-path-aid = aid=off schreiben
check-no-aid-value = `aid` kann nicht `{ $value }` sein
check-no-aid-value-hint = aid=off schreiben; einzelne Bedingungen sind pact.KENNUNG.aid.ART.latency und .effect
check-no-clause-value = Eine Klausel kann nicht `{ $value }` sein
check-no-clause-value-hint = on oder off schreiben
check-no-member-value = Ein Mitglied kann nicht `{ $value }` sein
check-no-member-value-hint = in oder out schreiben

# Tabellen.
check-in-column = Spalte `{ $column }`: { $problem }
check-cell-date = `{ $text }` in Spalte `{ $column }` ist ein Datum; die Tabelle hat es aus einer Zahl gemacht
check-cell-date-hint = Die Spalte als Text formatieren und die Zahl neu schreiben
check-cell-error = `{ $text }` in Spalte `{ $column }` ist eine Fehlermeldung der Tabelle
check-cell-error-hint = Schreiben, was gemeint ist
check-cell-formula = `{ $text }` in Spalte `{ $column }` ist eine Formel
check-cell-formula-hint = Eintragen, was dabei herauskommt
check-cell-negative = `{ $text }` in Spalte `{ $column }` liegt unter null
check-cell-flag = `{ $text }` in Spalte `{ $column }` ist weder ja noch nein
check-cell-flag-hint = true oder false schreiben
check-cell-over-100 = `{ $text }` in Spalte `{ $column }` ist mehr als 100 %
check-cell-over-100-hint = Einen Anteil von 0 bis 1 schreiben
check-cell-under-1 = `{ $text }` in Spalte `{ $column }` ist weniger als 1 %
check-cell-under-1-hint = Ein Anteil von 0 bis 1 steht ohne Prozentzeichen
check-cell-number = `{ $text }` in Spalte `{ $column }` ist keine Zahl
check-cell-number-hint = Schreiben wie in 12000 oder 0.5
check-half-position = `{ $given }` ist da, aber `{ $missing }` fehlt
check-half-position-hint = Beides eintragen, oder keins für eine Verwaltung ohne Platz auf der Karte
check-open-quote = Ein Anführungszeichen in dieser Zeile wird nicht geschlossen
check-open-quote-hint = Ein Anführungszeichen innerhalb einer Zelle in Anführungszeichen doppelt schreiben
check-cells = Diese Zeile hat { $cells } Zellen, die Kopfzeile hat { $header }
check-cells-hint = Zellen durch Kommas trennen (oder alle durch Semikolons); eine Zelle, in der eins vorkommt, in Anführungszeichen setzen
check-column-twice = Die Spalte `{ $column }` steht zweimal da
check-column-missing = Die Spalte `{ $column }` fehlt
check-column-missing-hint = Bekannte Spalten: { $columns }

# Einzelne Werte.
check-name-rate = Rate je Tag
check-name-variation = Variationskoeffizient
check-range = `{ $field }` muss zwischen { $low } und { $high } liegen, nicht bei { $number }
check-at-least = `{ $field }` muss mindestens { $low } sein, nicht { $number }
check-not-negative = Kleiner als null geht nicht
check-no-number = Eine Zahl schreiben
check-per-cent = { $number } Prozent schreibt man als { $share }
check-unit-latitude = Grad nördlich des Äquators, wie in 49.68
check-unit-longitude = Grad östlich von Greenwich, wie in 8.62
check-unit-criticality = 1 ist Leib und Leben, 2 dringend, 3 normal, 4 kann warten
check-unit-inhabitants = Menschen, die dort wohnen, als ganze Zahl
check-unit-clients = IT-Arbeitsplätze, als ganze Zahl
check-unit-rate = So oft am Tag: 0.5 ist einmal in zwei Tagen
check-unit-variation = Wie weit es streut, als Anteil der Mitte: 0.4 sind 40 Prozent
check-unit-share = Ein Anteil von 0 (nichts) bis 1 (alles): 30 Prozent sind 0.3
check-unit-hours = Die Einheit sind Stunden
check-unit-days = Die Einheit sind Tage
check-unit-euros = Die Einheit ist Euro
check-unit-kilometres = Die Einheit sind Kilometer
check-unit-per-10k = So viele auf 10000 Einwohner
check-unit-factor = Ein Faktor: 1 ändert nichts
check-unit-none = Eine Zahl ohne Einheit: Menschen, Geräte, wie oft
check-whole = `{ $field }` muss eine ganze Zahl sein
check-thousands = Tausender ohne Punkt schreiben: { $number }
check-not-whole = `{ $field }` muss eine ganze Zahl sein, nicht { $number }
check-write-either = { $below } oder { $above } schreiben
check-ten-years = `{ $text }` ist länger als zehn Jahre
check-no-duration = `{ $text }` ist keine Dauer
check-no-duration-hint = Minuten, Stunden, Tage oder Wochen schreiben, wie in 30m, 12h, 1.5d, 2w
check-is-no-duration = `{ $text }` ist keine Dauer
check-duration-after = Schreiben, wie lange danach, wie in "60m"
check-duration-within = Schreiben, innerhalb welcher Zeit, wie in "5d"
check-bounds-swapped = Die obere Grenze liegt unter der unteren
check-duration-zero = Diese Dauer muss länger als 0 Minuten sein
check-empty = `{ $field }` ist leer
check-empty-hint = Zwischen die Anführungszeichen etwas schreiben
check-no-id = `{ $id }` kann keine Kennung sein
check-no-id-hint = Nur Buchstaben von a bis z, Ziffern, `_` und `-` verwenden
check-empty-language = Der Text `{ $language }` ist leer
check-empty-language-hint = Texte in beiden Sprachen schreiben
check-empty-list = Die Liste `{ $field }` ist leer
check-empty-list-hint = Zwischen die Klammern mindestens ein Element schreiben

# Tage und Uhrzeiten.
check-no-moment = `{ $text }` ist kein Tag mit Uhrzeit
check-no-moment-hint = Schreiben wie in 2027-02-19T13:30
check-no-date = `{ $text }` ist kein Datum
check-no-date-hint = Schreiben wie in 2027-02-26
check-write = { $value } schreiben
check-year = Das Jahr { $year } liegt zu weit weg
check-year-hint = Jahre gehen von 1990 bis 2100
check-seconds = `{ $text }` hat Sekunden
check-seconds-hint = Zeitpunkte sind ganze Minuten
check-clock-gap = `{ $text }` gibt es nicht: In dieser Stunde werden die Uhren vorgestellt
check-clock-gap-hint = Eine Zeit vor 02:00 oder ab 03:00 nehmen
check-not-moved = `{ $text }` lässt sich nicht um { $days } Tage verschieben
check-before-beginning = `{ $text }` liegt vor dem Beginn des Szenarios ({ $begins })
check-before-beginning-hint = `begins` auf einen früheren Tag legen oder diese Zeit berichtigen
check-too-far = `{ $text }` liegt zu weit weg
check-no-horizon = `horizon` muss länger als 0 sein

# Verwaltungen.
check-name-of-two = Den Namen `{ $name }` hat auch `{ $other }`
check-name-of-two-hint = Beide unterscheiden, wie `Kassel` und `Landkreis Kassel`
check-leading-zero = Dem amtlichen Schlüssel `{ $key }` fehlt die führende Null
check-leading-zero-hint = `{ $key }` schreiben; Tabellen lassen sie weg, wenn die Spalte nicht als Text formatiert ist
check-provider-without-kit = Der Dienstleister `{ $id }` hat kein Kit
check-provider-without-kit-hint = `kit: ".."` ergänzen: die Systeme, die seine Kunden nutzen
check-swapped = Breitengrad { $latitude } und Längengrad { $longitude } sehen vertauscht aus
check-swapped-hint = Erst den Breitengrad schreiben: { $latitude }, { $longitude }
check-provider-of-provider = Ein Dienstleister kann nicht selbst einen Dienstleister haben
check-is-no-provider = `{ $id }` ist kein Dienstleister
check-without-kit = `{ $id }` hat kein Kit: Kein Angriff erreicht sie, und sie bietet nichts an
check-without-kit-hint = `kit: ".."` ergänzen: die Systeme, auf denen ihre Leistungen laufen
check-many-workplaces = `{ $id }` hat mehr Arbeitsplätze ({ $clients }) als Einwohner ({ $inhabitants })
check-many-workplaces-hint = `clients` sind IT-Arbeitsplätze; üblich sind 9 je 1 000 Einwohner, im Landkreis 4,5
check-many-it-people = `{ $id }` hat mehr IT-Leute ({ $people }) als Arbeitsplätze ({ $clients })
check-many-it-people-hint = `it_staff` sind Menschen; üblich ist einer je 60 bis 120 Arbeitsplätze

# Kits, Systeme und Verbindungen.
check-no-kit-before = Kein Kit vor diesem heißt `{ $id }`
check-not-in-that-kit = Jenes Kit hat kein System `{ $id }`
check-system-twice = System `{ $id }` steht in diesem Kit zweimal da
check-no-system = System `{ $id }` gibt es in diesem Kit nicht
check-no-prefix = `{ $prefix }:` ist hier nicht zu verstehen
check-no-prefix-hint = Ein System des Dienstleisters als `provider:{ $id }` schreiben
check-empty-group = Diese Gruppe ist leer
check-no-provider-link = `{ $id }` ist keine Leitung zum Dienstleister
check-no-provider-link-hint = In `via` das System mit `role: provider_link` nennen
check-link-to-itself = Diese Verbindung führt dorthin, woher sie kommt
check-no-jump = Diese Verbindung ist kein Sprung zu einem Kunden
check-no-jump-hint = Ein Sprung führt von `provider:..` zu einem System dieses Kits
check-no-rate = Es steht keine Rate da
check-no-rate-hint = Zum Beispiel ByStage(lateral: 0.5, jump: 1, impact: 3) schreiben
check-role-taken = `{ $id }` hat in diesem Kit schon diese Rolle
check-circle-of-needs = Systeme brauchen einander im Kreis: { $circle }
check-circle-of-orders = Aufträge warten im Kreis aufeinander: { $circle }
check-circle-hint = Einen dieser Pfeile streichen
check-no-system-named = `{ $text }` nennt kein System
check-no-system-named-hint = Verwaltung und System schreiben, wie in "06431002:identity"
check-no-kit-no-system = `{ $id }` hat kein Kit und darum kein System `{ $system }`
check-kit-lacks-system = `{ $id }` (Kit `{ $kit }`) hat kein System `{ $system }`
check-provider-lacks-system = Der Dienstleister `{ $id }` hat kein System `{ $system }`
check-provider-kit-lacks-system = Der Dienstleister `{ $id }` (Kit `{ $kit }`) hat kein System `{ $system }`
check-needs-provider = `{ $id }` hat keinen Dienstleister, aber das Kit `{ $kit }` braucht einen
check-needs-provider-hint = `provider: ".."` ergänzen oder ein anderes Kit nehmen
check-no-crew = Systeme von `{ $id }` setzt die Mannschaft (`crew`) von `{ $provider }` instand, und dort gibt es keine
check-no-crew-hint = `crew: 1` oder mehr ergänzen
check-never-quiet = Ein Lauf käme nie zur Ruhe: `{ $system }` (Kit `{ $kit }`) wird nicht von selbst eingedämmt und instand gesetzt
check-never-quiet-hint = Jedem System `containment` und `crew_repair` geben oder `end: horizon` nehmen

# Leistungen.
check-offered-twice = Leistung `{ $id }` wird zweimal angeboten
check-target-too-long = Das Ziel (WAZ { $waz }) ist länger, als erträglich ist (MTA { $mta })
check-own-target-too-long = Die WAZ ({ $waz } min) ist länger als die MTA ({ $mta } min)
check-target-too-long-hint = Der Notbetrieb muss stehen, bevor der Ausfall unerträglich wird
check-pay-days-order = Zahltage müssen der Reihe nach dastehen, jeder einmal
check-pay-days-order-hint = Den früheren Tag zuerst schreiben
check-pay-day-early = Der Zahltag { $day } liegt vor dem Beginn des Szenarios
check-banks-closed = Am { $day } haben Banken geschlossen, also bekommt niemand Geld
check-banks-closed-hint = Einen Bankarbeitstag nehmen oder `last_bank_day`
check-service-lacks-system = `{ $id }` braucht `{ $system }`, aber das Kit `{ $kit }` hat kein solches System
check-service-lacks-system-hint = `offered: false` schreiben oder ein anderes Kit nehmen
check-service-lacks-system-of = `{ $id }` braucht `{ $system }`, aber das Kit `{ $kit }` von `{ $example }` hat kein solches System
check-no-workplaces = Für `{ $id }` braucht die Sachbearbeitung Arbeitsplätze, aber das Kit `{ $kit }` von `{ $example }` hat keine
check-no-workplaces-hint = Ein System mit `role: workplaces` ergänzen oder `workplaces_share` weglassen
check-share-of-workplaces = Bis hierher nehmen die Leistungen einer Verwaltung das { $share }-Fache all ihrer Arbeitsplätze
check-share-of-workplaces-hint = Alle `workplaces_share` zusammen dürfen 1 nicht übersteigen
check-nothing-to-restart = Eine Verwaltung ohne Kit hat nichts wieder anlaufen zu lassen
check-no-own-work = Das Kit `{ $kit }` hat kein System `{ $id }` mit eigener Arbeit
check-nothing-said = Zu `{ $id }` steht nichts da
check-nothing-said-hint = `hours` oder `useful_people` angeben
check-figure-twice = `{ $figure }` von `{ $id }` steht zweimal da

# Der Angriff.
check-entry-twice = Dieser Einstieg steht zweimal da
check-phase-order = Phasen müssen in ihrer Reihenfolge stehen, jede einmal
check-phase-order-hint = initial_access, persistence, privilege_escalation, defense_evasion, lateral_movement, jump, exfiltration, inhibit_recovery, impact
check-phase-early = Diese Phase begänne vor der vorigen oder vor dem Einstieg
check-attack-after-end = Der Angriff beginnt nach dem Ende des Laufs
check-attack-after-end-hint = `entry_at` auf einen früheren Zeitpunkt legen oder `horizon` verlängern

# Der Pakt, und unsichere Zahlen.
check-clause-twice = Klausel `{ $id }` ist zweimal eingeschaltet
check-terms-twice = Bedingungen für `{ $kind }` stehen zweimal da
check-spread-rising = Die erste Zahl muss kleiner als die zweite sein
check-spread-positive = Beide Zahlen müssen über 0 liegen, die erste unter der zweiten
check-spread-triangular = Die Zahlen müssen steigen: kleinste, wahrscheinlichste, größte
check-spread-whole = Die erste Zahl muss kleiner als die zweite sein und keine über einer Million
check-spread-words = Mindestens zwei Wörter schreiben
check-no-place-for-value = `{ $template }` hat keine Stelle für den Wert
check-no-place-for-value-hint = Dort `{"{}"}` schreiben, wo er steht, oder `{"{*0.5}"}` für die Hälfte

# Die Übung im Saal.
check-stages-overlap = Diese Phase beginnt, bevor die vorige endet
check-stages-overlap-hint = Phasen stehen der Reihe nach und überschneiden sich nicht
check-stage-ends-first = Die Phase endet, bevor sie beginnt
check-stage-outside = Die Phase liegt außerhalb der Übung
check-stage-outside-hint = Phasen liegen zwischen `start_ex` und dem Ende von `horizon`
check-stage-too-slow = Bei diesem Tempo dauert die Phase im Saal { $takes }, geplant sind { $planned }
check-stage-too-slow-hint = `pace` schneller machen, die Phase kürzen oder mehr `room_minutes` einplanen
check-clock-stands = In dieser Phase steht die Uhr
check-clock-stands-hint = Wo die Uhr steht (`stands`), sagen `begins` und `room_minutes` alles
check-pace-outside = Dieses Tempo beginnt außerhalb seiner Phase oder vor dem vorigen
check-room-minutes = `room_minutes` muss eine ganze Zahl von 1 bis 600 sein
check-no-pace = `{ $text }` kann kein Tempo sein
check-no-pace-hint = Übungszeit je Sekunde schreiben, von "1m" bis "1d"
check-stop-outside = Der Halt `{ $text }` liegt außerhalb seiner Phase
check-deliberation = `deliberation` muss eine ganze Zahl von 0 bis 60 sein
check-deliberation-hint = So viele Übungsminuten vergehen mit jeder Minute Nachdenken im Saal
check-quiet-after = Nach `{ $text }` kann kein Platz als still gelten
check-quiet-after-hint = Minuten im Saal schreiben, von "1m" bis "2h"
check-no-seat = `{ $id }` hat keinen Platz, den eine Einführung führen könnte
check-no-steps = Die Einführung hat keine Schritte

# Ziele.
check-without-measure = `{ $field }` steht da, aber `measure` fehlt
check-without-measure-hint = `measure` ergänzen, oder das Ziel Beobachter bewerten lassen und dies weglassen
check-starts-outside = `starts` liegt außerhalb der Übung
check-starts-outside-hint = Es liegt zwischen `start_ex` und dem Ende von `horizon`
check-no-target = Das kann kein Zielwert für `{ $measure }` sein
check-target-duration = Eine Dauer über 0 schreiben, wie in "60m" oder "4h"
check-target-quotes = Eine Dauer in Anführungszeichen schreiben, wie in "60m" oder "4h"
check-target-of-100 = Eine Zahl von 1 bis 100 schreiben: so viele von 100
check-target-count = Eine ganze Zahl ab 0 schreiben

# Nachrichten und Einlagen.
check-receiver-twice = `{ $id }` bekommt das zweimal
check-receiver-twice-hint = Jeden Empfänger einmal nennen; diesen hier streichen
check-sender-without-customers = Der Absender hat keine Kunden
check-no-customers = Er hat keine Kunden
check-no-customers-to-reconnect = Er hat keine Kunden, die er wieder anschließen könnte
check-nothing-in-list = In der Liste steht nichts
check-each-nobody = `each` meint hier niemanden
check-each-nobody-hint = Es steht in `whose`, `variants` und `figures` für den Empfänger; hier "anybody" oder eine Kennung nehmen
check-no-figure = Der Text `{ $language }` nennt `{ $figure }`, aber eine solche Zahl gibt es nicht
check-unused-figure = Kein Text nennt die Zahl `{ $figure }`
check-unused-figure-hint = `{ $mention }` schreiben, wo sie hingehört, oder sie weglassen
check-later-inject = Einlage `{ $id }` steht nicht vor dieser
check-later-inject-hint = Eine Einlage bezieht sich nur auf frühere, damit keine auf sich selbst wartet
check-never-reached = `{ $text }` wird nie erreicht: Die Übung endet vorher
check-never-reached-hint = Zeitpunkte von Einlagen liegen vor dem Ende von `horizon`
check-given-up-first = Sie wird aufgegeben, bevor sie kommt
check-until-hint = `until` muss nach dem Zeitpunkt in `when` liegen
check-offer-over = Das Angebot ist vorbei, wenn die Einlage kommt
check-no-team = Nur das Land hat so ein Team
check-no-team-hint = Eine Verwaltung der Art `state` nennen
