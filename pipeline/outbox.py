"""Letters in review as text files that the user may edit: header lines, a blank line, the body."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.model import Letter
from pipeline.records import digest
from pipeline.workbook.replace import replace_file

_HEADERS = ("To", "Subject", "Enclose", "Call on")
_CODE = re.compile(r"^([A-Z0-9]{5})-.*\.txt$")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter as it stands in the outbox; `fault` says what can't be read and where."""

    code: str
    name: str
    to: str = ""
    subject: str = ""
    body: str = ""
    enclosures: tuple[str, ...] = ()
    call_on: date | None = None
    fault: str = ""

    @property
    def digest(self) -> str:
        """Hash all that the user may edit."""
        return text_digest(self)


@dataclass(frozen=True, slots=True)
class Write:
    code: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    code: str
    to_folder: str = ""


Change = Write | Remove


def text_digest(letter: Letter | LetterFile) -> str:
    """Hash what a letter's file says."""
    return digest(letter.to, letter.subject, letter.body, "\n".join(letter.enclosures), letter.call_on.isoformat() if letter.call_on else "")


def shown_digest(subject: str, body: str) -> str:
    """Hash what of a letter may be edited on the Drafts sheet."""
    return digest(subject, body)


def file_name(letter: Letter) -> str:
    """Name a letter's file: the code, the kind, the person."""
    return f"{letter.code}-{letter.kind.replace('_', '-')}-{slug(letter.name)}.txt"


def slug(text: str) -> str:
    """Fold a name to what is safe as part of a file name on every system."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()[:40]
    return "x-" + plain if _RESERVED.match(plain) else plain or "letter"


def format_letter(letter: Letter) -> str:
    """Write a letter as its file's text."""
    values = (letter.to, letter.subject, ", ".join(letter.enclosures), letter.call_on.isoformat() if letter.call_on else "")
    lines = [f"{header}: {value}".rstrip() for header, value in zip(_HEADERS, values, strict=True) if value or header in ("To", "Subject")]
    return "\n".join(lines) + "\n\n" + letter.body.strip() + "\n"


def parse_letter(code: str, name: str, text: str) -> LetterFile:
    """Read a letter's file; what can't be understood becomes its `fault`."""
    head, _, body = text.replace("\r\n", "\n").lstrip("\ufeff").partition("\n\n")
    values: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 1):
        key, colon, value = line.partition(":")
        header = next((h for h in _HEADERS if h.casefold() == key.strip().casefold()), None)
        if not colon or header is None:
            return LetterFile(code, name, body=body.strip(), fault=f"outbox/{name}, line {number}: the lines before the first blank line must be "
                              f"To, Subject, Enclose or Call on, not “{line[:40]}”.")
        values[header] = value.strip()
    call_on: date | None = None
    if values.get("Call on"):
        try:
            call_on = date.fromisoformat(values["Call on"])
        except ValueError:
            return LetterFile(code, name, values.get("To", ""), values.get("Subject", ""), body.strip(),
                              fault=f"outbox/{name}: “Call on: {values['Call on']}” is no date; write it as 2026-12-31.")
    enclosures = tuple(e.strip() for e in values.get("Enclose", "").split(",") if e.strip())
    return LetterFile(code, name, values.get("To", ""), values.get("Subject", ""), body.strip(), enclosures, call_on)


def read_outbox(folder: Path) -> dict[str, LetterFile]:
    """Read every letter in the outbox, by code."""
    if not folder.is_dir():
        return {}
    found: dict[str, LetterFile] = {}
    for path in sorted(folder.iterdir()):
        code = _CODE.match(path.name)
        if code and path.is_file():
            found[code[1]] = _read(code[1], path)
    return found


def _read(code: str, path: Path) -> LetterFile:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return parse_letter(code, path.name, text)


def apply_changes(folder: Path, changes: Sequence[Change]) -> None:
    """Write, remove and set aside letters' files; nothing that the user wrote is overwritten without a copy elsewhere."""
    if not changes:
        return
    folder.mkdir(exist_ok=True)
    present = {m[1]: p for p in folder.iterdir() if (m := _CODE.match(p.name)) and p.is_file()}
    for change in changes:
        old = present.get(change.code)
        if isinstance(change, Write):
            replace_file(folder / change.name, change.text.encode())
            if old is not None and old.name != change.name:
                old.unlink()
        elif old is not None and change.to_folder:
            target = folder / change.to_folder
            target.mkdir(exist_ok=True)
            shutil.move(old, _free(target / old.name))
        elif old is not None:
            old.unlink()


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
