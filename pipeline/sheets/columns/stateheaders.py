"""Headers of columns of states, below which may stand that somebody was written to. Pure."""

from __future__ import annotations

import re

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.columns.contactdays import SENT, SPOKEN, WHOM_OR_HOW, is_planned
from pipeline.sheets.columns.statewords import (
    SAYS_HOW,
    SAYS_TOUCHED,
    SAYS_TOUCHED_OR_WHICH,
    SAYS_TOUCHED_UNDER_PLANS,
    SAYS_WROTE,
)

_HOW_DONE = re.compile(r"^how (?:did|have) (?:i|we|you)\b")
STATES = word_set("""
    status stage progress state outreach contact contacted pipeline history correspondence communication step action result response
    follow email mail letter sent stand stands via channel method outcome
""")
_AHEAD = word_set("next todo planned due id owner type label source origin")
_MAY_BE_TO_DO = word_set("action step")
_WHO_OR_WHERE = word_set("person persons people name names stop code room")
_SURELY_STATES = SENT | SPOKEN | {"status", "stage", "progress"}
_REMARKS = word_set("""
    note notes comment comments remark remarks notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare
    notas nota observaciones comentario comentarios remarques remarque commentaire commentaires appunti commenti opmerkingen
""")
_ALL_STATES = word_set("status statut stage progress outreach pipeline kontaktstatus stand")
_ANSWERS = word_set("""
    response responses reply replies answer answers outcome outcomes result results antwort antworten ruckmeldung ergebnis
    reponse resultat respuesta resultado risposta resposta
""")
_DONE_WITH = word_set(
    "contacted emailed messaged written approached reached angeschrieben kontaktiert contactado contacte contattato"
)
_AFTERWARDS = word_set("follow followup followups nachfassen")
_THINGS_DONE = word_set("""
    email emails mail letter message note card call coffee lunch chat meeting talk interview informational conversation up you ups
    brief anruf anschreiben gesprach treffen kaffee
""")
_COUNTED = word_set("1 2 3 4 5 1st 2nd 3rd first second third")
_DONE = word_set(
    "done completed complete finished opened made answered declined refused rejected erledigt gemacht fait faite hecho fatto gedaan ✓ ✔ ☑ ✅"
)
_MARKS = word_set("x yes y true ja j oui si sim")
# "Email status" is of the address: "Verified".
_BESIDE = word_set(
    "contact networking letter letters my our the of to out current last latest so far already sheet"
)
_THANKS = word_set("thank thanks thanked dank danke gedankt gracias merci")
_OF_THANKS = _BESIDE | word_set("you yous note notes card cards email emails mail e sent")
_WHEN = word_set("by on at date day when before until")
HABITS = word_set("preferred preference preferences best hours times window availability")


def tells_states(words: set[str]) -> bool:
    """Tell a header of states, or of ways of contact, by its words."""
    return bool(words & STATES) and not is_else(words)


def is_else(words: set[str]) -> bool:
    """Tell a header of a plan, a person or a place: "Next step", "Contact person", "Mail stop"."""
    return bool(words & _AHEAD or (words & _WHO_OR_WHERE and not words & _SURELY_STATES))


def is_all_of_states(header: str) -> bool:
    """Tell a header below which every value says how far one is with somebody, as "Status" and "Outreach progress"."""
    words = set(spelled(header).split())
    sure = words & (_ALL_STATES | _ANSWERS | _DONE_WITH)
    return is_of_thanks(header) or (bool(sure) and words - sure <= _BESIDE)


def is_of_thanks(header: str) -> bool:
    """Tell a header below which any mark says that one talked, as "Thank you?" and "Thank-you note"."""
    words = set(spelled(header).split())
    return not _THANKS.isdisjoint(words) and words - _THANKS <= _OF_THANKS


def is_of_answers(header: str) -> bool:
    """Tell a header of answers, below which also "none yet" says that one was asked: "Response", "Result"."""
    return not _ANSWERS.isdisjoint(spelled(header).split())


def is_of_remarks(header: str) -> bool:
    """Tell a header of remarks, each piece of which may be of something else: "Notes", "Contact comments"."""
    return not _REMARKS.isdisjoint(spelled(header).split()) and not is_of_thanks(header)


def marks_done(header: str) -> frozenset[str]:
    """Give the marks that say below a header that it was done: of a "Follow up" any, of a "Coffee" only "done"."""
    words = set(spelled(header).split()) - _COUNTED
    if words & _AFTERWARDS and words <= _AFTERWARDS | _THINGS_DONE | _BESIDE:
        return _DONE | _MARKS
    return _DONE if words & _THINGS_DONE and words <= _THINGS_DONE | _BESIDE else frozenset()


def is_how_done(header: str) -> bool:
    """Tell a header below which a mere way, as "Email", says that it was gone: "Reached out via", not "Contact method"."""
    said = spelled(header)
    return bool(_HOW_DONE.search(said) or (WHOM_OR_HOW.search(said) and set(said.split()) & SENT))


def pattern_wanted(header: str, words: set[str]) -> str:
    """Choose what has to stand below a header; where a plan may stand, a way with its day says nothing."""
    if is_how_done(header):
        return SAYS_HOW
    if not words & STATES:
        return SAYS_WROTE
    planned = is_planned(header, words) and words & {"follow", "followup"} and words & _WHEN
    if planned:
        return SAYS_TOUCHED_UNDER_PLANS
    return SAYS_TOUCHED if words & _MAY_BE_TO_DO else SAYS_TOUCHED_OR_WHICH
