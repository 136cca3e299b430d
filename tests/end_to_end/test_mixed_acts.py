"""Random people and random acts, day after day: a second run changes nothing, no cell of the user's changes, no letter goes twice.

`RM_LONG=1` tries 300 workbooks.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from tests.books import person

from .routine import MONDAY, Routine, steady
from .test_odd_cells import users_cells

SEEDS = 300 if os.environ.get("RM_LONG") else 2
BACK = {
    "Called on": range(0, 12),
    "Replied on": range(0, 9),
    "Answered on": range(0, 6),
    "Approach sent": range(1, 30),
    "Follow-up sent": range(0, 12),
    "Thank-you sent": range(0, 10),
    "Interview on": range(-4, 9),
}
WORDS = {
    "Call result": (
        "No answer", "Left message", "Call later", "Accepted - phone", "Accepted - in person", "Put off", "Put off, talked then",
        "Declined", "Wrong person", "Interviewed on this call",
    ),
    "Interview held": ("Yes", "No-show", "Cancelled"),
    "Interview type": ("In person", "Phone", "Video"),
    "Thank them for": ("for an hour of plain answers",),
    "They offered": ("to introduce me to the head of planning",),
    "Enclose resume": ("Yes", "No"),
    "Source": ("Cold", "Friend", "Alumni", "Event"),
    "Referrals given": ("Person1 Mixed; Nobody Known",),
    "Field": ("Planning", "Nursing"),
    "On hold": ("Yes",),
    "Channel": ("Post",),
}  # fmt: skip


def people(choose: random.Random, today: date) -> list[dict[str, Any]]:
    found = []
    for number in range(choose.randint(3, 8)):
        row = person(f"Person{number}", "Mixed", Organization=f"Firm {number % 3}")
        row |= {
            h: today - timedelta(days=choose.choice(days))
            for h, days in BACK.items()
            if choose.random() < 0.3
        }
        row |= {h: choose.choice(words) for h, words in WORDS.items() if choose.random() < 0.25}
        if choose.random() < 0.3:
            row["Phone"] = "555-0101"
        found.append(row)
    return found


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_done_a_second_run_changes_nothing_and_no_letter_goes_twice(
    routine: Routine, seed: int
) -> None:
    choose = random.Random(seed)
    routine.resume()
    routine.with_book(people(choose, MONDAY), settings={"Resume file": "resume.pdf", "Send through": "Files"})
    went: Counter[str] = Counter()
    routine.daily()
    mine = users_cells(routine)
    for act in choose.choices(("approve", "sheet", "skip", "send", "by me", "next day", "undo"), k=7):
        if act == "undo":
            routine.run("undo", "--yes", code=None)
        elif act == "next day":
            routine.today += timedelta(days=choose.choice((1, 1, 3, 8)))
        elif act == "send":
            went.update(o["code"] for o in routine.went())
        else:
            _letter(act, choose, routine)
        routine.daily()
        steady(routine)
        assert users_cells(routine) == mine, act
    assert max(went.values(), default=0) <= 1, went


def _letter(act: str, choose: random.Random, routine: Routine) -> None:
    """Do something to one letter in review, where there is one that it can be done to."""
    letters = [d for d in routine.drafts() if d["status"] in ("To review", "Approved", "Exported")]
    if not letters:
        return
    code = choose.choice(letters)["code"]
    if act == "approve":
        routine.run("approve", code, code=None)
    elif act == "skip":
        routine.run("skip", code, code=None)
    else:
        routine.type_on_drafts(code, Approve="Approve" if act == "sheet" else "Sent by me")
