"""Letters, and the steps without one: the day's list beside what was chosen of it. It approves; it never sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, jsonify, redirect, render_template, request

from pipeline.mail.ways import sending
from pipeline.model import Severity
from pipeline.model.errors import UserError
from pipeline.review import letterpage, sentences
from pipeline.review.acts import ACTS, TYPED
from pipeline.review.letterpage import letter_page
from pipeline.review.listing import listing
from pipeline.review.person import person_of
from pipeline.review.steppage import has_sheet, step_of, step_page
from pipeline.sheets.settings import said_of_invented

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.acts import Form
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any
MOST_PROBLEMS = 20


def letter_pages(site: Flask, window: Window, guard: Guard) -> None:
    """Register the letters' addresses, and the steps'."""
    _shows(site, window)
    _acts(site, window, guard)


def _shows(site: Flask, window: Window) -> None:
    session = window.session

    @site.get("/letters")
    def letters() -> Answer:
        first = listing(session.decision()).first()
        if first is None:
            return day_page(window, "empty.html", "", where="list")
        return shown(window, first.key, where="list")

    @site.get("/letter/<code>")
    def letter(code: str) -> Answer:
        return shown(window, code.upper(), editing="edit" in request.args)

    @site.get("/step/<key>")
    def step(key: str) -> Answer:
        return shown(window, key)

    @site.get("/end")
    def end() -> Answer:
        return day_page(window, "end.html", "", where="end")

    @site.get("/state")
    def state() -> Answer:
        return jsonify(version=window.version(session.decision(), request.args.get("at", "")))

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


def _acts(site: Flask, window: Window, guard: Guard) -> None:
    session = window.session

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
            return shown(window, code, editing=verb == "save", alert=str(stop), typed=typed), 409
        target = (after.href if after else "/end") if found.onward else f"/letter/{code}"
        return redirect(f"{guard.base}{target}?said={found.said}&of={code}", 303)

    @site.post("/finish")
    def finish() -> Answer:
        approved = listing(session.decision()).approved if window.has_workbook else 0
        window.ending.finish()
        return render_template("goodbye.html", approved=approved)


def shown(
    window: Window,
    key: str,
    *,
    where: str = "item",
    editing: bool = False,
    alert: str = "",
    typed: Form | None = None,
) -> str:
    """Render a letter or a step by its key, beside the day's list."""
    session = window.session
    decision = session.decision()
    draft = decision.draft_of(key)
    if draft is not None:
        wanted = decision.review.wanted.get(draft.letter.code)
        page = letter_page(draft, decision)
        return day_page(
            window,
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
    return day_page(
        window,
        "step.html",
        key,
        where=where,
        step=step_page(action, decision, questions),
        alert=alert,
        person=person_of(action.contact_id, action, decision),
    )


def day_page(window: Window, template: str, key: str, *, where: str, **values: object) -> str:
    """Render a page beside the day's list; `key` names what of it is shown."""
    decision = window.session.decision()
    found = listing(decision)
    here, items = found.at(key), found.items
    errors = [p for p in decision.to_correct if p.severity is Severity.ERROR]
    warnings = [p for p in decision.to_correct if p.severity is Severity.WARNING]
    return window.page(
        template,
        "letters",
        where=where,
        listing=found,
        current=key,
        place=0 if here is None else here + 1,
        version=window.version(decision, key),
        notices=[sentences.readable(n, decision.world.today) for n in notices(decision)],
        problems=(errors + warnings)[:MOST_PROBLEMS],
        problem_count=len(errors) + len(warnings),
        previous=items[here - 1] if here else None,
        following=items[here + 1] if here is not None and here + 1 < len(items) else None,
        by_files=not sending(decision.world.settings).server,
        **values,
    )


def notices(decision: Decision) -> Sequence[str]:
    """List what was noticed; before it, once somebody real is there, the settings that keep all letters back."""
    own = any(not c.is_sample for c in decision.world.contacts)
    invented = said_of_invented(decision.world.settings) if own else ""
    return [invented, *decision.notices] if invented else decision.notices
