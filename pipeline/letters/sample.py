"""A first letter to an invented person, written from the user's settings, to show how they read (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.letters.order import Order, Written, write
from pipeline.model import Contact, LetterKind, Settings, Template

RECIPIENT = Contact(
    0,
    "",
    first_name="Dorothea",
    last_name="Brooke",
    email="d.brooke@example.org",
    phone="555-0123",
    organization="Lowick Hospital",
    position="Trustee",
    why_this_person="because of the fever ward that you opened with so little money",
    email_valid=True,
)


def sample_letter(
    settings: Settings,
    templates: Mapping[LetterKind, Template],
    in_letters: frozenset[str],
    *,
    today: date,
    call_on: date | None,
) -> Written:
    """Write the letter; `in_letters` and `call_on` as for an Order. Raises UserError for a fault in the template."""
    order = Order(LetterKind.APPROACH, RECIPIENT, settings, today, in_letters, call_on)
    return write(order, templates)
