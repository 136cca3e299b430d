"""The conversations that owe thanks, and which letter each asks for (R5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pipeline.model import (
    ACCEPTED,
    ACCEPTED_TYPES,
    ASKING,
    ATTEMPTS,
    PUTS_OFF,
    TALKED,
    CallResult,
    Contact,
    Conversation,
    Event,
    EventKind,
    Held,
    InterviewType,
    LetterKind,
)
from pipeline.rules.details import held_of, result_of, type_of
from pipeline.rules.history import Past, spoken

_LETTERS = {
    CallResult.PUT_OFF: LetterKind.THANK_YOU_PUT_OFF,
    CallResult.PUT_OFF_TALKED: LetterKind.THANK_YOU_PUT_OFF,
    CallResult.INTERVIEWED: LetterKind.THANK_YOU_PHONE,
    CallResult.DECLINED: LetterKind.THANK_YOU_DECLINED,
    CallResult.WRONG_PERSON: LetterKind.THANK_YOU_DECLINED,
}
# Of several on one day the weightiest counts as the latest: dates don't tell which came first.
_WEIGHT = {LetterKind.THANK_YOU_DECLINED: 0, LetterKind.THANK_YOU_PUT_OFF: 1}


def conversations(
    c: Contact, past: Past, today: date, undated: CallResult | None
) -> tuple[Conversation, ...]:
    """List the conversations by date, those without one last. A later acceptance cancels a put-off's thanks.

    `undated` is what the latest call brought where the row doesn't say on which day, or names one still to come.
    """
    found: list[Conversation] = []
    put_off = False
    accepted: CallResult | None = None
    agreed: list[date] = []
    for event in past.of(EventKind.CALL, EventKind.REPLY, EventKind.INTERVIEW):
        result = None if event.kind is EventKind.INTERVIEW else result_of(event)
        if event.kind is EventKind.INTERVIEW and held_of(event) is Held.YES:
            found.append(_met(event.date, _type_of(c, event, accepted), put_off_before=put_off))
        elif result in ACCEPTED:
            accepted = result
            agreed.append(event.date)
            found = [f for f in found if f.letter is not LetterKind.THANK_YOU_PUT_OFF]
        elif result is not None and result in TALKED:
            by_mail = event.kind is EventKind.REPLY
            found.append(_told(event.date, result, by_mail=by_mail, put_off_before=put_off))
            put_off = put_off or result in PUTS_OFF
    found.sort(key=lambda f: (f.date, _WEIGHT.get(f.letter, 2)))
    asked = [e.date for e in past.letters(*ASKING)]
    return (*_with_first(found, [*agreed, *asked]), *_undated(c, past, undated, accepted, today))


def _with_first(found: Iterable[Conversation], anew_on: Sequence[date]) -> Iterator[Conversation]:
    """Say of each refusal when it was told first: by call and by mail it is one, while a second call is another (R5).

    After another talk, or a day of `anew_on`, on which a letter asked them or they agreed, it is a new one; so is whom to
    turn to after a mere no, or a no after that.
    """
    first: Conversation | None = None
    called = False
    for talk in found:
        on_call = not talk.by_mail
        anew = first and (
            first.passed_on != talk.passed_on or any(first.date < day <= talk.date for day in anew_on)
        )
        if talk.letter is not LetterKind.THANK_YOU_DECLINED:
            first = None
            yield talk
        elif first is None or anew or (called and on_call):
            first, called = talk, on_call
            yield talk
        else:
            called = called or on_call
            yield talk._replace(said_first=first.date)


def latest_result(c: Contact, past: Past, today: date) -> tuple[CallResult | None, date | None]:
    """Say what came of the latest call, or of the mail that stood for one, and when; no day = the row doesn't say, or names one still to come."""
    said = [
        (e.date, result_of(e))
        for e in past.of(EventKind.CALL, EventKind.REPLY)
        if e.kind is EventKind.CALL or result_of(e)
    ]
    day, result = said[-1] if said else (None, None)
    unsaid = c.called_on > today if c.called_on else c.replied_on is None
    if c.call_result and unsaid and result is not c.call_result:
        return c.call_result, None
    return result, day


def untold(events: Sequence[Event], contacts: Iterable[Contact], today: date) -> tuple[Event, ...]:
    """List the rows of History of an interview or a call that don't say what came of it, unless what came later does.

    Thanks settle both, a later result or talk a call; a later attempt tells of nothing before it. What a row says of an
    interview is about to be written over it.
    A call without any detail is an attempt whose result nobody filled in.
    """
    silent = [e for e in events if e.row and e.date <= today and _is_silent(e)]
    if not silent:
        return ()
    theirs = {e.contact_id for e in silent}
    said = [e for c in contacts if c.id in theirs for e in spoken(c, today)]
    in_rows = {(e.contact_id, e.kind, e.date) for e in said if e.kind is EventKind.INTERVIEW}
    thanked, told = dict[str, date](), dict[str, date]()
    for e in sorted((*events, *said), key=lambda e: e.date):
        if e.contact_id in theirs and e.kind is EventKind.THANK_YOU:
            thanked[e.contact_id] = told[e.contact_id] = e.date
        elif e.contact_id in theirs and _tells(e):
            told[e.contact_id] = e.date
    settled = {EventKind.CALL: told, EventKind.INTERVIEW: thanked}
    return tuple(
        e
        for e in silent
        if settled[e.kind].get(e.contact_id, date.min) < e.date
        and (e.contact_id, e.kind, e.date) not in in_rows
    )


def _is_silent(e: Event) -> bool:
    if e.kind is EventKind.INTERVIEW:
        return held_of(e) is None
    return e.kind is EventKind.CALL and bool(e.detail) and result_of(e) is None


def _tells(e: Event) -> bool:
    """Tell whether it says how one stands with somebody: an attempt doesn't."""
    if e.kind is EventKind.INTERVIEW:
        return held_of(e) is not None
    return e.kind in (EventKind.CALL, EventKind.REPLY) and result_of(e) not in (None, *ATTEMPTS)


def _undated(
    c: Contact, past: Past, result: CallResult | None, accepted: CallResult | None, today: date
) -> Iterator[Conversation]:
    """A conversation that the row tells of without saying when, or for a day still to come: due today."""
    if result is not None and result in TALKED:
        yield _told(today, result, undated=True)
    if c.interview_held is not Held.YES or any(held_of(e) is Held.YES for e in past.of(EventKind.INTERVIEW)):
        return
    if c.interview_on is None or c.interview_on > today:
        yield _met(today, c.interview_type or (ACCEPTED_TYPES[accepted] if accepted else None), undated=True)


def _met(
    day: date, kind: InterviewType | None, *, undated: bool = False, put_off_before: bool = False
) -> Conversation:
    letter = LetterKind.THANK_YOU_PHONE if kind and kind.at_a_distance else LetterKind.THANK_YOU_IN_PERSON
    return Conversation(day, letter, undated, put_off_before=put_off_before, type_blank=kind is None)


def _told(
    day: date,
    result: CallResult,
    *,
    undated: bool = False,
    by_mail: bool = False,
    put_off_before: bool = False,
) -> Conversation:
    talked = result is CallResult.PUT_OFF_TALKED
    passed_on = result is CallResult.WRONG_PERSON
    return Conversation(
        day, _LETTERS[result], undated, by_mail, put_off_before, talked=talked, passed_on=passed_on
    )


def _type_of(c: Contact, event: Event, accepted: CallResult | None) -> InterviewType | None:
    named = type_of(event)
    if named is None and event.date == c.interview_on:
        named = c.interview_type
    return named or (ACCEPTED_TYPES[accepted] if accepted else None)
