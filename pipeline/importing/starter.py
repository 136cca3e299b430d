"""A new workbook: the starter, its examples dated to the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.importing import samples
from pipeline.importing.guide import TITLE, for_own_people
from pipeline.model import invented
from pipeline.model.errors import USAGE, UserError
from pipeline.rules.workdays import Workdays
from pipeline.sheets import schema
from pipeline.workbook.book import Parts
from pipeline.workbook.edits import CellChange, Value
from pipeline.workbook.package import Package
from pipeline.workbook.patch import patched_package
from pipeline.workbook.replace import replace_file
from pipeline.workbook.sheet import Worksheet

FIRST_ROW = 2
_SHIPPED = Path(__file__).parents[1] / "data" / "workbook_templates" / "starter.xlsx"
_IN_REPOSITORY = Path(__file__).parents[2] / "workbook_templates" / "starter.xlsx"


def create(path: Path, today: date, workbook_id: str, *, empty: bool = False, workdays: Workdays) -> None:
    """Write a new workbook: the starter with its samples' dates shifted to today, or without any samples.

    Raises `UserError`: exit 2 where there is a file already, exit 4 where the new one can't be written.
    """
    if path.exists() or path.is_symlink():
        raise UserError(
            f"{path} exists already and is left as it is. Give another name, or move it away first.",
            exit_code=USAGE,
        )
    if not path.parent.is_dir():
        raise UserError(
            f"The folder {path.parent} does not exist. Make it first, or give another place.", exit_code=USAGE
        )
    edits = without_samples() if empty else _dated(today, workdays)
    replace_file(path, patched_package(template(), [*edits, _setting("workbook_id", workbook_id)]))


def template() -> Path:
    """Find the shipped starter workbook: beside the package in a wheel, in its own folder in the repository."""
    return _SHIPPED if _SHIPPED.is_file() else _IN_REPOSITORY


def sample_cells() -> Iterator[tuple[schema.Sheet, int, int, samples.SampleValue]]:
    """List the cells that the samples fill: sheet, row, column and value, as the build lays them out."""
    for sheet, rows in (
        (schema.CONTACTS, samples.CONTACTS),
        (schema.HISTORY, samples.HISTORY),
        (schema.FIELDS, samples.FIELDS),
    ):
        columns = {column.attr: number for number, column in enumerate(sheet.laid_out, 1)}
        for number, row in enumerate(rows, FIRST_ROW):
            for attr, value in row.items():
                yield sheet, number, columns[attr], value


def _dated(today: date, workdays: Workdays) -> list[CellChange]:
    return [
        CellChange(sheet.name, row, column, value.resolved(today, workdays))
        for sheet, row, column, value in sample_cells()
        if isinstance(value, samples.On)
    ]


def without_samples(contacts: str = schema.CONTACTS.name) -> list[CellChange]:
    """Take the examples out of the starter, and what its Guide says of them; `contacts` is what the sheet of contacts is called."""
    cells = [CellChange(sheet.name, row, column, None) for sheet, row, column, _ in sample_cells()]
    book = Parts(Package(template().read_bytes(), "The starter workbook"))
    guide = Worksheet(book, book.worksheet(TITLE))
    return [*cells, *(_setting(attr, None) for attr in invented.PERSON), *for_own_people(guide, contacts)]


def _setting(attr: str, value: Value) -> CellChange:
    attrs: Sequence[str] = [setting.attr for setting in schema.SETTINGS]
    return CellChange(schema.SETTINGS_SHEET.name, FIRST_ROW + attrs.index(attr), 2, value)
