"""The approved letters as the page lists them, each by its way, and those of which the user says whether they went (pure)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.day.sending import Wish, going
from pipeline.ledger.records import SendState
from pipeline.letters.binding import bound
from pipeline.letters.kinds import KINDS
from pipeline.mail.links import ComposeLink, compose_links
from pipeline.mail.ways import sending
from pipeline.model import Channel, Draft, Status
from pipeline.model.came_in import command
from pipeline.model.dates import long_day
from pipeline.model.errors import USAGE, UserError
from pipeline.review import sentences
from pipeline.review.listing import ASKED, OPEN

if TYPE_CHECKING:
    from pipeline.day.decide import Decision


class SendForm(NamedTuple):
    """What a form is bound to: letters by code, each as its approval binds it, and the questions that were answered with yes.

    `number` counts the sendings of this window: a form from before the last one is an old form, and so is one of another `day`.
    """

    letters: tuple[tuple[str, str], ...]
    ahead: bool = False
    number: int = 0
    agreed: tuple[str, ...] = ()
    day: str = ""

    def written(self) -> str:
        """Write it as the form carries it; the form's mark stands for every sign of it."""
        return json.dumps(self._asdict(), separators=(",", ":"))

    @property
    def wish(self) -> Wish:
        """Return what `send` is asked for: just these letters."""
        return Wish(dict(self.letters), now=self.ahead)


def read_listed(text: str) -> SendForm:
    """Read what a form carried, its mark having been looked at. Raises UserError (exit 2)."""
    try:
        found = json.loads(text)
        letters = tuple((str(code), str(sha256)) for code, sha256 in found["letters"])
        agreed = tuple(map(str, found["agreed"]))
        return SendForm(letters, bool(found["ahead"]), int(found["number"]), agreed, str(found["day"]))
    except (ValueError, TypeError, KeyError):
        raise UserError(
            "The page did not say which letters it showed. Reload it, then decide.", exit_code=USAGE
        ) from None


class SendLine(NamedTuple):
    """A letter of the list. `shown` is the hash that every act on it posts back (R3); `attach` the files to attach by hand."""

    code: str
    name: str
    title: str
    to: str
    subject: str
    body: str
    by_post: bool
    enclosures: tuple[str, ...]
    shown: str
    links: tuple[ComposeLink, ...] = ()
    threaded: bool = False
    early: str = ""

    @property
    def open_links(self) -> tuple[ComposeLink, ...]:
        """List the links that take the whole letter."""
        return tuple(link for link in self.links if link.url)

    @property
    def too_long(self) -> tuple[str, ...]:
        """Name the ways that don't take so long a letter."""
        return tuple(link.name for link in self.links if not link.url)

    def link(self, key: str) -> ComposeLink | None:
        """Find a way to open it."""
        return next((link for link in self.open_links if link.key == key), None)


class HandedOut(NamedTuple):
    """A letter that was opened, exported or printed, or that may have gone: `on` is the day proposed for when it went.

    `own_mail` says which mail of the user's may stand for it. `approved`: it is, where it did not go. `filed`: it would
    stand in Sent, had it gone.
    """

    line: SendLine
    on: date
    day: str
    in_doubt: bool
    as_file: bool
    sayable: bool
    own_mail: str = ""
    approved: bool = False
    filed: bool = False

    @property
    def back(self) -> str:
        """Say where it is again if it did not go."""
        return "back among the approved" if self.approved else "back in review"


class SendList(NamedTuple):
    """All that stands on the page: what goes from here, is opened, becomes a file or is printed; what was, and what waits."""

    from_here: tuple[SendLine, ...]
    to_open: tuple[SendLine, ...]
    to_files: tuple[SendLine, ...]
    to_print: tuple[SendLine, ...]
    early: tuple[SendLine, ...]
    opened: tuple[HandedOut, ...]
    open_letters: int
    ahead: bool = False

    @property
    def approved(self) -> int:
        """Count the approved letters that can go now."""
        return sum(map(len, (self.from_here, self.to_open, self.to_files, self.to_print)))

    @property
    def unasked(self) -> tuple[HandedOut, ...]:
        """List the letters of which one may say all at once that they went."""
        return tuple(o for o in self.opened if not o.in_doubt)


def send_list(decision: Decision, *, ahead: bool = False) -> SendList:
    """Lay out the list; `ahead`: with the letters whose day has not come."""
    found, way = going(decision, Wish(None, now=ahead)), sending(decision.world.settings)
    by_hand = [line_of(d, decision) for d in found.by_hand]
    by_mail = tuple(line for line in by_hand if not line.by_post)
    drafts = decision.review.drafts
    return SendList(
        from_here=tuple(line_of(d, decision) for d in found.by_mail),
        to_open=by_mail if way.links else (),
        to_files=() if way.links else by_mail,
        to_print=tuple(line for line in by_hand if line.by_post),
        early=tuple(line_of(d, decision) for d in found.early),
        opened=tuple(opened_of(d, decision) for d in drafts if d.status in ASKED),
        open_letters=sum(d.status in OPEN for d in drafts),
        ahead=ahead,
    )


def line_of(draft: Draft, decision: Decision) -> SendLine:
    """Lay out a letter."""
    letter, today = draft.letter, decision.world.today
    return SendLine(
        letter.code,
        letter.name,
        KINDS[letter.kind].title,
        letter.to,
        letter.subject,
        letter.body,
        letter.channel is Channel.POST,
        letter.enclosures,
        bound(letter, decision.desk),
        () if letter.channel is Channel.POST else compose_links(letter, decision.world.settings.email),
        bool(letter.in_reply_to),
        long_day(draft.due) if draft.due and draft.due > today else "",
    )


def opened_of(draft: Draft, decision: Decision) -> HandedOut:
    """Lay out a letter that was opened or exported, or may have gone."""
    on, today = draft.sent_on or decision.world.today, decision.world.today
    line = line_of(draft, decision)
    return HandedOut(
        line,
        min(on, today),
        sentences.short_day(on, today),
        draft.status is Status.CHECK,
        draft.letter.code in decision.world.ready,
        bool(draft.letter.body),
        own_mail(draft.letter.code, decision),
        decision.desk.state.approvals.get(line.code) == line.shown,
        decision.desk.state.would_be_filed(line.code),
    )


def own_mail(code: str, decision: Decision) -> str:
    """Say which mail of the user's own may stand for a letter; "" where none does."""
    receipts = decision.desk.state.receipts.values()
    note = next((r.note for r in receipts if r.code == code and r.state is SendState.HELD), "")
    return sentences.readable(note, decision.world.today)


def listed(
    lines: Iterable[SendLine],
    *,
    ahead: bool = False,
    number: int = 0,
    agreed: Sequence[str] = (),
    day: str = "",
) -> str:
    """Write what a form on these letters is bound to."""
    letters = tuple((line.code, line.shown) for line in lines)
    return SendForm(letters, ahead, number, tuple(agreed), day).written()


def still_as_shown(found: SendForm, lines: Iterable[SendLine]) -> bool:
    """Tell whether the list still is exactly the one that was shown."""
    return found.letters == tuple((line.code, line.shown) for line in lines)


def leads_to_sign_in(texts: Iterable[str]) -> bool:
    """Tell whether a sentence of `send` tells the user to sign in."""
    return any(command("gmail", "login") in text for text in texts)
