"""Find how a letter greets: the first line in any of its forms, in whatever language, taken apart (pure)."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from pipeline.model.namewords import TITLES
from pipeline.model.texts import flat

# Without accents and case, longest first within a language; those of English are told apart below.
_ENGLISH = """my dear|dearest|dear|hello there|hello again|hello|hi there|hi again|hi|hey there|hey|hiya|howdy|greetings|salutations|good morning|good afternoon
|good evening|good day|morning|respected|esteemed|attention|attn|aloha|g'day|to"""
_OTHERS = """sehr geehrte|sehr geehrter|sehr geehrtes|geehrte|geehrter|liebe|lieber|hallo|guten tag|guten morgen|guten abend|gruss gott|grussgott|gruezi|servus
|moin|werte|werter|bonjour|bonsoir|chere|cher|salut|coucou|muy estimado|muy estimada|estimado|estimada|estimat|estimada|benvolgut|benvolguda|querido|querida
|hola|buenos dias|buenas tardes|buenas noches|apreciado|apreciada|distinguido|distinguida|caro|cara|prezado|prezada|ola|oi|bom dia|boa tarde|boa noite
|exmo|exma|excelentissimo|excelentissima|ilustrissimo|gentile|gentilissimo|gentilissima|egregio|egregia|buongiorno|buonasera|ciao|salve|spettabile
|pregiatissimo|pregiatissima|carissimo|carissima|beste|geachte|geagte|hoi|dag|goedemorgen|goedemiddag|goedenavond|kaere|kjaere|kjære|kære|kara|kare|basta
|baste|hejsan|hej|hei|heisann|god dag|god morgen|god morgon|hyva|arvoisa|moi|terve|hyvaa paivaa|kaeri|kaera|kaeri|kæri|kæra|szanowna|szanowny|szanowni|drogi|droga
|witam|czesc|dzien dobry|vazeny|vazena|mily|mila|dobry den|ahoj|kedves|tisztelt|jo napot|stimate|stimata|draga|drage|dragi|buna ziua|buna|sayin|sevgili
|merhaba|degerli|postovani|postovana|spostovani|spostovana|zdravo|gerbiamas|gerbiama|gerb|godatais|godajamais|godajama|lugupeetud|annwyl|a chara|kaixo
|kinh gui|kinh thua|than gui|xin chao|chao|thua|kepada yth|yth|halo|selamat pagi|selamat siang|assalamualaikum|as-salamu alaykum|salaam|salam|kumusta
|mpendwa|habari|ndugu|namaste|namaskar|vanakkam|priya|shalom|lkvod|geia sas|уважаемый|уважаемая|уважаемые|уважаеми|уважаема|дорогои|дорогая|здравствуите|добрыи день
|доброе утро|добрыи вечер|привет|шановныи|шановнии|шановна|доброго дня|вітаю|добрии день|драги|драга|поштовани|поштована|αγαπητε|αγαπητη|αξιοτιμε|αξιοτιμη|γεια σας|καλημερα
|שלום|לכבוד|היקר|היקרה|عزيزي|عزيزتي|حضرة|السلام عليكم|مرحبا|الفاضل|جناب|سلام|प्रिय|नमस्ते|आदरणीय|প্রিয়|ప్రియమైన|เรียน|สวัสดี"""
_JOINED = (
    *("尊敬的", "亲爱的", "親愛的", "敬爱的", "敬愛的", "親愛なる", "拝啓", "您好", "你好", "こんにちは"),
    *("친애하는", "존경하는", "안녕하세요", "안녕하십니까"),
)
# After these a name must come; after the others it may.
_NEED_A_NAME = re.compile(
    r"(?:my )?dear|dearest|to|attn|attention|respected|esteemed|(?:sehr )?geehrt\w*|liebe\w?|werte\w?|chere?|estimad\w|querid\w|apreciad\w"
    r"|car[oa]|prezad\w|ex[mc]\w+|gentil\w+|egregi\w|beste|geachte|k[ae]*re|szanown\w|drog\w|vazen\w|mil[ya]|kedves|tisztelt|stimat\w|sayin"
    r"|kara|dag|priya|sevgili|уважаем\w+|дорог\w+|шановн\w+|αγαπητ\w|αξιοτιμ\w|尊敬的|亲爱的|親愛的"
)
_ENDS = re.compile(r"[,;:!،，：！、。—–―]+|\s-+(?=\s|$)|(?<=\w)--|\.\.\.|…")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.(?=\s+[A-Z])|(?<=[^\W\d_]{3})\.\s*$")
# Words of greeting that are people's names too.
NAMES_TOO = frozenset(
    [
        "mila",
        "mily",
        "kara",
        "cara",
        "caro",
        "cher",
        "dag",
        "priya",
        "moi",
        "draga",
        "drage",
        "dragi",
        "salve",
        "beste",
        "basta",
        "kari",
        "chao",
        "to",
    ]
)
_WORDS_AT_MOST = 7
_SEARCHED = 8
_LONGEST = 240


