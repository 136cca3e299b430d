"""What a step asks of the person, in a sentence (pure)."""

from __future__ import annotations

from pipeline.model import Action, Contact, Draft, Finding, Level, Status, Step

STEP_TITLES = {
    Step.THANK_YOU: "Thank",
    Step.ANSWER_REPLY: "Answer",
    Step.RECORD_OUTCOME: "Fill in",
    Step.PREPARE_INTERVIEW: "Prepare",
    Step.CONFIRM: "Confirm",
    Step.CALL: "Call",
    Step.RESCHEDULE: "Rearrange",
    Step.FIX_ADDRESS: "Correct the address",
    Step.THANK_REFERRER: "Thank for a referral",
    Step.FOLLOW_UP: "Follow up",
    Step.KEEP_IN_TOUCH: "Keep in touch",
    Step.APPROACH: "Approach",
    Step.ADD_REFERRAL: "Add a contact",
}
_STANDING = {
    Status.TO_REVIEW: "Review letter {code}.",
    Status.BLOCKED: "Letter {code} is blocked{rule}: see Drafts.",
    Status.APPROVED: "Letter {code} is approved: send it.",
    Status.CHECK: "Did letter {code} go? Look in your Sent folder, then: remembered resolve {code} sent, or release.",
    Status.FAILED: "Letter {code} was refused: see Drafts.",
    Status.SKIPPED: "Letter {code}: you put it off.",
}


def what_to_do(action: Action, c: Contact | None, draft: Draft | None) -> str:
    """Say what a step asks for, in a sentence that a tired person can follow."""
    if action.exported_on and draft:
        return f"Letter {draft.letter.code} was exported on {action.exported_on}: sent it? Then choose “Sent by me” on the Drafts sheet."
    if draft is not None:
        rule = next(
            (f" ({f.rule})" for f in draft.findings if f.level is Level.BLOCK and f.rule.startswith("R")), ""
        )
        return _STANDING[draft.status].format(code=draft.letter.code, rule=rule)
    if action.letter is not None:
        return "The note is drafted on another day: only so many a day."
    return _by_hand(action, c)


def _by_hand(action: Action, c: Contact | None) -> str:
    first = action.about[0] if action.about else ""
    phone = f" at {c.phone}" if c and c.phone else ""
    when = _when(c)
    return {
        Step.CALL: f"Telephone{phone}; then fill in Called on and Call result.",
        Step.ANSWER_REPLY: "Write the answer yourself, then fill in Answered on.",
        Step.RECORD_OUTCOME: "Fill in Interview on and Interview held.",
        Step.PREPARE_INTERVIEW: f"Prepare for the interview{when}: questions, resume copies, the way there.",
        Step.RESCHEDULE: "Write to find a new date, then fill in Interview on and clear Interview held.",
        Step.FIX_ADDRESS: "Find the right address and correct Email.",
        Step.ADD_REFERRAL: f"Add {first} as a row of Contacts, with Referred by filled in.",
        Step.THANK_YOU: "A thank-you is owed. Nothing is drafted while the contact is on hold.",
    }.get(action.step, "")


def _when(c: Contact | None) -> str:
    if c is None or c.interview_on is None:
        return ""
    at = f" at {c.interview_time:%H:%M}" if c.interview_time else ""
    return f" on {c.interview_on}{at}" + (f", {c.where}" if c.where else "")


def told(finding: Finding) -> str:
    """Write a finding as the Checks cell shows it."""
    mark = "Block" if finding.level is Level.BLOCK else "Mind"
    return f"{mark} ({finding.rule}): {finding.message}"


def counted(number: int, noun: str) -> str:
    """Count a noun: 1 letter, 2 letters."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
