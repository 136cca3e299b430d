"""How much letters of one situation have in common: what docs/benchmarks.md says, and the tests hold.

`python -m tests.letters.alike` measures it anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, partial
from itertools import combinations

from pipeline.ledger.records import Voice
from pipeline.letters.compose import order_for, want
from pipeline.letters.order import Order, Written, values, write
from pipeline.letters.templates import load_templates
from pipeline.letters.voicing import voice_for
from pipeline.model import LetterKind
from tests.letters.situations import CASES, desk_and_steps

TEMPLATES = load_templates(None)
_PHRASES = (
    *(
        "purpose",
        "why",
        "thanks",
        "offered",
        "kept",
        "question",
        "signature",
        "call_day",
        "referrer",
        "met",
        "referred",
    ),
    *("named", "has_referred", "talk_day", "first_day", "first_subject", "interview_day", "interview_time"),
    *("write_again", "meeting", "greeting", "by_means"),
)


@cache
def order_in(case: str) -> Order:
    """Order the letter of a situation as the day would."""
    desk, steps = desk_and_steps(case)
    [wanted] = want(steps, desk)
    return order_for(wanted, desk)


def letters_to(number: int, case: str, *, one_firm: bool = False) -> list[Written]:
    """Write the letter of a situation to so many people, one after the other, steered as the day steers them."""
    order, given, letters = order_in(case), list[Voice](), list[Written]()
    for i in range(number):
        near, far = (given, []) if one_firm else ([], given)
        voice = voice_for(order, f"L-{case}-{i}", near, far, TEMPLATES)
        given.append(Voice(f"person-{i}", order.kind, voice))
        letters.append(write(order._replace(voice=voice), TEMPLATES))
    return letters


def own_words(body: str, order: Order) -> list[str]:
    """Leave out greeting, signature, names, days and the user's phrases: what is left are our words."""
    text = re.sub(r"\[[^\]]*\]", " ", body.split("\n\n", 1)[1].rsplit("\nSincerely", 1)[0])
    known = values(order)
    phrases = {str(known[p]) for p in _PHRASES} | {
        order.contact.where,
        order.contact.phone,
        order.settings.phone,
    }
    phrases |= {order.settings.position, order.settings.field, order.contact.organization}
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        text = text.replace(phrase, " ")
    return re.findall(r"[\w'’]+", text.lower())


def shares(letters: Sequence[Written], order: Order, shortest: int = 3) -> list[float]:
    """Measure for each pair of letters the share of our words that both have in one order, in runs of so many and more."""
    return [
        _in_order(a, b, shortest) for a, b in combinations([own_words(o.body, order) for o in letters], 2)
    ]


def common(letters: Sequence[Written], order: Order) -> list[float]:
    """Measure for each pair of letters the share of our words that both have, wherever they stand."""
    return [_anywhere(a, b) for a, b in combinations([own_words(o.body, order) for o in letters], 2)]


def _in_order(a: Sequence[str], b: Sequence[str], shortest: int) -> float:
    runs = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(m.size for m in runs if m.size >= shortest) / (len(a) + len(b) or 1)


def _anywhere(a: Sequence[str], b: Sequence[str]) -> float:
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b) or 1)


def main() -> None:
    """Print for each kind, over its situations, of 30 people and of 8 at one firm: the likest pair and the mean."""
    print(
        "| kind | situations | our words | runs of 3: 30 people | at one firm | in order: 30 | at one firm "
        "| anywhere: 30 | at one firm |\n|---|---|---|---|---|---|---|---|---|"
    )
    for kind in LetterKind:
        orders = [(case, order_in(case)) for case in CASES if CASES[case].kind is kind]
        found: list[list[float]] = [[] for _ in range(6)]
        words: list[float] = []
        for case, order in orders:
            far, near = letters_to(30, case), letters_to(8, case, one_firm=True)
            words.append(sum(len(own_words(one.body, order)) for one in far) / 30)
            measured = [
                m(o, order) for m in (shares, partial(shares, shortest=1), common) for o in (far, near)
            ]
            for all_of_them, these in zip(found, measured, strict=True):
                all_of_them += these
        told = " | ".join(f"{max(s):.0%}, {sum(s) / len(s):.0%}" for s in found)
        size = "-".join(dict.fromkeys((f"{min(words):.0f}", f"{max(words):.0f}")))
        print(f"| {kind} | {len(orders)} | {size} | {told} |", flush=True)


if __name__ == "__main__":
    main()
