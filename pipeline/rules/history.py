"""The user types the latest into Contacts; History keeps all. What is new there is worked out here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.ledger.records import GONE, Receipt, SendState
from pipeline.model import LETTER_EVENTS, MISSED, TALKED, Channel, Contact, Event, EventKind, Held
from pipeline.model.addresses import written_to
from pipeline.model.contactid import address_changed
from pipeline.model.identity import same_letter
from pipeline.rules.details import (
    ENTERED,
    bounce_detail,
    bounced_address,
    held_of,
    interview_detail,
    is_no_reply,
    is_result,
    is_told,
    no_reply_detail,
    result_of,
)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LETTER_CELLS = (
    (EventKind.APPROACH, "approach_sent"),
    (EventKind.FOLLOW_UP, "follow_up_sent"),
    (EventKind.THANK_YOU, "thank_you_sent"),
)
"""Letters whose day stands in a cell of Contacts."""
_OURS = "<remembered."


WITHIN_A_DAY = (
    EventKind.APPROACH,
    EventKind.FOLLOW_UP,
    EventKind.CALL,
    EventKind.REPLY,
    EventKind.AUTOMATIC,
    EventKind.ANSWER,
    EventKind.INTERVIEW,
    EventKind.CONFIRM,
    EventKind.THANK_YOU,
    EventKind.THANK_REFERRER,
    EventKind.REMINDER,
    EventKind.KEEP_IN_TOUCH,
    EventKind.BOUNCE,
)
assert set(WITHIN_A_DAY) == set(EventKind)  # noqa: S101  (every kind has its place)
_PLACE = {kind: place for place, kind in enumerate(WITHIN_A_DAY)}


class Past(NamedTuple):
    """A contact's History with all that is not written there yet, and without the mails that the user says are no replies.

    `taken_back` are letters that bounced; `superseded` dates that a correction replaced; `changed` the rows to write;
    `undone` the replies that the user has just taken back by blanking Replied on.
    """

    events: tuple[Event, ...] = ()
    taken_back: frozenset[Event] = frozenset()
    superseded: frozenset[date] = frozenset()
    changed: tuple[Event, ...] = ()
    undone: tuple[Event, ...] = ()

    def letters(self, *kinds: EventKind) -> list[Event]:
        """List our letters of these kinds, oldest first, without those that bounced."""
        if not self.events:
            return []
        back = self.taken_back
        return [e for e in self.events if e.kind in kinds and not (back and e in back)]

    def of(self, *kinds: EventKind) -> list[Event]:
        """List the events of these kinds, oldest first."""
        if not self.events:
            return []
        return [e for e in self.events if e.kind in kinds]


NO_PAST = Past()
"""Of whom nothing is known."""


def pasts(
    contacts: Sequence[Contact],
    events: Iterable[Event],
    news: Iterable[Event],
    receipts: Iterable[Receipt],
    today: date,
) -> dict[str, Past]:
    """Bring together each contact's History, what the row says anew, what came by mail and what was sent but isn't written yet."""
    by_id: dict[str, list[Event]] = defaultdict(list)
    known: set[tuple[bool, str]] = set()
    for event in events:
        by_id[event.contact_id].append(event)
        known.add(_mark(event))
    unwritten: dict[str, list[Event]] = defaultdict(list)
    for event in news:
        if not event.message_id or _mark(event) not in known:
            unwritten[event.contact_id].append(event)
            known.add(_mark(event))
    named: dict[str, list[Event]] = defaultdict(list)
    gone = [r for r in receipts if r.state in GONE]
    for receipt in gone:
        event = letter_event(receipt)
        if _mark(event) in known:
            continue
        known.add(_mark(event))
        by_hand = receipt.state is SendState.BY_HAND
        typed = typed_before(receipt, by_id.get(event.contact_id, ())) if by_hand else None
        if typed is None:
            unwritten[event.contact_id].append(event)
        else:
            named[event.contact_id].append(event._replace(date=typed.date, row=typed.row))
            by_id[event.contact_id].remove(typed)
    went_to = {r.message_id: r.to for r in gone}
    return {
        c.id: _past(c, by_id.get(c.id, []), unwritten.get(c.id, []), named.get(c.id, []), went_to, today)
        for c in contacts
        if c.id in by_id or c.id in unwritten or _says_something(c)
    }


def typed_before(receipt: Receipt, written: Sequence[Event]) -> Event | None:
    """Find the row that already tells of a letter sent by hand, from the date that the user had typed into Contacts."""
    bounces = [e for e in written if e.kind is EventKind.BOUNCE]
    after = [e.date for e in bounces if not same_letter(e.message_id, receipt.message_id)]
    back = _taken_back(written)
    if receipt.kind.event is EventKind.THANK_YOU:
        day = _DAY.match(receipt.occasion)
        after += [date.fromisoformat(day[0])] if day else []
    typed = [e for e in written if e.kind is receipt.kind.event and e.detail == ENTERED and not e.message_id]
    rows = [e for e in typed if e not in back]
    return rows[-1] if rows and all(rows[-1].date >= d for d in after) else None


def _mark(event: Event) -> tuple[bool, str]:
    """Tell messages apart; a bounce carries the Message-ID of the letter that came back."""
    return event.kind is EventKind.BOUNCE, event.message_id.partition("@")[0]


def letter_event(receipt: Receipt) -> Event:
    """Turn a receipt into the History row that it will be."""
    return Event(
        receipt.on,
        receipt.contact_id,
        receipt.name,
        receipt.kind.event,
        receipt.channel,
        receipt.detail,
        receipt.message_id,
    )


def _says_something(c: Contact) -> bool:
    return bool(
        c.called_on
        or c.replied_on
        or c.answered_on
        or c.interview_held
        or c.approach_sent
        or c.follow_up_sent
        or c.thank_you_sent
    )


def _past(
    c: Contact,
    written: list[Event],
    unwritten: list[Event],
    named: list[Event],
    went_to: Mapping[str, str],
    today: date,
) -> Past:
    undone = _undone(c, written)
    written = [e for e in written if e not in undone and not is_no_reply(e)]
    events = sorted([*written, *unwritten, *named], key=_order)
    changed = [*unwritten, *named, *(e._replace(detail=no_reply_detail(e.detail)) for e in undone)]
    superseded = {e.date for e in undone}
    result = _newest_result(events)
    for fresh in spoken(_with_mail(c, unwritten, _still(undone, events)), today):
        old = _replaces(fresh, [e for e in events if e.kind is fresh.kind])
        now = _updated(old, fresh, result) if old else fresh
        if now == old:
            continue
        events = sorted([*(e for e in events if e is not old), now], key=_order)
        changed = [*(e for e in changed if e is not old), now]
        if old and now.date != old.date:
            superseded.add(old.date)
    back = _taken_back(events)
    typed = list(_typed_letters(c, events, back))
    if typed:
        events = sorted([*events, *typed], key=_order)
        back = _taken_back(events)
    changed += typed
    # Last, for until then it tells which bounces an earlier run wrote down.
    if named_now := _with_addresses(c, events, went_to):
        events = [named_now.get(e, e) for e in events]
        changed = [*(named_now.get(e, e) for e in changed), *(now for e, now in named_now.items() if e.row)]
    return Past(tuple(events), back, frozenset(superseded), tuple(changed), tuple(undone))


def _with_mail(c: Contact, unwritten: Sequence[Event], still: date | None) -> Contact:
    """Read Replied on as it will be written, so that the next run finds the same said."""
    mails = [e.date for e in unwritten if _is_mailed(e)] + ([still] if still else [])
    return c._replace(replied_on=max([*mails, c.replied_on or mails[0]])) if mails else c


def _undone(c: Contact, written: Sequence[Event]) -> list[Event]:
    """List the mails that are no replies, for Replied on was blanked: those of the newest day, which the cell had shown.

    The run that wrote their rows had filled in the cell, so that a blank one is the user's; of a row that is held it may be
    somebody else's.
    """
    if c.duplicate or c.replied_on is not None or "replied_on" in (*c.unreadable, *c.without):
        return []
    mails = [e for e in written if _is_mailed(e) and e.row > 0 and not is_no_reply(e)]
    newest = max((e.date for e in mails), default=None)
    return [e for e in mails if e.date == newest]


def _is_mailed(e: Event) -> bool:
    return e.kind is EventKind.REPLY and bool(e.message_id)


def still_replied(past: Past) -> date | None:
    """Return the day that Replied on shows again: a mail was undone, and an earlier one still counts."""
    return _still(past.undone, past.events)


def _still(undone: Sequence[Event], events: Sequence[Event]) -> date | None:
    replies = [e for e in events if e.kind is EventKind.REPLY]
    return max(e.date for e in replies) if undone and any(map(_is_mailed, replies)) else None


def _updated(old: Event, fresh: Event, result: str) -> Event:
    """Bring a row of History to what Contacts says now; a remark beside the same result, and a mail's subject, stay."""
    same_mail = old.message_id and old.kind is EventKind.REPLY and fresh.detail == result
    # "Put off, talked then" begins with "Put off", and is another result.
    another = fresh.detail and result_of(old) not in (None, result_of(fresh))
    told = (old.detail.startswith(fresh.detail) and not another) or same_mail
    return old._replace(date=fresh.date, detail=old.detail if told else fresh.detail)


