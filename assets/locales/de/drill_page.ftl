# Die Seite eines Drills: was ein Entwurf bringt, für wen, auf wessen Kosten, und wie sicher das ist.
dp-kicker = Durchgerechnet – keine Messung, keine Vorhersage
dp-title = Was bringt „{ $draft }“ gegenüber „{ $base }“?
dp-title-changes = Was ändert sich, wenn „{ $draft }“ gilt statt „{ $base }“?
dp-set-with = mit { $title }
dp-set-without = ohne { $title }
dp-set-entry = Einstieg: { $entry }
dp-set-second-entry = zweiter Angriff: { $entry }
dp-set-second = ein zweiter Angriff
dp-set-no-second = kein zweiter Angriff
dp-set-second-chance = ein zweiter Angriff in { $of_100 } von 100 Fällen
dp-set-no-aid = ohne jede Hilfe
dp-set-all-places = alle Verwaltungen
dp-set-all-services = alle Leistungen
dp-set-field = { $whose }, { $field }: { $value }
dp-set-figure = { $title }: { $value }
dp-set-yes = ja
dp-set-no = nein
dp-idle = Unter „{ $pact }“ bewirkt „{ $figure }“ nichts: Fassungen, die sich dort nur darin unterscheiden, sind gleich.
dp-title-besides = { $title } (bei: { $besides })
dp-title-alone = Wie lange dauert der Wiederanlauf mit „{ $draft }“?
dp-title-own = Wie lange dauert der Wiederanlauf in { $place }? (Es gilt: „{ $draft }“)
dp-the-draft = der Entwurf
dp-the-draft-first = Der Entwurf
dp-the-today = heute
dp-the-today-first = Heute
dp-called = „{ $name }“
dp-with = mit „{ $name }“
dp-with-first = Mit „{ $name }“
dp-in-courses = in { $count } von { $all } Verläufen
dp-in-all-courses = in allen Verläufen
dp-basis = { $scenario }. Durchgespielt sind { $runs } Verläufe eines Angriffs, je { $days } Tage.
dp-basis-one = { $scenario }. Durchgespielt ist ein Verlauf eines Angriffs, { $days } Tage lang.

dp-cut-short = Vorzeitig beendet: { $wanted } waren gewünscht.

dp-q-gain = Was bringt der Entwurf?
dp-q-differs = Was ändert sich?
dp-q-proposal = Vorschlag
dp-q-follows = Was folgt daraus?
dp-q-elsewhere = Gilt das auch sonst?
dp-q-sure = Wie sicher ist das?
dp-q-whom = Für wen?
dp-q-unsolved = Was löst { $draft } nicht?
dp-q-unsolved-alone = Was bleibt ungelöst?
dp-q-own = Und bei uns?
dp-q-cost = Auf wessen Kosten?
dp-q-clause = Welche Klausel trägt das Ergebnis?
dp-q-hangs = Woran hängt es?
dp-q-pays = Ab wann lohnt es sich?
dp-q-prevention = Was brächte dasselbe Geld für Vorsorge?
dp-q-unknown = Was wissen wir nicht?
dp-q-alone = Was fällt aus?
dp-q-region = Und in der Region?

dp-gain-less = Bei einem solchen Angriff fällt weniger aus: im Mittel { $hours } gewichtete Stunden. Das sind { $of_100 } von 100; { $today } fallen { $before } aus.
dp-gain-more = Bei einem solchen Angriff fällt mehr aus: im Mittel { $hours } gewichtete Stunden. Das sind { $of_100 } von 100; { $today } fallen { $before } aus.
dp-gain-negligible = { $draft_first } ändert praktisch nichts: Im Mittel liegt der Unterschied unter { $hours } gewichteten Stunden, das sind { $of_100 } von 100; { $today } fallen { $before } aus.
dp-gain-hardly = Praktisch ist das nichts: im Mittel höchstens { $hours }.
dp-gain-plain-more = Ohne Gewichte ist es umgekehrt: Da fallen im Mittel { $hours } Leistungsstunden mehr aus ({ $sure }).
dp-gain-plain-less = Ohne Gewichte ist es umgekehrt: Da fallen im Mittel { $hours } Leistungsstunden weniger aus ({ $sure }).
dp-hours = Eine Leistungsstunde heißt: Eine Leistung einer Verwaltung steht eine Stunde lang still. Gewichtete Stunden sind dieselben, nur zählen dringende Leistungen und große Orte mehr.
dp-gain-under-one = weniger als 1
dp-far-mean = Das Mittel liegt außerhalb von 9 von 10 Verläufen: Wenige Verläufe weichen sehr weit ab und verschieben es.
dp-gain-spread-less = In 9 von 10 Verläufen sind es { $low } bis { $high } weniger.
dp-gain-spread-more = In 9 von 10 Verläufen sind es { $low } bis { $high } mehr.
dp-gain-spread-through-zero = In 9 von 10 Verläufen liegt es zwischen { $less } weniger und { $more } mehr.
dp-gain-unclear = Ob mehr oder weniger ausfällt, ist aus so vielen Verläufen nicht zu sagen. { $today_first } fallen { $before } gewichtete Stunden aus.
dp-gain-same = Nichts: In keinem Verlauf fällt mehr oder weniger aus.
dp-gain-too-few = Aus einem Verlauf folgt nichts.

