"""What asks for a job (R2): one pattern a line, and after the arrow the sentence that it is for.

The patterns are read against one clause in normal form; names in braces stand for words of the lexicon.
"""

# Asks unless it is denied, or told of somebody else.
ASKS = r"""
{seekfor} {fill}{job}{end} -> I am looking for a job in hospital administration.
(?!interest|explor|keen){seekfor} {fill}{work} -> I am seeking steady work in Columbus.
{seekfor} (?:a )?(?:change of (?:job|employer)|job change|fresh challenge|new challenge|new start|fresh start|new employer|employer|salary|paycheck|next (?:one|challenge|move|step|opportunity|adventure)) -> I am looking for a new challenge.
{seekfor} {fill}(?:job|work|employment|career|hiring|internship|professional) (?:opportunit\w+|leads?|offers?|opening\w*|prospects?|change) -> I would be grateful for any job leads.
{seekfor} {fill}(?:opportunity|opportunities|opening|chance|start|place|spot|seat|slot|berth|career) (?:in|at|with|within|on|under|inside) {place} -> I am interested in opportunities at your firm.
(?:seeking|exploring|explore|pursuing|pursue|open to|searching for|looking for|look for|looking at|interested in) (?:any |new |other |fresh |different |suitable |better |relevant |more |career |professional |graduate |good |entry-level |my next |a new |the next )*(?:opportunit(?:y|ies)|offers?|options)(?! to (?:talk|speak|meet|learn|hear|ask|see|thank|listen|understand|chat|connect)) -> I am open to new opportunities.
{seekfor} (?:me )?(?:a|an|one|another|suitable|any) (?:[\w-]+ ){0,2}?(?:spot|seat|slot|billet|berth|desk)\b(?! (?:to (?:talk|sit)|in your (?:calendar|diary|schedule|day|week))) -> Could you find me a spot?
{seekfor} {fill}(?:somebody|someone|anyone|anybody|a firm|a company|an employer|a place|a team|an organi[sz]ation) (?:who |that |which )?(?:is |will |would |could |might |can )?(?:willing |ready |prepared |able )?(?:to )?(?:take a chance|take me|hire|give me|employ|take on|needs me|have me) -> I am looking for someone willing to take a chance on me.
(?:^|\bi )(?:am|have been) (?:looking|searching|hunting|seeking|job hunting|interviewing)(?: (?:elsewhere|around|hard|everywhere|since \w+|for (?:some )?(?:weeks|months|(?:three|two|six|several|a few) (?:weeks|months))))?$ -> I am actively looking.
\b(?:to|me|us) (?:find|get|land|secure|obtain|win) (?:[\w-]+ ){0,3}?{job}{end} -> Could you help me to land a first job?
\b(?:i|we) (?:\w+ ){0,3}?after (?:a|any|some|another) (?:[\w-]+ ){0,2}?{job}{end} -> I am after a job.
(?:job|work|employment)[- ]?(?:seeker|hunter|hunting|seeking|searching)s?\b -> I am a job seeker with ten years of experience.
\b(?:my|own|this|our|a) (?:\w+ )?(?:job|work|employment)[- ](?:search|hunt)\b -> My job search has brought me to you.
^(?:seeking|looking for|searching for|in search of|wanted|want|need) (?:[\w-]+ ){0,4}?(?:{job}{end}|work|opportunit\w+|placement) -> Seeking opportunities in data analytics
\b(?:am|be|remain|become|currently|i|now|immediately)(?: will be| am)? available(?: (?:immediately|at once|right away|straight away|soon|full-time|part-time|for (?:work|hire|employment|full|part|immediate|an immediate|any|a (?:job|role|position|post)|freelance|contract|shifts)|to (?:start|begin|work|join)|from (?:january|february|march|april|may|june|july|august|september|october|november|december|now|next)))*$ -> I am available.
\bavailable (?:immediately|at once|right away|straight away|for (?:work|hire|employment|full|part|immediate|an immediate|any (?:job|role|position|work|shift)|a (?:job|role|position|post))|to (?:start|begin|work|join)|from (?:now|january|february|march|april|may|june|july|august|september|october|november|december)) -> I am available for full-time employment.
\b(?:can|could|able to|ready to|free to|happy to|happily|would|will|to) (?:start|begin|join)(?: work| working| you| the team| yourfirm)? (?:immediately|at once|right away|straight away|straightaway|tomorrow|today|on (?:mon|tues|wednes|thurs|fri)day|as soon as|as early as|next (?:week|month)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the new year|a (?:week|month|fortnight))|within (?:\w+ )?(?:\w+ )?(?:days?|weeks?|months?)|the (?:week|day|month) after|after my notice|with immediate effect|whenever you) -> I can start immediately.
\b(?:can|could|able to|ready to|free to) (?:start|begin) (?:work\b|working\b|the job|in the (?:job|role|post)) -> I can begin work after graduation.
\bnotice period\b -> My notice period is one month.
\bmy notice(?:$| (?:is|ends|runs|will|and)) -> I've handed in my notice and could be with you by the first.
(?:month|week|day)s?'?s? notice\b(?! of) -> Month notice.
\bserving (?:out )?my notice -> I am serving my notice period and can join within 30 days.
immediate joiner -> I am an immediate joiner.
joining date -> Joining date.
on (?:a |one |two )?(?:month|week)s?'?s? notice -> On month notice.
\b(?:i|am|been|be|myself|me|back|^)(?: \w+){0,3}? ?\b(?:on|in) the (?:job |labou?r |open |employment )?market\b(?! (?:one day|is|has|for (?:books|houses|cars))) -> I am back on the job market after ten years.
(?<!\bwas )(?<!\bwere )\b(?:am|i|be|up) (?:up )?for hire\b -> I am for hire.
#?opentowork -> #OpenToWork
open to work\b -> I am open to work in any department.
\b(?:i am|am|being|currently) (?:unemployed|out of (?:a )?(?:work|job)|jobless|between jobs|without (?:a )?(?:work|job)) -> I am unemployed.
\b(?:is|are|be|(?=were there (?:a|an|any)\b)were) (?:there|they) (?:[\w-]+ ){0,4}?{job}{end}(?!.* when you) -> Are there any vacancies in your department?
\b(?:would|might|could|may|will|can) there (?:\w+ )?be (?:[\w-]+ ){0,4}?(?:{job}{end}|opportunit(?:y|ies)(?! to)|work\b(?! (?:that|which))|(?:a |any )?(?:place|room|spot|seat|space|use|need|slot|gap|scope) (?:for (?!a (?:talk|call|chat|meeting|visit)|questions)|in|on)) -> Might there be a place for me?
\b(?:is|are) there (?:[\w-]+ ){0,3}?(?:place|room|spot|seat|space|use|slot|opportunit(?:y|ies)|chance|scope|work|anything|something|possibility|need|gap) (?:going|available|free|on your|in your|at your|with your|for (?:me|a (?:\w+ )?(?:person|someone|{hand})|someone|somebody|another|one more|people like)|at yourfirm|in yourfirm|with yourfirm|within|of (?:me|my|a job|being|joining|working|getting (?:in|hired)|employment|a (?:role|place|post|position))) -> Is there room for me at your firm?
\b(?:have|has|had|got|having|offer|offers|know of|hear of|heard of|hear about|wind of|aware of|find|foresee|expect|anticipate|see|come across|spot|notice|learn of) (?:you |yourfirm |your \w+ )?(?:got )?(?:any|an|a|some|another|other|suitable|such|such an|no|one|anything like an?) (?:[\w-]+ ){0,3}?(?:{job}{end}|opportunit(?:y|ies) (?:for|at|in|with|on|that|which|coming|going|$)) -> Do you have an opening for a junior analyst?
\b(?:have|has|got) (?:any|anything|something|some|enough|more) (?:work|project|projects|shifts|hours|assignments?|temp work) (?:for|going|on|you (?:could|can|might)|that (?:i|needs)|in|at|available|i could) -> Have any work for.
^(?!(?:which|what|how|the|your|my|our|good|bad|most|many|such|these|those|other|learning|careers?|finding|people|their|his|her)\b)(?:any|suitable|current|possible|available|new|potential|job|the)? ?(?:[\w-]+ )?(?:vacanc(?:y|ies)|openings?|positions?|jobs?|internships?|roles?|placements?|opportunit(?:y|ies)|work)(?: (?:at|in|on|with|within|going|for|available|open|coming|as|request|inquiry|enquiry|application|matching|of|this|under)\b(?! (?:your (?:day|week|calendar)))|$) -> Any openings on your side?
\bany (?:[\w-]+ ){0,2}?(?:openings?|vacanc(?:y|ies)|jobs?|positions?|internships?|roles?|job leads?|leads) (?:you|with|at|in|on|that|which|going|available|for|may|might|coming|would|open|matching|$) -> Point me to any openings you may have.
\b(?:any|some|what|a) (?:chance|prospect|hope|possibility|odds|likelihood|way) (?:of|to|for|i|that) (?:[\w-]+ ){0,3}?(?:{job}{end}|work(?:ing)? (?:for|at|with)|joining|join|getting in|get in|hired|employment|get hired|being hired|being taken|me\b|opening) -> Any chance of a job?
\b(?:stand|have|much of|what are my|my) (?:a |any )?(?:chances?|odds|hope) (?:\w+ )?(?:of|at|with) (?:[\w-]+ ){0,3}?(?:{job}|hired|yourfirm|getting|work) -> What are my chances of being hired at your firm?
\b(?:if|should|were|when|whenever|had|in case|case|that|until|unless|of|whether|and|^)(?: |^)?(?:an?|any|some|such an?|another|the|suitable|one|a suitable) (?:[\w-]+ ){0,3}?(?:{job}|opportunit(?:y|ies)|spot|seat|slot|place|gap|vacant seat) (?:[\w-]+ ){0,3}?(?:arises?|arose|opens?|opened|comes?|came|becomes?|become|appears?|turns?|turned|crops?|exists?|existed|materiali[sz]es?|presents?|emerges?|available|free|vacant|open|going|falls?|fell|pops?) -> Should an opening arise, please think of me.
^(?:an?|any|some|such an?|another|suitable|one|a suitable) (?:[\w-]+ ){0,3}?{job}{end} (?:\w+ )?(?:to )?(?:arises?|arose|opens?|opened|comes?|came|become|becomes?|appears?|turns?|crops?|exists?|materiali[sz]e|present|emerge) -> A vacancy arise.
\b(?:anything|something|one|a spot|a seat|a place|a slot|anyone leaves|somebody leaves|someone leaves) (?:\w+ ){0,2}?(?:opens? up|opens?|opened|crops? up|comes free|come free|becomes? (?:available|vacant|free)|falls? vacant|frees? up|goes? vacant)\b -> Tell me if something opens up.
\b(?:keep|bear|have|keeping|bearing|hold) (?:me|my name|my profile|my resume|my cv|my details|us|this) (?:\w+ )?(?:in mind|on file|on (?:your )?(?:list|radar|record|books)|in the loop)(?: \w+){0,3}? (?:for|if|when|whenever|should|in case|as)\b(?! (?:future reference|others|you (?:think|meet|hear) of (?:others|anyone|someone|people)|the (?:next )?(?:talk|event|meeting|seminar|conference|open (?:day|house)))|(?: \w+){0,3} (?:others|people|names?)) -> Keep me in mind for anything that comes up.
\b(?:keep|bear) (?:my name|my profile) (?:in mind|on file)$ -> Keep my profile on file.
\b(?:keep|hold|put|leave|retain|save|have) my (?:resume|cv|application|details|name|profile|biodata) (?:\w+ )?(?:on|in|with|at hand|handy) ?(?:your )?(?:file|files|record|records|pile|database|books|list|hand|system|desk|hr|talent|the)? -> Please keep my resume on file.
\b(?:think of|remember|consider|recall|ring|call|contact|tell|notify|inform|alert|ping|approach|send for|shout for|try) me (?:first |again )?(?:if|when|whenever|should|as soon as|the next time|next time|in case|once|for) (?:you (?:need|want|require|are (?:short|hiring|recruiting|looking)|next (?:hire|recruit|need|have|take)|hire|have (?:a|an|any|some) (?:[\w-]+ )?{job}|find yourself)|any|anything|something|an?y? (?:[\w-]+ )?{job}|the next (?:intake|round|opening|vacancy|{hand})|your team (?:is|needs|grows)|there is (?:a|an|any)|such|the need|one|openings|vacancies|hiring|future (?:openings|vacancies|roles|positions|jobs|opportunities)) -> Do think of me if something turns up.
\b(?:let me know|tell me|contact me|call me|notify me|inform me|alert me|write to me|email me|revert|think of me|remember me|do ping me|get in touch|a word|drop me a line|hear from you|give me a shout|be told|know)\b(?: \w+){0,6}? (?:openings?|vacanc(?:y|ies)|(?<!the )jobs?(?! (?:is|was))|suitable (?:role|post|position)|job opportunities|opportunit(?:y|ies) (?:aris|com|open|at|in your|with)|hiring|(?:opens|crops|comes free|come free)|leads)\b -> Please let me know of any openings.
\bif (?:you|anyone|someone|somebody|your \w+) (?:should |happen to |do |would |could |can |get to )?(?:hears?|knows?|learns?|comes across|come across|get wind|sees?|spot) (?:of |about )?(?:anything|something)\b(?! (?:i should|worth|about|else|more|to read|that (?:might|would|could) (?:help|interest)|interesting|new|good to)) -> If you hear of anything, please let me know.
\b(?:hear|hears|know|knows|learn|aware|think|wind) (?:of |about )?(?:anything|something|anybody|anyone|somebody|someone|a (?:firm|company|team|place|manager)|any (?:firm|company|team|place)s?) (?:who |that |which )?(?:\w+ )?(?:going|hires?|hiring|is hiring|needs?|looking for|recruits?|recruiting|wants|in need of|taking on|is looking for) -> Do you know anybody who is hiring?
\b(?:take|accept|consider|do|have|glad of|grateful for|happy with|welcome|give me|offer me) (?:any|whatever|anything|absolutely any) ?(?:job|work|role|position|post|task|capacity|you (?:have|can|offer)|you've|that is going|going|on offer|paid|shifts?|hours)\b -> I will take any job.
\b(?:any job|any work|any role|any position|anything paid|any capacity|whatever capacity)(?: \w+)? (?:would|will|is|however|no matter) -> Any job would do.
\b(?:in any capacity|at any level|however junior|on any terms|for (?:free|(?<!ask for )nothing|very little|a pittance|minimum wage|any wage|a modest salary|pay)(?: to (?:begin|start) with)?|from the bottom|at the bottom|on the bottom rung|from the mail ?room up)$ -> I am prepared to start in any capacity.
\b(?:would|will|can|could|to) work for (?:\w+ )?(?:free|nothing|very little|little|a pittance|low|half)\b -> I would work for very little to begin with.
\b(?:willing|prepared|happy|ready|content) to (?:start|begin|work) (?:at the|from the|in any|as an?|for|on a|unpaid|without pay|with a trial) -> I am willing to start at the bottom.
\b(?:are|is|be) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|the (?:\w+ )?{firmword}|anyone|anybody|they|someone|somebody|who|any of your \w+) (?:\w+ ){0,2}?(?:hiring|recruiting|taking (?:on|people|anyone|interns|trainees|any)|adding (?:staff|people|to)|looking (?:for|to (?:hire|add|recruit|expand|grow|take on|fill|bring)) (?!me to)(?!forward)|growing|expanding|short-?staffed|short of (?:people|staff|hands)|short-?handed|understaffed|in need of|accepting|open to (?:hiring|taking|an? |referring)) ?(?!your own way) -> Are you currently hiring?
\b(?:if|whether|case|when|once|should|as|that|hear|heard|know|read|see|saw|see that|believe|understand)(?: that)? (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|the (?:\w+ )?{firmword}|they|anyone|anybody|someone|there is anyone|any of your \w+) (?:(?:are|is|were|was|may be|might be|will be|would be|start|begin|plan on|planning|be|ever|find yourselves|find yourself) (?:\w+ ){0,2}?)(?:hiring|recruiting|taking on|adding (?:staff|people|to)|growing|expanding|short(?:-| )?(?:staffed|handed|of)|a person short|in need of|looking for (?:a|an|another|more|new|some|extra) (?:[\w-]+ )?{hand})(?! (?:in|of) (?:the|a|an|your) (?:news|paper)) -> I wonder whether you are hiring.
^(?:you are|yourfirm is|your (?:\w+ )?{firmword} is|the team is) (?:\w+ )?(?:hiring|recruiting|taking on|short of|in need of|on the lookout for|looking for (?:a|an|another|more|new) ) -> You are hiring.
\b(?:do|does|will|would|might|could|can|may) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|they|anyone|the (?:\w+ )?{firmword}|any of your \w+) (?:\w+ ){0,3}?(?:hire|recruit|take on|take|employ|bring on|bring in|accept|contract|engage|use|do with|need|require|want|welcome|have room for|have space for|have a place for|have a use for|have need of|be looking for|sponsor|offer) (?:interns|trainees|graduates|apprentices|freshers|juniors|beginners|part-timers|career changers|apprenticeships|internships|placements|traineeships)\b -> Do you take on trainees?
\b(?:do|does|will|would|might|could|can|may) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|they|anyone|the (?:\w+ )?{firmword}|any of your \w+) (?:\w+ ){0,3}?(?:hire|recruit|take on|take|employ|bring on|bring in|accept|contract|engage|use|do with|need|require|want|welcome|have room for|have space for|have a place for|have a use for|have need of|be looking for|sponsor|offer) (?:me|somebody|someone|anyone|people|another|an extra|any|some|more|extra|an?)(?: [\w-]+){0,3}? ?\b(?:{hand}|like me|such as me|with my|without experience)\b -> Would you hire someone like me?
\b(?:do|does|will|would|are|is) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|they) (?:\w+ ){0,3}?(?:hire|hiring|recruit|recruiting|be hiring|be recruiting|take people on|taking people on|take on|start hiring)(?:$| (?:next|again|graduates|for|in|at|now|this|soon|interns|freshers|juniors|new|people like|beginners|career|straight)) -> When will you be hiring next?
\b(?:do|are|will|does|is) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|they|the team) (?:\w+ ){0,3}?(?:to |plans? to )?(?:grow|growing|expand|expanding|add to|adding to|enlarge|fill) (?:the |your |its |their |a |any )?(?:team|staff|department|ranks|crew|headcount|group|vacanc\w+|position|role|this|soon|in|next|further|any|$) -> Do you plan to grow the team?
\b(?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|the (?:\w+ )?{firmword}) (?:\w+ )?(?:needs?|could use|can use|might use|may need|might need|could do with|can do with|requires?|lacks?|is (?:short|missing)|are (?:short|missing)|must need|will need|wants?|were to need) (?:a|an|another|some|extra|more|someone|somebody|people|one more|help|new|any|hands?)(?: [\w-]+){0,3}? ?\b(?:{hand}|of|like me|such as me|with my) -> Your department could use an analyst.
\b(?:should|were|had|if|case|whenever|when(?! you hire))(?: you| your (?:\w+ )?{firmword}| yourfirm| there)(?: \w+){0,3}? (?:need|needs|needed|have need|want|require|a need|be looking for|looking for|find yourself|find yourselves|short|use|room for|have room|an opening|a vacancy|be short|be hiring|hire|hiring|recruit)(?: of| for)?\b(?! (?:to (?:talk|change|move|cancel|reschedule|postpone)|anything (?:from|more)|more (?:time|details?|information)|another (?:time|day)|me to|any (?:further|more|other)? ?(?:information|details?)|time|further|a (?:break|different|moment)|directions|from|it|the|my)) -> Should you ever need a pair of hands, I am near.
\b(?:had|have|has|should|if|were|make|find|finding|found|got|is|enough|there be|you|with|be) (?:you |there |yourfirm |your \w+ |to |have |had |for |be |any )*(?:room|space|a place|a spot|a seat|a slot|a desk|an opening|a vacancy|openings|vacancies|a use|use|need|a corner|place) (?:\w+ )?(?:for|of) (?:me|(?:a|an|another) (?:[\w-]+ ){0,2}?(?:{hand}|[\w-]+(?:er|ist|ant|ian|yst))|someone|somebody|one more|anyone|people|my (?:skills|kind|sort|talents?|services)) ?(?!(?:quick |short |brief )?(?:talk|call|chat|meeting|conversation|visit|word|coffee)\b)(?!in your (?:week|day|calendar|diary|schedule)) -> Had you room for a trainee, I would start.
\b(?:a|the|any|free|empty|vacant) (?:seat|spot|chair|desk|slot) (?:free |open |available )?(?:on|in|at) (?:your|the) (?:\w+ )?(?:team|table|office|department|group)\b -> If there were a seat free on your team, I would love it.
\b(?:gap|hole|space|shortage) in (?:your|the) (?:\w+ )?(?:rota|team|staff|roster|ranks|department|line-?up) -> If there is a gap in your rota, I would fill it.
\b(?:hire|hiring|employ|employing|recruit|recruiting|take on|taking on|engage|contract|sponsor|shortlist|shortlisting|onboard|headhunt|poach) (?:me|us|myself|someone like me|a person like me|people like me|somebody like me|yours truly)\b -> Please hire me.
\b(?:take|taking|took) (?:me|us) (?:on|in|as|under (?:your|his|her) wing as|aboard)\b -> Would you take me on?
\b(?:take|taking|takes) (?:a |the )?(?:chance|risk|gamble|punt|bet) on (?:me|someone|somebody|a |an |us|people) -> Would you take a chance on a career changer?
\b(?:bring|have|get|put|squeeze|fit|slot|let|sneak|want|need|use|place|accept|accommodate|absorb) (?:me|us) (?:on board|aboard|in(?: as|to your| with| somewhere| anywhere|$| at yourfirm| at your)|onto? your|on your (?:team|staff|payroll|books)|as (?:a|an|your)|to work|on the (?:team|payroll|staff)|join|work (?:for|with)|somewhere|anywhere|through the door|loose|in your (?:{firmword})|on probation|on trial) -> Could you bring me in as a junior?
\b(?:add me to (?:your|the) (?:team|staff|payroll|roster|list of (?:candidates|applicants)|pool|talent)|make me an offer|offer me (?:a|an|the|any|some|one)(?! (?:\w+ )?(?:words?|cup|coffee|minutes?|moment|time|glimpse|tips?|piece|bit|look|tour|view|advice))|give me (?:a|the|one|any|some) (?:[\w-]+ )?(?:{job}|work|shift|trial|try|shot|break|start|project|offer|assignment)) -> Would you make me an offer?
\b(?:give|giving|gave|given|grant|granting|get|provide|offer|have|allow|request|with|for|want|is|give me|have me|deserve) (?:me )?(?:with )?(?:a|the|an|one|my|this) (?:\w+ )?(?:chance|try|shot|trial|break|opportunity|platform)(?: to (?:prove|show|work|serve|join|contribute|demonstrate|be|start|begin|grow|put|use|apply|bring|intern|earn)| in your| with your| at your| at yourfirm| with yourfirm| under your| in yourfirm) -> Give me one chance to prove myself.
\b(?:give|giving|grant) me (?:a|one|the) (?:\w+ )?(?:chance|opportunity|shot|break|try)$ -> Please give me a chance.
\b(?:will|can|would|to|let me|want to|could) prove (?:my worth|my mettle|myself|that i|my value)\b -> I will prove myself.
\b(?:foot|toe) in (?:the|your|a|yourfirm) ?(?:\w+ )?door\b -> I would love a foot in the door.
\bhat in(?:to)? the ring\b -> I'd like to throw my hat in the ring.
\bhat in$ -> I hear you have a vacancy. I'd like to throw my hat in.
\bcount me in if\b -> Count me in if you start hiring.
\bway in(?:to)? (?:at|with|to)? ?(?:yourfirm|your (?:\w+ )?{firmword}) -> Way in Acme.
\bbreak into (?:yourfirm|your {firmword}) -> Hoping to break into your firm.
\b(?:could|would|can|might|do|will|willing to|able to|you|mind|kind enough to|open to|to) (?:you )?(?:\w+ )?(?:put|putting|throw|push|send|steer|pass|toss) (?:some |any |a little |more )?(?:work|jobs?|shifts?|projects?|business|assignments?) (?:my way|in my direction|to me|our way) -> Could you throw some work my way?
\b(?:put|putting|throw|push|pop|place|float|drop|raise|suggest|propose|submit|include|add|enter|nominate|advance) (?:me|my name|my profile|my cv|my resume|my candidature|my details|myself|us)(?: \w+)? (?:forward|up|in the (?:frame|ring|hat|pool|mix|running)|in for|for (?:the|a|an|any)|to (?:your|the|hr)|before|in front of|down for|into|on the right desk|on the short ?list)\b -> Could you put me forward?
\b(?:put|putting|drop|dropping|say|saying|have|having) (?:in )?(?:a|my|the) (?:\w+ )?(?:good |kind |quiet |friendly )?word (?:in )?(?:for me|with (?:hr|your|the|someone|whoever)|on my behalf|to (?:hr|your)) -> Would you put in a good word for me?
\bgood word for me\b -> Please put in a good word for me with the hiring manager.
\bvouch for me\b -> Would you vouch for me with the hiring manager?
\bpull (?:a few |some |any )?strings?\b -> Pull string.
\b(?:refer|referring|recommend|recommending|nominate|endorse|sponsor|suggest|introduce|connect|direct) (?:me|my (?:profile|name|resume|cv|candidature))(?: \w+)? (?:internally|for (?:the|a|an|any|this|that) (?:[\w-]+ ){0,3}?(?:{job}|opportunit\w+|opening)|(?:to|with) (?:hr|your hr|human resources|your (?:\w+ )?(?:hiring|recruit\w+|personnel|talent|human|people|hr)|the (?:\w+ )?(?:hiring|recruit\w+|personnel|hr|talent|concerned)|anyone (?:who is )?hiring|whoever is hiring|a recruiter|recruiters)|at yourfirm|in your (?:company|organi[sz]ation|firm)|for (?:it|one|work|employment))\b -> Could you refer me internally?
\b(?:refer|recommend|introduce) me$ -> I saw the role on your site and wondered if you could refer me.
\b(?:consider|considering|considered) (?:me|us|my (?:application|candidacy|candidature|profile|qualifications|resume|cv|case|request for (?:a |an )?(?:job|post|{job})|name))\b(?! (?:a friend|grateful|lucky|in your debt|rude|forward|warned|your)) -> Please consider me for any openings.
\b(?:my|our) (?:candidature|candidacy|job application|application (?:for|to|is|was|has|as|and|letter|form|at|with|will))\b -> Kindly do the needful regarding my candidature.
\b(?:my|the) profile (?:may|might|can|could|should|will|to|matches|suits|fits|is (?:suitable|a match)) (?:be )?(?:considered|shortlisted|forwarded|matched|for|your|any|to)? -> My profile may be considered for any post.
\b(?:matching|suiting|matches|suits|fits|suitable (?:to|for)|as per|relevant to) my (?:profile|skills?|experience|qualifications?|background|skill set)\b -> Please revert if there is any opening matching my profile.
\b(?:pass|passing|forward|forwarding|hand|handing|submit|submitting|consider|considering|give|giving|deliver|circulate|circulating|share|sharing|send|show|get|slip|drop|put|refer|route|float|place|leave|take|support|accept|review|receive|enter|process|move|push|look (?:over|at)) (?:on |along |over |around |in |him |her |them |hr |your boss |your manager )?(?:my|this|an|the|a copy of my|our) (?:\w+ )?(?:application|resume|cv|candidacy|candidature|profile|biodata|credentials)\b(?! (?:to|for) (?:me|comments?|feedback)|(?: with me)? for (?:feedback|comments?)) (?:on |along |over |around |in |up |forward |through )?(?:to|with|for|among|amongst|before|on|at|around|into|in|under|past|by|up) ?(?:the |your |any |whoever |hr|concerned |anyone |right |human |a |hiring |him|her|them|those |my |someone |boss|manager) ?(?!meeting) -> Please share my resume with your hiring team.
\b(?:forward|circulate|circulating|pass on|hand on|shortlist|submit|pass along|accept|process) (?:my|this|our) (?:\w+ )?(?:application|resume|cv|candidacy|candidature|profile|biodata)\b -> Would you pass on my CV?
\b(?:pass|give|mention|hand|forward|pass on|drop) my (?:name|details|number) (?:on |along )?to (?:your |the )?(?:hr|human|hiring|recruit\w+|personnel|boss|manager|talent|people (?:team|department)|whoever)\b -> Could you pass my name to HR?
\b(?:send|email|mail|give|submit) (?:you |in |to you )?(?:my|an|a) (?:job )?application\b(?! to (?:\w+ ){0,3}(?:school|college|university)) -> Could I send you my application?
\b(?:i|and|we|to|wish|like|want|how|where|may|can|could|hereby|interested in|for|of|by|thinking of|me)(?: am| will| would| have| do| did| should| was| might| to| of| can| could| be| been| i| like| want| hope| plan| wish| intend| writing| going| considering| ready| eager| keen| best| love)*(?: to)? (?:apply|applying|applied)\b(?! (?:what|your|the (?:advice|lessons?|same|ideas?|tips|method|principles|things|rule|skills)|this|it|these|those|that|them|myself|some of|everything|here|equally|online for a (?:course|loan|visa)|in my|much|pressure))(?!(?: [\w-]+){0,8}? (?:school|schools|college|colleges|university|universities|passports?|leave|permits?|membership|citizenship|benefits|custody|scholarships?|fellowships?|grants?|programs?|programmes?|degree|master's|masters|mba|phd|course|courses|training|visa|loan|license|licence|certification|residency|bursary|lessons?|method|what)\b) -> I am applying to your company.
\bapplication (?:for|to|as|of)\b(?!(?: [\w-]+){0,6}? (?:school|schools|college|university|scholarship|fellowship|grant|program|programme|degree|theory|statistics|software|machine|learning|law|methods?|principles|ideas)\b) -> Application for the position of analyst
\b(?:job|employment|work|internship|placement|traineeship|apprenticeship|vacancy|career) (?:application|inquiry|enquiry|request|query|enquiries|inquiries)\b -> Job inquiry
\b(?:request|inquiry|enquiry|question|query|inquiring|enquiring|regarding|reference|concerning|re|respect|response|reply|relation|answer|connection) (?:for|to|about|regarding|concerning|on|of|with|the)? ?(?:the |a |an |any |possible |your |current |potential |advertised )*(?:[\w-]+ ){0,2}?(?:vacanc(?:y|ies)|openings?(?! of)|jobs?\b(?! (?:fair|talk|you))|employment(?! law)|internships?|placements?|work (?:at|with)|positions? (?:at|with|of|in)|referral (?:for )?(?:[\w-]+ ){0,3}?role|role of|post of|advertised) -> This is regarding the job opening in your firm.
^(?:this is )?(?:with reference to|with regard to|in response to|in reply to|referring to|re|regarding|reference) (?:your|the) (?:[\w-]+ )?(?:advertisement|advert|ad|posting|vacancy|opening|job)\b -> With reference to your advertisement
\breferral (?:for|to) (?:the |a |an )?(?:[\w-]+ ){0,4}?{job} -> Referral for vacancy.
\brequest for (?:a )?referral(?: [\w-]+){0,4} {job} -> Request for referral vacancy.
\b(?:interested|interest) in (?:the |your |this |that |a |an |any |some |being |it )*(?:[\w-]+ ){0,3}?(?:openings?(?! of)|vacanc(?:y|ies)|{job}{end}|considered|hired|joining|working (?:for|with|at|in your|under)|opportunit(?:y|ies) (?:at|with|in|within|on)|it$) -> I am interested in your open position.
\b(?:job|position|role|vacancy|post|opening|placement) (?:\w+ )?(?:still )?(?:open|vacant|available|going|unfilled|up for grabs|free|advertised|filled)\b(?! (?:your|my|the|our) ) -> Is the position still open?
\bhas (?:the|that|this) (?:[\w-]+ ){0,2}?{job} been filled -> Has the analyst role been filled?
\b(?:your|the|an?) (?:open|vacant|advertised|posted|available|unfilled|current|new) (?:[\w-]+ )?(?:position|job|role|post|vacancy|opening)s?\b(?! (?:is going|has (?:been|proved)|suits you|as (?:head|director|chief))) -> I write about your open position.
\b(?:right|perfect|ideal|suitable|suited|good|great|strong|excellent|fine|natural|qualified|best|exactly the|worthy|promising|eligible|cut out|made) ?(?:\w+ )?(?:fit|match|candidate|choice|addition|person|man|woman|one|hire|asset|qualified|applicant|for|suited) (?:for|to|your) (?:you|the|your|this|that|any|a|an|yourfirm|it|team)? ?(?:[\w-]+ )?(?:{job}|team|company|organi[sz]ation|needs?|firm|department|opening|yourfirm|staff|role) -> I would be a great fit for the role.
\b(?:i|me|someone like me|we|my (?:skills|experience|background|talents|energy)) (?:\w+ ){0,4}?(?:fit|fits|fit in|suit|suits|slot|qualify|qualified|eligible|of use|useful|an asset|a asset|of (?:\w+ )?(?:value|use|service|help)|value|contribute|contributing|addition|belong|benefit|serve|strengthen|help|match|complement|do well) (?:\w+ ){0,3}?(?:in|for|to|at|on|with|into)? ?(?:any of your|your|yourfirm|the)(?: [\w-]+){0,2}? ?(?:{firmword}|{job}|openings?|yourfirm)\b -> I think I would fit in well on your team.
\b(?:add|adding|bring|bringing) (?:\w+ ){0,2}?(?:value|energy|skills?|strength|dedication|experience)(?: \w+)? to (?:your|yourfirm|the (?:team|company)) -> I believe I could add value to your organization.
\b(?:i|would) (?:would |will |could |can |should )?make (?:you |your \w+ |yourfirm )?(?:a|an|the) (?:\w+ )?(?:{hand}|addition|member|asset|fit)\b -> I would make you a fine assistant.
\b(?:i am|am|be) (?:just |exactly )?(?:your|the|exactly the) (?:very )?(?:man|woman|person|one|lad|guy|girl)(?: \w+){0,2}? (?:for|you|your|that|who) -> I am just the woman for the role.
\b(?:will|would) (?:not )?(?:\w+ )?(?:regret|be sorry|be disappointed|rue|repent)(?! to) ?(?:for |if you |about )?(?:hir|tak|giv|employ|recruit|me|choos|pick|bring)? -> You will not regret hiring me.
\b(?:pick|choose|select|want|need) (?:me|someone like me|somebody like me|people like me|a person like me)\b(?! to (?:call|come|bring|send|move|wait|stop|know|do|change|write|ask|be|leave|go|phone|ring|meet|read|arrive|take)) -> You need someone like me.
\b(?:looking for|use|need|needs|wants?|benefit from|interested in|know of|place for|room for|job for|use for|need for|anything for|something for) (?:\w+ )?(?:someone|somebody|a person|anyone|people|a \w+|candidates?|applicants?) (?:like me|with my|of my|such as me)\b -> You could use someone like me.
\b(?:room|place|spot|opening|position|vacancy|seat|use|job|role|corner|desk) for me\b(?! (?:in|on) your (?:week|day|calendar|schedule|diary|afternoon|morning|agenda)| to (?:talk|speak|meet|sit|listen|ask|park)) -> I hope you can find a place for me.
\byour (?:next|new|future|newest) (?:hire|employee|analyst|assistant|manager|{hand}|recruit)\b -> I want to be your next hire.
\b(?:have|find|be|got|keep|offer|there is|is there) (?:something|anything) (?:suitable |going |\w+ )?(?:for (?:me|someone|somebody|a )|going|on offer|to offer me|suitable|for my)(?! (?:to (?:read|do|look)|worth|like a)) -> Do you have anything for me?
\b(?:if|whether|hope|hoping|wondered if|wonder if|that|and|in case|perhaps|have|has|had) (?:yourfirm|you|your \w+) (?:might |may |would |could |can )?(?:has|have|had|got) (?:anything|something)(?: suitable| going| open| available| in (?:mind|my line|the offing)| at all| coming up)?(?: for me)?$ -> I wondered if Acme had anything.
{wish} (?:to |in )?(?:be able to |one day |someday |start |begin |be |come |have the (?:chance|opportunity|honou?r|privilege) (?:to|of) |be allowed to |a chance to |the (?:chance|opportunity|honou?r) (?:to|of) |at (?:the|a|any) (?:chance|opportunity) (?:to|of) |for (?:the|a) (?:chance|opportunity) (?:to|of) |in the (?:hope|hopes) of )?(?:to )?(?:{enter}|{entering}) {place} -> I would love to join your team.
{wish} (?:\w+ ){0,6}?(?:joining|join|working for|working at|work for|work at|working under|work under|employed by|hired by|taken on by) {place} -> I am very keen on the idea of working for you.
\b(?:opportunity|chance|honou?r|possibility|privilege|prospect|idea|hope|dream|ambition|wish|goal|aim|way|possible|good|great|wonderful|nice|please me more than|be|mean the world|love|pleasure|everything) (?:\w+ )?(?:to|of|for me to) (?:one day |come |come and )?(?:{enter}|{entering}) {place} -> I hope for the opportunity to work for you.
\b(?:working|a job|a career|employment|joining|being part|a place|a role|a position|to work|to join)(?: for| at| with| of| in|ing)? (?:you|yourfirm|your (?:[\w-]+ )?{firmword}) (?:is|would be|has (?:long )?been|was|will be|would mean|would suit) (?:\w+ )?(?:my|a|the|an|me|what i|all i) ?(?:dream|hope|goal|honou?r|wish|aim|ambition|privilege|pleasure|great|real|perfect|ideal|true|lifelong|next|want|well|everything)? -> Working at Acme would be a dream come true.
\b(?:about|discuss|discussing|consider|considering|explore|exploring|of|to|how|whether|if|where|what|for|on) (?:possibly )?(?:my |me |i (?:might|could|can|would|may) )?(?:joining|join|working for|work for|working with|work with|work at|come to work|coming to work|contribute to|coming on board|come on board|employment with|employment at) {place}(?! (?:on (?:this|that|the)|to (?:set|find|arrange|plan))) -> I hope we can talk about my joining your team.
\b(?:could|can|may|might|let me|shall|should) (?:i )?(?:\w+ )?(?:join|come on ?board|come aboard|work (?:for|with|at|under|in|alongside)|start (?:at|with|in)|be of (?:use|service|help)|intern|train under|be one of (?:them|your)|be considered|be taken on|be hired|replace|succeed|step in|fill|have your job|get in(?:to)? (?:at |with )?(?:yourfirm|your)|take (?:over|the|his|her) (?:job|place|role)|come (?:to|and) work|apply|interview (?:for|with) (?:a|the|you|your|yourfirm)) ?(?:at |with |for |in )?(?:{place}|as |the |that |their |his |her |someone|anyone|$)(?! (?:for (?:a|an|coffee|lunch|breakfast|dinner|tea)|for coffee|at|on|this|next|in (?:the|person)|by|from|when|around|best|meeting|call|webinar|session|talk|event|conversation|seminar|questions?|calendar|schedule)\b) -> Could I come on board as a trainee?
^join(?:ing)? (?:you(?! (?:for|at|on|this|next|in|by))|yourfirm|your (?:\w+ )?(?:team|staff|company|firm|organi[sz]ation|hospital|clinic|department|group|practice)) -> Joining your team
\b(?:i|me|ready|eager|keen|happy|able|want|free) (?:am |would |can |could )?(?:\w+ ){0,3}?(?:to )?(?:come on ?board|come aboard|be on board|join (?:immediately|at once|as (?:an?|your)|within|from|any time|with immediate|$))(?! (?:the|a|your) (?:call|meeting|zoom|session)) -> I would love to come on board.
\bsee (?:a |my |myself )(?:future |self )?(?:at|with|in|working (?:at|for|with)|joining) (?:yourfirm|you\b|your (?:\w+ )?{firmword}) -> I see my future at Acme.
\b(?:get|getting|got|be|being|become|becoming) (?:hired|employed|recruited|taken on|shortlisted|headhunted|selected|appointed|interviewed for|called for (?:an )?interview|onboarded|placed (?:in|at|with) your)\b -> I hope to be called for interview.
\b(?:considered|consider(?:ed)? for|selected|shortlisted) (?:for|as) (?:a|an|the|any|it|this|that|one|your|employment|work|future|next|suitable|something|anything|\w+ship) ?(?:[\w-]+ ){0,2}?(?:{job}|intake|opportunit\w+|openings?|one|{hand}|$) -> I wish to be considered for a post.
\b(?:like|love|want|hope|wish|happy|glad|ask|hoping|grateful|request|able) (?:you )?(?:to be|for being|being|could be|if i could be|if i were) considered\b -> I would like to be considered.
\b(?:offer|offering|place|placing|put|tender|lend|volunteer|provide|supply|sell) (?:you |your \w+ |yourfirm )?my (?:services?|labou?r|skills?|time (?:and|to)|talents?|experience|energies|help as)\b(?! at (?:the|a) (?:shelter|food|church|school|library)) -> I offer my services as a bookkeeper.
\b(?:lend|give|offer|be) (?:you |your team )?(?:a hand|another pair of hands|an extra pair of hands)(?: \w+)? ?(?:full-time|part-time|for pay|in your (?:office|department|team)|with the (?:backlog|busy)|in the office|at yourfirm|on (?:the|your)) -> I would be glad to lend a hand full-time.
\b(?:some|any|extra|more|with|another|spare|additional) (?:extra )?(?:help|hands?|pair of hands|support|manpower) (?:in|at|on|with|around) (?:the |your )(?:office|team|department|shop|lab|workload|warehouse|floor|studio|kitchen|clinic|company|firm) -> Could you do with some help in the office?
\b(?:need|use|want|hire|looking for|require|after|do with) (?:an?|another|some|any|extra|one more) (?:[\w-]+ ){0,2}?(?:freelancer|assistant|intern|trainee|temp|extra (?:hands?|help)|pair of hands|hand|apprentice|bookkeeper|junior|understudy|helper|contractor)\b -> Do you need a freelancer?
\b(?:could|can|would|might|will) (?:you|your \w+|yourfirm) (?:\w+ )?(?:use|do with) (?:an?|another|some|any|one more) (?!break|rest|moment|laugh|copy|reader|spare|hand with the dishes|coffee|word|different|better) -> Could you use an analyst?
\bif (?:someone|somebody|anyone|anybody|your assistant|you|one of your) (?:\w+ )?(?:leaves?|left|retires?|moves? on|quits?|goes on leave|is on leave)\b -> If you leave Acme, could I have your job?
\b(?:succeed|replace|take over from|follow) (?:you|him|her|the \w+ who (?:left|is leaving|retired))\b -> Could I replace the assistant who left?
\bstep into (?:the|your|his|her|that) (?:\w+ )?(?:vacant )?(?:post|role|job|shoes|position|vacancy)\b -> Step into the post.
\bglad to step in\b -> I heard your assistant left; I'd be glad to step in.
\bhappy to step in\b -> Happy to step in.
\bhave your job\b -> Have your job.
\bfill (?:it|in|the gap|the vacancy|that gap|his shoes|her shoes|the position|the post|the role|the seat)\b -> Fill it.
\bjob interviews?\b(?! (?:tips|skills|questions|advice)) -> I would be pleased to come in for a job interview.
\binterviews? (?:for|about) (?:a|an|the|any|that|your|this|one of your) (?:[\w-]+ ){0,4}?{job} -> Could I have an interview for the post?
\b(?:invite|invited|inviting|call|called|have|bring|see|put|select|selected) (?:me |us )?(?:to|for|in for|up for|forward for) (?:an |a |the )?(?:\w+ )?interview\b(?! you) -> Please invite me to an interview.
\binterview me\b -> Would you interview me for the role?
\b(?:grant|give|offer|get|arrange|secure|land|fix|schedule|set up|request|want|like|for|have|be given|with|welcome) (?:me |us )?(?:up )?(?:an|a|the|my) (?:\w+ )?interview (?:for (?:me|the|a|an|any|that) |with (?:hr|human|your (?:hr|hiring|human|company|recruit\w+|boss|manager|team)|the (?:hiring|hr))|at yourfirm|with yourfirm|to discuss (?:a|the|my)|slot) -> Would you grant me an interview for the job?
\b(?:to|would like to|chance to|hope to|opportunity to|love to|may i|could i|can i) interview (?:for|with yourfirm|at yourfirm|with your (?:company|team|firm|manager|hiring)|for it|as) -> I would like to interview for the opening.
\bbe interviewed\b(?! about) -> I would like to be interviewed.
\bgrant me an interview\b -> Would you grant me an interview for the job?
\binterviewing (?:and|for (?:jobs|roles|positions)|with (?:firms|companies|several|other))\b -> I am actively interviewing and Acme is at the top of my list.
\b(?:aim|purpose|goal|wish|hope|intention|object|objective|desire|need|what i (?:want|need|seek|ask for|hope for)|after|all i (?:want|need|ask)(?: for)?|request|favou?r|want|need) (?:\w+ ){0,5}?(?:is|was|remains|are) (?:for |to (?:get|find|have|land|secure|obtain|win) )?(?:a|an|some|any|my|the|simply a|just a|only a)? ?(?:[\w-]+ ){0,3}?(?:{job}{end}|work(?! (?:that|which|like|you|in your field))\b(?!ing)|internship|to be (?:hired|taken on|employed|considered)|to (?:work for|work at|join|work with) {place}) -> My aim is a post in your department.
\b(?:what|where|all|how|who)(?: \w+)? i (?:\w+ )?(?:want|need|seek|am after|am looking for|am hoping for|would like|hope for|ask) (?:is|was) (?:\w+ )?(?:a|an|some|any)? ?(?:[\w-]+ )?(?:{job}|work|to be hired|to work for|to join) -> What I am after is a job.
\b(?:lead|leads|leading|turn|turns|open|opens|opening|grow|result|develop|end|blossom|become|door) (?:\w+ ){0,2}?(?:to|into|in|for|up to|with|something) (?:a|an|some|the|something|any|more) (?:[\w-]+ ){0,3}?(?:{job}{end}|opportunit(?:y|ies)|work\b|permanent|offer|hire|hiring|employment) -> I hope our talk may lead to a position.
\b(?:more|something) (?:permanent|lasting|long-term|formal)\b -> I am hoping our chat could turn into something more permanent.
\b(?:discuss|discussing|talk|talking|speak|speaking|chat|talks?|conversation|meet|meeting)(?: with you| to you)? (?:about|of|regarding|around|on|over)? ?(?:a|an|any|possible|potential|the|some|current|my)? ?(?:possible |potential |suitable |future |current |open |available |future with )*(?:positions?|job|jobs|openings?|vacanc\w+|employment|internships?|role|roles|placement|apprenticeship|job opportunities|opportunities (?:at|with|in your)|possibilities of (?:work|employment)|being hired|hiring me)\b(?! (?:titles?|market|satisfaction|you|search|hunt|that you|as)) -> I would like to talk with you about job openings.
\b(?:role|place|part|position) for (?:me|someone like me|somebody like me|people like me|a person like me|a {hand})\b -> Could we discuss a possible role for me?
\b(?:what|how) (?:\w+ ){0,3}?(?:would|do|does|might|must|should|could|can|will) (?:i|it) (?:\w+ ){0,3}?(?:need to do |take (?:for (?:me|you|yourfirm) )?|have to do |to )?(?:to )?(?:get|land|find|win|secure|earn|hire|be hired|be considered|get hired|join|be taken on|apply|get in|employ|get into yourfirm|break into yourfirm)(?: (?:a|an|the|me|your|at|in|into|as|to|on|in|with|one)\b(?! (?:touch|field|this field|industry|trade)|$)|$) -> How might I land a job on your team?
\b(?:how|where|to whom|when|whom) (?:do|should|can|could|may|might|would|must|shall) (?:i|one|someone|we) (?:\w+ )?(?:apply|send my (?:application|cv|resume)|submit|get (?:in|into|hired|a job)|join)\b(?!(?: \w+){0,5} (?:school|college|university|course|program|programme|field|profession|trade|advice|scholarship|what|meeting|call|association|society|union|club|guild)) -> How do I apply to Acme?
\b(?:who|whom|which person) (?:does|do|is|handles|should|would|in|runs|deals)(?: \w+){0,3}? (?:the hiring|hiring|recruitment|recruiting|recruits|hires|applications|send my|address my)\b -> Who does the hiring in your department?
\b(?:i am |am |as )?(?:a |an )?(?:fresh(?:er| graduate)|recent graduate|graduate|veteran|career changer|returner|professional|engineer|nurse|student|teacher)? ?(?:looking|seeking|hoping|wanting|trying|keen|eager|wishing|ready|aiming) (?:to|for) (?:transition|move|break|get|switch|make a move|make the move|start my career|begin my career|return|get back|launch my career|start out) (?:\w+ )?(?:into|to|in|with|at) (?:a|an|yourfirm|your (?:\w+ )?{firmword}|work\b|employment|the workforce|the job market)(?! (?:new field|different field|field|career|trade|line)) -> I am a veteran looking to transition into a role.
\b(?:start|begin|launch|build|restart|kick-?start|continue|advance|pursue|make|have) my career (?:with|at|in|under|here|there)? ?(?:you\b|yourfirm|your (?:[\w-]+ )?{firmword}|here) -> I want to start my career with you.
\b(?:wear|carry|earn) (?:the )?yourfirm (?:badge|name|shirt|uniform) -> I would be proud to wear the Acme badge.
\bbe a yourfirm\w* -> Be a Acme.
\b(?:on|join) (?:your|the) payroll\b -> I would like to be on your payroll.
\bcall (?:you|yourfirm) my (?:colleague|boss|employer|home|manager) -> I hope to call you my colleague soon.
\bone of your (?:colleagues|employees|staff|team|people|{hand})\b -> I want to become one of your colleagues.
\b(?:become|be) (?:your|a) colleagues?\b -> Become your colleague.
\b(?:passion|willingness|readiness|availability|wish|desire|eagerness) (?:to|for|of) (?:work for|join|joining|working (?:at|for)|relocat\w+|start)\b -> Passion to work for.
\bwilling to relocate\b -> I am willing to relocate.
\bready to relocate\b -> Ready to relocate.
\bexpected (?:salary|ctc)\b -> Expected salary negotiable; notice 60 days.
\bcurrent ctc\b -> Current ctc.
\bsalary expectations?\b -> My salary expectations are modest.
\b(?:do|doing|for) the needful\b -> Kindly do the needful.
\byour (?:esteemed|reputed|prestigious|renowned|esteem) (?:organi[sz]ation|company|firm|concern|institution|institute|office|group)\b(?= (?:for|as|where|so|in (?:any|the capacity))|$) -> I seek an opening in your esteemed concern.
\b(?:give me|grant me|with|provide me|have|for) (?:an |the |one |any |a )?(?:suitable )?opportunity (?:in|at|with|within|to work|to serve|to join|to prove)\b -> Provide me with an opportunity in your organization.
\b(?:send|push|direct|point) (?:them|him|her|openings?|jobs?|vacancies|leads?|me|it) (?:my way|to me|(?:to|toward|towards) (?:any |some |the |a |your )?(?:openings?|jobs?|vacanc\w+|roles?|positions?|leads?|hr|hiring|careers? page)) -> Point me to any openings.
\bget me in\b -> Can you get me in?
\b(?:any|some|job|your) leads\b(?! (?:on (?:books|reading)|to (?:people|books))) -> Please let me know of any leads.
\bfix me up\b -> Fix me up.
\bset me up with\b -> Set me up with.
\bi would be interested$ -> I would be interested.
\bi am interested$ -> PS: If you are hiring, I am interested.
\bi am (?:game|in)$ -> I am game.
\bi am your (?:man|woman|person)\b -> I'm your man for the job.
\b(?:apprentice|intern|assistant|trainee|junior|{hand}) (?:for|with|under|to|in|at) (?:you|yourfirm|your (?:\w+ )?(?:team|company|firm|department|office))\b(?! (?:on|for|at)) -> I would love to be an intern at Acme.
\b(?:take|taken|taking|start|come|join|serve|work|help|step|act|engaged|you|me|hired|employed|begin|consider me|on|train|use|useful) (?:\w+ )?as (?:a|an|your) (?:[\w-]+ ){0,2}?(?:trainee|intern|apprentice|junior|assistant|understudy|employee|helper|temp|volunteer to start|freelancer|contractor)\b(?! (?:at|in|with|for) (?!yourfirm|your)) -> Would you take me on as an apprentice?
\b(?:experienced|qualified|hard-?working|motivated|reliable|registered|certified|recent|trained) (?:[\w-]+ ){1,3}?(?:available|seeking|looking|for hire|in search|needs|wants)\b -> Experienced nurse available for work
\b(?:work|freelance|contract|part-time|part time|full-time|full time|temporary|temp|casual|weekend|shift|freelance work) (?:\w+ )?(?:work|hours|contract|shifts|projects?) (?:from|with|at|for) (?:you|yourfirm|your)\b -> I would welcome freelance work from you.
\bi (?:would|will|could) (?:\w+ )?(?:take|accept|jump at|fill|welcome) (?:one|it)$ -> I'm not asking for a job as such, but I'd take one.
\b(?:turning|come|coming|turn) to you for (?:one|work|a)\b -> I did not get that job, so I am turning to you for one.
\bask(?:ing)? you for one$ -> I've not had any luck in finding a job, so I am asking you for one.
\b(?:have|had|got|find|has) (?:a|any|some|another) (?:[\w-]+ )?(?:projects?|assignments?|shifts?|tasks?|work|contracts?) for me\b(?! to (?:read|do before)) -> I would be glad if you had a project for me.
\b(?:if|once|when next|whenever|(?=when you (?:next|start|begin|are))when) (?:you|yourfirm|your (?:\w+ ){0,2}?{firmword}|they) (?:\w+ ){0,2}?(?:hires?|hiring|recruits?|recruiting)\b -> I wonder if your team is hiring at the moment.
\bhow (?:one|people|someone) (?:\w+ )?(?:gets?|comes to be|becomes?) hired (?:at|by) (?:yourfirm|your) -> I wonder how one gets hired at Acme.
(?<!right )(?<!best )(?<!kind of )(?<!sort of )\bwork for (?:me|someone like me|a beginner)\b(?! to) -> I write to ask whether you have work for me.
\b(?:this|accept|as) (?:as )?my application\b -> Please consider this my application.
{seekfor} (?:[\w-]+ ){1,8}?(?:and|or|plus|as well as) (?:for )?(?:a|an|some) (?:[\w-]+ ){0,2}?{job}{end} -> I am looking for information and a job.
\b(?:hopes?|chances?|prospect|possibility) of (?:a|an|any|some|getting|finding|landing) (?:[\w-]+ ){0,2}?{job}{end} -> I am writing in the hope of a job.
\b(?:become|becoming|be|being) (?:a )?part of (?:what|it|something|this|the|your) -> I would welcome any opportunity to become part of what you are building.
\b(?:room|space|place|seat|spot) (?:on|in|at) (?:[\w-]+ ){0,3}?(?:at |with )?(?:yourfirm|your (?:\w+ )?{firmword}) -> Is there any room on the bench at Acme?
\b(?:be|being) (?:added|included|placed|put|taken|brought|employed|given a|offered|selected|signed)(?: \w+)? (?:to|in|on|up|a|an|at|with|by) (?:your|yourfirm|the (?:list|team|pool|shortlist)|job|role|position|place|chance|trial) -> Would it be possible to be added to your list?
\bneed something\b -> My contract runs out in March and I need something to follow it.
\bsomething to follow\b -> My contract runs out in March and I need something to follow it.
\bbetween (?:contracts|jobs|roles|engagements|projects|positions|gigs)\b -> I am between contracts.
\b(?:become|becoming|be|being|as) (?:your|one of your) {hand}\b -> I would relish becoming your junior.
\b(?:have|has|is there|are there|got) (?:any |the )?(?:funding|budget|headcount|money|capacity) (?:for|to) (?:a|an|another|hire|take|more) -> Do you have funding for a research assistant?
\bwhich (?:jobs|positions|roles|vacancies|openings) (?:are|do|have|is) (?:you|there|yourfirm) -> Which positions are you trying to fill?
\bjob offers?\b(?! (?:from|that i (?:have|had)|i (?:have|had|got|turned)|at the)) -> A job offer would be even better.
\b(?:internal|employee) referrals?\b -> I would be grateful for an internal referral.
\breferring me\b(?! to (?:others|people|mr|ms|mrs|dr|the)) -> Would you be comfortable referring me?
\brefer$ -> I am having 3 yrs exp in Java, pls refer.
\bget placed\b -> Please help me to get placed.
\bget me (?:placed|settled)\b -> Get me placed.
\bcall letter\b -> Eagerly waiting for your call letter.
\bput(?:ting)? me in the (?:system|database)\b -> Employee referrals count for a lot, so would you consider putting me in the system?
\b(?:requirements?|suitable requirement) (?:arises?|comes?|for|in your (?:company|organi[sz]ation|firm))\b -> In case any requirement arises in your company, inform me.
\bany requirements?\b -> In case any requirement arises in your company, kindly inform me.
\bentire satisfaction\b -> I assure you that I will work to the entire satisfaction of my superiors.
\bno stone unturned\b -> If given a chance, I shall leave no stone unturned to prove my worth.
\bprove my worth\b -> If given a chance, I shall leave no stone unturned to prove my worth.
\b(?:qualif(?:y|ied|ications?)|eligible|requirements?|criteria)\b.*\b(?:your (?:ad|advert|advertisement|posting|positions?|roles?|openings?|scheme)|the (?:ad|advert|advertisement|job|role|position|posting|scheme|trainee|graduate)|advertised|any of your|listed) -> I meet every requirement of the job you advertised.
\b(?:you|yourfirm|your \w+) (?:are|is|have been|has been) advertising (?:for|a|an) -> You are advertising for a warehouse lead.
\byour (?:job )?(?:ad|advert|advertisement|posting|job posting|listing)\b -> I'm responding to your ad for a driver.
\b(?:position|role|job|vacancy|opening|posting) (?:up |listed |posted |advertised )?on (?:your|linkedin|indeed|the) -> I'd love a position on your team.
\b(?:do|does|would|might|could|may|will) (?:[\w-]+ ){1,4}?(?:need|want|require|use) (?:a|an|another|any|some) (?:[\w-]+ ){0,2}?{hand}\b -> Do your clients ever need a bookkeeper?
\b(?:you|yourfirm|your (?:[\w-]+ )?{firmword}) (?:\w+ )?(?:need|needs|use|want|wants) (?:somebody|someone|anyone|anybody|people) (?:who|with|that|for|to) -> You may need somebody who speaks Polish.
\bto (?:work|join|serve|belong|get in|be employed) (?:at |for |with |in |to )?(?:yourfirm|your (?:[\w-]+ )?{firmword})\b -> There is nothing I would not do to work at Acme.
\bto bits to\b -> I'd be chuffed to bits to work alongside you lot.
\bmake myself useful\b -> Perhaps there is a corner of your company where I could make myself useful.
\bdoor (?:opened|opens|open) for me\b -> It would be wonderful if a door opened for me at Acme.
\bdo anything\b -> I'll do anything: filing, driving, cleaning.
\banything would help\b -> I've been out of work for a year and anything would help.
\b(?:my|the) next (?:career )?(?:move|step)\b(?! (?:is to (?:learn|read|talk)|in my (?:course|studies))) -> I am considering my next move.
\btops the list\b -> I'm considering my next move and Acme tops the list.
\bmy (?:day )?rates?\b -> My rates are reasonable, and I have time for a new client.
\bnew clients?\b -> My rates are reasonable, and I have time for a new client.
\baccepting clients\b -> I'm currently accepting clients and would love to have Acme as one.
\b(?:applications? (?:still |now )?(?:open|close|closed|due|accepted)|open for applications|accepting applications|update on my|status of my|follow-?up on my|flag it|my application)\b -> Are applications still open?
\b(?:day|week|month|weeks?)'?s? trial\b -> Give me a week's trial.
\btrial (?:period|day|week|shift)\b -> I'd value a trial period with you.
\btry me\b -> You could try me out for a month.
\bsponsor (?:visas?|me)\b -> Do you sponsor visas for new hires?
\b(?:new|recent) hires\b -> Do you sponsor visas for new hires?
\bcontract-to-hire\b -> Would you be open to a contract-to-hire arrangement?
\bfit between\b.*\b(?:me|my|skills|i)\b.*\b(?:you|your|yourfirm)\b -> I think there might be a fit between my skills and your needs.
\b(?:cv|resume|profile|biodata|application) (?:\w+ )?for (?:your )?(?:\w+ )?(?:consideration|perusal|review|reference|kind perusal)\b -> CV for your consideration
\bavailable (?:now|for (?:projects?|new|assignments?|freelance|contracts?|consulting|shifts))\b -> I am available for projects starting in May.
\b(?:formal|official) application\b -> Please accept this letter as my formal application.
\blooking out for\b -> I am actively looking out for a change.
\b(?:have|had|has|got|is there|are there|any) (?:you )?(?:got )?(?:a |any |some )?(?:overtime|casual work|shifts?|start|hours|agency work|temp work|cover|holiday work|seasonal work) (?:for|going|or|available|at|with)\b -> Have you got a start for a labourer?
\bhandles? (?:staffing|hiring|recruitment|recruiting|applications|personnel)\b -> I would welcome a word with whoever handles staffing.
^[\w -]+ available$ -> Data analyst, available now
\b(?:send|sending|pass|passing|share|sharing|forward|forwarding|submit|submitting|hand|give|giving|drop|upload|email) (?:\w+ ){0,3}?my (?:\w+ )?(?:resume|cv|biodata|application)\b -> Can you tell me who I should send my resume to?
\bwhom? (?:should |can |do |may )?i (?:should |can |may )?send my\b -> Can you tell me who I should send my resume to?
\bavailable (?:for (?:an )?interview|to interview)\b -> I am available for an interview at your convenience.
\b(?:hear|hearing|hear back|^regarding|^re|news|update|apply|discuss|interested) (?:about |of |on |for |in |back )*the (?:[\w-]+ )?(?:position|vacancy|role|job|opening)$ -> I look forward to hearing about the position.
\blook(?:ing)? forward (?:to|for) (?:being |be )?(?:{enter}|{entering}) {place} -> I am looking forward to be a part of your organization.
\bany (?:\w+ )?opportunit(?:y|ies)\b(?! (?:to|for us to|for me to) (?:talk|speak|meet|learn|ask|thank|hear|see|return)) -> I would appreciate any opportunity.
\b(?:your|the) (?:hr|human resources|hiring|personnel|recruiting|recruitment|talent) (?:department|team|manager|people|director|desk|office|partner|lead)\b -> Could you tell your HR department about me?
\b(?:to|with|at|in) (?:hr|human resources)\b(?! (?:is|was|at|for \w+ years)) -> Would you pass my CV on to HR?
\bthe recruiter for\b -> Who's the recruiter for your org?
\byou are (?:\w+ )?(?:looking for|seeking|in need of|after|missing) (?:a|an|another) (?:[\w-]+ ){0,2}?(?!answer|letter|paper|number|order|offer|corner)[\w-]+(?:er|or|ist|ant|ian|nurse|hand|person|ern|yst)\b -> I hear that you are looking for an editor.
\bto be (?:that|your) (?:[\w-]+ )?[\w-]+(?:er|or|ist|ant|ian|nurse|person|yst)\b -> I hear you're looking for an editor, and I'd love to be that editor.
^(?:my |the )?(?:resume|cv|biodata|curriculum vitae) (?:of|for|attached|enclosed|from)\b -> Resume of Dana Whitfield
^i am asking you$ -> I have never asked before, but I am asking you.
^i am$ -> I said I wasn't asking for a job, but now I am.
^that is why i write$ -> I read that Acme is hiring. That is why I write.
{wish} to work (?:there|here)\b -> I have admired it and would love to work there.
\b(?:work|working|be|being|join|joining) (?:for |with |alongside )?you at yourfirm\b -> I look forward to working with you at Acme.
\b(?:when|how soon) (?:could|can|may|might|would|shall) (?:i|you) (?:\w+ )?(?:start|begin|use me)\b -> How soon could I begin?
\baccept on the spot\b -> I'd accept on the spot.
\bcould (?:start|move|begin) (?:quickly|soon|any time|anytime)\b -> I am not bound to my present employer and could move quickly.
\bi could (?:start|begin)(?:$| (?:on|in|at|next|from|as|tomorrow|work)\b) -> I could start.
\b(?:all i|a chance) (?:\w+ )?(?:ask|need|want|is all)\b(?: is)? (?:a |one |(?:that )?i )(?:chance|start|break|shot|opening|ask|need|want)$ -> All I ask is a chance.
\ban? (?:[\w-]+ )?offer from (?:yourfirm|you)\b -> I'd be delighted to accept a job offer from you.
\bprefer one from\b -> I'm weighing a few offers but would prefer one from Acme.
\b(?:yourfirm|you|your \w+) (?:made|make|makes|were to make|would make) me an offer\b -> If your firm made me an offer, I would take it.
\bhope for a yes\b -> I interviewed with your colleague last week and hope for a yes.
\bone of my references\b -> Would you be one of my references for the job at Acme?
\breferences? for (?:a|the|my) (?:[\w-]+ )?{job} -> I need a reference for a job at your company.
\bput in for (?:a|the)\b -> I've put in for the supervisor's job and would be glad of your backing.
\bselection panel\b -> I would be glad of your backing with the selection panel.
\b(?:your|the) backing\b -> I would be glad of your backing.
\binterviewed (?:with|at|for) (?:your|yourfirm)\b -> I interviewed with your colleague last week and hope for a yes.
\bi (?:could|can|would|will|know how to) (?:\w+ )?(?:run|do|manage|handle|keep|staff|type|answer|cover|take care of|look after|organi[sz]e|clean|drive|mind) (?:\w+ ){0,5}?(?:your|for you) -> I could run your stockroom.
\b(?:the )?skills (?:that )?you (?:need|seek|want|require)\b -> I have the skills you need.
\byou are advertising\b -> My qualifications are exactly those you are advertising for.
\bthriv\w+ (?:at|in|on|with) (?:yourfirm|your|a (?:firm|company|team)) -> I can see myself thriving in your department.
\bany use to (?:you|your|yourfirm)\b -> I can type, file and answer telephones, if that is any use to your office.
\b(?:salary|pay|wages) (?:is|are) (?:no|not|negotiable) -> Salary is no object.
\b(?:willing|free|ready|able|happy|prepared) to (?:\w+ and )?relocate\b -> I am free to travel and relocate for work.
\bhave resume\b -> Have resume, will travel.
\bwill (?:travel|relocate)$ -> Have resume, will travel.
\brelocate for (?:work|a|the)\b -> I would gladly relocate for the right position with you.
^need (?:a|an|some|another|extra|more) (?:[\w-]+ ){0,2}?(?:[\w-]+er|[\w-]+or|{hand})\b -> Need a designer?
\bneed help (?:with|in|at|around|on) the\b -> Do you need help with the harvest?
\bwill work for\b -> Will work for food.
\b(?:looking|look) (?:around|round|out|about|elsewhere) for (?:something|a|new|another) -> I am looking round for something new.
\bsomething new$ -> At present I'm looking round for something new.
\binterest in (?:taking|hiring|employing|bringing) -> Would you have any interest in taking somebody on?
\btaking (?:somebody|someone|people|me|anyone) on\b -> Is Acme taking people on at the moment?
\btraining (?:place|post|contract)\b -> Have you a training place free in September?
\bwork experience (?:at|in|with|placement) -> I'd be grateful for work experience at your surgery.
\b(?:unpaid|paid) (?:stint|placement|trial|internship)\b -> Would an unpaid stint with your team be thinkable?
\bwork experience$ -> Perhaps I could begin with a fortnight's work experience?
\b(?:give|get|grant|arrange|schedule) (?:me )?(?:a )?(?:chance|call|date|time|slot)? ?(?:for |my )(?:an |the )?interview\b(?!.*informational) -> Kindly schedule my interview.
\b(?:request|requesting|seek|seeking|solicit) (?:for )?(?:a|an|any|the) (?:[\w-]+ )?{job} -> I request a post on compassionate grounds.
\bref+err?al (?:in|at|for|to) (?:yourfirm|your|the|a)\b -> Looking for refferal in Acme.
\b(?:is|are) there (?:any |some |enough )?work (?:for|at|in|with|on)\b(?! which| that) -> Is there work for a translator at your agency?
\b(?:could|can|would|will|might) join you (?:at the (?:start|beginning|end) of|within|from|as|right|immediately|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the new year)) -> I could join you at the start of the month.
"""

