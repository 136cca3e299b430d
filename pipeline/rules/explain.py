"""Why a contact has the step it has: the rule that holds, from which facts, and why the others were passed over."""

from __future__ import annotations

from datetime import date

from pipeline.model import LetterKind, Step
from pipeline.rules import due
from pipeline.rules.agenda import Agenda, Standing, thanks_beside
from pipeline.rules.approaches import incomplete
from pipeline.rules.holds import blocked
from pipeline.rules.ruling import EARLIER, Day, Found
from pipeline.rules.steps import STEPS


def explain(standing: Standing, agenda: Agenda, day: Day, lacking: str = "") -> list[str]:
    """Write out a contact's facts, the rule that applies and those passed over. Dates are ISO.

    `lacking` is the cell without which a first letter would have a placeholder; "" where it is filled in.
    """
    f = standing.facts
    c = f.contact
    lines = [
        f"{c.name or c.organization} ({day.settings.contacts_sheet} row {c.row}, {c.id}): {standing.stage}",
        "",
        "Facts",
    ]
    lines += [f"  {label}: {value}" for label, value in _facts(standing) if value] or [
        "  Nothing has happened yet."
    ]
    lines += ["", "Rules"]
    stopped = blocked(f, day)
    if stopped is not None:
        lines.append(f"  R14 holds: {_told(stopped)}")
        return lines + _in_addition(c.row, agenda)
    lines.append("  R14 passed over: nothing holds it up")
    lines += [*_of_each_rule(standing, agenda, day, lacking), *_in_addition(c.row, agenda)]
    missing = incomplete(c)
    if missing:
        lines.append(f"  R15: an approach would still need {missing[1]}.")
    return lines


def _of_each_rule(standing: Standing, agenda: Agenda, day: Day, lacking: str) -> list[str]:
    """Say of each rule in turn whether it applies, would apply, or is passed over."""
    lines: list[str] = []
    chosen = False
    for name, rule in due.RULES:
        ruling = rule(standing.facts, day)
        if isinstance(ruling, Found) and not chosen:
            lines += _applies(name, ruling, standing, agenda)
            lines += _held_back(ruling, standing.facts.contact.row, agenda, lacking)
            chosen = True
        elif name == "R5" and thanks_beside(standing, day):
            continue  # told with what comes in addition
        elif isinstance(ruling, Found):
            lines.append(
                f"  {name} would hold too, but an earlier rule comes first: {STEPS[ruling.step].title}"
            )
        else:
            lines.append(f"  {name} passed over: {ruling}")
    return lines if chosen else [*lines, "  No rule holds: no next step."]


def _applies(name: str, ruling: Found, standing: Standing, agenda: Agenda) -> list[str]:
    """Tell of the rule that holds, and of what puts its step off."""
    first_letter, place = ruling.step is Step.APPROACH, _place(standing, agenda)
    due = max(place or ruling.due, ruling.due)
    lines = [f"  {name} applies: {_told(ruling._replace(due=due) if first_letter else ruling)}"]
    if first_letter and place is None:
        lines.append("  R12 holds: other first letters have all the places to come.")
    elif first_letter and due > ruling.due:
        lines.append(
            "  R12 holds: other first letters have the places before that day, or one at that firm is open."
        )
    elif standing.step and standing.step.due > ruling.due:
        lines.append(f"  R22 holds: another letter goes to them first; this one on {standing.step.due}")
    return lines


def _place(standing: Standing, agenda: Agenda) -> date | None:
    """Return the day of somebody's first letter; None where there is none, or no place for it (R12)."""
    row = standing.facts.contact.row
    return next((a.due for a in agenda.actions if a.row == row and a.step is Step.APPROACH), None)


def why_nothing(standing: Standing, day: Day) -> str:
    """Say why a contact has no next step, by the rule that would have had the next word; blank where there is one."""
    f = standing.facts
    stopped = blocked(f, day)
    if standing.step is not None or stopped is not None:
        return _told(stopped) if stopped is not None and standing.step is None else ""
    rules = dict(due.RULES)
    if f.latest and rules["R5"](f, day) == EARLIER:
        return f"the conversation of {f.latest.date} lies before Act from ({day.settings.act_from}), so no thanks are owed"
    speaks = "R11" if f.latest else "R10" if f.approach else "R12"
    ruling = rules[speaks](f, day)
    since = f" (last contact: {f.last_contact})" if f.last_contact and speaks == "R12" else ""
    return f"{ruling}{since}" if isinstance(ruling, str) else ""


def document(standing: Standing, agenda: Agenda, lines: list[str]) -> dict[str, object]:
    """Put a contact's step and what explains it into a document; step, rule and due are null where none is owed."""
    c, step = standing.facts.contact, standing.step
    due = (step and step.step is Step.APPROACH and _place(standing, agenda)) or (step and step.due)
    return {
        "id": c.id,
        "name": c.name or c.organization,
        "row": c.row,
        "stage": str(standing.stage),
        "step": str(step.step) if step else None,
        "rule": step.rule if step else None,
        "due": due.isoformat() if due else None,
        "explanation": lines[1:],
    }


def _held_back(ruling: Found, row: int, agenda: Agenda, lacking: str) -> list[str]:
    """Say why the letter of a step can't go yet."""
    held = next((a.held_back for a in agenda.actions if a.row == row and a.step is ruling.step), "")
    lines = [f"  No letter goes yet: {held}"] if held else []
    if lacking and ruling.step is Step.APPROACH:
        lines.append(f"  No letter goes yet: it would be Blocked. Fill in {lacking}.")
    return lines


def _in_addition(row: int, agenda: Agenda) -> list[str]:
    step = agenda.standings[row].step
    beside = ("R5",) if step and step.rule == "R4" else () if step else ("R4",)  # of a row that stands twice
    more = [
        a
        for a in agenda.actions
        if a.row == row
        and (
            a.rule in (*beside, "R7", "R9", "R13", "R23")
            or (a.rule == "R14" and a.step is not Step.FIX_ADDRESS)
        )
    ]
    return [f"  {a.rule} in addition: {STEPS[a.step].title}, due {a.due}. {a.why}" for a in more]


def _told(ruling: Found | str) -> str:
    if isinstance(ruling, str):
        return ruling
    letter = f" ({_in_words(ruling.letter)})" if ruling.letter else ""
    return f"{STEPS[ruling.step].title}{letter}, due {ruling.due}. {ruling.why}"


def _in_words(letter: LetterKind) -> str:
    return letter.replace("_", " ")


def _facts(standing: Standing) -> list[tuple[str, str | date | None]]:
    f = standing.facts
    c = f.contact
    called = f"{f.last_call.date}, {f.last_call.result or 'no result filled in'}" if f.last_call else None
    talked = ", ".join(
        f"{t.date} ({'Interview type is blank' if t.type_blank else _in_words(t.letter)})"
        for t in f.conversations
    )
    return [
        ("Approach sent", f.approach),
        ("Follow-up sent", f.follow_up),
        ("Thank-you sent", f.thank_you),
        ("Call promised for", f.promise.day if f.promise else None),
        ("Last call", called),
        ("Attempts since", str(f.attempts()) if f.calls else None),
        ("Call again on", c.call_again_on),
        ("Replied on", f.replied),
        ("Answered on", f.answered),
        (
            "Interview on",
            f"{c.interview_on}, {c.interview_held or 'not recorded yet'}" if c.interview_on else None,
        ),
        ("Conversations", talked),
        ("On hold", str(c.on_hold) if c.on_hold else None),
        ("Last contact", f.last_contact),
    ]
