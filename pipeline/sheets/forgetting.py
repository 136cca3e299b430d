"""What a workbook holds of a person, to be blanked: their rows, read or unreadable, and what others' rows say of them (pure)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Contact
from pipeline.model.fullname import name_key
from pipeline.model.texts import folded
from pipeline.rules.cellnames import names_left_out, no_names, referral_names
from pipeline.sheets.cells import shown_text
from pipeline.sheets.fieldsheet import table_of_words
from pipeline.sheets.table import Table
from pipeline.workbook import CellChange


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who is to be forgotten: the rows that are theirs, and the codes of their letters."""

    rows: tuple[Contact, ...]
    codes: frozenset[str]
    alone_at: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return the name."""
        return self.rows[0].name or self.rows[0].organization

    @property
    def ids(self) -> frozenset[str]:
        """Return the IDs."""
        return frozenset(c.id for c in self.rows if c.id)


@dataclass(frozen=True, slots=True)
class Mention:
    """A cell of somebody else's row that names the person, and what it says without them."""

    where: str
    whose: str
    change: CellChange


def person_to_forget(c: Contact, contacts: Sequence[Contact], codes: frozenset[str]) -> Forgotten:
    """Find the rows that are a person's: the one meant, and any with its ID, or its address under its name."""
    address = c.email.casefold()
    rows = [
        o
        for o in contacts
        if o is c
        or (o.id == c.id and o.name == c.name)
        or (address and o.email.casefold() == address and folded(o.name) == folded(c.name))
    ]
    shared = {o.email.casefold() for o in contacts if o not in rows}
    alone = frozenset(o.email.casefold() for o in rows if o.email) - shared
    return Forgotten(tuple(rows), codes, alone)


def blanked(tables: Mapping[str, Table], person: Forgotten, contacts: Sequence[Contact]) -> list[CellChange]:
    """Blank every row that is the person's, on all sheets."""
    theirs = {c.row for c in person.rows}
    ids = person.ids - {c.id for c in contacts if c.row not in theirs}
    only = {c.name for c in person.rows} - {c.name for c in contacts if c.row not in theirs} - {""}
    tests: dict[str, Callable[[Table, int], bool]] = {
        "Contacts": lambda table, i: table.row_number(i) in theirs,
        "History": lambda table, i: _is(table, "id", i, ids, only),
        "Today": lambda table, i: _is(table, "contact_id", i, ids, only) or _quotes(table, i, only),
        "Drafts": lambda table, i: (
            _said(table, "code", i).upper() in person.codes
            or _said(table, "to", i).casefold() in person.alone_at
            or _said(table, "contact", i) in only
        ),
    }
    rows = [
        change
        for sheet, test in tests.items()
        if sheet in tables
        for index in range(tables[sheet].count)
        if test(tables[sheet], index)
        for change in _row(tables[sheet], index)
    ]
    return rows + (_learned(tables["Fields"], person, ids, only) if "Fields" in tables else [])


def _learned(table: Table, person: Forgotten, ids: frozenset[str], names: set[str]) -> list[CellChange]:
    """Blank what was learned from them: their lines, and the cells that hold it among others', which the next run fills again."""
    said = {w for c in person.rows for w in (c.what_i_learned, c.advice) if w}
    lines = [f"{name}, " for name in names]
    changes = []
    for index in range(table.count):
        text = _said(table, "learned", index)
        if any(w in text for w in (*said, *lines)):
            changes.append(CellChange(table.sheet, table.row_number(index), table.found["learned"] + 1, None))
    words = table_of_words(table)
    for index in range(words.count if words else 0):
        if words and _is(words, "contact_id", index, ids, names):
            changes += [
                CellChange(words.sheet, words.row_number(index), at + 1, None)
                for at in words.found.values()
                if words.columns[at][index] is not None
            ]
    return changes


def _is(table: Table, attr: str, index: int, ids: frozenset[str], names: set[str]) -> bool:
    """Tell a row by its ID; one without an ID by a name that is nobody else's."""
    said = _said(table, attr, index)
    return said in ids if said else _said(table, "name", index) in names


def _quotes(table: Table, index: int, names: set[str]) -> bool:
    """Tell a line about a field that quotes them (R21)."""
    told = "" if _said(table, "contact_id", index) else _said(table, "why", index)
    return any(name in told for name in names)


def _said(table: Table, attr: str, index: int) -> str:
    return shown_text(table.cell(attr, index))


def _row(table: Table, index: int) -> Iterator[CellChange]:
    for at, column in enumerate(table.columns):
        if column[index] is not None:
            yield CellChange(table.sheet, table.row_number(index), at + 1, None)


def mentions(table: Table, person: Forgotten, contacts: Sequence[Contact]) -> list[Mention]:
    """List the cells of others' rows that name the person: Referred by, and Referrals given without them."""
    theirs, names = {c.row for c in person.rows}, {name_key(c.name) for c in person.rows if c.name}
    found: list[Mention] = []
    for c in contacts:
        if c.row in theirs:
            continue
        if c.referred_by:
            found += _as_referrer(table, c, names)
        given = referral_names(c.referrals_given)
        kept = [n for n in given if name_key(n) not in names]
        if len(kept) < len(given):
            kept += no_names(c.referrals_given)
            found.append(_mention(table, c, "referrals_given", "; ".join(kept) or None))
    return found


def _as_referrer(table: Table, c: Contact, names: Container[str]) -> Iterator[Mention]:
    """Find the person in Referred by; who else is named in letters stays, and not what may be no person's name."""
    named = referral_names(c.referred_by) or [c.referred_by]
    kept = [n for n in named if name_key(n) not in names]
    others = names_left_out(c.referred_by, _said(table, "referred_by", table.index_of(c.row)))
    if len(kept) == len(named) and any(name_key(n) in names for n in others):
        yield _mention(table, c, "referred_by", c.referred_by)
    elif len(kept) < len(named):
        yield _mention(table, c, "referred_by", " and ".join(kept) or None)


def _mention(table: Table, c: Contact, attr: str, value: str | None) -> Mention:
    index = table.index_of(c.row)
    change = CellChange(table.sheet, c.row, table.found[attr] + 1, value)
    return Mention(table.where(attr, index), f"{c.name}'s {table.header(attr)}", change)
