"""What stands beside a letter: how it reads in numbers, the cell that blocks it, another letter to the same firm (pure)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline.letters.advising import advice_place, advice_to_name
from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.checks.words import own_lines
from pipeline.letters.framing import phrase_in
from pipeline.letters.kinds import KINDS
from pipeline.letters.namecase import names_mended
from pipeline.letters.phrases import ADVICE, FIELD, MY_PHRASES, PHRASES, phrase_mended
from pipeline.model import Draft, Finding, Level
from pipeline.model.texts import SENTENCE_END, spelled
from pipeline.review.cells import Box, contact_box, row_box
from pipeline.review.outcomes import CellField
from pipeline.review.people import cell_of_finding, setting_of_finding, way_out_of
from pipeline.sheets.schema import SETTINGS_SHEET

if TYPE_CHECKING:
    from pipeline.day.decide import Decision

WORDS_A_MINUTE = 238
"""How fast adults read English silently (Brysbaert 2019, mean of 190 studies)."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_I, _YOU = frozenset(["i", "me", "my", "mine", "myself"]), frozenset(["you", "your", "yours", "yourself"])


class Style(NamedTuple):
    """A letter in numbers: its words, the seconds that they take to read, I against you, the longest sentence in words."""

    words: int
    seconds: int
    mine: int
    yours: int
    longest: int


class Other(NamedTuple):
    """Another letter of the day to the same firm."""

    code: str
    name: str
    title: str
    subject: str
    body: str


def style_of(body: str) -> Style:
    """Count a letter's own text; what it quotes is not counted."""
    text = own_lines(body)
    words = [w.casefold().split("'")[0].split("’")[0] for w in _WORD.findall(text)]
    sentences = (s for paragraph in text.split("\n\n") for s in SENTENCE_END.split(paragraph))
    longest = max((len(_WORD.findall(s)) for s in sentences), default=0)
    mine, yours = (sum(w in people for w in words) for people in (_I, _YOU))
    return Style(len(words), round(len(words) * 60 / WORDS_A_MINUTE), mine, yours, longest)


def boxes_of(draft: Draft, decision: Decision) -> tuple[Box, ...]:
    """Offer each cell that blocks a letter, once: what can't be read also for an edited one, whose text follows no cell."""
    c = decision.desk.contacts.get(draft.letter.contact_id)
    if c is None:
        return ()
    lacking = () if draft.edited else draft.findings
    blocks = (cell_of_finding(f) for f in lacking if f.level is Level.BLOCK)
    unread = c.in_doubt if draft.blocked else ()
    cells = (
        contact_box(decision, c, attr, as_written=attr in unread)
        for attr in dict.fromkeys((*unread, *blocks))
        if attr
    )
    return tuple(cell._replace(field=in_its_sentence(cell.field, draft, decision)) for cell in cells if cell)


def ways_out_of(draft: Draft, decision: Decision) -> tuple[tuple[Box, ...], str]:
    """Offer what else lets a blocked letter go: cells of its contact, and the setting that the checks send to."""
    c = decision.desk.contacts.get(draft.letter.contact_id)
    blocks = [f for f in draft.findings if f.level is Level.BLOCK]
    attrs = dict.fromkeys(a for f in blocks if (a := way_out_of(f)))
    boxes = (contact_box(decision, c, attr) for attr in attrs) if c else ()
    setting = next((s for f in blocks if (s := setting_of_finding(f))), "")
    return tuple(box for box in boxes if box), setting


def mends_of(draft: Draft, decision: Decision) -> dict[str, Box]:
    """Find by the words of a mended form the cell that wants them; none for an edited letter, whose text follows no cell."""
    wanted = decision.review.wanted.get(draft.letter.code)
    if draft.edited or wanted is None or wanted.locked:
        return {}
    found = ((f.mend.words, _faulty(f, draft, decision)) for f in draft.findings if f.mend)
    return {words: box for words, (box, mended) in found if box and mended == words}


def _faulty(finding: Finding, draft: Draft, decision: Decision) -> tuple[Box | None, str | None]:
    """Find the cell, a contact's or of Settings, from which words with a fault come, and the mended form of what it holds."""
    contact = decision.desk.contacts.get(draft.letter.contact_id)
    if finding.check == "greeting" and contact and finding.mend:
        names = names_mended(contact)
        attr = next((a for a, written in names.items() if written == finding.mend.words), "")
        return (contact_box(decision, contact, attr), names[attr]) if attr else (None, None)
    phrase = next((p for p in (*PHRASES.values(), FIELD) if finding.message.startswith(p.cell)), None)
    if phrase is None or contact is None:
        return None, None
    if phrase.attr in MY_PHRASES:
        box = row_box(decision, SETTINGS_SHEET.name, phrase.cell, "value")
    else:
        box = contact_box(decision, contact, phrase.attr)
    return box, phrase_mended(phrase, box.field.text) if box else None


def in_its_sentence(field: CellField, draft: Draft | None, decision: Decision) -> CellField:
    """Let a contact's cell show its sentence as their letter has it; as it is where there is no letter."""
    wanted = decision.review.wanted.get(draft.letter.code) if draft else None
    phrase = phrase_in(draft.letter, wanted, decision.desk, field.attr) if draft and wanted else None
    return field._replace(frame=phrase.frame, note=phrase.note) if phrase else field


def worded_box(box: Box, decision: Decision) -> Box:
    """Let a contact's cell show its sentence as the letter has it that is in review to them."""
    drafts = (d for d in decision.review.drafts if box.of_contact and d.letter.contact_id == box.row)
    return box._replace(field=in_its_sentence(box.field, next(drafts, None), decision))


class AdviceOffer(NamedTuple):
    """Their advice as a second specific thing: `named` are the words that the letter has of it, else `words` are offered.

    `frame` is the whole sentence with {} for them, `flaw` says what keeps the words offered from reading well.
    """

    frame: str
    words: str
    named: str
    flaw: str


def advice_of(draft: Draft, decision: Decision, typed: str = "") -> AdviceOffer | None:
    """Offer to name their advice, its first sentence, or to take it out; None where none can be named, or has a place."""
    wanted = decision.review.wanted.get(draft.letter.code)
    c = decision.desk.contacts.get(draft.letter.contact_id)
    place = advice_place(draft.letter, wanted, decision.desk) if wanted and not wanted.locked and c else None
    if c is None or place is None:
        return None
    named = place.words_in(draft.letter.body)
    words = typed or advice_to_name(c.advice)
    flaw = flaw_of_phrase(ADVICE, words) if typed else None
    said = f"{flaw.what}." if flaw else ""
    return AdviceOffer(place.frame, words, named, said) if named or words else None


def same_firm(draft: Draft, decision: Decision) -> tuple[Other, ...]:
    """List the day's other letters to the same organization, so that both can be read side by side."""
    firm = _firm(draft, decision)
    others = (d for d in decision.review.drafts if firm and d.letter.code != draft.letter.code)
    return tuple(
        Other(d.letter.code, d.letter.name, KINDS[d.letter.kind].title, d.letter.subject, d.letter.body)
        for d in others
        if _firm(d, decision) == firm
    )


def _firm(draft: Draft, decision: Decision) -> str:
    c = decision.desk.contacts.get(draft.letter.contact_id)
    return spelled(c.organization) if c else ""
