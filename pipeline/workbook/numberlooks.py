"""Whole numbers as a cell's format shows them, where it is one for postal codes or phone numbers (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|([0#?])|([-() +/])|\[\$([^\]-]*)(?:-[^\]]*)?\]|_.')
_CONDITION = re.compile(r"\[(<=|<|>=|>)(\d+)\]")


def shown_number(code: str, number: int) -> str | None:
    """Write a number by a format of digits and marks: zeros kept, marks between; None where the format shows it as it is."""
    pieces = _pieces(_section(code, number))
    if pieces is None or number < 0:
        return None
    places = [piece for piece, is_digit in pieces if is_digit]
    if places.count("0") < 2 and not (len(places) > 1 and any(not is_digit for _, is_digit in pieces)):
        return None
    digits = list(str(number))
    shown: list[str] = []
    left = len(places)
    for piece, is_digit in reversed(pieces):
        if not is_digit:
            shown.append(piece)
            continue
        left -= 1
        shown.append(digits.pop() if digits else "0" if piece == "0" else "")
        if not left:
            shown += reversed(digits)
            digits = []
    return "".join(reversed(shown)).strip()


def _section(code: str, number: int) -> str:
    """Choose among "[<=9999999]###-####;(###) ###-####" by the number."""
    sections = code.split(";")
    for section in sections:
        found = _CONDITION.match(section)
        if found is None:
            return section
        limit = int(found[2])
        holds = {"<=": number <= limit, "<": number < limit, ">=": number >= limit, ">": number > limit}
        if holds[found[1]]:
            return section[found.end() :]
    return sections[0]


def _pieces(section: str) -> list[tuple[str, bool]] | None:
    """List marks and places for digits; None where there is anything else, as a decimal point or a day."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    while at < len(section):
        found = _TOKEN.match(section, at)
        if found is None:
            return None
        if found[3]:
            pieces.append((found[3], True))
        else:
            pieces.append((found[1] or found[2] or found[4] or found[5] or "", False))
        at = found.end()
    return pieces
