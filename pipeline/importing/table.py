"""Tables with a header row: CSV in the encodings that people have, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import ModuleType

from pipeline.importing import google, linkedin, outlook
from pipeline.importing.imported import Imported, ImportedContact, Value, clean, contact, split_name
from pipeline.model.dates import read_day
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.sheets import schema

KIND = "table"
KNOWN: tuple[ModuleType, ...] = (linkedin, google, outlook)
FULL_NAME = frozenset({"name", "full name", "contact", "contact name", "person", "display name"})
LOOK = 40
"""Rows among which the header is looked for."""
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header stands, how many of its columns are understood, and who converts the rows."""

    index: int
    score: int
    kind: str


def decode(data: bytes) -> tuple[str, str]:
    """Read bytes as text, by byte order mark, else as UTF-8, else as Windows-1252; return the text and a note."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace").replace("\0", ""), ""
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) // 4:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace").replace("\0", ""), ""
    try:
        return data.decode("utf-8").replace("\0", ""), ""
    except UnicodeDecodeError:
        note = "Read as Windows-1252, since it is not UTF-8: look at names with accents."
        return data.decode("cp1252", "replace").replace("\0", ""), note


def read_csv(text: str, name: str) -> Imported:
    """Read a CSV text, whatever its separator. Raise UserError where no header row is found."""
    found: list[tuple[Header, str]] = []
    for mark in ",;\t|":
        header = find_header(list(islice(_rows(text, mark, name), LOOK)))
        if header:
            found.append((header, mark))
    if not found:
        raise _no_header(name)
    header, mark = max(found, key=lambda f: f[0].score)
    return convert(list(_rows(text, mark, name)), header, "line")


def _rows(text: str, mark: str, name: str) -> Iterable[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    except csv.Error as e:
        raise UserError(
            f"{name} can't be read as a table ({e}). Open it in Excel, save it as .xlsx, and import that."
        ) from e


def read_sheets(path: Path) -> Imported:
    """Read the first sheet of a workbook that has a header row. Raise UserError where none has."""
    import pandas
    from python_calamine import CalamineError, PasswordError

    try:
        frames = pandas.read_excel(
            path,
            sheet_name=None,
            header=None,
            engine="calamine",
            dtype=object,
            keep_default_na=False,
            na_values=[""],
        )
        sheets = [
            (name, frame.where(frame.notna(), "").to_numpy().tolist()) for name, frame in frames.items()
        ]
    except PasswordError as e:
        raise UserError(f"{path.name} has a password. Save a copy without one, and import that.") from e
    except (CalamineError, OSError, ValueError) as e:
        raise UserError(
            f"{path.name} can't be read as a workbook. Open it in Excel, save it again, and import that."
        ) from e
    found = [(header, rows) for _, rows in sheets if (header := find_header(rows[:LOOK]))]
    if not found:
        raise _no_header(path.name)
    header, rows = max(found, key=lambda f: f[0].score)
    return convert(rows, header, "row")


def _no_header(name: str) -> UserError:
    return UserError(
        f"{name} has no header row that says who is who: it needs a column for the name (Name, or First name and "
        "Last name) and one more, such as Email or Company. Name the columns so, and import it again."
    )


def find_header(rows: Sequence[Row]) -> Header | None:
    """Find the row that names the most columns we know, a name among them."""
    headers = [h for i, row in enumerate(rows) if (h := _header(i, row))]
    return max(headers, key=lambda h: (h.score, -h.index), default=None)


def _header(index: int, row: Row) -> Header | None:
    folded = {spelled(cell) for cell in row if isinstance(cell, str)} - {""}
    known = next((m for m in KNOWN if m.recognizes(folded)), None)
    if known:
        return Header(index, 100 + len(folded), known.KIND)
    columns = _columns(row)
    named = "first_name" in columns or "last_name" in columns or bool(FULL_NAME & folded)
    score = len(columns) + bool(FULL_NAME & folded)
    return Header(index, score, KIND) if named and score >= 2 else None


def _columns(row: Row) -> dict[str, int]:
    """Map Contacts' own columns; Title beside Job title is Dr. or Ms., no position."""
    folded = {spelled(cell) for cell in row if isinstance(cell, str)}
    titles = folded & {"job title", "position", "role", "organization title"}
    cells = ["" if not isinstance(c, str) or (titles and spelled(c) == "title") else c for c in row]
    owned = {c.attr for c in schema.CONTACTS.columns if c.owner is schema.Owner.USER}
    return {attr: i for attr, i in schema.columns_found(schema.CONTACTS, cells).items() if attr in owned}


