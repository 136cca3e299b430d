"""Where letters are reviewed: on a local page, or in the terminal."""
