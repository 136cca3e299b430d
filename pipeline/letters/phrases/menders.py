"""Words that decide how a phrase reads: what it may begin with, what begins a sentence of its own, what praises nobody (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.letters.strays import THEIRS_OFTEN, split_words, stray_in
from pipeline.model.texts import word_set

CLAUSE = r"(?:(?:I|we|you|he|she|they|it)(?:['’](?:m|ve|d|ll|re|s))?|there (?:is|are|was|were))(?=\s+(?-i:[a-z'’]))"
DETERMINER = r"(?:the|a|an|your|his|her|their|our|my|its|this|that|these|those)\b"
_DETERMINED = rf"(?i:{DETERMINER}|(?:all|both) (?:of|the|your|his|her)\b|(?:every|some|many|two|three|\d+)\b)|(?:[A-Z][\w.&-]*\s+)*[A-Z][\w.-]*['’]s?\s"
WHY_OPENERS = (
    r"because(?: of)?|since|as|for|about|after|on|at|in|regarding|concerning|having|given|out of|with|to|following|from|owing to|due to"
    r"|hoping|knowing|seeing|inspired|prompted|encouraged|moved|through|upon|while|when|now that|by way of|thanks to|based on|considering"
    r"|wondering|ahead of|before|under|via"
)
POSITION_OPENERS = (
    r"an?|the|one of|now|currently|presently|in|at|from|with|about|on|new|self-\w+|retired|unemployed|between|head|director|chief|president"
    r"|vice|chair|dean|editor|professor|deputy|assistant to|secretary to|leader of|captain|co-founder|cofounder|founder of|partner|part of"
    r"|your|still|both|soon|due|recently|newly|formerly|back|half|mid|principal|owner of|trained|employed|responsible|active|interested|among"
    r"|no longer|neither|once|co-\w+|\d+ years old|most|just|home|nearing|enrolled|based|certified|licensed|registered|halfway|not|almost|already|fresh|this|next|by|as|finishing"
)
NOUN = r"(?:an?|the|one of|head|director|chief|president|chair|dean|editor|professor|manager|owner|leader|captain|founder|partner|[A-Z]\w+ [A-Z])\b"
EXPLORING = (
    r"(?:(?:i(?:'m|’m| am)? )?(?:want(?:ing)? |would like |hop(?:e|ing) |interested )?(?:in order )?(?:to |in )?"
    r"(?:explor(?:e|ing)|learn(?:ing)? (?:more )?about|finding out about|find out about|get(?:ting)? into|go(?:ing)? into|work(?:ing)? in|interested in))"
)
"""Words before a field of work, which the letter has already: to explore nursing."""
NO_FIELD = (
    rf"{EXPLORING}|to|about|for|because|in(?! (?:vitro|vivo|situ))|at|with|from|of|undecided|unsure|unknown|unclear|not|none|nothing|any|anything"
    r"|whatever|something|somewhere|open(?: to (?:anything|everything|all))?(?= *$)|yes|no|maybe|perhaps|become|find|i(?! ?&)"
)
"""What is no field of work, by its first words."""
DOING = r"\w+ing\b(?!\s+(?:student|manager|engineer|assistant|professional|major|graduate|intern|trainee|teacher|director|consultant|analyst)\b)"
GREETING = r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|greetings)\b"
UNFINISHED = (
    r"(?:^|\W)(?:n/a|n\.a\.|tb[adc](?! (?-i:[A-Z]))|todo|xxx+|lorem ipsum|fill (?:this |me )?in)(?:$|\W)|(?:\.\.|…)$|_{2,}|^\W*$"
    r"|^because (?:I|you|we|he|she|they|it)$|^since (?:\w+ )?\d{4}$|^(?:because(?: of)?|for|to)\s\W+$|^(?:because(?: of)?|for|to|since|as|about|an?|the|because of (?:the|your)|for (?:the|your))$"
)
# "my professor told …": a subject and its verb, where a noun alone was meant to stand.
_RELATIVE = r"(?!(?:what|how|who|whom|all|everything|anything|something|whatever)\b|(?:the|an?|this) (?-i:[a-z][\w-]*) (?:(?:my|our|his|her|their|your|the)\b|(?-i:[A-Z][a-z]+\b)))"
"""No such subject: what my sister told me, the way Dr. Klein spoke of it."""
_SUBJECT = (
    rf"{_RELATIVE}"
    r"(?:my|your|his|her|our|their|the|an?|this|[A-Z][\w.'’-]+)\s+(?:(?!that\b|which\b|who\b|you\b|I\b|we\b|what\b|how\b)[\w'’.-]+\s+){0,4}?"
)
_FINITE = r"(?:told|gave|is|are|was|were|has|knows|spoke|says|thinks|believes|\w+(?:s|ed) me|(?:said|wrote|suggested|mentioned|recommended) (?:you|your|that|I))\b"
QUOTED_END = r"(?:[“\"«]|(?<!\w)')[^“”\"«»]*\?$|\?[”\"»'’]?$(?<=[”\"»'’])|(?:[A-Z][\w'’-]*\s+(?:\w{1,4}\s+)?){2,}[A-Z][\w'’-]*\?$|https?://\S*$"
QUESTION_ELSEWHERE = r"https?://"
LOWERED = frozenset(
    f"{WHY_OPENERS}|because|to|for|an?|a|an|the|one|your|you|he|she|they|we|it|his|her|their|our|my|this|that|these|in order|especially|simply|only"
    "|mainly|above|most|once|again|studying|working|finishing|currently|now|learn|read|learning"
    .replace("(?: of)?", "").replace("?", "").split("|")
)  # fmt: skip
_PAST = (
    r"(?:read|saw|heard|met|attended|found|enjoyed|liked|loved|admired|noticed|learned|learnt|watched|followed|listened|came across|discovered|"
    r"remember|admire|like|love|enjoy|follow|appreciate)\b"
)
_TOLD = {
    "told": "telling", "took": "taking", "gave": "giving", "made": "making", "said": "saying", "spent": "spending", "let": "letting",
    "met": "meeting", "spoke": "speaking", "talked": "talking", "saw": "seeing", "put": "putting", "sent": "sending", "wrote": "writing",
    "were": "being", "had": "having", "found": "finding", "brought": "bringing", "taught": "teaching", "shared": "sharing",
    "described": "describing", "introduced": "introducing", "invited": "inviting", "advised": "advising", "arranged": "arranging",
    "agreed": "agreeing", "came": "coming", "stopped": "stopping", "mapped": "mapping", "warned": "warning", "named": "naming",
    "encouraged": "encouraging", "received": "receiving", "outlined": "outlining", "gone": "going", "went": "going", "drew": "drawing",
    "cleared": "clearing", "offered": "offering", "showed": "showing", "helped": "helping", "explained": "explaining", "walked": "walking",
    "answered": "answering", "listened": "listening", "pointed": "pointing", "lent": "lending", "kept": "keeping", "led": "leading",
}  # fmt: skip
_BASE = {
    "tell": "telling", "take": "taking", "give": "giving", "make": "making", "share": "sharing", "spend": "spending", "explain": "explaining",
    "help": "helping", "show": "showing", "answer": "answering", "meet": "meeting", "talk": "talking", "let": "letting", "walk": "walking",
    "introduce": "introducing", "describe": "describing", "see": "seeing", "send": "sending", "listen": "listening", "speak": "speaking",
    "have": "having", "be": "being", "recommend": "recommending", "teach": "teaching", "bring": "bringing", "write": "writing",
    "invite": "inviting", "advise": "advising", "encourage": "encouraging",
}  # fmt: skip
_AIMS = {
    "learning": "learn", "understanding": "understand", "finding": "find", "getting": "get", "hearing": "hear", "exploring": "explore",
    "discovering": "discover", "asking": "ask", "gaining": "gain", "knowing": "know", "seeing": "see", "talking": "talk", "gathering": "gather",
    "discussing": "discuss", "deciding": "decide", "seeking": "seek", "obtaining": "obtain", "comparing": "compare", "testing": "test",
    "introducing": "introduce", "showing": "show", "sending": "send", "looking": "look", "reading": "read", "putting": "put", "giving": "give",
}  # fmt: skip
_VERBS = frozenset(_AIMS.values()) | word_set("""
    figure familiarize check inform prepare introduce collect request receive clarify study broaden
    expand arrange let help forward share meet pass call review connect lend invite
