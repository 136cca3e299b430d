"""Begin to read while the rest of the program is being loaded."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from pipeline.beside import Beside

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGE = ("Contacts", "History")


class Ahead:
    """The large sheets of a workbook, being read in the background. What goes wrong here is found, and said, by the reading proper."""

    def __init__(self, path: Path) -> None:
        self._reading = Beside(lambda: _read(path))

    def sheet(self, name: str, data: bytes) -> CalamineSheet | None:
        """Return a sheet of exactly these bytes, or None."""
        if name not in LARGE:
            return None
        read, sheets = self._reading.result()
        return sheets.get(name) if read == data else None


def _read(path: Path) -> tuple[bytes, dict[str, CalamineSheet]]:
    try:
        data = path.read_bytes()
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return data, {name: book.get_sheet_by_name(name) for name in book.sheet_names if name in LARGE}
    except BaseException:
        return b"", {}
