"""What `doctor` looks at: the workbook, its ledger, and what this computer says of both."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from pipeline.day.belonging import doubt_about
from pipeline.day.copies import second_versions
from pipeline.day.diagnosis import DoctorLine, Surroundings, diagnose
from pipeline.day.gather import gather
from pipeline.day.world import World
from pipeline.ledger.faults import LedgerFault
from pipeline.mail.account import account_of
from pipeline.mail.passwords import has_passwords, keyring_works
from pipeline.mail.ways import uses_account
from pipeline.model import Settings
from pipeline.model.errors import UserError
from pipeline.workbook.locks import find_lock


def check_up(workbook: Path, today: date, now: datetime) -> tuple[World, list[DoctorLine]]:
    """Look at all that a day needs; a ledger that can't be used is a line, and the rest is looked at without it."""
    fault = ""
    try:
        world = gather(workbook, today, now)
    except LedgerFault as stop:
        fault, world = str(stop), gather(workbook, today, now, without_ledger=True)
    doubt = None if fault else doubt_about(world)
    around = Surroundings(
        keyring=keyring_works(),
        password=_has_password(world.settings),
        open_elsewhere=find_lock(workbook) is not None,
        ledger_fault=fault,
        doubt=doubt.question if doubt else "",
        copies=tuple(p.name for p in second_versions(workbook)),
    )
    return world, diagnose(world, around)


def _has_password(settings: Settings) -> bool:
    with suppress(UserError):
        return uses_account(settings) and has_passwords(account_of(settings))
    return False
