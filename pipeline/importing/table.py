"""Tables with a header row: CSV in the encodings that people have, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from dataclasses import replace
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
from pipeline.importing.nobody import Nobody, nobody_at, said_of_nobody
from pipeline.importing.personrow import ListCell, own_values, person_of
from pipeline.importing.sheetrows import sheet_rows
from pipeline.importing.uses import KEPT_DAYS, SALUTATION, Chosen, column_uses, field_of_use, refuse_wrong
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled, word_set
from pipeline.sheets.cells import stands_for_nothing
from pipeline.sheets.columns.contactdays import DAYS
from pipeline.sheets.columns.contactstates import STATUS, Readers, readers_of
from pipeline.sheets.columns.dayorder import day_orders, means_no_day
from pipeline.sheets.columns.evidence import StateReader, text_of, texts_in, values_below
from pipeline.sheets.columns.fields import NAMES, Field, fields_understood, is_noise, ours
from pipeline.sheets.columns.headers import WITHIN, Header, best_sheet, find_header
from pipeline.sheets.columns.resting import is_of_rest
from pipeline.sheets.columns.stateheaders import is_of_thanks
from pipeline.sheets.schema import CONTACTS, SHEET_NAMES, ColumnKind
from pipeline.sheets.totals import is_totals
from pipeline.workbook.refs import column_letters

KIND = "table"
KNOWN: tuple[ModuleType, ...] = (linkedin, google)
LOOK = WITHIN
_BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_Cells = Sequence[object]
_ON_HOLD, _REPLIED_ON, _LAST_CONTACT = Field("on_hold"), Field("replied_on"), Field("last_contact")
_SHELVES = word_set("""
    archive archived blacklist blacklisted closed dead done finished inactive lost old past previous rejected rejections absagen archiv erledigt
""")
_OF_LISTS = word_set("""
    contact contacts people names list lists leads prospects kontakte liste from of the my and und
    letters calls chats coffees interviews meetings talks
""")
_OURS = frozenset(spelled(name) for name in SHEET_NAMES)
_REMARKS, _SHEET = CONTACTS.column("notes").header, "Status (sheet)"


def read_csv(text: str, name: str, chosen: Chosen | None = None) -> Imported:
    """Read a CSV text, whatever its separator; `chosen` corrects its columns. Raise UserError where no header row is found, or a quote has no end."""
    found: list[tuple[Header, str]] = []
    for mark in ",;\t|":
        header = _header(list(islice((row for row, _ in _rows(text, mark, name)), LOOK)))
        if header:
            found.append((header, mark))
    if not found:
        raise _no_workbook(name) if name.lower().endswith(_BOOKS) else _no_header(name)
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
    """Read the sheet of a workbook whose header row fits best, and those with the same headers. Raise UserError where none has one."""
    sheets, unread, hidden = sheet_rows(data, name)
    found = best_sheet(sheets, _header)
    if not found:
        raise _no_header(name)
    sheet, header = found
    names = _headers(sheets[sheet], header)
    headers = {other: _header(rows) for other, rows in sheets.items() if spelled(other) not in _OURS}
    alike = {sheet: header} | {
        other: also
        for other, also in headers.items()
        if also and other != sheet and _headers(sheets[other], also) == names
    }
    called = {other for other in alike if _says_of_all(other) or (len(alike) > 1 and _is_shelf(other))}
    notes: list[str] = []
    read: list[Imported] = []
    for other, also in alike.items():
        rows = (
            _with_its_name(sheets[other], also, other if other in called else "") if called else sheets[other]
        )
        read.append(convert(rows, also, f"{other}, row" if read else "row", chosen))
        if other != sheet:
            notes.append(f"The sheet “{other}” was read with “{sheet}”: it has the same headers.")
        notes += [p.said for p in unread.get(other, ())]
        notes += said_of_hidden(sheets[other], also, hidden.get(other, ()))
    notes += [
        f"Only the sheet “{sheet}” was read. “{other}” looks like people too: to take them in, save it as a file of its own."
        for other, also in headers.items()
        if also and other not in alike and also.row < len(sheets[other])
    ]
    people = tuple(person for imported in read for person in imported.rows)
    said = tuple(note for imported in read for note in imported.notes)
    return replace(read[0], rows=people, notes=(*said, *notes))


def _says_of_all(sheet: str) -> bool:
    """Tell a sheet's name that says of its people that they were written to, or shall not be: “Declined”, “Do not contact”."""
    reads = readers_of(_REMARKS, (sheet,), states=True)
    return is_of_thanks(sheet) or bool(reads.day(sheet) or reads.rests(sheet))


