"""What names jobs and asks for none (R2): one pattern a line, and after the arrow the sentence that it is for."""

# Put a neutral word for it: it is theirs, or is no job at all.
MASKED = r"""
\b(?:job|position|role|post)s? (?:that |which )?you would (?:never|not|take|choose|do|recommend|call|gladly|advise)\b -> Is there a position that you would never take again?
\bopenings? (?:on|before|after|at) (?:\w+day|noon|one|two|three|four|nine|ten|eleven|\d+)\b -> Is there an opening on Tuesday for our talk?
\bopenings? (?:this|next|that) (?:week|month|\w+day)\b -> Opening this week.
\bopenings? for (?:a|our|the) (?:\w+ )?(?:talk|call|meeting|chat|visit|conversation)\b -> Opening for a talk.
\bthe same (?:\w+ )?(?:job|work|position|role|post|career)\b -> Would you take the same job?
\b(?:read|reading|learn|learning|know|knowing|curious|heard|hearing|thought|thinking|wondered) (?:\w+ )?about (?:[\w-]+ )?(?:jobs|positions|roles|careers|work|employment|internships|recruitment|hiring)\b -> I am reading about positions in your field.
\binformation (?:about|on) (?:[\w-]+ )?(?:jobs|positions|roles|careers|hiring|recruitment)\b(?! (?:at|with|in) your)(?! at yourfirm) -> I am gathering information about jobs in publishing.
\bhow (?:the )?(?:hiring|recruiting|recruitment) (?:works|goes|is done|has changed|is|happens)\b(?! at yourfirm) -> I'd like to understand how hiring works in your field.
\b(?:are there|what|which) (?:[\w-]+ )?(?:jobs|roles|positions|openings) in (?:your|this|the|that) (?:[\w-]+ )?(?:field|trade|industry|profession|arts|city|sector|area|line of work)\b -> Are there jobs in your field that need no degree?
\bwhose (?:\w+ )?(?:job|work|position)\b -> I'm seeking out people whose work I admire.
\bi (?:have|had|got|am weighing|turned down|declined) (?:an|two|several|three|some|a few|another) (?:\w+ )?offers?\b(?: from (?!yourfirm|you)[\w' -]+)? -> I have an offer from a museum.
\bif (?:i|there is (?:anything|something)(?: that| which)? i) (?:can|could|may|might) (?:ever )?(?:be of|help|do|return)\b(?: [\w-]+){0,3} -> If I can be of help to you, let me know.
\b(?:most|all|many|few|such|these|those|several|different|various|temporary|odd|other people's|no two) (?:openings|jobs|positions|vacancies|roles|posts|internships|apprenticeships)\b(?! (?:do you|at yourfirm|you have)) -> Most openings are never advertised.
\b(?:good|strong|weak|better|ideal|typical) candidates?\b(?= (?:for|in|from) (?:[\w-]+ )?(?:school|college|a degree|graduate|law|library|medical)|$) -> What makes a good candidate for library school?
(?<!\ba )job[- ]?(?:seekers|hunters)\b -> I teach job-seekers how to write letters.
\b(?:we|i) (?:also |once |often |never |have |then |even )*(?:hire|hired|recruit|recruited|train|trained|employ|supervise|supervised|manage|managed)\b -> We recruit volunteers every fall.
\bi (?:once |had |have |also |never )*(?:interviewed for|been offered|was offered|did not get|was turned down for|was passed over for|missed) (?:a|an|the|that) (?:[\w-]+ ){0,2}?{job}(?: (?:at|with) (?!yourfirm)[\w' -]+)? -> I have been offered a position at the museum.
\b(?:head|director|manager|member|vice president|years?) of (?:hiring|recruitment|recruiting|employment|talent)\b -> As head of hiring I read many letters.
\b(?:we|i) (?:spoke|talked|wrote) (?:\w+ ){0,3}?about (?:[\w-]+ ?){1,4} -> We talked about jobs in the arts for an hour.
\b(?:you|who|he|she|they) (?:\w+ )?(?:spoke|talked|wrote|lectured|speak|write|teach|talk) (?:\w+ )?(?:about|on|of) (?:[\w-]+ ){0,2}?(?:hiring|recruiting|recruitment|employment|jobs|work|careers)\b -> We met where you spoke about hiring.
\bused to (?:[\w-]+ ){0,3}?(?:for|with|at|under|as|in|be) (?:[\w-]+ ?){1,4} -> He used to work with you.
\bsettl(?:e|ed|ing) in(?:to)? (?:well |nicely |slowly )?(?:to |at |in )?(?:the|my|a) (?:[\w-]+ )?(?:job|role|position|post)\b -> I'm settling in to the new job and enjoying it.
\bhire (?:a|the) (?:\w+ )?(?:hall|room|car|van|bus|venue|band|tent)\b -> Do you hire a hall for the annual meeting?
\bif you had to (?:hire|choose|start|pick|recruit)\b(?: [\w-]+){0,4} -> If you had to hire your own successor, what would you look for?
\beven if (?:you|yourfirm|there) (?:had|have|were|was) (?:[\w-]+ ?){1,5} -> Even if you had a vacancy, I would not be the one to fill it.
\b(?:associations?|society|societies|clubs?|unions?|guilds?|groups?|chambers?|networks?|bodies|forums?|communities|meet-?ups?) (?:that |which |for \w+ )?(?:i|one|you|people) (?:\w+ ){0,2}?join\b -> Is there a professional society I could join?
\bjoin(?:ed|ing)? (?:(?:the|a|an|my|our|your|this|that|local|one of) )*(?:[\w-]+ ){0,3}?(?:society|association|club|union|guild|chamber|network|forum|community|webinar|call|session|meeting|seminar|conference|event|talk|class|course|workshop|discussion|list|newsletter|lunch|coffee|dinner|breakfast|table|tour|march|choir|church|army|navy|program|programme|zoom|panel|reading)\b -> I hope to join your webinar.
\bjoin you (?!at the (?:start|beginning|end) of)(?:and your \w+ )?(?:for|at|on|this|next|by|in person|in the|from)\b -> I would love to join you for lunch.
\bapplications? (?:to|for) (?:[\w-]+ ){0,4}?(?:school|college|university|scholarship|fellowship|grant|program|programme|degree|course|certification)s?\b -> My application to library school goes in.
\b(?:school|college|university|grant|scholarship|visa|loan) applications?\b -> My school application needed an essay, and your story helped.
\bin (?:a|the|no|any|some|what) position (?:to|of|is|are|after)\b -> I am not in a position to judge.
\b(?:awkward|difficult|embarrassing|uncomfortable|impossible|strange|odd) position\b -> Awkward position.
\bposition (?:paper|statement)s?\b -> Position paper.
\brole[- ]models?\b -> She has been a role model to me.
\b(?:play|played|plays|playing) (?:a|the|an) (?:\w+ )?(?:role|part)\b -> Play a role.
\bopening (?:of (?:a|an|the|your|my|our|its|this)|ceremony|remarks|night|day|hours|chapter|speech|talk|lines?|session|paragraph|page|up)\b -> Your opening remarks stayed with me.
\b(?:eye|heart|door)-opening\b -> Eye-opening.
(?<!\ban )(?<!any )(?<!the )(?<!\bno )\bopening (?:a|an|the|your|this|my|that|doors?)\b -> Thank you for opening my eyes.
\b(?:openings?|slots?|spots?|gaps?|room|space|a place|time) (?:\w+ )?(?:in|on) (?:your|his|her|my|the) (?:busy |full |crowded |\w+ )?(?:calendar|schedule|diary|day|week|agenda|afternoon|morning|timetable)\b -> Is there an opening in your calendar?
\b(?:with|for|to|of|helps?|other|many|young|from|by|as) (?:\w+ )?job[- ]?(?:seekers|hunters)\b -> Your work with job seekers is why I write.
\bjob (?:fair|club|center|centre|board)s?\b -> We met at the job fair in October.
(?<!on the )(?<!in the )\bjob market\b -> How competitive is the job market for librarians?
\byou (?:were|got|had been|have been) (?:first )?(?:hired|recruited)\b -> I learned that you were hired out of college.
\b(?:you|who|they|he|she) hired\b -> Who hired you at Acme?
\binformational? interviews?\b -> I would like an informational interview.
\binterview(?:ed|ing)? (?:you\b|him|her|them|people|others|dr|mr|ms|mrs) -> May I interview you for about twenty minutes?
\binterview with you\b -> Interview with you.
\b(?:good|great|nice|fine|remarkable|wonderful|excellent|lovely|tremendous|hard|thankless) job (?:of|on|with|at)\b -> You did a good job of explaining it.
\bon the job\b(?! market) -> Do you remember your first day on the job?
\bjob[- ](?:shadow\w*|titles?|descriptions?|satisfaction)\b -> What was your job title when you started?
\bemployment (?:law|lawyer|attorney|policy|statistics|contracts?|figures|rate)\w*\b -> I read your book on employment law.
\b(?:un)?employment rates?\b -> Employment rate.
\b(?:phd|doctoral|master's|mba|degree|presidential|drug|vaccine) candidates?\b -> I am a doctoral candidate.
\bcandidate (?:for|in) (?:the |a )?(?:ph\.?d|degree|master|doctor|mayor|council|governor|office|senate)\w*\b -> Candidate for phd.
(?<!me )(?<!you )(?<!us )\bpost(?:s|ed)? (?:office|card|on|about)\b -> I read your post on discharge planning.
\b(?:enjoy|enjoying|like|liking|love|loving|settled in) (?:the|your|that) (?:new )?(?:job|role|post|position)\b -> Are you still enjoying the new job?
\byou (?:\w+ )?(?:like|liked|enjoy|enjoyed|love|loved|miss|hate) (?:working|being|to work|life) (?:there|here|(?:at|for|with|in|on) (?:yourfirm|your [\w-]+)) -> Do you like working at Acme?
\bby post\b -> By post.
\bin the post\b -> I understand you were promoted after two years in the post.
\bblog posts?\b -> Blog post.
\bkeep you posted\b -> You asked me to keep you posted on my job search.
\blinkedin posts?\b -> Linkedin post.
\bposts? (?:\w+ )?on linkedin\b -> Post on linkedin.
\bplace (?:of work|to start|to eat|to meet|to talk)\b -> Place of work.
\bin your place\b -> In your place.
\bwork (?:shop|load|place|week|day)s?\b -> What time does your work day start?
\bwork (?:visa|permit)s?\b -> Work visa.
(?<!for )(?<!find )(?<!get )(?<!land )(?<!seeking )(?<!start )(?<!build )(?<!begin )(?<!launch )\bmy (?!next\b|new\b)(?:own |very )?(?:present|current|last|former|previous|first|old|own|summer|student|day|earlier|part-time|past|weekend|evening|teaching|desk|recent|late|other|second|whole)? ?(?:[\w-]+ )?(?:job|position|role|internship|post|work|career|employer|placement|apprenticeship|traineeship)s?\b(?! (?:search|hunt|application|seeking|hunting|inquiry|with you\b|at yourfirm|in your|on your|change)) -> In my last job I led a team of six.
(?<!\bam )(?<!\bwas )\b(?:during|after|did|completed|finished|since|before|done|did|through) (?:a|an|my|the|two|three|his|her) (?:[\w-]+ ){0,3}?(?:internship|placement|apprenticeship|traineeship|job|role|post)s?\b(?! (?:at|with) yourfirm| with you\b) -> After my internship I stayed on.
\bi(?: have| had)? (?:now |recently |just |since |finally |once |first |only |never )*(?:taken|accepted|started|begun|found|took|got|began|had|left|lost|quit|resigned|held|enjoyed|kept|declined|refused|landed|chose|changed|turned down|start|gave up|given up|walked away from|stepped down from|worked) (?:from )?(?:up |in |as )?(?:a|an|my|the|several|two|three|many|various|that|this|one|four|five|seven|some|both) (?:[\w-]+ ){0,3}?(?:jobs?|positions?|roles?|internships?|posts?|offer|placement|employment)\b(?! (?:on your|in your|with you\b|at yourfirm)) -> I started a new job in May.
\bi (?:have|hold|like|love|enjoy|keep|am happy in|am content in) (?:a|an|my|the) (?:(?!new)[\w-]+ ){0,2}?(?:job|position|role|post)\b(?! (?:on|in|at|with|of) (?:your|yourfirm|you)| for you| idea| to ask| in mind) -> I have a job as a teacher, and I like it.
\bi (?:(?:have|had|was|been|am|also|once|first|then|even|briefly|just|recently|successfully) )*(?:worked|working|work|interned|volunteered|volunteer|employed|trained|served|temped|hired|promoted|appointed|joined|started out|left|retired|resigned) (?:[\w-]+ )?(?:as|at|for|in|with|by|from|to|on|the|straight|alongside) (?!yourfirm(?! 's| as)|you\b|your (?:team|company|firm))(?:[\w-]+ ){0,2}?(?:intern|trainee|apprentice|assistant|job|position|role|post|\w+)\b -> I work as a nurse at Lakeside Clinic.
\byour (?:[\w-]+ )?(?:work|job|career|years|role|position|experience|background|life|time) (?:in|with|on) (?:recruiting|recruitment|hiring|employment|personnel)\b -> I am writing to you because of your work in recruiting.
(?:\b(?:your|his|her|their|one's|somebody's|someone's|people's|another's)\b|(?<!today)(?<!let)(?<!here)(?<!there)(?<!that)(?<!what)(?<!\bit)(?<!\bhe)(?<!master)(?<!month)'s\b|\w+s'(?= ))(?: (?!open\b|vacant|available|advertised|posted|unfilled|next\b|future|job (?:opening|offer)|hiring|esteemed|organi[sz]ation|company|for\b)[\w-]+){0,3}? (?:jobs?|work|positions?|roles?|posts?|career|internships?|careers?|placement|apprenticeship|traineeship|employment)\b(?! (?:opening|vacanc|posting|offer|opportunit|application|advert|ad\b|listing|board|for me|available|if you leave)) -> Your team's work on the port is why I write.
\byour (?:new|next) (?:job|role|position|post|venture|challenge|chapter|career)\b -> I hope your new job is going well.
\b(?:the|this|that|each|every|a|an|any|which|what|such) (?:[\w-]+ ){0,3}?(?:jobs?|work|positions?|roles?|posts?|opening) (?:that |which )?(?:you|your [\w-]+(?: [\w-]+)?|they|he|she|people) (?:have|has|had|do|does|did|hold|holds|held|are doing|is doing|describ\w+|mention\w*(?! to)|started|began|took|left|now|once|first|turned|chose|love|loved|like|enjoy|applied|got|told|spoke|talked|made|never|always|work)\b -> I would like to hear of the job you do.
\b(?:how|when|why|where|what|which) (?:\w+ )?(?!(?:one|people|someone) (?:\w+ )?gets? hired at)(?:did |made |led |brought |drew |persuaded |caused |moved |convinced |took )?(?:you|your \w+|he|she|they|people|others|most people|one|anyone|somebody|somebody new) (?:[\w'-]+ ){0,6}?(?:job|jobs|position|role|work|internship|post|apply|applied|hired(?! at yourfirm| here)|yourfirm|vacancy|join|joined|career|placement|apprenticeship)\b(?! (?:for me|available|going)) -> What led you to apply to Acme?
(?<!for )(?<!have )(?<!get )(?<!want )\b(?:a|an|in|of|the) (?:[\w-]+ )?(?:jobs?|positions?|roles?|work) (?:like|such as|similar to) (?:yours|theirs|his|hers|that)\b -> What does a job like yours ask of a person?
\b(?:parts?|sides?|aspects?|demands?|nature|realit(?:y|ies)|challenges?|rewards?|day-to-day|frustrations?|joys?|kinds?|sorts?|types?|ins and outs|heart|world|future|history|purpose|importance|meaning|value|feel|pace|lines?|years|side|rest|half|day|week) of (?:the |this |a |an |such a |that |your |these |those )?(?:[\w-]+ )?(?:job|work|position|role|jobs|positions|roles|internship|employment|hiring|recruiting|recruitment)s?\b(?! (?:do you have|are (?:there|available|open)|at yourfirm|with you)) -> What is the hardest part of the job?
\b(?:what|how|whether|why|if|that|where|which|when|until|because|since|as) (?:the|this|a|such a|that|it is to do the|an) (?:[\w-]+ ){0,2}?(?:job|position|role|work|internship|post|apprenticeship) (?:is|was|asks|takes|demands|requires|needs|involves|entails|looks|feels|has|fits|changes|changed|means|differs|suits|would suit|might suit|pays|calls|brings|really|actually|of)\b(?! (?:open|vacant|available|still|going|unfilled)) -> I have thought about what the job asks.
\b(?:people|others|someone|those|anyone|colleagues|persons?|men|women|professionals|somebody|students|graduates|nurses|teachers) (?:who |that )?(?:in|with|hold\w*|have|do(?:ing)?|from|get|find|apply\w*|applied for|take|want|seek\w*|look\w* for) (?:[\w-]+ ){0,3}?(?:positions?|jobs?|roles?|work|employment)\b(?! like mine) -> I would like to meet people in such jobs.
\b(?:the|your|a|an|his|her|my|this|that|their) (?:\w+ )?(?:book|article|talk|lecture|paper|chapter|essay|podcast|piece|column|report|episode|panel|speech|study|class|course|workshop|webinar|thesis|dissertation|research|blog|newsletter|conference|seminar|story) (?:\w+ ){0,2}?(?:about|on|of|by|for) (?:[\w-]+ ){0,3}?(?:work|{job}|hiring|recruiting|recruitment|careers?|candidates|how people are hired)\b -> Your article on recruitment stayed with me.
\b(?:congratulations|congrats|well done|good luck|best of luck|best wishes|happy to hear|glad to hear|delighted to hear|pleased to hear|heard|thrilled)(?: \w+)? (?:on|in|with|of|about|for|to hear of) (?:the|your|starting|getting|taking|landing|being|a|this|his|her)? ?(?:[\w-]+ ){0,3}?(?:job|position|role|post|promotion|hire|appointment|career|internship|vacancy|opening)\b(?! (?:on|in) your) -> Congratulations on the new job!
\b(?:the|that|this|how (?:is|are|was)(?: the)?) (?:new )?(?:job|role|position|post) (?:is|was|has|will|turned|proved|treats?|treating|suits|going|went|ends?|began|starts|keeps|did|can|must|taught|came|comes|involves|requires|pays|takes|demands|asks|of the|description|as|well)\b(?! (?:still |yet |now )?(?:open|vacant|available|going$|unfilled|filled|advertised)) -> The job turned out well.
\b(?:i|we) (?:will|shall|promise(?:d)? to|do|am going to|would|can) (?:\w+ )?(?:never|not) ask you for [\w ]+ -> I will never ask you for a job.
\b(?:job|work|career|employment)[- ](?:related|life|experience|history|ethic|satisfaction)\b -> Job-related.
\bwork (?:that|which) (?:fits|matters|suits|i)\b -> I want to find work that matters to me.
\b(?:apply|applying|applied) (?:to|for|at) (?:[\w-]+ ){0,5}?(?:schools?|colleges?|universit(?:y|ies)|scholarships?|fellowships?|grants?|programs?|programmes?|degrees?|master's|courses?|certification|licen[cs]e|visa)\b -> I am applying to nursing school.
\b(?:put|putting) your (?:\w+ )?(?:advice|ideas?|suggestions?|tips?|words) to work\b -> I have put your advice to work.
\bhard at work\b -> Hard at work.
\bat work\b -> Could I watch you at work for a morning?
\b(?:travel|wear|dress|commute|drive|fly|move)\w* (?:\w+ ){0,2}?for work\b -> Do you travel much for work?
\b(?:does|would|will|might|can|could|not|that|it|which|time|day|place|ten|at \w+) work(?:s)? (?:for|best for|better for|around|with) (?:you\b(?! on)|your (?:schedule|calendar|diary)|me|both|us) -> Does Thursday at ten work for you?
\bthe work\b -> How has the work changed in ten years?
\bwork(?:s)? (?:well|best|out)\b -> Please let me know what day works best for you.
\bworks for (?:you|me)\b -> Any time that works for you works for me.
"""

