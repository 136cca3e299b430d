"""The campaign in words and as JSON."""

from __future__ import annotations

from typing import Any

from pipeline.campaign.coach import SHOTGUN, Record, best_source
from pipeline.campaign.counts import Rate, Week
from pipeline.campaign.fields import FieldRecord, ask
from pipeline.campaign.market import Market, Side
from pipeline.campaign.search import Campaign
from pipeline.model import FieldVerdict
from pipeline.model.dates import short_month_day

SHOWN_WEEKS = 8
LOW_RUNWAY = 5
ENOUGH_ANSWERS = 4
"""Answers of which half are yeses, for a search not to be called bogged down to its face (R18)."""


def as_json(c: Campaign) -> dict[str, Any]:
    """Return what `coach --json` prints: dates ISO, rates 0 to 1, null where there is nothing to tell yet."""
    return {
        "weeks": [_week(w) for w in c.weeks],
        "acceptance": _rate(c.acceptance),
        "by_source": [{"source": r.source, "agreed": r.agreed, **_rate(r)} for r in c.by_source],
        "bogged_down": c.verdict.bogged_down,
        "why": c.verdict.why,
        "letters_per_day_now": round(c.letters_per_day_now, 2),
        "letters_per_day_needed": c.letters_per_day_needed,
        "runway_days": c.runway_days,
        "referrals_per_conversation": _rounded(c.referrals_per_conversation),
        "fit": [{"field": f.field, "fit": round(f.fit, 2), "n": f.n} for f in c.fit],
        "fields": [_field(f) for f in c.fields],
        "market": {"letters": _side(c.market.letters), "applications": _side(c.market.applications)}
        if c.market
        else None,
    }


def _field(f: FieldRecord) -> dict[str, Any]:
    return {
        "field": f.name,
        "talks": f.talks,
        "fit": None if f.fit is None else round(f.fit, 2),
        "n": f.n,
        "expects": f.expects,
        "learned": [
            {"name": x.name, "date": x.on.isoformat() if x.on else None, "words": x.words} for x in f.learned
        ],
        "verdict": f.verdict and str(f.verdict),
        "verdict_due": f.asks,
    }


def _side(s: Side) -> dict[str, Any]:
    low, high = s.middle_range or (None, None)
    return {
        "n": s.n,
        "answers": _share(s.answers, s.n, s.answers_range),
        "interviews": _share(s.interviews, s.n, s.interviews_range),
        "days_to_answer": {"median": s.middle, "low": low, "high": high, "n": len(s.days)},
    }


def _share(count: int, n: int, within: tuple[float, float]) -> dict[str, Any]:
    return {
        "count": count,
        "rate": round(count / n, 4),
        "low": round(within[0], 4),
        "high": round(within[1], 4),
    }


def _week(w: Week) -> dict[str, Any]:
    return {
        "week": w.name,
        "monday": w.monday.isoformat(),
        "new_contacts": w.new_contacts,
        "letters": w.letters,
        "approaches": w.approaches,
        "calls": w.calls,
        "acceptances": w.acceptances,
        "conversations": w.conversations,
        "interviews": w.interviews,
        "thanked_in_24h": w.thanked_in_24h,
        "referrals": w.referrals,
    }


def _rate(r: Rate) -> dict[str, Any]:
    low, high = r.range or (None, None)
    return {"rate": _rounded(r.rate), "low": _rounded(low), "high": _rounded(high), "n": r.n}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def as_lines(c: Campaign) -> list[str]:
    """Say what the campaign brought and what would carry it on, in words first; only the user's own numbers."""
    heads, rows = as_table(c)
    table = [
        "  ".join(str(cell).rjust(max(8, len(head))) for head, cell in zip(heads, row, strict=True))
        for row in [heads, *rows]
    ]
    *said, assumes = as_paragraphs(c)
    return [line for part in (*said, table, assumes) for line in (*part, "")][:-1]


