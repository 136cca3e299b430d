"""The window's application: its pages put together, and what is said where one can't be shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException

from pipeline.day.putback import versions
from pipeline.model import Problem
from pipeline.model.came_in import come_inside, command
from pipeline.model.errors import UNREADABLE, UserError
from pipeline.review.entry import guarded
from pipeline.review.pages.belonging import belonging_pages
from pipeline.review.pages.cell import cell_pages
from pipeline.review.pages.contacts import contact_pages
from pipeline.review.pages.letters import letter_pages
from pipeline.review.pages.problems import problem_pages
from pipeline.review.pages.progress import progress_pages
from pipeline.review.pages.record import record_pages
from pipeline.review.pages.send import send_pages
from pipeline.review.pages.settings import settings_pages
from pipeline.review.pages.signin import sign_in_pages
from pipeline.review.pages.start import start_pages, to_start
from pipeline.review.pages.tab import tab_pages
from pipeline.review.pages.today import today_pages
from pipeline.review.pages.versions import version_pages
from pipeline.review.window import Window

if TYPE_CHECKING:
    from pipeline.review.ending import Ending
    from pipeline.review.following import Following
    from pipeline.review.security import Guard
    from pipeline.review.session import Review

Answer = Any
_PAGES = (
    today_pages,
    letter_pages,
    tab_pages,
    contact_pages,
    record_pages,
    cell_pages,
    problem_pages,
    progress_pages,
    settings_pages,
    send_pages,
    sign_in_pages,
    start_pages,
    belonging_pages,
    version_pages,
)
_FAULTS = {
    404: ("Nothing here", "There is no such page; the letter may not be due any more."),
    405: ("Nothing here", "That can't be done here."),
    500: (
        "Something went wrong",
        "Go back to the list and try again; what it shows as approved is approved. What went wrong is said where Remembered was started.",
    ),
}


def make_site(
    session: Review, guard: Guard, ending: Ending, home: str = "/", following: Following | None = None
) -> Flask:
    """Make the application of one window, which opens at `home`."""
    site = Flask(__name__)
    site.config.update(MAX_CONTENT_LENGTH=1024 * 1024, TRAP_HTTP_EXCEPTIONS=False)
    site.jinja_env.trim_blocks = site.jinja_env.lstrip_blocks = True
    site.jinja_env.globals.update(base=guard.base, mark=guard.mark, home=home, command=command)
    come_inside()
    window = Window(session, guard, ending, home, following)
    guarded(site, guard, ending)
    _explained(site, window)
    for register in _PAGES:
        register(site, window, guard)
    return site


def _explained(site: Flask, window: Window) -> None:
    def message(
        title: str, sentence: str, problems: Sequence[Problem] = (), *, unreadable: bool = False
    ) -> str:
        typed = request.form.get("body", "") if request.method == "POST" else ""
        return render_template(
            "message.html",
            title=title,
            sentence=sentence,
            problems=problems,
            typed=typed,
            there=window.has_workbook,
            unreadable=unreadable,
            kept=unreadable and bool(versions(window.session.workbook)),
        )

    @site.errorhandler(UserError)
    def stopped(stop: UserError) -> Answer:
        if not window.has_workbook and request.method == "GET" and request.endpoint != "start":
            return to_start(window)
        unreadable = stop.exit_code == UNREADABLE
        return message("This needs a look", str(stop), stop.problems, unreadable=unreadable), 503

    @site.errorhandler(OSError)
    def unreadable(fault: OSError) -> Answer:
        sentence = (
            f"{fault.filename or 'A file'} can't be used just now ({fault.strerror or fault}). Try again."
        )
        return message("This needs a look", sentence), 503

    @site.errorhandler(HTTPException)
    def missing(fault: HTTPException) -> Answer:
        code = fault.code or 500
        title, sentence = _FAULTS.get(code, ("This can't be done", str(fault.description)))
        return message(title, sentence), code
