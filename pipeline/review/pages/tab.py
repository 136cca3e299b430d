"""What a tab asks and says by itself: whether its page changed, that it goes, and that one is done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from flask import jsonify, render_template, request

from pipeline.model.errors import UserError
from pipeline.review.pages.letters import day_page
from pipeline.review.window import NO_WORKBOOK

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window


def state(window: Window) -> Served:
    """Say whether the page changed; what waits for the workbook is written meanwhile."""
    moved = window.moved
    if request.args.get("seen") == str(moved):
        return jsonify(moved=moved)
    with contextlib.suppress(UserError):  # it is tried again, and said where it is asked for
        window.session.write_waiting()
    version = ""
    # Where none can be read just now, the window is there all the same.
    with contextlib.suppress(UserError):
        version = window.version(window.session.decision(), request.args.get("at", ""))
    if not window.has_workbook:
        version = NO_WORKBOOK
    return jsonify(version=version, moved=moved)


def leaving(window: Window) -> Served:
    """Note that a tab goes."""
    window.ending.leave()
    return "", 204


def end(window: Window) -> Served:
    """Show the last page."""
    return day_page(window, "end.html", "", where="end")


def finish(window: Window) -> Served:
    """Say goodbye, and end."""
    approved = window.session.listing(window.session.decision()).approved if window.has_workbook else 0
    window.ending.finish()
    return render_template("goodbye.html", approved=approved)
