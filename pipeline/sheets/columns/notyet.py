"""What a state says while nobody has written yet, or of others: "New", "To contact", "Warm, high". Pure."""

from __future__ import annotations

import re

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.cells import stands_for_nothing
from pipeline.sheets.columns.dayorder import means_no_day
from pipeline.sheets.columns.stateheaders import is_of_answers
from pipeline.sheets.columns.statewords import ALL_ALONE, AWAITS, NOT_YET_THERE, THEM

_NOTHING = word_set("""
    new none nothing yet this rien encore recherche todavia nada so far unknown tbd tbc todo lead leads prospect prospects prospective target targets potential possible
    candidate candidates identified idea ideas wishlist wish list backlog queue queued plan planned planning open next up later soon
    someday fresh sourced added prep preparing background future week month ready draft drafted drafting research researching researched found shortlist shortlisted
    hot warm cold lukewarm high medium low mid top priority prio tier level p a b c d 1 2 3 1st 2nd 3rd degree connection connected
    alumnus alumna alumni alum friend friends family colleague colleagues former classmate recruiter mentor professor student employed
    person people name contact or and
    neu offen geplant vorgemerkt spater warm kalt heiss hoch mittel niedrig noch nicht zu kontaktieren anschreiben anrufen
    nuevo nueva aun sin por contactar alta media baja nouveau nouvelle pas encore contacter prevu
    nuovo nuova da contattare non ancora nieuw nog niet te benaderen novo ainda nao
""")
_PERHAPS_ANSWERED = word_set("no nein non nao niet pending")
_NO_ANSWER = r"(?:none|nothing|not)(?: yet)?|no|nil|pending|x+|nein|keine?|ningun[oa]?|aucune?|nessun[oa]?"
_VERB = r"(?:contact|do|e ?mail|mail|write|call|phone|message|reach out|approach|research|find|ask|look|ping|text|send|get|draft|introduce)"
_DONE = r"(?:contacted|e ?mailed|mailed|written|approached|reached|messaged|sent|started|begun|done|called|kontaktiert|angeschrieben|contactad[oa]|contacte)"
_WHEN = r"(?:in|on|by|after|before|next|this|when|once|soon|later|for|about|via|asap|mon|tue|wed|thu|fri)"
_LETTER = r"(?:letter|e ?mail|note|message)"
_A_FIRST = r"(?!.*\b(?:follow|reply|replied|responded|thank\w*|again|back|second|another|remind\w*|resend)\b)"
# Not compiled at import: most days need none of it.
_NOT_YET = (
    rf"{_A_FIRST}(?:"
    rf"(?:(?:i|we|still|yet|need|needs|have|has|want|plan|going) )*to (?:be )?{_VERB}(?:ed)?\b.*"
    r"|(?:still )?needs? (?:an? |the |her |his |their )?(?:e ?mail|address|intro(?:duction)?|number|research|contact|letter|draft)\b.*"
    rf"|(?:have |has |i |we |noch |todavia |aun |ainda )*(?:not|never|nicht|no|pas|non|(?:have|has|did)n ?t)(?: yet| been| encore)* {_DONE}(?: (?:to|out|yet|at all))*"
    rf"|no (?:contact|outreach|{_LETTER})(?: made| sent)? (?:yet|so far)|ready to {_VERB}|a faire"
    rf"|(?:looking for|finding|getting|drafting|preparing|writing|find|get|missing|gathering) (?:an? |the |my |first |her |his |their )*(?:{_LETTER}|address|contact|number|phone|info)(?: (?:address|info|details|number))?"
    rf"|(?:will|shall|should|must) {_VERB}|(?:por|a) \w+[aei]r|{_LETTER} to (?:send|write)|(?:phase|stage|step) 0|(?:not )?(?:yet )?reach out"
    r"|(?:an|noch |zu)*zu ?(?:schreiben|rufen|mailen|kontaktieren)|(?:an|noch an)zu(?:schreiben|rufen|mailen)"
    r"|(?:uncontacted|untouched|new|fresh) (?:lead|contact|prospect|name)|(?:warm )?intro(?:duction)? (?:needed|wanted|first)"
    r"|considering|thinking about (?:it|them|her|him)|interesting|(?:name|list) only|just (?:a name|found|added|listed)|collected|listed|(?:on|in) (?:the |my )?list"
    rf"|(?:{_LETTER} in|writing) draft|in (?:preparation|vorbereitung)|no (?:e ?mail )?(?:address|number|phone|e ?mail)(?: yet)?|sin empezar|(?:good|great) prospect"
    r"|research(?:ing)? (?:needed|required|first|more)"
    r"|un(?:contacted|sent|touched|started|approached)"
    rf"|{_VERB} (?:{THEM} )?{_WHEN}\b.*"
    rf"|(?:intro(?:duction)?|referral|address|{_LETTER}) (?:requested|pending|needed|wanted|missing|draft(?:ed)?)\b.*"
    rf"|{AWAITS} (?:{NOT_YET_THERE}|someone\b){ALL_ALONE}.*"
    r"|(?:request(?:ed)?|need|want) (?:an? )?(?:intro(?:duction)?|referral)\b.*"
    r"|tried to (?:find|get|locate|look)\b.*"
    r")|no (?:reply|response|answer) (?:needed|required|necessary|expected)"
    # Whom one met at a fair, or in Boston, is whom one writes to; what others wrote to one is not of them.
    r"|met (?!in person\b).*\b(?:at|in|through|via|fair|conference)\b.*|(?:(?:her|his|their) )?\w+ (?:e ?mailed|wrote|messaged|called)(?: to)? me\b.*"
    r"|(?:e ?mail )?(?:address|number|contact (?:details|info(?:rmation)?)) (?:from|by|via|of)\b.*"
)
_CLAUSE = r"[;,:\n]\s+|\s+[-–—]\s+"


def says_not_yet(header: str, text: str) -> bool:
    """Tell a state that surely says that nobody has written, talked or answered; names in it are said as "them" and "someone".

    That there is no answer yet says that one was asked.
    """
    if is_of_answers(header):
        return stands_for_nothing(text) and not re.fullmatch(_NO_ANSWER, spelled(text))
    return _is_not_yet(text) or all(map(_is_not_yet, re.split(_CLAUSE, text)))


def _is_not_yet(text: str) -> bool:
    said = spelled(text)
    if said in _PERHAPS_ANSWERED:
        return False
    known = bool(said) and set(said.split()) <= _NOTHING
    return known or means_no_day(text) or bool(re.fullmatch(_NOT_YET, said))
