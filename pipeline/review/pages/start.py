"""Start here: people first (a list of one's own, another program's file, or examples), then who one is, then the day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Flask, redirect, request

from pipeline.day.beginning import is_list, make_starter, own_people, went_missing
from pipeline.day.settling import is_untouched, read_settings_sheet
from pipeline.review.pages.startlist import list_pages
from pipeline.review.pages.startpeople import people_pages
from pipeline.review.pages.startyou import you_pages
from pipeline.review.startfile import Held
from pipeline.workbook.replace import read_whole

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


class Desk:
    """What lies before the person who begins: the file that was dropped last."""

    def __init__(self) -> None:
        self.held: Held | None = None


def start_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the addresses of the beginning."""
    desk, workbook = Desk(), window.session.workbook
    begin = partial(_begin, window)

    @site.get("/start")
    def start() -> Answer:
        return begin()

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
        as_list = desk.held.adoptable and (
            is_list(workbook) or not own_people(workbook, window.session.today)
        )
        return redirect(f"{guard.base}/start/{'list' if as_list else 'people'}", 303)

    list_pages(site, window, guard, desk, begin)
    people_pages(site, window, guard, desk, begin)
    you_pages(site, window, guard)


def _begin(window: Window, alert: str = "", status: int = 200, *, instead: bool = False) -> Answer:
    """Render where one begins; `instead` offers the people alone of a file that can't become the workbook."""
    workbook = window.session.workbook
    lies_there = is_list(workbook)
    own = () if lies_there else own_people(workbook, window.session.today)
    untouched = window.has_workbook and not lies_there and is_untouched(read_settings_sheet(workbook).values)
    page = window.page(
        "start.html",
        "start",
        folder=workbook.absolute().parent,
        book=workbook.name,
        missing=went_missing(workbook),
        there=window.has_workbook,
        lies_there=lies_there,
        people=len(own),
        untouched=untouched,
        alert=alert,
        instead=instead,
    )
    return page, status
