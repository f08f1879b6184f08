# Auswertung: Ratsseite, Bericht, Beobachtungen.
report-kicker = Übung – keine echte Lage
report-title = Auswertung der Übung
report-one-course = Dies ist ein Verlauf, kein Messwert.
report-so-far = Zwischenstand bis { $at }: Die Übung ist nicht zu Ende gespielt.
report-assumption-real = Orte und Einwohner sind echt. Alles andere ist eine Übungsannahme: Dienstleister, IT-Ausstattung und Verhalten. Es sagt nichts über die wirklichen Verwaltungen.
report-assumption-invented = Die Namen der Orte sind erfunden, die Einwohnerzahlen stammen von wirklichen. Alles andere ist eine Übungsannahme: Dienstleister, IT-Ausstattung und Verhalten. Es sagt nichts über wirkliche Verwaltungen.
report-assumption-of_the_scenario = Orte und Einwohner sind die des Szenarios; einige davon sind erfunden. Alles, was nicht als eigene Angabe eingetragen ist, ist eine Übungsannahme: Dienstleister, IT-Ausstattung und Verhalten. Es sagt nichts über wirkliche Verwaltungen.
report-skip = Zum Inhalt
report-contents = Inhalt
report-day = Tag { $day }
report-line = Zeile { $line }
report-of-100 = { $count } von 100
report-count-critical_mta = { $count ->
        [one] eine Leistung später als zulässig
       *[other] { $count } Leistungen später als zulässig
    }
report-count-cross_infection = { $count ->
        [one] eine Ansteckung
       *[other] { $count } Ansteckungen
    }
report-of-runs = in { $count } von { $runs }
report-yes = ja
report-no = nein

report-h-mission = Auftrag und Teilnehmende
report-h-course = Verlauf
report-h-services = Leistungen: Soll und Ist
report-h-aid = Beistand
report-h-objectives = Ziele
report-h-findings = Stärken und Verbesserungen
report-h-hot-wash = Stimmen der Teilnehmenden
report-h-assumptions = Annahmen
report-h-method = Verfahren und Zahlen

council-what = Was wurde geübt?
council-what-text = Ein Angriff auf den gemeinsamen IT-Dienstleister, { $from } bis { $until }. { $seats ->
        [one] Eine Verwaltung hat
       *[other] { $seats } Verwaltungen haben
    } geübt. Stand des Pakts: { $pact }.
council-decided = { $count ->
        [0] Menschen haben dort nichts entschieden.
        [one] Menschen trafen dort eine Entscheidung.
       *[other] Menschen trafen dort { $count } Entscheidungen.
    }
council-deputy = Über alle Plätze handelte { $share } % der Übungszeit eine Vertretung nach festem Plan.
council-deputy-nearly-always = Fast die ganze Übungszeit handelte dort eine Vertretung nach festem Plan.
council-services = Was stand?
council-services-text = { $down } von { $services } Leistungen der geübten Verwaltungen fielen unter den Notbetrieb. { $waz } waren nicht in der geplanten Zeit zurück, { $mta } fehlten länger als zulässig.
council-still-down = { $count ->
        [0] Zuletzt war keine mehr unter dem Notbetrieb.
        [one] Zuletzt war eine noch oder wieder unter dem Notbetrieb.
       *[other] Zuletzt waren { $count } noch oder wieder unter dem Notbetrieb.
    }
council-hardest = { $service }, { $place }: { $span } unter Notbetrieb, { $cases ->
        [one] ein Anliegen
       *[other] { $cases } Anliegen
    } verspätet oder entfallen.
council-hardest-still = { $service }, { $place }: bisher { $span } unter Notbetrieb, { $cases ->
        [one] ein Anliegen
       *[other] { $cases } Anliegen
    } verspätet oder entfallen.
