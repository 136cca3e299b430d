"""Begin with a list of one's own: what each of its columns is, corrected by choosing, then agreed to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from flask import Flask, redirect, request

from pipeline.day.beginning import begin_with_list
from pipeline.model.errors import USAGE, UserError
from pipeline.review.startfile import CHOICES, adoption_of, refuse_macros, sheets_of
from pipeline.sheets.cells import BadCell
from pipeline.sheets.typed import typed_day
from pipeline.workbook.locks import find_lock

if TYPE_CHECKING:
    from pipeline.importing.adopt import Adoption
    from pipeline.review.security import Guard
    from pipeline.review.startfile import Desk, Held
    from pipeline.review.window import Window

Answer = Any
UNREAD = "Some values can't be read as what you chose. Look at those columns, then decide."
REPLACED = "Another file was dropped meanwhile: this is that one. Look at it, then decide."
OPEN_ELSEWHERE = "{} is open in {}: what you chose waits here. Close it there, then press the button again."


def list_pages(site: Flask, window: Window, guard: Guard, desk: Desk, begin: Callable[..., Answer]) -> None:
    """Register the addresses of a list that was dropped."""

    @site.get("/start/list")
    def start_list() -> Answer:
        if desk.held is None:
            return redirect(f"{guard.base}/start", 303)
        try:
            refuse_macros(desk.held, window.session.workbook.suffix.lower())
            return _page(window, desk.held, adoption_of(desk.held))
        except UserError as stop:
            return begin(str(stop), 422, instead=True)

    @site.post("/start/list")
    def take_list() -> Answer:
        if desk.held is None:
            return redirect(f"{guard.base}/start", 303)
        if request.form.get("shown") != desk.held.sha256:
            return _page(window, desk.held, adoption_of(desk.held), REPLACED), 409
        try:
            adoption = adoption_of(desk.held, request.form)
        except UserError as stop:
            return _page(window, desk.held, adoption_of(desk.held), str(stop)), 422
        if request.form.get("do") != "take" or request.form.get("on") != adoption.sheet:
            return _page(window, desk.held, adoption)
        if _unwarned(adoption):
            return _page(window, desk.held, adoption, UNREAD), 422
        lock = find_lock(window.session.workbook)
        if lock is not None:
            return _page(
                window, desk.held, adoption, OPEN_ELSEWHERE.format(window.session.workbook.name, lock.program)
            ), 409
        try:
            _take(window, desk.held, adoption)
        except UserError as stop:
            return _page(window, desk.held, adoption, str(stop)), 409
        desk.held = None
        return redirect(f"{guard.base}/start/you?said=begun", 303)


def _unwarned(adoption: Adoption) -> bool:
    """Tell whether a choice can't be read of which the page that was posted did not say so."""
    warned = set(request.form.getlist("warned"))
    return any(c.unread and f"{c.column} {c.use}" not in warned for c in adoption.columns)


def _take(window: Window, held: Held, adoption: Adoption) -> None:
    act_from = (
        _day(request.form.get("act_from", ""), window.session.today) if adoption.asks_act_from else None
    )
    session = window.session
    begin_with_list(
        session.workbook, held.data, adoption, act_from=act_from, today=session.today, now=session.now()
    )


def _day(typed: str, today: date) -> date | None:
    try:
        return typed_day(typed, today)
    except BadCell as bad:
        raise UserError(f"The day {bad}.", exit_code=USAGE) from None


def _page(window: Window, held: Held, adoption: Adoption, alert: str = "") -> str:
    return window.page(
        "startlist.html",
        "start",
        book=window.session.workbook.name,
        adoption=adoption,
        choices=CHOICES,
        sheets=sheets_of(held),
        shown=held.sha256,
        act_from=request.form.get("act_from") or window.session.today.isoformat(),
        alert=alert,
    )
