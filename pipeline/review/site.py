"""The window's application: its pages put together, and what is said where one can't be shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from flask import Flask, current_app, render_template, request
from werkzeug.exceptions import HTTPException

from pipeline.day.belonging import Unanswered
from pipeline.day.putback import versions
from pipeline.model.came_in import come_inside, command
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.review.delivery import Delivery
from pipeline.review.entry import guarded
from pipeline.review.pages.belonging import asked
from pipeline.review.pages.send import ENDS
from pipeline.review.pages.startpage import to_start
from pipeline.review.routes import ROUTES
from pipeline.review.sendlist import listed
from pipeline.review.window import Served, Window

if TYPE_CHECKING:
    from pipeline.review.ending import Closing
    from pipeline.review.following import FolderWatch
    from pipeline.review.security import Guard
    from pipeline.review.session import Review

_LOOK = "This needs a look"
_REFUSED = {
    404: (
        "Nothing here any more",
        "There is no such page. A letter or a step that is not due any more has none; Today shows what is due now.",
    ),
    405: ("Nothing here", "That can't be done here."),
    500: (
        "Something went wrong",
        "Go back to the list and try again; what it shows as approved is approved. What went wrong is said where Remembered was started.",
    ),
}


def _picks(read: Callable[[str], object]) -> Callable[[str], bool]:
    """Tell a text that a browser's own field for days, or times, can show: a blank one, or ISO."""

    def can_show(text: str) -> bool:
        try:
            return not text or read(text) is not None
        except ValueError:
            return False

    return can_show


def make_site(
    session: Review, guard: Guard, ending: Closing, home: str = "/", following: FolderWatch | None = None
) -> Flask:
    """Make the application of one window, which opens at `home`."""
    site = Flask(__name__)
    site.config.update(MAX_CONTENT_LENGTH=1024 * 1024, TRAP_HTTP_EXCEPTIONS=False)
    site.jinja_env.trim_blocks = site.jinja_env.lstrip_blocks = True
    site.jinja_env.globals.update(base=guard.base, mark=guard.mark, home=home, command=command)
    site.jinja_env.globals.update(listed=listed, ends=ENDS)
    site.jinja_env.tests.update(a_day=_picks(date.fromisoformat), a_time=_picks(time.fromisoformat))
    come_inside()
    delivery = Delivery(session, ending.asked)
    ending.wait_for(delivery.waits, delivery.close)
    window = Window(session, guard, ending, delivery, home, following)
    guarded(site, guard, ending)
    for fault, said in _FAULTS:
        site.register_error_handler(fault, partial(said, window))
    for method, address, answer in ROUTES:
        site.add_url_rule(address, answer.__name__, partial(answer, window), methods=[method])
    return site


def _stopped(window: Window, stop: UserError) -> Served:
    if not window.has_workbook and request.method == "GET" and request.endpoint != "start":
        return to_start(window)
    unreadable = stop.exit_code == UNREADABLE
    return _message(window, _LOOK, str(stop), unreadable=unreadable), 503


def _out_of_reach(window: Window, fault: OSError) -> Served:
    sentence = f"{fault.filename or 'A file'} can't be used just now ({fault.strerror or fault}). Try again."
    return _message(window, _LOOK, sentence), 503


def _refused(window: Window, fault: HTTPException) -> Served:
    code = fault.code or 500
    if code == 405 and request.method == "GET":
        return window.to(_page_above(request.path))
    title, sentence = _REFUSED.get(code, ("This can't be done", str(fault.description)))
    return _message(window, title, sentence), code


def _page_above(path: str) -> str:
    """Find the page from which something is done: who comes to the address of the doing itself looks at that page anew."""
    pages = current_app.url_map.bind("")
    while path := path.rpartition("/")[0]:
        with suppress(HTTPException):
            pages.match(path, method="GET")
            return path
    return "/"


_FAULTS: tuple[tuple[type[Exception], Callable[..., Served]], ...] = (
    (Unanswered, asked),
    (UserError, _stopped),
    (OSError, _out_of_reach),
    (HTTPException, _refused),
)
"""What may go wrong under every page, and what says so; the nearest kind counts."""


def _message(window: Window, title: str, sentence: str, *, unreadable: bool = False) -> str:
    typed = request.form.get("body", "") if request.method == "POST" else ""
    return render_template(
        "message.html",
        title=title,
        sentence=sentence,
        typed=typed,
        there=window.has_workbook,
        unreadable=unreadable,
        kept=unreadable and bool(versions(window.session.workbook)),
    )
