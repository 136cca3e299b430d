"""What a cell says to its writer alone, or about them alone: one pattern a line, with what it is for (pure)."""

from __future__ import annotations

# As typed: what stands for a name still to come, orders to oneself in capitals, laughter and chat.
AS_TYPED = r"""
^[^A-Z]*(?:;|\(| [–—-]) ?(?:also |and |but )?(?:she|he)(?:['’](?:s|ll|d)| (?:is|was|has|had|hates|hated|likes|wants|knows|said|says|will|won['’]t|can['’]t|does|doesn['’]t))\b -> because of your work on readers; also she's dating Tom
(?:^(?i:because of|due to|for|to|about) |\b(?:of|for|at|with|from|to|by|and|your) )(?:X{2,}|Y{2,}|Z{2,}|XYZ)(?= *(?:$|[,.;]|(?:and|for|in|at|from|who)\b)) -> because of XX
^(?i:because of|due to|for|about) [A-Z]$ -> because of X
^(?:XX+|YY+|ZZ+|XYZ)\b(?! [A-Z]) -> XX at Kent State
\b(?i:room|rm|suite|floor|at) (?:XX+|YY+)\b -> Room XX
\b(?:ABC|XYZ) (?i:company|corp|firm|inc|organization)\b -> because of ABC company
[–—-] ?[A-Z]{2,}(?: [A-Z]{2,})+\W*$ -> because of your post - LIKED IT
\b(?:of|for|to|with|at|from|your|and) (?:NAME|COMPANY|PERSON|TOPIC|SOMETHING|BLANK)\b(?! [A-Z]) -> for NAME and the tour
(?<!\bthe )(?<!\byour )(?<!\ban )(?<!\ba )\b(?:FOLLOW[- ]?UP\b|(?:CALL|SEND|CHECK|E-?MAIL|ASK|WRITE|TEXT|REMEMBER|REMIND|BRING|MENTION|ADD|THANK|URGENT|DON['’]T|DO NOT)[:,!]? (?:[A-Z]{2,}\b|\d(?!11\b)))(?!(?: [A-Z\d][A-Z\d-]*)* (?!(?:about|with|on|in|by|for|to|at|from|if|when|after|before|until|next|her|him|them|me|again|soon|the|an?|my|his|their|and|or|re)\b)[a-z]) -> for the tour FOLLOW UP JAN 5
\b(?:[Ll][Oo][Ll]|lmao|LMAO|rofl|ha(?:ha)+h?|he(?:he)+|tbh|imho|imo|idk|IDK|btw|omg|OMG|wtf|WTF|smh|fyi|FYI|ngl|ugh|yikes|ttyl)\b -> for the tour, Jim was late lol
"""

# In lower case: what one adds to one's own notes.
IN_NOTES = r"""
\([^()]*\b(?:creepy|creep|weirdo|jerk|idiot|rude|awful|hates?|hated|stupid)\b[^()]*\) -> café on Main (creepy guy)
\(\w+ (?:told me|says|said)\) -> because of your work on readers (Tom told me)
\((?:private|confidential|internal|secret|off the record|for me only)[:,)] -> because of your work on readers (private: do not quote)
\((?:got (?:it|them)|done|not (?:yet )?(?:done|sent|received|there)(?: yet)?|received(?: \d{1,2}[/.]\d\S*)?|creepy|declined|accepted|still (?:open|waiting)|outstanding)[.!]*\) -> to send a list (got it)
(?:[,;–—]|\s-) ?(?:got (?:it|them)|(?:i |but i )?declined|but i (?:said no|refused)|received(?: \d{1,2}[/.]\d\S*)?|not (?:yet )?(?:done|sent|received)(?: yet)?|(?:high|low|top) priority|urgent)[.!]*$ -> dinner, declined
(?:[,;–—]|\s-) ?(?:wait (?:until|till|for) .*|needs? to (?:check|ask|look|read|research|find)\b.*|must (?:check|ask|look|find)\b.*|(?:first )?draft|reword|rewrite|check (?:the )?(?:spelling|dates?|facts)|copied from .*|\w+ (?:told me|says|said) ?(?:so)?)$ -> because of your work on readers, wait until January
^(?:because|for|to)\b.*(?:[;–—]|\s-) ?(?:ask (?:about|for)|mention|bring up|tell|remind)\b -> for the advice - mention Tom
^(?:because|for)\b.*, ?(?:ask about|mention|bring up) (?!.*\band\b)[^,]*$ -> because of your work on readers, ask about salary
\s//\s -> because of your work on readers // check spelling
\((?:i )?(?:doubt(?: (?:it|that|so|he|she|they)\b[^()]*)?|doubtful|hope (?:so|not)|hopefully|guess(?: so)?|bet|yeah,? (?:right|sure)|sure, sure|as if|or not|fingers crossed|we['’]ll see|long shot|unlikely|not likely|whatever|sigh|meh|duh|wow|boring|weird|awkward|rude|vague|so-so)[.!]*\) -> to call me back about it (doubt it)
\(i (?:did|have|had)(?:n['’]t| not) (?:\w+ )?(?:read|see|seen|watch|watched|listen|finish|finished|check|checked|hear|heard)\b[^()]*\) -> because of your book (I didn't read it)
\((?:kinda|kind of|sorta|sort of)\b[^()]*\)|\((?:probably |it )?(?:won['’]?t|never will)\b[^()]*\) -> for the talk (kinda dull)
\si guess\W*$|[,(–—-] ?(?:i )?(?:can['’]?t|cannot|don['’]?t) (?:remember|recall)\b -> for the help i guess
^to (?:maybe|probably|prob|hopefully) |\s(?:or (?:something|whatever)(?: like that)?|and (?:stuff|whatnot|all that))\W*$|\bprobs? (?:wo|ca|do|is)n['’]?t\b|\bprob (?:not|never|will|the|a|my|too|so)\b -> to call me (prob won't)
[,–—-] ?(?:i (?:think|guess|hope)|maybe|perhaps|prob(?:ably|s)?|supposedly|hopefully|we['’]ll see|or (?:something|whatever)|not sure)[^\w?]*$ -> to send names, I think
\s[–—-] ?(?:boring|okay|ok|meh|so-so|weird|rude|awkward|useless|kinda|kind of|not (?:great|helpful|much)|waste of)\b -> for the advice - boring but ok
\s[–—-] ?\$\d[\d.,]*$ -> for the coffee - $4.50
\bblah\b|\bbla,? bla\b|\byadda\b|^because (?:of )?(?:whatever|reasons|stuff)$ -> because of blah
\bf/u\b|[,;.–—-] ?follow(?:ing)?[- ]?up (?:in |on |by )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|next|\d) -> for the tip, f/u in Jan
"""

