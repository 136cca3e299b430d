"""History's Detail is read as it is written, whatever stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.ledger.records import DraftRecord
from pipeline.model import CallResult, EventKind, Held, Identity, InterviewType, LetterKind
from pipeline.rules import details
from tests.people import contact, d, event


@pytest.mark.parametrize("kind", LetterKind)
def test_a_promised_day_is_kept_whatever_the_letter_is(kind: LetterKind) -> None:
    text = details.letter_detail(kind, "2026-11-20", d("12-01"), ("Bo Berg",))
    assert details.promised_call(event(kind.event, "11-20", text)) == d("12-01")
    without = details.letter_detail(kind, "2026-11-20", None, ("Bo Berg",))
    assert details.promised_call(event(kind.event, "11-20", without)) is None


def test_a_confirmation_is_of_one_interview_and_a_promise_in_it_of_no_other() -> None:
    text = details.letter_detail(LetterKind.CONFIRM, "2026-11-27", d("12-01"), ())
    sent = event(EventKind.CONFIRM, "11-25", text)
    assert details.confirms(sent, d("11-27"))
    assert not details.confirms(sent, d("12-01"))


@pytest.mark.parametrize(
    ("detail", "found"),
    [
        ("for Bo Berg (C12)", True),
        ("for Bo Berg, Cy Cruz (C11,C12)", True),
        ("for Bo Berg (C12,+1)", True),
        ("for Bo Berg (C123)", False),
        ("for Bo (HR) Berg (C12)", True),
        ("for Bo Berg", None),
        ("", None),
    ],
)
def test_whom_a_referrer_was_thanked_for_is_told_by_the_whole_id(detail: str, found: bool | None) -> None:
    assert details.thanks_for(event(EventKind.THANK_REFERRER, "11-20", detail), "C12") is found


@pytest.mark.parametrize(
    ("kind", "occasion", "met"),
    [
        (LetterKind.THANK_REFERRER, "1,C3", ("Ada Okafor", "Bo Berg")),
        (LetterKind.THANK_REFERRER, "1,C3+1", ("Ada Okafor", "Bo Berg")),  # the one before came back
        (LetterKind.THANK_REFERRER, "C3,C4", ("Bo Berg",)),
        (LetterKind.APPROACH, "1", ()),  # an ordinal, not somebody's ID
    ],
)
def test_whom_a_letter_is_about_is_read_out_of_its_occasion(
    kind: LetterKind, occasion: str, met: tuple[str, ...]
) -> None:
    people = {"1": contact(), "C3": contact(3, "Bo", "Berg")}
    letter = DraftRecord(Identity("AAAAA", "C9", kind, occasion, "<m@example.org>"), "", "")
    assert details.met_through(letter, people) == met


@pytest.mark.parametrize("result", CallResult)
def test_every_result_is_read_back_alone_and_with_a_remark(result: CallResult) -> None:
    for detail in (str(result), f"{result}; she was kind"):
        assert details.result_of(event(EventKind.CALL, "11-20", detail)) is result
    mail = event(EventKind.REPLY, "11-20", f"{result}: your letter", message_id="<a@example.org>")
    assert details.result_of(mail) is None


@pytest.mark.parametrize("held", Held)
@pytest.mark.parametrize("kind", [*InterviewType, None])
def test_an_interview_is_read_back(held: Held, kind: InterviewType | None) -> None:
    told = event(EventKind.INTERVIEW, "11-20", details.interview_detail(held, kind))
    assert (details.held_of(told), details.type_of(told)) == (held, kind)


@pytest.mark.parametrize(
    ("detail", "kind"),
    [
        ("Yes, Phone; next time In person", InterviewType.PHONE),
        ("Yes, Video; her new Phone is 555-0101", InterviewType.VIDEO),
        ("Yes; Phoned me afterwards", None),
    ],
)
def test_the_type_of_an_interview_is_the_first_that_is_named(detail: str, kind: InterviewType | None) -> None:
    told = event(EventKind.INTERVIEW, "11-20", detail)
    assert details.type_of(told) == kind


def test_absence_and_a_bounce_are_read_back() -> None:
    away = event(EventKind.AUTOMATIC, "11-20", details.away_detail(d("12-01")))
    assert details.back_on(away) == d("12-01")
    assert details.back_on(event(EventKind.AUTOMATIC, "11-20", details.away_detail(None))) is None
    bounce = event(EventKind.BOUNCE, "11-20", details.bounce_detail("Ada@example.org"))
    assert details.bounced_address(bounce) == "ada@example.org"


def test_a_day_that_no_calendar_has_is_no_promise() -> None:
    assert details.promised_call(event(EventKind.APPROACH, "11-20", "call on 2026-02-30")) is None
    assert date(2026, 3, 1) == details.promised_call(event(EventKind.APPROACH, "11-20", "call on 2026-03-01"))
