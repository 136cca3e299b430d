"""Whose the rows of Contacts are: people who stand twice, were replaced, lost their ID or were sorted apart; no step follows here (rules)."""
