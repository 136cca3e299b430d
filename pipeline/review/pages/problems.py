"""Problems: each cell of the workbook that needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def problem_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the problems' address."""

    @site.get("/problems")
    def problems() -> Answer:
        return window.page("problems.html", "problems", problems=window.session.decision().problems)
