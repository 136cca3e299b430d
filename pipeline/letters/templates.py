"""Find the letter templates: the shipped ones, and the user's own beside the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.letters.rendering import syntax_fault
from pipeline.model import LetterKind, Template
from pipeline.model.errors import FAILED, UserError

FOLDER = "letter_templates"


def load_templates(override: Path | None) -> Mapping[LetterKind, Template]:
    """Load a template for every letter kind; a file of the same name in `override` wins.

    One that cannot be read carries its fault, so that it keeps only its own kind of letter from being drafted.
    """
    own = _own(override)
    return {kind: _load(kind, _choose(kind, shipped_folder(), own)) for kind in LetterKind}


def template_notices(override: Path | None, templates: Mapping[LetterKind, Template]) -> tuple[str, ...]:
    """Say what is wrong in the user's folder, a line each: misspelled file names, and templates that can't be read."""
    own = _own(override)
    faults = [t for t in templates.values() if own is not None and Path(t.where).parent == own]
    told = tuple(
        f"{fault} Until then no letter of this kind can go; the others are not touched."
        for t in faults
        if (fault := syntax_fault(t))
    )
    return (*stray_templates(override), *told)


def stray_templates(override: Path | None) -> tuple[str, ...]:
    """Name the text files in the user's folder that are no letter's: a misspelled name leaves the shipped letter in use."""
    own = _own(override)
    known = {f"{kind}.txt" for kind in LetterKind}
    strays = [p for p in sorted(own.glob("*.txt")) if p.name not in known] if own else []
    return tuple(
        f"{FOLDER}/{p.name}: no letter has this name, so it is not used. Call it one of {', '.join(sorted(known))}, or "
        "move it away."
        for p in strays
    )


def _own(override: Path | None) -> Path | None:
    """Return the user's own folder; the shipped one beside a workbook in the source tree is not theirs."""
    if override is None or not override.is_dir() or override.resolve() == shipped_folder().resolve():
        return None
    return override


def copy_templates(folder: Path) -> tuple[list[Path], list[Path]]:
    """Copy the shipped templates into a folder: those written, and those kept because they were there already.

    Raises UserError where it can't be written, or is where the shipped ones lie.
    """
    if folder.resolve() == shipped_folder().resolve():
        raise UserError(
            f"{folder} holds the templates that come with the program. Keep your workbook in a folder of its own, and "
            "copy them there.",
            exit_code=FAILED,
        )
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
        text, fault = path.read_text(encoding="utf-8-sig"), ""
    except UnicodeDecodeError:
        text, fault = "", f"{path}: is not plain text in UTF-8. Save it again as UTF-8 text."
    except OSError as error:
        text, fault = "", f"{path}: cannot be read ({error.strerror}). Make it readable, or move it away."
    return Template(kind, text, str(path), fault)
