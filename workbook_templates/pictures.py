"""Take pictures of a workbook's sheets for the docs: `python -m workbook_templates.pictures WORKBOOK [FOLDER [NAME...]]`.

Needs LibreOffice and pdftoppm. The sheets are drawn as on a screen, at full size, not as printed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from PIL import Image, ImageChops

from pipeline.sheets.schema import CONTACTS


def _column(attr: str) -> str:
    return str(get_column_letter(1 + CONTACTS.laid_out.index(CONTACTS.column(attr))))


FOLDER = Path(__file__).parents[1] / "docs" / "images"
# The picture's name: the sheet, its rows and its columns.
VIEWS = {
    "today": ("Today", "A1:K22"),
    "contacts": ("Contacts", f"A1:{_column('id')}18"),
    "dashboard": ("Dashboard", "A1:M43"),
    "drafts": ("Drafts", "A1:H3"),
    "settings": ("Settings", "A1:C20"),
    "questions": ("Questions", "A1:D33"),
    "guide": ("Guide", "A1:C25"),
}
_A3 = 8


def take(workbook: Path, folder: Path = FOLDER, only: Sequence[str] = ()) -> list[Path]:
    """Draw the views named, or all, each as a small PNG."""
    with tempfile.TemporaryDirectory() as scratch:
        return [
            _draw(workbook, *view, folder / f"{name}.png", Path(scratch))
            for name, view in VIEWS.items()
            if name in (only or VIEWS)
        ]


def _draw(workbook: Path, sheet: str, cells: str, target: Path, scratch: Path) -> Path:
    book = openpyxl.load_workbook(workbook)
    for other in book.worksheets:
        if other.title != sheet:
            other.sheet_state, other.print_area = "hidden", None
    if sheet != "Dashboard" and "Dashboard" in book.sheetnames:
        del book["Dashboard"]  # its charts are printed even from a hidden sheet
    view = book[sheet]
    book.active = book.worksheets.index(view)
    view.print_area, view.print_title_rows, view.print_title_cols = cells, None, None
    view.page_setup.paperSize, view.page_setup.orientation = _A3, "landscape"
    view.sheet_properties.pageSetUpPr.fitToPage = False
    view.oddFooter.left.text = view.oddFooter.right.text = None
    copy = scratch / f"{target.stem}.xlsx"
    book.save(copy)
    profile = f"-env:UserInstallation=file://{scratch / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, copy],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            "96",
            "-l",
            "1",
            "-singlefile",
            "-png",
            copy.with_suffix(".pdf"),
            copy.with_suffix(""),
        ],
        check=True,
    )
    return _save_small(copy.with_suffix(".png"), target)


def _save_small(drawn: Path, target: Path) -> Path:
    """Cut off the empty paper, and keep as many colors as such a picture needs."""
    picture = Image.open(drawn).convert("RGB")
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    picture.crop(box).quantize(64).save(target, optimize=True)
    return target


if __name__ == "__main__":
    for made in take(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER, sys.argv[3:]):
        print(made)
