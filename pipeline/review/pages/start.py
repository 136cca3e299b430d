"""Start here: people first (a list of one's own, another program's file, or examples), then who one is, then the day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Flask, redirect, request

from pipeline.day.beginning import (
    bring_again,
    is_list,
    is_whole,
    lacks_something,
    make_starter,
    own_people,
    went_missing,
)
from pipeline.day.putback import name_again, under_another_name, versions
from pipeline.day.settling import is_untouched, read_settings_sheet
from pipeline.model.errors import UserError
from pipeline.review.pages.startlist import list_pages
from pipeline.review.pages.startpeople import people_pages
from pipeline.review.pages.startyou import you_pages
from pipeline.review.startfile import Desk, Held, refuse_macros
from pipeline.workbook.replace import read_whole

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def start_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the addresses of the beginning."""
    desk, workbook = Desk(), window.session.workbook
    begin = partial(_begin, window)

    @site.get("/start")
    def start() -> Answer:
        if "gone" in request.args and window.has_workbook:
            return redirect(f"{guard.base}/", 303)
        return begin()

    @site.post("/start/again")
    def start_again() -> Answer:
        """Give the workbook its name again, under which it is looked for."""
        wanted = request.form.get("shown", "")
        found = next((p for p in under_another_name(workbook) if p.name == wanted), None)
        try:
            if found is None:
                raise UserError(f"{wanted or 'The file'} is not there any more. Look again, then decide.")
            name_again(workbook, found)
        except UserError as stop:
            return begin(str(stop), 409)
        return redirect(f"{guard.base}/?said=brought", 303)

    @site.post("/start/samples")
    def start_samples() -> Answer:
        if not window.has_workbook:
            make_starter(workbook, window.session.today)
        return redirect(f"{guard.base}/start/you", 303)

    @site.post("/start/own")
    def start_own() -> Answer:
        desk.held = Held(workbook.name, read_whole(workbook))
        return redirect(f"{guard.base}/start/list", 303)

    @site.post("/upload/list")
    def start_file() -> Answer:
        file = request.files.get("file")
        if file is None or not file.filename:
            return begin("Choose a file first.", 422)
        desk.held = Held(file.filename.replace("\\", "/").rpartition("/")[2], file.read())
        if desk.held.adoptable and not window.has_workbook and is_whole(desk.held.data, desk.held.name):
            return _brought(desk.held)
        as_list = desk.held.adoptable and (
            is_list(workbook) or not own_people(workbook, window.session.today)
        )
        return redirect(f"{guard.base}/start/{'list' if as_list else 'people'}", 303)

    def _brought(held: Held) -> Answer:
        try:
            refuse_macros(held, workbook.suffix.lower())
            bring_again(workbook, held.data)
        except UserError as stop:
            return begin(str(stop), 409)
        return redirect(f"{guard.base}/?said=brought", 303)

    list_pages(site, window, guard, desk, begin)
    people_pages(site, window, guard, desk, begin)
    you_pages(site, window, guard)


def to_start(window: Window) -> Answer:
    """Lead to where one begins; from a workbook that went missing, so that the page goes on by itself once it is back."""
    gone = "?gone" if went_missing(window.session.workbook) else ""
    return redirect(f"{window.guard.base}/start{gone}", 303)


def _begin(window: Window, alert: str = "", status: int = 200, *, instead: bool = False) -> Answer:
    """Render where one begins; `instead` offers the people alone of a file that can't become the workbook."""
    workbook = window.session.workbook
    missing, lies_there = went_missing(workbook), is_list(workbook)
    own = () if lies_there else own_people(workbook, window.session.today)
    untouched = window.has_workbook and not lies_there and is_untouched(read_settings_sheet(workbook).values)
    page = window.page(
        "start.html",
        "start",
        folder=workbook.absolute().parent,
        book=workbook.name,
        missing=missing,
        renamed=[path.name for path in under_another_name(workbook)] if missing else [],
        kept=missing and bool(versions(workbook)),
        lacks=window.has_workbook and not lies_there and lacks_something(workbook),
        there=window.has_workbook,
        lies_there=lies_there,
        people=len(own),
        untouched=untouched,
        alert=alert,
        instead=instead,
    )
    return page, status
