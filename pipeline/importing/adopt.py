"""A person's own contact workbook made usable: what it lacks is added, and nothing else in it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline.importing import starter
from pipeline.importing.imported import ColumnUse
from pipeline.importing.mapping import Copied, Given, Mapping, dates_of_theirs
from pipeline.importing.nobody import Nobody, nobody_in, said_of_nobody
from pipeline.importing.survey import (
    contacts_sheet,
    known_settings,
    lacking_sheets,
    rows_by_sheet,
    trimmed_text,
)
from pipeline.importing.table import said_of_hidden
from pipeline.importing.uses import Chosen, column_uses
from pipeline.model.fullname import FullName, split_name
from pipeline.model.settings import SCHEMA_VERSION
from pipeline.model.texts import spelled
from pipeline.sheets import schema
from pipeline.sheets.columns.evidence import Rows
from pipeline.sheets.columns.headers import WITHIN
from pipeline.sheets.lacking import refuse_newer_version
from pipeline.sheets.schema import CONTACTS, Column, Owner, columns_found
from pipeline.sheets.totals import totals_below
from pipeline.workbook.book import Parts
from pipeline.workbook.edits import CellChange, Edit, NewRows
from pipeline.workbook.graft import Graft, refuse_fixed
from pipeline.workbook.locks import one_at_a_time
from pipeline.workbook.package import Package
from pipeline.workbook.patch import patched_package
from pipeline.workbook.readback import rebuilt
from pipeline.workbook.refs import column_letters, where
from pipeline.workbook.replace import read_whole
from pipeline.workbook.save import fingerprint, put_in_place, remove_stray_temps, unchanged
from pipeline.workbook.sheet import Worksheet
from pipeline.workbook.shown import hidden_rows
from pipeline.workbook.splice import sheet_splices
from pipeline.workbook.widen import NewColumn, add_columns, first_free_column, table_at

_SHOWN = 8
_NEEDED = ("organization", "position", "email")


@dataclass(frozen=True, slots=True)
class Widening:
    """Columns to be added to one sheet from `first` on, each with the header it gets."""

    sheet: str
    header_row: int
    first: int
    last_row: int
    columns: tuple[tuple[Column, str], ...]

    def line(self) -> str:
        """Say it."""
        headers = ", ".join(header for _, header in self.columns)
        return f"Added to {self.sheet}, from column {column_letters(self.first)}: {headers}."


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a workbook would do to it. Rows and columns count from 1.

    `columns` say what is made of each of theirs; `names` are full names taken apart, by row; `unsplit` the cells whose name could not be;
    `given` what our columns begin with from theirs; `moved` says that Settings name another sheet for the contacts,
    `unnamed` that they lack the Workbook ID; `asks_act_from` that the program is new to it; `unread` says what
    stands too far off.
    """

    name: str
    sha256: str
    sheet: str
    mapping: Mapping
    columns: tuple[ColumnUse, ...]
    people: int
    wider: tuple[Widening, ...]
    names: tuple[tuple[int, FullName], ...]
    unsplit: tuple[str, ...]
    given: Given
    new_sheets: tuple[str, ...]
    new_settings: tuple[str, ...]
    moved: bool
    protected: bool
    unnamed: bool
    asks_act_from: bool
    unread: tuple[str, ...] = ()
    """What can't be read, and how many rows are hidden."""
    passed: tuple[Nobody, ...] = ()

    @property
    def needed(self) -> bool:
        """Tell whether the workbook lacks anything."""
        return bool(
            self.wider or self.new_sheets or self.new_settings or self.names or self.moved or self.unnamed
        )

    def lines(self) -> list[str]:
        """Say what was understood and what would be added, to be shown before the person agrees."""
        if not self.needed:
            return [
                self.found(),
                *self.passed_over(),
                *self.unread,
                "It has all it needs; there is nothing to add.",
            ]
        lines = [self.found(), *self.passed_over(), "", "Your columns, as understood:", *self._understood()]
        lines += [f"{c.header} (column {c.letters}): {c.unread}" for c in self.columns if c.unread]
        lines += [self.lacking] if self.lacking else []
        taken = {c.header for c in self.columns if c.use}
        own = [header for header in self.mapping.own if header not in taken]
        if own:
            lines.append(f"Left alone: {', '.join(own)}.")
        return [*lines, "", *self.effects(), "", "Nothing else in the file changes, and a backup is kept."]

    @property
    def lacking(self) -> str:
        """Say what every letter needs and no column of theirs is; "" where all is there."""
        there = {m.attr for m in self.mapping.matches} | ({"last_name"} if self.mapping.full_name else set())
        lacking = [CONTACTS.column(a).header for a in ("last_name", *_NEEDED) if a not in there]
        if not lacking:
            return ""
        return (
            f"None of your columns is {' or '.join(lacking)}, and every letter needs it: if one of them is, say so; else fill it"
            " in for each person in the column that is added."
        )

    def found(self) -> str:
        """Say where the contacts are, and how many."""
        return (
            f"{self.name}: the contacts are on the sheet “{self.sheet}”, with the headers in row"
            f" {self.mapping.header.row}: {self.people} {'person' if self.people == 1 else 'people'}."
        )

    def passed_over(self) -> list[str]:
        """Say which rows are nobody, where any are."""
        return said_of_nobody(self.passed)

    def effects(self) -> list[str]:
        """Say what would be added, and what is left for the person to do, a sentence each."""
        lines = [*self.unread, *(widening.line() for widening in self.wider)]
        if self.new_sheets:
            lines.append(f"Added sheets: {', '.join(self.new_sheets)}.")
        if self.new_settings:
            lines.append(f"Added rows of Settings: {', '.join(self.new_settings)}.")
        copied = [f"{c.header} into {self._into(c)}" for c in self.mapping.copied if not c.of_rest]
        if self.given.dates and copied:
            lines.append(f"The days in your columns are copied: {', '.join(copied)}.")
        if self.moved:
            lines.append(f"Settings will say that the contacts are on “{self.sheet}”.")
        if self.unnamed:
            lines.append("Settings will get a Workbook ID, by which the program knows this workbook again.")
        if self.protected:
            lines.append(
                f"{self.sheet} is protected and stays so: take the protection off in Excel (Review, Unprotect Sheet)"
                " before you fill in the added columns."
            )
        if self.unsplit:
            shown, more = self.unsplit[:_SHOWN], len(self.unsplit) - _SHOWN
            lines.append(
                f"Not clearly one person's name, so fill in First name and Last name yourself: {', '.join(shown)}"
                + (f" and {more} more." if more > 0 else ".")
            )
        return lines

    def _understood(self) -> list[str]:
        pairs = [(m.column, m.header, CONTACTS.column(m.attr).header) for m in self.mapping.matches]
        pairs += [(c.column, c.header, self._copied(c)) for c in self.mapping.copied]
        if self.names:
            at = self.mapping.header.full_name
            pairs.append((at, self.mapping.full_name, "taken apart into First name and Last name, and kept"))
        width = max((len(header) for _, header, _ in pairs), default=0)
        return [f"  {column_letters(c):>3}  {header:<{width}}  {ours}" for c, header, ours in sorted(pairs)]

    def _copied(self, column: Copied) -> str:
        if not column.of_rest:
            return f"{self._into(column)}: its days are copied, and it is kept"
        if "on_hold" in dict(self.mapping.added):
            return f"{column.use}: whom it says not to write to, and it is kept"
        return f"{column.use}, which is yours: you are asked for whom it says not to write to, and it is kept"

    def _into(self, column: Copied) -> str:
        """Name the columns that are filled in from one of theirs."""
        into, added = self.given.into.get(column.column, (column.attr,)), dict(self.mapping.added)
        own_first = sorted(into, key=lambda attr: (attr != column.attr, attr))
        return " and ".join(added[attr] for attr in own_first)


