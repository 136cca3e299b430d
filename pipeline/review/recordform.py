"""A form that says what happened, read into cells of Contacts by what `log` and the workbook's reader go by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pipeline.day.noting import came_back, happened, if_one_talk, new_person, of_row, talk_apart
from pipeline.day.publicdays import knows_country
from pipeline.ledger.records import Noted
from pipeline.model import Contact, EventKind, Held
from pipeline.model.errors import USAGE, UserError
from pipeline.model.fullname import tidied
from pipeline.review.cells import APPROVE, Box, interval_of, written_in
from pipeline.review.outcomes import MET, WHENCE, Outcome, typed_in
from pipeline.sheets import schema
from pipeline.sheets.cells import BadCell, parse_whole, shown_text
from pipeline.sheets.saying import Said, understand
from pipeline.sheets.schema import CONTACTS
from pipeline.sheets.setting_edits import judge_typed, setting_named
from pipeline.sheets.typed import flaw_of, shown_cell, typed_cell, typed_day, value_for
from pipeline.workbook import CellChange, Value

if TYPE_CHECKING:
    from pipeline.day.decide import Decision
    from pipeline.day.world import World

NEW_PERSON = (
    "first_name",
    "last_name",
    "salutation",
    "organization",
    "position",
    "email",
    "phone",
    "field",
    "why_this_person",
)
"""What is asked of somebody new; Salutation where the name came with a title."""


_PHRASES = frozenset(c.attr for c in CONTACTS.columns if c.phrase)


class Flawed(UserError):
    """Phrases that would not read in their letters, by attribute what each would read well as, "" where nobody knows; they may be mended, or kept all the same (exit 2)."""

    def __init__(self, message: str, mends: Mapping[str, str]) -> None:
        super().__init__(message, exit_code=USAGE)
        self.mends = mends
        self.attrs = " ".join(mends)

    @property
    def mended(self) -> str:
        """Return what the only one would read well as."""
        return next(iter(self.mends.values()))


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form holds: a date and a time may stand in two fields. `frames` are the sentences around phrases, where a letter has its own."""

    values: Mapping[str, str]
    today: date
    frames: Mapping[str, str] = field(default_factory=dict)

    def text(self, attr: str) -> str:
        """Return what was typed for a cell."""
        return typed_in(self.values, attr)

    def day(self, field: str) -> date | None:
        """Return a day. Raises UserError (exit 2) for what is none."""
        try:
            return typed_day(self.values.get(field, ""), self.today)
        except BadCell as bad:
            raise UserError(f"The day {bad}.", exit_code=USAGE) from None

    def cell(self, attr: str) -> Value:
        """Return a cell's value. Raises UserError, Flawed where the phrase would not read and nobody said to keep it."""
        text = self.text(attr)
        value = typed_cell(attr, text, self.today)
        flaw = flaw_of(attr, text)
        if flaw and attr not in self.values.get("anyway", "").split():
            frame = self.frames.get(attr, "")
            flaw = flaw._replace(sentence=frame.replace("{}", text)) if "{}" in frame else flaw
            raise Flawed(flaw.message, {attr: flaw.mended or ""})
        return value

    def cells(self, attrs: Iterable[str]) -> dict[str, Value]:
        """Return several cells' values. Raises UserError, one Flawed for all phrases that would not read."""
        found: dict[str, Value] = {}
        flaws: list[Flawed] = []
        for attr in attrs:
            try:
                found[attr] = self.cell(attr)
            except Flawed as flaw:
                flaws.append(flaw)
        if flaws:
            mends = {attr: mended for flaw in flaws for attr, mended in flaw.mends.items()}
            raise Flawed(" ".join(map(str, flaws)), mends)
        return found


def with_taken(form: Mapping[str, str]) -> dict[str, str]:
    """Put the mended phrase that was taken where another was typed; all are judged anew."""
    attr = form.get("take", "")
    flaw = flaw_of(attr, form.get(attr, "")) if attr in _PHRASES else None
    if flaw is None or not flaw.mended:
        return dict(form)
    return {key: value for key, value in form.items() if key not in ("take", "anyway")} | {attr: flaw.mended}


def entry_typed(decision: Decision, c: Contact, o: Outcome, typed: Typed) -> Noted:
    """Make the entry of an outcome. Raises UserError where something in it can't be."""
    if o.before:
        return _before(decision, c, o.key, o.before)
    given = typed.day("on") if o.dated else None
    on = given or typed.today
    if o.asks_whence:
        past = decision.agenda.standings[c.row].facts.past
        return came_back(decision.world, c, past, on, typed.text(WHENCE.attr))
    said = (
        _understood(decision.world, o, c, on, dated=given is not None and o.key == MET) if o.event else None
    )
    cells: dict[str, Value] = dict(said.cells) if said else {}
    if o.needs and not typed.text(o.needs):
        raise UserError(f"Fill in {CONTACTS.column(o.needs).header}.", exit_code=USAGE)
    asked = [a for a in o.asks if a not in c.without and a in typed.values]
    cells |= typed.cells(a for a in asked if a == o.needs or typed.text(a) != shown_cell(c, a))
    if cells.get("interview_on") and "interview_held" not in {*cells, *c.without}:
        cells["interview_held"] = None  # the new date has not been kept yet
    return happened(
        decision.world,
        c,
        cells,
        f"{c.name or c.organization}: {_words(o, said.words if said else '', cells)}",
        on,
    )


