"""The outbox: the folder of letters in review, which the user may edit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
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
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.model.identity import code_in
from pipeline.workbook.replace import held, move_file, read_bytes, remove_file, replace_file

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
    "read_put_away",
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
        file = _read(code[1], path) if code and path.is_file() else None
        if code is None or file is None:
            continue
        first = found.get(code[1])
        if first is None:
            found[code[1]] = file
        elif file.digest != first.digest:
            found[code[1]] = first._replace(doubles=(*first.doubles, file.name))
    return found


def read_ready(folder: Path) -> dict[str, date]:
    """List the letters that were exported into a folder, by code, with the day on which."""
    return _lying(folder, _LETTERS)


def read_put_away(folder: Path) -> dict[str, date]:
    """List the letters that lie in the folder of those that went, by code, with a day of their files."""
    return _lying(folder, (*_LETTERS, ".txt"))


def _lying(folder: Path, endings: Sequence[str]) -> dict[str, date]:
    if not folder.is_dir():
        return {}
    found: dict[str, date] = {}
    for path in folder.iterdir():
        code = code_in(path.name) if path.suffix in endings else ""
        with suppress(FileNotFoundError):  # it has just been moved to those that went
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
            with suppress(OSError):  # open in a program: the next run moves it
                sent.mkdir(exist_ok=True)
                move_file(path, _free(sent / path.name))


def _read(code: str, path: Path) -> LetterFile | None:
    """Read a letter's file; None where it has just gone: a letter on its way out moves while the window looks."""
    try:
        raw = read_bytes(path)
    except FileNotFoundError:
        return None
    except PermissionError:
        return LetterFile(
            code, path.name, fault=f"outbox/{path.name} can't be read. Close it where it is open."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return parse_letter(code, path.name, text)


def apply_changes(folder: Path, changes: Sequence[Change]) -> dict[str, str]:
    """Write, remove and set aside letters' files; nothing that the user wrote is overwritten without a copy elsewhere.

    A file that another program has open stays as it is: give back its name by the letter's code.
    Raises UserError where anything else is in the way.
    """
    waiting: dict[str, str] = {}
    if not changes:
        return waiting
    with _said_where_it_fails(folder):
        folder.mkdir(exist_ok=True)
        present = _present(folder)
    for change in changes:
        old = present.pop(change.code, None)
        try:
            if change.code not in waiting:
                with _said_where_it_fails(folder):
                    _apply(folder, change, old)
        except UserError:
            if old is None or not held(old, against="replacing"):
                raise
            waiting[change.code] = old.name
        if isinstance(change, Write):
            present[change.code] = folder / change.name
    return waiting


@contextmanager
def _said_where_it_fails(folder: Path) -> Iterator[None]:
    """Turn what the system says while letters' files are written or moved into a sentence: UserError (exit 4)."""
    try:
        yield
    except OSError as error:
        raise UserError(
            f"The letters in {folder} could not be brought up to date ({error.strerror or error}). Check that it is a folder that can be"
            " written to, and that the disk is not full, then try again.",
            exit_code=UNREADABLE,
        ) from error


def _present(folder: Path) -> dict[str, Path]:
    codes = ((_CODE.match(path.name), path) for path in sorted(folder.iterdir(), reverse=True))
    return {code[1]: path for code, path in codes if code and path.is_file()}


def _apply(folder: Path, change: Change, old: Path | None) -> None:
    if isinstance(change, Write):
        replace_file(folder / change.name, change.text.encode())
        if old is not None and old.name != change.name:
            remove_file(old)
    elif old is not None and change.to_folder:
        target = folder / change.to_folder
        target.mkdir(exist_ok=True)
        # Another run may have just moved it: while letters go out the window looks.
        with suppress(FileNotFoundError):
            move_file(old, _free(target / old.name))
    elif old is not None:
        remove_file(old)


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
