"""Gather: everything that a decision needs, read once, as frozen values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pipeline.day.publicdays import knows_country, workdays_of
from pipeline.ledger import ledger
from pipeline.ledger.records import LedgerState
from pipeline.letters import outbox
from pipeline.letters.drafts import Row
from pipeline.letters.outbox import LetterFile
from pipeline.letters.rendering import Template
from pipeline.letters.templates import load_templates
from pipeline.model import Contact, Enclosure, Event, LetterKind, Problem, Settings, Severity
from pipeline.model.errors import UserError
from pipeline.model.texts import spelled
from pipeline.rules.intervals import Intervals
from pipeline.rules.workdays import Workdays
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, as_text, parse_date
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.events import read_events
from pipeline.sheets.intervals import read_intervals
from pipeline.sheets.read import Book, read_book
from pipeline.sheets.settings import read_settings
from pipeline.sheets.table import Table
from pipeline.sheets.validation import cross_problems

MAX_ENCLOSURE = 10 * 1024 * 1024
_MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workbook and all that belongs to it are."""

    workbook: Path

    @property
    def folder(self) -> Path:
        """Return the workbook's folder."""
        return self.workbook.absolute().parent

    @property
    def outbox(self) -> Path:
        """Return the folder of letters in review."""
        return self.folder / "outbox"

    @property
    def ready(self) -> Path:
        """Return the folder of exported letters."""
        return self.outbox / "ready"

    @property
    def backups(self) -> Path:
        """Return the folder of backups."""
        return self.folder / "backups"

    @property
    def templates(self) -> Path:
        """Return the folder of the user's own letter templates."""
        return self.folder / "letter_templates"


@dataclass(frozen=True, slots=True)
class World:
    """All that was read, at one moment."""

    place: Place
    today: date
    now: datetime
    book: Book
    settings: Settings
    intervals: Intervals
    workdays: Workdays
    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...]
    events: tuple[Event, ...]
    state: LedgerState
    news: Mapping[int, Event]
    files: Mapping[str, LetterFile]
    ready: Mapping[str, date]
    rows: tuple[Row, ...]
    templates: Mapping[LetterKind, Template]
    enclosure: Enclosure

    @property
    def ledger_path(self) -> Path:
        """Return where this workbook's ledger is."""
        return ledger.ledger_path(ledger.data_folder(), self.settings.workbook_id)


def gather(workbook: Path, today: date, now: datetime) -> World:
    """Read the workbook, the ledger, the outbox, the templates and the resume. Raises UserError (exit 4) where that can't be."""
    place = Place(workbook)
    book = read_book(workbook)
    settings, settings_problems = read_settings(book.tables["Settings"], book.uncached, knows_country)
    settings = _with_id(settings, workbook)
    intervals, interval_problems = read_intervals(book.tables["Rules"])
    contacts, contact_problems = read_contacts(book.tables["Contacts"], book.uncached, today)
    events, event_problems = read_events(book.tables["History"])
    rows, row_problems = read_rows(book.tables["Drafts"])
    across = cross_problems(contacts, book.tables["Contacts"], settings, events, today)
    state, news = _ledger_of(settings)
    return World(
        place,
        today,
        now,
        book,
        settings,
        intervals,
        workdays_of(settings.holiday_country, settings.days_off),
        contacts,
        (*contact_problems, *across, *settings_problems, *interval_problems, *event_problems, *row_problems),
        events,
        state,
        news,
        outbox.read_outbox(place.outbox),
        outbox.read_ready(place.ready),
        asked_anew(rows, state),
        load_templates(place.templates),
        read_enclosure(place.folder, settings.resume_file),
    )


def refresh(world: World, now: datetime) -> World:
    """Read anew what lies beside a workbook that has not changed: the ledger, the outbox, the templates and the resume."""
    state, news = _ledger_of(world.settings)
    return replace(
        world,
        now=now,
        state=state,
        news=news,
        files=outbox.read_outbox(world.place.outbox),
        ready=outbox.read_ready(world.place.ready),
        templates=load_templates(world.place.templates),
        enclosure=read_enclosure(world.place.folder, world.settings.resume_file),
    )


def _with_id(settings: Settings, workbook: Path) -> Settings:
    """Give a workbook without an ID one that stays the same until it can be written."""
    if settings.workbook_id:
        return settings
    return replace(
        settings, workbook_id="w" + hashlib.sha256(str(workbook.resolve()).encode()).hexdigest()[:20]
    )


