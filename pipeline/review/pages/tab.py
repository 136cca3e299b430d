"""What a tab asks and says by itself: whether its page changed, that it goes, and that one is done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from flask import Flask, jsonify, render_template, request

from pipeline.model.errors import UserError
from pipeline.review.pages.letters import day_page
from pipeline.review.window import GONE

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def tab_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the addresses of a tab's coming and going."""
    session = window.session

    @site.get("/state")
    def state() -> Answer:
        moved = window.moved
        if request.args.get("seen") == str(moved):
            return jsonify(moved=moved)
        with contextlib.suppress(UserError):  # it is tried again, and said where it is asked for
            session.write_waiting()
        version = ""
        # Where none can be read just now, the window is there all the same.
        with contextlib.suppress(UserError):
            version = window.version(session.decision(), request.args.get("at", ""))
        if not window.has_workbook:
            version = GONE
        return jsonify(version=version, moved=moved)

    @site.post("/leaving")
    def leaving() -> Answer:
        window.ending.leave()
        return "", 204

    @site.get("/end")
    def end() -> Answer:
        return day_page(window, "end.html", "", where="end")

    @site.post("/finish")
    def finish() -> Answer:
        approved = session.listing(session.decision()).approved if window.has_workbook else 0
        window.ending.finish()
        return render_template("goodbye.html", approved=approved)
