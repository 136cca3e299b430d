"""Gather: everything that a decision needs, read once, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.day.belonging import id_for
from pipeline.day.enclosure import read_enclosure
from pipeline.day.place import Place
from pipeline.day.publicdays import knows_country, workdays_of
from pipeline.day.world import World
from pipeline.ledger.file import data_folder, ledger_path
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import GONE, LedgerState, Noted
from pipeline.letters import outbox
from pipeline.letters.templates import load_templates, template_notices
from pipeline.mail.free_domains import free_domains
from pipeline.mail.incoming.people import domain_of
from pipeline.model import Contact, Event, Problem, Settings, Severity
from pipeline.model.errors import UserError
from pipeline.rules.heldsaid import HeldSaid, read_held
from pipeline.rules.history import letter_event
from pipeline.sheets import schema
from pipeline.sheets.applications import read_applications
from pipeline.sheets.contacts import hold_astray, read_contacts
from pipeline.sheets.daysoff import calls_on_days_off
from pipeline.sheets.drafts import asked_anew, read_rows
from pipeline.sheets.entries import Entered, enter
from pipeline.sheets.events import ids_by_name, lacks_ids, read_events
from pipeline.sheets.fieldsheet import read_fields
from pipeline.sheets.happened import untold_problems
from pipeline.sheets.intervals import read_intervals
from pipeline.sheets.known import known_before
from pipeline.sheets.questions import marked_questions
from pipeline.sheets.read import Book, read_book
from pipeline.sheets.settings import ahead_problems, invented_problems, read_settings
from pipeline.sheets.sorting import astray
from pipeline.sheets.takenover import hold_taken_over
from pipeline.sheets.validation import cross_problems, held_before, typed_over
from pipeline.workbook import Edit, refuse_harm
from pipeline.workbook.package import Package


def gather(
    workbook: Path,
    today: date,
    now: datetime,
    *,
    without_ledger: bool = False,
    workbook_id: str = "",
    held: Book | None = None,
) -> World:
    """Read the workbook, the ledger, the outbox, the templates and the resume.

    `workbook_id`: a copy's own, in place of the one that it was copied with. `without_ledger`: as if it knew nothing, to be shown and never acted on.
    `held`: the workbook as it was read before, which is not read again while its bytes are the same.
    Raises LedgerFault where the ledger can't be read, UserError (exit 4) where another can't be.
    """
    place = Place(workbook)
    known = _opened(workbook, without_ledger, workbook_id, held)
    book, tables = known.book, known.book.tables
    settings, of_settings = known.settings
    intervals, of_intervals = read_intervals(tables["Rules"])
    everybody, of_rows = _people(known, today)
    known = _with_ids(known, everybody)
    events = known.events
    held_rows = _held_against(known, everybody, of_rows, today)
    counted, contacts = held_rows.counted, held_rows.counted.contacts
    rows, of_drafts = read_rows(tables["Drafts"])
    fields, of_fields = read_fields(tables.get(schema.FIELDS.name))
    applications, of_applications = read_applications(tables.get(schema.APPLICATIONS.name), today)
    workdays = workdays_of(settings.holiday_country, settings.days_off)
    noted = calls_on_days_off(contacts, tables["Contacts"], workdays, today)
    warned = _settings_warned(book, settings, contacts, today)
    untold = untold_problems(events, book.tables["History"], today)
    of_sheets = (*of_intervals, *known.problems, *untold, *of_drafts, *of_fields, *of_applications)
    return _with_what_lies_beside(
        World(
            place,
            today,
            now,
            book,
            settings,
            intervals,
            workdays,
            contacts,
            (
                *book.problems,
                *held_rows.problems,
                *noted,
                *of_settings,
                *warned,
                *of_sheets,
                *known.entered.problems,
            ),
            events,
            known.path,
            known.state,
            known.news,
            asked_anew(rows, known.state),
            fields,
            applications,
            known.entered,
            counted.remembered,
            counted.open,
            held_rows.astray,
            held_rows.taken_over,
        )
    )


def _people(known: _Opened, today: date) -> tuple[tuple[Contact, ...], tuple[Problem, ...]]:
    """Read the contacts, those whose ID was lost under the one by which History knows them."""
    table, in_history = known.book.tables["Contacts"], {e.contact_id for e in known.events}
    read, problems = read_contacts(table, known.book.uncached, today, in_history)
    found = known_before(read, table, known.events, known.state.receipts.values(), _domain_of_their_own)
    told = (p._replace(contact_id=found.again.get(p.contact_id, p.contact_id)) for p in problems)
    return found.contacts, (*told, *found.problems)


def _domain_of_their_own(address: str) -> str:
    domain = domain_of(address)
    return "" if domain in free_domains() else domain


def _with_ids(known: _Opened, contacts: Sequence[Contact]) -> _Opened:
    """Take the rows of History that only say a name for those of the one who bears it."""
    history = known.book.tables["History"]
    if not lacks_ids(history):
        return known
    events, problems = read_events(history, ids_by_name(contacts))
    return known._replace(events=events, problems=problems)


class _HeldRows(NamedTuple):
    """The contacts as they count, with what is wrong with them; `taken_over` are IDs whose rows have become somebody else's."""

    counted: HeldSaid
    problems: tuple[Problem, ...]
    astray: tuple[Contact, ...]
    taken_over: frozenset[str]


