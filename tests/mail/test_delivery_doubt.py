"""A letter in doubt never goes again by itself, whatever became of the ledger: at a real server, killed or left without an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.doubt import MISHAPS, doubted
from tests.peers.certs import Certs

pytestmark = pytest.mark.every_case
pytest_plugins = ["tests.peers.fixtures"]


@pytest.mark.parametrize("mishap", MISHAPS, ids=lambda m: m.__name__)
@pytest.mark.parametrize(("way", "copies"), [("drop", 0), ("accept-drop", 1), ("dot-sent", 1)])
def test_in_doubt(
    mishap: Callable[[Path], None], way: str, copies: int, tmp_path: Path, certs: Certs
) -> None:
    done = doubted(mishap, way, tmp_path, certs)
    assert (done.before, done.after, done.released) == (copies, copies, copies + 1)
