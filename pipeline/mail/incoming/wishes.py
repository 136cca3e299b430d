"""Whether somebody asks, in a mail of their own, not to be written to again (pure)."""

from __future__ import annotations

import re

from pipeline.mail.incoming.texts import is_greeting

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
    rf"|\b(?:please|kindly) (?:(?:remove|unsubscribe) (?:me|us)|(?:delete|erase) {_OURS}){_END}|\bunsubscribe (?:me|us)\b"
    rf"|(?m:^\s*(?:please )?(?:remove me|unsubscribe me|(?:delete|erase) {_OURS})\W*$|^\s*(?:please )?stop (?:writing|e-?mailing|calling)\W*$)"
    r"|\bopt (?:me|us) out\b|(?<!not )(?<!n['’]t )\bleave (?:me|us) alone\b"
    rf"|(?<!to )\blose my (?:number|address){_END}|{_NO_MORE} {_MORE_MAIL}(?: please)?{_END}"
)
_OTHERS = (
    r"\b(?:kontaktieren|schreiben|anschreiben|mailen) sie (?:mich|mir|uns) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)\b"
    r"|\bbitte (?:mich |mir |uns )?(?:nicht|nie) (?:mehr|wieder) (?:kontaktieren|an?schreiben|schreiben|mailen)\b"
    r"|\bsehen sie (?:bitte )?von weiteren \w+ ab\b|(?<!haben )(?<!habe )\bkeine weiteren (?:e-?mails?|nachrichten|briefe|schreiben|anfragen)\b"
    r"|\bne (?:me|nous) (?:contactez|contacte|écrivez|écris|recontactez) plus\b|\bne m['’]écri(?:vez|s) plus\b|\bne plus m['’]écrire\b|\bne plus (?:me|nous) (?:contacter|écrire)\b"
    r"|\bdésabonnez[ -](?:moi|nous)\b"
    r"|\bno (?:me|nos) (?:contacte|contactes|contacten|escriba|escribas|escriban) más\b"
    r"|\bno vuelva[ns]? a (?:contactar|escribir)(?:me|nos)\b"
    r"|\bnon (?:mi|ci) (?:contatti|contatt[ai]te|scriva|scrivete) più\b"
    r"|\bnão (?:me|nos) (?:contacte|contate|contactem|escreva|escrevam) mais\b"
    r"|\b(?:mail|schrijf|benader|contacteer) (?:mij|me|ons) niet (?:meer|opnieuw)\b|\bgeen contact meer\b"
)
# Who asks to be taken out names a list to be taken out of, or nothing: out of a day, a room or a doubt is no plea.
_AT_ONCE = (
    r"(?:(?:bitte|umgehend|sofort|unverzüglich|künftig|immédiatement|définitivement|svp|por favor|inmediatamente|per favore|subito"
    r"|immediatamente|imediatamente|alstublieft|onmiddellijk|direct)\b ?)*"
)
_POLITELY = rf"(?:please|{_AT_ONCE}|danke|vielen dank|s['’]il vous plaît|merci|gracias|grazie|obrigad[oa]|bedankt|dank u|immediately)"
_BARE = rf"(?=\W{{0,2}}{_POLITELY}\s*(?:[.!;]|$|\n))"
_OF_GUESTS = (
    r"guests?|wait\w*|speakers?|attend\w*|invit\w*|participants?|reading|sign-?up|seating|short|volunteers?"
)
_TAKEN_OUT = (
    rf"\b(?:remove|delete|erase|strike|take) (?:me|us|{_OURS}) (?:from|off|out of) (?:your|this|the|any|all) (?:(?!(?:{_OF_GUESTS})\b)\w+ ){{0,3}}"
    rf"(?:lists?|mailings?|database|records?|files?|contacts|distribution)\b(?! of (?:{_OF_GUESTS})\b| (?:for|on) \w+day\b)"
    rf"|\b(?:streichen|löschen|entfernen|nehmen|tragen) sie (?:bitte )?(?:mich|uns|meinen namen|meine (?:daten|(?:e-?mail-?)?adresse)) {_AT_ONCE}"
    r"(?:aus|von|vom) (?:\w+ ){0,2}?(?!gäste|warte|teilnehm|redner)[\w-]*(?:listen?|verteilern?|datei(?:en)?|datenbank(?:en)?|kartei|unterlagen|adressbuch|kontakten|system(?:en)?)\b(?! auf\b)"
    r"|\b(?:löschen|entfernen) sie (?:bitte )?(?:alle )?meine (?:\w+ )?daten (?:umgehend )?(?:gemäß|nach|laut) (?:art|dsgvo)"
    rf"|\b(?:streichen|löschen|entfernen) sie (?:bitte )?(?:mich|uns|meinen namen|meine (?:daten|(?:e-?mail-?)?adresse)){_BARE}"
    rf"|(?:\b(?:me|nous) (?:retirer|supprimer|enlever)|\b(?:retirez|supprimez|désinscrivez|enlevez)[ -](?:moi|nous)) {_AT_ONCE}(?:de|du|des) (?:(?:la|le|votre|vos|cette|toutes?|ce) ){{0,2}}"
    r"(?:(?:mailing[ -])?listes?|mailings?|destinataires|fichiers?|bases?|contacts|carnet|registres?|envois)\b(?! d['’]attente| d(?:es |['’])(?:invités|participants|orateurs))"
    rf"|\b(?:retirez|supprimez|désinscrivez|enlevez)[ -](?:moi|nous){_BARE}"
    rf"|\b(?:(?:bórr|elimín|quít)e(?:me|nos)|d[eé](?:me|nos) de baja) {_AT_ONCE}(?:de|en) (?:su|sus|la|las|esta|estas) (?:listas?|bases?|contactos|registros?|archivos?|ficheros?)\b(?! de (?:espera|invitados|asistentes))"
    rf"|\b(?:(?:bórr|elimín)e(?:me|nos)|d[eé](?:me|nos) de baja){_BARE}"
    rf"|\b(?:mi|ci) (?:cancelli|rimuova|tolga|cancellate|rimuovete|togliete) {_AT_ONCE}da(?:ll?[ae]?|i|gli)?(?:['’]| )(?:(?:sua|suo|sue|suoi|vostr[aoei]|questa) )?(?:list[ae]|elenco|elenchi|database|archivi\w*|rubrica|contatti|indirizzi|mailing)\b(?! d['’]attesa| degli invitati)"
    rf"|\b(?:mi|ci) (?:cancelli|rimuova|cancellate|rimuovete){_BARE}"
    rf"|\b(?:remova|retire|exclua)-(?:me|nos) {_AT_ONCE}d[aeo]s? (?:(?:seus?|suas?|voss[ao]s?|esta) )?(?:listas?|bases?|contac?tos|registros?|arquivos?|cadastros?|ficheiros?)\b(?! de (?:espera|convidados))"
    rf"|\b(?:remova|retire|exclua)-(?:me|nos){_BARE}"
    rf"|\b(?:verwijder|schrap|haal) (?:mij|me|ons) {_AT_ONCE}(?:uit|van) (?:uw|je|jouw|jullie|de|deze|het|alle) (?!wacht|gasten|deelnemer)\w*(?:lijst(?:en)?|bestand(?:en)?|database|administratie|contacten|adresboek)\b"
    rf"|\b(?:verwijder|schrap) (?:mij|me|ons){_BARE}"
)
_ASKS = re.compile(f"{_ENGLISH}|{_TAKEN_OUT}|{_OTHERS}", re.IGNORECASE)
# Who names another way to be reached only chooses among them.
_ANOTHER_WAY = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!nt )(?<!never )(?<!ever )(?<!you )(?<!you to )(?<!e-)\b(?:call|phone|ring|text|e-?mail|mail) me\b(?! (?:again|any ?more|niet)\b)"
    r"|\brufen sie (?:mich|uns)\b(?! (?:bitte )?(?:nicht|nie)\b)|(?<!ne )\b(?:appelez|téléphonez)[- ]moi\b|(?<!no )\bll[áa]meme\b|(?<!non )\bmi (?:chiami|telefoni)\b"
    r"|\bbel (?:mij|me)\b(?! niet)",
    re.IGNORECASE,
)


