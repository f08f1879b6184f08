# Der Bogen für eigene Daten: Erläuterungen, und was an einem ausgefüllten falsch ist.

sheet-intro-1 = Bogen für eine Verwaltung. Leere Felder bleiben wie im Katalog üblich.
sheet-intro-2 = Herkunft: gemessen, geschätzt oder Vorgabe. Ohne Eintrag gilt eine Zahl als geschätzt.
sheet-intro-3 = Mehrere Verwaltungen: je eine Datei, oder alle drei Abschnitte noch einmal darunter.

sheet-figure-id = Amtlicher Schlüssel
sheet-figure-name = Name
sheet-figure-kind = Art
sheet-figure-inhabitants = Einwohner
sheet-figure-provider = IT-Dienstleister
sheet-figure-latitude = Breitengrad
sheet-figure-longitude = Längengrad
sheet-figure-workplaces = IT-Arbeitsplätze
sheet-figure-it_staff = IT-Stellen
sheet-figure-spare_notebooks = Notebooks in Reserve
sheet-figure-maturity = Vorbereitung
sheet-figure-monitoring = Überwachung rund um die Uhr
sheet-figure-as_of = Stand der Angaben
sheet-figure-start = Beginn der Übung

sheet-unit-id = { "" }
sheet-unit-name = { "" }
sheet-unit-kind = { "" }
sheet-unit-inhabitants = Personen
sheet-unit-provider = { "" }
sheet-unit-latitude = Grad
sheet-unit-longitude = Grad
sheet-unit-workplaces = Geräte
sheet-unit-it_staff = Stellen
sheet-unit-spare_notebooks = Geräte
sheet-unit-maturity = %
sheet-unit-monitoring = ja/nein
sheet-unit-as_of = Datum
sheet-unit-start = Datum

sheet-why-id = Pflicht. Acht Ziffern für Gemeinden, fünf für Kreise; die führende Null darf fehlen.
sheet-why-name = Pflicht.
sheet-why-kind = Pflicht. Gemeinde, Stadt, kreisfreie Stadt oder Landkreis.
sheet-why-inhabitants = Pflicht. Daraus folgen Fallzahlen und, wo sie fehlen, Arbeitsplätze.
sheet-why-provider = Name des gemeinsamen Dienstleisters; leer heißt eigener Betrieb.
sheet-why-latitude = Für die Karte, zum Beispiel 49,6837.
sheet-why-longitude = Für die Karte, zum Beispiel 8,6184.
sheet-why-workplaces = Üblich: 9 je 1.000 Einwohner, im Landkreis 4,5.
sheet-why-it_staff = Üblich: eine Stelle je 60 bis 120 Arbeitsplätze. Gerechnet wird mit ganzen Menschen: 4,5 Stellen sind fünf.
sheet-why-spare_notebooks = Saubere Geräte, die nie am Netz waren. Üblich: 2 je 100 Arbeitsplätze.
sheet-why-maturity = 0 heißt unvorbereitet, 100 heißt geübt und gehärtet. Üblich: 30.
sheet-why-monitoring = Schaut nachts und am Wochenende jemand auf Alarme? Üblich: nein.
sheet-why-as_of = Zum Beispiel 26.02.2027.
sheet-why-start = Zum Beispiel 26.02.2027. Leer heißt 19.02.2027.
sheet-why-service = Üblich: WAZ { $waz } Std., MTA { $mta } Std., Notbetrieb { $emergency } %, nichts auf Papier.
sheet-why-service-paper = Üblich: WAZ { $waz } Std., MTA { $mta } Std., Notbetrieb { $emergency } %, auf Papier { $paper } % für { $days } Tage.
sheet-why-restart = Arbeit bis zum Neuaufbau nach Verschlüsselung; wie viele zugleich sinnvoll arbeiten.

sheet-place = { $file }, Zeile { $row }, Spalte { $column }: { $reason }
sheet-place-row = { $file }, Zeile { $row }: { $reason }
sheet-place-file = { $file }: { $reason }
sheet-faults = { $count ->
    [one] 1 Fehler. Es wurde nichts geschrieben.
   *[other] { $count } Fehler. Es wurde nichts geschrieben.
}

