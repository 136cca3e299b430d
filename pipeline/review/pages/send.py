"""Send: the approved letters, on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

from pipeline.day.sending import approved

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def send_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the sending's addresses."""

    @site.get("/send")
    def send() -> Answer:
        return window.page("send.html", "send", letters=approved(window.session.decision()))
