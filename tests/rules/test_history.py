"""The user types the latest, History keeps all: calls, replies and interviews captured, bounces, blanked and typed dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from pipeline.ledger.records import Receipt, SendState
from pipeline.model import (
    CallResult,
    Channel,
    Contact,
    Event,
    EventKind,
    Held,
    Identity,
    InterviewType,
    LetterKind,
)
from pipeline.rules.details import ENTERED, back_on, bounced_address, promised_call
from pipeline.rules.facts import facts_of
from pipeline.rules.history import changed_rows, effective_date, new_rows, pasts
from tests.people import contact, d, event, plan, standing, write_back, written

TODAY = "11-24"
CALL, REPLY, INTERVIEW, BOUNCE = EventKind.CALL, EventKind.REPLY, EventKind.INTERVIEW, EventKind.BOUNCE


def take(
    c: Contact, events: Iterable[Event] = (), news: Iterable[Event] = (), receipts: Iterable[Receipt] = ()
) -> tuple[list[Event], list[Event]]:
    """Return the rows to append and the rows to correct."""
    past = pasts([c], list(events), news, receipts, d(TODAY))
    return new_rows(past), changed_rows(past)


def test_the_first_call_is_copied_into_history() -> None:
    new, changed = take(contact(called_on="11-23", call_result=CallResult.LEFT_MESSAGE))
    assert [(e.date, e.kind, e.detail, e.row) for e in new] == [(d("11-23"), CALL, "Left message", 0)]
    assert changed == []


def test_a_later_call_is_a_new_one_and_the_earlier_stays() -> None:
    before = written(event(CALL, "11-20", "No answer"))
    new, changed = take(contact(called_on="11-23", call_result=CallResult.PUT_OFF), before)
    assert [(e.date, e.detail) for e in new] == [(d("11-23"), "Put off")]
    assert changed == []


@pytest.mark.parametrize("was", ["No answer", "Put off, talked then"])
def test_the_same_day_is_the_same_call_with_its_result_updated(was: str) -> None:
    before = written(event(CALL, "11-20", was))
    new, changed = take(contact(called_on="11-20", call_result=CallResult.PUT_OFF), before)
    assert (new, [(e.row, e.date, e.detail) for e in changed]) == ([], [(2, d("11-20"), "Put off")])


@pytest.mark.parametrize("to", ["11-18", "11-16", "11-10"])
def test_an_earlier_day_corrects_the_newest_call(to: str) -> None:
    before = written(event(CALL, "11-16", "No answer"), event(CALL, "11-20", "Left message"))
    c = contact(called_on=to, call_result=CallResult.LEFT_MESSAGE, last_contact="11-20")
    new, changed = take(c, before)
    assert (new, [(e.row, e.date) for e in changed]) == ([], [(3, d(to))])
    facts = standing(c, TODAY, before).facts
    assert facts.last_call.date == max(d(to), d("11-16"))
    assert facts.last_contact == max(d(to), d("11-16"))
    again = written(before[0], changed[0])
    assert take(c, again) == ([], [])


def test_interviews_are_captured_and_corrected_likewise() -> None:
    c = contact(interview_on="11-20", interview_held=Held.YES, interview_type=InterviewType.VIDEO)
    new, _ = take(c)
    assert [(e.date, e.kind, e.detail) for e in new] == [(d("11-20"), INTERVIEW, "Yes, Video")]
    assert take(c._replace(interview_on=d("11-19")), written(*new))[1][0].date == d("11-19")
    assert take(c._replace(interview_type=InterviewType.PHONE), written(*new))[1][0].detail == "Yes, Phone"
    assert [e.date for e in take(c._replace(interview_on=d("11-23")), written(*new))[0]] == [d("11-23")]


def test_an_interview_still_ahead_is_not_history() -> None:
    assert take(contact(interview_on="11-30", interview_held=Held.CANCELLED)) == ([], [])
    assert take(contact(interview_on="11-20")) == ([], [])


def test_what_is_blanked_in_contacts_stays_in_history() -> None:
    before = written(event(CALL, "11-20", "Put off"), event(INTERVIEW, "11-23", "Yes, Phone"))
    assert take(contact(called_on="11-20"), before) == ([], [])
    assert standing(contact(), TODAY, before).facts.latest.date == d("11-23")


def test_a_remark_that_the_user_added_to_a_detail_is_kept() -> None:
    before = written(event(CALL, "11-20", "Left message with the front desk"))
    assert take(contact(called_on="11-20", call_result=CallResult.LEFT_MESSAGE), before) == ([], [])
    assert standing(contact(), TODAY, before).facts.result is CallResult.LEFT_MESSAGE


def test_a_result_without_a_call_belongs_to_the_reply() -> None:
    new, _ = take(contact(replied_on="11-20", call_result=CallResult.PUT_OFF))
    assert [(e.kind, e.detail) for e in new] == [(REPLY, "Put off")]
    both, _ = take(contact(replied_on="11-20", called_on="11-23", call_result=CallResult.PUT_OFF))
    assert {(e.kind, e.detail) for e in both} == {(REPLY, ""), (CALL, "Put off")}


def test_the_same_answer_given_again_is_written_to_its_own_day() -> None:
    before = written(event(EventKind.REPLY, "11-10", "Declined"), event(EventKind.REPLY, "11-20"))
    _, changed = take(contact(replied_on="11-20", call_result=CallResult.DECLINED), before)
    assert [(e.row, e.detail) for e in changed] == [(3, "Declined")]


@pytest.mark.parametrize(
    ("attr", "kind"),
    [
        ("called_on", CALL),
        ("replied_on", EventKind.REPLY),
        ("answered_on", EventKind.ANSWER),
        ("approach_sent", EventKind.APPROACH),
        ("follow_up_sent", EventKind.FOLLOW_UP),
    ],
)
def test_a_day_that_alone_stands_in_a_row_is_copied_into_history(attr: str, kind: EventKind) -> None:
    new, _ = take(contact(**{attr: "11-20"}))
    assert [(e.kind, e.date) for e in new] == [(kind, d("11-20"))]


def test_a_mail_is_evidence_and_no_older_date_in_the_row_moves_it() -> None:
    mail = written(event(REPLY, "11-20", "Re: Your work", message_id="<a@example.org>"))
    assert take(contact(replied_on="11-18"), mail) == ([], [])
    assert take(contact(replied_on="11-20"), mail) == ([], [])
    assert take(contact(replied_on="11-20", call_result=CallResult.DECLINED), mail)[1][0].detail == "Declined"


def test_a_mail_of_which_the_row_tells_the_result_is_one_row_on_the_day_it_comes() -> None:
    mail = event(REPLY, "11-20", "Re: Your work", message_id="<a@example.org>")
    new, changed = take(contact(replied_on="11-20", call_result=CallResult.DECLINED), (), [mail])
    assert ([(e.message_id, e.detail) for e in new], changed) == ([("<a@example.org>", "Declined")], [])


def test_of_two_mails_that_one_run_brings_the_newest_is_the_one_of_which_the_row_tells_the_result() -> None:
    mails = [event(EventKind.REPLY, day, message_id=day) for day in ("11-18", "11-20")]
    new, _ = take(contact(call_result=CallResult.DECLINED), news=mails)
    assert [(e.date, e.detail) for e in new] == [(d("11-18"), ""), (d("11-20"), "Declined")]


def test_you_re_welcome_is_no_second_put_off() -> None:
    before = written(
        event(REPLY, "11-16", "Put off", message_id="<a@example.org>"),
        event(EventKind.THANK_YOU, "11-17"),
        event(REPLY, "11-20", "Re: Thank you", message_id="<b@example.org>"),
    )
    c = contact(replied_on="11-20", call_result=CallResult.PUT_OFF)
    assert take(c, before) == ([], [])
    assert standing(c, TODAY, before).facts.thanked


def test_the_subject_of_a_mail_is_no_result() -> None:
    mail = written(event(REPLY, "11-20", "Declined: your invitation", message_id="<a@example.org>"))
    assert standing(contact(replied_on="11-20"), TODAY, mail).facts.conversations == ()


def test_days_to_come_are_not_captured() -> None:
    assert take(contact(called_on="11-25", replied_on="11-25", answered_on="11-25")) == ([], [])


def receipt_of(state: SendState) -> Receipt:
    """Make the receipt of a first letter of six days before."""
    identity = Identity(
        "ABCDE", contact().id, LetterKind.APPROACH, "1", "<remembered.x@example.com>", "Ada Okafor"
    )
    return Receipt(identity, state, d("11-18"), datetime(2026, 11, 18, 9))


def test_news_and_receipts_that_history_has_are_not_written_twice() -> None:
    mail = event(REPLY, "11-20", "Re: x", message_id="<a@example.org>")
    receipt = receipt_of(SendState.ACCEPTED)
    new, _ = take(contact(), (), [mail, mail], [receipt])
    assert [e.kind for e in new] == [EventKind.APPROACH, REPLY]
    assert take(contact(approach_sent="11-18", replied_on="11-20"), written(*new), [mail], [receipt]) == (
        [],
        [],
    )
    other_domain = replace(
        receipt, identity=replace(receipt.identity, message_id="<remembered.x@example.net>")
    )
    assert take(
        contact(approach_sent="11-18", replied_on="11-20"), written(*new), [mail], [other_domain]
    ) == ([], [])


def test_only_what_went_becomes_history() -> None:
    base = receipt_of(SendState.EXPORTED)
    kinds = {s: len(take(contact(), (), (), [replace(base, state=s)])[0]) for s in SendState}
    assert {s for s, n in kinds.items() if n} == {SendState.ACCEPTED, SendState.BY_HAND}


# Bounces

FIRST = event(EventKind.APPROACH, "11-02", message_id="<remembered.a@example.com>")
SECOND = event(EventKind.FOLLOW_UP, "11-12", message_id="<remembered.f@example.com>")


def gone(*events: Event) -> set[EventKind]:
    past = pasts([contact()], written(*events), (), (), d(TODAY))[contact().id]
    return {e.kind for e in past.taken_back}


@pytest.mark.parametrize(
    ("bounce", "taken"),
    [
        ("<remembered.a@example.com>", {EventKind.APPROACH}),
        ("<remembered.a@example.net>", {EventKind.APPROACH}),
        ("<remembered.f@example.com>", {EventKind.FOLLOW_UP}),
        ("", {EventKind.FOLLOW_UP}),
        ("<mine@example.com>", {EventKind.FOLLOW_UP}),
        ("<remembered.z@example.com>", set()),
    ],
)
def test_a_bounce_takes_back_the_letter_it_names_else_the_newest(bounce: str, taken: set[EventKind]) -> None:
    assert (
        gone(FIRST, SECOND, event(BOUNCE, "11-13", "address ada.okafor@example.org", message_id=bounce))
        == taken
    )


def test_a_letter_refused_at_the_door_takes_no_earlier_one_back() -> None:
    refused = event(
        BOUNCE, "11-20", "address ada.okafor@example.org", message_id="<remembered.never-went@example.com>"
    )
    facts = standing(contact(approach_sent="11-02"), TODAY, written(FIRST, refused)).facts
    assert (facts.bounced, facts.approach) == (True, d("11-02"))


@pytest.mark.parametrize("mid", ["<remembered.f@example.com>", "<mine@example.com>"])
def test_two_notices_of_one_bounce_take_one_letter_back(mid: str) -> None:
    twice = [
        event(BOUNCE, day, "address ada.okafor@example.org", message_id=mid) for day in ("11-13", "11-14")
    ]
    assert gone(FIRST, SECOND, *twice) == {EventKind.FOLLOW_UP}


def test_a_letter_after_the_bounce_stands() -> None:
    bounce = event(BOUNCE, "11-13", "address ada.okafor@example.org")
    facts = standing(
        contact(),
        TODAY,
        written(FIRST, bounce, FIRST._replace(date=d("11-16"), message_id="<remembered.b@example.com>")),
    ).facts
    assert (facts.bounced, facts.approach) == (False, d("11-16"))


def test_a_letter_typed_in_again_on_the_day_of_a_bounce_stands() -> None:
    """The first came back from the old address; the second went to the new one on the same day."""
    bounce = event(BOUNCE, "11-10", "address old@example.org")
    history = written(event(EventKind.APPROACH, "11-10", ENTERED), bounce)
    new, _ = take(contact(approach_sent="11-10"), history)
    assert [(e.kind, e.date) for e in new] == [(EventKind.APPROACH, d("11-10"))]
    both = [*history, new[0]._replace(row=4)]
    facts = standing(contact(approach_sent="11-10"), TODAY, both).facts
    assert ({e.row for e in facts.past.taken_back}, facts.approach) == ({2}, d("11-10"))


def test_a_bounce_is_news_though_it_carries_the_message_id_of_a_letter_in_history() -> None:
    bounce = event(BOUNCE, "11-13", "address ada.okafor@example.org", message_id=FIRST.message_id)
    c = contact(approach_sent="11-02", last_contact="11-02")
    new, _ = take(c, written(FIRST), [bounce])
    assert new == [bounce]
    agenda = plan(c, TODAY, written(FIRST), news=[bounce])
    assert [str(a.step) for a in agenda.due()] == ["fix_address"]
    (cells,), events = write_back(
        [c], agenda, pasts([c], written(FIRST), [bounce], (), d(TODAY)), written(FIRST)
    )
    assert (cells.approach_sent, cells.last_contact) == (None, None)
    assert take(cells, events, [bounce]) == ([], [])


@pytest.mark.parametrize(
    ("detail", "address"),
    [
        ("address a.b@example.org", "a.b@example.org"),
        ("user@x.example.org: no such mailbox", "user@x.example.org"),
        ("<A.B@Example.org>: unknown", "a.b@example.org"),
        ("'a@example.org'.", "a@example.org"),
        ("no such user", ""),
        ("[a@example.org]", "a@example.org"),
    ],
)
def test_the_address_of_a_bounce(detail: str, address: str) -> None:
    assert bounced_address(event(BOUNCE, "11-13", detail)) == address


# Typed and blanked dates


def test_a_letter_that_the_user_sent_on_their_own_is_captured() -> None:
    new, _ = take(contact(approach_sent="11-16"))
    assert [(e.kind, e.date, e.detail) for e in new] == [
        (EventKind.APPROACH, d("11-16"), "entered in Contacts")
    ]
    assert take(contact(approach_sent="11-16"), written(*new)) == ([], [])


def test_a_thank_you_for_no_conversation_is_not_taken_up_until_one_is_filled_in() -> None:
    alone = contact(thank_you_sent="11-20")
    assert take(alone) == ([], [])
    new, _ = take(alone._replace(called_on=d("11-19"), call_result=CallResult.PUT_OFF))
    assert {e.kind for e in new} == {CALL, EventKind.THANK_YOU}


def test_a_second_thank_you_typed_in_is_captured_and_a_corrected_approach_is_believed() -> None:
    before = written(
        event(EventKind.APPROACH, "11-02"),
        event(CALL, "11-10", "Put off"),
        event(EventKind.THANK_YOU, "11-10"),
    )
    new, _ = take(contact(thank_you_sent="11-20", approach_sent="11-03"), before)
    assert [(e.kind, e.date) for e in new] == [(EventKind.THANK_YOU, d("11-20"))]
    facts = standing(contact(approach_sent="11-03"), TODAY, before).facts
    assert (facts.approach, facts.thank_you) == (d("11-03"), d("11-10"))


def test_a_blanked_date_is_filled_in_again_from_history() -> None:
    past = pasts([contact()], written(event(EventKind.APPROACH, "11-02")), (), (), d(TODAY))[contact().id]
    assert effective_date(None, EventKind.APPROACH, past) == d("11-02")
    assert effective_date(None, EventKind.THANK_YOU, past) is None


def test_a_letter_just_sent_counts_before_its_row_is_written() -> None:
    met = contact(called_on="11-20", call_result=CallResult.INTERVIEWED, thank_you_sent="11-02")
    receipt = Receipt(
        Identity(
            "ABCDE",
            met.id,
            LetterKind.THANK_YOU_PHONE,
            "2026-11-20",
            "<remembered.t@example.com>",
            met.name,
        ),
        SendState.BY_HAND,
        d("11-23"),
        datetime(2026, 11, 23, 9),
    )
    past = pasts([met], written(event(EventKind.THANK_YOU, "11-02")), (), [receipt], d(TODAY))[met.id]
    assert facts_of(met, past, d(TODAY)).thank_you == d("11-23")


def test_details_are_read_as_they_are_written() -> None:
    assert promised_call(event(EventKind.APPROACH, "11-02", "call on 2026-11-09")) == d("11-09")
    assert promised_call(event(EventKind.APPROACH, "11-02")) is None
    assert back_on(event(EventKind.AUTOMATIC, "11-02", "back 2026-11-09")) == d("11-09")


def test_blanking_replied_on_undoes_a_reply_that_came_by_mail() -> None:
    before = written(
        event(EventKind.APPROACH, "11-10"),
        event(REPLY, "11-16", "Re: Your work", message_id="<newsletter@example.org>"),
    )
    heard = standing(contact(approach_sent="11-10", replied_on="11-16"), TODAY, before)
    assert heard.facts.replied == d("11-16")

    blanked = contact(approach_sent="11-10", last_contact="11-16")
    new, changed = take(blanked, before)
    assert (new, [(e.row, e.date, e.detail) for e in changed]) == (
        [],
        [(3, d("11-16"), "no reply, you say; Re: Your work")],
    )
    first = standing(blanked, TODAY, before)
    after = [before[0], *changed]
    assert take(contact(approach_sent="11-10", last_contact="11-10"), after) == ([], [])
    second = standing(contact(approach_sent="11-10", last_contact="11-10"), TODAY, after)
    for found in (first, second):
        assert (found.facts.replied, found.facts.last_contact) == (None, d("11-10"))
    assert (first.stage, first.step) == (second.stage, second.step)


def test_a_reply_that_the_same_run_brings_is_not_undone_by_the_cell_that_is_still_blank() -> None:
    news = [event(REPLY, "11-16", "Re: Your work", message_id="<answer@example.org>")]
    new, changed = take(
        contact(approach_sent="11-10"), written(event(EventKind.APPROACH, "11-10")), news=news
    )
    assert ([(e.kind, e.detail) for e in new], changed) == ([(REPLY, "Re: Your work")], [])


def test_a_reply_that_the_user_entered_or_whose_cell_cannot_be_read_stays() -> None:
    typed = written(event(REPLY, "11-16"))
    by_mail = written(event(REPLY, "11-16", "Re: Your work", message_id="<answer@example.org>"))
    assert take(contact(approach_sent="11-10"), typed)[1] == []
    assert take(contact(approach_sent="11-10", unreadable=("replied_on",)), by_mail)[1] == []


def test_a_day_entered_again_counts_beside_the_mail_that_was_none() -> None:
    none = written(
        event(REPLY, "11-16", "no reply, you say; Re: Your work", message_id="<answer@example.org>")
    )
    new, changed = take(contact(approach_sent="11-10", replied_on="11-16"), none)
    assert ([(e.kind, e.date, e.message_id) for e in new if e.kind is REPLY], changed) == (
        [(REPLY, d("11-16"), "")],
        [],
    )


def test_a_workbook_without_replied_on_undoes_no_reply() -> None:
    heard = event(EventKind.REPLY, "11-20", "Re: Your work", message_id="<r1@example.org>")
    [kept] = written(heard)
    blanked, without = (
        contact(approach_sent=d("11-02")),
        contact(approach_sent=d("11-02"), without=("replied_on",)),
    )
    assert pasts([blanked], [kept], (), (), d("11-23"))[blanked.id].undone == (kept,)
    assert pasts([without], [kept], (), (), d("11-23"))[without.id].undone == ()


def by_hand(kind: LetterKind, occasion: str, on: str) -> Receipt:
    """Make the receipt of a letter that the user says went, of which Contacts had a date already."""
    identity = Identity("ABCDE", contact().id, kind, occasion, "<remembered.h@example.com>", "Ada Okafor")
    return Receipt(identity, SendState.BY_HAND, d(on), datetime(2026, 11, 23, 9))


def test_a_letter_said_to_be_sent_is_the_one_whose_date_was_typed_before() -> None:
    typed = written(event(EventKind.APPROACH, "11-10", ENTERED))
    new, changed = take(contact(), typed, (), [by_hand(LetterKind.APPROACH, "1", "11-18")])
    assert (new, [(e.row, e.date) for e in changed]) == ([], [(2, d("11-10"))])
    assert changed[0].message_id == "<remembered.h@example.com>"
    past = pasts([contact()], typed, (), [by_hand(LetterKind.APPROACH, "1", "11-18")], d(TODAY))
    assert len(past[contact().id].letters(EventKind.APPROACH)) == 1


@pytest.mark.parametrize(
    ("went", "now", "from_"),
    [
        (Channel.POST, Channel.EMAIL, "ada okafor, 1 main street, springfield"),
        (Channel.EMAIL, Channel.POST, "ada.okafor@example.org"),
    ],
)
def test_a_letter_came_back_from_where_it_went_though_they_are_written_to_otherwise_now(
    went: Channel, now: Channel, from_: str
) -> None:
    ada = contact(address="1 Main Street\nSpringfield", channel=now)
    history = written(event(EventKind.APPROACH, "11-02", channel=went), event(BOUNCE, "11-20"))
    _, (told,) = take(ada, history)
    assert bounced_address(told) == from_
    assert standing(ada, TODAY, history).step.step == "approach"


def test_it_is_another_one_where_that_came_back_since() -> None:
    typed = written(event(EventKind.APPROACH, "11-10", ENTERED), event(BOUNCE, "11-12"))
    new, changed = take(contact(), typed, (), [by_hand(LetterKind.APPROACH, "1+1", "11-18")])
    assert [(e.kind, e.date) for e in new] == [(EventKind.APPROACH, d("11-18"))]
    assert [e for e in changed if e.row == 2] == []


def test_it_is_another_one_where_that_came_back_on_its_very_day() -> None:
    typed = written(
        event(EventKind.APPROACH, "11-12", ENTERED), event(BOUNCE, "11-12", "address old@example.org")
    )
    new, changed = take(contact(), typed, (), [by_hand(LetterKind.APPROACH, "1+1", "11-18")])
    assert ([(e.kind, e.date) for e in new], changed) == ([(EventKind.APPROACH, d("11-18"))], [])


def test_a_bounce_typed_once_the_address_was_corrected_gets_none_and_its_row_is_asked_for() -> None:
    typed = written(event(EventKind.APPROACH, "11-10", ENTERED), event(BOUNCE, "11-12", "no such user"))
    before, moved = contact(), contact()._replace(email="a.okafor@example.net")
    assert [e.detail for e in take(before, typed, ())[1]] == ["address ada.okafor@example.org; no such user"]
    assert take(moved, typed, ())[1] == []
    step = standing(moved, "11-16", typed).step
    assert (step.rule, step.step) == ("R14", "fix_address")
    assert (
        step.why
        == "A letter came back, and row 3 of History doesn't say from which address: type that into its Detail."
    )
    said = [typed[0], typed[1]._replace(detail="no such user ada.okafor@example.org")]
    assert [e.detail for e in take(moved, said, ())[1]] == [
        "address ada.okafor@example.org; no such user ada.okafor@example.org"
    ]
    assert standing(moved, "11-16", said).step.step == "approach"


def test_who_had_a_letter_come_back_before_has_corrected_the_address_for_the_next() -> None:
    again = written(
        event(EventKind.APPROACH, "11-02", ENTERED),
        event(BOUNCE, "11-04", "address ada.okafor@example.org"),
        event(EventKind.APPROACH, "11-10", ENTERED),
        event(BOUNCE, "11-12"),
    )
    moved = contact()._replace(email="a.okafor@example.net")
    assert [e.detail for e in take(moved, again, ())[1]] == ["address a.okafor@example.net"]


def test_thanks_said_to_be_sent_are_not_those_typed_before_the_talk() -> None:
    typed = written(event(EventKind.THANK_YOU, "11-02", ENTERED))
    new, changed = take(contact(), typed, (), [by_hand(LetterKind.THANK_YOU_PHONE, "2026-11-20", "11-23")])
    assert ([(e.kind, e.date) for e in new], changed) == ([(EventKind.THANK_YOU, d("11-23"))], [])