def _is_shelf(sheet: str) -> bool:
    """Tell a sheet to which people move whom they are done with, beside others: “Archive”, “Old contacts”, not “Old friends”."""
    words = {word for word in spelled(sheet).split() if not word.isdigit()}
    return not _SHELVES.isdisjoint(words) and words <= _SHELVES | _OF_LISTS


def _with_its_name(rows: Sequence[_Cells], header: Header, name: str) -> Sequence[_Cells]:
    """Add a column in which a sheet's name stands for all its people, where it says something of them."""
    width = max(map(len, rows))
    named = [[*row, *[""] * (width - len(row)), name if any(map(text_of, row)) else ""] for row in rows]
    named[header.row - 1] = [*named[header.row - 1][:-1], _SHEET]
    return named


def said_of_hidden(rows: Sequence[_Cells], header: Header, hidden: Container[int]) -> list[str]:
    """Say how many people stand in hidden rows: other programs read them too, and nobody sees them."""
    below = enumerate(rows[header.row :], header.row + 1)
    count = sum(number in hidden and any(map(text_of, row)) for number, row in below)
    said, counted = ("1 row is", "counts") if count == 1 else (f"{count} rows are", "count")
    return (
        [f"{said} hidden in the sheet, by a filter perhaps, and {counted} like the others."] if count else []
    )


def _header(rows: Sequence[_Cells]) -> Header | None:
    """Find the row of headers by the words for people, else by those of a format that is known."""
    return find_header(rows) or next(
        (
            Header(at, 1)
            for at, row in enumerate(rows[:LOOK], 1)
            if _known({spelled(text_of(c)) for c in row})
        ),
        None,
    )


def _known(folded: Set[str]) -> ModuleType | None:
    return next((m for m in KNOWN if m.recognizes(folded)), None)


def _headers(rows: Sequence[_Cells], header: Header) -> list[str]:
    return [spelled(text_of(cell)) for cell in rows[header.row - 1] if text_of(cell)]


def _no_header(name: str) -> UserError:
    return UserError(
        f"{name} has no header row that says who is who: it needs a column for the name (Name, or First name and "
        "Last name) and one more, such as Email or Company. Name the columns so, and import it again."
    )


def _no_workbook(name: str) -> UserError:
    return UserError(
        f"{name} is no workbook, whatever its name says, and no table of text either. If Excel opens it, save it there as an .xlsx "
        "workbook, and import that; else get the file anew from where it came."
    )


def _outlook(folded: Set[str]) -> bool:
    return {"e mail address", "last name"} <= folded and bool({"business phone", "business street"} & folded)


