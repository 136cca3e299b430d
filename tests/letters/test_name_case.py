"""Names that a list has in small letters or in capitals: the greeting is minded, with the cell and a way to write it, or right."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.letters.namecase import name_spelled, names_mended
from pipeline.letters.salutation import called
from pipeline.model import Level
from tests.letters.test_checks import BODY, found, letter, situation
from tests.letters.test_greeting import person

FIRST = ["Anna", "Soo-jin", "Jean-Luc", "Bo", "Ana Maria", "Zoë", "D'Arcy", "Кира", "Élodie", "Al", "Van"]
LAST = [
    "Lee",
    "de la Cruz",
    "O'Brien",
    "van Dyke",
    "McDonald",
    "Ek",
    "Wu",
    "Ní Bhriain",
    "al-Rashid",
    "Groß",
    "Öz",
]
TITLES = ["", "Dr.", "Ms.", "Professor", "Frau Dr."]
names = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST), st.sampled_from(TITLES))


@given(names, st.sampled_from([str.lower, str.upper]), st.sampled_from(["first", "last", "both"]))
def test_a_name_in_one_case_alone_is_minded_or_greets_rightly(name, case, which) -> None:
    first, last, title = name
    odd_first = case(first) if which != "last" else first
    odd_last = case(last) if which != "first" else last
    row = person(odd_first, odd_last, f"{title} {odd_last}" if title else "")
    greeted = called(row)
    right = greeted in (f"{title} {last}", f"{first} {last}")
    initials = len(odd_first) == 2 and odd_first.isupper() and odd_last == last  # as in AJ Lee
    minded = found("greeting", letter(BODY.replace("Dr. Okafor", greeted)), situation(row))
    assert right or initials or [f.level for f in minded] == [Level.WARN], greeted


@example(("Van", "van Dyke", ""))
@given(names)
def test_a_name_as_it_is_written_is_not_minded(name) -> None:
    first, last, title = name
    row = person(first, last, f"{title} {last}" if title else "")
    assert names_mended(row) == {}
    assert not found("greeting", letter(BODY.replace("Dr. Okafor", called(row))), situation(row))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("lee", "Lee"),
        ("dr. lee", "Dr. Lee"),
        ("MS. MOREAU", "Ms. Moreau"),
        ("o'brien", "O'Brien"),
        ("MCDONALD", "McDonald"),
        ("de la cruz", "de la Cruz"),
        ("VAN DYKE", "van Dyke"),
        ("al-rashid", "al-Rashid"),
        ("soo-jin", "Soo-Jin"),
        ("smith iii", "Smith III"),
        ("ÖZ", "Öz"),
        ("alice.moreau", "Alice Moreau"),
        ("fa'asavalu", "Fa'asavalu"),
    ],
)
def test_how_a_name_is_written(text: str, written: str) -> None:
    assert name_spelled(text) == written


def test_the_cell_that_the_greeting_comes_from_is_named_with_its_mended_form() -> None:
    row = person("anna", "lee", "Dr. lee")
    [finding] = found("greeting", letter(BODY.replace("Dr. Okafor", "Dr. lee")), situation(row))
    assert "“Dr. Lee”, in Salutation" in finding.message
    assert finding.mend is not None
    assert finding.mend.body.startswith("Dear Dr. Lee,\n")


def test_only_the_name_is_mended_and_no_part_of_another_word() -> None:
    [finding] = found(
        "greeting", letter(BODY.replace("Dr. Okafor", "ea ross")), situation(person("ea", "ross"))
    )
    assert finding.mend is not None
    assert finding.mend.body.startswith("Dear Ea ross,\n")


def test_who_writes_themselves_small_is_said_by_salutation() -> None:
    [finding] = found(
        "greeting", letter(BODY.replace("Dr. Okafor", "bell hooks")), situation(person("bell", "hooks"))
    )
    assert "put “bell hooks” into Salutation" in finding.message
    said = person("bell", "hooks", "bell hooks")
    assert names_mended(said) == {}
    assert not found("greeting", letter(BODY.replace("Dr. Okafor", "bell hooks")), situation(said))
