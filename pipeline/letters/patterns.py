"""Tables of patterns: one a line, with the sentence that it is for."""

from __future__ import annotations

import re
from functools import cache


def read_table(table: str) -> list[tuple[str, str]]:
    """Read a table of lines "pattern -> the sentence that it is for"."""
    lines = [line.rpartition(" -> ") for line in table.strip().splitlines() if " -> " in line]
    return [(pattern.strip(), sentence.strip()) for pattern, _, sentence in lines]


@cache
def one_of(table: str) -> re.Pattern[str]:
    """Join the patterns of a table into one."""
    return re.compile("|".join(f"(?:{pattern})" for pattern, _ in read_table(table)))
