"""How people say in a cell that a letter went, that they talked, or that they were written to: patterns. Data alone."""

from __future__ import annotations

_SURELY = r"e ?mailed|contacted|messaged|reached out|texted|(?:e ?mail|letter|note|message|inmail|intro) sent"
_PERHAPS = r"mailed|wrote|written to|approached|pinged|sent"
_WROTE = rf"{_SURELY}|{_PERHAPS}"
THEM = r"(?:them|her|him)"
ANSWERED = r"replied|responded|answered"
NOTHING_CAME = r"no (?:reply|response|answer)(?! (?:needed|required|necessary|expected|machines?)\b)"
# What one waits for before one can write at all; an intro call is a talk.
NOT_YET_THERE = (
    r"(?:(?:an?|the|my|her|his|their|someone s|warm|good|right|correct|new|work|e ?mail|linkedin|contact|mailing|phone|personal) )*"
    r"(?:intro(?:duction)?s?|introduce|referrals?|address|number|(?:(?<=contact )(?:details|info(?:rmation)?|data))|cv|resume)"
    rf"\b(?! (?:call|chat|meeting|talk|zoom|from {THEM})\b)"
)
LEFT_A_MESSAGE = r"(?:le?ft (?:(?:an?|her|him|them) )*(?:voice ?mail|message|vm|msg)\b(?! of\b)|lv?m\b)"
AWAITS = r"(?:awaiting|waiting (?:for|on))"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day"
SOME_DAY = (
    rf"\b(?:\d{{4}} \d\d?\b|{_NUMBER}(?:st|nd|rd|th)? (?:{_NUMBER}\b|{MONTH})|{MONTH}[a-z]* \d"
    rf"|{WEEKDAY}\b)"
)
_TO_MEET = r"(?:meet|talk|chat|help|speak|see)"
# "Declined tenure" is of something else.
ANSWERED_US = (
    r"(?:(?:she|he|they|them|has|have|was|is|politely|sorry|just) )*(?:not interested|no interest|(?:said|says|answered) (?:no|yes)|declined"
    r"|refused|no thanks?|turned (?:me|us) down|rejected (?:me|us)|never (?:replied|answered|responded|wrote back|heard back)|ghosted"
    r"|(?:got|had) (?:an? |her |his )?(?:reply|answer|response|call)|wrote back|agreed"
    r"|(?:thank ?you|thanks)(?: note| letter)? sent|interview done|meeting (?:set|scheduled|arranged)"
    r"|(?:(?:e ?mail|letter|it) )?(?:bounced|came back)|kein(?:e)? interesse|abgesagt|telefoniert|no le interesa|pas interesse[e]?)"
    rf"(?=$| (?:to {_TO_MEET}|by|via|(?:me|us)$|for now|now|yet|so far|at (?:this|the) (?:time|moment)|in {MONTH}|too busy|but|and)\b|.* ?{SOME_DAY})"
)
# Whom one met at a fair, or in Boston, is whom one writes to.
_MEETING = r"(?:met|(?:had )?(?:coffee|lunch))\b"
_MET = (
    rf"{_MEETING}(?=.*{SOME_DAY})(?:(?=.*\b(?:{_WROTE})\b)|(?!.*\b(?:at|in|through|via|fair|conference)\b))"
)
_OUT = r"(?:e ?mail|letter|message|note|inmail|dm) (?:is |went )?out\b(?! of\b)"
_CAME_OF_IT = (
    rf"{NOTHING_CAME}|(?:(?:she|he|they|them) )?(?:{ANSWERED})|followed up|waiting to hear|{LEFT_A_MESSAGE}"
    r"|contact made|(?:attempted|tried)(?! to (?:find|get|locate|look)\b)|spoke|talked|called(?! (?:off|away|to the bar)\b)|phoned"
    rf"|interviewed|thanked|{ANSWERED_US}|{_MET}|{_OUT}|(?:e ?mail|letter) \d|angeschrieben|kontaktiert|contacte|contactado"
)
_ALONE = rf"(?!.*\b(?:{_WROTE})\b)"
ALL_ALONE = rf"(?!.*\b(?:{_WROTE}|{_CAME_OF_IT}|cc)\b)"
_TALKED = rf"{_CAME_OF_IT}|{AWAITS}(?! {NOT_YET_THERE}{ALL_ALONE})"
_BEFORE = r"(?:(?:i|we|have|has|been|already|was|last|first|initial|1st|2nd|working|open|lead|closed|yes|ok|done) )*"
_A_LETTER = r"(?: (?:an?|my|the|first|cover|intro|linkedin))* (?:letter|e ?mail|mail|note|message|inmail|dm|resume|cv)\b"
# "Wrote on urban housing" says on what.
_ON_DAY = rf" on (?:(?:the )?\d|{MONTH}|{WEEKDAY}|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b|linked ?in|li\b|facebook|instagram|twitter|x\b|xing)"
_THEN = rf"(?=$|{_ON_DAY}| (?:to|via|again|him|her|them|no|not|and|but|(?:a)?waiting)\b|{_A_LETTER}| .*{SOME_DAY})"
_THING = (
    r" (?:an?|the|her|his|their|my|some) (?:\w+ ){0,3}(?:books?|articles?|papers?|thesis|dissertation|masters?|doctorate|columns?|blogs?|novels?|stud(?:y|ies)|reports?"
    r"|chapters?|(?:job )?ads?|postings?|openings?|job description)\b"
)
_ELSE = (  # what one does to nobody, or to others, or they do
    rf"(?<=wrote){_THING}| (?:me|us){_THING}|(?:(?<=talked)|(?<=spoke)|(?<=met)|(?<=called))(?: \w+){{0,6}} years? ago\b{ALL_ALONE}(?!.*{SOME_DAY})|"
    r" in sick\b|(?<=wrote) (?:me|us) off\b| by (?:an? |the )?(?:recruiters?|headhunters?)\b| (?:him|her|them) an? (?:check|cheque|prescription|ticket)\b"
    r"| to (?:congress|parliament|the (?:editor|press|president|governor|times))\b"
)
_TO_ME = (
    r"(?: to)? (?:me|us)\b| (?:her|his|their|an?|the|some) (?:\w+ )?(?:papers?|articles?|slides|reports?|links?|lists?|notes?|names?"
    r"|books?|talk|thesis|study) to (?:me|us)\b"
)
# Without a header that speaks of states, "Wrote a book" and "Contacted me after a talk" are of something else.
SAYS_WROTE = (
    rf"{_BEFORE}(?:(?:{_SURELY})\b(?!(?:{_TO_ME}){_ALONE}| by (?!phone|e ?mail|mail|letter|text|linkedin))"
    rf"|(?:{_PERHAPS})\b{_THEN})(?!(?:{_ELSE}){_ALONE})"
)
_WAY = (
    r"(?:(?:by|via|through|over|on|per|an?|my|the|first|cold|intro) )*(?:linked ?in|li|e ?mails?(?! address| id\b)|mail|letter|post(?:card)?|inmail"
    r"|message|msg|dm|text|sms|whats ?app|facebook|instagram|twitter|x|xing|slack|phone|telephone|call|voicemail|zoom|in person"
    r"|personal(?:ly)?|note|form|web ?site)\b"
)
_PLANNED = rf"(?! (?:draft(?:ed)?\b{ALL_ALONE}|not |un|next\b|after\b|before\b|later\b|soon\b|planned|to (?!(?:him|her|them|someone|mr|mrs|ms|miss|dr|prof|professor)\b)|todo\b|when\b|once\b|if\b))"
_BY_SOME_WAY = rf"{_WAY}{_PLANNED}"
_WENT = r"\bsent\b|\bno (?:reply|response|answer)|\b(?:twice|awaiting)\b"
_WITH_DAY = rf"{_BY_SOME_WAY}.*{SOME_DAY}|{SOME_DAY}.* {_BY_SOME_WAY}"
ON_DAYS = (
    rf"(?:(?:on|\d+(?:st|nd|rd|th)?|{MONTH}[a-z]*|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|i|we) )*"
)
_FIRST_OF_SEVERAL = r"(?:first|1st|initial|second|2nd|third|3rd) (?:e ?mail|letter|message|note|inmail|dm)$"
_VERBS = rf"{ON_DAYS}(?:{_WROTE}|{_TALKED})"
_ENDS = rf"(?:\b|(?<=\d))(?!(?:{_ELSE}){_ALONE})"
SAYS_MET = rf"{_BEFORE}{ON_DAYS}{_MEETING}{_ALONE}"
SAYS_IN_PASSING = rf"{ON_DAYS}(?:{SAYS_WROTE}|{ANSWERED_US})|{NOTHING_CAME}\b"
SAYS_TOUCHED_UNDER_PLANS = rf"{_BEFORE}(?:{_VERBS}|{_BY_SOME_WAY}.*(?:{_WENT})){_ENDS}"
SAYS_TOUCHED = rf"{_BEFORE}(?:{_VERBS}|{_BY_SOME_WAY}.*(?:{_WENT})|{_WITH_DAY}){_ENDS}"
SAYS_TOUCHED_OR_WHICH = rf"{SAYS_TOUCHED}|{_FIRST_OF_SEVERAL}"
SAYS_HOW = rf"{SAYS_TOUCHED}|{_BY_SOME_WAY}"
_OTHER = rf"someone\b(?: s (?:{NOT_YET_THERE}|reply|answer|response|call|ok|help)\b)?(?! (?:s|and|or|them|cc)\b){ALL_ALONE}"
TO_ANOTHER = rf"{_BEFORE}{ON_DAYS}(?:(?:{_WROTE}|{_CAME_OF_IT}|{AWAITS}|{_WAY})\b)?(?:{_A_LETTER})?(?: sent)?(?: (?:to|with|by|from|for))? {_OTHER}"
# Who is written to under another first name may be the row's person: Sandy is Alexandra, David may be Wei.
LETTER_THERE = rf"(?=.*{SOME_DAY}){_BEFORE}{ON_DAYS}(?:{_WROTE}|{_WAY})\b(?!.*\b(?:from|for|about|re|regarding|waiting|assistant)\b)"
THEY_WROTE = (
    rf"(?:(?:she|he|they|them|has|have|already|first|just) )*(?:(?:{_WROTE}|called|phoned|rang)(?:{_TO_ME})(?! off\b)(?!{_THING})"
    rf"|(?:was |been )?(?:{_SURELY}) by {THEM}\b|{_WAY} from {THEM}\b){_ALONE}"
)
