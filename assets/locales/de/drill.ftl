# beistand drill --vary: was Varianten unterscheidet

drill-pairs = { $runs } Verläufe je Variante, Verlauf für Verlauf mit demselben Glück. Verglichen wird mit { $base }.
drill-compared = verglichen mit
drill-here = hier
drill-difference = Unterschied
drill-nine-of-ten = in 9 von 10 Verläufen
drill-from-to = { $from } bis { $to }
drill-weighted = Ausfall, gewichtet (Leistungsstunden)
drill-lost = Ausfall (Leistungsstunden)
drill-unpaid = Menschen ohne Geld
drill-mta-broken = Höchstzeit verfehlt (Leistungen)
drill-helpers = Ausfall durch Helfen (Leistungsst.)
drill-lowest = tiefster Stand (von 100 Anliegen)
drill-less = Dass weniger ausfällt: { $sure } (in { $count } von 100 Verläufen). Im Mittel { $least } bis { $most } weniger.
drill-more = Dass mehr ausfällt: { $sure } (in { $count } von 100 Verläufen). Im Mittel { $least } bis { $most } mehr.
drill-unclear = Ob weniger ausfällt, ist aus so vielen Verläufen nicht zu sagen (in { $less } von 100 weniger, in { $more } mehr).
drill-no-difference = In keinem Verlauf fällt mehr oder weniger aus.
drill-too-few = Aus einem Verlauf folgt nichts.
drill-very-sure = sehr sicher
drill-rather-sure = ziemlich sicher
drill-fairly-sure = mäßig sicher
drill-open = offen
drill-intolerable = Höchstzeit verfehlt, von 100 Fällen:
drill-luck-only = Geprüft ist der Zufall: anderes Glück bei gleichen Annahmen. Wie andere Annahmen das Ergebnis ändern, steht hier nicht.
drill-written = Geschrieben: { $path }
