"""Contacts as the window shows them: found by a key that an address can hold, with the hash of what was shown (pure)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pipeline.ledger.records import digest
from pipeline.letters.blanks import blank_in
from pipeline.letters.salutation import is_title
from pipeline.model import Contact, Finding, Problem, Stage, Step
from pipeline.model.fullname import split_name
from pipeline.model.texts import spelled
from pipeline.review import sentences
from pipeline.rules.steps import RANK, STEPS
from pipeline.sheets.columns.fields import is_noise
from pipeline.sheets.namesshown import about_whom
from pipeline.sheets.schema import CONTACTS, SETTINGS, SETTINGS_SHEET, Owner
from pipeline.sheets.typed import shown_cell

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

WHYS = 3
_THEIRS = {c.header: c.attr for c in CONTACTS.columns if c.owner is Owner.USER}


class PersonLine(NamedTuple):
    """A contact in a line: where they stand, and what comes next."""

    key: str
    name: str
    organization: str
    position: str
    stage: str
    step: str
    due: str
    late: bool
    problems: int
    words: str


class Why(NamedTuple):
    """Somebody who waits for a Why, with what is known of them."""

    key: str
    name: str
    position: str
    organization: str
    known: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    shown: str


def person_key(contact_id: str) -> str:
    """Name a contact in an address: IDs are the user's to write, and may hold anything."""
    return digest(contact_id)[:12].upper()


def page_key(decision: Decision, c: Contact) -> str:
    """Name a contact in the address of their page: of rows that share an ID each has one."""
    holder = decision.desk.contacts.get(c.id)
    shared = holder is not None and holder.row != c.row
    return f"{person_key(c.id)}-{c.row}" if shared else person_key(c.id)


def person_shown(c: Contact) -> str:
    """Hash what was shown of a contact: what every form about them posts back."""
    return digest(repr(c))


def cell_shown(c: Contact, attr: str) -> str:
    """Hash what one cell said."""
    return digest(attr, shown_cell(c, attr), "bad" if attr in c.unreadable else "")


def by_key(decision: Decision, key: str) -> Contact | None:
    """Find a contact by the key of its page."""
    return next((c for c in decision.world.contacts if page_key(decision, c) == key.upper()), None)


def in_row(decision: Decision, row: int | None) -> Contact | None:
    """Find the contact of a row: where an ID stands twice it doesn't tell whose."""
    standing = decision.agenda.standings.get(row or 0)
    return standing.facts.contact if standing else None


def whose_row(decision: Decision, problem: Problem) -> Contact | None:
    """Find the contact whom a problem is about: whose row it is, where it is one of Contacts."""
    table = decision.world.book.tables[CONTACTS.name]
    return about_whom(problem, table, partial(in_row, decision), decision.desk.contacts)


def lines(decision: Decision) -> tuple[PersonLine, ...]:
    """List everybody: what is due first, in the day's order, then the rest as the sheet has them."""
    today = decision.world.today
    faults = Counter(c.row for p in decision.problems if (c := whose_row(decision, p)))
    found = []
    for c in decision.world.contacts:
        _, stage, step = decision.agenda.standings[c.row]
        due = step.due if step else None
        order = (due is None or due > today, RANK[step.step] if step else 0, c.row)
        line = PersonLine(
            page_key(decision, c),
            c.name or c.organization,
            c.organization if c.name else "",
            c.position,
            str(stage),
            STEPS[step.step].title if step else "",
            sentences.short_day(due, today) if due else "",
            due is not None and due < today,
            faults[c.row],
            " ".join((c.name, c.organization, c.position, c.field, str(stage))).casefold(),
        )
        found.append((order, line))
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def coming_step(decision: Decision, c: Contact) -> str:
    """Say what comes next of somebody of whom nothing is due yet, be it in addition (R7, R9, R23); blank where nothing does."""
    step, today = decision.agenda.standings[c.row].step, decision.world.today
    ahead = [a for a in decision.agenda.actions if a.row == c.row and a.step is not Step.APPROACH]
    dated: list[tuple[date, Step]] = [(a.due, a.step) for a in ahead if a.due > today]
    if step is not None and step.due > today:
        dated.append((step.due, step.step))
    if dated:
        due, named = min(dated, key=lambda one: one[0])
        return f"{STEPS[named].title}, {sentences.short_day(due, today)}"
    return f"{STEPS[step.step].title}, when its turn comes" if step else ""