def convert(rows: Sequence[_Cells], header: Header, unit: str, chosen: Chosen | None = None) -> Imported:
    """Turn the rows under a header into contacts; what is `chosen` for a column is believed. Raises UserError for a wrong choice."""
    names = [cell_text(cell).strip() for cell in rows[header.row - 1]]
    refuse_wrong(chosen or {}, names)
    folded = {spelled(name) for name in names} - {""}
    known = None if chosen else _known(folded)
    below = rows[header.row :]
    numbered = [(n, row) for n, row in enumerate(below, header.row + 1) if any(map(text_of, row))]
    fields = _as_chosen(fields_understood(names, below), chosen or {})
    if known:
        fields = _days_beside(known, names, fields)
        turn = _by_folded_headers(known, names, _cells_by(names, fields, below))
    else:
        turn = _by_fields(_cells_by(names, fields, below))
    mapping = (_known_mapping(known, names) if known else ()) + _own_mapping(names, fields)
    uses = (_known_uses(known, names) if known else {}) | {
        at + 1: _goes_to(f, names[at]) for at, f in fields.items()
    }
    states = {at + 1 for at, field in fields.items() if field.name == STATUS}
    rest = _rest(names, uses.keys() - states, known, [row for _, row in numbered])
    columns = column_uses(names, below, uses, states=states)
    people, no_people = _people(names, rest, numbered, turn, unit)
    empty = len(below) - len(numbered)
    notes = [f"{empty} empty {unit}{'s' if empty > 1 else ''} left out."] if empty else []
    unplaced = [name for at, name in rest.items() if at + 1 not in states]
    if unplaced:
        notes.append(f"No column here for {', '.join(unplaced)}: kept in Notes.")
    told = (*KEPT_DAYS, SALUTATION)
    notes += [
        f"{c.header}: {c.unread}" for c in columns if c.unread and (c.use in told or c.column in states)
    ]
    notes += said_of_nobody(no_people)
    kind = known.KIND if known else "Outlook" if _outlook(folded) else KIND
    return Imported(kind, tuple(people), mapping, tuple(notes), columns)


def _rest(
    names: Sequence[str], done: Set[int], known: ModuleType | None, filled: Sequence[_Cells]
) -> dict[int, str]:
    """Name by index the columns that hold anything and are not `done`, counted from 1; one without a header by its letters."""
    free = [at for at in range(max([len(names), *map(len, filled)], default=0)) if at + 1 not in done]
    made_anew = ours(names)
    found: dict[int, str] = {}
    for at in free:
        name = names[at] if at < len(names) else ""
        if at in made_anew or (known and name and known.handles(spelled(name))):
            continue
        if any(at < len(row) and _kept(name, row[at]) for row in filled):
            found[at] = name or f"Column {column_letters(at + 1)}"
    return found


def _people(
    names: Sequence[str],
    rest: Mapping[int, str],
    numbered: Sequence[tuple[int, _Cells]],
    turn: Callable[[_Cells, str], ImportedContact],
    unit: str,
) -> tuple[list[ImportedContact], list[Nobody]]:
    """Turn the filled rows into people; those that are none come back by where they stand."""
    people: list[ImportedContact] = []
    no_people: list[Nobody] = []
    headings = _has_headings([row for _, row in numbered])
    for number, row in numbered:
        where = f"{unit} {number}"
        made = turn(row, where)
        more = [
            f"{name}: {_kept(name, row[at])}"
            for at, name in rest.items()
            if at < len(row) and _kept(name, row[at])
        ]
        again = [text_of(cell) for cell in row[: len(names)]] == list(names[: len(row)])
        adds_up = is_totals(dict(enumerate(row)), number, _no_formula)
        if again or adds_up or is_no_person(made, row) or (headings and _is_heading(row)):
            no_people.append(nobody_at(where, row))
        else:
            people.append(with_notes(made, more))
    return people, no_people


def _no_formula(_row: int, _column: int) -> str:
    """Of another's file only the values are read."""
    return ""


def _has_headings(filled: Sequence[_Cells]) -> bool:
    """Tell whether a word alone in its row is rather a heading: most rows say more."""
    return 2 * sum(map(_is_heading, filled)) <= len(filled)


def _is_heading(row: _Cells) -> bool:
    said = [text for cell in row if (text := text_of(cell))]
    return len(said) == 1 and " " not in said[0]


def _as_chosen(fields: dict[int, Field], chosen: Chosen) -> dict[int, Field]:
    """Put what somebody chose in the place of what the headers say."""
    kept = {at: field for at, field in fields.items() if at + 1 not in chosen}
    return dict(
        sorted((kept | {column - 1: field_of_use(use) for column, use in chosen.items() if use}).items())
    )


def _kept(header: str, cell: object) -> str:
    """Give what a cell that no column takes says for Notes."""
    text = cell_text(cell).strip()
    return "" if not re.search(r"\w", text) or is_noise(header, text) else text


