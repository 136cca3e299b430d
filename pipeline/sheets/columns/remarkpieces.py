"""What the patterns of remarks are made of. Data alone."""

from __future__ import annotations

from pipeline.model.texts import word_set
from pipeline.sheets.columns.remarks import A_DAY
from pipeline.sheets.columns.statewords import (
    MONTH,
    SOME_DAY,
    WEEKDAY,
)

TO_OTHERS = r"\b(?:to|with|by|from|for) someone\b"
# A word at a fair or a party is how one knows them.
FAIR = r"(?:fair|part(?:y|ies)|wedding|conference|reunion|mixer|meetup|event|trade show|picnic|class|workshop|booth|church|gym|concert|college|high school)"
AT_A_FAIR = rf"\b(?:at|in|during|on) (?:\w+ ){{0,3}}{FAIR}\b"
BEFORE_DAYS = word_set(f"{A_DAY} on i we")
BEFORE_I = BEFORE_DAYS | word_set(
    "have had has ve did been was already just finally then also even briefly once again and but so last first"
)
BEFORE_SO = word_set("so and then but")
BEFORE_THEY = word_set("""
    she he they them it has have had s ll d was will would then but and so also just already very really kindly politely
    finally even since still yet
""")
WHO = (
    r"(?:(?:and|but|so|then|that) )*(?:she|he|they|them)(?: (?:has|have|had|s|d|just|already|then|finally))*"
)
THEIR = r"(?:her|his|their)"
TIME = r"(?:\d+|an?|half(?: an?)?|two|three|ten|twenty|thirty|forty) (?:hours?|hr|h|min(?:utes?|s)?)\b"
GOOD = r"(?:very|really|super|great|good|nice|long|short|quick|brief|lovely|friendly|kind|wonderful|helpful|useful|pleasant|ok|okay|fun|productive|interesting|amazing|awesome|excellent|fantastic|terrific|encouraging)"
KIND = r"(?:phone|video|zoom|e ?mail|follow up|informational|networking|intro|introductory)"
SEVERAL = r"(?:two|three|several|some|\d)"
ARTICLES = rf"(?:(?:an?|the|my|our|another|first|second|third|1st|2nd|initial|{GOOD}|{KIND}|{SEVERAL}) )*"
SOME_TALK = r"(?:coffee|lunch|tea|breakfast|dinner|drinks?|chats?|calls?|talks?|conversations?|meetings?|zoom|interview|informational|appointment|appt|visit)\b"
SOME_LETTER = (
    r"(?:(?:thank ?you|thanks)(?: (?:note|card|letter|e ?mail))?|(?:(?:linkedin|li|connection|friend) )*(?:request|invite|invitation)"
    r"|note|(?:(?:holiday|christmas|birthday) )?card|message|mail|e ?mail|letter|follow up|resume|cv|article)\b(?! of\b)"
)
SOME_TIME = rf"(?:twice|again|yesterday|last (?:week|month|year|summer|fall|spring|winter|night)|in {MONTH}[a-z]*|several times|(?:\w+ )?times|\d+ ?x|x ?\d|once|and left)\b"
WHEN = (
    r"(?=$| (?:on|at|about|again|and|but|twice|today|yesterday|in|last|this|before|after|once|for|when|by|over"
    rf"|via|then|just|late|early|back|several|three|no|\d+|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|{MONTH})\b)"
)
NUMBERED_DAY = r"\b(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|[12]\d|3[01])\b(?! \d\d \d\d)"
SHORT_DAY = rf"(?:{SOME_DAY}|\b(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b)"
CALLED_WORDS = "called phoned rang texted messaged followed replied answered talked spoke chatted zoomed skyped facetimed interviewed thanked shadowed"
CALLED = f"(?:{'|'.join(CALLED_WORDS.split()).replace('followed', 'followed up')})"
O_CLOCK = r"\b\d\d?(?: \d\d)? ?(?:am|pm|uhr|o clock)\b"
OVER = r"(?:coffee|lunch|tea|breakfast|brunch|drinks?|beers?)"
# Who hosted the user as a child is known from there.
LONG_SINCE = rf"(?:\bas (?:a |an )?(?:kids?|child|children|teens?|teenagers?|students?|undergrads?)\b|\bgrowing up\b|\bback in (?:the|school|college|\d)|\b(?:in|through) (?:grad school|high school|grade school|college)\b|\byears? ago\b)(?!.*{SOME_DAY})"
WILL = r"(?:(?:ll|will|d|would|s|is|are|going|to|said|has|had|promised|agreed|offered|wants|plans|hopes|wanted|then|also|just) )+"
WHAT_FOR = r"(?:call|talk|time|chat|coffee|lunch|tea|meeting|visit|advice|names?|contacts?|leads?|intros?|introductions?|help|reply|answer|e ?mail|card|interview)\b"
MEET = r"(?:meet|talk|chat|speak|help|see|answer|do (?:an? |the )?(?:call|interview|zoom|chat))"
ME = r"(?=$| (?:(?:with|to) )?(?:me|us)\b| (?:on|in|next|after|over|by|again|but|and|this|for|at|then|too|now|later|soon|once|when)\b)"
# Who hired the user is known from there, and who wrote first is not asked about here; who sent them something was in touch.
PAST = r"(?:\w+ed|gave|got|put|sent|told|wrote|brought|showed|lent|made|let|took|left|found)"
LONG_AGO = (
    r"(?:hired|coached|supervised|trained|managed|mentored|tutored|raised|married|helped|inspired|introduced|dated|beat|employed"
    r"|recruited|treated|needed|reminded|interviewed|fired|graded|advised|impressed|amazed|liked|loved|wanted|followed|added"
    r"|emailed|called|contacted|messaged|mailed|texted|wrote|reached)"
)
THING_OF_OLD = (
    r"(?:cards?|ride|rides|lift|(?<!on the )job|grade|shot|lessons?|piano|tour|sense|feel|think|laugh)"
)