def _order(event: Event) -> tuple[date, int, int]:
    """Order by day, and within one by what usually comes first: the same whether a row is written yet or not."""
    return event.date, _PLACE[event.kind], event.row or 1 << 30


def was_before(one: Event, other: Event) -> bool:
    """Tell whether one event was before another: on one day by the order in which History has them, as they were written."""
    return _as_written(one) < _as_written(other)


def _as_written(event: Event) -> tuple[date, int, int]:
    return event.date, event.row or 1 << 30, _PLACE[event.kind]


def spoken(c: Contact, today: date) -> Iterable[Event]:
    """What the row says of calls, replies, answers and interviews."""
    result = str(c.call_result or "")
    if c.called_on and c.called_on <= today:
        yield Event(c.called_on, c.id, c.name, EventKind.CALL, "Phone", result)
    if c.replied_on and c.replied_on <= today:
        yield Event(c.replied_on, c.id, c.name, EventKind.REPLY, "Email", "" if c.called_on else result)
    if c.answered_on and c.answered_on <= today:
        yield Event(c.answered_on, c.id, c.name, EventKind.ANSWER, "Email")
    if c.interview_held and c.interview_on and c.interview_on <= today:
        detail = interview_detail(c.interview_held, c.interview_type)
        yield Event(c.interview_on, c.id, c.name, EventKind.INTERVIEW, "", detail)


