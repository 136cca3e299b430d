"""A few words about a contact, as cells: of which mail, of which interview, and what a new date leaves behind."""

from __future__ import annotations

import re
from datetime import datetime

from pipeline.commands.log import log
from pipeline.model import CallResult, Held
from pipeline.sheets.saying import EXAMPLES, understand
from tests.people import contact, d

TODAY, MAIL = d("11-24"), d("11-20")


def test_a_refusal_dated_on_the_day_of_their_mail_is_of_that_mail_and_on_another_of_a_call() -> None:
    declined = {"call_result": str(CallResult.DECLINED)}
    said = understand("declined", MAIL, contact(), TODAY, told=False, dated=True, mailed=MAIL)
    assert said.cells == {"replied_on": MAIL} | declined
    said = understand("declined", TODAY, contact(), TODAY, told=False, dated=True, mailed=MAIL)
    assert said.cells == {"called_on": TODAY} | declined


def test_an_interview_ahead_is_cancelled_whatever_day_is_named_for_it() -> None:
    ahead = contact(interview_on="12-03")
    said = understand("cancelled", TODAY, ahead, TODAY, told=False, dated=True)
    assert (said.cells, said.apart) == ({"interview_held": str(Held.CANCELLED)}, None)
    said = understand("held", MAIL, ahead, TODAY, told=False, dated=True)
    assert (said.cells, said.apart) == ({}, Held.YES)


def test_of_a_new_date_nothing_is_said_yet() -> None:
    met = contact(interview_on="11-16", interview_held=Held.YES)
    said = understand("interview 2026-12-03 14:30", TODAY, met, TODAY, told=True)
    assert said.cells == {"interview_on": datetime(2026, 12, 3, 14, 30), "interview_held": None}


def test_the_examples_are_understood_and_name_the_talk_on_a_call() -> None:
    examples = re.findall(r"“(.+?)”", EXAMPLES)
    assert {"interviewed on this call", "wrong person"} <= set(examples)
    for example in examples:
        understand(example, TODAY, contact(), TODAY, told=False)


def test_the_commands_help_names_what_a_word_that_is_not_known_is_answered_with() -> None:
    assert re.findall(r'"([^"]+)"', log.help or "") == re.findall("“([^”]+)”", EXAMPLES)
