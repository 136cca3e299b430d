"""The campaign in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.campaign.coach import SHOTGUN, best_source
from pipeline.campaign.counts import Rate, Week

if TYPE_CHECKING:
    from pipeline.campaign import Campaign

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
    """Say it in paragraphs of lines: what the letters brought, the verdict, what lies ahead, what is assumed."""
    return [[*_brought(c), *_heartening(c)], _judged(c), _ahead(c), _assumes(c)]


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
        return ["No letters yet: the first ones are on your list for today."]
    waiting = f" {_n(r.waiting, 'more is', 'more are')} still waiting for an answer." if r.waiting else ""
    lines = [
        f"{_n(r.n, 'letter', 'letters')} brought {_n(r.yes, 'talk', 'talks')}.{waiting}"
        if r.n
        else f"No final answer to a letter yet; {_n(r.waiting, 'is', 'are')} waiting for one."
    ]
    lines += [_rate_line(s) for s in c.by_source if s.n and len(c.by_source) > 1]
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
        lines = [
            f"{_n(c.targets, 'person', 'people')} left to write to: enough for "
            f"{_n(c.runway_days, 'business day', 'business days')} at your daily goal.{more}"
        ]
    lines += [
        f"{name} mentioned an opening: {text}. No letter brings it up first." for name, text in c.openings
    ]
    if c.fit:
        lines.append("Fit by field: " + ", ".join(f"{f.field} {f.fit:.1f} ({f.n})" for f in c.fit) + ".")
    return lines


def as_table(c: Campaign) -> tuple[tuple[str, ...], list[tuple[str | int, ...]]]:
    """Lay out the last weeks: the heads, and a row a week."""
    heads = (
        "Week",
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
            w.name,
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
