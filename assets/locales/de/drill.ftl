# beistand drill --vary: was Varianten unterscheidet

drill-pairs = { $runs ->
        [one] Ein Verlauf
       *[other] { $runs } Verläufe
    } je Variante, Verlauf für Verlauf mit demselben Glück. Verglichen wird mit { $base }.
drill-idle = Unter pact={ $pact } bewirkt { $path } nichts: Fassungen, die sich dort nur darin unterscheiden, sind gleich.
drill-contrasts = { $draft } gegen { $base }, alles andere auf beiden Seiten gleich (gewichtete Stunden):
drill-without-each-clause = Der Entwurf ohne je eine Klausel, gegen den ganzen Entwurf (gewichtete Stunden, alle Klauseln zusammen beurteilt):
drill-prevention = Vorsorge für das, was der Entwurf mehr kostet als der erste, { $money } € im Jahr (gewichtete Stunden, alle Zusammenstellungen zusammen beurteilt):
drill-prevention-no-money = Vorsorge für dasselbe Geld: Der Entwurf kostet nicht mehr als der erste.
drill-prevention-none = Vorsorge für dasselbe Geld: Das Szenario kennt keine, die nicht schon vereinbart ist.
drill-prevention-too-dear = Vorsorge für dasselbe Geld: Die billigste kostet { $price } € im Jahr, der Entwurf { $money } € mehr als der erste.
drill-prevention-set = { $clauses }: { $price } € im Jahr
drill-prevention-today = gegen den ersten
drill-prevention-draft = gegen den Entwurf
drill-compared = Vergleich
drill-here = hier
drill-difference = Unterschied
drill-nine-of-ten = 9 von 10 Verläufen
drill-from-to = { $from } bis { $to }
drill-weighted = Ausfall, gewichtet (h)
drill-lost = Ausfall (h)
drill-unpaid = verspätete Zahlungen
drill-mta-broken = Höchstzeit verfehlt
drill-helpers = Ausfall durch Helfen (h)
drill-lowest = tiefster Stand (von 100)
drill-mean = im Mittel
drill-deviation = Streuung
drill-not-by-the-end = in { $runs } bis zum Ende nicht
drill-figure-days_to_95pct = Tage bis 95 von 100 Systemen laufen
drill-figure-ever_infected_share = je befallen (von 100 Systemen)
drill-figure-system_days_lost = ausgefallene Systemtage
drill-figure-system_days_lost_per_system = dieselben je System
drill-one-note = Genauigkeit: so weit kann das Mittel nach so vielen Verläufen noch daneben liegen (95 von 100). Streuung: wie weit Verläufe auseinander liegen.
drill-mean-less = Im Mittel { $least } bis { $most } weniger.
drill-mean-more = Im Mittel { $least } bis { $most } mehr.
drill-no-range = Was 9 von 10 Verläufe ergeben, steht erst ab { $least } Verläufen da.
drill-very-sure = sehr sicher
drill-rather-sure = ziemlich sicher
drill-fairly-sure = mäßig sicher
drill-open = offen
drill-intolerable = Höchstzeit verfehlt, von 100 Ausfällen: Leib und Leben (!), dann wo es sich ändert:
drill-unit-note = h: Stunden, in denen eine Leistung fällig ist und fehlt. Höchstzeit verfehlt: so viele Leistungen.
drill-luck-only = Geprüft ist der Zufall: anderes Glück bei gleichen Annahmen. Wie andere Annahmen das Ergebnis ändern, steht hier nicht.
drill-study-kept = Auch { $kept } Verläufe der Untersuchung liegen dort.
drill-study-going-on = Es geht weiter nach { $kept } Verläufen der Untersuchung.
drill-precise-difference = Nach { $runs } Verläufen ist jeder Unterschied auf { $share } % des heutigen Ausfalls genau bekannt, das sind ± { $half } (95 von 100): Das genügt, wie verlangt. Ist der Unterschied selbst kleiner, verlangen Sie mehr.
drill-precise = Nach { $runs } Verläufen ist der Ausfall auf { $share } % genau bekannt, das sind ± { $half } (95 von 100): Das genügt, wie verlangt.
drill-not-precise = { $runs } Verläufe reichen nicht für eine Genauigkeit von { $share } % des heutigen Ausfalls (± { $half }, 95 von 100).
drill-part-empty = Teil { $index } von { $of } hat keine Verläufe, denn es gibt im Ganzen { $all }: Er ist leer.
drill-not-drawn = Nicht gezogen, weil hier festgelegt: { $names }
drill-no-folder = Fehler: Den Ordner { $path } gibt es nicht.
drill-left = Fehler: { $path } ist von einem Drill übrig, der nicht zu Ende kam. --resume macht dort weiter, --force beginnt neu.
drill-there = Fehler: { $path } gibt es schon. --force ersetzt es.
drill-kept-busy = Fehler: An { $path } schreibt gerade ein anderer Drill, oder er ist eben fertig geworden. Warten Sie auf ihn, oder nehmen Sie einen anderen Ordner.
drill-kept-another = Fehler: { $path } ist von einem anderen Drill: { $what } ist anders. --force ohne --resume beginnt neu.
drill-part-line = Fehler: { $path }, Zeile { $line }: { $why } { $help }
drill-line-changed = Die Zeile ist nicht, was geschrieben wurde (Prüfsumme).
drill-line-form = Die Form ist „{ $form }“: Eine andere Version des Programms hat die Datei geschrieben.
drill-line-impossible = Die Zeile sagt, was nicht sein kann.
drill-line-misfit = Die Zeile passt nicht zur ersten.
drill-line-out-of-order = Hier ist ein anderer Verlauf dran.
drill-help-go-on = Löschen Sie diese Zeile und alle danach, dann macht --resume dort weiter. --force ohne --resume beginnt neu.
drill-help-again = Rechnen Sie diesen Teil noch einmal: dieselbe Zeile wie für ihn, mit --force.
drill-part-none = Fehler: In { $path } liegt kein Teil eines Drills (shard-I-of-N.jsonl).
drill-part-another = Fehler: { $others } ist von einem anderen Drill als { $path }: { $what } ist anders. Nehmen Sie aus dem Ordner, was nicht dazugehört.
drill-part-twice = Fehler: Verlauf { $run } steht in { $path } und in { $other }. Nehmen Sie eine der beiden Dateien aus dem Ordner.
drill-part-twice-in-one = Fehler: { $path }: Verlauf { $run } steht in Zeile { $line } und in Zeile { $again }. { $help }
drill-part-missing = Fehler: { $count } von { $of } Verläufen fehlen, der erste ist Verlauf { $first }, aus Teil { $shard }. Rechnen Sie diesen Teil: --shard { $shard }
drill-differs-version = die Version des Programms
drill-differs-scenario = das Szenario
drill-differs-seed = der Startwert (--seed)
drill-differs-runs = die Zahl der Verläufe
drill-differs-until = das Ende der Verläufe
drill-differs-varied = was verglichen wird
drill-differs-assumptions = was gezogen wird
drill-differs-figure = eine Größe des Szenarios, des Pakts oder des Einsatzplans
drill-differs-parts = die Zahl der Teile
drill-interrupted = Abgebrochen: { $made } von { $wanted } Verläufen.
drill-kept = { $kept } von { $wanted } Verläufen liegen in { $path }: Dieselbe Zeile mit --resume macht dort weiter.
drill-going-on = Es geht weiter nach { $kept } von { $wanted } Verläufen.
drill-luck-then-figures = Darüber ist nur der Zufall geprüft: anderes Glück bei gleichen Annahmen. Was andere Annahmen ändern, folgt.
drill-entry-pinned = Hinweis: attack.entry_at verschiebt nur den Einstieg. Diese Phasen beginnen zu einem festen Zeitpunkt (starts_at) und bleiben, wo sie sind: { $phases }. Damit wandern sie mit: { $free }
drill-no-clause-beyond = Fehler: --clauses braucht zwei Vereinbarungen zum Vergleich, wie in --vary pact=loi,contract: „{ $pact }“ hat keine Klausel über die erste hinaus
drill-prevention-of-what = Fehler: --prevention gibt aus, was ein Entwurf mehr kostet als heute, und braucht darum zwei Vereinbarungen zum Vergleich, wie in --vary pact=loi,contract --prevention
drill-written = Geschrieben: { $path }
drill-split = Wie sicher das ist: { $draws } Annahmen mit je { $runs } Verläufen
drill-split-above = Darüber gelten „9 von 10 Verläufen“ für Zufall und Annahmen zusammen. Hier stehen beide getrennt, ab 20 Verläufen oder Annahmen.
drill-split-luck = Zufall
drill-split-assumptions = Annahmen
drill-split-precision = Genauigkeit
drill-split-share = Teil
drill-split-luck-note = Zufall: in 9 von 10 Verläufen, wenn die Annahmen mittlere sind.
drill-split-assumptions-note = Annahmen: der Mittelwert unter 9 von 10 denkbaren Annahmen.
drill-split-precision-note = Genauigkeit: So weit kann der Mittelwert danebenliegen, weil nur so oft gerechnet wurde.
drill-split-share-note = Teil: was an der Streuung von den Annahmen kommt.
drill-split-less = Unter { $less } von { $all } Annahmen fällt im Mittel weniger aus, unter { $more } mehr.

