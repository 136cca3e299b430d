"""Letters, and the steps without one: the day's list beside what was chosen of it. It approves; it never sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flask import abort, jsonify, render_template, request

from pipeline.model import Step
from pipeline.model.errors import UserError
from pipeline.review import letterpage, sentences
from pipeline.review.acts import ACTS, TYPED
from pipeline.review.asides import verdicts, without_asked
from pipeline.review.letteraside import advice_of, boxes_of, mends_of, same_firm, style_of, ways_out_of
from pipeline.review.letterpage import letter_page
from pipeline.review.listing import step_key
from pipeline.review.people import in_row
from pipeline.review.person import about_person
from pipeline.review.recordform import Flawed
from pipeline.review.recording import Recording, recording
from pipeline.review.steppage import step_of, step_page
from pipeline.review.theirmail import mail_of
from pipeline.rules.steps import STEPS
from pipeline.sheets.settings import said_of_invented

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.model import Action, Draft
    from pipeline.review.acts import Form
    from pipeline.review.window import Served, Window

    Typing = Form | Mapping[str, str]

MOST_PROBLEMS = 20
_WITH_THEIR_MAIL = frozenset({Step.ANSWER_REPLY, Step.PREPARE_INTERVIEW, Step.RESCHEDULE})


def letters(window: Window) -> Served:
    """Show the day's list, and the first of it."""
    first = window.session.listing(window.session.decision()).first()
    if first is None:
        return day_page(window, "empty.html", "", where="list")
    return item_page(window, first.key, where="list")


def letter(window: Window, code: str) -> Served:
    """Show a letter."""
    return item_page(window, code.upper(), editing="edit" in request.args)


def step(window: Window, key: str) -> Served:
    """Show a step without a letter."""
    return item_page(window, key)


def check(window: Window, code: str) -> Served:
    """Answer the script as one types: what the checks say of it."""
    findings = window.session.check(code, request.form.get("subject", ""), request.form.get("body", ""))
    verdict = letterpage.verdict(findings)
    return jsonify(
        html=render_template(
            "checks.html", findings=findings, verdict=verdict, level=letterpage.level_of(findings)
        ),
        said=verdict,
    )


def act(window: Window, code: str, verb: str) -> Served:
    """Do with a letter what a button says, as it was shown."""
    session = window.session
    found, code = ACTS.get(verb), code.upper()
    if found is None:
        abort(404)
    after = session.listing(session.decision()).after(code)
    session.draft(code)
    try:
        found.do(session, code, request.form)
    except UserError as stop:
        typed = request.form if verb in TYPED else None
        return item_page(window, code, editing=verb == "save", alert=str(stop), typed=typed), 409
    target = (after.href if after else "/send") if found.onward else f"/letter/{code}"
    return window.to(f"{target}?said={found.said}&of={code}")


def item_page(
    window: Window,
    key: str,
    *,
    where: str = "item",
    editing: bool = False,
    alert: str = "",
    typed: Typing | None = None,
    stop: UserError | None = None,
) -> str:
    """Render a letter or a step by its key, beside the day's list."""
    decision = window.session.decision()
    draft, action = decision.draft_of(key), step_of(key, decision)
    if draft is not None:
        values = _of_letter(draft, decision, editing, typed)
        return day_page(window, "letter.html", key, where=where, alert=alert, **values)
    if action is None:
        abort(404)
    c = in_row(decision, action.row)
    values = {
        "mail": mail_of(decision, c, window.session.heard) if c and action.step in _WITH_THEIR_MAIL else None,
        "step": step_page(
            action, decision, window.session.questions() if STEPS[action.step].on_paper else ()
        ),
        "record": _recording(decision, action, typed or request.args.to_dict(), stop),
        "person": about_person(c, action, decision),
    }
    return day_page(window, "step.html", key, where=where, here="today", alert=alert, **values)


def _of_letter(draft: Draft, decision: Decision, editing: bool, typed: Typing | None) -> dict[str, Any]:
    """Lay out a letter's page, with what was typed into a form that was refused."""
    wanted = decision.review.wanted.get(draft.letter.code)
    page, (ways_out, setting) = letter_page(draft, decision), ways_out_of(draft, decision)
    return {
        "letter": page,
        "boxes": boxes_of(draft, decision),
        "ways_out": ways_out,
        "setting": setting,
        "mends": mends_of(draft, decision),
        "style": style_of(draft.letter.body),
        "advice": advice_of(draft, decision, typed.get("words", "") if typed else ""),
        "same_firm": same_firm(draft, decision),
        "editing": editing and not page.locked,
        "typed": typed or {"subject": page.written.subject, "body": page.written.body},
        "changed": typed is not None,
        "person": about_person(
            decision.desk.contacts.get(draft.letter.contact_id), wanted.action if wanted else None, decision
        ),
    }


def _recording(
    decision: Decision, action: Action, typed: Mapping[str, str], stop: UserError | None
) -> Recording | None:
    c = in_row(decision, action.row)
    flaw = stop if isinstance(stop, Flawed) else None
    return recording(decision, c, action, f"/step/{step_key(action)}", typed, flaw) if c else None


def day_page(
    window: Window, template: str, key: str, *, where: str, here: str = "letters", **values: object
) -> str:
    """Render a page beside the day's list; `key` names what of it is shown."""
    decision = window.session.decision()
    found = window.session.listing(decision)
    at, items = found.at(key), found.items
    return window.page(
        template,
        here,
        where=where,
        listing=found,
        current=key,
        place=0 if at is None else at + 1,
        version=window.version(decision, key),
        notices=[sentences.readable(n, decision.world.today) for n in notices_above(decision)],
        problems=decision.to_correct[:MOST_PROBLEMS],
        problem_count=len(decision.to_correct),
        previous=items[at - 1] if at else None,
        following=items[at + 1] if at is not None and at + 1 < len(items) else None,
        **values,
    )


def notices_above(decision: Decision) -> Sequence[str]:
    """List what was noticed, but what Today asks with buttons; before it, once somebody real is there, the settings that keep all letters back."""
    own = any(not c.is_sample for c in decision.world.contacts)
    invented = said_of_invented(decision.world.settings) if own else ""
    return [*filter(None, [invented]), *without_asked(decision.notices, decision, verdicts(decision))]
