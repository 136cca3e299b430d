"""The steps, one row each, in the order of the day: what every other place asks about a step stands here. Pure.

Of several letters to one person on one day the first in this order goes (R22).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.model import ACCEPTED_TYPES, Contact, InterviewType, Step


class StepKind(NamedTuple):
    """A kind of step.

    `title` is the Today sheet's word; `rule` and `sentence` say why it is owed; `by_hand` what to do where no letter is
    drafted, with `{phone}`, `{when}`, `{taken}` and `{name}` filled in; `on_paper`: there is a sheet to have in hand. On the
    page, `letters` heads the letters of the step, `group` the steps without one, and `verb` stands before the name; blank where
    there are none.
    """

    title: str
    rule: str
    sentence: str
    by_hand: str = ""
    on_paper: bool = False
    letters: str = ""
    group: str = ""
    verb: str = "For"


STEPS: Mapping[Step, StepKind] = {
    Step.THANK_YOU: StepKind(
        "Thank",
        "R5",
        "Everyone who gave you their time is thanked in writing within 24 hours, whatever they said.",
        "A thank-you is owed. Nothing is drafted while the contact is on hold.",
        letters="Thank-you letters",
        group="Thank-yous that wait",
        verb="Not yet: thank",
    ),
    Step.THANK_REFERRER: StepKind(
        "Thank for a referral",
        "R9",
        "Whoever referred you is thanked once you have met the person they named.",
        letters="Thanks for a referral",
    ),
    Step.ANSWER_REPLY: StepKind(
        "Answer",
        "R6",
        "A reply is answered by the next business day, in your own words.",
        "Write the answer yourself, then fill in Answered on; if they said no, Call result, with Called on blank.",
        group="Replies to answer",
        verb="Answer",
    ),
    Step.RECORD_OUTCOME: StepKind(
        "Fill in",
        "R4",
        "What came of a meeting is filled in, because all that follows depends on it.",
        "Fill in Interview on and Interview held.",
        group="To fill in",
        verb="Fill in what came of it:",
    ),
    Step.PREPARE_INTERVIEW: StepKind(
        "Prepare",
        "R7",
        "Prepare the business day before: your sheet, your questions, and what a meeting in person needs.",
        "Prepare for the interview{when}: {taken}.",
        on_paper=True,
        group="Interviews",
        verb="Interview with",
    ),
    Step.CONFIRM: StepKind(
        "Confirm",
        "R7",
        "An interview is confirmed the business day before, once.",
        letters="Confirmations",
    ),
    Step.CALL: StepKind(
        "Call",
        "R8",
        "The initiative is yours: you call on the day that your letter named, and try three times.",
        "Telephone{phone}; then fill in Called on and Call result.",
        on_paper=True,
        group="Calls to make",
        verb="Call",
    ),
    Step.RESCHEDULE: StepKind(
        "Rearrange",
        "R8",
        "An interview that fell through gets a new date; you take the first step.",
        "Write to find a new date, then fill in Interview on and clear Interview held.",
        group="To rearrange",
        verb="Find a new date with",
    ),
    Step.FIX_ADDRESS: StepKind(
        "Correct the address",
        "R14",
        "A letter that came back is owed again once the address is right.",
        "Find the right address and correct Email.",
        group="Addresses to correct",
        verb="Correct the address of",
    ),
    Step.FOLLOW_UP: StepKind(
        "Follow up",
        "R10",
        "One follow-up after silence, and never more than two unanswered letters to one person.",
        letters="Follow-ups",
    ),
    Step.REMINDER: StepKind(
        "Remind",
        "R23",
        "What somebody offered and may have forgotten is named once more, gently, and never a second time.",
        letters="Reminders of an offer",
    ),
    Step.KEEP_IN_TOUCH: StepKind(
        "Keep in touch",
        "R11",
        "A note now and then: what became of their advice, some news, and nothing asked.",
        letters="Keep in touch",
        group="Another day",
        verb="Another day: keep in touch with",
    ),
    Step.APPROACH: StepKind(
        "Approach",
        "R12",
        "A few well-chosen approaches a day, asking for information and advice, never for a job.",
        letters="Approach letters",
    ),
    Step.ADD_REFERRAL: StepKind(
        "Add a contact",
        "R13",
        "Contacts lead to contacts: everyone who is named becomes a row.",
        "Add {name} as a row of your contacts, with Referred by filled in.",
        group="People to add",
        verb="Add a person named by",
    ),
}
RANK: Mapping[Step, int] = {step: place for place, step in enumerate(STEPS)}
"""Each step's place in the day, and in R22's order of letters."""

assert set(STEPS) == set(Step)  # noqa: S101  (every step has its row)

_TAKEN: Mapping[InterviewType | None, str] = {
    InterviewType.PHONE: "your sheet, questions, a quiet place",
    InterviewType.VIDEO: "your sheet, questions, the link tried out",
}


def done_by_hand(step: Step, c: Contact | None, named: str = "") -> str:
    """Say what a step without a letter asks for; `named` is whom an added referral names."""
    phone = "" if c is None else f" at {c.phone}" if c.phone else " (Phone is blank: find the number)"
    return STEPS[step].by_hand.format(phone=phone, when=when_and_where(c), taken=_taken(c), name=named)


def meeting_type(c: Contact) -> InterviewType | None:
    """Return the coming interview's type: the cell, else what the acceptance says (R5)."""
    return c.interview_type or (ACCEPTED_TYPES.get(c.call_result) if c.call_result else None)


def _taken(c: Contact | None) -> str:
    kind = meeting_type(c) if c else None
    return _TAKEN.get(kind, "your sheet, questions, resume copies, the way there")


def when_and_where(c: Contact | None) -> str:
    """Say when and where an interview is: " on 2026-12-08 at 14:00, second floor"; blank where there is none."""
    if c is None or c.interview_on is None:
        return ""
    at = f" at {c.interview_time:%H:%M}" if c.interview_time else ""
    return f" on {c.interview_on}{at}" + (f", {c.where}" if c.where else "")
