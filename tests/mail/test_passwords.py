"""A password goes to the server and login that it was given for, and to no other."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import keyring
import pytest
from keyring.backends import fail

from pipeline.ledger.ledger import Ledger
from pipeline.mail.account import Account
from pipeline.mail.mailbox import Mailbox
from pipeline.mail.outgoing import Down, MailboxDown
from pipeline.mail.passwords import has_passwords, password_for
from pipeline.mail.postman import send_letters
from pipeline.mail.rehearsal import rehearse
from pipeline.mail.servers import Server
from pipeline.mail.setup import login, logout, probe
from pipeline.mail.watch import open_watch
from pipeline.model.came_in import come_in, come_inside
from pipeline.model.errors import UserError
from tests.peers.certs import Certs
from tests.peers.clock import TODAY, TestClock
from tests.peers.imap import ImapPeer
from tests.peers.keyrings import Keyring
from tests.peers.letters import ME, account, approved, contact, letter
from tests.peers.smtp import PASSWORD, USER, SmtpPeer, free_port

pytest_plugins = ["tests.peers.fixtures"]


@pytest.fixture
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def server(certs: Certs) -> Iterator[SmtpPeer]:
    with SmtpPeer(certs) as running:
        yield running


class Hostile:
    """A stranger's server with a certificate that holds: it records every connection and all that it is offered."""

    def __init__(self, certs: Certs) -> None:
        self._context = certs.server()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.connections, self.offered = 0, b""
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            try:
                with self._context.wrap_socket(plain, server_side=True) as secure:
                    secure.sendall(b"* OK 220 ready\r\n")
                    while said := secure.recv(1000):
                        self.offered += said
            except OSError:
                continue

    def close(self) -> None:
        self._listening.close()


@pytest.fixture
def hostile(certs: Certs) -> Iterator[Hostile]:
    made = Hostile(certs)
    yield made
    made.close()


def test_login_keeps_the_password_with_its_servers_once_they_took_it(
    server: SmtpPeer, pymap: ImapPeer, kept: Keyring
) -> None:
    who = account(server.port, pymap.port)
    with pytest.raises(UserError, match="did not take the password"):
        login(who, "not the one")
    assert kept.kept == {}
    spaced = " ".join(PASSWORD[i : i + 4] for i in range(0, 16, 4))
    said = login(who, f" {spaced}\n")
    assert "keyring" in said
    assert PASSWORD not in said
    assert [password_for(who, s) for s in who.servers] == [PASSWORD] * 2
    assert has_passwords(who)
    assert "Sent" in probe(who)
    assert server.accepted == []
    assert "gone from the keyring" in logout(who)
    assert kept.kept == {}


