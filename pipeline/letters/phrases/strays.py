"""What a cell may hold and no letter says: notes to oneself, marks, a letter of its own, words doubled or left off (pure)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipeline.letters import asides
from pipeline.letters.patterns import one_of
from pipeline.letters.salutation import garbled
from pipeline.model.texts import SENTENCE_END, word_set

_TITLED = r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|(?<!\w)[‘'][^’']+[’'](?!\w)"
_WORDS = re.compile(r"\w[\w'’/-]*")
# What calls for a closer look: a character that is no word and no plain stop, digits as in a number to call, a sentence inside.
_ODD = re.compile(r"[^\w\s,.'’;-]|_|\.\w|[.!]\s|\s-|-\s|\d{3}[ .-]\d")
_PERHAPS_ODD = re.compile(r"[^a-zA-Z ,'’]")
# The other patterns are compiled when a cell first calls for them: nearly none does.

# --- notes to oneself ------------------------------------------------------------------------------------------------
_OF_WHAT = (
    r"(?:(?:(?:my|the|her|his|their) )?(?:notes?|e-?mails?|above|below|linkedin|website|file|list|title|names?|dates?|spelling|details?|more)\b"
    r"|(?:him|her|them|this|that)\b|(?-i:[A-Z])\w+ (?:for|about|what|who|which|if|whether)\b)"
)
_TO_DO = r"(?:see|check|ask|look up|find(?: out)?|add|insert|mention|rewrite|reword|update|expand|shorten|fix|verify|confirm|double-check|remember)"
_ASIDE = r"(?:not sure|unsure|do(?:n['’]?t| not) (?!(?-i:[A-Z][a-z]+ [A-Z]))(?:mention|forget|know|say|tell)|to be (?:checked|confirmed|added)|(?:from|via) (?:linkedin|google|wikipedia|(?:the|her|his|their) (?:web ?site|profile|page))|source:)"
_NOTE = (
    r"(?i)\b(?-i:TO-?DO|FIXME|NB|TB[DCA](?! [A-Z])|XXX+)\b|\bxxx+\b|\bn/a\b|\blorem ipsum\b|\basdf|\?\?|=>|->|<-|→|⇒|\brewrite!"
    rf"|\bnote(?: to self)?:|(?:^|[(,;.–—-] *){_ASIDE}|\((?:(?-i:[^()A-Z]){{0,30}}\?|(?:{_TO_DO}|maybe|perhaps|remind|or say)\b[^()]*)\)"
    rf"|(?:^|[,;.] |[–—-] ?|> ?){_TO_DO} {_OF_WHAT}"
    r"|[,;–—-] ?(?:date|title|name|when|which|who|where) ?\?$"
    r"|^(?:because of |for |to )?(?:something|one thing|a detail)(?: (?:specific|concrete|nice|personal|here))?$"
    r"|^(?:see|same|as) (?:above|below|notes?)\b|^(?:ditto|idem|pending|unknown|later|same|idk|dunno|none|nothing|not applicable|does not apply)$"
)
_NOTE_IN_PLACE = rf"(?i)(?:^|[(,;] *){_ASIDE}|\?\?|\bsee notes?\b|\b(?-i:TODO|XXX+)\b"
_NOTING = word_set("""
    todo to-do fixme nb tbd tbc tba xxx xxxx n/a note lorem asdf see check ask look find add insert mention rewrite reword update
    expand shorten fix verify confirm double-check remember sure unsure don't don’t checked confirmed added something thing detail
    above below notes ditto idem pending unknown later same idk dunno none nothing apply applicable linkedin google wikipedia website profile page
    think guess hope maybe perhaps prob probs probably supposedly hopefully something whatever follow following blah bla yadda reasons stuff
    abc xyz forward tell dont recall
    she he she's he's she’s he’s got received declined refused priority urgent wait need needs must draft copied told says said done bring remind
    lol lmao rofl haha hahaha hehe tbh imho imo btw omg wtf smh fyi ngl ugh yikes ttyl
    dear hello hi hey sincerely regards wishes truly faithfully best cheers thanks
