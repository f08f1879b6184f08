# The guide and the text about the program.
ui-guide-title = Guide
ui-guide-what = You lead an administration through an outage. This is an exercise.
ui-guide-first = Read the line NOW first. It says what to decide, and by when.
ui-guide-clock = Space starts and stops the clock. Key n runs to the next stop. You can also decide while it stands.
ui-guide-decide = Enter opens the decision paper. Choose, enter a reason, order with Enter.
ui-guide-aid = Press b to ask for aid. Answer requests of others under 4.
ui-guide-fog = You see only what was reported to you. What was not reported shows “?”.
ui-guide-signs = Signs
ui-legend = ● running   ▲ emergency mode   ▼ below emergency   ■ down   ○ closed   ? not reported   ► under way   ♦ aid at work   × refused   ! suspicion or deadline today   √ met
ui-about-title = About beistand
ui-about-what = beistand is an exercise program for mutual aid between administrations.
