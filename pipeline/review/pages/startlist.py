"""Begin with a list of one's own: what each of its columns is, corrected by choosing, then agreed to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import request

from pipeline.day.beginning import begin_with_list
from pipeline.model.errors import USAGE, UserError
from pipeline.review.pages.startpage import REPLACED, begin_page, refuse_while_open
from pipeline.review.startfile import adoption_of, choices, refuse_macros, sheets_of
from pipeline.sheets.cells import BadCell
from pipeline.sheets.typed import typed_day

if TYPE_CHECKING:
    from pipeline.importing.adopt import Adoption
    from pipeline.review.startfile import DroppedFile
    from pipeline.review.window import Served, Window

UNREAD = "Some values can't be read as what you chose. Look at those columns, then decide."


def start_list(window: Window) -> Served:
    """Show the list that was dropped, with what each of its columns is taken for."""
    held = window.desk.held
    if held is None:
        return window.to("/start")
    try:
        refuse_macros(held, window.session.workbook.suffix.lower())
        return _page(window, held, adoption_of(held))
    except UserError as stop:
        return begin_page(window, str(stop), instead=True), 422


def take_list(window: Window) -> Served:
    """Look at the columns as they were chosen, and begin with the list once that is agreed to."""
    held = window.desk.held
    if held is None:
        return window.to("/start")
    if request.form.get("shown") != held.sha256:
        return _page(window, held, adoption_of(held), REPLACED), 409
    try:
        adoption = adoption_of(held, request.form)
    except UserError as stop:
        return _page(window, held, adoption_of(held), str(stop)), 422
    if request.form.get("do") != "take" or request.form.get("on") != adoption.sheet:
        return _page(window, held, adoption)
    if _unwarned(adoption):
        return _page(window, held, adoption, UNREAD), 422
    try:
        refuse_while_open(window)
        _take(window, held, adoption)
    except UserError as stop:
        return _page(window, held, adoption, str(stop)), 409
    return window.to("/start/you?said=begun")


def _unwarned(adoption: Adoption) -> bool:
    """Tell whether a choice can't be read of which the page that was posted did not say so."""
    warned = set(request.form.getlist("warned"))
    return any(c.unread and f"{c.column} {c.use}" not in warned for c in adoption.columns)


def _take(window: Window, held: DroppedFile, adoption: Adoption) -> None:
    act_from = (
        _day(request.form.get("act_from", ""), window.session.today) if adoption.asks_act_from else None
    )
    session = window.session
    begin_with_list(
        session.workbook, held.data, adoption, act_from=act_from, today=session.today, now=session.now()
    )
    window.desk.held = None


def _day(typed: str, today: date) -> date | None:
    try:
        return typed_day(typed, today)
    except BadCell as bad:
        raise UserError(f"The day {bad}.", exit_code=USAGE) from None


def _page(window: Window, held: DroppedFile, adoption: Adoption, alert: str = "") -> str:
    return window.page(
        "startlist.html",
        "start",
        book=window.session.workbook.name,
        adoption=adoption,
        choices=choices(),
        sheets=sheets_of(held),
        shown=held.sha256,
        act_from=request.form.get("act_from") or window.session.today.isoformat(),
        alert=alert,
    )
