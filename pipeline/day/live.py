"""The day as things are now: worked out anew whenever something changed on the disk since the last look."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from pipeline.day.apply import into_ledger, take_away
from pipeline.day.belonging import Unanswered, doubt_about
from pipeline.day.decide import Decision, decide
from pipeline.day.gather import gather, refresh
from pipeline.day.waiting import into_outbox
from pipeline.day.world import World
from pipeline.model.errors import UserError
from pipeline.workbook.replace import read_whole
from pipeline.workbook.save import fingerprint

_Stamp = tuple[tuple[str, int, int], ...]


class LiveDay:
    """A day to be looked at again and again. Looking writes the outbox and the ledger, never the workbook."""

    def __init__(self, workbook: Path, today: date | None, clock: type[datetime] = datetime) -> None:
        self.workbook, self._clock = workbook, clock
        self._day = today
        self._stamp: _Stamp = ()
        self._decision: Decision | None = None
        self._read: tuple[_Stamp, World] | None = None

    @property
    def today(self) -> date:
        """Return the day that was asked for, else the clock's, so that a window that stays open goes on to the next one."""
        return self._day or self.now().date()

    def decision(self) -> Decision:
        """Return the day as things are now. Raises UserError where the workbook can't be read."""
        stamp = self._look()
        if self._decision is None or stamp != self._stamp or self._decision.world.today != self.today:
            self._decision = self._work_out()
            self._stamp = self._look()
        return self._decision

    def world(self) -> World:
        """Return what the day was decided from."""
        return self.decision().world

    def now(self) -> datetime:
        """Return the time, in whole seconds."""
        return self._clock.now().replace(microsecond=0)

    def _let_go(self) -> None:
        """Hold nothing of the day, so that of a long list not two are held at once."""
        self._forget()
        self._read = None

    def _hand_over(self, decision: Decision) -> None:
        """Take a day that was worked out elsewhere just now, until something changes."""
        self._read = None
        self._decision = decision
        self._stamp = self._look()
        with suppress(UserError):
            if fingerprint(read_whole(self.workbook)) == decision.world.book.sha256:
                return
        self._forget()  # somebody saved meanwhile, or is saving

    def _forget(self) -> None:
        """Work the day out anew at the next look."""
        self._decision = None

    def _work_out(self) -> Decision:
        decision = decide(self._gathered())
        into_ledger(decision)
        told = take_away(into_outbox(decision), written=False).notices[len(decision.notices) :]
        if decision.review.files or decision.review.leaving or decision.receipts:
            decision = decide(self._gathered())
        return decision._replace(notices=(*decision.notices, *told)) if told else decision

    def _gathered(self) -> World:
        """Read all; while the workbook stays as it was, only what lies beside it."""
        stamp = _stamp([self.workbook])
        if self._read is not None and stamp and stamp == self._read[0] and self._read[1].today == self.today:
            return refresh(self._read[1], self.now())
        self._read = None
        world = gather(self.workbook, self.today, self.now())
        doubt = doubt_about(world)
        if doubt is not None:
            raise Unanswered(doubt)
        self._read = (stamp, world)
        return world

    def _look(self) -> _Stamp:
        place = self._decision.world.place if self._decision else None
        paths = [self.workbook]
        if self._decision and place:
            paths += [
                self._decision.world.ledger_path,
                self._decision.world.ledger_path.with_suffix(".sqlite-wal"),
            ]
            paths += sorted(place.outbox.glob("*.txt")) if place.outbox.is_dir() else []
            paths.append(Path(self._decision.world.enclosure.path or place.folder))
        return _stamp(paths)


def _stamp(paths: Sequence[Path]) -> _Stamp:
    found: list[tuple[str, int, int]] = []
    for path in paths:
        with suppress(FileNotFoundError):  # a letter on its way out
            s = path.stat()
            found.append((str(path), s.st_mtime_ns, s.st_size))
    return tuple(found)
