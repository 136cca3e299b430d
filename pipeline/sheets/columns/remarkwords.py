"""How people say in a remark that a letter went, that they talked, or what came of it: kinds of remark. Data alone.

A remark tells of many things and people. Each kind begins a piece of it, and says that the user did it with the
row's person ("them"), or that these did it to the user ("me"): what others did is of them ("Bob told her about me").
"""

from __future__ import annotations

from pipeline.model.texts import word_set
from pipeline.sheets.columns.foreignremarks import FRENCH, GERMAN, SPANISH, SPANISH_BEFORE
from pipeline.sheets.columns.remarks import A_DAY, Remark, Remarks
from pipeline.sheets.columns.statewords import (
    ANSWERED,
    ANSWERED_US,
    AWAITS,
    LEFT_A_MESSAGE,
    MONTH,
    NOTHING_CAME,
    SAYS_WROTE,
    SOME_DAY,
    THEM,
)

_TO_OTHERS = r"\b(?:to|with|by|from|for) someone\b"
# A word at a fair or a party is how one knows them.
_FAIR = r"(?:fair|part(?:y|ies)|wedding|conference|reunion|mixer|meetup|event|trade show|picnic|class|workshop|booth|church|gym|concert|college|high school)"
_AT_A_FAIR = rf"\b(?:at|in|during|on) (?:\w+ ){{0,3}}{_FAIR}\b"
_ON_DAYS = word_set(f"{A_DAY} on i we")
_I = _ON_DAYS | word_set(
    "have had has ve did been was already just finally then also even briefly once again and but so last first"
)
_THEY = word_set("""
    she he they them it has have had s ll d was will would then but and so also just already very really kindly politely
    finally even since still yet
""")
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
_IN_SHORT = (
    Remark("Emailed 10/3", "emailed mailed contacted messaged reached texted sent wrote written approached pinged",
           rf"(?:(?:i|we) (?:ve|did) )?(?:{SAYS_WROTE})"),
    Remark("No reply", "reply response answer",
           rf"{NOTHING_CAME}\b"),
    Remark("Left her a voicemail", "left lm lvm",
           rf"{LEFT_A_MESSAGE}\b"),
    Remark("Not interested", "interested no said says answered declined refused thank thankyou thanks turned rejected never ghosted got had wrote agreed interview meeting bounced came kein keine abgesagt abgesagte abgesagter telefoniert telefonierte pas",
           ANSWERED_US),
    Remark("She replied", "replied responded answered followed called phoned talked spoke interviewed thanked sent",
           rf"(?:(?:she|he|they|them) )?(?:{ANSWERED}|followed up|called|phoned|talked|spoke|interviewed|thanked|mail sent)(?: no answer)?$"),
    Remark("Met her for coffee on 10/20", "met",
           rf"met(?!.*\b(?:at|in)\b)(?: {THEM})?(?: (?:for|over) (?:coffee|lunch|tea))?(?: on)? ?{SOME_DAY}"),
    Remark("Spoke with her 10/3", "called phoned spoke talked",
           rf"(?:called|phoned|spoke|talked)(?: (?:to|with))? .*{SOME_DAY}(?!.*{_AT_A_FAIR})"),
)  # fmt: skip
_DID_EVEN_AT_A_FAIR = (
    Remark("Called them in June", "them",
           rf"(?:called|phoned|texted|thanked|interviewed|followed up with|reminded) them{_WHEN}"),
    Remark("Talked to her", "talked spoke spoken chatted zoomed skyped corresponded",
           rf"(?:talked|spoke|spoken|chatted|zoomed|skyped|corresponded) (?:to|with) {THEM}{_WHEN}"),
    Remark("Talked on the phone for 20 min", "phone zoom teams skype video",
           r"(?:talked|spoke|chatted|spoken)(?: \w+){0,4} (?:by|over|on|via) (?:the )?(?:phone|zoom|teams|skype|video)\b"),
    Remark("Tried to call", "tried",
           r"tried (?:to (?:call|reach|phone|ring|contact|e ?mail)|calling|reaching|phoning|e ?mailing)\b"),
    Remark("Met at her office", "office lab shop studio clinic school firm company workplace",
           rf"met (?:up )?(?:{THEM} )?(?:at|in) {_THEIR} (?:office|lab|shop|studio|clinic|school|firm|company|workplace)\b"),
    Remark("Sent letter 11/4", "sent mailed emailed wrote dropped shot left",
           rf"(?:sent|mailed|e ?mailed|wrote|dropped|shot|left) (?:{THEM} )?{_A}(?:line\b|{_LETTER})"),
    Remark("DM'd her", "dm",
           r"dm d\b"),
    Remark("Had to reschedule", "reschedule cancel postpone",
           r"had to (?:reschedule|cancel|postpone)\b"),
    Remark("Connected on LinkedIn and wrote a short note", "connected",
           r"connected (?:\w+ ){0,3}and (?:wrote|messaged|sent|chatted|talked|exchanged)\b"),
    Remark("Asked for a call", "asked requested",
           rf"(?:asked for|requested) {_A}(?:{_TALK}(?! (?:room|of)\b)|\d+ min)"),
    Remark("Scheduled call for Monday", "scheduled booked arranged confirmed rescheduled",
           rf"(?:scheduled|booked|arranged|confirmed|rescheduled) {_A}{_TALK}"),
    Remark("Got a reply", "got received",
           rf"(?:got|received) {_A}(?:(?:reply|answer|response|auto ?reply)\b|(?:e ?mail|mail|note|message|call|letter) (?:back|from {THEM})\b)"),
    Remark("Heard from her 10/9", "heard",
           rf"heard (?:back )?from {THEM}\b"),
    Remark("Haven't heard back", "heard hear",
           r"(?:haven t|havent|hasn t|didn t|not|never|nothing) (?:yet )?(?:heard|hear) (?:back|from (?:her|him|them))\b"),
    Remark("In touch since spring", "touch",
           r"(?:(?:am|are|been|still|keeping|stayed) )*in touch(?=$| (?:since|again|regularly|by|via|with (?:her|him|them))\b)"),
    Remark("Owe her a thank you", "owe",
           rf"(?:still )?owe (?:{THEM} )?an? thank ?you\b"),
    Remark("Need to send thank you", "thank thankyou thanks",
           rf"(?:still )?(?:need|have|must|should|forgot)(?: to)? (?:send|write) (?:{THEM} )?(?:an? |the |my )?(?:thank ?you|thanks)\b(?! (?:\w+ )?to\b)"),
    Remark("Left two messages", "left",
           rf"left {_SEVERAL} (?:messages|voice ?mails)\b"),
    Remark("Spent an hour with her", "spent",
           rf"spent (?:\w+ )?{_TIME} with {THEM}\b"),
    Remark("Toured the plant with her", "toured",
           rf"toured (?:\w+ ){{0,4}}with {THEM}\b"),
    Remark("Learned a lot from our talk", "learned",
           rf"learned (?:\w+ ){{0,4}}from (?:our|the) {_TALK}"),
)  # fmt: skip
_DID_ELSEWHERE = (
    Remark("Called her in June", "her him",
           rf"(?:called|phoned|rang|texted|tried|thanked|interviewed|followed up with|visited|saw|asked|told|invited|reminded) (?:her|him){_WHEN}"),
    Remark("Asked her for names", "asked told invited",
           rf"(?:asked|told|invited) {THEM} (?:to|for|if|whether|that|i|we)\b"),
    Remark("Called 3x", "called phoned rang texted tried followed mailed emailed wrote write met spoke talked",
           rf"(?:called|phoned|rang|texted|tried|followed up|e ?mailed|wrote|write|met|spoke|talked) {_SOME_TIME}"),
    Remark("Called on 10/3", "called phoned rang followed replied answered talked spoke chatted thanked",
           rf"(?:called|phoned|rang|followed up|replied|answered|talked|spoke|chatted|thanked)(?: on)? ?{SOME_DAY}"),
    Remark("Talked 20 min", "hour hours hr h min mins minute minutes",
           rf"(?:talked|spoke|chatted) {_TIME}"),
    Remark("Interviewed and thanked them 10/3", "them her him",
           rf"{_PAST} (?:\w+ ){{0,4}}{THEM}\b.*{SOME_DAY}"),
    Remark("Came to see her on 10/3", "came",
           rf"came (?:\w+ ){{1,3}}{THEM} .*{SOME_DAY}"),
    Remark("We talked about permits for half an hour", "hour hours hr h min mins minute minutes",
           rf"(?:talked|spoke|chatted|met)(?: \w+){{0,4}} for (?:about |over |almost |nearly )*{_TIME}"),
    Remark("Had coffee with her 9/14", "had",
           rf"had {_A}{_TALK}(?! (?:with|from|about|at|in) (?!{THEM}\b|{_THEIR}\b|{MONTH}))"),
    Remark("Met with her at her office", "them her him",
           rf"met (?:up )?with {THEM}\b(?! (?:at|in) (?!{_THEIR}\b))"),
    Remark("Met her for coffee", "coffee lunch tea drink drinks breakfast dinner",
           rf"met (?:{THEM} )?(?:for|over) (?:an? )?(?:coffee|lunch|tea|drinks?|breakfast|dinner)\b"),
    Remark("Sat down with her for an hour", "got caught sat",
           rf"(?:got hold of|caught|sat down with) {THEM}{_WHEN}"),
    Remark("We email regularly", "regularly often every each now sometimes monthly weekly",
           r"(?:e ?mail|text|write|talk|speak|chat|message) (?:regularly|often|every|each|now and then|sometimes|monthly|weekly)\b"),
)  # fmt: skip
_TURN_DOWN = r"(?:accepted|rejected|declined|refused|cancell?ed|ghosted|passed|unresponsive|agreed|no show)"
_THEY_DID = (
    Remark("Says she's swamped", "said says told thinks feels",
           r"(?:said|says|told (?:me|us)(?: that)?|thinks|feels)(?: that)? (?:(?:she|he|they) )?(?:(?:s|is|was|are|re) )?(?:can ?t|can not|cannot|could ?n t|couldn t|won t|(?:would|d|will|ll)(?! be hiring\b)|no\b|yes|sure|maybe|swamped|too busy|busy|happy|glad|not interested|to (?:call|wait|try again|check back|get back|come|send (?:her|him|them|my|an?)|follow up|reach out|ring|look (?:elsewhere|on|at)|write (?:again|back|to (?:her|his|hr)|in)|contact (?:her|his|hr)|e ?mail (?:again|her|his|hr)|apply))\b"),
    Remark("Ghosted me", "me us",
           rf"(?!{_LONG_AGO}\b)(?!.*{_AT_A_FAIR}){_PAST} (?:me|us)\b(?!.*\b{_THING_OF_OLD}\b)"),
    Remark("Said maybe 10/3", "said",
           rf"said (?!(?:ok |fine )?to\b|at\b|in\b|on\b|by\b|they d be hiring\b|they would be hiring\b)(?!.*{_AT_A_FAIR})"),
    Remark("Wants to hear when I land a job", "wants",
           r"wants (?:to hear|(?:an? )?(?:update|news|call|e ?mail|letter) (?:from me|when i|after i|in|next))\b"),
    Remark("Would rather talk in January", "rather",
           r"rather (?:talk|meet|wait|speak)\b(?! (?:about|to|of)\b)"),
    Remark("Has my resume", "my",
           r"has my (?:resume|cv|letter|e ?mail|number|portfolio|card)\b"),
    Remark("Advised me to wait", "advised",
           r"advised (?:me|us) (?:to|not to|against)\b"),
    Remark("Promised us two names", "offered promised",
           r"(?:offered|promised) (?:me|us|an?)\b(?! (?:job|land)\b)"),
    Remark("Exchanged a few emails", "exchanged",
           r"exchanged (?:an? )?(?:few |some |several )?(?:e ?mails|messages|letters|notes)"),
    Remark("Told me to check back in the spring", "told",
           r"told (?:me|us) (?:to|not to|that|he|she|they|no)\b"),
    Remark("Asked me to call back in December", "me us",
           r"(?:asked|wants|wanted|invited|urged|encouraged|reminded) (?:me|us) (?:to|not to|for|if|about|back)\b"),
    Remark("Put me off till January", "off",
           r"(?:put|brushed|fobbed|blew) (?:me|us) off\b"),
    Remark("Stood me up", "stood",
           r"stood (?:me|us) up\b"),
    Remark("Hung up on me", "hung",
           r"hung up\b"),
    Remark("She rang me back", "back",
           r"(?:called|rang|phoned|e ?mailed|wrote) me back\b"),
    Remark("Wrote back: happy to talk", "back",
           r"(?:got|wrote|called|rang|phoned|e ?mailed) back(?=$| (?:to (?:me|us)|and|that|saying|within|(?:the )?(?:next|same)|happy|right|\d+)\b)"),
    Remark("Gave me the name of someone Olsen", "gave",
           r"gave (?:me|us) (?!.*\bin (?:high school|college)\b)(?:(?!(?:business )?card\b)\w+ ){0,4}(?:names?|numbers?|advice|feedback|tips?|tour|contacts?|leads?|referrals?|minutes|hour|time|ideas?)\b"),
    Remark("Introduced me to someone", "introduced",
           rf"introduced (?:me|us) to (?:someone\b|{_THEIR}\b)"),
    Remark("Promised to send two names", "passed forwarded promised",
           r"(?:passed (?:me|us|my (?:name|resume|cv|e ?mail|letter)) (?:on|along)|forwarded my|promised (?:to|me|us))\b"),
    Remark("Offered to read my resume", "offered",
           r"offered to (?:look|read|review|meet|talk|help me|introduce me|send|pass|forward)\b"),
    Remark("Asked to see my portfolio", "my",
           r"asked (?:for|to see) my\b"),
    Remark("Will get back to me", "me us touch",
           r"(?:let me know|get back to (?:me|us)|call me back|write me back|be in touch|keep me (?:posted|in mind))\b"),
    Remark("Owes me a reply", "owe owes",
           r"owes? (?:me|us)\b"),
    Remark("Suggested I call in May", "recommended suggested",
           r"(?:recommended|suggested) (?:that )?i\b"),
    Remark("Referred me to Lopez", "me us",
           r"(?:pointed|referred|directed|steered|sent) (?:me|us) (?:on |over )?to (?!him\b|her\b|them\b)"),
    Remark("Sent me two names", "sent",
           r"sent (?:me|us) (?:an?|the|some|her|his|two|three|names|links?)\b"),
    Remark("Ignored my email", "me my us",
           r"(?:ignor(?:ed|es|ing)|blocked|reported|forgot) (?:me|my|us)\b"),
    Remark("He answered right away", "answered replied responded",
           r"(?:answered|replied|responded) (?:(?:all (?:of )?)?my\b|right away$|within|at once$|immediately$|after (?:an?|one|two|\d+|my)|that\b|with\b|quickly$|the same\b|same day)"),
    Remark("She will be glad to meet me on Thursday", "glad happy willing pleased delighted",
           rf"(?:(?:is|are|be|very|really|so|more than) )*(?:glad|happy|willing|pleased|delighted) to {_MEET}{_ME}"),
    Remark("Wants to meet me in May", "wants like love",
           rf"(?:wants|like|love) to (?:{_MEET}|hear){_ME}(?<!like to talk)"),
    Remark("Doesn't want to talk", "t not unwilling unable",
           rf"(?:(?:does|did|do|wo) ?n t|won t|(?:does|did|do|will) not|(?:is |s )?(?:not willing|unwilling|not able|unable)|prefers not|rather not)(?: (?:want|wish|have time))?(?: to)?(?:$| (?:{_MEET}|hear|be contacted)\b(?! (?:about|to|of|with) (?!me\b))(?<!to answer))(?<!did not)(?<!do not)"),
    Remark("Can't meet this month", "t cant cannot not",
           rf"(?:can ?t|cannot|can not|couldn t|could not|won t) (?:{_MEET}){_ME}"),
    Remark("Doesn't do interviews", "interviews informationals",
           r"(?:does not|doesn t|don t|do not) (?:do|give|grant) (?:\w+ )?(?:interviews|informationals)"),
    Remark("Thinks I should wait", "says thinks feels",
           r"(?:says|thinks|feels) (?:there (?:is|are|s) (?:no|nothing|not|little)|i (?:should|could|need|must|am))\b"),
    Remark("Could not think of anybody", "name think",
           r"(?:couldn t|could not|can t|cannot) (?:name|think of) "),
    Remark("Doesn't know anybody", "know",
           r"(?:doesn t|does not|didn t) know any\w*$"),
    Remark("Doesn't know anyone there", "anyone",
           r"doesn t know anyone\b"),
    Remark("No time until May", "time",
           r"no time(?=$| (?:for|to|until|till|now|right|before|this)\b)"),
    Remark("Too busy", "busy",
           r"too busy\b(?! (?:season|days?|months?)\b)"),
    Remark("Swamped", "swamped",
           r"swamped\b"),
    Remark("Turned me down", "turned",
           r"turned (?:me|us) down\b"),
    Remark("Agreed to a call", "accepted rejected declined refused canceled cancelled ghosted passed unresponsive agreed show",
           rf"{_TURN_DOWN}(?=$| (?:to (?:an?|be|(?:meet|talk|speak|chat)(?! (?:the|someone|to|with)\b))|on me|me|us|my|politely|too|because|due|twice|the (?:meeting|call|interview)|our)\b)"),
    Remark("Never got back to me", "never not",
           r"(?:never|not)(?: yet)? (?:answer(?:ed|ing)|replied|replying|respond(?:ed|ing)|called|got|wrote)(?=$| (?:me|my|us|back|to me|to my|yet|either)\b)"),
    Remark("Hasn't replied", "answer answered answering reply replied replying respond responded responding back pick picked",
           r"(?:(?:has|have|did|does|do|is)(?: ?n ?t| not)|don t|doesn t)(?: yet)? (?:answer(?:ed|ing)?|repl(?:y|ied|ying)|respond(?:ed|ing)?|(?:call|called|written|write|get|got|gotten) back|pick(?:ed)? up)(?=$| (?:me|my|us|yet|so far|to me|to my|either|back)\b)"),
    Remark("Sounded busy on the phone", "phone",
           r"(?:(?:sounds?|sounded|seemed|a bit|not) )*(?:short|nice|busy|friendly|kind|helpful|rude|curt|cold|warm)(?: with (?:me|us))? on the phone\b"),
)  # fmt: skip
_HELD = r"(?:done|held|set|scheduled|booked|arranged|completed|confirmed|went|took place|over|cancell?ed|rescheduled|postponed|was cut)\b(?! (?:posts?|meetings)\b)"
# What became of one's own letter, or of a talk that was "ours", is told of who got it, however the piece begins.
_MINE = r"my (?:resume|cv|e ?mails?|mails?|letters?|messages?|calls?|notes?|application|portfolio|request|questions)\b"
_TO_DO = r"(?:send|sending|attach|bring|mention|show|update|finish|use|include|need|after|when|until|once|wait|ask|add|put|enclose|print|write|tell|before|if|check|like|from|for|on|in|will|to|draft|same|i|remember|give|hand|dad|mom|mum|father|mother|sister|brother|aunt|uncle|friend|prof|professor|dr|mr|mrs|ms|my)"
_CAME_OF_IT = (
    Remark("And she said yes", "replied responded answered wrote said declined refused agreed accepted",
           rf"{_SUBJECT} (?:{ANSWERED}|wrote back|said (?:no|yes)|declined|refused|agreed|accepted)\b(?! (?:(?:fast|quickly|slowly) )?to (?!(?:me|us|my)\b|(?:meet|talk|speak|chat)(?:$| (?:(?:with )?(?:me|us)|on|in|next)\b))| someone\b|.* tenure)"),
    Remark("Doesn't answer my emails", "my",
           rf"(?!{_TO_DO}\b)(?!.*\bsomeone\b)(?:\w+ ){{1,5}}{_MINE}"),
    Remark("Two hours after our talk", "our",
           rf"(?!{_TO_DO}\b)(?!.*\bsomeone\b)(?:\w+ ){{0,5}}our (?:{_KIND} |first |last )*{_TALK}(?! signs?\b)"),
    Remark("Email exchange in May", "exchange",
           r"(?:e ?mail|letter) exchange\b"),
    Remark("Her assistant said no", "assistant secretary office",
           r"(?:her|his|their|the) (?:assistant|secretary|office) (?:said|says|told)\b"),
    Remark("Last contact in May", "last",
           r"last (?:contact|spoke|talked|wrote)\b"),
    Remark("First call 10/3", "first 1st second 2nd last",
           rf"(?:first|1st|second|2nd|last) (?:e ?mail|letter|call|message)(?: on)? ?{SOME_DAY}"),
    Remark("Grabbed a coffee", "grabbed",
           r"grabbed (?:an? )?(?:coffee|lunch)\b"),
    Remark("Waiting for her reply", "awaiting waiting",
           rf"(?:(?:still|am|i|m) )*{AWAITS} (?:{THEM}(?=$| to (?:reply|answer|respond|write|call|get back|confirm)\b)|(?:(?:her|his|their|an?|the|any) )?(?:reply|response|answer|confirmation|call ?back)\b(?! from someone))"),
    Remark("Still waiting to hear from him", "hear",
           rf"(?:still )?waiting to hear (?:back\b|from {THEM}\b)"),
    Remark("Interview held 8/12", "interview call zoom meeting chat coffee lunch appointment appt",
           rf"(?:(?:the|our|first|informational|phone|zoom|video) )*(?:interview|call|zoom|meeting|chat|coffee|lunch|appointment|appt)(?: call)? (?:(?:was|is|has been) )?{_HELD}"),
    Remark("Interview was great", "interview",
           r"(?:informational )?interview (?:was )?(?:great|good|nice|ok|okay|short|long)\b"),
    Remark("Appointment Dec 2 at 3", "meeting appointment appt interview call",
           rf"(?:meeting|appointment|appt|interview|(?:phone|zoom|video) call)(?: (?:is|on|for|with (?:her|him|them)))* ?{SOME_DAY}"),
    Remark("Meeting them on Monday", "meeting seeing",
           rf"(?:(?:we|are|re|i|m) )*(?:meeting|seeing) (?:{THEM} )?(?:(?:on|at|for|next|this|in) )*{SOME_DAY}"),
    Remark("My email bounced", "email mail letter message it",
           r"(?:(?:my|the|first|second|last|that) )*(?:e ?mail|mail|letter|message|it) (?:(?:was|has|got|is) )*(?:bounced|came back|returned(?=$| (?:to (?:me|sender)|unopened|undeliver\w+)\b)|undeliver\w+)\b"),
    Remark("Bounced", "bounced",
           r"bounced\b"),
    Remark("Second email sent 10/14", "sent out went mailed",
           r"(?:(?:second|2nd|first|1st|third|3rd|follow ?up|initial|intro|thank ?you) )+(?:e ?mail|letter|message|note|mail|card) (?:(?:is|was|has been) )?(?:sent|out|went|mailed)\b"),
    Remark("Left word", "left",
           r"left word\b"),
    Remark("No one picked up", "no",
           r"no (?:call ?back|one (?:picked up|answered))\b"),
    Remark("Her line was busy", "line",
           r"(?:(?:the|her|his|line|phone|was|is) )*line (?:was |is )?busy"),
    Remark("Follow-up sent", "sent",
           r"(?:fu|follow ?up) (?:is |was )?sent\b"),
    Remark("Her voicemail is full", "voice voicemail",
           r"(?:(?:got|her|his|their|reached|went to|straight to) )*voice ?mail(?: (?:is|was))?(?: (?:box )?full)?$"),
    Remark("Got an auto-reply", "auto autoreply automatic office",
           r"(?:(?:got|an?|per|her|his) )*(?:auto ?reply|automatic reply|out of office)\b"),
    Remark("Wrong number", "number",
           r"(?:wrong|dead) number$"),
    Remark("Number disconnected", "number phone line",
           r"(?:number|phone|line) (?:is |was )?(?:disconnected|out of service|not in service)"),
    Remark("Several emails", "calls emails mails letters messages talks",
           rf"{_SEVERAL} (?:(?:phone|zoom) )?(?:calls|e ?mails|letters|messages|talks)$"),
    Remark("Third try", "attempt try",
           r"(?:second|2nd|third|3rd|fourth) (?:attempt|try)\b"),
    Remark("Need to follow up in May as she asked", "asked",
           r"(?:(?:need to|will|must) )?follow(?:ing)? up (?:\w+ ){0,3}as (?:she|he|they) asked\b"),
    Remark("Great conversation about licensing", "interview talk chat conversation call meeting",
           rf"(?:{_GOOD} )+(?:{_KIND} )?(?:interview|talk|chat|conversation|call|meeting)(?=$| (?:(?:on )?(?:\d+|today|yesterday)|with (?:her|him|them)|about)\b)(?!.*\b(?:podcast|blog|video|book|radio|talks?)$)"),
    Remark("During our phone call", "our",
           rf"(?:(?:in|at|during|after|since|before) )?our (?:{_KIND} |first |last )*(?:call|talk|meeting|chat|interview|conversation)\b"),
    Remark("Nice reply", "reply answer response",
           rf"(?:{_GOOD} )+(?:reply|answer|response)\b(?! from someone)"),
    Remark("Bounce", "bounce",
           r"bounce\b"),
    Remark("Two letters unanswered", "unread answered unanswered",
           r"(?:\w+ ){0,4}(?:unread|not answered|unanswered)$"),
    Remark("Radio silence", "silent silence unanswered crickets",
           r"(?:radio silence|silent|silence|unanswered|crickets)(?=$| since\b)"),
)  # fmt: skip
REMARKS = (
    Remarks(_IN_SHORT, before=_ON_DAYS),
    Remarks(_DID_EVEN_AT_A_FAIR, before=_I, unless=_TO_OTHERS),
    Remarks(_DID_ELSEWHERE, before=_I, unless=f"{_TO_OTHERS}|{_AT_A_FAIR}"),
    Remarks(_THEY_DID, before=_THEY),
    Remarks((*_CAME_OF_IT, *GERMAN, *FRENCH)),
    Remarks(SPANISH, before=SPANISH_BEFORE),
)
