"""Start here: people first (a list of one's own, another program's file, or examples), then who one is, then the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from pipeline.day.beginning import bring_again, is_list, is_whole, make_starter, own_people
from pipeline.day.putback import name_again
from pipeline.model.errors import UserError
from pipeline.review.pages.startpage import begin_page
from pipeline.review.startfile import DroppedFile, refuse_macros
from pipeline.sheets.read import workbooks_beside
from pipeline.workbook.replace import read_whole

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window


def start(window: Window) -> Served:
    """Show where one begins; whose workbook went missing and is back is led to it."""
    if "gone" in request.args and window.has_workbook:
        return window.to("/")
    return begin_page(window)


def start_again(window: Window) -> Served:
    """Give the workbook its name again, under which it is looked for."""
    workbook, wanted = window.session.workbook, request.form.get("shown", "")
    found = next((p for p in workbooks_beside(workbook) if p.name == wanted), None)
    try:
        if found is None:
            raise UserError(f"{wanted or 'The file'} is not there any more. Look again, then decide.")
        name_again(workbook, found)
    except UserError as stop:
        return begin_page(window, str(stop)), 409
    return window.to("/?said=brought")


def start_samples(window: Window) -> Served:
    """Begin with the example rows."""
    if not window.has_workbook:
        make_starter(window.session.workbook, window.session.today)
    return window.to("/start/you")


def start_own(window: Window) -> Served:
    """Begin with the list that lies where the workbook is looked for."""
    workbook = window.session.workbook
    window.desk.held = DroppedFile(workbook.name, read_whole(workbook))
    return window.to("/start/list")


def start_file(window: Window) -> Served:
    """Take up a file that was dropped: a workbook as it is, a list to make one of, or people to choose from."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return begin_page(window, "Choose a file first."), 422
    held = DroppedFile(file.filename.replace("\\", "/").rpartition("/")[2], file.read())
    window.desk.held = held
    if not held.adoptable:
        return window.to("/start/people")
    if not window.has_workbook and is_whole(held.data, held.name):
        return _brought(window, held)
    workbook = window.session.workbook
    as_list = is_list(workbook) or not own_people(workbook, window.session.today)
    return window.to("/start/list" if as_list else "/start/people")


def _brought(window: Window, held: DroppedFile) -> Served:
    workbook = window.session.workbook
    try:
        refuse_macros(held, workbook.suffix.lower())
        bring_again(workbook, held.data)
    except UserError as stop:
        return begin_page(window, str(stop)), 409
    return window.to("/?said=brought")
