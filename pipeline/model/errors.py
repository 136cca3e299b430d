"""The stops: what ends a command, said in one sentence."""

from __future__ import annotations

FAILED, USAGE, PROBLEMS, UNREADABLE, NOT_SENT = 1, 2, 3, 4, 5


class UserError(Exception):
    """Stop a command with a sentence that says what, where, and what to do next."""

    def __init__(self, message: str, *, exit_code: int = UNREADABLE) -> None:
        super().__init__(message)
        self.exit_code = exit_code
