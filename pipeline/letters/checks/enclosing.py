"""Words that say that a resume goes along (R1): one pattern a line, with the sentence that it is for."""

# The resume by any of its names; "to resume" is none.
RESUME = r"""
\b(?:cv|c v|cvs|vita|vitae|curriculum vitae|curricula vitae|biodata|bio-data|bio data)\b -> PFA my CV.
\b(?=resume)(?<!\bto )(?<!\bwe )(?<!\bus )(?<!\bi )(?<!\bmay )(?<!\bcan )(?<!\bwill )(?<!\byou )(?<!\bthey )(?<!\bcould )resumes?\b(?! (?:our|where|talks?|contact|work)\b) -> My resume is attached.
\b(?:career|professional|work|employment) (?:summary|history|profile)\b -> I attach a summary of my career: my work history.
"""

# Says, in the same clause, that it goes along or can be seen.
ALONG = r"""
\baccompan(?:y|ies|ied|ying)\b -> A copy of my vita accompanies this note.
\b(?:includ(?:e|ed|ing)) (?:\w+ ){0,3}?(?:resume|cv|vita|biodata|curriculum)\b|\b(?:resume|cv|vita|biodata) (?:\w+ )?(?:is|are) included\b -> I am including my resume.
\b(?:here is|here are|following is|this is) (?:my|a|the)\b|\b(?:resume|cv|biodata) (?:is )?here\b -> Here is my resume.
\blinks? (?:is )?(?:to|for|of) (?:\w+ ){0,2}?(?:resume|cv|vita|biodata)|\bonline\b|\bon my (?:web ?site|page|site|blog|profile)\b|\bon linkedin\b|\bclick\b -> Here is a link to my resume.
(?<!offer to )(?<!offered to )\b(?:find|see|view|read|download|open|look at) (?:the |a copy of )?my\b -> You can download my resume.
\b(?:am|have been) (?:sending|forwarding|e-?mailing|mailing) (?:you |along |herewith )*(?:my|a|the)\b|\bi (?:send|forward) (?:you |along )*(?:my|a)\b|\bi have (?:sent|forwarded|e-?mailed|mailed) (?:you |along )*my\b -> I am sending you my resume.
\balong with (?:this|my)\b|\bwith this (?:letter|note|mail|e-?mail|message)\b|\bin this (?:letter|note|mail|e-?mail|message)\b -> My resume comes with this letter.
\btaken the liberty\b|\bliberty of\b|\bslipped in\b|\btucked in\b|\bfor your (?:perusal|reference|information|files?|consideration)\b -> My CV is for your perusal.
"""

# Says so even in the clause beside it.
NEAR = r"""
\b(?:add|added|adding) (?:my|a|the) (?:\w+ )?(?:resume|cv|vita|biodata) to\b|\benc\b|\benclos(?:e|es|ed|ing|ure|ures)\b|\bencl\b -> Encl.: resume
\battach(?:es|ing|ment|ments)?\b(?! (?:great|much|more|some|no|importance|weight|value)\b)|(?<!am )(?<!become )(?<!was )\battached\b(?! (?:to|great|much|more|some|no|importance|weight|value)\b)|\battached\b(?= (?:my|is|are|please|find|a)\b) -> I have updated my resume, and it is attached.
\bherewith\b|\bherein\b|\bhereto\b|\bpfa\b|\bp f a\b -> Herewith my biodata.
\bappend(?:ed|ing|ix)?\b|\bannex(?:ed|ing|ure)?\b -> My CV is annexed.
\bbelow\b|\boverleaf\b|\bat the (?:foot|bottom|end) of\b|\bpasted\b|\bpaste\b -> I have put my CV below.
"""
