"""The Fields sheet: the user's expectations and verdicts read, and beside them what was learned written (R21). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.campaign.fields import FieldRecord, Learned
from pipeline.letters.letterfile import MAX_SHOWN
from pipeline.model import FieldSaid, FieldVerdict, Problem, Severity
from pipeline.model.texts import field_key
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, parse_choice, shown_text
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.writeback import by_header, differing, fitted
from pipeline.workbook import Edit, NewRows, Value
from pipeline.workbook.refs import column_letters, where

_PROGRAMS = ("learned", "talks", "fit")


def read_fields(table: Table | None) -> tuple[tuple[FieldSaid, ...] | None, tuple[Problem, ...]]:
    """Read the rows that name a field; of two that name one, the first holds. None without a sheet."""
    if table is None:
        return None, ()
    found: list[FieldSaid] = []
    faults: list[Fault] = []
    named: set[str] = set()
    for index in range(table.count):
        name, expects = (shown_text(table.cell(attr, index)) for attr in ("name", "expects"))
        try:
            verdict, unreadable = parse_choice(table.cell("verdict", index), FieldVerdict), False
        except BadCell as bad:
            verdict, unreadable = None, True
            faults.append(Fault(index, "verdict", str(bad)))
        key = field_key(name)
        if not key and (expects or verdict):
            faults.append(
                Fault(index, "name", "is blank. Name the field that this row is about", Severity.WARNING)
            )
        if key in named:
            twice = (
                f"names “{name}” twice: what you expect of it is read from the first row. Put them into one"
            )
            faults.append(Fault(index, "name", twice, Severity.WARNING))
        if key:
            named.add(key)
            found.append(FieldSaid(name, expects, verdict, table.where("verdict", index), unreadable))
    return tuple(found), tuple(as_problem(table, f) for f in faults)


def field_edits(table: Table, fields: Sequence[FieldRecord], contacts: Table) -> list[Edit]:
    """Bring the program's columns up to date; a row keeps by its field's name, and the user's cells are never touched.

    A row of which the user has said nothing goes blank once nobody on Contacts has its field; a new field
    takes a blank row.
    """
    words = table_of_words(table)
    own = _users_columns(table, words)
    edits: list[Edit] = []
    waiting = {field_key(f.name): f for f in fields}
    free: list[int] = []
    for index in range(_used(table)):
        field = waiting.pop(field_key(shown_text(table.cell("name", index))), None)
        users = any(table.columns[at][index] is not None for at in own)
        if field:
            edits += differing(table, index, _shown(field))
        elif users or (table.cell("name", index) is not None and not _written(table, index)):
            edits += differing(table, index, dict.fromkeys(_PROGRAMS))
        else:
            free.append(index)
    lines = [{"name": f.name, **_shown(f)} for f in waiting.values()]
    edits += _rows(table, table.sheet, free, lines)
    edits = fitted(table, edits, "name", "expects", "learned")
    if words is None:
        return edits
    return [*edits, *fitted(words, _word_edits(words, fields, contacts), "words")]


def _users_columns(table: Table, words: Table | None) -> list[int]:
    """List the columns that are the user's, those that they added too, by index."""
    ours = {table.found[attr] for attr in ("name", *_PROGRAMS)}
    end = min(words.found.values()) if words else len(table.headers)
    return [at for at in range(end) if at not in ours and table.headers[at]]


def table_of_words(table: Table) -> Table | None:
    """Find the second table of the sheet, that has a row and a link for each thing learned; None where it is missing."""
    found = schema.columns_found(schema.FIELD_WORDS, table.headers)
    return Table(table.sheet, table.header_row, table.headers, table.frame, found) if len(found) > 1 else None


def _written(table: Table, index: int) -> bool:
    """Tell whether the program has filled the row: a field that the user typed ahead is theirs."""
    return any(table.cell(attr, index) is not None for attr in _PROGRAMS)


def _shown(f: FieldRecord) -> dict[str, Value]:
    return {
        "learned": _lines(f.learned) or None,
        "talks": f.talks,
        "fit": f"{f.fit:.1f} (n = {f.n})" if f.fit is not None else None,
    }


def _lines(learned: Sequence[Learned]) -> str:
    """Put all lines into one cell, whole ones, as many as it holds."""
    text = ""
    for number, one in enumerate(learned):
        rest = f"… and {len(learned) - number} more, in the rows at the right."
        if len(text) + len(one.line) + len(rest) + 2 > MAX_SHOWN:
            return f"{text}\n{rest}" if text else rest
        text += ("\n" if text else "") + one.line
    return text


def _word_edits(table: Table, fields: Sequence[FieldRecord], contacts: Table) -> list[Edit]:
    ids = _column(contacts, "id")
    cells = {attr: _column(contacts, attr) for attr in {one.attr for f in fields for one in f.learned}}
    lines: list[dict[str, Value]] = [
        {
            "in_field": f.name,
            "name": one.name,
            "on": one.on,
            "column": contacts.header(one.attr),
            "words": one.words,
            "contact_id": one.contact_id,
            "cells": cells[one.attr],
            "ids": f"{ids}:{ids.rpartition('!')[2]}",
        }
        for f in fields
        for one in f.learned
    ]
    used = _used(table)
    edits: list[Edit] = []
    for index, line in enumerate(lines[:used]):
        edits += differing(table, index, line)
    for index in range(len(lines), used):
        edits += differing(table, index, dict.fromkeys(table.found))
    return [*edits, *_rows(table, schema.FIELD_WORDS.table, [], lines[used:])]


def _rows(
    table: Table, named: str, free: Sequence[int], lines: Sequence[Mapping[str, Value]]
) -> Iterable[Edit]:
    """Put lines into free rows, then below them, and blank the free rows that are left over."""
    edits: list[Edit] = []
    for index, line in zip(free, lines, strict=False):
        edits += differing(table, index, line)
    for index in free[len(lines) :]:
        edits += differing(table, index, dict.fromkeys(("name", *_PROGRAMS)))
    more = tuple(by_header(table, line) for line in lines[len(free) :])
    return [*edits, NewRows(named, more)] if more else edits


def _used(table: Table) -> int:
    """Count the rows down to the last that holds anything of ours: two tables stand beside each other on this sheet."""
    columns = [table.columns[at] for at in table.found.values()]
    return max((i + 1 for i in range(table.count) if any(c[i] is not None for c in columns)), default=0)


def _column(table: Table, attr: str) -> str:
    """Name a column as in Contacts!W."""
    at = table.found[attr] + 1
    return where(table.sheet, 1, at).removesuffix(f"{column_letters(at)}1") + column_letters(at)
