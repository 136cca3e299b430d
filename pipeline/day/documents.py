"""The JSON documents, held to the letter: others read them (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import Action, Draft, Event, Problem

if TYPE_CHECKING:
    from pipeline.mail.outgoing import SendOutcome


def agenda_document(
    today: str,
    actions: Sequence[tuple[Action, Sequence[str]]],
    problems: Sequence[Problem],
) -> dict[str, object]:
    """Write the agenda, each step with the files that its letter encloses."""
    return {
        "today": today,
        "actions": [_action(a, enclosures) for a, enclosures in actions],
        "problems": problem_documents(problems),
    }


def _action(a: Action, enclosures: Sequence[str]) -> dict[str, object]:
    return {
        "id": a.contact_id,
        "name": a.name,
        "row": a.row,
        "step": str(a.step),
        "letter": str(a.letter) if a.letter else None,
        "due": a.due.isoformat(),
        "days_late": a.days_late,
        "enclosures": list(enclosures),
        "rule": a.rule,
        "why": f"{a.why} {a.held_back}".strip(),
    }


def problem_documents(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Write problems, each with its cell and the column's header."""
    return [
        {"where": p.where, "column": p.column, "severity": str(p.severity), "message": p.message}
        for p in problems
    ]


def event_documents(events: Sequence[Event]) -> list[dict[str, object]]:
    """Write what the mailbox brought."""
    return [
        {
            "date": e.date.isoformat(),
            "id": e.contact_id,
            "name": e.name,
            "event": str(e.kind),
            "detail": e.detail,
        }
        for e in events
    ]


def draft_documents(drafts: Sequence[Draft]) -> list[dict[str, object]]:
    """Write the letters in review."""
    return [
        {
            "code": d.letter.code,
            "id": d.letter.contact_id,
            "name": d.letter.name,
            "letter": str(d.letter.kind),
            "to": d.letter.to,
            "subject": d.letter.subject,
            "body": d.letter.body,
            "enclosures": list(d.letter.enclosures),
            "checks": [
                {"check": f.check, "rule": f.rule, "level": str(f.level), "message": f.message}
                for f in d.findings
            ],
            "status": str(d.status),
        }
        for d in drafts
    ]


def outcome_documents(outcomes: Sequence[SendOutcome]) -> list[dict[str, str]]:
    """Write how letters ended."""
    return [
        {"code": o.code, "name": o.name, "outcome": o.outcome, "message_id": o.message_id, "detail": o.detail}
        for o in outcomes
    ]