""")
# --- marks, faces, addresses -----------------------------------------------------------------------------------------
_MARKS = r"(?i)[\[\]{}]|</?[a-z][^<>]*>|&#?\w+;|\*\*|\$\$|`|(?<!\w)\*\w[^*]*\*|(?<!\w)_|_(?!\w)|\\[nrt]|^[#>*•-]|#(?:NAME\?|REF!|N/A|VALUE!|DIV/0!|NUM!)"
_FACES = r"[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]|(?<!\w)[:;=]-?[)(DPp](?!\w)|<3|\^\^"
_SHOUTS = r"[!?]*(?:!!|!\?|\?!)[!?]*"
_CONTACT = r"https?://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}/\S+|[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()/-]{6,}\d|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b"
_DATED = r"\(\s*(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\.?|\d{4}-\d{2}-\d{2})\s*\)"
_LETTER = (
    r"(?:^|[.!?,;]\s*|\s)(?:Dear|Hello|Hi|Hey) (?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?\s*[,:!]"
    r"|[.!?,;–—-]\s*(?:I )?[Ll]ook(?:ing)? forward to (?:hearing|your (?:reply|answer|call|response))\b"
    r"|[.!?,;]\s*(?:Sincerely|Yours (?:truly|sincerely|faithfully)|(?:With )?(?:[Bb]est|[Kk]ind|[Ww]arm)(?:est)? (?:regards|wishes)|Best|Regards|Cheers|Thanks|Thank you)[,.!]?\s+(?:[A-Z][\w.'’-]*\s?){0,4}$"
)
# --- words doubled or left off -----------------------------------------------------------------------------------------
_TWICE_TOLD = r"\b(\w+ \w+ \w+ \w.{4,}?)\W+\1$"
_MAY_DOUBLE = word_set("that had very really so much far long many more now again no")
_ARTICLES = word_set("the a an")
_MINE = word_set("your my his our their")
_DETERMINERS = _ARTICLES | _MINE | word_set("her its this these those")
_PAIRS = frozenset(
    [("for", "of"), ("for", "because"), ("to", "of"), ("to", "because"), ("of", "because")]
    + [("to", b) for b in ("don't", "don’t", "doesn't", "doesn’t", "didn't", "didn’t", "should", "would", "could")]
)  # fmt: skip
_DISAGREES = (
    r"(?:^|\b(?:because|since|as|that|and|when|if|how|what) )(?:you (?:is|was|has|does|am)|I (?:is|has))\b"
    r"|(?:^|\b(?:because|since|that|when|how|what) )I are\b|(?:^|\b(?:because|since|when|how|what) )I were\b"
)
_DISAGREEING = frozenset(
    (a, b) for a in ("you", "i") for b in ("is", "was", "has", "does", "am", "are", "were")
)
_MISFORMED = frozenset(
    (a, b)
    for a in ("have", "has", "had", "didn't", "didn’t")
    for b in ("did", "went", "took", "gave", "wrote", "came", "began", "chose", "knew")
)
_MISFORMED |= {
    (a, b)
    for a in ("have", "has", "had")
    for b in ("spend", "give", "tell", "write", "teach", "choose", "see", "know", "speak", "explain", "introduce", "send", "bring")
}  # fmt: skip
_WITHOUT_HAVE = frozenset((a, b) for a in ("i", "you", "we", "they") for b in ("seen", "done"))
_HAVING = word_set("have has had having haven't haven’t hasn't hasn’t hadn't hadn’t i've")
_ASKED_INSIDE = frozenset((a, b) for a in ("how", "why") for b in ("is", "are", "do", "does", "did", "can"))
_ASKED_AFTER = word_set("about know learn understand see out explain explaining me")
_YOUR_FOR_YOU_ARE = frozenset(("your", b) for b in ("on", "at", "in", "from", "with"))
_OF_A_PIECE = word_set("house call site risk home depth person line air stage demand hand time campus")
"""Your on call team, your in house counsel."""
_THEIR_OBJECT = word_set("what all everything that which whatever whom")
_NEVER_TOGETHER = frozenset(
    [*_PAIRS, *_DISAGREEING, *_MISFORMED, *_WITHOUT_HAVE, *_ASKED_INSIDE, *_YOUR_FOR_YOU_ARE]
    + [(a, b) for a in _ARTICLES for b in _DETERMINERS]
    + [(a, b) for a in _MINE for b in ("a", "an", "the", "is", "are")]
)
_AFTER_BECAUSE_OF = word_set("because as since for to of from with and or by")
_GOES_ON = word_set("and or but because the a an your my our their very as than if")
_MAY_END = word_set("of to with for in on at from by about into")
_ENDS_ITS_CLAUSE = (
    r"(?i)\b(?:what|whatever|whom?|which|that|whose)\b|\bwhere\b.*\b(?:from|to|at)\W*$"
    r"|(?<!because )(?<!since )(?<!\bif )(?<!after )\b(?:you|I|we|they|he|she) (?:[\w'’]+ ){0,3}(?:of|to|with|for|in|on|at|from|by|about|into)\W*$"
)
_LEFT_OPEN = frozenset(
    [
        (a, b)
        for a in ("if", "when", "because", "since", "while")
        for b in ("you", "i", "we", "they", "he", "she")
    ]
    + [(a, "to") for a in ("which", "what", "how", "where", "when")]
)
# --- capitals as in a title --------------------------------------------------------------------------------------------
THEIRS_OFTEN = word_set("""
    help advice advise time patience support kindness work talk lecture insight insights words thoughts answer answers story stories
    willingness interest candor honesty article book essay paper study post career move notes clinic lab team ward research blog podcast
    speech experience guidance generosity
