"""A contact's facts: the row together with its History, brought into the form that the rules ask about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pipeline.model import (
    ASKING,
    ATTEMPTS,
    LETTER_EVENTS,
    MISSED,
    REFUSED,
    TO_WHO_ANSWERED,
    CallResult,
    Channel,
    Contact,
    Conversation,
    Event,
    EventKind,
    Held,
    LetterKind,
    Source,
)
from pipeline.model.addresses import written_to
from pipeline.model.described import is_nobody
from pipeline.rules.details import for_undated, held_of, promised_call, result_of
from pipeline.rules.history import Past, effective_date, was_before
from pipeline.rules.returns import NO_RETURNS, came_back_to, gone_from
from pipeline.rules.talks import conversations, latest_result

_TO_THEMSELVES = LETTER_EVENTS - {EventKind.THANK_REFERRER}


class Call(NamedTuple):
    date: date
    result: CallResult | None


class Promise(NamedTuple):
    """The day on which a sent letter says that the user will call. `asks`: that letter is an approach or a follow-up."""

    day: date
    made_on: date
    asks: bool


class Facts(NamedTuple):
    """What the rules look at. Dates are days; None = it never happened.

    `begun`: something has gone or come. `letter` is our last approach or follow-up, `by_post` how it went; `promise` one not
    kept yet; `result` what the latest call or mail brought. `referrer` is who named this person to the user, `referred` the
    IDs of whom they named. `returned` is the letter, to whomever, that came back from where the next one would go, or the
    automatic reply that says that they are gone from there.
    """

    contact: Contact
    past: Past
    begun: bool = False
    by_post: bool = False
    approach: date | None = None
    follow_up: date | None = None
    thank_you: date | None = None
    letter: date | None = None
    promise: Promise | None = None
    replied: date | None = None
    answered: date | None = None
    calls: tuple[Call, ...] = ()
    interview: date | None = None
    conversations: tuple[Conversation, ...] = ()
    last_contact: date | None = None
    away: Event | None = None
    returned: Event | None = None
    result: CallResult | None = None
    result_on: date | None = None
    referrer: str = ""
    referred: tuple[str, ...] = ()

    @property
    def bounced(self) -> bool:
        """Tell whether a letter came back from where the next one would go, or they are gone from there (R14)."""
        return self.returned is not None

    @property
    def gone(self) -> bool:
        """Tell whether they are gone from where the next letter would go, and the last one arrived (R14)."""
        return self.returned is not None and self.returned.kind is EventKind.AUTOMATIC

    @property
    def is_stranger(self) -> bool:
        """Tell whether nothing has gone or come, and History tells of nothing: only a first letter can be owed."""
        return not (self.begun or self.past.events or self.returned)

    @property
    def by_referral(self) -> bool:
        """Tell whether somebody named this person to the user."""
        return bool(self.referrer) or self.contact.source is Source.REFERRAL

    @property
    def named_by(self) -> str:
        """Name who named this person; blank where Referred by says what is no person's name."""
        return "" if is_nobody(self.referrer) else self.referrer

    @property
    def last_call(self) -> Call | None:
        """Return the latest call."""
        return self.calls[-1] if self.calls else None

    @property
    def wrote_on(self) -> bool:
        """Tell whether a letter has gone since the approach that nobody gets who hasn't answered; how they did may be lost."""
        return any(self.since_approach(e.date) for e in self.past.letters(*TO_WHO_ANSWERED))

    @property
    def tries(self) -> tuple[Call, ...]:
        """List the calls since the approach that reached nobody: what a follow-up may name (R10)."""
        return tuple(c for c in self.calls if c.result in ATTEMPTS and self.since_approach(c.date))

    @property
    def call_again(self) -> date | None:
        """Return `Call again on` while no call has been made on or after it."""
        day = self.contact.call_again_on
        return day if day and (not self.calls or day > self.calls[-1].date) else None

    def call_again_since(self, day: date) -> date | None:
        """Return `Call again on`, unless it was noted for a day before what has happened since."""
        return self.call_again if self.call_again and self.call_again >= day else None

    @property
    def result_since_letter(self) -> CallResult | None:
        """Return what the latest call or mail brought, unless it came before our last letter (R8)."""
        before = self.letter and self.result_on and self.result_on < self.letter
        return None if before else self.result

    @property
    def refused(self) -> bool:
        """Tell whether they declined, or were the wrong person, and neither met the user later nor agreed to a day."""
        if self.result not in REFUSED:
            return False
        ahead = self.contact.interview_held is None and self.interview is not None
        if ahead and self.result_on and self.interview and self.interview > self.result_on:
            return False
        return self.latest is None or self.latest.letter is LetterKind.THANK_YOU_DECLINED

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
        since = talk.said_first or talk.date
        if self._answered_refusal(talk):
            return True
        if self.thank_you is not None and self.thank_you >= since:
            return True
        # A day typed over it, before the talk, is asked about at its cell: what we sent went.
        return any(e.message_id and e.date >= since for e in self.past.letters(EventKind.THANK_YOU))

    def _answered_refusal(self, talk: Conversation) -> bool:
        """Tell whether the user has answered the mail that said this refusal, or said it again."""
        if talk.letter is not LetterKind.THANK_YOU_DECLINED or self.answered is None:
            return False
        first = talk.said_first or talk.date
        same = (
            c
            for c in self.conversations
            if first in (c.said_first, c.date) and (c.letter, c.passed_on) == (talk.letter, talk.passed_on)
        )
        return any(c.by_mail and self.answered >= c.date for c in same)

    def _undated_thanked(self) -> bool:
        """A talk without a date has its thank-you if one says so, or one is left over after those that have a date."""
        letters = self.past.letters(EventKind.THANK_YOU)
        dated = max((c.date for c in self.conversations if not c.undated), default=None)
        left_over = sum(dated is None or e.date >= dated for e in letters) > (dated is not None)
        return left_over or any(map(for_undated, letters))

    @property
    def thanked(self) -> bool:
        """Tell whether the latest conversation has its thank-you."""
        return self.latest is not None and not self.unthanked and self.thank_you is not None

    def attempts(self) -> int:
        """Count the calls without reaching them since our last letter, or what starts the attempts anew (R8)."""
        if self.call_again:
            return 0
        since = max((d for d in (self.letter, self.restarted) if d), default=date.min)
        count = 0
        for call in reversed(self.calls):
            if (call.result and call.result not in ATTEMPTS) or call.date < since:
                break
            count += call.result is not None
        return count

    @property
    def restarted(self) -> date | None:
        """Return the day that last started the attempts anew: a reply, a talk, a missed interview, a day noted and come."""
        talked = self.latest.date if self.latest else None
        noted = self.contact.call_again_on
        come = noted if noted and self.calls and noted <= self.calls[-1].date else None
        return max((d for d in (self.replied, self.interview_missed, talked, come) if d), default=None)

    @property
    def interview_missed(self) -> date | None:
        """Return the date of an interview that was cancelled or missed and has no new date."""
        return self.interview if self.contact.interview_held in MISSED else None

    def interview_ahead(self, today: date) -> date | None:
        """Return the date of an interview today or later of which nothing is recorded yet."""
        on = self.contact.interview_on
        return on if on and on >= today and self.contact.interview_held is None else None

    def since_approach(self, day: date | None) -> bool:
        """Tell whether something happened on or after the approach letter."""
        return bool(day and self.approach and day >= self.approach)


