"""A mail of the user's own to a contact: what answers theirs, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from pipeline.ledger.records import DraftRecord, Notice, Receipt, SendState
from pipeline.mail.incoming.background import Background, Mail
from pipeline.mail.incoming.classify import MailKind
from pipeline.mail.incoming.meaning import Understood, held_by_hand, understood
from pipeline.mail.incoming.standing import (
    BY_HAND,
    DELAYED,
    FOLLOWED,
    THANKED,
    is_settled,
    notice_problems,
)
from pipeline.model import CallResult, Contact, Event, EventKind, Held, LetterKind
from pipeline.rules.details import no_reply_detail
from tests.mail import mails
from tests.mail.test_no_reply import ADA, ARRIVED, THURSDAY, background, read, sent_to
from tests.peers.letters import contact

THEIRS = Event(
    THURSDAY, ADA.id, ADA.name, EventKind.REPLY, "Email", "Re: Your work", "<theirs@lab.example.org>"
)


def taken_for(
    subject: str, *headers: str, theirs: Event | None = THEIRS, person: Contact = ADA
) -> list[EventKind]:
    """Say which events follow from a mail of the user's to somebody who wrote."""
    raw = mails.mail(f"From: {mails.ME}", f"To: {person.email}", f"Subject: {subject}", *headers, "", "Text.")
    known = background(person)
    known = replace(known, history=(theirs,) if theirs else ())
    mail = read(raw, known, in_sent=True)
    assert mail.kind is MailKind.OWN
    return [
        e.kind for e in understood([Mail(mail, "<own@example.com>", "m", ARRIVED)], known, {}, [], []).events
    ]


def meant(known: Background, *drafts: DraftRecord) -> Understood:
    """Say what a mail by hand to Ada means while these letters to her are in review since the day before."""
    raw = mails.mail(f"From: {mails.ME}", f"To: {ADA.email}", "Subject: Hello", "", "Text.")
    known = replace(known, state=known.state._replace(drafts={d.code: d for d in drafts}))
    since = {d.code: ARRIVED - timedelta(days=1) for d in drafts}
    mail = Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)
    return understood([mail], known, since, [], [])


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (SendState.EXPORTED, True),
        (SendState.REFUSED, True),
        (SendState.RELEASED, True),
        (SendState.CHECK, False),
        (SendState.DOT, False),
        (SendState.ACCEPTED, False),
        (SendState.BY_HAND, False),
    ],
)
def test_a_letter_for_which_a_mail_by_hand_may_stand_is_held_unless_more_is_known_of_it(
    state: SendState, asked: bool
) -> None:
    letter = replace(sent_to(ADA), state=state)
    found = meant(background(ADA, letters=(letter,)), DraftRecord(letter.identity, "", ""))
    assert [(r.state, "You wrote to this address yourself" in r.note) for r in found.receipts] == (
        [(SendState.HELD, True)] if asked else []
    )


@pytest.mark.parametrize(
    ("letters", "replied", "told"),
    [((), None, True), ((sent_to(ADA),), None, False), ((), THURSDAY - timedelta(days=1), False)],
)
def test_only_who_is_not_known_to_be_in_touch_may_have_got_a_first_letter_by_hand(
    letters: tuple[Receipt, ...], replied: date | None, told: bool
) -> None:
    found = meant(background(ADA._replace(replied_on=replied), letters=letters))
    assert [n.kind for n in found.notices] == ([BY_HAND] if told else [])


TO_THEIRS = f"In-Reply-To: {THEIRS.message_id}"


@pytest.mark.parametrize(
    ("subject", "headers"),
    [("Re: Your work", ()), ("Your visit", (TO_THEIRS,)), ("AW: Your work", (TO_THEIRS,))],
)
def test_what_follows_theirs_by_subject_or_thread_answers_it(subject: str, headers: tuple[str, ...]) -> None:
    assert taken_for(subject, *headers) == [EventKind.ANSWER]


def test_what_goes_on_the_day_in_replied_on_answers_it() -> None:
    assert taken_for("Re: Your work", theirs=None, person=ADA._replace(replied_on=THURSDAY)) == [
        EventKind.ANSWER
    ]
    later = ADA._replace(replied_on=THURSDAY + timedelta(days=1))
    assert taken_for("Re: Your work", theirs=None, person=later) == []


@pytest.mark.parametrize("subject", ["Fwd: Your work", "Re: Fwd: Your work", "WG: Your work"])
def test_what_is_passed_on_answers_nothing(subject: str) -> None:
    assert taken_for(subject, TO_THEIRS) == []


def test_nothing_answers_a_mail_that_the_user_called_no_reply() -> None:
    none = THEIRS._replace(detail=no_reply_detail("Re: Your work"))
    assert taken_for("Re: Your work", TO_THEIRS, theirs=none) == []


