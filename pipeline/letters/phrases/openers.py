"""Patterns of cells: what a piece of a sentence may begin with, and what shows that it is none (pure)."""

from __future__ import annotations

import re

from pipeline.letters.phrases.verbs import AIMS, DEEDS, VERBS
from pipeline.model.texts import word_set

CLAUSE = r"(?:(?:I|we|you|he|she|they|it)(?:['’](?:m|ve|d|ll|re|s))?|there (?:is|are|was|were))(?=\s+(?-i:[a-z'’]))"
DETERMINER = r"(?:the|a|an|your|his|her|their|our|my|its|this|that|these|those)\b"
DETERMINED = rf"(?i:{DETERMINER}|(?:all|both) (?:of|the|your|his|her)\b|(?:every|some|many|two|three|\d+)\b)|(?:[A-Z][\w.&-]*\s+)*[A-Z][\w.-]*['’]s?\s"
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
    r"|^(?:because of |for |to )?#?\d{1,2}$|^because (?:I|you|we|he|she|they|it)$|^since (?:\w+ )?\d{4}$|^(?:because(?: of)?|for|to)\s\W+$|^(?:because(?: of)?|for|to|since|as|about|an?|the|because of (?:the|your)|for (?:the|your))$"
)
QUOTED_END = r"(?:[“\"«]|(?<!\w)')[^“”\"«»]*\?$|\?[”\"»'’]?$(?<=[”\"»'’])|(?:[A-Z][\w'’-]*\s+(?:\w{1,4}\s+)?){2,}[A-Z][\w'’-]*\?$|https?://\S*$"
QUESTION_ELSEWHERE = r"https?://"
LOWERED = frozenset(
    f"{WHY_OPENERS}|because|to|for|an?|a|an|the|one|your|you|he|she|they|we|it|his|her|their|our|my|this|that|these|in order|especially|simply|only"
    "|mainly|above|most|once|again|studying|working|finishing|currently|now|learn|read|learning"
    .replace("(?: of)?", "").replace("?", "").split("|")
)  # fmt: skip
ONE_THING = (
    r"(?:(?!(?:an?|the|another|one|two|three|your|his|her|their|my|our|this|that|these|some|any|every|each|all|no|more|several|first|to|if|for|help|with|of|in|at"
    r"|me|and|or|time|who|how|on|about|from|by|into|over)\b|\d)[\w-]+ ){0,2}?(?:interview|review|letter|call|tour|visit|chat|meeting|contact|day|session|referral|reference"
    r"|conversation|talk|introduction|intro|list|copy|link|report|book|number|ride|seat|hour|recommendation|invitation|invite)"
    r"(?= *$| (?:with|of|at|on|about|in|for|from|to|next|last|this)\b)"
)
"""Something that they offered, with its article left out: mock interview."""
TO_READ = r"(?:lists?|materials?|matter|points?|suggestions?|tips?|groups?|recommendations?)\b"
"""Things, and nothing that somebody does: reading lists, talking points."""
NO_OFFERS = "|".join((
    *VERBS, *DEEDS, *AIMS.keys() - {"reading", "talking", "learning"}, rf"(?:reading|talking|learning)(?! {TO_READ})", "will", "would", "can", "could", "introduction", "intro", "tour",
    "that (?:i|you|he|she|they|we)", r"any ?time(?! (?:you|that|with|on|for|in the|slot)\b)", ONE_THING,
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
NUMBER_ALONE = r"\W*(?:(?:tel|phone|ph|cell|mobile|call|his|her|at|number|no)\W+)*\+?[\d(][\d ()./-]{5,}\d(?: ?(?:x|ext\.?) ?\d+)?\W*"
"""A number to call where a place belongs."""
NO_PLACE = r"(?:the|our) usual (?:place|spot|room|table|time)|(?:the )?same (?:as|place|spot|time|room)\b(?! (?:building|floor|corner|street)).*|.*\b(?:link|address|details|invite|directions|place|room)\b.* to (?:follow|come)|.*\b(?:to follow|will send|will follow)$|(?:at )?(?:home|work|my (?:place|house)|mine|here|there)|(?:maybe|perhaps|prob(?:ably)?|possibly) .*|[^:?!]*\w or \w[^:?!]*"
"""A note in place of a place."""
CALLED = r"(?:(?:by|via|on|over|per|a) )?(?:the )?(?:tele)?(?:phone|zoom|skype|teams|ms teams|microsoft teams|google meet|facetime|webex|video|online|virtual)(?: call| chat| meeting| link)?"
"""How one talks from afar, which is no place to meet."""
THEIRS = r"((?:at|in|outside|near|by) )?(?:her|his|their) (office|desk|lab|house|place|home|building|clinic|ward|room|department|workplace|school|library|studio|shop)\b"
_ALWAYS_CAPITAL = word_set("""
    african american arabic asian australian austrian brazilian british canadian chinese czech danish dutch english european
    finnish french german greek hebrew hispanic hungarian indian irish italian japanese korean latin latina latino mexican
    norwegian polish portuguese russian scottish spanish swedish swiss turkish ukrainian vietnamese welsh
    buddhist catholic christian jewish lutheran methodist muslim medicaid medicare montessori
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november
    december
""")


def first_word(text: str) -> str:
    """Return the letters that a text begins with."""
    found = re.match(r"\w*", text)
    return found[0] if found else ""


def words_among(openers: str) -> frozenset[str]:
    """List the openers of a pattern that are one word, without the pattern's signs."""
    return frozenset(opener for opener in openers.split("|") if opener.isalpha())


def lower_first(text: str) -> str:
    """Write the first letter small, where it isn't that of a name: English, RN, PhD, McKinley's."""
    named = re.match(r"I\b|[A-Z]\.|[A-Z][\w'’]*[A-Z]", text) or first_word(text).lower() in _ALWAYS_CAPITAL
    return text if named else text[:1].lower() + text[1:]