def _days_beside(known: ModuleType, names: Sequence[str], fields: Mapping[int, Field]) -> dict[int, Field]:
    """Keep the columns that somebody added to a program's file, which say when people were written to."""
    theirs = {spelled(name) for name in known.MAPPING}
    return {
        at: field
        for at, field in fields.items()
        if field.name in (*DAYS, STATUS)
        and spelled(names[at]) not in theirs
        and not known.handles(spelled(names[at]))
    }


def _by_folded_headers(
    known: ModuleType, names: Sequence[str], beside: Callable[[_Cells], list[ListCell]]
) -> Callable[[_Cells, str], ImportedContact]:
    folded = [spelled(n) for n in names]

    def turn(row: _Cells, where: str) -> ImportedContact:
        cells: dict[str, str] = {}
        for key, cell in zip(folded, row, strict=False):
            if key and not cells.get(key):
                cells[key] = cell_text(cell)
        made: ImportedContact = known.convert(cells, where)
        own, unfit = own_values(beside(row))
        return with_notes(replace(made, values={**made.values, **own}), unfit)

    return turn


def _known_mapping(known: ModuleType, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    wanted = {spelled(k): v for k, v in known.MAPPING.items()}
    return tuple((n, wanted[spelled(n)]) for n in names if spelled(n) in wanted)


def _known_uses(known: ModuleType, names: Sequence[str]) -> dict[int, str]:
    wanted = dict(_known_mapping(known, names))
    return {at: wanted[name] for at, name in enumerate(names, 1) if name in wanted}


def _own_mapping(names: Sequence[str], fields: Mapping[int, Field]) -> tuple[tuple[str, str], ...]:
    return tuple((names[at], _goes_to(field, names[at])) for at, field in fields.items())


def _goes_to(field: Field, header: str) -> str:
    return _ON_HOLD.header if field.name == STATUS and is_of_rest(header) else field.header


def _cells_by(
    names: Sequence[str], fields: Mapping[int, Field], below: Sequence[_Cells]
) -> Callable[[_Cells], list[ListCell]]:
    """Give what lists the cells of a row that say something."""
    orders = {at: day_orders(values_below(below, at)) for at, field in fields.items() if field.own}
    reads = {
        at: readers_of(names[at], values_below(below, at), states=field.name not in DAYS)
        for at, field in fields.items()
        if field.name in (*DAYS, STATUS, "channel")
    }
    days = {at: read.day for at, read in reads.items() if fields[at].name != "channel"}
    beside = list(_said_beside(fields, reads))
    called = [at for at, field in fields.items() if field.name in NAMES]

    def cells(row: _Cells) -> list[ListCell]:
        found = []
        named = texts_in(row, called)
        for at, field in fields.items():
            raw = row[at] if at < len(row) else None
            value = days[at](raw, named) if at in days else raw
            planned = field.name in DAYS and value is None
            cell = ListCell(field, names[at], value, cell_text(raw if planned else value), orders.get(at, {}))
            if not _says_nothing(cell):
                found.append(cell)
        for at, field, read in beside:
            said = read(row[at], named) if at < len(row) else None
            if said and (field == _LAST_CONTACT or not any(cell.field == field for cell in found)):
                found.append(ListCell(field, field.header, said, cell_text(said), {}))
        return found

    return cells


def _said_beside(
    fields: Mapping[int, Field], reads: Mapping[int, Readers]
) -> Iterator[tuple[int, Field, StateReader]]:
    """List what columns say beside what they are: of rest and replies, ways of letters that went."""
    for at, read in reads.items():
        yield at, _ON_HOLD, read.rests
        yield at, _REPLIED_ON, read.replied
        if fields[at].name == "channel":
            yield at, _LAST_CONTACT, read.day


def _by_fields(cells: Callable[[_Cells], list[ListCell]]) -> Callable[[_Cells, str], ImportedContact]:
    return lambda row, where: person_of(cells(row), where)


def _says_nothing(cell: ListCell) -> bool:
    if cell.field.name in ("notes", STATUS) or not cell.text:
        return not cell.text
    if cell.field.own and cell.field.column.kind in (ColumnKind.DATE, ColumnKind.MOMENT):
        return means_no_day(cell.text)
    return stands_for_nothing(cell.text, name=cell.field.name in NAMES) or is_noise(cell.header, cell.text)