council-other-luck = Dieselben Entscheidungen, anderes Glück: in 9 von 10 Verläufen { $low } bis { $high }.
council-other-luck-open = Dieselben Entscheidungen, anderes Glück: in 9 von 10 Verläufen mindestens { $low }, teils bis zum Übungsende.
council-other-luck-same = Dieselben Entscheidungen, anderes Glück: in 9 von 10 Verläufen { $span }.
council-money = Wer bekam kein Geld?
council-money-text = { $people ->
        [0] Alle fälligen Zahlungen der geübten Verwaltungen kamen an.
        [one] Eine Zahlung kam nicht pünktlich an.
       *[other] { $people } Zahlungen der geübten Verwaltungen kamen nicht pünktlich an.
    }
council-money-most = Am meisten betraf es { $service }, { $place }: { $people }.
council-money-none-due = In der Übungszeit war keine Zahlung der geübten Verwaltungen fällig.
council-money-not-yet-due = Bisher war noch keine Zahlung der geübten Verwaltungen fällig.
council-worth = Was brachte die Hilfe?
council-worth-text = Ohne Hilfe wären in diesem Verlauf in der ganzen Region { $hours } Leistungsstunden mehr verloren gegangen.{ $people ->
        [0] {""}
        [one] {" "}Eine Zahlung mehr wäre nicht pünktlich angekommen.
       *[other] {" "}{ $people } Zahlungen mehr wären nicht pünktlich angekommen.
    }{ $late ->
        [0] {""}
        [one] {" "}Eine Leistung mehr hätte länger als zulässig gefehlt.
       *[other] {" "}{ $late } Leistungen mehr hätten länger als zulässig gefehlt.
    }
council-worth-cases = { $cases ->
        [one] Ohne Hilfe wäre ein Anliegen mehr verspätet oder entfallen.
       *[other] Ohne Hilfe wären { $cases } Anliegen mehr verspätet oder entfallen.
    }
council-worth-cases-fewer = { $cases ->
        [one] Aber ein Anliegen weniger wäre ohne Hilfe verspätet oder entfallen.
       *[other] Aber { $cases } Anliegen weniger wären ohne Hilfe verspätet oder entfallen.
    }
council-worth-nothing = In diesem Verlauf brachte die Hilfe der Region keine Leistungsstunden.
council-worth-unknown = Das Szenario kennt keine Leistungen; der Wert der Hilfe ist nicht berechnet.
council-overstated = Alle anderen Entscheidungen bleiben dabei gleich. Darum ist der Wert eher zu hoch geschätzt.
council-worth-bots = Entscheidet überall das Programm, sind es in der Region { $hours } Stunden.
council-worth-bots-nothing = Entscheidet überall das Programm, bringt die Hilfe nichts.
council-luck = In { $more } von { $runs } Verläufen mit anderem Glück ging in der Region ohne Hilfe mehr verloren. Geprüft ist nur der Zufall:
council-few-courses = „Sehr sicher“ heißt es erst ab 100 Verläufen.
council-price = Was kostete sie?
council-price-text = In der ganzen Region wurden { $hours } Personenstunden gegeben, der größte Teil von { $most }. Bei den Helfern blieben { $lost } Leistungsstunden liegen.
council-price-cost = Nach dem Pakt kostet das { $eur } €.
council-price-no-rate = Dafür ist kein Satz vereinbart: Wer das bezahlt, ist offen.
council-price-partly-no-rate = Für { $hours } der Personenstunden ist kein Satz vereinbart: Wer sie bezahlt, ist offen.
council-price-nothing = Niemand in der Region hat Personenstunden gegeben.
council-waited = Worauf wurde gewartet?
council-waited-text = Ersuchen von den und an die geübten Verwaltungen warteten am längsten aus diesem Grund: { $cause } ({ $share } % der Wartezeit).
council-waited-all = Ersuchen von den und an die geübten Verwaltungen warteten nur aus diesem Grund: { $cause } (die gesamte Wartezeit).
council-waited-nothing = Kein Ersuchen von den oder an die geübten Verwaltungen hat gewartet.
council-missing = In der ganzen Region fehlte im Pakt am häufigsten: { $clause }.
council-good = Was war gut?
council-good-kept = { $kept } von { $all } Leistungen der geübten Verwaltungen fielen nie unter den Notbetrieb.
council-good-not-noted = Ziele nennt das Szenario nicht, und niemand hat eine Stärke notiert.
council-objectives = { $met } von { $all } { $met ->
    [one] Zielen der Übung ist gemessen erreicht
   *[other] Zielen der Übung sind gemessen erreicht
    }, { $missed } verfehlt.
