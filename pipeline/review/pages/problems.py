"""Problems: each cell of the workbook that needs a look, with a box where it is one that the user fills in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask

from pipeline.model import Problem, Severity
from pipeline.review.cells import Cell, cell_of_problem
from pipeline.review.people import person_key

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.security import Guard
    from pipeline.review.window import Window

Answer = Any
MOST = 50
"""Problems on one page: each has a form of its own."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem as its page shows it: whose it is, with the key of their page; without a cell it is corrected in the workbook."""

    where: str
    message: str
    error: bool
    key: str
    name: str
    cell: Cell | None


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
    return ProblemLine(
        problem.where,
        problem.message,
        problem.severity is Severity.ERROR,
        person_key(c.id) if c else "",
        c.name if c else "",
        cell_of_problem(decision, problem),
    )