def own_mail(
    person: Contact, subject: str = "Thank you!", answers: str = "", letters: tuple[Receipt, ...] = ()
) -> Understood:
    """Say what a mail of the user's to somebody means with no letter in review yet."""
    raw = mails.mail(
        f"From: {mails.ME}",
        f"To: {person.email}",
        f"Subject: {subject}",
        *([answers] if answers else []),
        "",
        "Text.",
    )
    known = replace(background(person, letters=letters), history=(THEIRS,))
    return understood(
        [Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)], known, {}, [], []
    )


DAY = ARRIVED.date()
TALKED_WITH = ADA._replace(
    replied_on=THURSDAY, interview_on=DAY - timedelta(days=1), approach_sent=DAY - timedelta(days=9)
)


@pytest.mark.parametrize("answers", ["", TO_THEIRS])
@pytest.mark.parametrize(
    ("person", "asked"),
    [
        (TALKED_WITH, True),
        (TALKED_WITH._replace(interview_on=DAY), True),
        (TALKED_WITH._replace(interview_on=DAY, interview_time=time(0, 1)), True),
        (TALKED_WITH._replace(interview_on=DAY, interview_time=time(23, 59)), False),
        (TALKED_WITH._replace(interview_on=DAY + timedelta(days=1)), False),
        (TALKED_WITH._replace(thank_you_sent=DAY - timedelta(days=1)), False),
        (TALKED_WITH._replace(thank_you_sent=DAY - timedelta(days=5)), True),
        (TALKED_WITH._replace(interview_held=Held.CANCELLED), False),
        (TALKED_WITH._replace(interview_held=Held.NO_SHOW), False),
        (TALKED_WITH._replace(interview_on=None, called_on=DAY, call_result=CallResult.INTERVIEWED), True),
        (TALKED_WITH._replace(interview_on=None, called_on=DAY, call_result=CallResult.LEFT_MESSAGE), False),
    ],
)
def test_a_mail_of_ones_own_after_a_talk_may_be_the_thank_you(
    person: Contact, asked: bool, answers: str
) -> None:
    found = own_mail(person, answers=answers)
    assert [n.kind for n in found.notices] == ([THANKED] if asked else [])
    told = "If that was your thank-you, enter the day in Thank-you sent."
    assert all(told in n.message and not is_settled(n, person, DAY) for n in found.notices)
    thanked = person._replace(thank_you_sent=DAY)
    assert all(is_settled(n, thanked, DAY) for n in found.notices)


WAITING = ADA._replace(replied_on=None, approach_sent=DAY - timedelta(days=5))


@pytest.mark.parametrize(
    ("person", "subject", "asked"),
    [
        (WAITING, "Just following up", True),
        (WAITING, f"Re: {sent_to(ADA).subject}", True),
        (WAITING, sent_to(ADA).subject, False),
        (WAITING._replace(approach_sent=DAY), "Just following up", False),
        (WAITING._replace(follow_up_sent=DAY - timedelta(days=1)), "Just following up", False),
        (WAITING._replace(interview_on=DAY + timedelta(days=3)), "See you then", False),
        (WAITING._replace(called_on=DAY, call_result=CallResult.ACCEPTED_PHONE), "See you then", False),
        (WAITING._replace(called_on=DAY, call_result=CallResult.LEFT_MESSAGE), "Just following up", True),
    ],
)
def test_a_mail_of_ones_own_while_a_letter_waits_may_be_the_follow_up(
    person: Contact, subject: str, asked: bool
) -> None:
    raw = mails.mail(f"From: {mails.ME}", f"To: {person.email}", f"Subject: {subject}", "", "Text.")
    known = background(person, letters=(sent_to(ADA),))
    mail = Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)
    found = understood([mail], known, {}, [], [])
    assert [n.kind for n in found.notices] == ([FOLLOWED] if asked else [])


@pytest.mark.parametrize(
    ("kind", "held"), [(LetterKind.THANK_YOU_IN_PERSON, True), (LetterKind.CONFIRM, False)]
)
def test_an_answer_after_a_talk_holds_the_thank_you_in_review_alone(kind: LetterKind, held: bool) -> None:
    letter = replace(sent_to(ADA), state=SendState.EXPORTED)
    draft = DraftRecord(replace(letter.identity, kind=kind), "", "")
    raw = mails.mail(
        f"From: {mails.ME}", f"To: {ADA.email}", "Subject: Re: Your work", TO_THEIRS, "", "Text."
    )
    known = replace(background(TALKED_WITH, letters=()), history=(THEIRS,))
    known = replace(known, state=known.state._replace(drafts={draft.code: draft}))
    mail = Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)
    found = understood([mail], known, {draft.code: ARRIVED - timedelta(days=1)}, [], [])
    assert [r.state for r in found.receipts] == ([SendState.HELD] if held else [])


