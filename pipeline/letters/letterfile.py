"""A letter in review as the text of a file: header lines, a blank line, the body (pure)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pipeline.ledger.records import digest
from pipeline.model import Letter
from pipeline.model.dates import read_day
from pipeline.model.texts import clean, slug

MAX_SHOWN = 32_000  # Excel keeps 32,767 characters in a cell
QUOTE = '"'
_HEADERS = ("To", "Subject", "Enclose", "Call on")


class LetterFile(NamedTuple):
    """A letter as it stands in the outbox; `fault` says what can't be read and where.

    `doubles`: other files of the same code that say something else.
    """

    code: str
    name: str
    to: str = ""
    subject: str = ""
    body: str = ""
    enclosures: tuple[str, ...] = ()
    call_on: date | None = None
    fault: str = ""
    doubles: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Hash all that the user may edit."""
        return text_digest(self)


class Write(NamedTuple):
    """A letter's file to be written."""

    code: str
    name: str
    text: str


class Remove(NamedTuple):
    """A letter's file to be removed, or moved into a folder of the outbox."""

    code: str
    to_folder: str = ""


Change = Write | Remove


def text_digest(letter: Letter | LetterFile) -> str:
    """Hash what a letter's file says."""
    return digest(
        letter.to,
        letter.subject,
        letter.body,
        "\n".join(letter.enclosures),
        letter.call_on.isoformat() if letter.call_on else "",
    )


def shown_digest(subject: str, body: str) -> str:
    """Hash what of a letter may be edited on the Drafts sheet, as a cell can hold it."""
    return digest(clean(subject), body[:MAX_SHOWN])


def file_name(letter: Letter) -> str:
    """Name a letter's file: the code, the kind, the person."""
    return f"{letter.code}-{letter.kind.replace('_', '-')}-{slug(letter.name)}.txt"


def exported_name(letter: Letter, on: date) -> str:
    """Name an exported letter's file, without an ending: the day and the person first, so that a day's stand together."""
    return f"{on:%Y-%m-%d}-{slug(letter.name)}-{letter.kind.replace('_', '-')}-{letter.code}"


def as_file(letter: Letter) -> Write:
    """Make of a letter its file to be written."""
    return Write(letter.code, file_name(letter), format_letter(letter))


def format_letter(letter: Letter | LetterFile) -> str:
    """Write a letter as its file's text."""
    values = (
        letter.to,
        letter.subject,
        _written(letter.enclosures),
        letter.call_on.isoformat() if letter.call_on else "",
    )
    lines = [
        f"{header}: {' '.join(value.split())}".rstrip()
        for header, value in zip(_HEADERS, values, strict=True)
        if value or header in ("To", "Subject")
    ]
    return "\n".join(lines) + "\n\n" + letter.body.strip() + "\n"


def parse_letter(code: str, name: str, text: str) -> LetterFile:
    """Read a letter's file; what can't be understood becomes its `fault`."""
    head, _, body = text.replace("\r\n", "\n").lstrip("\ufeff").partition("\n\n")
    values: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 1):
        key, colon, value = line.partition(":")
        header = next((h for h in _HEADERS if h.casefold() == key.strip().casefold()), None)
        if not colon or header is None:
            return LetterFile(
                code,
                name,
                body=body.strip(),
                fault=f"outbox/{name}, line {number}: the lines before the first blank line must be "
                f"To, Subject, Enclose or Call on, not “{line[:40]}”.",
            )
        values[header] = value.strip()
    call_on: date | None = None
    if values.get("Call on"):
        try:
            call_on = read_day(values["Call on"])
        except ValueError:
            return LetterFile(
                code,
                name,
                values.get("To", ""),
                values.get("Subject", ""),
                body.strip(),
                fault=f"outbox/{name}: “Call on: {values['Call on']}” is no date; write it as 2026-12-31.",
            )
    enclosures = _read(values.get("Enclose", ""))
    return LetterFile(
        code, name, values.get("To", ""), values.get("Subject", ""), body.strip(), enclosures, call_on
    )


def _written(names: Sequence[str]) -> str:
    """Write file names in a line; one that holds a comma or a quotation mark stands in quotation marks."""
    return ", ".join(
        f'"{name.replace(QUOTE, QUOTE * 2)}"' if {",", QUOTE} & set(name) else name for name in names
    )


def _read(line: str) -> tuple[str, ...]:
    names = next(csv.reader([line], skipinitialspace=True), [])
    return tuple(name.strip() for name in names if name.strip())