def as_paragraphs(c: Campaign) -> list[list[str]]:
    """Say it in paragraphs of lines: what the letters brought, the verdict, what lies ahead, the fields, what is assumed."""
    more = [part for part in (_fields(c), _side_by_side(c.market)) if part]
    return [[*_brought(c), *_heartening(c)], _judged(c), _ahead(c), *more, _assumes(c)]


EXPECTED_TOO_FEW = "Who asks for help expects fewer to agree than do (docs/evidence.md, 1)."
THANKS_ARE_WELCOME = (
    "Thanks are more welcome, and less awkward, than those who write them expect (docs/evidence.md, 2)."
)
SMALL_STEPS = "Small steps with goals of one's own were found to help (docs/evidence.md, 4)."


def _heartening(c: Campaign) -> list[str]:
    """Say at most one thing about people in general, where it fits; each has its row in docs/evidence.md."""
    if c.conversations > c.thanked_in_24h and not c.verdict.bogged_down:
        return [THANKS_ARE_WELCOME]
    if c.record.waiting and not c.record.yes:
        return [EXPECTED_TOO_FEW]
    return [SMALL_STEPS] if c.verdict.bogged_down else []


def _brought(c: Campaign) -> list[str]:
    r = c.record
    if not r.n and not r.waiting and not c.acceptance.n:
        return [
            "No letters yet: the first ones are on your list for today." if c.targets else "No letters yet."
        ]
    lines = [_of_letters(r)]
    rates = [_rate_line(s) for s in c.by_source if s.n and len(c.by_source) > 1]
    lines += (
        ["By how you came to them (in brackets what so few can tell, with 80 % probability):", *rates]
        if rates
        else []
    )
    if c.acceptance.range:
        lines.append(
            f"All together, {_of(c.acceptance)} agreed to talk: between {_percent(c.acceptance.range[0])} and "
            f"{_percent(c.acceptance.range[1])} is what so few answers can tell."
        )
    if c.referrals_per_conversation is not None:
        lines.append(
            f"{_n(c.conversations, 'conversation', 'conversations')} brought {_n(c.referrals, 'referral', 'referrals')}; "
            f"{_n(c.thanked_in_24h, 'was', 'were')} thanked for within 24 hours."
        )
    if c.share_by_referral:
        lines.append(f"{_percent(c.share_by_referral)} of your contacts came by referral.")
    return lines


def _of_letters(r: Record) -> str:
    if r.n:
        waiting = f" {_n(r.waiting, 'more is', 'more are')} still waiting for an answer." if r.waiting else ""
        return f"{_n(r.n, 'letter', 'letters')} brought {_n(r.yes, 'talk', 'talks')}.{waiting}"
    if r.waiting:
        return f"No final answer to a letter yet; {_n(r.waiting, 'is', 'are')} waiting for one."
    return "No letter is waiting for an answer."


def _rate_line(r: Rate) -> str:
    low, high = r.range or (0.0, 1.0)
    return f"  {r.source}: {_of(r)} agreed ({_percent(low)} to {_percent(high)})"


def _judged(c: Campaign) -> list[str]:
    if not c.verdict.bogged_down:
        return [c.verdict.why]
    if c.record.n >= ENOUGH_ANSWERS and 2 * c.record.yes >= c.record.n:
        yeses = f"You are getting your yeses: {c.record.yes} of {c.record.n} agreed. What is short is the letters that ask."
        return [yeses, c.verdict.why, _advice(c)]
    return ["The search is bogged down. " + c.verdict.why, _advice(c)]


def _advice(c: Campaign) -> str:
    want, now = c.letters_per_day_needed, f"{c.letters_per_day_now:g}"
    if want is None or want > SHOTGUN:
        best = best_source(c.by_source)
        start = f"On this record it would take more than {SHOTGUN} letters a day, and shot-gun letters do not help. "
        if best is None:
            return (
                start
                + "No source has said yes yet: ask people who know you whom they would talk to, and write to those."
            )
        return start + f"Write where you are answered best: {best.source}, where {_of(best)} agreed."
    if want <= c.letters_per_day_now:
        return (
            f"Your {now} letters a day should be enough for {_n(c.goal, 'interview', 'interviews')} a week; "
            "keep them up, and ask each person for two more names."
        )
    return (
        f"Write {_n(want, 'letter', 'letters')} a day (now {now}) and aim at {_n(c.goal, 'interview', 'interviews')} "
        "a week: that meets the goal with 80 % probability."
    )