dp-proposal-sign = Den Entwurf unterschreiben: Er kostet nicht mehr als heute.
dp-proposal-sign-if-often = Den Entwurf unterschreiben, wenn Sie damit rechnen, dass ein solcher Angriff mindestens { $often } kommt. Sonst kostet er mehr, als er bei { $value } € je gewichteter Stunde spart.
dp-proposal-sign-if-worth = Den Entwurf unterschreiben, wenn er Ihnen das wert ist: Kommt ein solcher Angriff jedes Jahr, kostet eine vermiedene gewichtete Stunde { $yearly } €; kommt er alle zehn Jahre, kostet sie { $ten } €.
dp-proposal-too-dear = Zu diesem Preis nicht unterschreiben: Bei { $value } € je gewichteter Stunde müsste der Angriff mindestens { $often } kommen.
dp-proposal-small = Diese Rechnung ist kein Grund zu unterschreiben: Der Entwurf vermeidet weniger als 1 von 100 Stunden, und jede kostet { $yearly } €, wenn ein solcher Angriff jedes Jahr kommt.
dp-proposal-nothing = Diese Rechnung ist kein Grund zu unterschreiben: Der Entwurf ändert praktisch nichts.
dp-proposal-nothing-saves = Über den Preis entscheiden: Am Ausfall ändert der Entwurf praktisch nichts. Er spart { $total } € im Jahr.
dp-proposal-same = Diese Rechnung ist kein Grund zu unterschreiben: Der Entwurf ändert nichts.
dp-proposal-contrary = Noch nicht unterschreiben: Nach gewichteten Stunden fällt weniger aus, nach Leistungsstunden mehr.
dp-proposal-own-less = In { $place } fällt damit weniger aus: im Mittel { $hours } Leistungsstunden ({ $sure }).
dp-proposal-own-more = In { $place } fällt damit mehr aus: im Mittel { $hours } Leistungsstunden ({ $sure }). Für { $place } allein spricht das gegen eine Unterschrift.
dp-proposal-own-same = In { $place } ändert sich nichts.
dp-proposal-own-open-less = Ob in { $place } weniger ausfällt, ist nicht zu sagen (im Mittel { $hours } Leistungsstunden weniger).
dp-proposal-own-open-more = Ob in { $place } mehr ausfällt, ist nicht zu sagen (im Mittel { $hours } Leistungsstunden mehr).
dp-proposal-open = Noch nicht unterschreiben: Der Entwurf hilft im Mittel, aber nicht verlässlich.
dp-proposal-not = Den Entwurf so nicht unterschreiben: Es fällt mehr aus als heute.
dp-proposal-unclear = Die Entscheidung nicht auf diese Rechnung stützen.
dp-proposal-more-runs = Erst mehr Verläufe rechnen.
dp-proposal-too-few = Erst mehr Verläufe rechnen.
dp-follows-less = Es fällt weniger aus als { $today } ({ $sure }).
dp-follows-more = Es fällt mehr aus als { $today } ({ $sure }).
dp-follows-contrary = Nichts Eindeutiges: Nach gewichteten Stunden fällt weniger aus, nach Leistungsstunden mehr.
dp-follows-open = Nichts, was sicher wäre.
dp-follows-nothing = In diesem Angriff ist es praktisch gleich.
dp-follows-same = In diesem Angriff ist es gleich.
dp-proposal-clauses-open = Welche Klauseln dafür nötig sind, ist noch nicht gerechnet.
dp-proposal-keep = Nicht weglassen: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-proposal-carries = Was er bringt, kommt vor allem von: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-proposal-strike = Streichen oder ändern, denn ohne sie fällt weniger aus: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-proposal-little = Wegen ihrer Wirkung weder halten noch streichen, denn jede ändert weniger als 1 von 100 Stunden: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-proposal-talk = Über den Preis reden, denn ob ihr Wegfall hier etwas ändert, ist nicht sicher: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }

dp-elsewhere-differs = Nein. In { $others } von { $all } durchgespielten Lagen lautet die Antwort anders.
dp-elsewhere-one = Bei { $besides }: im Mittel { $difference } ({ $sure }).
dp-elsewhere-one-advice = Bei { $besides }: im Mittel { $difference } ({ $sure }). Vorschlag dort: { $advice }.
dp-elsewhere-more = { $more ->
        [one] Eine weitere Lage steht
       *[other] { $more } weitere Lagen stehen
    } im Abschnitt „Unterschied Verlauf für Verlauf“.
dp-elsewhere-less = Ja. In allen { $all } durchgespielten Lagen fällt weniger aus.
dp-elsewhere-more-lost = Ja. In allen { $all } durchgespielten Lagen fällt mehr aus.
dp-elsewhere-same = Ja. In allen { $all } durchgespielten Lagen ändert sich nichts.
dp-elsewhere-open = In keiner der { $all } durchgespielten Lagen ist es sicher zu sagen.
dp-elsewhere-hours = Im Mittel sind es je nach Lage { $least } bis { $most } gewichtete Stunden.
dp-elsewhere-advice = Der Vorschlag ist überall: { $advice }.
dp-elsewhere-often = Damit es sich trägt, muss der Angriff je nach Lage mindestens { $often } bis { $seldom } kommen.
dp-short-sign = unterschreiben
dp-short-sign-if = unterschreiben, wenn es das wert ist
dp-short-too-dear = zu diesem Preis nicht
dp-short-no-reason = kein Grund zu unterschreiben
dp-short-not = nicht unterschreiben
dp-short-not-yet = noch nicht unterschreiben
dp-short-open = offen
dp-besides = Lage
dp-contrasts-intro = „{ $draft }“ gegen „{ $base }“, gewichtete Stunden, in jeder Lage für sich: Alles andere ist auf beiden Seiten gleich. Die erste Zeile ist die der ersten Seite.
dp-difference-span = Unterschied (wie genau gerechnet)
dp-courses = Verläufe: weniger / mehr
dp-pays-at = trägt sich ab
dp-all-variants-intro = Unterschied heißt hier: zur ersten Zeile. Wo sich mehr als eine Sache unterscheidet, sagt er nichts über den Entwurf.