""")
_WITHOUT_CAPITAL = word_set("With About In At On To From How What For Your You My Me That Which When")
_SELDOM_WITH = word_set("And Of The A An Or")
_WITH_CAPITAL = _WITHOUT_CAPITAL | _SELDOM_WITH
_LEADS_ON = word_set(
    "because of for to about since as with on that by from in at and when after before how what if"
)
_SHORT, _MOST_IN_A_NAME = 3, 3
_OF_THE_READER = word_set("you your yours yourself you're you’re you've you’ve")
_CUT_AT = 255
_RUDE = "stupid boring rude ugly lousy dull weird awful silly dumb fat failed pathetic terrible ridiculous mediocre"
_THEIR_LOT = (
    "desperate fat gay lesbian black jewish muslim disabled divorced pregnant cute hot sexy fired stupid"
)
_THEIR_OWN = "divorce illness cancer layoff firing dismissal salary weight looks money age religion ex"
_HURTS = word_set(f"{_RUDE} {_THEIR_LOT} {_THEIR_OWN} stalked owe laid idiot jerk rich")
_UNKIND = (
    rf"(?i)\byour (?:(?:very|so|rather|old) )?(?:{'|'.join(_RUDE.split())})(?![\w-])|\byour (?:{'|'.join(_THEIR_OWN.split())})\W*$"
    rf"|\byou (?:are|seem|look|were|got) (?:so |rather |a bit )?(?:rich(?! in)|laid off|{'|'.join(_THEIR_LOT.split())})(?![\w-]| up\b)"
    r"|\bI stalked you\b|\byou owe (?:me|us)\b|\b(?:an?|such an?) (?:idiot|jerk)\b"
)
_SOON_OVER = r"(?i)\b(?:tomorrow|tonight|today|(?:this|next) (?:week|weekend|morning|afternoon|evening)|(?:this|next|by|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"


class InWords(NamedTuple):
    """A phrase with its words: as they stand, in lower case, and each once. `odd`: it holds more than words and plain stops."""

    text: str
    words: list[str]
    low: list[str]
    each: frozenset[str]
    odd: bool


def split_words(text: str) -> InWords:
    """Split a phrase into its words."""
    words = _WORDS.findall(text)
    low = [w.lower() for w in words]
    asked = text.removesuffix("?")
    odd = _PERHAPS_ODD.search(asked) is not None and _ODD.search(asked) is not None
    return InWords(text, words, low, frozenset(low), odd)


def without_titles(text: str) -> str:
    """Leave out what stands in quotes: a title may say anything."""
    return re.sub(_TITLED, "“”", text) if re.search(r"[“„«\"‘']", text) else text


def stray_in(said: InWords, *, in_place: bool = False) -> str:
    """Say what of a phrase no letter holds; "" where there is nothing. `in_place`: of a place, which may have its number and link."""
    text = said.text
    if said.odd and not in_place and (re.search(_MARKS, text) or (not text.isascii() and garbled(text))):
        return "holds marks that are no words"
    if not (in_place or said.odd or any(w.isupper() and w != "I" for w in said.words)) and (
        said.each.isdisjoint(_NOTING)
    ):
        return ""
    untitled = without_titles(text)
    if re.search(_NOTE_IN_PLACE if in_place else _NOTE, untitled) or _is_noted(untitled, in_place=in_place):
        return "holds a note to yourself"
    return "holds a greeting or an end of a letter of its own" if re.search(_LETTER, untitled) else ""


def _is_noted(text: str, *, in_place: bool) -> bool:
    """Tell words that say something to their writer alone."""
    if in_place and one_of(asides.IN_A_PLACE).search(text):
        return True
    return bool(one_of(asides.AS_TYPED).search(text) or one_of(asides.IN_NOTES).search(text.lower()))


def needs_of_mine(said: InWords) -> bool:
    """Tell a reason that is the writer's own need, and says nothing of the reader."""
    mine = said.low[:1] == ["because"] and said.each.isdisjoint(_OF_THE_READER)
    return mine and one_of(asides.OWN_NEED).search(said.text.lower()) is not None


