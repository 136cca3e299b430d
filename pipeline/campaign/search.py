"""The state of the search: counts, rates and the verdict, each person once (R17-R21, R24). Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.campaign.coach import Record, Verdict, letters_a_day, needed, record_of, verdict_on
from pipeline.campaign.counts import Fit, Rate, Week, by_source, fit_by_field, rate_of, weeks
from pipeline.campaign.fields import FieldRecord, field_records
from pipeline.campaign.market import Market, market_of
from pipeline.campaign.story import Story, has_story, story_of
from pipeline.model import Application, Contact, Event, FieldSaid, Settings, Source, Stage
from pipeline.rules.agenda import Standing, standings_of
from pipeline.rules.cellnames import referral_names
from pipeline.rules.fields import closed_fields
from pipeline.rules.history import pasts
from pipeline.rules.intervals import Intervals
from pipeline.rules.ruling import Day
from pipeline.rules.workdays import Workdays


class Campaign(NamedTuple):
    """The state of the search. `runway_days` is None where the daily goal is 0; None elsewhere: nothing to tell yet.

    `funnel` counts people: on the list, written to, talked with, and of these those who gave referrals.
    """

    weeks: tuple[Week, ...]
    acceptance: Rate
    by_source: tuple[Rate, ...]
    record: Record
    verdict: Verdict
    letters_per_day_now: float
    letters_per_day_needed: int | None
    goal: int
    targets: int
    runway_days: int | None
    conversations: int
    referrals: int
    thanked_in_24h: int
    share_by_referral: float | None
    openings: tuple[tuple[str, str], ...]
    fit: tuple[Fit, ...]
    since: date | None
    daily_goal: int = 0
    funnel: tuple[int, int, int, int] = (0, 0, 0, 0)
    fields: tuple[FieldRecord, ...] = ()
    market: Market | None = None

    @property
    def weekly_letters(self) -> int:
        """Return the first letters that five days at the daily goal make."""
        return 5 * self.daily_goal

    @property
    def referrals_per_conversation(self) -> float | None:
        """Return the names given per conversation (R17)."""
        return self.referrals / self.conversations if self.conversations else None


def campaign(
    contacts: Sequence[Contact],
    events: Sequence[Event],
    settings: Settings,
    intervals: Intervals,
    workdays: Workdays,
    today: date,
    standings: Mapping[int, Standing] | None = None,
    fields: Sequence[FieldSaid] | None = None,
    applications: Sequence[Application] = (),
    records: Sequence[FieldRecord] = (),
) -> Campaign:
    """Work out the counts, the rates and the verdict. Samples, and what lies before Act from, count nowhere (R17-R21, R24).

    `standings`, by row, and `records` spare working them out again where the day has been planned.
    """
    real = each_once([c for c in contacts if not c.is_sample])
    if standings is None:
        day = Day(today, workdays, intervals, settings, closed_fields(fields or ()))
        standings = standings_of(real, real, pasts(real, events, (), (), today), day)
    everybody = [standings[c.row] for c in real]
    if not (real and records):
        facts = {s.facts.contact.row: s.facts for s in everybody}
        records = field_records(real, facts, fields, settings.act_from)
    people = [story_of(s.facts, s.stage, settings.act_from) for s in everybody if has_story(s.facts)]
    targets = sum(s.stage is Stage.TARGET for s in everybody)
    market = market_of(people, applications, settings.act_from)
    return _counted(real, people, targets, tuple(records), market, settings, workdays, today)


def each_once(contacts: Sequence[Contact]) -> list[Contact]:
    """Take each person once, by the first row."""
    return list({c.id or str(c.row): c for c in reversed(contacts)}.values())[::-1]


def _counted(
    real: Sequence[Contact],
    people: Sequence[Story],
    left: int,
    fields: tuple[FieldRecord, ...],
    market: Market | None,
    settings: Settings,
    workdays: Workdays,
    today: date,
) -> Campaign:
    record = record_of(people)
    counted = weeks(people, today)
    referred = sum(c.source is Source.REFERRAL or bool(c.referred_by) for c in real)
    return Campaign(
        weeks=counted,
        acceptance=rate_of("All", people),
        by_source=by_source(real, people),
        record=record,
        verdict=verdict_on(people, settings.weekly_goal, workdays, today),
        letters_per_day_now=letters_a_day(people, workdays, today),
        letters_per_day_needed=needed(record, settings.weekly_goal),
        goal=settings.weekly_goal,
        targets=left,
        runway_days=left // settings.daily_goal if settings.daily_goal > 0 else None,
        conversations=sum(w.conversations for w in counted),
        referrals=sum(
            len(referral_names(p.contact.referrals_given))
            for p in people
            if p.contact.referrals_given and p.conversations
        ),
        thanked_in_24h=sum(w.thanked_in_24h for w in counted),
        share_by_referral=referred / len(real) if real else None,
        openings=tuple((c.name, c.opening_mentioned) for c in real if c.opening_mentioned),
        fit=fit_by_field(real),
        since=settings.act_from,
        daily_goal=max(settings.daily_goal, 0),
        funnel=(len(real), *_funnel(people)),
        fields=fields,
        market=market,
    )


def _funnel(people: Sequence[Story]) -> tuple[int, int, int]:
    answers = [p.answer for p in people]
    gave = sum(p.answer.talked and bool(p.contact.referrals_given) for p in people)
    return sum(a.written_on is not None for a in answers), sum(a.talked for a in answers), gave