""")
_WANTED = word_set("network connect pick explain tell become enter break")
"""What else a reason wants: to pick your brain."""
_DEEDS = word_set("""
    be mentor keep recommend vouch write sit take come answer stay walk teach tell explain drive bring point read proofread serve act
    ask have try speak host
""")
_ONE_THING = (
    r"(?:(?!(?:an?|the|another|one|two|three|your|his|her|their|my|our|this|that|these|some|any|every|each|all|no|more|several|first|to|if|for|help|with|of|in|at"
    r"|me|and|or|time|who|how|on|about|from|by|into|over)\b|\d)[\w-]+ ){0,2}?(?:interview|review|letter|call|tour|visit|chat|meeting|contact|day|session|referral|reference"
    r"|conversation|talk|introduction|intro|list|copy|link|report|book|number|ride|seat|hour|recommendation|invitation|invite)"
    r"(?= *$| (?:with|of|at|on|about|in|for|from|to|next|last|this)\b)"
)
"""Something that they offered, with its article left out: mock interview."""
_TO_READ = r"(?:lists?|materials?|matter|points?|suggestions?|tips?|groups?|recommendations?)\b"
"""Things, and nothing that somebody does: reading lists, talking points."""
NO_OFFERS = "|".join((
    *_VERBS, *_DEEDS, *_AIMS.keys() - {"reading", "talking", "learning"}, rf"(?:reading|talking|learning)(?! {_TO_READ})", "will", "would", "can", "could", "introduction", "intro", "tour",
    "that (?:i|you|he|she|they|we)", r"any ?time(?! (?:you|that|with|on|for|in the|slot)\b)", _ONE_THING,
)).replace("help|", "")  # fmt: skip
NOTHING_OFFERED = (
    r"(?:yes|yeah|yep|no(?! (?:more|less|fewer))|none|not|nope|maybe|perhaps|possibly|probably|might|may|ok(?:ay)?|sure|unsure|unclear"
    r"|nothing(?! (?:less|short|but))|asked|later|soon|see|said|did|was|is|declined|refused|declines|refuses|(?:too )?busy|wants?|wanted|unable|unwilling|can(?:not|['’]t| not)|could(?:n['’]t| not))\b(?!-)"
)
"""What notes that there was no offer, or what became of it."""
_QUESTION_WORDS = (
    r"(?:how|what|why|which|who|whom|whose|where|when|whether|if|is|are|was|were|do|does|did|have|has|had|can|could|would|will|should|shall|may"
    r"|might|must|am|(?:is|are|was|were|do|does|did|have|has|had|could|would|wo|should|ca)n['’]t)"
)
ASKS = (
    rf"(?:.*[,:;.!?—–-] )?(?:and |but |so |or |then )?(?:(?:at|to|in|for|on|with|from|by|of|about|under|out of) )?{_QUESTION_WORDS}(?:['’](?:s|re|d|ll|ve|m))?\s+\S"
    r"|.*\w.*\?$"
)
"""How a question begins, at its start or after a first clause; what ends with a question mark asks, too."""
_OF_YOU = frozenset(_TOLD) | word_set("are have did know helped inspired")
_AFTER: dict[str, dict[str, frozenset[str]]] = {
    "purpose": {"to": frozenset(_AIMS)},
    "they_offered": {"to": frozenset(_AIMS)},
    "advice": {"to": frozenset(_AIMS)},
    "thank_them_for": {
        "for": word_set(
            "to told took gave made said met spoke saw sent wrote were had came went taught brought drew have has is are was be been do does did"
        ),
        "for you": _OF_YOU,
        "for it": _OF_YOU,
    },
}
"""Words that no piece of a sentence has after these, by the cell."""
_SUBORDINATE = word_set("""
    that which who whom whose when whenever if as because since while after before how what why where although though once until whether than
    now say said saying tell telling told
