"""Odd cells of every kind, a whole routine long: the day, a second one, approving, sending, the next day, and undo.

`RM_LONG=1` tries every odd value in every column of the user's.
"""

from __future__ import annotations

import os
import random
from datetime import date, datetime, time
from itertools import product
from typing import Any

import pytest

from pipeline.ledger.file import data_folder
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import put_news
from pipeline.model import Event, EventKind
from pipeline.sheets import schema
from tests.books import at, person

from .routine import MONDAY, Routine, steady

LONG = bool(os.environ.get("RM_LONG"))
ODD: tuple[Any, ...] = (
    "", " ", "\u00a0", "n/a", "?", "-", "0", 0, -1, 1.5, 1e300, True, False, "#N/A", "=1+1", "None", "nan",
    "ada@example.org\nada@example.net", "a@example.org; b@example.org", "mailto:ada@example.org", "Ada <ada@example.org>",
    "two\nlines", "tab\there", "bell\x07 \x1b[31mred", "x" * 5_000, "a@" * 3_000, "{{ me.email }}", "[to fill in]",
    "2026-12-03", "3/4/2026", "0026-11-25", date(2026, 12, 1), date(2027, 1, 4), datetime(2026, 12, 9, 14, 30), time(9, 0),
    "Yes", "No", "Accepted - phone", "Put off", "Interviewed on this call", "Ада Орлова", "李 娜", "\u202eada", "é́", "🙂",
)  # fmt: skip
COLUMNS = [c.header for c in schema.CONTACTS.columns if c.owner is schema.Owner.USER]
_CONTROL = dict.fromkeys(map(chr, [*range(9), 11, 12, *range(14, 32)]), "")


def odd_people(seed: int, size: int) -> list[dict[str, Any]]:
    """Make people each of whom has one odd cell, or two."""
    choose = random.Random(seed)
    pairs = list(product(COLUMNS, ODD))
    picked = pairs[seed * size : (seed + 1) * size] if LONG else choose.sample(pairs, size)
    people = []
    for number, (header, value) in enumerate(picked):
        row = person(f"Person{number}", "Oddly", Phone="555-0101", Organization=f"Firm {number}")
        row |= choose.choice(({}, {"Called on": date(2026, 12, 3), "Call result": "Put off"}))
        people.append(row | {header: storable(value)})
    return people


def storable(value: Any) -> Any:
    """Leave out what openpyxl refuses to write."""
    return value.translate(str.maketrans(_CONTROL)) if isinstance(value, str) else value


@pytest.mark.parametrize("seed", range(len(COLUMNS) * len(ODD) // 40 + 1 if LONG else 2))
def test_odd_cells_never_stop_the_routine_and_a_second_day_changes_nothing(
    routine: Routine, seed: int
) -> None:
    routine.resume()
    routine.with_book(
        odd_people(seed, 40), settings={"Daily prospecting goal": 40, "Resume file": "resume.pdf"}
    )
    mine = users_cells(routine)
    routine.daily()
    steady(routine)
    ready = [d["code"] for d in routine.drafts() if d["status"] == "To review"]
    if ready:
        routine.run("approve", *ready, code=None)
    routine.run("send", code=None)
    routine.today = date(2026, 12, 8)
    routine.daily()
    steady(routine)
    assert users_cells(routine) == mine
    routine.run("undo", "--yes", code=None)
    routine.daily()
    steady(routine)
    assert users_cells(routine) == mine


def users_cells(routine: Routine) -> list[dict[str, Any]]:
    return [{h: r[h] for h in COLUMNS} for r in routine.rows()]


@pytest.mark.parametrize("cell", ["ada@example.org\nada@example.net", "a@example.org b@example.org"])
def test_two_addresses_in_one_cell_are_a_problem_and_the_mended_cell_is_fine(
    routine: Routine, cell: str
) -> None:
    routine.with_book([person(Email=cell)])
    answer = routine.run("daily", "--json").document
    assert [p["where"] for p in answer["problems"] if p["severity"] == "error"] == [at("Email", 2)]
    steady(routine)
    routine.type_on_contacts(2, Email="ada@example.org")
    routine.daily()
    steady(routine)
    assert routine.draft("Ada Okafor")["to"] == "ada@example.org"


def test_control_characters_of_cells_never_reach_the_terminal(routine: Routine) -> None:
    hidden = "\u009b31m\u202e\u200bred"
    routine.with_book([person("Ada", "Okafor" + hidden, Call_result="Per" + hidden), person("Bo", "Ng")])
    for words in (["daily"], ["check"], ["explain", "Bo Ng"], ["drafts"], ["agenda"]):
        answer = routine.run(*words, code=None)
        shown = answer.out + answer.err
        assert not [
            c for c in shown if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or c == "\u202e"
        ], words


@pytest.mark.parametrize(
    "text", ["a@" * 16_000, "a" * 32_000, "<" * 32_000, "a@b." * 8_000, "<a@" * 10_000, "@" * 32_000]
)
def test_a_long_email_cell_is_refused_as_any_other(text: str) -> None:
    from pipeline.model.addresses import address_fault

    assert address_fault(text[:32_000])


@pytest.mark.parametrize("column", ["Approach sent", "Thank-you sent", "Called on", "Replied on"])
def test_a_day_ahead_is_no_last_contact_and_one_problem(routine: Routine, column: str) -> None:
    row = (
        person()
        | {column: date(2026, 12, 9)}
        | ({"Call result": "No answer"} if column == "Called on" else {})
    )
    routine.with_book([row]).daily()
    assert routine.rows()[0]["Last contact"] is None
    steady(routine)


def test_what_can_not_be_read_as_a_day_stays_as_it_was_typed_when_a_reply_comes(routine: Routine) -> None:
    typed = "on Friday, I think"
    routine.with_book([person(Approach_sent=date(2026, 11, 30), Replied_on=typed)]).daily()
    came = Event(
        MONDAY, routine.rows()[0]["ID"], "Ada Okafor", EventKind.REPLY, "Email", "", "<re@example.org>"
    )
    [path] = data_folder().glob("*.sqlite")
    with Ledger(path) as ledger, ledger.transaction() as db:
        put_news(db, [came])
    routine.daily()
    assert routine.rows()[0]["Replied on"] == typed
    assert "Reply" in [e["Event"] for e in routine.rows("History")]
    steady(routine)
