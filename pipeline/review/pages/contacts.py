"""Contacts in short: everybody, with where they stand and what comes next; one person; somebody new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import abort, request

from pipeline.day.noting import happened
from pipeline.ledger.records import digest
from pipeline.model import Contact
from pipeline.model.errors import USAGE, UserError
from pipeline.model.fullname import FullName, split_name
from pipeline.review.cells import contact_box
from pipeline.review.letteraside import worded_box
from pipeline.review.listing import letter_address, step_key
from pipeline.review.outcomes import cell_field
from pipeline.review.pages.problems import problems_of
from pipeline.review.people import by_key, coming_step, lines, page_key, person_shown
from pipeline.review.person import about_person
from pipeline.review.recordform import NEW_PERSON, Flawed, Typed, person_entry, with_taken
from pipeline.review.recording import mended_in, recording
from pipeline.review.theirmail import mail_of
from pipeline.review.upagain import resting_until, way_back
from pipeline.sheets.schema import CONTACTS, Owner
from pipeline.sheets.totals import added_below

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.review.window import Served, Window

MOST_PEOPLE = 200
"""People on one page; a search finds the rest."""


def contacts(window: Window) -> Served:
    """Show everybody, or those of whom the words are said that are searched for."""
    return _list_page(window, request.args.get("find", "").strip())


def contact(window: Window, code: str) -> Served:
    """Show one person."""
    c = by_key(window.session.decision(), code)
    if c is None:
        abort(404)
    return contact_page(window, c, request.args.to_dict())


def again(window: Window, code: str) -> Served:
    """Take somebody up again who rests, by the cell that does it."""
    decision = window.session.decision()
    c = by_key(decision, code)
    way = way_back(decision, c) if c else None
    if c is None:
        abort(404)
    if way is None or request.form.get("shown") != person_shown(c):
        raise UserError(
            f"{c.name or 'The row'} changed since you saw this. Read it again, then decide.",
            exit_code=USAGE,
        )
    words = f"{c.name or c.organization}: taken up again ({way.label.casefold()})"
    window.session.record(happened(decision.world, c, way.cells, words))
    return window.to(f"/contact/{code}?said=recorded")


def person(window: Window) -> Served:
    """Show the form for somebody new."""
    return _person_page(window, request.args.to_dict())


def add_person(window: Window) -> Served:
    """Add them."""
    form = with_taken(request.form)
    try:
        _add(window, form)
    except UserError as stop:
        return _person_page(window, form, stop), 422
    return window.to("/contacts?said=recorded")


def _list_page(window: Window, wanted: str) -> str:
    """Render everybody of whom all the words that are searched for are said."""
    everybody, words = lines(window.session.decision()), wanted.casefold().split()
    found = [line for line in everybody if all(word in line.words for word in words)]
    counts = {"count": len(found), "total": len(everybody)}
    return window.page("contacts.html", "contacts", people=found[:MOST_PEOPLE], wanted=wanted, **counts)


def _add(window: Window, form: Mapping[str, str]) -> None:
    """Add somebody new. Raises UserError where something in the form can't be, or Contacts changed since it was shown."""
    session = window.session
    if form.get("shown") != _everybody(session.decision()):
        raise UserError(
            "Contacts changed since you saw this. Look whether they are there, then add them.",
            exit_code=USAGE,
        )
    referrer = by_key(session.decision(), form.get("by", "")) if form.get("by") else None
    typed = Typed(form, session.today)
    session.record(person_entry(session.world(), typed, referrer.name if referrer else ""))


def contact_page(window: Window, c: Contact, typed: Mapping[str, str], stop: UserError | None = None) -> str:
    """Render what is known of a contact, and what may be recorded."""
    decision = window.session.decision()
    step = next((a for a in decision.actions if a.row == c.row), None)
    here, box = f"/contact/{page_key(decision, c)}", contact_box(decision, c, typed.get("cell", ""))
    return window.page(
        "contact.html",
        "contacts",
        contact=c,
        mail=mail_of(decision, c, window.session.heard),
        record=recording(decision, c, None, here, typed, stop if isinstance(stop, Flawed) else None),
        person=about_person(c, step, decision),
        letter=letter_address(decision, c.id),
        problems=problems_of(decision, c),
        way_back=way_back(decision, c),
        until=resting_until(decision, c),
        coming=coming_step(decision, c) if step is None else "",
        step=f"/step/{step_key(step)}" if step and not step.letter else "",
        columns=[
            (x.attr, x.header) for x in CONTACTS.columns if x.owner is Owner.USER and x.attr not in c.without
        ],
        box=worded_box(box, decision) if box else None,
        alert=str(stop) if stop else "",
    )


def _person_page(window: Window, typed: Mapping[str, str], stop: UserError | None = None) -> str:
    """Render the form for somebody new; `by` is the key of whoever named them, `name` how."""
    decision, flaw = window.session.decision(), stop if isinstance(stop, Flawed) else None
    referrer = by_key(decision, typed.get("by", "")) if typed.get("by") else None
    name = split_name(typed.get("name", "")) or FullName("", "")
    parts = {"first_name": name.first, "last_name": name.last, "salutation": name.salutation}
    asked = {**parts, "organization": typed.get("at", ""), **typed}
    table = decision.world.book.tables["Contacts"]
    return window.page(
        "newperson.html",
        "contacts",
        referrer=referrer,
        fields=[
            cell_field(a, asked.get(a, ""))
            for a in NEW_PERSON
            if a in table.found and (a != "salutation" or asked["salutation"])
        ],
        by=typed.get("by", ""),
        below=added_below(table),
        shown=_everybody(decision),
        flaw=flaw,
        mends=mended_in(flaw),
        alert=str(stop) if stop else "",
    )


def _everybody(decision: Decision) -> str:
    """Hash who is in Contacts: somebody new is added to what was shown."""
    return digest(*(c.id for c in decision.world.contacts))
