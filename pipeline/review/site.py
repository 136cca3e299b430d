"""The review page's addresses: what each shows, and what each form does. It approves; it never sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from pipeline.ledger.records import digest
from pipeline.mail.ways import sending
from pipeline.model import Problem, Severity
from pipeline.model.errors import UserError
from pipeline.review import letterpage, sentences
from pipeline.review.acts import ACTS, TYPED
from pipeline.review.entry import guarded
from pipeline.review.letterpage import letter_page
from pipeline.review.listing import listing
from pipeline.review.person import person_of
from pipeline.review.steppage import has_sheet, step_of, step_page
from pipeline.sheets.settings import said_of_invented

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.acts import Form
    from pipeline.review.ending import Ending
    from pipeline.review.security import Guard
    from pipeline.review.session import Review

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
    site.jinja_env.globals.update(base=guard.base, mark=guard.mark)
    guarded(site, guard, ending)
    _explained(site)
    _shows(site, session, guard)
    _acts(site, session, guard, ending)
    return site


def _explained(site: Flask) -> None:
    def message(title: str, sentence: str, problems: Sequence[Problem] = ()) -> str:
        typed = request.form.get("body", "") if request.method == "POST" else ""
        return render_template("message.html", title=title, sentence=sentence, problems=problems, typed=typed)

    @site.errorhandler(UserError)
    def stopped(stop: UserError) -> Answer:
        return message("This needs a look", str(stop), stop.problems), 503

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
        return render_template("message.html", title=title, sentence=sentence), code


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
        return jsonify(version=_version(session.decision(), request.args.get("at", ""), guard))

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
        after = listing(session.decision()).after(code)
        session.draft(code)
        try:
            found.do(session, code, request.form)
        except UserError as stop:
            typed = request.form if verb in TYPED else None
            return _shown(session, guard, code, editing=verb == "save", alert=str(stop), typed=typed), 409
        target = (after.href if after else "/end") if found.onward else f"/letter/{code}"
        return redirect(f"{guard.base}{target}?said={found.said}&of={code}", 303)

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
    typed: Form | None = None,
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
            typed=typed or {"subject": page.plain_subject, "body": page.plain_body},
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
        place=0 if here is None else here + 1,
        again=guard.again,
        version=_version(decision, key, guard),
        day=sentences.long_day(decision.world.today),
        workbook=decision.world.place.workbook.name,
        notices=[sentences.readable(n, decision.world.today) for n in _notices(decision)],
        problems=(errors + warnings)[:MOST_PROBLEMS],
        problem_count=len(errors) + len(warnings),
        said=_said(decision),
        previous=items[here - 1] if here else None,
        following=items[here + 1] if here is not None and here + 1 < len(items) else None,
        saved_at=f"{decision.world.book.saved_at:%H:%M}",
        by_files=not sending(decision.world.settings).server,
        **values,
    )


def _notices(decision: Decision) -> Sequence[str]:
    """List what was noticed; before it, once somebody real is there, the settings that keep all letters back."""
    own = any(not c.is_sample for c in decision.world.contacts)
    invented = said_of_invented(decision.world.settings) if own else ""
    return [invented, *decision.notices] if invented else decision.notices


def _said(decision: Decision) -> str:
    """Say what was just done: the words are ours, and the name that of a letter's recipient."""
    words, code = sentences.SAID.get(request.args.get("said", ""), ""), request.args.get("of", "").upper()
    draft = decision.draft_of(code)
    sent = (r.name for r in decision.world.state.receipts.values() if r.code == code)
    name = draft.letter.name if draft else next(sent, "")
    return words.format(name=name) if name or "{name}" not in words else ""


def _version(decision: Decision, key: str, guard: Guard) -> str:
    """Name what a page shows, so that it can notice when that changed."""
    draft = decision.draft_of(key) if key else None
    return digest(repr(listing(decision)), repr(draft), str(guard.again))[:16]
