"""Reasons and thanks that say nothing of the one person (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.letters.phrases.verbs import VERBS, WANTED
from pipeline.model.texts import word_set

_EMPTY = word_set("""
    success successes successful work works career careers achievement achievements accomplishment
    accomplishments experience experiences expertise knowledge background reputation company firm
    organization profile job leadership journey time help advice kindness support everything all
    conversation talk meeting call insight insights wisdom generosity patience interest efforts effort
    skills skill path role position industry field business professional professionalism example things
    thing stuff guidance information assistance answer answers willingness attention response reply
    feedback input helpfulness thoughts great good excellent impressive amazing wonderful outstanding
    incredible remarkable valuable helpful kind generous nice fantastic inspiring extensive vast long
    deep rich exceptional extraordinary tremendous interesting fascinating lovely very so much really
    truly highly many precious useful insightful your you his her their the a an of in at for because
    learn learning learned learnt hear hearing know ask asking pick brain brains more about from like want would could can get be
    hot cute pretty beautiful handsome sexy gorgeous attractive rich wealthy famous powerful popular influential important smart
    clever brilliant intelligent bright talented gifted lucky money wealth fame looks look seem old young best top
    and my with me to it that this on are were was is have had admire respect i really being taking
    giving sharing meeting talking speaking spending making having some each most more both successfully
    well warm sincere open today yesterday helping us what who as lot lots since nothing
""")
_ONLINE = word_set("because of on from via through your my the you linkedin profile page account i saw found")


def empty_praise(text: str) -> bool:
    """Tell whether nothing in it is this person's: no name, no number, no concrete word; or only where they were found."""
    words = {w.lower() for w in re.findall(r"[^\W_][\w'’-]*", text)}
    return words <= _EMPTY or ("linkedin" in words and words <= _ONLINE)


def says_purpose(low: Sequence[str]) -> bool:
    """Tell a reason that says what the writer wants, as the purpose does: "I decided to ask you to learn about law"."""
    behind = low[2:] if low[:2] == ["in", "order"] else low
    return behind[:1] == ["to"] and bool(behind[1:]) and (behind[1] in VERBS or behind[1] in WANTED)
