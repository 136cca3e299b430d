"""Whose ledger it is: a copied workbook carries the ID of the first, and must not go on with its approvals unasked."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pipeline.day.world import World
from pipeline.ledger.file import data_folder, ledger_path
from pipeline.ledger.ledger import Ledger
from pipeline.model import Event
from pipeline.model.addresses import is_example
from pipeline.model.came_in import command
from pipeline.model.errors import USAGE, UserError
from pipeline.sheets.read import id_in

_KEY = "belongs"


class Doubt(NamedTuple):
    """Why a workbook may be a copy: the sentence to be asked."""

    question: str


class Unanswered(UserError):
    """Nobody has said yet whether the workbook was moved or is a copy (exit 2)."""

    def __init__(self, doubt: Doubt) -> None:
        self.doubt = doubt
        super().__init__(
            f"{doubt.question} Answer in the window ({command('open')}), or in a terminal ({command('daily')}, where --yes says that it is the same workbook).",
            exit_code=USAGE,
        )


def doubt_about(world: World) -> Doubt | None:
    """Tell whether the ledger belongs to another live file, or to another person's address."""
    if not world.ledger_path.exists():
        return None
    with Ledger(world.ledger_path) as ledger:
        said = ledger.get(_KEY)
    known = json.loads(said) if said else {}
    here, mine = _place(world), _own(world)
    there, theirs = known.get("path", here), known.get("email", mine)
    if there != here and id_in(Path(there)) == world.settings.workbook_id:
        return Doubt(
            f"{world.place.workbook.name} has the same Workbook ID as {there}: is it a copy, to be used on its own?"
        )
    if theirs and mine and theirs != mine:
        return Doubt(
            f"{world.place.workbook.name} was the workbook of {theirs}, and Settings now say {mine}: is it a copy, for "
            "another person?"
        )
    return None


def belong_here(world: World, ledger: Ledger) -> None:
    """Record that the ledger belongs to this file and this address, where it says otherwise."""
    known = json.dumps({"path": _place(world), "email": _own(world)})
    if ledger.get(_KEY) != known:
        ledger.set(_KEY, known)


def new_id() -> str:
    """Make an ID for a copy: a ledger of its own, with nothing in it."""
    return uuid.uuid4().hex


def _own(world: World) -> str:
    """Give the user's address; the starter's is nobody's."""
    email = world.settings.email.casefold()
    return "" if is_example(email) else email


def _place(world: World) -> str:
    return os.path.realpath(world.place.workbook)


def id_for(workbook: Path, events: Iterable[Event]) -> str:
    """Give a workbook without an ID one that stays the same until it is written, and is no earlier workbook's.

    A ledger is another's where its workbook had the ID written in it already and it knows none of this one's letters.
    """
    letters = {e.message_id for e in events if e.message_id}
    number = 0
    while True:
        again = f"#{number}" if number else ""
        found = "w" + hashlib.sha256(f"{workbook.resolve()}{again}".encode()).hexdigest()[:20]
        path = ledger_path(data_folder(), found)
        if not path.exists():
            return found
        with Ledger(path) as ledger:
            if not ledger.get(_KEY) or letters & ledger.state().receipts.keys():
                return found
        number += 1
