"""Words that deny what stands beside them, and those that only look so: one pattern a line, with the sentence that it is for."""

# Behind "not", "no" and the like all is asked for the same: taken out before denials are counted.
DENIES_NOTHING = r"""
\bnot (?:\w+ly )?(?:just|only|merely|simply|solely|exclusively)\b -> I want not only advice but a job.
\bnot (?:\w+ly )?(?:sure|certain|know)\b -> I am not sure whether you are hiring.
\bnot (?:\w+ly )?(?:regret|be sorry|mind|suppose|imagine)\b -> I would not mind a job with you.
\bnot (?:\w+ly )?(?:afraid|ashamed|shy|hesitate|hesitant)\b -> I am not ashamed to ask for a job.
\bnot (?:\w+ly )?(?:forget|doubt|help|hide)\b -> I do not hide that I want a job.
\bnot (?:\w+ly )?(?:too|opposed|averse|against|object|refuse|wait|surprisingly)\b -> I would not refuse a job.
\bnot (?:\w+ly )?(?:conceal|deny|pretend)\b -> I will not deny that I want a job.
\bnot (?:\w+ly )?(?:yet )?(?:found|find|have|got|get|landed|secured) (?:a |any |the |my )?(?:\w+ )?(?:job|work|position|opening|employment|role)\b -> I have not yet found a job.
\bnot (?:\w+ly )?(?:had any luck|been able|managed|heard|a day|for nothing|say no)\b -> I would not say no to a job.
\bno (?:doubt|matter|secret|harm|less|better|one|sooner|wonder|stone|more than|experience|degree|stranger)\b -> It is no secret that I want a job.
\bno longer (?:hide|employed|work|have|at|in|with)\b -> I no longer have a job.
^no\b(?= (?:i|we|it)\b) -> No I want a job.
\bnever\b.{0,40}\b(?:more|as much|so much)\b -> I never wanted a job more.
\bnever (?:hesitate|forget|mind|found)\b -> Never mind the pay, I want a job.
\bwhy not\b|\bif not\b|\bwhether or not\b|\bor not\b -> Why not give me a job?
\b(?:do|does|are|is|would|could|can|will|have|has|should|were|was|might) not (?:you|there|your|it|we|yourfirm)\b -> Could not you give me a job?
\b(?:do|does|are|is|would|could|can|will|have|has|might) (?:you|there|your \w+|yourfirm) (?:not|no)\b -> Could you not give me a job?
\bnot a moment too soon\b -> A job would come not a moment too soon.
\bno reply|\bwithout (?:a (?:job|degree)|experience|work|further|more ado)\b -> Without further ado, I want a job.
"""

DENIES = r"""
\bnot\b|\bnever\b|\bno\b|\bneither\b|\bnor\b|\bwithout\b|\bnone\b -> I am not asking for a job.
\brather than\b|\binstead of\b|\bas opposed to\b|\bother than\b -> I ask for advice rather than a job.
\bfar from\b|\blast thing\b|\bleast of all\b|\blet alone\b|\bmuch less\b -> A job is the last thing that I ask for.
\bnothing to do with\b|\bnothing like\b|\bnothing in (?:this|my)\b|\bnothing about\b|\bnothing of\b|\bnothing (?:that )?i (?:ask|say|want|seek|write)\b -> My letter has nothing to do with a job.
\banything but\b -> I ask for anything but a job.
\brefrain from\b|\bavoid\b|\bhardly\b -> I refrain from asking for a job.
\b(?:be|is) (?:wrong|rude|improper|unfair|presumptuous|silly|foolish) (?:of me )?(?:to|if)\b -> It would be rude of me to ask for a job.
\bwould hate\b|\bfeel bad if\b|\bbe (?:sorry|mortified|embarrassed) if\b -> I would hate to ask for a job.
"""
