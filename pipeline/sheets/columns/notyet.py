"""What a state says while nobody has written yet, or of others: "New", "To contact", "Warm, high". Pure."""

from __future__ import annotations

import re

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.cells import says_never, stands_for_nothing
from pipeline.sheets.columns.dayorder import means_no_day
from pipeline.sheets.columns.notyetwords import A_FIRST, ALONE, LETTER, OF_A_FIRST, OF_OTHERS, either_of
from pipeline.sheets.columns.stateheaders import is_of_answers, is_of_thanks
from pipeline.sheets.columns.statewords import ALL_ALONE

_NOTHING = word_set("""
    new none nothing yet this rien encore recherche todavia nada so far unknown tbd tbc todo lead leads prospect prospects prospective target targets potential possible
    candidate candidates identified idea ideas wishlist wish list backlog queue queued plan planned planning open next up later soon
    someday fresh sourced added prep preparing background future week month ready draft drafted drafting research researching researched found shortlist shortlisted
    hot warm cold lukewarm high medium low mid top priority prio tier level p a b c d 1 2 3 1st 2nd 3rd degree connection connected
    alumnus alumna alumni alum friend friends family colleague colleagues former classmate recruiter mentor professor student employed
    person people name contact or and rank wave batch dream stretch backup brand still imported
    neu offen geplant vorgemerkt spater warm kalt heiss hoch mittel niedrig noch nicht zu kontaktieren anschreiben anrufen
    nuevo nueva aun sin por contactar alta media baja nouveau nouvelle pas encore contacter prevu
    nuovo nuova da contattare non ancora nieuw nog niet te benaderen novo ainda nao
""")
_LONGEST = 2_000
"""Letters of a text that may say that nobody wrote yet: the pattern goes through longer ones again at each word."""
_PERHAPS_ANSWERED = word_set("no nein non nao niet pending")
_NO_ANSWER = r"(?:none|nothing|not)(?: yet)?|no|nil|pending|x+|nein|keine?|ningun[oa]?|aucune?|nessun[oa]?"
# Put together and not compiled: most days need none of it.
_NOT_YET = f"{A_FIRST}(?:{either_of(OF_A_FIRST)}|{ALL_ALONE}(?:{either_of(ALONE)}))|{either_of(OF_OTHERS)}"
_UNSENT = (
    rf"(?:(?:{LETTER}|it|the|my|first|draft|text|wrote|written|an?|but|and|is|was|has(?= been\b| not been\b| never been\b)|been|ready|done|finished|drafted) )*"
    r"(?:not|haven t|have not|hasn t been|never|to be)(?: been| yet)* (?:sent|mailed|e ?mailed|posted)(?: (?:it|yet|off|out))*"
)
_CLAUSE = r"[;,:\n]\s+|\s+[-–—]\s+"


def says_not_yet(header: str, text: str) -> bool:
    """Tell a state that surely says that nobody has written, talked or answered; names in it are said as "them" and "someone".

    That there is no answer yet says that one was asked.
    """
    if is_of_thanks(header) and says_never(text):
        return True
    if is_of_answers(header):
        return stands_for_nothing(text) and not re.fullmatch(_NO_ANSWER, spelled(text))
    return _is_not_yet(text) or all(map(_is_not_yet, re.split(_CLAUSE, text)))


def says_unsent(said: str) -> bool:
    """Tell a state, folded, that says of a letter that it was written and didn't go: "Wrote draft, haven't sent it"."""
    return bool(re.fullmatch(_UNSENT, said))


def _is_not_yet(text: str) -> bool:
    said = spelled(text)
    if said in _PERHAPS_ANSWERED:
        return False
    known = bool(said) and set(said.split()) <= _NOTHING
    return known or means_no_day(text) or (len(said) <= _LONGEST and bool(re.fullmatch(_NOT_YET, said)))
