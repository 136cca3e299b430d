"""What a cell may hold and what becomes of it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import CallResult, Held
from pipeline.model.texts import folded, spelled
from pipeline.sheets.cells import (
    BadCell,
    ErrorValue,
    as_text,
    parse_choice,
    parse_date,
    parse_hold,
    parse_moment,
    parse_whole,
    parse_yes_no,
)

THE_DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    "value",
    [
        THE_DAY,
        datetime(2026, 12, 3),
        datetime(2026, 12, 3, 14, 30),
        "2026-12-03",
        "2026-12-3",
        "2026/12/03",
        "2026-12-03 14:30",
        "3 Dec 2026",
        "3 December 2026",
        "3. Dec 2026".replace(".", ""),
        "December 3, 2026",
        "Dec. 3, 2026",
        "December 3rd, 2026",
        "3rd of December 2026",
        "3-Dec-2026",
        "Thu, 3 Dec 2026",
        "Thursday 3 December 2026",
        "  3 Dec 2026 ",
        "3\u00a0Dec\u00a02026",
        "2026\u201112\u201103",
        "\u200b2026-12-03",
        "3 DEC 2026",
    ],
)
def test_dates_with_one_reading_are_read(value):
    assert parse_date(value) == THE_DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("04/04/2026", date(2026, 4, 4)),
        ("31.12.2026", date(2026, 12, 31)),
        ("9 Sept 2026", date(2026, 9, 9)),
        ("May 5 2026", date(2026, 5, 5)),
    ],
)
def test_numeric_dates_are_read_where_only_one_order_is_possible(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["03/04/2026", "3/4/2026", "03.04.2026", "3-4-2026", "03/04/2026 14:30", "12/11/2026"]
)
def test_dates_that_can_be_read_two_ways_are_never_guessed(text):
    with pytest.raises(BadCell, match="two ways"):
        parse_date(text)


def test_an_ambiguous_date_names_both_readings():
    with pytest.raises(BadCell, match=r"2026-03-04 or 2026-04-03"):
        parse_date("03/04/2026")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("next Tuesday", "not a date"),
        ("soon", "not a date"),
        ("3 Dec", "not a date"),
        ("tomorrow 2026-01-05", "not a date"),
        ("3 Dez 2026", "not a date"),
        ("31 Feb 2026", "no such day"),
        ("2026-13-01", "no such day"),
        ("40/50/2026", "no such day"),
        ("3/14/26", "four digits"),
        ("3 Dec 26", "four digits"),
        ("Fri, 3 Dec 2026", "Thursday"),
        (46000, "number 46000"),
        (46000.5, "number"),
        (True, "not a date"),
        (time(14, 30), "time without a date"),
        (timedelta(hours=30), "without a date"),
        (ErrorValue("#N/A"), "#N/A"),
        (date(1026, 12, 3), "year 1026"),
        ("2206-12-03", "year 2206"),
        ("2026-12-03 25:00", "no such time"),
        ("2026-12-03 13 pm", "no such time"),
        ("0/5/2026", "no such day"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(value, says):
    with pytest.raises(BadCell, match=says):
        parse_date(value)


@pytest.mark.parametrize("value", [None, "", "   ", "\u00a0", "\u200b"])
def test_blank_is_no_date_and_no_problem(value):
    assert parse_date(value) is None
    assert parse_moment(value) is None


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("2026-12-03 14:30", time(14, 30)),
        ("2026-12-03T14:30:00", time(14, 30)),
        ("3 Dec 2026, 2:30 pm", time(14, 30)),
        ("December 3, 2026 at 2 PM", time(14)),
        ("2026-12-03 12 am", time(0)),
        ("2026-12-03 12:15 p.m.", time(12, 15)),
        (datetime(2026, 12, 3, 14, 30), time(14, 30)),
        (datetime(2026, 12, 3, 14, 29, 59, 999_000), time(14, 30)),
        ("2026-12-03", None),
        (THE_DAY, None),
        (datetime(2026, 12, 3), None),
    ],
)
def test_a_moment_has_the_time_where_one_is_given(value, at):
    assert parse_moment(value) == (THE_DAY, at)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 30)))
def test_every_way_in_which_we_write_a_date_is_read_back(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day} {day:%b} {day.year}") == day
    assert parse_date(f"{day:%A}, {day:%B} {day.day}, {day.year}") == day


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates(text):
    try:
        found = parse_moment(text)
    except BadCell:
        found = None
    assert found is None or 1950 <= found[0].year <= 2100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (151.0, "151"),
        (151, "151"),
        (1.5, "1.5"),
        (15555550101.0, "15555550101"),
        (True, "Yes"),
        (False, "No"),
        (THE_DAY, "2026-12-03"),
        (datetime(2026, 12, 3), "2026-12-03"),
        (datetime(2026, 12, 3, 14, 30), "2026-12-03 14:30"),
        ("  Ada\u00a0Okafor\u200b ", "Ada Okafor"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("one\r\ntwo", "one\ntwo"),
        ("one_x000D_\ntwo", "one\ntwo"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Zoë O’Neil", "Zoë O’Neil"),
        (0, "0"),
    ],
)
def test_texts_are_plain(value, text):
    assert as_text(value) == text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Accepted - in person", CallResult.ACCEPTED_IN_PERSON),
        ("accepted – in person", CallResult.ACCEPTED_IN_PERSON),
        ("Accepted in person", CallResult.ACCEPTED_IN_PERSON),
        ("ACCEPTED — IN-PERSON ", CallResult.ACCEPTED_IN_PERSON),
        ("put\u00a0off", CallResult.PUT_OFF),
        ("left message", CallResult.LEFT_MESSAGE),
    ],
)
def test_choices_are_read_whatever_their_case_and_dashes(text, result):
    assert parse_choice(text, CallResult) is result


def test_both_spellings_of_cancelled_are_known():
    assert parse_choice("Canceled", Held) is Held.CANCELLED
    assert parse_choice("no show", Held) is Held.NO_SHOW


def test_another_choice_is_refused_with_the_list():
    with pytest.raises(BadCell, match=r"“Maybe”.*Yes, No-show, Cancelled"):
        parse_choice("Maybe", Held)


@pytest.mark.parametrize("mark", ["?", " ?", "?!", "？", " (?)"])
def test_a_choice_with_a_question_mark_says_nothing_yet(mark):
    for read in (lambda text: parse_choice(text, Held), parse_yes_no, parse_hold):
        with pytest.raises(BadCell):
            read(f"Yes{mark}")


@pytest.mark.parametrize("value", [0, 6, 2.5, "lots", True, -1])
def test_numbers_outside_their_range_are_refused(value):
    with pytest.raises(BadCell, match="from 1 to 5"):
        parse_whole(value, 1, 5)


@pytest.mark.parametrize("value", [3, 3.0, "3", " 3 "])
def test_whole_numbers_are_read(value):
    assert parse_whole(value, 1, 5) == 3


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("Yes", True),
        ("yes", True),
        (True, True),
        ("No", False),
        (None, None),
        ("", None),
        ("until 3 Dec 2026", THE_DAY),
        (datetime(2026, 12, 3), THE_DAY),
        ("2026-12-03", THE_DAY),
    ],
)
def test_on_hold_is_yes_or_a_date(value, held):
    assert parse_hold(value) == held


def test_on_hold_refuses_what_is_neither():
    with pytest.raises(BadCell, match="or Yes"):
        parse_hold("for a while")


def test_yes_and_no_are_read_from_texts_and_ticks():
    assert parse_yes_no("no") is False
    assert parse_yes_no(True) is True
    assert parse_yes_no(None) is None


@given(st.one_of(st.text(max_size=20), st.text("aB1 é-", max_size=8)))
def test_the_short_way_of_folding_names_folds_as_the_long_one(text):
    assert folded(text) == spelled(text)
