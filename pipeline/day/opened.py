"""A workbook opened: read, with its History and Settings, and with what waits for it in its ledger in its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.day.belonging import id_for
from pipeline.day.publicdays import knows_country
from pipeline.ledger.file import data_folder, ledger_path
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import LedgerState, Noted
from pipeline.model import Event, Problem, Settings, Severity
from pipeline.model.errors import UserError
from pipeline.sheets.entries import Entered, enter
from pipeline.sheets.events import read_events
from pipeline.sheets.read import Book, read_book
from pipeline.sheets.settings import read_settings
from pipeline.workbook import Edit, refuse_harm
from pipeline.workbook.package import Package

_SettingsRead = tuple[Settings, tuple[Problem, ...]]


class Opened(NamedTuple):
    """A workbook with what waits for it in its ledger in its tables; `problems` are of its History."""

    book: Book
    settings: _SettingsRead
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    path: Path
    state: LedgerState
    news: Mapping[int, Event]
    entered: Entered


def opened(workbook: Path, without_ledger: bool, workbook_id: str, read_before: Book | None) -> Opened:
    """Open a workbook. Raises LedgerFault where its ledger can't be read, UserError (exit 4) where another can't be."""
    book = read_book(workbook, read_before=read_before)
    events, problems = read_events(book.tables["History"])
    settings, told = _settings_of(book)
    own_id = workbook_id or settings.workbook_id or id_for(workbook, events)
    path = ledger_path(data_folder(), own_id)
    state, news = (LedgerState(fresh=True), {}) if without_ledger else ledger_of(path)
    entered = _entered(book, state.entries)
    if entered.edits:
        book = book._replace(tables=entered.tables)
        settings, told = _settings_of(book)
    settings = settings._replace(workbook_id=own_id)
    return Opened(book, (settings, told), events, problems, path, state, news, entered)


def _settings_of(book: Book) -> _SettingsRead:
    return read_settings(book.tables["Settings"], book.uncached, knows_country)


def _entered(book: Book, entries: Sequence[Noted]) -> Entered:
    """Put what waits in the ledger into the tables; an entry that can't be written is a problem, and stops nothing else."""
    entered = enter(book.tables, entries)
    if not entered.edits or book.package is None or not _fault(book.package, entered.edits):
        return entered
    good: list[Noted] = []
    problems: list[Problem] = []
    for entry in entries:
        fault = _fault(book.package, enter(book.tables, [entry]).edits)
        if fault:
            told = f"What you recorded ({entry.words}) can't be written: {fault} Take it back on the page."
            problems.append(Problem(entry.sheet, "", Severity.WARNING, told))
        else:
            good.append(entry)
    entered = enter(book.tables, good)
    return entered._replace(problems=(*entered.problems, *problems))


def _fault(package: Package, edits: Sequence[Edit]) -> str:
    try:
        refuse_harm(package, edits)
    except UserError as fault:
        return str(fault)
    return ""


def ledger_of(path: Path) -> tuple[LedgerState, Mapping[int, Event]]:
    """Read what a ledger knows, and what the mailbox brought that the workbook doesn't have yet."""
    if not path.exists():
        return LedgerState(fresh=True), {}
    with Ledger(path) as book:
        return book.state(), book.news()