@pytest.mark.parametrize("secret", ["pässwörd", "a\x00b", "x" * 501])
def test_what_no_login_by_mail_can_say_is_tried_nowhere(
    server: SmtpPeer, pymap: ImapPeer, kept: Keyring, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    who = account(server.port, pymap.port)
    with pytest.raises(UserError, match="plain letters") as stop:
        login(who, secret)
    assert secret not in str(stop.value)
    monkeypatch.setattr("os.environ", {"REMEMBERED_PASSWORD": secret, "REMEMBERED_PASSWORD_FOR": "127.0.0.1"})
    with pytest.raises(UserError, match="plain letters"):
        probe(who)
    assert not has_passwords(who)
    assert server.logins == 0


def test_a_hostile_server_named_in_the_workbook_is_offered_nothing(
    server: SmtpPeer, pymap: ImapPeer, kept: Keyring, hostile: Hostile, ledger: Ledger
) -> None:
    mine = account(server.port, pymap.port)
    login(mine, PASSWORD)
    theirs = Server("127.0.0.1", hostile.port)
    for changed in (replace(mine, smtp=theirs), replace(mine, imap=theirs)):
        assert not has_passwords(changed)
        with pytest.raises(UserError, match="was given for"):
            probe(changed)
    with pytest.raises(MailboxDown, match="was given for"):
        Mailbox.open(replace(mine, imap=theirs))
    assert isinstance(
        open_watch(ME, ledger, [contact(0)], (), today=TODAY, account=replace(mine, imap=theirs)), Down
    )
    ready = approved(ledger, [letter(0)])
    [outcome] = send_letters(
        ready,
        replace(mine, smtp=theirs),
        ledger,
        None,
        TestClock(),
        recheck=lambda _: None,
        daily_limit=20,
    )
    assert (outcome.outcome, "was given for" in outcome.detail) == ("held", True)
    with pytest.raises(UserError, match="was given for"):
        rehearse(ready, replace(mine, smtp=theirs), TestClock())
    assert (hostile.connections, hostile.offered) == (0, b"")


@pytest.mark.parametrize(
    "change", [{"smtp": Server("localhost", 0)}, {"login": "another"}, {"address": "other@example.com"}]
)
def test_another_host_port_or_login_has_no_password(
    kept: Keyring, server: SmtpPeer, change: dict[str, object]
) -> None:
    mine = account(server.port)
    login(mine, PASSWORD)
    changed: Account = replace(mine, **change)  # type: ignore[arg-type]
    assert changed.smtp is not None
    with pytest.raises(UserError):
        password_for(changed, changed.smtp)


def test_an_entry_that_names_no_server_asks_for_the_login_once(
    server: SmtpPeer, kept: Keyring, hostile: Hostile
) -> None:
    kept.kept["yagmail", USER] = PASSWORD
    for port in (server.port, hostile.port):
        with pytest.raises(UserError, match=r"gmail login.* once more"):
            probe(account(port))
    assert (server.logins, hostile.connections) == (0, 0)
    login(account(server.port), PASSWORD)
    assert ("yagmail", USER) not in kept.kept
    assert "logged in" in probe(account(server.port))


@pytest.mark.usefixtures("no_keyring")
def test_the_environment_names_its_hosts_too(
    server: SmtpPeer, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = account(server.port)
    assert mine.smtp
    with pytest.raises(UserError, match="REMEMBERED_PASSWORD"):
        password_for(mine, mine.smtp)
    assert "REMEMBERED_PASSWORD_FOR" in login(mine, PASSWORD)
    monkeypatch.setenv("REMEMBERED_PASSWORD", PASSWORD)
    with pytest.raises(UserError, match="REMEMBERED_PASSWORD_FOR is not set"):
        password_for(mine, mine.smtp)
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", f"mail.example.com, 127.0.0.1:{server.port}")
    assert password_for(mine, mine.smtp) == PASSWORD
    assert password_for(mine, Server("mail.example.com", 465)) == PASSWORD
    with pytest.raises(UserError, match="nothing was sent"):
        probe(account(hostile.port))
    assert hostile.connections == 0


@pytest.mark.usefixtures("no_keyring")
def test_a_password_of_the_environment_that_is_refused_is_changed_there(
    server: SmtpPeer, pymap: ImapPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = account(server.port, pymap.port)
    monkeypatch.setenv("REMEMBERED_PASSWORD", "of last week")
    monkeypatch.setenv("REMEMBERED_PASSWORD_FOR", "127.0.0.1")
    for ask, stopped in ((probe, UserError), (Mailbox.open, MailboxDown)):
        with pytest.raises(stopped) as refused:
            ask(who)
        assert "did not take the password" in str(refused.value)
        assert "It stands in REMEMBERED_PASSWORD: change it there." in str(refused.value)
        assert "gmail login" not in str(refused.value)
    with pytest.raises(UserError, match="gmail login") as typed:
        login(who, "typed just now")
    assert "REMEMBERED_PASSWORD" not in str(typed.value)
    before = come_inside()
    try:
        with pytest.raises(UserError, match="change it there, and open this window anew"):
            probe(who)
    finally:
        come_in(before)


def test_a_damaged_entry_is_none(kept: Keyring) -> None:
    mine = account(free_port())
    assert mine.smtp
    for text in ("", "not json", "[]", '{"password": "x"}', '{"servers": "127.0.0.1"}'):
        kept.kept["remembered", USER] = text
        with pytest.raises(UserError):
            password_for(mine, mine.smtp)
