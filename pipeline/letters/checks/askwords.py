"""The words that R2 is about, as patterns over plain lower case. Each list says what its patterns have in common."""

from __future__ import annotations

import re

MASK = "theirs"

_KIND = r"(?:job|career|employment|work|hiring|internship)"
_JOB = (
    rf"(?:jobs?|employment|positions?|openings?|vacanc(?:y|ies)|roles?|posts?|placements?|internships?|apprenticeships?"
    rf"|traineeships?|gigs?|{_KIND} (?:opportunit(?:y|ies)|openings?|prospects?|leads?|offers?)"
    r"|opportunit(?:y|ies) (?:at|with|within|in your|for (?:me|employment|work)|on your)"
    r"|opportunities)\b(?! (?:title|description|market|shadow))"
)
_WORK = r"(?:paid |paying |full-time |part-time |steady |regular |gainful |new |some |any |temporary |freelance |summer )*work(?! (?:that|which|i|of|you|experience|ethic|life|on|with)\b)\b"
_STOP = (
    r"advice|information|insight|ideas|answers?|guidance|on|about|with|how|what|whether|who|whom|why|when|to|by|from|in"
    r"|at|of|into|than|as|or|and|not|no|never|your|his|her|their|people|others|you|someone|anyone|talk|conversation"
    r"|minutes|talking|speaking|learning|right|kind|sort|nor|rather|for|only|but|so|theirs|that|which|is|are|was|were"
)
_FILL = rf"(?:(?!(?:{_STOP})\b)[\w'/-]+,? ){{0,4}}?"
_AND = (
    r"(?:(?!but\b)[\w',/-]+ ){0,8}?(?:and|or|plus|as well as|and also|and then|or even|along with) "
    r"(?:for |perhaps |possibly |maybe |even |also |hopefully |then |eventually |ultimately )*(?:a|an|any|some|new) "
)
_GET = r"(?:find|get|obtain|secure|land|win|gain|have|start|begin|take|take on|fill|be given|be offered|be hired for|be considered for|move into|step into)"
_SEEK = (
    r"(?:look(?:s|ed|ing)? (?:\w+ ){0,2}?for|looking to (?:find|get|land|secure|start|fill)|on the (?:lookout|hunt) for"
    r"|seek(?:s|ing)?|sought|search(?:ing|es|ed)? (?:\w+ )?for|hunt(?:ing|s)? for|in (?:search|need|pursuit|want) of"
    r"|pursu(?:e|ing)|need(?:ing|s)?|want(?:ing|s)?|desir(?:e|ing)|(?:would|'d|should) (?:\w+ly )?(?:like|love|welcome|appreciate|value|prefer)"
    r"|(?:glad|grateful|thankful|happy|ready) (?:of|for)|hop(?:e|ing|es|ed) for|dream(?:ing)? of"
    rf"|(?:hop(?:e|ing|ed)|like|love|want|need|wish|tr(?:y|ying)|eager|anxious|keen|ready|order|is|was|remains|me|able|aim|plan(?:ning)?|intend|determined|way) to {_GET}"
    r"|ask(?:s|ed|ing)? (?:you |your \w+ |him |her |them |to be considered )?for|beg(?:ging)? (?:you )?for|request(?:ing|s)?(?: for)?"
    r"|inquir(?:e|ing) (?:about|after|into)|appl(?:y|ying|ied) (?:to you |with you )?for|(?:be|being) (?:offered|given|considered for)"
    r"|offer me|giv(?:e|ing) me|find(?:ing)? me|get me|grant me|provide me with|set me up with|help(?:ing)? me (?:to )?(?:find|get|land|secure|obtain|with)"
    r"|lead(?:s|ing)? (?:me )?to|refer me (?:to|for)|recommend me for|put me (?:forward|up) for|consider(?:ed|ing)? (?:me|myself) for"
    r"|candidate for|applicant for|in the running for|compet(?:e|ing) for|(?:i am|i'm|i would be|i'd be|me) (?:\w+ ){0,2}?(?:qualified|suited|right|perfect|ideal|fit|a (?:\w+ )?(?:fit|match|candidate)) (?:for|to))"
)
_ME = r"(?:i|we|me|myself)"
_VISIT = r"(?:hospitals?|clinics?|compan(?:y|ies)|firms?|teams?|staff|organi[sz]ations?|departments?|office|agency|group|school|practice|studio|place|people)"


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in patterns)


