# Seats over the network: what stands on screens, at the terminal and on cards.

ui-now-nothing-led = Nothing to decide. The facilitator leads the clock.
ui-team-looks-on = YOU LOOK ON
ui-team-observes = OBSERVING
ui-team-your-turn = It is your turn. F4 passes it on.
ui-team-said = THE FACILITATOR SAYS: { $text }
ui-team-heard = F8 Noted
ui-team-quit-question = Leave the seat? The exercise goes on. You can sign in again.
ui-context-team = Shared seat
ui-context-watch = Observing
ui-context-saying = Announcement
ui-key-pass-on = Pass on
ui-key-heard = Noted
ui-key-say-there = Say
ui-key-say-to-all = To all
ui-key-say = Send
ui-key-lock-place = Lock
ui-key-mute-place = Mute
ui-key-free-place = Free

ui-tab-attendance = Network
ui-place-player = Seat
ui-place-observer = Observer
ui-place-wall = Wall
ui-place-facilitator = Facilitator
ui-place-opened = { $place } is open again.
ui-place-locked = { $place } is locked. Whoever sat there is signed out.
ui-place-unmuted = { $place } may act again.
ui-place-muted = { $place } may only look on now.
ui-place-freed = { $place } is free. Until somebody comes, the exercise control plays it.
ui-place-passed-on = At { $place } it is the next person's turn.
ui-place-said = The announcement is sent.
ui-places-not-hosted = This exercise runs on this machine only. With `beistand host` seats sign in over the network.
ui-places-address = Sign in at { $address }
ui-places-present = { $present } signed in · { $refused } wrong codes
ui-places-key = Key { $key }
ui-places-col-user = Name
ui-places-col-state = Who plays
ui-places-col-people = People
ui-places-col-address = Address
ui-places-col-idle = quiet
ui-places-col-latency = Answer
ui-places-locked = locked
ui-places-muted = muted
ui-places-absent = nobody there
ui-places-person = person
ui-places-away = away for { $since }
ui-places-never = –
ui-places-seconds = { $count } s
ui-places-minutes = { $count } min
ui-places-all = all
ui-places-saying = Announcement to { $to }:
ui-why-only-at-host = Only the machine that runs the exercise begins a second try.

refusal-sent-away = This seat is locked or free.
help-sent-away = Please speak to the facilitator.
refusal-muted = This seat is muted.
help-muted = The facilitator will let you act again soon.
refusal-with-team = Somebody else acts at this seat now.
help-with-team = F4 takes over when nobody has typed there for two minutes.
refusal-observing = Observers do not act.
help-observing = You look on only.
refusal-alone = Nobody else is at this seat.
help-alone = Others sign in with the same code.
refusal-other-acts = Somebody is typing there.
help-other-acts = Ask them to press F4.
refusal-no-such-place = There is no such place.

remote-wait = The exercise begins soon. Please wait.
remote-locked = This seat is locked. Please speak to the facilitator.
remote-full = All chairs at this seat are taken. Please speak to the facilitator.
remote-freed = The facilitator has freed this seat.
remote-failed = This seat had an error. Please sign in again.
remote-ended = The exercise has ended. Thank you for playing.
remote-left = You have left the seat. The same command brings you back.
remote-no-wall = The record cannot be read.

host-listens = Seats sign in at { $address }. Key: { $key }
host-listens-here = Seats sign in at { $address }: on this machine only. For the whole network: --listen 0.0.0.0:2222. Key: { $key }
host-no-seats = error: there is no { $path }. `beistand host --seats { $path } --print-seats -o cards.html` makes the file and prints the cards.
host-not-led = error: { $path } was played without a facilitator and has no seats on a network.
host-place-wrong = error: place `{ $user }`: { $what }
host-place-name = a name has 1 to { $most } of a-z, 0-9, - and _
host-place-twice = the name is there twice
host-place-no-seat = there is no seat `{ $seat }`; seats are { $known }
host-place-taken = another place has this seat; a team shares one place
host-place-code = `code` is no hash; let it be drawn with --print-seats
host-place-key = a key cannot be read ({ $error })
host-place-no-player = error: there is no place for a player
host-no-luck = error: no codes can be drawn ({ $error })
host-no-listening = error: nobody can sign in at { $address }. { $reason }
host-address-used = Another program listens there. Another port: --listen with another number.
host-address-none = This machine does not have this address.
host-key-open = error: others may read the key { $path }; run `chmod 600 { $path }`
host-key-unreadable = error: { $path } is no key that can be read ({ $error })
host-seats-written = { $count ->
    [0] { $path } written.
    [one] One code is new. { $path } keeps a hash of it only.
   *[other] { $count } codes are new. { $path } keeps hashes of them only.
}

print-card-open = Open a terminal. On Windows it is called "Command Prompt".
print-card-type = Type exactly this, then Enter:
print-card-compare = The first time, the machine asks about a fingerprint. Compare it. Only if it is the same, type yes:
print-card-code = The code. It stays invisible while you type:
print-card-code-known = stands on your first card.
print-card-team = Several people share this seat: one acts, F4 passes it on.
print-card-back = Connection lost? The same command brings you back. Do not pass the code on.