dp-sure-less = Dass weniger ausfällt: { $sure }. Es gilt { $courses }.
dp-sure-more = Dass mehr ausfällt: { $sure }. Es gilt { $courses }.
dp-sure-same = In allen Verläufen ist es gleich.
dp-sure-open = Offen: { $less } fällt weniger aus, { $more } mehr.
dp-sure-few-runs = Es sind nur { $runs ->
        [one] ein Verlauf
       *[other] { $runs } Verläufe
    }; „sehr sicher“ heißt es erst ab 100.
dp-sure-few-draws = „Sehr sicher“ heißt es hier erst ab 100 gerechneten Annahmen; es sind { $draws }, gleich wie viele Verläufe.
dp-sure-unpaid = Dass mehr Zahlungen an Menschen pünktlich kommen: { $sure }. Im Mittel sind es { $fewer } mehr; { $before } kommen { $today } zu spät.
dp-sure-assumptions = Geprüft sind Zufall und Annahmen: Unter { $less } von { $all } { $all ->
        [100] denkbaren
       *[other] gerechneten
    } Annahmen fällt im Mittel weniger aus, unter { $more } mehr{ $all ->
        [100] {" "}({ $draws } gerechnet).
       *[other] .
    }
dp-sure-luck = Geprüft ist der Zufall: anderes Glück bei gleichen Annahmen.

dp-hit-one = Getroffen ist { $place }: im Mittel { $difference } ({ $sure }); { $today } fallen dort { $before } aus.
dp-hit-many = Getroffen sind { $count } Verwaltungen, am meisten { $most }: zusammen im Mittel { $difference }; { $today } fallen dort { $before } aus.
dp-hit-precision-less = Rechengenauigkeit: { $low } bis { $high } weniger
dp-hit-precision-more = Rechengenauigkeit: { $low } bis { $high } mehr
dp-hit-precision-both = Rechengenauigkeit: { $less } weniger bis { $more } mehr
dp-hours-less = { $hours ->
        [one] eine Leistungsstunde
       *[other] { $hours } Leistungsstunden
    } weniger Ausfall
dp-hours-more = { $hours ->
        [one] eine Leistungsstunde
       *[other] { $hours } Leistungsstunden
    } mehr Ausfall
dp-hours-same = weniger als eine Leistungsstunde Unterschied
dp-weighted-less = { $hours ->
        [one] eine gewichtete Stunde
       *[other] { $hours } gewichtete Stunden
    } weniger Ausfall
dp-weighted-more = { $hours ->
        [one] eine gewichtete Stunde
       *[other] { $hours } gewichtete Stunden
    } mehr Ausfall
dp-weighted-same = weniger als eine gewichtete Stunde Unterschied
dp-hit-helpers = Von { $avoided } vermiedenen Leistungsstunden kommen { $given } daher, dass Helfer weniger geben.
dp-whom-better = Besser wird { $service }: { $failed }, { $missed }.
dp-whom-worse = Schlechter wird { $service }: { $failed }, { $missed }.
dp-whom-none-better = Von keiner Leistung ist sicher, dass sie besser wird.
dp-whom-none-worse = Von keiner Leistung ist sicher, dass sie schlechter wird.
dp-whom-case = Ausfälle: Verwaltungen, in denen die Leistung ausfällt, im Mittel je Verlauf.
dp-failed = Ausfälle { $now } statt { $before }{ $sure }
dp-failed-same = Ausfälle { $now } wie { $today }
dp-missed = davon länger als die Höchstzeit { $now } statt { $before }{ $sure }
dp-missed-same = davon länger als die Höchstzeit { $now } wie { $today }
dp-of-all = { $count } von { $all }
dp-told = {""}
dp-not-told = {" "}(nicht sicher)
dp-whom-unpaid-less = Verspätete Zahlungen an Menschen: im Mittel { $people } weniger als { $today }, wo es { $before } sind.
dp-whom-unpaid-more = Verspätete Zahlungen an Menschen: im Mittel { $people } mehr als { $today }, wo es { $before } sind.
dp-whom-places = Von { $all } Verwaltungen: Bei { $less } fällt weniger aus, bei { $more } mehr.{ $same ->
        [0] {""}
       *[other] {" "}Bei { $same } ändert sich nichts.
    }{ $rest ->
        [0] {""}
       *[other] {" "}Bei { $rest } ist es nicht zu sagen.
    }