def _newest_result(events: Sequence[Event]) -> str:
    """Return what the newest call, or mail without a subject of its own, is recorded to have brought."""
    said = [e.detail for e in events if e.kind in (EventKind.CALL, EventKind.REPLY) and is_result(e.detail)]
    return said[-1] if said else ""


def _replaces(fresh: Event, known: list[Event]) -> Event | None:
    """Find the row that a fresh saying updates (same day) or corrects (an earlier day than the newest); None = it is new.

    The newest is the one captured last, or a correction would in the next run correct the row before it too. One that
    came by mail is evidence: the fresh saying is then left as it is.
    """
    if not known:
        return None
    newest = max(known, key=lambda e: e.row or 1 << 30)
    if fresh.date < newest.date and not newest.message_id:
        return newest
    same_day = [e for e in known if e.date == fresh.date]
    if same_day:
        return newest if newest in same_day else same_day[-1]
    return None if fresh.date > known[-1].date or not newest.message_id else fresh


def _taken_back(events: Sequence[Event]) -> frozenset[Event]:
    """Find the letters that bounces take back: by Message-ID, else the newest on or before the bounce (R14).

    One of our Message-IDs that History doesn't know is of a letter that was refused and never went.
    """
    gone: set[Event] = set()
    told: set[tuple[bool, str]] = set()
    for bounce in (e for e in events if e.kind is EventKind.BOUNCE):
        letters = [e for e in events if e.kind in LETTER_EVENTS and _went_before(e, bounce)]
        named = [e for e in letters if same_letter(e.message_id, bounce.message_id)]
        if named:
            gone.add(named[-1])
        elif not bounce.message_id.startswith(_OURS) and _mark(bounce) not in told:
            gone.update([e for e in letters if e not in gone][-1:])
        if bounce.message_id:
            told.add(_mark(bounce))
    return frozenset(gone)


def _went_before(letter: Event, bounce: Event) -> bool:
    """Tell whether a letter may be the one that came back: on one day only what stood in History before the bounce did.

    A letter that the bounce names came back, whatever day was typed for it.
    """
    if same_letter(letter.message_id, bounce.message_id):
        return True
    if letter.date != bounce.date or not _is_settled(bounce):
        return letter.date <= bounce.date
    return 0 < letter.row < bounce.row


def _is_settled(bounce: Event) -> bool:
    """Tell a bounce that an earlier run wrote down, and cleared the letter's cell for."""
    return bounce.row > 0 and is_told(bounce)


