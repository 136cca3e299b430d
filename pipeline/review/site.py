"""The review page's addresses: what each shows, and what each form does. It approves; it never sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from pipeline.ledger.records import digest
from pipeline.mail.ways import sending
from pipeline.model import Severity
from pipeline.model.errors import UserError
from pipeline.review import letterpage, sentences
from pipeline.review.acts import ACTS
from pipeline.review.letterpage import letter_page
from pipeline.review.listing import listing
from pipeline.review.person import person_of
from pipeline.review.security import HEADERS, Guard
from pipeline.review.steppage import has_sheet, step_of, step_page

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.session import Review
    from pipeline.review.web import Ending

Answer = Any
MOST_PROBLEMS = 20
_FAULTS = {
    404: ("Nothing here", "There is no such page; the letter may not be due any more."),
    405: ("Nothing here", "That can't be done here."),
    500: (
        "Something went wrong",
        "Go back to the list and try again; what it shows as approved is approved. The terminal says more.",
    ),
}


def make_site(session: Review, guard: Guard, ending: Ending) -> Flask:
    """Make the application of one review."""
    site = Flask(__name__)
    site.config.update(MAX_CONTENT_LENGTH=1024 * 1024, TRAP_HTTP_EXCEPTIONS=False)
    site.jinja_env.trim_blocks = site.jinja_env.lstrip_blocks = True
    _guarded(site, guard, ending)
    _explained(site)
    _shows(site, session, guard)
    _acts(site, session, guard, ending)
    return site


def _guarded(site: Flask, guard: Guard, ending: Ending) -> None:
    @site.before_request
    def admit() -> Answer:
        opening = request.endpoint == "open_page" and request.method == "GET"
        if guard.stranger(
            request.host,
            request.headers.get("Origin"),
            request.headers.get("Sec-Fetch-Site", ""),
            opening=opening,
        ):
            return _plain("This page answers only its own window.", 403)
        if opening or request.endpoint == "static":
            return None
        if not guard.known(request.cookies.get(guard.cookie_name)):
            return _plain(
                "This address works once, in one browser. Run remembered review again for a new one.", 403
            )
        from_our_form = request.headers.get("Origin") and guard.ours(
            request.form.get("csrf") or request.headers.get("X-CSRF-Token")
        )
        if request.method == "POST" and not from_our_form:
            return _plain(
                "This form did not come from the review page. Go back, reload it, and try again.", 403
            )
        ending.asked()
        return None

    @site.after_request
    def wrap(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    @site.get("/open/<token>")
    def open_page(token: str) -> Answer:
        cookie = guard.redeem(token)
        if cookie is None and not guard.known(request.cookies.get(guard.cookie_name)):
            return _plain("This address was used already. Run remembered review again for a new one.", 403)
        # A page that goes on by itself, not a redirect: opened from elsewhere, a redirect would not carry a Strict cookie.
        response = Response(render_template("opening.html"))
        if cookie is not None:
            response.set_cookie(guard.cookie_name, cookie, httponly=True, samesite="Strict", path="/")
        return response


def _plain(sentence: str, status: int) -> Response:
    return Response(sentence + "\n", status, mimetype="text/plain")


def _explained(site: Flask) -> None:
    @site.errorhandler(UserError)
    def stopped(stop: UserError) -> Answer:
        return render_template(
            "message.html", title="This needs a look", sentence=str(stop), problems=stop.problems
        ), 503

    @site.errorhandler(OSError)
    def unreadable(fault: OSError) -> Answer:
        sentence = (
            f"{fault.filename or 'A file'} can't be used just now ({fault.strerror or fault}). Try again."
        )
        return render_template("message.html", title="This needs a look", sentence=sentence, problems=()), 503

    @site.errorhandler(HTTPException)
    def missing(fault: HTTPException) -> Answer:
        code = fault.code or 500
        title, sentence = _FAULTS.get(code, ("This can't be done", str(fault.description)))
        return render_template("message.html", title=title, sentence=sentence, problems=()), code


def _shows(site: Flask, session: Review, guard: Guard) -> None:
    @site.get("/")
    def start() -> Answer:
        first = listing(session.decision()).first()
        if first is None:
            return _page(session, guard, "empty.html", "", where="list")
        return _shown(session, guard, first.key, where="list")

    @site.get("/letter/<code>")
    def letter(code: str) -> Answer:
        return _shown(session, guard, code.upper(), editing="edit" in request.args)

    @site.get("/step/<key>")
    def step(key: str) -> Answer:
        return _shown(session, guard, key)

    @site.get("/end")
    def end() -> Answer:
        return _page(session, guard, "end.html", "", where="end")

    @site.get("/state")
    def state() -> Answer:
        return jsonify(version=_version(session.decision(), request.args.get("at", "")))

    @site.post("/letter/<code>/check")
    def check(code: str) -> Answer:
        findings = session.check(code, request.form.get("subject", ""), request.form.get("body", ""))
        verdict = letterpage.verdict(findings)
        return jsonify(
            html=render_template(
                "checks.html", findings=findings, verdict=verdict, level=letterpage.level_of(findings)
            ),
            said=verdict,
        )


def _acts(site: Flask, session: Review, guard: Guard, ending: Ending) -> None:
    @site.post("/letter/<code>/<verb>")
    def act(code: str, verb: str) -> Answer:
        found, code = ACTS.get(verb), code.upper()
        if found is None:
            abort(404)
        name, after = session.draft(code).letter.name, listing(session.decision()).after(code)
        try:
            found.do(session, code, request.form)
        except UserError as stop:
            typed = (
                (request.form.get("subject", ""), request.form.get("body", "")) if verb == "save" else None
            )
            return _shown(session, guard, code, editing=verb == "save", alert=str(stop), typed=typed), 409
        target = (after.href if after else "/end") if found.onward else f"/letter/{code}"
        return redirect(f"{target}?said={found.said}&of={digest(name)[:8]}", 303)

    @site.post("/finish")
    def finish() -> Answer:
        approved = listing(session.decision()).approved
        ending.finish()
        return render_template("goodbye.html", approved=approved)


def _shown(
    session: Review,
    guard: Guard,
    key: str,
    *,
    where: str = "item",
    editing: bool = False,
    alert: str = "",
    typed: tuple[str, str] | None = None,
) -> str:
    decision = session.decision()
    draft = decision.draft_of(key)
    if draft is not None:
        wanted = decision.review.wanted.get(draft.letter.code)
        page = letter_page(draft, decision)
        return _page(
            session,
            guard,
            "letter.html",
            key,
            where=where,
            letter=page,
            editing=editing and not page.locked,
            alert=alert,
            typed=typed or (page.plain_subject, page.plain_body),
            changed=typed is not None,
            person=person_of(draft.letter.contact_id, wanted.action if wanted else None, decision),
        )
    action = step_of(key, decision)
    if action is None:
        abort(404)
    questions = session.questions() if has_sheet(action) else ()
    return _page(
        session,
        guard,
        "step.html",
        key,
        where=where,
        step=step_page(action, decision, questions),
        alert=alert,
        person=person_of(action.contact_id, action, decision),
    )


def _page(session: Review, guard: Guard, template: str, key: str, *, where: str, **values: object) -> str:
    decision = session.decision()
    found = listing(decision)
    here, items = found.at(key), found.items
    errors = [p for p in decision.problems if p.severity is Severity.ERROR]
    warnings = [p for p in decision.problems if p.severity is Severity.WARNING]
    return render_template(
        template,
        where=where,
        listing=found,
        current=key,
        csrf=guard.csrf,
        version=_version(decision, key),
        day=sentences.long_day(decision.world.today),
        workbook=decision.world.place.workbook.name,
        notices=[sentences.readable(n, decision.world.today) for n in decision.notices],
        problems=(errors + warnings)[:MOST_PROBLEMS],
        problem_count=len(errors) + len(warnings),
        said=_said(decision),
        previous=items[here - 1] if here else None,
        following=items[here + 1] if here is not None and here + 1 < len(items) else None,
        saved_at=f"{decision.world.book.saved_at:%H:%M}",
        by_files=not sending(decision.world.settings).server,
        **values,
    )


def _said(decision: Decision) -> str:
    """Say what was just done: the words are ours, and the name only that of a person in the workbook."""
    words, of = sentences.SAID.get(request.args.get("said", ""), ""), request.args.get("of", "")
    name = (
        next(
            (
                c.name or c.organization
                for c in decision.world.contacts
                if digest(c.name or c.organization)[:8] == of
            ),
            "",
        )
        if of
        else ""
    )
    return words.format(name=name) if name or "{name}" not in words else ""


def _version(decision: Decision, key: str) -> str:
    """Name what a page shows, so that it can notice when that changed."""
    draft = decision.draft_of(key) if key else None
    return digest(repr(listing(decision)), repr(draft))[:16]
