# Aufzeichnungen: schreiben, lesen, fortsetzen, nachspielen, „was wäre wenn“.
refusal-not-recorded = Nicht aufgezeichnet und darum nicht angeordnet: { $reason }
help-not-recorded = Schaffen Sie Abhilfe und ordnen Sie es noch einmal an. Alles davor ist gesichert.
stopped-resumed = fortgesetzt
stopped-not-recorded = nicht aufgezeichnet

record-why-full = Der Datenträger ist voll.
record-why-permission = Das Recht, hier zu lesen oder zu schreiben, fehlt. Lassen Sie es sich geben, oder nehmen Sie einen anderen Ort.
record-why-not-there = Diese Datei oder diesen Ordner gibt es nicht. Prüfen Sie den Namen.
record-why-no-text = Das ist kein Text in UTF-8.
record-why-other = { $error }
record-otherwise = Die Aufzeichnung sagt etwas anderes.

record-where = Aufgezeichnet in { $path }. Weiter geht es mit: beistand play --resume { $path }
record-exists = In { $path } liegt schon etwas. Nennen Sie einen neuen Ordner; eine Aufzeichnung, die dort liegt, ersetzt --force.
record-none = { $path } ist keine Aufzeichnung: Es fehlt die Datei record.json. Nennen Sie den Ordner, den Sie bei --record angegeben haben.
record-no-journal = { $path } fehlt oder ist leer, obwohl hier gespielt wurde. Ohne diese Datei ist nichts wiederherzustellen: Holen Sie sie aus einer Sicherung zurück, oder beginnen Sie in einem anderen Ordner.
record-no-folder = Den Ordner { $path } gibt es nicht. Prüfen Sie den Namen: Es ist der, den Sie bei --record angegeben haben.
record-incomplete = { $path } fehlt. Ohne diese Datei ist die Aufzeichnung nicht zu lesen; nehmen Sie sie aus einer Sicherung.
record-no-write = In { $path } lässt sich nichts schreiben: { $reason } Lesen geht trotzdem: replay, report, whatif.
record-in-use = In { $path } schreibt gerade ein anderes Programm. Beenden Sie dort die Übung, oder nehmen Sie einen anderen Ordner.
record-io = { $path }: { $reason }
record-manifest = { $path } ist nicht zu verstehen: { $reason }. Nehmen Sie die Datei aus einer Sicherung.
record-manifest-changed = { $path } wurde nach der Übung geändert, oder das Journal gehört zu einer anderen Aufzeichnung. Nehmen Sie die Datei aus einer Sicherung.
record-why-no-json = kein gültiges JSON ab Zeile { $line }, Zeichen { $column }
record-why-field = ein Feld fehlt oder passt nicht ({ $error })
record-why-outside = „{ $name }“ liegt außerhalb der Aufzeichnung
record-why-no-date = „{ $name }“ ist kein Datum
record-why-unknown = „{ $name }“ gibt es im Szenario nicht
record-plan = { $path } ist kein Verbesserungsplan: { $reason }
record-plan-columns = Die erste Zeile nennt eine Spalte „{ $given }“. Erlaubt ist jede dieser Spalten einmal: { $columns }.
record-plan-row = Zeile { $row } hat mehr Zellen als die erste Zeile. Setzen Sie Text mit Trennzeichen in Anführungszeichen.
record-plan-quote = In Zeile { $row } beginnt ein Anführungszeichen, das nicht endet.
record-blank = { $path }: Das Journal ist leer. Von dieser Übung ist nichts aufgezeichnet.
record-form = { $path } hat die Form { $schema } und stammt von Version { $version }. Nehmen Sie jene Version des Programms.
record-other-scenario = Das Szenario in { $path } ist nicht das, mit dem gespielt wurde. Es wurde danach geändert; nehmen Sie es aus einer Sicherung.
record-scenario = Das Szenario in { $path } ist nicht zu lesen:
    { $error }