""")
_BESIDE_IT = word_set(
    "know think believe hear see hope trust gather understand fear suppose must should said told heard read guess confess admit being"
)
_GREAT = word_set(
    "great good nice fun helpful amazing wonderful interesting useful lovely awesome inspiring informative fantastic"
)
_CLAUSES: dict[str, str] = {
    "purpose": rf"(?:to )?{CLAUSE}|to (?:learn|find|get|understand|know|see|explore|talk|ask|hear)(?:s|ed)\b",
    "why_this_person": rf"{CLAUSE}|(?:for|because of|due to|to|with|about) (?:I|I['’](?:m|ve|d)|he|she|they|we)\b(?! and\b)|(?:because of|due to) {_SUBJECT}{_FINITE}|(?:because of|due to) there\b|(?:because of|due to) (?:you|it) (?!and\b|all\b|both\b|in\b|as\b|at\b)\w",
    "thank_them_for": rf"{CLAUSE}|for (?:I|I['’](?:m|ve|d)|he|she|they|we)\b|for (?:{'|'.join(_BASE)})(?: me| us| the| your| a| to| with)\b",
    "position": rf"(?:\w+ly )?{CLAUSE}",
    "they_offered": rf"(?:to )?{CLAUSE}",
    "advice": rf"(?:to )?{CLAUSE}",
    "my_question": r"(?!)",
    "field": rf"{CLAUSE}",
    "where": rf"{CLAUSE}|let['’]s\b(?! (?-i:[A-Z]))|(?:please |kindly )?(?:ask|call|see|check|meet) (?:him|her|them|me|us|you|email|mail)\b",
}  # fmt: skip


def holds_sentence(attr: str, text: str) -> bool:
    """Tell whether a cell's text begins as a sentence of its own, where a piece of one belongs."""
    low = text.lower()
    for begin, words in _AFTER.get(attr, {}).items():
        behind = low.removeprefix(f"{begin} ").split(" ", 1)[0].rstrip(",;:")
        if low.startswith(f"{begin} ") and behind in words:
            return True
    for begin in _BEFORE_A_NOUN.get(attr, ()):
        if low.startswith(begin) and (_goes_on(low.removeprefix(begin)) or _runs_on(low.removeprefix(begin))):
            return True
    return bool(re.match(_CLAUSES[attr], text, re.IGNORECASE))


_BEFORE_A_NOUN = {"thank_them_for": ("for ",), "why_this_person": ("because of ", "due to ")}


def _goes_on(low: str) -> bool:
    """Tell a sentence of its own behind a comma: for the coffee, I'll pay next time."""
    before, _, behind = low.partition(", ")
    subject, _, said = behind.partition(" ")
    if not said or not _SUBORDINATE.isdisjoint(before.split()):
        return False
    if re.split("['’]", subject)[0] in ("i", "we", "it", "they"):
        return first_word(said) not in _BESIDE_IT
    return subject in ("sorry", "will") or behind.startswith(("hope to ", "can't wait", "can’t wait"))


