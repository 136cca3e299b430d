"""Gather: everything that a decision needs, read once, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.day.enclosure import read_enclosure
from pipeline.day.opened import Opened, ledger_of, opened
from pipeline.day.people import People, people_of
from pipeline.day.place import Place
from pipeline.day.publicdays import workdays_of
from pipeline.day.world import World
from pipeline.letters import outbox
from pipeline.letters.sources import DraftRow
from pipeline.letters.templates import load_templates, template_notices
from pipeline.model import Application, Contact, Event, FieldSaid, Problem, Settings
from pipeline.model.errors import UserError
from pipeline.rules.intervals import Intervals
from pipeline.rules.talks import untold
from pipeline.rules.workdays import Workdays
from pipeline.sheets import schema
from pipeline.sheets.applications import read_applications
from pipeline.sheets.daysoff import calls_on_days_off
from pipeline.sheets.drafts import asked_anew, read_rows
from pipeline.sheets.fieldsheet import read_fields
from pipeline.sheets.happened import untold_problems
from pipeline.sheets.intervals import read_intervals
from pipeline.sheets.questions import marked_questions
from pipeline.sheets.read import Book, read_book
from pipeline.sheets.settings import ahead_problems, invented_problems, shared_problems


def gather(
    workbook: Path,
    today: date,
    now: datetime,
    *,
    without_ledger: bool = False,
    workbook_id: str = "",
    read_before: Book | None = None,
) -> World:
    """Read the workbook, the ledger, the outbox, the templates and the resume.

    `workbook_id`: a copy's own, in place of the one that it was copied with. `without_ledger`: as if it knew nothing, to be shown and never acted on.
    `read_before`: the workbook as it was, which is not read again while its bytes are the same.
    Raises LedgerFault where the ledger can't be read, UserError (exit 4) where another can't be.
    """
    place = Place(workbook)
    gone = outbox.read_put_away(place.sent)  # before the ledger, which then knows whatever goes meanwhile
    known = opened(workbook, without_ledger, workbook_id, read_before)
    world = _world(place, today, now, known, people_of(known, today))
    return _with_what_lies_beside(world._replace(put_away=gone))


def _world(place: Place, today: date, now: datetime, known: Opened, people: People) -> World:
    """Put together what the workbook and its ledger say."""
    lists, settings = _lists(known.book, today), known.settings[0]
    workdays = workdays_of(settings.holiday_country, settings.days_off)
    silent = _silent(people, today)
    return World(
        place=place,
        today=today,
        now=now,
        book=known.book,
        settings=settings,
        intervals=lists.intervals,
        workdays=workdays,
        contacts=people.contacts,
        problems=_problems(known, people, lists, workdays, silent, today),
        events=people.events,
        ledger_path=known.path,
        state=known.state,
        news=known.news,
        rows=asked_anew(lists.rows, known.state),
        fields=lists.fields,
        applications=lists.applications,
        entered=known.entered,
        held_said=people.counted.remembered,
        asked=people.counted.open,
        astray=people.astray,
        taken_over=people.taken_over,
        crossed=people.crossed,
        untold=(*silent, *people.counted.corrected),
    )


class _Lists(NamedTuple):
    """The sheets that hold nobody's row, read, with what in them can't be."""

    intervals: Intervals
    rows: tuple[DraftRow, ...]
    fields: tuple[FieldSaid, ...] | None
    applications: tuple[Application, ...]
    of_rules: tuple[Problem, ...]
    of_others: tuple[Problem, ...]


def _lists(book: Book, today: date) -> _Lists:
    tables = book.tables
    intervals, of_rules = read_intervals(tables["Rules"])
    rows, of_drafts = read_rows(tables["Drafts"])
    fields, of_fields = read_fields(tables.get(schema.FIELDS.name))
    applications, of_applications = read_applications(tables.get(schema.APPLICATIONS.name), today)
    of_others = (*of_drafts, *of_fields, *of_applications)
    return _Lists(intervals, rows, fields, applications, of_rules, of_others)


def _silent(people: People, today: date) -> tuple[Event, ...]:
    """List the rows of History that don't say what came of it, but those of which is asked already which cell is right."""
    asked_of = {*people.counted.corrected, *(one.event for one in people.counted.otherwise)}
    return tuple(e for e in untold(people.events, people.contacts, today) if e not in asked_of)


def _problems(
    known: Opened, people: People, lists: _Lists, workdays: Workdays, silent: Sequence[Event], today: date
) -> tuple[Problem, ...]:
    """Bring together what is to be corrected, sheet by sheet."""
    tables, (settings, of_settings) = known.book.tables, known.settings
    noted = calls_on_days_off(people.contacts, tables["Contacts"], workdays, today)
    warned = _settings_warned(known.book, settings, people.contacts, today)
    asked = untold_problems(silent, people.contacts, tables["History"], settings.act_from)
    of_people = (*people.problems, *noted, *of_settings, *warned)
    of_sheets = (*lists.of_rules, *people.of_history, *asked, *lists.of_others)
    return (*known.book.problems, *of_people, *of_sheets, *known.entered.problems)


def _settings_warned(
    book: Book, settings: Settings, contacts: Sequence[Contact], today: date
) -> Iterator[Problem]:
    table = book.tables["Settings"]
    yield from invented_problems(table, settings, contacts)
    yield from shared_problems(table, settings, contacts, book.tables["Contacts"])
    yield from ahead_problems(table, settings, today)


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
    gone = outbox.read_put_away(world.place.sent)  # before the ledger, as above
    state, news = ledger_of(world.ledger_path)
    return _with_what_lies_beside(world._replace(now=now, state=state, news=news, put_away=gone))


def read_questions(workbook: Path) -> list[tuple[str, str]]:
    """Read the questions that the user marked as theirs, as (group, question); a workbook without that sheet has none."""
    try:
        return marked_questions(read_book(workbook, [schema.QUESTIONS]).tables["Questions"])
    except UserError:
        return []
