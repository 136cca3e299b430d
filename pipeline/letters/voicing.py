"""Give each letter its voice, once and for good: steered away from what those near its reader have from us. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.ledger.records import Voice
from pipeline.letters.compose import Desk, Wanted, order_for
from pipeline.letters.order import Order, values
from pipeline.letters.rendering import plain, said
from pipeline.letters.voices import choose, heard, start_of
from pipeline.model import LetterKind, Template
from pipeline.model.errors import UserError
from pipeline.model.texts import folded

RECENT = 60
"""So many letters are looked at, the latest: to those nearby, and elsewhere of the same kind."""


def with_voices(wanted: Iterable[Wanted], desk: Desk) -> Desk:
    """Give a voice to each letter that has none; the ledger keeps it, whoever is added and however rows are sorted."""
    given = dict(desk.state.voices)
    for w in sorted(wanted, key=lambda w: start_of(w.code)):
        if w.code not in given:
            given |= _given(w, desk, given)
    return replace(desk, voices=given)


def _given(w: Wanted, desk: Desk, given: Mapping[str, Voice]) -> dict[str, Voice]:
    """Choose a letter's voice; one whose template has a fault gets none yet."""
    near: list[Voice] = []
    far: list[Voice] = []
    for v in given.values():
        if _may_compare(w.contact_id, v.contact_id, desk):
            near.append(v)
        elif v.kind.event is w.kind.event:
            far.append(v)
    try:
        voice = voice_for(order_for(w, desk), w.code, near, far, desk.templates)
    except UserError:
        return {}
    return {w.code: Voice(w.contact_id, w.kind, voice)}


def voice_for(
    order: Order,
    code: str,
    near: Sequence[Voice],
    far: Sequence[Voice],
    templates: Mapping[LetterKind, Template],
) -> str:
    """Choose the wordings of a letter, from those that its code begins with. Raises UserError for a fault in its template."""
    others = [
        [heard(plain(templates[v.kind].text), v.wordings) for v in voices[-RECENT:]] for voices in (near, far)
    ]
    return choose(said(templates[order.kind], values(order)), start_of(code), *others)


def _may_compare(one: str, other: str, desk: Desk) -> bool:
    """Tell whether two contacts are one, or at one organization."""
    if one == other:
        return True
    firms = [folded(desk.contacts[i].organization) for i in (one, other) if i in desk.contacts]
    return len(firms) == 2 and firms[0] == firms[1] != ""
