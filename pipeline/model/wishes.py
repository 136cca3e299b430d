"""What people write beside a name so as not to write to them: DO NOT CONTACT, ask first, deceased, †, (left company). Pure."""

from __future__ import annotations

import re

_REACH = r"(?:contact\w*|writ\w+|call\w*|phone|ring|e\ ?mail\w*|mail\w*|letters?|approach\w*|disturb|use|send|ask|reach out|touch)"
_WISHES = re.compile(
    rf"""\b(?:
    (?:please\ )?(?:do\ not|don['’]?t|not(?:\ to)?|never|no)\ (?:\w+\ )?{_REACH} | DNC
    | (?:please\ )?(?:ask|check|talk)\ (?:\w+\ ){{0,3}}(?:first|before) | ask\ (?:me|us|before)
    | deceased | dec['’]d | the\ late | died | dead | passed\ away | has\ passed
    | (?:has\ )?left\ (?:the\ |this\ )?(?:company|firm|job|us|org\w*|school|(?:in\ )?\d{{4}}) | no\ longer\ (?:\w+\ )?(?:there|here|with|at|in|works?|employed)
    | on\ hold | opt(?:ed)?\ out | unsubscribed? | black\ ?list(?:ed)?
    | (?:bitte\ )?(?:nicht|niemals|keine?)\ (?:mehr\ )?(?:anschreiben|schreiben|kontaktieren|anrufen|mails?|kontakt) | verstorben | gestorben | erst\ fragen
    | ne\ pas\ (?:contacter|écrire|appeler) | décédée? | no\ (?:contactar|escribir|llamar) | fallecid[oa]
    | non\ (?:contattare|scrivere|chiamare) | decedut[oa] | niet\ (?:benaderen|contacteren|bellen|mailen|schrijven) | overleden
    | não\ (?:contatar|contactar|escrever|ligar) | falecid[oa] | nie\ (?:kontaktować|pisać|dzwonić)
    )\b | [†✝✞✟⚰🪦⛔🚫🛑] | \(\s*(?:left|gone|moved|ex|late|dec\.?|RIP|R\.I\.P\.?)\s*\) | \bR\.I\.P\b | (?<=\w\ )(?-i:RIP)$""",
    re.IGNORECASE | re.VERBOSE,
)


def wish_in(text: str) -> str:
    """Find words in a name that ask not to write to its bearer, as they stand; "" where there are none."""
    line = " ".join(text.split())
    found = _WISHES.search(line.replace("-", " ").replace("_", " "))
    return line[found.start() : found.end()] if found else ""
