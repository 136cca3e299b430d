"""Open the page in the browser without showing its address to others: command lines can be read by every login, this file can't."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import webbrowser
from pathlib import Path

_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}">
<title>Remembered</title>
<p><a href="{address}">Go to the letters</a></p>
"""


class Opening:
    """A file that only this login can read, and that leads the browser to the page; it goes once that was opened."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._folder: Path | None = None

    def open(self) -> bool:
        """Ask the browser to open the page; False where there is none, or the file can't be written."""
        if not has_screen():
            return False
        try:
            self._folder = _private_folder()
            page = self._folder / "open.html"
            with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(_PAGE.format(address=self._address))
            return webbrowser.open(page.as_uri())
        except (OSError, webbrowser.Error):
            return False

    def close(self) -> None:
        """Remove the file."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _private_folder() -> Path:
    """Make a folder of mode 0700. On Linux in the home folder: a browser in a snap reads neither /tmp nor what is hidden."""
    if sys.platform.startswith("linux"):
        try:
            return Path(tempfile.mkdtemp(prefix="remembered-", dir=Path.home()))
        except (OSError, RuntimeError):
            pass
    return Path(tempfile.mkdtemp(prefix="remembered-"))


def has_screen() -> bool:
    """Tell whether a browser has anywhere to open; without a screen, one in the terminal would take it over."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