def _ahead(c: Campaign) -> list[str]:
    if c.runway_days is None:
        lines = ["The daily prospecting goal is 0: no letters to new people are planned."]
    else:
        more = " Add names now." if c.runway_days < LOW_RUNWAY else ""
        enough = _n(c.runway_days, "business day", "business days") if c.runway_days else "less than a day"
        lines = [
            f"{_n(c.targets, 'person', 'people')} left to write to: enough for {enough} at your daily goal.{more}"
            if c.targets
            else "Nobody is left to write to. Add names now."
        ]
    lines += [
        f"{name} mentioned an opening: {text}. No letter brings it up first." for name, text in c.openings
    ]
    return lines


def _fields(c: Campaign) -> list[str]:
    lines = []
    if c.fit:
        lines.append("Fit by field: " + ", ".join(f"{f.field} {f.fit:.1f} ({f.n})" for f in c.fit) + ".")
    lines += [ask(f) for f in c.fields if f.asks]
    dropped = [f.name for f in c.fields if f.verdict is FieldVerdict.DROP]
    if dropped:
        lines.append(f"Dropped, and nobody new is written to there: {', '.join(dropped)}.")
    return lines


def _side_by_side(market: Market | None) -> list[str]:
    if market is None:
        return []
    return [
        "What answering advertisements and writing to people brought you so far, side by side "
        "(in brackets what so few can tell, with 80 % probability):",
        "  " + _side_line(market.applications, "applications"),
        "  " + _side_line(market.letters, "letters to people"),
    ]


def _side_line(s: Side, what: str) -> str:
    return (
        f"{s.n} {what}: {_n(s.answers, 'answer', 'answers')} {in_brackets(s.answers_range)}, "
        f"{_n(s.interviews, 'interview', 'interviews')} {in_brackets(s.interviews_range)}; {days_words(s)}."
    )


def in_brackets(within: tuple[float, float]) -> str:
    """Write a range of a rate."""
    return f"({_percent(within[0])} to {_percent(within[1])})"


def days_words(s: Side) -> str:
    """Say how long the first answer took, and how sure that is."""
    if s.middle is None:
        return "no answer has a date yet" if s.answers else "no answer yet"
    low, high = s.middle_range or (min(s.days), max(s.days))
    few = "" if s.middle_range else ", too few for more than their range"
    return f"{s.middle:g} days until the first answer ({low:g} to {high:g}, from {_n(len(s.days), 'answer', 'answers')}{few})"


def as_table(c: Campaign) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    """Lay out the last weeks: the heads, and a row a week."""
    heads = (
        "Week of",
        "New",
        "Letters",
        "Calls",
        "Agreed",
        "Conversations",
        "Interviews",
        "In 24 h",
        "Referrals",
    )
    rows: list[tuple[str | int, ...]] = [
        (
            short_month_day(w.monday),
            w.new_contacts,
            w.letters,
            w.calls,
            w.acceptances,
            w.conversations,
            w.interviews,
            w.thanked_in_24h,
            w.referrals,
        )
        for w in c.weeks[-SHOWN_WEEKS:]
    ]
    return heads, rows


def _assumes(c: Campaign) -> list[str]:
    return [
        "Counted from your own workbook alone; examples are left out"
        + (f", and what lies before {c.since}." if c.since else "."),
        "A talk = somebody agreed to talk. Counted against it: those who declined, put you off, or rest after the follow-up.",
        "The letters a day assume that coming letters fare like those so far (before any answers: one yes to three noes), "
        "that each yes becomes one interview, and a week of 5 business days.",
    ]


def _of(r: Rate) -> str:
    return f"{r.agreed} of {r.n}"


def _percent(x: float) -> str:
    return f"{x * 100:.0f} %"


def _n(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"
