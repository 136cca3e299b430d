"""The words that R2 is about: capacities, seeking, wishing, entering, places. Patterns name them in braces.

`PHRASES` are plain words: a pattern that names one of them is tried only where one of its first words stands.
`SHAPES` are pieces of patterns, tried always.
"""

from __future__ import annotations

import re
from functools import cache

_NAME = re.compile(r"\{([a-z]+)\}")

PHRASES = {
    # what one may be given to do, by its name
    "job": """job jobs employment position positions opening openings vacancy vacancies role roles post posts placement
        placements internship internships apprenticeship apprenticeships traineeship traineeships gig gigs clerkship
        livelihood lectureship lectureships assistantship assistantships pupillage mini-pupillage residency postdoc
        professorship secondment clerkships berth joboffer billet situation""",
    # who one may be taken on as
    "hand": """trainee|trainees|intern|interns|apprentice|apprentices|assistant|assistants|junior|juniors|fresher|freshers
        |graduate|graduates|analyst|analysts|clerk|bookkeeper|employee|employees|helper|pair of hands|hands|freelancer
        |freelancers|temp|temps|beginner|beginners|recruit|recruits|hire|hires|engineer|developer|nurse|manager|designer
        |associate|coordinator|accountant|writer|technician|secretary|receptionist|teacher|planner|volunteer|joiner|staff
        |people|someone|somebody|person|anyone|anybody|newcomer|newcomers|colleague|member|candidate|candidates|worker
        |career changer|career changers|entry-level|returner|understudy|deputy|replacement|help|talent|hand|interns""",
    "firmword": """company|firm|team|organization|organisation|concern|office|department|staff|group|agency|school|hospital
        |clinic|practice|studio|branch|institute|institution|institutions|business|shop|lab|laboratory|unit|crew|place|division|bank
        |newsroom|college|university|house|plant|side|ranks|outfit|payroll|desk|foundation|charity|museum|library|paper
        |magazine|kitchen|set|chambers|startup|start-up|employer|org|workforce|family""",
}

