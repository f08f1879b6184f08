# beistand design: die günstigsten Klauseln

design-head = { $clauses } Klauseln zur Wahl. Gesucht unter { $sets } Auswahlen in { $runs } Verläufen; was unten steht, ist in { $fresh } neuen Verläufen nachgerechnet.
design-money = Kosten im Jahr: laufende Kosten, Einmaliges auf { $years } Jahre verteilt, eine Arbeitsstunde zu { $eur } €.
design-cheapest = Am günstigsten erfüllen die Ziele: { $clauses }. Das kostet { $eur } € im Jahr. So sicher ist, dass es sie erfüllt: { $meets }; dass nichts Günstigeres reicht: { $sure }.
design-cheapest-nothing = Die Ziele sind ohne jede Vereinbarung erfüllt (so sicher: { $meets }).
design-none-meets = Keine geprüfte Auswahl erfüllt alle Ziele (so sicher: { $sure }).
design-nearest = Am nächsten kommt: { $clauses }, für { $eur } € im Jahr.
design-target = { $target }: verlangt { $wanted } %, erreicht { $reached } %, ohne Vereinbarung { $nothing } %
design-target-criticality = Ausfälle in der Höchstzeit zu Ende, Leistungen der Kritikalität { $class }
design-target-service = Ausfälle in der Höchstzeit zu Ende, { $service }
design-target-lost = weniger Ausfall als ohne Vereinbarung
design-legend = Die Klauseln, mit ihren Kosten im Jahr
design-frontier = Was für sein Geld am wenigsten Ausfall lässt (gewichtete Stunden)
design-cost = €/Jahr
design-lost = Ausfall
design-precision = Genauigkeit
design-sure = sicher
design-clauses = Paragrafen
design-family-pact = Hilfe und Dienstleister
design-family-prevention = nur Vorsorge
design-family-both = beides
design-equal = Dasselbe Geld, anders ausgegeben: Ausfall gegenüber keiner Vereinbarung (beides: mindestens eine Klausel von jedem; weniger als null ist weniger Ausfall)
design-at-most = höchstens
design-as-pact = Pakt
design-as-prevention = Vorsorge
design-as-both = beides
design-notes = „Sicher“: in so vielen Nachproben lässt nichts, was höchstens so viel kostet, weniger Ausfall; unter 50 steht eine Auswahl nur in --json. Nach { $fresh } Verläufen ist nichts sicherer als { $most }. Gerechnet ist nach einem Angriff; dass Vorsorge Angriffe ganz verhindert, zählt hier nicht. Wie sehr Annahmen das Ergebnis ändern, zeigt „drill --sensitivity“.

# Was sich nicht verlangen lässt.
design-misfit = Fehler: `{ $target }`: { $misfit }
design-no-criticality = Keine Leistung hat die Kritikalität { $class }.
design-no-service = Leistung `{ $id }` gibt es nicht. Es gibt: { $known }
design-many-clauses = Fehler: `{ $pact }` und Vorbeugung haben { $clauses } Klauseln zur Wahl; es gehen höchstens { $most }.
design-no-pact = Fehler: Das Szenario hat keinen Pakt.
