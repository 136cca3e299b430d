"""A file that somebody dropped, to begin with: what it is, what becomes of its columns, and who in it is ticked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Contact
from pipeline.model.errors import USAGE, UserError
from pipeline.workbook.book import Parts
from pipeline.workbook.package import Package

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from pipeline.importing import Candidate, ColumnUse, ImportPlan
    from pipeline.importing.adopt import Adoption

    Form = MultiDict[str, str]

_ADOPTED = (".xlsx", ".xlsm")
TICKED, SHOWN = 50, 500
"""So many new people are ticked from the beginning; so many are shown at once, and the others are found by words."""


class DroppedFile(NamedTuple):
    """A file that was dropped. It is read, never run, and lies nowhere but in memory."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Return its hash: what a form about it posts back."""
        return sha256(self.data).hexdigest()

    @property
    def adoptable(self) -> bool:
        """Tell whether it may be an Excel workbook to go on with, by its name and its first bytes."""
        return self.data.startswith(b"PK") and self.name.lower().endswith(_ADOPTED)

    @property
    def ending(self) -> str:
        """Return the ending of its name."""
        return "." + self.name.rpartition(".")[2].lower()


class StartDesk:
    """What lies before the person who begins: the file that was dropped last."""

    def __init__(self) -> None:
        self.held: DroppedFile | None = None


class Ticking(NamedTuple):
    """The people of a file as a page shows them: those in whom the words stand, and who is ticked."""

    plan: ImportPlan
    columns: tuple[ColumnUse, ...]
    shown: tuple[Candidate, ...]
    more: int
    ticked: frozenset[str]
    words: str = ""

    @property
    def hidden(self) -> tuple[str, ...]:
        """List those who are ticked and not shown."""
        there = {c.id for c in self.shown}
        return tuple(sorted(self.ticked - there))


def choices() -> tuple[tuple[str, str], ...]:
    """List what a column of the file can become, each with its words."""
    from pipeline.importing.uses import ALONE, FIRST_LAST, USES

    labels = {ALONE: "leave it as it is", FIRST_LAST: "whole name, taken apart"}
    return tuple((use, labels.get(use, use)) for use in USES)


def adoption_of(held: DroppedFile, form: Form | None = None) -> Adoption:
    """Work out what the list lacks, with the columns as they are chosen. Raises UserError as `plan_adoption` does, and for a wrong choice."""
    from pipeline.importing.adopt import plan_adoption_of

    sheet = form.get("sheet", "") if form else ""
    found = plan_adoption_of(held.data, held.name, sheet=sheet)
    if form is None or form.get("on", found.sheet) != found.sheet:
        return found  # of another sheet: its columns were not shown yet
    chosen = _chosen(found.columns, form)
    return plan_adoption_of(held.data, held.name, sheet=sheet, chosen=chosen) if chosen else found


def sheets_of(held: DroppedFile) -> tuple[str, ...]:
    """List the worksheets of a workbook."""
    return tuple(s.name for s in Parts(Package(held.data, held.name)).sheets if s.kind == "worksheet")


def ticking(held: DroppedFile, contacts: Sequence[Contact], form: Form | None = None) -> Ticking:
    """Read a file's people and who is ticked. Raises UserError for what is no file of people, and for a wrong choice of columns."""
    from pipeline.importing import candidates, read_data
    from pipeline.importing.plan import plan_import

    imported = read_data(held.data, held.name)
    chosen = _chosen(imported.columns, form) if form is not None else {}
    if chosen:
        imported = read_data(held.data, held.name, chosen)
    plan = plan_import(imported, contacts)
    words = form.get("words", "") if form is not None else ""
    found = candidates(plan, words)
    new = [c.id for c in found if not c.known]
    ticked = (new if len(new) <= TICKED else []) if form is None else _ticked(form, new)
    everybody = {c.id for c in candidates(plan) if not c.known}
    return Ticking(
        plan,
        imported.columns,
        found[:SHOWN],
        len(found) - len(found[:SHOWN]),
        frozenset(ticked) & everybody,
        words,
    )


def _ticked(form: Form, new: Sequence[str]) -> list[str]:
    wish, picked = form.get("do", ""), form.getlist("pick")
    if wish == "all":
        return [*picked, *new]
    return [id for id in picked if id not in set(new)] if wish == "none" else picked


def _chosen(columns: Collection[ColumnUse], form: Form) -> Mapping[int, str]:
    """Read which columns are chosen otherwise. Raises UserError (exit 2) where two are chosen for one."""
    from pipeline.importing.uses import refuse_wrong

    wanted = {c.column: form.get(f"use-{c.column}", c.use) for c in columns}
    changed = {c.column: wanted[c.column] for c in columns if wanted[c.column] != c.use}
    at_stake = {n: use for n, use in wanted.items() if use and use in changed.values()}
    headers = {c.column: c.header for c in columns}
    refuse_wrong(at_stake, [headers.get(n, "") for n in range(1, max(headers, default=0) + 1)])
    return changed


def refuse_macros(held: DroppedFile, workbook_ending: str) -> None:
    """Raise UserError (exit 2) for a workbook with macros, which one of another ending can't keep."""
    if held.ending != workbook_ending and held.ending == ".xlsm":
        raise UserError(
            f"{held.name} holds macros, which a workbook that ends in {workbook_ending} can't keep. Save it in Excel as an "
            ".xlsx workbook, and take that; or take its people alone.",
            exit_code=USAGE,
        )
