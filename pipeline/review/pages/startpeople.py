"""Take people out of another program's file: searched, ticked, added; who is there already is left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from pipeline.day.beginning import begin_with_people, known_people, said_before_adding
from pipeline.day.settling import is_untouched, read_settings_sheet
from pipeline.model.errors import UserError
from pipeline.review.pages.startpage import REPLACED, begin_page, refuse_while_open
from pipeline.review.startfile import choices, ticking

if TYPE_CHECKING:
    from pipeline.review.startfile import DroppedFile, Form, Ticking
    from pipeline.review.window import Served, Window


def start_people(window: Window) -> Served:
    """Show the people of the file that was dropped."""
    held = window.desk.held
    if held is None:
        return window.to("/start")
    try:
        return _page(window, held, _people(window, held))
    except UserError as stop:
        return begin_page(window, str(stop)), 422


def take_people(window: Window) -> Served:
    """Look at the people as columns, words and ticks were chosen, and take the ticked ones once that is agreed to."""
    held = window.desk.held
    if held is None:
        return window.to("/start")
    if request.form.get("shown") != held.sha256:
        return _page(window, held, _people(window, held), REPLACED), 409
    try:
        people = _people(window, held, request.form)
    except UserError as stop:
        return _page(window, held, _people(window, held), str(stop)), 422
    if request.form.get("do") != "take":
        return _page(window, held, people)
    if not people.ticked:
        return _page(window, held, people, "Nobody is ticked. Tick at least one person."), 422
    try:
        refuse_while_open(window)
        _take(window, people)
    except UserError as stop:
        return _page(window, held, people, str(stop)), 409
    untouched = is_untouched(read_settings_sheet(window.session.workbook).values)
    return window.to("/start/you?said=added" if untouched else "/contacts?said=added")


def _people(window: Window, held: DroppedFile, form: Form | None = None) -> Ticking:
    return ticking(held, known_people(window.session.workbook, window.session.today), form)


def _take(window: Window, people: Ticking) -> None:
    from pipeline.importing import choose_ids

    session, chosen = window.session, choose_ids(people.plan, people.ticked)
    begin_with_people(session.workbook, chosen, today=session.today, now=session.now())
    window.desk.held = None


def _page(window: Window, held: DroppedFile, people: Ticking, alert: str = "") -> str:
    from pipeline.importing import describe

    return window.page(
        "startpeople.html",
        "start",
        book=window.session.workbook.name,
        file=held.name,
        people=people,
        lines=[*describe(people.plan), *said_before_adding(window.session.workbook)],
        choices=choices(),
        shown=held.sha256,
        alert=alert,
    )