def _ledger_of(settings: Settings) -> tuple[LedgerState, Mapping[int, Event]]:
    path = ledger.ledger_path(ledger.data_folder(), settings.workbook_id)
    if not path.exists():
        return LedgerState(fresh=True), {}
    with ledger.Ledger(path) as book:
        return book.state(), book.news()


def read_rows(table: Table) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Read the Drafts sheet as the user left it."""
    rows: list[Row] = []
    problems: list[Problem] = []
    codes: set[str] = set()
    for index in range(table.count):
        texts = {
            a: _long_text(table.cell(a, index)) if a == "text" else shown_text(table.cell(a, index))
            for a in ("code", "to", "subject", "text", "enclosures", "approve", "status", "checks")
        }
        known = len(problems)
        sent_on = None
        try:
            sent_on = parse_date(table.cell("sent_on", index))
        except BadCell as bad:
            problems.append(_problem(table, "sent_on", index, f"Sent on {bad}"))
        request = next(
            (r for r in schema.DRAFTS.column("approve").choices if spelled(r) == spelled(texts["approve"])),
            "",
        )
        if texts["approve"] and not request:
            problems.append(
                _problem(
                    table, "approve", index, f"“{texts['approve']}” is none of Approve, Skip and Sent by me."
                )
            )
        code = texts["code"].upper()
        copied = bool(code) and code in codes
        codes.add(code)
        if copied:
            problems.append(
                _problem(
                    table,
                    "code",
                    index,
                    f"The letter {code} stands here a second time; only its first row counts. Delete this one.",
                )
            )
        held = len(problems) > known
        rows.append(
            Row(
                table.row_number(index),
                code,
                texts["to"],
                texts["subject"],
                texts["text"],
                texts["enclosures"],
                "" if held else request,
                texts["status"],
                sent_on,
                table.where("text", index),
                texts["checks"],
                held,
                copied,
                subject_where=table.where("subject", index),
            )
        )
    return tuple(rows), tuple(problems)


def asked_anew(rows: Sequence[Row], state: LedgerState) -> tuple[Row, ...]:
    """Pass over requests that counted before, though their cells could not be cleared yet."""
    return tuple(
        replace(r, request="", taken=True) if r.asked and state.taken.get(r.code) == r.asked else r
        for r in rows
    )


def shown_text(value: object) -> str:
    """Read a cell as text; an Excel error is what it shows."""
    try:
        return as_text(value)
    except BadCell:
        return getattr(value, "text", "")


def _long_text(value: object) -> str:
    return value if isinstance(value, str) else shown_text(value)


def _problem(table: Table, attr: str, index: int, message: str) -> Problem:
    return Problem(
        table.where(attr, index), table.header(attr), Severity.ERROR, message, table.row_number(index)
    )


def read_enclosure(folder: Path, named: str) -> Enclosure:
    """Look at the resume file that Settings name: what it is, and why it can't go along."""
    if not named:
        return Enclosure(problem="No resume file is named in Settings.")
    path = folder / named
    try:
        if path.stat().st_size > MAX_ENCLOSURE:
            return Enclosure(path.name, str(path), "", f"{named} is over 10 MB; make it smaller.")
        data = path.read_bytes()
    except OSError:
        return Enclosure(
            path.name,
            str(path),
            "",
            f"{named} is not there; put it beside the workbook, or correct Resume file in Settings.",
        )
    magic = _MAGIC.get(path.suffix.lower())
    if magic is None or not data.startswith(magic):
        return Enclosure(path.name, str(path), "", f"{named} is no PDF or Word (.docx) file.")
    return Enclosure(path.name, str(path), hashlib.sha256(data).hexdigest())


def read_questions(workbook: Path) -> list[tuple[str, str]]:
    """Read the questions that the user marked as theirs, as (group, question); a workbook without that sheet has none."""
    try:
        table = read_book(workbook, [schema.QUESTIONS]).tables["Questions"]
    except UserError:
        return []
    return [
        (as_text(table.cell("group", i)), as_text(table.cell("question", i)))
        for i in range(table.count)
        if table.cell("question", i) and spelled_yes(table.cell("mine", i))
    ]


def spelled_yes(value: object) -> bool:
    """Tell whether a cell says yes."""
    return spelled(value or "") in ("yes", "y", "x", "true")