# One word for it, as the first that is said; further below it is a link of theirs, or a stop on the way.
_ONE_WORD = re.compile(r"(?i:(?:please )?unsubscribe)\W*|STOP\W*")
_FIRST = 2
_DISCLAIMER = re.compile(
    r"\bif you (?:are|were) not (?:the|an?) (?:intended|named|right|correct)\b|\b(?:have )?received this (?:e-?mail|message|communication) in error\b|\bconfidentiality notice\b"
    r"|\bthis (?:e-?mail|message|communication)\b[^.\n]{0,60}\b(?:confidential|privileged)\b|\bto stop receiving\b"
    r"|\bnicht der (?:richtige|beabsichtigte) adressat\b|\bvertrauliche\b[^.\n]{0,40}\binformationen\b|\bce (?:message|courriel)\b[^.\n]{0,60}\bconfidentiel|\beste (?:mensaje|correo)\b[^.\n]{0,60}\bconfidencial",
    re.IGNORECASE,
)
"""Below it a firm speaks, to whomever the mail reaches."""


def asks_rest(own_words: str) -> bool:
    """Tell whether somebody asks not to be written to again, or to be taken off a list."""
    lines = [" ".join(line.split()) for line in own_words[:_READ].split("\n")]
    said = _DISCLAIMER.split("\n".join(lines))[0]
    first = [line for line in lines if line and not is_greeting(line)][:_FIRST]
    asks = _ASKS.search(said) is not None or any(map(_ONE_WORD.fullmatch, first))
    return asks and _ANOTHER_WAY.search(said) is None
