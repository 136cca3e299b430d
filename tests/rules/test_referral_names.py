"""Which names stand in a cell of Referrals given (R13), and what in it is nobody's."""

from __future__ import annotations

import pytest

from pipeline.rules.referrals import no_names, referral_names, without_name


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
    "cell", ["Bo Berg, Cy Cruz", "Bo Berg (Quay); Cy Cruz", "Bo Berg at Quay\nCy Cruz", "Bo Berg and Cy Cruz"]
)
def test_who_is_left_out_leaves_the_others(cell: str) -> None:
    left = without_name("Bo Berg", cell)
    assert referral_names(left) == ["Cy Cruz"]
    assert no_names(left) == []
