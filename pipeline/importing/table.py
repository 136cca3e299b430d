"""Tables with a header row: CSV in the encodings that people have, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from types import ModuleType

from pipeline.importing import google, linkedin
from pipeline.importing.columns import PLACES, Field, address, fields_of, is_noise, ours
from pipeline.importing.imported import (
    Imported,
    ImportedContact,
    Value,
    addresses,
    beside,
    clean,
    contact,
    first_name,
    is_no_person,
    named,
    salutation,
    with_notes,
)
from pipeline.importing.sheetrows import sheet_rows
from pipeline.model.dates import read_day
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.headers import WITHIN, best_row

KIND = "table"
KNOWN: tuple[ModuleType, ...] = (linkedin, google)
LOOK = WITHIN
Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header stands, how many of its columns are understood, and who converts the rows."""

    index: int
    score: int
    kind: str


def read_csv(text: str, name: str) -> Imported:
    """Read a CSV text, whatever its separator. Raise UserError where no header row is found, or a quote has no end."""
    found: list[tuple[Header, str]] = []
    for mark in ",;\t|":
        header = find_header(list(islice((row for row, _ in _rows(text, mark, name)), LOOK)))
        if header:
            found.append((header, mark))
    if not found:
        raise _no_header(name)
    header, mark = max(found, key=lambda f: f[0].score)
    rows = list(_rows(text, mark, name))
    _refuse_open_quote(rows, header.index, mark, name)
    return convert([row for row, _ in rows], header, "line")


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


def read_sheets(path: Path) -> Imported:
    """Read the sheet of a workbook whose header row fits best. Raise UserError where none has one."""
    found = [(header, rows) for _, rows in sheet_rows(path) if (header := find_header(rows[:LOOK]))]
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
    found = best_row(rows, _header, lambda header: header.score)
    return found[1] if found else None


def _header(index: int, row: Row) -> Header | None:
    folded = {spelled(cell) for cell in row if isinstance(cell, str)} - {""}
    known = next((m for m in KNOWN if m.recognizes(folded)), None)
    if known:
        return Header(index, 100 + len(folded), known.KIND)
    names = {field.name for field in fields_of(row).values()}
    named = bool(names & {"first", "last", "full"})
    return Header(index, len(names), _kind(folded)) if named and len(names) >= 2 else None


def _kind(folded: Set[str]) -> str:
    outlook = {"e mail address", "last name"} <= folded and {"business phone", "business street"} & folded
    return "Outlook" if outlook else KIND


def convert(rows: Sequence[Row], header: Header, unit: str) -> Imported:
    """Turn the rows under a header into contacts."""
    names = [str(cell) if cell is not None else "" for cell in rows[header.index]]
    known = next((m for m in KNOWN if header.kind == m.KIND), None)
    turn = _by_folded_headers(known, names) if known else _by_fields(names)
    mapping = _known_mapping(known, names) if known else _own_mapping(names)
    taken, made_anew = {theirs for theirs, _ in mapping}, ours(names)
    below = [row for row in rows[header.index + 1 :] if any(str(cell or "").strip() for cell in row)]
    rest = [
        at
        for at, name in enumerate(names)
        if name.strip() and name not in taken and at not in made_anew and not (known and known.handles(spelled(name)))
        and any(at < len(row) and _said(name, row[at]) for row in below)
    ]  # fmt: skip
    people: list[ImportedContact] = []
    no_people: list[str] = []
    for number, row in enumerate(rows[header.index + 1 :], header.index + 2):
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
    empty = len(rows) - header.index - 1 - len(below)
    notes = [f"{empty} empty {unit}{'s' if empty > 1 else ''} left out."] if empty else []
    if rest:
        notes.append(f"No column here for {', '.join(names[at].strip() for at in rest)}: kept in Notes.")
    if no_people:
        notes.append(
            f"{len(no_people)} left out as no person ({', '.join(no_people[:5])}): a firm, a team, a total or a remark."
        )
    return Imported(header.kind, tuple(people), mapping, tuple(notes))


def _said(header: str, cell: object) -> str:
    text = _text(cell).strip()
    return "" if text in ("", "-", "–") or is_noise(header, text) else text


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
    return tuple((names[at], field.header) for at, field in fields_of(names).items())


def _by_fields(names: Sequence[str]) -> Callable[[Row, str], ImportedContact]:
    fields = fields_of(names)

    def turn(row: Row, where: str) -> ImportedContact:
        cells = [(field, names[at].strip(), row[at]) for at, field in fields.items() if at < len(row)]
        return _contact([(f, name, cell) for f, name, cell in cells if _said(name, cell)], where)

    return turn


def _contact(cells: Sequence[tuple[Field, str, object]], where: str) -> ImportedContact:
    """Put a row together: of several mails, phones and addresses the first one, work before home, and the others in Notes."""
    ranked = sorted(cells, key=lambda cell: cell[0].rank)
    text: dict[str, list[str]] = {}
    for field, _, cell in ranked:
        text.setdefault(field.name, []).append(_text(cell).strip())
    first, last = first_name(*text.get("first", []), *text.get("middle", [])), " ".join(text.get("last", []))
    name = named(first, last, (text.get("full") or [""])[0])
    mails = [m for cell in text.get("email", []) for m in addresses(cell)]
    phones = list(dict.fromkeys([*text.get("phone", []), *text.get("mobile", [])]))
    greeting, about = salutation((text.get("prefix") or [""])[0], name.last)
    values: dict[str, Value] = {
        "First name": name.first,
        "Last name": name.last,
        "Salutation": greeting or name.salutation,
        "Email": mails[0] if mails else "",
        "Phone": phones[0] if phones else "",
        "Organization": (text.get("organization") or [""])[0],
        "Position": (text.get("position") or [""])[0],
        "Referred by": (text.get("referred_by") or [""])[0],
        "Notes": "\n".join(text.get("notes", [])),
    }
    values["Address"], left = _address(ranked)
    unfit = []
    for field, header, cell in cells:
        if field.own:
            value = _fitting(schema.CONTACTS.column(field.name), cell)
            if value:
                values[field.header] = value
            elif value is None:
                unfit.append(f"{header}: {_text(cell)}")
    notes = [f"Other e-mail: {m}" for m in dict.fromkeys(mails[1:])] + [
        f"Other phone: {p}" for p in phones[1:]
    ]
    for which in ("department", "suffix", "labels"):
        notes += [f"{header}: {_text(cell)}" for field, header, cell in cells if field.name == which]
    for which in ("organization", "position"):
        notes += [
            f"Other {which}: {t}" for t in dict.fromkeys(text.get(which, [])[1:]) if t != text[which][0]
        ]
    notes += [*about, *left, *beside(name)]
    return contact(values, [*unfit, *notes], where)


def _address(ranked: Sequence[tuple[Field, str, object]]) -> tuple[str, list[str]]:
    """Lay out the address for work, else that at home; the other one's parts come back as lines for Notes."""
    by_rank: dict[int, dict[str, str]] = {}
    heads: dict[int, list[str]] = {}
    for field, header, cell in ranked:
        if field.name in PLACES:
            parts = by_rank.setdefault(field.rank, {})
            more = f"{parts[field.name]}\n{_text(cell)}" if field.name in parts else _text(cell)
            parts[field.name] = more.strip()
            heads.setdefault(field.rank, []).append(f"{header}: {_text(cell)}")
    best = next((rank for rank in sorted(by_rank) if address(by_rank[rank])), None)
    left = [line for rank, lines in heads.items() if rank != best for line in lines]
    return (address(by_rank[best]) if best is not None else ""), left


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