def _understood(world: World, o: Outcome, c: Contact, on: date, *, dated: bool) -> Said:
    """Read an outcome's words. Raises UserError (exit 2) for a day of another interview than the row's."""
    before = world.talks_before(c)
    told = c.interview_on in world.talks(c)
    said = understand(o.event, on, c, world.today, told=told, dated=dated, others=before)
    if said.apart:
        write = (
            f"write it into History: Date {on}, Name {c.name}, Event {EventKind.INTERVIEW}, Detail “{Held.YES}, In person”, or as"
            " it was."
        )
        where = (
            "History holds it, or their page asks about it: say there what came of it."
            if on in before
            else if_one_talk(world, c, on, write)
        )
        raise UserError(
            f"Interview on says {c.interview_on}, and {on} is the day of another talk. {where}",
            exit_code=USAGE,
        )
    return said


def _before(decision: Decision, c: Contact, key: str, held: Held) -> Noted:
    """Make the entry of what came of an interview whose day was typed over. Raises UserError (exit 2) where none is asked about."""
    day = next((d for d in decision.world.asked.get(c.id, ()) if key.endswith(f"@{d}")), None)
    if day is None:
        raise UserError(
            "Of that day nothing is asked any more. Look at the person's page again.", exit_code=USAGE
        )
    return talk_apart(decision.world, c, day, held)


def _words(o: Outcome, said: str, cells: Mapping[str, Value]) -> str:
    if said:
        return said
    return (
        ", ".join(
            f"{CONTACTS.column(a).header} {shown_text(v) or 'blank'}" for a, v in cells.items() if a in o.asks
        )
        or o.label
    )


def cell_entry(decision: Decision, cell: Box, typed: Typed) -> Noted:
    """Make the entry of one cell. Raises UserError (exit 2) where nothing was typed, or what could not be read there."""
    attr = cell.field.attr
    value = typed.cell(attr) if cell.of_contact else _value(decision, cell, typed)
    shown = "blank" if value is None else f"“{shown_text(value)}”"
    if value is None and not (cell.field.text or written_in(decision, cell)):
        raise UserError(
            f"{cell.field.label} {cell.whose} is blank as it is: type what belongs there.", exit_code=USAGE
        )
    if cell.of_contact:
        c = decision.desk.contacts[cell.row]
        return happened(
            decision.world, c, {attr: value}, f"{c.name or c.organization}: {cell.field.label} {shown}"
        )
    words = f"{cell.field.label} {cell.whose}: {shown}"
    return of_row(decision.world, cell.sheet, cell.row, {attr: value}, words)


def _value(decision: Decision, cell: Box, typed: Typed) -> Value:
    """Read what was typed for a cell of another sheet than Contacts. Raises UserError, Flawed as `Typed.cell` does."""
    attr, text = cell.field.attr, typed.text(cell.field.attr)
    if cell.sheet == schema.SETTINGS_SHEET.name:
        return _setting(decision, cell.row, text, typed)
    if cell.sheet == schema.DRAFTS.name and text == APPROVE:
        raise UserError("A letter is approved where it is read: open it under Letters.", exit_code=USAGE)
    interval = interval_of(cell.row) if cell.sheet == schema.RULES_SHEET.name else None
    try:
        if interval:
            return parse_whole(text, interval.low, interval.high)
        return value_for(schema.BY_NAME[cell.sheet].column(attr), text, typed.today) if text else None
    except BadCell as bad:
        raise UserError(f"{cell.field.label} {cell.whose} {bad}.", exit_code=USAGE) from None


def _setting(decision: Decision, name: str, text: str, typed: Typed) -> Value:
    """Read a setting as its own page does."""
    setting = setting_named(name)
    assert setting is not None  # noqa: S101  (no other row of Settings has a cell)
    table = decision.world.book.tables[schema.SETTINGS_SHEET.name]
    judged = judge_typed(table, {setting.attr: text}, typed.today, knows_country)
    said = judged.said.get(setting.attr)
    if said and said.stops:
        raise UserError(said.message, exit_code=USAGE)
    if said and typed.values.get("anyway") != "value":
        raise Flawed(said.message, {"value": said.mended})
    return next((e.value for e in judged.edits if isinstance(e, CellChange)), text or None)


def person_entry(world: World, typed: Typed, referred_by: str) -> Noted:
    """Make the entry of somebody new. Raises UserError (exit 2) without a name."""
    there = world.book.tables["Contacts"].found
    found = typed.cells(a for a in NEW_PERSON if a in typed.values and a in there)
    cells = _titles_off({a: v for a, v in found.items() if v is not None})
    name = f"{cells.get('first_name', '')} {cells.get('last_name', '')}".strip()
    if not name:
        raise UserError("Type a name: first and last, as the greeting needs it.", exit_code=USAGE)
    if referred_by:
        cells |= {"referred_by": referred_by, "source": "Referral"}
    return new_person(world, cells, f"{name}: added to Contacts")


def _titles_off(cells: dict[str, Value]) -> dict[str, Value]:
    """Take a title off the first name, as adopting a list does, and greet by it."""
    typed = str(cells.get("first_name") or ""), str(cells.get("last_name") or "")
    name = tidied(*typed)
    if not name.salutation:
        return cells
    return {**cells, "first_name": name.first, "salutation": cells.get("salutation") or name.salutation}
