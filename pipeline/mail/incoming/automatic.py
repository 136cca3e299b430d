"""What no person wrote: absence notes in eight languages, with or without headers, and the receipts of ticket systems."""

from __future__ import annotations

import re
from email.message import Message

_BEFORE = r"^\s*[\[【(「]?\s*(?:(?:re|aw|antw|rép|ris|r|res)\s*:\s*)?[\[【(「]?\s*"
# Says of itself that a program wrote it.
_MARKED = re.compile(
    rf"{_BEFORE}(?:auto(?:matic)?[ -]?(?:reply|response|responder)\b|automatische (?:antwort|abwesenheit)|réponse automatique|message automatique"
    r"|respuesta autom[aá]tica|mensaje autom[aá]tico|risposta automatica|messaggio automatico|resposta autom[aá]tica|mensagem autom[aá]tica"
    r"|automatische? (?:antwoord|bericht|beantwoording|reactie)|自動(?:返信|応答|配信))",
    re.IGNORECASE,
)
# Says that somebody is absent, as a person may too.
_ABSENCE = re.compile(
    rf"{_BEFORE}(?:out[- ]of[- ](?:the[- ])?office|away from (?:my|the) (?:desk|office)|on (?:annual |parental )?leave\b"
    r"|abwesen[dh]|nicht im (?:büro|haus)\b|außer haus"
    r"|(?:message|avis|notification) d['’]absence|absen(?:ce|te?)\b"
    r"|(?:mensaje|aviso) de ausencia|fuera de (?:la )?oficina|ausente\b|ausencia"
    r"|(?:avviso|messaggio) di assenza|fuori (?:ufficio|sede)|assen(?:za|te)\b"
    r"|(?:mensagem|aviso) de aus[eê]ncia|fora do escrit[oó]rio|aus[eê]ncia"
    r"|afwezig|buiten kantoor|不在)",
    re.IGNORECASE,
)
# The absence itself, said by somebody of themselves.
_ABSENT = re.compile(
    r"\b(?:i am|i'm|i’m|i will be|i'll be|i’ll be|i am currently|currently) (?:currently )?(?:out of (?:the )?office|away\b|unavailable\b|on (?:\w+ )?(?:leave|holidays?|vacation)|travel+ing)"
    r"|\bout of (?:the )?office\b|\booo\b|\blimited access to (?:my )?e-?mails?\b|\b(?:accès limité|acceso limitado|accesso limitato|acesso limitado|eingeschränkten? zugriff|beperkte? toegang)\b"
    r"|\b(?:ich bin|bin ich|ich befinde mich|befinde ich mich)\b.{0,70}\b(?:nicht im (?:büro|haus)|nicht am (?:arbeits)?platz|abwesend|im urlaub|außer haus|nicht erreichbar|in elternzeit|auf dienstreise|wieder (?:im (?:büro|haus)|erreichbar|für sie da))"
    r"|\bzur ?zeit (?:nicht im büro|abwesend|im urlaub)"
    r"|\bje (?:suis|serai)\b.{0,40}\b(?:absente?|en congés?|en vacances|en déplacement)|\bje ne (?:suis|serai) pas (?:disponible|au bureau|joignable)|\babsente? du bureau"
    r"|\b(?:estoy|estaré|me encuentro|me encontraré)\b.{0,40}\b(?:fuera de (?:la )?oficina|ausente|de vacaciones|de viaje)|\bno (?:estoy|estaré) (?:disponible|en la oficina)"
    r"|\b(?:sono|sarò)\b.{0,40}\b(?:assente|fuori (?:ufficio|sede)|in ferie|in viaggio)|\bnon (?:sono|sarò) (?:disponibile|in ufficio)"
    r"|\b(?:estou|estarei|encontro-me)\b.{0,40}\b(?:ausente|fora do escrit[oó]rio|(?:de|em) f[eé]rias|em viagem)|\bnão (?:estou|estarei) (?:disponível|no escritório)"
    r"|\b(?:ik ben|ben ik)\b.{0,40}\b(?:afwezig|niet op kantoor|met vakantie|op vakantie|met verlof|niet bereikbaar)"
    r"|不在(?:に)?(?:して|と|です|にさせ|の)|休暇(?:中|を)|(?:出張|外出)(?:中|して)",
    re.IGNORECASE,
)
# What such a note adds: when it ends, that nobody reads, whom to turn to.
_BESIDES = re.compile(
    r"\b(?:until|through|returning|will return|return on|be back|back (?:on|in)|limited access|no (?:e-?mail )?access|slow to respond|urgent|in my absence|respond (?:up)?on my return)\b"
    r"|\b(?:bis (?:zum|einschließlich|\d)|ab dem|wieder (?:da|erreichbar|im)|dringend|nicht (?:gelesen|weitergeleitet)|vertretung)"
    r"|jusqu|\bretour\b|urgence|urgent\b|\bhasta\b|\bregres|\bvuelv|urgen[tc]|\bfino (?:al|a)\b|\brientr|\btorn(?:o|erò)\b"
    r"|\bat[eé]\b|\bretorn|\bvoltarei\b|\btot (?:en met|\d)|t/m|\bterug\b|\bvanaf\b|\bdringende?\b|\bcompres[oi]\b|\bsenza accesso\b|\bsin acceso\b|\bsem acesso\b|\bsans accès\b|まで|戻り|緊急|お急ぎ|以降|より",
    re.IGNORECASE,
)
# Says in its text that a program wrote it.
_SAYS_SO = re.compile(
    r"\bautomat(?:ed|ic|ically generated) (?:e-?mail )?(?:response|reply|message)|\bautomatisch (?:generiert|erstellt|versandt|gegenereerd|verzonden)"
    r"|(?:réponse|message) automatique|(?:respuesta|mensaje) autom[aá]tic[oa]|(?:risposta|messaggio) automatic[oa]|(?:resposta|mensagem) autom[aá]tica"
    r"|automatisch(?:e)? (?:antwoord|bericht)|自動(?:返信|送信|配信)",
    re.IGNORECASE,
)
# Words that a person says to a person: of the letter, a wish to talk, a time of day. Then it is an answer, whatever else it says.
_PERSONAL = re.compile(
    r"\byour (?:\w+ )?letter\b|\b(?:ihren?|deinen?) (?:brief|schreiben|zeilen)\b|\bvotre lettre\b|\b(?:su|tu) carta\b|\b(?:sua|tua|vostra) lettera\b|\b(?:pela|sua|tua) carta\b|\b(?:uw|je|jouw) brief\b|お手紙"
    r"|\b(?:happy to|glad to|(?:would|i'd|i’d) (?:love|like) to|let's|let’s|let us|(?:call|ring|phone) me|(?:talk|speak) (?:to|with) you|(?:can|could|can't|can’t|cannot) meet|how about|try me|works? (?:well |best )?for me|suits? me|we (?:can|could|might) \w+|i can (?:talk|meet|do|see)|thanks? (?:you )?for your (?:letter|kind|interest))\b"
    r"|\bat \d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m|o'clock|works|is fine)\b"
    r"|\b(?:gern(?:e)? (?:sprechen|treffen|telefonieren)|danach gern(?:e)?|rufen sie mich|passt (?:es )?(?:mir|gut)|schlage (?:ich )?(?:ihnen )?\w+|(?:können|könnten) wir|lassen sie uns|\d{1,2}(?:[:.]\d\d)? uhr (?:passt|wäre|ginge))\b"
    r"|\b(?:appelez-moi|avec plaisir|volontiers|(?:je|nous) (?:vous )?propos\w+|pourr(?:ions|ons)-nous|nous (?:pouvons|pourrons|pourrions)|me convien\w+)\b"
    r"|\b(?:llám[ae]me|encantad[oa]|con mucho gusto|(?:le|te) propongo|pod(?:emos|ríamos|riamos)|me viene bien|hablemos)\b"
    r"|\b(?:mi (?:chiami|telefoni)|con piacere|volentieri|(?:le|ti) propongo|possiamo|potremmo|sentirci|vederci|incontrarci)\b"
    r"|\b(?:me ligue|ligue-me|com prazer|proponho|pod(?:emos|eríamos)|falarmos|conversarmos)\b"
    r"|\b(?:bel (?:me|mij)|graag|kan ik (?:u|je)|kunnen (?:we|wij)|schikt|past (?:mij|me|het))\b"
    r"|お電話(?:ください|いただけ)|お会いでき|お話しでき|お話できれば|いかがで|ご都合|喜んで|ぜひ",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]")
