"""Where one begins, as a page: every way of beginning leads back to it, and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.day.beginning import is_list, known_people, lacks_something, went_missing
from pipeline.day.putback import versions
from pipeline.day.settling import is_untouched, read_settings_sheet
from pipeline.model.errors import UserError
from pipeline.sheets.read import workbooks_beside
from pipeline.workbook.locks import find_lock

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

REPLACED = "Another file was dropped meanwhile: this is that one. Look at it, then decide."


def to_start(window: Window) -> Served:
    """Lead to where one begins; from a workbook that went missing, so that the page goes on by itself once it is back."""
    gone = "?gone" if went_missing(window.session.workbook) else ""
    return window.to(f"/start{gone}")


def begin_page(window: Window, alert: str = "", *, instead: bool = False) -> str:
    """Render where one begins; `instead` offers the people alone of a file that can't become the workbook."""
    workbook = window.session.workbook
    missing, lies_there = went_missing(workbook), is_list(workbook)
    known = () if lies_there else known_people(workbook, window.session.today)
    own = [c for c in known if not c.is_sample]
    untouched = window.has_workbook and not lies_there and is_untouched(read_settings_sheet(workbook).values)
    return window.page(
        "start.html",
        "start",
        folder=workbook.absolute().parent,
        book=workbook.name,
        missing=missing,
        renamed=[path.name for path in workbooks_beside(workbook)] if missing else [],
        kept=missing and bool(versions(workbook)),
        lacks=window.has_workbook and not lies_there and lacks_something(workbook),
        there=window.has_workbook,
        lies_there=lies_there,
        people=len(own),
        examples=len(known) - len(own),
        untouched=untouched,
        alert=alert,
        instead=instead,
    )


def refuse_while_open(window: Window) -> None:
    """Raise UserError while another program has the workbook open: what was chosen on the page waits there."""
    workbook = window.session.workbook
    lock = find_lock(workbook)
    if lock is not None:
        raise UserError(
            f"{workbook.name} is open in {lock.program}: what you chose waits here. Close it there, then press the button again."
        )
