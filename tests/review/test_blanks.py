"""What a letter lacks leads to the cell, or the setting, that fills it: a purpose typed into another becomes an offer."""

from __future__ import annotations

import re

import pytest

from pipeline.letters.blanks import BLANKS
from pipeline.letters.checks.words import block, quote
from pipeline.letters.order import write
from pipeline.letters.templates import load_templates
from pipeline.model import LetterKind
from pipeline.review.people import cell_of_finding, setting_of_finding
from pipeline.sheets.schema import CONTACTS, SETTINGS
from tests.letters.letter_orders import SPARSE, sparse

LEADS = {
    "[greeting]": ("salutation", ""),
    "[to …": ("", "purpose"),
    "[because of …": ("why_this_person", ""),
    "[for …": ("thank_them_for", ""),
    "[who referred you]": ("referred_by", ""),
    "[whom you have met]": ("", ""),
    "[the day]": ("interview_on", ""),
    "[what they offered]": ("they_offered", ""),
    "[your name]": ("", "name"),
    "[What became of their advice": ("", ""),
    "[Your news": ("", ""),
}


@pytest.mark.parametrize("kind", LetterKind)
def test_each_placeholder_of_each_letter_leads_to_its_own_cell_or_setting(kind: LetterKind) -> None:
    nobody = SPARSE._replace(first_name="", last_name="", organization="Mercy")
    order = sparse(kind)._replace(contact=nobody, referrer="")
    order = order._replace(settings=order.settings._replace(name=""))
    written = write(order, load_templates(None))
    left = re.findall(r"\[[^\]]*\]", f"{written.subject}\n{written.body}")
    assert "[greeting]" in left
    for placeholder in left:
        found = block("placeholder", "Letters", f"{quote(placeholder)} is still to be filled in.")
        [expected] = [where for begins, where in LEADS.items() if placeholder.startswith(begins)]
        assert (cell_of_finding(found), setting_of_finding(found)) == expected, placeholder


def test_every_blank_names_a_cell_or_setting_that_there_is() -> None:
    assert {b.attr for b in BLANKS} <= {c.attr for c in CONTACTS.columns} | {""}
    assert {b.setting for b in BLANKS} <= {s.attr for s in SETTINGS} | {""}
