"""What happened with each person: History, and the row where it is newer, each thing once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.facts import result_of
from pipeline.history import Past, effective_date
from pipeline.model import ACCEPTED, LETTER_EVENTS, REFUSED, CallResult, Contact, EventKind, Held, Stage

TALKED = REFUSED | {CallResult.PUT_OFF, CallResult.INTERVIEWED}
AGREED = ACCEPTED | {CallResult.INTERVIEWED}


@dataclass(frozen=True, slots=True)
class Story:
    """One person's story, each list by date; `mail` holds results that came by mail, `booked` an interview not yet held."""

    contact: Contact
    stage: Stage
    letters: tuple[tuple[date, EventKind], ...] = ()
    calls: tuple[tuple[date, CallResult | None], ...] = ()
    mail: tuple[tuple[date, CallResult], ...] = ()
    interviews: tuple[tuple[date, Held], ...] = ()
    booked: date | None = None
    replies: tuple[date, ...] = ()

    @property
    def results(self) -> tuple[tuple[date, CallResult], ...]:
        """Return what calls and mails brought, oldest first."""
        return tuple(sorted([*((d, r) for d, r in self.calls if r), *self.mail]))

    @property
    def approached_on(self) -> date | None:
        """Return the day of the first approach letter that arrived."""
        return next((d for d, kind in self.letters if kind is EventKind.APPROACH), None)

    @property
    def talks(self) -> tuple[date, ...]:
        """Return the days of interviews that happened (RULES: held = Yes, or on the call that asked for it)."""
        held = {d for d, word in self.interviews if word is Held.YES}
        return tuple(sorted(held | {d for d, r in self.results if r is CallResult.INTERVIEWED}))

    @property
    def conversations(self) -> tuple[date, ...]:
        """Return the days of all conversations: interviews, put-offs, refusals and being passed on."""
        return tuple(sorted({*self.talks, *(d for d, r in self.results if r in TALKED)}))

    @property
    def thanked(self) -> tuple[date, ...]:
        """Return the days of thank-you letters to this person."""
        return tuple(d for d, kind in self.letters if kind is EventKind.THANK_YOU)

    @property
    def agreed_on(self) -> date | None:
        """Return the day on which they first agreed to talk; agreed by mail: their reply, else the interview's day."""
        on_calls = [d for d, r in self.results if r in AGREED]
        met = [d for d, _ in self.interviews] + ([self.booked] if self.booked else [])
        if on_calls or not met:
            return min(on_calls, default=None)
        return min([d for d in self.replies if d <= min(met)], default=min(met))

    @property
    def first_on(self) -> date | None:
        """Return the day on which anything happened with them for the first time."""
        days = [*(d for d, _ in self.letters), *(d for d, _ in self.calls), *self.replies, *self.conversations,
                *(d for d, _ in self.interviews)]
        return min(days, default=None)


def story_of(contact: Contact, past: Past, stage: Stage, since: date | None = None) -> Story:
    """Tell one person's story from the row and its History; `since` leaves out what lies before it (Settings: Act from)."""
    first = since or date.min
    calls = {e.date: result_of(e) for e in past.of(EventKind.CALL)}
    replies = past.of(EventKind.REPLY)
    by_mail = {(e.date, r) for e in replies if (r := result_of(e))}
    held = {e.date: word for e in past.of(EventKind.INTERVIEW) if (word := _held(e.detail))}
    booked = contact.interview_on if not contact.interview_held else None
    return Story(
        contact, stage,
        letters=tuple(x for x in _letters(contact, past) if x[0] >= first),
        calls=tuple((d, r) for d, r in sorted(calls.items(), key=lambda c: c[0]) if d >= first),
        mail=tuple((d, r) for d, r in sorted(by_mail) if d >= first),
        interviews=tuple((d, word) for d, word in sorted(held.items()) if d >= first and d != booked),
        booked=booked if booked and booked >= first else None,
        replies=tuple(sorted({e.date for e in replies if e.date >= first})),
    )


def _held(detail: str) -> Held | None:
    return next((word for word in Held if detail.startswith(word)), None)


def _letters(contact: Contact, past: Past) -> list[tuple[date, EventKind]]:
    """List the letters that arrived, the newest approach and follow-up on the dates that the row gives them."""
    letters = [(e.date, e.kind) for e in past.letters(*LETTER_EVENTS)]
    for kind, cell in ((EventKind.APPROACH, contact.approach_sent), (EventKind.FOLLOW_UP, contact.follow_up_sent)):
        known = [d for d, k in letters if k is kind]
        sent = effective_date(cell, kind, past)
        if known and sent and sent not in known:
            letters[letters.index((known[-1], kind))] = (sent, kind)
    return sorted(letters)
