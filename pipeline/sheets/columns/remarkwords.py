"""How people say in a remark that a letter went, that they talked, or what came of it: patterns. Data alone.

A remark tells of many things and people. Each pattern begins a piece of it, and says that the user did it with the
row's person ("them"), or that these did it to the user ("me"): what others did is of them ("Bob told her about me").
"""

from __future__ import annotations

from pipeline.sheets.columns.foreignremarks import FRENCH, GERMAN, SPANISH, alternatives
from pipeline.sheets.columns.statewords import (
    ANSWERED,
    ANSWERED_US,
    AWAITS,
    LEFT_A_MESSAGE,
    MONTH,
    NOTHING_CAME,
    ON_DAYS,
    SAYS_WROTE,
    SOME_DAY,
    THEM,
    WEEKDAY,
)

_NOT_OF_OTHERS = r"(?!.*\b(?:to|with|by|from|for) someone\b)"
# A word at a fair or a party is how one knows them.
_FAIR = r"(?:fair|part(?:y|ies)|wedding|conference|reunion|mixer|meetup|event|trade show|picnic|class|workshop|booth|church|gym|concert|college|high school)"
_NOT_AT_A_FAIR = rf"(?!.*\b(?:at|in|during|on) (?:\w+ ){{0,3}}{_FAIR}\b)"
_I = (
    r"(?:(?:i|we|have|had|has|ve|did|been|was|already|just|finally|then|also|even|briefly|once|again|and|but|so|last|first|on"
    rf"|\d+(?:st|nd|rd|th)?|{MONTH}[a-z]*|{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun) )*"
)
_THEY = (
    r"(?:(?:she|he|they|them|it|has|have|had|s|ll|d|was|will|would|then|but|and|so|also|just|already|very|really|kindly"
    r"|politely|finally|even|since|still|yet) )*"
)
_SUBJECT = (
    r"(?:(?:and|but|so|then|that) )*(?:she|he|they|them)(?: (?:has|have|had|s|d|just|already|then|finally))*"
)
_THEIR = r"(?:her|his|their)"
_TIME = r"(?:\d+|an?|half(?: an?)?|two|three|ten|twenty|thirty|forty) (?:hours?|hr|h|min(?:utes?|s)?)\b"
_GOOD = r"(?:very|really|great|good|nice|long|short|quick|brief|lovely|friendly|kind|wonderful|helpful|useful|pleasant)"
_KIND = r"(?:phone|video|zoom|e ?mail|follow up|informational|networking|intro|introductory)"
_SEVERAL = r"(?:two|three|several|some|\d)"
_A = rf"(?:(?:an?|the|my|our|another|first|second|third|1st|2nd|initial|{_GOOD}|{_KIND}|{_SEVERAL}) )*"
_TALK = r"(?:coffee|lunch|tea|breakfast|dinner|drinks?|chats?|calls?|talks?|conversations?|meetings?|zoom|interview|informational|appointment|appt|visit)\b"
_LETTER = (
    r"(?:(?:thank ?you|thanks)(?: (?:note|card|letter|e ?mail))?|(?:linkedin )?(?:request|invite|invitation)"
    r"|note|card|message|mail|e ?mail|letter|follow up|resume|cv|article)\b(?! of\b)"
)
_SOME_TIME = rf"(?:twice|again|yesterday|last (?:week|month|year|summer|fall|spring|winter|night)|in {MONTH}[a-z]*|several times|(?:\w+ )?times|\d+ ?x|x ?\d|once|and left)\b"
_WHEN = (
    r"(?=$| (?:on|at|about|again|and|but|twice|today|yesterday|in|last|this|before|after|once|for|when|by|over"
    r"|via|then|just|late|early|back|several|three|no|\d+)\b)"
)
_MEET = r"(?:meet|talk|chat|speak|help|see|answer|do (?:an? |the )?(?:call|interview|zoom|chat))"
_ME = r"(?=$| (?:(?:with|to) )?(?:me|us)\b| (?:on|in|next|after|over|by|again|but|and|this|for|at|then|too|now|later|soon|once|when)\b)"
# Who hired the user is known from there, and who wrote first is not asked about here; who sent them something was in touch.
_PAST = r"(?:\w+ed|gave|got|put|sent|told|wrote|brought|showed|lent|made|let|took|left|found)"
_LONG_AGO = (
    r"(?:hired|coached|supervised|trained|managed|mentored|tutored|raised|married|helped|inspired|introduced|dated|beat|employed"
    r"|recruited|treated|needed|reminded|interviewed|fired|graded|advised|impressed|amazed|liked|loved|wanted|followed|added"
    r"|emailed|called|contacted|messaged|mailed|texted|wrote|reached)"
)
_THING_OF_OLD = r"(?:cards?|ride|rides|lift|job|grade|shot|lessons?|piano|tour|sense|feel|think|laugh)"
_DID_EVEN_AT_A_FAIR = alternatives(
    rf"(?:called|phoned|texted|thanked|interviewed|followed up with|reminded) them{_WHEN}",
    # talked to her
    rf"(?:talked|spoke|spoken|chatted|zoomed|skyped|corresponded) (?:to|with) {THEM}{_WHEN}",
    # Talked on the phone for 20 min
    r"(?:talked|spoke|chatted|spoken)(?: \w+){0,4} (?:by|over|on|via) (?:the )?(?:phone|zoom|teams|skype|video)\b",
    # Tried to call
    r"tried (?:to (?:call|reach|phone|ring|contact|e ?mail)|calling|reaching|phoning|e ?mailing)\b",
    rf"met (?:up )?(?:{THEM} )?(?:at|in) {_THEIR} (?:office|lab|shop|studio|clinic|school|firm|company|workplace)\b",
    # Sent letter 11/4
    rf"(?:sent|mailed|e ?mailed|wrote|dropped|shot|left) (?:{THEM} )?{_A}(?:line\b|{_LETTER})",
    r"dm d\b",
    # Had to reschedule
    r"had to (?:reschedule|cancel|postpone)\b",
    # Connected on LinkedIn and wrote a short note
    r"connected (?:\w+ ){0,3}and (?:wrote|messaged|sent|chatted|talked|exchanged)\b",
    rf"(?:asked for|requested) {_A}(?:{_TALK}(?! (?:room|of)\b)|\d+ min)",
    # Scheduled call for Monday
    rf"(?:scheduled|booked|arranged|confirmed|rescheduled) {_A}{_TALK}",
    # got a reply
    rf"(?:got|received) {_A}(?:(?:reply|answer|response|auto ?reply)\b|(?:e ?mail|mail|note|message|call|letter) (?:back|from {THEM})\b)",
    # Heard from her 10/9
    rf"heard (?:back )?from {THEM}\b",
    # Haven't heard back
    r"(?:haven t|havent|hasn t|didn t|not|never|nothing) (?:yet )?(?:heard|hear) (?:back|from (?:her|him|them))\b",
    # In touch since spring
    r"(?:(?:am|are|been|still|keeping|stayed) )*in touch(?=$| (?:since|again|regularly|by|via|with (?:her|him|them))\b)",
    # Owe her a thank you
    rf"(?:still )?owe (?:{THEM} )?an? thank ?you\b",
    # Need to send thank you
    rf"(?:still )?(?:need|have|must|should|forgot)(?: to)? (?:send|write) (?:{THEM} )?(?:an? |the |my )?(?:thank ?you|thanks)\b(?! (?:\w+ )?to\b)",
    rf"left {_SEVERAL} (?:messages|voice ?mails)\b",
    rf"spent (?:\w+ )?{_TIME} with {THEM}\b",
    rf"toured (?:\w+ ){{0,4}}with {THEM}\b",
    rf"learned (?:\w+ ){{0,4}}from (?:our|the) {_TALK}",
)
_DID_ELSEWHERE = alternatives(
    # Called her 10/3
    rf"(?:called|phoned|rang|texted|tried|thanked|interviewed|followed up with|visited|saw|asked|told|invited|reminded) (?:her|him){_WHEN}",
    rf"(?:asked|told|invited) {THEM} (?:to|for|if|whether|that|i|we)\b",
    # Called 3x
    rf"(?:called|phoned|rang|texted|tried|followed up|e ?mailed|wrote|write|met|spoke|talked) {_SOME_TIME}",
    # Called 10/3
    rf"(?:called|phoned|rang|followed up|replied|answered|talked|spoke|chatted|thanked)(?: on)? ?{SOME_DAY}",
    rf"(?:talked|spoke|chatted) {_TIME}",
    # emailed her 10/3
    rf"{_PAST} (?:\w+ ){{0,4}}{THEM}\b.*{SOME_DAY}",
    rf"came (?:\w+ ){{1,3}}{THEM} .*{SOME_DAY}",
    # We talked about permits for half an hour
    rf"(?:talked|spoke|chatted|met)(?: \w+){{0,4}} for (?:about |over |almost |nearly )*{_TIME}",
    # Had coffee with her 9/14
    rf"had {_A}{_TALK}(?! (?:with|from|about|at|in) (?!{THEM}\b|{_THEIR}\b|{MONTH}))",
    # Met with her at her office
    rf"met (?:up )?with {THEM}\b(?! (?:at|in) (?!{_THEIR}\b))",
    # met her for coffee 10/20
    rf"met (?:{THEM} )?(?:for|over) (?:an? )?(?:coffee|lunch|tea|drinks?|breakfast|dinner)\b",
    # Sat down with her for an hour
    rf"(?:got hold of|caught|sat down with) {THEM}{_WHEN}",
    # We email regularly
    r"(?:e ?mail|text|write|talk|speak|chat|message) (?:regularly|often|every|each|now and then|sometimes|monthly|weekly)\b",
)
_DID = rf"{_I}{_NOT_OF_OTHERS}(?:{_DID_EVEN_AT_A_FAIR}|{_NOT_AT_A_FAIR}(?:{_DID_ELSEWHERE}))"
_TURN_DOWN = r"(?:accepted|rejected|declined|refused|cancell?ed|ghosted|passed|unresponsive|agreed|no show)"
_THEY_DID_SO = alternatives(
    # said no
    r"(?:said|says|told (?:me|us)(?: that)?|thinks|feels)(?: that)? (?:(?:she|he|they) )?(?:(?:s|is|was|are|re) )?(?:can ?t|can not|cannot|could ?n t|couldn t|won t|(?:would|d|will|ll)(?! be hiring\b)|no\b|yes|sure|maybe|swamped|too busy|busy|happy|glad|not interested|to (?:call|wait|try again|check back|get back|come|send (?:her|him|them|my|an?)|follow up|reach out|ring|look (?:elsewhere|on|at)|write (?:again|back|to (?:her|his|hr)|in)|contact (?:her|his|hr)|e ?mail (?:again|her|his|hr)|apply))\b",
    # ghosted me
    rf"(?!{_LONG_AGO}\b){_NOT_AT_A_FAIR}{_PAST} (?:me|us)\b(?!.*\b{_THING_OF_OLD}\b)",
    # said no 10/3
    rf"said (?!(?:ok |fine )?to\b|at\b|in\b|on\b|by\b|they d be hiring\b|they would be hiring\b){_NOT_AT_A_FAIR}",
    r"wants (?:to hear|(?:an? )?(?:update|news|call|e ?mail|letter) (?:from me|when i|after i|in|next))\b",
    r"rather (?:talk|meet|wait|speak)\b(?! (?:about|to|of)\b)",
    r"has my (?:resume|cv|letter|e ?mail|number|portfolio|card)\b",
    r"advised (?:me|us) (?:to|not to|against)\b",
    r"(?:offered|promised) (?:me|us|an?)\b(?! (?:job|land)\b)",
    r"exchanged (?:an? )?(?:few |some |several )?(?:e ?mails|messages|letters|notes)",
    # Told me to check back in the spring
    r"told (?:me|us) (?:to|not to|that|he|she|they|no)\b",
    # Asked me to call back in December
    r"(?:asked|wants|wanted|invited|urged|encouraged|reminded) (?:me|us) (?:to|not to|for|if|about|back)\b",
    # Put me off till January
    r"(?:put|brushed|fobbed|blew) (?:me|us) off\b",
    r"stood (?:me|us) up\b",
    # Hung up on me
    r"hung up\b",
    # She rang me back
    r"(?:called|rang|phoned|e ?mailed|wrote) me back\b",
    # Wrote back: happy to talk
    r"(?:got|wrote|called|rang|phoned|e ?mailed) back(?=$| (?:to (?:me|us)|and|that|saying|within|(?:the )?(?:next|same)|happy|right|\d+)\b)",
    # Gave me the name of someone Olsen
    r"gave (?:me|us) (?!.*\bin (?:high school|college)\b)(?:(?!(?:business )?card\b)\w+ ){0,4}(?:names?|numbers?|advice|feedback|tips?|tour|contacts?|leads?|referrals?|minutes|hour|time|ideas?)\b",
    # Introduced me to someone
    rf"introduced (?:me|us) to (?:someone\b|{_THEIR}\b)",
    # Promised to send me two names
    r"(?:passed (?:me|us|my (?:name|resume|cv|e ?mail|letter)) (?:on|along)|forwarded my|promised (?:to|me|us))\b",
    r"offered to (?:look|read|review|meet|talk|help me|introduce me|send|pass|forward)\b",
    r"asked (?:for|to see) my\b",
    # Will get back to me
    r"(?:let me know|get back to (?:me|us)|call me back|write me back|be in touch|keep me (?:posted|in mind))\b",
    # Owes me a reply
    r"owes? (?:me|us)\b",
    r"(?:recommended|suggested) (?:that )?i\b",
    # Sent me to HR
    r"(?:pointed|referred|directed|steered|sent) (?:me|us) (?:on |over )?to (?!him\b|her\b|them\b)",
    r"sent (?:me|us) (?:an?|the|some|her|his|two|three|names|links?)\b",
    # Ignored my email
    r"(?:ignor(?:ed|es|ing)|blocked|reported|forgot) (?:me|my|us)\b",
    # He answered right away
    r"(?:answered|replied|responded) (?:(?:all (?:of )?)?my\b|right away$|within|at once$|immediately$|after (?:an?|one|two|\d+|my)|that\b|with\b|quickly$|the same\b|same day)",
    # She will be glad to meet me on Thursday
    rf"(?:(?:is|are|be|very|really|so|more than) )*(?:glad|happy|willing|pleased|delighted) to {_MEET}{_ME}",
    rf"(?:wants|like|love) to (?:{_MEET}|hear){_ME}(?<!like to talk)",
    # Unable to meet
    rf"(?:(?:does|did|do|wo) ?n t|won t|(?:does|did|do|will) not|(?:is |s )?(?:not willing|unwilling|not able|unable)|prefers not|rather not)(?: (?:want|wish|have time))?(?: to)?(?:$| (?:{_MEET}|hear|be contacted)\b(?! (?:about|to|of|with) (?!me\b))(?<!to answer))(?<!did not)(?<!do not)",
    rf"(?:can ?t|cannot|can not|couldn t|could not|won t) (?:{_MEET}){_ME}",
    r"(?:does not|doesn t|don t|do not) (?:do|give|grant) (?:\w+ )?(?:interviews|informationals)",
    r"(?:says|thinks|feels) (?:there (?:is|are|s) (?:no|nothing|not|little)|i (?:should|could|need|must|am))\b",
    r"(?:couldn t|could not|can t|cannot) (?:name|think of) ",
    r"(?:doesn t|does not|didn t) know any\w*$",
    r"doesn t know anyone\b",
    r"no time(?=$| (?:for|to|until|till|now|right|before|this)\b)",
    r"too busy\b(?! (?:season|days?|months?)\b)",
    r"swamped\b",
    # turned me down
    r"turned (?:me|us) down\b",
    # Accepted
    rf"{_TURN_DOWN}(?=$| (?:to (?:an?|be|(?:meet|talk|speak|chat)(?! (?:the|someone|to|with)\b))|on me|me|us|my|politely|too|because|due|twice|the (?:meeting|call|interview)|our)\b)",
    # never replied
    r"(?:never|not)(?: yet)? (?:answer(?:ed|ing)|replied|replying|respond(?:ed|ing)|called|got|wrote)(?=$| (?:me|my|us|back|to me|to my|yet|either)\b)",
    # Hasn't replied
    r"(?:(?:has|have|did|does|do|is)(?: ?n ?t| not)|don t|doesn t)(?: yet)? (?:answer(?:ed|ing)?|repl(?:y|ied|ying)|respond(?:ed|ing)?|(?:call|called|written|write|get|got|gotten) back|pick(?:ed)? up)(?=$| (?:me|my|us|yet|so far|to me|to my|either|back)\b)",
    r"(?:(?:sounds?|sounded|seemed|a bit|not) )*(?:short|nice|busy|friendly|kind|helpful|rude|curt|cold|warm)(?: with (?:me|us))? on the phone\b",
)
_THEY_DID = (
    rf"{_THEY}(?:{_THEY_DID_SO})"
    rf"|{_SUBJECT} (?:{ANSWERED}|wrote back|said (?:no|yes)|declined|refused|agreed|accepted)\b(?! (?:(?:fast|quickly|slowly) )?to (?!(?:me|us|my)\b|(?:meet|talk|speak|chat)(?:$| (?:(?:with )?(?:me|us)|on|in|next)\b))| someone\b|.* tenure)"
)
_HELD = r"(?:done|held|set|scheduled|booked|arranged|completed|confirmed|went|took place|over|cancell?ed|rescheduled|postponed|was cut)\b(?! (?:posts?|meetings)\b)"
# What became of one's own letter, or of a talk that was "ours", is told of who got it, however the piece begins.
_MINE = r"my (?:resume|cv|e ?mails?|mails?|letters?|messages?|calls?|notes?|application|portfolio|request|questions)\b"
_TO_DO = r"(?:send|sending|attach|bring|mention|show|update|finish|use|include|need|after|when|until|once|wait|ask|add|put|enclose|print|write|tell|before|if|check|like|from|for|on|in|will|to|draft|same|i|remember|give|hand|dad|mom|mum|father|mother|sister|brother|aunt|uncle|friend|prof|professor|dr|mr|mrs|ms|my)"
_CAME_OF_IT = alternatives(
    # Doesn't answer my emails
    rf"(?!{_TO_DO}\b)(?!.*\bsomeone\b)(?:\w+ ){{1,5}}{_MINE}",
    # Our call was cut short
    rf"(?!{_TO_DO}\b)(?!.*\bsomeone\b)(?:\w+ ){{0,5}}our (?:{_KIND} |first |last )*{_TALK}(?! signs?\b)",
    r"(?:e ?mail|letter) exchange\b",
    r"(?:her|his|their|the) (?:assistant|secretary|office) (?:said|says|told)\b",
    r"last (?:contact|spoke|talked|wrote)\b",
    rf"(?:first|1st|second|2nd|last) (?:e ?mail|letter|call|message)(?: on)? ?{SOME_DAY}",
    r"grabbed (?:an? )?(?:coffee|lunch)\b",
    # Waiting for her reply
    rf"(?:(?:still|am|i|m) )*{AWAITS} (?:{THEM}(?=$| to (?:reply|answer|respond|write|call|get back|confirm)\b)|(?:(?:her|his|their|an?|the|any) )?(?:reply|response|answer|confirmation|call ?back)\b(?! from someone))",
    # Waiting to hear from him
    rf"(?:still )?waiting to hear (?:back\b|from {THEM}\b)",
    # Interview held 8/12
    rf"(?:(?:the|our|first|informational|phone|zoom|video) )*(?:interview|call|zoom|meeting|chat|coffee|lunch|appointment|appt)(?: call)? (?:(?:was|is|has been) )?{_HELD}",
    # Interview was great
    r"(?:informational )?interview (?:was )?(?:great|good|nice|ok|okay|short|long)\b",
    # Appointment Dec 2 at 3
    rf"(?:meeting|appointment|appt|interview|(?:phone|zoom|video) call)(?: (?:is|on|for|with (?:her|him|them)))* ?{SOME_DAY}",
    rf"(?:(?:we|are|re|i|m) )*(?:meeting|seeing) (?:{THEM} )?(?:(?:on|at|for|next|this|in) )*{SOME_DAY}",
    # email bounced
    r"(?:(?:my|the|first|second|last|that) )*(?:e ?mail|mail|letter|message|it) (?:(?:was|has|got|is) )*(?:bounced|came back|returned(?=$| (?:to (?:me|sender)|unopened|undeliver\w+)\b)|undeliver\w+)\b",
    # Bounced back
    r"bounced\b",
    # Second email sent 10/14
    r"(?:(?:second|2nd|first|1st|third|3rd|follow ?up|initial|intro|thank ?you) )+(?:e ?mail|letter|message|note|mail|card) (?:(?:is|was|has been) )?(?:sent|out|went|mailed)\b",
    r"left word\b",
    r"no (?:call ?back|one (?:picked up|answered))\b",
    # line busy
    r"(?:(?:the|her|his|line|phone|was|is) )*line (?:was |is )?busy",
    r"(?:fu|follow ?up) (?:is |was )?sent\b",
    # Her voicemail is full
    r"(?:(?:got|her|his|their|reached|went to|straight to) )*voice ?mail(?: (?:is|was))?(?: (?:box )?full)?$",
    r"(?:(?:got|an?|per|her|his) )*(?:auto ?reply|automatic reply|out of office)\b",
    r"(?:wrong|dead) number$",
    r"(?:number|phone|line) (?:is |was )?(?:disconnected|out of service|not in service)",
    rf"{_SEVERAL} (?:(?:phone|zoom) )?(?:calls|e ?mails|letters|messages|talks)$",
    r"(?:second|2nd|third|3rd|fourth) (?:attempt|try)\b",
    r"(?:(?:need to|will|must) )?follow(?:ing)? up (?:\w+ ){0,3}as (?:she|he|they) asked\b",
    # Great conversation about licensing
    rf"(?:{_GOOD} )+(?:{_KIND} )?(?:interview|talk|chat|conversation|call|meeting)(?=$| (?:(?:on )?(?:\d+|today|yesterday)|with (?:her|him|them)|about)\b)(?!.*\b(?:podcast|blog|video|book|radio|talks?)$)",
    # Our call was cut short
    rf"(?:(?:in|at|during|after|since|before) )?our (?:{_KIND} |first |last )*(?:call|talk|meeting|chat|interview|conversation)\b",
    rf"(?:{_GOOD} )+(?:reply|answer|response)\b(?! from someone)",
    r"bounce\b",
    r"(?:\w+ ){0,4}(?:unread|not answered|unanswered)$",
    r"(?:radio silence|silent|silence|unanswered|crickets)(?=$| since\b)",
)
SAYS_IN_REMARKS = (
    rf"{ON_DAYS}(?:(?:(?:i|we) (?:ve|did) )?(?:{SAYS_WROTE})|{NOTHING_CAME}\b|{LEFT_A_MESSAGE}\b|{ANSWERED_US}"
    rf"|(?:(?:she|he|they|them) )?(?:{ANSWERED}|followed up|called|phoned|talked|spoke|interviewed|thanked|mail sent)(?: no answer)?$"
    rf"|met(?!.*\b(?:at|in)\b)(?: {THEM})?(?: (?:for|over) (?:coffee|lunch|tea))?(?: on)? ?{SOME_DAY}"
    rf"|(?:called|phoned|spoke|talked)(?: (?:to|with))? .*{SOME_DAY}{_NOT_AT_A_FAIR})"
    rf"|{_DID}|{_THEY_DID}|{_CAME_OF_IT}|{GERMAN}|{SPANISH}|{FRENCH}"
)