TRIGGER = re.compile(
    r"job|work|employ|opening|vacan|position|role|\bhir(?:e|ing)|recruit|appl(?:y|ied|icati)|applicant|candidate|opportunit|interview|available"
    r"|\bmarket\b|intern|placement|apprentice|trainee|resume|\bcv\b|consider me|like me|join|opens? up|come?s? up|on board"
    r"|a chance|laid off|gig\b|posts?\b|for hire|hear of|take me on|salary|referral bonus|put in a|good word|start date|\bspot\b|for me\b|\bteam\b|\bstaff\b|assistant|trainee|extra h|\basset\b|can start|taking on|take me|hat in the|my name to|of your\b|(?:value|use|service) to|could use|might use|considered|actively|\boffer|\bseeking\b"
)

# What is theirs, or is no job at all. Group "like": theirs, unless the writer wishes for one.
HARMLESS = _all(
    r"\bin (?:a|the|no|any) position (?:to|of)\b|\b(?:awkward|difficult|embarrassing|uncomfortable|impossible) position\b"
    r"|\bposition (?:paper|statement)s?\b|\brole[- ]models?\b|\b(?:played?|plays|playing) (?:a|the|an) (?:\w+ )?(?:role|part)\b",
    r"\bopening (?:of (?:a|an|the|your|my|our|its|this)|ceremony|remarks|night|day|hours|chapter|speech|talk|lines?|session|paragraph|page|up)\b"
    r"|(?<!\ban )(?<!any )(?<!the )(?<!\bno )\bopening (?:a|an|the|your|this|my|that|doors?)\b"
    r"|\bopenings? (?:in|on) (?:your|his|her|my|the) (?:calendar|schedule|diary|day|week|agenda)\b|\b(?:eye|heart)-opening\b",
    r"\b(?:with|for|to|of|helps?|other|many|young) (?:\w+ )?job[- ]?seekers\b|\byou (?:were|got|had been) hired\b"
    r"|\byour (?:[\w-]+ )?(?:work|job|position|role|career) (?:in|as|of) (?:a |an |the )?(?:\w+ ){0,2}?(?:recruit\w*|hiring(?: managers?)?|employment)\b",
    # news of a job that the writer has found elsewhere
    r"\bi(?:'ve| have)? (?:now |recently |just |since |finally )*(?:taken|accepted|started|begun|found|took|got|began) (?:a|an|my) (?:[\w-]+ ){0,2}?(?:job|position|role|internship|post)\b(?! (?:on|in|at|with) your)",
    r"\binformational? interviews?\b|\binterview(?:ed|ing)? (?:you|him|her|them|people|others)\b|\b(?:good|great|nice|fine|remarkable|wonderful) job\b"
    r"|\bon the job\b(?! market)|\bjob[- ]shadow\w*|\bjob (?:titles?|descriptions?|satisfaction)\b|\bemployment (?:law|lawyer|attorney|policy|statistics|contracts?)\w*\b"
    r"|\b(?:phd|ph\.?d\.?|doctoral|master's|mba|degree|m\.?a\.?|presidential|drug) candidates?\b|\bpost(?:s|ed)? (?:office|card|on|about)\b|\bby post\b|\bblog posts?\b",
    r"\bmy (?:present|current|last|former|previous|first|old|own|summer|student|day|earlier|part-time) (?:job|position|role|internship|post)s?\b"
    r"|\bmy (?:job|position|role|internship) (?:as|at|with)\b|\b(?:during|after|did|completed|finished|since) (?:a|an|my|the|two|three) (?:\w+ ){0,2}?internships?\b",
    # "your position", "your team's work", "dr okafor's first job", "the work your team does", "how you got the job"
    r"(?:\b(?:your|his|her|their)\b|(?<!today)(?<!let)(?<!here)(?<!there)(?<!that)(?<!what)(?<!\bit)(?<!\bhe)(?<!master)'s\b|\w+s'(?= ))"
    r"(?: (?!open\b|vacant|available|advertised|posted|unfilled|next\b|new\b|future|job\b)[\w-]+){0,3}? (?:jobs?|work|positions?|roles?|posts?|career|internships?|careers?)\b"
    r"(?! (?:opening|vacanc|posting|offer|opportunit|application|advert|ad\b|listing|board|for me|available))",
    r"\b(?:the|this|that|each|every|a|an|any) (?:[\w-]+ ){0,3}?(?:jobs?|work|positions?|roles?|posts?) (?:that |which )?(?:you|your [\w-]+(?: [\w-]+)?|they|he|she) "
    r"(?:have|has|had|do|does|did|hold|holds|held|are doing|is doing|describ\w+|mention\w*(?! to)|started|began|took|left|now|once|first)\b",
    r"\b(?:how|when|why|where|what) (?:did |made |led |brought )?(?:you|your \w+|he|she|they) (?:\w+ ){0,4}?(?:the|this|that|a|an|such a) (?:[\w-]+ ){0,2}?(?:job|position|role|work|internship|post)\b",
    r"(?P<like>\b(?:a|an|in|of|the) (?:[\w-]+ )?(?:jobs?|positions?|roles?|work) (?:like|such as|similar to) (?:yours|theirs|his|hers|that)\b)",
    r"\b(?:parts?|sides?|aspects?|demands?|nature|realit(?:y|ies)|challenges?|rewards?|day-to-day|frustrations?|joys?|kinds?|sorts?|types?) of (?:the|this|a|such a|that|your) (?:\w+ )?(?:job|work|position|role)\b",
    r"\b(?:what|how|whether|why) (?:the|this|a|such a|that|it is to do the) (?:\w+ )?(?:job|position|role) (?:is|was|asks|takes|demands|requires|needs|involves|entails|looks|feels|has|fits|changes|changed|means|differs)\b",
    r"\b(?:people|others|someone|those|anyone|colleagues|persons?|men|women|professionals|somebody) (?:who )?(?:in|with|hold\w*|have|do(?:ing)?) (?:[\w-]+ ){0,3}?(?:positions?|jobs?|roles?)\b",
)

