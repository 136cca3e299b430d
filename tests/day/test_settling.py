"""Whose Settings are: the example person's, or nobody's, until name and address are the user's own."""

from __future__ import annotations

import pytest

from pipeline.day.settling import is_untouched
from pipeline.model.invented import PERSON

OWN = {"name": "Ada Lund", "email": "ada.lund@quay.example"}


@pytest.mark.parametrize("attr", ["name", "email"])
def test_settings_without_a_name_or_an_address_of_ones_own_are_nobodys(attr: str) -> None:
    assert not is_untouched(OWN)
    for value in ("", "  ", PERSON[attr], PERSON[attr].upper()):
        assert is_untouched({**OWN, attr: value})
