"""What each form of the page does to a letter. It approves; it never sends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.errors import USAGE, UserError
from pipeline.sheets.cells import BadCell
from pipeline.sheets.typed import typed_day

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from pipeline.review.session import Review

    Form = MultiDict[str, str]

TYPED = frozenset({"save", "skip", "advise"})
"""Acts whose forms hold what a person typed; refused, it is shown again."""


class Act(NamedTuple):
    """A form's doing; `said` names the sentence shown next; `onward`: the next letter that waits is shown."""

    do: Callable[[Review, str, Form], object]
    said: str
    onward: bool = False


def shown_in(form: Form) -> str:
    """Return the hash of what the page showed. Raises UserError (exit 2) without one: such a form decides nothing (R3)."""
    given = form.get("shown", "")
    if not given:
        raise UserError(
            "The page did not say which text it showed. Reload it, read the letter, then decide.",
            exit_code=USAGE,
        )
    return given


def _enclose(session: Review, code: str, form: Form) -> object:
    draft, resume = session.draft(code), session.world().enclosure.name
    known = {*draft.letter.enclosures, resume}
    chosen = [name for name in form.getlist("enclosure") if name in known]
    return session.edit(code, draft.letter.subject, draft.letter.body, chosen, shown=shown_in(form))


def _take(session: Review, code: str, form: Form) -> object:
    draft, wanted = session.draft(code), form.get("words", "")
    mend = next((f.mend for f in draft.findings if f.mend and f.mend.words == wanted), None)
    if mend is None:
        raise UserError("These words are not offered any more. Read the letter again.", exit_code=USAGE)
    return session.edit(code, draft.letter.subject, mend.body, shown=shown_in(form))


def day_in(session: Review, form: Form, field: str) -> date | None:
    """Read the day that was typed into a field; None for a blank. Raises UserError (exit 2) for what is none."""
    try:
        return typed_day(form.get(field, ""), session.today)
    except BadCell as bad:
        raise UserError(f"{field.capitalize()} {bad}.", exit_code=USAGE) from None


ACTS: Mapping[str, Act] = {
    "approve": Act(
        lambda session, code, form: session.approve(code, shown=shown_in(form)), "approved", onward=True
    ),
    "revoke": Act(lambda session, code, form: session.revoke(code, shown=shown_in(form)), "revoked"),
    "skip": Act(
        lambda session, code, form: session.skip(code, day_in(session, form, "until"), shown=shown_in(form)),
        "skipped",
        onward=True,
    ),
    "back": Act(lambda session, code, form: session.bring_back(code, shown=shown_in(form)), "back"),
    "restore": Act(lambda session, code, form: session.restore(code, shown=shown_in(form)), "restored"),
    "readdress": Act(
        lambda session, code, form: session.readdress(code, shown=shown_in(form)), "readdressed"
    ),
    "enclose": Act(_enclose, "enclosures"),
    "take": Act(_take, "taken"),
    "advise": Act(
        lambda session, code, form: session.name_advice(code, form.get("words", ""), shown=shown_in(form)),
        "advised",
    ),
    "unadvise": Act(
        lambda session, code, form: session.leave_out_advice(code, shown=shown_in(form)), "unadvised"
    ),
    "save": Act(
        lambda session, code, form: session.edit(
            code, form.get("subject", ""), form.get("body", ""), shown=shown_in(form)
        ),
        "saved",
    ),
}