# Asks whatever stands before: the denial in it is none.
ALWAYS = r"""
\bnot (?:had|got|received|have|get) any (?:job )?offers\b -> I haven't had any offers so far, so I thought of you.
\b(?:do|would|am|might|could) i (?:\w+ )?(?:qualify|be eligible|eligible|qualified|too late|be considered|fit) -> Do I qualify for any of your positions?
\bnothing (?:that )?i would not (?:do|give)\b -> There is nothing I would not do to work for you.
\bnot (?:find|get|have|meet) (?:a|anyone|anybody) (?:more|better|harder|who works) -> You will not find a more loyal employee.
\b(?:i|and) have no (?:job|work|employment|position|employer)\b(?! (?:in mind|to (?:offer|speak))) -> I have no job.
do not have (?:a job|work)\b -> I do not have work and would take anything.
^without (?:a job|work)\b -> Without a job since May, I am looking for work.
\b(?:would|will|could) not (?:say no to|turn down|refuse|mind|object to|be (?:opposed|averse) to|sniff at) (?:[\w-]+ ){0,4}?(?:{job}|work\b|being hired|joining) -> I would not say no to a job.
\bnot be (?:writing|here|asking) if i were not (?:[\w-]+ ){0,3}?{job} -> I would not be writing if I were not after a job.
\bwhy (?:not|do you not|do not you) (?:hire|take|employ|give|consider) me\b -> Why not hire me?
\b(?:do|would|could|might|is|are|have|has|will|can) (?:not )?(?:you|there|your \w+|yourfirm|it) (?:not )?(?:\w+ ){0,2}?(?:happen to )?(?:have|be|has|got|hiring|no|need) ?(?:no )?(?:a|an|any|some)? ?(?:[\w-]+ )?(?:{job}{end}|vacant|hiring)(?! (?:do|did|for (?:you|your)|that you)) -> Will there be any openings this spring?
\b(?:do not|don't) (?:suppose|imagine) (?:that )?(?:you|there|yourfirm|your \w+) (?:\w+ ){0,4}?(?:{job}|hiring|a hand|recruiting|someone|anyone|help|trainee|intern|assistant|room|anything) -> I don't suppose there's a job going?
\bso much as (?:a|an|some)? ?(?:[\w-]+ )?(?:{job}|work)\b -> I do not want advice so much as a job.
\bnothing (?:\w+ ){0,4}?more than (?:a |to )(?:[\w-]+ ){0,2}?(?:{job}|join|work for|work at|joining) -> Nothing would please me more than to join your firm.
\byou (?:do|would|might|could|are) not (?:\w+ ){0,3}?(?:happen|have|know|hiring|recruiting)(?: \w+){0,4}? ?(?:{job}|hiring|recruiting|trainee|assistant) -> You don't happen to be hiring, do you?
"""