sensitivity-head = Was zählt: { $figures } Größen, { $points } Rechenpunkte mit je { $runs ->
        [one] einem Verlauf
       *[other] { $runs } Verläufen
    }, überall mit demselben Glück
sensitivity-begins = Was zählt: { $figures } Größen, höchstens { $points } Rechenpunkte mit je { $each } { $each ->
        [one] Verlauf
       *[other] Verläufen
    } in { $versions } { $versions ->
        [one] Fassung
       *[other] Fassungen
    }, zusammen { $all } Verläufe. Strg-C hört auf; mit --out geht es später weiter.
sensitivity-metric = Ausfall in gewichteten Stunden bei { $of }; wie angenommen { $value }
sensitivity-metric-alone = Ausfall in gewichteten Stunden; wie angenommen { $value }
sensitivity-difference = Unterschied des gewichteten Ausfalls, { $of } gegen den ersten; wie angenommen { $value }
sensitivity-clause = Klauseln: darüber lässt sich verhandeln
sensitivity-preparedness = Vorsorge: die lässt sich kaufen
sensitivity-assumption = Annahmen: die lassen sich nur eingestehen
switched-on = ein
switched-off = aus
sensitivity-low = unten
sensitivity-high = oben
sensitivity-effect = Wirkung
sensitivity-bends = Streuung
sensitivity-first = allein
sensitivity-total = gesamt
sensitivity-more = und { $count } weitere, die weniger ausmachen
sensitivity-none = ohne jede Wirkung: { $count }
sensitivity-turns = (!) Das Vorzeichen hängt davon ab.
sensitivity-open = So wenige Verläufe sagen nicht, ob der Unterschied über oder unter null liegt, also auch nicht, was ihn dreht. Mehr Verläufe: --point-runs.
sensitivity-nothing-turns = Keine Größe für sich dreht das Vorzeichen.
sensitivity-notes = Unten, oben: Ergebnis an den Enden der Spanne, alles andere wie angenommen. (!): Das Vorzeichen hängt davon ab.
sensitivity-notes-screening = Wirkung: mittlere Änderung über die ganze Spanne, bei vielen Lagen der anderen (Morris μ*); Streuung: wie sehr das von den anderen abhängt (σ).
sensitivity-notes-shares = Allein, gesamt: Anteil an der Streuung in Prozent (Sobol), für die wenigen, die am meisten ausmachen. In Klammern: wie genau das bekannt ist (95 von 100); eine weite Klammer sagt wenig.
sensitivity-share = { $value } ({ $from } bis { $to })
sensitivity-shares = Anteil an der Streuung in %: allein { $first }, gesamt { $total }

# Was sich nicht verlangen lässt.
drill-no-own = Fehler: Verwaltung `{ $id }` mit Leistungen gibt es in `{ $scenario }` nicht.
drill-many-variants = Fehler: --vary ergibt { $count } Kombinationen; es gehen höchstens { $most }.
drill-set-and-varied = Fehler: `{ $path }` ist mit --{ $path } gesetzt und mit --vary verändert; eins davon weglassen.
drill-varied-twice = Fehler: `{ $path }` steht zweimal in --vary.
drill-one-run-of-a-draw = Fehler: --assumptions braucht --runs 2 oder mehr: Ein Lauf je Ziehung zeigt nicht, was der Zufall tut.
drill-many-draws = Fehler: { $draws } Ziehungen zu { $runs } Läufen sind zu viele; es gehen höchstens { $most }.
