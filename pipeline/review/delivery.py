"""Sending from the window: the same run as `send`, in a thread of its own, so that the page answers while letters go one by one."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from pipeline.day.sending import ListChanged, send_approved
from pipeline.ledger.records import digest
from pipeline.mail.outgoing import SendOutcome
from pipeline.model.errors import UserError
from pipeline.review.sendlist import SendForm

if TYPE_CHECKING:
    from pipeline.review.sendlist import SendLine
    from pipeline.review.session import Review

STOPPED = "You stopped it; it stays approved."


class Run(NamedTuple):
    """A sending as the page shows it. `question` was asked and not answered yet; `fault` says what ended all of it."""

    listed: SendForm
    lines: tuple[SendLine, ...]
    outcomes: tuple[SendOutcome, ...] = ()
    question: str = ""
    fault: str = ""
    stopping: bool = False
    changed: bool = False
    over: bool = False

    def outcome_of(self, code: str) -> SendOutcome | None:
        """Find how a letter ended."""
        return next((o for o in self.outcomes if o.code == code), None)

    @property
    def shared(self) -> dict[str, int]:
        """Count what is said of several letters alike, such as a password refused: it is said once."""
        counts = Counter(o.detail for o in self.outcomes if o.detail and o.outcome in ("held", "refused"))
        return {detail: n for detail, n in counts.items() if n > 1}

    @property
    def under_way(self) -> str:
        """Name the letter whose turn it is; "" where it is over."""
        return "" if self.over else next((n.code for n in self.lines if not self.outcome_of(n.code)), "")


class Delivery:
    """The sendings of one window: one at a time, each of a list that was confirmed."""

    def __init__(self, session: Review, heard: Callable[[], None]) -> None:
        self._session, self._heard = session, heard
        self._starting, self._noting, self._stop = threading.Lock(), threading.Lock(), threading.Event()
        self._thread: threading.Thread | None = None
        self.run = Run(SendForm(()), (), over=True)
        self.number = 0

    @property
    def going_on(self) -> bool:
        """Tell whether letters are going out."""
        return not self.run.over

    def start(self, listed: SendForm, lines: tuple[SendLine, ...]) -> bool:
        """Begin to send a list; False where one is under way already, or the form is from before the last one."""
        with self._starting:
            if self.going_on or listed.number != self.number:
                return False
            self.number += 1
            self._stop.clear()
            self.run = Run(listed, lines)
            # A letter takes seconds and its server's answer up to two minutes: longer than a request may.
            self._thread = threading.Thread(target=self._deliver, args=(self.run,), daemon=True)
            self._thread.start()
        return True

    def stop(self) -> None:
        """Let the letter under way come to its end, and none after it."""
        self._stop.set()
        if self.going_on:
            self._note(stopping=True)

    def waits(self) -> str:
        """Say what the window waits for before it goes."""
        return "A letter is on its way: the window goes once that is through." if self.going_on else ""

    def close(self) -> None:
        """Stop, and wait for the letter under way."""
        self.stop()
        if self._thread is not None:
            self._thread.join()

    def _deliver(self, run: Run) -> None:
        try:
            sent = send_approved(
                self._session.workbook,
                self._session.today,
                self._session.now,
                run.listed.wish,
                ask=self._answered,
                progress=self._went,
                halted=lambda: STOPPED if self._stop.is_set() else "",
            )
            self._note(outcomes=sent.outcomes)
        except ListChanged as changed:
            self._note(changed=True, fault=str(changed))
        except UserError as stop:
            self._note(fault=str(stop))
        except BaseException as fault:
            self._note(
                fault=f"Something went wrong ({type(fault).__name__}). What is said of each letter below is so; the others stay as they were."
            )
            raise
        finally:
            self._note(over=True)

    def _answered(self, question: str) -> bool:
        """Answer yes to what the user said yes to, and to nothing else."""
        if digest(question) in self.run.listed.agreed:
            return True
        self._note(question=question)
        return False

    def _went(self, _done: int, _of: int, outcome: SendOutcome) -> None:
        self._heard()
        self._note(outcomes=(*self.run.outcomes, outcome))  # only this thread notes outcomes

    def _note(self, **more: object) -> None:
        with self._noting:
            self.run = self.run._replace(**more)  # type: ignore[arg-type]
