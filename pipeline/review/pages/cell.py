"""One cell filled in where one sees that it lacks something, of whatever sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.model.errors import USAGE, UserError
from pipeline.review.cells import Box, box_of
from pipeline.review.letteraside import worded_box
from pipeline.review.outcomes import typed_in
from pipeline.review.recordform import Flawed, Typed, cell_entry

if TYPE_CHECKING:
    from pipeline.review.window import Served, Window

_BACK = {"whys": "/whys", "problems": "/problems", "today": "/", "progress": "/progress"}
CHANGED_SINCE = "{} changed since you saw this. Read it again, then record what happened."


def write_cell(window: Window, code: str, verb: str) -> Served:
    """Write what was typed into a cell's box."""
    session = window.session
    cell = box_of(session.decision(), code, verb)
    if cell is None:
        abort(404)
    cell = worded_box(cell, session.decision())
    form = request.form.to_dict()
    try:
        if form.get("shown") != cell.shown:
            raise UserError(CHANGED_SINCE.format(f"{cell.field.label} {cell.whose}"), exit_code=USAGE)
        typed = Typed({**form, verb: typed_in(form, "value")}, session.today, {verb: cell.field.frame})
        session.record(cell_entry(session.decision(), cell, typed))
    except UserError as stop:
        return _page(window, cell, form, stop), 422
    return window.to(f"{_back(window, cell, form.get('from', ''))}?said=recorded")


def _page(window: Window, cell: Box, form: dict[str, str], stop: UserError) -> str:
    source = form.get("from", "")
    return window.page(
        "cell.html",
        "",
        cell=cell,
        typed=typed_in(form, "value"),
        source=source,
        back=_back(window, cell, source),
        flaw=stop if isinstance(stop, Flawed) else None,
        alert=str(stop),
    )


def _back(window: Window, cell: Box, source: str) -> str:
    """Lead back to where the form stood, a letter's page as long as that is due; else to whose cell it is."""
    draft = window.session.decision().draft_of(source) if source else None
    own = f"/contact/{cell.key}" if cell.of_contact else "/problems"
    return _BACK.get(source) or (f"/letter/{draft.letter.code}" if draft else own)
