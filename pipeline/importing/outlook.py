"""Outlook's CSV, as the program and outlook.com write it."""

from __future__ import annotations

from collections.abc import Mapping, Set

from pipeline.importing.imported import ImportedContact, contact, first_name, salutation

KIND = "Outlook"
MAPPING = {
    "Title": "Salutation",
    "First Name": "First name",
    "Middle Name": "First name",
    "Last Name": "Last name",
    "Company": "Organization",
    "Job Title": "Position",
    "E-mail Address": "Email",
    "Business Phone": "Phone",
    "Mobile Phone": "Phone",
    "Business Street": "Address",
    "Home Street": "Address",
    "Referred By": "Referred by",
    "Department": "Notes",
    "Suffix": "Notes",
    "Categories": "Notes",
    "Notes": "Notes",
}
_PHONES = (
    "business phone",
    "mobile phone",
    "primary phone",
    "company main phone",
    "business phone 2",
    "home phone",
)
_PLACE = ("street", "street 2", "street 3", "city", "state", "postal code", "country region", "country")


def recognizes(headers: Set[str]) -> bool:
    """Tell whether folded headers are Outlook's."""
    return {"e mail address", "last name"} <= headers and bool(
        {"e mail display name", "business phone", "business street"} & headers
    )


def convert(row: Mapping[str, str], where: str) -> ImportedContact:
    """Turn a row by its folded headers into a contact; addresses inside an Exchange server are none to write to."""

    def get(name: str) -> str:
        return row.get(name, "").strip()

    mails = [m for m in map(get, ("e mail address", "e mail 2 address", "e mail 3 address")) if "@" in m]
    phones = list(dict.fromkeys(p for p in map(get, _PHONES) if p))
    values = {
        "First name": first_name(get("first name"), get("middle name")),
        "Last name": get("last name"),
        "Salutation": salutation(get("title"), get("last name")),
        "Email": mails[0] if mails else "",
        "Phone": phones[0] if phones else "",
        "Organization": get("company"),
        "Position": get("job title"),
        "Address": _place(row, "business") or _place(row, "home"),
        "Referred by": get("referred by"),
        "Notes": get("notes"),
    }
    notes = [f"Other e-mail: {m}" for m in mails[1:]] + [f"Other phone: {p}" for p in phones[1:]]
    notes += [
        f"{label}: {get(name)}"
        for label, name in (("Department", "department"), ("Suffix", "suffix"), ("Categories", "categories"))
        if get(name)
    ]
    return contact(values, notes, where)


def _place(row: Mapping[str, str], which: str) -> str:
    part = {p: row.get(f"{which} {p}", "").strip() for p in _PLACE}
    if not part["street"] and not part["city"]:
        return ""
    town = " ".join(
        filter(
            None,
            (
                f"{part['city']}," if part["city"] and part["state"] else part["city"],
                part["state"],
                part["postal code"],
            ),
        )
    )
    return "\n".join(
        filter(
            None,
            (
                part["street"],
                part["street 2"],
                part["street 3"],
                town,
                part["country region"] or part["country"],
            ),
        )
    )