def _runs_on(low: str) -> bool:
    """Tell a sentence of its own without a stop before it: for the tour it was great."""
    before, it, behind = low.partition(" it was ")
    said = [
        word for word in re.findall(r"[\w'’]+", behind)[:4] if word not in ("so", "very", "really", "all")
    ]
    noun = _SUBORDINATE.isdisjoint(before.split()) and not any(w.endswith("ing") for w in before.split())
    return bool(it) and noun and said[:1] != [] and said[0] in _GREAT


def first_word(text: str) -> str:
    """Return the letters that a text begins with."""
    found = re.match(r"\w*", text)
    return found[0] if found else ""


def words_among(openers: str) -> frozenset[str]:
    """List the openers of a pattern that are one word, without the pattern's signs."""
    return frozenset(opener for opener in openers.split("|") if opener.isalpha())


def _lower_first(text: str) -> str:
    return text if re.match(r"I\b|[A-Z]{2}|[A-Z]\.", text) else text[:1].lower() + text[1:]


def _of_them(text: str) -> str:
    """Speak to the person themselves: a letter's "his book" would be somebody else's."""
    return re.sub(r"^((?:because of|due to|for) )?(?:his|her|their)\b", r"\1your", text, flags=re.IGNORECASE)


_NO_OBJECT = r"(?:at|in|on|through|via|over|during|last|after|by|for|when)\b"


def _why(text: str) -> str | None:
    text = _of_them(text)
    if met := re.match(rf"(?:I )?met (?={_NO_OBJECT})(.*)", text, re.IGNORECASE):
        return f"because we met {met[1]}"
    if not re.search(r"\b(?:that|how|what|about|you|your)\b", text) and (
        seen := re.match(
            r"(?:I )?(saw|found|heard|noticed|read|watched) ((?:on|in|at|through|via)\b.*)",
            text,
            re.IGNORECASE,
        )
    ):
        verb = seen[1].lower()
        return None if verb in ("read", "watched") else f"because I {verb} you {seen[2]}"
    of_clause = re.match(rf"(?:because of|due to|for|to|with|about) ((?:{CLAUSE}).*)", text, re.IGNORECASE)
    if of_clause:
        return f"because {_lower_first(of_clause[1])}"
    if re.match(CLAUSE, text, re.IGNORECASE):
        return f"because {_lower_first(text)}"
    if re.match(_PAST, text, re.IGNORECASE):
        return f"because I {_lower_first(text)}"
    if says_purpose(text.lower().split()):
        return None if empty_praise(text) else _in_the_hope(text)
    if re.match(r"that\b", text):
        return None
    if re.match(rf"{_SUBJECT}{_FINITE}", text):
        return f"because {_lower_first(text) if re.match(DETERMINER, text, re.IGNORECASE) else text}"
    if re.match(_DETERMINED, text):
        determined = re.match(DETERMINER, text, re.IGNORECASE)
        return f"because of {_lower_first(text) if determined else text}"
    return None


_DOING_IT = rf"(?:(?:to|for) )?(\w+ing)\b(?! {_TO_READ})(.*)"


def _in_the_hope(text: str) -> str | None:
    aim = re.match(r"(?:in order )?to (\w+)\b(.*)", text, re.IGNORECASE)
    gerund = next((g for g, verb in _AIMS.items() if aim and verb == aim[1].lower()), "")
    return f"in the hope of {gerund}{aim[2]}" if aim and gerund else None


def _purpose(text: str) -> str | None:
    gerund = re.match(_DOING_IT, text, re.IGNORECASE)
    if gerund and gerund[1].lower() in _AIMS:
        return f"to {_AIMS[gerund[1].lower()]}{gerund[2]}"
    if (first := text.split()[0].lower()) in _VERBS:
        return f"to {_lower_first(text)}" if first else None
    if re.match(r"(?:how|what|why|where|whether|which|who|when|about|more about)\b", text, re.IGNORECASE):
        return f"to learn {_lower_first(text)}"
    about = re.match(
        r"(?:for )?(?:some |more )?(?:information|advice|insights?|knowledge|details) (?:about|on|into) (.+)",
        text,
        re.IGNORECASE,
    )
    return f"to learn about {about[1]}" if about else None


def _with_me(verb: str, rest: str) -> str:
    """Say with whom they met or talked, where a note leaves it out or names the reader."""
    if with_you := re.match(r" (?:(with|to) )?you\b(.*)", rest, re.IGNORECASE):
        return f" {with_you[1] + ' ' if with_you[1] else ''}me{with_you[2]}"
    if verb in ("met", "meet") and re.match(rf" {_NO_OBJECT}", rest):
        return f" me{rest}"
    return f" with me{rest}" if verb in ("talked", "talk") and rest.startswith(" about ") else rest


def _is_title(text: str, verb: str) -> bool:
    """Tell "Being Mortal" and "Thinking, Fast and Slow" from "Introducing Bob"."""
    deeds = {*_TOLD.values(), *_BASE.values()} - {"being"}
    return verb not in deeds and all(w[:1].isupper() and w != "I" for w in text.split()[:2]) and " " in text


