"""Rows of Contacts become contacts, and every bad cell becomes a problem. Pure: one bad row never stops the others."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat
from typing import Any

from pipeline.model import Contact, Event, Problem, Severity
from pipeline.model.addresses import address_fault
from pipeline.model.contactid import contact_id
from pipeline.model.texts import spelled
from pipeline.rules.referrals import whole_referrers
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.saidbefore import said_before
from pipeline.sheets.table import Columns, Fault, Table, as_problem, is_blank, parse_column
from pipeline.sheets.validation import check_columns, check_row, future_faults
from pipeline.sheets.wholenames import fill_names
from pipeline.sheets.whose.duplicates import find_duplicates, hold, ids_gone_astray
from pipeline.sheets.wordcells import reader_of, word_faults

_UNCACHED = "is a formula whose result was not saved. Open the workbook in Excel and save it there, or type the value itself"

_FIELDS = frozenset(Contact._fields)


def read_contacts(
    table: Table,
    uncached: Iterable[tuple[str, int, int]],
    today: date,
    in_history: Container[str] = (),
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Read all rows that are not wholly blank, in their order.

    `uncached` are the workbook's formula cells without a kept value: the schema's sheet name, Excel's row,
    1-based column. `in_history` are the IDs that History knows, or a letter that left or may have. A bad cell
    is blank in the contact and its attribute named in `unreadable`. A bad address, and a date in the future
    that should lie in the past, are named there too, but stand in the contact as they are.
    """
    columns, faults = _read_columns(table)
    faults += fill_names(table, columns)
    rows = _filled(columns, {f.index for f in faults})
    faults += _read_extra(table, columns, rows)
    faults += _uncached_faults(table, uncached, rows)
    faults += _set_addresses(columns)
    faults += future_faults(columns, today)
    contacts = _people(table, columns, rows)
    _set_ids(contacts)
    asked = said_before(table, contacts, in_history, today)
    faults += asked
    why = {(f.index, str(f.attr)): f.message for f in asked}
    for index, attrs in _unreadable(faults).items():
        contacts[index] = _in_doubt(contacts[index], table, index, attrs, why)
    faults += _hold_duplicates(contacts, table, in_history)
    for index, referrer in whole_referrers(contacts).items():
        contacts[index] = contacts[index]._replace(referred_by=referrer)
    faults += word_faults(contacts)
    for index, contact in contacts.items():
        if contact.interview_held or contact.call_result:
            faults += check_row(index, contact, today)
    faults.sort(key=lambda f: (f.index, table.found.get(f.attr, 0) if isinstance(f.attr, str) else f.attr))
    problems = [as_problem(table, f, contacts[f.index].id) for f in faults]
    return tuple(contacts.values()), (*check_columns(table), *problems)


def _hold_duplicates(contacts: dict[int, Contact], table: Table, in_history: Container[str]) -> list[Fault]:
    """Find who stands twice, and hold them."""
    found = find_duplicates(contacts, table.where, in_history)
    for fault in found:
        if fault.severity is Severity.ERROR:
            held = contacts[fault.index]._replace(duplicate=as_problem(table, fault).message)
            contacts[fault.index] = held
    return found


def _people(table: Table, columns: Columns, rows: Container[int]) -> dict[int, Contact]:
    """Put the columns together into contacts, by index."""
    columns["row"] = list(range(table.row_number(0), table.row_number(table.count)))
    without = tuple(c.attr for c in schema.CONTACTS.columns if c.attr not in table.found)
    columns["without"] = [without] * table.count
    cells = [_with_default(columns.get(attr), Contact._field_defaults.get(attr)) for attr in Contact._fields]
    return {index: c for index, c in enumerate(map(Contact, *cells)) if index in rows}


def _with_default(values: list[Any] | None, default: object) -> Iterable[object]:
    if values is None or (values and is_blank(values)):
        return repeat(default)  # as long as the others: the rows' numbers are never blank
    return values if default is None else [default if value is None else value for value in values]


def _in_doubt(
    c: Contact, table: Table, index: int, unreadable: tuple[str, ...], why: Mapping[tuple[int, str], str]
) -> Contact:
    """Note which cells of a contact can't be read, and on which of them letters depend; `why` says what is asked of a blank one."""
    deciding = {column.attr for column in schema.CONTACTS.columns if column.decides}
    attrs = tuple(a for a in unreadable if a in deciding)
    said = (why.get((index, a), "can't be read. Correct it first") for a in attrs)
    doubts = tuple(
        f"{table.where(a, index)} ({table.header(a)}) {w}" for a, w in zip(attrs, said, strict=True)
    )
    return c._replace(unreadable=unreadable, in_doubt=attrs, doubts=doubts)


def _own_id(c: Contact) -> str:
    return contact_id(c.email if c.email_valid else "", c.name, c.organization)


