"""Who shall be left alone, as people's lists say it: "Do not contact", "OK to contact: no" (R14). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.columns.contactdays import LONGEST, WHOLE_DAY
from pipeline.sheets.columns.dayorder import day_of, means_no_day, orders_within
from pipeline.sheets.columns.evidence import StateReader, text_of
from pipeline.sheets.columns.stateheaders import STATES, is_of_remarks
from pipeline.sheets.columns.statewords import THEM

_TO_WRITE = r"(?:contact|bother (?:her|him|them)|e ?mail|write|mail|message|approach|reach out)"
_CONTACT = r"(?:contact|e ?mails?|mailings?|messages?|outreach|letters?)"
# "Never contacted" is what a stranger is; only "never contact" and "never be contacted" forbid.
_LET_REST = (
    rf"(?<!they )(?<!who )\b(?:(?:do(?: not|n t)|must not) (?:be )?{_TO_WRITE}(?:ed)?|never (?:{_TO_WRITE}|be {_TO_WRITE}ed)"
    rf"|not (?:to )?be {_TO_WRITE}ed|not (?:ok|okay) to {_TO_WRITE}|(?:ok|okay) to {_TO_WRITE} (?:no|false)"
    rf"|no (?:further|more) contact(?! (?:since|for|info|details|made|needed|necessary|required|yet|in|with|from)\b))\b"
    rf"|(?<!not )(?<!never )\b(?:opt(?:ed)? out|unsubscribed)\b(?! (?:of|from) (?!(?:(?:all|any|further|my|our) )*{_CONTACT}\b))"
    r"|^(?:(?:she|he|has|is|sadly) )*(?:deceased|passed away)\b(?! (?:husband|wife|spouse|partner|father|mother|parents?|colleague|s)\b)"
    r"|\b(?:asked|wants?|wishes|prefers) (?:(?:me|us) )?(?:to be left alone|to stop|not to (?:write|call|phone|bother)|(?:to be )?(?:removed|taken off)"
    rf"|no (?:more|further) {_CONTACT})\b|\bleave (?:(?:her|him|them) )?alone\b|^(?:please )?(?:no more (?:e ?mails|letters|calls)|take (?:her|him|them )?off (?:the |my )?list|stop (?:writing|e ?mailing|calling))\b|\btold me to stop (?:writing|e ?mailing|calling)\b"
    r"|^dnc\b|\bkeinen (?:weiteren )?kontakt\b|\bnicht (?:mehr )?(?:kontaktieren|anschreiben)\b|\bno quiere (?:que (?:le|la|lo)|ser contactad[oa])\b"
    r"|\bne (?:veut|souhaite) (?:pas|plus) etre contactee?\b|\bne (?:pas|plus) (?:la |le )?contacter\b"
)
_ALL_OF_REST = word_set("""
    not don never no ok okay opt opted unsubscribed deceased passed asked want wants wishes prefers leave take stop told dnc
    keinen nicht ne
""")
"""Words one of which stands in whatever forbids to write."""
_PERMITS = re.compile(
    rf"^(?:is it )?(?:(?:ok|okay|allowed|permission|consent) to|can(?: (?:i|we))?|may (?:i|we)) {_TO_WRITE}(?: {THEM})?$"
    rf"|^(?:can|may) be {_TO_WRITE}ed$|^{_TO_WRITE} (?:ok|okay|allowed|permitted)$"
)
_LEAVES_OUT = re.compile(
    r"^(?:skip|exclude|ignore|delete|remove|blacklist|dnc|inactive|inaktiv)(?:e?d)?(?: (?:from (?:the |my )?list|contact|them|this person))?$"
)
_PRESENT = re.compile(r"^(?:(?:still )?active(?: contact)?|(?:noch )?aktiv)$")
_REFUSED = re.compile(
    r"(?:no|n|nope|false|0|nein|non|inactive|inaktiv|not (?:ok|okay|allowed|active))(?=$| (?:until|till?|before|please|she|he|they|thanks?)\b)"
)
_UNTIL = re.compile(rf"(?i)\b(?:until|till?|before)\s+({WHOLE_DAY.pattern})")


def is_of_rest(header: str) -> bool:
    """Tell a column that is all about who shall not be written to, as "Do not contact" and "OK to contact" (R14)."""
    words = spelled(header)
    return _leaves_out(header) or _permits(words)


def rest_reader(header: str, values: Sequence[object]) -> StateReader:
    """Give what reads of a cell of states until when nobody shall write to them, else "Yes"; None where it says no such thing.

    Under "Do not contact" any mark does, under "OK to contact" a No.
    """
    words = spelled(header)
    marked, permits = _leaves_out(header), _permits(words)
    anywhere = is_of_remarks(header) or not STATES.isdisjoint(words.split())
    orders = cache(lambda: orders_within(values))

    def read(value: object, _named: str = "") -> date | str | None:
        text = text_of(value)
        said = _forbidden(text[:LONGEST]) if isinstance(value, str) else None
        refused = permits and _REFUSED.match(spelled(text))
        marks = marked and not means_no_day(text)
        if not (marks or refused or (said and (anywhere or not said.start()))):
            return None
        until = _UNTIL.search(text)
        return (day_of(until[1], orders()) if until else None) or "Yes"

    return read


def _leaves_out(header: str) -> bool:
    """Tell a header any mark below which says to leave somebody alone: "Do not contact", "Skip"."""
    return bool(_forbidden(header) or _LEAVES_OUT.search(spelled(header)))


def _permits(words: str) -> bool:
    """Tell a header a No below which says to leave somebody alone: "OK to contact", "Active"."""
    return bool(_PERMITS.search(words) or _PRESENT.search(words))


def _forbidden(text: str) -> re.Match[str] | None:
    said = spelled(text)
    return None if _ALL_OF_REST.isdisjoint(said.split()) else re.search(_LET_REST, said)
