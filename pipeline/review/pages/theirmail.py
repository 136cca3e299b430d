"""Their mail, read from the mailbox when somebody asks to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.review.people import by_key
from pipeline.review.steppage import step_of
from pipeline.review.theirmail import last_mail

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window


def read_mail(window: Window, code: str) -> Served:
    """Show how the mail begins that somebody wrote last, on the page that asked for it."""
    decision = window.session.decision()
    c = by_key(decision, code)
    mail = last_mail(decision, c) if c else None
    if mail is None:
        abort(404)
    window.session.read_reply(mail.message_id)
    source = request.form.get("from", "")
    return window.to(f"/step/{source}" if step_of(source, decision) else f"/contact/{code}")
