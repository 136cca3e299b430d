"""The kinds of letter, one row each: what every other place asks about a kind stands here. Pure.

A new kind is a name with its event (model/events.py), a row here, a template, and its golden letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from pipeline.model import LETTER_EVENTS, LetterKind


class Resume(StrEnum):
    """Where the resume stands with a kind (R1, R16)."""

    NEVER = "never"
    ONLY_IF_ROW_SAYS_YES = "only if the row says Yes"
    UNLESS_ROW_SAYS_NO = "unless the row says No"
    AS_ROW_ELSE_SETTINGS_SAY = "as the row, else Settings say"


class MustSay(NamedTuple):
    """What a letter of a kind has to say: the words that show it, and how a person calls it."""

    pattern: re.Pattern[str]
    what: str


class Kind(NamedTuple):
    """A kind of letter.

    `asks_for_meeting`: R1 holds, no attachment at all. `promises_call`: names the day of a call (R8).
    `spaced`: not to one address within 30 days (R14). `says_purpose`: states the user's purpose (ch.11, 18).
    `must_say`: warned of where missing. `words`: more than these are warned of.
    """

    title: str
    asks_for_meeting: bool = False
    promises_call: bool = False
    spaced: bool = False
    says_purpose: bool = False
    resume: Resume = Resume.NEVER
    must_say: tuple[MustSay, ...] = ()
    words: int = 250


_THANKS = MustSay(re.compile(r"\bthank|\bgrateful|\bgratitude|\bappreciat|\bindebted"), "thanks")
_REMEMBER = re.compile(r"\bremember|\bkeep me in mind|\bin mind\b|\bnot forget|\bin your memory\b")
_REMEMBERED = MustSay(_REMEMBER, "the wish to be remembered")
_REMEMBERED_LATER = MustSay(_REMEMBER, "the wish to be remembered for future reference")
_REFERRED = MustSay(
    re.compile(
        r"\brefer\b|\breferr|\breferral|\bintroduc|\bothers (?:who|whom|to|i)"
        r"|\b(?:name|names|someone|anyone)\b.{0,40}\b(?:else|others|talk|speak|ask)|\bsuggest"
    ),
    "the wish to be referred to others",
)
_REGRET = MustSay(
    re.compile(r"\bdisappoint|\bregret|\bsorry|\bwish we could|\ba pity"),
    "your disappointment at not meeting",
)
_OFFERED = MustSay(
    re.compile(r"\boffer|\bpromise|\bsaid (?:that )?you\b|\bkind enough to\b"), "what they offered"
)

KINDS: Mapping[LetterKind, Kind] = {
    LetterKind.APPROACH: Kind(
        "Approach letter",
        asks_for_meeting=True,
        promises_call=True,
        spaced=True,
        says_purpose=True,
        words=150,
    ),
    LetterKind.APPROACH_REFERRAL: Kind(
        "Approach letter, by referral",
        asks_for_meeting=True,
        promises_call=True,
        spaced=True,
        says_purpose=True,
        words=150,
    ),
    LetterKind.FOLLOW_UP: Kind("Follow-up letter", asks_for_meeting=True, spaced=True),
    LetterKind.CONFIRM: Kind("Confirmation", asks_for_meeting=True),
    LetterKind.THANK_YOU_IN_PERSON: Kind(
        "Thank-you letter, after meeting in person",
        resume=Resume.ONLY_IF_ROW_SAYS_YES,
        must_say=(_THANKS, _REMEMBERED),
    ),
    LetterKind.THANK_YOU_PHONE: Kind(
        "Thank-you letter, after talking by phone or video",
        resume=Resume.UNLESS_ROW_SAYS_NO,
        must_say=(_THANKS, _REMEMBERED, _REFERRED),
    ),
    LetterKind.THANK_YOU_PUT_OFF: Kind(
        "Thank-you letter, after being put off",
        says_purpose=True,
        resume=Resume.AS_ROW_ELSE_SETTINGS_SAY,
        must_say=(_THANKS, _REGRET, _REMEMBERED_LATER),
    ),
    LetterKind.THANK_YOU_DECLINED: Kind("Thank-you letter, after a no", must_say=(_THANKS,)),
    LetterKind.THANK_REFERRER: Kind("Thank-you letter for a referral", must_say=(_THANKS,)),
    LetterKind.REMINDER: Kind(
        "Reminder of an offer",
        must_say=(_OFFERED, _THANKS),
    ),
    LetterKind.KEEP_IN_TOUCH: Kind("Keep-in-touch note", spaced=True),
}

SPACED = frozenset(kind.event for kind, row in KINDS.items() if row.spaced)
"""The events of spaced kinds; the kinds of one event are one letter."""

assert {kind.event for kind in KINDS} == LETTER_EVENTS  # noqa: S101  (every kind has its row)
