"""Rows of Contacts whose person History knows under an ID that no row bears any more, or one of another name (pure).

An ID is lost where its cell is cleared, where of two rows for one person the older is deleted, or where a row is typed over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pipeline.ledger.records import LOCKED, Receipt
from pipeline.model import ASKING, Contact, Event, EventKind, Problem, Severity
from pipeline.model.contactid import contact_id, own_ids
from pipeline.model.namewords import short_forms
from pipeline.model.texts import folded
from pipeline.rules.history import LETTER_CELLS, letter_event
from pipeline.sheets.table import Fault, Table, as_problem
from pipeline.sheets.whose.duplicates import OR_TWO_PEOPLE, hold
from pipeline.sheets.whose.names import may_be_one, may_have_changed, namesake_key
from pipeline.sheets.whose.underid import UnderId

_CELLS = (
    *LETTER_CELLS,
    (EventKind.CALL, "called_on"),
    (EventKind.REPLY, "replied_on"),
    (EventKind.ANSWER, "answered_on"),
    (EventKind.INTERVIEW, "interview_on"),
)
_TO_A_STRANGER = ASKING | {EventKind.BOUNCE, EventKind.AUTOMATIC}
Domain = Callable[[str], str]


class Left(NamedTuple):
    """What is known under an ID that no row bears, or one of another name: what happened, and the letters that went, or may have gone.

    `older`: History lacks one that went, as in a workbook from before it.
    """

    id: str
    events: tuple[Event, ...]
    letters: tuple[Receipt, ...]
    holder: Contact | None = None
    older: bool = False

    @property
    def name(self) -> str:
        """Return the latest name that is known of them."""
        return self.events[-1].name

    @property
    def is_typed_over(self) -> bool:
        """Tell whether the row that bears the ID is by its name somebody else's altogether."""
        return self.holder is not None and not may_have_changed(self.name, self.holder.name)


class KnownBefore(NamedTuple):
    """The contacts, those with their own ID again that had lost it; `again` maps the IDs that they would have got to these.

    `held` are the IDs of rows that may be somebody met before: what these say is not known to be theirs.
    """

    contacts: tuple[Contact, ...]
    problems: tuple[Problem, ...] = ()
    again: Mapping[str, str] = MappingProxyType({})
    held: frozenset[str] = frozenset()


def known_before(
    contacts: Sequence[Contact],
    table: Table,
    known_of: Mapping[str, UnderId],
    domain: Domain,
) -> KnownBefore:
    """Give rows without an ID the one that their dates show to be theirs, and hold those that may be somebody met before.

    `known_of`: what is known, by ID. `domain` gives an address's domain, "" at a mail provider: one that differs says that letters went to
    another organization.
    """
    left = _left({c.id: c for c in contacts}, known_of)
    if not left:
        return KnownBefore(tuple(contacts))
    new = [c for c in contacts if c.id not in known_of and c.name and not c.is_sample and not c.duplicate]
    theirs = {c.row: found for c in new if (found := _of_name(c, left))}
    back = _back(new, theirs)
    theirs |= _alike([c for c in new if c.row not in theirs and not c.id_written], left, domain)
    again = {c.id: back[c.row] for c in new if c.row in back}
    taken = {*back.values()}
    known = tuple(c._replace(id=back[c.row]) if c.row in back else c for c in contacts)
    asked = {
        c.row: as_problem(table, _fault(c, table.index_of(c.row), found, domain), c.id)
        for c in known
        if c.row not in back and (found := [o for o in theirs.get(c.row, ()) if o.id not in taken])
    }
    held = frozenset(p.contact_id for p in asked.values() if p.severity is Severity.ERROR)
    return KnownBefore(hold(known, asked), tuple(asked.values()), again, held)


def _of_name(c: Contact, left: Mapping[str, Sequence[Left]]) -> list[Left]:
    """Find what is known by a row's name; a row with an ID that its address or name gives is asked nothing of another row's."""
    named = left.get(namesake_key(c.name), ())
    return [one for one in named if one.holder is None or not _is_settled(c, one)]


def _is_settled(c: Contact, one: Left) -> bool:
    """Tell whether a row has an ID of its own; without one, whether it is asked at both rows (`ids_gone_astray`)."""
    if c.id_written:
        return c.id in own_ids(c)
    own = contact_id(c.email if c.email_valid else "", c.name, c.organization)
    return one.id == own and folded(one.name) == folded(c.name)


def _left(here: Mapping[str, Contact], known_of: Mapping[str, UnderId]) -> dict[str, list[Left]]:
    """Gather what is known under IDs that no row bears, by the name that stands beside it.

    So is what is known under the ID of a row whose name stands beside none of it.
    """
    found: dict[str, list[Left]] = defaultdict(list)
    for one, under in known_of.items():
        holder = here.get(one)
        letters = tuple(r for r in under.letters if r.name)
        events = (*(e for e in under.events if e.name), *map(letter_event, letters))
        for key in {namesake_key(e.name) for e in events}:
            if holder is None or not _has_kept(holder, key, events):
                found[key].append(Left(one, events, letters, holder, under.is_older))
    return found


def _has_kept(holder: Contact, key: str, events: Iterable[Event]) -> bool:
    """Tell whether the ID is settled to be the holder's, so that a former name of theirs is anybody's; a spelling of theirs is not."""
    if not any(_is_named(holder, e.name) for e in events):
        return False
    own = namesake_key(holder.name)
    return key == own or not may_be_one(frozenset(own.split()), frozenset(key.split()))