@pytest.mark.parametrize(
    ("person", "settled"),
    [
        (TALKED_WITH, False),
        (TALKED_WITH._replace(thank_you_sent=DAY - timedelta(days=1)), True),
        (TALKED_WITH._replace(interview_held=Held.CANCELLED), True),
        (TALKED_WITH._replace(interview_on=DAY + timedelta(days=20)), False),
        (TALKED_WITH._replace(interview_on=DAY + timedelta(days=20), thank_you_sent=DAY), True),
    ],
)
def test_a_mail_that_may_be_the_thank_you_is_asked_about_for_as_long_as_thanks_are_owed(
    person: Contact, settled: bool
) -> None:
    (notice,) = own_mail(TALKED_WITH).notices
    assert is_settled(notice, person, DAY + timedelta(days=20)) == settled


@pytest.mark.parametrize(
    ("person", "settled"),
    [
        (WAITING, False),
        (WAITING._replace(replied_on=DAY + timedelta(days=1)), True),
        (WAITING._replace(follow_up_sent=DAY), True),
        (WAITING._replace(called_on=DAY, call_result=CallResult.DECLINED), True),
    ],
)
def test_a_mail_that_may_be_the_follow_up_is_asked_about_for_as_long_as_the_letter_waits(
    person: Contact, settled: bool
) -> None:
    notice = Notice("m", WAITING.id, FOLLOWED, DAY, f"{ARRIVED.isoformat()} Just following up", "")
    assert is_settled(notice, person, DAY + timedelta(days=20)) == settled


def test_nothing_is_asked_of_mails_about_what_lies_before_act_from() -> None:
    raw = mails.mail(f"From: {mails.ME}", f"To: {ADA.email}", "Subject: Hello", "", "Text.")
    for person in (TALKED_WITH, WAITING):
        known = background(person, letters=(sent_to(ADA),))
        known = replace(known, settings=known.settings._replace(act_from=DAY))
        mail = Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)
        assert understood([mail], known, {}, [], []).notices == []


def test_what_may_be_the_thank_you_holds_no_other_letter() -> None:
    (notice,) = own_mail(TALKED_WITH, answers=TO_THEIRS).notices
    letter = sent_to(ADA)
    kinds = (LetterKind.CONFIRM, LetterKind.THANK_YOU_IN_PERSON)
    drafts = [
        DraftRecord(replace(letter.identity, kind=k, code=k.value, message_id=f"<{k}@x>"), "", "")
        for k in kinds
    ]
    known = background(TALKED_WITH, letters=())
    known = replace(known, state=known.state._replace(drafts={d.code: d for d in drafts}))
    since = {d.code: ARRIVED - timedelta(days=1) for d in drafts}
    assert [r.kind for r in held_by_hand([notice], known, since)] == [LetterKind.THANK_YOU_IN_PERSON]


def test_several_mails_by_hand_to_somebody_are_one_question_the_newest_first() -> None:
    days = [DAY - timedelta(days=n) for n in (0, 2, 4, 6, 8)]

    def asked(count: int, *others: Notice) -> list[str]:
        notices = [
            Notice(f"m{d}", ADA.id, THANKED, d, f"{d}T09:00:00+00:00 Mail {n}", "One.")
            for n, d in enumerate(days[:count])
        ]
        person = TALKED_WITH._replace(interview_on=days[-1], replied_on=None)
        return [p.message for p in notice_problems([*reversed(notices), *others], [], {ADA.id: person}, DAY)]

    assert asked(1) == ["One."]
    assert asked(2) == [
        f"You wrote to Ada Okafor yourself on {days[0]} (“Mail 0”) and on {days[1]} (“Mail 1”). If one of these mails was"
        " your thank-you, enter its day in Thank-you sent."
    ]
    assert "(“Mail 2”) and once before. If" in asked(4)[0]
    assert "(“Mail 2”) and 2 times before. If" in asked(5)[0]
    assert len(asked(5, Notice("x", ADA.id, DELAYED, DAY, "", "Late."))) == 2


def test_a_mail_by_hand_to_several_may_be_the_letter_of_each() -> None:
    bo = contact(1, id="BO", first_name="Bo", last_name="Lindqvist", email="bo@mill.example.net")
    raw = mails.mail(
        f"From: {mails.ME}", f"To: {ADA.email}", f"Cc: {bo.email}", "Subject: Hello", "", "Text."
    )
    known = background(ADA, bo, letters=())
    drafts = {p.id: DraftRecord(replace(sent_to(p).identity, code=p.id), "", "") for p in (ADA, bo)}
    known = replace(known, state=known.state._replace(drafts=drafts))
    mail = Mail(read(raw, known, in_sent=True), "<own@example.com>", "m", ARRIVED)
    found = understood([mail], known, dict.fromkeys(drafts, ARRIVED - timedelta(days=1)), [], [])
    assert [(r.contact_id, r.state) for r in found.receipts] == [
        ("ADA", SendState.HELD),
        ("BO", SendState.HELD),
    ]
    assert [(n.contact_id, n.kind) for n in found.notices] == [("ADA", BY_HAND), ("BO", BY_HAND)]
    assert len({n.key for n in found.notices}) == 2
