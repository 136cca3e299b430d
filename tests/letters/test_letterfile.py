"""A letter in review as a file: what is written is read back, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.letters import outbox
from pipeline.letters.drafts import same_as_shown
from pipeline.letters.letterfile import (
    MAX_SHOWN,
    LetterFile,
    exported_name,
    format_letter,
    parse_letter,
    shown_digest,
    text_digest,
)
from pipeline.letters.sources import DraftRow, typed_on
from pipeline.model import Channel, Identity, Letter, LetterKind
from pipeline.model.identity import code_in

LETTER = Letter(
    Identity("AB2CD", "c1", LetterKind.THANK_YOU_PHONE, "2026-11-23", "<a@example.com>", "Ada Okafor"),
    Channel.EMAIL,
    "ada@example.org",
    "Thank you",
    "Dear Ada,\n\nThank you.",
    ("resume.pdf",),
    date(2026, 12, 1),
)
OF_A_HOUSE = replace(LETTER, identity=replace(LETTER.identity, name="Studio 54321 Lane"))
NAMES = [
    ("Resume, Dana Whitfield.pdf",),
    ('The "long" one.pdf', "plain.docx"),
    ("a,b.pdf", "c, d.pdf", "e.pdf"),
    ('"quoted".pdf',),
    (),
]


def read_back(letter: Letter) -> LetterFile:
    return parse_letter(letter.code, "x.txt", format_letter(letter))


@pytest.mark.parametrize("names", NAMES)
def test_enclosures_of_any_name_come_back(names: tuple[str, ...]) -> None:
    letter = replace(LETTER, enclosures=names)
    assert read_back(letter).enclosures == names
    assert read_back(letter).digest == text_digest(letter)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12), max_size=4))
def test_so_do_names_of_any_characters(names: list[str]) -> None:
    assert read_back(replace(LETTER, enclosures=tuple(names))).enclosures == tuple(names)


@pytest.mark.parametrize(
    "to", ["a@example.org\nb@example.org", "a@example.org\r\n\r\nb@example.org", "", "To: x"]
)
def test_the_file_stays_whole_whatever_the_address_is(to: str) -> None:
    file = read_back(replace(LETTER, to=to))
    assert (file.fault, file.to) == ("", " ".join(to.split()))
    assert (file.subject, file.body) == (LETTER.subject, LETTER.body)


def test_two_files_of_one_code_are_told(tmp_path: Path) -> None:
    for name, body in (("AB2CD-a.txt", "one"), ("AB2CD-b.txt", "two"), ("AB2CD-c.txt", "one")):
        (tmp_path / name).write_text(format_letter(replace(LETTER, body=body)))
    assert outbox.read_outbox(tmp_path)["AB2CD"].doubles == ("AB2CD-b.txt",)


def test_a_letter_that_leaves_while_the_outbox_is_read_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in ("AB2CD", "EF3GH"):
        (tmp_path / f"{code}-a.txt").write_text(format_letter(LETTER))
    is_file = Path.is_file

    def and_then_it_leaves(path: Path) -> bool:
        there = is_file(path)
        if path.name == "AB2CD-a.txt":
            path.rename(tmp_path / "gone")
        return there

    monkeypatch.setattr(Path, "is_file", and_then_it_leaves)
    assert list(outbox.read_outbox(tmp_path)) == ["EF3GH"]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (f"{exported_name(LETTER, date(2026, 11, 24))}.eml", "AB2CD"),
        (f"{exported_name(LETTER, date(2026, 11, 24))}-resume-2026.pdf", "AB2CD"),
        (exported_name(OF_A_HOUSE, date(2026, 11, 24)) + ".docx", "AB2CD"),
        ("AB2CD-approach-ada-okafor.eml", "AB2CD"),
        ("AB2CD-approach-ada-okafor-2.txt", "AB2CD"),
        ("holiday-list.eml", ""),
        ("2026-11-24-notes.docx", ""),
    ],
)
def test_the_code_is_read_from_a_files_name(file: str, code: str) -> None:
    assert code_in(file) == code


def test_exported_files_of_a_day_stand_together() -> None:
    assert exported_name(LETTER, date(2026, 11, 24)) == "2026-11-24-ada-okafor-thank-you-phone-AB2CD"


def test_what_is_known_to_be_sent_is_put_away_with_its_enclosures(tmp_path: Path) -> None:
    ready, sent = tmp_path / "ready", tmp_path / "sent"
    ready.mkdir()
    name = exported_name(LETTER, date(2026, 11, 24))
    for file in (
        f"{name}.eml",
        f"{name}-resume.pdf",
        "2026-11-24-bo-berg-approach-ZZ9ZZ.eml",
        "my notes.eml",
    ):
        (ready / file).write_text(file)
    outbox.put_away(ready, sent, {"AB2CD"})
    assert sorted(p.name for p in sent.iterdir()) == [f"{name}-resume.pdf", f"{name}.eml"]
    assert sorted(p.name for p in ready.iterdir()) == [
        "2026-11-24-bo-berg-approach-ZZ9ZZ.eml",
        "my notes.eml",
    ]


def test_of_a_letter_longer_than_a_cell_the_sheet_shows_what_fits_and_never_all_of_it() -> None:
    body = "Dear Ada,\n\n" + "Thank you. " * 4_000
    cell = body[:MAX_SHOWN]
    assert len(cell) <= 32_767  # more Excel cuts off, and says that the file is damaged
    row = DraftRow(2, LETTER.code, LETTER.to, LETTER.subject, cell, "resume.pdf")
    assert not typed_on(row, shown_digest(LETTER.subject, body))
    assert not same_as_shown(replace(LETTER, body=body), row)
    assert same_as_shown(replace(LETTER, body=cell), row)