council-objectives-people = { $count ->
    [one] Eines beurteilen Menschen.
   *[other] { $count } beurteilen Menschen.
    }
council-objectives-unmeasured = { $count ->
    [one] Eines war nicht zu messen: Die Uhr lief dafür zu schnell, oder der Fall trat nicht ein.
   *[other] { $count } waren nicht zu messen: Die Uhr lief dafür zu schnell, oder der Fall trat nicht ein.
    }
council-objectives-second-try = Ein zweiter Versuch wird nicht bewertet.
council-objectives-none = Keines der { $all } Ziele der Übung ist gemessen.
council-next = Was ist als Nächstes zu tun?
council-next-open = Noch offen: Wer tut was bis wann? Siehe Abschnitt 7.
council-sure = Wie sicher ist das?
council-inputs = Von 100 Eingaben stammen { $own } von den Verwaltungen, { $published } sind veröffentlicht oder an Veröffentlichtem geeicht, { $assumed } sind Annahmen.
council-hangs-on = Am meisten hängt dieser Verlauf an einer Annahme: { $assumption } (Abschnitt 9). Wie oft ein solcher Angriff kommt, weiß niemand.
council-unknown = Andere Annahmen sind hier nicht durchgespielt. Wie oft ein solcher Angriff kommt, weiß niemand.

report-scenario = Szenario
report-time = Übungszeit
report-planned-end = geplantes Ende { $at }
report-seats = Geübte Verwaltungen
report-others = Alle anderen
report-others-text = Übungssteuerung nach dem Plan „{ $plan }“
report-pact = Stand des Pakts
report-stages = Phasen
report-stage = Phase
report-stage-time = Übungszeit
report-stage-question = Frage an die Runde
report-stage-practised = geübt
report-stage-decided = { $count ->
        [one] ja, eine Entscheidung
       *[other] ja, { $count } Entscheidungen
    }
report-stage-nobody-decided = nein, niemand hat entschieden
report-stage-clock-stood = die Uhr stand
report-not-reached = nicht erreicht
report-not-practised = Nicht geübt wurde, was das Modell nicht kennt: Polizei und Strafverfolgung, Lösegeld, Haftung einzelner Personen, echte Systeme.

report-course-intro = Die Kurve zeigt, wie viele von 100 Anliegen in der ganzen Region erledigt werden. Darunter stehen Angriff, Entscheidungen und Hilfe.
report-curve-region = Erledigte Anliegen je 100, ganze Region
report-curve-seat = Erledigte Anliegen je 100, { $place }
report-curve-told = { $curve }: tiefster Wert { $lowest } ({ $at }), am Ende { $last }.
report-curve-played = gespielt
report-curve-without = ohne Hilfe
report-curve-bots = Programm entscheidet
report-curve-bots-without = Programm, ohne Hilfe
report-lane-attack = Angriff
report-lane-decisions = Beschluss
report-lane-aid = Hilfe
report-overstates = „Ohne Hilfe“ lässt alle anderen Entscheidungen, wie sie waren. Menschen hätten ohne Hilfe anders entschieden; der Wert der Hilfe ist darum eher zu hoch geschätzt. Daneben steht derselbe Verlauf, in dem überall das Programm entscheidet.
report-compare = Dieser Verlauf und andere
report-course-of = Verlauf
report-lost-hours = verlorene Leistungsstunden
report-unpaid = verspätete Zahlungen
report-waz-missed = geplante Zeit verfehlt
report-mta-breaches = zulässige Zeit überschritten
report-cases = verspätete oder entfallene Anliegen
report-helper-lost = verlorene Leistungsstunden bei Helfern
report-luck = Zufall: dieselben Entscheidungen, anderes Glück
report-luck-intro = { $runs } Paare von Verläufen mit denselben Annahmen. Genannt sind die Mitte und in Klammern die mittleren 90 von 100.
report-luck-more = ohne Hilfe mehr
report-figure = Zahl
report-lost-decisions = { $count ->
        [one] Eine Entscheidung war ohne Hilfe nicht mehr möglich:
       *[other] { $count } Entscheidungen waren ohne Hilfe nicht mehr möglich:
    }