dp-whom-losing = Am meisten verlieren (Leistungsstunden): { $places }.
dp-whom-loser = { $place } +{ $hours }
dp-unsolved = Mehr als 10 von 100 Ausfällen dauern länger als die Höchstzeit bei: { $services }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere dringende Leistungen.
    }
dp-unsolved-one = { $service } ({ $now } Ausfällen, { $today } { $before }; { $held })
dp-unsolved-alone = { $service } ({ $now } Ausfällen; { $held })
dp-unsolved-held = in { $courses } Verläufen hält sie
dp-unsolved-held-everywhere = in { $courses } Verläufen hält sie überall
dp-unsolved-own = In { $place } dauern mehr als 10 von 100 Ausfällen länger als die Höchstzeit bei: { $services }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere dringende Leistungen.
    }

dp-own-lost = { $place }: Im Mittel fallen { $now } Leistungsstunden aus, { $today } { $before }.
dp-own-alone = { $place }: Im Mittel fallen { $hours } Leistungsstunden aus.
dp-own-plan = { $late ->
        [0] Mit „{ $variant }“ kommen alle { $all } Leistungen verlässlich zum Ziel in den Notbetrieb: wenn sie ausfallen, in mindestens 9 von 10 Fällen.
        [one] Mit „{ $variant }“ kommt eine von { $all } Leistungen nicht verlässlich zum Ziel in den Notbetrieb: wenn sie ausfällt, in weniger als 9 von 10 Fällen.
       *[other] Mit „{ $variant }“ kommen { $late } von { $all } Leistungen nicht verlässlich zum Ziel in den Notbetrieb: wenn sie ausfallen, in weniger als 9 von 10 Fällen.
    }
dp-own-late = Am dringendsten davon: { $services }.

dp-cost-most = Am meisten gibt { $place }: { $hours } Leistungsstunden.
dp-cost-helpers-less = Wer hilft, lässt eigene Anliegen liegen: im Mittel { $now } Leistungsstunden, { $by } weniger als { $today }.
dp-cost-helpers-more = Wer hilft, lässt eigene Anliegen liegen: im Mittel { $now } Leistungsstunden, { $by } mehr als { $today }.
dp-cost-helpers-same = Wer hilft, lässt eigene Anliegen liegen: im Mittel { $now } Leistungsstunden, so viele wie { $today }.
dp-cost-none = Geld kostet { $draft } nicht mehr als { $today }.
dp-cost-saves = Geld kostet { $draft } im Jahr { $total } € weniger als { $today }.
dp-cost-money = Geld, mehr als { $today }: einmal { $once } €, jedes Jahr { $year } € und { $hours } Arbeitsstunden.
dp-cost-each = Zusammen sind das { $total } € im Jahr für alle { $members } Verwaltungen, { $each } € je Einwohner (bei { $inhabitants } Einwohnern).
dp-cost-priced-for = Die mitgelieferten Preise sind für etwa { $members } Verwaltungen geschätzt; bei so anderer Zahl setzen Sie eigene ein.

