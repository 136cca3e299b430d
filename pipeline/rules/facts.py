"""A contact's facts: the row together with its History, brought into the form that the rules ask about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from pipeline.model import (
    ACCEPTED,
    ATTEMPTS,
    LETTER_EVENTS,
    PUTS_OFF,
    TALKED,
    CallResult,
    Channel,
    Contact,
    Conversation,
    Event,
    EventKind,
    Held,
    InterviewType,
    LetterKind,
)
from pipeline.rules.details import (
    bounced_address,
    for_undated,
    held_of,
    promised_call,
    result_of,
    type_of,
)
from pipeline.rules.history import NO_PAST, Past, effective_date

MISSED = (Held.CANCELLED, Held.NO_SHOW)


class Call(NamedTuple):
    date: date
    result: CallResult | None


class Facts(NamedTuple):
    """What the rules look at. Dates are days; None = it never happened."""

    contact: Contact
    past: Past
    by_post: bool
    approach: date | None
    follow_up: date | None
    thank_you: date | None
    letter: date | None
    promised: date | None
    replied: date | None
    answered: date | None
    calls: tuple[Call, ...]
    interview: date | None
    conversations: tuple[Conversation, ...]
    last_contact: date | None
    away: Event | None
    bounced: bool
    result: CallResult | None = None
    result_on: date | None = None

    @property
    def untouched(self) -> bool:
        """Tell whether nothing has ever gone or come, so that only an approach can be due."""
        return self.past is NO_PAST and not (
            self.result or self.interview or self.last_contact or self.conversations
        )

    @property
    def last_call(self) -> Call | None:
        """Return the latest call."""
        return self.calls[-1] if self.calls else None

    @property
    def call_again(self) -> date | None:
        """Return `Call again on` while no call has been made on or after it."""
        day = self.contact.call_again_on
        return day if day and (not self.calls or day > self.calls[-1].date) else None

    def call_again_since(self, day: date) -> date | None:
        """Return `Call again on`, unless it was noted for a day before what has happened since."""
        return self.call_again if self.call_again and self.call_again >= day else None

    @property
    def moved_on(self) -> bool:
        """Tell whether an interview or a conversation came after the latest result, which it then outlives."""
        if self.result_on is None:
            return False
        met = self.interview is not None and not self.interview_missed and self.interview >= self.result_on
        return met or bool(self.latest and self.latest.date > self.result_on)

    @property
    def latest(self) -> Conversation | None:
        """Return the latest conversation."""
        return self.conversations[-1] if self.conversations else None

    @property
    def unthanked(self) -> tuple[Conversation, ...]:
        """List the conversations that no thank-you followed (R5)."""
        return tuple(c for c in self.conversations if not self._settled(c))

    def _settled(self, talk: Conversation) -> bool:
        if talk.undated:
            return self._undated_thanked()
        if (
            talk.letter is LetterKind.THANK_YOU_DECLINED
            and talk.by_mail
            and self.answered
            and self.answered >= talk.date
        ):
            return True
        return self.thank_you is not None and self.thank_you >= talk.date

    def _undated_thanked(self) -> bool:
        """A talk without a date has its thank-you if one says so, or one is left over after those that have a date."""
        letters = self.past.letters(EventKind.THANK_YOU)
        dated = max((c.date for c in self.conversations if not c.undated), default=None)
        return any(map(for_undated, letters)) or sum(dated is None or e.date >= dated for e in letters) > (
            dated is not None
        )

    @property
    def thanked(self) -> bool:
        """Tell whether the latest conversation has its thank-you."""
        return self.latest is not None and not self.unthanked and self.thank_you is not None

    def attempts(self) -> int:
        """Count the calls without reaching them since the last thing that starts the attempts anew (R8)."""
        talked = self.latest.date if self.latest else None
        since = max(
            (d for d in (self.approach, self.replied, self.interview_missed, self.fresh_start, talked) if d),
            default=None,
        )
        count = 0
        for call in reversed(self.calls):
            if (call.result and call.result not in ATTEMPTS) or (since and call.date < since):
                break
            count += call.result is not None
        return 0 if self.call_again else count

    @property
    def fresh_start(self) -> date | None:
        """Return a `Call again on` that has come and been called on."""
        day = self.contact.call_again_on
        return day if day and self.calls and day <= self.calls[-1].date else None

    @property
    def interview_missed(self) -> date | None:
        """Return the date of an interview that was cancelled or missed and has no new date."""
        return self.interview if self.contact.interview_held in MISSED else None

    def since_approach(self, day: date | None) -> bool:
        """Tell whether something happened on or after the approach letter."""
        return bool(day and self.approach and day >= self.approach)


# Most people of a long list have no facts yet: theirs are made without calling the class, which takes three times as long.
_blank_facts = partial(tuple.__new__, Facts)
_NOTHING = Facts(
    Contact(0, ""), NO_PAST, False, None, None, None, None, None, None, None, (), None, (), None, None, False
)[3:]


def facts_of(c: Contact, past: Past, today: date) -> Facts:
    """Bring a contact's row and its History together."""
    if past is NO_PAST and not (c.call_result or c.interview_on or c.last_contact or c.interview_held):
        return _blank_facts((c, past, c.channel is Channel.POST, *_NOTHING))
    approach = effective_date(c.approach_sent, EventKind.APPROACH, past)
    follow_up = effective_date(c.follow_up_sent, EventKind.FOLLOW_UP, past)
    thank_you = effective_date(c.thank_you_sent, EventKind.THANK_YOU, past)
    letters = past.letters(EventKind.APPROACH, EventKind.FOLLOW_UP)
    letter = max((d for d in (approach, follow_up) if d), default=None)
    newest = next((e for e in reversed(letters) if e.date == letter), letters[-1] if letters else None)
    promised = promised_call(newest) if newest else None
    calls, (result, result_on) = _calls(past), _result(c, past, today)
    replies = [e.date for e in past.of(EventKind.REPLY)]
    answers = [e.date for e in past.of(EventKind.ANSWER)]
    return Facts(
        c,
        past,
        (newest.channel == Channel.POST if newest and newest.channel else c.channel is Channel.POST),
        approach,
        follow_up,
        thank_you,
        letter,
        promised if promised and letter and promised > letter else None,
        replies[-1] if replies else None,
        answers[-1] if answers else None,
        calls,
        c.interview_on or (_missed_on(past, calls, today) if c.interview_held in MISSED else None),
        _conversations(c, past, today),
        _last_contact(c, past, (approach, follow_up, thank_you)),
        _away(past, letter),
        _bounced(c, past),
        result,
        result_on,
    )


