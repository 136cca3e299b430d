"""Letters shown, edited, approved and skipped, on the page and in the terminal; what is due, and what may go, is decided elsewhere."""
