"""Send what is approved: by mail, or as files, each letter once; the command and the page call the same functions."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from pipeline.day.apply import run_day
from pipeline.day.copies import refuse_copies
from pipeline.day.decide import Decision, decide
from pipeline.day.delivering import Ask, deliver, rehearse_approved
from pipeline.day.exporting import export_all
from pipeline.day.gather import gather
from pipeline.day.replies import look_now
from pipeline.day.worklog import LOG
from pipeline.day.world import World
from pipeline.ledger.records import GONE
from pipeline.letters.binding import bound
from pipeline.letters.drafts import CHANGED_APPROVED
from pipeline.mail.outgoing import Halted, Progress, SendOutcome
from pipeline.mail.ways import reads_replies, sending
from pipeline.model import Channel, Draft, Level, Status
from pipeline.model.came_in import by_way, command
from pipeline.model.dates import long_day
from pipeline.model.errors import FAILED, USAGE, UserError
from pipeline.model.texts import joined

_log = logging.getLogger(LOG)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user said of a sending: at most so many, to themselves only, before their day, past a lock file left behind.

    `listed`: just these letters and none besides, by code, each as its approval binds it; None: all approved. `as_files`: as files, or
    not, whatever Settings say; None: as they say, and as a file where a letter is too long for a link.
    """

    listed: Mapping[str, str] | None
    limit: int | None = None
    to_myself: bool = False
    now: bool = False
    force: bool = False
    as_files: bool | None = None


class ListChanged(UserError):
    """A letter is no longer as it stood in the list that the user said yes to; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Going:
    """The approved letters: those that go now, from here by mail or else by the user's own hand, and those whose day has not come."""

    by_mail: tuple[Draft, ...]
    by_hand: tuple[Draft, ...]
    early: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """How each letter ended, and the folder of those exported; `as_links`: those by e-mail open in the user's own mail.

    `news`: what the mailbox brought just before.
    """

    outcomes: tuple[SendOutcome, ...]
    ready: Path
    as_links: bool = False
    news: tuple[str, ...] = ()


def would_go(workbook: Path, today: date, now: datetime, wish: Wish) -> list[Draft]:
    """List what a sending would send now; nothing is written. Raises UserError as `send_approved` does."""
    refuse_copies(workbook)
    return _now(decide(gather(workbook, today, now)), wish)


def going(decision: Decision, wish: Wish) -> Going:
    """Tell the approved letters apart by how they go. Raises ListChanged."""
    now = _now(decision, wish)
    by_hand = tuple(d for d in now if wish.as_files or goes_as_file(d, decision))
    early = () if wish.listed is not None else [d for d in approved(decision) if _waits(d, decision, wish)]
    return Going(tuple(d for d in now if d not in by_hand), by_hand, tuple(early))


def _now(decision: Decision, wish: Wish) -> list[Draft]:
    letters = [d for d in approved(decision) if not _waits(d, decision, wish)][: wish.limit]
    return letters if wish.listed is None else _as_listed(letters, decision, wish.listed)


def _as_listed(letters: Sequence[Draft], decision: Decision, listed: Mapping[str, str]) -> list[Draft]:
    same = [d for d in letters if listed.get(d.letter.code) == bound(d.letter, decision.desk)]
    if len(same) != len(listed):
        raise ListChanged(
            "Something changed since you saw this list, so nothing was sent. Look at it as it is now, then decide.",
            exit_code=FAILED,
        )
    return same


def send_approved(
    workbook: Path,
    today: date,
    clock: Callable[[], datetime],
    wish: Wish,
    *,
    ask: Ask,
    progress: Progress,
    halted: Halted = lambda: "",
) -> Sent:
    """Send the approved letters and record them in the workbook; `halted` is asked before each.

    Where letters leave by the user's own hand, replies are looked for first; for those of a server it is done before each.

    Raises UserError where nothing may go: a copy lies beside the workbook, it is open, it is not the real day, the mailbox
    can't be looked at, or (ListChanged) a letter is no longer as listed.
    """
    refuse_copies(workbook)
    now = clock()
    news: list[str] = []
    look = partial(_replies_first, news=news)
    done = run_day(workbook, today, now, force=wish.force, must_write=True, before=look)
    found = going(done.decision, wish)
    outcomes = [_waiting(d) for d in found.early]
    if wish.to_myself:
        outcomes += _rehearsed(done.decision, [*found.by_mail, *found.by_hand], ask, progress)
    else:
        outcomes += not_going(done.decision) if wish.listed is None else []
        outcomes += export_all(done.decision, found.by_hand, now, as_files=wish.as_files)
        if found.by_mail:
            _refuse_another_day(today, now)
            outcomes += deliver(done.decision, found.by_mail, ask=ask, progress=progress, halted=halted)
    for o in outcomes:
        _log.info("letter %s: %s", o.code, o.outcome)
    run_day(workbook, today, clock(), force=wish.force)
    return Sent(tuple(outcomes), done.world.place.ready, sending(done.world.settings).links, tuple(news))


