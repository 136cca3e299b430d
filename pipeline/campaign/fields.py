"""Each field of work: what was expected of it, what was learned, how it fits, and whether it is time for a verdict (R21)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.campaign.counts import fit_by_field
from pipeline.model import FOR_A_TALK, Contact, FieldSaid, FieldVerdict
from pipeline.model.fields import SAMPLE
from pipeline.model.texts import clipped, field_key
from pipeline.rules.facts import Facts

ENOUGH_TALKS, FITS_BADLY, FITS_WELL = 3, 2, 4
"""Talks in a field, and the average of Fit at most or at least, from which on the verdict is asked for (R21)."""
_QUOTED = 240


class Learned(NamedTuple):
    """The user's words on what one person said; `attr` is the column of Contacts that they stand in."""

    contact_id: str
    row: int
    name: str
    on: date | None
    attr: str
    words: str

    @property
    def line(self) -> str:
        """Say who said it, and when, before the words."""
        return f"{self.name}, {self.on or 'no date'}: {self.words}"


class FieldRecord(NamedTuple):
    """One field. `fit` is the average of `n` marks, None without any; `learned` stands newest first."""

    name: str
    talks: int = 0
    fit: float | None = None
    n: int = 0
    learned: tuple[Learned, ...] = ()
    said: FieldSaid | None = None
    has_sheet: bool = False
    expects: str = ""

    @property
    def verdict(self) -> FieldVerdict | None:
        """Return the user's verdict."""
        return self.said.verdict if self.said else None

    @property
    def asks(self) -> bool:
        """Tell whether the verdict is to be asked for: three talks, a clear average, and none given yet."""
        given = self.said is not None and (self.said.verdict or self.said.unreadable)
        if not self.has_sheet or given or self.fit is None:
            return False
        clear = self.fit <= FITS_BADLY or self.fit >= FITS_WELL
        return clear and self.talks >= ENOUGH_TALKS


def field_records(
    contacts: Sequence[Contact],
    facts: Mapping[int, Facts],
    said: Iterable[FieldSaid] | None,
    since: date | None,
) -> tuple[FieldRecord, ...]:
    """Work out each field on Contacts, in their order, from people of whom each counts once. `said` is None without a sheet.

    Talks before `since` (Settings: Act from) don't count; an example's expectation is nobody's once somebody real is there.
    """
    own = any(not c.is_sample for c in contacts)
    rows: dict[str, FieldSaid] = {}
    for one in said or ():
        rows.setdefault(field_key(one.name), one)
    fits = {field_key(f.field): f for f in fit_by_field(c for c in contacts if c.field)}
    groups: dict[str, list[Contact]] = {}
    for c in contacts:
        if c.field:
            groups.setdefault(field_key(c.field), []).append(c)
    found = []
    for key, people in groups.items():
        fit, row = fits.get(key), rows.get(key)
        told = (c for c in people if c.what_i_learned or c.advice)
        lines = [line for c in told for line in _learned(c, facts[c.row])]
        lines.sort(key=lambda line: line.on or date.min, reverse=True)
        expects = row.expects if row and not (own and row.expects.startswith(SAMPLE)) else ""
        talked = (f for c in people if (f := facts[c.row]).conversations)
        talks = sum(_talks(f, since) for f in talked)
        name = row.name if row else people[0].field
        average, n = (fit.fit, fit.n) if fit else (None, 0)
        found.append(FieldRecord(name, talks, average, n, tuple(lines), row, said is not None, expects))
    return tuple(found)


def _talks(f: Facts, since: date | None) -> int:
    """Count the interviews that happened, and the calls on which somebody would not meet, and talked."""
    return sum(
        (t.letter in FOR_A_TALK or t.talked) and (since is None or t.date >= since) for t in f.conversations
    )


def _learned(c: Contact, f: Facts) -> Iterable[Learned]:
    on = f.latest.date if f.latest and not f.latest.undated else f.last_contact
    for attr, words in (("what_i_learned", c.what_i_learned), ("advice", c.advice)):
        if words:
            yield Learned(c.id, c.row, c.name or c.organization, on, attr, words)


def ask(field: FieldRecord) -> str:
    """Ask for the verdict, with what was expected and what was found side by side."""
    more = len(field.learned) - 1
    others = f" {more} more on Fields." if more > 0 else ""
    expected, told = quotes(field, _QUOTED)
    return (
        f"{field.name}: {counted_in(field)}. {expected} {told}{others} "
        "Keep, Doubt or Drop? Fill in Verdict in its row on Fields."
    )


def counted_in(field: FieldRecord) -> str:
    """Say how many talks, and how the work fits with how many marks."""
    return f"{field.talks} talks, fit {field.fit or 0:.1f} ({_marks(field.n)})"


def quotes(field: FieldRecord, most: int) -> tuple[str, str]:
    """Quote the expectation, and the newest experience, each up to so many characters."""
    expected = (
        f"You expected {_quoted(field.expects, most)}" if field.expects else "You wrote down no expectation."
    )
    if not field.learned:
        return expected, "What you learned is not written down yet."
    newest = field.learned[0]
    return expected, f"{newest.name} ({newest.on or 'no date'}): {_quoted(newest.words, most)}"


def _quoted(text: str, most: int) -> str:
    line = clipped(" ".join(text.split()), most)
    return f"“{line}”" if line.endswith((".", "!", "?", "…")) else f"“{line}”."


def _marks(n: int) -> str:
    return f"{n} mark" if n == 1 else f"{n} marks"