class Greeting(NamedTuple):
    """The first line: what it begins with, and the pieces after, up to where a sentence begins.

    `opener` is "" where a name stands alone. `spoken`: a sentence follows in the same line. `ended`: it ends as a greeting does.
    """

    line: str
    opener: str
    pieces: tuple[str, ...]
    english: bool = True
    spoken: bool = False
    ended: bool = True

    @property
    def needs_a_name(self) -> bool:
        """Tell whether it greets nobody without one, as "Dear" does and "Good morning" does not."""
        return bool(_NEED_A_NAME.fullmatch(self.opener))


def find_greeting(body: str, names: Collection[str] = ()) -> Greeting | None:
    """Find the first line; a place, a date or an address set above "Dear …" is passed over. None for an empty letter.

    `names`: the person's own, flat; who is called Mila or Dag is not taken for a greeting.
    """
    lines = [" ".join(line[:_LONGEST].split()) for line in body.splitlines() if line.strip()][:_SEARCHED]
    if not lines:
        return None
    for number, line in enumerate(lines):
        if _opener(line, names)[0]:
            return _taken_apart(line, names)
        if line.endswith((",", ":", "!", "，", "：")) and not any(c.isdigit() for c in line):
            break
        if number == 0 and len(line.split()) > _WORDS_AT_MOST:
            break
    return _taken_apart(lines[0], names)


def after_greeting(body: str) -> str:
    """Leave out the greeting, where the letter begins with one."""
    found = find_greeting(body)
    if found is None or not (found.opener or found.ended):
        return body
    at = body.find(found.line) + len(found.line) if found.line in body else 0
    if found.spoken and found.pieces:
        at = body.find(found.pieces[-1]) + len(found.pieces[-1])
    return body[at:].lstrip(" ,:;!—–-")


def _opener(line: str, names: Collection[str] = ()) -> tuple[str, str, bool]:
    """Split off what a line greets with: that, the rest, and whether it is English."""
    start = line.lstrip("¡¿*_ \"'“‘>")
    for word in _JOINED:
        if start.startswith(word):
            return word, start[len(word) :], False
    for words, english in ((_ENGLISH_WORDS, True), (_OTHER_WORDS, False)):
        for count in (3, 2, 1):
            head, rest = _first_words(start, count)
            if head and flat(head) in words and flat(head) not in names:
                if flat(head) == "to" and not re.match(r":|\s*whom\b|\s*(?:the )?[^\Wa-z\d_]", rest):
                    continue
                return flat(head), rest, english
    return "", line, True


def _first_words(text: str, count: int) -> tuple[str, str]:
    found = re.match(r"(?:[^\s,;:!.،，！—–-]+(?:-[^\s,;:!.]+)?(?:\s+|$)){" + str(count - 1) + "}", text)
    if not found:
        return "", text
    last = re.match(r"[^\s,;:!.،，！—–]+", text[found.end() :])
    if not last:
        return "", text
    end = found.end() + last.end()
    return text[:end], text[end:]


def _taken_apart(line: str, names: Collection[str]) -> Greeting:
    opener, rest, english = _opener(line, names)
    if opener:
        rest = re.sub(r"^\.(?=\s|$)", "", rest)
    stops = next((m for m in _STOP.finditer(rest) if not _abbreviated(rest[: m.start()])), None)
    pieces, spoken = _pieces(rest[: stops.start()] if stops else rest)
    if stops and rest[stops.end() :].strip():
        spoken = True
    ended = bool(re.search(r"[,;:!،，：！—–―-]\s*$", line))
    return Greeting(line, opener, pieces, english, spoken, ended)


def _abbreviated(before: str) -> bool:
    return flat(before.split()[-1]) in TITLES if before.split() else False


def _pieces(rest: str) -> tuple[tuple[str, ...], bool]:
    """Take the pieces between commas and dashes, up to the one that is a sentence."""
    pieces: list[str] = []
    for piece in (p.strip() for p in _ENDS.split(rest)):
        if not piece:
            continue
        if pieces and _is_sentence(piece):
            return tuple(pieces), True
        pieces.append(piece)
    return tuple(pieces), False


def _is_sentence(piece: str) -> bool:
    words = piece.split()
    if len(words) > _WORDS_AT_MOST:
        return True
    small = any(w[:1].islower() and len(w) > 3 for w in words) and not _opener(piece)[0]
    return small or words[0] in (
        "I",
        "I'm",
        "I’m",
        "It",
        "We",
        "My",
        "Thank",
        "Thanks",
        "May",
        "Your",
        "You",
    )


_ENGLISH_WORDS = frozenset(w.strip() for w in _ENGLISH.split("|"))
_OTHER_WORDS = frozenset(flat(w.strip()) for w in _OTHERS.split("|"))