def _thanks(text: str) -> str | None:
    text = _of_them(text)
    told = re.match(
        r"(?:that |for )?(?:you |he |she )(?:kindly |also )?(\w+)\b(.*)", text, re.IGNORECASE
    ) or re.match(r"(?:for )?(\w+)\b(.*)", text, re.IGNORECASE)
    verb = told[1].lower() if told else ""
    if told and verb in ("met", "meet", "talked", "talk", "spoke", "speak"):
        return f"for {_TOLD.get(verb) or _BASE[verb]}{_with_me(verb, told[2])}"
    if told and (verb in _TOLD or verb in _BASE):
        return f"for {_TOLD.get(verb) or _BASE[verb]}{told[2]}"
    if verb.endswith("ing") and _is_title(text, verb):
        return None
    if verb.endswith("ing") or (re.match(_DETERMINED, text) and not text.lower().startswith("that you")):
        return f"for {_lower_first(text) if verb.endswith('ing') or re.match(DETERMINER, text, re.IGNORECASE) else text}"
    return None


_ADVERB = r"(?:currently|presently|now|still|soon|recently)"
_MARKED = r"(?:newly )?(?:retired|registered|licensed|certified|unemployed|employed|new|fresh|trained|self-\w+|home(?: health| care)?|half-time|mid-\w+|active[ -]duty)"
_A_PERSON = (
    r"(?:(?!(?:under|over|after|other|another|former|for|nor|or|her|eager|sober|proper|never|rather|together|further|later|older|younger|better"
    r"|summer|winter|september|october|november|december|computer|paper|career|sector|cancer|center|border)\b)[a-z]{2,}(?:er|or|ist|ian|ant|eer)"
    r"|nurse|aide|student|graduate|grad|mom|mum|dad|mother|father|parent|cook|chef|coach|clerk|intern|veteran|vet|pilot|marine|tech|major|freshman"
    r"|sophomore|attorney|paralegal|widow|retiree|hire|employee|homemaker|rn|lpn|cna|emt|cpa)"
)
_ROLE = r"(?:director|manager|editor|president|chair|treasurer|secretary|supervisor|captain|professor|owner|partner|founder|leader|officer|curator|coordinator|assistant to)"
_BETWEEN_THEM = r"(?:(?!(?:the|an?|my|your|our|this|that|last|since|early|in|at|on|of|by|to|with|from|for|as|and|or|after|between|not|no|one|most|half|almost|nearly)\b)[\w'’-]+ ){0,2}?"
_ENDS_THERE = r"(?= *$|,| (?:at|in|with|on|from|for|of|who|and|by)\b)"
_NO_ARTICLE = (
    rf"{_MARKED} {_BETWEEN_THEM}{_A_PERSON}{_ENDS_THERE}"
    r"|(?:mom|mum|dad|mother|father|parent|grandmother|grandfather|veteran|daughter|son|resident|native|survivor) of\b"
)
_NO_ARTICLE_BEHIND = rf"({_ADVERB}) (?!{_BETWEEN_THEM}{_ROLE}\b)({_BETWEEN_THEM}{_A_PERSON}{_ENDS_THERE}.*)"
_CLASS = r"class of (?:20|['’])\d\d\b"
_WORKS = (
    r"(work|stud|teach|volunteer|attend|intern)(?:s|y|ies|es)?( (?:at|as|for|in|with|on|to|part|full)\b.*)"
)
_DOES = rf"(?:({_ADVERB}) )?{_WORKS}"


def lacks_article(text: str) -> bool:
    """Tell who says what they are and leaves out "a", or the form of a verb that goes with "I am": retired teacher, currently work at Mercy."""
    return any(
        re.match(pattern, text, re.IGNORECASE)
        for pattern in (_NO_ARTICLE, _NO_ARTICLE_BEHIND, _CLASS, rf"{_ADVERB} {_WORKS}")
    )


def _with_article(text: str) -> str | None:
    """Say what somebody is with what goes before it; None where that is not what a text lacks."""
    if does := re.match(_DOES, text, re.IGNORECASE):
        adverb = f"{does[1].lower()} " if does[1] else ""
        return f"{adverb}{does[2].lower()}{'y' if does[2].lower() == 'stud' else ''}ing{does[3]}"
    if re.match(_CLASS, text, re.IGNORECASE):
        return f"a member of the {_lower_first(text)}"
    if behind := re.match(_NO_ARTICLE_BEHIND, text, re.IGNORECASE):
        return f"{behind[1].lower()} {_article(behind[2])} {behind[2]}"
    return f"{_article(text)} {_lower_first(text)}" if re.match(_NO_ARTICLE, text, re.IGNORECASE) else None


_DONE = word_set("""
    graduated retired employed enrolled trained certified licensed registered based born raised working studying living majoring interested
    looking
""")
_BEHIND_DONE = word_set("from at in by for as with to on")


def article_too_many(low: Sequence[str]) -> bool:
    """Tell "a recently graduated from Kent", where "a" is too much."""
    behind = low[2:] if low[1:2] and low[1].endswith("ly") else low[1:]
    return (
        low[:1] in (["a"], ["an"])
        and behind[:1] != []
        and behind[0] in _DONE
        and {*behind[1:2]} <= _BEHIND_DONE
    )


