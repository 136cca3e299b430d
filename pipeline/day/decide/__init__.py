"""What follows from what was gathered: pure functions over frozen values; nothing here reads or writes anything."""

from pipeline.day.decide.decision import Decision, decide
from pipeline.day.decide.requests import by_hand

__all__ = ["Decision", "by_hand", "decide"]
