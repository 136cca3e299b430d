"""Take people out of another program's file: searched, ticked, added; who is there already is left as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Flask, redirect, request

from pipeline.day.beginning import begin_with_people, known_people
from pipeline.day.settling import is_untouched, read_settings_sheet
from pipeline.importing import choose_ids, describe
from pipeline.model.errors import UserError
from pipeline.review.pages.startlist import OPEN_ELSEWHERE, REPLACED
from pipeline.review.startfile import CHOICES, ticking
from pipeline.workbook.locks import find_lock

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.startfile import Desk, Held, Ticking
    from pipeline.review.window import Window

Answer = Any


def people_pages(site: Flask, window: Window, guard: Guard, desk: Desk, begin: Callable[..., Answer]) -> None:
    """Register the addresses of people to choose from."""
    session = window.session

    def found(held: Held, *, anew: bool = False) -> Ticking:
        contacts = known_people(session.workbook, session.today)
        return ticking(held, contacts, None if anew else request.form)

    @site.get("/start/people")
    def start_people() -> Answer:
        if desk.held is None:
            return redirect(f"{guard.base}/start", 303)
        try:
            return _page(window, desk.held, found(desk.held, anew=True))
        except UserError as stop:
            return begin(str(stop), 422)

    @site.post("/start/people")
    def take_people() -> Answer:
        if desk.held is None:
            return redirect(f"{guard.base}/start", 303)
        if request.form.get("shown") != desk.held.sha256:
            return _page(window, desk.held, found(desk.held, anew=True), REPLACED), 409
        try:
            people = found(desk.held)
        except UserError as stop:
            return _page(window, desk.held, found(desk.held, anew=True), str(stop)), 422
        if request.form.get("do") != "take":
            return _page(window, desk.held, people)
        if not people.ticked:
            return _page(window, desk.held, people, "Nobody is ticked. Tick at least one person."), 422
        lock = find_lock(session.workbook)
        if lock is not None:
            return _page(
                window, desk.held, people, OPEN_ELSEWHERE.format(session.workbook.name, lock.program)
            ), 409
        try:
            chosen = choose_ids(people.plan, people.ticked)
            begin_with_people(session.workbook, chosen, today=session.today, now=session.now())
        except UserError as stop:
            return _page(window, desk.held, people, str(stop)), 409
        desk.held = None
        onward = "/start/you" if is_untouched(read_settings_sheet(session.workbook).values) else "/contacts"
        return redirect(f"{guard.base}{onward}?said=added", 303)


def _page(window: Window, held: Held, people: Ticking, alert: str = "") -> str:
    return window.page(
        "startpeople.html",
        "start",
        book=window.session.workbook.name,
        file=held.name,
        people=people,
        lines=describe(people.plan),
        choices=CHOICES,
        shown=held.sha256,
        alert=alert,
    )