def _position(text: str) -> str | None:
    if article_too_many(text.lower().split()):
        return text.split(" ", 1)[1]
    if said := _with_article(text):
        return said
    if re.match(r"\d|\w+erin\b", text):
        return None
    words = text.split()
    if re.match(rf"(?:\w+ly )?{CLAUSE}|{DETERMINER}|\w+ed\b", text, re.IGNORECASE):
        return None
    if re.search(_PLACES, text) and not re.search(r"\b(?:at|of|in|for|with|from)\b", text):
        return None
    if not re.search(
        r"\b(?:at|of|in|for|with|from|student|nurse|teacher|engineer|manager|graduate|senior|junior)\b",
        text,
        re.IGNORECASE,
    ):
        return (
            None
            if len(words) > 3 or (text[:1].isupper() and len(words) > 1)
            else f"{_article(text)} {_lower_first(text)}"
        )
    if re.match(r"(?:\w+ )?(?:University|College|School|Institute)\b", text):
        return None
    return f"{_article(text)} {_lower_first(text)}"


def _article(text: str) -> str:
    first = text.split()[0]
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if re.match(r"[aeio]|u(?!ni|s[aeiu])|hono|heir|hour", first, re.IGNORECASE) else "a"


_PLACES = (
    r"\b(?:University|College|School|Hospital|Clinic|Inc|Ltd|GmbH|Institute|Academy|Museum|Bank|Company)\b"
)


def _offer(text: str) -> str | None:
    if re.match(_ONE_THING, text, re.IGNORECASE):
        return f"{_article(text)} {_lower_first(text)}"
    aim = re.match(_DOING_IT, text, re.IGNORECASE)
    if aim and aim[1].lower() in _AIMS:
        return f"to {_AIMS[aim[1].lower()]}{aim[2]}"
    if would := re.match(r"that (?:you|he|she|they) (?:would|will|could|can) (.+)", text, re.IGNORECASE):
        return f"to {would[1]}"
    first = text.split()[0].lower()
    if first in _VERBS | _DEEDS:
        return f"to {_lower_first(text)}"
    return (
        f"an {_lower_first(text)}"
        if first == "introduction"
        else f"a {_lower_first(text)}"
        if first == "tour"
        else None
    )


_ADVISED = (
    _VERBS
    | frozenset(_AIMS.values())
    | frozenset(_BASE)
    | word_set("""
    apply attend avoid be become begin bring build call choose consider contact dress email enroll finish focus follow go improve
    intern join keep leave listen look move observe pick practice practise prepare register research return save say shadow sign
    sleep stand start stay stick stop subscribe study teach think trust try use visit volunteer wait watch work write
""")
)


def _advice(text: str) -> str | None:
    should = re.match(
        rf"(?:that )?(?:{CLAUSE}|one) (?:\w+ly |also |first |really )?(?:should|must|could|ought to|need to|have to|had better|might) (?:really |just |first )?(not )?(.+)",
        text,
        re.IGNORECASE,
    )
    if should:
        return f"{should[1] or ''}to {_lower_first(should[2])}"
    negated = re.match(r"(?:do not|don['’]t|never) (.+)", text, re.IGNORECASE)
    if negated:
        return f"{'never' if text.lower().startswith('never') else 'not'} to {_lower_first(negated[1])}"
    gerund = re.match(_DOING_IT, text, re.IGNORECASE)
    if gerund and gerund[1].lower() in _AIMS:
        return f"to {_AIMS[gerund[1].lower()]}{gerund[2]}"
    return f"to {_lower_first(text)}" if text.split()[0].lower() in _ADVISED else None


MENDERS: dict[str, Callable[[str], str | None]] = {
    "purpose": _purpose,
    "why_this_person": _why,
    "thank_them_for": _thanks,
    "position": _position,
    "they_offered": _offer,
    "advice": _advice,
    "field": lambda text: text,
    "where": lambda text: text,
    "my_question": lambda text: text,
}


def without_marks(text: str, *, in_place: bool = False) -> str:
    """Take out what is no word and can go without harm: emphasis, a note in brackets; and mend the articles."""
    bare = re.sub(
        r"</?(?:b|i|em|strong|u|span)\b[^<>]*>|\*\*|__", "", re.sub(r"\s*<(?:br|p)\b[^<>]*>\s*", " ", text)
    )
    for aside in re.findall(r" \([^()]*\)", bare):
        if stray_in(split_words(aside.strip()), in_place=in_place):
            bare = bare.replace(aside, "")
    return grammar_mended(bare)


ASIDE_OF_THEM = r" \([^()]*\b(?:he|she|him|his|hers?)\b[^()]*\)"
_SPELLED = r"(?=(?:RN|LPN|LVN|NP|MBA|MSW|MPH|MPA|MD|MLS|MLIS|EMT|EMS|ER|ICU|HR|LCSW|RD|IT|AI|SLP|FBI|NGO|NYU|MIT|OT)\b)"
_CALLED_OUT = r"(?=(?:UX|UI|US|USC|UCLA|PT|CNA|CPA|PhD|DJ|VP|GP|BA|BS)\b)"
"""Abbreviations that are spelled out, by the sound of their first letter."""
_NO_VOWEL = r"(?!(?:one|once|in|is|of|or|and|at|on|as|if|it|I)\b|one-|[eE]u|[eE]we|[oO]ui)"
_A_FOR_AN = rf"\ba (?={_NO_VOWEL}[aeioAEIO][a-z]|un(?!i|anim)[a-z]|u(?:mb|gl|pp|rb|ps|lt|rg|nd))"
_AN_FOR_A = (
    r"\ban (?=[bcdfgjklmnpqrtvwyz][aeiouylrhw]|s[ceiklmnopqtuwyah][a-z]|(?:[uU]ni(?![nm])|[uU]se|[eE]uro))"
)
_AGED = r"\b(an?) (\d+)(?:[ -]years?[ -]olds?| ?y/?o)\b(?= (?!(?:and|with|who|from|in)\b)\w)"
_AGED_ALONE = r"\ban? (\d+) years? old\b"