def _is_named(c: Contact, name: str) -> bool:
    return c.name == name or namesake_key(c.name) == namesake_key(name)


def _alike(
    new: Iterable[Contact], left: Mapping[str, Sequence[Left]], domain: Domain
) -> dict[int, list[Left]]:
    """Find, by row, those whose name is only spelled a little otherwise, and who are not known to be elsewhere.

    One name alone is many people's: it counts where letters went to its own organization.
    """
    names = _Names(left)
    found: dict[int, list[Left]] = defaultdict(list)
    for c in new:
        words = frozenset(namesake_key(c.name).split())
        for key in sorted(names.near(words)):
            others = frozenset(key.split())
            if may_be_one(words, others):
                alone = min(len(words), len(others)) == 1
                gone = (one for one in left[key] if one.holder is None or one.is_typed_over)
                found[c.row] += [one for one in gone if _may_be_there(c, one, domain, alone=alone)]
    return found


class _Names:
    """Names by their words, and by what may stand for one of these: its first letter, its short forms."""

    def __init__(self, names: Iterable[str]) -> None:
        self._with: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        for name in names:
            words = {*name.split()}
            for word in words:
                self._with[word].add(name)
                for form in _stand_for(word):
                    self._short[form].add(name)
            if len(words) == 1:  # nothing else has to meet
                self._short[words.pop()].add(name)

    def near(self, words: frozenset[str]) -> set[str]:
        """Find those that share a word and may meet in a second one: a usual first name alone is half of all names."""
        found: set[str] = set()
        for shared in (w for w in words if len(w) > 1 and w in self._with):
            same = self._with[shared]
            if len(words) == 1:
                found |= same
            for word in words:
                found |= same & self._short.get(word, set())
                for form in _stand_for(word) if word == shared else {word, *_stand_for(word)}:
                    found |= same & self._with.get(form, set())
        return found


def _stand_for(word: str) -> set[str]:
    return {word[0], *short_forms(word)}


def _may_be_there(c: Contact, one: Left, domain: Domain, *, alone: bool) -> bool:
    if alone:
        return domain(c.email) in {domain(r.to) for r in one.letters} - {""}
    return not _is_elsewhere(c, one, domain)


def _back(new: Iterable[Contact], theirs: Mapping[int, Sequence[Left]]) -> dict[int, str]:
    """Find whose ID it is, by row, where the dates in one row alone show it."""
    shown = [
        (c.row, one.id)
        for c in new
        if not c.id_written
        for one in theirs.get(c.row, ())
        if one.holder is None and _shows(c, one.events)
    ]
    rows, ids = Counter(row for row, _ in shown), Counter(one for _, one in shown)
    return {row: one for row, one in shown if rows[row] == ids[one] == 1}


def _shows(c: Contact, events: Iterable[Event]) -> bool:
    """Tell whether a row has the day of anything that happened: it is the row that it was written into."""
    said = days_said(c)
    return any((e.kind, e.date) in said or e.date == c.last_contact for e in events)


def days_said(c: Contact) -> set[tuple[EventKind, date]]:
    """List the days that a row says of letters, calls, replies, answers and interviews."""
    return {(kind, day) for kind, attr in _CELLS if (day := getattr(c, attr))}


def _is_elsewhere(c: Contact, left: Left, domain: Domain) -> bool:
    """Tell whether nothing but a stranger's letters went, all to another organization's addresses, and none may be on its way.

    Not in a workbook from before one of them: its row may be the one that it went to, corrected since.
    """
    if left.holder or left.older or any(e.kind not in _TO_A_STRANGER for e in left.events):
        return False
    own, others = domain(c.email), [domain(r.to) for r in left.letters]
    waits = any(r.state in LOCKED for r in left.letters)
    return bool(own and others) and all(others) and own not in others and not waits


def _fault(c: Contact, index: int, found: Sequence[Left], domain: Domain) -> Fault:
    """Ask whether it is the person met before; whoever is at another organization may be written to meanwhile."""
    elsewhere = all(_is_elsewhere(c, one, domain) for one in found)
    ids = " or ".join(dict.fromkeys(one.id for one in found))
    holder = next((one.holder for one in found if one.holder), None)
    alike = all(namesake_key(e.name) != namesake_key(c.name) for one in found for e in one.events)
    of, apart = (found[0].name, f"if {c.name} is another") if alike else (c.name, OR_TWO_PEOPLE)
    own = (
        "" if c.id_written or elsewhere else f"{', and' if apart is OR_TWO_PEOPLE else ','} type {c.id} there"
    )
    stands = "is a new one" if elsewhere else f"says {c.id}" if c.id_written else "is blank"
    waits = "" if elsewhere else ": no letter goes to this row until that is resolved"
    borne = f"which stands in row {holder.row}, with another name" if holder else "which no row has now"
    there = f" and blank it in row {holder.row}" if holder else ""
    return Fault(
        index,
        "id",
        f"{stands}, and what is known of {of} is kept under {ids}, {borne}{waits}. If that is the same "
        f"person, type {ids} into this cell{there}; {apart}{own}",
        Severity.WARNING if elsewhere else Severity.ERROR,
    )
