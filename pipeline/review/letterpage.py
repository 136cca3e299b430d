"""A letter as the page shows it: what the recipient sees, what the checks found, what may be done (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from pipeline.ledger.records import LOCKED
from pipeline.letters.binding import bound
from pipeline.letters.checks import ResumeRule, resume_rule
from pipeline.letters.kinds import KINDS
from pipeline.model import Channel, Draft, Finding, Letter, Level, Status
from pipeline.model.dates import long_day
from pipeline.review import sentences
from pipeline.review.listing import OPEN
from pipeline.review.sendlist import own_mail
from pipeline.review.session import A_YEAR
from pipeline.rules.wording import counted

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

_QUOTED = re.compile(r"(?<!say )“([^”]{2,})”")
"""What a check found in the letter; what it says instead is not there yet."""


class Offer(NamedTuple):
    """An enclosure that may be put in or taken off."""

    label: str
    enclosures: tuple[str, ...]


class Skip(NamedTuple):
    """Until when a letter is put off, in words, blank where it isn't; the day that is offered, and the first and last that may be chosen."""

    until: str
    offered: date
    first: date
    last: date


class LetterPage(NamedTuple):
    """All that a letter's page needs. `shown` is the hash that every act on it posts back (R3)."""

    code: str
    name: str
    title: str
    standing: str
    status: str
    to: str
    by_post: bool
    other_address: str
    subject: tuple[tuple[str, str], ...]
    body: tuple[tuple[str, str], ...]
    written: Letter
    rows: int
    offers: tuple[Offer, ...]
    resume_says: str
    findings: tuple[Finding, ...]
    level: str
    verdict: str
    note: str
    edited: bool
    shown: str
    locked: bool
    waits: bool
    blocked: bool
    approved: bool
    skip: Skip
    exported: str
    in_doubt: bool
    own_mail: str
    late: str


def letter_page(draft: Draft, decision: Decision) -> LetterPage:
    """Lay out a letter."""
    letter, today = draft.letter, decision.world.today
    locked = _is_locked(letter.code, decision)
    marks = [(words, f.level) for f in draft.findings for words in _QUOTED.findall(f.message)]
    return LetterPage(
        code=letter.code,
        name=letter.name,
        title=KINDS[letter.kind].title,
        standing=sentences.STANDINGS[draft.status],
        status=draft.status.name.lower(),
        to=letter.to,
        by_post=letter.channel is Channel.POST,
        other_address="" if locked else _other_address(draft, decision),
        subject=cut_at_marks(letter.subject, marks),
        body=cut_at_marks(letter.body, marks),
        written=letter,
        rows=_rows(letter.body),
        offers=() if locked else _offers(draft, decision),
        resume_says=_resume_says(draft, decision),
        findings=draft.findings,
        level=level_of(draft.findings),
        verdict=verdict(draft.findings),
        note=draft.note,
        edited=draft.edited,
        shown=bound(letter, decision.desk),
        locked=locked,
        waits=draft.status in OPEN,
        blocked=draft.blocked,
        approved=draft.status is Status.APPROVED,
        skip=_skip(draft, decision),
        exported=_exported_on(draft, today),
        in_doubt=draft.status is Status.CHECK,
        own_mail=own_mail(letter.code, decision),
        late=sentences.lateness(draft.late),
    )


def _is_locked(code: str, decision: Decision) -> bool:
    """Tell whether a letter went, or may have, or is wanted no more."""
    wanted = decision.review.wanted.get(code)
    return wanted is None or (wanted.receipt is not None and wanted.receipt.state in LOCKED)


def _skip(draft: Draft, decision: Decision) -> Skip:
    today = decision.world.today
    until = next((r.skipped_until for r in decision.review.records if r.code == draft.letter.code), None)
    said = long_day(until) if until and draft.status is Status.SKIPPED else ""
    return Skip(said, decision.day.bd(today, 1), today + timedelta(days=1), today + A_YEAR)


def _exported_on(draft: Draft, today: date) -> str:
    exported = draft.status is Status.EXPORTED and draft.sent_on
    return sentences.short_day(exported, today) if exported else ""


def _other_address(draft: Draft, decision: Decision) -> str:
    """Give the contact's own address where the letter goes to another; blank where they are alike."""
    letter, c = draft.letter, decision.desk.contacts.get(draft.letter.contact_id)
    if c is None or letter.channel is Channel.POST or not c.email_valid:
        return ""
    return c.email if c.email.casefold() != letter.to.casefold() else ""


def _rows(body: str) -> int:
    """Estimate the lines that a text takes on the page, for browsers that don't fit the field to it."""
    return min(max(sum(1 + len(line) // 76 for line in body.split("\n")) + 1, 12), 40)


def level_of(findings: Sequence[Finding]) -> str:
    """Return the worst level found, or fine."""
    return "block" if any(f.level is Level.BLOCK for f in findings) else "warn" if findings else "fine"


def verdict(findings: Sequence[Finding]) -> str:
    """Sum up the checks in a sentence."""
    blocks = sum(1 for f in findings if f.level is Level.BLOCK)
    warns = len(findings) - blocks
    if blocks:
        return f"Can't be approved yet: {counted(blocks, 'check')} {'blocks' if blocks == 1 else 'block'} it."
    return f"May go; {counted(warns, 'thing')} to mind." if warns else "All checks are fine."


def cut_at_marks(text: str, marks: Sequence[tuple[str, Level]]) -> tuple[tuple[str, str], ...]:
    """Cut a text at the words that checks found: (piece, level or blank). Blocking words win where two overlap."""
    looks = [""] * len(text)
    for words, level in sorted(marks, key=lambda m: m[1] is Level.BLOCK):
        pattern = r"\s+".join(re.escape(w) for w in words.rstrip("…").split())
        for found in re.finditer(pattern, text, re.IGNORECASE) if pattern else ():
            looks[found.start() : found.end()] = [str(level)] * (found.end() - found.start())
    pieces: list[tuple[str, str]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[start]:
            pieces.append((text[start:at], looks[start]))
            start = at
    return tuple(pieces)


def _rule(draft: Draft, decision: Decision) -> ResumeRule | None:
    c = decision.desk.contacts.get(draft.letter.contact_id)
    return resume_rule(draft.letter.kind, c, decision.world.settings) if c else None


def _resume_says(draft: Draft, decision: Decision) -> str:
    rule = _rule(draft, decision)
    return sentences.RESUMES[rule] if rule else ""


def _offers(draft: Draft, decision: Decision) -> tuple[Offer, ...]:
    """Offer what the rule leaves open, and what would put an enclosure right (R1, R16)."""
    rule, resume, here = _rule(draft, decision), decision.world.enclosure, draft.letter.enclosures
    offers = [
        Offer(f"Take off {name}", tuple(e for e in here if e != name))
        for name in here
        if rule is not ResumeRule.REQUIRED or (resume.name and name != resume.name)
    ]
    if rule in (ResumeRule.ALLOWED, ResumeRule.REQUIRED) and resume.sha256 and resume.name not in here:
        offers.append(Offer(f"Enclose {resume.name}", (*here, resume.name)))
    return tuple(offers)