record-damaged = { $path }, Zeile { $line } (ab Byte { $offset }): Hier steht nicht, was geschrieben wurde. Nehmen Sie die Datei aus einer Sicherung. Was vor dieser Zeile steht, ist unversehrt: Ohne Sicherung kopieren Sie den Ordner und löschen in der Kopie diese Zeile und alles darunter; die Aufzeichnung reicht dann bis dorthin, lässt sich lesen und fortsetzen.
record-damaged-first = { $path }, Zeile { $line } (ab Byte { $offset }): Hier steht nicht, was geschrieben wurde. Nehmen Sie die Datei aus einer Sicherung. Vor dieser Zeile steht nichts, womit es weitergehen könnte.
record-no-seat = In { $path } hat niemand einen Platz.
record-no-home = Es ist kein Ordner für Aufzeichnungen bekannt. Nennen Sie einen mit --record.
record-none-to-rewind = Diese Übung wird nicht aufgezeichnet. Darum gibt es kein Zurück.
record-torn = { $path }: Die letzte Zeile war nicht zu Ende geschrieben ({ $bytes ->
        [one] ein Byte
       *[other] { $bytes } Byte
    }) und zählt nicht. Alles davor ist da.
record-other-version = Aufgezeichnet hat Version { $recorded }, dies ist { $here }.
resumed-torn = Die letzte Zeile der Aufzeichnung war nicht zu Ende geschrieben und zählt nicht. Alles davor ist da.
resumed-in-a-leap = Ein Zeitsprung war unterbrochen. Die Menschen sind wieder an ihren Plätzen; j springt weiter.

replay-holds = Die Aufzeichnung stimmt: { $acts ->
        [one] eine Anordnung
       *[other] { $acts } Anordnungen
    }, { $fingerprints ->
        [one] ein Fingerabdruck
       *[other] { $fingerprints } Fingerabdrücke
    }, bis { $at }, Welt { $fingerprint }.
replay-refused = { $path }, Zeile { $line } ({ $at }): Diese Anordnung ist beim Nachspielen nicht möglich: { $reason }
replay-fingerprint = { $path }, Zeile { $line } ({ $at }): Die Welt ist beim Nachspielen eine andere: { $found } statt { $recorded }.
replay-bot = { $path }, Zeile { $line } ({ $at }): Ein Platz ohne Person entscheidet beim Nachspielen anders.
replay-cause-unknown = Der Verlauf hängt nur von Szenario, Startwert und Journal ab. Das ist ein Fehler des Programms; bitte melden Sie ihn mit dem Ordner.

