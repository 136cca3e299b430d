"""The frame of every page: the day, the workbook as it was saved, where one is, and what was just done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import redirect, render_template, request

from pipeline.ledger.records import digest
from pipeline.model.dates import long_day
from pipeline.model.errors import UserError
from pipeline.review import sentences
from pipeline.review.startfile import StartDesk
from pipeline.workbook.locks import find_lock

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from pipeline.day.decide import Decision
    from pipeline.review.delivery import Delivery
    from pipeline.review.ending import Closing
    from pipeline.review.following import FolderWatch
    from pipeline.review.security import Guard
    from pipeline.review.session import Review

Served = Any
"""What a page answers with: text, a redirect, JSON, with a status or without."""
_Stamp = Callable[["Decision"], str]


class NavPage(NamedTuple):
    """A page of the navigation."""

    key: str
    href: str
    label: str


NAVIGATION = (
    NavPage("today", "/", "Today"),
    NavPage("letters", "/letters", "Letters"),
    NavPage("contacts", "/contacts", "Contacts"),
    NavPage("problems", "/problems", "Problems"),
    NavPage("progress", "/progress", "How it goes"),
    NavPage("settings", "/settings", "Settings"),
    NavPage("send", "/send", "Send"),
)
NO_WORKBOOK = "gone"
"""The version of every page while there is no workbook."""
WITHOUT_WORKBOOK = (NavPage("start", "/start", "Start here"),)


class Told:
    """What came of the last act, told once: after a redirect, so that the browser keeps no form with a password in it."""

    def __init__(self) -> None:
        self._said, self._alert = "", ""

    def tell(self, said: str = "", alert: str = "") -> None:
        """Note what is to be told."""
        self._said, self._alert = said, alert

    def take(self) -> dict[str, str]:
        """Give it, once."""
        told = {"report": self._said, "alert": self._alert}
        self.tell()
        return told


@dataclass(frozen=True, slots=True)
class Window:
    """What all pages share, and what is under way in one window. `home` is where it opens."""

    session: Review
    guard: Guard
    ending: Closing
    delivery: Delivery
    home: str = "/"
    following: FolderWatch | None = None
    desk: StartDesk = field(default_factory=StartDesk)
    told: Told = field(default_factory=Told)

    @property
    def moved(self) -> int:
        """Count the changes in the workbook's folder, as the system tells them."""
        return self.following.moved() if self.following else 0

    @property
    def has_workbook(self) -> bool:
        """Tell whether there is a workbook to show; without one there is only the beginning."""
        return self.session.workbook.exists()

    def to(self, address: str) -> Response:
        """Lead on to another page, by an answer that a reload does not post again (303)."""
        return redirect(f"{self.guard.base}{address}", 303)

    def page(self, template: str, here: str, **values: object) -> str:
        """Render a page in the frame; `here` is the key of its place in the navigation.

        It can be shown where there is no workbook, or one that can't be read; then the frame says nothing of the day.
        """
        return render_template(template, here=here, **{**self._frame(here), **values})

    def version(self, decision: Decision, key: str) -> str:
        """Name what a page shows, so that it can notice when that changed; `key` is a letter's, a step's or a page's."""
        draft = decision.draft_of(key) if key else None
        seen = (
            str(decision.world.today),
            repr(self.session.listing(decision)),
            repr(draft),
            str(self.guard.again),
        )
        lock = None if draft else find_lock(self.session.workbook)
        book = () if draft else (decision.world.book.sha256, lock.program if lock else "")
        return digest(*seen, *book)[:16]

    def _frame(self, here: str) -> Mapping[str, object]:
        frame: dict[str, object] = {
            "where": "page",
            "current": "",
            "again": self.guard.again,
            "navigation": NAVIGATION if self.has_workbook else WITHOUT_WORKBOOK,
            "day": long_day(self.session.today),
            "said": "",
            "version": "" if self.has_workbook else NO_WORKBOOK,
        }
        try:
            decision = self.session.decision()
        except UserError:
            return frame
        lock = find_lock(self.session.workbook)
        return frame | {
            "version": self.version(decision, here),
            "current": here,
            "workbook": self.session.workbook.name,
            "saved_at": f"{decision.world.book.saved_at:%H:%M}",
            "open_in": lock.program if lock else "",
            "said": just_done(decision, self.session),
            "undo": self.session.undoable if request.args.get("said") == "recorded" else 0,
            "waits": len(decision.world.state.entries),
        }


def just_done(decision: Decision, session: Review) -> str:
    """Say what was just done: the words are ours, and the name that of a letter's recipient."""
    key, of = request.args.get("said", ""), request.args.get("of", "")
    if key == "recorded":
        return recorded(session)
    words, draft = sentences.SAID.get(key, ""), decision.draft_of(of)
    sent = (r.name for r in decision.world.state.receipts.values() if r.code == of.upper())
    name = draft.letter.name if draft else next(sent, "")
    return words.format(name=name) if name or "{name}" not in words else ""


def recorded(session: Review) -> str:
    """Say what was recorded last, and where it stands now."""
    last = session.recorded[-1] if session.recorded else None
    if last is None:
        return ""
    words = sentences.readable(last.entry.words, session.today)
    if last.open_in is None:
        return f"Recorded: {words}."
    return f"Recorded: {words}. {session.workbook.name} is open in {last.open_in.program}: this waits, and goes in when it is closed."