# In a place, as typed: what to do there, and when.
IN_A_PLACE = r"""
^(?![A-Z]\w+(?: (?:the|in|of))+ [A-Z]\w+ (?i:cafe|café|coffee|bar|bistro|diner|grill|inn|pub|restaurant|bakery|lounge|deli|tavern)\b)(?!Be There\b)(?i:(?:please |pls )?(?:bring|wear|remember|don['’]?t|do not|never|arrive|be there|come|dress)) (?=[a-z\d]|[A-Z]{2}) -> Bring resume! 3rd floor
^(?i:(?:please |pls )?(?:call|text|e-?mail|ring|phone|buzz|check)) (?i:first|ahead|before|when|if|from|on|upon|in|him|her|them|back)\b -> call first!
^(?![A-Z]\w+(?: (?:the|in|of))+ [A-Z]\w+ (?i:cafe|café|coffee|bar|bistro|diner|grill|inn|pub|restaurant|bakery|lounge|deli|tavern)\b)(?:ask|[Aa]sk for|[Pp]ark (?:in|behind|on|across|near|next)|[Tt]ake (?:the|bus|exit|a))\b -> ask Al
[!.;,–—-] *(?i:bring|wear|don['’]?t|remember|dress) (?=[a-z\d]|[A-Z]{2}) -> 3rd floor, bring two copies
\b(?!^R[eé]sum[eé]s? [A-Z][a-z])(?i:resum[eé]s?|résumés?)\b -> 3rd floor, resume!
^[Pp]arking\b(?! (?:garage|lot|deck|structure|office|level)\b)(?! [A-Z\d]) -> parking in back
^(?i:(?:mon|tues?|wed|thur?s?|fri|sat|sun)[a-z]*,? )?(?i:at |@ ?)?\d{1,2}(?::\d\d ?(?i:[ap]\.?m\.?)?| ?(?i:[ap]\.?m\.?))$ -> 2pm
"""

# In lower case, and where nothing is said of the reader: a reason that is the writer's own need.
OWN_NEED = r"""
^because (?:i am|i['’]?m)(?: [\w-]+){0,2}? (?:desperate|broke|jobless|unemployed|laid off|in debt|stuck|bored|poor|out of (?:work|money|options|ideas)|(?:tired|sick) of|fed up|getting nowhere|running out of (?:money|time|options)|behind on \w+)\b -> because I'm desperate
^because i (?:(?:really|just|badly|do|so) )*(?:need|want|could use) (?:this|it|help|money|cash|work|a job|a break|a favou?r|something|anything|somebody|someone|an income|(?:(?:an?|some|more|two|three|good) )?(?:[\w-]+ )?(?:references?|recommendations?|referrals?|mentors?|contacts|connections|interviews?|letters?|credits?))\b(?! (?:who|that|to|with|about|in|for|from|of|on)\b) -> because I really need this
^because my (?:unemployment|severance|savings|benefits|money|rent|visa|insurance|lease) (?:\w+ ){0,2}?(?:runs? out|ran out|ends?|is due|is gone|are gone)\b|^because i have .*\bno (?:job|money|work|income|savings)$|^because (?:i have |it['’]?s |it is |this is |i need (?:this|it) )(?:for )?(?:an?|my) (?:[\w-]+ )?(?:class|school|course|assignment|homework|project|paper|credit)\b(?! (?:with|who|that|which|by|taught)\b) -> because my unemployment runs out in May
^because (?:nobody|no one|no-one)(?: else)?(?: (?:has|have|will|would|ever|even))* (?:answer|repl|wrote back|written back|call|talk|help)\w*\b -> because nobody else has answered
^because .*\bi (?:have|had|need) to$|^because i (?:was|am|got) told to\b|^because (?:i have no (?:other )?choice|there (?:is|was) nobody else|why not)\b -> because Mom said I have to
"""
