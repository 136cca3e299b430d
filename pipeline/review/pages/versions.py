"""Earlier versions of the workbook: each with its day, and a button that puts it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from pipeline.day.putback import Version, put_back, versions
from pipeline.ledger.records import digest
from pipeline.model.dates import long_day
from pipeline.model.errors import FAILED, UserError
from pipeline.workbook.replace import read_whole
from pipeline.workbook.save import fingerprint

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window


def earlier_versions(window: Window) -> Served:
    """Show the versions that are kept."""
    return _page(window)


def bring_back(window: Window, code: str) -> Served:
    """Put one back."""
    session = window.session
    try:
        if request.form.get("shown") != _shown(window):
            raise UserError(
                f"{session.workbook.name} changed since you saw this, and was left as it is. Look again, then decide.",
                exit_code=FAILED,
            )
        chosen = next((v for v in versions(session.workbook) if _key(v) == code.upper()), None)
        if chosen is None:
            raise UserError("This version is not kept any more. Choose another one.", exit_code=FAILED)
        put_back(session.workbook, session.today, session.now(), which=chosen.path)
    except UserError as stop:
        return _page(window, alert=str(stop)), 409
    return window.to("/?said=put-back")


def _key(version: Version) -> str:
    return digest(version.path.name)[:12].upper()


def _shown(window: Window) -> str:
    workbook = window.session.workbook
    return fingerprint(read_whole(workbook)) if window.has_workbook else "none"


def _page(window: Window, alert: str = "") -> str:
    found = versions(window.session.workbook)
    return window.page(
        "versions.html",
        "versions",
        book=window.session.workbook.name,
        versions=[(_key(v), long_day(v.at), v.at) for v in found],
        today_year=window.session.today.year,
        shown=_shown(window),
        alert=alert,
    )