whatif-nothing = Sagen Sie, was anders sein soll: --without aid, --without ZEILE, --move, --pact, --set, --with oder --command.
whatif-from-the-beginning = Pakt und Zahlen des Szenarios gelten von Anfang an; --from geht nur mit --without und --command.
whatif-no-moment = „{ $given }“ ist kein Zeitpunkt der Übung. Schreiben Sie die Zeit seit Übungsbeginn (2d, 12h) oder ein Datum (2027-02-22, 2027-02-22T09:00).
whatif-no-decision = Zeile { $line } des Journals ist keine Entscheidung einer Person oder der Übungsleitung.
whatif-too-early = Zeile { $line } kann nicht so weit nach vorn: Vor dem Übungsbeginn ({ $at }) entscheidet niemand. Am weitesten geht --move { $line }=-{ $minutes }m.
whatif-other-pact = Hinweis: { $path } ändert hier nichts. Der Pakt „{ $other }“ gilt in diesem Verlauf nicht, sondern „{ $pact }“. Mit --pact { $other } gilt er.
whatif-bots-otherwise = Die Plätze ohne Person entscheiden in dieser Version des Programms anders als in der Übung: Zeile { $line } des Journals ist nicht mehr möglich. Nehmen Sie die Version, die aufgezeichnet hat.
whatif-line = { $path }, Zeile { $line }: { $error }. Eine Zeile sieht aus wie im Journal, mit minute, seat und command.
whatif-line-no-minute = { $path }, Zeile { $line }: Es fehlt minute. Schreiben Sie die Minute dazu, oder nennen Sie sie mit --from.
whatif-line-after-end = { $path }, Zeile { $line }: Diese Minute liegt nach dem Ende der Übung.
whatif-recorded-until = Aufgezeichnet bis { $at }. Danach entscheiden die Plätze der Personen in beiden Verläufen nichts mehr.
whatif-was = Gespielt: Pakt „{ $pact }“.
whatif-is = Geändert: { $what }.
whatif-is-pact = Pakt „{ $pact }“
whatif-is-without-aid = Niemand bittet um Hilfe oder gibt welche
whatif-is-without-aid-from = Ab { $at } bittet niemand um Hilfe oder gibt welche
whatif-is-set = { $path } = { $value }
whatif-is-laid-over = { $file } liegt über dem Szenario
whatif-is-decision = Zeile { $line }, { $at }, { $seat }: { $what } ({ $how })
whatif-is-added = { $at }, { $seat }: { $what } (hinzugefügt)
whatif-curve = Von 100 Bürgeranliegen der Region werden am Tag erledigt:
whatif-curve-futures = mittlere 90 von 100 Verläufen, gespielt und geändert
whatif-curve-lowest = Tiefster Stand: gespielt { $played }, geändert { $changed }.
whatif-region = Region
whatif-played = gespielt
whatif-changed = geändert
whatif-difference = Unterschied
whatif-lost-hours = verlorene Leistungsstunden
whatif-unpaid = verspätete Zahlungen
whatif-waz = Wiederanlaufzeit (WAZ) verfehlt
whatif-mta = zulässige Ausfallzeit (MTA) verfehlt
whatif-delayed = Anliegen, die warten mussten
whatif-cases-lost = Anliegen, die niemand erledigte
whatif-helpers = Leistungsstunden durch Helfen
whatif-aid-cost = Kosten der Hilfe (€)
whatif-backlog-cost = Kosten des Rückstands (€)
whatif-emergency = Notbetrieb
whatif-normal = normal
whatif-never-down = steht nie still
whatif-lost = { $count ->
        [0] Alle Entscheidungen waren auch so möglich.
        [one] Eine Entscheidung nicht mehr möglich:
       *[other] { $count } Entscheidungen nicht mehr möglich:
    }
whatif-lost-rest = { $count ->
        [0] Alle anderen Entscheidungen waren auch so möglich.
        [one] Von den anderen eine Entscheidung nicht mehr möglich:
       *[other] Von den anderen { $count } Entscheidungen nicht mehr möglich:
    }
whatif-aid-left-out = { $count ->
        [one] Eine Entscheidung des Raums über Hilfe fällt weg
       *[other] { $count } Entscheidungen des Raums über Hilfe fallen weg
    }: erbeten { $asked }, zugesagt { $granted }, abgelehnt { $refused }, zurückgerufen { $recalled }.
whatif-lost-line = Zeile { $line }, { $at }, { $seat }: { $reason }
whatif-lost-added = hinzugefügt, { $at }, { $seat }: { $reason }
whatif-overstates = Alle anderen Entscheidungen bleiben, obwohl man ohne Hilfe anders entschieden hätte: Das überschätzt eher, was Hilfe wert ist.
whatif-futures = Bei anderem Glück ({ $runs } Paare von Verläufen, dieselben Entscheidungen):
whatif-middle = von 100 Verläufen die mittleren 90
whatif-less = weniger
whatif-more = mehr

## Command line
cli-output = Fehler: Die Ausgabe lässt sich nicht schreiben. { $reason }
cli-file = Fehler: { $path }: { $reason }
template-no-folder = Fehler: Einen Ordner { $path } mit Vorlagen gibt es nicht.
template-unreadable = Fehler: { $path }: { $reason }
template-wrong = Fehler: Eine Vorlage lässt sich nicht verwenden. Wo und warum, sagt ihr Leseprogramm auf Englisch: { $error }
cli-no-pact = Fehler: In „{ $scenario }“ gibt es keinen Stand des Pakts „{ $name }“. Es gibt: { $known }
cli-no-response = Fehler: In „{ $scenario }“ gibt es keinen Einsatzplan „{ $name }“. Es gibt: { $known }
cli-no-seat = Fehler: In „{ $scenario }“ gibt es keinen Platz „{ $name }“. Es gibt:
    { $known }