# A clause of this kind is about them, about others or about the trade: nobody asks in it.
ASIDE = r"""
^(?:warm|best|kind|good|every good|all good) wishes\b -> Warm wishes for the new post!
^enjoy\b -> Enjoy the new job!
^all the best\b -> All the best in your new role.
^(?:i )?hope (?:that )?(?:work|the (?:[\w-]+ ){1,3}?(?:is|are|was|were|has|have|goes|went|will)\b|the (?:new )?(?:job|role|post|position)|your|all|you (?:are|enjoy|like|had|have a (?:good|great|lovely)))\b(?!.*(?:for me|hire|consider)) -> I hope that your new job is going well.
^is (?:a|an|the) (?:[\w-]+ ){0,3}?(?:job|position|role|internship|apprenticeship|degree) (?:in [\w ]+ )?(?:a |an |the |good|hard|enough|better|worth|safe|useful|usual|needed|common) -> Is a warehouse job good preparation for logistics?
^(?:in )?which (?:jobs?|roles?|kinds?|positions|careers|parts) (?:in|of|suit|do people|do most|pay|are (?!you|there|open|available)|fit|need|ask) -> Which jobs in this field suit a quiet person?
^(?:your|the|that) (?:[\w-]+ )?(?:advice|article|talk|words|story|tips?|views?|column|kindness|example|note|letter|suggestions?|thoughts|guidance|insights?|answers?|explanation|book)\b(?!.*(?:for me$|hire me|consider me)) -> Your advice on how to read a job advertisement was useful.
^(?!.*\b(?:like me|closing date|deadline|salary for|hire me|hiring me|for me|of me|recruiting|hired at yourfirm|get a job at|be hired|should i apply))(?!(?:when|how soon|how often) (?:do|does|will|are|is|would) (?:you|yourfirm|your|they)\b|what (?:i|we)\b|(?:which|what) (?:[\w-]+ )?(?:jobs|positions|roles|vacancies|openings|internships) (?:are|do|have|is) (?:you|there|yourfirm)|who (?:does|is (?:the|in|your) (?:recruiter|charge|hiring|hr|person|right)|handles|do i|runs|should)|whom|where do)(?:and |but |so |also )?(?:how|what|why|when|where|which|who)(?: \w+){0,3}? (?:should|can|could|might|would|did|do|does|made|led|brought|drew|was|is|are|were|has|have|would|kinds?|sort|sorts|skills?|advice|part|parts|habits?|first|of your)(?! (?:i\b|we\b|it take for you to hire|you (?:have|hire|hiring|recruit)|are you hiring))(?! (?:the |your )?(?:chances|next)).*(?:you|your|people|one|someone|somebody|employers?|field|trade|it|newcomers|beginners|interns|they|others|most|in|assistant|a|the)\b -> What do employers in this field value most?
^(?:the |today's |this )?(?:job|labor|labour|employment) market\b -> The job market in Ohio is slow.
^(?:many|most|some|few|all|other|several|half|both|young|older|no) (?:of )?(?:my |the |our )?(?:people|students|graduates|classmates|friends|colleagues|employers|firms|companies|nurses|teachers|of them|others|of us|veterans|peers|hospitals|letters|who|jobs|roles|positions|career changers) -> Most of my classmates are looking for jobs.
^(?:my|a|our|the|his|her) (?:\w+ )?(?:sister|brother|friend|wife|husband|partner|daughter|son|roommate|classmate|cousin|colleague|mother|father|boss|mentor|neighbor|neighbour|aunt|uncle|professor|teacher|niece|nephew|parents|friends|students|family|tutor|advisor|adviser|manager|flatmate|supervisor)\b(?!.* (?:for me|consider me|hire me|if you)) -> My brother is looking for a job.
^(?:he|she|they|people|students|employers|hospitals|firms|companies|dr|mr|ms|mrs|prof|others|everyone|everybody|someone|somebody|one|nobody|graduates|newspapers)\b(?!.* (?:hire me|for me|consider me|help me)) -> She is looking for a job in your field.
^(?:i |and i |we )?(?:know|realize|realise|understand|gather|am sure|am aware|read|noticed|notice|saw|see|heard|learned|remember|recall|imagine|expect|suppose)(?: that)? (?:many|most|you (?:must |may |probably |surely |might |will )?(?:get|receive|hear from|began|started|joined|were|have (?:worked|been|hired)|once|first|used to|hired|left|had|came|spent|took|applied|worked|built|run|lead|led|know)|people|yourfirm (?:hired|was|has (?:hired|grown|opened|moved|won)|opened|grew)|your (?:team|work|career|job)|others|few) -> I know that many people write to you for a job.
^(?:you|yourfirm|your (?:[\w-]+ )?{firmword}) (?:must|said|told|wrote|mentioned|have (?:worked|been|written|held|spent|had|said|told)|were|did|had|worked|began|started|joined|hired|moved|spoke|talked|explained|described|asked|may get|might get|get|receive|know|taught|gave|left|took|made|once|said|warned)\b(?!.* (?:hire me|for me|consider me|of me)) -> You said that the role has changed.
^(?:unlike|like) (?:most|many|others|the|other)\b -> Unlike most who write, I am not after a job.
^(?:thank you|thanks|many thanks|thank you so much|thanks again|i am grateful|i (?:would like|want|write|am writing) to thank you|with thanks|i appreciated?|i enjoyed|i was (?:glad|happy|struck|impressed|delighted|moved|pleased)|it was (?:good|kind|great|a pleasure|generous|lovely|so|nice)|congratulations|congrats|best wishes|good luck|best of luck)\b(?!.* (?:if you|consider(?:ing)? me|considering my (?:application|candidature|profile|resume|cv)|hire|hiring me|for me$|my (?:application|candidature)|keep(?:ing)? me|employ|for any|any (?:job|opening|vacan)|could (?:help|find|offer|consider|pass|refer|get|let|put|give)|would (?:help|find|offer|consider|pass|refer|let|put)|i (?:am|would|want|hope|still) (?:look|seek|like|love|need|apply)|for a (?:job|placement|position|role|chance to (?:work|join|prove))|of (?:a|any) (?:job|work|position))) -> Thank you for telling me about your job.
^(?:before|after|when|while|since|until|during|once|as) (?:i|you|he|she|they|we|my|joining|working|leaving|taking|your)\b(?!.* (?:need|hire|recruit|take on|next|have an?|are hiring)) -> When I was an intern, I saw how a newsroom works.
^(?!would it be (?:possible|ok|okay|all right|too|rude|cheeky))(?:is|are|does|do|can|should|must|would|did|was|were) (?:it|one|people|most|newcomers|beginners|a degree|a (?:\w+ )?(?:person|beginner|newcomer|license|master's|certificate|certification)|experience|employers|others|interns|trainees|graduates|nurses|teachers|hospitals|firms|companies|salaries|jobs in (?:this|your|the) field|you (?:enjoy|like|travel|find|miss|regret|recommend|work|think|still|remember|always|feel|choose|advise|say|see|believe|know what|glad|happy|ever|consider yourself)|your (?:job|work|role|career|position|days?|theirs))\b(?!.* (?:me\b|yourfirm|your team|your company|i could|i can|hiring|openings?$)) -> Is it usual to start as an assistant?
^(?:should|must|do|would|could|can) i (?:get|take|do|need|study|learn|read|finish|go|think|start with|ask you about|ask how) -> Should I get a degree before I look for work?
^(?:i|we) (?:wonder|wondered|(?:am|was) (?:wondering|curious|interested|trying to (?:learn|understand|find out|see)))(?: to know| to learn| to hear| in)? ?(?:how|what|whether this|whether such|whether the (?:work|field|job)|why|if this|about|which|the way) -> I am curious what the work is like.
^(?:i|we) (?:would|should) (?:like|love|be (?:glad|grateful|curious|interested|happy)) to (?:know|learn|hear|understand|ask|see) (?:more )?(?:about |of |from you )?(?:how|what|whether (?:this|such|the (?:work|field|job)|it)|why|which|about (?:your|the|jobs|careers|what|how)|where|your|the (?:work|trade|field|life|day)|jobs in|(?:if|whether) this)(?!.*(?: hired at| get a job at| openings?\b| vacanc| hiring| me (?:a|on)\b| i (?:could|can|might) (?:join|apply|get|contribute))) -> I would like to know how people come into it.
^(?:i|we) (?:want|hope|wish|am trying|try|aim|plan|need|write|am writing|ask|am hoping) (?:only |just |simply )?to (?:know|learn|hear|understand|ask|see|find out|decide|explore|compare|discover) (?:more )?(?:about |of |from you |in which |for myself )?(?:how|what|whether (?:this|such|the|it)|why|which|about (?:your|the|what|how|careers?|jobs)|where|your|the (?:work|trade|field|life|day|kind)|if this|before)(?!.*(?: hired at| get a job at| openings?\b| vacanc| hiring| i (?:could|can|might) (?:join|apply|get|contribute))) -> I want to learn which jobs suit a quiet person.
"""

