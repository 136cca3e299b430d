"""Links that leave the page: to a mail program, to a phone."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from pipeline.mail.links import COMPOSE_MOST, MAILTO_MOST, compose_links, mailto_url, phone_url
from tests.peers.letters import letter


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


def ways(own: str = "sam@example.edu", **more: str) -> dict[str, str]:
    return {w.key: w.url for w in compose_links(letter(0, **more), own)}


def test_a_link_holds_the_whole_letter_or_there_is_none() -> None:
    for length in range(0, 12_000, 97):
        body = "Grüße, " + "x" * length
        for key, url in ways(body=body).items():
            assert len(url) <= (MAILTO_MOST if key == "program" else COMPOSE_MOST)
            assert not url or unquote(urlsplit(url).query).endswith(body)
    assert set(ways(body="語" * 1000).values()) == {""}
    assert ways(body="x" * 2500)["gmail"]
    assert ways(body="x" * 2500)["program"] == ""


@pytest.mark.parametrize(
    ("own", "first", "page"),
    [
        ("sam@gmail.com", "gmail", "outlook.office.com/mail/deeplink"),
        ("sam@" + "Hotmail.co.uk", "outlook", "outlook.live.com/mail/0/deeplink"),
        ("sam@outlook.com", "outlook", "outlook.live.com/mail/0/deeplink"),
        ("sam@outlook.example.edu", "gmail", "outlook.office.com/mail/deeplink"),
        ("sam@example.edu", "gmail", "outlook.office.com/mail/deeplink"),
        ("", "gmail", "outlook.office.com/mail/deeplink"),
    ],
)
def test_the_way_of_ones_own_address_stands_first(own: str, first: str, page: str) -> None:
    found = ways(own)
    assert next(iter(found)) == first
    assert page in found["outlook"]


def test_what_is_not_one_address_is_no_letter_to_open() -> None:
    assert compose_links(letter(0, to="a@example.org, b@example.org")) == ()
