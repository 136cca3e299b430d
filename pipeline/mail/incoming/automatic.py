"""What no person wrote: what says so of itself, absence notes, and the receipts of ticket systems."""

from __future__ import annotations

import re
from email.message import Message

from pipeline.mail.incoming.absence import BEFORE, is_absence_note

# Says of itself that a program wrote it.
_MARKED = re.compile(
    rf"{BEFORE}(?:auto(?:matic)?[ -]?(?:reply|response|responder)\b|automatische (?:antwort|abwesenheit)|réponse automatique|message automatique"
    r"|respuesta autom[aá]tica|mensaje autom[aá]tico|risposta automatica|messaggio automatico|resposta autom[aá]tica|mensagem autom[aá]tica"
    r"|automatische? (?:antwoord|bericht|beantwoording|reactie)|自動(?:返信|応答|配信)"
    r"|autosvar\b|automatiskt? svar|automaattinen vastaus|odpowiedź automatyczna|autoodpowiedź|automatická odpověď"
    r"|автоматический ответ|автоответ|otomatik yanıt|自动(?:答复|回复)|自動回覆)",
    re.IGNORECASE,
)
# Says in its text that a program wrote it.
_SAYS_SO = re.compile(
    r"\bautomat(?:ed|ic|ically generated) (?:e-?mail )?(?:response|reply|message)|\bautomatisch (?:generiert|erstellt|versandt|gegenereerd|verzonden)"
    r"|(?:réponse|message) automatique|(?:respuesta|mensaje) autom[aá]tic[oa]|(?:risposta|messaggio) automatic[oa]|(?:resposta|mensagem) autom[aá]tica"
    r"|automatisch(?:e)? (?:antwoord|bericht)|自動(?:返信|送信|配信)",
    re.IGNORECASE,
)
# Before these words, where somebody speaks of an automatic reply that came earlier, and has answered now.
_OF_ANOTHER = re.compile(
    r"\b(?:(?:was|were|got|get|received|sent|had|not) an?|my|our|the|that|ma|mon|la|le|mi|el|mia|mio|il|minha|meu|[ao]|mijn|het|de) $",
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
# Asks whoever wrote to show that they are no machine: until then the mail is kept back.
# People ask to confirm things too; a machine asks whether one is human, or has a link to click.
_CHALLENGE = re.compile(
    r"\b(?:verify|confirm|prove|show) (?:that )?you(?:['’]re| are) (?:a )?(?:human|real person|not a (?:robot|machine|spammer))\b"
    r"|\bclick\b.{0,80}\b(?:(?:verify|prove) (?:that|you\w*|the sender|it)\b|release (?:it|(?:your|this|the) (?:e-?mail|mail|message))\b)",
    re.IGNORECASE,
)
_CASE = (
    r"(?:ticket|case|request|incident|inquiry|enquiry|vorgang|anfrage|ticketnummer|nummer|number|demande|numéro|solicitud|caso|número|richiesta"
    r"|chamado|protocolo|aanvraag|受付番号|お問い合わせ番号)"
)
# A number that a ticket system gave: after a word for it, after #, in brackets, or a key like HELP-1234; none to call.
_NUMBER = r"\d{3,}(?!\)?[-. ]{1,2}\d{3,4}\b)"
_TICKET_NUMBER = re.compile(
    rf"(?i:(?<!\bmy )(?<!direct )(?<!office )(?<!phone )(?<!cell )(?<!mobile ){_CASE}\w{{0,10}}\W{{0,4}}(?:(?:id|no|nr|n|lautet|is|est|es|assigned)\b\W{{0,3}})?(?:は)?#?\W{{0,2}}{_NUMBER}"
    rf"|#\s?{_NUMBER}|[\[(]\W{{0,2}}(?!(?:19|20)\d\d\W)(?:[a-z]{{1,12}}[-\s#:]{{0,3}})?{_NUMBER})|\b(?!COVID\b)[A-Z]{{2,10}}-\d{{2,}}\b"
)
# Before a number: where somebody is, or their line.
_OF_A_PLACE = re.compile(
    r"\b(?:room|suite|office|floor|hall|building|gate|door|desk|booth|box|apt|apartment|unit|ext|extension|locker|raum|zimmer|saal|büro|tür|durchwahl|salle|bureau|porte|poste"
    r"|sala|despacho|aula|oficina|puerta|extensión|stanza|ufficio|interno|gabinete|ramal|kamer|zaal|lokaal|toestel)\.?(?: (?:no|nr|number|is|ist|est|es|è|é)\.?)? ?$",
    re.IGNORECASE,
)
_TICKET_TEXT = re.compile(
    r"(?:we have|we've|has been|was) (?:received|created|opened|logged|registered)|(?<!\bi )(?<!\bi['’]ve )got your (?:request|message|ticket)|ticket (?:number|id)|reply above this line"
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
_RECEIPT_SUBJECT = re.compile(
    r"^\s*(?:(?:not )?read|(?:un)?gelesen|(?:non )?lu|(?:no )?leído|(?:non )?letto|(?:não )?lid[oa]|(?:niet )?gelezen|läst|læst|lest|przeczytano|přečteno|прочитано|已读|開封済み)\s*[:：]",
    re.IGNORECASE,
)
_RECALL_SUBJECT = re.compile(
    r"\s*(?:recall|rückruf|rappel|recuperar|richiama|intrekken)\s*[:：]", re.IGNORECASE
)
_RECALL_TEXT = re.compile(
    r"\W*.{1,80}?\b(?:would like to recall the message|möchte die nachricht\b.{0,200}?\bzurückrufen|(?:souhaite|aimerait) rappeler le message|(?:desea|quiere) recuperar el mensaje"
    r"|(?:desidera|vorrebbe) richiamare il messaggio|(?:deseja|gostaria de) cancelar a mensagem|wil het bericht\b.{0,200}?\bintrekken)\b.{0,300}",
    re.IGNORECASE | re.DOTALL,
)
_RECEIPT_TEXT = re.compile(
    r"\W*(?:read|gelesen|lu|leído|letto|lid[oa]|gelezen)?\W*"
    r"|.*\b(?:your message|ihre nachricht|votre message|(?:su|tu) mensaje|(?:il|suo) messaggio|sua mensagem|uw bericht)\b"
    r".*\b(?:was|wurde|a été|fue|ha sido|è stato|foi|is) .{0,60}?\b(?:read|displayed|deleted|gelesen|angezeigt|gelöscht|lu|affiché|supprimé|leído|letto|lid[oa]|gelezen)\b.{0,80}",
    re.IGNORECASE | re.DOTALL,
)


def is_read_receipt(subject: str, text: str) -> bool:
    """Tell whether a mail without the form of a receipt (RFC 8098) says no more than that ours was read."""
    return _RECEIPT_SUBJECT.match(subject) is not None and _RECEIPT_TEXT.fullmatch(text[:2000]) is not None


def is_recall(subject: str, text: str) -> bool:
    """Tell whether a mail only says that its sender would take an earlier one back, as Outlook does for them."""
    return _RECALL_SUBJECT.match(subject) is not None and _RECALL_TEXT.fullmatch(text[:2000]) is not None


def is_automatic(mail: Message, subject: str, own_words: str) -> bool:
    """Tell whether a program wrote it: by header (RFC 3834), by a note's subject, by a note's text, or a ticket system's receipt."""
    if is_marked(mail, subject):
        return True
    head = " ".join(own_words[:1500].split())
    if _PERSONAL.search(head):
        return False
    return (
        any(not _OF_ANOTHER.search(head[: said.start()]) for said in _SAYS_SO.finditer(head))
        or _CHALLENGE.search(head) is not None
        or is_absence_note(mail, subject, own_words)
        or _is_ticket_receipt(mail, subject, head)
    )


def is_from_a_list(mail: Message) -> bool:
    """Tell whether a mailing list or a bulk mailer sent it."""
    precedence = str(mail.get("Precedence") or "").strip().lower()
    return bool(mail.get("List-Id")) or precedence in ("bulk", "list", "junk")


def is_spread(mail: Message) -> bool:
    """Tell whether a mail went to many, or is one that may be unsubscribed from."""
    return is_from_a_list(mail) or bool(mail.get("List-Unsubscribe"))


def is_marked(mail: Message, subject: str) -> bool:
    """Tell whether a mail says of itself, by header or subject, that a program wrote it."""
    submitted = str(mail.get("Auto-Submitted") or "no").split(";")[0].strip().lower()
    marked = any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From-To"))
    preceded = str(mail.get("Precedence") or "").strip().lower() in ("auto_reply", "auto-reply")
    return submitted != "no" or marked or preceded or _MARKED.match(subject) is not None


def _is_ticket_receipt(mail: Message, subject: str, head: str) -> bool:
    said = f"{subject}\n{head[:500]}"
    numbers = (n for n in _TICKET_NUMBER.finditer(said) if not _OF_A_PLACE.search(said, 0, n.start()))
    numbered = any(numbers) or any(mail.get(h) for h in _TICKET_HEADERS)
    return numbered and _TICKET_TEXT.search(head) is not None
