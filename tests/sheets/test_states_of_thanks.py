"""Who was thanked has been met: whatever a column of thanks holds of somebody, no first letter goes there unasked."""

from __future__ import annotations

import pytest

from pipeline.sheets.columns.contactstates import are_states, speaks_of_letters, touched_by


@pytest.mark.parametrize(
    "header", ["Thank you?", "Thank-you note", "Thanks sent", "Thanked", "Thank you e-mail"]
)
@pytest.mark.parametrize("mark", ["Yes", "done", "x", "✓", True, "sent", "wrote on 10/3"])
def test_a_mark_below_thanks_says_that_one_met(header: str, mark: object) -> None:
    assert speaks_of_letters(header)
    assert are_states(header, [mark, None])
    assert touched_by(header)(mark)


@pytest.mark.parametrize("mark", ["", None, "no", "No", "never", "not yet", "n/a", "-", False])
def test_none_says_nothing(mark: object) -> None:
    assert not touched_by("Thank you?")(mark)


@pytest.mark.parametrize("header", ["Thank you for", "Thank them for", "What to thank her for"])
def test_what_one_thanks_for_is_no_such_column(header: str) -> None:
    assert not touched_by(header)("the tour of the ward")
