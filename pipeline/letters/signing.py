"""How the user signs: Your name on Settings, where no letter should end with it as it stands (pure)."""

from __future__ import annotations

from pipeline.letters.namecase import name_spelled, odd_case
from pipeline.model.fullname import split_name
from pipeline.model.namewords import PARTICLES, is_degree
from pipeline.model.texts import flat


def signed_as(name: str, signature: str = "") -> str:
    """Propose how Your name is written that stands in one case alone, or last name first; "" where it may be meant so.

    Who writes it into Signature too means it, as danah boyd does.
    """
    plain = " ".join(name.split())
    if plain in " ".join(signature.split()):
        return ""
    written = _in_one_case_mended(_in_order(plain))
    return "" if written == plain else written


def _in_order(name: str) -> str:
    """Turn "Whitfield, Dana" round; "Dana Whitfield, MPH" stays."""
    found = split_name(name) if "," in name else None
    turned = found is not None and found.first and found.last and not name.startswith(found.first)
    return f"{found.first} {found.last}" if found and turned else name


def _in_one_case_mended(name: str) -> str:
    words = name.split()
    odd = any(odd_case(w) for w in words if flat(w) not in PARTICLES and not is_degree(w))
    names = [word for word in words if not is_degree(word)]
    degrees = [word for word in words if is_degree(word)]
    return " ".join([name_spelled(" ".join(names)), *degrees]) if odd else name