def convert(rows: Sequence[Row], header: Header, unit: str) -> Imported:
    """Turn the rows under a header into contacts."""
    names = [str(cell) if cell is not None else "" for cell in rows[header.index]]
    known = next((m for m in KNOWN if header.kind == m.KIND), None)
    turn = _by_folded_headers(known, names) if known else _by_columns(names)
    mapping = _known_mapping(known, names) if known else _own_mapping(names)
    people: list[ImportedContact] = []
    empty = 0
    for number, row in enumerate(rows[header.index + 1 :], header.index + 2):
        if any(str(cell or "").strip() for cell in row):
            people.append(turn(row, f"{unit} {number}"))
        else:
            empty += 1
    notes = (f"{empty} empty {unit}{'s' if empty > 1 else ''} left out.",) if empty else ()
    return Imported(header.kind, tuple(people), mapping, notes)


def _by_folded_headers(known: ModuleType, names: Sequence[str]) -> Callable[[Row, str], ImportedContact]:
    folded = [spelled(n) for n in names]

    def turn(row: Row, where: str) -> ImportedContact:
        cells: dict[str, str] = {}
        for key, cell in zip(folded, row, strict=False):
            if key and not cells.get(key):
                cells[key] = _text(cell)
        made: ImportedContact = known.convert(cells, where)
        return made

    return turn


def _known_mapping(known: ModuleType, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    wanted = {spelled(k): v for k, v in known.MAPPING.items()}
    return tuple((n, wanted[spelled(n)]) for n in names if spelled(n) in wanted)


def _own_mapping(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    columns = {i: schema.CONTACTS.column(attr).header for attr, i in _columns(names).items()}
    whole = _full_name(names)
    if whole is not None:
        columns[whole] = "First name, Last name"
    return tuple((names[i], header) for i, header in sorted(columns.items()))


def _full_name(names: Sequence[str]) -> int | None:
    columns = _columns(names)
    if "first_name" in columns or "last_name" in columns:
        return None
    return next((i for i, n in enumerate(names) if spelled(n) in FULL_NAME), None)


def _by_columns(names: Sequence[str]) -> Callable[[Row, str], ImportedContact]:
    columns, whole = _columns(names), _full_name(names)

    def turn(row: Row, where: str) -> ImportedContact:
        values: dict[str, Value] = {}
        notes: list[str] = []
        for attr, i in columns.items():
            column = schema.CONTACTS.column(attr)
            cell = row[i] if i < len(row) else ""
            value = _fitting(column, cell)
            if value is not None:
                values[column.header] = value
            else:
                notes.append(f"{names[i].strip()}: {_text(cell)}")
        if whole is not None and whole < len(row):
            values["First name"], values["Last name"] = split_name(_text(row[whole]))
        return contact(values, notes, where)

    return turn


def _fitting(column: schema.Column, cell: object) -> Value | None:
    """Return the value as its column wants it; None where it doesn't fit there and belongs into Notes."""
    text = _text(cell).strip()
    if not text:
        return ""
    if column.choices:
        return next((c for c in column.choices if c.casefold() == text.casefold()), None)
    if column.kind in (schema.Kind.DATE, schema.Kind.MOMENT):
        return _day(cell)
    return text


def _day(cell: object) -> date | None:
    """Take real dates and ISO text; 3/4/2026 is two dates, so it is none."""
    if isinstance(cell, datetime):
        return cell if (cell.hour or cell.minute) else cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return read_day(str(cell))
    except ValueError:
        return None


def _text(cell: object) -> str:
    """Write a cell as text: whole numbers without .0, so that phone numbers stay phone numbers."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return clean(cell, lines=True)