# May be meant as a request: a reader stops.
DOUBTS = r"""
\b(?:writing|write|calling|call|here) (?:to you )?(?:about|regarding|concerning) (?:the|your) (?:[\w-]+ )?(?:job|position|vacancy|opening|role|post)$ -> I am writing about the job.
\b(?:candidate|person|man|woman|one|employee) (?:that |whom )?you (?:need|seek|want|are after|are looking for)\b -> I am the candidate you need.
\b(?:one|person|manager) who (?:hires|recruits|decides on hiring)\b -> Are you the one who hires?
^(?:if|should|were|had|supposing|provided|in case|whenever|in the event)\b.*\b(?:short of|pair of (?:eyes|hands)|vacant|gap to be|staff|understaffed|a hand short)\b -> Supposing you were short of a clerk, would you ring me?
^were (?:you|yourfirm|your (?:\w+ )?{firmword}) to (?:expand|grow|hire|recruit|take on|lose|need)\b -> Were your firm to expand, I should be honored.
\bbe (?:thought of|borne in mind|kept in mind)\b -> I should be honored to be thought of.
\bsay no if\b|\boffered me (?:something|anything|a start)\b -> I would not say no if you offered me something.
\b(?:staff|employee) list\b -> It would be a dream to see my name on your staff list.
\bmy (?:talents?|training|skills|experience|gifts|abilities|energy) (?:with|at|to|in|for) (?:you|yourfirm|your)\b -> Could there be an outlet for my talents with you?
\b(?:benefit|gain|profit) from (?:a|an|another|one more) (?:[\w-]+ ){0,2}?{hand}\b -> Might Acme benefit from an extra accountant?
\bnew hires?\b -> Who would decide on a new hire in your unit?
\bam i (?:what|who|the (?:person|one|sort)) you\b -> Am I what you are looking for?
\bone of your (?:[\w-]+ )?(?:[\w-]+ers|[\w-]+ors|[\w-]+ists|[\w-]+ants|[\w-]+ians|nurses|clerks|staff|people)\b -> How might I become one of your reporters?
\bbe considered by\b -> What must I do to be considered by Acme?
\badding (?:anyone|anybody|someone|somebody|people|staff|another)\b -> Do you foresee adding anyone this year?
\bto work (?:beside|alongside|under|next to) you\b -> Had I the luck to work beside you, I would be content.
^(?!.*\b(?:{informal})\b).*{hoping}.* (?:in|at|on|under|into|from) (?:the \w+ of )?your (?!(?:[\w-]+ )?(?:field|calendar|view|opinion|experience|career|position|place|life|time|area|town|city|neighborhood|mind|hands|debt|profession|industry|trade|line|day|week|schedule|book|article|story|path|advice|answer|judg|case|role|job|work|thought|convenience|leisure|inbox|website|convenient|name|own|behalf|subject|doorstep|busy|visit|next|list|kindness|footsteps|way|steps|earlier|letter|message|note|behalf|side of))[\w-]+ -> I seek a lectureship in your department.
\b(?:someone|somebody|a \w+|a career-changer|people|a person) like me\b(?<!for somebody like me)(?<!for someone like me)(?<!suit someone like me)(?<!help someone like me)(?!.*(?:learn|enter|succeed|do well|fit into the|thrive in the)) -> Would you know of a firm that wants someone like me?
\bcan not find (?:a |any )?(?:[\w-]+ )?(?:{job}|work)\b -> I cannot find a job.
\bhave not (?:\w+ )?found (?:a |any )?(?:[\w-]+ )?(?:{job}|work)\b -> Have not found vacancy.
\bnobody (?:has |will |would )?(?:offered|hired?|give|employ) -> Nobody has offered me a job yet.
^(?!.*\b(?:{informal})\b).*{hoping}.* (?:at|with|in|on|into|for|of|to|through|under|by|from|inside|within|onto|join|near) {place} -> I would love nothing more than a desk in your newsroom.
^(?!.*\b(?:{informal})\b).*\b(?:sign|get|use|put|take|have|bring|send|keep|make|want|need|find|place|let|add|choose|slot|fit|pay|train|try|start|set|sort|consider|count) me\b(?! (?:in touch|sit in|watch|visit|tour|shadow|attend|know|posted|informed|aware|think|realize|realise|see|feel|believe|wonder|curious|smile|laugh|time|grateful|happy|through how|the (?:name|link|address|article|book)|say|in mind (?:for future reference|(?:if|when|should) you (?:think|hear|meet|know|come))|a (?:line|note|copy|link|name|date)|some (?:names|time|reading)|two names|your|if (?:you|another|any)|add|explain|begin|start by|to (?:think|read|see|look|write|wonder|ask|believe|the conclusion|nursing|my feet|your article))) -> Sign me up!
\b(?:offer|offering|present|recommend|propose|volunteer|nominate|commend|introduce) myself\b(?! to the (?:group|class|audience)) -> I would like to offer myself.
\b(?:fill|take|occupy|step into|warm) (?:one of )?(?:the|that|those|a|his|her|their|any|this|these) (?:[\w-]+ )?(?:chairs?|seats?|shoes|gaps?|vacanc\w+|roles?|holes?|desks?|positions?|places?)\b -> I could fill one of those chairs.
\b(?:get|got|gets|getting) (?:me |someone |us |myself )?(?:on at|in at|into|through the door|past the door|on your books|on the books|taken on)\b -> Whom would I talk to about getting on at Acme?
\bon your books\b -> How would someone like me get on your books?
\bif you (?:will|would|can|could|should|were to|wish to|care to|decide to) (?:have|take|use|want|need|keep) me\b -> I would be happy making the tea if you would have me.
\bif you would have me\b -> I'd be happy making the tea if you would have me.
\bwould you have me\b -> Would you have me.
\b(?:trouble|bother|pester|prevail (?:on|upon)|impose (?:on|upon)|press|nag) you (?:for|to find|to (?:get|give|hire|employ|arrange)) (?!(?:[\w-]+ ){0,3}?(?:minutes|advice|time|moment|word|information|name|answer|view|opinion)) -> Could I trouble you for a job?
\b(?:hard|loyal|dedicated|reliable|eager|willing|devoted|keen|good|tireless|diligent|conscientious) (?:\w+ )?(?:worker|employee|team player|hand|hire|addition|recruit)\b.* -> You would get a hard worker in me.
\bmore loyal\b -> I promise you won't find a more loyal employee.
\b(?:resume|cv|biodata|papers|credentials|profile)\b.*\b(?:hr|hiring|recruit\w*|personnel|right (?:people|person|desk|hands)|in front of|desk|for the post|for the role|opening|vacancy|suitable) -> Any way you could get my resume in front of the right people?
\b(?:next|new|fresh|bigger|another|different) challenge\b -> Marketing manager seeks new challenge
\bseeks? (?:a |an )?(?:new|next|first|challenging|rewarding) -> I seek a challenging position in finance.
\b(?:back (?:in)?to|return(?:ing)? to|re-?enter(?:ing)?) (?:work|the workforce|employment|the labou?r market|the workplace)\b.* -> I need to get back into work.
\bneed to work\b -> Need to work.
\bneed (?:the )?(?:money|income|a paycheck|a wage|an income)\b -> Frankly, I need the money and I need the job.
\b(?:i|me|myself) (?:\w+ ){0,3}?(?:working|employed|as part|as one|as a member|in a role) (?:at|with|for|of|in|on) {place} -> I have always seen myself working at Acme.
\b(?:work|employment) is (?:\w+ )?what i\b -> Work is what I need most.
\bit is work\b -> It's work I need, any work.
\bany work\b -> Would there be any work going at your place?
\bhave work\b(?! to) -> I have bills to pay, and I hoped you might have work.
\bsome work\b -> Could you throw some work my way?
\bpaid work\b -> Paid work.
\b(?:an|the|one) (?:opportunity|chance|shot) (?:to|at|for) (?:an )?interview\b -> I'd appreciate an opportunity to interview.
\bshot at\b -> I just want a shot at an interview with your team.
\bget me an interview\b -> Get me an interview and I'll do the rest.
\ban interview with (?:you|your|yourfirm)\b -> Could you get me an interview with your boss?
\binterview with (?:your|yourfirm|hr)\b -> I would love it if you could get me an interview with your team.
\b(?:looking for|in need of|short of|needs?|seeks?|seeking|wants?|hiring|recruiting|on the lookout for|crying out for) (?:staff|drivers|drivers?|someone with|somebody with|people with|a person with|hands|people like|more (?:staff|people|hands)|new (?:staff|people|blood|hires)|[\w-]+ers\b|[\w-]+ists\b|[\w-]+ants\b) -> If a friend of yours is looking for staff, mention me.
\b(?:closing date|deadline|starting salary|salary|pay|start date|hours) (?:for|of) (?:the|your|this|that) (?:[\w-]+ )?(?:{job}|scheme|intake|program|programme) -> When is the closing date for the graduate scheme?
\b(?:list|pool|shortlist|roster|bench) of (?:candidates|applicants|talent|temps|freelancers)\b -> Would it be possible to be added to your list of candidates?
\bin the running\b -> I would be glad to be in the running.
\bin the frame\b -> In the frame.
\bthrow my name\b -> If your firm is ever in the market for a project manager, I would love to throw my name in.
\bi want in\b -> I want in.
\bsign me up\b -> Sign me up!
\bsay the word\b -> Say the word and I'll be there on Monday, sleeves rolled up.
\bgive (?:me|us) a (?:go|shot|try|whirl|whack|tryout|job|start|berth)\b -> Kindly give me a job in your company.
\bhours going\b -> I wondered if there might be some part-time hours going at your shop.
\bsleeves rolled up\b -> Say the word and I'll be there on Monday, sleeves rolled up.
"""
