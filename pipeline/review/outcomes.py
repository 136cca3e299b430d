"""What can be said to have happened with a contact: the buttons of each step, and the cells that matter next (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from pipeline.model import CallResult, Contact, Held, Step
from pipeline.sheets import schema
from pipeline.sheets.schema import CONTACTS, Column
from pipeline.sheets.typed import shown_cell

TALK = (
    "thank_them_for",
    "what_i_learned",
    "advice",
    "referrals_given",
    "they_offered",
    "opening_mentioned",
    "fit",
)
MEETING = ("interview_on", "where")


class Outcome(NamedTuple):
    """One thing that may have happened. `event` are the words that `log` understands; `asks` the cells that matter next.

    `dated`: the day on which it happened is asked for. `needs`: what must be filled in. `follows`: what comes of it, where
    the label doesn't say. `asks_whence`: the address from which a letter came back is asked for, which no cell holds.
    `before`: what came of an interview whose day was typed over.
    """

    key: str
    label: str
    event: str
    asks: tuple[str, ...] = ()
    dated: bool = True
    needs: str = ""
    follows: str = ""
    asks_whence: bool = False
    before: Held | None = None

    @property
    def asks_more(self) -> bool:
        """Tell whether a form is filled in for it, beyond the day."""
        return bool(self.asks) or self.asks_whence


class CellField(NamedTuple):
    """A cell to be filled in: its kind of control, its header, what belongs in it, and what it holds."""

    attr: str
    label: str
    note: str
    kind: str
    text: str
    choices: tuple[str, ...] = ()
    frame: str = ""
    required: bool = False

    def with_text(self, text: str) -> CellField:
        """Hold another text."""
        return self._replace(text=text)


def _of_call(result: CallResult, *asks: str, label: str = "", needs: str = "", follows: str = "") -> Outcome:
    word = str(result)
    return Outcome(
        word.casefold().replace(" - ", " ").replace(",", "").replace(" ", "-"),
        label or word,
        word,
        asks,
        needs=needs,
        follows=follows,
    )


_CALLS = (
    _of_call(CallResult.NO_ANSWER),
    _of_call(CallResult.LEFT_MESSAGE),
    _of_call(CallResult.CALL_LATER, "call_again_on", needs="call_again_on"),
    _of_call(CallResult.ACCEPTED_IN_PERSON, *MEETING),
    _of_call(CallResult.ACCEPTED_PHONE, "interview_on"),
    _of_call(CallResult.ACCEPTED_VIDEO, "interview_on"),
    _of_call(CallResult.INTERVIEWED, *TALK, label="We talked, on this call"),
    _of_call(
        CallResult.PUT_OFF,
        "call_again_on",
        "thank_them_for",
        "referrals_given",
        follows="they would rather not meet, and you did not talk: thanks with regret follow",
    ),
    _of_call(
        CallResult.PUT_OFF_TALKED,
        "call_again_on",
        *TALK,
        follows="they would rather not meet, and talked with you on this very call: thanks for what they said follow",
    ),
    _of_call(CallResult.DECLINED, "thank_them_for", "referrals_given"),
    _of_call(
        CallResult.WRONG_PERSON,
        "thank_them_for",
        "referrals_given",
        follows="somebody else does this work; short thanks follow, and whom they named is written to next",
    ),
)
_REFUSALS = (
    Outcome(
        "said-no",
        "They said no",
        "declined by mail",
        ("thank_them_for", "referrals_given"),
        follows="in writing; short thanks for their answer follow, unless you have answered them",
    ),
    Outcome(
        "sent-on",
        "They sent me to somebody else",
        "wrong person by mail",
        ("thank_them_for", "referrals_given"),
        follows="in writing; short thanks for their answer follow, unless you have answered them, and whom they named is written to next",
    ),
)
_WOULD_RATHER_NOT = Outcome(
    "rather-not",
    "They would rather not meet",
    "put off by mail",
    ("call_again_on", "thank_them_for", "referrals_given"),
    follows="in writing; thanks with regret follow",
)
BY_MAIL = frozenset(o.key for o in (*_REFUSALS, _WOULD_RATHER_NOT))
_DATE = Outcome("date", "A date is set", "", (*MEETING, "interview_type"), dated=False, needs="interview_on")
MET = "held"
_HELD = (
    Outcome(MET, "Yes, we met", "interview held", ("interview_type", *TALK)),
    Outcome("no-show", "No-show", "no-show"),
    Outcome("cancelled", "Cancelled", "cancelled"),
)
_BEFORE = (
    Outcome("talked-then", "Yes, we met on {day}", "", dated=False, before=Held.YES),
    Outcome("not-then", "We did not meet on {day}", "", dated=False, before=Held.CANCELLED),
)
_ANSWERED = Outcome(
    "answered",
    "I answered them",
    "answered",
    follows="you wrote back: the next word is theirs, and after days of silence it comes up again",
)
_REPLIED = Outcome(
    "replied",
    "They wrote to me",
    "replied",
    follows="calls and notes wait: to answer them is next, due the next business day; what answers thanks, a note or a confirmation is only noticed",
)
_ADDRESS = Outcome(
    "address", "Correct the address", "", ("email", "phone", "channel", "address"), dated=False
)
_CAME_BACK = Outcome(
    "came-back",
    "My letter came back",
    "",
    follows="it reached nobody and counts as not sent: correct the address, and it is due again",
    asks_whence=True,
)
WHENCE = CellField(
    "whence", "It came back from", "The address on the letter that came back.", "text", "", required=True
)
_HOLD = Outcome("hold", "Let it rest", "", ("on_hold",), dated=False)
_LEFT_ALONE = _HOLD._replace(follows="as they ask: no letter goes to them any more, and no call is due")
_TOLD = Outcome("told", "What they told me", "", TALK, dated=False)
_KEPT = Outcome("kept", "They kept their offer", "offer kept")
_BY_STEP: Mapping[Step, tuple[Outcome, ...]] = {
    Step.CALL: _CALLS,
    Step.ANSWER_REPLY: (_ANSWERED, *_REFUSALS, _DATE),
    Step.RECORD_OUTCOME: (*_HELD, _DATE),
    Step.PREPARE_INTERVIEW: (*_HELD, _DATE),
    Step.RESCHEDULE: (_DATE,),
    Step.FIX_ADDRESS: (_ADDRESS,),
    Step.ADD_REFERRAL: (),
}
_MAIL = (_REPLIED, *_REFUSALS, _WOULD_RATHER_NOT, _ANSWERED)
ALWAYS = (_DATE, _TOLD, _KEPT, _ADDRESS, _CAME_BACK, _HOLD)
"""What may be recorded of anybody, besides calls, interviews and mail."""
_ALL = {o.key: o for o in (*_CALLS, *_HELD, *_BEFORE, *_MAIL, *ALWAYS)}


def outcomes_of(step: Step, *, asked_rest: bool = False) -> tuple[Outcome, ...]:
    """List what may come of a step; whoever asks not to be written to again may be let rest."""
    if step is Step.ANSWER_REPLY and asked_rest:
        return _LEFT_ALONE, _ANSWERED, *_REFUSALS
    return _BY_STEP.get(step, ())


def anything() -> tuple[tuple[str, tuple[Outcome, ...]], ...]:
    """List all that may be recorded of a contact, by headings."""
    return ("A call", _CALLS), ("An interview", _HELD), ("A mail", _MAIL), ("Else", ALWAYS)


def of_day(day: date) -> tuple[Outcome, ...]:
    """List what may have come of an interview whose day was typed over."""
    return tuple(o._replace(key=f"{o.key}@{day}", label=o.label.format(day=day)) for o in _BEFORE)


def outcome(key: str) -> Outcome | None:
    """Find one by its key."""
    name, at, day = key.partition("@")
    found = _ALL.get(name)
    return found._replace(key=key, label=found.label.format(day=day)) if found and at else found


def cells_asked(o: Outcome, c: Contact, typed: Mapping[str, str]) -> tuple[CellField, ...]:
    """Lay out the cells that an outcome asks for, with what was typed, else what they hold; a column that is missing is left out."""
    asked = (CONTACTS.column(a) for a in o.asks if a not in c.without)
    return tuple(
        field_of_column(column, typed_in(typed, column.attr, _held(o, c, column)), o.needs)
        for column in asked
    )


def typed_in(typed: Mapping[str, str], attr: str, default: str = "") -> str:
    """Return what was typed for a cell, whose date and time may stand in two fields."""
    at = typed.get(f"{attr}_time", "").strip()
    return f"{typed.get(attr, default).strip()} {at}".strip()


def _held(o: Outcome, c: Contact, column: Column) -> str:
    """A date that is to be set anew is asked for blank."""
    return "" if column.attr == o.needs else shown_cell(c, column.attr)


def field_of_column(column: Column, text: str, needs: str = "") -> CellField:
    """Lay out a cell of a column of any sheet; `needs` names what must be filled in."""
    kinds = {
        schema.ColumnKind.LONG: "long",
        schema.ColumnKind.DATE: "day",
        schema.ColumnKind.MOMENT: "moment",
    }
    kind = "choice" if column.choices else kinds.get(column.kind, "text")
    frame = column.phrase.frame if column.phrase else ""
    label = "Rest until (a day, or Yes)" if column.attr == "on_hold" else column.header
    return CellField(column.attr, label, column.note, kind, text, column.choices, frame, column.attr == needs)


def cell_field(attr: str, text: str) -> CellField:
    """Lay out one cell."""
    return field_of_column(CONTACTS.column(attr), text)


def allowed(outcomes: Iterable[Outcome], without: Iterable[str]) -> tuple[Outcome, ...]:
    """Leave out what the workbook has no column for."""
    missing = set(without)
    return tuple(o for o in outcomes if not o.asks or not missing.issuperset(o.asks))


def possible(
    outcomes: Iterable[Outcome], c: Contact, today: date, *, letter_out: bool = False
) -> tuple[Outcome, ...]:
    """Leave out what can't have been yet: an interview that is still to come was not held, no letter came back before one went."""
    ahead = c.interview_on is not None and c.interview_on > today
    never = {MET, "no-show"} if ahead else set()
    return tuple(o for o in outcomes if o.key not in never and (letter_out or not o.asks_whence))
