"""Print sheets as one PDF, each name in its own script (Typst shapes, orders and finds fonts)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from pipeline.model.came_in import by_way
from pipeline.model.dates import full_day
from pipeline.model.errors import FAILED, UserError
from pipeline.paper.formats import letter_paper
from pipeline.paper.sheet import PaperSheet

TEMPLATE = Path(__file__).with_name("sheets.typ")
FONT_PACKS = (
    "justmytype_intl_rtl",
    "justmytype_intl_cjk",
    "justmytype_intl_south_asia",
    "justmytype_intl_sea",
    "justmytype_intl_africa",
)
"""Fonts by pip, for computers that lack a script's; the system's own are found without them."""


def make_sheets(
    sheets: Sequence[PaperSheet],
    target: Path,
    *,
    country: str = "US",
    author: str = "",
    today: date,
    system_fonts: bool = True,
) -> tuple[str, ...]:
    """Write all sheets into one PDF, each on a new page.

    Return the characters that no font on this computer has; they come out as boxes. Raise UserError where the file can't
    be written, or Typst is not installed.
    """
    data = {
        "title": "Sheets to have in hand",
        "author": author,
        "day": full_day(today),
        "sheets": [asdict(s) for s in sheets],
        "paper": "us-letter" if letter_paper(country) else "a4",
    }
    pdf, missing = _compiled(json.dumps(data), system_fonts)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
    except OSError as e:
        raise UserError(
            f"{target} can't be written ({e.strerror}). If it is open in a viewer, close it there; else check that its folder can be written to. Then try again.",
            exit_code=FAILED,
        ) from e
    return missing


def missing_line(missing: Sequence[str]) -> str:
    """Say which characters came out as boxes, and what to do."""
    more = by_way(typed=", or run: pip install 'remembered[fonts]'", clicked=".")
    return (
        f"No font on this computer has {' '.join(missing[:12])}: they came out as boxes. Install a font for that script "
        f"(such as Noto){more}"
    )


def _compiled(data: str, system_fonts: bool) -> tuple[bytes, tuple[str, ...]]:
    try:
        import typst
    except ImportError as e:
        lacks = by_way(typed="Run: pip install typst", clicked="Get Remembered anew: this copy lacks it.")
        raise UserError(f"To print sheets, Typst is needed. {lacks}", exit_code=FAILED) from e
    fonts = typst.Fonts(include_system_fonts=system_fonts, font_paths=_packed_fonts())
    compiler = typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=fonts, sys_inputs={"sheets": data})
    try:
        # PDF/A-2u is the standard that refuses a glyph without a font, which is how a missing one is noticed.
        return _bytes(compiler.compile(format="pdf", pdf_standards=["a-2u"])), ()
    except typst.TypstError as e:
        missing = dict.fromkeys(re.findall(r'the text `"(.+?)"` could not be displayed', e.diagnostic))
    return _bytes(compiler.compile(format="pdf")), tuple(missing)


def _bytes(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("Typst made several files of one document")
    return made


def _packed_fonts() -> list[str]:
    specs = [spec for name in FONT_PACKS if (spec := find_spec(name))]
    return [f"{folder}/fonts" for spec in specs for folder in spec.submodule_search_locations or ()]
