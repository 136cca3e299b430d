"""Send from here: the approved letters in a list, what is asked once more before they go, and how each ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, redirect, render_template, request

from pipeline.day.delivering import NO_MAILBOX, asked_first
from pipeline.day.sending import Wish, going
from pipeline.ledger.records import digest
from pipeline.model.errors import UserError
from pipeline.review.delivery import Delivery
from pipeline.review.pages.sendbyhand import by_hand_pages
from pipeline.review.pages.sendpage import list_page
from pipeline.review.sendlist import (
    as_shown,
    leads_to_sign_in,
    listed,
    read_listed,
    send_list,
)

if TYPE_CHECKING:
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any
ENDS = {
    "sent": "Sent",
    "held": "Stays approved",
    "refused": "Refused",
    "check": "Nobody knows whether it went",
    "exported": "Exported",
}


def send_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the sending's addresses."""
    delivery = Delivery(window.session, window.ending.asked)
    window.ending.wait_for(delivery.waits, delivery.close)
    site.jinja_env.globals.update(listed=listed, ends=ENDS)
    _list(site, window, guard, delivery)
    _run(site, window, guard, delivery)
    by_hand_pages(site, window, guard, delivery)


def _list(site: Flask, window: Window, guard: Guard, delivery: Delivery) -> None:
    @site.get("/send")
    def send() -> Answer:
        if delivery.going_on:
            return redirect(f"{guard.base}/send/now", 303)
        return list_page(window, delivery)

    @site.get("/send/confirm")
    def confirm() -> Answer:
        if delivery.going_on:
            return redirect(f"{guard.base}/send/now", 303)
        return _confirm_page(window, delivery, ahead="ahead" in request.args)

    @site.post("/send/go")
    def send_go() -> Answer:
        found = read_listed(request.form.get("shown", ""))
        lines = send_list(window.session.decision(), ahead=found.ahead).from_here
        if delivery.going_on:
            return redirect(f"{guard.base}/send/now", 303)
        if (
            found.day != str(window.session.today)
            or not as_shown(found, lines)
            or not delivery.start(found, lines)
        ):
            return _confirm_page(window, delivery, ahead=found.ahead, changed=True), 409
        return redirect(f"{guard.base}/send/now", 303)


def _run(site: Flask, window: Window, guard: Guard, delivery: Delivery) -> None:
    @site.get("/send/now")
    def send_now() -> Answer:
        run = delivery.run
        if not run.lines:
            return redirect(f"{guard.base}/send", 303)
        if "part" in request.args:
            return render_template("sendrun.html", run=run)
        if run.changed:
            return _confirm_page(window, delivery, ahead=run.listed.ahead, changed=True)
        more = (digest(run.question),) if run.question else ()
        asked_again = listed(
            run.lines,
            ahead=run.listed.ahead,
            number=delivery.number,
            agreed=(*run.listed.agreed, *more),
            day=run.listed.day,
        )
        opened = send_list(window.session.decision()).opened
        return window.page(
            "sendnow.html",
            "send",
            version="",
            run=run,
            number=str(delivery.number),
            shown=asked_again,
            sign_in=leads_to_sign_in((run.fault, *(o.detail for o in run.outcomes))),
            in_doubt={o.line.code: o for o in opened if o.in_doubt},
        )

    @site.post("/send/stop")
    def send_stop() -> Answer:
        if request.form.get("shown") == str(delivery.number):
            delivery.stop()
        return redirect(f"{guard.base}/send/now", 303)


def _confirm_page(window: Window, delivery: Delivery, *, ahead: bool, changed: bool = False) -> str:
    """Render the recipients and subjects once more; what the form is bound to is just that list, and the question asked of it."""
    decision = window.session.decision()
    alert = (
        "Something changed since you saw this list, so nothing was sent. This is how it is now."
        if changed
        else ""
    )
    found = send_list(decision, ahead=ahead)
    try:
        asked = asked_first(decision, going(decision, Wish(now=ahead)).by_mail)
    except UserError as stop:
        return list_page(window, delivery, alert=" ".join([alert, str(stop)]).strip())
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
            number=delivery.number,
            agreed=[digest(asked.question)],
            day=str(decision.world.today),
        ),
    )