def _with_addresses(c: Contact, events: Sequence[Event], went_to: Mapping[str, str]) -> dict[Event, Event]:
    """Name in bounces that the user typed the address that the letter went to, before that is corrected (R14).

    Of one typed once the address was another, and of which no receipt tells, only the user knows from where it came.
    """
    found = {}
    for bounce in (e for e in events if e.kind is EventKind.BOUNCE and not is_told(e)):
        others = [e for e in events if e != bounce]
        letter = letter_out(others, bounce.date)
        known = bounced_address(bounce) or went_to.get(letter.message_id if letter else "")
        if address := known or likely_sent_to(c, others, letter):
            found[bounce] = bounce._replace(detail=bounce_detail(address, bounce.detail))
    return found


def likely_sent_to(c: Contact, others: Iterable[Event], letter: Event | None) -> str:
    """Say where a letter of which no receipt tells went: to the present address of its channel; "" where that was another then.

    Who has had a letter come back before has corrected the address for that one.
    """
    by_post = (letter.channel if letter and letter.channel else c.channel) == Channel.POST
    corrected = letter and any(e.kind is EventKind.BOUNCE and e.date <= letter.date for e in others)
    if not (by_post or corrected) and address_changed(c):
        return ""
    return written_to(c._replace(channel=Channel.POST if by_post else Channel.EMAIL))


def letter_out(events: Sequence[Event], on: date) -> Event | None:
    """Find the newest of our letters that had gone by a day, and had not come back."""
    back = _taken_back([e for e in events if e.date <= on])
    letters = [e for e in events if e.kind in LETTER_EVENTS and e.date <= on and e not in back]
    return letters[-1] if letters else None


def _typed_letters(c: Contact, events: Sequence[Event], taken_back: frozenset[Event]) -> Iterable[Event]:
    """Letters whose date the user typed into the program's column, having sent them on their own.

    A thank-you for no conversation is not taken up: it is a problem of its cell until one is filled in, or it is blanked.
    """
    # On the day of a bounce that is settled, a date that stands there again is of the next letter; unless that came back, too.
    settled = {e.date for e in events if e.kind is EventKind.BOUNCE and _is_settled(e)}
    before = _taken_back([e for e in events if e.kind is not EventKind.BOUNCE or _is_settled(e)])
    bounced = {(e.kind, e.date) for e in taken_back if e not in before or e.date not in settled}
    for kind, attr in LETTER_CELLS:
        day: date | None = getattr(c, attr)
        if day is None or (kind, day) in bounced or (kind is EventKind.THANK_YOU and not talked(c, events)):
            continue
        known = [e for e in events if e.kind is kind and e not in taken_back]
        if not known or (kind is EventKind.THANK_YOU and day > known[-1].date):
            yield Event(day, c.id, c.name, kind, "", ENTERED)


def talked(c: Contact, events: Sequence[Event]) -> bool:
    """Tell whether a thank-you whose date was typed has anything to thank for."""
    met = any(e.kind is EventKind.INTERVIEW and held_of(e) not in MISSED for e in events)
    told = any(result_of(e) in TALKED for e in events) or c.call_result in TALKED
    return met or told or c.interview_held is Held.YES


def effective_date(cell: date | None, kind: EventKind, past: Past) -> date | None:
    """Say when our latest letter of a kind went: a cell that the user changed is believed, a blank one filled from History."""
    if not past.events:
        return cell
    letters = past.letters(kind)
    bounced = {e.date for e in past.taken_back if e.kind is kind}
    believed = cell if cell and (cell not in bounced or any(e.date == cell for e in letters)) else None
    unwritten = max((e.date for e in letters if e.row == 0 and e.message_id), default=None)
    if believed and unwritten:
        return max(believed, unwritten)
    return believed or unwritten or (letters[-1].date if letters else None)


def new_rows(pasts_by_id: Mapping[str, Past]) -> list[Event]:
    """List the History rows to append, oldest first."""
    return sorted(
        (e for p in pasts_by_id.values() for e in p.changed if e.row == 0),
        key=lambda e: (e.date, e.name, _PLACE[e.kind]),
    )


def changed_rows(pasts_by_id: Mapping[str, Past]) -> list[Event]:
    """List the History rows whose date or detail the user corrected."""
    return [e for p in pasts_by_id.values() for e in p.changed if e.row > 0]
