"""What `doctor` looks at: the workbook, its ledger, and what this computer says of both."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from pipeline.day.belonging import doubt_about
from pipeline.day.copies import second_versions
from pipeline.day.diagnosis import LET_IT_BE_WRITTEN, DoctorLine, Surroundings, diagnose
from pipeline.day.gather import gather
from pipeline.day.world import World
from pipeline.ledger.faults import LedgerFault
from pipeline.mail.account import account_of
from pipeline.mail.passwords import has_passwords, keyring_works
from pipeline.mail.ways import uses_account
from pipeline.model import Settings
from pipeline.model.errors import UserError
from pipeline.workbook.locks import find_lock

_TRIAL = 64 * 1024  # bytes


def check_up(workbook: Path, today: date, now: datetime) -> tuple[World, list[DoctorLine]]:
    """Look at all that a day needs; a ledger that can't be used is a line, and the rest is looked at without it."""
    fault = ""
    try:
        world = gather(workbook, today, now)
    except LedgerFault as stop:
        fault, world = str(stop), gather(workbook, today, now, without_ledger=True)
    if not fault and (refused := _refused(world.ledger_path)):
        fault = f"{world.ledger_path} can't be written ({refused}), and nothing is sent without it. {LET_IT_BE_WRITTEN}"
    doubt = None if fault else doubt_about(world)
    around = Surroundings(
        keyring=keyring_works(),
        password=_has_password(world.settings),
        open_elsewhere=find_lock(workbook) is not None,
        ledger_fault=fault,
        doubt=doubt.question if doubt else "",
        copies=tuple(p.name for p in second_versions(workbook)),
        refused=_refused(workbook),
    )
    return world, diagnose(world, around)


def _refused(path: Path) -> str:
    """Say why a file can't be written, or made; "" where it can."""
    if path.exists() and not os.access(path, os.W_OK):
        return "it is write-protected"
    there = next(folder for folder in path.parents if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=there) as trial:
            trial.write(bytes(_TRIAL))
            trial.flush()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _has_password(settings: Settings) -> bool:
    with suppress(UserError):
        return uses_account(settings) and has_passwords(account_of(settings))
    return False
