"""What happened, recorded where one sees it: an outcome, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, abort, redirect, request

from pipeline.day.recording import happened
from pipeline.model import Contact, Step
from pipeline.model.errors import USAGE, UserError
from pipeline.review.listing import letter_of
from pipeline.review.outcomes import outcome
from pipeline.review.pages.cell import CHANGED_SINCE
from pipeline.review.pages.contacts import contact_page
from pipeline.review.pages.letters import item_page
from pipeline.review.pages.today import today_page
from pipeline.review.people import by_key, person_shown
from pipeline.review.recordform import Typed, entry_of
from pipeline.review.sentences import readable
from pipeline.review.steppage import step_of
from pipeline.rules.referrals import without_name

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def record_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the addresses of what is recorded."""
    session = window.session

    @site.post("/contact/<code>/record")
    def record(code: str) -> Answer:
        c, form = by_key(session.decision(), code), request.form.to_dict()
        if c is None:
            abort(404)
        try:
            _record(window, c, form)
        except UserError as stop:
            return _asked_again(window, c, form, stop), 422
        letter = letter_of(session.decision(), c.id)
        return redirect(f"{guard.base}{letter or '/'}?said=recorded", 303)

    @site.post("/step/<code>/leave-out")
    def leave_out(code: str) -> Answer:
        """Make a name that somebody gave a remark: whoever it is needs no row."""
        decision = session.decision()
        action = step_of(code, decision)
        c = decision.desk.contacts.get(action.contact_id) if action else None
        if action is None or c is None or action.step is not Step.ADD_REFERRAL:
            abort(404)
        if request.form.get("shown") != person_shown(c):
            raise UserError(CHANGED_SINCE.format(c.name or "The row"), exit_code=USAGE)
        cells = {"referrals_given": without_name(action.about[0], c.referrals_given)}
        session.record(happened(decision.world, c, cells, f"{action.about[0]}, named by {c.name}: left out"))
        return redirect(f"{guard.base}/?said=recorded", 303)

    @site.post("/recorded/<code>/undo")
    def undo(code: str) -> Answer:
        return today_page(window, said=readable(session.take_back(_number(code)), session.today))

    @site.post("/recorded/<code>/hold")
    def hold(code: str) -> Answer:
        session.hold_to(_number(code))
        return redirect(f"{guard.base}/?said=recorded", 303)


def _record(window: Window, c: Contact, form: dict[str, str]) -> None:
    """Record the outcome that was chosen. Raises UserError where it can't be, or the row changed since it was shown."""
    session, chosen = window.session, outcome(form.get("outcome", ""))
    if chosen is None:
        raise UserError("Choose what happened.", exit_code=USAGE)
    if form.get("shown") != person_shown(c):
        raise UserError(CHANGED_SINCE.format(c.name or "The row"), exit_code=USAGE)
    session.record(entry_of(session.decision(), c, chosen, Typed(form, session.today)))


def _asked_again(window: Window, c: Contact, form: dict[str, str], stop: UserError) -> str:
    """Show the step, or the contact, that the form stood on, with what was typed."""
    source = form.get("from", "")
    if source and step_of(source, window.session.decision()):
        return item_page(window, source, alert=str(stop), typed=form, stop=stop)
    return contact_page(window, c, form, stop)


def _number(code: str) -> int:
    return int(code) if code.isascii() and code.isdigit() else 0