report-timeline = Zeitleiste
report-when = Wann
report-who = Wer
report-happened = Was
report-evidence = Beleg
report-reason = Grund: „{ $reason }“
report-revisit-when = Umkehren, wenn: { $when }
report-agreed-with = Abgestimmt mit
report-by-facilitator = eingegeben von der Übungsleitung
report-aid-began = Hilfe arbeitet: { $kind }
report-message = An { $to }: „{ $text }“
report-to-customers = alle Kunden
report-attack-first_compromise = Der Angreifer kommt in das erste System.
report-attack-detected = Zum ersten Mal steht fest, dass jemand getroffen ist.
report-attack-impact = Die Verschlüsselung beginnt.
report-attack-contained = Der Angriff ist bemerkt, und kein Weg zu Kunden steht dem Angreifer mehr offen.

report-services-intro = √ Frist gehalten, × Frist verfehlt, – bis zum Ende nicht erreicht. „Soll“ ist die Zeit bis zum Notbetrieb (WAZ, RTO), „spätestens“ die längste zulässige Zeit (MTA, MTPD). Gezählt wird ab der ersten fälligen Minute unter Notbetrieb. Bei Zahlungen zählt „spätestens“ erst ab dem Zahltag, an dem das Geld fehlte.
report-service = Leistung
report-down-from = unter Notbetrieb ab
report-waz = Soll
report-reached = Ist
report-mta = spätestens
report-beyond = um { $by } zu spät
report-later-outage = erneuter Ausfall: { $span }
report-normal = normal nach
report-cases-delayed = verspätet, entfallen
report-waiting-cases = Rückstand am Ende
report-services-kept = { $kept } von { $all } Leistungen fielen nie unter den Notbetrieb.

report-ledger = Konto je Verwaltung
report-ledger-intro = Nach amtlichem Schlüssel geordnet, ohne Rangfolge. Geübte Verwaltungen stehen fett.
report-ledger-empty = Bis hierher hat keine Hilfe gearbeitet.
report-administration = Verwaltung
report-aids-given = geholfen (mal)
report-aids-got = Hilfe bekommen (mal)
report-hours-given = gegeben (Std)
report-hours-got = bekommen (Std)
report-credit = Guthaben (€)
report-debit = Schuld (€)
report-lost-by-giving = dort verloren (Leistungsstunden)
report-waiting = Worauf Hilfe wartete
report-waiting-intro = Alle Ersuchen von den und an die geübten Verwaltungen; ihre Zeiten sind zusammengezählt.
report-waiting-empty = Kein Ersuchen hat gewartet.
report-cause = Grund
report-waited = gewartet
report-requests = Ersuchen
report-clauses = Was der Pakt bewirkte
report-clauses-intro = Alle Ersuchen der Region. Bindend: So lange warteten alle Ersuchen zusammen nach dieser Regel; die Zeiten sind zusammengezählt. Gebrochen: Das Versprechen wurde nicht gehalten. Fehlend: Die Regel gilt nicht, hätte aber geholfen.
report-clause = Klausel
report-in-force = gilt
report-binding = bindend, zusammen
report-broken = gebrochen
report-missing = fehlend
report-requests-of-seats = Ersuchen von und an die geübten Verwaltungen
report-what = Was
report-from = Helfer
report-to = bittet
report-requested = erbeten
report-granted = zugesagt
report-at-work = arbeitet ab
report-state = Stand
report-hours = Stunden

