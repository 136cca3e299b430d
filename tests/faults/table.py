"""The faults: what goes wrong, where, and how the letters must stand afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.peers.smtp import Script


@dataclass(frozen=True)
class Fault:
    """A fault that hits the first of three letters. `first` and `then` are the outcomes of this run and of the next, sound, one.

    `copies` is how many copies of the first letter the server has in the end. `mailbox`: none, up, down, or no-sent.
    `disk_full_at` and `at` name points of the protocol.
    """

    name: str
    first: tuple[str, str, str]
    then: tuple[str, str, str] = ("held", "held", "held")
    copies: int = 1
    script: Callable[[], Script] = Script
    server: str = "smtp"
    options: dict[str, Any] = field(default_factory=dict)
    mailbox: str = "none"
    disk_full_at: str = ""
    ledger_at: str = ""
    says: str = ""


def _script(**points: list[str | None]) -> Callable[[], Script]:
    return lambda: Script(**{k: list(v) for k, v in points.items()})


_ALL, _NONE, _FIRST_HELD = ("sent",) * 3, ("held",) * 3, ("held", "sent", "sent")
_THEN_FIRST = ("sent", "held", "held")

FAULTS = (
    Fault("nothing", _ALL),
    Fault("no server", _NONE, _ALL, server="closed", says="can't be reached"),
    Fault("421 banner", _NONE, _ALL, server="421", says="later"),
    Fault("hang at banner", _NONE, _ALL, server="hang", says="no answer in time"),
    Fault("expired certificate", _NONE, _ALL, options={"certificate": "expired"}, says="did not prove"),
    Fault(
        "certificate of another name",
        _NONE,
        _ALL,
        options={"certificate": "wrong-name"},
        says="did not prove",
    ),
    Fault(
        "certificate of an unknown authority",
        _NONE,
        _ALL,
        options={"certificate": "unknown"},
        says="did not prove",
    ),
    Fault(
        "expired certificate after STARTTLS",
        _NONE,
        _ALL,
        options={"certificate": "expired", "starttls": True},
        says="did not prove",
    ),
    Fault(
        "STARTTLS stripped", _NONE, _ALL, options={"starttls": True, "offer_tls": False}, says="no encryption"
    ),
    Fault("STARTTLS", _ALL, options={"starttls": True}),
    Fault("454 at login", _NONE, _ALL, script=_script(auth=["454 4.7.0 too many logins"] * 3), says="later"),
    Fault(
        "535 at login",
        _NONE,
        _ALL,
        script=_script(auth=["535 5.7.8 Username and Password not accepted"] * 3),
        says="app password",
    ),
    Fault("421 at MAIL", _NONE, _ALL, script=_script(mail=["421 4.7.0 try again later"]), says="later"),
    Fault(
        "550 sender at MAIL",
        _NONE,
        _ALL,
        script=_script(mail=["550 5.7.60 not allowed to send as this"]),
        says="does not let",
    ),
    Fault(
        "552 at MAIL",
        ("refused", "sent", "sent"),
        copies=0,
        script=_script(mail=["552 5.3.4 too large"]),
        says="552",
    ),
    Fault("drop at MAIL", _ALL, script=_script(mail=["drop"])),
    Fault(
        "550 5.1.1 at RCPT",
        ("refused", "sent", "sent"),
        copies=0,
        script=_script(rcpt=["550 5.1.1 no such user"]),
        says="does not exist",
    ),
    Fault(
        "550 5.7.1 at RCPT",
        ("refused", "sent", "sent"),
        copies=0,
        script=_script(rcpt=["550 5.7.1 no"]),
        says="refused",
    ),
    Fault(
        "550 5.4.5 at RCPT",
        _NONE,
        _ALL,
        script=_script(rcpt=["550 5.4.5 Daily user sending limit exceeded"]),
        says="in a day",
    ),
    Fault(
        "451 at RCPT",
        _FIRST_HELD,
        _THEN_FIRST,
        script=_script(rcpt=["451 4.3.0 try later"]),
        says="still approved",
    ),
    Fault("451 at DATA", _FIRST_HELD, _THEN_FIRST, script=_script(data=["451 4.3.0 try later"])),
    Fault("554 at DATA", ("refused", "sent", "sent"), copies=0, script=_script(data=["554 5.7.1 no"])),
    Fault("drop at DATA", _ALL, script=_script(data=["drop"])),
    Fault("drop mid-body", _ALL, script=_script(body=["drop"])),
    Fault(
        "drop mid-body twice",
        _FIRST_HELD,
        _THEN_FIRST,
        script=_script(body=["drop", "drop"]),
        says="before the letter was complete",
    ),
    Fault("451 at the dot", _FIRST_HELD, _THEN_FIRST, script=_script(dot=["451 4.3.0 try later"])),
    Fault("421 at the dot", _NONE, _ALL, script=_script(dot=["421 4.7.0 closing"])),
    Fault(
        "552 at the dot", ("refused", "sent", "sent"), copies=0, script=_script(dot=["552 5.2.3 too large"])
    ),
    Fault(
        "550 5.4.5 at the dot",
        _NONE,
        _ALL,
        script=_script(dot=["550 5.4.5 Daily sending quota exceeded"]),
        says="in a day",
    ),
    Fault(
        "354 at the dot",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        copies=0,
        script=_script(dot=["354 go on"]),
        says="resolve",
    ),
    Fault(
        "550 5.1.1 at the dot",
        ("refused", "sent", "sent"),
        copies=0,
        script=_script(dot=["550 5.1.1 no such user"]),
        says="does not exist",
    ),
    Fault(
        "drop after the dot, not accepted",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        copies=0,
        script=_script(dot=["drop"]),
        says="resolve",
    ),
    Fault(
        "accepted, then dropped",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        script=_script(dot=["accept-drop"]),
        says="resolve",
    ),
    Fault(
        "accepted, 250 after our time-out",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        script=_script(dot=["accept-late"]),
        says="resolve",
    ),
    Fault(
        "accepted, then dropped; mailbox",
        _ALL,
        script=_script(dot=["accept-drop"]),
        mailbox="up",
        says="is in Sent",
    ),
    Fault(
        "drop after the dot, not accepted; mailbox",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        copies=0,
        script=_script(dot=["drop"]),
        mailbox="up",
    ),
    Fault(
        "accepted, then dropped; mailbox down",
        ("check", "sent", "sent"),
        _THEN_FIRST,
        script=_script(dot=["accept-drop"]),
        mailbox="down",
    ),
    Fault(
        "accepted, then dropped; Sent copy late",
        ("check", "sent", "sent"),
        _THEN_FIRST,
        script=_script(dot=["accept-drop"]),
        mailbox="late",
    ),
    Fault(
        "accepted, then dropped; in Sent twice", _ALL, script=_script(dot=["accept-drop"]), mailbox="twice"
    ),
    Fault(
        "accepted, then dropped; no Sent folder",
        ("check", "sent", "sent"),
        ("check", "held", "held"),
        script=_script(dot=["accept-drop"]),
        mailbox="no-sent",
    ),
    Fault("mailbox up", _ALL, mailbox="up"),
    Fault(
        "sent already by another computer", _ALL, copies=0, mailbox="sent-already", says="another computer"
    ),
    Fault("disk full at the claim", _NONE, _ALL, disk_full_at="start", says="disk"),
    Fault("disk full at the dot", _NONE, _ALL, disk_full_at="body", says="did not go"),
    Fault(
        "disk full at the end",
        ("check", "held", "held"),
        ("check", "sent", "sent"),
        disk_full_at="replied",
        says="disk",
    ),
    Fault(
        "disk full at the end; mailbox",
        ("check", "held", "held"),
        _ALL,
        disk_full_at="replied",
        mailbox="up",
        says="disk",
    ),
    Fault("ledger removed mid-body", _NONE, _NONE, copies=0, ledger_at="removed", says="did not go"),
    Fault("ledger locked at the dot", _NONE, _ALL, ledger_at="locked", says="did not go"),
)