dp-clause-open = Das ist hier nicht gerechnet. Dazu wird der Entwurf ohne jede seiner Klauseln gespielt (Schalter --clauses).
dp-clause-open-menu = Das ist hier nicht gerechnet. Das tut im Menü die Wahl „für den Rat“: Sie spielt den Entwurf ohne jede seiner Klauseln.
dp-clause-none = Keine allein: Von keiner ist sicher, dass ohne sie nennenswert mehr ausfällt.
dp-clause-one = { $clause } trägt: Ohne diese Klausel fallen im Mittel { $hours } gewichtete Stunden mehr aus{ $part } ({ $sure }; Rechengenauigkeit: { $least } bis { $most }).
dp-clause-harms = { $clause } schadet hier: Ohne diese Klausel fallen im Mittel { $hours } gewichtete Stunden weniger aus{ $part } ({ $sure }; Rechengenauigkeit: { $least } bis { $most }). Also streichen oder ändern.
dp-clause-part = , das sind { $of_100 } von 100 dessen, was der Entwurf bringt
dp-clause-no-part = {""}
dp-clause-all-small = Gemessen am ganzen Ausfall ist das wenig: Jede dieser Klauseln ändert weniger als 1 von 100 Stunden.
dp-clause-pays = Ohne { $clause } bekommen im Mittel { $people } Menschen mehr ihr Geld nicht pünktlich ({ $sure }).
dp-clause-delays = Ohne { $clause } bekommen im Mittel { $people } Menschen weniger ihr Geld nicht pünktlich ({ $sure }): Hier schadet sie, also streichen oder ändern.
dp-clause-little = Praktisch nichts ändert der Wegfall von (jeweils weniger als 1 von 100 Stunden, und kein guter Teil des Nutzens): { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-clause-unused = In diesem Angriff nicht gebraucht, also nicht geprüft: { $clauses }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-clause-idle = { $count ->
        [one] Bei einer Klausel ist nicht sicher, ob ihr Wegfall etwas ändert.
       *[other] Bei { $count } Klauseln ist nicht sicher, ob ihr Wegfall etwas ändert.
    }

dp-hangs-inputs = Von 100 Eingaben stammen { $own } von den Verwaltungen, { $published } sind veröffentlicht oder an Veröffentlichtem geeicht, { $assumed } sind Annahmen.
dp-hangs-clause = Verhandeln lässt sich über (Klauseln, die wichtigste zuerst): { $figures }.
dp-hangs-preparedness = Kaufen lässt sich (Vorsorge): { $figures }.
dp-hangs-assumption = Nur eingestehen lässt sich (Annahmen): { $figures }.
dp-hangs-turns = { $count ->
        [one] Diese Annahme würde
       *[other] Diese Annahmen würden, jede für sich,
    } das Ergebnis drehen: { $figures }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-hangs-turns-decided = Auch das würde es drehen, ist aber Ihre Entscheidung: { $figures }{ $more ->
        [0] .
       *[other] {" "}und { $more } weitere.
    }
dp-hangs-holds = Keine Annahme für sich dreht das Ergebnis.
dp-hangs-unsettled = Ob eine Größe es dreht, sagen so wenige Verläufe nicht.
dp-hangs-nothing = Keine der geprüften Größen bewegt das Ergebnis.
dp-hangs-open = Welche Annahme das Ergebnis drehen würde, ist hier nicht gerechnet (Schalter --sensitivity).
dp-hangs-open-menu = Welche Annahme das Ergebnis drehen würde, ist bei einer groben Rechnung nicht dabei. Wählen Sie eine gründlichere.

dp-pays-free = Sofort: { $draft_first } bringt etwas und kostet nicht mehr als { $today }.
dp-pays-open = Das ist offen, solange der Nutzen offen ist.
dp-pays-never = Nie: { $draft_first } vermeidet keinen Ausfall.
dp-pays-nothing = Nie in nennenswertem Maß: { $draft_first } ändert praktisch nichts.
dp-pays-saves = Sofort, aber nur im Preis: { $draft_first } spart { $total } € im Jahr und ändert am Ausfall praktisch nichts.
dp-pays-saves-at-a-price = Kein Ausfall wird vermieden: { $draft_first } spart { $total } € im Jahr, dafür fällt bei einem Angriff mehr aus.
dp-pays-price = Kommt ein solcher Angriff jedes Jahr, kostet eine vermiedene gewichtete Stunde { $yearly } €. Kommt er alle zehn Jahre, kostet sie { $ten } €.
dp-pays-yours = Was eine gewichtete Stunde wert ist, entscheiden Sie.
dp-pays-yours-menu = Was eine gewichtete Stunde wert ist, entscheiden Sie: bei den Fragen mit der Taste w.
dp-pays-often = Rechnet man { $value } € je gewichteter Stunde, muss der Angriff mindestens { $often } kommen. Kommt er seltener, kostet der Entwurf mehr, als er spart.
dp-pays-value-is-yours = Dieser Wert ist Ihre Angabe, kein Ergebnis.

dp-prevention-open = Das ist hier nicht gerechnet (Schalter --prevention). Was billiger das Gleiche brächte, beantwortet der Befehl beistand design.
dp-prevention-open-menu = Das ist bei einer groben Rechnung nicht dabei. Wählen Sie eine gründlichere.
dp-prevention-no-money = { $draft_first } kostet im Jahr nicht mehr als { $today }. Es gibt also kein Geld, das stattdessen in Vorsorge gehen könnte.
dp-prevention-none = Das Szenario kennt keine Vorsorge, die nicht schon vereinbart ist.
dp-prevention-too-dear = { $draft_first } kostet { $money } € im Jahr mehr als { $today }. Dafür ist keine Vorsorge zu haben: Die billigste kostet { $price } €.
dp-prevention-set = { $draft_first } kostet { $money } € im Jahr mehr als { $today }. Stattdessen ließe sich vereinbaren, für { $price } € im Jahr: { $clauses }.
dp-prevention-less = Kommt der Angriff, fallen damit { $hours } gewichtete Stunden weniger aus als heute ({ $sure }).
dp-prevention-more = Kommt der Angriff, fallen damit { $hours } gewichtete Stunden mehr aus als heute ({ $sure }).
dp-prevention-same = Kommt der Angriff, ändert das am Ausfall nichts: In allen Verläufen ist es gleich.
dp-prevention-unclear = Ob damit weniger ausfällt als heute, lassen diese Verläufe offen.
dp-prevention-beats-draft = Das sind { $hours } Stunden weniger als mit dem Entwurf ({ $sure }): Dasselbe Geld bringt in Vorsorge mehr.
dp-prevention-below-draft = Mit dem Entwurf fallen { $hours } Stunden weniger aus als mit dieser Vorsorge ({ $sure }).
dp-prevention-like-draft = Der Entwurf und diese Vorsorge bringen praktisch gleich viel.
dp-prevention-or-draft = Ob der Entwurf oder diese Vorsorge mehr bringt, lassen diese Verläufe offen.
dp-prevention-best-of = Gerechnet sind { $sets } Zusammenstellungen für höchstens dieses Geld; dies ist die, mit der im Mittel am wenigsten ausfällt.
dp-prevention-not-averted = In jedem Verlauf ist der Angriff geschehen. Dass Vorsorge manchen Angriff ganz abwendet, ist nicht gezählt und kommt hinzu.
dp-proposal-prevention = Aber: Dasselbe Geld in Vorsorge brächte { $hours } gewichtete Stunden mehr als der Entwurf ({ $sure }).
dp-prevention-intro = Was ließe sich statt „{ $draft }“ für höchstens dasselbe Geld im Jahr an Vorsorge vereinbaren, und was brächte sie? Minus heißt: Es fällt weniger aus; in Klammern: Rechengenauigkeit (95 von 100). Zuerst stehen Zusammenstellungen, neben denen keine weitere Vorsorge bezahlt werden könnte, dann jede für sich.
dp-prevention-clauses = Vorsorge
dp-per-year-all = € im Jahr
dp-against = Ausfall gegen „{ $variant }“ (gewichtete Stunden)
dp-prevention-draft = Zum Vergleich: { $draft }
dp-unpaid-against = Verspätete Zahlungen gegen „{ $variant }“

dp-h-deeper = Wie es tiefer geht
dp-deeper-how = Diese Zeilen tippt man außerhalb des Programms. Die Zeiten sind an dieser Rechnung gemessen.
dp-deeper-council = Welche Klausel trägt das Ergebnis, und was brächte dasselbe Geld für Vorsorge? Dauert etwa { $time }.
dp-deeper-runs = Dasselbe mit 100 Verläufen, also genauer. Dauert etwa { $time }.
dp-deeper-together = Wie wirken Annahmen zusammen, und welchen Anteil hat jede? Dauert bis zu { $time }.
dp-deeper-turns = Welche Annahme würde das Ergebnis drehen? Dauert bis zu { $time }.
dp-deeper-hangs = An welcher Annahme hängt der Ausfall am meisten? Dauert bis zu { $time }.
dp-deeper-cheapest = Welche Klauseln brächten das Gleiche für weniger Geld? Dauert bis zu { $time }.

dp-unknown = Wie oft ein solcher Angriff kommt. Ob Dienstleister und Helfer so handeln wie angenommen. Was Menschen im Rathaus anders machen als das Programm.

dp-alone = Im Mittel fallen { $hours } gewichtete Stunden aus.
dp-alone-region = In der ganzen Region fallen im Mittel { $hours } gewichtete Stunden aus.
dp-alone-range = In 9 von 10 Verläufen sind es { $low } bis { $high }.
dp-alone-unpaid = Im Mittel kommen { $people } Zahlungen an Menschen nicht pünktlich an.
dp-alone-unpaid-region = In der ganzen Region kommen im Mittel { $people } Zahlungen an Menschen nicht pünktlich an.

dp-h-course = Verlauf der Leistungen
dp-h-differences = Unterschied Verlauf für Verlauf
dp-h-figures = Zahlen der Region
dp-h-recovery = Wiederanlauf: Soll und Ist
dp-h-mta = Hält die Höchstzeit?
dp-h-places = Wer gewinnt, wer gibt
dp-h-places-alone = Ausfall und Hilfe je Verwaltung
dp-h-clauses = Was fehlt ohne eine Klausel?
dp-h-hangs = Woran das Ergebnis hängt
dp-h-money = Kosten und Nutzen
dp-h-method = Verfahren und Genauigkeit

dp-course-intro = Von 100 Anliegen der ganzen Region werden so viele bearbeitet. Die Linie ist der mittlere Verlauf, im Band liegen 9 von 10 Verläufen.
dp-bands-title = Bearbeitete Anliegen, von 100
dp-bands-told = { $variant }: tiefster Stand im mittleren Verlauf { $lowest }, im unteren Rand des Bandes { $worst }.
dp-bands-caption = Linie: mittlerer Verlauf. Band: 9 von 10 Verläufen.
dp-bands-from = Die Achse beginnt bei { $from }, nicht bei null.
dp-bands-caption-few = Linie: mittlerer Verlauf. Band: fast alle Verläufe.
dp-course-intro-few = Von 100 Anliegen der ganzen Region werden so viele bearbeitet. Die Linie ist der mittlere Verlauf, im Band liegen fast alle. Für „9 von 10“ sind es zu wenige.
dp-days-since = Tage seit Beginn der Übung

dp-differences-intro = Jeder Verlauf ist zweimal gespielt, mit „{ $base }“ und mit „{ $draft }“, beide Male mit demselben Glück. Was sich unterscheidet, kommt nur daher.
dp-spread-title = Unterschied in gewichteten Stunden, Zahl der Verläufe
dp-spread-told = In { $less } Verläufen fällt weniger aus, in { $more } mehr.
dp-spread-mean = Mittel { $hours }
dp-spread-under = Unterschied in gewichteten Stunden: links fällt weniger aus, rechts mehr
dp-spread-caption = Höhe: Zahl der Verläufe.
dp-less-lost = weniger fällt aus
dp-more-lost = mehr fällt aus
dp-figure = Zahl
dp-mean = im Mittel
dp-difference = Unterschied
dp-nine-of-ten = in 9 von 10 Verläufen
dp-from-to = { $from } bis { $to }
dp-figure-lost_service_hours = ausgefallene Leistungsstunden
dp-figure-weighted_lost_service_hours = ausgefallene gewichtete Stunden
dp-figure-people_unpaid = verspätete Zahlungen an Menschen
dp-figure-mta_breaches = Leistungen über der Höchstzeit
dp-figure-helper_lost_service_hours = durch Helfen ausgefallene Leistungsstunden
dp-figure-minimum_level_share = tiefster Stand, von 100 Anliegen
dp-all-variants = Alle Fassungen
dp-variant = Fassung
dp-judged = Urteil
dp-extra-per-year = Mehrkosten im Jahr (€)
dp-judged-less = weniger, { $sure }
dp-judged-more = mehr, { $sure }
dp-judged-same = kein Unterschied
dp-judged-unclear = nicht zu sagen
dp-not-sure = nicht sicher
dp-judged-unused = hier nicht gebraucht
dp-judged-little = praktisch nichts

dp-recovery-intro = So lange dauert es, wenn eine Leistung ausfällt, bis sie zum ersten Mal wieder im Notbetrieb ist, auch auf Papier: die Mitte der Ausfälle, in Klammern 9 von 10. Dahinter steht, aus wie vielen Ausfällen das kommt, gezählt über alle Verläufe. Wo eine Leistung nicht ausfiel, zählt nichts mit. „Im Ziel“ heißt: von 100 Ausfällen, bei weniger als 100 wie gezählt. Trägt der Notbehelf nicht lange genug, fällt sie noch einmal aus: Ob die Höchstzeit hält, steht deshalb im nächsten Abschnitt.
dp-recovery-title = Zeit bis zum Notbetrieb, je Leistung
dp-sideways = Das Bild lässt sich seitwärts schieben.
dp-recovery-told = { $services } Leistungen fallen in mindestens einem Verlauf aus; die Zahlen stehen in der Tabelle darunter.
dp-recovery-caption = Punkt: mittlerer Ausfall. Strich: 9 von 10 Ausfällen. Die Zeit ist gestaucht. ► reicht über das Ende hinaus.
dp-recovery-none = Keine Leistung fällt aus.
dp-waz = Notbetrieb bis (Ziel)
dp-mta = spätestens (Höchstzeit)
dp-service = Leistung
dp-median = Zeit bis zum Notbetrieb
dp-between = { $median } ({ $from } bis { $to }), aus { $outages } Ausfällen
dp-between-few = { $median } (aus { $outages ->
        [one] einem Ausfall
       *[other] { $outages } Ausfällen
    })
dp-between-short = { $median } ({ $from }–{ $to })
dp-within = im Ziel, von 100 Ausfällen
dp-within-of = im Ziel, von 100 Ausfällen: { $variant }
dp-beyond-end = später
dp-all-places = Alle Verwaltungen

dp-mta-intro = Die Höchstzeit ist die Zeit, nach der ein Ausfall nicht mehr zu ertragen ist. Gefragt ist nur, wo die Leistung überhaupt ausfiel: Eine Verwaltung, der nichts geschah, zählt nicht mit. Auch wer Leute hergibt, kann Ausfälle haben. Ein Ausfall, der am Ende noch läuft, zählt nicht als gehalten. Bei weniger als 100 Ausfällen oder Verläufen steht in der Tabelle, wie gezählt wurde.
dp-mta-title = Von 100 Ausfällen hält die Höchstzeit so oft
dp-mta-told = Bei { $services } Leistungen wird sie in mindestens einem Verlauf verfehlt; die Zahlen stehen in der Tabelle darunter.
dp-mta-caption = Von 100 Ausfällen hält die Höchstzeit so oft. Je weiter rechts, desto besser.
dp-held = gehalten, von 100 Ausfällen
dp-held-of = gehalten, von 100 Ausfällen: { $variant }
dp-everywhere = überall gehalten, von 100 Verläufen
dp-everywhere-of = überall gehalten, von 100 Verläufen: { $variant }

dp-places-intro = Die Liste ist nach Namen geordnet. Sie ist keine Rangfolge: Wer viel Glück oder viele Einwohner hat, steht anders da als andere.
dp-map-title = Gewinn und Last je Verwaltung
dp-map-told = Bei { $less } Verwaltungen fällt weniger aus, bei { $more } mehr; die Zahlen stehen in der Tabelle darunter.
dp-map-caption = Größe von Scheibe und Quadrat: Unterschied in Leistungsstunden. Ein kleiner Kreis sagt nichts über die Größe. Norden ist oben. Wo Platz ist, steht der Name.
dp-map-unclear = nicht zu sagen
dp-place = Verwaltung
dp-lost-of = ausgefallene Leistungsstunden, { $variant }
dp-given = davon durch Helfen
dp-owes = zahlt an andere (€; minus: bekommt)

dp-clauses-intro = „{ $draft }“ ist auch ohne jede einzelne Klausel gespielt, mit demselben Glück. Die Zahlen sind nicht zusammenzuzählen: Manche Klauseln brauchen einander, andere ersetzen einander.
dp-clauses-title = Ohne diese Klausel fallen so viele gewichtete Stunden mehr aus
dp-clauses-told = { $clauses } Klauseln; die Zahlen stehen in der Tabelle darunter.
dp-clauses-caption = Balken: Mittel in gewichteten Stunden. Strich: Rechengenauigkeit (95 von 100).
dp-clause = Klausel
dp-clause-helps = die Klausel hilft
dp-clause-hinders = ohne sie fällt weniger aus
dp-lost-without = Ausfall ohne sie: Unterschied in gewichteten Stunden
dp-unpaid-without = verspätete Zahlungen ohne sie: Unterschied
dp-precision-span = Rechengenauigkeit
dp-once = einmal (€)
dp-per-year = jedes Jahr (€)
dp-staff-hours = Arbeitsstunden im Jahr

dp-hangs-intro = Jede unsichere Größe ist an beiden Enden ihrer Spanne gerechnet, alles andere wie angenommen. Je länger der Balken, desto mehr hängt das Ergebnis an ihr. Klauseln lassen sich verhandeln, Vorsorge lässt sich kaufen, Annahmen lassen sich nur eingestehen.
dp-tornado-title = Wie weit jede Größe das Ergebnis bewegt
dp-tornado-told = { $figures } Größen; die Zahlen stehen in den Tabellen darunter.
dp-tornado-keeps = Vorzeichen bleibt
dp-tornado-turns = Vorzeichen dreht
dp-tornado-open = ob das Vorzeichen bleibt, sagen so wenige Verläufe nicht
dp-tornado-caption = Balken: von einem Ende der Spanne zum anderen, in gewichteten Stunden. Gestrichelt: wie angenommen.
dp-class-clause = Klauseln
dp-class-preparedness = Vorsorge
dp-class-assumption = Annahmen
dp-uncertain = Größe
dp-turns = (dreht das Ergebnis)
dp-origin-published = Spanne veröffentlicht
dp-origin-derived = Spanne an Veröffentlichtem geeicht
dp-origin-estimate = Spanne geschätzt
dp-origin-measured = Spanne gemessen
dp-origin-given = Spanne von den Verwaltungen genannt
dp-origin-note = Woher jede Spanne kommt, steht genauer in result.json.

dp-money-intro = Hier stehen die Kosten über das hinaus, was { $today } gilt. Sie fallen auch ohne Angriff an, der Nutzen nur bei einem. Wie oft einer kommt, weiß niemand. Darum steht hier, wie oft er kommen müsste.
dp-money-total = alles zusammen im Jahr (€)
dp-money-avoided = vermiedene gewichtete Stunden je Angriff
dp-money-value = Wert einer gewichteten Stunde, Ihre Angabe (€)
dp-money-years = trägt sich, wenn der Angriff so oft kommt
dp-once-in-years = einmal in { $years } Jahren
dp-once-a-year = einmal im Jahr
dp-times-a-year = { $times }-mal im Jahr
dp-money-assumed = Annahmen dieser Rechnung: Eine Arbeitsstunde kostet { $rate } €. Was einmal gezahlt wird, verteilt sich auf { $years } Jahre. Was Helfer verlieren, ist vom Nutzen abgezogen.
dp-money-prices = Was kostet eine vermiedene gewichtete Stunde?
dp-money-often = Ein solcher Angriff kommt
dp-money-price = je vermiedener gewichteter Stunde (€)
dp-money-how = Mit --hour-value rechnet das Programm aus, ab wann sich das trägt.
dp-money-how-menu = Wer bei den Fragen mit der Taste w angibt, was sie wert ist, liest hier, ab wann sich das trägt.

dp-method-1 = Zwei Zahlen messen den Ausfall. Leistungsstunden: Jede Stunde zählt gleich. Gewichtete Stunden: Eine zählt mehr, je dringender die Leistung ist und je mehr Menschen sie angeht: von einem Viertel für „kann warten“ bis eins für „Leib und Leben“, mal Einwohner durch mittlere Einwohnerzahl. Das Programm spielt den Angriff viele Male durch. Verlauf 1 hat in jeder Fassung dasselbe Glück, Verlauf 2 ebenso, und so fort. So zeigt der Unterschied die Fassung und nicht den Zufall.
dp-method-2 = Drei Unsicherheiten sind getrennt. Zufall: anderes Glück bei gleichen Annahmen. Annahmen: andere Eingaben, die auch möglich sind. Rechengenauigkeit: die Zahl der Verläufe; sie sagt nichts über die Welt.
dp-method-3 = Worte für Sicherheit: „sehr sicher“ gilt in mindestens 95 von 100 Verläufen, „ziemlich sicher“ in 80, „mäßig sicher“ in 60. Sonst ist es „offen“; auch dann, wenn so wenige Verläufe nicht zeigen, in welche Richtung es im Mittel geht. „Sehr sicher“ heißt es erst ab 100 Verläufen; wo Annahmen gezogen sind, erst ab 100 Annahmen, denn Verläufe mit denselben Annahmen teilen deren Fehler. „Praktisch nichts“ heißt: Der Unterschied liegt mit seiner Rechengenauigkeit unter 1 von 100.
dp-method-many = Wo viele Verwaltungen oder Klauseln zugleich beurteilt werden, gilt ein strengerer Maßstab (Verfahren von Holm): In höchstens 5 von 100 solchen Rechnungen steht bei irgendeiner von ihnen „weniger“ oder „mehr“, obwohl sich bei ihr nichts unterscheidet.
dp-judged-together = Das Urteil gilt für alle zugleich (Abschnitt Verfahren).
dp-precision-one = Ein Verlauf sagt nichts darüber, wie genau die Mittel bekannt sind.
dp-precision = Rechengenauigkeit
dp-precision-intro = So genau sind die Mittel nach { $runs } Verläufen bekannt (95 von 100). Mehr Verläufe machen sie genauer.
dp-precision-error = ± (95 von 100)
dp-method-again = Dieselbe Rechnung kommt mit Programmfassung { $version }, Startzahl { $seed } und Prüfsumme { $hash } Zeichen für Zeichen wieder. Alle Zahlen stehen auch in result.json, alle Verläufe in runs.csv.