_IN_HASTE = {
    "w/": "with", "w/o": "without", "b/c": "because", "bc": "because", "cuz": "because", "tho": "though", "thru": "through",
    "abt": "about", "ppl": "people", "pls": "please", "plz": "please", "thx": "thanks", "ur": "your", "u": "you", "w": "with",
    "gimme": "give me", "lemme": "let me", "gonna": "going to", "wanna": "want to", "gotta": "have to", "kinda": "kind of",
    "sorta": "sort of", "alot": "a lot", "msg": "message", "appt": "appointment", "mtg": "meeting", "convo": "conversation",
    "mgr": "manager", "asst": "assistant", "yr": "year", "yrs": "years", "wk": "week", "wks": "weeks", "ive": "I've", "youre": "you're",
    "youve": "you've", "theyre": "they're", "thats": "that's", "whats": "what's", "hows": "how's", "wheres": "where's", "whos": "who's",
    "theres": "there's", "dont": "don't", "didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't",
    "informations": "information", "feedbacks": "feedback", "nite": "night", "carrer": "career", "carreer": "career", "becuase": "because",
    "becasue": "because", "recieved": "received", "definately": "definitely", "experiance": "experience", "oportunity": "opportunity",
    "buisness": "business", "managment": "management", "goverment": "government", "knowlege": "knowledge", "intrested": "interested",
    "proffesional": "professional", "proffessor": "professor", "helpfull": "helpful", "greatful": "grateful", "untill": "until",
    "wich": "which", "teh": "the", "adress": "address", "recomend": "recommend", "reccomend": "recommend", "acheive": "achieve",
    "werent": "weren't", "havent": "haven't", "hasnt": "hasn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
}  # fmt: skip
_HASTE = rf"(?<![\w/'’.-])(?:{'|'.join(sorted(map(re.escape, _IN_HASTE), key=len, reverse=True))})(?:(?<=\w)(?![\w/'’.-])|(?<=w/) ?(?!o\b))"
NUMBER_ALONE = r"\W*(?:(?:tel|phone|ph|cell|mobile|call|his|her|at|number|no)\W+)*\+?[\d(][\d ()./-]{5,}\d(?: ?(?:x|ext\.?) ?\d+)?\W*"
"""A number to call where a place belongs."""
NO_PLACE = r"(?:the|our) usual (?:place|spot|room|table|time)|(?:the )?same (?:as|place|spot|time|room)\b(?! (?:building|floor|corner|street)).*|.*\b(?:link|address|details|invite|directions|place|room)\b.* to (?:follow|come)|.*\b(?:to follow|will send|will follow)$"
"""A note in place of a place."""
CALLED = r"(?:(?:by|via|on|over|per|a) )?(?:the )?(?:tele)?(?:phone|zoom|skype|teams|ms teams|microsoft teams|google meet|facetime|webex|video|online|virtual)(?: call| chat| meeting| link)?"
"""How one talks from afar, which is no place to meet."""
THEIRS = r"((?:at|in|outside|near|by) )?(?:her|his|their) (office|desk|lab|house|place|home|building|clinic|ward|room|department|workplace|school|library|studio|shop)\b"
LASTED = r"(?<!for )(?<!about )(?<!in )(?<!\d)\b\d+ ?(?:min|mins|minutes|hrs?|hours?)\.?$"
"""How long it took, noted at the end without a word before it."""


_YOURS = rf"((?:(?!(?:to|and|a|the|my|who|in|at|of|for)\b)\w+ )?(?:{'|'.join(sorted(THEIRS_OFTEN))})\b)"
_YOUR = rf"(?i:\b(for|of|about|on) (?:you|ur?) {_YOURS}|\b(for|of|about|on|all|saw|read|heard|loved|enjoyed|liked) you['’]re {_YOURS})(?= *$|,| (?:on|about|in|at|with|for|from|last|and|to)\b)(?! (?:at|in|on|from|for) (?:home|work)\b)"
_ADVISE = r"\b(?i:(?P<whose>your|the|some|this|good|honest|clear|more|any|for) advi(?:ses?|ces)|(?P<told>explain(?:ing|ed|s)?) (?P<whom>me|us)(?= (?:the|an?|your|how|what|why|it|this)\b)|(?P<of>explor(?:e|ing|ed)|discuss(?:ing|ed)?) about)\b"
_SMALL_I = r"\b(because|when|since|that|after|as|what|while|where|how|and|before|if) i(?=['’ ](?!-)[a-z])"
"""Slips of the pen: you're talk, for you help, your advise, because i."""
_NO_QUALITY = r"(?:of|on|for|at|in|into|you|i|we|with|from|to|by|and|or|a|an|the|your|my|our|before|after|between|during|when|while|that)"
_MINUTES = rf"\b(\d+) ?(?:mins?|hrs?)(?!\w)(\.? (?=(?:(?!{_NO_QUALITY}\b)[a-z]+ ){{0,2}}(?:phone|video|zoom|call|conversation|chat|talk|tour|visit|meeting|interview|walk|drive|ride|lecture|session|presentation)\b))?(?:\.(?= [a-z]))?"


