"""Cells that ask for a job, or bring one up, whatever the words of the letter around them: of a text in lower case, one pattern a line, with the sentence that it is for (R2, R20; pure)."""

from __future__ import annotations

_BETWEEN = r"(?:(?!(?:how|what|whether|which|why|who|where|when|if|out|about|of|for|in|into|to|on|from|with|and|like|right|know)\b)[\w'’-]+\s+){0,4}"
_JOB = r"(?:(?:jobs?|positions?|posts?(?! offices?\b)|employment|internships?|placements?|vacanc(?:y|ies)|openings?|traineeships?|apprenticeships?|roles?)\b(?![ -](?:market|search|description|title|shadow\w*|fair|board|list|interview|talk)))"
_OPENS = rf"(?:(?:an? )?(?:opens?(?: up)?\b|comes? up|turns? up|frees? up|(?:is|becomes?|gets) (?:free|available|vacant)|{_JOB}))"
_HIRERS = r"(?:hr\b|human resources|(?:your|the|their|his|her) (?:boss|hr|hiring|recruit\w*|personnel|(?:\w+ )?(?:manager|director|supervisor|owner|chief|board)|head of (?:hr|hiring|staff))\b)"
_AIM = r"(?:not )?to (?:\w+ly )?"
_SOUGHT = r"(?:jobs?|positions?|posts?|employment|internships?|placements?|vacanc(?:y|ies)|roles?|traineeships?|apprenticeships?|contracts?)\b(?! (?:market|search|description|title|interview))"
# A purpose that is a job: R2, whatever the words around it.
_JOB_AS_PURPOSE = rf"""
{_AIM}get (?:my|a|one) foot in\b -> to get my foot in the door
{_AIM}(?:find|get|obtain|secure|land|win|seek|look for|apply for|be (?:given|offered|considered for)|take|take up|gain|start) {_BETWEEN}{_SOUGHT} -> to find a job in publishing
{_AIM}(?:find|get|seek|look for) (?:paid )?work\b -> to find paid work
{_AIM}(?:be|get|become) (?:hired|employed|taken on|recruited)\b -> to be hired
{_AIM}(?:join|work (?:for|with)|start at) (?:you\b|your (?:team|firm|company|organization|staff)) -> to join your team
"""
# An offer of a job, or to be told of one: no letter brings it up (R2, R20).
_JOB_OFFERED = rf"""
(?:to )?(?:hire|employ|recruit) me\b -> to hire me
to take me on\b(?! (?:an?|the|your|my|rounds?|visits?|tours?|trips?|calls?|errands?|\w+ rounds?)\b) -> to take me on in June
(?:to (?:give|offer|find|get|save|keep|hold) me )?(?:an?|the|some|any|my first|your)? ?(?:(?!of\b|to\b|in\b)[\w-]+ ){{0,2}}{_JOB}(?! (?:of|with|before)\b) -> a paid internship
to (?:give|offer|find|get|save|keep|hold) me (?:an?|some) (?:{_BETWEEN})?(?:{_JOB}|work\b|(?:place|spot|seat|desk|chair) (?:on|in|at|with)\b) -> to find me a place on the team
.*\b(?:if|when|once|should|as soon as|in case|whenever) (?:something|anything|one|there)\b (?:[\w’']+ ){{0,2}}{_OPENS} -> to call me if something opens up
.*\b(?:if|when|once|should|as soon as|in case|whenever) (?:an?|any|the|new|more) (?:\w+ ){{0,2}}(?:{_JOB}|(?:places?|spots?|seats?|slots?|desk)\b) -> to write when a place is free
.*\bfor (?:\w+ )?(?:openings|vacancies)\b -> to watch for openings
to (?:keep|bear|have) me in mind\b -> to keep me in mind
.*\ba word with {_HIRERS} -> to have a word with hr
.*\b(?:a good word|put in a word|a word for me)\b(?!(?: in)?(?: for me)? with (?!{_HIRERS})(?!.*(?:{_JOB}|\bhir))) -> to put in a good word for me
to (?:create|make|open|write up) (?:me )?an? {_BETWEEN}{_JOB} -> to create a position
.*\b{_JOB} for me\b -> to look for a job for me
to get me (?:in the door|hired|an? (?:job )?interview)\b -> to get me in the door
to hook me up with (?:an?|the|some) {_BETWEEN}{_JOB} -> to hook me up with a job
an interview for\b -> an interview for the summer
.*\babout (?:\w+ )?(?:openings|vacancies)\b -> to tell me about openings
to (?:speak|talk|write) (?:to|with) (?:hr|(?:your|the|their) (?:boss|hr|hiring \w+)|[a-z]\w+) (?:about me|for me|on my behalf)\b -> to speak to the boss about me
.*\b(?:if|when|once|as soon as) (?:you|they|we|he|she|it|somebody|someone) (?:\w+ ){{0,2}}hir(?:es?|ing)\b -> to call when they are hiring
to (?:recommend|propose|suggest|interview|consider) me (?:for|to hr|as)\b(?! your (?:podcast|show|blog|column)) -> to recommend me to hr
to (?:forward|pass|hand|send|submit|give|take|circulate)(?: on| along| around| in)? my applications?\b -> to pass on my application
to (?:forward|pass|submit|circulate)(?: on| along| around)? my (?:resume|résumé|cv)(?! to me)\b -> to forward my resume
to (?:forward|pass|hand|send|submit|give|take|show)(?: on| along)? my (?:resume|résumé|cv|application|name)(?: on| along)? to (?:hr|human|the (?:hiring|recruit\w+|hr|boss|board|committee)|(?:your|their) (?:boss|hr)) -> to give my name to hr
"""
# Thanks for a job, or for being considered for one, which speak of an application: R2.
_JOB_THANKED = rf"""
.*\b(?:offering|giving|getting|promising|finding|saving|handing) me (?:an?|the|this|that|my) (?:\w+ ){{0,2}}{_JOB}(?! (?:of|with|before|model|paper)\b) -> for offering me a job
.*\b(?:the|your|this|a) (?:\w+ )?(?:job|internship|employment) offer\b(?! letter) -> for the job offer
for (?:the|your) offer of (?:(?:an?|the) )?(?:\w+ )?{_JOB} -> for your offer of an internship
for (?:the|a|my) job\b(?! [\w-]) -> for the job
.*\bconsider(?:ing|ation of) (?:me\b(?! (?:an?|your)\b)|my (?:application|candidacy|resume|cv)\b) -> for considering my application
for (?:(?:the|your) (?:tip|hint|word|news) (?:about|on|of) )?(?:the|that|an?) (?:(?:job )?opening (?:(?:that|which) )?you (?:mentioned|told|spoke|named|know|saw)|(?:\w+ )?vacancy)\b -> for the opening you mentioned
"""
APPLICANTS_THANKS = r"for (?:.*\b)?(?:your|the) (?:(?:kind|careful|time|attention|help|interest|support),? (?:(?:and|&) )?(?:your )?)*consideration\b(?! (?:for|of|to|towards?|that|you|with)\b)"
"""How applicants end a letter: it could be read as one (R2)."""
_OFFERED_JOB = r"(?:jobs?|positions?|internships?|placements?|traineeships?|apprenticeships?|roles?)"
_POSTED = r"(?:\w+ly |just |have |has |had )*(?:posted|advertis(?:e|ed)|listed|announced|put up|tweeted|(?:are|is|were) (?:filling(?! (?:on|in) (?:the|your|their) (?:\w+ )?(?:board|council|committee)\b)|advertising|hiring for|looking to fill))\b"
_OF_THEIRS_OPEN = (
    r"(?:an?|any|some|the|several|two) (?:new )?(?:(?:open|vacant|free|available|unfilled) (?:[\w-]+ ){0,2}"
    + rf"{_JOB}|(?:[\w-]+ )?vacanc(?:y|ies)|job opening)"
)
_SECTION = r"(?:your|the) (?:[\w-]+ ){0,2}?(?:department|team|ward|unit|office|company|firm|lab|staff|group|organization|clinic|hospital|library|museum|school)\b"
_ABOUT = r"(?:because of|due to|about|regarding|concerning|owing to|for|with|in|given|after|through|following|seeing|having seen|because (?:i|of) (?:saw|read|noticed|heard (?:of|about))|since i (?:saw|read|noticed)|i (?:saw|read))"
_ONE = rf"{_ABOUT} (?:an?|the|your|this|that|two|some) (?:(?!on\b|of\b|in\b|about\b|and\b)[\w'’-]+ ){{0,2}}?"
_AS_I_SAW = r"(?:because|since|as|now that|seeing that|knowing that|given that) (?:i (?:\w+ )?(?:saw|see|read|heard|hear|noticed|know|understand) (?:that )?)?"
_THEY = r"(?:you|they|(?:your|the) (?:[\w-]+ ){0,2}?[\w-]+)"
_THEY_POSTED = rf"(?:that |which )?(?:you|your \w+|they) {_POSTED}"
# A reason that is an opening of theirs: as good as applying for it (R2, R20).
_JOB_AS_REASON = rf"""
{_ONE}vacanc(?:y|ies)\b(?! (?:rate|tax|survey|stud|control|chain)|(?: \w+)? (?:on|along) ) -> because of the vacancy
{_ONE}openings?\b (?:(?:in|on|with) {_SECTION}|{_THEY_POSTED}|(?:posted|advertised|listed|announced)\b|for an?\b) -> because of the opening in your department
{_ONE}(?:job|current|staff|nursing|teaching) openings?\b -> about your current openings
{_ONE}{_OFFERED_JOB} (?:(?:that |which )?(?:you|your \w+|they|mercy) {_POSTED}|(?:posted|advertised|listed|announced)\b|(?:that|which) (?:is|are|has become) (?:open|free|vacant|available)\b|(?:is|are)? ?open (?:on|in|at|with) ) -> because of the position that you posted
{_ONE}(?:internship|apprenticeship|traineeship|placement) (?:that |which )?you offer\b -> because of the internship you offer
{_ONE}(?:job|hiring|recruit\w+|career|help[ -]wanted|vacancy) (?:ads?|adverts?|advertisements?|postings?|post|listings?|notices?|announcements?|sign)\b(?! (?:study|research|project|data|analysis|tool|corpus)) -> because of your job ad
{_AS_I_SAW}{_THEY} (?:are|is|['’]re) (?:now |currently |still |again )?hiring\b(?! (?:people|those|only|veterans|former|ex|men|women|refugees|(?:[\w-]+ ){{1,2}}of color\b|for (?:attitude|character))) -> because I saw that you are hiring
{_AS_I_SAW}{_THEY} (?:have|has) (?:got )?{_OF_THEIRS_OPEN} -> because you have an open position
(?:because|since|as) there (?:is|are|['’]s) {_OF_THEIRS_OPEN} -> because there is a vacancy
"""
# Who says so of themselves asks for a job: R2.
_SEEKS_WORK = rf"""
.*\bdesperate (?:for|to)\b -> desperate for anything
.*\b(?:looking|searching|hunting|on the look-?out|in search|in need|in want) (?:for|of) {_BETWEEN}(?:{_JOB}|(?:paid )?work\b) -> a teacher looking for work
.*\bseeking (?:(?!how\b|to\b)[\w-]+ ){{0,3}}(?:{_JOB}|work\b) -> a nurse seeking a position
.*\bjob[ -]?(?:seeker|hunt|search)\w* -> a job seeker
.*\bavailable (?:from|for|immediately|now|at once|to (?:start|work)) -> a designer available from May
.*\bimmediately available -> immediately available
.*\bopen to (?:work\b|offers|opportunit|new roles) -> an editor open to work
.*\bon the (?:job )?market -> on the job market
.*\bappl(?:ying|icant) (?:for|to) {_BETWEEN}{_JOB} -> an applicant for the post
.*\bready to (?:start|work)\b -> ready to start
"""
# Advice that a letter of thanks can't name without asking: R2.
_JOB_ADVISED = rf"""
(?:not )?to apply\b.*{_JOB} -> to apply for the post
(?:not )?to send (?:in )?my (?:resume|cv|application) -> to send in my resume
(?:not )?to ask (?:you|him|her|them|\w+) for {_BETWEEN}{_JOB} -> to ask him for a job
"""
JOB_IN = {
    "purpose": _JOB_AS_PURPOSE,
    "position": _SEEKS_WORK,
    "they_offered": _JOB_OFFERED,
    "thank_them_for": _JOB_THANKED,
    "advice": _JOB_ADVISED,
    "why_this_person": _JOB_AS_REASON,
}
"""What asks for a job, by the cell that it stands in."""