# The writer's own wish before "a job like yours".
WISH = re.compile(
    r"\b(?:i|i'm|i'd|me|my)\b.*\b(?:look\w* for|seek\w*|want|need|would like|'d like|'d love|would love|hop\w+|apply\w* for|interested in|dream\w* of|get|find|have) ?$"
)

# These ask whatever stands before them: the denial in them is none.
ALWAYS = _all(
    rf"\b(?:would|will|could)(?: not|n't) (?:say no to|turn down|refuse|mind|object to|be (?:opposed|averse) to) .{{0,40}}?\b(?:{_JOB}|{_WORK})",
    rf"\bnothing (?:i want |i would like )?(?:more|less|but|other) (?:than )?(?:a|an|any) (?:\w+ )?{_JOB}",
    r"#?\bopen ?to ?work\b|\bopentowork\b|\bwill work for\b",
    rf"\bnever (?:\w+ )?(?:want|need|wish|hop)\w* .{{0,30}}?\b{_JOB} .{{0,20}}?\b(?:more|as much|so much)\b",
    rf"\b{_JOB} (?:and|but|so) (?:i )?(?:need|want|seek|am looking for) one\b",
    rf"\bno (?:objection|aversion) to (?:a|an|any) {_JOB}",
    rf"\b{_JOB}[^.?!]*\b(?:would|will|'d) (?:gladly |happily |be glad to |be happy to |certainly |love to )?(?:take|accept|welcome|consider) (?:one|it|any)\b",
)