def _refuse_another_day(today: date, now: datetime) -> None:
    """Stop where it is not the real day (exit 2)."""
    if today != now.date():
        raise UserError(
            f"This was worked out as of {today}, and real letters go only on the real day: "
            + by_way(typed="leave out --today.", clicked="open the window anew."),
            exit_code=USAGE,
        )


def _replies_first(world: World, news: list[str]) -> bool:
    """Look for replies where letters leave by the user's own hand; tell whether it was done, and add what came to `news`."""
    if sending(world.settings).server or not reads_replies(world.settings):
        return False
    found = look_now(world)
    news += found.lines if found else ()
    return True


def _rehearsed(decision: Decision, letters: list[Draft], ask: Ask, progress: Progress) -> list[SendOutcome]:
    return rehearse_approved(decision, letters, ask=ask, progress=progress) if letters else []


def approved(decision: Decision) -> list[Draft]:
    """List the approved letters."""
    return [d for d in decision.review.drafts if d.status is Status.APPROVED]


def is_early(draft: Draft, today: date) -> bool:
    """Tell whether a letter's day has not come: on a day off the next business day's letters are approved ahead."""
    return draft.due is not None and draft.due > today


def _waits(draft: Draft, decision: Decision, wish: Wish) -> bool:
    return is_early(draft, decision.world.today) and not wish.now and not wish.to_myself


def _waiting(draft: Draft) -> SendOutcome:
    letter = draft.letter
    day = long_day(draft.due) if draft.due else "another"
    typed = f" To send it today: {command('send', '--now')}"
    why = f"Its day is {day}; it stays approved.{by_way(typed=typed, clicked='')}"
    return SendOutcome(letter.code, letter.name, "held", letter.message_id, why)


def not_going(decision: Decision) -> list[SendOutcome]:
    """Name the letters whose approval fell away or which a check keeps back, and those of which nobody knows whether they went."""
    before = decision.world.state.approvals
    outcomes = []
    for draft in decision.review.drafts:
        letter = draft.letter
        fallen = letter.code in before or draft.note == CHANGED_APPROVED
        if draft.status in (Status.TO_REVIEW, Status.BLOCKED) and fallen:
            stands = before.get(letter.code) == bound(letter, decision.desk)
            told = _kept_back(draft) if stands else _fell_away(draft)
            outcomes.append(SendOutcome(letter.code, letter.name, "held", letter.message_id, told))
        elif draft.status is Status.CHECK:
            told = f"it may have gone already. {decision.world.state.way_out(letter.code)}"
            outcomes.append(SendOutcome(letter.code, letter.name, "check", letter.message_id, told))
    gone = [decision.world.state.drafts[c] for c in decision.review.dropped if c in before]
    sent = {r.code for r in decision.world.state.receipts.values() if r.state in GONE}
    names = {c.id: c.name for c in decision.world.contacts}
    return outcomes + [
        SendOutcome(
            d.code, d.name or names.get(d.contact_id, ""), "held", d.message_id, "it is no longer due."
        )
        for d in gone
        if d.code not in sent
    ]


def _kept_back(draft: Draft) -> str:
    """Say what stands in the way of a letter that is as it was approved: it goes once that is settled."""
    return joined(f"a check keeps it back: {_blocks(draft)}", "It stays approved.")


def _fell_away(draft: Draft) -> str:
    why = draft.note or _blocks(draft) or CHANGED_APPROVED
    return joined(f"its approval fell away: {why}", "Review it again.")


def _blocks(draft: Draft) -> str:
    return next((f.message for f in draft.findings if f.level is Level.BLOCK), "")


def goes_as_file(draft: Draft, decision: Decision) -> bool:
    """Tell whether a letter becomes a file to be sent, or posted, by the user."""
    return draft.letter.channel is Channel.POST or not sending(decision.world.settings).server