_CASE = (
    r"(?:ticket|case|request|incident|inquiry|enquiry|vorgang|anfrage|ticketnummer|nummer|number|demande|numéro|solicitud|caso|número|richiesta"
    r"|chamado|protocolo|aanvraag|受付番号|お問い合わせ番号)"
)
# A number that a ticket system gave: after a word for it, after #, in brackets, or a key like HELP-1234.
_TICKET_NUMBER = re.compile(
    rf"(?i:{_CASE}\w{{0,10}}\W{{0,4}}(?:(?:id|no|nr|n|lautet|is|est|es|assigned)\b\W{{0,3}})?(?:は)?#?\W{{0,2}}\d{{3,}}|#\s?\d{{3,}}|[\[(]\W{{0,2}}(?:[a-z]{{1,12}}[-\s#:]{{0,3}})?\d{{3,}})|\b[A-Z]{{2,10}}-\d{{2,}}\b"
)
_TICKET_TEXT = re.compile(
    r"(?:we have|we've|has been|was) (?:received|created|opened|logged|registered)|(?:we )?got your (?:request|message|ticket)|ticket (?:number|id)|reply above this line"
    r"|(?:haben|wurde)\b.{0,80}\b(?:erhalten|erstellt|angelegt|registriert|aufgenommen)|\bist (?:bei uns )?eingegangen|bien reçu votre|a (?:bien )?été (?:créée?|enregistrée?|reçue?|prise?)"
    r"|hemos (?:recibido|registrado)|ha sido (?:cread|recibid|registrad|abiert)[oa]|abbiamo ricevuto|è stat[oa] (?:creat|ricevut|apert|registrat|pres)[oa]"
    r"|recebemos|foi (?:criad|recebid|abert|registrad)[oa]|hebben\b.{0,60}\bontvangen|is (?:goed )?(?:ontvangen|geregistreerd|in behandeling)|受け?付け|受付いた",
    re.IGNORECASE | re.DOTALL,
)
_TICKET_HEADERS = (
    "X-OTRS-Loop",
    "X-Zendesk-From-Account-Id",
    "X-RT-Loop-Prevention",
    "X-Freshdesk-Spam",
    "X-JIRA-FingerPrint",
)


