"""Letters by post: a business letter, word for word as approved."""

import zipfile
from datetime import date

import pytest
from docx import Document

from pipeline.model import Channel, Contact, Identity, Letter, LetterKind, Settings
from pipeline.model.errors import UserError
from pipeline.paper.posted import make_posted

TODAY = date(2026, 11, 23)
ME = Settings(
    name="Sam Rivera",
    address="12 Elm Street\nSpringfield, IL 62701",
    phone="555-0100",
    email="sam.rivera@example.com",
)
JOERG = Contact(
    2,
    "c1",
    first_name="Jörg",
    last_name="Müller",
    position="Head of Sales",
    organization="Müller & Söhne <GmbH>",
    channel=Channel.POST,
    address="Müller & Söhne <GmbH>\nLange Straße 5\n10115 Berlin",
)
BODY = """Dear Dr. Müller,

Thank you for your advice on <patient intake> & "triage"; I read {{this}} too.
It helped.

My resume is enclosed.

Sincerely,

Sam Rivera
555-0100"""


def letter(body=BODY, enclosures=("resume.pdf",)):
    return Letter(
        Identity("ABCDE", "c1", LetterKind.THANK_YOU_PHONE, "2026-11-20", "<m@example.com>", "Jörg Müller"),
        Channel.POST,
        "by post",
        "Thank you",
        body,
        enclosures,
    )


def made(tmp_path, a_letter=None, contact=JOERG, settings=ME):
    make_posted(a_letter or letter(), contact, settings, TODAY, tmp_path / "letters" / "ABCDE.docx")
    return [p.text for p in Document(str(tmp_path / "letters" / "ABCDE.docx")).paragraphs]


def test_the_blocks_of_a_business_letter_stand_in_order(tmp_path):
    assert made(tmp_path) == [
        "Sam Rivera\n12 Elm Street\nSpringfield, IL 62701\n555-0100\nsam.rivera@example.com",
        "November 23, 2026",
        "Jörg Müller\nHead of Sales\nMüller & Söhne <GmbH>\nLange Straße 5\n10115 Berlin",
        "Dear Dr. Müller,",
        'Thank you for your advice on <patient intake> & "triage"; I read {{this}} too.\nIt helped.',
        "My resume is enclosed.",
        "Sincerely,",
        "Sam Rivera\n555-0100",
        "Enclosure: resume.pdf",
    ]


def test_every_approved_word_is_there_once_and_in_order(tmp_path):
    paragraphs = made(tmp_path)
    start, end = paragraphs.index("Dear Dr. Müller,"), paragraphs.index("Enclosure: resume.pdf")
    assert " ".join(" ".join(paragraphs[start:end]).split()) == " ".join(BODY.split())


def test_there_is_room_to_sign(tmp_path):
    made(tmp_path)
    closing = next(
        p for p in Document(str(tmp_path / "letters" / "ABCDE.docx")).paragraphs if p.text == "Sincerely,"
    )
    assert closing.paragraph_format.space_after.pt > 36
    assert closing.paragraph_format.keep_with_next


def test_without_an_enclosure_none_is_named(tmp_path):
    assert not any(p.startswith("Enclosure") for p in made(tmp_path, letter(enclosures=())))


def test_a_letter_without_a_closing_line_is_left_as_it_is(tmp_path):
    assert made(tmp_path, letter("Dear Dr. Müller,\n\nThank you for everything. Sam", ()))[3:] == [
        "Dear Dr. Müller,",
        "Thank you for everything. Sam",
    ]


def test_right_to_left_paragraphs_run_from_the_right(tmp_path):
    made(tmp_path, letter("שלום רב,\n\nThank you.\n\nSincerely,\nSam", ()))
    body = {p.text: p._p.xml for p in Document(str(tmp_path / "letters" / "ABCDE.docx")).paragraphs}
    assert "<w:bidi/>" in body["שלום רב,"]
    assert "<w:bidi/>" not in body["Thank you."]


def test_control_characters_do_not_break_the_file(tmp_path):
    assert "Dear Ada," in made(tmp_path, letter("Dear\x07 Ada,\x00\n\nThank you.\n\nSincerely,\nSam", ()))


def test_paper_and_date_follow_the_country_and_the_author_is_the_user(tmp_path):

    assert "23 November 2026" in made(tmp_path, settings=ME._replace(holiday_country="DE"))
    document = Document(str(tmp_path / "letters" / "ABCDE.docx"))
    assert document.sections[0].page_height.mm == pytest.approx(297, abs=0.5)
    assert document.core_properties.author == "Sam Rivera"


def test_a_target_that_cant_be_written_ends_in_a_sentence(tmp_path):
    (tmp_path / "letters").write_text("")
    with pytest.raises(UserError, match="can't be written"):
        made(tmp_path)


def test_nothing_of_the_librarys_template_is_left(tmp_path):
    made(tmp_path)
    target = tmp_path / "letters" / "ABCDE.docx"
    with zipfile.ZipFile(target) as parts:
        names = parts.namelist()
        assert not [n for n in names if "thumbnail" in n or n.endswith("app.xml")]
        assert b"Macintosh" not in b"".join(parts.read(n) for n in names)
