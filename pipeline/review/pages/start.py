"""Start here: a workbook to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def start_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the addresses of the beginning."""

    @site.get("/start")
    def start() -> Answer:
        return window.page("start.html", "start", folder=window.session.workbook.absolute().parent)