report-no-objectives = Das Szenario nennt keine Ziele.
report-objectives-intro = Gemessene Ziele rechnet das Programm aus dem Journal. Beobachtete beurteilen Menschen: P ohne Mühe, S mit Mühe, M mit großer Mühe, U nicht geschafft.
report-verdict-met = erreicht
report-verdict-missed = verfehlt
report-verdict-open = noch offen
report-verdict-not_arisen = kam nicht vor
report-verdict-not_measurable = nicht messbar
report-verdict-rated_by_people = von Menschen zu beurteilen
report-verdict-rated = von Menschen beurteilt
report-target = Soll
report-value = Ist
report-expects = Erwartet:
report-terms = { $count ->
        [one] eine Messung
       *[other] { $count } Messungen
    }
report-term-from = von
report-term-to = bis
report-not-until = nicht bis { $at }
report-already = schon vorher
report-once-not-managed = mindestens einmal nicht geschafft
report-pieces-not-measured = { $count ->
    [one] eine Messung zählt nicht: Die Uhr lief zu schnell, oder die Vertretung saß dort
   *[other] { $count } Messungen zählen nicht: Die Uhr lief zu schnell, oder die Vertretung saß dort
    }
report-stood-in = Vertretung
report-latest = spätestens { $span }
report-people-rate = Menschen beurteilen:
report-not-rated = noch ohne Urteil
report-rating-replaced = später neu beurteilt
report-missed = Verfehlt: { $title }. Soll: { $target }, Ist: { $value }.
report-missed-once = Verfehlt: { $title }. Soll: { $target }, mindestens einmal nicht geschafft.
report-answered-line = Antwort: Zeile { $line }
report-facilitator-for = Übungsleitung, für { $seat }
report-rate = Satz vereinbart
report-no-rate = kein Satz
report-measurable-rule = Nicht messbar ist eine Zeit, wenn die Uhr zu schnell lief: Das Soll muss im Saal mindestens 15 Sekunden dauern. Solche Ziele rechnet das Programm nie.
happening-impact = Verschlüsselung
happening-attack_known = weiß vom Angriff
happening-service_below = Leistung unter Notbetrieb
happening-first_request = erstes Ersuchen
happening-request_arrived = Ersuchen kommt an
happening-request_answered = beantwortet
happening-people_requested = Leute erbeten
happening-helper_at_work = Helfer arbeitet
happening-desk_at_work = Arbeitsplatz arbeitet
happening-link_question = Frage zur Leitung gestellt
happening-link_decided = mit Grund entschieden
happening-breach_known = weiß von der Verletzung
happening-notice_filed = gemeldet
happening-devices_on_site = Einsätze auf fremdem Boden
happening-pay_run = Zahlläufe
happening-outage_tolerable = Ausfall bis zur spätesten Frist
happening-hours_worked = Personenstunden
rating-P = ohne Mühe geschafft
rating-S = mit Mühe geschafft
rating-M = mit großer Mühe geschafft
rating-U = nicht geschafft

report-strengths = Stärken
report-objective-met = Ziel { $id } erreicht: { $title }
report-spread-not-luck = Entscheidungen werden nach allen möglichen Verläufen beurteilt, nie nach dem einen gezogenen. Eine gute Entscheidung mit Pech bleibt eine gute Entscheidung.
report-improvements = Verbesserungsplan
report-nr = Nr.
report-finding = Befund
report-measure = Maßnahme
report-owner = wer
report-due = bis wann
report-status = Stand
report-objective = Ziel { $id }
report-plan-where = Der Plan liegt als Tabelle improvements.csv bei der Aufzeichnung. Wer sie ausfüllt und den Bericht neu erstellt, sieht sie hier.
report-none-noted = Nichts notiert.
report-observations = Beobachtungen

report-hot-wash-intro = { $sheets ->
        [one] Ein Bogen, ohne Namen.
       *[other] { $sheets } Bögen, ohne Namen.
    } 1 heißt „gar nicht“, 5 heißt „voll und ganz“.
