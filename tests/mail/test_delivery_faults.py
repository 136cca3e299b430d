"""Every fault of the table: at most one copy, nothing unapproved, never Sent without evidence, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.faults.run import run_fault
from tests.faults.table import FAULTS, Fault
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer
from tests.systems import needs_limits, needs_open_files_moved

pytest_plugins = ["tests.peers.fixtures"]


def made_here(fault: Fault) -> Any:
    """Mark what can't be made on every system."""
    needs = [needs_limits] if fault.disk_full_at else []
    needs += [needs_open_files_moved] if fault.ledger_at == "removed" else []
    return pytest.param(fault, marks=needs, id=fault.name)


@pytest.mark.every_case
@pytest.mark.parametrize("fault", [made_here(f) for f in FAULTS])
def test_fault(fault: Fault, tmp_path: Path, certs: Certs, pymap: ImapPeer) -> None:
    first, then, copies = run_fault(fault, tmp_path, certs, pymap)
    assert tuple(o.outcome for o in first) == fault.first, first
    assert fault.says in " ".join(o.detail for o in first)
    assert copies == fault.copies
    assert tuple(o.outcome for o in then) == fault.then, then