def plan_adoption(path: Path, *, sheet: str = "", chosen: Chosen | None = None) -> Adoption:
    """Work out what a workbook lacks, without changing it; as `plan_adoption_of`."""
    return plan_adoption_of(read_whole(path), path.name, sheet=sheet, chosen=chosen)


def plan_adoption_of(data: bytes, name: str, *, sheet: str = "", chosen: Chosen | None = None) -> Adoption:
    """Work out what a workbook of these bytes lacks; `sheet` names the one with the contacts, else it is found.

    `chosen` corrects what is made of its columns, as `Adoption.columns` shows it.

    Raises `UserError` (exit 4) where nothing in it looks like contacts, where sheets of the user's own have names that the
    program needs, for workbooks that a newer program laid out, and for those that cannot be added to without harm.
    """
    book = Parts(Package(data, name))
    sheets, unread = rows_by_sheet(book, name)
    refuse_fixed(book)
    settings = _settings_of(sheets, name)
    said = settings.get("contacts_sheet", "") if settings else ""
    known = said if spelled(said) in {spelled(name) for name in sheets} else ""
    on, header, mapping = contacts_sheet(sheets, settings, sheet or known, name, chosen)
    new_sheets = lacking_sheets(book, sheets, on, adopted=settings is not None)
    present = Worksheet(book, book.worksheet(on))
    table = table_at(present, header.row)
    listed = sheets[on][: table.last_data if table else None]
    passed = nobody_in(listed, mapping, _totals(listed, present, mapping))
    rows = [[] if number in passed else row for number, row in enumerate(listed, 1)]
    columns = tuple((CONTACTS.column(attr), text) for attr, text in mapping.added)
    wider = [_widening(book, on, listed, header.row, columns)] if columns else []
    wider += _wider_others(book, sheets) if settings is not None else []
    names, unsplit = _split_names(rows, mapping, on)
    people = sum(any(trimmed_text(v) for v in row) for row in rows[header.row :])
    moved = settings is not None and spelled(said or CONTACTS.name) != spelled(on)
    shown = column_uses(
        [trimmed_text(v) for v in rows[header.row - 1]],
        rows[header.row :],
        mapping.uses,
        mapping.kept,
        mapping.states,
    )
    return Adoption(
        name, fingerprint(data), on, mapping, shown, people, tuple(wider), names, unsplit, dates_of_theirs(rows, mapping),
        new_sheets, _new_settings(settings), moved,
        protected=present.frame.first("sheetProtection") is not None,
        unnamed=settings is not None and not settings.get("workbook_id"), asks_act_from=settings is None, unread=(*(p.said for p in unread[on]), *said_of_hidden(rows, header, hidden_rows(book, present.info.part))), passed=tuple(passed.values()),
    )  # fmt: skip


