"""Every fault of the table: at most one copy, nothing unapproved, never Sent without evidence, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("resource", reason="a full disk is made with POSIX limits")

from tests.faults.run import run_fault
from tests.faults.table import FAULTS, Fault
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer

pytest_plugins = ["tests.peers.fixtures"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name)
def test_fault(fault: Fault, tmp_path: Path, certs: Certs, pymap: ImapPeer) -> None:
    first, then, copies = run_fault(fault, tmp_path, certs, pymap)
    assert tuple(o.outcome for o in first) == fault.first, first
    assert fault.says in " ".join(o.detail for o in first)
    assert copies == fault.copies
    assert tuple(o.outcome for o in then) == fault.then, then
