"""Find a contact by what a person types (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Contact
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled


def find_contacts(contacts: Sequence[Contact], typed: str) -> list[Contact]:
    """List the contacts whose ID, address or name it is, else whose name has it as a word, else holds it. Raises UserError (exit 2)."""
    wanted = spelled(typed)
    if not wanted:
        raise UserError("Give a name, an ID or an e-mail address.", exit_code=USAGE)
    exact = [
        c
        for c in contacts
        if c.id.casefold() == typed.strip().casefold()
        or c.email.casefold() == typed.strip().casefold()
        or (wanted and spelled(c.name) == wanted)
    ]
    held = [c for c in contacts if wanted in spelled(c.name) or wanted == spelled(c.organization)]
    found = exact or [c for c in held if f" {wanted} " in f" {spelled(c.name)} "] or held
    if not found:
        raise UserError(
            f"None of your contacts is called “{typed}”. Give the name as it stands in the sheet, or the ID.",
            exit_code=USAGE,
        )
    return found


def find_contact(contacts: Sequence[Contact], typed: str) -> Contact:
    """Find the one contact that is meant. Raises UserError (exit 2) where several are."""
    found = find_contacts(contacts, typed)
    if len(found) > 1:
        names = ", ".join(f"{c.name} (row {c.row}, {c.id})" for c in found[:6])
        one_id = len({c.id for c in found}) == 1
        how = found[0].duplicate if one_id and found[0].duplicate else "Give the full name or the ID."
        raise UserError(f"“{typed}” fits several: {names}. {how}", exit_code=USAGE)
    return found[0]
