"""Two computers with one mailbox send the same letters, started a moment apart: none goes twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.pairs import LETTERS, pair
from tests.peers.certs import Certs
from tests.peers.imap import ImapPeer

pytest_plugins = ["tests.peers.fixtures"]


@pytest.mark.parametrize("apart", [0.0, 3.0, 30.0])
def test_no_letter_goes_twice(apart: float, tmp_path: Path, certs: Certs, pymap: ImapPeer) -> None:
    copies, outcomes = pair(tmp_path, certs, pymap, apart)
    assert max(copies) == 1
    assert copies == [1] * LETTERS, [[f"{o.outcome}: {o.detail}" for o in run] for run in outcomes]