# What asks, unless denied in its clause or told of others.
ASKS = _all(
    rf"\b{_SEEK} (?:{_FILL}|{_AND}{_FILL})(?:{_JOB}|{_WORK})",
    rf"\binterest(?:ed)? in {_FILL}(?:jobs?|employment|positions?|openings?|vacanc(?:y|ies)|internships?|opportunities (?:at|with|within|in your)|working (?:for|with|at) (?:you|your))\b"
    rf"|\binterest(?:ed)? in (?:your|the) (?:\w+ )?(?:openings?|vacanc(?:y|ies)|(?:open|vacant|advertised|posted|available) \w+)",
    rf"(?<!how )(?<!people )\bto (?:find|get|obtain|secure|land) {_FILL}(?:jobs?|employment|positions?|{_WORK}|internships?|openings?|vacanc(?:y|ies))",
    # openings: have they any, is there one, tell me of one
    rf"\b(?:is|are|might|would|will|may|could) there (?:be )?(?:\w+ )?(?:a|an|any|some) {_FILL}(?:jobs?|positions?|openings?|vacanc\w+|roles?|work|internships?|opportunit\w+ (?:at|with|in|for|on)|(?:place|room|spot) (?:for me|(?:at|in|on|with) your))\b",
    rf"\b(?:if|whether) there (?:is|are|might be|were|will be|may be) {_FILL}(?:jobs?|positions?|openings?|vacanc\w+|roles?|work|internships?|opportunit\w+ (?:at|with|in|for|on))\b",
    rf"\b(?:you|your (?:\w+ )?{_VISIT}|they|company) (?:\w+ )?(?:have|has|had|got|know of|knows of|hear of|hears of|heard of|see|come across|offer|offers|expect|anticipate|need) (?:of )?{_FILL}(?:jobs?|positions?|openings?|vacanc\w+|work for me|internships?|(?:{_KIND} )?opportunit(?:y|ies)|(?:a |some )?(?:place|room|spot|use) for me)\b",
    rf"\bany (?:{_FILL})(?:openings?|vacanc(?:y|ies)|jobs (?:for|available|open|going)|positions? (?:for|available|open)|{_KIND} opportunities|internships?)\b",
    r"\b(?:if|when|should|whether|in case|of|for) (?:\w+ )?(?:anything|something|a job|a position|a place|one|an opening|a spot) (?:\w+ )?(?:opens?(?: up)?|becomes? (?:available|vacant|free|open))\b",
    r"\b(?:keep|bear|have) (?:me|my name|my resume|my cv) (?:\w+ )?(?:in mind|on file|on your (?:list|radar))\b.{0,40}?\b(?:openings?|vacanc\w+|jobs?|positions?|roles?|opportunit\w+|employment|hir\w+|anything|something|work|arises?)\b",
    r"\b(?:keep|hold|put) my (?:resume|cv|application|details|name) (?:on|in) (?:your )?(?:file|record|pile|database)\b",
    r"\b(?:think of|remember|let me know|tell me|contact me|call me|notify me|inform me|alert me|write to me|email me)\b.{0,50}?\b(?:openings?|vacanc(?:y|ies)|jobs?|positions?|job opportunities|opportunit(?:y|ies) (?:aris|com|open|at|in your|with)|hiring|opens up|comes open|comes free|becomes (?:available|vacant|free))",
    r"\bif (?:you|anyone|someone|somebody|your \w+) (?:ever |should |happen to |do |would |could |can )?(?:hears?|knows?|learns?|comes across|come across) (?:of |about )?(?:anything|something)\b(?! (?:i should|worth|about|else|more|to read|that))",
    rf"\b(?:hear|know|learn|aware|think) (?:of |about )?(?:any|a|an|some|other) {_FILL}(?:openings?|vacanc\w+|jobs?|positions?|internships?|{_KIND} opportunit\w+)\b",
    r"\b(?:should|if|when|whenever|in case) (?:an|any|a|such an|another) (?:[\w-]+ ){0,2}?(?:openings?|positions?|vacanc\w+|jobs?|opportunit\w+|roles?) (?:\w+ ){0,2}?(?:arises?|opens?|comes?|becomes?|appears?|turns? up|exists?)\b",
    rf"\bany (?:{_FILL})opportunit(?:y|ies)\b(?! to (?:talk|speak|meet|learn|ask|thank|hear|see))",
    r"\b(?:opportunity|chance|honor|possibility) to (?:come )?(?:work (?:for|with|under) you\b|join you)|\bopportunity to work (?:at|for|with|in) your\b",
    rf"\b(?:accept|take|consider|explor\w+|(?:chance|hope|possibility|prospect) of) {_FILL}(?:jobs?|positions?|openings?|vacanc\w+|employment|internships?|{_KIND} opportunit\w+)\b(?! (?:title|market))",
    rf"\b(?:discuss|(?:talk|speak)(?: with you| to you)? about) (?:a|an|any|possible|current|the)? ?(?:position|job|openings?|vacanc\w+|employment|internship|{_KIND} (?:openings?|opportunit\w+))\b(?! (?:title|market))",
    rf"\b(?:aim|purpose|goal|wish|hope|intention|what i (?:want|need|seek|ask|hope for)|all (?:that )?i (?:want|need|ask)(?: for)?)\b(?: \w+){{0,5}}? (?:is|was|remains) {_FILL}(?:jobs?|employment|openings?|vacanc\w+|internships?|positions?)\b",
    r"\b(?:have|find|be|got) (?:something|anything) for me\b|\b(?:addition|asset) to (?:your|the) (?:\w+ ){0,2}?(?:team|staff|company|firm|organization|department|hospital)\b|\bneed (?:an |a |another )?(?:assistant|intern|trainee|extra (?:hands?|help))\b",
    r"\bcan start (?:immediately|right away|at once|as soon|working|work)\b|\bmy application (?:is|was) (?:attached|enclosed)\b|\blooking for (?:the|my) next (?:one|challenge|role|job|position|opportunity)\b",
    rf"\b(?:to be|being|get|getting) hired\b|\bobjective: {_FILL}{_JOB}|\bany job (?:would|will) (?:do|help|suit)\b|\b(?:like|love|want|hope|wish|happy|glad|ask|hoping) to be considered\b",
    rf"\b(?:you|your (?:\w+ )?{_VISIT}) (?:could|can|might) use (?:an?|another|some) (?!break|rest|moment|laugh)|\bsend you my (?:job )?application\b|\btake me (?:on|as|in as)\b|\bhat in the ring\b",
    rf"\b(?:be|become|being|becoming) (?:a )?(?:part|member) of your (?:\w+ )?{_VISIT}\b|\bof (?:\w+ )?(?:value|use|service) to your (?:\w+ )?{_VISIT}\b",
    r"\b(?:refer|send|introduce|direct|connect) me (?:to|with) (?:your|the|a|their) (?:\w+ )?(?:hr|human resources|hiring|recruit\w+|personnel)\b|\b(?:pass|give|mention|hand|forward) my name (?:on |along )?to (?:your |the )?(?:hr|human|hiring|recruit\w+|personnel|boss)\b",
    rf"\b(?:when|where|how soon) (?:will|do|are|would) (?:you|your (?:\w+ )?{_VISIT}|they) (?:\w+ )?(?:hire|hiring|recruit|recruiting)\b",
    r"\b(?:you|your \w+) (?:be |are |were |is |might be )?(?:looking for|seeking|need|want) (?:a|an|another|new) (?:[\w-]+ )?(?:assistants?|analysts?|interns?|employees?|engineers?|developers?|nurses?|clerks?|associates?|hires?|staff|trainees?)\b",
    # hiring, and coming to work there
    rf"\b(?:are|is) (?:you|your (?:\w+ )?{_VISIT}|the (?:\w+ )?{_VISIT}|anyone|anybody|they|the \w+) (?:\w+ ){{0,2}}?(?:hiring|recruiting|taking (?:on|people)|adding staff)\b",
    rf"\b(?:if|whether|(?:know|hear|heard)(?: of)?) (?:you|your (?:\w+ )?{_VISIT}|the (?:\w+ )?{_VISIT}|anyone|someone|they|anyone who)(?: who)? (?:(?:are|is|were|may be|might be|will be|would be|would|will|might|plan to|expect to|ever|do|intend to) (?:\w+ )?)?(?:hire|hires|hiring|recruit|recruiting|be hiring)\b(?! (?:people|someone|new|somebody|a)\b)",
    rf"\b(?:do|does|will|would|might|could|can) (?:you|your (?:\w+ )?{_VISIT}|they|anyone) (?:\w+ ){{0,3}}?(?:hire|recruit|take on)\b(?= (?:me|interns?|someone|graduates|people like|beginners)|\s*[?.]|$| at | in | for | now| this| soon)",
    r"\b(?:hire|employ|recruit|take on|engage) (?:me|someone like me|a person like me|people like me|somebody like me)\b|\btake me on\b|\bbring me (?:on board|in|onto)\b|\badd me to your\b|\bmake me an offer\b|\bput me (?:to work|on your (?:team|staff|payroll))\b",
    r"\b(?:need|looking for|use|want|needs|wants|have room for|room for|place for|benefit from|interested in) (?:\w+ )?(?:someone|somebody|a person|anyone|people|a \w+) (?:like me|with my|of my)\b|\b(?:room|place|spot|opening|use|position|need|vacancy) for me\b(?! (?:in|on) your (?:week|day|calendar|schedule|diary|afternoon|morning)| to (?:talk|speak|meet|sit|listen))|\byour next (?:hire|employee|analyst|assistant|manager)\b",
    rf"\b(?:like|love|want|hope|wish|happy|glad|eager|keen|ready|excited|honou?red|thrilled|prepared|interest|interested|willing|wanted|able|dream of) (?:to |in )(?:come to |one day |someday |start |begin |be )?(?:working|work|join|joining|intern|interning|come on board)(?: for| with| at| under| in|ing)? (?:you|your|the (?:\w+ ){{0,3}}?{_VISIT}|with you)\b(?! for (?:a|an|coffee|lunch|breakfast|dinner|tea)\b| at | on )",
    r"\b(?:working|work) for (?:you|your \w+) (?:is|would be) (?:my|a|the) (?:dream|hope|goal|honor|wish|aim)\b|\bjoin(?:ing)? (?:you|your (?:\w+ )?(?:team|staff|company|firm|organization|hospital|clinic|department|group|practice))\b(?! (?:for|at|on|this|next))",
    r"\b(?:give|giving|gave) me (?:a|the|one) (?:chance|try|shot|trial|start|foot in the door)(?! to (?:talk|speak|ask|learn|meet|thank|hear|see|listen))\b|\bfoot in (?:the|your) door\b|\bput in a (?:good )?word for me\b|\bput my name (?:forward|in)\b",
    # applying
    r"\bi(?:'m| am|'ll| will|'d| would| have|'ve| hereby| also)?(?: (?:like|want|hope|plan|wish|intend|writing|now|also|hereby|currently|thinking|considering|be|going|ready)(?: to| of)?){0,3} appl(?:y|ying|ied)\b"
    r"(?! (?:what|your|the (?:advice|lessons?|same)|this|it|these|those|that|them|myself|some of|everything))(?!(?: \w+){0,7}? (?:school|schools|college|university|scholarship|scholarships|fellowship|grant|program|programs|degree|master's)\b)",
    r"\b(?:pass|pas+ing|passes|passed|forward|forwarding|hand|handing|submit|submitting|support|supporting|consider|considering|review|reviewing|accept|give|giving|deliver|circulate|share|send|show) (?:on |along |over |around |in |your boss |them |hr )?(?:my|this|an|the|my job|a copy of my) (?:\w+ )?(?:application|resume|cv|candidacy)\b(?! (?:to|for) (?:me|comment|feedback))(?: (?:on|along|to|with|around|for)\b)?",
    r"\b(?:application|applying) (?:for|to|as)\b(?!(?: \w+){0,6}? (?:school|schools|college|university|scholarship|fellowship|grant|program|degree)\b)|\b(?:job|employment|work) (?:application|inquiry|enquiry|request)\b|\b(?:application|inquiry|inquiring|enquiry|question) (?:for|about|regarding|concerning) (?:an? |any |possible |your )?(?:\w+ )?(?:employment|work at|vacanc\w+|openings?|positions? (?:at|with))\b",
    r"\bconsider me\b(?! (?:a friend|grateful|lucky|in your debt))|\bconsider(?:ing)? my (?:application|candidacy|qualifications)\b|\bas (?:a|an) (?:\w+ )?(?:applicant|job candidate|candidate for)\b|\bmy candidacy\b|\byour (?:open|vacant|advertised|posted|available) (?:position|job|role|post)s?\b",
    r"\bask(?:ing)? you for one(?=[.,;!?]|$)",
    # a job interview
    rf"\bjob interviews?\b|\binterviews? for {_FILL}(?:{_JOB}|work)|\binterviews? for (?:your|the) (?:\w+ )?(?:{_JOB}|work)|\binterviews? for theirs\b|\b(?:invite|invited|inviting|call|have|bring|see) me (?:to|for|in for) (?:an|a) (?:\w+ )?interview\b|\binterview me\b|\b(?:grant|give|offer) me an interview\b|\bbe interviewed\b|\binterview with (?:hr|human resources|your (?:hr|hiring|human|company|recruit\w+|boss|manager))\b",
    # seeking work, being available, being on the market
    r"\b(?:job|work|employment)[- ]?seeker\b|\b(?:job|work)[- ]?hunting\b|\b(?:job|work)[- ](?:seeking|searching)\b|\b(?:a|my|own|this|our) (?:\w+ )?(?:job|work|employment) (?:search|hunt)\b|\bseeking (?:new |fresh |other )?(?:challenges?|opportunit\w+|employment)\b",
    r"\b(?:i|i'm|i am|am|currently|now|immediately|be|become|becoming)(?: am| will be|'ll be| will become)?(?: \w+)? available\b(?! (?:on|at|to (?:talk|meet|speak|answer|come|call|discuss)|any|every|all|that|this|between|before|after|in the|mornings?|afternoons?|evenings?|most|whenever|for (?:a|the|our|your|that|questions?|any questions)|by (?:phone|telephone|e-?mail)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|either|then|if you|as|when))",
    r"\bavailable (?:for (?:work|hire|employment|full|part|an immediate|immediate|a position|a job|a role|any (?:job|position|work|role))|to (?:start|begin|work|join)|immediately|at once|right away|from (?:now|january|february|march|april|may|june|july|august|september|october|november|december))\b",
    r"\b(?:i|i'm|i am|i've|i have|am|me|myself|been|being|back|now|currently)(?: \w+){0,3} on the (?:job |labou?r |open )?market\b|\b(?:am|i'm|be) (?:up )?for hire\b|\bactively (?:looking|seeking|searching)\b|\bopen to (?:new |other |any )?(?:opportunit\w+|offers?|positions?|roles?|jobs?|work|employment)\b|\bin the market for (?:a|an|new|work|employment)\b",
    r"\blook(?:ing)? (?:\w+ )?for (?:a|my|the|new|other) (?:\w+ )?(?:opportunity|opportunities|start|challenge|employer)\b(?! to (?:talk|speak|learn|meet|ask|thank))|\b(?:need|want|looking for|seeking|hop\w+ for) (?:\w+ ){0,2}?(?:employer|salary|paycheck|income)\b",
)

