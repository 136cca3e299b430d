"""How the user signs: Your name on Settings, where no letter should end with it as it stands (pure)."""

from __future__ import annotations

from pipeline.letters.namecase import is_small, name_spelled, odd_case
from pipeline.model.fullname import split_name
from pipeline.model.namewords import PARTICLES, is_degree
from pipeline.model.texts import flat

_NO_BRACKETS = str.maketrans("[]{}", "    ")


def signed_as(name: str, signature: str = "") -> str:
    """Propose how Your name is written that stands in one case alone, last name first or in brackets; "" where it may be meant so.

    Who writes it into Signature too means it, as danah boyd does.
    """
    plain = " ".join(name.split())
    if "@" in plain or plain in " ".join(signature.split()):
        return ""
    written = _in_one_case_mended(_in_order(" ".join(plain.translate(_NO_BRACKETS).split())))
    return "" if written == plain else written


def _in_order(name: str) -> str:
    """Turn "Whitfield, Dana" round; "Dana Whitfield, MPH" stays, whatever the letters stand for."""
    behind = name.partition(",")[2]
    if not behind or (behind.isupper() and not name.isupper()):
        return name
    found = split_name(name)
    turned = found is not None and found.first and found.last and not name.startswith(found.first)
    return f"{found.first} {found.last}" if found and turned else name


def _in_one_case_mended(name: str) -> str:
    """Write names as names: those in small letters, or in capitals where the first is too; other capitals may be a degree."""
    names = [word for word in name.split() if not is_degree(word)]
    degrees = [word for word in name.split() if is_degree(word)]
    odd = [word for word in names if flat(word) not in PARTICLES and odd_case(word)]
    loud = bool(odd) and not any(map(is_small, odd)) and not odd_case(names[0])
    return name if not odd or loud else " ".join([name_spelled(" ".join(names)), *degrees])
