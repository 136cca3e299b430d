"""Today: what the day asks for, and what happened recorded where one sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, Response, redirect

from pipeline.day.inhand import has_sheets, print_sheets, sheets_in_hand
from pipeline.day.show import mercy
from pipeline.review.listing import listing
from pipeline.review.outcomes import field_of
from pipeline.review.pages.letters import notices
from pipeline.review.people import waiting_for_why, whys
from pipeline.review.sentences import readable
from pipeline.review.todayview import groups_of

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def today_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register Today, and the people who wait for a Why."""

    @site.get("/")
    def today() -> Answer:
        if not window.has_workbook:
            return redirect(f"{guard.base}/start", 303)
        return today_page(window)

    @site.get("/sheets.pdf")
    def sheets() -> Answer:
        decision = window.session.decision()
        made = sheets_in_hand(decision, window.session.workbook)
        if not made:
            return redirect(f"{guard.base}/", 303)
        return Response(print_sheets(made, decision.world)[0].read_bytes(), mimetype="application/pdf")

    @site.get("/whys")
    def three_whys() -> Answer:
        decision = window.session.decision()
        waiting = len(waiting_for_why(decision))
        return window.page(
            "whys.html",
            "today",
            people=whys(decision),
            waiting=waiting,
            field=field_of("why_this_person", ""),
        )


def today_page(window: Window, **values: object) -> str:
    """Render Today."""
    session = window.session
    decision = session.decision()
    found = listing(decision)
    return window.page(
        "today.html",
        "today",
        listing=found,
        groups=groups_of(decision, found),
        why_count=len(waiting_for_why(decision)),
        recorded=[
            (r.entry.number, readable(r.entry.words, session.today), r.open_in is not None)
            for r in session.recorded
        ],
        entries=[(e.number, readable(e.words, session.today)) for e in decision.world.state.entries],
        disputed=[e.number for e in decision.world.state.entries if e not in decision.world.entered.settled],
        mercy=[line for line in mercy(decision) if line],
        in_hand=has_sheets(decision),
        latest=session.undoable,
        notices=[readable(n, decision.world.today) for n in notices(decision)],
        **values,
    )
