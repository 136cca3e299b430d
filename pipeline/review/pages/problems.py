"""Problems: each cell of the workbook that needs a look, with a box where it is one that the user fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Contact, Problem, Severity
from pipeline.review.cells import Box, box_of_problem, contact_box
from pipeline.review.people import page_key, whose_row
from pipeline.sheets.cells import NEVER, shown_text
from pipeline.sheets.namesshown import name_shown
from pipeline.sheets.schema import CONTACTS, DRAFTS

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.window import Served, Window

MOST_BOXES = 50
"""Problems on one page: each has a form of its own."""


class ProblemLine(NamedTuple):
    """A problem as its page shows it: whose it is, with the address of their page or letter; without a cell it is corrected in the workbook.

    `quoted`: the other cells of the row that it names, with what they say. `never`: the box of Last contact, where that no letter
    went is an answer.
    """

    where: str
    message: str
    error: bool
    href: str
    name: str
    cell: Box | None
    quoted: tuple[str, ...] = ()
    never: Box | None = None


def problems(window: Window) -> Served:
    """Show what the workbook's cells need."""
    decision = window.session.decision()
    found = decision.to_correct
    lines = [problem_line(p, decision) for p in found[:MOST_BOXES]]
    return window.page("problems.html", "problems", problems=lines, count=len(found))


def problems_of(decision: Decision, c: Contact) -> tuple[ProblemLine, ...]:
    """List what is to be corrected in somebody's row, for their own page."""
    return tuple(
        problem_line(p, decision)._replace(name="")
        for p in decision.to_correct
        if p.contact_id == c.id and whose_row(decision, p) in (c, None)
    )


def problem_line(problem: Problem, decision: Decision) -> ProblemLine:
    """Lay out a problem; its box holds what the cell says now, readable or not."""
    cell = box_of_problem(decision, problem)
    c = whose_row(decision, problem) if problem.contact_id else None
    draft = decision.draft_of(cell.row) if cell and cell.sheet == DRAFTS.name else None
    table = decision.world.book.tables[CONTACTS.name]
    href, name = (f"/contact/{page_key(decision, c)}", name_shown(table, c)) if c else ("", "")
    if draft is not None:
        href, name = f"/letter/{draft.letter.code}", f"The letter to {draft.letter.name}"
    quoted = _quoted(problem, decision, c) if c else ()
    never = contact_box(decision, c, "last_contact") if c and f"“{NEVER}”" in problem.message else None
    return ProblemLine(
        problem.where, problem.message, problem.severity is Severity.ERROR, href, name, cell, quoted, never
    )


def _quoted(problem: Problem, decision: Decision, c: Contact) -> tuple[str, ...]:
    """Give what the other cells of somebody's row say that a problem names: one answers it without opening the workbook."""
    table = decision.world.book.tables[CONTACTS.name]
    index = table.index_of(c.row)
    named = (
        (table.header(at), said)
        for at, header in enumerate(table.headers)
        if header and f"({table.where(at, index)})" in problem.message
        if (said := shown_text(table.values_at(at)[index]))
    )
    return tuple(f"{header}: “{said}”" for header, said in named)
