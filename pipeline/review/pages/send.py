"""Send from here: the approved letters in a list, what is asked once more before they go, and how each ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request

from pipeline.day.delivering import NO_MAILBOX, asked_first
from pipeline.day.sending import Wish, going
from pipeline.ledger.records import digest
from pipeline.model.errors import UserError
from pipeline.review.pages.sendpage import CHANGED, list_page
from pipeline.review.sendlist import (
    leads_to_sign_in,
    listed,
    read_listed,
    send_list,
    still_as_shown,
)

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

ENDS = {
    "sent": "Sent",
    "held": "Stays approved",
    "refused": "Refused",
    "check": "Nobody knows whether it went",
    "exported": "Exported",
}


def send(window: Window) -> Served:
    """Show what is approved, or the sending under way."""
    if window.delivery.going_on:
        return window.to("/send/now")
    return list_page(window)


def confirm(window: Window) -> Served:
    """Ask once more."""
    if window.delivery.going_on:
        return window.to("/send/now")
    return _confirm_page(window, ahead="ahead" in request.args)


def send_go(window: Window) -> Served:
    """Send the list that was confirmed, if it is still that."""
    found = read_listed(request.form.get("shown", ""))
    lines = send_list(window.session.decision(), ahead=found.ahead).from_here
    if window.delivery.going_on:
        return window.to("/send/now")
    if (
        found.day != str(window.session.today)
        or not still_as_shown(found, lines)
        or not window.delivery.start(found, lines)
    ):
        return _confirm_page(window, ahead=found.ahead, changed=True), 409
    return window.to("/send/now")


def send_now(window: Window) -> Served:
    """Show how the letters of the list went, and go."""
    run = window.delivery.run
    if not run.lines:
        return window.to("/send")
    if "part" in request.args:
        return render_template("sendrun.html", run=run)
    if run.changed:
        return _confirm_page(window, ahead=run.listed.ahead, changed=True)
    more = (digest(run.question),) if run.question else ()
    asked_again = listed(
        run.lines,
        ahead=run.listed.ahead,
        number=window.delivery.number,
        agreed=(*run.listed.agreed, *more),
        day=run.listed.day,
    )
    opened = send_list(window.session.decision()).opened
    return window.page(
        "sendnow.html",
        "send",
        version="",
        run=run,
        number=str(window.delivery.number),
        shown=asked_again,
        sign_in=leads_to_sign_in((run.fault, *(o.detail for o in run.outcomes))),
        in_doubt={o.line.code: o for o in opened if o.in_doubt},
    )


def send_stop(window: Window) -> Served:
    """Stop after the letter under way."""
    if request.form.get("shown") == str(window.delivery.number):
        window.delivery.stop()
    return window.to("/send/now")


def _confirm_page(window: Window, *, ahead: bool, changed: bool = False) -> str:
    """Render the recipients and subjects once more; what the form is bound to is just that list, and the question asked of it."""
    decision = window.session.decision()
    alert = CHANGED.format("sent") if changed else ""
    found = send_list(decision, ahead=ahead)
    try:
        asked = asked_first(decision, going(decision, Wish(None, now=ahead)).by_mail)
    except UserError as stop:
        return list_page(window, alert=" ".join([alert, str(stop)]).strip())
    return window.page(
        "sendconfirm.html",
        "send",
        alert=alert,
        send=found,
        asked=asked,
        held={o.code: o for o in asked.held},
        unseen=NO_MAILBOX,
        shown=listed(
            found.from_here,
            ahead=ahead,
            number=window.delivery.number,
            agreed=[digest(asked.question)],
            day=str(decision.world.today),
        ),
    )
