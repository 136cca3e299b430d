"""What is set up, what is not, and what to do next (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.ledger.records import UNSURE, LedgerState, SendState
from pipeline.mail.ways import sending, sends_through, uses_account
from pipeline.model import LETTER_EVENTS, Contact, Enclosure, Event, Problem, Settings, Severity
from pipeline.model.addresses import is_example
from pipeline.model.came_in import command, how_to_say_it_was
from pipeline.rules.wording import counted
from pipeline.sheets.settings import said_of_invented

if TYPE_CHECKING:
    from pipeline.day.world import World


LET_IT_BE_WRITTEN = "Check that its folder can be written to and that the disk is not full."


@dataclass(frozen=True, slots=True)
class DoctorLine:
    what: str
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What this computer says: of its keyring, of who has the workbook open, of the ledger, and of workbooks like it.

    `refused`: why nothing can be written beside the workbook; "" where it can.
    """

    keyring: bool
    password: bool
    open_elsewhere: bool
    ledger_fault: str
    doubt: str
    copies: Sequence[str]
    refused: str = ""


def diagnose(world: World, around: Surroundings) -> list[DoctorLine]:
    """Go through all that a day needs."""
    fault = around.ledger_fault
    return [
        _you(world.settings),
        _people(world.contacts),
        _cells(world.problems),
        _resume(world.settings, world.enclosure),
        *_mail(world.settings, around.keyring, around.password),
        *_letters(world.state),
        DoctorLine("Ledger", False, fault) if fault else _agreement(world.events, world.state),
        _workbook(around.open_elsewhere, around.refused),
        _same_id(around.doubt),
        _copies(around.copies),
    ]


def _workbook(open_elsewhere: bool, refused: str) -> DoctorLine:
    if refused:
        return DoctorLine("Workbook", False, f"it can't be written ({refused}). {LET_IT_BE_WRITTEN}")
    if open_elsewhere:
        return DoctorLine(
            "Workbook", False, "it is open in another program: it is written once it is closed."
        )
    return DoctorLine("Workbook", True, "it can be written.")


def _same_id(doubt: str) -> DoctorLine:
    if doubt:
        return DoctorLine("Same ID", False, f"{doubt} Asked by {command('daily')}.")
    return DoctorLine("Same ID", True, "no other workbook has this one's.")


def _copies(copies: Sequence[str]) -> DoctorLine:
    if copies:
        return DoctorLine(
            "Copies", False, f"a sync service left {', '.join(copies)} beside it: bring them together."
        )
    return DoctorLine("Copies", True, "none beside it.")


def _you(settings: Settings) -> DoctorLine:
    missing = [
        label
        for label, value in (
            ("Your name", settings.name),
            ("Email", settings.email),
            ("Purpose", settings.purpose),
        )
        if not value
    ]
    if still := said_of_invented(settings):
        return DoctorLine("You", False, still)
    if is_example(settings.email):
        return DoctorLine(
            "You", False, f"{settings.email} is no real address: put yours on the Settings sheet."
        )
    return DoctorLine(
        "You",
        not missing,
        f"fill in {', '.join(missing)} on the Settings sheet."
        if missing
        else f"{settings.name}, {settings.email}.",
    )


def _people(contacts: Sequence[Contact]) -> DoctorLine:
    own = sum(not c.is_sample for c in contacts)
    return DoctorLine(
        "Contacts",
        own > 0,
        counted(own, "contact") + " of your own."
        if own
        else f"{'only samples' if contacts else 'nobody yet'}: add your first contact, or: {command('import', 'FILE')}",
    )


def _cells(problems: Sequence[Problem]) -> DoctorLine:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return DoctorLine(
        "Cells",
        not errors,
        f"{counted(errors, 'error')}: {command('check')} lists them." if errors else "no errors.",
    )


def _resume(settings: Settings, enclosure: Enclosure) -> DoctorLine:
    if not settings.resume_file:
        return DoctorLine(
            "Resume",
            False,
            "none is named on the Settings sheet; a thank-you after a talk by phone should carry one.",
        )
    return DoctorLine("Resume", not enclosure.problem, enclosure.problem or f"{enclosure.name} is there.")


def _mail(settings: Settings, keyring: bool, password: bool) -> list[DoctorLine]:
    way = sending(settings)
    if not uses_account(settings):
        return [
            DoctorLine(
                "Sending",
                True,
                f"through {way.name}: {way.told}. docs/gmail.md says how to send from here.",
            )
        ]
    where = "in the keyring" if keyring else "in REMEMBERED_PASSWORD (this computer has no keyring)"
    told = f"through {sends_through(settings)} as {settings.email}; " + (
        f"the password is {where}." if password else f"no password yet: {command('gmail', 'login')}"
    )
    return [DoctorLine("Sending", password, told)]


def _letters(state: LedgerState) -> list[DoctorLine]:
    found = [
        DoctorLine(
            "Letter " + r.code,
            False,
            f"for {r.name}: {r.note} {how_to_say_it_was(r.code)}"
            if r.state is SendState.HELD
            else f"nobody can say whether it went to {r.name}. {state.way_out(r.code)}",
        )
        for r in state.receipts.values()
        if r.state in UNSURE
    ]
    found += [
        DoctorLine(
            "Letter " + r.code,
            False,
            f"exported for {r.name} on {r.on}: sent it? Then {command('resolve', r.code, 'sent')}, or release.",
        )
        for r in state.receipts.values()
        if r.state is SendState.EXPORTED
    ]
    return found


def _agreement(events: Sequence[Event], state: LedgerState) -> DoctorLine:
    known = {m.partition("@")[0] for m in state.receipts}
    missing = {
        e.message_id
        for e in events
        if e.kind in LETTER_EVENTS
        and e.message_id.startswith("<remembered.")
        and e.message_id.partition("@")[0] not in known
    }
    if missing:
        return DoctorLine(
            "Ledger",
            False,
            f"{counted(len(missing), 'sent letter')} of the workbook unknown to this computer's ledger: before real "
            "sending it looks in Sent, or asks you to.",
        )
    return DoctorLine("Ledger", True, "it agrees with the workbook.")
