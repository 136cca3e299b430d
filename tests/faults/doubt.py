"""A letter that may have gone, and then the ledger that knows of it is older, lost, or another computer's. No mailbox helps."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from unittest import mock

from pipeline.day.apply import run_day
from pipeline.day.delivering import deliver
from pipeline.day.sending import approved
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.records import SendState
from pipeline.mail.outgoing import SendOutcome
from tests.books import person
from tests.end_to_end.routine import MONDAY, Routine
from tests.peers.certs import Certs
from tests.peers.letters import WORKBOOK, letter, outgoing
from tests.peers.smtp import PASSWORD, USER, Script, SmtpPeer
from tests.processes import end_at_once, ended_at_once, processes
from tests.systems import PATIENCE

NOON = datetime(2026, 12, 7, 12)
LOST_ANSWERS, KILLS = ("drop", "accept-drop"), ("dot-recorded", "dot-sent", "replied")


def ledger_file() -> Path:
    [found] = (p for p in Path(os.environ["REMEMBERED_DATA_DIR"]).glob("*.sqlite") if p.stem != "before")
    return found


def older(before: Path) -> None:
    """Put the ledger back as it was when the letter was only approved."""
    now = ledger_file()
    for suffix in ("-wal", "-shm"):
        now.with_name(now.name + suffix).unlink(missing_ok=True)
    shutil.copy(before, now)


def lost(_before: Path) -> None:
    """Lose the ledger."""
    now = ledger_file()
    for path in now.parent.glob(now.name + "*"):
        path.unlink()


def another_computers(before: Path) -> None:
    """Open the workbook where only other letters were ever sent."""
    now = ledger_file()
    lost(before)
    other = outgoing(letter(7)).receipt(SendState.ACCEPTED, NOON.astimezone())
    with Ledger(now) as ledger:
        ledger.record(replace(other, note=f"of {WORKBOOK}"))


MISHAPS: tuple[Callable[[Path], None], ...] = (older, lost, another_computers)


@dataclass(frozen=True)
class Doubted:
    """How a round ended: copies before the mishap, after two days' tries, and once the user had released it."""

    mishap: str
    way: str
    before: int
    after: int
    released: int


class _Noon:
    """A clock that stands at noon of the day."""

    def now(self) -> datetime:
        return NOON.astimezone()

    def sleep(self, seconds: float) -> None:
        pass


def doubted(mishap: Callable[[Path], None], way: str, folder: Path, certs: Certs) -> Doubted:
    """Lose the answer to a letter, or kill its sender; let the mishap happen; try to send on; then let the user release it.

    `way` is what the server does at the dot, or the point of the protocol at which the sender is killed.
    """
    surroundings = {
        "REMEMBERED_DATA_DIR": str(folder / "data"),
        "REMEMBERED_PASSWORD": PASSWORD,
        "REMEMBERED_PASSWORD_FOR": "127.0.0.1",
    }
    script = Script(dot=[way] if way in LOST_ANSWERS else [])
    with mock.patch.dict(os.environ, surroundings), SmtpPeer(certs, script) as server:
        home, code, message_id = _approved(folder, server.port)
        before = _copied(folder)
        if way in KILLS:
            _killed(home.book, way)
            server.rest()
        else:
            assert [o.outcome for o in _send(home.book)] == ["check"]
        _standing(home, code)
        copies = server.copies(message_id)
        mishap(before)
        for _ in range(2):
            assert {o.outcome for o in _send(home.book)} <= {"check", "held"}
            home.run("approve", code, code=None)
            assert {o.outcome for o in _send(home.book)} <= {"check", "held"}
            _standing(home, code)
        after = server.copies(message_id)
        home.run("resolve", code, "release")
        home.run("approve", code)
        assert [o.outcome for o in _send(home.book)] == ["sent"]
        return Doubted(mishap.__name__, way, copies, after, server.copies(message_id))


def _approved(folder: Path, port: int) -> tuple[Routine, str, str]:
    settings = {
        "Email": "sam.rivera@college.example.edu",
        "Login name": USER,
        "Send through": "Other server",
        "Read replies from": "None",
        "SMTP server": f"127.0.0.1:{port}",
    }
    home = Routine(folder).with_book([person()], settings=settings)
    home.daily()
    code = home.drafts()[0]["code"]
    home.run("approve", code)
    with Ledger(ledger_file()) as ledger:
        return home, code, ledger.state().drafts[code].message_id


def _copied(folder: Path) -> Path:
    with Ledger(ledger_file()) as ledger:
        ledger._db.execute("VACUUM INTO ?", (str(folder / "before.sqlite"),))
    return folder / "before.sqlite"


def _standing(home: Routine, code: str) -> None:
    """Run the day; the letter must stand as one that may have gone."""
    home.daily()
    assert home.draft(code=code)["status"] == "Check"
    assert home.on_drafts(code)["Status"] == "Check"


def _send(book: Path, at: Callable[[str], None] = lambda _point: None) -> list[SendOutcome]:
    decision = run_day(book, MONDAY, NOON).decision
    letters = approved(decision)
    return deliver(decision, letters, ask=lambda _: True, progress=lambda *_: None, clock=_Noon(), at=at)


def _killed(book: Path, point: str) -> None:
    process = processes("pipeline.day.apply").Process(
        target=_send_until, args=(book, point, dict(os.environ))
    )
    process.start()
    process.join(PATIENCE)
    assert ended_at_once(process.exitcode)


def _send_until(book: Path, point: str, surroundings: dict[str, str]) -> None:
    os.environ.update(surroundings)
    _send(book, lambda passed: end_at_once() if passed == point else None)
