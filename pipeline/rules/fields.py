"""R21: fields of work in which nobody new is written to, by the user's own verdict."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import FieldSaid, FieldVerdict
from pipeline.model.texts import field_key
from pipeline.rules.facts import Facts
from pipeline.rules.ruling import Day


def closed_fields(said: Iterable[FieldSaid]) -> dict[str, str]:
    """Say why, by the field's key; a verdict that can't be read may be a Drop, so letters wait for it."""
    closed: dict[str, str] = {}
    for field in said:
        if field.verdict is FieldVerdict.DROP:
            closed[field_key(field.name)] = (
                f"you dropped the field {field.name} ({field.where}): nobody new is written to in it (R21)"
            )
        elif field.unreadable:
            why = (
                f"the verdict on the field {field.name} can't be read ({field.where}); correct it first (R21)"
            )
            closed.setdefault(field_key(field.name), why)
    return closed


def closed_to(f: Facts, day: Day) -> str:
    """Say why nobody new is written to in a contact's field; "" where nothing stops it, or the letter is the user's already."""
    if not day.closed_fields or f.contact.id in day.in_hand:
        return ""
    return day.closed_fields.get(field_key(f.contact.field), "")
