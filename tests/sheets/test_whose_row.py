"""A row whose ID is nobody's, or somebody else's: no letter to it builds on what another had, and none is sent twice (R14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from pipeline.ledger.records import Receipt, SendState
from pipeline.model import Contact, Event, EventKind, Identity, LetterKind
from pipeline.model.addresses import domain_of
from pipeline.model.contactid import contact_id
from pipeline.rules.history import Past
from pipeline.sheets.whose.crossed import Crossed, crossed_rows, without_crossed
from pipeline.sheets.whose.known import KnownBefore, known_before
from pipeline.sheets.whose.names import may_be_one
from pipeline.sheets.whose.successors import hold_copied, hold_successors
from pipeline.sheets.whose.takenover import hold_taken_over
from pipeline.sheets.whose.underid import under_ids
from tests.books import make_table
from tests.people import contact, d, event

FLO = contact(2, "Flo", "Fry", email="flo@quay.example", organization="Quay")
ADA = contact(2, email="ada@example.net")
WROTE = "11-02"


def of_rows(sheet: str) -> Any:
    return make_table(sheet, 1, ["ID", "First name", "Last name"], [["x"] * 4] * 3)


def went(to: str, of: Contact) -> Receipt:
    """Tell of a first letter that went to an address, under the ID and the name of a contact."""
    identity = Identity("ABCDE", of.id, LetterKind.APPROACH, "1", f"<{to}>", of.name)
    return Receipt(identity, SendState.ACCEPTED, d(WROTE), datetime(2026, 11, 2, 9), to)


# No row bears the ID any more.


def new_row(row: int = 2, **more: Any) -> Contact:
    at_borg = {"email": f"flo{row}@borg.example", "organization": f"Borg {row}", "id_written": False}
    return contact(row, "Flo", "Fry", **(at_borg | more))


def known(*rows: Contact, events: list[Event], letters: list[Receipt]) -> KnownBefore:
    return known_before(rows, of_rows("Contacts"), under_ids(events, letters), domain_of)


def is_held(found: KnownBefore) -> bool:
    """Tell whether no letter goes to any of the rows until it is said whose they are."""
    return all(c.duplicate for c in found.contacts) and not found.again


LETTER = event(EventKind.APPROACH, WROTE, of=FLO)
TO_QUAY = went("flo@quay.example", FLO)


def test_a_namesake_at_another_organization_is_written_to_with_a_word() -> None:
    found = known(new_row(), events=[LETTER], letters=[TO_QUAY])
    assert not is_held(found)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("row", "events", "letters"),
    [
        (new_row(email="f.fry@quay.example"), [LETTER], [TO_QUAY]),
        (new_row(), [LETTER], []),
        (new_row(), [LETTER, event(EventKind.INTERVIEW, "11-09", "Yes", of=FLO._replace(id="OLD"))], [TO_QUAY]),
        (new_row(), [LETTER, event(EventKind.REPLY, "11-09", of=FLO._replace(last_name="Hill"))], []),
        (new_row(), [LETTER, event(EventKind.INTERVIEW, "11-09", "Yes", of=FLO)], [TO_QUAY]),
        (new_row(), [LETTER], [replace(TO_QUAY, state=SendState.CHECK)]),
    ],
    ids=["same organization", "nobody knows where it went", "one of two was met", "married since", "was met",
         "may still be on its way"],
)  # fmt: skip
def test_who_may_have_been_written_to_before_gets_no_first_letter(
    row: Contact, events: list[Event], letters: list[Receipt]
) -> None:
    assert is_held(known(row, events=events, letters=letters))


@pytest.mark.parametrize(
    ("now", "again"),
    [
        ("Ivo Petrov", "Flo Fry"),
        ("Ivo Petrov", "F. Fry"),
        ("Ivo Petrov", "Dr. Flo Fry"),
        ("F. Fry", "Flo Fry"),
    ],
)
def test_whose_row_was_typed_over_is_known_in_a_row_of_their_own(now: str, again: str) -> None:
    holder, new = (c._replace(first_name=n, last_name="") for c, n in ((FLO, now), (new_row(3), again)))
    found = known(holder._replace(id_written=True), new, events=[LETTER], letters=[TO_QUAY])
    assert [bool(c.duplicate) for c in found.contacts] == [False, True]
    assert f"{FLO.id}, which stands in row 2, with another name" in found.problems[0].message
    with_id = known(holder, new._replace(id_written=True), events=[LETTER], letters=[TO_QUAY])
    assert with_id.problems == ()


def test_an_id_that_a_row_bears_is_given_to_no_second_one_that_shows_its_days() -> None:
    holder = FLO._replace(first_name="Ivo", last_name="Petrov", id_written=True)
    found = known(holder, new_row(3, approach_sent=WROTE), events=[LETTER], letters=[TO_QUAY])
    assert [bool(c.duplicate) for c in found.contacts] == [False, True]
    assert (len({c.id for c in found.contacts}), dict(found.again)) == (2, {})


@pytest.mark.parametrize(("now", "asked"), [("F. Fry", True), ("Flo Hill", False), ("Flo Fry", False)])
def test_a_former_name_is_anybodys_once_it_is_settled_but_no_spelling_of_the_one_now(
    now: str, asked: bool
) -> None:
    holder = FLO._replace(first_name=now, last_name="", id_written=True)
    later = event(EventKind.KEEP_IN_TOUCH, "11-30", of=holder)
    found = known(holder, new_row(3), events=[LETTER, later], letters=[TO_QUAY])
    assert bool(found.problems) is asked


def test_a_letter_to_a_private_address_says_nothing_of_where_they_work() -> None:
    private = "mail.example"
    left = [went(f"flo@{private}", FLO)]
    found = known_before(
        [new_row()],
        of_rows("Contacts"),
        under_ids([LETTER], left),
        lambda address: domain_of(address).replace(private, ""),
    )
    assert is_held(found)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("Bob Lind", "Robert Lind"),
        ("Robert Lind", "Bob Lind"),
        ("Ann L.", "Ann Lind"),
        ("Ann Lind", "Ann L."),
        ("A. Lind", "Ann Lind"),
        ("Ann B. Lind", "Ann Lind"),
        ("Ann Lind", "Ann Borg Lind"),
        ("Ann Alex Lind", "Ann Alexandra Lind"),
    ],
)
def test_a_name_spelled_a_little_otherwise_is_asked_about(now: str, before: str) -> None:
    first, last = now.rsplit(" ", 1)
    told = LETTER._replace(name=before)
    assert is_held(known(new_row()._replace(first_name=first, last_name=last), events=[told], letters=[]))


def test_a_usual_first_name_alone_is_no_reason_to_compare_two_names(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[frozenset[str]] = []
    monkeypatch.setattr(
        "pipeline.sheets.whose.known.may_be_one",
        lambda one, other: compared.append(one) or may_be_one(one, other),
    )
    letters = "abcdefgh"
    lasts = [f"L{a}{b}{c}" for a in letters for b in letters for c in letters]
    rows = [new_row(n)._replace(first_name="Ann", last_name=last) for n, last in enumerate(lasts, start=2)]
    told = [LETTER._replace(contact_id=f"OLD{n}", name=f"Ann B. {last}") for n, last in enumerate(lasts)]
    assert all(c.duplicate for c in known(*rows, events=told, letters=[]).contacts)
    assert len(compared) == len(rows)


def test_two_rows_that_both_show_the_letter_are_both_asked_about() -> None:
    rows = [new_row(n, approach_sent=WROTE) for n in (2, 3)]
    assert is_held(known(*rows, events=[LETTER], letters=[]))


def test_a_row_that_shows_the_letters_of_two_is_asked_about() -> None:
    other = event(EventKind.APPROACH, WROTE, of=FLO._replace(id="OLD"))
    assert is_held(known(new_row(approach_sent=WROTE), events=[LETTER, other], letters=[]))


def test_a_row_that_has_an_id_keeps_it() -> None:
    row = new_row(last_contact=WROTE, id_written=True)
    found = known(row, events=[LETTER], letters=[])
    assert found.contacts[0].id == row.id
    assert is_held(found)


def test_the_day_of_the_last_contact_shows_whose_row_it_is() -> None:
    found = known(new_row(last_contact=WROTE), events=[event(EventKind.CONFIRM, WROTE, of=FLO)], letters=[])
    assert [c.id for c in found.contacts] == [FLO.id]
    assert found.problems == ()


# A row without an ID whose address, or whose days, are another's.

STAGED = make_table("Contacts", 1, ["ID", "Last name", "Stage"], [["x"] * 3, ["x"] * 3, ["Approached"] * 3])
MAY_HAVE_GONE = [SendState.ACCEPTED, SendState.CHECK, SendState.EXPORTED]
LUIS = contact(2, "Luis", "Stone", email="flo@quay.example", id=FLO.id, id_written=False)


@pytest.mark.parametrize("state", MAY_HAVE_GONE)
def test_who_follows_at_an_address_to_which_a_letter_may_have_gone_is_held(state: SendState) -> None:
    letter = replace(TO_QUAY, state=state)
    assert hold_successors([LUIS], STAGED, [], [letter]).held == {FLO.id}
    assert hold_successors([LUIS], STAGED, [], [replace(letter, state=SendState.RELEASED)]).held == set()


@pytest.mark.parametrize("state", MAY_HAVE_GONE)
def test_a_row_with_the_day_of_a_letter_that_may_have_gone_to_another_is_held(state: SendState) -> None:
    eve = contact(3, "Eve", "Stone", id_written=False, approach_sent=WROTE)
    found = hold_copied([eve], STAGED, under_ids([], [replace(TO_QUAY, state=state)]))
    assert found.held == {eve.id}


def test_a_row_that_says_of_a_letter_of_its_own_too_was_not_copied() -> None:
    eve = contact(3, "Eve", "Stone", id_written=False, approach_sent=WROTE, follow_up_sent="11-11")
    assert hold_copied([eve], STAGED, under_ids([], [TO_QUAY])).held == set()


def test_a_call_of_ones_own_beside_a_copied_letter_does_not_unsay_it() -> None:
    eve = contact(3, "Eve", "Stone", id_written=False, approach_sent=WROTE, called_on="11-11")
    assert hold_copied([eve], STAGED, under_ids([], [TO_QUAY])).held == {eve.id}


def test_a_call_on_no_day_of_anybodys_was_not_copied() -> None:
    eve = contact(3, "Eve", "Stone", id_written=False, called_on="11-11")
    assert hold_copied([eve], STAGED, under_ids([], [TO_QUAY])).held == set()
    hers = event(EventKind.CALL, "11-11", of=FLO)
    assert hold_copied([eve], STAGED, under_ids([hers], [TO_QUAY])).held == {eve.id}


def test_a_row_typed_by_hand_and_one_whose_name_is_known_were_not_copied() -> None:
    eve = contact(3, "Eve", "Stone", id_written=False, approach_sent=WROTE)
    by_hand = make_table("Contacts", 1, ["ID", "Last name", "Stage"], [["x"] * 3, ["x"] * 3, [None] * 3])
    assert hold_copied([eve], by_hand, under_ids([], [TO_QUAY])).held == set()
    hers = event(EventKind.APPROACH, WROTE, of=eve._replace(id="OLD"))
    assert hold_copied([eve], STAGED, under_ids([hers], [TO_QUAY])).held == set()


# Somebody else stands in the row now.


def taken_over(now: Contact, events: list[Event], letters: list[Receipt]) -> bool:
    [c], problems = hold_taken_over([now], of_rows("Contacts"), of_rows("History"), events, letters)
    assert bool(c.duplicate) == bool(problems)
    return bool(problems)


ZED = contact(2, "Zed", "Zorn", email="zed@example.net", id=ADA.id)


@pytest.mark.parametrize(
    ("events", "letters"),
    [
        ([event(EventKind.APPROACH, WROTE, of=ADA, row=2)], []),
        ([event(EventKind.INTERVIEW, WROTE, "Yes, In person", of=ADA, row=2)], []),
        ([], [went("ada@example.net", ADA)]),
    ],
    ids=["History alone knows the letter", "never written to, but met", "not in History yet"],
)
def test_who_is_typed_over_somebody_known_gets_nothing_that_was_theirs(
    events: list[Event], letters: list[Receipt]
) -> None:
    assert taken_over(ZED, events, letters)


def test_nothing_was_theirs_who_had_only_a_letter_that_came_back_nor_where_only_the_name_was_typed() -> None:
    letter = event(EventKind.APPROACH, WROTE, of=ADA, row=2)
    back = event(EventKind.BOUNCE, "11-03", "address ada@example.net", of=ADA, row=3)
    assert not taken_over(ZED, [letter, back], [])
    by_name = make_table("History", 1, ["Date", "ID", "Name"], [["x"], [None], ["Ada Okafor"]])
    assert hold_taken_over([ZED], of_rows("Contacts"), by_name, [letter], [])[1] == ()


def test_two_whose_last_names_were_exchanged_are_both_held() -> None:
    ann, bob = (
        contact(2, "Ann", "Lee", email="ann@example.net"),
        contact(3, "Bob", "Ruiz", email="bob@example.net"),
    )
    rows = [ann._replace(last_name="Ruiz"), bob._replace(last_name="Lee")]
    letters = [went(c.email, c) for c in (ann, bob)]
    held, problems = hold_taken_over(rows, of_rows("Contacts"), of_rows("History"), [], letters)
    assert [bool(c.duplicate) for c in held] == [True, True]
    assert all("exchange them back" in p.message for p in problems)


@pytest.mark.parametrize("state", MAY_HAVE_GONE)
def test_who_is_typed_over_somebody_to_whom_a_letter_may_have_gone_is_held(state: SendState) -> None:
    letter = replace(went("ada@example.net", ADA), state=state)
    assert taken_over(ZED, [], [letter])
    assert not taken_over(ZED, [], [replace(letter, state=SendState.RELEASED)])


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        (("Robert", "Fry"), ("Bob", "Hill"), False),
        (("Ann", "Lee"), ("Annemarie", "Park"), False),
        (("Annemarie", "Lee"), ("Ann", "Park"), False),
        (("Dr.", "Lee"), ("Ann", "Lee"), False),
        (("Ana", "de la Cruz"), ("Ana", "de la Vega"), False),
        (("Ana", "de la Cruz"), ("Eva", "de la Vega"), True),
        (("Dr. Ana", "Cruz"), ("Dr. Eva", "Vega"), True),
    ],
)
def test_at_one_address_a_name_without_a_word_in_common_is_asked_about_as_for_a_successor(
    before: tuple[str, str], now: tuple[str, str], asked: bool
) -> None:
    was, new = contact(2, *before, email="a@example.org"), contact(2, *now, email="a@example.org")
    letters = [went("a@example.org", was)]
    assert taken_over(new, [], letters) == asked
    assert bool(hold_successors([new._replace(id_written=False)], STAGED, [], letters).held) == asked


@pytest.mark.parametrize("address", ["ada@example.org", "Ada@Example.ORG"])
def test_a_new_name_at_an_address_that_was_written_to_is_the_same_person(address: str) -> None:
    now = ADA._replace(last_name="Hill", email=address)
    assert not taken_over(now, [], [went(address, ADA)])


def test_a_new_name_of_somebody_without_an_address_is_the_same_person() -> None:
    before = contact(email="", id=contact_id("", "Ada Okafor", "Okafor Clinic"))
    calls = [event(EventKind.CALL, WROTE, "No answer", of=before, row=2)]
    assert not taken_over(before._replace(last_name="Hill"), calls, [])
    assert taken_over(before._replace(last_name="Hill", organization="Borg"), calls, [])


# A row of History with one contact's ID and another's Name.

ANN = contact(2, "Ann", "Lee", email="ann@example.net")
BOB = contact(3, "Bob", "Ruiz", email="bob@example.net")
HILL = ANN._replace(last_name="Hill")
NEW_ANN = contact(4, "Ann", "Lee", email="new@example.net")


def told_of(c: Contact, row: int, name: str = "") -> Event:
    """Tell of a talk in a row of History, under a contact's ID and, where one is given, another name."""
    said = event(EventKind.INTERVIEW, WROTE, "Yes, Phone", of=c, row=row)
    return said._replace(name=name or c.name)