def facts_of(
    c: Contact,
    past: Past,
    today: date,
    *,
    referrer: str = "",
    referred: tuple[str, ...] = (),
    dead: Mapping[str, Event] = NO_RETURNS,
) -> Facts:
    """Bring a contact's row and its History together; `dead` are addresses from which somebody's letter came back."""
    if _untouched(c, past):  # as most people of a long list: nothing is looked for where nothing is
        return Facts(
            contact=c,
            past=past,
            begun=c.interview_on is not None,
            by_post=c.channel is Channel.POST,
            interview=c.interview_on,
            returned=dead.get(written_to(c).casefold()) if dead else None,
            referrer=c.referred_by or referrer,
            referred=referred,
        )
    found = _what_happened(c, past, today)
    returned = found.returned or (dead.get(written_to(c).casefold()) if dead else None)
    return found._replace(referrer=c.referred_by or referrer, referred=referred, returned=returned)


def _what_happened(c: Contact, past: Past, today: date) -> Facts:
    approach = effective_date(c.approach_sent, EventKind.APPROACH, past)
    follow_up = effective_date(c.follow_up_sent, EventKind.FOLLOW_UP, past)
    thank_you = effective_date(c.thank_you_sent, EventKind.THANK_YOU, past)
    letter = max(approach, follow_up) if approach and follow_up else approach or follow_up
    newest = _newest(past, letter)
    calls = _calls(past)
    result, result_on = latest_result(c, past, today)
    talks = conversations(c, past, today, result if result_on is None else None)
    replied, answered = _last(past, EventKind.REPLY), _last(past, EventKind.ANSWER)
    interview = c.interview_on or (_missed_on(past, calls, today) if c.interview_held in MISSED else None)
    came = [replied, interview, talks[-1].date if talks else None, result_on if result else None]
    last_contact = _last_contact(c, past, (approach, follow_up, thank_you), today)
    return Facts(
        contact=c,
        past=past,
        begun=bool(letter or calls or replied or interview or result or talks) or _begun(past, last_contact),
        by_post=(newest.channel == Channel.POST if newest and newest.channel else c.channel is Channel.POST),
        approach=approach,
        follow_up=follow_up,
        thank_you=thank_you,
        letter=letter,
        promise=_promise(past, newest, letter, [d for d in came if d]),
        replied=replied,
        answered=answered,
        calls=calls,
        interview=interview,
        conversations=talks,
        last_contact=last_contact,
        away=_away(past, letter),
        returned=came_back_to(c, past) or gone_from(c, past),
        result=result,
        result_on=result_on,
    )


