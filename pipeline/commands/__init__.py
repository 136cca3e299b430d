"""Click and words only, one thin module a command: what is asked, printed and exited with; nothing is worked out here."""