def outgoing_before(facts: Facts, day: date) -> EventKind | None:
    """Name the newest of our letters on or before a day: what a reply on that day replies to (R6)."""
    sent = [(e.date, i, e.kind) for i, e in enumerate(facts.past.letters(*LETTER_EVENTS)) if e.date <= day]
    cells = (
        (facts.approach, EventKind.APPROACH),
        (facts.follow_up, EventKind.FOLLOW_UP),
        (facts.thank_you, EventKind.THANK_YOU),
    )
    sent += [(d, -1, kind) for d, kind in cells if d and d <= day]
    return max(sent)[2] if sent else None


def _calls(past: Past) -> tuple[Call, ...]:
    by_day = {e.date: result_of(e) for e in past.of(EventKind.CALL)}
    return tuple(Call(d, r) for d, r in sorted(by_day.items()))


def _result(c: Contact, past: Past, today: date) -> tuple[CallResult | None, date | None]:
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


def _missed_on(past: Past, calls: tuple[Call, ...], today: date) -> date:
    """Date an interview that was cancelled or missed, and whose date is blank: by History, the latest call, else today."""
    known = past.of(EventKind.INTERVIEW)
    return known[-1].date if known else calls[-1].date if calls else today


def _conversations(c: Contact, past: Past, today: date) -> tuple[Conversation, ...]:
    found: list[Conversation] = []
    put_off = False
    accepted: CallResult | None = None
    for event in past.of(EventKind.CALL, EventKind.REPLY, EventKind.INTERVIEW):
        if event.kind is EventKind.INTERVIEW:
            if held_of(event) is Held.YES:
                found.append(
                    Conversation(
                        event.date,
                        _letter_after(_type_of(c, event, accepted)),
                        put_off_before=put_off,
                        type_blank=_type_of(c, event, accepted) is None,
                    )
                )
            continue
        result = result_of(event)
        if result in ACCEPTED:
            accepted = result
            found = [f for f in found if f.letter is not LetterKind.THANK_YOU_PUT_OFF]
        elif result in TALKED:
            found.append(
                Conversation(
                    event.date,
                    _LETTERS[result],
                    by_mail=event.kind is EventKind.REPLY,
                    put_off_before=put_off,
                    talked=result is CallResult.PUT_OFF_TALKED,
                )
            )
            put_off = put_off or result in PUTS_OFF
    found.sort(key=lambda f: f.date)
    return (*found, *_undated(c, past, accepted, today))


