"""Find the letter templates: the shipped ones, and the user's own beside the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.letters.rendering import Template
from pipeline.model import LetterKind
from pipeline.model.errors import UserError

FOLDER = "letter_templates"


def load_templates(override: Path | None) -> Mapping[LetterKind, Template]:
    """Load a template for every letter kind; a file of the same name in `override` wins.

    Raises UserError where a file cannot be read or is named like no letter.
    """
    shipped = shipped_folder()
    own = override if override is not None and override.is_dir() else None
    if own is not None:
        _refuse_unknown(own)
    return {kind: _load(kind, _choose(kind, shipped, own)) for kind in LetterKind}


def copy_templates(folder: Path) -> tuple[list[Path], list[Path]]:
    """Copy the shipped templates into a folder: those written, and those kept because they were there already."""
    written: list[Path] = []
    kept: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (*(f"{kind}.txt" for kind in LetterKind), "README.md"):
            target = folder / name
            if target.exists():
                kept.append(target)
                continue
            target.write_bytes((shipped_folder() / target.name).read_bytes())
            written.append(target)
    except OSError as error:
        raise UserError(
            f"{folder}: the templates could not be written there ({error.strerror}). "
            "Check that the folder can be written to."
        ) from error
    return written, kept


def shipped_folder() -> Path:
    """Return the folder of the shipped templates: inside the installed package, else of the source tree."""
    here = Path(__file__).resolve().parents[1]
    installed = here / "data" / FOLDER
    return installed if installed.is_dir() else here.parent / FOLDER


def _choose(kind: LetterKind, shipped: Path, own: Path | None) -> Path:
    name = f"{kind}.txt"
    return own / name if own is not None and (own / name).is_file() else shipped / name


def _load(kind: LetterKind, path: Path) -> Template:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: is not plain text in UTF-8. Save it again as UTF-8 text.") from error
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror}).") from error
    return Template(kind, text, str(path))


def _refuse_unknown(own: Path) -> None:
    """A misspelled name would silently leave the shipped letter in use."""
    known = {f"{kind}.txt" for kind in LetterKind}
    for path in sorted(own.glob("*.txt")):
        if path.name not in known:
            raise UserError(
                f"{path}: no letter has this name. Call it one of {', '.join(sorted(known))}, or move it away."
            )
