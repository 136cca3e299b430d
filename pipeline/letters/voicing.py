"""Give each letter its voice, once and for good: steered away from what those near its reader have from us. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from pipeline.ledger.records import Voice
from pipeline.letters.compose import Desk, Wanted, order_for
from pipeline.letters.order import Order, values
from pipeline.letters.rendering import source, worded_in
from pipeline.letters.voices import choose, heard, start_of
from pipeline.model import LetterKind, Template
from pipeline.model.errors import UserError
from pipeline.model.texts import folded

RECENT = 40
"""So many letters are looked at, the latest: to those nearby, and elsewhere of the same kind."""


def with_voices(wanted: Sequence[Wanted], desk: Desk) -> Desk:
    """Give a voice to each letter that has none; the ledger keeps it, whoever is added and however rows are sorted."""
    given = dict(desk.state.voices)
    new = [w for w in wanted if w.code not in given]
    ids = {v.contact_id for v in given.values()} | {w.contact_id for w in new} if new else set()
    firms = {i: folded(desk.contacts[i].organization) or i for i in ids if i in desk.contacts}
    for w in sorted(new, key=lambda w: start_of(w.code)):
        with suppress(UserError):  # one whose template has a fault gets none yet
            given[w.code] = Voice(w.contact_id, w.kind, _chosen(w, desk, given, firms))
    return desk._replace(voices=given)


def _chosen(w: Wanted, desk: Desk, given: Mapping[str, Voice], firms: Mapping[str, str]) -> str:
    near: list[Voice] = []
    far: list[Voice] = []
    for v in given.values():
        if v.contact_id == w.contact_id or firms.get(v.contact_id) == firms[w.contact_id]:
            near.append(v)
        elif v.kind.event is w.kind.event:
            far.append(v)
    return voice_for(order_for(w, desk), w.code, near, far, desk.templates)


def voice_for(
    order: Order,
    code: str,
    near: Sequence[Voice],
    far: Sequence[Voice],
    templates: Mapping[LetterKind, Template],
) -> str:
    """Choose the wordings of a letter, from those that its code begins with. Raises UserError for a fault in its template."""
    others = [
        [heard(source(templates[v.kind].text), v.wordings) for v in voices[-RECENT:]]
        for voices in (near, far)
    ]
    return choose(worded_in(templates[order.kind], values(order)), start_of(code), *others)
