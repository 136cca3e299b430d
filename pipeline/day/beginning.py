"""A workbook to begin with: the starter, the user's own list made usable, or people out of another program's file."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.day.place import Place
from pipeline.day.publicdays import workdays_of
from pipeline.model import Contact
from pipeline.model.errors import USAGE, UserError
from pipeline.sheets import schema
from pipeline.sheets.contacts import read_contacts
from pipeline.sheets.read import read_book
from pipeline.sheets.totals import added_below
from pipeline.workbook.locks import one_at_a_time
from pipeline.workbook.replace import read_whole, replace_file
from pipeline.workbook.save import put_in_place

if TYPE_CHECKING:
    from pipeline.importing.adopt import Adoption
    from pipeline.importing.plan import ImportPlan

# What reads other people's files is loaded when there is one: the window of every other day opens sooner without.


def make_starter(path: Path, day: date, *, empty: bool = False) -> None:
    """Make a workbook with an ID of its own. Raises UserError (exit 2) where there is a file already."""
    from pipeline.importing import starter

    starter.create(path, day, uuid.uuid4().hex, empty=empty, workdays=workdays_of("US"))


def went_missing(workbook: Path) -> bool:
    """Tell whether a workbook was here once: its letters or its backups still are."""
    place = Place(workbook)
    return not workbook.exists() and (place.outbox.exists() or place.backups.exists())


def is_list(workbook: Path) -> bool:
    """Tell whether what lies where the workbook is to be is a list of the user's own, which lacks what the day needs."""
    if not workbook.exists():
        return False
    try:
        read_book(workbook)
    except UserError:
        return lacks_something(workbook)
    return False


def lacks_something(workbook: Path) -> bool:
    """Tell whether a workbook can get columns, sheets or settings that newer ones have."""
    from pipeline.importing.adopt import plan_adoption

    try:
        return workbook.exists() and plan_adoption(workbook).needed
    except UserError:
        return False


def is_whole(data: bytes, name: str) -> bool:
    """Tell whether a file's bytes are a workbook of this program that lacks nothing."""
    from pipeline.importing.adopt import plan_adoption_of

    try:
        return not plan_adoption_of(data, name).needed
    except UserError:
        return False


def bring_again(workbook: Path, data: bytes) -> None:
    """Put a workbook that was chosen again where it is missing. Raises UserError where one is there, or it can't be written."""
    with one_at_a_time(workbook):
        refuse_if_there(workbook)
        replace_file(workbook, data)


def refuse_if_there(workbook: Path) -> None:
    """Raise UserError where a workbook that was missing is there again: nothing is put over it."""
    if workbook.exists():
        raise UserError(f"{workbook.name} is there again, and was left as it is. Look at it first.")


def own_people(workbook: Path, today: date) -> tuple[Contact, ...]:
    """List the people of a workbook who are no examples; nobody where there is none yet. Raises UserError (exit 4)."""
    return tuple(c for c in known_people(workbook, today) if not c.is_sample)


def known_people(workbook: Path, today: date) -> tuple[Contact, ...]:
    """List everybody in a workbook; nobody where there is none yet. Raises UserError (exit 4)."""
    if not workbook.exists():
        return ()
    book = read_book(workbook)
    return read_contacts(book.tables[schema.CONTACTS.name], book.uncached, today)[0]


def said_before_adding(workbook: Path) -> list[str]:
    """Say what a person should know before people are added to a workbook. Raises UserError (exit 4)."""
    below = added_below(read_book(workbook).tables[schema.CONTACTS.name]) if workbook.exists() else ""
    return [below] if below else []


def begin_with_list(
    workbook: Path, data: bytes, adoption: Adoption, *, act_from: date | None, today: date, now: datetime
) -> None:
    """Put the user's own list, with what it lacked, where the workbook is to be; a workbook of examples, or the list itself
    where it lies there already, becomes a backup.

    Raises UserError (exit 2) where somebody's own people stand in the way, and as `adopt` does; all is then as it was.
    """
    from pipeline.importing.adopt import adopted_package

    new = adopted_package(data, adoption, act_from=act_from, workbook_id=uuid.uuid4().hex)
    with one_at_a_time(workbook):
        present = read_whole(workbook) if workbook.exists() else None
        if present != data and own_people(workbook, today):
            raise UserError(
                f"{workbook.name} has people of yours already, and is left as it is. Take the people of the list into it instead.",
                exit_code=USAGE,
            )
        if present is not None:
            put_in_place(workbook, new, present, backups=Place(workbook).backups, now=now, force=False)
        else:
            replace_file(workbook, new)


def begin_with_people(workbook: Path, plan: ImportPlan, *, today: date, now: datetime) -> int:
    """Add the plan's new people to the workbook, made first where there is none, and count them. Raises as `add_people` does."""
    from pipeline.importing.adding import add_people

    if not workbook.exists():
        make_starter(workbook, today, empty=True)
    return add_people(read_book(workbook), plan, backups=Place(workbook).backups, now=now)