def waiting_for_why(decision: Decision) -> tuple[Contact, ...]:
    """List the targets without a Why, in the order in which they would be written to; samples count only among samples.

    A letter that the user has approved, edited or exported is theirs: no Why is put into it any more.
    """
    people = decision.desk.contacts
    own = any(not c.is_sample for c in people.values())
    turn = {a.contact_id: n for n, a in enumerate(decision.agenda.actions)}
    found = [
        c
        for c in people.values()
        if not c.why_this_person
        and "why_this_person" not in c.without
        and not (own and c.is_sample)
        and c.id not in decision.day.in_hand
        and decision.agenda.standings[c.row].stage is Stage.TARGET
    ]
    return tuple(sorted(found, key=lambda c: (turn.get(c.id, len(turn)), c.priority or "Z", c.row)))


def whys(decision: Decision) -> tuple[Why, ...]:
    """Lay out the next three people who wait for a Why."""
    return tuple(
        Why(
            page_key(decision, c),
            c.name,
            c.position,
            c.organization,
            tuple((label, text) for label, text in _known(c) if not text.startswith("http")),
            tuple(dict.fromkeys(_links(c))),
            cell_shown(c, "why_this_person"),
        )
        for c in waiting_for_why(decision)[:WHYS]
    )


def _known(c: Contact) -> Iterator[tuple[str, str]]:
    for attr in ("field", "source", "referred_by", "notes", "my_question"):
        text = shown_cell(c, attr)
        if text:
            yield CONTACTS.column(attr).header, text
    yield from own_facts(c)


def own_facts(c: Contact) -> Iterator[tuple[str, str]]:
    """List what the user's own columns say of a contact, but for the name again and the row's number in their list."""
    for header, text in c.extra.items():
        numbers = text.isdigit() and not re.search(r"\w", header)
        if text and not numbers and not is_noise(header, text) and not _is_their_name(text, c):
            yield header, text


def _is_their_name(text: str, c: Contact) -> bool:
    name = split_name(text)
    said = " ".join(word for word in text.split() if not is_title(word))
    parts = {spelled(said), spelled(f"{name.first} {name.last}") if name else ""}
    return any(sorted(words.split()) == sorted(spelled(c.name).split()) for words in parts)


def _links(c: Contact) -> Iterator[str]:
    for text in (*c.extra.values(), c.notes):
        yield from (word.rstrip(".,;)") for word in text.split() if word.startswith(("https://", "http://")))


def cell_of_finding(finding: Finding) -> str:
    """Name the attribute of the contact's cell that a check asks for; blank where it is none of theirs."""
    if blank := blank_in(finding.message):
        return blank.attr
    text = finding.message.lstrip("“[").casefold()
    headers = sorted(_THEIRS, key=len, reverse=True)
    return next((_THEIRS[h] for h in headers if text.startswith(h.casefold())), "")


def way_out_of(finding: Finding) -> str:
    """Name the attribute of the contact's cell that a check offers as another way out; blank where it offers none."""
    return next((attr for header, attr in _THEIRS.items() if f"set {header} to " in finding.message), "")


def place_of(decision: Decision, c: Contact, attr: str) -> str:
    """Name a contact's cell, as in Contacts!L14."""
    table = decision.world.book.tables["Contacts"]
    return table.where(attr, table.index_of(c.row))


def setting_of_finding(finding: Finding) -> str:
    """Name the attribute of the setting that a check sends to; blank where it sends to none."""
    if blank := blank_in(finding.message):
        return blank.setting
    sent = (s.attr for s in SETTINGS if f"{s.name} on the {SETTINGS_SHEET.name} sheet" in finding.message)
    return next(sent, "")
