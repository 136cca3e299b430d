"""The window's pages: each module registers its own addresses."""
