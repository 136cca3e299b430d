"""A fault in the user's data: a value, not an error."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """A fault in the user's data: where it is, what is wrong and what to do."""

    where: str
    column: str
    severity: Severity
    message: str
    row: int = 0
    contact_id: str = ""

    @property
    def said(self) -> str:
        """Say it with its place."""
        return f"{self.where}: {self.message}"
