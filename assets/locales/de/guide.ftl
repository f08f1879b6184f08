# The guide and the text about the program.
ui-guide-title = Anleitung
ui-guide-what = Sie führen eine Verwaltung durch einen Ausfall. Das ist eine Übung.
ui-guide-first = Zuerst lesen: die Zeile JETZT. Dort steht, was zu entscheiden ist, und bis wann.
ui-guide-clock = Die Leertaste startet und hält die Uhr. Taste n läuft bis zum nächsten Halt. Entscheiden können Sie auch bei stehender Uhr.
ui-guide-decide = Enter öffnet die Vorlage. Wählen, Grund eintragen, mit Enter anordnen.
ui-guide-aid = Mit b fordern Sie Beistand an. Auf Ersuchen anderer antworten Sie unter 4.
ui-guide-fog = Sie sehen nur, was Ihnen gemeldet wurde. Was nicht gemeldet ist, zeigt „?“.
ui-guide-signs = Zeichen
ui-legend = ● läuft   ▲ Notbetrieb   ▼ unter Notbetrieb   ■ steht   ○ geschlossen   ? nicht gemeldet   ► unterwegs   ♦ Hilfe arbeitet   × abgelehnt   ! Verdacht oder Frist heute   √ erfüllt
ui-about-title = Über beistand
ui-about-what = beistand ist ein Übungsprogramm für gegenseitige Hilfe zwischen Verwaltungen.
