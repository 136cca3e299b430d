"""The outbox: the folder of letters in review, which the user may edit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.letters.letterfile import (
    Change,
    LetterFile,
    Remove,
    Write,
    file_name,
    format_letter,
    parse_letter,
    shown_digest,
    text_digest,
)
from pipeline.workbook.replace import replace_file

__all__ = [
    "Change",
    "LetterFile",
    "Remove",
    "Write",
    "apply_changes",
    "file_name",
    "format_letter",
    "parse_letter",
    "read_outbox",
    "read_ready",
    "shown_digest",
    "text_digest",
]

_CODE = re.compile(r"^([A-Z0-9]{5})-.*\.txt$")
_EXPORTED = re.compile(r"^([A-Z0-9]{5})-.*\.(?:eml|docx)$")


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


def read_ready(folder: Path) -> dict[str, date]:
    """List the letters that were exported into a folder, by code, with the day on which."""
    if not folder.is_dir():
        return {}
    found: dict[str, date] = {}
    for path in folder.iterdir():
        code = _EXPORTED.match(path.name)
        if code and path.is_file():
            found[code[1]] = date.fromtimestamp(path.stat().st_mtime)
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
