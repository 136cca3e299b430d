"""What happened, recorded where one sees it: an outcome, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.day.noting import happened
from pipeline.model import Contact, Step
from pipeline.model.errors import USAGE, UserError
from pipeline.review.listing import letter_address
from pipeline.review.outcomes import outcome
from pipeline.review.pages.cell import CHANGED_SINCE
from pipeline.review.pages.contacts import contact_page
from pipeline.review.pages.letters import item_page
from pipeline.review.pages.today import today_page
from pipeline.review.people import by_key, in_row, person_shown
from pipeline.review.recordform import Typed, entry_typed, with_taken
from pipeline.review.sentences import readable
from pipeline.review.steppage import step_of
from pipeline.rules.cellnames import without_name

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.window import Served, Window


def record(window: Window, code: str) -> Served:
    """Record the outcome that was chosen, and go on to the letter that it leads to, or to what is asked of the row since."""
    decision = window.session.decision()
    c, form = by_key(decision, code), with_taken(request.form.to_dict())
    if c is None:
        abort(404)
    before = _asked(decision, c)
    try:
        _record(window, c, form)
    except UserError as stop:
        return _asked_again(window, c, form, stop), 422
    decision = window.session.decision()
    asks = f"/contact/{code}" if _asked(decision, c) - before else ""
    return window.to(f"{letter_address(decision, c.id) or asks or '/'}?said=recorded")


def leave_out(window: Window, code: str) -> Served:
    """Make a name that somebody gave a remark: whoever it is needs no row."""
    decision = window.session.decision()
    action = step_of(code, decision)
    c = in_row(decision, action.row) if action else None
    if action is None or c is None or action.step is not Step.ADD_REFERRAL:
        abort(404)
    if request.form.get("shown") != person_shown(c):
        raise UserError(CHANGED_SINCE.format(c.name or "The row"), exit_code=USAGE)
    cells = {"referrals_given": without_name(action.about[0], c.referrals_given)}
    words = f"{action.about[0]}, named by {c.name}: left out"
    window.session.record(happened(decision.world, c, cells, words))
    return window.to("/?said=recorded")


def undo(window: Window, code: str) -> Served:
    """Take back what was recorded."""
    session = window.session
    return today_page(window, said=readable(session.take_back(_number(code)), session.today))


def hold(window: Window, code: str) -> Served:
    """Write what was recorded although the workbook says otherwise since."""
    window.session.hold_to(_number(code))
    return window.to("/?said=recorded")


def _record(window: Window, c: Contact, form: dict[str, str]) -> None:
    """Record the outcome that was chosen. Raises UserError where it can't be, or the row changed since it was shown."""
    session, chosen = window.session, outcome(form.get("outcome", ""))
    if chosen is None:
        raise UserError("Choose what happened.", exit_code=USAGE)
    if form.get("shown") != person_shown(c):
        raise UserError(CHANGED_SINCE.format(c.name or "The row"), exit_code=USAGE)
    session.record(entry_typed(session.decision(), c, chosen, Typed(form, session.today)))


def _asked(decision: Decision, c: Contact) -> set[str]:
    return {p.message for p in decision.to_correct if p.contact_id == c.id}


def _asked_again(window: Window, c: Contact, form: dict[str, str], stop: UserError) -> str:
    """Show the step, or the contact, that the form stood on, with what was typed."""
    source = form.get("from", "")
    if source and step_of(source, window.session.decision()):
        return item_page(window, source, alert=str(stop), typed=form, stop=stop)
    return contact_page(window, c, form, stop)


def _number(code: str) -> int:
    return int(code) if code.isascii() and code.isdigit() else 0