def hold_astray(
    contacts: Sequence[Contact], table: Table, events: Iterable[Event]
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Hold the rows whose ID and letters stand in another's row, and that other; each is a problem of its ID cell."""
    astray = ids_gone_astray(contacts, events, _own_id)
    if not astray:
        return tuple(contacts), ()
    problems: dict[int, Problem] = {}
    for number, (own, holder) in astray.items():
        fault = Fault(
            table.index_of(number),
            "id",
            f"{holder.id} in row {holder.row} is that of {own.name} in row {own.row}, with the letters that went there: neither row gets"
            f" letters until that is resolved. Move it to row {own.row}, and leave that of row {holder.row} blank; it gets one of its own",
        )
        problems[number] = as_problem(table, fault, (own if number == own.row else holder).id)
    return hold(contacts, problems), tuple(problems.values())


def unread_in(column: schema.Column, values: Sequence[object]) -> list[object]:
    """List those of a column's values that can't be read below a header of Contacts."""
    if column.reader is None:
        return []
    parsed, faults = parse_column(values, column.reader, column.attr)
    wrong = {f.index for f in faults}
    if column.attr == "email":
        wrong |= {index for index, address in enumerate(parsed) if address and address_fault(address)}
    return [values[index] for index in sorted(wrong)]


def _read_columns(table: Table) -> tuple[Columns, list[Fault]]:
    """Parse column by column; a moment becomes a date and a time."""
    columns: Columns = {}
    faults: list[Fault] = []
    for column in schema.CONTACTS.columns:
        reader = reader_of(column)
        if reader is None or column.attr not in table.found or column.attr not in _FIELDS:
            continue
        parsed, bad = parse_column(table.values(column.attr), reader, column.attr)
        faults += bad
        if column.kind is schema.ColumnKind.MOMENT:
            columns["interview_time"] = [moment and moment[1] for moment in parsed]
            parsed = [moment and moment[0] for moment in parsed]
        columns[column.attr] = parsed
    return columns, faults


def _filled(columns: Columns, bad: Container[int]) -> set[int]:
    """Find the rows that hold anything of ours, be it a bad cell, by index."""
    rows = range(max(map(len, columns.values()), default=0))
    blank = {index for index in rows if index not in bad}
    for values in columns.values():
        blank = {index for index in blank if values[index] is None}
    return {index for index in rows if index not in blank}


def _unread() -> frozenset[str]:
    return frozenset(c.attr for c in schema.CONTACTS.columns if c.reader is None)


def _read_extra(table: Table, columns: Columns, rows: Container[int]) -> list[Fault]:
    """Read the columns that a contact has no field for as texts by their headers; what is wrong in them is only a warning."""
    ours = {at for attr, at in table.found.items() if attr in _FIELDS | _unread()}
    own = {h: i for i, h in reversed(list(enumerate(table.headers))) if h and i not in ours}
    faults: list[Fault] = []
    texts: list[list[str]] = []
    for at in own.values():
        parsed, bad = parse_column(table.columns[at], as_text, at)
        texts.append([text or "" for text in parsed])
        faults += [replace(f, severity=Severity.WARNING) for f in bad if f.index in rows]
    if own:
        columns["extra"] = [dict(zip(own, row, strict=True)) for row in zip(*texts, strict=True)]
    return faults


def _uncached_faults(
    table: Table, uncached: Iterable[tuple[str, int, int]], rows: Container[int]
) -> list[Fault]:
    attrs, unread = {at: attr for attr, at in table.found.items()}, _unread()
    faults = []
    for sheet, row, column in uncached:
        index, attr = table.index_of(row), attrs.get(column - 1)
        if (
            sheet != schema.CONTACTS.name
            or index not in rows
            or attr in unread
            or column > len(table.headers)
        ):
            continue
        if attr:
            faults.append(Fault(index, attr, _UNCACHED))
        elif table.headers[column - 1]:
            faults.append(Fault(index, column - 1, _UNCACHED, Severity.WARNING))
    return faults


def _set_addresses(columns: Columns) -> list[Fault]:
    """Mark the rows whose address is a valid one."""
    if "email" not in columns:
        return []
    faults = [address_fault(address) if address else None for address in columns["email"]]
    columns["email_valid"] = [fault == "" for fault in faults]
    return [Fault(index, "email", fault) for index, fault in enumerate(faults) if fault]


def _set_ids(contacts: dict[int, Contact]) -> None:
    """Compute the IDs that are blank. Other people at one address, and rows without any name, get IDs of their own.

    So does a row whose ID stands in another: it was blanked there because they are two people.
    """
    without = [(index, c) for index, c in contacts.items() if not c.id]
    names = {c.id: c.name for c in contacts.values() if c.id} if without else {}
    written = frozenset(names)
    for index, c in without:
        nobody = not (c.name or c.email_valid)
        own, attempt = _own_id(c), 0
        while own in names and (own in written or nobody or spelled(names[own]) != spelled(c.name)):
            attempt += 1
            own = contact_id("", c.name, f"{c.organization} {attempt}")
        names[own] = c.name
        contacts[index] = c._replace(id=own, id_written=False)


def _unreadable(faults: Iterable[Fault]) -> dict[int, tuple[str, ...]]:
    """Collect by row the attributes whose cells are errors."""
    found: dict[int, tuple[str, ...]] = {}
    for fault in faults:
        if isinstance(fault.attr, str) and fault.severity is Severity.ERROR:
            found[fault.index] = (*found.get(fault.index, ()), fault.attr)
    return found