_FILL_STOP = (
    r"advice|information|insights?|ideas|answers?|guidance|about|how|what|whether|who|whom|why|when|by|from|into|than|as|not|never|"
    r"his|her|their|people|others|you|talk|conversation|minutes|talking|speaking|learning|right|but|so|theirs|which|"
    r"is|are|was|were|mentor|mentors|opinion|views?|understanding|perspective|thoughts|i|that|like|describe|changing|career|market"
)
SHAPES = {
    "fill": rf"(?:(?!(?:{_FILL_STOP})\b)[\w'&/+-]+ ){{0,5}}?",
    "end": r"(?! (?:titles?|descriptions?|satisfaction|markets?|shadow\w*|models?|fairs?|advertisements?|adverts?|ads|interviews? (?:tips|skills)|centers?|centres?)\b)(?!\S)",
    "work": r"(?<!to )(?<!you )(?<!i )work(?! (?:that|which|i|of|you|your|experience|ethic|life|on|out|together|permits?|day|around|best|through|is|looks|ahead)\b)(?!\S)",
    "seekfor": (
        r"(?:look(?:ing|ed)? (?:\w+ ){0,2}?(?:for|at getting|to (?:find|get|land|secure|start|fill|move into|transition into|transition to|step into|break into))"
        r"|(?:search|hunt|fish|angl)(?:ing|es)? (?:\w+ )?for|on the (?:lookout|hunt|market) for|seek(?:ing)?|sought|pursu(?:e|ing)|in (?:the )?(?:search|need|pursuit|want|quest|market) (?:of|for)"
        r"|(?:want|need|desire|require|fancy|covet)(?:ing)?|am after|was after|desirous of|in dire need of|(?:would|should|will) (?:\w+ )?(?:like|love|welcome|appreciate|value|prefer|accept|take|give \w+ for|kill for|jump at|leap at|settle for|be (?:\w+ )?(?:glad|grateful|thankful|happy|delighted|obliged|honou?red|pleased|thrilled) (?:of|for|with|to (?:take|have|get|accept|fill|be given|be offered|find|land|hold)))"
        r"|(?:glad|grateful|thankful|happy|ready|eager|keen|desperate|anxious) (?:of|for)|(?:hop(?:e|ing)|wish(?:ing)?|long(?:ing)?|aim(?:ing)?|try(?:ing)?|pray(?:ing)?|angling) (?:for|at)|dream(?:ing)? of"
        r"|(?:hop(?:e|ing)|like|love|want|need|wish|try|trying|eager|anxious|keen|ready|order|aim|aiming|plan|planning|intend|determined|goal is|aim is|purpose is|able|happy|willing|prepared) to (?:find|get|obtain|secure|land|win|gain|have|start|begin|take|take on|take up|fill|be given|be offered|be hired for|be considered for|move into|move on to|step into|transition (?:in)?to|break into|be shortlisted for|interview for)"
        r"|(?<!to )ask(?:ing)? (?:you |your \w+ )?(?:to be considered )?for|to ask (?:you )?for|beg(?:ging)? (?:you )?for|request(?:ing)?(?: you)?(?: for| to)?|(?:inquir|enquir)(?:e|ing) (?:about|after|into|as to|regarding)|apply(?:ing)? (?:\w+ ){0,3}?for|applied (?:\w+ ){0,3}?for"
        r"|offer(?:ing)? me|giv(?:e|ing) me|find(?:ing)? me|get(?:ting)? me|grant(?:ing)? me|provid(?:e|ing) me(?: with)?|set me up with|fix me up with|help(?:ing)? me (?:\w+ ){0,2}?(?:find|get|land|secure|obtain|with|into|to)"
        r"|lead(?:s|ing)? (?:me )?to|refer(?:ring)? me (?:to|for)|recommend(?:ing)? me (?:to|for)|put(?:ting)? me (?:forward|up|down) for|consider(?:ed|ing)? (?:me|myself|us) for|considered for|be (?:offered|given)|shortlisted for"
        r"|compet(?:e|ing) for|in the running for|candidate for|applicant for|interested in|interest in|keen on|open to|exploring|explore)"
    ),
    "wish": (
        r"(?:(?:would|should|will|could) (?:\w+ )?(?:like|love|want|welcome|appreciate|relish|enjoy|prefer|jump|leap|be (?:\w+ ){0,2}?(?:glad|happy|delighted|proud|honou?red|thrilled|excited|keen|willing|grateful|pleased|over the moon|interested))"
        r"|(?:hop(?:e|ing)|want(?:ing)?|wish(?:ing)?|long(?:ing)?|aim(?:ing)?|plan(?:ning)?|intend(?:ing)?|eager|keen|ready|excited|honou?red|thrilled|prepared|interested|interest|willing|itching|dying|dream|dreaming|dreamt|dreamed|desire|ambition|goal|aspire|seek(?:ing)?|look(?:ing)?|like|love|trying|fancy|passionate|dedicated|ask(?:ing)?))"
    ),
    "enter": (
        r"(?:join|work (?:for|with|at|under|alongside|in|beside)|be employed|be hired|be taken on|be recruited|be part of|be a part of|be a member of|be on|become (?:a )?(?:part|member|employee) of|become one of|get (?:in|into)|get a foot|come (?:and |to )?work|come on ?board|come aboard|come over to|hop aboard|be brought on"
        r"|start (?:out |work )?(?:at|with|in|under)|begin (?:at|with)|(?:build|begin|start|launch|continue|grow|pursue|further|make|have) (?:a|my) (?:\w+ )?career (?:at|with|in|under)|contribute to|serve (?:on|in|with|at|under)|belong to|move (?:over )?to|make the move to|switch to|intern (?:for|with|at|under|in)|train (?:with|at|under|in)|apprentice (?:with|at|under)|call you my|temp (?:for|at|with)|freelance for|be (?:based|placed) (?:at|in|with)|help (?:out )?(?:at|in)|assist (?:in|at)|end up (?:at|with|in)|work my way up (?:at|in)|add (?:\w+ )?value to|be of (?:\w+ )?(?:use|service|value) to)"
    ),
    # whoever names one of these wishes for a talk, or for what comes of one
    "informal": (
        r"learn|learned|learning|hear|hearing|heard|ask|asking|know|knowing|talk|talking|talks|meet|meeting|met|speak|speaking|visit|visiting|see|seeing|call|calling|thank|thanks|thanking|understand|understanding|come|stop by|pop by|pop in|route into|path into|way into|drop by|coffee|lunch|tea with|minutes|hour|half an hour|time|advice|information|insight|insights|view|views|thoughts|opinion|guidance|question|questions|tour|conversation|chat|story|impression|impressions|read|reading|name of|names of|names|others|another person|explain|describe|explore|introduce me to (?:someone|anyone|others|people|your colleague|somebody)|introduction|write to|telephone|reach you|return the favor|return the favour|favor|congratulat\w+|enjoy|enjoyed|admire|admired|look forward to (?:our|your|the)|looking forward to (?:our|your|the)|tell me|share|help me (?:to )?(?:see|decide|choose|understand|think)|observe|shadow|watch|attend|remember|wish you|well|luck|best for you|suit you|suits you|convenient|convenience|calendar|schedule|grateful to you|suggest|suggestion|suggestions|recommend|mentor|compare|curious|interested in (?:how|what|why)|keep you|update|news"
    ),
    "hoping": (
        r"\b(?:i|we) (?:\w+ )?(?:would|want|hope|hoped|wish|need|could|should|seek|aim|plan|intend|long|ask|am (?:\w+ )?(?:looking|hoping|seeking|interested|keen|ready|eager|open|asking|trying|happy|willing|prepared|available|free|able|dying|longing)|will|can)\b"
    ),
    "entering": (
        r"(?:joining|working (?:for|with|at|under|alongside|in)|being employed|being hired|coming (?:on board|aboard|to work)|being (?:a )?part of|becoming (?:a )?(?:part|member) of|contributing to|interning (?:at|with|for|in)|starting (?:at|with)|moving to|getting into|serving (?:on|in)|a career (?:at|with))"
    ),
    "place": (
        r"(?:yourfirm|there|your (?:\w+ )?(?:supervision|control|leadership|direction|management)|you(?! (?:on|for|at|by|again|about|in|to|this|next|and)\b)|your (?:[\w-]+ ){0,3}?(?:company|firm|team|organi[sz]ation|concern|office|department|staff|group|agency|school|hospital|clinic|practice|studio|branch|institut\w+|business|shop|lab(?:oratory)?|unit|crew|place|division|bank|newsroom|college|university|plant|side|ranks|outfit|payroll|colleagues?|employ|foundation|charity|museum|library|paper|magazine|kitchen|chambers|start-?up|org|workforce|family)"
        r"|the (?:[\w-]+ ){0,3}?(?:team|company|firm|staff|crew|payroll|group|department|organi[sz]ation)|an? (?:[\w-]+ )?(?:company|firm|team|organi[sz]ation|place|group|employer|business) (?:like|such as|as good as|as fine as) (?:yours|this|yourfirm))(?!\S)"
    ),
    # the hunches'
    "they": (r"(?:you|yourfirm|your (?:[\w-]+ ){0,2}?[\w-]+|anyone|anybody|someone|somebody|they)"),
    "news": (
        r"(?:comes? (?:up|along|free)|came (?:up|along|free)|crops? up|turns? up|pops? up|opens? up|opens"
        r"|arises?|arose|becomes? (?:available|free|vacant)|shows? up)"
    ),
    "capacity": (
        r"(?:intakes?|returnships?|assignments?|jobs?|roles?|posts?|positions?|placements?|internships?"
        r"|apprenticeships?|traineeships?|vacanc(?:y|ies)|openings?|schemes?|gigs?|shifts?|work|hours"
        r"|contracts?)"
    ),
    "kind": (
        r"(?:part-time|part time|full-time|full time|temporary|temp|seasonal|casual|weekend|holiday"
        r"|summer|freelance|contract|locum|bank|supply|agency|entry-level|junior|graduate|trainee"
        r"|permanent|paid|remote|evening|night|bench|field|office)"
    ),
    "hires": (r"(?:hires?|recruits?|employs?|takes? on|takes? people on|takes? in|brings? on|sponsors?)"),
    "able": (
        r"(?:i|and|then) (?:would|will|can|could|might|should|may|do not mind|would not mind"
        r"|am (?:also )?(?:able|willing|happy|ready|glad|prepared|free|content|pleased|keen"
        r"|eager))(?: (?:be|been|happily|easily|even|well|too|just|only|both|love|like|able|willing|happy"
        r"|ready|glad|prepared|free|content|pleased|delighted|keen|eager|to|and|for))*"
    ),
    "talking": (
        r"(?:call|phone|ring|meet|meeting|talk|visit|minutes|coffee|questions?|advice|learn|class"
        r"|workshop|seminar|train|bus|course|courses|degree|studies|school|classes|program|programme"
        r"|master's|training as|reading|around (?:you|your)|tour|letter|notes|hobby|club|paper|thesis"
        r"|book|article|exam|exams)"
    ),
    "worker": (
        r"(?:[\w-]+(?:er|or|ist|ant|ian|ster|yst)s?|nurses?|interns?|trainees?|apprentices?|clerks?"
        r"|hands?|people|person|someone|somebody|anyone|staff|drivers?|help|students?|graduates?)"
    ),
    "boss": (
        r"(?:manager|managers|boss|matron|supervisor|employer|hr|superiors?|team lead"
        r"|recruiters?|personnel|line manager)"
    ),
    "months": (
        r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
        r"|the (?:summer|spring|autumn|fall|new year)|now|\d+)"
    ),
}


def _words(phrases: str) -> list[str]:
    split = phrases.split("|") if "|" in phrases else phrases.split()
    return [" ".join(phrase.split()) for phrase in split]


@cache
def named_piece(name: str) -> str:
    """Give the piece of pattern that a name in braces stands for; one shape may name another."""
    if name in PHRASES:
        return f"(?:{'|'.join(sorted(_words(PHRASES[name]), reverse=True))})"
    return SHAPES[name]


def expand(pattern: str) -> str:
    """Put the lexicon's pieces in a pattern for their names in braces."""
    return _NAME.sub(lambda match: named_piece(match[1]), pattern)
