"""Absence notes without a header that marks them, in eight languages: what says nothing but that somebody is away.

Each piece of a note says one of a few things. A piece that says anything else was written by a person, who has answered: a
note taken for an answer is seen and blanked, an answer taken for a note brings a follow-up to somebody who had answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from pipeline.mail.incoming.headers import recipient_name, sender_name, sender_of
from pipeline.mail.incoming.people import plain_words

BEFORE = r"^\s*[\[【(「]?\s*(?:(?:re|aw|antw|rép|ris|r|res)\s*:\s*)?[\[【(「]?\s*"
"""What may stand before the words of a subject."""
# Says that somebody is absent, as a person may too.
_ABSENCE = re.compile(
    rf"{BEFORE}(?:out[- ]of[- ](?:the[- ])?office|away from (?:my|the) (?:desk|office)|on (?:annual |parental )?leave\b"
    r"|abwesen[dh]|nicht im (?:büro|haus)\b|außer haus"
    r"|(?:message|avis|notification) d['’]absence|absen(?:ce|te?)\b"
    r"|(?:mensaje|aviso) de ausencia|fuera de (?:la )?oficina|ausente\b|ausencia"
    r"|(?:avviso|messaggio) di assenza|fuori (?:ufficio|sede)|assen(?:za|te)\b"
    r"|(?:mensagem|aviso) de aus[eê]ncia|fora do escrit[oó]rio|aus[eê]ncia"
    r"|afwezig|buiten kantoor|ikke til stede|frånvaro|不在)",
    re.IGNORECASE,
)
# The absence itself, said by somebody of themselves.
_ABSENT = re.compile(
    r"\b(?:i am|i'm|i’m|i will be|i'll be|i’ll be|i am currently|currently) (?:currently )?(?:out of (?:the )?office|away\b|unavailable\b|on (?:\w+ )?(?:leave|holidays?|vacation|pto)|travel+ing)"
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
_MONTH = r"(?:jan|f[eé]b|fév|m[aä]r|maa|a[pbv]r|ma[igy]|jui?n|jui?l|giu|lug|aug|ago|aoû|sep|set|o[ck]t|out|ott|nov|d[eéi][cz])\w*"
# What such a note adds: when it ends, that nobody reads, whom to turn to.
_BESIDES = re.compile(
    r"\b(?P<until>until|through(?= (?:the |next |this |end |mid|early |late )*(?:\d|"
    + _MONTH
    + r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|year|end|holidays|today|tomorrow)\b)|bis (?:zum|einschließlich|\d)|jusqu|hasta\b|fino (?:al|a)\b|at[eé]\b|tot (?:en met|\d)|t/m)"
    r"|\banything urgent\b|\burgent (?:matters?|requests?|quer(?:y|ies)|questions?|[ei]nquir(?:y|ies)|issues?|needs?|messages?|e-?mails?|cases?)\b|(?P<urgent>\burgent\b|dringend|urgence|urg[eê]n[tcz])"
    r"|\b(?:returning|(?:will|not) return(?! your)|return on|be back|back (?:on|in)|limited access|no (?:e-?mail )?access|slow to respond|in my absence|respond (?:up)?on my return)\b"
    r"|\b(?:ab dem|wieder (?:da|erreichbar|im)|nicht (?:gelesen|weitergeleitet)|vertretung)|\bretour\b|\bregres|\bvuelv|\brientr|\btorn(?:o|erò)\b"
    r"|\bretorn|\bvoltarei\b|\bterug\b|\bvanaf\b|\bcompres[oi]\b|\bsenza accesso\b|\bsin acceso\b|\bsem acesso\b|\bsans accès\b|まで|戻り|緊急|お急ぎ|以降|より",
    re.IGNORECASE,
)
_FROM = frozenset(["from", "starting", "vom", "du", "del", "dal", "de", "do", "desde", "van"])
_IN_CASE = frozenset([
    "for", "if", "in", "should", "bei", "für", "falls", "wenn", "en", "pour", "si", "para", "caso", "per", "se", "em", "voor",
    "bij", "als", "please", "bitte",
])  # fmt: skip
# What else such a note says: a greeting, thanks for the mail, when it is answered, who answers meanwhile.
_BESIDE_THAT = re.compile(
    r"\bthank(?:s| you)\b.{0,12} (?:e-?mail|message|mail|note|contacting|reaching out|getting in touch|writing)\b|\bwill (?:respond|reply|answer|get back to you|return your)\b(?= to| your?| e-?mails?| messages?| as| when| up| on| after| once|$)|\be-?mail (?:the|my) (?!.*\b(?:about|regarding|concerning)\b)"
    r"|\b(?:contact|turn to|reach out to)\b(?!.*\b(?:about|regarding|concerning|who)\b)|\bdirect (?:\w+ )?(?:questions|inquiries|enquiries|requests)(?: to\b|$)|\b(?:for|you (?:need|require)|need of|immediate|urgent) (?:\w+ )?assistance\b|\battending\b|\bnot (?:be )?(?:checking|reading|monitoring)\b|\bany inconvenience\b"
    r"|\bdanke?\b.{0,10} ihre (?:nachricht|e-?mail|mail|anfrage)|\b(?:wenden sie sich|kontaktieren sie)\b|\b(?:be)?antworte\b|\bnicht lesen\b"
    r"|\bmerci (?:de (?:contacter|vous adresser)|(?:pour|de) votre (?:message|mail|courriel))|\bveuillez\b|\b(?:écrivez|adressez-vous) (?:à|au)\b|\bcontactez (?:le|la|m)|\bprendrai connaissance|\bje (?:vous )?répondrai|en mon absence"
    r"|\bgracias por (?:su|tu) (?:mensaje|correo)|\bambos inclusive|\b(?:llame|escriba|contacte) (?:a|con)\b|\bresponderé\b"
    r"|\bgrazie per (?:il|la) |\brivolgersi\b|\brisponderò\b|\bsegreteria\b"
    r"|\bagradeço (?:o seu|a sua) (?:contato|mensagem)|\bobrigad[oa] pel[oa] (?:seu |sua )?(?:contat|mensag|e-?mail)|\b(?:contacte|escreva para) a\b|\bresponderei\b"
    r"|\bbedankt voor uw (?:bericht|e-?mail|mail)|\bmail niet\b|\bdoorgestuurd\b|\breceptie\b|\bkunt u\b"
    r"|ありがとうございます|ご返信|返信が遅れ|ご連絡(?:いた|ください)|申し訳",
    re.IGNORECASE,
)
# A greeting of nobody by name; or no more than a date, the rest of one that a comma divided.
_HARMLESS = re.compile(
    r"^(?:(?:dear|hi|hello) (?:all|there|sender|sir|madam|sir or madam|sir/madam|colleagues?)|hi|hello|greetings|(?:many )?thanks|thank you|(?:vielen )?dank|danke|merci|gracias|grazie|obrigad[oa]|(?:my )?(?:phone|voice ?mail|e-?mails?|messages)|good (?:day|morning|afternoon)|sehr geehrte damen|herren|guten tag|hallo|bonjour|madame|monsieur"
    rf"|hola|buenos días|buongiorno|salve|olá|goedendag|beste|geachte (?:heer|mevrouw|heer/mevrouw|heer,? mevrouw)|お世話になって(?:おり|い)ます|(?:the )?(?:{_MONTH}\.? )?\d{{1,2}}(?:st|nd|rd|th)?\.?(?: (?:de )?{_MONTH})?(?: 20\d\d)?|20\d\d)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_CLOSES = re.compile(
    r"^(?:--|(?:with )?(?:(?:kind|best|warm) )*regards|best(?: wishes)?|cheers|sincerely|yours (?:truly|sincerely)|(?:mit )?(?:freundliche[nr]?|beste[nr]?|schöne[nr]?|viele[nr]?|liebe) grü(?:ß|ss)en?"
    r"|(?:bien )?cordialement|(?:un )?(?:cordial )?saludos?|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|(?:met )?vriendelijke groet(?:en)?)\b",
    re.IGNORECASE,
)
# What only an answer says.
_ANSWERS = re.compile(
    r"[?？]|\b(?:(?:ask|ring|call|phone|try|tell|remind|ping|reach|contact|write|e-?mail|text|catch|find|see|give) (?:to )?me|(?:to|with) me|get in touch|returning your|talk|speak|chat|meet|let me|we(?:['’]ll| will| shall)"
    r"|arrang(?:e|ing)|(?:to|please|can|will) (?:re)?schedule|schedule (?:an?|some\w*|time|it)|(?:re)?scheduling|set(?:ting)? up (?:an?|some\w*|the|our|time)|appointments?|calendars?|interviews?|unavailable for (?:an? |any )?(?:meetings?|calls?|conversations?|visits?)"
    r"|(?<!back )(?<!available )(?<!reachable )(?<!office )again|works|any ?time|(?<!\bi )will (?:respond to|reply to|answer) your (?:questions?|letter)"
    r"|then|after(?:wards?| that| this)|gladly|happ(?:y|ily)|pleased to|love to|yes|yeah|sure|no problem|fine|(?<!feel )free|let['’]?s|p\.? ?s\.?)\b"
    r"|(?:[,;.!]|\bi am|\bi['’]m|\b(?:calendar|schedule|week|day|morning|afternoon)s? (?:is|are)) (?:\w+ )?open\b"
    r"|\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|uhr|o['’]clock|h\b)|\b\d{1,2}:\d\d\b"
    r"|\b(?:danach|dann|anschließend|melden sie sich|sprechen|telefonieren|treffen|gern(?:e)?|ensuite|après|rappelez|appelez|parler|después|luego|llám\w+|hablar|dopo|poi|sentir\w*|parlar\w*|chiam\w+|depois|falar|daarna|spreken|bellen|bel (?:u|je)|rufe sie)\b"
    r"|その後|お会い|お話し|お時間|幸い|お越し",
    re.IGNORECASE,
)
_DATE_DOT = re.compile(
    r"(?<=\d)\.(?= (?:jan|januar|feb|februar|märz|april|mai|juni|juli|aug|august|sept|september|okt|oktober|nov|november|dez|dezember|desember|december)\b)"
    r"|(?<=\d\.\d)\.(?= (?-i:[a-zà-ÿ]))|(?<=\d\.\d\d)\.(?= (?-i:[a-zà-ÿ]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[.!…]+(?:\s|$)|[;\n。！]|,\s|\s(?:but|so|yet|and|aber|und|et|y|e|mais|pero|però|mas|maar)\s|\s[-–—]\s",
    re.IGNORECASE,
)
# Behind an absence it names the mail that is answered, as programs do.
_NAMES_THE_MAIL = re.compile(r"\s*[:：\]】)]|\s+re\s*:", re.IGNORECASE)


def is_absence_note(mail: Message, subject: str, own_words: str) -> bool:
    """Tell whether a mail says that its sender is away, by subject or text, and nothing else; in doubt somebody answered."""
    whole = " ".join(own_words[:1500].split())
    if _ANSWERS.search(whole) or _speaks_to_the_user(mail, whole):
        return False
    said = _without_signature(own_words[:1500], mail)
    head = " ".join(said.split())
    named = _ABSENCE.match(subject)
    if named and _NAMES_THE_MAIL.match(subject, named.end()):
        return True
    absent = named or (_ABSENT.search(head[:500]) and _BESIDES.search(head))
    return bool(absent) and all(map(_is_of_a_note, _pieces(said)))


def says_absent(text: str) -> bool:
    """Tell whether somebody says of themselves that they are absent."""
    return _ABSENT.search(text) is not None


def date_stops(line: str) -> set[int]:
    """Return where a line has stops of dates, which end no sentence: "4. Dezember", and "bis 4.12. bin ich"."""
    return {found.start() for found in _DATE_DOT.finditer(line)}


def _is_of_a_note(piece: str) -> bool:
    told = _ABSENT.search(piece) or _BESIDE_THAT.search(piece) or _HARMLESS.match(piece)
    return bool(told) or any(_is_besides(piece, found) for found in _BESIDES.finditer(piece))


def _is_besides(piece: str, found: re.Match[str]) -> bool:
    """Tell what a note adds, as "from Monday until Friday", from an answer: "Mondays are good until noon", "Urgent: write"."""
    before = piece[: found.start()].casefold().split()
    if found["until"]:
        days = all(word[0].isdigit() for word in before) or before[0] in _FROM
        gone = before[-1:] in (["out"], ["closed"])
        return days or gone or ("not" in before and before[-1] in ("available", "in", "office"))
    return not found["urgent"] or not _IN_CASE.isdisjoint(before[:1])


def _pieces(said: str) -> Iterator[str]:
    """Yield what a text says, piece by piece, up to the words that close it."""
    for paragraph in re.split(r"\n\s*\n", said):
        line = _DATE_DOT.sub("", " ".join(paragraph.split()))
        for piece in _BETWEEN.split(line):
            bare = piece.strip(" .,:…*-–—")
            if _CLOSES.match(bare):
                return
            if bare:
                yield bare


def _without_signature(own_words: str, mail: Message) -> str:
    """Leave out what stands below the sender's name, or words that close a mail."""
    names = set(plain_words(f"{sender_name(mail)} {sender_of(mail).partition('@')[0]}"))
    lines = own_words.split("\n")
    ends = (n for n, line in enumerate(lines) if n and (_CLOSES.match(line.strip()) or _is_name(line, names)))
    return "\n".join(lines[: next(ends, len(lines))])


def _is_name(line: str, names: set[str]) -> bool:
    words = line.split()
    named = len(words) <= 4 and all(_NAME.fullmatch(w) and w[0].isupper() for w in words)
    return named and not names.isdisjoint(plain_words(line))


def _speaks_to_the_user(mail: Message, head: str) -> bool:
    """Tell whether the user's name is said: a program doesn't know it."""
    names = {w for w in plain_words(recipient_name(mail)) if len(w) > 2}
    said = " ".join(word for word in head.split() if word[0].isupper())  # "Will", not "I will"
    return not names.isdisjoint(plain_words(said))
