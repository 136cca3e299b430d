"""Where a workbook and all that belongs to it are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a workbook and all that belongs to it are."""

    workbook: Path

    @property
    def folder(self) -> Path:
        """Return the workbook's folder."""
        return self.workbook.absolute().parent

    @property
    def outbox(self) -> Path:
        """Return the folder of letters in review."""
        return self.folder / "outbox"

    @property
    def ready(self) -> Path:
        """Return the folder of exported letters."""
        return self.outbox / "ready"

    @property
    def sent(self) -> Path:
        """Return the folder of what is known to be sent."""
        return self.outbox / "sent"

    @property
    def backups(self) -> Path:
        """Return the folder of backups."""
        return self.folder / "backups"

    @property
    def templates(self) -> Path:
        """Return the folder of the user's own letter templates."""
        return self.folder / "letter_templates"

    @property
    def sheets(self) -> Path:
        """Return the folder of printed sheets."""
        return self.folder / "sheets"

    @property
    def calendar(self) -> Path:
        """Return the calendar file."""
        return self.folder / "remembered.ics"
