"""The door of the page: the address that works once, the secret path, and what every form must carry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, render_template, request

from pipeline.model.came_in import command, how_to_stop
from pipeline.review.security import HEADERS, MOST_UPLOAD, UPLOADS, Guard

if TYPE_CHECKING:
    from pipeline.review.ending import Closing
    from pipeline.review.window import Served

OPENING = "open_page"
USED = (
    "This address was opened before, and it works once. If it was not you who opened it, somebody else on this computer did: "
    "{}. To go on, open it anew ({}), and look at what is approved before you send."
)


def _behind_the_secret_path(site: Flask, guard: Guard) -> None:
    inner = site.wsgi_app

    def enter(environ: dict[str, Any], start: Any) -> Any:
        rest = guard.under(environ.get("PATH_INFO", ""))
        environ["SCRIPT_NAME"] = "" if rest is None else guard.base
        if rest is not None:
            environ["PATH_INFO"] = rest
        return inner(environ, start)

    site.wsgi_app = enter  # type: ignore[assignment, method-assign]


def guarded(site: Flask, guard: Guard, ending: Closing) -> None:
    """Let nobody in but who knows the secret path, and no form that the page did not make."""
    _behind_the_secret_path(site, guard)
    site.url_value_preprocessor(partial(_bounded, guard))
    site.before_request(partial(_admitted, guard, ending))
    site.after_request(_wrapped)
    site.add_url_rule("/open/<token>", OPENING, partial(_opened, guard))


def _inside(guard: Guard) -> bool:
    return request.script_root == guard.base


def _bounded(guard: Guard, _endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if _inside(guard) and request.path.startswith(UPLOADS):
        request.max_content_length = MOST_UPLOAD


def _admitted(guard: Guard, ending: Closing) -> Served:
    """Answer whoever is not let in; None goes on to the page."""
    inside = _inside(guard)
    opening = not inside and request.endpoint == OPENING and request.method == "GET"
    origin, site_of = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "")
    if guard.stranger(request.host, origin, site_of, opening=opening):
        return _plain("This page answers only its own window.")
    if opening:
        return None
    if not inside:
        return _plain(f"This address works once, in one browser. For a new one: {command('open')}")
    if request.method == "POST" and not _from_our_form(guard):
        return _plain(
            "This form did not come from the review page as it is now. Go back, reload it, and try again."
        )
    ending.asked()
    return None


def _wrapped(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response


def _opened(guard: Guard, token: str) -> Served:
    if "prefetch" in request.headers.get("Sec-Purpose", ""):
        return _plain("Not yet.", 503)  # a browser that looks ahead would use the token up
    if guard.redeem(token):
        # A page that goes on by itself, not a redirect: opened from elsewhere, that would still come from elsewhere.
        return render_template("opening.html")
    if guard.again:
        return _plain(USED.format(how_to_stop(), command("open")))
    return _plain("This is not the address of a review.")


def _from_our_form(guard: Guard) -> bool:
    """Tell whether a form is one that the page made for this act, on this letter, as it was shown."""
    into = request.view_args or {}
    mark = request.form.get("mark") or request.headers.get("X-Form-Mark")
    verb, code = into.get("verb", request.endpoint or ""), into.get("code", "").upper()
    return bool(request.headers.get("Origin")) and guard.ours(mark, verb, code, request.form.get("shown", ""))


def _plain(sentence: str, status: int = 403) -> Response:
    """Answer somebody who is not inside: nothing of the page, not even its style."""
    return Response(render_template("outside.html", sentence=sentence), status)
