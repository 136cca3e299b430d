"""Which words name a person, which only describe one, and which are nobody's name."""

from __future__ import annotations

import pytest

from pipeline.model.described import calls_nobody, is_described, is_nobody
from pipeline.model.fullname import name_key, split_name

NAMES = """Ellen Marsh|danah boyd|Mom|mom|Dr. van der Berg|María José|Ng|Bo|My Linh Tran|An Nguyen|Her Vang|To Nguyen|A. Smith|Will Smith
May Chen|Charlotte Church|Temple Grandin|Job Cohen|Guy Ritchie|Hugo Boss|Victor Cousin|Puig i Cadafalch|Sophie in 't Veld
The Rev. John Reed|Sister Mary Reed|jose nandu|bell hooks|ludwig van der berg|O'Brien|D'Angelo Reed|J. R. R. Tolkien|Uncle Bob|de la Cruz
Anna in der Au|Judy Reed-Marsh|Łukasz Żak|李伟|Ó hEithir|Dean|Dean Reed|Nurse Cruz|Coach K|Ana R.|J.J.|Professor X|Judge Fox|Kay Dean|Tom Head|Guy|An Dean
Ray Fair|Job Cohen|Christian Meeting-Reed"""
DESCRIBED = """my cousin Ed|Bob from the choir|Mom's friend Judy|her boss Al|neighbor Karen|Judy who works at Quay|Karen, my neighbor|uncle Bob
my neighbor Tom Becker|my aunt Rosa Diaz|her old boss Ana Ruiz|my aunt Rosa de la Cruz|Mom's friend Judy Fox|my friend Dr. Fox"""
NOBODY = """conference in May|Yoga|yoga|worked together on 4 West|someone in Columbus|himself again in spring|the lady at the desk|Judy's brother
HR person|HR|friend of Bob|A friend|A friend from work|Worked with Ann|LinkedIn|Rotary Club|old colleague|Church choir|my boss|the Reeds
Someone At Work|networking event|alumni list|IT department|Lakeside Patient Rights Center|Ana Ruiz maybe|Ana Ruiz, I think|Ana Ruiz?|from ana ruiz|From Ana Ruiz|through Ana Ruiz
Ana (the nurse|VP Sales|CFO|the CFO|Dean of Students|Director of Nursing|Head of HR|Marketing Director|Chief Financial Officer|Maybe Ana Ruiz|Perhaps Ana|Unknown|N/A|TBD|Vice Dean|Head Nurse|Vice President|met at a wedding|through her sister|2023|online|ACHE chapter|Front Desk|Career fair|No one|Yes|Cousin|Neighbor|Professor|the Dean|my friend VP Sales|my friend Someone|her aunt in Columbus"""


def listed(texts: str) -> list[str]:
    return [text for line in texts.splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", listed(NAMES))
def test_a_name_is_taken_for_one(text: str) -> None:
    assert not is_described(text)
    assert not is_nobody(text)
    assert split_name(text) is not None


@pytest.mark.parametrize("text", listed(DESCRIBED))
def test_somebody_described_may_refer_and_is_not_taken_apart(text: str) -> None:
    assert is_described(text)
    assert not is_nobody(text)
    assert split_name(text) is None


@pytest.mark.parametrize("text", listed(NOBODY))
def test_what_is_no_persons_name_is_nobody(text: str) -> None:
    assert is_nobody(text)


@pytest.mark.parametrize(
    "text", ["Mom's friend Judy", "the lady at the desk", "Judy's brother", "HR person", "my boss"]
)
def test_nobody_is_greeted_by_a_description(text: str) -> None:
    assert calls_nobody(text)
    assert split_name(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Prof. Dr. Anneliese Vogt",
        "Vogt, Anneliese",
        "Anneliese Vogt, PhD",
        "anneliese vogt",
        "Frau Anneliese Vogt",
    ],
)
def test_titles_and_order_make_no_other_person(text: str) -> None:
    assert name_key(text) == name_key("Anneliese Vogt")
