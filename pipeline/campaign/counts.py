"""The counts of a campaign: weeks, acceptance by source, runway, fit (R17, R19-R21)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.campaign.odds import interval
from pipeline.campaign.story import Story
from pipeline.model import Contact, Source
from pipeline.model.texts import field_key
from pipeline.rules.cellnames import referral_names

_A_DAY = timedelta(days=1)


class Week(NamedTuple):
    """What happened from Monday to Sunday. `new_contacts`: people written to, called or met for the first time.
    `approaches`: the people whose approach letter, the latest if there were several, went in the week.

    `thanked_in_24h` counts the week's conversations whose thank-you went out by the next calendar day (cells hold days,
    not hours); `referrals` the names given, in the week of the giver's latest conversation.
    """

    monday: date
    new_contacts: int = 0
    letters: int = 0
    approaches: int = 0
    calls: int = 0
    acceptances: int = 0
    conversations: int = 0
    interviews: int = 0
    thanked_in_24h: int = 0
    referrals: int = 0

    @property
    def name(self) -> str:
        """Return the week's number as ISO 8601 writes it: 2026-W48."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"


class Rate(NamedTuple):
    """How many agreed to talk, of the n with a final answer or resting; low to high hold the rate with 80 % probability."""

    source: str
    agreed: int
    n: int

    @property
    def rate(self) -> float | None:
        """Return the share who agreed; None while nobody has answered."""
        return self.agreed / self.n if self.n else None

    @property
    def range(self) -> tuple[float, float] | None:
        """Return the 80 % interval of the rate; None while nobody has answered."""
        return interval(self.agreed, self.n) if self.n else None


class Fit(NamedTuple):
    """The mean of `Fit` in one field, over n people."""

    field: str
    fit: float
    n: int


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks(people: Sequence[Story], today: date) -> tuple[Week, ...]:
    """Count week by week, from the first in which anything happened to this one, empty weeks included (R17)."""
    import pandas as pd

    happened = pd.DataFrame(
        [
            (monday_of(day), what)
            for person in people
            if person.first_on
            for what, days in _days(person).items()
            for day in days
            if day <= today
        ],
        columns=["monday", "what"],
    )
    counts = happened.value_counts().unstack(fill_value=0).to_dict("index")
    last = monday_of(today)
    first = min(counts, default=last)
    mondays = (first + timedelta(weeks=i) for i in range((last - first).days // 7 + 1))
    return tuple(Week(m, **counts.get(m, {})) for m in mondays)


def _days(p: Story) -> dict[str, Sequence[date]]:
    """List the days on which something that weeks count happened with one person."""
    given = (
        [p.conversations[-1]] * len(referral_names(p.contact.referrals_given))
        if p.conversations and p.contact.referrals_given
        else []
    )
    in_time = (
        [d for d in p.conversations if any(d <= sent <= d + _A_DAY for sent in p.thanked)]
        if p.thanked
        else []
    )
    return {
        "new_contacts": [p.first_on] if p.first_on else [],
        "letters": [d for d, _ in p.letters],
        "approaches": [p.answer.written_on] if p.answer.written_on else [],
        "calls": p.calls,
        "acceptances": [p.agreed_on] if p.agreed_on else [],
        "conversations": p.conversations,
        "interviews": p.talks,
        "thanked_in_24h": in_time,
        "referrals": given,
    }


def rate_of(source: str, people: Iterable[Story]) -> Rate:
    """Work out how many of those with a final answer, or resting, agreed to talk (R17)."""
    settled = [p.answer for p in people if p.answer.settled]
    return Rate(source, sum(a.agreed for a in settled), len(settled))


def source_of(c: Contact) -> Source | None:
    """Say how somebody came into the list: by referral, too, where only Referred by says so."""
    return c.source or (Source.REFERRAL if c.referred_by else None)


def by_source(contacts: Iterable[Contact], people: Sequence[Story]) -> tuple[Rate, ...]:
    """Work out the acceptance rate of each source that has any contact, in the workbook's order (R17)."""
    settled: dict[Source | None, list[bool]] = {}
    for p in people:
        if p.answer.settled:
            settled.setdefault(source_of(p.contact), []).append(p.answer.agreed)
    there = {source_of(c) for c in contacts}
    agreed = ((source, settled.get(source, [])) for source in (*Source, None) if source in there)
    return tuple(Rate(str(source or "Not said"), sum(of), len(of)) for source, of in agreed)


def fit_by_field(contacts: Iterable[Contact]) -> tuple[Fit, ...]:
    """Average `Fit` per field, best first; fields spelled alike but for case and accents are one (R21)."""
    marked: dict[str, list[Contact]] = {}
    for c in contacts:
        if c.fit is not None:
            marked.setdefault(field_key(c.field), []).append(c)
    found = [
        Fit(of[0].field or "No field", sum(c.fit or 0 for c in of) / len(of), len(of))
        for of in marked.values()
    ]
    return tuple(sorted(found, key=lambda f: (-f.fit, f.field)))