def _undated(c: Contact, past: Past, accepted: CallResult | None, today: date) -> Iterator[Conversation]:
    """A conversation that the row tells of without saying when, or for a day still to come: due today."""
    result, day = _result(c, past, today)
    if result in TALKED and day is None:
        yield Conversation(today, _LETTERS[result], undated=True, talked=result is CallResult.PUT_OFF_TALKED)
    unknown = not any(held_of(e) is Held.YES for e in past.of(EventKind.INTERVIEW))
    if c.interview_held is Held.YES and unknown and (c.interview_on is None or c.interview_on > today):
        kind = c.interview_type or (_TYPES[accepted] if accepted else None)
        yield Conversation(today, _letter_after(kind), undated=True, type_blank=kind is None)


_LETTERS = {
    CallResult.PUT_OFF: LetterKind.THANK_YOU_PUT_OFF,
    CallResult.PUT_OFF_TALKED: LetterKind.THANK_YOU_PUT_OFF,
    CallResult.INTERVIEWED: LetterKind.THANK_YOU_PHONE,
    CallResult.DECLINED: LetterKind.THANK_YOU_DECLINED,
    CallResult.WRONG_PERSON: LetterKind.THANK_YOU_DECLINED,
}
_TYPES = {
    CallResult.ACCEPTED_IN_PERSON: InterviewType.IN_PERSON,
    CallResult.ACCEPTED_PHONE: InterviewType.PHONE,
    CallResult.ACCEPTED_VIDEO: InterviewType.VIDEO,
}


def _type_of(c: Contact, event: Event, accepted: CallResult | None) -> InterviewType | None:
    named = type_of(event)
    if named is None and event.date == c.interview_on:
        named = c.interview_type
    return named or (_TYPES[accepted] if accepted else None)


def _letter_after(kind: InterviewType | None) -> LetterKind:
    return (
        LetterKind.THANK_YOU_PHONE
        if kind in (InterviewType.PHONE, InterviewType.VIDEO)
        else LetterKind.THANK_YOU_IN_PERSON
    )


def _last_contact(c: Contact, past: Past, letters: tuple[date | None, ...]) -> date | None:
    days = [d for d in letters if d]
    days += [
        e.date
        for e in past.events
        if not (past.taken_back and e in past.taken_back)
        and e.kind not in (EventKind.BOUNCE, EventKind.AUTOMATIC)
        and not (e.kind is EventKind.INTERVIEW and held_of(e) is not Held.YES)
    ]
    taken_back = {e.date for e in past.taken_back}
    if c.last_contact and c.last_contact not in past.superseded and c.last_contact not in taken_back:
        days.append(c.last_contact)
    return max(days, default=None)


def _away(past: Past, letter: date | None) -> Event | None:
    notes = [e for e in past.of(EventKind.AUTOMATIC) if letter and e.date >= letter]
    return notes[-1] if notes else None


def _bounced(c: Contact, past: Past) -> bool:
    bounces = past.of(EventKind.BOUNCE)
    if not bounces:
        return False
    last = bounces[-1]
    if any(e.date > last.date for e in past.letters(*LETTER_EVENTS)):
        return False
    return bounced_address(last) in ("", c.email.casefold())
