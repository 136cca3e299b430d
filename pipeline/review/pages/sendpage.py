"""The list of approved letters as a page: where every act on them leads back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from pipeline.mail.ways import sending, sends_through
from pipeline.review.pages.signin import lacks_password
from pipeline.review.sendlist import send_list

if TYPE_CHECKING:
    from pipeline.review.window import Window

CHANGED = "Something changed since you saw this list, so nothing was {}. This is how it is now."


def list_page(window: Window, **values: object) -> str:
    """Render the list."""
    decision = window.session.decision()
    settings = decision.world.settings
    values.setdefault("sign_in", sending(settings).server and lacks_password(settings))
    return window.page(
        "send.html",
        "send",
        send=send_list(decision, ahead="ahead" in request.args),
        number=window.delivery.number,
        not_yet=request.args.get("not-yet", "").upper(),
        through=sends_through(settings),
        sender=settings.email,
        today=window.session.today,
        ready=decision.world.place.ready,
        enclosure=decision.world.enclosure,
        **values,
    )
