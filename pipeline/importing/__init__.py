"""Contacts from the files that people have: read one, say what importing it would do; a workbook adopted, or begun from the starter; the day is neither read nor written here (sheets)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from pipeline.importing import table, vcard
from pipeline.importing.charsets import decode
from pipeline.importing.choosing import Candidate, candidates, choose_ids, numbered, with_words
from pipeline.importing.imported import ColumnUse, Imported, ImportedContact
from pipeline.importing.placing import rows_for
from pipeline.importing.plan import ImportPlan, describe, plan_import
from pipeline.importing.uses import Chosen
from pipeline.model import texts
from pipeline.model.errors import UserError
from pipeline.workbook.replace import read_bytes as content_of

__all__ = [
    "Candidate",
    "Chosen",
    "ColumnUse",
    "ImportPlan",
    "Imported",
    "ImportedContact",
    "candidates",
    "choose_ids",
    "describe",
    "numbered",
    "plan_import",
    "read_data",
    "read_file",
    "rows_for",
    "with_words",
]

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SPREADSHEET = "content.xml"
_BOOKS = (".xlsx", ".xlsm", ".xlsb", ".ods")
_PAGE = re.compile(rb"<(?:!doctype html|html|head|table|meta)\b", re.IGNORECASE)
TOO_BIG = 100 * 2**20


def read_file(path: Path) -> Imported:
    """Read LinkedIn, Google, Outlook, vCard, or any table with a header row, told apart by content.

    Raise UserError where the file can't be read or names nobody.
    """
    path = unquoted_path(path)
    return read_data(_bytes(path), path.name)


def read_data(data: bytes, name: str, chosen: Chosen | None = None) -> Imported:
    """Read the bytes of a file of this name, as `read_file` does; `chosen` corrects its columns, as `Imported.columns` shows them."""
    if data.startswith(_OLD_EXCEL) or _is_book(data, name):
        imported = table.read_sheets(data, name, chosen)
    elif data.startswith(_ZIP):
        raise UserError(
            f"{name} is a zip archive. Open it, take out the contacts (LinkedIn: Connections.csv), and import that."
        )
    else:
        imported = _from_text(data, name, chosen)
    if not imported.rows:
        raise UserError(
            f"{name} has a header row but nobody under it. Export it again, and look whether it holds people."
        )
    return imported


def _is_book(data: bytes, name: str) -> bool:
    """Tell a workbook by what the file holds, whatever its name; one so named that can't be opened is said where it is read."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        inside = []
    return name.lower().endswith(_BOOKS) or any(p == _SPREADSHEET or p.startswith("xl/") for p in inside)


def unquoted_path(path: Path) -> Path:
    """Take the quotation marks off a path that was dragged or copied with them."""
    return path if path.exists() else Path(texts.unquoted(str(path)))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > TOO_BIG:
            raise UserError(f"{path.name} is over 100 MB, too big for contacts. Is it the right file?")
        return content_of(path)
    except FileNotFoundError as e:
        raise UserError(
            f"There is no file {path}. Look for its name, or drag it onto the window after typing import."
        ) from e
    except OSError as e:
        raise UserError(
            f"{path.name} can't be read ({e.strerror}). Close other programs that use it, and try again."
        ) from e


def _from_text(data: bytes, name: str, chosen: Chosen | None) -> Imported:
    if b"BEGIN:VCARD" in data[:5000].replace(b"\0", b"").upper():
        return vcard.read(data)
    if _PAGE.search(data[:2000].replace(b"\0", b"")):
        raise UserError(
            f"{name} is a web page, whatever its name says. Open it in Excel, save it as an .xlsx workbook, and import that."
        )
    text, note = decode(data)
    imported = table.read_csv(text, name, chosen)
    return replace(imported, notes=(*((note,) if note else ()), *imported.notes))