# Where the request is told of you or of others: the words just before it in its clause.
TOLD_OF_YOU = r"\b(?:when|while|before|after|since|how|why|what|where|did|made|led|brought|helped|got)\b(?: \w+){0,3}? you(?: (?:were|are|had|have|been|first|once|began|started|then|also|went|came|yourself|when|while|to|about|would|did|made|might|most|do|not))*$"
TOLD_OF_OTHERS = r"\b(?:(?:my|a|the|our) (?:\w+ )?(?:sister|brother|friend|wife|husband|partner|daughter|son|roommate|classmate|cousin|colleague|mother|father|boss|mentor|neighbor)|people|students?|others|those|they|he|she|graduates?|friends?|classmates|candidates|clients?|patients?|veterans?|women|men|teachers?|nurses?|workers?|everyone|somebody|families|members|many|most|refugees|adults|parents)(?: (?:find|get|seek|look for|looking for|take|want|need|land|who|that|are|is|were|was|had|have|has|been|often|still|when|while|to|in|begin|began|start|started|would|can|will|must|may|just|all|usually|typically|your field|this field|write|you|do|not))*$"

# A word of jobs in none of these ways: a reader stops where it stands beside a wish, a question or a condition.
MENTION = r"\bto talk to about jobs|(?<!\bthe )(?<!\bthis )(?<!\bthat )\b(?:jobs?|applications?|staffing|casual work|overtime|vacanc(?:y|ies)|openings?|positions?|employment|hir(?:e|ed|ing)|recruit(?:ed|ing|ment|er|ers)?|internships?|apprenticeships?|traineeships?|applicants?|candidates?|candidature|unemployed|job-?hunt\w*|placements?|roles?|posts?|joining|employ|employer)\b"
WISHING = r"\b(?:i (?:would|want|hope|wish|need|look|seek|ask|could|can not|am (?:looking|hoping|seeking|interested|keen|ready|eager|open|asking|writing|trying)|wonder)|hope|hoping|let me|tell me|help|if you|if there|should|any|consider|please|would you|could you|can you|do you|are there|is there|offered me|me a|for me|looking for|seeking|asking|searching|it is not|nobody|laid off|unemployed|redundan\w+)\b"