def is_automatic(mail: Message, subject: str, own_words: str) -> bool:
    """Tell whether a program wrote it: by header (RFC 3834), by a note's subject, by a note's text, or a ticket system's receipt."""
    if _marked(mail) or _MARKED.match(subject):
        return True
    head = " ".join(own_words[:1500].split())
    if _PERSONAL.search(head):
        return False
    return (
        _ABSENCE.match(subject) is not None
        or _SAYS_SO.search(head) is not None
        or _reads_like_absence(head)
        or _is_ticket_receipt(mail, subject, head)
    )


def is_from_a_list(mail: Message) -> bool:
    """Tell whether a mailing list or a bulk mailer sent it."""
    precedence = str(mail.get("Precedence") or "").strip().lower()
    return bool(mail.get("List-Id")) or precedence in ("bulk", "list", "junk")


def _marked(mail: Message) -> bool:
    submitted = str(mail.get("Auto-Submitted") or "no").split(";")[0].strip().lower()
    marked = any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From-To"))
    preceded = str(mail.get("Precedence") or "").strip().lower() in ("auto_reply", "auto-reply")
    return submitted != "no" or marked or preceded


def _reads_like_absence(head: str) -> bool:
    """Take a mail for a note only where nothing in it speaks to the user: a missed answer is worse than a waiting letter."""
    return bool(_ABSENT.search(head[:500]) and _BESIDES.search(head) and not _ASKS.search(head))


def _is_ticket_receipt(mail: Message, subject: str, head: str) -> bool:
    numbered = _TICKET_NUMBER.search(f"{subject}\n{head[:500]}") or any(mail.get(h) for h in _TICKET_HEADERS)
    return bool(numbered) and _TICKET_TEXT.search(head) is not None
