"""LinkedIn's Connections.csv: a preamble of varying length, then seven columns, most e-mail cells empty."""

from __future__ import annotations

from collections.abc import Mapping, Set

from pipeline.importing.imported import (
    ImportedContact,
    imported_contact,
    in_columns,
    in_notes,
    mails_of,
    named,
    taken_off,
)

KIND = "LinkedIn"
MAPPING = {
    "First Name": "First name",
    "Last Name": "Last name",
    "Email Address": "Email",
    "Company": "Organization",
    "Position": "Position",
    "URL": "Notes",
    "Connected On": "Notes",
}


def recognizes(headers: Set[str]) -> bool:
    """Tell whether folded headers are LinkedIn's."""
    return {"first name", "last name", "connected on"} <= headers


def convert(row: Mapping[str, str], where: str) -> ImportedContact:
    """Turn a row by its folded headers into a contact."""
    name = named(row.get("first name", ""), row.get("last name", ""))
    mails, odd = mails_of([row.get("email address", "")], name)
    values = {
        **in_columns(name, "", mails, []),
        "Organization": row.get("company", ""),
        "Position": row.get("position", ""),
    }
    url, connected = row.get("url", "").strip(), row.get("connected on", "").strip()
    notes = in_notes(mails, [], odd)
    notes += [f"LinkedIn: {url}"] if url else []
    notes += [f"Connected on LinkedIn: {connected}"] if connected else []
    return imported_contact(values, [*notes, *taken_off(name)], where)


def handles(header: str) -> bool:
    """Tell whether a folded header's column is taken care of."""
    return header in ("url", "connected on")
