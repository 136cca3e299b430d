"""What an import would do: who is new, who is already there, who stands in the file twice. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.importing.imported import FieldValue, Imported, ImportedContact, with_notes
from pipeline.importing.uses import KEPT_DAYS
from pipeline.model import Contact, Source
from pipeline.model.addresses import mailbox
from pipeline.model.fullname import split_name
from pipeline.model.texts import spelled
from pipeline.sheets.columns.contactstates import later
from pipeline.sheets.schema import CONTACTS

NEEDED = (("Organization", "organization"), ("Position", "position"), ("Email", "e-mail"))
"""What R15 asks for beside the name; with Channel = Post an address does for the e-mail."""

ON_HOLD = CONTACTS.column("on_hold").header
PAST = ("Approach sent", "Called on", "Call result", "Interview on", "Interview held", "Replied on")


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The people to append, in the file's order, and why others are not among them.

    `known` pairs a person with the row of Contacts where they stand already; `incomplete` counts the new people who lack
    something before they can be written to, and `lacking` what. `unsaid` names those of whom the file says that they were written
    to, and their row of Contacts does not; `unheld` those of whom it says so of On hold; `elsewhere` those whose address is
    somebody's of another name there.
    """

    kind: str
    new: tuple[ImportedContact, ...]
    known: tuple[tuple[ImportedContact, int], ...] = ()
    twice: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    examples: int = 0
    mapping: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def already(self) -> tuple[tuple[str, int], ...]:
        """Pair the names of those who are in Contacts with their rows."""
        return tuple((person.name, row) for person, row in self.known)

    @property
    def nameless(self) -> int:
        """Count those without a person's name."""
        return len(self.unnamed)

    @property
    def rows(self) -> tuple[Mapping[str, FieldValue], ...]:
        """Return the rows to append to Contacts: values by header, blanks left out."""
        return tuple(c.values for c in self.new)

    @property
    def lacking(self) -> Counter[str]:
        """Count what the new people lack for a first letter (R15)."""
        return Counter(word for c in self.new for word in _lacks(c))

    @property
    def incomplete(self) -> int:
        """Count the new people who lack something for a first letter (R15)."""
        return sum(bool(_lacks(c)) for c in self.new)


def _lacks(c: ImportedContact) -> list[str]:
    by_post = c.text("Channel") == "Post" and c.text("Address")
    return [word for header, word in NEEDED if not c.text(header) and not (header == "Email" and by_post)]


class _Known:
    """Who is known by address, and by name and organization; `sharing`: people of other names may share an address."""

    def __init__(self, *, sharing: bool = False) -> None:
        self._sharing = sharing
        self._by_mail: dict[str, list[tuple[frozenset[str], int]]] = {}
        self._by_name: dict[tuple[str, str], list[tuple[str, int]]] = {}

    def add(self, mail: str, name: str, organization: str, row: int) -> None:
        if mail:
            self._by_mail.setdefault(mailbox(mail), []).append((frozenset(spelled(name).split()), row))
        if spelled(name):
            self._by_name.setdefault((spelled(name), spelled(organization)), []).append((mailbox(mail), row))

    def find(self, mail: str, name: str, organization: str) -> int | None:
        """Find the same address, or the same name and organization; without an organization two addresses are two people."""
        words = set(spelled(name).split())
        for theirs, row in self._by_mail.get(mailbox(mail), []) if mail else []:
            if not self._sharing or theirs & words or not (theirs and words):
                return row
        same = self._by_name.get((spelled(name), spelled(organization)), []) if spelled(name) else []
        if not spelled(organization):
            same = [s for s in same if not (s[0] and mail)]
        return same[0][1] if same else None


def plan_import(imported: Imported, contacts: Iterable[Contact]) -> ImportPlan:
    """Sort a file's people into new, already there and twice in the file; letter case and accents aside."""
    known, seen = _Known(), _Known(sharing=True)
    rows = {c.row: c for c in contacts}
    for c in rows.values():
        known.add(c.email, c.name, c.organization, c.row)
    new: list[ImportedContact] = []
    there: list[tuple[ImportedContact, int]] = []
    twice: list[str] = []
    nameless: list[str] = []
    examples = 0
    for person in imported.rows:
        who = (person.text("Email"), person.name, person.text("Organization"))
        if person.text("Source") == Source.SAMPLE:
            examples += 1
        elif not spelled(person.name):
            nameless.append(" in ".join(filter(None, (who[0] or who[2] or "a blank one", person.where))))
        elif (row := known.find(*who)) is not None:
            there.append((person, row))
        elif (at := seen.find(*who)) is not None:
            twice.append(person.name)
            new[at] = _with_the_second(new[at], person)
            seen.add(who[0], person.name, who[2], at)
        else:
            seen.add(*who, len(new))
            new.append(person)
    return ImportPlan(
        imported.kind,
        tuple(new),
        tuple(there),
        tuple(twice),
        tuple(nameless),
        examples,
        imported.mapping,
        imported.notes,
        *_said_of_known([(person, rows[row]) for person, row in there]),
    )


