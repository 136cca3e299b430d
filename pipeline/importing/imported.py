"""What a contact file holds, in the words of Contacts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.letters.salutation import is_title
from pipeline.model.fullname import FullName, is_firm, is_total, split_name, tidied
from pipeline.model.texts import spelled, word_set
from pipeline.sheets.columns.fieldwords import FIELD_OF_WORD, HOME, WORK
from pipeline.workbook.refs import column_letters

FieldValue = str | date
_ADDRESS = re.compile(r"(?<![^\s<>;,()\"])[^\s<>;,()\"]+@[^\s<>;,()\"]*[^\s<>;,()\".]")
_SHOWN = re.compile(r"<[^\s<>@]+@[^\s<>]+>")
"""An address behind the name that it is shown by: Anna Smith <anna@example.com>."""
_APART = re.compile(r"[;,|\n]|\s/\s")
_LABELS = {
    word
    for label in WORK | HOME | {label for label, field in FIELD_OF_WORD.items() if field == "email"}
    for word in label.split()
} | word_set("best direct and und")
_NO_LONGER = word_set(
    "old former previous not dead bounced wrong invalid inactive obsolete expired alt ancien viejo"
)
_MAILTO = re.compile(r"\bmailto:\s*", re.IGNORECASE)
_EXCHANGE = "/o="
"""So begin the addresses that only an Exchange server understands: nothing anybody could use."""
CELL_LIMIT = 32_000
"""Characters kept of one value; Excel's own limit is 32,767."""
_BIDI = dict.fromkeys(
    [0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)


@dataclass(frozen=True, slots=True)
class ImportedContact:
    """One person of the file: values by Contacts' headers, blanks left out, and where they stand (line, row or card)."""

    values: Mapping[str, FieldValue]
    where: str = ""

    def text(self, header: str) -> str:
        """Return a value as text, "" where there is none."""
        return str(self.values.get(header, ""))

    @property
    def name(self) -> str:
        """Join the names as the person is called."""
        return f"{self.text('First name')} {self.text('Last name')}".strip()


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """One column of theirs, counted from 1: its header, its first few values, and the one of `uses.USES` that it has.

    `unread` says how many of its values can't be read as that; "" where all can.
    """

    column: int
    header: str
    use: str
    samples: tuple[str, ...]
    unread: str = ""

    @property
    def letters(self) -> str:
        """Name the column as Excel does."""
        return column_letters(self.column)


@dataclass(frozen=True, slots=True)
class Imported:
    """A contact file as read. `mapping` says which of its headers went where; `notes` what was left out and why.

    `columns` shows the same with samples, to be corrected; empty for vCards, which have none.
    """

    kind: str
    rows: tuple[ImportedContact, ...]
    mapping: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[ColumnUse, ...] = ()


def fit_for_cell(value: object, *, lines: bool = False) -> str:
    """Make a value fit for a cell: no control or direction characters, blanks trimmed, one line unless `lines`."""
    text = str(value)
    if text.isprintable():  # nearly all are: neither line breaks nor any of what is taken out
        return " ".join(text.split())[:CELL_LIMIT]
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI)
    text = "".join(
        c
        for c in text
        if c == "\n"
        or (unicodedata.category(c) not in ("Cc", "Cs") and ord(c) & 0xFFFE != 0xFFFE)
        or c == "\t"
    )
    if lines:
        return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()[:CELL_LIMIT]
    return " ".join(text.split())[:CELL_LIMIT]


def cell_text(cell: object) -> str:
    """Write a cell as text: whole numbers without .0, so that phone numbers stay phone numbers."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return fit_for_cell(cell, lines=True).strip()


LONG = frozenset(
    {
        "Address",
        "Notes",
        "Why this person",
        "Thank them for",
        "What I learned",
        "Advice",
        "Referrals given",
        "Opening mentioned",
    }
)


def imported_contact(
    values: Mapping[str, object], notes: Iterable[str] = (), where: str = ""
) -> ImportedContact:
    """Make a person from values by Contacts' headers; `notes` are lines to add to Notes."""
    found: dict[str, FieldValue] = {}
    for header, value in values.items():
        kept: FieldValue = value if isinstance(value, date) else fit_for_cell(value, lines=header in LONG)
        if kept:
            found[header] = kept
    lines = [str(found.get("Notes", "")), *(fit_for_cell(n, lines=True) for n in notes)]
    joined = "\n".join(line for line in lines if line)[:CELL_LIMIT]
    return ImportedContact({**found, "Notes": joined} if joined else found, where)


def first_name(*parts: str) -> str:
    """Join given and middle names."""
    return " ".join(p.strip() for p in parts if p.strip())