report-hot-wash-empty = Es liegen keine Antworten vor.
report-question = Frage
report-mean = Mittel

report-origin = Herkunft der Eingaben
report-figures = Zahl der Eingaben
report-origin-own = von den Verwaltungen
report-origin-published = veröffentlicht
report-origin-derived = an Veröffentlichtem geeicht
report-origin-estimate = geschätzt
report-origin-unsaid = ohne Angabe
report-origin-total = zusammen
report-influence = Annahmen, an denen dieser Verlauf am meisten hängt
report-influence-intro = Jede der { $assumptions } Annahmen, die zu dieser Übung gehören, ist an beiden Enden ihrer Spanne durchgespielt: dieselben Entscheidungen, dasselbe Glück, alles andere wie in der Übung. Dort fielen { $hours } Leistungsstunden aus. Genannt sind die bis zu zehn, die am meisten ändern.
report-influence-what = Annahme
report-influence-span = Spanne
report-influence-hours = verlorene Leistungsstunden am unteren und am oberen Ende
report-influence-swing = Unterschied
report-influence-note = Jeweils ein Verlauf, kein Messwert: Auch kleine Änderungen können das Glück anders fallen lassen. Bei anderen Annahmen hätten die Plätze vielleicht anders entschieden. Woher die Spannen kommen, steht in der Zahlenfassung (JSON).
report-influence-none = Keine davon ändert etwas.
report-unit-d = Tage
report-unit-h = Std
report-unit-m = min
report-assumptions-limits = Welche Annahmen am meisten zählen, ist hier nicht gerechnet: „beistand report“ mit --runs größer als 0 sagt es.

report-method-1 = Das Programm spielt das Journal der Übung noch einmal ab und prüft es an Fingerabdrücken der Welt. Die Zahlen dieses Berichts stammen aus diesem Verlauf oder aus Verläufen mit denselben Zufallszahlen. Nur wo von anderem Glück die Rede ist, sind es andere Zufallszahlen. Wo eine Zahl nicht ihre Zeilen nennt (Leistungen, Summen, Kurven), folgt sie aus allen Zeilen des Journals zusammen.
report-method-2 = Eine Leistungsstunde ist verloren, wenn eine Leistung eine fällige Stunde lang gar nicht erbracht wird; halb erbracht zählt halb.
report-method-3 = Drei Unsicherheiten bleiben getrennt. Zufall: anderes Glück, dieselben Annahmen. Annahmen: andere plausible Zahlen. Rechengenauigkeit: Zahl der Verläufe, keine Aussage über die Welt.
report-seed = Startwert / Wiederholung
report-world = Welt am Ende
report-versions = Programm
report-recorded-by = aufgezeichnet mit { $version }
report-precision = Rechengenauigkeit
report-precision-text = { $runs } Paare von Verläufen; mehr machen die Spannen genauer, nicht wahrer.
report-numbers = Alle Zahlen stehen auch in den Daten: „beistand report … --format json“ oder „csv“. „Zeile n“ ist die Nummer im Journal der Aufzeichnung.
report-sources = Quellen und Lizenzen

report-written = Geschrieben: { $path }
report-written-as = Geschrieben: { $path } ({ $format })
report-no-ending = Kein Bericht endet auf .{ $ending }. Es gibt .html, .md, .csv und .json; mit --format geht jeder Name.
report-unused-template = Hinweis: { $path } ersetzt keine Vorlage und wird nicht verwendet. Vorlagen heißen: { $known }
report-exists = { $path } gibt es schon. Nennen Sie einen anderen Namen, oder ersetzen Sie es mit --force.
report-no-futures = Die Übung ist nicht zu Ende gespielt; was anderes Glück gebracht hätte, sagt der Bericht erst danach.
observe-noted = Notiert (Nr. { $number }).
observe-answers = { $sheets } mit { $answers } übernommen.
observe-sheets = { $count ->
        [one] Ein Bogen
       *[other] { $count } Bögen
    }
