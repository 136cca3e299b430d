"""What a row of History says came of an interview or a call, read as the columns of Contacts read the same words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from pipeline.model import CallResult, Contact, Event, EventKind, Held, InterviewType, Problem, people_by_id
from pipeline.rules.daysmoved import CELLS
from pipeline.rules.details import contradicts, interview_detail, pieces_of, unsays
from pipeline.rules.heldsaid import HeldSaid, Otherwise
from pipeline.sheets.cells import BadCell, Choice, parse_choice
from pipeline.sheets.saying import held_said
from pipeline.sheets.table import Fault, Table, as_problem

# The whole cell: "left a message, and she called back" is none.
_MESSAGE = re.compile(
    r"(?:(?:i )?left (?:(?:a|him|her|them) )*)?(?:voice ?mail|voice message)"
    r"|(?:i )?left (?:(?:a|him|her|them) )*message"
)
_WITH = re.compile(r" (?:with|for|on|at|by)(?: (?!(?:and|but|then|who|he|she|they|called)\b)[\w'’-]+){1,3}")
_MOST_WORDS = 5
_SHOWN = 40


@lru_cache(maxsize=1 << 12)
def in_our_words(kind: EventKind, detail: str) -> str:
    """Put what came of an interview, a call or a reply in front, as we write it; what else the detail says stays behind it."""
    if kind is EventKind.INTERVIEW:
        said, rest = _interview(detail)
    elif kind in (EventKind.CALL, EventKind.REPLY):
        said, rest = _call(kind, detail)
    else:
        return detail
    return "; ".join([said, *rest]) if said and not detail.startswith(said) else detail


def untold_problems(
    untold: Iterable[Event], contacts: Iterable[Contact], table: Table, act_from: date | None
) -> tuple[Problem, ...]:
    """Ask what came of the interviews and calls whose rows of History don't say so.

    Nobody is asked about what lies before Act from, or about people who stand in no row of Contacts any more.
    """
    here, since = {c.id for c in contacts}, act_from or date.min
    return tuple(
        as_problem(table, Fault(table.index_of(e.row), "detail", _asked(e)), e.contact_id)
        for e in untold
        if e.date >= since and e.contact_id in here
    )


def corrected_problems(
    counted: HeldSaid, contacts: Iterable[Contact], table: Table, history: Table
) -> tuple[Problem, ...]:
    """Ask which is right of a row of History and of a cell of Contacts, where one was made to say otherwise (R4, R5)."""
    told = [*(Otherwise(e, "interview_held") for e in counted.corrected), *counted.otherwise]
    rows = people_by_id(contacts) if told else {}
    return tuple(
        as_problem(history, _disagrees(one, rows[one.event.contact_id], table, history), one.event.contact_id)
        for one in told
    )


def _disagrees(one: Otherwise, c: Contact, table: Table, history: Table) -> Fault:
    e, attr = one
    of_day = attr in CELLS.values()
    line = f"“{_line(e)}”" if _line(e) else "nothing"
    says = f"says {e.date}" if of_day else f"says {line} of {e.date}"
    until = (
        "nothing counts as said of that interview" if attr == "interview_held" else "no letter goes to them"
    )
    where = f"{table.where(attr, table.index_of(c.row))} says {getattr(c, attr)}"
    told = f"{says}, and {where}. Type what is right into both; until then {until}"
    return Fault(history.index_of(e.row), "date" if of_day else "detail", told)


def _line(e: Event) -> str:
    line = " ".join(e.detail.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 3]}..."


def _asked(e: Event) -> str:
    shown = _line(e)
    said = f"says “{shown}”" if shown else "is blank"
    if e.kind is EventKind.CALL and _leading(e.detail, CallResult)[0]:
        return f"{said}, which names more than one result of a call. Leave only the one that counts"
    if e.kind is EventKind.CALL:
        return (
            f"{said}, which is no result of a call. Begin it with one of: {_listed(CallResult)}; or clear it, if the call brought "
            "nothing"
        )
    if held_said(next(iter(pieces_of(e.detail)), "")):
        return f"{said}, and so doesn't say whether you talked. Leave only what counts"
    return (
        f"{said}, and so doesn't say whether you talked. Begin it with one of: {_listed(Held)}; behind a comma may stand "
        f"{_listed(InterviewType)}"
    )


def _listed(words: Iterable[str]) -> str:
    return " · ".join(f"“{word}”" if "," in word else str(word) for word in words)


def _interview(detail: str) -> tuple[str, list[str]]:
    if _is_denied(detail):
        return "", []
    pieces = pieces_of(detail)
    held, behind = _leading(detail, Held)
    held = held or _only(_read(pieces, held_said))
    if held is None or _is_doubted(detail) or unsays(held, behind or ";".join(pieces)):
        return "", []
    kind = _only(_read(pieces, lambda piece: _choice(piece, InterviewType)))
    rest = [
        p
        for p in pieces
        if held_said(p) is not held and (kind is None or _choice(p, InterviewType) is not kind)
    ]
    return interview_detail(held, kind), rest


def _call(kind: EventKind, detail: str) -> tuple[str, list[str]]:
    if _is_denied(detail):
        return "", []
    if kind is EventKind.CALL and _is_message(detail):
        return str(CallResult.LEFT_MESSAGE), [detail]
    result, rest = _leading(detail, CallResult)
    others = [rest] if rest else []
    if result is None:
        pieces = pieces_of(detail)
        result = _only(_read(pieces, lambda piece: _choice(piece, CallResult)))
        others = [p for p in pieces if _choice(p, CallResult) is not result]
    if result and kind is EventKind.CALL and contradicts(result, "; ".join(others)):
        return "", []
    return str(result or ""), others


def _is_doubted(detail: str) -> bool:
    """Tell whether a question mark stands behind how it went: "in person, yes?"."""
    before, mark, _ = detail.partition("?")
    return bool(mark) and held_said((pieces_of(before) or [""])[-1]) is not None


def _is_denied(detail: str) -> bool:
    return [p.casefold() for p in pieces_of(detail)[:1]] == ["not"]


def _is_message(detail: str) -> bool:
    """Tell whether a detail says in other words that a message was left, and nothing else."""
    said = " ".join(detail.casefold().split()).rstrip(" .")
    found = _MESSAGE.match(said)
    return found is not None and (found.end() == len(said) or bool(_WITH.fullmatch(said, found.end())))


def _read(pieces: Sequence[str], read: Callable[[str], Choice | None]) -> Iterator[Choice]:
    return (found for piece in pieces if (found := read(piece)) is not None)


def _only(found: Iterable[Choice]) -> Choice | None:
    """Give what is said once, or again in the same sense; None where it contradicts itself."""
    different = set(found)
    return different.pop() if len(different) == 1 else None


def _leading(detail: str, choices: Iterable[Choice]) -> tuple[Choice | None, str]:
    """Find the choice that a detail begins with, and what stands behind it."""
    allowed, words = tuple(choices), detail.split()
    for n in range(min(len(words), _MOST_WORDS), 0, -1):
        found = _choice(" ".join(words[:n]), allowed)
        if found is not None:
            return found, " ".join(words[n:]).lstrip(",;:.-– ")
    return None, ""


def _choice(text: str, choices: Iterable[Choice]) -> Choice | None:
    try:
        return parse_choice(text, choices)
    except BadCell:
        return None
