"""The starter's invented person, whose values stand in Settings until the user types their own. None may go out."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model.settings import Settings
from pipeline.model.texts import spelled

PERSON: Mapping[str, str] = {
    "name": "Sam Sample",
    "email": "sam.sample@example.com",
    "phone": "555-0100",
    "position": "a ward nurse at Highbury General Hospital",
    "field": "hospital administration",
    "purpose": "to learn how people come into hospital administration and what the work asks of them",
}
_SPELLED = {a: spelled(value) for a, value in PERSON.items()}
# A field is nobody's own: it may truly be the user's. It counts while what is said beside it is still invented.
_SHARED = {"field": ("position", "purpose")}


def still_invented(settings: Settings) -> tuple[str, ...]:
    """List the settings, by attribute, that still hold the invented person's value."""
    same = [a for a, value in _SPELLED.items() if spelled(getattr(settings, a)) == value]
    return tuple(a for a in same if a not in _SHARED or any(other in same for other in _SHARED[a]))
