"""From a step to its letter: which are wanted, and what keeps one from going twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from pipeline.ledger.records import GONE, LedgerState, Receipt, SendState
from pipeline.letters.compose import Desk, compose, inspect, receipt_for, want
from pipeline.letters.spelling import spell_wait
from pipeline.model import Action, Contact, Event, EventKind, Letter, LetterKind, Level, Step
from pipeline.rules.details import letter_detail
from pipeline.rules.workdays import Workdays
from tests.letters.situations import ME, desk_for
from tests.people import HOLIDAYS, WORKDAYS, a_day, contact, d, event, next_of, plan, written

TODAY, TALK = "2026-11-24", "2026-11-20"


def desk_of(
    people: Sequence[Contact], events: Sequence[Event] = (), state: LedgerState | None = None
) -> Desk:
    day = a_day(TODAY, settings=ME._replace(workbook_id="WB"))
    return desk_for(people, plan(people, day, written(*events)), day, state)


def thanks(c: Contact, occasion: str) -> Action:
    kind = LetterKind.THANK_YOU_IN_PERSON
    return Action(c.id, c.name, c.row, Step.THANK_YOU, kind, date.fromisoformat(TODAY), "R5", "", occasion)


def thanked(c: Contact, occasion: str) -> tuple[Event, Event]:
    """Met somebody on a day, and thanked them on the next."""
    detail = letter_detail(LetterKind.THANK_YOU_IN_PERSON, occasion, None, ())
    return (
        event(EventKind.INTERVIEW, occasion, "held, in person", of=c),
        event(EventKind.THANK_YOU, "2026-11-21", detail, of=c),
    )


def told(desk: Desk, action: Action) -> list[str]:
    [wanted] = want([action], desk)
    findings = inspect(compose(wanted, desk, None), wanted, desk, for_real=False)
    return [f.message for f in findings if f.check == "recipient" and f.level is Level.BLOCK]


@pytest.mark.parametrize("state", SendState)
def test_a_letter_that_went_is_not_wanted_again_whatever_is_due(state: SendState) -> None:
    ada = contact()
    desk = desk_of([ada])
    [first] = want([thanks(ada, TALK)], desk)
    receipt = Receipt(first.identity, state, date(2026, 11, 21), datetime(2026, 11, 21, 9))
    known = desk_of([ada], state=LedgerState(receipts={receipt.message_id: receipt}))
    assert [w.code for w in want([thanks(ada, TALK)], known)] == ([] if state in GONE else [first.code])


def test_a_letter_for_an_occasion_that_was_thanked_for_is_blocked() -> None:
    ada = contact()
    desk = desk_of([ada], thanked(ada, TALK))
    [said] = told(desk, thanks(ada, TALK))
    assert said.startswith("This letter went to Ada Okafor on 2026-11-21 already.")
    assert told(desk, thanks(ada, "2026-11-23")) == []


def test_thanks_to_one_are_no_thanks_to_another_at_the_same_address() -> None:
    ada = contact(email="front.desk@example.org")
    bo = contact(3, "Bo", "Berg", email="front.desk@example.org", id="CBOBERG")
    desk = desk_of([ada, bo], thanked(bo, TALK))
    assert told(desk, thanks(ada, TALK)) == []


def warned(desk: Desk, c: Contact, kind: LetterKind = LetterKind.APPROACH) -> list[str]:
    action = Action(c.id, c.name, c.row, Step.APPROACH, kind, date.fromisoformat(TODAY), "R12", "", "1")
    [wanted] = want([action], desk)
    found = inspect(compose(wanted, desk, None), wanted, desk, for_real=False)
    return [f.message for f in found if f.check == "recipient" and f.level is Level.WARN]


@pytest.mark.parametrize(
    ("events", "more", "what"),
    [
        ((event(EventKind.APPROACH, "2026-11-02"),), {}, "was written to or talked with"),
        ((), {"on_hold": True}, "rests"),
        ((), {"on_hold": d("11-01")}, "is there too"),
        ((), {"on_hold": d("2027-03-01")}, "rests"),
        ((), {"last_contact": d("10-01")}, "was written to or talked with"),
        ((), {}, "is there too"),
    ],
)
def test_a_first_letter_says_who_else_has_that_name(
    events: tuple[Event, ...], more: dict[str, object], what: str
) -> None:
    before = contact()._replace(**more)
    now = contact(3, "Ada", "Okafor", email="ada@quay.example.net", id="CNEW")._replace(organization="Quay")
    desk = desk_of([before, now], events)
    assert [what in said and "(row 2)" in said for said in warned(desk, now)] == [True]
    other = now._replace(first_name="Ana")
    assert warned(desk_of([before, other], events), other) == []


def test_of_several_of_that_name_the_one_who_matters_most_is_said() -> None:
    there, begun, rests = (
        contact(row)._replace(id=f"C{row}", organization=f"Firm {row}") for row in (2, 3, 4)
    )
    now = contact(5, "Ada", "Okafor", email="ada@quay.example.net", id="CNEW")._replace(organization="Quay")
    people = [there, begun._replace(last_contact=d("10-01")), rests._replace(on_hold=True), now]
    assert ["(row 4) rests" in said for said in warned(desk_of(people, ()), now)] == [True]
    assert ["(row 3) was written to" in said for said in warned(desk_of([*people[:2], now], ()), now)] == [
        True
    ]


OFF = Workdays(lambda _year: HOLIDAYS, [(d("12-24"), d("2027-01-01"))])


@pytest.mark.parametrize(
    ("today", "workdays", "wait"),
    [
        ("12-01", OFF, "about ten days"),
        ("12-17", OFF, "about three weeks"),
        ("12-17", WORKDAYS, "about two weeks"),
        ("12-19", OFF, "about three weeks"),
        ("12-28", OFF, "about ten days"),
    ],
)
def test_a_letter_without_a_call_says_how_long_it_is_until_the_follow_up_over_holidays_too(
    today: str, workdays: Workdays, wait: str
) -> None:
    """On a day off the letter is one of the next business day, when it goes."""
    ada = contact(phone="", why_this_person="because of the clinic on Water Street")
    day = a_day(today, settings=ME._replace(workbook_id="WB"), workdays=workdays)
    agenda = plan([ada], day)
    [wanted] = want(agenda.at_hand(), desk := desk_for([ada], agenda, day))
    assert f"in {wait}" in compose(wanted, desk, None).body
    goes = day.bd(day.today, 0)
    sent = event(EventKind.APPROACH, goes.isoformat(), of=ada)
    _, step, due = next_of(ada, a_day("2027-02-01", workdays=workdays), written(sent)) or ("", "", goes)
    assert (step, spell_wait((due - goes).days)) == ("follow_up", wait)


def test_an_offer_that_was_kept_is_thanked_for_once_whichever_letter_did() -> None:
    kept = contact(they_offered="to introduce me to Sam", offer_kept_on="11-10")
    [first] = want([thanks(kept, TALK)], desk_of([kept]))
    letter = compose(first, desk_of([kept]), None)
    assert "offered to introduce me to Sam" in letter.body
    blank = Receipt(first.identity, next(iter(GONE)), date(2026, 11, 21), datetime(2026, 11, 21, 9))
    sent = receipt_for(letter, kept, blank)
    for receipt, thanked_again in ((sent, False), (blank, True)):
        talk, went = thanked(kept, TALK)
        events = (talk, went._replace(message_id=receipt.message_id))
        desk = desk_of([kept], events, LedgerState(receipts={receipt.message_id: receipt}))
        [later] = want([thanks(kept, "2026-11-23")], desk)
        assert ("Sam" in compose(later, desk, None).body) == thanked_again


def test_thanks_that_name_an_offer_leave_its_keeping_to_be_thanked_for() -> None:
    offered = contact(they_offered="to introduce me to Sam")
    [first] = want([thanks(offered, TALK)], desk_of([offered]))
    letter = compose(first, desk_of([offered]), None)
    assert "introduce me to Sam" in letter.body
    blank = Receipt(first.identity, next(iter(GONE)), date(2026, 11, 21), datetime(2026, 11, 21, 9))
    sent = receipt_for(letter, offered, blank)
    talk, went = thanked(offered, TALK)
    events = (talk, went._replace(message_id=sent.message_id))
    kept = offered._replace(offer_kept_on=d("11-22"))
    desk = desk_of([kept], events, LedgerState(receipts={sent.message_id: sent}))
    [later] = want([thanks(kept, "2026-11-23")], desk)
    assert "Sam" in compose(later, desk, None).body


def test_what_one_was_thanked_for_may_be_said_to_another_and_to_the_same_only_once() -> None:
    words = "for the two names at the port"
    ada, bo = contact(thank_them_for=words), contact(3, "Bo", "Berg", thank_them_for=words)
    [wanted] = want([thanks(bo, TALK)], desk_of([ada, bo]))
    blank = Receipt(wanted.identity, next(iter(GONE)), date(2026, 11, 21), datetime(2026, 11, 21, 9))
    sent = receipt_for(compose(wanted, desk_of([ada, bo]), None), bo, blank)
    talk, went = thanked(bo, TALK)
    events = (talk, went._replace(message_id=sent.message_id))
    desk = desk_of([ada, bo], events, LedgerState(receipts={sent.message_id: sent}))
    for c, said in ((ada, True), (bo, False)):
        [later] = want([thanks(c, "2026-11-23")], desk)
        assert (words in compose(later, desk, None).body) == said


MARY = contact(3, "Mary", "Fox", id="CMARYFOX", organization="Quay")
HOOKS = contact(4, "bell", "hooks", id="CHOOKS00", salutation="bell hooks", organization="Berea")

OSEI = contact(5, "Grace", "Osei", id="COSEI000", salutation="Professor Osei", organization="Lake")
ROE = contact(6, "Ann", "Roe", id="CROE0000", salutation="Ms. Roe", organization="Hill")


def referred_by(typed: str) -> tuple[Letter, list[str]]:
    ada = contact(referred_by=typed, why_this_person="because of the clinic on Water Street")
    desk = desk_of([ada, MARY, HOOKS, OSEI, ROE])
    action = Action(
        ada.id,
        ada.name,
        ada.row,
        Step.APPROACH,
        LetterKind.APPROACH_REFERRAL,
        date.fromisoformat(TODAY),
        "R12",
        "",
    )
    [wanted] = want([action], desk)
    letter = compose(wanted, desk, None)
    return letter, [f.message for f in inspect(letter, wanted, desk, for_real=False) if f.check == "referrer"]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("mary fox", "Mary Fox"),
        ("MARY FOX", "Mary Fox"),
        ("Mary fox", "Mary Fox"),
        ("MARY fox", "Mary Fox"),
        ("Bell Hooks", "bell hooks"),
        ("Dr. Mary Fox", "Dr. Mary Fox"),
        ("grace osei", "Professor Grace Osei"),
        ("Ann Roe", "\n\nAnn Roe suggested"),
        ("AJ de la Cruz", "AJ de la Cruz"),
        ("Bob Lee MBA", "Bob Lee MBA"),
        ("Ann Fox and Bo Lind", "Ann Fox and Bo Lind"),
    ],
)
def test_a_referrer_is_named_as_their_row_has_the_name_and_without_one_as_typed(
    typed: str, named: str
) -> None:
    letter, told = referred_by(typed)
    assert named in letter.body
    assert told == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [("bo berg", "Bo Berg"), ("BO BERG", "Bo Berg"), ("dr lee", "Dr Lee"), ("Bo berg", "Bo Berg")],
)
def test_a_referrer_in_one_case_alone_whom_no_row_has_is_minded(typed: str, written: str) -> None:
    _, [said] = referred_by(typed)
    assert f"“{typed}”" in said
    assert f"“{written}”, in Referred by" in said


@pytest.mark.parametrize("typed", ["Mary Fox told me to call", "Mary Fox says hi", "Mary Fox works at Quay"])
def test_a_sentence_in_place_of_a_referrers_name_is_told(typed: str) -> None:
    _, [said] = referred_by(typed)
    assert said == f"The letter names “{typed}”. Leave the name alone in Referred by: “Mary Fox”."


@pytest.mark.parametrize(
    "typed", ["Mary Fox from church", "my neighbor Jim", "Mary Fox and Bo Lind", "Mary Fox of Quay"]
)
def test_words_that_go_with_a_referrers_name_are_let_be(typed: str) -> None:
    assert referred_by(typed)[1] == []


def test_a_sentence_that_begins_with_who_is_described_has_a_capital() -> None:
    letter, told = referred_by("my uncle Bob")
    assert letter.body.split("\n\n")[1].startswith("My uncle Bob ")
    assert told == []
    letter, _ = referred_by("bell hooks")
    assert letter.body.split("\n\n")[1].startswith("bell hooks ")


def test_names_given_are_said_as_their_rows_have_them_and_minded_without_one() -> None:
    ada = contact(referrals_given="mary fox; dr lee; CY CRUZ")
    desk = desk_of([ada, MARY, HOOKS])
    [wanted] = want([thanks(ada, TALK)], desk)
    letter = compose(wanted, desk, None)
    told = [f.message for f in inspect(letter, wanted, desk, for_real=False) if f.check == "referrer"]
    assert "Mary Fox" in letter.body
    assert "mary fox" not in letter.body
    assert [m.rpartition("name is written: ")[2] for m in told] == [
        "“Dr Lee”, in Referrals given.",
        "“Cy Cruz”, in Referrals given.",
    ]


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("Met Mary Fox", "begins with “Met”"),
        ("Mary Fox and others", "holds “others”"),
        ("Lee, Bob and Mary Fox", "isn't one first and last name, in this order"),
    ],
)
def test_a_referrer_named_as_no_letter_should_is_told(typed: str, doubt: str) -> None:
    _, [said] = referred_by(typed)
    assert said == f"The letter names “{typed}”, which {doubt}. Write the name alone in Referred by."


def test_two_referrers_in_small_letters_are_told_with_how_they_are_written() -> None:
    _, [said] = referred_by("mary and bo fox")
    assert said.endswith("Write it as a name is written: “Mary and Bo Fox”, in Referred by.")


def test_an_address_in_place_of_a_name_given_is_told() -> None:
    ada = contact(referrals_given="mary@example.org; Cy Cruz")
    desk = desk_of([ada])
    [wanted] = want([thanks(ada, TALK)], desk)
    found = inspect(compose(wanted, desk, None), wanted, desk, for_real=False)
    assert [f.message for f in found if f.check == "referrer"] == [
        "The letter names “mary@example.org”, which is no person's name. Write the name alone in Referrals given."
    ]
