"""The resume file that Settings name, as it lies on the disk."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from pipeline.model import Enclosure
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.model.letters import ENCLOSABLE, MAX_ENCLOSURE
from pipeline.model.texts import is_kept_by_windows, slug, unquoted
from pipeline.workbook.replace import read_bytes

_TAKEN_IN_NONE = frozenset('<>:"/\\|?*')
_NAME_AT_MOST = 80


def read_enclosure(folder: Path, named: str) -> Enclosure:
    """Look at the resume file that Settings name: what it is, and why it can't go along."""
    named = unquoted(named)
    if not named:
        return Enclosure(problem="No resume file is named in Settings.")
    if not named.isprintable():
        return Enclosure(
            problem="The name of the resume file holds a line break or a sign that can't be seen; give it a plain name."
        )
    path = folder / named
    try:
        path = _spelled_otherwise(path)
        if not path.is_file():  # a folder, or a pipe that would be waited for
            raise FileNotFoundError(path)
        if path.stat().st_size > MAX_ENCLOSURE:
            return Enclosure(path.name, str(path), "", f"{named} is over 10 MB; make it smaller.")
        data = read_bytes(path)
    except PermissionError:
        return Enclosure(
            path.name,
            str(path),
            "",
            f"{named} can't be read: close it where it is open, and look who may open it.",
        )
    except OSError:
        return Enclosure(
            path.name,
            str(path),
            "",
            f"{named} is not there; put it beside the workbook, or correct Resume file in Settings.",
        )
    if not is_enclosable(path.name, data):
        return Enclosure(
            path.name,
            str(path),
            "",
            f"{named} is no PDF or Word (.docx) file: save it as one of these, and name that.",
        )
    return Enclosure(path.name, str(path), hashlib.sha256(data).hexdigest())


def is_enclosable(name: str, data: bytes) -> bool:
    """Tell whether a file is what its name says, and one of the kinds that go along."""
    magic = ENCLOSABLE.get(Path(name).suffix.lower())
    return magic is not None and data.startswith(magic)


def resumes_in(folder: Path) -> tuple[str, ...]:
    """List the files in a folder that can go along as the resume."""
    try:
        names = sorted(
            p.name for p in folder.iterdir() if p.suffix.lower() in ENCLOSABLE and p.name[0] not in "~."
        )
    except OSError:
        return ()
    return tuple(name for name in names if not read_enclosure(folder, name).problem)


def keep_resume(folder: Path, name: str, data: bytes) -> str:
    """Put a resume beside the workbook, never over another file, and give its name; the same file there already serves.

    Raises UserError (exit 2) for what can't go along with a letter.
    """
    given = Path(name.replace("\\", "/"))
    if not is_enclosable(given.name, data):
        raise UserError(
            f"{given.name} is no PDF or Word (.docx) file: save it as one of these, and take that.",
            exit_code=USAGE,
        )
    if len(data) > MAX_ENCLOSURE:
        raise UserError(f"{given.name} is over 10 MB; make it smaller.", exit_code=USAGE)
    stem, suffix, number = _fit_to_keep(given.stem), given.suffix.lower(), 1
    while True:
        target = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        if _written_anew(target, data) or (target.is_file() and read_bytes(target) == data):
            return target.name
        number += 1


def _fit_to_keep(stem: str) -> str:
    """Leave out of a file's name what some system takes in none; people see it as it was given."""
    kept = "".join(
        c if c.isprintable() and c not in _TAKEN_IN_NONE else " " for c in unicodedata.normalize("NFC", stem)
    )
    kept = " ".join(kept[:_NAME_AT_MOST].split()).strip(" .'")
    return kept if kept and not is_kept_by_windows(kept) else slug(stem)


def _written_anew(target: Path, data: bytes) -> bool:
    """Write a file where there is none; False where there is something of that name."""
    try:
        with open(target, "xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True


def _spelled_otherwise(path: Path) -> Path:
    """Find a file whose name has its accents in the other of Unicode's two forms, as a Mac writes them."""
    if path.exists() or path.name.isascii():
        return path
    name = unicodedata.normalize("NFC", path.name)
    return next((p for p in path.parent.iterdir() if unicodedata.normalize("NFC", p.name) == name), path)


def enclosure_contents(names: Sequence[str], enclosure: Enclosure) -> tuple[tuple[str, bytes], ...]:
    """Read the files that go along, as (name, content): just the bytes that were looked at (R3).

    Raises UserError where one can't be read, or is another than before.
    """
    contents = []
    for name in names:
        if name != enclosure.name:
            raise UserError(
                f"{name} is not the resume that Settings name; the letter stays.", exit_code=FAILED
            )
        try:
            data = read_bytes(Path(enclosure.path))
        except OSError as fault:
            raise UserError(
                f"{name} can't be read ({fault.strerror}); see Settings, Resume file.", exit_code=FAILED
            ) from None
        if hashlib.sha256(data).hexdigest() != enclosure.sha256:
            raise UserError(f"{name} changed just now; read the letter again, then decide.", exit_code=FAILED)
        contents.append((name, data))
    return tuple(contents)
