"""Little words that tell whether a phrase is in another language than English (pure)."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.letters.phrases.strays import without_titles
from pipeline.model.texts import word_set

_ENGLISH = word_set("""
    the of to your and a for how i you because with at my what that is about as from me learn their his her by on it we are this it's
    when who would do did which could if
""")
_FOREIGN = word_set("""
    por su sus de la el los las que usted und der die das den dem für ihre ihren ihrem ihrer ihr ihres wegen weil über sie mir mich zu zur zum
    pour votre vos avec en le les une du des au aux ce vous ai sur parce qu l d di il lo gli per della dello delle nel perché suo sua ho lei
    para porque com seu em não você av för er på och na za w en dans het een van voor door omdat uw ik u heb mijn del con cómo wie ich presentarme
""")
_NAMES = r"[^\W\d_a-z]\S*(?:(?: (?:[a-zà-ÿ]{1,4}['’]?)){0,3} [^\W\d_a-z]\S*)*"


@lru_cache(maxsize=4096)
def foreign(text: str) -> bool:
    """Tell whether a phrase is in another language, names and titles aside: what is asked of English can't be asked of it."""
    if not text.isascii() and not re.search(r"[a-z]", text, re.IGNORECASE):
        return any(c.isalpha() for c in text)
    text = re.sub(r"(?<=\w)['’]d\b", "", text)  # she'd is English; d'eau is not
    if _FOREIGN.isdisjoint(text.lower().replace("'", " ").replace("’", " ").split()):
        return False
    first = text.split()[0]
    own = set(
        re.findall(
            r"[^\W\d_]+", f"{first} {re.sub(_NAMES, ' ', without_titles(text).removeprefix(first))}".lower()
        )
    )
    return len(own & _FOREIGN) > len(own & _ENGLISH)
