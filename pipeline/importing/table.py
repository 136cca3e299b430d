"""Tables with a header row: CSV in the encodings that people have, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice
from types import ModuleType

from pipeline.importing import google, linkedin
from pipeline.importing.imported import (
    Imported,
    ImportedContact,
    cell_text,
    is_no_person,
    with_notes,
)
from pipeline.importing.personrow import Cell, person_of
from pipeline.importing.sheetrows import sheet_rows
from pipeline.importing.uses import Chosen, column_uses, field_of_use, refuse_wrong
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.sheets.fields import Field, is_noise, ours, understood
from pipeline.sheets.headers import WITHIN, Header, best_sheet, find_header

KIND = "table"
KNOWN: tuple[ModuleType, ...] = (linkedin, google)
LOOK = WITHIN
Row = Sequence[object]


def read_csv(text: str, name: str, chosen: Chosen | None = None) -> Imported:
    """Read a CSV text, whatever its separator; `chosen` corrects its columns. Raise UserError where no header row is found, or a quote has no end."""
    found: list[tuple[Header, str]] = []
    for mark in ",;\t|":
        header = find_header(list(islice((row for row, _ in _rows(text, mark, name)), LOOK)))
        if header:
            found.append((header, mark))
    if not found:
        raise _no_header(name)
    header, mark = max(found, key=lambda f: f[0].score)
    rows = list(_rows(text, mark, name))
    _refuse_open_quote(rows, header.row - 1, mark, name)
    return convert([row for row, _ in rows], header, "line", chosen)


def _rows(text: str, mark: str, name: str) -> Iterator[tuple[list[str], int]]:
    """Read row by row, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    line = 1
    try:
        for row in reader:
            yield row, line
            line = reader.line_num + 1
    except csv.Error as e:
        raise UserError(
            f"{name} can't be read as a table ({e}). Open it in Excel, save it as .xlsx, and import that."
        ) from e


def _refuse_open_quote(rows: Sequence[tuple[list[str], int]], header: int, mark: str, name: str) -> None:
    """Refuse a quotation mark without its second one, which hides the rows below it in one cell."""
    width = len(rows[header][0])
    for row, line in rows[header + 1 :]:
        inside = [text for cell in row if "\n" in cell for text in cell.splitlines()[1:]]
        if sum(text.count(mark) >= width - 1 for text in inside) >= 1 or (
            inside and len(row) < width and line + 1 < rows[-1][1]
        ):
            raise UserError(
                f"{name} has a quotation mark in line {line} that has no second one, so that the rows below it would be "
                "lost. Take it out, or put the second one where the cell ends, and import it again."
            )


def read_sheets(data: bytes, name: str, chosen: Chosen | None = None) -> Imported:
    """Read the sheet of a workbook whose header row fits best. Raise UserError where none has one."""
    sheets = dict(sheet_rows(data, name))
    found = best_sheet(sheets)
    if not found:
        raise _no_header(name)
    sheet, header = found
    return convert(sheets[sheet], header, "row", chosen)


def _no_header(name: str) -> UserError:
    return UserError(
        f"{name} has no header row that says who is who: it needs a column for the name (Name, or First name and "
        "Last name) and one more, such as Email or Company. Name the columns so, and import it again."
    )


def _outlook(folded: Set[str]) -> bool:
    return {"e mail address", "last name"} <= folded and bool({"business phone", "business street"} & folded)


