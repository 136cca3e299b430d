"""Which names stand in a cell of Referrals given (R13), and what in it is nobody's."""

from __future__ import annotations

import pytest

from pipeline.rules.referrals import name_alone, no_names, referral_names, without_name


@pytest.mark.parametrize(
    ("cell", "names", "others"),
    [
        ("Tina Brook (his deputy), and someone in Columbus", ["Tina Brook"], ["someone in Columbus"]),
        ("Joan Reyes and her boss Al", ["Joan Reyes"], ["her boss Al"]),
        ("himself again in spring", [], ["himself again in spring"]),
        ("Bo Berg, Cy Cruz", ["Bo Berg", "Cy Cruz"], []),
        ("Berg, Bo", ["Berg, Bo"], []),
        ("Ada Okafor <ada@example.org>, Bo Berg", ["Ada Okafor", "Bo Berg"], []),
        ("1. Bo Berg\n2) Cy Cruz 555-0101", ["Bo Berg", "Cy Cruz"], []),
        ("Bo Berg - director at Quay", ["Bo Berg"], ["director at Quay"]),
        ("Tina Brook at Quay", ["Tina Brook"], []),
        ("Judy; Mom; Dr. Vogt", ["Judy", "Mom", "Dr. Vogt"], []),
    ],
)
def test_names_are_taken_and_the_rest_is_said(cell: str, names: list[str], others: list[str]) -> None:
    assert referral_names(cell) == names
    assert no_names(cell) == others


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ana Ruiz (through Kay)", "Ana Ruiz"),
        ("Ana Ruiz, ana@example.com", "Ana Ruiz"),
        ("Ana Ruiz, email: ana@example.com", "Ana Ruiz"),
        ("Ana Ruiz tel. 614-555-0123", "Ana Ruiz"),
        ("Ana R. (CFO)", "Ana R."),
        ("J.J. <jj@example.com>", "J.J."),
        ("Tom Berg Jr.", "Tom Berg Jr."),
        ("(see notes)", "(see notes)"),
    ],
)
def test_a_referrers_name_is_what_is_left_without_remarks(cell: str, name: str) -> None:
    assert name_alone(cell) == name


@pytest.mark.parametrize(
    "cell", ["Bo Berg, Cy Cruz", "Bo Berg (Quay); Cy Cruz", "Bo Berg at Quay\nCy Cruz", "Bo Berg and Cy Cruz"]
)
def test_who_is_left_out_leaves_the_others(cell: str) -> None:
    left = without_name("Bo Berg", cell)
    assert referral_names(left) == ["Cy Cruz"]
    assert no_names(left) == []