def _settings_of(sheets: dict[str, Rows], file: str) -> dict[str, str] | None:
    """Read Settings, where the workbook is ours. Raises UserError where a newer program laid it out."""
    settings = known_settings(sheets)
    refuse_newer_version((settings or {}).get("schema_version"), file)
    return settings


def adopt(
    path: Path,
    adoption: Adoption,
    *,
    act_from: date | None,
    workbook_id: str,
    backups: Path,
    now: datetime,
    force: bool = False,
) -> bool:
    """Add what the workbook lacks, after a backup; tell whether anything was written.

    `act_from` goes into Settings: what lies before it owes nothing. Raises as `save` does; the file is then as it was.
    """
    with one_at_a_time(path):
        remove_stray_temps(path, backups)
        present = unchanged(path, adoption.sha256)
        new = adopted_package(present, adoption, act_from=act_from, workbook_id=workbook_id)
        if new == present:
            return False
        put_in_place(path, new, present, backups=backups, now=now, force=force)
    return True


def adopted_package(data: bytes, adoption: Adoption, *, act_from: date | None, workbook_id: str) -> bytes:
    """Give the whole new file's bytes, read back; those of the source where it lacks nothing.

    Raises `UserError` for what cannot be done without harm.
    """
    new = _extended(data, adoption) if adoption.wider or adoption.new_sheets else data
    rows, _ = rows_by_sheet(Parts(Package(new, adoption.name)), adoption.name, without=adoption.sheet)
    there = known_settings(rows) or {}
    wanted: dict[str, str | int | date | None] = {
        "contacts_sheet": adoption.sheet
        if there.get("contacts_sheet") or adoption.sheet != CONTACTS.name
        else None,
        "column_names": adoption.mapping.column_names or None,
        "workbook_id": None if there.get("workbook_id") else workbook_id,
        "act_from": act_from,
        "schema_version": SCHEMA_VERSION if there.get("schema_version") != str(SCHEMA_VERSION) else None,
    }
    return patched_package(new, [*_cell_edits(adoption), *_setting_edits(rows, wanted)], name=adoption.name)


def _extended(data: bytes, adoption: Adoption) -> bytes:
    """Add sheets and columns in one pass over the package."""
    package = Package(data, adoption.name)
    book = Parts(package)
    empty = patched_package(starter.template(), starter.without_samples(adoption.sheet))
    graft = Graft(book, Parts(Package(empty, "The starter workbook")))
    graft.take(adoption.new_sheets)
    edited = []
    for widening in adoption.wider:
        sheet = Worksheet(book, book.worksheet(widening.sheet))
        more = add_columns(
            graft,
            sheet,
            widening.header_row,
            widening.first,
            [_new_column(*c) for c in widening.columns],
            widening.last_row,
        )
        package.patch(sheet.info.part, sheet.data, [*sheet_splices(sheet), *more])
        edited.append(sheet)
    graft.finish()
    book.finish_shared()
    return rebuilt(package, book, edited)


