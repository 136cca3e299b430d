"""How it goes: the Dashboard's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def progress_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the numbers' address."""

    @site.get("/progress")
    def progress() -> Answer:
        window.session.decision()
        return window.page("progress.html", "progress")
