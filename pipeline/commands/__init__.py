"""Click and words only, a thin module for commands that belong together: what is asked, printed and exited with; nothing is worked out here."""