def _as_yours(said: re.Match[str]) -> str:
    return f"{said[1] or said[3]} your {said[2] or said[4]}"


def _as_one_says(said: re.Match[str]) -> str:
    if said["whose"]:
        return f"{said['whose']} advice"
    return said["of"] or f"{said['told']} to {said['whom']}"


def _of_time(said: re.Match[str]) -> str:
    unit = "minute" if "m" in said[0] else "hour"
    if said[2]:
        return f"{said[1]}-{unit} "
    return f"{said[1]} {unit}{'' if said[1] == '1' else 's'}"


def _written_out(short: str) -> str:
    word = _IN_HASTE[short.strip()]
    return f"{word} " if "/" in short and word == "with" else word


def grammar_mended(text: str) -> str:
    """Write out what is typed in haste; put "an" for "a" before a vowel that is heard, "a" for "an" before none, and an age as it is said."""
    text = re.sub(_MINUTES, _of_time, re.sub(_HASTE, lambda m: _written_out(m[0]), text))
    text = re.sub(_YOUR, _as_yours, re.sub(_ADVISE, _as_one_says, text))
    text = re.sub(_SMALL_I, r"\1 I", text)
    if " a " not in (spaced := f" {text}") and " an " not in spaced:
        return text
    text = re.sub(_AGED_ALONE, r"\1 years old", re.sub(_AGED, r"\1 \2-year-old", text))
    text = re.sub(rf"\ba {_SPELLED}", "an ", re.sub(rf"\ban {_CALLED_OUT}", "a ", text))
    return re.sub(_AN_FOR_A, "a ", re.sub(_A_FOR_AN, "an ", text))


_FORMED = (
    r"to (?:\w+ly )?(?!(?:discuss|focus|always|perhaps|others|us|need|feed|breed|speed|proceed|succeed|exceed|embed|seed|heed|bleed|weed|shed|shred|wed)\b)"
    r"(?:\w+[^s\W]s|\w{2,}(?:sses|ches|shes)|\w{3,}ed|sent|gave|told|took|met|spoke|wrote|found|brought|taught)"
    r" (?:me|us|my|the|an?|you|your|him|her|how|what|about|more|with|from|out|up)\b"
)


def misformed(text: str) -> str:
    """Say that the verb after "to" has a form that it can't have there; "" where it hasn't."""
    return "has a verb that does not go with “to”" if re.match(_FORMED, text, re.IGNORECASE) else ""


_EMPTY = word_set("""
    success successes successful work works career careers achievement achievements accomplishment
    accomplishments experience experiences expertise knowledge background reputation company firm
    organization profile job leadership journey time help advice kindness support everything all
    conversation talk meeting call insight insights wisdom generosity patience interest efforts effort
    skills skill path role position industry field business professional professionalism example things
    thing stuff guidance information assistance answer answers willingness attention response reply
    feedback input helpfulness thoughts great good excellent impressive amazing wonderful outstanding
    incredible remarkable valuable helpful kind generous nice fantastic inspiring extensive vast long
    deep rich exceptional extraordinary tremendous interesting fascinating lovely very so much really
    truly highly many precious useful insightful your you his her their the a an of in at for because
    learn learning learned learnt hear hearing know ask asking pick brain brains more about from like want would could can get be
    hot cute pretty beautiful handsome sexy gorgeous attractive rich wealthy famous powerful popular influential important smart
    clever brilliant intelligent bright talented gifted lucky money wealth fame looks look seem old young best top
    and my with me to it that this on are were was is have had admire respect i really being taking
    giving sharing meeting talking speaking spending making having some each most more both successfully
    well warm sincere open today yesterday helping us what who as lot lots since nothing
""")


_ONLINE = word_set("because of on from via through your my the you linkedin profile page account i saw found")


def empty_praise(text: str) -> bool:
    """Tell whether nothing in it is this person's: no name, no number, no concrete word; or only where they were found."""
    words = {w.lower() for w in re.findall(r"[^\W_][\w'’-]*", text)}
    return words <= _EMPTY or ("linkedin" in words and words <= _ONLINE)


def says_purpose(low: Sequence[str]) -> bool:
    """Tell a reason that says what the writer wants, as the purpose does: "I decided to ask you to learn about law"."""
    behind = low[2:] if low[:2] == ["in", "order"] else low
    return behind[:1] == ["to"] and bool(behind[1:]) and (behind[1] in _VERBS or behind[1] in _WANTED)