observe-sheet-answers = { $count ->
        [one] einer Antwort
       *[other] { $count } Antworten
    }
observe-sheets-known = { $count ->
        [one] Ein Bogen war mit denselben Antworten schon da; er wurde nicht noch einmal übernommen.
       *[other] { $count } Bögen waren mit denselben Antworten schon da; sie wurden nicht noch einmal übernommen.
    }
observe-evidence = { $count ->
        [one] (Zeile { $lines })
       *[other] (Zeilen { $lines })
    }
observe-plan-exists = { $path } ist schon da. Füllen Sie diese Datei aus, oder legen Sie sie beiseite; --force schreibt sie neu, und was ausgefüllt war, ist weg.
observe-no-objective = Es gibt kein Ziel „{ $given }“ in diesem Szenario.
observe-rating-of-what = Ein Urteil gehört zu einem Ziel: --objective ID.{ $given }
observe-no-line = Zeile { $given } gibt es im Journal nicht.
observe-no-question = Es gibt keine Frage „{ $given }“. Die erste Zeile nennt die Kürzel der Fragen: { $ids }.
observe-no-grade = Zeile { $row }, Spalte { $column }: „{ $given }“ ist keine Note von 1 bis 5.
note-kind-observation = Beobachtung
note-kind-strength = Stärke
note-kind-improvement = Verbesserung
report-more-terms = { $count ->
        [one] Eine weitere Messung steht in den Daten.
       *[other] { $count } weitere Messungen stehen in den Daten.
    }
report-more-requests = { $count ->
        [one] Ein weiteres Ersuchen an sie wurde nicht zugesagt; es steht in den Daten.
       *[other] { $count } weitere Ersuchen an sie wurden nicht zugesagt; sie stehen in den Daten.
    }
report-second-try = Zweiter Versuch ab { $at }: Er wird nicht gewertet.
report-verdict-not_scored = zweiter Versuch, nicht gewertet
report-of-facilitator = Übungsleitung
report-inject = { $inject }, { $from }: „{ $text }“
report-injects = Einlagen
report-inject-name = Einlage
report-inject-to = an
report-inject-answered = beantwortet oder getan
report-inject-skipped = übersprungen
report-inject-to-come = steht noch aus
report-inject-never = kam nicht vor
report-inject-held = zurückgehalten
report-inject-nothing-asked = keine Antwort nötig
report-inject-nobody = keine Antwort
report-inject-all = { $asked ->
        [one] ja
       *[other] von allen { $asked } Plätzen
    }
report-inject-answers = von { $answered } der { $asked } Plätze
report-not-yet = noch nicht
report-inject-more = { $count ->
        [one] und eine weitere
       *[other] und { $count } weitere
    }
report-skipped-guard = Die Lage war eine andere.
report-skipped-concerns_nobody = Sie betraf niemanden.
report-skipped-not_in_time = Ihr Anlass kam nicht rechtzeitig.
report-skipped-with_the_other = Die Einlage, zu der sie gehört, fiel aus.
report-skipped-facilitator = Die Übungsleitung ließ sie weg.
report-acknowledged = Einlage { $inject } zur Kenntnis genommen.
report-held = Einlage { $inject } zurückgehalten.
report-let-come = Einlage { $inject } wieder freigegeben.
report-released = Einlage { $inject } ausgelöst.
report-edited = Text der Einlage { $inject } geändert.
report-skipped = Einlage { $inject } weggelassen: { $reason }
report-skipped-bare = Einlage { $inject } weggelassen.
report-intervene-trace = Eingriff: Eine Spur des Angreifers wird bemerkt.
report-intervene-slow = Eingriff: Der Angriff wird langsamer.
report-intervene-hasten = Eingriff: Der Angriff wird schneller.

