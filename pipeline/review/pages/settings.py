"""Settings, as the workbook has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

from pipeline.sheets import schema

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def settings_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the settings' addresses."""

    @site.get("/settings")
    def settings() -> Answer:
        held = window.session.world().settings
        rows = [(s.name, str(getattr(held, s.attr, "") or ""), s.meaning) for s in schema.SETTINGS]
        return window.page("settings.html", "settings", rows=rows)
