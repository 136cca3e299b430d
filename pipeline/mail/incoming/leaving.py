"""Automatic replies that say that somebody is gone for good, not only away, and where they are now."""

from __future__ import annotations

import re
from collections.abc import Set
from email.message import Message
from typing import NamedTuple

from pipeline.mail.incoming.headers import sender_name, sender_of
from pipeline.mail.incoming.people import plain_words

# What somebody left for good, in five languages: who has left the office, or "das Haus", is back some day.
_EMPLOYER = {
    "de": r"(?:unternehmen|firma|institut|universität|hochschule|klinik|verlag|museum|gesellschaft|organisation|behörde|abteilung|kanzlei|agentur|bank|schule|stiftung|verein)",
    "es": r"(?:la|el|nuestra|nuestro|su|mi) (?:empresa|compañía|universidad|instituto|organización|museo|banco|hospital|equipo|puesto|grupo|agencia|escuela|fundación)",
    "it": r"(?:l['’]|la |il |lo |nostr[ao] )(?:azienda|società|università|istituto|organizzazione|museo|banca|ospedale|gruppo|studio|agenzia|scuola|fondazione|incarico|ente)",
    "pt": r"(?:a|o|nossa|nosso) (?:empresa|universidade|instituto|organização|museu|banco|hospital|equipa|equipe|grupo|agência|escola|fundação|cargo)",
    "nl": r"(?:(?:de|het|onze|ons) )(?:organisatie|bedrijf|universiteit|instituut|museum|bank|school|ziekenhuis|afdeling|stichting|gemeente|bureau)",
}
_GERMAN_DAY = r"(?: (?:zum|am|per|mit|ende) [\w.]+(?: \w+(?: \d{4})?)?)?"
# Who has "left for Rome" is back, too.
_GONE = re.compile(
    r"\b(?:i|have|has|['’]ve) (?:now |since |recently |just )?left (?:(?:the|my|our|this) (?:company|firm|organi[sz]ation|position|job|role|post|university|college|school|"
    r"team|department|hospital|museum|bank|agency|practice|clinic|institute|library|business)\b(?! in (?:charge|the hands|good hands)\b)|(?-i:[A-Z]))"
    r"|\bno longer (?:with|at|works?|working|employed|part of|an? employee|in (?:this|the|my|that) (?:role|position|job|post)|at this address)\b"
    r"|\bno longer (?:in use|active|valid|(?:being )?(?:monitored|checked|read|used))\b"
    r"|\b(?:i|have|has|['’]ve) (?:now |recently )?(?:retired|moved on|changed jobs|resigned)\b|\bmy last (?:working )?day (?:was|at)\b"
    r"|\b(?:my|a|the|their|his|her) new (?:e-?mail )?(?:address|e-?mail|contact (?:details|information))\b"
    r"|\b(?:account|mailbox|address) (?:has been|is|was|is being) (?:now )?(?:deactivated|disabled|closed|discontinued|retired|decommissioned)\b"
    r"|\baddress has (?:now |recently )?changed\b|\bemployment (?:with|at|by) [^.]{1,40}? ?ended\b"
    r"|\bnicht (?:mehr|länger) (?:bei|für|im (?:unternehmen|hause?|amt)|erreichbar|tätig|beschäftigt|gültig|aktiv|in gebrauch)\b|\b(?:ausgeschieden|im ruhestand)\b|\bneuen? (?:e-?mail-?|mail-?)?adresse\b"
    rf"|\b(?:unser|unsere|das|die|den) (?:{_EMPLOYER['de']}|(?:stadt|gemeinde|universität|firma) (?-i:[A-ZÄÖÜ])[\w-]+){_GERMAN_DAY} verlassen\b|\bunser haus{_GERMAN_DAY} verlassen\b|\b(?:hat|haben) uns{_GERMAN_DAY} verlassen\b"
    r"|\b(?:arbeite|arbeitet) nicht (?:mehr|länger) (?:bei|für|in (?:unserem|diesem|dem) (?:unternehmen|haus))\b|\b(?:bin|ist) seit [^;!?]{1,25}in pension\b(?! in\b)"
    r"|\bhar (?:jeg |jag )?(?:nu )?(?:slutat|sluttet) (?:på|hos|i|ved)\b|\bfratrådt (?:min|sin) stilling\b"
    r"|\b(?:in|im) (?:den |der |dem )?ruhestand\b|\bin rente\b"
    r"|\bne (?:travaille|fais|fait) plus\b|\b(?:j['’]ai|a) quitté\b(?! (?:le|mon|son) bureau\b)|\bà la retraite\b|\ben retraite depuis\b|\bnouvelle adresse\b|\bn['’]est plus (?:valide|utilisée|active)\b"
    rf"|\b(?:he|ha) dejado {_EMPLOYER['es']}\b|\bdej(?:é|ó) {_EMPLOYER['es']}\b|\b(?:ho|ha) lasciato {_EMPLOYER['it']}\b|\bin pensione\b|\b(?:me he|se ha|estoy) jubilad[oa]?\b"
    rf"|\bdeix(?:ei|ou) {_EMPLOYER['pt']}\b|\baposent(?:ei|ou)\b|\b(?:heeft|heb) {_EMPLOYER['nl']} verlaten\b|\bmet pensioen\b"
    r"|\b(?:jobbar|arbetar|arbejder|arbeider|jobber) (?:inte längre|ikke (?:længere|lenger))\b|\bjuż nie pracuj\w*|\bnie pracuj\w* już\b|\bji[žz] nepracuj\w*|больше не работа|离职|離職"
    r"|\bya no (?:trabaj|est[áo]|form)|\bnueva dirección\b|\bnon (?:lavor[oa]|è|sono|faccio) più\b|\bnuovo indirizzo\b"
    r"|\bjá não trabalh\w*|\bnão trabalh\w* mais\b|\b(?:já )?não fa(?:ço|z) (?:mais )?parte\b|\bnovo (?:endereço|e-?mail)\b|\bniet (?:meer|langer) (?:werkzaam|in dienst|bij|in gebruik|actief)\b|\bnieuwe? (?:e-?mail-?)?adres\b"
    r"|退職|退社|異動(?:いたし|しま|に)|転職",
    re.IGNORECASE,
)
# In the same sentence: who is gone for the day is no more than away; who is gone as of today, or had their last day, is gone.
_FOR_NOW = re.compile(
    r"(?<!as of )(?<!since )(?<!from )(?<!starting )(?<!\bab )(?<!seit )(?<!von )(?<!desde )(?<!partir d['’])(?<!depuis )(?<!\bda )"
    r"(?<!vanaf )\b(?:today(?! (?:is|was) my last)|this week|heute(?! (?:ist|war) mein letzter)|diese woche|aujourd['’]hui|cette semaine|hoy|oggi|hoje|vandaag)\b",
    re.IGNORECASE,
)
# What is said before an address of one's own, on the same line or the next.
_OWN_WORDS = re.compile(
    r"\b(?:(?:reach|contact|find|mail|e-?mail|write|follow)(?: to)? me|be reached|my (?:new|private|personal|current)|i(?: am|['’]m) now|neuen? (?:e-?mail-?|mail-?)?adresse|erreichen (?:sie )?mich|bin ich|(?:me|m['’]) (?:joindre|écrire|contacter)"
    r"|nouvelle adresse|nueva dirección|nuovo indirizzo|novo (?:endereço|e-?mail)|nieuwe? (?:e-?mail-?)?adres)\b[^@]{0,60}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


class Leaving(NamedTuple):
    """That somebody is gone for good: the first address that is named for it, and whether it is surely their own."""

    address: str = ""
    theirs: bool = False


def leaving_in(mail: Message, own_words: str, ours: Set[str]) -> Leaving | None:
    """Read out of an automatic reply whether its sender is gone, and where to; None where they are only away. `ours`: the user's addresses."""
    said = " ".join(own_words[:1500].split())
    if not any(_GONE.search(sentence) and not _FOR_NOW.search(sentence) for sentence in _sentences(said)):
        return None
    here = sender_of(mail)
    found = [m for m in _ADDRESS.finditer(said) if m[0].lower() not in ours | {here}]
    theirs = next((m for m in found if _is_theirs(m, said, mail, here)), None)
    chosen = theirs or next(iter(found), None)
    return Leaving(chosen[0].lower() if chosen else "", theirs is not None)


def _sentences(said: str) -> list[str]:
    # The stop of "zum 31.10. verlassen" ends no sentence.
    return re.split(r"(?<!\d\.\d)(?<!\d\.\d\d)[.!?;] |\. (?=[A-ZÄÖÜ])|[。！]", said)


def _is_theirs(found: re.Match[str], said: str, mail: Message, here: str) -> bool:
    """Tell an address of their own by the words before it, or by their name in it, from a successor's."""
    before = _sentences(said[: found.start()])[-1].rpartition("@")[2]
    local, mine = found[0].lower().partition("@")[0], here.partition("@")[0]
    names = {word for word in plain_words(f"{sender_name(mail)} {mine}") if len(word) > 2}
    return _OWN_WORDS.search(before) is not None or not names.isdisjoint(plain_words(local)) or local == mine
