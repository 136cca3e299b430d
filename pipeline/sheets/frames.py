"""A workbook's sheets become frames: pandas reads them, with calamine, and guesses nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.model import Problem, Severity
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.workbook.book import Parts, SheetInfo
from pipeline.workbook.extent import Unreadable, find_unreadable
from pipeline.workbook.package import Package
from pipeline.workbook.refs import where

if TYPE_CHECKING:
    from pandas import DataFrame, ExcelFile


class Frames:
    """The sheets of one workbook, each read when it is asked for. Raises UserError (exit 4) where it can't be read."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._file = self._opened(parts.package.data)

    def frame(self, sheet: str) -> tuple[DataFrame, Unreadable]:
        """Read one sheet from A1 on, blanks as None, without blank rows at its end; say what was left out of it."""
        import pandas

        part = self._parts.worksheet(sheet).part
        left_out = _unreadable(self._parts, part)
        reduced = _without(self._parts.package, {part: left_out})
        file = self._file if reduced is self._parts.package.data else self._opened(reduced)
        try:
            # Without a filter for missing values nothing is taken for one: "NA" is an organization.
            frame = pandas.read_excel(file, sheet_name=sheet, header=None, dtype=object, na_filter=False)
        except BaseException as error:
            raise self._fault(error) from error
        return _without_blanks(frame), left_out

    def _opened(self, data: bytes) -> ExcelFile:
        import pandas

        try:
            return pandas.ExcelFile(io.BytesIO(data), engine="calamine")
        except BaseException as error:
            raise self._fault(error) from error

    def _fault(self, error: BaseException) -> BaseException:
        """Make a sentence of what the reading library raises; its panics are no exceptions."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return error
        return UserError(
            f"{self._parts.package.name} can't be read as an Excel workbook ({error}). Open it in Excel, save it there as"
            " an .xlsx workbook, and try again.",
            exit_code=UNREADABLE,
        )


def _without_blanks(frame: DataFrame) -> DataFrame:
    values = frame.to_numpy(dtype=object, copy=True)
    blank = values == ""
    values[blank] = None
    filled = (~blank).any(axis=1).nonzero()[0]
    # Without a dtype pandas would guess one again, and make NaN of a blank.
    return frame.__class__(values[: filled[-1] + 1 if len(filled) else 0], dtype=object, copy=False)


def readable_bytes(parts: Parts, sheets: Iterable[SheetInfo]) -> tuple[bytes, dict[str, list[Problem]]]:
    """Give a workbook's bytes for a reading library, without what on these sheets would stop it or fill the memory.

    Say by the sheets' names which cells are therefore not read.
    """
    left_out = {info: _unreadable(parts, info.part) for info in sheets}
    data = _without(parts.package, {info.part: found for info, found in left_out.items()})
    return data, {info.name: far_problems(info.name, found.far) for info, found in left_out.items()}


def far_problems(sheet: str, far: Sequence[tuple[int, int]]) -> list[Problem]:
    """Name the first cell that lies so far off the list that it isn't read."""
    if not far:
        return []
    (row, column), more = far[0], len(far) - 1
    which = f"This cell and {more} more far off the list are" if more else "This cell far off the list is"
    message = f"{which} not read. Delete what stands there, or move it to the list."
    return [Problem(where(sheet, row, column), "", Severity.WARNING, message, row)]


def _unreadable(parts: Parts, part: str) -> Unreadable:
    styles = parts.styles
    content = parts.package.read(part, keep=True)
    return find_unreadable(content, styles.shows_time if styles else lambda _style: False)


def _without(package: Package, left_out: Mapping[str, Unreadable]) -> bytes:
    """Give the workbook's bytes without what can't be read; its own where there is nothing of the kind."""
    splices = {part: found.splices for part, found in left_out.items() if found.splices}
    if not splices:
        return package.data
    reduced = package.unchanged()
    for part, cut in splices.items():
        reduced.patch(part, reduced.read(part), cut)
    return reduced.archive.rebuilt(*reduced.packed())
