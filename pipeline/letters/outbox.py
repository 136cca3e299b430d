"""The outbox: the folder of letters in review, which the user may edit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Sequence
from dataclasses import replace
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
from pipeline.model.identity import code_in
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
_LETTERS = (".eml", ".docx")


def read_outbox(folder: Path) -> dict[str, LetterFile]:
    """Read every letter in the outbox, by code."""
    if not folder.is_dir():
        return {}
    found: dict[str, LetterFile] = {}
    for path in sorted(folder.iterdir()):
        code = _CODE.match(path.name)
        if not code or not path.is_file():
            continue
        file, first = _read(code[1], path), found.get(code[1])
        if first is None:
            found[code[1]] = file
        elif file.digest != first.digest:
            found[code[1]] = replace(first, doubles=(*first.doubles, file.name))
    return found


def read_ready(folder: Path) -> dict[str, date]:
    """List the letters that were exported into a folder, by code, with the day on which."""
    if not folder.is_dir():
        return {}
    found: dict[str, date] = {}
    for path in folder.iterdir():
        code = code_in(path.name) if path.suffix in _LETTERS else ""
        if code and path.is_file():
            found[code] = date.fromtimestamp(path.stat().st_mtime)
    return found


def exported_files(folder: Path, code: str) -> list[Path]:
    """List the files that a letter was exported into, without what goes along."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p for p in paths if p.suffix in _LETTERS and code_in(p.name) == code and p.is_file()]


def put_away(ready: Path, sent: Path, codes: Collection[str]) -> None:
    """Move what was exported of letters that are known to be sent, with what went along, from one folder to the other."""
    if not codes or not ready.is_dir():
        return
    for path in sorted(ready.iterdir()):
        if path.is_file() and code_in(path.name) in codes:
            sent.mkdir(exist_ok=True)
            shutil.move(path, _free(sent / path.name))


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
    present: dict[str, Path] = {}
    for path in sorted(folder.iterdir(), reverse=True):
        if (code := _CODE.match(path.name)) and path.is_file():
            present[code[1]] = path
    for change in changes:
        old = present.pop(change.code, None)
        if isinstance(change, Write):
            replace_file(folder / change.name, change.text.encode())
            if old is not None and old.name != change.name:
                old.unlink()
            present[change.code] = folder / change.name
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