def doubt_in(said: InWords) -> str:
    """Say what a careful writer would take out of a phrase; "" where there is nothing."""
    text = said.text
    if len(text) == _CUT_AT:
        return f"ends after {_CUT_AT} characters, as if it had been cut off"
    if not said.odd:
        return ""
    if re.search(_CONTACT, text):
        return "holds an address or a number, which a letter like this does not need"
    if re.search(_DATED, text):
        return "holds a date in brackets"
    if re.search(_FACES, text):
        return "holds a smiley or a picture"
    if re.search(_SHOUTS, text):
        return "holds more than one mark where one is enough"
    return "" if _balanced(text) else "holds a quotation mark or bracket without its other half"


def may_hurt(said: InWords) -> bool:
    """Tell what one may think of somebody and writes to nobody: your boring talk, your divorce, because you were fired."""
    return not said.each.isdisjoint(_HURTS) and re.search(_UNKIND, without_titles(said.text)) is not None


def names_passing_day(said: InWords) -> bool:
    """Tell an offer for a day that is over when a letter speaks of it: to send a list tomorrow."""
    return re.search(_SOON_OVER, without_titles(said.text)) is not None


def first_sentence(text: str) -> str:
    """Give the first line and sentence of a note, the mark that begins it left out."""
    line = re.split(r"[\n;]", re.sub(r"^(?:[-*•–]|\d+[.)])\s*", "", text.strip()))[0]
    return SENTENCE_END.split(line, maxsplit=1)[0]


def sentences_inside(said: InWords) -> bool:
    """Tell whether a phrase holds an end of a sentence, and another one after it."""
    _, *later = SENTENCE_END.split(without_titles(said.text)) if said.odd else ("",)
    return any(re.match(r"[A-Z“\"]", sentence) for sentence in later)


