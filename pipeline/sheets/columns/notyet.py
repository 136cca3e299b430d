"""What a state says while nobody has written yet, or of others: "New", "To contact", "Warm, high". Pure."""

from __future__ import annotations

import re

from pipeline.model.texts import spelled, word_set
from pipeline.sheets.cells import says_never, stands_for_nothing
from pipeline.sheets.columns.dayorder import means_no_day
from pipeline.sheets.columns.stateheaders import is_of_answers, is_of_thanks
from pipeline.sheets.columns.statewords import ALL_ALONE, AWAITS, NOT_YET_THERE, SOME_DAY, THEM, WEEKDAY

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
_PERHAPS_ANSWERED = word_set("no nein non nao niet pending")
_NO_ANSWER = r"(?:none|nothing|not)(?: yet)?|no|nil|pending|x+|nein|keine?|ningun[oa]?|aucune?|nessun[oa]?"
_VERB = r"(?:contact|do|e ?mail|mail|write|call|phone|message|reach out|approach|research|find|ask|look|ping|text|send|get|draft|introduce)"
_DONE = r"(?:contacted|e ?mailed|mailed|written|approached|reached|messaged|sent|started|begun|tried|attempted|done|called|kontaktiert|angeschrieben|contactad[oa]|contacte)"
_WHEN = rf"(?:in|on|by|after|before|next|this|when|once|soon|later|for|about|via|asap|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|tomorrow|tonight)"
_LETTER = r"(?:letter|e ?mail|note|message)"
_REACH = r"(?:contact|e ?mail|mail|write|call|phone|message|reach out|approach|text|ping|research)"
_SHALL = r"(?:will|shall|should|must|might|may|gonna|(?:going|hoping|planning|intending|ready|about|want|need|plan|hope|intend|have yet|yet) to|would like to)"
# Of "will email me dates", "will call Thursday at 3" and "will send my resume as she asked" they know.
_TO_A_STRANGER = (
    r"(?!.*\b(?:me|us|again|resume|cv|asked|wanted|promised|suggested|arranged|said|her boss|his boss|confirm|times|dates|availability"
    r"|answers|questions|directions|transcript|portfolio|samples|links?|article|the letter|(?:after|when|if|once) (?:she|he|they|her|his|their|i)"
    rf"|at \d\d?|\d\d?(?: \d\d)? ?[ap]m)\b){ALL_ALONE}"
)
_SEARCH = (
    r"(?:(?:(?:can ?t|couldn t|cannot|could not|unable to|trying to|tried to|hard to|try to) (?:find|get|locate)|search(?:ing)? for|(?:look|looking|digging) (?:up|for|at|into)"
    r"|(?:find|get|getting|finding|need|needs|missing|lacking|guess|verify|check|confirm)) (?:an? |the |my |her |his |their |right |good |valid |new |correct |current )*"
    r"(?:e ?mail|address|number|phone|contact|info|linkedin|profile|name|person|hook|reason|connection)s?)"
)
_A_FIRST = r"(?!.*\b(?:follow|reply|replied|responded|thank\w*|again|back|second|another|remind\w*|resend|our|agreed|arranged|interview|lunch|coffee|whether|to confirm|confirmation|(?:she|he|they) said|at \d\d?|\d\d?(?: \d\d)? ?[ap]m)\b)"
# None of these beside a letter that went, or a talk.
_OR_ALONE = (
    rf"{ALL_ALONE}(?:(?:{_LETTER}|draft) to (?:go|be|send|write|mail|finish)\b.*"
    rf"|added ?{SOME_DAY}.*|(?:bookmarked|saved|starred|flagged|spotted|discovered|found)(?: (?:her |him |them )?(?:on|in|via|through|at|online)\b.*)?"
    rf"|(?:suggested|recommended) by (?!(?:{THEM}|his|their)\b)\w+(?: \w+)?|from (?:linkedin|(?:the )?(?:alumni|member|class) \w+)"
    r"|(?:ask|asking|get|need|waiting (?:on|for)|wait for) (?:\w+ ){0,4}someone\b.*"
    rf"|someone (?:s |is |has )?(?:to|will|ll|can|could|might|may|would|going to|wants to|offered to|promised to|should|knows) (?:introduce|connect|ask|give|forward|find|put|intro|talk|tell|vouch|help|{THEM})\b.*"
    r"|(?:warm )?intro(?:duction)? (?:coming|promised|offered|expected|possible|soon|later).*"
    rf"|{AWAITS} (?:{NOT_YET_THERE}|someone\b).*)"
)
# Not compiled at import: most days need none of it.
_NOT_YET = (
    rf"{_A_FIRST}(?:"
    rf"(?:(?:i|we|still|yet|need|needs|have|has|want|plan|going) )*to (?:be )?{_VERB}(?:ed)?\b.*"
    r"|(?:still )?needs? (?:an? |the |her |his |their |warm )?(?:e ?mail|address|intro(?:duction)?|number|research|contact|letter|draft)\b.*"
    rf"|(?:have |has |i |we |noch |todavia |aun |ainda )*(?:not|never|nicht|no|pas|non|(?:have|has|did)n ?t)(?: yet| been| encore)* {_DONE}(?: (?:to|out|yet|at all))*"
    rf"|no (?:contact|outreach|{_LETTER})(?: made| sent)? (?:yet|so far)|ready to {_VERB}|a faire"
    rf"|(?:looking for|finding|getting|drafting|preparing|writing|find|get|missing|gathering) (?:an? |the |my |first |her |his |their )*(?:{_LETTER}|address|contact|number|phone|info)(?: (?:address|info|details|number))?"
    rf"|(?:will|shall|should|must) {_VERB}|(?:por|a) (?!(?:re(?:lancer|ppell?er|contacter|pondre|mercier)|rappeler|responder|contestar|agradecer)\b)\w+[aei]r|{_LETTER} to (?:send|write)|(?:phase|stage|step) 0|(?:not )?(?:yet )?reach out"
    r"|(?:an|noch |zu)*zu ?(?:schreiben|rufen|mailen|kontaktieren)|(?:an|noch an)zu(?:schreiben|rufen|mailen)"
    r"|(?:uncontacted|untouched|new|fresh) (?:lead|contact|prospect|name)|(?:warm )?intro(?:duction)? (?:needed|wanted|first)"
    rf"|(?:i |we )?{_SHALL} {_REACH}\b{_TO_A_STRANGER}.*"
    rf"|{_SEARCH}(?: (?:address|info|details|number|first|online|somewhere|yet))*|no (?:e ?mail|address|phone|number|contact info) (?:found|listed|given|available|known)(?: yet)?"
    rf"|(?:{_LETTER}|it|intro|first contact) (?:has )?(?:is )?(?:not(?: been)?|never|hasn t been|isn t|unsent) ?(?:sent|mailed|out|written|posted|finished|done|ready|begun|started)?(?: yet)?"
    rf"|send (?:an? |the |my |first |her |him |them )*{_LETTER}(?: {_WHEN}\b(?!.*\b(?:call|talk|meeting|chat)\b).*)?"
    rf"|(?:(?:still|currently|now|just|been) )*(?:working on|started|starting|start|begun|writing|finishing|polishing|revising|editing|drafting|wrote|have)(?: an?| the| my| her| his| first| intro| draft| rough)* (?:drafting|draft|{_LETTER}|wording|text)"
    rf"|(?:first|1st|initial) (?:{_LETTER}|contact|outreach) (?:is )?(?:still )?(?:pending|planned|due|open|next|not yet|tbd|needed|to (?:do|come|send|write|make))(?: .*)?"
    r"|(?:(?:still|currently|now|just) )+(?:researching|searching|preparing|drafting|collecting|on (?:the )?list)"
    r"|no (?:action|attempts?)(?: taken| made)?(?: (?:yet|so far))?|nothing (?:done|sent|started|written)(?: (?:yet|so far))?"
    r"|in (?:the )?(?:queue|line|prep|backlog|reserve)|on (?:deck|(?:the |my )?radar)|(?:next|second|2nd|third|later) (?:batch|round|wave|group|list)"
    rf"|added (?:to|on|from|in) (?:my |the |this )?(?:list|sheet|spreadsheet|file|table|crm|database)\b.*"
    rf"|follow(?:ing|ed)? (?:{THEM} )?on (?:linkedin|twitter|x|instagram|facebook|threads|bluesky)|(?:read|check|finish|update|fix|polish) (?:\w+ ){{1,4}}first"
    # "Sam to introduce": who begins a state is not told by the name.
    r"|(?!(?:she|he|they|\w+ed|agrees|offers|wants|happy|willing|glad|waiting|hopes|plans)\b)\w+ (?:to|will|can|could|might|may) (?:introduce|intro|connect)(?: (?:me|us|them))?"
    r"|write|(?:saving|saved?|keep|reserved?) for (?:later|last|spring|summer|fall|winter)"
    r"|(?:(?:erst|noch|bald|spater|muss|will|mochte|ich|nachste woche|(?:im|vor|ab|in) \w+) )*(?:anschreiben|kontaktieren|anmailen)|noch (?:zu tun|recherchieren|adresse suchen)|adresse (?:fehlt|suchen)"
    r"|por hacer|pendiente de (?:contactar|escribir|llamar|enviar)|falta (?:el |su )?(?:correo|email|telefono|direccion|contactar|escribir)|sin (?:contactar|contacto|escribir)"
    r"|considering|thinking about (?:it|them|her|him)|interesting|(?:name|list) only|just (?:a name|found|added|listed)|collected|listed|(?:on|in) (?:the |my )?list"
    rf"|(?:{_LETTER} in|writing) draft|in (?:preparation|vorbereitung)|no (?:e ?mail )?(?:address|number|phone|e ?mail)(?: yet)?|sin empezar|(?:good|great) prospect|long shot"
    r"|research(?:ing)? (?:needed|required|first|more)"
    r"|un(?:contacted|sent|touched|started|approached|worked|assigned)|unbearbeitet"
    # Counts, and what was not done: of a letter or of any contact, not of a talk.
    r"|(?:0|zero) (?:contacts?|letters?|e ?mails?|messages?|calls?|attempts?)(?: (?:made|sent))?(?: (?:yet|so far))?"
    r"|(?:no (?:letters?|e ?mails?|messages?|notes?|calls?)|none) (?:made|sent|written)(?: (?:yet|so far))?|no outreach"
    r"|(?:(?:first|any) )?(?:call|contact|outreach) (?:was |is )?not (?:been )?(?:made|done|started)(?: yet)?"
    r"|(?:i )?(?:did not|didn t) (?:write|e ?mail|contact|reach out|send)(?: (?:yet|anything))?"
    r"|(?:i )?(?:have not|haven t) (?:had (?:a |the )?(?:chance|time)|(?:gotten|got) (?:to (?:it|this|them)|around to it))(?: yet)?"
    r"|noch nicht (?:geschrieben|gemailt|angemailt|angerufen)|pas (?:encore )?(?:ecrit|commence|fait|envoye|appelee?)|no (?:iniciado|empezado|escrito|enviado)"
    rf"|on (?:my |the )?to ?do list|to ?do (?:e ?mail|write|contact|call|research)|(?:first|rough|my) draft (?:done|ready|written|finished)|(?:{_LETTER}|draft) in (?:progress|the works)"
    r"|(?:i )?don t have (?:an? |her |his |the |their )?(?:e ?mail|address|number|phone|contact info)(?: yet)?|who(?: is (?:this|that|she|he))?"
    r"|muss (?:ich )?noch (?:an)?schreiben|a (?:ecrire|joindre)|plus tard|mas tarde|in planung"
    r"|(?:(?:anschreiben|brief|mail|e ?mail) )?(?:vorbereiten|verfassen|entwerfen|formulieren|aufsetzen)|zu erledigen|demnachst|nachste woche|next year"
    r"|(?:brief|mail|e ?mail)? ?entwurf(?: (?:fertig|steht|vorhanden|erstellt))?|(?:[abc] )?kandidat(?:in)?|wunschliste|(?:noch )?(?:zu )?recherchieren"
    rf"|{_VERB} (?:{THEM} )?{_WHEN}\b.*"
    rf"|(?:intro(?:duction)?|referral|address|{_LETTER}) (?:requested|pending|needed|wanted|missing|draft(?:ed)?)\b.*"
    r"|(?:request(?:ed)?|need|want) (?:an? )?(?:intro(?:duction)?|referral)\b.*"
    r"|tried to (?:find|get|locate|look)\b.*"
    rf"|{_OR_ALONE})|no (?:reply|response|answer) (?:needed|required|necessary|expected)"
    # Whom one met at a fair, or in Boston, is whom one writes to; what others wrote to one is not of them.
    r"|met (?!in person\b).*\b(?:at|in|through|via|fair|conference)\b.*|(?:(?:her|his|their) )?\w+ (?:e ?mailed|wrote|messaged|called)(?: to)? me\b.*"
    r"|(?:e ?mail )?(?:address|number|contact (?:details|info(?:rmation)?)) (?:from|by|via|of)\b.*"
)
_UNSENT = (
    rf"(?:(?:{_LETTER}|it|the|my|first|draft|text|wrote|written|an?|but|and|is|was|has(?= been\b| not been\b| never been\b)|been|ready|done|finished|drafted) )*"
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
    return known or means_no_day(text) or bool(re.fullmatch(_NOT_YET, said))
