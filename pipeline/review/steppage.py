"""A step without a letter, as the page shows it: what to do, why, and the sheet to have in hand (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.mail.links import mailto_url, phone_url
from pipeline.model import Action, Contact, Step
from pipeline.paper.calls import call_sheet
from pipeline.paper.interviews import interview_sheet
from pipeline.paper.sheet import PaperSheet
from pipeline.review import sentences
from pipeline.review.listing import step_key
from pipeline.review.people import in_row, page_key
from pipeline.review.theirmail import address_to_answer, last_mail, subject_to_answer
from pipeline.review.todayview import adding
from pipeline.rules.steps import STEPS
from pipeline.rules.wording import what_to_do

if TYPE_CHECKING:
    from pipeline.day.decide import Decision


class StepPage(NamedTuple):
    """All that a step's page needs."""

    key: str
    title: str
    what: str
    late: str
    phone: str
    phone_url: str
    email: str
    email_url: str
    sheet: PaperSheet | None
    onward: str = ""
    label: str = ""


def step_of(key: str, decision: Decision) -> Action | None:
    """Find a step by the name that its page has."""
    return next((a for a in decision.actions if step_key(a) == key), None)


def step_page(action: Action, decision: Decision, questions: Sequence[tuple[str, str]]) -> StepPage:
    """Lay out a step."""
    c = in_row(decision, action.row)
    named = f": {action.about[0]}" if action.step is Step.ADD_REFERRAL and action.about else ""
    today = decision.world.today
    onward, label = _leads_to(action, c, decision)
    phone = c.phone if c and action.step is Step.CALL else ""
    email, email_url = _written_back(action, c, decision) if c else ("", "")
    return StepPage(
        key=step_key(action),
        title=f"{STEPS[action.step].verb} {action.name}{named}",
        what=_here(sentences.readable(what_to_do(action, c, None), today)),
        late=sentences.urgency(action, c, today),
        phone=phone,
        phone_url=phone_url(phone),
        email=email,
        email_url=email_url,
        sheet=_sheet(action, c, decision, questions) if c else None,
        onward=onward,
        label=label,
    )


def _leads_to(action: Action, c: Contact | None, decision: Decision) -> tuple[str, str]:
    """Give the address where what the step lacks is filled in, and the words that lead there; blank where it lacks nothing."""
    if action.step is Step.ADD_REFERRAL:
        return adding(action, decision)
    if c and action.step is Step.CALL and not c.phone and "phone" not in c.without:
        return f"/contact/{page_key(decision, c)}?cell=phone#cell", "Fill in Phone"
    return "", ""


def _written_back(action: Action, c: Contact, decision: Decision) -> tuple[str, str]:
    """Return where the user writes in this step, and the link that opens a mail there: an answer bears its subject."""
    if action.step not in (Step.ANSWER_REPLY, Step.RESCHEDULE):
        return "", ""
    mail = last_mail(decision, c) if action.step is Step.ANSWER_REPLY else None
    if mail is None:
        return c.email, mailto_url(c.email)
    email = address_to_answer(mail, c)
    return email, mailto_url(email, subject=subject_to_answer(mail))


def _here(text: str) -> str:
    """Leave out which cells to fill in: here they are filled in by buttons."""
    return re.split(r"[;,] then fill in", text)[0].rstrip(".") + "."


def _sheet(
    action: Action, c: Contact, decision: Decision, questions: Sequence[tuple[str, str]]
) -> PaperSheet | None:
    if not STEPS[action.step].on_paper:
        return None
    make = call_sheet if action.step is Step.CALL else interview_sheet
    past = decision.agenda.standings[c.row].facts.past.events
    return make(c, past, decision.world.settings, questions, decision.world.today)