def slip_in(said: InWords) -> str:
    """Say which word stands twice, or is too many; "" where none does."""
    text, words, low = said.text, said.words, said.low
    if low[:2] == ["because", "of"] and low[2:3] and low[2] in _AFTER_BECAUSE_OF:
        return "holds a word too many"
    if len(said.each) == len(low) and _NEVER_TOGETHER.isdisjoint(pairwise(low)):
        return ""
    if re.search(_TWICE_TOLD, text, re.IGNORECASE):
        return "says the same twice"
    for n, (a, b) in enumerate(pairwise(low)):
        if (
            a == b
            and words[n + 1].islower()
            and a not in _MAY_DOUBLE
            and re.search(rf"\b{a} {b}\b", text, re.IGNORECASE)
        ):
            return "says a word twice"
        if (a, b) in _PAIRS or (words[n + 1].islower() and _determined_twice(a, b, low[n + 2 : n + 3])):
            return "holds a word too many"
        if (a, b) in _DISAGREEING and re.search(_DISAGREES, text):
            return "has a verb that does not go with its subject"
        if _is_misformed(a, b, low[:n], low[n + 2 :]):
            return f"has “{words[n]} {words[n + 1]}”, which does not go together"
    return ""


def _is_misformed(a: str, b: str, before: list[str], behind: list[str]) -> bool:
    """Tell words side by side that no sentence has: have did, I seen, about how is, your on the board."""
    led = before[-1] if before else ""
    return (
        ((a, b) in _MISFORMED and _THEIR_OBJECT.isdisjoint(before))
        or ((a, b) in _WITHOUT_HAVE and led not in _HAVING)
        or ((a, b) in _ASKED_INSIDE and led in _ASKED_AFTER)
        or ((a, b) in _YOUR_FOR_YOU_ARE and _OF_A_PIECE.isdisjoint(behind[:1]))
    )


_NOTHING = word_set("stuff thing things something anything")
_GIVES = word_set(
    "to send give tell show share lend bring get email mail forward do help with me some you have for"
)
_BEHIND_STUFF = word_set("about on like that you for from i we and with in at to") | {""}


def says_nothing(said: InWords, attr: str) -> bool:
    """Tell an offer of nothing in particular, and "stuff" as anybody says it; to stuff envelopes is none."""
    low = said.low
    if attr == "they_offered" and low and low[-1] in _NOTHING and _GIVES.issuperset(low[:-1]):
        return True
    if "stuff" not in said.each or "stuff" not in without_titles(said.text).lower():
        return False
    at = low.index("stuff")
    return (*low[at + 1 :], "")[0] in _BEHIND_STUFF and low[at - 1] not in ("right", "to", "and")


def as_a_title(said: InWords) -> bool:
    """Tell words typed with capitals as a title has them: because of Your Work, for Sharing Your Experience In Nursing."""
    if _WITH_CAPITAL.isdisjoint(said.words[1:]):
        return False  # as nearly all
    words = split_words(without_titles(said.text)).words
    for before, word, after in zip(words[:-1], words[1:], [*words[2:], ""], strict=True):
        spoken_to = word in ("Your", "You") and before in _LEADS_ON
        if spoken_to and (after.islower() or not after or after.lower() in THEIRS_OFTEN):
            return True
    behind = words[1:]
    capital = [w for w in behind if w[:1].isupper()]
    if len(capital) <= _MOST_IN_A_NAME or any(len(w) > _SHORT for w in behind if w not in capital):
        return False
    return any(w in _WITHOUT_CAPITAL for w in capital) or sum(w in _SELDOM_WITH for w in capital) > 1


def breaks_off(said: InWords) -> bool:
    """Tell whether a phrase ends with a word that needs another one after it."""
    last = said.words[-1] if said.words else ""
    if tuple(said.low[-2:]) in _LEFT_OPEN:
        return True
    if (last not in _GOES_ON and last not in _MAY_END) or said.text[-1:] in ("”", '"', "»", ")"):
        return False
    return last in _GOES_ON or (last in _MAY_END and not re.search(_ENDS_ITS_CLAUSE, said.text))


def _determined_twice(a: str, b: str, after: list[str]) -> bool:
    if a in _ARTICLES:
        return b in _DETERMINERS and not (
            b == "a" and after and after[0] in ("cappella", "priori", "posteriori")
        )
    return a in _MINE and b in ("a", "an", "the", "is", "are")


def _balanced(text: str) -> bool:
    if "„" in text:
        return True
    straight = len(re.findall(r'(?<!\d)"', text)) % 2
    return not straight and all(text.count(a) == text.count(b) for a, b in ("“”", "«»", "()"))
