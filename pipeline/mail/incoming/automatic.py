"""What no person wrote: absence notes in eight languages, with or without headers, and the receipts of ticket systems."""

from __future__ import annotations

import re
from email.message import Message

_SUBJECTS = re.compile(
    r"^\s*(?:(?:re|aw|antw|rép|ris|res)\s*:\s*)?(?:"
    r"auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|away from (?:my|the) (?:desk|office)|on (?:annual |parental )?leave\b"
    r"|automatische (?:antwort|abwesenheit)|abwesenheit|nicht im (?:büro|haus)\b|außer haus"
    r"|réponse automatique|absen(?:ce|t)\b|absence du bureau"
    r"|respuesta autom[aá]tica|fuera de (?:la )?oficina|ausente\b|ausencia"
    r"|risposta automatica|fuori (?:ufficio|sede)|assen(?:za|te)\b"
    r"|resposta autom[aá]tica|fora do escrit[oó]rio|aus[eê]ncia|ausente\b"
    r"|automatisch antwoord|automatische beantwoording|afwezig"
    r"|自動(?:返信|応答)|不在|【?自動返信"
    r")",
    re.IGNORECASE,
)
# The absence itself, said by somebody of themselves.
_ABSENT = re.compile(
    r"\b(?:i am|i'm|i’m|i will be|i'll be|i am currently|currently) (?:currently )?(?:out of (?:the )?office|away\b|on (?:\w+ )?(?:leave|holidays?|vacation)|travel+ing)"
    r"|\bout of (?:the )?office\b"
    r"|\bich bin\b.{0,60}\b(?:nicht im büro|abwesend|im urlaub|außer haus|nicht erreichbar|in elternzeit|auf dienstreise)"
    r"|\bbin ich\b.{0,60}\b(?:nicht im büro|abwesend|im urlaub|nicht erreichbar)|\bzur ?zeit (?:nicht im büro|abwesend|im urlaub)"
    r"|\bje (?:suis|serai)\b.{0,40}\b(?:absent|en congé|en vacances|en déplacement)"
    r"|\b(?:estoy|estaré|me encuentro)\b.{0,40}\b(?:fuera de (?:la )?oficina|ausente|de vacaciones|de viaje)"
    r"|\b(?:sono|sarò)\b.{0,40}\b(?:assente|fuori (?:ufficio|sede)|in ferie|in viaggio)"
    r"|\b(?:estou|estarei)\b.{0,40}\b(?:ausente|fora do escrit[oó]rio|de f[eé]rias|em viagem)"
    r"|\bik ben\b.{0,40}\b(?:afwezig|niet op kantoor|met vakantie|op vakantie|met verlof)"
    r"|不在(?:に)?(?:して|と|です|にさせ|の)|休暇(?:中|を)|(?:出張|外出)(?:中|して)",
    re.IGNORECASE,
)
# What such a note adds: when it ends, that nobody reads, whom to turn to.
_BESIDES = re.compile(
    r"\b(?:until|through|returning|return on|be back|back (?:on|in)|limited access|no access|urgent|in my absence|respond (?:up)?on my return)\b"
    r"|\b(?:bis (?:zum|einschließlich|\d)|ab dem|wieder (?:da|erreichbar|im)|dringend|nicht (?:gelesen|weitergeleitet)|vertretung)"
    r"|jusqu|de retour|urgence|urgent\b|\bhasta\b|\bregres|\bvuelv|urgente|\bfino (?:al|a)\b|\brientr|\btorn(?:o|erò)\b"
    r"|\bat[eé]\b|\bretorn|\bvoltarei\b|\btot (?:en met|\d)|\bterug\b|\bdringend\b|まで|戻り|緊急|お急ぎ",
    re.IGNORECASE,
)
# Words that a person says to a person: then it is an answer, whatever else it says.
_PERSONAL = re.compile(
    r"\?|？|\b(?:happy to|glad to|would love|let's|let us|call me|how about|thanks? (?:you )?for your (?:letter|kind|interest)|gern(?:e)? (?:sprechen|treffen|telefonieren)"
    r"|rufen sie mich|appelez-moi|avec plaisir|volontiers|llámeme|encantad[oa]|con mucho gusto|mi chiami|con piacere|me ligue|com prazer|bel me|graag)\b",
    re.IGNORECASE,
)
_TICKET_SUBJECT = re.compile(
    r"[\[(#](?:(?:ticket|case|request|ref|anfrage|vorgang|incident|ticket-nr\.?|demande|solicitud|caso|richiesta|chamado)\W{0,4})?(?:id|no|nr)?\W{0,3}[a-z]{0,4}-?\d{3,}"
    r"|\b(?:ticket|case|vorgang)\s*(?:id|no|nr|number)?\W{0,3}#?\d{3,}",
    re.IGNORECASE,
)
_TICKET_TEXT = re.compile(
    r"(?:we have|we've|has been|was) (?:received|created|opened|logged|registered)|ticket (?:number|id)|reply above this line|please type your reply above"
    r"|(?:haben|wurde)\b.{0,60}\b(?:erhalten|erstellt|angelegt)|bien reçu votre|a été (?:créée?|enregistrée?|reçue?)|hemos recibido|ha sido (?:creado|recibida)"
    r"|abbiamo ricevuto|è stata? (?:creat|ricevut|apert)[oa]|recebemos|foi (?:criad|recebid|abert)[oa]|hebben\b.{0,60}\bontvangen|受け付け|受付(?:け|いた)",
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
    return (
        _marked(mail)
        or _SUBJECTS.match(subject) is not None
        or _reads_like_absence(own_words)
        or _is_ticket_receipt(mail, subject, own_words)
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


def _reads_like_absence(text: str) -> bool:
    """Take a mail for a note only where nothing in it speaks to the user: a missed answer is worse than a waiting letter."""
    head = " ".join(text[:1500].split())
    return bool(_ABSENT.search(head[:500]) and _BESIDES.search(head) and not _PERSONAL.search(head))


def _is_ticket_receipt(mail: Message, subject: str, text: str) -> bool:
    numbered = _TICKET_SUBJECT.search(subject) is not None or any(mail.get(h) for h in _TICKET_HEADERS)
    return numbered and _TICKET_TEXT.search(text[:1500]) is not None
