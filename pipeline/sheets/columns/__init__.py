"""What the columns of a table of people are, in its owner's words: headers found, and what stands below them; no row is read here (contacts)."""
