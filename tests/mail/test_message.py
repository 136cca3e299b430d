"""The message of a letter: what a mail program reads back is what was approved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mail.files import export, inside
from pipeline.mail.message import body_text, build, header_text, one_address, to_bytes
from pipeline.model import Letter, Settings
from pipeline.model.errors import UserError
from pipeline.model.letters import MAX_ENCLOSURE
from pipeline.model.texts import slug
from tests.peers.letters import RESUME, letter

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ME = "sam.rivera@example.com"
UNSEEN = "\u202e\u2066\u200b\u200d\ufeff\u00ad\x00\x1b\x7f\u2028"


def made(one: Letter, name: str = "Sam Rivera", **more: object) -> bytes:
    said = {"enclosures": (), "to_override": None, **more}
    return to_bytes(build(one, name, ME, date=NOW, **said))  # type: ignore[arg-type]


def read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_reads_back_as_approved() -> None:
    one = letter(0)
    message = read(made(one))
    assert message.get_content().replace("\r\n", "\n") == one.body
    assert (message["To"], message["Subject"], message["Message-ID"]) == (one.to, one.subject, one.message_id)
    assert [name for name in message if name in ("Cc", "Bcc", "X-Unsent")] == []
    assert not list(message.iter_attachments())


def test_the_bytes_are_seven_bit_lines_that_mail_carries() -> None:
    raw = made(letter(0, body="ü" * 900 + "\n" + "x" * 2000 + "\n.\n..\nFrom here\n"), enclosures=[RESUME])
    assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
    assert max(raw) < 128
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)


def test_an_enclosure_arrives_byte_for_byte() -> None:
    [part] = read(made(letter(0), enclosures=[RESUME])).iter_attachments()
    assert (part.get_filename(), part.get_content(), part.get_content_type()) == (*RESUME, "application/pdf")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("resume.pdf", b"MZ\x90"),
        ("resume.exe", b"%PDF-1.4"),
        ("resume.docx", b"%PDF-1.4"),
        ("resume.doc", b"PK\x03\x04"),
        ("resume.pdf", b"%PDF-" + bytes(MAX_ENCLOSURE)),
        ("resume.pdf", b""),
    ],
)
def test_only_pdf_and_word_up_to_ten_megabytes_go_along(name: str, content: bytes) -> None:
    with pytest.raises(UserError, match="Resume file"):
        made(letter(0), enclosures=[(name, content)])


@pytest.mark.parametrize(
    "bad",
    [
        "a@example.org, b@example.org",
        "a@example.org\nBcc: b@example.org",
        "a@example.org\r\n\r\nhello",
        "nobody",
        "",
        "a@example.org;b@example.org",
        "josé@example.org",
        "<a@example.org> b@example.org",
    ],
)
def test_there_is_one_recipient_or_no_letter(bad: str) -> None:
    with pytest.raises(UserError):
        made(letter(0, to=bad))


def test_an_international_domain_is_written_in_ascii() -> None:
    assert one_address("ada@münchen.example.org") == "ada@xn--mnchen-3ya.example.org"


@pytest.mark.parametrize("field", ["subject", "name", "enclosure"])
def test_cells_put_nothing_unseen_and_no_second_line_into_headers(field: str) -> None:
    nasty = f"Hello{UNSEEN}\r\nBcc: victim@example.net\r\n\r\nbody"
    one = letter(0, subject=nasty) if field == "subject" else letter(0)
    message = read(
        made(
            one,
            nasty if field == "name" else "Sam",
            enclosures=[(f"{nasty}.pdf", RESUME[1])] if field == "enclosure" else [],
        )
    )
    assert message["Bcc"] is None
    assert set(message["To"].addresses[0].addr_spec) == set(one.to)
    shown = {
        "subject": str(message["Subject"]),
        "name": message["From"].addresses[0].display_name,
        "enclosure": next((p.get_filename() or "" for p in message.iter_attachments()), ""),
    }[field]
    assert shown.startswith("Hello Bcc: victim@example.net body")


def test_a_body_loses_control_characters_and_nothing_else() -> None:
    assert body_text("a\x00\x1b\tb\r\nc\rd\u200d\n\n") == "a\tb\nc\nd\u200d\n"


@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=40))
def test_any_text_arrives_as_it_was_shown(body: str, subject: str, name: str) -> None:
    message = read(made(letter(0, body=body, subject=subject), name))
    assert message.get_content().replace("\r\n", "\n") == body_text(body)
    assert str(message["Subject"]) == header_text(subject)
    assert message["From"].addresses[0].addr_spec == ME


def test_a_follow_up_stands_in_its_thread_even_with_long_ids() -> None:
    first = f"<{'a' * 130}@{'mail.' * 9}example.com>"
    one = letter(0, in_reply_to=first, references=("<b@example.org>", "<not valid>", first))
    message = message_from_bytes(made(one))
    assert message["In-Reply-To"] == first
    assert message["References"].split() == ["<b@example.org>", first]


@pytest.mark.parametrize("bad", ["<a@b>\r\nBcc: x@example.net", "<a b@c>", "a@b", "<ä@b>"])
def test_a_malformed_id_makes_no_letter(bad: str) -> None:
    with pytest.raises(UserError):
        made(replace(letter(0), identity=replace(letter(0).identity, message_id=bad)))
    with pytest.raises(UserError):
        made(letter(0, in_reply_to=bad))


def test_a_file_to_send_by_hand(tmp_path: Path) -> None:
    resume = tmp_path / RESUME[0]
    resume.write_bytes(RESUME[1])
    one = letter(0, name="Müller/../CON: & Söhne")
    files = export(
        one,
        [(resume.name, resume.read_bytes())],
        Settings(name="Sam Rivera", email=ME),
        tmp_path / "outbox" / "ready",
        NOW.date(),
    )
    message = read(files[0].read_bytes())
    assert (message["X-Unsent"], message["Date"], message["Message-ID"]) == ("1", None, None)
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == one.body  # type: ignore[union-attr]
    assert [f.name for f in files] == [
        f"2026-11-23-muller-con-sohne-approach-{one.code}.eml",
        f"2026-11-23-muller-con-sohne-approach-{one.code}-resume-sam-rivera.pdf",
    ]
    assert files[1].read_bytes() == RESUME[1]
    assert {f.parent for f in files} == {tmp_path / "outbox" / "ready"}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("CON", "x-con"),
        ("nul", "x-nul"),
        ("../../etc/passwd", "etc-passwd"),
        ("  ", "letter"),
        ("Ada O'Brien", "ada-o-brien"),
        ("李 娜", "李-娜"),
        ("AC/DC Smith", "ac-dc-smith"),
        ("What?", "what"),
        ("x/../../evil", "x-evil"),
        ("Zoë Łukasz", "zoe-łukasz"),
        ("C:\\temp\\a.txt", "c-temp-a-txt"),
        ("\u202eevil\u0000.pdf", "evil-pdf"),
        ("a" * 99, "a" * 40),
        (".hidden", "hidden"),
    ],
)
def test_file_names_are_safe_everywhere(text: str, safe: str) -> None:
    assert slug(text) == safe


def test_no_file_outside_the_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="outside"):
        inside(tmp_path / "ready", "../letter.eml")