def _untouched(c: Contact, past: Past) -> bool:
    """Tell whether neither History nor the row says that anything has gone or come; an interview may lie ahead."""
    said = c.approach_sent or c.follow_up_sent or c.thank_you_sent or c.last_contact
    return not (past.events or said or c.call_result or c.interview_held)


def _begun(past: Past, last_contact: date | None) -> bool:
    """Tell whether anything else has gone or come; having been thanked for a referral is no beginning (R12)."""
    if past.letters(*_TO_THEMSELVES) or past.of(EventKind.ANSWER):
        return True
    thanked = [e.date for e in past.letters(EventKind.THANK_REFERRER)]
    return last_contact is not None and last_contact not in thanked


def outgoing_before(facts: Facts, day: date) -> EventKind | None:
    """Name the newest of our letters on or before a day that had gone before the reply of that day: what it replies to (R6)."""
    past = facts.past
    replies = [e for e in past.of(EventKind.REPLY) if e.date == day]
    letters = past.letters(*LETTER_EVENTS)
    sent = [
        (e.date, i, e.kind)
        for i, e in enumerate(letters)
        if e.date <= day and all(was_before(e, reply) for reply in replies)
    ]
    known = {(e.kind, e.date) for e in letters}
    cells = (
        (facts.approach, EventKind.APPROACH),
        (facts.follow_up, EventKind.FOLLOW_UP),
        (facts.thank_you, EventKind.THANK_YOU),
    )
    sent += [(d, -1, kind) for d, kind in cells if d and d <= day and (kind, d) not in known]
    return max(sent)[2] if sent else None


def _newest(past: Past, letter: date | None) -> Event | None:
    """Find the row of our last approach or follow-up; its date may have been corrected in Contacts."""
    letters = past.letters(*ASKING)
    return next((e for e in reversed(letters) if e.date == letter), letters[-1] if letters else None)


def _promise(past: Past, newest: Event | None, letter: date | None, came: list[date]) -> Promise | None:
    """Find the day that a sent letter named for a call (R8), if nothing has come since that settles it.

    A thanks or a note may go on the very day of the talk that it follows; an approach has only what comes from that day on.
    """
    for e in reversed(past.letters(*LETTER_EVENTS)):
        asks = e.kind in ASKING
        made_on = letter if asks and letter else e.date
        day = promised_call(e)
        if day is None or day <= made_on or (asks and e is not newest):
            continue
        if not any(d > made_on or (asks and d == made_on) for d in came):
            return Promise(day, made_on, asks)
    return None


def _calls(past: Past) -> tuple[Call, ...]:
    by_day = {e.date: result_of(e) for e in past.of(EventKind.CALL)}
    return tuple(Call(d, r) for d, r in sorted(by_day.items()))


def _last(past: Past, kind: EventKind) -> date | None:
    return max((e.date for e in past.of(kind)), default=None)


def _missed_on(past: Past, calls: tuple[Call, ...], today: date) -> date:
    """Date an interview that was cancelled or missed, and whose date is blank: by History, the latest call, else today."""
    known = past.of(EventKind.INTERVIEW)
    return known[-1].date if known else calls[-1].date if calls else today


def _last_contact(c: Contact, past: Past, letters: Iterable[date | None], today: date) -> date | None:
    days = [d for d in letters if d] + [e.date for e in past.events if _is_contact(e, past)]
    if c.last_contact and not (
        c.last_contact in past.superseded or any(c.last_contact == e.date for e in past.taken_back)
    ):
        days.append(c.last_contact)
    return max((d for d in days if d <= today), default=None)


def _is_contact(e: Event, past: Past) -> bool:
    if e.kind in (EventKind.BOUNCE, EventKind.AUTOMATIC) or (past.taken_back and e in past.taken_back):
        return False
    return e.kind is not EventKind.INTERVIEW or held_of(e) is Held.YES


def _away(past: Past, letter: date | None) -> Event | None:
    notes = [e for e in past.of(EventKind.AUTOMATIC) if letter and e.date >= letter]
    return notes[-1] if notes else None
