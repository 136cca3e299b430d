"""What not every system has: marks for the tests that need it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest


def _has_links() -> bool:
    with tempfile.TemporaryDirectory() as name:
        link = Path(name, "link")
        try:
            os.symlink(name, link)
        except OSError:  # on Windows a right of its own
            return False
        return link.is_symlink()  # wine says that it made one, and makes none


needs_links = pytest.mark.skipif(not _has_links(), reason="no symbolic links can be made here")
