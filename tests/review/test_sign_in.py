"""Signing in on the page: the password is tried, kept in the keyring with its servers, forgotten again, and stands nowhere else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.mail.passwords import has_passwords
from tests.books import make_book, person
from tests.peers.imap import ImapPeer
from tests.peers.keyrings import Keyring
from tests.peers.smtp import PASSWORD, USER, SmtpPeer
from tests.review.test_review_web import Page
from tests.review.workbooks import set_settings, through

pytest_plugins = ["tests.peers.fixtures"]
TODAY = date(2026, 12, 1)


@pytest.fixture
def page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: SmtpPeer, pymap: ImapPeer, kept: Keyring
) -> Page:
    monkeypatch.setenv("REMEMBERED_DATA_DIR", str(tmp_path / "data"))
    settings = through(server, pymap)
    return Page(make_book(tmp_path / "networking.xlsx", [person()], settings=settings), TODAY)


def signed(page: Page, verb: str = "keep", **typed: Any) -> str:
    """Send a form of the page; give what it shows then."""
    answer = page.send("/signin", f"/signin/{verb}", **typed)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{page.guard.base}/signin")
    return page.text("/signin")


def test_the_page_says_how_one_gets_the_password_and_who_will_see_it(page: Page, server: SmtpPeer) -> None:
    text = page.text("/signin")
    assert f"The password will be given to 127.0.0.1:{server.port} and 127.0.0.1" in text
    assert "Your provider&#39;s page says whether it wants an app password" in text
    assert 'type="password" autocomplete="off"' in text
    set_settings(page.session.workbook, {"Send through": "Gmail", "Read replies from": None})
    text = page.text("/signin")
    assert '<a href="https://myaccount.google.com/apppasswords" rel="noopener noreferrer"' in text
    assert "smtp.gmail.com:465 and imap.gmail.com:993" in text


def test_the_password_is_kept_once_the_servers_took_it_and_stands_on_no_page(
    page: Page, kept: Keyring, server: SmtpPeer, caplog: pytest.LogCaptureFixture
) -> None:
    assert "None is kept yet" in page.text("/signin")
    said = signed(page, password=PASSWORD)
    assert "Nothing was sent" in said
    assert "in this computer&#39;s keyring" in said
    assert [login for _, login in kept.kept] == [USER]
    assert has_passwords_of(page)
    assert PASSWORD not in said + page.text("/signin") + page.text("/settings") + caplog.text
    assert PASSWORD.encode() not in page.session.workbook.read_bytes()
    assert "Nothing was sent" in signed(page, "test")
    assert "gone from the keyring" in signed(page, "forget")
    assert kept.kept == {}
    assert server.accepted == []


def has_passwords_of(page: Page) -> bool:
    from pipeline.mail.account import account_of

    return has_passwords(account_of(page.session.world().settings))


@pytest.mark.parametrize("typed", ["not the one", "  ", "", "pässwörd", "密碼", "a\x00b\r\nQUIT", "x" * 5000])
def test_a_wrong_password_is_not_kept_and_the_page_says_why(page: Page, kept: Keyring, typed: str) -> None:
    said = signed(page, password=typed)
    plain = typed.isascii() and typed.isprintable() and len(typed) < 500
    refused = "did not take the password" if plain else "takes a password of plain letters"
    wanted = refused if typed.strip() else "No password was given; nothing was kept."
    assert wanted in said
    assert "gmail login" not in said
    assert "not the one" not in said
    assert kept.kept == {}
    assert wanted not in page.text("/signin")


def test_a_password_goes_only_to_the_servers_that_the_page_named(page: Page, kept: Keyring) -> None:
    form = page.form("/signin", "/signin/keep")
    set_settings(page.session.workbook, {"SMTP server": "mail.example.net:465"})
    page.post("/signin/keep", {**form, "password": PASSWORD})
    assert "Settings name another account or server since you saw this; nothing was tried." in page.text(
        "/signin"
    )
    assert kept.kept == {}


def test_no_other_page_and_no_old_form_signs_in_or_out(page: Page, kept: Keyring) -> None:
    signed(page, password=PASSWORD)
    form = page.form("/signin", "/signin/forget")
    assert page.post("/signin/forget", form, Origin="http://example.org").status_code == 403
    assert page.post("/signin/forget", {**form, "mark": "0" * 64}).status_code == 403
    assert page.post("/signin/keep", {**form, "password": "x"}).status_code == 403
    assert page.get("/signin/forget").headers["Location"].endswith("/signin")
    assert page.get(f"/signin?password={PASSWORD}").status_code == 200
    assert len(kept.kept) == 1


def test_who_chooses_a_server_is_led_to_the_password(page: Page, kept: Keyring) -> None:
    set_settings(page.session.workbook, {"Send through": "Browser", "Read replies from": "None"})
    assert "no mail account is needed" in page.text("/signin")
    assert "/signin" not in page.text("/send")
    answer = page.send("/settings", "/upload/settings", send_through="Other server")
    assert "/signin?" in answer.headers["Location"]
    assert "needs a password, and none is kept yet" in page.text("/settings")
    assert "/signin" in page.text("/send")
    signed(page, password=PASSWORD)
    assert "none is kept yet" not in page.text("/settings")
    again = page.send("/settings", "/upload/settings", daily_goal="6")
    assert "/settings?" in again.headers["Location"]