cli-no-terminal = Das braucht ein Terminal; Ein- oder Ausgabe führt in eine Datei oder Leitung. Dort hilft „beistand run“.
cli-note-needs-words = Fehler: Eine Notiz braucht Worte.
host-seats-unreadable = Fehler: { $path } ist keine Platzdatei: { $error }. Eine neue macht „beistand host --seats NEU.ron --print-seats“.
record-why-not-a-folder = Hier wird ein Ordner erwartet, das ist eine Datei.
usage-unknown = Fehler: „{ $arg }“ gibt es hier nicht.
usage-unknown-command = Fehler: Den Befehl „{ $command }“ gibt es nicht.
usage-no-value = Fehler: Nach „{ $arg }“ fehlt ein Wert.
usage-value = Fehler: „{ $value }“ passt nicht zu „{ $arg }“.
usage-value-why = Fehler: „{ $value }“ passt nicht zu „{ $arg }“: { $why }
usage-value-more = Fehler: „{ $value }“ ist zu viel: „{ $arg }“ nimmt keinen Wert mehr.
usage-twice = Fehler: „{ $arg }“ darf nur einmal stehen.
usage-conflict = Fehler: „{ $arg }“ geht nicht zusammen mit { $others }.
usage-conflict-any = Fehler: „{ $arg }“ geht nicht zusammen mit anderem, was dasteht.
usage-missing = Fehler: Es fehlt: { $args }
usage-missing-command = Fehler: Nach „{ $command }“ fehlt ein Befehl.
usage-no-number = Es ist keine Zahl, die hier passt.
usage-bounds = Es geht von { $least } bis { $most }.
usage-possible = Möglich ist: { $values }
usage-similar = Gemeint war vielleicht { $words }.
usage-call = Aufruf: { $usage }
usage-help = Mehr dazu zeigt --help.
typed-no-override = `{ $typed }` ist nicht PATH=VALUE, wie in service.kfz.waz=24h
typed-no-date = `{ $typed }` ist kein Datum von 1990 bis 2100, wie in 2027-09-03
typed-no-duration = `{ $typed }` ist keine Dauer von einer Minute bis zehn Jahren, wie in 90d oder 12h
typed-no-move = `{ $typed }` ist nicht Zeile und Zeit, wie in 41=-2h oder 41=+1d
typed-no-line = `{ $typed }` ist weder `aid` noch die Nummer einer Zeile
typed-not-positive = `{ $typed }` ist keine Zahl über 0
typed-no-trajectories = `{ $typed }` ist nicht 0 und keine Zahl von 2 bis 10000
typed-no-share = `{ $typed }` ist kein Anteil über 0 und unter 1, wie in 0.01
typed-no-array = `{ $typed }` braucht SLURM_ARRAY_TASK_ID oder JOB_COMPLETION_INDEX, wie Array-Jobs sie haben
typed-no-shard = `{ $typed }` ist nicht I/N mit I von 1 bis N, wie in 3/8
typed-no-axis = `{ $typed }` ist nicht PATH=A,B, wie in pact=none,contract
typed-one-value = `{ $path }` hat nur einen Wert: Ohne Vergleich gehört das zu --set, --pact oder --response
typed-value-twice = `{ $path }` hat den Wert `{ $value }` zweimal
typed-no-target = `{ $typed }` ist nicht `criticality 1 MTA 95%`, `service kfz MTA 90%` oder `lost 10% less`
cli-no-command = Fehler: Den Befehl `{ $name }` gibt es nicht. Es gibt: { $known }
