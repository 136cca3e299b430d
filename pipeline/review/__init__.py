"""The window, and the terminal: the day shown, letters edited, approved and skipped, what happened recorded; what is due, and what may go, is decided elsewhere."""
