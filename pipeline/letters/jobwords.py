"""Cells that ask for a job, or bring one up, whatever the words of the letter around them: patterns of a text in lower case (R2, R20; pure)."""

from __future__ import annotations

_BETWEEN = r"(?:(?!(?:how|what|whether|which|why|who|where|when|if|out|about|of|for|in|into|to|on|from|with|and|like|right|know)\b)[\w'’-]+\s+){0,4}"
JOB_AS_PURPOSE = (
    rf"(?:not )?to (?:\w+ly )?(?:get (?:my|a|one) foot in\b|(?:find|get|obtain|secure|land|win|seek|look for|apply for|be (?:given|offered|considered for)|take|take up|gain|start) {_BETWEEN}"
    r"(?:jobs?|positions?|posts?|employment|internships?|placements?|vacanc(?:y|ies)|roles?|traineeships?|apprenticeships?|contracts?)\b(?! (?:market|search|description|title|interview))"
    r"|(?:find|get|seek|look for) (?:paid )?work\b|(?:be|get|become) (?:hired|employed|taken on|recruited)\b|(?:join|work (?:for|with)|start at) (?:you\b|your (?:team|firm|company|organization|staff)))"
)
"""A purpose that is a job: R2, whatever the words around it."""
_JOB = r"(?:(?:jobs?|positions?|posts?(?! offices?\b)|employment|internships?|placements?|vacanc(?:y|ies)|openings?|traineeships?|apprenticeships?|roles?)\b(?![ -](?:market|search|description|title|shadow\w*|fair|board|list|interview|talk)))"
_OPENS = rf"(?:(?:an? )?(?:opens?(?: up)?\b|comes? up|turns? up|frees? up|(?:is|becomes?|gets) (?:free|available|vacant)|{_JOB}))"
_HIRERS = r"(?:hr\b|human resources|(?:your|the|their|his|her) (?:boss|hr|hiring|recruit\w*|personnel|(?:\w+ )?(?:manager|director|supervisor|owner|chief|board)|head of (?:hr|hiring|staff))\b)"
JOB_OFFERED = (
    rf"(?:to )?(?:hire|employ|recruit) me\b|to take me on\b(?! (?:an?|the|your|my|rounds?|visits?|tours?|trips?|calls?|errands?|\w+ rounds?)\b)|(?:to (?:give|offer|find|get|save|keep|hold) me )?(?:an?|the|some|any|my first|your)? ?(?:(?!of\b|to\b|in\b)[\w-]+ ){{0,2}}{_JOB}(?! (?:of|with|before)\b)"
    rf"|to (?:give|offer|find|get|save|keep|hold) me (?:an?|some) (?:{_BETWEEN})?(?:{_JOB}|work\b|(?:place|spot|seat|desk|chair) (?:on|in|at|with)\b)"
    rf"|.*\b(?:if|when|once|should|as soon as|in case|whenever) (?:(?:something|anything|one|there)\b (?:[\w’']+ ){{0,2}}{_OPENS}"
    rf"|(?:an?|any|the|new|more) (?:\w+ ){{0,2}}(?:{_JOB}|(?:places?|spots?|seats?|slots?|desk)\b))|.*\bfor (?:\w+ )?(?:openings|vacancies)\b"
    rf"|to (?:keep|bear|have) me in mind\b|.*\ba word with {_HIRERS}|.*\b(?:a good word|put in a word|a word for me)\b(?!(?: in)?(?: for me)? with (?!{_HIRERS})(?!.*(?:{_JOB}|\bhir)))"
    rf"|to (?:create|make|open|write up) (?:me )?an? {_BETWEEN}{_JOB}|.*\b{_JOB} for me\b|to get me (?:in the door|hired|an? (?:job )?interview)\b|to hook me up with (?:an?|the|some) {_BETWEEN}{_JOB}|an interview for\b|.*\babout (?:\w+ )?(?:openings|vacancies)\b"
    rf"|to (?:speak|talk|write) (?:to|with) (?:hr|(?:your|the|their) (?:boss|hr|hiring \w+)|[a-z]\w+) (?:about me|for me|on my behalf)\b"
    rf"|.*\b(?:if|when|once|as soon as) (?:you|they|we|he|she|it|somebody|someone) (?:\w+ ){{0,2}}hir(?:es?|ing)\b"
    rf"|to (?:recommend|propose|suggest|interview|consider) me (?:for|to hr|as)\b(?! your (?:podcast|show|blog|column))"
    rf"|to (?:forward|pass|hand|send|submit|give|take|circulate)(?: on| along| around| in)? my applications?\b|to (?:forward|pass|submit|circulate)(?: on| along| around)? my (?:resume|résumé|cv)(?! to me)\b"
    rf"|to (?:forward|pass|hand|send|submit|give|take|show)(?: on| along)? my (?:resume|résumé|cv|application|name)(?: on| along)? to (?:hr|human|the (?:hiring|recruit\w+|hr|boss|board|committee)|(?:your|their) (?:boss|hr))"
)
"""An offer of a job, or to be told of one: no letter brings it up (R2, R20)."""
JOB_THANKED = (
    rf".*\b(?:offering|giving|getting|promising|finding|saving|handing) me (?:an?|the|this|that|my) (?:\w+ ){{0,2}}{_JOB}(?! (?:of|with|before|model|paper)\b)|.*\b(?:the|your|this|a) (?:\w+ )?(?:job|internship|employment) offer\b(?! letter)"
    rf"|for (?:the|your) offer of (?:(?:an?|the) )?(?:\w+ )?{_JOB}|for (?:the|a|my) job\b(?! [\w-])|.*\bconsider(?:ing|ation of) (?:me\b(?! (?:an?|your)\b)|my (?:application|candidacy|resume|cv)\b)"
    r"|for (?:(?:the|your) (?:tip|hint|word|news) (?:about|on|of) )?(?:the|that|an?) (?:(?:job )?opening (?:(?:that|which) )?you (?:mentioned|told|spoke|named|know|saw)|(?:\w+ )?vacancy)\b"
)
"""Thanks for a job, or for being considered for one, which speak of an application: R2."""
APPLICANTS_THANKS = r"for (?:.*\b)?(?:your|the) (?:(?:kind|careful|time|attention|help|interest|support),? (?:(?:and|&) )?(?:your )?)*consideration\b(?! (?:for|of|to|towards?|that|you|with)\b)"
"""How applicants end a letter: it could be read as one (R2)."""
_OFFERED_JOB = r"(?:jobs?|positions?|internships?|placements?|traineeships?|apprenticeships?|roles?)"
_POSTED = r"(?:\w+ly |just |have |has |had )*(?:posted|advertis(?:e|ed)|listed|announced|put up|tweeted|(?:are|is|were) (?:filling(?! (?:on|in) (?:the|your|their) (?:\w+ )?(?:board|council|committee)\b)|advertising|hiring for|looking to fill))\b"
_OF_THEIRS_OPEN = (
    r"(?:an?|any|some|the|several|two) (?:new )?(?:(?:open|vacant|free|available|unfilled) (?:[\w-]+ ){0,2}"
    + rf"{_JOB}|(?:[\w-]+ )?vacanc(?:y|ies)|job opening)"
)
_SECTION = r"(?:your|the) (?:[\w-]+ ){0,2}?(?:department|team|ward|unit|office|company|firm|lab|staff|group|organization|clinic|hospital|library|museum|school)\b"
JOB_AS_REASON = (
    r"(?:because of|due to|about|regarding|concerning|owing to|for|with|in|given|after|through|following|seeing|having seen|because (?:i|of) (?:saw|read|noticed|heard (?:of|about))|since i (?:saw|read|noticed)|i (?:saw|read)) "
    rf"(?:an?|the|your|this|that|two|some) (?:(?!on\b|of\b|in\b|about\b|and\b)[\w'’-]+ ){{0,2}}?(?:vacanc(?:y|ies)\b(?! (?:rate|tax|survey|stud|control|chain)|(?: \w+)? (?:on|along) )"
    rf"|openings?\b (?:(?:in|on|with) {_SECTION}|(?:that |which )?(?:you|your \w+|they) {_POSTED}|(?:posted|advertised|listed|announced)\b|for an?\b)|(?:job|current|staff|nursing|teaching) openings?\b"
    rf"|{_OFFERED_JOB} (?:(?:that |which )?(?:you|your \w+|they|mercy) {_POSTED}|(?:posted|advertised|listed|announced)\b|(?:that|which) (?:is|are|has become) (?:open|free|vacant|available)\b|(?:is|are)? ?open (?:on|in|at|with) )"
    r"|(?:internship|apprenticeship|traineeship|placement) (?:that |which )?you offer\b|(?:job|hiring|recruit\w+|career|help[ -]wanted|vacancy) (?:ads?|adverts?|advertisements?|postings?|post|listings?|notices?|announcements?|sign)\b(?! (?:study|research|project|data|analysis|tool|corpus)))"
    rf"|(?:because|since|as|now that|seeing that|knowing that|given that) (?:i (?:\w+ )?(?:saw|see|read|heard|hear|noticed|know|understand) (?:that )?)?(?:you|they|(?:your|the) (?:[\w-]+ ){{0,2}}?[\w-]+) (?:(?:are|is|['’]re) (?:now |currently |still |again )?hiring\b(?! (?:people|those|only|veterans|former|ex|men|women|refugees|(?:[\w-]+ ){{1,2}}of color\b|for (?:attitude|character)))|(?:have|has) (?:got )?{_OF_THEIRS_OPEN})"
    rf"|(?:because|since|as) there (?:is|are|['’]s) {_OF_THEIRS_OPEN}"
)
"""A reason that is an opening of theirs: as good as applying for it (R2, R20)."""
SEEKS_WORK = (
    rf".*\b(?:desperate (?:for|to)\b|(?:looking|searching|hunting|on the look-?out|in search|in need|in want) (?:for|of) {_BETWEEN}(?:{_JOB}|(?:paid )?work\b)"
    rf"|seeking (?:(?!how\b|to\b)[\w-]+ ){{0,3}}(?:{_JOB}|work\b)|job[ -]?(?:seeker|hunt|search)\w*|available (?:from|for|immediately|now|at once|to (?:start|work))"
    rf"|immediately available|open to (?:work\b|offers|opportunit|new roles)|on the (?:job )?market|appl(?:ying|icant) (?:for|to) {_BETWEEN}{_JOB}|ready to (?:start|work)\b)"
)
"""Who says so of themselves asks for a job: R2."""
JOB_ADVISED = rf"(?:not )?to (?:apply\b.*{_JOB}|send (?:in )?my (?:resume|cv|application)|ask (?:you|him|her|them|\w+) for {_BETWEEN}{_JOB})"
"""Advice that a letter of thanks can't name without asking: R2."""