wall-exercise = ÜBUNG
wall-second-try = ÜBUNG, 2. Versuch
wall-empty = Es ist noch nichts aufgezeichnet.
wall-no-record = Es gibt noch keine Aufzeichnung. Nennen Sie ihren Ordner: beistand wall ORDNER
wall-follows = Die neueste Aufzeichnung: { $path }
wall-ended = Übung beendet
wall-question = Frage: { $question }
wall-unknown = Noch hat keine Meldung alle erreicht.
wall-old-reports = { $young } von { $heard } Meldungen jünger als 6 Std, älteste { $oldest }
wall-decisions = Zuletzt entschieden
wall-no-decisions = noch nichts
wall-mark = { $seat }: { $text }
wall-and-more = { $text } ({ $count ->
    [one] dazu 1 weitere dieser Art
   *[other] dazu { $count } weitere dieser Art
})
wall-since = Erledigte Anliegen der Region seither, aus allen Gründen: { $then } → { $now } von 100
wall-place = Verwaltung
wall-running = läuft
wall-emergency = Notbetr.
wall-down = steht
wall-served = von 100
wall-next = nächste Frist
wall-as-of = Stand
wall-nothing-heard = keine Meldung, die alle erreicht hat
wall-more = … { $count ->
        [one] eine weitere
       *[other] { $count } weitere
    }
wall-assumption-real = Alle Angaben: was jeder im Raum wissen darf. Orte und Einwohner sind echt, alles andere ist eine Übungsannahme.
wall-assumption-invented = Alle Angaben: was jeder im Raum wissen darf. Ortsnamen sind erfunden; außer den Einwohnerzahlen ist alles eine Übungsannahme.
wall-assumption-of_the_scenario = Alle Angaben: was jeder im Raum wissen darf. Einige Orte sind erfunden; was keine eigene Angabe ist, ist eine Übungsannahme.
wall-otherwise = Die Aufzeichnung lässt sich nicht weiter abspielen: { $error }
wall-refused = Zeile { $line } ({ $at }) ist nicht möglich: { $reason }
wall-fingerprint = In Zeile { $line } ({ $at }) ist die Welt eine andere als aufgezeichnet.
wall-bot = In Zeile { $line } ({ $at }) entscheidet ein Platz ohne Person anders.

ui-tab-observe = Beobachtung
ui-context-note = Notiz schreiben
ui-key-choose-objective = Ziel
ui-key-which-seat = Platz
ui-key-rate-p = Ohne Mühe
ui-key-rate-s = Mit Mühe
ui-key-rate-m = Große Mühe
ui-key-rate-u = Nicht
ui-key-note-kind = Art
ui-key-write-note = Notiz
ui-key-save-note = Speichern
ui-key-refresh = Neu rechnen
ui-observe-objective = Ziel
ui-observe-rating = Urteil
ui-observe-all-seats = alle
ui-observe-no-rating = –
ui-observe-head = Notiz zu Ziel { $objective } · Platz: { $seat } · Art: { $kind } · Urteil: { $rating }
ui-observe-evidence = Beleg, Zeile
ui-observe-shown-by = Belege
ui-observe-too-fast = Nicht messbar: Die Uhr lief zu schnell. Bitte urteilen Sie selbst.
ui-observe-latest = Letzte Notizen
ui-observe-no-record = Diese Übung wird nicht aufgezeichnet. Notizen brauchen eine Aufzeichnung.
ui-observe-no-objectives = Dieses Szenario nennt keine Ziele.
ui-observe-nothing = Erst ein Urteil (p s m u) oder eine Notiz (n), dann speichern.
ui-observe-no-line = Belege sind Zeilen des Journals, 1 bis { $last }.
ui-observe-noted = Notiert (Nr. { $number }).
ui-observe-to-rate = bitte urteilen
ui-observe-not-yet = noch nicht
ui-observe-not-scored = nicht gewertet
observe-minutes = { $minutes }
observe-count = { $count }
check-unmeasurable = Hinweis, { $scenario }: Ziel { $objective } ist nicht messbar. Die Uhr läuft in seiner Phase mit { $pace } je Sekunde. Machen Sie die Phase langsamer oder das Soll länger.