def convert(rows: Sequence[Row], header: Header, unit: str, chosen: Chosen | None = None) -> Imported:
    """Turn the rows under a header into contacts; what is `chosen` for a column is believed. Raises UserError for a wrong choice."""
    names = [str(cell) if cell is not None else "" for cell in rows[header.row - 1]]
    refuse_wrong(chosen or {}, names)
    folded = {spelled(name) for name in names} - {""}
    known = next((m for m in KNOWN if m.recognizes(folded) and not chosen), None)
    kind = known.KIND if known else "Outlook" if _outlook(folded) else KIND
    fields = _as_chosen(understood(names, rows[header.row :]), chosen or {})
    turn = _by_folded_headers(known, names) if known else _by_fields(names, fields)
    mapping = _known_mapping(known, names) if known else _own_mapping(names, fields)
    uses = _known_uses(known, names) if known else {at + 1: field.header for at, field in fields.items()}
    taken, made_anew = {theirs for theirs, _ in mapping}, ours(names)
    below = [row for row in rows[header.row :] if any(str(cell or "").strip() for cell in row)]
    rest = [
        at
        for at, name in enumerate(names)
        if name.strip() and name not in taken and at not in made_anew and not (known and known.handles(spelled(name)))
        and any(at < len(row) and _said(name, row[at]) for row in below)
    ]  # fmt: skip
    people: list[ImportedContact] = []
    no_people: list[str] = []
    for number, row in enumerate(rows[header.row :], header.row + 1):
        if not any(str(cell or "").strip() for cell in row):
            continue
        where = f"{unit} {number}"
        made = turn(row, where)
        more = [
            f"{names[at].strip()}: {_said(names[at], row[at])}"
            for at in rest
            if at < len(row) and _said(names[at], row[at])
        ]
        if is_no_person(made, row):
            no_people.append(where)
        else:
            people.append(with_notes(made, more))
    empty = len(rows) - header.row - len(below)
    notes = [f"{empty} empty {unit}{'s' if empty > 1 else ''} left out."] if empty else []
    if rest:
        notes.append(f"No column here for {', '.join(names[at].strip() for at in rest)}: kept in Notes.")
    if no_people:
        notes.append(
            f"{len(no_people)} left out as no person ({', '.join(no_people[:5])}): a firm, a team, a total or a remark."
        )
    return Imported(kind, tuple(people), mapping, tuple(notes), column_uses(names, below, uses))


def _as_chosen(fields: dict[int, Field], chosen: Chosen) -> dict[int, Field]:
    """Put what somebody chose in the place of what the headers say."""
    kept = {at: field for at, field in fields.items() if at + 1 not in chosen}
    return dict(
        sorted((kept | {column - 1: field_of_use(use) for column, use in chosen.items() if use}).items())
    )


def _said(header: str, cell: object) -> str:
    text = cell_text(cell).strip()
    return "" if text in ("", "-", "–") or is_noise(header, text) else text


def _by_folded_headers(known: ModuleType, names: Sequence[str]) -> Callable[[Row, str], ImportedContact]:
    folded = [spelled(n) for n in names]

    def turn(row: Row, where: str) -> ImportedContact:
        cells: dict[str, str] = {}
        for key, cell in zip(folded, row, strict=False):
            if key and not cells.get(key):
                cells[key] = cell_text(cell)
        made: ImportedContact = known.convert(cells, where)
        return made

    return turn


def _known_mapping(known: ModuleType, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    wanted = {spelled(k): v for k, v in known.MAPPING.items()}
    return tuple((n, wanted[spelled(n)]) for n in names if spelled(n) in wanted)


def _known_uses(known: ModuleType, names: Sequence[str]) -> dict[int, str]:
    wanted = dict(_known_mapping(known, names))
    return {at: wanted[name] for at, name in enumerate(names, 1) if name in wanted}


def _own_mapping(names: Sequence[str], fields: Mapping[int, Field]) -> tuple[tuple[str, str], ...]:
    return tuple((names[at], field.header) for at, field in fields.items())


def _by_fields(names: Sequence[str], fields: Mapping[int, Field]) -> Callable[[Row, str], ImportedContact]:
    def turn(row: Row, where: str) -> ImportedContact:
        cells = [Cell(field, names[at].strip(), row[at]) for at, field in fields.items() if at < len(row)]
        return person_of([cell for cell in cells if _said(cell.header, cell.value)], where)

    return turn
