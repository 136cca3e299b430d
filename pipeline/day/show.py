"""What the commands print of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.day.apply import Done
from pipeline.day.decide import Decision
from pipeline.day.documents import agenda_document
from pipeline.day.screens import console, day_screen, problem_lines
from pipeline.letters.checks import ResumeRule, resume_rule
from pipeline.letters.kinds import KINDS
from pipeline.model import LETTER_EVENTS, Action, Contact, Draft, Letter, Severity, Status
from pipeline.model.came_in import command
from pipeline.model.dates import full_day
from pipeline.rules.mercy import coming_back, said_of
from pipeline.rules.wording import counted
from pipeline.sheets.namesshown import whose
from pipeline.sheets.schema import CONTACTS


def agenda_json(decision: Decision, until: date) -> dict[str, object]:
    """Make the agenda's document."""
    letters = decision.review.by_step
    steps = [
        (a, _going_along(a, letters.get((a.row, a.step)), decision)) for a in decision.agenda.until(until)
    ]
    return agenda_document(decision.world.today.isoformat(), steps, decision.problems)


def _going_along(action: Action, draft: Draft | None, decision: Decision) -> Sequence[str]:
    """List what is enclosed, in a letter that is not in review yet as it will be."""
    if draft is not None:
        return draft.letter.enclosures
    c = decision.desk.contacts.get(action.contact_id)
    if action.letter is None or c is None:
        return []
    required = resume_rule(action.letter, c, decision.world.settings) is ResumeRule.REQUIRED
    return [decision.world.enclosure.name] if required and decision.world.enclosure.name else []


def print_day(done: Done) -> None:
    """Print the day on one screen."""
    decision = done.decision
    world = decision.world
    for line in mercy(decision):
        console().print(line)
    by_row = {c.row: c for c in world.contacts}
    heading = f"{full_day(world.today)} · {world.place.workbook.name}"
    if done.open_in is not None:
        heading += f" as saved at {world.book.saved_at:%H:%M}"
    console().print(
        day_screen(
            heading,
            decision.actions,
            by_row,
            decision.review.by_step,
            _notices(decision),
            problem_lines(
                decision.to_correct, whose(decision.to_correct, world.book.tables["Contacts"], world.contacts)
            ),
            last_line(decision),
            today=world.today,
        )
    )


def mercy(decision: Decision) -> list[str]:
    """Say after days away what still matters, a blank line behind it; nothing where nobody was away."""
    found = coming_back(decision.agenda, decision.day)
    return [*said_of(found), ""] if found else []


def _notices(decision: Decision) -> list[str]:
    asked = [
        f"Letter {d.letter.code} to {d.letter.name} was exported on {d.sent_on}: sent it?"
        for d in decision.review.drafts
        if d.status is Status.EXPORTED and d.sent_on and d.sent_on < decision.world.today
    ]
    samples = [c for c in decision.world.contacts if c.is_sample]
    if samples and len(samples) == len(decision.world.contacts):
        asked.append(
            "These are samples, to try everything with. They step aside once your first own contact is in Contacts."
        )
    if decision.has_sheets:
        asked.append(f"What to have in hand for today's calls and interviews, on paper: {command('sheets')}")
    return [*asked, *decision.notices]


def fallen_away(decision: Decision) -> list[str]:
    """Name the letters in review that go because of what the mailbox brought."""
    news = {e.contact_id: e for e in decision.world.news.values()}
    records = decision.world.state.drafts
    gone = (records[code] for code in decision.review.dropped if code in records)
    return [
        f"The letter {d.code} to {event.name or d.name} ({KINDS[d.kind].title}) is no longer due: {event.kind.lower()} of {event.date:%Y-%m-%d}."
        for d in gone
        if (event := news.get(d.contact_id)) is not None and event.kind not in LETTER_EVENTS
    ]


def last_line(decision: Decision) -> str:
    """Say what to do next, and what to type for it."""
    status = [d.status for d in decision.review.drafts]
    waiting, approved = (
        status.count(Status.TO_REVIEW) + status.count(Status.BLOCKED),
        status.count(Status.APPROVED),
    )
    if waiting:
        more = f", {counted(approved, 'letter')} approved" if approved else ""
        return f"{counted(waiting, 'letter')} to review{more}. Next: {command('review')}"
    if approved:
        return f"{counted(approved, 'letter')} approved. Next: {command('send')}"
    if any(p.severity is Severity.ERROR for p in decision.problems):
        return "Nothing to review. Correct the cells named above in Excel, then run this again."
    if not decision.world.contacts:
        return (
            f"Nobody is in Contacts yet: add people there, or from a file. Next: {command('import', 'FILE')}"
        )
    return "Nothing to review today." if decision.actions else "That is all for today."


def last_day(today: date, days: int) -> date:
    """Return the last day of an agenda of so many calendar days."""
    return today + timedelta(days=max(days, 0))


def print_coming(decision: Decision, last: date) -> None:
    """Print the coming days, a line a step."""
    from itertools import groupby

    from pipeline.rules.steps import STEPS

    coming = sorted(
        (a for a in decision.agenda.until(last) if a.due > decision.world.today), key=lambda a: a.due
    )
    out = console()
    for day, steps in groupby(coming, key=lambda a: a.due):
        out.print(f"{day:%a} {day}", style="bold")
        for a in steps:
            out.print(f"  {STEPS[a.step].title:<22} {a.name}")
            if a.held_back:
                out.print(f"  {'no letter goes yet:':<22} {a.held_back}")
    if not coming:
        out.print("Nothing is coming in these days.")


def phrase_lacking(decision: Decision, c: Contact) -> str:
    """Name the cell of the phrase that a first letter would lack; "" where it is filled in, or the letter is the user's own by now."""
    if c.why_this_person or "why_this_person" in c.unreadable or c.id in decision.day.in_hand:
        return ""
    table, attr = decision.world.book.tables["Contacts"], "why_this_person"
    header = table.header(attr)
    return (
        f"{header} ({table.where(attr, table.index_of(c.row))})" if header else CONTACTS.column(attr).header
    )


def letter_text(letter: Letter) -> str:
    """Write a letter as its recipient gets it, under its code."""
    enclosed = f"\nEnclosures: {', '.join(letter.enclosures)}" if letter.enclosures else ""
    return f"{letter.code}\nTo: {letter.to}\nSubject: {letter.subject}{enclosed}\n\n{letter.body}\n{'-' * 60}"