def _held_against(
    known: _Opened, everybody: Sequence[Contact], problems: Sequence[Problem], today: date
) -> _HeldRows:
    """Hold the contacts against each other, against History and against what they said before."""
    table = known.book.tables["Contacts"]
    contacts, misplaced = hold_astray(everybody, table, known.events)
    receipts, others = known.state.receipts.values(), tuple[Problem, ...]()
    sorted_ = astray(contacts, known.events, receipts)
    if not sorted_:
        history = known.book.tables["History"]
        contacts, others = hold_taken_over(contacts, table, history, known.events, receipts)
    said_now = known.entered.ids_of("interview_held")
    events = (*known.events, *known.entered.events)
    settings = known.settings[0]
    went = (letter_event(r) for r in receipts if r.state in GONE)
    counted = read_held(contacts, (*events, *went), known.state.held_said, today, said_now)
    stale = held_before(counted.of_another_day, table, today)
    left = typed_over(counted.contacts, counted.open, table, settings.act_from)
    of_rows = (*problems, *misplaced, *others, *stale, *left)
    across = cross_problems(counted.contacts, table, settings, events, today, {p.where for p in of_rows})
    return _HeldRows(counted, (*of_rows, *across), sorted_, frozenset(p.contact_id for p in others))


_SettingsRead = tuple[Settings, tuple[Problem, ...]]


class _Opened(NamedTuple):
    """A workbook with what waits for it in its ledger in its tables; `problems` are of its History."""

    book: Book
    settings: _SettingsRead
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    path: Path
    state: LedgerState
    news: Mapping[int, Event]
    entered: Entered


def _opened(workbook: Path, without_ledger: bool, workbook_id: str, held: Book | None) -> _Opened:
    book = read_book(workbook, held=held)
    events, problems = read_events(book.tables["History"])
    settings, told = _settings_of(book)
    own_id = workbook_id or settings.workbook_id or id_for(workbook, events)
    path = ledger_path(data_folder(), own_id)
    state, news = (LedgerState(fresh=True), {}) if without_ledger else _ledger_of(path)
    entered = _entered(book, state.entries)
    if entered.edits:
        book = book._replace(tables=entered.tables)
        settings, told = _settings_of(book)
    settings = settings._replace(workbook_id=own_id)
    return _Opened(book, (settings, told), events, problems, path, state, news, entered)


def _settings_of(book: Book) -> _SettingsRead:
    return read_settings(book.tables["Settings"], book.uncached, knows_country)


def _settings_warned(
    book: Book, settings: Settings, contacts: Sequence[Contact], today: date
) -> Iterator[Problem]:
    yield from invented_problems(book.tables["Settings"], settings, contacts)
    yield from ahead_problems(book.tables["Settings"], settings, today)


def _with_what_lies_beside(world: World) -> World:
    """Read the outbox, the templates and the resume."""
    place, templates = world.place, load_templates(world.place.templates)
    return world._replace(
        files=outbox.read_outbox(place.outbox),
        ready=outbox.read_ready(place.ready),
        templates=templates,
        strays=template_notices(place.templates, templates),
        enclosure=read_enclosure(place.folder, world.settings.resume_file),
    )


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


def refresh(world: World, now: datetime) -> World:
    """Read anew what lies beside a workbook that has not changed: the ledger, the outbox, the templates and the resume.

    Once something else waits in the ledger for the workbook, all is read anew.
    """
    fresh = around(world, now)
    if fresh.state.entries != world.state.entries:
        return gather(world.place.workbook, world.today, now)
    return fresh


def around(world: World, now: datetime) -> World:
    """Read the ledger, the outbox, the templates and the resume; of the workbook all stays as it was read."""
    state, news = _ledger_of(world.ledger_path)
    return _with_what_lies_beside(world._replace(now=now, state=state, news=news))


def _ledger_of(path: Path) -> tuple[LedgerState, Mapping[int, Event]]:
    if not path.exists():
        return LedgerState(fresh=True), {}
    with Ledger(path) as book:
        return book.state(), book.news()


def read_questions(workbook: Path) -> list[tuple[str, str]]:
    """Read the questions that the user marked as theirs, as (group, question); a workbook without that sheet has none."""
    try:
        return marked_questions(read_book(workbook, [schema.QUESTIONS]).tables["Questions"])
    except UserError:
        return []
