"""Today: what the day asks for, and what happened recorded where one sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, redirect

from pipeline.review.listing import listing
from pipeline.review.pages.letters import notices
from pipeline.review.sentences import readable

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def today_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register Today."""

    @site.get("/")
    def today() -> Answer:
        if not window.has_workbook:
            return redirect(f"{guard.base}/start", 303)
        decision = window.session.decision()
        found = listing(decision)
        said = [readable(n, decision.world.today) for n in notices(decision)]
        return window.page("today.html", "today", listing=found, notices=said)
