# Plätze über das Netz: was auf den Bildschirmen, am Terminal und auf den Karten steht.

ui-now-nothing-led = Nichts zu entscheiden. Die Uhr führt die Leitung.
ui-team-looks-on = SIE SEHEN ZU
ui-team-observes = BEOBACHTUNG
ui-team-your-turn = Sie sind dran. F4 gibt weiter.
ui-team-said = ANSAGE DER LEITUNG: { $text }
ui-team-heard = F8 Gelesen
ui-team-quit-question = Den Platz verlassen? Die Übung läuft weiter. Sie können sich wieder anmelden.
ui-context-team = Gemeinsamer Platz
ui-context-watch = Beobachtung
ui-context-saying = Ansage
ui-key-pass-on = Weitergeben
ui-key-heard = Gelesen
ui-key-say-there = Ansage
ui-key-say-to-all = An alle
ui-key-say = Senden
ui-key-lock-place = Sperren
ui-key-mute-place = Stumm
ui-key-free-place = Freigeben

ui-tab-attendance = Netz
ui-place-player = Platz
ui-place-observer = Beobachtung
ui-place-wall = Wand
ui-place-facilitator = Leitung
ui-place-opened = { $place } ist wieder offen.
ui-place-locked = { $place } ist gesperrt. Wer dort saß, ist abgemeldet.
ui-place-unmuted = { $place } darf wieder handeln.
ui-place-muted = { $place } sieht nur noch zu.
ui-place-freed = { $place } ist frei. Bis jemand kommt, spielt die Übungssteuerung.
ui-place-passed-on = Bei { $place } ist jetzt die nächste Person dran.
ui-place-said = Die Ansage ist gesendet.
ui-places-not-hosted = Diese Übung läuft nur an diesem Gerät. Mit „beistand host“ melden sich Plätze über das Netz an.
ui-places-address = Anmelden bei { $address }
ui-places-present = { $present } angemeldet · { $refused } falsche Codes
ui-places-key = Schlüssel { $key }
ui-places-col-user = Name
ui-places-col-state = Wer spielt
ui-places-col-people = Leute
ui-places-col-address = Adresse
ui-places-col-idle = still
ui-places-col-latency = Antwort
ui-places-locked = gesperrt
ui-places-muted = stumm
ui-places-absent = niemand da
ui-places-person = Person
ui-places-away = weg seit { $since }
ui-places-never = –
ui-places-seconds = { $count } s
ui-places-minutes = { $count } min
ui-places-all = alle
ui-places-saying = Ansage an { $to }:
ui-why-only-at-host = Einen zweiten Versuch beginnt nur das Gerät, an dem die Übung läuft.

refusal-sent-away = Dieser Platz ist gesperrt oder frei.
help-sent-away = Bitte sprechen Sie mit der Leitung.
refusal-muted = Dieser Platz ist stumm.
help-muted = Die Leitung lässt Sie bald wieder handeln.
refusal-with-team = Gerade handelt jemand anders an diesem Platz.
help-with-team = F4 übernimmt, wenn dort zwei Minuten niemand tippt.
refusal-observing = Beobachtende handeln nicht.
help-observing = Sie sehen nur zu.
refusal-alone = Sonst ist niemand an diesem Platz.
help-alone = Weitere melden sich mit demselben Code an.
refusal-other-acts = Dort tippt gerade jemand.
help-other-acts = Bitten Sie um F4.
refusal-no-such-place = Diesen Platz gibt es nicht.

remote-wait = Die Übung beginnt gleich. Bitte warten Sie.
remote-locked = Dieser Platz ist gesperrt. Bitte sprechen Sie mit der Leitung.
remote-full = An diesem Platz sind schon alle Stühle besetzt. Bitte sprechen Sie mit der Leitung.
remote-freed = Die Leitung hat diesen Platz freigegeben.
remote-failed = Dieser Platz hatte einen Fehler. Bitte melden Sie sich noch einmal an.
remote-ended = Die Übung ist beendet. Danke fürs Mitspielen.
remote-left = Sie haben den Platz verlassen. Mit demselben Befehl kommen Sie zurück.
remote-no-wall = Die Aufzeichnung lässt sich nicht lesen.

host-listens = Plätze melden sich an bei { $address }. Schlüssel: { $key }
host-listens-here = Plätze melden sich an bei { $address }: nur an diesem Gerät. Für das ganze Netz: --listen 0.0.0.0:2222. Schlüssel: { $key }
host-no-seats = error: { $path } gibt es nicht. „beistand host --seats { $path } --print-seats -o karten.html“ legt die Datei an und druckt die Karten.
host-not-led = error: { $path } wurde ohne Leitung gespielt und hat keine Plätze im Netz.
host-place-wrong = Fehler: Platz `{ $user }`: { $what }
host-place-name = Ein Name hat 1 bis { $most } Zeichen: a-z, 0-9, - und _.
host-place-twice = Den Namen gibt es zweimal.
host-place-no-seat = In diesem Szenario gibt es keinen Platz `{ $seat }`. Es gibt: { $known }
host-place-taken = Ein anderer Name sitzt schon an diesem Platz. Ein Team teilt sich einen Namen.
host-place-code = `code` ist kein Hash. Mit --print-seats wird einer gezogen.
host-place-key = Ein Schlüssel lässt sich nicht lesen ({ $error }).
host-place-no-player = Fehler: Es gibt keinen Platz zum Spielen (role: player).
host-no-luck = Fehler: Codes lassen sich nicht ziehen ({ $error }).
host-no-listening = Fehler: An { $address } kann sich niemand anmelden. { $reason }
host-address-used = Dort lauscht schon ein Programm. Ein anderer Anschluss: --listen mit anderer Zahl.
host-address-none = Diese Adresse hat das Gerät nicht.
host-key-open = Fehler: Andere dürfen den Schlüssel { $path } lesen. Abhilfe: chmod 600 { $path }
host-key-unreadable = Fehler: { $path } ist kein Schlüssel, der sich lesen lässt ({ $error }).
host-seats-written = { $count ->
    [0] { $path } geschrieben.
    [one] Ein Code ist neu. { $path } enthält ihn nur als Prüfwert.
   *[other] { $count } Codes sind neu. { $path } enthält sie nur als Prüfwerte.
}

print-card-open = Öffnen Sie ein Terminal. Unter Windows heißt es „Eingabeaufforderung“.
print-card-type = Tippen Sie genau das und dann Enter:
print-card-compare = Beim ersten Mal fragt das Gerät nach einem Fingerabdruck. Vergleichen Sie. Nur wenn er gleich ist, tippen Sie yes:
print-card-code = Der Code. Er bleibt beim Tippen unsichtbar:
print-card-code-known = steht auf Ihrer ersten Karte.
print-card-team = Mehrere teilen sich diesen Platz: eine Person handelt, F4 gibt weiter.
print-card-back = Verbindung weg? Derselbe Befehl bringt Sie zurück. Geben Sie den Code nicht weiter.
