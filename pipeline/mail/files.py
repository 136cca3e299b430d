"""Letters as files: an `.eml` that opens in the mail program ready to send, with its enclosures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.letters.letterfile import exported_name
from pipeline.model import Letter, Settings
from pipeline.model.errors import FAILED, UserError
from pipeline.model.texts import slug
from pipeline.workbook.replace import replace_file


def export(
    letter: Letter, enclosures: Sequence[tuple[str, bytes]], settings: Settings, ready: Path, on: date
) -> tuple[Path, ...]:
    """Write a letter and its enclosures, each as (name, content), into a folder, named for the day. Return them, the letter first.

    Raises UserError where an enclosure is none that may go along, or the folder can't be written.
    """
    from pipeline.mail.message import build, to_bytes

    message = build(
        letter,
        settings.name,
        settings.email,
        date=None,
        enclosures=enclosures,
        to_override=None,
        draft_file=True,
    )
    base = exported_name(letter, on)
    files = [(inside(ready, f"{base}.eml"), to_bytes(message))]
    files += [
        (inside(ready, f"{base}-{slug(Path(name).stem)}{Path(name).suffix.lower()}"), content)
        for name, content in enclosures
    ]
    ready.mkdir(parents=True, exist_ok=True)
    for path, content in reversed(files):
        replace_file(path, content)
    return tuple(path for path, _ in files)


def inside(folder: Path, name: str) -> Path:
    """Return a file's path in a folder. Raises UserError where it would lie outside."""
    path = folder / name
    if path.resolve().parent != folder.resolve():
        raise UserError(f"{name} would lie outside {folder}; nothing was written.", exit_code=FAILED)
    return path
