"""Which servers an account has, by the ways of mail and the cells of Settings."""

from __future__ import annotations

import pytest

from pipeline.mail.account import account_of
from pipeline.mail.servers import Server, read_server
from pipeline.mail.ways import (
    READING_NAMES,
    SENDING,
    SENDING_NAMES,
    reading,
    reads_replies,
    sending,
    sends_through,
    uses_account,
)
from pipeline.model.errors import UserError
from tests.peers.letters import ME

GMAIL = (Server("smtp.gmail.com", 465), Server("imap.gmail.com", 993))


@pytest.mark.parametrize(
    ("change", "smtp", "imap"),
    [
        ({"send_through": "Gmail"}, *GMAIL),
        ({"send_through": "Browser", "read_replies_from": "Gmail"}, None, GMAIL[1]),
        ({"send_through": "Gmail", "read_replies_from": "None"}, GMAIL[0], None),
        ({"smtp_server": "mail.example.com"}, Server("mail.example.com", 465), None),
        (
            {"smtp_server": "mail.example.com:587", "imap_server": "imap.example.com:143"},
            Server("mail.example.com", 587, True),
            Server("imap.example.com", 143, True),
        ),
        (
            {"smtp_server": "127.0.0.1:1025 starttls", "imap_server": "127.0.0.1:1143  STARTTLS"},
            Server("127.0.0.1", 1025, True),
            Server("127.0.0.1", 1143, True),
        ),
        (
            {"send_through": "Files", "read_replies_from": "Other server", "imap_server": "[::1]:1993"},
            None,
            Server("::1", 1993),
        ),
    ],
)
def test_the_account_is_read_from_settings(
    change: dict[str, str], smtp: Server | None, imap: Server | None
) -> None:
    found = account_of(ME._replace(**change))
    assert (found.smtp, found.imap) == (smtp, imap)


def test_a_login_name_of_its_own_is_told_to_the_servers_and_the_address_stays_the_senders() -> None:
    found = account_of(ME._replace(smtp_server="mail.example.com", login_name=" sam "))
    assert (found.user, found.address) == ("sam", ME.email)


@pytest.mark.parametrize(
    "change",
    [
        {"smtp_server": "mail.example.com:99999"},
        {"smtp_server": "mail:25 plain"},
        {"smtp_server": "smtp://mail.example.com"},
        {"smtp_server": ""},
        {"send_through": "Files"},
        {"send_through": "Browser"},
        {"email": ""},
    ],
)
def test_settings_that_name_no_server_are_named(change: dict[str, str]) -> None:
    with pytest.raises(UserError, match="Settings"):
        account_of(ME._replace(**({"smtp_server": "mail.example.com"} | change)))


def test_a_server_is_read_as_it_is_written() -> None:
    assert str(read_server("Mail.Example.com:2525 starttls", 465)) == "mail.example.com:2525"
    for bad in ("a b", "mail.example.com:0", "mail.example.com starttls tls", "user@mail.example.com"):
        with pytest.raises(ValueError, match=r"mail|a b"):
            read_server(bad, 465)


def test_each_way_is_a_row_and_each_name_means_one_thing() -> None:
    assert len(set(SENDING_NAMES)) == len(SENDING_NAMES)
    for way in SENDING:
        assert sum((way.links, way.files, way.server)) == 1
        assert sending(ME._replace(send_through=way.name)) is way
    for name in READING_NAMES:
        assert reading(ME._replace(read_replies_from=name, imap_server="imap.example.com")).name == name


@pytest.mark.parametrize(
    ("send", "read", "imap", "reads", "account"),
    [
        ("Browser", "", "", False, False),
        ("Files", "", "imap.example.com", False, False),
        ("Files", "Other server", "", False, False),
        ("Browser", "", "imap.example.com", False, False),
        ("Browser", "None", "imap.example.com", False, False),
        ("Browser", "Gmail", "", True, True),
        ("Browser", "Other server", "imap.example.com", True, True),
        ("Gmail", "", "", True, True),
        ("Other server", "", "", False, True),
        ("Other server", "", "imap.example.com", True, True),
        ("Gmail", "None", "", False, True),
    ],
)
def test_who_needs_a_mailbox_and_a_password(
    send: str, read: str, imap: str, reads: bool, account: bool
) -> None:
    settings = ME._replace(send_through=send, read_replies_from=read, imap_server=imap)
    assert (reads_replies(settings), uses_account(settings)) == (reads, account)


@pytest.mark.parametrize(
    ("way", "server", "named"),
    [
        ("Gmail", "", "Gmail"),
        ("Browser", "mail.example.com", "Browser"),
        ("Other server", "mail.example.com:1025 starttls", "mail.example.com"),
        ("Other server", "", "Other server"),
    ],
)
def test_what_letters_go_through_is_named_as_well_as_it_is_known(way: str, server: str, named: str) -> None:
    assert sends_through(ME._replace(send_through=way, smtp_server=server)) == named