sheet-no-number = „{ $found }“ ist keine Zahl. So geht es: 1.234,5.
sheet-no-whole-number = „{ $found }“ ist keine ganze Zahl. So geht es: 1.234.
sheet-negative = „{ $found }“ liegt unter null.
sheet-too-much = „{ $found }“ ist zu groß für diese Angabe.
sheet-too-little = „{ $found }“ ist zu klein; mindestens { $least }.
sheet-not-whole = „{ $found }“ muss eine ganze Zahl sein.
sheet-over-100 = „{ $found }“ ist mehr als 100 %.
sheet-under-1-percent = „{ $found }“ ist weniger als 1 %. Sind { $meant } % gemeint? Dann { $meant } eintragen, sonst 0 oder 1.
sheet-no-duration = „{ $found }“ ist keine Dauer. So geht es: 72, 30 min, 3 Tage.
sheet-duration-range = „{ $found }“ ist keine brauchbare Dauer; von einer Minute bis zehn Jahre.
sheet-no-date = „{ $found }“ ist kein Datum. So geht es: 26.02.2027.
sheet-became-date = „{ $found }“ ist ein Datum. Die Tabelle hat wohl eine Zahl umgewandelt.
sheet-error-value = „{ $found }“ ist eine Fehlermeldung der Tabelle.
sheet-formula = „{ $found }“ ist eine Formel. Bitte eintragen, was dabei herauskommt.
sheet-no-flag = „{ $found }“ ist weder ja noch nein.
sheet-no-sureness = „{ $found }“ ist keine Herkunft. Erlaubt: gemessen, geschätzt, Vorgabe.
sheet-no-kind = „{ $found }“ ist keine Art. Erlaubt: Gemeinde, Stadt, kreisfreie Stadt, Landkreis.
sheet-no-official-key = „{ $found }“ ist kein Schlüssel: nur Ziffern und Buchstaben ohne Umlaute.
sheet-key-of-county = „{ $found }“ ist kein Schlüssel eines Kreises: Der hat fünf Ziffern, zum Beispiel 06431.
sheet-key-of-city = „{ $found }“ ist kein Schlüssel einer kreisfreien Stadt: Der hat fünf Ziffern oder acht, zum Beispiel 06411000.
sheet-key-of-municipality = „{ $found }“ ist kein Schlüssel einer Gemeinde: Der hat acht Ziffern, zum Beispiel 06431002.
sheet-half-position = Breitengrad und Längengrad gehören zusammen. Bitte beide eintragen oder keinen.
sheet-not-in-germany = „{ $found }“ liegt nicht in Deutschland. So geht es: 49,6837.
sheet-waz-over-mta = Die WAZ ({ $waz } Std.) ist länger als die MTA ({ $mta } Std.).
sheet-not-in-kit = Diese Art von Verwaltung hat „{ $system }“ nicht und kann das nicht anbieten.
sheet-no-such-system = Dieses System hat die Verwaltung im Modell nicht selbst.
sheet-no-key = „{ $found }“ ist keine Kennung. Gemeint ist vielleicht „{ $near }“.
sheet-key-twice = „{ $found }“ steht zweimal da.
sheet-row-without-key = Diese Zeile hat keine Kennung in der ersten Spalte.
sheet-figure-missing = Es fehlt: { $figure }.
sheet-administration-twice = Der Schlüssel { $found } steht schon in { $file }, Zelle { $cell }.
sheet-name-twice = „{ $found }“ steht schon als Name in { $file }, Zelle { $cell }. Bitte unterscheiden, zum Beispiel „Kassel“ und „Landkreis Kassel“.
sheet-administration-first = Vor diesem Abschnitt fehlt [Verwaltung].
sheet-no-section = { $found } ist kein Abschnitt. Erlaubt: [Verwaltung], [Leistungen], [Wiederanlauf].
sheet-no-sections = Kein Abschnitt gefunden. Ist das der ausgefüllte Bogen?
sheet-no-column = Die Spalte „{ $found }“ ist unbekannt.
sheet-column-twice = Die Spalte „{ $found }“ steht zweimal da.
sheet-column-missing = Es fehlt die Spalte „{ $column }“.
sheet-open-quote = Ein Anführungszeichen wird nicht geschlossen.

sheet-taken = { $administrations ->
    [one] Eine Verwaltung
   *[other] { $administrations } Verwaltungen
}; { $own ->
    [one] eine eigene Zahl
   *[other] { $own } eigene Zahlen
}, { $assumed } aus dem Katalog oder geschätzt
new-exists = Fehler: `{ $path }` gibt es schon; einen anderen Ordner nehmen oder mit --force ersetzen.
new-star-size = Fehler: Ein provider-star hat 1 bis 99999 Gemeinden, nicht { $size }.
new-next = Weiter geht es mit einer dieser Zeilen:
    {"  "}beistand check { $path }          prüft es
    {"  "}beistand play { $path }           übt damit
    {"  "}beistand drill { $path } --runs 30    rechnet damit

# Was `check` und `check -v` über die Herkunft der Zahlen sagen.
check-right = { $scenario }: kein Fehler. { $taken }.
check-sheet-right = { $file }: kein Fehler. Ein Szenario daraus macht: beistand new ORDNER --from { $file }
check-objectives-without-inject = Hinweis, { $scenario }: Ziele ohne Einlage im Drehbuch: { $ids }
check-injects-without-objective = Hinweis, { $scenario }: Einlagen ohne Ziel: { $ids }
check-inputs = { $scenario }: { $total } Zahlen; eigene { $own }, veröffentlicht { $published }, abgeleitet { $derived }, geschätzt { $estimate }, ohne Angabe { $unsaid }
