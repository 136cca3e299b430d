"""What the columns of a table of people are, in its owner's words; no row is read here (contacts)."""
