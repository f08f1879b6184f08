# Texts of the engine: names of administrations, messages, refusals, causes.
