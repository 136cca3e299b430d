"""Of the people in a file, those that somebody chooses: by number, by words, or by ticks in a list. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipeline.importing.imported import ImportedContact
from pipeline.importing.plan import ImportPlan
from pipeline.model.contactid import contact_id
from pipeline.model.errors import USAGE, UserError
from pipeline.model.texts import spelled


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of the file, to be chosen or not: `id` is the same at every reading; `row` that of Contacts, if there already."""

    id: str
    name: str
    position: str
    organization: str
    email: str
    row: int = 0

    @property
    def known(self) -> bool:
        """Tell whether the person is in Contacts already, and so can't be chosen."""
        return bool(self.row)


def candidates(plan: ImportPlan, words: str = "") -> tuple[Candidate, ...]:
    """List the people in whom all these words stand: the new ones first, and of these those with an address."""
    new = [_candidate(c) for c in with_words(plan, words).new]
    return (*new, *(_candidate(c, row) for c, row in plan.known if has_words(c, words)))


def choose_ids(plan: ImportPlan, ids: Collection[str]) -> ImportPlan:
    """Keep the new people with these IDs, as `candidates` gave them. Raise UserError where the file says otherwise now."""
    there = {person_id(c) for c in plan.new}
    if lost := set(ids) - there:
        raise UserError(
            f"{len(lost)} of the people you ticked are not new in the file any more. Read the file again, and choose anew.",
            exit_code=USAGE,
        )
    return replace(plan, new=tuple(c for c in plan.new if person_id(c) in ids))


def keep_only(plan: ImportPlan, numbers: Sequence[int]) -> ImportPlan:
    """Keep the new people with these numbers, counted from 1 as `numbered` shows them. Raise UserError for any other."""
    wrong = [n for n in numbers if not 1 <= n <= len(plan.new)]
    if wrong:
        raise UserError(
            f"There is no number {wrong[0]}: the new people are numbered 1 to {len(plan.new)}.",
            exit_code=USAGE,
        )
    wanted = set(numbers)
    return replace(plan, new=tuple(c for n, c in enumerate(plan.new, 1) if n in wanted))


def with_words(plan: ImportPlan, words: str) -> ImportPlan:
    """Keep the new people in whom all these words stand, those with an address first."""
    kept = [c for c in plan.new if has_words(c, words)]
    return replace(plan, new=tuple(sorted(kept, key=lambda c: not c.text("Email"))))


def has_words(person: ImportedContact, words: str) -> bool:
    """Tell whether all words stand somewhere in what the file says of a person; letter case and accents aside."""
    said = spelled(" ".join(map(str, person.values.values())))
    return all(word in said for word in spelled(words).split())


def numbered(plan: ImportPlan) -> list[str]:
    """Number the new people, a line each, to choose from."""
    width = len(str(len(plan.new)))
    return [
        f"{n:>{width}}  "
        + ", ".join(filter(None, (c.name, c.text("Position"), c.text("Organization"), c.text("Email"))))
        for n, c in enumerate(plan.new, 1)
    ]


def person_id(person: ImportedContact) -> str:
    """Make the ID by which a person of the file is chosen."""
    return contact_id(person.text("Email"), person.name, person.text("Organization"))


def _candidate(c: ImportedContact, row: int = 0) -> Candidate:
    return Candidate(person_id(c), c.name, c.text("Position"), c.text("Organization"), c.text("Email"), row)
