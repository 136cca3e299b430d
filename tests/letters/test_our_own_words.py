"""Our sentences ask for no job whatever plain words a cell puts into them, and no letter says one thing over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from pipeline.letters.checks.asks import judge
from pipeline.letters.order import Order, values, write
from pipeline.letters.phrases import MY_PHRASES, PHRASES, tidy
from pipeline.letters.rendering import worded_in
from pipeline.letters.templates import load_templates
from pipeline.letters.wordings import worded
from pipeline.model import Contact, LetterKind
from pipeline.model.texts import word_set
from tests.letters.alike import order_in, own_words
from tests.letters.plain_cells import CELLS, NAMES, OF_FIRMS
from tests.letters.situations import CASES

TEMPLATES = load_templates(None)
VOICES = [str(n) * 40 for n in range(1, 10)]
"""Each wording stands in one of them."""
REFERRED = {
    "approach-with-phone",
    "approach-to-a-friend",
    "approach-where-the-user-is-too",
    "approach-of-one-who-has-referred",
    "approach_referral",
}
STATING = {"follow_up-without-phone", "thank_you_phone-put-off-first", "thank_you_put_off"}
THANKING = {"thank_you_in_person", "thank_you_put_off", "thank_you_declined"}
HOLDING: dict[str, set[str]] = {
    "why_this_person": REFERRED,
    "position": {"approach-with-phone", "approach_referral"},
    "purpose": {"approach-with-phone", *STATING},
    "thank_them_for": THANKING,
    "they_offered": {"thank_you_in_person", "reminder", "keep_in_touch"},
}
"""By attribute, the situations whose letters have all our sentences that it stands in."""


def with_cell(case: str, attr: str, text: str, firm: str = "") -> Iterator[Order]:
    """Order the letter of a situation with a cell; an offer both while it is open and once it is kept."""
    order = order_in(case)
    if firm:
        order = order._replace(contact=order.contact._replace(organization=firm))
    if attr in MY_PHRASES:
        yield order._replace(settings=order.settings._replace(**{attr: text}))
        return
    given = order._replace(contact=order.contact._replace(**{attr: text}))
    yield given
    if attr == "they_offered" and order.kind is not LetterKind.REMINDER:
        yield given._replace(contact=given.contact._replace(offer_kept_on=order.today))


def warned_of(order: Order, words: str) -> set[str]:
    """List the paragraphs, in any wording, that hold some words and could be read as asking for a job."""
    letters = [write(order._replace(voice=voice), TEMPLATES) for voice in VOICES]
    holding = {p for w in letters for p in (w.subject, *w.body.split("\n\n")) if words in p}
    return {p for p in holding if judge(p, order.contact.organization)}


@pytest.mark.parametrize("attr", CELLS)
def test_no_sentence_of_ours_asks_for_a_job_whatever_a_cell_plainly_says(attr: str) -> None:
    found = {
        p
        for case in HOLDING[attr]
        for text in CELLS[attr]
        for order in with_cell(case, attr, text)
        for p in warned_of(order, tidy(PHRASES[attr], text))
    }
    assert found == set()


@pytest.mark.parametrize("attr", OF_FIRMS)
def test_nor_where_a_firm_shares_the_word_of_a_town(attr: str) -> None:
    found = {
        p
        for case in HOLDING[attr]
        for text, firm in OF_FIRMS[attr]
        for order in with_cell(case, attr, text, firm)
        for p in warned_of(order, text)
    }
    assert found == set()


@pytest.mark.parametrize("name", NAMES)
def test_nor_whoever_is_named(name: str) -> None:
    somebody = Contact(9, "somebody", first_name=name)
    cases = ("thank_you_phone", "keep_in_touch", "approach-with-phone", "approach_referral", "thank_referrer")
    for case in cases:
        order = order_in(case)
        past = order.background._replace(
            named=(name,) if case == "thank_you_phone" else (), turned_to=(name,), has_referred=(somebody,)
        )
        order = order._replace(background=past, referrer=name, met=(somebody,))
        assert warned_of(order, name) == set()


def test_no_sentence_of_ours_goes_on_behind_a_cell_without_a_stop_that_may_end_its_clause() -> None:
    slot = r"{{ (?:why|thanks|offered|kept|purpose|i_am|advised|contact\.(?:where|thank_them_for)) }}"
    wordings = {w for t in TEMPLATES.values() for s in worded(t.text) for w in s.wordings}
    assert {w for w in wordings if re.search(rf"{slot} ?(?:\w|{{[{{%])", w)} == set()


@pytest.mark.parametrize("kept", [None, date(2026, 11, 20)])
def test_a_relative_clause_at_the_end_of_an_offer_is_closed_in_every_wording(kept: date | None) -> None:
    order = order_in("thank_you_in_person")
    text = "to introduce me to your sister, who runs a clinic in Fargo"
    contact = order.contact._replace(they_offered=text, offer_kept_on=kept)
    letters = [write(order._replace(contact=contact, voice=v), TEMPLATES).body for v in VOICES]
    assert {body.partition(text)[2][:1] for body in letters} <= set(",;.:")


# --- one thing said over and over ---------------------------------------------------------------------------------------

_PLAIN = word_set("""a an the and or but so nor yet as at by for from in into of off on onto out to up with within without i me my mine
    myself you your yours yourself it its this that these those there here he she they them their whom who whose which what
    when where why how is am are was were be been being do does did done have has had having will would shall should can
    could may might must not no if than then too also just only even more most very all any some such other others one once
    again still already ever never each both either neither about after before over since until while through down because
    now let we our us perhaps""")
"""Words that one does not hear."""
_STRIKING = ("welcome", "much", "special", "warm", "turn", "oblige")
_SAME = {"many": "much", "gladly": "glad"}


def stem(word: str) -> str:
    word = _SAME.get(word, word)
    return re.sub(r"(?<=\w{4})(?:ings?|ed|es|ly|s|e)$", "", word)


def places_of_words(case: str) -> list[list[set[str]]]:
    """List for each sentence of a situation's letter what each of its wordings makes one hear, the user's own words aside."""
    order = order_in(case)
    sentences = [s for s in worded_in(TEMPLATES[order.kind], values(order)) if s.place]
    return [[heard(order, s.place, n) for n in range(len(s.wordings))] for s in sentences]


def heard(order: Order, place: int, n: int) -> set[str]:
    """Find what a wording says: the words that the letter has with it, and without it has fewer of."""
    voices = ["1" * place + str(n + 1) + "1" * 40, "1" * place + str((n + 1) % 2 + 1) + "1" * 40]
    with_it, without = (
        Counter(own_words(write(order._replace(voice=v), TEMPLATES).body, order)) for v in voices
    )
    return {stem(w) for w in with_it - without} - _PLAIN


def odds_of_three(places: Sequence[Sequence[set[str]]], word: str) -> float:
    """Say in what share of all combinations of wordings a word stands in three places or more."""
    odds = [1.0, 0.0, 0.0]
    for wordings in places:
        share = sum(word in w for w in wordings) / len(wordings)
        odds = [(odds[k - 1] if k else 0.0) * share + odds[k] * (1 - share) for k in range(3)]
    return 1 - sum(odds)


@pytest.mark.parametrize("case", CASES)
def test_hardly_any_combination_of_wordings_says_a_word_in_three_places(case: str) -> None:
    places = places_of_words(case)
    words = set[str]().union(*(w for wordings in places for w in wordings))
    often = {w: round(odds_of_three(places, w), 3) for w in words if odds_of_three(places, w) > 0.03}
    assert often == {}


@pytest.mark.parametrize("case", CASES)
def test_a_word_that_strikes_the_ear_stands_in_one_place_of_a_letter(case: str) -> None:
    places = places_of_words(case)
    for word in map(stem, _STRIKING):
        assert sum(any(word in w for w in wordings) for wordings in places) <= 1, word
