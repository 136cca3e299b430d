"""Google Contacts, the present layout (First Name, E-mail 1 - Label) and the earlier one (Given Name, E-mail 1 - Type)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from pipeline.importing.imported import (
    ImportedContact,
    first_name,
    imported_contact,
    in_columns,
    in_notes,
    mails_of,
    named,
    salutation,
    taken_off,
    with_label,
)

KIND = "Google"
MAPPING = {
    "First Name": "First name",
    "Given Name": "First name",
    "Middle Name": "First name",
    "Additional Name": "First name",
    "Last Name": "Last name",
    "Family Name": "Last name",
    "Name": "First name, Last name",
    "Name Prefix": "Salutation",
    "Organization Name": "Organization",
    "Organization 1 - Name": "Organization",
    "Organization Title": "Position",
    "Organization 1 - Title": "Position",
    "E-mail 1 - Value": "Email",
    "Phone 1 - Value": "Phone",
    "Address 1 - Formatted": "Address",
    "Notes": "Notes",
    "Labels": "Notes",
    "Group Membership": "Notes",
}
_SEVERAL = " ::: "


def recognizes(headers: Set[str]) -> bool:
    """Tell whether folded headers are Google's."""
    numbered = any(re.fullmatch(r"(e mail|phone) \d+ (label|type|value)", h) for h in headers)
    return numbered or {"organization name", "organization title", "labels"} <= headers


def convert(row: Mapping[str, str], where: str) -> ImportedContact:
    """Turn a row by its folded headers into a contact; what has no column of its own goes into Notes."""

    def get(*names: str) -> str:
        return next((row[n].strip() for n in names if row.get(n, "").strip()), "")

    first = first_name(get("first name", "given name"), get("middle name", "additional name"))
    name = named(first, get("last name", "family name"), get("name", "file as"))
    greeting, about = salutation(get("name prefix"), name.last)
    mails, odd = mails_of(_values(row, "e mail"), name)
    phones = _values(row, "phone")
    places = _values(row, "address", "formatted")
    values = {
        **in_columns(name, greeting, mails, phones),
        "Address": places[0] if places else "",
        "Organization": _one(get("organization name", "organization 1 name")),
        "Position": _one(get("organization title", "organization 1 title")),
        "Notes": get("notes"),
    }
    notes = in_notes(mails, phones, odd)
    labels = [
        x for x in get("labels", "group membership").split(_SEVERAL.strip()) if not x.strip().startswith("*")
    ]
    own = ", ".join(x.strip() for x in labels if x.strip())
    return imported_contact(
        values, [*notes, *([f"Labels: {own}"] if own else []), *about, *taken_off(name)], where
    )


def handles(header: str) -> bool:
    """Tell whether a folded header's column is taken care of, or names only the kind of another."""
    return header in ("name", "file as", "photo") or bool(
        re.fullmatch(r"(e mail|phone|address) \d+ .*|.* \d+ (type|label)", header)
    )


def _values(row: Mapping[str, str], what: str, part: str = "value") -> list[str]:
    """List the values of a numbered group, those marked as preferred (* before the label) first."""
    found: list[tuple[bool, str]] = []
    for n in range(1, 20):
        label = row.get(f"{what} {n} label", row.get(f"{what} {n} type", ""))
        cell = row.get(f"{what} {n} {part}", "")
        said = label if what == "e mail" else ""
        found += [
            (not label.strip().startswith("*"), with_label(v.strip(), said))
            for v in cell.split(_SEVERAL.strip())
            if v.strip()
        ]
    return list(dict.fromkeys(value for _, value in sorted(found, key=lambda f: f[0])))


def _one(cell: str) -> str:
    return cell.split(_SEVERAL.strip())[0].strip()
