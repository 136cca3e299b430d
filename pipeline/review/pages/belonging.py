"""A workbook that may be a copy of another: asked in the window, before anything is decided from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.day.apply import run_day
from pipeline.model.errors import UserError

if TYPE_CHECKING:
    from pipeline.day.belonging import Unanswered
    from pipeline.review.window import Served, Window


def asked(window: Window, stop: Unanswered) -> Served:
    """Ask, wherever the page was that can't be shown before it is answered."""
    return _page(window, stop.doubt.question), 409


def belongs(window: Window, verb: str) -> Served:
    """Take the answer, to that very question."""
    if verb not in ("same", "copy"):
        abort(404)

    def is_copy(question: str) -> bool:
        if question != request.form.get("shown"):
            raise UserError("The question is another one by now. Reload the page, and answer that.")
        return verb == "copy"

    session = window.session
    try:
        run_day(session.workbook, session.today, session.now(), must_write=True, is_copy=is_copy)
    except UserError as stop:
        return _page(window, request.form.get("shown", ""), str(stop)), 409
    return window.to("/")


def _page(window: Window, question: str, alert: str = "") -> str:
    return window.page("belonging.html", "", question=question, alert=alert)
