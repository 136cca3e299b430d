"""What each form of the page does to a letter. It approves; it never sends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline.model.dates import read_day
from pipeline.model.errors import USAGE, UserError

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from pipeline.review.session import Review

    Form = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Act:
    """A form's doing; `said` names the sentence shown next; `onward`: the next letter that waits is shown."""

    do: Callable[[Review, str, Form], object]
    said: str
    onward: bool = False


def shown(form: Form) -> str:
    """Return the hash of what the page showed. Raises UserError (exit 2) without one: such a form decides nothing (R3)."""
    given = form.get("shown", "")
    if not given:
        raise UserError(
            "The page did not say which text it showed. Reload it, read the letter, then decide.",
            exit_code=USAGE,
        )
    return given


def _enclose(session: Review, code: str, form: Form) -> object:
    letter = session.draft(code).letter
    return session.edit(code, letter.subject, letter.body, form.getlist("enclosure"), shown=shown(form))


def _day(form: Form, field: str) -> date | None:
    text = form.get(field, "")
    try:
        return read_day(text) if text else None
    except ValueError:
        raise UserError(f"“{text[:20]}” is no date; write it as 2026-12-31.", exit_code=USAGE) from None


ACTS: Mapping[str, Act] = {
    "approve": Act(lambda session, code, form: session.approve(code, shown(form)), "approved", onward=True),
    "revoke": Act(lambda session, code, _: session.revoke(code), "revoked"),
    "skip": Act(lambda session, code, form: session.skip(code, _day(form, "until")), "skipped", onward=True),
    "back": Act(lambda session, code, _: session.bring_back(code), "back"),
    "restore": Act(lambda session, code, form: session.restore(code, shown(form)), "restored"),
    "enclose": Act(_enclose, "enclosures"),
    "save": Act(
        lambda session, code, form: session.edit(
            code, form.get("subject", ""), form.get("body", ""), shown=shown(form)
        ),
        "saved",
    ),
    "sent": Act(lambda session, code, form: session.sent_by_me(code, _day(form, "on")), "sent", onward=True),
}
