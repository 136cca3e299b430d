"""The sentence of a letter in which a cell's phrase stands, in the letter's own wording. Pure."""

from __future__ import annotations

from typing import Any

from pipeline.letters.compose import Desk, Wanted, order_for
from pipeline.letters.order import Order, write
from pipeline.letters.phrases import MY_PHRASES, PHRASES, Phrase
from pipeline.model import Letter
from pipeline.model.errors import UserError
from pipeline.model.texts import SENTENCE_END

MARK = "⁂"  # nothing that a template or a letter holds


def body_of(order: Order, desk: Desk) -> str:
    """Write an order's body; "" where its template has a fault, which is said where the letter is."""
    try:
        return write(order, desk.templates).body
    except UserError:
        return ""


def phrase_in(letter: Letter, wanted: Wanted, desk: Desk, attr: str) -> Phrase | None:
    """Give a contact's phrase with this letter's own sentence as its frame; None where the letter has no such sentence."""
    phrase = None if attr in MY_PHRASES else PHRASES.get(attr)
    if phrase is None:
        return None
    order = order_for(wanted, desk, letter.call_on)
    there: dict[str, Any] = {attr: MARK}
    body = body_of(order._replace(contact=order.contact._replace(**there)), desk)
    paragraph = next((p for p in body.split("\n\n") if MARK in p), "")
    frame = next((s for s in SENTENCE_END.split(paragraph) if MARK in s), "").replace(MARK, "{}")
    return phrase._replace(frame=frame) if body.count(MARK) == 1 and " {}" in frame else None