def with_label(mail: str, label: str) -> str:
    """Put beside an address what its label says, where that may be that nobody reads it any more: "Old", "Do not use"."""
    return mail if _NO_LONGER.isdisjoint(spelled(label).split()) else f"{mail} ({label.strip(' *')})"


def mails_of(cells: Sequence[str], name: FullName) -> tuple[list[str], list[str]]:
    """Give a person's addresses, the one to write to first, and which of the cells say more, for Notes.

    Where every address has more beside it than whose it is, the first such cell stands whole in its place: it is named as a problem then.
    """
    found, more = [], []
    for cell in cells:
        good, odd = _addresses_in(cell, (name.first, name.last, *name.left))
        found += good
        more += [odd] if odd and not odd.startswith(_EXCHANGE) else []
    first = next((odd for odd in more if _ADDRESS.search(odd)), "")
    if found or not first:
        return list(dict.fromkeys(found)), more
    return [first], [odd for odd in more if odd != first]


def _addresses_in(cell: str, names: Sequence[str]) -> tuple[list[str], str]:
    """List the addresses of a cell, and what else it says: anna@example.com (old) is none to write to."""
    parts = [part.strip() for part in _APART.split(_MAILTO.sub("", cell)) if part.strip()]
    odd = [part for part in parts if _says_more(part, names)]
    if any(not _ADDRESS.search(part) for part in odd):
        return [], cell
    return [mail for part in parts if part not in odd for mail in _ADDRESS.findall(part)], "; ".join(odd)


def _says_more(part: str, names: Sequence[str]) -> bool:
    """Tell whether there is more beside an address than whose it is, or whether at work."""
    words, whose = spelled(_ADDRESS.sub(" ", part)).split(), set(spelled(" ".join(names)).split())
    if _SHOWN.search(part) and (not whose or not whose.isdisjoint(words)):
        return False
    return not all(word in whose or word in _LABELS for word in words)


def salutation(prefix: str, last: str) -> tuple[str, list[str]]:
    """Make what stands after "Dear" from a title such as Dr. or Ms.; what is no title, as CEO, comes back for Notes."""
    prefix = prefix.strip()
    if not prefix:
        return "", []
    if is_title(prefix):
        return (f"{prefix} {last.strip()}" if last.strip() else ""), []
    if last and spelled(last) in spelled(prefix):  # Dr. Okafor
        return prefix, []
    return "", [f"Title: {prefix}"]


def named(first: str, last: str, full: str = "") -> FullName:
    """Give a person's names, cleared of degrees, nicknames and signs; the whole name serves where there are no parts.

    What is not clearly one person's name stays whole in `first`, where it blocks the greeting; an address is no name.
    """
    if first or last:
        return tidied(fit_for_cell(first), fit_for_cell(last))
    whole = fit_for_cell(full)
    if "@" in whole:
        return FullName("", "")
    return split_name(whole) or FullName(whole, "")


def in_columns(name: FullName, greeting: str, mails: Sequence[str], phones: Sequence[str]) -> dict[str, str]:
    """Fill in who somebody is and how they are reached: of several mails and phones the first one."""
    return {
        "First name": name.first,
        "Last name": name.last,
        "Salutation": greeting or name.salutation,
        "Email": next(iter(mails), ""),
        "Phone": next(iter(phones), ""),
    }


def in_notes(mails: Sequence[str], phones: Sequence[str], odd: Sequence[str]) -> list[str]:
    """Say the mails and phones that have no column, and what cells for mails say more, as lines for Notes."""
    said = [("Other e-mail", mails[1:]), ("Other phone", phones[1:]), ("E-mail", odd)]
    return [f"{label}: {text}" for label, texts in said for text in texts]


def taken_off(name: FullName) -> list[str]:
    """Say what was taken off a name, as a line for Notes."""
    return [f"Beside the name: {', '.join(name.left)}"] if name.left else []


def is_no_person(person: ImportedContact, cells: Iterable[object]) -> bool:
    """Tell a firm or a team, and a row of totals or remarks, which reaches nobody and has no person's name first."""
    if is_firm(person.text("First name")) and not person.text("Last name"):
        return True
    if any(person.text(header) for header in ("Email", "Phone", "Address", "Position", "Last name")):
        return False
    first = next((str(cell).strip() for cell in cells if str(cell or "").strip()), "")
    return is_total(first) or (
        not person.text("Organization") and split_name(first) is None and "@" not in first
    )


def with_notes(person: ImportedContact, lines: Iterable[str]) -> ImportedContact:
    """Add lines to a person's Notes."""
    joined = "\n".join(filter(None, (person.text("Notes"), *(fit_for_cell(n, lines=True) for n in lines))))
    return ImportedContact(
        {**person.values, "Notes": joined[:CELL_LIMIT]} if joined else person.values, person.where
    )