def _said_of_known(
    there: Sequence[tuple[ImportedContact, Contact]],
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Name whose row lacks what the file says of letters, and of holds, and whose is somebody else's by its name."""
    return (
        tuple(f"{person.name} (row {c.row})" for person, c in there if _is_unsaid(person, c)),
        tuple(f"{person.name} (row {c.row})" for person, c in there if _holds_anew(person, c)),
        tuple(f"{person.name} (row {c.row}: {c.name})" for person, c in there if _is_another(person, c)),
    )


def _is_unsaid(person: ImportedContact, c: Contact) -> bool:
    """Tell whether a file says that somebody was written to, and their row does not."""
    begun = c.approach_sent or c.follow_up_sent or c.thank_you_sent or c.last_contact
    return any(day in person.values for day in KEPT_DAYS) and not (begun or c.called_on or c.replied_on)


def _is_another(person: ImportedContact, c: Contact) -> bool:
    """Tell a name that has no word of the row's, at one address: an office's goes to a successor, and couples share one."""
    words = spelled(c.name).split()
    return bool(words) and set(words).isdisjoint(spelled(person.name).split())


def _holds_anew(person: ImportedContact, c: Contact) -> bool:
    """Tell whether a file says that somebody is on hold, and their row does not."""
    return person.text(ON_HOLD) not in ("", "No") and not c.on_hold


def _with_the_second(first: ImportedContact, second: ImportedContact) -> ImportedContact:
    """Keep what only the second row of somebody says: in blank cells, the later day of a letter, and else in Notes."""
    values, lines = dict(first.values), []
    for header, value in second.values.items():
        before = values.get(header)
        if not before or (header in KEPT_DAYS and later(before, value) == value):
            values[header] = value
        elif header == "Notes":
            lines += str(value).splitlines()
        elif spelled(value) != spelled(before):
            lines.append(f"Other {'e-mail' if header == 'Email' else header.lower()}: {value}")
    there = str(values.get("Notes", "")).splitlines()
    return with_notes(replace(first, values=values), [line for line in lines if line not in there])


def describe(plan: ImportPlan, sheet: str = "Contacts") -> list[str]:
    """Say what was found, what goes where, who is already there and who would be added; a line for each kind, not person."""
    total = len(plan.new) + len(plan.already) + len(plan.twice) + plan.nameless + plan.examples
    lines = [f"{_KINDS.get(plan.kind, plan.kind)}: {_count(total, 'person', 'people')}."]
    if plan.mapping:
        lines.append("Columns: " + ", ".join(f"{theirs} → {ours}" for theirs, ours in plan.mapping) + ".")
    lines += plan.notes
    if plan.nameless:
        lines.append(f"{plan.nameless} without a person's name left out: {_some(plan.unnamed)}.")
    if plan.examples:
        lines.append(f"{plan.examples} with Source = Sample left out: they are examples, not people.")
    if plan.twice:
        lines.append(
            f"{len(plan.twice)} in the file more than once, taken once, with what differs kept in Notes: {_some(plan.twice)}."
        )
    lines += [*_of_the_known(plan, sheet), f"{len(plan.new)} new."]
    unclear = [c.name for c in plan.new if not c.text("Last name") and split_name(c.name) is None]
    if unclear:
        lines.append(
            f"{_count(len(unclear), 'name is', 'names are')} not clearly one person's, and kept whole under First name: "
            f"{_some(unclear)}. No letter goes there until you take them apart."
        )
    if any(header in c.values for c in plan.new for header in PAST):
        lines.append(
            "Calls, replies and interviews in the file count as yours, and may be owed thanks. If they are old, "
            "set Act from on the Settings sheet to today first."
        )
    if plan.incomplete:
        lacking = ", ".join(f"{word} {n}" for word, n in plan.lacking.most_common())
        lines.append(
            f"{plan.incomplete} of them {'lacks' if plan.incomplete == 1 else 'lack'} something before you can write to them ({lacking}). "
            "They are added all the same; fill it in when you get to them."
        )
    return lines


def _of_the_known(plan: ImportPlan, sheet: str) -> Iterator[str]:
    if plan.already:
        rows = _some([f"{name} (row {row})" for name, row in plan.already])
        yield f"{len(plan.already)} already in {sheet}: {rows}."
    if plan.elsewhere:
        yield (
            f"Left out, since somebody of another name in {sheet} has the address: {_some(plan.elsewhere)}. Type into {sheet} who is"
            " somebody else."
        )
    if plan.unsaid:
        yield (
            f"Written to before, as the file says, and {sheet} does not: {_some(plan.unsaid)}. Type the day into Last contact,"
            " or they get a first letter."
        )
    if plan.unheld:
        yield (
            f"Not to be written to, as the file says, and {sheet} does not: {_some(plan.unheld)}. Type Yes into {ON_HOLD}, or"
            " their letters go on."
        )


_KINDS = {
    "table": "A table",
    "LinkedIn": "LinkedIn connections",
    "Google": "Google Contacts",
    "Outlook": "Outlook contacts",
}


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def _some(names: Sequence[str], most: int = 3) -> str:
    more = len(names) - most
    return "; ".join(names[:most]) + (f"; and {more} more" if more > 0 else "")