def _new_column(column: Column, header: str) -> NewColumn:
    ours = column.owner is Owner.PROGRAM
    note, choices = ("", ()) if ours else (column.note, column.choices)
    return NewColumn(header, column.width, column.header, note, choices, shaded=ours)


def _cell_edits(adoption: Adoption) -> list[CellChange]:
    """Fill columns that were added: names taken apart, and the days that a column of theirs gives."""
    at = {match.attr: match.column for match in adoption.mapping.matches}
    for widening in adoption.wider:
        if widening.sheet == adoption.sheet:
            at |= {column.attr: number for number, (column, _) in enumerate(widening.columns, widening.first)}
    dates = [CellChange(adoption.sheet, row, at[attr], day) for row, attr, day in adoption.given.dates]
    return dates + [
        CellChange(adoption.sheet, row, at[attr], text)
        for row, name in adoption.names
        for attr, text in (
            ("first_name", name.first),
            ("last_name", name.last),
            ("salutation", name.salutation),
        )
        if text and attr in at
    ]


def _totals(rows: Rows, sheet: Worksheet, mapping: Mapping) -> tuple[int, ...]:
    found = {match.attr: match.column - 1 for match in mapping.matches}
    return totals_below(rows, mapping.header.row, found, sheet.formula)


def _widening(
    book: Parts, name: str, rows: Rows, header_row: int, columns: tuple[tuple[Column, str], ...]
) -> Widening:
    """Find room for columns right of what stands in the header's row and below."""
    below = rows[header_row - 1 :]
    used = max((at + 1 for row in below for at, value in enumerate(row) if trimmed_text(value)), default=1)
    filled = [n for n, row in enumerate(rows, 1) if any(trimmed_text(value) for value in row)]
    first = first_free_column(Worksheet(book, book.worksheet(name)), header_row, used, len(columns))
    return Widening(name, header_row, first, max(filled, default=header_row), columns)


def _wider_others(book: Parts, sheets: dict[str, Rows]) -> list[Widening]:
    """List the columns that the program's own sheets have lost."""
    wider = []
    for sheet in (*schema.NEEDED, *schema.OPTIONAL):
        name = next(
            (name for name in sheets if spelled(name) == spelled(sheet.name) and sheet is not CONTACTS), None
        )
        if name is None:
            continue
        found = [columns_found(sheet, row) for row in sheets[name][:WITHIN]]
        at = max(range(len(found)), key=lambda n: len(found[n]), default=0)
        lacking = tuple((c, c.header) for c in sheet.columns if found and c.attr not in found[at])
        if sheet in schema.OPTIONAL and any(c.needed for c, _ in lacking):
            continue  # the user's own sheet
        if lacking:
            wider.append(_widening(book, name, sheets[name], at + 1, lacking))
    return wider


def _new_settings(there: dict[str, str] | None) -> tuple[str, ...]:
    """List the rows that an adopted workbook's Settings lack; a new one's come with its sheet."""
    return () if there is None else tuple(s.name for s in schema.SETTINGS if s.attr not in there)


def _setting_edits(sheets: dict[str, Rows], wanted: dict[str, str | int | date | None]) -> list[Edit]:
    name = next(name for name in sheets if spelled(name) == "settings")
    rows = {spelled(row[0]): n for n, row in enumerate(sheets[name], 1) if row}
    edits: list[Edit] = []
    for setting in schema.SETTINGS:
        value, row = wanted.get(setting.attr), rows.get(spelled(setting.name))
        if row is None:
            default = setting.default or None
            edits.append(
                NewRows(name, ((setting.name, default if value is None else value, setting.meaning),))
            )
        elif value is not None:
            edits.append(CellChange(name, row, 2, value))
    return edits


def _split_names(
    rows: Rows, mapping: Mapping, sheet: str
) -> tuple[tuple[tuple[int, FullName], ...], tuple[str, ...]]:
    at = mapping.header.full_name
    filled = [m.column for m in mapping.matches if m.attr in ("first_name", "last_name", "salutation")]
    if not at:
        return (), ()
    names, unsplit = [], []
    for number, row in enumerate(rows[mapping.header.row :], mapping.header.row + 1):
        text = trimmed_text(row[at - 1]) if at <= len(row) else ""
        if any(trimmed_text(row[column - 1]) for column in filled if column <= len(row)):
            continue
        name = split_name(text)
        if name:
            names.append((number, name))
        elif text:
            unsplit.append(where(sheet, number, at))
    return tuple(names), tuple(unsplit)
