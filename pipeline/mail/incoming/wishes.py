"""Whether somebody asks, in a mail of their own, not to be written to again (pure)."""

from __future__ import annotations

import re

_READ = 1_500
_AGAIN = r"(?:again|any ?more|any longer|further|in (?:the )?future)"
_END = r"(?=\s*(?:[.!;]|$|\n|please\b))"
_TO_WRITE = r"(?:contact|write|e-?mail|mail|message|approach|call|phone|reach out)"
_NOT_UNTIL = r"(?!\W*\b(?:until|till|before|unless|by|at)\b)"
_ENGLISH = (
    rf"\b(?:do not|don['’]?t|never) (?:ever )?{_TO_WRITE} (?:to )?(?:me|us)(?: {_AGAIN}{_NOT_UNTIL}|{_END})"
    rf"|\bstop (?:contacting|writing|e-?mailing|mailing|messaging|calling)(?: to)? (?:me|us)\b"
    rf"|(?:\bnot|n['’]t) (?:wish|want|like|care) to be (?:contacted|approached|written to|e-?mailed)(?: {_AGAIN}|{_END})"
    rf"|\b(?:prefer|rather) not (?:to )?be (?:contacted|approached|written to|e-?mailed)(?: {_AGAIN}|{_END})"
    r"|\b(?:remove|delete|erase|strike|take) (?:me|us|my (?:name|details|data|(?:e-?mail )?address|contact details))"
    r" (?:from|off|out of) (?:your|this|the|any|all) (?:\w+ ){0,3}(?:lists?|mailings?|database|records?|files?|contacts|distribution)\b"
    rf"|\b(?:please|kindly) (?:remove|unsubscribe) (?:me|us){_END}|\bunsubscribe (?:me|us)\b"
    r"|(?m:^\s*(?:please )?(?:unsubscribe|remove me|unsubscribe me)\W*$)"
    r"|\bopt (?:me|us) out\b|\bleave (?:me|us) alone\b"
    rf"|\bno (?:more|further) (?:e-?mails?|messages?|letters?|contact|mail)(?: please)?{_END}"
)
_OTHERS = (
    r"\b(?:kontaktieren|schreiben|anschreiben|mailen) sie (?:mich|mir|uns) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)\b"
    r"|\bbitte (?:mich |mir |uns )?(?:nicht|nie) (?:mehr|wieder) (?:kontaktieren|an?schreiben|schreiben|mailen)\b"
    r"|\bkeine weiteren (?:e-?mails?|nachrichten|briefe|schreiben|anfragen)\b"
    r"|\b(?:streichen|löschen|entfernen|nehmen) sie (?:mich|uns|meine (?:daten|adresse))\b"
    r"|\bne (?:me|nous) (?:contactez|contacte|écrivez|écris|recontactez) plus\b|\bne plus (?:me|nous) (?:contacter|écrire)\b"
    r"|\b(?:retirez|supprimez|désinscrivez|désabonnez|enlevez)[ -](?:moi|nous)\b"
    r"|\bno (?:me|nos) (?:contacte|contactes|contacten|escriba|escribas|escriban) más\b"
    r"|\bno vuelva[ns]? a (?:contactar|escribir)(?:me|nos)\b|\b(?:bórr|elimín|quít)e(?:me|nos)\b|\bd[eé]me de baja\b"
    r"|\bnon (?:mi|ci) (?:contatti|contatt[ai]te|scriva|scrivete) più\b|\b(?:mi|ci) (?:cancelli|rimuova|tolga)\b"
    r"|\bnão (?:me|nos) (?:contacte|contate|contactem|escreva|escrevam) mais\b|\b(?:remova|retire)-(?:me|nos)\b"
    r"|\b(?:mail|schrijf|benader|contacteer) (?:mij|me|ons) niet (?:meer|opnieuw)\b|\bgeen contact meer\b"
    r"|\b(?:verwijder|schrap) (?:mij|me|ons)\b"
)
_ASKS = re.compile(f"{_ENGLISH}|{_OTHERS}", re.IGNORECASE)


def asks_rest(own_words: str) -> bool:
    """Tell whether somebody asks not to be written to again, or to be taken off a list."""
    lines = "\n".join(" ".join(line.split()) for line in own_words[:_READ].split("\n"))
    return _ASKS.search(lines) is not None
