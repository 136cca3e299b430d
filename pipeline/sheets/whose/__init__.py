"""Whose the rows of Contacts are: who stands twice, was replaced, or lost their ID; no step follows here (rules)."""
