"""Problems: each cell of the workbook that needs a look, with a box where it is one of a contact's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask

from pipeline.model import Problem, Severity
from pipeline.review.outcomes import Field, field_of
from pipeline.review.people import cell_of_problem, cell_shown, person_key
from pipeline.sheets.cells import shown_text

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any
MOST = 50
"""Problems on one page: each has a form of its own."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem as its page shows it; without a field it is corrected in the workbook."""

    where: str
    message: str
    error: bool
    key: str
    name: str
    field: Field | None
    shown: str


def problem_pages(site: Flask, window: Window, guard: Guard) -> None:  # noqa: ARG001  (all pages are registered alike)
    """Register the problems' address."""

    @site.get("/problems")
    def problems() -> Answer:
        decision = window.session.decision()
        found = sorted(decision.to_correct, key=lambda p: p.severity is not Severity.ERROR)
        lines = [problem_line(p, decision) for p in found[:MOST]]
        return window.page("problems.html", "problems", problems=lines, count=len(found))


def problem_line(problem: Problem, decision: Decision) -> ProblemLine:
    """Lay out a problem; its box holds what the cell says now, readable or not."""
    c = decision.desk.contacts.get(problem.contact_id) if problem.contact_id else None
    attr, error = cell_of_problem(problem), problem.severity is Severity.ERROR
    if c is None or not attr or c.row != problem.row or attr in c.without:
        key, name = (person_key(c.id), c.name) if c else ("", "")
        return ProblemLine(problem.where, problem.message, error, key, name, None, "")
    table = decision.world.book.tables["Contacts"]
    text = shown_text(table.cell(attr, table.index_of(c.row)))
    return ProblemLine(
        problem.where,
        problem.message,
        error,
        person_key(c.id),
        c.name,
        field_of(attr, text),
        cell_shown(c, attr),
    )
