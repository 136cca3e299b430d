"""A letter that is not in English is told, and an English one never is."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from pipeline.letters.checks import check
from pipeline.letters.checks.language import language_of
from pipeline.letters.order import write
from pipeline.letters.templates import load_templates
from pipeline.model import LetterKind, Level
from tests.letters.languages import FOREIGN
from tests.letters.letter_orders import rich
from tests.letters.test_checks import GRACE, TODAY, letter, situation

GOLDEN = Path(__file__).parents[1] / "golden" / "letters"
LETTERS = [(language, text) for language, texts in FOREIGN.items() for text in texts]
PEOPLE = (
    ("María de los Ángeles", "de la Cruz", "Museo del Prado", "because of the Camino de Santiago exhibition"),
    ("Jan", "van den Berg", "Het Scheepvaartmuseum", "because of your work on the Zuiderzee"),
    ("Élodie", "du Plessis", "Société des Amis des Arts", "because of your talk on art nouveau and art deco"),
    (
        "Jürgen",
        "von der Heide",
        "Gesellschaft für Technik und Forschung",
        "because of your book on the Bauhaus",
    ),
    ("Lucia", "Della Rovere", "Galleria degli Uffizi", "because of your essay on the pietà"),
)


@pytest.mark.parametrize(("language", "text"), LETTERS)
def test_another_language_is_named(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("path", sorted(GOLDEN.rglob("*.txt")), ids=lambda p: p.stem)
def test_a_shipped_letter_is_english(path: Path) -> None:
    assert language_of(path.read_text(encoding="utf-8")) == "English"


def test_so_is_one_full_of_foreign_names() -> None:
    templates = load_templates(None)
    for kind, (first, last, firm, why) in itertools.product(LetterKind, PEOPLE):
        order = rich(kind)
        order = order._replace(
            contact=order.contact._replace(
                first_name=first, last_name=last, organization=firm, why_this_person=why
            ),
            referrer=f"{first} {last}",
        )
        assert language_of(write(order, templates).body) == "English"


@pytest.mark.parametrize("text", ["", "Dear Ada,", "Merci!", "OK. Dana", "12345", "Ciao, Marco"])
def test_too_little_is_not_judged(text: str) -> None:
    assert language_of(text) == "English"


PORTUGUESE = (
    "Prezada Sra. Okafor,\n\nEscrevo-lhe porque li o seu artigo sobre a gestão dos hospitais, e gostaria muito de "
    "aprender com a sua experiência. Não procuro emprego junto de si. Poderia dar-me vinte minutos do seu tempo?\n\n"
    "Com os melhores cumprimentos,\n\nDana Whitfield"
)


def test_one_line_is_all_that_is_said_of_a_letter_in_another_language() -> None:
    reachable = GRACE._replace(phone="555-0101")
    found = check(letter(PORTUGUESE), situation(reachable))
    assert [f.check for f in found if f.check != "recipient"] == ["language"]


def test_a_day_that_cannot_be_kept_blocks_in_any_language() -> None:
    too_soon = letter(PORTUGUESE, call_on=TODAY)
    found = check(too_soon, situation(GRACE._replace(phone="555-0101")))
    assert [(f.check, f.level) for f in found if f.level is Level.BLOCK] == [("initiative", Level.BLOCK)]
