"""Rows of Contacts become contacts, and every bad cell becomes a problem. Pure: one bad row never stops the others."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.model import Contact, Event, Problem, Severity
from pipeline.model.addresses import address_fault
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.cells import as_text
from pipeline.sheets.duplicates import find_duplicates, ids_gone_astray
from pipeline.sheets.table import Fault, Table, as_problem, parse_column
from pipeline.sheets.validation import check_columns, check_row, cross_problems, future_faults
from pipeline.sheets.wholenames import fill_names
from pipeline.sheets.wordcells import reader_of, word_faults

__all__ = ["contact_id", "cross_problems", "hold_astray", "read_contacts"]

_UNCACHED = "is a formula whose result was not saved. Open the workbook in Excel and save it there, or type the value itself"

Row = dict[str, Any]
Columns = dict[str, dict[int, Any]]
_FIELDS = frozenset(Contact._fields)


def read_contacts(
    table: Table, uncached: Iterable[tuple[str, int, int]], today: date
) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Read all rows that are not wholly blank, in their order.

    `uncached` are the workbook's formula cells without a kept value: the schema's sheet name, Excel's row, 1-based column.
    A bad cell is blank in the contact and its attribute named in `unreadable`. A bad address, and a date in the future that
    should lie in the past, are named there too, but stand in the contact as they are.
    """
    columns, faults = _read_columns(table)
    faults += fill_names(table, columns)
    rows, more = _rows(table, columns, {f.index for f in faults})
    faults += more
    faults += _uncached_faults(table, uncached, rows)
    faults += _set_addresses(columns.get("email", {}), rows)
    _set_ids(rows)
    faults += future_faults(columns, today)
    deciding = {c.attr for c in schema.CONTACTS.columns if c.decides}
    for index, attrs in _unreadable(faults).items():
        rows[index]["unreadable"] = attrs
        rows[index]["in_doubt"] = tuple(a for a in attrs if a in deciding)
        rows[index]["doubts"] = tuple(
            f"{table.where(a, index)} ({table.header(a)})" for a in rows[index]["in_doubt"]
        )
    without = tuple(c.attr for c in schema.CONTACTS.columns if c.attr not in table.found)
    contacts = {index: Contact(**row, without=without) for index, row in rows.items()}
    duplicates = find_duplicates(contacts, table.where)
    for fault in duplicates:
        if fault.severity is Severity.ERROR:
            contacts[fault.index] = contacts[fault.index]._replace(duplicate=as_problem(table, fault).message)
    faults += duplicates
    faults += word_faults(contacts)
    for index, contact in contacts.items():
        if contact.interview_held or contact.call_result:
            faults += check_row(index, contact, today)
    faults.sort(key=lambda f: (f.index, table.found.get(f.attr, 0) if isinstance(f.attr, str) else f.attr))
    problems = [as_problem(table, f, contacts[f.index].id) for f in faults]
    return tuple(contacts.values()), (*check_columns(table), *problems)


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
    held = (c._replace(duplicate=problems[c.row].message) if c.row in problems else c for c in contacts)
    return tuple(held), tuple(problems.values())


def unread_in(column: schema.Column, values: Sequence[object]) -> list[object]:
    """List those of a column's values that can't be read below a header of Contacts."""
    if column.reader is None:
        return []
    parsed, faults = parse_column(values, column.reader, column.attr)
    wrong = {f.index for f in faults}
    if column.attr == "email":
        wrong |= {index for index, address in parsed.items() if address_fault(address)}
    return [values[index] for index in sorted(wrong)]


def contact_id(email: str, name: str, organization: str) -> str:
    """Make a contact's ID: a hash of the address, letter case aside, else of name and organization."""
    seed = email.casefold() if email else f"{spelled(name)}|{spelled(organization)}"
    return "C" + base64.b32encode(hashlib.sha256(seed.encode()).digest()[:10]).decode()[:9]


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
            columns["interview_time"] = {index: at for index, (_, at) in parsed.items()}
            parsed = {index: day for index, (day, _) in parsed.items()}
        columns[column.attr] = parsed
    return columns, faults


def _rows(table: Table, columns: Columns, bad: Container[int]) -> tuple[dict[int, Row], list[Fault]]:
    """Put the columns together into the rows that hold anything of ours, be it a bad cell, by index."""
    cells: list[Row] = [{} for _ in range(table.count)]
    for attr, parsed in columns.items():
        for index, value in parsed.items():
            cells[index][attr] = value
    rows = {index: row for index, row in enumerate(cells) if row or index in bad}
    for index, row in rows.items():
        row["row"] = table.row_number(index)
    return rows, _read_extra(table, rows)


def _unread() -> frozenset[str]:
    return frozenset(c.attr for c in schema.CONTACTS.columns if c.reader is None)


def _read_extra(table: Table, rows: dict[int, Row]) -> list[Fault]:
    """Read the columns that a contact has no field for as texts by their headers; what is wrong in them is only a warning."""
    ours = {at for attr, at in table.found.items() if attr in _FIELDS | _unread()}
    own = {h: i for i, h in reversed(list(enumerate(table.headers))) if h and i not in ours}
    faults: list[Fault] = []
    texts: list[Mapping[int, str]] = []
    for at in own.values():
        parsed, bad = parse_column(table.columns[at], as_text, at)
        texts.append(parsed)
        faults += [replace(f, severity=Severity.WARNING) for f in bad if f.index in rows]
    if own:
        for index, row in rows.items():
            row["extra"] = {header: column.get(index, "") for header, column in zip(own, texts, strict=True)}
    return faults


def _uncached_faults(
    table: Table, uncached: Iterable[tuple[str, int, int]], rows: dict[int, Row]
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


def _set_addresses(addresses: Mapping[int, str], rows: dict[int, Row]) -> list[Fault]:
    """Mark the rows whose address is a valid one."""
    faults = []
    for index, address in addresses.items():
        fault = address_fault(address)
        if fault:
            faults.append(Fault(index, "email", fault))
        else:
            rows[index]["email_valid"] = True
    return faults


def _set_ids(rows: dict[int, Row]) -> None:
    """Compute the IDs that are blank. Other people at one address, and rows without any name, get IDs of their own.

    So does a row whose ID stands in another: it was blanked there because they are two people.
    """
    written = {row["id"] for row in rows.values() if "id" in row}
    names = {row["id"]: _name(row) for row in rows.values() if "id" in row}
    for row in rows.values():
        row["id_written"] = "id" in row
        if row["id_written"]:
            continue
        name, organization = _name(row), row.get("organization", "")
        email = row.get("email", "") if row.get("email_valid") else ""
        row["id"] = contact_id(email, name, organization)
        attempt = 0
        while row["id"] in names and (
            row["id"] in written or not (email or name) or spelled(names[row["id"]]) != spelled(name)
        ):
            attempt += 1
            row["id"] = contact_id("", name, f"{organization} {attempt}")
        names[row["id"]] = name


def _name(row: Row) -> str:
    return f"{row.get('first_name', '')} {row.get('last_name', '')}".strip()


def _unreadable(faults: Iterable[Fault]) -> dict[int, tuple[str, ...]]:
    """Collect by row the attributes whose cells are errors."""
    found: dict[int, tuple[str, ...]] = {}
    for fault in faults:
        if isinstance(fault.attr, str) and fault.severity is Severity.ERROR:
            found[fault.index] = (*found.get(fault.index, ()), fault.attr)
    return found
