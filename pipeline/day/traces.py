"""What lies beside the workbook of a person: their letters, what was printed, backups that hold them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.day.place import Place
from pipeline.model import Contact
from pipeline.model.addresses import postal_line
from pipeline.model.identity import code_in
from pipeline.sheets.forgetting import Forgotten
from pipeline.workbook.replace import is_stray, read_bytes, strays
from pipeline.workbook.save import stray_temps

_DAY_SHEET = re.compile(r"\d{4}-\d\d-\d\d.*\.pdf", re.IGNORECASE)
_LARGEST_PART = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Traces:
    """The files that go: letters, printed sheets and calendar, backups, and what a killed run left."""

    letters: tuple[Path, ...] = ()
    printed: tuple[Path, ...] = ()
    backups: tuple[Path, ...] = ()
    temporary: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Return all of them."""
        return (*self.letters, *self.printed, *self.backups, *self.temporary)


def find_traces(place: Place, person: Forgotten) -> Traces:
    """Look through the workbook's folder. A file that holds nobody but others stays; one that can't be read may hold anybody."""
    letters = [p for p in _files(place.outbox) if _is_letter(p, person)]
    printed = [p for p in _files(place.sheets) if _DAY_SHEET.fullmatch(p.name)]
    if place.calendar.is_file() and _names(place.calendar, person):
        printed.append(place.calendar)
    backups = [
        p for p in _files(place.backups) if p.suffix.lower() in (".xlsx", ".xlsm") and _holds(p, person)
    ]
    temporary = [
        *stray_temps(place.workbook, place.backups),
        *(p for folder in (place.outbox, place.sheets) for p in _files(folder) if is_stray(p)),
        *strays(place.calendar),
    ]
    return Traces(*(tuple(dict.fromkeys(found)) for found in (letters, printed, backups, temporary)))


def _files(folder: Path) -> Iterator[Path]:
    return (p for p in sorted(folder.rglob("*")) if p.is_file())


def _is_letter(path: Path, person: Forgotten) -> bool:
    """Tell a letter's file, or an enclosure's beside it, by its code; an old one by whom it is to."""
    if code_in(path.name) in person.codes:
        return True
    kind = path.suffix.lower()
    if kind == ".docx":
        return any(_posted_to(path, c) for c in person.rows)
    return kind in (".txt", ".eml") and any(_to(path) in (c.email.casefold(), _line(c)) for c in person.rows)


def _line(c: Contact) -> str:
    return postal_line(c).casefold() if c.address.strip() else c.email.casefold()


def _to(path: Path) -> str:
    """Read whom a letter's file is to; something that is nobody where it can't be read."""
    try:
        data = read_bytes(path)
    except OSError:
        return "?"
    if path.suffix.lower() == ".eml":
        found = message_from_bytes(data, policy=policy.default)["To"]
        addresses = getattr(found, "addresses", ())
        return addresses[0].addr_spec.casefold() if addresses else "?"
    head = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").partition("\n\n")[0]
    line = re.search(r"(?im)^to:[ \t]*(.*)$", head)
    return (line[1].strip().casefold() if line else "") or "?"


def _posted_to(path: Path, c: Contact) -> bool:
    text = _unpacked(path, only="word/document.xml")
    lines = [line.strip() for line in (c.name, *c.address.splitlines()) if line.strip()]
    return bool(c.address.strip()) and text is not None and all(escape(line) in text for line in lines)


def _unpacked(path: Path, only: str = "") -> str | None:
    """Read the texts in a package; None where it can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(read_bytes(path))) as package:
            parts = [i for i in package.infolist() if i.file_size <= _LARGEST_PART]
            names = [i for i in parts if i.filename == only or (not only and i.filename.endswith(".xml"))]
            return "\n".join(package.read(i).decode("utf-8", "replace") for i in names)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return None


def _names(path: Path, person: Forgotten) -> bool:
    """Tell whether a calendar holds a person; its long lines are folded (RFC 5545 3.1)."""
    try:
        data = read_bytes(path)
    except OSError:
        return True
    text = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8", "replace"))
    return any(
        _as_word(words, text) for c in person.rows for words in (c.name, c.email, c.phone, c.id) if words
    )


def _holds(path: Path, person: Forgotten) -> bool:
    """Tell whether a workbook holds a person: the address, the ID, or the name as a whole cell or as two beside each other."""
    text = _unpacked(path)
    return text is None or any(_is_in(c, text) for c in person.rows)


def _is_in(c: Contact, text: str) -> bool:
    if any(_as_word(escape(words), text) for words in (c.email, c.id) if words):
        return True
    cells = {" ".join(t.split()).casefold() for t in re.findall(r">([^<>]+)</(?:[\w.-]+:)?t\s*>", text)}
    named = [escape(part).casefold() for part in (c.first_name, c.last_name) if part]
    return escape(c.name).casefold() in cells or (bool(named) and set(named) <= cells)


def _as_word(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
