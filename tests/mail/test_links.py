"""Links that leave the page: to a mail program, to a phone."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from pipeline.mail.links import mailto_url, phone_url


@pytest.mark.parametrize(
    "to",
    [
        "ada@example.org",
        "o'hara+work@example.org",
        "a&b=c@example.org",
        "what?%0A@example.org",
        "#1/2@example.org",
        "ä@example.org",
    ],
)
def test_a_mail_link_names_one_recipient_and_what_was_given(to: str) -> None:
    subject, body = "R&D? 50% = half, +1 #2", "Dear Ada,\n\na + b & c = d; 100%\r\nYours\rSam"
    url = mailto_url(to, subject=subject, body=body)
    split = urlsplit(url)
    assert split.scheme == "mailto"
    assert not split.fragment
    assert unquote(split.path) == to
    assert parse_qs(split.query, strict_parsing=True) == {
        "subject": [subject],
        "body": ["Dear Ada,\r\n\r\na + b & c = d; 100%\r\nYours\r\nSam"],
    }
    assert url.isascii()
    assert not set(url) & set(' \n\r"<>')


@pytest.mark.parametrize(
    "to",
    [
        "",
        "ada",
        "a@example.org, b@example.org",
        "a@example.org\nb@example.org",
        "Ada <ada@example.org>",
        "a@example.org?cc=b@example.org",
    ],
)
def test_what_is_not_one_address_is_no_link(to: str) -> None:
    assert mailto_url(to) == ""


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("555-0103", "tel:555-0103"),
        ("+1 (555) 555-0103", "tel:+1-555-555-0103"),
        ("555.0103 ext. 12", "tel:555-0103"),
        ("ask at the desk", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("555-0103;phone-context=evil.example", "tel:555-0103"),
    ],
)
def test_a_number_is_dialed_and_nothing_else(number: str, url: str) -> None:
    assert phone_url(number) == url
