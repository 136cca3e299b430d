"""Their advice as a second specific thing in a thank-you: put in where the user chooses it, and taken out again. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.letters.checks.phrase import flaw_of_phrase
from pipeline.letters.compose import Desk, Wanted, order_for
from pipeline.letters.framing import MARK, body_of
from pipeline.letters.phrases import ADVICE, phrase_mended, tidy
from pipeline.letters.phrases.strays import first_sentence
from pipeline.model import Letter


def advice_to_name(noted: str) -> str:
    """Give the first sentence of their advice as a letter may name it; "" where one can't give thanks for it."""
    first = first_sentence(noted)
    words = phrase_mended(ADVICE, first) or tidy(ADVICE, first)
    return "" if flaw_of_phrase(ADVICE, words) else words


@dataclass(frozen=True, slots=True)
class AdvicePlace:
    """Where a letter names their advice: a paragraph of its own, the words standing between `before` and `after`.

    `follows` is the paragraph behind which the template has it.
    """

    before: str
    after: str
    follows: str

    @property
    def frame(self) -> str:
        """Give the paragraph with {} for the words."""
        return f"{self.before}{{}}{self.after}"

    def words_in(self, body: str) -> str:
        """Find the words that a letter has there; "" where it has none."""
        found = next((p for p in body.split("\n\n") if self._is_it(p)), "")
        return found[len(self.before) : len(found) - len(self.after)] if found else ""

    def put(self, body: str, words: str) -> str:
        """Put the paragraph into a letter, in place of one that is there."""
        parts = self.take_out(body).split("\n\n")
        at = parts.index(self.follows) + 1 if self.follows in parts else min(2, len(parts))
        said = f"{self.before}{tidy(ADVICE, words)}{self.after}"
        return "\n\n".join([*parts[:at], said, *parts[at:]])

    def take_out(self, body: str) -> str:
        """Take the paragraph out of a letter."""
        return "\n\n".join(p for p in body.split("\n\n") if not self._is_it(p))

    def _is_it(self, paragraph: str) -> bool:
        longer = len(paragraph) > len(self.before) + len(self.after)
        return longer and paragraph.startswith(self.before) and paragraph.endswith(self.after)


def advice_place(letter: Letter, wanted: Wanted, desk: Desk) -> AdvicePlace | None:
    """Find where this letter's template names their advice, in the person's wording; None where it has no such paragraph."""
    order = order_for(wanted, desk, letter.call_on)
    without, marked = (body_of(o, desk).split("\n\n") for o in (order, order._replace(advised=MARK)))
    at = next((n for n, p in enumerate(marked) if p.count(MARK) == 1), 0)
    if not at or marked[:at] + marked[at + 1 :] != without:
        return None
    before, _, after = marked[at].partition(MARK)
    return AdvicePlace(before, after, marked[at - 1])
