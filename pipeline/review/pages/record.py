"""What happened, recorded where one sees it: an outcome, a cell, somebody new, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, abort, redirect, request

from pipeline.model import Contact
from pipeline.model.errors import USAGE, UserError
from pipeline.review.listing import letter_of
from pipeline.review.outcomes import field_of, outcome
from pipeline.review.pages.contacts import contact_page
from pipeline.review.pages.letters import shown
from pipeline.review.pages.today import today_page
from pipeline.review.people import by_key, cell_shown, person_key, person_shown
from pipeline.review.recordform import Flawed, Typed, cell_entry, entry_of
from pipeline.review.steppage import step_of
from pipeline.sheets.schema import CONTACTS, Owner

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any
_BACK = {"whys": "/whys", "problems": "/problems", "today": "/"}
_CHANGED = "{} changed since you saw this. Read it again, then record what happened."


def record_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the addresses of what is recorded."""
    session = window.session

    def found(code: str) -> Contact:
        c = by_key(session.decision(), code)
        if c is None:
            abort(404)
        return c

    @site.post("/contact/<code>/record")
    def record(code: str) -> Answer:
        c, decision, form = found(code), session.decision(), request.form.to_dict()
        o, source = outcome(form.get("outcome", "")), form.get("from", "")
        try:
            if o is None:
                raise UserError("Choose what happened.", exit_code=USAGE)
            if form.get("shown") != person_shown(c):
                raise UserError(_CHANGED.format(c.name or "The row"), exit_code=USAGE)
            session.record(entry_of(decision, c, o, Typed(form, session.today)))
        except UserError as stop:
            of_step = source and step_of(source, session.decision())
            page = shown(window, source, alert=str(stop), typed=form, stop=stop) if of_step else ""
            return page or contact_page(window, c, form, stop), 422
        letter = letter_of(session.decision(), c.id)
        return redirect(f"{guard.base}{letter or '/'}?said=recorded", 303)

    @site.post("/cell/<code>/<verb>")
    def cell(code: str, verb: str) -> Answer:
        c, form = found(code), request.form.to_dict()
        column = next((x for x in CONTACTS.columns if x.attr == verb and x.owner is Owner.USER), None)
        if column is None:
            abort(404)
        source = form.get("from", "")
        back = _BACK.get(source) or _letter(window, source) or f"/contact/{person_key(c.id)}"
        try:
            if form.get("shown") != cell_shown(c, verb):
                raise UserError(_CHANGED.format(f"{column.header} of {c.name}"), exit_code=USAGE)
            typed = Typed({**form, verb: form.get("value", "")}, session.today)
            session.record(cell_entry(session.decision(), c, verb, typed))
        except UserError as stop:
            field = field_of(verb, form.get("value", ""))
            values = {"name": c.name or c.organization, "key": person_key(c.id), "shown": cell_shown(c, verb)}
            return window.page(
                "cell.html",
                "",
                field=field,
                source=source,
                back=back,
                flaw=_flaw(stop),
                alert=str(stop),
                **values,
            ), 422
        return redirect(f"{guard.base}{back}?said=recorded", 303)

    @site.post("/recorded/<code>/undo")
    def undo(code: str) -> Answer:
        return today_page(window, said=session.take_back(_number(code)))

    @site.post("/recorded/<code>/hold")
    def hold(code: str) -> Answer:
        session.hold_to(_number(code))
        return redirect(f"{guard.base}/?said=recorded", 303)


def _number(code: str) -> int:
    return int(code) if code.isascii() and code.isdigit() else 0


def _flaw(stop: UserError) -> Flawed | None:
    return stop if isinstance(stop, Flawed) else None


def _letter(window: Window, code: str) -> str:
    """A letter's page to go back to; blank where it isn't due any more."""
    draft = window.session.decision().draft_of(code) if code else None
    return f"/letter/{draft.letter.code}" if draft else ""
