"""Verbs that people write, with the form that reads in a letter (pure)."""

from __future__ import annotations

from pipeline.model.texts import word_set

TOLD = {
    "told": "telling", "took": "taking", "gave": "giving", "made": "making", "said": "saying", "spent": "spending", "let": "letting",
    "met": "meeting", "spoke": "speaking", "talked": "talking", "saw": "seeing", "put": "putting", "sent": "sending", "wrote": "writing",
    "were": "being", "had": "having", "found": "finding", "brought": "bringing", "taught": "teaching", "shared": "sharing",
    "described": "describing", "introduced": "introducing", "invited": "inviting", "advised": "advising", "arranged": "arranging",
    "agreed": "agreeing", "came": "coming", "stopped": "stopping", "mapped": "mapping", "warned": "warning", "named": "naming",
    "encouraged": "encouraging", "received": "receiving", "outlined": "outlining", "gone": "going", "went": "going", "drew": "drawing",
    "cleared": "clearing", "offered": "offering", "showed": "showing", "helped": "helping", "explained": "explaining", "walked": "walking",
    "answered": "answering", "listened": "listening", "pointed": "pointing", "lent": "lending", "kept": "keeping", "led": "leading",
}  # fmt: skip
"""What somebody did, as one thanks for it."""
BASE = {
    "tell": "telling", "take": "taking", "give": "giving", "make": "making", "share": "sharing", "spend": "spending", "explain": "explaining",
    "help": "helping", "show": "showing", "answer": "answering", "meet": "meeting", "talk": "talking", "let": "letting", "walk": "walking",
    "introduce": "introducing", "describe": "describing", "see": "seeing", "send": "sending", "listen": "listening", "speak": "speaking",
    "have": "having", "be": "being", "recommend": "recommending", "teach": "teaching", "bring": "bringing", "write": "writing",
    "invite": "inviting", "advise": "advising", "encourage": "encouraging",
}  # fmt: skip
"""The same of what they do."""
AIMS = {
    "learning": "learn", "understanding": "understand", "finding": "find", "getting": "get", "hearing": "hear", "exploring": "explore",
    "discovering": "discover", "asking": "ask", "gaining": "gain", "knowing": "know", "seeing": "see", "talking": "talk", "gathering": "gather",
    "discussing": "discuss", "deciding": "decide", "seeking": "seek", "obtaining": "obtain", "comparing": "compare", "testing": "test",
    "introducing": "introduce", "showing": "show", "sending": "send", "looking": "look", "reading": "read", "putting": "put", "giving": "give",
}  # fmt: skip
"""What the writer is after, as a purpose says it."""
VERBS = frozenset(AIMS.values()) | word_set("""
    figure familiarize check inform prepare introduce collect request receive clarify study broaden
    expand arrange let help forward share meet pass call review connect lend invite
""")
"""What follows "to" where somebody says what they want, or what they offered."""
WANTED = word_set("network connect pick explain tell become enter break")
"""What else a reason wants: to pick your brain."""
DEEDS = word_set("""
    be mentor keep recommend vouch write sit take come answer stay walk teach tell explain drive bring point read proofread serve act
    ask have try speak host
""")
"""What else somebody offers to do."""
