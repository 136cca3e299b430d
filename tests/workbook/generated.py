"""Lists as people have them, made up: real ones hold people's data and stay out of the project."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

HEADERS = ("Name", "Email", "Phone", "Company", "Title", "Notes")
PLACEHOLDERS = ("TBD", "???", "n/a", "(unknown)", "New contact", "-", "Name", "x", "Hiring Manager", "NN")


def _plain(sheet: Worksheet, rows: int, name: str = "Ann Other") -> None:
    sheet.append(HEADERS)
    for n in range(rows):
        sheet.append((f"{name} {n}", f"ann{n}@example.org", "555-0100", f"Firm {n % 90}", "Manager", "met"))


def _links(sheet: Worksheet) -> None:
    _plain(sheet, 1000)
    for n in range(2, 1002):
        sheet.cell(n, 2).hyperlink = f"mailto:ann{n - 2}@example.org"


def _thousands(sheet: Worksheet) -> None:
    _plain(sheet, 2500)
    sheet.auto_filter.ref = "A1:F2501"


def _far_right(sheet: Worksheet) -> None:
    _plain(sheet, 20)
    for place in ("XFD3", "ZZ9"):
        sheet[place] = "left here"


def _far_below(sheet: Worksheet) -> None:
    _plain(sheet, 20)
    for place in ("B50000", "F49000"):  # both at once, right and below, fill the readers' memory
        sheet[place] = "left here"


def _placeholders(sheet: Worksheet) -> None:
    sheet.append(HEADERS)
    for name in PLACEHOLDERS * 3:
        sheet.append((name, None, name, name, "n/a", None))


def _colored(sheet: Worksheet) -> None:
    _plain(sheet, 30)
    fill = PatternFill("solid", fgColor="FFFF00")
    for row in range(1, 3000):
        sheet.cell(row, 9).fill = fill


def _merged(sheet: Worksheet) -> None:
    _plain(sheet, 2400)
    for row in range(2, 2400, 2):
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=4, end_column=4)


KINDS: dict[str, Callable[[Worksheet], None]] = {
    "a link in each row": _links,
    "thousands of rows": _thousands,
    "cells far to the right": _far_right,
    "cells far below": _far_below,
    "placeholders for names": _placeholders,
    "color far below the list": _colored,
    "cells merged two by two": _merged,
}


def generated() -> Iterator[tuple[str, bytes]]:
    """Give each with a name for its file."""
    for kind, fill in KINDS.items():
        book, made = Workbook(), io.BytesIO()
        fill(book.worksheets[0])
        book.save(made)
        yield f"generated, {kind}.xlsx", made.getvalue()


def write_generated(folder: Path) -> None:
    """Put all of them into a folder."""
    for name, data in generated():
        (folder / name).write_bytes(data)