# "not information but a job"
BUT_A_JOB = re.compile(
    rf"\b(?:{_SEEK}|after|purpose|aim)\b.*(?:\bbut|, just|, only|, it's|, it is) (?:also |rather |instead |really |actually |simply )*(?:for |in |after )?(?P<job>(?:a|an|any|some|the|about a)? ?(?:[\w-]+ ){{0,2}}?(?:{_JOB}|work\b))"
)

# Told of the other person, or of others: "when you were looking for a job", "students who seek jobs".
YOU_DID = re.compile(
    r"\b(?:when|while|before|after|since|how|why|what|where|that|as|did|had|made|led|brought|helped|got|was|were)\b[^,]{0,24}?\byou(?:'ve|'d)? ?(?:(?:were|are|had|have|been|first|once|began|started|then|also|went|came|yourself|when|while|to|about|would|did|made|might|most) ?)*$"
)
OTHERS_DO = re.compile(
    r"\b(?:my (?:sister|brother|friend|wife|husband|partner|daughter|son|roommate|classmate|cousin|colleague|mother|father|boss|mentor)|people|students?|others|those|they|he|she|graduates?|friends?|candidates|clients?|patients?|veterans?|women|men|teachers?|nurses?|workers?"
    r"|one|everyone|somebody|families|members|many|most|refugees|adults|parents|who)(?:'re|'s)? "
    r"?(?:(?:are|is|were|was|had|have|has|been|now|often|also|still|that|who|when|while|to|in|begin|began|start|started|would|can|will|must|may|just|all|actively|currently) ?)*$"
)

# Job words that are left: a warning.
MENTION = re.compile(
    r"\b(?:jobs?|vacanc(?:y|ies)|openings?|positions?|employment|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing|ment)?|internships?|apprenticeships?|traineeships?"
    r"|applicants?|candidates?|my application|unemployed|laid off|out of work|between jobs|an interview|"
    r"the (?:right|kind of) work|work (?:that|which) fits|career opportunities|seek(?:ing)? (?:\w+ )?work)\b"
)