@pytest.mark.parametrize(
    ("people", "events", "letters", "crossed"),
    [
        ([ANN, BOB], [told_of(BOB, 2), told_of(BOB, 3, "Ann Lee")], [], [3]),
        ([ANN, BOB], [told_of(ANN, 2), told_of(BOB, 3, "Ann Lee")], [], [3]),
        ([ANN, BOB], [told_of(BOB, 2, "Lee, Ann")], [went("ann@example.net", ANN)], [2]),
        ([ANN, BOB], [told_of(BOB, 2, "Ann Lee")], [], []),
        ([ANN, BOB], [told_of(BOB, 2, "Ann Lee")], [replace(went("a@example.net", ANN), state=SendState.RELEASED)], []),
        ([ANN, BOB], [told_of(ANN, 2), told_of(BOB, 3, "Ann")], [], []),
        ([ANN, NEW_ANN, BOB], [told_of(BOB, 2), told_of(BOB, 3, "Ann Lee")], [], []),
        ([HILL, NEW_ANN], [told_of(ANN, 2), told_of(HILL, 3)], [], []),
        ([HILL, NEW_ANN], [told_of(HILL, 2), told_of(HILL, 3, "Ann Lee")], [], [3]),
        ([HILL, NEW_ANN], [told_of(HILL, 2), told_of(HILL, 3, "Ann Lee")], [went("x@example.net", ANN)], []),
    ],
    ids=["who has the ID is known", "who has the name is known", "by a letter", "neither is", "by none that went", "a part of a name",
         "two of the name", "married since", "a namesake's row later", "a letter went under the old name"],
)  # fmt: skip
def test_a_row_of_history_is_asked_about_where_its_id_and_name_are_two_contacts(
    people: list[Contact], events: list[Event], letters: list[Receipt], crossed: list[int]
) -> None:
    history = make_table("History", 1, ["Date", "ID", "Name"], [["x"] * 3] * 3)
    people = [c._replace(id_written=True) for c in people]
    assert [x.event.row for x in crossed_rows(people, history, events, letters)] == crossed


def test_what_a_crossed_row_tells_is_not_written_beside_it_but_what_a_mail_brought_is() -> None:
    told = told_of(BOB, 3, "Ann Lee")
    anew = event(EventKind.INTERVIEW, WROTE, "Yes, Phone", of=ANN)
    mailed, later = anew._replace(message_id="<m@example.org>"), anew._replace(date=d("11-20"))
    past = Past(changed=(told, anew, mailed, later))
    crossed = [Crossed(told, BOB, ANN)]
    assert without_crossed(ANN.id, past, crossed).changed == (mailed, later)
    assert without_crossed(BOB.id, past, crossed).changed == (anew, mailed, later)
