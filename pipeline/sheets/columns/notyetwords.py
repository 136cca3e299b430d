"""Kinds of states that say that nobody has written yet: what is to be done, what is lacking, a place in a list (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.sheets.columns.statewords import ALL_ALONE, AWAITS, NOT_YET_THERE, SOME_DAY, THEM, WEEKDAY


class NotYet(NamedTuple):
    """A kind of state: an example, and the pattern of it, folded as `spelled` does; names are said as "them" and "someone"."""

    example: str
    pattern: str


def either_of(kinds: Iterable[NotYet]) -> str:
    """Give the pattern of any of these kinds."""
    return "|".join(kind.pattern for kind in kinds)


_VERB = r"(?:contact|do|e ?mail|mail|write|call|phone|message|reach out|approach|research|find|ask|look|ping|text|send|get|draft|introduce)"
_DONE = r"(?:contacted|e ?mailed|mailed|written|approached|reached|messaged|sent|started|begun|tried|attempted|done|called|kontaktiert|angeschrieben|contactad[oa]|contacte)"
_WHEN = rf"(?:in|on|by|after|before|next|this|when|once|soon|later|for|about|via|asap|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|tomorrow|tonight)"
LETTER = r"(?:letter|e ?mail|note|message)"
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
A_FIRST = r"(?!.*\b(?:follow|reply|replied|responded|thank\w*|again|back|second|another|remind\w*|resend|our|agreed|arranged|interview|lunch|coffee|whether|to confirm|confirmation|(?:she|he|they) said|at \d\d?|\d\d?(?: \d\d)? ?[ap]m)\b)"
OF_A_FIRST = (
    NotYet("need to email", rf"(?:(?:i|we|still|yet|need|needs|have|has|want|plan|going) )*to (?:be )?{_VERB}(?:ed)?\b.*"),
    NotYet("needs an intro", r"(?:still )?needs? (?:an? |the |her |his |their |warm )?(?:e ?mail|address|intro(?:duction)?|number|research|contact|letter|draft)\b.*"),
    NotYet("not yet contacted", rf"(?:have |has |i |we |noch |todavia |aun |ainda )*(?:not|never|nicht|no|pas|non|(?:have|has|did)n ?t)(?: yet| been| encore)* {_DONE}(?: (?:to|out|yet|at all))*"),
    NotYet("no contact made yet", rf"no (?:contact|outreach|{LETTER})(?: made| sent)? (?:yet|so far)"),
    NotYet("ready to email", rf"ready to {_VERB}"),
    NotYet("à faire", r"a faire"),
    NotYet("looking for her address", rf"(?:looking for|finding|getting|drafting|preparing|writing|find|get|missing|gathering) (?:an? |the |my |first |her |his |their )*(?:{LETTER}|address|contact|number|phone|info)(?: (?:address|info|details|number))?"),
    NotYet("will email", rf"(?:will|shall|should|must) {_VERB}"),
    NotYet("por contactar", r"(?:por|a) (?!(?:re(?:lancer|ppell?er|contacter|pondre|mercier)|rappeler|responder|contestar|agradecer)\b)\w+[aei]r"),
    NotYet("letter to send", rf"{LETTER} to (?:send|write)"),
    NotYet("stage 0", r"(?:phase|stage|step) 0"),
    NotYet("not yet reach out", r"(?:not )?(?:yet )?reach out"),
    NotYet("noch anzuschreiben", r"(?:an|noch |zu)*zu ?(?:schreiben|rufen|mailen|kontaktieren)"),
    NotYet("anzurufen", r"(?:an|noch an)zu(?:schreiben|rufen|mailen)"),
    NotYet("new lead", r"(?:uncontacted|untouched|new|fresh) (?:lead|contact|prospect|name)"),
    NotYet("warm intro needed", r"(?:warm )?intro(?:duction)? (?:needed|wanted|first)"),
    NotYet("I hope to write to her", rf"(?:i |we )?{_SHALL} {_REACH}\b{_TO_A_STRANGER}.*"),
    NotYet("can't find her email", rf"{_SEARCH}(?: (?:address|info|details|number|first|online|somewhere|yet))*"),
    NotYet("no address listed", r"no (?:e ?mail|address|phone|number|contact info) (?:found|listed|given|available|known)(?: yet)?"),
    NotYet("letter not sent yet", rf"(?:{LETTER}|it|intro|first contact) (?:has )?(?:is )?(?:not(?: been)?|never|hasn t been|isn t|unsent) ?(?:sent|mailed|out|written|posted|finished|done|ready|begun|started)?(?: yet)?"),
    NotYet("send her a letter next week", rf"send (?:an? |the |my |first |her |him |them )*{LETTER}(?: {_WHEN}\b(?!.*\b(?:call|talk|meeting|chat)\b).*)?"),
    NotYet("still working on the letter", rf"(?:(?:still|currently|now|just|been) )*(?:working on|started|starting|start|begun|writing|finishing|polishing|revising|editing|drafting|wrote|have)(?: an?| the| my| her| his| first| intro| draft| rough)* (?:drafting|draft|{LETTER}|wording|text)"),
    NotYet("first email pending", rf"(?:first|1st|initial) (?:{LETTER}|contact|outreach) (?:is )?(?:still )?(?:pending|planned|due|open|next|not yet|tbd|needed|to (?:do|come|send|write|make))(?: .*)?"),
    NotYet("still researching", r"(?:(?:still|currently|now|just) )+(?:researching|searching|preparing|drafting|collecting|on (?:the )?list)"),
    NotYet("no action taken so far", r"no (?:action|attempts?)(?: taken| made)?(?: (?:yet|so far))?"),
    NotYet("nothing sent yet", r"nothing (?:done|sent|started|written)(?: (?:yet|so far))?"),
    NotYet("in the queue", r"in (?:the )?(?:queue|line|prep|backlog|reserve)"),
    NotYet("on my radar", r"on (?:deck|(?:the |my )?radar)"),
    NotYet("next batch", r"(?:next|second|2nd|third|later) (?:batch|round|wave|group|list)"),
    NotYet("added to my list in May", r"added (?:to|on|from|in) (?:my |the |this )?(?:list|sheet|spreadsheet|file|table|crm|database)\b.*"),
    NotYet("following her on LinkedIn", rf"follow(?:ing|ed)? (?:{THEM} )?on (?:linkedin|twitter|x|instagram|facebook|threads|bluesky)"),
    NotYet("read her book first", r"(?:read|check|finish|update|fix|polish) (?:\w+ ){1,4}first"),
    # Who begins a state is not told by the name.
    NotYet("Sam will introduce me", r"(?!(?:she|he|they|\w+ed|agrees|offers|wants|happy|willing|glad|waiting|hopes|plans)\b)\w+ (?:to|will|can|could|might|may) (?:introduce|intro|connect)(?: (?:me|us|them))?"),
    NotYet("write", r"write"),
    NotYet("save for later", r"(?:saving|saved?|keep|reserved?) for (?:later|last|spring|summer|fall|winter)"),
    NotYet("im Januar anschreiben", r"(?:(?:erst|noch|bald|spater|muss|will|mochte|ich|nachste woche|(?:im|vor|ab|in) \w+) )*(?:anschreiben|kontaktieren|anmailen)"),
    NotYet("noch recherchieren", r"noch (?:zu tun|recherchieren|adresse suchen)"),
    NotYet("Adresse fehlt", r"adresse (?:fehlt|suchen)"),
    NotYet("por hacer", r"por hacer"),
    NotYet("pendiente de escribir", r"pendiente de (?:contactar|escribir|llamar|enviar)"),
    NotYet("falta el correo", r"falta (?:el |su )?(?:correo|email|telefono|direccion|contactar|escribir)"),
    NotYet("sin contactar", r"sin (?:contactar|contacto|escribir)"),
    NotYet("considering", r"considering"),
    NotYet("thinking about it", r"thinking about (?:it|them|her|him)"),
    NotYet("interesting", r"interesting"),
    NotYet("name only", r"(?:name|list) only"),
    NotYet("just a name", r"just (?:a name|found|added|listed)"),
    NotYet("collected", r"collected"),
    NotYet("listed", r"listed"),
    NotYet("on my list", r"(?:on|in) (?:the |my )?list"),
    NotYet("letter in draft", rf"(?:{LETTER} in|writing) draft"),
    NotYet("in preparation", r"in (?:preparation|vorbereitung)"),
    NotYet("no email address yet", r"no (?:e ?mail )?(?:address|number|phone|e ?mail)(?: yet)?"),
    NotYet("sin empezar", r"sin empezar"),
    NotYet("good prospect", r"(?:good|great) prospect"),
    NotYet("long shot", r"long shot"),
    NotYet("research needed", r"research(?:ing)? (?:needed|required|first|more)"),
    NotYet("uncontacted", r"un(?:contacted|sent|touched|started|approached|worked|assigned)"),
    NotYet("unbearbeitet", r"unbearbeitet"),
    NotYet("0 emails so far", r"(?:0|zero) (?:contacts?|letters?|e ?mails?|messages?|calls?|attempts?)(?: (?:made|sent))?(?: (?:yet|so far))?"),
    NotYet("no letters sent yet", r"(?:no (?:letters?|e ?mails?|messages?|notes?|calls?)|none) (?:made|sent|written)(?: (?:yet|so far))?"),
    NotYet("no outreach", r"no outreach"),
    NotYet("first call not made yet", r"(?:(?:first|any) )?(?:call|contact|outreach) (?:was |is )?not (?:been )?(?:made|done|started)(?: yet)?"),
    NotYet("I didn't write yet", r"(?:i )?(?:did not|didn t) (?:write|e ?mail|contact|reach out|send)(?: (?:yet|anything))?"),
    NotYet("haven't had the chance yet", r"(?:i )?(?:have not|haven t) (?:had (?:a |the )?(?:chance|time)|(?:gotten|got) (?:to (?:it|this|them)|around to it))(?: yet)?"),
    NotYet("noch nicht geschrieben", r"noch nicht (?:geschrieben|gemailt|angemailt|angerufen)"),
    NotYet("pas encore écrit", r"pas (?:encore )?(?:ecrit|commence|fait|envoye|appelee?)"),
    NotYet("no iniciado", r"no (?:iniciado|empezado|escrito|enviado)"),
    NotYet("on my to-do list", r"on (?:my |the )?to ?do list"),
    NotYet("to do: email", r"to ?do (?:e ?mail|write|contact|call|research)"),
    NotYet("first draft done", r"(?:first|rough|my) draft (?:done|ready|written|finished)"),
    NotYet("letter in progress", rf"(?:{LETTER}|draft) in (?:progress|the works)"),
    NotYet("don't have her email yet", r"(?:i )?don t have (?:an? |her |his |the |their )?(?:e ?mail|address|number|phone|contact info)(?: yet)?"),
    NotYet("who is this", r"who(?: is (?:this|that|she|he))?"),
    NotYet("muss ich noch anschreiben", r"muss (?:ich )?noch (?:an)?schreiben"),
    NotYet("à écrire", r"a (?:ecrire|joindre)"),
    NotYet("plus tard", r"plus tard"),
    NotYet("más tarde", r"mas tarde"),
    NotYet("in Planung", r"in planung"),
    NotYet("Anschreiben vorbereiten", r"(?:(?:anschreiben|brief|mail|e ?mail) )?(?:vorbereiten|verfassen|entwerfen|formulieren|aufsetzen)"),
    NotYet("zu erledigen", r"zu erledigen"),
    NotYet("demnächst", r"demnachst"),
    NotYet("nächste Woche", r"nachste woche"),
    NotYet("next year", r"next year"),
    NotYet("Entwurf fertig", r"(?:brief|mail|e ?mail)? ?entwurf(?: (?:fertig|steht|vorhanden|erstellt))?"),
    NotYet("B-Kandidatin", r"(?:[abc] )?kandidat(?:in)?"),
    NotYet("Wunschliste", r"wunschliste"),
    NotYet("noch zu recherchieren", r"(?:noch )?(?:zu )?recherchieren"),
    NotYet("call her next week", rf"{_VERB} (?:{THEM} )?{_WHEN}\b.*"),
    NotYet("intro requested", rf"(?:intro(?:duction)?|referral|address|{LETTER}) (?:requested|pending|needed|wanted|missing|draft(?:ed)?)\b.*"),
    NotYet("need an intro", r"(?:request(?:ed)?|need|want) (?:an? )?(?:intro(?:duction)?|referral)\b.*"),
    NotYet("tried to find her", r"tried to (?:find|get|locate|look)\b.*"),
)  # fmt: skip
# None of these beside a letter that went, or a talk.
ALONE = (
    NotYet("letter to go out Monday", rf"(?:{LETTER}|draft) to (?:go|be|send|write|mail|finish)\b.*"),
    NotYet("added 10/2", rf"added ?{SOME_DAY}.*"),
    NotYet("bookmarked on LinkedIn", r"(?:bookmarked|saved|starred|flagged|spotted|discovered|found)(?: (?:her |him |them )?(?:on|in|via|through|at|online)\b.*)?"),
    NotYet("suggested by Bob", rf"(?:suggested|recommended) by (?!(?:{THEM}|his|their)\b)\w+(?: \w+)?"),
    NotYet("from the alumni list", r"from (?:linkedin|(?:the )?(?:alumni|member|class) \w+)"),
    NotYet("ask someone for her email", r"(?:ask|asking|get|need|waiting (?:on|for)|wait for) (?:\w+ ){0,4}someone\b.*"),
    NotYet("someone will introduce me", rf"someone (?:s |is |has )?(?:to|will|ll|can|could|might|may|would|going to|wants to|offered to|promised to|should|knows) (?:introduce|connect|ask|give|forward|find|put|intro|talk|tell|vouch|help|{THEM})\b.*"),
    NotYet("intro coming soon", r"(?:warm )?intro(?:duction)? (?:coming|promised|offered|expected|possible|soon|later).*"),
    NotYet("waiting for email address", rf"{AWAITS} (?:{NOT_YET_THERE}|someone\b).*"),
)  # fmt: skip
# Whom one met at a fair, or in Boston, is whom one writes to; what others wrote to one is not of them.
OF_OTHERS = (
    NotYet("no reply needed", r"no (?:reply|response|answer) (?:needed|required|necessary|expected)"),
    NotYet("met at the fair", r"met (?!in person\b).*\b(?:at|in|through|via|fair|conference)\b.*"),
    NotYet("Bob emailed me", r"(?:(?:her|his|their) )?\w+ (?:e ?mailed|wrote|messaged|called)(?: to)? me\b.*"),
    NotYet("email address from Bob", r"(?:e ?mail )?(?:address|number|contact (?:details|info(?:rmation)?)) (?:from|by|via|of)\b.*"),
)  # fmt: skip
