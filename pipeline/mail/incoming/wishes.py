"""Whether somebody asks, in a mail of their own, not to be written to again (pure)."""

from __future__ import annotations

import re

_READ = 1_500
_AGAIN = r"(?:again|any ?more|any longer|(?:any )?further|in (?:the )?future)"
_END = r"(?=\s*(?:[.!;]|$|\n|please\b))"
_BY_MAIL = r"(?:contact|write|e-?mail|mail|message|approach|reach out)"
_TO_WRITE = rf"(?:{_BY_MAIL}|call|phone)"
_WRITING = r"(?:contacting|writing|e-?mailing|mailing|messaging|calling)"
_WRITTEN_TO = r"(?:contacted|approached|written to|e-?mailed)"
_MORE_MAIL = r"(?:any )?(?:more|further) (?:e-?mails?|messages?|letters?|mails?|requests?|contact)\b"
_OURS = r"my (?:name|details|data|e-?mail|(?:e-?mail )?address|contact details)"
_NOT_UNTIL = r"(?!\W*\b(?:until|till|before|unless|by|at)\b)"
_WISH = r"(?:appreciate|prefer|grateful|glad|thankful|ask|like|request)(?: it)?"
_NOT = rf"(?:do not|don['’]?t|never|{_WISH} (?:if|that) you (?:(?:did|do|would|could) )?not|ask(?:ing|ed)? you (?:\w+ )?not to)"
_NO_MORE = r"(?<!\bhave )(?<!\bhad )(?<!['’]ve )\bno"
_ENGLISH = (
    rf"\b{_NOT} (?:ever )?(?:{_TO_WRITE} (?:to )?(?:me|us) {_AGAIN}{_NOT_UNTIL}|{_BY_MAIL} (?:to )?(?:me|us){_END})"
    rf"|\b(?:stop|cease|quit|refrain from) (?:{_WRITING}(?: to)? (?:me|us)(?: (?:{_AGAIN}|about|at|on|with)\b|{_END})|all (?:further )?contact\b)"
    rf"|\b{_NOT} (?:ever )?{_TO_WRITE} or {_TO_WRITE} (?:(?:to )?(?:me|us) )?{_AGAIN}{_NOT_UNTIL}|\bcease and desist\b"
    rf"|\b(?:{_NOT} send|(?:stop|cease|refrain from) sending) (?:me|us) (?:{_MORE_MAIL}|anything (?:else|more|further|again))"
    rf"|(?:\bnot|n['’]t|\bno longer) (?:wish|want|like|care) (?:to be {_WRITTEN_TO}(?: {_AGAIN}|{_END})|(?:to receive )?{_MORE_MAIL})"
    rf"|\b(?:prefer|rather) not (?:to )?be {_WRITTEN_TO}(?: {_AGAIN}|{_END})"
    rf"|\b(?:remove|delete|erase|strike|take) (?:me|us|{_OURS})"
    r" (?:from|off|out of) (?:your|this|the|any|all) (?:\w+ ){0,3}(?:lists?|mailings?|database|records?|files?|contacts|distribution)\b"
    rf"|\b(?:please|kindly) (?:(?:remove|unsubscribe) (?:me|us)|(?:delete|erase) {_OURS}){_END}|\bunsubscribe (?:me|us)\b"
    r"|(?m:^\s*(?:please )?(?:unsubscribe|remove me|unsubscribe me)\W*$|^\s*(?:please )?stop (?:writing|e-?mailing|calling)\W*$|^\s*(?-i:STOP)\W*$)"
    r"|\bopt (?:me|us) out\b|(?<!not )(?<!n['’]t )\bleave (?:me|us) alone\b"
    rf"|(?<!to )\blose my (?:number|address){_END}|{_NO_MORE} {_MORE_MAIL}(?: please)?{_END}"
)
_OTHERS = (
    r"\b(?:kontaktieren|schreiben|anschreiben|mailen) sie (?:mich|mir|uns) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)\b"
    r"|\bbitte (?:mich |mir |uns )?(?:nicht|nie) (?:mehr|wieder) (?:kontaktieren|an?schreiben|schreiben|mailen)\b"
    r"|\bsehen sie (?:bitte )?von weiteren \w+ ab\b|(?<!haben )(?<!habe )\bkeine weiteren (?:e-?mails?|nachrichten|briefe|schreiben|anfragen)\b"
    r"|\b(?:streichen|löschen|entfernen) sie (?:mich|uns|meine (?:daten|adresse))\b"
    r"|\bnehmen sie (?:mich|uns|meine (?:daten|adresse)) (?:bitte )?(?:aus|von|vom)\b"
    r"|\bne (?:me|nous) (?:contactez|contacte|écrivez|écris|recontactez) plus\b|\bne m['’]écri(?:vez|s) plus\b|\bne plus m['’]écrire\b|\bne plus (?:me|nous) (?:contacter|écrire)\b"
    r"|\b(?:me|nous) retirer de (?:votre|la|vos) \w+|\b(?:retirez|supprimez|désinscrivez|désabonnez|enlevez)[ -](?:moi|nous)\b"
    r"|\bno (?:me|nos) (?:contacte|contactes|contacten|escriba|escribas|escriban) más\b"
    r"|\bno vuelva[ns]? a (?:contactar|escribir)(?:me|nos)\b|\b(?:bórr|elimín)e(?:me|nos)\b|\bquíte(?:me|nos) de\b|\bd[eé]me de baja\b"
    r"|\bnon (?:mi|ci) (?:contatti|contatt[ai]te|scriva|scrivete) più\b|\b(?:mi|ci) (?:cancelli|rimuova|tolga) da\w*\b|\b(?:mi|ci) (?:cancelli|rimuova)(?= per favore|[.!]|$)"
    r"|\bnão (?:me|nos) (?:contacte|contate|contactem|escreva|escrevam) mais\b|\b(?:remova|retire)-(?:me|nos)\b"
    r"|\b(?:mail|schrijf|benader|contacteer) (?:mij|me|ons) niet (?:meer|opnieuw)\b|\bgeen contact meer\b"
    r"|\b(?:verwijder|schrap) (?:mij|me|ons)\b"
)
_ASKS = re.compile(f"{_ENGLISH}|{_OTHERS}", re.IGNORECASE)
# Who names another way to be reached only chooses among them.
_ANOTHER_WAY = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!nt )(?<!never )(?<!ever )(?<!you )(?<!you to )(?<!e-)\b(?:call|phone|ring|text|e-?mail|mail) me\b(?! (?:again|any ?more|niet)\b)",
    re.IGNORECASE,
)


def asks_rest(own_words: str) -> bool:
    """Tell whether somebody asks not to be written to again, or to be taken off a list."""
    lines = "\n".join(" ".join(line.split()) for line in own_words[:_READ].split("\n"))
    return _ASKS.search(lines) is not None and _ANOTHER_WAY.search(lines) is None
