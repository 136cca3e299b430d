"""Contacts in short: everybody, with where they stand and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any


def contact_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the contacts' addresses."""

    @site.get("/contacts")
    def contacts() -> Answer:
        decision = window.session.decision()
        return window.page("contacts.html", "contacts", contacts=decision.world.contacts)
