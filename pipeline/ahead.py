"""Begin to read while the rest of the program is being loaded: calamine works outside the interpreter's lock."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGE = ("Contacts", "History")


class Ahead:
    """The large sheets of a workbook, being read in the background. What goes wrong here is found, and said, by the reading proper."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = b""
        self._sheets: dict[str, CalamineSheet] = {}
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        try:
            data = self._path.read_bytes()
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            self._sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names if name in LARGE}
            self._data = data
        except Exception:  # calamine's errors have no common public base
            self._sheets = {}

    def sheet(self, name: str, data: bytes) -> CalamineSheet | None:
        """Return a sheet of exactly these bytes, or None."""
        self._thread.join()
        return self._sheets.get(name) if self._data == data else None
